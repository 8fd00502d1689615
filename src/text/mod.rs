//! What a text looks like, before anything is understood.
//!
//! | in the text | here |
//! | --- | --- |
//! | runs of letters and digits, looked up in the lexicon | [`Token`] |
//! | lines, pages, indents | [`Line`] |
//! | paragraphs, headings, list items, header lines, page furniture, noise | [`Block`] |
//! | sentences | [`Sentence`] |
//! | what stands between quotation marks | [`Quotation`] |
//!
//! Everything is a span of the untouched source. Extractors look things up by offset, in
//! logarithmic time; nothing here depends on the length of a line or a paragraph.

mod blocks;
mod lines;
mod marks;
mod pages;
mod sentences;
mod words;

pub(crate) use blocks::{Block, BlockKind, is_bullet};
pub(crate) use lines::Line;
pub(crate) use marks::Quotation;
pub(crate) use sentences::Sentence;
pub(crate) use words::{Token, known_tokens, tokens, tokens_at};

use crate::record::{Span, Warning};
use lines::Ends;

/// A text, divided.
pub(crate) struct Text<'t> {
    pub source: &'t str,
    /// Its words as far as ASCII letters and digits make them; none where only the layout is read.
    pub tokens: Vec<Token>,
    /// The lines that are not blank.
    pub lines: Vec<Line>,
    pub blocks: Vec<Block>,
    /// The sentences, each within one block.
    pub sentences: Vec<Sentence>,
    /// The outermost quotations.
    pub quotations: Vec<Quotation>,
}

impl<'t> Text<'t> {
    /// Divides `source`; what is doubtful goes to `warnings`.
    pub(crate) fn read(source: &'t str, warnings: &mut Vec<Warning>) -> Text<'t> {
        Text { tokens: tokens(source), ..Text::layout(source, warnings) }
    }

    /// Divides `source` without looking at its words.
    pub(crate) fn layout(source: &'t str, warnings: &mut Vec<Warning>) -> Text<'t> {
        let mut text = Text::without_quotations(source, |_| true);
        text.read_quotations(warnings);
        text
    }

    /// Divides `source` without looking at its words and quotation marks, and into sentences only
    /// in the blocks that hold one of the `places`, which are in order; other blocks are taken for
    /// one sentence each.
    pub(crate) fn around(source: &'t str, places: impl IntoIterator<Item = usize>) -> Text<'t> {
        let mut places = places.into_iter().peekable();
        Text::without_quotations(source, |block| {
            while places.next_if(|&place| place < block.start()).is_some() {}
            places.peek().is_some_and(|&place| block.contains(place))
        })
    }

    /// Divides `source` without looking at its words and quotation marks; blocks that are not
    /// `wanted` are not divided.
    fn without_quotations(source: &'t str, wanted: impl FnMut(Span) -> bool) -> Text<'t> {
        let mut lines = lines::lines(source);
        pages::count(source, &mut lines);
        let ends: Vec<Ends> = lines.iter().map(|line| Ends::of(line.span.of(source))).collect();
        let wrapped = lines::settle(&mut lines, &ends);
        let mut blocks = blocks::blocks(source, &lines, &ends, wrapped);
        let sentences = sentences::sentences(source, &mut blocks, wanted);
        let (tokens, quotations) = Default::default();
        Text { source, tokens, lines, blocks, sentences, quotations }
    }

    /// Finds the quotations.
    pub(crate) fn read_quotations(&mut self, warnings: &mut Vec<Warning>) {
        self.quotations = marks::quotations(self.source, &self.blocks, warnings);
    }

    /// The tokens from byte `offset` on.
    pub(crate) fn tokens_from(&self, offset: usize) -> &[Token] {
        &self.tokens[self.tokens.partition_point(|token| token.start() < offset)..]
    }

    /// The words at `span`.
    pub(crate) fn at(&self, span: Span) -> &'t str {
        span.of(self.source)
    }

    /// The number of the block that holds byte `offset`, or else of the one before it.
    pub(crate) fn block_at(&self, offset: usize) -> usize {
        self.blocks.partition_point(|block| block.span.start() <= offset).saturating_sub(1)
    }

    /// The number of the sentence that holds byte `offset`, or else of the one before it.
    pub(crate) fn sentence_at(&self, offset: usize) -> usize {
        self.sentences.partition_point(|s| s.span.start() <= offset).saturating_sub(1)
    }

    /// The outermost quotation whose marks or words hold byte `offset`.
    pub(crate) fn quotation_at(&self, offset: usize) -> Option<&Quotation> {
        let next = self.quotations.partition_point(|q| q.outer.start() <= offset);
        // A line between two paragraphs of a quotation may hold quotations of its own.
        self.quotations[next.saturating_sub(4)..next].iter().rev().find(|quotation| {
            let segment = quotation.segments.partition_point(|s| s.start() <= offset);
            let inside = segment > 0 && offset <= quotation.segments[segment - 1].end();
            inside || quotation.outer.start() == offset
        })
    }
}

#[cfg(test)]
pub(crate) fn read(source: &str) -> Text<'_> {
    Text::read(source, &mut Vec::new())
}
