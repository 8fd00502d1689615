//! One scan for the trigger words of all extractors.
//!
//! Each extractor names its trigger words, single words in lower case; one automaton finds them
//! all in one pass, ASCII case folded, and sorts the hits by extractor.
//!
//! | text | hits |
//! | --- | --- |
//! | 'was **rated** **good** in **May**' | a rating word, a grade word, a month |

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};

use crate::record::Span;

/// The extractor that a trigger word wakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    Dates,
    Ratings,
    Areas,
    Quotes,
}

const TOPICS: usize = 4;

/// The trigger words of one extractor.
pub(crate) struct Triggers {
    pub topic: Topic,
    /// Single words in lower case, found whole.
    pub words: &'static [&'static [&'static str]],
    /// Strings found anywhere, also inside words and numbers.
    pub pieces: &'static [&'static str],
}

/// A trigger word in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub span: Span,
    /// The trigger in lower case.
    pub word: &'static str,
}

/// All trigger words of a text, by extractor, in the order of the text.
pub(crate) struct Scan {
    hits: [Vec<Hit>; TOPICS],
}

struct Automaton {
    finder: AhoCorasick,
    /// For each pattern the word, whether it must stand whole, and the topics that it wakes.
    patterns: Vec<(&'static str, bool, [bool; TOPICS])>,
}

static AUTOMATON: LazyLock<Automaton> = LazyLock::new(|| {
    Automaton::of(&[
        &crate::dates::TRIGGERS,
        &crate::ratings::TRIGGERS,
        &crate::areas::TRIGGERS,
        &crate::quotes::TRIGGERS,
    ])
});

/// For those who want one extractor alone.
static DATES: LazyLock<Automaton> = LazyLock::new(|| Automaton::of(&[&crate::dates::TRIGGERS]));

impl Automaton {
    fn of(all: &[&Triggers]) -> Automaton {
        let mut patterns: Vec<(&'static str, bool, [bool; TOPICS])> = Vec::new();
        let mut add = |word: &'static str, whole: bool, topic: Topic| match patterns
            .iter_mut()
            .find(|p| p.0 == word && p.1 == whole)
        {
            Some(pattern) => pattern.2[topic as usize] = true,
            None => {
                let mut topics = [false; TOPICS];
                topics[topic as usize] = true;
                patterns.push((word, whole, topics));
            }
        };
        for triggers in all {
            for word in triggers.words.iter().copied().flatten() {
                add(word, true, triggers.topic);
            }
            for piece in triggers.pieces {
                add(piece, false, triggers.topic);
            }
        }
        let finder = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::DFA))
            .build(patterns.iter().map(|p| p.0))
            .expect("the trigger words make a small automaton");
        Automaton { finder, patterns }
    }
}

impl Scan {
    /// Scans `source` once.
    pub(crate) fn of(source: &str) -> Scan {
        Scan::with(&AUTOMATON, source)
    }

    /// Scans `source` for the trigger words of one extractor.
    pub(crate) fn of_topic(source: &str, topic: Topic) -> Scan {
        match topic {
            Topic::Dates => Scan::with(&DATES, source),
            _ => Scan::of(source),
        }
    }

    fn with(automaton: &Automaton, source: &str) -> Scan {
        let mut hits: [Vec<Hit>; TOPICS] = Default::default();
        let bytes = source.as_bytes();
        for found in automaton.finder.find_iter(source) {
            let (word, whole, topics) = automaton.patterns[found.pattern().as_usize()];
            let (start, end) = (found.start(), found.end());
            if whole && !(is_word_edge(bytes, start) && is_word_edge(bytes, end)) {
                continue;
            }
            let hit = Hit { span: Span::new(start, end), word };
            for (topic, wanted) in topics.into_iter().enumerate() {
                if wanted {
                    hits[topic].push(hit);
                }
            }
        }
        Scan { hits }
    }

    /// The hits of one extractor.
    pub(crate) fn hits(&self, topic: Topic) -> &[Hit] {
        &self.hits[topic as usize]
    }
}

/// The trigger words of all extractors.
pub(crate) fn trigger_words() -> Vec<&'static str> {
    AUTOMATON.patterns.iter().map(|pattern| pattern.0).collect()
}

/// Whether no ASCII word runs across byte `at`. (Trigger words are ASCII; a letter outside ASCII
/// beside one is rare enough in English to be left to the rule.)
fn is_word_edge(bytes: &[u8], at: usize) -> bool {
    let before = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
    let after = at < bytes.len() && bytes[at].is_ascii_alphanumeric();
    !(before && after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_in_any_case() {
        let scan = Scan::of("Dismay in MAY: the good and the goodness.");
        let dates: Vec<_> = scan.hits(Topic::Dates).iter().map(|h| (h.word, h.span)).collect();
        assert_eq!(dates, [("may", Span::new(10, 13))]);
        let ratings: Vec<_> = scan.hits(Topic::Ratings).iter().map(|h| h.word).collect();
        assert_eq!(ratings, ["good"]);
    }
}
