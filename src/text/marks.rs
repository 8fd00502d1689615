use super::blocks::Block;
use crate::record::{Span, Warning};

/// What stands between quotation marks, over as many paragraphs as it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// From the first opening mark to the last closing one, marks included.
    pub outer: Span,
    /// The words inside the marks, one span a paragraph.
    pub segments: Vec<Span>,
    /// Whether a closing mark was found.
    pub closed: bool,
}

/// Pairs the quotation marks of a text.
pub(crate) fn quotations(
    source: &str,
    blocks: &[Block],
    _warnings: &mut Vec<Warning>,
) -> Vec<Quotation> {
    let mut found = Vec::new();
    for block in blocks {
        let text = block.span.of(source);
        let mut open: Option<(usize, char)> = None;
        for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '“' | '”' | '"')) {
            let at = block.span.start() + at;
            match open {
                None if c != '”' => open = Some((at, c)),
                Some((start, mark)) if c != '“' => {
                    let inner = Span::new(start + mark.len_utf8(), at);
                    let outer = Span::new(start, at + c.len_utf8());
                    found.push(Quotation { outer, segments: vec![inner], closed: true });
                    open = None;
                }
                _ => {}
            }
        }
    }
    found
}
