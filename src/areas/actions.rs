//! Actions that are asked for: 'improve X', 'make sure that Y', 'do more to Z', and their lists.
//!
//! | in the text | area |
//! | --- | --- |
//! | 'improve the **quality of visits**' | what the verb has as its object |
//! | 'ensure that **visits are recorded**' | the clause |
//! | 'do more to **involve fathers**' | the verb with its object |

use super::list::{self, Reading};
use super::phrase::{Run, Sentence};
use super::required::names_area;
use super::words::*;
use super::{Finding, Statement};
use crate::record::AreaKind::Required;
use crate::rule::Rule;
use crate::tables::areas as lists;

/// Reads the list of actions that starts at `from`. A verb that only names what is to be done
/// ('involve parents') is read where the context is sure (`loose`) or an action came before.
pub(super) fn read(
    x: &mut Statement<'_, '_>,
    from: usize,
    cue: Run,
    rule: &'static Rule,
    loose: bool,
) {
    let mut i = from;
    let mut loose = loose;
    for _ in 0..12 {
        let s = x.s;
        while s.is(i, ADVERB.or(OPEN))
            || s.any(i, &["to", "also", "both", "then", "urgently", "better"])
        {
            i += 1;
        }
        let before = x.count();
        let end = match one(x, i, cue, rule, loose) {
            Some(end) => end,
            // 'get boys out of their cells, cut the use of force': the next of them says what.
            None if s.is(i, FORMAL.or(KEEP))
                && i + 1 < s.len()
                && (cue.start..cue.end)
                    .any(|j| s.any(j, &["asked", "must", "ordered", "should", "told"])) =>
            {
                i + 1
            }
            None => return,
        };
        let named = x.count() > before;
        loose |= x.count() > before;
        // Another action may follow: ', make sure', 'and to', '; cut'.
        let mut next = end;
        if s.is(next, CLOSE) {
            next += 1;
        }
        // A deadline or an aside between: 'by 12 May and to train'.
        while next < s.len() && !s.is(next, COMMA.or(SEMICOLON).or(AND).or(BREAK)) && next < end + 8
        {
            next += 1;
        }
        // 'work with employers so that training is joined up, and improve attendance'
        if (s.follows(end, &["so", "that"]) || !named)
            && let Some(joint) =
                (end + 2..s.len().min(end + 25)).take_while(|&j| !s.is(j, BREAK)).find(|&j| {
                    s.is(j, AND.or(COMMA))
                        && list::opens_action(s, j + 1)
                        && (named || s.is(j + 1, IMPROVE) || s.any(j + 1, &["ensure", "make"]))
                })
        {
            next = joint;
        }
        // 'improve attendance, particularly of boys, and make sure'
        if s.is(next, COMMA)
            && s.any(next + 1, &["especially", "including", "notably", "particularly"])
            && let Some(close) =
                (next + 2..s.len().min(next + 14)).take_while(|&j| !s.is(j, BREAK)).find(|&j| {
                    s.is(j, COMMA.or(AND)) && list::opens_action(s, j + 1)
                        || s.is(j, COMMA) && s.is(j + 1, AND) && list::opens_action(s, j + 2)
                })
        {
            next = close;
        }
        // 'tackle absence, inspectors said, and reduce suspensions'
        if s.is(next, COMMA)
            && (s.attributes(next + 1)
                || s.any(next + 1, &["it", "they"]) && s.is(next + 2, SAYING))
            && let Some(close) = (next + 2..s.len().min(next + 8)).find(|&j| s.is(j, COMMA))
        {
            next = close;
        }
        if !s.is(next, COMMA.or(SEMICOLON).or(AND)) {
            return;
        }
        let joint = next;
        while s.is(next, COMMA.or(SEMICOLON).or(AND)) || s.any(next, &["to", "also", "then"]) {
            next += 1;
        }
        // ', to avoid delay' says what for.
        if s.any(next, &["allow", "avoid", "enable", "help", "prevent"])
            && s.any(next - 1, &["to"])
            && !(joint..next).any(|j| s.is(j, AND.or(SEMICOLON)))
        {
            return;
        }
        // 'publish the plan and make sure …': a formal act between two others.
        if s.is(next, FORMAL)
            && !list::opens_action(s, next)
            && let Some(joint) = (next + 2..s.len().min(next + 10))
                .find(|&j| s.is(j, COMMA.or(SEMICOLON).or(AND).or(BREAK)))
                .filter(|&j| !s.is(j, BREAK) || s.is(j, SEMICOLON))
        {
            next = joint;
            while s.is(next, COMMA.or(SEMICOLON).or(AND)) || s.any(next, &["to", "also", "then"]) {
                next += 1;
            }
        }
        if !(list::opens_action(s, next)
            || (s.is(next, KEEP.or(IMPROVE))
                && loose
                && (!s.is(next + 1, PREPOSITION.or(VERB))
                    || s.any(next, &["share", "work", "respond", "consult", "communicate"])
                        && s.any(next + 1, &["with", "to"]))
                && (s.is(next - 1, AND.or(SEMICOLON))
                    || s.any(next - 1, &["to"])
                    || s.any(next, lists::PLAIN_VERBS))))
        {
            // 'and on staff sickness', 'and that audits are shared' were read by their own action.
            return;
        }
        i = next;
    }
}

/// Reads the action at `i` and gives where it ends; `None` where no action stands.
fn one(
    x: &mut Statement<'_, '_>,
    i: usize,
    cue: Run,
    rule: &'static Rule,
    loose: bool,
) -> Option<usize> {
    let s = x.s;
    let object = |x: &mut Statement<'_, '_>, from: usize| -> Option<usize> {
        let (items, end) = list::items(x.s, from, Reading::Object);
        for item in items {
            if names_area(x.s, item.run) && !is_paper(x.s, item.run) {
                x.push(Finding::of(item, Required, cue, rule, 0));
            }
        }
        Some(end)
    };
    if s.any(i, &["ensure", "ensuring"]) {
        return ensure(x, i + 1, cue, rule);
    }
    if s.any(i, &["demonstrate", "show"]) && s.any(i + 1, &["that"]) {
        return ensure(x, i + 1, cue, rule);
    }
    if s.follows(i, &["make", "sure"])
        || s.follows(i, &["making", "sure"])
        || s.follows(i, &["make", "certain"])
    {
        return ensure(x, i + 2, cue, rule);
    }
    if s.follows(i, &["check", "that"]) || s.follows(i, &["show", "that"]) {
        return ensure(x, i + 1, cue, rule);
    }
    if s.follows(i, &["see", "that"]) {
        return ensure(x, i + 1, cue, rule);
    }
    if s.any(i, &["assure", "satisfy"]) && s.any(i + 2, &["that"]) {
        return ensure(x, i + 2, cue, rule);
    }
    if s.follows(i, &["see", "to", "it", "that"]) {
        return ensure(x, i + 3, cue, rule);
    }
    if s.follows(i, &["set", "out"]) && s.is(i + 2, ARTICLE) {
        return object(x, i + 2);
    }
    // 'draw up a plan to cut waits': what the plan is for.
    if (s.any(i, &["draw"]) && s.any(i + 1, &["up"])
        || s.any(
            i,
            &[
                "produce", "submit", "provide", "prepare", "write", "develop", "create", "agree",
                "put", "set", "publish",
            ],
        )
        || s.follows(i, &["come", "up", "with"]))
        && let Some(plan) = (i + 1..s.len().min(i + 9))
            .take_while(|&j| !s.is(j, MARK.or(AND)))
            .find(|&j| s.any(j, &["plan", "plans", "statement", "strategy"]))
        && !s.is(plan - 1, KEEP)
    {
        // 'a plan setting out how it will cut waits'
        let how = (plan + 1..plan + 4).find(|&j| s.any(j, &["how"]));
        let to = match how {
            Some(how) => (how + 2..how + 5).find(|&j| s.any(j, &["will"])),
            None => (plan + 1..plan + 4).find(|&j| s.any(j, &["to"])),
        };
        let verb = to.map(|to| s.skip_adverbs(to + 1));
        if let Some(verb) = verb.filter(|&j| s.is(j, IMPROVE.or(KEEP))) {
            // 'a plan to address the areas in the report' names none of them.
            const ALL: &[&str] = &[
                "areas",
                "issues",
                "findings",
                "recommendations",
                "concerns",
                "failings",
                "points",
            ];
            if (verb + 1..verb + 5).any(|j| s.any(j, ALL)) {
                return None;
            }
            return one(x, verb, cue, rule, loose);
        }
        if s.any(plan - 1, &["action", "improvement", "recovery", "a"]) && s.any(plan, &["plan"]) {
            return None;
        }
    }
    if s.any(i, &["do"]) && s.any(i + 1, &["more"]) && s.any(i + 2, &["to"]) {
        return one(x, s.skip_adverbs(i + 3), cue, rule, true);
    }
    if s.follows(i, &["carry", "out"]) {
        return object(x, i + 2);
    }
    // 'take priority action on the timeliness of plans'
    if s.any(i, &["take"])
        && let Some(action) = (i + 1..i + 4).find(|&j| s.any(j, &["action"]))
        && s.any(action + 1, &["on", "over"])
    {
        return object(x, action + 2);
    }
    if (s.any(i, &["take", "act", "continue", "work", "seek", "find"]))
        && let Some(to) = (i + 1..s.len().min(i + 8))
            .find(|&j| s.any(j, &["to"]) || s.is(j, COMMA.or(BREAK).or(AND)))
        && s.any(to, &["to"])
        && s.is(s.skip_adverbs(to + 1), IMPROVE.or(KEEP))
        && (s.any(i, &["take", "continue", "find"]) || s.is(s.skip_adverbs(to + 1), IMPROVE))
    {
        return one(x, s.skip_adverbs(to + 1), cue, rule, loose);
    }
    if s.any(i, &["get"]) {
        if let Some(on) = (i + 1..s.len().min(i + 6)).find(|&j| s.any(j, &["grip", "grips"])) {
            let from = on + 2;
            let end = object(x, from);
            // 'and on staff sickness'
            if let Some(end) = end
                && s.is(end, AND)
                && s.any(end + 1, &["on", "with"])
            {
                return object(x, end + 2);
            }
            return end;
        }
        if s.follows(i + 1, &["better", "at"]) {
            // 'answering calls and keeping victims up to date' are two.
            if s.word(i + 3).ends_with("ing") {
                return object(x, i + 3);
            }
            return keep(x, i + 3, cue, rule);
        }
        return None;
    }
    if s.any(i, &["make"]) {
        if s.is(i + 1, COMPARATIVE.or(QUANTIFIER)) && s.any(i + 2, &["use"]) {
            return object(x, i + 2);
        }
        if let Some(at) =
            (i + 1..s.len().min(i + 4)).find(|&j| s.any(j, &["improvements", "improvement"]))
            && s.any(at + 1, &["to", "in"])
        {
            return object(x, at + 2);
        }
        // 'make the building safe', 'make plans easier to understand'
        let better = (i + 2..s.len().min(i + 9)).take_while(|&j| !s.is(j, MARK.or(AND))).any(|j| {
            (s.any(j, lists::NEEDED_QUALITIES)
                || s.any(j, &["clearer", "easier", "quicker", "safe", "safer", "simpler"]))
                && (j + 1 >= s.len() || s.is(j + 1, MARK.or(AND)) || s.any(j + 1, &["to"]))
        });
        if better {
            return keep(x, i, cue, rule);
        }
        // 'make improvements, including to make sure that …'
        if let Some(including) = (i + 2..s.len().min(i + 6)).find(|&j| s.any(j, &["including"]))
            && s.any(including + 1, &["to"])
        {
            return one(x, including + 2, cue, rule, true);
        }
        return None;
    }
    if s.any(i, &["put"]) {
        if s.follows(i + 1, &["in", "place"]) {
            return object(x, i + 3);
        }
        if s.any(i + 1, &["right"]) {
            return object_after_shortfall(x, i + 2, object);
        }
        if let Some(end) = (i + 2..s.len().min(i + 20))
            .find(|&j| s.follows(j, &["in", "place"]) || s.any(j, &["right"]))
        {
            let cut = Run { start: i + 1, end };
            let run = list::strip(s, cut, Reading::Object);
            if !run.is_empty() && names_area(s, run) {
                x.push(Finding::named(s, run, Required, cue, rule, 0));
            }
            return Some(end + 2);
        }
        return None;
    }
    if s.any(i, &["give", "provide", "offer"]) {
        // 'give parents better information about X'
        if let Some(at) = (i + 1..s.len().min(i + 5)).find(|&j| s.is(j, COMPARATIVE)) {
            return object(x, at);
        }
    }
    // 'keep accurate records', 'provide adequate supervision': what is to be kept and given.
    if s.any(i, &["keep", "provide", "maintain"])
        && s.any(
            i + 1,
            &[
                "accurate",
                "adequate",
                "complete",
                "effective",
                "suitable",
                "appropriate",
                "regular",
                "proper",
                "better",
                "reliable",
                "sufficient",
                "clear",
            ],
        )
    {
        let (items, end) = list::items(x.s, i + 1, Reading::Object);
        if let Some(item) = items.into_iter().next().filter(|item| names_area(x.s, item.run)) {
            // 'accurate' is part of what is asked for.
            let run = Run { start: i + 1, end: item.run.end };
            x.push(Finding::named(x.s, run, Required, cue, rule, 0));
        }
        return Some(end);
    }
    if s.any(i, &["focus", "concentrate", "work"]) && s.any(i + 1, &["on"]) {
        return object(x, i + 2);
    }
    if list::has_particle(s, i) {
        return object(x, i + 2);
    }
    // 'think again about how activities are planned'
    if s.any(i, &["think"])
        && let Some(about) = (i + 1..i + 4).find(|&j| s.any(j, &["about"]))
    {
        return object(x, about + 1);
    }
    // 'look again at how plans are reviewed', 'consider how it gathers feedback'
    if s.any(i, &["look"])
        && let Some(at) = (i + 1..i + 4).find(|&j| s.any(j, &["at"]))
    {
        return object(x, at + 1);
    }
    if s.any(i, &["consider", "examine", "rethink", "revisit"]) && s.any(i + 1, &["how"]) {
        return object(x, i + 1);
    }
    if s.is(i, IMPROVE) {
        let mut from = i + 1;
        if s.any(from, &["up", "out", "on", "down", "further", "upon"]) {
            from += 1;
        }
        // 'told to improve within six months' says nothing of what.
        // 'improve, within six months, the standard of its investigations'
        if s.is(from, COMMA)
            && s.is(from + 1, PREPOSITION)
            && let Some(close) = (from + 2..s.len().min(from + 9)).find(|&j| s.is(j, COMMA))
        {
            from = close + 1;
        }
        if from >= s.len()
            || s.is(from, COMMA.or(BREAK).or(AND).or(CLOSE))
            || s.any(from, &["within", "by", "before", "after", "as", "when"])
        {
            return None;
        }
        return object_after_shortfall(x, from, object);
    }
    if s.is(i, FORMAL) && !s.is(i, KEEP) {
        return None;
    }
    if loose && s.is(i, KEEP) {
        if s.is(i, FORMAL) && !s.is(i + 1, ARTICLE.or(QUANTIFIER)) {
            return None;
        }
        return keep(x, i, cue, rule);
    }
    None
}

/// The object from `from` on; of 'the shortfalls in medicines' what is at fault.
fn object_after_shortfall(
    x: &mut Statement<'_, '_>,
    from: usize,
    object: impl Fn(&mut Statement<'_, '_>, usize) -> Option<usize>,
) -> Option<usize> {
    let s = x.s;
    let noun = if s.is(from, ARTICLE) { from + 1 } else { from };
    let noun =
        if s.is(noun, FAULT_ATTRIBUTE) || s.any(noun, &["serious", "significant", "identified"]) {
            noun + 1
        } else {
            noun
        };
    if s.is(noun, FAULT_PLACE) && s.any(noun + 1, &["in", "with"]) {
        return object(x, noun + 2);
    }
    object(x, from)
}

/// Reads the verb at `i` with what follows as the area: 'involve parents earlier in decisions'.
fn keep(x: &mut Statement<'_, '_>, i: usize, cue: Run, rule: &'static Rule) -> Option<usize> {
    let s = x.s;
    let mut end = i + 1;
    let mut depth = 0usize;
    while end < s.len() && end < i + 30 {
        if s.is(end, OPEN.or(PAREN_OPEN)) {
            if s.is(end, PAREN_OPEN) && depth == 0 {
                break;
            }
            depth += 1;
        } else if s.is(end, CLOSE.or(PAREN_CLOSE)) {
            if depth == 0 {
                break;
            }
            depth -= 1;
        } else if s.is(end, COMMA.or(BREAK)) {
            break;
        } else if s.is(end, AND)
            && (list::opens_action(s, end + 1)
                || s.any(end + 1, &["to"])
                || s.opens_clause(end + 1))
        {
            break;
        } else if deadline(s, end)
            || s.follows(end, &["so", "that"])
            || s.follows(end, &["without", "delay"])
            || s.any(end, &["after"]) && (end + 1..end + 5).any(|j| s.is(j, INSPECTORATE))
            || s.any(end, &["inspectors", "because", "following", "if", "once", "while"])
        {
            break;
        }
        end += 1;
    }
    let mut run = s.trimmed(Run { start: i, end });
    // 'work together better'
    while run.end > run.start + 2 && s.any(run.end - 1, &["better"]) {
        run.end -= 1;
    }
    if run.end - run.start >= 2 && names_action(s, run) {
        x.push(Finding::named(s, run, Required, cue, rule, 0));
    }
    Some(end)
}

/// Whether a run is 'a plan', 'an action plan', 'a report': papers about what must improve.
fn is_paper(s: &Sentence<'_>, run: Run) -> bool {
    let last = run.end - 1;
    s.any(last, &["plan", "report", "evidence", "statement"])
        && (last == run.start || s.any(last - 1, &["action", "improvement", "written", "recovery"]))
}

/// Whether the verb phrase says what is to be done, not only that something is.
fn names_action(s: &Sentence<'_>, run: Run) -> bool {
    !(s.any(run.start, &["take", "make", "do"])
        && s.any(run.start + 1, &["action", "steps", "changes", "urgent", "immediate"]))
        && !s.any(run.start + 1, &["it", "this", "that", "so", "after", "on", "over", "up", "out"])
        && !(run.end <= run.start + 2 && s.any(run.start + 1, &["more", "better"]))
        // 'act swiftly to protect children'
        && !(s.any(run.start, &["act"]) && s.is(run.start + 1, ADVERB))
        && !(s.any(run.start, &["do", "be", "get"]) && s.any(run.start + 1, &["more", "better"]))
}

/// Whether 'by 12 May', 'by the end of March' stands at `i`.
fn deadline(s: &Sentence<'_>, i: usize) -> bool {
    s.any(i, &["by"])
        && (s.is(i + 1, NUMBER)
            || s.any(
                i + 1,
                &[
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                ],
            )
            || (s.any(i + 1, &["the"])
                && s.any(i + 2, &["end", "same", "start", "summer", "spring", "autumn", "new"])))
}

/// Reads what 'ensure' or 'make sure' before `from` has after it: clauses, each an area.
pub(super) fn ensure(
    x: &mut Statement<'_, '_>,
    from: usize,
    cue: Run,
    rule: &'static Rule,
) -> Option<usize> {
    let s = x.s;
    let mut i = from;
    for _ in 0..8 {
        while s.any(i, &["that"]) || s.is(i, OPEN) {
            i += 1;
        }
        if i >= s.len() {
            return None;
        }
        let mut end = s.clause_end(i).min(s.len());
        if !s.has_verb(Run { start: i, end })
            && !(i..end).any(|j| s.is(j, FINITE.or(KEEP)) && j > i)
        {
            // 'ensure compliance with X and Y'
            let (items, end) = list::items(s, i, Reading::Object);
            for item in items {
                if names_area(s, item.run) {
                    x.push(Finding::of(item, Required, cue, rule, 0));
                }
            }
            return Some(end);
        }
        for j in i + 1..end {
            let stops =
                s.is(j, COMMA) && s.any(j + 1, lists::PLAIN_VERBS) && list::opens_action(s, j + 1)
                    || s.is(j, AND)
                        && (list::opens_action(s, j + 1) && !s.has_verb_form(j + 1)
                            || s.any(j + 1, &["that"]))
                    || (s.follows(j, &["so", "that"]) && j > i + 4)
                    || deadline(s, j);
            if stops {
                end = j;
                break;
            }
        }
        // 'make sure there are enough staff': the staff.
        let there = s.any(i, &["there"]) && s.is(i + 1, BE);
        let start = if there { s.skip_adverbs(i + 2) } else { i };
        let run = s.unarticled(s.trimmed(Run { start, end }));
        if run.end >= run.start + 2 {
            x.push(Finding::named(s, run, Required, cue, rule, 0));
        }
        let mut next = end;
        if s.is(next, COMMA) {
            next += 1;
        }
        let and = usize::from(s.is(next, AND));
        if next > end - usize::from(and > 0) && s.any(next + and, &["that"]) {
            // ', that records are kept and that …'
            i = next + and + 1;
            continue;
        }
        return Some(end);
    }
    None
}

impl Sentence<'_> {
    /// Whether the verb at `i` goes on with the subject before it: 'staff check and record'.
    fn has_verb_form(&self, i: usize) -> bool {
        self.is(i, AUXILIARY)
    }
}
