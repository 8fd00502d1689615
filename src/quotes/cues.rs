//! The sieves within one paragraph: the cue of a quotation and the phrase that is its subject.

use std::ops::Range;

use super::lexicon::Class;
use super::paragraph::{Kind, Paragraph, Token};
use super::phrase::Phrases;
use super::rules;
use super::voice::inspectorate_in;
use crate::record::Span;
use crate::rule::Rule;

/// How many tokens after a quotation its subject and verb are looked for.
const AFTER: usize = 45;
/// How many tokens before a quotation its verb is looked for.
const BEFORE: usize = 80;

/// Who says a quotation, by which words.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub rule: &'static Rule,
    pub cue: Option<Span>,
    /// The speaker's phrase; `None` when a passive names nobody.
    pub speaker: Option<Range<usize>>,
    /// The last token of the attribution.
    pub end: usize,
}

/// A masked quotation in its paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Masked {
    /// The tokens of its first and last segment in this paragraph.
    pub first: usize,
    pub last: usize,
    /// The last character of its words.
    pub ending: char,
}

/// Looks for cues in one paragraph.
pub(super) struct Cues<'p> {
    pub source: &'p str,
    pub paragraph: &'p Paragraph,
    pub phrases: Phrases<'p>,
}

/// Participles of findings, whose maker the text's subject tells: 'was found to be “safe”'.
pub(super) const OF_FINDINGS: &[&str] = &[
    "said",
    "found",
    "described",
    "seen",
    "singled out",
    "noted",
    "thought",
    "reported",
    "deemed",
    "shown",
    "praised",
    "criticised",
    "commended",
    "judged",
    "considered",
];
/// Participles of what an inspectorate demands, with 'to': 'was told to “act”'.
pub(super) const OF_DEMANDS: &[&str] =
    &["told", "asked", "ordered", "urged", "instructed", "advised", "required"];

/// Participles of judging, with 'by': 'the school, criticised by Ofsted for “drift”'.
const OF_JUDGEMENTS: &[&str] = &[
    "accused",
    "applauded",
    "attacked",
    "berated",
    "blamed",
    "blasted",
    "censured",
    "commended",
    "condemned",
    "credited",
    "criticised",
    "criticized",
    "denounced",
    "hailed",
    "lambasted",
    "lauded",
    "mocked",
    "praised",
    "rapped",
    "rebuked",
    "reprimanded",
    "slammed",
    "warned",
];

/// Nouns for what somebody thinks, before 'from'.
const WORDS_FROM: &[&str] =
    &["advice", "assessment", "conclusion", "message", "reaction", "response", "verdict", "view"];

/// Words after 'put' where something is put somewhere.
const PLACING: &[&str] = &["at", "in", "into", "off", "on", "onto", "through", "under", "up"];

/// Verbs before which a word in 's' is a noun in the plural.
const MODALS: &[&str] =
    &["can", "could", "may", "might", "must", "shall", "should", "will", "would"];

impl<'p> Cues<'p> {
    pub fn new(source: &'p str, paragraph: &'p Paragraph) -> Cues<'p> {
        Cues { source, paragraph, phrases: Phrases { source, paragraph } }
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.paragraph.tokens.get(at)
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.paragraph.kind(at)
    }

    fn is(&self, at: usize, classes: Class) -> bool {
        self.paragraph.is(at, classes)
    }

    fn word_is(&self, at: usize, word: &str) -> bool {
        self.paragraph.word_is(self.source, at, word)
    }

    fn any_word(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.word_is(at, word))
    }

    fn span(&self, first: usize, last: usize) -> Span {
        self.paragraph.span(&(first..last + 1))
    }

    /// The span of a verb, with the words that make it one with its particle: 'went on'.
    fn cue_span(&self, verb: usize) -> Span {
        let next = self.phrases.word(verb + 1).to_ascii_lowercase();
        let verb_word = self.phrases.word(verb).to_ascii_lowercase();
        let joined = match verb_word.as_str() {
            "called" | "calling" | "calls" | "call" => next == "for",
            "pointed" | "points" | "pointing" | "set" | "sets" | "setting" | "singled"
            | "singles" | "speak" | "spoke" | "speaks" | "spelled" | "speaking" => next == "out",
            "put" | "puts" => next == "it",
            "paid" | "pays" => next == "tribute",
            "summed" | "sums" => next == "up",
            "went" | "goes" | "go" => next == "on",
            _ => false,
        };
        // 'summed this up'
        let apart = matches!(verb_word.as_str(), "summed" | "sums" | "sum")
            && self.word_is(verb + 2, "up")
            && self.any_word(verb + 1, &["it", "that", "this"]);
        let last = if apart { verb + 2 } else { verb + usize::from(joined) };
        self.span(verb, last)
    }

    fn found(&self, rule: &'static Rule, verb: usize, speaker: Range<usize>) -> Attribution {
        let end = speaker.end.max(verb + 1) - 1;
        Attribution { rule, cue: Some(self.cue_span(verb)), speaker: Some(speaker), end }
    }

    /// Whether the word at `at` is a finite verb of saying.
    fn is_cue(&self, at: usize, classes: Class, from: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        if token.kind != Kind::Word || token.capital && at > from {
            return false;
        }
        if self.any_word(at, &["went", "goes"]) {
            return self.word_is(at + 1, "on");
        }
        if self.word_is(at, "set") {
            return self.word_is(at + 1, "out");
        }
        // 'pleaded guilty to “a litany of failures”'
        if self.any_word(at, &["pleaded", "pleads"]) && self.any_word(at + 1, &["guilty", "not"]) {
            return false;
        }
        if self.any_word(at, &["shot", "shoots", "fired", "fires", "hit", "hits", "snapped"]) {
            return self.word_is(at + 1, "back");
        }
        if token.is(Class::VERB) && self.any_word(at, &["paid", "pays", "pay"]) {
            return self.word_is(at + 1, "tribute");
        }
        if token.is(Class::VERB) && self.any_word(at, &["accepted", "accepts"]) {
            // 'accepted that waits were “too long”'
            return self.word_is(at + 1, "that");
        }
        // 'put in special measures'
        if self.any_word(at, &["put", "puts"]) && self.any_word(at + 1, PLACING) {
            return false;
        }
        // 'worried that it was “too late”', but 'are worried that'
        if self.any_word(at, &["worried", "worries"]) {
            return self.word_is(at + 1, "that")
                && !(at > from && self.is(at - 1, Class::AUXILIARY.or(Class::ADVERB)));
        }
        // 'that states can pass such laws'
        if token.span.of(self.source).ends_with('s') && self.any_word(at + 1, MODALS) {
            return false;
        }
        token.is(classes) && !self.phrases.is_noun_here(at, from)
    }

    /// Whether a sentence opens with a noun for people: 'The family of a man', 'Ellerby parents'.
    fn is_of_people(&self, from: usize) -> bool {
        (from..from + 4).any(|i| self.is(i, Class::PEOPLE))
    }

    /// Whether the phrase before `at` is of several: 'Residents of Norland say'.
    fn ends_plural(&self, from: usize, at: usize) -> bool {
        let Some(start) = self.phrases.left(from, at) else { return false };
        (start..at).take(4).zip(start + 1..at).any(|(noun, next)| {
            self.is(noun, Class::PEOPLE)
                && self.phrases.word(noun).ends_with('s')
                && self.any_word(next, &["of", "from", "in", "at", "near"])
        })
    }

    /// Whether a comma at `comma` closes what is told of two who are named: 'Ann and Tom Lee, of
    /// Norland,'.
    fn closes_couple(&self, from: usize, comma: usize) -> bool {
        /// Tokens of what is told of them.
        const TOLD: usize = 8;
        let near = from.max(comma.saturating_sub(TOLD));
        let opens = (near..comma).rev().find(|&i| self.kind(i) == Some(Kind::Comma));
        let Some(opens) = opens.filter(|&opens| opens > from + 2) else { return false };
        let told = ["from", "of", "who", "both"];
        let name = |i: usize| self.token(i).is_some_and(Token::is_name_part);
        self.any_word(opens + 1, &told)
            && name(opens - 1)
            && (opens.saturating_sub(5).max(from + 1)..opens - 1)
                .any(|i| self.word_is(i, "and") && name(i - 1))
    }

    /// Whether a plain form can be finite here: 'inspectors say', 'they call'.
    fn is_plain_cue(&self, at: usize, from: usize) -> bool {
        let capital = self.token(at).is_some_and(|token| token.capital);
        if at <= from || capital || !self.is(at, Class::CUE_BASE) || self.is(at, Class::CUE) {
            return false;
        }
        let Some(token) = self.token(at - 1) else { return false };
        let plural = token.kind == Kind::Word
            && (token.is(Class::PEOPLE.or(Class::ROLE))
                || self.any_word(at - 1, &["they", "we", "i", "you", "who"])
                // 'some say', but 'for many state workers'
                || self.any_word(at - 1, &["some", "many", "others", "most"])
                    && !(at > from + 1 && self.is(at - 2, Class::PREPOSITION))
                || self.phrases.word(at - 1).ends_with('s')
                    && !token.is(Class::PREPOSITION.or(Class::PRONOUN)))
            || token.kind == Kind::Close
            // 'Ann Day and Tom Lee write'
            || token.is_name_part()
                && (at.saturating_sub(4).max(from + 1)..at - 1).any(|i| {
                    self.word_is(i, "and")
                        && self.token(i - 1).is_some_and(Token::is_name_part)
                })
            // 'Inspectors, who came in May, say'
            || token.kind == Kind::Comma
                && self.closed_relative(from, at - 1).is_some_and(|start| {
                    start > from
                        && self.is(start - 1, Class::PEOPLE.or(Class::ROLE))
                        && self.phrases.word(start - 1).ends_with('s')
                })
            || token.kind == Kind::Comma && self.closes_couple(from, at - 1)
            || token.is_name_part() && self.ends_plural(from, at)
            || token.is(Class::ADVERB) && !token.is(Class::SUBORDINATOR) && at > from + 1;
        // 'The family of a man who died in a home say', but 'the final say'
        let plural = plural
            || self.word_is(at, "say")
                && token.kind == Kind::Word
                && (self.is(at + 1, Class::PRONOUN.or(Class::DETERMINER))
                    || matches!(self.kind(at + 1), Some(Kind::Quote(_))))
                && !token.is(Class::DETERMINER.or(Class::PREPOSITION).or(Class::CUE))
                && !self.phrases.is_noun_here(at, from)
                && self.is_of_people(from);
        let auxiliary = token.is(Class::AUXILIARY) || self.word_is(at - 1, "to");
        // 'went on to say', but 'was asked to say'
        let infinitive = self.is(at, Class::SPEECH_BASE)
            && self.word_is(at - 1, "to")
            && !(at > from + 1
                && self.any_word(
                    at - 2,
                    &["asked", "declined", "invited", "ordered", "refused", "told", "urged"],
                ));
        (plural || auxiliary) && (infinitive || !self.phrases.is_noun_here(at, from))
    }

    /// 'Q, said Ann Day', 'Q, Ann Day said', 'Q, according to Ann Day', 'Q – Ann Day'.
    pub fn after(&self, quote: Masked) -> Option<Attribution> {
        let mut at = quote.last + 1;
        self.token(at)?;
        if let Some(found) = self.possessed(quote) {
            return Some(found);
        }
        let new_sentence = self.paragraph.sentence(quote.last).end == at;
        let opens = self.paragraph.sentence(quote.first).start == quote.first;
        let mut separated = matches!(quote.ending, ',' | '.' | '!' | '?' | '…' | '—' | '–' | '-');
        let dash = self.kind(at) == Some(Kind::Dash);
        if matches!(self.kind(at), Some(Kind::Comma | Kind::Dash)) {
            separated = true;
            at += 1;
        }
        self.token(at)?;
        let until = self.paragraph.sentence(at).end;
        if dash && let Some(found) = self.signed(at, until) {
            return Some(found);
        }
        if self.word_is(at, "according") && self.word_is(at + 1, "to") && !new_sentence {
            let end = self.phrases.right(at + 2, until)?;
            return Some(Attribution {
                rule: &rules::ACCORDING_TO,
                cue: Some(self.span(at, at + 1)),
                speaker: Some(at + 2..end),
                end: end - 1,
            });
        }
        if let Some(found) =
            self.inverted(at, until).filter(|_| !new_sentence && (separated || opens))
        {
            return Some(found);
        }
        if let Some(found) = self.passive_after(at) {
            return Some(found);
        }
        let strict = !opens && !matches!(quote.ending, ',' | '?' | '!');
        self.subject_then_verb(at, until, quote, separated, new_sentence, strict)
    }

    /// 'the minister's “bonfire of red tape” speech'
    fn possessed(&self, quote: Masked) -> Option<Attribution> {
        let noun = quote.last + 1;
        let owned = quote.first.checked_sub(1)?;
        if self.kind(owned) != Some(Kind::Possessive)
            || !self.is(noun, Class::SPEECH_NOUN)
            || self.is(noun, Class::CUE)
        {
            return None;
        }
        let from = self.paragraph.sentence(quote.first).start;
        let first = self.phrases.left(from, owned)?;
        let speaker = Some(first..owned);
        let cue = Some(self.span(noun, noun));
        Some(Attribution { rule: &rules::NOUN, cue, speaker, end: noun })
    }

    /// 'said Ann Day, leader of the council'
    pub(super) fn inverted(&self, at: usize, until: usize) -> Option<Attribution> {
        let verb = if self.any_word(at, &["so", "then", "also"]) { at + 1 } else { at };
        if !self.is(verb, Class::SPEECH.or(Class::SPEECH_BASE)) || self.token(verb)?.capital {
            return None;
        }
        let mut start = verb + 1;
        while self.is(start, Class::TIME.or(Class::ADVERB)) && start < until {
            start += 1;
        }
        if self.any_word(start, &["that", "this", "it", "it's", "them", "no"]) {
            return None;
        }
        let end = self.phrases.right(start, until)?;
        Some(self.found(&rules::CUE_AFTER_INVERTED, verb, start..end))
    }

    /// '– Ofsted' at the end of the paragraph.
    fn signed(&self, at: usize, until: usize) -> Option<Attribution> {
        let last = self.paragraph.tokens.len();
        if !self.token(at)?.is_name_part() || last - at > 10 || until != last {
            return None;
        }
        let verb = (at..last).any(|i| self.is(i, Class::CUE.or(Class::VERB).or(Class::AUXILIARY)));
        let end = self.phrases.right(at, last)?;
        let whole = (end..last).all(|i| self.kind(i) == Some(Kind::Stop));
        (!verb && whole).then(|| Attribution {
            rule: &rules::SIGNED,
            cue: None,
            speaker: Some(at..end),
            end: end - 1,
        })
    }

    /// '“serious failures” were uncovered'
    fn passive_after(&self, at: usize) -> Option<Attribution> {
        if !self.any_word(at, &["was", "were", "are", "is", "had"]) {
            return None;
        }
        let mut verb = at + 1;
        while self.is(verb, Class::ADVERB.or(Class::AUXILIARY)) {
            verb += 1;
        }
        if self.any_word(at + 1, &["how", "what"]) {
            // '“…” was how Ofsted described it'
            let from = at + 2;
            let verb = (from..from + 12).find(|&i| self.is_cue(i, Class::CUE, from))?;
            let speaker = self.phrases.subject_of(from, verb)?;
            return Some(self.found(&rules::CLAUSE, verb, speaker));
        }
        let uncovered =
            ["uncovered", "found", "identified", "highlighted", "discovered", "flagged", "noted"];
        if !self.any_word(verb, &uncovered) || self.word_is(at, "had") && verb == at + 1 {
            return None;
        }
        if let Some(found) = self.agent(verb) {
            return Some(found);
        }
        Some(Attribution { rule: &rules::PASSIVE, cue: None, speaker: None, end: verb })
    }

    /// 'by inspectors' after a passive verb.
    fn agent(&self, verb: usize) -> Option<Attribution> {
        let by = (verb + 1..verb + 14)
            .take_while(|&i| {
                !matches!(self.kind(i), None | Some(Kind::Stop | Kind::Comma | Kind::Semicolon))
            })
            .find(|&i| self.word_is(i, "by"))?;
        let until = self.paragraph.sentence(by).end;
        // 'by teaching union'
        let gerund = self.phrases.word(by + 1).ends_with("ing") && self.is(by + 2, Class::BODY);
        let end = self.phrases.right(by + 1 + usize::from(gerund), until)?;
        // 'accused by the watchdog of “drift”': 'of' is the verb's.
        let end = (by + 2..end)
            .rev()
            .find(|&of| self.word_is(of, "of"))
            .filter(|_| self.any_word(verb, &["accused", "warned"]))
            .filter(|&of| of + 1 == end || self.phrases.word(of + 1).ends_with("ing"))
            .unwrap_or(end);
        // 'identified by inspectors in the “pods”'
        let dangling = |&i: &usize| !self.is(i, Class::PREPOSITION.or(Class::DETERMINER));
        let end = (by + 1..end).rev().find(dangling)? + 1;
        let somebody = (by + 1..end).any(|i| {
            self.is(i, Class::SPEAKER.or(Class::PRONOUN))
                || self.token(i).is_some_and(Token::is_name_part) && !self.is(i, Class::TIME)
        });
        if !somebody {
            return None;
        }
        Some(self.found(&rules::PASSIVE, verb, by + 1..end))
    }

    fn subject_then_verb(
        &self,
        at: usize,
        until: usize,
        quote: Masked,
        separated: bool,
        new_sentence: bool,
        strict: bool,
    ) -> Option<Attribution> {
        let mut at = at;
        while self.is(at, Class::ADVERB)
            && !self.is(at, Class::DETERMINER)
            && self.kind(at + 1) != Some(Kind::Possessive)
            && at + 1 < until
        {
            at += 1;
        }
        if !self.phrases.can_start(at) {
            return None;
        }
        let first = self.token(at)?;
        if !separated && !(first.is_name_part() || first.is(Class::PRONOUN.or(Class::DETERMINER))) {
            return None;
        }
        let strict = strict || !separated;
        let mut tried = 0;
        for verb in at + 1..until.min(at + AFTER) {
            if matches!(self.kind(verb), Some(Kind::Quote(_) | Kind::Colon | Kind::Semicolon)) {
                break;
            }
            if !(self.is_cue(verb, Class::SPEECH, at) || self.is_plain_cue(verb, at)) {
                continue;
            }
            tried += 1;
            if tried > 4 {
                break;
            }
            let Some(mut speaker) = self.phrases.subject_of(at, verb) else { continue };
            if self.is_named_again(at, speaker.start) {
                speaker.start = at;
            }
            if speaker.start != at || speaker.end > verb {
                continue;
            }
            let end = if self.cue_span(verb).end() > self.token(verb)?.span.end() {
                verb + 2
            } else {
                verb + 1
            };
            let closes = || self.ends_clause(end, until) || self.tells_somebody(verb, end, until);
            if (strict || new_sentence) && !closes() {
                return None;
            }
            if new_sentence {
                let quoted = (end..until)
                    .any(|i| matches!(self.kind(i), Some(Kind::Quote(_) | Kind::Colon)));
                if quoted
                    || quote.ending == '.' && !matches!(self.kind(end), None | Some(Kind::Stop))
                {
                    return None;
                }
            }
            if self.word_is(end, "that") && quote.ending != ',' {
                return None;
            }
            if let Some(found) = self.told_by(at, verb) {
                return Some(found);
            }
            if self.is_told(verb) {
                // '“…”, the court heard': somebody else says it.
                let cue = Some(self.cue_span(verb));
                let rule = &rules::CUE_AFTER;
                return Some(Attribution { rule, cue, speaker: None, end: verb });
            }
            return Some(self.found(&rules::CUE_AFTER, verb, speaker));
        }
        // '“…,” she deadpanned.'
        if quote.ending == ',' && !new_sentence {
            let end = self.phrases.right(at, until)?;
            let somebody = (at..end).any(|i| {
                self.is(i, Class::PRONOUN.or(Class::PEOPLE).or(Class::ROLE))
                    || self.token(i).is_some_and(Token::is_name_part)
            });
            if !somebody {
                return None;
            }
            let verb = if self.is(end, Class::ADVERB) { end + 1 } else { end };
            let word = self.phrases.word(verb);
            let past =
                word.ends_with("ed") && word.len() > 4 || self.is(verb, Class::CUE.or(Class::VERB));
            if past && !self.token(verb)?.capital && end <= at + 12 {
                return Some(self.found(&rules::CUE_AFTER, verb, at..end));
            }
        }
        None
    }

    /// '“…”, inspectors have been told by prisoners': the verb's subject does not say it.
    fn told_by(&self, from: usize, verb: usize) -> Option<Attribution> {
        let be = verb > from && self.any_word(verb - 1, &["was", "were", "been", "being"]);
        let told = ["advised", "asked", "informed", "reminded", "told", "warned"];
        if !be || !self.any_word(verb, &told) {
            return None;
        }
        let nobody = || Attribution {
            rule: &rules::PASSIVE,
            cue: Some(self.cue_span(verb)),
            speaker: None,
            end: verb,
        };
        Some(self.agent(verb).unwrap_or_else(nobody))
    }

    /// Whether the tokens from `at` are a noun for somebody whom the name at `name` names:
    /// 'another neighbour, Ola Brandt told the Echo'.
    fn is_named_again(&self, at: usize, name: usize) -> bool {
        let Some(comma) = name.checked_sub(1).filter(|&comma| comma > at) else { return false };
        self.kind(comma) == Some(Kind::Comma)
            && self.token(name).is_some_and(Token::is_name_part)
            && self.is(comma - 1, Class::PEOPLE.or(Class::ROLE))
            && self.phrases.left(at, comma) == Some(at)
    }

    /// Whether somebody is told and nothing more: 'told reporters on Monday'.
    fn tells_somebody(&self, verb: usize, at: usize, until: usize) -> bool {
        self.any_word(verb, &["told", "tells", "tell", "asked", "reminded", "warned"])
            && self.phrases.right(at, until.min(at + 8)).is_some_and(|end| {
                end >= until
                    || matches!(self.kind(end), Some(Kind::Stop | Kind::Comma))
                    || self.adverbial(end, until)
            })
    }

    /// Whether nothing that the verb could govern follows at `at`.
    fn ends_clause(&self, at: usize, until: usize) -> bool {
        if at >= until {
            return true;
        }
        match self.kind(at) {
            None | Some(Kind::Stop | Kind::Comma | Kind::Dash | Kind::Close) => true,
            Some(Kind::Word) => {
                self.is(at, Class::PREPOSITION.or(Class::TIME).or(Class::CUE_ING))
                    && !self.any_word(at, &["that", "as", "than", "to"])
                    // 'said as he opened the meeting'
                    || self.word_is(at, "as")
                        && self.is(at + 1, Class::PRONOUN.or(Class::DETERMINER))
                    || self.is(at, Class::ADVERB) && self.ends_clause(at + 1, until)
                    || self.phrases.word(at).ends_with("ly")
            }
            _ => false,
        }
    }

    /// ', Ann Day said,' or ', according to Ann Day' elsewhere in the sentence.
    pub fn aside(&self, quote: Masked) -> Option<Attribution> {
        let sentence = self.paragraph.sentence(quote.first);
        let until = sentence.end;
        let from = sentence.start.max(quote.first.saturating_sub(BEFORE));
        let mut commas = 0;
        for comma in (quote.last + 1..until.min(quote.last + BEFORE)).chain(from..quote.first) {
            let dash = self.kind(comma) == Some(Kind::Dash);
            if self.kind(comma) != Some(Kind::Comma) && !dash {
                continue;
            }
            commas += 1;
            if commas > 12 {
                return None;
            }
            let mut at = comma + 1;
            // ', as inspectors put it'
            if self.word_is(at, "as") && !dash {
                at += 1;
            }
            if self.word_is(at, "according") && self.word_is(at + 1, "to") {
                let Some(end) = self.phrases.right(at + 2, until) else { continue };
                return Some(Attribution {
                    rule: &rules::ACCORDING_TO,
                    cue: Some(self.span(at, at + 1)),
                    speaker: Some(at + 2..end),
                    end: end - 1,
                });
            }
            if !self.phrases.can_start(at) {
                // 'in three areas, say inspectors'
                let ends = |found: &Attribution| {
                    matches!(self.kind(found.end + 1), None | Some(Kind::Stop | Kind::Comma))
                };
                // 'That, said Ann Day, was “a threat”'
                let before = |found: &Attribution| {
                    self.kind(found.end + 1) == Some(Kind::Comma)
                        && quote.first <= found.end + 5
                        && (found.end + 2..quote.first)
                            .all(|i| self.is(i, Class::AUXILIARY.or(Class::ADVERB)))
                };
                // 'It is, says Marchbank, “the only thing that matters”'
                if let Some(found) = self
                    .inverted(at, until)
                    .filter(|found| if comma > quote.last { ends(found) } else { before(found) })
                {
                    return Some(Attribution { rule: &rules::ASIDE, ..found });
                }
                continue;
            }
            for verb in at + 1..until.min(at + 14) {
                if matches!(self.kind(verb), Some(Kind::Quote(_) | Kind::Colon | Kind::Comma)) {
                    break;
                }
                let finite = self.is_cue(verb, Class::SPEECH, at)
                    || self.is_plain_cue(verb, at)
                    || comma > quote.last
                        && self.is_cue(verb, Class::ATTITUDE, at)
                        && matches!(self.kind(verb + 1), None | Some(Kind::Stop | Kind::Comma));
                if !finite {
                    continue;
                }
                let Some(speaker) = self.phrases.subject_of(at, verb) else { break };
                let closes = match self.kind(verb + 1) {
                    None | Some(Kind::Stop | Kind::Dash) => true,
                    Some(Kind::Comma) => {
                        comma > quote.last || !matches!(self.kind(verb + 2), Some(Kind::Quote(_)))
                    }
                    _ if comma < quote.last => false,
                    // '…, chief inspector promises heads'
                    _ if self.is(verb + 1, Class::PEOPLE.or(Class::ROLE)) => {
                        matches!(self.kind(verb + 2), None | Some(Kind::Stop))
                    }
                    _ => self.adverbial(verb + 1, until),
                };
                if self.is_told(verb) && closes {
                    // ', inquest told': somebody else says it.
                    let cue = Some(self.cue_span(verb));
                    return Some(Attribution {
                        rule: &rules::ASIDE,
                        cue,
                        speaker: None,
                        end: verb,
                    });
                }
                if speaker.start <= at + 1 && speaker.end <= verb && closes {
                    return Some(self.found(&rules::ASIDE, verb, speaker));
                }
                break;
            }
        }
        None
    }

    /// Whether the verb says that its subject is told: ', inquest hears'.
    fn is_told(&self, verb: usize) -> bool {
        self.any_word(verb, &["told", "heard", "hears"])
            && matches!(self.kind(verb + 1), None | Some(Kind::Stop))
    }

    /// Whether only adverbials stand from `at` to `until`.
    fn adverbial(&self, at: usize, until: usize) -> bool {
        (self.is(at, Class::PREPOSITION.or(Class::TIME).or(Class::ADVERB))
            || self.is(at + 1, Class::TIME) && self.any_word(at, &["last", "earlier", "this"]))
            && !self.any_word(at, &["that", "as"])
            && until.saturating_sub(at) <= 10
            && (at..until).all(|i| {
                !self.is(i, Class::CUE.or(Class::AUXILIARY))
                    && !matches!(self.kind(i), Some(Kind::Quote(_) | Kind::Colon | Kind::Comma))
            })
    }

    /// The verb or noun before the quotation that governs it, and its subject.
    pub fn before(&self, quote: Masked) -> Option<Attribution> {
        let sentence = self.paragraph.sentence(quote.first);
        self.governing(sentence.start, quote.first)
    }

    /// The attribution by the words from `from` to `until`, at whose end the quotation stands.
    pub fn governing(&self, from: usize, until: usize) -> Option<Attribution> {
        let from = from.max(until.saturating_sub(BEFORE));
        let colon = until > from && self.kind(until - 1) == Some(Kind::Colon);
        if let Some(found) = self.opens_inverted(from, until) {
            return Some(found);
        }
        if colon && let Some(found) = self.after_dash(from, until - 1) {
            return Some(found);
        }
        if colon && let Some(found) = self.before_relative_colon(from, until - 1) {
            return Some(found);
        }
        let mut noun = None;
        let mut at = until;
        while at > from {
            at -= 1;
            let token = self.token(at)?;
            match token.kind {
                Kind::Comma if at + 1 < until || self.goes_on(until) => {
                    if let Some(start) = self.closed_relative(from, at) {
                        at = start;
                    }
                    continue;
                }
                Kind::Word => {}
                _ => continue,
            }
            let according =
                self.word_is(at, "to") && at > from && self.word_is(at - 1, "according");
            // 'In the words of the inspectors: “…”'
            let in_words = self.word_is(at, "of")
                && at >= from + 3
                && self.word_is(at - 1, "words")
                && self.word_is(at - 3, "in");
            if according || in_words {
                let start = if according { at - 1 } else { at - 3 };
                return Some(Attribution {
                    rule: &rules::ACCORDING_TO,
                    cue: Some(self.span(start, at)),
                    speaker: Some(at + 1..self.phrases.right(at + 1, until)?),
                    end: until - 1,
                });
            }
            if let Some(found) = self.governs(from, at, until, colon) {
                let found = Attribution { end: until - 1, ..found };
                if std::ptr::eq(found.rule, &rules::NOUN) {
                    noun = noun.or(Some(found));
                    continue;
                }
                let adjacent =
                    colon || self.kind(until - 1) == Some(Kind::Comma) && self.is_direct(at, until);
                let outer = if adjacent { None } else { self.outer(from, at, until, &found) };
                return Some(outer.unwrap_or(found));
            }
        }
        if noun.is_some() {
            return noun;
        }
        if colon { self.colon_without_cue(from, until - 1) } else { None }
    }

    /// 'Said Ann Day, who lives next door, “…”'
    fn opens_inverted(&self, from: usize, until: usize) -> Option<Attribution> {
        let comma = until.checked_sub(1).filter(|&comma| comma > from + 1)?;
        let said = self.is(from, Class::SPEECH) && self.token(from)?.capital;
        if !said || self.kind(comma) != Some(Kind::Comma) || !self.token(from + 1)?.is_name_part() {
            return None;
        }
        let end = self.phrases.right(from + 1, until)?;
        (end >= comma).then(|| self.found(&rules::CUE_BEFORE, from, from + 1..end.min(comma)))
    }

    /// 'What it means for schools – Ann Day: “…”'
    fn after_dash(&self, from: usize, colon: usize) -> Option<Attribution> {
        let near = from.max(colon.saturating_sub(6));
        let dash = (near..colon).rev().find(|&i| self.kind(i) == Some(Kind::Dash))?;
        let start = dash + 1;
        let named = start < colon
            && dash > from
            && (start..colon).all(|i| self.token(i).is_some_and(Token::is_name_part));
        let speaker = Some(start..colon);
        named.then_some(Attribution { rule: &rules::COLON, cue: None, speaker, end: colon })
    }

    /// 'A parent, who did not want to be named: “…”'
    fn before_relative_colon(&self, from: usize, colon: usize) -> Option<Attribution> {
        let comma = (from + 1..colon).rev().find(|&i| self.kind(i) == Some(Kind::Comma))?;
        let silent = self.word_is(comma + 1, "who")
            && (self.any_word(colon - 1, &["anonymous", "identified", "named"])
                || (comma + 2..colon).all(|i| {
                    !self.is(i, Class::SPEECH.or(Class::SPEECH_ING).or(Class::SPEECH_NOUN))
                }))
            && !self.is(colon - 1, Class::CUE)
            && self.phrases.left(from, comma) == Some(from);
        let somebody = (from..comma).any(|i| {
            self.is(i, Class::PEOPLE.or(Class::ROLE))
                || self.token(i).is_some_and(Token::is_name_part)
        });
        let speaker = Some(from..comma);
        (silent && somebody).then_some(Attribution {
            rule: &rules::COLON,
            cue: None,
            speaker,
            end: colon,
        })
    }

    /// 'The verdict from inspectors: “…”', 'From the report: “…”'
    fn words_from(&self, start: usize, colon: usize) -> Option<Attribution> {
        let from = (start..colon.min(start + 6)).find(|&i| self.word_is(i, "from"))?;
        let said = from == start
            || from > start
                && (self.is(from - 1, Class::SPEECH_NOUN.or(Class::DOCUMENT))
                    || self.any_word(from - 1, WORDS_FROM))
                && self.phrases.left(start, from) == Some(start);
        let end = self.phrases.right(from + 1, colon).filter(|&end| said && end == colon)?;
        // 'Key findings from the report include:'
        let end = end - usize::from(self.word_is(end - 1, "include"));
        let somebody = (from + 1..end)
            .any(|i| self.is(i, Class::SPEAKER) || inspectorate_in(self.phrases.word(i)).is_some())
            || from > start && self.token(end - 1).is_some_and(Token::is_name_part);
        let speaker = Some(from + 1..end);
        somebody.then_some(Attribution { rule: &rules::COLON, cue: None, speaker, end: colon })
    }

    /// Who says that somebody says: 'The report says staff feel “proud”' is the report's.
    fn outer(
        &self,
        from: usize,
        verb: usize,
        until: usize,
        inner: &Attribution,
    ) -> Option<Attribution> {
        let inner_start = inner.speaker.as_ref().map_or(verb, |speaker| speaker.start.min(verb));
        let named = inner.speaker.as_ref().is_some_and(|s| !self.is(s.start, Class::PRONOUN));
        if named && inner_start > from && self.word_is(inner_start - 1, "what") {
            // 'demanded an end to what inspectors called “drift”'
            return None;
        }
        // 'found cells in a state *the governor called* “squalid”'
        let naming = ["branded", "called", "dubbed", "labelled", "termed"];
        let relative = named
            && inner_start > from
            && verb + 1 == until
            && self.any_word(verb, &naming)
            && self.is(inner_start, Class::DETERMINER)
            && self.token(inner_start - 1).is_some_and(|token| {
                let no_noun = Class::CUE
                    .or(Class::CUE_ING)
                    .or(Class::COORDINATOR)
                    .or(Class::SUBORDINATOR)
                    .or(Class::RELATIVE)
                    .or(Class::PREPOSITION)
                    .or(Class::ADVERB)
                    .or(Class::AUXILIARY)
                    .or(Class::PRONOUN);
                token.kind == Kind::Word && !token.is(no_noun)
            });
        if relative {
            return None;
        }
        let reported = inner.speaker.as_ref().is_some_and(|speaker| {
            speaker.end < verb
                && speaker.end + 2 >= verb
                && self.any_word(speaker.end, &["that", "which"])
                && self.is(speaker.end - 1, Class::DOCUMENT)
        });
        // 'raised it with the minister, who called it “drift”'
        let told_by_the_way = verb > from + 1
            && self.any_word(verb - 1, &["who", "which"])
            && self.kind(verb - 2) == Some(Kind::Comma);
        if told_by_the_way {
            return None;
        }
        if reported {
            // 'hit back at a report that called it “drift”'
            return None;
        }
        let mut at = inner_start;
        let mut best = None;
        while at > from {
            at -= 1;
            match self.kind(at) {
                Some(Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Quote(_)) => {
                    break;
                }
                Some(Kind::Word) => {}
                _ => continue,
            }
            // 'children who need help are seen': the relative clause has its own verb.
            let relative = self.any_word(at, &["who", "which"])
                && !(at + 1..inner_start).any(|i| self.phrases.is_finite(i, at));
            if relative
                || self.is(at, Class::COORDINATOR)
                || self.any_word(
                    at,
                    &["although", "after", "as", "because", "before", "though", "when", "while"],
                )
            {
                break;
            }
            // 'The inquest heard that staff said he was “fine”'
            let cue = (self.is_cue(at, Class::CUE, from) || self.is_plain_cue(at, from))
                && !self.any_word(at, &["heard", "hears"]);
            if self.is(at, Class::CUE_ING)
                && let Some(found) = self.participle(from, at, until)
            {
                // 'telling reporters that he thinks it “great”'
                best = Some(found);
            }
            if cue
                && self.passive(from, at, until).is_none()
                && let Some(speaker) = self.phrases.subject_of(from, at)
            {
                best = Some(self.found(&rules::CLAUSE, at, speaker));
            }
        }
        best.map(|found| Attribution { end: until - 1, ..found })
    }

    /// Whether the quotation at `quote` begins in lower case, as part of the writer's sentence.
    fn goes_on(&self, quote: usize) -> bool {
        let Some(token) = self.token(quote) else { return false };
        let words = token.span.of(self.source);
        matches!(token.kind, Kind::Quote(_))
            && words.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
    }

    /// Where the relative clause that ends with the comma at `comma` starts.
    pub fn closed_relative(&self, from: usize, comma: usize) -> Option<usize> {
        let start = (from..comma)
            .rev()
            .take_while(|&i| {
                !matches!(self.kind(i), Some(Kind::Quote(_) | Kind::Colon | Kind::Stop))
            })
            .find(|&i| self.kind(i) == Some(Kind::Comma))?;
        (self.is(start + 1, Class::RELATIVE) && !self.word_is(start + 1, "what")).then_some(start)
    }

    /// Whether the word at `at` governs what stands at `until`.
    fn governs(&self, from: usize, at: usize, until: usize, colon: bool) -> Option<Attribution> {
        let token = self.token(at)?;
        let direct = self.is_direct(at, until);
        if self.is_cue(at, Class::CUE, from)
            || self.is_plain_cue(at, from)
            || token.is(Class::PARTICIPLE) && !token.capital
        {
            if let Some(found) = self.passive(from, at, until) {
                return found;
            }
            // 'a team whose advisers offer “steady support”' is the writer's or the outer verb's.
            let theirs = (!direct || !token.is(Class::SPEECH))
                && (at.saturating_sub(4).max(from)..at).any(|i| self.word_is(i, "whose"));
            if theirs {
                return None;
            }
            // 'said in a statement released through their solicitor'
            let reduced = at > from + 2
                && self.is(at - 1, Class::DOCUMENT)
                && self.any_word(at, &["issued", "posted", "published", "released", "shared"])
                && (self.word_is(at - 3, "in") || self.word_is(at - 2, "in"));
            if reduced {
                return None;
            }
            let rule = match () {
                () if colon => &rules::COLON,
                () if direct => &rules::CUE_BEFORE,
                () => &rules::CLAUSE,
            };
            let speaker = self.phrases.subject_of(from, at)?;
            return Some(self.found(rule, at, speaker));
        }
        // 'keen on telling', but 'a good job of covering'
        let gerund = at > from
            && (self.any_word(at - 1, &["by", "in", "before", "after", "beyond", "without"])
                || self.any_word(at - 1, &["on", "of", "for", "about", "from"])
                    && self.any_word(
                        at,
                        &["branding", "calling", "claiming", "describing", "saying", "telling"],
                    ));
        // 'putting it “bluntly”' says something, 'putting the photographs off' does not.
        let puts = self.word_is(at, "putting") && !self.word_is(at + 1, "it");
        // 'that reading was “at the heart of everything”'
        let subject = self.is(at + 1, Class::AUXILIARY);
        if token.is(Class::CUE_ING)
            && !puts
            && !subject
            && (gerund || !self.phrases.is_noun_here(at, from))
        {
            return self.participle(from, at, until);
        }
        if token.is(Class::SPEECH_NOUN) {
            return self.noun(from, at, until);
        }
        None
    }

    /// Whether only little stands between the verb and the quotation.
    fn is_direct(&self, verb: usize, until: usize) -> bool {
        (verb + 1..until).all(|i| {
            matches!(self.kind(i), Some(Kind::Comma | Kind::Colon)) || self.word_is(i, "that")
        })
    }

    /// A passive form of the verb: with its agent, or with nobody named. The outer option says
    /// whether it is a passive.
    fn passive(&self, from: usize, verb: usize, until: usize) -> Option<Option<Attribution>> {
        let word = self.phrases.word(verb);
        if word.ends_with('s') && !word.ends_with("ss") || word.ends_with("ing") {
            return None;
        }
        let mut before = verb;
        while before > from
            && (self.is(before - 1, Class::ADVERB.or(Class::TIME))
                || self.phrases.word(before - 1).ends_with("ly"))
        {
            before -= 1;
        }
        let be =
            ["is", "are", "was", "were", "be", "been", "being", "am", "wasn't", "weren't", "isn't"];
        let be = before > from && self.any_word(before - 1, &be);
        let direct = (verb + 1..until)
            .all(|i| self.any_word(i, &["as", "to", "be"]) || self.kind(i) == Some(Kind::Comma));
        let by = self.word_is(verb + 1, "by");
        let depicting = [
            "described",
            "dubbed",
            "branded",
            "labelled",
            "labeled",
            "called",
            "termed",
            "characterised",
            "known",
            "billed",
            "nicknamed",
        ];
        let depicts = self.any_word(verb, &depicting);
        // 'The city, nicknamed “…”' names it.
        let apposed = verb > from && self.kind(verb - 1) == Some(Kind::Comma);
        if !be && (direct || apposed) && self.word_is(verb, "nicknamed") {
            return Some(None);
        }
        // 'School told to ‘act now’', 'Nursery praised for ‘warm’ welcome'
        let headed = verb > from && verb <= from + 6 && !self.is(from, Class::DETERMINER);
        let demanded = headed
            && self.is(verb - 1, Class::BODY.or(Class::PEOPLE).or(Class::ROLE))
            && self.word_is(verb + 1, "to")
            && self.any_word(verb, &["told", "ordered", "instructed", "advised", "required"]);
        let judged = self.any_word(verb + 1, &["for", "over"])
            && self.any_word(verb, &["praised", "commended", "criticised", "condemned", "slammed"]);
        let fronted = (verb.saturating_sub(8).max(from)..verb)
            .any(|i| self.any_word(i, &["what", "which", "that", "as"]))
            && before > from
            && self.subject_is_near(from, verb);
        let accused = self.word_is(verb, "accused") && self.word_is(verb + 1, "of");
        // 'A school once told it was “failing” has been rated good'
        let once = self.word_is(verb - usize::from(verb > from), "once")
            && self.is(until + 1, Class::AUXILIARY);
        // 'an option seen by organisers as “a lifeboat”'
        let seen = by && self.any_word(verb, &["regarded", "seen", "viewed"]);
        // 'School criticised by Ofsted over “…”', 'The home, praised by inspectors for “…”'
        let judged_by = by
            && (self.any_word(verb, OF_JUDGEMENTS) || self.any_word(verb, OF_DEMANDS))
            && self.agent(verb).is_some();
        // 'School branded “unsafe” by Ofsted'
        let agent_behind = (depicts || self.any_word(verb, &["declared", "deemed", "hailed"]))
            && direct
            && matches!(self.kind(until), Some(Kind::Quote(_)))
            && self.word_is(until + 1, "by")
            && self.agent(verb).is_some();
        let reduced = demanded
            || once
            || seen
            || judged_by
            || agent_behind
            || judged
            || accused
            || depicts && (direct || by) && !fronted && !self.has_object_before(from, verb);
        if !be && !reduced {
            return None;
        }
        if let Some(found) = self.agent(verb) {
            return Some(Some(found));
        }
        if !be {
            // 'a scheme called “…”' names it.
            let named = self.any_word(verb, &["called", "dubbed", "termed", "known", "billed"]);
            if named {
                return Some(None);
            }
        }
        Some(Some(Attribution {
            rule: &rules::PASSIVE,
            cue: Some(self.cue_span(verb)),
            speaker: None,
            end: until - 1,
        }))
    }

    fn subject_is_near(&self, from: usize, verb: usize) -> bool {
        self.phrases.subject_of(from, verb).is_some()
    }

    /// Whether a pronoun or name directly before the verb makes it active: 'Ofsted described as'.
    fn has_object_before(&self, from: usize, verb: usize) -> bool {
        verb > from
            && self.token(verb - 1).is_some_and(|token| {
                token.is(Class::PRONOUN)
                    || token.is(Class::AUXILIARY) && verb >= from + 2
                    || token.is(Class::COORDINATOR)
                    || token.is_name_part()
                    // 'a number that the pollster, Ike Fuller, called'
                    || token.kind == Kind::Comma
                        && verb >= from + 2
                        && self.token(verb - 2).is_some_and(Token::is_name_part)
                    // 'Its report, published last week, described'
                    || token.kind == Kind::Comma && self.closes_apposition(from, verb - 1)
            })
    }

    /// Whether the comma at `comma` closes what is told of a noun for a speaker.
    fn closes_apposition(&self, from: usize, comma: usize) -> bool {
        /// Tokens of what is told of it.
        const TOLD: usize = 12;
        let near = (from + 1).max(comma.saturating_sub(TOLD))..comma;
        let opens = near.rev().find(|&i| self.kind(i) == Some(Kind::Comma));
        opens.is_some_and(|opens| {
            self.is(opens - 1, Class::SPEAKER)
                && (self.is(opens + 1, Class::RELATIVE)
                    || self.phrases.word(opens + 1).ends_with("ed"))
        })
    }

    /// 'adding', 'calling for': the subject is the main clause's.
    fn participle(&self, from: usize, at: usize, until: usize) -> Option<Attribution> {
        let found = |speaker| Some(self.found(&rules::PARTICIPLE, at, speaker));
        // 'a banner reading “Save our school”', 'A petition calling it “petty” was signed'
        let reading = self.word_is(at, "reading");
        if at > from
            && (reading || self.is(at - 1, Class::DOCUMENT))
            && self.token(at - 1).is_some_and(|t| t.kind == Kind::Word && !t.capital)
            && let Some(first) = self.phrases.left(from, at)
            && (reading || first == from)
        {
            // 'stood at the gates with placards reading'
            let with = (first..at).rev().find(|&i| self.word_is(i, "with"));
            let first = with.filter(|_| self.is(at - 1, Class::DOCUMENT)).map_or(first, |i| i + 1);
            return found(first..at);
        }
        // 'is calling it': progressive.
        let mut before = at;
        while before > from
            && (self.is(before - 1, Class::ADVERB) || self.phrases.word(before - 1).ends_with("ly"))
        {
            before -= 1;
        }
        if before > from && self.is(before - 1, Class::AUXILIARY) {
            return found(self.phrases.subject_of(from, at)?);
        }
        // 'with one union calling it “a scandal”'
        if let Some(first) = self.phrases.left(from, before)
            && let Some(with) =
                (first.saturating_sub(1).max(from)..at).rev().find(|&i| self.word_is(i, "with"))
            && with + 1 < at
        {
            return found(with + 1..before);
        }
        // 'Calling it “a disgrace”, Ann Day left': the subject follows.
        let opens = (from..at)
            .all(|i| self.is(i, Class::COORDINATOR.or(Class::PREPOSITION).or(Class::ADVERB)));
        if opens {
            let end = self.paragraph.sentence(until).end;
            let comma =
                (until..end.min(until + BEFORE)).find(|&i| self.kind(i) == Some(Kind::Comma));
            let start = comma.unwrap_or(until) + 1;
            let stop = self.phrases.right(start, end)?;
            if comma.is_none() && !self.is(stop, Class::CUE) {
                return None;
            }
            return found(start..stop);
        }
        let mut verb = at;
        let mut fallback = None;
        let mut tries = 0;
        while verb > from && tries < 6 {
            verb -= 1;
            if self.kind(verb) == Some(Kind::Comma)
                && let Some(start) = self.closed_relative(from, verb)
            {
                verb = start;
                continue;
            }
            if !self.phrases.is_finite(verb, from) {
                continue;
            }
            tries += 1;
            // 'In a statement released on Monday, Ann Day reacted, saying'
            let reduced = fallback.is_some()
                && self.is(verb - 1, Class::DOCUMENT)
                && self.is(verb + 1, Class::PREPOSITION.or(Class::TIME));
            if reduced {
                break;
            }
            let Some(speaker) = self.phrases.subject_of(from, verb) else { continue };
            if self.is(verb, Class::CUE) {
                return found(speaker);
            }
            fallback = fallback.or(Some(speaker));
        }
        // 'The report, citing “…”, calls on ministers': the verb is still to come.
        let subject = || {
            let comma = at.checked_sub(1).filter(|&comma| comma > from)?;
            let noun = self.kind(comma) == Some(Kind::Comma);
            let first = self.phrases.left(from, comma).filter(|_| noun)?;
            Some(first..self.phrases.right(first, comma)?)
        };
        found(fallback.or_else(subject)?)
    }

    /// 'Ofsted's finding that', 'his warning of'.
    fn noun(&self, from: usize, at: usize, until: usize) -> Option<Attribution> {
        let links = at + 1 == until
            || self.any_word(at + 1, &["that", "of", "about", "is", "was", "as", "for"])
            || matches!(self.kind(at + 1), Some(Kind::Colon | Kind::Comma)) && at + 2 == until;
        if !links || at <= from {
            return None;
        }
        let mut start = at;
        while start > from
            && self.is(start - 1, Class::NONE.or(Class::SPEECH_NOUN).or(Class::ADVERB))
        {
            start -= 1;
        }
        // The possessor.
        for i in (at.saturating_sub(4).max(from)..at).rev() {
            if self.any_word(i, &["his", "her", "their", "its"]) {
                // 'Ms Lowe did not mince her words: “…”'
                if self.kind(at + 1) == Some(Kind::Colon)
                    && let Some(verb) = (from..i).find(|&verb| self.phrases.is_finite(verb, from))
                    && let Some(subject) = self.phrases.subject_of(from, verb)
                {
                    return Some(self.found(&rules::NOUN, at, subject));
                }
                return Some(self.found(&rules::NOUN, at, i..i + 1));
            }
            if self.kind(i) == Some(Kind::Possessive) {
                let first = self.phrases.left(from, i)?;
                return Some(self.found(&rules::NOUN, at, first..i));
            }
            if self.is(i, Class::DETERMINER.or(Class::PREPOSITION).or(Class::CUE)) {
                break;
            }
        }
        // 'Ofsted warnings that', 'recent union accusations that'
        let mut first = at;
        while first > from
            && (self.token(first - 1).is_some_and(Token::is_name_part)
                || self.is(first - 1, Class::BODY))
        {
            first -= 1;
        }
        let compound = first < at && self.word_is(at + 1, "that");
        if compound && (first..at).any(|i| self.is(i, Class::BODY) || self.is_known_name(i)) {
            return Some(self.found(&rules::NOUN, at, first..at));
        }
        None
    }

    /// Whether a capitalised word is no more than a name.
    fn is_known_name(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_name_part) && !self.is(at, Class::TIME)
    }

    /// 'Ann Day, headteacher: “…”', 'One pupil summed this up: “…”'
    fn colon_without_cue(&self, from: usize, colon: usize) -> Option<Attribution> {
        if colon <= from {
            return None;
        }
        // A phrase alone.
        let mut start = from;
        while start < colon && self.is(start, Class::COORDINATOR.or(Class::ADVERB)) {
            start += 1;
        }
        // 'Continued Stone: “…”'
        if self.is(start, Class::SPEECH)
            && let Some(end) = self.phrases.right(start + 1, colon)
        {
            return Some(self.found(&rules::COLON, start, start + 1..end));
        }
        // 'then leaned in and boomed: “…”', a verb that no list knows
        let verb = colon - 1;
        let unknown = self.token(verb).is_some_and(|token| {
            token.kind == Kind::Word
                && !token.capital
                && token.class == Class::NONE
                && token.span.of(self.source).ends_with("ed")
        });
        if unknown && let Some(speaker) = self.phrases.subject_of(start, verb) {
            return Some(self.found(&rules::COLON, verb, speaker));
        }
        if let Some(found) = self.words_from(start, colon) {
            return Some(found);
        }
        let mut end = self.phrases.right(start, colon)?;
        // 'The report paints a bleak picture', a verb that no list knows
        let paints = end > start + 2
            && self.is(end, Class::DETERMINER)
            && self.token(end - 1).is_some_and(|token| token.class == Class::NONE)
            && self.phrases.word(end - 1).ends_with('s')
            && self.is(end - 2, Class::SPEAKER);
        if paints {
            end -= 1;
        }
        // 'The council's statement in full'
        let whole = end + 2 == colon
            && self.word_is(end, "in")
            && self.any_word(end + 1, &["full", "part"]);
        let person = (start..end)
            .any(|i| self.is(i, Class::SPEAKER) || self.token(i).is_some_and(Token::is_name_part))
            || self.is(start, Class::PRONOUN);
        if !person {
            return None;
        }
        if end == colon || whole {
            let speaker = Some(start..end);
            return Some(Attribution { rule: &rules::COLON, cue: None, speaker, end: colon });
        }
        // A verb that no list knows.
        let verb = (end..colon).find(|&i| {
            self.token(i).is_some_and(|t| t.kind == Kind::Word) && !self.is(i, Class::ADVERB)
        })?;
        // 'The trust's response to the report was short'
        let verb = match self.is(verb, Class::PREPOSITION) {
            true => (verb + 1..colon.min(verb + 8))
                .find(|&i| self.is(i, Class::AUXILIARY) && !self.is(i - 1, Class::RELATIVE))
                .unwrap_or(verb),
            false => verb,
        };
        let word = self.phrases.word(verb);
        // 'Maternity failings: “…”' of a headline
        let titles = end == start + 1
            && start == from
            && self.token(start).is_some_and(|token| token.class == Class::NONE)
            && !self.word_is(verb + 1, "follows");
        let verbal = self.is(verb, Class::VERB.or(Class::CUE).or(Class::AUXILIARY))
            || word.ends_with("ed")
            || word.ends_with('s') && !titles;
        verbal.then(|| Attribution {
            rule: &rules::COLON,
            cue: Some(self.span(verb, if paints { verb } else { (colon - 1).min(verb + 2) })),
            speaker: Some(start..end),
            end: colon,
        })
    }

    /// The subject of a sentence that introduces who speaks next, and its verb.
    pub fn introduced(&self, sentence: Range<usize>) -> Option<(Range<usize>, Option<Span>)> {
        let (from, until) = (sentence.start, sentence.end);
        let mut best: Option<(Range<usize>, Option<Span>)> = None;
        for at in from + 1..until.min(from + BEFORE) {
            let Some(token) = self.token(at) else { break };
            if token.kind != Kind::Word || token.capital {
                continue;
            }
            let cue = self.is_cue(at, Class::CUE, from) || self.is_plain_cue(at, from);
            let finite = cue
                || token.is(Class::VERB.or(Class::AUXILIARY))
                    && !self.phrases.is_noun_here(at, from)
                // 'resigned', but 'the registered manager'
                || self.phrases.word(at).ends_with("ed")
                    && !self.is(at - 1, Class::DETERMINER)
                    && self.kind(at - 1) != Some(Kind::Possessive);
            if !finite {
                continue;
            }
            let passive =
                at > from && self.any_word(at - 1, &["was", "were", "been", "be", "is", "are"]);
            let Some(speaker) = self.phrases.subject_of(from, at) else { continue };
            if speaker.start > from + 12 && best.is_some() {
                break;
            }
            if cue && !passive {
                return Some((speaker, Some(self.cue_span(at))));
            }
            if best.is_none() {
                best = Some((speaker, None));
            }
            if at > from + 40 {
                break;
            }
        }
        best
    }
}
