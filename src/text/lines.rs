use crate::record::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without white space at its ends.
    pub span: Span,
    /// White space before it, in characters.
    pub indent: usize,
    /// Blank lines directly before it.
    pub gap: usize,
    /// The page that it stands on, counted from 0 by form feeds.
    pub page: usize,
}

/// The lines of `source` that are not blank.
pub(crate) fn lines(source: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut gap, mut page, mut start) = (0, 0, 0);
    let bytes = source.as_bytes();
    let ends = memchr::memchr3_iter(b'\n', 0x0C, b'\r', bytes).chain([source.len()]);
    for end in ends {
        if end < start {
            continue;
        }
        let raw = Span::new(start, end);
        let span = raw.trimmed(source);
        if span.is_empty() {
            gap += 1;
        } else {
            let lead = &source[start..span.start()];
            let indent = lead.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
            lines.push(Line { span, indent, gap, page });
            gap = 0;
        }
        start = end + 1;
        match bytes.get(end) {
            Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => start += 1,
            Some(0x0C) => page += 1,
            _ => {}
        }
    }
    lines
}

/// Whether paragraphs run over several lines: whether lines that stop in the middle of a sentence
/// go on in the next line.
pub(crate) fn is_wrapped(source: &str, lines: &[Line]) -> bool {
    let (mut pairs, mut running) = (0usize, 0usize);
    for pair in lines.windows(2).take(4000) {
        let (line, next) = (pair[0].span.of(source), pair[1].span.of(source));
        pairs += 1;
        let goes_on = || next.starts_with(|c: char| c.is_lowercase());
        let stops = || line.ends_with(['.', '!', '?', ':', ';', '”', '"', '’', '\'']);
        if pair[1].gap == 0 && (20..=140).contains(&line.len()) && goes_on() && !stops() {
            running += 1;
        }
    }
    running * 8 >= pairs && running >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once() {
        let source = "one\r\n\r\n  two \n\x0cthree\rfour";
        let found: Vec<_> =
            lines(source).iter().map(|l| (l.span.of(source), l.indent, l.gap, l.page)).collect();
        assert_eq!(
            found,
            [("one", 0, 0, 0), ("two", 2, 1, 0), ("three", 0, 1, 1), ("four", 0, 0, 1)]
        );
    }

    #[test]
    fn wrapping_is_told_from_short_paragraphs() {
        let wrapped = "Inspectors visited the service for a week\nand spoke to many children who said\nthat they felt safe.\nLeaders know what to do next and have begun\nto do it.";
        assert!(is_wrapped(wrapped, &lines(wrapped)));
        let plain = "Inspectors visited the service for a week.\nThey spoke to children.\nLeaders know what to do.";
        assert!(!is_wrapped(plain, &lines(plain)));
    }
}
