//! Faults that are a denial: 'not always', 'do not check', 'have not been met', 'not as good as'.

use super::super::list::{self, Reading};
use super::super::phrase::{Run, Sentence};
use super::super::required::names_area;
use super::super::words::*;
use super::super::{Finding, Statement};
use super::at_fault::{fault_with_verb, participle};
use super::{CLAUSE, REMAINS_FAULT, is_finding};
use crate::record::AreaKind::Weakness;
use crate::tables::areas as lists;

/// 'not always', 'not yet', 'do not check', 'have not been met'.
pub(super) fn negation(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if s.follows(i, &["not", "at", "all"]) {
        return;
    }
    let opens = i == 0
        || s.is(i - 1, MARK.or(AND).or(SAYING).or(OPENER)) && !s.is(i - 1, AUXILIARY)
        || s.any(i - 1, &["that"]);
    if opens && s.any(i, &["not"]) && s.any(i + 1, &["all", "every", "everyone"]) {
        not_all(x, i);
        return;
    }
    // 'was still “not good enough”'
    let mut before = i.wrapping_sub(1);
    if s.is(before, OPEN) {
        before = before.wrapping_sub(1);
        while s.is(before, ADVERB) {
            before = before.wrapping_sub(1);
        }
    }
    let mut auxiliary = if s.is(i, AUXILIARY) { i } else { before };
    // 'Training is given but not followed up', 'visits are made late or not at all'
    if !s.is(auxiliary, AUXILIARY)
        && s.any(i, &["not"])
        && s.any(before, &["but"])
        && participle(s, i + 1)
        && let Some(first) = (i.saturating_sub(8)..before)
            .rev()
            .take_while(|&j| !s.is(j, MARK))
            .find(|&j| s.is(j, BE) && s.is_main_verb(j))
    {
        auxiliary = first;
    }
    if s.any(i, &["nor", "neither", "never"])
        || s.any(i + 1, &["only", "just", "least", "because", "surprising", "unusual", "yet-"])
    {
        return;
    }
    if !s.is(auxiliary, AUXILIARY) {
        // 'plans still do not', 'is always not'
        return;
    }
    let not = i;
    let next = not + 1;
    // What staff cannot say, see or show.
    let unable = s.is(auxiliary, MODAL)
        && s.any(auxiliary, &["cannot", "can", "can't", "could", "couldn't"])
        && s.any(s.skip_adverbs(next), lists::ABLE_TO);
    if s.any(
        auxiliary,
        &[
            "would", "will", "won't", "can", "could", "may", "might", "should", "must", "wouldn't",
            "couldn't", "won’t",
        ],
    ) && !s.any(auxiliary, &["cannot", "can"])
        && !unable
    {
        return;
    }
    if next >= s.len() || s.is(next, MARK) && !s.is(next, OPEN) {
        return;
    }
    // What is denied is itself a fault, or bad: 'not poor', 'do not give up'.
    let mut word = s.skip_adverbs(if s.is(next, OPEN) { next + 1 } else { next });
    if s.any(word, &["being", "been"]) {
        word = s.skip_adverbs(word + 1);
    }
    // Not so where a fault is to be dealt with: 'do not challenge poor behaviour'.
    let always = (next..word).any(|j| s.is(j, ALWAYS));
    let last = if s.any(word, lists::DEALT_WITH) { word } else { word + 1 };
    // 'not as good as it should be'
    let less = s.any(word, &["as"]) && (word + 2..word + 5).any(|j| s.any(j, &["as"]));
    let last = if less { word + 2 } else { last };
    if (next..(last + 1).min(s.len())).any(|j| {
        s.is(j, FAULTY.or(FAULT_NOUN)) && !s.any(j, &["high", "less", "low"])
            || s.any(j, lists::NO_FAULT_DENIED)
                && !(always && s.is(auxiliary, DO))
                && !is_duty(s, j)
    }) {
        return;
    }
    if !is_finding(x, i) {
        return;
    }
    // 'not a single', 'not in a position': plain copula denial of a noun is no fault of practice,
    // but 'not ADJECTIVE' is.
    let weak = (next..s.len().min(next + 3)).any(|j| s.is(j, ALWAYS))
        || unable
        || s.is(auxiliary, DO)
        || s.is(auxiliary, HAVE)
        || participle(s, word)
        || doing(s, auxiliary, word)
        || s.any(word, lists::NEEDED_QUALITIES)
        || s.any(word, lists::STATES_OF_THINGS)
        || less;
    if !weak {
        return;
    }
    // Whether safeguarding is effective is a grade.
    if s.any(word, &["effective"]) && (i.saturating_sub(6)..i).any(|j| s.any(j, &["safeguarding"]))
    {
        return;
    }
    if s.any(
        word,
        &[
            "met",
            "judged",
            "graded",
            "handed",
            "moved",
            "rated",
            "inspected",
            "published",
            "announced",
            "decided",
            "named",
            "confirmed",
            "charged",
            "arrested",
            "contacted",
        ],
    ) && !s.is(auxiliary, DO)
        && !(always && s.any(word, &["graded", "met"]))
        && !s.any(word + 1, &["what", "how", "which", "when"])
    {
        return;
    }
    if s.any(word, &["see", "notice"]) && s.any(word + 1, &["it", "that"]) {
        return;
    }
    // 'does not meet the standards for boarding' is a judgement.
    if s.any(word, &["meet"])
        && (word + 1..word + 5).any(|j| s.any(j, &["standard", "standards", "requirements"]))
    {
        return;
    }
    // 'have not ensured that the checks are completed': the checks are at fault.
    if s.any(word, &["ensured", "ensure"])
        && s.any(word + 1, &["that"])
        && let Some(verb) =
            (word + 3..s.len().min(word + 20)).find(|&j| s.is(j, AUXILIARY) && s.is_main_verb(j))
        && let Some(subject) = s.subject(verb)
        && !s.is(s.head(s.bare(subject)), PERSON)
    {
        let run = list::strip(s, s.bare(subject), Reading::Plain);
        if !run.is_empty() && names_area(s, run) {
            let cue = Run { start: auxiliary, end: word + 1 };
            x.push(Finding::named(s, run, Weakness, cue, &REMAINS_FAULT, 4));
            return;
        }
    }
    if s.any(word, &["enough"]) && s.is(word + 1, MARK) {
        return;
    }
    // 'do not experience delays', 'are not taken lightly'
    let spared = s.any(word, &["cause", "experience", "face", "suffer"])
        && (word + 1..word + 5).any(|j| {
            s.is(j, FAULT_NOUN.or(FAULT_ATTRIBUTE))
                || s.any(j, &["adverse", "moves", "multiple", "repeated", "undue"])
        });
    if spared && !(next..word).any(|j| s.is(j, ALWAYS))
        || (word..word + 3).any(|j| s.any(j, &["lightly", "unduly", "unnecessarily"]))
    {
        return;
    }
    // 'do not have to wait long'
    if s.is(auxiliary, DO) && s.any(word, &["have"]) && s.any(word + 1, &["to"]) {
        return;
    }
    let mut verb = auxiliary;
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) && !s.is(verb - 1, RELATIVE) {
        verb -= 1;
    }
    fault_with_verb(x, verb, word.min(s.len() - 1), Run { start: auxiliary, end: next });
}

/// 'not all pupils are confident that it will be sorted out'
fn not_all(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let stop = s.len().min(i + 14);
    let verb = (i + 2..stop)
        .take_while(|&j| !s.is(j, MARK))
        .find(|&j| s.is_main_verb(j) || s.is(j, FINITE) && s.is(j - 1, PERSON));
    let Some(verb) = verb else { return };
    let people = (i + 2..verb).any(|j| s.is(j, PERSON)) || s.any(i + 1, &["everyone"]);
    if people && is_finding(x, i) {
        let run = s.trimmed(Run { start: i, end: s.clause_end_after_verb(verb) });
        if run.end >= run.start + 4 {
            x.push(Finding::named(s, run, Weakness, Run { start: i, end: i + 2 }, &CLAUSE, 3));
        }
    }
}

/// Whether what is not done is something that ought to be: 'do not carry out checks', 'do not feel
/// safe', against 'does not carry a grade', 'do not feel the need'.
fn is_duty(s: &Sentence<'_>, verb: usize) -> bool {
    s.follows(verb, &["carry", "out"])
        || s.any(verb, &["feel"])
            && s.any(verb + 1, &["able", "heard", "listened", "safe", "supported", "valued"])
        || s.any(verb, &["give"]) && s.is(verb + 1, PERSON)
        || s.follows(verb, &["expect", "enough"])
}

/// Whether a form of 'be' with the '-ing' form at `word` says what people or things do: 'were not
/// receiving training', not 'is not going to close'.
fn doing(s: &Sentence<'_>, auxiliary: usize, word: usize) -> bool {
    s.is(auxiliary, BE)
        && s.word(word).len() > 5
        && s.word(word).ends_with("ing")
        && !s.any(
            word,
            &[
                "closing",
                "expecting",
                "going",
                "leaving",
                "looking",
                "planning",
                "saying",
                "seeking",
                "standing",
                "suggesting",
            ],
        )
        && !s.is(word + 1, MARK)
}
