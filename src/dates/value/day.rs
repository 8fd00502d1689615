use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::Date as Civil;

/// A day of the calendar, from the year 0 to the year 9999.
///
/// ```
/// use inspectral::dates::Day;
///
/// let day = Day::new(2024, 2, 29).unwrap();
/// assert_eq!(day.to_string(), "2024-02-29");
/// assert!(Day::new(2023, 2, 29).is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day, if the calendar has it.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Day> {
        let (m, d) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        ((0..=9999).contains(&year) && Civil::new(year, m, d).is_ok()).then_some(Day {
            year,
            month,
            day,
        })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day of the week, from 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> u8 {
        self.civil().weekday().to_monday_one_offset().unsigned_abs()
    }

    /// The day that many days later; the first or last of the calendar where it would be left.
    pub fn plus_days(self, days: i32) -> Day {
        let limit = if days < 0 { Day::FIRST } else { Day::LAST };
        self.civil().checked_add(days.days()).map_or(limit, Day::from_civil)
    }

    /// The day that many months later, moved back to the end of the month where it is shorter.
    pub(crate) fn plus_months(self, months: i32) -> Day {
        let limit = if months < 0 { Day::FIRST } else { Day::LAST };
        // More months than the calendar has are as good as its end.
        let months = months.clamp(-200_000, 200_000);
        self.civil().checked_add(months.months()).map_or(limit, Day::from_civil)
    }

    pub(crate) const FIRST: Day = Day { year: 0, month: 1, day: 1 };
    pub(crate) const LAST: Day = Day { year: 9999, month: 12, day: 31 };

    pub(crate) fn last_of_month(year: i16, month: u8) -> Option<Day> {
        let first = Day::new(year, month, 1)?;
        let length = first.civil().days_in_month().unsigned_abs();
        Some(Day { day: length, ..first })
    }

    pub(crate) fn civil(self) -> Civil {
        // The fields are those of a civil date; the fallback is never taken.
        let date = Civil::new(self.year, self.month.cast_signed(), self.day.cast_signed());
        date.unwrap_or(Civil::ZERO)
    }

    pub(crate) fn from_civil(date: Civil) -> Day {
        if date.year() < 0 {
            return Day::FIRST;
        }
        Day {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        }
    }

    /// Days from this day to another, negative when it lies before.
    pub(crate) fn days_until(self, other: Day) -> i32 {
        self.civil().until(other.civil()).map_or(0, |span| span.get_days())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
