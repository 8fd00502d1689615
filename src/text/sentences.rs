use std::sync::LazyLock;

use super::blocks::{Block, BlockKind};
use crate::lexicon::{Lexicon, UNKNOWN};
use crate::record::Span;
use crate::tables::text::{ABBREVIATIONS, CLOSING_ABBREVIATIONS, MONTH_ABBREVIATIONS};

/// A sentence, without white space at its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub span: Span,
    /// The number of its block.
    pub block: usize,
}

/// Divides into sentences each block that is `wanted`, and tells the blocks which are theirs. Of
/// the others each is one sentence.
pub(super) fn sentences(
    source: &str,
    blocks: &mut [Block],
    mut wanted: impl FnMut(Span) -> bool,
) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(blocks.len());
    for (number, block) in blocks.iter_mut().enumerate() {
        let first = sentences.len();
        let content = block.content(source);
        let mut push = |span: Span| {
            let span = span.trimmed(source);
            if !span.is_empty() {
                sentences.push(Sentence { span, block: number });
            }
        };
        if block.kind == BlockKind::Furniture || !wanted(block.span) {
            push(content);
        } else {
            // Where the sentence starts, and how far the text is read.
            let (mut start, mut done) = (content.start(), content.start());
            let words = content.of(source).as_bytes();
            for found in memchr::memchr3_iter(b'.', b'!', b'?', words) {
                let at = content.start() + found;
                if at < done {
                    continue;
                }
                let (end, ends) = stops(source, content, at);
                if ends {
                    push(Span::new(start, end));
                    start = end;
                }
                done = end;
            }
            push(Span::new(start, content.end()));
        }
        block.sentences = first..sentences.len();
    }
    sentences
}

/// Where the run of stops and closing marks that starts at byte `at` ends, and whether the
/// sentence ends there too.
fn stops(source: &str, block: Span, at: usize) -> (usize, bool) {
    if is_plain_end(source.as_bytes(), block, at) {
        return (at + 1, true);
    }
    let rest = &source[at..block.end()];
    let closers =
        |c: char| matches!(c, '.' | '!' | '?' | '…' | '”' | '’' | '"' | '\'' | ')' | ']' | '»');
    let tail = rest.find(|c| !closers(c)).unwrap_or(rest.len());
    (at + tail, ends_sentence(source, block, at, tail))
}

/// Whether a sentence ends with the `tail` bytes of stops and closing marks at byte `at`.
fn ends_sentence(source: &str, block: Span, at: usize, tail: usize) -> bool {
    let after = &source[at + tail..block.end()];
    let follows = after.trim_start();
    if follows.is_empty() {
        return true;
    }
    if follows.len() == after.len() {
        // Footnote digits glued to the stop ('harm.2 Since') are let be.
        return false;
    }
    let follows = follows.trim_start_matches(['“', '‘', '"', '\'', '(', '[', '«']);
    if follows.starts_with(char::is_lowercase) {
        return false;
    }
    let point = tail == 1 && source.as_bytes()[at] == b'.';
    !point || stop_ends(source, block, at, follows)
}

/// Whether a word too long for an abbreviation stands before the stop at byte `at`, and a space
/// and a capital after it, as at the end of most sentences.
fn is_plain_end(source: &[u8], block: Span, at: usize) -> bool {
    at + 2 < block.end()
        && at > block.start() + LONGEST_ABBREVIATION
        && source[at + 1] == b' '
        && source[at + 2].is_ascii_uppercase()
        && source[at - LONGEST_ABBREVIATION - 1..at].iter().all(u8::is_ascii_lowercase)
}

/// The length in bytes of the longest abbreviation.
const LONGEST_ABBREVIATION: usize = 7;

/// The abbreviations of all lists.
static ABBREVIATED: LazyLock<Lexicon> = LazyLock::new(|| {
    let lists = [ABBREVIATIONS, CLOSING_ABBREVIATIONS, MONTH_ABBREVIATIONS];
    Lexicon::of(lists.into_iter().flatten().copied())
});

/// Whether the full stop at byte `at` ends a sentence, rather than an abbreviation or initial.
fn stop_ends(source: &str, block: Span, at: usize, follows: &str) -> bool {
    let before = &source[block.start()..at];
    // Abbreviations are short: eight bytes back, to a character boundary, are enough.
    let from = before.ceil_char_boundary(before.len().saturating_sub(12));
    let word_start = before[from..]
        .rfind(|c: char| !(c.is_alphanumeric() || c == '.'))
        .map_or(from, |i| from + i + before[from + i..].chars().next().map_or(1, char::len_utf8));
    let word = &before[word_start..];
    if word.is_empty() || word.len() > LONGEST_ABBREVIATION {
        return true;
    }
    // Most words before a stop are no abbreviation of any kind.
    if word.len() > 1 && !word.contains('.') && ABBREVIATED.number(word.as_bytes()) == UNKNOWN {
        return true;
    }
    let lower = word.to_lowercase();
    let capitalised = follows.starts_with(char::is_uppercase);
    if CLOSING_ABBREVIATIONS.binary_search(&lower.as_str()).is_ok() {
        return capitalised && starts_sentence(follows);
    }
    if MONTH_ABBREVIATIONS.binary_search(&lower.as_str()).is_ok()
        && word.starts_with(char::is_uppercase)
    {
        return !follows.starts_with(|c: char| c.is_ascii_digit());
    }
    if word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase()) && word != "I" {
        return starts_sentence(follows);
    }
    if ABBREVIATIONS.binary_search(&lower.as_str()).is_ok() {
        let number_word = matches!(
            lower.as_str(),
            "no" | "nos" | "p" | "pp" | "ch" | "fig" | "para" | "paras" | "art" | "ed" | "est"
        );
        return number_word && !follows.starts_with(|c: char| c.is_ascii_digit());
    }
    // 'U.S.', 'p.m.', 'J.K.'
    if lower.contains('.') && lower.split('.').all(|part| part.len() <= 1) {
        return capitalised && starts_sentence(follows);
    }
    true
}

/// Whether text starts with a word that starts sentences and is no part of a name.
fn starts_sentence(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    matches!(
        word,
        "The"
            | "A"
            | "An"
            | "He"
            | "She"
            | "It"
            | "They"
            | "We"
            | "I"
            | "In"
            | "On"
            | "At"
            | "But"
            | "And"
            | "This"
            | "That"
            | "These"
            | "Those"
            | "There"
            | "His"
            | "Her"
            | "Its"
            | "Their"
            | "Our"
            | "If"
            | "When"
            | "While"
            | "After"
            | "Before"
            | "For"
            | "As"
            | "However"
            | "Inspectors"
            | "Ofsted"
            | "Children"
            | "Leaders"
            | "Pupils"
            | "Staff"
            | "What"
            | "Some"
            | "Many"
            | "Most"
            | "Not"
            | "No"
            | "So"
            | "To"
            | "You"
            | "By"
            | "With"
            | "From"
            | "Since"
    )
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[track_caller]
    fn splits(source: &str, expected: &[&str]) {
        let text = read(source);
        let found: Vec<_> = text.sentences.iter().map(|s| s.span.of(source)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_sentences() {
        splits(
            "Cllr. J. Day of St. Anne's said no. 3 cost £1.5m. Mr. Lee v. Mrs. Roe was heard at 9 a.m. on Jan. 5. It ended.",
            &[
                "Cllr. J. Day of St. Anne's said no. 3 cost £1.5m.",
                "Mr. Lee v. Mrs. Roe was heard at 9 a.m. on Jan. 5.",
                "It ended.",
            ],
        );
        splits(
            "She said no. He left at 5 p.m. The end.",
            &["She said no.", "He left at 5 p.m.", "The end."],
        );
        splits(
            "St Mary's C of E Primary is small. It grew.",
            &["St Mary's C of E Primary is small.", "It grew."],
        );
    }

    #[test]
    fn closing_marks_belong_to_their_sentence() {
        splits(
            "“It is too high.” In response, he left. “Why?” she asked. (It is so.) Yes!",
            &[
                "“It is too high.”",
                "In response, he left.",
                "“Why?” she asked.",
                "(It is so.)",
                "Yes!",
            ],
        );
    }
}
