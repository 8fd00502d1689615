//! Reports of Ofsted's sister inspectorates.
//!
//! | inspectorate | known by | read |
//! | --- | --- | --- |
//! | CQC | 'Care Quality Commission', 'Is the service safe?' | label and grade |
//! | Estyn | 'Estyn' and 'Date of inspection' | label and grade |
//! | ISI | 'Independent Schools Inspectorate' | standards met and not met, and the two qualities |
//! | HMICFRS | 'HMICFRS', 'PEEL' | grades over labels, headings, 'is good at …' |
//! | HMI Prisons | 'Report on an unannounced inspection of', 'Chief Inspector of Prisons' | 'reasonably good for safety', and sentences per test |
//! | HMI Probation | 'An inspection of …', 'HM Inspectorate of Probation' | label and grade |
//! | Care Inspectorate, Education Scotland | their names | label and grade out of six |
//!
//! Their labels and scales are those of `data/frameworks/`.

use std::borrow::Cow;

use super::education::top;
use super::layout::{Layout, Opened, Sign};
use super::page::{Page, cut, find_folded, folded, past_folded};
use super::pattern::Pattern;
use super::subject::between;
use super::{Report, days, printed, rating, table};
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
    subject: |page| over_line(page, &["inspection report", "quality report"]).or_else(|| top(page)),
    read: printed::read_services,
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
        visit: "monitoring",
        frameworks: &[("1990-01-01", "hmi_prisons/healthy_prison")],
        signs: &[Sign { lines: &["report on an independent review of progress"], words: &[] }],
        subject: |page| between(page, &["report on an independent review of progress at"], &[]),
        // Progress is judged, and nothing graded.
        read: |_, _, _| {},
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
            over_line(page, &["fieldwork started", "score "]).or_else(|| {
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
            })
        },
        read: read_probation,
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
        read: printed::read,
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
            Sign {
                lines: &["school inspection report"],
                words: &["extent to which the school meets the standards"],
            },
        ],
        subject: independent_school,
        read: read_independent_school,
        ..REPORT
    },
    Layout {
        inspectorate: "hmicfrs",
        frameworks: &[("2018-01-01", "hmicfrs/frs_round1_2"), ("2023-01-01", "hmicfrs/frs_round3")],
        signs: &[Sign { lines: &[], words: &["hmicfrs", "fire and rescue service", "inspection"] }],
        subject: force,
        read: read_force,
        ..REPORT
    },
    Layout {
        inspectorate: "hmicfrs",
        frameworks: &[("2014-01-01", "hmicfrs/peel_2014"), ("2021-01-01", "hmicfrs/peel_2021")],
        signs: &[
            Sign { lines: &["peel "], words: &[] },
            Sign { lines: &["peel: "], words: &[] },
            Sign { lines: &[], words: &["police effectiveness, efficiency and legitimacy"] },
        ],
        subject: force,
        read: read_force,
        ..REPORT
    },
    Layout {
        kind: DocumentKind::Letter,
        inspectorate: "education_scotland",
        frameworks: &[("2016-08-01", "education_scotland/hgios4")],
        signs: &[
            Sign { lines: &["dear parent"], words: &["inspectors from education scotland"] },
            Sign { lines: &["dear parent"], words: &["education scotland's evaluations for"] },
        ],
        subject: visited,
        read: printed::read,
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
        read: printed::read,
        ..REPORT
    },
    Layout {
        inspectorate: "ciw",
        frameworks: &[("2025-04-01", "ciw/ciw_2025")],
        signs: &[Sign { lines: &[], words: &["care inspectorate wales", "inspection"] }],
        subject: top,
        read: printed::read,
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
        subject: top,
        read: printed::read,
        ..REPORT
    },
];

/// The line after the one that starts with one of `titles`.
fn after_line(page: &Page<'_, '_>, titles: &[&str]) -> Option<Span> {
    let number = page.line_opening(titles)?;
    page.lines.get(number + 1).map(|line| line.span).filter(|span| span.len() < 110)
}

/// The line before the one that starts with one of `titles`.
fn over_line(page: &Page<'_, '_>, titles: &[&str]) -> Option<Span> {
    let number = page.line_opening(titles)?;
    // 'Marlow PDU     Score  8/21'
    let before = page.cells(number.checked_sub(1)?).next()?;
    (before.len() < 110 && page.text.at(before).starts_with(char::is_uppercase)).then_some(before)
}

/// The force or service of 'An inspection of Marlow Constabulary'.
fn force(page: &Page<'_, '_>) -> Option<Span> {
    between(page, &["an inspection of "], &[]).or_else(|| top(page))
}

/// The school of 'a team of inspectors from Education Scotland visited Marlow Primary School and
/// Nursery Class'.
fn visited(page: &Page<'_, '_>) -> Option<Span> {
    let source = page.text.source;
    let head = cut(source, 4000);
    let ends = [".", " and ", " during ", " to "];
    ["education scotland visited ", "education scotland's evaluations for "].iter().find_map(
        |cue| {
            let (_, start) = find_folded(head, cue)?;
            let rest = &head[start..];
            let end = ends.iter().filter_map(|end| find_folded(rest, end).map(|(at, _)| at)).min();
            let line = rest.find("\n\n").unwrap_or(rest.len());
            let span = Span::new(start, start + end.unwrap_or(line).min(line)).trimmed(source);
            (3..100).contains(&span.len()).then_some(span)
        },
    )
}

/// Reads the ratings of a probation or youth justice service. Standards of out-of-court work are
/// called like those of court work and told by their number.
fn read_probation(opened: &Opened<'_, '_>, report: &mut Report, warnings: &mut Vec<Warning>) {
    printed::read(opened, report, warnings);
    let page = &opened.page;
    for judgement in report.ratings.iter_mut().filter_map(|rating| rating.judgement.as_mut()) {
        let Some(span) = judgement.span else { continue };
        let number = page.line_at(span.start());
        let line = page.line(number);
        // '3.1' may stand on the line before.
        let before = page.line(number.saturating_sub(1));
        if !(line.starts_with("3.") || before.len() < 5 && before.starts_with("3.")) {
            continue;
        }
        let key = match judgement.key.as_deref() {
            Some("assessment") => "out_of_court_assessment",
            Some("planning") => "out_of_court_planning",
            Some("implementation") => "out_of_court_implementation",
            _ => continue,
        };
        judgement.key = Some(Cow::Borrowed(key));
    }
}

/// The school of a row 'School     Marlow School', or under the report's title.
fn independent_school(page: &Page<'_, '_>) -> Option<Span> {
    let row = (0..page.lines.len().min(120)).find_map(|number| {
        let mut cells = page.cells(number);
        let first = cells.next().filter(|cell| page.text.at(*cell) == "School")?;
        let next = page.lines.get(number + 1).map(|line| line.span);
        cells.next().or(next.filter(|_| first == page.lines[number].span))
    });
    let under = || {
        let title = page.line_opening(&["school inspection report", "focused compliance"])?;
        (title + 1..page.lines.len().min(title + 6)).map(|at| page.lines[at].span).find(|span| {
            let words = folded(page.text.at(*span));
            span.len() > 4
                && days::read(&words, 0, None).is_none()
                && !["report", "for school", "school inspection", "contents", "main inspection"]
                    .iter()
                    .any(|start| words.starts_with(start))
        })
    };
    row.or_else(under).filter(|span| span.len() < 100)
}

/// 'Standards relating to safeguarding are not met.', 'the standards relating to the quality of
/// education [paragraphs 1–4] are met, but that relating to … is not met'.
pub(super) const STANDARDS: Rule = Rule {
    name: "rating.independent_school_standards",
    about: "Standards of independent schools, met or not, by what they relate to",
    reads: &[
        reads(
            "School inspection report\n\n5 to 7 March 2024\n\nMarlow School\n\nThe extent to which the school meets the Standards\n\n• Standards relating to leadership and management, and governance are [[not met]].\n• Standards relating to the quality of education, training and recreation are [[met]].\n\nIndependent Schools Inspectorate\n",
            "",
        ),
        reads(
            "Independent Schools Inspectorate\nFocused Compliance and Educational Quality Inspection Report\nMarlow School\nInspection dates: 5 to 7 November 2019\n\n2.1 The school [[meets]] the standards in the schedule to the Regulations.\n",
            "met standards in the schedule current 2019-11-05/2019-11-07",
        ),
    ],
    leaves: &[
        "School inspection report\n\n5 to 7 March 2024\n\nMarlow School\n\nThe extent to which the school meets the Standards\n\nEach of the standards relating to welfare is judged to be met or not met.\n\nIndependent Schools Inspectorate\n",
    ],
};

/// What standards relate to, and whether they are met.
static RELATING: Pattern = Pattern::new(
    r"(?is)\Arelating\sto\s(?:the\s)?([^.;\[\]]{4,120}?)(?:\s\[[^\]]{0,60}\])?\s(?:is|are)\s(?:all\s|fully\s|therefore\s)?(not\smet|met)\b",
);
/// Whether the school meets the standards as a whole.
static WHOLE: Pattern = Pattern::new(
    r"(?is)\A(does\snot\smeet|meets)\s(?:all\s(?:of\s)?)?the\s(?:relevant\s|required\s)?(standards\sin\sthe\sschedule)",
);

fn read_independent_school(
    opened: &Opened<'_, '_>,
    report: &mut Report,
    warnings: &mut Vec<Warning>,
) {
    printed::read(opened, report, warnings);
    let Some(framework) = opened.framework().and_then(framework::find) else { return };
    let source = opened.page.text.source;
    let mut push = |key: Option<&str>, label: Vec<Span>, span: Span| {
        let words = folded(span.of(source));
        let grade = if words.contains("not") { "not_met" } else { "met" };
        let row = table::Row { key: "", label, grade, span };
        let mut found = rating(opened, &row, &STANDARDS);
        if let Some(judgement) = found.judgement.as_mut() {
            judgement.key = key.map(|key| Cow::Owned(key.to_owned()));
        }
        report.ratings.push(found);
    };
    for at in memchr::memmem::find_iter(source.as_bytes(), b"relating").take(200) {
        let Some([label, grade]) = RELATING.groups(cut(&source[at..], 260)) else { continue };
        let label = Span::new(at + label.start, at + label.end).trimmed(source);
        let words = folded(label.of(source));
        let key = framework.judgements.iter().find(|judgement| {
            judgement.words().any(|of| {
                let of = folded(of);
                words.starts_with(&of) || of.starts_with(&words) || words.ends_with(&of)
            })
        });
        push(key.map(|j| &*j.key), vec![label], Span::new(at + grade.start, at + grade.end));
    }
    for cue in [&b"does"[..], b"meets"] {
        let whole = memchr::memmem::find_iter(source.as_bytes(), cue)
            .filter_map(|at| Some((at, WHOLE.groups(cut(&source[at..], 120))?)));
        for (at, [grade, label]) in whole.take(40) {
            push(
                framework.judgement("regulatory compliance").map(|j| &*j.key),
                vec![Span::new(at + label.start, at + label.end)],
                Span::new(at, at + grade.end),
            );
        }
    }
}

/// 'Marlow Constabulary is good at investigating crime.'
pub(super) const FORCE: Rule = Rule {
    name: "rating.force_sentence",
    about: "The sentence under a heading of a police or fire report that says how good the service is",
    reads: &[reads(
        "PEEL 2023–25\nAn inspection of Marlow Police\n\nPublished on 14 June 2024\n\nInvestigating crime\n\nAdequate\n\nMarlow Police is [[adequate]] at investigating crime.\n",
        "adequate investigating crime current",
    )],
    leaves: &[
        "PEEL 2023–25\nAn inspection of Marlow Police\n\nPublished on 14 June 2024\n\nThe force is good at sharing what it learns. Its officers are good at listening.\n",
    ],
};

static GOOD_AT: Pattern = Pattern::new(
    r"(?s)\s(?:is\s)?(outstanding|good|adequate|inadequate|requires\simprovement)\s(?:at|in)\s([a-z][^.;]{3,140}?)\.",
);

fn read_force(opened: &Opened<'_, '_>, report: &mut Report, warnings: &mut Vec<Warning>) {
    printed::read_columns(opened, report, warnings);
    let Some(framework) = opened.framework().and_then(framework::find) else { return };
    let page = &opened.page;
    let source = page.text.source;
    let Some(name) = opened.provider.as_ref().map(|provider| folded(&provider.name)) else {
        return;
    };
    for line in &page.lines {
        let start = line.span.start();
        let text = cut(&source[start..], 320);
        let Some(after) = past_folded(text, &name) else { continue };
        let Some([grade, label]) = GOOD_AT.groups(&text[after..]) else { continue };
        // The words of the grade directly after the name.
        if grade.start > 5 {
            continue;
        }
        let at = |range: std::ops::Range<usize>| {
            Span::new(start + after + range.start, start + after + range.end)
        };
        let (span, label) = (at(grade), at(label));
        let Some(grade) = framework.grade(&folded(span.of(source))) else { continue };
        // The heading over it may name its area in the table's words.
        let heading = report
            .ratings
            .iter()
            .rfind(|rating| rating.span.end() <= start && start - rating.span.end() < 12)
            .and_then(|rating| rating.judgement.as_ref()?.key.clone());
        let own = framework.judgement(label.of(source)).map(|judgement| judgement.key.clone());
        let row = table::Row { key: "", label: vec![label], grade: &grade.key, span };
        let mut found = rating(opened, &row, &FORCE);
        if let Some(judgement) = found.judgement.as_mut() {
            judgement.key = own.or(heading);
        }
        report.ratings.push(found);
    }
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
        r"(not\s+su(?:f(?:fi|ﬁ)|ﬃ)ciently\s+good|reasonably\s+good|good|poor)"
    };
}

static FOR_TEST: Pattern =
    Pattern::new(concat!(r"(?i)\A", grades!(), r"\s+for\s+([a-z][a-z\s]{3,40}?)[.;,]?\s*\z"));

static AGAINST_TEST: Pattern = Pattern::new(concat!(
    r"(?i)\Aoutcomes\s+for\s+[a-z\s]{3,30}?\s(?:were|are|remained|had\s+been)\s+",
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
        // A letter that stands for the bullet of a symbol font.
        let item = item.split_once(char::is_whitespace).map_or(item, |(first, rest)| {
            if first.chars().count() == 1 { rest.trim_start() } else { item }
        });
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
        let outcomes = find_folded(text, "utcomes for ").map(|(at, _)| at);
        let (Some(at), Some((label, key))) = (outcomes, test) else { continue };
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
            // 'At the last inspection in 2021'
            rated.date = lead.rsplit(' ').find_map(|word| {
                let year = word.trim_end_matches([',', '.']);
                (year.len() == 4).then(|| year.parse().ok()).flatten()
            });
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
