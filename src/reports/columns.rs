//! Tables that are read by their columns.
//!
//! | printed | read |
//! | --- | --- |
//! | 'Good      Adequate' over 'Preventing crime   Managing offenders' | each label with the grade over its column |
//! | 'Safe   Caring' over 'Medical care   Good   Outstanding' | a grade for each service and judgement |
//! | 'Primary   Secondary' over 'Leadership   Good   Good' | a grade for each phase |
//! | 'Medical care     Good', among the ratings of a hospital | the overall grade of a service |
//!
//! A cell belongs to the head that stands nearest over it. `pdftotext -layout` keeps columns; where
//! they were lost nothing is read here.

use super::page::Page;
use super::table::{self, Row, Words};
use crate::record::Span;

/// How many lines of a report the heads of a table may be looked for in.
const REACH: usize = 1200;
/// How many lines such a table may have.
const LONGEST: usize = 60;
/// The longest cell that is no prose, in bytes.
const CELL: usize = 60;

/// A cell with the columns that it takes.
#[derive(Clone, Copy)]
struct Cell {
    span: Span,
    from: usize,
    to: usize,
}

impl Cell {
    /// How far apart two cells stand: by where they begin or by their middles.
    fn distance(&self, other: &Cell) -> usize {
        let middle = |cell: &Cell| cell.from + cell.to;
        self.from.abs_diff(other.from).min(middle(self).abs_diff(middle(other)) / 2)
    }
}

/// The cells of line `number`, with their columns.
fn cells(page: &Page<'_, '_>, number: usize) -> Vec<Cell> {
    let line = page.lines[number];
    let text = page.text.source;
    let wide = |from: usize, to: usize| text[from..to].chars().count();
    page.cells(number)
        .take(12)
        .map(|span| {
            let from = line.indent + wide(line.span.start(), span.start());
            Cell { span, from, to: from + wide(span.start(), span.end()) }
        })
        .collect()
}

fn nearest(heads: &[Cell], cell: &Cell) -> usize {
    let near = heads.iter().enumerate().min_by_key(|(_, head)| head.distance(cell));
    near.map_or(0, |(at, _)| at)
}

/// Reads the table whose heads are grades, each over the labels that have it.
pub(super) fn under_grades(page: &Page<'_, '_>, words: &Words<'_>) -> Vec<Row> {
    let source = page.text.source;
    let bare = |cell: &Cell| table::bare(cell.span.of(source));
    for number in 0..page.lines.len().min(REACH) {
        let mut heads = cells(page, number);
        let mut grades: Vec<String> = heads.iter().map(bare).collect();
        let begin = grades.iter().all(|grade| table::begins_grade(words, grade));
        let twice = (1..grades.len()).any(|at| grades[..at].contains(&grades[at]));
        if heads.len() < 3 || !begin || twice {
            continue;
        }
        let mut first = number + 1;
        // 'Requires / improvement', over two lines.
        while let Some(line) = page.lines.get(first).filter(|_| first < number + 3) {
            let more = cells(page, first);
            let joins = |cell: &Cell| {
                let at = nearest(&heads, cell);
                let joined = format!("{} {}", grades[at], bare(cell));
                table::begins_grade(words, &joined).then_some((at, joined))
            };
            let joined: Option<Vec<(usize, String)>> = more.iter().map(joins).collect();
            let Some(joined) = joined.filter(|_| line.gap == 0) else { break };
            for ((at, whole), cell) in joined.into_iter().zip(&more) {
                grades[at] = whole;
                heads[at].span = heads[at].span.to(cell.span);
                heads[at].to = heads[at].to.max(cell.to);
            }
            first += 1;
        }
        let rows = labels_under(page, first, words, &heads, &grades);
        if rows.len() > 1 {
            return rows;
        }
    }
    Vec::new()
}

fn labels_under(
    page: &Page<'_, '_>,
    first: usize,
    words: &Words<'_>,
    heads: &[Cell],
    grades: &[String],
) -> Vec<Row> {
    let source = page.text.source;
    let mut rows = Vec::new();
    let mut open: Vec<(String, Vec<Span>)> = vec![Default::default(); heads.len()];
    let mut close = |at: usize, label: &mut (String, Vec<Span>)| {
        let (label, parts) = std::mem::take(label);
        if let (Some(key), Some(grade)) =
            (table::key_of(words, &label), table::grade_of(words, &grades[at]))
            && !(key.is_empty() || grade.is_empty())
        {
            rows.push(Row { key, label: parts, grade, span: heads[at].span });
        }
    };
    for number in first..page.lines.len().min(first + LONGEST) {
        let line = cells(page, number);
        if line.iter().any(|cell| cell.span.len() > CELL) {
            break;
        }
        for cell in line {
            let at = nearest(heads, &cell);
            let text = table::bare(cell.span.of(source));
            let joined =
                if open[at].0.is_empty() { text.clone() } else { format!("{} {text}", open[at].0) };
            if table::fit(words, &joined, false).is_some() {
                open[at].0 = joined;
            } else {
                close(at, &mut open[at]);
                if table::fit(words, &text, false).is_none() {
                    continue;
                }
                open[at].0 = text;
            }
            open[at].1.push(cell.span);
        }
    }
    for (at, mut label) in open.into_iter().enumerate() {
        close(at, &mut label);
    }
    rows.sort_by_key(|row| row.label.first().copied());
    rows
}

/// A grade of one service that a provider runs.
#[derive(Debug)]
pub(super) struct Service {
    /// The parts of its name.
    pub name: Vec<Span>,
    pub row: Row,
}

/// Reads the tables whose heads are judgements and whose rows are services.
pub(super) fn of_services(page: &Page<'_, '_>, words: &Words<'_>) -> Vec<Service> {
    let source = page.text.source;
    let mut found = Vec::new();
    let mut number = 0;
    while number < page.lines.len().min(REACH) {
        let heads = cells(page, number);
        let keys: Option<Vec<&'static str>> = heads
            .iter()
            .map(|cell| table::key_of(words, &table::bare(cell.span.of(source))))
            .collect();
        number += 1;
        let Some(keys) = keys.filter(|keys| keys.len() > 2) else { continue };
        number = services_under(page, number, words, &heads, &keys, &mut found);
    }
    found
}

/// The service whose row is being read.
#[derive(Default)]
struct Open {
    name: Vec<Span>,
    /// By head: the words of the grade, and where they stand.
    grades: Vec<Option<(String, Span)>>,
}

fn services_under(
    page: &Page<'_, '_>,
    first: usize,
    words: &Words<'_>,
    heads: &[Cell],
    keys: &[&'static str],
    found: &mut Vec<Service>,
) -> usize {
    let source = page.text.source;
    let mut open = Open::default();
    let mut end = first;
    let usual = usize::from(is_double_spaced(page));
    for number in first..page.lines.len().min(first + LONGEST) {
        let line = cells(page, number);
        let (names, grades): (Vec<Cell>, Vec<Cell>) =
            line.into_iter().partition(|cell| cell.from + 3 < heads[0].from);
        let texts: Vec<String> =
            grades.iter().map(|cell| table::bare(cell.span.of(source))).collect();
        let known = grades.iter().zip(&texts).all(|(cell, text)| {
            let at = nearest(heads, cell);
            let before = open.grades.get(at).and_then(Option::as_ref);
            table::begins_grade(words, text)
                || before.is_some_and(|(b, _)| table::begins_grade(words, &format!("{b} {text}")))
        });
        if !known || names.iter().any(|cell| cell.span.len() > CELL) {
            break;
        }
        let joins = |cell: &Cell, text: &str| {
            let before = open.grades.get(nearest(heads, cell)).and_then(Option::as_ref);
            before.is_none_or(|(b, _)| table::begins_grade(words, &format!("{b} {text}")))
        };
        let anew = page.lines[number].gap > usual
            || !grades.iter().zip(&texts).all(|(cell, text)| joins(cell, text));
        if anew {
            close(words, heads, keys, std::mem::take(&mut open), found);
        }
        open.grades.resize(heads.len(), None);
        open.name.extend(names.iter().map(|cell| cell.span));
        for (cell, text) in grades.iter().zip(texts) {
            let slot = &mut open.grades[nearest(heads, cell)];
            *slot = Some(match slot.take() {
                Some((before, span)) => (format!("{before} {text}"), span.to(cell.span)),
                None => (text, cell.span),
            });
        }
        end = number + 1;
    }
    close(words, heads, keys, open, found);
    end
}

fn close(
    words: &Words<'_>,
    heads: &[Cell],
    keys: &[&'static str],
    open: Open,
    found: &mut Vec<Service>,
) {
    for ((slot, head), key) in open.grades.iter().zip(heads).zip(keys) {
        let Some((text, span)) = slot else { continue };
        let Some(grade) = table::grade_of(words, text).filter(|grade| !grade.is_empty()) else {
            continue;
        };
        let row = Row { key, label: vec![head.span], grade, span: *span };
        found.push(Service { name: open.name.clone(), row });
    }
}

/// Reads a table with a column for each phase or programme that a provider runs: at least two rows
/// of a judgement and several grades, under heads that name the columns.
pub(super) fn of_phases(page: &Page<'_, '_>, reach: usize, words: &Words<'_>) -> Vec<Service> {
    let source = page.text.source;
    let bare = |cell: &Cell| table::bare(cell.span.of(source));
    let mut heads: Vec<Cell> = Vec::new();
    let (mut found, mut rows) = (Vec::new(), 0);
    for number in 0..page.lines.len().min(reach) {
        let line = cells(page, number);
        let Some((first, grades)) = line.split_first().filter(|(_, rest)| !rest.is_empty()) else {
            continue;
        };
        let keys: Option<Vec<&'static str>> =
            grades.iter().map(|cell| table::grade_of(words, &bare(cell))).collect();
        // 'Good     2' is one grade told twice.
        let figures = grades.iter().filter(|cell| cell.span.len() == 1).count();
        let keys = keys.filter(|_| figures == 0 || figures == grades.len());
        let label = keys.as_ref().and_then(|_| label_of(page, number, first.span, words));
        match (label, keys) {
            (Some((key, label)), Some(keys)) if keys.len() > 1 && keys.len() == heads.len() => {
                rows += 1;
                for (cell, grade) in grades.iter().zip(keys) {
                    let head = heads[nearest(&heads, cell)];
                    let row = Row { key, label: label.clone(), grade, span: cell.span };
                    if !grade.is_empty() {
                        found.push(Service { name: vec![head.span], row });
                    }
                }
            }
            (_, None) if rows == 0 => {
                let named = |cell: &Cell| cell.span.of(source).contains(char::is_alphabetic);
                if line.iter().all(named) && line.iter().all(|cell| cell.span.len() < CELL) {
                    heads = line;
                }
            }
            _ => {}
        }
    }
    if rows > 1 { found } else { Vec::new() }
}

/// The label that begins in the first cell of line `number`, with its parts: the lines below that
/// are one cell may go on with it.
fn label_of(
    page: &Page<'_, '_>,
    number: usize,
    first: Span,
    words: &Words<'_>,
) -> Option<(&'static str, Vec<Span>)> {
    let source = page.text.source;
    let (mut text, mut parts) = (table::bare(first.of(source)), vec![first]);
    for next in number + 1..=number + 3 {
        if let Some(key) = table::key_of(words, &text) {
            return Some((key, parts));
        }
        let mut below = page.lines.get(next).map(|_| page.cells(next))?;
        let (Some(cell), None) = (below.next(), below.next()) else { return None };
        text = format!("{text} {}", table::bare(cell.of(source)));
        table::fit(words, &text, false)?;
        parts.push(cell);
    }
    table::key_of(words, &text).map(|key| (key, parts))
}

/// Whether the lines of a text stand apart, as some tools print them all.
fn is_double_spaced(page: &Page<'_, '_>) -> bool {
    let apart = page.lines.iter().filter(|line| line.gap > 0).count();
    apart * 10 > page.lines.len() * 9
}

/// Reads the overall grades of services that stand among the first ratings: a name and a grade on
/// one line, the name no judgement.
pub(super) fn listed_services(page: &Page<'_, '_>, from: usize, words: &Words<'_>) -> Vec<Service> {
    let source = page.text.source;
    let mut found = Vec::new();
    for number in from..page.lines.len().min(from + 40) {
        let [name, cell] = cells(page, number)[..] else { continue };
        let text = table::bare(cell.span.of(source));
        let label = table::bare(name.span.of(source));
        let named = (8..CELL).contains(&name.span.len())
            && name.span.of(source).starts_with(char::is_uppercase);
        if let Some(grade) = table::grade_of(words, &text).filter(|grade| !grade.is_empty())
            && named
            && table::fit(words, &label, false).is_none()
        {
            let row = Row { key: "overall", label: Vec::new(), grade, span: cell.span };
            found.push(Service { name: vec![name.span], row });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::table::Phrase;

    const LABELS: &[Phrase<'_>] = &[
        ("preventing crime", "preventing"),
        ("leadership", "leadership"),
        ("leadership and force management", "leadership"),
        ("investigating crime", "investigating"),
        ("safe", "safe"),
        ("caring", "caring"),
        ("overall", "overall"),
    ];
    const GRADES: &[Phrase<'_>] = &[
        ("outstanding", "outstanding"),
        ("good", "good"),
        ("requires improvement", "requires_improvement"),
        ("not rated", ""),
    ];

    #[test]
    fn labels_under_their_grades() {
        let source = "Outstanding     Good               Requires\n                                   improvement\n\n                Preventing         Investigating\n                crime              crime\n\n                Leadership\n                and force\n                management\n\nWe also looked at how the force treats the victims of crime in this area.\n";
        let text = crate::text::read(source);
        let page = Page::of(&text);
        let rows = under_grades(&page, &Words::of(LABELS, GRADES, &[]));
        let found: Vec<_> = rows.iter().map(|row| (row.key, row.grade)).collect();
        let expected = [
            ("preventing", "good"),
            ("investigating", "requires_improvement"),
            ("leadership", "good"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn services_beside_their_grades() {
        let source = "                   Safe          Caring         Overall\n\nUrgent and         Requires      Outstanding    Good\nemergency care     improvement\nEnd of life care   Not rated     Good           Good\n\nThe trust runs four hospitals, and this one is the oldest and largest of them.\n";
        let text = crate::text::read(source);
        let page = Page::of(&text);
        let found: Vec<_> = of_services(&page, &Words::of(LABELS, GRADES, &[]))
            .into_iter()
            .map(|service| {
                let name: Vec<_> = service.name.iter().map(|span| span.of(source)).collect();
                format!("{}: {} {}", name.join(" "), service.row.key, service.row.grade)
            })
            .collect();
        let expected = [
            "Urgent and emergency care: safe requires_improvement",
            "Urgent and emergency care: caring outstanding",
            "Urgent and emergency care: overall good",
            "End of life care: caring good",
            "End of life care: overall good",
        ];
        assert_eq!(found, expected);
    }
}
