//! Quotations: what stands between quotation marks of every kind.
//!
//! | in the text | quotation |
//! | --- | --- |
//! | She said: “**We know.**” It was a 12" ruler. | one |
//! | 'The **pupils' work** is good', he said. | one, its apostrophe inside |
//! | “**It is 'good' here**,” he said. | one: nested marks belong to the outer |
//! | “**It was hard.** ⏎ “**We did it.**” | one with two segments |
//! | “**It was hard.** ⏎ The school is small. | one, unclosed, with a warning |
//!
//! Nothing here looks further than a block and a fixed number of bytes, so that a text of nothing
//! but marks is read in linear time.

mod glyphs;

use self::glyphs::{Mark, Side};
use super::blocks::{Block, BlockKind};
use crate::record::{Span, Warning};
use crate::tables::marks::FOLLOWS_QUOTATION;

use self::glyphs::Style;

/// What stands between quotation marks, over as many paragraphs as it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// From the first opening mark to the last closing one, marks included.
    pub outer: Span,
    /// The words inside the marks, one span a paragraph.
    pub segments: Vec<Span>,
    /// Whether a closing mark was found.
    pub closed: bool,
    /// Whether its marks are double or single.
    pub style: Style,
}

/// The longest stretch of bytes within one block that is taken for one quotation.
const LONGEST: usize = 6_000;
/// The longest block to whose end a quotation without a closing mark runs.
const LONGEST_UNCLOSED: usize = 2_500;
/// How far a closing single mark is looked for.
const SINGLE_REACH: usize = 3_000;

/// Pairs the quotation marks of a text.
pub(crate) fn quotations(
    source: &str,
    blocks: &[Block],
    warnings: &mut Vec<Warning>,
) -> Vec<Quotation> {
    let mut pairing = Pairing { source, found: Vec::new(), open: None, warnings };
    let mut marks = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        let content = block.content(source);
        glyphs::read(source, content, &mut marks);
        match block.kind {
            BlockKind::Noise | BlockKind::Furniture | BlockKind::Row => {
                // What stands between two paragraphs of a quotation does not end it.
                let outer = pairing.open.take();
                pairing.pair(content, &marks, None);
                pairing.open = outer;
            }
            _ => {
                pairing.enter(block, content, &marks);
                pairing.pair(content, &marks, blocks.get(number + 1..));
            }
        }
    }
    pairing.finish_open();
    let mut found = pairing.found;
    found.sort_by_key(|quotation| quotation.outer.start());
    found
}

/// A quotation that is not closed yet.
struct Open {
    start: usize,
    style: Style,
    /// Where the segment that is being read starts.
    segment: usize,
    segments: Vec<Span>,
    /// Opening marks inside it that wait for their closing ones.
    depth: usize,
    /// The start and end of the last mark that closed a nested one.
    nested_close: Option<(usize, usize)>,
    /// Whether it is the value of an attribute in markup.
    markup: bool,
}

struct Pairing<'a> {
    source: &'a str,
    found: Vec<Quotation>,
    open: Option<Open>,
    warnings: &'a mut Vec<Warning>,
}

impl Pairing<'_> {
    /// Begins a block: goes on with the quotation that the block before left open, or ends it.
    fn enter(&mut self, block: &Block, content: Span, marks: &[Mark]) {
        let Some(open) = &mut self.open else { return };
        let reopens = marks.first().is_some_and(|mark| {
            mark.start == content.start() && mark.style == open.style && mark.side != Side::Close
        });
        let runs_on = open.segments.last().is_some_and(|segment| {
            !segment.of(self.source).ends_with(['.', '!', '?', '…', ':', '"', '’'])
        }) && content.of(self.source).starts_with(char::is_lowercase);
        if reopens {
            open.segment = marks[0].end;
        } else if runs_on && marks.iter().any(|m| m.style == open.style && m.side == Side::Close) {
            open.segment = content.start();
        } else if block.kind == BlockKind::Heading && marks.is_empty() {
            // A caption that nothing else gives away.
        } else {
            self.finish_open();
        }
    }

    /// Pairs the marks of one block; `following` are the blocks after it.
    fn pair(&mut self, content: Span, marks: &[Mark], following: Option<&[Block]>) {
        let mut at = 0;
        if let Some(open) = &self.open {
            if marks.is_empty() {
                return;
            }
            // The mark that reopens has been read.
            at = usize::from(marks[0].end == open.segment);
            if open.style == Style::Single {
                at = self.close_single(content, marks, at, following);
            }
        }
        while let Some(mark) = marks.get(at) {
            at += 1;
            if self
                .open
                .as_ref()
                .is_some_and(|open| mark.start - open.segment.min(mark.start) > LONGEST)
            {
                self.cut();
            }
            match (&mut self.open, mark.style, mark.side) {
                (None, Style::Double, Side::Open | Side::Either) => {
                    self.open = Some(Open::at(mark));
                }
                (None, Style::Single, Side::Open) => {
                    self.open = Some(Open::at(mark));
                    at = self.close_single(content, marks, at, following);
                }
                (None, ..) | (Some(_), Style::Single, _) => {}
                (Some(open), Style::Double, Side::Open) => {
                    if mark.start == open.segment {
                        // A doubled opener.
                        open.segment = mark.end;
                    } else if after_sentence(self.source, open.segment, mark.start) {
                        // A paragraph reopened within a line.
                        let segment = Span::new(open.segment, mark.start);
                        open.segments.push(segment.trimmed(self.source));
                        open.segment = mark.end;
                        open.depth = 0;
                    } else {
                        open.depth += 1;
                    }
                }
                (Some(open), Style::Double, _) if open.depth > 0 => {
                    open.depth -= 1;
                    open.nested_close = Some((mark.start, mark.end));
                }
                (Some(_), Style::Double, _) => self.close(mark.start, mark.end),
            }
        }
        self.end_block(content, following);
    }

    /// Finds the closing mark of the single quotation that has just opened; the number of the mark
    /// at which to go on.
    fn close_single(
        &mut self,
        content: Span,
        marks: &[Mark],
        from: usize,
        following: Option<&[Block]>,
    ) -> usize {
        let Some(open) = &self.open else { return from };
        let (start, first) = (open.segment, !open.segments.is_empty());
        let mut weak = None;
        let mut reopened = Vec::new();
        for (number, mark) in marks.iter().enumerate().skip(from) {
            if mark.start - start > SINGLE_REACH {
                break;
            }
            if mark.style == Style::Double {
                continue;
            }
            if mark.side == Side::Open {
                let since = reopened.last().map_or(start, |m: &Mark| m.end);
                if weak.is_none() && after_sentence(self.source, since, mark.start) {
                    reopened.push(*mark);
                    continue;
                }
                break;
            }
            match closing(self.source, content, mark, marks.get(number + 1)) {
                Closing::Certain => {
                    self.reopen(&reopened);
                    self.close(mark.start, mark.end);
                    return number + 1;
                }
                Closing::Possible => weak = weak.or(Some(number)),
                Closing::Never => {}
            }
        }
        // Direct speech that the next paragraph goes on with.
        let opener =
            self.source[content.start()..start].trim_end_matches(['\'', '‘', '’', '`']).trim_end();
        let capital = self.source[start..].starts_with(char::is_uppercase);
        let speech = first
            || opener.is_empty()
            || opener.ends_with([':', ','])
            || capital && opener.ends_with(['.', '!', '?']);
        let goes_on = speech && following.is_some_and(|blocks| next_reopens(self.source, blocks));
        if goes_on {
            self.reopen(&reopened);
            return marks.len();
        }
        if let Some(number) = weak {
            let mark = marks[number];
            self.close(mark.start, mark.end);
            return number + 1;
        }
        let long = self.source[start..content.end()].split_whitespace().take(7).count() == 7;
        let colon = opener.ends_with(':');
        let sentence = capital
            && self.source[start..content.end()].split_whitespace().take(3).count() == 3
            && content.of(self.source).trim_end().ends_with(['.', '!', '?']);
        if first || (colon && (long || sentence) && content.end() - start < LONGEST_UNCLOSED) {
            // Left open: it ends with the block.
            self.reopen(&reopened);
            return marks.len();
        }
        // An apostrophe after all.
        self.open = None;
        from
    }

    /// Divides the open quotation at marks that reopen a paragraph within a line.
    fn reopen(&mut self, marks: &[Mark]) {
        let Some(open) = &mut self.open else { return };
        for mark in marks {
            let segment = Span::new(open.segment, mark.start.max(open.segment));
            open.segments.push(segment.trimmed(self.source));
            open.segment = mark.end;
        }
    }

    /// Closes the open quotation at the mark from `start` to `end`.
    fn close(&mut self, start: usize, end: usize) {
        let Some(mut open) = self.open.take() else { return };
        open.push(self.source, start);
        self.keep(open, end, true);
    }

    fn keep(&mut self, open: Open, end: usize, closed: bool) {
        if open.markup || open.segments.is_empty() {
            return;
        }
        let outer = Span::new(open.start, end);
        let (segments, style) = (open.segments, open.style);
        self.found.push(Quotation { outer, segments, closed, style });
    }

    /// Ends the block: an open quotation waits for the next one, or ends where its closing mark
    /// was taken for a nested one's.
    fn end_block(&mut self, content: Span, following: Option<&[Block]>) {
        let Some(open) = &mut self.open else { return };
        if open.segment < content.start() {
            return;
        }
        if let Some((start, end)) = open.nested_close {
            let tail = Span::new(end, content.end().max(end)).of(self.source);
            let goes_on = following.is_some_and(|blocks| next_reopens(self.source, blocks));
            if !goes_on && (open.depth > 0 || !tail.contains(char::is_alphanumeric)) {
                self.close(start, end);
                return;
            }
        }
        if content.end() - open.segment.min(content.end()) > LONGEST_UNCLOSED {
            self.cut();
            return;
        }
        open.depth = 0;
        open.push(self.source, content.end());
        open.segment = content.end();
    }

    /// Ends the open quotation, whose closing mark is missing, after its last whole paragraph.
    fn finish_open(&mut self) {
        let Some(open) = self.open.take() else { return };
        let Some(last) = open.segments.last() else { return };
        let words = last.of(self.source).split_whitespace().take(3).count();
        if words < 3 && open.segments.len() == 1 || open.markup {
            return;
        }
        let end = last.end();
        self.warnings.push(Warning::new(
            Span::new(open.start, end),
            "unclosed_quotation",
            "no closing mark: the quotation is taken to end with its paragraph",
        ));
        self.keep(open, end, false);
    }

    /// Ends the open quotation, whose closing mark is missing in a very long block, after its
    /// sentence.
    fn cut(&mut self) {
        let Some(open) = &mut self.open else { return };
        let rest = &self.source[open.segment..];
        let limit = rest.floor_char_boundary(1_000);
        let words = &rest[..limit];
        let end = words
            .char_indices()
            .find(|&(at, c)| {
                matches!(c, '.' | '!' | '?') && !words[at + 1..].starts_with(char::is_alphanumeric)
            })
            .map(|(at, _)| at + 1)
            .or_else(|| words.rfind(' '));
        match end {
            Some(end) => {
                let end = open.segment + end;
                open.push(self.source, end);
                self.finish_open();
            }
            None => self.open = None,
        }
    }
}

impl Open {
    fn at(mark: &Mark) -> Open {
        Open {
            start: mark.start,
            style: mark.style,
            segment: mark.end,
            segments: Vec::new(),
            depth: 0,
            nested_close: None,
            markup: mark.before == '=',
        }
    }

    /// Ends the segment at `end`, if it holds any words.
    fn push(&mut self, source: &str, end: usize) {
        let segment = Span::new(self.segment, end.max(self.segment)).trimmed(source);
        if !segment.is_empty() {
            self.segments.push(segment);
        }
        self.nested_close = None;
    }
}

/// Whether a mark at `at` stands after a sentence that started at or after `from`.
fn after_sentence(source: &str, from: usize, at: usize) -> bool {
    let before = &source[from.min(at)..at];
    let words = before.trim_end();
    words.len() < before.len() && words.ends_with(['.', '!', '?', '…'])
}

/// Whether the next paragraph starts with an opening mark.
fn next_reopens(source: &str, following: &[Block]) -> bool {
    following
        .iter()
        .take(6)
        .find(|b| !matches!(b.kind, BlockKind::Noise | BlockKind::Furniture | BlockKind::Row))
        .is_some_and(|block| {
            let text = block.content(source).of(source);
            text.starts_with(['\'', '‘', '’', '`', '“', '"'])
                || text.starts_with("&lsquo;")
                || text.starts_with("&#39;")
                || text.starts_with("â€˜")
        })
}

/// How surely a single mark closes a quotation rather than being an apostrophe.
enum Closing {
    Certain,
    /// It may be the apostrophe of a plural possessive.
    Possible,
    Never,
}

fn closing(source: &str, content: Span, mark: &Mark, next: Option<&Mark>) -> Closing {
    let tail = &source[mark.end..content.end()];
    let follows = tail.trim_start();
    let word_end = follows.find(|c: char| !c.is_alphabetic()).unwrap_or(follows.len());
    let word = &follows[..word_end];
    let before = &source[content.start()..mark.start];
    if dropped_g(before) {
        if follows.starts_with(char::is_lowercase) || tail.starts_with(", ") {
            return Closing::Possible;
        }
        // 'we're stayin'.'
        let stop = tail.starts_with(['.', '!', '?', ',']);
        if stop && next.is_some_and(|next| next.start == mark.end + 1 && next.side == Side::Close) {
            return Closing::Never;
        }
    }
    if !matches!(mark.before, 's' | 'S' | 'z' | 'x') {
        return Closing::Certain;
    }
    let doubled = next.is_some_and(|next| {
        next.start == mark.end && next.style == Style::Single && next.side == Side::Close
    });
    if doubled {
        return Closing::Never;
    }
    let apart = follows.len() < tail.len();
    if !apart || word.is_empty() {
        return Closing::Certain;
    }
    if FOLLOWS_QUOTATION.binary_search(&word.to_lowercase().as_str()).is_ok() {
        return Closing::Certain;
    }
    Closing::Possible
}

/// Whether the text ends in a word that has lost its last letter: 'talkin''.
fn dropped_g(before: &str) -> bool {
    let stem = before.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let word = &before[stem.len()..];
    ["bein", "doin", "goin"].contains(&word)
        || word.len() > 4
            && word.ends_with("in")
            && !word.ends_with("ain")
            && !word.ends_with("gin")
}

#[cfg(test)]
mod tests {
    use super::super::read;

    /// The segments of each quotation, joined by ' | ', with ' …' after an unclosed one.
    fn found(source: &str) -> Vec<String> {
        read(source)
            .quotations
            .iter()
            .map(|q| {
                let words: Vec<_> = q.segments.iter().map(|s| s.of(source)).collect();
                words.join(" | ") + if q.closed { "" } else { " …" }
            })
            .collect()
    }

    #[track_caller]
    fn pairs(source: &str, expected: &[&str]) {
        assert_eq!(found(source), expected, "{source}");
    }

    #[test]
    fn every_kind_of_mark() {
        for text in [
            "She said: “We know.” He left.",
            "She said: \"We know.\" He left.",
            "She said: «We know.» He left.",
            "She said: ``We know.'' He left.",
            "She said: „We know.” He left.",
            "She said: ‘We know.’ He left.",
            "She said: 'We know.' He left.",
            "She said: &ldquo;We know.&rdquo; He left.",
            "She said: &quot;We know.&quot; He left.",
            "She said: &#8216;We know.&#8217; He left.",
            "She said: â€œWe know.â€\u{9d} He left.",
            "She said: â€œWe know.â€ He left.",
            "She said: â€˜We know.â€™ He left.",
            "She said: “We know.\" He left.",
            "She said: \"We know.” He left.",
            "She said: “We know.“ He left.",
            "She said: ”We know.” He left.",
            "She said:\"We know.\"He left.",
            "She said: ““We know.” He left.",
            "She said: ''We know.'' He left.",
            "She said: ‘‘We know.’’ He left.",
        ] {
            pairs(text, &["We know."]);
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        pairs("The girls' and boys' rooms, the governors' office weren't ready for the '90s.", &[]);
        pairs("They ate fish 'n' chips 'til late and played rock ‘n’ roll at St Giles' hall.", &[]);
        pairs(
            "The fence is 6' 2\" high and the gate 3' 10\", a 6'2\" man said on a 12\" post.",
            &[],
        );
        pairs("The schools' 'values' and the pupils' manners.", &["values"]);
        pairs(
            "'The inspectors' words hurt, but the pupils' results don't lie', said Ann.",
            &["The inspectors' words hurt, but the pupils' results don't lie"],
        );
        pairs(
            "It was 'ours and not the social workers'' and over.",
            &["ours and not the social workers'"],
        );
        pairs(
            "''Twas the fish 'n' chips', joked Len, there since '98.",
            &["'Twas the fish 'n' chips"],
        );
        pairs("‘’Tis the season,’ said Sam.", &["’Tis the season,"]);
        pairs(
            "He said: 'They go without 'cause nobody's talkin' to anybody.'",
            &["They go without 'cause nobody's talkin' to anybody."],
        );
        pairs(
            "He said: 'We ain't goin' home, they're stayin'.' It rained.",
            &["We ain't goin' home, they're stayin'."],
        );
        pairs("â€œWeâ€™re here â€“ now,â€\u{9d} she said.", &["Weâ€™re here â€“ now,"]);
    }

    #[test]
    fn nested_marks_belong_to_the_outer_quotation() {
        pairs(
            "“When they say ‘good’ they mean it,” he said.",
            &["When they say ‘good’ they mean it,"],
        );
        pairs(
            "He said: 'The word was \"kind\". That will do.'",
            &["The word was \"kind\". That will do."],
        );
        pairs("The words were '\"unseen\" and \"unheard\"'.", &["\"unseen\" and \"unheard\""]);
        pairs(
            "“It is the “long tail” that counts,” he said. “Yes.”",
            &["It is the “long tail” that counts,", "Yes."],
        );
        pairs("“It just said ‘place withdrawn’”, she said.", &["It just said ‘place withdrawn’"]);
    }

    #[test]
    fn paragraphs_go_on() {
        pairs(
            "She said: “One is here.\n\n\"Two is here.\n\nREAD MORE: 'Bins' row\n\n“Three is.”",
            &["One is here. | Two is here. | Three is.", "Bins"],
        );
        pairs(
            "He wrote: 'Pupils' work is good.\n\n'They don't waste their teachers' time.'",
            &["Pupils' work is good. | They don't waste their teachers' time."],
        );
        pairs("He said: “One is here. “Two is here.” It ended.", &["One is here. | Two is here."]);
    }

    #[test]
    fn a_missing_mark_ends_with_the_paragraph() {
        let source = "She said: “It is hard work.\n\nOfsted found it “strong” here.";
        pairs(source, &["It is hard work. …", "strong"]);
        let mut warnings = Vec::new();
        super::super::Text::read(source, &mut warnings);
        assert_eq!(warnings.len(), 1);
        assert_eq!(warnings[0].code, "unclosed_quotation");
        pairs("He said: 'It is hard.\n\nShe said: 'It is not.'", &["It is hard. …", "It is not."]);
        pairs("She said: “It is hard.\n\nHe said: “It is not.”", &["It is hard. …", "It is not."]);
    }

    #[test]
    fn nothing_makes_the_rest_of_a_text_one_quotation() {
        let tail = "The council met. It rained all day. ".repeat(400);
        let source = format!("She said: “It is hard. {tail}");
        pairs(&source, &["It is hard. …"]);
        let source = format!("She said: “It is hard. {tail}He said “no” to it.");
        pairs(&source, &["It is hard. …", "no"]);
        for mark in ["\"", "“", "'", "”", "'a", " '", " \"x", "s' ", "‘", "“x. "] {
            let source = mark.repeat(20_000);
            assert!(read(&source).quotations.iter().all(|q| !q.segments.is_empty()), "{mark}");
        }
    }

    #[test]
    fn markup_is_not_quoted() {
        pairs("<a href=\"x.html\" id=\"7\">He said “no”</a>", &["no"]);
    }
}
