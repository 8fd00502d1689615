//! What a text as a whole is: its kind, headline, publication date, inspectorate and framework.

use std::borrow::Cow;

use crate::Extractor;
use crate::dates::{self, Mention};
use crate::record::{Document, DocumentKind, Span};
use crate::reports::Opened;
use crate::text::{BlockKind, Text};

/// Identifies the document from its own words and the settings.
pub(crate) fn identify(
    text: &Text<'_>,
    mentions: &[Mention],
    opened: Option<&Opened<'_, '_>>,
    settings: &Extractor,
) -> Document {
    let kind = settings.kind.or(opened.map(Opened::kind)).unwrap_or(DocumentKind::News);
    let printed = opened.and_then(|opened| opened.published.as_ref()?.value());
    Document {
        kind,
        headline: headline(text, opened),
        published: printed
            .or_else(|| crate::dates::published(text, mentions))
            .or(settings.published),
        inspectorate: opened.and_then(|opened| Some(Cow::Borrowed(opened.layout?.inspectorate))),
        framework: opened.and_then(Opened::framework).map(Cow::Borrowed),
    }
}

/// The headline of a news text, the title of a report.
fn headline(text: &Text<'_>, opened: Option<&Opened<'_, '_>>) -> Option<String> {
    let span: Option<Span> = match opened {
        Some(opened) => opened.title_line(),
        None => text
            .blocks
            .iter()
            .find(|block| block.kind == BlockKind::Headline)
            .map(|block| block.span),
    };
    span.map(|span| text.at(span).split_whitespace().collect::<Vec<_>>().join(" "))
}
