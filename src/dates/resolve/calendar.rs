//! Days that the calendar gives: Easter, bank holidays, terms.

use crate::dates::value::{Day, Season};
use crate::dates::written::{Feast, Occasion};

/// Easter Sunday, by the Gregorian computus of Meeus, Jones and Butcher.
pub(super) fn easter(year: i16) -> Option<Day> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// The nth of a weekday in a month; the last for -1.
pub(super) fn nth_weekday(year: i16, month: u8, nth: i8, weekday: u8) -> Option<Day> {
    if nth < 0 {
        let last = Day::last_of_month(year, month)?;
        let back = (7 + i32::from(last.weekday()) - i32::from(weekday)) % 7;
        return Some(last.plus_days(-back));
    }
    let first = Day::new(year, month, 1)?;
    let ahead = (7 + i32::from(weekday) - i32::from(first.weekday())) % 7;
    let day = first.plus_days(ahead + 7 * (i32::from(nth) - 1));
    (day.month() == month).then_some(day)
}

/// The day of a feast in a year.
pub(super) fn feast(feast: Feast, year: i16) -> Option<Day> {
    match feast {
        Feast::Fixed(month, day) => Day::new(year, month, day),
        Feast::Easter(days) => easter(year).map(|sunday| sunday.plus_days(days)),
        Feast::Monday(month, nth) => match (year, month, nth) {
            // Moved for the anniversaries of the end of the war, and for jubilees.
            (1995 | 2020, 5, 1) => Day::new(year, 5, 8),
            (2002 | 2012, 5, -1) => Day::new(year, 6, 4),
            (2022, 5, -1) => Day::new(year, 6, 2),
            _ => nth_weekday(year, month, nth, 1),
        },
        Feast::Nth { month, nth, weekday } => nth_weekday(year, month, nth, weekday),
        Feast::ElectionDay => nth_weekday(year, 11, 1, 1).map(|monday| monday.plus_days(1)),
        Feast::MothersDay => self::feast(Feast::Easter(-21), year),
        Feast::BankHoliday => None,
        Feast::Occasion(occasion) => ONCE
            .iter()
            .find(|(of, day)| *of == occasion && day.0 == year)
            .and_then(|(_, (year, month, day))| Day::new(*year, *month, *day)),
    }
}

/// The bank holidays that were kept once.
const ONCE: [(Occasion, (i16, u8, u8)); 5] = [
    (Occasion::Jubilee, (2002, 6, 3)),
    (Occasion::Jubilee, (2012, 6, 5)),
    (Occasion::Jubilee, (2022, 6, 3)),
    (Occasion::Funeral, (2022, 9, 19)),
    (Occasion::Coronation, (2023, 5, 8)),
];

/// The bank holidays of England that fall on a Monday, and those kept in their place or once.
pub(super) fn bank_holidays(year: i16) -> impl Iterator<Item = Day> {
    let once = [Occasion::Jubilee, Occasion::Coronation, Occasion::Funeral].map(Feast::Occasion);
    [Feast::Easter(1), Feast::Monday(5, 1), Feast::Monday(5, -1), Feast::Monday(8, -1)]
        .into_iter()
        .chain(once)
        .filter_map(move |holiday| feast(holiday, year))
}

/// The days off in a row around a bank holiday, from the first to the last.
pub(super) fn long_weekend(holiday: Day) -> (Day, Day) {
    let before = holiday.plus_days(-1);
    if bank_holidays(holiday.year()).any(|day| day == before) {
        return long_weekend(before);
    }
    match holiday.weekday() {
        1 => (holiday.plus_days(-2), holiday),
        weekday => (holiday, holiday.plus_days(7 - i32::from(weekday))),
    }
}

/// The term that a day lies in, or that the holiday before it belongs to.
pub(super) fn term(day: Day) -> (i16, Season) {
    let season = match (day.month(), day.day()) {
        (1..=3, _) | (4, ..=14) => Season::Spring,
        (4..=8, _) => Season::Summer,
        _ => Season::Autumn,
    };
    (day.year(), season)
}

/// The term that many terms later.
pub(super) fn plus_terms((year, season): (i16, Season), count: i32) -> (i16, Season) {
    let number = i32::from(year) * 3 + season as i32 + count;
    let year = i16::try_from(number.div_euclid(3)).unwrap_or(year);
    (year, Season::ALL[number.rem_euclid(3) as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_moves() {
        let on = |year| easter(year).unwrap().to_string();
        assert_eq!(on(2019), "2019-04-21");
        assert_eq!(on(2024), "2024-03-31");
        assert_eq!(on(2025), "2025-04-20");
        assert_eq!(on(2038), "2038-04-25");
    }

    #[test]
    fn bank_holidays_are_moved() {
        let on = |of, year| feast(of, year).unwrap().to_string();
        assert_eq!(on(Feast::Monday(5, 1), 2020), "2020-05-08");
        assert_eq!(on(Feast::Monday(5, 1), 2021), "2021-05-03");
        assert_eq!(on(Feast::Monday(5, -1), 2012), "2012-06-04");
        assert!(bank_holidays(2022).any(|day| day.to_string() == "2022-09-19"));
        assert!(!bank_holidays(2023).any(|day| day.to_string() == "2023-09-19"));
    }

    #[test]
    fn weekdays_of_a_month() {
        let day = |year, month, nth, weekday| {
            nth_weekday(year, month, nth, weekday).map(|d| d.to_string())
        };
        assert_eq!(day(2024, 8, -1, 1).as_deref(), Some("2024-08-26"));
        assert_eq!(day(2024, 7, 1, 6).as_deref(), Some("2024-07-06"));
        assert_eq!(day(2024, 2, 5, 1), None);
    }

    #[test]
    fn terms_follow_each_other() {
        let of = |y, m, d| term(Day::new(y, m, d).unwrap());
        assert_eq!(plus_terms(of(2023, 10, 12), 1), (2024, Season::Spring));
        assert_eq!(plus_terms(of(2023, 10, 12), -1), (2023, Season::Summer));
        assert_eq!(plus_terms(of(2024, 1, 5), -1), (2023, Season::Autumn));
    }
}
