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

/// The longest word that a list may hold, in bytes.
pub(crate) const LONGEST: usize = 24;

/// A word of up to [`LONGEST`] bytes as it is compared: ASCII case folded by setting one bit of
/// each byte, filled up with spaces. (The bit leaves digits, hyphens and apostrophes as they are.)
pub(crate) type Key = [u64; LONGEST / 8];

const FOLD: u64 = 0x2020_2020_2020_2020;

/// The key of a word.
pub(crate) fn key(word: &[u8]) -> Option<Key> {
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

/// The key of the word that starts at byte `at` of a text and has `len` bytes.
#[inline]
pub(crate) fn key_at(text: &[u8], at: usize, len: usize) -> Option<Key> {
    if len > LONGEST {
        return None;
    }
    let Some(bytes) = text.get(at..at + LONGEST) else {
        return key(text.get(at..at + len)?);
    };
    let mut key = [FOLD; LONGEST / 8];
    for (number, (part, bytes)) in key.iter_mut().zip(bytes.chunks_exact(8)).enumerate() {
        let bytes: [u8; 8] = bytes.try_into().unwrap_or_default();
        *part |= u64::from_le_bytes(bytes) & MASKS[len][number];
    }
    Some(key)
}

fn hash(key: &Key) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = key[0] ^ key[1].rotate_left(23) ^ key[2].rotate_left(41);
    mixed.wrapping_mul(ODD)
}

/// All words, in a table small enough for a near cache.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// For each slot the number of its word, or [`UNKNOWN`].
    slots: Vec<u16>,
    keys: Vec<Key>,
    shift: u32,
}

impl Lexicon {
    fn of(words: impl IntoIterator<Item = &'static str>) -> Lexicon {
        // The numbers of unknown words have keys that no word has.
        let mut keys: Vec<Key> = words.into_iter().filter_map(|word| key(word.as_bytes())).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.splice(0..0, [[0; LONGEST / 8]; 2]);
        let bits = (keys.len() * 4).next_power_of_two().trailing_zeros();
        let mut lexicon =
            Lexicon { slots: vec![UNKNOWN; 1 << bits], keys: Vec::new(), shift: 64 - bits };
        for (number, key) in keys.iter().enumerate().skip(2) {
            let mut slot = lexicon.first_slot(hash(key));
            while lexicon.slots[slot] != UNKNOWN {
                slot = (slot + 1) & (lexicon.slots.len() - 1);
            }
            lexicon.slots[slot] = u16::try_from(number).unwrap_or(UNKNOWN);
        }
        lexicon.keys = keys;
        lexicon
    }

    #[inline]
    fn first_slot(&self, hash: u64) -> usize {
        (hash >> self.shift) as usize
    }

    /// The number of the word with this key, or [`UNKNOWN`].
    #[inline]
    pub(crate) fn number_of(&self, key: &Key) -> u16 {
        let mut slot = self.first_slot(hash(key));
        loop {
            let number = self.slots[slot];
            // One branch for words known and unknown, since nobody can foretell which comes.
            let known = &self.keys[usize::from(number)];
            let differs = known[0] ^ key[0] | known[1] ^ key[1] | known[2] ^ key[2];
            if (differs == 0) | (number == UNKNOWN) {
                return number;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
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
    Lexicon::of(listed.chain(crate::ratings::grade_starts()).chain(crate::scan::heads()))
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
        let lexicon = &*LEXICON;
        let mut classes = vec![C::default(); lexicon.keys.len()];
        for (word, class) in entries {
            let number = key(word.as_bytes()).map_or(UNKNOWN, |key| lexicon.number_of(&key));
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
        key(word).map_or_else(C::default, |key| self.by_number(LEXICON.number_of(&key)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(lexicon: &Lexicon, word: &str) -> u16 {
        key(word.as_bytes()).map_or(UNKNOWN, |key| lexicon.number_of(&key))
    }

    #[test]
    fn words_are_found_in_any_case_and_only_whole() {
        let lexicon = Lexicon::of(["good", "well-led", "good", "responsibilities"]);
        let good = number(&lexicon, "good");
        assert!(good > NUMERIC);
        assert_eq!(number(&lexicon, "GooD"), good);
        assert!(number(&lexicon, "Responsibilities") > NUMERIC);
        for unknown in ["goods", "goo", "", "well", "a word of more than 24 bytes"] {
            assert_eq!(number(&lexicon, unknown), UNKNOWN, "{unknown}");
        }
    }

    #[test]
    fn a_key_is_the_same_in_its_text() {
        let text = b"So good, responsibilities and the rest; good";
        for (at, len) in [(3, 4), (9, 16), (26, 3), (text.len() - 4, 4), (0, 2)] {
            assert_eq!(key_at(text, at, len), key(&text[at..at + len]));
        }
        assert_eq!(key_at(text, 0, 25), None);
    }
}
