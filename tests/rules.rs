//! Every rule reads its examples and leaves the others.

use inspectral::{Extraction, Rule, Span};

/// The text without its `[[` and `]]`, and the spans that stood between them.
fn marked(example: &str) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut spans, mut rest) = (String::new(), Vec::new(), example);
    while let Some((before, after)) = rest.split_once("[[") {
        text.push_str(before);
        let (words, after) = after.split_once("]]").expect("a mark is closed");
        let start = text.len();
        text.push_str(words);
        spans.push((start, text.len()));
        rest = after;
    }
    text.push_str(rest);
    (text, spans)
}

/// Each record as its rule, its spans, and what it says in the form of `Example::finds`.
fn records(found: &Extraction) -> Vec<(String, Vec<Span>, String)> {
    fn word<T: serde::Serialize>(value: &T) -> String {
        match serde_json::to_value(value).unwrap() {
            serde_json::Value::String(text) => text,
            other => other.to_string(),
        }
    }
    let mut records = Vec::new();
    for r in &found.ratings {
        let judgement = r.judgement.as_ref().map_or("null".into(), |j| {
            j.text.clone().unwrap_or_else(|| j.key.as_deref().unwrap_or("null").to_owned())
        });
        let says = format!("{} {judgement} {} {}", r.grade, word(&r.time), word(&r.date));
        records.push((r.rule.to_string(), vec![r.span], says));
    }
    for d in &found.dates {
        let says = format!("{} {}", word(&d.value), word(&d.role));
        records.push((d.rule.to_string(), vec![d.span], says));
    }
    for a in &found.improvement_areas {
        records.push((a.rule.to_string(), vec![a.span], format!("{}: {}", word(&a.kind), a.name)));
    }
    for q in &found.quotes {
        let speaker = q.speaker.as_ref().map_or("null".into(), |s| s.text.clone());
        let says = format!("{} {} {speaker}", word(&q.kind), word(&q.voice));
        records.push((q.rule.to_string(), q.segments.clone(), says));
    }
    records
}

fn check(rule: &Rule, faults: &mut Vec<String>) {
    if rule.reads.is_empty() {
        faults.push(format!("{}: no example that it reads", rule.name));
    }
    for example in rule.reads {
        let (text, spans) = marked(example.text);
        let records = records(&inspectral::extract(&text));
        let of_rule: Vec<_> = records.iter().filter(|r| r.0 == rule.name).collect();
        for span in spans {
            let hit = of_rule.iter().any(|(_, segments, says)| {
                segments.iter().any(|s| (s.start(), s.end()) == span)
                    && says.starts_with(example.finds)
            });
            if !hit {
                faults.push(format!(
                    "{}: reads {:?} as {:?}\n    found {records:?}",
                    rule.name, example.text, example.finds
                ));
            }
        }
    }
    for text in rule.leaves {
        let records = records(&inspectral::extract(text));
        if records.iter().any(|r| r.0 == rule.name) {
            faults.push(format!("{}: leaves {text:?}\n    found {records:?}", rule.name));
        }
    }
}

#[test]
fn rules_read_their_examples() {
    let mut faults = Vec::new();
    for rule in inspectral::rules() {
        check(rule, &mut faults);
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn rule_names_are_unique_and_well_formed() {
    let mut names: Vec<_> = inspectral::rules().iter().map(|rule| rule.name).collect();
    for name in &names {
        let (kind, form) = name.split_once('.').expect("kind.form");
        assert!(matches!(kind, "date" | "rating" | "area" | "quote"), "{name}");
        assert!(form.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{name}");
    }
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
}
