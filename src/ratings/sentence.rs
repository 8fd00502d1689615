//! A sentence with everything in it that a rating is made of.

use super::grades::{self, Form, GradeWords};
use super::judgements::{self, JudgementWords};
use super::providers::{self, Mention, MentionKind};
use super::words::{Class, Word, words};
use crate::framework::{Framework, Scale};
use crate::record::Span;
use crate::text::{BlockKind, Text};

/// A sentence, read for ratings.
pub(super) struct Sentence<'t> {
    pub words: Vec<Word<'t>>,
    pub grades: Vec<GradeWords>,
    pub judgements: Vec<JudgementWords>,
    pub mentions: Vec<Mention>,
    pub kind: BlockKind,
    pub span: Span,
}

impl<'t> Sentence<'t> {
    pub(super) fn read(
        text: &Text<'t>,
        span: Span,
        kind: BlockKind,
        scale: &'static Scale,
        own: &[Framework],
        in_report: bool,
    ) -> Sentence<'t> {
        let words = words(text, span);
        let grades = grades::find(&words, scale, own);
        let mut sentence =
            Sentence { words, grades, judgements: Vec::new(), mentions: Vec::new(), kind, span };
        sentence.drop_other_uses();
        if sentence.grades.is_empty() || in_report && !sentence.grades_in_report() {
            sentence.grades.clear();
            return sentence;
        }
        sentence.judgements = judgements::find(&sentence.words, own);
        sentence.mentions = providers::find(text.source, &sentence.words);
        sentence.settle_overlaps();
        sentence
    }

    /// The judgements of a sentence without grades, for one that goes on from another.
    pub(super) fn plain(text: &Text<'t>, span: Span) -> Sentence<'t> {
        let words = words(text, span);
        let judgements = judgements::find(&words, &[]);
        let kind = BlockKind::Paragraph;
        Sentence { words, grades: Vec::new(), judgements, mentions: Vec::new(), kind, span }
    }

    /// Whether a sentence of a report may give a grade: its prose praises and faults with the
    /// same words.
    fn grades_in_report(&self) -> bool {
        self.grades.iter().any(|g| g.quoted || g.form != Form::Common || self.words[g.first].apart)
            || self.words.iter().any(|w| {
                w.of(Class::RATING_VERB)
                    || w.of(Class::RATING_NOUN)
                    || w.any(&[
                        ":",
                        "remains",
                        "remain",
                        "remained",
                        "continues",
                        "still",
                        "overall",
                        "this",
                        "found",
                        "previous",
                    ])
            })
    }

    /// Drops words of grades that are plainly used for something else: 'effective' without
    /// safeguarding, 'met' without a standard.
    fn drop_other_uses(&mut self) {
        let has = |list: &[&str]| self.words.iter().any(|w| w.any(list));
        let safeguarding = has(&["safeguarding"]);
        let standards = safeguarding
            || has(&["standards", "standard", "requirements", "requirement", "outcome", "those"]);
        let words = &self.words;
        // 'how good the leadership is' asks, and grades nothing.
        let asked = |grade: &GradeWords| {
            grade.form == Form::Common
                && grade.first.checked_sub(1).is_some_and(|i| words[i].is("how"))
        };
        self.grades.retain(|grade| match grade.form {
            Form::Common => !asked(grade),
            Form::Effective => safeguarding,
            Form::Met => standards,
            _ => true,
        });
    }

    /// One stretch of words is one thing: a grade before all, a provider's full name before a
    /// judgement, a judgement before capitals and common nouns.
    fn settle_overlaps(&mut self) {
        let overlaps = |a: usize, b: usize, c: usize, d: usize| a < d && c < b;
        let grades = &self.grades;
        self.judgements
            .retain(|j| !grades.iter().any(|g| overlaps(j.core.0, j.core.1, g.first, g.end)));
        let strong: Vec<(usize, usize)> = self
            .mentions
            .iter()
            .filter(|m| m.kind != MentionKind::Capitals && m.end - m.first > 1)
            .map(|m| (m.first, m.end))
            .collect();
        self.judgements.retain(|j| {
            !strong.iter().any(|&(first, end)| {
                first <= j.core.0 && j.core.1 <= end && j.core.1 - j.core.0 < end - first
            })
        });
        for judgement in &mut self.judgements {
            // A name inside the words taken in before a judgement ends them.
            for &(first, end) in &strong {
                if overlaps(judgement.first, judgement.core.0, first, end) {
                    judgement.first = judgement.core.0;
                }
            }
            if grades.iter().any(|g| overlaps(judgement.first, judgement.core.0, g.first, g.end)) {
                judgement.first = judgement.core.0;
            }
        }
        let judgements = &self.judgements;
        // 'inadequate for providing safe and well-led services'
        let words = &self.words;
        self.mentions.retain(|m| {
            let kind_of_service = words[m.first].any(&["services", "service", "care"])
                && judgements.iter().any(|j| j.end == m.first);
            !kind_of_service || m.kind != MentionKind::Common
        });
        self.mentions.retain(|m| {
            !grades.iter().any(|g| overlaps(m.first, m.end, g.first, g.end))
                && !(m.kind != MentionKind::Name
                    && judgements.iter().any(|j| overlaps(m.first, m.end, j.first, j.end)))
        });
    }

    /// The word at `at`, if there is one.
    pub(super) fn word(&self, at: usize) -> Option<&Word<'t>> {
        self.words.get(at)
    }

    /// The word before `at`.
    pub(super) fn before(&self, at: usize) -> Option<&Word<'t>> {
        at.checked_sub(1).and_then(|i| self.words.get(i))
    }

    /// Whether a word of `list` stands in `range`.
    pub(super) fn any_in(&self, from: usize, to: usize, list: &[&str]) -> bool {
        from < to && self.words[from..to.min(self.words.len())].iter().any(|w| w.any(list))
    }

    /// Whether a word with the class stands in `range`.
    pub(super) fn of_in(&self, from: usize, to: usize, class: Class) -> bool {
        from < to && self.words[from..to.min(self.words.len())].iter().any(|w| w.of(class))
    }

    /// Steps over quotation marks to the right.
    pub(super) fn past_marks(&self, mut at: usize) -> usize {
        while self.word(at).is_some_and(Word::is_quotation_mark) {
            at += 1;
        }
        at
    }

    /// Steps over quotation marks to the left.
    pub(super) fn before_marks(&self, mut at: usize) -> usize {
        while at > 0 && self.words[at - 1].is_quotation_mark() {
            at -= 1;
        }
        at
    }

    /// Where the clause that holds `at` begins.
    pub(super) fn clause_start(&self, at: usize) -> usize {
        let mut i = at;
        while i > 0 {
            if self.is_boundary(i - 1) {
                return i;
            }
            i -= 1;
        }
        0
    }

    /// Where the clause that holds `at` ends.
    pub(super) fn clause_end(&self, at: usize) -> usize {
        (at..self.words.len()).find(|&i| self.is_boundary(i)).unwrap_or(self.words.len())
    }

    /// Whether a clause ends at the word `at`.
    fn is_boundary(&self, at: usize) -> bool {
        let word = &self.words[at];
        if word.mark {
            return word.any(&[";", "–", "—", "(", ")", "•", "|", "!", "?"])
                || (word.is(":") && self.word(at + 1).is_some())
                || (word.is("-") && self.word(at + 1).is_some());
        }
        if word
            .any(&["but", "while", "although", "though", "whereas", "because", "whilst", "however"])
        {
            return true;
        }
        // 'which' and 'who' begin a clause of their own; 'and' does when a subject and a verb follow.
        if word.any(&["who", "whose", "where", "when"]) && at > 0 {
            return true;
        }
        false
    }

    /// Where the clause put in opens that the comma at `close` ends: 'The sixth form**, which was
    /// good in 2019,** is'.
    pub(super) fn opening_of(&self, close: usize) -> Option<usize> {
        if !self.word(close).is_some_and(|w| w.is(",")) {
            return None;
        }
        let from = close.saturating_sub(30);
        let which = (from..close)
            .rev()
            .find(|&i| self.words[i].any(&["which", "who", "whose", "where"]))?;
        // 'with which', 'for which'
        let with = usize::from(
            self.before(which).is_some_and(|w| w.any(&["with", "for", "in", "of", "at"])),
        );
        let open = which.checked_sub(1 + with)?;
        (self.words[open].is(",") && !self.any_in(which, close, &["but", ";"])).then_some(open)
    }

    /// The comma that closes a clause put in right before the verb at `verb`, over its auxiliaries.
    pub(super) fn closing_before(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        while at > 0
            && at + 5 > verb
            && (self.is_copula(at - 1)
                || self.words[at - 1].any(&["still", "now", "also", "has", "have", "had", "both"]))
        {
            at -= 1;
        }
        at.checked_sub(1).filter(|&i| self.words[i].is(","))
    }

    /// The mention that holds the word `at`.
    pub(super) fn mention_at(&self, at: usize) -> Option<&Mention> {
        self.mentions.iter().find(|m| m.first <= at && at < m.end)
    }

    /// The mention that ends before the word `at`.
    pub(super) fn mention_before(&self, at: usize) -> Option<&Mention> {
        self.mentions.iter().find(|m| m.end == at)
    }

    /// The judgement whose words start at `at`, after an article.
    pub(super) fn judgement_at(&self, at: usize) -> Option<&JudgementWords> {
        self.judgements.iter().find(|j| j.first == at)
    }

    /// The judgement that ends before the word `at`.
    pub(super) fn judgement_before(&self, at: usize) -> Option<&JudgementWords> {
        self.judgements.iter().find(|j| j.end == at)
    }

    /// Whether the word at `at` is a form of being or staying.
    pub(super) fn is_copula(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| {
            w.of(Class::STAYING_VERB)
                || (!w.mark
                    && w.plain.ends_with("'s")
                    && w.any(&["it's", "that's", "one's", "she's", "he's", "there's"]))
                || w.any(&["they're", "we're", "you're"])
        })
    }

    /// Whether a name of a provider stands anywhere.
    pub(super) fn names_provider(&self) -> bool {
        self.mentions.iter().any(|m| m.kind == MentionKind::Name)
            || self.words.iter().any(|w| w.capital && w.of(Class::NAME_NOUN))
    }
}
