//! Dates with the name of a month, their lists and ranges of days.
//!
//! | text | as written |
//! | --- | --- |
//! | '**Tuesday 4 July 2023**', '**July 4, 2023**', '**the 4th of July**' | a day |
//! | '**12 to 23 October 2023**', 'between **September 18 and 29**' | a range |
//! | '**14-17** and **25-30 October**' | two ranges |
//! | '**December**', '**mid-September**', '**May last year**' | a month |

use super::{Finder, fields_day, is_in_address, is_name, is_sentence_start};
use crate::dates::near;
use crate::dates::value::DateValue;
use crate::dates::written::{Feast, Fields, From, When, Written, Year};
use crate::record::Span;
use crate::rule::{Rule, reads};

pub(super) static DAY: Rule = Rule {
    name: "date.day",
    about: "A day with its month, in every order, with or without weekday and year.",
    reads: &[
        reads("The hall opened on [[Tuesday 4 July 2023]].", "2023-07-04 other"),
        reads("It met on [[October 12th, 2023]], and on [[2 Sept 2023]].", "2023-"),
        reads("It met on [[12-Oct-2023]] and on [[2 Sept 23]].", "2023-"),
        reads("It met on the [[twenty-first of October 2023]].", "2023-10-21"),
        reads("It opened on the [[3rd of October]].", "XXXX-10-03 other"),
        reads("Published: 16 October 2023\nIt closed on [[Tues 3 Oct]].", "2023-10-03"),
        reads("Published: 16 October 2023\nIt closed on [[October 2 last year]].", "2022-10-02"),
        reads("Published: 16 October 2023\nIt has been shut since [[last Nov. 2]].", "2022-11-02"),
    ],
    leaves: &["Some pupils may, 12 months on, still need help.", "In March 20 pupils left."],
};

pub(super) static DAYS: Rule = Rule {
    name: "date.days",
    about: "Several days that share a month: a range, days in a row, or a list.",
    reads: &[
        reads("The shop was shut from [[12 to 23 October 2023]].", "2023-10-12/2023-10-23"),
        reads("It met between [[September 18 and 29]].", "XXXX-09-18/XXXX-09-29"),
        reads("It met on [[3, 4 and 5 October 2023]].", "2023-10-03/2023-10-05"),
        reads(
            "The fair was on [[Tuesday 3 and Wednesday 4 October 2023]].",
            "2023-10-03/2023-10-04",
        ),
        reads("It met on [[June 3]], [[10]] and [[17, 2024]].", "2024-06-"),
        reads("Trains stop on [[14-17]] and [[25-30 October 2022]].", "2022-10"),
    ],
    leaves: &["Lee, 12, and Mo, 10, came in October 2022."],
};

pub(super) static MONTH: Rule = Rule {
    name: "date.month",
    about: "A month, with or without its year.",
    reads: &[
        reads("The manager left in [[December 2021]].", "2021-12 other"),
        reads("It opened in [[September, 2012]] and shut in [[Feb. 2020]].", "20"),
        reads("Published: 16 October 2023\nIt was sold in [[mid-September]].", "2023-09"),
        reads("Published: 16 October 2023\nIt was sold in [[May of last year]].", "2022-05"),
        reads("It must be sold by the [[end of March]].", "XXXX-03 deadline"),
    ],
    leaves: &[
        "Leaders may wish to read it.",
        "Headteacher April Sanderson said Cllr Daniel May was there.",
        "The home in May Road is near March, Cambridgeshire.",
        "The home is at 12 May Street.",
        "Targets are set each September.",
        "Children march into an august hall.",
        "The May family sat down.",
        "Mrs May spoke to April, and May was told by June. It was the sixth November in a row.",
    ],
};

pub(super) static HALF_TERM: Rule = Rule {
    name: "date.half_term",
    about: "A half-term holiday that its month names.",
    reads: &[reads("The pool was shut in the [[October half-term]].", "XXXX-10")],
    leaves: &["The half-term holiday was wet."],
};

pub(super) static ORDINAL: Rule = Rule {
    name: "date.ordinal_day",
    about: "A day of a month told before: 'on the 13th'.",
    reads: &[
        reads("They came on 4 June 2024, and again on the [[13th]].", "2024-06-13"),
        reads("Published: 4 June 2024\nRent is due on the [[10th of this month]].", "2024-06-10"),
        reads("Published: 4 June 2024\nRent is due by the [[1st of next month]].", "2024-07-01"),
    ],
    leaves: &[
        "It is the 13th school in the trust.",
        "He came 13th.",
        "Rent is due on the 10th of every month.",
    ],
};

/// How a day of a list is tied to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Tie {
    To,
    And,
    Comma,
}

#[derive(Clone, Copy, Debug)]
struct Item {
    span: Span,
    day: u8,
    weekday: Option<u8>,
    /// The tie to the item after it.
    tie: Tie,
}

/// As many days as a list may hold.
const LIST: usize = 12;

pub(super) fn read(f: &mut Finder<'_>, hit: Span, month: u8, full: bool) {
    let source = f.source;
    let name = hit.of(source);
    let high = near::starts_upper(name);
    let mut end = hit.end();
    if !full && near::char_after(source, end) == Some('.') {
        end += 1;
    }
    if glued_day(f, hit, month) {
        return;
    }
    if is_in_address(source, hit) || is_in_address(source, Span::new(hit.start(), end)) {
        return;
    }
    let dot = (end > hit.end()).then_some(end);
    if month == 7 && full && fourth_of_july(f, hit) {
        return;
    }
    let word_like = !high && matches!(month, 3 | 5 | 8) && full || !high && !full;
    let mut items = days_before(source, hit.start());
    let (start, mut last) = (items.first().map_or(hit.start(), |item| item.span.start()), end);
    if items.is_empty() {
        if word_like {
            return;
        }
        items = days_after(source, hit.start(), end);
        if let Some(item) = items.last() {
            last = item.span.end();
        }
        let begin =
            if items.is_empty() { hit.start() } else { weekday_before(source, hit.start()).0 };
        let weekday = if items.is_empty() { None } else { weekday_before(source, hit.start()).1 };
        let year = f.year_after(last).unwrap_or((Year::Unwritten, last));
        if items.is_empty() {
            let end = if dot == Some(year.1) { hit.end() } else { year.1 };
            return read_month(f, hit, month, full, (year.0, end));
        }
        if let Some(item) = items.first_mut() {
            item.weekday = item.weekday.or(weekday);
        }
        let year = year_of_days(source, year, last);
        return push_days(f, &items, month, year.0, begin, year.1, true);
    }
    if super::is_way(source, last) {
        return;
    }
    let short = || if full { None } else { short_year(source, last) };
    let year = f.year_after(last).or_else(short).unwrap_or((Year::Unwritten, last));
    // The point after 'Oct' at the end of a sentence is the sentence's.
    let end = if dot == Some(year.1) { hit.end() } else { year.1 };
    push_days(f, &items, month, year.0, start, end, false);
}

/// '12-Oct-2023', '3/Mar/22'. Whether it was one.
fn glued_day(f: &mut Finder<'_>, hit: Span, month: u8) -> bool {
    let source = f.source;
    let bytes = source.as_bytes();
    let Some(&mark @ (b'-' | b'/' | b'.')) =
        hit.start().checked_sub(1).and_then(|at| bytes.get(at))
    else {
        return false;
    };
    if bytes.get(hit.end()) != Some(&mark) {
        return false;
    }
    let Some(word) = near::run_before(source, hit.start() - 1) else { return false };
    let Some((day, false)) = near::day_number(word.of(source)) else { return false };
    let Some(year) = near::run_at(source, hit.end() + 1) else { return false };
    let digits = year.of(source);
    if !digits.bytes().all(|b| b.is_ascii_digit()) || !matches!(digits.len(), 2 | 4) {
        return false;
    }
    let number = digits.parse().unwrap_or(0);
    let number = if digits.len() == 2 { super::expand(number) } else { number };
    let glue = |c: char| matches!(c, '-' | '/' | '_' | '=' | '@');
    let cut = near::char_before(source, word.start()).is_some_and(|c| glue(c) || c == '.')
        || near::char_after(source, year.end()).is_some_and(glue);
    if cut || !(1000..2200).contains(&number) || DateValue::day(number, month, day).is_none() {
        return false;
    }
    let written = Written::Fields(Fields::of_day(day, month, Year::Of(number)));
    f.push(Span::new(word.start(), year.end()), written, &DAY);
    true
}

/// ' 19' after '5 Mar', where nothing that it could count follows.
fn short_year(source: &str, at: usize) -> Option<(Year, usize)> {
    const GO_ON: &[&str] = &["and", "at", "but", "to", "until", "when"];
    let word = near::word_after(source, at).filter(|word| word.len() == 2)?;
    let year: i16 = word.of(source).parse().ok().filter(|year| (1..40).contains(year))?;
    let closed = match near::char_after(source, word.end()) {
        None | Some('\n' | '\r' | ')' | ';' | ',') => true,
        Some('.') => near::char_after(source, word.end() + 1).is_none_or(char::is_whitespace),
        Some(' ') => near::next_is(source, word.end(), GO_ON).is_some(),
        _ => false,
    };
    closed.then(|| (Year::Of(super::expand(year)), word.end()))
}

/// 'the Fourth of July', 'July Fourth'. Whether it was the holiday.
fn fourth_of_july(f: &mut Finder<'_>, hit: Span) -> bool {
    let source = f.source;
    let before = near::phrase_before(source, hit.start(), "fourth of");
    let after = near::next_is(source, hit.end(), &["fourth"])
        .filter(|word| near::starts_upper(word.of(source)));
    let span = match (before, after) {
        (Some(start), _) => Span::new(start, hit.end()),
        (None, Some(fourth)) => Span::new(hit.start(), fourth.end()),
        (None, None) => return false,
    };
    super::feast::push(f, span.start(), span.end(), Feast::Fixed(7, 4));
    true
}

/// 'October 12, 2000 people came': the number is no year.
fn year_of_days(source: &str, year: (Year, usize), last: usize) -> (Year, usize) {
    match near::word_after(source, year.1) {
        Some(noun)
            if year.1 > last && near::is_listed(noun.of(source), crate::tables::dates::COUNTED) =>
        {
            (Year::Unwritten, last)
        }
        _ => year,
    }
}

/// Records the days of a list as days and ranges. `month_first` for 'October 12 and 13'.
fn push_days(
    f: &mut Finder<'_>,
    items: &[Item],
    month: u8,
    year: Year,
    start: usize,
    end: usize,
    month_first: bool,
) {
    let source = f.source;
    let between = items.len() == 2 && near::prev_is(source, start, &["between"]).is_some();
    let mut at = 0;
    while at < items.len() {
        let first = at;
        while at + 1 < items.len() {
            let (item, next) = (&items[at], &items[at + 1]);
            let joins = item.tie == Tie::To || between || next.day == item.day + 1;
            if !joins {
                break;
            }
            at += 1;
        }
        let (a, b) = (&items[first], &items[at]);
        at += 1;
        let from = if first == 0 { start } else { a.span.start() };
        let to = if at == items.len() { end } else { b.span.end() };
        let to = if month_first && at < items.len() { b.span.end() } else { to };
        let mut one = fields_day(a.day, a.weekday, month, year);
        let mut from = from;
        // 'last Aug. 12'
        if month_first
            && items.len() == 1
            && year == Year::Unwritten
            && let Some((when @ (When::Last | When::Next), place)) =
                super::weekday::when_before(source, from)
        {
            (one.when, from) = (when, place);
        }
        let (written, rule) = if a.day == b.day {
            (Written::Fields(one), if items.len() == 1 { &DAY } else { &DAYS })
        } else {
            (Written::Range(one, fields_day(b.day, b.weekday, month, year)), &DAYS)
        };
        f.push(Span::new(from, to), written, rule);
    }
}

/// The weekday before `at`, with 'the' between or not, and where it starts.
fn weekday_before(source: &str, at: usize) -> (usize, Option<u8>) {
    let mut end = near::skip_space_back(source, at);
    if let Some(the) = near::prev_is(source, at, &["the"]) {
        end = near::skip_space_back(source, the.start());
    }
    let mut end = source[..end].strip_suffix(',').map_or(end, str::len);
    let point = source[..end].ends_with('.');
    if point {
        end -= 1;
    }
    if end == at {
        return (at, None);
    }
    // A headline that ends with a weekday, over the date line.
    if source[end..at].contains('\n') && is_date_line(source, at) {
        return (at, None);
    }
    match near::run_before(source, end) {
        Some(word) if near::starts_upper(word.of(source)) => match near::weekday(word.of(source)) {
            // 'Tues. 3 Oct', but not '… on Tuesday. 3 October was a Monday'
            Some(day) if !point || word.len() <= 5 => (word.start(), Some(day)),
            _ => (at, None),
        },
        _ => (at, None),
    }
}

/// Whether the line that starts at `at` is a date with its year and nothing else, and no end of a
/// sentence that the line before has begun.
fn is_date_line(source: &str, at: usize) -> bool {
    let end = (at + 24).min(source.len());
    let rest = &source.as_bytes()[at..end];
    let line = match rest.iter().position(|b| *b == b'\n') {
        Some(end) => &rest[..end],
        None if end == source.len() => rest,
        None => return false,
    };
    let line = line.trim_ascii_end();
    !line.ends_with(b".") && line.windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

/// The days of a list that ends before the month at `at`, in the order of the text.
fn days_before(source: &str, at: usize) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let of = near::prev_is(source, at, &["of"]);
    let mut at = of.map_or(at, |of| of.start());
    // 'this 20th day of February'
    if let Some(of) = of
        && let Some(word) = near::prev_is(source, of.start(), &["day"])
        && let Some(number) = near::word_before(source, word.start())
        && let Some((day, true)) = near::day_number(number.of(source))
    {
        let span = Span::new(number.start(), of.end());
        return vec![Item { span, day, weekday: None, tie: Tie::Comma }];
    }
    let mut tie = Tie::Comma;
    // 'the sixth of November'
    if of.is_some()
        && let Some((day, place)) = day_in_words(source, at)
    {
        if near::prev_is(source, place, &["the"]).is_none() {
            return items;
        }
        let end = near::skip_space_back(source, at);
        let (start, weekday) = weekday_before(source, place);
        items.push(Item { span: Span::new(start, end), day, weekday, tie });
        return items;
    }
    while items.len() < LIST {
        let end = near::skip_space_back(source, at);
        // 'of' and commas need white space; '23October' is read too.
        let Some(word) = near::run_before(source, end) else { break };
        let Some((day, _)) = near::day_number(word.of(source)) else { break };
        let before = near::char_before(source, word.start());
        if before.is_some_and(|c| matches!(c, '.' | ':' | '£' | '$' | '€' | '#' | '%' | '\'')) {
            break;
        }
        if items.last().is_some_and(|next| day >= next.day) {
            break;
        }
        let (start, weekday) = weekday_before(source, word.start());
        items.push(Item { span: Span::new(start, word.end()), day, weekday, tie });
        match tie_before(source, start) {
            Some((next, place)) => (tie, at) = (next, place),
            None => break,
        }
    }
    items.reverse();
    items
}

/// The day that 'sixth' or 'twenty-first', ending at or before `at`, numbers, and where it starts.
fn day_in_words(source: &str, at: usize) -> Option<(u8, usize)> {
    const DAYS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
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
    let word = near::run_before(source, near::skip_space_back(source, at))?;
    let text = word.of(source);
    if near::is_one_of(text, &["thirtieth"]) {
        return Some((30, word.start()));
    }
    let day = DAYS.iter().position(|day| day.eq_ignore_ascii_case(text))? as u8 + 1;
    let tens = near::char_before(source, word.start())
        .filter(|c| near::is_dash(*c))
        .and_then(|dash| near::run_before(source, word.start() - dash.len_utf8()));
    match tens {
        Some(tens) if near::is_one_of(tens.of(source), &["twenty"]) && day < 10 => {
            Some((20 + day, tens.start()))
        }
        Some(tens) if near::is_one_of(tens.of(source), &["thirty"]) && day == 1 => {
            Some((31, tens.start()))
        }
        Some(_) => None,
        None => Some((day, word.start())),
    }
}

/// The tie that ends at `at`, and where it starts.
fn tie_before(source: &str, at: usize) -> Option<(Tie, usize)> {
    // 'from the 3rd to the 5th of May'
    let at = near::prev_is(source, at, &["the"]).map_or(at, |the| the.start());
    let end = near::skip_space_back(source, at);
    let c = near::char_before(source, end)?;
    let place = end - c.len_utf8();
    if near::is_dash(c) {
        return Some((Tie::To, place));
    }
    match c {
        '/' => return Some((Tie::And, place)),
        '&' | ',' if end < at => {
            return Some((if c == '&' { Tie::And } else { Tie::Comma }, place));
        }
        _ => {}
    }
    let word = near::word_before(source, at)?;
    let tie = match () {
        () if near::is_one_of(word.of(source), &["to", "until", "till", "through"]) => Tie::To,
        () if near::is_one_of(word.of(source), &["and", "or"]) => Tie::And,
        () => return None,
    };
    // 'and' may follow a comma.
    let start = word.start();
    let end = near::skip_space_back(source, start);
    Some((tie, source[..end].strip_suffix(',').map_or(start, str::len)))
}

/// The days that follow the month that ends at `at`.
fn days_after(source: &str, month_start: usize, at: usize) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let Some((mut item, ordinal)) = day_at(source, at) else { return items };
    // 'in March 20 pupils left'
    let in_month = near::prev_is(source, month_start, &["in"]).is_some();
    if in_month && !ordinal && near::char_after(source, item.span.end()) == Some(' ') {
        return items;
    }
    while items.len() < LIST {
        let end = item.span.end();
        let next = tie_after(source, end).and_then(|(tie, place)| {
            let (next, ordinal) = day_at(source, place)?;
            let closed = closes_list(source, next, LIST - items.len());
            let fits = next.day > item.day
                && (tie == Tie::To || ordinal || closed || next.day == item.day + 1)
                && (tie != Tie::Comma || closed)
                && near::word_after(source, next.span.end()).is_none_or(|word| {
                    // 'July 20-21 may be', but not 'July 20 - 21 May'
                    let word = word.of(source);
                    !near::starts_upper(word) || near::month(word).is_none_or(|(_, full)| !full)
                });
            fits.then_some((tie, next))
        });
        match next {
            Some((tie, next)) => {
                item.tie = tie;
                items.push(item);
                item = next;
            }
            None => break,
        }
    }
    items.push(item);
    items
}

/// Whether a list of days ends with `item`, or goes on to a day that ends it: '10 and 17, 2024'.
fn closes_list(source: &str, item: Item, most: usize) -> bool {
    let mut item = item;
    for _ in 0..most {
        let after = near::char_after(source, item.span.end());
        let next = tie_after(source, item.span.end())
            .and_then(|(_, place)| day_at(source, place))
            .filter(|(next, _)| next.day > item.day);
        match next {
            Some((next, _)) => item = next,
            None => return after.is_none_or(|c| !c.is_alphanumeric() && c != ' '),
        }
    }
    false
}

/// The day that 'sixth' or 'twenty-first' at `at` numbers, where it counts nothing else, and where
/// it ends.
fn day_told(source: &str, at: usize) -> Option<(u8, usize)> {
    const GO_ON: &[&str] = &["and", "at", "last", "to", "was", "when"];
    let first = near::run_at(source, at)?;
    let dash = near::char_after(source, first.end()).filter(|c| near::is_dash(*c));
    let last = dash.and_then(|dash| near::run_at(source, first.end() + dash.len_utf8()));
    let end = last.unwrap_or(first).end();
    let (day, start) = day_in_words(source, end)?;
    let closed =
        near::word_after(source, end).is_none_or(|word| near::is_one_of(word.of(source), GO_ON));
    (start == at && closed).then_some((day, end))
}

fn day_at(source: &str, at: usize) -> Option<(Item, bool)> {
    let start = near::skip_space(source, at);
    let the = near::next_is(source, at, &["the"]).map(|the| near::skip_space(source, the.end()));
    let start = the.unwrap_or(start);
    if let Some((day, end)) = the.and_then(|at| day_told(source, at)) {
        let span = Span::new(start, end);
        return Some((Item { span, day, weekday: None, tie: Tie::Comma }, true));
    }
    let word = near::run_at(source, start)?;
    let (day, ordinal) = near::day_number(word.of(source))?;
    let mut after = source[word.end()..].chars();
    let (next, second) = (after.next(), after.next());
    let digit = second.is_some_and(|c| c.is_ascii_digit());
    let cut = matches!(next, Some('%' | '/' | '’' | '\''))
        || matches!(next, Some('.' | ',' | ':')) && digit;
    let unit = near::next_is(
        source,
        word.end(),
        &["per", "percent", "million", "billion", "points", "years", "months", "days", "of"],
    );
    if cut
        || unit.is_some()
        || (start == at && the.is_none()) && !source[..at].ends_with(['-', '–', '.', '/'])
    {
        return None;
    }
    Some((Item { span: word, day, weekday: None, tie: Tie::Comma }, ordinal))
}

/// The tie that starts at `at`, and where it ends.
fn tie_after(source: &str, at: usize) -> Option<(Tie, usize)> {
    let start = near::skip_space(source, at);
    let c = near::char_after(source, start)?;
    let place = start + c.len_utf8();
    if near::is_dash(c) {
        return Some((Tie::To, place));
    }
    if matches!(c, ',' | '&') {
        let and = near::next_is(source, place, &["and"]);
        return Some((Tie::Comma, and.map_or(place, |and| and.end())));
    }
    let word = near::word_after(source, at)?;
    match () {
        () if near::is_one_of(word.of(source), &["to", "until", "till", "through"]) => {
            Some((Tie::To, word.end()))
        }
        () if near::is_one_of(word.of(source), &["and", "or"]) => Some((Tie::And, word.end())),
        () => None,
    }
}

/// A month with no day.
fn read_month(f: &mut Finder<'_>, hit: Span, month: u8, full: bool, year: (Year, usize)) {
    let source = f.source;
    let (hint, mut end) = year;
    let name = hit.of(source);
    let before = near::word_before(source, hit.start());
    let shown = before
        .is_some_and(|w| near::is_listed(w.of(source), crate::tables::dates::TEMPORAL))
        || near::char_before(source, hit.start()).is_some_and(|c| near::is_dash(c) || c == '(')
        || is_joined(source, hit.end());
    let mut rule = &MONTH;
    let mut fields = Fields::of_month(month, hint);
    if hint == Year::Unwritten {
        let half_term = ["half-term", "half term", "halfterm"]
            .iter()
            .find(|term| source[near::skip_space(source, hit.end())..].starts_with(**term));
        if let Some(term) = half_term {
            end = near::skip_space(source, hit.end()) + term.len();
            rule = &HALF_TERM;
            if let Some((year, place)) = f.year_after(end) {
                (fields.year, end) = (year, place);
            }
        } else if near::prev_is(source, hit.start(), &["each", "every"]).is_some()
            || day_in_words(source, hit.start()).is_some()
            || f.is_namesake(hit, month)
            || !(full && f.is_listed(hit)) && !is_bare_month(source, hit, month, full, name, shown)
        {
            return;
        }
    }
    let mut start = hit.start();
    if fields.year == Year::Unwritten
        && let Some((when, place)) = super::weekday::when_before(source, start)
    {
        (fields.when, start) = (when, place);
    }
    let start = f.modifier(start);
    let weekday = super::weekday::nth_before(source, start);
    if let Some((nth, weekday, place)) = weekday {
        let written = Written::NthWeekday { nth, weekday, month: fields };
        return f.push(Span::new(place, end), written, &super::weekday::NTH);
    }
    if let Some((nth, place)) = super::relative::nth_week_before(source, start) {
        let written = Written::NthWeek { nth, month: fields };
        return f.push(Span::new(place, end), written, &super::relative::NTH_WEEK);
    }
    f.push(Span::new(start, end), Written::Fields(fields), rule);
}

impl Finder<'_> {
    /// Whether a month is somebody of its name: 'Mrs May', 'Theresa May', 'April Jones', and where
    /// the text has told of one of that name, any that no word shows to be a month.
    fn is_namesake(&mut self, hit: Span, month: u8) -> bool {
        if !matches!(month, 4..=6 | 8) {
            return false;
        }
        use crate::tables::dates::{NAME_NOUNS, TEMPORAL, TITLES};
        const NO_NAMES: &[&str] =
            &["the", "early", "each", "every", "late", "mid", "next", "these", "those"];
        const SHOWS: &[&str] = &[
            "after", "before", "during", "early", "from", "in", "last", "late", "mid", "next",
            "of", "since", "this", "through", "until",
        ];
        let source = self.source;
        let bit = 1u16 << month;
        let before = near::word_before(source, hit.start());
        let prev = before.map_or("", |word| word.of(source));
        let next = near::word_after(source, hit.end()).map_or("", |word| word.of(source));
        let high = |word: &str| {
            word.len() > 2
                && word.starts_with(char::is_uppercase)
                && word.ends_with(char::is_lowercase)
                && !near::is_listed(word, TEMPORAL)
                && near::month(word).is_none()
                && near::weekday(word).is_none()
        };
        let titled = near::starts_upper(prev) && near::is_listed(prev, TITLES);
        let surname = month == 5
            && high(prev)
            && !near::is_one_of(prev, NO_NAMES)
            && next.starts_with(char::is_lowercase);
        let opens = before.is_none() && is_sentence_start(source, hit.start())
            || titled
            || prev.starts_with(char::is_lowercase)
                && !near::is_listed(prev, TEMPORAL)
                && prev != "the";
        let first = month != 5
            && opens
            && high(next)
            && !near::is_listed(next, NAME_NOUNS)
            && next != "Bank"
            && near::word_after(source, hit.end())
                .and_then(|word| near::word_after(source, word.end()))
                .is_some_and(|verb| verb.of(source).starts_with(char::is_lowercase));
        if titled || surname || first {
            self.named |= bit;
            return true;
        }
        // 'spoke to April', 'was told by June'
        let spoken_to = || {
            const TO: &[&str] =
                &["gave", "listened", "married", "said", "speak", "spoke", "talked", "wrote"];
            const BY: &[&str] = &["asked", "helped", "led", "said", "taught", "told", "written"];
            let verbs = match prev {
                "to" => TO,
                "by" => BY,
                _ => return false,
            };
            before.is_some_and(|word| near::prev_is(source, word.start(), verbs).is_some())
        };
        self.named & bit != 0 && !near::is_one_of(prev, SHOWS) || spoken_to()
    }

    /// Whether a month goes on with a list of months: 'in March, *April* and *May*'.
    fn is_listed(&self, hit: Span) -> bool {
        let Some(last) = self.found.last() else { return false };
        let month =
            matches!(last.written, Written::Fields(f) if f.month.is_some() && f.day.is_none());
        let gap = self.source.get(last.span.end()..hit.start());
        // 'in March, May said': a name speaks.
        let speaks = near::word_after(self.source, hit.end()).is_some_and(|word| {
            near::starts_upper(word.of(self.source)) && near::month(word.of(self.source)).is_none()
                || near::is_one_of(word.of(self.source), SPEAKS)
        });
        month && !speaks && matches!(gap, Some(", " | " and " | ", and " | " or "))
    }
}

/// What people do, and months do not.
const SPEAKS: &[&str] = &["said", "says", "told", "was", "is", "has", "had", "who", "added"];

/// Whether a dash and another month follow: 'the April-June quarter', 'Apr - Jun 2022'.
fn is_joined(source: &str, at: usize) -> bool {
    let start = near::skip_space(source, at);
    let Some(dash) = near::char_after(source, start).filter(|c| near::is_dash(*c)) else {
        return false;
    };
    let apart = start > at;
    let start = near::skip_space(source, start + dash.len_utf8());
    near::run_at(source, start).is_some_and(|word| {
        let text = word.of(source);
        near::month(text).is_some_and(|(_, full)| {
            full && !apart
                || near::starts_upper(text)
                    && near::word_after(source, word.end())
                        .is_some_and(|year| super::full_year(source, year).is_some())
        })
    })
}

/// Whether a month alone is one, and no word, name or place.
fn is_bare_month(source: &str, hit: Span, month: u8, full: bool, name: &str, shown: bool) -> bool {
    let shouted = name.bytes().all(|b| b.is_ascii_uppercase());
    let namesake = matches!(month, 4..=6 | 8) || !full;
    // 'said April, 34,'; 'March, Cambridgeshire'
    if let Some(rest) = source[hit.end()..].strip_prefix(", ") {
        if namesake && rest.starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        if month == 3 && (rest.starts_with("Cambridgeshire") || rest.starts_with("Cambs")) {
            return false;
        }
    }
    let next = near::word_after(source, hit.end()).map(|w| w.of(source));
    if next.is_some_and(|w| {
        near::starts_upper(w) && near::is_listed(w, crate::tables::dates::NAME_NOUNS)
    }) {
        return false;
    }
    if !full {
        // 'in Sept.' but not 'Jan Petrov'.
        return shown && !is_name(source, hit) && next.is_none_or(|w| !near::starts_upper(w));
    }
    if shown {
        let title = near::word_before(source, hit.start()).is_some_and(|w| {
            near::is_one_of(w.of(source), &["and", "for", "to", "than", "as", "that", "of"])
        });
        return !(title && namesake && next.is_some_and(near::starts_upper));
    }
    if shouted && matches!(month, 3 | 5 | 8) {
        return false;
    }
    if namesake {
        let prev = near::word_before(source, hit.start()).map(|w| w.of(source));
        // 'the May family'
        let plain = next.is_none_or(|w| {
            !near::starts_upper(w) && !near::is_one_of(w, &["family", "household", "sisters"])
        });
        let speaks =
            next.is_some_and(|w| near::is_one_of(w, SPEAKS) || near::is_one_of(w, &["and"]));
        // 'reported August sales', 'The May figures', but not 'said April'.
        let within = prev.is_some_and(|w| w.starts_with(|c: char| c.is_lowercase()) || w == "The")
            && next.is_some();
        let opens = is_sentence_start(source, hit.start()) && matches!(month, 6 | 8);
        return plain && !speaks && (within || opens);
    }
    // At the start of a sentence 'March' may be an order.
    !is_name(source, hit) && !(month == 3 && is_sentence_start(source, hit.start()))
}

/// 'of the month', 'of last month' at `at`: how many months away, from what, and where it ends.
fn month_told(source: &str, at: usize) -> Option<(i32, From, usize)> {
    let of = near::next_is(source, at, &["of"])?;
    let the = near::next_is(source, of.end(), &["the"]).map_or(of.end(), |the| the.end());
    let word = near::word_after(source, the)?;
    let (months, from, end) = match word.of(source) {
        "month" if the > of.end() => return Some((0, From::Text, word.end())),
        "this" | "current" => (0, From::Text, word.end()),
        "last" => (-1, From::Text, word.end()),
        "next" => (1, From::Text, word.end()),
        "that" | "same" => (0, From::Anchor, word.end()),
        "previous" | "preceding" => (-1, From::Anchor, word.end()),
        "following" => (1, From::Anchor, word.end()),
        _ => return None,
    };
    near::next_is(source, end, &["month"]).map(|month| (months, from, month.end()))
}

/// 'on the 13th', 'the 10th of the month'.
pub(super) fn ordinal_day(f: &mut Finder<'_>, hit: Span) {
    let source = f.source;
    let Some((day, true)) = near::day_number(hit.of(source)) else { return };
    let Some(the) = near::prev_is(source, hit.start(), &["the"]) else { return };
    if let Some((months, from, end)) = month_told(source, hit.end()) {
        let written = Written::DayOfMonth { day, months, from };
        return f.push(Span::new(hit.start(), end), written, &ORDINAL);
    }
    const BEFORE: &[&str] =
        &["on", "by", "until", "till", "from", "since", "before", "after", "and", "to"];
    if near::prev_is(source, the.start(), BEFORE).is_none() {
        return;
    }
    let ends = near::word_after(source, hit.end()).is_none_or(|word| {
        near::is_one_of(
            word.of(source),
            &["and", "at", "when", "but", "to", "or", "in", "with", "for", "after"],
        )
    });
    if ends && !source[hit.end()..].starts_with(['-', '’', '\'']) {
        let fields = Fields { day: Some(day), ..Fields::default() };
        f.push(hit, Written::Fields(fields), &ORDINAL);
    }
}
