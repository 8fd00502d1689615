//! Quotations and who says them.
//!
//! | in the text | quote |
//! | --- | --- |
//! | “**We know**,” said Cllr Ann Hart, leader of the council. | direct, provider, 'Cllr Ann Hart', name 'Ann Hart' |
//! | Ofsted found “**serious failures**” in plans. | mixed, inspectorate: a quoted finding |
//! | It was rated ‘**good**’ in May. | term: nobody in particular says it |
//! | She added: “**It is hard. ⏎ “It will pass.**” | one quote with two segments, name resolved |
//! | The letter states: ⏎ **Visits are purposeful.** | a block that its introduction makes a quote |
//!
//! No parser and no model: quotation marks are paired by the text layer, each paragraph is read as
//! words with its quotations masked, and sieves are tried in order, the surest first: a colon or a
//! cue directly before, a cue after, an aside in the sentence, the verb of the clause, the sentence
//! or quotation before. The names that the text gives are collected once, and pronouns, surnames
//! and roles looked up among them.
//!
//! ```
//! let quotes = inspectral::quotes::find("“We accept the findings,” said Cllr Ann Hart.");
//! assert_eq!(quotes[0].text, "We accept the findings,");
//! assert_eq!(quotes[0].speaker.as_ref().unwrap().name.as_deref(), Some("Ann Hart"));
//! assert_eq!(quotes[0].rule, "quote.cue_after_inverted");
//! ```

mod antecedent;
mod block;
mod carried;
mod cast;
mod cues;
mod headline;
mod kind;
mod lexicon;
mod paragraph;
mod paragraphs;
mod phrase;
mod polarity;
mod reader;
mod records;
mod rules;
mod speaker;
mod verdict;
mod voice;

pub(crate) use lexicon::LISTS as WORD_LISTS;
pub(crate) use rules::RULES;

use crate::record::{Document, DocumentKind, Quote};
use crate::scan::{Scan, Topic, Triggers};
use crate::text::Text;

/// Quotations are found by their marks; no word wakes this extractor.
pub(crate) static TRIGGERS: Triggers = Triggers { topic: Topic::Quotes, words: &[], pieces: &[] };

/// The quotations of a text, without its ratings, dates and areas.
///
/// ```
/// let text = "Ofsted found “serious weaknesses” in oversight.";
/// let quotes = inspectral::quotes::find(text);
/// assert_eq!(quotes[0].voice, inspectral::Voice::Inspectorate);
/// assert_eq!(&text[quotes[0].segments[0].range()], "serious weaknesses");
/// ```
pub fn find(text: &str) -> Vec<Quote> {
    let text = Text::layout(text, &mut Vec::new());
    reader::read(&text, DocumentKind::News)
}

/// The quotations of a text.
pub(crate) fn find_in(text: &Text<'_>, _scan: &Scan, document: &Document) -> Vec<Quote> {
    reader::read(text, document.kind)
}
