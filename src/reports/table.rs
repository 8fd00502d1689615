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
    /// Whether labels and grades did not match in number.
    pub uneven: bool,
}

/// The key of a label that tells that its row is of the inspection reported.
const THIS: &str = "this";
/// The key of a label that tells that its row is of an earlier inspection.
pub(crate) const PREVIOUS: &str = "previous";

/// Marks that open what a label stands in.
const OPENING: [char; 5] = ['\'', '"', '‘', '“', '|'];
/// Marks that close what a grade stands in.
const CLOSING: [char; 7] = ['\'', '"', '’', '”', ')', ']', '|'];

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
        match parts.filter(|(first, _)| reader.rates(*first)) {
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
    let mut table = Table { rows: Vec::new(), end: from, uneven: false };
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

struct Reader<'w> {
    words: &'w Words<'w>,
    source: &'w str,
    labels: Vec<Label>,
    grades: Vec<Grade>,
    /// Grades over the first label.
    early: Vec<Grade>,
    events: usize,
}

struct Label {
    parts: Vec<Span>,
    words: String,
    at: usize,
}

struct Grade {
    span: Span,
    words: String,
    at: usize,
}

impl Reader<'_> {
    /// Takes a cell in; whether it is part of the table. `after`: it stands after a grade.
    fn cell(&mut self, source: &str, cell: Span, after: bool, graded: &mut bool) -> bool {
        if cell.len() > 200 {
            return false;
        }
        let words = bare(cell.of(source));
        if words.is_empty() {
            return false;
        }
        if self.grade(cell, &words, after) {
            *graded = true;
            return true;
        }
        if let Some((label, grade)) = self.rest_of_grade(cell) {
            self.label(label, &bare(label.of(source)));
            *graded = true;
            return self.grade(grade, &bare(grade.of(source)), false);
        }
        // 'Overall effectiveness Good', 'Previous inspection: Good': both in one cell. No label ends
        // in a grade, and with a slip allowed a label might take the grade's word for its own.
        if let Some((label, grade)) = self.split(cell, &words)
            && self.label(label, &bare(label.of(source)))
        {
            let words = bare(grade.of(source));
            *graded = true;
            return self.grade(grade, &words, false);
        }
        if self.label(cell, &words) {
            return true;
        }
        if self.labels.is_empty() {
            self.early.clear();
        }
        false
    }

    /// Takes a cell as a grade or as part of one.
    fn grade(&mut self, span: Span, words: &str, after: bool) -> bool {
        if self.labels.is_empty() {
            return self.early(span, words);
        }
        if let [digit @ b'1'..=b'9'] = words.as_bytes() {
            let known = usize::from(digit - b'1') < self.words.digits.len();
            if !known || after || self.labels.len() <= self.grades.len() {
                // The digit after the word says the same again.
                return known && after;
            }
            self.push_grade(span, words);
            return true;
        }
        if let Some(last) = self.grades.last_mut() {
            let joined = format!("{} {words}", last.words);
            let whole = self.words.grades.iter().any(|(phrase, _)| *phrase == last.words);
            let fresh = self.words.grades.iter().any(|(phrase, _)| same(phrase, words));
            if (!whole || !fresh) && begins_grade(self.words, &joined) {
                last.words = joined;
                let text = span.of(self.source);
                let word = text.trim_end_matches(|c: char| !c.is_alphabetic() && c != ')');
                last.span = last.span.to(Span::new(span.start(), span.start() + word.len()));
                return true;
            }
        }
        if begins_grade(self.words, words) {
            self.push_grade(span, words);
            return true;
        }
        false
    }

    /// Takes a cell before the first label as a grade that its label follows.
    fn early(&mut self, span: Span, words: &str) -> bool {
        let before = self.early.last_mut();
        if let Some(open) = before.filter(|open| !is_grade(self.words, &open.words)) {
            let joined = format!("{} {words}", open.words);
            if begins_grade(self.words, &joined) {
                open.words = joined;
                open.span = open.span.to(span);
                return true;
            }
        }
        // 'Services require improvement to be / good' is the end of a headline.
        let begins =
            span.of(self.source).starts_with(char::is_uppercase) && begins_grade(self.words, words);
        if begins {
            self.early.push(Grade { span, words: words.to_owned(), at: 0 });
        }
        begins
    }

    fn push_grade(&mut self, span: Span, words: &str) {
        // Without the mark or footnote digit that may follow: 'Good ●'.
        let text = span.of(self.source);
        let word = text.trim_end_matches(|c: char| !c.is_alphabetic() && c != ')');
        let end = if word.is_empty() { span.end() } else { span.start() + word.len() };
        let span = Span::new(span.start(), end);
        self.grades.push(Grade { span, words: words.to_owned(), at: self.events });
        self.events += 1;
    }

    /// Takes a cell as a label or as part of one.
    fn label(&mut self, span: Span, words: &str) -> bool {
        // A sentence may end in a label's words.
        if span.of(self.source).ends_with('.') {
            return false;
        }
        if let Some(open) = self.labels.last_mut() {
            let joined = format!("{} {words}", open.words);
            if let Some(errors) = fit(self.words, &joined, false)
                // A label that starts anew is not a slip in the one before.
                && (errors == 0 || fit(self.words, words, false).is_none())
            {
                open.words = joined;
                open.parts.push(span);
                return true;
            }
        }
        // A number before it makes one word enough: '2.1 Adoption / performance'.
        let lead = number(span.of(self.source));
        if fit(self.words, words, lead == 0).is_none() {
            return false;
        }
        let span = Span::new(span.start() + lead, span.end());
        self.labels.push(Label { parts: vec![span], words: words.to_owned(), at: self.events });
        self.events += 1;
        true
    }

    /// A label and a grade that share a cell whose folded words are `words`: 'Adoption: good',
    /// 'Adoption (Good)', 'AdoptionGood', and 'Good 2.1 Adoption' too.
    fn split(&self, cell: Span, words: &str) -> Option<(Span, Span)> {
        let source = self.source;
        let text = cell.of(source);
        let phrases = || self.words.grades.iter().map(|(phrase, _)| *phrase);
        let closed = words.trim_end_matches(CLOSING);
        // 'Help and protection Requires improvement to' goes on in the next line.
        let hangs =
            |tail: &str| tail.contains(' ') && phrases().any(|phrase| starts_phrase(phrase, tail));
        let ends = |phrase: &str| {
            closed.ends_with(phrase)
                || phrase.match_indices(' ').skip(1).any(|(at, _)| closed.ends_with(&phrase[..at]))
        };
        if phrases().any(ends) || closed.ends_with("e improvement") {
            // No grade phrase is longer.
            let from = text.ceil_char_boundary(text.len().saturating_sub(48));
            let at = text[from..].char_indices().map(|(at, c)| (from + at, c)).find(|&(at, c)| {
                let before = text[..at].chars().next_back();
                let begins = before.is_some_and(|before| {
                    !before.is_alphanumeric() || c.is_uppercase() && before.is_lowercase()
                });
                begins && c.is_alphabetic() && {
                    let tail = bare(&text[at..]);
                    let tail = tail.trim_end_matches(CLOSING);
                    phrases().any(|phrase| same(phrase, tail)) || hangs(tail)
                }
            });
            let (at, _) = at?;
            let label = text[..at].trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
            let lead = label.len() - label.trim_start_matches(OPENING).len();
            let grade = text[at..].trim_end_matches(CLOSING);
            return Some((
                Span::new(cell.start() + lead, cell.start() + label.len()),
                Span::new(cell.start() + at, cell.start() + at + grade.len()),
            ));
        }
        // 'Good 2.1 Adoption performance'
        if self.pending() || !phrases().any(|phrase| words.starts_with(phrase)) {
            return None;
        }
        text.match_indices(' ').map(|(at, _)| at).take(6).find_map(|at| {
            let (grade, label) = (&text[..at], &text[at + 1..]);
            let whole = grade_of(self.words, &bare(grade)).is_some_and(|key| !key.is_empty())
                && grade.starts_with(char::is_uppercase);
            let label = Span::new(cell.start() + at + 1, cell.start() + at + 1 + label.len());
            (whole && self.begins(label.trimmed(source)))
                .then(|| (label.trimmed(source), Span::new(cell.start(), cell.start() + at)))
        })
    }

    /// The rest of a label and of the grade beside it, both of which began in the line before:
    /// 'help and protection be good', below 'Children who need Requires improvement to'.
    fn rest_of_grade(&self, cell: Span) -> Option<(Span, Span)> {
        let open = self.grades.last().filter(|grade| !is_whole(self.words, &grade.words))?;
        let text = cell.of(self.source);
        let label = self.labels.last()?;
        text.match_indices(' ').map(|(at, _)| at).rev().take(4).find_map(|at| {
            let joined = format!("{} {}", open.words, bare(&text[at + 1..]));
            let whole = format!("{} {}", label.words, bare(&text[..at]));
            (is_whole(self.words, &joined) && fit(self.words, &whole, false) == Some(0)).then(
                || {
                    let from = cell.start() + at;
                    (
                        Span::new(cell.start(), from).trimmed(self.source),
                        Span::new(from + 1, cell.end()),
                    )
                },
            )
        })
    }

    /// Whether a cell is a whole grade.
    fn rates(&self, cell: Span) -> bool {
        cell.len() < 60
            && grade_of(self.words, &bare(cell.of(self.source))).is_some_and(|key| !key.is_empty())
    }

    /// Whether a cell begins a label.
    fn begins(&self, cell: Span) -> bool {
        cell.len() < 200 && fit(self.words, &bare(cell.of(self.source)), true).is_some()
    }

    /// Whether a cell is the label of the row of an earlier inspection.
    fn is_of_inspection(&self, cell: Span) -> bool {
        cell.len() < 90
            && matches!(key_of(self.words, &bare(cell.of(self.source))), Some(THIS | PREVIOUS))
    }

    /// Whether a cell is a whole label.
    fn heads(&self, cell: Span) -> bool {
        key_of(self.words, &bare(cell.of(self.source))).is_some()
    }

    /// Whether a cell begins a label of a row, and not of an inspection.
    fn begins_row(&self, cell: Span) -> bool {
        let words = bare(cell.of(self.source));
        cell.len() < 200
            && fit(self.words, &words, true).is_some()
            && !matches!(key_of(self.words, &words), Some(THIS | PREVIOUS))
    }

    fn pending(&self) -> bool {
        self.labels.len() > self.grades.len() + self.early.len()
            || self.grades.last().is_some_and(|g| !is_grade(self.words, &g.words))
    }

    fn pair(self, end: usize) -> Table {
        let words = self.words;
        let mut labels: Vec<_> = self
            .labels
            .into_iter()
            .filter_map(|label| Some((key_of(words, &label.words)?, label)))
            .collect();
        // 'Overall effectiveness / Previous inspection: … / This inspection: …' is two rows.
        if labels.iter().any(|(key, _)| *key == THIS) {
            labels.retain(|(key, _)| *key != "overall");
            for (key, label) in labels.iter_mut().filter(|(key, _)| *key == THIS) {
                *key = "overall";
                label.parts.clear();
            }
        }
        let mut grades: Vec<_> = self
            .grades
            .into_iter()
            .filter_map(|grade| Some((grade_of(words, &grade.words)?, grade)))
            .collect();
        // 'Good / Adoption / Inadequate / Care leavers': the grades stand over their labels.
        let stray = !self.early.is_empty();
        let over = labels.last().is_some_and(|(_, label)| {
            grades.iter().all(|(_, grade)| grade.at < label.at)
                && labels.len() == grades.len() + self.early.len()
        });
        if over {
            let early = self.early.into_iter();
            let early = early.filter_map(|grade| Some((grade_of(words, &grade.words)?, grade)));
            grades.splice(0..0, early);
        } else {
            // Labels after the last grade are headings of the text.
            let last = grades.last().map_or(0, |(_, grade)| grade.at);
            labels.retain(|(_, label)| label.at < last);
        }
        let uneven = labels.len() != grades.len();
        if uneven && stray && !over {
            // Whether a grade belongs to the label before it or after it cannot be told.
            return Table { rows: Vec::new(), end, uneven };
        }
        let mut rows: Vec<Row> = Vec::new();
        let row = |rows: &mut Vec<Row>,
                   key: &'static str,
                   label: Label,
                   grade: &'static str,
                   span: Span| {
            if !grade.is_empty() && !key.is_empty() {
                rows.push(Row { key, label: label.parts, grade, span });
            }
        };
        if !uneven {
            for ((key, label), (grade, found)) in labels.into_iter().zip(grades) {
                row(&mut rows, key, label, grade, found.span);
            }
        } else {
            // Only a grade that directly follows a label of its own is sure; where several follow more
            // than one label there are several columns, whose heads are not known.
            let after = |at: usize, next: usize| {
                grades.iter().filter(|(_, grade)| at < grade.at && grade.at < next).count()
            };
            let many = labels.iter().enumerate().filter(|(number, (_, label))| {
                let next = labels.get(number + 1).map_or(usize::MAX, |(_, label)| label.at);
                after(label.at, next) > 1
            });
            if many.count() > 1 {
                return Table { rows, end, uneven };
            }
            let mut grades = grades.into_iter().peekable();
            let mut labels = labels.into_iter().peekable();
            while let Some((key, label)) = labels.next() {
                let next = labels.peek().map_or(usize::MAX, |(_, label)| label.at);
                while grades.next_if(|(_, grade)| grade.at < label.at).is_some() {}
                if let Some((grade, found)) = grades.next_if(|(_, grade)| grade.at < next) {
                    row(&mut rows, key, label, grade, found.span);
                }
            }
        }
        Table { rows, end, uneven }
    }
}

/// The words of a cell: folded, without a number before ('2.1'), footnote digits and points after.
pub(super) fn bare(text: &str) -> String {
    let mut words = folded(text);
    if words.contains("<br>") {
        // A cell of several lines in a Markdown table.
        words = folded(&words.replace("<br>", " "));
    }
    if words.contains(" & ") {
        // 'Leadership & Management'
        words = words.replace(" & ", " and ");
    }
    let lead = words.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ' ')).unwrap_or(0);
    if words[..lead].contains('.') {
        words.drain(..lead);
    }
    let tail = words.trim_end_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ':' | ';' | ',' | '*' | '●' | '•' | '?' | ' ')
    });
    if !tail.is_empty() {
        words.truncate(tail.len());
    }
    words
}

/// Whether a cell is the number of a row: '1.1', '2.'.
fn is_number(text: &str) -> bool {
    text.contains('.') && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// How long the number before a label is: the '2.1 ' of '2.1 Adoption performance'.
fn number(text: &str) -> usize {
    let lead = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ' ')).unwrap_or(0);
    if text[..lead].contains('.') { lead } else { 0 }
}

fn same(phrase: &str, words: &str) -> bool {
    phrase == words || (words == "require improvement" && phrase == "requires improvement")
}

/// Whether `text` is a grade phrase that no longer one begins with, or the end of one.
fn is_whole(words: &Words<'_>, text: &str) -> bool {
    is_grade(words, text) && !words.grades.iter().any(|(phrase, _)| starts_phrase(phrase, text))
}

/// Whether `text` is the first words of `phrase`, and not all of it.
fn starts_phrase(phrase: &str, text: &str) -> bool {
    phrase.strip_prefix(text).is_some_and(|rest| rest.starts_with(' '))
}

fn is_grade(words: &Words<'_>, text: &str) -> bool {
    grade_of(words, text).is_some()
}

pub(super) fn grade_of(words: &Words<'_>, text: &str) -> Option<&'static str> {
    if let [digit @ b'1'..=b'9'] = text.as_bytes() {
        return words.digits.get(usize::from(digit - b'1')).copied();
    }
    words.grades.iter().find(|(phrase, _)| same(phrase, text)).map(|(_, key)| *key)
}

/// Whether `text` is a grade phrase or its first words.
pub(super) fn begins_grade(words: &Words<'_>, text: &str) -> bool {
    words.grades.iter().any(|(phrase, _)| {
        same(phrase, text)
            || starts_phrase(phrase, text)
            || (text == "require" && *phrase == "requires improvement")
    })
}

/// How many slips there are in `text` as the first words of a label; none if it is none.
/// `alone`: it must be enough of a label to start one.
pub(super) fn fit(words: &Words<'_>, text: &str, alone: bool) -> Option<usize> {
    let given = words_of(text);
    words
        .labels
        .iter()
        .filter_map(|(want, _)| {
            let (errors, used) = align(&given, want)?;
            let enough = !alone || used >= 2 || want.len() == used;
            (enough && errors <= allowed(used)).then_some(errors)
        })
        .min()
}

/// The words of a label, without a leading 'the'.
fn words_of(label: &str) -> Vec<&str> {
    let label = label.strip_prefix("the ").unwrap_or(label);
    label.split(' ').filter(|word| !word.is_empty()).collect()
}

/// How many slips any label may have.
const MOST_SLIPS: usize = 1;

/// How many slips a label of so many words may have.
fn allowed(words: usize) -> usize {
    if words >= 5 { MOST_SLIPS } else { 0 }
}

/// The key of the label that `text` is, whole.
pub(super) fn key_of(words: &Words<'_>, text: &str) -> Option<&'static str> {
    let given = words_of(text);
    words
        .labels
        .iter()
        .filter_map(|(want, key)| {
            let (errors, used) = align(&given, want)?;
            (used == want.len() && errors <= allowed(used)).then_some((errors, key))
        })
        .min_by_key(|(errors, _)| *errors)
        .map(|(_, key)| *key)
}

/// Sets `given` beside the first words of `want`: how many slips there are, and how many words of
/// `want` were used. None with more than one slip, which no label may have.
fn align(given: &[&str], want: &[&str]) -> Option<(usize, usize)> {
    let (mut g, mut w, mut errors) = (0, 0, 0);
    while g < given.len() {
        if w < want.len() && alike(given[g], want[w]) {
            (g, w) = (g + 1, w + 1);
            continue;
        }
        errors += 1;
        if errors > MOST_SLIPS || w >= want.len() {
            return None;
        }
        if w + 1 < want.len() && alike(given[g], want[w + 1]) {
            w += 1;
        } else if g + 1 < given.len() && alike(given[g + 1], want[w]) {
            g += 1;
        } else {
            (g, w) = (g + 1, w + 1);
        }
    }
    Some((errors, w))
}

/// Whether two words are the same but for a comma, a possessive or a plural s.
fn alike(a: &str, b: &str) -> bool {
    if a.bytes().next() != b.bytes().next() {
        return false;
    }
    let stem = |word: &str| -> usize {
        let word = word.trim_end_matches([',', ';', ':', '?', '.']);
        let word = word.strip_suffix("'s").or(word.strip_suffix("s'")).unwrap_or(word);
        word.strip_suffix('s').unwrap_or(word).len()
    };
    a[..stem(a)] == b[..stem(b)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: &[Phrase<'_>] = &[
        ("the impact of leaders on social work practice with children and families", "leaders"),
        ("the experiences and progress of children who need help and protection", "help"),
        ("the experiences and progress of children in care and care leavers", "both"),
        ("the experiences and progress of children in care", "care"),
        ("the experiences and progress of care leavers", "leavers"),
        ("overall effectiveness", "overall"),
    ];
    const GRADES: &[Phrase<'_>] = &[
        ("good", "good"),
        ("inadequate", "inadequate"),
        ("requires improvement", "requires_improvement"),
        ("requires improvement to be good", "requires_improvement"),
        ("not judged", ""),
    ];
    const DIGITS: &[&str] = &["outstanding", "good", "satisfactory", "inadequate"];

    #[track_caller]
    fn reads(source: &str, expected: &[(&str, &str)]) {
        let text = crate::text::read(source);
        let page = Page::of(&text);
        let table = read(&page, 0, 80, &Words::of(LABELS, GRADES, DIGITS));
        let found: Vec<_> = table.rows.iter().map(|row| (row.key, row.grade)).collect();
        assert_eq!(found, expected, "{table:?}");
    }

    #[test]
    fn labels_and_grades_on_lines_of_their_own() {
        reads(
            "Judgement\n\nGrade\n\nThe impact of leaders on social work\npractice with children and families\n\nGood\n\nThe experiences and progress of\nchildren in care\n\nRequires improvement to be good\n\nOverall effectiveness\n\nInadequate\n",
            &[("leaders", "good"), ("care", "requires_improvement"), ("overall", "inadequate")],
        );
    }

    #[test]
    fn the_grade_between_the_lines_of_its_label() {
        reads(
            "  The impact of leaders on social work      Requires\n  practice with children and families       improvement\n                                            to be good\n  The experiences and progress of\n                                            Good\n  children who need help and protection\n  Overall effectiveness          Good",
            &[("leaders", "requires_improvement"), ("help", "good"), ("overall", "good")],
        );
    }

    #[test]
    fn the_grade_close_to_the_end_of_its_label() {
        reads(
            "The experiences and progress of children in care          Requires improvement  and care leavers\n\nOverall effectiveness          Good\n",
            &[("both", "requires_improvement"), ("overall", "good")],
        );
    }

    #[test]
    fn labels_first_and_then_the_grades() {
        reads(
            "The experiences and progress of children in care\nThe experiences and progress of care leavers\nGood\nRequires improvement\nOverall effectiveness Good",
            &[("care", "good"), ("leavers", "requires_improvement"), ("overall", "good")],
        );
    }

    #[test]
    fn a_grade_close_to_its_label_is_no_slip() {
        reads(
            "The experiences and progress of\nchildren in care  Good\n\nThe experiences and progress of care\nleavers   Inadequate\n",
            &[("care", "good"), ("leavers", "inadequate")],
        );
    }

    #[test]
    fn slips_of_the_printer() {
        reads(
            "The experiences and progress of children care\nleavers\nGood\nThe experiences and progress of children in care and\ncare leavers\nRequire improvement\nThe experience and progress of children in care   Inadequate",
            &[("leavers", "good"), ("both", "requires_improvement"), ("care", "inadequate")],
        );
    }

    #[test]
    fn rows_of_a_markdown_table() {
        reads(
            "| Judgement | Grade |\n|---|---|\n| The impact of leaders on social work practice<br>with children and families | **Good** |\n| Overall effectiveness | Requires improvement to be good |\n",
            &[("leaders", "good"), ("overall", "requires_improvement")],
        );
    }

    #[test]
    fn the_grade_before_its_label() {
        reads(
            "Requires improvement     The experiences and progress of children in care\nInadequate               Overall effectiveness\n",
            &[("care", "requires_improvement"), ("overall", "inadequate")],
        );
    }

    #[test]
    fn grades_over_their_labels() {
        reads(
            "Good\n\nThe experiences and progress of\nchildren in care\n\nRequires\nimprovement\n\nThe experiences and progress of care leavers\n\nInadequate\n\nOverall effectiveness\n",
            &[("care", "good"), ("leavers", "requires_improvement"), ("overall", "inadequate")],
        );
        reads(
            "Good\nRequires improvement to be good\nThe experiences and progress of children in care\nOverall effectiveness\n",
            &[("care", "good"), ("overall", "requires_improvement")],
        );
        // A grade over a whole table is none of its rows'.
        reads(
            "Inadequate\nThe experiences and progress of children in care\nGood\nOverall effectiveness\nGood\n",
            &[("care", "good"), ("overall", "good")],
        );
    }

    #[test]
    fn label_and_grade_in_one_cell() {
        for row in [
            "Overall effectiveness: good",
            "Overall effectiveness – Good",
            "Overall effectiveness (Good)",
            "Overall effectiveness ‘good’",
            "Overall effectivenessGood",
            "Overall effectiveness ........ Good",
            "Overall effectiveness,Good",
            "\"Overall effectiveness\",\"Good\"",
            "Good 1. Overall effectiveness",
        ] {
            reads(row, &[("overall", "good")]);
        }
        reads("Requires improvement Overall effectiveness", &[("overall", "requires_improvement")]);
        reads("Overall effectiveness is good", &[]);
    }

    #[test]
    fn label_and_grade_wrapped_side_by_side() {
        reads(
            "Judgement Grade\nThe impact of leaders on social work practice with Good\nchildren and families\nThe experiences and progress of children who need Requires improvement to\nhelp and protection be good\nThe experiences and progress of children in care and Requires improvement\ncare leavers to be good\nOverall effectiveness Good\n",
            &[
                ("leaders", "good"),
                ("help", "requires_improvement"),
                ("both", "requires_improvement"),
                ("overall", "good"),
            ],
        );
    }

    #[test]
    fn a_number_makes_one_word_of_a_label_enough() {
        reads("2.1 Overall\neffectiveness\n\nGood\n", &[("overall", "good")]);
    }

    #[test]
    fn digits_and_cells_without_a_grade() {
        reads(
            "Overall effectiveness      2\nThe experiences and progress of children in care     Not judged\nThe experiences and progress of care leavers      Good   2",
            &[("overall", "good"), ("leavers", "good")],
        );
    }

    #[test]
    fn prose_is_no_table() {
        reads("Overall effectiveness is what matters.\nServices are good.\nLeaders know.", &[]);
    }
}
