//! Headings: what opens a list, and what closes it.

use super::Reader;
use super::markers::{Marker, marker};
use super::words::{HEADING, ends, is_column_head, plain, starts_phrase};
use crate::record::Span;
use crate::reports::page::{folded, past_folded};
use crate::tables::reports::{CLOSING_HEADINGS, LIST_INTRODUCTIONS, REQUIRING_HEADINGS};

pub(super) struct Heading {
    pub(super) span: Span,
    /// The number of the line after it.
    pub(super) end: usize,
    pub(super) introduced: bool,
    /// Whether its items may stand without bullets.
    pub(super) bare: bool,
}
impl Reader<'_, '_, '_> {
    /// The heading that line `at` is or begins.
    pub(super) fn heading(&self, at: usize) -> Option<Heading> {
        let line = self.page.lines[at];
        let text = self.text(at);
        if text.starts_with("The")
            && let Some(heading) = self.announced(at)
        {
            return Some(heading);
        }
        if text.len() > 200 || marker(text).is_some_and(|(m, _)| m == Marker::Bullet) {
            return None;
        }
        let first = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
        let initial = first.bytes().next().unwrap_or(b' ');
        // In a text without capitals a heading has none.
        let opens = b"AFIKLMNPRSTW".contains(&initial.to_ascii_uppercase())
            && (initial.is_ascii_uppercase() || self.starts_free(at));
        if !opens && !text.ends_with(':') {
            return None;
        }
        let asked = initial.eq_ignore_ascii_case(&b'w') && text.len() <= 120;
        if !(text.len() <= HEADING || asked || text.ends_with(':')) {
            return None;
        }
        let words = plain(text);
        let span = line.span;
        // 'Action the hospital MUST take to improve'
        let action = words.starts_with("action") && words.ends_with(" take to improve");
        let whole = action || REQUIRING_HEADINGS.binary_search(&words.as_str()).is_ok();
        let marked = self.page.lines.get(at + 1).is_some() && marker(self.text(at + 1)).is_some();
        if whole && (marked || self.stands_alone(at, at + 1)) {
            let bare = words.starts_with("area")
                || words.starts_with("what")
                || words.starts_with("statutory requirement")
                || words == "recommendation"
                || words == "action point";
            return Some(Heading { span, end: at + 1, introduced: false, bare });
        }
        if words.starts_with("what needs to ")
            || words.starts_with("what does ")
            || words.starts_with("what do ")
        {
            // 'What needs to improve in this area of social work / practice?'
            let mut words = words;
            let (mut span, mut end) = (span, at + 1);
            if let Some(next) = self.page.lines.get(at + 1)
                && next.gap == 0
                && next.span.len() < 40
                && self.text(at + 1).starts_with(|c: char| c.is_lowercase())
                && !text.ends_with('?')
            {
                words = format!("{words} {}", plain(self.text(at + 1)));
                (span, end) = (span.to(next.span), at + 2);
            }
            let asks = (words.starts_with("what needs to improve")
                || words.starts_with("what needs to be improved")
                || (words.contains(" need to do ") && !words.contains(" do well "))
                || words.ends_with(" need to improve"))
                && words.len() <= 110
                && words.split(' ').count() <= 20;
            // In running text the sentence goes on.
            let runs = !text.ends_with('?') && text.ends_with(['.', ',', ';']);
            if asks && !runs && self.stands_alone(at, end) {
                return Some(Heading { span, end, introduced: false, bare: true });
            }
            return None;
        }
        if text.ends_with(':') {
            let mut words = folded(text);
            if line.gap == 0 && at > 0 {
                words = format!("{} {words}", folded(self.text(at - 1)));
            }
            let introduces = LIST_INTRODUCTIONS.iter().any(|end| {
                words.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
            });
            let dated = self.page.lines.get(at + 1).is_some() && is_column_head(self.text(at + 1));
            let next = (at + 1..self.page.lines.len().min(at + 5))
                .find(|n| marker(self.text(*n)).is_some() || !is_column_head(self.text(*n)));
            let listed = next.is_some_and(|n| marker(self.text(n)).is_some());
            // In a numbered paragraph of findings 'Leaders should:' is prose.
            if introduces && (listed || dated) {
                return Some(Heading { span, end: at + 1, introduced: true, bare: dated });
            }
        }
        None
    }

    /// Whether no sentence runs from the line before into line `at`.
    fn starts_free(&self, at: usize) -> bool {
        self.page.lines[at].gap > 0 || at.checked_sub(1).is_none_or(|n| ends(self.text(n)))
    }

    /// The sentence of a letter that announces a list with markers: 'The following areas for
    /// improvement were identified …', 'The areas for improvement identified during the inspection …'.
    fn announced(&self, at: usize) -> Option<Heading> {
        let announces =
            ["the following areas for improvement", "the areas for improvement identified"];
        let text = self.text(at);
        announces.iter().find(|words| past_folded(text, words).is_some())?;
        let last = (at..self.page.lines.len().min(at + 4))
            .find(|n| ends(self.text(*n)) || self.text(*n).ends_with(':'))?;
        marker(self.page.lines.get(last + 1).map(|_| self.text(last + 1))?)?;
        let span = self.page.lines[at].span.to(self.page.lines[last].span);
        Some(Heading { span, end: last + 1, introduced: true, bare: false })
    }

    /// Whether the lines from `at` to `end` are no part of a paragraph.
    fn stands_alone(&self, at: usize, end: usize) -> bool {
        let free = self.starts_free(at)
            || at.checked_sub(1).is_some_and(|n| self.text(n).len() * 10 < self.width * 8);
        let after = self.page.lines.get(end);
        free && after.is_none_or(|line| {
            let text = line.span.of(self.page.text.source);
            line.gap > 0
                || marker(text).is_some()
                || !text.starts_with(|c: char| c.is_lowercase())
                // 'What needs to improve / the quality of plans': the sentence does not go on.
                || self.low
                || self.starts_free(at)
                    && self.text(at).len() * 10 < self.width * 8
                    && starts_phrase(text)
        })
    }

    /// Whether a heading is a line of the table of contents: whether the number of its page follows.
    pub(super) fn in_contents(&self, heading: &Heading) -> bool {
        let rest = &self.page.text.source[heading.span.end()..];
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\u{c}');
        let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let after = rest[number..].trim_start_matches([' ', '\t']);
        let turns = after.trim_start().len() < after.len()
            && after[..after.len() - after.trim_start().len()].contains('\u{c}');
        (1..=3).contains(&number) && after.starts_with(['\n', '\r']) && !turns
    }

    /// Whether line `at` is a heading that ends a list.
    pub(super) fn closes(&self, at: usize) -> bool {
        let text = self.text(at);
        if text.len() > 140 || text.ends_with(['.', ',', ';']) {
            return false;
        }
        // In a text without capitals a heading has none.
        if !text.starts_with(|c: char| c.is_uppercase())
            && !(text.starts_with(|c: char| c.is_lowercase()) && (self.low || self.starts_free(at)))
        {
            return false;
        }
        let words = plain(text);
        let next = CLOSING_HEADINGS.partition_point(|heading| *heading <= words.as_str());
        CLOSING_HEADINGS[next.saturating_sub(2)..next].iter().any(|heading| {
            words.strip_prefix(heading).is_some_and(|rest| {
                rest.is_empty()
                    || (rest.starts_with([' ', ':']) && heading.len() > 9 && heading.contains(' '))
            })
        })
    }
}
