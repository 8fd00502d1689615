//! Steps that the provider has taken or plans.
//!
//! | in the text | areas |
//! | --- | --- |
//! | 'measures include **new leadership** and **smaller teams**' | the items |
//! | 'has recruited **24 social workers**' | the object |
//! | '**caseloads** have been reduced' | the subject |
//!
//! Here are the lists of steps and what has been done; [`money`] reads what money is for, [`plans`]
//! what is promised, [`states`] what is there now or has got better.

mod money;
mod plans;
mod states;

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
            "spend",
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
        money::money(x, i);
    }
    if s.any(i, &["invest", "investing", "ploughed", "pumped", "put", "putting"])
        && (i + 1..i + 4).any(|j| s.word(j).starts_with('£'))
    {
        money::into(x, i);
    }
    if states::is_in_force(s, i) {
        states::in_force(x, i);
    }
    if s.any(i, lists::COMING_DOWN) || s.any(i, lists::GOING_UP) {
        states::moved(x, i);
    }
    if s.any(i, &["now"]) {
        states::there_is_now(x, i);
    }
    if s.any(i, &["new"]) && s.precedes(i, &["we", "have", "a"]) && x.is_quoted(i) {
        has_new(x, i);
    }
    if s.follows(i, &["set", "aside"]) && (i + 2..i + 5).any(|j| s.word(j).starts_with('£')) {
        money::set_aside(x, i);
    }
    if s.any(i, &["got", "there's", "there’s"]) {
        states::got(x, i);
    }
    if s.any(i, &["goes", "go"]) && s.any(i + 1, &["on", "towards", "to"]) {
        money::goes_on(x, i);
    }
    if s.any(i, lists::ARRIVALS) {
        states::arrives(x, i);
    }
    if s.any(i, &["will", "would", "we'll"]) {
        plans::will_do(x, i);
        plans::will_open(x, i);
        plans::will_be_done(x, i);
    }
    if s.any(i, &["focus", "concentrate"]) && s.any(i + 1, &["on"]) {
        plans::plan_focuses(x, i);
    }
    if s.any(
        i,
        &["agreed", "pledged", "plans", "planning", "promised", "going", "intends", "committed"],
    ) {
        plans::planned(x, i);
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
            || s.any(run.start + 1, &["of"])
                && s.is(run.start, QUANTIFIER.or(NUMBER))
                && !(s.any(run.start, &["all"])
                    && s.any(run.start.wrapping_sub(1), lists::STEP_VERBS))
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
    let verb = s.verb_group(i);
    let perfect = (verb..i).any(|j| s.is(j, HAVE)) || contracted(s, i) || we_did(x, i);
    let passive = (verb..i).any(|j| s.is(j, BE) && !s.is(j, PERSON.or(HAVE)));
    if (verb..i).any(|j| s.is(j, NEGATIVE.or(MODAL)) && !s.is(j, HAVE)) {
        return;
    }
    let being = passive && s.any(i.wrapping_sub(1), &["being"]);
    if perfect && passive && (verb..i).any(|j| s.any(j, &["been"])) || being {
        been_done(x, i, verb);
        return;
    }
    // 'a new triage desk was set up in October'
    if passive && !perfect && s.subject(verb).is_some_and(|run| s.any(run.start, &["a", "an"])) {
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
    let from = after_particle(s, i);
    if s.any(i, &["taken"]) && !s.any(i + 1, &["on"])
        || s.any(i, &["put", "agreed", "set"]) && s.any(i + 1, &["to", "that", "out"])
        || s.any(i, &["written", "moved"]) && s.any(i + 1, &["about", "on"])
        || s.follows(i, &["written", "to"]) && (i + 2..i + 5).any(|j| s.is(j, BODY))
    {
        return;
    }
    // 'has improved since the visit' says nothing of what.
    if from >= s.len()
        || s.is(from, MARK.or(PREPOSITION).or(OPENER))
            && !s.is(from, OPEN)
            && !s.follows(i, &["written", "to"])
        || s.is(from, ADVERB)
        || s.any(from, &["since", "after", "before", "until"])
    {
        return;
    }
    let first = x.count();
    push_items(x, from, Run { start: i, end: from }, &HAS_DONE);
    // 'merged the two teams', 'trained 190 supervisors': the object alone does not say the step.
    if s.any(i, lists::STEP_VERBS) {
        name_with_verb(x, first, i);
    }
}

/// Takes the verb at `i` into the name of the finding number `first`, its object.
fn name_with_verb(x: &mut Statement<'_, '_>, first: usize, i: usize) {
    let s = x.s;
    if let Some(finding) = x.findings.get_mut(first) {
        finding.run.start = i;
        finding.name = s.name(finding.run);
    }
}

/// Where the object of the verb of a step at `i` starts, past its particle: 'set up X',
/// 'put in place X', 'signed up to X', 'invested in X'.
fn after_particle(s: &Sentence<'_>, i: usize) -> usize {
    if s.any(i, &["put", "putting"]) && s.follows(i + 1, &["in", "place"]) {
        return i + 3;
    }
    if s.any(i, &["paid"]) && s.any(i + 1, &["for"]) {
        return i + 2;
    }
    if s.any(i, &["signed", "stepped"]) && s.any(i + 1, &["up"]) && s.any(i + 2, &["to", "for"]) {
        return i + 3;
    }
    i + 1 + usize::from(s.any(i + 1, lists::PARTICLES))
}

/// 'we brought in X', in the provider's own words.
fn we_did(x: &Statement<'_, '_>, i: usize) -> bool {
    let s = x.s;
    let verb = verb_of(s, i);
    let we = s.any(verb.wrapping_sub(1), &["we"])
        || s.is(i.wrapping_sub(1), AND)
            && (i.saturating_sub(12)..i - 1)
                .rev()
                .take_while(|&j| !s.is(j, BREAK))
                .any(|j| s.any(j, &["we"]) && !(j + 1..i).any(|k| s.is(k, AUXILIARY.or(COMMA))));
    we && (verb..i).all(|j| s.is(j, ADVERB))
        && x.is_quoted(i)
        && x.side(i) == Side::Provider
        && (s.is(after_particle(s, i), ARTICLE.or(NUMBER).or(COMPARATIVE))
            || s.any(after_particle(s, i), &["new", "extra", "additional"]))
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
        || subject.is_some_and(|run| is_place(s, run))
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

/// Whether a name stands for its council or school: 'Fosse has cut the number of …'.
fn is_place(s: &Sentence<'_>, run: Run) -> bool {
    run.end <= run.start + 3
        && (run.start..run.end).all(|j| s.is(j, CAPITAL) && !s.is(j, INSPECTORATE.or(OTHER)))
}

/// 'caseloads have been reduced', 'a team has been set up'.
fn been_done(x: &mut Statement<'_, '_>, i: usize, verb: usize) {
    let s = x.s;
    let side = x.side(i);
    let ok = side == Side::Provider || (matches!(side, Side::Unknown) && since_inspection(s));
    // 'A new programme has been agreed', but not 'it has been agreed'.
    let new = s.subject(verb).is_some_and(|run| {
        s.any(run.start, &["a", "an"]) && s.any(run.start + 1, &["new", "further", "second"])
    });
    if !ok || s.any(i, &["placed", "taken", "written"]) || s.any(i, &["agreed"]) && !new {
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
        && (i.saturating_sub(20)..i).any(|j| s.is(j, DOING) && s.is(s_back(s, j), BE));
    if (i.saturating_sub(4)..i).any(|j| s.is(j, NEGATIVE)) {
        return;
    }
    let from = after_particle(s, i);
    // 'We are recruiting 40 officers,' says the ministry whose prison it is.
    let ministry = x.side(i) == Side::Other
        && x.is_government(i)
        && !s.any(i, &["investing"])
        && (0..i).any(|j| s.any(j, &["we", "we're", "we’re"]));
    if !(progressive || second)
        || x.side(i) != Side::Provider && !ministry
        || s.is(from, MARK.or(PREPOSITION)) && !s.is(from, OPEN)
    {
        return;
    }
    let first = x.count();
    push_items(x, from, Run { start: i, end: from }, &HAS_DONE);
    if s.any(i, &["training", "retraining", "merging", "moving", "restructuring"]) {
        name_with_verb(x, first, i);
    }
}

/// The word before `i` that is no adverb.
fn s_back(s: &Sentence<'_>, i: usize) -> usize {
    let mut j = i;
    while j > 0 && s.is(j - 1, ADVERB) {
        j -= 1;
    }
    j.wrapping_sub(1)
}

/// The first word of the verb group that ends at `i`.
fn verb_of(s: &Sentence<'_>, mut i: usize) -> usize {
    while i > 0 && s.is(i - 1, AUXILIARY.or(ADVERB)) {
        i -= 1;
    }
    i
}
