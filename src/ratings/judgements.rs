//! The names of judgements in prose.
//!
//! | in the text | judgement |
//! | --- | --- |
//! | '**experiences and progress of care leavers**' | `care_leavers` |
//! | '**support for children in care**' | `children_in_care` |
//! | '**behaviour and attitudes**' | `behaviour_and_attitudes`, not two judgements |
//! | '**overall effectiveness**' | `overall` |

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::{Class, Word};
use crate::framework::{self, Framework};

/// Words that name a judgement.
#[derive(Clone, Debug)]
pub(super) struct JudgementWords {
    pub first: usize,
    pub end: usize,
    /// The words of the table that were found, without what was added before them.
    pub core: (usize, usize),
    pub overall: bool,
}

/// The phrases of all judgements, by their first word, the longest first.
static PHRASES: LazyLock<HashMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let mut phrases: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    let mut add = |words: &str| {
        let lower = words.to_lowercase().replace('’', "'");
        let lower = lower.strip_prefix("the ").unwrap_or(&lower);
        let parts: Vec<String> =
            lower.replace(',', " ,").split_whitespace().map(str::to_owned).collect();
        if let Some(first) = parts.first() {
            let list = phrases.entry(first.clone()).or_default();
            if !list.contains(&parts) {
                list.push(parts);
            }
        }
    };
    for framework in framework::frameworks() {
        for judgement in framework.judgements.iter() {
            judgement.words().for_each(&mut add);
        }
    }
    for words in crate::tables::ratings::JUDGEMENT_WORDS {
        add(words);
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|parts| std::cmp::Reverse(parts.len()));
    }
    phrases
});

/// For each first letter the lengths that the first words of phrases have, as bits: most words
/// are told by them to begin none.
static LENGTHS: LazyLock<[u32; 128]> = LazyLock::new(|| {
    let mut lengths = [0; 128];
    for first in PHRASES.keys() {
        if let Some(of_letter) = first.bytes().next().and_then(|b| lengths.get_mut(b as usize)) {
            *of_letter |= 1 << first.len().min(31);
        }
    }
    lengths
});

/// Whether a phrase may begin with the word.
fn may_begin(word: &str) -> bool {
    let Some(&first) = word.as_bytes().first() else { return false };
    let lengths = LENGTHS.get(usize::from(first)).copied().unwrap_or(u32::MAX);
    lengths & (1 << word.len().min(31)) != 0
}

/// All names of judgements in a sentence, the longest at each place.
pub(super) fn find(words: &[Word<'_>], own: &[Framework]) -> Vec<JudgementWords> {
    let mut found: Vec<JudgementWords> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // 'weak for how good the leadership is'
        if let Some((core, end)) = how_good(words, at) {
            found.push(JudgementWords { first: at, end, core: (core, end - 1), overall: false });
            at = end;
            continue;
        }
        let end = own_phrase(words, at, own).or_else(|| phrase(words, at)).filter(|_| {
            // 'the setting, which was rated': a nursery, not what the Care Inspectorate grades.
            let setting = words[at].is("setting")
                && !(at > 0 && words[at - 1].any(&["and", "its", ",", "for"]))

                // 'staffing and the setting were', of two judgements
                && !(at > 2
                    && words[at - 1].is("the")
                    && words[at - 2].is("and")
                    && found.last().is_some_and(|last| last.end == at - 2))
                // 'as were the setting and the staff team'
                && !(at > 2 && words[at - 1].is("the") && words[at - 2].any(&["was", "were"]) && words[at - 3].is("as"));
            // 'people who need social care' need no judgement.
            let everyday = words[at].is("care")
                && at > 0
                && words[at - 1].any(&["social", "health", "foster", "day", "nursing", "need"]);
            // 'a home for 24 young people' has no grade for its people.
            let everyday = everyday
                || words[at].is("people")
                    && at > 0
                    && !words[at - 1].mark
                    && !words[at - 1].any(&["and", "for", "on", "its", "of", "in", "as", "was"]);
            // 'the maternity unit' is who is graded, 'maternity' what.
            let unit = words[at].is("maternity")
                && words.get(at + 1).is_some_and(|w| {
                    w.any(&["service", "services", "unit", "units", "ward", "wards", "care"])
                        || w.any(&["department", "hospital", "staff", "review"])
                });
            !setting
                && !everyday
                && !unit
                // 'standards relating to safeguarding' are of safeguarding.
                && !(words[at].is("standards")
                    && words.get(at + 1).is_some_and(|w| w.is("relating")))
        });
        let Some(end) = end else {
            at += 1;
            continue;
        };
        // 'education, skills and work provision'
        if words[at].is("provision")
            && let Some(last) = found.last_mut().filter(|last| last.end == at)
        {
            last.end = end;
            at = end;
            continue;
        }
        let floor = found.last().map_or(0, |last| last.end);
        // 'for being safe' is about 'safe'.
        if words[at].is("being") && end > at + 1 {
            at += 1;
        }
        let first = widen(words, at, floor);
        // 'overall experiences and progress of children and young people'
        let mut end = end;
        if words[end - 1].is("progress")
            && words.get(end).is_some_and(|w| w.is("of"))
            && words.get(end + 1).is_some_and(|w| w.is("children"))
        {
            end += 2;
            if words.get(end).is_some_and(|w| w.is("and"))
                && words.get(end + 1).is_some_and(|w| w.is("young"))
            {
                end += 3;
            }
            end = end.min(words.len());
        }
        // 'personal development of learners was'
        if let Some(whose) = whose(words, end) {
            end = whose;
        }
        // 'how well-led it is'
        let how = at > 0
            && words[at - 1].is("how")
            && words.get(end).is_some_and(|w| w.is("it"))
            && words.get(end + 1).is_some_and(|w| w.is("is"));
        // 'how caring the service is'
        let how_noun = at > 0
            && words[at - 1].is("how")
            && words.get(end).is_some_and(|w| w.any(&["the", "its"]))
            && words.get(end + 1).is_some_and(|w| w.of(Class::PROVIDER_NOUN))
            && words.get(end + 2).is_some_and(|w| w.any(&["is", "was"]));
        if how_noun {
            let core = (at, end);
            found.push(JudgementWords { first: at - 1, end: end + 3, core, overall: false });
            at = end + 3;
            continue;
        }
        if how {
            found.push(JudgementWords {
                first: at - 1,
                end: end + 2,
                core: (at, end),
                overall: false,
            });
            at = end + 2;
            continue;
        }
        let overall = words[at].is("overall") && end - at <= 2
            || (words[at].any(&["headline", "overall"]) && end - at <= 2);
        let overall =
            overall && !(end - at > 2 && words[at..end].iter().any(|w| w.is("safeguarding")));
        found.push(JudgementWords { first, end, core: (at, end), overall });
        at = end;
    }
    found
}

/// 'how good the **leadership** is': where what is asked of begins, and where the question ends.
fn how_good(words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let asks = words[at].is("how")
        && words.get(at + 1)?.is("good")
        && words.get(at + 2)?.any(&["the", "its", "their"]);
    let verb = (at + 4..at + 8).find(|&i| words.get(i).is_some_and(|w| w.any(&["is", "are"])))?;
    let marked = words[at + 3..verb].iter().any(|w| w.mark);
    (asks && !marked).then_some((at + 3, verb + 1))
}

/// Where 'of learners' ends after a judgement that is the subject of a verb.
fn whose(words: &[Word<'_>], end: usize) -> Option<usize> {
    let people = [
        "pupils",
        "learners",
        "students",
        "children",
        "patients",
        "residents",
        "prisoners",
        "apprentices",
        "people",
    ];
    // 'help and protection given to children'
    let given = words.get(end).is_some_and(|w| w.any(&["given", "offered", "provided"]))
        && words.get(end + 1).is_some_and(|w| w.any(&["to", "for"]));
    let of = if given { end + 1 } else { end };
    // 'the behaviour of its pupils'
    let its = words.get(of + 1).is_some_and(|w| w.any(&["its", "their", "the"]));
    let last = of + 1 + usize::from(its);
    // 'outstanding for the behaviour of its pupils and for leadership'
    let named = its
        && words.get(of).is_some_and(|w| w.is("of"))
        && words.get(last).is_some_and(|w| w.any(&people))
        && words.get(last + 1).is_some_and(|w| w.any(&["and", ",", ".", "but"]));
    if named {
        return Some(last + 1);
    }
    ((given || words.get(of).is_some_and(|w| w.is("of")))
        && words.get(last)?.any(&people)
        && words.get(last + 1)?.any(&[
            "was", "were", "is", "are", "remains", "remained", "both", "all", "require",
            "requires", "had", "has", "have",
        ]))
    .then_some(last + 1)
}

fn own_phrase(words: &[Word<'_>], at: usize, own: &[Framework]) -> Option<usize> {
    let phrases = own.iter().flat_map(|f| f.judgements.iter()).flat_map(|j| j.words());
    phrases.filter_map(|phrase| super::grades::matches_phrase(words, at, phrase)).max()
}

fn phrase(words: &[Word<'_>], at: usize) -> Option<usize> {
    if !may_begin(&words[at].plain) {
        return None;
    }
    let list = PHRASES.get(&*words[at].plain)?;
    // 'Both behaviour and attendance' are two.
    let both = at > 0 && words[at - 1].is("both");
    list.iter()
        .find(|parts| {
            !(both && parts.len() == 3 && parts[1] == "and")
                && words.len() >= at + parts.len()
                && parts.iter().zip(&words[at..]).enumerate().all(|(n, (part, word))| {
                    // 'the care leavers' judgement'
                    word.is(part)
                        || n + 1 == parts.len()
                            && n > 0
                            && word.plain.strip_suffix('\'') == Some(part)
                })
        })
        .map(|parts| at + parts.len())
}

/// Takes in the words before a phrase that belong to the judgement's name: 'support for', 'the
/// quality of', 'experiences and progress of', 'pupils''.
fn widen(words: &[Word<'_>], at: usize, floor: usize) -> usize {
    let mut first = at;
    let back = |first: usize, n: usize| {
        first.checked_sub(n).filter(|i| *i >= floor).and_then(|i| words.get(i))
    };
    // 'pupils' behaviour', 'their help and protection'
    while back(first, 1).is_some_and(|w| {
        w.any(&[
            "pupils'",
            "children's",
            "learners'",
            "students'",
            "people's",
            "teaching",
            "sixth-form",
        ]) && !w.mark
    }) {
        first -= 1;
    }
    // 'standards relating to safeguarding'
    if back(first, 1).is_some_and(|w| w.is("to"))
        && back(first, 2).is_some_and(|w| w.is("relating"))
        && back(first, 3).is_some_and(|w| w.any(&["standards", "requirements"]))
    {
        return first - 3;
    }
    // 'how well they are helped and protected'
    if back(first, 1).is_some_and(|w| w.is("are")) {
        for n in 3..8 {
            if back(first, n).is_some_and(|w| w.is("how"))
                && back(first, n - 1).is_some_and(|w| w.is("well"))
            {
                return first - n;
            }
        }
    }
    let preposition =
        |w: Option<&Word<'_>>| w.is_some_and(|w| w.any(&["of", "for", "to", "with", "on"]));
    let article = |w: Option<&Word<'_>>| w.is_some_and(|w| w.any(&["the", "its", "their"]));
    let skip = if preposition(back(first, 1)) {
        1
    } else if article(back(first, 1)) && preposition(back(first, 2)) {
        2
    } else {
        return first;
    };
    let on = back(first, 1).is_some_and(|w| w.is("on"));
    let head = |w: Option<&Word<'_>>| {
        if on {
            return w.is_some_and(|w| w.is("work"));
        }
        w.is_some_and(|w| {
            w.any(&[
                "quality",
                "effectiveness",
                "impact",
                "experiences",
                "experience",
                "progress",
                "support",
                "services",
                "service",
                "help",
                "outcomes",
                "provision",
                "care",
                "requirements",
                "judgement",
                "work",
                "arrangements",
                "contribution",
            ])
        })
    };
    if !head(back(first, skip + 1)) {
        return first;
    }
    // 'an outstanding judgement for leadership': what is given, and for what.
    if back(first, skip + 1).is_some_and(|w| w.is("judgement"))
        && back(first, skip + 2).is_some_and(|w| w.of(Class::GRADE_START) || w.is_quotation_mark())
    {
        return first;
    }
    first -= skip + 1;
    // 'experiences and progress of'
    if back(first, 1).is_some_and(|w| w.is("and"))
        && back(first, 2)
            .is_some_and(|w| w.any(&["experiences", "help", "support", "care", "impact"]))
    {
        first -= 2;
    }
    first
}
