//! Reports of Ofsted's sister inspectorates.
//!
//! | inspectorate | known by | read |
//! | --- | --- | --- |
//! | CQC | 'Care Quality Commission', 'Is the service safe?' | label and grade |
//! | Estyn | 'Estyn' and 'Date of inspection' | label and grade |
//! | ISI | 'Independent Schools Inspectorate' | prose: met and not met |
//! | HMICFRS | 'HMICFRS' and its questions or areas | label and grade, or grade over labels |
//! | HMI Prisons | 'Report on an unannounced inspection of', 'Chief Inspector of Prisons' | 'reasonably good for safety', and sentences per test |
//! | HMI Probation | 'An inspection of …', 'HM Inspectorate of Probation' | label and grade |
//! | Care Inspectorate, Education Scotland | their names | label and grade out of six |
//!
//! Their labels and scales are those of `data/frameworks/`.

use super::education::top;
use super::layout::{Layout, Opened, Sign};
use super::page::{Page, cut, folded};
use super::pattern::Pattern;
use super::subject::between;
use super::{Report, printed, rating, table};
use crate::framework;
use crate::record::{DocumentKind, Span, Time, Warning};
use crate::rule::{Rule, reads};

pub(super) const PRISON_LIST: Rule = Rule {
    name: "rating.prison_list",
    about: "A grade 'for' a test in the list of outcomes of a prison report",
    reads: &[reads(
        "Report on an unannounced inspection of\n\nHMP Marlow\n\nby HM Chief Inspector of Prisons\n\n2–12 October 2023\n\nAt this inspection, we found that outcomes for prisoners were:\n\n• [[not sufficiently good]] for safety\n• [[poor]] for purposeful activity.\n",
        "",
    )],
    leaves: &[],
};

pub(super) const PRISON_TEST: Rule = Rule {
    name: "rating.prison_test",
    about: "The sentence on one test of a prison report, for this or the last inspection",
    reads: &[reads(
        "Report on an unannounced inspection of\n\nHMP Marlow\n\nby HM Chief Inspector of Prisons\n\n2–12 October 2023\n\nSafety\n\nAt the last inspection in 2021, we found that outcomes for prisoners were [[reasonably\ngood]] against this healthy prison test.\n",
        "reasonably_good Safety previous",
    )],
    leaves: &[],
};

const REPORT: Layout = Layout {
    kind: DocumentKind::Report,
    inspectorate: "cqc",
    visit: "full",
    frameworks: &[("2014-10-01", "cqc/cqc_kloe"), ("2023-11-21", "cqc/cqc_saf")],
    signs: &[],
    subject: top,
    read: printed::read,
};

pub(super) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[
            Sign { lines: &[], words: &["overall rating for this"] },
            Sign { lines: &[], words: &["is the service safe", "is the service well-led"] },
            Sign { lines: &["ratings"], words: &["care quality commission"] },
        ],
        ..REPORT
    },
    Layout {
        inspectorate: "hmi_prisons",
        frameworks: &[("1990-01-01", "hmi_prisons/healthy_prison")],
        signs: &[
            Sign { lines: &["report on an"], words: &["chief inspector of prisons"] },
            Sign {
                lines: &["report on a"],
                words: &["chief inspector of prisons", "inspection of"],
            },
        ],
        subject: prison,
        read: read_prison,
        ..REPORT
    },
    Layout {
        inspectorate: "hmi_probation",
        frameworks: &[("2018-01-01", "hmi_probation/probation_2018")],
        signs: &[
            Sign { lines: &["an inspection of"], words: &["probation"] },
            Sign { lines: &["an inspection of youth"], words: &[] },
            Sign { lines: &[], words: &["hm inspectorate of probation", "overall rating"] },
        ],
        subject: |page| {
            between(
                page,
                &[
                    "an inspection of youth offending services in ",
                    "an inspection of youth justice services in ",
                    "an inspection of probation services in ",
                    "an inspection of ",
                ],
                &[],
            )
        },
        ..REPORT
    },
    Layout {
        inspectorate: "estyn",
        frameworks: &[
            ("2010-09-01", "estyn/estyn_2010"),
            ("2017-09-01", "estyn/estyn_2017"),
            ("2022-02-01", "estyn/estyn_2022"),
        ],
        signs: &[
            Sign { lines: &["date of inspection"], words: &["estyn"] },
            Sign { lines: &["a report on"], words: &["estyn"] },
        ],
        subject: |page| after_line(page, &["a report on"]).or_else(|| top(page)),
        ..REPORT
    },
    Layout {
        inspectorate: "isi",
        frameworks: &[("2017-01-01", "isi/isi_2016"), ("2023-09-01", "isi/isi_2023")],
        signs: &[
            Sign { lines: &["independent schools inspectorate"], words: &["inspection"] },
            Sign { lines: &["inspection date"], words: &["independent schools inspectorate"] },
            Sign { lines: &["focused compliance"], words: &["inspection"] },
            Sign { lines: &["school inspection report"], words: &["isi"] },
        ],
        ..REPORT
    },
    Layout {
        inspectorate: "hmicfrs",
        frameworks: &[("2018-01-01", "hmicfrs/frs_round1_2"), ("2023-01-01", "hmicfrs/frs_round3")],
        signs: &[Sign { lines: &[], words: &["hmicfrs", "fire and rescue service", "inspection"] }],
        subject: top,
        read: printed::read_card,
        ..REPORT
    },
    Layout {
        inspectorate: "hmicfrs",
        frameworks: &[("2014-01-01", "hmicfrs/peel_2014"), ("2021-01-01", "hmicfrs/peel_2021")],
        signs: &[
            Sign { lines: &["peel "], words: &[] },
            Sign { lines: &[], words: &["police effectiveness, efficiency and legitimacy"] },
        ],
        read: printed::read_card,
        ..REPORT
    },
    Layout {
        inspectorate: "education_scotland",
        frameworks: &[("2016-08-01", "education_scotland/hgios4")],
        signs: &[
            Sign { lines: &["summarised inspection findings"], words: &[] },
            Sign { lines: &[], words: &["education scotland", "quality indicators"] },
        ],
        subject: |page| after_line(page, &["summarised inspection findings"]).or_else(|| top(page)),
        ..REPORT
    },
    Layout {
        inspectorate: "care_inspectorate",
        frameworks: &[
            ("2011-04-01", "care_inspectorate/ci_themes"),
            ("2018-07-01", "care_inspectorate/ci_frameworks"),
        ],
        signs: &[
            Sign { lines: &[], words: &["care inspectorate", "type of inspection"] },
            Sign { lines: &["completed on"], words: &["service provided by"] },
            Sign {
                lines: &[],
                words: &["how good is our leadership", "how well do we support people"],
            },
            Sign { lines: &[], words: &["quality of care and support", "quality of staffing"] },
        ],
        ..REPORT
    },
    Layout {
        inspectorate: "ciw",
        frameworks: &[("2025-04-01", "ciw/ciw_2025")],
        signs: &[Sign { lines: &[], words: &["care inspectorate wales", "inspection"] }],
        ..REPORT
    },
];

/// The line after the one that starts with one of `titles`.
fn after_line(page: &Page<'_, '_>, titles: &[&str]) -> Option<Span> {
    let number = page.line_opening(titles)?;
    page.lines.get(number + 1).map(|line| line.span).filter(|span| span.len() < 110)
}

/// The prison of 'Report on an unannounced inspection of', on that line or the next.
fn prison(page: &Page<'_, '_>) -> Option<Span> {
    let number = page.line_opening(&["report on an", "report on a"])?;
    let line = page.lines[number].span;
    let text = page.text.at(line);
    let at = text.find(" of ").map(|at| at + 4).filter(|at| *at < text.len());
    match at {
        Some(at) => Some(Span::new(line.start() + at, line.end()).trimmed(page.text.source)),
        None => page.lines.get(number + 1).map(|line| line.span).filter(|span| span.len() < 80),
    }
}

/// Tests of a prison report, as their headings and lists print them.
const TESTS: [(&str, &str); 9] = [
    ("safety", "safety"),
    ("respect", "respect"),
    ("care", "care"),
    ("purposeful activity", "purposeful_activity"),
    ("preparation for release", "preparation_for_release"),
    ("rehabilitation and release planning", "preparation_for_release"),
    ("resettlement", "preparation_for_release"),
    ("public protection", "public_protection"),
    ("leadership", "leadership"),
];

/// The grades of a prison's tests, as a group of a pattern.
macro_rules! grades {
    () => {
        r"(not\s+sufficiently\s+good|reasonably\s+good|good|poor)"
    };
}

static FOR_TEST: Pattern =
    Pattern::new(concat!(r"(?i)\A", grades!(), r"\s+for\s+([a-z][a-z ]{3,40}?)[.;,]?\s*\z"));

static AGAINST_TEST: Pattern = Pattern::new(concat!(
    r"(?i)\Aoutcomes\s+for\s+[a-z ]{3,30}?\s(?:were|are|remained|had\s+been)\s+",
    r"(?:now\s+|still\s+|again\s+)?",
    grades!(),
    r"\b"
));

fn read_prison(opened: &Opened<'_, '_>, report: &mut Report, _warnings: &mut Vec<Warning>) {
    let page = &opened.page;
    let source = page.text.source;
    let mut test: Option<(Span, &'static str)> = None;
    for (number, line) in page.lines.iter().enumerate() {
        let text = page.line(number);
        if text.len() > 160 {
            continue;
        }
        // A heading names the test that the sentences after it are on.
        if text.len() < 50 {
            let words = folded(text);
            if let Some((_, key)) = TESTS.iter().find(|(name, _)| *name == words) {
                test = Some((line.span, key));
                continue;
            }
        }
        let item = text.trim_start_matches(|c: char| !c.is_alphabetic());
        if let Some([grade, name]) = FOR_TEST.groups(item)
            && let Some((_, key)) =
                TESTS.iter().find(|(name_of, _)| *name_of == folded(&item[name.clone()]))
        {
            let start = line.span.end() - item.len();
            let label = vec![Span::new(start + name.start, start + name.end)];
            let span = Span::new(start + grade.start, start + grade.end);
            let row = table::Row { key, label, grade: grade_of(&item[grade]), span };
            report.ratings.push(rating(opened, &row, &PRISON_LIST));
            continue;
        }
        let (Some(at), Some((label, key))) = (text.find("utcomes for "), test) else { continue };
        let start = line.span.start() + at.saturating_sub(1);
        let Some([grade]) =
            source.get(start..).and_then(|rest| AGAINST_TEST.groups(cut(rest, 160)))
        else {
            continue;
        };
        let span = Span::new(start + grade.start, start + grade.end);
        let row = table::Row { key, label: vec![label], grade: grade_of(span.of(source)), span };
        let mut rated = rating(opened, &row, &PRISON_TEST);
        let before = page.lines[number.saturating_sub(1)].span.start();
        let lead = folded(&source[before..start]);
        if lead.contains("last inspection") || lead.contains("previous inspection") {
            rated.time = Time::Previous;
            rated.date = None;
        }
        report.ratings.push(rated);
    }
}

/// The key of a grade of prison reports.
fn grade_of(words: &str) -> &'static str {
    let words = folded(words);
    framework::find("hmi_prisons/healthy_prison")
        .and_then(|framework| framework.grade(&words))
        .map_or("good", |grade| &*grade.key)
}
