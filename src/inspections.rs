//! The inspections that a text reports: its records, put together.
//!
//! | in the text | inspection |
//! | --- | --- |
//! | a report's title page | one, with the grades of its table and the items of its lists |
//! | 'rated inadequate in December 2021 … a monitoring visit in August' | two: the visit, and the one that graded |
//! | 'down from good in 2018' | one more, `previous` |
//! | 'Larch House is outstanding' | one of another provider |

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::authority::code_of;
use crate::dates::DateValue;
use crate::record::{
    AreaKind, Date, DateRole, Document, DocumentKind, ImprovementArea, Inspection, Provider, Quote,
    Rating, Span, Time, Voice,
};
use crate::reports::Opened;
use crate::text::Text;

/// The records of a text that inspections are made of.
pub(crate) struct Records<'a> {
    pub document: &'a Document,
    pub ratings: &'a [Rating],
    pub dates: &'a [Date],
    pub areas: &'a [ImprovementArea],
    pub quotes: &'a [Quote],
}

/// Puts the records of a text together by inspection: the one that the text is about first, the
/// others in the order of the text.
pub(crate) fn assemble(
    text: &Text<'_>,
    opened: Option<&Opened<'_, '_>>,
    records: &Records<'_>,
) -> Vec<Inspection> {
    let main = main_provider(opened, records);
    let visit = opened
        .and_then(|opened| Some(opened.layout?.visit))
        .or_else(|| records.dates.iter().find_map(|date| visit_near(text, date_of(date)?)));
    let mut found = vec![Entry::new(main.cloned(), Time::Current, visit)];

    for (number, date) in records.dates.iter().enumerate() {
        if date.role == DateRole::Inspection {
            found[0].dates.push(number);
            found[0].values.extend(date.value);
        }
    }
    for (number, rating) in records.ratings.iter().enumerate() {
        let provider = rating.provider.as_ref();
        let at = found.iter().position(|entry| entry.takes(rating, records)).unwrap_or_else(|| {
            let mut entry =
                Entry::new(provider.cloned(), rating.time, visit_near(text, rating.span));
            entry.values.extend(rating.date);
            found.push(entry);
            found.len() - 1
        });
        found[at].ratings.push(number);
    }
    for (number, date) in records.dates.iter().enumerate() {
        let Some(value) = date.value.filter(|_| date.role == DateRole::PreviousInspection) else {
            continue;
        };
        let at = found.iter().skip(1).position(|entry| entry.is_of(&value)).unwrap_or_else(|| {
            let mut entry = Entry::new(main.cloned(), Time::Previous, visit_near(text, date.span));
            entry.values.push(value);
            found.push(entry);
            found.len() - 2
        });
        found[at + 1].dates.push(number);
    }
    let findings = |voice| voice == Voice::Inspectorate;
    found[0].areas.extend(numbers(records.areas, |area| area.kind != AreaKind::Measure));
    found[0].quotes.extend(numbers(records.quotes, |quote| findings(quote.voice)));

    let report = records.document.kind != DocumentKind::News;
    found
        .into_iter()
        .enumerate()
        .filter(|(number, entry)| (*number == 0 && report) || entry.is_dated_or_graded())
        .map(|(number, entry)| entry.finish(number == 0, records))
        .collect()
}

fn numbers<T>(list: &[T], wanted: impl Fn(&T) -> bool) -> impl Iterator<Item = usize> {
    list.iter().enumerate().filter(move |(_, item)| wanted(item)).map(|(number, _)| number)
}

/// The place of an inspection date.
fn date_of(date: &Date) -> Option<Span> {
    (date.role == DateRole::Inspection).then_some(date.span)
}

/// Who the text is about: the provider of a report, or the one that most of its ratings are of.
fn main_provider<'a>(
    opened: Option<&'a Opened<'_, '_>>,
    records: &'a Records<'_>,
) -> Option<&'a Provider> {
    if let Some(provider) = opened.and_then(|opened| opened.provider.as_ref()) {
        return Some(provider);
    }
    let providers = || records.ratings.iter().filter_map(|rating| rating.provider.as_ref());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for provider in providers() {
        *counts.entry(provider.name.as_str()).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    providers().find(|provider| counts[provider.name.as_str()] == most)
}

/// Words beside a date or grade that say what kind of visit it was.
const VISITS: &[(&str, &str)] = &[
    ("monitoring visit", "monitoring"),
    ("monitoring inspection", "monitoring"),
    ("focused visit", "focused"),
    ("joint targeted area inspection", "joint_targeted_area"),
    ("JTAI", "joint_targeted_area"),
    ("short inspection", "short"),
    ("ungraded inspection", "ungraded"),
    ("regulatory visit", "regulatory"),
    ("follow-up visit", "monitoring"),
    ("full inspection", "full"),
    ("inspected in full", "full"),
    ("graded inspection", "full"),
];

/// The kind of visit that the sentence around `span` names.
fn visit_near(text: &Text<'_>, span: Span) -> Option<&'static str> {
    /// How far from the date or grade the words may stand, in bytes.
    const REACH: usize = 200;
    let sentence = text.sentences.get(text.sentence_at(span.start()))?.span;
    let mut from = sentence.start().max(span.start().saturating_sub(REACH));
    while !text.source.is_char_boundary(from) {
        from += 1;
    }
    let mut to = sentence.end().max(span.end()).min(span.end() + REACH);
    while !text.source.is_char_boundary(to) {
        to -= 1;
    }
    let words = text.source.get(from..to)?;
    VISITS.iter().find(|(words_of_visit, _)| words.contains(words_of_visit)).map(|(_, key)| *key)
}

/// An inspection that is being put together.
struct Entry {
    provider: Option<Provider>,
    time: Time,
    visit: Option<&'static str>,
    /// What the text gives as its dates.
    values: Vec<DateValue>,
    ratings: Vec<usize>,
    dates: Vec<usize>,
    areas: Vec<usize>,
    quotes: Vec<usize>,
}

impl Entry {
    fn new(provider: Option<Provider>, time: Time, visit: Option<&'static str>) -> Entry {
        Entry {
            provider,
            time,
            visit,
            values: Vec::new(),
            ratings: Vec::new(),
            dates: Vec::new(),
            areas: Vec::new(),
            quotes: Vec::new(),
        }
    }

    /// Whether `rating` was given at this inspection: the same provider, and no other date.
    fn takes(&self, rating: &Rating, records: &Records<'_>) -> bool {
        let name = |provider: &Option<Provider>| provider.as_ref().map(|p| p.name.clone());
        let same_provider =
            rating.provider.is_none() || name(&self.provider) == name(&rating.provider);
        let same_date = match &rating.date {
            None => true,
            Some(date) => self.values.is_empty() || self.is_of(date) || published_on(date, records),
        };
        self.time == rating.time && same_provider && same_date
    }

    /// Whether `value` is a date of this inspection, or one less or more exact.
    fn is_of(&self, value: &DateValue) -> bool {
        self.values.iter().any(|own| match (own.bounds(), value.bounds()) {
            (Some(own), Some(other)) => own.0 <= other.1 && other.0 <= own.1,
            _ => own == value,
        })
    }

    fn is_dated_or_graded(&self) -> bool {
        !self.ratings.is_empty() || !self.dates.is_empty()
    }

    fn finish(self, main: bool, records: &Records<'_>) -> Inspection {
        let mut grades = BTreeMap::new();
        for rating in self.ratings.iter().map(|number| &records.ratings[*number]) {
            if let Some(key) =
                rating.judgement.as_ref().and_then(|judgement| judgement.key.as_ref())
            {
                grades.entry(key.to_string()).or_insert_with(|| rating.grade.to_string());
            }
        }
        let (start, end) = ends(&self.values);
        let mut provider = self.provider;
        if let Some(provider) = provider.as_mut().filter(|provider| provider.code.is_none()) {
            let on = start.map(|start| start.to_string());
            provider.code = code_of(&provider.name, on.as_deref()).map(Cow::Borrowed);
        }
        let document = records.document;
        let report = document.kind != DocumentKind::News;
        Inspection {
            inspectorate: document.inspectorate.clone(),
            framework: document.framework.clone().filter(|_| main),
            visit: self.visit.map(Cow::Borrowed),
            provider,
            time: self.time,
            start,
            end,
            published: if report { document.published } else { reported(records) }.filter(|_| main),
            grades,
            ratings: self.ratings,
            dates: self.dates,
            improvement_areas: self.areas,
            quotes: self.quotes,
        }
    }
}

/// Whether a grade's date is that of the report rather than of the inspection.
fn published_on(date: &DateValue, records: &Records<'_>) -> bool {
    records.dates.iter().any(|d| d.role == DateRole::Publication && d.value.as_ref() == Some(date))
}

/// The day on which a news text says that the report was published, not the text itself.
fn reported(records: &Records<'_>) -> Option<DateValue> {
    let own = records.document.published;
    records
        .dates
        .iter()
        .filter(|date| date.role == DateRole::Publication)
        .find_map(|date| date.value.filter(|value| Some(*value) != own))
}

/// The first and the last of several dates, as exactly as they are given.
fn ends(values: &[DateValue]) -> (Option<DateValue>, Option<DateValue>) {
    let part = |value: &DateValue, last: bool| -> Option<DateValue> {
        let text = value.to_string();
        let part = if last { text.rsplit('/').next() } else { text.split('/').next() };
        part.and_then(|part| part.parse().ok())
    };
    let dated = || values.iter().filter(|value| value.bounds().is_some());
    let first = dated().min_by_key(|value| value.first_day()).or(values.first());
    let last = dated().max_by_key(|value| value.last_day()).or(values.last());
    (first.and_then(|value| part(value, false)), last.and_then(|value| part(value, true)))
}

#[cfg(test)]
mod tests {
    use crate::record::Time;

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
    fn a_text_without_inspections_has_none() {
        assert!(crate::extract("The library is open on Monday.").inspections.is_empty());
    }
}
