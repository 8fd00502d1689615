//! Coordination: what a list in a sentence names, item by item.
//!
//! | in the text | items |
//! | --- | --- |
//! | 'the quality of assessments, plans and supervision, and the response to need' | 'quality of assessments', 'quality of plans', 'quality of supervision', 'response to need' |
//! | 'the timeliness and quality of visits' | itself: two qualities of one thing |
//! | 'recruitment and retention' | itself: a fixed pair |
//! | 'attendance in English and maths' | itself: 'maths' goes with 'in' |

use std::sync::LazyLock;

use super::phrase::{Run, Sentence};
use super::words::*;
use crate::tables::areas::{PAIRS, PLAIN_VERBS};

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
        && (s.is(run.end - 1, PREPOSITION) && !s.is(run.end - 2, FINITE)
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

/// Divides the stretch from `start` into elements; also gives where the list ends.
fn elements(s: &Sentence<'_>, start: usize, how: Reading) -> (Vec<Element>, usize) {
    let mut elements: Vec<Element> = Vec::new();
    let (mut i, mut from, mut joint, mut depth) = (start, start, Joint::First, 0usize);
    // Where the element stops that is being read, if before its joint: 'by 12 May'.
    let mut cut: Option<usize> = None;
    let stop = s.len().min(start + 160);
    let mut push = |from: usize, to: usize, joint: Joint| {
        let run = s.trimmed(Run { start: from, end: to });
        if !run.is_empty() && elements.len() < MOST {
            elements.push(Element { run, joint });
        }
    };
    let end = loop {
        if i >= stop {
            push(from, cut.unwrap_or(i), joint);
            break i;
        }
        if i - from > 30 {
            // Too long for the name of anything.
            push(from, cut.unwrap_or(i), joint);
            break i;
        }
        let class = s.words[i].class;
        if class.is(OPEN.or(PAREN_OPEN)) {
            depth += 1;
        } else if class.is(CLOSE.or(PAREN_CLOSE)) {
            if depth == 0 {
                // A quotation that began before the list ends with it.
                push(from, cut.unwrap_or(i), joint);
                break i;
            }
            depth -= 1;
        } else if depth > 0 && !class.is(STOP) {
            // Nothing divides inside brackets and quotation marks.
        } else if class.is(BREAK) && !class.is(SEMICOLON) {
            push(from, cut.unwrap_or(i), joint);
            break i;
        } else if class.is(COMMA) && comma_in_pair(s, i) {
            // 'education, health and care plans'
        } else if class.is(COMMA.or(SEMICOLON)) {
            let semicolon = class.is(SEMICOLON);
            let and = s.is(i + 1, AND);
            let next = i + 1 + usize::from(and);
            if how == Reading::Object && opens_action(s, next) {
                push(from, cut.unwrap_or(i), joint);
                break i;
            }
            if s.any(next, &["which", "who", "whose", "where"]) && !and {
                // An aside: the list may go on after it.
                push(from, cut.unwrap_or(i), joint);
                let Some(after) =
                    (next..stop).find(|&j| s.is(j, COMMA.or(SEMICOLON).or(STOP).or(CLOSE)))
                else {
                    break i;
                };
                if !s.is(after, COMMA.or(SEMICOLON))
                    || ends_list(s, after + 1 + usize::from(s.is(after + 1, AND)))
                {
                    break i;
                }
                joint = if s.is(after + 1, AND) { Joint::CommaAnd } else { Joint::Semicolon };
                i = after + 1 + usize::from(s.is(after + 1, AND));
                from = i;
                cut = None;
                continue;
            }
            if ends_list(s, next) {
                push(from, cut.unwrap_or(i), joint);
                break i;
            }
            push(from, cut.unwrap_or(i), joint);
            joint = match (semicolon, and) {
                (true, _) => Joint::Semicolon,
                (false, true) => Joint::CommaAnd,
                (false, false) => Joint::Comma,
            };
            i = next;
            from = i;
            cut = None;
            continue;
        } else if i > from && class.is(AND) {
            if how == Reading::Object && opens_action(s, i + 1) {
                push(from, cut.unwrap_or(i), joint);
                break i;
            }
            // 'improvements to plans and to supervision'
            let again =
                start > 0 && s.is(i + 1, PREPOSITION) && same(s.word(start - 1), s.word(i + 1));
            if again {
                push(from, cut.unwrap_or(i), joint);
                joint = Joint::CommaAnd;
                i += 2;
                from = i;
                cut = None;
                continue;
            }
            match at_and(s, Run { start: from, end: i }, joint) {
                And::Splits => {
                    push(from, cut.unwrap_or(i), joint);
                    joint = Joint::And;
                    i += 1;
                    from = i;
                    cut = None;
                    continue;
                }
                And::Ends => {
                    push(from, cut.unwrap_or(i), joint);
                    break i;
                }
                And::Joins => {}
            }
        } else if cut.is_none() && i > from && cuts(s, from, i) {
            cut = Some(i);
        } else if i > from
            && s.any(
                i,
                &[
                    "but", "because", "although", "while", "whilst", "despite", "after", "saying",
                    "adding", "warning",
                ],
            )
        {
            push(from, cut.unwrap_or(i), joint);
            break i;
        } else if class.is(AUXILIARY)
            && s.is_main_verb(i)
            && !(from..i).any(|j| s.any(j, &["how", "what", "whether", "why", "if", "way"]))
        {
            // 'the figures councillors are shown', or the subject of something else.
            if joint != Joint::First
                && s.is(from, ARTICLE)
                && (from..i).any(|j| s.is(j, PREPOSITION))
            {
                i += 1;
                continue;
            }
            let subject = !s.has_verb(Run { start: s.clause_start(start), end: start });
            if joint == Joint::First || subject {
                push(from, cut.unwrap_or(i), joint);
            }
            break i;
        }
        i += 1;
    };
    (elements, end)
}

/// Whether the element that started at `from` has said its name before word `i`: 'by 12 May',
/// 'so that', 'where'.
fn cuts(s: &Sentence<'_>, from: usize, i: usize) -> bool {
    (s.any(i, &["by"])
        && (s.is(i + 1, NUMBER)
            || s.any(i + 1, &["the"])
                && s.any(i + 2, &["end", "summer", "spring", "autumn", "start"])
            || is_month(s.word(i + 1))
            || s.word(i + 1).ends_with("ing")))
        || s.follows(i, &["so", "that"])
        || s.any(i, &["from"])
            && (s.is(i + 1, NUMBER)
                || is_month(s.word(i + 1))
                || s.is(i + 1, QUANTIFIER) && s.any(i + 2, &["to"]))
        || s.is(i, QUANTIFIER.or(NUMBER))
            && s.any(i + 1, &["days", "times"])
            && s.any(i + 2, &["a"])
            && !s.is(i - 1, PREPOSITION)
        || s.any(i, &["next", "last", "this"])
            && s.any(
                i + 1,
                &["spring", "summer", "autumn", "winter", "week", "month", "year", "term"],
            )
        || s.follows(i, &["in", "place"])
        || s.any(i, &["in", "on"]) && is_month(s.word(i + 1))
        || s.follows(i, &["in", "order", "to"])
        || s.follows(i, &["as", "a", "matter"])
        || s.follows(i, &["as", "well", "as"])
        || s.follows(i, &["to", "ensure"])
        || s.follows(i, &["to", "make", "sure"])
        || s.follows(i, &["without", "delay"])
        || s.follows(i, &["such", "as"])
        || (s.any(i, &["which"]) && s.is(i + 1, OPEN))
        || (s.any(i, &["to"])
            && s.any(i + 1, &["deal", "address", "tackle", "cope", "oversee", "drive"]))
        || s.any(i, &["where", "including", "before", "until", "since", "rather"])
        || (s.any(i, &["when"]) && s.is(from, QUALITY))
}

pub(super) fn is_month(word: &str) -> bool {
    matches!(
        word,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Christmas"
            | "Easter"
    )
}

/// Whether what starts at `i`, after a comma, is no item: an attribution, an aside, a new clause.
fn ends_list(s: &Sentence<'_>, i: usize) -> bool {
    if i >= s.len() || s.is(i, MARK) && !s.is(i, OPEN) || is_month(s.word(i)) {
        return true;
    }
    if s.any(
        i,
        &[
            "but",
            "so",
            "although",
            "though",
            "while",
            "whilst",
            "because",
            "after",
            "before",
            "following",
            "despite",
            "according",
            "including",
            "particularly",
            "especially",
            "such",
            "with",
            "in",
            "as",
            "when",
            "if",
            "where",
            "it",
            "he",
            "she",
            "they",
            "we",
            "there",
            "said",
            "says",
            "adding",
            "saying",
            "leaving",
            "meaning",
            "making",
            "notably",
            "namely",
            "rather",
            "for",
            "by",
            "at",
            "on",
            "to",
            "under",
            "since",
            "until",
            "however",
            "too",
            "that",
            "not",
            "then",
            "from",
            "whereas",
            "though",
            "even",
            "along",
            "among",
        ],
    ) {
        return true;
    }
    if s.is(i, ARTICLE) && s.is(i + 1, BODY.or(PERSON)) && s.is(i + 2, VERB.or(DONE)) {
        return true;
    }
    // 'inspectors said', 'the report says', 'Ofsted has found'.
    let mut seen = false;
    for j in i..s.len().min(i + 14) {
        if s.is(j, COMMA.or(BREAK).or(OPEN).or(CLOSE)) {
            break;
        }
        if s.any(j, &["how", "what", "whether", "why", "way"]) || (j > i && s.is(j, RELATIVE)) {
            return false;
        }
        // 'the accuracy of the figures councillors are shown' is an item.
        let closes = (j + 1..j + 4).any(|k| k >= s.len() || s.is(k, STOP.or(CLOSE)));
        let reduced = closes
            && s.is(i, ARTICLE)
            && s.is(i + 2, PREPOSITION)
            && s.is(j, AUXILIARY)
            && !s.is(s.skip_adverbs(j + 1), SAYING);
        if reduced {
            return false;
        }
        if seen
            && j > i
            && s.is_main_verb(j)
            && (s.is(j, AUXILIARY)
                || (s.is(j, SAYING) && !s.word(j).ends_with("ed"))
                || s.any(
                    j,
                    &["warned", "added", "concluded", "noted", "stated", "reported", "discovered"],
                ))
        {
            return true;
        }
        seen = true;
    }
    false
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

enum And {
    Splits,
    Joins,
    Ends,
}

/// What the 'and' after the element `left` does.
fn at_and(s: &Sentence<'_>, left: Run, joint: Joint) -> And {
    let and = left.end;
    let next = and + 1;
    if next >= s.len() || s.is(next, COMMA.or(BREAK).or(CLOSE)) {
        return And::Joins;
    }
    // 'commissioning between the council and the board'
    let between =
        (left.start..and).rev().take_while(|&j| !s.is(j, AND)).any(|j| s.any(j, &["between"]));
    if is_pair(s, and) || between {
        return And::Joins;
    }
    let clausal = s.any(left.start, &["how", "whether", "what", "why", "way"])
        || s.any(left.start + 1, &["way"]);
    // ', and the school put matters right'
    if s.is(next, ARTICLE) && s.is(next + 1, BODY.or(PERSON)) && s.is(next + 2, VERB.or(DONE)) {
        return And::Ends;
    }
    if s.any(next, &["how", "whether", "what", "why"])
        || s.is(next, ARTICLE) && s.any(next + 1, &["way"])
    {
        return And::Splits;
    }
    // ', that it keep records and that it review complaints'
    if s.any(next, &["that"]) && s.is(next + 1, BODY.or(ARTICLE).or(PERSON)) {
        return And::Ends;
    }
    if s.opens_clause(next) && !clausal && !s.is(next, ARTICLE) {
        return And::Ends;
    }
    if s.is(next, ARTICLE) {
        return if s.opens_clause(next) && (joint == Joint::First || ends_list(s, next)) {
            And::Ends
        } else {
            And::Splits
        };
    }
    if s.is(next, DOING)
        && s.is(left.start.wrapping_sub(1), DOING)
        && s.is(next + 1, ARTICLE.or(NUMBER).or(QUANTIFIER))
    {
        return And::Ends;
    }
    if s.is(next, DONE)
        && (s.is(next + 1, ARTICLE.or(NUMBER).or(QUANTIFIER).or(PREPOSITION).or(COMPARATIVE))
            || s.any(next + 1, &["up", "out", "aside"]))
    {
        // 'merged two teams and moved the health lead': the next verb of the same subject.
        return And::Ends;
    }
    if s.is(next, FAULT_CUE) || s.any(next, &["highlights", "highlighted", "raises", "warns"]) {
        return And::Ends;
    }
    if s.is(next, AUXILIARY) || clausal {
        return And::Joins;
    }
    if matches!(joint, Joint::Comma) {
        return And::Splits;
    }
    let right_end = (next..s.len().min(next + 12))
        .find(|&j| {
            s.is(j, COMMA.or(BREAK).or(AND).or(CLOSE)) || s.any(j, &["so", "where", "which"])
        })
        .unwrap_or(s.len().min(next + 12));
    let right = Run { start: next, end: right_end };
    let starts = COMPARATIVE.or(FAULT_ATTRIBUTE).or(FAULT_NOUN);
    if s.is(right.start, starts)
        && (s.is(left.start, starts.or(ARTICLE))
            || s.any(right.start, &["better", "stronger", "poor", "weak"]))
    {
        return And::Splits;
    }
    if s.word(right.start).ends_with("ing")
        && s.word(left.start).ends_with("ing")
        && right.end > right.start + 1
    {
        return And::Splits;
    }
    if s.is(right.start, DOING) && right.end > right.start + 1 && s.is(left.start, DOING) {
        return And::Splits;
    }
    // 'a pay supplement for social workers and 14 extra posts'
    if s.is(right.start, NUMBER)
        && right.end > right.start + 1
        && !s.is(left.end - 1, NUMBER)
        && !s.is(right.start + 1, PREPOSITION.or(NUMBER))
        && !s.any(left.end - 1, &["aged", "years", "stages", "levels"])
    {
        return And::Splits;
    }
    let preposition = (left.start + 1..left.end).find(|&i| s.is(i, PREPOSITION));
    let Some(at) = preposition else { return And::Splits };
    // 'the quality of plans and supervision', 'a lack of challenge and support for staff'.
    let heads = s.is(at - 1, QUALITY) || s.is(at - 1, FAULT_NOUN);
    let only = !(at + 1..left.end).any(|i| s.is(i, PREPOSITION.or(RELATIVE)));
    if s.any(at, &["of"]) && heads && only && !s.is(left.start + 1, FAULT_PLACE) {
        return And::Splits;
    }
    // 'the timeliness of visits and quality of plans'.
    let own = (right.start + 1..right.end.min(right.start + 3)).any(|i| s.any(i, &["of", "for"]));
    if own && s.is(right.start, QUALITY) {
        return And::Splits;
    }
    And::Joins
}

/// Whether the comma at `comma` stands inside a fixed pair.
pub(super) fn comma_in_pair(s: &Sentence<'_>, comma: usize) -> bool {
    comma > 0
        && FIXED.iter().any(|pair| {
            pair.comma
                && same(s.word(comma - 1), pair.words[0])
                && pair.words[1..]
                    .iter()
                    .enumerate()
                    .all(|(n, word)| same(s.word(comma + 1 + n), word))
        })
}

/// A fixed pair ('children, young people and families').
struct Pair {
    /// Its words without marks.
    words: Vec<&'static str>,
    /// How many of them stand before its 'and'.
    before: usize,
    /// Whether a comma follows the first.
    comma: bool,
}

static FIXED: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    PAIRS
        .iter()
        .map(|pair| {
            let words = pair.split_whitespace().map(|word| word.trim_end_matches(','));
            let before =
                words.clone().take_while(|word| !matches!(*word, "and" | "and/or")).count();
            let comma = pair.split(' ').next().is_some_and(|first| first.ends_with(','));
            Pair { words: words.collect(), before, comma }
        })
        .collect()
});

/// Whether the 'and' at `and` stands inside a fixed pair.
fn is_pair(s: &Sentence<'_>, and: usize) -> bool {
    FIXED.iter().any(|pair| {
        let (left, right) = pair.words.split_at(pair.before);
        // Marks are words of their own here: step over a comma inside the pair.
        let mut at = and;
        for word in left.iter().rev() {
            let Some(mut previous) = at.checked_sub(1) else { return false };
            if s.is(previous, COMMA) {
                let Some(step) = previous.checked_sub(1) else { return false };
                previous = step;
            }
            if !same(s.word(previous), word) {
                return false;
            }
            at = previous;
        }
        right.iter().skip(1).enumerate().all(|(n, word)| same(s.word(and + 1 + n), word))
    })
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
