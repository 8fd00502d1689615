//! How well improvement areas are read in single sentences and short paragraphs
//! (`fixtures/cases/areas.toml`), with floors that may only rise.
//!
//! `cargo test --test cases_areas -- --nocapture` prints the figures and every miss.

mod common;

use std::collections::HashSet;

use inspectral::{AreaKind, DocumentKind, Extractor, ImprovementArea};
use toml::Value;

/// F1 of all areas and of those that are required, at least.
const FLOOR: f64 = 0.95;
const FLOOR_REQUIRED: f64 = 0.95;

/// An area of the gold: where it is, its name and its kind.
struct Gold {
    span: (usize, usize),
    name: String,
    kind: String,
}

fn gold(case: &toml::Table, text: &str) -> Vec<Gold> {
    let areas = case.get("areas").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    areas
        .iter()
        .map(|area| {
            let words = area["text"].as_str().unwrap();
            let nth = area.get("nth").and_then(Value::as_integer).unwrap_or(1) as usize;
            let (start, _) =
                text.match_indices(words).nth(nth - 1).expect("the words are in the text");
            Gold {
                span: (start, start + words.len()),
                name: area.get("name").and_then(Value::as_str).unwrap_or(words).to_owned(),
                kind: area["kind"].as_str().unwrap().to_owned(),
            }
        })
        .collect()
}

fn words(name: &str) -> HashSet<String> {
    name.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !matches!(*word, "" | "the" | "a" | "an"))
        .map(str::to_owned)
        .collect()
}

/// Whether a found area is the gold one: they overlap, and share half of their words.
fn same(gold: &Gold, found: &ImprovementArea) -> bool {
    let (a, b) = (words(&gold.name), words(&found.name));
    let shared = a.intersection(&b).count() as f64 / a.union(&b).count().max(1) as f64;
    found.span.start() < gold.span.1 && gold.span.0 < found.span.end() && shared >= 0.5
}

fn kind(found: &ImprovementArea) -> &'static str {
    match found.kind {
        AreaKind::Required => "required",
        AreaKind::Weakness => "weakness",
        AreaKind::Measure => "measure",
    }
}

#[derive(Default)]
struct Tally {
    hits: usize,
    gold: usize,
    found: usize,
}

impl Tally {
    fn f1(&self) -> f64 {
        2.0 * self.hits as f64 / (self.gold + self.found).max(1) as f64
    }
}

#[test]
fn areas_of_the_cases_are_read() {
    let path = common::root().join("fixtures/cases/areas.toml");
    let cases: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let (mut all, mut required) = (Tally::default(), Tally::default());
    for case in cases["case"].as_array().unwrap() {
        let case = case.as_table().unwrap();
        let text = case["text"].as_str().unwrap();
        let extractor = Extractor::new().kind(match case.get("kind").and_then(Value::as_str) {
            Some("letter") => DocumentKind::Letter,
            Some("report") => DocumentKind::Report,
            _ => DocumentKind::News,
        });
        let found = extractor.extract(text).improvement_areas;
        let gold = gold(case, text);
        for (tally, only) in [(&mut all, None), (&mut required, Some("required"))] {
            let of_kind = |kind: &str| only.is_none_or(|only| kind == only);
            let mut left: Vec<_> = found.iter().filter(|f| of_kind(kind(f))).collect();
            tally.found += left.len();
            for gold in gold.iter().filter(|g| of_kind(&g.kind)) {
                tally.gold += 1;
                if let Some(at) = left.iter().position(|f| same(gold, f)) {
                    left.remove(at);
                    tally.hits += 1;
                } else if only.is_none() {
                    println!("missed {}: {:?} in {text:?}", gold.kind, gold.name);
                }
            }
            for area in left.iter().filter(|_| only.is_none()) {
                println!("false {} ({}): {:?} in {text:?}", kind(area), area.rule, area.name);
            }
        }
    }
    println!("areas {:.3}, required {:.3}", all.f1(), required.f1());
    assert!(all.f1() >= FLOOR, "areas {:.3}", all.f1());
    assert!(required.f1() >= FLOOR_REQUIRED, "required {:.3}", required.f1());
}
