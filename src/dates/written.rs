//! What the text says, before anything is worked out: a month without a year stays without one.

use super::value::{DateValue, Day, Season};
use crate::record::Span;
use crate::rule::Rule;

/// A date as written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    pub span: Span,
    pub written: Written,
    pub rule: &'static Rule,
}

impl Mention {
    /// What is written, where a text's own date is `day`: digits are read month first where only
    /// so they are near it.
    pub(crate) fn near(&self, day: Day) -> Written {
        const NEAR: i32 = 3;
        let Written::Fields(fields) = self.written else { return self.written };
        let (Year::Of(year), Some(month), Some(date)) = (fields.year, fields.month, fields.day)
        else {
            return self.written;
        };
        if self.rule.name != super::forms::NUMERIC {
            return self.written;
        }
        let apart = |month, date| Day::new(year, month, date).map(|d| d.days_until(day).abs());
        match (apart(month, date), apart(date, month)) {
            (Some(read), Some(turned)) if turned <= NEAR && read > 7 * NEAR => {
                Written::Fields(Fields { month: Some(date), day: Some(month), ..fields })
            }
            _ => self.written,
        }
    }
}

/// The forms of dates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Written {
    /// Complete by itself: '2023-10-12', 'the 1960s', '2021-22'.
    Fixed(DateValue),
    /// Parts of a date: '12 October', 'summer of last year', 'Thursday 10th'.
    Fields(Fields),
    /// From one to the other: '12 to 23 October'.
    Range(Fields, Fields),
    /// 'Thursday', 'last Thursday', 'Tuesday of last week'.
    Weekday(u8, When),
    /// 'shut from Monday to Wednesday', 'between Tuesday and Thursday last week'.
    Weekdays(u8, u8, When),
    /// 'the weekend': the one that fits the tense.
    Weekend,
    /// 'the 10th of the month', in months from the text's own or the one last mentioned.
    DayOfMonth { day: u8, months: i32, from: From },
    /// 'the first nine months of 2023', 'the last three months of the year', from one month to
    /// another of a year.
    Months { first: u8, last: u8, year: Year },
    /// 'last month', 'two years ago', 'the same day', 'tomorrow'.
    Offset { unit: Unit, count: i32, from: From },
    /// 'the third quarter', 'the last quarter'.
    Quarter(Pick, Year),
    /// 'the quarter ended Sept. 30'.
    QuarterTo(Fields),
    /// 'the year-ago quarter', 'the same period last year': the one last told of, years before.
    YearsBefore(Period, i32),
    /// 'the same period of 1988'.
    PeriodOf(Period, i16),
    /// 'for the full year', after a quarter of it.
    FullYear,
    /// 'the year-earlier first quarter'.
    QuarterBefore(u8, i32),
    /// 'a year ago today', 'this time last year': the text's own day or month, years away.
    YearsFrom(Unit, i32),
    /// 'a week from Tuesday', 'a week ago Tuesday', in days from the one that comes or that was.
    WeeksFrom(u8, i32),
    /// 'the first half of 2023'.
    Half(u8, Year),
    /// 'year-end', 'the end of the year': this one, or the last where it is told as past.
    YearEnd,
    /// 'in the new year': the next, or the one that has just begun.
    NewYear,
    /// 'the last academic year'.
    YearOf(YearKind, i32),
    /// 'this term', 'the end of term'.
    Term(i32),
    /// 'Christmas', 'bank holiday Monday'.
    Feast(Feast, Year),
    /// 'the bank holiday weekend': the days off in a row around it.
    LongWeekend(Feast, Year),
    /// 'the day after Thanksgiving', 'two days before Christmas'.
    BesideFeast(Feast, Year, i32),
    /// 'the first Saturday in July'.
    NthWeekday { nth: i8, weekday: u8, month: Fields },
    /// 'the last week of March'.
    NthWeek { nth: i8, month: Fields },
    /// 'the week beginning 18 September'; `ending` for 'the week ending'.
    WeekOf { day: Fields, ending: bool },
    /// 'half-term', of no stated season: the one that fits the tense.
    HalfTerm,
}

/// The parts of a date that are written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Fields {
    pub year: Year,
    pub season: Option<Season>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub weekday: Option<u8>,
    /// 'last September', 'next spring'.
    pub when: When,
}

/// How a year is written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Year {
    #[default]
    Unwritten,
    Of(i16),
    /// 'last year', counted from the text's own date.
    Relative(i32),
    /// 'that year', 'the following year', counted from the date last mentioned.
    OfAnchor(i32),
}

/// Which of the days, months or seasons of a name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum When {
    /// The one that fits the tense.
    #[default]
    Fitting,
    Last,
    Next,
    /// 'this coming Friday': the first one ahead.
    Coming,
    This,
    /// 'of last week', counted in weeks from this one.
    Week(i32),
    /// 'Thursday week'.
    WeekAfter,
    /// 'the following Monday', 'that autumn', from the date last mentioned.
    Following,
    Previous,
    OfAnchor,
}

/// What a relative date counts from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum From {
    /// The text's own date.
    Text,
    /// The date last mentioned.
    Anchor,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Year,
    Decade,
    Century,
}

/// A part of a year that figures are told for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Period {
    Quarter,
    Month,
    /// 'the same period': whichever was told of last.
    Any,
}

/// One of the quarters of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Pick {
    Number(u8),
    /// Counted from the one that the text was written in.
    Offset(i32),
    /// 'for the quarter': the one told of last.
    Told,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum YearKind {
    /// September to August.
    Academic,
    /// April to March.
    Financial,
    /// A company's or a state's own, of no stated months: 'the current fiscal year'.
    Fiscal,
    /// From one May to the next, between two annual meetings.
    Municipal,
}

/// Days with a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Feast {
    /// Always on the same day of a month.
    Fixed(u8, u8),
    /// That many days after Easter Sunday.
    Easter(i32),
    /// On a weekday of a month: the first, or the last for -1.
    Monday(u8, i8),
    /// The nth of a weekday in a month.
    Nth { month: u8, nth: i8, weekday: u8 },
    /// The Tuesday after the first Monday in November.
    ElectionDay,
    /// In March in Britain, on the second Sunday of May in America.
    MothersDay,
    /// Any bank holiday of England that falls on a Monday, or on another day for an occasion.
    BankHoliday,
    /// A bank holiday that was kept once.
    Occasion(Occasion),
}

/// What a bank holiday was given for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Occasion {
    Jubilee,
    Coronation,
    Funeral,
}

impl Fields {
    pub(crate) fn is_day(self) -> bool {
        self.day.is_some()
    }

    pub(crate) fn of_year(year: Year) -> Fields {
        Fields { year, ..Fields::default() }
    }

    pub(crate) fn of_month(month: u8, year: Year) -> Fields {
        Fields { year, month: Some(month), ..Fields::default() }
    }

    pub(crate) fn of_day(day: u8, month: u8, year: Year) -> Fields {
        Fields { year, month: Some(month), day: Some(day), ..Fields::default() }
    }

    /// The first month of what is written, for telling which of two comes first.
    pub(crate) fn first_month(self) -> Option<u8> {
        self.month.or(self.season.map(Season::first_month))
    }
}
