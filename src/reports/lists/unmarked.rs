//! Lists whose markers were lost: paragraphs, each a phrase or a demand.

use super::headings::Heading;
use super::markers::{Marker, marker};
use super::words::{
    CONJUNCTIONS, DEMANDS, ends, introduces, is_column_head, is_due, plain, starts_phrase, states,
};
use super::{Item, Reader, open_bracket, push};
use crate::record::Span;
use crate::reports::page::folded;

/// Words that make a statement under a heading of what needs to improve a fault.
const FAULTS: [&str; 16] = [
    " not ",
    " too ",
    " lack",
    "insufficien",
    "inconsisten",
    " delay",
    " required ",
    " require ",
    " variable",
    " variation",
    " varies",
    " vary ",
    " weak",
    " poor",
    " limited",
    " fragmented",
];

/// Words that begin prose, and no item of a list.
const PROSE_STARTS: [&str; 14] = [
    "there ",
    "this ",
    "these ",
    "it ",
    "in ",
    "inspectors ",
    "since ",
    "at ",
    "no ",
    "during ",
    "we ",
    "our ",
    "following ",
    "the following ",
];

/// Whether a paragraph speaks of the list and is no item of it.
fn area_starts(words: &str) -> bool {
    ["these are ", "during this ", "as a result ", "we ", "this section "]
        .iter()
        .any(|start| words.starts_with(start))
}

/// How many words the items of a list have at most that is taken as a whole.
const STATEMENT: usize = 40;

impl Reader<'_, '_, '_> {
    /// A list whose markers were lost: paragraphs, each a phrase or a demand.
    pub(super) fn unmarked(&self, heading: &Heading, last: usize) -> (Vec<Item>, usize) {
        let source = self.page.text.source;
        let mut items: Vec<Item> = Vec::new();
        let mut parts: Vec<Span> = Vec::new();
        let mut at = heading.end;
        // Under 'Due date' every paragraph is a requirement, whatever its sentences.
        let mut columns = heading.introduced;
        // Whether items start without capitals.
        let mut low = false;
        // Whether the item so far has items of its own, behind dashes.
        let mut nested = false;
        while at < last {
            if self.page.notes[at] {
                at += 1;
                continue;
            }
            let text = self.text(at);
            let line = self.page.lines[at];
            let heading = self.heading(at);
            let marked = marker(text);
            let nests = matches!(marked, Some((Marker::Dash | Marker::Ring, _)))
                && (nested || parts.last().is_some_and(|last| last.of(source).ends_with(':')));
            if nests && let Some((_, len)) = marked {
                nested = true;
                self.take(Span::new(line.span.start() + len, line.span.end()), &mut parts);
                at += 1;
                continue;
            }
            if heading.is_some() || self.closes(at) || marked.is_some() {
                // The lines before the end of an introduction are its own.
                if line.gap == 0 && heading.is_some_and(|heading| heading.introduced) {
                    parts.clear();
                }
                break;
            }
            let turned = self.page.lines[at - 1].page != line.page;
            let whole = || parts.last().is_some_and(|last| ends(last.of(source)));
            let apart = line.gap > 0 && (!turned || whole());
            if is_column_head(text) {
                parts.clear();
                // What stood before was the introduction.
                if !columns && folded(text) != "responsible body" {
                    items.clear();
                }
                columns |= folded(text) != "responsible body";
            } else if is_due(text, line.span) {
                push(&mut items, &mut parts, source);
            } else if parts.is_empty() {
                if columns && !items.is_empty() && text.ends_with(':') {
                    break;
                }
                self.take(line.span, &mut parts);
                low |= items.is_empty() && text.starts_with(|c: char| c.is_lowercase());
            } else if columns && !apart
                || !columns && self.goes_on(&parts, at) && !self.begins_anew(&parts, at, low)
            {
                self.take(line.span, &mut parts);
            } else {
                push(&mut items, &mut parts, source);
                self.take(line.span, &mut parts);
                nested = false;
            }
            // 'Leaders must act on the following:'
            if items.is_empty() && !columns && introduces(&parts, source) {
                parts.clear();
            }
            at += 1;
        }
        push(&mut items, &mut parts, source);
        let closed = !columns && at < last && self.closes(at);
        // A paragraph that is neither a phrase nor a demand, and the list has ended before it.
        let area = plain(heading.span.of(source)).starts_with("area");
        let wanted = |item: &Item| {
            let words = item.words(source);
            let count = words.split(' ').count();
            if columns {
                return count >= 3;
            }
            let demand = DEMANDS.iter().any(|demand| words.contains(demand));
            let prose = PROSE_STARTS.iter().any(|start| words.starts_with(start));
            let phrase = (!area || ends(&words)) && !words.split(". ").any(states);
            // Down to the next heading the faults that a list states are its items.
            let fault = closed && ends(&words) && FAULTS.iter().any(|fault| words.contains(fault));
            count >= 2
                && (demand && (ends(&words) || area) && !area_starts(&words)
                    || !prose && (phrase || fault))
        };
        // A statement amid phrases is an item as they are, where the next heading ends the list.
        let kept = items.iter().filter(|item| wanted(item)).count();
        let short = |item: &Item| item.words(source).split(' ').count() < STATEMENT;
        let whole = closed
            && kept >= 3
            && kept + 1 == items.len()
            && items.first().is_some_and(wanted)
            && items.last().is_some_and(wanted)
            && items.iter().all(short);
        if whole {
            return (items, at);
        }
        let keep = items.iter().take_while(|item| wanted(item) || is_body(item, source)).count();
        let end = match items.get(keep) {
            Some(next) => self.page.line_at(next.span().start()),
            None => at,
        };
        items.truncate(keep);
        items.retain(wanted);
        (items, end)
    }

    /// Whether line `at` begins another item of a list without markers; `low`: its items start
    /// without capitals.
    fn begins_anew(&self, parts: &[Span], at: usize, low: bool) -> bool {
        let source = self.page.text.source;
        let Some(previous) = parts.last() else { return false };
        let text = self.text(at);
        let capital = text.starts_with(|c: char| c.is_uppercase());
        // In the middle of a sentence these have no capitals.
        if ["The ", "How ", "A ", "An "].iter().any(|word| text.starts_with(word))
            && !(ends(previous.of(source)) && self.tells(parts))
        {
            return true;
        }
        // The line before has room for the first word of this one: it ends a paragraph.
        if (capital || low && starts_phrase(text)) && self.has_room(*previous, at) {
            return !previous.of(source).ends_with([':', ',']) && !open_bracket(parts, source);
        }
        ends(previous.of(source))
            && capital
            && !self.tells(parts)
            && ![
                "They ",
                "This ",
                "These ",
                "It ",
                "In ",
                "Their ",
                "Such ",
                "Leaders should also ",
            ]
            .iter()
            .any(|word| text.starts_with(word))
    }

    /// Whether the item so far is prose, in which one sentence follows another.
    fn tells(&self, parts: &[Span]) -> bool {
        let item = Item { parts: parts.to_vec() };
        item.words(self.page.text.source).split(". ").any(states)
    }

    /// Whether the first word of `next` would have stood on the line before it, which is `line`
    /// and of the same paragraph.
    fn has_room(&self, line: Span, next: usize) -> bool {
        let source = self.page.text.source;
        // A sentence does not end with these.
        let last = line.of(source).rsplit(char::is_whitespace).next().unwrap_or_default();
        if CONJUNCTIONS.contains(&last) {
            return false;
        }
        // A column of a table is narrower than the page.
        let beside = &self.page.lines[next.saturating_sub(6)..self.page.lines.len().min(next + 6)];
        let width = beside.iter().map(|line| line.span.len()).max().unwrap_or(0).min(self.width);
        let text = self.text(next);
        let word = text.split(char::is_whitespace).next().unwrap_or(text);
        (line.len() + 1 + word.len()) * 100 < width * 88
    }
}

/// Whether an item is the name of a body in a table's column beside the demands.
fn is_body(item: &Item, source: &str) -> bool {
    let text = item.span().of(source);
    text.len() < 160 && !ends(text) && text.starts_with(|c: char| c.is_uppercase())
}
