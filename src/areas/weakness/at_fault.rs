//! What is at fault where a predicate says so: its subject, or the whole clause.
//!
//! | in the text | area |
//! | --- | --- |
//! | 'the **quality of plans** is inconsistent' | the subject |
//! | '**staff do not follow up absences**' | the clause, since people are no area |
//! | '**plans had not been reviewed**' | the clause, since only it says what |
//! | '**Marking** is kind but does not help' | the subject of the verb before |

use super::super::list::{self, Reading};
use super::super::phrase::{Run, Sentence};
use super::super::required::names_area;
use super::super::words::*;
use super::super::{Finding, Statement};
use super::{CLAUSE, REMAINS_FAULT, outcome};
use crate::record::AreaKind::Weakness;
use crate::tables::areas as lists;

/// A fault whose predicate holds word `i`: finds the verb before it and what is at fault.
pub(super) fn fault_of(x: &mut Statement<'_, '_>, i: usize, cue: Run) {
    let s = x.s;
    let floor = i.saturating_sub(12);
    let mut verb = None;
    for j in (floor..i).rev() {
        if s.is(j, BREAK.or(CLOSE)) {
            break;
        }
        if s.is(j, VERB)
            && (s.is(j, AUXILIARY) || s.is_main_verb(j) || s.is(j, FINITE))
            && !s.any(j, &["be", "been", "being"])
        {
            verb = Some(j);
            break;
        }
        if s.is(j, COMMA.or(OPENER)) {
            break;
        }
    }
    let Some(mut verb) = verb else { return };
    // 'continued to wait too long'
    if s.any(verb.wrapping_sub(1), &["to"])
        && s.any(verb.wrapping_sub(2), &["continue", "continued", "continues"])
    {
        verb -= 2;
    }
    let passive = s.is(verb.wrapping_sub(1), BE);
    let goes_on = s.any(verb, &["continue", "continued"]) && s.any(verb + 1, &["to"]);
    if s.is(verb, SAYING) && !passive && !goes_on && !s.any(verb, &["feel"]) {
        return;
    }
    let mut start = verb;
    while start > 0 && s.is(start - 1, AUXILIARY) {
        start -= 1;
    }
    fault_with_verb(x, start, i, cue);
}

/// Records the fault whose verb is at `verb` and whose fault is said up to word `at`.
pub(super) fn fault_with_verb(x: &mut Statement<'_, '_>, verb: usize, at: usize, cue: Run) {
    let s = x.s;
    let mut verb = verb;
    while verb > 0 && s.is(verb - 1, AUXILIARY) {
        verb -= 1;
    }
    let Some(subject) = s.subject(verb) else {
        second_predicate(x, verb, at, cue);
        return;
    };
    let bare = s.bare(subject);
    if s.is(subject.end - 1, RELATIVE)
        && subject.end - subject.start > 1
        && !s.any(subject.end - 1, &["who", "when", "where"])
    {
        relative_subject(x, subject.end - 1, cue, at);
        return;
    }
    // 'that pupils know' of a relative clause has no subject of its own here.
    if s.is(bare.start, RELATIVE) && bare.end - bare.start == 1 {
        relative_subject(x, bare.start, cue, at);
        return;
    }
    let share = share_of(s, bare);
    let head = s.head(Run { start: share, end: bare.end });
    if s.any(head, lists::NO_SUBJECT) || s.is(head, NUMBER) {
        return;
    }
    // 'children who go missing': what a relative clause says of people is theirs.
    if subject.end - subject.start > 1 && s.any(subject.end - 1, &["who"]) {
        return;
    }
    // 'No plans are late' is no fault.
    if s.any(bare.start, &["neither", "no", "none"]) {
        return;
    }
    // 'is “shallow and lacks reflection”': the subject stands with the verb before.
    if (bare.start..bare.end).all(|j| s.is(j, FAULTY.or(ADVERB))) {
        second_predicate(x, verb, at, cue);
        return;
    }
    if s.any(head, &["inspection", "inspections", "report", "visit", "visits", "letter", "review"])
        && s.is(head, INSPECTORATE)
        && (bare.end - bare.start == 1
            || bare.end - bare.start == 2
                && (s.is(bare.start, INSPECTORATE.or(CAPITAL))
                    || s.any(
                        bare.start,
                        &[
                            "draft",
                            "final",
                            "full",
                            "last",
                            "latest",
                            "monitoring",
                            "new",
                            "previous",
                        ],
                    )))
        && !s.any(head, &["visits"])
    {
        return;
    }
    // 'is generous yet hardly used': an adjective is no subject.
    if bare.end - bare.start == 1 && s.is(bare.start.wrapping_sub(1), BE) {
        return;
    }
    // 'in language that young people struggle to follow'
    let before = subject.start.wrapping_sub(2);
    if s.any(subject.start.wrapping_sub(1), &["that"])
        && s.is(head, PERSON)
        && s.words.get(before).is_some_and(|w| w.class == Class::default())
        && s.is(before.wrapping_sub(1), PREPOSITION)
    {
        return;
    }
    // 'language that they do not understand'
    if s.any(head, &["they", "some", "many", "most"])
        && subject.start > 0
        && s.is(subject.start - 1, RELATIVE)
        && !s.is(subject.start.wrapping_sub(2), SAYING)
    {
        return;
    }
    if s.is(bare.start, PREPOSITION)
        || (bare.start..bare.end).any(|j| {
            s.any(j, &["one"])
                && s.any(
                    j + 1,
                    &["child", "pupil", "resident", "patient", "man", "woman", "boy", "girl"],
                )
        })
    {
        return;
    }
    if s.any(
        head,
        &["attainment", "outcomes", "results", "reason", "grade", "rating", "judgement", "picture"],
    ) {
        return;
    }
    // 'plans had not been reviewed', 'rules were applied too rigidly': only the clause says what;
    // so with things that 'did not work' or 'were not clean'.
    let things = s.any(at, lists::STATES_OF_THINGS)
        && (verb..at).any(|j| s.is(j, NEGATIVE))
        && (at + 1 >= s.len() || s.is(at + 1, MARK.or(AND)));
    if (things || in_participle(s, verb, at)) && !(s.is(head, BODY) || s.any(head, &["progress"])) {
        clause(x, subject, at, cue);
        return;
    }
    let one = bare.end - bare.start == 1;
    // 'progress since it was rated inadequate in 2023 had been slow'
    if s.any(bare.start, &["graded", "judged", "rated"]) {
        return;
    }
    // 'the work they are given is undemanding': its own subject stands further back.
    if one && s.any(head, &["afraid", "given", "set", "taught", "told"]) {
        return;
    }
    let pronoun = s.any(head, &["they", "some", "many", "most", "few"]);
    // 'a small group of pupils are absent too often'
    let some = s.any(head, &["group", "groups", "handful", "majority", "minority", "number"])
        && s.any(head + 1, &["of"])
        && (head + 2..bare.end.min(head + 5)).any(|j| s.is(j, PERSON))
        || s.any(head, &["majority", "minority"]) && head + 1 == bare.end;
    let people = s.is(head, PERSON) || pronoun || some || s.any(head, &["needs"]);
    // 'the unit did not have enough midwives'
    let short = s.any(at, &["have"]) && s.any(at + 1, &["enough", "sufficient"]);
    if short && !s.is(head, CAPITAL) {
        clause(x, subject, at, cue);
        return;
    }
    let copula = s.is(verb, BE) || (verb..at).any(|j| s.any(j, &["been"]));
    let acts = s.is(head, BODY)
        && !copula
        && !(verb..=at).any(|j| s.is(j, DROP))
        // What a body does not have is told of the whole of it.
        && !(s.any(at, &["have"]) && s.is(head, CAPITAL));
    if people || acts {
        clause(x, subject, at, cue);
        return;
    }
    // 'the council had been slow to respond': a body is no area, what it is slow to do is.
    if s.is(head, BODY) && s.any(at, &["slow"]) && s.any(at + 1, &["to"]) {
        let start = if s.any(at - 1, &["too"]) { at - 1 } else { at };
        let run = s.trimmed(Run { start, end: s.clause_end_after_verb(at + 2) });
        if run.end >= run.start + 3 {
            x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 4));
        }
        return;
    }
    if s.is(head, BODY) && (one || (verb..=at).any(|j| s.is(j, DROP))) {
        return;
    }
    if one && s.is(head, JUDGEMENT) && s.any(at, &["inadequate"]) {
        return;
    }
    if one && s.any(head, &["progress"]) {
        return;
    }
    // How pupils' learning is is an outcome.
    if s.any(head, &["learning"]) && (bare.start..head).any(|j| s.is(j, POSSESSIVE)) {
        return;
    }
    if s.is(head, QUANTIFIER.or(PREPOSITION).or(MARK).or(ARTICLE)) || bare.end - bare.start > 22 {
        return;
    }
    // 'the pace of change since the last visit'
    let since = (bare.start + 1..bare.end).find(|&j| s.any(j, &["since"]));
    let bare = Run { start: bare.start, end: since.unwrap_or(bare.end) };
    let run = list::strip(s, bare, Reading::Plain);
    if run.is_empty()
        || !names_area(s, run)
            && !s.is(s.head(run), QUALITY)
            && !(s.any(run.start, &["actions", "targets"]) && run.end == run.start + 1)
        || s.is(run.start, AUXILIARY)
    {
        return;
    }
    let mut finding = Finding::named(s, run, Weakness, cue, &REMAINS_FAULT, 4);
    // 'Supervision is regular, but its quality varies'
    if run.end - run.start == 1
        && s.is(run.start, QUALITY)
        && s.any(run.start.wrapping_sub(1), &["its", "their"])
        && let Some(owner) = (1..run.start)
            .find(|&j| s.is_main_verb(j))
            .and_then(|first| s.subject(first))
            .map(|owner| s.bare(owner))
        && names_area(s, owner)
        && !s.is(s.head(owner), PERSON)
    {
        // The first word of a sentence has a capital of its own.
        let opens = owner.start == 0;
        let owner = s.name(owner);
        let owner = match owner.char_indices().nth(1) {
            Some((at, second)) if opens && second.is_lowercase() => {
                format!("{}{}", owner[..at].to_lowercase(), &owner[at..])
            }
            _ => owner.to_string(),
        };
        finding.name = format!("{} of {owner}", finding.name);
    }
    x.push(finding);
}

/// Where the noun starts of which a share is the subject: 'one in five plans', 'a third of plans'.
pub(super) fn share_of(s: &Sentence<'_>, bare: Run) -> usize {
    let i = bare.start;
    let skip = if s.any(i, &["one"]) && s.any(i + 1, &["in"]) {
        3
    } else if s.any(i + 1, &["of"])
        && s.any(i, &["half", "third", "quarter", "fifth", "tenth", "two-thirds", "three-quarters"])
    {
        2 + usize::from(s.is(i + 2, ARTICLE))
    } else {
        0
    };
    if i + skip < bare.end { i + skip } else { i }
}

/// Records the fault of a predicate whose subject stands with the verb before it: 'Marking is kind
/// but does not help', 'Leaders had no plan and had not learned from mistakes'.
fn second_predicate(x: &mut Statement<'_, '_>, verb: usize, at: usize, cue: Run) {
    let s = x.s;
    let but = verb > 0 && s.any(verb - 1, &["but"]);
    let and = verb > 0
        && s.any(verb - 1, &["and"])
        && (s.is(verb, AUXILIARY) || s.any(verb, &["failed", "fails", "lack", "lacked", "lacks"]));
    if !(but || and) {
        return;
    }
    // 'Teachers have the data, but do not use it'
    let joint = if but && s.is(verb.wrapping_sub(2), COMMA) { verb - 2 } else { verb - 1 };
    let mut start = s.clause_start(joint);
    if start > 0 && s.is(start - 1, OPEN) {
        start = s.clause_start(start - 1);
    }
    let subject = (start..joint)
        .rev()
        .filter(|&j| s.is_main_verb(j) && !s.any(j, &["told", "said"]))
        .find_map(|mut first| {
            while first > 0 && s.is(first - 1, AUXILIARY.or(ADVERB).or(NEGATIVE)) {
                first -= 1;
            }
            s.subject(first)
        })
        .filter(|run| {
            !s.is(run.start, RELATIVE) && !s.any(s.head(s.bare(*run)), lists::NO_SUBJECT)
        });
    let head = subject.map(|run| s.head(s.bare(run)));
    let people = head.is_some_and(|head| {
        s.is(head, PERSON) || s.any(head, &["they", "some", "many", "most", "few"])
    });
    let thing = head.is_some_and(|head| {
        !people && !s.is(head, BODY.or(NUMBER)) && !(s.is(head, CAPITAL) && head > 0)
    });
    if let Some(subject) = subject.filter(|_| thing) {
        let run = list::strip(s, s.bare(subject), Reading::Plain);
        if !run.is_empty() && names_area(s, run) {
            x.push(Finding::named(s, run, Weakness, cue, &REMAINS_FAULT, 5));
        }
        return;
    }
    if !but && !people {
        return;
    }
    let from = if but && !people {
        // 'but are not always quick enough'
        let start = (verb..=at).find(|&j| !s.is(j, AUXILIARY) || s.is(j, NEGATIVE)).unwrap_or(at);
        if s.is(start, AUXILIARY) { start + 1 } else { start }
    } else {
        verb
    };
    let end = s.clause_end_after_verb(at).max(at + 1).min(s.len());
    let run = s.trimmed(Run { start: from, end });
    // 'but had not gripped them' says nothing by itself.
    if run.end < run.start + 3 || !people && s.any(run.end - 1, &["it", "them", "this"]) {
        return;
    }
    let mut finding = Finding::named(s, run, Weakness, cue, &CLAUSE, 5);
    if let Some(subject) = subject.filter(|_| people) {
        finding.name = format!("{} {}", s.name(s.unarticled(subject)), finding.name);
    }
    x.push(finding);
}

/// Whether the fault lies in what was done or left undone ('poorly planned', 'had not been told'),
/// and not in a quality of the subject.
fn in_participle(s: &Sentence<'_>, verb: usize, at: usize) -> bool {
    let poorly =
        s.any(at, &["poorly", "badly", "inadequately", "insufficiently", "inconsistently"]);
    let denied = (verb..at).any(|j| s.is(j, NEGATIVE));
    let undone = denied
        && (s.is(verb, BE) || s.is(verb, HAVE) && (verb..at).any(|j| s.any(j, &["been"])))
        && participle(s, at)
        && !s.any(at, lists::PARTICIPLES_OF_QUALITY)
        // 'Medicines were not managed safely': how it is done is at fault.
        && !(s.is(at + 1, ADVERB.or(ALWAYS))
            && (s.word(at + 1).ends_with("ly") || s.any(at + 1, &["well"]))
            && (at + 2 >= s.len() || s.is(at + 2, MARK.or(AND))));
    let seldom = s.is(verb, BE)
        && s.is(at, SELDOM)
        && (participle(s, at + 1) || at > verb + 1 && participle(s, at - 1));
    let rigidly = (at.saturating_sub(2)..=at).any(|j| {
        s.any(j, &["too"])
            && (s.word(j + 1).ends_with("ly") && j > 0 && participle(s, j - 1)
                || s.any(j + 1, &["often", "frequently"])
                    && participle(s, j + 2)
                    && !s.is(j + 2, FAULTY)
                    && !s.any(j + 2, &["cancelled"]))
    });
    poorly && participle(s, at + 1) || undone || seldom || rigidly
}

fn relative_subject(x: &mut Statement<'_, '_>, relative: usize, cue: Run, fault: usize) {
    let s = x.s;
    if s.any(relative, &["whose"]) {
        return;
    }
    // 'plans that do not say what has to change': the noun with its clause.
    let mut start = relative;
    while start > 0
        && relative - start < 3
        && !s.is(start - 1, MARK.or(PREPOSITION).or(AND).or(ARTICLE).or(OPENER))
        && !s.any(start - 1, &["down", "off", "out", "up"])
        // 'call bells that go unanswered'
        && !(s.is(start - 1, VERB)
            && !(s.is(start - 1, DOUBTFUL)
                && s.is(start.wrapping_sub(2), ARTICLE.or(PREPOSITION))))
    {
        start -= 1;
    }
    let run = s.trimmed(Run { start, end: s.clause_end(fault).max(fault + 1).min(s.len()) });
    if start < relative
        && s.any(relative, &["that", "which"])
        && run.end >= run.start + 4
        && !s.is(start, INSPECTORATE)
    {
        x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 5));
    }
}

/// Records the clause of `subject` as the fault.
pub(super) fn clause(x: &mut Statement<'_, '_>, subject: Run, at: usize, cue: Run) {
    let s = x.s;
    let start = s.unarticled(subject).start;
    let mut end = s.clause_end_after_verb(at.max(subject.end)).max(at + 1).min(s.len());
    // A comma within the fault itself ('not always clear, useful or timely') stays out.
    for j in at + 1..end {
        let next = s.is(j, AND)
            && (s.is(j + 1, FAULT_CUE)
                || s.any(j + 1, &["highlights", "highlighted", "raises", "notes", "warns"])
                || s.any(j + 1, &["failed", "lacked"])
                || s.is(j + 1, AUXILIARY) && (s.is(j + 1, NEGATIVE) || s.is(j + 2, NEGATIVE)));
        if s.follows(j, &["so", "that"]) || next {
            end = j;
            break;
        }
    }
    // 'had not been reviewed by Christmas'
    if let Some(cut) =
        (at + 1..end).find(|&j| s.any(j, &["by", "until"]) && list::is_month(s.word(j + 1)))
    {
        end = cut;
    }
    let run = s.trimmed(Run { start, end });
    if run.end - run.start < 3 || outcome(s, run) {
        return;
    }
    // 'a home where people are left in bed has been sold', 'frank about what is left to do'
    if s.any(run.start.wrapping_sub(1), &["where"]) && !s.is(run.start.wrapping_sub(2), MARK)
        || s.any(subject.start.wrapping_sub(1), &["where"])
            && !s.is(subject.start.wrapping_sub(2), MARK)
        || (subject.start..subject.end).any(|j| s.any(j, &["what"]))
    {
        return;
    }
    // One person or one day is an incident.
    let incident = s.any(run.start, &["one", "a", "another", "two", "three"])
        && !s.follows(run.start, &["one", "in"])
        || s.any(subject.start, &["a", "an", "one"]) && s.is(s.head(s.bare(subject)), PERSON)
        || (subject.start.saturating_sub(6)..subject.start)
            .rev()
            .take_while(|&j| !s.is(j, SAYING))
            .any(|j| {
                s.is(j, NUMBER) && s.is(j.wrapping_sub(1), PREPOSITION) && s.is(j + 1, CAPITAL)
            })
        || s.any(run.end - 1, &["occasion", "occasions"]);
    if incident {
        return;
    }
    let mut finding = Finding::named(s, run, Weakness, cue, &CLAUSE, 4);
    // 'children settle, but they are left alone': the name says who.
    if s.any(run.start, &["they"])
        && let Some(who) = (run.start.saturating_sub(30)..run.start).rev().find(|&j| {
            s.is(j, PERSON) && !s.is(j, INSPECTORATE) && s.word(j).ends_with(['s', 'n', 'e'])
        })
    {
        let rest = s.name(Run { start: run.start + 1, end: run.end });
        finding.name = format!("{} {rest}", s.word(who));
    }
    x.push(finding);
}

/// Whether the word at `i` looks like a participle: 'checked', 'written', 'kept'.
pub(super) fn participle(s: &Sentence<'_>, i: usize) -> bool {
    let word = s.word(i);
    word.ends_with("ed") || word.ends_with("en") || s.any(i, lists::IRREGULAR_PARTICIPLES)
}
