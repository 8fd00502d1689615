//! Reads the quotations of a text one after the other and tries the sieves on each.

use std::ops::Range;

use super::block::{self, Quoted};
use super::cast::{Cast, Resolved};
use super::cues::{self, Attribution, Cues, Masked};
use super::headline;
use super::paragraph::{Kind, Paragraph};
use super::paragraphs::{Paragraphs, Place};
use super::rules;
use super::speaker::{self, Head, Source};
use crate::record::{DocumentKind, Quote, Span, Voice};
use crate::rule::Rule;
use crate::text::{BlockKind, Text};

/// Reads the quotations of `text`.
pub(super) fn read(text: &Text<'_>, kind: DocumentKind) -> Vec<Quote> {
    let quotations = block::quoted(text, kind == DocumentKind::News);
    if quotations.is_empty() {
        return Vec::new();
    }
    let paragraphs = Paragraphs::new(text, quotations);
    Reader::new(&paragraphs, kind).read()
}

/// How many quotations back one is looked for.
pub(super) const REACH: usize = 60;

/// Bytes between 'was told' and what an inspectorate demands in its own words.
const NEAR: usize = 60;

/// What a quotation was found to be.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub rule: &'static Rule,
    pub cue: Option<Span>,
    pub source: Option<Source>,
    pub resolved: Resolved,
    pub voice: Voice,
}

/// A quotation with its places.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub quotation: usize,
    pub first: Place,
    pub last: Place,
    pub said: Option<Said>,
    /// The last token of an attribution that stands after it, with whether it goes on.
    pub attributed_to: Option<usize>,
    /// Joined to the quotation before, which the writer interrupts.
    pub joined: bool,
    /// Stands alone in its sentence, or opens it.
    pub free: bool,
}

pub(super) struct Reader<'t> {
    pub text: &'t Text<'t>,
    /// What the text quotes, in its order.
    pub quotations: &'t [Quoted<'t>],
    pub kind: DocumentKind,
    pub paragraphs: &'t Paragraphs<'t>,
    pub cast: Cast<'t>,
    pub items: Vec<Item>,
}

impl<'t> Reader<'t> {
    fn new(paragraphs: &'t Paragraphs<'t>, kind: DocumentKind) -> Reader<'t> {
        let mut reader = Reader {
            text: paragraphs.text,
            quotations: &paragraphs.quotations,
            kind,
            paragraphs,
            cast: Cast::new(paragraphs),
            items: Vec::new(),
        };
        for (quotation, place) in paragraphs.places.iter().copied().enumerate() {
            if let (Some(first), Some(last)) = place {
                let free = reader.stands_free(first);
                reader.items.push(Item {
                    quotation,
                    first,
                    last,
                    said: None,
                    attributed_to: None,
                    joined: false,
                    free,
                });
            }
        }
        reader
    }

    pub(super) fn words(&self, item: &Item) -> &'t str {
        let quotation = &self.quotations[item.quotation];
        quotation.segments.first().map_or("", |segment| segment.of(self.text.source))
    }

    /// The last character of a quotation's words, nested marks aside.
    pub(super) fn ending(&self, item: &Item) -> char {
        let quotation = &self.quotations[item.quotation];
        let words = quotation.segments.last().map_or("", |segment| segment.of(self.text.source));
        words.trim_end_matches(['”', '’', '"', '\'', ')', ']']).chars().next_back().unwrap_or(' ')
    }

    /// The words of a block that holds a quotation, or stands before one that does.
    pub(super) fn paragraph(&self, block: usize) -> Option<&'t Paragraph> {
        self.paragraphs.of_quotation(block)
    }

    /// The words of any block.
    pub(super) fn any_paragraph(&self, block: usize) -> &'t Paragraph {
        self.paragraphs.any(block)
    }

    /// Whether a quotation stands alone in its sentence, or opens it.
    fn stands_free(&self, place: Place) -> bool {
        let Some(paragraph) = self.paragraph(place.0) else { return false };
        let sentence = paragraph.sentence(place.1);
        sentence.start == place.1
    }

    fn read(mut self) -> Vec<Quote> {
        for number in 0..self.items.len() {
            self.attribute(number);
        }
        self.look_back();
        self.build()
    }

    /// Tries the sieves on one quotation.
    fn attribute(&mut self, number: usize) {
        let item = self.items[number].clone();
        let masked = Masked { first: item.first.1, last: item.last.1, ending: self.ending(&item) };
        if self.join(number) {
            return;
        }
        let found = self.within(&item, masked);
        // 'said it was “a shock” and that they were expected to “do better”'
        if found.is_some()
            && let Some(said) = self.goes_on_with_that(number)
        {
            self.items[number].said = Some(said);
            return;
        }
        if let Some((attribution, block)) = found {
            let said = self.voiced(&attribution, block, number);
            // What stands between must be the attribution and nothing else.
            let near = attribution.speaker.as_ref().is_some_and(|speaker| {
                speaker.start > item.last.1 && speaker.start <= item.last.1 + 4
            });
            let after = block == item.last.0 && attribution.end > item.last.1 && near;
            let item = &mut self.items[number];
            item.attributed_to = after.then_some(attribution.end);
            item.said = said;
            return;
        }
        self.items[number].said = self.introduced(number);
    }

    /// The attribution by words of the quotation's own paragraphs.
    fn within(&self, item: &Item, masked: Masked) -> Option<(Attribution, usize)> {
        let source = self.text.source;
        let (block, last_block) = (item.first.0, item.last.0);
        let first = self.paragraph(block)?;
        let cues = Cues::new(source, first);
        let one = block == last_block;
        let here = Masked { last: if one { masked.last } else { masked.first }, ..masked };
        let before = cues.before(here);
        let direct = |found: &Attribution| {
            std::ptr::eq(found.rule, &rules::COLON) || std::ptr::eq(found.rule, &rules::CUE_BEFORE)
        };
        let noise = self.text.blocks[block].kind == BlockKind::Noise;
        // 'READ MORE: ‘…’' names nobody.
        let before = before.filter(|found| {
            !(noise && (found.cue.is_none() || std::ptr::eq(found.rule, &rules::COLON)))
        });
        if before.as_ref().is_some_and(direct) {
            return before.map(|found| (found, block));
        }
        let line = self.text.blocks[block].content(source).of(source);
        let titling = matches!(
            self.text.blocks[block].kind,
            BlockKind::Headline | BlockKind::Heading | BlockKind::Noise
        ) || line.len() < 160 && !line.ends_with(['.', '”', '"', '’', ':', '?', '!'])
            || block == 0 && here.first <= 4;
        if titling && let Some(found) = headline::headline(&cues, here, self.words(item)) {
            return Some((found, block));
        }
        let last = self.paragraph(last_block)?;
        let after = Cues::new(source, last);
        let there = Masked { first: if one { masked.first } else { masked.last }, ..masked };
        if let Some(found) = after.after(there) {
            return Some((found, last_block));
        }
        if let Some(found) = cues.aside(here) {
            return Some((found, block));
        }
        if let Some(found) = before {
            return Some((found, block));
        }
        self.attribution_in_block_before(item)
    }

    /// The attribution by a block before that ends with a colon.
    fn attribution_in_block_before(&self, item: &Item) -> Option<(Attribution, usize)> {
        let block = item.first.0;
        let is_item = self.text.blocks[block].kind == BlockKind::Item;
        if item.first.1 != 0 && !is_item {
            return None;
        }
        let mut before = block.checked_sub(1)?;
        while before > 0
            && block - before < 40
            && (matches!(self.text.blocks[before].kind, BlockKind::Noise | BlockKind::Furniture)
                || is_item && self.text.blocks[before].kind == BlockKind::Item)
        {
            before -= 1;
        }
        let paragraph = self.any_paragraph(before);
        let end = paragraph.tokens.len();
        if end == 0 || paragraph.tokens[end - 1].kind != Kind::Colon {
            return None;
        }
        let cues = Cues::new(self.text.source, paragraph);
        let sentence = paragraph.sentence(end - 1);
        let found = cues.governing(sentence.start, end)?;
        let rule = if is_item { &rules::LIST } else { found.rule };
        Some((Attribution { rule, ..found }, before))
    }

    /// The speaker's phrase of an attribution, resolved.
    fn voiced(&self, attribution: &Attribution, block: usize, number: usize) -> Option<Said> {
        let paragraph = self.any_paragraph(block);
        let Some(range) = attribution.speaker.clone() else {
            let neutral = attribution.cue.is_none_or(|cue| {
                let quotation = &self.quotations[self.items[number].quotation];
                let near = quotation.outer.start().saturating_sub(cue.end()) <= NEAR;
                let told = near && self.text.source[cue.end()..].starts_with(" to ");
                let cue = cue.of(self.text.source);
                cues::OF_FINDINGS.contains(&cue) || told && cues::OF_DEMANDS.contains(&cue)
            });
            let inspected = self.cast.inspected() && neutral;
            let voice = if inspected { Voice::Inspectorate } else { Voice::Unknown };
            return Some(Said {
                rule: attribution.rule,
                cue: attribution.cue,
                source: None,
                resolved: Resolved::default(),
                voice,
            });
        };
        if range.is_empty() || range.end > paragraph.tokens.len() {
            return None;
        }
        let sentence = paragraph.sentence(range.start);
        let author = self.author(paragraph, &sentence, &range);
        let source = speaker::read(self.text.source, paragraph, author.unwrap_or(range));
        Some(self.said(attribution.rule, attribution.cue, source, (block, sentence), number))
    }

    /// What is said by the phrase of `source`: whom it means and on whose side that is.
    pub(super) fn said(
        &self,
        rule: &'static Rule,
        cue: Option<Span>,
        source: Source,
        (block, sentence): (usize, Range<usize>),
        number: usize,
    ) -> Said {
        let start = sentence.start;
        let mut subjects = match source.head {
            Head::Pronoun => {
                self.subjects_of_pronoun(rule, cue, &source, (block, sentence), number)
            }
            Head::Spokesperson if source.organisation.is_none() => {
                self.subject_just_before(block, start).into_iter().collect()
            }
            _ => Vec::new(),
        };
        let speaking = self.items[..number].iter().rev().take(REACH).find_map(|item| {
            let said = item.said.as_ref().filter(|said| said.source.is_some())?;
            Some((item.last, &said.resolved))
        });
        let last = speaking.map(|(_, resolved)| resolved);
        // 'That was “wrong”, according to Ann Day. “It hurts,” she said': nobody stands nearer.
        let just_spoke = speaking.is_some_and(|((spoke, at), resolved)| {
            spoke == block
                && at < start
                && resolved.head == Some(Head::Person)
                && self.paragraph(block).is_some_and(|paragraph| {
                    paragraph.sentence(at).end == start
                        || paragraph.sentence(paragraph.sentence(at).end).end == start
                            && paragraph
                                .kind(paragraph.sentence(at).end)
                                .is_some_and(|kind| matches!(kind, Kind::Quote(_)))
                })
        });
        if just_spoke && !subjects.iter().take(1).any(|s| s.head == Head::Person) {
            subjects.clear();
        }
        let mut resolved = self.cast.resolve(self.text.source, &source, &subjects, last);
        let voice = self.voice_of(&source, &resolved, (block, start), number);
        // The letter of somebody else is not the inspectorate's.
        let others = source.head == Head::Document && voice != Voice::Inspectorate;
        if others && resolved.name.as_ref() == self.cast.inspectorate() {
            resolved.name = None;
        }
        Said { rule, cue, source: Some(source), resolved, voice }
    }

    /// Whether block `number` is a headline or another line that is no running text.
    pub(super) fn is_heading(&self, number: usize) -> bool {
        let block = &self.text.blocks[number];
        let text = block.span.of(self.text.source);
        let bare = text.trim_end_matches(['”', '"', '’', '\'', '»']);
        let titling = matches!(
            block.kind,
            BlockKind::Headline | BlockKind::Heading | BlockKind::Header | BlockKind::Noise
        );
        let capitals = || bare.len() < 100 && !bare.contains(char::is_lowercase);
        (titling || capitals()) && !bare.ends_with('.')
    }
}
