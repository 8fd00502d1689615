//! Coordination: what a list in a sentence names, item by item.
//!
//! | in the text | items |
//! | --- | --- |
//! | 'the quality of assessments, plans and supervision, and the response to need' | 'quality of assessments', 'quality of plans', 'quality of supervision', 'response to need' |
//! | 'the timeliness and quality of visits' | itself: two qualities of one thing |
//! | 'recruitment and retention' | itself: a fixed pair |
//! | 'attendance in English and maths' | itself: 'maths' goes with 'in' |
//!
//! [`elements`] divides a stretch at its joints, [`conjunction`] tells what an 'and' does, [`pairs`]
//! knows what is never divided. Here elements become items.

mod conjunction;
mod elements;
mod pairs;

use self::elements::elements;
pub(super) use self::elements::is_month;
pub(super) use self::pairs::comma_in_pair;
use super::phrase::{Run, Sentence};
use super::words::*;
use crate::tables::areas::PLAIN_VERBS;

/// The most items that one list may have.
const MOST: usize = 24;

/// An item: where it stands and its name in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub run: Run,
    pub name: String,
}

/// How a list is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Noun phrases; 'better' and the like are dropped: 'better use of data' is 'use of data'.
    Required,
    /// The same after a verb that others may follow: 'improve visits and cut delays'.
    Object,
    /// Noun phrases as they stand.
    Plain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    First,
    Comma,
    And,
    CommaAnd,
    Semicolon,
}

struct Element {
    run: Run,
    joint: Joint,
}

/// The items of the list of noun phrases that starts at `start`, and where the list ends.
pub(super) fn items(s: &Sentence<'_>, start: usize, how: Reading) -> (Vec<Item>, usize) {
    let (mut elements, end) = elements(s, start, how);
    merge_prepositional(s, &mut elements);
    merge_qualities(s, &mut elements, how);
    let mut items = Vec::new();
    // 'quality of', while its bare followers share it, and whether they do.
    let mut shared: Option<Run> = None;
    for (number, element) in elements.iter().enumerate() {
        let run = strip(s, element.run, how);
        if run.is_empty() {
            continue;
        }
        let mut name = s.name(run);
        let of = quality_of(s, run);
        if of.is_some() {
            shared = of.filter(|_| closes_with_and(s, &elements[number + 1..]));
        } else if element.joint == Joint::First
            || matches!(element.joint, Joint::CommaAnd | Joint::Semicolon)
            || !is_bare(s, element.run)
        {
            shared = None;
        } else if let Some(of) = shared {
            name = format!("{} {name}", s.name(of));
        }
        items.push(Item { run, name });
    }
    (items, end)
}

/// The 'quality of' that opens the run.
fn quality_of(s: &Sentence<'_>, run: Run) -> Option<Run> {
    let of = (run.start..run.end.min(run.start + 3)).find(|&i| s.any(i, &["of"]))?;
    let takes = of > run.start && (s.is(of - 1, QUALITY) || s.is(run.start, FAULT_NOUN));
    (takes && of + 1 < run.end).then_some(Run { start: run.start, end: of + 1 })
}

/// Whether the bare elements that come next are closed by an 'and' without a comma.
fn closes_with_and(s: &Sentence<'_>, next: &[Element]) -> bool {
    let group = next
        .iter()
        .take_while(|e| matches!(e.joint, Joint::Comma | Joint::And) && is_bare(s, e.run));
    group.last().is_some_and(|last| last.joint == Joint::And)
}

/// Whether an element is a noun without article or preposition, so that it may share those of
/// the element before.
fn is_bare(s: &Sentence<'_>, run: Run) -> bool {
    run.end - run.start <= 3
        && !s.is(run.start, ARTICLE.or(COMPARATIVE).or(FAULT_ATTRIBUTE).or(FAULT_NOUN))
        && !(run.start..run.end)
            .any(|i| s.is(i, PREPOSITION) || s.any(i, &["how", "whether", "what"]))
}

/// 'plans in art, geography and design' is one item: single words after 'in one word'.
fn merge_prepositional(s: &Sentence<'_>, elements: &mut Vec<Element>) {
    if elements.len() < 3 {
        return;
    }
    let first = elements[0].run;
    let hangs = first.end - first.start >= 3
        && s.any(first.end - 2, &["in", "across", "for", "between", "with"]);
    let bare = elements[1..].iter().all(|e| e.run.end - e.run.start == 1);
    if hangs && bare {
        let end = elements[elements.len() - 1].run.end;
        elements.truncate(1);
        elements[0].run.end = end;
    }
}

/// 'the timeliness and quality of visits' is one item: two qualities of the same thing.
fn merge_qualities(s: &Sentence<'_>, elements: &mut Vec<Element>, how: Reading) {
    let mut number = 0;
    while number + 1 < elements.len() {
        let left = strip(s, elements[number].run, how);
        let next = &elements[number + 1];
        let right = strip(s, next.run, how);
        if next.joint == Joint::And
            && left.end - left.start == 1
            && s.is(left.start, QUALITY)
            && s.is(right.start, QUALITY)
            && quality_of(s, right).is_some()
        {
            elements[number].run.end = next.run.end;
            elements.remove(number + 1);
        }
        number += 1;
    }
}

/// The run without what opens it and is no part of its name.
pub(super) fn strip(s: &Sentence<'_>, run: Run, how: Reading) -> Run {
    let mut run = s.trimmed(run);
    while run.start + 1 < run.end {
        let drops = s.is(run.start, ARTICLE)
            || s.any(run.start, &["both", "also", "more", "on", "in", "around", "some"])
            || (how != Reading::Plain && s.is(run.start, COMPARATIVE));
        let keeps = s.any(run.start, &["more", "on", "in", "around"]) && how == Reading::Plain;
        if !drops || keeps {
            break;
        }
        run.start += 1;
    }
    // '(better support and) urgent improvements in the cleanliness of cells'
    if how != Reading::Plain
        && let Some(noun) = (run.start..run.end.min(run.start + 2))
            .find(|&i| s.any(i, &["improvement", "improvements"]))
        && s.any(noun + 1, &["in", "to"])
        && noun + 2 < run.end
    {
        run.start = noun + 2 + usize::from(s.is(noun + 2, ARTICLE) && noun + 3 < run.end);
    }
    while run.start + 1 < run.end
        // 'the data they relied on'
        && (s.is(run.end - 1, PREPOSITION)
            && !s.is(run.end - 2, FINITE)
            && !s.any(run.end - 2, &["dealt"])
            // 'children aged 16 and over'
            && !(s.is(run.end - 2, AND) && s.is(run.end.wrapping_sub(3), NUMBER))
            || s.any(
                run.end - 1,
                &[
                    "quickly",
                    "urgently",
                    "immediately",
                    "further",
                    "now",
                    "also",
                    "too",
                    "soon",
                    "overall",
                ],
            ))
    {
        run.end -= 1;
    }
    s.trimmed(run)
}

/// Whether the verb at `i` is one with its particle, and the object after both: 'bring down
/// caseloads', 'deal with complaints'.
pub(super) fn has_particle(s: &Sentence<'_>, i: usize) -> bool {
    s.any(i, &["bring", "drive"]) && s.any(i + 1, &["down", "up"])
        || s.follows(i, &["deal", "with"])
}

/// Whether an action starts at `i`: '(to) improve X', '(to) involve parents'.
pub(super) fn opens_action(s: &Sentence<'_>, mut i: usize) -> bool {
    while s.is(i, ADVERB.or(OPEN)) || s.any(i, &["to", "also", "then", "both"]) {
        i += 1;
    }
    if s.any(i, &["ensure", "do"])
        || s.follows(i, &["make", "sure"])
        || s.follows(i, &["put", "in"])
        || s.follows(i, &["put", "right"])
        || s.follows(i, &["get", "to"])
        || s.follows(i, &["check", "that"])
        || s.follows(i, &["sort", "out"])
        || s.follows(i, &["speed", "up"])
        || s.follows(i, &["make", "better"])
        || s.follows(i, &["carry", "out"])
        || s.follows(i, &["set", "out"]) && s.is(i + 2, ARTICLE)
        || s.follows(i, &["see", "to", "it"])
        || s.follows(i, &["see", "that"])
        || s.any(i, &["make"])
            && s.is(i + 1, ARTICLE)
            && (i + 2..i + 8).any(|j| s.any(j, &["easier", "safe", "safer", "simpler"]))
        || s.any(i, &["assure", "satisfy"]) && s.any(i + 2, &["that"])
        || has_particle(s, i)
        || s.any(i, &["look", "think"]) && s.any(i + 1, &["again"])
        || s.any(i, &["review", "rethink", "revisit"]) && s.any(i + 1, &["how", "whether"])
        || s.any(i, &["take"]) && s.any(i + 1, &["action", "steps"]) && s.any(i + 2, &["to"])
        || s.any(i, &["demonstrate", "show"]) && s.any(i + 1, &["that"])
    {
        return true;
    }
    s.is(i, IMPROVE.or(KEEP))
        && !s.is(i + 1, PREPOSITION.or(COMMA).or(BREAK).or(AND).or(VERB).or(CLOSE))
        && i + 1 < s.len()
        // A plain noun after it: 'training programme' is a noun phrase, 'involve parents' is not.
        && (s.is(i, IMPROVE)
            || s.any(i, PLAIN_VERBS)
            || s.is(i + 1, ARTICLE.or(QUANTIFIER).or(PERSON).or(COMPARATIVE))
            || (i > 0 && s.any(i - 1, &["to"])))
        && !(s.any(i, &["review", "support", "focus", "plan", "work", "use", "record", "target", "clear", "lower", "present", "complete", "clean", "set", "address", "challenge", "monitor", "offer", "stop", "visit"])
            && !s.is(i + 1, ARTICLE.or(QUANTIFIER)) && !(i > 0 && s.any(i - 1, &["to"])) )
}

#[cfg(test)]
mod tests {
    use super::super::names::Names;
    use super::super::words;
    use super::*;
    use crate::record::Span;
    use crate::text;

    #[track_caller]
    fn names(source: &str, how: Reading, expected: &[&str]) {
        let text = text::read(source);
        let mut found = Vec::new();
        words::read(&text, &Names::default(), Span::new(0, source.len()), &mut found);
        let s = Sentence { source, words: &found };
        let names: Vec<_> = items(&s, 0, how).0.into_iter().map(|i| i.name).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn a_quality_is_shared_by_the_bare_nouns_that_an_and_closes() {
        use Reading::Required;
        names(
            "the quality of assessments, plans and supervision, and the response to need.",
            Required,
            &[
                "quality of assessments",
                "quality of plans",
                "quality of supervision",
                "response to need",
            ],
        );
        names(
            "the speed of decisions, management oversight, and support for carers, inspectors said.",
            Required,
            &["speed of decisions", "management oversight", "support for carers"],
        );
        names(
            "the timeliness and quality of visits.",
            Required,
            &["timeliness and quality of visits"],
        );
    }

    #[test]
    fn and_joins_what_belongs_together() {
        use Reading::Plain;
        names("recruitment and retention.", Plain, &["recruitment and retention"]);
        names("attendance in English and maths.", Plain, &["attendance in English and maths"]);
        names("planning and supervision.", Plain, &["planning", "supervision"]);
        names(
            "plans in art, geography and design.",
            Plain,
            &["plans in art, geography and design"],
        );
        names(
            "the quality of education, health and care plans, and visits.",
            Plain,
            &["quality of education, health and care plans", "visits"],
        );
    }

    #[test]
    fn lists_end_where_something_else_starts() {
        use Reading::Required;
        names(
            "better oversight of staff, according to the letter.",
            Required,
            &["oversight of staff"],
        );
        names(
            "the support of carers by 12 May and a stronger offer.",
            Required,
            &["support of carers", "offer"],
        );
        names(
            "the accuracy of data, which was poor, and the use of audits.",
            Required,
            &["accuracy of data", "use of audits"],
        );
    }
}
