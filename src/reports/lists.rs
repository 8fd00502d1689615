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

use super::days;
use super::page::{Page, cells, folded, past_folded};
use crate::record::Span;
use crate::tables::reports::{CLOSING_HEADINGS, LIST_INTRODUCTIONS, REQUIRING_HEADINGS};
use crate::text::is_bullet;

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

/// Words that make a paragraph under a heading a demand.
const DEMANDS: [&str; 4] = [" should ", " must ", " need to ", " needs to "];
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

/// Words that go on with a sentence, so that no item begins or ends with one.
const CONJUNCTIONS: [&str; 24] = [
    "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "that", "which", "who",
    "is", "are", "was", "were", "has", "have", "but", "as", "than", "when",
];
/// How long a heading of a list or the head of a column may be.
const HEADING: usize = 60;
/// How many lines an introduction between heading and list may have.
const INTRODUCTION: usize = 8;
/// How many lines a list may have.
const LONGEST: usize = 400;
/// How many words the items of a list have at most that is taken as a whole.
const STATEMENT: usize = 40;
/// How many lines of an item may stand on the page after the one that it began on.
const SPILL: usize = 12;

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

struct Heading {
    span: Span,
    /// The number of the line after it.
    end: usize,
    introduced: bool,
    /// Whether its items may stand without bullets.
    bare: bool,
}

struct Reader<'r, 'p, 't> {
    page: &'r Page<'p, 't>,
    width: usize,
    /// Whether the text has no capitals, as corpora of words keep it.
    low: bool,
}

/// The shape of a list marker; a list keeps to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    Bullet,
    Ring,
    Dash,
    Number(u32),
    Letter,
}

impl Reader<'_, '_, '_> {
    fn text(&self, number: usize) -> &str {
        self.page.line(number)
    }

    /// The heading that line `at` is or begins.
    fn heading(&self, at: usize) -> Option<Heading> {
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
                && words.split(' ').count() <= 16;
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

    /// The first bullet after the numbered paragraph at line `at`, where that ends with a colon.
    fn introduced_by_number(&self, at: usize, last: usize) -> Option<usize> {
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

    /// Whether a heading is a line of the table of contents: whether the number of its page follows.
    fn in_contents(&self, heading: &Heading) -> bool {
        let rest = &self.page.text.source[heading.span.end()..];
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\u{c}');
        let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let after = rest[number..].trim_start_matches([' ', '\t']);
        let turns = after.trim_start().len() < after.len()
            && after[..after.len() - after.trim_start().len()].contains('\u{c}');
        (1..=3).contains(&number) && after.starts_with(['\n', '\r']) && !turns
    }

    /// A list with markers.
    fn marked(&self, first: usize, last: usize) -> (Vec<Item>, usize) {
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

    /// A list whose markers were lost: paragraphs, each a phrase or a demand.
    fn unmarked(&self, heading: &Heading, last: usize) -> (Vec<Item>, usize) {
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

    /// Whether the item so far is a whole.
    fn complete(&self, parts: &[Span]) -> bool {
        parts.last().is_none_or(|part| ends(part.of(self.page.text.source)))
    }

    /// Whether line `at` is a heading that ends a list.
    fn closes(&self, at: usize) -> bool {
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

/// A heading's words: folded, without number before and mark or footnote digit after.
fn plain(text: &str) -> String {
    let mut words = folded(text);
    let lead = words.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ' '))).unwrap_or(0);
    words.drain(..lead);
    let tail = words
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '?' | ':' | ' ' | '.' | '*'))
        .len();
    words.truncate(tail);
    words
}

fn is_column_head(text: &str) -> bool {
    if text.starts_with("Reg") && text.len() < 130 {
        return matches!(
            folded(text).as_str(),
            "reg. requirement due date" | "regulation requirement due date"
        );
    }
    if text.len() > HEADING && !text.starts_with('(') {
        return false;
    }
    let words = folded(text);
    matches!(
        words.as_str(),
        "requirement"
            | "due date"
            | "requirement due date"
            | "responsible body"
            | "recommendation"
            | "action"
            | "actions"
    ) || (text.starts_with('(') && text.ends_with(')') && words.contains("information for"))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a line ends a sentence, footnote digits aside.
fn ends(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let bare = if bare.ends_with(['.', '!', '?', ';', ')', '”', '’']) { bare } else { text };
    bare.ends_with(['.', '!', '?', ';'])
        || bare.trim_end_matches(['”', '’', ')']).ends_with(['.', '!', '?'])
        || (bare.ends_with(')') && bare.rfind('(').is_some_and(|at| is_tag(&bare[at..])))
}

/// Whether words in brackets are a reference to a framework.
pub(crate) fn is_tag(text: &str) -> bool {
    let words = folded(super::page::cut(text, 200));
    let inside = words.trim_start_matches('(');
    ["outcome", "enabler", "principle", "regulation", "standard", "nms "]
        .iter()
        .any(|w| inside.starts_with(w))
        || inside.contains("national framework")
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

/// Whether the lines so far introduce a list: a sentence that ends in a colon.
fn introduces(parts: &[Span], source: &str) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    last.of(source).ends_with(':') && {
        let words = folded(first.to(*last).of(source));
        DEMANDS.iter().any(|demand| words.contains(demand))
            || words.contains("following")
            || words.contains("areas")
    }
}

/// Whether a line without a capital begins a noun phrase, as items do, and states nothing.
fn starts_phrase(text: &str) -> bool {
    let first = text.split(char::is_whitespace).next().unwrap_or(text);
    text.starts_with(|c: char| c.is_lowercase())
        && !CONJUNCTIONS.contains(&first)
        && !states(&folded(text))
}

/// Whether words are a statement rather than a phrase: whether a verb stands before the first
/// clause of purpose or detail.
fn states(words: &str) -> bool {
    let head = words.split([',', ';', ':']).next().unwrap_or(words);
    head.split(' ')
        .take(9)
        .take_while(|w| !matches!(*w, "that" | "which" | "who" | "when" | "to" | "where" | "how"))
        .any(|w| matches!(w, "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will"))
}

/// Whether a line is only a due date or what is left of one.
fn is_due(text: &str, line: Span) -> bool {
    text.len() < 24
        && (is_year(text)
            || days::read(text, line.start(), Some(2000))
                .is_some_and(|d| d.span.end() == line.end()))
}

/// Whether an item is the name of a body in a table's column beside the demands.
fn is_body(item: &Item, source: &str) -> bool {
    let text = item.span().of(source);
    text.len() < 160 && !ends(text) && text.starts_with(|c: char| c.is_uppercase())
}

/// The list marker that `text` starts with, and how long it is.
fn marker(text: &str) -> Option<(Marker, usize)> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
    match first {
        bullet if is_bullet(bullet) => Some((Marker::Bullet, bullet.len_utf8())),
        // The last ones stand where a bullet of a symbol font, or of another encoding, lost its face.
        '§' | '*' | '>' | '+' | '»' | '\u{fffd}' | '?' | 'Ø' | 'ü' | 'Ÿ' | 'n' | 'l' | 'q'
        | 'v'
            if spaced =>
        {
            Some((Marker::Bullet, first.len_utf8()))
        }
        '○' | '◦' | '▫' => Some((Marker::Ring, first.len_utf8())),
        '-' if rest.starts_with("- ") => Some((Marker::Dash, 2)),
        'o' if spaced && !rest.is_empty() => Some((Marker::Ring, 1)),
        'o' if rest.is_empty() => Some((Marker::Ring, 1)),
        '-' | '–' | '—' | '−' | '‐' | '⎯' | '─' | '̶' | '‒' | '―' if spaced => {
            Some((Marker::Dash, first.len_utf8()))
        }
        '0'..='9' => {
            let digits = text.find(|c: char| !c.is_ascii_digit())?;
            let after = text[digits..].strip_prefix(['.', ')'])?;
            let number = text.get(..digits.min(3))?.parse().ok()?;
            (digits <= 3 && (after.is_empty() || after.starts_with(char::is_whitespace)))
                .then_some((Marker::Number(number), digits + 1))
        }
        'R' => {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let number = rest.get(..digits.min(3)).filter(|n| !n.is_empty())?.parse().ok()?;
            let after = &rest[digits..];
            let after = after.strip_prefix([':', '.']).unwrap_or(after);
            (after.is_empty() || after.starts_with(char::is_whitespace))
                .then(|| (Marker::Number(number), text.len() - after.len()))
        }
        '(' => {
            let close = text.get(..6.min(text.len())).unwrap_or("").find(')')?;
            let label = &text[1..close];
            let short = !label.is_empty()
                && (label.len() == 1 || label.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')));
            short.then_some((Marker::Letter, close + 1))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(source: &str, expected: &[&str]) {
        let text = crate::text::read(source);
        let page = Page::of(&text);
        let found: Vec<String> = lists(&page)
            .iter()
            .flat_map(|list| &list.items)
            .map(|item| item.parts.iter().map(|p| p.of(source)).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(found, expected);
    }

    const PROSE: &str = "Leaders know their service well and have made plans for the year to come,\nwhich they have begun to carry out with the help of partners in the area.\n";

    #[test]
    fn bullets_over_lines_and_pages() {
        reads(
            &format!(
                "{PROSE}What needs to improve?1\n◼ The quality of plans, so that they are clear to children and to the families that\nthey are about.\n◼ The timeliness of visits to children\n\n2\n\n\u{c}who live at a distance from the county.\n◼ Oversight. (outcome 4,\nnational framework)\nFindings\n{PROSE}"
            ),
            &[
                "The quality of plans, so that they are clear to children and to the families that they are about.",
                "The timeliness of visits to children who live at a distance from the county.",
                "Oversight. (outcome 4, national framework)",
            ],
        );
    }

    #[test]
    fn bullets_that_lost_their_face() {
        for bullet in ["\u{fffd}", "?", "n", "l", "Ø"] {
            reads(
                &format!(
                    "{PROSE}What needs to improve\n{bullet} The quality of plans, so that parents know what has to change and by\nwhen.\n{bullet} Oversight.\nFindings\n{PROSE}"
                ),
                &[
                    "The quality of plans, so that parents know what has to change and by when.",
                    "Oversight.",
                ],
            );
        }
    }

    #[test]
    fn headings_in_markdown() {
        for heading in ["## What needs to improve?", "**What needs to improve?**"] {
            reads(
                &format!(
                    "{PROSE}\n{heading}\n\n- The quality of plans.\n- Oversight.\n\n## Findings\n\n{PROSE}"
                ),
                &["The quality of plans.", "Oversight."],
            );
        }
    }

    #[test]
    fn markers_alone_and_nested() {
        reads(
            &format!(
                "{PROSE}What needs to improve in this area of social work\npractice?\n\n◼\n\nPlans for children.\n\n◼\n\nThe work of the panel, in particular:\n– school nurses\n– the police.\n\nMain findings\n{PROSE}"
            ),
            &[
                "Plans for children.",
                "The work of the panel, in particular: school nurses the police.",
            ],
        );
    }

    #[test]
    fn bullets_before_all_of_their_items() {
        reads(
            &format!(
                "{PROSE}What needs to improve?\n\n◼\n\n◼\n\n◼\n\nThe quality of plans, so that parents know what has to change and by\nwhen.\n\nThe use of audits.\n\nOversight of\nvisits.\n\nFindings\n\n{PROSE}"
            ),
            &[
                "The quality of plans, so that parents know what has to change and by when.",
                "The use of audits.",
                "Oversight of visits.",
            ],
        );
    }

    #[test]
    fn nested_items_under_bullets_that_were_lost() {
        reads(
            &format!(
                "{PROSE}What needs to improve\nThe use of audits to improve practice.\nThe quality of records, including:\n– the plan of each child\n– the notes of visits.\nOversight by managers.\nFindings\n{PROSE}"
            ),
            &[
                "The use of audits to improve practice.",
                "The quality of records, including: the plan of each child the notes of visits.",
                "Oversight by managers.",
            ],
        );
    }

    #[test]
    fn a_statement_amid_phrases() {
        reads(
            &format!(
                "{PROSE}What needs to improve\nThe use of audits.\n\nOversight by managers.\n\nThe records of visits are signed by a manager.\n\nThe number of social workers.\n\nFindings\n{PROSE}"
            ),
            &[
                "The use of audits.",
                "Oversight by managers.",
                "The records of visits are signed by a manager.",
                "The number of social workers.",
            ],
        );
    }

    #[test]
    fn a_footnote_amid_bullets() {
        reads(
            &format!(
                "{PROSE}What needs to improve?1\n◼ The quality of plans. (Outcome 3)\n1\n\nThe areas have been set beside the outcomes of the framework, which tells what\nis expected of services.\n\n◼ The use of audits.\nFindings\n{PROSE}"
            ),
            &["The quality of plans. (Outcome 3)", "The use of audits."],
        );
    }

    #[test]
    fn an_item_over_the_end_of_a_page_without_a_number() {
        reads(
            &format!(
                "{PROSE}What needs to improve?\n◼ The quality of plans that are made for children and young people who\n\n\n\n\nlive at a distance.\n◼ The use of audits.\nFindings\n{PROSE}"
            ),
            &[
                "The quality of plans that are made for children and young people who live at a distance.",
                "The use of audits.",
            ],
        );
    }

    #[test]
    fn bullets_that_were_lost() {
        reads(
            &format!(
                "{PROSE}What needs to improve\nThe quality of plans, so that parents know what has to change and by\nwhen.\n\nThe use of audits to\nimprove practice.\nManagement oversight.\nFindings\n{PROSE}"
            ),
            &[
                "The quality of plans, so that parents know what has to change and by when.",
                "The use of audits to improve practice.",
                "Management oversight.",
            ],
        );
    }

    #[test]
    fn a_name_at_the_start_of_a_line_of_a_narrow_column_begins_no_item() {
        reads(
            &format!(
                "{PROSE}{PROSE}{PROSE}{PROSE}Areas for improvement\n\nLeaders should map what is provided for SEND in\nMarlow, so that they can target their activity\nwhere it is needed most.\n\nLeaders should gather the views of pupils with\nSEND and act on them.\n\nYours sincerely\n"
            ),
            &[
                "Leaders should map what is provided for SEND in Marlow, so that they can target their activity where it is needed most.",
                "Leaders should gather the views of pupils with SEND and act on them.",
            ],
        );
    }

    #[test]
    fn due_dates_are_no_part() {
        reads(
            &format!(
                "{PROSE}What does the setting need to do to improve?\nThe provider must:\n                              Due date\n• assign a key person to each child and tell the      7 October\n  parents who it is.                                  2024\n• fit a gate                                          09/10/2024\n"
            ),
            &["assign a key person to each child and tell the parents who it is.", "fit a gate"],
        );
    }

    #[test]
    fn no_list_no_items() {
        reads(&format!("Recommendations\n\n11\n\nSummary for children\n\n12\n{PROSE}"), &[]);
        reads(
            &format!(
                "{PROSE}What needs to improve?\nThere are very few weaknesses in what is otherwise exceptional practice.\n{PROSE}"
            ),
            &[],
        );
        reads(
            &format!("They showed us\nwhat needs to improve and how this will be done.\n{PROSE}"),
            &[],
        );
    }
}
