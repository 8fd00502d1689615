//! Lists of what must improve, under their headings.
//!
//! | in the text | items |
//! | --- | --- |
//! | 'What needs to improve?1 / ◼ The quality of plans. / ◼ Oversight.' | two |
//! | '◼ The response to children, in particular: / – at night / ◼ Plans.' | two: the dash belongs to the first |
//! | 'What needs to improve / The quality of plans. / The use of audits.' | two: the bullets were lost |
//! | 'The provider must: / assign a key person   7 October' | one, without its due date |
//!
//! An item may run over a page: the running header, page number and footnotes between its lines
//! are no part of it.

mod headings;
mod marked;
mod markers;
mod unmarked;
mod words;

use self::headings::Heading;
use self::markers::{Marker, marker};
pub(crate) use self::words::is_tag;
use self::words::{HEADING, ends, is_column_head, is_year};
use super::days;
use super::page::{Page, cells};
use crate::record::Span;

/// A list under its heading.
#[derive(Debug)]
pub(crate) struct List {
    /// The heading, or the line that introduces the list.
    pub heading: Span,
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// The item's lines, without marker, furniture and due dates.
    pub parts: Vec<Span>,
}

impl Item {
    /// From the item's first word to its last.
    pub(crate) fn span(&self) -> Span {
        self.parts.iter().skip(1).fold(self.parts[0], |span, part| span.to(*part))
    }

    /// Its words, folded.
    fn words(&self, source: &str) -> String {
        let mut words = String::new();
        for part in &self.parts {
            super::page::fold(part.of(source), &mut words);
            words.push(' ');
        }
        words.truncate(words.trim_end().len());
        words
    }
}

/// How many lines an introduction between heading and list may have.
const INTRODUCTION: usize = 8;

/// How many lines a list may have.
const LONGEST: usize = 400;

/// The lists of `page`.
pub(crate) fn lists(page: &Page<'_, '_>) -> Vec<List> {
    let reader = Reader { page, width: width(page), low: is_low(page.text.source) };
    let (mut lists, mut at) = (Vec::new(), 0);
    while at < page.lines.len() {
        let Some(heading) = reader.heading(at) else {
            at += 1;
            continue;
        };
        let (items, end) = reader.items(&heading);
        at = heading.end.max(end);
        if !items.is_empty() {
            lists.push(List { heading: heading.span, items });
        }
    }
    lists
}

/// The length that full lines have: the 80th percentile.
fn width(page: &Page<'_, '_>) -> usize {
    let mut lengths: Vec<usize> = page.lines.iter().map(|line| line.span.len()).collect();
    if lengths.is_empty() {
        return 0;
    }
    let at = (lengths.len() * 4 / 5).min(lengths.len() - 1);
    *lengths.select_nth_unstable(at).1
}

/// Whether a text has no capitals, by its beginning.
fn is_low(source: &str) -> bool {
    !source.bytes().take(1000).any(|byte| byte.is_ascii_uppercase())
}

struct Reader<'r, 'p, 't> {
    page: &'r Page<'p, 't>,
    width: usize,
    /// Whether the text has no capitals, as corpora of words keep it.
    low: bool,
}

impl Reader<'_, '_, '_> {
    fn text(&self, number: usize) -> &str {
        self.page.line(number)
    }

    /// The items under a heading, and the number of the line after the last.
    fn items(&self, heading: &Heading) -> (Vec<Item>, usize) {
        let lines = &self.page.lines;
        let last = lines.len().min(heading.end + LONGEST);
        // The first marker, after an introduction that ends with a colon or stands in brackets.
        let mut first = None;
        for at in heading.end..last.min(heading.end + INTRODUCTION) {
            if self.page.notes[at] {
                continue;
            }
            if marker(self.text(at)).is_some() {
                first = Some(at);
                break;
            }
            if self.heading(at).is_some() || self.closes(at) {
                break;
            }
        }
        if let Some(first) = first {
            // A numbered paragraph may introduce the list: '3. … should take the following action:'.
            if let Some(listed) = self.introduced_by_number(first, last) {
                return self.marked(listed, last);
            }
            let introduction = (heading.end..first)
                .rev()
                .map(|at| self.text(at))
                .find(|text| !is_column_head(text));
            if let Some(past) = self.gathered(first, last) {
                let heading = Heading { end: past, introduced: false, bare: true, ..*heading };
                return self.unmarked(&heading, last);
            }
            let led = introduction.is_none_or(|text| {
                text.ends_with([':', ')']) || (text.chars().count() < HEADING && !ends(text))
            });
            // Nested items kept their dashes where the bullets above them were lost.
            let nested = matches!(marker(self.text(first)), Some((Marker::Dash | Marker::Ring, _)))
                && (heading.end..first).any(|at| ends(self.text(at)));
            if led && !nested || !heading.bare {
                return self.marked(first, last);
            }
        }
        if heading.bare && !self.in_contents(heading) {
            self.unmarked(heading, last)
        } else {
            (Vec::new(), heading.end)
        }
    }

    /// The line after the bullets that stand from line `at` on, each alone, before all of their
    /// items, where a tool printed the two columns one after the other.
    fn gathered(&self, at: usize, last: usize) -> Option<usize> {
        let alone = |n: &usize| {
            let text = self.text(*n);
            marker(text).is_some_and(|(found, len)| found == Marker::Bullet && len == text.len())
        };
        let past = at + (at..last).take_while(alone).count();
        (past > at + 1 && past < last).then_some(past)
    }

    /// Takes the first cell of a line, unless it is only what is left of a due date.
    fn take(&self, span: Span, parts: &mut Vec<Span>) {
        let source = self.page.text.source;
        let mut found = cells(source, span);
        let Some(mut cell) = found.next() else { return };
        let (mut span, mut rest) = (span, found.next());
        // '33', '(2001)': a column of the numbers of regulations.
        let number = |text: &str| {
            text.len() <= 8 && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'(' | b')'))
        };
        if let Some(next) = rest.filter(|_| number(cell.of(source))) {
            (cell, span, rest) = (next, Span::new(next.start(), span.end()), found.next());
        }
        let text = cell.of(source);
        let dated = |span: Span| {
            days::read(span.of(source), span.start(), Some(2000))
                .is_some_and(|d| d.span.end() == span.end())
        };
        if !parts.is_empty() && rest.is_none() && text.len() < 24 && (dated(cell) || is_year(text))
        {
            return;
        }
        parts.push(match rest {
            // A wide gap inside a sentence is a justified line, before a date a column.
            Some(rest) if !dated(rest) && !is_year(rest.of(source)) && !ends(text) => {
                span.trimmed(source)
            }
            _ => cell,
        });
    }

    /// Whether line `at` goes on with the item so far.
    fn goes_on(&self, parts: &[Span], at: usize) -> bool {
        let source = self.page.text.source;
        let Some(previous) = parts.last() else { return true };
        let before = previous.of(source);
        let line = self.page.lines[at];
        let text = line.span.of(source);
        let turned = self.page.lines[at - 1].page != line.page;
        let apart = line.gap > 0 && !turned;
        let low = text.starts_with(|c: char| {
            c.is_lowercase() || c.is_ascii_digit() || matches!(c, '(' | '&' | '/')
        });
        let tag = text.starts_with('(') && is_tag(text);
        if low || tag || open_bracket(parts, source) {
            // Where a page ends without its number more lines are blank.
            let runs = !ends(before) && text.starts_with(|c: char| c.is_lowercase());
            return turned || line.gap <= if runs { 6 } else { 2 };
        }
        let full = previous.len() * 100 >= self.width * 82;
        if apart {
            return false;
        }
        if ends(before) {
            // A second sentence, if the line was full and no heading follows.
            return full && text.len() > 45 && !turned;
        }
        previous.len() * 100 >= self.width * 55 && (text.len() > 30 || ends(text))
    }

    /// Whether the item so far is a whole.
    fn complete(&self, parts: &[Span]) -> bool {
        parts.last().is_none_or(|part| ends(part.of(self.page.text.source)))
    }
}

/// Ends an item. A figure alone on its last line is the number of a page that ends there.
fn push(items: &mut Vec<Item>, parts: &mut Vec<Span>, source: &str) {
    let is_figure =
        |part: &Span| part.len() <= 3 && part.of(source).bytes().all(|b| b.is_ascii_digit());
    while parts.last().is_some_and(is_figure) {
        parts.pop();
    }
    if !parts.is_empty() {
        items.push(Item { parts: std::mem::take(parts) });
    }
}

/// Whether an item has a bracket that is not closed yet.
fn open_bracket(parts: &[Span], source: &str) -> bool {
    let mut depth = 0i32;
    for part in parts.iter().rev().take(3).rev() {
        for byte in part.of(source).bytes() {
            depth += i32::from(byte == b'(') - i32::from(byte == b')');
        }
    }
    depth > 0
}

#[cfg(test)]
mod tests;
