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
    /// The page that it stands on, counted from 0 by form feeds or the printed numbers.
    pub page: usize,
}

/// The characters that a line starts and ends with, which tell most of what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    pub first: char,
    pub last: char,
}

impl Ends {
    /// Those of a line that is not empty.
    #[inline]
    pub(super) fn of(line: &str) -> Ends {
        match line.as_bytes() {
            [first, .., last] if first.is_ascii() && last.is_ascii() => {
                Ends { first: char::from(*first), last: char::from(*last) }
            }
            _ => {
                let of = |c: Option<char>| c.unwrap_or(' ');
                Ends { first: of(line.chars().next()), last: of(line.chars().next_back()) }
            }
        }
    }
}

/// The lines of `source` that are not blank.
pub(crate) fn lines(source: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(source.len() / 64);
    // A byte order mark is no part of the first line.
    let mark = source.strip_prefix('\u{feff}').map_or(0, |rest| source.len() - rest.len());
    let (mut gap, mut page, mut start) = (0, 0, mark);
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
            let indent = match &source[start..span.start()] {
                "" => 0,
                lead => lead.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum(),
            };
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

/// How many pairs of lines tell how a text is set.
const PAIRS: usize = 4000;
/// Wider gaps than this are all alike.
const WIDEST: usize = 8;

/// Counts the blank lines of double-spaced text as single-spaced text would have them, and tells
/// whether paragraphs run over several lines: whether lines that stop in the middle of a sentence
/// go on in the next line.
pub(super) fn settle(lines: &mut [Line], ends: &[Ends]) -> bool {
    // How far apart neighbours stand, and those of them that one sentence runs through.
    let (mut gaps, mut running) = ([0usize; WIDEST + 1], [0usize; WIDEST + 1]);
    let mut pairs = 0;
    for (pair, ends) in lines.windows(2).zip(ends.windows(2)).take(PAIRS) {
        let gap = pair[1].gap.min(WIDEST);
        pairs += 1;
        gaps[gap] += usize::from(pair[0].page == pair[1].page);
        let goes_on = || ends[1].first.is_lowercase();
        let stops = || matches!(ends[0].last, '.' | '!' | '?' | ':' | ';' | '”' | '"' | '’' | '\'');
        if (20..=140).contains(&pair[0].span.len()) && goes_on() && !stops() {
            running[gap] += 1;
        }
    }
    let within = if pairs < DOUBLE { 0 } else { within(&gaps, &running, pairs) };
    let between = between(&gaps, within);
    if within > 0 || between > 1 {
        for line in lines {
            line.gap = line.gap.saturating_sub(within).div_ceil(between);
        }
    }
    running[within] * 8 >= pairs && running[within] >= 2
}

/// The fewest pairs of lines that tell double spacing from paragraphs of a line each.
const DOUBLE: usize = 12;

/// How many blank lines stand between the lines of one paragraph.
fn within(gaps: &[usize], running: &[usize], pairs: usize) -> usize {
    let all: usize = running.iter().sum();
    let Some(gap) = (1..WIDEST).find(|&gap| running[gap] * 10 >= all * 8) else { return 0 };
    let closer: usize = gaps[..gap].iter().sum();
    // Paragraphs of a line each, as in a list, all stand equally far apart.
    let wider: usize = gaps[gap + 1..].iter().sum();
    let double = running[gap] * 12 >= pairs && closer * 50 <= pairs && wider * 40 >= pairs;
    if double { gap } else { 0 }
}

/// How many more blank lines than that stand between two paragraphs: the fewest that are usual.
fn between(gaps: &[usize], within: usize) -> usize {
    let wider = &gaps[within + 1..];
    let all: usize = wider.iter().sum();
    let mut seen = 0;
    let usual = wider.iter().position(|count| {
        seen += count;
        seen * 10 >= all
    });
    usual.filter(|_| all > 0).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(source: &str) -> (Vec<Line>, bool) {
        let mut lines = lines(source);
        let ends: Vec<Ends> = lines.iter().map(|line| Ends::of(line.span.of(source))).collect();
        let wrapped = settle(&mut lines, &ends);
        (lines, wrapped)
    }

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
        assert!(settled(wrapped).1);
        let plain = "Inspectors visited the service for a week.\nThey spoke to children.\nLeaders know what to do.";
        assert!(!settled(plain).1);
    }

    #[test]
    fn double_spacing_counts_as_single() {
        let single = "Inspectors visited the service for a week\nand spoke to many children who said\nthat they felt safe.\n\nLeaders know what to do next and have begun\nto do it.\n\n".repeat(4);
        let gaps = |source: &str| {
            let (lines, wrapped) = settled(source);
            assert!(wrapped);
            lines.iter().map(|line| line.gap).collect::<Vec<_>>()
        };
        for spaced in ["\n\n", "\r\n \r\n", "\n\n\n"] {
            assert_eq!(gaps(&single.replace('\n', spaced)), gaps(&single));
        }
        assert_eq!(gaps(&single.replace("\n\n", "\n\n\n\n")), gaps(&single));
        // Paragraphs of a line each stand apart, whatever their first letter.
        let list = "the quality of plans for children\n\nthe oversight of managers\n\n".repeat(9);
        let (found, wrapped) = settled(&list);
        assert!(!wrapped && found[1].gap == 1);
    }
}
