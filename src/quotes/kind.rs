//! Whether quoted words are a clause, a fragment, a term, or no quotation at all.

use super::lexicon::{Class, class};
use crate::record::QuoteKind;

/// Grades, which in marks are terms unless somebody says them.
const GRADES: &[&str] = &[
    "good",
    "outstanding",
    "inadequate",
    "requires improvement",
    "requires improvement to be good",
    "satisfactory",
    "requiring improvement",
    "require improvement",
    "require improvement to be good",
    "exceptional",
    "met",
    "not met",
    "effective",
    "adequate",
    "needs attention",
    "expected standard",
    "strong standard",
    "urgent improvement",
    "unsatisfactory",
    "outstanding school",
    "good school",
    "good or outstanding",
];

/// Whether `words` are a grade and nothing more.
pub(super) fn is_grade(words: &str) -> bool {
    let words = words.trim_matches([',', '.', ' ']);
    words.len() < 40 && GRADES.iter().any(|grade| words.eq_ignore_ascii_case(grade))
        || words.eq_ignore_ascii_case("widespread and/or systemic failings")
}

/// Whether `words` look like the title of a work: capitals throughout.
pub(super) fn is_title(words: &str) -> bool {
    let mut capitals = 0;
    let mut count = 0;
    for word in words.split_whitespace() {
        count += 1;
        let letters = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        if letters.is_empty() {
            // '&'
            continue;
        }
        if letters.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            capitals += 1;
        } else if letters.len() > 4
            || !class(letters).is(Class::DETERMINER
                .or(Class::PREPOSITION)
                .or(Class::COORDINATOR)
                .or(Class::SUBORDINATOR)
                .or(Class::PRONOUN)
                .or(Class::AUXILIARY))
        {
            return false;
        }
        if count > 12 {
            return false;
        }
    }
    capitals >= 2 && !words.ends_with(['!', '?'])
}

/// The number of words, counted up to `limit`.
pub(super) fn count(words: &str, limit: usize) -> usize {
    words.split_whitespace().take(limit).count()
}

/// Whether quoted words are a clause that can stand as a sentence.
pub(super) fn is_clause(words: &str) -> bool {
    let mut seen_noun = false;
    let (mut after_comma, mut verb_like, mut after_past, mut determined) =
        (false, false, false, false);
    let (mut after_pronoun, mut past_seen, mut after_to) = (false, false, false);
    let mut before = Class::NONE;
    for (number, word) in
        words.split(|c: char| c.is_whitespace() || c == '—' || c == '–').enumerate()
    {
        if number > 14 {
            break;
        }
        let closes = word.ends_with([',', ';', ':', '.', '!', '?']);
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        let bare = word.split(['\'', '’']).next().unwrap_or(word);
        let contracted = bare.len() < word.len();
        let classes = class(bare);
        if number > 0 && classes.is(Class::RELATIVE) {
            // 'early signs that the tide has turned', but 'Leaders accept that it has'
            let that = word.eq_ignore_ascii_case("that");
            if !that || !before.is(Class::CUE_BASE.or(Class::CUE).or(Class::VERB)) && number > 1 {
                return false;
            }
        }
        before = classes;
        let subject = classes.is(Class::PRONOUN);
        if number == 0
            && (classes.is(Class::PREPOSITION) && !classes.is(Class::SUBORDINATOR)
                || classes.is(Class::CUE_BASE) && !classes.is(Class::SPEECH_NOUN))
        {
            return false;
        }
        let verb_of_3rd = classes.is(Class::VERB.or(Class::CUE))
            && word.ends_with('s')
            && word.starts_with(char::is_lowercase)
            && !classes.is(Class::SPEECH_NOUN.or(Class::DOCUMENT).or(Class::PEOPLE));
        if number == 0 && verb_of_3rd {
            // 'needs to be watched more closely'
            return false;
        }
        if subject && seen_noun && !after_comma && !words.starts_with("that ") {
            // 'one of the best recoveries I have seen'
            return false;
        }
        if number == 1 && verb_like && classes.is(Class::PREPOSITION.or(Class::SUBORDINATOR)) {
            return false;
        }
        verb_like = number == 0
            && word.ends_with('s')
            && !word.starts_with(char::is_uppercase)
            && !subject
            && !classes.is(Class::DETERMINER);
        let reduced = after_past && classes.is(Class::PREPOSITION);
        if reduced {
            return false;
        }
        after_past = false;
        // 'there's a limit'
        let existential = number == 0 && bare.eq_ignore_ascii_case("there");
        if contracted && (subject && number < 8 || existential) {
            return true;
        }
        let n_t = word.ends_with("n't") || word.ends_with("n’t");
        let past = classes.is(Class::VERB.or(Class::CUE)) && !determined;
        // 'the right thing to do'
        let infinitive = std::mem::replace(&mut after_to, word.eq_ignore_ascii_case("to"));
        let verb = classes.is(Class::AUXILIARY) && !infinitive || n_t;
        let plain = classes.is(Class::CUE_BASE) && after_pronoun && number < 3;
        if past
            && seen_noun
            && (word.ends_with("ed") || classes.is(Class::PARTICIPLE))
            && !after_pronoun
        {
            after_past = true;
            past_seen = true;
        } else if (verb || plain || past && (after_pronoun || word.ends_with('s') && number > 1))
            && seen_noun
        {
            return true;
        }
        determined = classes.is(Class::DETERMINER);
        after_pronoun = subject;
        after_comma = closes;
        if verb && !seen_noun {
            // 'behaves as any parent would', 'are being saved'
            return false;
        }
        if classes.is(Class::PREPOSITION) && number == 0 && !classes.is(Class::SUBORDINATOR) {
            seen_noun = false;
        }
        seen_noun |= !word.ends_with("ly")
            && !classes.is(Class::PREPOSITION
                .or(Class::ADVERB)
                .or(Class::COORDINATOR)
                .or(Class::SUBORDINATOR)
                .or(Class::CUE_ING));
    }
    past_seen && words.starts_with(char::is_uppercase)
}

/// What a quotation that somebody says is: a clause or a fragment.
pub(super) fn of(words: &str, free: bool) -> QuoteKind {
    let capital =
        words.trim_start_matches(['[', '(', '‘', '\'', '“', '"']).starts_with(char::is_uppercase);
    let ends =
        words.trim_end_matches(['’', '\'', '”', '"', ')']).ends_with(['.', ',', '!', '?', '…']);
    if free && (capital && (ends || count(words, 4) > 3) || ends && count(words, 6) > 5) {
        return QuoteKind::Direct;
    }
    if capital && words.ends_with(['.', '!', '?']) && count(words, 5) > 4 {
        return QuoteKind::Direct;
    }
    if is_clause(words) && !is_grade(words) { QuoteKind::Direct } else { QuoteKind::Mixed }
}
