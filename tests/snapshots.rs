//! The records of every fixture, as reviewed snapshots: a change to a rule shows here what else it
//! changed. `INSTA_UPDATE=always cargo test --test snapshots` writes them anew.

mod common;

use std::fmt::Write;

use inspectral::Extraction;

fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value).unwrap() {
        serde_json::Value::String(text) => text,
        serde_json::Value::Null => "-".to_owned(),
        other => other.to_string(),
    }
}

/// One line a record: its place, its words, what it says, its rule.
fn lines(found: &Extraction) -> String {
    let mut out = String::new();
    let document = &found.document;
    let parts = [
        word(&document.kind),
        word(&document.published),
        word(&document.inspectorate),
        word(&document.framework),
        word(&document.headline),
    ];
    writeln!(out, "document {}", parts.join(" | ")).unwrap();
    for r in &found.ratings {
        let judgement = r.judgement.as_ref().map_or("-".to_owned(), |j| {
            format!("{} '{}'", word(&j.key), j.text.as_deref().unwrap_or("-"))
        });
        let provider = r.provider.as_ref().map_or("-", |p| &p.name);
        let rest = [word(&r.time), word(&r.date), word(&r.extent)].join(" ");
        writeln!(
            out,
            "rating {:?} {:?} {} | {judgement} | {provider} | {rest} ({})",
            r.span, r.text, r.grade, r.rule
        )
        .unwrap();
    }
    for d in &found.dates {
        let (value, role) = (word(&d.value), word(&d.role));
        writeln!(out, "date {:?} {:?} {value} {role} ({})", d.span, d.text, d.rule).unwrap();
    }
    for a in &found.improvement_areas {
        let cue = a.cue.as_ref().map_or("-", |cue| &cue.text);
        let item = a.item.as_ref().map_or(String::new(), |item| format!(" | item {:?}", item.span));
        writeln!(
            out,
            "area {:?} {} {:?} | {cue:?}{item} ({})",
            a.span,
            word(&a.kind),
            a.name,
            a.rule
        )
        .unwrap();
    }
    for q in &found.quotes {
        let speaker = q.speaker.as_ref().map_or("-".to_owned(), |s| {
            format!(
                "{:?} = {} ({})",
                s.text,
                s.name.as_deref().unwrap_or("-"),
                s.role.as_deref().unwrap_or("-")
            )
        });
        let cue = q.cue.as_ref().map_or("-", |cue| &cue.text);
        let opening: String = q.text.chars().take(60).collect();
        writeln!(
            out,
            "quote {:?} {} {} {opening:?} | {speaker} | {cue:?} ({})",
            q.segments,
            word(&q.kind),
            word(&q.voice),
            q.rule
        )
        .unwrap();
    }
    for w in &found.warnings {
        writeln!(out, "warning {:?} {}", w.span, w.code).unwrap();
    }
    out
}

fn check(set: &str) {
    for path in common::texts(set) {
        let name = format!("{set}__{}", path.file_stem().unwrap().to_str().unwrap());
        let text = std::fs::read_to_string(&path).unwrap();
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!(name, lines(&inspectral::extract(&text)));
        });
    }
}

#[test]
fn news() {
    check("news");
}

#[test]
fn reports() {
    check("reports");
}
