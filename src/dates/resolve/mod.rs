//! From what is written to the day that is meant.
//!
//! | what is missing | where it comes from |
//! | --- | --- |
//! | the day of 'yesterday', 'last month' | the text's own date |
//! | the day of 'the same day', 'two years later' | the date last mentioned |
//! | the year of 'in August', 'on Thursday' | the nearest that fits the tense ([`tense`]) |
//! | the year of 'Tuesday, January 14' | the weekday settles it |
//! | the year of 'in November', after 'in October 2021' | the text itself |

mod calendar;
mod fields;
pub(super) mod tense;

use super::near;
use super::value::{DateValue, Day, Season};
use super::words::Around;
use super::written::{
    Feast, Fields, From, Mention, Period, Pick, Unit, When, Written, Year, YearKind,
};
use crate::record::Span;
use crate::text::Text;
use tense::Tense;

/// Days around a feast in which it is spoken of as the one at hand.
const AROUND: i32 = 14;
/// Days after a feast in which it is not yet the next one that is spoken of.
const JUST_OVER: i32 = 7;

/// What is known when a date is resolved.
pub(super) struct Resolver<'t> {
    source: &'t str,
    /// The text's own date.
    reference: Option<Day>,
    /// The date last mentioned whose year is known, and where it stands.
    anchor: Option<(DateValue, Span)>,
    /// The single day last mentioned.
    day: Option<Day>,
    /// The single day last mentioned that lies before the text's own, and not years before.
    past_day: Option<Day>,
    /// The quarter, half year or month last mentioned.
    period: Option<DateValue>,
    /// The last day of the latest inspection so far.
    inspected: Option<Day>,
    /// The latest year that a text without a date tells of as past.
    latest_year: Option<i16>,
    /// Whether the reference is only an inspection's day.
    stands_in: bool,
}

/// A date that is being resolved.
#[derive(Clone, Copy)]
struct Place<'a, 't> {
    span: Span,
    sentence: Span,
    around: &'a Around<'t>,
}

impl Place<'_, '_> {
    fn tense(self) -> Tense {
        self.around.tense()
    }

    /// The tense by which a month or a day of one is told, which are far apart: a plan of the past
    /// need not be to come.
    fn tense_of_plans(self) -> Tense {
        match self.tense() {
            Tense::Future if self.around.was_planned() => Tense::Untold,
            tense => tense,
        }
    }
}

impl<'t> Resolver<'t> {
    pub(super) fn new(source: &'t str, reference: Option<Day>) -> Resolver<'t> {
        Resolver {
            source,
            reference,
            anchor: None,
            day: None,
            past_day: None,
            period: None,
            inspected: None,
            latest_year: None,
            stands_in: false,
        }
    }

    /// Looks through a text without a date for the latest year that it tells of as past.
    pub(super) fn latest_year_of(&mut self, text: &Text<'_>, mentions: &[Mention]) {
        let open = |m: &Mention| {
            matches!(
                m.written,
                Written::Fields(Fields { weekday: Some(_), year: Year::Unwritten, .. })
                    | Written::Range(_, Fields { weekday: Some(_), year: Year::Unwritten, .. })
            )
        };
        if !mentions.iter().any(open) {
            return;
        }
        for mention in mentions {
            let Written::Fields(Fields { year: Year::Of(year), .. }) = mention.written else {
                continue;
            };
            let sentence = text.sentences.get(text.sentence_at(mention.span.start()));
            let sentence = sentence.map_or(mention.span, |s| s.span);
            if Around::new(text.source, sentence, mention.span).tense() != Tense::Future {
                self.latest_year = self.latest_year.max(Some(year));
            }
        }
    }

    /// The value of a mention in its sentence.
    pub(super) fn resolve(&mut self, mention: &Mention, around: &Around<'_>) -> Option<DateValue> {
        let place = Place { span: mention.span, sentence: around.sentence, around };
        let written = self.reference.map_or(mention.written, |own| mention.near(own));
        let value = self.value(written, place);
        self.remember(mention, value);
        value
    }

    /// The text's own date, as far as it is known by now.
    pub(super) fn reference(&self) -> Option<Day> {
        self.reference
    }

    /// Takes the day of an inspection as a stand-in for the text's own date: good enough to tell
    /// years by, not days.
    pub(super) fn stand_in(&mut self, day: Day) {
        if self.reference.is_none() {
            self.reference = Some(day);
            self.stands_in = true;
        }
    }

    /// Takes a date that the text tells to be that of its publication as its own.
    pub(super) fn refer_to(&mut self, day: Day) {
        if self.reference.is_none() || self.stands_in {
            self.reference = Some(day);
            self.stands_in = false;
        }
    }

    /// Takes the last day of an inspection, for another 'inspected the following week'.
    pub(super) fn inspected_on(&mut self, day: Day) {
        self.inspected = self.inspected.max(Some(day));
    }

    fn remember(&mut self, mention: &Mention, value: Option<DateValue>) {
        let Some(value) = value.filter(|v| v.year().is_some()) else { return };
        // 'this morning' is the day of the telling, from which no story goes on.
        if matches!(mention.written, Written::Offset { from: From::Text, count: 0, .. }) {
            return;
        }
        // Nor from what is only compared: 'over the same period of last year'.
        let compared = matches!(
            mention.written,
            Written::YearsBefore(..)
                | Written::PeriodOf(..)
                | Written::Offset { unit: Unit::Month, count: -12, from: From::Anchor }
        );
        if !compared {
            self.anchor = Some((value, mention.span));
        }
        if value.is_day() {
            self.day = value.first_day();
            let before = self.day.zip(self.reference).map(|(day, own)| day.days_until(own));
            if before.is_some_and(|days| (0..=365).contains(&days)) {
                self.past_day = self.day;
            }
        } else if value.month().is_some() {
            // What is compared with a year before is not the next to be compared.
            let long = value.bounds().is_some_and(|(first, last)| first.days_until(last) >= 27);
            self.period = if long && !compared { Some(value) } else { self.period };
        }
    }

    fn value(&mut self, written: Written, place: Place<'_, '_>) -> Option<DateValue> {
        match written {
            Written::Fixed(value) => Some(value),
            Written::Fields(fields) => self.fields(fields, place),
            Written::Range(from, to) => {
                let undated = self.reference.is_none();
                let value = self.range(from, to, place);
                // Days that something took are not those on which it is told.
                self.stands_in |= undated && self.reference.is_some();
                value
            }
            Written::Weekdays(first, last, when) => {
                let first = self.weekday(first, when, place)?;
                let days = (7 + i32::from(last) - i32::from(first.weekday())) % 7;
                let last = first.plus_days(days);
                // What is told as past is over.
                let over = when == When::Fitting && place.tense() == Tense::Past;
                let late = over && self.own_day().is_some_and(|own| last > own);
                let back = if late { -7 } else { 0 };
                DateValue::range(first.plus_days(back).into(), last.plus_days(back).into())
            }
            Written::Weekday(weekday, when) => {
                self.weekday(weekday, when, place).map(DateValue::from)
            }
            Written::Weekend => self.weekend(place),
            Written::DayOfMonth { day, months, from } => {
                let month = self.offset(Unit::Month, months, from, place)?;
                DateValue::day(month.year()?, month.month()?, day)
            }
            Written::Months { first, last, year: Year::Unwritten } => {
                // Months of a year that are not yet over are the last one's where told as past.
                let own = self.reference?;
                let over = place.tense() == Tense::Past && first > own.month();
                part(own.year() - i16::from(over), first, last)
            }
            Written::Months { first, last, year } => part(self.year(year)?, first, last),
            Written::Offset { unit, count, from } => self.offset(unit, count, from, place),
            Written::Quarter(pick, year) => self.quarter(pick, year, place),
            Written::Half(number, Year::Unwritten) => self.half_of_the_year(number, place),
            Written::Half(number, year) => half(self.year(year)?, number),
            Written::QuarterTo(last) => {
                let last = self.fields(last, place)?.last_day()?;
                let ends = Day::last_of_month(last.year(), last.month()) == Some(last);
                if ends && last.month() % 3 == 0 {
                    return DateValue::quarter(last.year(), last.month() / 3);
                }
                let first = last.plus_days(1).plus_months(-3);
                DateValue::range(first.into(), last.into())
            }
            Written::YearsBefore(period, years) => match self.told(period) {
                Some(told) => told.plus_years(years),
                // With nothing told of: the quarter that is just over, or the year.
                None if period == Period::Quarter => {
                    self.quarter(Pick::Offset(-1), Year::Unwritten, place)?.plus_years(years)
                }
                None => DateValue::of_year(plus(self.reference?.year(), years)?),
            },
            Written::PeriodOf(period, year) => match self.told(period) {
                Some(told) => told.plus_years(i32::from(year) - i32::from(told.year()?)),
                None => DateValue::of_year(year),
            },
            Written::FullYear => match self.told(Period::Quarter) {
                Some(told) => DateValue::of_year(told.year()?),
                None => self.year_end(place),
            },
            Written::QuarterBefore(number, years) => {
                self.quarter(Pick::Number(number), Year::Unwritten, place)?.plus_years(years)
            }
            Written::YearsFrom(unit, years) => {
                let day = self.own_day()?;
                match unit {
                    Unit::Month => DateValue::of_month(plus(day.year(), years)?, day.month()),
                    Unit::Week => Some(DateValue::week(day.plus_months(12 * years))),
                    _ => DateValue::from(day).plus_years(years),
                }
            }
            Written::WeeksFrom(weekday, weeks) => {
                let from = self.own_day()?;
                let apart = (7 + i32::from(weekday) - i32::from(from.weekday())) % 7;
                let days = if weeks > 0 { apart } else { apart - 7 * i32::from(apart > 0) };
                Some(from.plus_days(days + 7 * weeks).into())
            }
            Written::YearEnd => self.year_end(place),
            Written::NewYear => {
                let own = self.reference?;
                let ahead = own.month() > 6 && place.tense() != Tense::Past;
                DateValue::of_year(own.year() + i16::from(ahead))
            }
            Written::YearOf(kind, count) => self.year_of(kind, count),
            Written::Term(count) => {
                // 'by the start of term' is of the next, once this one has begun.
                let starts = near::run_at(self.source, place.span.start()).is_some_and(|word| {
                    near::is_one_of(word.of(self.source), &["start", "beginning"])
                });
                let ahead = count == 0 && starts && place.tense() == Tense::Future;
                let count = count + i32::from(ahead);
                let (year, season) = calendar::plus_terms(calendar::term(self.reference?), count);
                DateValue::of_season(year, season)
            }
            Written::Feast(feast, year) => self.feast(feast, year, place),
            Written::LongWeekend(feast, year) => {
                let (first, last) =
                    calendar::long_weekend(self.feast(feast, year, place)?.first_day()?);
                DateValue::range(first.into(), last.into())
            }
            Written::BesideFeast(feast, year, days) => {
                let day = self.feast(feast, year, place)?.first_day()?;
                Some(day.plus_days(days).into())
            }
            Written::NthWeekday { nth, weekday, month } => {
                let month = self.fields(month, place)?;
                let day = calendar::nth_weekday(month.year()?, month.month()?, nth, weekday)?;
                Some(day.into())
            }
            Written::NthWeek { nth, month } => {
                let month = self.fields(month, place)?;
                let monday = calendar::nth_weekday(month.year()?, month.month()?, nth, 1)?;
                // A week belongs to the month that most of its days lie in.
                let runs_over = monday.plus_days(3) > month.last_day()?;
                Some(DateValue::week(if runs_over { monday.plus_days(-7) } else { monday }))
            }
            Written::WeekOf { day, ending } => self.week_of(day, ending, place),
            Written::HalfTerm => self.half_term(place),
        }
    }

    /// The year that is written, if it says which.
    fn year(&self, year: Year) -> Option<i16> {
        let from = |base: i16, count: i32| i16::try_from(i32::from(base) + count).ok();
        match year {
            Year::Unwritten => None,
            Year::Of(year) => Some(year),
            Year::Relative(count) => from(self.reference?.year(), count),
            Year::OfAnchor(count) => {
                let base = self.anchor.and_then(|(value, _)| value.year());
                from(base.or(self.reference.map(Day::year))?, count)
            }
        }
    }

    fn weekday(&self, weekday: u8, when: When, place: Place<'_, '_>) -> Option<Day> {
        let wanted = i32::from(weekday);
        // Days back to the weekday, 0 for the same day.
        let back = |from: Day| (7 + i32::from(from.weekday()) - wanted) % 7;
        let ahead = |from: Day| (7 + wanted - i32::from(from.weekday())) % 7;
        if matches!(when, When::Following | When::Previous | When::OfAnchor) {
            let from = self.day.or(self.reference)?;
            return Some(match when {
                When::Previous => from.plus_days(-(back(from) + 6) % 7 - 1),
                When::Following => from.plus_days((ahead(from) + 6) % 7 + 1),
                _ => from.plus_days(ahead(from)),
            });
        }
        let from = self.own_day()?;
        let monday = from.plus_days(1 - i32::from(from.weekday()));
        Some(match when {
            When::Last => from.plus_days(-((back(from) + 6) % 7 + 1)),
            When::Next => monday.plus_days(7 + wanted - 1),
            When::Coming => from.plus_days((ahead(from) + 6) % 7 + 1),
            When::This => {
                let day = monday.plus_days(wanted - 1);
                match place.tense() {
                    Tense::Future if day < from => day.plus_days(7),
                    Tense::Past if day > from => day.plus_days(-7),
                    _ => day,
                }
            }
            When::Week(weeks) => monday.plus_days(7 * weeks + wanted - 1),
            When::WeekAfter => from.plus_days(match ahead(from) {
                0 => 7,
                days => days + 7,
            }),
            _ => match place.tense() {
                Tense::Future => from.plus_days(ahead(from)),
                Tense::Past | Tense::Untold => from.plus_days(-back(from)),
            },
        })
    }

    /// The text's own day, where it is more than a stand-in.
    fn own_day(&self) -> Option<Day> {
        self.reference.filter(|_| !self.stands_in)
    }

    fn weekend(&self, place: Place<'_, '_>) -> Option<DateValue> {
        let from = self.own_day()?;
        let saturday = from.plus_days(6 - i32::from(from.weekday()));
        let saturday = match place.tense() {
            Tense::Future => saturday,
            _ if saturday <= from => saturday,
            _ => saturday.plus_days(-7),
        };
        DateValue::range(saturday.into(), saturday.plus_days(1).into())
    }

    fn offset(
        &self,
        unit: Unit,
        count: i32,
        from: From,
        place: Place<'_, '_>,
    ) -> Option<DateValue> {
        let anchor = self.anchor.map(|(value, _)| value);
        // 'Later in the year it will be sold' is of this year, whatever was told before.
        let to_come = count == 0 && unit == Unit::Year && place.tense() == Tense::Future;
        let anchored = from == From::Anchor && !to_come;
        let day = match self.inspected {
            Some(day) if anchored && place.around.tells_of_an_inspection() => Some(day),
            // 'He had been there the day before', when the last day told of is still to come
            _ if anchored
                && count <= 0
                && self.day.zip(self.own_day()).is_some_and(|(day, own)| day > own)
                && place.tense() == Tense::Past =>
            {
                self.past_day.or(self.own_day())
            }
            _ if anchored => self.day.or(self.own_day()),
            _ => self.own_day(),
        };
        let start = if anchored {
            anchor.and_then(|value| value.first_day()).or(self.reference)
        } else {
            self.reference
        };
        match unit {
            Unit::Day => Some(day?.plus_days(count).into()),
            Unit::Week => Some(DateValue::week(day?.plus_days(count.saturating_mul(7)))),
            Unit::Weekend => {
                let day = day?;
                let saturday =
                    day.plus_days(6 - i32::from(day.weekday()) + count.saturating_mul(7));
                DateValue::range(saturday.into(), saturday.plus_days(1).into())
            }
            Unit::Month if !anchored && self.stands_in => None,
            Unit::Month => {
                // A year has no month to count from.
                let from = if anchored {
                    anchor
                        .filter(|v| v.month().is_some())
                        .and_then(|v| v.first_day())
                        .or(self.day)
                        .or(self.reference)
                } else {
                    start
                };
                let day = from?.plus_months(count);
                DateValue::of_month(day.year(), day.month())
            }
            Unit::Year => {
                // 'in 2027-28, and the year after'
                let two_years = anchor.filter(|v| anchored && v.is_range() && is_one_year(*v));
                match two_years {
                    Some(years) => years.plus_years(count),
                    None => DateValue::of_year(plus(start?.year(), count)?),
                }
            }
            Unit::Decade => DateValue::decade(plus(start?.year(), count.saturating_mul(10))?),
            Unit::Century => DateValue::century(plus(start?.year(), count.saturating_mul(100))?),
        }
    }

    fn quarter(&self, pick: Pick, year: Year, place: Place<'_, '_>) -> Option<DateValue> {
        if let (Pick::Number(number), Some(year)) = (pick, self.year(year)) {
            return DateValue::quarter(year, number);
        }
        let current = |from: Day| i32::from(from.year()) * 4 + i32::from((from.month() - 1) / 3);
        let wanted = match pick {
            Pick::Told => return self.told(Period::Quarter),
            Pick::Offset(count) => current(self.reference?) + count,
            Pick::Number(number) => {
                // 'the budget for 2022/23 was overspent in the first quarter'
                if let Some((years, span)) = self.anchor
                    && span.start() >= place.sentence.start()
                    && year == Year::Unwritten
                    && years.is_range()
                    && is_one_year(years)
                    && matches!(years.month(), None | Some(4))
                {
                    let first = years.year()? + i16::from(number == 4);
                    return DateValue::quarter(first, number % 4 + 1);
                }
                let from = self.reference?;
                let current = current(from);
                let this_year = i32::from(from.year()) * 4 + i32::from(number) - 1;
                match place.tense() {
                    // 'will report third-quarter earnings', of the quarter that is just over
                    Tense::Future if this_year + 1 == current && place.around.is_of_figures() => {
                        this_year
                    }
                    Tense::Future if this_year >= current => this_year,
                    Tense::Future => this_year + 4,
                    // With no verb to tell, the nearest.
                    Tense::Untold if this_year == current + 1 => this_year,
                    _ if this_year <= current => this_year,
                    _ => this_year - 4,
                }
            }
        };
        let number = u8::try_from(wanted.rem_euclid(4) + 1).ok()?;
        DateValue::quarter(i16::try_from(wanted.div_euclid(4)).ok()?, number)
    }

    /// The period last told of, if it is of that kind.
    fn told(&self, period: Period) -> Option<DateValue> {
        self.period.filter(|value| {
            let days = value.bounds().map(|(first, last)| first.days_until(last) + 1);
            match period {
                Period::Quarter => days.is_some_and(|days| (88..=93).contains(&days)),
                Period::Month => days.is_some_and(|days| days <= 31),
                Period::Any => true,
            }
        })
    }

    /// 'the first half', 'the second half of the year': the one that fits the tense.
    fn half_of_the_year(&self, number: u8, place: Place<'_, '_>) -> Option<DateValue> {
        let from = self.reference?;
        let this = half(from.year(), number)?;
        let (first, last) = this.bounds()?;
        match place.tense() {
            Tense::Future if last < from => half(from.year() + 1, number),
            // With no verb to tell, the one that comes within the year.
            Tense::Past if first > from => half(from.year() - 1, number),
            _ => Some(this),
        }
    }

    /// The month of the half-term holiday that fits the tense.
    fn half_term(&self, place: Place<'_, '_>) -> Option<DateValue> {
        let from = self.reference?;
        let months: Vec<Day> = (from.year() - 1..=from.year() + 1)
            .flat_map(|year| [2, 5, 10].map(|month| Day::new(year, month, 28)))
            .flatten()
            .collect();
        let day = nearest(&months, from, place.tense())?;
        DateValue::of_month(day.year(), day.month())
    }

    fn year_end(&self, place: Place<'_, '_>) -> Option<DateValue> {
        let from = self.reference?;
        // In the first half of a year the end of one that is told as past is the last one's.
        let over = near::prev_is(self.source, place.span.start(), &["since", "from"]).is_some()
            || place.tense() == Tense::Past && from.month() <= 6;
        DateValue::of_year(from.year() - i16::from(over))
    }

    fn year_of(&self, kind: YearKind, count: i32) -> Option<DateValue> {
        let from = self.reference?;
        let first_month = match kind {
            YearKind::Academic => 9,
            YearKind::Financial => 4,
            YearKind::Municipal => 5,
            YearKind::Fiscal => return DateValue::of_year(plus(from.year(), count)?),
        };
        let year = from.year() - i16::from(from.month() < first_month);
        let year = plus(year, count)?;
        DateValue::range(
            DateValue::of_month(year, first_month)?,
            DateValue::of_month(
                year + 1,
                if kind == YearKind::Municipal { 5 } else { first_month - 1 },
            )?,
        )
    }

    fn feast(&self, feast: Feast, year: Year, place: Place<'_, '_>) -> Option<DateValue> {
        if let Some(year) = self.year(year) {
            return calendar::feast(feast, year).map(DateValue::from);
        }
        let Some(from) = self.reference else {
            return match feast {
                Feast::Fixed(month, day) => DateValue::any_day(month, day),
                _ => None,
            };
        };
        // 'Last year it took more in the week before Christmas'
        if let Some((value, span)) = self.anchor
            && span.start() >= place.sentence.start()
            && span.end() <= place.span.start()
            && let Some(year) = value.year().filter(|year| DateValue::of_year(*year) == Some(value))
            && place.tense() != Tense::Future
            && near::prev_is(self.source, span.start(), &["since", "than"]).is_none()
        {
            return calendar::feast(feast, year).map(DateValue::from);
        }
        let years = from.year() - 1..=from.year() + 1;
        // American papers tell of their own Mother's Day around it.
        let american = calendar::nth_weekday(from.year(), 5, 2, 7)
            .filter(|day| feast == Feast::MothersDay && day.days_until(from).abs() <= AROUND);
        if let Some(day) = american {
            return Some(day.into());
        }
        let days: Vec<Day> = match feast {
            Feast::BankHoliday => {
                // 'bank holiday Monday'
                let monday = place.span.of(self.source).ends_with("onday");
                let days = years.flat_map(calendar::bank_holidays);
                days.filter(|day| !monday || day.weekday() == 1).collect()
            }
            _ => years.filter_map(|year| calendar::feast(feast, year)).collect(),
        };
        // 'last Christmas', 'next Easter'
        let told = |words: &[&str]| {
            near::run_at(self.source, place.span.start())
                .is_some_and(|word| near::is_one_of(word.of(self.source), words))
        };
        let tense = match place.tense() {
            _ if told(&["last"]) => Tense::Past,
            _ if told(&["next"]) => Tense::Future,
            // 'the Fourth of July parade was canceled'
            Tense::Past if place.around.is_put_off() => Tense::Untold,
            // 'ran adverts over Christmas', told just before it
            Tense::Past
                if days.iter().any(|day| (1..=JUST_OVER).contains(&from.days_until(*day))) =>
            {
                Tense::Untold
            }
            // 'sales from Thanksgiving to Christmas will be up', told on the day after the first
            Tense::Future
                if days.iter().any(|day| (0..=JUST_OVER).contains(&day.days_until(from))) =>
            {
                Tense::Untold
            }
            tense => tense,
        };
        nearest(&days, from, tense).map(DateValue::from)
    }

    fn week_of(&mut self, fields: Fields, ending: bool, place: Place<'_, '_>) -> Option<DateValue> {
        let value = self.fields(fields, place)?;
        let shift = if ending { -6 } else { 6 };
        let day = match value.first_day() {
            Some(day) => day,
            // Of no known year: counted in one that is no leap year.
            None => Day::new(2001, fields.month?, fields.day?)?,
        };
        let other = day.plus_days(shift);
        let (first, last) = if ending { (other, day) } else { (day, other) };
        if value.year().is_some() {
            return DateValue::range(first.into(), last.into());
        }
        DateValue::range(
            DateValue::any_day(first.month(), first.day())?,
            DateValue::any_day(last.month(), last.day())?,
        )
    }

    fn season(&self, season: Season, when: When, place: Place<'_, '_>) -> Option<DateValue> {
        let from = match when {
            When::Following | When::Previous | When::OfAnchor => {
                self.anchor.and_then(|(value, _)| value.first_day()).or(self.reference)
            }
            _ => self.reference,
        };
        let Some(from) = from else {
            let told = when == When::Fitting;
            return told.then(|| DateValue::any_season(season));
        };
        let of = |year: i16| DateValue::of_season(year, season);
        let this = of(from.year())?;
        let (first, last) = this.bounds()?;
        // A winter that began last year goes on into this one.
        let running = of(from.year() - 1).filter(|s| s.last_day().is_some_and(|day| day >= from));
        let latest = if first <= from { Some(this) } else { running.or(of(from.year() - 1)) };
        let coming = if let Some(running) = running {
            Some(running)
        } else if last >= from {
            Some(this)
        } else {
            of(from.year() + 1)
        };
        match when {
            When::Last | When::Previous if running.is_some() => of(from.year() - 2),
            When::Last | When::Previous if last < from => Some(this),
            When::Last | When::Previous => of(from.year() - 1),
            When::Next | When::Coming | When::Following if first > from => Some(this),
            When::Next | When::Coming | When::Following => of(from.year() + 1),
            When::This | When::OfAnchor => running.or(Some(this)),
            _ => match place.tense() {
                Tense::Future => coming,
                Tense::Past => latest,
                Tense::Untold => {
                    let soon = coming?.first_day()?;
                    if from.days_until(soon) < 120 { coming } else { latest }
                }
            },
        }
    }
}

/// Whether a range is one school or financial year: '2027-28'.
fn is_one_year(value: DateValue) -> bool {
    value.bounds().is_some_and(|(first, last)| {
        let days = first.days_until(last) + 1;
        let within = (365..=366).contains(&days) && first.year() < last.year();
        within || value.month().is_none() && last.year() == first.year() + 1
    })
}

/// The first or second half of a year.
fn half(year: i16, number: u8) -> Option<DateValue> {
    let first = u8::from(number == 2) * 6 + 1;
    months(year, first, first + 5)
}

/// Some months of a year, a quarter where they are one.
fn part(year: i16, first: u8, last: u8) -> Option<DateValue> {
    match (first % 3, last - first) {
        (1, 2) => DateValue::quarter(year, last / 3),
        _ => months(year, first, last),
    }
}

/// From one month of a year to another.
fn months(year: i16, first: u8, last: u8) -> Option<DateValue> {
    DateValue::range(DateValue::of_month(year, first)?, DateValue::of_month(year, last)?)
}

fn plus(year: i16, count: i32) -> Option<i16> {
    i16::try_from(i32::from(year).checked_add(count)?).ok()
}

/// The one of some days in order that fits the tense: the latest before, the first after, the
/// nearest of all.
fn nearest(days: &[Day], from: Day, tense: Tense) -> Option<Day> {
    let past = days.iter().copied().filter(|day| *day <= from).max();
    let future = days.iter().copied().filter(|day| *day >= from).min();
    match (tense, past, future) {
        (Tense::Past, Some(past), _) => Some(past),
        (Tense::Future, _, Some(future)) => Some(future),
        (_, Some(past), Some(future)) => {
            let nearer = past.days_until(from) <= from.days_until(future);
            Some(if nearer { past } else { future })
        }
        (_, past, future) => past.or(future),
    }
}
