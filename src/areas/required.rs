//! What must improve.
//!
//! | in the text | areas |
//! | --- | --- |
//! | 'areas that require improvement include the **quality of visits** and **supervision**' | 'quality of visits', 'quality of supervision' |
//! | 'needs to strengthen its **oversight of placements**' | 'oversight of placements' |
//! | '**Careers guidance** must be improved' | 'Careers guidance' |
//! | 'was told to make sure that **work is matched to need**' | 'work is matched to need' |
//! | 'calls for improvements in **record keeping**' | 'record keeping' |

use super::actions;
use super::list::{self, Reading};
use super::phrase::{Run, Sentence};
use super::voice::Side;
use super::words::*;
use super::{Finding, Statement};
use crate::record::AreaKind::Required;
use crate::rule::{Rule, reads};

pub(super) static INCLUDE_LIST: Rule = Rule {
    name: "area.include_list",
    about: "A list after words that say that what follows must improve: 'areas for improvement include …'.",
    reads: &[
        reads(
            "The areas that require improvement include the [[quality of chronologies]], the [[speed of visits]] and the [[response to neglect]], inspectors said.",
            "required: ",
        ),
        reads("The report lists two areas for improvement: [[record keeping]] and [[staff training]].", "required: "),
        reads("The letter lists nine things that must get better. They include the [[speed of visits]] and [[how managers check plans]].", "required: "),
    ],
    leaves: &[
        "Areas of strength include the quality of visits and supervision, inspectors said.",
        "The areas that inspectors look at include leadership and behaviour.",
    ],
};

pub(super) static CALLS_FOR: Rule = Rule {
    name: "area.calls_for",
    about: "What improvement is called for, needed or recommended in.",
    reads: &[
        reads("The watchdog called for improvements in the [[recording of visits]].", "required: recording of visits"),
        reads("Further work is needed on [[permanence planning]], the letter says.", "required: permanence planning"),
        reads("Two warning notices have been served, one on [[fire safety]], one on [[record keeping]].", "required: "),
        reads("An area for priority action has been raised over the [[oversight of agency homes]].", "required: oversight of agency homes"),
    ],
    leaves: &["Residents called for improvements in street lighting."],
};

pub(super) static NEEDS_TO: Rule = Rule {
    name: "area.needs_to",
    about: "What the provider must, should or needs to improve or make sure of.",
    reads: &[
        reads("The council needs to improve the [[handover of cases]] and make sure that [[visits are recorded]].", "required: "),
        reads("Leaders should ensure that [[books match the sounds that pupils know]].", "required: books match"),
        reads("The home must do more to [[involve families]], inspectors said.", "required: involve families"),
    ],
    leaves: &[
        "The school must improve, inspectors said.",
        "The MP said the council must improve pay for social workers.",
        "A visit could improve the oversight of homes.",
    ],
};

pub(super) static MUST_IMPROVE: Rule = Rule {
    name: "area.must_improve",
    about: "The subject of 'must improve', 'needs to be strengthened', 'need strengthening'.",
    reads: &[
        reads("The [[recording of decisions]] needs to improve, the report says.", "required: recording of decisions"),
        reads("[[Careers guidance]] must be improved.", "required: Careers guidance"),
    ],
    leaves: &["Children's services need to improve, inspectors said."],
};

pub(super) static TOLD_TO: Rule = Rule {
    name: "area.told_to",
    about: "What somebody has been told, asked or ordered to improve, or is wanted to.",
    reads: &[
        reads("Bosses were told to sharpen the [[recording of visits]].", "required: recording of visits"),
        reads("Inspectors want the council to improve the [[support for carers]] and the [[use of data]].", "required: "),
        reads("The notice requires the nursery to improve [[staff ratios]] by 12 May.", "required: staff ratios"),
    ],
    leaves: &[
        "A petition calls on the council to improve the crossing.",
        "The council was told to publish a plan.",
        "The nursery was told to improve or close.",
    ],
};

/// Reads what the word at `i` may open.
pub(super) fn read(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if s.is(i, HAVE) && !s.is(i, WAKES_REQUIRED) {
        modal(x, i);
        return;
    }
    if s.is(i, SUBJECT) {
        include_list(x, i);
        nouns_on(x, i);
    }
    if s.is(i, COLON) || (s.is(i, DASH) && !(0..i).any(|j| s.is(j, DASH))) {
        after_colon(x, i);
    }
    // 'The ones on pathway plans', after a sentence about recommendations
    if s.any(i, &["ones"]) && s.any(i + 1, &["on", "about"]) && x.after_recommendations && may_require(x.side(i)) {
        push_items(x, i + 2, Run { start: i, end: i + 2 }, &CALLS_FOR, 0);
    }
    if s.is(i, INSPECTORATE) && s.any(i, &["notice", "notices"]) {
        nouns_on(x, i);
    }
    if s.any(i, &["include", "included"]) && s.any(i.wrapping_sub(1), &["they", "these", "those"]) && i == 1 {
        if x.earlier_needs {
            let cue = Run { start: 0, end: 2 };
            push_items(x, 2, cue, &INCLUDE_LIST, 0);
        }
    }
    if s.any(i, &["improvement", "improvements", "work", "progress", "action"]) {
        calls_for(x, i);
    }
    if s.any(i, &["called", "calls", "calling", "call", "see"]) {
        wants_better(x, i);
    }
    if s.any(i, &["lists", "listed"]) {
        under_heading(x, i);
    }
    modal(x, i);
    if s.is(i, TOLD) || s.any(i, &["gives", "gave", "given"]) {
        told(x, i);
    }
    if s.any(i, &["show", "showing", "shows", "demonstrate", "prove", "explain", "explaining"])
        && let Some(link) = (i + 1..s.len().min(i + 8)).find(|&j| s.any(j, &["how", "that"]))
    {
        plan_to(x, link);
    }
}

/// Whether the side may state what must improve.
fn may_require(side: Side) -> bool {
    side != Side::Other
}

/// Words that say that the nouns they stand with must improve.
fn says_need(s: &Sentence<'_>, run: Run) -> bool {
    (run.start..run.end).any(|i| {
        s.any(
            i,
            &[
                "improvement", "improve", "improved", "better", "address", "addressed", "tackle", "tackled", "strengthen",
                "right", "development", "priority", "attention", "fix", "done", "change", "resolve", "worked", "action",
            ],
        ) && !s.any(i.wrapping_sub(1), &["has", "have", "had", "be", "to-be", "showed", "shown"])
            || (s.any(i, &["must", "required", "require", "need", "needs"]))
    })
}

/// 'areas for improvement include', 'things the partnership has to tackle are', with the list.
fn include_list(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let stop = s.len().min(i + 18);
    let Some(verb) = (i + 1..stop).find(|&j| {
        s.is(j, BREAK) || (s.is(j, LISTING) && !s.precedes(j, &["that"]) && !s.precedes(j, &["which"]) && !s.any(j + 1, &["required", "needed", "not", "being", "set"]))
    }) else {
        return;
    };
    if !s.is(verb, LISTING) || s.any(i + 1, &["plan", "plans"]) {
        return;
    }
    // 'are' needs a list after it, and no other verb before it that is not of its 'that'.
    if s.is(verb, BE) && (s.is(verb + 1, ADVERB.or(FAULTY).or(VERB).or(IMPROVE)) && !s.any(verb + 1, &["to", "the"]) || s.word(verb + 1).ends_with("ed") || s.any(verb + 1, &["safe", "in", "being", "on", "at"])) {
        return;
    }
    // One bare word after it is no list: 'are effective.'
    if s.is(verb, BE) && s.is(verb + 2, STOP.or(CLOSE)) {
        return;
    }
    let before = Run { start: i.saturating_sub(3), end: verb };
    let itself = s.any(i, &["recommendation", "recommendations", "requirements"])
        || (s.any(i, &["priorities"]) && (i.saturating_sub(4)..i).any(|j| s.is(j, INSPECTORATE)))
        || s.any(i, &["actions"]) && s.follows(i + 1, &["required"]);
    if !(itself || says_need(s, before)) || s.is(verb + 1, NEGATIVE) {
        return;
    }
    if !may_require(x.side(i)) {
        return;
    }
    let cue = Run { start: i, end: verb + 1 };
    let from = verb + 1;
    if s.any(from, &["that"]) {
        actions::ensure(x, from, cue, &INCLUDE_LIST);
    } else if s.any(from, &["to"]) {
        actions::read(x, from, cue, &INCLUDE_LIST, true);
    } else if !s.is(from, BREAK) {
        push_items(x, from, cue, &INCLUDE_LIST, 0);
    }
}

/// 'What needs to get better: X and Y', 'singled out three things to put right: …'.
fn after_colon(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if i + 1 >= s.len() || s.is(i + 1, MARK) {
        return;
    }
    let from = i.saturating_sub(18);
    let start = (from..i).rev().find(|&j| s.is(j, STOP.or(SEMICOLON))).map_or(from, |j| j + 1);
    let before = Run { start, end: i };
    let rest = s.is(i, DASH) && x.after_recommendations && (i.saturating_sub(3)..i).any(|j| s.any(j, &["rest", "others"]));
    let nouns = rest || (start..i).any(|j| {
        s.is(j, SUBJECT) || s.any(j, &["what", "following"])
    });
    let must = (start..i).any(|j| s.any(j, &["must", "should", "needs", "need", "told", "asked", "ordered", "recommended"]) || s.follows(j, &["had", "to"]) || s.follows(j, &["has", "to"]));
    let last_must = s.precedes(i, &["must", "improve"]) || s.any(i - 1, &["to", "must", "should"]) || s.any(i - 1, &["following"]) && must || (must && (start..i).any(|j| s.any(j, &["following"])));
    let last_must = last_must && s.is(i, COLON);
    if !((nouns && (rest || says_need(s, before))) || last_must) || !may_require(x.side(i)) {
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
fn nouns_on(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let notice = s.any(i, &["notice", "notices"]);
    let recommendation = s.any(i, &["recommendation", "recommendations"]);
    // 'has been set actions to improve X and ensure Y'
    let set = s.any(i, &["actions", "recommendations", "targets", "requirements"]) && s.any(i + 1, &["to"]) && (i.saturating_sub(5)..i).any(|j| s.any(j, &["set", "given", "made", "issued", "received"]));
    if set && may_require(x.side(i)) {
        actions::read(x, i + 2, Run { start: i, end: i + 2 }, &CALLS_FOR, false);
        return;
    }
    let priority = s.any(i, &["area", "areas"]) && s.follows(i + 1, &["for", "priority", "action"]);
    if !(notice || recommendation || priority) || !may_require(x.side(i)) {
        return;
    }
    if notice && !(i.saturating_sub(3)..i).any(|j| s.any(j, &["warning", "compliance", "improvement", "requirements", "enforcement"])) {
        return;
    }
    if s.follows(i + 1, &["on"]) || s.follows(i + 1, &["about"]) || (recommendation && s.follows(i + 1, &["for", "improving"])) {
        let cue = Run { start: i, end: i + 2 };
        push_items(x, i + 2, cue, &CALLS_FOR, 0);
        return;
    }
    if notice {
        let stop = s.len().min(i + 40);
        for j in i..stop {
            if s.follows(j, &["one", "on"]) || s.follows(j, &["one", "over"]) || s.follows(j, &["other", "on"]) {
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
            s.any(j, &["over", "concerning", "about", "concern", "concerns", "concerned", "regarding"])
                || s.follows(j, &["relating", "to"])
        });
        if let Some(j) = link {
            let from = if s.follows(j, &["relating", "to"]) { j + 2 } else { j + 1 };
            push_items(x, from, Run { start: i, end: from }, &CALLS_FOR, 0);
        }
    }
}

/// 'called for improvements in X', 'improvement is needed in X', 'further work is required on X'.
fn calls_for(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let improvement = s.any(i, &["improvement", "improvements"]);
    if s.any(i.wrapping_sub(1), &["urgent"]) && s.any(i.wrapping_sub(2), &["needs", "need", "needed"]) {
        // The lowest grade of a report card.
        return;
    }
    let called = (i.saturating_sub(5)..i).any(|j| s.any(j, &["called", "calls", "calling", "call", "demanded", "demands", "wants", "want", "see", "make", "need", "needs", "needed", "recommended", "ordered", "urgent"]));
    let link = |j: usize| s.any(j, &["in", "to", "on", "around", "with"]);
    let from = if improvement && called && link(i + 1) {
        i + 2
    } else {
        let verb = (i + 1..s.len().min(i + 4)).find(|&j| s.any(j, &["needed", "required", "necessary"]));
        match verb {
            Some(verb) if link(verb + 1) && (improvement || s.any(verb + 1, &["on", "in"])) => verb + 2,
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
fn wants_better(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let from = if s.any(i, &["see"]) { i + 1 } else { i + 2 };
    let introduced = s.any(i + 1, &["for"]) || (s.any(i, &["see"]) && s.precedes(i, &["to"]) && (i.saturating_sub(4)..i).any(|j| s.any(j, &["want", "wants", "wanted", "like", "expect"])));
    if !introduced || !s.is(from, COMPARATIVE) || !(x.side(i) == Side::Inspectorate || (0..i).any(|j| s.is(j, INSPECTORATE)) && x.side(i) == Side::Unknown) {
        return;
    }
    push_items(x, from, Run { start: i, end: from }, &CALLS_FOR, 1);
}

/// 'Under the heading “What needs to improve”, the letter lists X, Y and Z.'
fn under_heading(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let before = Run { start: i.saturating_sub(20), end: i };
    let heading = (before.start..i).any(|j| s.follows(j, &["needs", "to", "improve"]) || s.follows(j, &["for", "improvement"]));
    if heading && !s.is(i + 1, QUANTIFIER.or(PREPOSITION)) {
        push_items(x, i + 1, Run { start: i, end: i + 1 }, &INCLUDE_LIST, 0);
    }
}

/// 'must', 'should', 'needs to', 'has to', 'has yet to' with what follows or stands before.
fn modal(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let bare = s.any(i, &["must", "should"]);
    let mut to = i + 1;
    if !bare {
        if s.is(i, HAVE) && !s.any(i + 1, &["to", "yet", "still"]) {
            return;
        }
        if s.any(i, &["need", "needs", "needed", "has", "have", "had", "ought", "requires", "require"]) {
            to = if s.any(i + 1, &["yet", "still"]) { i + 2 } else { i + 1 };
            // 'needs strengthening', 'need improvement'
            if s.any(i, &["need", "needs"]) && s.any(to, &["improvement", "strengthening", "improving", "urgent"]) {
                if s.any(to, &["urgent"]) && !s.any(to + 1, &["attention"]) {
                    return;
                }
                subject_area(x, i, Run { start: i, end: to + 1 });
                return;
            }
            if !s.any(to, &["to"]) {
                return;
            }
            to += 1;
        } else {
            return;
        }
    }
    let mut verb = s.skip_adverbs(to);
    if s.any(verb, &["still", "now"]) {
        verb += 1;
    }
    // 'should, as a matter of urgency, review'
    if s.is(verb, COMMA)
        && let Some(close) = (verb + 1..s.len().min(verb + 10)).find(|&j| s.is(j, COMMA))
    {
        verb = s.skip_adverbs(close + 1);
    }
    let side = x.side(i);
    if !may_require(side) || s.is(verb, NEGATIVE) || s.is(i, NEGATIVE) {
        return;
    }
    if (i.saturating_sub(7)..i).any(|j| s.any(j, &["whether", "if"])) {
        return;
    }
    let cue = Run { start: i, end: (verb + 1).min(s.len()) };
    if s.any(verb, &["be"]) {
        let mut done = if s.is(verb + 1, COMPARATIVE) { verb + 1 } else { s.skip_adverbs(verb + 1) };
        let better = s.is(done, COMPARATIVE) && !s.any(done, &["more", "enough", "further"]);
        if better {
            done += 1;
        }
        if s.any(i.wrapping_sub(1), &["more"]) && s.any(done, &["done"]) {
            // 'more needs to be done to check X'
            if s.any(done + 1, &["to"]) {
                actions::read(x, done + 2, Run { start: i - 1, end: done + 2 }, &NEEDS_TO, true);
            } else if s.any(done + 1, &["on", "around"]) {
                push_items(x, done + 2, Run { start: i - 1, end: done + 2 }, &NEEDS_TO, 1);
            }
        } else if improved(s, done) || better {
            subject_area(x, i, Run { start: i, end: (done + 1).min(s.len()) });
        }
        return;
    }
    if s.any(verb, &["improve", "improving"]) || s.follows(verb, &["get", "better"]) {
        let after = if s.any(verb, &["get"]) { verb + 2 } else { verb + 1 };
        let ends = after >= s.len()
            || s.is(after, MARK.or(AND).or(ADVERB).or(OPENER)) && !s.is(after, OPEN)
            || s.any(after, &["too", "quickly", "so", "if"]);
        if ends {
            subject_area(x, i, cue);
            return;
        }
    }
    if !subject_requires(x, i, side) {
        return;
    }
    let loose = side == Side::Inspectorate && (bare || s.any(i, &["need", "needs", "had", "has"]));
    actions::read(x, verb, cue, &NEEDS_TO, loose);
}

/// Whether the participle at `i` says that something is to be mended.
fn improved(s: &Sentence<'_>, i: usize) -> bool {
    s.any(
        i,
        &[
            "improved", "strengthened", "addressed", "tackled", "reduced", "reviewed", "developed", "resolved", "raised",
            "tightened", "sharpened", "increased", "rectified", "fixed", "overhauled", "speeded", "enhanced", "embedded", "extended",
        ],
    )
}

/// Whether the subject of the modal at `i` is somebody who can be required to act.
fn subject_requires(x: &mut Statement<'_, '_>, i: usize, side: Side) -> bool {
    let s = x.s;
    let Some(run) = s.subject(i) else {
        return side == Side::Inspectorate;
    };
    if (run.start..run.end).any(|j| s.any(j, &["who", "which", "what"])) && run.end - run.start <= 2 {
        return false;
    }
    let head = s.head(s.bare(run));
    if s.is(head, OTHER) && !s.is(head, PERSON) || s.any(head, &["ministers", "government", "parents", "residents", "inspectors", "ofsted"]) {
        return false;
    }
    if side == Side::Inspectorate {
        return true;
    }
    let known = s.is(head, BODY.or(PERSON).or(PROVIDER)) || s.is(head, CAPITAL);
    // In the provider's own words a promise is no requirement.
    known && !(side == Side::Provider && s.any(head, &["you", "i"]))
}

/// The subject of the verb at `verb` as what must improve, with the list that it ends.
fn subject_area(x: &mut Statement<'_, '_>, verb: usize, cue: Run) {
    let s = x.s;
    if !may_require(x.side(verb)) {
        return;
    }
    let Some(subject) = s.subject(verb) else { return };
    // 'X, Y and Z all need to improve'
    let all = (subject.start..verb).find(|&j| s.any(j, &["all", "both"]));
    if let Some(all) = all
        && subject.start > 0
        && s.is(subject.start - 1, COMMA.or(AND))
    {
        let floor = verb.saturating_sub(50);
        let start = (floor..subject.start)
            .rev()
            .find(|&j| s.is(j, SAYING.or(BREAK).or(OPEN)) || s.any(j, &["that"]))
            .map_or(floor, |j| j + 1);
        let cut = Sentence { source: s.source, words: &s.words[..all] };
        for item in list::items(&cut, start, Reading::Required).0 {
            if names_area(s, item.run) {
                x.push(Finding::of(item, Required, cue, &MUST_IMPROVE, 0));
            }
        }
        return;
    }
    let run = list::strip(s, s.bare(subject), Reading::Plain);
    let is_judgement = run.end - run.start == 1 && s.is(run.start, JUDGEMENT);
    if run.is_empty() || !names_area(s, run) || is_judgement || s.is(s.head(run), PERSON.or(BODY)) {
        return;
    }
    if s.any(run.start, &["what", "more", "who", "there", "this"]) {
        return;
    }
    x.push(Finding::named(s, run, Required, cue, &MUST_IMPROVE, 0));
}

/// 'told to improve X', 'Inspectors want the council to improve X'.
fn told(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let passive = (i.saturating_sub(3)..i).any(|j| s.is(j, BE)) && !s.any(i, &["wants", "want", "gives", "gave"]);
    let stop = s.len().min(i + 16);
    let Some(to) = (i + 1..stop).find(|&j| s.any(j, &["to"]) || s.is(j, BREAK.or(COMMA)) || (j > i && s.any(j, &["that"]))) else {
        return;
    };
    if s.any(to, &["that"]) && s.any(i, &["recommends", "recommended", "recommend"]) && x.side(i) != Side::Other {
        improves(x, to + 1, Run { start: i, end: to + 1 });
        return;
    }
    if !s.any(to, &["to"]) || s.is(to - 1, NEGATIVE) {
        return;
    }
    let given = s.any(i, &["gives", "gave", "given"]);
    if passive && !given && to > i + 1 && !(i + 1..to).any(|j| s.any(j, &["by"])) {
        return;
    }
    let side = x.side(i);
    if passive {
        // 'Ofsted is expected to carry out a visit'
        let mut verb = i;
        while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) {
            verb -= 1;
        }
        if s.subject(verb).is_some_and(|run| super::voice::side_of_run(s, run) == Side::Inspectorate) {
            return;
        }
        if side == Side::Other || (given && !(0..i).any(|j| s.is(j, INSPECTORATE))) {
            return;
        }
    } else {
        let mut start = i;
        while start > 0 && s.is(start - 1, AUXILIARY.or(ADVERB)) {
            start -= 1;
        }
        let sayer = s.subject(start).map_or(Side::Unknown, |run| super::voice::side_of_run(s, run));
        let by_it = s.subject(start).is_some_and(|run| s.any(run.start, &["it", "they"])) && side == Side::Inspectorate;
        if sayer != Side::Inspectorate && !by_it {
            return;
        }
        if s.any(i, &["told", "tell", "tells"]) && s.any(to.wrapping_sub(1), &["had", "have", "needed", "need", "has", "ought"]) {
            // 'told leaders they had to': the modal reads it.
            return;
        }
    }
    actions::read(x, to + 1, Run { start: i, end: to + 1 }, &TOLD_TO, true);
}

/// 'recommends that the school improves its X and reviews Y'.
fn improves(x: &mut Statement<'_, '_>, from: usize, cue: Run) {
    let s = x.s;
    let mut i = from;
    while i < s.len().min(from + 30) {
        let third = s.word(i).strip_suffix('s').is_some_and(|base| class_of(base).is(IMPROVE));
        let base = s.is(i, IMPROVE) && !s.is(i, COMPARATIVE) && i > from;
        if (third || base) && s.is(i + 1, ARTICLE.or(QUANTIFIER).or(COMPARATIVE)) || third && i + 1 < s.len() && !s.is(i + 1, MARK.or(PREPOSITION)) {
            let (items, end) = list::items(s, i + 1, Reading::Object);
            for item in items {
                if names_area(s, item.run) {
                    x.push(Finding::of(item, Required, cue, &TOLD_TO, 0));
                }
            }
            i = end.max(i + 1);
        } else {
            i += 1;
        }
    }
}

/// 'a plan showing how it will put right X', 'must show that staff are trained'.
fn plan_to(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let from = i.saturating_sub(8);
    if s.any(i, &["how"]) {
        let will = (i + 1..s.len().min(i + 7)).find(|&j| s.any(j, &["will"]));
        let plan = (i.saturating_sub(12)..i).any(|j| s.any(j, &["plan", "statement", "explaining", "showing", "show", "explain", "explains", "sets"]));
        let asked = (0..i).any(|j| s.any(j, &["must", "required", "asked", "told", "ordered", "require", "requires", "needs"]) || s.follows(j, &["has", "to"]) || s.follows(j, &["have", "to"]));
        if let Some(will) = will.filter(|_| plan && asked && may_require(x.side(i))) {
            actions::read(x, will + 1, Run { start: i, end: will + 1 }, &NEEDS_TO, true);
        }
    } else if s.any(i.wrapping_sub(1), &["show", "demonstrate", "prove"]) || (from..i).any(|j| s.any(j, &["show", "demonstrate"]) && s.any(j.wrapping_sub(1), &["must", "to"])) {
        let asked = (from..i).any(|j| s.any(j, &["must"]) || s.follows(j, &["has", "to"]) || s.follows(j, &["told", "to"]));
        if asked && may_require(x.side(i)) {
            actions::ensure(x, i, Run { start: i.saturating_sub(2), end: i + 1 }, &NEEDS_TO);
        }
    }
}

/// Whether a run names an area at all: not a whole body, not a bare fault, not a pronoun.
pub(super) fn names_area(s: &Sentence<'_>, run: Run) -> bool {
    let one = run.end - run.start == 1;
    if one && (s.is(run.start, BODY.or(SUBJECT).or(ARTICLE).or(QUANTIFIER).or(PREPOSITION).or(NUMBER).or(ADVERB).or(RELATIVE).or(COMPARATIVE)) || s.any(run.start, &["game", "progress", "performance", "adequate", "good", "satisfactory", "inadequate", "outstanding", "grade", "rating", "outcomes", "standards", "failings", "failures", "weaknesses", "findings", "these", "them", "everything"])) {
        return false;
    }
    if s.any(run.start, &["following"]) || s.any(run.start + 1, &["following"]) && s.is(run.start, ARTICLE) {
        return false;
    }
    if s.is(run.start, RELATIVE) && !one && s.any(run.start, &["which", "who"]) {
        return false;
    }
    let bare = s.bare(run);
    let head = s.head(bare);
    // 'children's services', 'the lives of children'
    let whole = s.is(head, BODY) && head + 1 == bare.end && bare.end - bare.start <= 2 && !s.any(head, &["provision", "leadership", "region"]);
    let lives = s.any(head, &["lives", "outcomes", "services", "wrongs", "shortcomings", "failings", "weaknesses", "issues", "concerns", "problems", "areas", "points", "recommendations", "rating", "grade"])
        && bare.end - bare.start <= 3 && !(bare.start..bare.end).any(|j| s.any(j, &["in", "with"]));
    !(whole || lives)
}

/// Records the items of the list at `from`.
pub(super) fn push_items(x: &mut Statement<'_, '_>, from: usize, cue: Run, rule: &'static Rule, rank: u8) {
    for item in list::items(x.s, from, Reading::Required).0 {
        if names_area(x.s, item.run) {
            x.push(Finding::of(item, Required, cue, rule, rank));
        }
    }
}
