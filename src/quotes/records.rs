//! The records of the quotations read.

use std::borrow::Cow;

use super::kind;
use super::lexicon::{self, Class};
use super::paragraph::Kind;
use super::polarity;
use super::reader::{Item, Reader};
use super::rules;
use super::verdict::Verdict;
use crate::record::{Passage, Polarity, Quote, QuoteKind, Speaker, Voice};

impl Reader<'_> {
    /// The records, joined segments together.
    pub(super) fn build(self) -> Vec<Quote> {
        let mut quotes: Vec<Quote> = Vec::new();
        for item in &self.items {
            let quotation = &self.quotations[item.quotation];
            if item.joined
                && let Some(last) = quotes.last_mut()
            {
                last.segments.extend(quotation.segments.iter());
                continue;
            }
            if let Some(quote) = self.quote(item) {
                quotes.push(quote);
            }
        }
        for quote in &mut quotes {
            if quote.voice == Voice::Inspectorate && quote.kind != QuoteKind::Term {
                quote.polarity = self.polarity(quote);
            }
        }
        quotes
    }

    /// Whether a finding credits or faults.
    fn polarity(&self, quote: &Quote) -> Option<Polarity> {
        let source = self.text.source;
        let start = quote.segments.first()?.start();
        let sentence = &self.text.sentences[self.text.sentence_at(start)];
        let from = source
            .ceil_char_boundary(sentence.span.start().max(start.saturating_sub(80)).min(start));
        let clause = source[from..start].trim_end_matches(['“', '‘', '"', '\'', '«']);
        let clause = clause.rsplit(['“', '”', '"']).next().unwrap_or_default();
        let segments = quote.segments.iter().map(|segment| segment.of(source));
        polarity::of(segments, clause, quote.cue.as_ref().map(|cue| cue.text.as_str()))
    }

    fn quote(&self, item: &Item) -> Option<Quote> {
        let text = self.text.source;
        let quotation = &self.quotations[item.quotation];
        let words = self.words(item);
        let said = item.said.as_ref();
        let verdict = self.verdict(item);
        if verdict == Verdict::Nothing {
            return None;
        }
        let base = Quote {
            segments: quotation.segments.to_vec(),
            text: words.to_owned(),
            kind: QuoteKind::Term,
            voice: Voice::Unknown,
            speaker: None,
            cue: None,
            polarity: None,
            rule: Cow::Borrowed(rules::NOBODY.name),
        };
        if verdict == Verdict::Term {
            return Some(base);
        }
        let after_colon = item.first.1 > 0
            && self
                .paragraph(item.first.0)
                .is_some_and(|p| p.kind(item.first.1 - 1) == Some(Kind::Colon));
        let free = item.free
            || after_colon
            || said.is_some_and(|said| {
                std::ptr::eq(said.rule, &rules::COLON)
                    || std::ptr::eq(said.rule, &rules::CUE_BEFORE)
            });
        let whole = quotation.segments.len() > 1 || self.is_that_clause(item, words);
        let kind = match () {
            () if whole => QuoteKind::Direct,
            () if self.completes_a_phrase(item, words) => QuoteKind::Mixed,
            () => kind::of(words, free),
        };
        let Some(said) = said else {
            return Some(Quote { kind, ..base });
        };
        let speaker = said.source.as_ref().map(|source| Speaker {
            text: source.core.of(text).to_owned(),
            span: source.core,
            name: said.resolved.name.clone(),
            role: said.resolved.role.clone(),
            source: Passage::at(text, source.span),
        });
        Some(Quote {
            kind,
            voice: said.voice,
            speaker,
            cue: said.cue.map(|cue| Passage::at(text, cue)),
            rule: Cow::Borrowed(said.rule.name),
            ..base
        })
    }

    /// Whether quoted words go on from a verb, preposition or article of the writer's: 'had “come
    /// on the one day that it rained”'.
    fn completes_a_phrase(&self, item: &Item, words: &str) -> bool {
        let Some(paragraph) = self.paragraph(item.first.0) else { return false };
        let before = item.first.1.checked_sub(1);
        words.starts_with(char::is_lowercase)
            && !item.free
            && before.is_some_and(|at| {
                let carrying = Class::AUXILIARY.or(Class::PREPOSITION).or(Class::DETERMINER);
                paragraph.is(at, carrying)
                    && !paragraph.is(at, Class::SUBORDINATOR.or(Class::CUE))
                    && !paragraph.word_is(self.text.source, at, "that")
            })
    }

    /// Whether quoted words are the whole clause after 'that'.
    fn is_that_clause(&self, item: &Item, words: &str) -> bool {
        let Some(paragraph) = self.paragraph(item.first.0) else { return false };
        let that = item
            .first
            .1
            .checked_sub(1)
            .is_some_and(|at| paragraph.word_is(self.text.source, at, "that"));
        let ends = matches!(paragraph.kind(item.last.1 + 1), None | Some(Kind::Stop));
        let mut opening = words.split(' ');
        let (verb, next) = (opening.next().unwrap_or(""), opening.next().unwrap_or(""));
        let first = lexicon::class(verb);
        // 'a council that “behaves as any parent would”'
        let third_person = verb.ends_with('s')
            && verb.starts_with(char::is_lowercase)
            && lexicon::class(next)
                .is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::DETERMINER));
        that && ends
            && !third_person
            && kind::count(words, 7) >= 6
            && !first.is(Class::PREPOSITION
                .or(Class::AUXILIARY)
                .or(Class::CUE)
                .or(Class::VERB)
                .or(Class::CUE_BASE))
    }
}
