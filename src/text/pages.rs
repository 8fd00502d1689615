//! The pages of a text that keeps no form feeds, by their printed numbers.
//!
//! | lines, some way apart | pages |
//! | --- | --- |
//! | '2', '3', '4', each alone | three, and what follows |
//! | 'Marlow children’s services 2', 'Marlow children’s services 3' | two, and what follows |

use std::collections::HashMap;

use super::blocks::{hash, unnumbered};
use super::lines::Line;

/// How many lines a page has at least and at most.
const LINES: std::ops::RangeInclusive<usize> = 8..=150;
/// How many of the lines with one number may be the page before.
const SAME: usize = 4;
/// How long a line with the number of its page may be, in bytes.
const LONGEST: usize = 120;

/// How a report tells that its figures are grades.
const GRADED: [&[u8]; 3] = [b"1 is outstanding", b"Grade 1", b"grade 1"];

/// A line that may end a page by its number.
struct Numbered {
    line: usize,
    /// A hash of its words beside the number.
    words: u64,
    number: u32,
    /// The numbered line on the page before, among all of them.
    before: Option<usize>,
    /// How many pages end in a row with this one.
    row: usize,
}

/// Counts the pages of lines that no form feed divides: a page ends with its number, alone on its
/// line or beside the words of a running header, where the numbers of the pages rise one by one.
pub(super) fn count(source: &str, lines: &mut [Line]) {
    if lines.last().is_none_or(|last| last.page > 0) {
        return;
    }
    let mut found: Vec<Numbered> = Vec::new();
    let mut places: HashMap<(u64, u32), Vec<usize>> = HashMap::new();
    for (line, span) in lines.iter().map(|line| line.span).enumerate() {
        let Some((words, number)) =
            (span.len() <= LONGEST).then(|| numbered(span.of(source))).flatten()
        else {
            continue;
        };
        let earlier = number.checked_sub(1).and_then(|number| places.get(&(words, number)));
        let before = earlier
            .into_iter()
            .flatten()
            .rev()
            .take(SAME)
            .copied()
            .filter(|&at| LINES.contains(&(line - found[at].line)))
            .max_by_key(|&at| found[at].row);
        let row = before.map_or(1, |at| found[at].row + 1);
        places.entry((words, number)).or_default().push(found.len());
        found.push(Numbered { line, words, number, before, row });
    }
    let Some(mut at) = (0..found.len()).max_by_key(|&at| found[at].row) else { return };
    // In a report that grades with figures a few may rise by chance.
    let graded =
        GRADED.iter().any(|words| memchr::memmem::find(source.as_bytes(), words).is_some());
    // Two figures alone on their lines are pages only where they are the first ones.
    let alone = found[at].words == 0 && found[at].number > 3;
    if found[at].row < if graded { 5 } else { 2 + usize::from(alone) } {
        return;
    }
    let last = at;
    let mut ends = vec![found[at].line];
    while let Some(before) = found[at].before {
        ends.push(found[before].line);
        at = before;
    }
    // Grades in figures rise by chance, with others between them.
    let alike = found[at..=last].iter().filter(|other| other.words == found[at].words).count();
    if ends.len() * 2 <= alike {
        return;
    }
    let mut page = 0;
    for (at, line) in lines.iter_mut().enumerate() {
        line.page = page;
        if ends.last() == Some(&at) {
            ends.pop();
            page += 1;
        }
    }
}

/// The number of a page that a line ends or begins with, and a hash of its other words.
fn numbered(text: &str) -> Option<(u64, u32)> {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let (first, last) = (digit(text.as_bytes().first()), digit(text.as_bytes().last()));
    if !first && !last {
        return None;
    }
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let bare = text.strip_prefix("Page ").or(text.strip_prefix("page ")).unwrap_or(text);
    let (number, words) = match digits(bare) {
        // '4', 'Page 4 of 9'
        len @ 1..=3 if bare[len..].is_empty() || bare[len..].starts_with(" of ") && last => {
            (&bare[..len], 0)
        }
        len => {
            let words = unnumbered(text);
            // '3. Leaders …' is a paragraph's number.
            if words.len() == text.len() || words.starts_with(['.', ')']) {
                return None;
            }
            let tail = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let number = if last { &text[tail..] } else { &text[..len] };
            (number, hash(words))
        }
    };
    let short = (1..=3).contains(&number.len());
    Some((words, number.parse().ok().filter(|_| short)?))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[track_caller]
    fn pages(footer: impl Fn(usize) -> String, expected: usize) {
        let prose = "Services have improved since the inspection before it.\n".repeat(12);
        let source: String = (1..5).map(|page| format!("{prose}{}\n", footer(page))).collect();
        let mut found = lines(&(source.clone() + "It ends here."));
        count(&(source + "It ends here."), &mut found);
        assert_eq!(found.last().map(|line| line.page), Some(expected));
    }

    #[test]
    fn numbers_that_rise_one_by_one_end_pages() {
        pages(|page| page.to_string(), 4);
        pages(|page| format!("\nPage {page} of 9\n"), 4);
        pages(|page| format!("Marlow children’s services | {page}"), 4);
        pages(|page| format!("Marlow children’s services\n6 to 10 February 2023 {page}"), 4);
    }

    #[test]
    fn other_numbers_end_none() {
        pages(|page| (page * 7).to_string(), 0);
        let grades = |page| format!("Teaching\n{page}\nBehaviour\n2\nLeadership\n2");
        pages(grades, 0);
        pages(|page| format!("{page}. Leaders know their service."), 0);
        pages(|page| format!("{page}\n{}\n{}", page + 1, page + 2), 0);
        pages(|_| "It was so in March 2023".to_owned(), 0);
        // Two of a table that has more, by chance.
        pages(|page| [12, 40, 41, 7][page - 1].to_string(), 0);
    }
}
