//! Whether a finding credits or faults, from its words.
//!
//! | finding | polarity |
//! | --- | --- |
//! | 'Children **thrive** here' | strength |
//! | '**not good** enough', '**too many** children wait', '**lack** of effective oversight' | weakness |
//! | '**no** serious **weaknesses**', '**reduced delays** and **good** plans' | strength |
//! | 'We **visited** three homes' | neutral |
//! | '**good** plans, **but** slow decisions', 'care **could** be **safe**' | not sure |
//!
//! A word of credit or fault counts as it stands, turned where it is denied, and not at all where
//! it is only prevented or intended. What counts on both sides, or on neither, is not decided.

use crate::record::Polarity;
use crate::tables::polarity as lists;

/// Words after a denial or shortage that it surely reaches, within its clause.
const REACH: usize = 6;

/// Whether the sorted `list` holds `word`.
fn is(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// The words of `text` in lower case, with plain apostrophes; a mark that ends a clause is an empty
/// word.
fn words(text: &str, words: &mut Vec<String>) {
    fn finish(word: &mut String, words: &mut Vec<String>) {
        let bare = word.trim_matches(['-', '\'']);
        if !bare.is_empty() {
            words.push(bare.to_owned());
        }
        word.clear();
    }
    let mut word = String::new();
    for c in text.chars() {
        match c {
            '’' | '\'' => word.push('\''),
            '-' => word.push('-'),
            c if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            c => {
                finish(&mut word, words);
                if matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '–' | '—' | '(' | ')' | '…')
                {
                    words.push(String::new());
                }
            }
        }
    }
    finish(&mut word, words);
    words.push(String::new());
}

/// What the words so far do to those that follow.
#[derive(Clone, Copy, Debug, Default)]
struct Reach {
    /// The last word that a denial reaches, and so on.
    denied: usize,
    lacking: usize,
    prevented: usize,
    intended: usize,
    /// The last word of a clause in which something is denied.
    far_denied: usize,
}

/// What a finding was found to say.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    credit: bool,
    fault: bool,
    unsure: bool,
    /// Whether something is said against the rest, with what stands after it.
    contrast: bool,
    conceded: bool,
    denial: bool,
    /// Whether credit is given only in part.
    limited: bool,
    /// Whether the words only tell of an inspection or a provider.
    neutral: bool,
}

impl Tally {
    fn count(&mut self, credit: bool) {
        if credit {
            self.credit = true;
        } else {
            self.fault = true;
        }
    }

    fn verdict(self) -> Option<Polarity> {
        match (self.credit, self.fault) {
            _ if self.unsure || self.conceded => None,
            (true, false) if !self.contrast && !self.limited => Some(Polarity::Strength),
            (false, true) => Some(Polarity::Weakness),
            _ => None,
        }
    }
}

/// Reads the words of one finding.
struct Reader<'w> {
    words: &'w [String],
    reach: Reach,
    tally: Tally,
}

impl<'w> Reader<'w> {
    fn word(&self, at: usize) -> &'w str {
        self.words.get(at).map_or("", String::as_str)
    }

    /// The place after one of the phrases of the sorted `list` that starts at `at`.
    fn phrase(&self, list: &[&str], at: usize) -> Option<usize> {
        let first = Some(self.word(at)).filter(|word| !word.is_empty())?;
        let begin = list.partition_point(|phrase| *phrase < first);
        list[begin..].iter().take_while(|phrase| phrase.starts_with(first)).find_map(|phrase| {
            let mut words = (at..).zip(phrase.split(' '));
            words.all(|(n, word)| self.word(n) == word).then(|| at + phrase.split(' ').count())
        })
    }

    /// Counts credit or fault at word `at`.
    fn polar(&mut self, at: usize, credit: bool) {
        let reach = self.reach;
        if at < reach.intended {
            self.tally.unsure = true;
        } else if at < reach.denied {
            self.tally.count(!credit);
            self.tally.denial = false;
        } else if credit && at < reach.lacking || !credit && at < reach.prevented {
            // It is what is lacking or prevented.
        } else if at < reach.far_denied {
            self.tally.unsure = true;
        } else {
            self.tally.count(credit);
        }
    }

    /// A word that faults by itself and takes the credit from its clause.
    fn shortage(&mut self, at: usize) {
        self.polar(at, false);
        self.reach.denied = 0;
        self.reach.lacking = at + 2 * REACH;
    }

    fn denial(&mut self, at: usize) {
        let next = self.word(at + 1);
        // 'not only', 'no doubt'
        if matches!(next, "only" | "just" | "doubt" | "least") {
            return;
        }
        let word = self.word(at);
        let duty = (word != "no" || next == "one")
            && !matches!(word, "without" | "nothing" | "none" | "less")
            && (at + 1..at + 4)
                .take_while(|&i| !self.word(i).is_empty())
                .any(|i| is(lists::DEGREES, self.word(i)) || is(lists::DUTIES, self.word(i)));
        if duty {
            self.shortage(at);
            return;
        }
        self.tally.denial = true;
        self.reach.denied = at + 1 + REACH;
        self.reach.far_denied = at + 1 + 2 * REACH;
    }

    fn read(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            let word = self.word(at);
            let next = self.word(at + 1);
            if let Some(end) = self.phrase(lists::FAULT_PHRASES, at) {
                self.shortage(at);
                at = end;
                continue;
            }
            if let Some(end) = self.phrase(lists::CREDIT_PHRASES, at) {
                self.polar(at, true);
                at = end;
                continue;
            }
            if let Some(end) = self.phrase(lists::MENDED_PHRASES, at) {
                // 'The weaknesses have been put right'
                self.tally.fault = false;
                self.polar(at, true);
                at = end;
                continue;
            }
            self.tally.neutral |= self.phrase(lists::NEUTRAL_PHRASES, at).is_some();
            self.tally.limited |= is(lists::LIMITS, word)
                || word == "enough"
                    && is(lists::STRENGTHS, self.before(at))
                    && at >= self.reach.denied;
            let demand = word == "must" || matches!(word, "need" | "needs") && next == "to";
            if word.is_empty() || word == "but" {
                self.reach = Reach::default();
            } else if word == "and" {
                self.reach.denied = 0;
            }
            if is(lists::CONTRASTS, word) {
                let opens = self.before(at).is_empty();
                let clause = self.words[at..].iter().position(String::is_empty);
                if opens
                    && !is_coordinating(word)
                    && let Some(end) = clause.filter(|&end| at + end + 2 < self.words.len())
                {
                    // 'Despite a difficult year, children are safe': the main clause decides.
                    at += end;
                    continue;
                }
                if is_coordinating(word) {
                    self.tally.contrast = !self.tally.fault && !self.tally.credit && word == "but"
                        || self.tally.credit;
                } else {
                    self.tally.conceded = true;
                }
            } else if is(lists::DENIERS, word) || word.ends_with("n't") {
                self.denial(at);
            } else if matches!((word, next), ("far" | "way", "from") | ("nowhere", "near")) {
                self.reach.denied = at + 1 + REACH;
            } else if is(lists::SHORTAGES, word) {
                self.shortage(at);
            } else if word == "too" && is(lists::EXCESSES, next) {
                self.shortage(at);
                at += 1;
            } else if demand
                && (at + 1..at + 5).any(|i| is(lists::MENDINGS, self.word(i)))
                && !(at > 0 && is_needed(self.word(at - 1)))
            {
                self.shortage(at);
            } else if is(lists::PREVENTIVES, word) {
                self.reach.prevented = at + 1 + REACH;
            } else if is(lists::INTENTIONS, word) {
                self.reach.intended = at + 1 + REACH;
                self.tally.unsure |= word == "will" && at > 0 && self.word(at - 1) == "we";
            } else if is(lists::WEAKNESSES, word) {
                self.polar(at, false);
            } else if is(lists::STRENGTHS, word) && !is_idle(self.before(at), word, next) {
                self.polar(at, true);
            }
            at += 1;
        }
    }

    fn before(&self, at: usize) -> &'w str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether the words only tell what inspectors did.
    fn is_procedure(&self) -> bool {
        let article = usize::from(is_article(self.word(0)));
        let opens = (article..article + 2).find(|&at| is(lists::INSPECTION, self.word(at)));
        let does = |at: usize| (at + 1..at + 5).any(|at| is(lists::PROCEEDINGS, self.word(at)));
        self.tally.neutral || opens.is_some_and(does)
    }
}

fn is_coordinating(word: &str) -> bool {
    matches!(word, "but" | "however" | "nevertheless" | "nonetheless")
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "this" | "our" | "its")
}

/// Whether 'need to' says what people need: 'the help that they need to be safe'.
fn is_needed(before: &str) -> bool {
    matches!(before, "they" | "who" | "that" | "he" | "she" | "pupils" | "children")
}

/// Whether a word of credit is part of a phrase that credits nothing.
fn is_idle(before: &str, word: &str, next: &str) -> bool {
    match word {
        "well" => next == "as" || before == "as",
        "kind" => matches!(next, "of" | "") && before != "are",
        "good" => before == "for" || next == "deal",
        _ => false,
    }
}

/// The polarity of a finding from its segments, the words before it in the writer's clause, and
/// its cue; `None` when the words do not decide.
pub(super) fn of<'t>(
    segments: impl Iterator<Item = &'t str>,
    before: &str,
    cue: Option<&str>,
) -> Option<Polarity> {
    let mut all = Vec::new();
    words(before, &mut all);
    // The writer's words deny or take away, but are no finding themselves.
    all.pop();
    let own = all.iter().rposition(String::is_empty).map_or(0, |end| end + 1);
    let mut all: Vec<String> = all.split_off(own);
    all.retain(|word| is(lists::DENIERS, word) || is(lists::SHORTAGES, word) || word == "too");
    all.drain(..all.len().saturating_sub(1));
    for segment in segments {
        words(segment, &mut all);
    }
    let mut reader = Reader { words: &all, reach: Reach::default(), tally: Tally::default() };
    reader.read();
    let mut tally = reader.tally;
    for word in cue.unwrap_or_default().split(' ') {
        tally.credit |= is(lists::PRAISING, word);
        tally.fault |= is(lists::BLAMING, word);
    }
    let silent = !tally.credit && !tally.fault && !tally.denial && !tally.unsure;
    if silent && !tally.conceded && reader.is_procedure() {
        return Some(Polarity::Neutral);
    }
    tally.verdict()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(finding: &str, expected: Option<Polarity>) {
        assert_eq!(of([finding].into_iter(), "", None), expected, "{finding}");
    }

    #[test]
    fn credit_is_a_strength() {
        for finding in [
            "Children thrive here",
            "Staff know families well and act promptly",
            "there were no serious weaknesses",
            "Leaders have made significant progress",
            "Decisions are made without delay",
        ] {
            reads(finding, Some(Polarity::Strength));
        }
    }

    #[test]
    fn fault_is_a_weakness() {
        for finding in [
            "serious failures",
            "not good enough",
            "A lack of effective oversight by leaders",
            "too many children wait",
            "Care plans are not always followed",
            "The trust has failed to keep patients safe",
            "requires improvement to be good",
            "Although care is kind, records are poor",
            "Leaders have lost sight of what good care looks like",
        ] {
            reads(finding, Some(Polarity::Weakness));
        }
    }

    #[test]
    fn what_inspectors_did_is_neutral() {
        reads("Inspectors visited three homes and spoke to parents", Some(Polarity::Neutral));
    }

    #[test]
    fn what_is_mixed_or_unsaid_is_not_decided() {
        for finding in [
            "Plans are good, but decisions are slow",
            "Some children get timely help; others wait",
            "We will not hesitate to act to keep children safe",
            "children slept on the floor",
            "care could be safer and more effective",
            "",
        ] {
            reads(finding, None);
        }
    }

    #[test]
    fn the_clause_around_a_fragment_turns_it() {
        let of = |before, finding| of([finding].into_iter(), before, None);
        assert_eq!(of("the home was not ", "consistently safe"), Some(Polarity::Weakness));
        assert_eq!(of("It found a lack of ", "effective oversight"), Some(Polarity::Weakness));
        assert_eq!(
            of("It was not new, and found ", "effective oversight"),
            Some(Polarity::Strength)
        );
    }

    #[test]
    fn the_cue_decides_where_the_words_do_not() {
        let of = |cue, finding| of([finding].into_iter(), "", Some(cue));
        assert_eq!(of("praised", "green shoots"), Some(Polarity::Strength));
        assert_eq!(of("criticised", "a culture of blame"), Some(Polarity::Weakness));
        assert_eq!(of("criticised", "good plans"), None);
    }
}
