//! Reports on children's homes and other regulated social care, by Ofsted.
//!
//! | printed | read |
//! | --- | --- |
//! | 'Inspected under the social care common inspection framework' | the table of three judgements |
//! | '21/06/2022   Full   Good', of the history of inspections | an earlier overall grade with its day |
//! | '14/01/2020   Interim   Declined in effectiveness' | no grade |

use std::borrow::Cow;
use std::ops::Range;

use super::layout::{Layout, Opened, Sign};
use super::page::{Page, cut, find_folded, folded, past_folded};
use super::pattern::Pattern;
use super::{Report, days, education, printed, rating, table};
use crate::framework;
use crate::record::{Date, DateRole, DocumentKind, Span, Time, Warning};
use crate::rule::{Rule, reads};

pub(super) const HISTORY: Rule = Rule {
    name: "rating.inspection_history",
    about: "An earlier inspection's day, kind and overall grade in a report's history of inspections",
    reads: &[reads(
        "9900000\nFull inspection\nInspected under the social care common inspection framework\n\nInspection dates: 6 and 7 February 2024\n\nRecent inspection history\nInspection date   Inspection type   Inspection judgement\n21/06/2022        Full              [[Good]]\n",
        "good overall previous 2022-06-21",
    )],
    leaves: &[
        "9900000\nFull inspection\nInspected under the social care common inspection framework\n\nInspection dates: 6 and 7 February 2024\n\nRecent inspection history\n21/06/2022        Interim              Declined in effectiveness\n",
    ],
};

pub(super) const KEEPS: Rule = Rule {
    name: "rating.keeping_safe",
    about: "The sentence on how good a children's home is at keeping children safe, in reports of 2011 to 2014",
    reads: &[reads(
        "Inspection report for children’s home\n\nUnique reference number   SC999999\nInspection date   12/03/2013\n\nSafeguarding children and young people\n\nThe service is [[outstanding]] at keeping children and young people safe and feeling safe.\n",
        "outstanding keeping children and young people safe current 2013-03-12",
    )],
    leaves: &[],
};

pub(super) const OUTCOME: Rule = Rule {
    name: "rating.supported_accommodation",
    about: "The outcome of an inspection of supported accommodation",
    reads: &[reads(
        "Marlow Living\nSupported accommodation\n\nInspection dates: 3 to 5 March 2025\n\nInspection outcome\n\n[[Inconsistent quality of service delivery]] adversely affects some children’s experiences.\n",
        "inconsistent_quality_of_service_delivery overall current 2025-03-03/2025-03-05",
    )],
    leaves: &[
        "Marlow Living\nSupported accommodation\n\nInspection dates: 3 to 5 March 2025\n\nThe three outcomes are: consistently strong service delivery; inconsistent quality of service delivery; serious or widespread weaknesses.\n",
    ],
};

/// Reads the outcome, which is the first to be named after its heading.
fn read_outcome(opened: &Opened<'_, '_>, report: &mut Report, _warnings: &mut Vec<Warning>) {
    let page = &opened.page;
    let source = page.text.source;
    let Some(number) = page.line_opening(&["inspection outcome", "overall outcome"]) else {
        return;
    };
    let scale = opened.framework().and_then(framework::find).and_then(|f| f.scale.as_deref());
    let start = page.lines[number].span.end();
    let text = cut(&source[start..], 600);
    let grades = scale.into_iter().flat_map(|scale| scale.grades.iter());
    let found = grades.filter_map(|grade| {
        let (from, to) = find_folded(text, &folded(&grade.label))?;
        Some((from, to, &*grade.key))
    });
    if let Some((from, to, grade)) = found.min() {
        let span = Span::new(start + from, start + to);
        let row = table::Row { key: "overall", label: Vec::new(), grade, span };
        report.ratings.push(rating(opened, &row, &OUTCOME));
    }
}

pub(super) const LAYOUTS: &[Layout] = &[
    Layout {
        kind: DocumentKind::Report,
        inspectorate: "ofsted",
        visit: "full",
        frameworks: &[("2024-09-01", "ofsted/supported_accommodation_2024")],
        signs: &[
            Sign { lines: &["supported accommodation", "inspection date"], words: &[] },
            Sign {
                lines: &["inspection date", "inspection outcome"],
                words: &["supported accommodation"],
            },
        ],
        subject: education::named,
        read: read_outcome,
    },
    Layout {
        kind: DocumentKind::Report,
        inspectorate: "ofsted",
        visit: "full",
        frameworks: &[
            ("2011-04-01", "ofsted/childrens_homes_2011"),
            ("2017-04-01", "ofsted/sccif_2017"),
        ],
        signs: &[
            Sign {
                lines: &[],
                words: &["inspected under the social care common inspection framework"],
            },
            Sign { lines: &["inspection date"], words: &["overall experiences and progress of"] },
            Sign {
                lines: &["inspection date"],
                words: &["children's home", "registered provider"],
            },
            Sign { lines: &["inspection report for children's home"], words: &[] },
            Sign {
                lines: &["inspection date", "unique reference number", "provision subtype"],
                words: &["children's home"],
            },
        ],
        subject: home,
        read,
    },
];

/// The home of the title, or its number: homes are named by it.
fn home(page: &Page<'_, '_>) -> Option<Span> {
    let nameless = ["inspection report for children's home", "children's home - "];
    let Some(number) = page.line_opening(&["unique reference number"]) else {
        return education::named(page);
    };
    if page.line_opening(&nameless).is_none() {
        return education::named(page);
    }
    let cell = page.cells(number).nth(1);
    cell.or_else(|| page.lines.get(number + 1).map(|line| line.span)).filter(|span| span.len() < 12)
}

fn read(opened: &Opened<'_, '_>, report: &mut Report, warnings: &mut Vec<Warning>) {
    printed::read(opened, report, warnings);
    if let Some(row) = keeps_safe(opened) {
        report.ratings.push(rating(opened, &row, &KEEPS));
    }
    for (day, grade, span) in history(opened) {
        let row = table::Row { key: "overall", label: Vec::new(), grade, span };
        let mut found = rating(opened, &row, &HISTORY);
        found.time = Time::Previous;
        found.date = day.value();
        report.ratings.push(found);
    }
}

/// The sentence on safeguarding in reports of 2011 to 2014.
static KEEPS_SAFE: Pattern = Pattern::new(
    r"(?is)\A(?:the\s)?(?:service|home|children's\shome)\sis\s(outstanding|good|adequate|inadequate)\sat\s(keeping\schildren\sand\syoung\speople\ssafe)",
);

/// 'The service is good at keeping children and young people safe.'
fn keeps_safe(opened: &Opened<'_, '_>) -> Option<table::Row> {
    let source = opened.page.text.source;
    let framework = opened.framework().and_then(framework::find)?;
    framework.judgements.iter().find(|judgement| judgement.key == "safeguarding")?;
    opened.page.lines.iter().find_map(|line| {
        let start = line.span.start();
        let [grade, label] = KEEPS_SAFE.groups(cut(&source[start..], 140))?;
        let at = |range: Range<usize>| Span::new(start + range.start, start + range.end);
        let (span, label) = (at(grade), vec![at(label)]);
        let grade = &*framework.grade(&folded(span.of(source)))?.key;
        Some(table::Row { key: "safeguarding", label, grade, span })
    })
}

/// The rows of the history: the day, the grade and its place.
fn history(opened: &Opened<'_, '_>) -> Vec<(days::Days, &'static str, Span)> {
    let page = &opened.page;
    let source = page.text.source;
    let mut rows = Vec::new();
    for number in 0..page.lines.len() {
        if !page.line(number).starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let cells: Vec<Span> = page.cells(number).take(4).collect();
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else { continue };
        if cells.len() < 2 {
            continue;
        }
        let Some(day) = days::read(first.of(source), first.start(), None) else { continue };
        let grade = match folded(last.of(source)).as_str() {
            "outstanding" => "outstanding",
            "good" => "good",
            "inadequate" => "inadequate",
            "adequate" => "adequate",
            "requires improvement" | "requires improvement to be good" => "requires_improvement",
            _ => continue,
        };
        if day.span.end() == first.end() {
            rows.push((day, grade, *last));
        }
    }
    rows
}

/// Gives the days of the history their role.
pub(super) fn assign(opened: &Opened<'_, '_>, dates: &mut [Date]) {
    let page = &opened.page;
    let Some(first) = page.lines.iter().position(|line| {
        past_folded(page.text.at(line.span).trim_start(), "recent inspection history").is_some()
    }) else {
        return;
    };
    for number in first..page.lines.len().min(first + 16) {
        let span = page.lines[number].span;
        let starts = |date: &&mut Date| date.span.start() == span.start();
        for date in dates.iter_mut().filter(starts) {
            date.role = DateRole::PreviousInspection;
            date.rule = Cow::Borrowed(super::visits::PREVIOUS_DAYS.name);
        }
    }
}
