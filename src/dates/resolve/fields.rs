//! Years for days, months and seasons that are written without one.

use super::tense::Tense;
use super::{Place, Resolver, nearest};
use crate::dates::near;
use crate::dates::value::{DateValue, Day};
use crate::dates::written::{Fields, When, Year};
use crate::record::Span;

/// Years back and ahead in which a weekday may settle a date's year.
const WEEKDAY_YEARS: i16 = 7;
/// Days from a text's own date beyond which a weekday settles no year by itself.
const SLIP: i32 = 800;
/// Days for which a deadline that is over is still spoken of without its year.
const JUST_GONE: i32 = 45;
/// Days within which a day without a year is near, and beyond which it is far, whatever the tense.
const SOON: i32 = 30;
const FAR: i32 = 300;
/// Months that an undated text may go on from the date before.
const GOES_ON: u8 = 3;
/// Months after its inspection in which a text may be written.
const GOES_ON_FOR: u8 = 6;

impl Resolver<'_> {
    pub(super) fn fields(&mut self, fields: Fields, place: Place<'_, '_>) -> Option<DateValue> {
        if let Some(season) = fields.season {
            return match (fields.year, self.year(fields.year)) {
                (_, Some(year)) => DateValue::of_season(year, season),
                (Year::Unwritten, None) => self.season(season, fields.when, place),
                _ => None,
            };
        }
        match (fields.month, fields.day) {
            (Some(month), Some(day)) => self.day_of(fields, month, day, place),
            (Some(month), None) => self.month_of(fields, month, place),
            (None, Some(day)) => self.day_alone(fields, day, place),
            (None, None) => DateValue::of_year(self.year(fields.year)?),
        }
    }

    fn month_of(&self, fields: Fields, month: u8, place: Place<'_, '_>) -> Option<DateValue> {
        match (fields.year, self.year(fields.year)) {
            (_, Some(year)) => return DateValue::of_month(year, month),
            (Year::Unwritten, None) => {}
            _ => return None,
        }
        let anchor = self.anchor.and_then(|(value, _)| value.first_day());
        let (from, when) = match fields.when {
            When::Following | When::Previous | When::OfAnchor => {
                (anchor.or(self.reference), fields.when)
            }
            when => (self.reference, when),
        };
        if when == When::Fitting
            && let Some(year) = self.year_of_story(month, None, place)
        {
            return DateValue::of_month(year, month);
        }
        let Some(from) = from else {
            return DateValue::any_month(month).filter(|_| when == When::Fitting);
        };
        let (year, now) = (from.year(), from.month());
        let year = match when {
            When::Last | When::Previous => year - i16::from(month >= now),
            When::Next | When::Coming | When::Following => year + i16::from(month <= now),
            When::This | When::OfAnchor => year,
            _ => match place.tense_of_plans() {
                // On the first days of a month its name means the last one's.
                // The text is later than what stands in for its date.
                Tense::Past if self.stands_in && (12 + month - now) % 12 < GOES_ON_FOR => {
                    year + i16::from(month < now)
                }
                // What was promised by a month just gone is not due in ten.
                // 'was told in January that it must hire nurses by April'
                Tense::Future if self.is_told_before(place) => {
                    let told = self.anchor.and_then(|(value, _)| value.first_day());
                    told.map_or(year, |told| told.year() + i16::from(month < told.month()))
                }
                Tense::Future if self.is_by(place) && (1..=2).contains(&(now - month.min(now))) => {
                    year
                }
                Tense::Past => year - i16::from(month > now),
                Tense::Future => year + i16::from(month < now),
                Tense::Untold => {
                    let ahead = (12 + month - now) % 12;
                    match ahead {
                        0 => year,
                        1..=2 => year + i16::from(month < now),
                        _ => year - i16::from(month > now),
                    }
                }
            },
        };
        DateValue::of_month(year, month)
    }

    fn day_of(
        &mut self,
        fields: Fields,
        month: u8,
        day: u8,
        place: Place<'_, '_>,
    ) -> Option<DateValue> {
        match (fields.year, self.year(fields.year)) {
            (_, Some(year)) => return DateValue::day(year, month, day),
            (Year::Unwritten, None) => {}
            _ => return None,
        }
        if let Some(weekday) = fields.weekday
            && let Some(found) = self.settled(month, day, weekday)
        {
            // A weekday with its date and no year is near the text's own date.
            if self.reference.is_none() {
                self.reference = Some(found);
            }
            return Some(found.into());
        }
        if fields.when == When::Fitting
            && let Some(year) = self.year_of_story(month, Some(day), place)
        {
            return DateValue::day(year, month, day);
        }
        let Some(from) = self.reference else { return DateValue::any_day(month, day) };
        let days: Vec<Day> = (from.year() - 8..=from.year() + 8)
            .filter_map(|year| Day::new(year, month, day))
            .collect();
        match fields.when {
            When::Last => return nearest(&days, from, Tense::Past).map(DateValue::from),
            When::Next | When::Coming => {
                return nearest(&days, from, Tense::Future).map(DateValue::from);
            }
            _ => {}
        }
        // 'A notice was sent on 9 November, giving it until 30 November'
        if let Some((given, span)) = self.anchor
            && span.start() >= place.sentence.start()
            && place.around.is_given()
            && let Some(day) = given.first_day().filter(|day| given.is_day() && *day <= from)
        {
            return nearest(&days, day, Tense::Future).map(DateValue::from);
        }
        let mut tense = place.tense_of_plans();
        if tense == Tense::Past && self.stands_in {
            // The text is later than what stands in for its date.
            tense = Tense::Untold;
        }
        // What would lie eleven months ahead is told with its year.
        let apart = |day: &Day| day.days_until(from);
        let last = days.iter().map(apart).filter(|d| *d >= 0).min();
        let next = days.iter().map(|day| -apart(day)).filter(|d| *d >= 0).min();
        let near = match tense {
            // 'the November 20 trial date was moved'
            Tense::Past => {
                place.around.is_put_off()
                    && last.zip(next).is_some_and(|(last, next)| next <= SOON && last > FAR)
            }
            Tense::Future => last.zip(next).is_some_and(|(last, next)| last <= SOON && next > FAR),
            Tense::Untold => false,
        };
        if near {
            tense = Tense::Untold;
        }
        if tense == Tense::Future && self.is_by(place) {
            // What had to be done by a day just gone, or took effect on it, is not due in eleven
            // months.
            let gone =
                days.iter().filter(|day| **day <= from).map(|day| day.days_until(from)).min();
            if gone.is_some_and(|days| days <= JUST_GONE) {
                tense = Tense::Past;
            }
        }
        nearest(&days, from, tense).map(DateValue::from)
    }

    /// Whether what is to be done by a date was asked for on one that the sentence has told before.
    fn is_told_before(&self, place: Place<'_, '_>) -> bool {
        const ASKED: [&str; 7] =
            [" must ", " had to ", " to ", " needed to ", " should ", " giving it ", " until "];
        let Some((asked, span)) = self.anchor else { return false };
        let same = span.start() >= place.sentence.start() && span.end() <= place.span.start();
        let past = asked.last_day().zip(self.reference).is_some_and(|(day, own)| day < own);
        if !same || !past || asked.month().is_none() {
            return false;
        }
        let start = place.span.of(self.source).starts_with("end of");
        let the =
            if start { near::prev_is(self.source, place.span.start(), &["the"]) } else { None };
        let at = the.map_or(place.span.start(), |the| the.start());
        let between = self.source.get(span.end()..place.span.start()).unwrap_or("");
        near::prev_is(self.source, at, &["by"]).is_some()
            && ASKED.iter().any(|asked| between.contains(asked))
            && near::run_before(self.source, near::skip_space_back(self.source, span.start()))
                .is_some_and(|lead| near::is_one_of(lead.of(self.source), &["in", "on", "last"]))
            && self.was_asked(place, span)
    }

    /// Whether somebody was asked or told just before a date: 'was ordered in May to'.
    fn was_asked(&self, place: Place<'_, '_>, date: Span) -> bool {
        const VERBS: [&str; 6] = ["told", "ordered", "asked", "given", "instructed", "warned"];
        let from = place.sentence.start().max(date.start().saturating_sub(40));
        let from = self.source.floor_char_boundary(from);
        let before = &self.source[from..date.start()];
        VERBS.iter().any(|verb| before.contains(verb))
    }

    fn is_by(&self, place: Place<'_, '_>) -> bool {
        near::prev_is(self.source, place.span.start(), &["by", "effective"]).is_some()
    }

    /// The day of the nearest year in which it is that weekday.
    fn settled(&self, month: u8, day: u8, weekday: u8) -> Option<Day> {
        let fits = |year: i16| Day::new(year, month, day).filter(|day| day.weekday() == weekday);
        let Some(from) = self.reference else {
            let latest = self.latest_year?;
            return (latest..latest.saturating_add(WEEKDAY_YEARS)).find_map(fits);
        };
        let days: Vec<Day> =
            (from.year() - WEEKDAY_YEARS..=from.year() + 2).filter_map(fits).collect();
        // It is so again only five or more years away. Where that is years from the text's own
        // date and the text has told of nothing then, the weekday is a slip.
        let day = nearest(&days, from, Tense::Untold)?;
        let told = self.anchor.and_then(|(value, _)| value.year()) == Some(day.year());
        (told || day.days_until(from).abs() <= SLIP).then_some(day)
    }

    /// The day of a month that is not told: of the month last spoken of, or the nearest.
    fn day_alone(&self, fields: Fields, day: u8, place: Place<'_, '_>) -> Option<DateValue> {
        if let Some(weekday) = fields.weekday {
            let days = self.months_around(day).into_iter().filter(|d| d.weekday() == weekday);
            return nearest(&days.collect::<Vec<_>>(), self.reference?, place.tense())
                .map(DateValue::from);
        }
        if let Some(last) = self.day.filter(|last| last.day() < day) {
            let own = self.reference.is_some_and(|own| own == last);
            if !own {
                return DateValue::day(last.year(), last.month(), day);
            }
        }
        let days = self.months_around(day);
        nearest(&days, self.reference?, place.tense()).map(DateValue::from)
    }

    /// A day in each of the months around the text's own.
    fn months_around(&self, day: u8) -> Vec<Day> {
        let Some(from) = self.reference else { return Vec::new() };
        (-14..=6)
            .filter_map(|months| {
                let month = from.plus_months(months);
                Day::new(month.year(), month.month(), day)
            })
            .collect()
    }

    /// The year that the story has come to: 'in October 2021 … in November'.
    fn year_of_story(&self, month: u8, day: Option<u8>, place: Place<'_, '_>) -> Option<i16> {
        let (value, span) = self.anchor?;
        let first = value.first_day()?;
        // 'In 1929, on Oct. 28, it fell'
        if DateValue::of_year(first.year()) == Some(value) {
            const JOINS: [&str; 4] = [", on ", ", in ", ", from ", ", on the "];
            let gap = self.source.get(span.end()..place.span.start()).unwrap_or("");
            let leads = near::prev_is(self.source, span.start(), &["in"])
                .is_some_and(|word| near::starts_upper(word.of(self.source)));
            return (leads && JOINS.contains(&gap)).then(|| first.year());
        }
        let later = month > first.month()
            || month == first.month() && day.is_some_and(|d| d >= first.day());
        // 'in October 2021. He was charged in January'
        let next = month < first.month() && 12 + month - first.month() <= GOES_ON;
        if value.month().is_none() || !(later || next) || place.tense() == Tense::Future {
            return None;
        }
        let year = first.year() + i16::from(next);
        if self.reference.is_none() {
            return Some(year);
        }
        let reference = self.reference?;
        // 'the highest since April 1983', 'more than in May 2020': the story stands now.
        let compares = near::prev_is(self.source, span.start(), &["in"])
            .map_or(span.start(), |word| word.start());
        if near::prev_is(self.source, compares, &["since", "than"]).is_some() {
            return None;
        }
        // With a date of its own a text must go on at once.
        let near = place.span.start().saturating_sub(span.end()) < 160
            && place.sentence.start() <= span.end() + 100;
        let same = place.sentence.start() <= span.start();
        let soon = same || next || month - first.month() <= GOES_ON;
        // News of a visit, or a new paragraph, is told from the text's own day.
        let between = self.source.get(span.end()..place.span.start()).unwrap_or("");
        let news = place.sentence.start() >= span.end()
            && !place.around.has_been_before()
            && (between.contains("\n\n")
                || between.contains("\n\r\n")
                || day.is_some() && place.around.has_inspectors());
        // 'was inadequate in May 2017 but has now risen after a visit on 30 April'
        if news || between.contains(" now ") || self.is_aside(span, between) {
            return None;
        }
        let old = value.last_day().is_some_and(|last| last.days_until(reference) > 365);
        (near && soon && old && place.tense() == Tense::Past).then_some(year)
    }

    /// Whether a date stands in a clause of its own, which the story leaves again: 'The firm, which
    /// opened in May 1986, was struck on July 17'.
    fn is_aside(&self, date: Span, between: &str) -> bool {
        /// Bytes before a date in which its clause opens.
        const CLAUSE: usize = 100;
        let from = self.source.floor_char_boundary(date.start().saturating_sub(CLAUSE));
        let before = &self.source[from..date.start()];
        let opened = before.rfind([',', '.', ';', '\n']).map_or("", |at| &before[at..]);
        let relative = [", which ", ", who ", ", whose ", ", where "];
        between.starts_with([',', '.']) && relative.iter().any(|lead| opened.starts_with(lead))
    }

    pub(super) fn range(
        &mut self,
        from: Fields,
        to: Fields,
        place: Place<'_, '_>,
    ) -> Option<DateValue> {
        let mut from = from;
        from.month = from.month.or(if from.day.is_some() { to.month } else { None });
        let mut to = to;
        if to.year == Year::Unwritten && from.year != Year::Unwritten {
            // 'from December 2022 to March'
            to.year = match (from.year, from.first_month(), to.first_month()) {
                (Year::Of(year), Some(a), Some(b)) if b < a => Year::Of(year + 1),
                (year, ..) => year,
            };
        }
        if from.year == Year::Unwritten && to.year != Year::Unwritten {
            let over =
                matches!((from.first_month(), to.first_month()), (Some(a), Some(b)) if a > b);
            from.year = match to.year {
                Year::Of(year) if over => Year::Of(year - 1),
                Year::Relative(count) if over => Year::Relative(count - 1),
                year => year,
            };
        }
        if from.year != Year::Unwritten {
            let (a, b) = (self.fields(from, place)?, self.fields(to, place)?);
            return DateValue::range(a, b);
        }
        // Neither has a year: what has begun is counted back from its end, what is to come ahead
        // from its start.
        let tense = place.tense();
        let end = self.fields(to, place)?;
        let start = self.fields(from, place)?;
        let (Some(start_year), Some(end_year)) = (start.year(), end.year()) else {
            return DateValue::range(start, end);
        };
        let with = |fields: Fields, year: i16| Fields { year: Year::Of(year), ..fields };
        let over = matches!((from.first_month(), to.first_month()), (Some(a), Some(b)) if a > b);
        let (from_year, to_year) = match tense {
            Tense::Future => (start_year, start_year + i16::from(over)),
            _ => (end_year - i16::from(over), end_year),
        };
        let a = self.fields(with(from, from_year), place)?;
        let b = self.fields(with(to, to_year), place)?;
        DateValue::range(a, b)
    }
}
