//! What money is for: '£6.2m for 40 extra social workers', 'put £1.4m into our casework team'.

use super::super::list::{self, Reading};
use super::super::phrase::Run;
use super::super::required::names_area;
use super::super::voice::Side;
use super::super::words::*;
use super::super::{Finding, Statement};
use super::{HAS_DONE, contracted, follows_done, has_done_ok, push_items};
use crate::record::AreaKind::Measure;

/// "We've found £6.2m for 40 extra social workers".
pub(super) fn money(x: &mut Statement<'_, '_>, i: usize) {
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
pub(super) fn set_aside(x: &mut Statement<'_, '_>, i: usize) {
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

/// 'A third of that £640,000 goes on training, a fifth on a helpline, and the rest on posts.'
pub(super) fn goes_on(x: &mut Statement<'_, '_>, i: usize) {
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

/// 'have put another £1.4m into our casework team', 'will invest £3m in training'.
pub(super) fn into(x: &mut Statement<'_, '_>, i: usize) {
    let s = x.s;
    let amount = (i + 1..i + 4).find(|&j| s.word(j).starts_with('£')).unwrap_or(i);
    let to = amount + 1 + usize::from(s.any(amount + 1, &["million", "m", "billion"]));
    let link = s.any(to, &["into", "towards"]) || s.any(to, &["in"]) && !s.any(i, &["put"]);
    // 'into therapies' says too little.
    let named = !s.is(to + 2, MARK.or(AND).or(OPENER)) && to + 2 < s.len();
    if link && named && x.side(i) == Side::Provider {
        push_items(x, to + 1, Run { start: i, end: to + 1 }, &HAS_DONE);
    }
}
