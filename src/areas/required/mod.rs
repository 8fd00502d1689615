//! What must improve.
//!
//! | in the text | areas |
//! | --- | --- |
//! | 'areas that require improvement include the **quality of visits** and **supervision**' | 'quality of visits', 'quality of supervision' |
//! | 'needs to strengthen its **oversight of placements**' | 'oversight of placements' |
//! | '**Careers guidance** must be improved' | 'Careers guidance' |
//! | 'was told to make sure that **work is matched to need**' | 'work is matched to need' |
//! | 'calls for improvements in **record keeping**' | 'record keeping' |
//!
//! [`lists`] reads what nouns announce ('areas for improvement include …'), [`verbs`] what verbs
//! demand ('must improve', 'was told to').

mod lists;
mod verbs;

pub(super) use self::lists::list_of_needs;
use self::lists::{after_colon, calls_for, include_list, nouns_on, under_heading, wants_better};
use self::verbs::{modal, plan_to, told};
use super::list::{self, Reading};
use super::phrase::{Run, Sentence};
use super::words::*;
use super::{Finding, Statement};
use crate::areas::voice::Side;
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
        reads(
            "The report lists two areas for improvement: [[record keeping]] and [[staff training]].",
            "required: ",
        ),
        reads(
            "The letter lists nine things that must get better. They include the [[speed of visits]] and [[how managers check plans]].",
            "required: ",
        ),
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
        reads(
            "The watchdog called for improvements in the [[recording of visits]].",
            "required: recording of visits",
        ),
        reads(
            "Further work is needed on [[permanence planning]], the letter says.",
            "required: permanence planning",
        ),
        reads(
            "Two warning notices have been served, one on [[fire safety]], one on [[record keeping]].",
            "required: ",
        ),
        reads(
            "An area for priority action has been raised over the [[oversight of agency homes]].",
            "required: oversight of agency homes",
        ),
    ],
    leaves: &["Residents called for improvements in street lighting."],
};

pub(super) static NEEDS_TO: Rule = Rule {
    name: "area.needs_to",
    about: "What the provider must, should or needs to improve or make sure of.",
    reads: &[
        reads(
            "The council needs to improve the [[handover of cases]] and make sure that [[visits are recorded]].",
            "required: ",
        ),
        reads(
            "Leaders should ensure that [[books match the sounds that pupils know]].",
            "required: books match",
        ),
        reads(
            "The home must do more to [[involve families]], inspectors said.",
            "required: involve families",
        ),
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
        reads(
            "The [[recording of decisions]] needs to improve, the report says.",
            "required: recording of decisions",
        ),
        reads("[[Careers guidance]] must be improved.", "required: Careers guidance"),
    ],
    leaves: &["Children's services need to improve, inspectors said."],
};

pub(super) static TOLD_TO: Rule = Rule {
    name: "area.told_to",
    about: "What somebody has been told, asked or ordered to improve, or is wanted to.",
    reads: &[
        reads(
            "Bosses were told to sharpen the [[recording of visits]].",
            "required: recording of visits",
        ),
        reads(
            "Inspectors want the council to improve the [[support for carers]] and the [[use of data]].",
            "required: ",
        ),
        reads(
            "The notice requires the nursery to improve [[staff ratios]] by 12 May.",
            "required: staff ratios",
        ),
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
    if s.is(i, TOLD) || s.any(i, &["give", "gives", "gave", "given"]) {
        told(x, i);
    }
    if !s.is(i, WAKES_REQUIRED) {
        return;
    }
    // 'The ones on pathway plans', after a sentence about recommendations
    if s.any(i, &["ones"])
        && s.any(i + 1, &["on", "about"])
        && x.after_recommendations()
        && may_require(x.side(i))
    {
        push_items(x, i + 2, Run { start: i, end: i + 2 }, &CALLS_FOR, 0);
    }
    if s.is(i, INSPECTORATE) && s.any(i, &["notice", "notices"]) {
        nouns_on(x, i);
    }
    if s.any(i, &["improvement", "improvements", "work", "progress", "action", "more"]) {
        calls_for(x, i);
    }
    if s.any(i, &["called", "calls", "calling", "call", "see"]) {
        wants_better(x, i);
    }
    if s.any(i, &["lists", "listed"]) {
        under_heading(x, i);
    }
    modal(x, i);
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

/// Whether a run names an area at all: not a whole body, not a bare fault, not a pronoun.
pub(super) fn names_area(s: &Sentence<'_>, run: Run) -> bool {
    let one = run.end - run.start == 1;
    if one
        && (s.is(
            run.start,
            BODY.or(SUBJECT)
                .or(ARTICLE)
                .or(QUANTIFIER)
                .or(PREPOSITION)
                .or(NUMBER)
                .or(ADVERB)
                .or(RELATIVE)
                .or(COMPARATIVE),
        ) || s.any(
            run.start,
            &[
                "game",
                "progress",
                "performance",
                "adequate",
                "good",
                "satisfactory",
                "inadequate",
                "outstanding",
                "grade",
                "rating",
                "outcomes",
                "standards",
                "failings",
                "failures",
                "weaknesses",
                "findings",
                "these",
                "them",
                "everything",
            ],
        ))
    {
        return false;
    }
    if s.any(run.start, &["following"])
        || s.any(run.start + 1, &["following"]) && s.is(run.start, ARTICLE)
    {
        return false;
    }
    if s.is(run.start, RELATIVE) && !one && s.any(run.start, &["which", "who"]) {
        return false;
    }
    let bare = s.bare(run);
    let head = s.head(bare);
    // 'children's services', 'the lives of children'
    let whole = s.is(head, BODY)
        && head + 1 == bare.end
        && bare.end - bare.start <= 2
        && !s.any(head, &["provision", "leadership", "region"]);
    let lives = s.any(
        head,
        &[
            "lives",
            "outcomes",
            "services",
            "wrongs",
            "shortcomings",
            "failings",
            "weaknesses",
            "issues",
            "concerns",
            "problems",
            "areas",
            "points",
            "recommendations",
            "rating",
            "grade",
            "game",
        ],
    ) && bare.end - bare.start <= 3
        && !(bare.start..bare.end).any(|j| s.any(j, &["in", "with"]));
    !(whole || lives)
}

/// Records the items of the list at `from`.
pub(super) fn push_items(
    x: &mut Statement<'_, '_>,
    from: usize,
    cue: Run,
    rule: &'static Rule,
    rank: u8,
) {
    for item in list::items(x.s, from, Reading::Required).0 {
        if names_area(x.s, item.run) {
            x.push(Finding::of(item, Required, cue, rule, rank));
        }
    }
}
