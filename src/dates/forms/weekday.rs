//! Days of the week.

use super::{Finder, is_in_address, is_name};
use crate::dates::near;
use crate::dates::written::{Fields, When, Written};
use crate::record::Span;
use crate::rule::{Rule, reads};
use crate::tables::dates::{EVENT_NOUNS, TEMPORAL};

pub(super) static WEEKDAY: Rule = Rule {
    name: "date.weekday",
    about: "A weekday, with the week that is told beside it.",
    reads: &[
        reads("Published: 14 November 2023\nHe resigned on [[Thursday]].", "2023-11-09 other"),
        reads(
            "Published: 14 November 2023\nThe board will meet on [[Thursday]].",
            "2023-11-16 other",
        ),
        reads("Published: 14 November 2023\nHe left on [[Tuesday of last week]].", "2023-11-07"),
        reads("Published: 14 November 2023\nHe left on [[Tuesday last]].", "2023-11-07"),
        reads("Published: 14 November 2023\nThe board will vote [[next Friday]].", "2023-11-24"),
        reads("Published: 14 November 2023\nIt votes [[this coming Friday]].", "2023-11-17"),
        reads("Published: 14 November 2023\nThe final vote is [[Friday]].", "2023-11-17"),
        reads("Published: 14 November 2023\nIt met [[last Monday]] and [[Tuesday]].", "2023-11-"),
        reads("Published: 14 November 2023\nIt rose after [[Monday]]'s close.", "2023-11-13"),
        reads("Published: 14 November 2023\nIt shuts [[a week on Friday]].", "2023-11-24"),
        reads("Published: 14 November 2023\nIt shuts on [[Friday fortnight]].", "2023-12-01"),
        reads("He resigned on [[Thursday]] night.", "null other"),
        reads("Published: 14 November 2023\nA judge [[Monday]] stopped it.", "2023-11-13"),
    ],
    leaves: &[
        "The club meets every Monday, and on a Tuesday or a Wednesday.",
        "The home in Friday Street gave to the Sunday School and the Sunday Courier.",
        "Open Monday to Friday, with a Sunday roast; Miss Friday cooks.",
    ],
};

pub(super) static WEEKDAY_AND_DAY: Rule = Rule {
    name: "date.weekday_and_day",
    about: "A weekday with the day of a month that is not told.",
    reads: &[reads(
        "Published: 14 November 2024\nShe has been here since [[Thursday 10th]].",
        "2024-10-10",
    )],
    leaves: &[],
};

pub(super) static NTH: Rule = Rule {
    name: "date.nth_weekday",
    about: "The first, second or last of a weekday in a month.",
    reads: &[reads("The show was on the [[first Saturday in July 2024]].", "2024-07-06")],
    leaves: &["It was the first Saturday without rain in July."],
};

/// 'last', 'next', 'this' before a weekday, month or season, and where it starts.
pub(super) fn when_before(source: &str, at: usize) -> Option<(When, usize)> {
    let word = near::word_before(source, at)?;
    // 'this past Tuesday', 'this coming May'
    if near::is_one_of(word.of(source), &["past", "coming"])
        && let Some(this) = near::prev_is(source, word.start(), &["this"])
    {
        let past = near::is_one_of(word.of(source), &["past"]);
        return Some((if past { When::Last } else { When::Coming }, this.start()));
    }
    let when = match word.of(source) {
        w if near::is_one_of(w, &["last"]) => When::Last,
        w if near::is_one_of(w, &["next"]) => When::Next,
        w if near::is_one_of(w, &["coming"]) => When::Coming,
        w if near::is_one_of(w, &["this"]) => When::This,
        w if near::is_one_of(w, &["that"]) && opens_clause(source, word, at) => return None,
        w if near::is_one_of(w, &["that", "same"]) => When::OfAnchor,
        w if near::is_one_of(w, &["following"]) => When::Following,
        w if near::is_one_of(w, &["previous", "preceding"]) => When::Previous,
        _ => return None,
    };
    Some((when, word.start()))
}

/// Whether 'that' before what stands at `at` opens a clause about it: 'said that May had been hard'.
fn opens_clause(source: &str, that: Span, at: usize) -> bool {
    const SHOWS: &[&str] = &[
        "after", "before", "by", "during", "early", "for", "from", "in", "late", "later", "of",
        "on", "since", "to", "until",
    ];
    const VERBS: &[&str] = &[
        "can", "could", "did", "had", "has", "is", "may", "might", "should", "was", "were", "will",
        "would",
    ];
    let Some(lead) = near::word_before(source, that.start()) else { return false };
    !near::is_one_of(lead.of(source), SHOWS)
        && near::run_at(source, at)
            .is_some_and(|word| near::next_is(source, word.end(), VERBS).is_some())
}

/// 'the first Saturday in' before a month: which one, the weekday, and where it starts.
pub(super) fn nth_before(source: &str, at: usize) -> Option<(i8, u8, usize)> {
    let of = near::prev_is(source, at, &["in", "of"])?;
    let day = near::word_before(source, of.start())?;
    let weekday = near::weekday(day.of(source)).filter(|_| day.len() > 5)?;
    let nth = near::word_before(source, day.start())?;
    Some((near::ordinal(nth.of(source))?, weekday, nth.start()))
}

pub(super) fn read(f: &mut Finder<'_>, hit: Span, day: u8) {
    let source = f.source;
    let name = hit.of(source);
    if !near::starts_upper(name) || is_in_address(source, hit) {
        return;
    }
    if is_of_a_name(source, hit) {
        return;
    }
    if super::feast::named_weekday(f, hit, day) {
        return;
    }
    if let Some((fields, end)) = with_day(source, hit, day) {
        return f.push(Span::new(hit.start(), end), Written::Fields(fields), &WEEKDAY_AND_DAY);
    }
    if let Some((when, end)) = week_after(source, hit.end()) {
        return f.push(Span::new(hit.start(), end), Written::Weekday(day, when), &WEEKDAY);
    }
    if let Some((weeks, span)) = weeks_on(source, hit) {
        return f.push(span, Written::WeeksFrom(day, weeks), &WEEKDAY);
    }
    let before = near::word_before(source, hit.start()).map(|w| w.of(source));
    if let Some((when, start)) = when_before(source, hit.start()) {
        return f.push(Span::new(start, hit.end()), Written::Weekday(day, when), &WEEKDAY);
    }
    const SETS: &[&str] = &[
        "every",
        "each",
        "any",
        "alternate",
        "one",
        "per",
        "most",
        "some",
        "first",
        "second",
        "third",
        "fourth",
        "final",
        "black",
        "super",
    ];
    if before.is_some_and(|w| near::is_one_of(w, SETS)) {
        return;
    }
    let after = near::word_after(source, hit.end()).map(|w| w.of(source));
    if before.is_some_and(|w| near::is_one_of(w, &["a", "an"])) {
        if !after.is_some_and(|w| near::is_listed(w, EVENT_NOUNS)) {
            return;
        }
    } else if is_weekday_name(source, hit, before, after) || is_any(source, hit) {
        return;
    }
    // 'a Sunday roast and Friday bingo'
    let apart = f.found.last().is_none_or(|last| hit.start() > last.span.end() + 6);
    if apart && before.is_some_and(|w| near::is_one_of(w, &["and", "or"])) && after.is_some() {
        let goes_on = near::word_after(source, hit.end()).is_some_and(|w| {
            near::is_one_of(
                w.of(source),
                &[
                    "night",
                    "morning",
                    "afternoon",
                    "evening",
                    "to",
                    "in",
                    "at",
                    "when",
                    "after",
                    "and",
                ],
            )
        });
        if !goes_on {
            return;
        }
    }
    f.push(hit, Written::Weekday(day, When::Fitting), &WEEKDAY);
}

/// Whether a weekday is part of a name or of a habit, told by the words beside it: 'Sheffield
/// Wednesday', 'Mail on Sunday', 'the Good Friday Agreement', 'Friday prayers', 'Sunday school'.
fn is_of_a_name(source: &str, hit: Span) -> bool {
    const HABITS: &[&str] =
        &["prayers", "league", "evenings", "mornings", "afternoons", "nights", "job", "jobs"];
    let after = near::word_after(source, hit.end()).map(|word| word.of(source));
    let before = near::word_before(source, hit.start());
    let papers = || {
        let on = before.filter(|word| word.of(source) == "on")?;
        near::prev_is(source, on.start(), &["mail"])
    };
    after.is_some_and(|word| {
        near::is_one_of(word, HABITS)
            || word == "Agreement"
            || word == "school" && hit.of(source) == "Sunday"
    }) || before.is_some_and(|word| word.of(source) == "Sheffield")
        || papers().is_some_and(|mail| near::starts_upper(mail.of(source)))
}

/// 'a week on Friday', 'Friday fortnight': how many weeks after the next one, and its words.
fn weeks_on(source: &str, hit: Span) -> Option<(i32, Span)> {
    if let Some(fortnight) = near::next_is(source, hit.end(), &["fortnight"]) {
        return Some((2, Span::new(hit.start(), fortnight.end())));
    }
    const WEEKS: [(&str, i32); 3] = [("a week on", 1), ("a fortnight on", 2), ("two weeks on", 2)];
    let (weeks, start) = WEEKS.iter().find_map(|(phrase, weeks)| {
        Some((*weeks, near::phrase_before(source, hit.start(), phrase)?))
    })?;
    // 'shut for a week on Friday'
    const LASTS: &[&str] = &["after", "by", "for", "in", "of"];
    near::prev_is(source, start, LASTS).is_none().then(|| (weeks, Span::new(start, hit.end())))
}

/// Whether a weekday is any of its name: 'on a wet Friday night'.
fn is_any(source: &str, hit: Span) -> bool {
    near::word_before(source, hit.start()).is_some_and(|word| {
        let text = word.of(source);
        text.bytes().all(|b| b.is_ascii_lowercase())
            && !near::is_listed(text, TEMPORAL)
            && near::prev_is(source, word.start(), &["a", "an"]).is_some_and(|article| {
                // 'A fire Friday night', of American newspapers, is on one Friday.
                const LEADS: &[&str] =
                    &["on", "was", "is", "for", "like", "just", "another", "of", "than", "one"];
                near::prev_is(source, article.start(), LEADS).is_some()
            })
            && near::next_is(source, hit.end(), &["night", "morning", "afternoon", "evening"])
                .is_some()
    })
}

/// Whether a weekday is part of a name, or names a habit: 'a Friday choir'.
fn is_weekday_name(source: &str, hit: Span, before: Option<&str>, after: Option<&str>) -> bool {
    let high_after = after.is_some_and(near::starts_upper);
    if !high_after {
        return before.is_some_and(|w| {
            near::starts_upper(w) && near::is_listed(w, crate::tables::dates::TITLES)
        });
    }
    let noun = after.is_some_and(|w| near::is_listed(w, crate::tables::dates::NAME_NOUNS));
    let shows = before.is_some_and(|w| {
        near::is_listed(w, TEMPORAL) && !near::is_one_of(w, &["and", "for", "of"])
    });
    noun || !shows && is_name(source, hit)
}

/// 'Thursday 10th', 'Thursday the 10th'.
fn with_day(source: &str, hit: Span, weekday: u8) -> Option<(Fields, usize)> {
    let comma = hit.end() + usize::from(source[hit.end()..].starts_with(','));
    let the = near::next_is(source, comma, &["the"]).map_or(comma, |the| the.end());
    let word = near::word_after(source, the)?;
    let (day, ordinal) = near::day_number(word.of(source))?;
    // 'on Friday 25 August and Tuesday 29.'
    let rest = &source[word.end()..];
    let closes = rest.is_empty()
        || rest.starts_with([';', ')', '\n'])
        || rest.strip_prefix('.').is_some_and(|r| r.is_empty() || r.starts_with([' ', '\n']));
    if !ordinal && !closes {
        return None;
    }
    let fields = Fields { day: Some(day), weekday: Some(weekday), ..Fields::default() };
    Some((fields, word.end()))
}

/// The week told after a weekday: 'of last week', 'next week', 'week'; and where it ends.
fn week_after(source: &str, at: usize) -> Option<(When, usize)> {
    if let Some(week) = near::next_is(source, at, &["week"]) {
        return Some((When::WeekAfter, week.end()));
    }
    let of = near::next_is(source, at, &["of"]).map_or(at, |of| of.end());
    let word = near::word_after(source, of)?;
    // 'on Thursday last'
    let closes = || near::char_after(source, word.end()).is_none_or(|c| matches!(c, '.' | ','));
    if of == at && word.of(source) == "last" && closes() {
        return Some((When::Last, word.end()));
    }
    let weeks = match word.of(source) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    let week = near::next_is(source, word.end(), &["week"])?;
    Some((When::Week(weeks), week.end()))
}
