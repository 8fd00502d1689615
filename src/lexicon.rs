//! The words that any extractor knows, numbered, so that each word of a text is looked up once.
//!
//! | looked up | found |
//! | --- | --- |
//! | 'good', 'Good', 'GOOD' | the number of 'good' |
//! | 'goods', in no list | 0 |
//! | '2024', in no list | 1, as all numbers |
//!
//! An extractor keeps what it knows of words by their numbers ([`Classes`]).

use std::sync::LazyLock;

/// The number of a word that is in no list.
pub(crate) const UNKNOWN: u16 = 0;
/// The number of words with digits that are in no list.
pub(crate) const NUMERIC: u16 = 1;

/// Stands in the table of short words for the first eight bytes of a longer one.
const START: u16 = u16::MAX;

/// The longest word that a list may hold, in bytes.
pub(crate) const LONGEST: usize = 24;

/// A word of up to [`LONGEST`] bytes as it is compared: ASCII case folded by setting one bit of
/// each byte, filled up with spaces. (The bit leaves digits, hyphens and apostrophes as they are.)
type Key = [u64; LONGEST / 8];

const FOLD: u64 = 0x2020_2020_2020_2020;

/// The key of a word.
fn key(word: &[u8]) -> Option<Key> {
    let mut bytes = [0u8; LONGEST];
    bytes.get_mut(..word.len())?.copy_from_slice(word);
    let mut key = [0; LONGEST / 8];
    for (part, bytes) in key.iter_mut().zip(bytes.chunks_exact(8)) {
        *part = bytes.iter().rev().fold(0, |part, &byte| part << 8 | u64::from(byte)) | FOLD;
    }
    Some(key)
}

/// For words of each length the bytes of a key that are theirs.
static MASKS: [Key; LONGEST + 1] = {
    let mut masks = [[0; LONGEST / 8]; LONGEST + 1];
    let mut len = 0;
    while len <= LONGEST {
        let mut byte = 0;
        while byte < len {
            masks[len][byte / 8] |= 0xFF << (byte % 8 * 8);
            byte += 1;
        }
        len += 1;
    }
    masks
};

/// Eight bytes of a key: those of the text that are the word's.
#[inline]
fn part(bytes: &[u8], mask: u64) -> u64 {
    let bytes: [u8; 8] = bytes.try_into().unwrap_or_default();
    u64::from_le_bytes(bytes) & mask | FOLD
}

/// The key of the word that starts at byte `at` of a text and has `len` bytes.
#[inline]
fn key_at(text: &[u8], at: usize, len: usize) -> Option<Key> {
    if len > LONGEST {
        return None;
    }
    let Some(bytes) = text.get(at..at + LONGEST) else {
        return key(text.get(at..at + len)?);
    };
    let mut key = [FOLD; LONGEST / 8];
    for (number, (part, bytes)) in key.iter_mut().zip(bytes.chunks_exact(8)).enumerate() {
        *part = self::part(bytes, MASKS[len][number]);
    }
    Some(key)
}

/// All words, in tables small enough for a near cache.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// The words of up to eight bytes, which most are, and what longer ones start with
    /// ([`START`]).
    short: Table<u64>,
    long: Table<Key>,
    /// For the first two letters of words ([`Lexicon::beginning`]) the lengths that words with
    /// them have, as bits.
    lengths: Box<[u32; 1024]>,
    /// How many numbers there are.
    count: usize,
}

/// An open-addressed table: for each slot a word and its number, or [`UNKNOWN`].
#[derive(Debug)]
struct Table<K> {
    slots: Vec<(K, u16)>,
    shift: u32,
}

impl<K: Copy + Default + PartialEq> Table<K> {
    fn of(words: &[(K, u16)], hash: impl Fn(K) -> u64) -> Table<K> {
        let bits = (words.len() * 3 + 2).next_power_of_two().trailing_zeros();
        let shift = 64 - bits;
        let mut slots = vec![(K::default(), UNKNOWN); 1 << bits];
        for &(key, number) in words {
            let mut slot = (hash(key) >> shift) as usize;
            while slots[slot].1 != UNKNOWN {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = (key, number);
        }
        Table { slots, shift }
    }

    /// The number of a word. No word's key is the default one, which the empty slots have.
    #[inline]
    fn number_of(&self, key: K, hash: u64) -> u16 {
        let mut slot = (hash >> self.shift) as usize;
        loop {
            let (known, number) = self.slots[slot];
            // One branch for words known and unknown, since nobody can foretell which comes.
            if (known == key) | (number == UNKNOWN) {
                return number;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

/// An odd number whose multiples spread well over the high bits.
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

#[inline]
fn hash_short(key: u64) -> u64 {
    (key ^ key >> 32).wrapping_mul(ODD)
}

#[inline]
fn hash_long(key: Key) -> u64 {
    (key[0] ^ key[1].rotate_left(23) ^ key[2].rotate_left(41)).wrapping_mul(ODD)
}

impl Lexicon {
    /// A lexicon of some words.
    pub(crate) fn of(words: impl IntoIterator<Item = &'static str>) -> Lexicon {
        let mut words: Vec<&'static str> =
            words.into_iter().filter(|word| !word.is_empty() && word.len() <= LONGEST).collect();
        words.sort_unstable();
        words.dedup();
        let (mut short, mut long, mut starts) = (Vec::new(), Vec::new(), Vec::new());
        for (number, word) in (NUMERIC + 1..).zip(&words) {
            let Some(key) = key(word.as_bytes()) else { continue };
            if word.len() <= 8 {
                short.push((key[0], number));
            } else {
                long.push((key, number));
                starts.push((key[0], START));
            }
        }
        // A word of eight bytes may be what a longer one starts with.
        starts.sort_unstable();
        starts.dedup();
        short.sort_unstable();
        let known = |start: u64| short.binary_search_by_key(&start, |(word, _)| *word).is_ok();
        starts.retain(|&(start, _)| !known(start));
        short.extend(starts);
        let mut lengths = Box::new([0; 1024]);
        for word in words.iter().map(|word| word.as_bytes()) {
            match *word {
                // Anything may follow it in the text.
                [letter] => (0..32).for_each(|b| lengths[Lexicon::beginning(letter, b)] |= 1 << 1),
                [first, second, ..] => {
                    lengths[Lexicon::beginning(first, second)] |= 1 << word.len();
                }
                [] => {}
            }
        }
        let count = words.len() + usize::from(NUMERIC) + 1;
        let (short, long) = (Table::of(&short, hash_short), Table::of(&long, hash_long));
        Lexicon { short, long, lengths, count }
    }

    /// The number of a word, or [`UNKNOWN`].
    pub(crate) fn number(&self, word: &[u8]) -> u16 {
        self.number_at(word, 0, word.len())
    }

    /// Two letters as one number, in any case; other bytes may share it.
    #[inline]
    fn beginning(first: u8, second: u8) -> usize {
        usize::from(first & 31) << 5 | usize::from(second & 31)
    }

    /// Whether the word that starts at byte `at` of a text and has `len` bytes may be in a list: a
    /// quick look, of use for a small lexicon, which holds few of the words of a text.
    #[inline]
    pub(crate) fn may_hold(&self, text: &[u8], at: usize, len: usize) -> bool {
        let second = text.get(at + 1).copied().unwrap_or_default();
        self.lengths[Lexicon::beginning(text[at], second)] >> len.min(31) & 1 != 0
    }

    /// The number of the word that starts at byte `at` of a text and has `len` bytes.
    #[inline]
    pub(crate) fn number_at(&self, text: &[u8], at: usize, len: usize) -> u16 {
        let start = match text.get(at..at + 8) {
            Some(bytes) => part(bytes, MASKS[len.min(8)][0]),
            None => text.get(at..at + len).and_then(key).map_or(FOLD, |key| key[0]),
        };
        let number = self.short.number_of(start, hash_short(start));
        if number == UNKNOWN || len <= 8 && number != START {
            return number;
        }
        self.long_number_at(text, at, len)
    }

    /// The same for a word of which the first eight bytes start a long word of the lexicon.
    #[inline(never)]
    fn long_number_at(&self, text: &[u8], at: usize, len: usize) -> u16 {
        match key_at(text, at, len) {
            Some(key) if len > 8 => self.long.number_of(key, hash_long(key)),
            _ => UNKNOWN,
        }
    }
}

/// The lexicon of all extractors.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let lists = [
        crate::areas::WORD_LISTS.iter().map(|(_, words)| *words).collect::<Vec<_>>(),
        crate::quotes::WORD_LISTS.iter().map(|(words, _)| *words).collect(),
        crate::ratings::WORD_LISTS.iter().map(|(words, _)| *words).collect(),
    ];
    let listed = lists.into_iter().flatten().flat_map(|words| words.iter().copied());
    Lexicon::of(
        listed.chain(crate::ratings::grade_starts()).chain(crate::scan::heads(crate::scan::ALL)),
    )
});

/// What an extractor knows of words, by their numbers.
#[derive(Debug)]
pub(crate) struct Classes<C>(Vec<C>);

impl<C: Copy + Default> Classes<C> {
    /// The classes that lists of words give; `join` makes one of two.
    pub(crate) fn of(
        entries: impl IntoIterator<Item = (&'static str, C)>,
        join: impl Fn(C, C) -> C,
    ) -> Classes<C> {
        Classes::within(&LEXICON, entries, join)
    }

    /// The same, by the numbers of another lexicon.
    pub(crate) fn within(
        lexicon: &Lexicon,
        entries: impl IntoIterator<Item = (&'static str, C)>,
        join: impl Fn(C, C) -> C,
    ) -> Classes<C> {
        let mut classes = vec![C::default(); lexicon.count];
        for (word, class) in entries {
            let number = lexicon.number(word.as_bytes());
            debug_assert!(number > NUMERIC, "{word} is in no list of the lexicon");
            if number > NUMERIC {
                let known = &mut classes[usize::from(number)];
                *known = join(*known, class);
            }
        }
        Classes(classes)
    }

    /// The classes of the word with this number.
    #[inline]
    pub(crate) fn by_number(&self, number: u16) -> C {
        self.0.get(usize::from(number)).copied().unwrap_or_default()
    }

    /// The classes of `word`, in any case.
    pub(crate) fn of_word(&self, word: &[u8]) -> C {
        self.by_number(LEXICON.number(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_only_whole() {
        let lexicon = Lexicon::of(["good", "well-led", "good", "responsibilities"]);
        let good = lexicon.number(b"good");
        assert!(good > NUMERIC);
        assert_eq!(lexicon.number(b"GooD"), good);
        assert!(lexicon.number(b"Responsibilities") > NUMERIC);
        for unknown in ["goods", "goo", "", "well", "a word of more than 24 bytes"] {
            assert_eq!(lexicon.number(unknown.as_bytes()), UNKNOWN, "{unknown}");
        }
    }

    #[test]
    fn a_key_is_the_same_in_its_text() {
        let text = b"So good, responsibilities and the rest; good";
        for (at, len) in [(3, 4), (9, 16), (26, 3), (text.len() - 4, 4), (0, 2)] {
            assert_eq!(key_at(text, at, len), key(&text[at..at + len]));
            let lexicon = Lexicon::of(["good", "responsibilities", "and", "so"]);
            assert!(lexicon.number_at(text, at, len) > NUMERIC, "{at}");
            assert_eq!(lexicon.number_at(text, at, len - 1), UNKNOWN, "{at}");
        }
        assert_eq!(key_at(text, 0, 25), None);
    }
}
