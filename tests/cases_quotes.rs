//! Small cases of quotations in British news, reports and letters: `fixtures/cases/quotes.toml`.

use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
    #[serde(default)]
    quotes: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    segments: Vec<String>,
    kind: String,
    speaker: Option<String>,
    speaker_name: Option<String>,
    role: Option<String>,
    voice: Option<String>,
    cue: Option<String>,
}

/// Words without case, articles and marks at their ends.
fn bare(words: &str) -> String {
    let words = words.to_lowercase().replace('’', "'");
    let words = words.trim_matches([' ', ',', '.']);
    let bare = ["the ", "a ", "an "].iter().find_map(|article| words.strip_prefix(article));
    bare.unwrap_or(words).to_owned()
}

fn same(found: Option<&str>, expected: Option<&str>) -> bool {
    found.map(bare) == expected.map(bare)
}

#[test]
fn cases() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/cases/quotes.toml");
    let Ok(file) = std::fs::read_to_string(path) else {
        println!("no fixtures/cases/quotes.toml");
        return;
    };
    let cases: Cases = toml::from_str(&file).expect("the cases are TOML");
    let (mut fields, mut right) = (0usize, 0usize);
    for case in &cases.case {
        let found = inspectral::quotes::find(&case.text);
        let mut check = |what: &str, good: bool, seen: String| {
            fields += 1;
            right += usize::from(good);
            if !good {
                println!("{}: {what}: {seen}", case.name);
            }
        };
        for expected in &case.quotes {
            let quote = found.iter().find(|quote| {
                quote.segments.iter().map(|s| &case.text[s.range()]).eq(expected.segments.iter())
            });
            check("segments", quote.is_some(), format!("{:?}", expected.segments));
            let Some(quote) = quote else { continue };
            let value = |v: serde_json::Value| v.as_str().unwrap_or_default().to_owned();
            let kind = value(serde_json::to_value(quote.kind).unwrap());
            let voice = value(serde_json::to_value(quote.voice).unwrap());
            let speaker = quote.speaker.as_ref();
            let text = speaker.map(|s| s.text.as_str());
            let name = speaker.and_then(|s| s.name.as_deref());
            check("kind", kind == expected.kind, format!("{kind} for {}", expected.kind));
            let wanted = expected.voice.as_deref().unwrap_or("unknown");
            check("voice", voice == wanted, format!("{voice} for {wanted}"));
            check(
                "speaker",
                same(text, expected.speaker.as_deref()),
                format!("{text:?} for {:?} by {}", expected.speaker, quote.rule),
            );
            check(
                "name",
                same(name, expected.speaker_name.as_deref()),
                format!("{name:?} for {:?}", expected.speaker_name),
            );
            let role = speaker.and_then(|s| s.role.as_deref());
            check(
                "role",
                same(role, expected.role.as_deref()),
                format!("{role:?} for {:?}", expected.role),
            );
            let cue = quote.cue.as_ref().map(|cue| cue.text.as_str());
            check(
                "cue",
                same(cue, expected.cue.as_deref()),
                format!("{cue:?} for {:?}", expected.cue),
            );
        }
        check(
            "count",
            found.len() == case.quotes.len(),
            format!("{} for {}", found.len(), case.quotes.len()),
        );
    }
    println!("quotation cases: {right} of {fields} fields right");
    assert!(right * 100 >= fields * 90, "{right} of {fields}");
}
