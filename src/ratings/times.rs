//! Which grades stand and which were left behind, and the dates of those that no date is tied to: what
//! the grades of a text tell of each other.

use super::rules;
use super::visits::{Known, is_over};
use super::when::When;
use super::whose::same_provider;
use crate::dates::DateValue;
use crate::record::{Rating, Span, Time};

/// A record whose time and date are being settled.
pub(super) struct Open {
    pub rating: Rating,
    pub is_main: bool,
    pub group: bool,
    /// The inspections of its provider.
    pub known: Known,
    /// The number of its sentence.
    pub number: usize,
    pub when: When,
}

/// The ratings around one that are compared with it: all of a text of usual length, so many of a
/// longer one that the time stays linear.
fn near(open: &[Open], at: usize) -> impl Iterator<Item = (usize, &Open)> {
    const REACH: usize = 120;
    let from = at.saturating_sub(REACH);
    let to = (at + REACH).min(open.len());
    open[from..to].iter().enumerate().map(move |(n, o)| (from + n, o))
}

/// Whether a date is tied to another grade of the sentence that `open[at]` stands in contrast to:
/// 'inadequate a year ago, is now good'.
fn contrasted(open: &[Open], at: usize, date: Span) -> bool {
    let this = &open[at];
    near(open, at).any(|(_, other)| {
        other.number == this.number
            && other.when.spans.contains(&date)
            && !this.when.spans.contains(&date)
            && (other.rating.provider != this.rating.provider
                || (other.rating.grade != this.rating.grade && rivals(&other.rating, &this.rating)))
    })
}

/// Whether a date is tied to a grade left behind in the sentence of one that stands: 'rated good,
/// but requires improvement for its sixth form, which was good in 2019'.
fn is_of_past_beside(open: &[Open], at: usize, date: Span) -> bool {
    let this = &open[at];
    this.rating.time == Time::Current
        && near(open, at).any(|(_, other)| {
            other.number == this.number
                && other.rating.time == Time::Previous
                && other.when.spans.contains(&date)
        })
}

/// Whether two records are of the same provider.
fn one_provider(a: &Rating, b: &Rating) -> bool {
    match (&a.provider, &b.provider) {
        (Some(a), Some(b)) => same_provider(&a.name, &b.name),
        (None, None) => true,
        _ => false,
    }
}

/// Whether two records are of the same judgement of the same provider, so that one may have
/// replaced the other.
fn rivals(a: &Rating, b: &Rating) -> bool {
    fn key(rating: &Rating) -> Option<&str> {
        match &rating.judgement {
            None => Some("overall"),
            Some(judgement) => judgement.key.as_deref().or(judgement.text.as_deref()),
        }
    }
    let same = a.judgement.is_none() || b.judgement.is_none() || key(a) == key(b);
    same && one_provider(a, b)
}

/// Which grades were left behind: those that words say so of, and those with a date before that
/// of another grade for the same.
pub(super) fn settle_times(open: &mut [Open], tables: &[Rating]) {
    for this in open.iter_mut().filter(|this| this.when.left_behind) {
        this.rating.time = Time::Previous;
    }
    // 'rated inadequate in 2019, has been upgraded to good'
    for at in 0..open.len() {
        let this = &open[at];
        let went = near(open, at).any(|(other, o)| {
            other > at
                && o.number == this.number
                && o.rating.rule == rules::CHANGE.name
                && !o.when.left_behind
                && o.rating.grade != this.rating.grade
                && rivals(&o.rating, &this.rating)
        });
        let given = [rules::RATED_AS.name, rules::GIVEN.name, rules::RATING_NOUN.name];
        if went && given.contains(&&*this.rating.rule) {
            open[at].rating.time = Time::Previous;
            open[at].when.left_behind = true;
        }
    }
    // 'Parents learned that it had been rated good', where the text has another grade of now.
    for at in 0..open.len() {
        let this = &open[at];
        let other = this.when.told
            && this.rating.date.is_none()
            && near(open, at).any(|(other, o)| {
                other != at
                    && !o.group
                    && !o.when.told
                    && !o.when.left_behind
                    && o.rating.grade != this.rating.grade
                    && o.rating.judgement.is_some()
                    && this.rating.judgement.is_some()
                    && rivals(&o.rating, &this.rating)
            });
        if other {
            open[at].rating.time = Time::Previous;
            open[at].when.left_behind = true;
        }
    }
    // An earlier inspection's grade, in a report whose table has the present one.
    for this in open.iter_mut() {
        let own = this.rating.date.as_ref().and_then(DateValue::year);
        let newer = tables.iter().any(|table| {
            let theirs = table.date.as_ref().and_then(DateValue::year);
            table.time == Time::Current && matches!((own, theirs), (Some(a), Some(b)) if a < b)
        });
        if newer && this.is_main && !this.group {
            this.rating.time = Time::Previous;
            this.when.left_behind = true;
        }
    }
    for at in 0..open.len() {
        let this = &open[at];
        let current = this.known.date(Time::Current);
        // Of an inspection before the one that the text reports.
        if !this.group
            && !this.when.lasts
            && (this.when.earlier && is_before(open, at) || is_replaced(open, at))
        {
            open[at].rating.time = Time::Previous;
            continue;
        }
        if this.when.left_behind || this.group {
            continue;
        }
        // 'It has been good since 2017', unless another date tells of a later grade.
        let year = |open: &Open| open.rating.date.as_ref().and_then(DateValue::year);
        let lasts = this.when.lasts
            && !near(open, at).any(|(other, o)| {
                other != at && !o.group && rivals(&o.rating, &this.rating) && year(o) > year(this)
            });
        if lasts {
            continue;
        }
        // Tied to the very date of the inspection that the text is about.
        let of_this = current.is_some_and(|(_, span)| {
            this.when.spans.contains(&span)
                && !near(open, at)
                    .any(|(other, o)| !o.when.left_behind && contrasted(open, other, span))
        });
        if of_this {
            continue;
        }
        let own = this.rating.date.as_ref().and_then(DateValue::year);
        // The inspection that the text is about, unless this grade's own date is all there is.
        let current_year = current
            .filter(|(_, span)| !this.when.spans.contains(span))
            .and_then(|(value, _)| value.year());
        let beside = near(open, at).filter(|(other, o)| {
            *other != at && !o.group && !o.when.left_behind && rivals(&this.rating, &o.rating)
        });
        let mut replaced = false;
        for (_, other) in beside {
            let theirs = other.rating.date.as_ref();
            let newer = match (&this.rating.date, theirs) {
                (Some(own), Some(theirs)) => {
                    let years = (own.year(), theirs.year());
                    match years {
                        (Some(a), Some(b)) if a == b => {
                            let months = (own.month(), theirs.month());
                            matches!(months, (Some(a), Some(b)) if b > a)
                                && other.rating.grade != this.rating.grade
                        }
                        (Some(a), Some(b)) => b > a,
                        _ => false,
                    }
                }
                // A grade without a date is of the inspection that the text is about.
                (Some(_), None) => {
                    let key = this.rating.judgement.as_ref().and_then(|j| j.key.as_deref());
                    let theirs = other.rating.judgement.as_ref().and_then(|j| j.key.as_deref());
                    let same = key.is_some() && key == theirs;
                    let replaces = this.rating.grade != other.rating.grade
                        || this.when.last
                        || other.when.stands;
                    let earlier = match (own, current_year) {
                        (Some(own), Some(current)) => own < current,
                        _ => true,
                    };
                    !other.when.last
                        && earlier
                        && (same && replaces || own.zip(current_year).is_some())
                }
                (None, _) => this.when.last && !other.when.last,
            };
            replaced |= newer;
        }
        if replaced {
            open[at].rating.time = Time::Previous;
        }
    }
}

/// Whether the grade `open[at]` has a date before that of the inspection which gave its provider
/// other grades: 'In 2020 the school was judged excellent', in a text on what was found in 2024.
fn is_replaced(open: &[Open], at: usize) -> bool {
    let this = &open[at];
    let Some(((now, span), own)) = this.known.date(Time::Current).zip(this.rating.date) else {
        return false;
    };
    let over =
        !this.when.stands && !this.when.spans.contains(&span) && is_over(&own, &now) == Some(true);
    over && near(open, at).any(|(other, o)| {
        other != at
            && !o.group
            && !o.when.left_behind
            && !o.when.last
            && one_provider(&o.rating, &this.rating)
            && o.rating.date.is_none_or(|date| is_over(&date, &now) == Some(false))
    })
}

/// Whether the grade `open[at]`, tied to the date of an inspection before the present one, was
/// replaced: by that inspection, or by another grade that stands.
fn is_before(open: &[Open], at: usize) -> bool {
    let this = &open[at];
    let Some(own) = &this.rating.date else { return false };
    if let Some((now, span)) = this.known.inspected()
        && !this.when.spans.contains(&span)
    {
        return is_over(own, &now).unwrap_or(true);
    }
    near(open, at).any(|(other, o)| {
        other != at
            && !o.group
            && !o.when.left_behind
            && o.when.stands
            && o.rating.date.is_none()
            && o.rating.grade != this.rating.grade
            && rivals(&o.rating, &this.rating)
    })
}

/// Gives grades without a date that of the inspection that gave them, as far as the text tells.
pub(super) fn settle_dates(open: &mut [Open], tables: &[Rating]) {
    let table_date = |time: Time| {
        tables.iter().find(|r| r.time == time && r.date.is_some()).and_then(|r| r.date)
    };
    for at in 0..open.len() {
        let this = &open[at];
        if this.rating.date.is_some() || this.group || this.when.undated {
            continue;
        }
        let time = this.rating.time;
        let by_inspection = |time: Time| {
            let found = this.known.date(time).filter(|(_, span)| {
                !contrasted(open, at, *span) && !is_of_past_beside(open, at, *span)
            });
            found.map(|(value, _)| value)
        };
        let table_date = |time: Time| if this.is_main { table_date(time) } else { None };
        let alike = || {
            near(open, at)
                .map(|(_, o)| o)
                .filter(|o| o.rating.time == time && !o.group && !o.when.dates.is_empty())
                .filter(|o| one_provider(&o.rating, &this.rating))
        };
        let sibling = || {
            alike()
                .filter(|o| o.rating.grade == this.rating.grade && rivals(&o.rating, &this.rating))
                .filter_map(|o| o.rating.date)
                .max_by_key(ToString::to_string)
        };
        let any_sibling_before = || {
            near(open, at)
                .map(|(_, o)| o)
                .find(|o| o.rating.time == Time::Previous && one_provider(&o.rating, &this.rating))
                .and_then(|o| o.rating.date)
        };
        let any_sibling = || alike().next().and_then(|o| o.rating.date);
        // 'Beck Infants was rated good in March. Its behaviour is outstanding.'
        let just_before = || {
            let told = alike().filter(|o| o.number <= this.number && o.number + 1 >= this.number);
            told.last().filter(|_| !this.is_main).and_then(|o| o.rating.date)
        };
        // 'In December Ofsted downgraded it to inadequate. Safeguarding was not effective.'
        let only_before = || {
            let mut told =
                alike().filter(|o| o.number <= this.number).filter_map(|o| o.rating.date);
            let first = told.next()?;
            told.all(|date| date == first).then_some(first)
        };
        let date = if this.when.kept {
            by_inspection(Time::Previous).or_else(any_sibling_before)
        } else if this.when.last && time == Time::Current {
            sibling()
                .or_else(any_sibling)
                .or_else(|| this.known.date(Time::Previous).map(|d| d.0))
                .or_else(|| by_inspection(time))
        } else if time == Time::Previous {
            sibling().or_else(|| table_date(time)).or_else(|| by_inspection(time))
        } else {
            table_date(time).or_else(|| by_inspection(time)).or_else(|| {
                let contrast = this.when.stands;
                let alone = || if contrast { None } else { only_before() };
                sibling().filter(|_| !contrast).or_else(just_before).or_else(alone)
            })
        };
        open[at].rating.date = date;
    }
}
