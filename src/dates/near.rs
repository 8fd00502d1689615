//! Words and numbers beside a place of the text. Every look is bounded, so that reading a text
//! stays linear whatever stands in it.

use crate::record::Span;

/// Characters of white space that a date may run over.
const GAP: usize = 24;
/// The longest word that is looked at.
const WORD: usize = 24;

/// The place after the white space at `at`, over at most one line end.
pub(super) fn skip_space(source: &str, at: usize) -> usize {
    let mut lines = 0;
    for (offset, c) in source[at..].char_indices().take(GAP) {
        lines += usize::from(c == '\n');
        if !c.is_whitespace() || lines > 1 {
            return at + offset;
        }
    }
    at
}

/// The place before the white space that ends at `at`, over at most one line end.
pub(super) fn skip_space_back(source: &str, at: usize) -> usize {
    let mut lines = 0;
    for (offset, c) in source[..at].char_indices().rev().take(GAP) {
        lines += usize::from(c == '\n');
        if !c.is_whitespace() || lines > 1 {
            return offset + c.len_utf8();
        }
    }
    at
}

/// The run of letters and digits that starts at `at`.
pub(super) fn run_at(source: &str, at: usize) -> Option<Span> {
    let bytes = source.as_bytes();
    let mut end = at;
    while end < bytes.len() && end - at <= WORD && bytes[end].is_ascii_alphanumeric() {
        end += 1;
    }
    if end < bytes.len() && !bytes[end].is_ascii() {
        // Letters beyond ASCII are rare: 'Zoë', but also '12–23'.
        let letters = source[end..].chars().take(WORD).take_while(|c| c.is_alphanumeric());
        end += letters.map(char::len_utf8).sum::<usize>();
    }
    (end > at).then(|| Span::new(at, end))
}

/// The run of letters and digits that ends at `at`.
pub(super) fn run_before(source: &str, at: usize) -> Option<Span> {
    let start = source[..at]
        .char_indices()
        .rev()
        .take(WORD)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map(|(offset, _)| offset)?;
    Some(Span::new(start, at))
}

/// The word after white space from `at` on; `None` when something else stands there.
pub(super) fn word_after(source: &str, at: usize) -> Option<Span> {
    let start = skip_space(source, at);
    if start == at { None } else { run_at(source, start) }
}

/// The word before `at` with white space between; `None` when something else stands there.
pub(super) fn word_before(source: &str, at: usize) -> Option<Span> {
    let end = skip_space_back(source, at);
    if end == at { None } else { run_before(source, end) }
}

/// The word after `at` if it is one of `words`, in lower case.
pub(super) fn next_is(source: &str, at: usize, words: &[&str]) -> Option<Span> {
    word_after(source, at).filter(|word| is_one_of(word.of(source), words))
}

/// The word before `at` if it is one of `words`, in lower case.
pub(super) fn prev_is(source: &str, at: usize, words: &[&str]) -> Option<Span> {
    word_before(source, at).filter(|word| is_one_of(word.of(source), words))
}

/// The end of `phrase`, words in lower case with single spaces, if it follows `at`.
pub(super) fn phrase_after(source: &str, at: usize, phrase: &str) -> Option<usize> {
    phrase.split(' ').try_fold(at, |at, word| next_is(source, at, &[word]).map(|w| w.end()))
}

/// The start of `phrase`, words in lower case with single spaces, if it ends before `at`.
pub(super) fn phrase_before(source: &str, at: usize, phrase: &str) -> Option<usize> {
    phrase.rsplit(' ').try_fold(at, |at, word| prev_is(source, at, &[word]).map(|w| w.start()))
}

pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// Whether `word` is in the sorted list `words`, in lower case.
pub(super) fn is_listed(word: &str, words: &[&str]) -> bool {
    if !word.is_ascii() || word.len() > WORD {
        return false;
    }
    let mut lower = [0u8; WORD];
    let lower = &mut lower[..word.len()];
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    let lower: &[u8] = lower;
    words.binary_search_by(|listed| listed.as_bytes().cmp(lower)).is_ok()
}

pub(super) fn char_before(source: &str, at: usize) -> Option<char> {
    source[..at].chars().next_back()
}

pub(super) fn char_after(source: &str, at: usize) -> Option<char> {
    source[at..].chars().next()
}

pub(super) fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '‐' | '‑' | '−')
}

/// The month that a word names, and whether in full.
pub(super) fn month(word: &str) -> Option<(u8, bool)> {
    const FULL: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if word.len() < 3 || word.len() > 9 {
        return None;
    }
    let starts = |full: &&str| full.as_bytes()[..3].eq_ignore_ascii_case(&word.as_bytes()[..3]);
    let at = FULL.iter().position(starts)?;
    let full = FULL[at].eq_ignore_ascii_case(word);
    let short = word.len() == 3 || word.eq_ignore_ascii_case("sept");
    (full || short).then_some((at as u8 + 1, full))
}

/// The weekday, from 1 for Monday, that a word names.
pub(super) fn weekday(word: &str) -> Option<u8> {
    const DAYS: [&[&str]; 7] = [
        &["monday", "mon"],
        &["tuesday", "tue", "tues"],
        &["wednesday", "wed", "weds"],
        &["thursday", "thu", "thur", "thurs"],
        &["friday", "fri"],
        &["saturday", "sat"],
        &["sunday", "sun"],
    ];
    DAYS.iter().position(|names| is_one_of(word, names)).map(|at| at as u8 + 1)
}

/// The day of the month that '3', '03' or '3rd' names, and whether it is an ordinal.
pub(super) fn day_number(word: &str) -> Option<(u8, bool)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 2 {
        return None;
    }
    let suffix = &word[digits..];
    let ordinal = is_one_of(suffix, &["st", "nd", "rd", "th"]);
    let day = word[..digits].parse().ok()?;
    ((1..=31).contains(&day) && (suffix.is_empty() || ordinal)).then_some((day, ordinal))
}

/// A number in words or digits, up to the hundreds.
pub(super) fn count(word: &str) -> Option<i32> {
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
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return if word.len() <= 3 { word.parse().ok() } else { None };
    }
    match WORDS.iter().position(|w| w.eq_ignore_ascii_case(word)) {
        Some(n) => Some(n as i32),
        None if is_one_of(word, &["a", "an"]) => Some(1),
        None if word.eq_ignore_ascii_case("thirty") => Some(30),
        None if word.eq_ignore_ascii_case("forty") => Some(40),
        None if word.eq_ignore_ascii_case("fifty") => Some(50),
        None if word.eq_ignore_ascii_case("sixty") => Some(60),
        None if word.eq_ignore_ascii_case("seventy") => Some(70),
        None if word.eq_ignore_ascii_case("eighty") => Some(80),
        None if word.eq_ignore_ascii_case("ninety") => Some(90),
        None if word.eq_ignore_ascii_case("hundred") => Some(100),
        None => None,
    }
}

/// 'first' to 'fifth', and 'last' or 'final' as -1.
pub(super) fn ordinal(word: &str) -> Option<i8> {
    match () {
        () if is_one_of(word, &["first", "1st"]) => Some(1),
        () if is_one_of(word, &["second", "2nd"]) => Some(2),
        () if is_one_of(word, &["third", "3rd"]) => Some(3),
        () if is_one_of(word, &["fourth", "4th"]) => Some(4),
        () if is_one_of(word, &["fifth", "5th"]) => Some(5),
        () if is_one_of(word, &["last", "final"]) => Some(-1),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_a_place() {
        let source = "on the 3rd\u{a0}of\nMay, Zoë";
        let may = source.find("May").unwrap();
        let of = word_before(source, may).unwrap();
        assert_eq!(of.of(source), "of");
        assert_eq!(word_before(source, of.start()).unwrap().of(source), "3rd");
        assert_eq!(word_after(source, may + 3), None);
        assert_eq!(word_after(source, may + 4).unwrap().of(source), "Zoë");
        assert_eq!(phrase_before(source, may, "the 3rd of"), Some(3));
    }

    #[test]
    fn names_and_numbers() {
        assert_eq!(month("Sept"), Some((9, false)));
        assert_eq!((month("mars"), month("Sep"), month("é")), (None, Some((9, false)), None));
        assert_eq!((weekday("Thurs"), weekday("sunny")), (Some(4), None));
        assert_eq!(
            (day_number("31st"), day_number("32"), day_number("3x")),
            (Some((31, true)), None, None)
        );
        assert_eq!((count("eighteen"), count("18"), count("1800")), (Some(18), Some(18), None));
    }
}
