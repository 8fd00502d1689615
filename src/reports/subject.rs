//! Who a report is about: the provider that its title names.
//!
//! | title | provider |
//! | --- | --- |
//! | 'Inspection of Kent local authority children’s services' | 'Kent County Council', where the text says so |
//! | 'Dorset / Inspection of children’s social care services' | 'Dorset Council', likewise |
//! | 'Area SEND inspection of Kent Local Area Partnership' | 'Kent Local Area Partnership' |

use std::borrow::Cow;

use super::page::{Page, apart, cut, find_folded, past_folded};
use crate::authority;
use crate::record::{Provider, Span};

/// How many lines a title may have, and bytes.
const LINES: usize = 4;
const LONGEST: usize = 240;

/// The words of the title between one of `before`, which a line starts with, and one of `after`.
/// Without a word of `after` the title ends with its first line.
pub(super) fn between(page: &Page<'_, '_>, before: &[&str], after: &[&str]) -> Option<Span> {
    let number = page.line_opening(before)?;
    let source = page.text.source;
    let start = page.lines[number].span.start();
    let mut last = number;
    while last + 1 < page.lines.len().min(number + LINES) && page.lines[last + 1].gap == 0 {
        last += 1;
    }
    let whole = Span::new(start, page.lines[last].span.end());
    let text = cut(whole.of(source), LONGEST);
    let first = before.iter().find_map(|words| past_folded(text, words))?;
    let end = after
        .iter()
        .filter_map(|words| find_folded(&text[first..], words).map(|(at, _)| at))
        .min()
        .map_or_else(|| name_end(page, start + first), |at| start + first + at);
    let span = Span::new(start + first, end.max(start + first)).trimmed(source);
    (!span.is_empty()).then_some(span)
}

/// Where the name ends that begins at byte `from`: with its line, unless it breaks before the word
/// that tells what the provider is.
fn name_end(page: &Page<'_, '_>, from: usize) -> usize {
    let source = page.text.source;
    let number = page.line_at(from);
    let line = page.lines[number].span;
    // The title may stand over the name.
    let Some(next) = page.lines.get(number + 1) else { return line.end() };
    if from >= line.end() {
        return next.span.end();
    }
    let name = source[from..line.end()].trim_end();
    let whole = KINDS.iter().any(|kind| name.ends_with(kind));
    let text = next.span.of(source);
    let goes_on = next.gap == 0
        && text.len() < 60
        && KINDS.iter().any(|kind| text.ends_with(kind))
        && !text.contains(',');
    if whole || !goes_on { line.end() } else { next.span.end() }
}

/// Words that end the names of providers.
const KINDS: [&str; 12] = [
    "School",
    "Academy",
    "College",
    "Nursery",
    "Centre",
    "Pre-School",
    "Pre-school",
    "Playgroup",
    "Club",
    "Limited",
    "Ltd",
    "Trust",
];

/// The lines from the top to the one that starts with one of `titles`, page numbers at the top aside.
pub(super) fn above(page: &Page<'_, '_>, titles: &[&str]) -> Option<Span> {
    let number = page.line_opening(titles)?;
    let named = |line: &usize| page.line(*line).contains(char::is_alphabetic);
    let first = (0..number).find(named)?;
    let from = number - 1;
    if from - first > 2 {
        return None;
    }
    let span = page.lines[first].span.to(page.lines[from].span);
    (span.len() < 120).then_some(span)
}

/// Words after an authority's name that make it the name of the council.
const COUNCILS: [&str; 6] = [
    " Metropolitan Borough Council",
    " Metropolitan District Council",
    " Borough Council",
    " County Council",
    " City Council",
    " Council",
];
const BOROUGHS: [&str; 4] =
    ["London Borough of", "Royal Borough of", "Metropolitan Borough of", "City of"];

/// How many places of a name are looked at.
const PLACES: usize = 400;

/// The provider that `title` names: the fullest name of it in the text, and its code.
pub(super) fn provider(page: &Page<'_, '_>, title: Span, on: Option<&str>) -> Option<Provider> {
    let source = page.text.source;
    let words = joined(title.of(source));
    let code = authority::code_of(&apart(&words), on);
    // An authority that the register does not know is told by what its report is on.
    let council = code.is_some() || page.says("local authority children's services");
    let (name, span) = fullest(source, &words, title, council);
    Some(Provider { name, code: code.map(Cow::Borrowed), span: Some(span) })
}

/// `text` with single spaces, without a leading article or footnote digits.
pub(super) fn joined(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.strip_prefix("the ").or(words.strip_prefix("The ")).unwrap_or(&words);
    words.trim_end_matches(['.', ',', ':']).to_owned()
}

/// The fullest name of an authority in the text, and where it stands first.
fn fullest(source: &str, words: &str, title: Span, authority: bool) -> (String, Span) {
    let mut best = (words.to_owned(), title);
    if !authority
        || words.contains("Council")
        || words.contains("Borough of")
        || words.contains("Partnership")
    {
        return best;
    }
    // 'Kent', of 'Kent local authority'.
    let short = words.split(" local ").next().unwrap_or(words);
    let first = short.split(' ').next().unwrap_or(short);
    let places = memchr::memmem::find_iter(source.as_bytes(), first.as_bytes());
    let places = places.filter_map(|at| Some((at, past(source.get(at..)?, short)?)));
    for (at, length) in places.take(PLACES) {
        let (before, after) = source.split_at(at);
        let tail = COUNCILS.iter().find_map(|council| past(&after[length..], council));
        let lead = BOROUGHS.iter().find_map(|borough| before_which(before, borough));
        let span = Span::new(lead.unwrap_or(at), at + length + tail.unwrap_or(0));
        if lead.is_some() || tail.is_some() {
            let name = joined(span.of(source));
            if name.len() > best.0.len() {
                best = (name, span);
            }
        }
    }
    best
}

/// How long `words` are that `text` starts with, whatever white space stands between them.
fn past(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    for (number, word) in words.split(' ').enumerate() {
        if number > 0 {
            let bare = rest.trim_start();
            if bare.len() == rest.len() {
                return None;
            }
            rest = bare;
        }
        rest = rest.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

/// Where `words` begin that `text` ends with, white space included.
fn before_which(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    for word in words.split(' ').rev() {
        let bare = rest.trim_end();
        if bare.len() == rest.len() {
            return None;
        }
        rest = bare.strip_suffix(word)?;
    }
    Some(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_over_any_space() {
        assert_eq!(past("Kent\u{a0}County\n Council.", "Kent County Council"), Some(21));
        assert_eq!(past("KentCounty", "Kent County"), None);
        assert_eq!(before_which("of the London\nBorough\u{a0}of ", "London Borough of"), Some(7));
        assert_eq!(before_which("of the London Borough of", "London Borough of"), None);
    }
}
