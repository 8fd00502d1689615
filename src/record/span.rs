use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes of the text that was given, on character boundaries.
///
/// `start` is the offset of the first byte, `end` the offset one past the last. The range never
/// ends before it starts. A span is only meaningful for the text that it was made from.
///
/// ```
/// let found = inspectral::extract("The school was rated good in June 2023.");
/// let span = found.ratings[0].span;
/// assert_eq!((span.start(), span.end()), (21, 25));
/// assert_eq!(&"The school was rated good in June 2023."[span.range()], "good");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Ends")]
pub struct Span {
    start: usize,
    end: usize,
}

/// The serialised form of a span, before it is known to be in order.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Ends {
    start: usize,
    end: usize,
}

impl TryFrom<Ends> for Span {
    type Error = &'static str;

    fn try_from(ends: Ends) -> Result<Span, &'static str> {
        if ends.start <= ends.end {
            Ok(Span { start: ends.start, end: ends.end })
        } else {
            Err("a span ends before it starts")
        }
    }
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    pub(crate) fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "span {start}..{end}");
        Span { start, end: end.max(start) }
    }

    /// Offset of the first byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// Offset one past the last byte.
    pub fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no bytes.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range, to slice the text with.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether byte `offset` lies in the span; the end itself does not.
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies in this span.
    pub fn encloses(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The slice of `text` that the span names; `None` when `text` is too short or the ends are
    /// not on its character boundaries, so not the text that the span was made from.
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// The slice of `text`, which the span is known to have been made from.
    pub(crate) fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The span without white space at its ends.
    pub(crate) fn trimmed(self, text: &str) -> Span {
        let slice = self.of(text);
        let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
        if slice.is_empty()
            || is_plain(slice.as_bytes().first()) && is_plain(slice.as_bytes().last())
        {
            return self;
        }
        let start = self.start + (slice.len() - slice.trim_start().len());
        let end = start + slice.trim().len();
        Span::new(start, end)
    }

    /// The smallest span that holds both.
    pub(crate) fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Range<usize> {
        span.range()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_outside() {
        let span = Span::new(3, 6);
        assert!(span.contains(3) && span.contains(5));
        assert!(!span.contains(2) && !span.contains(6));
        assert!(!span.overlaps(Span::new(6, 9)) && span.overlaps(Span::new(5, 9)));
    }

    #[test]
    fn json_out_of_order_is_refused() {
        assert!(serde_json::from_str::<Span>(r#"{"start": 2, "end": 1}"#).is_err());
        let span: Span = serde_json::from_str(r#"{"start": 1, "end": 2}"#).unwrap();
        assert_eq!(span, Span::new(1, 2));
    }

    #[test]
    fn trimming_keeps_the_words() {
        assert_eq!(Span::new(0, 6).trimmed(" a b\u{a0} "), Span::new(1, 4));
        assert_eq!(Span::new(0, 2).trimmed("  ").len(), 0);
    }
}
