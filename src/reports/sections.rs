//! Grades of a report outside its first table.
//!
//! | printed | rule |
//! | --- | --- |
//! | 'Standards: Good', 'Leadership and management   Good   2', a label over its grade | [`HEADING`] |
//! | 'Achievement and standards / Grade: 3' | [`HEADING`] |
//! | 'The quality of the pupils’ personal development is excellent.' | [`SENTENCE`] |
//! | 'This is a school that requires improvement', 'This provision is good' | [`VERDICT`] |
//! | 'Pupils’ attainment     3', '1.1 People experience compassion     5 - Very Good' | [`ROW`] |
//!
//! Labels and grades are those of the report's own framework.

use std::borrow::Cow;

use super::layout::Opened;
use super::page::{find_folded, folded, past_folded};
use super::pattern::Pattern;
use super::printed::Phrases;
use super::{Report, rating, table};
use crate::record::{Rating, Span, Time};
use crate::rule::{Rule, reads};

pub(super) const HEADING: Rule = Rule {
    name: "rating.printed_heading",
    about: "A judgement with its grade at the head of a section of a report",
    reads: &[
        reads(
            "Marlow School\n\nInspection dates    12–13 June 2018\n\nOutcomes for pupils      Outstanding\n\nPupils read widely, and they write with care for readers of all kinds.\nThey count and measure with confidence, and they enjoy hard problems.\nThey run a bakery, from which their families buy bread each Friday noon.\n\nQuality of teaching, learning and assessment     [[Good]]\n\nTeachers plan well.\n\nEffectiveness of leadership and management\n\n[[Requires improvement]]\n",
            "",
        ),
        reads(
            "Marlow Primary School\nInspection Report\nUnique reference number  999999\nInspection dates  14–15 March 2007\nReporting inspector  Ann Day\n\nAchievement and standards\nGrade: [[3]]\nStandards are average.\n\nTeaching and learning\nGrade: [[2]]\n",
            "",
        ),
    ],
    leaves: &[
        "A report on\nYsgol Marlow\nMill Lane\nDate of inspection: March 2019\nby Estyn, Her Majesty’s Inspectorate for Education\n\nStandards\n\nGood relationships help pupils to learn.\n",
    ],
};

pub(super) const SENTENCE: Rule = Rule {
    name: "rating.printed_sentence",
    about: "A paragraph of a report that begins with a judgement of its framework and states its grade",
    reads: &[
        reads(
            "Independent Schools Inspectorate\nFocused Compliance and Educational Quality Inspection Report\nMarlow School\nInspection dates: 5 to 7 November 2019\n\n3.1 The quality of the pupils’ personal development is [[excellent]].\n",
            "excellent quality of the pupils’ personal development current 2019-11-05/2019-11-07",
        ),
        reads(
            "Marlow Care Home\nCare Home Service\n\nType of inspection: Unannounced\nCompleted on: 12 March 2019\nService provided by: Marlow Care\n\nHow good is our setting?\n\nWe evaluated this key question as [[very good]], because of major strengths.\n",
            "very_good How good is our setting? current 2019-03-12",
        ),
    ],
    leaves: &[
        "Independent Schools Inspectorate\nFocused Compliance and Educational Quality Inspection Report\nMarlow School\nInspection dates: 5 to 7 November 2019\n\n3.1 The quality of the pupils’ personal development is good for their age.\n",
    ],
};

pub(super) const VERDICT: Rule = Rule {
    name: "rating.printed_verdict",
    about: "The line that states the grade of the whole provider: 'This is a good school'",
    reads: &[
        reads(
            "Marlow School\n\nInspection dates    12–13 June 2018\n\nOutcomes for pupils      Good\nEffectiveness of leadership and management     Good\n\nThis is a school that [[requires improvement]]\n",
            "requires_improvement overall current",
        ),
        reads(
            "Marlow Nursery\nInspection date    12 June 2018\nThe quality and standards of the early years provision\n\nThis provision is [[outstanding]]\n",
            "outstanding overall current",
        ),
        reads(
            "Marlow School\nInspection report\n\nUnique reference number   999999\nInspection dates   19–20 January 2010\nReporting inspector   Ann Day\n\nInspection grades: 1 is outstanding, 2 is good, 3 is satisfactory, and 4 is inadequate\n\nDear Pupils\n\nThank you for making us welcome. Yours is a [[good]] school.\n",
            "good overall current",
        ),
    ],
    leaves: &[
        "Marlow School\n\nInspection dates    12–13 June 2018\n\nOutcomes for pupils      Good\nEffectiveness of leadership and management     Good\n\nThis is a good school for pupils who like music.\n",
    ],
};

pub(super) const ROW: Rule = Rule {
    name: "rating.printed_row",
    about: "A row of the tables of detailed judgements: an aspect and its grade in figures",
    reads: &[
        reads(
            "Marlow School\nInspection report\n\nUnique reference number   999999\nInspection dates   19–20 January 2010\nReporting inspector   Ann Day\n\nInspection grades: 1 is outstanding, 2 is good, 3 is satisfactory, and 4 is inadequate\n\nThese are the grades for pupils’ outcomes\n\nPupils’ attainment     [[3]]\nThe extent to which pupils feel safe     [[1]]\n",
            "",
        ),
        reads(
            "Marlow Care Home\nCare Home Service\n\nType of inspection: Unannounced\nCompleted on: 12 March 2019\nService provided by: Marlow Care\n\nDetailed evaluations\n\n1.1 People experience compassion     [[5 - Very Good]]\n",
            "very_good People experience compassion current 2019-03-12",
        ),
    ],
    leaves: &[
        "Marlow School\nInspection report\n\nUnique reference number   999999\nInspection dates   19–20 January 2010\nReporting inspector   Ann Day\n\nPupils’ attainment     3\n",
    ],
};

/// Reads the grades that stand after the first table.
pub(super) fn read(opened: &Opened<'_, '_>, phrases: &Phrases, report: &mut Report) {
    let mut reader =
        Reader { opened, phrases, found: Vec::new(), rows: phrases.six(), asked: None };
    for number in 0..opened.page.lines.len() {
        reader.line(number);
    }
    let before = report.ratings.len();
    for rating in reader.found {
        if !report.ratings[..before].iter().any(|known| known.span.overlaps(rating.span)) {
            report.ratings.push(rating);
        }
    }
}

struct Reader<'r, 'p, 't> {
    opened: &'r Opened<'p, 't>,
    phrases: &'r Phrases,
    found: Vec<Rating>,
    /// Whether rows with a figure are of a table of judgements.
    rows: bool,
    /// The judgement that the heading over a line is on.
    asked: Option<(usize, &'static str, Span)>,
}

/// A grade and where it stands.
type Graded = (&'static str, Span);

impl Reader<'_, '_, '_> {
    fn line(&mut self, number: usize) {
        let page = &self.opened.page;
        let line = page.lines[number].span;
        let text = page.line(number);
        if self.phrases.numbered {
            self.rows |= find_folded(text, "1 is outstanding").is_some()
                || past_folded(text, "these are the grades").is_some();
            self.rows &= !text.starts_with("Glossary");
        }
        let lead =
            text.len() - text.trim_start_matches(|c: char| !(c.is_alphabetic() || c == '‘')).len();
        let from = [line.start(), line.start() + lead]
            .into_iter()
            .find_map(|from| Some((from, self.label(from)?)));
        if let Some((from, (key, label))) = from {
            debug_assert!(from <= label.start());
            let graded = self.heading(label);
            let asks = |rest: &str| rest.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
            if graded.is_some() || page.text.source.get(label.end()..line.end()).is_some_and(asks) {
                self.asked = Some((number, key, label));
            }
            if let Some((grade, span)) = graded {
                return self.push(Some(key), vec![label], grade, span, &HEADING);
            }
            let many = label.of(page.text.source).contains(char::is_whitespace);
            if many && let Some((grade, span)) = self.sentence(label) {
                return self.push(Some(key), vec![label], grade, span, &SENTENCE);
            }
        }
        if let Some((heading, key, label)) = self.asked
            && number - heading < ANSWERED
            && self.answers(number, key, label)
        {
            return;
        }
        if let Some((grade, span)) = self.verdict(number) {
            return self.push(Some("overall"), Vec::new(), grade, span, &VERDICT);
        }
        if self.rows {
            self.row(number);
        }
    }

    fn push(
        &mut self,
        key: Option<&'static str>,
        label: Vec<Span>,
        grade: &'static str,
        span: Span,
        rule: &Rule,
    ) {
        let row = table::Row { key: key.unwrap_or(""), label, grade, span };
        let mut found = rating(self.opened, &row, rule);
        if let Some(judgement) = found.judgement.as_mut() {
            judgement.key = key.map(Cow::Borrowed);
        }
        self.found.push(found);
    }

    /// The longest label that stands at byte `from`, without an article.
    fn label(&self, from: usize) -> Option<(&'static str, Span)> {
        let source = self.opened.page.text.source;
        let text = &source[from..];
        let article = past_folded(text, "the ").unwrap_or(0);
        let text = &text[article..];
        let initial = text.chars().next()?.to_lowercase().next()?;
        self.phrases
            .labels
            .iter()
            .filter(|(_, key)| !matches!(*key, "this" | table::PREVIOUS | ""))
            .map(|(words, key)| (words.strip_prefix("the ").unwrap_or(words), *key))
            .filter(|(words, _)| words.starts_with(initial))
            .filter_map(|(words, key)| Some((past_folded(text, words)?, key)))
            .filter(|(len, _)| !text[*len..].starts_with(char::is_alphanumeric))
            .max_by_key(|(len, _)| *len)
            .map(|(len, key)| {
                let start = from + article;
                let asks = usize::from(text[len..].starts_with('?'));
                (key, Span::new(start, start + len + asks))
            })
    }

    /// The grade that stands at byte `from`: the longest of the scale's.
    fn grade(&self, from: usize) -> Option<Graded> {
        let text = self.opened.page.text.source.get(from..)?;
        let spelled = self
            .phrases
            .grades
            .iter()
            .filter_map(|(words, key)| Some((past_folded(text, words)?, *key)))
            .filter(|(len, _)| !text[*len..].starts_with(char::is_alphanumeric))
            .max_by_key(|(len, _)| *len)
            .filter(|(_, key)| !key.is_empty());
        if let Some((len, key)) = spelled {
            return Some((key, Span::new(from, from + len)));
        }
        // 'Rating: Good'
        if let Some(word) = past_folded(text, "rating: ") {
            return self.grade(from + word);
        }
        // 'Grade: 2'
        let word = past_folded(text, "grade").filter(|_| self.phrases.numbered)?;
        let digits = text[word..].trim_start_matches(|c: char| c.is_whitespace() || c == ':');
        let start = from + text.len() - digits.len();
        self.digit(Span::new(start, start + 1)).filter(|_| {
            !digits.get(1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        })
    }

    /// The grade that a figure stands for.
    fn digit(&self, span: Span) -> Option<Graded> {
        let [digit @ b'1'..=b'9'] = self.opened.page.text.source.as_bytes().get(span.range())?
        else {
            return None;
        };
        let key = self.phrases.digits.get(usize::from(digit - b'1'))?;
        Some((key, span))
    }

    /// Whether nothing but a figure or a mark stands after byte `end` on its line.
    fn closes(&self, end: usize) -> bool {
        let page = &self.opened.page;
        let line = page.lines[page.line_at(end.saturating_sub(1))].span;
        let rest = page.text.source.get(end..line.end()).unwrap_or("").trim();
        rest.len() < 8 && !rest.contains(char::is_alphabetic) && !rest.contains('.')
    }

    /// The grade beside or under a label that is all that its line says.
    fn heading(&self, label: Span) -> Option<Graded> {
        let page = &self.opened.page;
        let source = page.text.source;
        let number = page.line_at(label.end().saturating_sub(1));
        let line = page.lines[number].span;
        // A label amid other words is no heading.
        let first = page.lines[page.line_at(label.start())].span;
        let lead = &source[first.start()..label.start()];
        if lead.len() > 8 {
            return None;
        }
        let rest = source.get(label.end()..line.end())?;
        let mark = |c: char| {
            c.is_whitespace() || matches!(c, ':' | '?' | '-' | '–' | '|' | '¹' | '²' | '³')
        };
        let beside = rest.trim_start_matches(mark);
        if !beside.is_empty() {
            let from = line.end() - beside.len();
            return self.grade(from).filter(|(_, span)| self.closes(span.end()));
        }
        if self.phrases.card {
            return None;
        }
        let next =
            page.lines.get(number + 1).filter(|next| next.gap <= 2 && next.span.len() < 60)?;
        let found = self.grade(next.span.start()).filter(|(_, span)| self.closes(span.end()))?;
        // Two grades under one label are of two columns, whose heads are not known, or the labels of
        // all of them stand above.
        let last = page.line_at(found.1.end().saturating_sub(1));
        let after = page.lines.get(last + 1).map(|line| line.span.start());
        let graded = after.and_then(|start| self.grade(start));
        if graded.is_some_and(|(_, span)| span.len() > 1 && self.closes(span.end())) {
            return None;
        }
        Some(found)
    }

    /// The grade of 'LABEL is good', where the sentence or its clause ends.
    fn sentence(&self, label: Span) -> Option<Graded> {
        let source = self.opened.page.text.source;
        let tail = super::page::cut(&source[label.end()..], 200);
        let lead = STATES.end(tail)?;
        let (key, span) = self.grade(label.end() + lead)?;
        let rest = super::page::cut(&source[span.end()..], 24);
        let stops = rest.starts_with(['.', ',', ';', ':'])
            || rest.starts_with(['\n', '\r']) && self.closes_block(span.end())
            || rest.is_empty()
            || past_folded(rest, " because").is_some()
            || past_folded(rest, " overall").is_some();
        stops.then_some((key, span))
    }

    /// Whether the line that ends at byte `end` ends its paragraph.
    fn closes_block(&self, end: usize) -> bool {
        let page = &self.opened.page;
        let next = page.lines.get(page.line_at(end.saturating_sub(1)) + 1);
        next.is_none_or(|next| {
            next.gap > 0 || !next.span.of(page.text.source).starts_with(char::is_lowercase)
        })
    }

    /// Takes what a sentence under a key question tells of its grade: 'We evaluated this key question
    /// as good', 'At our last inspection we rated this key question good. At this inspection the
    /// rating has changed to inadequate.'
    fn answers(&mut self, number: usize, key: &'static str, label: Span) -> bool {
        let page = &self.opened.page;
        let start = page.lines[number].span.start();
        let text = super::page::cut(&page.text.source[start..], 320);
        let graded = |lead: usize| {
            let (grade, span) = self.grade(start + lead)?;
            let rest = super::page::cut(&page.text.source[span.end()..], 12);
            let stops = rest.is_empty()
                || rest.starts_with(['.', ',', ';', ':', '\n', '\r'])
                || [" because", " as ", " where", " and "]
                    .iter()
                    .any(|word| past_folded(rest, word).is_some());
            stops.then_some((grade, span))
        };
        let (mut now, mut before) = (None, None);
        if text.starts_with("We ") {
            now = EVALUATED.end(text).and_then(graded);
        } else if text.starts_with("At ") {
            before = LAST.end(text).and_then(graded);
            now = CHANGED.end(text).filter(|_| text.contains("key question")).and_then(graded);
        }
        if let Some((grade, span)) = before {
            self.push(Some(key), vec![label], grade, span, &SENTENCE);
            if let Some(rating) = self.found.last_mut() {
                rating.time = Time::Previous;
                rating.date = self.opened.previous.iter().find_map(super::value_of);
            }
        }
        if let Some((grade, span)) = now {
            self.push(Some(key), vec![label], grade, span, &SENTENCE);
        }
        now.is_some() || before.is_some()
    }

    /// The grade of the line on the provider as a whole.
    fn verdict(&self, number: usize) -> Option<Graded> {
        let page = &self.opened.page;
        if self.opened.layout?.inspectorate != "ofsted" {
            return None;
        }
        let line = page.lines[number].span;
        let text = page.line(number);
        let opens = ["This ", "The ", "It "].iter().any(|word| text.starts_with(word));
        let yours = ["Yours is a", "Your school is a"].iter().find_map(|words| text.find(words));
        let lead = if let Some(at) = yours {
            THIS_IS.end(&text[at..]).map(|lead| at + lead)
        } else if opens && text.len() <= 140 {
            [&THIS_IS, &PROVISION].into_iter().find_map(|pattern| pattern.end(text))
        } else {
            // 'Marlow is a satisfactory school.'
            let name = self.opened.provider.as_ref()?.name.split(' ').next()?;
            let named = name.len() > 3 && text.strip_prefix(name)?.starts_with(' ');
            NAMED_IS.end(text).filter(|_| named)
        };
        let (key, span) = self.grade(line.start() + lead?)?;
        let rest = &page.text.source[span.end()..line.end()];
        let noun = rest.trim_start();
        let provider = PROVIDERS.iter().find_map(|provider| noun.strip_prefix(*provider));
        let whole = match provider {
            Some(after) => {
                after.is_empty() || after.starts_with(['.', ',']) || after.starts_with(" because")
            }
            None => {
                noun.is_empty()
                    || noun.starts_with("because")
                    || noun.starts_with('.')
                    || noun.starts_with("and Ofsted")
            }
        };
        // 'This is a good' goes on in the next line.
        let hangs = noun.is_empty() && text.contains("is a ") && !text.contains(" that ");
        (whole && !hangs).then_some((key, span))
    }

    /// A row with a figure at its end, or alone between the lines of its label.
    fn row(&mut self, number: usize) {
        let page = &self.opened.page;
        let source = page.text.source;
        let cells: Vec<Span> = page.cells(number).take(4).collect();
        let Some(last) = cells.last().copied() else { return };
        let graded = if self.phrases.numbered {
            self.digit(last)
        } else {
            let figure = last.of(source).starts_with(|c: char| c.is_ascii_digit());
            self.grade(last.start()).filter(|(_, span)| figure && span.end() == last.end())
        };
        let Some((grade, span)) = graded else { return };
        let (mut label, end) = match cells[..] {
            [_] => (Vec::new(), number),
            [first, _] => (vec![first], number),
            // '1.1' may be a cell of its own.
            [lead, first, _] if !lead.of(source).contains(char::is_alphabetic) => {
                (vec![first], number)
            }
            _ => return,
        };
        // The lines before it that have no figure of their own.
        let open = |label: &[Span]| {
            label.first().is_none_or(|span| span.of(source).starts_with(char::is_lowercase))
        };
        let mut above = number;
        while open(&label)
            && above > 0
            && number - above < 3
            && page.lines[above].gap <= usize::from(label.is_empty())
        {
            above -= 1;
            let mut cells = page.cells(above);
            let (Some(first), None) = (cells.next(), cells.next()) else { break };
            if first.len() > 110 || first.of(source).ends_with(['.', '?']) {
                break;
            }
            label.insert(0, first);
        }
        if cells.len() == 1 {
            let below = page.lines.get(end + 1).map(|line| line.span);
            let low = |span: &Span| span.of(source).starts_with(char::is_lowercase);
            label.extend(below.filter(|span| low(span) && span.len() < 110));
        }
        let Some(first) = label.first_mut() else { return };
        let lead = first.of(source);
        let bare = lead.trim_start_matches(|c: char| !c.is_alphabetic());
        *first = Span::new(first.start() + lead.len() - bare.len(), first.end());
        let words: Vec<String> = label.iter().map(|part| folded(part.of(source))).collect();
        let words = words.join(" ");
        if words.len() < 8 || words.contains("....") {
            return;
        }
        let key = self
            .phrases
            .labels
            .iter()
            .map(|(label, key)| (label.strip_prefix("the ").unwrap_or(label), *key))
            .filter(|(label, _)| {
                words.strip_prefix("the ").unwrap_or(&words).starts_with(label) && label.len() > 12
            })
            .max_by_key(|(label, _)| label.len())
            .map(|(_, key)| key);
        self.push(key, label, grade, span, &ROW);
    }
}

/// What stands between a label and its grade in a sentence.
static STATES: Pattern = Pattern::new(
    r"(?is)\A(?:\s(?:of|in|at|for)\s[^.;:?!]{2,70}?)?\s(?:is|are|remains?)\s(?:(?:now|still|again|judged|found|to|be|as|overall)\s)*",
);
/// What tells the grade of a key question under it.
static EVALUATED: Pattern = Pattern::new(
    r"\AWe\s(?:have\s)?(?:evaluated|rated|judged|graded)\s(?:this\skey\squestion|this\squestion|it)\s(?:as\s|to\sbe\s)?",
);
/// What tells the one that it had before.
static LAST: Pattern = Pattern::new(
    r"(?s)\AAt\s(?:our|the)\s(?:last|previous)\s(?:comprehensive\s)?(?:assessment|inspection),?\s(?:we\srated\sthis\skey\squestion\s(?:as\s)?|this\skey\squestion\swas\srated\s(?:as\s)?)",
);
/// What tells that it has another now, or the same.
static CHANGED: Pattern = Pattern::new(
    r"(?s)\A[^.]{0,160}(?:\.\s)?At\sthis\s(?:assessment|inspection),?\s(?:the\srating|this\skey\squestion)\shas\s(?:now\s)?(?:changed|remained|improved|deteriorated|declined)\s(?:to\s|as\s)?",
);
/// How many lines below a key question its grade may be told.
const ANSWERED: usize = 12;

/// 'This is a', 'This is a school that', and in a letter to pupils 'Yours is a'.
static THIS_IS: Pattern = Pattern::new(
    r"\A(?:This|It|Yours|Your\sschool)\sis\san?\s(?:(?:school|college|provider|nursery|pre-school|academy|centre|setting)\s(?:that|which)\s)?",
);
/// 'Marlow Primary School is a'.
static NAMED_IS: Pattern = Pattern::new(r"\A[^.,;:]{4,70}?\sis\san?\s");
/// 'This provision is', 'The provision', 'This college'.
static PROVISION: Pattern = Pattern::new(
    r"\A(?:(?:This|The)\s(?:provision|setting|childminder)|This\s(?:school|college|provider))\s(?:is\s)?",
);
/// What is called by its grade as a whole.
const PROVIDERS: [&str; 12] = [
    "school",
    "college",
    "provider",
    "nursery",
    "pre-school",
    "academy",
    "centre",
    "setting",
    "childminder",
    "children’s home",
    "primary school",
    "secondary school",
];
