//! Faults that are noun phrases: 'a lack of oversight', 'weaknesses in planning', 'citing X'.

use super::super::list::{self, Item, Reading};
use super::super::phrase::{Run, Sentence};
use super::super::required::names_area;
use super::super::voice::Side;
use super::super::words::*;
use super::super::{Finding, Statement};
use super::{LACK_OF, WEAKNESS_IN, is_finding, negated};
use crate::record::AreaKind::Weakness;
use crate::rule::Rule;
use crate::tables::areas as lists;

/// Whether a noun phrase is a fault by its own words.
pub(super) fn is_fault(s: &Sentence<'_>, run: Run) -> bool {
    (run.start..run.end.min(run.start + 4)).any(|i| {
        s.is(i, FAULT_NOUN.or(FAULT_PLACE).or(FAULT_SURE).or(FAULT_ATTRIBUTE))
            || s.any(i, &["too", "no", "not"])
    })
}

/// Records a fault; of 'difficulties with recruitment' what they are with.
pub(super) fn push(x: &mut Statement<'_, '_>, item: Item, cue: Run, rule: &'static Rule, rank: u8) {
    let s = x.s;
    let place =
        (item.run.start..item.run.end.min(item.run.start + 3)).find(|&i| s.is(i, FAULT_PLACE));
    if let Some(place) = place {
        if s.any(place + 1, lists::FAULT_LINKS) && place + 2 < item.run.end {
            let run = list::strip(s, Run { start: place + 2, end: item.run.end }, Reading::Plain);
            if !run.is_empty() && names_area(s, run) && !counts(s, run) {
                x.push(Finding::named(s, run, Weakness, cue, rule, rank));
            }
        }
        return;
    }
    if s.follows(item.run.start, &["not", "at", "all"]) {
        return;
    }
    if !names_area(s, item.run) || counts(s, item.run) || bare_fault(s, item.run) {
        return;
    }
    x.push(Finding::of(item, Weakness, cue, rule, rank));
}

/// Whether the phrase only counts areas: 'three of the four departments', 'some areas'.
fn counts(s: &Sentence<'_>, run: Run) -> bool {
    let head = s.head(s.bare(run));
    if s.any(head, &["experiences", "outcomes", "effectiveness"]) {
        return true;
    }
    s.any(head, lists::COUNTED)
        || (s.is(run.start, NUMBER.or(QUANTIFIER)) && s.any(run.start + 1, &["of"]))
}

/// Whether the phrase is a fault that names nothing: 'failings', 'a lack', 'serious failures'.
fn bare_fault(s: &Sentence<'_>, run: Run) -> bool {
    let head = s.head(run);
    s.is(head, FAULT_PLACE.or(SUBJECT)) && head + 1 == run.end
        || (run.end - run.start == 1
            && s.is(run.start, FAULT_NOUN)
            && !s.any(run.start, &["turnover", "bullying", "overcrowding", "understaffing"]))
}

/// 'weaknesses in X and Y', 'concerns about X'.
pub(super) fn places(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // '“systemic failings” in the way plans are made'
    // and 'two causes of concern, about X and Y'
    let aside = s.is(i + 1, COMMA) && s.any(i + 2, &["about", "over"]);
    let close = usize::from(s.is(i + 1, CLOSE) || aside);
    if !s.any(i + 1 + close, lists::FAULT_LINKS) {
        return;
    }
    if close == 1 && s.any(i + 3, &["the"]) && s.any(i + 4, &["way"]) && is_finding(x, i) {
        let run = s.trimmed(Run { start: i + 4, end: s.clause_end(i + 4) });
        if run.end > run.start + 2 {
            x.push(Finding::named(s, run, Weakness, Run { start: i, end: i + 3 }, &WEAKNESS_IN, 2));
        }
        return;
    }
    // 'no concerns about', 'resolve the problems with', 'the concern about' of somebody else
    if (i.saturating_sub(3)..i).any(|j| s.any(j, lists::MENDING)) {
        return;
    }
    let side = x.side(i);
    let strong = s
        .any(i, &["failings", "weaknesses", "shortcomings", "deficiencies", "failing", "deficits"]);
    let ok = side == Side::Inspectorate || (side == Side::Unknown && strong);
    if !ok {
        return;
    }
    if s.any(i, &["faults", "fault"])
        || s.any(i, &["questions", "doubts"])
            && !(i.saturating_sub(3)..i)
                .any(|j| s.any(j, &["raise", "raised", "raises", "raising"]))
    {
        return;
    }
    let cue = Run { start: i, end: i + 2 + close };
    if s.any(i + 2 + close, &["how"]) {
        let end = s.clause_end(i + 2 + close);
        let run = s.trimmed(Run { start: i + 2 + close, end });
        if run.end > run.start + 2 {
            x.push(Finding::named(s, run, Weakness, cue, &WEAKNESS_IN, 2));
        }
        return;
    }
    // 'Failings in X and Y were uncovered': the list ends where the verb of its sentence is.
    let before = (s.clause_start(i)..i).any(|j| s.is_main_verb(j));
    let verb = (i + 2..s.len().min(i + 30)).find(|&j| s.is(j, AUXILIARY) && s.is_main_verb(j));
    // 'gaps in what they know have been allowed to widen'
    if let Some(verb) = verb.filter(|_| !before)
        && (verb + 1..verb + 5).any(|j| s.any(j, &["grow", "grown", "widen", "widened"]))
        && s.any(i + 2 + close, &["what"])
    {
        let run = s.trimmed(Run { start: i, end: s.clause_end_after_verb(verb + 1) });
        x.push(Finding::named(s, run, Weakness, cue, &WEAKNESS_IN, 2));
        return;
    }
    let cut = match verb {
        Some(verb) if !before => Sentence { source: s.source, words: &s.words[..verb] },
        _ => Sentence { source: s.source, words: s.words },
    };
    for item in list::items(&cut, i + 2 + close, Reading::Plain).0 {
        push(x, item, cue, &WEAKNESS_IN, 2);
    }
}

/// 'in breach of regulations in relation to safe care and staffing'.
pub(super) fn breach(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let stop = s.len().min(i + 10);
    let link = (i + 1..stop).find(|&j| {
        s.follows(j, &["relating", "to"])
            || s.follows(j, &["related", "to"])
            || s.follows(j, &["relation", "to"])
            || s.any(j, &["around", "regarding", "concerning", "covering", "about"])
            // 'of regulations on safe care and staffing'
            || s.any(j, &["on"])
                && s.any(j - 1, &["regulation", "regulations", "rules", "standards"])
    });
    let Some(link) = link.filter(|_| x.side(i) != Side::Other && x.side(i) != Side::Provider)
    else {
        return;
    };
    let from = if s.any(link + 1, &["to"]) { link + 2 } else { link + 1 };
    for item in list::items(s, from, Reading::Plain).0 {
        push(x, item, Run { start: i, end: from }, &WEAKNESS_IN, 2);
    }
}

/// Where a noun phrase from `i` on ends, its prepositional phrases included.
pub(super) fn phrase_end(s: &Sentence<'_>, i: usize) -> usize {
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
        if s.is(j, AND)
            && (s.is(j + 1, ARTICLE.or(FAULT_ATTRIBUTE).or(FAULT_NOUN).or(VERB).or(QUANTIFIER))
                || s.opens_clause(j + 1)
                || s.any(j + 1, &["too", "poor"]))
        {
            break;
        }
        // 'a shortage of officers during an unannounced visit'
        if s.any(j, &["during"])
            && (j + 1..s.len().min(j + 5)).any(|k| {
                s.any(k, &["inspection", "inspections", "visit", "visits"]) && !s.is(k, PREPOSITION)
            })
        {
            break;
        }
        // 'no system for making sure that staff have the right checks'
        if s.any(j, &["that"]) && s.any(j - 1, &["checking", "ensuring", "sure"]) {
            j = s.clause_end(j + 1);
            break;
        }
        if s.is(j, AUXILIARY) && !s.any(j - 1, &["who", "that", "which"]) && s.is_main_verb(j) {
            break;
        }
        if s.is(j, SAYING.or(FINITE))
            && s.is_main_verb(j)
            && !s.is(j - 1, RELATIVE)
            && (s.word(j).ends_with("ed") && s.is(j + 1, MARK.or(ADVERB))
                || s.any(
                    j,
                    &[
                        "said", "says", "remain", "put", "leads", "led", "prevents", "has", "have",
                        "had", "put", "puts", "slows", "causes", "caused", "found", "left",
                        "makes", "made",
                    ],
                )
                || s.is(j + 1, ARTICLE))
        {
            break;
        }
        if s.any(j, &["means", "meant", "goes", "prevents", "leads"]) && j > i + 1
            || s.any(j, &["allow", "let", "mean"]) && !s.is(j - 1, AUXILIARY)
            || s.any(
                j,
                &[
                    "because", "which", "but", "while", "although", "where", "so", "before",
                    "after", "despite", "since",
                ],
            ) && !(s.any(j, &["after"]) && s.any(j - 1, &["look", "looking"]))
        {
            break;
        }
        j += 1;
    }
    while j > i + 1
        && (s.is(j - 1, PREPOSITION.or(ADVERB).or(AND))
            || s.any(j - 1, &["ensure", "means", "that"]))
    {
        j -= 1;
    }
    j
}

/// Words before a fault that are no part of its name.
const NO_PART: Class =
    ARTICLE.or(MARK).or(AND).or(PREPOSITION).or(VERB).or(QUANTIFIER).or(ADVERB).or(FAULT_CUE);

/// 'a lack of oversight', 'delays in sharing minutes', 'drift and delay', 'high turnover of staff'.
pub(super) fn fault_noun(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let mut start = i;
    // Its own attributes: 'high staff turnover', 'the slow decline'.
    while start > 0
        && i - start < 2
        && !s.is(start - 1, NO_PART.or(SAYING))
        && (s.is(start - 1, FAULT_ATTRIBUTE)
            || s.any(i, &["turnover", "absenteeism", "disruption"])
            || s.any(
                start - 1,
                &["significant", "serious", "long", "unnecessary", "growing", "lengthy", "staff"],
            ))
    {
        start -= 1;
    }
    let linked = s.any(
        i + 1,
        &["about", "of", "in", "on", "over", "to", "at", "for", "before", "among", "between"],
    );
    let pair = s.follows(i, &["drift", "and", "delay"]);
    // 'staff shortages', 'hospital delays'
    let compound = s
        .any(i, &["shortage", "shortages", "delays", "backlogs", "vacancies", "turnover"])
        && i > 0
        && (s.is(i + 1, MARK.or(AND))
            || s.any(i + 1, &["lay", "left", "lie", "make", "mean", "means", "meant"]))
        && !s.is(i - 1, NO_PART.or(FAULT_ATTRIBUTE).or(DONE));
    if compound && start == i {
        start -= 1;
    }
    let alone = compound
        || s.any(i, &["turnover", "overcrowding", "understaffing", "bullying"])
        || s.any(i, &["disruption"]) && start < i;
    if !(linked || pair || alone)
        || (s.is(i.wrapping_sub(1), AND) && s.any(i.wrapping_sub(2), &["drift"]))
    {
        return;
    }
    if alone && !linked && start == i {
        return;
    }
    if s.any(i, &["decline"]) && !s.any(i + 1, &["in"])
        || s.any(i, &["culture"])
            && !(s.any(i + 1, &["of"])
                && s.any(i + 2, &["blame", "bullying", "fear", "secrecy", "silence"])
                || s.follows(i + 1, &["in", "which"]))
        || s.any(i, &["failure", "failures"]) && !s.any(i + 1, &["to"])
    {
        return;
    }
    // Children's lives may be unstable as well.
    if s.any(i, &["instability"])
        && !(i + 1..i + 6).any(|j| {
            s.is(j, BODY)
                || s.any(
                    j,
                    &["leadership", "management", "managers", "staff", "staffing", "workforce"],
                )
        })
    {
        return;
    }
    if s.any(i, &["absence", "absences", "odour", "smell", "smells", "stench", "waits"])
        && !s.any(i + 1, &["of", "for"])
        || s.any(i, &["odour", "smell", "smells"])
            && !s.any(
                i + 2,
                &["cannabis", "damp", "drains", "faeces", "mould", "sewage", "smoke", "urine"],
            )
    {
        return;
    }
    // Turnover is at fault where there is much of it, and placements break down without a fault.
    let much = |j| {
        s.is(j, FAULT_ATTRIBUTE) && !s.any(j, &["low"])
            || s.any(j, &["significant", "serious", "growing"])
    };
    if s.any(i, &["turnover"]) && !s.any(i + 1, &["of"]) && !(start..i).any(much)
        || s.any(i, &["breakdown"])
            && !s.any(i + 2, &["communication", "relations", "trust", "governance"])
    {
        return;
    }
    if s.any(i + 1, &["to"])
        && !s.any(i, &["failure", "inability", "unwillingness", "delays", "delay"])
    {
        return;
    }
    if negated(s, start) || !is_finding(x, i) {
        return;
    }
    // 'Staff shortages meant that …' ends with its noun.
    let end = if compound { i + 1 } else { phrase_end(s, if pair { i + 2 } else { i }) };
    if mended(s, end) {
        return;
    }
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

/// 'poor record keeping', 'inconsistent management oversight', 'high use of agency staff'.
pub(super) fn attribute(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let sure = s.is(i, FAULT_SURE);
    // 'relations have broken down'
    if s.any(i, &["broken"]) && s.any(i + 1, &["down"])
        // 'left in unlocked rooms' is told of what is left.
        || s.any(i.wrapping_sub(2), &["left"]) && s.is(i - 1, PREPOSITION)
    {
        return;
    }
    // 'plans are of poor quality': the plans are at fault.
    if s.any(i.wrapping_sub(1), &["of"]) && s.is(i.wrapping_sub(2), BE) {
        return;
    }
    let there = s.is(i.wrapping_sub(1), BE) && s.any(i.wrapping_sub(2), &["there"])
        || s.any(i.wrapping_sub(1), &["there’s", "there's"]);
    if s.is(i.wrapping_sub(1), BE.or(NEGATIVE)) && !there
        || s.any(i.wrapping_sub(1), &["too", "not", "or", "very", "less", "more", "as"]) && !sure
    {
        return;
    }
    let noun = i + 1;
    if noun >= s.len()
        || s.is(
            noun,
            MARK.or(PREPOSITION).or(AND).or(VERB).or(ARTICLE).or(ADVERB).or(RELATIVE).or(OPENER),
        ) && !s.any(
            noun,
            &["call", "use", "visits", "plans", "changes", "waits", "work", "checks", "leads"],
        )
    {
        return;
    }
    if !sure {
        // 'slow call handling'
        let handling = s.any(noun + 1, &["answering", "handling", "recording"])
            && s.any(noun, &["call", "case", "complaint", "complaints", "crime"]);
        let head = handling || s.any(noun, lists::FAULT_HEADS);
        let high = s.any(i, &["high"])
            && !s.any(
                noun,
                &[
                    "turnover",
                    "use",
                    "caseloads",
                    "workloads",
                    "vacancy",
                    "vacancies",
                    "number",
                    "numbers",
                    "rates",
                    "reliance",
                    "staff",
                    "levels",
                ],
            );
        let limited = s.any(i, lists::FAULT_HALF);
        if !head
            || high
            || !(limited || s.any(i, &["high"]))
            || s.any(i, &["low"]) && s.any(noun, &["risk", "caseloads", "turnover"])
            // 'exceptional and persistent support'
            || s.any(i, &["persistent"])
                && s.any(noun, &["advocacy", "effort", "efforts", "encouragement", "help", "support", "work"])
        {
            return;
        }
        if s.any(i, &["high"])
            && s.any(noun, &["levels", "rates", "staff", "number", "numbers"])
            && !s.any(noun + 1, &["turnover", "sickness"])
            && !(s.any(noun + 1, &["of"])
                && s.any(
                    noun + 2,
                    &[
                        "agency",
                        "unallocated",
                        "vacancies",
                        "exclusion",
                        "exclusions",
                        "suspension",
                        "suspensions",
                        "turnover",
                        "violence",
                        "absence",
                        "sickness",
                        "staff",
                    ],
                ))
        {
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
    let mut end = phrase_end(s, i + 1);
    // 'from unlocked cupboards to broken call bells'
    if s.any(start.wrapping_sub(1), &["from"])
        && let Some(to) = (i + 1..end).find(|&j| s.any(j, &["to"]))
    {
        end = to;
    }
    // 'filthy showers and staff who did not know what to do' are two things.
    if let Some(and) = (i + 1..end).find(|&j| {
        s.is(j, AND)
            && s.is(j + 2, RELATIVE)
            && (s.is(j + 1, PERSON) || s.any(j + 2, &["that"]) && !s.is(j + 1, ARTICLE))
    }) {
        end = and;
    }
    // 'found a broken window had been mended'
    if mended(s, end) {
        return;
    }
    let mut run = s.trimmed(Run { start, end });
    if run.is_empty()
        || s.is(s.head(run), PERSON.or(BODY)) && !s.any(s.head(run), &["leadership", "provision"])
        || bare_fault(s, run)
    {
        return;
    }
    if s.any(s.head(run), lists::RESULTS) && !s.any(i, &["slow"]) {
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
        x.push(Finding {
            run: left,
            name: format!("{} {tail}", s.name(left)),
            kind: Weakness,
            cue: Run { start: i, end: i + 1 },
            rule: &LACK_OF,
            rank: 3,
        });
        x.push(Finding {
            run: right,
            name: format!("{} {}", s.word(run.start), s.name(right)),
            kind: Weakness,
            cue: Run { start: i, end: i + 1 },
            rule: &LACK_OF,
            rank: 3,
        });
        return;
    }
    // A quality before it is part of it: 'the poor quality of plans'.
    run.start = start;
    x.push(Finding::named(s, run, Weakness, Run { start: i, end: i + 1 }, &LACK_OF, 4));
}

/// Whether the verb at `verb` says that what stands before it has been mended or is less.
fn mended(s: &Sentence<'_>, verb: usize) -> bool {
    s.is(verb, AUXILIARY)
        && !(verb..verb + 3).any(|j| s.is(j, NEGATIVE))
        // 'high turnover has slowed it down' says what a fault does.
        && (verb + 1..s.len().min(verb + 4)).any(|j| {
            s.any(j, lists::MENDED)
                && (j + 1 >= s.len()
                    || s.is(j + 1, MARK.or(AND).or(PREPOSITION).or(OPENER).or(ADVERB)))
        })
}

/// 'there is no X', 'there were not enough X', 'not enough X'.
pub(super) fn there_is_no(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let there = (i.saturating_sub(4)..i).any(|j| s.any(j, &["there", "there's"]))
        && (i.saturating_sub(3)..i).any(|j| s.is(j, BE));
    // 'Leaders had no oversight of what happened'
    let had = s.any(i, &["no"])
        && s.is(i.wrapping_sub(1), HAVE)
        && (i + 1..i + 3).find(|&j| s.any(j, lists::MANAGED)).map(|j| j + 1).is_some_and(|after| {
            after >= s.len()
                || s.is(after, MARK.or(PREPOSITION).or(AND))
                        // 'no plan to close' is an intention.
                        && !(s.any(after, &["to"])
                            && s.any(after - 1, &["plan"])
                            && !s.is(after + 1, IMPROVE))
        })
        && !s.is(i + 1, PREPOSITION);
    // An item of what was found: 'not enough staff at weekends', 'no system for checks'.
    let item = x.assumed == Some(Side::Inspectorate)
        && (i == 0 || i == 1 && s.any(0, &["not"]))
        && !(i..s.len()).any(|j| s.is(j, AUXILIARY) && s.is_main_verb(j));
    // ', with not enough places in specialist classes'
    let with =
        s.any(i, &["enough"]) && s.precedes(i, &["with", "not"]) && s.is(i.wrapping_sub(3), COMMA);
    if !(there || had || item || with) || !is_finding(x, i) {
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
    if s.any(noun, lists::NO_FAULT_MISSING) {
        return;
    }
    let end = phrase_end(s, i);
    let run = s.trimmed(Run { start, end });
    if run.end - run.start < 2 {
        return;
    }
    x.push(Finding::named(s, run, Weakness, Run { start, end: i + 1 }, &LACK_OF, 3));
}
