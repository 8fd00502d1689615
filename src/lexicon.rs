//! Lists of words with what is known of each, asked once for every word of a text.
//!
//! | looked up | found |
//! | --- | --- |
//! | 'good', 'Good', 'GOOD' | what the list says of 'good' |
//! | 'goods' | nothing |

/// ASCII words and their values, in a table small enough to stay in a near cache.
#[derive(Debug)]
pub(crate) struct Lexicon<V> {
    /// For each slot the hash of its word and the word's number from 1; 0 is empty.
    slots: Vec<(u32, u32)>,
    words: Vec<(&'static str, V)>,
    longest: usize,
}

/// The hash of a word, byte by byte (FNV-1a), ASCII case folded. `|` 32 makes capital letters
/// small, and leaves digits, hyphens and apostrophes as they are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordHash(u32);

impl WordHash {
    pub(crate) const fn new() -> WordHash {
        WordHash(0x811c_9dc5)
    }

    /// The hash with one more byte.
    #[inline]
    pub(crate) const fn with(self, byte: u8) -> WordHash {
        WordHash((self.0 ^ (byte | 0x20) as u32).wrapping_mul(0x0100_0193))
    }

    #[inline]
    pub(crate) fn of(word: &[u8]) -> WordHash {
        word.iter().fold(WordHash::new(), |hash, &byte| hash.with(byte))
    }
}

impl<V: Copy> Lexicon<V> {
    /// A lexicon of lower-case words; `join` makes one value of two for a word that comes twice.
    pub(crate) fn new(
        entries: impl IntoIterator<Item = (&'static str, V)>,
        join: impl Fn(V, V) -> V,
    ) -> Lexicon<V> {
        let mut words: Vec<(&'static str, V)> = entries.into_iter().collect();
        words.sort_by_key(|(word, _)| *word);
        words.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 = join(first.1, later.1);
            }
            same
        });
        let slots = vec![(0, 0); (words.len() * 4).next_power_of_two()];
        let longest = words.iter().map(|(word, _)| word.len()).max().unwrap_or(0);
        let mut lexicon = Lexicon { slots, words, longest };
        for number in 0..lexicon.words.len() {
            let hash = WordHash::of(lexicon.words[number].0.as_bytes());
            let mut slot = lexicon.first_slot(hash);
            while lexicon.slots[slot].1 != 0 {
                slot = (slot + 1) % lexicon.slots.len();
            }
            lexicon.slots[slot] = (hash.0, number as u32 + 1);
        }
        lexicon
    }

    #[inline]
    fn first_slot(&self, hash: WordHash) -> usize {
        (hash.0 ^ (hash.0 >> 15)) as usize & (self.slots.len() - 1)
    }

    /// What is known of `word`, in any case.
    #[inline]
    pub(crate) fn get(&self, word: &[u8]) -> Option<V> {
        if word.len() > self.longest {
            return None;
        }
        self.get_hashed(WordHash::of(word), word)
    }

    /// What is known of `word`, whose hash is known.
    #[inline]
    pub(crate) fn get_hashed(&self, hash: WordHash, word: &[u8]) -> Option<V> {
        let mut slot = self.first_slot(hash);
        loop {
            let (present, number) = self.slots[slot];
            if number == 0 {
                return None;
            }
            if present == hash.0 {
                let (known, value) = self.words[number as usize - 1];
                if known.as_bytes().eq_ignore_ascii_case(word) {
                    return Some(value);
                }
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_only_whole() {
        let lexicon = Lexicon::new([("good", 1), ("well-led", 2), ("good", 4)], |a, b| a | b);
        assert_eq!(lexicon.get(b"Good"), Some(5));
        assert_eq!(lexicon.get(b"WELL-LED"), Some(2));
        assert_eq!(lexicon.get(b"goods"), None);
        assert_eq!(lexicon.get(b"goo"), None);
        assert_eq!(lexicon.get(b""), None);
        assert_eq!(lexicon.get(&[b'x'; 4000]), None);
    }

    #[test]
    fn an_empty_lexicon_knows_nothing() {
        let lexicon: Lexicon<u8> = Lexicon::new([], |a, _| a);
        assert_eq!(lexicon.get(b"good"), None);
    }

    #[test]
    fn what_only_looks_alike_under_the_hash_is_another_word() {
        // '@' folds to '`' and '[' to '{': no letters.
        let lexicon = Lexicon::new([("a{", ())], |a, ()| a);
        assert_eq!(lexicon.get(b"A["), None);
    }
}
