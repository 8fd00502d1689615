//! Days with names: feasts and bank holidays.

use super::Finder;
use crate::dates::near;
use crate::dates::written::{Feast, Occasion, When, Written, Year};
use crate::record::Span;
use crate::rule::{Rule, reads};

pub(super) static FEAST: Rule = Rule {
    name: "date.feast",
    about: "A feast, fixed or counted from Easter.",
    reads: &[
        reads("Families were fed at [[Christmas]].", "XXXX-12-25 other"),
        reads("An egg hunt was held at [[Easter 2019]].", "2019-04-21"),
        reads("Published: 12 July 2024\nIt opened at [[Easter]].", "2024-03-31 other"),
        reads(
            "Published: 2 December 2016\nQueues were long on the [[day after Thanksgiving]].",
            "2016-11-25",
        ),
        reads("Published: 2 December 2016\nIt shuts [[two days before Christmas]].", "2016-12-23"),
        reads("Published: 3 January 2024\nIt reopened on [[New Year's Day]].", "2024-01-01"),
        reads(
            "Published: 14 July 2024\nThe fair was cut short on the [[Fourth of July]].",
            "2024-07-04",
        ),
        reads("Published: 2 December 2016\nQueues were long on [[Election Day]].", "2016-11-08"),
        reads("Published: 7 March 2024\nThe [[Easter holidays]] start late.", "2024-03-31"),
        reads("Published: 7 March 2024\n[[Next Christmas]] it will open.", "2024-12-25"),
        reads("Published: 6 November 2023\nRain fell on [[Bonfire Night]].", "2023-11-05"),
        reads("Published: 6 November 2023\nIt will be sold in the [[new year]].", "2024 other"),
        reads("Published: 20 May 2024\nThey danced on [[May Day]].", "2024-05-01"),
        reads("Published: 14 May 2001\nThe shop was full on [[Mother's Day]].", "2001-05-13"),
        reads("Published: 14 March 2024\nShe died on [[St David's Day]].", "2024-03-01"),
        reads(
            "Published: 2 December 2016\nHe drove there over the [[Thanksgiving weekend]].",
            "2016-11-24",
        ),
    ],
    leaves: &[
        "The Christmas party was at Easter Road on New Year Way.",
        "Pupils in the new year group met.",
        "The Easter holiday club sang of a bonfire night; Burns Night Nurses won.",
    ],
};

pub(in crate::dates) static BANK_HOLIDAY: Rule = Rule {
    name: "date.bank_holiday",
    about: "A bank holiday of England.",
    reads: &[
        reads(
            "Published: 3 September 2024\nIt shut on [[August bank holiday Monday]].",
            "2024-08-26",
        ),
        reads(
            "Published: 20 April 2024\nIt opens on the [[early May bank holiday]].",
            "2024-05-06",
        ),
        reads("Published: 20 May 2023\nIt shut on the [[May Day bank holiday]].", "2023-05-01"),
        reads("Published: 20 May 2023\nIt shut on the [[coronation bank holiday]].", "2023-05-08"),
        reads("Published: 20 June 2022\nIt shut on the [[spring bank holiday]].", "2022-06-02"),
        reads(
            "Published: 3 September 2024\nIt shut over the [[bank holiday weekend]].",
            "2024-08-24/2024-08-26",
        ),
    ],
    leaves: &["It is shut on every bank holiday."],
};

pub(super) fn push(f: &mut Finder<'_>, start: usize, end: usize, feast: Feast) {
    let end = near::next_is(f.source, end, DAYS_OFF).map_or(end, |word| word.end());
    let (year, end) = f.year_after(end).unwrap_or((Year::Unwritten, end));
    let (year, start) = match (year, super::weekday::when_before(f.source, start)) {
        (Year::Unwritten, Some((When::Last | When::Next, place))) => (Year::Unwritten, place),
        (year, _) => (year, start),
    };
    if let Some((days, place)) = days_beside(f.source, start) {
        let written = Written::BesideFeast(feast, year, days);
        return f.push(Span::new(place, end), written, &FEAST);
    }
    f.push(Span::new(start, end), Written::Feast(feast, year), &FEAST);
}

/// 'the day after', 'two days before' before a feast at `at`: how many days, and where it starts.
fn days_beside(source: &str, at: usize) -> Option<(i32, usize)> {
    let side = near::prev_is(source, at, &["after", "before"])?;
    let days = near::prev_is(source, side.start(), &["day", "days"])?;
    let number = near::word_before(source, days.start());
    let count = number.and_then(|number| near::count(number.of(source)));
    let (count, start) = match number.zip(count) {
        Some((number, count)) => (count, number.start()),
        None if days.len() == "day".len() => (1, days.start()),
        None => return None,
    };
    let before = near::is_one_of(side.of(source), &["before"]);
    Some((if before { -count } else { count }, start))
}

/// 'Christmas', 'Christmas Eve', 'Easter'.
pub(super) fn read(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let name = hit.of(source);
    if !near::starts_upper(name) || super::is_in_address(source, hit) {
        return;
    }
    let day = near::next_is(source, hit.end(), &["day", "eve"]);
    let (feast, end) = match &name.to_ascii_lowercase()[..] {
        "christmas" => match day {
            Some(day) if near::is_one_of(day.of(source), &["eve"]) => {
                (Feast::Fixed(12, 24), day.end())
            }
            Some(day) => (Feast::Fixed(12, 25), day.end()),
            None => (Feast::Fixed(12, 25), hit.end()),
        },
        "halloween" => (Feast::Fixed(10, 31), hit.end()),
        "hallowe" => {
            let rest = &source[hit.end()..];
            let Some(end) = ["'en", "’en"].iter().find(|end| rest.starts_with(**end)) else {
                return;
            };
            (Feast::Fixed(10, 31), hit.end() + end.len())
        }
        "whitsun" => (Feast::Easter(49), hit.end()),
        "thanksgiving" => {
            (Feast::Nth { month: 11, nth: 4, weekday: 4 }, day.map_or(hit.end(), |d| d.end()))
        }
        _ => (Feast::Easter(0), hit.end()),
    };
    let eves = matches!(feast, Feast::Fixed(10, _));
    let weekend = near::next_is(source, end, DAYS_OFF).is_some_and(|off| {
        near::prev_is(source, hit.start(), OVER).is_some_and(|the| {
            !near::is_one_of(the.of(source), &["the"])
                || near::prev_is(source, the.start(), OVER).is_some()
                || goes_on(source, off.end())
        })
    });
    let alone = (end == hit.end() || eves) && f.year_after(end).is_none() && !weekend;
    if alone && !stands_alone(source, Span::new(hit.start(), end)) {
        return;
    }
    push(f, hit.start(), end, feast);
}

/// The days off around a feast: 'over the Easter holidays'.
const DAYS_OFF: &[&str] = &["weekend", "holidays", "holiday", "break"];

/// Whether days off have a verb of their own at `at`: 'the Easter holidays start in April'.
fn goes_on(source: &str, at: usize) -> bool {
    const VERBS: &[&str] = &[
        "are", "begin", "begins", "began", "end", "ends", "ended", "had", "has", "have", "is",
        "should", "start", "starts", "started", "was", "were", "will",
    ];
    near::next_is(source, at, VERBS).is_some()
}

/// Words before a feast whose days off are spoken of: 'during the Easter holidays'.
const OVER: &[&str] = &[
    "the",
    "over",
    "during",
    "in",
    "for",
    "after",
    "before",
    "until",
    "till",
    "by",
    "from",
    "since",
    "of",
    "this",
    "last",
    "throughout",
];

/// Whether a feast's name is the day, not what it lends its name to: 'the Christmas party'.
fn stands_alone(source: &str, hit: Span) -> bool {
    const BEFORE: &[&str] = &[
        "at", "by", "before", "after", "over", "until", "till", "since", "last", "this", "next",
        "for", "during", "from", "around", "than", "and", "to", "on", "past",
    ];
    const AFTER: &[&str] = &[
        "and", "or", "when", "but", "to", "was", "is", "will", "in", "at", "as", "with", "for",
        "after", "before", "because", "while", "if", "so", "that", "on", "by", "from", "this",
        "the", "he", "she", "it", "they", "we", "would", "had", "has", "last", "next", "morning",
        "have", "were", "are",
    ];
    near::prev_is(source, hit.start(), BEFORE).is_some()
        && near::word_after(source, hit.end()).is_none_or(|w| near::is_one_of(w.of(source), AFTER))
        && !source[hit.end()..].starts_with(['-', '\'', '’'])
}

/// 'Good Friday', 'Easter Monday', at their weekday. Whether it was one.
pub(super) fn named_weekday(f: &mut Finder<'_>, hit: Span, weekday: u8) -> bool {
    let source = f.source;
    let Some(word) = near::word_before(source, hit.start()) else { return false };
    let feast = match (&word.of(source).to_ascii_lowercase()[..], weekday) {
        ("good", 5) => Feast::Easter(-2),
        ("easter", day) => Feast::Easter([1, -5, -4, -3, -2, -1, 0][usize::from(day - 1)]),
        ("shrove", 2) => Feast::Easter(-47),
        ("ash", 3) => Feast::Easter(-46),
        ("maundy", 4) => Feast::Easter(-3),
        ("palm", 7) => Feast::Easter(-7),
        ("mothering", 7) => Feast::Easter(-21),
        ("whit", 7) => Feast::Easter(49),
        ("whit", 1) => Feast::Easter(50),
        ("remembrance", 7) => Feast::Nth { month: 11, nth: 2, weekday: 7 },
        _ => return false,
    };
    push(f, word.start(), hit.end(), feast);
    true
}

/// 'Bonfire Night', 'Burns Night', at their word 'night'. Whether it was one.
pub(super) fn named_night(f: &mut Finder<'_>, hit: Span) -> bool {
    let source = f.source;
    if !near::starts_upper(hit.of(source))
        || near::word_after(source, hit.end()).is_some_and(|w| near::starts_upper(w.of(source)))
    {
        return false;
    }
    let Some(word) = near::word_before(source, hit.start()) else { return false };
    let (feast, start) = match word.of(source) {
        "Bonfire" => (Feast::Fixed(11, 5), word.start()),
        "Fawkes" => match near::prev_is(source, word.start(), &["guy"]) {
            Some(guy) => (Feast::Fixed(11, 5), guy.start()),
            None => return false,
        },
        "Burns" => (Feast::Fixed(1, 25), word.start()),
        _ => return false,
    };
    push(f, start, hit.end(), feast);
    true
}

/// 'Boxing Day', 'New Year's Day', at their word 'day'. Whether it was one.
pub(super) fn named_day(f: &mut Finder<'_>, hit: Span) -> bool {
    let source = f.source;
    if !near::starts_upper(hit.of(source)) {
        return false;
    }
    let nth = |month, nth, weekday| Feast::Nth { month, nth, weekday };
    let days: [(&str, Feast); 21] = [
        ("election", Feast::ElectionDay),
        ("presidents", nth(2, 3, 1)),
        ("boxing", Feast::Fixed(12, 26)),
        ("remembrance", nth(11, 2, 7)),
        ("armistice", Feast::Fixed(11, 11)),
        ("veterans", Feast::Fixed(11, 11)),
        ("independence", Feast::Fixed(7, 4)),
        ("labor", Feast::Monday(9, 1)),
        ("memorial", nth(5, -1, 1)),
        ("columbus", nth(10, 2, 1)),
        ("canada", Feast::Fixed(7, 1)),
        ("bastille", Feast::Fixed(7, 14)),
        ("ve", Feast::Fixed(5, 8)),
        ("vj", Feast::Fixed(8, 15)),
        ("inauguration", Feast::Fixed(1, 20)),
        ("may", Feast::Fixed(5, 1)),
        ("pancake", Feast::Easter(-47)),
        ("patriots", nth(4, 3, 1)),
        ("flag", Feast::Fixed(6, 14)),
        ("groundhog", Feast::Fixed(2, 2)),
        ("anzac", Feast::Fixed(4, 25)),
    ];
    if let Some(start) = king(source, hit.start()) {
        push(f, start, hit.end(), nth(1, 3, 1));
        return true;
    }
    if let Some(word) = near::word_before(source, hit.start())
        && let Some(&(_, feast)) = days.iter().find(|d| d.0.eq_ignore_ascii_case(word.of(source)))
    {
        push(f, word.start(), hit.end(), feast);
        return true;
    }
    let owned: [(&str, Feast); 8] = [
        ("presidents", nth(2, 3, 1)),
        ("veterans", Feast::Fixed(11, 11)),
        ("valentine", Feast::Fixed(2, 14)),
        ("new year", Feast::Fixed(1, 1)),
        ("mother", Feast::MothersDay),
        ("patriots", nth(4, 3, 1)),
        ("april fools", Feast::Fixed(4, 1)),
        ("father", nth(6, 3, 7)),
    ];
    const SAINTS: &[(&str, Feast)] = &[
        ("David", Feast::Fixed(3, 1)),
        ("Patrick", Feast::Fixed(3, 17)),
        ("George", Feast::Fixed(4, 23)),
        ("Andrew", Feast::Fixed(11, 30)),
    ];
    let end = near::skip_space_back(source, hit.start());
    let marks = ['\'', '’'];
    let before = &source[..end];
    let owner = before.strip_suffix('s').filter(|owner| owner.ends_with(marks)).unwrap_or(before);
    let owner = owner.trim_end_matches(marks).len();
    if owner == end {
        return false;
    }
    let Some(word) = near::run_before(source, owner) else { return false };
    if let Some(&(_, feast)) = SAINTS.iter().find(|saint| saint.0 == word.of(source)) {
        // 'St. Patrick's Day'
        let point = source[..near::skip_space_back(source, word.start())].strip_suffix('.');
        let Some(saint) = near::run_before(source, point.map_or(word.start() - 1, str::len))
            .filter(|saint| near::is_one_of(saint.of(source), &["st", "saint"]))
        else {
            return false;
        };
        push(f, saint.start(), hit.end(), feast);
        return true;
    }
    for (name, feast) in owned {
        let last = name.rsplit(' ').next().unwrap_or(name);
        // 'Mother's Day', 'Mothers' Day'
        let one = |word: &str| last.eq_ignore_ascii_case(word);
        if !one(word.of(source)) && !word.of(source).strip_suffix('s').is_some_and(one) {
            continue;
        }
        let start = match name.split_once(' ') {
            Some((first, _)) => match near::prev_is(source, word.start(), &[first]) {
                Some(first) => first.start(),
                None => return false,
            },
            None => word.start(),
        };
        push(f, start, hit.end(), feast);
        return true;
    }
    false
}

/// Where 'Martin Luther King Jr.' before a day starts.
fn king(source: &str, at: usize) -> Option<usize> {
    let end = near::skip_space_back(source, at);
    let junior = source[..end].strip_suffix("Jr.").map_or(at, str::len);
    let name = near::phrase_before(source, junior, "martin luther king")?;
    (end < at).then_some(name)
}

/// 'the New Year', 'New Year's Eve', at their word 'year'. Whether it was one.
pub(super) fn new_year(f: &mut Finder<'_>, hit: Span) -> bool {
    let source = f.source;
    let Some(new) = near::prev_is(source, hit.start(), &["new"]) else { return false };
    // 'It will be sold in the new year', but not 'in the new year group'
    const GO_ON: &[&str] = &["and", "after", "but", "by", "to", "when", "with"];
    let closed = near::word_after(source, hit.end())
        .is_none_or(|word| near::is_one_of(word.of(source), GO_ON));
    if !near::starts_upper(hit.of(source))
        && closed
        && !source[hit.end()..].starts_with(['-', '\'', '’'])
        && near::prev_is(source, new.start(), &["the"]).is_some_and(|the| {
            const LEADS: &[&str] = &["in", "into", "by", "before", "until", "from"];
            near::prev_is(source, the.start(), LEADS).is_some()
        })
    {
        // 'early in the new year'
        let part = near::prev_is(source, new.start(), &["the"])
            .and_then(|the| near::prev_is(source, the.start(), &["in"]))
            .and_then(|within| near::prev_is(source, within.start(), &["early", "late"]));
        let start = part.map_or(new.start(), |part| part.start());
        f.push(Span::new(start, hit.end()), Written::NewYear, &FEAST);
        return true;
    }
    let high = near::starts_upper(hit.of(source)) && near::starts_upper(new.of(source));
    let rest = &source[hit.end()..];
    let owned = rest.strip_prefix(['\'', '’']).and_then(|rest| rest.strip_prefix('s'));
    if let Some(rest) = owned {
        let at = source.len() - rest.len();
        if let Some(eve) = near::next_is(source, at, &["eve"]) {
            push(f, new.start(), eve.end(), Feast::Fixed(12, 31));
        }
        return true;
    }
    let apart = near::word_after(source, hit.end()).is_none_or(|w| {
        !near::starts_upper(w.of(source))
            && !near::is_one_of(
                w.of(source),
                &["honours", "resolution", "resolutions", "party", "sales"],
            )
    });
    const DAYS: &[&str] = &["celebrations", "festivities", "holiday", "message", "address"];
    if high && near::next_is(source, hit.end(), DAYS).is_some() {
        push(f, new.start(), hit.end(), Feast::Fixed(1, 1));
        return true;
    }
    if high
        && apart
        && near::prev_is(
            source,
            new.start(),
            &["the", "at", "in", "until", "by", "before", "after", "since", "over"],
        )
        .is_some()
    {
        push(f, new.start(), hit.end(), Feast::Fixed(1, 1));
    }
    true
}

/// 'the jubilee weekend', 'the coronation weekend', at their word 'weekend'. Whether it was one.
pub(super) fn jubilee(f: &mut Finder<'_>, hit: Span) -> bool {
    let source = f.source;
    let Some(word) = near::word_before(source, hit.start()) else { return false };
    let occasion = match word.of(source) {
        "jubilee" | "Jubilee" => Occasion::Jubilee,
        "coronation" | "Coronation" => Occasion::Coronation,
        _ => return false,
    };
    const LEADS: &[&str] = &["diamond", "golden", "platinum", "king's"];
    let lead = near::prev_is(source, word.start(), LEADS);
    let start = lead.map_or(word.start(), |lead| lead.start());
    if near::prev_is(source, start, &["the", "over"]).is_none() {
        return false;
    }
    let written = Written::LongWeekend(Feast::Occasion(occasion), Year::Unwritten);
    f.push(Span::new(start, hit.end()), written, &BANK_HOLIDAY);
    true
}

/// 'bank holiday Monday', 'the early May bank holiday'.
pub(super) fn bank_holiday(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let Some(bank) = near::prev_is(source, hit.start(), &["bank"]) else { return };
    let end = near::next_is(source, hit.end(), &["monday"]).map_or(hit.end(), |day| day.end());
    let mut start = bank.start();
    let mut feast = Feast::BankHoliday;
    if let Some(word) = near::word_before(source, start) {
        let named = match &word.of(source).to_ascii_lowercase()[..] {
            "august" | "summer" => Some(Feast::Monday(8, -1)),
            "spring" | "whit" | "whitsun" => Some(Feast::Monday(5, -1)),
            "may" => Some(Feast::Monday(5, 1)),
            "jubilee" => Some(Feast::Occasion(Occasion::Jubilee)),
            "coronation" => Some(Feast::Occasion(Occasion::Coronation)),
            "funeral" => Some(Feast::Occasion(Occasion::Funeral)),
            // 'the May Day bank holiday'
            "day" if near::prev_is(source, word.start(), &["may"]).is_some() => {
                Some(Feast::Monday(5, 1))
            }
            "easter" => Some(Feast::Easter(1)),
            "every" | "each" | "a" | "any" => return,
            _ => None,
        };
        if let Some(named) = named {
            (feast, start) = (named, word.start());
            const LEADS: &[&str] = &["diamond", "golden", "may", "platinum", "royal", "state"];
            let led = matches!(named, Feast::Occasion(_)) || word.len() == "day".len();
            if led && let Some(lead) = near::prev_is(source, start, LEADS) {
                start = lead.start();
            }
            if let Some(part) = near::prev_is(source, start, &["early", "late"]) {
                start = part.start();
                // 'the late May', but 'the late summer bank holiday'
                if near::is_one_of(part.of(source), &["late"]) && named == Feast::Monday(5, 1) {
                    feast = Feast::Monday(5, -1);
                }
            }
        }
    }
    let told = feast != Feast::BankHoliday
        || end > hit.end()
        || near::prev_is(source, start, &["the", "last", "next", "this"]).is_some();
    if told {
        // 'over the bank holiday weekend'
        let days = near::next_is(source, end, &["weekend"]).filter(|_| end == hit.end());
        if let Some(days) = days {
            let (year, end) = f.year_after(days.end()).unwrap_or((Year::Unwritten, days.end()));
            let written = Written::LongWeekend(feast, year);
            return f.push(Span::new(start, end), written, &BANK_HOLIDAY);
        }
        let (year, end) = f.year_after(end).unwrap_or((Year::Unwritten, end));
        f.push(Span::new(start, end), Written::Feast(feast, year), &BANK_HOLIDAY);
    }
}
