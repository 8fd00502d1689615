//! The runs of ASCII letters and digits of a text, each looked up in the lexicon.
//!
//! | in the text | tokens |
//! | --- | --- |
//! | 'It wasn’t well-led in 2019.' | It, wasn, t, well, led, in, 2019 |
//!
//! The text is classed sixty-four bytes at a time into a word of bits, from which the tokens are
//! read: no branch depends on a single letter.

use crate::lexicon::{LEXICON, Lexicon, NUMERIC, UNKNOWN};
use crate::record::Span;

/// A run of ASCII letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    start: u32,
    len: u16,
    /// The number of the word in the lexicon.
    pub number: u16,
}

impl Token {
    /// The token between two bytes, not yet looked up.
    #[inline]
    fn new(start: usize, end: usize, digits: bool) -> Token {
        let number = if digits { NUMERIC } else { UNKNOWN };
        let len = u16::try_from(end - start).unwrap_or(u16::MAX);
        Token { start: start as u32, len, number }
    }

    /// The token with its number in a lexicon.
    #[inline]
    fn looked_up(self, lexicon: &Lexicon, bytes: &[u8]) -> Token {
        let known = lexicon.number_at(bytes, self.start(), usize::from(self.len));
        let number = if known == UNKNOWN { self.number } else { known };
        Token { number, ..self }
    }

    /// Offset of the first byte.
    #[inline]
    pub(crate) fn start(self) -> usize {
        self.start as usize
    }

    /// Offset one past the last byte.
    #[inline]
    pub(crate) fn end(self) -> usize {
        self.start as usize + usize::from(self.len)
    }
}

/// Where letters and digits stand among some bytes, one bit a byte.
#[derive(Clone, Copy, Default)]
struct Bits {
    alphanumeric: u64,
    digits: u64,
}

/// The tokens of a text, in its order. What stands beyond four gigabytes is no token, and of a
/// run longer than 65,535 bytes only the start is.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    tokens_at(source, Span::new(0, source.len()))
}

/// The tokens of a part of a text, with their places in the whole.
pub(crate) fn tokens_at(source: &str, part: Span) -> Vec<Token> {
    let lexicon = &*LEXICON;
    let bytes = source.as_bytes();
    let mut tokens = Vec::with_capacity(part.len() / 5);
    each_run(bytes, part, |start, end, digits| {
        tokens.push(Token::new(start, end, digits).looked_up(lexicon, bytes));
    });
    tokens
}

/// The tokens of a text that are words of a lexicon, or have digits.
pub(crate) fn known_tokens(source: &str, lexicon: &Lexicon) -> Vec<Token> {
    let bytes = source.as_bytes();
    // Nobody can foretell which tokens will be wanted, so each is written down and the next takes
    // its place unless it is.
    let mut tokens = vec![Token { start: 0, len: 0, number: UNKNOWN }; 64];
    let mut count = 0;
    each_run(bytes, Span::new(0, bytes.len()), |start, end, digits| {
        if count == tokens.len() {
            tokens.resize(count * 2, tokens[0]);
        }
        tokens[count] = Token::new(start, end, digits);
        count += usize::from(digits | lexicon.may_hold(bytes, start, end - start));
    });
    tokens.truncate(count);
    count = 0;
    for at in 0..tokens.len() {
        let token = tokens[at].looked_up(lexicon, bytes);
        tokens[count] = token;
        count += usize::from(token.number != UNKNOWN);
    }
    tokens.truncate(count);
    tokens
}

/// Calls `push` with the start and end of each run of letters and digits in a part of a text, and
/// whether it has digits.
#[inline]
fn each_run(bytes: &[u8], part: Span, mut push: impl FnMut(usize, usize, bool)) {
    let last = part.end().min(u32::MAX as usize);
    let bytes = bytes.get(part.start()..last).unwrap_or_default();
    // Where the run starts that goes on from the block before, and whether it has digits.
    let mut open: Option<(usize, bool)> = None;
    for (block, bits) in blocks(bytes).enumerate() {
        let base = part.start() + block * 64;
        let before = bits.alphanumeric << 1 | u64::from(open.is_some());
        let mut starts = bits.alphanumeric & !before;
        let mut ends = !bits.alphanumeric & before;
        if let Some((start, digits)) = open {
            if ends == 0 {
                open = Some((start, digits | (bits.digits != 0)));
                continue;
            }
            let end = ends.trailing_zeros();
            push(start, base + end as usize, digits | (bits.digits & !(u64::MAX << end) != 0));
            ends &= ends - 1;
        }
        let base_of = |at: u32| base + at as usize;
        if bits.digits == 0 {
            while ends != 0 {
                push(base_of(starts.trailing_zeros()), base_of(ends.trailing_zeros()), false);
                starts &= starts - 1;
                ends &= ends - 1;
            }
        }
        while ends != 0 {
            let (start, end) = (starts.trailing_zeros(), ends.trailing_zeros());
            let within = !(u64::MAX << end) & u64::MAX << start;
            push(base_of(start), base_of(end), bits.digits & within != 0);
            starts &= starts - 1;
            ends &= ends - 1;
        }
        open = (starts != 0).then(|| {
            let start = starts.trailing_zeros();
            (base + start as usize, bits.digits >> start != 0)
        });
    }
    if let Some((start, digits)) = open {
        push(start, last, digits);
    }
}

/// The bits of each 64 bytes of a text.
fn blocks(bytes: &[u8]) -> impl Iterator<Item = Bits> + '_ {
    let (whole, rest) = bytes.as_chunks();
    let last = (!rest.is_empty()).then(|| {
        let mut padded = [0; 64];
        padded[..rest.len()].copy_from_slice(rest);
        bits(&padded)
    });
    whole.iter().map(bits).chain(last)
}

/// Classes 64 bytes: first each into a byte that is 0 or 1, by wide instructions wherever the
/// machine has any, then these into bits.
#[inline]
fn bits(block: &[u8; 64]) -> Bits {
    let (mut alphanumeric, mut digits) = ([0; 64], [0; 64]);
    let mut any_digit = 0;
    for ((&byte, alphanumeric), digit) in block.iter().zip(&mut alphanumeric).zip(&mut digits) {
        *digit = u8::from(byte.wrapping_sub(b'0') < 10);
        *alphanumeric = *digit | u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
        any_digit |= *digit;
    }
    let digits = if any_digit == 0 { 0 } else { gather(&digits) };
    Bits { alphanumeric: gather(&alphanumeric), digits }
}

/// Bytes that are 0 or 1 as bits, the first as the lowest.
#[inline]
fn gather(bytes: &[u8; 64]) -> u64 {
    // The product of eight bytes has each at its place in the top byte.
    const TO_TOP: u64 = 0x0102_0408_1020_4080;
    let eights = bytes.as_chunks().0.iter().map(|eight| u64::from_le_bytes(*eight));
    let tops = eights.map(|eight| eight.wrapping_mul(TO_TOP) >> 56);
    tops.rev().fold(0, |bits, top| bits << 8 | top)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(source: &str, expected: &[&str]) {
        let found: Vec<_> = tokens(source).iter().map(|t| &source[t.start()..t.end()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn runs_of_letters_and_digits_are_tokens() {
        finds("It wasn’t well-led in 2019.", &["It", "wasn", "t", "well", "led", "in", "2019"]);
        finds("", &[]);
        finds(" é@[`{/:", &[]);
        finds("azAZ09", &["azAZ09"]);
    }

    #[test]
    fn tokens_are_those_of_a_reader_byte_by_byte() {
        let source = "The café’s 3rd “Good” rating_2019, [A-Z] {x} ~ Ofsted ".repeat(7);
        for from in (0..64).filter(|&at| source.is_char_boundary(at)) {
            let source = &source[from..];
            let plain: Vec<_> = source
                .split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect();
            finds(source, &plain);
        }
        let long = "x".repeat(200);
        finds(&long, &[&long]);
    }

    #[test]
    fn a_word_with_digits_is_told_from_an_unknown_word() {
        let numbers: Vec<_> = tokens("Xyzzy 2031 b52b").iter().map(|t| t.number).collect();
        assert_eq!(numbers, [UNKNOWN, NUMERIC, NUMERIC]);
        let padded = format!("{}12345678", "z".repeat(62));
        assert_eq!(tokens(&padded)[0].number, NUMERIC);
    }
}
