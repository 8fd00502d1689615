//! The tables of every framework that prints a label beside a grade.
//!
//! | printed | read |
//! | --- | --- |
//! | 'Overall effectiveness     Good' | the labels and grades of the framework's own table (`data/frameworks/`) |
//! | 'Previous inspection grade     Outstanding' | an earlier overall grade, dated by 'Date of previous inspection' |
//! | 'Leadership and management     2' | digits as places in the scale, the best first |
//! | 'How good is our leadership?     5 - Very Good' | grades with their number |
//! | 'Strong standard / Inclusion / Achievement' | grades over the labels that have them |

use super::layout::Opened;
use super::page::folded;
use super::subject::joined;
use super::table::{self, PREVIOUS, Table, Words};
use super::{Report, columns, rating, sections};
use crate::framework::{self, Framework};
use crate::record::{Provider, Span, Time, Warning};
use crate::rule::{Rule, reads};
use crate::tables::reports::{LABELS_CELLS, LABELS_PRINTED};

pub(super) const TABLE: Rule = Rule {
    name: "rating.printed_table",
    about: "A label and its grade in the table of a report",
    reads: &[
        reads(
            "Inspection of Marlow Primary School\nMill Lane, Marlow\n\nInspection dates:        12 and 13 September 2023\n\nOverall effectiveness                     [[Requires improvement]]\n\nThe quality of education                  [[Good]]\n\nLeadership and                            [[Outstanding]]\nmanagement\n\nWhat is it like to attend this school?\nPupils are happy here and behave well.",
            "",
        ),
        reads(
            "School report\n\nMarlow Junior School\n\nInspection dates                  20–21 November 2013\n\nOverall effectiveness\nPrevious inspection:        [[Satisfactory]]      3\nThis inspection:            [[Good]]      2\nAchievement of pupils       [[Good]]      2\nQuality of teaching         [[Good]]      2\nBehaviour and safety of pupils       [[Outstanding]]      1\n",
            "",
        ),
        reads(
            "Inspection of Marlow Day Nursery\nMill Lane, Marlow\n\nInspection date: 8 September 2022\n\nOverall effectiveness     [[Inadequate]]\n                          [[Requires\nThe quality of education\n                          improvement]]\nOverall effectiveness at previous inspection     Not applicable\n\nWhat is it like to attend this early years setting?\n",
            "",
        ),
        reads(
            "Marlow College\nGeneral further education college\n\nInspection dates: 4–7 March 2024\n\nOverall effectiveness     [[Good]]\nEducation programmes for young people     [[Outstanding]]\nApprenticeships     [[Requires improvement]]\n\nInformation about this provider\n",
            "",
        ),
        reads(
            "Marlow House\nInspection report\n\nDate of inspection visit: 12 March 2023\nDate of publication: 5 May 2023\n\nOverall rating for this service     [[Good]] ●\n\nIs the service safe?     [[Requires Improvement]] ●\n\nIs the service well-led?     [[Good]] ●\n",
            "",
        ),
        reads(
            "A report on\nYsgol Marlow\nMill Lane\nDate of inspection: March 2019\nby Estyn, Her Majesty’s Inspectorate for Education\n\nInspection area     Judgement\nStandards     [[Good]]\nCare, support and guidance     [[Adequate and needs improvement]]\n",
            "",
        ),
        reads(
            "Marlow Care Home\nCare Home Service\n\nType of inspection: Unannounced\nCompleted on: 12 March 2019\nService provided by: Marlow Care\n\nHow well do we support people’s wellbeing?     [[5 - Very Good]]\nHow good is our leadership?     [[4 - Good]]\n",
            "",
        ),
        reads(
            "An inspection of youth offending services in Marlow\nHM Inspectorate of Probation\n\nOverall rating     [[Requires improvement]]\n1.2 Staff     [[Good]]\n2.1 Assessment     [[Inadequate]]\n",
            "",
        ),
        reads(
            "Summarised inspection findings\nMarlow Primary School\n\nLeadership of change     [[good]]\nRaising attainment and achievement     [[satisfactory]]\n",
            "",
        ),
    ],
    leaves: &[
        "Inspection of Marlow Primary School\n\nInspection dates:        12 and 13 September 2023\n\nThe quality of education matters to leaders.\nGood things come of it.\n\nWhat is it like to attend this school?\n",
    ],
};

pub(super) const CARD: Rule = Rule {
    name: "rating.report_card",
    about: "An area under its grade on a report card of November 2025 and later",
    reads: &[reads(
        "Marlow Community School\nUnique reference number (URN): 999999\nInspection dates: 13 and 14 January 2026\n\nSafeguarding standards [[met]]\n\n[[Strong standard]]\nInclusion\n\n[[Needs attention]]\nAttendance and\nbehaviour\n\nExpected standard is what most schools reach.\n",
        "",
    )],
    leaves: &[],
};

pub(super) const SERVICE: Rule = Rule {
    name: "rating.service_table",
    about: "A grade of one service of a provider, in the table of services and questions",
    reads: &[reads(
        "Marlow Hospital\nQuality report\n\nDate of inspection visit: 4 June 2019\nDate of publication: 2 September 2019\n\nOverall rating for this hospital     Good\n\nOur ratings for this hospital are:\n\n                Safe          Caring        Overall\nMedical care    [[Inadequate]]    Good          Requires improvement\n",
        "inadequate Safe current 2019-06-04",
    )],
    leaves: &[],
};

pub(super) const PHASE: Rule = Rule {
    name: "rating.phase_table",
    about: "A grade of one phase or programme of a provider, whose column has its name at the head",
    reads: &[reads(
        "Inspection of Marlow University\n\nInspection dates:   13 to 16 November 2023\n\n                           Primary age-phase      Secondary age-phase\n\nOverall effectiveness      [[Good]]                   [[Outstanding]]\n\nLeadership and management   [[Good]]                   [[Good]]\n\nWhat is it like to be a trainee at this ITE provider?\n",
        "",
    )],
    leaves: &[],
};

/// How many lines of a report its table may be looked for in.
const REACH: usize = 110;

/// Reads the table of the report's framework.
pub(super) fn read(opened: &Opened<'_, '_>, report: &mut Report, warnings: &mut Vec<Warning>) {
    if let Some(phrases) = phrases_of(opened) {
        read_rows(opened, &phrases, report, warnings);
    }
}

/// The phrases of the report's framework.
fn phrases_of(opened: &Opened<'_, '_>) -> Option<Phrases> {
    opened.framework().and_then(framework::find).map(Phrases::of)
}

/// Reads a table of rows, and the grades after it.
fn read_rows(
    opened: &Opened<'_, '_>,
    phrases: &Phrases,
    report: &mut Report,
    warnings: &mut Vec<Warning>,
) {
    if opened.framework() == Some("ofsted/schools_s5_2005") {
        // Grades stand under headings and in an annex of questions.
        return sections::read(opened, phrases, report);
    }
    let (labels, grades) = (phrases.labels(), phrases.grades());
    let words = Words::of(&labels, &grades, &phrases.digits);
    let phases = columns::of_phases(&opened.page, REACH, &words);
    if !phases.is_empty() {
        for phase in phases {
            let name = joined(opened.page.text.at(phase.name[0]));
            let mut found = rating(opened, &phase.row, &PHASE);
            found.provider = Some(Provider { name, code: None, span: Some(phase.name[0]) });
            report.ratings.push(found);
        }
        return sections::read(opened, phrases, report);
    }
    let table = table::read(&opened.page, 0, REACH, &words);
    // Where nothing is surely a row, there may be no table at all.
    if table.uneven && !table.rows.is_empty() {
        let line = opened.page.lines.get(table.end.saturating_sub(1));
        let span = line.map_or(Span::new(0, 0), |line| line.span);
        let message = "the table has more labels than grades, or more grades than labels: only rows that are sure were read";
        warnings.push(Warning::new(span, "uneven_table", message));
    }
    report.table = zone(opened, &table);
    take(opened, &table, &TABLE, report);
    sections::read(opened, phrases, report);
}

/// From the first label of a table to its last line.
pub(super) fn zone(opened: &Opened<'_, '_>, table: &Table) -> Option<Span> {
    let last = opened.page.lines.get(table.end.checked_sub(1)?)?.span;
    let start = table.start.filter(|start| *start < last.end() && !table.rows.is_empty())?;
    Some(Span::new(start, last.end()))
}

/// Reads a card whose grades may stand over their areas.
pub(super) fn read_card(opened: &Opened<'_, '_>, report: &mut Report, warnings: &mut Vec<Warning>) {
    let Some(phrases) = phrases_of(opened) else { return };
    let (labels, grades) = (phrases.labels(), phrases.grades());
    // The areas of a college's provision stand under its name, beside their grades.
    let labels: Vec<_> = labels.into_iter().filter(|(words, _)| !words.contains(" - ")).collect();
    let words = Words::of(&labels, &grades, &[]);
    let table = table::read_under(&opened.page, 0, REACH, &words);
    safeguarding(opened, report);
    if table.rows.is_empty() {
        read_rows(opened, &phrases, report, warnings);
    } else {
        take(opened, &table, &CARD, report);
        sections::read(opened, &phrases, report);
    }
}

/// Reads a table whose heads are grades, or else one of rows.
pub(super) fn read_columns(
    opened: &Opened<'_, '_>,
    report: &mut Report,
    warnings: &mut Vec<Warning>,
) {
    let Some(phrases) = phrases_of(opened) else { return };
    let (labels, grades) = (phrases.labels(), phrases.grades());
    let rows = columns::under_grades(&opened.page, &Words::of(&labels, &grades, &[]));
    if rows.is_empty() {
        read_rows(opened, &phrases, report, warnings);
    } else {
        let table = Table { rows, ..Table::default() };
        take(opened, &table, &TABLE, report);
        sections::read(opened, &phrases, report);
    }
}

/// Reads the table of a provider and those of its services.
pub(super) fn read_services(
    opened: &Opened<'_, '_>,
    report: &mut Report,
    warnings: &mut Vec<Warning>,
) {
    read(opened, report, warnings);
    let Some(framework) = opened.framework().and_then(framework::find) else { return };
    let page = &opened.page;
    let phrases = Phrases::of(framework);
    let (labels, grades) = (phrases.labels(), phrases.grades());
    let words = Words::of(&labels, &grades, &[]);
    let mut services = Vec::new();
    if let Some(first) = page.line_opening(&["overall rating for this"]) {
        services.extend(columns::listed_services(page, first, &words));
    }
    services.extend(columns::of_services(page, &words));
    let before = report.ratings.len();
    for service in services {
        if report.ratings[..before].iter().any(|known| known.span.overlaps(service.row.span)) {
            continue;
        }
        let name =
            service.name.iter().map(|part| page.text.at(*part)).collect::<Vec<_>>().join(" ");
        let mut found = rating(opened, &service.row, &SERVICE);
        if !folded(&name).starts_with("overall") && !name.is_empty() {
            let span = service.name.first().copied().filter(|_| service.name.len() == 1);
            found.provider = Some(Provider { name, code: None, span });
        }
        report.ratings.push(found);
    }
}

/// Reads the card of a college, on which areas stand under the type of provision that they are of.
pub(super) fn read_college_card(
    opened: &Opened<'_, '_>,
    report: &mut Report,
    warnings: &mut Vec<Warning>,
) {
    read_card(opened, report, warnings);
    let Some(framework) = opened.framework().and_then(framework::find) else { return };
    let page = &opened.page;
    let source = page.text.source;
    let parted: Vec<(String, String, &'static str)> = framework
        .judgements
        .iter()
        .filter_map(|judgement| {
            let (provision, area) = judgement.label.split_once(" - ")?;
            Some((folded(provision), folded(area), &*judgement.key))
        })
        .collect();
    let mut provision: Option<String> = None;
    for number in 0..page.lines.len() {
        let cells: Vec<Span> = page.cells(number).take(3).collect();
        let Some(first) = cells.first().copied() else { continue };
        let words = folded(first.of(source));
        if parted.iter().any(|(of, ..)| *of == words) {
            provision = Some(words);
            continue;
        }
        let ([_, cell], Some(of)) = (&cells[..], &provision) else { continue };
        let key = parted.iter().find(|(provision, area, _)| provision == of && *area == words);
        let grade = framework.scale.as_deref().and_then(|scale| scale.grade(cell.of(source)));
        if let (Some((_, _, key)), Some(grade)) = (key, grade) {
            let row = table::Row { key, label: vec![first], grade: &grade.key, span: *cell };
            report.ratings.retain(|rating| !rating.span.overlaps(*cell));
            report.ratings.push(rating(opened, &row, &CARD));
        }
    }
}

/// 'Safeguarding standards met', on a line of its own.
fn safeguarding(opened: &Opened<'_, '_>, report: &mut Report) {
    let page = &opened.page;
    for line in page.lines.iter().take(REACH) {
        let text = page.text.at(line.span);
        let Some(grade) =
            super::page::past_folded(text, "safeguarding standards").map(|at| &text[at..])
        else {
            continue;
        };
        let label = Span::new(line.span.start(), line.span.end() - grade.len());
        let grade = Span::new(label.end(), line.span.end()).trimmed(page.text.source);
        let grade = Span::new(
            grade.start() + usize::from(page.text.at(grade).starts_with(':')),
            grade.end(),
        );
        let span = grade.trimmed(page.text.source);
        let key = match folded(page.text.at(span)).as_str() {
            "met" => "met",
            "not met" => "not_met",
            _ => continue,
        };
        let row = table::Row { key: "safeguarding", label: vec![label], grade: key, span };
        report.ratings.push(rating(opened, &row, &CARD));
        return;
    }
}

/// Makes ratings of rows.
fn take(opened: &Opened<'_, '_>, table: &Table, rule: &Rule, report: &mut Report) {
    for row in &table.rows {
        let mut found = rating(opened, row, rule);
        if row.key == PREVIOUS {
            let overall = table::Row { key: "overall", label: Vec::new(), ..row.clone() };
            found = rating(opened, &overall, rule);
            found.time = Time::Previous;
            found.date = opened.previous.iter().find_map(super::value_of);
        }
        report.ratings.push(found);
    }
}

/// The words of a framework's tables, folded.
pub(super) struct Phrases {
    pub labels: Vec<(String, &'static str)>,
    pub grades: Vec<(String, &'static str)>,
    /// The grades that figures stand for, 1 first.
    pub digits: Vec<&'static str>,
    /// Whether the framework's reports print grades as bare figures.
    pub numbered: bool,
    /// Whether its reports are cards, on which grades head the areas that have them.
    pub card: bool,
}

/// Frameworks whose reports print grades as bare figures.
const NUMBERED: [&str; 7] = [
    "schools_s5_2005",
    "schools_s5_2009",
    "schools_s5_2012_jan",
    "ey_2012",
    "ey_2013",
    "ite_2008",
    "ite_2014",
];

/// `words` as a label begins.
fn first_capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|c| c.to_uppercase().collect::<String>() + letters.as_str())
        .unwrap_or_default()
}

impl Phrases {
    fn of(framework: &'static Framework) -> Phrases {
        let mut labels: Vec<(String, &'static str)> = Vec::new();
        // 'Leadership and management', of one judgement the label and of a later one another word.
        let owned = |words: &str| framework.judgements.iter().any(|j| *j.label == *words);
        for judgement in framework.judgements.iter() {
            for (at, words) in judgement.words().enumerate() {
                // Other words for it are of the table only where they cannot be anything else.
                let other = words.split(' ').count() > 2 && !owned(&first_capital(words));
                if at == 0 || other {
                    labels.push((folded(words.trim_end_matches('?')), &judgement.key));
                }
            }
        }
        labels.extend(
            LABELS_PRINTED
                .iter()
                .filter(|(_, key)| {
                    *key == PREVIOUS
                        || *key == "this"
                        || framework.judgements.iter().any(|j| j.key == *key)
                })
                .map(|(words, key)| ((*words).to_owned(), *key)),
        );
        let (mut grades, mut digits) = (Vec::new(), Vec::new());
        if let Some(scale) = framework.scale.as_deref() {
            let best_first = scale.grades.len() < 6;
            for (at, grade) in scale.grades.iter().enumerate() {
                for words in
                    grade.words().filter(|words| !words.contains(|c: char| c.is_ascii_digit()))
                {
                    grades.push((folded(words), &*grade.key));
                }
                digits.push(&*grade.key);
                // '5 - Very good', of a scale of six with the best highest.
                if !best_first {
                    let number = scale.grades.len() - at;
                    grades.push((format!("{number} - {}", folded(&grade.label)), &*grade.key));
                }
            }
            if !best_first {
                digits.reverse();
            }
        }
        if framework.inspectorate == "ofsted" {
            // An earlier inspection may have been on an earlier scale.
            for key in ["outstanding", "good", "satisfactory", "inadequate", "adequate"] {
                if !grades.iter().any(|(words, _)| words == key) {
                    grades.push((key.to_owned(), key));
                }
            }
            if !grades.iter().any(|(words, _)| words == "requires improvement") {
                grades.push(("requires improvement".to_owned(), "requires_improvement"));
            }
        }
        grades.extend(LABELS_CELLS.iter().map(|cell| ((*cell).to_owned(), "")));
        let numbered = NUMBERED.contains(&&*framework.key);
        let card = framework.scale.as_deref().is_some_and(|scale| scale.key == "report_card");
        Phrases { labels, grades, digits, numbered, card }
    }

    /// Whether the scale has six grades, which are printed with their numbers.
    pub(super) fn six(&self) -> bool {
        self.digits.len() > 5
    }

    fn labels(&self) -> Vec<table::Phrase<'_>> {
        self.labels.iter().map(|(words, key)| (words.as_str(), *key)).collect()
    }

    fn grades(&self) -> Vec<table::Phrase<'_>> {
        self.grades.iter().map(|(words, key)| (words.as_str(), *key)).collect()
    }
}
