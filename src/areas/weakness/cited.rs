//! Faults that inspectors cite, criticise, are worried about or come upon.

use super::super::Statement;
use super::super::list::{self, Reading};
use super::super::phrase::{Run, Sentence};
use super::super::voice::{Side, side_of_run};
use super::super::words::*;
use super::phrases::{is_fault, push};
use super::{CITING, LACK_OF, is_finding};
use crate::tables::areas as lists;

/// 'citing X and Y', 'criticised X', 'was critical of X', 'pointed to X', 'marked down for X'.
pub(super) fn cited(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    // In an inspectorate's own text it is a service's system or staff that flag things.
    if x.own && s.any(i, &["flag", "flagged", "flags"]) {
        return;
    }
    // Words that only a verdict has need no sayer in the sentence.
    // 'was downgraded over X', but 'the inspectors downgraded leadership' gives a grade.
    let downgraded = s.any(i, &["downgraded"]);
    if downgraded && !(s.any(i + 1, &["over"]) && s.is(i.wrapping_sub(1), BE)) {
        return;
    }
    let sure = downgraded
        || s.follows(i, &["marked", "down"])
        || s.is(i, FAULT_PLACE)
        || s.any(i, &["breaches", "criticisms", "findings"])
        || s.any(i.wrapping_sub(1), &["they", "it"]);
    let from = if s.is(i, FAULT_CUE) {
        if (i.saturating_sub(3)..i).any(|j| s.is(j, BE)) {
            // 'has been criticised by a watchdog for X'
            let by = if s.any(i + 1, &["by"]) { i + 7 } else { i + 2 };
            match (i + 1..by).find(|&j| s.any(j, &["for", "over"])) {
                Some(link) if !(i + 1..link).any(|j| s.is(j, MARK)) => link + 1,
                _ => return,
            }
        } else {
            let first = i + 1 + usize::from(s.any(i + 1, &["up"]));
            // 'rapped the college for X'
            (first..s.len().min(first + 8))
                .take_while(|&j| !s.is(j, MARK.or(AND)))
                .find(|&j| s.any(j, &["for", "over"]))
                .filter(|&j| s.is(s.head(Run { start: first, end: j }), BODY.or(PERSON)))
                .map_or(first, |j| j + 1)
        }
    } else if let Some(from) = judged(s, i) {
        from
    } else if s.any(i, &["pointed", "points", "pointing", "point"]) && s.any(i + 1, &["to"]) {
        i + 2
    } else if s.any(i, &["critical"])
        && s.any(i + 1, &["of"])
        && s.is(i.wrapping_sub(1), BE.or(ADVERB).or(COMMA))
    {
        i + 2
    } else if s.follows(i, &["marked", "down"])
        && let Some(link) = (i + 2..i + 6).find(|&j| s.any(j, &["for", "over"]))
    {
        link + 1
    } else if s.any(i, &["fault", "faults"]) && s.any(i + 1, &["with"]) {
        i + 2
    } else if s.any(
        i,
        &[
            "faults",
            "failings",
            "weaknesses",
            "shortcomings",
            "failures",
            "issues",
            "concerns",
            "problems",
            "breaches",
            "deficiencies",
            "criticisms",
            "findings",
        ],
    ) && !s.any(i + 1, lists::FAULT_LINKS)
    {
        // 'Among the faults listed were X and Y'
        match (i + 1..s.len().min(i + 7)).find(|&j| {
            s.any(j, &["include", "included"])
                || s.any(j, &["were", "are"])
                    && s.is(j + 1, ARTICLE.or(FAULT_NOUN).or(FAULT_ATTRIBUTE))
                    && !s.is(j + 2, FAULTY.or(COMMA).or(STOP).or(CLOSE))
        }) {
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
    let verb = s.verb_group(i);
    let passive = s.any(i.wrapping_sub(1), &["was", "were", "been", "is"])
        && !s.any(i, lists::JUDGING_ADJECTIVES);
    let sayer = if s.word(i).ends_with("ing") || passive {
        Side::Unknown
    } else {
        s.subject(verb).map_or(Side::Unknown, |run| side_of_run(s, run))
    };
    // Whoever criticises is who says it; 'citing' belongs to the sentence.
    let ok = match sayer {
        Side::Inspectorate => true,
        Side::Other | Side::Provider => false,
        Side::Unknown => {
            side == Side::Inspectorate
                || (side == Side::Unknown
                    && (sure || s.any(i, &["citing"]) || (0..i).any(|j| s.is(j, INSPECTORATE))))
        }
    };
    // Who is 'worried about' something stands before it, or is a pronoun that opens the sentence.
    let judges = sayer == Side::Inspectorate
        || s.subject(verb).is_some_and(|run| run.start <= 1 && run.end == run.start + 1);
    if s.any(i, lists::JUDGING_ADJECTIVES) && !s.any(i, &["critical"]) && !judges {
        return;
    }
    if !ok || side == Side::Other && sayer != Side::Inspectorate {
        return;
    }
    let pointed = s.any(i, &["pointed", "points", "pointing", "point"]);
    let (items, _) = list::items(s, from, Reading::Plain);
    for (number, item) in items.iter().enumerate() {
        // 'and pointed out that …': another verb of the same subject.
        if number > 0 && s.is(item.run.start, SAYING) && s.any(item.run.start + 1, &["out", "that"])
        {
            break;
        }
        // 'the performance of the force' is the whole of it.
        if s.any(s.head(s.bare(item.run)), &["performance", "progress"]) {
            continue;
        }
        if pointed
            && !is_fault(s, item.run)
            && !s.any(item.run.start, &["reliance"])
            && !s.any(item.run.start, &["how"])
            && !(s.any(i, &["pointed"]) && s.is(item.run.start, FAULT_ATTRIBUTE.or(FAULT_NOUN)))
        {
            // 'pointed to' good things as well; what a clause faults is read by its own rule.
            if !(number == 0 && s.any(i.saturating_sub(1), &["also"])) {
                continue;
            }
        }
        push(x, item.clone(), Run { start: i, end: from }, &CITING, 1);
    }
}

/// What inspectors are 'concerned about', 'troubled by' or 'scathing, too, about'.
fn judged(s: &Sentence<'_>, i: usize) -> Option<usize> {
    if !s.any(i, lists::JUDGING_ADJECTIVES) || !(i.saturating_sub(4)..i).any(|j| s.is(j, BE)) {
        return None;
    }
    let link = if s.is(i + 1, COMMA) && s.is(i + 3, COMMA) { i + 4 } else { i + 1 };
    s.any(link, &["about", "at", "by", "of", "over", "with"]).then_some(link + 1)
}

/// 'found missed calls, rushed visits and medicines that were not given': a list that opens with a
/// fault is one of faults.
pub(super) fn found_list(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let from = i + 1 + usize::from(s.is(i + 1, ARTICLE));
    let opens = s.is(from, FAULT_SURE)
        || s.is(from, FAULT_ATTRIBUTE.or(FAULTY)) && !s.is(from + 1, MARK.or(PREPOSITION).or(AND));
    if !opens || !is_finding(x, i) {
        return;
    }
    let (items, end) = list::items(s, from, Reading::Plain);
    // A verb after it makes it the subject of a clause.
    if items.len() < 3 || s.is(end, AUXILIARY) {
        return;
    }
    for item in items {
        if !s.has_verb(item.run) || s.is(item.run.start, FAULT_ATTRIBUTE) {
            push(x, item, Run { start: i, end: from }, &LACK_OF, 5);
        }
    }
}

/// 'They include X and Y', after a sentence on concerns.
pub(super) fn they_include(x: &mut Statement<'_, '_>) {
    if x.earlier_faults && !x.earlier_needs && x.s.any(0, &["they", "these", "those"]) {
        for item in list::items(x.s, 2, Reading::Plain).0 {
            push(x, item, Run { start: 0, end: 2 }, &CITING, 1);
        }
    }
}
