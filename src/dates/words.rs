//! The words of a sentence around a date, each with the classes that it belongs to, looked up
//! once.

use std::cell::OnceCell;
use std::ops::Deref;
use std::sync::LazyLock;

use super::near;
use super::resolve::tense::{PUT_OFF, Tense, tense};
use crate::lexicon::{Classes, Lexicon};
use crate::record::Span;
use crate::tables::dates as tables;

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    text: &'t str,
    classes: u16,
}

/// What a word can be, as one bit each.
#[derive(Clone, Copy, Debug)]
#[repr(u16)]
pub(super) enum Class {
    /// 'will', 'plans'
    Ahead = 1,
    /// 'took', 'held'
    Past = 1 << 1,
    /// 'need', 'hundred'
    NotPast = 1 << 2,
    /// 'due', 'scheduled'
    Expected = 1 << 3,
    /// 'agreed', 'voted'
    Planned = 1 << 4,
    /// 'starts', 'opens'
    Scheduled = 1 << 5,
    /// 'good', 'inadequate'
    Grade = 1 << 6,
    /// 'visited', 'carried'
    Inspecting = 1 << 7,
    /// 'joined', 'opened'
    OtherEvent = 1 << 8,
    /// 'published', 'released'
    Publishing = 1 << 9,
    /// 'must', 'submit'
    Duty = 1 << 10,
    /// 'figures', 'sales'
    Figures = 1 << 11,
    /// 'votes', 'visits', of somebody named before
    Visiting = 1 << 12,
}

/// The words of these classes alone, which are few, and their classes.
static CLASSES: LazyLock<(Lexicon, Classes<u16>)> = LazyLock::new(|| {
    let lists = [
        (tables::FUTURE_WORDS, Class::Ahead),
        (tables::PAST_WORDS, Class::Past),
        (tables::NOT_PAST, Class::NotPast),
        (tables::FUTURE_PARTICIPLES, Class::Expected),
        (tables::PLANNING_PAST, Class::Planned),
        (tables::SCHEDULE_VERBS, Class::Scheduled),
        (tables::GRADES, Class::Grade),
        (tables::INSPECTING, Class::Inspecting),
        (tables::OTHER_EVENTS, Class::OtherEvent),
        (tables::PUBLISHING, Class::Publishing),
        (tables::DUTIES, Class::Duty),
        (tables::FIGURES, Class::Figures),
        (tables::VISITING, Class::Visiting),
    ];
    let words = lists.iter().flat_map(|(words, _)| words.iter().copied());
    let lexicon = Lexicon::of(words);
    let listed = lists.iter().flat_map(|(words, class)| words.iter().map(|w| (*w, *class as u16)));
    let classes = Classes::within(&lexicon, listed, |one, other| one | other);
    (lexicon, classes)
});

impl<'t> Word<'t> {
    /// The word between two bytes.
    fn new(source: &'t str, start: usize, end: usize) -> Word<'t> {
        // 'rated 'good' in May': the marks are not the word's.
        let text = source[start..end].trim_end_matches(['\'', '’']);
        let lead = text.len() - text.trim_start_matches(['\'', '’']).len();
        let text = &text[lead..];
        let (lexicon, classes) = &*CLASSES;
        let number = lexicon.number_at(source.as_bytes(), start + lead, text.len());
        Word { text, classes: classes.by_number(number) }
    }

    pub(super) fn is(self, class: Class) -> bool {
        self.classes & class as u16 != 0
    }
}

impl Deref for Word<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

/// Words that are looked at on either side.
const WORDS: usize = 22;
/// The longest words in quotation marks that a clause runs over.
const MARKED: usize = 60;

/// What stands around a date in its sentence; read when it is asked for.
pub(super) struct Around<'t> {
    pub source: &'t str,
    pub sentence: Span,
    pub span: Span,
    before: OnceCell<Vec<Word<'t>>>,
    after: OnceCell<Vec<Word<'t>>>,
    tense: OnceCell<Tense>,
}

impl<'t> Around<'t> {
    pub(super) fn new(source: &'t str, sentence: Span, span: Span) -> Around<'t> {
        let (before, after, tense) = Default::default();
        Around { source, sentence, span, before, after, tense }
    }

    /// The words before, the nearest first, up to a mark that parts clauses.
    pub(super) fn before(&self) -> &[Word<'t>] {
        self.before.get_or_init(|| words_before(self.source, self.sentence, self.span.start()))
    }

    /// The words after, up to a mark that parts clauses.
    pub(super) fn after(&self) -> &[Word<'t>] {
        self.after.get_or_init(|| words_after(self.source, self.sentence, self.span.end()))
    }

    /// Whether a verb of inspecting stands just before: 'was inspected the following week'.
    pub(super) fn tells_of_an_inspection(&self) -> bool {
        self.before().iter().take(4).any(|word| word.is(Class::Inspecting))
    }

    /// Whether something 'had' happened by then: a past before that of the story.
    pub(super) fn has_been_before(&self) -> bool {
        let had = |word: &Word<'_>| near::is_one_of(word, &["had"]);
        self.before().iter().any(had) || self.after().iter().take(6).any(had)
    }

    /// Whether those who inspect stand before: 'Inspectors visited on'.
    pub(super) fn has_inspectors(&self) -> bool {
        const THEY: &[&str] = &["inspectors", "inspector", "inspected", "inspection", "ofsted"];
        self.before().iter().any(|word| near::is_one_of(word, THEY))
    }

    /// Whether it is the time that figures are of: 'third-quarter earnings', 'sales for March'.
    pub(super) fn is_of_figures(&self) -> bool {
        let lead = self.before().iter().find(|word| !near::is_one_of(word, &["the", "its"]));
        lead.is_some_and(|word| near::is_one_of(word, &["for"]))
            || self.after().iter().take(3).any(|word| word.is(Class::Figures))
    }

    /// Whether what was fixed for the date has been moved: 'the March 4 hearing was postponed'.
    pub(super) fn is_put_off(&self) -> bool {
        self.after().iter().take(5).any(|word| near::is_one_of(word, PUT_OFF))
    }

    /// Whether it is told as a plan of the past, which may have come about, or not, or be to come:
    /// 'was due to open in September', 'had said it would close in July', 'was given until
    /// 1 October to comply, but failed'.
    pub(super) fn was_planned(&self) -> bool {
        let one_of = |word: &Word<'_>, words: &[&str]| near::is_one_of(word, words);
        let was = |words: &[Word<'_>]| {
            one_of(&words[1], &["was", "were"])
                && (words[0].is(Class::Expected) || one_of(&words[0], &["meant", "to"]))
        };
        let would = self.before().iter().position(|word| one_of(word, &["would"]));
        let had = |at: usize| self.before()[at..].iter().any(|word| one_of(word, &["had"]));
        let failed = |words: &[Word<'_>]| {
            one_of(&words[0], &["but"]) && one_of(&words[1], &["did", "failed", "had", "missed"])
        };
        self.before().windows(2).any(was)
            || would.is_some_and(had)
            || self.after().windows(2).take(8).any(failed)
    }

    /// Whether somebody is given until the date: 'giving the trust until 30 November'.
    pub(super) fn is_given(&self) -> bool {
        self.before().first().is_some_and(|word| near::is_one_of(word, &["until", "till"]))
            && self.before().iter().take(6).any(|word| near::is_one_of(word, &["gave", "giving"]))
    }

    /// Whether the date lies before or after its text.
    pub(super) fn tense(&self) -> Tense {
        *self.tense.get_or_init(|| tense(self))
    }
}

fn words_before(source: &str, sentence: Span, at: usize) -> Vec<Word<'_>> {
    let floor = sentence.start().min(at);
    let from = source.ceil_char_boundary(at.saturating_sub(200).max(floor));
    let mut words = Vec::with_capacity(WORDS);
    let mut end = at;
    // Words in marks are passed over when they are few: 'rated “inadequate” in May'.
    let mut marked: Option<usize> = None;
    for (offset, c) in source[from..at].char_indices().rev() {
        let place = from + offset;
        let next = place + c.len_utf8();
        if c.is_alphanumeric() || (matches!(c, '\'' | '’') && end > next) {
            continue;
        }
        if next < end {
            words.push(Word::new(source, next, end));
        }
        end = place;
        // 'until 23:59 on Wednesday'
        let digit = |at: usize| source.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        let clock = c == ':' && digit(place.wrapping_sub(1)) && digit(next);
        if words.len() >= WORDS || matches!(c, ';' | ':') && !clock {
            return words;
        }
        if matches!(c, '“' | '”' | '"') {
            match marked {
                Some(close) if close - place < MARKED => marked = None,
                Some(_) => return words,
                None if c == '“'
                    || near::char_after(source, next).is_some_and(char::is_alphanumeric) =>
                {
                    return words;
                }
                None => marked = Some(place),
            }
        }
    }
    if from < end && from == floor {
        words.push(Word::new(source, from, end));
    }
    words
}

fn words_after(source: &str, sentence: Span, at: usize) -> Vec<Word<'_>> {
    let to = source.floor_char_boundary((at + 160).min(sentence.end().max(at)));
    let mut words = Vec::with_capacity(WORDS);
    let mut start = at;
    for (offset, c) in source[at..to].char_indices() {
        if c.is_alphanumeric() || (matches!(c, '\'' | '’') && start < at + offset) {
            continue;
        }
        if start < at + offset {
            words.push(Word::new(source, start, at + offset));
        }
        start = at + offset + c.len_utf8();
        if matches!(c, ';' | '“' | '”' | '"') || words.len() >= WORDS {
            return words;
        }
    }
    if start < to {
        words.push(Word::new(source, start, to));
    }
    words
}
