//! From graded words to records: what is left open in a sentence is settled with the whole text.

use std::borrow::Cow;
use std::collections::HashSet;

use super::Context;
use super::licence::{self, Licence};
use super::links::{self, Linked, Scope};
use super::names::{self, Names};
use super::providers::{Mention, MentionKind};
use super::rules;
use super::sentence::Sentence;
use super::when::{self, Inspections, Known, When};
use super::words::Class;
use crate::authority;
use crate::dates::DateValue;
use crate::extractor::Reading;
use crate::framework;
use crate::record::{DateRole, DocumentKind, Extent, Provider, RatedJudgement, Rating, Span, Time};
use crate::rule::Rule;
use crate::text::BlockKind;

/// A rating whose provider, time and date are not settled yet.
#[derive(Clone)]
struct Draft {
    sentence: usize,
    /// The number of the sentence in the text.
    number: usize,
    grade: usize,
    rule: &'static Rule,
    scope: Scope,
    mentions: Vec<Mention>,
    when: When,
}

/// The sentences with ratings, and the ratings.
#[derive(Default)]
pub(super) struct Collected<'t> {
    sentences: Vec<Sentence<'t>>,
    drafts: Vec<Draft>,
}

/// Reads the ratings of a sentence.
pub(super) fn collect<'t>(
    reading: &Reading<'t>,
    context: &Context<'_>,
    number: usize,
    sentence: Sentence<'t>,
    collected: &mut Collected<'t>,
) {
    let s = &sentence;
    let mut licences: Vec<Option<Licence>> = Vec::with_capacity(s.grades.len());
    let mut floor = 0;
    for n in 0..s.grades.len() {
        let found = licence::licence(s, context, n, &licences, floor);
        if found.is_some() {
            floor = links::right(s, &s.grades[n]).end.max(s.grades[n].end);
        }
        licences.push(found);
    }
    // What a rating beside it makes plain: 'which was inadequate a year ago, improved to good'.
    if !context.inspection
        && licences.iter().any(Option::is_some)
        && licences.iter().any(Option::is_none)
    {
        let context = Context { inspection: true, ..context.clone() };
        let mut floor = 0;
        for n in 0..s.grades.len() {
            if licences[n].is_none() {
                licences[n] = licence::licence(s, &context, n, &licences, floor);
            }
            if licences[n].is_some() {
                floor = links::right(s, &s.grades[n]).end.max(s.grades[n].end);
            }
        }
    }
    let accepted: Vec<bool> = licences.iter().map(Option::is_some).collect();
    let mut drafts: Vec<Draft> = Vec::new();
    let mut floor = 0;
    for (n, licence) in licences.iter().enumerate() {
        let Some(licence) = licence else { continue };
        let grade = &s.grades[n];
        let mut scope = scope(s, n, licence, floor, drafts.last());
        // 'Only the care leavers' judgement fell short. There it requires improvement.'
        if scope.is_empty()
            && s.words[0].is("there")
            && let Some(before) = number.checked_sub(1).and_then(|b| context.text.sentences.get(b))
            && before.span.len() < 600
        {
            let before = Sentence::plain(reading.text, before.span);
            if let [judgement] = &before.judgements[..] {
                scope.judgements = links::list_from(&before, judgement.first).0;
            }
        }
        // 'It is now adequate at this': at what the grade before was for.
        if scope.is_empty()
            && s.word(grade.end).is_some_and(|w| w.any(&["at", "for", "in", "on"]))
            && s.word(grade.end + 1)
                .is_some_and(|w| w.any(&["this", "that", "these", "both", "it", "them"]))
            && s.word(grade.end + 2).is_none_or(|w| w.mark || w.any(&["too", "and", "in"]))
            && let Some(before) = drafts.last().or(collected.drafts.last())
            && before.number + 1 >= number
        {
            scope.judgements = before.scope.judgements.clone();
        }
        // 'Leadership came in for praise. That is rated outstanding.'
        if scope.is_empty()
            && s.words[0].any(&["that", "this", "both", "these"])
            && s.is_copula(1)
            && let Some(before) = number.checked_sub(1).and_then(|b| context.text.sentences.get(b))
            && before.span.len() < 400
        {
            let before = Sentence::plain(reading.text, before.span);
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
                let one = s.words[0].any(&["that", "this"]);
                if one == (list.len() == 1) {
                    scope.judgements = list;
                }
            }
        }
        scope.judgements.extend(links::inverted(s, scope.end.max(grade.end)));
        let next = s.grades[n + 1..]
            .iter()
            .zip(&accepted[n + 1..])
            .find(|(_, a)| **a)
            .map_or(s.words.len(), |(g, _)| g.first);
        let mut mentions = graded(s, n, licence, floor, next);
        // 'Of the four judgements, three were good' counts no providers.
        if scope.unnamed
            && mentions
                .first()
                .is_some_and(|m| m.kind == MentionKind::Group && m.end <= grade.first)
        {
            mentions.clear();
        }
        // 'All four were weak', after a sentence that grades four judgements.
        if let [group] = &mentions[..]
            && scope.is_empty()
            && group.kind == MentionKind::Group
            && group.end - group.first == 1
            && group.end <= grade.first
            && let Some(count) = super::words::number(&s.words[group.first].plain)
            && s.before(group.first).is_some_and(|w| w.is("all"))
        {
            let before = |back: usize, overall: bool| -> usize {
                let before =
                    collected.drafts.iter().rev().take_while(|d| d.number + back >= number);
                let judged = before.flat_map(|d| &d.scope.judgements);
                judged.filter(|j| overall || !j.overall).count()
            };
            let count = count as usize;
            if before(1, true) == count || [true, false].iter().any(|&all| before(2, all) == count)
            {
                scope.unnamed = true;
                scope.extent = Some(Extent { count: None, of: None });
                mentions.clear();
            }
        }
        let taken: Vec<Span> = drafts.iter().flat_map(|d| d.when.spans.iter().copied()).collect();
        let when = when::read(s, reading.dates, n, licence, &accepted, &taken);
        let mut when = when;
        // 'The last inspection was in July 2012. The local authority was judged to be good.'
        if when.dates.is_empty()
            && context.document.kind != DocumentKind::News
            && let Some(before) = number.checked_sub(1).and_then(|b| context.text.sentences.get(b))
            && before.block == context.text.sentences[number].block
            && before.span.len() < 400
            && ["last inspection", "previous inspection", "was inspected"]
                .iter()
                .any(|words| before.span.of(reading.text.source).contains(words))
            && let [.., date] = when::dates_in(reading.dates, before.span)
            && let Some(value) = &date.value
        {
            when.dates = vec![*value];
            when.spans = vec![date.span];
        }
        if context.document.kind == DocumentKind::News {
            if when.dates.is_empty() {
                at_that_time(reading, context, s, number, collected, &mut when);
            }
            // 'In 2020, only behaviour had been good.' opens a passage on that time.
            when.then |= when.earlier && opens_with(s, &when);
        }
        // 'At the end of March 22 councils were outstanding': so many were, whenever graded.
        let counted = mentions.first().is_some_and(|m| m.kind == MentionKind::Group);
        // 'The councils inspected since 2018 are good': whenever graded.
        let since = |date: &Span| {
            let at = s.words.partition_point(|w| w.span.end() <= date.start());
            date.end() <= grade.span.start() && s.before(at).is_some_and(|w| w.is("since"))
        };
        let counts = |&date: &Span| is_count_day(s, reading.text.source, date) || since(&date);
        if counted && when.spans.iter().any(counts) || is_date_of_fall(s, n, licence, &when) {
            (when.dates, when.spans) = (Vec::new(), Vec::new());
        }
        floor = scope.end.max(grade.end);
        drafts.push(Draft {
            sentence: collected.sentences.len(),
            number,
            grade: n,
            rule: licence.rule,
            scope,
            mentions,
            when,
        });
    }
    share_scope_of_change(s, &mut drafts);
    respectively(s, &mut drafts);
    date_of_change(s, &mut drafts);
    share_dates(s, &mut drafts);
    let again: Vec<Draft> = drafts
        .iter()
        .filter_map(|draft| Some(Draft { when: as_before(reading, s, draft)?, ..draft.clone() }))
        .collect();
    drafts.extend(again);
    // 'So was overall effectiveness.' goes on from this sentence.
    if let Some(last) = drafts.last_mut()
        && let Some(next) = context.text.sentences.get(number + 1)
        && reading.text.source[next.span.range()].starts_with("So ")
        && next.span.len() < 400
    {
        let next = Sentence::plain(reading.text, next.span);
        if next.words.get(1).is_some_and(|w| w.any(&["was", "were", "is", "are"])) {
            last.scope.judgements.extend(links::list_from(&next, 2).0);
        }
    }
    let another = drafts.last().and_then(|last| so_does(reading, context, s, last));
    if !drafts.is_empty() {
        collected.drafts.extend(drafts);
        collected.sentences.push(sentence);
    }
    if let Some((sentence, mut draft)) = another {
        draft.sentence = collected.sentences.len();
        collected.sentences.push(sentence);
        collected.drafts.push(draft);
    }
}

/// 'It was inspected in 2019. **At that time** teaching was inadequate. Leadership was also inadequate.':
/// the date of the sentence before, for what is told of that time in one paragraph.
fn at_that_time(
    reading: &Reading<'_>,
    context: &Context<'_>,
    s: &Sentence<'_>,
    number: usize,
    collected: &Collected<'_>,
    when: &mut When,
) {
    let sentences = &context.text.sentences;
    let Some(before) = number.checked_sub(1).and_then(|b| sentences.get(b)) else { return };
    let words = s.span.of(reading.text.source);
    // 'It was then judged to be inadequate'
    let then = s.words[0].any(&["it", "they"])
        && s.is_copula(1)
        && s.word(2).is_some_and(|w| w.is("then"))
        && s.word(3).is_some_and(|w| w.of(Class::RATING_VERB));
    let opens = then
        || words.contains(" at that time")
        || [
            "At that time",
            "At the time",
            "At that inspection",
            "At that visit",
            "In that report",
            "On that visit",
            "On that occasion",
            "Back then",
            "Inspectors then",
        ]
        .iter()
        .any(|o| words.starts_with(o));
    if opens && before.span.len() < 600 {
        let told = when::dates_in(reading.dates, before.span).iter().rev();
        let told = told.filter(|d| d.role != DateRole::Deadline && d.role != DateRole::Publication);
        if let Some((date, value)) = told.filter_map(|d| Some((d, d.value?))).next() {
            (when.dates, when.spans) = (vec![value], vec![date.span]);
            (when.earlier, when.then) = (true, true);
        }
        return;
    }
    // The paragraph goes on in the past.
    when.goes_on = before.block == sentences[number].block
        && !s.words.iter().any(|w| {
            w.any(&["is", "are", "has", "have", "now", "since", "will", "requires", "require"])
        })
        && when::dates_in(reading.dates, s.span).is_empty();
    let mut last = collected.drafts.iter().rev().take_while(|d| d.number + 1 == number);
    if when.goes_on
        && let Some(last) = last.next().filter(|d| d.when.then)
    {
        (when.dates, when.spans) = (last.when.dates.clone(), last.when.spans.clone());
        (when.earlier, when.left_behind) = (last.when.earlier, last.when.left_behind);
        when.then = true;
    }
}

/// Whether a sentence opens with the date that a grade is tied to.
fn opens_with(s: &Sentence<'_>, when: &When) -> bool {
    let before = |date: &Span| s.words.partition_point(|w| w.span.end() <= date.start());
    when.spans.first().is_some_and(|date| before(date) <= 4)
}

/// 'Activity was poor, **as it had been three years earlier**': the same grade, at that time.
fn as_before(reading: &Reading<'_>, s: &Sentence<'_>, draft: &Draft) -> Option<When> {
    let after = s.past_marks(s.grades[draft.grade].end);
    let at = after + usize::from(s.word(after)?.is(","));
    let is = |n: usize, list: &[&str]| s.word(at + n).is_some_and(|w| w.any(list));
    let told = is(0, &["as"]) && is(1, &["it", "they"]) && is(2, &["had", "was", "were", "did"]);
    let end = s.word(s.clause_end(at).checked_sub(1)?)?.span;
    let dates = when::dates_in(reading.dates, s.words.get(at)?.span.to(end));
    let date = dates.first().filter(|_| told && !draft.when.left_behind)?;
    let close = s.words.partition_point(|w| w.span.start() < date.span.start()) <= at + 6;
    close.then_some(When {
        left_behind: true,
        earlier: true,
        dates: vec![date.value?],
        spans: vec![date.span],
        ..When::default()
    })
}

/// 'Ashby Primary remains good. **So does** Beck Infants, where …': the same grade, of another.
fn so_does<'t>(
    reading: &Reading<'t>,
    context: &Context<'_>,
    s: &Sentence<'t>,
    last: &Draft,
) -> Option<(Sentence<'t>, Draft)> {
    let grade = &s.grades[last.grade];
    let next = context.text.sentences.get(last.number + 1)?;
    let ends = s.words[s.past_marks(grade.end)..].iter().all(|w| w.mark);
    let words = next.span.of(reading.text.source);
    if !ends || !words.starts_with("So ") || words.len() > 400 || last.when.left_behind {
        return None;
    }
    let mut sentence = Sentence::plain(reading.text, next.span);
    let verb = sentence.words.get(1)?;
    if !verb.any(&["does", "do", "did", "is", "are", "was", "were", "has", "have"]) {
        return None;
    }
    let first = if sentence.word(2)?.is("the") { 3 } else { 2 };
    let found = super::providers::find(reading.text.source, &sentence.words);
    let mention = found.into_iter().find(|m| m.first == first && m.kind == MentionKind::Name)?;
    sentence.grades.push(grade.clone());
    let draft = Draft {
        sentence: 0,
        number: last.number + 1,
        grade: 0,
        rule: last.rule,
        scope: last.scope.clone(),
        mentions: vec![mention],
        when: When::default(),
    };
    Some((sentence, draft))
}

/// 'In March it slipped from good to inadequate': the date is of what it came to.
fn date_of_change(s: &Sentence<'_>, drafts: &mut [Draft]) {
    // 'It fell to good from outstanding in March': of what it came to, too.
    for at in 1..drafts.len() {
        let (to, from) = (&drafts[at - 1], &drafts[at]);
        let close = s.grades[from.grade].first <= s.grades[to.grade].end + 5;
        if [to, from].iter().all(|d| d.rule.name == rules::CHANGE.name)
            && from.when.left_behind
            && !to.when.left_behind
            && to.when.dates.is_empty()
            && close
        {
            drafts[at - 1].when.dates = std::mem::take(&mut drafts[at].when.dates);
            drafts[at - 1].when.spans = std::mem::take(&mut drafts[at].when.spans);
            drafts[at].when.earlier = false;
        }
    }
    for at in 1..drafts.len() {
        let (from, to) = (&drafts[at - 1], &drafts[at]);
        let start = s.grades[from.grade].span.start();
        let changes = from.rule.name == rules::CHANGE.name
            && to.rule.name == rules::CHANGE.name
            && from.when.left_behind
            && !to.when.left_behind;
        if changes
            && to.when.dates.is_empty()
            && from.when.spans.iter().all(|date| date.end() <= start)
        {
            let dates = std::mem::take(&mut drafts[at - 1].when.dates);
            let spans = std::mem::take(&mut drafts[at - 1].when.spans);
            drafts[at - 1].when.earlier = false;
            (drafts[at].when.dates, drafts[at].when.spans) = (dates, spans);
        }
    }
}

/// Whether a date is the day of a count: 'at the end of March', 'as of 31 August'.
fn is_count_day(s: &Sentence<'_>, source: &str, date: Span) -> bool {
    let words = date.of(source);
    let before = s.words.partition_point(|w| w.span.end() <= date.start());
    words.starts_with("end of")
        || words.starts_with("start of")
        || words.starts_with("beginning of")
        || s.any_in(before.saturating_sub(2), before, &["at", "by"])
        || s.any_in(before.saturating_sub(1), before, &["of", "at"])
            && s.any_in(before.saturating_sub(3), before, &["as", "end", "start"])
}

/// 'Portbury crashed **from good last month**': when it fell, and not when it was good.
fn is_date_of_fall(s: &Sentence<'_>, n: usize, licence: &Licence, when: &When) -> bool {
    let from = licence.verb;
    let last = s.grades.len() == n + 1;
    let moved = s.before(from).is_some_and(|w| w.of(Class::MOVING_VERB) && !w.any(&["down", "up"]));
    let after = when.spans.first().is_some_and(|date| {
        let at = s.words.partition_point(|w| w.span.start() < date.start());
        date.start() > s.grades[n].span.end() && at <= s.past_marks(s.grades[n].end) + 1
    });
    last && licence.rule.name == rules::CHANGE.name && s.words[from].is("from") && moved && after
}

/// 'good, with outstanding behaviour, in October 2013' dates both; 'in 2019 judged teaching good
/// and behaviour outstanding' too.
fn share_dates(s: &Sentence<'_>, drafts: &mut [Draft]) {
    let goes_on = |draft: &Draft| {
        draft.when.absolute
            || [rules::LISTED.name, rules::GRADE_JUDGEMENT.name].contains(&draft.rule.name)
    };
    let firsts = |draft: &Draft| draft.mentions.iter().map(|m| m.first).collect::<Vec<_>>();
    // 'In 2021 safety was poor and respect was good': the date that leads is of both.
    for at in 1..drafts.len() {
        let (before, after) = (&drafts[at - 1], &drafts[at]);
        let (first, second) = (&s.grades[before.grade], &s.grades[after.grade]);
        let leads = before.when.spans.iter().all(|date| date.end() <= first.span.start());
        let turned = ["but", "now", "while", "although", "whereas", ";", "since", "then"];
        let joined = leads
            && after.rule.name == rules::IS.name
            && s.any_in(first.end, second.first, &["and"])
            && !s.any_in(first.end, second.first, &turned);
        // 'In 2021 all were inadequate apart from care leavers, which required improvement'
        let except = leads
            && s.any_in(first.end, second.first, &["apart", "except", "bar"])
            && !s.any_in(first.end, second.end, &["is", "are", "now", "requires", "require"]);
        // 'rated good in 2022, although its work on resettlement was judged inadequate'
        let part = before.scope.is_empty()
            && after.scope.judgements.iter().any(|j| !j.overall)
            && after.mentions.iter().all(|m| before.mentions.iter().any(|b| b.first == m.first))
            && s.any_in(first.end, second.first, &["although", "though", "but", "while", "with"])
            && s.any_in(first.end, second.first, &["was", "were", "judged", "found", "graded"])
            && !s.any_in(
                first.end,
                second.first,
                &["is", "are", "now", "has", "have", "since", "this", "then", "latest"],
            );
        // 'At the last inspection in 2019 its grades ranged from adequate to good'
        let ranged = leads
            && s.any_in(first.first.saturating_sub(4), first.first, &["ranged", "varied"])
            && s.any_in(first.end, second.first, &["to"]);
        if (joined || part || except || ranged)
            && !before.when.dates.is_empty()
            && after.when.dates.is_empty()
            && !after.when.stands
        {
            let (dates, left_behind) = (before.when.dates.clone(), before.when.left_behind);
            let (spans, earlier) = (before.when.spans.clone(), before.when.earlier);
            let when = &mut drafts[at].when;
            (when.dates, when.spans, when.earlier) = (dates, spans, earlier);
            when.left_behind |= left_behind;
        }
    }
    for at in 1..drafts.len() {
        if !goes_on(&drafts[at])
            || !drafts[at].when.absolute && firsts(&drafts[at]) != firsts(&drafts[at - 1])
        {
            continue;
        }
        let (before, after) = (drafts[at - 1].when.clone(), drafts[at].when.clone());
        if after.dates.is_empty() {
            drafts[at].when.dates = before.dates;
            drafts[at].when.earlier |= before.earlier;
            drafts[at].when.left_behind |= before.left_behind;
            drafts[at].when.last |= before.last;
        } else if before.dates.is_empty() {
            drafts[at - 1].when.dates = after.dates;
        } else {
            drafts[at].when.left_behind |= before.left_behind;
        }
    }
}

/// What the grade `n` is for.
fn scope(
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
    // 'How caring it is was not looked at, so it keeps its rating'; 'Leadership was down, having
    // been good': of the judgement that leads the sentence.
    let leads = s.judgements.first().filter(|j| j.first <= 1 && j.end <= grade.first);
    let having = s.any_in(licence.verb.saturating_sub(3), licence.verb + 1, &["having"]);
    // 'Inclusion was its best area: there it was graded'; 'Caring was the only one to keep its rating'
    let there = s.any_in(licence.verb.saturating_sub(4), licence.verb, &["there"]);
    let only = leads.is_some_and(|j| s.any_in(j.end, j.end + 3, &["only"]));
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

/// 'from requires improvement to good for safety': both are for safety.
fn share_scope_of_change(s: &Sentence<'_>, drafts: &mut [Draft]) {
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
fn respectively(s: &Sentence<'_>, drafts: &mut [Draft]) {
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

/// The mentions of who is graded: more than one where several share the grade.
fn graded(
    s: &Sentence<'_>,
    n: usize,
    licence: &Licence,
    floor: usize,
    next: usize,
) -> Vec<Mention> {
    let grade = &s.grades[n];
    let usable = |m: &Mention| match m.kind {
        MentionKind::Group => true,
        _ if is_told_of(s, m, licence.verb) => true,
        MentionKind::Name
            if m.first > 1
                && s.words[m.first - 1].is("the")
                && s.words[m.first - 2].any(&["joined", "joining", "left", "leaving"]) =>
        {
            false
        }
        _ if names::is_aside(&s.words, m) || is_put_in(s, m, licence.verb) => false,
        // 'rated good before it became an academy'
        MentionKind::Common
            if s.before(m.first).is_some_and(|w| w.any(&["a", "an"]))
                && s.before(m.first - 1)
                    .is_some_and(|w| w.any(&["became", "become", "becoming"])) =>
        {
            false
        }
        // 'since it joined the trust, when it had been rated good'
        MentionKind::Common
            if m.first > 1
                && s.words[m.first - 1].is("the")
                && s.words[m.first - 2]
                    .any(&["join", "joins", "joined", "joining", "left", "leave", "leaving"]) =>
        {
            false
        }
        MentionKind::Capitals if is_apposed(s, m) => true,
        _ if s.before(m.first).is_some_and(|w| w.is("by")) => false,
        MentionKind::Capitals => {
            let before = s.before(m.first);
            let after = s.word(m.end);
            before.is_some_and(|w| {
                w.any(&[
                    "at", "of", "in", "to", "on", "for", "that", "across", "rated", "graded",
                    "judged", "found", "gave", "gives", "evaluated", "assessed", "deemed", "declared",
                    "branded", "labelled",
                ])
            }) || s.is_copula(m.end)
                || is_beside_site(s, m)
                // 'while Ashby Moss did better and was judged'
                || m.first > 0 && m.first == s.clause_start(licence.verb)
                // 'Ashby's teaching was judged'
                || s.words[m.end - 1].possessive() && s.judgement_at(m.end).is_some()
                || s.grades.iter().any(|g| {
                    g.first == m.end || g.end + 1 == m.first || s.past_marks(m.end) == g.first
                })
                || after.is_some_and(|w| {
                    w.any(&[
                        "has", "had", "was", "received", "got", "rated", "retained", "scored",
                        "kept", "fell", "dropped", "slipped", "earned", "achieved", ",", "still",
                        "–", "(", "now", "requires", "becomes", "remains", "climbed", "crashed",
                        "then",
                    ])
                })
        }
        _ => true,
    };
    let place = |m: &Mention| {
        if is_sited(s, m, licence.verb) || is_site_put_in(s, m, licence.verb) {
            return true;
        }
        if is_apposed(s, m) && s.is_copula(m.end + 1) {
            return false;
        }
        // 'The school, in Mill Lane, Oxtown, was': places.
        // and 'in the middle of Oxtown' too.
        let within = m.first.checked_sub(2).is_some_and(|i| {
            s.words[i + 1].is("of")
                && s.words[i].any(&["middle", "centre", "heart", "edge", "outskirts"])
        });
        let placed = within || s.before(m.first).is_some_and(|w| w.any(&["in", "on", "near"]));
        let after_comma = s.before(m.first).is_some_and(|w| w.is(","));
        // 'in Fern Road, Hetherby,'
        let street = m.first.checked_sub(2).is_some_and(|i| s.words[i].any(names::STREETS));
        if m.kind == MentionKind::Capitals && after_comma && street {
            return true;
        }
        m.kind == MentionKind::Capitals
            && s.mentions.iter().any(|other| {
                other.end < m.first
                    && other.kind != MentionKind::Group
                    && (placed
                        || after_comma && s.any_in(other.end, m.first, &["in", "on", "near"]))
            })
    };
    // Right first when the grade is said 'of', 'to', 'on' somebody.
    let right = s.mentions.iter().find(|m| {
        m.first >= grade.end
            && m.end <= next
            && m.first <= grade.end + 16
            && usable(m)
            && (m.kind != MentionKind::Group
                || s.before(m.first).is_some_and(|w| w.any(&["its", "their"])))
            && {
                let mut before = m.first;
                while before > 0
                    && s.words[before - 1].any(&["the", "a", "an", "its", "their", "this"])
                {
                    before -= 1;
                }
                s.before(before)
                    .is_some_and(|w| w.any(&["at", "of", "to", "on", "for", "against", "across"]))
                    || m.first == s.past_marks(grade.end)
            }
    });
    let verb = licence.verb.min(grade.first);
    let start = s.clause_start(verb).max(floor);
    let left = s
        .mentions
        .iter()
        .rev()
        .find(|m| m.end <= grade.first && m.first >= start && usable(m) && !place(m));
    let left = subject_before(s, verb, start).filter(|m| usable(m)).or(left);
    let direct = right.is_some_and(|m| m.first <= s.past_marks(grade.end) + 5);
    let noun = licence.rule.name == rules::RATING_NOUN.name
        || licence.rule.name == rules::GRADE_RATED.name
        || licence.rule.name == rules::IN_MARKS.name;
    let chosen = match (left, right) {
        (Some(left), Some(right)) => {
            // 'Inspectors gave X a good rating' has it left, 'a rating of good to X' right.
            let weak = left.kind == MentionKind::Capitals && !s.is_copula(left.end);
            let of_its = s.before(right.first).is_some_and(|w| w.any(&["its", "their"]));
            if of_its
                || direct && noun && (weak || left.kind == MentionKind::Common)
                || weak && right.kind == MentionKind::Name
            {
                Some(right)
            } else {
                Some(left)
            }
        }
        (left, right) => left.or(right),
    };
    // Behind a colon or dash stands who is graded in a caption.
    let chosen = chosen.or_else(|| {
        let before =
            s.mentions.iter().rev().find(|m| m.end <= grade.first && usable(m) && !place(m));
        let past = links::right(s, grade).end.max(grade.end);
        before.or_else(|| {
            s.mentions.iter().find(|m| m.first >= past && usable(m) && m.kind != MentionKind::Group)
        })
    });
    let Some(chosen) = chosen else { return Vec::new() };
    let chosen = group_of(s, chosen)
        .or_else(|| one_of(s, chosen))
        .or_else(|| named_beside(s, chosen))
        .unwrap_or(chosen);
    listed_with(s, head_of(s, chosen))
}

/// 'The other three, at **Ashby**, **Beck** and **Corham**, were': places of those that are graded.
fn is_sited(s: &Sentence<'_>, m: &Mention, verb: usize) -> bool {
    if m.kind != MentionKind::Capitals || m.end > verb {
        return false;
    }
    let opens = (m.first.saturating_sub(10)..m.first)
        .rev()
        .find(|&i| s.words[i].is(",") && s.words[i + 1].any(&["in", "at", "near", "on"]));
    let Some(opens) = opens else { return false };
    let several = s.mention_before(opens).is_some_and(|whole| match whole.kind {
        MentionKind::Group => true,
        MentionKind::Common => s.words[whole.end - 1].plain.ends_with('s'),
        _ => false,
    });
    several && s.any_in(m.end, m.end + 14, &[","]) && !(opens..m.first).any(|i| s.is_copula(i))
}

/// '**Acorns** at Great Orley, which': a name with its place, that leads what is told.
fn is_beside_site(s: &Sentence<'_>, m: &Mention) -> bool {
    let leads = s.before(m.first).is_none_or(|w| w.mark);
    let site = s.mentions.iter().find(|site| site.first == m.end + 1);
    let follows = |at: usize| {
        s.is_copula(at)
            || s.word(at).is_some_and(|w| w.of(Class::GIVING_VERB))
            || s.word(at).is_some_and(|w| w.is(","))
                && s.word(at + 1).is_some_and(|w| w.any(&["which", "whose"]))
    };
    leads
        && s.word(m.end).is_some_and(|w| w.any(&["at", "in", "near"]))
        && site.is_some_and(|site| site.kind == MentionKind::Capitals && follows(site.end))
}

/// 'Buttercup Corner, in the grounds of a rectory at **Great Orley**, was', 'Acorns at **Great
/// Orley**, which': a place in a clause put in after a name, or beside it.
fn is_site_put_in(s: &Sentence<'_>, m: &Mention, verb: usize) -> bool {
    let named = |other: &&Mention| {
        matches!(other.kind, MentionKind::Name | MentionKind::Capitals) && other.end < m.first
    };
    if m.kind != MentionKind::Capitals || m.end > verb {
        return false;
    }
    let beside = s.word(m.end).is_some_and(|w| w.is(","))
        && s.before(m.first).is_some_and(|w| w.is("at"))
        && s.mention_before(m.first - 1).filter(named).is_some();
    let opens = |other: &Mention| {
        s.words[other.end].is(",")
            && s.words[other.end + 1].any(&["in", "on", "at", "near", "off", "behind", "based"])
            && !(other.end..m.first).any(|i| s.is_copula(i))
    };
    let closed = s.any_in(m.end, verb.min(m.end + 12), &[","]);
    // 'The hospice at Great Orley has'
    let noun = s.before(m.first).is_some_and(|w| w.is("at"))
        && s.mention_before(m.first - 1).is_some_and(|other| other.kind == MentionKind::Common);
    beside || noun || closed && s.mentions.iter().filter(named).any(opens)
}

/// '**Ashby Juniors** is in the same trust and was graded good': the subject of the first of two
/// verbs, where the second gives the grade.
fn subject_before<'s>(s: &'s Sentence<'_>, verb: usize, start: usize) -> Option<&'s Mention> {
    let mut at = verb;
    while at > start
        && (s.is_copula(at - 1)
            || s.words[at - 1].any(&["has", "have", "had", "now", "also", "still"]))
    {
        at -= 1;
    }
    let joined = at.checked_sub(1).filter(|&i| i > start && s.words[i].any(&["and", "but"]))?;
    let first = (start..joined).find(|&i| s.is_copula(i) || s.words[i].any(&["has", "had"]))?;
    let end = if s.words[first.checked_sub(1)?].is(",") { first - 1 } else { first };
    let subject = s.mention_before(end).filter(|m| m.first >= start)?;
    (at < verb || s.words[verb].of(Class::RATING_VERB)).then_some(subject)
}

/// 'The news came from **Ashby Primary** in Orley, which has gone to good': a name that a clause
/// is about, whatever it is to the rest.
fn is_told_of(s: &Sentence<'_>, m: &Mention, verb: usize) -> bool {
    // 'came from Ashby Primary – rated good in 2018 –'
    let rated = m.end + 1 == verb
        && s.words[m.end].any(&["–", "—", "(", ","])
        && s.words[verb].of(Class::RATING_VERB);
    if rated {
        return true;
    }
    let opened = (m.end..s.words.len().min(m.end + 5))
        .find(|&i| s.words[i].is("which") && s.words[i - 1].is(","));
    let Some(opened) = opened else { return false };
    let place = opened - 1 == m.end || s.words[m.end].any(&["in", "at", "near", "on"]);
    place && opened < verb && !s.any_in(opened, verb, &[",", "and", "but"])
}

/// 'Its **other two schools**, a primary and an infant school, were': the group that the words in
/// commas are.
fn group_of<'s>(s: &'s Sentence<'_>, chosen: &Mention) -> Option<&'s Mention> {
    // 'Two secondary schools and a primary are': the two, and one more.
    let counted = |m: &&Mention| m.kind == MentionKind::Group && m.end + 2 == chosen.first;
    let joined = chosen.first.checked_sub(2).is_some_and(|i| s.words[i].is("and"))
        && s.words[chosen.first - 1].any(&["a", "an", "one"]);
    if joined && let Some(two) = s.mentions.iter().find(counted) {
        // 'its other three schools, two primaries and a special school,'
        let whole = |m: &&Mention| m.kind == MentionKind::Group && m.end + 1 == two.first;
        let whole = s.mentions.iter().find(whole).filter(|m| s.words[m.end].is(","));
        return Some(whole.unwrap_or(two));
    }
    // 'Two, including Harcourt, require improvement'
    let including = chosen.first.checked_sub(2).filter(|&i| s.words[i + 1].is("including"));
    if let Some(comma) = including.filter(|&i| s.words[i].is(",")) {
        return s.mention_before(comma).filter(|m| m.kind == MentionKind::Group);
    }
    let ends = s.word(chosen.end).is_some_and(|w| w.is(",")) && s.is_copula(chosen.end + 1);
    let group = s.mentions.iter().rev().find(|m| {
        m.kind == MentionKind::Group
            && m.end < chosen.first
            && m.end + 10 > chosen.first
            && s.words[m.end].is(",")
    })?;
    let common = matches!(chosen.kind, MentionKind::Common | MentionKind::Group);
    (common && ends && !(group.end..chosen.first).any(|i| s.is_copula(i))).then_some(group)
}

/// '**Ashby Primary** is one of the first schools to be rated': who is one of those.
fn one_of<'s>(s: &'s Sentence<'_>, chosen: &Mention) -> Option<&'s Mention> {
    let before = chosen.first.checked_sub(1)?;
    let one = chosen.kind == MentionKind::Group
        && s.words[chosen.first].is("one")
        && (s.is_copula(before) || s.words[before].is("become"));
    let subject = s.mentions.iter().rev().find(|m| m.end <= before && m.end + 4 > before)?;
    (one && subject.kind != MentionKind::Group).then_some(subject)
}

/// '**Harbour View**, one of its three homes, was', 'another, **Elm Bank**, was', '**Ashby Council**,
/// whose children's services were': the name that stands in commas beside what it is.
fn named_beside<'s>(s: &'s Sentence<'_>, chosen: &Mention) -> Option<&'s Mention> {
    let named = |m: &&Mention| matches!(m.kind, MentionKind::Name | MentionKind::Capitals);
    let mut first = chosen.first;
    let comma = |at: usize| at.checked_sub(1).filter(|&i| s.words[i].is(","));
    if chosen.kind == MentionKind::Group && s.words[first].is("one") {
        let ends = s.word(chosen.end).is_some_and(|w| w.is(","));
        return s.mention_before(comma(first)?).filter(named).filter(|_| ends);
    }
    if s.words[first].is("another") && s.word(chosen.end).is_some_and(|w| w.is(",")) {
        let next = s.mentions.iter().find(|m| m.first == chosen.end + 1).filter(named);
        return next.filter(|m| s.word(m.end).is_some_and(|w| w.is(",")));
    }
    if chosen.kind == MentionKind::Common {
        while first > 0 && s.words[first - 1].is("own") {
            first -= 1;
        }
        let whose = first.checked_sub(1).filter(|&i| s.words[i].is("whose"))?;
        return s.mention_before(comma(whose)?).filter(named);
    }
    None
}

/// 'Bright Futures, an **agency** in Kettlewick, was': the name before a noun in commas.
fn head_of<'s>(s: &'s Sentence<'_>, chosen: &'s Mention) -> &'s Mention {
    if chosen.kind != MentionKind::Common {
        return chosen;
    }
    let from = chosen.first.saturating_sub(5);
    let article = (from..chosen.first).rev().find(|&i| s.words[i].any(&["a", "an"]));
    let comma = article.and_then(|i| i.checked_sub(1)).filter(|&i| s.words[i].any(&[",", "–"]));
    let head = comma.and_then(|comma| s.mention_before(comma)).filter(|m| {
        matches!(m.kind, MentionKind::Name | MentionKind::Capitals)
            && !names::is_aside(&s.words, m)
            && s.before(m.first).is_none_or(|w| !w.any(&["in", "at", "near"]))
    });
    head.unwrap_or(chosen)
}

/// 'Puddle Nursery, which is based at **Great Ambersley**, was': a name in a clause put in.
fn is_put_in(s: &Sentence<'_>, m: &Mention, verb: usize) -> bool {
    let from = m.first.saturating_sub(16);
    let opened =
        (from..m.first).rev().find(|&i| s.words[i].any(&["which", "who", "whose", "where"]));
    let Some(opened) = opened.filter(|&i| i > 0 && s.words[i - 1].is(",")) else { return false };
    !s.any_in(opened, m.first, &[","])
        && m.end < verb
        && s.any_in(m.end, verb, &[","])
        && s.mentions.iter().any(|other| other.end < opened)
}

/// 'Another nursery that she owns, **Tiny Feet** in Orley, is': a name in commas after its noun.
fn is_apposed(s: &Sentence<'_>, m: &Mention) -> bool {
    let opens = s.before(m.first).is_some_and(|w| w.any(&[",", "–"]));
    let place = s.word(m.end).is_some_and(|w| w.any(&["in", "at", "on", "near"]));
    let ends = s.word(m.end).is_some_and(|w| w.any(&[",", "–"]));
    let noun = || {
        s.mentions.iter().any(|other| {
            other.kind == MentionKind::Common
                && other.end < m.first
                && other.end + 12 > m.first
                && s.before(other.first).is_some_and(|w| {
                    w.any(&["a", "an", "another", "other", "second", "sister", "third", "its"])
                        // 'The pre-school in the hall, Tiny Feet, was'
                        || w.is("the") && ends && (s.is_copula(m.end + 1) || s.of_in(m.end + 1, m.end + 2, Class::GIVING_VERB))
                })
        })
    };
    opens && (place || ends) && noun()
}

/// A mention with those that stand with it in a list: 'Ashby Primary and Beck Infants'.
fn listed_with(s: &Sentence<'_>, chosen: &Mention) -> Vec<Mention> {
    let mut list = vec![chosen.clone()];
    if !matches!(chosen.kind, MentionKind::Name | MentionKind::Capitals) {
        return list;
    }
    let firm = |m: &Mention| matches!(m.kind, MentionKind::Name | MentionKind::Capitals);
    // To the left.
    loop {
        let first = list[0].first;
        let mut at = first;
        while at > 0 && s.words[at - 1].any(&["the", "and", ","]) {
            at -= 1;
        }
        let joined = s.words[at..first].iter().any(|w| w.any(&["and", ","]))
            && (list.len() > 1 || s.words[at..first].iter().any(|w| w.is("and")));
        match s.mention_before(at).filter(|m| joined && firm(m)) {
            Some(before) => list.insert(0, before.clone()),
            None => break,
        }
    }
    // To the right, after 'to'.
    let to = s.before(list[0].first).is_some_and(|w| w.any(&["to", "at", "of"]));
    if to {
        loop {
            let end = list[list.len() - 1].end;
            let mut at = end;
            while s.word(at).is_some_and(|w| w.any(&["the", "and", ","])) {
                at += 1;
            }
            match s.mentions.iter().find(|m| m.first == at && at > end && firm(m)) {
                Some(after) => list.push(after.clone()),
                None => break,
            }
        }
    }
    list
}

/// Settles provider, time and date, and makes the records.
pub(super) fn finish(
    reading: &Reading<'_>,
    context: &Context<'_>,
    collected: Collected<'_>,
    tables: &[Rating],
) -> Vec<Rating> {
    if collected.drafts.is_empty() {
        return Vec::new();
    }
    // A report's table names its provider; a news text names it early and often.
    let reach = match context.document.kind {
        _ if tables.iter().any(|t| t.provider.is_some()) => 3_000,
        DocumentKind::News => 24_000,
        _ => 6_000,
    };
    let mut names = Names::read(reading.text, reach, context.document.kind == DocumentKind::News);
    for draft in &collected.drafts {
        let sentence = &collected.sentences[draft.sentence];
        // A headline names in short who is named in full below.
        let number = (sentence.kind != BlockKind::Headline).then_some(draft.number);
        for mention in &draft.mentions {
            if matches!(mention.kind, MentionKind::Name | MentionKind::Capitals) {
                names.grade(&sentence.words, mention, number);
            }
        }
    }
    names.choose_main();
    let resolved = providers(context, &names, &collected, tables);
    let text = reading.text;
    let own_lines = |span: Span| {
        let block = &text.blocks[text.block_at(span.start())];
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)
    };
    let main = main_of(&collected, &resolved, &names, tables);
    let left: HashSet<Span> = collected
        .drafts
        .iter()
        .filter(|draft| draft.when.left_behind)
        .flat_map(|draft| draft.when.spans.iter().copied())
        .collect();
    let turns = context.document.kind == DocumentKind::News && tables.is_empty();
    let whose = |span: Span| {
        turns.then(|| names.dated(text.sentence_at(span.start()), span.start())).flatten()
    };
    // A date that another grade is tied to, or of an inspection before that, is not for the rest.
    let is_tied = |span: Span| {
        let tied = collected.drafts.iter().any(|draft| draft.when.spans.contains(&span));
        let sentence = text.sentences.get(text.sentence_at(span.start()));
        tied || sentence.is_some_and(|s| {
            let words = s.span.of(text.source);
            ["previous", "last", "earlier"].iter().any(|word| words.contains(word))
        })
    };
    let inspections = Inspections::read(
        text,
        reading.document.published,
        reading.dates,
        own_lines,
        |span| {
            left.contains(&span)
                || turns && names.is_before_sections(text.sentence_at(span.start()))
        },
        whose,
        |number| {
            let from = collected.drafts.partition_point(|d| d.number < number);
            let next = collected.drafts[from..].iter().take_while(|d| d.number <= number + 1);
            next.into_iter().any(|d| !d.when.left_behind)
        },
    );
    let of_main = |provider: Option<&Provider>| match (provider, &main) {
        (Some(p), Some(m)) => same_provider(&p.name, &m.name),
        _ => true,
    };
    let known_of_main = inspections.of(of_main);
    let mut known: Vec<(String, Known)> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut last_told: Option<(usize, When)> = None;
    for (draft, providers) in collected.drafts.iter().zip(resolved) {
        let sentence = &collected.sentences[draft.sentence];
        let grade = &sentence.grades[draft.grade];
        // 'One of the largest colleges has lost' is told of the college that the text names.
        let group = draft.mentions.first().is_some_and(|m| {
            m.kind == MentionKind::Group
                && providers.first().is_none_or(|p| {
                    p.span.is_none_or(|span| span.overlaps(m.span) || span.encloses(m.span))
                })
        });
        let judgements = judgements(reading, context, draft, &grade.key);
        // 'When they came in 2022 it was poor in two tests. Respect was poor as well.'
        let told_of = last_told.clone().filter(|(number, _)| {
            draft.when.goes_on
                && draft.when.dates.is_empty()
                && !draft.when.stands
                && number + 1 == draft.number
        });
        let told_of = told_of.filter(|(_, before)| {
            known_of_main.date(Time::Previous).is_some_and(|(_, span)| before.spans.contains(&span))
        });
        let when = match told_of {
            Some((_, before)) => When { goes_on: true, ..before },
            None => draft.when.clone(),
        };
        // Only a sentence that tells of one time alone is gone on from.
        last_told = match last_told {
            Some((number, told)) if number == draft.number && told.spans != when.spans => {
                Some((number, When::default()))
            }
            _ if when.left_behind => Some((draft.number, When::default())),
            _ => Some((draft.number, when.clone())),
        };
        let providers: Vec<Option<Provider>> = if providers.is_empty() {
            vec![None]
        } else {
            providers.into_iter().map(Some).collect()
        };
        for provider in providers {
            let is_main = !group && of_main(provider.as_ref());
            let told = match &provider {
                Some(_) if group => Known::default(),
                Some(provider) if !is_main => match known.iter().find(|k| k.0 == provider.name) {
                    Some((_, told)) => *told,
                    None => {
                        let own = |p: Option<&Provider>| {
                            p.is_some_and(|p| same_provider(&p.name, &provider.name))
                        };
                        let told = inspections.of(own).of_another(is_tied);
                        known.push((provider.name.clone(), told));
                        told
                    }
                },
                _ => known_of_main,
            };
            for judgement in &judgements {
                let dates = if when.dates.is_empty() {
                    // The inspection named between a heading and its labels.
                    let labelled = draft.rule.name == rules::LABEL.name;
                    let heading = labelled.then(|| heading_over(context, sentence.span)).flatten();
                    let between = heading.and_then(|h| {
                        let lines = Span::new(h.end(), grade.span.start().max(h.end()));
                        let dates = when::dates_in(reading.dates, lines);
                        let inspected = dates.iter().find(|d| d.role == DateRole::Inspection);
                        let any = || dates.iter().rev().find(|d| d.role != DateRole::Deadline);
                        inspected.or_else(any)?.value
                    });
                    vec![between]
                } else {
                    when.dates.iter().copied().map(Some).collect()
                };
                for date in dates {
                    let rating = Rating {
                        span: grade.span,
                        text: grade.span.of(text.source).to_owned(),
                        grade: grade.key.clone(),
                        judgement: judgement.clone(),
                        provider: provider.clone(),
                        time: Time::Current,
                        date,
                        extent: draft.scope.extent,
                        rule: Cow::Borrowed(draft.rule.name),
                    };
                    let number = draft.number;
                    let when = when.clone();
                    open.push(Open { rating, is_main, group, known: told, number, when });
                }
            }
        }
    }
    settle_times(&mut open, tables);
    settle_dates(&mut open, tables);
    open.into_iter()
        .map(|open| {
            let mut rating = open.rating;
            if let Some(provider) = &mut rating.provider {
                let on = rating.date.as_ref().map(ToString::to_string);
                provider.code = code(&provider.name, on.as_deref()).map(Cow::Borrowed);
            }
            rating
        })
        .collect()
}

/// The ONS code of the local authority that a name means, its services included.
fn code(name: &str, on: Option<&str>) -> Option<&'static str> {
    let plain = name.replace('’', "'");
    let council = plain.split(" children's").next().unwrap_or(&plain);
    let council = council.strip_suffix("'s").unwrap_or(council);
    let is_authority = plain.contains("children's") || {
        let lower = council.to_lowercase();
        ["council", "authority", "borough", "city of"].iter().any(|word| lower.contains(word))
    };
    // 'Bury' alone may be a school's town.
    is_authority.then(|| authority::code_of(council, on)).flatten()
}

/// A record whose time and date are being settled.
struct Open {
    rating: Rating,
    is_main: bool,
    group: bool,
    /// The inspections of its provider.
    known: Known,
    /// The number of its sentence.
    number: usize,
    when: When,
}

/// The ratings around one that are compared with it: all of a text of usual length, so many of a
/// longer one that the time stays linear.
fn near(open: &[Open], at: usize) -> impl Iterator<Item = (usize, &Open)> {
    const REACH: usize = 120;
    let from = at.saturating_sub(REACH);
    let to = (at + REACH).min(open.len());
    open[from..to].iter().enumerate().map(move |(n, o)| (from + n, o))
}

/// Whether a date is tied to another grade of the sentence that `open[at]` stands in contrast to:
/// 'inadequate a year ago, is now good'.
fn contrasted(open: &[Open], at: usize, date: Span) -> bool {
    let this = &open[at];
    // The ratings of a sentence stand together.
    let same = |other: &&Open| other.number == this.number;
    let before = open[..at].iter().rev().take_while(same);
    before.chain(open[at..].iter().take_while(same)).any(|other| {
        other.when.spans.contains(&date)
            && !this.when.spans.contains(&date)
            && (other.rating.provider != this.rating.provider
                || (other.rating.grade != this.rating.grade && rivals(&other.rating, &this.rating)))
    })
}

/// Whether a date is tied to a grade left behind in the sentence of one that stands: 'rated good,
/// but requires improvement for its sixth form, which was good in 2019'.
fn is_of_past_beside(open: &[Open], at: usize, date: Span) -> bool {
    let this = &open[at];
    let same = |other: &&Open| other.number == this.number;
    let before = open[..at].iter().rev().take_while(same);
    this.rating.time == Time::Current
        && before
            .chain(open[at..].iter().take_while(same))
            .any(|o| o.rating.time == Time::Previous && o.when.spans.contains(&date))
}

/// The providers of each draft.
fn providers(
    context: &Context<'_>,
    names: &Names<'_>,
    collected: &Collected<'_>,
    tables: &[Rating],
) -> Vec<Vec<Provider>> {
    let mut resolved: Vec<Vec<Provider>> = collected
        .drafts
        .iter()
        .map(|draft| {
            let words = &collected.sentences[draft.sentence].words;
            draft.mentions.iter().map(|m| names.resolve(words, m, draft.number)).collect()
        })
        .collect();
    let main = main_of(collected, &resolved, names, tables);
    for at in 0..resolved.len() {
        let draft = &collected.drafts[at];
        // 'the authority', 'the school', when only the ratings tell who that is.
        if let ([provider], [mention], Some(main)) = (&resolved[at][..], &draft.mentions[..], &main)
            && mention.kind == MentionKind::Common
            && provider.span == Some(mention.span)
            && provider.name != main.name
        {
            let words = &collected.sentences[draft.sentence].words;
            // A bare place name is of the council that the ratings are about.
            let known = mention
                .first
                .checked_sub(1)
                .is_none_or(|i| words[i].any(&["the", "this", "a", "an", "whose"]));
            if known && super::providers::may_be(&provider.name, &main.name) {
                resolved[at] = vec![main.clone()];
            }
        }
        if let ([provider], [mention], Some(main)) = (&resolved[at][..], &draft.mentions[..], &main)
            && mention.kind == MentionKind::Capitals
            && mention.end - mention.first == 1
            && same_provider(&provider.name, &main.name)
        {
            resolved[at] = vec![main.clone()];
        }
        // The outcomes of area inspections are of the partnership.
        if draft.rule.name == rules::AREA_SEND.name
            && !resolved[at].iter().any(|p| p.name.contains("artnership"))
            && let Some(partnership) = names.partnership()
            && draft.mentions.iter().all(|m| m.kind == MentionKind::Common)
        {
            resolved[at] = vec![partnership];
        }
        if !resolved[at].is_empty() {
            continue;
        }
        let sentence = &collected.sentences[draft.sentence];
        // A list of labels under a provider's name in capitals.
        if draft.rule.name == rules::LABEL.name
            && let Some(heading) = heading_over(context, sentence.span)
        {
            resolved[at] = vec![names.by_heading(heading)];
            continue;
        }
        if sentence.words[0].is("it")
            && let Some(another) = introduced_before(context, draft.number)
        {
            resolved[at] = vec![another];
            continue;
        }
        // 'The rating of the trust stays at good. It remains inadequate for safety.'
        let told = at.checked_sub(1).filter(|&b| {
            let before = &collected.drafts[b];
            sentence.words[0].any(&["it", "its"])
                && before.number + 1 == draft.number
                && before.mentions.iter().all(|m| m.kind == MentionKind::Common)
        });
        if let Some(told) = told.filter(|&b| resolved[b].len() == 1) {
            resolved[at] = resolved[told].clone();
            continue;
        }
        // 'It acted at Ashby and at Beck. Both had been good.'
        if sentence.words[0].is("both")
            && draft.scope.is_empty()
            && let Some(both) = names.both_of(draft.number)
        {
            resolved[at] = both;
            continue;
        }
        // 'Safeguarding there was not met': of the provider before.
        // 'slipped to good and stayed there' points at the grade.
        let there = (0..sentence.words.len()).any(|i| {
            sentence.words[i].is("there")
                && !sentence
                    .before(i)
                    .is_some_and(|w| w.any(&["stayed", "remained", "stuck", "been", "got"]))
        });
        let before = at.checked_sub(1).filter(|&b| {
            let same = collected.drafts[b].number == draft.number;
            let back = if sentence.words[0].is("there") { 1 } else { 2 };
            same || (there && collected.drafts[b].number + back >= draft.number)
        });
        let group = before.is_some_and(|b| {
            collected.drafts[b].mentions.first().is_some_and(|m| m.kind == MentionKind::Group)
        });
        resolved[at] = match before.filter(|_| !group) {
            Some(before) => resolved[before].clone(),
            None if tables.is_empty() => {
                let at = sentence.grades[draft.grade].span.start();
                names.meant(draft.number, at).or_else(|| main.clone()).into_iter().collect()
            }
            None => main.clone().into_iter().collect(),
        };
    }
    resolved
}

/// 'The company runs one other home, in Orley.' before 'It was rated good': that home.
fn introduced_before(context: &Context<'_>, number: usize) -> Option<Provider> {
    let before = context.text.sentences.get(number.checked_sub(1)?)?;
    let source = context.text.source;
    let said = before.span.of(source);
    if said.len() > 300 || !(said.contains(" one other ") || said.contains(" another ")) {
        return None;
    }
    let sentence = Sentence::plain(context.text, before.span);
    let words = &sentence.words;
    let first = words
        .iter()
        .position(|w| w.is("another"))
        .or_else(|| words.windows(2).position(|pair| pair[0].is("one") && pair[1].is("other")))?;
    let runs = ["runs", "owns", "operates", "manages", "has", "ran", "run"];
    if !words[first.checked_sub(1)?].any(&runs) {
        return None;
    }
    let found = super::providers::find(source, words);
    let noun = found.iter().find(|m| m.kind == MentionKind::Common && m.end > first)?;
    let span = words[first].span.to(noun.span);
    let named = found.iter().any(|m| m.kind == MentionKind::Name && m.first > noun.first);
    let name = span.of(source).split_whitespace().collect::<Vec<_>>().join(" ");
    (noun.end <= first + 5 && !named).then_some(Provider { name, code: None, span: Some(span) })
}

/// The line in capitals that a list of labels stands under, not far above.
fn heading_over(context: &Context<'_>, span: Span) -> Option<Span> {
    let text = context.text;
    let block = text.block_at(span.start());
    let above = text.blocks[block.saturating_sub(8)..block].iter().rev();
    let mut lines = above.map(|b| b.span).take_while(|b| b.len() < 120);
    lines.find(|line| {
        let words = line.of(text.source);
        (4..=40).contains(&line.len())
            && words.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '\'' | '’' | '-' | '&'))
    })
}

/// The provider that the text is about; where it names none, that of most ratings, those of the
/// headline counting last.
fn main_of(
    collected: &Collected<'_>,
    resolved: &[Vec<Provider>],
    names: &Names<'_>,
    tables: &[Rating],
) -> Option<Provider> {
    if let Some(provider) = tables.iter().find_map(|rating| rating.provider.clone()) {
        return Some(provider);
    }
    let voted = |headline: bool| -> Option<(usize, Provider)> {
        let of_body = collected.drafts.iter().zip(resolved).filter(|(draft, _)| {
            (collected.sentences[draft.sentence].kind == BlockKind::Headline) == headline
        });
        most_named(of_body.flat_map(|(_, providers)| providers))
    };
    let named = |p: &Provider| p.name.bytes().any(|b| b.is_ascii_uppercase());
    let body = voted(false);
    let head = voted(true);
    let main = names.main();
    match (body, main) {
        (_, Some(main)) => Some(main),
        (Some((_, provider)), None) if named(&provider) => Some(provider),
        (body, None) => {
            let introduced = names.introduced();
            let voted = head.filter(|(_, p)| named(p)).or(body).map(|(_, p)| p);
            // 'the home', of 'a children's home in Sedgeworth'
            match (voted, introduced) {
                (Some(voted), Some(introduced))
                    if !voted.name.contains(' ')
                        && named(&introduced)
                        && super::providers::may_be(&voted.name, &introduced.name) =>
                {
                    Some(introduced)
                }
                (voted, introduced) => voted.or(introduced),
            }
        }
    }
}

fn most_named<'p>(providers: impl Iterator<Item = &'p Provider>) -> Option<(usize, Provider)> {
    let mut votes: Vec<(usize, &Provider)> = Vec::new();
    for provider in providers {
        let numbered = provider.name.split(' ').next().is_some_and(|w| {
            super::words::number(&w.to_lowercase()).is_some()
                || matches!(w, "Most" | "All" | "Half")
        });
        if numbered {
            continue;
        }
        match votes.iter().position(|(_, p)| p.name == provider.name) {
            Some(at) => votes[at].0 += 1,
            None if votes.len() < 200 => votes.push((1, provider)),
            None => {}
        }
    }
    let most = votes.iter().map(|(count, _)| *count).max()?;
    votes.into_iter().find(|(count, _)| *count == most).map(|(count, p)| (count, p.clone()))
}

/// Whether two names may be of one provider: 'Bury Council' and 'Bury's children's services'.
fn same_provider(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let plain = |name: &str| name.to_lowercase().replace('’', "'");
    let (a, b) = (plain(a), plain(b));
    if a == b || a.starts_with(&b) || b.starts_with(&a) {
        return true;
    }
    let place = |name: &str| {
        let first = name.split(' ').next().unwrap_or("");
        first.strip_suffix("'s").unwrap_or(first).to_owned()
    };
    let council =
        |name: &str| ["council", "services", "authority"].iter().any(|w| name.contains(w));
    council(&a)
        && council(&b)
        && (place(&a) == place(&b) || a.contains(&place(&b)) || b.contains(&place(&a)))
}

/// The judgements of a draft, as they are recorded.
fn judgements(
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

/// Whether two records are of the same provider.
fn one_provider(a: &Rating, b: &Rating) -> bool {
    match (&a.provider, &b.provider) {
        (Some(a), Some(b)) => same_provider(&a.name, &b.name),
        (None, None) => true,
        _ => false,
    }
}

/// Whether two records are of the same judgement of the same provider, so that one may have
/// replaced the other.
fn rivals(a: &Rating, b: &Rating) -> bool {
    fn key(rating: &Rating) -> Option<&str> {
        match &rating.judgement {
            None => Some("overall"),
            Some(judgement) => judgement.key.as_deref().or(judgement.text.as_deref()),
        }
    }
    let same = a.judgement.is_none() || b.judgement.is_none() || key(a) == key(b);
    same && one_provider(a, b)
}

/// Which grades were left behind: those that words say so of, and those with a date before that
/// of another grade for the same.
fn settle_times(open: &mut [Open], tables: &[Rating]) {
    for this in open.iter_mut().filter(|this| this.when.left_behind) {
        this.rating.time = Time::Previous;
    }
    // 'rated inadequate in 2019, has been upgraded to good'
    for at in 0..open.len() {
        let this = &open[at];
        let went = near(open, at).any(|(other, o)| {
            other > at
                && o.number == this.number
                && o.rating.rule == rules::CHANGE.name
                && !o.when.left_behind
                && o.rating.grade != this.rating.grade
                && rivals(&o.rating, &this.rating)
        });
        let given = [rules::RATED_AS.name, rules::GIVEN.name, rules::RATING_NOUN.name];
        if went && given.contains(&&*this.rating.rule) {
            open[at].rating.time = Time::Previous;
            open[at].when.left_behind = true;
        }
    }
    // The latest date that a grade of a provider is tied to; a grade without one is of now.
    // An earlier inspection's grade, in a report whose table has the present one.
    for this in open.iter_mut() {
        let own = this.rating.date.as_ref().and_then(DateValue::year);
        let newer = tables.iter().any(|table| {
            let theirs = table.date.as_ref().and_then(DateValue::year);
            table.time == Time::Current && matches!((own, theirs), (Some(a), Some(b)) if a < b)
        });
        if newer && this.is_main && !this.group {
            this.rating.time = Time::Previous;
            this.when.left_behind = true;
        }
    }
    for at in 0..open.len() {
        let this = &open[at];
        let current = this.known.date(Time::Current);
        // Of an inspection before the one that the text reports.
        if !this.group && (this.when.earlier && is_before(open, at) || is_replaced(open, at)) {
            open[at].rating.time = Time::Previous;
            continue;
        }
        if this.when.left_behind || this.group {
            continue;
        }
        // Tied to the very date of the inspection that the text is about.
        let of_this = current.is_some_and(|(_, span)| {
            this.when.spans.contains(&span)
                && !near(open, at).any(|(other, _)| contrasted(open, other, span))
        });
        if of_this {
            continue;
        }
        let own = this.rating.date.as_ref().and_then(DateValue::year);
        // The inspection that the text is about, unless this grade's own date is all there is.
        let current_year = current
            .filter(|(_, span)| !this.when.spans.contains(span))
            .and_then(|(value, _)| value.year());
        let beside = near(open, at).filter(|(other, o)| {
            *other != at && !o.group && !o.when.left_behind && rivals(&this.rating, &o.rating)
        });
        let mut replaced = false;
        for (_, other) in beside {
            let theirs = other.rating.date.as_ref();
            let newer = match (&this.rating.date, theirs) {
                (Some(own), Some(theirs)) => {
                    let years = (own.year(), theirs.year());
                    match years {
                        (Some(a), Some(b)) if a == b => {
                            let months = (own.month(), theirs.month());
                            matches!(months, (Some(a), Some(b)) if b > a)
                                && other.rating.grade != this.rating.grade
                        }
                        (Some(a), Some(b)) => b > a,
                        _ => false,
                    }
                }
                // A grade without a date is of the inspection that the text is about.
                (Some(_), None) => {
                    let key = this.rating.judgement.as_ref().and_then(|j| j.key.as_deref());
                    let theirs = other.rating.judgement.as_ref().and_then(|j| j.key.as_deref());
                    let same = key.is_some() && key == theirs;
                    let replaces = this.rating.grade != other.rating.grade
                        || this.when.last
                        || other.when.stands;
                    let earlier = match (own, current_year) {
                        (Some(own), Some(current)) => own < current,
                        _ => true,
                    };
                    !other.when.last
                        && earlier
                        && (same && replaces || own.zip(current_year).is_some())
                }
                (None, _) => this.when.last && !other.when.last,
            };
            replaced |= newer;
        }
        if replaced {
            open[at].rating.time = Time::Previous;
        }
    }
}

/// Whether the grade `open[at]` has a date before that of the inspection which gave its provider
/// other grades: 'In 2020 the school was judged excellent', in a text on what was found in 2024.
fn is_replaced(open: &[Open], at: usize) -> bool {
    let this = &open[at];
    let Some(((now, span), own)) = this.known.inspected().zip(this.rating.date) else {
        return false;
    };
    let over = !this.when.stands
        && !this.when.spans.contains(&span)
        && when::is_over(&own, &now) == Some(true);
    over && near(open, at).any(|(other, o)| {
        other != at
            && !o.group
            && !o.when.left_behind
            && !o.when.last
            && one_provider(&o.rating, &this.rating)
            && o.rating.date.is_none_or(|date| when::is_over(&date, &now) == Some(false))
    })
}

/// Whether the grade `open[at]`, tied to the date of an inspection before the present one, was
/// replaced: by that inspection, or by another grade that stands.
fn is_before(open: &[Open], at: usize) -> bool {
    let this = &open[at];
    let Some(own) = &this.rating.date else { return false };
    if let Some((now, span)) = this.known.inspected()
        && !this.when.spans.contains(&span)
    {
        return when::is_over(own, &now).unwrap_or(true);
    }
    near(open, at).any(|(other, o)| {
        other != at
            && !o.group
            && !o.when.left_behind
            && o.when.stands
            && o.rating.date.is_none()
            && o.rating.grade != this.rating.grade
            && rivals(&o.rating, &this.rating)
    })
}

/// Gives grades without a date that of the inspection that gave them, as far as the text tells.
fn settle_dates(open: &mut [Open], tables: &[Rating]) {
    let table_date = |time: Time| {
        tables.iter().find(|r| r.time == time && r.date.is_some()).and_then(|r| r.date)
    };
    for at in 0..open.len() {
        let this = &open[at];
        if this.rating.date.is_some() || this.group {
            continue;
        }
        let time = this.rating.time;
        let by_inspection = |time: Time| {
            let found = this.known.date(time).filter(|(_, span)| {
                !contrasted(open, at, *span) && !is_of_past_beside(open, at, *span)
            });
            found.map(|(value, _)| value)
        };
        let table_date = |time: Time| if this.is_main { table_date(time) } else { None };
        let alike = || {
            near(open, at)
                .map(|(_, o)| o)
                .filter(|o| o.rating.time == time && !o.group && !o.when.dates.is_empty())
                .filter(|o| one_provider(&o.rating, &this.rating))
        };
        let sibling = || {
            alike()
                .filter(|o| o.rating.grade == this.rating.grade && rivals(&o.rating, &this.rating))
                .filter_map(|o| o.rating.date)
                .max_by_key(ToString::to_string)
        };
        let any_sibling_before = || {
            near(open, at)
                .map(|(_, o)| o)
                .find(|o| o.rating.time == Time::Previous && one_provider(&o.rating, &this.rating))
                .and_then(|o| o.rating.date)
        };
        let any_sibling = || alike().next().and_then(|o| o.rating.date);
        // 'Beck Infants was rated good in March. Its behaviour is outstanding.'
        let just_before = || {
            let told = alike().filter(|o| o.number <= this.number && o.number + 1 >= this.number);
            told.last().filter(|_| !this.is_main).and_then(|o| o.rating.date)
        };
        let date = if this.when.kept {
            by_inspection(Time::Previous).or_else(any_sibling_before)
        } else if this.when.last && time == Time::Current {
            sibling()
                .or_else(any_sibling)
                .or_else(|| this.known.date(Time::Previous).map(|d| d.0))
                .or_else(|| by_inspection(time))
        } else if time == Time::Previous {
            sibling().or_else(|| table_date(time)).or_else(|| by_inspection(time))
        } else {
            table_date(time).or_else(|| by_inspection(time)).or_else(|| {
                let contrast = this.when.stands;
                sibling().filter(|_| !contrast).or_else(just_before)
            })
        };
        open[at].rating.date = date;
    }
}
