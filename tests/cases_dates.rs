//! The date cases of `fixtures/cases/dates.toml`: text, publication date, the records expected.
//!
//! Prints how many are right, and each that is not; fails when fewer are right than have been.

use std::path::Path;

use inspectral::{DocumentKind, Extractor};
use serde::Deserialize;

/// The share of cases that must come out right to the last record.
const FLOOR: f64 = 1.0;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    published: Option<String>,
    kind: Option<DocumentKind>,
    dates: Vec<Expected>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Expected {
    text: String,
    value: Option<String>,
    role: String,
}

fn found(case: &Case) -> Vec<Expected> {
    let mut extractor = Extractor::new();
    if let Some(published) = &case.published {
        extractor = extractor.published(published).unwrap();
    }
    if let Some(kind) = case.kind {
        extractor = extractor.kind(kind);
    }
    let dates = extractor.extract(&case.text).dates;
    let role = |role| serde_json::to_value(role).unwrap().as_str().unwrap().to_owned();
    dates
        .into_iter()
        .map(|date| Expected {
            text: date.text,
            value: date.value.map(|value| value.to_string()),
            role: role(date.role),
        })
        .collect()
}

#[test]
fn cases_come_out_as_expected() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases/dates.toml");
    // The fixtures are not part of the published package.
    let Ok(file) = std::fs::read_to_string(path) else { return };
    let cases = toml::from_str::<Cases>(&file).unwrap().case;
    let (mut right, mut records, mut values) = (0, 0, 0);
    for case in &cases {
        let found = found(case);
        right += usize::from(found == case.dates);
        records += case.dates.len();
        values += case
            .dates
            .iter()
            .filter(|gold| found.iter().any(|f| f.text == gold.text && f.value == gold.value))
            .count();
        if found != case.dates {
            println!(
                "{:?} {:?}\n  gold  {:?}\n  found {found:?}",
                case.text, case.published, case.dates
            );
        }
    }
    println!("{right} of {} cases, {values} of {records} values", cases.len());
    assert!(right as f64 >= FLOOR * cases.len() as f64, "{right} of {} cases", cases.len());
}
