//! Faults that figures and times tell: 'children wait months', 'availability has dropped to 61 per
//! cent', 'assaults had doubled'.

use super::super::Statement;
use super::super::phrase::Run;
use super::super::words::*;
use super::at_fault::{clause, fault_of, fault_with_verb};
use super::is_finding;
use super::told::{people_clause, people_with_verb};
use crate::tables::areas as lists;

/// 'assessments take more than two years': a time that the text itself calls long.
pub(super) fn takes_long(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let long = s.follows(i + 1, &["more", "than"])
        || s.follows(i + 1, &["longer", "than"])
        || s.follows(i + 1, &["up", "to"])
        || s.follows(i + 1, &["an", "average", "of"])
        || s.any(i + 1, &["over"])
        || s.any(i + 1, &["months", "years"]) && s.any(i + 2, &["to"]);
    let unit = (i + 1..s.len().min(i + 7))
        .any(|j| s.any(j, &["hours", "days", "weeks", "months", "years", "year"]));
    let verb = s.verb_group(i);
    if !long || !unit || (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL))) {
        return;
    }
    let Some(subject) = s.subject(verb) else { return };
    let head = s.head(s.bare(subject));
    if s.is(head, PERSON.or(BODY).or(INSPECTORATE)) || s.any(head, lists::NO_SUBJECT) {
        return;
    }
    if is_finding(x, i) {
        clause(x, subject, i, Run { start: i, end: i + 2 });
    }
}

/// 'availability has dropped to 61 per cent', 'attendance fell by a fifth'.
pub(super) fn dropped(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let verb = s.verb_group(i);
    if (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL))) {
        return;
    }
    if let Some(subject) = s.subject(verb)
        && s.any(s.head(s.bare(subject)), lists::LEVELS_OF_PRACTICE)
        && is_finding(x, i)
    {
        fault_with_verb(x, verb, i, Run { start: verb, end: i + 1 });
    }
}

/// 'assaults had risen', 'bullying is common': more of what is bad.
pub(super) fn more_of_bad(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let mut verb = i;
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB).or(OPEN)) && !s.is(verb - 1, MODAL) {
        verb -= 1;
    }
    if s.any(i, &["available"])
        && !s.any(i.wrapping_sub(1), &["easily", "freely", "readily", "widely"])
    {
        return;
    }
    while verb > 0 && s.any(verb - 1, &["almost", "nearly"]) {
        verb -= 1;
        verb = s.verb_group(verb);
    }
    // 'drugs are easy to get hold of'
    let easy = s.any(i, &["easy"])
        && !(s.any(i + 1, &["to"]) && s.any(i + 2, &["buy", "come", "find", "get", "obtain"]));
    if easy
        || s.any(i, lists::SPREAD) && verb == i
        || (verb.saturating_sub(1)..i).any(|j| s.is(j, NEGATIVE.or(MODAL)))
    {
        return;
    }
    let Some(subject) = s.subject(verb) else { return };
    let bare = s.bare(subject);
    // 'the use of force had doubled'
    let head = s.head(bare);
    let use_of = s.any(head, &["use"])
        && s.any(head + 1, &["of"])
        && s.any(
            head + 2,
            &["agency", "exclusion", "exclusions", "force", "restraint", "segregation"],
        );
    if (use_of || s.any(head, lists::BAD_THINGS)) && is_finding(x, i) {
        fault_with_verb(x, verb, i, Run { start: verb, end: i + 1 });
    }
}

/// 'response times have got worse', 'attendance is lower than it should be'.
pub(super) fn worse(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let got = s.any(i, &["worse"])
        && (i.saturating_sub(3)..i)
            .any(|j| s.any(j, &["got", "getting", "gets", "become", "becoming", "became"]));
    // 'is used more often than it needs to be'
    let than = i + 1 + usize::from(s.any(i, &["more", "less"]) && s.any(i + 1, &["often"]));
    let should = s.any(than, &["than"])
        && s.any(than + 1, &["it", "they"])
        && s.any(than + 2, &["should", "needs", "need", "ought"]);
    if !(got || should) || (i.saturating_sub(4)..i).any(|j| s.is(j, NEGATIVE.or(MODAL))) {
        return;
    }
    if is_finding(x, i) {
        fault_of(x, i, Run { start: i, end: i + 1 });
    }
}

/// 'children wait months for a visit', '1,140 children were waiting for an assessment'.
pub(super) fn waits(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let stop = s.len().min(i + 9);
    let near = |words: &[&str]| (i + 1..stop).any(|j| s.any(j, words));
    if s.is(i.wrapping_sub(1), ARTICLE.or(FAULT_ATTRIBUTE).or(PREPOSITION).or(NEGATIVE).or(MODAL))
        || s.is(i + 1, NEGATIVE)
        || near(&["too", "no", "only", "less", "fewer", "patiently", "turn"])
    {
        return;
    }
    let verb = s.verb_group(i);
    if s.any(i, &["waiting"]) && verb == i || (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL))) {
        return;
    }
    let Some(subject) = s.subject(verb) else { return };
    let bare = s.bare(subject);
    let hours = (i + 9..i + 12)
        .take_while(|&j| !s.is(j, MARK))
        .any(|j| s.any(j, &["months", "weeks", "hours"]));
    let long = hours
        || near(&[
            "long", "longer", "months", "weeks", "years", "days", "hours", "minutes", "year",
        ]);
    let counted = s.is(bare.start, NUMBER) && s.any(i, &["waiting"]);
    let who = s.is(s.head(bare), PERSON) || s.any(bare.start, &["they", "some", "many", "most"]);
    if who && (long || counted) && is_finding(x, i) {
        clause(x, subject, i, Run { start: i, end: i + 1 });
    }
}

/// 'carry as many as 34 cases', 'were unlocked for less than two hours', 'had more than 25 each'.
pub(super) fn figures(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let number = i + 1;
    let excess = s.precedes(i, &["as", "many"]) && s.any(i, &["as"]);
    let than = s.any(i, &["than"]) && (s.is(number, NUMBER.or(QUANTIFIER)));
    let short = than
        && s.any(i.wrapping_sub(1), &["less", "fewer"])
        && s.any(number + 1, &["hours", "hour", "minutes"]);
    let each = than
        && s.any(i.wrapping_sub(1), &["more"])
        && (number..number + 5).any(|j| s.any(j, &["each", "apiece"]));
    if excess || short || each {
        people_clause(x, i);
    }
}

/// 'one in six young people had lost touch': a share of people of whom something bad is said.
pub(super) fn one_in(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if !s.any(i + 1, &["in"]) || !s.is(i + 2, NUMBER.or(QUANTIFIER)) && !s.any(i + 2, &["ten"]) {
        return;
    }
    let bad = (i + 3..s.len().min(i + 16)).take_while(|&j| !s.is(j, MARK)).find(|&j| {
        s.is(j, NEGATIVE.or(FAULTY))
            || s.any(
                j,
                &["lost", "no", "without", "missed", "left", "missing", "failed", "waiting"],
            )
    });
    if let Some(bad) = bad {
        people_clause(x, bad);
    }
}

/// 'crews spent hours queueing', 'prisoners spend up to 23 hours a day in their cells'
pub(super) fn spent(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let long = (i + 1..i + 7).take_while(|&j| !s.is(j, MARK)).any(|j| {
        s.any(j, lists::SPANS_OF_TIME)
            || s.any(j, &["periods", "spells", "stretches"])
                && s.any(j - 1, &["extended", "lengthy", "long", "prolonged"])
            || s.any(j, &["most", "much"])
                && s.any(j + 1, &["of"])
                && (j + 2..j + 9).any(|k| s.any(k, lists::CONFINED))
            || s.any(j, &["too"]) && s.any(j + 1, &["long", "much"])
    });
    if long && is_finding(x, i) {
        people_with_verb(x, i, i + 1);
    }
}
