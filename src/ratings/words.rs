//! The words of a sentence, as the rules for ratings look at them.
//!
//! | in the text | words |
//! | --- | --- |
//! | 'Bury’s “well-led” team' | `bury's`, mark `“`, `well-led`, mark `”`, `team` |
//! | 'rated Good – again' | `rated`, `good` (capital), mark `–`, `again` |

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::lexicon::{Classes, UNKNOWN};
use crate::record::Span;
use crate::tables::ratings as lists;
use crate::text::{Text, Token};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

impl Class {
    pub const RATING_NOUN: Class = Class(1);
    pub const RATING_VERB: Class = Class(1 << 1);
    pub const FINDING_VERB: Class = Class(1 << 2);
    pub const GIVING_VERB: Class = Class(1 << 3);
    pub const MOVING_VERB: Class = Class(1 << 4);
    pub const STAYING_VERB: Class = Class(1 << 5);
    /// A capitalised word that begins no name.
    pub const GENERIC_HEAD: Class = Class(1 << 6);
    /// A noun that makes a name one of a provider.
    pub const NAME_NOUN: Class = Class(1 << 7);
    pub const PROVIDER_NOUN: Class = Class(1 << 8);
    pub const INSPECTOR: Class = Class(1 << 9);
    /// What may follow an adjective that is a grade.
    pub const FOLLOWER: Class = Class(1 << 10);
    pub const HOPE: Class = Class(1 << 11);
    pub const MODAL: Class = Class(1 << 12);
    pub const NEGATION: Class = Class(1 << 13);
    /// Who rates beside inspectorates: parents, reviewers.
    pub const OTHER_RATER: Class = Class(1 << 14);
    /// What somebody does as a rule: no rating is given there.
    pub const HABIT: Class = Class(1 << 16);
    /// The first word of the name of a grade.
    pub const GRADE_START: Class = Class(1 << 15);

    /// Whether the two share a class.
    pub(super) const fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// The lists of words with a class.
pub(crate) static LISTS: &[(&[&str], Class)] = &[
    (lists::RATING_NOUNS, Class::RATING_NOUN),
    (lists::RATING_VERBS, Class::RATING_VERB),
    (lists::FINDING_VERBS, Class::FINDING_VERB),
    (lists::GIVING_VERBS, Class::GIVING_VERB),
    (lists::MOVING_VERBS, Class::MOVING_VERB),
    (lists::STAYING_VERBS, Class::STAYING_VERB),
    (lists::GENERIC_HEADS, Class::GENERIC_HEAD),
    (lists::NAME_NOUNS, Class::NAME_NOUN),
    (lists::PROVIDER_NOUNS, Class::PROVIDER_NOUN),
    (lists::INSPECTORS, Class::INSPECTOR),
    (lists::FOLLOW, Class::FOLLOWER),
    (lists::HOPES, Class::HOPE),
    (lists::MODALS, Class::MODAL),
    (lists::NEGATIONS, Class::NEGATION),
    (lists::OTHERS, Class::OTHER_RATER),
    (lists::HABITS, Class::HABIT),
];

static CLASSES: LazyLock<Classes<Class>> = LazyLock::new(|| {
    let listed = LISTS.iter().flat_map(|&(words, class)| words.iter().map(move |w| (*w, class)));
    let grades = grade_starts().map(|word| (word, Class::GRADE_START));
    Classes::of(listed.chain(grades), Class::or)
});

/// The first words of the names of grades.
pub(crate) fn grade_starts() -> impl Iterator<Item = &'static str> {
    lists::GRADES.iter().filter_map(|(phrase, _)| phrase.split(' ').next())
}

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
    class: Class,
}

impl Word<'_> {
    pub(super) fn is(&self, word: &str) -> bool {
        self.plain == word
    }

    pub(super) fn any(&self, words: &[&str]) -> bool {
        words.contains(&&*self.plain)
    }

    /// Whether the word has one of the classes.
    pub(super) fn of(&self, class: Class) -> bool {
        self.class.is(class)
    }

    /// Whether the word is a possessive of one that has the class.
    pub(super) fn stem_of(&self, class: Class) -> bool {
        let stem = self.plain.strip_suffix("'s");
        stem.is_some_and(|stem| class_of(stem).is(class))
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
pub(super) fn words<'t>(text: &Text<'t>, span: Span) -> Vec<Word<'t>> {
    let source = text.source;
    let mut reader = Reader {
        source,
        classes: &CLASSES,
        words: Vec::with_capacity(span.len() / 5 + 2),
        gap: 0,
        open_single: false,
    };
    let mut tokens = text.tokens_from(span.start()).iter().peekable();
    let bytes = source.as_bytes();
    let mut at = span.start();
    while at < span.end() {
        match bytes[at] {
            b' ' => {
                reader.gap += 1;
                at += 1;
                continue;
            }
            b'\n' | b'\t' | b'\r' => {
                reader.gap += 2;
                at += 1;
                continue;
            }
            _ => {}
        }
        while tokens.next_if(|token| token.start() < at).is_some() {}
        let token = tokens.next_if(|token| token.start() == at && token.end() <= span.end());
        // Most words are one token.
        if let Some(token) = token
            && (token.end() == span.end()
                || matches!(bytes[token.end()], b' ' | b'\n' | b'\t' | b'\r')
                || matches!(bytes[token.end()], b'.' | b',')
                    && !bytes[token.end() - 1].is_ascii_digit())
        {
            reader.token(*token);
            at = token.end();
            continue;
        }
        at += reader.other(&source[at..span.end()], at);
    }
    reader.words
}

struct Reader<'t> {
    source: &'t str,
    classes: &'static Classes<Class>,
    words: Vec<Word<'t>>,
    /// The spaces before what is read next, wider ones counted twice.
    gap: usize,
    /// Whether a single quotation mark is open.
    open_single: bool,
}

impl<'t> Reader<'t> {
    /// Adds a word that is one token.
    fn token(&mut self, token: Token) {
        let span = Span::new(token.start(), token.end());
        let raw = span.of(self.source);
        let bytes = raw.as_bytes();
        let plain = if bytes.iter().any(u8::is_ascii_uppercase) {
            Cow::Owned(raw.to_ascii_lowercase())
        } else {
            Cow::Borrowed(raw)
        };
        let capital = bytes[0].is_ascii_uppercase();
        let class = match token.number {
            UNKNOWN => Class::default(),
            number => self.classes.by_number(number),
        };
        self.words.push(Word { span, plain, capital, mark: false, apart: self.gap >= 2, class });
        self.gap = 0;
    }

    /// Adds what `rest` starts with, at byte `at`: a mark, or a word with marks inside. Returns
    /// its length.
    fn other(&mut self, rest: &'t str, at: usize) -> usize {
        let first = rest.chars().next().unwrap_or(' ');
        if first.is_whitespace() {
            self.gap += 1;
            return first.len_utf8();
        }
        let len = if first.is_alphanumeric() { word_len(rest, self.open_single) } else { 0 };
        let (len, mark) = if len > 0 { (len, false) } else { (first.len_utf8(), true) };
        let raw = &rest[..len];
        if mark {
            match first {
                '‘' => self.open_single = true,
                '’' => self.open_single = false,
                '\'' => self.open_single = !self.open_single,
                _ => {}
            }
        }
        let lower = raw.bytes().any(|b| b.is_ascii_uppercase() || b >= 0x80) && !mark;
        let plain = if lower {
            Cow::Owned(raw.to_lowercase().replace('’', "'"))
        } else {
            Cow::Borrowed(raw)
        };
        let class = if mark { Class::default() } else { self.classes.of_word(plain.as_bytes()) };
        let span = Span::new(at, at + len);
        let capital = first.is_uppercase();
        self.words.push(Word { span, plain, capital, mark, apart: self.gap >= 2, class });
        self.gap = 0;
        len
    }
}

/// The classes of a word in lower case.
pub(super) fn class_of(plain: &str) -> Class {
    CLASSES.of_word(plain.as_bytes())
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
    if word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok();
    }
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        words(&crate::text::read(text), Span::new(0, text.len()))
            .into_iter()
            .map(|w| w.plain.into_owned())
            .collect()
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
