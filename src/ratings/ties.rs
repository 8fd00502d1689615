//! Which dates of a sentence, and of the one before, belong to which of its grades.
//!
//! | in the text | date |
//! | --- | --- |
//! | 'It was inspected in 2019. **At that time** teaching was inadequate.' | that of the sentence before |
//! | 'In March it slipped from good to inadequate' | of what it came to |
//! | 'In 2021 safety was poor **and** respect was good' | of both |
//! | '22 councils were good **at the end of March**' | the day of a count, and of no grade |

use super::Context;
use super::licence::Licence;
use super::record::{Collected, Draft};
use super::rules;
use super::sentence::Sentence;
use super::when::{self, When};
use super::words::Class;
use crate::extractor::Reading;
use crate::record::{DateRole, Span};

/// 'It was inspected in 2019. **At that time** teaching was inadequate. Leadership was also inadequate.':
/// the date of the sentence before, for what is told of that time in one paragraph.
pub(super) fn at_that_time(
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
pub(super) fn opens_with(s: &Sentence<'_>, when: &When) -> bool {
    let before = |date: &Span| s.words.partition_point(|w| w.span.end() <= date.start());
    when.spans.first().is_some_and(|date| before(date) <= 4)
}

/// 'Activity was poor, **as it had been three years earlier**': the same grade, at that time.
pub(super) fn as_before(reading: &Reading<'_>, s: &Sentence<'_>, draft: &Draft) -> Option<When> {
    let after = s.past_marks(s.grades[draft.grade].end);
    let mut at = after + usize::from(s.word(after)?.is(","));
    at += usize::from(s.word(at)?.any(&["just", "exactly"]));
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

/// 'In March it slipped from good to inadequate': the date is of what it came to.
pub(super) fn date_of_change(s: &Sentence<'_>, drafts: &mut [Draft]) {
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
pub(super) fn is_count_day(s: &Sentence<'_>, source: &str, date: Span) -> bool {
    let words = date.of(source);
    let before = s.words.partition_point(|w| w.span.end() <= date.start());
    words.eq_ignore_ascii_case("today")
        || words.starts_with("end of")
        || words.starts_with("start of")
        || words.starts_with("beginning of")
        || s.any_in(before.saturating_sub(2), before, &["at", "by"])
        || s.any_in(before.saturating_sub(1), before, &["of", "at"])
            && s.any_in(before.saturating_sub(3), before, &["as", "end", "start"])
}

/// 'Portbury crashed **from good last month**': when it fell, and not when it was good.
pub(super) fn is_date_of_fall(s: &Sentence<'_>, n: usize, licence: &Licence, when: &When) -> bool {
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
pub(super) fn share_dates(s: &Sentence<'_>, drafts: &mut [Draft]) {
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
        // 'In 2022 it was inadequate for safety, although its overall grade then was good'
        let then = leads
            && s.any_in(first.end, second.first, &["then"])
            && s.any_in(second.first.saturating_sub(2), second.first, &["was", "were"])
            && after.when.left_behind;
        // 'When it was last inspected, in 2017, standards were weak, while wellbeing was adequate'
        let opened = leads
            && s.words[0].any(&["when", "at", "in"])
            && before.when.earlier | before.when.left_behind | before.when.last
            && after.rule.name == rules::IS.name
            // or 'At the last inspection, in 2022, safety was poor, respect was good'
            && s.any_in(first.end, second.first, &["while", ","])
            && s.any_in(first.end, second.first, &["was", "were"])
            && !s.any_in(first.end, second.first, &["is", "are", "now", "but", "has", "have"]);
        if (joined || part || except || ranged || then || opened)
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
