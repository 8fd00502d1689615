//! Lists in news: items under an introduction that says what they are.
//!
//! | in the text | records |
//! | --- | --- |
//! | 'Partners have been asked to address:' and '- the **voice of fathers**' | required: 'voice of fathers' |
//! | 'By May it had to:' and '>ensure **staff are trained**' | required: 'staff are trained' |

use std::borrow::Cow;

use super::list::{self, Reading as How};
use super::phrase::{Run, Sentence};
use super::required::names_area;
use super::voice::{Side, Sides};
use super::words::{self, *};
use super::{Statement, actions};
use crate::extractor::Reading;
use crate::record::{AreaKind, DocumentKind, ImprovementArea, Passage, Span};
use crate::rule::{Rule, reads};
use crate::tables::areas as lists;
use crate::text::{Block, BlockKind};

pub(super) static BULLETS: Rule = Rule {
    name: "area.bullets",
    about: "Items of a list after words that ask for improvement: 'have been asked to address:'.",
    reads: &[
        reads(
            "Partners share a plan\n\nPartners in the town have been asked to address:\n\n- the [[quality of chronologies]]\n\n- [[health representation at meetings]], which was missing in 11 of 26 records\n\nThey must reply by May.",
            "required: ",
        ),
        reads(
            "Nursery told to act\n\nThe notice sets out what it must do. By May it had to:\n\n>ensure [[staff are trained]]\n\n>put in place [[supervision for all staff]], so that weaknesses are spotted",
            "required: ",
        ),
    ],
    leaves: &[
        "School praised\n\nInspectors liked:\n\n- the quality of teaching\n\n- the warm welcome",
    ],
};

/// What the introduction of a list says that its items are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intro {
    Required,
    Measure,
    /// Areas of concern.
    Weak,
    /// What inspectors found: the items are read as their sentences.
    Found,
}

/// Whether a sentence speaks of things that must improve.
pub(super) fn states_need(s: &Sentence<'_>) -> bool {
    let things = (0..s.len()).any(|i| s.is(i, SUBJECT));
    let need = (0..s.len()).any(|i| {
        s.any(
            i,
            &[
                "must",
                "improve",
                "improvement",
                "better",
                "address",
                "tackle",
                "priority",
                "strengthen",
                "attention",
            ],
        ) || s.follows(i, &["put", "right"])
            || s.any(i, &["recommendations", "recommendation"])
    });
    things && need
}

/// Whether a sentence speaks of steps taken.
pub(super) fn states_steps(s: &Sentence<'_>) -> bool {
    (0..s.len()).any(|i| s.any(i, &["measures", "steps", "changes", "actions", "initiatives"]))
}

/// Whether a sentence speaks of concerns or failings of an inspection's.
pub(super) fn states_faults(s: &Sentence<'_>) -> bool {
    (0..s.len()).any(|i| {
        s.any(i, &["concerns", "failings", "weaknesses", "shortcomings", "breaches", "failures"])
    }) && (0..s.len()).any(|i| s.is(i, INSPECTORATE))
}

/// What the block before a list says of it.
fn intro(
    reading: &Reading<'_>,
    sides: &Sides<'_, '_>,
    block: &Block,
    words: &mut Vec<Word>,
) -> Option<Intro> {
    let text = reading.text;
    let content = block.span.of(text.source);
    let colon = content.trim_end_matches(['“', '"', '”', '\'', ' ']).ends_with(':');
    if !colon
        && !matches!(block.kind, BlockKind::Heading | BlockKind::Header | BlockKind::Headline)
        && !content.ends_with(['?', '-', '–'])
    {
        return None;
    }
    let last = block.sentences.end.checked_sub(1).filter(|n| block.sentences.contains(n))?;
    let sentence = text.sentences[last].span;
    // 'They are:' says nothing without the sentence before it.
    let first = if sentence.len() < 30 && last > block.sentences.start { last - 1 } else { last };
    let start = text.sentences[first].span.start();
    let from = text.source.floor_char_boundary(start.max(sentence.end().saturating_sub(400)));
    words::read(text, &sides.names, Span::new(from, sentence.end()), words);
    let s = Sentence { source: text.source, words };
    if matches!(reading.document.kind, DocumentKind::Report | DocumentKind::Letter) {
        // A report has many lists: only those that say what they are.
        let says = |list: &[&str]| (0..s.len()).any(|i| s.follows(i, list));
        // A visit that reviews the concerns of the last inspection does not state them.
        let reviewed = says(&["reviewed"]) || says(&["looked", "at"]);
        let weak = !reviewed
            && (says(&["areas", "of", "concern"])
                || says(&["key", "concerns"])
                || says(&["weaknesses"]) && colon);
        let required = says(&["needs", "to", "improve"])
            || says(&["need", "to", "improve"])
            || says(&["for", "improvement"])
            || says(&["need", "to", "do", "to", "improve"])
            || says(&["priority", "action"])
            || says(&["recommendations"])
            || says(&["do", "better"])
            || (colon && (says(&["should"]) || says(&["must"]) || says(&["act", "at", "once"])));
        return if required {
            Some(Intro::Required)
        } else if weak {
            Some(Intro::Weak)
        } else {
            None
        };
    }
    let has = |list: &[&str]| (0..s.len()).any(|i| s.any(i, list));
    if has(&[
        "well",
        "strengths",
        "praised",
        "liked",
        "positive",
        "positives",
        "good",
        "strong",
        "impressed",
        "highlights",
    ]) {
        return None;
    }
    if s.len() == 0 || super::voice::attribution(&s, s.len() - 1) == Side::Other {
        return None;
    }
    // An improvement plan or board is no demand.
    let improvement = (0..s.len()).any(|i| {
        s.any(i, &["improvement"])
            && !s.any(i + 1, &["adviser", "board", "journey", "plan", "plans"])
    });
    let asked = improvement
        || has(&[
            "must",
            "should",
            "improve",
            "improved",
            "improvements",
            "address",
            "recommendations",
            "recommended",
            "recommendation",
            "requirements",
            "actions",
            "told",
            "asked",
            "ordered",
            "required",
            "requires",
            "priorities",
            "tasks",
            "better",
        ])
        || (0..s.len()).any(|i| {
            s.any(i, &["had", "has", "have", "needs", "need", "needed"])
                && s.any(i + 1, &["to", "until"])
        })
        || s.follows(s.len().saturating_sub(3), &["put", "right"]);
    let asked = asked || (0..s.len()).any(|i| s.follows(i, &["priority", "action"]));
    let found = has(&[
        "found",
        "noted",
        "weaknesses",
        "failings",
        "concerns",
        "concern",
        "problems",
        "criticisms",
        "shortcomings",
        "discovered",
        "identified",
        "include",
        "included",
        "said",
        "highlighted",
        "saw",
    ]) && (0..s.len()).any(|i| s.is(i, INSPECTORATE) || s.is(i, FAULT_PLACE));
    let steps = has(&[
        "steps",
        "measures",
        "changes",
        "initiatives",
        "plan",
        "introduced",
        "made",
        "since",
        "already",
        "response",
    ]) && !has(&[
        "inspectors",
        "must",
        "ofsted",
        "watchdog",
        "recommendation",
        "recommendations",
        "requirements",
    ]);
    // 'We have:'
    let done = colon && s.len() > 1 && s.is(s.len() - 1, COLON) && s.is(s.len() - 2, HAVE);
    if (steps || done) && !has(&["must", "should", "told"]) {
        Some(Intro::Measure)
    } else if found
        && !has(&["must", "should", "improve", "improvement", "recommendations", "actions"])
        && !(0..s.len()).any(|i| s.follows(i, &["priority", "action"]))
    {
        Some(Intro::Found)
    } else if asked {
        Some(Intro::Required)
    } else {
        None
    }
}

/// Reads the lists of a news text: pushes their areas, and gives for each item's block what its
/// introduction says of it.
pub(super) fn find(
    reading: &Reading<'_>,
    sides: &Sides<'_, '_>,
    taken: &[Span],
    areas: &mut Vec<ImprovementArea>,
) -> Vec<(usize, Intro)> {
    let text = reading.text;
    let mut found = Vec::new();
    let mut words = Vec::new();
    // The introduction that holds, and the block that it is.
    let mut current: Option<(Intro, usize)> = None;
    // Whether the block before was a line of a list that goes on: 'has enough staff; and'.
    let mut open = false;
    // Whether the list that is read has had an item without a number.
    let mut bulleted = false;
    for (number, block) in text.blocks.iter().enumerate() {
        if block.kind == BlockKind::Noise || block.kind == BlockKind::Furniture {
            continue;
        }
        let content = block.content(text.source);
        let labelled = label(content.of(text.source));
        let line = content.of(text.source);
        let unmarked = !sides.is_own()
            && current.is_some_and(|(intro, by)| {
                intro == Intro::Required
                    && text.at(text.blocks[by].span).ends_with(':')
                    && is_line(line, open)
            });
        let is_item = block.marker.is_some() || labelled > 0 || unmarked;
        open = unmarked && goes_on(line);
        let numbered = block
            .marker
            .is_some_and(|m| m.of(text.source).starts_with(|c: char| c.is_ascii_digit()));
        // '3.2 The letter lists areas that must improve:' is a numbered paragraph, and no item; so
        // is '4. Risks' after a list of bullets.
        let paragraph = numbered && !sides.is_own() && (line.ends_with(':') || bulleted);
        if !is_item || paragraph {
            bulleted = false;
            let own = intro(reading, sides, block, &mut words);
            let goes_on = current.is_some()
                && block.span.len() < 60
                && block.span.of(text.source).ends_with(':');
            current = match own {
                Some(Intro::Found) if goes_on => current,
                Some(intro) => Some((intro, number)),
                None if goes_on => current.map(|c| (c.0, number)),
                None => None,
            };
            continue;
        }
        bulleted |= block.marker.is_some() && !numbered;
        let Some((intro, by)) = current else { continue };
        // What the layout of a report has told already.
        let next = taken.partition_point(|t| t.start() <= block.span.end());
        if next.checked_sub(1).is_some_and(|i| taken[i].end() > block.span.start()) {
            continue;
        }
        // Items far from their introduction belong to something else.
        if number - by > 14 {
            continue;
        }
        found.push((number, intro));
        if intro == Intro::Found {
            continue;
        }
        let start = content.start() + labelled;
        let end = text.source.floor_char_boundary(content.end().min(start + 600));
        let span = Span::new(start.min(end), end).trimmed(text.source);
        if span.is_empty() {
            continue;
        }
        words::read(text, &sides.names, span, &mut words);
        let s = Sentence { source: text.source, words: &words };
        let cue = text.sentences[text.blocks[by].sentences.end.saturating_sub(1)].span;
        let kind = match intro {
            Intro::Required => AreaKind::Required,
            Intro::Measure => AreaKind::Measure,
            Intro::Weak | Intro::Found => AreaKind::Weakness,
        };
        // 'must demonstrate that:' before clauses
        let clausal = text.at(text.blocks[by].span).trim_end_matches([':', ' ']).ends_with(" that");
        if let Some((run, name)) = area(&s, sides, number, clausal) {
            let span = s.span(run);
            areas.push(ImprovementArea {
                span,
                text: span.of(text.source).to_owned(),
                name,
                kind,
                cue: Some(Passage::at(text.source, cue)),
                item: Some(Passage::at(text.source, content)),
                tag: None,
                rule: Cow::Borrowed(BULLETS.name),
            });
        }
    }
    found
}

/// Whether a list goes on after one of its lines.
fn goes_on(line: &str) -> bool {
    line.ends_with([';', ',']) || line.ends_with("; and") || line.ends_with(", and")
}

/// Whether a paragraph without a bullet is a line of a list under its introduction: it goes on
/// with the introduction's sentence, or ends like an item. `open`: the line before it did.
fn is_line(line: &str, open: bool) -> bool {
    line.len() < 300 && (open || goes_on(line) || line.starts_with(|c: char| c.is_lowercase()))
}

/// The length of a label that marks an item without a bullet: 'R1 '.
fn label(content: &str) -> usize {
    let bytes = content.as_bytes();
    let labelled =
        bytes.len() > 3 && bytes[0] == b'R' && bytes[1].is_ascii_digit() && bytes[2] == b' ';
    if labelled { 3 } else { 0 }
}

/// The area that an item names: one, however long the item is. `clausal`: it goes on with 'that'.
fn area(
    s: &Sentence<'_>,
    sides: &Sides<'_, '_>,
    number: usize,
    clausal: bool,
) -> Option<(Run, String)> {
    if s.len() == 0 {
        return None;
    }
    let mut x = Statement {
        s,
        sides,
        number,
        assumed: Some(Side::Inspectorate),
        own: false,
        earlier_needs: false,
        earlier_steps: false,
        earlier_faults: false,
        start: 0,
        sayers: std::cell::OnceCell::new(),
        findings: Vec::new(),
    };
    let whole = Run { start: 0, end: s.len() };
    // 'carry out risk assessments by 28 April'
    if s.follows(0, &["carry", "out"]) {
        let end = (2..s.len())
            .find(|&i| s.is(i, COMMA.or(BREAK)) || s.any(i, &["by", "before", "so"]))
            .unwrap_or(s.len());
        let run = s.trimmed(Run { start: 0, end });
        return (run.end > 2).then(|| (run, s.name(run)));
    }
    if s.is(0, IMPROVE.or(KEEP)) || s.any(0, &["ensure", "make"]) {
        let noun =
            s.is(1, PREPOSITION.or(COMMA).or(AND)) && !s.any(1, &["up", "in", "out", "on", "with"]);
        if !noun {
            actions::read(&mut x, 0, whole, &BULLETS, true);
            x.findings.sort_by_key(|f| f.run.start);
            if let Some(first) = x.findings.into_iter().next() {
                return Some((first.run, first.name));
            }
            return None;
        }
    }
    // 'take swift action to fix shortages', 'look again at the curriculum'
    if s.any(0, &["take", "bring", "deal", "do", "drive", "get", "look", "think"]) {
        actions::read(&mut x, 0, whole, &BULLETS, true);
        x.findings.sort_by_key(|f| f.run.start);
        if let Some(first) = x.findings.into_iter().next() {
            return Some((first.run, first.name));
        }
    }
    let mut end = 0;
    while end < s.len() {
        let stops = !(s.is(end, COMMA) && (s.is(end + 1, AND) || (0..end).any(|i| s.is(i, COMMA))))
            && s.is(end, COMMA.or(SEMICOLON).or(COLON).or(DASH).or(STOP))
            && end > 0
            || s.is(end, COMMA) && s.is(end + 1, AND) && end + 2 >= s.len()
            || s.follows(end, &["so", "that"])
            || s.any(end, &["where", "including"]) && end > 0;
        if stops {
            break;
        }
        end += 1;
    }
    // '(the force should make sure that it:) has enough trained staff'
    // and '(the council has:) recruited 22 social workers'.
    // '(we have:) set up a panel'
    let particle = s.is(0, DONE) && s.any(1, &["up", "in", "out"]) && s.is(2, ARTICLE);
    let start = usize::from(particle)
        + usize::from(
            particle
                || s.is(0, DONE)
                    && !s.any(0, lists::STEP_VERBS)
                    && s.is(1, ARTICLE.or(NUMBER).or(QUANTIFIER))
                || s.any(0, &["has", "have"])
                    && (s.is(1, ARTICLE.or(QUANTIFIER)) || s.any(1, &["enough", "sufficient"])),
        );
    let mut run = list::strip(s, Run { start, end }, How::Plain);
    // 'Strategy meetings are not timely': the item is a sentence whose subject is the area.
    if let Some(verb) = (run.start + 1..run.end).find(|&i| s.is(i, AUXILIARY) && s.is_main_verb(i))
        && let Some(subject) = s.subject(verb)
        && !s.any(run.start, &["how", "whether", "what"])
        && !s.is(s.head(s.bare(subject)), PERSON)
        && !clausal
    {
        run = list::strip(s, s.bare(subject), How::Plain);
    }
    // A step names itself, whatever it is: 'launched a practice academy'.
    let step = start > 0 && s.is(0, DONE);
    (!run.is_empty() && (step || names_area(s, run))).then(|| (run, s.name(run)))
}
