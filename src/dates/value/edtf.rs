//! EDTF text, in and out.

use std::fmt;

use super::{DateValue, Doubt, End, Form, Part, Point, Season};

impl fmt::Display for DateValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::Point(point) => write!(f, "{point}"),
            Form::Range(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::At(point) => write!(f, "{point}"),
            End::Open => f.write_str(".."),
            End::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.part, self.year) {
            (Part::Century, Some(year)) => write!(f, "{:02}XX", year / 100)?,
            (Part::Decade, Some(year)) => write!(f, "{:03}X", year / 10)?,
            (_, Some(year)) => write!(f, "{year:04}")?,
            (_, None) => f.write_str("XXXX")?,
        }
        match self.part {
            Part::Season(season) => write!(f, "-{}", 21 + season as u8)?,
            Part::Month(month) => write!(f, "-{month:02}")?,
            Part::Day(month, day) => write!(f, "-{month:02}-{day:02}")?,
            Part::Century | Part::Decade | Part::Year => {}
        }
        f.write_str(match self.doubt {
            Doubt::None => "",
            Doubt::Uncertain => "?",
            Doubt::Approximate => "~",
            Doubt::Both => "%",
        })
    }
}

/// Reads EDTF; the error says what is wrong.
pub(super) fn parse(text: &str) -> Result<DateValue, &'static str> {
    if let Some((start, end)) = text.split_once('/') {
        let range = DateValue { form: Form::Range(parse_end(start)?, parse_end(end)?) };
        return if range.is_in_order() { Ok(range) } else { Err("it ends before it starts") };
    }
    // Quarters have numbers of their own; here they are the range of their days.
    if let (Some(year), Some(number)) = (text.get(..4), text.get(4..))
        && let Some(quarter) = number.strip_prefix("-3").and_then(|n| n.parse::<u8>().ok())
        && number.len() == 3
        && (3..=6).contains(&quarter)
    {
        let year = year.parse().map_err(|_| "its year is not four digits")?;
        return DateValue::quarter(year, quarter - 2).ok_or("the calendar has no such day");
    }
    parse_point(text).map(DateValue::from)
}

fn parse_end(text: &str) -> Result<End, &'static str> {
    match text {
        ".." => Ok(End::Open),
        "" => Ok(End::Unknown),
        _ => parse_point(text).map(End::At),
    }
}

fn parse_point(text: &str) -> Result<Point, &'static str> {
    let (text, doubt) = match text.as_bytes().last() {
        Some(b'?') => (&text[..text.len() - 1], Doubt::Uncertain),
        Some(b'~') => (&text[..text.len() - 1], Doubt::Approximate),
        Some(b'%') => (&text[..text.len() - 1], Doubt::Both),
        _ => (text, Doubt::None),
    };
    let mut fields = text.split('-');
    let year = fields.next().unwrap_or("");
    let number = |field: &str| -> Result<u8, &'static str> {
        if field.len() == 2 && field.bytes().all(|b| b.is_ascii_digit()) {
            field.parse().map_err(|_| "its months and days are not two digits")
        } else {
            Err("its months and days are not two digits")
        }
    };
    let (month, day) = (fields.next().map(number), fields.next().map(number));
    if fields.next().is_some() {
        return Err("it has more fields than year, month and day");
    }
    let (month, day) = (month.transpose()?, day.transpose()?);
    let known = year.trim_end_matches('X');
    if year.len() != 4 || !known.bytes().all(|b| b.is_ascii_digit()) {
        return Err("its year is not four digits");
    }
    let first: Option<i16> = match known.len() {
        0 => None,
        _ => format!("{known:0<4}").parse().ok(),
    };
    let part = match (known.len(), month, day) {
        (2, None, None) => Part::Century,
        (3, None, None) => Part::Decade,
        (0 | 4, None, None) => Part::Year,
        (0 | 4, Some(season @ 21..=24), None) => {
            Part::Season(Season::ALL[usize::from(season - 21)])
        }
        (0 | 4, Some(month), None) => Part::Month(month),
        (0 | 4, Some(month), Some(day)) => Part::Day(month, day),
        _ => return Err("some of its year's digits are not known"),
    };
    let point = Point { year: first, part, doubt };
    if point.is_valid() { Ok(point) } else { Err("the calendar has no such day") }
}
