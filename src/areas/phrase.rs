//! Clauses and noun phrases: where the subject of a verb starts, where a clause ends, what the
//! head of a phrase is.
//!
//! | in the text | read as |
//! | --- | --- |
//! | 'Ofsted found that **the quality of plans** was weak' | the subject before 'was' |
//! | '**attendance in English and maths** remains low' | one subject: no verb before 'and' |
//! | 'Visits were late and **plans** were weak' | the subject after 'and': a verb stands before it |
//! | '**the quality** of plans' | its head is 'quality' |

use super::words::*;
use crate::record::Span;
use crate::tables::areas as lists;

/// The furthest that any look along a sentence goes, in words.
const REACH: usize = 60;

/// One sentence as words.
pub(super) struct Sentence<'a> {
    pub source: &'a str,
    pub words: &'a [Word],
}

/// A run of words of a sentence, by their numbers, half open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub start: usize,
    pub end: usize,
}

impl Run {
    pub(super) fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

impl<'a> Sentence<'a> {
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at `i`, or nothing past the end.
    pub(super) fn word(&self, i: usize) -> &'a str {
        self.words.get(i).map_or("", |w| w.span.of(self.source))
    }

    /// Whether the word at `i` has one of the classes.
    pub(super) fn is(&self, i: usize, class: Class) -> bool {
        self.words.get(i).is_some_and(|w| w.class.is(class))
    }

    /// Whether the word at `i` is one of `lower`.
    // The rules ask this several times of each word, and mostly in vain: the shapes of a list that
    // stands in the code are a constant there.
    #[inline(always)]
    pub(super) fn any(&self, i: usize, lower: &[&str]) -> bool {
        match self.words.get(i) {
            Some(word) if word.may_be(shapes(lower)) => word.is_one_of(self.source, lower),
            _ => false,
        }
    }

    /// Whether the words from `i` on are `lower`.
    pub(super) fn follows(&self, i: usize, lower: &[&str]) -> bool {
        let word = |n: usize| self.words.get(i + n);
        lower.iter().enumerate().all(|(n, l)| word(n).is_some_and(|w| w.is_word(self.source, l)))
    }

    /// Whether the words up to, not including, `i` are `lower`.
    pub(super) fn precedes(&self, i: usize, lower: &[&str]) -> bool {
        i >= lower.len() && self.follows(i - lower.len(), lower)
    }

    /// The first word of the verb group that ends at `i`: 'has not always been'.
    pub(super) fn verb_group(&self, mut i: usize) -> usize {
        while i > 0 && self.is(i - 1, AUXILIARY.or(ADVERB)) {
            i -= 1;
        }
        i
    }

    /// The bytes of a run.
    pub(super) fn span(&self, run: Run) -> Span {
        Span::new(self.words[run.start].span.start(), self.words[run.end - 1].span.end())
    }

    /// Whether the word at `i` opens a relative clause rather than a content clause: 'who', or a
    /// 'that' directly before a verb.
    fn is_relative(&self, i: usize) -> bool {
        self.is(i, RELATIVE)
            && (!self.any(i, &["that", "when", "where"])
                || self.is_made_sure(i)
                || (self.any(i, &["that"]) && !self.any(i + 1, &["there"]) && {
                    let verb = self.skip_adverbs(i + 1);
                    self.is(verb, AUXILIARY)
                        || (self.is(verb, VERB) && !self.is(verb, DOUBTFUL))
                        || self.is_object_relative(i)
                }))
    }

    /// Whether the 'that' at `i` opens what is checked or made sure of within a noun phrase:
    /// 'arrangements for checking that staff are suitable'.
    fn is_made_sure(&self, i: usize) -> bool {
        i > 1
            && self.any(i, &["that"])
            && (self.any(i - 1, &["checking", "ensuring"]) && self.is(i - 2, PREPOSITION)
                || self.precedes(i, &["making", "sure"]))
    }

    /// Whether the 'that' at `i` stands for the object of its clause: 'the books that children take
    /// home', not 'told the school that children were'.
    fn is_object_relative(&self, i: usize) -> bool {
        let plain = |j: usize| {
            !self.is(j, VERB.or(MARK).or(AND).or(PREPOSITION).or(ADVERB).or(OPENER).or(SUBJECT))
                && !self.is(j, FAULT_PLACE.or(BODY).or(PERSON).or(INSPECTORATE))
        };
        if i < 2 || !plain(i - 1) || self.any(i - 1, lists::CONTENT_NOUNS) {
            return false;
        }
        let article = (i.saturating_sub(3)..i - 1).rev().find(|&j| self.is(j, ARTICLE));
        article.is_some_and(|article| {
            (article + 1..i).all(plain)
                && !self.any(article.wrapping_sub(1), lists::TELLINGS)
                && self.is(self.skip_adverbs(i + 1), PERSON.or(BODY).or(ARTICLE))
        })
    }

    /// Whether the verb at `i` belongs to a clause that stands beside its noun without a pronoun:
    /// 'the data they relied on was wrong'.
    fn is_contact_clause(&self, i: usize) -> bool {
        i >= 3
            && self.any(i - 1, &["they", "it", "we", "he", "she"])
            && self.is(i - 3, ARTICLE.or(AND))
            && !self.is(
                i - 2,
                VERB.or(MARK).or(AND).or(PREPOSITION).or(ADVERB).or(OPENER).or(INSPECTORATE),
            )
            && !self.is(i - 2, PERSON.or(BODY))
            && !self.is(i.wrapping_sub(4), PREPOSITION)
            && !self.any(i.wrapping_sub(4), lists::TELLINGS)
    }

    /// The first word from `i` on that is no adverb.
    pub(super) fn skip_adverbs(&self, mut i: usize) -> usize {
        while self.is(i, ADVERB) && !self.any(i, &["too"]) {
            i += 1;
        }
        i
    }

    /// Whether the word at `i` is a finite verb of the clause it stands in, not one of a relative
    /// clause, nor a noun or participle that looks like a verb.
    pub(super) fn is_main_verb(&self, i: usize) -> bool {
        if self.omits(i) {
            return !self.in_relative(i);
        }
        if !self.is(i, VERB) || (self.is(i, BE) && self.any(i, &["be", "been", "being"])) {
            return false;
        }
        if self.is(i, AUXILIARY) {
            // "that's" of 'supervision that's recorded' opens a relative clause.
            return !self.is(i, RELATIVE) && !self.in_relative(i);
        }
        // A noun that looks like a verb follows an article, a preposition or an adjective's place.
        if i > 0
            && self.is(
                i - 1,
                ARTICLE.or(PREPOSITION).or(POSSESSIVE).or(COMPARATIVE).or(MODAL).or(QUALITY),
            )
            || self.is(i + 1, PREPOSITION) && self.any(i + 1, &["of"])
        {
            return false;
        }
        // 'social work', 'visits': a verb only where an object follows, or it follows a pronoun.
        if self.is(i, DOUBTFUL) {
            let pronoun =
                i > 0 && self.any(i - 1, &["they", "we", "i", "he", "she", "it", "who", "staff"]);
            // 'the CQC noted women were not seen'
            let says = self.is(i, SAYING)
                && i > 0
                && (self.is(i - 1, INSPECTORATE) && !self.is(i - 1, POSSESSIVE))
                && self.word(i).ends_with("ed")
                && !self.is(i + 1, PREPOSITION.or(MARK).or(AND));
            if says {
                return !self.in_relative(i);
            }
            let object = self.is(i + 1, ARTICLE.or(QUANTIFIER))
                && !self.any(i + 1, &["that"])
                && !(i > 0 && self.is(i - 1, AND.or(COMMA)));
            // 'activities lack purpose'
            let lacks = self.any(i, &["lack"])
                && i > 0
                && self.word(i - 1).ends_with('s')
                && !self.is(i + 1, PREPOSITION.or(MARK));
            if !(pronoun || object || lacks) {
                return false;
            }
        }
        // 'plans made by', 'children placed in': a participle after a noun.
        if self.word(i).ends_with("ed")
            && self.any(i + 1, &["by", "in", "with", "to", "at"])
            && !self.is(i, SAYING.or(DROP))
            && !self.any(i, &["failed", "struggled", "waited"])
        {
            return false;
        }
        !self.in_relative(i)
    }

    /// Whether 'missed', 'ignored' or the like at `i` says what people left undone: 'workers missed
    /// visits', not 'the visits that workers missed' or 'missed visits'.
    pub(super) fn omits(&self, i: usize) -> bool {
        self.is(i, FAULTY)
            && self.any(i, lists::OMITTED)
            && i > 0
            && (self.is(i - 1, PERSON)
                || self.is(i - 1, ADVERB.or(HAVE)) && i > 1 && self.is(i - 2, PERSON))
            && i + 1 < self.len()
            && !self.is(i + 1, PREPOSITION.or(AUXILIARY).or(MARK).or(AND).or(ADVERB))
    }

    /// Whether a relative pronoun stands up to four words before `i`, with no mark between.
    fn in_relative(&self, i: usize) -> bool {
        if self.is_contact_clause(i) {
            return true;
        }
        (i.saturating_sub(5)..i).rev().take_while(|&j| !self.is(j, MARK)).any(|j| {
            let opens = self.is_relative(j) || self.any(j, &["how", "what", "whether", "why"]);
            // 'checks on adults who live on site are': the relative clause has had its verb.
            let verbal = VERB.or(ADVERB).or(NEGATIVE);
            let had = (j + 1..i)
                .any(|k| self.is(k, VERB) && (k + 1..i).any(|l| !self.is(l, verbal)))
                // 'the support that the trust gave had been'
                || self.is(i, AUXILIARY) && i > j + 1 && self.is(i - 1, FINITE)
                // 'prisoners who spoke little English were': whatever follows 'who' is its verb.
                || self.any(j, &["who"])
                    && !self.is(j + 1, verbal.or(MODAL))
                    && (j + 2..i).any(|l| !self.is(l, verbal));
            opens && !had
        })
    }

    /// Whether a main verb stands in the run.
    pub(super) fn has_verb(&self, run: Run) -> bool {
        (run.start..run.end.min(self.len())).any(|i| self.is_main_verb(i))
    }

    /// The subject of the verb at `verb`, without what introduces it; `None` when there is none
    /// that names anything.
    pub(super) fn subject(&self, verb: usize) -> Option<Run> {
        let mut end = verb;
        // 'the ratio regularly fell short'
        let adverb = |i: usize| {
            self.is(i, ADVERB.or(OPEN)) && !self.any(i, &["too", "very"])
                || self.is(i, ALWAYS.or(SELDOM)) && self.word(i).ends_with("ly")
        };
        while end > 0 && adverb(end - 1) {
            end -= 1;
        }
        if end == 0 {
            return None;
        }
        // 'Strategy meetings, by contrast, do not': step over what stands between two commas.
        if self.is(end - 1, COMMA.or(DASH)) {
            let mark = self.words[end - 1].class;
            let before = (end.saturating_sub(REACH)..end - 1)
                .rev()
                .find(|&j| self.words[j].class.is(mark) || self.is(j, STOP.or(SEMICOLON)))?;
            if !self.words[before].class.is(mark) || before == 0 {
                return None;
            }
            end = before;
        }
        let mut start = end;
        let mut depth = 0usize;
        let floor = end.saturating_sub(REACH);
        // 'told inspectors they did not': a pronoun is a subject by itself.
        if self.any(end - 1, &["they", "he", "she", "we"])
            && !(end > 1 && self.is(end - 2, RELATIVE.or(AND)))
        {
            return Some(Run { start: end - 1, end });
        }
        while start > floor {
            let i = start - 1;
            let class = self.words[i].class;
            if class.is(PAREN_CLOSE.or(CLOSE)) {
                // A quoted word or two belong to the subject, a quoted sentence does not.
                if depth == 0
                    && class.is(CLOSE)
                    && !(i.saturating_sub(6)..i).any(|j| self.is(j, OPEN))
                {
                    break;
                }
                depth += 1;
            } else if class.is(PAREN_OPEN.or(OPEN)) {
                // 'is “shallow and lacks reflection”': what stands before is said of another.
                if depth == 0 && i > 0 && self.is(i - 1, BE.or(ADVERB)) {
                    return None;
                }
                if depth == 0 {
                    break;
                }
                depth -= 1;
            } else if depth > 0 {
                // Inside brackets or quotation marks nothing divides.
            } else if class.is(COMMA) && super::list::comma_in_pair(self, i) {
                // 'education, health and care plans'
            } else if class.is(COMMA.or(BREAK)) {
                break;
            } else if self.any(i, &["finding"]) && self.any(i.wrapping_sub(1), &["after"]) {
                break;
            } else if self.is_relative(i) {
                // The relative clause belongs to the subject.
            } else if self.any(i, &["after", "before", "since", "until"])
                && i > 0
                && !self.is(i - 1, MARK.or(AND))
                && self.is(i + 1, ARTICLE.or(QUANTIFIER))
                && !self.has_verb(Run { start: i + 1, end })
                // 'nurses had joined since the visit and a ward had been built'
                && !(i.saturating_sub(5)..i)
                    .any(|j| self.is(j, AUXILIARY) && self.is_main_verb(j))
            {
                // 'the recommendations after those deaths'
            } else if self.any(i, &["after"]) && self.any(i.wrapping_sub(1), &["looked"]) {
                // 'children looked after'
            } else if class.is(OPENER) || self.any(i, &["that", "but", "so"]) {
                // 'when' and 'where' inside a subject are rare: they open a clause.
                break;
            } else if self.any(i, &["as"])
                && i > 0
                && !self.any(
                    i - 1,
                    &[
                        "such",
                        "well",
                        "known",
                        "same",
                        "described",
                        "seen",
                        "used",
                        "act",
                        "acting",
                    ],
                )
                && !self.any(i + 1, &["a", "an", "part", "well", "young"])
                // 'children who present as homeless'
                && !(i.saturating_sub(3)..i).any(|j| self.any(j, &["who"]))
            {
                break;
            } else if class.is(AND) {
                if i > 0 && self.is(i - 1, CLOSE) {
                    break;
                }
                // 'had doubled since 2020 and drugs were': the year is no part of the subject.
                if i > 1 && self.is(i - 1, NUMBER) && self.any(i - 2, &["in", "since"]) {
                    break;
                }
                // 'relationships between staff and boys'
                let between = (i.saturating_sub(3)..i).any(|j| self.any(j, &["between"]));
                if i == 0 || !between && self.has_verb(Run { start: self.clause_start(i), end: i })
                {
                    break;
                }
            } else if class.is(VERB) && self.is_main_verb(i) {
                break;
            }
            start = i;
        }
        while start < end
            && (self.is(start, ADVERB.or(AND).or(COMMA).or(OPENER))
                || self.any(start, &["but", "while"]))
            && !self.is(start, QUANTIFIER)
            && !self.any(start, &["too"])
        {
            start += 1;
        }
        // 'In too many subjects the curriculum is': the phrase in front is no part of it.
        if self.is(start, PREPOSITION)
            && let Some(article) = (start + 2..end)
                .rev()
                .find(|&j| self.is(j, ARTICLE) && !self.is(j - 1, PREPOSITION))
        {
            start = article;
        }
        let run = Run { start, end };
        (!run.is_empty()).then_some(run)
    }

    /// Where the clause that holds word `i` starts: after the last mark or opener before it.
    pub(super) fn clause_start(&self, i: usize) -> usize {
        let floor = i.saturating_sub(REACH);
        (floor..i)
            .rev()
            .find(|&j| {
                self.is(j, COMMA.or(BREAK).or(OPEN).or(CLOSE))
                    || (self.is(j, OPENER) && !self.is_relative(j))
                    || (self.any(j, &["that"]) && !self.is_relative(j))
            })
            .map_or(floor, |j| j + 1)
    }

    /// The run without the articles and quantifiers that open it.
    pub(super) fn bare(&self, mut run: Run) -> Run {
        while run.start + 1 < run.end
            && (self.is(run.start, ARTICLE.or(OPEN))
                || (self.is(run.start, QUANTIFIER)
                    && self.any(
                        run.start,
                        &[
                            "some", "many", "most", "several", "these", "this", "those", "that",
                            "both", "such", "all", "any",
                        ],
                    )))
        {
            run.start += 1;
            if self.any(run.start, &["of"]) && run.start + 1 < run.end {
                run.start += 1;
            }
        }
        run
    }

    /// The run without its leading articles alone, for clauses that keep their 'some' and 'all'.
    pub(super) fn unarticled(&self, mut run: Run) -> Run {
        while run.start + 1 < run.end && self.is(run.start, ARTICLE.or(OPEN)) {
            run.start += 1;
        }
        run
    }

    /// The head of a noun phrase: the last word before its first preposition, relative clause,
    /// participle or mark.
    pub(super) fn head(&self, run: Run) -> usize {
        let mut head = run.start;
        for i in run.start..run.end {
            // 'detectives juggling 40 cases', but 'staff training'
            let doing = i > run.start
                && i + 1 < run.end
                && self.is(i - 1, PERSON)
                && self.word(i).ends_with("ing")
                && (self.word(i - 1).ends_with('s') || self.any(i - 1, &["children", "people"]));
            let stops = doing
                || self.is(i, PREPOSITION.or(RELATIVE).or(MARK).or(AUXILIARY).or(OPENER))
                || ((i > run.start + 1 || i > run.start && self.is(i - 1, PERSON))
                    && (self.word(i).ends_with("ed")
                        || self.any(
                            i,
                            &[
                                "living", "who", "given", "known", "aged", "waiting", "leaving",
                                "working",
                            ],
                        )));
            // 'the data they relied on'
            let contact = self.any(i, &["they", "we", "he", "she"]);
            if (stops || contact || self.any(i, &["such"])) && i > run.start {
                break;
            }
            head = i;
        }
        head
    }

    /// Where the clause that starts at `from` ends: before the mark, or before the conjunction
    /// that joins another clause to it.
    pub(super) fn clause_end(&self, from: usize) -> usize {
        self.clause_end_from(from, false)
    }

    /// The same for a place after the clause's verb.
    pub(super) fn clause_end_after_verb(&self, from: usize) -> usize {
        self.clause_end_from(from, true)
    }

    fn clause_end_from(&self, from: usize, mut seen_verb: bool) -> usize {
        let mut depth = 0usize;
        let stop = self.len().min(from + REACH);
        for i in from..stop {
            let class = self.words[i].class;
            if class.is(PAREN_OPEN.or(OPEN)) {
                depth += 1;
            } else if class.is(PAREN_CLOSE.or(CLOSE)) {
                if depth == 0 {
                    // '“too slow to escalate” problems': the fragment ends, the clause goes on.
                    if class.is(CLOSE)
                        && i + 1 < stop
                        && !self.is(i + 1, MARK.or(AND).or(SAYING).or(INSPECTORATE).or(ARTICLE))
                    {
                        continue;
                    }
                    return i;
                }
                depth -= 1;
            } else if depth > 0 {
                continue;
            } else if class.is(BREAK) {
                return i;
            } else if class.is(COMMA) && self.joins_adjectives(i) {
                // 'on a firm, flat surface'
            } else if class.is(COMMA) {
                if seen_verb
                    || self.any(i + 1, &["which", "who", "but", "so", "while"])
                    || self.attributes(i + 1)
                {
                    return i;
                }
                // Before its verb a comma stands in the subject: 'X, and anyone who helps, knows'.
            } else if i > from && (class.is(AND) || self.any(i, &["but"])) {
                // 'that plans are late and that visits are short'
                if seen_verb && (self.opens_clause(i + 1) || self.any(i + 1, &["that"])) {
                    return i;
                }
            } else if i > from
                && seen_verb
                && self.any(
                    i,
                    &["because", "although", "while", "whilst", "whereas", "despite", "meaning"],
                )
            {
                return i;
            } else if class.is(VERB) && self.is_main_verb(i) {
                seen_verb = true;
            }
        }
        stop
    }

    /// Whether the comma at `i` stands between two adjectives of one noun.
    fn joins_adjectives(&self, i: usize) -> bool {
        let plain = |j: usize| self.words.get(j).is_some_and(|w| w.class == Class::default());
        i > 1 && self.any(i - 2, &["a", "an"]) && plain(i - 1) && plain(i + 1) && plain(i + 2)
    }

    /// Whether 'inspectors said', 'the report says' starts at `i`.
    pub(super) fn attributes(&self, i: usize) -> bool {
        (i..i + 3).any(|j| self.is(j, INSPECTORATE) && (j + 1..j + 3).any(|k| self.is(k, SAYING)))
    }

    /// Whether a new clause, with a subject of its own, starts at `i`.
    pub(super) fn opens_clause(&self, i: usize) -> bool {
        if self.is(i, AUXILIARY) || self.any(i, &["that"]) {
            return false;
        }
        if self.any(i, &["it", "they", "he", "she", "we", "there", "this", "i"]) {
            return true;
        }
        for j in i..self.len().min(i + 14) {
            if self.is(j, COMMA.or(BREAK).or(OPEN).or(CLOSE).or(AND)) {
                return false;
            }
            if j > i && self.is_main_verb(j) {
                return true;
            }
        }
        false
    }

    /// The words of a run as a name: single spaces, no quotation marks at its ends.
    pub(super) fn name(&self, run: Run) -> String {
        let span = self.span(run);
        let mut name = String::with_capacity(span.len());
        let mut push = |words: &str| {
            // Most names are words with single spaces.
            let plain =
                |pair: &[u8]| pair != b"  " && (pair[0].is_ascii_graphic() || pair[0] == b' ');
            let bytes = words.as_bytes();
            let ends = bytes.first().is_some_and(|b| b.is_ascii_graphic())
                && bytes.last().is_some_and(|b| b.is_ascii_graphic());
            if ends && !words.contains('"') && bytes.windows(2).all(plain) {
                name.push_str(words);
                return;
            }
            for c in words.chars().filter(|c| !matches!(c, '“' | '”' | '"' | '\u{ad}')) {
                match c.is_whitespace() {
                    true if name.is_empty() || name.ends_with(' ') => {}
                    true => name.push(' '),
                    false => name.push(c),
                }
            }
        };
        // A quotation mark is a word of its own, of whatever shape; an apostrophe is none.
        let mut at = span.start();
        for mark in self.words[run.start..run.end].iter().filter(|w| w.class.is(OPEN.or(CLOSE))) {
            push(&self.source[at..mark.span.start()]);
            at = mark.span.end();
        }
        push(&self.source[at..span.end()]);
        name
    }

    /// The run without marks, conjunctions and stray openers at its ends.
    pub(super) fn trimmed(&self, mut run: Run) -> Run {
        while !run.is_empty()
            && self.is(run.start, COMMA.or(BREAK).or(CLOSE).or(AND).or(PAREN_CLOSE))
        {
            run.start += 1;
        }
        while !run.is_empty()
            && self.is(run.end - 1, COMMA.or(BREAK).or(OPEN).or(AND).or(PAREN_OPEN))
        {
            run.end -= 1;
        }
        // A closing mark stays only when its opening one is inside too.
        if !run.is_empty() && self.is(run.end - 1, CLOSE) {
            let opens = (run.start..run.end).filter(|&i| self.is(i, OPEN)).count();
            let closes = (run.start..run.end).filter(|&i| self.is(i, CLOSE)).count();
            if closes > opens {
                run.end -= 1;
            }
        }
        run
    }
}

#[cfg(test)]
mod tests {
    use super::super::names::Names;
    use super::*;
    use crate::text;

    fn with<T>(source: &str, act: impl FnOnce(&Sentence<'_>) -> T) -> T {
        let text = text::read(source);
        let mut words = Vec::new();
        read(&text, &Names::default(), Span::new(0, source.len()), &mut words);
        act(&Sentence { source, words: &words })
    }

    #[track_caller]
    fn subject(source: &str, verb: &str, expected: &str) {
        let found = with(source, |s| {
            let verb = (0..s.len()).rev().find(|&i| s.word(i) == verb).unwrap();
            s.subject(verb).map(|run| s.name(s.bare(run)))
        });
        assert_eq!(found.as_deref(), Some(expected));
    }

    #[test]
    fn subjects_stop_where_their_clause_starts() {
        subject("Ofsted found that the quality of plans was weak.", "was", "quality of plans");
        subject(
            "The report said caseloads in the team were too high.",
            "were",
            "caseloads in the team",
        );
        subject("Visits were late and plans were weak.", "were", "plans");
        subject(
            "However, attendance in English and maths remains low.",
            "remains",
            "attendance in English and maths",
        );
        subject("Strategy meetings, by contrast, do not include them.", "do", "Strategy meetings");
        subject(
            "Checks on children who are taught at home are weak.",
            "are",
            "Checks on children who are taught at home",
        );
    }

    #[test]
    fn clauses_end_at_marks_and_new_clauses() {
        let end = |source| with(source, |s| s.name(Run { start: 0, end: s.clause_end(0) }));
        assert_eq!(
            end("staff do not follow up absences, the inspectors write."),
            "staff do not follow up absences"
        );
        assert_eq!(
            end("medicines are checked and are stored safely."),
            "medicines are checked and are stored safely"
        );
        assert_eq!(end("visits are late and plans are weak."), "visits are late");
    }

    #[test]
    fn heads() {
        let head =
            |source| with(source, |s| s.word(s.head(Run { start: 0, end: s.len() })).to_owned());
        assert_eq!(head("quality of plans"), "quality");
        assert_eq!(head("social workers’ caseloads"), "caseloads");
        assert_eq!(head("pupils with SEND"), "pupils");
    }
}
