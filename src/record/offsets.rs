use std::ops::Range;

use super::Span;

/// Bytes between two places whose counts are kept.
const STRIDE: usize = 128;

/// Turns byte spans into ranges of characters or of UTF-16 code units, as JavaScript, Java and
/// (for characters) Python count them.
///
/// The text is walked once, when this is made; each span then costs a short count.
///
/// ```
/// let text = "“Café” was rated good.";
/// let found = inspectral::extract(text);
/// let offsets = inspectral::Offsets::new(text);
/// assert_eq!(found.ratings[0].span.range(), 22..26);
/// assert_eq!(offsets.characters(found.ratings[0].span), 17..21);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// For each stride of bytes, characters and UTF-16 units that start before it.
    before: Vec<(usize, usize)>,
}

impl<'t> Offsets<'t> {
    /// Walks `text` once.
    pub fn new(text: &'t str) -> Offsets<'t> {
        let mut before = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut counts = (0, 0);
        for stride in text.as_bytes().chunks(STRIDE) {
            before.push(counts);
            let (characters, units) = count(stride);
            counts = (counts.0 + characters, counts.1 + units);
        }
        if text.len().is_multiple_of(STRIDE) {
            before.push(counts);
        }
        Offsets { text, before }
    }

    /// The characters (Unicode scalar values) that `span` covers, counted from the text's start.
    /// A span that reaches beyond the text ends with it.
    pub fn characters(&self, span: Span) -> Range<usize> {
        self.at(span.start()).0..self.at(span.end()).0
    }

    /// The UTF-16 code units that `span` covers, counted from the text's start. A span that
    /// reaches beyond the text ends with it.
    pub fn utf16(&self, span: Span) -> Range<usize> {
        self.at(span.start()).1..self.at(span.end()).1
    }

    /// Characters and UTF-16 units that start before byte `offset`.
    fn at(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.text.len());
        let stride = offset / STRIDE;
        let (characters, units) = count(&self.text.as_bytes()[stride * STRIDE..offset]);
        (self.before[stride].0 + characters, self.before[stride].1 + units)
    }
}

/// Characters and UTF-16 units that start in a stretch of UTF-8.
fn count(bytes: &[u8]) -> (usize, usize) {
    let characters = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    // Characters of four bytes take two units.
    let pairs = bytes.iter().filter(|byte| **byte >= 0xF0).count();
    (characters, characters + pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_the_text_everywhere() {
        let text = "aé€😀 ‘x’".repeat(60);
        let offsets = Offsets::new(&text);
        let places: Vec<usize> =
            text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for &at in &places {
            let span = Span::new(0, at);
            assert_eq!(offsets.characters(span), 0..text[..at].chars().count(), "{at}");
            assert_eq!(offsets.utf16(span), 0..text[..at].encode_utf16().count(), "{at}");
        }
    }

    #[test]
    fn a_text_that_ends_with_a_stride() {
        let text = "a".repeat(STRIDE * 2);
        assert_eq!(Offsets::new(&text).characters(Span::new(1, STRIDE * 2)), 1..STRIDE * 2);
        assert_eq!(Offsets::new("").utf16(Span::new(0, 0)), 0..0);
    }
}
