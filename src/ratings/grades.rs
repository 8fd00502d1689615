//! Words that stand for a grade, wherever they stand: whether they are a rating is decided later.
//!
//! | in the text | grade |
//! | --- | --- |
//! | 'requires improvement to be good' | `requires_improvement` |
//! | 'the **highest possible grade**', '**top Ofsted grades**' | `outstanding`, or the best of the text's scale |
//! | '**grade two**', 'scored **1** for leadership' | `good`, `outstanding` |
//! | '**one step higher**' | the next better than the grade before it |
//! | '**not effective**' | `not_effective` |

use std::borrow::Cow;

use super::words::{Class, Word, number};
use crate::framework::{self, Framework, Scale};
use crate::record::Span;
use crate::tables::ratings::GRADES;

/// Words that stand for a grade.
#[derive(Clone, Debug)]
pub(super) struct GradeWords {
    /// The first of its words, and the one after the last.
    pub first: usize,
    pub end: usize,
    pub span: Span,
    pub key: Cow<'static, str>,
    pub form: Form,
    /// Whether quotation marks stand close around it.
    pub quoted: bool,
}

/// What kind of words stand for the grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// 'good', 'outstanding': words that people also use without a grade in mind.
    Common,
    /// 'requires improvement', which is its own verb.
    Verb,
    /// 'strong standard', 'RI': words that are hardly used otherwise.
    Special,
    /// 'the top rating', 'one step higher', 'the same grade'.
    StandIn,
    /// 'grade two', 'a 3'.
    Number,
    /// 'effective' and 'not effective', of safeguarding.
    Effective,
    /// 'met' and 'not met'.
    Met,
    /// The outcomes of area SEND inspections.
    Outcome,
}

/// The scale that a text's grades without a name of their own are counted on.
pub(super) fn best_and_worst(scale: &'static Scale) -> (&'static str, &'static str) {
    let first = scale.grades.first().map_or("outstanding", |grade| &grade.key);
    let last = scale.grades.last().map_or("inadequate", |grade| &grade.key);
    (first, last)
}

/// The scale of Ofsted since September 2012, on which most grades are given.
pub(super) fn usual_scale() -> &'static Scale {
    framework::find("ofsted/schools_eif_2019")
        .and_then(|f| f.scale.as_deref())
        .expect("the tables have the scale")
}

/// All words of a sentence that stand for a grade.
pub(super) fn find(
    words: &[Word<'_>],
    scale: &'static Scale,
    own: &[Framework],
) -> Vec<GradeWords> {
    let mut found: Vec<GradeWords> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let grade = own_grade(words, at, own)
            .or_else(|| phrase(words, at))
            .or_else(|| contribution(words, at))
            .or_else(|| stand_in(words, at, scale, found.last()))
            .or_else(|| numbered(words, at, found.last()))
            .or_else(|| of_six(words, at, scale));
        match grade {
            Some((end, key, form)) => {
                let span = words[at].span.to(words[end - 1].span);
                let quoted = at > 0
                    && words[at - 1].is_quotation_mark()
                    && words.get(end).is_some_and(|w| {
                        w.is_quotation_mark()
                            // 'inadequate,' with the comma inside the marks
                            || (w.any(&[",", "."])
                                && words.get(end + 1).is_some_and(Word::is_quotation_mark))
                    });
                found.push(GradeWords { first: at, end, span, key, form, quoted });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

type Found = Option<(usize, Cow<'static, str>, Form)>;

/// A grade of a framework that the user added.
fn own_grade(words: &[Word<'_>], at: usize, own: &[Framework]) -> Found {
    for framework in own {
        let scales = framework.judgements.iter().filter_map(|j| j.scale.as_deref());
        for scale in framework.scale.as_deref().into_iter().chain(scales) {
            for grade in scale.grades.iter() {
                for phrase in grade.words() {
                    if let Some(end) = matches_phrase(words, at, phrase) {
                        return Some((end, grade.key.clone(), Form::Special));
                    }
                }
            }
        }
    }
    None
}

/// Where the words from `at` end that are those of `phrase`.
pub(super) fn matches_phrase(words: &[Word<'_>], at: usize, phrase: &str) -> Option<usize> {
    let mut end = at;
    for part in phrase.split_whitespace() {
        let word = words.get(end)?;
        if !word.plain.eq_ignore_ascii_case(part) {
            return None;
        }
        end += 1;
    }
    (end > at).then_some(end)
}

/// The longest phrase of the table that starts at a word.
fn phrase(words: &[Word<'_>], at: usize) -> Found {
    let first = &*words[at].plain;
    if words[at].mark {
        return None;
    }
    // 'good-rated', 'grade-two'
    if let Some(head) = first.strip_suffix("-rated") {
        let key = GRADES.binary_search_by(|(p, _)| (*p).cmp(head)).ok().map(|i| GRADES[i].1)?;
        return Some((at + 1, Cow::Borrowed(key), Form::Special));
    }
    if !words[at].of(Class::GRADE_START) {
        return None;
    }
    let start = GRADES.partition_point(|(phrase, _)| *phrase < first);
    let mut best: Option<(usize, &'static str)> = None;
    for (phrase, key) in GRADES[start..].iter().take_while(|(p, _)| p.starts_with(first)) {
        if let Some(end) = matches_phrase(words, at, phrase)
            && best.is_none_or(|(longest, _)| end > longest)
        {
            best = Some((end, key));
        }
    }
    let (end, key) = best?;
    let form = match key {
        "requires_improvement" if first == "ri" => Form::Special,
        "requires_improvement" | "needs_attention" | "requires_significant_improvement" => {
            Form::Verb
        }
        "effective" | "not_effective" => Form::Effective,
        "met" | "not_met" => Form::Met,
        "typically_positive_experiences_and_outcomes"
        | "inconsistent_experiences_and_outcomes"
        | "widespread_and_or_systemic_failings" => Form::Outcome,
        "strong_standard"
        | "expected_standard"
        | "urgent_improvement"
        | "not_sufficiently_good"
        | "reasonably_good"
        | "adequate_and_needs_improvement"
        | "unsatisfactory_and_needs_urgent_improvement" => Form::Special,
        _ => Form::Common,
    };
    // 'RI' is written in capitals.
    if first == "ri" && words[at].span.len() != 2 {
        return None;
    }
    Some((end, Cow::Borrowed(key), form))
}

/// '**strong** contribution to meeting skills needs': how colleges are graded for it.
fn contribution(words: &[Word<'_>], at: usize) -> Found {
    let key = match &*words[at].plain {
        "strong" => "strong",
        "reasonable" => "reasonable",
        "limited" => "limited",
        _ => return None,
    };
    // 'its contribution to meeting skills needs was described as **reasonable**'
    let before = &words[at.saturating_sub(14)..at];
    let said = before.iter().position(|w| w.is("contribution")).is_some_and(|first| {
        before[first..].iter().any(|w| w.is("skills"))
            && before[first..].iter().any(|w| w.of(Class::STAYING_VERB) || w.of(Class::RATING_VERB))
    });
    if said && words.get(at + 1).is_none_or(|w| w.mark || w.of(Class::FOLLOWER)) {
        return Some((at + 1, Cow::Borrowed(key), Form::Special));
    }
    let mut next = at + 1;
    while words.get(next).is_some_and(Word::is_quotation_mark) {
        next += 1;
    }
    let needs = words.get(next)?.is("contribution")
        && words.get(next + 1)?.any(&["to", "towards"])
        && words
            .get(next + 2)
            .is_some_and(|w| w.any(&["meeting", "skills", "local", "regional", "the"]))
        && words[next + 2..].iter().take(4).any(|w| w.is("skills"));
    needs.then_some((at + 1, Cow::Borrowed(key), Form::Special))
}

/// 'the top rating', 'the lowest possible grade', 'one step higher', 'the same grade'.
fn stand_in(
    words: &[Word<'_>],
    at: usize,
    scale: &'static Scale,
    before: Option<&GradeWords>,
) -> Found {
    let (best, worst) = best_and_worst(scale);
    let place = |from_top: usize| scale.grades.get(from_top).map(|g| g.key.clone());
    let count = scale.grades.len();
    let key = match &*words[at].plain {
        "top" | "highest" | "best" => Cow::Borrowed(best),
        "bottom" | "lowest" | "worst" | "poorest" => Cow::Borrowed(worst),
        "second-highest" | "second-best" => place(1)?,
        "second-lowest" | "second-worst" => place(count.checked_sub(2)?)?,
        "second" if words.get(at + 1)?.any(&["highest", "best"]) => place(1)?,
        "second" if words.get(at + 1)?.any(&["lowest", "worst"]) => place(count.checked_sub(2)?)?,
        "same" => before?.key.clone(),
        "one" | "a" => return step(words, at, scale, before),
        _ => return None,
    };
    let mut end = at + 1;
    while let Some(word) = words.get(end) {
        if word.any(&[
            "possible",
            "ofsted",
            "cqc",
            "estyn",
            "overall",
            "highest",
            "lowest",
            "best",
            "worst",
            "available",
            "ofsted's",
            "report",
            "card",
            "school",
        ]) && end < at + 4
        {
            end += 1;
        } else {
            break;
        }
    }
    let noun = words.get(end)?;
    let marks = noun.is("marks") && words[at].is("top");
    if !marks
        && !(noun.of(Class::RATING_NOUN)
            && !noun.any(&["status", "label", "result", "finding", "assessment"]))
    {
        return None;
    }
    end += 1;
    if words.get(end).is_some_and(|w| w.any(&["possible", "available"])) {
        end += 1;
    }
    Some((end, key, Form::StandIn))
}

/// 'one step higher', 'one grade lower': counted from the grade before it.
fn step(
    words: &[Word<'_>],
    at: usize,
    scale: &'static Scale,
    before: Option<&GradeWords>,
) -> Found {
    if !words.get(at + 1)?.any(&["step", "notch", "rung", "grade", "place"]) {
        return None;
    }
    let place = scale.place(&before?.key)?;
    let place = match &*words.get(at + 2)?.plain {
        "higher" | "better" | "above" => place.checked_sub(1)?,
        "lower" | "worse" | "below" => place + 1,
        _ => return None,
    };
    Some((at + 3, scale.grades.get(place)?.key.clone(), Form::StandIn))
}

/// 'graded 5', 'a grade of two', 'got sixes' on the scale of the Care Inspectorate, which counts
/// from 6 down; not where the word for the grade follows: 'graded 5 (very good)'.
fn of_six(words: &[Word<'_>], at: usize, scale: &'static Scale) -> Found {
    if scale.key != "six_grades" {
        return None;
    }
    let plain = &*words[at].plain;
    let plural = ["fours", "fives", "sixes", "threes", "twos"].iter().position(|w| *w == plain);
    let value = match plural {
        Some(0) => 4,
        Some(1) => 5,
        Some(2) => 6,
        Some(3) => 3,
        Some(_) => 2,
        None => number(plain).filter(|n| (1..=6).contains(n))?,
    };
    let back = |n: usize| at.checked_sub(n).and_then(|i| words.get(i));
    let graded = back(1).is_some_and(|w| w.any(&["graded", "scored"]))
        || back(1).is_some_and(|w| w.is("as"))
            && back(2).is_some_and(|w| w.any(&["evaluated", "graded", "assessed"]))
        || back(1).is_some_and(|w| w.any(&["of", "to", "from"]))
            && (2..5).any(|n| back(n).is_some_and(|w| w.any(&["grade", "grades", "graded"])))
        || plural.is_some() && back(1).is_some_and(|w| w.of(Class::GIVING_VERB));
    let mut next = at + 1;
    while words.get(next).is_some_and(|w| w.any(&["(", ",", "–", "-", "or"])) {
        next += 1;
    }
    let spelled = next > at + 1
        && words.get(next).is_some_and(|w| w.of(Class::GRADE_START) || w.is("meaning"));
    let place = scale.grades.len().checked_sub(value as usize)?;
    (graded && !spelled)
        .then(|| Some((at + 1, scale.grades.get(place)?.key.clone(), Form::Number)))?
}

/// 'grade two', 'grade 1s'; a bare '2' after 'scored' or between 'from a' and 'to a'.
fn numbered(words: &[Word<'_>], at: usize, before: Option<&GradeWords>) -> Found {
    let of_number = |word: &str| -> Option<Cow<'static, str>> {
        let single = word.strip_suffix('s').unwrap_or(word);
        let value = number(single).or_else(|| number(word)).filter(|n| (1..=4).contains(n))?;
        let index = usize::try_from(value - 1).ok()?;
        usual_scale().grades.get(index).map(|grade| grade.key.clone())
    };
    let word = &*words[at].plain;
    if let Some(rest) = word.strip_prefix("grade-") {
        return Some((at + 1, of_number(rest)?, Form::Number));
    }
    if matches!(word, "grade" | "grades") {
        let next = words.get(at + 1)?;
        // 'Grade 1 listed', 'grade 5 piano' and 'grade 2 students' are other grades.
        if words.get(at + 2).is_some_and(|w| w.any(&["listed", "listing", "piano", "at", "or"])) {
            return None;
        }
        return Some((at + 2, of_number(&next.plain)?, Form::Number));
    }
    if word.len() > 5 || number(word).is_none() {
        return None;
    }
    let back = |n: usize| at.checked_sub(n).and_then(|i| words.get(i));
    let after_grade = before.is_some_and(|b| b.form == Form::Number)
        && (back(1).is_some_and(|w| w.is("to"))
            || (back(1).is_some_and(|w| w.any(&["a", "and", ","]))
                && words.get(at + 1).is_some_and(|w| w.any(&["for", "overall", "in"])))
            || (back(1).is_some_and(|w| w.is("a")) && back(2).is_some_and(|w| w.is("to"))));
    let scored = back(1).is_some_and(|w| w.any(&["scored", "scoring"]))
        && words.get(at + 1).is_some_and(|w| w.any(&["for", "overall", "in"]));
    let from = back(1).is_some_and(|w| w.is("a"))
        && back(2).is_some_and(|w| w.is("from"))
        && words.get(at + 1).is_some_and(|w| w.is("to"));
    let label = back(1).is_some_and(|w| w.is(":")) || words[at].apart;
    let ends = words.get(at + 1).is_none_or(|w| w.is("."));
    if after_grade || scored || from || (label && ends && at > 0) {
        return Some((at + 1, of_number(word)?, Form::Number));
    }
    None
}
