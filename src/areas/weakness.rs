//! What is at fault.
//!
//! | in the text | area |
//! | --- | --- |
//! | 'the **quality of social work** remained inconsistent' | what is at fault |
//! | 'citing **frequent changes in social worker** and difficulties with **recruitment**' | the fault itself, or what it is with |
//! | '**lack of oversight**' | the fault itself |
//! | '**staff do not follow up absences**' | the clause: people are no area |

use super::list::{self, Item, Reading};
use super::phrase::{Run, Sentence};
use super::required::names_area;
use super::voice::{Side, side_of_run};
use super::words::*;
use super::{Finding, Statement};
use crate::record::AreaKind::Weakness;
use crate::rule::{Rule, reads};

pub(super) static CITING: Rule = Rule {
    name: "area.citing",
    about: "The objects of 'citing', 'criticised', 'blamed', 'pointed to'.",
    reads: &[
        reads(
            "The regulator rated the home inadequate, citing [[poor record keeping]] and [[frequent changes of manager]].",
            "weakness: ",
        ),
        reads("Inspectors criticised the [[state of the kitchen]].", "weakness: state of the kitchen"),
    ],
    leaves: &["The union blamed poor management.", "Parents criticised the lack of notice."],
};

pub(super) static WEAKNESS_IN: Rule = Rule {
    name: "area.weakness_in",
    about: "What weaknesses, gaps, concerns or failings are in, with or about.",
    reads: &[
        reads("Inspectors identified weaknesses in [[planning]] and [[supervision]].", "weakness: "),
        reads("There were concerns about [[fire safety]], the CQC reported.", "weakness: fire safety"),
    ],
    leaves: &[
        "There were no concerns about fire safety, inspectors said.",
        "Inspectors found weaknesses in two of the four areas.",
        "Villagers raised concerns about noise.",
    ],
};

pub(super) static LACK_OF: Rule = Rule {
    name: "area.lack_of",
    about: "A noun phrase that is the fault itself: 'a lack of oversight', 'weak planning', 'too few staff'.",
    reads: &[
        reads("Inspectors found a [[lack of oversight]] and [[weak planning]].", "weakness: "),
        reads("Ofsted described [[drift and delay in planning for children]].", "weakness: drift and delay"),
        reads("There was [[no registered manager]], inspectors said.", "weakness: no registered manager"),
    ],
    leaves: &[
        "A lack of rain has emptied the reservoirs.",
        "Parents complained about poor communication.",
        "Inspectors saw no poor practice.",
    ],
};

pub(super) static REMAINS_FAULT: Rule = Rule {
    name: "area.remains_fault",
    about: "The subject of a predicate that finds fault: 'remains inconsistent', 'is not always timely', 'lacks rigour'.",
    reads: &[
        reads("Inspectors found that the [[quality of plans]] remained inconsistent.", "weakness: quality of plans"),
        reads("Ofsted said [[caseloads]] were too high.", "weakness: caseloads"),
        reads("Inspectors said [[scrutiny by governors]] lacked rigour.", "weakness: scrutiny by governors"),
        reads("[[Strategy meetings]] did not always include health staff, the letter notes.", "weakness: Strategy meetings"),
    ],
    leaves: &[
        "Inspectors said plans were thorough and timely.",
        "Leadership is inadequate, inspectors said.",
        "Campaigners say caseloads are too high.",
        "Monitoring visits do not lead to a grade, Ofsted said.",
    ],
};

pub(super) static CLAUSE: Rule = Rule {
    name: "area.fault_clause",
    about: "A fault that only a clause states, since its subject is people: 'children wait too long for a visit'.",
    reads: &[
        reads("“[[Children wait too long for a visit]],” inspectors wrote.", "weakness: Children wait too long"),
        reads("Inspectors found that [[governors did not challenge leaders]].", "weakness: governors did not"),
        reads("[[Managers failed to act on complaints]], the watchdog concluded.", "weakness: Managers failed"),
    ],
    leaves: &["One child was left alone in the garden, inspectors said.", "Inspectors said staff do not give up on children."],
};

/// Reads what the word at `i` may be part of.
pub(super) fn read(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    cited(x, i);
    if s.is(i, FAULT_PLACE) {
        places(x, i);
    }
    if s.any(i, &["breach", "breaches"]) {
        breach(x, i);
    }
    if s.is(i, FAULT_NOUN) {
        fault_noun(x, i);
    }
    if s.is(i, FAULT_ATTRIBUTE) {
        attribute(x, i);
    }
    if s.any(i, &["too"]) {
        too(x, i);
    }
    if s.any(i, &["no"]) || s.any(i, &["enough"]) {
        there_is_no(x, i);
    }
    if s.any(i, &["found", "find", "finding", "saw"]) {
        found_left(x, i);
    }
    if s.is(i, FAULTY) {
        predicate(x, i);
    }
    if s.is(i, NEGATIVE) {
        negation(x, i);
    }
    if s.any(i, &["lack", "lacks", "lacked", "failed", "fail", "fails", "struggle", "struggled", "struggles"]) || s.is(i, DROP) || s.is(i, SELDOM) {
        verbs(x, i);
    }
}

/// Whether the statement at `i` is the inspectorate's.
fn is_finding(x: &mut Statement<'_, '_>, i: usize) -> bool {
    let s = x.s;
    let side = x.side(i);
    // 'requires improvement, largely because the manager is not registered': the reason of a grade.
    side == Side::Inspectorate
        || side == Side::Unknown && (i..s.len()).any(|j| s.any(j, &["highlighted", "identified", "criticised", "noted", "flagged"]) && (j.saturating_sub(2)..j).any(|k| s.is(k, BE)) || s.any(j, &["findings"]))
        || side == Side::Unknown
            && (i.saturating_sub(10)..i).any(|j| s.any(j, &["because"]))
            && (0..i).any(|j| s.any(j, &["inadequate", "improvement", "rated", "judged", "graded", "downgraded"]))
}

/// 'citing X and Y', 'criticised X', 'was critical of X', 'pointed to X', 'marked down for X'.
fn cited(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // Words that only a verdict has need no sayer in the sentence.
    let sure = s.follows(i, &["marked", "down"]) || s.is(i, FAULT_PLACE) || s.any(i, &["breaches", "criticisms", "findings"]) || s.any(i.wrapping_sub(1), &["they", "it"]);
    let from = if s.is(i, FAULT_CUE) {
        if (i.saturating_sub(3)..i).any(|j| s.is(j, BE)) {
            if !s.any(i + 1, &["for", "over"]) {
                return;
            }
            i + 2
        } else {
            i + 1
        }
    } else if s.any(i, &["pointed", "points", "pointing", "point"]) && s.any(i + 1, &["to"]) {
        i + 2
    } else if s.any(i, &["critical"]) && s.any(i + 1, &["of"]) && s.is(i.wrapping_sub(1), BE.or(ADVERB).or(COMMA)) {
        i + 2
    } else if s.follows(i, &["marked", "down"]) && s.any(i + 2, &["for", "over"]) {
        i + 3
    } else if s.any(i, &["fault", "faults"]) && s.any(i + 1, &["with"]) {
        i + 2
    } else if s.any(i, &["faults", "failings", "weaknesses", "shortcomings", "failures", "issues", "concerns", "problems", "breaches", "deficiencies", "criticisms", "findings"]) && !s.any(i + 1, LINKS) {
        // 'Among the faults listed were X and Y'
        match (i + 1..s.len().min(i + 7)).find(|&j| s.any(j, &["include", "included"]) || s.any(j, &["were", "are"]) && s.is(j + 1, ARTICLE.or(FAULT_NOUN).or(FAULT_ATTRIBUTE)) && !s.is(j + 2, FAULTY.or(COMMA))) {
            Some(j) => j + 1,
            None => return,
        }
    } else {
        return;
    };
    if s.any(from, &["that"]) || s.is(from, MARK) && !s.is(from, OPEN) {
        return;
    }
    let side = x.side(i);
    let mut verb = i;
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) {
        verb -= 1;
    }
    let passive = s.any(i.wrapping_sub(1), &["was", "were", "been", "is"]);
    let sayer = if s.word(i).ends_with("ing") || passive { Side::Unknown } else { s.subject(verb).map_or(Side::Unknown, |run| side_of_run(s, run)) };
    // Whoever criticises is who says it; 'citing' belongs to the sentence.
    let ok = match sayer {
        Side::Inspectorate => true,
        Side::Other | Side::Provider => false,
        Side::Unknown => side == Side::Inspectorate || (side == Side::Unknown && (sure || s.any(i, &["citing"]) || (0..i).any(|j| s.is(j, INSPECTORATE)))),
    };
    if !ok || side == Side::Other && sayer != Side::Inspectorate {
        return;
    }
    let pointed = s.any(i, &["pointed", "points", "pointing", "point"]);
    let (items, end) = list::items(s, from, Reading::Plain);
    let _ = end;
    for (number, item) in items.iter().enumerate() {
        if pointed && !is_fault(s, item.run) && !s.any(item.run.start, &["how"]) && !(s.any(i, &["pointed"]) && s.is(item.run.start, FAULT_ATTRIBUTE.or(FAULT_NOUN))) {
            // 'pointed to' good things as well; what a clause faults is read by its own rule.
            if !(number == 0 && s.any(i.saturating_sub(1), &["also"])) {
                continue;
            }
        }
        push(x, item.clone(), Run { start: i, end: from }, &CITING, 1);
    }
}

/// Whether a noun phrase is a fault by its own words.
fn is_fault(s: &Sentence<'_>, run: Run) -> bool {
    (run.start..run.end.min(run.start + 4)).any(|i| {
        s.is(i, FAULT_NOUN.or(FAULT_PLACE).or(FAULT_SURE).or(FAULT_ATTRIBUTE)) || s.any(i, &["too", "no", "not"])
    })
}

/// Records a fault; of 'difficulties with recruitment' what they are with.
fn push(x: &mut Statement<'_, '_>, item: Item, cue: Run, rule: &'static Rule, rank: u8) {
    let s = x.s;
    let place = (item.run.start..item.run.end.min(item.run.start + 3)).find(|&i| s.is(i, FAULT_PLACE));
    if let Some(place) = place {
        if s.any(place + 1, LINKS) && place + 2 < item.run.end {
            let run = list::strip(s, Run { start: place + 2, end: item.run.end }, Reading::Plain);
            if !run.is_empty() && names_area(s, run) && !counts(s, run) {
                x.push(Finding::named(s, run, Weakness, cue, rule, rank));
            }
        }
        return;
    }
    if !names_area(s, item.run) || counts(s, item.run) || bare_fault(s, item.run) {
        return;
    }
    x.push(Finding::of(item, Weakness, cue, rule, rank));
}

const LINKS: &[&str] = &["in", "with", "about", "over", "around", "regarding", "concerning"];

/// 'found babies left to sleep in car seats and staff who could not say who was in charge'.
fn found_left(x: &mut Statement<'_, '_>, i: usize) {
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
            s.any(j, &["left", "waiting", "living", "lying", "sleeping", "locked", "unable", "unsupervised", "exposed", "being", "forced", "stuck"])
                && !s.is(j, BE.or(HAVE)) | s.any(j, &["being"])
                || s.follows(j, &["going", "missing"])
                || (s.is(j, RELATIVE) && s.is(j + 1, MODAL.or(DO).or(HAVE)) && (j + 1..j + 3).any(|k| s.is(k, NEGATIVE)))
        });
        let Some(bad) = bad else { return };
        if (from..bad).any(|j| s.is(j, AUXILIARY)) || s.is(s.head(Run { start: from, end: bad }), PROVIDER) && s.is(from, ARTICLE) {
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

/// Whether the phrase only counts areas: 'three of the four departments', 'some areas'.
fn counts(s: &Sentence<'_>, run: Run) -> bool {
    let head = s.head(s.bare(run));
    if s.any(head, &["experiences", "outcomes", "effectiveness"]) {
        return true;
    }
    s.any(head, &["areas", "departments", "categories", "judgements", "respects", "key", "parts", "ways", "area", "grade", "rating", "inspection", "report", "home", "school", "council"])
        || (s.is(run.start, NUMBER.or(QUANTIFIER)) && s.any(run.start + 1, &["of"]))
}

/// Whether the phrase is a fault that names nothing: 'failings', 'a lack', 'serious failures'.
fn bare_fault(s: &Sentence<'_>, run: Run) -> bool {
    let head = s.head(run);
    s.is(head, FAULT_PLACE.or(SUBJECT)) && head + 1 == run.end || (run.end - run.start == 1 && s.is(run.start, FAULT_NOUN) && !s.any(run.start, &["turnover", "bullying", "overcrowding", "understaffing"]))
}

/// 'weaknesses in X and Y', 'concerns about X'.
fn places(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // '“systemic failings” in the way plans are made'
    let close = usize::from(s.is(i + 1, CLOSE));
    if !s.any(i + 1 + close, LINKS) {
        return;
    }
    if close == 1 && s.any(i + 3, &["the"]) && s.any(i + 4, &["way"]) && is_finding(x, i) {
        let run = s.trimmed(Run { start: i + 4, end: s.clause_end(i + 4) });
        if run.end > run.start + 2 {
            x.push(Finding::named(s, run, Weakness, Run { start: i, end: i + 3 }, &WEAKNESS_IN, 2));
        }
        return;
    }
    if close == 1 {
        return;
    }
    // 'no concerns about', 'resolve the problems with', 'the concern about' of somebody else
    if (i.saturating_sub(3)..i).any(|j| s.any(j, &["no", "without", "not", "any", "fewer", "if", "resolve", "resolved", "put", "raise", "escalate", "right"])) {
        return;
    }
    let side = x.side(i);
    let strong = s.any(i, &["failings", "weaknesses", "shortcomings", "deficiencies", "failing", "deficits"]);
    let ok = side == Side::Inspectorate || (side == Side::Unknown && strong);
    if !ok {
        return;
    }
    if s.any(i, &["faults", "fault"]) {
        return;
    }
    let cue = Run { start: i, end: i + 2 };
    if s.any(i + 2, &["how"]) {
        let end = s.clause_end(i + 2);
        let run = s.trimmed(Run { start: i + 2, end });
        if run.end > run.start + 2 {
            x.push(Finding::named(s, run, Weakness, cue, &WEAKNESS_IN, 2));
        }
        return;
    }
    // 'Failings in X and Y were uncovered': the list ends where the verb of its sentence is.
    let before = (s.clause_start(i)..i).any(|j| s.is_main_verb(j));
    let verb = (i + 2..s.len().min(i + 30)).find(|&j| s.is(j, AUXILIARY) && s.is_main_verb(j));
    let cut = match verb {
        Some(verb) if !before => Sentence { source: s.source, words: &s.words[..verb] },
        _ => Sentence { source: s.source, words: s.words },
    };
    for item in list::items(&cut, i + 2, Reading::Plain).0 {
        push(x, item, cue, &WEAKNESS_IN, 2);
    }
}

/// 'in breach of regulations in relation to safe care and staffing'.
fn breach(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let stop = s.len().min(i + 10);
    let link = (i + 1..stop).find(|&j| {
        s.follows(j, &["relating", "to"]) || s.follows(j, &["related", "to"]) || s.follows(j, &["relation", "to"]) || s.any(j, &["around", "regarding", "concerning", "covering", "about"])
    });
    let Some(link) = link.filter(|_| x.side(i) != Side::Other && x.side(i) != Side::Provider) else { return };
    let from = if s.any(link + 1, &["to"]) { link + 2 } else { link + 1 };
    for item in list::items(s, from, Reading::Plain).0 {
        push(x, item, Run { start: i, end: from }, &WEAKNESS_IN, 2);
    }
}

/// Where a noun phrase from `i` on ends, its prepositional phrases included.
fn phrase_end(s: &Sentence<'_>, i: usize) -> usize {
    let stop = s.len().min(i + 24);
    let mut j = i + 1;
    while j < stop {
        if s.is(j, MARK) && !s.is(j, PAREN_OPEN) {
            break;
        }
        // 'Weak planning and poor checks put …': before any verb the 'and' joins subjects.
        if s.is(j, AND)
            && s.opens_clause(j + 1)
            && !s.is(j + 1, ARTICLE.or(FAULT_ATTRIBUTE).or(FAULT_NOUN).or(VERB).or(QUANTIFIER))
            && !s.any(j + 1, &["too", "poor"])
            && !(s.clause_start(i)..i).any(|k| s.is_main_verb(k))
        {
            j += 1;
            continue;
        }
        if s.is(j, AND) && (s.is(j + 1, ARTICLE.or(FAULT_ATTRIBUTE).or(FAULT_NOUN).or(VERB).or(QUANTIFIER)) || s.opens_clause(j + 1) || s.any(j + 1, &["too", "poor"])) {
            break;
        }
        if s.is(j, AUXILIARY) && !s.any(j - 1, &["who", "that", "which"]) && s.is_main_verb(j) {
            break;
        }
        if s.is(j, SAYING.or(FINITE)) && s.is_main_verb(j) && !s.is(j - 1, RELATIVE) && (s.word(j).ends_with("ed") && s.is(j + 1, MARK.or(ADVERB)) || s.any(j, &["said", "says", "remain", "put", "leads", "led", "prevents", "has", "have", "had", "put", "puts", "slows", "causes", "caused", "found", "left", "makes", "made"]) || s.is(j + 1, ARTICLE)) {
            break;
        }
        if s.any(j, &["means", "meant", "goes", "prevents", "leads"]) && j > i + 1 || s.any(j, &["because", "which", "but", "while", "although", "where", "so", "before", "after", "despite", "since"]) {
            break;
        }
        j += 1;
    }
    while j > i + 1 && s.is(j - 1, PREPOSITION.or(ADVERB).or(AND)) {
        j -= 1;
    }
    j
}

/// 'a lack of oversight', 'delays in sharing minutes', 'drift and delay', 'high turnover of staff'.
fn fault_noun(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let mut start = i;
    // Its own attributes: 'high staff turnover', 'the slow decline'.
    while start > 0 && i - start < 2 && !s.is(start - 1, ARTICLE.or(MARK).or(AND).or(PREPOSITION).or(VERB).or(QUANTIFIER).or(ADVERB).or(SAYING).or(FAULT_CUE)) && (s.is(start - 1, FAULT_ATTRIBUTE) || s.any(i, &["turnover", "absenteeism", "disruption"]) || s.any(start - 1, &["significant", "serious", "long", "unnecessary", "growing", "lengthy", "staff"])) {
        start -= 1;
    }
    let linked = s.any(i + 1, &["of", "in", "on", "to", "at", "for", "before", "among", "between"]);
    let pair = s.follows(i, &["drift", "and", "delay"]);
    let alone = s.any(i, &["turnover", "overcrowding", "understaffing", "bullying"]) || s.any(i, &["disruption"]) && start < i;
    if !(linked || pair || alone) || (s.is(i.wrapping_sub(1), AND) && s.any(i.wrapping_sub(2), &["drift"])) {
        return;
    }
    if alone && !linked && start == i {
        return;
    }
    if s.any(i, &["decline"]) && !s.any(i + 1, &["in"]) || s.any(i, &["culture"]) && !s.follows(i + 1, &["of", "blame"]) || s.any(i, &["failure", "failures"]) && !s.any(i + 1, &["to"]) {
        return;
    }
    if s.any(i, &["absence", "absences", "waits"]) && !s.any(i + 1, &["of", "for"]) {
        return;
    }
    if s.any(i + 1, &["to"]) && !s.any(i, &["failure", "inability", "unwillingness", "delays", "delay"]) {
        return;
    }
    if negated(s, start) || !is_finding(x, i) {
        return;
    }
    let end = phrase_end(s, if pair { i + 2 } else { i });
    let run = s.trimmed(Run { start, end });
    if run.end - run.start < 2 {
        return;
    }
    // 'a lack of challenge and support for staff' is two.
    if linked && s.any(i + 1, &["of"]) {
        let (items, _) = list::items(s, start, Reading::Plain);
        if items.len() > 1 && items.iter().take(2).all(|item| item.run.start < end) {
            for item in items {
                if item.run.start < end {
                    push(x, item, Run { start: i, end: i + 1 }, &LACK_OF, 3);
                }
            }
            return;
        }
    }
    x.push(Finding::named(s, run, Weakness, Run { start: i, end: i + 1 }, &LACK_OF, 3));
}

/// Whether the phrase that starts at `start` is denied, or said to have been mended.
fn negated(s: &Sentence<'_>, start: usize) -> bool {
    (start.saturating_sub(5)..start).any(|j| {
        s.any(
            j,
            &[
                "no", "not", "without", "never", "reduce", "reduced", "reducing", "avoid", "avoided", "prevent", "tackle", "tackling", "tackled", "address", "addressed",
                "addressing", "fewer", "less", "despite", "any", "eliminated", "if", "improved", "resolved",
            ],
        )
    })
}

/// 'poor record keeping', 'inconsistent management oversight', 'high use of agency staff'.
fn attribute(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let sure = s.is(i, FAULT_SURE);
    let there = s.is(i.wrapping_sub(1), BE) && s.any(i.wrapping_sub(2), &["there"]) || s.any(i.wrapping_sub(1), &["there’s", "there's"]);
    if s.is(i.wrapping_sub(1), BE.or(NEGATIVE)) && !there || s.any(i.wrapping_sub(1), &["too", "not", "or", "very", "less", "more", "as"]) && !sure {
        return;
    }
    let noun = i + 1;
    if noun >= s.len() || s.is(noun, MARK.or(PREPOSITION).or(AND).or(VERB).or(ARTICLE).or(ADVERB).or(RELATIVE).or(OPENER)) && !s.any(noun, &["use", "visits", "plans", "changes", "waits", "work", "checks", "leads"]) {
        return;
    }
    if !sure {
        let head = s.any(noun, &["turnover", "use", "caseloads", "changes", "waits", "waiting", "progress", "decisions", "workloads", "vacancy", "vacancies", "oversight", "management", "capacity", "absence", "reliance", "risk", "number", "numbers", "delays", "training", "supervision", "staffing", "levels", "expectations", "attendance", "resources", "evaluation", "practices", "storage", "premises", "response", "responses", "communication", "recording", "planning", "leadership", "governance", "record", "records", "staff", "access", "monitoring", "support", "checks"]);
        let high = s.any(i, &["high"]) && !s.any(noun, &["turnover", "use", "caseloads", "workloads", "vacancy", "vacancies", "number", "numbers", "reliance", "staff", "levels"]);
        let limited = s.any(i, &["limited", "variable", "low", "slow", "long", "late", "heavy", "frequent", "excessive", "persistent", "inadequate", "unsafe", "unclear", "missed", "delayed", "dirty", "outdated", "unsuitable", "uneven", "lengthy", "irregular", "unnecessary", "unacceptable", "unqualified"]);
        if !head || high || !(limited || s.any(i, &["high"])) || s.any(i, &["low"]) && s.any(noun, &["risk", "caseloads", "turnover"]) {
            return;
        }
        if s.any(i, &["high"]) && s.any(noun, &["levels", "staff", "number", "numbers"]) && !s.any(noun + 1, &["turnover", "sickness"]) && !(s.any(noun + 1, &["of"]) && s.any(noun + 2, &["agency", "unallocated", "vacancies", "exclusions", "violence", "absence", "sickness", "staff"])) {
            return;
        }
    }
    if negated(s, i) || !is_finding(x, i) {
        return;
    }
    let mut start = i;
    while start > 0 && s.is(start - 1, FAULT_ATTRIBUTE) {
        start -= 1;
    }
    let end = phrase_end(s, i + 1);
    let mut run = s.trimmed(Run { start, end });
    if run.is_empty() || s.is(s.head(run), PERSON.or(BODY)) && !s.any(s.head(run), &["leadership", "provision"]) || bare_fault(s, run) {
        return;
    }
    if s.any(s.head(run), &["outcomes", "progress", "results", "behaviour", "grade", "rating", "start", "attainment", "health", "families", "areas", "practice-", "weather", "one", "ones"]) && !s.any(i, &["slow"]) {
        return;
    }
    // 'inadequate training and supervision of night staff' is two.
    if let Some(and) = (run.start..run.end).find(|&j| s.is(j, AND))
        && and == run.start + 2
        && !s.any(run.start, &["high"])
        && let Some(of) = (and..run.end).find(|&j| s.any(j, &["of", "for"]))
        && of == and + 2
    {
        let left = Run { start: run.start, end: and };
        let right = Run { start: and + 1, end: run.end };
        let tail = s.name(Run { start: of, end: run.end });
        x.push(Finding { run: left, name: format!("{} {tail}", s.name(left)), kind: Weakness, cue: Run { start: i, end: i + 1 }, rule: &LACK_OF, rank: 3 });
        x.push(Finding { run: right, name: format!("{} {}", s.word(run.start), s.name(right)), kind: Weakness, cue: Run { start: i, end: i + 1 }, rule: &LACK_OF, rank: 3 });
        return;
    }
    // A quality before it is part of it: 'the poor quality of plans'.
    run.start = start;
    x.push(Finding::named(s, run, Weakness, Run { start: i, end: i + 1 }, &LACK_OF, 4));
}

/// 'too many families wait', 'too few teachers', 'caseloads are too high', 'wait too long'.
fn too(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if i + 1 >= s.len() || s.is(i + 1, MARK) || (i > 0 && s.is(i - 1, NEGATIVE)) || s.any(i + 1, &["soon", "early"]) {
        return;
    }
    if !is_finding(x, i) {
        return;
    }
    let cue = Run { start: i, end: i + 2 };
    if s.any(i + 1, &["many", "few", "much", "little"]) {
        if s.is(i + 2, PREPOSITION) && s.any(i + 1, &["much", "little"]) {
            fault_of(x, i, cue);
            return;
        }
        // In the subject, or after 'there are'.
        let opens = i == 0 || s.is(i - 1, MARK.or(AND).or(SAYING).or(OPENER).or(PREPOSITION).or(BE).or(FINITE)) || s.any(i - 1, &["that", "but", "far"]);
        if !opens {
            return;
        }
        if s.any(i + 2, &["cases", "areas", "children's-cases"]) && s.any(i.wrapping_sub(1), &["in"]) {
            return;
        }
        if s.any(i + 2, &["of"]) && s.any(i + 3, &["these", "the"]) && s.any(i + 4, &["areas"]) {
            return;
        }
        if s.any(i.wrapping_sub(1), &["in", "on", "for"]) {
            return;
        }
        let end = s.clause_end(i);
        let verb = (i + 2..end).find(|&j| s.is_main_verb(j) || (s.is(j, FINITE.or(KEEP)) && j > i + 2 && !s.is(j - 1, ARTICLE.or(PREPOSITION))));
        let head = s.head(Run { start: i + 2, end: verb.unwrap_or(end).max(i + 3).min(s.len()) });
        let people = s.is(head, PERSON) || s.any(i + 2, &["of"]);
        let run = match verb {
            Some(_) if people || s.any(i + 2, &["of"]) => s.trimmed(Run { start: i, end }),
            Some(verb) => s.trimmed(Run { start: i, end: phrase_end(s, i + 2).min(verb) }),
            None => s.trimmed(Run { start: i, end: phrase_end(s, i + 2).min(end) }),
        };
        let cut = (run.start..run.end).find(|&j| s.is(j, COMMA)).unwrap_or(run.end);
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

/// Whether the clause states what happened to children, not what practice is.
fn outcome(s: &Sentence<'_>, run: Run) -> bool {
    (run.start..run.end).any(|i| {
        (s.follows(i, &["at", "risk"]) && i > run.start + 1 && (s.is(i - 1, BE) || s.any(run.start, &["too"]) || (run.start..i).any(|j| s.any(j, &["left"])))) || s.follows(i, &["harmed", "themselves"])
    })
}

/// A predicate that ends in a fault at `i`: 'is too often late', 'remain very patchy'.
fn predicate(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // Back over adverbs and 'or' to the verb.
    let mut verb = i;
    while verb > 0 && i - verb < 7 && (s.is(verb - 1, ADVERB.or(FAULTY).or(AND).or(OPEN).or(NEGATIVE).or(DONE)) || s.any(verb - 1, &["too", "far", "so", "been", "as", "described", "found", "judged", "considered", "being", "largely", "a", "bit", "overly", "gone", "left", "going"])) {
        verb -= 1;
    }
    if verb == 0 {
        return;
    }
    let v = verb - 1;
    if s.is(v, BE.or(HAVE)) && !(verb..i).any(|j| s.is(j, NEGATIVE) && !s.any(j, &["never"])) && !s.is(v, NEGATIVE) {
        // 'low' and 'high' need more than themselves.
        if s.any(i, &["high", "less", "mixed", "overly", "missing", "stretched", "absent"]) && !(verb..i).any(|j| s.any(j, &["too", "stubbornly", "often", "persistently"])) && !(s.any(i, &["less"]) && s.any(i + 1, &["effective", "consistent", "secure", "well", "clear", "strong", "successful"])) && !s.any(i, &["overly"]) && !(s.any(i, &["missing"]) && (s.is(i + 1, AND) || s.any(i - 1, &["often"]))) {
            return;
        }
        if s.is(v, HAVE) && !s.is(v, BE) && !(verb..i).any(|j| s.any(j, &["been", "gone", "become"])) {
            return;
        }
        if s.any(i, &["slow"]) && s.any(i + 1, &["but"]) {
            return;
        }
        if s.is(i + 1, FAULTY) || s.any(i + 1, &["to"]) && !s.any(i, &["slow"]) {
            // The last one of several reads it.
        }
        if !is_finding(x, i) {
            return;
        }
        fault_with_verb(x, v, i, Run { start: v, end: i + 1 });
    }
}

/// A fault whose predicate holds word `i`: finds the verb before it and what is at fault.
fn fault_of(x: &mut Statement<'_, '_>, i: usize, cue: Run) {
    let s = x.s;
    let floor = i.saturating_sub(12);
    let mut verb = None;
    for j in (floor..i).rev() {
        if s.is(j, BREAK.or(CLOSE)) {
            break;
        }
        if s.is(j, VERB) && (s.is(j, AUXILIARY) || s.is_main_verb(j) || s.is(j, FINITE)) && !s.any(j, &["be", "been", "being"]) {
            verb = Some(j);
            break;
        }
        if s.is(j, COMMA.or(OPENER)) {
            break;
        }
    }
    let Some(verb) = verb else { return };
    if s.is(verb, SAYING) && !s.any(verb, &["feel"]) {
        return;
    }
    let mut start = verb;
    while start > 0 && s.is(start - 1, AUXILIARY) {
        start -= 1;
    }
    fault_with_verb(x, start, i, cue);
}

/// Records the fault whose verb is at `verb` and whose fault is said up to word `at`.
fn fault_with_verb(x: &mut Statement<'_, '_>, verb: usize, at: usize, cue: Run) {
    let s = x.s;
    let mut verb = verb;
    while verb > 0 && s.is(verb - 1, AUXILIARY) {
        verb -= 1;
    }
    let Some(subject) = s.subject(verb) else {
        // 'but are not always quick enough': the subject stands further back.
        if verb > 0 && s.any(verb - 1, &["but"]) {
            let start = (verb..=at).find(|&j| !s.is(j, AUXILIARY) || s.is(j, NEGATIVE)).unwrap_or(at);
            let start = if s.is(start, AUXILIARY) { start + 1 } else { start };
            let run = s.trimmed(Run { start, end: s.clause_end(at).max(at + 1).min(s.len()) });
            if run.end >= run.start + 3 {
                x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 5));
            }
        }
        return;
    };
    let bare = s.bare(subject);
    if s.is(subject.end - 1, RELATIVE) && subject.end - subject.start > 1 && !s.any(subject.end - 1, &["who", "when", "where"]) {
        relative_subject(x, subject.end - 1, cue, at);
        return;
    }
    // 'that pupils know' of a relative clause has no subject of its own here.
    if s.is(bare.start, RELATIVE) && bare.end - bare.start == 1 {
        relative_subject(x, bare.start, cue, at);
        return;
    }
    let head = s.head(bare);
    if s.any(head, &["it", "this", "that", "one", "there", "he", "she", "we", "i", "what", "which", "who", "inspectors", "ofsted", "you", "these"]) || s.is(head, NUMBER) {
        return;
    }
    if s.any(head, &["inspection", "inspections", "report", "visit", "visits", "letter", "review"]) && s.is(head, INSPECTORATE) && bare.end - bare.start <= 2 && !s.any(head, &["visits"]) {
        return;
    }
    // 'language that they do not understand'
    if s.any(head, &["they", "some", "many", "most"]) && subject.start > 0 && s.is(subject.start - 1, RELATIVE) && !s.is(subject.start.wrapping_sub(2), SAYING) {
        return;
    }
    if s.is(bare.start, PREPOSITION) {
        return;
    }
    if s.any(head, &["outcomes", "results", "reason", "grade", "rating", "judgement", "picture"]) {
        return;
    }
    let one = bare.end - bare.start == 1;
    let pronoun = s.any(head, &["they", "some", "many", "most", "few"]);
    let people = s.is(head, PERSON) || pronoun;
    let copula = s.is(verb, BE) || (verb..at).any(|j| s.any(j, &["been"]));
    let acts = s.is(head, BODY) && !copula && !(verb..=at).any(|j| s.is(j, DROP));
    if people || acts {
        clause(x, subject, at, cue);
        return;
    }
    if s.is(head, BODY) && (one || (verb..=at).any(|j| s.is(j, DROP))) {
        return;
    }
    if one && s.is(head, JUDGEMENT) && s.any(at, &["inadequate"]) {
        return;
    }
    if s.is(head, QUANTIFIER.or(PREPOSITION).or(MARK).or(ARTICLE)) || bare.end - bare.start > 22 {
        return;
    }
    let run = list::strip(s, bare, Reading::Plain);
    if run.is_empty() || !names_area(s, run) && !s.is(s.head(run), QUALITY) || s.is(run.start, AUXILIARY) {
        return;
    }
    x.push(Finding::named(s, run, Weakness, cue, &REMAINS_FAULT, 4));
}

fn relative_subject(x: &mut Statement<'_, '_>, relative: usize, cue: Run, fault: usize) {
    let s = x.s;
    if s.any(relative, &["whose"]) {
        return;
    }
    // 'plans that do not say what has to change': the noun with its clause.
    let mut start = relative;
    while start > 0 && relative - start < 3 && !s.is(start - 1, MARK.or(PREPOSITION).or(AND).or(VERB).or(FINITE).or(ARTICLE).or(OPENER)) {
        start -= 1;
    }
    let run = s.trimmed(Run { start, end: s.clause_end(fault).max(fault + 1).min(s.len()) });
    if start < relative && s.any(relative, &["that", "which"]) && run.end >= run.start + 4 && !s.is(start, INSPECTORATE) {
        x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 5));
    }
}

/// Records the clause of `subject` as the fault.
fn clause(x: &mut Statement<'_, '_>, subject: Run, at: usize, cue: Run) {
    let s = x.s;
    let start = s.unarticled(subject).start;
    let mut end = s.clause_end(at.max(subject.end)).max(at + 1).min(s.len());
    // A comma within the fault itself ('not always clear, useful or timely') stays out.
    for j in at + 1..end {
        if s.follows(j, &["so", "that"]) {
            end = j;
            break;
        }
    }
    let run = s.trimmed(Run { start, end });
    if run.end - run.start < 3 || outcome(s, run) {
        return;
    }
    // One person or one day is an incident.
    let incident = s.any(run.start, &["one", "a", "another"]) && !s.follows(run.start, &["one", "in"])
        || s.any(subject.start, &["a", "an", "one"]) && s.is(s.head(s.bare(subject)), PERSON)
        || (subject.start.saturating_sub(6)..subject.start).any(|j| s.is(j, NUMBER) && s.is(j.wrapping_sub(1), PREPOSITION) && s.is(j + 1, CAPITAL));
    if incident {
        return;
    }
    x.push(Finding::named(s, run, Weakness, cue, &CLAUSE, 4));
}

/// 'there is no X', 'there were not enough X', 'not enough X'.
fn there_is_no(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let there = (i.saturating_sub(4)..i).any(|j| s.any(j, &["there", "there's"])) && (i.saturating_sub(3)..i).any(|j| s.is(j, BE));
    if !there || !is_finding(x, i) {
        return;
    }
    let start = if s.any(i, &["enough"]) {
        match (i.saturating_sub(2)..i).find(|&j| s.is(j, NEGATIVE)) {
            Some(not) if s.any(not, &["not"]) => not,
            Some(_) => i,
            None => return,
        }
    } else {
        i
    };
    let noun = i + 1;
    if s.any(noun, &["doubt", "excuse", "excuses", "evidence", "longer", "grade", "grades", "graded", "concerns", "concern", "overall", "judgement", "problem", "problems", "issues", "complaints", "change", "changes", "delay", "delays", "need", "one", "reason", "requirement", "requirements", "recommendations", "widespread", "serious", "significant", "breaches", "major", "room", "suggestion", "question", "areas", "children", "priority"]) {
        return;
    }
    let end = phrase_end(s, i);
    let run = s.trimmed(Run { start, end });
    if run.end - run.start < 2 {
        return;
    }
    x.push(Finding::named(s, run, Weakness, Run { start, end: i + 1 }, &LACK_OF, 3));
}

/// 'not always', 'not yet', 'do not check', 'have not been met'.
fn negation(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let before = if s.is(i.wrapping_sub(1), OPEN) { i.wrapping_sub(2) } else { i.wrapping_sub(1) };
    let auxiliary = if s.is(i, AUXILIARY) { i } else { before };
    if s.any(i, &["nor", "neither", "never"]) || s.any(i + 1, &["only", "just", "least", "because", "surprising", "unusual", "yet-"]) {
        return;
    }
    if !s.is(auxiliary, AUXILIARY) {
        // 'plans still do not', 'is always not'
        return;
    }
    if s.any(auxiliary, &["would", "will", "won't", "can", "could", "may", "might", "should", "must", "wouldn't", "couldn't", "won’t"]) && !s.any(auxiliary, &["cannot", "can"]) {
        return;
    }
    let not = i;
    let next = not + 1;
    if next >= s.len() || s.is(next, MARK) && !s.is(next, OPEN) {
        return;
    }
    // What is denied is itself a fault, or bad: 'not poor', 'do not give up'.
    let mut word = s.skip_adverbs(if s.is(next, OPEN) { next + 1 } else { next });
    if s.any(word, &["being", "been"]) {
        word = s.skip_adverbs(word + 1);
    }
    if (next..(word + 2).min(s.len())).any(|j| s.is(j, FAULTY.or(FAULT_NOUN)) && !s.any(j, &["high", "less", "low"]) || s.any(j, &["give", "worry", "feel-", "need", "change", "lead", "result", "come", "carry", "grade", "inspect", "mean", "expect", "want", "rule", "let", "feel", "like", "prevent", "deter", "hesitate", "apply"])) {
        return;
    }
    if !is_finding(x, i) {
        return;
    }
    // 'not a single', 'not in a position': plain copula denial of a noun is no fault of practice,
    // but 'not ADJECTIVE' is.
    let weak = (next..s.len().min(next + 3)).any(|j| s.is(j, ALWAYS)) || s.is(auxiliary, DO) || s.is(auxiliary, HAVE) || participle(s, word) || s.any(word, &["good", "clear", "effective", "strong", "ambitious", "demanding", "coherent", "consistent", "timely", "robust", "in", "rigorous", "complete", "suitable", "accurate", "met-", "enough", "secure", "well", "fully", "known", "detailed", "reliable", "confident", "aware", "able", "challenging", "available", "embedded"]);
    if !weak {
        return;
    }
    // Whether safeguarding is effective is a grade.
    if s.any(word, &["effective"]) && (i.saturating_sub(6)..i).any(|j| s.any(j, &["safeguarding"])) {
        return;
    }
    if s.any(word, &["met", "judged", "graded", "rated", "inspected", "looked"]) && !s.is(auxiliary, DO) {
        return;
    }
    let mut verb = auxiliary;
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) && !s.is(verb - 1, RELATIVE) {
        verb -= 1;
    }
    fault_with_verb(x, verb, word.min(s.len() - 1), Run { start: auxiliary, end: next });
}

/// Whether the word at `i` looks like a participle: 'checked', 'written', 'kept'.
fn participle(s: &Sentence<'_>, i: usize) -> bool {
    let word = s.word(i);
    word.ends_with("ed") || word.ends_with("en") || s.any(i, &["met", "kept", "held", "put", "built", "done", "told", "made", "taught", "set", "sought", "understood", "used"])
}

/// 'lacks rigour', 'failed to act', 'has declined', 'are rarely completed'.
fn verbs(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let lacks = s.any(i, &["lack", "lacks", "lacked"]);
    if lacks && (s.is(i.wrapping_sub(1), ARTICLE.or(FAULT_ATTRIBUTE).or(PREPOSITION)) || s.any(i + 1, &["of"])) {
        return;
    }
    let failed = s.any(i, &["failed", "fail", "fails", "struggle", "struggled", "struggles"]);
    if failed && !s.any(i + 1, &["to"]) {
        return;
    }
    if s.is(i, DROP) && (s.any(i, &["drift", "slip", "lag"]) && s.is(i.wrapping_sub(1), ARTICLE.or(AND).or(PREPOSITION).or(FAULT_ATTRIBUTE)) || s.any(i, &["varies", "vary", "exceed", "exceeds", "exceeded", "slipped", "suffers", "suffered"]) && s.any(i + 1, &["from-"])) {
        return;
    }
    if s.is(i, DROP) && s.is(i.wrapping_sub(1), VERB) && !s.is(i - 1, HAVE.or(BE)) {
        return;
    }
    if s.any(i, &["drift"]) && s.is(i + 1, AND) {
        return;
    }
    if (s.is(i.wrapping_sub(1), NEGATIVE)) || !is_finding(x, i) {
        return;
    }
    let cue = Run { start: i, end: i + 1 };
    let mut verb = i;
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) {
        verb -= 1;
    }
    if s.is(i, SELDOM) && !s.is(i.wrapping_sub(1), AUXILIARY) && !s.is(i + 1, VERB) && !participle(s, i + 1) && verb == i {
        return;
    }
    fault_with_verb(x, verb, i, cue);
}
