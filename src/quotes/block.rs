//! What a text quotes: what stands between marks, and blocks that an introduction makes quotations.
//!
//! | in the text | quoted |
//! | --- | --- |
//! | The letter states: ⏎ **Visits are purposeful.** | a block without marks |
//! | Ms Day writes: ⏎ **We accept this.** ⏎ **Our plan is ready.** | one quotation, of two paragraphs |
//! | The report says: ⏎ - **Staff are kind.** ⏎ - **Meals are hot.** | one quotation, of two items |
//! | Inspectors found: ⏎ - cold rooms | nothing: the writer's own list |
//!
//! Without marks only the words of the introduction tell, so much is asked of them: a verb of
//! saying or writing beside the colon, and whole sentences after it.

use std::borrow::Cow;

use super::cues::Cues;
use super::lexicon::Class;
use super::paragraph;
use crate::record::Span;
use crate::text::{Block, BlockKind, Quotation, Text};

/// What a text quotes at one place.
#[derive(Clone, Debug)]
pub(super) struct Quoted<'t> {
    /// From the first mark to the last, or the words alone where there are no marks.
    pub outer: Span,
    /// The words, one span a paragraph.
    pub segments: Cow<'t, [Span]>,
}

impl<'t> From<&'t Quotation> for Quoted<'t> {
    fn from(quotation: &'t Quotation) -> Quoted<'t> {
        Quoted { outer: quotation.outer, segments: Cow::Borrowed(&quotation.segments) }
    }
}

/// Paragraphs or items that one introduction can make a quotation.
const LONGEST: usize = 12;
/// Bytes between the verb and the colon of an introduction.
const NEAR: usize = 120;
/// Tokens before the colon among which the document is named.
const DOCUMENT: usize = 20;
/// Bytes of a block that stands as a quotation.
const BLOCK: std::ops::RangeInclusive<usize> = 25..=3_000;

/// All that the text quotes, in its order; blocks without marks only where a `news` text has them.
pub(super) fn quoted<'t>(text: &'t Text<'_>, news: bool) -> Vec<Quoted<'t>> {
    let mut quoted: Vec<Quoted<'t>> = text.quotations.iter().map(Quoted::from).collect();
    if news {
        let marked = quoted.len();
        let mut free = 0;
        for number in 0..text.blocks.len().saturating_sub(1) {
            if number >= free && opens_with_colon(text, number) {
                let block = introduced_by(text, number, &quoted);
                free = number + 1 + block.as_ref().map_or(0, |block| block.segments.len());
                quoted.extend(block);
            }
        }
        if quoted.len() > marked {
            quoted.sort_by_key(|quoted| quoted.outer.start());
        }
    }
    quoted
}

/// Whether a block ends with a colon and the next one begins as a sentence does.
fn opens_with_colon(text: &Text<'_>, number: usize) -> bool {
    let (block, next) = (&text.blocks[number], &text.blocks[number + 1]);
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading)
        && text.at(block.span).ends_with(':')
        && is_sentences(text, next)
}

/// The blocks after one that ends with a colon, when it introduces what somebody says.
fn introduced_by<'t>(
    text: &'t Text<'_>,
    number: usize,
    quoted: &[Quoted<'_>],
) -> Option<Quoted<'t>> {
    let listed = text.blocks[number + 1].kind == BlockKind::Item;
    if !says(text, number, quoted, listed) {
        return None;
    }
    let mut segments = Vec::new();
    for block in text.blocks[number + 1..].iter().take(LONGEST) {
        let goes_on = segments.is_empty()
            || listed && block.kind == BlockKind::Item
            || !listed && speaks_of_itself(text.at(block.content(text.source)));
        if !goes_on || !is_sentences(text, block) {
            break;
        }
        segments.push(block.content(text.source));
    }
    // One item alone is an item that the writer lists.
    if listed && segments.len() < 2 {
        return None;
    }
    let outer = segments.first()?.to(*segments.last()?);
    Some(Quoted { outer, segments: Cow::Owned(segments) })
}

/// Whether a block holds whole sentences, and no quotation marks.
fn is_sentences(text: &Text<'_>, block: &Block) -> bool {
    let words = text.at(block.content(text.source));
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)
        && BLOCK.contains(&words.len())
        && words.starts_with(char::is_uppercase)
        && words.ends_with(['.', '!', '?'])
        && !words.contains(['“', '”', '"', '«', '‘'])
        && {
            let next = text.quotations.partition_point(|q| q.outer.end() <= block.span.start());
            text.quotations.get(next).is_none_or(|q| q.outer.start() >= block.span.end())
        }
}

/// Whether a paragraph is spoken in the first person, as no news writer's is.
fn speaks_of_itself(words: &str) -> bool {
    words
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "I" | "We" | "we" | "Our" | "our" | "us" | "My" | "my"))
}

/// Whether the sentence that ends block `number` says whose words follow: 'The letter states:'. Of
/// a list only a document's verb of saying does: inspectors 'said' what the writer sums up.
fn says(text: &Text<'_>, number: usize, quoted: &[Quoted<'_>], listed: bool) -> bool {
    const VERBATIM: &[&str] = &[
        "added",
        "adds",
        "begins",
        "began",
        "concluded",
        "concludes",
        "continued",
        "continues",
        "ends",
        "explained",
        "explains",
        "goes on",
        "read",
        "reads",
        "replied",
        "replies",
        "said",
        "says",
        "stated",
        "states",
        "told",
        "tells",
        "went on",
        "writes",
        "wrote",
    ];
    let paragraph = paragraph::read(text, number, quoted);
    let end = paragraph.tokens.len();
    let Some(colon) = end.checked_sub(1) else { return false };
    let cues = Cues::new(text.source, &paragraph);
    let Some(found) = cues.governing(paragraph.sentence(colon).start, end) else { return false };
    let (Some(cue), Some(speaker)) = (found.cue, found.speaker) else { return false };
    let between = cue.end()..paragraph.tokens[colon].span.start();
    let Some(between) = text.source.get(between).filter(|words| words.len() <= NEAR) else {
        return false;
    };
    // 'In its report the watchdog said', 'The report says'
    let sentence = paragraph.sentence(colon);
    let document = sentence.start.max(colon.saturating_sub(DOCUMENT))..colon;
    let document = document.into_iter().any(|at| {
        paragraph.is(at, Class::DOCUMENT)
            && (speaker.contains(&at)
                || at >= 2 && at < speaker.start && paragraph.word_is(text.source, at - 2, "in"))
    });
    VERBATIM.contains(&text.at(cue))
        // 'said three things:', but 'told parents in a letter:'
        && !between.split(' ').any(|word| ANNOUNCING.contains(&word))
        && (document || !listed)
}

/// Words of a sentence that announces a list or a story rather than what somebody says.
const ANNOUNCING: &[&str] = &[
    "areas",
    "findings",
    "following",
    "issues",
    "points",
    "reasons",
    "recommendations",
    "steps",
    "that",
    "things",
    "this",
    "why",
];
