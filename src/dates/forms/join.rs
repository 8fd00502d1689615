//! What two neighbours make together: ranges, lists that share a year, weeks.

use super::{numeric, relative, season, year};
use crate::dates::near;
use crate::dates::value::DateValue;
use crate::dates::written::{Fields, Mention, When, Written, Year};
use crate::record::Span;

/// How far two mentions may stand apart to be one.
const APART: usize = 22;

/// Joins neighbours, and lets a year spread to the left over a list.
pub(super) fn join(source: &str, mentions: Vec<Mention>) -> Vec<Mention> {
    let month_first = is_month_first(source, &mentions);
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mut mention in mentions {
        if month_first {
            turn(source, &mut mention);
        }
        if let Written::Fields(fields) = mention.written {
            if fields.is_day() {
                if let Some((span, written)) = relative::as_week(source, mention.span, fields) {
                    mention = Mention { span, written, rule: &relative::WEEK_OF };
                } else if let Some(span) = season::quarter_to(source, mention.span.start()) {
                    let written = Written::QuarterTo(fields);
                    joined.push(Mention { span, written, rule: &season::QUARTER });
                }
            } else if fields.year != Year::Unwritten
                && fields.first_month().is_none()
                && let Some((half, start)) = season::half_before(source, mention.span.start())
            {
                let span = Span::new(start, mention.span.end());
                let written = Written::Half(half, fields.year);
                mention = Mention { span, written, rule: &season::HALF };
            }
        }
        match joined.last_mut() {
            Some(last) if last.span.end() <= mention.span.start() => {
                apposition(source, last, &mut mention);
                share_week(source, last, &mut mention);
                share_kind(source, last, &mut mention);
                match pair(source, last, &mention) {
                    Pair::Range(written) => {
                        *last = Mention { span: last.span.to(mention.span), written, ..*last };
                    }
                    Pair::Neither => {
                        joined.pop();
                    }
                    Pair::Apart => joined.push(mention),
                }
            }
            _ => joined.push(mention),
        }
    }
    spread_years(source, &mut joined);
    joined
}

/// 'last Tuesday (January 14)': one day, told twice.
fn apposition(source: &str, left: &mut Mention, right: &mut Mention) {
    // 'by the last day of term, 12 December'
    if let (Written::Term(0), Written::Fields(fields)) = (left.written, right.written)
        && fields.is_day()
        && source.get(left.span.end()..right.span.start()) == Some(", ")
        && left.span.of(source).contains("day")
    {
        left.written = right.written;
    }
    let (Written::Weekday(weekday, _), Written::Fields(fields)) = (left.written, right.written)
    else {
        return;
    };
    let gap = source.get(left.span.end()..right.span.start());
    let told = matches!(gap, Some(" (" | ", " | " - " | " – ")) && fields.is_day();
    if told && fields.weekday.is_none_or(|day| day == weekday) {
        right.written = Written::Fields(Fields { weekday: Some(weekday), ..fields });
        left.written = right.written;
    }
}

/// 'next Thursday and Friday', 'last Monday and Tuesday', 'Tuesday and Wednesday last week': of
/// one week.
fn share_week(source: &str, left: &mut Mention, right: &mut Mention) {
    if let (Written::Weekday(first, When::Fitting), Written::Weekday(second, when @ When::Week(_))) =
        (left.written, right.written)
        && first < second
        && matches!(source.get(left.span.end()..right.span.start()), Some(" and " | ", " | " or "))
    {
        left.written = Written::Weekday(first, when);
    }
    if let (
        Written::Weekday(first, when @ (When::Last | When::Next | When::Coming)),
        Written::Weekday(second, When::Fitting),
    ) = (left.written, right.written)
        && first < second
        && source.get(left.span.end()..right.span.start()) == Some(" and ")
    {
        right.written = Written::Weekday(second, when);
    }
}

/// 'the academic years 2019/20 and 2020/21', 'the 2019-20 and 2020-21 academic years': of one kind.
fn share_kind(source: &str, left: &mut Mention, right: &mut Mention) {
    if !matches!(tie(source, left.span, right.span), Some(Tie::And | Tie::Comma)) {
        return;
    }
    let (told, other) = match (left.written, right.written) {
        (Written::Fixed(told), Written::Range(..)) if is_of_kind(left) => (told, right),
        (Written::Range(..), Written::Fixed(told)) if is_of_kind(right) => (told, left),
        _ => return,
    };
    if let Written::Range(
        Fields { year: Year::Of(first), .. },
        Fields { year: Year::Of(second), .. },
    ) = other.written
        && std::ptr::eq(other.rule, &year::YEARS)
        && second == first + 1
        && let Some(value) = year::alike(told, first)
    {
        (other.written, other.rule) = (Written::Fixed(value), &year::KIND_OF_YEAR);
    }
}

fn is_of_kind(mention: &Mention) -> bool {
    std::ptr::eq(mention.rule, &year::KIND_OF_YEAR)
}

enum Pair {
    Range(Written),
    /// 'Monday to Friday' is a habit.
    Neither,
    Apart,
}

/// The words that tie two mentions.
#[derive(PartialEq)]
enum Tie {
    To,
    And,
    Comma,
}

fn tie(source: &str, left: Span, right: Span) -> Option<Tie> {
    let gap = source.get(left.end()..right.start()).filter(|gap| gap.len() <= APART)?;
    let gap = gap.trim();
    let gap = gap.strip_suffix("the").map_or(gap, str::trim_end);
    let gap = gap.strip_suffix("on").map_or(gap, str::trim_end);
    if gap.chars().count() == 1 && gap.chars().all(near::is_dash) {
        return Some(Tie::To);
    }
    match gap {
        "," | ", and" | ", and again in" | "&" | "/" | "or" => Some(Tie::Comma),
        "and" | "and in" | "and again in" | "and by" => Some(Tie::And),
        "to"
        | ", to"
        | "until"
        | "till"
        | "through"
        | "through to"
        | "up to"
        | "up to and including"
        | "and ending" => Some(Tie::To),
        _ => None,
    }
}

fn pair(source: &str, left: &Mention, right: &Mention) -> Pair {
    let Some(tie) = tie(source, left.span, right.span) else { return Pair::Apart };
    if let (Written::Weekday(first, told), Written::Weekday(last, more)) =
        (left.written, right.written)
        && (told == When::Fitting || more == When::Fitting || told == more)
    {
        let between =
            tie == Tie::And && near::prev_is(source, left.span.start(), &["between"]).is_some();
        let when = if told == When::Fitting { more } else { told };
        return match () {
            () if tie != Tie::To && !between => Pair::Apart,
            () if when != When::Fitting || is_once(source, left.span.start()) => {
                Pair::Range(Written::Weekdays(first, last, when))
            }
            () if tie == Tie::To => Pair::Neither,
            () => Pair::Apart,
        };
    }
    // 'from 2018-19 to 2020-21'
    if let (Written::Range(first, _), Written::Range(_, last)) = (left.written, right.written)
        && tie == Tie::To
        && [left, right].iter().all(|years| std::ptr::eq(years.rule, &year::YEARS))
    {
        return Pair::Range(Written::Range(first, last));
    }
    // '2023-10-12 to 2023-10-23'
    if let (Written::Fixed(first), Written::Fixed(last)) = (left.written, right.written)
        && tie == Tie::To
        && [left, right].iter().all(|day| std::ptr::eq(day.rule, &numeric::ISO))
        && first.is_day()
        && last.is_day()
        && let Some(value) = DateValue::range(first, last)
    {
        return Pair::Range(Written::Fixed(value));
    }
    let (Some(a), Some(b)) = (start_of(left.written), end_of(right.written)) else {
        return Pair::Apart;
    };
    if !alike(a, b) || tie == Tie::To && matches!(left.written, Written::Range(..)) {
        return Pair::Apart;
    }
    let between = || {
        let at = near::prev_is(source, left.span.start(), &["the"])
            .map_or(left.span.start(), |the| the.start());
        near::prev_is(source, at, &["between"]).is_some()
    };
    let joins = match tie {
        Tie::To => true,
        Tie::And => between() || in_a_row(a, b),
        Tie::Comma => false,
    };
    if joins { Pair::Range(Written::Range(a, b)) } else { Pair::Apart }
}

fn start_of(written: Written) -> Option<Fields> {
    match written {
        Written::Fields(fields) | Written::Range(fields, _) => Some(fields),
        _ => None,
    }
}

fn end_of(written: Written) -> Option<Fields> {
    match written {
        Written::Fields(fields) => Some(fields),
        _ => None,
    }
}

/// Whether 'from Monday to Wednesday' is told of once: 'was shut from', 'will be closed from', but
/// not 'opens from'.
fn is_once(source: &str, at: usize) -> bool {
    const LEADS: &[&str] = &["from", "between"];
    const HABITS: &[&str] = &["available", "every", "open", "opens", "runs", "usually", "works"];
    const ONCE: &[&str] = &["been", "be", "closed", "shut", "stayed", "was", "were", "will"];
    let Some(lead) = near::prev_is(source, at, LEADS) else { return false };
    let mut place = lead.start();
    let mut once = false;
    for _ in 0..5 {
        let Some(word) = near::word_before(source, place) else { break };
        if near::is_one_of(word.of(source), HABITS) {
            return false;
        }
        once |= near::is_one_of(word.of(source), ONCE);
        place = word.start();
    }
    once
}

/// Whether two dates are of one kind: both days, both months, both seasons, both years.
fn alike(a: Fields, b: Fields) -> bool {
    a.is_day() == b.is_day()
        && a.month.is_some() == b.month.is_some()
        && a.season.is_some() == b.season.is_some()
}

/// Whether a day is the last of its month and the other the first of the next, or they follow in
/// one month: '30 November and 1 December'.
fn in_a_row(a: Fields, b: Fields) -> bool {
    let (Some(x), Some(y)) = (a.day, b.day) else { return false };
    let (Some(m), Some(n)) = (a.month, b.month) else { return false };
    let last = match m {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    m == n && y == x + 1 || n == m % 12 + 1 && x >= last && y == 1
}

/// 'October and December 2022': the year of the last is the year of all, or the one before.
fn spread_years(source: &str, mentions: &mut [Mention]) {
    for at in (1..mentions.len()).rev() {
        let (left, right) = (mentions[at - 1], mentions[at]);
        if left.span.end() > right.span.start() || tie(source, left.span, right.span).is_none() {
            continue;
        }
        let (Some(a), Some(b)) =
            (end_of(left.written).or(last_of(left.written)), start_of(right.written))
        else {
            continue;
        };
        let Some(later) = b.first_month() else { continue };
        let Some(earlier) = a.first_month() else { continue };
        let shares =
            a.year == Year::Unwritten && a.when == When::Fitting && b.year != Year::Unwritten;
        if !shares {
            continue;
        }
        let year = match b.year {
            Year::Of(year) if earlier > later => Year::Of(year - 1),
            Year::Relative(count) if earlier > later => Year::Relative(count - 1),
            year => year,
        };
        match &mut mentions[at - 1].written {
            Written::Fields(fields) => fields.year = year,
            Written::Range(from, to) => (from.year, to.year) = (year, year),
            _ => {}
        }
    }
}

fn last_of(written: Written) -> Option<Fields> {
    match written {
        Written::Range(_, to) => Some(to),
        _ => None,
    }
}

/// Whether a text writes its digits month first: where one of its dates can only be read so, or
/// where none can only be read day first and its other dates are American.
fn is_month_first(source: &str, mentions: &[Mention]) -> bool {
    let digits = || mentions.iter().filter_map(|mention| numbers(source, mention));
    if digits().any(|(first, second)| first <= 12 && second > 12) {
        return true;
    }
    let open = digits().next().is_some() && digits().all(|(first, _)| first <= 12);
    open && (mentions.iter().any(|mention| is_american(source, mention)) || is_wire(source))
}

/// 'Nov. 2': the month first, and cut short with a point.
fn is_american(source: &str, mention: &Mention) -> bool {
    near::run_at(source, mention.span.start()).is_some_and(|word| {
        near::month(word.of(source)).is_some_and(|(_, full)| !full)
            && source[word.end()..].starts_with(". ")
            && matches!(mention.written, Written::Fields(fields) if fields.is_day())
    })
}

/// 'HAVANA (AP) --': sent by an American agency.
fn is_wire(source: &str) -> bool {
    /// Bytes at the start of a text in which its date line stands.
    const HEAD: usize = 400;
    let head = &source.as_bytes()[..source.len().min(HEAD)];
    ["(AP)", "(UPI)"].iter().any(|name| memchr::memmem::find(head, name.as_bytes()).is_some())
}

fn numbers(source: &str, mention: &Mention) -> Option<(u8, u8)> {
    if mention.rule.name != super::numeric::NAME {
        return None;
    }
    let mut parts = mention.span.of(source).split(['/', '.', '-']);
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Reads a date in digits month first, in a text that writes them so.
fn turn(source: &str, mention: &mut Mention) {
    if let (Some((first, second)), Written::Fields(fields)) =
        (numbers(source, mention), mention.written)
        && first <= 12
        && second <= 12
    {
        mention.written =
            Written::Fields(Fields { month: Some(first), day: Some(second), ..fields });
    }
}
