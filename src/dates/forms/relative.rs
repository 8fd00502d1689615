//! Dates counted from another: from the text's own, or from the one last mentioned.
//!
//! | text | counted from |
//! | --- | --- |
//! | '**yesterday**', '**last month**', '**two years ago**', '**early next year**' | the text's own date |
//! | '**the same day**', '**two years later**', '**the previous month**' | the date last mentioned |

use super::Finder;
use super::season::{HALF, half_before};
use crate::dates::near;
use crate::dates::written::{Fields, From, Period, Unit, Written, Year};
use crate::record::Span;
use crate::rule::{Rule, reads};
use crate::tables::dates::{TEMPORAL, YEAR_NOUNS};

pub(super) const TEXT: From = From::Text;

pub(super) static DAY: Rule = Rule {
    name: "date.relative_day",
    about: "Today, yesterday, tomorrow, and the mornings and nights that stand for them.",
    reads: &[
        reads("Published: 12 October 2023\nParents met [[yesterday]].", "2023-10-11 other"),
        reads(
            "Published: 12 October 2023\nParents met [[last night]] and [[this morning]].",
            "2023-10-1",
        ),
        reads("Parents will meet [[tomorrow]].", "null other"),
    ],
    leaves: &["Doors open in the morning, and the day shift ends at night."],
};

pub(super) static UNIT: Rule = Rule {
    name: "date.relative_unit",
    about: "This, last or next week, weekend, month or year.",
    reads: &[
        reads("Published: 12 October 2023\nThe cook left [[last week]].", "2023-10-02/2023-10-08"),
        reads("Published: 12 October 2023\nThe cook left [[earlier this month]].", "2023-10 other"),
        reads("Published: 12 October 2023\nIt expects higher sales for the [[year]].", "2023"),
        reads(
            "Published: 12 October 2023\nOrders fell in the [[latest week]].",
            "2023-10-02/2023-10-08",
        ),
        reads("Published: 12 October 2023\nIt will be sold [[early next year]].", "2024 other"),
        reads(
            "Published: 12 October 2023\nIt must reply by the [[end of the year]].",
            "2023 deadline",
        ),
        reads(
            "Published: 12 October 2023\nThe cook left the [[week before last]].",
            "2023-09-25/2023-10-01",
        ),
        reads("Published: 12 October 2023\nThe cook left [[earlier in the month]].", "2023-10"),
        reads(
            "Published: 12 October 2023\nSales fell in the [[first nine months of the year]].",
            "2023-01/2023-09",
        ),
        reads("Sales fell in the [[last three months of 2019]].", "2019-10-01/2019-12-31"),
        reads("Published: 2 May 2023\nShares are up 5.6 percent for the [[year]].", "2023 other"),
        reads("Published: 2 May 2023\nIt will be sold in the [[coming week]].", "2023-05-08"),
        reads("Published: 2 February 2024\nIt had six cooks at [[year-end]].", "2023 other"),
        reads("Published: 2 February 2024\nIt will have two cooks by [[year-end]].", "2024"),
        reads("Published: 2 February 2024\nIt will have two cooks by [[mid-year]].", "2024"),
        reads(
            "Published: 2 February 2024\nIt had two cooks at [[this time last year]].",
            "2023-02",
        ),
    ],
    leaves: &[
        "It has slipped over the past year, and will within the next month.",
        "The year-end accounts are late, and later in the yearly round it is worse.",
        "It was shut for the first nine months of its life.",
        "Fees rose by 5 percent for the year ahead, and shares fell for the entire yearly cycle.",
    ],
};

pub(super) static AGO: Rule = Rule {
    name: "date.ago",
    about: "A count of days, weeks, months or years ago.",
    reads: &[
        reads("Published: 12 October 2023\nThe home opened [[two years ago]].", "2021 other"),
        reads("Published: 12 October 2023\nThe home opened [[18 months ago]].", "2022-04 other"),
        reads("Published: 12 October 2023\nHe left [[two weeks ago today]].", "2023-09-28"),
        reads("Published: 12 October 2023\nHe left [[a fortnight ago]].", "2023-09-25/2023-10-01"),
        reads("Published: 12 October 2023\nHe left [[twenty-five years ago]].", "1998"),
        reads("Published: 12 October 2023\nHe left [[two years ago today]].", "2021-10-12"),
        reads("Published: 12 October 2023\nHe left [[a week ago Tuesday]].", "2023-10-03"),
        reads("Published: 12 October 2023\nHe will leave [[a week from Monday]].", "2023-10-23"),
    ],
    leaves: &[
        "For six months, past two years, a three-year plan, within 12 weeks.",
        "He left 2 1/2 years ago, or 2.5 years ago.",
    ],
};

pub(super) static LATER: Rule = Rule {
    name: "date.later",
    about: "A count of days, weeks, months or years after or before the date last mentioned.",
    reads: &[
        reads("The home opened in May 2017. It was sold [[two years later]].", "2019 other"),
        reads("The home opened in May 2017. It was sold [[a year before]].", "2016 other"),
        reads("The fire was on 31 December 2019. Insurers came [[two days later]].", "2020-01-02"),
    ],
    leaves: &["Two years earlier than that nobody knew."],
};

pub(super) static ANCHORED: Rule = Rule {
    name: "date.anchored",
    about: "The same, the next or the previous day, week, month or year.",
    reads: &[
        reads("The fire was on 3 October 2019. It reopened the [[next day]].", "2019-10-04"),
        reads("The fire was on 3 October 2019. We dined the [[previous evening]].", "2019-10-02"),
        reads("He left in 2014. The roof was mended the [[previous year]].", "2013"),
        reads("She came in May 2019 and left [[later that year]].", "2019"),
        reads("Sales rose in May 2019 from the [[same period a year earlier]].", "2018-05"),
        reads("Sales rose in May 2019 from the [[same period of 2016]].", "2016-05"),
        reads(
            "Sales rose in the third quarter of 2019 from the [[year-ago quarter]].",
            "2018-07-01/2018-09-30",
        ),
        reads(
            "Published: 12 October 2019\nSales rose from the [[year-earlier first quarter]].",
            "2018-01-01/2018-03-31",
        ),
    ],
    leaves: &["The day centre is open all day, and the next night nurse is late."],
};

pub(super) static WEEK_OF: Rule = Rule {
    name: "date.week_of",
    about: "The week that begins or ends on a day.",
    reads: &[
        reads("It met in the [[week beginning 18 September 2023]].", "2023-09-18/2023-09-24"),
        reads("Sales rose in the [[week to 24 September 2023]].", "2023-09-18/2023-09-24"),
        reads("It is shut [[w/c 18 September 2023]].", "2023-09-18/2023-09-24"),
    ],
    leaves: &["It met for a week beginning in haste."],
};

pub(super) static NTH_WEEK: Rule = Rule {
    name: "date.nth_week",
    about: "The first or last week of a month.",
    reads: &[reads("Sales rose in the [[last week of March 2009]].", "2009-03-23/2009-03-29")],
    leaves: &["Sales rose in the last week."],
};

/// 'last week of' before a month, and where it starts.
pub(super) fn nth_week_before(source: &str, at: usize) -> Option<(i8, usize)> {
    let of = near::prev_is(source, at, &["of", "in"])?;
    let week = near::prev_is(source, of.start(), &["week"])?;
    let nth = near::word_before(source, week.start())?;
    Some((near::ordinal(nth.of(source))?, nth.start()))
}

/// 'week beginning' before the day at `at`: whether the week ends on it, and where it starts.
pub(super) fn week_before(source: &str, at: usize) -> Option<(bool, usize)> {
    let at = near::prev_is(source, at, &["on"]).map_or(at, |on| on.start());
    let word = near::word_before(source, at)?;
    let ending = match word.of(source) {
        w if near::is_one_of(w, &["beginning", "commencing", "starting", "of"]) => false,
        w if near::is_one_of(w, &["ending", "ended"]) => true,
        // 'w/c 18 September', 'w/e 24 September'
        c @ ("c" | "C" | "e" | "E") if source[..word.start()].ends_with('/') => {
            let slash = word.start() - 1;
            let week = near::run_before(source, slash)
                .filter(|week| near::is_one_of(week.of(source), &["w"]))?;
            return Some((near::is_one_of(c, &["e"]), week.start()));
        }
        // 'in the week to 30 January'
        w if near::is_one_of(w, &["to"])
            && near::phrase_before(source, word.start(), "the week").is_some() =>
        {
            true
        }
        _ => return None,
    };
    near::prev_is(source, word.start(), &["week"]).map(|week| (ending, week.start()))
}

pub(super) fn part_of_day(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let mut start = hit.start();
    let before = near::word_before(source, start);
    let lead = |words: &[&str]| before.filter(|w| near::is_one_of(w.of(source), words));
    let count = match &hit.of(source).to_ascii_lowercase()[..] {
        "today" | "tonight" => {
            if let Some(word) = lead(&["earlier", "later"]) {
                start = word.start();
            }
            0
        }
        "yesterday" => match phrase_start(f, hit.start(), "day before") {
            Some(phrase) => {
                start = phrase;
                -2
            }
            None => -1,
        },
        "tomorrow" => match phrase_start(f, hit.start(), "day after") {
            Some(phrase) => {
                start = phrase;
                2
            }
            None => 1,
        },
        _ if let Some((word, days)) = before.and_then(|word| day_beside(source, word, hit)) => {
            let written = Written::Offset { unit: Unit::Day, count: days, from: From::Anchor };
            return f.push(Span::new(word.start(), hit.end()), written, &ANCHORED);
        }
        // 'the night before'
        "night"
            if lead(&["the"]).is_some()
                && near::next_is(source, hit.end(), &["before"])
                    .is_some_and(|before| is_closed(source, before.end())) =>
        {
            let written = Written::Offset { unit: Unit::Day, count: -1, from: From::Anchor };
            let end = near::next_is(source, hit.end(), &["before"]).map_or(hit.end(), |w| w.end());
            return f.push(Span::new(hit.start(), end), written, &ANCHORED);
        }
        "night" => match (lead(&["last"]), lead(&["that", "same"])) {
            (Some(last), _) => {
                start = last.start();
                -1
            }
            (None, Some(that)) => return anchored_day(f, that.start(), hit.end()),
            _ => return,
        },
        _ => match (lead(&["this"]), lead(&["that", "same"])) {
            (Some(this), _) => {
                start = this.start();
                0
            }
            (None, Some(that)) => return anchored_day(f, that.start(), hit.end()),
            _ => return,
        },
    };
    let written = Written::Offset { unit: Unit::Day, count, from: TEXT };
    f.push(Span::new(start, hit.end()), written, &DAY);
}

/// 'the previous evening', 'the following morning', at their words before: where they start, and
/// how many days away they are.
fn day_beside(source: &str, word: Span, hit: Span) -> Option<(Span, i32)> {
    let days = match () {
        () if near::is_one_of(word.of(source), &["previous", "preceding"]) => -1,
        () if near::is_one_of(word.of(source), &["following", "next"]) => 1,
        () => return None,
    };
    // 'the next night nurse'
    let parted = is_closed(source, hit.end())
        || near::word_after(source, hit.end()).is_some_and(|next| {
            const GO_ON: &[&str] =
                &["he", "she", "they", "we", "it", "the", "when", "had", "was", "is", "with"];
            let next = next.of(source);
            near::is_listed(next, TEMPORAL) || near::is_one_of(next, GO_ON)
        });
    parted.then_some((word, days))
}

/// Whether a clause ends at `at`.
fn is_closed(source: &str, at: usize) -> bool {
    near::skip_space(source, at) >= source.len()
        || near::char_after(source, at)
            .is_some_and(|c| matches!(c, '.' | ',' | ';' | ')' | '\n' | '”' | '"'))
}

fn anchored_day(f: &mut Finder<'_>, start: usize, end: usize) {
    let written = Written::Offset { unit: Unit::Day, count: 0, from: From::Anchor };
    f.push(Span::new(start, end), written, &ANCHORED);
}

fn phrase_start(f: &Finder<'_>, at: usize, phrase: &str) -> Option<usize> {
    near::phrase_before(f.source, at, phrase)
}

/// A date at its unit: 'year', 'weeks', 'day'.
pub(super) fn unit(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let name = hit.of(source);
    let plural = name.ends_with(['s', 'S']);
    let (unit, times) = match name.as_bytes()[0].to_ascii_lowercase() {
        b'y' => (Unit::Year, 1),
        b'm' => (Unit::Month, 1),
        b'f' => (Unit::Week, 2),
        b'w' if near::is_one_of(name, &["weekend"]) => (Unit::Weekend, 1),
        b'w' => (Unit::Week, 1),
        b'd' if near::is_one_of(name, &["decade", "decades"]) => (Unit::Decade, 1),
        b'd' => (Unit::Day, 1),
        _ => return,
    };
    if f.is_taken(hit.start()) || counted(f, hit, unit, times) {
        return;
    }
    if plural || times > 1 {
        if unit == Unit::Month {
            months_of_year(f, hit);
        }
        return;
    }
    if unit == Unit::Year && (year_end(f, hit) || year_ago_period(f, hit)) {
        return;
    }
    if unit == Unit::Year && near::char_before(source, hit.start()).is_some_and(near::is_dash) {
        return mid_year(f, hit);
    }
    if unit == Unit::Year && super::year::relative_kind(f, hit) {
        return;
    }
    if unit == Unit::Day && super::feast::named_day(f, hit)
        || unit == Unit::Weekend && super::feast::jubilee(f, hit)
    {
        return;
    }
    if unit == Unit::Year && super::feast::new_year(f, hit) {
        return;
    }
    single(f, hit, unit);
}

/// 'the first nine months of 2023', at its word 'months'.
fn months_of_year(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let Some(of) = near::next_is(source, hit.end(), &["of"]) else { return };
    let Some(number) = near::word_before(source, hit.start()) else { return };
    let Some(count @ 2..=11) = near::count(number.of(source)) else { return };
    let Some(part) = near::word_before(source, number.start()) else { return };
    let (first, last) = match near::ordinal(part.of(source)) {
        Some(1) => (1, count),
        Some(-1) => (13 - count, 12),
        _ => return,
    };
    let (first, last) = (first as u8, last as u8);
    let told = near::phrase_after(source, of.end(), "the year").map(|end| (Year::Unwritten, end));
    if let Some((year, end)) = told.or_else(|| f.year_after(hit.end())) {
        f.push(Span::new(part.start(), end), Written::Months { first, last, year }, &UNIT);
    }
}

/// Words before the middle or the end of the year.
const LEADS: &[&str] =
    &["by", "at", "before", "since", "until", "through", "after", "from", "around", "of"];

/// 'by midyear', and at its word 'year' 'by mid-year'.
pub(super) fn mid_year(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let start = f.modifier(hit.start());
    let mid = start < hit.start() || hit.len() > "year".len();
    if mid && near::prev_is(source, start, LEADS).is_some() {
        f.push(Span::new(start, hit.end()), Written::YearEnd, &UNIT);
    }
}

/// 'the year-ago quarter', 'the year-earlier period'. Whether it was one.
fn year_ago_period(f: &mut Finder<'_>, hit: Span) -> bool {
    let source = f.source;
    let Some(dash) = near::char_after(source, hit.end()).filter(|c| near::is_dash(*c)) else {
        return false;
    };
    let ago = near::run_at(source, hit.end() + dash.len_utf8())
        .filter(|word| near::is_one_of(word.of(source), &["ago", "earlier"]));
    let noun = ago.and_then(|ago| near::word_after(source, ago.end()));
    // 'the year-earlier first quarter'
    if let Some(number) = noun.and_then(|noun| near::ordinal(noun.of(source)))
        && let (1..=4, Some(noun)) = (number, noun)
        && let Some(quarter) = near::next_is(source, noun.end(), &["quarter"])
    {
        let written = Written::QuarterBefore(number as u8, -1);
        f.push(Span::new(hit.start(), quarter.end()), written, &ANCHORED);
        return true;
    }
    // 'the year-earlier profit'
    if let Some((ago, noun)) = ago.zip(noun)
        && near::is_listed(noun.of(source), YEAR_NOUNS)
        && near::ordinal(noun.of(source)).is_none()
        && period_of(noun.of(source)).is_none()
    {
        let written = Written::Offset { unit: Unit::Year, count: -1, from: From::Anchor };
        f.push(Span::new(hit.start(), ago.end()), written, &ANCHORED);
        return true;
    }
    let Some((noun, period)) =
        noun.and_then(|noun| period_of(noun.of(source)).map(|period| (noun, period)))
    else {
        return false;
    };
    let written = Written::YearsBefore(period, -1);
    f.push(Span::new(hit.start(), noun.end()), written, &ANCHORED);
    true
}

fn period_of(word: &str) -> Option<Period> {
    match () {
        () if near::is_one_of(word, &["quarter"]) => Some(Period::Quarter),
        () if near::is_one_of(word, &["month"]) => Some(Period::Month),
        () if near::is_one_of(word, &["period", "time"]) => Some(Period::Any),
        () => None,
    }
}

/// 'the same quarter' before 'last year', 'a year ago', '1988', which start at `at`: and where it starts.
pub(super) fn same_period_before(source: &str, at: usize) -> Option<(Period, usize)> {
    let at = near::prev_is(source, at, &["of", "in"]).map_or(at, |of| of.start());
    let noun = near::word_before(source, at)?;
    let period = period_of(noun.of(source))?;
    const SAME: &[&str] = &["same", "comparable", "corresponding", "like", "equivalent"];
    near::prev_is(source, noun.start(), SAME).map(|same| (period, same.start()))
}

/// 'at this time' before 'last year', 'a year ago', and where it starts.
fn this_time_before(source: &str, at: usize) -> Option<usize> {
    near::phrase_before(source, at, "this time")
}

/// 'by year-end', 'at year's end', 'at year-end 1988'. Whether it was one.
fn year_end(f: &mut Finder<'_>, hit: Span) -> bool {
    let source = f.source;
    let rest = &source[hit.end()..];
    let owned = ["'s", "’s"].iter().find(|s| rest.starts_with(**s)).map_or(0, |s| s.len());
    let dash = rest.chars().next().filter(|c| near::is_dash(*c));
    let end = match dash {
        Some(dash) => near::run_at(source, hit.end() + dash.len_utf8()),
        None => near::word_after(source, hit.end() + owned),
    };
    let Some(end) = end.filter(|end| near::is_one_of(end.of(source), &["end"])) else {
        return false;
    };
    let shown = near::prev_is(source, hit.start(), LEADS).is_some();
    let written = match f.year_after(end.end()) {
        Some((year @ Year::Of(_), to)) => Some((Written::Fields(Fields::of_year(year)), to)),
        _ if shown => Some((Written::YearEnd, end.end())),
        _ => None,
    };
    if let Some((written, to)) = written {
        f.push(Span::new(hit.start(), to), written, &UNIT);
    }
    true
}

/// 'two years ago', 'a day later', 'three weeks earlier'. Whether it was one.
fn counted(f: &mut Finder<'_>, hit: Span, unit: Unit, times: i32) -> bool {
    let source = f.source;
    let Some(number) = near::word_before(source, hit.start()) else { return false };
    let (start, count) = match near::count(number.of(source)) {
        Some(count) => match near::char_before(source, number.start()) {
            // 'twenty-five years ago'
            Some(dash) if near::is_dash(dash) => {
                let end = number.start() - dash.len_utf8();
                let tens = near::run_before(source, end)
                    .and_then(|word| near::count(word.of(source)).map(|tens| (word.start(), tens)));
                match tens {
                    Some((start, tens)) if tens >= 20 && count < 10 => (start, tens + count),
                    _ => return false,
                }
            }
            // '1 1/2 years ago', '2.5 years ago'
            Some('/' | '.' | ',') => return false,
            _ => (number.start(), count),
        },
        // 'a couple of weeks ago'
        None => match near::phrase_before(source, hit.start(), "a couple of") {
            Some(start) => (start, 2),
            None => return false,
        },
    };
    let Some(word) = near::word_after(source, hit.end()) else {
        return ahead(f, start, hit, unit, count * times);
    };
    let text = word.of(source);
    let next = near::char_after(source, word.end());
    let closes = next != Some('-');
    let (count, from, rule) = match () {
        () if near::is_one_of(text, &["ago"]) => (-count, TEXT, &AGO),
        // 'three days later than planned' counts from no date.
        () if near::next_is(source, word.end(), &["than"]).is_some() => return false,
        () if near::is_one_of(text, &["later"]) => (count, From::Anchor, &LATER),
        () if near::is_one_of(text, &["earlier", "previously"]) => (-count, From::Anchor, &LATER),
        () if near::is_one_of(text, &["before"]) && is_closed(source, word.end()) => {
            (-count, From::Anchor, &LATER)
        }
        () if near::is_one_of(text, &["hence"]) => (count, TEXT, &AGO),
        () if near::phrase_after(source, hit.end(), "from now").is_some() => (count, TEXT, &AGO),
        () => return unit == Unit::Week && from_weekday(f, start, word, count * times),
    };
    let end = if near::is_one_of(text, &["from"]) {
        near::phrase_after(source, hit.end(), "from now").unwrap_or(word.end())
    } else {
        word.end()
    };
    if !closes {
        return true;
    }
    let ago = near::is_one_of(text, &["ago"]);
    // 'two weeks ago today'
    if ago
        && unit == Unit::Week
        && let Some(today) = near::next_is(source, end, &["today"])
    {
        let written = Written::Offset { unit: Unit::Day, count: count * times * 7, from };
        f.push(Span::new(start, today.end()), written, &AGO);
        return true;
    }
    if ago
        && (to_the_day(f, start, word, unit, count)
            || unit == Unit::Week && from_weekday(f, start, word, count * times))
    {
        return true;
    }
    if unit == Unit::Year
        && let Some((period, start)) = same_period_before(source, start)
    {
        f.push(Span::new(start, end), Written::YearsBefore(period, count), &ANCHORED);
        return true;
    }
    if unit == Unit::Decade {
        let written = Written::Offset { unit: Unit::Year, count: count * 10, from };
        f.push(Span::new(start, end), written, rule);
        return true;
    }
    f.push(Span::new(start, end), Written::Offset { unit, count: count * times, from }, rule);
    true
}

/// 'a week from Monday', 'a week ago Monday', at 'from' or 'ago'. Whether it was one.
fn from_weekday(f: &mut Finder<'_>, start: usize, word: Span, weeks: i32) -> bool {
    let source = f.source;
    if !near::is_one_of(word.of(source), &["from", "ago"]) {
        return false;
    }
    let Some(day) = near::word_after(source, word.end()) else { return false };
    // 'six weeks from Monday 8 May', 'for six weeks from Monday'
    let dated = near::word_after(source, day.end())
        .is_some_and(|next| near::day_number(next.of(source)).is_some());
    if dated || near::prev_is(source, start, &["for"]).is_some() {
        return false;
    }
    let Some(weekday) = near::weekday(day.of(source)).filter(|_| day.len() > 5) else {
        return false;
    };
    f.push(Span::new(start, day.end()), Written::WeeksFrom(weekday, weeks), &AGO);
    true
}

/// 'two years ago today', 'a year ago this month', at 'ago'. Whether it was one.
fn to_the_day(f: &mut Finder<'_>, start: usize, ago: Span, unit: Unit, count: i32) -> bool {
    let source = f.source;
    if unit != Unit::Year {
        return false;
    }
    if let Some(start) = this_time_before(source, start) {
        f.push(Span::new(start, ago.end()), Written::YearsFrom(Unit::Month, count), &AGO);
        return true;
    }
    let today = near::next_is(source, ago.end(), &["today"]).map(|word| (Unit::Day, word.end()));
    let this = || {
        let this = near::next_is(source, ago.end(), &["this"])?;
        let word = near::word_after(source, this.end())?;
        match () {
            () if near::is_one_of(word.of(source), &["month"]) => Some((Unit::Month, word.end())),
            () if near::is_one_of(word.of(source), &["week"]) => Some((Unit::Week, word.end())),
            () => None,
        }
    };
    let Some((unit, end)) = today.or_else(this) else { return false };
    f.push(Span::new(start, end), Written::YearsFrom(unit, count), &AGO);
    true
}

/// 'in two years' time'. Whether it was one.
fn ahead(f: &mut Finder<'_>, start: usize, hit: Span, unit: Unit, count: i32) -> bool {
    let source = f.source;
    let rest = &source[hit.end()..];
    let Some(mark) = rest.chars().next().filter(|c| matches!(c, '\'' | '’')) else {
        return false;
    };
    let after = hit.end() + mark.len_utf8();
    let after = after + usize::from(source[after..].starts_with('s'));
    let Some(time) = near::next_is(source, after, &["time"]) else { return false };
    if near::prev_is(source, start, &["in"]).is_some() {
        let written = Written::Offset { unit, count, from: TEXT };
        f.push(Span::new(start, time.end()), written, &AGO);
    }
    true
}

/// A unit without a number: 'last year', 'the same day', 'the end of the month'.
fn single(f: &mut Finder<'_>, hit: Span, unit: Unit) {
    let source = f.source;
    let Some(word) = near::word_before(source, hit.start()) else { return };
    let text = word.of(source);
    let article = near::prev_is(source, word.start(), &["the"]);
    if let Some(found) = before_last(source, hit, unit) {
        let written = Written::Offset { unit, count: -2, from: TEXT };
        return f.push(Span::new(hit.start(), found), written, &UNIT);
    }
    let (count, from) = match () {
        () if near::is_one_of(text, &["last"]) => match article {
            // 'over the last year' lasts; 'the last day' comes last.
            Some(_) => return,
            None => (-1, TEXT),
        },
        // 'in the latest week'
        () if near::is_one_of(text, &["latest"]) && matches!(unit, Unit::Week | Unit::Month) => {
            (-1, TEXT)
        }
        () if near::is_one_of(text, &["this", "current"]) => (0, TEXT),
        () if near::is_one_of(text, &["next"]) => match article {
            Some(the) => {
                const LASTS: &[&str] =
                    &["over", "in", "within", "for", "during", "of", "throughout"];
                if unit != Unit::Day && near::prev_is(source, the.start(), LASTS).is_some() {
                    return;
                }
                (1, From::Anchor)
            }
            None => (1, TEXT),
        },
        () if near::is_one_of(text, &["following"]) => (1, From::Anchor),
        () if near::is_one_of(text, &["previous", "preceding", "prior"]) => (-1, From::Anchor),
        // 'in the coming week'
        () if near::is_one_of(text, &["coming"])
            && unit == Unit::Week
            && article.is_some_and(|the| near::prev_is(source, the.start(), &["in"]).is_some()) =>
        {
            (1, TEXT)
        }
        () if near::is_one_of(text, &["same", "that"]) => (0, From::Anchor),
        () if near::is_one_of(text, &["the"]) => return bare(f, hit, unit, word),
        () if unit == Unit::Year && near::is_one_of(text, &["full", "entire", "whole"]) => {
            return full_year(f, hit, word);
        }
        () => return,
    };
    if unit == Unit::Day && from == TEXT {
        return;
    }
    // 'the most in that month since 1923'
    if unit == Unit::Month
        && near::is_one_of(text, &["that"])
        && near::next_is(source, hit.end(), &["since"]).is_some()
    {
        return;
    }
    // 'that day has come'
    let comes = &["has", "will", "may", "might", "comes", "must"];
    if unit == Unit::Day
        && near::is_one_of(text, &["that"])
        && near::next_is(source, hit.end(), comes).is_some()
    {
        return;
    }
    // 'this year's', 'last year', but 'that year five pupils' read as a set is rare.
    let mut start = word.start();
    if let Some(lead) = near::prev_is(source, start, &["earlier", "later"]) {
        start = lead.start();
    }
    let start = f.modifier(start);
    if unit == Unit::Year && from == TEXT && count != 0 {
        if let Some(start) = this_time_before(source, word.start()) {
            let written = Written::YearsFrom(Unit::Month, count);
            return f.push(Span::new(start, hit.end()), written, &UNIT);
        }
        if let Some((period, start)) = same_period_before(source, word.start()) {
            let written = Written::YearsBefore(period, count);
            return f.push(Span::new(start, hit.end()), written, &ANCHORED);
        }
    }
    // 'the first half of this year'
    if unit == Unit::Year {
        let year = if from == TEXT { Year::Relative(count) } else { Year::OfAnchor(count) };
        if let Some((half, place)) = half_before(source, word.start()) {
            return f.push(Span::new(place, hit.end()), Written::Half(half, year), &HALF);
        }
    }
    // 'the same month a year ago'
    if unit == Unit::Month && near::is_one_of(text, &["same"]) {
        const YEARS: [&str; 3] = ["a year ago", "a year earlier", "last year"];
        if let Some(end) = YEARS.iter().find_map(|p| near::phrase_after(source, hit.end(), p)) {
            let written = Written::Offset { unit, count: -12, from };
            return f.push(Span::new(start, end), written, &ANCHORED);
        }
    }
    let rule = if from == TEXT { &UNIT } else { &ANCHORED };
    f.push(Span::new(start, hit.end()), Written::Offset { unit, count, from }, rule);
}

/// 'for the full year', of figures.
fn full_year(f: &mut Finder<'_>, hit: Span, full: Span) {
    let source = f.source;
    let the = near::prev_is(source, full.start(), &["the"]);
    let shown = the.and_then(|the| near::prev_is(source, the.start(), &["for"])).is_some();
    let closes = is_closed(source, hit.end())
        || near::next_is(source, hit.end(), &["and", "as", "from", "on", "was", "were"]).is_some();
    if shown && closes && super::season::is_of_money(source, hit) {
        f.push(Span::new(full.start(), hit.end()), Written::FullYear, &UNIT);
    }
}

/// Where 'the week before last' ends.
fn before_last(source: &str, hit: Span, unit: Unit) -> Option<usize> {
    let end = near::phrase_after(source, hit.end(), "before last")?;
    let apart = near::next_is(source, end, &["week", "month", "year"]).is_none();
    (apart && unit != Unit::Day).then_some(end)
}

const PARTS: &[&str] = &["early", "earlier", "late", "later"];

/// 'the year' and the like: 'the end of the year', 'the day before', 'the week after'.
fn bare(f: &mut Finder<'_>, hit: Span, unit: Unit, the: Span) {
    let source = f.source;
    if unit == Unit::Year
        && let Some((half, place)) = half_before(source, the.start())
    {
        let written = Written::Half(half, Year::Unwritten);
        return f.push(Span::new(place, hit.end()), written, &HALF);
    }
    let start = f.modifier(hit.start());
    let spans =
        matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century);
    if start < the.start() && spans {
        let apart = near::next_is(
            source,
            hit.end(),
            &["of", "in", "before", "after", "to", "ended", "ending", "when"],
        );
        // 'until the end of the month to reply'
        let bound = near::prev_is(source, start, &["the"]).is_some_and(|the| {
            near::prev_is(source, the.start(), &["until", "till", "by"]).is_some()
        });
        let apart = apart.filter(|word| !(bound && near::is_one_of(word.of(source), &["to"])));
        let group = near::next_is(source, hit.end(), &["group", "groups"]);
        if apart.is_none() && group.is_none() {
            let ends = near::run_at(source, start)
                .is_some_and(|word| near::is_one_of(word.of(source), &["end", "close"]));
            let written = match unit {
                Unit::Year if ends => Written::YearEnd,
                _ => Written::Offset { unit, count: 0, from: TEXT },
            };
            f.push(Span::new(start, hit.end()), written, &UNIT);
        }
        return;
    }
    if matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year) {
        // 'earlier in the week', 'later in the year'
        let part = near::prev_is(source, the.start(), &["in"])
            .and_then(|within| near::prev_is(source, within.start(), PARTS));
        if let Some(part) = part {
            let later = near::is_one_of(part.of(source), &["later"]);
            let from = if later || unit == Unit::Day { From::Anchor } else { TEXT };
            let written = Written::Offset { unit, count: 0, from };
            let rule = if from == TEXT { &UNIT } else { &ANCHORED };
            return f.push(Span::new(part.start(), hit.end()), written, rule);
        }
        // 'expects higher earnings for the year'
        let of_year = unit == Unit::Year
            && near::prev_is(source, the.start(), &["for"]).is_some()
            && (is_closed(source, hit.end())
                || near::next_is(source, hit.end(), &["and", "but", "is", "was", "were", "will"])
                    .is_some())
            && super::season::is_of_money(source, hit);
        let of_shares = unit == Unit::Year
            && is_of_shares(source, the.start())
            && near::next_is(source, hit.end(), &["ahead", "ended", "ending", "group", "in", "to"])
                .is_none();
        if of_shares {
            let written = Written::Offset { unit, count: 0, from: TEXT };
            return f.push(hit, written, &UNIT);
        }
        if of_year {
            return f.push(hit, Written::YearEnd, &UNIT);
        }
        // 'For the week, shares rose 2 percent.'
        let sums = near::prev_is(source, the.start(), &["for"])
            .is_some_and(|lead| near::starts_upper(lead.of(source)))
            && near::char_after(source, hit.end()) == Some(',');
        if sums {
            let written = match unit {
                Unit::Day => return anchored_day(f, hit.start(), hit.end()),
                Unit::Year => Written::YearEnd,
                _ => Written::Offset { unit, count: 0, from: TEXT },
            };
            return f.push(hit, written, &UNIT);
        }
    }
    if unit == Unit::Weekend {
        const LEADS: &[&str] =
            &["at", "over", "during", "through", "by", "before", "until", "since", "after", "into"];
        let lead = near::prev_is(source, the.start(), LEADS);
        if lead.is_some() && near::next_is(source, hit.end(), &["of"]).is_none() {
            f.push(hit, Written::Weekend, &UNIT);
        }
        return;
    }
    // Markets end the day up or down.
    const ENDING: &[&str] = &[
        "end",
        "ended",
        "ending",
        "finish",
        "finished",
        "finishing",
        "close",
        "closed",
        "closing",
    ];
    if unit == Unit::Day && near::prev_is(source, the.start(), ENDING).is_some() {
        return anchored_day(f, hit.start(), hit.end());
    }
    let Some(word) = near::next_is(source, hit.end(), &["before", "after", "earlier", "previous"])
    else {
        return;
    };
    let count = if near::is_one_of(word.of(source), &["after"]) { 1 } else { -1 };
    // 'the day after the inspection' counts from something that is no date.
    if is_closed(source, word.end()) {
        let written = Written::Offset { unit, count, from: From::Anchor };
        f.push(Span::new(hit.start(), word.end()), written, &ANCHORED);
    }
}

/// Whether a rise or fall of shares ends before 'for the year': 'is up 12 percent', 'its gains'.
fn is_of_shares(source: &str, at: usize) -> bool {
    const MOVES: &[&str] = &["percent", "points", "gains", "losses", "cent"];
    let Some(lead) = near::prev_is(source, at, &["for", "on"]) else { return false };
    let end = near::skip_space_back(source, lead.start());
    source[..end].ends_with('%') || near::prev_is(source, lead.start(), MOVES).is_some()
}

/// Turns a day after 'week beginning' into that week.
pub(super) fn as_week(source: &str, span: Span, fields: Fields) -> Option<(Span, Written)> {
    let (ending, start) = week_before(source, span.start())?;
    Some((Span::new(start, span.end()), Written::WeekOf { day: fields, ending }))
}
