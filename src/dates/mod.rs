//! Dates: found as written, resolved to EDTF values, with roles.

mod value;

pub use value::{DateValue, Day, Season};

use crate::record::{Date, Document, Span};
use crate::rule::Rule;
use crate::scan::{Scan, Topic, Triggers};
use crate::text::Text;

pub(crate) static TRIGGERS: Triggers =
    Triggers { topic: Topic::Dates, words: &[&["may"]], pieces: &[] };

/// The rules for dates.
pub(crate) static RULES: &[&Rule] = &[];

/// A date as written, not yet resolved.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub span: Span,
}

/// The dates of a text as written, in its order.
pub(crate) fn mentions(_text: &Text<'_>, _scan: &Scan) -> Vec<Mention> {
    Vec::new()
}

/// Resolves the dates of a text and assigns their roles.
pub(crate) fn resolve(_text: &Text<'_>, mentions: &[Mention], _document: &Document) -> Vec<Date> {
    debug_assert!(mentions.iter().all(|m| !m.span.is_empty()));
    Vec::new()
}
