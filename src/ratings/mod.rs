//! Ratings in prose.
//!
//! | in the text | rating |
//! | --- | --- |
//! | 'was handed a rating of “**inadequate**” in December 2021' | `inadequate`, overall, `2021-12` |
//! | 'rated **inadequate** in three of four categories' | extent 3 of 4 |
//! | 'leadership and teaching were **good**' | one for each judgement |
//! | 'fell from **good** to **inadequate**' | `good`, previous; `inadequate`, current |
//! | 'pupils make **good** progress' | none |
//!
//! A sentence is looked at only where a word for a grade stands that a glance does not rule out
//! ([`glance`]). Then its words are read into grades, judgements and providers ([`Sentence`]); each
//! grade needs a [licence](licence) and must not be [refused](refusal). What it is for ([`scope`],
//! [`links`]), whom the sentence grades ([`graded`]) and when ([`when`], [`ties`]) follow from the
//! sentence; the rest follows from the whole text: who 'the school' is ([`names`], [`whose`]), which
//! inspections there were ([`visits`]) and which grades still stand ([`times`]).

mod glance;
mod graded;
mod grades;
mod judgements;
mod licence;
mod links;
mod names;
mod providers;
mod record;
mod refusal;
mod rules;
mod scope;
mod sentence;
mod sorts;
mod ties;
mod times;
mod visits;
mod when;
mod whose;
mod words;

use std::cell::OnceCell;

use crate::extractor::Reading;
use crate::framework::{self, Scale};
use crate::record::{Document, DocumentKind, Rating, Span, Voice};
use crate::scan::{Topic, Triggers};
use crate::tables::ratings::TRIGGERS as TRIGGER_WORDS;
use crate::text::{BlockKind, Text};

use sentence::Sentence;

pub(crate) use rules::RULES;

pub(crate) use words::{LISTS as WORD_LISTS, grade_starts};

pub(crate) static TRIGGERS: Triggers =
    Triggers { topic: Topic::Ratings, words: &[TRIGGER_WORDS], pieces: &[] };

/// The longest stretch that is read as one sentence; longer ones are cut.
const LONGEST: usize = 3000;
/// More grades than this in one sentence are no prose.
const MOST_GRADES: usize = 60;

/// What a text as a whole tells about its ratings.
#[derive(Clone)]
pub(crate) struct Context<'a> {
    pub text: &'a Text<'a>,
    pub document: &'a Document,
    reading: &'a Reading<'a>,
    /// Whether the text speaks of inspections.
    pub inspection: bool,
    /// The scale on which grades without a name of their own are counted.
    scale: &'static Scale,
}

impl Context<'_> {
    /// Whether `span` stands within what somebody says, more than the grade alone.
    fn in_speech(&self, span: Span) -> bool {
        self.voice_of(span).is_some_and(|voice| voice != Voice::Inspectorate)
    }

    /// The voice of the quotation around `span`; `None` outside quotations and for a grade that
    /// stands alone in its marks.
    fn voice_of(&self, span: Span) -> Option<Voice> {
        let quotes = self.reading.quotes;
        let next = quotes.partition_point(|q| q.segments[0].start() <= span.start());
        for quote in quotes[next.saturating_sub(3)..next].iter().rev() {
            let inside = quote.segments.iter().find(|segment| segment.encloses(span));
            if let Some(segment) = inside {
                let alone = segment.len() <= span.len() + 2;
                return (!alone).then_some(quote.voice);
            }
        }
        let quotation = self.text.quotation_at(span.start())?;
        let segment = quotation.segments.iter().find(|segment| segment.encloses(span))?;
        (segment.len() > span.len() + 12).then_some(Voice::Unknown)
    }

    /// Whether the text is about the report cards of November 2025.
    fn scale_is_card(&self) -> bool {
        self.scale.key == "report_card"
    }

    /// Whether the text is of an inspectorate whose lowest grade is 'poor'.
    fn grades_poor(&self) -> bool {
        self.scale.grades.iter().any(|g| g.key == "poor")
            || !matches!(
                self.document.inspectorate.as_deref(),
                Some("hmicfrs" | "ofsted" | "cqc" | "estyn")
            )
    }

    /// Whether a date stands in the sentence around `span`.
    fn dated_beside(&self, span: Span) -> bool {
        let sentence = self.text.sentences.get(self.text.sentence_at(span.start()));
        sentence.is_some_and(|s| !when::dates_in(self.reading.dates, s.span).is_empty())
    }
}

/// The ratings of a text: those of its tables first, then those of its prose.
pub(crate) fn find(reading: &Reading<'_>, tables: Vec<Rating>) -> Vec<Rating> {
    let text = reading.text;
    let context = OnceCell::new();
    let mut collected = record::Collected::default();
    let mut done: usize = 0;
    let own = own_grades(reading);
    let mut own = own.iter().copied().peekable();
    let hits = reading.scan.hits(Topic::Ratings).iter().map(|hit| hit.span.start());
    let mut hits = hits.peekable();
    loop {
        // The hits of the scan and of the user's own grades, in the order of the text.
        let (at, is_own) = match (hits.peek(), own.peek()) {
            (Some(&hit), Some(&o)) if o <= hit => (o, true),
            (Some(&hit), _) => (hit, false),
            (None, Some(&o)) => (o, true),
            (None, None) => break,
        };
        if is_own {
            own.next();
        } else {
            hits.next();
        }
        if at < done {
            continue;
        }
        let number = text.sentence_at(at);
        let Some(sentence) = text.sentences.get(number) else { continue };
        if !sentence.span.contains(at)
            || !(is_own || glance::is_worth_reading(text, sentence.span, at))
        {
            continue;
        }
        let kind = text.blocks[sentence.block].kind;
        if kind == BlockKind::Furniture {
            done = sentence.span.end();
            continue;
        }
        let span = stretch(text.source, sentence.span, at);
        done = span.end();
        let context = context.get_or_init(|| context_of(reading));
        let in_report = context.document.kind != DocumentKind::News;
        let own = reading.frameworks;
        let sentence = Sentence::read(text, span, kind, context.scale, own, in_report);
        if sentence.grades.is_empty() || sentence.grades.len() > MOST_GRADES {
            continue;
        }
        record::collect(reading, context, number, sentence, &mut collected);
    }
    let mut ratings = match context.get() {
        Some(context) => record::finish(reading, context, collected, &tables),
        None => Vec::new(),
    };
    let mut all = tables;
    // What a table's row says, or a digit beside its grade says again, is told already.
    let region = all.iter().map(|rating| rating.span).reduce(Span::to);
    let beside = |span: Span| {
        region.is_some_and(|r| r.start() <= span.start() && span.end() <= r.end() + 80)
    };
    ratings.retain(|rating| {
        !beside(rating.span)
            || rating.span.len() > 1 && !all.iter().any(|table| table.span.overlaps(rating.span))
    });
    ratings.sort_by_key(|rating| rating.span);
    all.extend(ratings);
    all
}

/// Where grades of the user's own frameworks stand.
fn own_grades(reading: &Reading<'_>) -> Vec<usize> {
    if reading.frameworks.is_empty() {
        return Vec::new();
    }
    let mut words: Vec<String> = Vec::new();
    for framework in reading.frameworks {
        let scales = framework.judgements.iter().filter_map(|j| j.scale.as_deref());
        for scale in framework.scale.as_deref().into_iter().chain(scales) {
            let first = |w: &str| w.split_whitespace().next().unwrap_or("").to_owned();
            words.extend(scale.grades.iter().flat_map(|g| g.words()).map(first));
        }
    }
    words.retain(|word| !word.is_empty());
    let finder = aho_corasick::AhoCorasick::builder().ascii_case_insensitive(true).build(&words);
    let Ok(finder) = finder else { return Vec::new() };
    finder.find_iter(reading.text.source).map(|found| found.start()).collect()
}

/// The sentence, or the part around `at` of one that is too long to be prose.
fn stretch(source: &str, sentence: Span, at: usize) -> Span {
    if sentence.len() <= LONGEST {
        return sentence;
    }
    let start = source.ceil_char_boundary(at.saturating_sub(LONGEST / 3).max(sentence.start()));
    let end = source.floor_char_boundary((at + LONGEST * 2 / 3).min(sentence.end()));
    Span::new(start, end.max(start))
}

/// Reads what the text as a whole tells.
fn context_of<'a>(reading: &'a Reading<'a>) -> Context<'a> {
    let source = reading.text.source;
    let head_end = source.len().min(200_000);
    let head = &source.as_bytes()[..head_end];
    let has = |word: &str| memchr::memmem::find(head, word.as_bytes()).is_some();
    let inspection = reading.document.kind != DocumentKind::News
        || reading.document.inspectorate.is_some()
        || [
            "nspect",
            "Ofsted",
            "OFSTED",
            "CQC",
            "Estyn",
            "watchdog",
            "Watchdog",
            "HMICFRS",
            "Care Inspectorate",
            "graded",
            " rated ",
        ]
        .iter()
        .any(|word| has(word));
    let card = (has("Ofsted") || has("report card"))
        && (has("urgent improvement")
            || has("strong standard")
            || has("Strong standard")
            || has("report card"));
    let scale_of = |id: &str| framework::find(id).and_then(|f| f.scale.as_deref());
    let scale = if card && (has("exceptional") || has("xpected standard") || has("trong standard"))
    {
        scale_of("ofsted/schools_reif_2025")
    } else if has("HMI Prisons")
        || has("Inspectorate of Prisons")
        || has("nspector of prisons")
        || has("nspector of Prisons")
        || has("healthy prison")
        || has("prisons watchdog")
    {
        scale_of("hmi_prisons/healthy_prison")
    } else if has("Care Inspectorate") && !has("Ofsted") && !has("Care Inspectorate Wales") {
        scale_of("care_inspectorate/ci_frameworks")
    } else {
        None
    };
    Context {
        text: reading.text,
        document: reading.document,
        reading,
        inspection,
        scale: scale.unwrap_or_else(grades::usual_scale),
    }
}
