//! A report as its layout rules see it: lines without page furniture, and the cells of a line.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::record::Span;
use crate::text::{BlockKind, Line, Text, is_bullet};

/// How much of a text's beginning tells what it is, in bytes.
const HEAD: usize = 6000;

/// A report or letter, line by line.
pub(crate) struct Page<'p, 't> {
    pub text: &'p Text<'t>,
    /// The lines that are not page furniture.
    pub lines: Vec<Line>,
    /// Which of the lines are footnotes.
    pub notes: Vec<bool>,
    /// The beginning in lower case, its white space single and its apostrophes straight.
    head: String,
    /// Where lines begin in `head`.
    starts: Vec<usize>,
}

impl<'p, 't> Page<'p, 't> {
    /// Takes the furniture out of `text`.
    pub(crate) fn of(text: &'p Text<'t>) -> Page<'p, 't> {
        let mut furniture = vec![false; text.lines.len()];
        for block in text.blocks.iter().filter(|b| b.kind == BlockKind::Furniture) {
            furniture[block.lines.clone()].fill(true);
        }
        keep_grades(text, &mut furniture);
        let mut lines: Vec<Line> = Vec::with_capacity(text.lines.len());
        // After a sentence what stands below a page number stands as far apart as the number does.
        let mut over = 0;
        for (line, furniture) in text.lines.iter().zip(&furniture) {
            if *furniture {
                let ended = |last: &Line| last.span.of(text.source).ends_with(['.', '!', '?']);
                over = if lines.last().is_some_and(ended) { line.gap.max(over) } else { 0 };
            } else {
                let gap = line.gap.max(std::mem::take(&mut over));
                lines.push(Line { span: unmarked(text.source, line.span), gap, ..*line });
            }
        }
        let (mut head, mut starts) = (String::with_capacity(HEAD + 200), Vec::new());
        for line in &lines {
            if head.len() >= HEAD {
                break;
            }
            starts.push(head.len());
            fold(cut(line.span.of(text.source), HEAD), &mut head);
            head.push(' ');
        }
        let notes = notes(text.source, &lines, &text.lines);
        Page { text, lines, notes, head, starts }
    }

    /// Whether `words` stand in the beginning, over line ends too.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.head.contains(words)
    }

    /// Whether a line of the beginning starts with `words`.
    pub(crate) fn opens(&self, words: &str) -> bool {
        self.starts.iter().any(|start| self.head[*start..].starts_with(words))
    }

    /// The first line from line `from` on that starts with one of `words`, within the beginning.
    pub(crate) fn line_opening(&self, words: &[&str]) -> Option<usize> {
        self.starts
            .iter()
            .position(|start| words.iter().any(|words| self.head[*start..].starts_with(words)))
    }

    /// The words of line `number`.
    pub(crate) fn line(&self, number: usize) -> &'t str {
        self.text.at(self.lines[number].span)
    }

    /// The number of the line that holds byte `offset`, or else of the one before it.
    pub(crate) fn line_at(&self, offset: usize) -> usize {
        self.lines.partition_point(|line| line.span.start() <= offset).saturating_sub(1)
    }

    /// The cells of line `number`: its parts between wide gaps.
    pub(crate) fn cells(&self, number: usize) -> impl Iterator<Item = Span> + use<'t> {
        cells(self.text.source, self.lines[number].span)
    }
}

/// Takes figures from 1 to 4 that stand alone on their lines out of the furniture where they are the
/// grades of a table: page numbers rise, and a page ends after them.
fn keep_grades(text: &Text<'_>, furniture: &mut [bool]) {
    let figures: Vec<(usize, u8)> = text
        .lines
        .iter()
        .enumerate()
        .filter(|(at, line)| furniture[*at] && line.span.len() == 1)
        .map(|(at, line)| (at, text.source.as_bytes()[line.span.start()]))
        .filter(|(_, figure)| (b'1'..=b'4').contains(figure))
        .collect();
    let rising = figures.windows(2).all(|pair| pair[0].1 < pair[1].1);
    // Only a report that says what its figures mean grades with them.
    let means = ["1 is outstanding", "Grade 1", "grade 1"];
    let said = |words: &&str| memchr::memmem::find(text.source.as_bytes(), words.as_bytes());
    if rising || means.iter().find_map(said).is_none() {
        return;
    }
    for (at, _) in figures {
        let page = text.lines[at].page;
        furniture[at] = text.lines.get(at + 1).is_none_or(|next| next.page != page);
    }
}

/// A line without the marks of a Markdown heading or of bold type around it: '## Findings',
/// '**Findings**'.
fn unmarked(source: &str, line: Span) -> Span {
    let text = line.of(source);
    if !text.starts_with(['#', '*', '_']) {
        return line;
    }
    let heading = text.trim_start_matches('#');
    let inner = if heading.starts_with(char::is_whitespace) { heading.trim_start() } else { text };
    let bold = inner.strip_prefix("**").or_else(|| inner.strip_prefix("__")).unwrap_or(inner);
    let mut end = text.len();
    if bold.len() < inner.len() && (bold.ends_with("**") || bold.ends_with("__")) {
        end -= 2;
    }
    let start = text.len() - bold.len();
    if start >= end {
        line
    } else {
        Span::new(line.start() + start, line.start() + end).trimmed(source)
    }
}

/// How many lines a footnote at the end of a page may have.
const NOTE: usize = 10;

/// Which lines are footnotes: those from a number alone on its line to the end of its page.
fn notes(source: &str, lines: &[Line], all: &[Line]) -> Vec<bool> {
    let mut notes = vec![false; lines.len()];
    for line in all {
        let text = line.span.of(source);
        if text.len() > 2 || !text.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let first = lines.partition_point(|other| other.span.start() <= line.span.start());
        let same = lines[first..].iter().take(NOTE + 1).take_while(|l| l.page == line.page).count();
        let ends = lines.get(first + same).is_some_and(|l| l.page != line.page);
        let begins = lines.get(first).is_some_and(|l| {
            let text = l.span.of(source);
            l.span.len() > 30
                && text.starts_with(|c: char| c.is_uppercase() || c == 'w')
                && !text.ends_with('?')
        });
        // No footnote is a list.
        let listed =
            || lines[first..first + same].iter().any(|l| l.span.of(source).starts_with(is_bullet));
        if ends && begins && same <= NOTE && !listed() {
            notes[first..first + same].fill(true);
        }
    }
    notes
}

/// The gap between two cells of a line.
static WIDE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("   "));

/// The parts of a line between gaps of three spaces or a tab, or of a Markdown table's row between
/// its bars.
pub(crate) fn cells(source: &str, line: Span) -> impl Iterator<Item = Span> + use<'_> {
    let mut rest = line.start();
    let barred = line.of(source).starts_with('|');
    std::iter::from_fn(move || {
        let text = &source[rest..line.end()];
        let border = |c: char| c.is_whitespace() || (barred && matches!(c, '|' | '*'));
        let lead = text.len() - text.trim_start_matches(border).len();
        let start = rest + lead;
        if start >= line.end() {
            return None;
        }
        let body = &source[start..line.end()];
        let wide = if barred {
            body.find('|')
        } else {
            let gap = WIDE.find(body.as_bytes());
            gap.into_iter().chain(memchr::memchr(b'\t', body.as_bytes())).min()
        };
        let end = start + wide.unwrap_or(body.len());
        rest = end;
        let cell = body[..end - start].trim_end_matches(border);
        Some(Span::new(start, start + cell.len()))
    })
}

/// The first `limit` bytes of `text`, cut at a character boundary.
pub(crate) fn cut(text: &str, limit: usize) -> &str {
    &text[..text.floor_char_boundary(limit)]
}

/// Adds `text` to `out` in lower case, white space single, apostrophes straight, ligatures apart.
pub(crate) fn fold(text: &str, out: &mut String) {
    let begin = out.len();
    out.reserve(text.len());
    let mut spaced = out.ends_with(' ') || out.is_empty();
    // Most lines are copied whole: ASCII letters and single spaces.
    let (mut from, mut at) = (0, 0);
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte.is_ascii_graphic() || byte == b' ' && !spaced {
            spaced = byte == b' ';
            at += 1;
            continue;
        }
        out.push_str(&text[from..at]);
        let Some(c) = text[at..].chars().next() else { break };
        at += c.len_utf8();
        from = at;
        match c {
            c if c.is_whitespace() => {
                if !spaced {
                    out.push(' ');
                }
                spaced = true;
                continue;
            }
            '’' | '‘' | 'ʼ' => out.push('\''),
            '–' | '—' | '‑' | '‐' | '−' => out.push('-'),
            '\u{ad}' => {}
            c => match parted(c) {
                Some(letters) => out.push_str(letters),
                None => out.extend(c.to_lowercase()),
            },
        }
        spaced = false;
    }
    out.push_str(&text[from..]);
    out[begin..].make_ascii_lowercase();
}

/// The letters of a ligature.
fn parted(c: char) -> Option<&'static str> {
    match c {
        'ﬁ' => Some("fi"),
        'ﬂ' => Some("fl"),
        'ﬀ' => Some("ff"),
        'ﬃ' => Some("ffi"),
        'ﬄ' => Some("ffl"),
        _ => None,
    }
}

/// `text` with the letters of its ligatures.
pub(super) fn apart(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| parted(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match parted(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Where `phrase`, which is folded, stands in `text`, over line ends too.
pub(crate) fn find_folded(text: &str, phrase: &str) -> Option<(usize, usize)> {
    let first = phrase.bytes().next()?;
    text.char_indices()
        // Marks and spaces fold to others; a letter only to itself.
        .filter(|(_, c)| !c.is_ascii_alphanumeric() || c.to_ascii_lowercase() as u8 == first)
        .find_map(|(at, _)| Some((at, at + past_folded(&text[at..], phrase)?)))
}

/// How long the words are that `text` starts with, if they fold to `phrase`.
pub(crate) fn past_folded(text: &str, phrase: &str) -> Option<usize> {
    let mut wanted = phrase.chars();
    let mut rest = text.char_indices().peekable();
    loop {
        let Some(want) = wanted.next() else {
            return Some(rest.peek().map_or(text.len(), |(at, _)| *at));
        };
        let (at, mut found) = rest.next()?;
        if found.is_whitespace() && want == ' ' {
            while rest.next_if(|(_, c)| c.is_whitespace()).is_some() {}
            continue;
        }
        if found == '-' && is_hyphenated(&text[at..]) {
            // A word that a line's end divides: 'experi-⏎ences', or 'long-⏎term'.
            if want == '-' {
                while rest.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                continue;
            }
            (_, found) = rest.find(|(_, c)| !c.is_whitespace())?;
        }
        if let Some(letters) = parted(found) {
            let mut letters = letters.chars();
            if letters.next() != Some(want) || letters.any(|c| wanted.next() != Some(c)) {
                return None;
            }
            continue;
        }
        let same = match found {
            '’' | '‘' => want == '\'',
            '–' | '—' | '‑' | '‐' => want == '-',
            c => c.to_ascii_lowercase() == want,
        };
        if !same {
            return None;
        }
    }
}

/// Whether `text` begins with a hyphen at the end of a line.
fn is_hyphenated(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next() == Some(b'-') && matches!(bytes.next(), Some(b'\n' | b'\r'))
}

/// `text` folded.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold(text, &mut out);
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_far_apart() {
        let line = "Quality of teaching      Requires improvement\t3";
        let found: Vec<_> = cells(line, Span::new(0, line.len())).map(|c| c.of(line)).collect();
        assert_eq!(found, ["Quality of teaching", "Requires improvement", "3"]);
    }

    #[test]
    fn a_phrase_may_be_divided_at_a_line_end() {
        let text = "leads to inconsis-\ntent experiences and long-\r\nterm harm";
        assert_eq!(find_folded(text, "inconsistent experiences"), Some((9, 35)));
        assert!(find_folded(text, "long-term harm").is_some());
        assert!(find_folded(text, "incon sistent").is_none());
    }

    #[test]
    fn a_ligature_is_its_letters() {
        assert_eq!(find_folded("areas identiﬁed in", "identified"), Some((6, 17)));
        assert_eq!(past_folded("oﬃce", "of"), None);
        assert_eq!(folded("Oﬃce ﬂow"), "office flow");
        assert_eq!(apart("Wakeﬁeld"), "Wakefield");
    }

    #[test]
    fn figures_that_do_not_rise_are_no_page_numbers() {
        let lines = |source: &str| {
            let text = crate::text::read(source);
            let page = Page::of(&text);
            (0..page.lines.len()).map(|n| page.line(n).to_owned()).collect::<Vec<_>>()
        };
        let graded = "Grades: 1 is outstanding, 4 inadequate. Every grade is for this school.\n\nTeaching\n\n3\n\nBehaviour\n\n2\n\nLeadership\n\n3\n";
        assert_eq!(lines(graded).iter().filter(|line| line.len() == 1).count(), 3);
    }

    #[test]
    fn the_head_reads_over_line_ends() {
        let source = "Inspection of Marlow local\nauthority children’s services\n\nInspection dates: 1 May 2024";
        let text = crate::text::read(source);
        let page = Page::of(&text);
        assert!(page.says("local authority children's services"));
        assert!(page.opens("inspection dates") && !page.opens("children's"));
    }
}
