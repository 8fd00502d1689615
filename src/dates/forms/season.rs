//! Seasons, terms and quarters.

use super::{Finder, is_in_address, year};
use crate::dates::near;
use crate::dates::value::{DateValue, Season};
use crate::dates::written::{Fields, From, Period, Pick, Unit, When, Written, Year, YearKind};
use crate::record::Span;
use crate::rule::{Rule, reads};
use crate::tables::dates::{FIGURES, NAME_NOUNS};

pub(super) static SEASON: Rule = Rule {
    name: "date.season",
    about: "A season, with or without its year.",
    reads: &[
        reads("The trust took over in the [[summer of 2020]].", "2020-22 other"),
        reads("Roads were gritted in [[winter 2022]], and in the [[fall of 2019]].", "20"),
        reads("Published: 14 November 2023\nA visit is expected in the [[spring]].", "2024-21"),
        reads("Published: 12 April 2024\nThe trust took over [[last summer]].", "2023-22"),
        reads("Published: 12 July 2024\nSales rose after a poor [[spring]].", "2024-21"),
        reads("Published: 12 July 2024\nIt will be full by [[fall]].", "2024-23"),
    ],
    leaves: &[
        "There is a spring in their step and a spring clean to do.",
        "Numbers fall sharply at Spring Lane Infant School.",
        "Pupils swim every summer. Summer Hughes sang.",
    ],
};

pub(super) static SCHOOL_TERM: Rule = Rule {
    name: "date.school_term",
    about: "A term or half term that is named after a season; its value is the season's.",
    reads: &[
        reads("Attendance fell in the [[autumn term 2023]].", "2023-23 other"),
        reads("It must act by the [[end of the summer term 2024]].", "2024-22 deadline"),
        reads("The hall opened in the [[Michaelmas term 2023]].", "2023-23 other"),
        reads("She began in the [[autumn term in 1983]].", "1983-23 other"),
        reads("It fell in the [[autumn]] and [[spring terms of 2022/23]].", "202"),
        reads("It fell in the [[autumn term of the 2022/23 academic year]].", "2022-23"),
    ],
    leaves: &["Swimming is taught in each spring term."],
};

pub(super) static TERM: Rule = Rule {
    name: "date.term",
    about: "The term that the text was written in, or the one before or after.",
    reads: &[
        reads("Published: 12 October 2023\nThe club will open [[next term]].", "2024-21"),
        reads("Published: 12 October 2023\nThe fair is on the [[last day of term]].", "2023-23"),
    ],
    leaves: &["In terms of that, for two terms it was a term of art in the long term."],
};

pub(super) static UNTOLD: Rule = Rule {
    name: "date.half_term_alone",
    about: "A half-term holiday of no stated season.",
    reads: &[reads("The pool was repaired at [[half-term]].", "null")],
    leaves: &["The half-term holiday club is full."],
};

pub(super) static QUARTER: Rule = Rule {
    name: "date.quarter",
    about: "A quarter of a year, as the range of its days.",
    reads: &[
        reads("Referrals rose in the [[third quarter of 2023]] and in [[Q4 2023]].", "2023-"),
        reads(
            "Published: 14 November 2009\nProfits fell in the [[third quarter]].",
            "2009-07-01/2009-09-30",
        ),
        reads("Profits fell in the [[2008 third quarter]].", "2008-07-01/2008-09-30"),
        reads(
            "Published: 14 November 2009\nOutput fell in the [[July-September quarter]].",
            "2009-07-01/2009-09-30",
        ),
        reads("Published: 14 November 2009\nSales fell in [[Q3]].", "2009-07-01/2009-09-30"),
        reads("It overspent in the [[first quarter of 2022-23]].", "2022-04-01/2022-06-30"),
        reads("It overspent in [[quarter 4 of 2021/22]].", "2022-01-01/2022-03-31"),
        reads("Profits fell in the [[last quarter of 2022]].", "2022-10-01/2022-12-31"),
        reads("It lost money in the [[quarter]] ended June 30, 2009.", "2009-04-01/2009-06-30"),
        reads(
            "It made more in the [[third quarter of 2009]] than in the [[comparable 2008 quarter]].",
            "200",
        ),
        reads(
            "It earned more in the [[second quarter of 2009]]; sales for the [[quarter]] fell.",
            "2009-04-01/2009-06-30",
        ),
    ],
    leaves: &[
        "The first quarter of pupils left, and a quarter stayed.",
        "They live in the quarter by the river.",
        "The first quarter of 2022 pupils left, and quarter 3 pounders are sold.",
    ],
};

pub(super) static HALF: Rule = Rule {
    name: "date.half_year",
    about: "Half of a year.",
    reads: &[
        reads("Prices fell in the [[first half of 2023]].", "2023-01/2023-06"),
        reads("Prices fell in [[2023's second half]].", "2023-07/2023-12"),
        reads(
            "Published: 14 August 2009\nProfit doubled in the [[first half]], on higher sales.",
            "2009-01/2009-06",
        ),
        reads(
            "Published: 14 February 2009\nIt will move in the [[second half of the year]].",
            "2009-07/2009-12",
        ),
    ],
    leaves: &["The first half of the match was dull, and Hart scored in the second half."],
};

fn season_of(word: &str) -> Season {
    match word.as_bytes().first() {
        Some(b's' | b'S') if word[1..].starts_with(['p', 'P']) => Season::Spring,
        Some(b's' | b'S') => Season::Summer,
        Some(b'w' | b'W') => Season::Winter,
        _ => Season::Autumn,
    }
}

/// Where 'term', 'half-term' or 'half term' after `at` ends.
fn term_after(source: &str, at: usize) -> Option<usize> {
    let word = near::word_after(source, at)?;
    if near::is_one_of(word.of(source), &["term"]) {
        return Some(word.end());
    }
    if !near::is_one_of(word.of(source), &["half"]) {
        return None;
    }
    let rest = &source[word.end()..];
    let dash = rest.chars().next().filter(|c| near::is_dash(*c) || *c == ' ')?;
    let term = near::run_at(source, word.end() + dash.len_utf8())?;
    near::is_one_of(term.of(source), &["term"]).then_some(term.end())
}

/// Where 'terms' ends that a list of seasons from `at` on shares: 'autumn, spring and summer terms'.
fn shared_terms(source: &str, at: usize) -> Option<usize> {
    /// As many seasons as a list may hold.
    const SEASONS: usize = 3;
    const NAMES: &[&str] = &["spring", "summer", "autumn", "winter"];
    let mut at = at;
    for _ in 0..SEASONS {
        if let Some(terms) = near::next_is(source, at, &["terms"]) {
            return Some(terms.end());
        }
        let comma = at + usize::from(source[at..].starts_with(','));
        let and = near::next_is(source, comma, &["and", "or"]).map(|and| and.end());
        at = near::next_is(source, and.or((comma > at).then_some(comma))?, NAMES)?.end();
    }
    near::next_is(source, at, &["terms"]).map(|terms| terms.end())
}

pub(super) fn read(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let name = hit.of(source);
    if is_in_address(source, hit) {
        return;
    }
    let season = season_of(name);
    let shared = shared_terms(source, hit.end());
    // The last of those that share their word has it.
    let last = shared.filter(|_| near::next_is(source, hit.end(), &["terms"]).is_some());
    let listed = f.found.last().is_some_and(|one| {
        std::ptr::eq(one.rule, &SCHOOL_TERM) && hit.start() - one.span.end() <= 6
    });
    let term = term_after(source, hit.end()).or(last.filter(|_| listed));
    let mut end = term.unwrap_or(hit.end());
    let mut fields = Fields { season: Some(season), ..Fields::default() };
    let mut start = hit.start();
    let of = near::next_is(source, end, &["of"]).map_or(end, |of| of.end());
    if let Some((year, place)) = school_year(source, of, season) {
        (fields.year, end) = (year, place);
    } else if let Some((year, place)) = season_year(f, end) {
        (fields.year, end) = (year, place);
    } else if term.is_some()
        && let Some(within) = near::next_is(source, end, &["in"])
        && let Some((Year::Of(year), place)) = f.year_after(within.end())
    {
        // 'the autumn term in 1983'
        (fields.year, end) = (Year::Of(year), place);
    }
    let fall = name.eq_ignore_ascii_case("fall");
    // 'its sharpest fall this year'
    let drop = fall
        && matches!(fields.year, Year::Relative(_) | Year::OfAnchor(_))
        && near::prev_is(source, start, FALL_LEADS).is_none();
    if drop {
        return;
    }
    if term.is_none() && shared.is_none() && fields.year == Year::Unwritten && !fall {
        // 'until the summer recess'
        const HOLIDAYS: &[&str] = &["recess", "holiday", "holidays", "break"];
        end = near::next_is(source, end, HOLIDAYS).map_or(end, |word| word.end());
    }
    if fields.year == Year::Unwritten {
        if near::prev_is(source, start, &["every", "each", "most", "all"]).is_some() {
            return;
        }
        if let Some((when, place)) = super::weekday::when_before(source, start) {
            (fields.when, start) = (when, place);
        } else if term.is_none()
            && shared.is_none_or(|_| last.is_some())
            && !is_season(f, hit, fall)
        {
            return;
        }
    }
    let shows = fall && fields.when == When::Fitting && fields.year == Year::Unwritten;
    if shows && near::next_is(source, end, &["of", "in", "by", "from", "to", "below"]).is_some() {
        return;
    }
    let start = f.modifier(start);
    let of_term = term.is_some() || shared.is_some() && last.is_none();
    let rule = if of_term { &SCHOOL_TERM } else { &SEASON };
    f.push(Span::new(start, end), Written::Fields(fields), rule);
}

/// Words before an American autumn, and no drop of prices.
const FALL_LEADS: &[&str] = &[
    "and", "before", "by", "during", "early", "from", "in", "last", "late", "mid", "next", "of",
    "since", "the", "this", "through", "to", "until",
];

/// ' 2022', ' of 2022', ' of last year'.
fn season_year(f: &Finder<'_>, at: usize) -> Option<(Year, usize)> {
    if let Some(of) = near::next_is(f.source, at, &["of"])
        && let found @ Some((Year::Of(_), _)) = f.year_after(of.end())
    {
        return found;
    }
    f.year_after(at)
}

/// ' 2023/24', ' the 2023/24 academic year' after a term: the autumn belongs to the first of the
/// years.
fn school_year(source: &str, at: usize, season: Season) -> Option<(Year, usize)> {
    let (year, kind, end) = two_years(source, at)?;
    if kind.is_some_and(|kind| kind != YearKind::Academic) {
        return None;
    }
    let first = matches!(season, Season::Autumn | Season::Winter);
    Some((Year::Of(if first { year } else { year + 1 }), end))
}

/// ' 2022-23', ' of the 2022/23 financial year', ' the academic year 2022/23' after `at`: the first
/// of the years, their kind where it is told, and where they end.
fn two_years(source: &str, at: usize) -> Option<(i16, Option<YearKind>, usize)> {
    let at = near::next_is(source, at, &["of"]).map_or(at, |of| of.end());
    let at = near::next_is(source, at, &["the"]).map_or(at, |the| the.end());
    let led = year::kind_after(source, at);
    let word = near::word_after(source, led.map_or(at, |(_, end)| end))?;
    let first = super::full_year(source, word)?;
    let (_, end) = year::second_year(source, word.end(), first)
        .filter(|(second, end)| *second == first + 1 && end - word.end() <= "-2023".len() + 2)?;
    let kind = led.or_else(|| year::kind_after(source, end).filter(|(_, place)| *place > end));
    Some((first, kind.map(|(kind, _)| kind), kind.map_or(end, |(_, place)| place.max(end))))
}

/// A quarter, from 1 to 4, of the financial year after `at`: 'first quarter of 2022-23'; and where
/// that year ends.
fn financial_quarter(source: &str, at: usize, number: u8) -> Option<(Written, usize)> {
    let (first, kind, end) = two_years(source, at)?;
    if kind.is_some_and(|kind| !matches!(kind, YearKind::Financial | YearKind::Fiscal)) {
        return None;
    }
    let value = DateValue::quarter(first + i16::from(number == 4), number % 4 + 1)?;
    Some((Written::Fixed(value), end))
}

/// Whether a season alone is one, and no verb, leap, source of water or name.
fn is_season(f: &Finder<'_>, hit: Span, fall: bool) -> bool {
    let source = f.source;
    let after = near::word_after(source, hit.end()).map(|w| w.of(source));
    let place = after.is_some_and(|w| near::starts_upper(w) && near::is_listed(w, NAME_NOUNS));
    const NOUNS: &[&str] = &[
        "school", "schools", "clean", "cleaning", "onion", "onions", "water", "lamb", "bulbs",
        "fair", "camp", "job", "jobs", "uniform", "dress", "house", "roll", "in", "fete", "fuel",
        "coat", "club", "clubs", "reading", "born",
    ];
    if place
        || after.is_some_and(|w| near::is_one_of(w, NOUNS))
        || source[hit.end()..].starts_with(['-', '–'])
    {
        return false;
    }
    // 'the fall elections'
    const FALL: &[&str] = &["election", "elections", "semester", "term", "campaign", "season"];
    if fall && after.is_some_and(|w| near::is_one_of(w, FALL)) {
        return near::prev_is(source, hit.start(), &["the"]).is_some();
    }
    let Some(before) = near::word_before(source, hit.start()) else { return false };
    let word = before.of(source);
    // 'after a poor spring'
    const WEATHER: &[&str] =
        &["cold", "dry", "harsh", "hot", "mild", "poor", "quiet", "strong", "weak", "wet"];
    if !fall && near::is_one_of(word, WEATHER) {
        return near::phrase_before(source, before.start(), "after a").is_some();
    }
    if near::is_one_of(word, &["the", "early", "late", "mid"]) {
        // 'the spring' needs a preposition before it, or to open its sentence.
        let lead = near::word_before(source, before.start()).map(|w| w.of(source));
        const LEADS: &[&str] = &[
            "in",
            "since",
            "until",
            "till",
            "by",
            "during",
            "before",
            "after",
            "over",
            "for",
            "from",
            "through",
            "throughout",
            "of",
            "between",
            "into",
            "both",
            "and",
            "to",
            "than",
            "this",
            "last",
            "on",
        ];
        return match lead {
            Some(lead) => {
                near::is_one_of(lead, LEADS)
                    && !(fall && near::is_one_of(lead, &["of", "after", "for", "since"]))
            }
            // 'The summer was wet.'
            None => {
                const VERBS: &[&str] = &["was", "is", "will", "has", "had", "brought", "saw"];
                !fall
                    && (!near::is_one_of(word, &["the"])
                        || after.is_some_and(|w| near::is_one_of(w, VERBS)))
            }
        };
    }
    if fall {
        // 'by fall,'
        let closes = near::word_after(source, hit.end()).is_none();
        return closes && near::is_one_of(word, &["by", "until", "since", "before"]);
    }
    near::is_one_of(
        word,
        &[
            "in", "since", "until", "by", "during", "before", "after", "for", "and", "between",
            "from", "to",
        ],
    ) && after
        .is_none_or(|w| !near::starts_upper(w) || near::is_one_of(word, &["in", "since", "by"]))
        && !(near::is_one_of(word, &["to"]) && season_of(hit.of(source)) == Season::Spring)
        && (near::is_one_of(word, &["and"])
            == f.found.last().is_some_and(|m| hit.start() - m.span.end() <= 5)
            || !near::is_one_of(word, &["and"]))
}

/// 'last day of' before a term, and where it starts.
fn day_of_before(source: &str, at: usize) -> Option<usize> {
    let of = near::prev_is(source, at, &["of"])?;
    let day = near::prev_is(source, of.start(), &["day"])?;
    near::prev_is(source, day.start(), &["first", "last", "final"]).map(|nth| nth.start())
}

/// The season of a term by the name that some schools and colleges give it.
fn named_term(word: &str) -> Option<Season> {
    match word {
        "Michaelmas" => Some(Season::Autumn),
        "Lent" | "Hilary" => Some(Season::Spring),
        "Trinity" => Some(Season::Summer),
        _ => None,
    }
}

/// 'this term', 'the end of term', 'half-term'.
pub(super) fn term(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    if f.is_taken(hit.start()) {
        return;
    }
    if let Some(c) =
        near::char_before(source, hit.start()).filter(|c| near::is_dash(*c) || *c == ' ')
    {
        let half = near::run_before(source, hit.start() - c.len_utf8());
        if let Some(half) = half.filter(|w| near::is_one_of(w.of(source), &["half"])) {
            let shown = near::prev_is(
                source,
                half.start(),
                &["at", "before", "after", "during", "since", "over", "until", "the", "by", "from"],
            );
            let noun =
                near::next_is(source, hit.end(), &["holiday", "holidays", "break", "club", "camp"]);
            let start = f.modifier(half.start());
            if (shown.is_some() || start < half.start()) && noun.is_none() {
                f.push(Span::new(start, hit.end()), Written::HalfTerm, &UNTOLD);
            }
            return;
        }
    }
    let Some(word) = near::word_before(source, hit.start()) else { return };
    if let Some(season) = named_term(word.of(source)) {
        let mut fields = Fields { season: Some(season), ..Fields::default() };
        let mut end = hit.end();
        if let Some((year, place)) =
            school_year(source, end, season).or_else(|| season_year(f, end))
        {
            (fields.year, end) = (year, place);
        }
        let start = f.modifier(word.start());
        return f.push(Span::new(start, end), Written::Fields(fields), &SCHOOL_TERM);
    }
    let modified = f.modifier(hit.start());
    let count = match word.of(source) {
        w if near::is_one_of(w, &["this", "current"]) => 0,
        w if near::is_one_of(w, &["last", "previous"]) => -1,
        w if near::is_one_of(w, &["next", "coming"]) => 1,
        w if near::is_one_of(w, &["of"])
            && let Some(start) = day_of_before(source, hit.start())
            && near::next_is(source, hit.end(), &["of", "in"]).is_none() =>
        {
            return f.push(Span::new(start, hit.end()), Written::Term(0), &TERM);
        }
        _ if modified < hit.start()
            && near::next_is(source, hit.end(), &["of", "in"]).is_none() =>
        {
            return f.push(Span::new(modified, hit.end()), Written::Term(0), &TERM);
        }
        _ => return,
    };
    let start = f.modifier(word.start());
    f.push(Span::new(start, hit.end()), Written::Term(count), &TERM);
}

/// Whether the number that ends at `at` counts what follows: 'a quarter of 2022 pupils'.
fn is_count(source: &str, at: usize) -> bool {
    near::word_after(source, at)
        .is_some_and(|noun| near::is_listed(noun.of(source), crate::tables::dates::COUNTED))
}

/// 'quarter 4 of 2021/22', 'Quarter 3 2022', at its number. Whether it was one.
fn numbered_quarter(f: &mut Finder<'_>, hit: Span) -> bool {
    let source = f.source;
    let Some(word) = near::word_after(source, hit.end()) else { return false };
    let [digit @ b'1'..=b'4'] = word.of(source).as_bytes() else { return false };
    let number = digit - b'0';
    let (written, end) = match financial_quarter(source, word.end(), number) {
        Some(found) => found,
        None => match season_year(f, word.end()) {
            Some((year, end)) if !is_count(source, end) => {
                (Written::Quarter(Pick::Number(number), year), end)
            }
            _ => return false,
        },
    };
    f.push(Span::new(hit.start(), end), written, &QUARTER);
    true
}

pub(super) fn quarter(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    if numbered_quarter(f, hit) {
        return;
    }
    let end = near::skip_space_back(source, hit.start());
    let dash = near::char_before(source, end).filter(|c| near::is_dash(*c));
    let end = dash.map_or(end, |c| end - c.len_utf8());
    let Some(word) = near::run_before(source, end) else { return };
    let text = word.of(source);
    if near::is_one_of(text, &["the"]) {
        return told_quarter(f, hit, word);
    }
    if let Some((number, start)) = months_of_quarter(source, word) {
        let (year, end) = season_year(f, hit.end()).unwrap_or((Year::Unwritten, hit.end()));
        let written = Written::Quarter(Pick::Number(number), year);
        return f.push(Span::new(start, end), written, &QUARTER);
    }
    // 'the comparable 1988 quarter'
    if let Some(year) = super::full_year(source, word) {
        const SAME: &[&str] = &["comparable", "corresponding", "equivalent", "like", "same", "the"];
        if let Some(lead) = near::prev_is(source, word.start(), SAME) {
            let the = near::is_one_of(lead.of(source), &["the"]);
            let start = if the { word.start() } else { lead.start() };
            let written = Written::PeriodOf(Period::Quarter, year);
            f.push(Span::new(start, hit.end()), written, &QUARTER);
        }
        return;
    }
    let number = near::ordinal(text).filter(|number| *number <= 4);
    let number = number.map(|number| if number < 0 { 4 } else { number.unsigned_abs() });
    if let Some((written, end)) =
        number.and_then(|number| financial_quarter(source, hit.end(), number))
    {
        return f.push(Span::new(word.start(), end), written, &QUARTER);
    }
    let year = season_year(f, hit.end()).filter(|(_, end)| !is_count(source, *end));
    let of = near::next_is(source, hit.end(), &["of", "century"]).is_some();
    let pick = match near::ordinal(text) {
        Some(-1) if text.eq_ignore_ascii_case("final") => Pick::Number(4),
        Some(-1) if matches!(year, Some((Year::Of(_), _))) => Pick::Number(4),
        Some(number @ 1..=4) => Pick::Number(number.unsigned_abs()),
        None | Some(_) if year.is_some() => return,
        _ => match () {
            () if near::is_one_of(text, &["last", "latest", "previous"]) => Pick::Offset(-1),
            () if near::is_one_of(text, &["this", "current"]) => Pick::Offset(0),
            () if near::is_one_of(text, &["next"]) => Pick::Offset(1),
            () => return,
        },
    };
    if of && year.is_none() {
        return;
    }
    if let (Pick::Number(_), None, Some((year, start))) = (pick, year, year_before(f, word.start()))
    {
        return f.push(Span::new(start, hit.end()), Written::Quarter(pick, year), &QUARTER);
    }
    let (year, end) = year.unwrap_or((Year::Unwritten, hit.end()));
    f.push(Span::new(word.start(), end), Written::Quarter(pick, year), &QUARTER);
}

/// 'April-June' that ends with its month at `last`: the quarter's number, and where it starts.
fn months_of_quarter(source: &str, last: Span) -> Option<(u8, usize)> {
    let (to, _) = near::month(last.of(source)).filter(|(month, _)| month % 3 == 0)?;
    let dash = near::char_before(source, last.start()).filter(|c| near::is_dash(*c))?;
    let first = near::run_before(source, last.start() - dash.len_utf8())?;
    let (from, _) = near::month(first.of(source))?;
    (from + 2 == to).then_some((to / 3, first.start()))
}

/// 'for the quarter', of the one that the text has told of.
fn told_quarter(f: &mut Finder<'_>, hit: Span, the: Span) {
    /// Mentions back to the quarter that is meant.
    const BACK: usize = 8;
    let source = f.source;
    let shown =
        near::prev_is(source, the.start(), &["for", "in", "during", "of", "through", "over"]);
    let goes_on =
        near::next_is(source, hit.end(), &["of", "century", "final", "finals", "ended", "ending"]);
    let told = f.found.iter().rev().take(BACK).any(|m| matches!(m.written, Written::Quarter(..)));
    if shown.is_some() && goes_on.is_none() && told {
        f.push(hit, Written::Quarter(Pick::Told, Year::Unwritten), &QUARTER);
    }
}

/// Where 'quarter ended', before the day at `at`, has its quarter: 'the quarter that ended Oct. 1'.
pub(super) fn quarter_to(source: &str, at: usize) -> Option<Span> {
    let at = near::prev_is(source, at, &["on"]).map_or(at, |on| on.start());
    let ended = near::prev_is(source, at, &["ended", "ending", "ends"])?;
    let that = near::prev_is(source, ended.start(), &["that", "which"]);
    let quarter =
        near::prev_is(source, that.map_or(ended.start(), |that| that.start()), &["quarter"])?;
    near::prev_is(source, quarter.start(), &["the", "a", "its"]).map(|_| quarter)
}

/// '1988 ', '1988’s ', 'last year’s ' before `at`, and where it starts.
fn year_before(f: &Finder<'_>, at: usize) -> Option<(Year, usize)> {
    let last = f.found.last()?;
    let gap = f.source.get(last.span.end()..at)?;
    let year = match last.written {
        Written::Fields(fields) if fields == Fields::of_year(fields.year) => fields.year,
        Written::Offset { unit: Unit::Year, count, from: From::Text } => Year::Relative(count),
        _ => return None,
    };
    matches!(gap, " " | "'s " | "’s ").then_some((year, last.span.start()))
}

/// 'Q3 2023'.
pub(super) fn quarter_number(f: &mut Finder<'_>, hit: Span, number: u8) {
    if !hit.of(f.source).starts_with('Q') {
        return;
    }
    let shown = || {
        near::prev_is(f.source, hit.start(), &["in", "for", "during", "since", "the", "of"])
            .is_some()
            || near::word_after(f.source, hit.end())
                .is_some_and(|word| near::is_listed(word.of(f.source), FIGURES))
    };
    if let Some((written, end)) = financial_quarter(f.source, hit.end(), number) {
        return f.push(Span::new(hit.start(), end), written, &QUARTER);
    }
    let unwritten = || (Year::Unwritten, hit.end());
    if let Some((year, end)) = season_year(f, hit.end()).or_else(|| shown().then(unwritten)) {
        f.push(Span::new(hit.start(), end), Written::Quarter(Pick::Number(number), year), &QUARTER);
    }
}

/// 'in the first half', 'first-half profit', where it is told of money: of a match it is no date.
pub(super) fn half(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let end = near::skip_space_back(source, hit.start());
    let end = match near::char_before(source, end).filter(|c| near::is_dash(*c)) {
        Some(dash) => end - dash.len_utf8(),
        None => end,
    };
    let Some(word) = near::run_before(source, end) else { return };
    let Some(number @ 1..=2) = near::ordinal(word.of(source)) else { return };
    let apart = near::next_is(source, hit.end(), &["of", "hour", "century", "a", "term"]).is_none();
    if !apart || source[hit.end()..].starts_with(near::is_dash) {
        return;
    }
    let number = number.unsigned_abs();
    if let Some((year, start)) = year_before(f, word.start()) {
        return f.push(Span::new(start, hit.end()), Written::Half(number, year), &HALF);
    }
    if is_of_money(source, hit) {
        let written = Written::Half(number, Year::Unwritten);
        f.push(Span::new(word.start(), hit.end()), written, &HALF);
    }
}

/// Whether figures of money stand around a period.
pub(super) fn is_of_money(source: &str, hit: Span) -> bool {
    /// Bytes around a period in which its figures stand.
    const NEAR: usize = 90;
    const MONEY: [&str; 19] = [
        "profit",
        "earning",
        "sales",
        "revenue",
        "income",
        "economy",
        "output",
        "exports",
        "imports",
        "inflation",
        "starts",
        "orders",
        "growth",
        "results",
        "dividend",
        "turnover",
        "shareholder",
        "loss of $",
        "loss of £",
    ];
    let from = source.floor_char_boundary(hit.start().saturating_sub(NEAR));
    let to = source.ceil_char_boundary(hit.end() + NEAR);
    let beside = &source.as_bytes()[from..to];
    const OPENS: [&str; 8] =
        ["Profit", "Earnings", "Sales", "Revenue", "Output", "Exports", "Imports", "Orders"];
    let mut figures = MONEY.iter().chain(&OPENS);
    figures.any(|figure| memchr::memmem::find(beside, figure.as_bytes()).is_some())
}

/// 'the first half of 2023', at its year's end; `at` is where the year starts.
pub(super) fn half_before(source: &str, at: usize) -> Option<(u8, usize)> {
    let of = near::prev_is(source, at, &["of"])?;
    let half = near::prev_is(source, of.start(), &["half"])?;
    let word = near::word_before(source, half.start())?;
    match near::ordinal(word.of(source))? {
        number @ 1..=2 => Some((number.unsigned_abs(), word.start())),
        _ => None,
    }
}
