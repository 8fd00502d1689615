//! Words that name one thing and are never divided: 'recruitment and retention'.

use std::sync::LazyLock;

use super::super::phrase::Sentence;
use super::super::words::*;
use crate::tables::areas::PAIRS;

/// Whether the comma at `comma` stands inside a fixed pair.
pub(in crate::areas) fn comma_in_pair(s: &Sentence<'_>, comma: usize) -> bool {
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
pub(super) fn is_pair(s: &Sentence<'_>, and: usize) -> bool {
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
