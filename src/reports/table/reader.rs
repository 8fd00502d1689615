//! Cells put together to labels and grades, and those paired to rows.

use super::words::{
    CLOSING, OPENING, bare, begins_grade, fit, grade_of, is_grade, is_whole, key_of, number, same,
    starts_phrase,
};
use super::{PREVIOUS, Row, Table, Words};
use crate::record::Span;

/// What was read of a table so far.
pub(super) struct Reader<'w> {
    pub(super) words: &'w Words<'w>,
    pub(super) source: &'w str,
    pub(super) labels: Vec<Label>,
    pub(super) grades: Vec<Grade>,
    /// Grades over the first label.
    pub(super) early: Vec<Grade>,
    pub(super) events: usize,
}

/// A label as far as it was read.
pub(super) struct Label {
    parts: Vec<Span>,
    words: String,
    at: usize,
}

/// A grade as far as it was read.
pub(super) struct Grade {
    span: Span,
    words: String,
    at: usize,
}

/// The key of a label that tells that its row is of the inspection reported.
pub(super) const THIS: &str = "this";

impl Reader<'_> {
    /// Takes a cell in; whether it is part of the table. `after`: it stands after a grade.
    pub(super) fn cell(
        &mut self,
        source: &str,
        cell: Span,
        after: bool,
        graded: &mut bool,
    ) -> bool {
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
    pub(super) fn grade(&mut self, span: Span, words: &str, after: bool) -> bool {
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
    pub(super) fn early(&mut self, span: Span, words: &str) -> bool {
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

    pub(super) fn push_grade(&mut self, span: Span, words: &str) {
        // Without the mark or footnote digit that may follow: 'Good ●'.
        let text = span.of(self.source);
        let word = text.trim_end_matches(|c: char| !c.is_alphabetic() && c != ')');
        let end = if word.is_empty() { span.end() } else { span.start() + word.len() };
        let span = Span::new(span.start(), end);
        self.grades.push(Grade { span, words: words.to_owned(), at: self.events });
        self.events += 1;
    }

    /// Takes a cell as a label or as part of one.
    pub(super) fn label(&mut self, span: Span, words: &str) -> bool {
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
    pub(super) fn split(&self, cell: Span, words: &str) -> Option<(Span, Span)> {
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
    pub(super) fn rest_of_grade(&self, cell: Span) -> Option<(Span, Span)> {
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
    pub(super) fn rates(&self, cell: Span) -> bool {
        cell.len() < 60
            && grade_of(self.words, &bare(cell.of(self.source))).is_some_and(|key| !key.is_empty())
    }

    /// Whether a cell begins a label.
    pub(super) fn begins(&self, cell: Span) -> bool {
        cell.len() < 200 && fit(self.words, &bare(cell.of(self.source)), true).is_some()
    }

    /// Whether a cell is the label of the row of an earlier inspection.
    pub(super) fn is_of_inspection(&self, cell: Span) -> bool {
        cell.len() < 90
            && matches!(key_of(self.words, &bare(cell.of(self.source))), Some(THIS | PREVIOUS))
    }

    /// Whether a cell is a whole label.
    pub(super) fn heads(&self, cell: Span) -> bool {
        key_of(self.words, &bare(cell.of(self.source))).is_some()
    }

    /// Whether a cell begins a label of a row, and not of an inspection.
    pub(super) fn begins_row(&self, cell: Span) -> bool {
        let words = bare(cell.of(self.source));
        cell.len() < 200
            && fit(self.words, &words, true).is_some()
            && !matches!(key_of(self.words, &words), Some(THIS | PREVIOUS))
    }

    pub(super) fn pending(&self) -> bool {
        self.labels.len() > self.grades.len() + self.early.len()
            || self.grades.last().is_some_and(|g| !is_grade(self.words, &g.words))
    }

    pub(super) fn pair(self, end: usize) -> Table {
        let words = self.words;
        let first = self.labels.first().and_then(|label| label.parts.first());
        let start = first.map(|part| part.start());
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
            return Table { rows: Vec::new(), end, start, uneven };
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
                return Table { rows, end, start, uneven };
            }
            let mut grades = grades.into_iter().peekable();
            let mut labels = labels.into_iter().peekable();
            let mut bare = false;
            while let Some((key, label)) = labels.next() {
                let next = labels.peek().map_or(usize::MAX, |(_, label)| label.at);
                while grades.next_if(|(_, grade)| grade.at < label.at).is_some() {}
                let found = grades.next_if(|(_, grade)| grade.at < next);
                // Of several grades under several labels the first is not the last label's.
                let several = bare && grades.peek().is_some_and(|(_, grade)| grade.at < next);
                bare = found.is_none();
                if let Some((grade, found)) = found.filter(|_| !several) {
                    row(&mut rows, key, label, grade, found.span);
                }
            }
        }
        Table { rows, end, start, uneven }
    }
}
