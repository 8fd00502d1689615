//! Faults told by what does not come about: 'staff find it hard to …', 'the scheme has yet to …',
//! 'no checks had been made', 'turnover has hampered progress'.

use super::super::phrase::Run;
use super::super::words::*;
use super::super::{Finding, Statement};
use super::at_fault::{fault_with_verb, participle};
use super::told::{people_clause, people_with_verb};
use super::{CLAUSE, LACK_OF, is_finding};
use crate::record::AreaKind::Weakness;
use crate::tables::areas as lists;

/// Reads what the word at `i` may be part of.
pub(super) fn read(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if s.any(i, &["hard", "harder", "difficult", "impossible"]) {
        hard(x, i);
    } else if s.any(i, &["yet"]) {
        yet_to(x, i);
    } else if s.any(i, &["no"]) {
        none_done(x, i);
    } else if s.any(i, &["little", "any"]) {
        little(x, i);
    } else if s.any(i, lists::HARMS) {
        harms(x, i);
    } else if s.any(i, &["clear", "unclear"]) {
        unclear_what(x, i);
    } else if s.any(i, &["empty", "idle", "queue", "unread", "untouched", "unused"]) {
        idle(x, i);
    } else if s.any(i, &["before"]) {
        too_soon(x, i);
    } else if s.any(i, lists::FOCUSING) {
        wrong_focus(x, i);
    } else if s.any(i, &["do"]) {
        nothing_to_do(x, i);
    } else if s.any(i, lists::MARKS_TO_MEET) {
        below(x, i);
    } else if s.any(i, &["far"]) {
        far_from(x, i);
    } else if s.any(i, &["date", "dates"]) {
        expired(x, i);
    } else if s.any(i, &["few"]) {
        few_chances(x, i);
    } else if s.any(i, &["stopped"]) {
        stopped(x, i);
    } else if s.any(i, &["fewer", "less"]) {
        small_share(x, i);
    }
}

/// 'patients find it hard to get through', 'records are difficult to follow'.
fn hard(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let it = i - usize::from(i > 0 && s.is(i - 1, ADVERB));
    if s.any(it.wrapping_sub(1), &["it"])
        && s.any(it.wrapping_sub(2), &["find", "finds", "found"])
        && s.any(i + 1, &["to"])
    {
        if !s.is(it.wrapping_sub(3), MODAL.or(NEGATIVE)) && is_finding(x, i) {
            people_with_verb(x, it - 2, i);
        }
        return;
    }
    let mut verb = i;
    while verb > 0 && s.is(verb - 1, ADVERB) {
        verb -= 1;
    }
    let plain = s.any(i + 1, &["to"])
        && s.any(i + 2, &["access", "find", "follow", "navigate", "read", "understand", "use"]);
    if plain && verb > 0 && s.is(verb - 1, BE) && !s.is(verb - 1, NEGATIVE) && is_finding(x, i) {
        fault_with_verb(x, verb - 1, i, Run { start: verb - 1, end: i + 1 });
    }
}

/// Words that open a condition: what holds under it is not stated.
const CONDITIONS: &[&str] = &["if", "unless", "when", "whenever", "where", "who", "which"];

/// 'joint commissioning has yet to make a difference'.
fn yet_to(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let have = i.wrapping_sub(1);
    if !s.any(i + 1, &["to"]) || !s.is(have, HAVE.or(BE)) || s.is(have, NEGATIVE) {
        return;
    }
    let mut act = s.skip_adverbs(i + 2);
    if s.any(act, &["be"]) {
        act = s.skip_adverbs(act + 1);
    }
    // What has not happened may be news, and no fault.
    if s.any(act, lists::NEWS_TO_COME) || s.is(act, SAYING.or(IMPROVE)) || !is_finding(x, i) {
        return;
    }
    let named = s.subject(have).is_some_and(|run| {
        !s.is(s.head(s.bare(run)), BODY.or(CAPITAL))
            && !s.any(run.end - 1, CONDITIONS)
            && !s.any(run.start.wrapping_sub(1), CONDITIONS)
    });
    if named {
        fault_with_verb(x, have, act, Run { start: have, end: i + 2 });
    }
}

/// 'No risk assessments had been carried out'.
fn none_done(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let opens =
        i == 0 || s.is(i - 1, MARK.or(AND).or(SAYING).or(OPENER)) || s.any(i - 1, &["that", "but"]);
    if !opens
        || s.any(i.wrapping_sub(1), CONDITIONS)
        || s.any(i + 1, lists::NO_FAULT_MISSING)
        || s.is(i + 1, PERSON.or(FAULTY).or(FAULT_NOUN).or(FAULT_PLACE).or(NUMBER))
    {
        return;
    }
    let Some(verb) = (i + 2..s.len().min(i + 10))
        .take_while(|&j| !s.is(j, MARK.or(RELATIVE)))
        .find(|&j| s.is(j, AUXILIARY) && s.is_main_verb(j))
    else {
        return;
    };
    let mut done = verb;
    while s.is(done, AUXILIARY.or(ADVERB)) {
        done += 1;
    }
    let bad = (i + 1..verb)
        .any(|j| s.is(j, FAULTY.or(FAULT_NOUN).or(FAULT_PLACE)) || s.any(j, lists::BAD_THINGS));
    let people = (i + 1..verb).any(|j| s.is(j, PERSON));
    if bad
        || people
        || !participle(s, done)
        || s.any(done, lists::NEVER_MISSED)
        || !is_finding(x, i)
    {
        return;
    }
    let run = s.trimmed(Run { start: i, end: s.clause_end_after_verb(done) });
    if run.end >= run.start + 4 {
        x.push(Finding::named(s, run, Weakness, Run { start: i, end: i + 1 }, &CLAUSE, 3));
    }
}

/// 'people had little to occupy them', 'parents are told little', 'got hardly any help'.
fn little(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let first = if s.any(i, &["any"]) { i.wrapping_sub(1) } else { i };
    if first != i && !s.any(first, &["hardly", "scarcely", "barely"]) {
        return;
    }
    let verb = first.wrapping_sub(1);
    let had = s.is(verb, HAVE) && s.any(i + 1, &["to"]);
    let got = s.any(verb, lists::GETTING);
    // 'oversight makes little difference'
    if s.any(verb, &["bear", "bears", "bore", "make", "makes", "made"])
        && s.any(i + 1, lists::LITTLE_OF)
        && is_finding(x, i)
    {
        fault_with_verb(x, verb, i, Run { start: verb, end: i + 1 });
        return;
    }
    if (had || got) && !s.any(i + 1, &["more", "bit", "longer"]) && is_finding(x, i) {
        people_with_verb(x, verb, i + 1);
    }
}

/// 'changes of head have unsettled staff', 'Planning is hampered by old data'.
fn harms(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let verb = s.verb_group(i);
    if (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL))) || s.any(verb.wrapping_sub(1), &["to"]) {
        return;
    }
    let cue = Run { start: i, end: i + 1 };
    if (verb..i).any(|j| s.is(j, BE)) {
        // What hampers it is at fault.
        if s.any(i + 1, &["by"]) && is_finding(x, i) {
            let end = super::phrases::phrase_end(s, i + 2);
            let run = s.trimmed(s.bare(Run { start: i + 2, end }));
            let named = !run.is_empty() && super::super::required::names_area(s, run);
            if named && run.end > run.start + 1 && !s.is(s.head(run), PERSON.or(BODY)) {
                x.push(Finding::named(s, run, Weakness, cue, &LACK_OF, 4));
            }
        }
        return;
    }
    let object = i + 1;
    if s.is(object, MARK.or(PREPOSITION).or(AND).or(FAULTY).or(FAULT_NOUN)) || object >= s.len() {
        return;
    }
    let named = s.subject(verb).is_some_and(|run| {
        !s.is(s.head(s.bare(run)), PERSON.or(BODY).or(INSPECTORATE).or(CAPITAL))
            && !s.is(run.start, RELATIVE)
    });
    if named && is_finding(x, i) {
        fault_with_verb(x, verb, i, cue);
    }
}

/// 'It is not clear what pupils should learn and when'.
fn unclear_what(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let denied = s.any(i, &["unclear"]) || (i.saturating_sub(2)..i).any(|j| s.is(j, NEGATIVE));
    let it = (i.saturating_sub(4)..i).any(|j| s.any(j, &["it", "it's", "it’s"]));
    let asked = (i + 1..i + 5)
        .take_while(|&j| !s.is(j, MARK))
        .find(|&j| s.any(j, &["what", "how", "who", "whether", "why", "which"]));
    if let Some(asked) = asked.filter(|_| denied && it)
        && x.side(i) == super::Side::Inspectorate
    {
        let mut end = s.clause_end_after_verb(asked + 2);
        // 'what pupils should learn and in what order'
        if s.is(end, AND)
            && s.is(end + 1, PREPOSITION)
            && s.any(end + 2, &["how", "what", "when", "which"])
        {
            end = s.clause_end(end + 1);
        }
        let run = s.trimmed(Run { start: asked, end });
        if run.end >= run.start + 3 {
            x.push(Finding::named(s, run, Weakness, Run { start: i, end: i + 1 }, &CLAUSE, 3));
        }
    }
}

/// 'body scanners stood idle', 'letters lie unread'.
fn idle(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let queue = s.any(i, &["queue"]) && s.precedes(i, &["in", "a"]);
    let verb = if queue { i.wrapping_sub(3) } else { i.wrapping_sub(1) };
    let stands =
        ["stand", "stands", "stood", "sit", "sits", "sat", "lie", "lies", "lay", "stays", "stayed"];
    if s.any(verb, &stands)
        && s.subject(verb).is_some_and(|run| !s.is(s.head(s.bare(run)), PERSON.or(BODY)))
        && is_finding(x, i)
    {
        fault_with_verb(x, verb, i, Run { start: verb, end: i + 1 });
    }
}

/// 'teachers move on before pupils have grasped what they are taught'.
fn too_soon(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let have = (i + 2..i + 6).find(|&j| s.is(j, HAVE.or(BE)));
    if let Some(have) = have
        && s.any(s.skip_adverbs(have + 1), lists::GRASPED)
        && !(i.saturating_sub(5)..i).any(|j| s.is(j, NEGATIVE))
    {
        people_clause(x, i);
    }
}

/// 'audits focus on whether a task was done and not on what it changed'.
fn wrong_focus(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let verb = s.verb_group(i);
    // 'the focus on children' is no verb.
    let noun = s.any(i, &["focus"]) && verb == i && !s.word(i.wrapping_sub(1)).ends_with('s');
    if noun || i == 0 {
        return;
    }
    let stop = s.len().min(i + 16);
    let instead = (i + 2..stop).take_while(|&j| !s.is(j, BREAK.or(CLOSE))).any(|j| {
        s.follows(j, &["rather", "than"])
            || s.follows(j, &["and", "not", "on"])
            || s.follows(j, &["more", "than", "on"])
    });
    if instead
        && !(verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL)))
        && !s.any(verb.wrapping_sub(1), &["to", "and", "should"])
        && is_finding(x, i)
    {
        fault_with_verb(x, verb, i, Run { start: i, end: i + 1 });
    }
}

/// 'some pupils sit for long stretches with nothing to do'.
fn nothing_to_do(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let left = s.precedes(i, &["nothing", "to"]) || s.precedes(i, &["little", "to"]);
    if left && i >= 4 {
        people_clause(x, i);
    }
}

/// 'training was well below the trust's own target'.
fn below(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let Some(below) = (i.saturating_sub(6)..i).rev().find(|&j| {
        s.any(j, &["below", "beneath"]) || s.any(j, &["short"]) && s.any(j + 1, &["of"])
    }) else {
        return;
    };
    let mut verb = below;
    while verb > 0 && (s.is(verb - 1, ADVERB) || s.any(verb - 1, &["far", "just"])) {
        verb -= 1;
    }
    if verb == 0 || (below..i).any(|j| s.is(j, MARK)) {
        return;
    }
    let be = verb - 1;
    let falls = ["fall", "falls", "fell", "fallen"];
    if (s.is(be, BE) && !s.is(be, NEGATIVE) || s.any(be, &falls)) && is_finding(x, i) {
        let start = s.verb_group(be);
        let held = s.subject(start).is_some_and(|run| {
            s.any(run.start.wrapping_sub(1), CONDITIONS)
                || s.any(s.head(s.bare(run)), &["level", "levels", "outcomes", "results"])
        });
        if !held && !(start..be).any(|j| s.is(j, NEGATIVE.or(MODAL))) {
            fault_with_verb(x, start, i, Run { start: be, end: i + 1 });
        }
    }
}

/// 'recording is far from consistent'.
fn far_from(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let be = i.wrapping_sub(1);
    let quality = s.any(i + 1, &["from"])
        && (s.any(i + 2, lists::NEEDED_QUALITIES)
            || s.any(i + 2, &["ideal", "perfect", "satisfactory", "straightforward", "universal"]));
    if quality && s.is(be, BE) && !s.is(be, NEGATIVE) && is_finding(x, i) {
        fault_with_verb(x, be, i, Run { start: be, end: i + 3 });
    }
}

/// 'patients had few chances to go outside'.
fn few_chances(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let verb = i.wrapping_sub(1);
    if s.is(verb, HAVE.or(FINITE))
        && s.any(i + 1, &["chances", "opportunities"])
        && is_finding(x, i)
    {
        people_with_verb(x, verb, i + 1);
    }
}

/// 'Fewer than half of plans are finished on time'.
fn small_share(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let opens = i == 0 || s.is(i - 1, MARK.or(AND)) || s.any(i - 1, &["that", "but"]);
    let share = i + 2 + usize::from(s.is(i + 2, ARTICLE));
    let part = s.any(i + 1, &["than"])
        && (s.any(share, &["half", "third", "quarter", "fifth", "tenth"])
            || s.any(share, &["one"]) && s.any(share + 1, &["in"]));
    let Some(verb) = (share + 2..s.len().min(share + 14))
        .take_while(|&j| !s.is(j, MARK))
        .find(|&j| s.is(j, AUXILIARY) && s.is_main_verb(j))
    else {
        return;
    };
    let end = s.clause_end_after_verb(verb + 1);
    // Less of what is bad is good.
    let bad = (share..end).any(|j| {
        s.is(j, FAULTY.or(FAULT_NOUN).or(FAULT_PLACE).or(NEGATIVE).or(INSPECTORATE).or(SAYING))
            || s.any(j, lists::BAD_THINGS)
            || s.any(j, &["excluded", "rated", "graded", "judged", "returned", "suspended"])
    });
    if opens && part && !bad && is_finding(x, i) {
        let run = s.trimmed(Run { start: i, end });
        if run.end >= run.start + 6 {
            x.push(Finding::named(s, run, Weakness, Run { start: i, end: share }, &CLAUSE, 4));
        }
    }
}

/// 'the hospital had stopped holding community meetings'.
fn stopped(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let verb = s.verb_group(i);
    let doing = s.word(i + 1).ends_with("ing") && s.word(i + 1).len() > 5;
    let body = s.subject(verb).is_some_and(|run| s.is(s.head(s.bare(run)), BODY));
    if doing
        && body
        && verb < i
        && !(verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL).or(BE)))
        && is_finding(x, i)
    {
        fault_with_verb(x, verb, i, Run { start: i, end: i + 1 });
    }
}

/// 'emergency drugs had passed their expiry dates'.
fn expired(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let Some(passed) = i.checked_sub(3) else { return };
    if s.any(passed, &["passed"])
        && s.any(i - 1, &["expiry", "use-by", "sell-by", "best-before"])
        && is_finding(x, i)
    {
        let verb = s.verb_group(passed);
        fault_with_verb(x, verb, i, Run { start: passed, end: i + 1 });
    }
}
