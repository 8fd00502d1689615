//! What an 'and' after an element of a list does: divide it, belong to it, or end the list.
//!
//! | in the text | the 'and' |
//! | --- | --- |
//! | 'the quality of plans **and** supervision' | divides |
//! | 'attendance in English **and** maths' | belongs to the element |
//! | 'visits were late **and** the plan was weak' | ends the list |

use super::super::phrase::{Run, Sentence};
use super::super::words::*;
use super::Joint;
use super::elements::ends_list;
use super::pairs::is_pair;

/// What an 'and' does.
pub(super) enum And {
    Splits,
    Joins,
    Ends,
}

/// What the 'and' after the element `left` does.
pub(super) fn at_and(s: &Sentence<'_>, left: Run, joint: Joint) -> And {
    let and = left.end;
    let next = and + 1;
    if next >= s.len() || s.is(next, COMMA.or(BREAK).or(CLOSE)) {
        return And::Joins;
    }
    // 'children aged 16 and over'
    if s.any(next, &["above", "over", "under", "upwards"]) && s.is(and.wrapping_sub(1), NUMBER) {
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
    // 'voiced concern about the kitchen and noted a strong smell'
    let says = s.any(next, &["found", "noted", "pointed", "raised", "said", "warned"])
        && (s.is(next + 1, ARTICLE) || s.any(next + 1, &["out", "that"]));
    if says
        || s.is(next, FAULT_CUE)
        || s.any(next, &["highlights", "highlighted", "raises", "warns"])
    {
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
