//! What nouns announce: 'areas for improvement include …', 'recommendations on …', 'calls for …'.

use super::super::actions;
use super::super::list::{self, Reading};
use super::super::phrase::{Run, Sentence};
use super::super::voice::Side;
use super::super::words::*;
use super::super::{Finding, Statement};
use super::verbs::improves;
use super::{CALLS_FOR, INCLUDE_LIST, may_require, names_area, push_items};
use crate::record::AreaKind::Required;

/// Words that say that the nouns they stand with must improve.
fn says_need(s: &Sentence<'_>, run: Run) -> bool {
    (run.start..run.end).any(|i| {
        s.any(
            i,
            &[
                "improvements",
                "needed",
                "improvement",
                "improve",
                "improved",
                "better",
                "address",
                "addressed",
                "tackle",
                "tackled",
                "strengthen",
                "strengthened",
                "tightened",
                "right",
                "development",
                "priority",
                "attention",
                "fix",
                "done",
                "change",
                "resolve",
                "worked",
                "action",
            ],
        ) && !s.any(i.wrapping_sub(1), &["has", "have", "had", "be", "to-be", "showed", "shown"])
            || (s.any(i, &["must", "required", "require", "need", "needs"]))
            || s.any(i, &["has", "have"]) && s.any(i + 1, &["to"]) && s.any(i + 2, &["do"])
            // 'The inspectors set out five priorities for the force:'
            || s.any(i, &["priorities"]) && (run.start..i).any(|j| s.is(j, INSPECTORATE))
    })
}

/// 'areas for improvement include', 'things the partnership has to tackle are', with the list.
pub(super) fn include_list(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // 'Areas for improvement were identified in X and Y'
    if s.follows(i, &["areas", "for", "improvement"])
        && let Some(done) =
            (i + 4..i + 7).find(|&j| s.any(j, &["found", "highlighted", "identified", "noted"]))
        && s.is(done - 1, BE)
        && s.any(done + 1, &["in"])
        && may_require(x.side(i))
    {
        let cue = Run { start: i, end: done + 2 };
        for item in list::items(s, done + 2, Reading::Required).0 {
            let head = s.head(item.run);
            let number = s.is(item.run.start, NUMBER.or(QUANTIFIER));
            if names_area(s, item.run) && !number && !s.is(head, INSPECTORATE.or(BODY).or(CAPITAL))
            {
                x.push(Finding::of(item, Required, cue, &INCLUDE_LIST, 0));
            }
        }
        return;
    }
    let stop = s.len().min(i + 18);
    let Some(verb) = (i + 1..stop).find(|&j| {
        s.is(j, BREAK)
            || s.follows(j, &["such", "as"])
            || s.follows(j, &["among", "them"])
            || (s.is(j, LISTING)
                && !s.precedes(j, &["that"])
                && !s.precedes(j, &["which"])
                // 'things we must improve and we are getting on with it'
                && !s.any(j - 1, &["we", "they", "it", "what"])
                && !(s.is(j, SUBJECT) && s.is(j + 1, LISTING))
                // 'priority concerns' are things.
                && !(j == i + 1 && s.any(j, &["concerns"]))
                && !s.any(j + 1, &["required", "needed", "not", "being", "set"]))
    }) else {
        return;
    };
    let such = s.any(verb, &["such", "among"]);
    if !(such || s.is(verb, LISTING)) || s.any(i + 1, &["plan", "plans"]) {
        return;
    }
    // 'are' needs a list after it, and no other verb before it that is not of its 'that'.
    if s.is(verb, BE)
        && (s.is(verb + 1, ADVERB.or(FAULTY).or(VERB).or(IMPROVE))
            && !s.any(verb + 1, &["to", "the"])
            || s.word(verb + 1).ends_with("ed")
            || s.any(verb + 1, &["safe", "in", "being", "on", "at"]))
    {
        return;
    }
    // One bare word after it is no list: 'are effective.'
    if s.is(verb, BE) && s.is(verb + 2, STOP.or(CLOSE)) {
        return;
    }
    let before = Run { start: i.saturating_sub(3), end: verb };
    // What concerns are is a fault, not a demand.
    if (i..verb).any(|j| s.any(j, &["concern", "concerns"])) {
        return;
    }
    let itself = s.any(i, &["recommendation", "recommendations", "requirements"])
        || (s.any(i, &["priorities"]) && (i.saturating_sub(4)..i).any(|j| s.is(j, INSPECTORATE)))
        // 'Among the priorities are X and Y'
        || (s.any(i, &["priorities"])
            && (i.saturating_sub(4)..i).any(|j| s.any(j, &["among"]))
            && x.side(i) != Side::Provider)
        || s.any(i, &["actions"]) && s.follows(i + 1, &["required"])
        || s.any(i, &["steps"])
            && s.any(i.wrapping_sub(1), &["next"])
            && x.side(i) != Side::Provider;
    if !(itself || says_need(s, before)) || s.is(verb + 1, NEGATIVE) {
        return;
    }
    if !may_require(x.side(i)) {
        return;
    }
    let cue = Run { start: i, end: verb + 1 };
    let from = if such { verb + 2 } else { verb + 1 };
    // 'the recommendations include: better training, …'
    let from = if s.is(from, COLON) { from + 1 } else { from };
    let subjunctive = s.any(from, &["that"])
        && (from + 2..s.len().min(from + 7)).any(|j| {
            s.is(j, IMPROVE) && s.is(j - 1, PERSON.or(BODY).or(ADVERB)) && !s.is(j + 1, PREPOSITION)
        });
    // 'including that the governor should reduce X': the modal reads it.
    let modal =
        s.any(from, &["that"]) && (from + 2..from + 8).any(|j| s.any(j, &["must", "should"]));
    if modal {
        return;
    }
    if subjunctive {
        improves(x, from + 1, cue, &INCLUDE_LIST);
    } else if s.any(from, &["that"]) {
        actions::ensure(x, from, cue, &INCLUDE_LIST);
    } else if s.any(from, &["to"]) {
        actions::read(x, from, cue, &INCLUDE_LIST, true);
    } else if !s.is(from, BREAK) {
        push_items(x, from, cue, &INCLUDE_LIST, 0);
    }
}

/// 'These were X, Y and Z', 'Among them are X and how Y', after a sentence about areas to improve.
pub(in crate::areas) fn list_of_needs(x: &mut Statement<'_, '_>) {
    let s = x.s;
    let among = s.any(0, &["among"]) && s.any(1, &["them", "these", "those"]);
    if !(among || s.any(0, &["they", "these", "those"])) || !x.earlier_needs {
        return;
    }
    let verb = if among { 2 } else { 1 };
    let is = s.any(verb, &["is", "are", "were", "was"]);
    let from = verb + 1;
    if !(is || s.any(verb, &["include", "included", "cover", "covered"]))
        || is
            && (s.is(from, ADVERB.or(NEGATIVE).or(PREPOSITION).or(AUXILIARY).or(MARK).or(FAULTY))
                || s.word(from).ends_with("ed")
                || s.any(from, &["set", "made", "to", "all", "that"])
                || s.any(
                    from + 1,
                    &["subject", "result", "responsibility", "reason", "only", "same"],
                ))
        || !may_require(x.side(0))
    {
        return;
    }
    let items = list::items(s, from, Reading::Required).0;
    if is && items.len() < 2 && !s.is(from, ARTICLE) && !s.any(from, &["how", "whether"]) {
        return;
    }
    for item in items {
        if names_area(s, item.run) {
            x.push(Finding::of(item, Required, Run { start: 0, end: from }, &INCLUDE_LIST, 0));
        }
    }
}

/// 'What needs to get better: X and Y', 'singled out three things to put right: …'.
pub(super) fn after_colon(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if i + 1 >= s.len() || s.is(i + 1, MARK) {
        return;
    }
    let from = i.saturating_sub(18);
    let start = (from..i).rev().find(|&j| s.is(j, STOP.or(SEMICOLON))).map_or(from, |j| j + 1);
    let before = Run { start, end: i };
    let rest = s.is(i, DASH)
        && x.after_recommendations()
        && (i.saturating_sub(3)..i).any(|j| s.any(j, &["rest", "others"]));
    // 'requires improvement in three: protection, people and values' grades them.
    let graded = (start..i).any(|j| {
        s.any(j, &["graded", "rated", "judged"])
            || s.any(j, &["requires", "requiring"]) && s.any(j + 1, &["improvement"])
    });
    if graded {
        return;
    }
    let nouns = rest || (start..i).any(|j| s.is(j, SUBJECT) || s.any(j, &["what", "following"]));
    let must = (start..i).any(|j| {
        s.any(j, &["must", "should", "needs", "need", "told", "asked", "ordered", "recommended"])
            || s.follows(j, &["had", "to"])
            || s.follows(j, &["has", "to"])
    });
    let last_must = s.precedes(i, &["must", "improve"])
        || s.any(i.wrapping_sub(1), &["to", "must", "should"])
        || s.any(i.wrapping_sub(1), &["following"]) && must
        || (must && (start..i).any(|j| s.any(j, &["following"])));
    let last_must = last_must && s.is(i, COLON);
    // 'has been asked to work on three things:'
    let asked = must && s.is(i, COLON);
    if !((nouns && (rest || asked || says_need(s, before))) || last_must) || !may_require(x.side(i))
    {
        return;
    }
    if s.any(before.start, &["is", "are"]) {
        return;
    }
    if s.is(i + 1, OPEN) && !s.is(i + 2, COMPARATIVE) && x.side(i + 2) != Side::Inspectorate {
        return;
    }
    let cue = before;
    if list::opens_action(s, i + 1) || (last_must && s.is(i + 1, IMPROVE.or(KEEP))) {
        actions::read(x, i + 1, cue, &INCLUDE_LIST, true);
    } else if s.is(i, COLON) || list::items(s, i + 1, Reading::Required).0.len() > 1 {
        // A dash opens many things: only a list of several is one here.
        push_items(x, i + 1, cue, &INCLUDE_LIST, 0);
    }
}

/// 'recommendations on X', 'an area for priority action … over X', 'notices, one on X, one on Y'.
pub(super) fn nouns_on(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let notice = s.any(i, &["notice", "notices"]);
    let made = (i.saturating_sub(5)..i).any(|j| s.any(j, &["made", "makes", "issued", "set"]));
    let recommendation = s.any(i, &["recommendation", "recommendations"])
        || s.any(i, &["requirement", "requirements"]) && made;
    // 'has been set actions to improve X and ensure Y'
    let set = s.any(i, &["actions", "recommendations", "targets", "requirements"])
        && s.any(i + 1, &["to"])
        && (i.saturating_sub(5)..i)
            .any(|j| s.any(j, &["set", "given", "made", "issued", "received"]));
    if set && may_require(x.side(i)) {
        actions::read(x, i + 2, Run { start: i, end: i + 2 }, &CALLS_FOR, false);
        return;
    }
    // 'one recommendation, that leaders develop the teaching of art'
    let that = if s.is(i + 1, COMMA) { i + 2 } else { i + 1 };
    if recommendation && s.any(that, &["that"]) && may_require(x.side(i)) {
        improves(x, that + 1, Run { start: i, end: that + 1 }, &CALLS_FOR);
        return;
    }
    let priority = s.any(i, &["area", "areas"]) && s.follows(i + 1, &["for", "priority", "action"]);
    if !(notice || recommendation || priority) || !may_require(x.side(i)) {
        return;
    }
    if notice
        && !(i.saturating_sub(3)..i).any(|j| {
            s.any(j, &["warning", "compliance", "improvement", "requirements", "enforcement"])
        })
    {
        return;
    }
    // 'made two further requirements, on the management of falls and record keeping'
    let from = if s.is(i + 1, COMMA) { i + 2 } else { i + 1 };
    if from > i + 1 && !notice && s.any(from, &["on"]) {
        push_items(x, from + 1, Run { start: i, end: from + 1 }, &CALLS_FOR, 0);
        return;
    }
    if s.follows(i + 1, &["on"])
        || s.follows(i + 1, &["about"])
        || (recommendation && s.follows(i + 1, &["for", "improving"]))
    {
        let cue = Run { start: i, end: i + 2 };
        push_items(x, i + 2, cue, &CALLS_FOR, 0);
        return;
    }
    if notice {
        let stop = s.len().min(i + 40);
        // 'compliance notices in relation to the protection of children'
        let about = (i + 1..i + 6).find(|&j| {
            s.follows(j, &["relation", "to"])
                || s.follows(j, &["relating", "to"])
                || s.any(j, &["concerning", "covering", "regarding"])
        });
        if let Some(about) = about {
            let from = about + 1 + usize::from(s.any(about + 1, &["to"]));
            push_items(x, from, Run { start: i, end: from }, &CALLS_FOR, 0);
        }
        for j in i..stop {
            if s.follows(j, &["one", "on"])
                || s.follows(j, &["one", "over"])
                || s.follows(j, &["other", "on"])
            {
                let (items, end) = list::items(s, j + 2, Reading::Required);
                if let Some(item) = items.into_iter().next().filter(|_| end > j) {
                    let cue = Run { start: i, end: j + 2 };
                    x.push(Finding::of(item, Required, cue, &CALLS_FOR, 0));
                }
            }
        }
    }
    if priority {
        let stop = s.len().min(i + 30);
        let link = (i + 4..stop).find(|&j| {
            s.any(
                j,
                &["over", "concerning", "about", "concern", "concerns", "concerned", "regarding"],
            ) || s.follows(j, &["relating", "to"])
        });
        if let Some(j) = link {
            let from = if s.follows(j, &["relating", "to"]) { j + 2 } else { j + 1 };
            push_items(x, from, Run { start: i, end: from }, &CALLS_FOR, 0);
        }
    }
}

/// 'called for improvements in X', 'improvement is needed in X', 'further work is required on X'.
pub(super) fn calls_for(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let improvement = s.any(i, &["improvement", "improvements"]);
    if s.any(i.wrapping_sub(1), &["urgent"])
        && s.any(i.wrapping_sub(2), &["needs", "need", "needed"])
    {
        // The lowest grade of a report card.
        return;
    }
    let called = (i.saturating_sub(5)..i).any(|j| {
        s.any(
            j,
            &[
                "called",
                "calls",
                "calling",
                "call",
                "demanded",
                "demands",
                "wants",
                "want",
                "see",
                "make",
                "need",
                "needs",
                "needed",
                "recommended",
                "ordered",
                "urgent",
            ],
        )
    });
    let link = |j: usize| s.any(j, &["in", "to", "on", "around", "with"]);
    if s.follows(i, &["more", "to", "do", "to"]) {
        if x.side(i) == Side::Inspectorate {
            actions::read(x, i + 4, Run { start: i, end: i + 4 }, &CALLS_FOR, true);
        }
        return;
    }
    let from = if improvement && called && link(i + 1) {
        i + 2
    } else {
        let verb =
            (i + 1..s.len().min(i + 4)).find(|&j| s.any(j, &["needed", "required", "necessary"]));
        match verb {
            Some(verb) if link(verb + 1) && (improvement || s.any(verb + 1, &["on", "in"])) => {
                verb + 2
            }
            _ => return,
        }
    };
    if !may_require(x.side(i)) || x.side(i) == Side::Provider && called {
        return;
    }
    let cue = Run { start: i, end: from };
    if s.any(from - 1, &["to"]) && list::opens_action(s, from) {
        actions::read(x, from, cue, &CALLS_FOR, true);
    } else {
        push_items(x, from, cue, &CALLS_FOR, 1);
    }
}

/// 'called for better X', 'want to see stronger X'.
pub(super) fn wants_better(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let from = if s.any(i, &["see"]) { i + 1 } else { i + 2 };
    let introduced = s.any(i + 1, &["for"])
        || (s.any(i, &["see"])
            && s.precedes(i, &["to"])
            && (i.saturating_sub(4)..i)
                .any(|j| s.any(j, &["want", "wants", "wanted", "like", "expect"])));
    // A charity may call for more in a sentence on the report.
    let named = (0..i).find(|&j| s.is_main_verb(j)).unwrap_or(i);
    if !introduced
        || !s.is(from, COMPARATIVE)
        || !(x.side(i) == Side::Inspectorate
            || (0..named).any(|j| s.is(j, INSPECTORATE)) && x.side(i) == Side::Unknown)
    {
        return;
    }
    push_items(x, from, Run { start: i, end: from }, &CALLS_FOR, 1);
}

/// 'Under the heading “What needs to improve”, the letter lists X, Y and Z.'
pub(super) fn under_heading(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let before = Run { start: i.saturating_sub(20), end: i };
    let heading = (before.start..i).any(|j| {
        s.follows(j, &["needs", "to", "improve"]) || s.follows(j, &["for", "improvement"])
    });
    if heading && !s.is(i + 1, QUANTIFIER.or(PREPOSITION)) {
        push_items(x, i + 1, Run { start: i, end: i + 1 }, &INCLUDE_LIST, 0);
    }
}
