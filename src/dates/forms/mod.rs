//! The forms of dates: each trigger word is read with the words beside it, and what is found is
//! kept as written.

mod feast;
mod join;
mod month;
mod numeric;
mod relative;
mod season;
mod weekday;
mod year;

pub(super) use feast::BANK_HOLIDAY;
pub(super) use numeric::NAME as NUMERIC;

use super::near;
use super::written::{Fields, Mention, Written, Year};
use crate::record::Span;
use crate::rule::Rule;
use crate::scan::{Hit, Topic, Triggers};

pub(crate) static TRIGGERS: Triggers = Triggers {
    topic: Topic::Dates,
    words: &[crate::tables::dates::TRIGGERS],
    // Years, dates in digits, and years cut short ('’82').
    pieces: &[
        "13", "14", "15", "16", "17", "18", "19", "20", "/", ".0", ".1", "-8", "-9", "'0", "'1",
        "'2", "'4", "'5", "'6", "'7", "'8", "'9", "’0", "’1", "’2", "’4", "’5", "’6", "’7", "’8",
        "’9",
    ],
};

/// The rules of all forms.
pub(super) static RULES: &[&Rule] = &[
    &month::DAY,
    &month::DAYS,
    &month::MONTH,
    &month::HALF_TERM,
    &month::ORDINAL,
    &numeric::NUMERIC,
    &numeric::ISO,
    &year::YEAR,
    &year::YEARS,
    &year::KIND_OF_YEAR,
    &year::DECADE,
    &year::CENTURY,
    &year::FISCAL,
    &weekday::WEEKDAY,
    &weekday::WEEKDAY_AND_DAY,
    &weekday::NTH,
    &season::SEASON,
    &season::SCHOOL_TERM,
    &season::TERM,
    &season::UNTOLD,
    &season::QUARTER,
    &season::HALF,
    &relative::DAY,
    &relative::UNIT,
    &relative::AGO,
    &relative::LATER,
    &relative::ANCHORED,
    &relative::WEEK_OF,
    &relative::NTH_WEEK,
    &feast::FEAST,
    &feast::BANK_HOLIDAY,
];

/// Reads a text's hits into mentions, in the order of the text.
pub(super) fn read(source: &str, hits: &[Hit]) -> Vec<Mention> {
    let mut finder = Finder { source, found: Vec::new(), named: 0 };
    for hit in hits {
        finder.read(hit);
    }
    join::join(source, finder.found)
}

/// What has been found so far.
pub(super) struct Finder<'t> {
    pub source: &'t str,
    found: Vec<Mention>,
    /// The months after which somebody in the text is named, as one bit each.
    named: u16,
}

impl<'t> Finder<'t> {
    fn read(&mut self, hit: &Hit) {
        let bytes = hit.word.as_bytes();
        match bytes {
            [b'/' | b'.' | b'-', ..] => numeric::read(self, hit.span),
            [b'q', b'1'..=b'4'] => season::quarter_number(self, hit.span, bytes[1] - b'0'),
            [b'\'' | 0xE2, ..] => year::short(self, hit.span),
            [b'0'..=b'9', b'0'..=b'9'] => year::read(self, hit.span),
            [b'0'..=b'9', b'0', b's'] => year::short_decade(self, hit.span),
            [b'0'..=b'9', ..] => month::ordinal_day(self, hit.span),
            _ => self.read_word(hit),
        }
    }

    fn read_word(&mut self, hit: &Hit) {
        if let Some((number, full)) = near::month(hit.word) {
            return month::read(self, hit.span, number, full);
        }
        match hit.word {
            "spring" | "summer" | "autumn" | "winter" | "fall" => season::read(self, hit.span),
            "term" => season::term(self, hit.span),
            "quarter" => season::quarter(self, hit.span),
            "half" => season::half(self, hit.span),
            "midyear" => relative::mid_year(self, hit.span),
            "christmas" | "easter" | "whitsun" | "halloween" | "hallowe" | "thanksgiving" => {
                feast::read(self, hit.span);
            }
            "holiday" => feast::bank_holiday(self, hit.span),
            "night" if feast::named_night(self, hit.span) => {}
            "today" | "yesterday" | "tomorrow" | "tonight" | "night" | "morning" | "afternoon"
            | "evening" => relative::part_of_day(self, hit.span),
            "twenties" | "thirties" | "forties" | "fifties" | "sixties" | "seventies"
            | "eighties" | "nineties" | "noughties" => year::decade_in_words(self, hit.span),
            "fiscal" => year::fiscal(self, hit.span),
            "century" | "centuries" => year::century(self, hit.span),
            word => match near::weekday(word) {
                Some(day) => weekday::read(self, hit.span, day),
                None => relative::unit(self, hit.span),
            },
        }
    }

    /// Records a mention. One that holds earlier ones takes their place; one that only shares
    /// some of their text is left out.
    fn push(&mut self, span: Span, written: Written, rule: &'static Rule) {
        while let Some(last) = self.found.last() {
            if !last.span.overlaps(span) {
                break;
            }
            if span.encloses(last.span) && span != last.span {
                self.found.pop();
            } else {
                return;
            }
        }
        self.found.push(Mention { span, written, rule });
    }

    /// Whether the place is part of a mention already.
    fn is_taken(&self, at: usize) -> bool {
        self.found.last().is_some_and(|last| at < last.span.end())
    }

    /// The start of 'early', 'mid-', 'the end of' and the like before a month, season or year.
    fn modifier(&self, start: usize) -> usize {
        let source = self.source;
        if near::char_before(source, start).is_some_and(near::is_dash) {
            let dash = start - near::char_before(source, start).map_or(0, char::len_utf8);
            return match near::run_before(source, dash) {
                Some(word) if near::is_one_of(word.of(source), &["mid", "early", "late"]) => {
                    word.start()
                }
                _ => start,
            };
        }
        if let Some(word) = near::prev_is(source, start, &["early", "mid", "late"]) {
            return word.start();
        }
        let of = match near::prev_is(source, start, &["the"]) {
            Some(the) => near::prev_is(source, the.start(), &["of"]),
            None => near::prev_is(source, start, &["of"]),
        };
        of.and_then(|of| near::prev_is(source, of.start(), MODIFIERS))
            .map_or(start, |word| word.start())
    }

    /// A year after `at`: ', 2023', ''21', 'last year', 'of that year'.
    fn year_after(&self, at: usize) -> Option<(Year, usize)> {
        let source = self.source;
        let comma = near::char_after(source, at) == Some(',');
        let from = at + usize::from(comma);
        if let Some(word) = near::word_after(source, from)
            && let Some(year) = full_year(source, word)
        {
            return Some((Year::Of(year), word.end()));
        }
        if comma {
            return None;
        }
        let from = near::skip_space(source, at);
        if let Some(rest) = source[from..].strip_prefix(['\'', '’']) {
            let start = source.len() - rest.len();
            let word = near::run_at(source, start).filter(|w| w.len() == 2 && from > at)?;
            let year: i16 = word.of(source).parse().ok()?;
            return Some((Year::Of(expand(year)), word.end()));
        }
        let of = near::next_is(source, at, &["of"]).map_or(at, |of| of.end());
        let the = near::next_is(source, of, &["the"]).map_or(of, |the| the.end());
        let word = near::word_after(source, the)?;
        // 'June of 1950'
        if let Some(year) = full_year(source, word).filter(|_| of > at && the == of) {
            return Some((Year::Of(year), word.end()));
        }
        let year = near::next_is(source, word.end(), &["year"])?;
        let hint = match () {
            () if near::is_one_of(word.of(source), &["last"]) => Year::Relative(-1),
            () if near::is_one_of(word.of(source), &["this", "current"]) => Year::Relative(0),
            () if near::is_one_of(word.of(source), &["next"]) => Year::Relative(1),
            () if near::is_one_of(word.of(source), &["that", "same"]) => Year::OfAnchor(0),
            () if near::is_one_of(word.of(source), &["following"]) => Year::OfAnchor(1),
            () if near::is_one_of(word.of(source), &["previous"]) => Year::OfAnchor(-1),
            () => return None,
        };
        // 'in March last year's figures' and 'March this year to' alike.
        Some((hint, year.end()))
    }
}

const MODIFIERS: &[&str] = &["end", "start", "beginning", "middle", "close", "turn", "rest"];

/// The year that a word of four digits is, not cut out of a longer number.
fn full_year(source: &str, word: Span) -> Option<i16> {
    let digits = word.of(source);
    if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut after = source[word.end()..].chars();
    if let (Some('.' | ','), Some(next)) = (after.next(), after.next())
        && next.is_ascii_digit()
    {
        return None;
    }
    digits.parse().ok().filter(|year| (1000..2200).contains(year))
}

/// The year that two digits stand for.
fn expand(year: i16) -> i16 {
    if year < 40 { 2000 + year } else { 1900 + year }
}

/// Whether a month, weekday or season at `span` is part of a name: of a person, a street, a
/// school, a newspaper.
fn is_name(source: &str, span: Span) -> bool {
    use crate::tables::dates::{NAME_NOUNS, TEMPORAL, TITLES};
    let before = near::word_before(source, span.start()).map(|w| w.of(source));
    let after = near::word_after(source, span.end()).map(|w| w.of(source));
    // 'Judge May', 'headteacher April Sanderson', but not 'a judge Monday delayed'
    let titled = |word| {
        near::is_listed(word, TITLES)
            && (near::starts_upper(word) || after.is_some_and(near::starts_upper))
    };
    if before.is_some_and(titled) {
        return true;
    }
    let Some(after) = after.filter(|word| near::starts_upper(word)) else {
        // 'Daniel May asked': a name before, nothing that shows a date.
        return before.is_some_and(|word| {
            near::starts_upper(word)
                && !near::is_listed(word, TEMPORAL)
                && !is_sentence_start(source, span.start() - word.len() - 1)
                && near::weekday(word).is_none()
        });
    };
    if near::is_listed(after, NAME_NOUNS) {
        return true;
    }
    match before {
        Some(word) => near::is_one_of(word, &["the", "and"]),
        None => false,
    }
}

/// Whether the word after `at` is that of a street in an address: '12 May Street'.
fn is_way(source: &str, at: usize) -> bool {
    const WAYS: &[&str] =
        &["avenue", "ave", "street", "st", "road", "boulevard", "blvd", "drive", "lane"];
    near::next_is(source, at, WAYS).is_some_and(|word| near::starts_upper(word.of(source)))
}

/// Whether nothing but marks stands between `at` and the end of the sentence before.
fn is_sentence_start(source: &str, at: usize) -> bool {
    let before =
        source[..source.floor_char_boundary(at)].trim_end_matches(['“', '"', '‘', '\'', '(', ' ']);
    before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':', '…'])
}

/// Whether the characters beside `span` show an address, a file name or a tag.
fn is_in_address(source: &str, span: Span) -> bool {
    let glued = |c: char| matches!(c, '/' | '_' | '@' | '#' | '=' | '&' | '%' | '\\' | '~');
    let before = near::char_before(source, span.start());
    let mut after = source[span.end()..].chars();
    let (next, second) = (after.next(), after.next());
    before.is_some_and(|c| glued(c) || c == '.')
        || next.is_some_and(glued)
        || (next == Some('.') && second.is_some_and(char::is_alphanumeric))
}

/// Where the words that are known to be a date give way to 'and', lists hold several.
fn fields_day(day: u8, weekday: Option<u8>, month: u8, year: Year) -> Fields {
    Fields { weekday, ..Fields::of_day(day, month, year) }
}
