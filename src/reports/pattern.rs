//! Patterns over the words of a report, small and quick to build.
//!
//! Their classes are those of ASCII: the tables of all letters and spaces would make an automaton
//! hundreds of times as large, and longer to build than a report takes to read. `\s` is also the
//! space that does not break; an apostrophe in a pattern is straight or curly.

use std::ops::Range;
use std::sync::OnceLock;

use regex::bytes::{Regex, RegexBuilder};

/// A pattern, built when it is first asked.
#[derive(Debug)]
pub(super) struct Pattern {
    pattern: &'static str,
    regex: OnceLock<Regex>,
}

impl Pattern {
    /// A pattern of this crate.
    pub(super) const fn new(pattern: &'static str) -> Pattern {
        Pattern { pattern, regex: OnceLock::new() }
    }

    fn regex(&self) -> &Regex {
        self.regex.get_or_init(|| {
            let pattern = self.pattern.replace(r"\s", r"(?:\s|\xC2\xA0)").replace('\'', "(?:'|’)");
            let regex = RegexBuilder::new(&pattern).unicode(false).build();
            regex.expect("a pattern of reports")
        })
    }

    /// Whether it matches somewhere in `text`.
    pub(super) fn is_match(&self, text: &str) -> bool {
        self.regex().is_match(text.as_bytes())
    }

    /// Where its first match ends.
    pub(super) fn end(&self, text: &str) -> Option<usize> {
        self.regex().find(text.as_bytes()).map(|found| found.end())
    }

    /// The places of its first `N` groups where it first matches.
    pub(super) fn groups<const N: usize>(&self, text: &str) -> Option<[Range<usize>; N]> {
        let found = self.regex().captures(text.as_bytes())?;
        let mut groups = std::array::from_fn(|_| 0..0);
        for (number, group) in groups.iter_mut().enumerate() {
            *group = found.get(number + 1)?.range();
        }
        Some(groups)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_places_of_the_text() {
        let homes = Pattern::new(r"(?is)\bruns\s+(\w+)\s+(children's\s+homes?)");
        let text = "Marlow – a county – runs\u{a0}two children’s homes.";
        let [number, name] = homes.groups(text).unwrap();
        assert_eq!((&text[number], &text[name]), ("two", "children’s homes"));
        assert!(!homes.is_match("Marlow runs two schools."));
    }
}
