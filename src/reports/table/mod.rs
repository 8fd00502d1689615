//! Tables of judgements and grades, as text tools print them.
//!
//! | printed | read |
//! | --- | --- |
//! | 'Overall effectiveness     Good' | label and grade on one line |
//! | 'The impact of leaders / on social work / Good' | a label over several lines |
//! | 'The experiences of / Good / children in care' | the grade between the label's lines |
//! | 'Requires / Overall effectiveness / improvement' | the grade around its label |
//! | 'Adoption / Care leavers / Good / Good' | labels first, then as many grades |
//!
//! Labels and grades are collected apart, each put together from its parts, and paired in order.

mod grid;
mod reader;
mod words;

use self::reader::Reader;
pub(super) use self::words::{bare, begins_grade, fit, grade_of, key_of, number};
use self::words::{is_number, words_of};
use super::page::{Page, folded};
use crate::record::Span;

/// A folded phrase (lower case, straight apostrophes) with the key that it means.
pub(crate) type Phrase<'p> = (&'p str, &'static str);

/// What a table may hold.
pub(crate) struct Words<'w> {
    /// The words of each label, with its judgement's key.
    labels: Vec<(Vec<&'w str>, &'static str)>,
    /// Grade phrases, each with its key; an empty key is a cell without a grade.
    grades: &'w [Phrase<'w>],
    /// Keys of grades printed as single digits, 1 first.
    digits: &'w [&'static str],
}

impl<'w> Words<'w> {
    /// Of `labels`, each with its judgement's key, and of grades.
    pub(crate) fn of(
        labels: &'w [Phrase<'w>],
        grades: &'w [Phrase<'w>],
        digits: &'w [&'static str],
    ) -> Words<'w> {
        let labels = labels.iter().map(|(label, key)| (words_of(label), *key)).collect();
        Words { labels, grades, digits }
    }
}

/// A row of a table: a judgement with its grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The judgement's key.
    pub key: &'static str,
    /// The parts of the label.
    pub label: Vec<Span>,
    /// The grade's key.
    pub grade: &'static str,
    /// From the first grade word to the last.
    pub span: Span,
}

/// A table as it was read.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub rows: Vec<Row>,
    /// The number of the first line after it.
    pub end: usize,
    /// From its first label or grade on, where any was found.
    pub start: Option<usize>,
    /// Whether labels and grades did not match in number.
    pub uneven: bool,
}

/// The key of a label that tells that its row is of an earlier inspection.
pub(crate) const PREVIOUS: &str = "previous";

/// How many lines of other text stand between rows before a table has ended.
const PATIENCE: usize = 8;

/// How many cells a line of a table may have.
const CELLS: usize = 12;

/// Whether a line heads an explanation of the scale.
fn is_legend(text: &str) -> bool {
    if text.len() > 90 {
        return false;
    }
    let words = folded(text);
    words == "glossary"
        || words == "grade 1"
        || words.contains("judgement means")
        || words.contains("judgements mean")
        || words.ends_with("-point scale:")
        || words.starts_with("key for inspection grades")
}

/// The longest cell after a grade that does not explain it, in bytes.
const LEGEND: usize = 24;

/// Reads the first table of `page` from line `from` on, within `reach` lines.
pub(crate) fn read(page: &Page<'_, '_>, from: usize, reach: usize, words: &Words<'_>) -> Table {
    if let Some(table) = grid::read(page, from, reach, words) {
        return table;
    }
    let source = page.text.source;
    let mut reader = Reader {
        words,
        source,
        labels: Vec::new(),
        grades: Vec::new(),
        early: Vec::new(),
        events: 0,
    };
    let (mut other, mut end, mut legend) = (0, from, false);
    for (number, mut cells) in lines(page, from, reach, &reader) {
        let mut found = false;
        let mut graded = false;
        if is_legend(page.text.at(page.lines[number].span)) {
            // What explains the scale stands before the table or after it.
            if !reader.grades.is_empty() {
                break;
            }
            reader.labels.clear();
            legend = true;
            continue;
        }
        legend &= !cells.iter().any(|cell| reader.begins_row(*cell));
        if legend {
            // The grades that it explains are no row's.
            cells.retain(|cell| !reader.rates(*cell));
        }
        if cells.len() > 2 && cells.iter().all(|cell| reader.heads(*cell)) {
            // The heads of a table of services: 'Safe   Effective   Caring'.
            if reader.grades.is_empty() {
                continue;
            }
            break;
        }
        if let [first, second, ..] = cells[..]
            && reader.rates(first)
        {
            if cells.len() == 2 && !reader.pending() && reader.begins(second) {
                // 'Good     Overall effectiveness'
                cells.swap(0, 1);
            } else if second.len() > LEGEND && !reader.begins(second) {
                // 'Good     Many strengths, and no important areas …', of a legend.
                cells.clear();
            }
        }
        for (at, cell) in cells.iter().copied().enumerate() {
            // '1.1', in a column of its own; '4', before the 'Good' that it stands for.
            let figure =
                cell.len() == 1 && cells.get(at + 1).is_some_and(|next| reader.rates(*next));
            if is_number(cell.of(source)) || figure {
                continue;
            }
            let after = graded;
            let taken = reader.cell(page.text.source, cell, after, &mut graded);
            legend &= !taken;
            found |= taken;
            // A row that begins with something else is of another table.
            if !taken && !found && reader.labels.len() <= reader.grades.len() {
                break;
            }
        }
        if found {
            end = number + 1;
            other = 0;
        } else if !reader.labels.is_empty() {
            // Long lines of prose end a table sooner than the short ones beside it.
            other += if page.lines[number].span.len() > 60 { 3 } else { 1 };
            if other > PATIENCE && !reader.grades.is_empty() && !reader.pending() {
                break;
            }
            if other > 3 * PATIENCE {
                break;
            }
        }
    }
    reader.pair(end)
}

/// The cells of the lines of `page`, by line. Where two columns of labels, each with its grades,
/// stand side by side the left one comes first.
fn lines(
    page: &Page<'_, '_>,
    from: usize,
    reach: usize,
    reader: &Reader<'_>,
) -> Vec<(usize, Vec<Span>)> {
    // 'Good  permanence': where a grade stands close to the rest of its label.
    let parted = |cell: Span| {
        let text = cell.of(page.text.source);
        let gap = memchr::memmem::find(text.as_bytes(), b"  ");
        let parts = gap.map(|at| {
            let rest = text[at..].trim_start().len();
            let (first, last) = (cell.start() + at, cell.end() - rest);
            (Span::new(cell.start(), first), Span::new(last, cell.end()))
        });
        // 'early years provision  This inspection:'
        let told =
            |(first, last): &(Span, Span)| reader.rates(*first) || reader.is_of_inspection(*last);
        match parts.filter(told) {
            Some((first, last)) => [Some(first), Some(last)],
            None => [Some(cell), None],
        }
    };
    let cells_of = |number: usize| {
        page.cells(number).flat_map(parted).flatten().take(CELLS).collect::<Vec<Span>>()
    };
    let column = |number: usize, cell: Span| {
        let line = page.lines[number];
        line.indent + page.text.source[line.span.start()..cell.start()].chars().count()
    };
    let mut lines: Vec<(usize, Vec<Span>)> = (from..page.lines.len().min(from + reach))
        .map(|number| (number, cells_of(number)))
        .collect();
    // Where a second label begins on a line, and on which lines one does.
    let second = |(number, cells): &(usize, Vec<Span>)| {
        let (first, rest) = cells.split_first()?;
        let cell = rest.iter().find(|cell| reader.begins_row(**cell))?;
        reader.begins_row(*first).then(|| column(*number, *cell))
    };
    let seconds: Vec<(usize, usize)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, second(line)?))).collect();
    let (Some((first, left)), Some((last, _))) = (seconds.first(), seconds.last()) else {
        return lines;
    };
    let aligned = seconds.iter().all(|(_, column)| column.abs_diff(*left) < 6);
    if seconds.len() < 2 || !aligned || last - first > 16 {
        return lines;
    }
    // The lines below that go on with either column.
    let end = (last + 1..lines.len())
        .find(|at| {
            lines[*at].1.iter().any(|cell| cell.len() > 60 || reader.is_of_inspection(*cell))
        })
        .unwrap_or(lines.len())
        .min(last + 5);
    let mut right = Vec::new();
    for (number, cells) in &mut lines[*first..end] {
        let aside: Vec<Span> =
            cells.extract_if(.., |cell| column(*number, *cell) + 4 > *left).collect();
        right.push((*number, aside));
    }
    lines.splice(end..end, right);
    lines
}

/// Reads a table whose grades stand over the labels that have them, as on report cards.
pub(crate) fn read_under(
    page: &Page<'_, '_>,
    from: usize,
    reach: usize,
    words: &Words<'_>,
) -> Table {
    let mut table = Table { end: from, ..Table::default() };
    let mut grade: Option<(&'static str, Span)> = None;
    let mut open: Option<(String, Vec<Span>)> = None;
    for number in from..page.lines.len().min(from + reach) {
        let line = page.lines[number].span;
        let text = bare(page.text.at(line));
        if let Some(found) = grade_of(words, &text).filter(|key| !key.is_empty()) {
            grade = Some((found, line));
            open = None;
            continue;
        }
        let Some((found, span)) = grade else { continue };
        let (joined, mut parts) = match open.take() {
            Some((before, parts)) => (format!("{before} {text}"), parts),
            None => (text.clone(), Vec::new()),
        };
        parts.push(line);
        if let Some(key) = key_of(words, &joined) {
            table.rows.push(Row { key, label: parts, grade: found, span });
            table.end = number + 1;
        } else if line.len() < 60 && fit(words, &joined, true).is_some() {
            open = Some((joined, parts));
        } else {
            grade = None;
        }
    }
    table
}

#[cfg(test)]
mod tests;
