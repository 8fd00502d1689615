//! What verbs demand: 'must improve X', 'X needs to improve', 'was told to improve X'.

use super::super::actions;
use super::super::list::{self, Reading};
use super::super::phrase::{Run, Sentence};
use super::super::voice::Side;
use super::super::words::*;
use super::super::{Finding, Statement};
use super::{MUST_IMPROVE, NEEDS_TO, TOLD_TO, may_require, names_area, push_items};
use crate::record::AreaKind::Required;
use crate::rule::Rule;
use crate::tables::areas as lists;

/// 'must', 'should', 'needs to', 'has to', 'has yet to' with what follows or stands before.
pub(super) fn modal(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let bare = s.any(i, &["must", "should"]);
    let mut to = i + 1;
    if !bare {
        // 'has until 22 March to improve'
        if s.is(i, HAVE) && s.any(i + 1, &["until"]) {
            let limit = s.len().min(i + 10);
            let to = (i + 2..limit).find(|&j| s.any(j, &["to"]) && !s.is(j + 1, NUMBER));
            if let Some(to) = to.filter(|_| may_require(x.side(i))) {
                actions::read(x, to + 1, Run { start: i, end: to + 1 }, &NEEDS_TO, true);
            }
            return;
        }
        if s.is(i, HAVE) && !s.any(i + 1, &["to", "yet", "still"]) {
            return;
        }
        if s.any(
            i,
            &["need", "needs", "needed", "has", "have", "had", "ought", "requires", "require"],
        ) {
            to = if s.any(i + 1, &["yet", "still"]) { i + 2 } else { i + 1 };
            // 'Teachers need more help to adapt lessons'
            if s.any(i, &["need", "needs"])
                && s.is(to, COMPARATIVE)
                && !s.is(to + 1, PREPOSITION.or(MARK))
                && s.subject(i).is_some_and(|run| s.is(s.head(s.bare(run)), PERSON))
                && (x.side(i) == Side::Inspectorate
                    || x.side(i) == Side::Unknown && x.after_recommendations())
            {
                push_items(x, to, Run { start: i, end: to }, &NEEDS_TO, 1);
                return;
            }
            // 'needs strengthening', 'need improvement'
            if s.any(i, &["need", "needs"])
                && (s.any(to, &["improvement", "strengthening", "improving", "urgent"])
                    || s.any(to, &["work"]) && (to + 1 >= s.len() || s.is(to + 1, MARK.or(AND))))
            {
                if s.any(to, &["urgent"]) && !s.any(to + 1, &["attention"]) {
                    return;
                }
                subject_area(x, i, Run { start: i, end: to + 1 });
                return;
            }
            if !s.any(to, &["to"]) {
                return;
            }
            to += 1;
        } else {
            return;
        }
    }
    let mut verb = s.skip_adverbs(to);
    if s.any(verb, &["still", "now"]) {
        verb += 1;
    }
    // 'should, as a matter of urgency, review'
    if s.is(verb, COMMA)
        && let Some(close) = (verb + 1..s.len().min(verb + 10)).find(|&j| s.is(j, COMMA))
    {
        verb = s.skip_adverbs(close + 1);
    }
    // 'must by 30 September ensure'
    if s.any(verb, &["by"])
        && s.is(verb + 1, NUMBER)
        && let Some(after) = (verb + 2..s.len().min(verb + 5))
            .find(|&j| s.is(j, IMPROVE.or(KEEP)) || s.any(j, &["ensure", "make"]))
    {
        verb = after;
    }
    // 'should within three months improve'
    if s.any(verb, &["within"])
        && s.is(verb + 1, NUMBER.or(QUANTIFIER))
        && let Some(after) = (verb + 3..s.len().min(verb + 5))
            .find(|&j| s.is(j, IMPROVE.or(KEEP)) || s.any(j, &["ensure", "make"]))
    {
        verb = after;
    }
    let side = x.side(i);
    if !may_require(side) || s.is(verb, NEGATIVE) || s.is(i, NEGATIVE) {
        return;
    }
    if (i.saturating_sub(7)..i).any(|j| s.any(j, &["whether", "if"])) {
        return;
    }
    let cue = Run { start: i, end: (verb + 1).min(s.len()) };
    if s.any(verb, &["be"]) {
        let mut done =
            if s.is(verb + 1, COMPARATIVE) { verb + 1 } else { s.skip_adverbs(verb + 1) };
        let better = s.is(done, COMPARATIVE) && !s.any(done, &["more", "enough", "further"]);
        if better {
            done += 1;
        }
        if s.any(i.wrapping_sub(1), &["more"]) && s.any(done, &["done"]) {
            // 'more needs to be done to check X'
            if s.any(done + 1, &["to"]) {
                actions::read(x, done + 2, Run { start: i - 1, end: done + 2 }, &NEEDS_TO, true);
            } else if s.any(done + 1, &["on", "around"]) {
                push_items(x, done + 2, Run { start: i - 1, end: done + 2 }, &NEEDS_TO, 1);
            }
        } else if improved(s, done) || better {
            subject_area(x, i, Run { start: i, end: (done + 1).min(s.len()) });
        }
        return;
    }
    // 'What needs to improve in the town, the report says, is X; Y; and Z', but not
    // 'plans identify what needs to change and are detailed', of which reports are full.
    if !x.own
        && s.any(i.wrapping_sub(1), &["what"])
        && (i == 1 || s.is(i - 2, MARK.or(OPENER)) || s.any(i - 2, &["and", "but", "that"]))
        && s.any(verb, &["change", "improve"])
        && let Some(is) = (verb + 1..s.len().min(verb + 14)).find(|&j| s.any(j, &["are", "is"]))
        && !(verb..is).any(|j| s.is(j, BREAK))
        && !s.is(is + 1, ADVERB.or(NEGATIVE).or(MARK))
    {
        push_items(x, is + 1, Run { start: i - 1, end: is + 1 }, &MUST_IMPROVE, 0);
        return;
    }
    if s.any(verb, &["improve", "improving"]) || s.follows(verb, &["get", "better"]) {
        let after = if s.any(verb, &["get"]) { verb + 2 } else { verb + 1 };
        let ends = after >= s.len()
            || s.is(after, MARK.or(AND).or(ADVERB).or(OPENER)) && !s.is(after, OPEN)
            || s.any(after, &["too", "quickly", "so", "if"]);
        if ends {
            subject_area(x, i, cue);
            return;
        }
    }
    if !subject_requires(x, i, side) {
        return;
    }
    // 'The home must, by 12 May, complete …', where the writer goes on with what was found.
    let loose = side == Side::Inspectorate && (bare || s.any(i, &["need", "needs", "had", "has"]))
        || side == Side::Unknown
            && s.any(i, &["must"])
            && (s.is(i + 1, COMMA) && s.any(i + 2, &["by"]) || x.goes_on_with_findings(i));
    actions::read(x, verb, cue, &NEEDS_TO, loose);
}

/// Whether the participle at `i` says that something is to be mended.
fn improved(s: &Sentence<'_>, i: usize) -> bool {
    s.any(
        i,
        &[
            "improved",
            "strengthened",
            "addressed",
            "tackled",
            "reduced",
            "reviewed",
            "developed",
            "resolved",
            "raised",
            "tightened",
            "sharpened",
            "increased",
            "rectified",
            "fixed",
            "overhauled",
            "speeded",
            "enhanced",
            "embedded",
            "extended",
        ],
    )
}

/// Whether the subject of the modal at `i` is somebody who can be required to act.
fn subject_requires(x: &mut Statement<'_, '_>, i: usize, side: Side) -> bool {
    let s = x.s;
    let Some(run) = s.subject(i) else {
        return side == Side::Inspectorate;
    };
    if (run.start..run.end).any(|j| s.any(j, &["who", "which", "what"])) && run.end - run.start <= 2
    {
        return false;
    }
    let head = s.head(s.bare(run));
    if s.is(head, OTHER) && !s.is(head, PERSON)
        || s.any(head, &["ministers", "government", "parents", "residents", "inspectors", "ofsted"])
    {
        return false;
    }
    if side == Side::Inspectorate {
        return true;
    }
    let known = s.is(head, BODY.or(PERSON).or(PROVIDER))
        || s.is(head, CAPITAL)
        // 'The centre must reduce restraint'
        || s.any(head, &["centre", "practice", "unit"])
            && s.is(run.start, ARTICLE)
            && head == run.start + 1;
    // In the provider's own words a promise is no requirement.
    known && !(side == Side::Provider && s.any(head, &["you", "i"]))
}

/// The subject of the verb at `verb` as what must improve, with the list that it ends.
fn subject_area(x: &mut Statement<'_, '_>, verb: usize, cue: Run) {
    let s = x.s;
    if !may_require(x.side(verb)) {
        return;
    }
    let Some(subject) = s.subject(verb) else { return };
    // 'X, Y and Z all need to improve'
    let all = (subject.start..verb).find(|&j| s.any(j, &["all", "both"]));
    if let Some(all) = all
        && subject.start > 0
        && s.is(subject.start - 1, COMMA.or(AND))
    {
        let floor = verb.saturating_sub(50);
        let start = (floor..subject.start)
            .rev()
            .find(|&j| s.is(j, SAYING.or(BREAK).or(OPEN)) || s.any(j, &["that"]))
            .map_or(floor, |j| j + 1);
        let cut = Sentence { source: s.source, words: &s.words[..all] };
        for item in list::items(&cut, start, Reading::Required).0 {
            if names_area(s, item.run) {
                x.push(Finding::of(item, Required, cue, &MUST_IMPROVE, 0));
            }
        }
        return;
    }
    // 'three areas where practice needs to be strengthened' announces them.
    if s.any(subject.start.wrapping_sub(1), &["where"])
        && (0..subject.start).any(|j| s.is(j, SUBJECT))
    {
        return;
    }
    let run = list::strip(s, s.bare(subject), Reading::Plain);
    let is_judgement = run.end - run.start == 1 && s.is(run.start, JUDGEMENT);
    if run.is_empty() || !names_area(s, run) || is_judgement || s.is(s.head(run), PERSON.or(BODY)) {
        return;
    }
    if (run.start..run.end).any(|j| s.any(j, &["what"]))
        || s.any(run.start, &["more", "who", "there", "this"])
    {
        return;
    }
    x.push(Finding::named(s, run, Required, cue, &MUST_IMPROVE, 0));
}

/// 'told to improve X', 'Inspectors want the council to improve X'.
pub(super) fn told(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // A headline leaves the verb out: 'Force told to improve how it answers calls'.
    let ellipsis = s.any(i, &["told", "ordered", "instructed"]) && s.any(i + 1, &["to"]);
    let passive = ((i.saturating_sub(3)..i).any(|j| s.is(j, BE)) || ellipsis)
        && !s.any(i, &["wants", "want", "gives", "gave"]);
    let stop = s.len().min(i + 16);
    let Some(to) = (i + 1..stop)
        .find(|&j| s.any(j, &["to"]) || s.is(j, BREAK.or(COMMA)) || (j > i && s.any(j, &["that"])))
    else {
        return;
    };
    if s.any(to, &["that"])
        && s.any(i, &["recommends", "recommended", "recommend"])
        && x.side(i) != Side::Other
    {
        improves(x, to + 1, Run { start: i, end: to + 1 }, &TOLD_TO);
        return;
    }
    if !s.any(to, &["to"]) || s.is(to - 1, NEGATIVE) {
        return;
    }
    let given = s.any(i, &["give", "gives", "gave", "given"]);
    // 'notices which give the agency until 29 February to ensure that …'
    if let Some(until) = (i + 1..i + 6).find(|&j| given && s.any(j, &["until"]))
        && let Some(to) =
            (until + 2..s.len().min(until + 8)).find(|&j| s.any(j, &["to"]) && !s.is(j + 1, NUMBER))
        && may_require(x.side(i))
    {
        actions::read(x, to + 1, Run { start: i, end: to + 1 }, &TOLD_TO, true);
        return;
    }
    // 'was told in December to improve'
    let when = s.any(i + 1, &["in", "on", "at", "last", "after", "during"])
        && !(i + 2..to).any(|j| s.is(j, PERSON.or(AUXILIARY)));
    if passive && !given && to > i + 1 && !when && !(i + 1..to).any(|j| s.any(j, &["by"])) {
        return;
    }
    let side = x.side(i);
    if passive {
        // 'Ofsted is expected to carry out a visit', 'fans were told to improve their behaviour'
        let verb = s.verb_group(i);
        let who =
            s.subject(verb).map_or(Side::Unknown, |run| crate::areas::voice::side_of_run(s, run));
        if who == Side::Inspectorate || who == Side::Other && ellipsis {
            return;
        }
        if side == Side::Other || (given && !(0..i).any(|j| s.is(j, INSPECTORATE))) {
            return;
        }
    } else {
        let mut start = i;
        while start > 0 && s.is(start - 1, AUXILIARY.or(ADVERB)) {
            start -= 1;
        }
        let earlier = s.subject(start).is_none()
            && s.is(start.wrapping_sub(1), AND)
            && (0..i.min(4)).any(|j| s.is(j, INSPECTORATE));
        let sayer = if earlier {
            // 'The regulator has imposed conditions and told it to review X'
            Side::Inspectorate
        } else if s.any(i, &["requiring"]) {
            // 'a notice requiring the practice to improve X'
            crate::areas::voice::side_of_run(s, Run { start: i.saturating_sub(1), end: i })
        } else {
            s.subject(start).map_or(Side::Unknown, |run| crate::areas::voice::side_of_run(s, run))
        };
        let by_it =
            s.subject(start).is_some_and(|run| s.any(run.start, &["it", "they", "he", "she"]))
                && side == Side::Inspectorate;
        if sayer != Side::Inspectorate && !by_it {
            return;
        }
        if s.any(i, &["told", "tell", "tells"])
            && s.any(to.wrapping_sub(1), &["had", "have", "needed", "need", "has", "ought"])
        {
            // 'told leaders they had to': the modal reads it.
            return;
        }
    }
    actions::read(x, to + 1, Run { start: i, end: to + 1 }, &TOLD_TO, true);
}

/// Whether the word at `i` is the third person of a verb of mending or giving: 'improves',
/// 'provides'.
fn is_asked(s: &Sentence<'_>, i: usize) -> bool {
    s.any(i, &["provides"])
        || s.word(i).strip_suffix('s').is_some_and(|base| class_of(base).is(IMPROVE))
}

/// 'recommends that the school improves its X and reviews Y'.
pub(super) fn improves(x: &mut Statement<'_, '_>, from: usize, cue: Run, rule: &'static Rule) {
    let s = x.s;
    let mut i = from;
    while i < s.len().min(from + 45) {
        // 'that leaders improve pupils' attendance'
        let third = is_asked(s, i)
            || s.is(i, IMPROVE)
                && s.is(i + 1, POSSESSIVE)
                && s.is(i.wrapping_sub(1), PERSON.or(BODY).or(ADVERB))
            || s.is(i, IMPROVE) && s.any(i.wrapping_sub(1), &["they"]);
        let next = s.is(i, IMPROVE)
            && s.any(i, lists::PLAIN_VERBS)
            && s.is(i.wrapping_sub(1), AND.or(COMMA))
            && i > from + 3;
        let base = s.is(i, IMPROVE) && !s.is(i, COMPARATIVE) && i > from;
        if (third || base)
            && (s.is(i + 1, ARTICLE.or(QUANTIFIER).or(COMPARATIVE))
                || s.any(i + 1, &["how", "whether"]))
            || (third || next) && i + 1 < s.len() && !s.is(i + 1, MARK.or(PREPOSITION))
        {
            // The next verb of the same subject ends the list: '…, revises its plans and improves …'.
            let stop = (i + 2..s.len())
                .find(|&j| s.is(j - 1, AND.or(COMMA)) && is_asked(s, j))
                .unwrap_or(s.len());
            let cut = Sentence { source: s.source, words: &s.words[..stop] };
            let (items, end) = list::items(&cut, i + 1, Reading::Object);
            for item in items {
                if names_area(s, item.run) {
                    x.push(Finding::of(item, Required, cue, rule, 0));
                }
            }
            i = end.max(i + 1);
        } else {
            i += 1;
        }
    }
}

/// 'a plan showing how it will put right X', 'must show that staff are trained'.
pub(super) fn plan_to(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let from = i.saturating_sub(8);
    if s.any(i, &["how"]) {
        let will = (i + 1..s.len().min(i + 7)).find(|&j| s.any(j, &["will"]));
        let plan = (i.saturating_sub(12)..i).any(|j| {
            s.any(
                j,
                &[
                    "plan",
                    "statement",
                    "explaining",
                    "showing",
                    "show",
                    "explain",
                    "explains",
                    "sets",
                ],
            )
        });
        let asked = (0..i).any(|j| {
            s.any(
                j,
                &["must", "required", "asked", "told", "ordered", "require", "requires", "needs"],
            ) || s.follows(j, &["has", "to"])
                || s.follows(j, &["have", "to"])
        });
        if let Some(will) = will.filter(|_| plan && asked && may_require(x.side(i))) {
            actions::read(x, will + 1, Run { start: i, end: will + 1 }, &NEEDS_TO, true);
        }
    } else if s.any(i.wrapping_sub(1), &["show", "demonstrate", "prove"])
        || (from..i).any(|j| {
            s.any(j, &["show", "demonstrate"]) && s.any(j.wrapping_sub(1), &["must", "to"])
        })
    {
        let asked = (from..i).any(|j| {
            s.any(j, &["must"]) || s.follows(j, &["has", "to"]) || s.follows(j, &["told", "to"])
        });
        if asked && may_require(x.side(i)) {
            actions::ensure(x, i, Run { start: i.saturating_sub(2), end: i + 1 }, &NEEDS_TO);
        }
    }
}
