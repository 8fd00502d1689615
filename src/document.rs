//! What a text as a whole is: its kind, headline, publication date, inspectorate and framework.

use crate::Extractor;
use crate::dates::Mention;
use crate::record::{Document, DocumentKind};
use crate::text::{BlockKind, Text};

/// Identifies the document from its own words and the settings.
pub(crate) fn identify(text: &Text<'_>, mentions: &[Mention], settings: &Extractor) -> Document {
    let headline = text
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Headline)
        .map(|block| block.span.of(text.source).to_owned());
    Document {
        kind: settings.kind.unwrap_or(DocumentKind::News),
        headline,
        published: crate::dates::published(text, mentions).or(settings.published),
        inspectorate: None,
        framework: None,
    }
}
