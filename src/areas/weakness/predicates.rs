//! Faults that a clause states by its adjective or verb: 'the quality of plans is inconsistent',
//! 'supervision lacks rigour', 'too many families wait'.

use super::super::phrase::{Run, Sentence};
use super::super::words::*;
use super::super::{Finding, Statement};
use super::at_fault::{clause, fault_of, fault_with_verb, participle};
use super::phrases::phrase_end;
use super::{CLAUSE, LACK_OF, is_finding, outcome};
use crate::record::AreaKind::Weakness;
use crate::tables::areas as lists;

/// 'found babies left to sleep in car seats and staff who could not say who was in charge'.
pub(super) fn found_left(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let by = (i.saturating_sub(6)..i).any(|j| s.is(j, INSPECTORATE));
    if !(by || is_finding(x, i)) || s.any(i + 1, &["that", "to", "no", "out"]) {
        return;
    }
    let cue = Run { start: i, end: i + 1 };
    let mut from = i + 1;
    for _ in 0..3 {
        let stop = s.len().min(from + 12);
        let bad = (from + 1..stop).take_while(|&j| !s.is(j, MARK.or(AND))).find(|&j| {
            s.any(j, lists::LEFT_FORMS) && !s.is(j, BE.or(HAVE)) | s.any(j, &["being"])
                || s.follows(j, &["going", "missing"])
                || s.follows(j, &["within", "reach"])
                || s.is(j, FAULTY) && s.word(j).starts_with("un") && s.is(j - 1, ARTICLE)
                || s.is(j, RELATIVE) && s.any(j + 1, &["nobody"])
                || (s.is(j, RELATIVE)
                    && s.is(j + 1, MODAL.or(DO).or(HAVE))
                    && (j + 1..j + 3).any(|k| s.is(k, NEGATIVE)))
        });
        let Some(bad) = bad else { return };
        if (from..bad).any(|j| s.is(j, AUXILIARY))
            || s.is(s.head(Run { start: from, end: bad }), PROVIDER) && s.is(from, ARTICLE)
        {
            return;
        }
        let mut end = bad + 1;
        while end < s.len().min(bad + 22) && !s.is(end, COMMA.or(BREAK).or(CLOSE).or(AND)) {
            end += 1;
        }
        let run = s.unarticled(s.trimmed(Run { start: from, end }));
        if run.end >= run.start + 3 && !outcome(s, run) {
            x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 4));
        }
        if !s.is(end, AND) {
            return;
        }
        from = end + 1;
    }
}

/// 'too many families wait', 'too few teachers', 'caseloads are too high', 'wait too long'.
pub(super) fn too(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if i + 1 >= s.len()
        || s.is(i + 1, MARK)
        || (i > 0 && s.is(i - 1, NEGATIVE))
        || s.any(i + 1, &["soon", "early"])
    {
        return;
    }
    if !is_finding(x, i) {
        return;
    }
    let cue = Run { start: i, end: i + 2 };
    // 'The force is taking too long to answer calls': a body is no area, what it does is.
    if s.follows(i + 1, &["long", "to"])
        && s.any(i.wrapping_sub(1), &["taking", "takes", "took", "taken"])
        && s.subject(s.verb_group(i - 1)).is_some_and(|run| {
            s.is(s.head(s.bare(run)), BODY.or(CAPITAL)) && !s.is(s.head(s.bare(run)), PERSON)
        })
    {
        let run = s.trimmed(Run { start: i - 1, end: s.clause_end_after_verb(i + 3) });
        x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 3));
        return;
    }
    if s.any(i + 1, &["many", "few", "much", "little"]) {
        if s.is(i + 2, PREPOSITION) && s.any(i + 1, &["much", "little"]) {
            fault_of(x, i, cue);
            return;
        }
        // In the subject, or after 'there are'.
        let opens = i == 0
            || s.is(
                i - 1,
                MARK.or(AND).or(SAYING).or(OPENER).or(PREPOSITION).or(BE).or(HAVE).or(FINITE),
            )
            || s.any(i - 1, &["that", "but", "far"]);
        if !opens {
            return;
        }
        if s.any(i + 2, &["cases", "areas", "children's-cases"])
            && s.any(i.wrapping_sub(1), &["in"])
        {
            return;
        }
        if s.any(i + 2, &["of"]) && s.any(i + 3, &["these", "the"]) && s.any(i + 4, &["areas"]) {
            return;
        }
        if s.any(i.wrapping_sub(1), &["in", "on", "for"]) {
            return;
        }
        let end = s.clause_end(i);
        let verb = (i + 2..end).find(|&j| {
            s.is_main_verb(j)
                || (s.is(j, FINITE.or(KEEP))
                    && j > i + 2
                    // 'too many placement moves'
                    && (!s.is(j, DOUBTFUL) || s.is(j - 1, PERSON) || s.any(j - 1, &["them"]))
                    && !s.is(j - 1, ARTICLE.or(PREPOSITION)))
        });
        // 'too many men told us': what they told is another matter.
        if verb.is_some_and(|j| s.any(j, &["told", "said", "say"])) {
            return;
        }
        let head = s.head(Run { start: i + 2, end: verb.unwrap_or(end).max(i + 3).min(s.len()) });
        let alone = verb == Some(i + 2) || s.is(i + 2, ADVERB);
        let people = s.is(head, PERSON) || s.any(i + 2, &["of"]) || alone;
        // 'too many crimes were closed without a word to the victim', not 'were too many'
        let subject = i == 0
            || s.is(i - 1, MARK.or(AND).or(SAYING).or(OPENER))
            || s.any(i - 1, &["that", "but", "far"]);
        let opens_clause = people
            || s.any(i + 2, &["of"])
            || subject && s.any(i + 1, &["many", "few"]) && !s.any(i + 2, &["in"]);
        let run = match verb {
            Some(_) if opens_clause => s.trimmed(Run { start: i, end }),
            Some(verb) => s.trimmed(Run { start: i, end: phrase_end(s, i + 2).min(verb) }),
            None => s.trimmed(Run { start: i, end: phrase_end(s, i + 2).min(end) }),
        };
        // 'Too many pupils, particularly boys, miss school'
        let aside = verb.is_some_and(|verb| s.is(verb.wrapping_sub(1), COMMA));
        let cut = (run.start..run.end).find(|&j| s.is(j, COMMA) && !aside).unwrap_or(run.end);
        let run = s.trimmed(Run { start: run.start, end: cut });
        if run.end - run.start < 3 || outcome(s, run) || s.any(run.start + 2, &["responses"]) {
            return;
        }
        let rule = if people && verb.is_some() { &CLAUSE } else { &LACK_OF };
        x.push(Finding::named(s, run, Weakness, cue, rule, 3));
        return;
    }
    fault_of(x, i, cue);
}

/// A predicate that ends in a fault at `i`: 'is too often late', 'remain very patchy'.
pub(super) fn predicate(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // 'children have been neglected by their parents'
    if s.any(i + 1, &["by"]) && (i + 2..i + 5).any(|j| s.is(j, OTHER)) {
        return;
    }
    // Back over adverbs and 'or' to the verb.
    let mut verb = i;
    while verb > 0
        && i - verb < 7
        && (s.is(verb - 1, ADVERB.or(FAULTY).or(AND).or(OPEN).or(NEGATIVE).or(DONE))
            || s.any(
                verb - 1,
                &[
                    "too",
                    "far",
                    "so",
                    "been",
                    "as",
                    "described",
                    "found",
                    "judged",
                    "considered",
                    "being",
                    "largely",
                    "either",
                    "both",
                    "a",
                    "bit",
                    "overly",
                    "gone",
                    "left",
                    "going",
                    "rather",
                    "somewhat",
                    "almost",
                    "labelled",
                ],
            )
            // 'were long, complicated and unclear'
            || s.is(verb - 1, COMMA)
                && verb > 2
                && s.is(verb - 3, BE)
                && !participle(s, verb - 2)
                && (i + 1 >= s.len() || s.is(i + 1, MARK.or(AND).or(PREPOSITION).or(OPENER)))
            || s.is(verb, COMMA) && s.is(verb.wrapping_sub(2), BE) && !s.is(verb - 1, MARK)
            || s.any(i, &["late"])
                && participle(s, verb - 1))
    {
        verb -= 1;
    }
    if verb == 0 {
        return;
    }
    let v = raised(s, verb - 1);
    // 'bad language goes unchallenged'
    if s.any(v, &["goes", "go", "went"]) && s.word(i).starts_with("un") && is_finding(x, i) {
        fault_with_verb(x, v, i, Run { start: v, end: i + 1 });
        return;
    }
    if s.is(v, BE.or(HAVE))
        && !(verb..i).any(|j| s.is(j, NEGATIVE) && !s.any(j, &["never"]))
        && !s.is(v, NEGATIVE)
    {
        // 'low' and 'high' need more than themselves.
        if s.any(i, &["high", "less", "mixed", "overly", "missing", "stretched", "absent"])
            && !(verb..i).any(|j| s.any(j, &["too", "stubbornly", "often", "persistently"]))
            && !(s.any(i, &["less"])
                && s.any(
                    i + 1,
                    &["effective", "consistent", "secure", "well", "clear", "strong", "successful"],
                ))
            && !s.any(i, &["overly"])
            && !(s.any(i, &["missing"])
                && (s.is(i + 1, AND)
                    || s.any(i + 1, &["for"])
                    || s.any(i + 1, &["from"]) && !is_away(s, v, i)
                    || s.any(i - 1, &["often"])))
            && !(s.any(i, &["absent"])
                && s.any(i + 1, &["more", "too"])
                && s.any(i + 2, &["often"]))
        {
            return;
        }
        if s.is(v, HAVE)
            && !s.is(v, BE)
            && !(verb..i).any(|j| s.any(j, &["been", "gone", "become"]))
        {
            return;
        }
        if s.any(i, &["slow"]) && s.any(i + 1, &["but"]) {
            return;
        }
        if !is_finding(x, i) {
            return;
        }
        fault_with_verb(x, v, i, Run { start: v, end: i + 1 });
    }
}

/// Whether 'missing from' at `i` says where people are not: 'children who are missing from home'.
fn is_away(s: &Sentence<'_>, verb: usize, i: usize) -> bool {
    const PLACES: &[&str] =
        &["care", "class", "education", "full-time", "home", "lessons", "placements", "school"];
    (i.saturating_sub(4)..verb).any(|j| s.is(j, RELATIVE.or(PERSON))) || s.any(i + 2, PLACES)
}

/// The verb whose subject 'be' has at `verb`: 'was said to be', 'were judged to be'.
fn raised(s: &Sentence<'_>, verb: usize) -> usize {
    let to = verb.wrapping_sub(1);
    let judged = s.any(verb, &["be", "have"])
        && s.any(to, &["to"])
        && s.any(to.wrapping_sub(1), &["considered", "deemed", "felt", "found", "judged", "said"])
        && s.is(to.wrapping_sub(2), BE);
    if judged { to - 2 } else { verb }
}

/// 'social workers missed visits': what people left undone.
pub(super) fn omitted(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if !s.omits(i) || !is_finding(x, i) {
        return;
    }
    let verb = s.verb_group(i);
    if let Some(subject) = s.subject(verb)
        && s.is(s.head(s.bare(subject)), PERSON)
    {
        clause(x, subject, i, Run { start: i, end: i + 1 });
    }
}

/// 'lacks rigour', 'failed to act', 'has declined', 'are rarely completed'.
pub(super) fn verbs(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let lacks = s.any(i, &["lack", "lacks", "lacked"]);
    if lacks
        && (s.is(i.wrapping_sub(1), ARTICLE.or(FAULT_ATTRIBUTE).or(PREPOSITION))
            || s.any(i + 1, &["of"]))
    {
        return;
    }
    let failed =
        s.any(i, &["failed", "fail", "fails", "struggle", "struggled", "struggles", "struggling"]);
    let goes_on = s.any(i, &["struggling"]);
    if failed && !s.any(i + 1, &["to"]) || goes_on && !s.is(i.wrapping_sub(1), BE.or(ADVERB)) {
        return;
    }
    if s.is(i, DROP)
        && (s.any(i, &["drift", "slip", "lag"])
            && (s.is(i.wrapping_sub(1), ARTICLE.or(AND).or(PREPOSITION).or(FAULT_ATTRIBUTE))
                || i > 0 && s.word(i - 1).ends_with("ing"))
            || s.any(
                i,
                &[
                    "varies", "vary", "exceed", "exceeds", "exceeded", "slipped", "suffers",
                    "suffered",
                ],
            ) && s.any(i + 1, &["from-"]))
    {
        return;
    }
    // A grade that slips is a grade.
    if s.any(i, &["dipped", "dropped", "slipped"])
        && s.any(i + 1, &["to", "from"])
        && (i + 2..i + 5).any(|j| s.any(j, &["good", "improvement", "inadequate", "outstanding"]))
    {
        return;
    }
    // 'a wide and varied range'
    if s.any(i, &["varied"]) && s.is(i.wrapping_sub(1), AND) {
        return;
    }
    if s.any(i, &["dragged", "drags"]) && !s.any(i + 1, &["on"]) {
        return;
    }
    if s.is(i, DROP)
        && s.is(i.wrapping_sub(1), VERB)
        && !s.is(i - 1, HAVE.or(BE))
        && (s.is(i - 1, AUXILIARY.or(SAYING)) || s.is_main_verb(i - 1))
    {
        return;
    }
    if s.any(i, &["drift"]) && s.is(i + 1, AND) {
        return;
    }
    if (s.is(i.wrapping_sub(1), NEGATIVE)) || !is_finding(x, i) {
        return;
    }
    // 'failed to tell Ofsted of a change' is one act.
    if failed && s.any(i + 2, &["tell", "notify", "inform"]) && s.is(i + 3, INSPECTORATE) {
        return;
    }
    let cue = Run { start: i, end: i + 1 };
    // Less of what is bad is no fault: 'turnover has slowed'.
    if s.any(i, &["declined", "dipped", "slowed", "stalled"])
        && s.subject(s.verb_group(i)).is_some_and(|run| {
            let head = s.head(s.bare(run));
            s.is(head, FAULT_NOUN) || s.any(head, lists::BAD_THINGS)
        })
    {
        return;
    }
    let mut verb = i;
    // 'were applied inconsistently'
    if s.is(i, SELDOM) && s.is(i.wrapping_sub(2), BE) && participle(s, i - 1) {
        verb -= 1;
    }
    verb = s.verb_group(verb);
    // 'reviews happened infrequently'
    let happens = s.is(i, SELDOM)
        && s.any(
            i.wrapping_sub(1),
            &[
                "happen", "happens", "happened", "occur", "occurs", "occurred", "place", "met",
                "meet",
            ],
        );
    if happens {
        verb = if s.any(i - 1, &["place"]) { i.saturating_sub(2) } else { i - 1 };
        verb = s.verb_group(verb);
    }
    if s.is(i, SELDOM)
        && !happens
        && !s.is(i.wrapping_sub(1), AUXILIARY)
        && !s.is(i + 1, VERB)
        && !(s.is(i + 1, KEEP.or(IMPROVE)) && s.is(i.wrapping_sub(1), PERSON))
        // 'questions rarely probe what children think'
        && !(i > 0
            && s.words[i - 1].class == Class::default()
            && s.words.get(i + 1).is_some_and(|w| w.class == Class::default())
            && s.is(i + 2, RELATIVE.or(ARTICLE).or(QUANTIFIER).or(PREPOSITION))
            && !s.word(i + 1).ends_with("ing"))
        && !participle(s, i + 1)
        && verb == i
    {
        return;
    }
    fault_with_verb(x, verb, i, cue);
}
