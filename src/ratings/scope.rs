//! What a grade is for: the judgements of a sentence, and how several share a grade or have one each.

use std::borrow::Cow;

use super::Context;
use super::licence::Licence;
use super::links::{self, Linked, Scope};
use super::record::Draft;
use super::rules;
use super::sentence::Sentence;
use super::words::Class;
use crate::extractor::Reading;
use crate::framework;
use crate::record::{Extent, RatedJudgement};
use crate::text::Text;

/// What the grade `n` is for.
pub(super) fn scope(
    s: &Sentence<'_>,
    n: usize,
    licence: &Licence,
    floor: usize,
    before: Option<&Draft>,
) -> Scope {
    let grade = &s.grades[n];
    let right = links::right(s, grade);
    if !right.is_empty() {
        return right;
    }
    // 'early years is outstanding (it was good in 2018)'
    let bracket = (grade.first.saturating_sub(4)..grade.first).find(|&i| s.words[i].is("("));
    if let Some((open, before)) = bracket.zip(before)
        && s.words[open + 1..grade.first].iter().all(|w| {
            w.any(&[
                "it",
                "they",
                "this",
                "was",
                "were",
                "had",
                "been",
                "rated",
                "previously",
                "up",
                "down",
                "from",
            ])
        })
        && before.scope.end <= open
    {
        return Scope { end: grade.end, ..before.scope.clone() };
    }
    // 'the home's grades ranged from weak to good'
    if s.any_in(grade.first.saturating_sub(6), grade.first, &["ranged", "varied"]) {
        return Scope { unnamed: true, end: grade.end, ..Scope::default() };
    }
    // 'a clean sweep of top grades', 'straight grade 1s'
    // but 'went straight from good to inadequate'
    let sweep = s.any_in(grade.first.saturating_sub(4), grade.first, &["sweep"])
        || s.before(grade.first).is_some_and(|w| w.is("straight"));
    // 'teaching is good throughout' is of teaching.
    let through = s.word(grade.end).is_some_and(|w| w.is("throughout"));
    if through {
        let left = links::left(s, grade, licence.verb, floor);
        if left.judgements.iter().any(|j| !j.overall) {
            return left;
        }
    }
    if sweep || s.word(grade.end).is_some_and(|w| w.is("throughout")) {
        let extent = Some(Extent { count: None, of: None });
        return Scope { extent, unnamed: true, end: grade.end, ..Scope::default() };
    }
    // 'Only the sixth form fell short: it requires improvement'
    // or 'it was judged to require improvement'
    let subject = licence.verb.min(grade.first).checked_sub(1);
    let subject = subject.map(|i| if s.is_copula(i) { i.saturating_sub(1) } else { i });
    let it = subject.filter(|&i| s.words[i].is("it"));
    let changed = changed_subject(s, licence, floor);
    if !changed.judgements.is_empty() {
        return Scope { end: grade.end, ..changed };
    }
    if let Some(colon) = it.and_then(|i| i.checked_sub(1)).filter(|&i| s.words[i].is(":"))
        && let Some(judgement) =
            s.judgements.iter().rev().find(|j| j.end <= colon && j.first >= floor)
    {
        let (list, _) = links::list_from(s, judgement.first);
        return Scope { judgements: list, end: grade.end, ..Scope::default() };
    }
    // 'How caring it is was not looked at, so it keeps its rating'; 'Leadership was down, having
    // been good': of the judgement that leads the sentence.
    let leads = s.judgements.first().filter(|j| j.first <= 1 && j.end <= grade.first);
    let having = s.any_in(licence.verb.saturating_sub(3), licence.verb + 1, &["having"]);
    // 'Inclusion was its best area: there it was graded'; 'Caring was the only one to keep its rating'
    let there = s.any_in(licence.verb.saturating_sub(4), licence.verb, &["there"]);
    // or 'Only caring escaped with a requires improvement'
    let only = leads.is_some_and(|j| {
        s.any_in(j.end, j.end + 3, &["only"]) || s.words[0].is("only") && j.first == 1
    });
    if let Some(judgement) = leads
        && (s.words[0].is("how") || having || there || only)
        && links::left(s, grade, licence.verb, floor).is_empty()
    {
        let (list, _) = links::list_from(s, judgement.first);
        return Scope { judgements: list, end: grade.end, ..Scope::default() };
    }
    if licence.rule.name == rules::GRADE_RATED.name || licence.rule.name == rules::AREA_SEND.name {
        return Scope { end: grade.end, ..Scope::default() };
    }
    if let Some(judgements) = links::both_before(s, grade.first) {
        return Scope { judgements, end: grade.end, ..Scope::default() };
    }
    let left = links::left(s, grade, licence.verb, floor);
    if !left.is_empty() {
        return Scope { end: right.end.max(grade.end), ..left };
    }
    // 'from good to requires improvement', 'down from good': for the same as the other grade.
    // but 'required improvement in every area, having been good' is of the whole.
    if licence.shares
        && let Some(before) = before
        && !(having && before.scope.unnamed)
    {
        return Scope { end: grade.end, ..before.scope.clone() };
    }
    Scope { end: right.end.max(grade.end), ..Scope::default() }
}

/// 'and **the crisis teams** from inadequate to good': what a further change is told of, which is
/// no provider of its own.
fn changed_subject(s: &Sentence<'_>, licence: &Licence, floor: usize) -> Scope {
    let from = licence.verb;
    let further = licence.rule.name == rules::CHANGE.name
        && licence.left_behind
        && floor > 0
        && s.word(from).is_some_and(|w| w.is("from"));
    let article = (floor.max(from.saturating_sub(6))..from)
        .find(|&i| s.words[i].any(&["the", "its"]))
        .filter(|&i| further && i > 0 && s.words[i - 1].any(&["and", "while"]));
    let Some(first) = article.map(|i| i + 1).filter(|&first| first < from) else {
        return Scope::default();
    };
    let known = s.words[first..from]
        .iter()
        .any(|w| w.mark || w.capital || w.of(Class::MOVING_VERB) || w.of(Class::STAYING_VERB))
        || s.mentions.iter().any(|m| m.first >= first && m.first < from)
        || s.judgements.iter().any(|j| j.end > first && j.first < from);
    if known {
        return Scope::default();
    }
    let span = s.words[first].span.to(s.words[from - 1].span);
    Scope { judgements: vec![Linked { span, overall: false, core: span }], ..Scope::default() }
}

/// 'from requires improvement to good for safety': both are for safety.
pub(super) fn share_scope_of_change(s: &Sentence<'_>, drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        let (from, to) = (&drafts[at - 1], &drafts[at]);
        let changes = [from, to].iter().all(|d| d.rule.name == rules::CHANGE.name);
        let close = s.grades[to.grade].first <= s.grades[from.grade].end + 4;
        if changes && close && from.when.left_behind && from.scope.is_empty() {
            drafts[at - 1].scope.judgements = drafts[at].scope.judgements.clone();
        }
    }
}

/// 'safe and well-led, down from good and outstanding respectively': one grade each.
pub(super) fn respectively(s: &Sentence<'_>, drafts: &mut [Draft]) {
    let two = drafts.len() == 2
        && drafts[1].rule.name == rules::LISTED.name
        && drafts[0].mentions.len() == 2
        && drafts[0]
            .mentions
            .iter()
            .map(|m| m.first)
            .eq(drafts[1].mentions.iter().map(|m| m.first));
    if two {
        pair_names(drafts);
        return;
    }
    if !s.words.iter().any(|w| w.is("respectively")) || drafts.len() < 2 {
        return;
    }
    let count = drafts.len();
    let shared: Vec<Linked> = drafts[..count - 1]
        .iter()
        .rev()
        .find(|d| d.scope.judgements.len() == 2)
        .map(|d| d.scope.judgements.clone())
        .unwrap_or_default();
    if let [first, second] = &shared[..] {
        drafts[count - 2].scope.judgements = vec![first.clone()];
        drafts[count - 1].scope.judgements = vec![second.clone()];
    }
    pair_names(drafts);
}

/// 'Beech Court and The Laurels were rated good and requires improvement': one grade each.
fn pair_names(drafts: &mut [Draft]) {
    let count = drafts.len();
    let names = drafts[count - 2].mentions.clone();
    if let [first, second] = &names[..] {
        drafts[count - 2].mentions = vec![first.clone()];
        drafts[count - 1].mentions = vec![second.clone()];
    }
}

/// The judgements of a draft, as they are recorded.
pub(super) fn judgements(
    reading: &Reading<'_>,
    context: &Context<'_>,
    draft: &Draft,
    grade: &str,
) -> Vec<Option<RatedJudgement>> {
    let source = reading.text.source;
    let overall = RatedJudgement { key: Some(Cow::Borrowed("overall")), text: None, span: None };
    if draft.scope.unnamed && draft.scope.judgements.is_empty() {
        return vec![None];
    }
    if draft.scope.judgements.is_empty() {
        // Report cards have no grade for the whole.
        if context.scale_is_card() && context.scale.grades.iter().any(|g| g.key == grade) {
            return vec![None];
        }
        return vec![Some(overall)];
    }
    let mut list: Vec<Option<RatedJudgement>> = Vec::new();
    for linked in &draft.scope.judgements {
        let words = linked.span.of(source);
        // 'Overall experiences and progress of children: good' heads a list of labels.
        let heads = draft.rule.name == rules::LABEL.name && words.starts_with("Overall ");
        let judgement = if linked.overall || heads {
            overall.clone()
        } else {
            let text = words.to_owned();
            let key = key_of(reading, context, words)
                .or_else(|| key_of(reading, context, linked.core.of(source)));
            RatedJudgement { key, text: Some(text), span: Some(linked.span) }
        };
        let judgement = Some(judgement);
        if !list.contains(&judgement) {
            list.push(judgement);
        }
    }
    if draft.scope.unnamed {
        list.push(None);
    }
    list
}

fn key_of(reading: &Reading<'_>, context: &Context<'_>, words: &str) -> Option<Cow<'static, str>> {
    for own in reading.frameworks {
        if let Some(judgement) = own.judgement(words) {
            return Some(judgement.key.clone());
        }
    }
    let framework = context.document.framework.as_deref().and_then(framework::find);
    if let Some(judgement) = framework.and_then(|f| f.judgement(words)) {
        return Some(judgement.key.clone());
    }
    let remit = framework.map(|f| &*f.remit);
    framework::judgement_key(words, remit).map(Cow::Borrowed)
}

/// The judgements of a grade that only points at them: those that the sentence before tells of, or
/// those of the grade before.
pub(super) fn told_before(
    text: &Text<'_>,
    s: &Sentence<'_>,
    number: usize,
    end: usize,
    last: Option<&Draft>,
) -> Vec<Linked> {
    let plain = |most: usize| {
        let before = text.sentences.get(number.checked_sub(1)?)?;
        (before.span.len() < most).then(|| Sentence::plain(text, before.span))
    };
    // 'Only the care leavers' judgement fell short. There it requires improvement.'
    if s.words[0].is("there")
        && let Some(before) = plain(600)
        && let [judgement] = &before.judgements[..]
    {
        return links::list_from(&before, judgement.first).0;
    }
    // 'It is now adequate at this': at what the grade before was for.
    if s.word(end).is_some_and(|w| w.any(&["at", "for", "in", "on"]))
        && s.word(end + 1).is_some_and(|w| w.any(&["this", "that", "these", "both", "it", "them"]))
        && s.word(end + 2).is_none_or(|w| w.mark || w.any(&["too", "and", "in"]))
        && let Some(last) = last.filter(|d| d.number + 1 >= number)
        && !last.scope.judgements.is_empty()
    {
        return last.scope.judgements.clone();
    }
    // 'The experiences of care leavers require improvement. Three years ago they were good.'
    let they = (0..s.words.len().min(8)).find(|&i| s.words[i].is("they") && s.is_copula(i + 1));
    if they.is_some()
        && s.mentions.is_empty()
        && let Some(last) = last.filter(|d| d.number + 1 == number)
        && let [one] = &last.scope.judgements[..]
        && !one.overall
    {
        return vec![one.clone()];
    }
    // 'Leadership came in for praise. That is rated outstanding.'
    if s.words[0].any(&["that", "this", "both", "these"])
        && s.is_copula(1)
        && let Some(before) = plain(400)
    {
        // or 'when behaviour was the only area that was good'
        let leading = before.judgements.iter().find(|j| j.first <= 1 && !j.overall);
        let sole = match &before.judgements[..] {
            [one] => before.words[one.end..].iter().take(3).any(|w| w.is("only")),
            _ => false,
        };
        // 'They looked at whether it was safe and well-led. Both were rated good.'
        let two = before.judgements.len() == 2 && s.words[0].is("both");
        let leading = leading.or_else(|| before.judgements.first().filter(|_| sole || two));
        if let Some(first) = leading {
            let list = links::list_from(&before, first.first).0;
            if s.words[0].any(&["that", "this"]) == (list.len() == 1) {
                return list;
            }
        }
    }
    Vec::new()
}
