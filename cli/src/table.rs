//! `inspectral table`: one row an inspection, as CSV.

use std::collections::{BTreeMap, BTreeSet};

use inspectral::{AreaKind, Extraction, Inspection, Time};

use crate::Outcome;
use crate::arguments::Table;
use crate::batch::{self, Finished};
use crate::extract::Output;
use crate::failure::Failure;

/// The columns before the judgements, and those after them.
const FIRST: [&str; 11] = [
    "file",
    "provider",
    "code",
    "inspectorate",
    "framework",
    "kind",
    "visit",
    "time",
    "start",
    "end",
    "published",
];
const LAST: [&str; 2] = ["areas_to_improve", "areas"];

/// Judgements whose columns come first, where they occur; the others follow by name.
const LEADING: [&str; 6] = [
    "overall",
    "leaders",
    "help_and_protection",
    "children_in_care_and_care_leavers",
    "children_in_care",
    "care_leavers",
];

/// What a row holds, judgements apart.
struct Row {
    first: [String; 11],
    grades: BTreeMap<String, String>,
    last: [String; 2],
}

/// Runs the command. The rows are kept until the end, since only then are all judgements known;
/// a row is small, so a hundred thousand reports fit in memory.
///
/// # Errors
/// When nothing can be read or written.
pub fn run(command: &Table) -> Result<Outcome, Failure> {
    let mut output = Output::new(command.output.as_deref())?;
    let mut rows: Vec<Row> = Vec::new();
    let outcome = batch::run(&command.input, of_document, |made: Vec<Row>| {
        rows.extend(made);
        Ok(())
    })?;

    let named: BTreeSet<&str> =
        rows.iter().flat_map(|row| row.grades.keys()).map(String::as_str).collect();
    let mut judgements: Vec<&str> = LEADING.into_iter().filter(|key| named.contains(key)).collect();
    judgements.extend(named.iter().filter(|key| !LEADING.contains(key)));

    output.write(&line(FIRST.iter().chain(&judgements).chain(&LAST).copied()))?;
    for row in &rows {
        let grades = judgements.iter().map(|key| row.grades.get(*key).map_or("", String::as_str));
        let first = row.first.iter().map(String::as_str);
        output.write(&line(first.chain(grades).chain(row.last.iter().map(String::as_str))))?;
    }
    output.finish()?;
    Ok(outcome)
}

/// A line of CSV.
fn line<'a>(fields: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(fields).expect("writing to memory does not fail");
    writer.into_inner().expect("writing to memory does not fail")
}

fn of_document(finished: &Finished) -> Vec<Row> {
    let found = &finished.extraction;
    found.inspections.iter().map(|inspection| row(&finished.id, found, inspection)).collect()
}

fn row(id: &str, found: &Extraction, inspection: &Inspection) -> Row {
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let date = |value: Option<&inspectral::dates::DateValue>| {
        value.map(ToString::to_string).unwrap_or_default()
    };
    let provider = inspection.provider.as_ref();
    let kind = serde_json::to_value(found.document.kind).ok();
    let areas: Vec<&str> = inspection
        .improvement_areas
        .iter()
        .filter_map(|number| found.improvement_areas.get(*number))
        .filter(|area| area.kind == AreaKind::Required)
        .map(|area| area.name.as_str())
        .collect();
    Row {
        first: [
            id.to_owned(),
            text(provider.map(|provider| provider.name.as_str())),
            text(provider.and_then(|provider| provider.code.as_deref())),
            text(inspection.inspectorate.as_deref()),
            text(inspection.framework.as_deref()),
            text(kind.as_ref().and_then(|kind| kind.as_str())),
            text(inspection.visit.as_deref()),
            if inspection.time == Time::Current { "current" } else { "previous" }.to_owned(),
            date(inspection.start.as_ref()),
            date(inspection.end.as_ref()),
            date(inspection.published.as_ref()),
        ],
        grades: inspection.grades.iter().map(|(key, grade)| (key.to_string(), grade.to_string())).collect(),
        last: [areas.len().to_string(), areas.join("; ")],
    }
}
