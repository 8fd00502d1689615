//! What the provider promises: 'will recruit ten nurses', 'plans to merge the two teams'.

use super::super::list::{self, Reading};
use super::super::phrase::{Run, Sentence};
use super::super::required::names_area;
use super::super::voice::{Side, side_of_run};
use super::super::words::*;
use super::super::{Finding, Statement};
use super::{BEEN_DONE, HAS_DONE, STEPS_TAKEN, push_items, verb_of};
use crate::record::AreaKind::Measure;
use crate::tables::areas as lists;

/// 'has pledged to recruit 50 social workers': a plan that names what comes.
pub(super) fn planned(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let to = if s.any(i + 1, &["to"]) { i + 2 } else { return };
    let provider = s.subject(verb_of(s, i)).is_some_and(|run| {
        side_of_run(s, run) == Side::Provider || s.any(run.start, &["we", "it"])
    });
    if !provider || matches!(x.side(i), Side::Other | Side::Inspectorate) {
        return;
    }
    let cue = Run { start: i, end: to + 1 };
    if s.any(to, lists::PROMISES) {
        push_items(x, to + 1, cue, &HAS_DONE);
    } else if s.any(to, &["set"]) && s.any(to + 1, &["up"]) {
        push_items(x, to + 2, cue, &HAS_DONE);
    } else if s.any(to, lists::PROMISED_ACTS)
        && s.is(to + 1, ARTICLE.or(NUMBER).or(QUANTIFIER))
        && !s.any(to, &["give", "offer"])
    {
        let run =
            list::strip(s, Run { start: to, end: s.clause_end_after_verb(to) }, Reading::Plain);
        x.push(Finding::named(s, run, Measure, cue, &HAS_DONE, 2));
    }
}

/// 'Under the plan, supervision will be held every month', 'every decision will be checked'.
pub(super) fn will_be_done(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let be = s.skip_adverbs(i + 1);
    if !s.any(be, &["be"]) || matches!(x.side(i), Side::Other | Side::Inspectorate) {
        return;
    }
    let done = s.skip_adverbs(be + 1);
    let plan = s.any(0, &["under"])
        && (0..s.len().min(9)).any(|j| {
            s.any(j, &["plan", "plans", "proposals", "measures"])
                && (s.any(j.wrapping_sub(1), &["action", "improvement", "recovery", "new"])
                    || s.any(j.wrapping_sub(1), &["the", "these"]) && s.is(j + 1, COMMA))
        });
    // What comes of a promise is a step where its verb is one; papers and lessons are none.
    let step = x.side(i) == Side::Provider
        && (s.is(done, DONE) || s.any(done, &["given", "held", "offered", "provided"]))
        && !s.any(
            done,
            &[
                "agreed", "approved", "brought", "changed", "drafted", "improved", "laid", "put",
                "raised", "reviewed", "sent", "set", "taken", "written",
            ],
        );
    if !(plan || step) {
        return;
    }
    if let Some(subject) = s.subject(i) {
        let run = s.bare(subject);
        let general = s
            .any(run.start, &["it", "they", "this", "that", "what", "who", "we", "there"])
            || s.any(s.head(run), lists::GENERAL);
        if !run.is_empty() && names_area(s, run) && !general {
            let cue = Run { start: i, end: (done + 1).min(s.len()) };
            x.push(Finding::named(s, run, Measure, cue, &BEEN_DONE, 2));
        }
    }
}

/// 'We will open two new children's homes next spring': a plan that names what comes.
pub(super) fn will_do(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let mut verb = s.skip_adverbs(i + 1);
    // Verbs whose object is the step, and those that are part of its name.
    let brings = |verb: usize| {
        s.any(verb, lists::PROMISES)
            && s.is(verb + 1, ARTICLE.or(NUMBER).or(QUANTIFIER).or(COMPARATIVE))
            || s.any(verb, &["have"])
                && (s.follows(verb + 1, &["our", "own"]) || s.follows(verb + 1, &["a", "new"]))
    };
    let does = |verb: usize| {
        s.any(verb, lists::PROMISED_ACTS)
            && s.is(verb + 1, ARTICLE.or(NUMBER).or(QUANTIFIER).or(PERSON))
    };
    if !brings(verb)
        || x.side(i) != Side::Provider
        || s.is(i.wrapping_sub(1), PREPOSITION.or(RELATIVE))
    {
        return;
    }
    for _ in 0..5 {
        // The verb's own stretch, up to the next verb of the list.
        let stop = s.len().min(verb + 24);
        let next = (verb + 2..stop).find(|&j| {
            s.is(j, BREAK.or(CLOSE))
                || s.is(j, AND.or(COMMA)) && {
                    let after = j + 1 + usize::from(s.is(j + 1, AND));
                    brings(after) || does(after)
                }
        });
        let end = next.unwrap_or(stop);
        let cue = Run { start: i, end: verb + 1 };
        if brings(verb) {
            let cut = Sentence { source: s.source, words: &s.words[..end] };
            for item in list::items(&cut, verb + 1, Reading::Plain).0 {
                if names_area(s, item.run) {
                    x.push(Finding::of(item, Measure, cue, &HAS_DONE, 2));
                }
            }
        } else {
            let run = list::strip(
                s,
                Run { start: verb, end: s.clause_end_after_verb(verb).min(end) },
                Reading::Plain,
            );
            x.push(Finding::named(s, run, Measure, cue, &HAS_DONE, 2));
        }
        let Some(next) = next.filter(|&j| s.is(j, AND.or(COMMA))) else { return };
        verb = next + 1 + usize::from(s.is(next + 1, AND));
    }
}

/// 'A new wing will open in April', 'a helpline will be running by May', in the provider's words.
pub(super) fn will_open(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let verb = s.skip_adverbs(i + 1);
    let opens = s.any(verb, &["open", "start", "begin", "launch", "meet"])
        && (s.is(verb + 1, MARK.or(PREPOSITION).or(ADVERB).or(OPENER))
            || s.any(verb + 1, &["next", "this", "later", "early"])
            || verb + 1 >= s.len())
        || s.any(verb, &["be"])
            && (s
                .any(verb + 1, &["based", "built", "introduced", "launched", "opened", "running"])
                || s.follows(verb + 1, &["in", "place"])
                || s.follows(verb + 1, &["up", "and", "running"])
                || s.follows(verb + 1, &["set", "up"]));
    if !opens || x.side(i) != Side::Provider {
        return;
    }
    let Some(subject) = s.subject(i) else { return };
    let run = s.bare(subject);
    let one = s.any(subject.start, &["a", "an", "another"]) || s.is(subject.start, NUMBER);
    let head = s.head(run);
    let names = names_area(s, run) || s.any(head, &["board", "team"]) && run.end > run.start + 1;
    if one && names && !s.is(head, PERSON.or(INSPECTORATE).or(OTHER)) {
        x.push(Finding::named(s, run, Measure, Run { start: i, end: verb + 1 }, &HAS_DONE, 3));
    }
}

/// 'The next phase of the plan would focus on supervision and audit', in the provider's words.
pub(super) fn plan_focuses(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let will = s.any(i.wrapping_sub(1), &["will", "would"]);
    let subject = if will { s.subject(i - 1) } else { None };
    let plan = subject.is_some_and(|run| {
        (run.start..run.end).any(|j| s.any(j, &["phase", "plan", "programme", "strategy"]))
    });
    if plan && x.side(i) == Side::Provider {
        push_items(x, i + 2, Run { start: i - 1, end: i + 2 }, &STEPS_TAKEN);
    }
}
