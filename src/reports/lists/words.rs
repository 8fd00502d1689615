//! Words and lines of lists: sentences, statements, column heads, due dates.

use crate::record::Span;
use crate::reports::days;
use crate::reports::page::{cut, folded};

/// Words that make a paragraph under a heading a demand.
pub(super) const DEMANDS: [&str; 4] = [" should ", " must ", " need to ", " needs to "];

/// Words that go on with a sentence, so that no item begins or ends with one.
pub(super) const CONJUNCTIONS: [&str; 24] = [
    "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "that", "which", "who",
    "is", "are", "was", "were", "has", "have", "but", "as", "than", "when",
];

/// How long a heading of a list or the head of a column may be.
pub(super) const HEADING: usize = 60;

/// A heading's words: folded, without number before and mark or footnote digit after.
pub(super) fn plain(text: &str) -> String {
    let mut words = folded(text);
    let lead = words.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ' '))).unwrap_or(0);
    words.drain(..lead);
    let tail = words
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '?' | ':' | ' ' | '.' | '*'))
        .len();
    words.truncate(tail);
    words
}

pub(super) fn is_column_head(text: &str) -> bool {
    if text.starts_with("Reg") && text.len() < 130 {
        return matches!(
            folded(text).as_str(),
            "reg. requirement due date" | "regulation requirement due date"
        );
    }
    if text.len() > HEADING && !text.starts_with('(') {
        return false;
    }
    let words = folded(text);
    matches!(
        words.as_str(),
        "requirement"
            | "due date"
            | "requirement due date"
            | "responsible body"
            | "recommendation"
            | "action"
            | "actions"
    ) || (text.starts_with('(') && text.ends_with(')') && words.contains("information for"))
}

pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a line ends a sentence, footnote digits aside.
pub(super) fn ends(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let bare = if bare.ends_with(['.', '!', '?', ';', ')', '”', '’']) { bare } else { text };
    bare.ends_with(['.', '!', '?', ';'])
        || bare.trim_end_matches(['”', '’', ')']).ends_with(['.', '!', '?'])
        || (bare.ends_with(')') && bare.rfind('(').is_some_and(|at| is_tag(&bare[at..])))
}

/// Whether words in brackets are a reference to a framework.
pub(crate) fn is_tag(text: &str) -> bool {
    let words = folded(cut(text, 200));
    let inside = words.trim_start_matches('(');
    ["outcome", "enabler", "principle", "regulation", "standard", "nms "]
        .iter()
        .any(|w| inside.starts_with(w))
        || inside.contains("national framework")
}

/// Whether the lines so far introduce a list: a sentence that ends in a colon.
pub(super) fn introduces(parts: &[Span], source: &str) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    last.of(source).ends_with(':') && {
        let words = folded(first.to(*last).of(source));
        DEMANDS.iter().any(|demand| words.contains(demand))
            || words.contains("following")
            || words.contains("areas")
    }
}

/// Whether a line without a capital begins a noun phrase, as items do, and states nothing.
pub(super) fn starts_phrase(text: &str) -> bool {
    let first = text.split(char::is_whitespace).next().unwrap_or(text);
    text.starts_with(|c: char| c.is_lowercase())
        && !CONJUNCTIONS.contains(&first)
        && !states(&folded(text))
}

/// Whether words are a statement rather than a phrase: whether a verb stands before the first
/// clause of purpose or detail.
pub(super) fn states(words: &str) -> bool {
    let head = words.split([',', ';', ':']).next().unwrap_or(words);
    head.split(' ')
        .take(9)
        .take_while(|w| !matches!(*w, "that" | "which" | "who" | "when" | "to" | "where" | "how"))
        .any(|w| matches!(w, "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will"))
}

/// Whether a line is only a due date or what is left of one.
pub(super) fn is_due(text: &str, line: Span) -> bool {
    text.len() < 24
        && (is_year(text)
            || days::read(text, line.start(), Some(2000))
                .is_some_and(|d| d.span.end() == line.end()))
}
