//! What the words of a cell are: a label, a grade, or the beginning of one.

use super::Words;
use crate::reports::page::folded;

/// The words of a cell: folded, without a number before ('2.1'), footnote digits and points after.
pub(in crate::reports) fn bare(text: &str) -> String {
    let mut words = folded(text);
    if words.contains("<br>") {
        // A cell of several lines in a Markdown table.
        words = folded(&words.replace("<br>", " "));
    }
    if words.contains(" & ") {
        // 'Leadership & Management'
        words = words.replace(" & ", " and ");
    }
    let lead = words.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ' ')).unwrap_or(0);
    if words[..lead].contains('.') {
        words.drain(..lead);
    }
    let tail = words.trim_end_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ':' | ';' | ',' | '*' | '●' | '•' | '?' | ' ')
    });
    if !tail.is_empty() {
        // 'Requires improvement-3'
        let figure = words[tail.len()..].bytes().any(|b| b.is_ascii_digit());
        let tail = if figure { tail.trim_end_matches([' ', '-']) } else { tail };
        words.truncate(tail.len());
    }
    words
}

/// Marks that open what a label stands in.
pub(super) const OPENING: [char; 5] = ['\'', '"', '‘', '“', '|'];

/// Marks that close what a grade stands in.
pub(super) const CLOSING: [char; 7] = ['\'', '"', '’', '”', ')', ']', '|'];

/// Whether a cell is the number of a row: '1.1', '2.'.
pub(super) fn is_number(text: &str) -> bool {
    text.contains('.') && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// How long the number before a label is: the '2.1 ' of '2.1 Adoption performance'.
pub(in crate::reports) fn number(text: &str) -> usize {
    let lead = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ' ')).unwrap_or(0);
    if text[..lead].contains('.') { lead } else { 0 }
}

pub(super) fn same(phrase: &str, words: &str) -> bool {
    phrase == words || (words == "require improvement" && phrase == "requires improvement")
}

/// Whether `text` is a grade phrase that no longer one begins with, or the end of one.
pub(super) fn is_whole(words: &Words<'_>, text: &str) -> bool {
    is_grade(words, text) && !words.grades.iter().any(|(phrase, _)| starts_phrase(phrase, text))
}

/// Whether `text` is the first words of `phrase`, and not all of it.
pub(super) fn starts_phrase(phrase: &str, text: &str) -> bool {
    phrase.strip_prefix(text).is_some_and(|rest| rest.starts_with(' '))
}

pub(super) fn is_grade(words: &Words<'_>, text: &str) -> bool {
    grade_of(words, text).is_some()
}

pub(in crate::reports) fn grade_of(words: &Words<'_>, text: &str) -> Option<&'static str> {
    if let [digit @ b'1'..=b'9'] = text.as_bytes() {
        return words.digits.get(usize::from(digit - b'1')).copied();
    }
    words.grades.iter().find(|(phrase, _)| same(phrase, text)).map(|(_, key)| *key)
}

/// Whether `text` is a grade phrase or its first words.
pub(in crate::reports) fn begins_grade(words: &Words<'_>, text: &str) -> bool {
    words.grades.iter().any(|(phrase, _)| {
        same(phrase, text)
            || starts_phrase(phrase, text)
            || (text == "require" && *phrase == "requires improvement")
    })
}

/// How many slips there are in `text` as the first words of a label; none if it is none.
/// `alone`: it must be enough of a label to start one.
pub(in crate::reports) fn fit(words: &Words<'_>, text: &str, alone: bool) -> Option<usize> {
    let given = words_of(text);
    words
        .labels
        .iter()
        .filter_map(|(want, _)| {
            let (errors, used) = align(&given, want)?;
            let enough = !alone || used >= 2 || want.len() == used;
            (enough && errors <= allowed(used)).then_some(errors)
        })
        .min()
}

/// The words of a label, without a leading 'the'.
pub(super) fn words_of(label: &str) -> Vec<&str> {
    let label = label.strip_prefix("the ").unwrap_or(label);
    label.split(' ').filter(|word| !word.is_empty()).collect()
}

/// How many slips any label may have.
const MOST_SLIPS: usize = 1;

/// How many slips a label of so many words may have.
fn allowed(words: usize) -> usize {
    if words >= 5 { MOST_SLIPS } else { 0 }
}

/// The key of the label that `text` is, whole.
pub(in crate::reports) fn key_of(words: &Words<'_>, text: &str) -> Option<&'static str> {
    let given = words_of(text);
    words
        .labels
        .iter()
        .filter_map(|(want, key)| {
            let (errors, used) = align(&given, want)?;
            (used == want.len() && errors <= allowed(used)).then_some((errors, key))
        })
        .min_by_key(|(errors, _)| *errors)
        .map(|(_, key)| *key)
}

/// Sets `given` beside the first words of `want`: how many slips there are, and how many words of
/// `want` were used. None with more than one slip, which no label may have.
fn align(given: &[&str], want: &[&str]) -> Option<(usize, usize)> {
    let (mut g, mut w, mut errors) = (0, 0, 0);
    while g < given.len() {
        if w < want.len() && alike(given[g], want[w]) {
            (g, w) = (g + 1, w + 1);
            continue;
        }
        errors += 1;
        if errors > MOST_SLIPS || w >= want.len() {
            return None;
        }
        if w + 1 < want.len() && alike(given[g], want[w + 1]) {
            w += 1;
        } else if g + 1 < given.len() && alike(given[g + 1], want[w]) {
            g += 1;
        } else {
            (g, w) = (g + 1, w + 1);
        }
    }
    Some((errors, w))
}

/// Whether two words are the same but for a comma, a possessive or a plural s.
fn alike(a: &str, b: &str) -> bool {
    if a.bytes().next() != b.bytes().next() {
        return false;
    }
    let stem = |word: &str| -> usize {
        let word = word.trim_end_matches([',', ';', ':', '?', '.']);
        let word = word.strip_suffix("'s").or(word.strip_suffix("s'")).unwrap_or(word);
        word.strip_suffix('s').unwrap_or(word).len()
    };
    a[..stem(a)] == b[..stem(b)]
}
