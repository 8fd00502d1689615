//! What is at fault.
//!
//! | in the text | area |
//! | --- | --- |
//! | 'the **quality of social work** remained inconsistent' | what is at fault |
//! | 'citing **frequent changes in social worker** and difficulties with **recruitment**' | the fault itself, or what it is with |
//! | '**lack of oversight**' | the fault itself |
//! | '**staff do not follow up absences**' | the clause: people are no area |
//!
//! [`phrases`] reads faults that are noun phrases and [`cited`] those that inspectors cite;
//! [`predicates`], [`negation`], [`told`], [`figures`] and [`lacking`] what a clause says by its verb
//! and its adjectives, its denials, set phrases, figures, and what it says has not come about.
//! [`at_fault`] tells what of the clause is the area.

mod at_fault;
mod cited;
mod figures;
mod lacking;
mod negation;
mod phrases;
mod predicates;
mod told;

use self::cited::{cited, found_list, they_include};
use self::negation::negation;
use self::phrases::{attribute, breach, fault_noun, places, there_is_no};
use self::predicates::{found_left, omitted, predicate, too, verbs};
use super::Statement;
use super::phrase::{Run, Sentence};
use super::voice::Side;
use super::words::*;
use crate::rule::{Rule, reads};
use crate::tables::areas as lists;

pub(super) static CITING: Rule = Rule {
    name: "area.citing",
    about: "The objects of 'citing', 'criticised', 'blamed', 'pointed to'.",
    reads: &[
        reads(
            "The regulator rated the home inadequate, citing [[poor record keeping]] and [[frequent changes of manager]].",
            "weakness: ",
        ),
        reads(
            "Inspectors criticised the [[state of the kitchen]].",
            "weakness: state of the kitchen",
        ),
    ],
    leaves: &["The union blamed poor management.", "Parents criticised the lack of notice."],
};

pub(super) static WEAKNESS_IN: Rule = Rule {
    name: "area.weakness_in",
    about: "What weaknesses, gaps, concerns or failings are in, with or about.",
    reads: &[
        reads(
            "Inspectors identified weaknesses in [[planning]] and [[supervision]].",
            "weakness: ",
        ),
        reads(
            "There were concerns about [[fire safety]], the CQC reported.",
            "weakness: fire safety",
        ),
    ],
    leaves: &[
        "There were no concerns about fire safety, inspectors said.",
        "Inspectors found weaknesses in two of the four areas.",
        "Villagers raised concerns about noise.",
    ],
};

pub(super) static LACK_OF: Rule = Rule {
    name: "area.lack_of",
    about: "A noun phrase that is the fault itself: 'a lack of oversight', 'weak planning', 'too few staff'.",
    reads: &[
        reads("Inspectors found a [[lack of oversight]] and [[weak planning]].", "weakness: "),
        reads(
            "Ofsted described [[drift and delay in planning for children]].",
            "weakness: drift and delay",
        ),
        reads(
            "There was [[no registered manager]], inspectors said.",
            "weakness: no registered manager",
        ),
    ],
    leaves: &[
        "A lack of rain has emptied the reservoirs.",
        "Parents complained about poor communication.",
        "Inspectors saw no poor practice.",
    ],
};

pub(super) static REMAINS_FAULT: Rule = Rule {
    name: "area.remains_fault",
    about: "The subject of a predicate that finds fault: 'remains inconsistent', 'is not always timely', 'lacks rigour'.",
    reads: &[
        reads(
            "Inspectors found that the [[quality of plans]] remained inconsistent.",
            "weakness: quality of plans",
        ),
        reads("Ofsted said [[caseloads]] were too high.", "weakness: caseloads"),
        reads(
            "Inspectors said [[scrutiny by governors]] lacked rigour.",
            "weakness: scrutiny by governors",
        ),
        reads(
            "[[Strategy meetings]] did not always include health staff, the letter notes.",
            "weakness: Strategy meetings",
        ),
    ],
    leaves: &[
        "Inspectors said plans were thorough and timely.",
        "Leadership is inadequate, inspectors said.",
        "Campaigners say caseloads are too high.",
        "Monitoring visits do not lead to a grade, Ofsted said.",
    ],
};

pub(super) static CLAUSE: Rule = Rule {
    name: "area.fault_clause",
    about: "A fault that only a clause states, since its subject is people: 'children wait too long for a visit'.",
    reads: &[
        reads(
            "“[[Children wait too long for a visit]],” inspectors wrote.",
            "weakness: Children wait too long",
        ),
        reads(
            "Inspectors found that [[governors did not challenge leaders]].",
            "weakness: governors did not",
        ),
        reads(
            "[[Managers failed to act on complaints]], the watchdog concluded.",
            "weakness: Managers failed",
        ),
    ],
    leaves: &[
        "One child was left alone in the garden, inspectors said.",
        "Inspectors said staff do not give up on children.",
    ],
};

/// Reads what the word at `i` may be part of.
pub(super) fn read(x: &mut Statement<'_, '_>, i: usize) {
    let class = x.s.words[i].class;
    if class.is(WAKES_WEAKNESS.or(FAULT_CUE).or(FAULT_PLACE)) {
        cited(x, i);
    }
    if class.is(FAULT_PLACE) {
        places(x, i);
        told::for_failing(x, i);
    }
    if class.is(WAKES_WEAKNESS) {
        named(x, i);
    }
    if class.is(WAKES_LACKING) {
        lacking::read(x, i);
    }
    if class.is(WAKES_WEAKNESS.or(FAULT_PLACE)) {
        told::phrases(x, i);
    }
    if class.is(WAKES_WEAKNESS.or(FAULTY)) {
        told::verb_phrases(x, i);
    }
    if class.is(FAULT_NOUN) {
        fault_noun(x, i);
    }
    if class.is(FAULT_ATTRIBUTE) {
        attribute(x, i);
    }
    if class.is(FAULTY) {
        predicate(x, i);
    }
    if class.is(NEGATIVE) {
        negation(x, i);
    }
    if class.is(DROP.or(SELDOM)) {
        verbs(x, i);
    }
    if class.is(FAULTY) && x.s.any(i, lists::OMITTED) {
        omitted(x, i);
    }
}

/// Reads what single words open that are in no list of faults.
fn named(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if s.any(i, lists::HARDSHIPS) {
        told::hardship(x, i);
    }
    if s.any(i, &["too"]) {
        told::too_often(x, i);
        too(x, i);
    } else if s.any(i, &["wait", "waits", "waited", "waiting"]) {
        figures::waits(x, i);
    } else if s.any(i, &["as", "than"]) {
        figures::figures(x, i);
    } else if s.any(i, &["one"]) {
        figures::one_in(x, i);
    } else if s.any(i, &["left", "locked"]) {
        told::left(x, i);
    } else if s.any(i, &["unable", "unsure"]) {
        told::unable(x, i);
    } else if s.any(i, &["climb", "go", "travel"]) {
        told::way_to_go(x, i);
    } else if s.any(i, &["take", "takes", "taken", "took"]) {
        figures::takes_long(x, i);
    } else if s.any(i, &["awash", "beset", "infested", "overrun", "plagued", "riddled", "short"]) {
        told::beset(x, i);
    } else if s.any(i, lists::UNDONE) {
        told::often_undone(x, i);
    } else if s.any(i, &["criticism"]) {
        told::drew_criticism(x, i);
    } else if s.any(i, &["miss", "misses"]) {
        told::misses(x, i);
    } else if s.any(i, &["dropped", "fallen", "fell", "plunged", "slumped"]) {
        figures::dropped(x, i);
    } else if s.any(i, &["contain", "contained", "contains"]) {
        told::contains(x, i);
    } else if s.any(i, &["fire"]) {
        told::under_fire(x, i);
    } else if s.any(i, &["blind"]) && s.any(i + 1, &["eye"]) {
        told::blind_eye(x, i);
    } else if s.any(i, &["spend", "spends", "spent"]) {
        figures::spent(x, i);
    } else if s.any(i, &["little", "limited"]) {
        told::little(x, i);
    } else if s.any(i, &["before"]) {
        told::before_checks(x, i);
    } else if s.any(i, &["lost"]) {
        told::lost(x, i);
    } else if s.any(i, &["only", "without"]) {
        told::only_after(x, i);
    } else if s.any(i, &["worse", "lower", "higher", "longer", "more", "less"]) {
        figures::worse(x, i);
    } else if s.any(i, lists::SPREAD) || s.any(i, lists::RISEN) || s.any(i, &["easy"]) {
        figures::more_of_bad(x, i);
    } else if s.any(i, &["no", "enough"]) {
        there_is_no(x, i);
        told::get_no(x, i);
    } else if s.any(i, &["include", "included"]) && i == 1 {
        they_include(x);
    } else if s.any(i, &["breach", "breaches"]) {
        breach(x, i);
    } else if s.any(i, lists::FINDING) {
        found_left(x, i);
        found_list(x, i);
    } else if s.any(i, &["bare"]) && s.any(i.wrapping_sub(1), &["laid"]) {
        found_list(x, i);
    } else if s.any(
        i,
        &[
            "lack",
            "lacks",
            "lacked",
            "failed",
            "fail",
            "fails",
            "struggle",
            "struggled",
            "struggles",
            "struggling",
        ],
    ) {
        verbs(x, i);
    }
}

/// Whether the statement at `i` is the inspectorate's.
fn is_finding(x: &mut Statement<'_, '_>, i: usize) -> bool {
    let s = x.s;
    let side = x.side(i);
    // 'requires improvement, largely because the manager is not registered': the reason of a grade.
    side == Side::Inspectorate
        || side == Side::Unknown
            && (i..s.len()).any(|j| {
                s.any(j, &["highlighted", "identified", "criticised", "noted", "flagged"])
                    && (j.saturating_sub(2)..j).any(|k| s.is(k, BE))
                    || s.any(j, &["findings"])
            })
        // 'after finding that …' of an inspection
        || side == Side::Unknown
            && (i.saturating_sub(14)..i)
                .find(|&j| s.any(j, &["finding"]) && s.any(j.wrapping_sub(1), &["after"]))
                .is_some_and(|j| (0..j).any(|k| s.is(k, INSPECTORATE)))
        // 'was judged to be too slow': nobody else judges.
        || side == Side::Unknown
            && (i.saturating_sub(6)..i).any(|j| {
                (s.any(j, &["judged", "found", "deemed", "considered", "described", "labelled", "branded"])
                    || s.any(j, &["said"]) && s.any(j + 1, &["to"]))
                    && s.is(j.wrapping_sub(1), BE)
            })
        || side == Side::Unknown
            && (i.saturating_sub(10)..i).any(|j| s.any(j, &["because"]))
            && (0..i).any(|j| {
                s.any(j, &["inadequate", "improvement", "rated", "judged", "graded", "downgraded"])
            })
        || side == Side::Unknown && x.goes_on_with_findings(i)
}

/// Whether the clause states what happened to children, not what practice is.
fn outcome(s: &Sentence<'_>, run: Run) -> bool {
    (run.start..run.end).any(|i| {
        (s.follows(i, &["at", "risk"])
            && i > run.start + 1
            && (s.is(i - 1, BE)
                || s.any(run.start, &["too"])
                || (run.start..i).any(|j| s.any(j, &["left"]))))
            || s.follows(i, &["harmed", "themselves"])
            || s.any(i, &["neglect", "harmful", "unsafe", "dangerous", "danger"])
                && (run.start..i).any(|j| s.any(j, &["left"]))
    })
}

/// Whether the phrase that starts at `start` is denied, or said to have been mended.
fn negated(s: &Sentence<'_>, start: usize) -> bool {
    (start.saturating_sub(5)..start).any(|j| s.any(j, lists::MENDING))
}
