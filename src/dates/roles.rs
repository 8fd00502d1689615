//! What a date is the date of, by the words that it stands with.
//!
//! | in the sentence | role |
//! | --- | --- |
//! | 'a report **published** on Thursday' | publication |
//! | 'the **inspection took place** in August', 'inspectors **visited** on 4 May' | inspection |
//! | 'was **last inspected** in 2018', 'had been **rated good** in 2021' | previous inspection |
//! | 'must be fitted **by** the end of March' | deadline |

use super::near::is_one_of as is;
use super::resolve::tense::Tense;
use super::value::{DateValue, Day};
use super::words::{Around, Class, Word};
use super::written::{Mention, Unit, Written};
use crate::dates::near;
use crate::record::DateRole;

/// A role, and whether only the dates of the whole text can tell which inspection it is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Guess {
    pub role: DateRole,
    /// 'rated good in 2021': the current inspection, or one before.
    pub graded: bool,
}

impl Guess {
    pub(super) fn of(role: DateRole) -> Guess {
        Guess { role, graded: false }
    }
}

fn sure(role: DateRole) -> Guess {
    Guess::of(role)
}

/// What a mention's role is judged by.
pub(super) struct Scene<'a, 't> {
    pub around: &'a Around<'t>,
    pub mention: &'a Mention,
    pub value: Option<DateValue>,
    pub reference: Option<Day>,
    /// The role of the date before, if it stands in this sentence or the last.
    pub before: Option<DateRole>,
}

impl Scene<'_, '_> {
    /// The role, as far as the sentence tells.
    pub(super) fn role(&self) -> Guess {
        if let Some(role) = self.labelled() {
            return sure(role);
        }
        let (left, right) = (self.around.before(), self.around.after());
        let tense = self.around.tense();
        if self.is_deadline(left, right, tense) {
            return sure(DateRole::Deadline);
        }
        if let Some(guess) = self.beside(right) {
            return guess;
        }
        // 'since 2020' starts something else, unless an inspection stands there.
        if lead(left).is_some_and(|w| is(&w, &["since", "until", "till"])) {
            return sure(DateRole::Other);
        }
        if let Some(guess) = self.by_verb(left, right, tense) {
            return guess;
        }
        if let Some(guess) = self.told_of_findings(left, right, tense) {
            return guess;
        }
        sure(DateRole::Other)
    }

    /// A label directly before: 'Inspection dates:', 'Date of previous inspection'.
    fn labelled(&self) -> Option<DateRole> {
        let start = self.mention.span.start();
        let mut from = start.saturating_sub(90);
        while !self.around.source.is_char_boundary(from) {
            from += 1;
        }
        let before = &self.around.source[from..start];
        let line = before.rsplit(['\n', '\r', '\u{c}']).find(|line| !line.trim().is_empty())?;
        let label = line.trim().trim_end_matches([':', '-', '–', ' ', '\t']).to_ascii_lowercase();
        // The running head of a report has the days under its title.
        if label.starts_with("inspection report") && !line_joins(before) {
            return Some(DateRole::Inspection);
        }
        if label.len() > 34 || label.ends_with(['.', ',']) {
            return None;
        }
        let ends = |ending: &str| label.ends_with(ending);
        match () {
            () if ends("previous inspection")
                || ends("last inspection")
                || ends("previous inspection date") =>
            {
                Some(DateRole::PreviousInspection)
            }
            () if ends("inspection dates")
                || ends("inspection date")
                || ends("date of inspection")
                || ends("dates of inspection")
                || ends("dates of visit")
                || ends("inspected on") && label.len() < 14
                || label == "inspected" =>
            {
                Some(DateRole::Inspection)
            }
            () if ends("report published") || ends("publication date") || ends("last updated") => {
                Some(DateRole::Publication)
            }
            () => None,
        }
    }

    fn is_deadline(&self, left: &[Word<'_>], right: &[Word<'_>], tense: Tense) -> bool {
        let leads: Vec<Word<'_>> = left
            .iter()
            .copied()
            .filter(|w| !is(w, &["the", "midnight", "on", "noon", "5pm", "latest"]))
            .take(3)
            .collect();
        if right.first().is_some_and(|w| is(w, &["deadline"])) {
            return true;
        }
        let Some(first) = leads.first() else { return false };
        let duty = |words: &[Word<'_>]| words.iter().any(|w| w.is(Class::Duty));
        if is(first, &["than"]) {
            return leads.get(1).is_some_and(|w| is(w, &["later"]));
        }
        if is(first, &["by"]) {
            // 'make sure that ratios are kept to (by 25 June)'
            if self.is_in_brackets_after_by() {
                return true;
            }
            // 'And by November 1:', over a list of what is to be done
            let heads = left.len() <= 2 && right.is_empty();
            let had_to = heads
                || right
                    .windows(2)
                    .take(4)
                    .any(|w| is(&w[0], &["had", "has", "have"]) && is(&w[1], &["to"]));
            if had_to {
                return true;
            }
            let past = self
                .value
                .and_then(|v| v.last_day())
                .zip(self.reference)
                .is_some_and(|(a, b)| a < b);
            if duty(left) || duty(&right[..right.len().min(10)]) {
                return tense != Tense::Past
                    || !past
                    || left.iter().any(|w| is(w, &["must", "had", "told", "ordered"]));
            }
            return tense == Tense::Future && !past && !left.iter().any(|w| is(w, &["full"]));
        }
        if is(first, &["until", "till"]) {
            let given = left
                .iter()
                .any(|w| is(w, &["given", "gives", "has", "have", "had", "gave", "got"]));
            let task = right.iter().take(5).any(|w| is(w, &["to"]))
                || duty(left)
                || left.iter().any(|w| is(w, &["notice"]));
            return given && task;
        }
        let named = left.iter().take(8).any(|w| is(w, &["deadline"]));
        named && leads.iter().any(|w| is(w, &["is", "was", "of", "for", "before"]))
    }

    fn is_in_brackets_after_by(&self) -> bool {
        let before = &self.around.source[..self.mention.span.start()];
        let before = before.strip_suffix("the ").unwrap_or(before);
        before.ends_with("(by ") || before.ends_with("(by the end of ")
    }

    /// Words right after: 'the 2019 report', 'the January verdict'.
    fn beside(&self, right: &[Word<'_>]) -> Option<Guess> {
        let noun = right.first()?;
        let own = right.get(1).filter(|_| is(noun, &["s", "full", "ofsted", "monitoring", "peel"]));
        let noun = own.unwrap_or(noun);
        let at = near::skip_space(self.around.source, self.mention.span.end());
        if at == self.mention.span.end() && !self.around.source[at..].starts_with(['\'', '’']) {
            return None;
        }
        match () {
            () if is(
                noun,
                &["report", "letter", "verdict", "judgement", "inspection", "rating"],
            ) =>
            {
                let day = matches!(
                    self.mention.written,
                    Written::Offset { unit: Unit::Day, .. } | Written::Weekday(..)
                );
                let role = if is(noun, &["report", "letter"]) && day {
                    DateRole::Publication
                } else {
                    DateRole::Inspection
                };
                Some(Guess { role, graded: !day })
            }
            () => None,
        }
    }

    /// The nearest verb or noun before the date that tells.
    fn by_verb(&self, left: &[Word<'_>], right: &[Word<'_>], tense: Tense) -> Option<Guess> {
        let has = |words: &[Word<'_>], list: &[&str]| words.iter().any(|w| is(w, list));
        let earlier = |at: usize| {
            let near = &left[at + 1..left.len().min(at + 5)];
            has(near, &["last", "previous", "earlier", "first", "then"])
                || has(near, &["previously"])
        };
        for (at, word) in left.iter().enumerate() {
            // 'came out', but not 'carried out'
            let out = is(word, &["out"])
                && !left
                    .get(at + 1)
                    .is_some_and(|w| is(w, &["came", "come", "comes", "is", "was"]));
            if word.is(Class::Publishing) && !out {
                let before = &left[at + 1..];
                if has(before, &["last", "previous"])
                    && has(before, &["inspection", "review", "report"])
                    && !has(before, &["week", "month"])
                {
                    return Some(sure(DateRole::PreviousInspection));
                }
                let reports = has(left, REPORTS) || has(right, REPORTS);
                return reports.then_some(sure(DateRole::Publication));
            }
            if at <= 3
                && is(word, &["report", "findings"])
                && !has(&left[at + 1..], &["received", "read", "saw", "before"])
                && left[..at]
                    .iter()
                    .all(|w| is(w, &["in", "on", "from", "of", "the", "out", "dated"]))
            {
                return Some(sure(DateRole::Publication));
            }
            if is(
                word,
                &[
                    "inspected",
                    "inspection",
                    "inspections",
                    "visit",
                    "visits",
                    "monitoring",
                    "ofsted",
                ],
            ) {
                if is(word, &["ofsted"]) {
                    continue;
                }
                let near = &left[at + 1..left.len().min(at + 4)];
                if has(near, &["last", "previous", "earlier", "previously"]) {
                    return Some(sure(DateRole::PreviousInspection));
                }
                if has(near, &["next", "follow-up", "follow", "another", "up"])
                    || tense == Tense::Future
                {
                    return Some(sure(DateRole::Other));
                }
                let far = left[..at].iter().any(|w| w.is(Class::OtherEvent));
                return (!far).then_some(sure(DateRole::Inspection));
            }
            // 'named manager, effective January 1'
            let takes_effect = at == 0 && is(word, &["effective"]);
            if word.is(Class::Grade) && !takes_effect {
                let judged = left[at + 1..].iter().take(8).any(|w| is(w, JUDGED))
                    || left[..at].iter().any(|w| is(w, JUDGED));
                if judged && tense != Tense::Future {
                    let before = earlier(at)
                        || has(
                            &left[at + 1..left.len().min(at + 8)],
                            &["had", "once", "last", "previously"],
                        );
                    return Some(Guess {
                        role: if before {
                            DateRole::PreviousInspection
                        } else {
                            DateRole::Inspection
                        },
                        graded: true,
                    });
                }
            }
            if word.is(Class::Inspecting) && tense != Tense::Future {
                if has(
                    &left[at..],
                    &[
                        "inspectors",
                        "inspector",
                        "team",
                        "inspection",
                        "watchdog",
                        "ofsted",
                        "cqc",
                        "visit",
                        "my",
                        "our",
                    ],
                ) || is(word, &["visited"]) && self.before == Some(DateRole::Inspection)
                {
                    let last = has(&left[at + 1..], &["last", "previous"])
                        && !has(&left[at + 1..], &["week", "month"]);
                    return Some(sure(if last {
                        DateRole::PreviousInspection
                    } else {
                        DateRole::Inspection
                    }));
                }
                // 'They came back on the 13th', after the first visit.
                if has(&left[at..], &["they", "back"]) && self.before == Some(DateRole::Inspection)
                {
                    return Some(sure(DateRole::Inspection));
                }
            }
            if is(word, &["inspectors"]) && at <= 6 && tense != Tense::Future {
                let said = left[..at]
                    .iter()
                    .any(|w| w.is(Class::OtherEvent) || is(w, &["said", "say", "found", "told"]));
                return (!said).then_some(sure(DateRole::Inspection));
            }
            if word.is(Class::OtherEvent) {
                return None;
            }
        }
        None
    }

    /// 'Inspectors said today': a finding told on the day of its publication.
    fn told_of_findings(
        &self,
        left: &[Word<'_>],
        right: &[Word<'_>],
        tense: Tense,
    ) -> Option<Guess> {
        let relative =
            matches!(self.mention.written, Written::Offset { .. } | Written::Weekday(..));
        let nearby = || left.iter().take(8).chain(right.iter().take(8));
        let told = nearby().any(|w| {
            is(
                w,
                &[
                    "said",
                    "found",
                    "revealed",
                    "says",
                    "criticise",
                    "criticised",
                    "praised",
                    "warned",
                ],
            )
        });
        let who = nearby()
            .any(|w| is(w, &["inspectors", "ofsted", "watchdog", "report", "inspectorate"]));
        (relative && told && who && self.before.is_none() && tense != Tense::Future)
            .then_some(sure(DateRole::Publication))
    }
}

const REPORTS: &[&str] = &[
    "report",
    "reports",
    "findings",
    "letter",
    "ofsted",
    "inspectors",
    "inspection",
    "review",
    "watchdog",
    "verdict",
    "it",
    "judgement",
    "judgements",
];

const JUDGED: &[&str] = &[
    "rated",
    "judged",
    "graded",
    "found",
    "handed",
    "given",
    "rating",
    "declared",
    "deemed",
    "ranked",
    "downgraded",
    "upgraded",
    "labelled",
    "branded",
    "was",
    "been",
    "remained",
    "received",
    "again",
    "grade",
    "judgement",
];

fn lead<'w>(left: &[Word<'w>]) -> Option<Word<'w>> {
    left.iter().copied().find(|w| !is(w, &["the", "at", "least", "about", "around"]))
}

/// Whether the date stands on the line of the words before it.
fn line_joins(before: &str) -> bool {
    !before.trim_end_matches([' ', '\t']).ends_with(['\n', '\r', '\u{c}'])
}

/// Tells the current inspection from those before it, once all dates are known: the latest that
/// lies in the past is the current one, and what is long before it is a previous one.
pub(super) fn settle(dates: &mut [(Option<DateValue>, Guess)], reference: Option<Day>) {
    /// Days that one inspection's visits may lie apart.
    const VISITS: i32 = 75;
    /// Days after which a grade without another inspection in the text is an old one.
    const OLD: i32 = 270;
    /// Days after its own date on which a text can tell of an inspection: a week that is not over.
    const LATER: i32 = 7;
    let last = |value: &Option<DateValue>| value.and_then(|v| v.last_day());
    let current = dates
        .iter()
        .filter(|(_, guess)| guess.role == DateRole::Inspection && !guess.graded)
        .filter_map(|(value, _)| last(value))
        .filter(|day| reference.is_none_or(|own| *day <= own.plus_days(LATER)))
        .max();
    let undated = dates.iter().any(|(value, guess)| {
        guess.role == DateRole::Inspection
            && !guess.graded
            && value.is_none_or(|v| v.is_of_unknown_year())
    });
    let published = dates.iter().any(|(_, guess)| guess.role == DateRole::Publication);
    for (value, guess) in dates.iter_mut() {
        if guess.role != DateRole::Inspection {
            continue;
        }
        let Some(day) = last(value) else { continue };
        let old = match current {
            Some(current) => day.days_until(current) > VISITS,
            None if guess.graded && undated => true,
            None => {
                reference.is_some_and(|own| day.days_until(own) > OLD)
                    || guess.graded && reference.is_none() && published
            }
        };
        if old {
            guess.role = DateRole::PreviousInspection;
        }
    }
}
