//! The inspections that a text reports: its records, put together by the visit that they are of.
//!
//! | text | inspections |
//! | --- | --- |
//! | a report on a visit in May 2024 that says 'judged inadequate in 2019' | one of 2019 with its grade, one of May 2024 with the table's |
//! | 'after a monitoring visit in August, … rated inadequate in December 2021' | a monitoring visit in August, an inspection in December 2021 |
//!
//! A record belongs to the inspection whose days hold its date. What has no date belongs to the
//! inspection that the text is on.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::authority;
use crate::dates::DateValue;
use crate::framework;
use crate::record::{
    Date, DateRole, Document, DocumentKind, ImprovementArea, Inspection, Provider, Quote, Rating,
    Span, Time, Voice,
};
use crate::reports::{Opened, find_folded};
use crate::text::Text;

/// How many inspections one text may have; what goes beyond is left out.
const MOST: usize = 64;

/// The records of one text.
pub(crate) struct Records<'r> {
    pub document: &'r Document,
    pub ratings: &'r [Rating],
    pub dates: &'r [Date],
    pub areas: &'r [ImprovementArea],
    pub quotes: &'r [Quote],
}

/// Puts the records of a text together by inspection: the one that the text is about first, the
/// others by date.
pub(crate) fn assemble(
    text: &Text<'_>,
    opened: Option<&Opened<'_, '_>>,
    records: &Records<'_>,
) -> Vec<Inspection> {
    let mut gathering =
        Gathering { text, records, found: Vec::new(), main: None, placed: Vec::new() };
    if let Some(opened) = opened {
        gathering.reported(opened);
    }
    gathering.ratings(true);
    gathering.placed.sort_unstable();
    gathering.dates();
    gathering.ratings(false);
    gathering.rest();
    gathering.settle(opened)
}

struct Gathering<'g, 't> {
    text: &'g Text<'t>,
    records: &'g Records<'g>,
    found: Vec<Inspection>,
    /// The inspection that the text is on.
    main: Option<usize>,
    /// The dated ratings by sentence: sentence, rating, inspection.
    placed: Vec<(usize, usize, usize)>,
}

impl Gathering<'_, '_> {
    /// The inspection that a report or letter is on.
    fn reported(&mut self, opened: &Opened<'_, '_>) {
        let visits = || opened.visits.iter().filter_map(|days| days.value());
        let start = visits().map(|value| ends_of(value).0).min_by_key(DateValue::to_string);
        let end = visits().filter_map(|value| ends_of(value).1).max_by_key(DateValue::to_string);
        let mut inspection = empty(Time::Current);
        inspection.start = start;
        inspection.end = end;
        inspection.visit = opened.layout.map(|layout| Cow::Borrowed(layout.visit));
        inspection.provider = opened.provider.clone();
        inspection.published = self.records.document.published;
        self.found.push(inspection);
        self.main = Some(0);
    }

    /// The inspections that the dates of the text name.
    fn dates(&mut self) {
        for (number, date) in self.records.dates.iter().enumerate() {
            let time = match date.role {
                DateRole::Inspection => Time::Current,
                DateRole::PreviousInspection => Time::Previous,
                _ => continue,
            };
            let Some(value) = date.value.filter(|value| !value.is_of_unknown_year()) else {
                continue;
            };
            // 'An increase of 7% on the previous year'
            if date.text.ends_with("year") {
                continue;
            }
            let rated = self.rated_beside(date.span, value);
            // A report tells of much else that happened by the time of its own visit.
            let told = self.main.is_some() && time == Time::Current;
            let within = if told { BESIDE } else { REACH };
            let visit = if rated.is_some() { None } else { self.visit_near(date.span, within) };
            let Some(at) = rated.or_else(|| self.of_date(value, time, visit)) else { continue };
            self.found[at].dates.push(number);
            if self.found[at].visit.is_none() && self.found[at].ratings.is_empty() {
                self.found[at].visit = visit.map(Cow::Borrowed);
            }
        }
        // A news text is on the latest inspection that it dates.
        if self.main.is_none() {
            let current = self.found.iter().enumerate().filter(|(_, i)| i.time == Time::Current);
            self.main =
                current.max_by_key(|(_, i)| i.start.map(|s| s.to_string())).map(|(at, _)| at);
        }
    }

    /// The inspection whose grade stands in the sentence of a date and is dated by it: words for
    /// other visits there are not of this date.
    fn rated_beside(&self, span: Span, value: DateValue) -> Option<usize> {
        let sentence = self.text.sentence_at(span.start());
        let first = self.placed.partition_point(|(of, ..)| *of < sentence);
        self.placed[first..]
            .iter()
            .take(8)
            .take_while(|(of, ..)| *of == sentence)
            .find(|(_, number, _)| self.records.ratings[*number].date == Some(value))
            .map(|(.., at)| *at)
    }

    /// The inspection of a date: one that it agrees with, or a new one.
    fn of_date(
        &mut self,
        value: DateValue,
        time: Time,
        visit: Option<&'static str>,
    ) -> Option<usize> {
        let agrees = |inspection: &Inspection| {
            let same = match (inspection.visit.as_deref(), visit) {
                // 'The monitoring visit in May' and 'the inspection in May' are two.
                (Some(a), Some(b)) => a == b || (inspection.end.is_some() && b == "full"),
                (None, Some("focused" | "monitoring" | "revisit")) => inspection.ratings.is_empty(),
                _ => true,
            };
            same && inspection.start.is_some_and(|start| {
                let whole = match inspection.end {
                    Some(end) if end != start => DateValue::range(start, end).unwrap_or(start),
                    _ => start,
                };
                value.is_within(&whole) || whole.is_within(&value)
            })
        };
        let fits = |strict: bool| {
            self.found
                .iter()
                .position(|inspection| (!strict || inspection.time == time) && agrees(inspection))
        };
        if let Some(at) = fits(true).or_else(|| fits(false)) {
            let inspection = &mut self.found[at];
            let (start, end) = ends_of(value);
            // The fuller date stands.
            if inspection.end.is_none() && inspection.start.is_some_and(|old| start.is_within(&old))
            {
                (inspection.start, inspection.end) = (Some(start), end);
            }
            return Some(at);
        }
        // Only a visit that is spoken of is one.
        if self.found.len() >= MOST || visit.is_none() {
            return None;
        }
        let mut inspection = empty(time);
        (inspection.start, inspection.end) = {
            let (start, end) = ends_of(value);
            (Some(start), end)
        };
        inspection.visit = visit.map(Cow::Borrowed);
        self.found.push(inspection);
        Some(self.found.len() - 1)
    }

    /// Puts the ratings that have a date, or those that have none, with their inspections.
    fn ratings(&mut self, dated: bool) {
        for (number, rating) in self.records.ratings.iter().enumerate() {
            let value = rating.date.filter(|value| !value.is_of_unknown_year());
            if value.is_some() != dated {
                continue;
            }
            let main = self.main.and_then(|at| self.found[at].provider.clone());
            let board = rating.judgement.as_ref().is_some_and(|j| j.key.as_deref() == Some("lscb"));
            let report = self.records.document.kind != DocumentKind::News;
            if rating.rule == crate::reports::PHASE {
                self.phase(number, rating);
                continue;
            }
            if report && !board && !one(main.as_ref(), rating.provider.as_ref()) {
                continue;
            }
            // 'A local academy that was judged to require improvement', in a report on its authority.
            let other = rating.provider.as_ref().is_some_and(|provider| {
                main.as_ref().is_some_and(|main| {
                    main.name != provider.name && is_unnamed(&provider.name, &main.name)
                })
            });
            if report && other {
                continue;
            }
            let at = match value {
                // The board's review is of the inspection beside it.
                _ if board && self.main.is_some() => self.main,
                // What the layout prints without an earlier date is of the inspection reported.
                _ if report && rating.time == Time::Current && printed(rating) => self.main,
                Some(value) => self.of_rating(value, rating),
                None => self.undated(rating),
            };
            let Some(at) = at else { continue };
            if dated {
                self.placed.push((self.text.sentence_at(rating.span.start()), number, at));
            }
            let inspection = &mut self.found[at];
            inspection.ratings.push(number);
            if inspection.provider.is_none() && !board {
                inspection.provider = rating.provider.clone();
            }
            let key = rating.judgement.as_ref().and_then(|judgement| judgement.key.clone());
            if let Some(key) = key {
                inspection
                    .grades
                    .entry(key.to_string())
                    .or_insert_with(|| rating.grade.to_string());
            }
        }
    }

    /// Puts the grade of one phase of a provider with the inspection of that phase, which took place
    /// with that of the whole.
    fn phase(&mut self, number: usize, rating: &Rating) {
        let Some(main) = self.main else { return };
        let of = |inspection: &Inspection| {
            inspection.time == Time::Current && inspection.provider == rating.provider
        };
        let at = match self.found.iter().position(of) {
            Some(at) => at,
            None if self.found.len() >= MOST => return,
            None => {
                let mut inspection = empty(Time::Current);
                let whole = &self.found[main];
                (inspection.start, inspection.end) = (whole.start, whole.end);
                inspection.published = whole.published;
                inspection.visit.clone_from(&whole.visit);
                inspection.provider.clone_from(&rating.provider);
                self.found.push(inspection);
                self.found.len() - 1
            }
        };
        let inspection = &mut self.found[at];
        inspection.ratings.push(number);
        if let Some(key) = rating.judgement.as_ref().and_then(|judgement| judgement.key.as_ref()) {
            let grade = || rating.grade.to_string();
            inspection.grades.entry(key.to_string()).or_insert_with(grade);
        }
    }

    fn of_rating(&mut self, value: DateValue, rating: &Rating) -> Option<usize> {
        // A grade is given by an inspection that grades.
        let graded = |inspection: &Inspection| {
            !matches!(inspection.visit.as_deref(), Some("focused" | "monitoring" | "revisit"))
                && one(inspection.provider.as_ref(), rating.provider.as_ref())
                && inspection.start.is_some_and(|start| {
                    let end = inspection.end.unwrap_or(start);
                    let whole = DateValue::range(start, end).unwrap_or(start);
                    value.is_within(&whole) || whole.is_within(&value)
                })
        };
        if let Some(at) = self.found.iter().position(graded) {
            return Some(at);
        }
        if self.found.len() >= MOST {
            return None;
        }
        let visit = self.visit_near(rating.span, REACH).filter(|visit| *visit == "full");
        let (start, end) = ends_of(value);
        let mut inspection = empty(rating.time);
        inspection.start = Some(start);
        inspection.end = end;
        inspection.visit = visit.map(Cow::Borrowed);
        inspection.provider = rating.provider.clone();
        self.found.push(inspection);
        Some(self.found.len() - 1)
    }

    /// The inspection of a rating without a date.
    fn undated(&mut self, rating: &Rating) -> Option<usize> {
        let key = rating.judgement.as_ref().and_then(|judgement| judgement.key.as_deref());
        let free = |inspection: &Inspection| {
            inspection.time == rating.time
                && one(inspection.provider.as_ref(), rating.provider.as_ref())
                && key
                    .and_then(|key| inspection.grades.get(key))
                    .is_none_or(|grade| *grade == rating.grade)
                && !matches!(
                    inspection.visit.as_deref(),
                    Some("focused" | "monitoring" | "revisit")
                )
        };
        let main = self.main.filter(|at| free(&self.found[*at]));
        if let Some(at) = main.or_else(|| self.found.iter().rposition(free)) {
            return Some(at);
        }
        // A letter on a visit that gives no grade tells the one that stands: 'continues to require
        // improvement', of the inspection before.
        let same = |inspection: &Inspection| {
            key.and_then(|key| inspection.grades.get(key)) == Some(&rating.grade.to_string())
                && one(inspection.provider.as_ref(), rating.provider.as_ref())
        };
        let letter = self.records.document.kind == DocumentKind::Letter;
        if let Some(at) = self.found.iter().rposition(same).filter(|_| letter) {
            return Some(at);
        }
        if self.found.len() >= MOST {
            return None;
        }
        let mut inspection = empty(rating.time);
        inspection.provider = rating.provider.clone();
        self.found.push(inspection);
        let at = self.found.len() - 1;
        if rating.time == Time::Current && self.main.is_none() {
            self.main = Some(at);
        }
        Some(at)
    }

    /// Puts what has no date of its own with the inspection that the text is on.
    fn rest(&mut self) {
        let Some(main) = self.main else { return };
        let records = self.records;
        let published =
            records.dates.iter().enumerate().filter(|(_, date)| date.role == DateRole::Publication);
        let own = records.document.published;
        let report = records.document.kind != DocumentKind::News;
        let inspection = &mut self.found[main];
        for (number, date) in published {
            // A news text's own date is not the report's.
            let of_report = if report { date.value == own } else { date.value != own };
            let new = report || inspection.published.is_none();
            if of_report && new && date.value.is_some() {
                inspection.published = date.value;
                inspection.dates.push(number);
            }
        }
        inspection.dates.sort_unstable();
        inspection.improvement_areas = (0..records.areas.len()).collect();
        inspection.quotes = records
            .quotes
            .iter()
            .enumerate()
            .filter(|(_, quote)| quote.voice == Voice::Inspectorate)
            .map(|(number, _)| number)
            .collect();
    }

    /// What kind of visit the words around `span` name, no further than `within` bytes from it.
    fn visit_near(&self, span: Span, within: usize) -> Option<&'static str> {
        let sentence = self.text.sentences.get(self.text.sentence_at(span.start()))?.span;
        let source = self.text.source;
        let start =
            source.ceil_char_boundary(span.start().saturating_sub(REACH).max(sentence.start()));
        let end =
            source.floor_char_boundary((span.end() + REACH).min(sentence.end().max(span.end())));
        let around = source.get(start..end)?;
        let lower = around.to_ascii_lowercase();
        let at = span.start().saturating_sub(start);
        VISITS
            .iter()
            .flat_map(|(words, visit)| {
                // A capital in the list is one that the words must have.
                let capital = words.starts_with(|c: char| c.is_ascii_uppercase());
                let text = if capital { around } else { lower.as_str() };
                text.match_indices(words).map(move |(place, _)| {
                    // Words before the date are nearer to it than words behind it.
                    let distance = if place < at {
                        at - place - words.len().min(at - place)
                    } else {
                        40 + place - at
                    };
                    // 'Joint targeted area inspection' says more than 'inspection'.
                    (distance, Reverse(words.len()), *visit, place)
                })
            })
            .min()
            .filter(|(distance, Reverse(length), _, place)| {
                let between = lower.get(place + length..at).unwrap_or_default();
                *distance <= within
                    && !is_of_another(&lower[..*place])
                    && !is_of_others(between)
                    // What is told of the visit itself dates no other.
                    && !(within == BESIDE && lower[..*place].ends_with("this "))
            })
            .map(|(_, _, visit, _)| visit)
    }

    /// Gives every inspection what the document tells of it, and puts them in order.
    fn settle(mut self, opened: Option<&Opened<'_, '_>>) -> Vec<Inspection> {
        let document = self.records.document;
        let main = self.main.and_then(|at| self.found[at].provider.clone());
        let remit = document.framework.as_deref().and_then(framework::find).map(|f| &*f.remit);
        for (at, inspection) in self.found.iter_mut().enumerate() {
            inspection.inspectorate = document.inspectorate.clone();
            let phase = inspection
                .ratings
                .first()
                .is_some_and(|number| self.records.ratings[*number].rule == crate::reports::PHASE);
            if Some(at) == self.main || phase {
                inspection.framework = document.framework.clone();
            } else if let (Some(remit), Some(day)) = (remit, inspection.start) {
                let key = document.inspectorate.as_deref().unwrap_or("");
                let joint = inspection.visit.as_deref() == Some("joint_targeted_area");
                let remit = if joint { "joint_area" } else { remit };
                inspection.framework = in_force(key, remit, &day.to_string()).map(Cow::Owned);
            }
            // 'The school', as the letter to it calls it.
            let generic = |name: &str| KINDS.contains(&name);
            // 'Marlow House Inspection', of a running header.
            let longer = |name: &str| {
                let main = main.as_ref().filter(|_| opened.is_some());
                main.is_some_and(|main| name.starts_with(&main.name) && name != main.name)
            };
            let own = |provider: &Provider| !generic(&provider.name) && !longer(&provider.name);
            if !inspection.provider.as_ref().is_some_and(own) {
                inspection.provider = main.clone().or(inspection.provider.take());
            }
            // A month is its own first and last day, as exactly as it is known.
            inspection.end = inspection.end.or(inspection.start);
            let on = inspection.start.map(|start| start.to_string());
            if let Some(provider) = inspection.provider.as_mut().filter(|p| p.code.is_none()) {
                provider.code =
                    authority::code_of(&provider.name, on.as_deref()).map(Cow::Borrowed);
            }
            if inspection.visit.is_none() && opened.is_some() && !inspection.grades.is_empty() {
                inspection.visit = Some(Cow::Borrowed("full"));
            }
        }
        let main = self.main;
        let mut found: Vec<(bool, Inspection)> =
            self.found.into_iter().enumerate().map(|(at, i)| (Some(at) != main, i)).collect();
        found.sort_by_key(|(other, i)| (*other, i.start.is_none(), i.start.map(|s| s.to_string())));
        found.into_iter().map(|(_, inspection)| inspection).collect()
    }
}

/// How far from a date the words may stand that tell the kind of its visit, in bytes.
const REACH: usize = 220;
/// How far in a report, of which every date may be one of the time that it is on.
const BESIDE: usize = 70;

/// Whether the words before 'inspection' say that it was of other services than the report is on.
fn is_of_another(before: &str) -> bool {
    let words = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let last: Vec<&str> = words.take(3).collect();
    // 'asked to send the inspection team …'
    let verb = |at: usize| {
        last[at] == "send" && at.checked_sub(1).is_some_and(|next| ARTICLES.contains(&last[next]))
    };
    (0..last.len()).any(|at| OTHERS.contains(&last[at]) && !verb(at))
}

/// Whether the words from 'inspection' to its date say that it was of other providers: 'an inspection
/// of nine nearby schools in 2013'.
fn is_of_others(between: &str) -> bool {
    between.trim_start().starts_with("of ")
        && between
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "schools" | "homes" | "academies" | "nurseries"))
}

/// Words that begin what somebody sends.
const ARTICLES: [&str; 6] = ["the", "a", "an", "its", "their", "this"];

/// Services and inspectorates that reports on an authority name beside it.
const OTHERS: [&str; 11] = [
    "send",
    "yos",
    "yot",
    "justice",
    "offending",
    "health",
    "cqc",
    "probation",
    "constabulary",
    "hmicfrs",
    "peel",
];

/// Words for kinds of visit.
const VISITS: [(&str, &str); 23] = [
    ("monitoring visit", "monitoring"),
    ("monitoring inspection", "monitoring"),
    ("focused visit", "focused"),
    ("focussed visit", "focused"),
    ("joint targeted area inspection", "joint_targeted_area"),
    ("JTAI", "joint_targeted_area"),
    ("assurance visit", "assurance"),
    ("assurance inspection", "assurance"),
    ("Assurance", "assurance"),
    ("interim inspection", "interim"),
    ("Interim", "interim"),
    ("short inspection", "short"),
    ("ungraded inspection", "ungraded"),
    ("revisit", "revisit"),
    ("re-visit", "revisit"),
    ("return visit", "revisit"),
    ("full inspection", "full"),
    ("graded inspection", "full"),
    ("inspection", "full"),
    ("inspected", "full"),
    ("inspectors visited", "full"),
    ("last visited", "full"),
    ("Full", "full"),
];

fn empty(time: Time) -> Inspection {
    Inspection {
        inspectorate: None,
        framework: None,
        visit: None,
        provider: None,
        time,
        start: None,
        end: None,
        published: None,
        grades: BTreeMap::new(),
        ratings: Vec::new(),
        dates: Vec::new(),
        improvement_areas: Vec::new(),
        quotes: Vec::new(),
    }
}

/// The first and last day of a value; a month or year is its own start and has no end.
fn ends_of(value: DateValue) -> (DateValue, Option<DateValue>) {
    let day = |day: crate::dates::Day| DateValue::day(day.year(), day.month(), day.day());
    if !(value.is_day() || value.is_range()) {
        return (value, None);
    }
    match (value.first_day().and_then(day), value.last_day().and_then(day)) {
        (Some(first), Some(last)) => (first, Some(last)),
        _ => (value, None),
    }
}

/// Whether a rating was read by a rule for layouts.
fn printed(rating: &Rating) -> bool {
    crate::reports::RULES.iter().any(|rule| rule.name == rating.rule)
}

/// Whether two providers may be one: by code, by a common name, or because one is not named.
fn one(a: Option<&Provider>, b: Option<&Provider>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    if a.name == b.name {
        return true;
    }
    if let (Some(a), Some(b)) = (&a.code, &b.code) {
        return a == b;
    }
    // Asked of every rating and inspection: it must not copy the names.
    fn main(name: &str) -> impl Iterator<Item = &str> {
        let common = |word: &str| COMMON.iter().any(|common| word.eq_ignore_ascii_case(common));
        name.split(|c: char| !c.is_alphanumeric()).filter(move |w| w.len() > 2 && !common(w))
    }
    fn lower(word: &str) -> impl Iterator<Item = char> + '_ {
        word.chars().flat_map(char::to_lowercase)
    }
    main(&a.name).next().is_none()
        || main(&b.name).next().is_none()
        || main(&a.name).any(|word| main(&b.name).any(|other| lower(word).eq(lower(other))))
}

/// Whether words speak of a school, home or the like without its name, and not of the one that the
/// report is on: 'the school', in the letter to Marlow School.
fn is_unnamed(name: &str, main: &str) -> bool {
    let own = KINDS.contains(&name) && find_folded(main, name).is_some();
    !own && !name.contains(char::is_uppercase) && KINDS.iter().any(|kind| name.contains(kind))
}

/// Words for kinds of providers.
const KINDS: [&str; 7] = ["academy", "school", "home", "centre", "nursery", "unit", "college"];

/// Words of providers' names that tell none from another.
const COMMON: [&str; 20] = [
    "the",
    "council",
    "borough",
    "county",
    "city",
    "children",
    "services",
    "service",
    "school",
    "primary",
    "local",
    "authority",
    "academy",
    "metropolitan",
    "london",
    "its",
    "their",
    "social",
    "care",
    "area",
];

/// The framework of a remit that was in force on a day (EDTF).
fn in_force(inspectorate: &str, remit: &str, day: &str) -> Option<String> {
    framework::frameworks()
        .iter()
        .rfind(|f| {
            f.inspectorate == inspectorate
                && f.remit == remit
                && f.valid_from.as_deref().is_some_and(|from| cut(from, day) <= day)
                && f.valid_to.as_deref().is_none_or(|to| day <= cut(to, day))
        })
        .map(|f| f.id())
}

/// As much of `date` as `day` is long, so that a month compares with a month.
fn cut<'d>(date: &'d str, day: &str) -> &'d str {
    date.get(..day.len().min(date.len())).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use crate::record::{Inspection, Time};

    fn told(inspection: &Inspection) -> String {
        let day =
            |day: Option<crate::dates::DateValue>| day.map_or("?".to_owned(), |d| d.to_string());
        let grades: Vec<String> =
            inspection.grades.iter().map(|(key, grade)| format!("{key}={grade}")).collect();
        format!(
            "{} {} {} {}",
            inspection.visit.as_deref().unwrap_or("?"),
            day(inspection.start),
            day(inspection.end),
            grades.join(",")
        )
    }

    #[test]
    fn the_visit_and_the_inspection_that_graded_are_two() {
        let found = crate::Extractor::new().published("2022-10-20").unwrap().extract(
            "Marlow Council's children's services were rated inadequate in December 2021.\n\n\
             A monitoring visit took place in August.",
        );
        let [visit, graded] = &found.inspections[..] else { panic!("{:?}", found.inspections) };
        assert_eq!(visit.visit.as_deref(), Some("monitoring"));
        assert_eq!(visit.start.unwrap().to_string(), "2022-08");
        assert!(visit.grades.is_empty());
        assert_eq!(graded.grades["overall"], "inadequate");
        assert_eq!(graded.start.unwrap().to_string(), "2021-12");
        assert_eq!(graded.time, Time::Current);
    }

    #[test]
    fn a_report_is_one_inspection_with_its_grades() {
        let found = crate::extract(
            "Inspection of Bury local authority children’s services\nInspection dates: 8 to 19 June 2026\n\
             Judgement\n\nGrade\n\nThe impact of leaders on social work\npractice with children and families\n\nGood\n\n\
             The experiences and progress of\nchildren in care\n\nOutstanding\n\n\
             What needs to improve?\n◼ The quality of plans.\n",
        );
        let inspection = &found.inspections[0];
        assert_eq!(inspection.grades["children_in_care"], "outstanding");
        assert_eq!(inspection.start.unwrap().to_string(), "2026-06-08");
        assert_eq!(inspection.end.unwrap().to_string(), "2026-06-19");
        assert_eq!(inspection.improvement_areas, [0]);
        assert_eq!(inspection.provider.as_ref().unwrap().code.as_deref(), Some("E08000002"));
    }

    #[test]
    fn a_report_and_the_inspections_before_it() {
        let found = crate::extract(
            "Inspection of Kent local authority children’s services\nInspection dates: 29 April to 3 May 2024\n\nOverall effectiveness\n\nGood\n\nServices in Kent were judged inadequate in March 2019. Since then they have improved in all respects.\n",
        );
        let told: Vec<_> = found.inspections.iter().map(told).collect();
        assert_eq!(
            told,
            ["full 2024-04-29 2024-05-03 overall=good", "full 2019-03 2019-03 overall=inadequate"]
        );
        let main = &found.inspections[0];
        assert_eq!(main.framework.as_deref(), Some("ofsted/la_ilacs_2023"));
        assert_eq!(found.inspections[1].framework.as_deref(), Some("ofsted/la_ilacs_2018"));
        assert_eq!(main.provider.as_ref().and_then(|p| p.code.as_deref()), Some("E10000016"));
        assert_eq!(main.ratings, [0]);
    }

    #[test]
    fn a_letter_tells_the_grade_that_stands() {
        let found = crate::extract(
            "20 April 2023\n\nDear Mrs Oake\n\nRequires improvement monitoring inspection of Marlow High School\n\nThis letter sets out the findings from the monitoring inspection of your school that took place on 14 and 15 March 2023.\n\nThe school received a judgement of requires improvement at its previous inspection in March 2022. Marlow High School continues to require improvement.\n",
        );
        let told: Vec<_> = found.inspections.iter().map(told).collect();
        let expected = [
            "monitoring 2023-03-14 2023-03-15 ",
            "full 2022-03 2022-03 overall=requires_improvement",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn every_phase_has_an_inspection_of_its_own() {
        let found = crate::extract(
            "Inspection of Marlow University\n\nInspection dates:   13 to 16 November 2023\n\n                           Primary age-phase      Secondary age-phase\n\nOverall effectiveness      Good                   Outstanding\n\nLeadership and management   Good                   Inadequate\n\nWhat is it like to be a trainee at this ITE provider?\n",
        );
        let told: Vec<_> = found.inspections.iter().map(told).collect();
        let expected = [
            "full 2023-11-13 2023-11-16 ",
            "full 2023-11-13 2023-11-16 leadership_and_management=good,overall=good",
            "full 2023-11-13 2023-11-16 leadership_and_management=inadequate,overall=outstanding",
        ];
        assert_eq!(told, expected);
        assert_eq!(found.inspections[2].provider.as_ref().unwrap().name, "Secondary age-phase");
    }

    #[test]
    fn the_previous_year_is_no_inspection() {
        let found = crate::extract(
            "Marlow\nInspection of children’s social care services\n\nInspection dates: 4 March 2019 to 15 March 2019\n\nOverall effectiveness          Good\n\nAt the time of the inspection there were 665 children in care, an increase of 7% on the previous year.\n",
        );
        assert_eq!(found.inspections.len(), 1, "{:?}", found.inspections);
    }

    #[test]
    fn news_of_two_visits() {
        let found = crate::extract(
            "Marlow Council’s children’s services improve\n19 September 2022\n\nInspectors from Ofsted carried out a monitoring visit in August 2022. The council’s children’s services were rated inadequate after an inspection in December 2021.\n",
        );
        let told: Vec<_> = found.inspections.iter().map(told).collect();
        assert_eq!(
            told,
            ["monitoring 2022-08 2022-08 ", "full 2021-12 2021-12 overall=inadequate"]
        );
    }

    #[test]
    fn two_visits_of_one_inspection() {
        let found = crate::extract(
            "SC999999\nFull inspection\nInspected under the social care common inspection framework\n\nInspection dates: 10 and 11 June 2019 and 2 July 2019\n\nOverall experiences and progress of     good\nchildren and young people\n\nHow well children and young people are     good\nhelped and protected\n\nDate of last inspection: 5 March 2019\n\nOverall judgement at last inspection: inadequate\n\nEnforcement action: none, after a monitoring visit on 9 April 2019.\n",
        );
        let told: Vec<_> = found.inspections.iter().map(told).collect();
        let expected = [
            "full 2019-06-10 2019-07-02 help_and_protection=good,overall=good",
            "full 2019-03-05 2019-03-05 overall=inadequate",
            "monitoring 2019-04-09 2019-04-09 ",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn the_days_of_the_visit_tell_the_framework() {
        let report = |days: &str| {
            let source = format!(
                "Inspection of Kent local authority children’s services\nInspection dates: {days}\n\nJudgement\n\nGrade\n\nThe impact of leaders on social work\npractice with children and families\n\nGood\n\nOverall effectiveness\n\nGood\n\nPublished: 18 June 2026\n"
            );
            crate::extract(&source).document.framework
        };
        assert_eq!(report("19 to 30 January 2026").as_deref(), Some("ofsted/la_ilacs_2023"));
        assert_eq!(report("27 April to 1 May 2026").as_deref(), Some("ofsted/la_ilacs_2026"));
    }

    #[test]
    fn the_school_of_a_letter_is_the_one_it_is_on() {
        let found = crate::extract(
            "14 May 2018\n\nMrs Ann Day\nHeadteacher\nMarlow Primary School\nMill Lane\n\nDear Mrs Day\n\nShort inspection of Marlow Primary School\n\nFollowing my visit to the school on 24 April 2018, I write on behalf of Her Majesty’s Chief Inspector of Education to report the inspection findings. The visit was the first short inspection carried out since the school was judged to be good in March 2014.\n\nThis school continues to be good.\n",
        );
        let told: Vec<_> = found.inspections.iter().map(told).collect();
        assert_eq!(
            told,
            ["short 2018-04-24 2018-04-24 overall=good", "full 2014-03 2014-03 overall=good"]
        );
    }

    #[test]
    fn the_fullest_words_tell_the_kind_of_visit() {
        let visit = |words: &str| {
            let source = format!("Ofsted called at Marlow School for {words} in May 2021.");
            crate::extract(&source).inspections.first().and_then(|found| found.visit.clone())
        };
        assert_eq!(visit("a short inspection").as_deref(), Some("short"));
        assert_eq!(visit("an ungraded inspection").as_deref(), Some("ungraded"));
        assert_eq!(visit("an inspection").as_deref(), Some("full"));
    }

    #[test]
    fn other_services_inspections_are_not_the_authoritys() {
        let letter = |told: &str| {
            let source = format!(
                "16 May 2019\n\nDear local partnership\n\nJoint targeted area inspection of Marlow\n\nThis letter summarises the findings of the joint targeted area inspection of Marlow that took place from 18 to 22 March 2019.\n\n{told}\n"
            );
            crate::extract(&source).inspections.len()
        };
        assert_eq!(letter("Oversight has improved since the focused visit in July 2018."), 2);
        assert_eq!(
            letter("Oversight has improved since the YOS inspection in the summer of 2018."),
            1
        );
        assert_eq!(
            letter(
                "At the time of the inspection eleven children had been referred since the centre for families opened its doors to them in October 2018."
            ),
            1
        );
    }

    #[test]
    fn inspections_of_schools_or_send_are_not_the_authoritys() {
        let report = |told: &str| {
            let source = format!(
                "Inspection of Kent local authority children’s services\nInspection dates: 29 April to 3 May 2024\n\nOverall effectiveness\n\nGood\n\n{told}\n"
            );
            crate::extract(&source).inspections.len()
        };
        assert_eq!(report("Much has improved since the last inspection in 2019."), 2);
        assert_eq!(report("Places were fewer after an inspection of many schools in 2019."), 1);
        assert_eq!(
            report("There was a special educational needs (SEND) inspection in July 2021."),
            1
        );
    }

    #[test]
    fn no_inspection_no_entry() {
        let found = crate::extract("The board met on 4 May 2024. It was a good meeting.");
        assert_eq!(found.inspections, []);
    }
}
