//! The elements of a list in a sentence: where each starts, where it has said its name, where the
//! list ends.

use super::super::phrase::{Run, Sentence};
use super::super::words::*;
use super::conjunction::{And, at_and};
use super::pairs::comma_in_pair;
use super::{Element, Joint, MOST, Reading, opens_action};

/// Divides the stretch from `start` into elements; also gives where the list ends.
pub(super) fn elements(s: &Sentence<'_>, start: usize, how: Reading) -> (Vec<Element>, usize) {
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
            // 'to focus on supervision, on recruitment and on how it uses data'
            if start > 0 && s.is(next, PREPOSITION) && same(s.word(start - 1), s.word(next)) {
                push(from, cut.unwrap_or(i), joint);
                joint = Joint::Semicolon;
                i = next + 1;
                from = i;
                cut = None;
                continue;
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
            let split = if again {
                Some((Joint::CommaAnd, 2))
            } else {
                match at_and(s, Run { start: from, end: i }, joint) {
                    And::Splits => Some((Joint::And, 1)),
                    And::Ends => {
                        push(from, cut.unwrap_or(i), joint);
                        break i;
                    }
                    And::Joins => None,
                }
            };
            if let Some((next, words)) = split {
                push(from, cut.unwrap_or(i), joint);
                joint = next;
                i += words;
                from = i;
                cut = None;
                continue;
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
        || s.follows(i, &["in", "charge"])
        || s.any(i, &["in", "on"]) && is_month(s.word(i + 1))
        || s.any(i, &["during", "over"])
            && s.any(i + 1, &["the"])
            && s.any(i + 2, &["autumn", "coming", "next", "spring", "summer", "weekend", "winter"])
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

pub(in crate::areas) fn is_month(word: &str) -> bool {
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
pub(super) fn ends_list(s: &Sentence<'_>, i: usize) -> bool {
    if i >= s.len() || s.is(i, MARK) && !s.is(i, OPEN) || is_month(s.word(i)) {
        return true;
    }
    // '; the second, that they improve X'
    if s.is(i, ARTICLE)
        && s.any(i + 1, &["first", "other", "second", "third"])
        && s.is(i + 2, COMMA)
    {
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
            "branding",
            "calling",
            "describing",
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
