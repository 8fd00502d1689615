//! From graded words to records: what is left open in a sentence is settled with the whole text.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::Context;
use super::licence::{self, Licence};
use super::links::{self, Scope};
use super::names::Names;
use super::providers::{Mention, MentionKind};
use super::rules;
use super::sentence::Sentence;
use super::times::Open;
use super::visits::{Inspections, Known};
use super::when::{self, When};
use super::{graded, scope, ties, times, whose};
use crate::authority;
use crate::extractor::Reading;
use crate::record::{DateRole, DocumentKind, Extent, Provider, Rating, Span, Time};
use crate::rule::Rule;
use crate::text::BlockKind;

/// A rating whose provider, time and date are not settled yet.
#[derive(Clone)]
pub(super) struct Draft {
    /// Which of the collected sentences it stands in.
    pub sentence: usize,
    /// The number of the sentence in the text.
    pub number: usize,
    pub grade: usize,
    pub rule: &'static Rule,
    pub scope: Scope,
    pub mentions: Vec<Mention>,
    pub when: When,
}

/// The sentences with ratings, and the ratings.
#[derive(Default)]
pub(super) struct Collected<'t> {
    pub sentences: Vec<Sentence<'t>>,
    pub drafts: Vec<Draft>,
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
        // 'The sixth form, which was good in 2019, is now outstanding': over what is put in.
        let put_in = s.closing_before(licence.verb).and_then(|close| s.opening_of(close));
        let before_put_in = put_in.filter(|&open| open < floor).map(|open| {
            let given = s.grades[..n].iter().zip(&accepted).filter(|(g, a)| **a && g.end <= open);
            given.map(|(g, _)| g.end).max().unwrap_or(0)
        });
        let floor_here = before_put_in.unwrap_or(floor);
        let mut scope = scope::scope(s, n, licence, floor_here, drafts.last());
        if scope.is_empty() {
            let last = drafts.last().or(collected.drafts.last());
            scope.judgements = scope::told_before(context.text, s, number, grade.end, last);
        }
        scope.judgements.extend(links::inverted(s, scope.end.max(grade.end)));
        let next = s.grades[n + 1..]
            .iter()
            .zip(&accepted[n + 1..])
            .find(|(_, a)| **a)
            .map_or(s.words.len(), |(g, _)| g.first);
        let mut mentions = graded::graded(s, n, licence, floor_here, next);
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
        let mut when = when::read(s, reading.dates, n, licence, &accepted, &taken);
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
                ties::at_that_time(reading, context, s, number, collected, &mut when);
            }
            // 'In 2020, only behaviour had been good.' opens a passage on that time.
            when.then |= when.earlier && ties::opens_with(s, &when);
        }
        // 'At the end of March 22 councils were outstanding': so many were, whenever graded.
        let counted = mentions.first().is_some_and(|m| m.kind == MentionKind::Group);
        // 'The councils inspected since 2018 are good': whenever graded.
        let since = |date: &Span| {
            let at = s.words.partition_point(|w| w.span.end() <= date.start());
            date.end() <= grade.span.start() && s.before(at).is_some_and(|w| w.is("since"))
        };
        let counts =
            |&date: &Span| ties::is_count_day(s, reading.text.source, date) || since(&date);
        if counted && when.spans.iter().any(counts) || ties::is_date_of_fall(s, n, licence, &when) {
            (when.dates, when.spans) = (Vec::new(), Vec::new());
        }
        // 'the former Ashby College, which was rated inadequate', 'its predecessor, Ashby College,'
        when.left_behind |= mentions.first().is_some_and(|m| {
            let before = |back: usize, list: &[&str]| {
                m.first.checked_sub(back).is_some_and(|i| s.words[i].any(list))
            };
            before(1, &["former", "defunct"])
                || before(1, &[","]) && before(2, &["predecessor"])
                || s.words[m.first].is("predecessor")
        });
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
    scope::share_scope_of_change(s, &mut drafts);
    scope::respectively(s, &mut drafts);
    ties::date_of_change(s, &mut drafts);
    ties::share_dates(s, &mut drafts);
    let again: Vec<Draft> = drafts
        .iter()
        .filter_map(|draft| {
            Some(Draft { when: ties::as_before(reading, s, draft)?, ..draft.clone() })
        })
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
    // The grade stands in the sentence before: here it takes the place of whom it is given.
    let mut grade = grade.clone();
    (grade.first, grade.end) = (first, first + 1);
    sentence.grades.push(grade);
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
    let graded: Vec<usize> = collected.drafts.iter().map(|draft| draft.number).collect();
    names.follow(&graded);
    let resolved = whose::providers(context, &names, &collected, tables);
    let text = reading.text;
    let own_lines = |span: Span| {
        let block = &text.blocks[text.block_at(span.start())];
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)
    };
    let main = whose::main_of(&collected, &resolved, &names, tables);
    let left: HashSet<Span> = collected
        .drafts
        .iter()
        .filter(|draft| draft.when.left_behind)
        .flat_map(|draft| draft.when.spans.iter().copied())
        .collect();
    let turns = context.document.kind == DocumentKind::News && tables.is_empty();
    let whose = |span: Span| {
        let number = text.sentence_at(span.start());
        if turns { names.dated(number, span.start()) } else { Vec::new() }
    };
    // A date that another grade is tied to, or of an inspection before that, is not for the rest.
    let tied: HashSet<Span> =
        collected.drafts.iter().flat_map(|draft| draft.when.spans.iter().copied()).collect();
    let is_tied = |span: Span| {
        let sentence = text.sentences.get(text.sentence_at(span.start()));
        tied.contains(&span)
            || sentence.is_some_and(|s| {
                let words = s.span.of(text.source);
                ["previous", "last", "earlier", "had been"].iter().any(|word| words.contains(word))
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
        (Some(p), Some(m)) => whose::same_provider(&p.name, &m.name),
        _ => true,
    };
    let known_of_main = inspections.of(of_main);
    let mut known: HashMap<String, Known> = HashMap::new();
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
        let judgements = scope::judgements(reading, context, draft, &grade.key);
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
                Some(provider) if !is_main => match known.get(&provider.name) {
                    Some(told) => *told,
                    None => {
                        let own = |p: Option<&Provider>| {
                            p.is_some_and(|p| whose::same_provider(&p.name, &provider.name))
                        };
                        let told = inspections.of(own).of_another(is_tied);
                        known.insert(provider.name.clone(), told);
                        told
                    }
                },
                _ => known_of_main,
            };
            for judgement in &judgements {
                let dates = if when.dates.is_empty() {
                    // The inspection named between a heading and its labels.
                    let labelled = draft.rule.name == rules::LABEL.name;
                    let heading =
                        labelled.then(|| whose::heading_over(context, sentence.span)).flatten();
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
    times::settle_times(&mut open, tables);
    times::settle_dates(&mut open, tables);
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
