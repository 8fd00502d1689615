use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use memchr::memmem::Finder;

use super::lines::{Ends, Line};
use crate::record::Span;
use crate::tables::text::NOISE_STARTS;

/// A paragraph, a heading, a list item or another unit of a text's layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// The block with its list marker.
    pub span: Span,
    pub kind: BlockKind,
    /// The marker of a list item: a bullet, '3.', '(a)'.
    pub marker: Option<Span>,
    /// Its lines, as indexes.
    pub lines: Range<usize>,
    /// Its sentences, as indexes.
    pub sentences: Range<usize>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// The headline of a news text.
    Headline,
    /// A line of the header: date line, byline, section names.
    Header,
    /// A short line over what follows.
    Heading,
    Paragraph,
    /// An item of a list, bulleted or numbered.
    Item,
    /// A line of a table, its cells far apart.
    Row,
    /// Page numbers, running headers and footers.
    Furniture,
    /// Captions, 'READ MORE' lines, prompts.
    Noise,
}

impl Block {
    /// The block without its list marker.
    pub(crate) fn content(&self, source: &str) -> Span {
        match self.marker {
            Some(marker) => Span::new(marker.end(), self.span.end()).trimmed(source),
            None => self.span,
        }
    }
}

/// Divides a text into blocks; `ends` are those of its lines.
pub(super) fn blocks(source: &str, lines: &[Line], ends: &[Ends], wrapped: bool) -> Vec<Block> {
    let layout = Layout { source, lines, ends, has_rows: is_row(source) };
    let furniture = layout.furniture();
    let width = typical_width(lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len() / 2);
    let mut at = 0;
    while at < lines.len() {
        let first = at;
        at += 1;
        let marker = layout.marker(first);
        let starts_row = layout.is_row(first);
        if wrapped && !furniture[first] && !starts_row {
            // A marker alone on its line belongs to the text after it.
            let mut alone = marker.is_some_and(|m| m.end() == lines[first].span.end());
            while at < lines.len() && !furniture[at] {
                let joins = if alone {
                    lines[at].gap <= 1 && layout.marker(at).is_none()
                } else {
                    !layout.is_row(at) && layout.goes_on(at, width)
                };
                if !joins {
                    break;
                }
                alone = false;
                at += 1;
            }
        }
        let span = lines[first].span.to(lines[at - 1].span);
        let kind = if furniture[first] {
            BlockKind::Furniture
        } else if is_noise(span.of(source)) {
            BlockKind::Noise
        } else if marker.is_some_and(|m| m.end() < span.end()) {
            BlockKind::Item
        } else if starts_row {
            BlockKind::Row
        } else if layout.is_heading(first, at) {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        };
        let marker = marker.filter(|_| kind == BlockKind::Item);
        blocks.push(Block { span, kind, marker, lines: first..at, sentences: 0..0 });
    }
    if !wrapped {
        mark_header(source, &mut blocks);
    }
    blocks
}

/// The lines of a text, to be told apart.
struct Layout<'t> {
    source: &'t str,
    lines: &'t [Line],
    ends: &'t [Ends],
    /// Whether any line has cells far apart.
    has_rows: bool,
}

impl<'t> Layout<'t> {
    fn text(&self, at: usize) -> &'t str {
        self.lines[at].span.of(self.source)
    }

    /// The list marker that a line starts with: a bullet, a dash, '3.', '2.1', '(a)', or a bullet
    /// alone on the line.
    #[inline]
    fn marker(&self, at: usize) -> Option<Span> {
        // Most lines start with a letter.
        let first = self.ends[at].first;
        if first.is_ascii_alphabetic() && first != 'o' {
            return None;
        }
        self.marked(at)
    }

    /// The same for a line that may start with one.
    fn marked(&self, at: usize) -> Option<Span> {
        let len = marker_len(self.text(at))?;
        let start = self.lines[at].span.start();
        Some(Span::new(start, start + len))
    }

    #[inline]
    fn is_row(&self, at: usize) -> bool {
        self.has_rows && is_row(self.text(at))
    }

    /// Whether a line, no row, goes on with the paragraph that the line before it is part of, in
    /// wrapped text.
    fn goes_on(&self, at: usize, width: usize) -> bool {
        let (line, next) = (&self.lines[at - 1], &self.lines[at]);
        let (first, last) = (self.ends[at].first, self.ends[at - 1].last);
        if next.gap > 0 && next.page == line.page || self.marker(at).is_some() {
            return false;
        }
        let starts_low = first.is_lowercase() || first.is_ascii_digit();
        let stops = matches!(last, '.' | '!' | '?' | ':');
        if next.page != line.page {
            return starts_low && !stops;
        }
        if starts_low {
            return true;
        }
        let ends =
            stops || matches!(last, '”' | '’') || last == '"' && self.text(at - 1).ends_with(".\"");
        let short = line.span.len() * 10 < width * 7;
        // A capital after a short line starts something new; after a full line it may be a name.
        !short && !(ends && line.span.len() * 10 < width * 8)
    }

    /// Whether some lines are a heading: short, starting with a capital, not ending as a sentence
    /// does.
    fn is_heading(&self, from: usize, to: usize) -> bool {
        let span = self.lines[from].span.to(self.lines[to - 1].span);
        let ends = matches!(self.ends[to - 1].last, '.' | '!' | ',' | ';' | '”' | '"');
        if to - from > 3 || span.len() > 140 || ends && !span.of(self.source).ends_with("...") {
            return false;
        }
        let text = span.of(self.source);
        let starts_high = match self.ends[from].first {
            '‘' | '“' | '"' | '\'' | '(' => text
                .trim_start_matches(['‘', '“', '"', '\'', '('])
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()),
            first => first.is_uppercase() || first.is_ascii_digit(),
        };
        starts_high && has_words_up_to(text, 18)
    }
}

/// Whether a text has no more than `most` words.
fn has_words_up_to(text: &str, most: usize) -> bool {
    // So many words need a space between each two.
    let spaces = text.bytes().filter(|&b| b <= b' ' || !b.is_ascii()).count();
    spaces < most || text.split_whitespace().take(most + 1).count() <= most
}

/// The length in bytes that full lines have: the 80th percentile of all lines.
fn typical_width(lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.span.len()).collect();
    if lengths.is_empty() {
        return 0;
    }
    let at = lengths.len() * 4 / 5;
    let at = at.min(lengths.len() - 1);
    *lengths.select_nth_unstable(at).1
}

/// How many bytes long the list marker is that a line starts with.
fn marker_len(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let len = match first {
        '◦' | '○' | '▫' => first.len_utf8(),
        '\u{f0b7}' | '\u{f0a7}' | '\u{f06e}' | '\u{f0d8}' => first.len_utf8(),
        // Outside of lists that a heading announces others of the private range may be anything.
        '\u{e000}'..='\u{f8ff}' => return None,
        bullet if is_bullet(bullet) => bullet.len_utf8(),
        '-' | '–' | '—' | '*' | '>' | 'o' | '+' => {
            let rest = &text[first.len_utf8()..];
            let spaced = rest.starts_with([' ', '\t', '\u{a0}']) || rest.is_empty();
            if !spaced && first != '>' {
                return None;
            }
            first.len_utf8()
        }
        '0'..='9' => {
            let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
            if digits > 3 {
                return None;
            }
            let rest = &text[digits..];
            let close = rest.starts_with(['.', ')']);
            if !close {
                return None;
            }
            let after = &rest[1..];
            if !(after.is_empty() || after.starts_with(char::is_whitespace)) {
                return None;
            }
            digits + 1
        }
        '(' => {
            let close = text.find(')')?;
            let label = &text[1..close];
            let roman = label.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
            if !(label.len() == 1 && label.as_bytes()[0].is_ascii_alphanumeric())
                && !(roman && close < 6)
            {
                return None;
            }
            close + 1
        }
        _ => return None,
    };
    Some(len)
}

/// Whether a character is a bullet of a list, whatever follows it. Symbol fonts have theirs in the
/// private range.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '●'
            | '◼'
            | '■'
            | '▪'
            | '◾'
            | '∙'
            | '·'
            | '□'
            | '➢'
            | '►'
            | '▶'
            | '◆'
            | '‣'
            | '⁃'
            | '⚫'
            | '⬛'
            | '❖'
            | '➤'
            | '✓'
            | '✔'
            | '→'
            | '\u{e000}'..='\u{f8ff}'
    )
}

/// Whether a line has cells far apart, as tables keep them in `-layout` text.
fn is_row(line: &str) -> bool {
    static GAP: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("    "));
    GAP.find(line.as_bytes()).is_some()
}

/// Marks of captions, wherever in a short block they stand.
static CAPTION: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::new(["(Image:", "(Picture:", "(Photo:", "Picture: ", "(Credit:", "(Pic:"])
        .expect("a few words make a small automaton")
});

fn is_noise(text: &str) -> bool {
    let text = match text.as_bytes() {
        [first, ..] if first.is_ascii_alphanumeric() => text,
        _ => text.trim_start_matches(['(', '[', '•', '|', '*', ' ']),
    };
    (text.len() < 300 && memchr::memchr(b':', text.as_bytes()).is_some() && CAPTION.is_match(text))
        || starts_as_noise(text)
}

/// The ASCII characters that noise starts with, as bits.
static NOISE_LETTERS: LazyLock<u128> =
    LazyLock::new(|| NOISE_STARTS.iter().fold(0, |bits, start| bits | 1 << start.as_bytes()[0]));

/// Whether text starts with one of the words that start noise, in any case.
fn starts_as_noise(text: &str) -> bool {
    let Some(first) = text.bytes().next().filter(u8::is_ascii) else { return false };
    let first = first.to_ascii_lowercase();
    if *NOISE_LETTERS >> first & 1 == 0 {
        return false;
    }
    let from = NOISE_STARTS.partition_point(|start| start.as_bytes()[0] < first);
    let mut same = NOISE_STARTS[from..].iter().take_while(|start| start.as_bytes()[0] == first);
    same.any(|start| {
        let head = text.as_bytes().get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
            && !text[start.len()..].starts_with(char::is_alphanumeric)
            && (*start != "share" || text.len() < 12)
    })
}

/// The header of a news text: its headline, and the short lines before the first paragraph.
fn mark_header(source: &str, blocks: &mut [Block]) {
    let mut seen_headline = false;
    for block in blocks.iter_mut().take(12) {
        let text = block.span.of(source);
        let short = text.len() <= 200 && !text.ends_with(['.', '”']);
        if !seen_headline {
            // A text may start without a headline: a sentence that ends in a full stop is none.
            if text.len() > 250 || text.ends_with('.') {
                return;
            }
            block.kind = BlockKind::Headline;
            seen_headline = true;
        } else if matches!(block.kind, BlockKind::Noise | BlockKind::Furniture) {
            continue;
        } else if short && text.len() <= 80 && !text.contains(['“', '"']) {
            block.kind = BlockKind::Header;
        } else {
            return;
        }
    }
}

impl Layout<'_> {
    /// Which lines are page furniture: page numbers, and short lines that come again beside page
    /// breaks or page numbers.
    fn furniture(&self) -> Vec<bool> {
        let lines = self.lines;
        let mut marked: Vec<bool> = vec![false; lines.len()];
        if lines.len() < 8 {
            return marked;
        }
        let numbered: Vec<Option<Numbered>> =
            (0..lines.len()).map(|at| self.page_number(at)).collect();
        // 'Page 2 of 9' can be nothing else, wherever it stands.
        let is_full = |at: usize| numbered[at] == Some(Numbered::Full);
        // Lines beside a page break, up to three before and after it, each with the break's number.
        let mut near = vec![0u32; lines.len()];
        let mut breaks = 0;
        for (at, pair) in lines.windows(2).enumerate() {
            let number = numbered[at].is_some() || numbered[at + 1].is_some();
            if pair[0].page != pair[1].page
                || number && (pair[1].gap > 0 || is_full(at) || is_full(at + 1))
            {
                // A page number and the page's end are one break.
                let first = at.saturating_sub(3);
                if near[first..=at].iter().all(|near| *near == 0) {
                    breaks += 1;
                }
                near[first..(at + 5).min(lines.len())].fill(breaks);
            }
        }
        if breaks == 0 {
            return marked;
        }
        let beside: Vec<usize> = (0..lines.len()).filter(|&at| near[at] > 0).collect();
        let counts = self.counts(&beside, &near);
        for (&at, count) in beside.iter().zip(counts) {
            let line = lines[at];
            let breaks_here = || {
                let next = lines.get(at + 1);
                next.is_none_or(|next| next.page != line.page || next.gap > 0)
                    || (at > 0 && lines[at - 1].page != line.page)
            };
            marked[at] = numbered[at].is_some() && (breaks_here() || is_full(at))
                || count >= 2 && count * 5 >= breaks && self.marker(at).is_none();
        }
        marked
    }

    /// How many breaks each of the lines beside one stands beside, wherever it comes again.
    fn counts(&self, beside: &[usize], near: &[u32]) -> Vec<u32> {
        let words = |place: usize| unnumbered(self.text(beside[place]));
        // A grade that comes twice in a table is no furniture: grades come again by their nature,
        // in the table and under headings.
        let counted =
            |&place: &usize| self.lines[beside[place]].span.len() <= 120 && !is_grade(words(place));
        let mut hashed: Vec<(u64, usize)> =
            (0..beside.len()).filter(counted).map(|place| (hash(words(place)), place)).collect();
        hashed.sort_unstable();
        let mut counts = vec![0; beside.len()];
        for alike in hashed.chunk_by(|a, b| a.0 == b.0 && words(a.1) == words(b.1)) {
            // 'Strengths' over one list and another is a heading.
            let over_list = |&(_, place): &(u64, usize)| {
                let next = beside[place] + 1;
                next < self.lines.len() && self.marker(next).is_some()
            };
            if alike.len() < 2 || alike.iter().all(over_list) {
                continue;
            }
            let number = |&(_, place): &(u64, usize)| near[beside[place]];
            let differs = |pair: &[(u64, usize)]| number(&pair[0]) != number(&pair[1]);
            let count = 1 + alike.windows(2).filter(|pair| differs(pair)).count() as u32;
            alike.iter().for_each(|&(_, place)| counts[place] = count);
        }
        counts
    }

    /// The number of a page, if a line is nothing else.
    fn page_number(&self, at: usize) -> Option<Numbered> {
        if self.lines[at].span.len() > 20 || !self.ends[at].last.is_ascii_digit() {
            return None;
        }
        page_number(self.text(at))
    }
}

/// How a line gives the number of its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbered {
    /// '2', 'Page 2'
    Plain,
    /// 'Page 2 of 9'
    Full,
}

/// The number of a page, if a line is nothing else.
fn page_number(text: &str) -> Option<Numbered> {
    let number = text.strip_prefix("Page ").or(text.strip_prefix("page ")).unwrap_or(text);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    if !(1..=3).contains(&(number.len() - rest.len())) {
        return None;
    }
    if rest.is_empty() {
        return Some(Numbered::Plain);
    }
    let of = rest.strip_prefix(" of ")?;
    let whole = of.bytes().all(|b| b.is_ascii_digit());
    let full = number.len() < text.len();
    whole.then_some(if full { Numbered::Full } else { Numbered::Plain })
}

/// A running header without the number of its page: 'Marlow children’s services | 2'.
pub(super) fn unnumbered(line: &str) -> &str {
    let bytes = line.as_bytes();
    let numbered = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    if !numbered(bytes.first()) && !numbered(bytes.last()) {
        return line;
    }
    let around = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '|' | '–' | '-');
    let words = line.trim_matches(around);
    let words = words.strip_suffix("Page").map_or(words, |words| words.trim_end_matches(around));
    // No more than a number was taken, and words are left.
    if line.len() - words.len() <= 12 && words.len() >= 10 { words } else { line }
}

/// Grades that stand alone on a line.
const GRADES: [&str; 6] = [
    "Outstanding",
    "Good",
    "Requires improvement",
    "Requires improvement to be good",
    "Satisfactory",
    "Inadequate",
];

/// Whether a line is a grade: 'Good', 'Grade: 2'.
fn is_grade(line: &str) -> bool {
    GRADES.contains(&line) || line.len() < 10 && line.starts_with("Grade")
}

/// A quick hash of a line, to sort alike lines together.
pub(super) fn hash(line: &str) -> u64 {
    line.as_bytes().chunks(8).fold(0, |hash, chunk| {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        (hash ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
    })
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    fn kinds(source: &str) -> Vec<(BlockKind, &str)> {
        read(source).blocks.iter().map(|b| (b.kind, b.span.of(source))).collect()
    }

    #[test]
    fn news_has_a_headline_a_header_and_paragraphs() {
        use BlockKind::*;
        let source = "School praised by inspectors\n28 February 2025\nBy Ann Day\nA school has been praised.\n\nREAD MORE: Bins to be emptied\n\nIt is good.";
        let found = kinds(source);
        let expected = [Headline, Header, Header, Paragraph, Noise, Paragraph];
        assert_eq!(found.iter().map(|f| f.0).collect::<Vec<_>>(), expected, "{found:?}");
    }

    #[test]
    fn a_text_may_start_without_a_headline() {
        let source = "The school was rated good.\n\nIt is small.";
        assert!(kinds(source).iter().all(|(kind, _)| *kind == BlockKind::Paragraph));
    }

    #[test]
    fn wrapped_lines_join_and_items_stand_alone() {
        use BlockKind::*;
        let source = "What needs to improve?\n◼ The quality of plans, so that they are\nclear to families and children.\n◼ Oversight.\n\n2.\n\nLeaders know the service well and have\nplans for what comes next.";
        let found = kinds(source);
        assert_eq!(
            found.iter().map(|f| f.0).collect::<Vec<_>>(),
            [Heading, Item, Item, Item],
            "{found:?}"
        );
        assert!(found[1].1.ends_with("children.") && found[3].1.starts_with("2."));
    }

    #[test]
    fn noise_is_told_by_its_start_or_its_caption_mark() {
        assert!(is_noise("READ MORE: Bins") && is_noise("Read more on this"));
        assert!(is_noise("The hall (Image: NQ)") && is_noise("Share"));
        assert!(!is_noise("Shared lives schemes grew this year."));
        assert!(!is_noise("Moreover, it is good.") && !is_noise("") && !is_noise("“Share”"));
    }

    #[test]
    fn a_running_header_is_furniture_and_a_grade_is_not() {
        let prose = "Services have improved since the inspection before it.\n".repeat(12);
        let page = |line: &str| format!("{prose}\n{line}\n\n\u{c}");
        let kind = |line: &str| {
            let source = page(line).repeat(4);
            let found = kinds(&source).into_iter().find(|(_, text)| *text == line);
            found.map(|(kind, _)| kind)
        };
        assert_eq!(kind("Marlow children’s services"), Some(BlockKind::Furniture));
        assert_eq!(kind("Page 2 of 9"), Some(BlockKind::Furniture));
        assert_ne!(kind("Good"), Some(BlockKind::Furniture));
    }

    #[test]
    fn a_running_header_may_hold_the_number_of_its_page() {
        let page = |number: usize| {
            let line = |line| format!("Paragraph {line} of part {number} says what was found.\n");
            (1..13).map(line).collect::<String>()
        };
        // With no form feed there is no blank line either.
        for (header, turn) in [("Marlow services | ", "\u{c}"), ("Page ", "")] {
            let tail = if turn.is_empty() { " of 4" } else { "" };
            let pages =
                (1..5).map(|number| format!("{}{header}{number}{tail}\n{turn}", page(number)));
            let source = pages.collect::<String>() + "It ends here.";
            let found = kinds(&source);
            let furniture: Vec<_> =
                found.iter().filter(|(kind, _)| *kind == BlockKind::Furniture).collect();
            assert!(furniture.iter().all(|(_, text)| text.starts_with(header)), "{furniture:?}");
            assert_eq!(furniture.len(), 4, "{found:?}");
        }
    }

    #[test]
    fn markers() {
        let of = marker_len;
        assert_eq!(of("• one"), Some(3));
        assert_eq!(of("3. one"), Some(2));
        assert_eq!(of("(a) one"), Some(3));
        assert_eq!(of("2023 was"), None);
        assert_eq!(of("1.5 million"), None);
        assert_eq!(of("-one"), None);
        assert_eq!(of("(one)"), None);
    }
}
