//! Quotation marks as they are written, and which way each one faces.
//!
//! | in the text | mark |
//! | --- | --- |
//! | “ „ « `` &ldquo; &#8220; â€œ | double, opening |
//! | ” » '' &rdquo; &#8221; â€ | double, closing |
//! | " &quot; | double, told by its neighbours |
//! | ''Yes.'' ‘‘Yes.’’ | double, of two single ones |
//! | ‘ ’ ' ` &lsquo; &rsquo; &#39; â€˜ â€™ | single, or an apostrophe |
//! | don't, ’98, fish 'n' chips, 6' 2" | no mark |

use crate::record::Span;
use crate::tables::marks::ELISIONS;

/// Whether a mark stands for double or single quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Double,
    Single,
}

/// Which way a mark faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Open,
    Close,
    /// Either way: by whether a quotation is open.
    Either,
}

/// One quotation mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
    pub style: Style,
    pub side: Side,
    /// The character before it; a space at the start of the block.
    pub before: char,
}

/// Bytes at which a mark can start.
const STARTS: [bool; 256] = {
    let mut table = [false; 256];
    let starts = b"\"'`&\xE2\xC2\xC3";
    let mut i = 0;
    while i < starts.len() {
        table[starts[i] as usize] = true;
        i += 1;
    }
    table
};

/// Marks written as HTML entities.
const ENTITIES: &[(&str, Style, Side)] = &[
    ("&ldquo;", Style::Double, Side::Open),
    ("&rdquo;", Style::Double, Side::Close),
    ("&#8220;", Style::Double, Side::Open),
    ("&#8221;", Style::Double, Side::Close),
    ("&#x201c;", Style::Double, Side::Open),
    ("&#x201d;", Style::Double, Side::Close),
    ("&#x201C;", Style::Double, Side::Open),
    ("&#x201D;", Style::Double, Side::Close),
    ("&laquo;", Style::Double, Side::Open),
    ("&raquo;", Style::Double, Side::Close),
    ("&quot;", Style::Double, Side::Either),
    ("&#34;", Style::Double, Side::Either),
    ("&lsquo;", Style::Single, Side::Open),
    ("&rsquo;", Style::Single, Side::Close),
    ("&#8216;", Style::Single, Side::Open),
    ("&#8217;", Style::Single, Side::Close),
    ("&#x2018;", Style::Single, Side::Open),
    ("&#x2019;", Style::Single, Side::Close),
    ("&apos;", Style::Single, Side::Either),
    ("&#39;", Style::Single, Side::Either),
    ("&#039;", Style::Single, Side::Either),
    ("&#x27;", Style::Single, Side::Either),
];

/// What is written at the start of `rest`, and its length: a mark, or something to pass over.
enum Glyph {
    Mark(Style, Side, usize),
    Other(usize),
}

/// Reads the marks within `block` into `marks`, in order; apostrophes and measures are left out.
pub(super) fn read(source: &str, block: Span, marks: &mut Vec<Mark>) {
    marks.clear();
    let bytes = source.as_bytes();
    let mut at = block.start();
    // Whether a `` waits for its ''.
    let mut tex = false;
    let mut twins = Twins::default();
    // The end of the mark before, and whether what follows it is at the start of something.
    let (mut last_end, mut last_opens) = (usize::MAX, false);
    // Most texts have few kinds of marks, for which there is a fast search.
    let own = &bytes[block.range()];
    let rare =
        memchr::memchr3(b'`', b'&', 0xC3, own).is_some() || memchr::memchr(0xC2, own).is_some();
    while at < block.end() {
        if !STARTS[bytes[at] as usize] {
            at += 1;
            if !rare {
                let rest = &bytes[at..block.end()];
                let Some(skip) = memchr::memchr3(b'"', b'\'', 0xE2, rest) else { break };
                at += skip;
            }
            continue;
        }
        let rest = &source[at..block.end()];
        let previous = source[block.start()..at].chars().next_back().unwrap_or(' ');
        let read = twins.glyph(rest, previous).unwrap_or_else(|| glyph(rest, &mut tex));
        let (style, side, len) = match read {
            Glyph::Mark(style, side, len) => (style, side, len),
            Glyph::Other(len) => {
                at += len;
                continue;
            }
        };
        let (start, end) = (at, at + len);
        at = end;
        let before = previous;
        // The first character after it that is no mark itself.
        let after = source[end..block.end()]
            .chars()
            .take(6)
            .find(|c| !matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’'))
            .unwrap_or(' ');
        let starts = if last_end == start { last_opens } else { opens_after(before) };
        let ends =
            !after.is_alphanumeric() && !matches!(after, '[' | '(' | '£' | '$' | '…' | '#' | '@');
        let side = match style {
            Style::Double => double_side(side, starts, ends, before, after),
            Style::Single => single_side(source, block, (start, end), side, starts, ends),
        };
        last_end = end;
        last_opens = match side {
            Some(Side::Open) => true,
            Some(Side::Close) => false,
            _ => starts,
        };
        if let Some(side) = side
            && !(style == Style::Double && is_measure(&source[block.start()..start]))
        {
            marks.push(Mark { start, end, style, side, before });
        }
    }
}

/// Single marks written twice for a double one: ''Yes.'', ‘‘Yes.’’
#[derive(Default)]
struct Twins {
    /// Whether a pair waits for its closing one.
    open: bool,
    /// Whether the rest of the block has no closing pair.
    none: bool,
}

impl Twins {
    fn glyph(&mut self, rest: &str, before: char) -> Option<Glyph> {
        let mark = ["''", "‘‘", "’’"].into_iter().find(|mark| rest.starts_with(mark))?;
        if self.open {
            self.open = mark == "‘‘";
            return (!self.open).then_some(Glyph::Mark(Style::Double, Side::Close, mark.len()));
        }
        let inside = &rest[mark.len()..];
        let opens =
            mark != "’’" && opens_after(before) && inside.starts_with(char::is_alphanumeric);
        if !opens || self.none {
            return None;
        }
        let Some(end) = inside.find(if mark == "''" { "''" } else { "’’" }) else {
            self.none = true;
            return None;
        };
        // Not a mark and an apostrophe: ''Twas late'.
        let words = &inside[..end];
        let first = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        self.open = !words.ends_with(opens_after)
            && !ELISIONS.iter().any(|elision| first.eq_ignore_ascii_case(elision));
        self.open.then_some(Glyph::Mark(Style::Double, Side::Open, mark.len()))
    }
}

/// Whether a mark after `c` would open.
fn opens_after(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '=' | '|' | '>')
}

/// The mark or other thing at the start of `rest`.
fn glyph(rest: &str, tex: &mut bool) -> Glyph {
    use Side::*;
    use Style::*;
    let bytes = rest.as_bytes();
    let third = bytes.get(2).copied().unwrap_or(0);
    match bytes {
        [b'"', ..] => Glyph::Mark(Double, Either, 1),
        [b'\'', b'\'', ..] if *tex => {
            *tex = false;
            Glyph::Mark(Double, Close, 2)
        }
        [b'\'', ..] => Glyph::Mark(Single, Either, 1),
        [b'`', b'`', ..] => {
            *tex = true;
            Glyph::Mark(Double, Open, 2)
        }
        [b'`', ..] => Glyph::Mark(Single, Open, 1),
        [b'&', ..] => ENTITIES
            .iter()
            .find(|entity| rest.starts_with(entity.0))
            .map_or(Glyph::Other(1), |&(text, style, side)| Glyph::Mark(style, side, text.len())),
        [0xE2, 0x80, ..] => match third {
            0x9C | 0x9E | 0x9F => Glyph::Mark(Double, Open, 3),
            0x9D => Glyph::Mark(Double, Close, 3),
            0x98 | 0x9A | 0x9B | 0xB9 => Glyph::Mark(Single, Open, 3),
            0x99 | 0xBA => Glyph::Mark(Single, Close, 3),
            _ => Glyph::Other(3),
        },
        [0xE2, ..] => Glyph::Other(3),
        // Also Windows-1252's marks read as control characters.
        [0xC2, second, ..] => match second {
            0xAB | 0x93 => Glyph::Mark(Double, Open, 2),
            0xBB | 0x94 => Glyph::Mark(Double, Close, 2),
            0x91 => Glyph::Mark(Single, Open, 2),
            0x92 | 0xB4 => Glyph::Mark(Single, Close, 2),
            _ => Glyph::Other(2),
        },
        [0xC3, 0xA2, ..] => mojibake(rest),
        [0xC3, ..] => Glyph::Other(2),
        _ => Glyph::Other(1),
    }
}

/// A mark whose UTF-8 bytes were read as Windows-1252 or Latin-1: 'â€œ', 'â€™'.
fn mojibake(rest: &str) -> Glyph {
    use Side::*;
    use Style::*;
    let mut chars = rest.chars().skip(1);
    match (chars.next(), chars.next()) {
        (Some('€'), Some('œ')) => Glyph::Mark(Double, Open, 7),
        (Some('€'), Some('\u{9d}')) => Glyph::Mark(Double, Close, 7),
        (Some('€'), Some('˜')) => Glyph::Mark(Single, Open, 7),
        (Some('€'), Some('™')) => Glyph::Mark(Single, Close, 8),
        // Dashes and dots.
        (Some('€'), Some(c @ ('“' | '”' | '¦' | '\u{93}' | '\u{94}'))) => {
            Glyph::Other(5 + c.len_utf8())
        }
        (Some('€'), _) => Glyph::Mark(Double, Close, 5),
        (Some('\u{80}'), Some('\u{9c}')) => Glyph::Mark(Double, Open, 6),
        (Some('\u{80}'), Some('\u{9d}')) => Glyph::Mark(Double, Close, 6),
        (Some('\u{80}'), Some('\u{98}')) => Glyph::Mark(Single, Open, 6),
        (Some('\u{80}'), Some('\u{99}')) => Glyph::Mark(Single, Close, 6),
        _ => Glyph::Other(2),
    }
}

fn double_side(written: Side, starts: bool, ends: bool, before: char, after: char) -> Option<Side> {
    let side = match (written, starts, ends) {
        (Side::Open, false, true) => Side::Close,
        (Side::Open, ..) => Side::Open,
        (Side::Close, true, false) => Side::Either,
        (Side::Close, ..) => Side::Close,
        (Side::Either, true, false) => Side::Open,
        (Side::Either, false, true) => Side::Close,
        (Side::Either, false, false) if matches!(before, ',' | '.' | '?' | '!' | '…') => {
            Side::Close
        }
        (Side::Either, false, false) if before == ':' => Side::Open,
        (Side::Either, ..) => Side::Either,
    };
    // '12" wide' opens nothing.
    let inch = before.is_ascii_digit() && side == Side::Either && after.is_whitespace();
    Some(if inch { Side::Close } else { side })
}

/// Which way a single mark faces; `None` for an apostrophe.
fn single_side(
    source: &str,
    block: Span,
    (start, end): (usize, usize),
    written: Side,
    starts: bool,
    ends: bool,
) -> Option<Side> {
    let (head, tail) = (&source[block.start()..start], &source[end..block.end()]);
    if !starts {
        let inside_word =
            head.ends_with(char::is_alphanumeric) && tail.starts_with(char::is_alphanumeric);
        // The second apostrophe of ''n''.
        let elided = head.len() < 2
            || (head.ends_with(['n', 'N'])
                && head[..head.len() - 1].ends_with(['\'', '’', '‘', '`']));
        let opens = written == Side::Open && !ends && !head.ends_with(char::is_alphanumeric);
        return match () {
            () if inside_word || (elided && !head.is_empty() && ends && head.len() > 1) => None,
            () if opens || (!ends && head.ends_with(':')) => Some(Side::Open),
            () => Some(Side::Close),
        };
    }
    if ends {
        // Alone between spaces, or closing after a dash or a bracket.
        return head.ends_with(['-', '—', '–']).then_some(Side::Close);
    }
    (!is_elision(tail)).then_some(Side::Open)
}

/// Whether `tail` starts with a word or year that an apostrophe shortens.
fn is_elision(tail: &str) -> bool {
    let word_end = tail
        .char_indices()
        .find(|(i, c)| !(c.is_alphanumeric()) || *i > 12)
        .map_or(tail.len(), |(i, _)| i);
    let word = &tail[..word_end];
    let year = word.strip_suffix('s').unwrap_or(word);
    if year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    let mut lower = [0u8; 12];
    let bytes = word.as_bytes();
    if bytes.is_empty() || bytes.len() > lower.len() || !word.is_ascii() {
        return false;
    }
    lower[..bytes.len()].copy_from_slice(bytes);
    lower[..bytes.len()].make_ascii_lowercase();
    let listed = ELISIONS.iter().any(|elision| elision.as_bytes() == &lower[..bytes.len()]);
    // 'round' and 'cause' are words of their own; only in lower case do they follow an apostrophe.
    listed
        && (bytes[0].is_ascii_lowercase() || bytes[0] == b'T')
        && !(ORDINARY.contains(&word) && closes_soon(tail))
}

/// Elisions that are words of their own as well: 'a ‘cause of concern’'.
const ORDINARY: &[&str] = &["bout", "cause", "round", "till"];

/// Whether a mark that can only close stands within the next few words.
fn closes_soon(tail: &str) -> bool {
    // 'nobody's talkin' to us' drops a letter and closes nothing.
    let (mut last, mut before) = (' ', ' ');
    let mut chars = tail.chars().take(80).peekable();
    while let Some(c) = chars.next() {
        if matches!(c, '.' | '!' | '?' | ':' | ';' | '“' | '‘' | '"') {
            return false;
        }
        let ends = chars.peek().is_none_or(|next| !next.is_alphanumeric());
        let dropped = before == 'n' && last == 'i';
        if matches!(c, '’' | '\'') && before.is_alphanumeric() && before != 's' && ends && !dropped
        {
            return true;
        }
        (last, before) = (before, c);
    }
    false
}

/// Whether the text before a double mark ends in feet and inches: '6' 2'.
fn is_measure(head: &str) -> bool {
    let rest = head.trim_end_matches(|c: char| c.is_ascii_digit());
    if rest.len() == head.len() || head.len() - rest.len() > 2 {
        return false;
    }
    let rest = rest.trim_end_matches(' ');
    rest.strip_suffix(['\'', '’']).is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()))
}
