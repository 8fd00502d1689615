//! One scan for the trigger words of all extractors.
//!
//! Each extractor names its trigger words; one pass over the text finds them all, ASCII case
//! folded, and sorts the hits by extractor. The pass goes from word to word and asks one table
//! about each, which is several times faster than an automaton over the same words.
//!
//! | text | hits |
//! | --- | --- |
//! | 'was **rated** **good** in **May**' | a rating word, a grade word, a month |
//! | 'it **needs to** improve' | a trigger that goes on after its first word |
//! | '**20**24', '12**/**05' | pieces of numbers |

use std::sync::LazyLock;

use crate::lexicon::{Lexicon, WordHash};
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
    /// Single words in lower case, found whole; hyphens may join two.
    pub words: &'static [&'static [&'static str]],
    /// What starts with a mark, a pair of digits inside a number, or several words, of which the
    /// last may go on in the text.
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

/// A trigger word, and the topics that it wakes.
#[derive(Clone, Debug)]
struct Trigger {
    word: &'static str,
    topics: [bool; TOPICS],
}

/// The triggers that start alike, the longest first: a range of [`Words::triggers`].
#[derive(Clone, Copy, Debug)]
struct Group {
    from: u32,
    to: u32,
}

/// The trigger words of some extractors, arranged for the scan.
struct Words {
    triggers: Vec<Trigger>,
    /// Triggers by the letters and digits that they start with.
    heads: Lexicon<Group>,
    /// Triggers that start with something else, by their first byte.
    marks: Vec<Option<Group>>,
    /// Pairs of digits, found inside numbers.
    digits: Vec<Trigger>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&[
        &crate::dates::TRIGGERS,
        &crate::ratings::TRIGGERS,
        &crate::areas::TRIGGERS,
        &crate::quotes::TRIGGERS,
    ])
});

/// For those who want one extractor alone.
static DATES: LazyLock<Words> = LazyLock::new(|| Words::of(&[&crate::dates::TRIGGERS]));

impl Words {
    fn of(all: &[&Triggers]) -> Words {
        let mut triggers: Vec<Trigger> = Vec::new();
        for topic in all {
            let pieces = topic.pieces.iter().copied();
            for word in topic.words.iter().copied().flatten().copied().chain(pieces) {
                match triggers.iter_mut().find(|t| t.word == word) {
                    Some(trigger) => trigger.topics[topic.topic as usize] = true,
                    None => {
                        let mut topics = [false; TOPICS];
                        topics[topic.topic as usize] = true;
                        triggers.push(Trigger { word, topics });
                    }
                }
            }
        }
        let is_digits = |t: &Trigger| t.word.bytes().all(|b| b.is_ascii_digit());
        let (digits, mut triggers): (Vec<_>, Vec<_>) = triggers.into_iter().partition(is_digits);
        // Those that start alike stand together, the longest first.
        let key = |t: &Trigger| match head(t.word) {
            "" => t.word.as_bytes()[..1].to_vec(),
            head => head.as_bytes().to_vec(),
        };
        triggers.sort_by_key(|t| (key(t), std::cmp::Reverse(t.word.len())));
        let mut heads = Vec::new();
        let mut marks = vec![None; 256];
        let mut from = 0;
        for alike in triggers.chunk_by(|a, b| key(a) == key(b)) {
            let to = from + alike.len() as u32;
            match head(alike[0].word) {
                "" => marks[usize::from(alike[0].word.as_bytes()[0])] = Some(Group { from, to }),
                head => heads.push((head, Group { from, to })),
            }
            from = to;
        }
        let heads = Lexicon::new(heads, |first, _| first);
        Words { triggers, heads, marks, digits }
    }

    /// The longest trigger of a group that stands at byte `at`.
    fn longest(&self, group: Group, bytes: &[u8], at: usize) -> Option<&Trigger> {
        let rest = &bytes[at..];
        self.triggers[group.from as usize..group.to as usize].iter().find(|trigger| {
            let word = trigger.word.as_bytes();
            rest.get(..word.len()).is_some_and(|text| text.eq_ignore_ascii_case(word))
                && (trigger.is_open() || is_word_edge(bytes, at + word.len()))
        })
    }
}

impl Trigger {
    /// Whether the text may go on with more letters or digits.
    fn is_open(&self) -> bool {
        let mut bytes = self.word.bytes();
        !self.word.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
            || bytes.any(|b| b == b' ')
    }
}

/// The letters and digits that a trigger starts with.
fn head(word: &str) -> &str {
    let end = word.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(word.len());
    &word[..end]
}

impl Scan {
    /// Scans `source` once.
    pub(crate) fn of(source: &str) -> Scan {
        Scan::with(&WORDS, source)
    }

    /// Scans `source` for the trigger words of one extractor.
    pub(crate) fn of_topic(source: &str, topic: Topic) -> Scan {
        match topic {
            Topic::Dates => Scan::with(&DATES, source),
            _ => Scan::of(source),
        }
    }

    fn with(words: &Words, source: &str) -> Scan {
        let mut scan = Scan { hits: Default::default() };
        let bytes = source.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            if byte.is_ascii_alphanumeric() {
                let start = at;
                let mut hash = WordHash::new();
                let mut numeric = false;
                while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
                    hash = hash.with(bytes[at]);
                    numeric |= bytes[at].is_ascii_digit();
                    at += 1;
                }
                let found = words
                    .heads
                    .get_hashed(hash, &bytes[start..at])
                    .and_then(|group| words.longest(group, bytes, start));
                if let Some(trigger) = found {
                    at = scan.push(start, trigger);
                } else if numeric {
                    scan.number(words, bytes, start, at);
                }
            } else {
                let found =
                    words.marks[usize::from(byte)].and_then(|g| words.longest(g, bytes, at));
                match found {
                    Some(trigger) => at = scan.push(at, trigger),
                    None => at += 1,
                }
            }
        }
        scan
    }

    /// Finds pairs of digits in what stands from byte `at` to `end`.
    fn number(&mut self, words: &Words, bytes: &[u8], mut at: usize, end: usize) {
        while at + 1 < end {
            let pair = &bytes[at..at + 2];
            match words.digits.iter().find(|t| t.word.as_bytes() == pair) {
                Some(trigger) => at = self.push(at, trigger),
                None => at += 1,
            }
        }
    }

    /// Adds a hit at byte `at`; returns where it ends.
    fn push(&mut self, at: usize, trigger: &Trigger) -> usize {
        let end = at + trigger.word.len();
        let hit = Hit { span: Span::new(at, end), word: trigger.word };
        for (hits, wanted) in self.hits.iter_mut().zip(trigger.topics) {
            if wanted {
                hits.push(hit);
            }
        }
        end
    }

    /// The hits of one extractor.
    pub(crate) fn hits(&self, topic: Topic) -> &[Hit] {
        &self.hits[topic as usize]
    }
}

/// The trigger words of all extractors.
pub(crate) fn trigger_words() -> Vec<&'static str> {
    WORDS.triggers.iter().chain(&WORDS.digits).map(|trigger| trigger.word).collect()
}

/// Whether no ASCII word runs across byte `at`. (A letter outside ASCII beside a trigger word is
/// rare enough in English to be left to the rule.)
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

    #[track_caller]
    fn hits(source: &str, topic: Topic, expected: &[&str]) {
        let scan = Scan::of(source);
        let found: Vec<_> = scan.hits(topic).iter().map(|hit| hit.span.of(source)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_are_hit_where_a_year_or_a_date_may_be() {
        hits("In 2019/20, on 12.10.23 and the 3rd", Topic::Dates, &["20", "19", "/", "20", ".1", "3rd"]);
        hits("the ’82 cup, Q2, FY2016, 116th", Topic::Dates, &["’8", "Q2", "20", "16", "16"]);
        hits("15 of 21", Topic::Dates, &[]);
    }

    #[test]
    fn the_longest_trigger_of_a_place_is_hit() {
        hits("It Needs to improve", Topic::Areas, &["Needs to "]);
        hits("a good-rated home, a good home", Topic::Ratings, &["good-rated", "good"]);
        hits("It isn't safe, it isn’t", Topic::Areas, &["'t "]);
    }
}
