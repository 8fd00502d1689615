//! The days of inspections that a report or letter prints.
//!
//! | printed | role |
//! | --- | --- |
//! | 'Inspection dates: 22 April to 3 May 2024' | `inspection` |
//! | 'a focused visit … on 1 and 2 October 2019' in a letter | `inspection` |
//! | 'Date of previous inspection: 3 July 2012' | `previous_inspection` |
//! | '24 October 2019' alone, over the address of a letter | `publication` |
//! | 'HM Chief Inspector of Prisons / November 2023' | `publication` |

use std::borrow::Cow;

use super::days::{self, Days};
use super::layout::Opened;
use super::page::{Page, cut, folded, past_folded};
use crate::dates::DateValue;
use crate::record::{Date, DateRole, DocumentKind, Span, Warning};
use crate::rule::{Rule, reads};
use crate::text::Text;

pub(super) const PRINTED_DAYS: Rule = Rule {
    name: "date.inspection_days",
    about: "The days of the inspection on a title page, in a letter's first lines or in 'This inspection took place'",
    reads: &[
        reads(
            "Inspection of Marlow local authority children’s services\nInspection dates: [[22 April to 3 May 2024]]\nLead inspector: Ann Day",
            "2024-04-22/2024-05-03 inspection",
        ),
        reads(
            "# Inspection of Marlow local authority children’s services\n\n**Inspection\u{a0}dates:** [[22\u{a0}April\u{a0}to\u{a0}3\u{a0}May\u{a0}2024]]\n\nLead inspector: Ann Day",
            "2024-04-22/2024-05-03 inspection",
        ),
        reads(
            "16 May 2019\n\nDear Ms Roe\n\nFocused visit to Marlow children’s services\nThis letter summarises the findings of a focused visit to Marlow children’s services on [[1 and 2 May 2019]].",
            "2019-05-01/2019-05-02 inspection",
        ),
    ],
    leaves: &["Dear Ms Roe\n\nThis letter is about our visits. Inspection dates will follow."],
};

pub(super) const PREVIOUS_DAYS: Rule = Rule {
    name: "date.previous_inspection_days",
    about: "The days of an earlier inspection after 'Date of previous inspection' and kindred labels",
    reads: &[
        reads(
            "Marlow Pre-school\n\nInspection date\nPrevious inspection date\n\n12/03/2014\n[[08/10/2010]]\n\nThe quality and standards of the early years provision\n",
            "2010-10-08 previous_inspection",
        ),
        reads(
            "Area SEND inspection of Marlow Local Area Partnership\nInspection dates: 11 to 15 March 2024\nDates of previous inspection: [[23 to 27 January 2017]]",
            "2017-01-23/2017-01-27 previous_inspection",
        ),
    ],
    leaves: &[
        "Area SEND inspection of Marlow Local Area Partnership\nInspection dates: 11 to 15 March 2024\nDates of previous inspection: Not previously inspected",
    ],
};

/// Labels before the days of the inspection, folded; a plural s and a colon may follow.
const INSPECTED: [&str; 17] = [
    "inspection date",
    "inspection dates",
    "date of inspection",
    "dates of inspection",
    "date of this inspection",
    "date of inspection visit",
    "date of visit",
    "dates of visit",
    "visit dates",
    "inspected on",
    "inspection completed on",
    "completed on",
    "date inspected",
    "date of assessment",
    "dates of assessment",
    "start date of inspection",
    "fieldwork started",
];
/// Labels before the days of an earlier inspection.
const BEFORE: [&str; 11] = [
    "date of previous inspection",
    "dates of previous inspection",
    "date of previous school inspection",
    // 'inspection' may stand under it.
    "date of previous school",
    "date of previous",
    "date of last inspection",
    "dates of last inspection",
    "previous inspection date",
    "date of the previous inspection",
    "last inspection date",
    "previous inspection",
];
/// Labels before the day of publication.
const PUBLISHED: [&str; 7] = [
    "report published",
    "published",
    "publication date",
    "date of publication",
    "date published",
    "report publication date",
    "published on",
];

/// What stands between a label and its days: 'Inspection date(s): ', in Markdown '**Dates:** '.
const SEPARATORS: fn(char) -> bool =
    |c| c.is_whitespace() || matches!(c, ':' | 's' | '(' | ')' | '-' | '*' | '|');

/// How many lines the title page has.
const FRONT: usize = 40;

/// How far a printed date may lie behind its label, in bytes.
const REACH: usize = 200;
/// How much of a letter's text tells when the visit was, in bytes.
const LETTER: usize = 2500;

/// Finds the days that the title page or the first lines print.
pub(super) fn find(opened: &mut Opened<'_, '_>) {
    let page = &opened.page;
    let source = page.text.source;
    let (mut visits, mut previous, mut published) = (Vec::new(), Vec::new(), None);
    let mut front = None;
    let mut next = 0;
    for number in 0..page.lines.len() {
        if number < next {
            continue;
        }
        // Labels first and then as many days.
        if number < FRONT
            && let Some((pairs, end)) = stacked(page, number)
        {
            for (label, days) in pairs {
                match label {
                    Label::Inspected => visits.push(days),
                    Label::Before => previous.push(days),
                    Label::Published => published = published.or(Some(days)),
                }
            }
            next = end;
            continue;
        }
        // On the title page labels may stand in a second column.
        let columns = if number < FRONT { 3 } else { 1 };
        if columns == 1 && !may_be_label(page.line(number)) {
            continue;
        }
        for cell in page.cells(number).take(columns) {
            if !may_be_label(page.text.at(cell)) {
                continue;
            }
            let start = cell.start();
            if let Some(found) = after(source, start, &BEFORE) {
                previous.extend(found);
            } else if visits.is_empty()
                && let Some(found) = after(source, start, &INSPECTED)
            {
                visits = found;
                visits.extend(below(page, number, cell));
                visits.dedup();
            } else if published.is_none()
                && let Some(found) = after(source, start, &PUBLISHED)
            {
                published = found.into_iter().next();
            } else if front.is_none() && number < FRONT {
                // 'Inspection report: 9 December 2025', on a report card.
                front = after(source, start, &["inspection report:"])
                    .and_then(|found| found.into_iter().next());
            }
        }
    }
    if let Some(front) = front
        && visits.iter().all(|days: &Days| {
            matches!((days.value(), front.value()), (Some(visit), Some(day)) if day.is_within(&visit))
        })
    {
        visits.push(front);
    }
    if opened.kind() == DocumentKind::Letter && published.is_none() {
        published = letter_date(page);
    }
    if published.is_none() {
        published = signature_date(page);
    }
    let dated = opened
        .layout
        .is_some_and(|layout| matches!(layout.inspectorate, "hmicfrs" | "hmi_probation"));
    if published.is_none() && dated {
        published = front_date(page);
    }
    let year = published.as_ref().and_then(|days| days.start.get(..4)?.parse().ok());
    if visits.is_empty() {
        visits.extend(told(opened, year));
    } else if let [only] = &visits[..]
        && only.start == only.end
        && let Some(days) = told_of(source, year)
        && days.start <= only.start
        && days.end >= only.end
        && days.start < days.end
    {
        // 'Completed on: 12 March 2024', of an inspection that 'took place on 11 and 12 March'.
        visits.insert(0, days);
    }
    opened.visits = visits;
    opened.previous = previous;
    opened.published = published;
}

/// Whether `text` begins with a letter that labels of days begin with: a quick look.
fn may_be_label(text: &str) -> bool {
    text.starts_with(['I', 'D', 'P', 'V', 'R', 'C', 'i', 'd', 'p', 'L', 'F', 'S'])
}

/// What a label of days is on.
#[derive(Clone, Copy)]
enum Label {
    Inspected,
    Before,
    Published,
}

/// Labels on lines of their own from line `number` on, and below them as many days, each on its
/// line; with the number of the line after them.
fn stacked(page: &Page<'_, '_>, number: usize) -> Option<(Vec<(Label, Days)>, usize)> {
    let label = |at: usize| {
        let words = super::page::folded(page.lines.get(at)?.span.get(page.text.source)?);
        let words = words.trim_end_matches(':');
        let among = |labels: &[&str]| labels.contains(&words);
        if among(&BEFORE) {
            Some(Label::Before)
        } else if among(&INSPECTED) {
            Some(Label::Inspected)
        } else {
            among(&PUBLISHED).then_some(Label::Published)
        }
    };
    let labels: Vec<Label> = (number..number + 4).map_while(label).collect();
    if labels.len() < 2 {
        return None;
    }
    let first = number + labels.len();
    let days = |at: usize| {
        let span = page.lines.get(at)?.span;
        let days = days::read(page.text.at(span), span.start(), None)?;
        (days.span.end() == span.end()).then_some(days)
    };
    let days: Vec<Days> = (first..first + labels.len()).map_while(days).collect();
    (days.len() == labels.len())
        .then(|| (labels.iter().copied().zip(days).collect(), first + labels.len()))
}

/// The days in the column under a label whose line says nothing else: 'Date of inspection visit:',
/// and under it a day a line, beside the address.
fn below(page: &Page<'_, '_>, number: usize, label: Span) -> Vec<Days> {
    let line = page.lines[number].span;
    if label.end() != line.end() {
        return Vec::new();
    }
    let alone = label == line && page.lines[number].indent < 20;
    let column = |number: usize, cell: Span| {
        let line = page.lines[number];
        line.indent + page.text.source[line.span.start()..cell.start()].chars().count()
    };
    let left = column(number, label);
    let mut found = Vec::new();
    for next in number + 1..page.lines.len().min(number + 7) {
        if alone && page.lines[next].gap > 1 {
            break;
        }
        let Some(cell) = page.cells(next).find(|cell| column(next, *cell).abs_diff(left) < 4)
        else {
            continue;
        };
        let days = days::read(page.text.at(cell), cell.start(), None);
        match days.filter(|days| days.span.end() == cell.end()) {
            Some(days) => found.push(days),
            None => break,
        }
    }
    found
}

/// The days that follow one of `labels` at the start of a line; none if no label stands there.
fn after(source: &str, start: usize, labels: &[&str]) -> Option<Vec<Days>> {
    let text = source.get(start..)?;
    let first = text.as_bytes().first()?.to_ascii_lowercase();
    let may_be = |label: &&&str| label.as_bytes().first() == Some(&first);
    let label = labels.iter().filter(may_be).filter_map(|label| past_folded(text, label)).max()?;
    let rest = text[label..].trim_start_matches(SEPARATORS);
    let rest =
        rest.strip_prefix("Stage 1").map_or(rest, |rest| rest.trim_start_matches(SEPARATORS));
    // Another word goes on with the label: 'Inspection date and time', or it is prose.
    if rest.starts_with(|c: char| c.is_alphabetic()) && days::read(rest, 0, Some(2000)).is_none() {
        return None;
    }
    let mut at = start + label;
    let mut found = Vec::new();
    for _ in 0..3 {
        let tail = cut(source.get(at..)?, REACH);
        let bare = tail.trim_start_matches(SEPARATORS);
        // 'Stage 1: 8 May 2017            Stage 2: 13 November 2017'
        let staged = past_folded(bare, "stage ")
            .map(|at| bare[at..].trim_start_matches(|c: char| c.is_ascii_digit()))
            .and_then(|rest| rest.strip_prefix(':'))
            .map(str::trim_start);
        let lead = tail.len() - staged.unwrap_or(bare).len();
        let Some(days) = days::read(&tail[lead..], at + lead, None) else { break };
        at = days.span.end();
        found.push(days);
        // A second visit: '10 to 14 June 2019 and 1 to 2 July 2019'.
        let rest = source[at..].trim_start();
        if staged.is_some() && rest.starts_with("Stage ") {
            continue;
        }
        let joint = [", ", "and ", "& "].iter().find(|joint| rest.starts_with(**joint));
        let Some(joint) = joint else { break };
        at = source.len() - rest.len() + joint.len();
    }
    Some(found)
}

/// The date alone on a line, over or under the address of a letter.
fn letter_date(page: &Page<'_, '_>) -> Option<Days> {
    let dear = page.line_opening(&["dear "]).unwrap_or(0);
    (0..page.lines.len().min(dear + 4)).find_map(|number| {
        let span = page.lines[number].span;
        let days = days::read(page.line(number), span.start(), None)?;
        (days.span.end() == span.end() && days.start == days.end && days.start.len() == 10)
            .then_some(days)
    })
}

/// The month or day under the chief inspector's signature to an introduction.
fn signature_date(page: &Page<'_, '_>) -> Option<Days> {
    (1..page.lines.len().min(SIGNED)).find_map(|number| {
        let over = page.line(number - 1);
        let signed = over.len() < 60
            && over.contains("hief")
            && folded(over).contains("chief inspector of ");
        if !signed {
            return None;
        }
        let span = page.lines[number].span;
        let days = days::read(page.line(number), span.start(), None)?;
        let day = days.start == days.end && days.start.len() >= 7 && !days.slip;
        (day && days.span.end() == span.end()).then_some(days)
    })
}

/// The month or day that the title page of a report ends a short line with: 'May 2019',
/// 'HM Inspectorate of Probation, March 2024'.
fn front_date(page: &Page<'_, '_>) -> Option<Days> {
    (0..page.lines.len().min(16)).find_map(|number| {
        let span = page.lines[number].span;
        let text = page.line(number);
        let tail = &text[text.rfind(',').map_or(0, |at| at + 1)..];
        let at = text.len() - tail.trim_start().len();
        let days = days::read(&text[at..], span.start() + at, None)?;
        let day = days.start == days.end && days.start.len() >= 7 && !days.slip;
        (day && span.len() < 70 && days.span.end() == span.end()).then_some(days)
    })
}

/// How many lines of a report its introduction and signature take.
const SIGNED: usize = 160;

/// The days in the sentence that tells of the visit.
fn told(opened: &Opened<'_, '_>, year: Option<u32>) -> Option<Days> {
    let page = &opened.page;
    let source = page.text.source;
    let days_at = |at: usize| {
        let days = days::read(cut(source.get(at..)?, REACH), at, year)?;
        (days.start.len() == 10).then_some(days)
    };
    if let Some(dear) = page.line_opening(&["dear "]) {
        let from = page.lines[dear].span.end();
        let tail = cut(&source[from..], LETTER);
        let told = ["on", "On", "between", "Between", "from", "From"].iter().filter_map(|word| {
            tail.match_indices(word).find_map(|(at, _)| {
                let end = at + word.len();
                let whole = tail[..at].ends_with(|c: char| c.is_whitespace())
                    && tail[end..].starts_with(|c: char| c.is_whitespace());
                days_at(from + end).filter(|_| whole)
            })
        });
        let told = told.min_by_key(|days| days.span);
        // 'In March 2024, a team of inspectors visited …'
        let month = || {
            let at = tail.find("In").filter(|at| *at < 60)? + 2;
            let at = tail.len() - tail[at..].strip_prefix(char::is_whitespace)?.len();
            days::read(cut(&tail[at..], REACH), from + at, None)
                .filter(|days| days.start.len() == 7)
        };
        let told = told.or_else(month);
        if told.is_some() {
            return told;
        }
    }
    if let Some(days) = told_of(source, year) {
        return Some(days);
    }
    // A range of days alone on a line of the title page.
    (0..page.lines.len().min(16)).find_map(|number| {
        let span = page.lines[number].span;
        let days = days_at(span.start())?;
        (days.span.end() == span.end() && days.start != days.end).then_some(days)
    })
}

/// The days of 'This inspection took place on 11 and 12 March 2024'.
fn told_of(source: &str, year: Option<u32>) -> Option<Days> {
    for cue in [
        "took place on",
        "took place from",
        "took place between",
        "carried out on",
        "carried out from",
        "carried out between",
    ] {
        // The first word has no space before it that might not break.
        let place = memchr::memmem::find_iter(source.as_bytes(), &cue[..4])
            .find_map(|at| Some(at + past_folded(&source[at..], cue)?));
        if let Some(from) = place
            && let Some(days) = days::read(cut(&source[from..], REACH), from, year)
            && days.start.len() == 10
        {
            return Some(days);
        }
    }
    None
}

/// Gives the printed days their roles among the dates of the text.
pub(super) fn assign(
    opened: &Opened<'_, '_>,
    text: &Text<'_>,
    dates: &mut Vec<Date>,
    warnings: &mut Vec<Warning>,
) {
    for days in opened.visits.iter().chain(&opened.previous).filter(|days| days.slip) {
        let message = "the year is a slip of the printer: the date has no value";
        warnings.push(Warning::new(days.span, "misprinted_date", message));
    }
    let visits: Vec<String> =
        opened.visits.iter().filter_map(|days| Some(days.value()?.to_string())).collect();
    for date in dates.iter_mut().filter(|date| date.role == DateRole::Other) {
        // Running headers repeat the days.
        if date.value.as_ref().is_some_and(|value| visits.contains(&value.to_string())) {
            date.role = DateRole::Inspection;
        }
    }
    // 'Inspection of a school judged good for overall effectiveness before September 2024'.
    for date in dates.iter_mut().filter(|date| date.role == DateRole::PreviousInspection) {
        let lead = &text.source[..date.span.start()];
        if lead.trim_end().ends_with("effectiveness before") {
            date.role = DateRole::Other;
        }
    }
    // 'November 2019' alone on the title page, of an inspection from 5 to 7 November 2019.
    let page = &opened.page;
    let fronts = page.lines.iter().take(16).map(|line| line.span);
    for front in fronts.filter(|span| span.len() < 20) {
        let within = |value: DateValue| {
            let visits = || opened.visits.iter().filter_map(Days::value);
            !value.is_day() && visits().any(|visit| visit != value && visit.is_within(&value))
        };
        for date in dates.iter_mut().filter(|date| date.span == front) {
            if date.role == DateRole::Other && date.value.is_some_and(within) {
                date.role = DateRole::Inspection;
            }
        }
    }
    let own = opened.published.as_ref().map(|days| days.span);
    for date in dates.iter_mut().filter(|date| Some(date.span) == own) {
        date.role = DateRole::Publication;
    }
    for days in &opened.visits {
        put(dates, text.source, days, DateRole::Inspection, &PRINTED_DAYS);
    }
    for days in &opened.previous {
        put(dates, text.source, days, DateRole::PreviousInspection, &PREVIOUS_DAYS);
    }
}

/// Puts days in their place among the dates, over what was read there.
fn put(dates: &mut Vec<Date>, source: &str, days: &Days, role: DateRole, rule: &Rule) {
    let first = dates.partition_point(|date| date.span.end() <= days.span.start());
    let last = first + dates[first..].partition_point(|date| date.span.start() < days.span.end());
    let date = Date {
        span: days.span,
        text: days.span.of(source).to_owned(),
        value: days.value(),
        modifier: None,
        role,
        rule: Cow::Borrowed(rule.name),
    };
    dates.splice(first..last, [date]);
}
