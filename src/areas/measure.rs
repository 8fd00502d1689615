//! Steps that the provider has taken or plans.
//!
//! | in the text | areas |
//! | --- | --- |
//! | 'measures include **new leadership** and **smaller teams**' | the items |
//! | 'has recruited **24 social workers**' | the object |
//! | '**caseloads** have been reduced' | the subject |

use super::list::{self, Reading};
use super::phrase::{Run, Sentence};
use super::required::names_area;
use super::voice::{Side, side_of_run};
use super::words::*;
use super::{Finding, Statement};
use crate::record::AreaKind::Measure;
use crate::rule::{Rule, reads};
use crate::tables::areas as lists;

pub(super) static STEPS_TAKEN: Rule = Rule {
    name: "area.steps_taken",
    about: "A list of measures, steps or actions taken or planned.",
    reads: &[
        reads(
            "Measures include [[new leadership]], a [[reduction in caseloads]] and an [[academy for new staff]].",
            "measure: ",
        ),
        reads(
            "Steps taken include [[stabilising the workforce]] and [[reviewing all open cases]].",
            "measure: ",
        ),
    ],
    leaves: &[
        "Measures to curb parking near the school include bollards.",
        "Actions that the school must take include the training of staff, inspectors said.",
    ],
};

pub(super) static HAS_DONE: Rule = Rule {
    name: "area.has_done",
    about: "What the provider has recruited, introduced, cut or set up.",
    reads: &[
        reads(
            "Since the inspection the council has recruited [[24 social workers]] and introduced a [[new recording system]].",
            "measure: ",
        ),
        reads(
            "The trust said it had appointed a [[director of nursing]].",
            "measure: director of nursing",
        ),
    ],
    leaves: &[
        "The trust said it had not used agency staff.",
        "The council has cut bus services in the valley.",
    ],
};

pub(super) static BEEN_DONE: Rule = Rule {
    name: "area.been_done",
    about: "What, in the provider's words, has been cut, hired or put in place.",
    reads: &[reads(
        "[[Caseloads]] have been reduced since the inspection, the council said.",
        "measure: Caseloads",
    )],
    leaves: &["Caseloads have been reduced, inspectors found."],
};

/// Reads what the word at `i` may open.
pub(super) fn read(x: &mut Statement<'_, '_>, i: usize) {
    if x.own {
        return;
    }
    let s = x.s;
    if s.is(i, STEP) {
        steps(x, i);
    }
    if s.any(i, &["include", "included"])
        && i == 1
        && s.any(0, &["these", "those", "they"])
        && x.earlier_steps
        && !x.earlier_needs
    {
        push_items(x, 2, Run { start: 0, end: 2 }, &STEPS_TAKEN);
    }
    if s.is(i, DONE) {
        done(x, i);
    }
    if s.is(i, DOING) {
        doing(x, i);
    }
    if s.any(
        i,
        &[
            "found",
            "spending",
            "spent",
            "committed",
            "earmarked",
            "pledged",
            "given",
            "invested",
            "allocated",
        ],
    ) && (i + 1..i + 4).any(|j| s.word(j).starts_with('£'))
    {
        money(x, i);
    }
    if s.any(i, &["place", "post"]) && s.any(i.wrapping_sub(1), &["in"]) {
        in_place(x, i);
    }
    if s.any(i, &["now"]) {
        there_is_now(x, i);
    }
    if s.any(i, &["new"]) && s.precedes(i, &["we", "have", "a"]) && x.is_quoted(i) {
        has_new(x, i);
    }
    if s.follows(i, &["set", "aside"]) && (i + 2..i + 5).any(|j| s.word(j).starts_with('£')) {
        set_aside(x, i);
    }
    if s.any(i, &["got", "there's", "there’s"]) {
        got(x, i);
    }
    if s.any(i, &["goes", "go"]) && s.any(i + 1, &["on", "towards", "to"]) {
        goes_on(x, i);
    }
    if s.any(i, lists::ARRIVALS) {
        arrives(x, i);
    }
    if s.any(i, &["will", "would", "we'll"]) {
        will_do(x, i);
        will_open(x, i);
    }
    if s.any(i, &["focus", "concentrate"]) && s.any(i + 1, &["on"]) {
        plan_focuses(x, i);
    }
    if s.any(
        i,
        &["agreed", "pledged", "plans", "planning", "promised", "going", "intends", "committed"],
    ) {
        planned(x, i);
    }
    if s.any(i, &["will"]) && s.any(i + 1, &["be"]) {
        under_plan(x, i);
    }
}

/// 'Measures include X', 'steps taken were X and Y', 'actions such as X'.
fn steps(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let stop = s.len().min(i + 24);
    let mut quotes = 0i32;
    let verb = (i + 1..stop).find(|&j| {
        if s.is(j, OPEN) {
            quotes += 1;
        } else if s.is(j, CLOSE) {
            quotes -= 1;
        }
        quotes == 0
            && (s.is(j, BREAK)
                || s.any(j, &["include", "includes", "included", "including"])
                || (s.any(j, &["were", "are"]) && s.is(j + 1, ARTICLE.or(DOING).or(QUANTIFIER)))
                || s.follows(j, &["such", "as"]))
    });
    let Some(verb) = verb.filter(|&j| !s.is(j, BREAK)) else { return };
    let before = Run { start: i.saturating_sub(6), end: verb };
    // What must be done is required, and 'measures to curb parking' are another matter.
    if s.any(i.wrapping_sub(1), &["next"]) {
        // 'Next steps for the school' are what it must do.
        return;
    }
    let must = (before.start..before.end).any(|j| {
        s.any(
            j,
            &["must", "need", "needs", "required", "priority", "should", "needed", "recommended"],
        )
    }) || s.any(i, &["improvements", "work"])
        && !(i..verb).any(|j| s.any(j, &["made", "place", "since", "already", "taken"]))
        || s.any(i, &["work", "moves"]);
    let purpose = s.any(i + 1, &["to"])
        && !s.any(
            i + 2,
            &[
                "improve",
                "address",
                "tackle",
                "strengthen",
                "rectify",
                "help",
                "support",
                "stabilise",
            ],
        );
    let plan = s.any(i, &["plan", "plans"])
        && !(s
            .any(i.wrapping_sub(1), &["action", "improvement", "recovery", "development", "year"]));
    if must || purpose || plan || matches!(x.side(i), Side::Other | Side::Inspectorate) {
        return;
    }
    let from = if s.any(verb, &["such"]) { verb + 2 } else { verb + 1 };
    push_items(x, from, Run { start: i, end: from }, &STEPS_TAKEN);
}

/// Records the items of the list at `from`, with those of the verbs that follow it.
fn push_items(x: &mut Statement<'_, '_>, from: usize, cue: Run, rule: &'static Rule) -> usize {
    let s = x.s;
    let (items, end) = list::items(s, from, Reading::Plain);
    for item in items {
        let mut run = item.run;
        // '£1.9m for 24 extra posts', 'a further £2m on training'
        if let Some(at) =
            (run.start..run.end.min(run.start + 4)).find(|&j| s.word(j).starts_with('£'))
            && let Some(link) =
                (at + 1..run.end.min(at + 3)).find(|&j| s.any(j, &["for", "on", "in"]))
            && link + 1 < run.end
        {
            // 'an extra £6m in frontline staff' stands as it is.
            if s.any(link, &["in"]) {
                x.push(Finding::of(item, Measure, cue, rule, 2));
                continue;
            }
            run = list::strip(s, Run { start: link + 1, end: run.end }, Reading::Plain);
            if !run.is_empty() {
                x.push(Finding::named(s, run, Measure, cue, rule, 2));
            }
            continue;
        }
        // The next verb of the same subject is read by itself.
        if s.is(run.start, DONE)
            && !s.is(run.start, DOING)
            && rule.name == HAS_DONE.name
            && run.end > run.start + 1
        {
            continue;
        }
        // '£1.2m to refurbish the ward'
        let pound = (run.start..run.end.min(run.start + 3)).find(|&j| s.word(j).starts_with('£'));
        if let Some(to) =
            pound.and_then(|at| (at + 1..run.end.min(at + 3)).find(|&j| s.any(j, &["to"])))
            && s.any(
                to + 1,
                &[
                    "build",
                    "clear",
                    "cut",
                    "expand",
                    "fund",
                    "improve",
                    "recruit",
                    "reduce",
                    "refurbish",
                    "repair",
                    "replace",
                    "tackle",
                    "upgrade",
                ],
            )
        {
            run = list::strip(s, Run { start: to + 2, end: run.end }, Reading::Plain);
            if !run.is_empty() {
                x.push(Finding::named(s, run, Measure, cue, rule, 2));
            }
            continue;
        }
        if (run.start..run.end).any(|j| s.word(j).starts_with('£'))
            && !(run.start..run.end)
                .any(|j| s.any(j, &["payment", "scheme", "fund", "bonus", "programme", "worth"]))
        {
            continue;
        }
        // 'had started work' names nothing.
        if run.end - run.start == 1 && s.any(run.start, lists::GENERAL) {
            continue;
        }
        if s.any(run.end - 1, &["first"])
            || s.any(run.start, &["first"]) && s.is(run.start + 1, NUMBER)
        {
            continue;
        }
        // 'and asked the council to help': another act of the same subject.
        if s.any(run.start, &["apologised", "asked", "met", "spoken", "told", "worked"])
            && rule.name == HAS_DONE.name
        {
            continue;
        }
        if s.any(run.start, &["back", "aside", "up"])
            || s.any(run.start + 1, &["of"]) && s.is(run.start, QUANTIFIER.or(NUMBER))
            || s.is(s.head(run), OTHER)
                && s.is(s.head(run), PERSON)
                && s.is(run.start, ARTICLE.or(PERSON))
        {
            continue;
        }
        if names_area(s, run)
            && !s.any(run.start, &["that", "it", "them", "place", "note", "part", "how"])
        {
            x.push(Finding::of(item, Measure, cue, rule, 2));
        }
    }
    end
}

/// "We've found £6.2m for 40 extra social workers".
fn money(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    if x.side(i) != Side::Provider {
        return;
    }
    let amount = (i + 1..i + 4).find(|&j| s.word(j).starts_with('£')).unwrap_or(i);
    let from =
        if s.any(amount + 1, &["million", "m", "billion"]) { amount + 2 } else { amount + 1 };
    // 'has given £800,000 to cut the backlog of reviews'
    if s.any(from, &["for", "on"]) {
        push_items(x, from + 1, Run { start: i, end: from + 1 }, &HAS_DONE);
    } else if s.any(from, &["to"])
        && s.any(from + 1, &["clear", "cut", "fund", "improve", "reduce", "shorten", "tackle"])
    {
        push_items(x, from + 2, Run { start: i, end: from + 2 }, &HAS_DONE);
    }
}

/// 'has set aside £2m to clear the backlog of reviews': what the money is for.
fn set_aside(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let first = if contracted(s, i) { Some(i) } else { follows_done(s, i) };
    let Some(first) = first else { return };
    let to = (i + 3..s.len().min(i + 8)).find(|&j| s.any(j, &["to", "for"]));
    let Some(to) = to.filter(|_| has_done_ok(x, first)) else { return };
    let from = if s.any(to, &["for"]) {
        to + 1
    } else if s.any(to + 1, &["clear", "cut", "fund", "improve", "reduce", "tackle"]) {
        to + 2
    } else {
        return;
    };
    push_items(x, from, Run { start: i, end: from }, &HAS_DONE);
}

/// 'We have a new recording system', in the provider's words.
fn has_new(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let noun = s.head(Run { start: i, end: s.len().min(i + 6) });
    if x.side(i) != Side::Provider
        || s.is(noun, OTHER)
        || (i..=noun).any(|j| s.any(j, lists::GENERAL))
    {
        return;
    }
    let run = s.trimmed(Run { start: i, end: noun + 1 });
    let end = (run.end..s.len().min(run.end + 10))
        .find(|&j| s.is(j, MARK.or(AND).or(RELATIVE).or(OPENER).or(VERB)))
        .unwrap_or(run.end);
    let run = s.trimmed(Run { start: i, end });
    x.push(Finding::named(s, run, Measure, Run { start: i - 2, end: i - 1 }, &HAS_DONE, 2));
}

/// Whether the sentence speaks of a time or a cause that makes what was done a step.
fn since_inspection(s: &Sentence<'_>) -> bool {
    (0..s.len()).any(|j| {
        (s.any(j, &["since", "following", "after"])
            && (j + 1..s.len().min(j + 6))
                .any(|k| s.is(k, INSPECTORATE) || s.any(k, &["then", "april"])))
            || s.follows(j, &["in", "response"])
            || s.follows(j, &["since", "then"])
    })
}

/// 'has recruited X and introduced Y', 'X have been cut'.
fn done(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let mut verb = i;
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) {
        verb -= 1;
    }
    let perfect = (verb..i).any(|j| s.is(j, HAVE)) || contracted(s, i);
    let passive = (verb..i).any(|j| s.is(j, BE) && !s.is(j, PERSON.or(HAVE)));
    if (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL)) && !s.is(j, HAVE)) {
        return;
    }
    let being = passive && s.any(i.wrapping_sub(1), &["being"]);
    if perfect && passive && (verb..i).any(|j| s.any(j, &["been"])) || being {
        been_done(x, i, verb);
        return;
    }
    if passive || !perfect {
        // 'and introduced Y': the verb before has the auxiliary.
        let Some(first) = follows_done(s, i) else { return };
        if !has_done_ok(x, first) {
            return;
        }
    } else if !has_done_ok(x, i) {
        return;
    }
    let mut from = i + 1;
    if s.any(from, &["up", "in", "out", "on", "down", "aside", "forward", "over"])
        && !s.follows(i, &["put", "in", "place"])
    {
        from += 1;
    }
    if s.follows(i, &["put", "in", "place"]) {
        from = i + 3;
    }
    if s.any(i, &["taken"]) && !s.any(i + 1, &["on"])
        || s.any(i, &["put", "agreed", "set"]) && s.any(i + 1, &["to", "that", "out"])
        || s.any(i, &["written", "moved"]) && s.any(i + 1, &["about", "on"])
        || s.follows(i, &["written", "to"]) && (i + 2..i + 5).any(|j| s.is(j, BODY))
    {
        return;
    }
    if s.any(
        i,
        &[
            "increased",
            "reduced",
            "doubled",
            "fallen",
            "moved",
            "opened",
            "started",
            "begun",
            "improved",
            "merged",
            "developed",
            "set",
            "brought",
            "agreed",
            "put",
            "built",
        ],
    ) && (from >= s.len()
        || s.is(from, MARK.or(PREPOSITION).or(OPENER)) && !s.is(from, OPEN)
        || s.any(from, &["since", "after", "before", "until"]))
        && !s.any(i, &["put"])
    {
        return;
    }
    let first = x.count();
    push_items(x, from, Run { start: i, end: from }, &HAS_DONE);
    // 'merged the two teams', 'trained 190 supervisors': the object alone does not say the step.
    if s.any(i, lists::STEP_VERBS)
        && let Some(finding) = x.findings.get_mut(first)
    {
        finding.run.start = i;
        finding.name = s.name(finding.run);
    }
}

/// "we've", "they'd" directly before the verb.
fn contracted(s: &Sentence<'_>, i: usize) -> bool {
    let mut j = i;
    while j > 0 && s.is(j - 1, ADVERB) {
        j -= 1;
    }
    j > 0 && s.is(j - 1, HAVE)
}

/// The verb of the same list that has the auxiliary of the one at `i`: 'has cut X and set up Y'.
fn follows_done(s: &Sentence<'_>, i: usize) -> Option<usize> {
    let mut j = i;
    while j > 0 && s.is(j - 1, ADVERB) {
        j -= 1;
    }
    if j == 0 || !s.is(j - 1, AND.or(COMMA)) {
        return None;
    }
    (j.saturating_sub(30)..j - 1)
        .rev()
        .take_while(|&k| !s.is(k, BREAK))
        .find(|&k| s.is(k, DONE) && contracted(s, k))
}

/// Whether the perfect at `i` is said of the provider, as a step.
fn has_done_ok(x: &mut Statement<'_, '_>, i: usize) -> bool {
    let s = x.s;
    let mut verb = i;
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) && !s.is(verb - 1, BODY) {
        verb -= 1;
    }
    let mut side = x.side(i);
    // 'She has also brought in …': whoever spoke last does not say this.
    if side == Side::Other && !x.is_quoted(i) && x.sayer(i) == Side::Unknown {
        side = Side::Unknown;
    }
    let subject = s.subject(verb);
    // 'We have sent in a new governor,' says the minister whose prison it is.
    if side == Side::Other
        && x.is_government(i)
        && subject.is_some_and(|run| s.any(run.start, &["we", "we've", "we’ve"]))
    {
        side = Side::Provider;
    }
    if matches!(side, Side::Other | Side::Inspectorate) {
        return false;
    }
    let provider = subject.is_some_and(|run| {
        side_of_run(s, run) == Side::Provider
            || s.any(run.start, &["we", "it", "they", "she", "he", "leaders", "bosses"])
    }) || subject.is_some_and(|run| {
        s.is(run.end - 1, PROVIDER.or(BODY)) && !s.is(run.end - 1, INSPECTORATE)
    }) || s.is(verb, BODY)
        || subject.is_none();
    if !provider {
        return false;
    }
    match side {
        Side::Provider => true,
        _ => {
            since_inspection(s)
                || (verb..i).any(|j| s.any(j, &["now", "already"])) && side == Side::Unknown
                || subject.is_some_and(|run| s.any(run.start, &["she", "he"]))
                    && (verb..i).any(|j| s.any(j, &["also"]))
        }
    }
}

/// 'caseloads have been reduced', 'a team has been set up'.
fn been_done(x: &mut Statement<'_, '_>, i: usize, verb: usize) {
    let s = x.s;
    let side = x.side(i);
    let ok = side == Side::Provider || (matches!(side, Side::Unknown) && since_inspection(s));
    if !ok || s.any(i, &["taken", "agreed", "written"]) {
        return;
    }
    if s.any(i, &["set", "put"]) && !s.any(i + 1, &["up", "aside", "in"]) {
        return;
    }
    let Some(subject) = s.subject(verb) else { return };
    // 'every member of staff has been trained in first aid': people are no step.
    if s.is(s.head(s.bare(subject)), PERSON)
        && s.any(i, lists::STEP_VERBS)
        && side == Side::Provider
    {
        let run = s.unarticled(Run { start: subject.start, end: s.clause_end_after_verb(i) });
        if !s.any(run.start, &["it", "this", "that", "what", "who"]) {
            let cue = Run { start: verb, end: i + 1 };
            x.push(Finding::named(s, s.trimmed(run), Measure, cue, &BEEN_DONE, 2));
        }
        return;
    }
    let run = list::strip(s, s.bare(subject), Reading::Plain);
    let money = (run.start..run.end).any(|j| s.word(j).starts_with('£'))
        && !(run.start..run.end)
            .any(|j| s.any(j, &["fund", "investment", "package", "programme", "scheme"]));
    if run.is_empty()
        || !names_area(s, run)
        || money
        || s.any(run.start, &["it", "this", "that", "what", "action"])
    {
        return;
    }
    x.push(Finding::named(s, run, Measure, Run { start: verb, end: i + 1 }, &BEEN_DONE, 2));
    // 'two flats had been set aside, and a specialist worker hired'
    let stop = s.len().min(i + 14);
    if let Some(and) = (i + 1..stop).find(|&j| s.is(j, AND) && s.is(j + 1, ARTICLE.or(QUANTIFIER)))
        && let Some(done) = (and + 2..stop).find(|&j| s.is(j, MARK.or(AUXILIARY).or(DONE)))
        && s.is(done, DONE)
        && s.is(done + 1, STOP.or(COMMA).or(CLOSE))
    {
        let run = s.bare(Run { start: and + 1, end: done });
        x.push(Finding::named(s, run, Measure, Run { start: done, end: done + 1 }, &BEEN_DONE, 2));
    }
}

/// 'it was recruiting X and introducing Y'.
fn doing(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let progressive = s.is(s_back(s, i), BE);
    let second = s.is(i.wrapping_sub(1), AND.or(COMMA))
        && (i.saturating_sub(20)..i).any(|j| s.is(j, DOING) && s.is(j.wrapping_sub(1), BE));
    if (i.saturating_sub(4)..i).any(|j| s.is(j, NEGATIVE)) {
        return;
    }
    if !(progressive || second) || x.side(i) != Side::Provider || s.is(i + 1, MARK.or(PREPOSITION))
    {
        return;
    }
    push_items(x, i + 1, Run { start: i, end: i + 1 }, &HAS_DONE);
}

/// The word before `i` that is no adverb.
fn s_back(s: &Sentence<'_>, i: usize) -> usize {
    let mut j = i;
    while j > 0 && s.is(j - 1, ADVERB) {
        j -= 1;
    }
    j.wrapping_sub(1)
}

/// 'a new curriculum plan had been in place since', 'an experienced manager has been in post'.
fn in_place(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let mut verb = i - 1;
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) {
        verb -= 1;
    }
    if verb == i - 1 || x.side(i) != Side::Provider || (verb..i).any(|j| s.is(j, NEGATIVE)) {
        return;
    }
    let Some(subject) = s.subject(verb) else { return };
    let run = s.bare(subject);
    if !run.is_empty() && names_area(s, run) {
        x.push(Finding::named(s, run, Measure, Run { start: verb, end: i + 1 }, &BEEN_DONE, 2));
    }
}

/// "There's now an officer in the team", 'we now have a plan', in the provider's words.
fn there_is_now(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let there = s.any(i.wrapping_sub(1), &["there's", "there’s"])
        || s.precedes(i, &["there", "is"])
        || s.precedes(i, &["there", "are"]);
    let have = s.any(i.wrapping_sub(1), &["we"]) && s.any(i + 1, &["have"]);
    let from = if have { i + 2 } else { i + 1 };
    if !(there || have)
        || !s.is(from, ARTICLE.or(NUMBER).or(QUANTIFIER))
        || s.any(from, &["no"])
        || x.side(i) != Side::Provider
    {
        return;
    }
    push_items(x, from, Run { start: i - 1, end: from }, &HAS_DONE);
}

/// 'has pledged to recruit 50 social workers': a plan that names what comes.
fn planned(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let to = if s.any(i + 1, &["to"]) { i + 2 } else { return };
    let provider = s.subject(verb_of(s, i)).is_some_and(|run| {
        side_of_run(s, run) == Side::Provider || s.any(run.start, &["we", "it"])
    });
    let concrete = s.any(
        to,
        &[
            "recruit",
            "hire",
            "appoint",
            "introduce",
            "launch",
            "open",
            "create",
            "establish",
            "fund",
            "employ",
            "install",
            "build",
        ],
    );
    if !provider || !concrete || matches!(x.side(i), Side::Other | Side::Inspectorate) {
        return;
    }
    push_items(x, to + 1, Run { start: i, end: to + 1 }, &HAS_DONE);
}

/// The first word of the verb group that ends at `i`.
fn verb_of(s: &Sentence<'_>, mut i: usize) -> usize {
    while i > 0 && s.is(i - 1, AUXILIARY.or(ADVERB)) {
        i -= 1;
    }
    i
}

/// 'Under the council's improvement plan, supervision will be held every month.'
fn under_plan(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let plan = s.any(0, &["under"])
        && (0..s.len().min(9)).any(|j| {
            s.any(j, &["plan"]) && s.any(j.wrapping_sub(1), &["action", "improvement", "recovery"])
        });
    if !plan || matches!(x.side(i), Side::Other | Side::Inspectorate) {
        return;
    }
    if let Some(subject) = s.subject(i) {
        let run = s.bare(subject);
        if !run.is_empty() && names_area(s, run) {
            x.push(Finding::named(s, run, Measure, Run { start: i, end: i + 2 }, &BEEN_DONE, 2));
        }
    }
}

/// "We've got a new scheme in place", "and there's a dedicated adviser", in the provider's words.
fn got(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let from = i + 1;
    let has = s.any(i, &["got"]) && s.is(i.wrapping_sub(1), HAVE);
    // What is there is a step only beside other steps.
    let there =
        !s.any(i, &["got"]) && (i.saturating_sub(40)..i).any(|j| s.is(j, DONE) && contracted(s, j));
    if !(has || there)
        || !s.any(from, &["a", "an"])
        || s.is(from + 1, PREPOSITION)
        || x.side(i) != Side::Provider
        || !x.is_quoted(i)
    {
        return;
    }
    let noun = s.head(Run { start: from, end: s.len().min(from + 6) });
    if (from..=noun).any(|j| s.any(j, lists::GENERAL)) {
        return;
    }
    push_items(x, from, Run { start: i, end: from }, &HAS_DONE);
}

/// 'A third of that £640,000 goes on training, a fifth on a helpline, and the rest on posts.'
fn goes_on(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let money = (i.saturating_sub(10)..i).any(|j| s.word(j).starts_with('£'));
    if !money || x.side(i) != Side::Provider {
        return;
    }
    let mut from = i + 2;
    for _ in 0..4 {
        let stop = s.len().min(from + 24);
        let Some(end) = (from..stop).find(|&j| s.is(j, COMMA.or(BREAK).or(CLOSE))) else { return };
        let cue = Run { start: i, end: i + 2 };
        let relative = (from + 1..end).find(|&j| s.is(j, RELATIVE)).unwrap_or(end);
        let run = list::strip(s, Run { start: from, end: relative }, Reading::Plain);
        if !run.is_empty() && names_area(s, run) {
            x.push(Finding::named(s, run, Measure, cue, &HAS_DONE, 2));
        }
        // ', a fifth on', ', and the rest on', past figures between.
        let next = (end..s.len().min(end + 12)).find(|&j| {
            s.any(j, &["on", "towards"])
                && s.any(
                    j - 1,
                    &["rest", "fifth", "quarter", "third", "half", "remainder", "tenth"],
                )
        });
        let Some(next) = next else { return };
        from = next + 1;
    }
}

/// 'A new manager, Lorna Beck, starts on Monday', in the provider's words.
fn arrives(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let mut verb = i;
    while verb > 0 && s.is(verb - 1, AUXILIARY.or(ADVERB)) {
        verb -= 1;
    }
    if (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL)) && !s.any(j, &["will"]))
        || x.side(i) != Side::Provider
    {
        return;
    }
    let Some(mut subject) = s.subject(verb) else { return };
    // The name stands between commas: 'a new head, Jane Roe, joined us'.
    if s.is(verb.wrapping_sub(1), COMMA) && subject.end == verb {
        return;
    }
    if let Some(comma) = (subject.start..subject.end).find(|&j| s.is(j, COMMA)) {
        subject.end = comma;
    }
    let new = (subject.start..subject.end).any(|j| {
        s.any(j, &["new", "additional", "extra", "permanent", "interim", "experienced", "external"])
    });
    let opens = s.is(subject.start, ARTICLE.or(NUMBER).or(QUANTIFIER));
    let post = s.any(subject.end - 1, lists::POSTS)
        || (subject.start..subject.end).any(|j| s.any(j, lists::POSTS));
    if !opens
        || !(new || s.any(subject.start, &["a", "an"]) && post)
        || subject.end > subject.start + 8
    {
        return;
    }
    let run = s.bare(subject);
    if names_area(s, run) && !s.is(s.head(run), OTHER) {
        x.push(Finding::named(s, run, Measure, Run { start: verb, end: i + 1 }, &HAS_DONE, 3));
    }
}

/// 'We will open two new children's homes next spring': a plan that names what comes.
fn will_do(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let mut verb = s.skip_adverbs(i + 1);
    // Verbs whose object is the step, and those that are part of its name.
    let brings = |verb: usize| {
        s.any(
            verb,
            &[
                "recruit",
                "hire",
                "appoint",
                "open",
                "launch",
                "employ",
                "introduce",
                "install",
                "create",
                "build",
                "expand",
                "increase",
                "buy",
                "double",
                "extend",
                "fund",
            ],
        ) && s.is(verb + 1, ARTICLE.or(NUMBER).or(QUANTIFIER).or(COMPARATIVE))
            || s.any(verb, &["have"])
                && (s.follows(verb + 1, &["our", "own"]) || s.follows(verb + 1, &["a", "new"]))
    };
    let does = |verb: usize| {
        s.any(verb, &["give", "offer", "train", "retrain", "move", "merge", "close"])
            && s.is(verb + 1, ARTICLE.or(NUMBER).or(QUANTIFIER).or(PERSON))
    };
    if !brings(verb)
        || x.side(i) != Side::Provider
        || s.is(i.wrapping_sub(1), PREPOSITION.or(RELATIVE))
    {
        return;
    }
    for _ in 0..5 {
        // The verb's own stretch, up to the next verb of the list.
        let stop = s.len().min(verb + 24);
        let next = (verb + 2..stop).find(|&j| {
            s.is(j, BREAK.or(CLOSE))
                || s.is(j, AND.or(COMMA)) && {
                    let after = j + 1 + usize::from(s.is(j + 1, AND));
                    brings(after) || does(after)
                }
        });
        let end = next.unwrap_or(stop);
        let cue = Run { start: i, end: verb + 1 };
        if brings(verb) {
            let cut = Sentence { source: s.source, words: &s.words[..end] };
            for item in list::items(&cut, verb + 1, Reading::Plain).0 {
                if names_area(s, item.run) {
                    x.push(Finding::of(item, Measure, cue, &HAS_DONE, 2));
                }
            }
        } else {
            let run = list::strip(
                s,
                Run { start: verb, end: s.clause_end_after_verb(verb).min(end) },
                Reading::Plain,
            );
            x.push(Finding::named(s, run, Measure, cue, &HAS_DONE, 2));
        }
        let Some(next) = next.filter(|&j| s.is(j, AND.or(COMMA))) else { return };
        verb = next + 1 + usize::from(s.is(next + 1, AND));
    }
}

/// 'A new wing will open in April', 'a helpline will be running by May', in the provider's words.
fn will_open(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let verb = s.skip_adverbs(i + 1);
    let opens = s.any(verb, &["open", "start", "begin", "launch", "meet"])
        && (s.is(verb + 1, MARK.or(PREPOSITION).or(ADVERB).or(OPENER)) || verb + 1 >= s.len())
        || s.any(verb, &["be"])
            && (s
                .any(verb + 1, &["based", "built", "introduced", "launched", "opened", "running"])
                || s.follows(verb + 1, &["in", "place"])
                || s.follows(verb + 1, &["up", "and", "running"])
                || s.follows(verb + 1, &["set", "up"]));
    if !opens || x.side(i) != Side::Provider {
        return;
    }
    let Some(subject) = s.subject(i) else { return };
    let run = s.bare(subject);
    let one = s.any(subject.start, &["a", "an", "another"]) || s.is(subject.start, NUMBER);
    let head = s.head(run);
    let names = names_area(s, run) || s.any(head, &["board", "team"]) && run.end > run.start + 1;
    if one && names && !s.is(head, PERSON.or(INSPECTORATE).or(OTHER)) {
        x.push(Finding::named(s, run, Measure, Run { start: i, end: verb + 1 }, &HAS_DONE, 3));
    }
}

/// 'The next phase of the plan would focus on supervision and audit', in the provider's words.
fn plan_focuses(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let will = s.any(i.wrapping_sub(1), &["will", "would"]);
    let subject = if will { s.subject(i - 1) } else { None };
    let plan = subject.is_some_and(|run| {
        (run.start..run.end).any(|j| s.any(j, &["phase", "plan", "programme", "strategy"]))
    });
    if plan && x.side(i) == Side::Provider {
        push_items(x, i + 2, Run { start: i - 1, end: i + 2 }, &STEPS_TAKEN);
    }
}
