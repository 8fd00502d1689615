//! What a date is the date of, by the words that it stands with.
//!
//! | in the sentence | role |
//! | --- | --- |
//! | 'a report **published** on Thursday' | publication |
//! | 'the **inspection took place** in August', 'inspectors **visited** on 4 May' | inspection |
//! | 'was **last inspected** in 2018', 'had been **rated good** in 2021' | previous inspection |
//! | 'must be fitted **by** the end of March' | deadline |

use super::near::is_one_of as is;
use super::resolve::tense::{Tense, is_past};
use super::value::{DateValue, Day};
use super::words::{Around, Class, Word};
use super::written::{Fields, Mention, Unit, Written};
use crate::dates::near;
use crate::record::DateRole;

/// A role, and how far the sentence alone can tell it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Guess {
    pub role: DateRole,
    /// 'rated good in 2021': the current inspection, or one before.
    pub graded: bool,
    /// 'Inspected: 4 May': one of several inspections that a text lists, however old.
    pub listed: bool,
}

impl Guess {
    pub(super) fn of(role: DateRole) -> Guess {
        Guess { role, graded: false, listed: false }
    }

    fn graded(role: DateRole) -> Guess {
        Guess { graded: true, ..Guess::of(role) }
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
        // 'landed on doormats on Tuesday, at the end of half-term': the day has been told.
        let termly = matches!(self.mention.written, Written::HalfTerm | Written::Term(_));
        if termly && self.before == Some(DateRole::Publication) {
            return sure(DateRole::Other);
        }
        if let Some(guess) = self.labelled() {
            return guess;
        }
        // Quarters and halves of years are those of figures.
        if matches!(
            self.mention.written,
            Written::Quarter(..)
                | Written::QuarterTo(_)
                | Written::QuarterBefore(..)
                | Written::YearsBefore(..)
                | Written::Half(..)
        ) {
            let (left, right) = (self.around.before(), self.around.after());
            let due = self.is_deadline(left, right, self.around.tense());
            return sure(if due { DateRole::Deadline } else { DateRole::Other });
        }
        if self.is_in_due_column() {
            return sure(DateRole::Deadline);
        }
        let (left, right) = (self.around.before(), self.around.after());
        let tense = self.around.tense();
        if self.is_deadline(left, right, tense) {
            return sure(DateRole::Deadline);
        }
        if let Some(guess) = self.beside(right) {
            return guess;
        }
        // 'Figure 1: HMP Larkmoor healthy prison outcomes 2019 and 2023'
        let heads = |words: &[&str]| left.iter().take(5).any(|w| is(w, words));
        if self.is_year()
            && heads(&["outcomes"])
            && heads(&["healthy"])
            && heads(&["prison", "establishment"])
        {
            return Guess::graded(DateRole::Inspection);
        }
        // 'since 2020' starts something else, unless an inspection stands there.
        if lead(left).is_some_and(|w| is(&w, &["since", "until", "till"])) {
            // 'They stayed until May 31', after the day on which they came.
            let stayed = self.before == Some(DateRole::Inspection)
                && left.iter().take(4).any(|w| is(w, &["stayed", "remained", "lasted", "ran"]));
            if stayed {
                return sure(DateRole::Inspection);
            }
            // 'has risen since 2019, when it was last inspected'
            let told = &right[..right.len().min(7)];
            if told.first().is_some_and(|w| is(w, &["when"]))
                && told.iter().any(|w| is(w, &["inspected", "inspectors", "inspection"]))
            {
                let last = told.iter().any(|w| is(w, &["last", "previously"]));
                let role = if last { DateRole::PreviousInspection } else { DateRole::Inspection };
                return Guess::graded(role);
            }
            if self.is_since_an_inspection(left) {
                return Guess::graded(DateRole::Inspection);
            }
            return sure(DateRole::Other);
        }
        if let Some(guess) = self.told_of_a_grade(left, right) {
            return guess;
        }
        if let Some(guess) = self.by_clause_before(left) {
            return guess;
        }
        if let Some(guess) = self.of_the_latest(left) {
            return guess;
        }
        if let Some(guess) = self.by_verb(left, right, tense) {
            return guess;
        }
        if let Some(guess) = self.by_clause_after(left, right, tense) {
            return guess;
        }
        if let Some(guess) = self.told_of_findings(left, right, tense) {
            return guess;
        }
        sure(DateRole::Other)
    }

    /// 'The latest, in October, found progress', after another inspection; 'the report, out on
    /// Thursday, says'.
    fn of_the_latest(&self, left: &[Word<'_>]) -> Option<Guess> {
        let [first, second, third, ..] = left else { return None };
        let inspected =
            matches!(self.before, Some(DateRole::Inspection | DateRole::PreviousInspection));
        let latest = is(second, &["latest"]) && is(third, &["the"]) && left.len() == 3;
        let out = is(second, &["out"]) && is(third, &["findings", "letter", "report", "verdict"]);
        match () {
            () if !is(first, &["in", "on"]) => None,
            () if latest && inspected => Some(sure(DateRole::Inspection)),
            () if out => Some(sure(DateRole::Publication)),
            () => None,
        }
    }

    /// A label directly before: 'Inspection dates:', 'Date of previous inspection'.
    fn labelled(&self) -> Option<Guess> {
        let start = self.mention.span.start();
        let from = self.around.source.ceil_char_boundary(start.saturating_sub(90));
        let before = &self.around.source[from..start];
        let line = before.rsplit(['\n', '\r', '\u{c}']).find(|line| !line.trim().is_empty())?;
        let label = line.trim().trim_end_matches([':', '-', '–', ' ', '\t']).to_ascii_lowercase();
        // The month under the name of who signs a report.
        let alone = || {
            let after = &self.around.source[self.mention.span.end()..];
            !line_joins(before) && (after.is_empty() || after.starts_with(['\n', '\r']))
        };
        if label.starts_with("hm chief inspector") && alone() {
            return Some(sure(DateRole::Publication));
        }
        // The running head of a report has the days under its title.
        if label.starts_with("inspection report") && !line_joins(before) {
            return Some(sure(DateRole::Inspection));
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
                Some(sure(DateRole::PreviousInspection))
            }
            () if label == "inspected" => {
                Some(Guess { listed: true, ..sure(DateRole::Inspection) })
            }
            () if ends("inspection dates")
                || ends("inspection date")
                || ends("date of inspection")
                || ends("dates of inspection")
                || ends("dates of visit")
                || ends("inspected on") && label.len() < 14 =>
            {
                Some(sure(DateRole::Inspection))
            }
            () if ends("report published") || ends("publication date") || ends("last updated") => {
                Some(sure(DateRole::Publication))
            }
            () => None,
        }
    }

    /// Whether a day stands in the column 'Due date' of a table of what is to be done: last on its
    /// line, after a gap or alone.
    fn is_in_due_column(&self) -> bool {
        /// Bytes of a table that are searched for its head.
        const TABLE: usize = 1500;
        let source = self.around.source;
        let span = self.mention.span;
        let before = &source[..span.start()];
        let apart = before.ends_with(['\n', '\t']) || before.ends_with("   ");
        let ends =
            || source[span.end()..].is_empty() || source[span.end()..].starts_with(['\n', '\r']);
        if !apart || !ends() || !self.value.is_some_and(|value| value.is_day()) {
            return false;
        }
        let table = &before.as_bytes()[before.len().saturating_sub(TABLE)..];
        memchr::memmem::rfind(table, b"Due date").is_some()
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
        let Some(first) = leads.first() else { return self.is_labelled_as_due() };
        let duty = |words: &[Word<'_>]| words.iter().any(|w| w.is(Class::Duty));
        if is(first, &["than"]) {
            return leads.get(1).is_some_and(|w| is(w, &["later"]));
        }
        if is(first, &["by"]) {
            // 'make sure that ratios are kept to (by 25 June)'
            if self.is_in_brackets_after_by() {
                return true;
            }
            // '* ensure that ratios are met, by 25 June'
            if tense != Tense::Past && self.is_in_list_item() {
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
                let obliged = left.iter().any(|w| is(w, &["must", "should", "told", "ordered"]))
                    || left.windows(2).any(|w| is(&w[1], &["had"]) && is(&w[0], &["to"]));
                return tense != Tense::Past || !past || obliged;
            }
            // What somebody hopes or promises is no duty.
            const WISHES: &[&str] = &[
                "full",
                "hope",
                "hopes",
                "hoped",
                "hoping",
                "reopen",
                "open",
                "ready",
                // The inspectors' own return is theirs to choose.
                "inspected",
                "reinspected",
                "return",
                "revisit",
            ];
            return tense == Tense::Future && !past && !left.iter().any(|w| is(w, WISHES));
        }
        /// What is open to all until it closes.
        const OPEN: &[&str] =
            &["consultation", "applications", "bids", "submissions", "nominations", "entries"];
        // 'must put its house in order before Christmas', 'a notice would be issued before May'
        if is(first, &["before"]) {
            let promised = leads.get(1).is_some_and(|w| is_past(*w))
                && leads.get(2).is_some_and(|w| is(w, &["be"]));
            return tense == Tense::Future
                && (promised
                    || left.iter().any(|w| is(w, &["must", "ordered", "required", "deadline"])));
        }
        if is(first, &["until", "till"]) {
            // 'the consultation runs until Friday'
            if tense == Tense::Future && left.iter().any(|w| is(w, OPEN)) {
                return true;
            }
            let given = left
                .iter()
                .any(|w| is(w, &["given", "gives", "giving", "has", "have", "had", "gave", "got"]));
            let task = right.iter().take(5).any(|w| is(w, &["to"]))
                || duty(left)
                || left.iter().any(|w| is(w, &["notice"]));
            return given && task;
        }
        // 'the consultation closes on Friday'
        let closes = is(first, &["closes", "ends", "close", "end"])
            || leads.get(1).is_some_and(|w| is(w, &["closes", "ends", "close", "end"]));
        if closes && tense == Tense::Future && left.iter().any(|w| is(w, OPEN)) {
            return true;
        }
        let closing = left
            .windows(2)
            .take(4)
            .any(|w| is(&w[0], &["date"]) && is(&w[1], &["closing", "due", "target"]));
        let named = closing || left.iter().take(8).any(|w| is(w, &["deadline"]));
        named && leads.iter().any(|w| is(w, &["is", "was", "of", "for", "before"]))
    }

    /// Whether the date stands in an item of a list that a mark opens.
    fn is_in_list_item(&self) -> bool {
        /// Bytes of an item before its date.
        const ITEM: usize = 200;
        let source = self.around.source;
        let from = source.ceil_char_boundary(self.mention.span.start().saturating_sub(ITEM));
        let line = source[from..self.mention.span.start()].rsplit_once(['\n', '\r']);
        line.is_some_and(|(_, line)| line.trim_start().starts_with(['*', '-', '•', '·', '–', '●']))
    }

    /// Whether a label before the date says that something is due: 'To be completed: 31 March'.
    fn is_labelled_as_due(&self) -> bool {
        const LABELS: &[&str] =
            &["completed", "completion", "deadline", "due", "due date", "target date"];
        /// Bytes of the longest label.
        const LABEL: usize = 24;
        let source = self.around.source;
        let at = self.mention.span.start();
        let before = &source[source.ceil_char_boundary(at.saturating_sub(LABEL))..at];
        before.trim_end().strip_suffix(':').is_some_and(|label| {
            let label = label.trim_end().to_lowercase();
            LABELS.iter().any(|due| {
                let lead = label.strip_suffix(due);
                lead.is_some_and(|lead| !lead.ends_with(char::is_alphanumeric))
            })
        })
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
                let written = matches!(self.mention.written, Written::Fields(f) if f.is_day());
                let day = day || written && is(noun, &["letter"]);
                let role = if is(noun, &["report", "letter"]) && day {
                    DateRole::Publication
                } else {
                    DateRole::Inspection
                };
                Some(Guess { graded: !day, ..sure(role) })
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
        let mut told = false;
        for (at, word) in left.iter().enumerate() {
            // '… since the nursery moved to Orchard Row in 2021': a clause with a verb of its own.
            if told && is(word, CLAUSE_OPENERS) {
                return None;
            }
            told |= is_past(*word)
                && !word.is(Class::Inspecting)
                && !word.is(Class::Publishing)
                && !is(word, JUDGED)
                && !is(word, &["had", "inspected", "said", "told", "led"]);
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
                // What is published stands near: 'issued its report on Tuesday', 'on its website'.
                let near = &left[at.saturating_sub(5)..left.len().min(at + 10)];
                let reports = has(near, REPORTS)
                    || has(left, &["report", "letter", "findings", "verdict"])
                    || has(&left[at + 1..left.len().min(at + 4)], &["it"])
                    || has(
                        &right[..right.len().min(8)],
                        &["report", "letter", "findings", "verdict"],
                    );
                let else_ = has(&left[at.saturating_sub(2)..left.len().min(at + 4)], OTHER_WORKS);
                return (reports && !else_).then_some(sure(DateRole::Publication));
            }
            // 'set out their findings in a letter on Wednesday'
            if (1..=2).contains(&at)
                && is(word, &["letter"])
                && left.get(at + 2).is_some_and(|w| is(w, &["in"]))
                && has(&left[at + 3..], &["findings", "conclusions", "inspectors", "ofsted"])
            {
                return Some(sure(DateRole::Publication));
            }
            // 'the report has been sent to parents this week'
            if at <= 3
                && is(word, &["sent"])
                && has(&left[at + 1..left.len().min(at + 4)], &["report", "findings", "verdict"])
                && !has(left, OTHER_WORKS)
            {
                return Some(sure(DateRole::Publication));
            }
            if at <= 3
                && is(word, &["report", "findings"])
                && !has(&left[at + 1..], &["received", "read", "saw", "before"])
                && !has(&left[at + 1..left.len().min(at + 4)], &["about", "discuss", "discussed"])
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
                    "revisit",
                    "reinspection",
                    "visit",
                    "visits",
                    "ofsted",
                ],
            ) {
                if is(word, &["ofsted"]) {
                    continue;
                }
                let near = &left[at + 1..left.len().min(at + 4)];
                // 'the minister's visit on Friday'
                let guest = &left[at + 1..left.len().min(at + 7)];
                let owner = |w: &Word<'_>| is(w.trim_end_matches(['s', '\'', '’']), GUESTS);
                if is(word, &["visit", "visits"])
                    && (has(guest, GUESTS) || guest.iter().take(2).any(owner))
                {
                    return Some(sure(DateRole::Other));
                }
                // 'the framework for inspections in England from September 2020'
                let rules = is(word, &["inspections"])
                    && left.first().is_some_and(|w| is(w, &["from", "since"]))
                    && has(left, &["framework", "handbook", "rules", "basis"]);
                if rules {
                    return Some(sure(DateRole::Other));
                }
                // 'When we went on that visit', 'an earlier version gave the inspection dates as'
                if has(near, &["went"]) && has(near, &["on"]) || has(left, &["version"]) {
                    return Some(sure(DateRole::Other));
                }
                // 'the visit before, in the spring'
                let before = at > 1
                    && is(&left[at - 1], &["before", "previously"])
                    && has(&left[..at - 1], &["in", "on"]);
                if before || has(near, &["last", "previous", "earlier", "previously"]) {
                    return Some(sure(DateRole::PreviousInspection));
                }
                let ahead = tense == Tense::Future && !self.is_over();
                // 'had been due to be inspected'
                let put_off = has(near, &["due"]);
                // 'stayed good at its next two inspections, in 2015 and 2019'
                let since = has(near, &["next"]) && self.is_over() && tense != Tense::Future;
                let further = has(near, &["next", "follow-up", "follow", "another", "up"]);
                if put_off || further && !since || ahead {
                    return Some(sure(DateRole::Other));
                }
                if since {
                    return Some(Guess::graded(DateRole::Inspection));
                }
                let far = left[..at].iter().any(|w| w.is(Class::OtherEvent));
                let listed =
                    is_another(&left[at + 1..]) || is_another(&left[..at]) || self.keeps(left);
                return (!far).then_some(Guess { listed, ..sure(DateRole::Inspection) });
            }
            // 'named manager, effective January 1'
            let takes_effect = at == 0 && is(word, &["effective"]);
            // 'the improvement board', 'the improvement notice'
            let no_grade = is(word, &["improvement"])
                && !left.get(at + 1).is_some_and(|w| w.starts_with("requir"));
            // 'was put in special measures in February'
            let measures =
                is(word, &["measures"]) && left.get(at + 1).is_some_and(|w| is(w, &["special"]));
            // 'got a grade 4 or above in English', of an examination
            let exam = is(word, &["grade"])
                && (1..=3).contains(&at)
                && is(&left[at - 1], &["5", "6", "7", "8", "9"])
                || is(word, &["grade"])
                    && at > 2
                    && is(&left[at - 1], &["4", "5", "6", "7", "8", "9"])
                    && is(&left[at - 2], &["or", "and"])
                    && is(&left[at - 3], &["above", "better", "higher"]);
            let grade = word.is(Class::Grade) && !takes_effect && !no_grade && !exam;
            if (grade || measures) && !self.is_count_on_a_day() {
                // 'last got the bottom grade in 2009'
                let got = is(word, &["grade", "rating"])
                    && left[at + 1..].windows(2).take(5).any(|w| {
                        is(&w[0], &["got", "earned", "held"]) && is(&w[1], &["last", "first"])
                    });
                let judged = got
                    || left[at + 1..].iter().take(8).any(|w| is(w, JUDGED))
                    || left[..at].iter().any(|w| is(w, JUDGED));
                // 'We would have called it inadequate two years ago'
                let judged = judged && !left.iter().take(10).any(|w| is(w, &["would"]));
                // 'was branded inadequate yesterday' is news of the report.
                let day = matches!(
                    self.mention.written,
                    Written::Offset { unit: Unit::Day, .. } | Written::Weekday(..)
                );
                if judged && day && tense != Tense::Future && !left.iter().any(|w| is(w, VISITS)) {
                    return Some(sure(DateRole::Publication));
                }
                if judged && tense != Tense::Future {
                    let before = earlier(at)
                        || has(
                            &left[at + 1..left.len().min(at + 8)],
                            &["had", "once", "last", "previously"],
                        );
                    // 'its other home was last rated good in October'
                    let others = is_another(&left[at + 1..]);
                    let last = has(&left[at + 1..], &["last"])
                        && !has(&left[at + 1..], &["had", "once", "previously"]);
                    let before = before && !(last && others);
                    let another = !before && (others || self.is_standing(left, right));
                    let role =
                        if before { DateRole::PreviousInspection } else { DateRole::Inspection };
                    return Some(Guess { listed: another, ..Guess::graded(role) });
                }
            }
            // 'The residents were moved on Tuesday' tells of no inspection.
            let auxiliary = told && is(word, &["was", "were"]);
            // 'Ofsted began inspecting under new rules in May' is of all that it inspects.
            if is(word, &["began"]) && at > 0 && is(&left[at - 1], &["inspecting"]) {
                return None;
            }
            // 'called it inadequate', but 'called on the school in May'
            let names = is(word, &["called"])
                && at > 0
                && !is(&left[at - 1], &["again", "at", "back", "in", "on", "there"]);
            if word.is(Class::Inspecting) && !auxiliary && !names && tense != Tense::Future {
                // 'the commissioner, whose team visited in May'
                let guest = &left[at + 1..left.len().min(at + 9)];
                if is(word, &["visited"]) && has(guest, GUESTS) && !has(guest, BODIES) {
                    return None;
                }
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
                ) || is(word, &["spent"]) && has(&left[at..], BODIES)
                    || is(word, &["visited", "returned", "called", "went"])
                        && has(
                            &left[at..],
                            &["inspectorate", "commission", "estyn", "hmicfrs", "isi"],
                        )
                    || is(word, &["visited"]) && self.before == Some(DateRole::Inspection)
                    // 'was visited by Ofsted in October'
                    || is(word, &["visited"])
                        && has(&left[..at], &["by"])
                        && has(&left[..at], BODIES)
                {
                    let last = has(&left[at + 1..], &["last", "previous"])
                        && !has(&left[at + 1..], &["week", "month"]);
                    let role =
                        if last { DateRole::PreviousInspection } else { DateRole::Inspection };
                    let listed = !last && is_another(left);
                    return Some(Guess { listed, ..sure(role) });
                }
                // 'the inspectorate's assessment, which was carried out over the winter'
                if is(word, &["carried"])
                    && has(&left[at..], &["assessment"])
                    && has(&left[at..], &["inspectorate", "hmicfrs"])
                {
                    return Some(sure(DateRole::Inspection));
                }
                // 'They came back on the 13th', after the first visit.
                if has(&left[at..], &["they", "back"]) && self.before == Some(DateRole::Inspection)
                {
                    return Some(sure(DateRole::Inspection));
                }
            }
            // 'Inspectors looked at its work on', 'sent a team of inspectors to the city from'
            let team = is(word, &["sent"]) && has(&left[..at], &["team", "inspectors"]);
            let looked = is(word, &["looked", "examined", "observed", "toured"])
                && left[at + 1..].iter().take(4).any(|w| is(w, INSPECTORS));
            if (team && has(&left[at..], BODIES) || looked) && tense != Tense::Future {
                return Some(sure(DateRole::Inspection));
            }
            // 'a visit which ended on 14 July', 'an inspection that finished in May'
            if is(word, &["ended", "finished", "concluded"])
                && at <= 1
                && left[at + 1..].iter().take(3).any(|w| is(w, &["inspection", "visit"]))
                && tense != Tense::Future
            {
                return Some(sure(DateRole::Inspection));
            }
            // 'An inspector had been back to the home in March'
            if is(word, &["back"])
                && left.get(at + 1).is_some_and(|w| is(w, &["been"]))
                && left[at + 2..].iter().take(3).any(|w| is(w, INSPECTORS))
            {
                return Some(sure(DateRole::Inspection));
            }
            // 'Ofsted found in February 2025 that …'; on a day a report tells what was found.
            let days_found = at <= 1 && is(word, &["found"]) && self.is_span_of_days();
            if days_found && left[at + 1..].iter().take(12).any(|w| is(w, BODIES)) {
                return Some(sure(DateRole::Inspection));
            }
            // 'when we last visited, in March 2021', 'the home, last visited in May'
            if is(word, &["visited"])
                && left.get(at + 1).is_some_and(|w| is(w, &["last"]))
                && left.get(at + 2).is_some_and(|w| is(w, VISITED))
            {
                return Some(sure(DateRole::PreviousInspection));
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

    /// Whether a grade is one that still stands, however old: 'was rated good in 2021, having
    /// previously been inadequate', 'got the same grade again last May'.
    fn is_standing(&self, left: &[Word<'_>], right: &[Word<'_>]) -> bool {
        let replaced = right.first().is_some_and(|w| is(w, &["having"]))
            && right.iter().take(3).any(|w| is(w, &["previously"]));
        let again = left.first().is_some_and(|w| is(w, &["again"]))
            && left.iter().take(4).any(|w| is(w, &["same"]))
            && matches!(self.before, Some(DateRole::Inspection | DateRole::PreviousInspection));
        replaced || again
    }

    /// Whether a grade was kept after the visit on a day of the last months, as each of several
    /// schools may have: 'kept its good rating after a visit on 22 January'.
    fn keeps(&self, left: &[Word<'_>]) -> bool {
        /// Days for which news of a visit is news.
        const RECENT: i32 = 270;
        const KEPT: &[&str] = &["held", "keeps", "kept", "retained", "retains"];
        let day = self.value.filter(DateValue::is_day).and_then(|value| value.last_day());
        day.zip(self.reference).is_some_and(|(day, own)| day.days_until(own) <= RECENT)
            && left.iter().any(|w| is(w, &["after"]))
            && left.iter().any(|w| is(w, KEPT))
    }

    /// 'Neighbouring Kelby was told last May that it had “systemic failings”'.
    fn told_of_a_grade(&self, left: &[Word<'_>], right: &[Word<'_>]) -> Option<Guess> {
        let told = left.first().is_some_and(|w| is(w, &["told"]))
            && left.get(1).is_some_and(|w| is(w, &["was", "were"]))
            && right.first().is_some_and(|w| is(w, &["that"]));
        let source = self.around.source;
        let end = source.floor_char_boundary((self.mention.span.end() + 100).min(source.len()));
        let clause = source[self.mention.span.end()..end].split(['.', '\n']).next()?;
        let graded = clause.split(|c: char| !c.is_alphanumeric()).any(|word| {
            near::is_listed(word, crate::tables::dates::GRADES) || is(word, &["systemic"])
        });
        let listed = is_another(left);
        (told && graded).then(|| Guess { listed, ..Guess::graded(DateRole::Inspection) })
    }

    /// 'At its last inspection it was good; that was in 2019': the clause before is dated.
    fn by_clause_before(&self, left: &[Word<'_>]) -> Option<Guess> {
        /// Bytes of the clause before.
        const CLAUSE: usize = 120;
        let told = |words: &[&str]| {
            words.len() <= left.len() && words.iter().zip(left).all(|(a, b)| is(b, &[a]))
        };
        let opened =
            [&["in", "was", "that"][..], &["on", "was", "that"], &["in", "back", "was", "that"]]
                .into_iter()
                .find(|words| told(words))?;
        // Nothing but a mark may stand before 'that'.
        let source = self.around.source;
        let that = opened.iter().rev().fold(self.mention.span.start(), |at, _| {
            near::word_before(source, at).map_or(at, |word| word.start())
        });
        let mark = source[..that].trim_end_matches([' ', '\n']);
        if !mark.ends_with([';', '.', '–', '—', '-', ':', ',']) {
            return None;
        }
        let from = source.ceil_char_boundary(mark.len().saturating_sub(CLAUSE));
        let clause = &mark[from..];
        let clause = clause.trim_end_matches(['.', ';']).rsplit(['.', ';', '\n']).next()?;
        let words = || clause.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        if words().any(|word| is(word, &["previous", "last", "previously"])) {
            return Some(sure(DateRole::PreviousInspection));
        }
        let judged = words().any(|word| is(word, JUDGED));
        let graded = words().any(|word| near::is_listed(word, crate::tables::dates::GRADES));
        let inspected = words().any(|word| is(word, &["inspected", "inspection", "visited"]));
        (judged && graded || inspected).then(|| Guess::graded(DateRole::Inspection))
    }

    /// 'its first inspection since 2011', 'had been good since 2018', 'no change since 2019'.
    fn is_since_an_inspection(&self, left: &[Word<'_>]) -> bool {
        let Some(at) = left.iter().position(|w| is(w, &["since"])) else { return false };
        if at > 1 {
            return false;
        }
        let before = &left[at + 1..];
        let near = |count: usize| before.iter().take(count);
        // 'There has been no overall grade since 2024'
        if near(4).any(|w| is(w, &["no", "any", "without"])) {
            return near(1).any(|w| is(w, &["change"])) && near(5).any(|w| w.is(Class::Grade));
        }
        let inspected = near(2).any(|w| is(w, &["inspection", "inspected"]))
            && near(8).any(|w| is(w, &["first", "not"]));
        let graded = near(1).any(|w| is(w, &["ri"]))
            || near(2).any(|w| w.is(Class::Grade) && !is(w, &["effective", "improvement"]))
            || near(1).any(|w| is(w, &["improvement"])) && near(2).any(|w| w.starts_with("requir"));
        let held = near(8).any(|w| is(w, &["been", "held", "had", "remained", "kept", "rated"]));
        inspected || graded && held
    }

    /// Whether the date lies before the text's own.
    fn is_over(&self) -> bool {
        let day = self.value.and_then(|value| value.last_day());
        day.zip(self.reference).is_some_and(|(day, own)| day < own)
    }

    /// Whether the date is a year and no more.
    fn is_year(&self) -> bool {
        matches!(self.mention.written, Written::Fields(fields)
            if fields == Fields::of_year(fields.year))
    }

    /// Whether the date is a month, a season or a year, longer than a week.
    fn is_span_of_days(&self) -> bool {
        matches!(self.mention.written, Written::Fields(fields) if !fields.is_day())
            || matches!(
                self.mention.written,
                Written::Offset { unit: Unit::Month | Unit::Year, .. }
            )
    }

    /// The clause that a date opens, or that goes on from it with 'when': 'In 2018 it was rated
    /// good', 'in 2019, when inspectors found'.
    fn by_clause_after(
        &self,
        left: &[Word<'_>],
        right: &[Word<'_>],
        tense: Tense,
    ) -> Option<Guess> {
        /// Words in which a clause comes to its verb and its grade.
        const CLAUSE: usize = 12;
        /// Words from the verb to the grade: 'was no longer good'.
        const GRADED: usize = 4;
        /// Words further on in which a school may be one of those 'to be graded'.
        const FURTHER: usize = 6;
        const JUDGED_AS: &[&str] = &["rated", "judged", "graded"];
        let when = right.first().is_some_and(|w| is(w, &["when"]));
        // 'Just two years ago, in May 2021, …' is opened by both.
        let ago = usize::from(left.get(1).is_some_and(|w| is(w, &["ago"]))) * 3;
        let lead = || left.iter().take(1).chain(left.iter().skip(1 + ago));
        let opens = lead().count() <= 3 && lead().all(|w| is(w, OPENING));
        // 'which Estyn last year rated excellent'
        let judged_next = right.first().is_some_and(|w| is(w, JUDGED_AS));
        if !(when || opens || judged_next) || tense == Tense::Future {
            return None;
        }
        // 'On Tuesday Ofsted published its report'
        let published = right.iter().take(8).any(|w| w.is(Class::Publishing) && is_past(*w));
        if opens && published {
            let near = &right[..right.len().min(CLAUSE)];
            let reports = near.iter().any(|w| is(w, REPORTS) && !is(w, &["ofsted", "inspectors"]));
            let others = near.iter().any(|w| is(w, OTHER_WORKS));
            return (reports && !others).then_some(sure(DateRole::Publication));
        }
        if !self.is_span_of_days_ago() || self.is_count_on_a_day() {
            return None;
        }
        let clause = &right[..right.len().min(CLAUSE)];
        let mut who = false;
        let mut judged: Option<usize> = None;
        for (at, word) in clause.iter().enumerate() {
            let graded = judged.is_some_and(|verb| at - verb <= GRADED);
            if graded && word.is(Class::Grade) && !is(word, &["effective", "improvement"]) {
                return Some(Guess::graded(DateRole::Inspection));
            }
            if who && is(word, &["found", "visited", "inspected", "judged", "came", "described"]) {
                return Some(Guess::graded(DateRole::Inspection));
            }
            // 'Last year 84 per cent of schools were rated good' counts them.
            if word.is(Class::OtherEvent) || is(word, &["told", "results", "cent", "percent"]) {
                return None;
            }
            who |= is(word, &["inspectors", "inspection"]);
            if is(word, JUDGED_AS) {
                return Some(Guess::graded(DateRole::Inspection));
            }
            // 'was given grades of good', 'had been found to be inadequate'
            if is(word, &["was", "were", "became", "been", "found"])
                || graded && is(word, &["given", "awarded"])
            {
                judged = Some(at);
            }
        }
        // 'In 2013 it was one of only five schools in the county to be graded outstanding'
        let far = &right[clause.len().saturating_sub(1)..right.len().min(CLAUSE + FURTHER)];
        let to_be = |pair: &[Word<'_>]| is(&pair[0], &["be"]) && is(&pair[1], JUDGED_AS);
        (judged.is_some() && far.windows(2).any(to_be)).then(|| Guess::graded(DateRole::Inspection))
    }

    /// 'At the end of March 24 councils were good': the day of a count, not of an inspection.
    fn is_count_on_a_day(&self) -> bool {
        near::run_at(self.around.source, self.mention.span.start())
            .is_some_and(|word| is(word.of(self.around.source), &["end"]))
    }

    fn is_span_of_days_ago(&self) -> bool {
        self.is_span_of_days() || matches!(self.mention.written, Written::Fixed(_))
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
    "judgement",
    "judgements",
];

/// Those who visit, and what is visited.
const VISITED: &[&str] = &[
    "we",
    "they",
    "it",
    "inspectors",
    "school",
    "home",
    "nursery",
    "college",
    "academy",
    "prison",
    "service",
];

/// Those whose visits are no inspections.
const GUESTS: &[&str] = &[
    "ambassador",
    "commissioner",
    "king",
    "leader",
    "mayor",
    "minister",
    "mp",
    "pope",
    "premier",
    "president",
    "prince",
    "princess",
    "queen",
    "secretary",
];

/// Words before a date that opens its clause.
const OPENING: &[&str] = &[
    "in", "on", "at", "the", "but", "and", "back", "during", "early", "late", "earlier", "only",
    "just", "a", "over", "by", "of", "until", "before",
];

/// Words that open a clause with a verb of its own.
const CLAUSE_OPENERS: &[&str] = &[
    "since", "when", "after", "before", "because", "while", "although", "but", "and", "who",
    "which", "where", "until",
];

/// Works that are published and are no report of an inspection.
const OTHER_WORKS: &[&str] = &[
    "figures",
    "data",
    "statistics",
    "offer",
    "guidance",
    "notice",
    "notices",
    "strategy",
    "policy",
    "accounts",
    "survey",
    "consultation",
    "video",
    "book",
];

/// Words with which a visit is told.
const VISITS: &[&str] = &["visit", "visited", "inspection", "inspected", "after"];

/// Those who come to inspect.
const INSPECTORS: &[&str] = &["inspectors", "inspector", "team"];

/// Those who inspect, as the subject of a finding.
const BODIES: &[&str] = &[
    "inspectors",
    "inspectorate",
    "watchdog",
    "ofsted",
    "cqc",
    "estyn",
    "hmicfrs",
    "services",
    "isi",
    "commission",
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
    "were",
    "been",
    "remained",
    "received",
    "got",
    "earned",
    "again",
    "grade",
    "judgement",
];

/// Whether the words before a grade, the nearest first, name another than the one inspected: 'its
/// other home', 'neighbouring Kelby', 'the sister school'.
fn is_another(left: &[Word<'_>]) -> bool {
    const PLACES: &[&str] = &[
        "home",
        "school",
        "nursery",
        "college",
        "academy",
        "council",
        "prison",
        "authority",
        "trust",
        "homes",
        "schools",
        "nurseries",
    ];
    left.iter().enumerate().any(|(at, word)| {
        let place = at > 0 && is(&left[at - 1], PLACES);
        // 'the primary, which shares a campus with the nursery,'
        let shares = is(word, &["shares"]) && at > 1 && is(&left[at - 2], &["campus", "site"]);
        is(word, &["neighbouring"]) || shares || place && is(word, &["other", "sister", "nearby"])
    })
}

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
        // 'inspected this spring' began when it began.
        .filter_map(|(value, _)| {
            let (first, last) = (value.and_then(|v| v.first_day()), last(value)?);
            first.filter(|first| (80..=100).contains(&first.days_until(last))).or(Some(last))
        })
        .filter(|day| reference.is_none_or(|own| *day <= own.plus_days(LATER)))
        .max();
    let undated = dates.iter().any(|(value, guess)| {
        guess.role == DateRole::Inspection
            && !guess.graded
            && value.is_none_or(|v| v.is_of_unknown_year())
    });
    let published = dates.iter().any(|(_, guess)| guess.role == DateRole::Publication);
    for (value, guess) in dates.iter_mut() {
        if guess.role != DateRole::Inspection || guess.listed {
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
