//! Quotations and who says them.

use crate::record::{Document, Quote};
use crate::rule::Rule;
use crate::scan::{Scan, Topic, Triggers};
use crate::text::Text;

pub(crate) static TRIGGERS: Triggers =
    Triggers { topic: Topic::Quotes, words: &[&["said"]], pieces: &[] };

/// The rules for quotations.
pub(crate) static RULES: &[&Rule] = &[];

/// The quotations of a text.
pub(crate) fn find_in(_text: &Text<'_>, _scan: &Scan, _document: &Document) -> Vec<Quote> {
    Vec::new()
}
