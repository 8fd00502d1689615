//! The value of a date: a day, a month, a season, a year, a decade, a century, or a range.
//!
//! | in words | value | first day | last day |
//! | --- | --- | --- | --- |
//! | 3 December 2021 | `2021-12-03` | 2021-12-03 | 2021-12-03 |
//! | December 2021 | `2021-12` | 2021-12-01 | 2021-12-31 |
//! | autumn term 2023 | `2023-23` | 2023-09-01 | 2023-11-30 |
//! | 2021 | `2021` | 2021-01-01 | 2021-12-31 |
//! | the 1960s | `196X` | 1960-01-01 | 1969-12-31 |
//! | the 19th century | `18XX` | 1800-01-01 | 1899-12-31 |
//! | 12 to 23 October 2023 | `2023-10-12/2023-10-23` | 2023-10-12 | 2023-10-23 |
//! | the 2021-22 academic year | `2021-09/2022-08` | 2021-09-01 | 2022-08-31 |
//! | the third quarter of 2023 | `2023-07-01/2023-09-30` | 2023-07-01 | 2023-09-30 |
//! | since 2019 | `2019/..` | 2019-01-01 | – |
//! | about 1874 | `1874~` | 1874-01-01 | 1874-12-31 |
//! | in August, of a year not told | `XXXX-08` | – | – |
//!
//! A term is the season that it is named after, a week the range from its Monday to its Sunday.

mod convert;
mod day;
mod edtf;
mod timex;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Error, ErrorKind};
pub use day::Day;

/// A calendar date or period, written as EDTF (ISO 8601-2:2019).
///
/// ```
/// use inspectral::dates::DateValue;
///
/// let inspected: DateValue = "2023-10-12/2023-10-23".parse()?;
/// assert_eq!(inspected.first_day().unwrap().to_string(), "2023-10-12");
/// assert!(inspected.is_within(&"2023-10".parse()?));
///
/// let august: DateValue = "XXXX-08".parse()?;
/// assert_eq!((august.year(), august.month()), (None, Some(8)));
/// # Ok::<(), inspectral::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct DateValue {
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    Point(Point),
    Range(End, End),
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum End {
    At(Point),
    /// `..`: it goes on.
    Open,
    /// Empty: it ends, but nobody knows when.
    Unknown,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Point {
    /// `None` for `XXXX`; the first year of a decade or century.
    year: Option<i16>,
    part: Part,
    doubt: Doubt,
}

/// Which part of a year, or how many years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Century,
    Decade,
    Year,
    Season(Season),
    Month(u8),
    Day(u8, u8),
}

/// What EDTF writes behind a date that is not certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Doubt {
    None,
    /// `?`
    Uncertain,
    /// `~`
    Approximate,
    /// `%`
    Both,
}

/// A season of the northern hemisphere, and the school term that is named after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May; `21`.
    Spring,
    /// June to August; `22`.
    Summer,
    /// September to November; `23`.
    Autumn,
    /// December to the February of the next year; `24`.
    Winter,
}

impl Season {
    /// All four, in the order of the year.
    pub const ALL: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

    /// Its first month.
    pub(crate) fn first_month(self) -> u8 {
        3 + 3 * self as u8
    }
}

impl DateValue {
    /// A day of a year, if the calendar has it.
    pub fn day(year: i16, month: u8, day: u8) -> Option<DateValue> {
        Day::new(year, month, day).map(DateValue::from)
    }

    /// A month of a year.
    pub fn of_month(year: i16, month: u8) -> Option<DateValue> {
        DateValue::point(Some(year), Part::Month(month))
    }

    /// A year from 0 to 9999.
    pub fn of_year(year: i16) -> Option<DateValue> {
        DateValue::point(Some(year), Part::Year)
    }

    /// A season of a year; a winter belongs to the year in which it begins.
    pub fn of_season(year: i16, season: Season) -> Option<DateValue> {
        DateValue::point(Some(year), Part::Season(season))
    }

    /// The decade that a year belongs to.
    pub fn decade(year: i16) -> Option<DateValue> {
        DateValue::point(Some(year.div_euclid(10) * 10), Part::Decade)
    }

    /// The hundred years from the one that ends in 00: `1800` gives `18XX`.
    pub fn century(year: i16) -> Option<DateValue> {
        DateValue::point(Some(year.div_euclid(100) * 100), Part::Century)
    }

    /// A quarter of a calendar year, from 1 to 4, as the range of its days.
    pub fn quarter(year: i16, quarter: u8) -> Option<DateValue> {
        if !(1..=4).contains(&quarter) {
            return None;
        }
        let first = Day::new(year, quarter * 3 - 2, 1)?;
        let last = DateValue::of_month(year, quarter * 3)?.last_day()?;
        DateValue::range(first.into(), last.into())
    }

    /// The week, Monday to Sunday, that a day lies in.
    pub fn week(day: Day) -> DateValue {
        let monday = day.plus_days(-i32::from(day.weekday() - 1));
        DateValue { form: Form::Range(End::At(monday.into()), End::At(monday.plus_days(6).into())) }
    }

    /// A season of a year that is not known.
    pub fn any_season(season: Season) -> DateValue {
        Point { year: None, part: Part::Season(season), doubt: Doubt::None }.into()
    }

    /// A month of a year that is not known: `XXXX-08`.
    pub fn any_month(month: u8) -> Option<DateValue> {
        DateValue::point(None, Part::Month(month))
    }

    /// A day of a year that is not known: `XXXX-04-29`.
    pub fn any_day(month: u8, day: u8) -> Option<DateValue> {
        DateValue::point(None, Part::Day(month, day))
    }

    /// The range from the start of one value to the end of another; `None` when it would end
    /// before it starts.
    pub fn range(from: DateValue, to: DateValue) -> Option<DateValue> {
        let start = match from.form {
            Form::Point(point) | Form::Range(End::At(point), _) => End::At(point),
            Form::Range(end, _) => end,
        };
        let end = match to.form {
            Form::Point(point) | Form::Range(_, End::At(point)) => End::At(point),
            Form::Range(_, end) => end,
        };
        let range = DateValue { form: Form::Range(start, end) };
        range.is_in_order().then_some(range)
    }

    /// The range that starts with this value and goes on.
    pub fn onwards(self) -> DateValue {
        match self.form {
            Form::Point(point) => DateValue { form: Form::Range(End::At(point), End::Open) },
            Form::Range(start, _) => DateValue { form: Form::Range(start, End::Open) },
        }
    }

    /// The same value, marked as approximate.
    pub fn approximate(self) -> DateValue {
        let about = |mut point: Point| {
            point.doubt = match point.doubt {
                Doubt::None | Doubt::Approximate => Doubt::Approximate,
                Doubt::Uncertain | Doubt::Both => Doubt::Both,
            };
            point
        };
        let end = |end: End| if let End::At(point) = end { End::At(about(point)) } else { end };
        let form = match self.form {
            Form::Point(point) => Form::Point(about(point)),
            Form::Range(start, stop) => Form::Range(end(start), end(stop)),
        };
        DateValue { form }
    }

    /// The same days, month or period of another year.
    pub(crate) fn plus_years(self, count: i32) -> Option<DateValue> {
        let moved = |mut point: Point| {
            point.year = Some(i16::try_from(i32::from(point.year?) + count).ok()?);
            point.is_valid().then_some(point)
        };
        let end = |end: End| match end {
            End::At(point) => moved(point).map(End::At),
            open => Some(open),
        };
        let form = match self.form {
            Form::Point(point) => Form::Point(moved(point)?),
            Form::Range(start, stop) => Form::Range(end(start)?, end(stop)?),
        };
        Some(DateValue { form })
    }

    fn point(year: Option<i16>, part: Part) -> Option<DateValue> {
        let point = Point { year, part, doubt: Doubt::None };
        point.is_valid().then_some(point.into())
    }

    /// The year in which the value starts; `None` where it is not known or open.
    pub fn year(&self) -> Option<i16> {
        self.start().and_then(|point| point.year)
    }

    /// The month of a day or month, or in which a range of them starts.
    pub fn month(&self) -> Option<u8> {
        match self.start()?.part {
            Part::Month(month) | Part::Day(month, _) => Some(month),
            _ => None,
        }
    }

    /// The first day; `None` where the start is open or its year unknown.
    pub fn first_day(&self) -> Option<Day> {
        self.start()?.days().map(|days| days.0)
    }

    /// The last day; `None` where the end is open or its year unknown.
    pub fn last_day(&self) -> Option<Day> {
        self.end()?.days().map(|days| days.1)
    }

    /// The first and the last day, both included; `None` where one of them is not known.
    pub fn bounds(&self) -> Option<(Day, Day)> {
        Some((self.first_day()?, self.last_day()?))
    }

    /// Whether all days of this value are days of `other`, as far as both are known.
    pub fn is_within(&self, other: &DateValue) -> bool {
        if self == other {
            return true;
        }
        let Some((first, last)) = self.bounds() else { return false };
        let (from, to) = (other.first_day(), other.last_day());
        (from.is_some() || to.is_some())
            && (from.is_some_and(|day| day <= first) || other.is_open_at_start())
            && (to.is_some_and(|day| last <= day) || other.is_open_at_end())
    }

    /// Whether it is a single day of a known year.
    pub fn is_day(&self) -> bool {
        matches!(self.form, Form::Point(Point { year: Some(_), part: Part::Day(..), .. }))
    }

    /// Whether it is a range.
    pub fn is_range(&self) -> bool {
        matches!(self.form, Form::Range(..))
    }

    /// Whether its year is not known.
    pub fn is_of_unknown_year(&self) -> bool {
        self.start().or_else(|| self.end()).is_some_and(|point| point.year.is_none())
    }

    fn is_open_at_start(&self) -> bool {
        matches!(self.form, Form::Range(End::Open, _))
    }

    fn is_open_at_end(&self) -> bool {
        matches!(self.form, Form::Range(_, End::Open))
    }

    fn start(&self) -> Option<Point> {
        match self.form {
            Form::Point(point) | Form::Range(End::At(point), _) => Some(point),
            Form::Range(..) => None,
        }
    }

    fn end(&self) -> Option<Point> {
        match self.form {
            Form::Point(point) | Form::Range(_, End::At(point)) => Some(point),
            Form::Range(..) => None,
        }
    }

    fn is_in_order(&self) -> bool {
        match self.form {
            Form::Range(End::At(start), End::At(end)) => match (start.days(), end.days()) {
                (Some(start), Some(end)) => start.0 <= end.1,
                // From December to January is in order, of whatever year.
                _ => start.year.is_some() == end.year.is_some(),
            },
            Form::Range(start, end) => matches!(start, End::At(_)) || matches!(end, End::At(_)),
            Form::Point(_) => true,
        }
    }
}

impl Point {
    fn is_valid(self) -> bool {
        let year = self.year.is_none_or(|year| (0..=9999).contains(&year));
        year && match self.part {
            Part::Century => self.year.is_some_and(|year| year % 100 == 0),
            Part::Decade => self.year.is_some_and(|year| year % 10 == 0),
            Part::Year | Part::Season(_) => true,
            Part::Month(month) => (1..=12).contains(&month),
            // A year that is not known may be a leap year.
            Part::Day(month, day) => Day::new(self.year.unwrap_or(2000), month, day).is_some(),
        }
    }

    /// The first and the last day, in a known year.
    fn days(self) -> Option<(Day, Day)> {
        let year = self.year?;
        let from = |year, month| Day::new(year, month, 1);
        let through = |year, month| Day::last_of_month(year, month);
        match self.part {
            Part::Century => Some((from(year, 1)?, through(year + 99, 12)?)),
            Part::Decade => Some((from(year, 1)?, through(year + 9, 12)?)),
            Part::Year => Some((from(year, 1)?, through(year, 12)?)),
            Part::Season(Season::Winter) => Some((from(year, 12)?, through(year + 1, 2)?)),
            Part::Season(season) => {
                let month = season.first_month();
                Some((from(year, month)?, through(year, month + 2)?))
            }
            Part::Month(month) => Some((from(year, month)?, through(year, month)?)),
            Part::Day(month, day) => Day::new(year, month, day).map(|day| (day, day)),
        }
    }
}

impl From<Point> for DateValue {
    fn from(point: Point) -> DateValue {
        DateValue { form: Form::Point(point) }
    }
}

impl From<Day> for Point {
    fn from(day: Day) -> Point {
        let part = Part::Day(day.month(), day.day());
        Point { year: Some(day.year()), part, doubt: Doubt::None }
    }
}

impl From<Day> for DateValue {
    fn from(day: Day) -> DateValue {
        Point::from(day).into()
    }
}

impl FromStr for DateValue {
    type Err = Error;

    fn from_str(text: &str) -> Result<DateValue, Error> {
        edtf::parse(text)
            .map_err(|reason| Error::new(ErrorKind::Date { given: text.to_owned(), reason }))
    }
}

impl TryFrom<String> for DateValue {
    type Error = Error;

    fn try_from(text: String) -> Result<DateValue, Error> {
        text.parse()
    }
}

impl From<DateValue> for String {
    fn from(value: DateValue) -> String {
        value.to_string()
    }
}

impl fmt::Debug for DateValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests;
