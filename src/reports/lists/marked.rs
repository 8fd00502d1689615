//! Lists whose items have markers: bullets, dashes, numbers.

use super::markers::{Marker, marker};
use super::words::{ends, is_column_head, states};
use super::{Item, Reader, push};
use crate::record::Span;
use crate::reports::page::{folded, past_folded};

/// How many lines of an item may stand on the page after the one that it began on.
const SPILL: usize = 12;

impl Reader<'_, '_, '_> {
    /// The first bullet after the numbered paragraph at line `at`, where that ends with a colon.
    pub(super) fn introduced_by_number(&self, at: usize, last: usize) -> Option<usize> {
        let (Marker::Number(_), _) = marker(self.text(at))? else { return None };
        let colon =
            (at..last.min(at + 5)).find(|n| ends(self.text(*n)) || self.text(*n).ends_with(':'))?;
        if !self.text(colon).ends_with(':') {
            return None;
        }
        (colon + 1..last.min(colon + 4))
            .find(|n| marker(self.text(*n)).is_some_and(|(m, _)| m == Marker::Bullet))
    }

    /// Whether line `at` tells by when the items below it are wanted: 'Within three months:'.
    fn tells_when(&self, at: usize) -> bool {
        let text = self.text(at);
        text.len() < 40
            && text.ends_with(':')
            && ["immediately", "within ", "by "]
                .iter()
                .any(|word| past_folded(text, word).is_some())
            && self.page.lines.get(at + 1).is_some()
            && marker(self.text(at + 1)).is_some()
    }

    /// A list with markers.
    pub(super) fn marked(&self, first: usize, last: usize) -> (Vec<Item>, usize) {
        let source = self.page.text.source;
        let mut items: Vec<Item> = Vec::new();
        let mut level: Option<Marker> = None;
        let mut parts: Vec<Span> = Vec::new();
        let mut at = first;
        let mut end = first;
        while at < last {
            if self.page.notes[at] {
                at += 1;
                continue;
            }
            let text = self.text(at);
            if !parts.is_empty() && (self.heading(at).is_some() || self.closes(at)) {
                break;
            }
            // A number that ends a sentence is no marker: 'at the age of / 17.'
            let marked = marker(text).filter(|(found, len)| {
                let inside = !matches!(level, None | Some(Marker::Number(_)));
                !(matches!(found, Marker::Number(_))
                    && inside
                    && *len == text.len()
                    && !self.complete(&parts))
            });
            if let Some((found, len)) = marked {
                let top = *level.get_or_insert(found);
                if let (Marker::Number(before), Marker::Number(number)) = (top, found) {
                    if !items.is_empty() || !parts.is_empty() {
                        if number != before + 1 {
                            break;
                        }
                        level = Some(found);
                    }
                    push(&mut items, &mut parts, source);
                } else if found == top {
                    push(&mut items, &mut parts, source);
                } else if matches!(found, Marker::Number(_)) && self.complete(&parts) {
                    // Numbered paragraphs of findings follow the bullets.
                    break;
                } else if matches!(top, Marker::Dash | Marker::Ring) && found == Marker::Bullet {
                    // The list began with a nested item: its true level is this one.
                    level = Some(found);
                    push(&mut items, &mut parts, source);
                }
                let content = Span::new(
                    self.page.lines[at].span.start() + len,
                    self.page.lines[at].span.end(),
                );
                self.take(content, &mut parts);
            } else if parts.is_empty() {
                // A marker alone on its line: the text follows.
                let nothing = items.is_empty() && level.is_none();
                let turned = at > 0 && self.page.lines[at - 1].page != self.page.lines[at].page;
                if nothing || self.page.lines[at].gap > 2 && !turned {
                    break;
                }
                self.take(self.page.lines[at].span, &mut parts);
            } else if is_column_head(text) {
                // 'Due date', over its column.
            } else if self.tells_when(at) {
                push(&mut items, &mut parts, source);
            } else if self.goes_on(&parts, at) || level.is_some_and(|level| self.spills(level, at))
            {
                self.take(self.page.lines[at].span, &mut parts);
            } else if level.is_some_and(|level| self.resumes(level, at)) {
                // A heading inside a numbered list.
                push(&mut items, &mut parts, source);
            } else if let Some(past) = level.and_then(|level| self.past_note(level, &parts, at)) {
                at = past;
                continue;
            } else {
                break;
            }
            at += 1;
            end = at;
        }
        push(&mut items, &mut parts, source);
        (items, end)
    }

    /// Whether line `at` is a heading after which a numbered list goes on. Paragraphs of findings
    /// are numbered on from the list: what they begin with are statements, not demands.
    fn resumes(&self, level: Marker, at: usize) -> bool {
        let Marker::Number(number) = level else { return false };
        let text = self.text(at);
        text.len() < 90
            && !ends(text)
            && (at + 1..self.page.lines.len().min(at + 3)).any(|next| {
                marker(self.text(next)).is_some_and(|(found, len)| {
                    let item = folded(&self.text(next)[len..]);
                    found == Marker::Number(number + 1) && !states(&item)
                })
            })
    }

    /// The line after the footnote that begins at line `at`, in the middle of a list: below its
    /// number, which stands alone, and before the next of the list's markers.
    fn past_note(&self, level: Marker, parts: &[Span], at: usize) -> Option<usize> {
        let source = self.page.text.source;
        let from = parts.last()?.end();
        let between = &source[from..self.page.lines[at].span.start()];
        let numbered =
            |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        let first = if numbered(self.text(at)) { at + 1 } else { at };
        if first == at && !numbered(between.trim()) {
            return None;
        }
        let past = (first..self.page.lines.len().min(first + SPILL))
            .find(|next| marker(self.text(*next)).is_some())?;
        let note = (first..past).all(|n| self.heading(n).is_none() && !self.closes(n));
        let goes_on = marker(self.text(past)).is_some_and(|(found, _)| found == level);
        (note && goes_on && past > first && self.page.lines[past].gap > 0).then_some(past)
    }

    /// Whether what stands at the top of a new page belongs to the item before it: whether the
    /// list's markers go on soon below.
    fn spills(&self, level: Marker, at: usize) -> bool {
        self.page.lines[at - 1].page != self.page.lines[at].page
            && (at..self.page.lines.len().min(at + SPILL))
                .take_while(|next| self.heading(*next).is_none() && !self.closes(*next))
                .any(|next| marker(self.text(next)).is_some_and(|(found, _)| found == level))
    }
}
