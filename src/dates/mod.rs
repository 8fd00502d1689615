//! Dates: found as written, resolved to EDTF values, with roles.
//!
//! | text, published on 2023-11-14 | value | role |
//! | --- | --- | --- |
//! | 'in a report published **yesterday**' | `2023-11-13` | publication |
//! | 'inspectors came on **30 November and 1 December 2022**' | `2022-11-30/2022-12-01` | inspection |
//! | 'a visit is expected in the **spring**' | `2024-21` | other |
//! | 'must reply by the **end of February**' | `2024-02` | deadline |
//! | 'in the **2021/22 academic year**' | `2021-09/2022-08` | other |
//! | 'Leaders **may** wish', '**April** Sanderson', 'the **2014** Act' | – | – |
//!
//! It can be used alone, on any English text:
//!
//! ```
//! use inspectral::dates::{self, DateValue};
//!
//! let published: DateValue = "2023-11-14".parse()?;
//! let found = dates::find("The board met last Thursday, and will meet in May.", Some(&published));
//!
//! let values: Vec<_> = found.iter().map(|date| date.value.unwrap().to_string()).collect();
//! assert_eq!(values, ["2023-11-09", "2024-05"]);
//! assert_eq!(found[0].text, "last Thursday");
//! # Ok::<(), inspectral::Error>(())
//! ```
//!
//! What the text says is kept apart from what it means: a mention holds the parts that are
//! written, and the resolver works out the rest from the text's own date, its tenses and what it
//! has mentioned before.

mod forms;
mod near;
mod published;
mod resolve;
mod roles;
mod value;
mod words;
mod written;

use std::borrow::Cow;

use crate::record::{Date, DateModifier, DateRole, Document};
use crate::rule::Rule;
use crate::scan::{Scan, Topic};
use crate::text::Text;

pub(crate) use published::published;
pub use value::{DateValue, Day, Season};
use words::Around;
pub(crate) use written::Mention;
use written::{From, Unit, Written};

pub(crate) use forms::TRIGGERS;

/// The rules for dates.
pub(crate) static RULES: &[&Rule] = forms::RULES;

/// Finds and resolves the dates of any English text, in its order.
///
/// `published` is the date on which the text was published, where its own header does not print
/// it; with neither, a month without a year is `XXXX-08`, and what is relative has no value.
///
/// ```
/// let found = inspectral::dates::find("It is closed from 22 December 2023 to 3 January.", None);
/// assert_eq!(found[0].value.unwrap().to_string(), "2023-12-22/2024-01-03");
/// ```
pub fn find(text: &str, published: Option<&DateValue>) -> Vec<Date> {
    let scan = Scan::of_topic(text, Topic::Dates);
    let mentions = forms::read(text, scan.hits(Topic::Dates));
    let mut text = Text::around(text, mentions.iter().map(|mention| mention.span.start()));
    if mentions.iter().any(may_be_vague) {
        text.read_quotations(&mut Vec::new());
    }
    let own = self::published(&text, &mentions, published.copied());
    resolve_from(&text, &mentions, own)
}

/// The dates of a text as written, in its order.
pub(crate) fn mentions(text: &Text<'_>, scan: &Scan) -> Vec<Mention> {
    forms::read(text.source, scan.hits(Topic::Dates))
}

/// Resolves the dates of a text and assigns their roles.
pub(crate) fn resolve(text: &Text<'_>, mentions: &[Mention], document: &Document) -> Vec<Date> {
    resolve_from(text, mentions, document.published)
}

fn resolve_from(text: &Text<'_>, mentions: &[Mention], own: Option<DateValue>) -> Vec<Date> {
    let reference = own.and_then(|value| value.last_day());
    let mut resolver = resolve::Resolver::new(text.source, reference);
    if reference.is_none() {
        resolver.latest_year_of(text, mentions);
    }
    let mut judged: Vec<(Option<DateValue>, roles::Guess)> = Vec::with_capacity(mentions.len());
    let mut at = 0;
    let mut last: Option<(usize, DateRole)> = None;
    for mention in mentions {
        let start = mention.span.start();
        while at + 1 < text.sentences.len() && text.sentences[at + 1].span.start() <= start {
            at += 1;
        }
        let sentence = text.sentences.get(at).map_or(mention.span, |s| s.span);
        let around = Around::new(text.source, sentence, mention.span);
        let value = resolver.resolve(mention, &around).filter(|_| !is_then(text, mention, &around));
        // 'by the last day of term, 12 December': one day, told twice
        let again = judged.last().zip(mentions.get(judged.len().wrapping_sub(1))).filter(
            |((before, _), told)| {
                let gap = text.source.get(told.span.end()..start);
                matches!(gap, Some(", " | " (")) && value.is_some() && *before == value
            },
        );
        let guess = if published::sign(text, mention).is_some() {
            roles::Guess::of(DateRole::Publication)
        } else if let Some(((_, guess), _)) = again {
            *guess
        } else {
            let before = last.filter(|(of, _)| at - of <= 1).map(|(_, role)| role);
            let scene = roles::Scene {
                around: &around,
                mention,
                value,
                reference: resolver.reference(),
                before,
            };
            scene.role()
        };
        if guess.role == DateRole::Publication
            && let Some(day) = value.filter(DateValue::is_day).and_then(|v| v.last_day())
        {
            resolver.refer_to(day);
        }
        if guess.role == DateRole::Inspection && !guess.graded {
            let days = value.filter(|v| v.is_day() || v.is_range() && v.month().is_some());
            if let Some(day) = days.and_then(|v| v.last_day()) {
                resolver.stand_in(day);
            }
        }
        if matches!(guess.role, DateRole::Inspection | DateRole::PreviousInspection)
            && let Some(day) = value.filter(|v| v.month().is_some()).and_then(|v| v.last_day())
        {
            resolver.inspected_on(day);
        }
        last = Some((at, guess.role));
        judged.push((value, guess));
    }
    roles::settle(&mut judged, resolver.reference());
    let dates = mentions.iter().zip(judged).filter(|(mention, _)| !is_vague(text, mention));
    join_visits(
        text.source,
        dates
            .map(|(mention, (value, guess))| Date {
                span: mention.span,
                text: mention.span.of(text.source).to_owned(),
                value,
                modifier: modifier(mention, text.source),
                role: guess.role,
                rule: Cow::Borrowed(mention.rule.name),
            })
            .collect(),
    )
}

/// Which part of its value a date means: 'early 2022', but not 'early May bank holiday'.
fn modifier(mention: &Mention, source: &str) -> Option<DateModifier> {
    let named = std::ptr::eq(mention.rule, &forms::BANK_HOLIDAY);
    DateModifier::of(mention.span.of(source)).filter(|_| !named)
}

/// Whether what is quoted of a day may be said of no day in particular.
fn may_be_vague(mention: &Mention) -> bool {
    matches!(mention.written, Written::Offset { unit: Unit::Day, .. })
}

/// 'Families today can have confidence', 'they put it right the same day': what somebody is quoted
/// to have said of no day in particular.
fn is_vague(text: &Text<'_>, mention: &Mention) -> bool {
    let Written::Offset { unit: Unit::Day, count, from } = mention.written else { return false };
    let spoken = || text.quotation_at(mention.span.start()).is_some();
    match from {
        From::Anchor => count == 0 && spoken(),
        From::Text if mention.span.of(text.source).eq_ignore_ascii_case("today") => {
            let end = mention.span.end();
            // '“Today is a sad day,” he said'
            let opens = mention.span.of(text.source).starts_with('T')
                && near::next_is(text.source, end, TODAY_OPENS).is_some();
            // 'I am voting today', 'why we are here today'
            let at_hand = near::word_before(text.source, mention.span.start()).is_some_and(|w| {
                let word = w.of(text.source);
                word == "here" || word.ends_with("ing") && !near::is_one_of(word, NO_DOING)
            });
            spoken() && !opens && !at_hand && !text.source[end..].starts_with(['’', '\'']) && {
                let sentence = text.sentences.get(text.sentence_at(mention.span.start()));
                let sentence = sentence.map_or(mention.span, |s| s.span);
                let around = Around::new(text.source, sentence, mention.span);
                around.tense() != resolve::tense::Tense::Past
            }
        }
        From::Text => false,
    }
}

/// '“I asked whether they were safe tonight,” she said': on the night of the asking.
fn is_then(text: &Text<'_>, mention: &Mention, around: &Around<'_>) -> bool {
    mention.span.of(text.source) == "tonight"
        && text.quotation_at(mention.span.start()).is_some()
        && around.before().iter().take(4).any(|word| near::is_one_of(word, &["was", "were"]))
}

/// Words in '-ing' that are nothing that somebody does.
const NO_DOING: &[&str] =
    &["anything", "during", "evening", "everything", "morning", "nothing", "something", "thing"];

/// Words that go on from 'Today' where somebody is quoted to speak of the day.
const TODAY_OPENS: &[&str] =
    &["he", "her", "his", "i", "is", "marks", "my", "our", "she", "that", "the", "was", "we"];

/// One inspection 'in October and early November' is one range.
fn join_visits(source: &str, dates: Vec<Date>) -> Vec<Date> {
    let mut joined: Vec<Date> = Vec::with_capacity(dates.len());
    for date in dates {
        if let Some(last) = joined.last_mut() {
            let both = last.role == DateRole::Inspection && date.role == DateRole::Inspection;
            let and = source.get(last.span.end()..date.span.start()) == Some(" and ");
            let months = last.rule == "date.month" && date.rule == "date.month";
            if let (true, Some(a), Some(b)) = (both && and && months, last.value, date.value)
                && a.last_day().zip(b.first_day()).is_some_and(|(a, b)| a.days_until(b) == 1)
                && let Some(range) = DateValue::range(a, b)
            {
                last.span = last.span.to(date.span);
                last.text = last.span.of(source).to_owned();
                last.value = Some(range);
                continue;
            }
        }
        joined.push(date);
    }
    joined
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_modifier_stands_beside_the_value() {
        let text = "It was early 2022; by mid-March, the end of May and the late May bank holiday \
                    2023 it was shut. In June, the end came.";
        let told: Vec<_> = find(text, None).iter().map(|d| (d.text.clone(), d.modifier)).collect();
        let told: Vec<_> = told.iter().map(|(text, modifier)| (text.as_str(), *modifier)).collect();
        assert_eq!(
            told,
            [
                ("early 2022", Some(DateModifier::Start)),
                ("mid-March", Some(DateModifier::Mid)),
                ("end of May", Some(DateModifier::End)),
                ("late May bank holiday 2023", None),
                ("June", None),
            ]
        );
    }

    #[test]
    fn dates_alone_are_those_of_the_text_read_whole() {
        let root = env!("CARGO_MANIFEST_DIR");
        let folders = ["news", "reports"].map(|name| format!("{root}/fixtures/{name}"));
        let paths = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
        let texts = paths
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|e| e == "txt"));
        let mut count = 0;
        for path in texts {
            let source = fs::read_to_string(&path).unwrap();
            let whole = Text::layout(&source, &mut Vec::new());
            let mentions = forms::read(
                &source,
                Scan::of(&source, &crate::text::tokens(&source)).hits(Topic::Dates),
            );
            let own = published(&whole, &mentions, None);
            let dates = resolve_from(&whole, &mentions, own);
            assert_eq!(find(&source, None), dates, "{}", path.display());
            count += dates.len();
        }
        assert!(count > 500, "{count} dates");
    }
}
