//! Faults told by set phrases: 'plans are out of date', 'support falls away'.

use super::super::phrase::{Run, Sentence};
use super::super::voice::Side;
use super::super::words::*;
use super::super::{Finding, Statement};
use super::at_fault::{clause, fault_of, fault_with_verb, participle, share_of};
use super::{CLAUSE, is_finding};
use crate::record::AreaKind::Weakness;
use crate::tables::areas as lists;

/// Set phrases that fault what they are said of, by their last words.
const PHRASES: &[&[&str]] = &[
    &["out", "of", "date"],
    &["out", "of", "control"],
    &["out", "of", "step"],
    &["of", "poor", "quality"],
    &["of", "variable", "quality"],
    &["hit", "and", "miss"],
    &["hit-and-miss"],
    &["in", "a", "state", "of", "flux"],
    &["in", "disrepair"],
    &["in", "crisis"],
    &["behind", "schedule"],
    &["below", "average"],
    &["below", "the", "national", "average"],
    &["below", "the", "average"],
    &["above", "the", "national", "average"],
    &["below", "standard"],
    &["at", "an", "early", "stage"],
    &["at", "an", "early", "stage", "of", "development"],
    &["in", "its", "early", "stages"],
    &["in", "their", "early", "stages"],
    &["in", "the", "early", "stages"],
    &["at", "a", "low", "ebb"],
    &["in", "poor", "condition"],
    &["in", "a", "poor", "state"],
    &["in", "short", "supply"],
    &["thin", "on", "the", "ground"],
    &["off", "track"],
    &["in", "tatters"],
    &["in", "chaos"],
    &["a", "lottery"],
    &["a", "postcode", "lottery"],
    &["under", "strain"],
    &["at", "breaking", "point"],
    &["far", "from", "good"],
    &["let", "down"],
    &["within", "reach"],
    &["of", "mixed", "quality"],
    &["of", "uneven", "quality"],
    &["of", "inconsistent", "quality"],
    &["the", "norm"],
    &["part", "of", "life"],
    &["in", "its", "infancy"],
    &["in", "their", "infancy"],
    &["open", "to", "abuse"],
    &["in", "need", "of", "refurbishment"],
    &["in", "need", "of", "repair"],
    &["past", "its", "expiry", "date"],
    &["past", "their", "expiry", "date"],
    &["past", "its", "use-by", "date"],
    &["past", "their", "use-by", "date"],
    &["past", "their", "planned", "end", "date"],
    &["among", "the", "worst"],
    &["among", "the", "slowest"],
    &["among", "the", "lowest"],
];

/// A set phrase that ends at `i`, after a form of 'be': 'are still out of date'.
pub(super) fn phrases(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // Few words end a phrase.
    let ends = |phrase: &&&[&str]| phrase.last().is_some_and(|last| s.any(i, &[last]));
    let phrase = PHRASES.iter().filter(ends).find(|phrase| s.precedes(i + 1, phrase));
    let mut start = match phrase {
        Some(phrase) => i + 1 - phrase.len(),
        None => match worry(s, i) {
            Some(start) => start,
            None => return,
        },
    };
    while start > 0
        && (s.is(start - 1, ADVERB.or(OPEN))
            || s.any(
                start - 1,
                &["too", "often", "far", "been", "an", "a", "accepted", "left", "normal"],
            ))
    {
        start -= 1;
    }
    // 'are being let down by the council' blames somebody.
    if s.any(i, &["down"]) && s.any(i + 1, &["by"])
        // 'medicines were within reach of children'
        || s.any(i, &["reach"]) && !s.any(i + 1, &["of"])
    {
        return;
    }
    if start == 0
        || s.any(start - 1, &["being"])
        || !s.is(start - 1, BE)
        || s.is(start - 1, NEGATIVE)
        || !is_finding(x, i)
    {
        return;
    }
    fault_with_verb(x, start - 1, i, Run { start: start - 1, end: i + 1 });
}

/// Verbs with the word after them that together fault what they are said of.
const VERB_PHRASES: &[(&[&str], &[&str])] = &[
    (&["go", "goes", "going", "went", "gone"], &["missing", "astray", "backwards"]),
    (&["fall", "falls", "falling", "fell", "fallen"], &["away", "short", "behind"]),
    (&["run", "runs", "running", "ran"], &["out"]),
    (&["break", "breaks", "broke", "broken"], &["down"]),
    (&["but"], &["stopped"]),
    (&["a"], &["halt", "standstill"]),
    (&["be"], &["desired"]),
];

/// 'support falls away', 'complaints go missing', 'key work has all but stopped'.
pub(super) fn verb_phrases(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let before =
        if s.is(i.wrapping_sub(1), ADVERB) { i.wrapping_sub(2) } else { i.wrapping_sub(1) };
    let Some((heads, _)) =
        VERB_PHRASES.iter().find(|(heads, tails)| s.any(i, tails) && s.any(before, heads))
    else {
        return;
    };
    let mut verb = before;
    match heads[0] {
        "but" if s.any(before.wrapping_sub(1), &["all"]) => verb = before - 1,
        "a" if s.any(before.wrapping_sub(1), &["to"]) && before >= 2 => verb = before - 2,
        "be" if s.any(before.wrapping_sub(1), &["to"]) => {
            let leaves = |&j: &usize| s.any(j, &["leave", "leaves", "left"]);
            match (before.saturating_sub(5)..before).rev().find(leaves) {
                Some(leaves) => verb = leaves,
                None => return,
            }
        }
        "but" | "a" | "be" => return,
        _ => {}
    }
    let finite = verb;
    verb = s.verb_group(verb);
    // 'going missing' without a form of 'be' is no predicate.
    if s.word(finite).ends_with("ing") && verb == finite
        || (verb..finite).any(|j| s.is(j, NEGATIVE.or(MODAL)))
        || s.any(verb.wrapping_sub(1), &["to", "not"])
        || !is_finding(x, i)
    {
        return;
    }
    let cue = Run { start: finite, end: i + 1 };
    let Some(subject) = s.subject(verb) else { return };
    // Where children go is no practice; what things do is told by the clause.
    if s.any(i, &["missing", "astray"]) {
        if !s.is(s.head(s.bare(subject)), PERSON.or(BODY)) && !s.is(subject.end - 1, RELATIVE) {
            clause(x, subject, i, cue);
            return;
        }
        if s.is(s.head(s.bare(subject)), PERSON) {
            return;
        }
    }
    fault_with_verb(x, verb, i, cue);
}

/// 'the jail is overrun with rats', 'the control room is short of staff'.
pub(super) fn beset(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let with = s.any(i + 1, &["with", "by"]) && !s.any(i, &["short"])
        || s.any(i, &["short"]) && s.any(i + 1, &["of"]);
    let verb = s.verb_group(i);
    if !with || verb == i || (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL))) || !is_finding(x, i) {
        return;
    }
    let Some(subject) = s.subject(verb) else { return };
    let cue = Run { start: i, end: i + 2 };
    let head = s.head(s.bare(subject));
    if s.is(head, BODY) && !s.any(head, lists::NO_SUBJECT) {
        clause(x, subject, i, cue);
    } else {
        fault_with_verb(x, verb, i, cue);
    }
}

/// 'education was regularly cancelled': what happens too often.
pub(super) fn often_undone(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // 'learning is “constantly” interrupted'
    let marks = |mut j: usize| {
        while s.is(j, OPEN.or(CLOSE)) {
            j = j.wrapping_sub(1);
        }
        j
    };
    let adverb = marks(i.wrapping_sub(1));
    let often = s.any(adverb, lists::FREQUENTLY);
    let be = marks(adverb.wrapping_sub(1));
    if !often || !s.is(be, BE) || s.is(be, NEGATIVE) || !is_finding(x, i) {
        return;
    }
    let verb = s.verb_group(be);
    let Some(subject) = s.subject(verb) else { return };
    if !s.any(s.head(s.bare(subject)), lists::NO_SUBJECT) && !s.is(subject.start, RELATIVE) {
        clause(x, subject, i, Run { start: be, end: i + 1 });
    }
}

/// 'Reading drew criticism', 'attendance came in for criticism'.
pub(super) fn drew_criticism(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let for_it = s.precedes(i, &["in", "for"]) && i >= 3;
    let verb = if for_it { i - 3 } else { i.wrapping_sub(1) };
    let drew = if for_it {
        s.any(verb, &["came", "come", "comes"])
    } else {
        s.any(verb, &["drew", "draws", "attracted", "attracts"])
    };
    if !drew || matches!(x.side(i), Side::Other | Side::Provider) {
        return;
    }
    // What leaders or a trust are criticised for is told elsewhere.
    let named = s.subject(verb).is_some_and(|run| {
        !(run.start..run.end)
            .any(|j| s.is(j, BODY.or(PERSON)) || s.is(j, COMMA.or(CAPITAL)) && j > run.start)
    });
    if !named {
        return;
    }
    fault_with_verb(x, verb, i, Run { start: verb, end: i + 1 });
}

/// 'adults miss chances to extend talk': what people leave unused.
pub(super) fn misses(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let chances = (i + 1..i + 4).any(|j| s.any(j, &["chance", "chances", "opportunities", "opportunity"]))
            // 'miss far more school than their peers'
            || s.any(i, &["miss", "misses"])
                && (i + 1..i + 5).any(|j| s.any(j, &["school", "lessons", "learning", "education"]))
                && (i + 1..i + 3).any(|j| s.any(j, &["far", "more", "so", "much", "too"]));
    let verb = if s.is(i.wrapping_sub(1), ADVERB) { i - 1 } else { i };
    if chances
        && verb > 0
        && s.is(verb - 1, PERSON)
        && is_finding(x, i)
        && let Some(subject) = s.subject(verb)
    {
        clause(x, subject, i, Run { start: i, end: i + 1 });
    }
}

/// 'staff have little understanding of risk', 'the board had little oversight of placements'.
pub(super) fn little(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // 'There was little for people to do'
    if s.any(i, &["little"])
        && s.any(i + 1, &["for"])
        && s.is(i.wrapping_sub(1), BE)
        && s.any(i.wrapping_sub(2), &["there"])
        && is_finding(x, i)
    {
        let run = s.trimmed(Run { start: i, end: s.clause_end_after_verb(i) });
        x.push(Finding::named(s, run, Weakness, Run { start: i, end: i + 1 }, &CLAUSE, 3));
        return;
    }
    let noun = [
        "access",
        "awareness",
        "contact",
        "effect",
        "grasp",
        "success",
        "idea",
        "impact",
        "knowledge",
        "oversight",
        "say",
        "support",
        "understanding",
    ];
    let verb = i.wrapping_sub(1);
    if !s.is(verb, HAVE) || !s.any(i + 1, &noun) || !is_finding(x, i) {
        return;
    }
    fault_with_verb(x, verb, i, Run { start: verb, end: i + 1 });
}

/// 'staff start work before their checks have come back'.
pub(super) fn before_checks(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let checks = (i + 1..i + 5)
        .find(|&j| s.any(j, &["checks", "references", "training", "vetting", "induction"]));
    if let Some(checks) = checks
        && s.is(checks + 1, HAVE.or(BE))
        && let Some(verb) = (i.saturating_sub(8)..i).rev().find(|&j| s.is(j, FINITE))
        && let Some(subject) = s.subject(verb)
        && s.is(s.head(s.bare(subject)), PERSON)
        && is_finding(x, i)
    {
        clause(x, subject, checks + 1, Run { start: i, end: i + 1 });
    }
}

/// Where 'a concern', 'a significant weakness', 'an ongoing challenge' starts that ends at `i`.
fn worry(s: &Sentence<'_>, i: usize) -> Option<usize> {
    let weak = s.any(i, &["point", "spot"]) && s.any(i.wrapping_sub(1), &["weak"]);
    if !(weak || s.any(i, &["concern", "problem", "weakness", "challenge", "worry", "issue"]))
        || s.any(i + 1, &["of", "that", "with", "in"])
    {
        return None;
    }
    (i.saturating_sub(3)..i).rev().find(|&j| s.any(j, &["a", "an", "another"]))
}

/// 'prisoners were locked up for 22 hours', 'they were left for long spells'.
pub(super) fn left(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let passive = (i.saturating_sub(3)..i).any(|j| s.is(j, BE) && !s.is(j, NEGATIVE))
        && (i.saturating_sub(3)..i).all(|j| !s.is(j, NEGATIVE));
    if s.follows(i, &["left", "in", "no", "doubt"]) {
        return;
    }
    if passive
        && (s.is(i + 1, PREPOSITION.or(ADVERB))
            || s.any(i + 1, &["up", "alone", "behind"])
            || s.any(i, &["left"]) && s.any(i + 1, lists::LEFT_FORMS))
    {
        // 'medicines were left in unlocked rooms'
        let verb = (i.saturating_sub(3)..i).find(|&j| s.is(j, BE)).unwrap_or(i - 1);
        let thing = s.any(i, &["left"])
            && s.any(i + 1, &["in", "lying", "on", "open", "out", "unattended", "uncovered"])
            && !s.any(i + 2, &["charge", "care", "place"])
            && s.subject(verb).is_some_and(|run| {
                let head = s.head(s.bare(run));
                !s.is(head, PERSON.or(BODY).or(CAPITAL)) || s.is(head, CAPITAL) && head == 0
            });
        if thing {
            if is_finding(x, i) {
                fault_with_verb(x, verb, i, Run { start: verb, end: i + 1 });
            }
            return;
        }
        // 'schools are left to manage without advice'
        if s.any(i + 1, &["to"]) && s.any(i + 2, &["cope", "fend", "manage", "struggle"]) {
            clause_of(x, i, PERSON.or(BODY));
        } else {
            people_clause(x, i);
        }
    }
}

/// 'some staff feel unable to raise concerns', 'carers are unsure what to do'.
pub(super) fn unable(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let sure = !s.any(i, &["unable"])
        && s.any(i + 1, &["about", "how", "of", "what", "when", "whether", "who"]);
    if s.any(i, &["unable"]) && s.any(i + 1, &["to"]) || sure {
        people_clause(x, i);
    }
}

/// 'has lost its way', 'had lost touch with'.
pub(super) fn lost(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let what = if s.is(i + 1, ARTICLE) { i + 2 } else { i + 1 };
    if s.any(what, &["way", "touch", "contact", "sight", "momentum", "focus", "direction"])
        && !(i.saturating_sub(3)..i).any(|j| s.is(j, NEGATIVE.or(MODAL)))
        && is_finding(x, i)
    {
        fault_of(x, i, Run { start: i, end: what + 1 });
    }
}

/// 'assessments were written only after …', 'plans are written without the family'.
pub(super) fn only_after(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let late = s.any(i, &["only"]) && s.any(i + 1, &["after", "when", "once"]);
    let without = s.any(i, &["without"]);
    // 'trustees had accepted it without checking'
    if without
        && s.any(i + 1, &["asking", "challenging", "checking", "knowing", "questioning", "testing"])
    {
        people_clause(x, i);
        return;
    }
    if !(late || without) || i < 2 || !participle(s, i - 1) {
        return;
    }
    let verb = s.verb_group(i - 1);
    if verb + 1 < i && !(verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL))) && is_finding(x, i) {
        fault_with_verb(x, verb, i, Run { start: i, end: i + 1 });
    }
}

/// 'Too often, visits are cut short', 'In too many cases, nobody told the school'.
pub(super) fn too_often(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let often = s.any(i + 1, &["often", "frequently"]) && s.is(i + 2, COMMA);
    let cases = s.any(i + 1, &["many"])
        && s.any(i + 2, &["cases", "instances", "subjects", "lessons", "areas"])
        && s.is(i + 3, COMMA);
    let opens = i == 0 || s.is(i - 1, OPEN) || cases && i <= 2 && s.any(i - 1, &["in"]);
    if !opens || !(often || cases) || !is_finding(x, i) {
        return;
    }
    let from = if often { i + 3 } else { i + 4 };
    let Some(verb) =
        (from + 1..s.len().min(from + 24)).find(|&j| s.is(j, VERB) && s.is_main_verb(j))
    else {
        return;
    };
    // A fault of the clause's own is read by itself.
    let end = s.clause_end_after_verb(verb + 1);
    if (verb..end).any(|j| s.is(j, FAULTY.or(NEGATIVE).or(SELDOM))) {
        return;
    }
    let cue = Run { start: i, end: from };
    let subject = Run { start: from, end: verb };
    let relative = (from..verb).any(|j| s.is(j, RELATIVE));
    if relative || s.is(s.head(s.bare(subject)), PERSON) {
        clause(x, subject, verb, cue);
    } else {
        fault_with_verb(x, verb, verb, cue);
    }
}

/// 'was criticised for failing to record accidents'.
pub(super) fn for_failing(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if !s.any(i, &["failing"])
        || !s.any(i + 1, &["to"])
        || !s.any(i.wrapping_sub(1), &["for"])
        || !(i.saturating_sub(8)..i).any(|j| s.is(j, FAULT_CUE))
        || !is_finding(x, i)
    {
        return;
    }
    let run = s.trimmed(Run { start: i, end: s.clause_end_after_verb(i + 3) });
    if run.end >= run.start + 4 {
        let cue = Run { start: i - 1, end: i };
        x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 3));
    }
}

/// 'attendance has further to climb', 'supervision has some way to go'.
pub(super) fn way_to_go(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let last = s.any(i, &["climb", "go", "travel"]);
    if !last || !s.any(i.wrapping_sub(1), &["to"]) || i < 4 {
        return;
    }
    let (from, way) = (i - 2, s.any(i - 2, &["further", "way", "distance"]));
    let has = (from.saturating_sub(4)..from).rev().find(|&j| s.is(j, HAVE));
    if let Some(has) = has.filter(|_| way)
        && !(has..from).any(|j| s.is(j, NEGATIVE))
        && is_finding(x, i)
    {
        fault_with_verb(x, has, i, Run { start: has, end: i + 1 });
    }
}

/// 'medication records contained gaps', 'plans contain conflicting information'
pub(super) fn contains(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let bad = (i + 1..i + 4).take_while(|&j| !s.is(j, MARK.or(AND))).any(|j| {
        s.is(j, FAULT_PLACE.or(FAULT_SURE))
            || s.any(j, &["conflicting", "contradictory", "errors", "inaccuracies", "mistakes"])
    });
    if bad && !s.is(i.wrapping_sub(1), NEGATIVE) && is_finding(x, i) {
        fault_with_verb(x, i, i, Run { start: i, end: i + 2 });
    }
}

/// 'the teaching of maths came under fire'
pub(super) fn under_fire(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let Some(verb) = i.checked_sub(2) else { return };
    let comes = s.any(verb, &["came", "come", "comes"]) && s.any(verb + 1, &["under"]);
    let named = s.subject(verb).is_some_and(|run| {
        !(run.start..run.end).any(|j| s.is(j, BODY.or(PERSON))) && !s.is(run.start, RELATIVE)
    });
    if comes && named && !matches!(x.side(i), Side::Other | Side::Provider) {
        fault_with_verb(x, verb, i, Run { start: verb, end: i + 1 });
    }
}

/// 'some staff turn a blind eye to bad language'
pub(super) fn blind_eye(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let Some(verb) = i.checked_sub(2) else { return };
    if s.any(verb, &["turn", "turned", "turns"]) && is_finding(x, i) {
        people_with_verb(x, verb, i + 1);
    }
}

/// 'families had to fight for everything', 'staff have to chase for information'
pub(super) fn hardship(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let to = if s.is(i.wrapping_sub(1), OPEN) { i.wrapping_sub(2) } else { i.wrapping_sub(1) };
    let have = to.wrapping_sub(1);
    if s.any(to, &["to"]) && s.is(have, HAVE) && !s.is(have, NEGATIVE) && is_finding(x, i) {
        people_with_verb(x, have, i);
    }
}

/// 'many get no help at all'
pub(super) fn get_no(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let verb = i.wrapping_sub(1);
    // 'Some children had no named social worker'
    let nobody = s.is(verb, HAVE)
        && (s.any(i + 1, &["allocated", "dedicated", "named", "permanent"])
            || s.any(i + 1, lists::HELP_GIVEN));
    if s.any(i, &["no"]) && nobody && is_finding(x, i) {
        people_with_verb(x, verb, i + 1);
    } else if s.any(i, &["no"])
        && s.any(verb, &["get", "gets", "got", "receive", "received", "receives"])
        && s.any(i + 1, lists::HELP_GIVEN)
        && is_finding(x, i)
    {
        people_with_verb(x, verb, i + 1);
    }
}

/// Records the clause of the verb at `verb`, if its subject is people.
pub(super) fn people_with_verb(x: &mut Statement<'_, '_>, verb: usize, at: usize) {
    let s = x.s;
    let mut first = verb;
    while first > 0 && s.is(first - 1, AUXILIARY.or(ADVERB)) {
        first -= 1;
    }
    let Some(subject) = s.subject(first) else { return };
    let bare = s.bare(subject);
    let head = s.head(Run { start: share_of(s, bare), end: bare.end });
    let others = s.is(head, INSPECTORATE) || s.any(head, &["councillors", "members"]);
    if !others && (s.is(head, PERSON) || s.any(head, &["they", "them", "some", "many", "most"])) {
        clause(x, subject, at, Run { start: verb, end: at + 1 });
    }
}

/// Records the clause around word `at`, if its subject is people.
pub(super) fn people_clause(x: &mut Statement<'_, '_>, at: usize) {
    clause_of(x, at, PERSON);
}

/// Records the clause around word `at`, if its subject is of a class, or a pronoun for people.
fn clause_of(x: &mut Statement<'_, '_>, at: usize, class: Class) {
    let s = x.s;
    let floor = at.saturating_sub(14);
    let verb = (floor..at + 1)
        .rev()
        .take_while(|&j| !s.is(j, BREAK.or(COMMA)))
        .find(|&j| s.is(j, AUXILIARY) && s.is_main_verb(j) || s.is(j, FINITE) && j < at);
    let Some(mut verb) = verb else { return };
    verb = s.verb_group(verb);
    let Some(subject) = s.subject(verb) else { return };
    let bare = s.bare(subject);
    let people = (bare.start..bare.end).any(|j| s.is(j, class))
        || s.any(s.head(bare), &["they", "some", "many", "most"]);
    if people && is_finding(x, at) {
        clause(x, subject, at, Run { start: verb, end: at + 1 });
    }
}
