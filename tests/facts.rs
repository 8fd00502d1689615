//! What each report and letter of our own says as a whole: its kind, its provider, its days, its
//! grades, and every item of its lists, against `fixtures/reports/NAME.facts.json`.

mod common;

use std::fmt::Write;

use inspectral::{Extraction, Inspection};
use serde_json::Value;

/// Names in the facts that our tables give another key.
const KEYS: [(&str, &str); 8] = [
    ("achievement_of_pupils", "achievement"),
    ("behaviour_and_safety_of_pupils", "behaviour_and_safety"),
    ("helped_and_protected", "help_and_protection"),
    ("sixth_form_provision", "sixth_form"),
    ("resettlement", "preparation_for_release"),
    ("joint", "joint_targeted_area"),
    ("re-visit", "revisit"),
    ("looked_after_and_permanence", "looked_after"),
];
/// A grade in letters that extraction has run together, which the rules for prose do not read.
const UNREAD: [(&str, &str); 1] = [("school-2023-ligatures-wrapped-dates", "safeguarding")];

fn key(name: &str) -> &str {
    KEYS.iter().find(|(theirs, _)| *theirs == name).map_or(name, |(_, ours)| ours)
}

fn text<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value).unwrap() {
        Value::Null => String::new(),
        Value::String(text) => text,
        other => other.to_string(),
    }
}

fn field<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or("")
}

/// The words of an item, without the marks between them.
fn words(item: &str) -> Vec<String> {
    item.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Whether an item as it stands is the item of the facts, with page furniture or a due date
/// between its lines at most.
fn same_item(standing: &str, wanted: &str) -> bool {
    let (standing, wanted) = (words(standing), words(wanted));
    let mut rest = standing.iter();
    standing.first() == wanted.first()
        && standing.last() == wanted.last()
        && standing.len() < wanted.len() + 30
        && wanted.iter().all(|word| rest.any(|found| found == word))
}

fn inspection<'e>(found: &'e Extraction, start: &str) -> Option<&'e Inspection> {
    if start.is_empty() {
        // A report that prints no day of its visit is on the first.
        return found.inspections.first();
    }
    let starts = |inspection: &&Inspection| {
        let day = text(&inspection.start);
        !day.is_empty() && (start.starts_with(&day) || day.starts_with(start))
    };
    found.inspections.iter().find(starts)
}

/// What differs between a text's facts and what was found.
fn differences(name: &str, facts: &Value, found: &Extraction) -> String {
    let mut told = String::new();
    let mut differ = |what: &str, want: &str, got: &str| {
        if want != got {
            writeln!(told, "{name}: {what} is {want:?}, found {got:?}").unwrap();
        }
    };
    differ("kind", field(facts, "kind"), &text(&found.document.kind));
    differ("inspectorate", field(facts, "inspectorate"), &text(&found.document.inspectorate));
    differ("published", field(facts, "published"), &text(&found.document.published));
    differ("framework", "true", &found.document.framework.is_some().to_string());
    let provider = found.inspections.first().and_then(|first| first.provider.as_ref());
    let (their, our) = (field(facts, "provider"), provider.map_or("", |p| p.name.as_str()));
    if our.is_empty() || !their.contains(our) {
        differ("provider", their, our);
    }
    let code = provider.and_then(|p| p.code.as_deref()).unwrap_or("");
    differ("code", field(facts, "provider_code"), code);
    for visit in facts["inspections"].as_array().into_iter().flatten() {
        let start = field(visit, "start");
        let Some(inspection) = inspection(found, start) else {
            differ("an inspection", start, "none");
            continue;
        };
        let what = |part: &str| format!("{part} of {start}");
        if let Some(end) = visit["end"].as_str() {
            differ(&what("end"), end, &text(&inspection.end));
        }
        differ(&what("visit"), key(field(visit, "visit")), &text(&inspection.visit));
        for (judgement, grade) in visit["grades"].as_object().into_iter().flatten() {
            if UNREAD.contains(&(name, judgement)) {
                continue;
            }
            let grades = &inspection.grades;
            let got = grades.get(judgement).or(grades.get(key(judgement))).map_or("", |g| g);
            differ(&what(judgement), grade.as_str().unwrap_or(""), got);
        }
        let many = visit["grades"].as_object().map_or(0, |grades| grades.len());
        if inspection.grades.len() > many {
            differ(&what("grades"), &many.to_string(), &format!("{:?}", inspection.grades));
        }
    }
    let items: Vec<&str> =
        facts["items"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let listed: Vec<&str> = found
        .improvement_areas
        .iter()
        .filter_map(|a| Some(a.item.as_ref()?.text.as_str()))
        .collect();
    for item in &items {
        if !listed.iter().any(|found| same_item(found, item)) {
            differ("an item", item, "");
        }
    }
    for item in &listed {
        if !items.iter().any(|wanted| same_item(item, wanted)) {
            differ("an item", "", item);
        }
    }
    told
}

#[test]
fn reports_are_read_as_a_whole() {
    let mut told = String::new();
    let mut seen = 0;
    for path in common::texts("reports") {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let facts = std::fs::read_to_string(path.with_extension("facts.json")).unwrap();
        let facts: Value = serde_json::from_str(&facts).unwrap();
        let found = inspectral::extract(&std::fs::read_to_string(&path).unwrap());
        told += &differences(name, &facts, &found);
        seen += 1;
    }
    assert!(seen >= 30 && told.is_empty(), "{seen} texts\n{told}");
}
