//! Whether a grade stands or was left behind, and the date on which it was given.
//!
//! | in the text | time, date |
//! | --- | --- |
//! | 'rated good in May 2019' | `current`, `2019-05` |
//! | 'had been rated good', 'down **from** good' | `previous` |
//! | 'rated good in 2014 … is now inadequate' | the earlier is `previous` |
//! | 'inadequate', with the inspection's date elsewhere | that date |
//! | 'rated inadequate in 2016 and again in 2019' | two ratings |

use super::grades::GradeWords;
use super::licence::Licence;
use super::sentence::Sentence;
use super::words::Class;
use crate::dates::DateValue;
use crate::record::{Date, DateRole, Provider, Span, Time};
use crate::text::{BlockKind, Text};

/// What a sentence says of the time of a grade.
#[derive(Clone, Debug, Default)]
pub(super) struct When {
    /// Whether words say that the grade was left behind.
    pub left_behind: bool,
    /// Whether words say that it stands now.
    pub stands: bool,
    /// Whether it is said to be of the last inspection, before what the text reports.
    pub last: bool,
    /// Whether it was given before and kept.
    pub kept: bool,
    /// Whether a date tied to it is of an inspection before the one that the text is about.
    pub earlier: bool,
    /// Whether its date is that of 'at that time', which the sentence before names.
    pub then: bool,
    /// Whether its sentence, without a date, only goes on in the past.
    pub goes_on: bool,
    /// The dates tied to it: more than one where it was given more than once.
    pub dates: Vec<DateValue>,
    /// It is of the same inspection as the grade before: 'one of them having been outstanding'.
    pub absolute: bool,
    /// Where those dates stand.
    pub spans: Vec<Span>,
}

/// The dates of a text that lie in `span`.
pub(super) fn dates_in(dates: &[Date], span: Span) -> &[Date] {
    let from = dates.partition_point(|d| d.span.start() < span.start());
    let to = dates.partition_point(|d| d.span.start() < span.end());
    &dates[from..to.max(from)]
}

/// Reads time and date of the grade `n` of a sentence.
pub(super) fn read(
    s: &Sentence<'_>,
    dates: &[Date],
    n: usize,
    licence: &Licence,
    accepted: &[bool],
    taken: &[Span],
) -> When {
    let grade = &s.grades[n];
    let mut when = When { left_behind: licence.left_behind, ..When::default() };
    let verb = licence.verb.min(grade.first);
    let start = s.clause_start(verb);
    let floor = s.grades[..n]
        .iter()
        .zip(accepted)
        .filter(|(_, a)| **a)
        .map(|(g, _)| g.end)
        .max()
        .unwrap_or(0);
    let from = start.max(floor);
    let end = s.clause_end(grade.end);
    past(s, grade, verb, from, end, &mut when);
    tied(s, dates, n, from, accepted, taken, &mut when);
    // 'good in all areas, including a “very good” for staffing' is of the same inspection.
    when.absolute |= when.dates.is_empty()
        && n > 0
        && s.any_in(grade.first.saturating_sub(4), grade.first, &["including"]);
    // 'one of the three having been outstanding' is of the same inspection.
    if s.any_in(start, verb + 1, &["having"]) && when.dates.is_empty() && !licence.left_behind {
        when.left_behind = false;
        when.absolute = true;
    }
    // 'The ratings, which were good in 2018, carry over': they stand.
    let carried = (grade.end..s.words.len().min(grade.end + 14)).any(|i| {
        s.words[i].any(&["carry", "carries", "carried"])
            && s.word(i + 1).is_some_and(|w| w.is("over"))
    });
    if carried {
        (when.stands, when.earlier, when.last) = (true, false, false);
    }
    if s.words[grade.first].is("required") && s.any_in(from, grade.first, &["having"]) {
        when.left_behind = true;
    }
    // 'keeps its earlier rating of good': it stands, and is of the inspection before.
    if s.any_in(from, grade.first, &["keeps", "retains", "kept", "retained", "keep"]) {
        when.kept = s.any_in(from, grade.first, &["earlier", "previous", "existing", "old"]);
        when.left_behind &= !when.kept;
        when.last = false;
    }
    when
}

/// Words that say that a grade was left behind, or that it stands.
fn past(
    s: &Sentence<'_>,
    grade: &GradeWords,
    verb: usize,
    from: usize,
    end: usize,
    when: &mut When,
) {
    let near = from.max(verb.saturating_sub(6));
    // 'that it had been downgraded to good': what it came to stands.
    let came = |at: usize| {
        s.word(at + 1).is_some_and(|w| w.is("been"))
            && s.word(at + 2).is_some_and(|w| w.of(Class::MOVING_VERB))
            && s.any_in(at + 2, grade.first, &["to"])
            && !s.any_in(at + 2, grade.first, &["from"])
    };
    for at in near..grade.first {
        let word = &s.words[at];
        let next = s.word(at + 1);
        if word.is("had")
            && !came(at)
            && next.is_some_and(|w| {
                w.any(&[
                    "been",
                    "previously",
                    "already",
                    "received",
                    "held",
                    "got",
                    "given",
                    "rated",
                    "judged",
                    "earned",
                    "kept",
                    "also",
                    "found",
                    "concluded",
                    "graded",
                    "deemed",
                    "named",
                    "just",
                ])
            })
            || word.is("having") && next.is_some_and(|w| w.any(&["been", "required", "had"]))
            || word.any(&[
                "previously",
                "formerly",
                "previous",
                "once",
                "lost",
                "lose",
                "losing",
                "loses",
                "shed",
                "sheds",
                "shedding",
                "stripped",
                "originally",
            ]) && !(word.is("previous") && s.any_in(at, grade.first, &["since"]))
                && !(word.is("once") && next.is_some_and(|w| w.is("again")))
            || word.is("no") && next.is_some_and(|w| w.is("longer"))
            || word.is("then") && !s.is_copula(at.saturating_sub(1)) && at + 1 == grade.first
            || word.is("used")
            // 'Overall: Good (was inadequate in 2021)'
            || word.any(&["was", "were"]) && at > 0 && s.words[at - 1].is("(")
        {
            when.left_behind = true;
        }
        // 'had been transformed and was now good'
        if word.is("now") && at > near && s.is_copula(at - 1) && at + 1 == grade.first {
            when.left_behind = false;
        }
        if word.any(&[
            "now",
            "still",
            "remains",
            "remained",
            "continues",
            "stays",
            "stayed",
            "retained",
            "kept",
            "maintained",
        ]) || word.is("has")
        {
            when.stands = true;
        }
    }
    let out_of = (grade.first.saturating_sub(4)..grade.first)
        .any(|i| s.words[i].is("out") && s.words[i + 1].is("of"));
    if out_of && !s.any_in(grade.first.saturating_sub(3), grade.first, &["came", "come"]) {
        when.left_behind = true;
    }
    // 'it was good when it was taken over', 'when it joined the trust'
    let joins = ["taken", "took", "joined", "became", "bought", "opened"];
    // and 'Only its response was inadequate then'
    let after = s.past_marks(grade.end);
    let then = s.word(after).is_some_and(|w| w.is("then"))
        && s.word(after + 1).is_none_or(|w| w.mark)
        && s.any_in(verb, grade.first, &["was", "were"]);
    let came = s.word(after).is_some_and(|w| w.any(&["when", "before"]))
        && s.any_in(verb, grade.first, &["was", "were", "rated"])
        && s.any_in(grade.end + 1, grade.end + 7, &joins);
    // 'the same grade that it got in 2015'
    let same = s.words[grade.first].is("same")
        && s.any_in(grade.end, grade.end + 5, &["got", "received", "had", "given", "achieved"]);
    // 'judged good in its first year'
    let began = s.any_in(grade.end, grade.end + 2, &["in"])
        && s.any_in(grade.end + 1, grade.end + 4, &["first"])
        && s.any_in(grade.end + 2, grade.end + 5, &["year", "years"]);
    // 'whose last report was good, now requires improvement'
    let now = s.word(after).is_some_and(|w| w.is(","))
        && s.any_in(after + 1, after + 3, &["now"])
        && s.any_in(from, verb, &["last", "previous", "earlier"])
        && s.grades.iter().any(|g| g.first > after && g.first <= after + 4);
    // 'Two years after inspectors judged it inadequate, it has been rated good'
    let opening = s.words[..verb.min(6)].iter().position(|w| w.any(&["after", "since"]));
    let long_after = opening.is_some_and(|i| {
        s.any_in(i.saturating_sub(1), i, &["years", "year", "months", "decade"])
            && s.grades.iter().any(|g| g.first > after)
            && s.any_in(after, s.words.len(), &["has", "have", "is", "are", "now"])
            && !s.any_in(i, verb, &[","])
    });
    when.left_behind |= long_after;
    // '“Outstanding” no more: academy falls two grades'
    let no_more = s.word(after).is_some_and(|w| w.is("no"))
        && s.word(after + 1).is_some_and(|w| w.any(&["more", "longer"]));
    when.left_behind |= came || same || then || began || now || no_more;
    // 'its previous rating of good', 'at its previous inspection', 'Previous inspection grade: Good'
    let around = from.max(grade.first.saturating_sub(34))..end.min(grade.end + 10).max(grade.first);
    for at in around {
        let word = &s.words[at];
        let inspection = s.any_in(
            at + 1,
            at + 4,
            &[
                "inspection",
                "inspected",
                "report",
                "rating",
                "visit",
                "full",
                "grade",
                "inspections",
                "ofsted",
                "looked",
                "time",
            ],
        );
        if s.grades.iter().any(|g| g.first > grade.first && g.first < at)
            || s.grades.iter().any(|g| g.first < grade.first && at < g.end)
        {
            continue;
        }
        if word.is("previous") && inspection {
            when.left_behind = true;
        }
        if word.is("earlier")
            && s.any_in(at + 1, at + 3, &["rating", "grade", "inspection", "judgement"])
        {
            when.last = true;
        }
        let rated = s.any_in(at + 1, at + 2, &["rated", "judged", "graded"]);
        // 'has not improved since the last inspection'
        let since = s.any_in(at.saturating_sub(2), at, &["since"]) && at > grade.first;
        if word.is("last") && (inspection || rated) && !since {
            when.last = true;
        }
        if word.is("before") && s.any_in(at + 1, at + 4, &["inspection"]) && at > grade.first {
            when.left_behind = true;
        }
    }
}

/// The dates in the same clause, those after the grade first.
fn tied(
    s: &Sentence<'_>,
    dates: &[Date],
    n: usize,
    from: usize,
    accepted: &[bool],
    taken: &[Span],
    when: &mut When,
) {
    let grade = &s.grades[n];
    // 'lost its rating in May' dates the loss.
    if s.any_in(from, grade.first, &["lost", "lose", "loses", "losing", "shed", "stripped"]) {
        return;
    }
    let text_span = |a: usize, b: usize| -> Option<Span> {
        let (first, last) = (s.words.get(a)?, s.words.get(b.checked_sub(1)?)?);
        (first.span.start() <= last.span.end()).then(|| first.span.to(last.span))
    };
    let next = s.grades[n + 1..]
        .iter()
        .zip(&accepted[n + 1..])
        .find(|(_, a)| **a)
        .map_or(s.words.len(), |(g, _)| g.first);
    // On the right: up to the next rating, over brackets and 'when it was inspected'.
    let mut found: Vec<&Date> = Vec::new();
    if let Some(span) = text_span(grade.end, next) {
        let mut last = grade.end;
        for date in dates_in(dates, span) {
            let at = s.words.partition_point(|w| w.span.start() < date.span.start());
            if !tie_allowed(s, last, at, next) || matches!(date.role, DateRole::Deadline) {
                break;
            }
            if at - last > if found.is_empty() { 40 } else { 22 } {
                break;
            }
            // 'the first to be rated outstanding since 2021'
            let first = s.any_in(last, at, &["since"])
                && s.any_in(grade.first.saturating_sub(4), grade.first, &["be"])
                && s.any_in(from, grade.first, &["first", "only", "second", "third", "fourth"]);
            if first {
                break;
            }
            let again = found.is_empty()
                || s.any_in(last, at, &["again"])
                || (at - last <= 2 && s.any_in(last, at, &["and", ","]));
            if !again {
                break;
            }
            // A date in brackets after another is the same date said twice.
            let apposition = !found.is_empty() && s.any_in(last, at, &["("]);
            last = s.words.partition_point(|w| w.span.end() <= date.span.end());
            if apposition {
                found.pop();
            }
            found.push(date);
        }
        // 'yesterday (Monday, November 13)' is one date.
    }
    // Two dates that belong to one visit are no two ratings unless 'again' says so.
    if found.len() > 1 {
        let between = s.words.iter().any(|w| w.is("again") || w.is("both"));
        let years =
            found.iter().all(|d| d.value.as_ref().is_some_and(|v| v.to_string().len() == 4));
        if !between && !years {
            found.truncate(1);
        }
    }
    // On the left: over 'when it was', not over 'but' or a semicolon.
    let floor = s.grades[..n]
        .iter()
        .zip(accepted)
        .filter(|(_, a)| **a)
        .map(|(g, _)| g.end)
        .max()
        .unwrap_or(0);
    let mut open = from;
    while open > floor
        && !s.words[open - 1].any(&[";", "but", "while", "although", "whereas", "–", "•", "!", "?"])
    {
        open -= 1;
    }
    // 'has been rated' goes with no date that is past.
    let perfect = (open..grade.first).rev().take(8).any(|i| {
        s.words[i].any(&["has", "have"])
            && s.word(i + 1).is_some_and(|w| w.any(&["been", "now", "also"]))
    });
    if found.is_empty()
        && !perfect
        && let Some(span) = text_span(open, grade.first)
    {
        let left = dates_in(dates, span).iter().rev().find(|date| {
            let at = s.words.partition_point(|w| w.span.end() <= date.span.end());
            !matches!(date.role, DateRole::Deadline)
                && !taken.contains(&date.span)
                && tie_allowed_left(s, at, grade.first)
                && grade.first - at <= 30
                && !put_in(s, at, grade.first)
                // 'the fourth this year to be rated'
                && !(date.text.starts_with("this ") && s.word(at).is_some_and(|w| w.is("to")))
        });
        // 'Busy Bees, inspected on 3 April, was previously good'
        let before = s.any_in(from, grade.first, &["previously", "formerly"]);
        let left = left.filter(|date| !before || date.role != DateRole::Inspection);
        // 'Two years ago the council was inadequate'
        if left
            .is_some_and(|date| date.text.ends_with("years ago") || date.text.ends_with("year ago"))
            && !s.any_in(open, grade.first, &["since", "still"])
        {
            when.left_behind = true;
        }
        found.extend(left);
    }
    when.earlier = found.iter().any(|d| d.role == DateRole::PreviousInspection);
    when.spans = found.iter().map(|d| d.span).collect();
    when.dates = found
        .into_iter()
        .filter_map(|d| d.value.as_ref().map(|value| refined(dates, value, d.span)))
        .collect();
}

/// Whether the word before `at` stands in a clause put in: 'care leavers, who had none last time,
/// were'.
fn put_in(s: &Sentence<'_>, at: usize, grade: usize) -> bool {
    let closed = (at..grade.min(at + 3)).any(|i| s.words[i].is(","));
    let opened = (at.saturating_sub(14)..at).any(|i| {
        s.words[i].any(&["who", "which", "whose", "where"]) && i > 0 && s.words[i - 1].is(",")
    });
    closed && opened
}

/// Whether nothing between a grade and a date after it makes the date that of something else.
fn tie_allowed(s: &Sentence<'_>, from: usize, to: usize, _next: usize) -> bool {
    let other = [
        "opened",
        "founded",
        "joined",
        "took",
        "appointed",
        "closed",
        "began",
        "started",
        "will",
        "next",
        "until",
        "would",
        "expected",
        "launched",
        "by",
        "resigned",
        "left",
        "pledged",
        "became",
        "must",
        "issued",
        "met",
        "plans",
        "cost",
        "arrived",
        "have",
        "today's",
        "before",
        "ahead",
        "change",
    ];
    for at in from..to.min(s.words.len()) {
        let word = &s.words[at];
        // 'inadequate, as it had been in 2018' tells of that time.
        let as_before = word.is("as")
            && s.word(at + 1).is_some_and(|w| w.any(&["it", "they"]))
            && s.word(at + 2).is_some_and(|w| w.any(&["had", "did", "was", "were"]));
        if as_before {
            return false;
        }
        // 'it required improvement by the summer of 2019'
        let by_then = word.is("by")
            && s.any_in(at + 1, at + 2, &["the"])
            && s.any_in(at + 2, at + 3, &["spring", "summer", "autumn", "winter", "time"]);
        // 'inadequate, with one thing better since the last inspection in 2020'
        let since =
            word.is("since") && s.any_in(at + 1, at + 3, &["last", "previous"]) && at > from;
        if since {
            return false;
        }
        // 'one in eight is rated inadequate, down from one in five in 2018'
        if word.is("from") && at > from && s.words[at - 1].any(&["up", "down"]) {
            return false;
        }
        if word.any(&other)
            && !by_then
            && !(word.is("by")
                && s.any_in(
                    at + 1,
                    at + 5,
                    &[
                        "ofsted",
                        "inspectors",
                        "watchdog",
                        "commission",
                        "cqc",
                        "estyn",
                        "inspector",
                        "inspectorate",
                        "regulator",
                    ],
                ))
        {
            return false;
        }
        if word.any(&[";", "•", "!", "?"]) || word.any(&["but", "whereas", "although"]) {
            return false;
        }
    }
    true
}

fn tie_allowed_left(s: &Sentence<'_>, from: usize, to: usize) -> bool {
    let other = ["opened", "founded", "joined", "appointed", "since"];
    // 'inspected in May, six years after it was rated good'
    let after = |at: usize| {
        s.words[at].is("after")
            && s.any_in(at.saturating_sub(1), at, &["years", "year", "months", "decade", "decades"])
    };
    !(from..to.min(s.words.len()))
        .any(|at| s.words[at].any(&other) || s.words[at].any(&[";", "•"]) || after(at))
}

/// An inspection or a report that a date of the text tells of.
struct Visit {
    role: DateRole,
    value: DateValue,
    span: Span,
    /// Who was inspected, where the text turns from one to another.
    provider: Option<Provider>,
}

/// What the text says of inspections.
pub(super) struct Inspections {
    visits: Vec<Visit>,
    /// Whether the text reports a visit that gives no grade.
    ungraded: bool,
}

/// More inspections than this tell no more about whose grades are whose.
const MOST_VISITS: usize = 200;

/// How a text says that a visit gives no grade.
const UNGRADED: [&str; 7] = [
    "monitoring",
    "focused visit",
    "follow-up visit",
    "Monitoring",
    "interim visit",
    "regulatory visit",
    "joint targeted area inspection",
];

impl Inspections {
    /// Reads them; `prose` says whether a date stands in the text proper, `left` whether it is tied
    /// to a grade that was left behind, `whose` whom it is about, and `graded` whether a grade that
    /// stands is told in a sentence or the next.
    pub(super) fn read(
        text: &Text<'_>,
        published: Option<DateValue>,
        dates: &[Date],
        prose: impl Fn(Span) -> bool,
        left: impl Fn(Span) -> bool,
        whose: impl Fn(Span) -> Option<Provider>,
        graded: impl Fn(usize) -> bool,
    ) -> Inspections {
        let source = text.source;
        // A report that is still to come gives no date.
        let own = published.and_then(|value| value.last_day());
        let out = |value: &DateValue| match (value.first_day(), own) {
            (Some(day), Some(own)) => day <= own,
            _ => true,
        };
        let mut visits: Vec<Visit> = Vec::new();
        let mut ungraded = false;
        // What a headline says is told in full below it.
        let headline = |span: Span| {
            let block = &text.blocks[text.block_at(span.start())];
            block.kind == BlockKind::Headline
        };
        let (head, body): (Vec<&Date>, Vec<&Date>) = dates.iter().partition(|d| headline(d.span));
        let mut last: Option<DateValue> = None;
        for date in body.into_iter().chain(head) {
            let Some(value) = date.value else { continue };
            let returned =
                is_return(text, date.span) && graded(text.sentence_at(date.span.start()));
            let role = match date.role {
                DateRole::Other if returned || is_visited_on(text, date.span) => {
                    DateRole::Inspection
                }
                // 'In its previous report, two years ago'
                DateRole::Publication
                    if published.is_some_and(|own| is_long_before(&value, &own)) =>
                {
                    DateRole::PreviousInspection
                }
                role => role,
            };
            // Of several that were inspected, the headline tells only when all were.
            if role == DateRole::Inspection && headline(date.span) && last.is_some() {
                continue;
            }
            let told = match role {
                DateRole::Inspection if is_ungraded(text, date.span) => {
                    ungraded = true;
                    false
                }
                DateRole::Inspection => out(&value) && !left(date.span),
                DateRole::PreviousInspection => true,
                DateRole::Publication => out(&value) && prose(date.span),
                DateRole::Deadline | DateRole::Other => false,
            };
            if !told || visits.len() >= MOST_VISITS {
                continue;
            }
            let provider = whose(date.span);
            // 'Last November they returned': what was told of before is the inspection before.
            if role == DateRole::Inspection {
                last = Some(value);
            }
            if role == DateRole::Inspection
                && returned
                && let Some(first) = visits.iter_mut().find(|v| {
                    v.role == role
                        && v.provider == provider
                        && is_over(&v.value, &value) == Some(true)
                })
            {
                first.role = DateRole::PreviousInspection;
            }
            // The first of a kind counts.
            if visits.iter().any(|v| v.role == role && v.provider == provider) {
                continue;
            }
            // '11 years ago' is the day that another line prints.
            let mut value = match role {
                DateRole::PreviousInspection => refined(dates, &value, date.span),
                _ => value,
            };
            // 'on 27 September, and again on 3 October'
            let next = dates.get(dates.partition_point(|d| d.span.start() <= date.span.start()));
            let again = next.filter(|d| {
                role == DateRole::Inspection
                    && d.role == role
                    && d.span.start().saturating_sub(date.span.end()) < 24
                    && source[date.span.end()..d.span.start()].contains(" again ")
            });
            if let Some(both) = again.and_then(|d| DateValue::range(value, d.value?)) {
                value = both;
            }
            visits.push(Visit { role, value, span: date.span, provider });
        }
        Inspections { visits, ungraded }
    }

    /// The inspections of the provider that `same` knows.
    pub(super) fn of(&self, same: impl Fn(Option<&Provider>) -> bool) -> Known {
        let first = |role: DateRole| {
            let mut own = self.visits.iter().filter(|v| v.role == role);
            own.find(|v| same(v.provider.as_ref())).map(|v| (v.value, v.span))
        };
        // A day without a year in a text on such a visit may be of another.
        let current = first(DateRole::Inspection)
            .filter(|(value, _)| !self.ungraded || value.year().is_some());
        // The letter on a monitoring visit gives no grade either.
        let report = first(DateRole::Publication).filter(|_| !self.ungraded || current.is_some());
        Known { current, report, previous: first(DateRole::PreviousInspection) }
    }
}

/// Whether a report was published in an earlier year than the text, and not at the turn of it.
fn is_long_before(report: &DateValue, own: &DateValue) -> bool {
    let (Some(then), Some(now)) = (report.year(), own.year()) else { return false };
    now - then > 1 || now - then == 1 && own.month().is_some_and(|month| month > 6)
}

/// Whether a date is that of 'was visited on', 'after visiting unannounced on', in a sentence that
/// tells of inspectors.
fn is_visited_on(text: &Text<'_>, date: Span) -> bool {
    let Some(sentence) = text.sentences.get(text.sentence_at(date.start())) else { return false };
    if sentence.span.len() > 600 {
        return false;
    }
    let from = date.start().saturating_sub(60).max(sentence.span.start()).min(date.start());
    let before = &text.source[text.source.ceil_char_boundary(from)..date.start()];
    let mut words = before.split_whitespace().rev();
    let verb = words.by_ref().take(4).find(|w| !VISIT_ADVERBS.contains(w));
    let passive = |w: &str| ["was", "were", "been"].contains(&w);
    match verb {
        Some("visiting" | "inspecting") => {
            INSPECTED_BY.iter().any(|who| sentence.span.of(text.source).contains(who))
        }
        Some("visited" | "inspected") => words.next().is_some_and(passive),
        _ => false,
    }
}

/// What may stand between 'visited' and the date.
const VISIT_ADVERBS: [&str; 8] =
    ["on", "in", "over", "between", "from", "unannounced", "again", "it"];
/// How a sentence tells of those who inspect.
const INSPECTED_BY: [&str; 5] = ["nspector", "Ofsted", "CQC", "Commission", "Estyn"];

/// Whether a date is that of 'they returned', 'inspectors went back'.
fn is_return(text: &Text<'_>, date: Span) -> bool {
    let Some(sentence) = text.sentences.get(text.sentence_at(date.start())) else { return false };
    if sentence.span.len() > 300 {
        return false;
    }
    let words = sentence.span.of(text.source);
    let who = ["they ", "inspectors ", "Inspectors ", "They "];
    let verbs = ["returned", "went back", "came back", "were back", "called again"];
    who.iter().any(|who| {
        words.match_indices(who).any(|(at, _)| {
            let rest = &words[at + who.len()..];
            verbs.iter().any(|verb| rest.starts_with(verb))
        })
    })
}

/// Whether the words around a date tell of a visit that gives no grade.
fn is_ungraded(text: &Text<'_>, date: Span) -> bool {
    let number = text.sentence_at(date.start());
    let Some(sentence) = text.sentences.get(number) else { return false };
    // 'Inspectors came in June. It was their fourth monitoring visit.'
    let next = text.sentences[number + 1..].iter().take(2).map(|next| next.span).find(|next| {
        ["It was ", "This was ", "The visit "].iter().any(|w| next.of(text.source).starts_with(w))
    });
    let last = next.unwrap_or(sentence.span).end();
    let from =
        text.source.ceil_char_boundary(date.start().saturating_sub(120).max(sentence.span.start()));
    let to = text.source.floor_char_boundary((date.end() + 200).min(last).max(from));
    from <= to && UNGRADED.iter().any(|words| text.source[from..to].contains(words))
}

/// The inspections of one provider, as far as the text tells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    current: Option<(DateValue, Span)>,
    report: Option<(DateValue, Span)>,
    previous: Option<(DateValue, Span)>,
}

impl Known {
    /// When the provider was last inspected.
    pub(super) fn inspected(&self) -> Option<(DateValue, Span)> {
        self.current
    }

    /// What is known of a provider that the text only turns to: its one inspection is its last, though
    /// it lies before that of whom the text is about.
    pub(super) fn of_another(self, is_tied: impl Fn(Span) -> bool) -> Known {
        match (self.current, self.report, self.previous) {
            (None, None, Some(only)) if !is_tied(only.1) => {
                Known { current: Some(only), ..Known::default() }
            }
            _ => self,
        }
    }

    /// The date of a grade that no date is tied to, and where it stands.
    pub(super) fn date(&self, time: Time) -> Option<(DateValue, Span)> {
        match time {
            Time::Current => self.current.or(self.report),
            Time::Previous => self.previous,
        }
    }
}

/// A relative date ('11 years ago'), as the text gives it in full elsewhere.
fn refined(dates: &[Date], value: &DateValue, span: Span) -> DateValue {
    let at = dates.partition_point(|date| date.span.start() < span.start());
    let relative = dates.get(at).is_some_and(|d| d.span == span && d.text.ends_with("ago"));
    if !relative {
        return *value;
    }
    let short = value.to_string();
    dates
        .iter()
        .filter(|d| d.role == DateRole::PreviousInspection && d.span.start() > span.start())
        .filter_map(|d| d.value)
        .find(|v| v.to_string().len() > short.len() && v.to_string().starts_with(&short))
        .unwrap_or(*value)
}

/// Whether one date is over before another begins; `None` where a year is not known.
pub(super) fn is_over(own: &DateValue, now: &DateValue) -> Option<bool> {
    if let (Some(own), Some(now)) = (own.last_day(), now.first_day()) {
        return Some(own < now);
    }
    Some(own.year()? < now.year()?)
}
