//! Days as title pages print them.
//!
//! | printed | value |
//! | --- | --- |
//! | '22 April to 3 May 2024' | `2024-04-22/2024-05-03` |
//! | '6 and 7 February 2024' | `2024-02-06/2024-02-07` |
//! | '28 January–5 February 2014' | `2014-01-28/2014-02-05` |
//! | '08/01/2019' | `2019-01-08` |
//! | 'March 2019' | `2019-03` |
//! | '3 July 20205' | none: a slip |

use crate::dates::DateValue;
use crate::record::Span;

/// A day, month or range of days as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    pub span: Span,
    /// The first day as EDTF, or the month or year alone.
    pub start: String,
    /// The last day; the same as the first for a single day.
    pub end: String,
    /// Whether the year could not be read.
    pub slip: bool,
}

impl Days {
    /// The days as a date value; none where the year was a slip.
    pub(crate) fn value(&self) -> Option<DateValue> {
        if self.slip {
            return None;
        }
        let text = if self.start == self.end {
            self.start.clone()
        } else {
            format!("{}/{}", self.start, self.end)
        };
        text.parse().ok()
    }
}

/// A word, number or mark of a printed date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// One or two digits.
    Day(u32),
    Month(u32),
    Year(u32),
    /// Digits that are no year: a slip of the printer.
    Slip,
    /// '31/12/2024' or '31.12.24'.
    Whole(u32, u32, u32),
    /// 'to', 'and', a dash, a comma.
    Joint(bool),
    Weekday,
}

/// Reads the days that `text` starts with; `offset` is where it stands.
pub(crate) fn read(text: &str, offset: usize, year: Option<u32>) -> Option<Days> {
    let tokens = tokens(text);
    let mut parts: Vec<Part> = Vec::new();
    let mut open = Part::default();
    let (mut end, mut slip, mut joined) = (0, false, true);
    let mut ranged = false;
    for (token, stop) in tokens {
        match token {
            Token::Weekday => continue,
            Token::Joint(range) => {
                if open.is_empty() || joined {
                    break;
                }
                if open.year.is_some() && ranged && !range {
                    // 'from 3 to 7 May 2024 and …': the next visit is its own.
                    break;
                }
                ranged |= range;
                parts.push(std::mem::take(&mut open));
                joined = true;
                continue;
            }
            Token::Day(day) if open.day.is_none() && open.month.is_none() => open.day = Some(day),
            Token::Month(month) if open.month.is_none() && open.year.is_none() => {
                open.month = Some(month);
            }
            Token::Year(year) if open.year.is_none() => open.year = Some(year),
            Token::Whole(day, month, year) if open.is_empty() => {
                open = Part { day: Some(day), month: Some(month), year: Some(year) };
            }
            Token::Slip => {
                slip = true;
                open.year = Some(0);
            }
            _ => break,
        }
        joined = false;
        end = stop;
    }
    if !open.is_empty() {
        parts.push(open);
    }
    settle(&mut parts, year)?;
    let (first, last) = (parts.first()?, parts.last()?);
    let (start, close) = (first.edtf()?, last.edtf()?);
    if !slip && close < start {
        return None;
    }
    let lead = text.len() - text.trim_start().len();
    Some(Days { span: Span::new(offset + lead, offset + end), start, end: close, slip })
}

#[derive(Clone, Copy, Debug, Default)]
struct Part {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<u32>,
}

impl Part {
    fn is_empty(&self) -> bool {
        self.day.is_none() && self.month.is_none() && self.year.is_none()
    }

    fn edtf(&self) -> Option<String> {
        match (self.year?, self.month, self.day) {
            (year, Some(month), Some(day)) if (1..=31).contains(&day) => {
                Some(format!("{year:04}-{month:02}-{day:02}"))
            }
            (year, Some(month), None) => Some(format!("{year:04}-{month:02}")),
            (year, None, None) => Some(format!("{year:04}")),
            _ => None,
        }
    }
}

/// Gives each part the month and year that a later part carries for it.
fn settle(parts: &mut [Part], year: Option<u32>) -> Option<()> {
    let last = parts.last_mut()?;
    last.year = last.year.or(year);
    let (mut month, mut year) = (last.month, last.year?);
    for part in parts.iter_mut().rev() {
        if part.year.is_none() {
            part.month = part.month.or(month);
            // '28 December to 3 January 2020' starts in the year before.
            year -= u32::from(year > 0 && part.month > month);
            part.year = Some(year);
        }
        month = part.month;
        year = part.year?;
    }
    Some(())
}

/// The tokens of a printed date, each with where it ends; stops at the first other word.
fn tokens(text: &str) -> Vec<(Token, usize)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < text.len() && at < 160 && tokens.len() < 24 {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (token, len) = if c.is_ascii_digit() {
            match number(rest) {
                Some(found) => found,
                None => break,
            }
        } else if matches!(c, '-' | '–' | '—' | '─' | '‑' | '−' | '‒' | '―') {
            (Token::Joint(true), c.len_utf8())
        } else if matches!(c, ',' | '&') {
            (Token::Joint(false), 1)
        } else if c.is_alphabetic() {
            let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            match word(&rest[..len]) {
                Some(token) => (token, len),
                None => break,
            }
        } else {
            break;
        };
        at += len;
        // A comma before 'and' or a range's 'to' is one joint with it.
        if let (Token::Joint(range), Some((Token::Joint(before), stop))) =
            (token, tokens.last_mut())
        {
            *before |= range;
            *stop = at;
        } else {
            tokens.push((token, at));
        }
    }
    tokens
}

fn number(rest: &str) -> Option<(Token, usize)> {
    let len = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let digits = rest[..len].get(..len.min(6))?;
    let value: u32 = digits.parse().ok()?;
    let after = &rest[len..];
    if len <= 2 {
        if let Some(mark) = after.chars().next().filter(|c| matches!(c, '/' | '.')) {
            let mut parts = after[1..].splitn(2, mark);
            let month = parts.next().filter(|m| matches!(m.len(), 1 | 2));
            let year = parts.next().map(|y| {
                let len = y.find(|c: char| !c.is_ascii_digit()).unwrap_or(y.len());
                &y[..len]
            });
            if let (Some(month), Some(year)) = (month, year)
                && let (Ok(m), Ok(y)) = (month.parse::<u32>(), year.parse::<u32>())
                && matches!(year.len(), 2 | 4)
                && (1..=12).contains(&m)
            {
                let y = if year.len() == 2 { 2000 + y } else { y };
                return Some((Token::Whole(value, m, y), len + 2 + month.len() + year.len()));
            }
        }
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|end| {
            after.starts_with(end) && !after[2..].starts_with(|c: char| c.is_alphanumeric())
        });
        return Some((Token::Day(value), len + 2 * usize::from(ordinal)));
    }
    let plain = !after.starts_with(|c: char| c.is_alphabetic());
    match len {
        4 if plain && (1980..2100).contains(&value) => Some((Token::Year(value), len)),
        3 | 5 if plain => Some((Token::Slip, len)),
        _ => None,
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn word(word: &str) -> Option<Token> {
    let lower = word.to_lowercase();
    if let Some(month) = MONTHS.iter().position(|month| {
        *month == lower || (lower.len() >= 3 && lower.len() <= 4 && month.starts_with(&*lower))
    }) {
        return Some(Token::Month(month as u32 + 1));
    }
    match lower.as_str() {
        "to" | "until" => Some(Token::Joint(true)),
        "and" => Some(Token::Joint(false)),
        "sept" => Some(Token::Month(9)),
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" => {
            Some(Token::Weekday)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn value(text: &str, expected: &str) {
        let days = read(text, 0, None);
        let found = days.as_ref().map_or("none".into(), |d| {
            if d.slip { "slip".into() } else { d.value().unwrap().to_string() }
        });
        assert_eq!(found, expected, "{text}: {days:?}");
    }

    #[test]
    fn days_in_every_printed_form() {
        value("22 April to 3 May 2024", "2024-04-22/2024-05-03");
        value("11 to 15 September 2023\nLead inspector", "2023-09-11/2023-09-15");
        value("23 April 2018 to 04 May 2018", "2018-04-23/2018-05-04");
        value("6 and 7 February 2024", "2024-02-06/2024-02-07");
        value("5, 6 and 7 March 2019", "2019-03-05/2019-03-07");
        value("28 January–5 February 2014", "2014-01-28/2014-02-05");
        value("16 January 2017 ─ 9 February 2017", "2017-01-16/2017-02-09");
        value("29 November 2021 to 10 December 2021", "2021-11-29/2021-12-10");
        value("28 December to 3 January 2020", "2019-12-28/2020-01-03");
        value("Tuesday 13 and Wednesday 14 January 2026", "2026-01-13/2026-01-14");
        value("08/01/2019 - 09/01/2019", "2019-01-08/2019-01-09");
        value("21st June 2022", "2022-06-21");
        value("March 2019", "2019-03");
        value("3 July 20205", "slip");
        value("Not previously inspected", "none");
        value("9 May to 3 May 2019", "none");
    }

    #[test]
    fn a_second_visit_is_left_for_the_next() {
        let text = "10 to 14 June 2019 and 1 to 2 July 2019";
        let first = read(text, 0, None).unwrap();
        assert_eq!(first.value().unwrap().to_string(), "2019-06-10/2019-06-14");
        assert_eq!(first.span, Span::new(0, 18));
    }

    #[test]
    fn a_year_may_come_from_outside() {
        let days = read("20 and 24 June, Ofsted", 5, Some(2016)).unwrap();
        assert_eq!(days.value().unwrap().to_string(), "2016-06-20/2016-06-24");
        assert_eq!(days.span, Span::new(5, 19));
    }
}
