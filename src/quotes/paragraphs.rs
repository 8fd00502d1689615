//! The paragraphs of a text as words: those with quotations at once, the others when asked for.
//! Long reports quote a word here and there, and most of their pages need not be read for it.

use std::cell::OnceCell;

use super::block::Quoted;
use super::paragraph::{self, Kind, Paragraph};
use crate::text::{BlockKind, Text};

/// A text of so many blocks, as articles are, is read whole for the names in it.
const SHORT: usize = 60;
/// Blocks at the start of a longer one that are read for the names in them, quotations or not.
const OPENING: usize = 12;
/// Blocks before and after a quotation that are read for who may say it.
const BEFORE: usize = 5;
const AFTER: usize = 1;

/// Where a masked token stands: its block and its number there.
pub(super) type Place = (usize, usize);

/// The paragraphs of a text, by the numbers of its blocks.
pub(super) struct Paragraphs<'t> {
    pub text: &'t Text<'t>,
    /// What the text quotes, in its order.
    pub quotations: Vec<Quoted<'t>>,
    /// The first and last token of each quotation, where there is one.
    pub places: Vec<(Option<Place>, Option<Place>)>,
    /// Whether a paragraph holds a quotation, or stands before one that does.
    quoted: Vec<bool>,
    read: Vec<OnceCell<Paragraph>>,
}

impl<'t> Paragraphs<'t> {
    /// Reads the paragraphs that hold quotations, and the one before each.
    pub fn new(text: &'t Text<'t>, quotations: Vec<Quoted<'t>>) -> Paragraphs<'t> {
        let count = text.blocks.len();
        let (places, quoted) = (vec![(None, None); quotations.len()], vec![false; count]);
        let read = vec![OnceCell::new(); count];
        let mut paragraphs = Paragraphs { text, quotations, places, quoted, read };
        let mut done = 0;
        for quotation in 0..paragraphs.quotations.len() {
            let outer = paragraphs.quotations[quotation].outer;
            let blocks = text.block_at(outer.start())..text.block_at(outer.end()) + 1;
            for block in blocks.start.max(done)..blocks.end.min(count) {
                paragraphs.read_quoted(block);
            }
            done = done.max(blocks.end);
        }
        paragraphs
    }

    /// Reads a paragraph in which quotations stand, as far as its layout lets them.
    fn read_quoted(&mut self, block: usize) {
        let Paragraphs { text, quotations, places, quoted, read } = self;
        let paragraph = read[block].get_or_init(|| paragraph::read(text, block, quotations));
        for (at, token) in paragraph.tokens.iter().enumerate() {
            if let Kind::Quote(quotation) = token.kind {
                quoted[block] = true;
                let place = &mut places[quotation];
                place.0 = place.0.or(Some((block, at)));
                place.1 = Some((block, at));
            }
        }
        let runs = |block: &usize| {
            !matches!(text.blocks[*block].kind, BlockKind::Noise | BlockKind::Furniture)
        };
        if quoted[block]
            && let Some(before) = (block.saturating_sub(BEFORE)..block).rev().find(runs)
        {
            quoted[before] = true;
        }
    }

    /// A paragraph that holds a quotation, or stands before one that does.
    pub fn of_quotation(&self, block: usize) -> Option<&Paragraph> {
        self.quoted.get(block).filter(|quoted| **quoted).map(|_| self.any(block))
    }

    /// Any paragraph.
    pub fn any(&self, block: usize) -> &Paragraph {
        self.read[block].get_or_init(|| paragraph::read(self.text, block, &self.quotations))
    }

    /// The blocks that can matter to a quotation, in order.
    pub fn near(&self) -> impl Iterator<Item = usize> {
        let count = self.text.blocks.len();
        let mut done = 0;
        let opening = if count <= SHORT { count } else { OPENING };
        let around = self.quotations.iter().map(|quotation| {
            let first = self.text.block_at(quotation.outer.start());
            let last = self.text.block_at(quotation.outer.end());
            first.saturating_sub(BEFORE)..last + AFTER + 1
        });
        std::iter::once(0..opening).chain(around).flat_map(move |blocks| {
            let new = blocks.start.max(done)..blocks.end.min(count);
            done = done.max(new.end);
            new
        })
    }
}
