//! One scan for the trigger words of all extractors.
//!
//! Each extractor names its trigger words; one pass over the text finds them all, ASCII case
//! folded, and sorts the hits by extractor. The pass goes from token to token of the text, each of
//! which is looked up already, and only looks at the text where one may start a trigger.
//!
//! | text | hits |
//! | --- | --- |
//! | 'was **rated** **good** in **May**' | a rating word, a grade word, a month |
//! | 'it **needs to** improve' | a trigger that goes on after its first word |
//! | '**20**24', '12**/**05' | pieces of numbers |

use std::sync::LazyLock;

use crate::lexicon::{Classes, LEXICON, Lexicon, NUMERIC};
use crate::record::Span;
use crate::text::{Token, known_tokens, tokens};

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

/// A trigger, and the topics that it wakes.
#[derive(Clone, Debug)]
struct Trigger {
    word: &'static str,
    /// The bytes before the first letter or digit.
    lead: usize,
    /// Whether it is one run of letters and digits, as a token is.
    plain: bool,
    topics: [bool; TOPICS],
}

/// The triggers with the same first word, the longest first: a range of [`Triggered::triggers`].
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    from: u16,
    to: u16,
}

/// The triggers of some extractors, arranged for the scan.
struct Triggered {
    triggers: Vec<Trigger>,
    heads: Classes<Group>,
    /// A mark and a digit, found where a number starts: '-9', '’8'.
    marked: Vec<Trigger>,
    /// Pairs of digits, found inside numbers.
    pairs: Vec<Trigger>,
    /// For each pair of digits, as a number, its place in `pairs`, counted from 1.
    pair: [u8; 100],
    /// Marks found after a number.
    marks: Vec<Trigger>,
    /// The bytes that stand before the digit of `marked`, and those that `marks` start with.
    leads: [bool; 256],
    starts: [bool; 256],
}

pub(crate) static ALL: &[&Triggers] = &[
    &crate::dates::TRIGGERS,
    &crate::ratings::TRIGGERS,
    &crate::areas::TRIGGERS,
    &crate::quotes::TRIGGERS,
];

static TRIGGERED: LazyLock<Triggered> = LazyLock::new(|| Triggered::of(ALL, &LEXICON));

/// For those who want dates alone: a lexicon of few words is a fast one.
static DATES: LazyLock<(Lexicon, Triggered)> = LazyLock::new(|| {
    let triggers: &[&Triggers] = &[&crate::dates::TRIGGERS];
    let lexicon = Lexicon::of(heads(triggers));
    let triggered = Triggered::of(triggers, &lexicon);
    (lexicon, triggered)
});

/// The words and pieces of some extractors.
fn words_of(all: &[&'static Triggers]) -> impl Iterator<Item = (Topic, &'static str)> {
    all.iter().flat_map(|triggers| {
        let words = triggers.words.iter().copied().flatten().copied();
        words.chain(triggers.pieces.iter().copied()).map(|word| (triggers.topic, word))
    })
}

/// The first words of triggers, for a lexicon.
pub(crate) fn heads(all: &[&'static Triggers]) -> impl Iterator<Item = &'static str> {
    let heads = words_of(all).map(|(_, word)| head(word).1);
    heads.filter(|head| head.bytes().any(|b| b.is_ascii_alphabetic()))
}

/// Where the letters and digits of a trigger start, and those up to the next mark.
fn head(word: &'static str) -> (usize, &'static str) {
    let is_part = |c: char| c.is_ascii_alphanumeric();
    let lead = word.find(is_part).unwrap_or(word.len());
    let rest = &word[lead..];
    (lead, &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())])
}

impl Trigger {
    /// Whether it stands at byte `at`, where its first word does; what is one word must end there.
    fn stands(&self, bytes: &[u8], at: usize) -> bool {
        if self.plain {
            return true;
        }
        let word = self.word.as_bytes();
        let end = at + word.len();
        bytes.get(at..end).is_some_and(|text| text.eq_ignore_ascii_case(word))
            && (word.contains(&b' ') || !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric))
    }
}

impl Triggered {
    fn of(all: &[&'static Triggers], lexicon: &Lexicon) -> Triggered {
        let mut words: Vec<(&'static str, Topic)> =
            words_of(all).map(|(topic, word)| (word, topic)).collect();
        words.sort_unstable_by_key(|&(word, _)| word);
        let mut triggers: Vec<Trigger> = words
            .chunk_by(|a, b| a.0 == b.0)
            .map(|same| {
                let mut topics = [false; TOPICS];
                same.iter().for_each(|&(_, topic)| topics[topic as usize] = true);
                let word = same[0].0;
                let (lead, head) = head(word);
                Trigger { word, lead, plain: head == word, topics }
            })
            .collect();
        let is_digit = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
        let marks: Vec<Trigger> = triggers.extract_if(.., |t| t.lead == t.word.len()).collect();
        let pairs: Vec<Trigger> = triggers.extract_if(.., |t| is_digit(t.word)).collect();
        let marked: Vec<Trigger> =
            triggers.extract_if(.., |t| t.lead > 0 && is_digit(&t.word[t.lead..])).collect();
        let mut pair = [0; 100];
        for (place, trigger) in (1..).zip(&pairs) {
            if let Ok(digits) = trigger.word.parse::<usize>() {
                pair[digits % 100] = place;
            }
        }
        triggers.sort_by_key(|t| (head(t.word).1, std::cmp::Reverse(t.word.len())));
        let mut heads = Vec::new();
        let mut from = 0;
        for alike in triggers.chunk_by(|a, b| head(a.word).1 == head(b.word).1) {
            let to = from + alike.len() as u16;
            heads.push((head(alike[0].word).1, Group { from, to }));
            from = to;
        }
        let heads = Classes::within(lexicon, heads, |_, group| group);
        let (mut leads, mut starts) = ([false; 256], [false; 256]);
        for trigger in &marked {
            leads[usize::from(trigger.word.as_bytes()[trigger.lead - 1])] = true;
        }
        for trigger in &marks {
            starts[usize::from(trigger.word.as_bytes()[0])] = true;
        }
        Triggered { triggers, heads, marked, pairs, pair, marks, leads, starts }
    }

    /// The mark and digit that the number at byte `at` starts with.
    #[inline]
    fn marked_at(&self, bytes: &[u8], at: usize) -> Option<&Trigger> {
        let before = at.checked_sub(1).map(|at| bytes[at])?;
        if !self.leads[usize::from(before)] {
            return None;
        }
        self.marked.iter().find(|t| bytes[..at + 1].ends_with(t.word.as_bytes()))
    }

    /// The trigger that two bytes are.
    #[inline]
    fn pair(&self, first: u8, second: u8) -> Option<&Trigger> {
        let (tens, ones) = (first.wrapping_sub(b'0'), second.wrapping_sub(b'0'));
        if tens > 9 || ones > 9 {
            return None;
        }
        let place = self.pair[usize::from(tens * 10 + ones)];
        self.pairs.get(usize::from(place).wrapping_sub(1))
    }

    /// The mark that stands at byte `at`.
    #[inline]
    fn mark_at(&self, bytes: &[u8], at: usize) -> Option<&Trigger> {
        if !self.starts[usize::from(*bytes.get(at)?)] {
            return None;
        }
        self.marks.iter().find(|t| bytes[at..].starts_with(t.word.as_bytes()))
    }
}

impl Scan {
    /// Scans a text, whose tokens are given, once.
    pub(crate) fn of(source: &str, tokens: &[Token]) -> Scan {
        Scan::with(&TRIGGERED, source, tokens)
    }

    /// Scans a text for the trigger words of one extractor.
    pub(crate) fn of_topic(source: &str, topic: Topic) -> Scan {
        match topic {
            Topic::Dates => Scan::with(&DATES.1, source, &known_tokens(source, &DATES.0)),
            _ => Scan::of(source, &tokens(source)),
        }
    }

    fn with(triggered: &Triggered, source: &str, tokens: &[Token]) -> Scan {
        let mut scan = Scan { hits: Default::default() };
        let bytes = source.as_bytes();
        // Where the last hit ends.
        let mut done = 0;
        for &token in tokens {
            let number = token.number;
            let group = triggered.heads.by_number(number);
            if group.to == 0 && number != NUMERIC {
                continue;
            }
            let at = token.start();
            if at < done {
                continue;
            }
            let found = triggered.triggers[usize::from(group.from)..usize::from(group.to)]
                .iter()
                .find(|t| at >= t.lead && t.stands(bytes, at - t.lead));
            if let Some(trigger) = found {
                done = scan.push(at - trigger.lead, trigger);
            } else if number == NUMERIC {
                done = scan.number(triggered, bytes, token);
            }
        }
        scan
    }

    /// Finds what a token with digits holds; returns where the last hit ends.
    fn number(&mut self, triggered: &Triggered, bytes: &[u8], token: Token) -> usize {
        let (mut at, end) = (token.start(), token.end());
        if let Some(trigger) = triggered.marked_at(bytes, at) {
            self.push(at - trigger.lead, trigger);
            at += 1;
        }
        while at + 1 < end {
            match triggered.pair(bytes[at], bytes[at + 1]) {
                Some(trigger) => at = self.push(at, trigger),
                None => at += 1,
            }
        }
        match triggered.mark_at(bytes, end) {
            Some(trigger) => self.push(end, trigger),
            None => end,
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
    words_of(ALL).map(|(_, word)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn scan(source: &str) -> Scan {
        Scan::of(source, &text::tokens(source))
    }

    #[test]
    fn words_are_found_whole_and_in_any_case() {
        let scan = scan("Dismay in MAY: the good and the goodness.");
        let dates: Vec<_> = scan.hits(Topic::Dates).iter().map(|h| (h.word, h.span)).collect();
        assert_eq!(dates, [("may", Span::new(10, 13))]);
        let ratings: Vec<_> = scan.hits(Topic::Ratings).iter().map(|h| h.word).collect();
        assert_eq!(ratings, ["good"]);
    }

    #[track_caller]
    fn hits(source: &str, topic: Topic, expected: &[&str]) {
        let scan = scan(source);
        let found: Vec<_> = scan.hits(topic).iter().map(|hit| hit.span.of(source)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_are_hit_where_a_year_or_a_date_may_be() {
        hits(
            "In 2019/20, on 12.10.23 and the 3rd",
            Topic::Dates,
            &["20", "19", "/", "20", ".1", "3rd"],
        );
        hits("the ’82 cup, Q2, FY2016, 116th", Topic::Dates, &["’8", "Q2", "20", "16", "16"]);
        hits("15 of 21", Topic::Dates, &["15"]);
        hits("11 of 12", Topic::Dates, &[]);
    }

    #[test]
    fn the_longest_trigger_of_a_place_is_hit() {
        hits("It Needs to improve", Topic::Areas, &["Needs to ", "improve"]);
        hits("a good-rated home, a good home", Topic::Ratings, &["good-rated", "good"]);
        hits("It isn't safe, it isn’t", Topic::Areas, &["'t "]);
    }
}
