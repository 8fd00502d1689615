//! The date of the text itself: its date line, the date under the address of a letter,
//! 'Published:', 'Last updated:'.
//!
//! | line | |
//! | --- | --- |
//! | '**Friday 12 July 2024** 00:01, BST' | a line that holds a date and a time |
//! | 'date **2022-01-19** Marlow Council lays out …' | a line that opens with the word |
//! | 'Report published: **22 June 2015**' | a label |
//! | 'Last updated: **1st March 2025**, 9:14 am' | a label, at the end of a text too |
//! | 'Nell Amory, **Friday 7th March 2025**', 'By Nell Amory – **7 March 2025**' | a byline |
//! | 'OXMERE (**March 7, 2025**) – A school …' | the place and day that open a story |
//! | '**7 March 2025** by Nell Amory' | a byline behind the date |

use super::near;
use super::value::DateValue;
use super::written::{Mention, Written, Year};
use crate::record::Span;
use crate::text::Text;

/// Bytes at the start of a text in which its date line stands.
const HEADER: usize = 2_500;
/// What else may stand on a date line: a time, a zone, a name of the section.
const BESIDE: usize = 28;

/// How a date is told to be that of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// 'Last updated:'.
    Updated,
    /// A line with nothing else.
    Line,
    /// 'Published:'.
    Published,
}

/// The date of publication that the text's own header prints, or the one `given` with it. Where
/// the header has digits alone, the one given settles their order.
pub(crate) fn published(
    text: &Text<'_>,
    mentions: &[Mention],
    given: Option<DateValue>,
) -> Option<DateValue> {
    let day = given.filter(DateValue::is_day).and_then(|value| value.first_day());
    let mut best: Option<(Sign, DateValue)> = None;
    for mention in mentions {
        let mention =
            &Mention { written: day.map_or(mention.written, |d| mention.near(d)), ..*mention };
        if let Some((sign, value)) = sign(text, mention)
            && best.is_none_or(|(known, _)| sign > known)
        {
            best = Some((sign, value));
        }
    }
    best.map(|(_, value)| value).or(given)
}

/// The full date that a mention writes.
fn full(mention: &Mention) -> Option<DateValue> {
    match mention.written {
        Written::Fixed(value) if value.is_day() => Some(value),
        Written::Fields(fields) => match (fields.year, fields.month, fields.day) {
            (Year::Of(year), Some(month), Some(day)) => DateValue::day(year, month, day),
            _ => None,
        },
        _ => None,
    }
}

/// Whether, and how, a mention is told to be the date of the text.
pub(super) fn sign(text: &Text<'_>, mention: &Mention) -> Option<(Sign, DateValue)> {
    let value = full(mention)?;
    let line = line_of(text.source, mention.span);
    let before = text.source.get(line.start()..mention.span.start())?.trim();
    let after = text.source.get(mention.span.end()..line.end())?.trim();
    // 'Published 09:14, 6 March. Updated 11:02, 7 March'
    let label = before.rsplit(['.', '|', '·']).find(|part| !part.trim().is_empty()).unwrap_or("");
    // 'Published: 9:14 AM March 6, 2023 Updated: 11:02 AM', '7 March 2025 (Updated'
    let label = label.rfind("Updated").map_or(label, |at| &label[at..]);
    let label = label.trim_matches([':', '-', '–', '|', ' ', '\t', '(', '•', '*', ',']);
    if label.len() <= 40
        && let Some(sign) = labelled(label, after)
    {
        return Some((sign, value));
    }
    if mention.span.start() >= HEADER {
        return None;
    }
    // 'Issued: 7 March 2025', which further down may be of a notice
    let early = mention.span.start() < OPENING;
    if early && before.ends_with(':') && near::is_one_of(label, &["issued", "added", "released"]) {
        return Some((Sign::Published, value));
    }
    // '7 March 2025 (Updated 8 March 2025)'
    let after =
        after.split(['(', '|']).next().filter(|_| after.contains("pdated")).unwrap_or(after);
    let beside = before.len() + after.len();
    let barred = before.ends_with(['|', '·']) || after.starts_with(['|', '·']);
    let dates_itself = beside <= BESIDE && is_beside(before) && is_beside(after)
        || barred && beside <= 60 && !before.ends_with(['.', '!', '?']);
    // 'By Ann Day, education reporter 22nd March 2024 A SCHOOL …', all on one line
    let signed = mention.span.start() < 400
        && near::prev_is(text.source, mention.span.start(), BYLINES).is_some();
    let first = line.start() == 0;
    let own = dates_itself
        || signed
        || before.is_empty() && is_byline_behind(after)
        || after.len() <= BESIDE && is_beside(after) && is_byline(before, first)
        || early && opens_story(before, after);
    (own && !is_of_inspection(text, line)).then_some((Sign::Line, value))
}

const BYLINES: &[&str] = &["correspondent", "reporter", "editor", "writer", "desk"];

/// Bytes at the start of a text in which a place may open its story, or a label stand that is
/// another's further down.
const OPENING: usize = 600;

/// Whether the words before a date on its line are who wrote the text: 'By Nell Amory |',
/// 'Nell Amory,', 'Posted by Nell Amory on'. No headline (`first`) is one without 'by'.
fn is_byline(before: &str, first: bool) -> bool {
    const BY: [&str; 5] = ["posted by ", "written by ", "published by ", "words by ", "by "];
    let by = BY.iter().find_map(|by| {
        before.get(..by.len()).filter(|start| start.eq_ignore_ascii_case(by))?;
        before.get(by.len()..)
    });
    let line = by.unwrap_or(before);
    // 'Nell Amory at 3:22pm', 'Nell Amory on'
    let line = line.split(" at ").next().unwrap_or(line);
    let parted = line.trim_end_matches([',', '|', '·', '•', '-', '–', '—', ' ', '\t']);
    let parted = parted.strip_suffix(" on").unwrap_or(parted);
    if by.is_none() && (first || parted.len() == line.len()) || parted.len() > 60 {
        return false;
    }
    // 'Local Democracy Reporting Service, 7 March 2025'
    let reporting = parted.ends_with("Reporting Service");
    let words = || parted.split([' ', ',']).filter(|word| !word.is_empty());
    (2..=6).contains(&words().count())
        && words().all(|word| {
            near::starts_upper(word)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.'))
                && near::month(word).is_none()
                && (by.is_some() || reporting || !is_of_institution(word))
        })
}

/// Whether the words behind a date that opens its line are who wrote the text: 'by Nell Amory'.
fn is_byline_behind(after: &str) -> bool {
    let writer = after.strip_prefix("by ").or(after.strip_prefix("By "));
    let words = || writer.into_iter().flat_map(|writer| writer.split(' '));
    (2..=4).contains(&words().count())
        && words().all(|word| near::starts_upper(word) && !is_of_institution(word))
}

/// Words of what is inspected, or of an event: a date beside one is not that of the text.
fn is_of_institution(word: &str) -> bool {
    const INSTITUTIONS: &[&str] = &[
        "academy",
        "college",
        "council",
        "deadline",
        "evening",
        "hospital",
        "infants",
        "inspected",
        "inspection",
        "inspector",
        "juniors",
        "meeting",
        "ofsted",
        "prison",
        "rating",
        "report",
        "service",
        "services",
        "term",
        "trust",
        "university",
        "visit",
    ];
    near::is_one_of(word, INSTITUTIONS) || near::is_listed(word, crate::tables::dates::NAME_NOUNS)
}

/// Whether a line opens its story with a place and the date: 'OXMERE (March 7, 2025) –',
/// 'Oxmere, 7 March 2025 –'.
fn opens_story(before: &str, after: &str) -> bool {
    // 'OXMERE (Agency) 7 March 2025 –'
    let agency = before.strip_suffix(')').and_then(|before| before.rsplit_once('('));
    let agency = agency.filter(|(_, agency)| near::starts_upper(agency) && agency.len() <= 24);
    let place = agency.map(|(place, _)| place.trim_end()).or(before.strip_suffix(['(', ',']));
    let Some(place) = place else { return false };
    let after = if before.ends_with('(') { after.strip_prefix(')') } else { Some(after) };
    let shouted =
        place.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '-' | ',' | '.' | '\''));
    // 'Upper Oxmere, Kent': names alone, and a dash that the story follows
    let named = || {
        let names = place.split([' ', ',', '-']).filter(|word| !word.is_empty());
        let names = names.map(|word| near::starts_upper(word) && !is_of_institution(word));
        names.clone().count() <= 4 && names.clone().all(|is| is)
    };
    let told = after.is_some_and(|after| {
        let after = after.trim_start();
        after.starts_with(near::is_dash)
            && (shouted || after.trim_start_matches(near::is_dash).starts_with(' '))
    });
    place.len() <= 40 && place.chars().any(char::is_uppercase) && told && (shouted || named())
}

/// A label that opens its line: 'Published', 'date', 'Report published', 'POSTED'; a time may
/// follow it.
fn labelled(label: &str, after: &str) -> Option<Sign> {
    const LABELS: [(&str, Sign); 21] = [
        ("published", Sign::Published),
        ("first published", Sign::Published),
        ("report published", Sign::Published),
        ("published on", Sign::Published),
        ("date", Sign::Published),
        ("posted", Sign::Published),
        ("publication date", Sign::Published),
        ("date published", Sign::Published),
        ("date of publication", Sign::Published),
        ("release date", Sign::Published),
        ("press release", Sign::Published),
        ("news release", Sign::Published),
        ("for immediate release", Sign::Published),
        ("date issued", Sign::Published),
        ("article date", Sign::Published),
        ("date added", Sign::Published),
        ("date posted", Sign::Published),
        ("updated", Sign::Updated),
        ("last updated", Sign::Updated),
        ("updated on", Sign::Updated),
        ("last updated on", Sign::Updated),
    ];
    let found = LABELS.iter().rev().find(|(known, _)| {
        label.get(..known.len()).is_some_and(|start| start.eq_ignore_ascii_case(known))
            && !label[known.len()..].starts_with(char::is_alphanumeric)
            && is_beside(&label[known.len()..])
    })?;
    // 'Published 4 May 2024 and read by many' is no label.
    let prose = label.starts_with("Published")
        && after.starts_with(char::is_lowercase)
        && !after.starts_with("at ");
    (!prose).then_some(found.1)
}

/// Whether words beside a date on its line leave it the line's only matter.
fn is_beside(words: &str) -> bool {
    const BESIDE: [&str; 28] = [
        "bst",
        "gmt",
        "utc",
        "am",
        "pm",
        "at",
        "by",
        "news",
        "date",
        "est",
        "edt",
        "cet",
        "t",
        "z",
        "education",
        "local",
        "uk",
        "on",
        "et",
        "pt",
        "our",
        "min",
        "mins",
        "minute",
        "read",
        "reading",
        "time",
        "comments",
    ];
    words
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .all(|word| BESIDE.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// Whether the line before names an inspection: its date is the inspection's.
fn is_of_inspection(text: &Text<'_>, line: Span) -> bool {
    let at = text.lines.partition_point(|l| l.span.end() <= line.start());
    let Some(before) = at.checked_sub(1).and_then(|at| text.lines.get(at)) else { return false };
    let words = before.span.of(text.source);
    let start = words.get(..words.len().min(40)).unwrap_or(words).to_ascii_lowercase();
    start.starts_with("inspection") || start.starts_with("date of inspection")
}

/// The line of a mention, within bounds.
fn line_of(source: &str, span: Span) -> Span {
    let edge = |c: char| matches!(c, '\n' | '\r' | '\u{c}');
    let from = source.ceil_char_boundary(span.start().saturating_sub(80));
    let start = source[from..span.start()].rfind(edge).map_or(from, |at| from + at + 1);
    let to = source.floor_char_boundary(span.end() + 80);
    let end = source[span.end()..to].find(edge).map_or(to, |at| span.end() + at);
    Span::new(start, end)
}
