//! To and from the dates of jiff and chrono, each behind its feature.

#[cfg(any(feature = "jiff", feature = "chrono"))]
use super::{DateValue, Day};

#[cfg(feature = "jiff")]
impl From<Day> for jiff::civil::Date {
    fn from(day: Day) -> jiff::civil::Date {
        day.civil()
    }
}

/// Years before 0 become the first day of the calendar.
#[cfg(feature = "jiff")]
impl From<jiff::civil::Date> for Day {
    fn from(date: jiff::civil::Date) -> Day {
        Day::from_civil(date)
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::civil::Date> for DateValue {
    fn from(date: jiff::civil::Date) -> DateValue {
        Day::from(date).into()
    }
}

#[cfg(feature = "chrono")]
impl From<Day> for chrono::NaiveDate {
    fn from(day: Day) -> chrono::NaiveDate {
        let (year, month, day) = (day.year().into(), day.month().into(), day.day().into());
        // Every day of ours is a day of chrono's; the fallback is never taken.
        chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }
}

/// Days outside the years 0 to 9999 have no [`Day`].
#[cfg(feature = "chrono")]
impl TryFrom<chrono::NaiveDate> for Day {
    type Error = crate::Error;

    fn try_from(date: chrono::NaiveDate) -> Result<Day, crate::Error> {
        use chrono::Datelike as _;
        let part = |n: u32| u8::try_from(n).unwrap_or(0);
        i16::try_from(date.year())
            .ok()
            .and_then(|year| Day::new(year, part(date.month()), part(date.day())))
            .ok_or_else(|| {
                let reason = "its year is not from 0 to 9999";
                crate::Error::new(crate::ErrorKind::Date { given: date.to_string(), reason })
            })
    }
}

#[cfg(feature = "chrono")]
impl TryFrom<chrono::NaiveDate> for DateValue {
    type Error = crate::Error;

    fn try_from(date: chrono::NaiveDate) -> Result<DateValue, crate::Error> {
        Day::try_from(date).map(DateValue::from)
    }
}

#[cfg(all(test, feature = "jiff"))]
mod jiff_tests {
    use super::*;

    #[test]
    fn days_come_back_from_jiff() {
        let day = Day::new(2024, 2, 29).unwrap();
        let date = jiff::civil::Date::from(day);
        assert_eq!(date, jiff::civil::date(2024, 2, 29));
        assert_eq!(Day::from(date), day);
        assert_eq!(DateValue::from(date).to_string(), "2024-02-29");
    }
}

#[cfg(all(test, feature = "chrono"))]
mod chrono_tests {
    use super::*;

    #[test]
    fn days_come_back_from_chrono() {
        let day = Day::new(2024, 2, 29).unwrap();
        let date = chrono::NaiveDate::from(day);
        assert_eq!(chrono::NaiveDate::from_ymd_opt(2024, 2, 29), Some(date));
        assert_eq!(Day::try_from(date).unwrap(), day);
        assert_eq!(DateValue::try_from(date).unwrap().to_string(), "2024-02-29");
    }

    #[test]
    fn years_of_five_digits_are_refused() {
        let far = chrono::NaiveDate::from_ymd_opt(12_024, 1, 1).unwrap();
        assert!(Day::try_from(far).is_err());
    }
}
