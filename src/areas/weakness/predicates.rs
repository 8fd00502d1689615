//! Faults that a clause states: 'the quality of plans is inconsistent', 'staff do not follow up'.

use super::super::list::{self, Reading};
use super::super::phrase::{Run, Sentence};
use super::super::required::names_area;
use super::super::words::*;
use super::super::{Finding, Statement};
use super::phrases::phrase_end;
use super::{CLAUSE, LACK_OF, REMAINS_FAULT, is_finding, outcome};
use crate::record::AreaKind::Weakness;
use crate::tables::areas as lists;

/// 'found babies left to sleep in car seats and staff who could not say who was in charge'.
pub(super) fn found_left(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let by = (i.saturating_sub(6)..i).any(|j| s.is(j, INSPECTORATE));
    if !(by || is_finding(x, i)) || s.any(i + 1, &["that", "to", "no", "out"]) {
        return;
    }
    let cue = Run { start: i, end: i + 1 };
    let mut from = i + 1;
    for _ in 0..3 {
        let stop = s.len().min(from + 12);
        let bad = (from + 1..stop).take_while(|&j| !s.is(j, MARK.or(AND))).find(|&j| {
            s.any(j, lists::LEFT_FORMS) && !s.is(j, BE.or(HAVE)) | s.any(j, &["being"])
                || s.follows(j, &["going", "missing"])
                || s.is(j, FAULTY) && s.word(j).starts_with("un") && s.is(j - 1, ARTICLE)
                || s.is(j, RELATIVE) && s.any(j + 1, &["nobody"])
                || (s.is(j, RELATIVE)
                    && s.is(j + 1, MODAL.or(DO).or(HAVE))
                    && (j + 1..j + 3).any(|k| s.is(k, NEGATIVE)))
        });
        let Some(bad) = bad else { return };
        if (from..bad).any(|j| s.is(j, AUXILIARY))
            || s.is(s.head(Run { start: from, end: bad }), PROVIDER) && s.is(from, ARTICLE)
        {
            return;
        }
        let mut end = bad + 1;
        while end < s.len().min(bad + 22) && !s.is(end, COMMA.or(BREAK).or(CLOSE).or(AND)) {
            end += 1;
        }
        let run = s.unarticled(s.trimmed(Run { start: from, end }));
        if run.end >= run.start + 3 && !outcome(s, run) {
            x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 4));
        }
        if !s.is(end, AND) {
            return;
        }
        from = end + 1;
    }
}

/// 'too many families wait', 'too few teachers', 'caseloads are too high', 'wait too long'.
pub(super) fn too(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if i + 1 >= s.len()
        || s.is(i + 1, MARK)
        || (i > 0 && s.is(i - 1, NEGATIVE))
        || s.any(i + 1, &["soon", "early"])
    {
        return;
    }
    if !is_finding(x, i) {
        return;
    }
    let cue = Run { start: i, end: i + 2 };
    // 'The force is taking too long to answer calls': a body is no area, what it does is.
    if s.follows(i + 1, &["long", "to"])
        && s.any(i.wrapping_sub(1), &["taking", "takes", "took", "taken"])
        && s.subject(verb_group(s, i - 1)).is_some_and(|run| {
            s.is(s.head(s.bare(run)), BODY.or(CAPITAL)) && !s.is(s.head(s.bare(run)), PERSON)
        })
    {
        let run = s.trimmed(Run { start: i - 1, end: s.clause_end_after_verb(i + 3) });
        x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 3));
        return;
    }
    if s.any(i + 1, &["many", "few", "much", "little"]) {
        if s.is(i + 2, PREPOSITION) && s.any(i + 1, &["much", "little"]) {
            fault_of(x, i, cue);
            return;
        }
        // In the subject, or after 'there are'.
        let opens = i == 0
            || s.is(i - 1, MARK.or(AND).or(SAYING).or(OPENER).or(PREPOSITION).or(BE).or(FINITE))
            || s.any(i - 1, &["that", "but", "far"]);
        if !opens {
            return;
        }
        if s.any(i + 2, &["cases", "areas", "children's-cases"])
            && s.any(i.wrapping_sub(1), &["in"])
        {
            return;
        }
        if s.any(i + 2, &["of"]) && s.any(i + 3, &["these", "the"]) && s.any(i + 4, &["areas"]) {
            return;
        }
        if s.any(i.wrapping_sub(1), &["in", "on", "for"]) {
            return;
        }
        let end = s.clause_end(i);
        let verb = (i + 2..end).find(|&j| {
            s.is_main_verb(j)
                || (s.is(j, FINITE.or(KEEP)) && j > i + 2 && !s.is(j - 1, ARTICLE.or(PREPOSITION)))
        });
        // 'too many men told us': what they told is another matter.
        if verb.is_some_and(|j| s.any(j, &["told", "said", "say"])) {
            return;
        }
        let head = s.head(Run { start: i + 2, end: verb.unwrap_or(end).max(i + 3).min(s.len()) });
        let alone = verb == Some(i + 2) || s.is(i + 2, ADVERB);
        let people = s.is(head, PERSON) || s.any(i + 2, &["of"]) || alone;
        let run = match verb {
            Some(_) if people || s.any(i + 2, &["of"]) => s.trimmed(Run { start: i, end }),
            Some(verb) => s.trimmed(Run { start: i, end: phrase_end(s, i + 2).min(verb) }),
            None => s.trimmed(Run { start: i, end: phrase_end(s, i + 2).min(end) }),
        };
        // 'Too many pupils, particularly boys, miss school'
        let aside = verb.is_some_and(|verb| s.is(verb.wrapping_sub(1), COMMA));
        let cut = (run.start..run.end).find(|&j| s.is(j, COMMA) && !aside).unwrap_or(run.end);
        let run = s.trimmed(Run { start: run.start, end: cut });
        if run.end - run.start < 3 || outcome(s, run) || s.any(run.start + 2, &["responses"]) {
            return;
        }
        let rule = if people && verb.is_some() { &CLAUSE } else { &LACK_OF };
        x.push(Finding::named(s, run, Weakness, cue, rule, 3));
        return;
    }
    fault_of(x, i, cue);
}

/// A predicate that ends in a fault at `i`: 'is too often late', 'remain very patchy'.
pub(super) fn predicate(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // Back over adverbs and 'or' to the verb.
    let mut verb = i;
    while verb > 0
        && i - verb < 7
        && (s.is(verb - 1, ADVERB.or(FAULTY).or(AND).or(OPEN).or(NEGATIVE).or(DONE))
            || s.any(
                verb - 1,
                &[
                    "too",
                    "far",
                    "so",
                    "been",
                    "as",
                    "described",
                    "found",
                    "judged",
                    "considered",
                    "being",
                    "largely",
                    "a",
                    "bit",
                    "overly",
                    "gone",
                    "left",
                    "going",
                ],
            )
            || s.any(i, &["late"])
                && s.any(
                    verb - 1,
                    &["completed", "delivered", "held", "made", "offered", "shared", "started"],
                ))
    {
        verb -= 1;
    }
    if verb == 0 {
        return;
    }
    let v = raised(s, verb - 1);
    // 'bad language goes unchallenged'
    if s.any(v, &["goes", "go", "went"]) && s.word(i).starts_with("un") && is_finding(x, i) {
        fault_with_verb(x, v, i, Run { start: v, end: i + 1 });
        return;
    }
    if s.is(v, BE.or(HAVE))
        && !(verb..i).any(|j| s.is(j, NEGATIVE) && !s.any(j, &["never"]))
        && !s.is(v, NEGATIVE)
    {
        // 'low' and 'high' need more than themselves.
        if s.any(i, &["high", "less", "mixed", "overly", "missing", "stretched", "absent"])
            && !(verb..i).any(|j| s.any(j, &["too", "stubbornly", "often", "persistently"]))
            && !(s.any(i, &["less"])
                && s.any(
                    i + 1,
                    &["effective", "consistent", "secure", "well", "clear", "strong", "successful"],
                ))
            && !s.any(i, &["overly"])
            && !(s.any(i, &["missing"])
                && (s.is(i + 1, AND)
                    || s.any(i + 1, &["for"])
                    || s.any(i + 1, &["from"]) && !is_away(s, v, i)
                    || s.any(i - 1, &["often"])))
            && !(s.any(i, &["absent"])
                && s.any(i + 1, &["more", "too"])
                && s.any(i + 2, &["often"]))
        {
            return;
        }
        if s.is(v, HAVE)
            && !s.is(v, BE)
            && !(verb..i).any(|j| s.any(j, &["been", "gone", "become"]))
        {
            return;
        }
        if s.any(i, &["slow"]) && s.any(i + 1, &["but"]) {
            return;
        }
        if !is_finding(x, i) {
            return;
        }
        fault_with_verb(x, v, i, Run { start: v, end: i + 1 });
    }
}

/// Whether 'missing from' at `i` says where people are not: 'children who are missing from home'.
fn is_away(s: &Sentence<'_>, verb: usize, i: usize) -> bool {
    const PLACES: &[&str] =
        &["care", "class", "education", "full-time", "home", "lessons", "placements", "school"];
    (i.saturating_sub(4)..verb).any(|j| s.is(j, RELATIVE.or(PERSON))) || s.any(i + 2, PLACES)
}

/// The verb whose subject 'be' has at `verb`: 'was said to be', 'were judged to be'.
fn raised(s: &Sentence<'_>, verb: usize) -> usize {
    let to = verb.wrapping_sub(1);
    let judged = s.any(verb, &["be", "have"])
        && s.any(to, &["to"])
        && s.any(to.wrapping_sub(1), &["considered", "deemed", "felt", "found", "judged", "said"])
        && s.is(to.wrapping_sub(2), BE);
    if judged { to - 2 } else { verb }
}

/// A fault whose predicate holds word `i`: finds the verb before it and what is at fault.
pub(super) fn fault_of(x: &mut Statement<'_, '_>, i: usize, cue: Run) {
    let s = x.s;
    let floor = i.saturating_sub(12);
    let mut verb = None;
    for j in (floor..i).rev() {
        if s.is(j, BREAK.or(CLOSE)) {
            break;
        }
        if s.is(j, VERB)
            && (s.is(j, AUXILIARY) || s.is_main_verb(j) || s.is(j, FINITE))
            && !s.any(j, &["be", "been", "being"])
        {
            verb = Some(j);
            break;
        }
        if s.is(j, COMMA.or(OPENER)) {
            break;
        }
    }
    let Some(mut verb) = verb else { return };
    // 'continued to wait too long'
    if s.any(verb.wrapping_sub(1), &["to"])
        && s.any(verb.wrapping_sub(2), &["continue", "continued", "continues"])
    {
        verb -= 2;
    }
    let passive = s.is(verb.wrapping_sub(1), BE);
    let goes_on = s.any(verb, &["continue", "continued"]) && s.any(verb + 1, &["to"]);
    if s.is(verb, SAYING) && !passive && !goes_on && !s.any(verb, &["feel"]) {
        return;
    }
    let mut start = verb;
    while start > 0 && s.is(start - 1, AUXILIARY) {
        start -= 1;
    }
    fault_with_verb(x, start, i, cue);
}

/// Records the fault whose verb is at `verb` and whose fault is said up to word `at`.
pub(super) fn fault_with_verb(x: &mut Statement<'_, '_>, verb: usize, at: usize, cue: Run) {
    let s = x.s;
    let mut verb = verb;
    while verb > 0 && s.is(verb - 1, AUXILIARY) {
        verb -= 1;
    }
    let Some(subject) = s.subject(verb) else {
        second_predicate(x, verb, at, cue);
        return;
    };
    let bare = s.bare(subject);
    if s.is(subject.end - 1, RELATIVE)
        && subject.end - subject.start > 1
        && !s.any(subject.end - 1, &["who", "when", "where"])
    {
        relative_subject(x, subject.end - 1, cue, at);
        return;
    }
    // 'that pupils know' of a relative clause has no subject of its own here.
    if s.is(bare.start, RELATIVE) && bare.end - bare.start == 1 {
        relative_subject(x, bare.start, cue, at);
        return;
    }
    let head = s.head(bare);
    if s.any(head, lists::NO_SUBJECT) || s.is(head, NUMBER) {
        return;
    }
    if s.any(head, &["inspection", "inspections", "report", "visit", "visits", "letter", "review"])
        && s.is(head, INSPECTORATE)
        && (bare.end - bare.start == 1
            || bare.end - bare.start == 2
                && (s.is(bare.start, INSPECTORATE.or(CAPITAL))
                    || s.any(
                        bare.start,
                        &[
                            "draft",
                            "final",
                            "full",
                            "last",
                            "latest",
                            "monitoring",
                            "new",
                            "previous",
                        ],
                    )))
        && !s.any(head, &["visits"])
    {
        return;
    }
    // 'language that they do not understand'
    if s.any(head, &["they", "some", "many", "most"])
        && subject.start > 0
        && s.is(subject.start - 1, RELATIVE)
        && !s.is(subject.start.wrapping_sub(2), SAYING)
    {
        return;
    }
    if s.is(bare.start, PREPOSITION)
        || (bare.start..bare.end).any(|j| {
            s.any(j, &["one"])
                && s.any(
                    j + 1,
                    &["child", "pupil", "resident", "patient", "man", "woman", "boy", "girl"],
                )
        })
    {
        return;
    }
    if s.any(head, &["outcomes", "results", "reason", "grade", "rating", "judgement", "picture"]) {
        return;
    }
    // 'plans had not been reviewed', 'rules were applied too rigidly': only the clause says what;
    // so with things that 'did not work' or 'were not clean'.
    let things = s.any(at, lists::STATES_OF_THINGS)
        && (verb..at).any(|j| s.is(j, NEGATIVE))
        && (at + 1 >= s.len() || s.is(at + 1, MARK.or(AND)));
    if (things || in_participle(s, verb, at)) && !(s.is(head, BODY) || s.any(head, &["progress"])) {
        clause(x, subject, at, cue);
        return;
    }
    let one = bare.end - bare.start == 1;
    // 'progress since it was rated inadequate in 2023 had been slow'
    if s.any(bare.start, &["graded", "judged", "rated"]) {
        return;
    }
    // 'the work they are given is undemanding': its own subject stands further back.
    if one && s.any(head, &["afraid", "given", "set", "taught", "told"]) {
        return;
    }
    let pronoun = s.any(head, &["they", "some", "many", "most", "few"]);
    // 'a small group of pupils are absent too often'
    let some = s.any(head, &["group", "groups", "handful", "majority", "minority", "number"])
        && s.any(head + 1, &["of"])
        && (head + 2..bare.end.min(head + 5)).any(|j| s.is(j, PERSON))
        || s.any(head, &["majority", "minority"]) && head + 1 == bare.end;
    let people = s.is(head, PERSON) || pronoun || some || s.any(head, &["needs"]);
    // 'the unit did not have enough midwives'
    let short = s.any(at, &["have"]) && s.any(at + 1, &["enough", "sufficient"]);
    if short && !s.is(head, CAPITAL) {
        clause(x, subject, at, cue);
        return;
    }
    let copula = s.is(verb, BE) || (verb..at).any(|j| s.any(j, &["been"]));
    let acts = s.is(head, BODY)
        && !copula
        && !(verb..=at).any(|j| s.is(j, DROP))
        // What a body does not have is told of the whole of it.
        && !(s.any(at, &["have"]) && s.is(head, CAPITAL));
    if people || acts {
        clause(x, subject, at, cue);
        return;
    }
    // 'the council had been slow to respond': a body is no area, what it is slow to do is.
    if s.is(head, BODY) && s.any(at, &["slow"]) && s.any(at + 1, &["to"]) {
        let start = if s.any(at - 1, &["too"]) { at - 1 } else { at };
        let run = s.trimmed(Run { start, end: s.clause_end_after_verb(at + 2) });
        if run.end >= run.start + 3 {
            x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 4));
        }
        return;
    }
    if s.is(head, BODY) && (one || (verb..=at).any(|j| s.is(j, DROP))) {
        return;
    }
    if one && s.is(head, JUDGEMENT) && s.any(at, &["inadequate"]) {
        return;
    }
    if one && s.any(head, &["progress"]) {
        return;
    }
    // How pupils' learning is is an outcome.
    if s.any(head, &["learning"]) && (bare.start..head).any(|j| s.is(j, POSSESSIVE)) {
        return;
    }
    if s.is(head, QUANTIFIER.or(PREPOSITION).or(MARK).or(ARTICLE)) || bare.end - bare.start > 22 {
        return;
    }
    let run = list::strip(s, bare, Reading::Plain);
    if run.is_empty()
        || !names_area(s, run) && !s.is(s.head(run), QUALITY)
        || s.is(run.start, AUXILIARY)
    {
        return;
    }
    let mut finding = Finding::named(s, run, Weakness, cue, &REMAINS_FAULT, 4);
    // 'Supervision is regular, but its quality varies'
    if run.end - run.start == 1
        && s.is(run.start, QUALITY)
        && s.any(run.start.wrapping_sub(1), &["its", "their"])
        && let Some(owner) = (1..run.start)
            .find(|&j| s.is_main_verb(j))
            .and_then(|first| s.subject(first))
            .map(|owner| s.bare(owner))
        && names_area(s, owner)
        && !s.is(s.head(owner), PERSON)
    {
        let owner = s.name(owner);
        let mut first = owner.chars();
        let lower = first.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
        finding.name = format!("{} of {lower}{}", finding.name, first.as_str());
    }
    x.push(finding);
}

/// Records the fault of a predicate whose subject stands with the verb before it: 'Marking is kind
/// but does not help', 'Leaders had no plan and had not learned from mistakes'.
fn second_predicate(x: &mut Statement<'_, '_>, verb: usize, at: usize, cue: Run) {
    let s = x.s;
    let but = verb > 0 && s.any(verb - 1, &["but"]);
    let and = verb > 0
        && s.is(verb - 1, AND)
        && (s.is(verb, AUXILIARY) || s.any(verb, &["failed", "lacked"]));
    if !(but || and) {
        return;
    }
    // 'Teachers have the data, but do not use it'
    let joint = if but && s.is(verb.wrapping_sub(2), COMMA) { verb - 2 } else { verb - 1 };
    let start = s.clause_start(joint);
    let subject = (start..joint)
        .find(|&j| s.is_main_verb(j) && !s.any(j, &["told", "said"]))
        .and_then(|first| s.subject(first))
        .filter(|run| {
            !s.is(run.start, RELATIVE) && !s.any(s.head(s.bare(*run)), lists::NO_SUBJECT)
        });
    let head = subject.map(|run| s.head(s.bare(run)));
    let people = head.is_some_and(|head| {
        s.is(head, PERSON) || s.any(head, &["they", "some", "many", "most", "few"])
    });
    let thing = head.is_some_and(|head| !people && !s.is(head, BODY.or(NUMBER).or(CAPITAL)));
    if let Some(subject) = subject.filter(|_| thing && !in_participle(s, verb, at)) {
        let run = list::strip(s, s.bare(subject), Reading::Plain);
        if !run.is_empty() && names_area(s, run) {
            x.push(Finding::named(s, run, Weakness, cue, &REMAINS_FAULT, 5));
        }
        return;
    }
    if !but && !people {
        return;
    }
    let from = if but && !people {
        // 'but are not always quick enough'
        let start = (verb..=at).find(|&j| !s.is(j, AUXILIARY) || s.is(j, NEGATIVE)).unwrap_or(at);
        if s.is(start, AUXILIARY) { start + 1 } else { start }
    } else {
        verb
    };
    let end = s.clause_end_after_verb(at).max(at + 1).min(s.len());
    let run = s.trimmed(Run { start: from, end });
    // 'but had not gripped them' says nothing by itself.
    if run.end < run.start + 3 || !people && s.any(run.end - 1, &["it", "them", "this"]) {
        return;
    }
    let mut finding = Finding::named(s, run, Weakness, cue, &CLAUSE, 5);
    if let Some(subject) = subject.filter(|_| people) {
        finding.name = format!("{} {}", s.name(s.unarticled(subject)), finding.name);
    }
    x.push(finding);
}

/// Whether the fault lies in what was done or left undone ('poorly planned', 'had not been told'),
/// and not in a quality of the subject.
fn in_participle(s: &Sentence<'_>, verb: usize, at: usize) -> bool {
    let poorly =
        s.any(at, &["poorly", "badly", "inadequately", "insufficiently", "inconsistently"]);
    let denied = (verb..at).any(|j| s.is(j, NEGATIVE));
    let undone = denied
        && (s.is(verb, BE) || s.is(verb, HAVE) && (verb..at).any(|j| s.any(j, &["been"])))
        && participle(s, at)
        && !s.any(at, lists::PARTICIPLES_OF_QUALITY);
    let seldom = s.is(verb, BE)
        && s.is(at, SELDOM)
        && (participle(s, at + 1) || at > verb + 1 && participle(s, at - 1));
    let rigidly = (at.saturating_sub(2)..=at).any(|j| {
        s.any(j, &["too"])
            && (s.word(j + 1).ends_with("ly") && j > 0 && participle(s, j - 1)
                || s.any(j + 1, &["often", "frequently"])
                    && participle(s, j + 2)
                    && !s.is(j + 2, FAULTY)
                    && !s.any(j + 2, &["cancelled"]))
    });
    poorly && participle(s, at + 1) || undone || seldom || rigidly
}

fn relative_subject(x: &mut Statement<'_, '_>, relative: usize, cue: Run, fault: usize) {
    let s = x.s;
    if s.any(relative, &["whose"]) {
        return;
    }
    // 'plans that do not say what has to change': the noun with its clause.
    let mut start = relative;
    while start > 0
        && relative - start < 3
        && !s.is(start - 1, MARK.or(PREPOSITION).or(AND).or(VERB).or(FINITE).or(ARTICLE).or(OPENER))
    {
        start -= 1;
    }
    let run = s.trimmed(Run { start, end: s.clause_end(fault).max(fault + 1).min(s.len()) });
    if start < relative
        && s.any(relative, &["that", "which"])
        && run.end >= run.start + 4
        && !s.is(start, INSPECTORATE)
    {
        x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 5));
    }
}

/// Records the clause of `subject` as the fault.
pub(super) fn clause(x: &mut Statement<'_, '_>, subject: Run, at: usize, cue: Run) {
    let s = x.s;
    let start = s.unarticled(subject).start;
    let mut end = s.clause_end_after_verb(at.max(subject.end)).max(at + 1).min(s.len());
    // A comma within the fault itself ('not always clear, useful or timely') stays out.
    for j in at + 1..end {
        let next = s.is(j, AND)
            && (s.is(j + 1, FAULT_CUE)
                || s.any(j + 1, &["highlights", "highlighted", "raises", "notes", "warns"])
                || s.any(j + 1, &["failed", "lacked"])
                || s.is(j + 1, AUXILIARY) && (s.is(j + 1, NEGATIVE) || s.is(j + 2, NEGATIVE)));
        if s.follows(j, &["so", "that"]) || next {
            end = j;
            break;
        }
    }
    // 'had not been reviewed by Christmas'
    if let Some(cut) =
        (at + 1..end).find(|&j| s.any(j, &["by", "until"]) && list::is_month(s.word(j + 1)))
    {
        end = cut;
    }
    let run = s.trimmed(Run { start, end });
    if run.end - run.start < 3 || outcome(s, run) {
        return;
    }
    // 'a home where people are left in bed has been sold', 'frank about what is left to do'
    if s.any(run.start.wrapping_sub(1), &["where"]) && !s.is(run.start.wrapping_sub(2), MARK)
        || (subject.start..subject.end).any(|j| s.any(j, &["what"]))
    {
        return;
    }
    // One person or one day is an incident.
    let incident = s.any(run.start, &["one", "a", "another", "two", "three"])
        && !s.follows(run.start, &["one", "in"])
        || s.any(subject.start, &["a", "an", "one"]) && s.is(s.head(s.bare(subject)), PERSON)
        || (subject.start.saturating_sub(6)..subject.start).any(|j| {
            s.is(j, NUMBER) && s.is(j.wrapping_sub(1), PREPOSITION) && s.is(j + 1, CAPITAL)
        })
        || s.any(run.end - 1, &["occasion", "occasions"]);
    if incident {
        return;
    }
    let mut finding = Finding::named(s, run, Weakness, cue, &CLAUSE, 4);
    // 'children settle, but they are left alone': the name says who.
    if s.any(run.start, &["they"])
        && let Some(who) = (run.start.saturating_sub(30)..run.start).rev().find(|&j| {
            s.is(j, PERSON) && !s.is(j, INSPECTORATE) && s.word(j).ends_with(['s', 'n', 'e'])
        })
    {
        let rest = s.name(Run { start: run.start + 1, end: run.end });
        finding.name = format!("{} {rest}", s.word(who));
    }
    x.push(finding);
}

/// 'not always', 'not yet', 'do not check', 'have not been met'.
pub(super) fn negation(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if s.follows(i, &["not", "at", "all"]) {
        return;
    }
    let opens = i == 0
        || s.is(i - 1, MARK.or(AND).or(SAYING).or(OPENER)) && !s.is(i - 1, AUXILIARY)
        || s.any(i - 1, &["that"]);
    if opens && s.any(i, &["not"]) && s.any(i + 1, &["all", "every", "everyone"]) {
        not_all(x, i);
        return;
    }
    // 'was still “not good enough”'
    let mut before = i.wrapping_sub(1);
    if s.is(before, OPEN) {
        before = before.wrapping_sub(1);
        while s.is(before, ADVERB) {
            before = before.wrapping_sub(1);
        }
    }
    let mut auxiliary = if s.is(i, AUXILIARY) { i } else { before };
    // 'Training is given but not followed up', 'visits are made late or not at all'
    if !s.is(auxiliary, AUXILIARY)
        && s.any(i, &["not"])
        && s.any(before, &["but"])
        && participle(s, i + 1)
        && let Some(first) = (i.saturating_sub(8)..before)
            .rev()
            .take_while(|&j| !s.is(j, MARK))
            .find(|&j| s.is(j, BE) && s.is_main_verb(j))
    {
        auxiliary = first;
    }
    if s.any(i, &["nor", "neither", "never"])
        || s.any(i + 1, &["only", "just", "least", "because", "surprising", "unusual", "yet-"])
    {
        return;
    }
    if !s.is(auxiliary, AUXILIARY) {
        // 'plans still do not', 'is always not'
        return;
    }
    let not = i;
    let next = not + 1;
    // What staff cannot say, see or show.
    let unable = s.is(auxiliary, MODAL)
        && s.any(auxiliary, &["cannot", "can", "can't", "could", "couldn't"])
        && s.any(s.skip_adverbs(next), lists::ABLE_TO);
    if s.any(
        auxiliary,
        &[
            "would", "will", "won't", "can", "could", "may", "might", "should", "must", "wouldn't",
            "couldn't", "won’t",
        ],
    ) && !s.any(auxiliary, &["cannot", "can"])
        && !unable
    {
        return;
    }
    if next >= s.len() || s.is(next, MARK) && !s.is(next, OPEN) {
        return;
    }
    // What is denied is itself a fault, or bad: 'not poor', 'do not give up'.
    let mut word = s.skip_adverbs(if s.is(next, OPEN) { next + 1 } else { next });
    if s.any(word, &["being", "been"]) {
        word = s.skip_adverbs(word + 1);
    }
    // Not so where a fault is to be dealt with: 'do not challenge poor behaviour'.
    let always = (next..word).any(|j| s.is(j, ALWAYS));
    let last = if s.any(word, lists::DEALT_WITH) { word } else { word + 1 };
    if (next..(last + 1).min(s.len())).any(|j| {
        s.is(j, FAULTY.or(FAULT_NOUN)) && !s.any(j, &["high", "less", "low"])
            || s.any(j, lists::NO_FAULT_DENIED)
                && !(always && s.is(auxiliary, DO))
                && !is_duty(s, j)
    }) {
        return;
    }
    if !is_finding(x, i) {
        return;
    }
    // 'not a single', 'not in a position': plain copula denial of a noun is no fault of practice,
    // but 'not ADJECTIVE' is.
    let weak = (next..s.len().min(next + 3)).any(|j| s.is(j, ALWAYS))
        || unable
        || s.is(auxiliary, DO)
        || s.is(auxiliary, HAVE)
        || participle(s, word)
        || doing(s, auxiliary, word)
        || s.any(word, lists::NEEDED_QUALITIES)
        || s.any(word, lists::STATES_OF_THINGS);
    if !weak {
        return;
    }
    // Whether safeguarding is effective is a grade.
    if s.any(word, &["effective"]) && (i.saturating_sub(6)..i).any(|j| s.any(j, &["safeguarding"]))
    {
        return;
    }
    if s.any(
        word,
        &[
            "met",
            "judged",
            "graded",
            "handed",
            "moved",
            "rated",
            "inspected",
            "published",
            "announced",
            "decided",
            "named",
            "confirmed",
            "charged",
            "arrested",
            "contacted",
        ],
    ) && !s.is(auxiliary, DO)
        && !(always && s.any(word, &["graded", "met"]))
        && !s.any(word + 1, &["what", "how", "which", "when"])
    {
        return;
    }
    if s.any(word, &["see", "notice"]) && s.any(word + 1, &["it", "that"]) {
        return;
    }
    // 'does not meet the standards for boarding' is a judgement.
    if s.any(word, &["meet"])
        && (word + 1..word + 5).any(|j| s.any(j, &["standard", "standards", "requirements"]))
    {
        return;
    }
    // 'have not ensured that the checks are completed': the checks are at fault.
    if s.any(word, &["ensured", "ensure"])
        && s.any(word + 1, &["that"])
        && let Some(verb) =
            (word + 3..s.len().min(word + 20)).find(|&j| s.is(j, AUXILIARY) && s.is_main_verb(j))
        && let Some(subject) = s.subject(verb)
        && !s.is(s.head(s.bare(subject)), PERSON)
    {
        let run = list::strip(s, s.bare(subject), Reading::Plain);
        if !run.is_empty() && names_area(s, run) {
            let cue = Run { start: auxiliary, end: word + 1 };
            x.push(Finding::named(s, run, Weakness, cue, &REMAINS_FAULT, 4));
            return;
        }
    }
    if s.any(word, &["enough"]) && s.is(word + 1, MARK) {
        return;
    }
    let mut verb = auxiliary;
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) && !s.is(verb - 1, RELATIVE) {
        verb -= 1;
    }
    fault_with_verb(x, verb, word.min(s.len() - 1), Run { start: auxiliary, end: next });
}

/// 'not all pupils are confident that it will be sorted out'
fn not_all(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let stop = s.len().min(i + 14);
    let verb = (i + 2..stop)
        .take_while(|&j| !s.is(j, MARK))
        .find(|&j| s.is_main_verb(j) || s.is(j, FINITE) && s.is(j - 1, PERSON));
    let Some(verb) = verb else { return };
    let people = (i + 2..verb).any(|j| s.is(j, PERSON)) || s.any(i + 1, &["everyone"]);
    if people && is_finding(x, i) {
        let run = s.trimmed(Run { start: i, end: s.clause_end_after_verb(verb) });
        if run.end >= run.start + 4 {
            x.push(Finding::named(s, run, Weakness, Run { start: i, end: i + 2 }, &CLAUSE, 3));
        }
    }
}

/// Whether what is not done is something that ought to be: 'do not carry out checks', 'do not feel
/// safe', against 'does not carry a grade', 'do not feel the need'.
fn is_duty(s: &Sentence<'_>, verb: usize) -> bool {
    s.follows(verb, &["carry", "out"])
        || s.any(verb, &["feel"])
            && s.any(verb + 1, &["able", "heard", "listened", "safe", "supported", "valued"])
        || s.any(verb, &["give"]) && s.is(verb + 1, PERSON)
        || s.follows(verb, &["expect", "enough"])
}

/// Whether a form of 'be' with the '-ing' form at `word` says what people or things do: 'were not
/// receiving training', not 'is not going to close'.
fn doing(s: &Sentence<'_>, auxiliary: usize, word: usize) -> bool {
    s.is(auxiliary, BE)
        && s.word(word).len() > 5
        && s.word(word).ends_with("ing")
        && !s.any(
            word,
            &[
                "closing",
                "expecting",
                "going",
                "leaving",
                "looking",
                "planning",
                "saying",
                "seeking",
                "standing",
                "suggesting",
            ],
        )
        && !s.is(word + 1, MARK)
}

/// 'social workers missed visits': what people left undone.
pub(super) fn omitted(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if !s.omits(i) || !is_finding(x, i) {
        return;
    }
    let verb = verb_group(s, i);
    if let Some(subject) = s.subject(verb)
        && s.is(s.head(s.bare(subject)), PERSON)
    {
        clause(x, subject, i, Run { start: i, end: i + 1 });
    }
}

/// The first word of the verb group that ends at `i`.
fn verb_group(s: &Sentence<'_>, mut i: usize) -> usize {
    while i > 0 && s.is(i - 1, AUXILIARY.or(ADVERB)) {
        i -= 1;
    }
    i
}

/// Whether the word at `i` looks like a participle: 'checked', 'written', 'kept'.
pub(super) fn participle(s: &Sentence<'_>, i: usize) -> bool {
    let word = s.word(i);
    word.ends_with("ed") || word.ends_with("en") || s.any(i, lists::IRREGULAR_PARTICIPLES)
}

/// 'lacks rigour', 'failed to act', 'has declined', 'are rarely completed'.
pub(super) fn verbs(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let lacks = s.any(i, &["lack", "lacks", "lacked"]);
    if lacks
        && (s.is(i.wrapping_sub(1), ARTICLE.or(FAULT_ATTRIBUTE).or(PREPOSITION))
            || s.any(i + 1, &["of"]))
    {
        return;
    }
    let failed = s.any(i, &["failed", "fail", "fails", "struggle", "struggled", "struggles"]);
    if failed && !s.any(i + 1, &["to"]) {
        return;
    }
    if s.is(i, DROP)
        && (s.any(i, &["drift", "slip", "lag"])
            && (s.is(i.wrapping_sub(1), ARTICLE.or(AND).or(PREPOSITION).or(FAULT_ATTRIBUTE))
                || i > 0 && s.word(i - 1).ends_with("ing"))
            || s.any(
                i,
                &[
                    "varies", "vary", "exceed", "exceeds", "exceeded", "slipped", "suffers",
                    "suffered",
                ],
            ) && s.any(i + 1, &["from-"]))
    {
        return;
    }
    // A grade that slips is a grade.
    if s.any(i, &["dipped", "dropped", "slipped"])
        && s.any(i + 1, &["to", "from"])
        && (i + 2..i + 5).any(|j| s.any(j, &["good", "improvement", "inadequate", "outstanding"]))
    {
        return;
    }
    if s.any(i, &["dragged", "drags"]) && !s.any(i + 1, &["on"]) {
        return;
    }
    if s.is(i, DROP)
        && s.is(i.wrapping_sub(1), VERB)
        && !s.is(i - 1, HAVE.or(BE))
        && (s.is(i - 1, AUXILIARY.or(SAYING)) || s.is_main_verb(i - 1))
    {
        return;
    }
    if s.any(i, &["drift"]) && s.is(i + 1, AND) {
        return;
    }
    if (s.is(i.wrapping_sub(1), NEGATIVE)) || !is_finding(x, i) {
        return;
    }
    // 'failed to tell Ofsted of a change' is one act.
    if failed && s.any(i + 2, &["tell", "notify", "inform"]) && s.is(i + 3, INSPECTORATE) {
        return;
    }
    let cue = Run { start: i, end: i + 1 };
    // Less of what is bad is no fault: 'turnover has slowed'.
    if s.any(i, &["declined", "dipped", "slowed", "stalled"])
        && s.subject(verb_group(s, i)).is_some_and(|run| {
            let head = s.head(s.bare(run));
            s.is(head, FAULT_NOUN) || s.any(head, lists::BAD_THINGS)
        })
    {
        return;
    }
    let mut verb = i;
    // 'were applied inconsistently'
    if s.is(i, SELDOM) && s.is(i.wrapping_sub(2), BE) && participle(s, i - 1) {
        verb -= 1;
    }
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) {
        verb -= 1;
    }
    // 'reviews happened infrequently'
    let happens = s.is(i, SELDOM)
        && s.any(
            i.wrapping_sub(1),
            &[
                "happen", "happens", "happened", "occur", "occurs", "occurred", "place", "met",
                "meet",
            ],
        );
    if happens {
        verb = if s.any(i - 1, &["place"]) { i.saturating_sub(2) } else { i - 1 };
        while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) {
            verb -= 1;
        }
    }
    if s.is(i, SELDOM)
        && !happens
        && !s.is(i.wrapping_sub(1), AUXILIARY)
        && !s.is(i + 1, VERB)
        && !(s.is(i + 1, KEEP.or(IMPROVE)) && s.is(i.wrapping_sub(1), PERSON))
        && !participle(s, i + 1)
        && verb == i
    {
        return;
    }
    fault_with_verb(x, verb, i, cue);
}
