//! The words of one sentence, each with the classes that the lexicon gives it.
//!
//! | in the text | here |
//! | --- | --- |
//! | 'plans' | a word without a class |
//! | 'weren’t' | one word, both a form of 'be' and a denial |
//! | ',' ';' ':' '–' '“' '(' | words of their own, with a class for each |

use std::sync::LazyLock;

use super::names::Names;
use crate::lexicon::{Classes, LONGEST};
use crate::record::Span;
use crate::tables::areas as lists;
use crate::text::{Text, Token};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Class(u64);

impl Class {
    /// Whether the two sets share a class.
    pub(super) const fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// Declares the classes that come from word lists, and the table that fills them.
macro_rules! classes {
    ($($name:ident = $list:ident),* $(,)?) => {
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Number { $($name),*, Count }
        $(pub(super) const $name: Class = Class(1 << Number::$name as u64);)*
        pub(crate) static LISTS: &[(Class, &[&str])] = &[(AND, &["and", "or"]), $(($name, lists::$list)),*];
        const USED: u64 = Number::Count as u64;
    };
}

classes! {
    ARTICLE = ARTICLES,
    QUANTIFIER = QUANTIFIERS,
    PREPOSITION = PREPOSITIONS,
    RELATIVE = RELATIVES,
    OPENER = OPENERS,
    BE = BE,
    HAVE = HAVE,
    DO = DO,
    MODAL = MODALS,
    NEGATIVE = NEGATIVES,
    SAYING = SAYINGS,
    FINITE = FINITES,
    ADVERB = ADVERBS,
    PERSON = PERSONS,
    BODY = BODIES,
    JUDGEMENT = JUDGEMENTS,
    INSPECTORATE = INSPECTORATE,
    PROVIDER = PROVIDERS,
    OTHER = OTHERS,
    IMPROVE = IMPROVE,
    KEEP = KEEP,
    FORMAL = FORMAL,
    COMPARATIVE = COMPARATIVES,
    QUALITY = QUALITIES,
    SUBJECT = SUBJECTS,
    LISTING = LISTINGS,
    FAULTY = FAULT_ADJECTIVES,
    FAULT_ATTRIBUTE = FAULT_ATTRIBUTES,
    FAULT_SURE = FAULT_SURE,
    FAULT_NOUN = FAULT_NOUNS,
    FAULT_PLACE = FAULT_PLACES,
    FAULT_CUE = FAULT_CUES,
    DROP = DROPS,
    ALWAYS = ALWAYS,
    SELDOM = SELDOM,
    STEP = STEPS,
    DONE = DONE,
    DOING = DOING,
    TOLD = TOLD,
    DOUBTFUL = DOUBTFUL,
    WAKES_REQUIRED = WAKES_REQUIRED,
    WAKES_WEAKNESS = WAKES_WEAKNESS,
    WAKES_LACKING = WAKES_LACKING,
    WAKES_MEASURE = WAKES_MEASURE,
    ATTRIBUTES = ATTRIBUTING,
}

pub(super) const COMMA: Class = Class(1 << USED);
pub(super) const SEMICOLON: Class = Class(1 << (USED + 1));
pub(super) const COLON: Class = Class(1 << (USED + 2));
pub(super) const DASH: Class = Class(1 << (USED + 3));
pub(super) const OPEN: Class = Class(1 << (USED + 4));
pub(super) const CLOSE: Class = Class(1 << (USED + 5));
pub(super) const PAREN_OPEN: Class = Class(1 << (USED + 6));
pub(super) const PAREN_CLOSE: Class = Class(1 << (USED + 7));
pub(super) const STOP: Class = Class(1 << (USED + 8));
/// A conjunction that joins words or clauses.
pub(super) const AND: Class = Class(1 << (USED + 9));
/// A number in digits.
pub(super) const NUMBER: Class = Class(1 << (USED + 10));
/// A word that starts with a capital.
pub(super) const CAPITAL: Class = Class(1 << (USED + 11));
/// A possessive: "council's", "workers’".
pub(super) const POSSESSIVE: Class = Class(1 << (USED + 12));

/// Any mark that is no word.
pub(super) const MARK: Class = COMMA
    .or(SEMICOLON)
    .or(COLON)
    .or(DASH)
    .or(OPEN)
    .or(CLOSE)
    .or(PAREN_OPEN)
    .or(PAREN_CLOSE)
    .or(STOP);
/// Marks that end a clause.
pub(super) const BREAK: Class = SEMICOLON.or(COLON).or(DASH).or(STOP);
/// Verbs that can only be finite.
pub(super) const AUXILIARY: Class = BE.or(HAVE).or(DO).or(MODAL);
/// Any verb that may carry a clause.
pub(super) const VERB: Class = AUXILIARY.or(SAYING).or(FINITE).or(DROP);

/// Words at which the reader of required areas looks around.
pub(super) const REQUIRED_WAKERS: Class =
    WAKES_REQUIRED.or(SUBJECT).or(TOLD).or(HAVE).or(COLON).or(DASH);
/// Words at which the reader of weaknesses looks around.
pub(super) const WEAKNESS_WAKERS: Class = WAKES_WEAKNESS
    .or(WAKES_LACKING)
    .or(FAULTY)
    .or(FAULT_ATTRIBUTE)
    .or(FAULT_NOUN)
    .or(FAULT_PLACE)
    .or(FAULT_CUE)
    .or(NEGATIVE)
    .or(SELDOM)
    .or(DROP);
/// Words at which the reader of measures looks around.
pub(super) const MEASURE_WAKERS: Class = WAKES_MEASURE.or(STEP).or(DONE).or(DOING);
/// Words that may name who says something.
pub(super) const SAYERS: Class = SAYING.or(ATTRIBUTES);

const _: () = assert!(USED + 13 <= 64);

/// A word or mark and its classes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub span: Span,
    pub class: Class,
    /// What most words differ in ([`shape`]); 0 for a word that is not all ASCII, which may be
    /// longer than it looks.
    shape: u64,
}

/// The first letter of a word, in any case, and its length: a bit each.
#[inline]
fn shape(word: &[u8]) -> u64 {
    let first = word.first().map_or(0, |first| first & 31);
    1 << first | 1 << (32 + word.len().min(31))
}

/// The shapes of some words, joined.
#[inline(always)]
pub(super) fn shapes(words: &[&str]) -> u64 {
    words.iter().fold(0, |joined, word| joined | shape(word.as_bytes()))
}

impl Word {
    fn new(bytes: &[u8], span: Span, class: Class) -> Word {
        match &bytes[span.range()] {
            word if word.is_ascii() => Word { span, class, shape: shape(word) },
            _ => Word { span, class, shape: 0 },
        }
    }

    /// Whether the word may be one of those whose shapes these are.
    #[inline(always)]
    pub(super) fn may_be(&self, shapes: u64) -> bool {
        self.shape & shapes == self.shape
    }

    /// Whether the word is `lower`, letter case and the shape of its apostrophe aside.
    #[inline]
    pub(super) fn is_word(&self, source: &str, lower: &str) -> bool {
        self.may_be(shape(lower.as_bytes())) && same(self.span.of(source), lower)
    }

    /// Whether the word is one of `lower`.
    #[inline(never)]
    pub(super) fn is_one_of(&self, source: &str, lower: &[&str]) -> bool {
        lower.iter().any(|l| self.is_word(source, l))
    }
}

/// What is known of each word of the lexicon.
static CLASSES: LazyLock<Classes<Class>> = LazyLock::new(|| {
    let listed = LISTS.iter().flat_map(|&(class, words)| words.iter().map(move |w| (*w, class)));
    Classes::of(listed, Class::or)
});

/// The classes of a token of lower-case letters, which may be an adverb that no list holds.
fn classify_plain(classes: &Classes<Class>, token: Token, word: &[u8]) -> Class {
    let known = classes.by_number(token.number);
    let adverbial = || word.len() <= LONGEST && word[word.len() - 2..].eq_ignore_ascii_case(b"ly");
    if known == Class(0) && word.len() > 5 && adverbial() {
        return adverb(&word.to_ascii_lowercase());
    }
    known
}

/// 'certainly', 'stubbornly': a word in '-ly' that the lists do not know is an adverb.
fn adverb(key: &[u8]) -> Class {
    const OTHERS: &[&[u8]] = &[
        b"family",
        b"early",
        b"daily",
        b"weekly",
        b"monthly",
        b"elderly",
        b"supply",
        b"assembly",
        b"friendly",
        b"quarterly",
        b"yearly",
        b"timely",
        b"anomaly",
    ];
    if key.len() <= 5 || OTHERS.contains(&key) { Class(0) } else { ADVERB }
}

/// The classes of `word`, which may be a contraction or a possessive.
fn classify(classes: &Classes<Class>, word: &str) -> Class {
    let mut buffer = [0u8; LONGEST];
    let mut length = 0;
    let bytes = word.as_bytes();
    if bytes.is_ascii() {
        if bytes.len() > LONGEST {
            return Class(0);
        }
        length = bytes.len();
        buffer[..length].copy_from_slice(bytes);
        buffer[..length].make_ascii_lowercase();
    } else {
        for byte in fold(word) {
            if length == LONGEST {
                return Class(0);
            }
            buffer[length] = byte;
            length += 1;
        }
    }
    let key = &buffer[..length];
    let look = |key: &[u8]| classes.of_word(key);
    let whole = look(key);
    if length > 5 && key.ends_with(b"ly") {
        let known = look(key);
        return if known == Class(0) { adverb(key) } else { known };
    }
    let Some(apostrophe) = key.iter().rposition(|&b| b == b'\'') else {
        return look(key);
    };
    let (base, suffix) = (&key[..apostrophe], &key[apostrophe + 1..]);
    let parts = match suffix {
        // "weren't", "can't": the verb without its 'n', and a denial.
        b"t" if base.ends_with(b"n") => {
            let verb = look(&base[..base.len() - 1]);
            (if verb == Class(0) { MODAL } else { verb }).or(NEGATIVE)
        }
        b"ve" => look(base).or(HAVE),
        b"re" | b"m" => look(base).or(BE),
        b"ll" | b"d" => look(base).or(MODAL),
        b"s" if matches!(base, b"it" | b"that" | b"there" | b"he" | b"she" | b"what" | b"who") => {
            look(base).or(BE).or(HAVE)
        }
        _ => Class(look(base).0 & INSPECTORATE.or(PROVIDER).or(OTHER).0).or(POSSESSIVE),
    };
    parts.or(whole)
}

/// The classes that the lexicon gives a word.
pub(super) fn class_of(word: &str) -> Class {
    classify(&CLASSES, word)
}

/// The bytes of `word` in lower case, typographic apostrophes and ligatures made plain.
fn fold(word: &str) -> impl Iterator<Item = u8> + '_ {
    word.chars().flat_map(|c| {
        let plain: &'static [u8] = match c {
            '’' | '‘' => b"'",
            'ﬁ' => b"fi",
            'ﬂ' => b"fl",
            'ﬀ' => b"ff",
            'ﬃ' => b"ffi",
            _ => b"",
        };
        let own = if plain.is_empty() {
            Some(if c.is_ascii() { c.to_ascii_lowercase() as u8 } else { 0x80 })
        } else {
            None
        };
        plain.iter().copied().chain(own)
    })
}

/// Whether `word` is `lower`, letter case and the shape of its apostrophe aside.
pub(super) fn same(word: &str, lower: &str) -> bool {
    if word.len() == lower.len() {
        return word.eq_ignore_ascii_case(lower);
    }
    // What is longer may be so by a typographic apostrophe or a ligature.
    word.len() > lower.len() && !word.is_ascii() && fold(word).eq(lower.bytes())
}

/// Reads the words of `span`, which lies in one sentence, into `words`; `names` are those of people
/// whose side is known.
pub(super) fn read(text: &Text<'_>, names: &Names, span: Span, words: &mut Vec<Word>) {
    words.clear();
    let source = text.source;
    // The quotation marks in the stretch: an apostrophe is one only where the text layer says so.
    let first = text.quotations.partition_point(|q| q.outer.end() <= span.start());
    let mut quotations = text.quotations[first..]
        .iter()
        .take_while(|q| q.outer.start() < span.end())
        .flat_map(|q| {
            let segments = q.segments.iter().filter(|s| s.end() >= span.start());
            segments.take_while(|s| s.start() <= span.end()).copied()
        })
        .peekable();
    let mut inside = false;
    let bytes = source.as_bytes();
    let classes = &*CLASSES;
    let mut tokens = text.tokens_from(span.start()).iter().peekable();
    let mut at = span.start();
    while at < span.end() {
        // Most of a text is plain words and spaces.
        let byte = bytes[at];
        if byte == b' ' || byte == b'\n' {
            at += 1;
            continue;
        }
        if let Some(token) = tokens.next_if(|token| token.start() == at) {
            let end = token.end();
            if end >= span.end()
                || matches!(bytes[end], b' ' | b'\n')
                || (matches!(bytes[end], b',' | b'.') && !byte.is_ascii_digit())
            {
                let end = end.min(span.end());
                let mut class = classify_plain(classes, *token, &bytes[at..end]);
                if byte.is_ascii_uppercase() {
                    // The month is no modal verb.
                    if &bytes[at..end] == b"May" {
                        class = Class(0);
                    }
                    class = class.or(CAPITAL).or(names.class(&source[at..end]));
                } else if byte.is_ascii_digit() {
                    class = class.or(NUMBER);
                }
                let shape = shape(&bytes[at..end]);
                words.push(Word { span: Span::new(at, end), class, shape });
                at = end;
                continue;
            }
        }
        let c = source[at..].chars().next().unwrap_or(' ');
        let next = at + c.len_utf8();
        while quotations.peek().is_some_and(|q| q.end() < at) {
            quotations.next();
            inside = false;
        }
        let mut push = |class| words.push(Word::new(bytes, Span::new(at, next), class));
        match c {
            ',' => push(COMMA),
            ';' => push(SEMICOLON),
            ':' => push(COLON),
            '–' | '—' => push(DASH),
            '-' if bytes.get(next) == Some(&b' ') && at > 0 && bytes[at - 1] == b' ' => push(DASH),
            '(' | '[' => push(PAREN_OPEN),
            ')' | ']' => push(PAREN_CLOSE),
            '.' | '!' | '?' | '…' => push(STOP),
            '“' | '”' | '"' | '\'' | '‘' | '’' => {
                if quotations.peek().is_some_and(|q| q.start() == next) && !inside {
                    inside = true;
                    push(OPEN);
                } else if quotations.peek().is_some_and(|q| q.end() == at) {
                    inside = false;
                    quotations.next();
                    push(CLOSE);
                }
            }
            _ if c.is_alphanumeric() || c == '£' => {
                let stop = quotations.peek().map_or(span.end(), |q| q.end().max(next));
                let end = word_end(source, at, stop.min(span.end()));
                let word = &source[at..end];
                let mut class = classify(classes, word);
                if c.is_uppercase() {
                    class = class.or(CAPITAL).or(names.class(word));
                } else if c.is_ascii_digit() || c == '£' {
                    class = class.or(NUMBER);
                }
                words.push(Word::new(bytes, Span::new(at, end), class));
                at = end;
                while tokens.next_if(|token| token.start() < at).is_some() {}
                continue;
            }
            _ => {}
        }
        at = next;
    }
}

/// Where the word that starts at `at` ends: hyphens, slashes and apostrophes inside it, points
/// and commas inside a number, and a possessive apostrophe after an 's' belong to it.
fn word_end(source: &str, at: usize, stop: usize) -> usize {
    let mut end = at;
    let rest = &source[at..stop];
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let after = chars.peek().map(|&(_, c)| c);
        let inner = after.is_some_and(char::is_alphanumeric);
        let belongs = c.is_alphanumeric()
            || c == '£'
            || c == '\u{ad}'
            || (inner && matches!(c, '-' | '‐' | '‑' | '/' | '&'))
            || (inner
                && matches!(c, '.' | ',')
                && after.is_some_and(|c| c.is_ascii_digit())
                && rest[..offset].ends_with(|c: char| c.is_ascii_digit()))
            || (matches!(c, '\'' | '’')
                && (inner || rest[..offset].ends_with('s') && at + offset + c.len_utf8() <= stop));
        if !belongs {
            break;
        }
        end = at + offset + c.len_utf8();
        if matches!(c, '\'' | '’') && !inner {
            break;
        }
    }
    end.max(at + rest.chars().next().map_or(1, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn words(source: &str) -> Vec<(&str, Class)> {
        let text = text::read(source);
        let mut words = Vec::new();
        read(&text, &Names::default(), Span::new(0, source.len()), &mut words);
        words.iter().map(|w| (w.span.of(source), w.class)).collect()
    }

    #[test]
    fn contractions_are_one_word_of_two_classes() {
        let found = words("They weren’t checked and it's late.");
        assert_eq!(found[1].0, "weren’t");
        assert!(found[1].1.is(BE) && found[1].1.is(NEGATIVE));
        assert!(found[4].1.is(BE));
    }

    #[test]
    fn possessives_keep_their_apostrophe() {
        let found = words("Social workers’ caseloads, and the council's plans.");
        let texts: Vec<_> = found.iter().map(|w| w.0).collect();
        assert_eq!(
            texts,
            ["Social", "workers’", "caseloads", ",", "and", "the", "council's", "plans", "."]
        );
        assert!(found[1].1.is(POSSESSIVE) && found[6].1.is(POSSESSIVE));
    }

    #[test]
    fn quotation_marks_are_words() {
        let found = words("It says \"plans are weak\", we read.");
        assert!(found[2].1.is(OPEN) && found[6].1.is(CLOSE) && found[7].1.is(COMMA));
    }
}
