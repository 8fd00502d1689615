//! Plain statements among faults: 'Lessons are often cancelled and prisoners are late. **The timetable
//! bears little relation to what happens.**'
//!
//! A reporter who tells what inspectors found tells the good and the bad in paragraphs of their own.
//! In a paragraph that finds faults, a statement without a word of credit, of time or of the
//! inspection itself is one more of them.

use super::super::Statement;
use super::super::phrase::{Run, Sentence};
use super::super::words::*;
use super::at_fault::{clause, fault_with_verb, participle, verb_group};
use super::{AMONG_FAULTS, Side, is_finding};
use crate::record::Span;
use crate::tables::{areas as lists, polarity};

/// Reads the clauses of a sentence of a paragraph in which faults were found at `known`.
pub(in crate::areas) fn read(x: &mut Statement<'_, '_>, known: &[Span]) {
    let s = x.s;
    let mut from = 0;
    for i in 1..s.len() {
        if i < from || !(s.is_main_verb(i) || looks_finite(s, i)) {
            continue;
        }
        let verb = verb_group(s, i);
        let Some(subject) = s.subject(verb) else { continue };
        let mut end = s.clause_end_after_verb(i + 1).min(s.len());
        // 'Meals were eaten alone, in cells, next to toilets'
        while s.is(end, COMMA)
            && (s.is(end + 1, PREPOSITION) || s.any(end + 1, &["next"]))
            && !s.any(end + 1, &["about", "according", "despite", "including", "like"])
        {
            end = s.clause_end_after_verb(end + 1).min(s.len());
        }
        from = end;
        let run = Run { start: subject.start, end };
        let span = s.span(run);
        if known.iter().any(|k| k.overlaps(span)) || !is_plain(s, run, subject, i) {
            continue;
        }
        // After 'but' the text turns to what is well.
        let turns =
            (0..subject.start).any(|j| is_in(polarity::CONTRASTS, s.word(j)) || s.any(j, &["yet"]));
        if turns || matches!(x.side(i), Side::Other | Side::Provider) || !is_finding(x, i) {
            continue;
        }
        // Only the clause says what the fault is.
        let first = x.count();
        let cue = Run { start: verb, end: i + 1 };
        // 'Fights were a daily occurrence', 'corridors are cold'
        let next = s.skip_adverbs(i + 1);
        if s.is(i, BE) && !s.word(next).ends_with("ed") && !participle(s, next) {
            fault_with_verb(x, verb, i, cue);
        } else {
            clause(x, subject, end - 1, cue);
        }
        for finding in &mut x.findings[first..] {
            finding.rule = &AMONG_FAULTS;
        }
    }
}

/// Whether a sentence gives credit.
pub(in crate::areas) fn credits(sentence: &str) -> bool {
    sentence
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .any(|word| is_in(polarity::STRENGTHS, word) || is_in(polarity::PRAISING, word))
}

/// Whether the sorted `list` holds `word`, letter case aside.
fn is_in(list: &[&str], word: &str) -> bool {
    list.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}

/// Whether a word that no list knows is a verb by its place: 'the timetable bears little relation'.
fn looks_finite(s: &Sentence<'_>, i: usize) -> bool {
    let unknown = s.words[i].class == Class::default();
    let word = s.word(i);
    // 'Children flit from one thing to another'
    const ADJECTIVES: &[&str] =
        &["able", "al", "ant", "ed", "en", "ent", "ful", "ible", "ic", "ing", "ive", "less", "ous"];
    let plural = s.word(i - 1).ends_with('s') || s.any(i - 1, &["children", "people"]);
    let people =
        s.is(i - 1, PERSON) && plural && (i < 3 || s.is(i - 2, MARK.or(AND).or(QUANTIFIER)));
    if unknown && people && s.is(i + 1, PREPOSITION.or(ARTICLE).or(QUANTIFIER)) {
        return !ADJECTIVES.iter().any(|ending| word.ends_with(ending));
    }
    unknown
        && word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && (s.is(i + 1, ARTICLE) || s.any(i + 1, &["few", "little", "no", "some"]))
        && !s.is(i - 1, ARTICLE.or(PREPOSITION).or(QUANTIFIER).or(MARK).or(AND).or(VERB))
}

/// Whether a clause states something of practice, without a word of credit, time or inspection.
fn is_plain(s: &Sentence<'_>, clause: Run, subject: Run, verb: usize) -> bool {
    let bare = s.bare(subject);
    let head = s.head(bare);
    if s.is(head, INSPECTORATE.or(BODY).or(PROVIDER).or(NUMBER).or(OTHER))
        && !s.is(head, PERSON)
        || s.is(head, CAPITAL) && head > 0
        || s.any(head, lists::NO_SUBJECT)
        || s.any(head, lists::NO_PRACTICE)
        || s.is(verb, SAYING.or(MODAL))
        // What a denial says was judged as one.
        || (subject.end..verb + 2).any(|j| s.is(j, NEGATIVE) && !s.any(j, &["never"]))
    {
        return false;
    }
    // 'had looked at four' counts what the sentence before names.
    if s.is(clause.end - 1, NUMBER.or(QUANTIFIER)) {
        return false;
    }
    (clause.start..clause.end).all(|j| {
        let others =
            [polarity::STRENGTHS, polarity::PREVENTIVES, polarity::PROCEEDINGS, polarity::PRAISING];
        !others.iter().chain([&lists::TOLD_OF]).any(|list| is_in(list, s.word(j)))
            && !s.is(j, INSPECTORATE.or(MODAL).or(IMPROVE))
            && !(s.is(j, CAPITAL) && j > clause.start)
    })
}
