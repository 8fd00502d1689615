//! Whether a grade stands or was left behind, and the date on which it was given.
//!
//! | in the text | time, date |
//! | --- | --- |
//! | 'rated good in May 2019' | `current`, `2019-05` |
//! | 'had been rated good', 'down **from** good' | `previous` |
//! | 'rated good in 2014 … is now inadequate' | the earlier is `previous` |
//! | 'inadequate', with the inspection's date elsewhere | that date |
//! | 'rated inadequate in 2016 and again in 2019' | two ratings |

use super::grades::{Form, GradeWords};
use super::licence::Licence;
use super::rules;
use super::sentence::Sentence;
use super::visits::refined;
use super::words::Class;
use crate::dates::DateValue;
use crate::record::{Date, DateRole, Span};

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
    /// Whether somebody tells of it after it was given, in words that are of the past throughout:
    /// 'she learned that the school had been rated good'.
    pub told: bool,
    /// Whether it is said to last since a date: 'has been outstanding since 2017'.
    pub lasts: bool,
    /// The dates tied to it: more than one where it was given more than once.
    pub dates: Vec<DateValue>,
    /// It is of the same inspection as the grade before: 'one of them having been outstanding'.
    pub absolute: bool,
    /// It stood for years, or until a date: no inspection of the text gave it.
    pub undated: bool,
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
    past(s, grade, licence, verb, from, end, &mut when);
    tied(s, dates, n, from, accepted, taken, &mut when);
    // 'was a good school until 2019', 'For twelve years it was a good school'
    when.undated = when.left_behind
        && (s.any_in(grade.end, grade.end + 3, &["until"])
            || s.words[0].is("for") && s.any_in(2, 4, &["years", "decades"]));
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
    licence: &Licence,
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
    when.told = (near..grade.first).any(|at| s.words[at].is("had") && is_told(s, grade, at));
    // 'Before that it was outstanding.'
    let that = s.words[0].is("before") && s.any_in(1, 2, &["that", "then"]);
    when.left_behind |= that && s.any_in(2, grade.first, &["was", "were", "had"]);
    // 'It joined the trust after its second inadequate rating'
    let count = ["first", "second", "third", "fourth"];
    when.told |= s.before(grade.first).is_some_and(|w| w.any(&count))
        && s.any_in(grade.first.saturating_sub(3), grade.first, &["after", "since"]);
    for at in near..grade.first {
        let word = &s.words[at];
        let next = s.word(at + 1);
        // 'fell from outstanding, a grade it had held since 2011, to good'
        let aside = licence.rule.name == rules::CHANGE.name
            && !licence.left_behind
            && s.any_in(at, licence.verb, &[","]);
        if aside {
            continue;
        }
        if word.is("had")
            && !came(at)
            && !when.told
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
            ]) && !s.any_in(at, grade.first, &["after"])
                && !(word.is("previous") && s.any_in(at, grade.first, &["since"]))
                && !(word.is("once") && next.is_some_and(|w| w.is("again")))
            || word.is("no") && next.is_some_and(|w| w.is("longer"))
            || word.is("then") && !s.is_copula(at.saturating_sub(1)) && at + 1 == grade.first
            || word.is("used")
            // 'although its overall grade then was good'
            || word.is("then") && next.is_some_and(|w| w.any(&["was", "were"]))
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
    let joins: &[&str] = &["taken", "took", "joined", "became", "bought", "opened"];
    // and 'Only its response was inadequate then'
    let after = s.past_marks(grade.end);
    let then = s.word(after).is_some_and(|w| w.is("then"))
        && s.word(after + 1).is_none_or(|w| w.mark)
        && s.any_in(verb, grade.first, &["was", "were"]);
    let came = s.word(after).is_some_and(|w| w.any(&["when", "before"]))
        && s.any_in(verb, grade.first, &["was", "were", "rated"])
        && s.any_in(grade.end + 1, grade.end + 7, joins);
    // 'When it was formed in 2017, three of its schools were inadequate'
    let formed = ["formed", "founded", "launched", "merged"];
    let first = s.words[0].is("when")
        && (s.any_in(1, verb, joins) || s.any_in(1, verb, &formed))
        && s.any_in(verb.saturating_sub(3), grade.first, &["was", "were"])
        && !s.any_in(1, grade.first, &["now", "today"]);
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
    // 'has gone backwards since that visit, when respect was good'
    let visit = ["visit", "inspection", "report", "then"];
    let since = (from.max(2)..from.max(2) + 1).any(|i| {
        s.words[i - 1].is("when")
            && s.words[i - 2].is(",")
            && i > 4
            && s.words[i - 3].any(&visit)
            && s.any_in(i.saturating_sub(7), i - 3, &["since", "on"])
    });
    // 'rated inadequate, a year after it was rated good'
    let year_after = n_before(s, grade)
        && (verb.saturating_sub(4)..verb).any(|i| {
            s.words[i].is("after")
                && s.any_in(i.saturating_sub(1), i, &["year", "years", "months", "decade"])
                && s.any_in(i + 1, verb, &["it", "they"])
        });
    // 'St Bede's, which was good, was found to be outstanding'
    let put_in = s.word(after).is_some_and(|w| w.is(","))
        && (s.is_copula(after + 1) || s.word(after + 1).is_some_and(|w| w.any(&["has", "had"])))
        && s.opening_of(after).is_some_and(|open| {
            open < verb && s.any_in(open, grade.first, &["was", "were", "had"])
        })
        && s.grades.iter().any(|g| g.first > after && g.first < after + 8 && g.key != grade.key);
    when.left_behind |= year_after || put_in;
    when.left_behind |= since || came || first || same || then || began || now || no_more;
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
        // 'had been rated good at its most recent inspection': no other came after it.
        let newest = word.is("latest") || word.is("recent") && at > 0 && s.words[at - 1].is("most");
        if newest && inspection && at > grade.first {
            when.left_behind = false;
        }
        if word.is("earlier")
            && s.any_in(at + 1, at + 3, &["rating", "grade", "inspection", "judgement"])
        {
            when.last = true;
        }
        let rated = s.any_in(at + 1, at + 2, &["rated", "judged", "graded"]);
        // 'has not improved since the last inspection'
        let since = s.any_in(at.saturating_sub(3), at, &["since"]) && at > grade.first;
        if word.is("last") && (inspection || rated) && !since {
            when.last = true;
            // 'The Limes, rated good at its last inspection, is now inadequate'
            when.left_behind |= at > grade.first
                && s.grades
                    .iter()
                    .any(|g| g.first > at && g.key != grade.key && s.any_in(at, g.first, &["now"]));
        }
        if word.is("before") && s.any_in(at + 1, at + 4, &["inspection"]) && at > grade.first {
            when.left_behind = true;
        }
    }
}

/// Whether another grade stands before this one.
fn n_before(s: &Sentence<'_>, grade: &GradeWords) -> bool {
    s.grades.first().is_some_and(|first| first.first < grade.first)
}

/// Whether 'had' at `had` is only the tense of who tells it: 'parents **learned** that the school
/// had been rated good'. What was before that has other words: 'had previously been', 'at its last'.
fn is_told(s: &Sentence<'_>, grade: &GradeWords, had: usize) -> bool {
    let rated = s.word(had + 1).is_some_and(|w| w.is("been"))
        && s.word(had + 2).is_some_and(|w| {
            w.of(Class::RATING_VERB) || w.any(&["given", "handed", "awarded", "found", "deemed"])
        })
        // 'confirmed that the standards had been met'
        || s.word(had + 1).is_some_and(|w| w.is("been"))
            && had + 2 == grade.first
            && grade.form == Form::Met;
    let told = [
        "said",
        "says",
        "heard",
        "told",
        "learned",
        "learnt",
        "revealed",
        "discovered",
        "out",
        "announced",
        "emerged",
        "confirmed",
        "reported",
        "tell",
    ];
    let turned = [
        "but",
        "although",
        "though",
        "when",
        "after",
        "before",
        "until",
        "since",
        "which",
        "who",
        "whose",
        "where",
        "because",
        ";",
        "–",
        "previously",
        "once",
    ];
    let Some(verb) = (had.saturating_sub(22)..had).rev().find(|&at| s.words[at].any(&told)) else {
        return false;
    };
    let before = ["last", "previous", "earlier", "before", "until", "previously"];
    rated
        && s.words[verb..had].iter().all(|w| !w.any(&turned))
        && !s.any_in(grade.end, grade.end + 12, &before)
        && s.grades.iter().all(|g| {
            g.first == grade.first || g.end <= verb || s.any_in(grade.end, g.first, &["having"])
        })
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
    // 'lost its rating in May' dates the loss; 'lost the rating that it had held since May' does not.
    let held = s.any_in(grade.end, grade.end + 6, &["held", "had"])
        && s.any_in(grade.end + 1, grade.end + 8, &["since"]);
    let lost = &["lost", "lose", "loses", "losing", "shed", "stripped"];
    if s.any_in(from, grade.first, lost) && !held {
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
    // 'The trust, which is good, was fined last year': what follows is told of the trust.
    let close = (grade.end..next.min(grade.end + 16)).find(|&i| s.words[i].is(","));
    let close = close.filter(|&i| {
        let told = s.is_copula(i + 1)
            || s.word(i + 1).is_some_and(|w| {
                w.any(&["has", "had", "have", "will"])
                    || w.of(Class::GIVING_VERB.or(Class::RATING_VERB).or(Class::MOVING_VERB))
            });
        told && s.opening_of(i).is_some_and(|open| open < grade.first)
    });
    let next = close.unwrap_or(next);
    // 'In 2019 it was inadequate, and as recently as 2022 good': each of the two has its own.
    let leads = text_span(from, grade.first).is_some_and(|span| {
        dates_in(dates, span).first().is_some_and(|date| {
            s.words.partition_point(|w| w.span.end() <= date.span.start()) <= from + 2
        })
    });
    let turn = (grade.end..next)
        .find(|&i| s.words[i].any(&["and", "while"]) && s.before(i).is_some_and(|w| w.is(",")));
    let next = turn.filter(|_| leads && next < s.words.len()).unwrap_or(next);
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
    when.earlier = found.iter().any(|d| d.role == DateRole::PreviousInspection) && !when.told;
    when.spans = found.iter().map(|d| d.span).collect();
    when.lasts = perfect
        && found.first().is_some_and(|date| {
            let at = s.words.partition_point(|w| w.span.start() < date.span.start());
            date.span.start() > grade.span.end() && s.any_in(at.saturating_sub(1), at, &["since"])
        });
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
    // 'Leadership, the weakest area a year ago, is'
    let beside = s.word(at).is_some_and(|w| w.is(","))
        && (at.saturating_sub(9)..at.saturating_sub(2))
            .any(|i| s.words[i].is(",") && s.words[i + 1].any(&["the", "a", "an", "its"]));
    closed && (opened || beside && s.is_copula(at + 1))
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
        "retired",
        "scrapped",
        "replaced",
    ];
    for at in from..to.min(s.words.len()) {
        let word = &s.words[at];
        // 'inadequate, as it had been in 2018' tells of that time.
        // or 'as it has been since 2011'
        let as_before = word.is("as")
            && s.word(at + 1).is_some_and(|w| w.any(&["it", "they"]))
            && s.word(at + 2).is_some_and(|w| w.any(&["had", "did", "was", "were", "has", "have"]));
        if as_before {
            return false;
        }
        // 'it required improvement by the summer of 2019'
        let by_then = word.is("by")
            && s.any_in(at + 1, at + 2, &["the"])
            && s.any_in(at + 2, at + 3, &["spring", "summer", "autumn", "winter", "time"]);
        // 'inadequate, with one thing better since the last inspection in 2020'
        let since =
            word.is("since") && s.any_in(at + 1, at + 5, &["last", "previous"]) && at > from;
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
        // 'reasonably good, an improvement on three years earlier'
        if word.is("improvement") && s.word(at + 1).is_some_and(|w| w.any(&["on", "from"])) {
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
        && !joined_then(s, from)
}

/// Whether the date that ends before `at` is when somebody came: 'Ms Cole joined in May 2023 from
/// Ashby Primary, itself rated good'.
fn joined_then(s: &Sentence<'_>, at: usize) -> bool {
    s.any_in(at.saturating_sub(5), at, &["joined", "arrived", "appointed"])
        && s.word(at).is_some_and(|w| w.is("from"))
}
