//! Tables whose columns were kept, as `pdftotext -layout` keeps them.
//!
//! | printed | read |
//! | --- | --- |
//! | 'Teaching, learning     Good' over 'and assessment' | what stands over another in one column goes on with it |
//! | 'Leadership   Good     Outcomes   Inadequate' | two columns of labels, each with its grades |
//! | 'Unsatisfactory', 'Standards   and needs urgent', 'improvement' | a grade that is higher than its label |
//!
//! The columns of grades are told by the grades in them; labels stand left of them. A label and a
//! grade belong together by their order in their columns, or by the lines that they share.

use super::reader::THIS;
use super::words::{bare, begins_grade, fit, grade_of, key_of, number};
use super::{PATIENCE, Row, Table, Words, is_legend};
use crate::record::Span;
use crate::reports::page::Page;

/// The longest piece that may be a grade, in bytes.
const GRADE: usize = 60;
/// How far left a column of grades may begin.
const LEFT: usize = 10;
/// How many columns of grades a table may have.
const COLUMNS: usize = 2;

/// A part of a line between gaps of two spaces or more, with the columns that it takes.
#[derive(Clone, Copy, Debug)]
struct Piece {
    span: Span,
    from: usize,
    to: usize,
}

/// A label or a grade, with the first and the last of its lines.
#[derive(Debug)]
struct Cell {
    parts: Vec<Span>,
    words: String,
    first: usize,
    last: usize,
    /// Whether another piece may go on with it.
    open: bool,
}

impl Cell {
    fn of(span: Span, words: String, line: usize) -> Cell {
        Cell { parts: vec![span], words, first: line, last: line, open: true }
    }

    fn go_on(&mut self, span: Span, words: String, line: usize) {
        self.parts.push(span);
        self.words = words;
        self.last = line;
    }

    /// Twice the line that its middle stands on.
    fn middle(&self) -> usize {
        self.first + self.last
    }

    fn shares_line(&self, other: &Cell) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// A column of labels and the column of their grades.
#[derive(Debug, Default)]
struct Column {
    labels: Vec<Cell>,
    grades: Vec<Cell>,
}

/// Reads the first table of `page` from line `from` on, within `reach` lines; none where its
/// columns were not kept or do not tell which grade is which label's.
pub(super) fn read(
    page: &Page<'_, '_>,
    from: usize,
    reach: usize,
    words: &Words<'_>,
) -> Option<Table> {
    let last = page.lines.len().min(from + reach);
    let lines: Vec<Vec<Piece>> = (from..last).map(|number| pieces(page, number)).collect();
    let grades = columns_of_grades(page, &lines, words)?;
    let mut columns: Vec<Column> = grades.iter().map(|_| Column::default()).collect();
    let (mut other, mut end) = (0, from);
    let mut start = None;
    for (at, line) in lines.iter().enumerate() {
        let text = page.line(from + at);
        let begun = columns.iter().any(|column| !column.labels.is_empty());
        if is_legend(text) || line.len() > 2 && line.iter().all(|piece| heads(page, words, piece)) {
            if !begun {
                return None;
            }
            break;
        }
        // A label that runs into the column of its grade: the columns were not kept.
        let runs = |pair: &[Piece]| {
            let into = |(left, right): &(usize, usize)| {
                (*left..*right).contains(&pair[1].from) && pair[0].to > *left
            };
            grades.iter().any(into)
                && begins(page, words, pair[1].span)
                && key_of(words, &bare(page.text.at(pair[0].span))).is_some()
        };
        if line.windows(2).any(runs) {
            return None;
        }
        let mut found = false;
        let across = across(page, words, &grades, line);
        for piece in parted(page, words, &grades, line) {
            // The first column of grades that the piece does not lie right of.
            let near = || grades.iter().position(|(_, right)| piece.from < *right);
            let column = across.or_else(near);
            let taken = column.is_some_and(|number| {
                take(page, words, grades[number].0, &mut columns[number], piece, from + at)
            });
            if taken {
                found = true;
                start.get_or_insert(piece.span.start());
            } else if begun && piece.from >= LEFT && begins(page, words, piece.span) {
                // A grade that stands in no column: they were not kept.
                return None;
            }
        }
        if found {
            (other, end) = (0, from + at + 1);
        } else if begun {
            other += if text.len() > 60 { 3 } else { 1 };
            if other > PATIENCE {
                break;
            }
        }
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut uneven = false;
    let several = columns.len() > 1;
    for column in columns {
        uneven |= pair(column, words, &mut rows)?;
    }
    if several {
        // A row across the table stands among those of the left column.
        let right = |start: usize| page.lines[page.line_at(start)].span.start() != start;
        let start = |row: &Row| row.label.first().map_or(0, |part| part.start());
        rows.sort_by_key(|row| (right(start(row)), start(row)));
    }
    (rows.len() > 1).then_some(Table { rows, end, start, uneven })
}

/// The parts of a line, with their columns.
fn pieces(page: &Page<'_, '_>, number: usize) -> Vec<Piece> {
    let line = page.lines[number];
    let text = page.line(number);
    let (mut found, mut column, mut gap) = (Vec::<Piece>::new(), line.indent, 2);
    for (at, c) in text.char_indices() {
        let start = line.span.start() + at;
        if c.is_whitespace() {
            gap += if c == '\t' { 2 } else { 1 };
        } else {
            let end = start + c.len_utf8();
            match found.last_mut().filter(|_| gap < 2) {
                Some(piece) => {
                    (piece.span, piece.to) = (Span::new(piece.span.start(), end), column + 1)
                }
                None => {
                    found.push(Piece { span: Span::new(start, end), from: column, to: column + 1 })
                }
            }
            gap = 0;
        }
        column += 1;
    }
    found
}

/// Where grades stand: from the leftmost begin to the rightmost end of those in each column.
fn columns_of_grades(
    page: &Page<'_, '_>,
    lines: &[Vec<Piece>],
    words: &Words<'_>,
) -> Option<Vec<(usize, usize)>> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for piece in lines.iter().flatten().filter(|piece| piece.from >= LEFT) {
        if !begins(page, words, piece.span) {
            continue;
        }
        let over =
            |(from, to, _): &&mut (usize, usize, usize)| piece.from < *to && *from < piece.to;
        match found.iter_mut().find(over) {
            Some((from, to, count)) => {
                (*from, *to, *count) = ((*from).min(piece.from), (*to).max(piece.to), *count + 1);
            }
            None => found.push((piece.from, piece.to, 1)),
        }
    }
    found.sort_unstable();
    let (sure_from, sure_to, _) = *found.iter().find(|(.., count)| *count > 1)?;
    // One grade alone in its column stands beside one of a column left of it.
    let beside = |from: usize| {
        lines.iter().any(|line| {
            line.iter().any(|piece| piece.from == from)
                && line.iter().any(|piece| (sure_from..sure_to).contains(&piece.from))
        })
    };
    found.retain(|(from, _, count)| *count > 1 || *from > sure_to && beside(*from));
    let apart = found.windows(2).all(|pair| pair[0].1 + LEFT < pair[1].0);
    (apart && (1..=COLUMNS).contains(&found.len()))
        .then(|| found.into_iter().map(|(from, to, _)| (from, to)).collect())
}

/// Whether a piece begins a grade.
fn begins(page: &Page<'_, '_>, words: &Words<'_>, span: Span) -> bool {
    let text = page.text.at(span);
    let initial = |text: &str| text.chars().next().map(|c| c.to_ascii_lowercase());
    text.len() < GRADE
        && text.starts_with(char::is_uppercase)
        && words.grades.iter().any(|(phrase, _)| initial(phrase) == initial(text))
        && begins_grade(words, &bare(text))
}

/// Whether a piece is a whole label.
fn heads(page: &Page<'_, '_>, words: &Words<'_>, piece: &Piece) -> bool {
    piece.span.len() < GRADE && key_of(words, &bare(page.text.at(piece.span))).is_some()
}

/// The pieces of a line, those divided that run into a column of grades with a single space.
fn parted(
    page: &Page<'_, '_>,
    words: &Words<'_>,
    grades: &[(usize, usize)],
    line: &[Piece],
) -> Vec<Piece> {
    let mut found = Vec::with_capacity(line.len());
    for piece in line {
        let mut piece = *piece;
        for (left, _) in grades {
            if piece.from >= *left || piece.to <= *left {
                continue;
            }
            let text = page.text.at(piece.span);
            let at = text.char_indices().nth(left - piece.from).map_or(text.len(), |(at, _)| at);
            let (label, grade) = text.split_at(at);
            if !label.ends_with(' ') || grade.is_empty() {
                continue;
            }
            let cut = piece.span.start() + at;
            let rest = Span::new(cut, piece.span.end());
            if grade.len() < GRADE && (begins(page, words, rest) || ends_grade(words, grade)) {
                let span = Span::new(piece.span.start(), cut).trimmed(page.text.source);
                found.push(Piece { span, from: piece.from, to: left - 1 });
                piece = Piece { span: rest, from: *left, to: piece.to };
            }
        }
        found.push(piece);
    }
    found
}

/// Whether `text` ends a grade: 'improvement', 'to be good'.
fn ends_grade(words: &Words<'_>, text: &str) -> bool {
    let text = bare(text);
    words.grades.iter().any(|(phrase, _)| {
        phrase.strip_suffix(text.as_str()).is_some_and(|lead| lead.ends_with(' '))
    })
}

/// The column of the grade of a row that runs across the table: 'Overall effectiveness' at its left
/// and a grade at its right, over two columns of labels.
fn across(
    page: &Page<'_, '_>,
    words: &Words<'_>,
    grades: &[(usize, usize)],
    line: &[Piece],
) -> Option<usize> {
    let [label, grade] = line else { return None };
    let number = grades.iter().rposition(|(left, right)| (*left..*right).contains(&grade.from))?;
    (number > 0
        && label.to <= grades[0].0
        && begins(page, words, grade.span)
        && key_of(words, &bare(page.text.at(label.span))).is_some())
    .then_some(number)
}

/// Puts a piece with the labels or grades of the column whose grades begin at `left`; whether it is
/// of the table.
fn take(
    page: &Page<'_, '_>,
    words: &Words<'_>,
    left: usize,
    column: &mut Column,
    piece: Piece,
    line: usize,
) -> bool {
    let text = page.text.at(piece.span);
    if !text.contains(char::is_alphabetic) || piece.span.len() > 200 {
        return false;
    }
    let folded = bare(text);
    if piece.from >= left {
        return grade(
            words,
            &mut column.grades,
            piece.span,
            folded,
            line,
            text.starts_with(char::is_uppercase),
        );
    }
    if piece.to > left {
        // Prose below the table, or a heading over it.
        column.labels.iter_mut().chain(&mut column.grades).for_each(|cell| cell.open = false);
        return false;
    }
    let lead = number(text);
    let span = Span::new(piece.span.start() + lead, piece.span.end());
    if let Some(label) = column.labels.last_mut().filter(|label| label.open) {
        let joined = format!("{} {folded}", label.words);
        if let Some(errors) = fit(words, &joined, false)
            && (errors == 0 || fit(words, &folded, false).is_none())
        {
            label.go_on(span, joined, line);
            return true;
        }
        label.open = false;
    }
    let begins = fit(words, &folded, lead == 0).is_some();
    if begins {
        column.labels.push(Cell::of(span, folded, line));
    }
    begins
}

fn grade(
    words: &Words<'_>,
    grades: &mut Vec<Cell>,
    span: Span,
    folded: String,
    line: usize,
    upper: bool,
) -> bool {
    if let Some(open) = grades.last_mut().filter(|grade| grade.open) {
        let joined = format!("{} {folded}", open.words);
        if begins_grade(words, &joined) {
            open.go_on(span, joined, line);
            return true;
        }
        open.open = false;
    }
    let begins = upper && begins_grade(words, &folded);
    if begins {
        grades.push(Cell::of(span, folded, line));
    }
    begins
}

/// Adds the rows of a column; whether labels and grades differ in number. None where it cannot be
/// told which grade is which label's.
fn pair(column: Column, words: &Words<'_>, rows: &mut Vec<Row>) -> Option<bool> {
    let Column { mut labels, mut grades } = column;
    // A heading that begins as a label does, and a word that begins as a grade does, are neither.
    labels.retain(|label| key_of(words, &label.words).is_some());
    grades.retain(|grade| grade_of(words, &grade.words).is_some());
    if labels.iter().any(|label| key_of(words, &label.words) == Some(THIS)) {
        return None;
    }
    if labels.is_empty() && !grades.is_empty() {
        return None;
    }
    let nearest = |grade: &Cell| {
        labels.iter().enumerate().min_by_key(|(_, label)| label.middle().abs_diff(grade.middle()))
    };
    let even = labels.len() == grades.len()
        && grades.iter().enumerate().all(|(at, grade)| {
            nearest(grade).is_some_and(|(near, label)| {
                near == at
                    || label.middle().abs_diff(grade.middle())
                        == labels[at].middle().abs_diff(grade.middle())
            })
        });
    let mut pairs = Vec::with_capacity(grades.len());
    if even {
        pairs.extend((0..labels.len()).map(|at| (at, at)));
    } else {
        for (number, grade) in grades.iter().enumerate() {
            let mut beside = (0..labels.len()).filter(|at| labels[*at].shares_line(grade));
            let Some(at) = beside.next() else { continue };
            let alone = beside.next().is_none()
                && grades.iter().filter(|other| labels[at].shares_line(other)).count() == 1;
            if !alone {
                return None;
            }
            pairs.push((at, number));
        }
    }
    for (label, grade) in pairs {
        let (label, grade) = (&labels[label], &grades[grade]);
        let key = key_of(words, &label.words).filter(|key| !key.is_empty());
        let rated = grade_of(words, &grade.words).filter(|key| !key.is_empty());
        let (Some(key), Some(rated)) = (key, rated) else { continue };
        let span = grade.parts.iter().fold(grade.parts[0], |whole, part| whole.to(*part));
        rows.push(Row { key, label: label.parts.clone(), grade: rated, span });
    }
    Some(!even)
}
