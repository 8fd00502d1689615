//! Years, spans of years, decades and centuries.
//!
//! | text | value |
//! | --- | --- |
//! | 'in **2021**', 'the **2019** report' | the year |
//! | '**2021-22**', '**2014 to 2019**' | both years |
//! | 'the **2021/22 academic year**' | September to August |
//! | 'the **1960s**', 'the **19th century**' | ten or a hundred years |

use super::{Finder, expand, full_year, numeric, relative};
use crate::dates::near;
use crate::dates::value::DateValue;
use crate::dates::written::{Fields, Unit, Written, Year, YearKind};
use crate::record::Span;
use crate::rule::{Rule, reads};
use crate::tables::dates::{COUNTED, TEMPORAL, YEAR_NOUNS};

pub(super) static YEAR: Rule = Rule {
    name: "date.year",
    about: "A year alone.",
    reads: &[
        reads("The trust was founded in [[1874]].", "1874 other"),
        reads("Complaints were upheld in [[2016]], [[2018]] and [[2021]].", "20"),
        reads("It comes after the [[2019]] survey of parents.", "2019"),
        reads("It was sold in [[late 2021]].", "2021"),
        reads("Figure 1: Moss Hill outcomes [[2021]] and [[2023]]", "20"),
        reads("The grammar school was founded in [[1553]] and dates back to [[1482]].", "1"),
        reads("The barn went up around [[1580]].", "1580"),
    ],
    leaves: &[
        "It grew to 1500, from 1400 in 1300 shops, and shut at 1530 or at 2000 GMT.",
        "Duties under the Children Act 1989 and the 2014 Act apply.",
        "The 1989 Children Act, the Housing Act of 1996 and the 2004 Children and Families Act apply.",
        "The barrow dates from 1200 BC, and about 1500 visitors come to it.",
        "Fibre was laid in 2000 homes for £2019, and ring 01632 960 2023.",
        "Room 2019 has the 'Vision 2030' strategy and Windows 2000.",
    ],
};

pub(super) static YEARS: Rule = Rule {
    name: "date.years",
    about: "Two years, joined.",
    reads: &[
        reads("The council overspent in [[2022-23]].", "2022/2023 other"),
        reads("Referrals doubled in [[2021/22]].", "2021/2022"),
        reads("He was on the board [[2014 to 2019]].", "2014/2019"),
    ],
    leaves: &["The plan is at www.example.org/plan-2021-22 for all."],
};

pub(super) static KIND_OF_YEAR: Rule = Rule {
    name: "date.kind_of_year",
    about: "An academic or financial year.",
    reads: &[
        reads("Exclusions rose in the [[2021/22 academic year]].", "2021-09/2022-08"),
        reads("It overspent in the [[financial year 2022-23]].", "2022-04/2023-03"),
        reads("It overspent in [[FY2022/23]].", "2022-04/2023-03"),
        reads(
            "Published: 12 November 2023\nIt rose in the [[last academic year]].",
            "2022-09/2023-08",
        ),
    ],
    leaves: &["It rose in each academic year."],
};

pub(super) static DECADE: Rule = Rule {
    name: "date.decade",
    about: "Ten years.",
    reads: &[
        reads("The estate went up in the [[late 1960s]] and the [[70s]].", "19"),
        reads("The estate went up in the [[late sixties]].", "196X"),
    ],
    leaves: &[
        "A man in his 40s and a woman in her 70s live there.",
        "A man in his early forties put it in the nineties of the scale.",
    ],
};

pub(super) static CENTURY: Rule = Rule {
    name: "date.century",
    about: "A hundred years.",
    reads: &[
        reads("The almshouses date from the [[early 20th century]].", "19XX"),
        reads("The almshouses date from the [[1800s]].", "18XX"),
        reads("The almshouses date from the [[18th]] and [[early 19th centuries]].", "1"),
    ],
    leaves: &["It was half a century old."],
};

pub(super) static FISCAL: Rule = Rule {
    name: "date.fiscal_year",
    about: "A company's own year, of no stated months.",
    reads: &[
        reads("Sales rose in [[fiscal 1989]].", "1989"),
        reads("Sales rose in [[FY2021]].", "2021"),
    ],
    leaves: &["Fiscal policy was tightened. The form is FY2022B."],
};

const KINDS: &[(&str, &str, YearKind)] = &[
    ("academic", "year", YearKind::Academic),
    ("school", "year", YearKind::Academic),
    ("financial", "year", YearKind::Financial),
    ("tax", "year", YearKind::Financial),
    ("fiscal", "year", YearKind::Fiscal),
    ("municipal", "year", YearKind::Municipal),
];

/// The kind of year after `at`, and where it ends; words that are shared with other years, as in
/// 'the 2019-20 and 2020-21 academic years', belong to neither.
pub(super) fn kind_after(source: &str, at: usize) -> Option<(YearKind, usize)> {
    let kind = near::word_after(source, at)?;
    let found = KINDS.iter().find(|k| k.0.eq_ignore_ascii_case(kind.of(source)))?;
    let year = near::next_is(source, kind.end(), &[found.1, "years"])?;
    let shared = near::is_one_of(year.of(source), &["years"]);
    Some((found.2, if shared { at } else { year.end() }))
}

/// The kind of year before `at`, and where it starts; 'the academic years 2019/20 and 2020/21'
/// share theirs.
fn kind_before(source: &str, at: usize) -> Option<(YearKind, usize)> {
    let year = near::prev_is(source, at, &["year", "years"])?;
    let kind = near::word_before(source, year.start())?;
    let found = KINDS.iter().find(|k| k.0.eq_ignore_ascii_case(kind.of(source)))?;
    let shared = near::is_one_of(year.of(source), &["years"]);
    Some((found.2, if shared { at } else { kind.start() }))
}

/// A year that shares its kind with `other`, which words tell: the academic year that begins in
/// `first`.
pub(super) fn alike(other: DateValue, first: i16) -> Option<DateValue> {
    let kind = match other.first_day()?.month() {
        9 => YearKind::Academic,
        4 => YearKind::Financial,
        5 => YearKind::Municipal,
        _ => YearKind::Fiscal,
    };
    of_kind(kind, first)
}

fn of_kind(kind: YearKind, first: i16) -> Option<DateValue> {
    let (from, to) = match kind {
        YearKind::Academic => (9, 8),
        YearKind::Financial => (4, 3),
        YearKind::Municipal => (5, 5),
        YearKind::Fiscal => {
            return DateValue::range(DateValue::of_year(first)?, DateValue::of_year(first + 1)?);
        }
    };
    DateValue::range(DateValue::of_month(first, from)?, DateValue::of_month(first + 1, to)?)
}

/// The digits of a number around a hit.
fn digit_run(source: &str, hit: Span) -> Span {
    let bytes = source.as_bytes();
    let before =
        bytes[..hit.start()].iter().rev().take(8).take_while(|b| b.is_ascii_digit()).count();
    let after = bytes[hit.start()..].iter().take(8).take_while(|b| b.is_ascii_digit()).count();
    Span::new(hit.start() - before, hit.start() + after)
}

pub(super) fn read(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let run = digit_run(source, hit);
    if run.len() == 8 && run.start() == hit.start() {
        return numeric::basic(f, run);
    }
    if run.len() != 4 || run.start() != hit.start() || f.is_taken(run.start()) {
        return;
    }
    let Some(year) = full_year(source, run) else { return };
    if numeric::around_year(f, run) {
        return;
    }
    if let Some(start) = fiscal_mark(source, run.start()) {
        return marked_fiscal(f, start, run, year);
    }
    if is_glued(source, run) {
        return;
    }
    if decade(f, run, year) {
        return;
    }
    if let Some((second, end)) = second_year(source, run.end(), year) {
        return pair(f, run, year, second, end);
    }
    if let Some((kind, start)) = kind_before(source, run.start())
        && let Some(value) = of_kind(kind, year)
    {
        return f.push(Span::new(start, run.end()), Written::Fixed(value), &KIND_OF_YEAR);
    }
    if !is_year(f, run) || year < 1600 && !is_early_year(source, run) {
        return;
    }
    if let Some((period, start)) = relative::same_period_before(source, run.start()) {
        let written = Written::PeriodOf(period, year);
        return f.push(Span::new(start, run.end()), written, &relative::ANCHORED);
    }
    let start = f.modifier(run.start());
    f.push(Span::new(start, run.end()), Written::Fields(Fields::of_year(Year::Of(year))), &YEAR);
}

/// Where the 'FY' before a year at `at` starts: 'FY2022/23', 'FY 2022'.
fn fiscal_mark(source: &str, at: usize) -> Option<usize> {
    let end = source[..at].strip_suffix(' ').map_or(at, str::len);
    let start = source[..end].strip_suffix("FY")?.len();
    let free = near::char_before(source, start).is_none_or(|c| !c.is_alphanumeric());
    free.then_some(start)
}

/// 'FY2022/23' is a financial year, 'FY2022' a company's own.
fn marked_fiscal(f: &mut Finder<'_>, start: usize, run: Span, year: i16) {
    let source = f.source;
    let free = |at: usize| {
        near::char_after(source, at).is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '/' | '-'))
    };
    match second_year(source, run.end(), year) {
        Some((second, end)) if second == year + 1 && free(end) => {
            if let Some(value) = of_kind(YearKind::Financial, year) {
                f.push(Span::new(start, end), Written::Fixed(value), &KIND_OF_YEAR);
            }
        }
        None if free(run.end()) => {
            let written = Written::Fields(Fields::of_year(Year::Of(year)));
            f.push(Span::new(start, run.end()), written, &FISCAL);
        }
        _ => {}
    }
}

/// Whether a number of four digits is part of something longer, or a sum, or an address.
fn is_glued(source: &str, run: Span) -> bool {
    let bytes = source.as_bytes();
    let before = near::char_before(source, run.start());
    let after = near::char_after(source, run.end());
    let glue =
        |c: char| matches!(c, '/' | '_' | '@' | '#' | '=' | '&' | '£' | '$' | '€' | '\\' | '+');
    let digit = |at: Option<usize>| at.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit);
    before.is_some_and(|c| c.is_alphanumeric() || glue(c))
        || matches!(before, Some('.' | ',' | ':')) && digit(run.start().checked_sub(2))
        || after.is_some_and(|c| glue(c) && c != '/' && c != '&' || c == '%')
        || matches!(after, Some('.' | ',' | ':')) && digit(Some(run.end() + 1))
        || after.is_some_and(|c| c.is_alphanumeric() && c != 's')
}

/// The year joined to the one that ends at `at`: '-22', '/22', ' to 2022'; and where it ends.
pub(super) fn second_year(source: &str, at: usize, first: i16) -> Option<(i16, usize)> {
    let c = near::char_after(source, at)?;
    let start = if near::is_dash(c) || c == '/' {
        at + c.len_utf8()
    } else {
        let place = near::skip_space(source, at);
        match near::char_after(source, place) {
            Some(dash) if near::is_dash(dash) => near::skip_space(source, place + dash.len_utf8()),
            _ => near::skip_space(
                source,
                near::next_is(source, at, &["to", "until", "through"])?.end(),
            ),
        }
    };
    let word = near::run_at(source, start)?;
    let close = start == at + c.len_utf8();
    let second = match word.len() {
        4 => full_year(source, word)?,
        2 if close => first / 100 * 100 + word.of(source).parse::<i16>().ok()?,
        _ => return None,
    };
    // '1999-00'
    let second =
        if second == first / 100 * 100 && first % 100 == 99 { second + 100 } else { second };
    let after = near::char_after(source, word.end());
    let free = after.is_none_or(|c| !(near::is_dash(c) || c == '/' || c == '%'))
        || after.is_some_and(near::is_dash) && word.len() == 4;
    (second > first && second - first < 100 && free && (c != '/' || second == first + 1))
        .then_some((second, word.end()))
}

fn pair(f: &mut Finder<'_>, run: Span, first: i16, second: i16, end: usize) {
    let source = f.source;
    // 'PEEL 2023–25', 'Corporate Plan 2023-26'
    const NAMED: &[&str] = &["framework", "peel", "plan", "programme", "strategy", "vision"];
    if near::prev_is(source, run.start(), NAMED).is_some_and(|w| near::starts_upper(w.of(source))) {
        return;
    }
    // 'plan-2021-22' is the name of a file.
    if near::char_before(source, run.start()).is_some_and(near::is_dash) {
        return;
    }
    if second == first + 1 {
        let kind = kind_after(source, end)
            .map(|(kind, end)| (kind, run.start(), end))
            .or_else(|| kind_before(source, run.start()).map(|(kind, start)| (kind, start, end)));
        if let Some((kind, start, end)) = kind
            && let Some(value) = of_kind(kind, first)
        {
            let start = f.modifier(start);
            return f.push(Span::new(start, end), Written::Fixed(value), &KIND_OF_YEAR);
        }
    }
    let (a, b) = (Fields::of_year(Year::Of(first)), Fields::of_year(Year::Of(second)));
    f.push(Span::new(run.start(), end), Written::Range(a, b), &YEARS);
}

/// Whether a number below 1600 is a year: such numbers are mostly counts and times of day.
fn is_early_year(source: &str, run: Span) -> bool {
    const LEADS: &[&str] = &["in", "since", "circa", "year", "to", "of", "around", "about"];
    let Some(lead) = near::prev_is(source, run.start(), LEADS) else { return false };
    let rounded = near::is_one_of(lead.of(source), &["around", "about"]);
    let back = match lead.of(source) {
        // 'dates back to 1547'
        word if near::is_one_of(word, &["to"]) => {
            near::prev_is(source, lead.start(), &["back", "dates"]).is_some()
        }
        word if near::is_one_of(word, &["of"]) => {
            const EVENTS: &[&str] = &["charter", "battle", "siege", "fire", "act", "treaty"];
            near::prev_is(source, lead.start(), EVENTS).is_some()
        }
        _ => true,
    };
    // 'in 1400 shops', 'in 1500 of them', 'about 1400 tons'
    let counts = near::word_after(source, run.end()).is_some_and(|word| {
        let word = word.of(source);
        if rounded {
            return !near::is_one_of(word, &["and", "by", "for", "in", "to", "when"]);
        }
        word.ends_with('s') && !near::is_one_of(word, &["was", "is", "has", "as", "this", "his"])
            || near::is_one_of(word, &["of", "hours", "people", "men", "more", "new"])
    });
    back && !counts
}

/// Whether a number of four digits, free on both sides, is a year.
fn is_year(f: &Finder<'_>, run: Span) -> bool {
    let source = f.source;
    let before = near::word_before(source, run.start()).map(|w| w.of(source));
    let after = near::word_after(source, run.end()).map(|w| w.of(source));
    // 'the 2014 Order', but 'a 2009 order by three judges'
    let law = |w: &str| {
        near::is_one_of(w, &["act", "regulations", "directive"]) || w.starts_with("Order")
    };
    if after.is_some_and(law) {
        return false;
    }
    if names_law_after(source, run.end()) || names_law_before(source, run.start()) {
        return false;
    }
    // '1200 BC', '1200 B.C.'
    if near::next_is(source, run.end(), &["b", "bc", "bce"])
        .is_some_and(|era| near::starts_upper(era.of(source)))
    {
        return false;
    }
    // 'at 2000 GMT'
    const CLOCKS: &[&str] =
        &["gmt", "utc", "bst", "est", "edt", "cet", "hrs", "hours", "local", "et", "z", "h"];
    if near::next_is(source, run.end(), CLOCKS).is_some() {
        return false;
    }
    let counts = |w: &str| near::is_listed(w, COUNTED);
    if after.is_some_and(|w| counts(w) && !near::starts_upper(w)) {
        return false;
    }
    // '2000 sq ft', '1800 new homes', '1600 Larch Avenue'
    if let Some(next) = near::word_after(source, run.end()) {
        if near::starts_upper(next.of(source)) && super::is_way(source, next.end()) {
            return false;
        }
        let second = near::word_after(source, next.end()).map(|w| w.of(source));
        let plain = before.is_none_or(|w| !near::is_one_of(w, &["in", "since", "the"]));
        if plain && second.is_some_and(counts) && !near::starts_upper(next.of(source)) {
            return false;
        }
    }
    let Some(before) = before else {
        return is_about(source, run.start()) || opens(f, run);
    };
    if before.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    if near::is_listed(before, TEMPORAL) {
        return true;
    }
    if near::is_one_of(
        before,
        &[
            "the", "its", "their", "his", "her", "our", "my", "a", "mid", "spring", "summer",
            "autumn", "winter", "s", "whose", "both", "early", "was", "year", "years",
        ],
    ) {
        return true;
    }
    // 'expects 1990 earnings'
    if after.is_some_and(|w| near::is_listed(w, YEAR_NOUNS)) && !near::starts_upper(before) {
        return true;
    }
    if near::starts_upper(before) {
        // 'Act 1989', 'Vision 2030'; at the start of a sentence any word is high.
        return false;
    }
    // 'Outcomes 2021 and 2023'
    if let Some(and) = near::next_is(source, run.end(), &["and", "to"])
        && near::word_after(source, and.end()).is_some_and(|w| full_year(source, w).is_some())
    {
        return true;
    }
    // 'figures 2019', 'paragraph 2019' are no years; an adverb of time shows one.
    near::is_one_of(
        before,
        &[
            "only",
            "end",
            "above",
            "below",
            "under",
            "compared",
            "unlike",
            "back",
            "until",
            "was",
            "were",
            "is",
            "when",
            "but",
            "again",
            "while",
            "roughly",
            "approximately",
            "whereas",
            "post",
            "pre",
            "till",
            "late",
            "with",
            "against",
            "within",
            "into",
            "toward",
            "towards",
            "beyond",
        ],
    )
}

/// Whether 'c.' or 'ca.' stands before the year at `at`.
fn is_about(source: &str, at: usize) -> bool {
    let point = near::skip_space_back(source, at);
    let short = source[..point].strip_suffix('.').and_then(|s| near::run_before(source, s.len()));
    short.is_some_and(|word| matches!(word.of(source), "c" | "ca"))
}

/// Whether a year stands where a sentence, a bracket, a line or an item of a list opens.
fn opens(f: &Finder<'_>, run: Span) -> bool {
    let source = f.source;
    let place = near::skip_space_back(source, run.start());
    match near::char_before(source, place) {
        None => true,
        Some(c) if near::is_dash(c) => {
            // 'mid-2022', 'pre-2019', 'January – 2019'
            near::run_before(source, place - c.len_utf8()).is_some_and(|w| {
                near::is_one_of(w.of(source), &["mid", "pre", "post", "early", "late"])
            })
        }
        Some(',') => {
            // '2016, 2018 and 2021'
            let listed = f.found.last().is_some_and(|last| last.span.end() + 1 == place);
            // '(was inadequate, 2021)'
            let closes = near::char_after(source, run.end()) == Some(')');
            (listed || closes) && place < run.start()
        }
        Some(c) => {
            if c == '(' && names_law(f, place) {
                return false;
            }
            matches!(c, '(' | '[' | '.' | '!' | '?' | '“' | '"' | '‘' | ';' | '\n')
                && (c == '('
                    || near::word_after(source, run.end()).is_some()
                    || f.source.len() == run.end())
        }
    }
}

/// Laws that are called by their year.
const LAWS: &[&str] =
    &["act", "acts", "directive", "measure", "order", "regulation", "regulations"];

/// Whether a law is named after its year, which ends at `at`: 'the 1989 Children Act', 'the 2004
/// Children and Families Act'.
fn names_law_after(source: &str, at: usize) -> bool {
    /// As many words as a law's name holds.
    const WORDS: usize = 7;
    const SMALL: &[&str] = &["and", "at", "for", "in", "of", "the", "to"];
    let mut at = at;
    for count in 0..WORDS {
        let Some(word) = near::word_after(source, at) else { return false };
        let text = word.of(source);
        let high = near::starts_upper(text);
        if high && count > 0 && near::is_one_of(text, LAWS) {
            return true;
        }
        if !high && (count == 0 || !near::is_one_of(text, SMALL)) {
            return false;
        }
        at = word.end();
    }
    false
}

/// Whether a law is named before its year, which starts at `at`: 'the Housing Act of 1996'.
fn names_law_before(source: &str, at: usize) -> bool {
    near::prev_is(source, at, &["of"])
        .and_then(|of| near::prev_is(source, of.start(), LAWS))
        .is_some_and(|law| near::starts_upper(law.of(source)))
}

/// Whether the bracket that ends at `at` opens after a law or a day, whose year in it is no date of
/// its own: 'the Care Regulations (2001)', 'Regulation No 1025 (2001)', '30/04/2013 (2001)'.
fn names_law(f: &Finder<'_>, at: usize) -> bool {
    const LAWS: &[&str] =
        &["act", "code", "directive", "measure", "order", "regulation", "regulations", "rules"];
    let source = f.source;
    let open = at.saturating_sub(1);
    let place = near::skip_space_back(source, open);
    if f.found.last().is_some_and(|last| last.span.end() == place && is_whole_day(last.written)) {
        return true;
    }
    let Some(word) = near::word_before(source, open) else { return false };
    let text = word.of(source);
    near::starts_upper(text) && near::is_one_of(text, LAWS)
        || text.bytes().all(|b| b.is_ascii_digit())
            && near::prev_is(source, word.start(), &["no", "number", "regulation"]).is_some()
}

fn is_whole_day(written: Written) -> bool {
    matches!(written, Written::Fields(fields) if fields.is_day() && fields.year != Year::Unwritten)
}

fn decade(f: &mut Finder<'_>, run: Span, year: i16) -> bool {
    let source = f.source;
    let rest = &source[run.end()..];
    let length = match rest.as_bytes() {
        [b's', ..] => 1,
        [b'\'', b's', ..] if year % 10 == 0 => 2,
        _ => return false,
    };
    let end = run.end() + length;
    if near::char_after(source, end).is_some_and(char::is_alphanumeric) {
        return true;
    }
    if length == 2 && near::prev_is(source, run.start(), &["the", "early", "late", "mid"]).is_none()
    {
        return false;
    }
    // 'the 1800s' last a hundred years, 'the 2000s' ten.
    let (value, rule) = match year {
        _ if year % 100 == 0 && year < 2000 => (DateValue::century(year), &CENTURY),
        _ => (DateValue::decade(year).filter(|_| year % 10 == 0), &DECADE),
    };
    if let Some(value) = value {
        let start = f.modifier(run.start());
        f.push(Span::new(start, end), Written::Fixed(value), rule);
    }
    true
}

/// 'the sixties', 'the early Seventies', but not 'her sixties'.
pub(super) fn decade_in_words(f: &mut Finder<'_>, hit: Span) {
    const TENS: [&str; 8] = [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];
    let source = f.source;
    let start = f.modifier(hit.start());
    // 'the Fifties and Sixties'
    let second = || {
        near::prev_is(source, start, &["and", "or"]).is_some_and(|and| {
            f.found.last().is_some_and(|last| {
                last.rule.name == DECADE.name && and.start() - last.span.end() <= 1
            })
        })
    };
    let the = near::prev_is(source, start, &["the"]).is_some() || second();
    let of = near::next_is(source, hit.end(), &["of"]).is_some();
    if near::is_one_of(hit.of(source), &["noughties"]) {
        if let Some(value) = DateValue::decade(2000).filter(|_| the && !of) {
            f.push(Span::new(start, hit.end()), Written::Fixed(value), &DECADE);
        }
        return;
    }
    let Some(tens) = TENS.iter().position(|tens| near::is_one_of(hit.of(source), &[tens])) else {
        return;
    };
    if let Some(value) = DateValue::decade(1920 + 10 * tens as i16).filter(|_| the && !of) {
        f.push(Span::new(start, hit.end()), Written::Fixed(value), &DECADE);
    }
}

/// 'the 70s', 'the ’80s'.
pub(super) fn short_decade(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let start = match near::char_before(source, hit.start()) {
        Some(c @ ('\'' | '’')) => hit.start() - c.len_utf8(),
        Some(c) if near::is_dash(c) || c == ' ' || c == '\n' => hit.start(),
        _ => return,
    };
    let Ok(tens) = hit.of(source)[..2].parse::<i16>() else { return };
    // 'temperatures in the 40s', but 'the ’40s'
    if tens < 50 && start == hit.start() {
        return;
    }
    let from = f.modifier(start);
    let shown = near::prev_is(source, from, &["the"]).is_some()
        || near::prev_is(source, from, &["and", "or"]).is_some()
            && f.found
                .last()
                .is_some_and(|m| m.rule.name == DECADE.name && hit.start() - m.span.end() < 12);
    let degrees = near::next_is(source, hit.end(), &["degrees", "fahrenheit", "celsius"]).is_some();
    if !shown || degrees {
        return;
    }
    if let Some(value) = DateValue::decade(1900 + tens) {
        f.push(Span::new(from, hit.end()), Written::Fixed(value), &DECADE);
    }
}

/// '’82', after a word that shows a date.
pub(super) fn short(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let digit = hit.end() - 1;
    let Some(word) = near::run_at(source, digit) else { return };
    let text = word.of(source);
    if text.len() != 2 || !text.bytes().all(|b| b.is_ascii_digit()) || f.is_taken(hit.start()) {
        return;
    }
    // 'in '87', 'in late '87'
    let start = f.modifier(hit.start());
    if near::prev_is(source, start, &["in", "since", "of", "until", "by", "from"]).is_none() {
        return;
    }
    let year = expand(text.parse().unwrap_or(0));
    f.push(Span::new(start, word.end()), Written::Fields(Fields::of_year(Year::Of(year))), &YEAR);
}

pub(super) fn century(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let end = near::skip_space_back(source, hit.start());
    let dash = near::char_before(source, end).filter(|c| near::is_dash(*c));
    let end = dash.map_or(end, |dash| end - dash.len_utf8());
    let Some(word) = near::run_before(source, end) else { return };
    let text = word.of(source);
    if let Some((number, place)) = ordinal_of_century(source, word) {
        let start = f.modifier(place);
        other_century(f, start);
        if let Some(value) = DateValue::century((number - 1) * 100) {
            f.push(Span::new(start, hit.end()), Written::Fixed(value), &CENTURY);
        }
        return;
    }
    if near::is_one_of(hit.of(source), &["centuries"]) {
        return;
    }
    let count = match () {
        () if near::is_one_of(text, &["last"]) => -1,
        () if near::is_one_of(text, &["this"]) => 0,
        () if near::is_one_of(text, &["next"]) => 1,
        () => return,
    };
    let written = Written::Offset { unit: Unit::Century, count, from: super::relative::TEXT };
    let start = f.modifier(word.start());
    f.push(Span::new(start, hit.end()), written, &CENTURY);
}

/// The first of two centuries that share their word, before the second at `at`: 'the *18th* and 19th
/// centuries'.
fn other_century(f: &mut Finder<'_>, at: usize) {
    let source = f.source;
    let at = near::prev_is(source, at, &["the"]).map_or(at, |the| the.start());
    let Some(and) = near::prev_is(source, at, &["and", "or", "to"]) else { return };
    let Some(word) = near::word_before(source, and.start()) else { return };
    let Some((number, place)) = ordinal_of_century(source, word) else { return };
    let start = f.modifier(place);
    let the = near::prev_is(source, start, &["the"]);
    let Some(value) = the.and(DateValue::century((number - 1) * 100)) else { return };
    // 'from the 18th' was read as a day.
    while f.found.last().is_some_and(|last| last.span.end() > start) {
        f.found.pop();
    }
    f.push(Span::new(start, word.end()), Written::Fixed(value), &CENTURY);
}

/// The century that '18th', 'twentieth' or 'twenty-first' numbers, and where the word starts.
fn ordinal_of_century(source: &str, word: Span) -> Option<(i16, usize)> {
    const WORDS: [&str; 9] = [
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let text = word.of(source);
    if let Some((number, true)) = near::day_number(text) {
        return Some((i16::from(number), word.start()));
    }
    if let Some(at) = WORDS.iter().position(|listed| listed.eq_ignore_ascii_case(text)) {
        return Some((12 + at as i16, word.start()));
    }
    let dash = near::char_before(source, word.start()).filter(|c| near::is_dash(*c))?;
    let twenty = near::run_before(source, word.start() - dash.len_utf8())?;
    (near::is_one_of(text, &["first"]) && near::is_one_of(twenty.of(source), &["twenty"]))
        .then(|| (21, twenty.start()))
}

/// 'fiscal 1989', 'fiscal year 1990'.
pub(super) fn fiscal(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let at = near::next_is(source, hit.end(), &["year"]).map_or(hit.end(), |year| year.end());
    let Some(word) = near::word_after(source, at) else { return };
    let Some(year) = full_year(source, word) else { return };
    if second_year(source, word.end(), year).is_none() {
        let written = Written::Fields(Fields::of_year(Year::Of(year)));
        f.push(Span::new(hit.start(), word.end()), written, &FISCAL);
    }
}

/// 'the last academic year', 'this financial year', at its word 'year'. Whether it was one.
pub(super) fn relative_kind(f: &mut Finder<'_>, hit: Span) -> bool {
    let source = f.source;
    let Some(kind) = near::word_before(source, hit.start()) else { return false };
    let Some(&(_, _, of)) = KINDS.iter().find(|k| k.0.eq_ignore_ascii_case(kind.of(source))) else {
        return false;
    };
    // 'the financial year 2025-26' is read at its years.
    let years = near::word_after(source, hit.end());
    if years.is_some_and(|word| full_year(source, word).is_some()) {
        return true;
    }
    let Some(pick) = near::word_before(source, kind.start()) else { return true };
    let modified = f.modifier(kind.start());
    let count = match pick.of(source) {
        w if near::is_one_of(w, &["last", "latest", "previous", "past"]) => -1,
        w if near::is_one_of(w, &["this", "current"]) => 0,
        w if near::is_one_of(w, &["next", "coming", "following", "new"]) => 1,
        w if near::is_one_of(w, &["the"]) && modified < kind.start() => 0,
        _ => return true,
    };
    let start = if modified < kind.start() { modified } else { f.modifier(pick.start()) };
    f.push(Span::new(start, hit.end()), Written::YearOf(of, count), &KIND_OF_YEAR);
    true
}
