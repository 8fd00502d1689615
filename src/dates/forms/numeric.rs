//! Dates in digits.

use super::{Finder, expand};
use crate::dates::near;
use crate::dates::value::DateValue;
use crate::dates::written::{Fields, Written, Year};
use crate::record::Span;
use crate::rule::{Rule, reads};

/// The rule of dates whose day and month may have to change places.
pub(in crate::dates) const NAME: &str = "date.numeric";

pub(super) static NUMERIC: Rule = Rule {
    name: NAME,
    about: "A date in digits, day first; month first where the text shows it.",
    reads: &[
        reads("The merger was agreed on [[12/10/2023]].", "2023-10-12"),
        reads("The merger was agreed on [[5.6.2023]] or [[05-06-2023]].", "2023-06-05"),
        reads("The merger was agreed on [[12.10.23]].", "2023-10-12"),
        reads("It was held from [[2/5 to 4/5/2023]].", "2023-05-02/2023-05-04"),
        reads("It was sold on [[10/12/2023]] and paid for on [[09/25/2023]].", "2023-"),
    ],
    leaves: &[
        "Application 23/01234/FUL is at example.org/news/2023/10/12/report.",
        "Version 10.12.3 scored 10/12, and version 2.1.2023 lost.",
        "Paragraph 3.4.12 is on plot 12/10/21, sort code 20-10-98.",
    ],
};

pub(super) static ISO: Rule = Rule {
    name: "date.iso",
    about: "A date in the order of ISO 8601, also at the start of a time stamp.",
    reads: &[
        reads("File received [[2023-10-12]].", "2023-10-12 other"),
        reads("It ran from [[2023-10-12 to 2023-10-23]].", "2023-10-12/2023-10-23"),
        reads("Period: [[2023-10-12/2023-10-23]].", "2023-10-12/2023-10-23"),
        reads("It was made at [[2023-10-12]]T16:45:10+01:00.", "2023-10-12"),
        reads("[[20231012]]\nPool shuts its doors", "2023-10-12"),
    ],
    leaves: &["Reference 2023-10-123 was lost.", "Quote case 20231012 in all letters."],
};

/// Words whose numbers of three parts are no dates.
const NUMBERED: &[&str] = &[
    "annex",
    "chapter",
    "clause",
    "code",
    "para",
    "paragraph",
    "paragraphs",
    "paras",
    "plot",
    "release",
    "section",
    "sections",
    "version",
];

/// Digits at most, from `at` on.
fn digits(source: &str, at: usize, most: usize) -> Option<Span> {
    let run = source.as_bytes().get(at..)?.iter().take(most + 1).take_while(|b| b.is_ascii_digit());
    let length = run.count();
    (1..=most).contains(&length).then(|| Span::new(at, at + length))
}

/// A date around one of its separators: '12/10/2023', '12.10.23', '08-15-90'.
pub(super) fn read(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let bytes = source.as_bytes();
    let group =
        |end: usize| bytes[..end].iter().rev().take(3).take_while(|b| b.is_ascii_digit()).count();
    let at = hit.start();
    let length = group(at);
    if !(1..=2).contains(&length) {
        return;
    }
    let start = at - length;
    // The second separator of two leads to the first.
    match start.checked_sub(1) {
        Some(first) if bytes[first] == bytes[at] && (1..=2).contains(&group(first)) => {
            triple(f, first - group(first));
        }
        _ => triple(f, start),
    }
}

/// A date of three numbers that starts at `start`.
fn triple(f: &mut Finder<'_>, start: usize) {
    let source = f.source;
    if f.is_taken(start) {
        return;
    }
    let bytes = source.as_bytes();
    let Some(first) = digits(source, start, 2) else { return };
    let Some(&mark) = bytes.get(first.end()) else { return };
    if !matches!(mark, b'/' | b'.' | b'-') {
        return;
    }
    let Some(second) = digits(source, first.end() + 1, 2) else { return };
    if bytes.get(second.end()) != Some(&mark) {
        return;
    }
    let Some(year) = digits(source, second.end() + 1, 4) else { return };
    let end = year.end();
    let glued = near::char_before(source, start).is_some_and(|c| {
        c.is_alphanumeric() || matches!(c, '/' | '.' | '£' | '$' | '_' | '=' | '@')
    }) || near::char_after(source, end)
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '_'))
        || bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
    // 'version 2.1.20', 'paragraph 3.4.12', 'sort code 20-10-98'
    let version = near::prev_is(source, start, NUMBERED).is_some();
    if glued || version || !matches!(year.len(), 2 | 4) {
        return;
    }
    let number = |span: Span| span.of(source).parse::<i16>().unwrap_or(0);
    let (a, b) = (number(first), number(second));
    let full = if year.len() == 2 { expand(number(year)) } else { number(year) };
    // Day first; the other order is kept where no other can be.
    let (month, day) = if b > 12 { (a, b) } else { (b, a) };
    let (month, day) = (u8::try_from(month).unwrap_or(0), u8::try_from(day).unwrap_or(0));
    if DateValue::day(full, month, day).is_none() || !(1000..2200).contains(&full) {
        return;
    }
    let fields = Fields::of_day(day, month, Year::Of(full));
    if let Some((first, start)) = day_before(source, start, mark, b > 12)
        && (first.month, first.day) <= (fields.month, fields.day)
    {
        let first = Fields { year: fields.year, ..first };
        return f.push(Span::new(start, end), Written::Range(first, fields), &NUMERIC);
    }
    f.push(Span::new(start, end), Written::Fields(fields), &NUMERIC);
}

/// '12/10 -', '2/5 to' before a date in digits, which has the year of both: the day, and where it
/// starts.
fn day_before(source: &str, at: usize, mark: u8, month_first: bool) -> Option<(Fields, usize)> {
    let bytes = source.as_bytes();
    let end = near::skip_space_back(source, at);
    let end = match near::char_before(source, end).filter(|c| near::is_dash(*c)) {
        Some(dash) => near::skip_space_back(source, end - dash.len_utf8()),
        None => {
            let tie = near::prev_is(source, at, &["to", "until"])?;
            near::skip_space_back(source, tie.start())
        }
    };
    let second = near::run_before(source, end)?;
    let first_end = second.start().checked_sub(1).filter(|at| bytes[*at] == mark)?;
    let first = near::run_before(source, first_end)?;
    if near::char_before(source, first.start())
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '£' | '$'))
    {
        return None;
    }
    let (a, b) = (near::day_number(first.of(source))?, near::day_number(second.of(source))?);
    let (day, month) = if month_first { (b, a) } else { (a, b) };
    let fields = Fields::of_day(day.0, month.0, Year::Unwritten);
    (!day.1 && !month.1 && (1..=12).contains(&month.0)).then_some((fields, first.start()))
}

/// '20231012', alone on its line.
pub(super) fn basic(f: &mut Finder<'_>, run: Span) {
    let source = f.source;
    let edge = |c: Option<char>| c.is_none_or(|c| matches!(c, '\n' | '\r'));
    if !edge(near::char_before(source, run.start())) || !edge(near::char_after(source, run.end())) {
        return;
    }
    let number = |from: usize, to: usize| run.of(source)[from..to].parse::<u16>().unwrap_or(0);
    let (year, month, day) = (number(0, 4), number(4, 6), number(6, 8));
    if let Some(value) = DateValue::day(year as i16, month as u8, day as u8) {
        f.push(run, Written::Fixed(value), &ISO);
    }
}

/// The day in the order of ISO 8601 that starts at `at`, and where it ends.
fn day_at(source: &str, at: usize) -> Option<(DateValue, usize)> {
    /// '2023-10-23'
    const LENGTH: usize = 10;
    let text = source.get(at..at + LENGTH)?;
    let free = near::char_after(source, at + LENGTH)
        .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '/' | '_' | '-'));
    let day: DateValue = text.parse().ok().filter(|_| free)?;
    day.is_day().then_some((day, at + LENGTH))
}

/// A date around a year of four digits at `year`: '2023-10-12', '12-10-2023'. Whether it was one.
pub(super) fn around_year(f: &mut Finder<'_>, year: Span) -> bool {
    let source = f.source;
    let bytes = source.as_bytes();
    if let Some(&mark @ (b'-' | b'/' | b'.')) = bytes.get(year.end()) {
        let month = digits(source, year.end() + 1, 2).filter(|m| m.len() == 2);
        let day = month
            .filter(|m| bytes.get(m.end()) == Some(&mark))
            .and_then(|m| digits(source, m.end() + 1, 2))
            .filter(|d| d.len() == 2);
        if let (Some(month), Some(day)) = (month, day) {
            let number = |span: Span| span.of(source).parse::<u8>().unwrap_or(0);
            let after = near::char_after(source, day.end());
            let before = near::char_before(source, year.start());
            let stamp =
                after == Some('T') && bytes.get(day.end() + 1).is_some_and(u8::is_ascii_digit);
            let free = stamp
                || after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '/' | '_' | '-'));
            let open = before.is_none_or(|c| !matches!(c, '/' | '_' | '-' | '='));
            let full = year.of(source).parse().unwrap_or(0);
            if let Some(value) = DateValue::day(full, number(month), number(day))
                && open
                && after == Some('/')
                && let Some((last, end)) = day_at(source, day.end() + 1)
                && let Some(value) = DateValue::range(value, last)
            {
                f.push(Span::new(year.start(), end), Written::Fixed(value), &ISO);
                return true;
            }
            if let Some(value) = DateValue::day(full, number(month), number(day))
                && free
                && open
            {
                f.push(Span::new(year.start(), day.end()), Written::Fixed(value), &ISO);
            }
            return true;
        }
    }
    // '12-10-2023': back over two groups of at most two digits.
    let Some(&mark @ (b'-' | b'/' | b'.')) = year.start().checked_sub(1).and_then(|i| bytes.get(i))
    else {
        return false;
    };
    let group =
        |end: usize| bytes[..end].iter().rev().take(3).take_while(|b| b.is_ascii_digit()).count();
    let second = group(year.start() - 1);
    let Some(middle) = (year.start() - 1).checked_sub(second + 1) else { return false };
    if !(1..=2).contains(&second) || bytes[middle] != mark {
        return false;
    }
    let first = group(middle);
    if !(1..=2).contains(&first) {
        return false;
    }
    triple(f, middle - first);
    true
}
