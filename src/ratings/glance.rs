//! A glance at a word for a grade, before its sentence is read: most are everyday use.
//!
//! | in the text | worth reading |
//! | --- | --- |
//! | 'rated **good** for', '**good**.', '“**good**”' | yes |
//! | '**good** progress', '**effective** support' | no |
//! | '**met** with families' | no |

use crate::record::Span;
use crate::tables::ratings::FOLLOW;
use crate::text::Text;

/// Whether the trigger word at byte `at` may be part of a rating.
pub(super) fn is_worth_reading(text: &Text<'_>, sentence: Span, at: usize) -> bool {
    let source = text.source;
    let bytes = source.as_bytes();
    let end = (at..sentence.end()).find(|&i| !is_letter(bytes[i])).unwrap_or(sentence.end());
    let word = &source[at..end];
    let (gap, next) = word_after(source, end, sentence.end());
    let lower = |list: &[&str], word: &str| list.iter().any(|w| w.eq_ignore_ascii_case(word));
    let first = bytes[at].to_ascii_lowercase();
    match first {
        // met, meets, meeting, mark, marks
        b'm' if lower(&["met", "meets", "meeting", "meet"], word) => {
            let around = near(source, sentence, at, 220);
            contains(around, "tandard")
                || contains(around, "equirement")
                || contains(around, "afeguarding")
                || contains(around, "outcome")
        }
        b'e' if lower(&["effective"], word) => {
            contains(near(source, sentence, at, 140), "afeguarding")
        }
        b'i' if lower(&["ineffective"], word) => {
            contains(near(source, sentence, at, 140), "afeguarding")
        }
        b'n' if lower(&["needs", "need", "needing"], word) => {
            lower(&["attention", "urgent", "improvement"], next)
        }
        b'r' if lower(&["requires", "require", "required", "requiring"], word) => {
            lower(&["improvement", "significant", "urgent"], next)
        }
        b'r' if lower(&["reasonably"], word) => lower(&["good"], next),
        b'r' | b's' | b'l'
            if lower(&["reasonable", "strong", "limited"], word)
                && contains(near(source, sentence, at, 60), "contribution to") =>
        {
            true
        }
        b'r' if lower(&["reasonable"], word) => false,
        b'r' if lower(&["ri"], word) => word == "RI",
        b'v' if lower(&["very"], word) => lower(&["good"], next),
        b'u' if lower(&["urgent"], word) => lower(&["improvement"], next),
        b's' if lower(&["strong"], word) => lower(&["standard", "standards"], next) || !gap,
        b'e' if lower(&["expected"], word) => lower(&["standard", "standards"], next) || !gap,
        b'l' | b't' if lower(&["limited", "sustained"], word) => false,
        b't' if lower(&["typically"], word) => lower(&["lead", "leads", "led", "positive"], next),
        b'w' if lower(&["widespread"], word) => lower(&["and", "or"], next),
        b'i' if lower(&["inconsistent"], word) => lower(&["experiences"], next),
        b'g' if lower(&["grade", "grades"], word) => true,
        // 'graded 5', on the scale of the Care Inspectorate
        b'g' if lower(&["graded"], word) => {
            let figure = bytes[end..sentence.end()].iter().find(|b| **b != b' ');
            figure.is_some_and(u8::is_ascii_digit)
                || ["two", "three", "four", "five", "six"].contains(&next)
        }
        _ if lower(
            &[
                "rating",
                "ratings",
                "mark",
                "marks",
                "judgement",
                "judgements",
                "category",
                "verdict",
                "band",
                "score",
                "step",
                "notch",
                "rung",
                "scored",
                "upgraded",
                "downgraded",
                "improved",
                "declined",
                "limited",
                "sustained",
            ],
            word,
        ) =>
        {
            stands_in(source, sentence, at, word)
        }
        // Adjectives: before a lower-case noun they are everyday use, unless the noun is of grading.
        _ => {
            if !gap || next.is_empty() {
                return true;
            }
            let plain = next.as_bytes()[0].is_ascii_lowercase();
            if !plain {
                return true;
            }
            FOLLOW.binary_search(&next).is_ok() || is_of_grading(next)
        }
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'-'
}

/// The word after byte `at`, and whether only a space stands between.
fn word_after(source: &str, at: usize, end: usize) -> (bool, &str) {
    let bytes = source.as_bytes();
    let mut start = at;
    while start < end && matches!(bytes[start], b' ' | b'\n') {
        start += 1;
    }
    let gap = start > at;
    let mut stop = start;
    while stop < end && is_letter(bytes[stop]) && stop - start < 24 {
        stop += 1;
    }
    (gap && stop > start, &source[start..stop])
}

/// Nouns before which an adjective may be a grade.
fn is_of_grading(next: &str) -> bool {
    matches!(
        next,
        "rating"
            | "ratings"
            | "grade"
            | "grades"
            | "grading"
            | "judgement"
            | "judgements"
            | "judgment"
            | "verdict"
            | "category"
            | "band"
            | "status"
            | "badge"
            | "mark"
            | "school"
            | "nursery"
            | "college"
            | "home"
            | "hospital"
            | "council"
            | "provider"
            | "behaviour"
            | "leadership"
            | "teaching"
            | "personal"
            | "early"
            | "sixth"
            | "sixth-form"
            | "quality"
            | "attendance"
            | "features"
            | "feature"
            | "aspects"
            | "service"
            | "services"
            | "achievement"
            | "inclusion"
            | "curriculum"
            | "education"
            | "outcome"
            | "ofsted"
            | "authority"
            | "improvement"
            | "standard"
            | "academy"
            | "care"
            | "contribution"
            | "provision"
            | "wellbeing"
            | "outcomes"
            | "management"
            | "primary"
            | "secondary"
            | "pre-school"
            | "childminder"
            | "trust"
            | "force"
            | "safeguarding"
    )
}

/// Up to `reach` bytes before and after `at` in the sentence.
fn near(source: &str, sentence: Span, at: usize, reach: usize) -> &[u8] {
    let from = at.saturating_sub(reach).max(sentence.start());
    let to = (at + reach).min(sentence.end());
    &source.as_bytes()[from..to]
}

fn contains(bytes: &[u8], word: &str) -> bool {
    memchr::memmem::find(bytes, word.as_bytes()).is_some()
}

/// Whether 'top', 'lowest', 'same', a number stand with a noun of grading.
fn stands_in(source: &str, sentence: Span, at: usize, word: &str) -> bool {
    if word.eq_ignore_ascii_case("scored")
        || word.eq_ignore_ascii_case("upgraded")
        || word.eq_ignore_ascii_case("downgraded")
    {
        return true;
    }
    let from = at.saturating_sub(40).max(sentence.start());
    let before = &source.as_bytes()[from..at];
    [
        "top", "highest", "lowest", "bottom", "best", "worst", "second", "one ", "same", "Top",
        "Highest", "Lowest", "Bottom", "Best", "One ", "a ",
    ]
    .iter()
    .any(|word| contains(before, word))
}
