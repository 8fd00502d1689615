//! What is there now or has got better, in the provider's words: 'a new plan is in place',
//! 'caseloads are down', 'a deputy starts in May'.

use super::super::list::{self, Reading};
use super::super::phrase::{Run, Sentence};
use super::super::required::names_area;
use super::super::voice::Side;
use super::super::words::*;
use super::super::{Finding, Statement};
use super::{BEEN_DONE, HAS_DONE, contracted, push_items};
use crate::record::AreaKind::Measure;
use crate::tables::areas as lists;

/// Whether 'in place', 'up and running', 'back in use' or the like ends at `i`.
pub(super) fn is_in_force(s: &Sentence<'_>, i: usize) -> bool {
    s.any(i, &["place", "post", "use", "operation"]) && s.any(i.wrapping_sub(1), &["in"])
        || s.precedes(i + 1, &["up", "and", "running"])
        || s.precedes(i + 1, &["under", "way"])
        || s.any(i, &["underway"])
}

/// 'a new curriculum plan had been in place since', 'an experienced manager has been in post'.
pub(super) fn in_force(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let first = if s.any(i, &["running"]) {
        i - 2
    } else if s.any(i, &["underway"]) {
        i
    } else {
        i - 1
    };
    let mut verb = first;
    while verb > 0 && (s.is(verb - 1, AUXILIARY.or(ADVERB)) || s.any(verb - 1, &["back"])) {
        verb -= 1;
    }
    if verb == first
        || x.side(i) != Side::Provider
        || (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL)) && !s.any(j, &["will"]))
    {
        return;
    }
    let Some(subject) = s.subject(verb) else { return };
    let run = s.bare(subject);
    let bare = run.end == run.start + 1
        && (s.any(run.start, lists::GENERAL) || s.is(run.start, STEP.or(DONE)));
    // 'measures already in place include …' is a list.
    let lists = (i + 1..i + 3).any(|j| s.any(j, &["include", "includes"]));
    if !run.is_empty() && names_area(s, run) && !bare && !lists {
        x.push(Finding::named(s, run, Measure, Run { start: verb, end: i + 1 }, &BEEN_DONE, 2));
    }
}

/// 'caseloads have come down', 'delays had halved', 'staffing is up by a fifth', in the provider's
/// words.
pub(super) fn moved(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let mut verb = i;
    while verb > 0
        && (s.is(verb - 1, AUXILIARY.or(ADVERB))
            || s.any(verb - 1, &["come", "coming", "gone", "going"]))
    {
        verb -= 1;
    }
    // 'is down', 'has fallen': not 'fell down', 'brought down'.
    let particle = s.any(i, &["up", "down"]);
    let finite = s.is(verb, HAVE) || particle && s.is(verb, BE);
    let followed = s.is(i + 1, MARK.or(PREPOSITION).or(NUMBER).or(OPENER).or(ADVERB).or(AND))
        || s.any(i + 1, &["since"])
        || i + 1 >= s.len();
    if verb == i
        || !finite
        || !(followed || particle)
        || (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL)))
        || particle && s.any(i + 1, &["to"]) && !s.is(i + 2, NUMBER) && !s.any(i + 2, &["zero"])
        || x.side(i) != Side::Provider
    {
        return;
    }
    let Some(subject) = s.subject(verb) else { return };
    let run = list::strip(s, s.bare(subject), Reading::Plain);
    if run.is_empty() {
        return;
    }
    let levels =
        if s.any(i, lists::COMING_DOWN) { lists::MENDED_LEVELS } else { lists::LEVELS_OF_PRACTICE };
    if s.any(s.head(run), levels) {
        x.push(Finding::named(s, run, Measure, Run { start: verb, end: i + 1 }, &BEEN_DONE, 2));
    }
}

/// "There's now an officer in the team", 'we now have a plan', in the provider's words.
pub(super) fn there_is_now(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let there = s.any(i.wrapping_sub(1), &["there's", "there’s"])
        || s.precedes(i, &["there", "is"])
        || s.precedes(i, &["there", "are"]);
    let have = s.any(i.wrapping_sub(1), &["we"]) && s.any(i + 1, &["have"]);
    let from = if have { i + 2 } else { i + 1 };
    if !(there || have)
        || !s.is(from, ARTICLE.or(NUMBER).or(QUANTIFIER))
        || s.any(from, &["no"])
        || x.side(i) != Side::Provider
    {
        return;
    }
    push_items(x, from, Run { start: i - 1, end: from }, &HAS_DONE);
}

/// "We've got a new scheme in place", "and there's a dedicated adviser", in the provider's words.
pub(super) fn got(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let from = i + 1;
    let has = s.any(i, &["got"]) && s.is(i.wrapping_sub(1), HAVE);
    // 'three new heads of year'
    let several = s.is(from, NUMBER.or(QUANTIFIER))
        && s.any(from + 1, &["new", "extra", "more", "additional"])
        && !s.any(from, &["no", "any"]);
    // What is there is a step only beside other steps.
    let there =
        !s.any(i, &["got"]) && (i.saturating_sub(40)..i).any(|j| s.is(j, DONE) && contracted(s, j));
    if !(has || there)
        || !(s.any(from, &["a", "an"]) || several)
        || s.is(from + 1, PREPOSITION)
        || x.side(i) != Side::Provider
        || !x.is_quoted(i)
    {
        return;
    }
    let noun = s.head(Run { start: from, end: s.len().min(from + 6) });
    if (from..=noun).any(|j| s.any(j, lists::GENERAL)) {
        return;
    }
    push_items(x, from, Run { start: i, end: from }, &HAS_DONE);
}

/// 'A new manager, Lorna Beck, starts on Monday', in the provider's words.
pub(super) fn arrives(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let verb = s.verb_group(if s.any(i, &["live"]) { i.saturating_sub(1) } else { i });
    let coming = s.any(i, &["working", "helping", "supporting", "overseeing", "leading"]);
    if (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL)) && !s.any(j, &["will", "would"]))
        || coming && !s.is(i.wrapping_sub(1), BE)
        || s.any(i, &["live"]) && !s.any(i.wrapping_sub(1), &["goes", "went", "gone"])
        || x.side(i) != Side::Provider
    {
        return;
    }
    let Some(mut subject) = s.subject(verb) else { return };
    // The name stands between commas: 'a new head, Jane Roe, joined us'.
    if s.is(verb.wrapping_sub(1), COMMA) && subject.end == verb {
        return;
    }
    if let Some(comma) = (subject.start..subject.end).find(|&j| s.is(j, COMMA)) {
        subject.end = comma;
    }
    let new = (subject.start..subject.end).any(|j| {
        s.any(j, &["new", "additional", "extra", "permanent", "interim", "experienced", "external"])
    });
    let opens = s.is(subject.start, ARTICLE.or(NUMBER).or(QUANTIFIER));
    let post = s.any(subject.end - 1, lists::POSTS)
        || (subject.start..subject.end).any(|j| s.any(j, lists::POSTS));
    if !opens
        || !(new || s.any(subject.start, &["a", "an"]) && post)
        || subject.end > subject.start + 8
    {
        return;
    }
    let run = s.bare(subject);
    if names_area(s, run) && !s.is(s.head(run), OTHER) {
        x.push(Finding::named(s, run, Measure, Run { start: verb, end: i + 1 }, &HAS_DONE, 3));
    }
}
