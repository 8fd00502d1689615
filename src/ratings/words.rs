//! The words of a sentence, as the rules for ratings look at them.
//!
//! | in the text | words |
//! | --- | --- |
//! | 'Bury’s “well-led” team' | `bury's`, mark `“`, `well-led`, mark `”`, `team` |
//! | 'rated Good – again' | `rated`, `good` (capital), mark `–`, `again` |

use std::borrow::Cow;

use crate::record::Span;

/// A word or a mark of punctuation.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub span: Span,
    /// The word in lower case with straight apostrophes; a mark of punctuation as it stands.
    pub plain: Cow<'t, str>,
    /// Whether it starts with a capital.
    pub capital: bool,
    /// Whether it is punctuation.
    pub mark: bool,
    /// Whether two spaces, a tab or a line break stand before it.
    pub apart: bool,
}

impl Word<'_> {
    pub(super) fn is(&self, word: &str) -> bool {
        self.plain == word
    }

    pub(super) fn any(&self, words: &[&str]) -> bool {
        words.contains(&&*self.plain)
    }

    /// Whether a sorted list holds the word.
    pub(super) fn of(&self, list: &[&str]) -> bool {
        list.binary_search(&&*self.plain).is_ok()
    }

    pub(super) fn is_quotation_mark(&self) -> bool {
        self.mark && matches!(&*self.plain, "“" | "”" | "‘" | "’" | "\"" | "'")
    }

    /// Whether the word ends with a possessive.
    pub(super) fn possessive(&self) -> bool {
        self.plain.ends_with("'s") || self.plain.ends_with("s'")
    }
}

/// Divides the text at `span` into words and marks.
pub(super) fn words(source: &str, span: Span) -> Vec<Word<'_>> {
    let text = span.of(source);
    let mut words: Vec<Word<'_>> = Vec::with_capacity(text.len() / 5 + 2);
    let mut rest = text;
    let (mut gap, mut open_single) = (0, false);
    while let Some(first) = rest.chars().next() {
        let at = span.end() - rest.len();
        if first.is_whitespace() {
            gap += if matches!(first, '\n' | '\t' | '\r') { 2 } else { 1 };
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let len = if first.is_alphanumeric() { word_len(rest, open_single) } else { 0 };
        let (len, mark) = if len > 0 { (len, false) } else { (first.len_utf8(), true) };
        let raw = &rest[..len];
        if mark {
            match first {
                '‘' => open_single = true,
                '’' => open_single = false,
                '\'' => open_single = !open_single,
                _ => {}
            }
        }
        let capital = first.is_uppercase();
        let lower = raw.bytes().any(|b| b.is_ascii_uppercase() || b >= 0x80) && !mark;
        let plain = if lower {
            Cow::Owned(raw.to_lowercase().replace('’', "'"))
        } else {
            Cow::Borrowed(raw)
        };
        let span = Span::new(at, at + len);
        words.push(Word { span, plain, capital, mark, apart: gap >= 2 });
        gap = 0;
        rest = &rest[len..];
    }
    words
}

/// The length of the word that `text` starts with: letters and digits, with apostrophes, hyphens
/// and points inside, and the apostrophe of a plural possessive.
fn word_len(text: &str, open_single: bool) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let joins = next.is_some_and(char::is_alphanumeric);
        if c.is_alphanumeric() {
            end = at + c.len_utf8();
        } else if matches!(c, '-' | '\u{2010}' | '\u{2011}' | '/') && joins {
            end = at + c.len_utf8();
        } else if matches!(c, '.' | ',') && joins {
            // '2.5', '1,200'; 'p.m' needs no care here.
            let digit = text[..at].ends_with(|c: char| c.is_ascii_digit());
            if !(digit && next.is_some_and(|n| n.is_ascii_digit())) {
                break;
            }
            end = at + 1;
        } else if matches!(c, '\'' | '’') {
            let plural = text[..at].ends_with('s') && !open_single && next == Some(' ');
            if !joins && !plural {
                break;
            }
            end = at + c.len_utf8();
            if plural {
                break;
            }
        } else {
            break;
        }
    }
    end
}

/// The value of a number in figures or in words up to twenty.
pub(super) fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    if word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok();
    }
    WORDS.iter().position(|w| *w == word).and_then(|n| u32::try_from(n).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        words(text, Span::new(0, text.len())).into_iter().map(|w| w.plain.into_owned()).collect()
    }

    #[test]
    fn apostrophes_and_quotation_marks_are_told_apart() {
        assert_eq!(plain("Bury’s ‘well-led’ team"), ["bury's", "‘", "well-led", "’", "team"]);
        assert_eq!(
            plain("'good', the workers' view"),
            ["'", "good", "'", ",", "the", "workers'", "view"]
        );
        assert_eq!(plain("one's 'RI'."), ["one's", "'", "ri", "'", "."]);
        assert_eq!(plain("2.5 per cent, and/or"), ["2.5", "per", "cent", ",", "and/or"]);
    }

    #[test]
    fn numbers() {
        assert_eq!(number("three"), Some(3));
        assert_eq!(number("12"), Some(12));
        assert_eq!(number("2019"), None);
    }
}
