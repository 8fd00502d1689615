//! Reading of the fixtures and their gold, shared by the tests.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::path::{Path, PathBuf};

/// A text of our own, with its gold: the records that a careful reader marks in it.
#[derive(Debug)]
pub struct Fixture {
    /// Its path below `fixtures/`, without ending: `news/monitoring-visit`.
    pub name: String,
    pub text: String,
    pub ratings: Vec<Gold>,
    pub dates: Vec<Gold>,
    pub areas: Vec<Gold>,
    pub quotes: Vec<Gold>,
}

/// A record of the gold.
#[derive(Debug)]
pub struct Gold {
    pub spans: Vec<(usize, usize)>,
    fields: toml::Table,
}

impl Gold {
    /// The words of a field; `None` for null.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).and_then(toml::Value::as_str)
    }
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The paths of the texts in `fixtures/SET`, in the order of names.
pub fn texts(set: &str) -> Vec<PathBuf> {
    let mut found: Vec<_> = fs::read_dir(root().join("fixtures").join(set))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    found.sort();
    found
}

/// The fixtures of `fixtures/SET` with their gold.
pub fn fixtures(set: &str) -> Vec<Fixture> {
    texts(set).iter().map(|path| fixture(set, path)).collect()
}

fn fixture(set: &str, path: &Path) -> Fixture {
    let text = fs::read_to_string(path).unwrap();
    let gold = path.with_extension("toml");
    let gold: toml::Table = fs::read_to_string(&gold).unwrap().parse().unwrap();
    let name = format!("{set}/{}", path.file_stem().unwrap().to_str().unwrap());
    let read = |list: &str| -> Vec<Gold> {
        let records = gold.get(list).and_then(toml::Value::as_array);
        let mut records: Vec<Gold> = records
            .into_iter()
            .flatten()
            .map(|record| {
                let fields = record.as_table().unwrap().clone();
                let snippets: Vec<&str> = match &fields["at"] {
                    toml::Value::Array(list) => list.iter().map(|s| s.as_str().unwrap()).collect(),
                    one => vec![one.as_str().unwrap()],
                };
                let spans = snippets.iter().map(|s| locate(&name, &text, s)).collect();
                Gold { spans, fields }
            })
            .collect();
        records.sort_by_key(|record| record.spans[0]);
        records
    };
    Fixture {
        ratings: read("ratings"),
        dates: read("dates"),
        areas: read("improvement_areas"),
        quotes: read("quotes"),
        name,
        text,
    }
}

/// The place of the words between `[[` and `]]` of `snippet`, which stands once in `text`, white
/// space of every kind being alike; `~~` skips over text.
fn locate(name: &str, text: &str, snippet: &str) -> (usize, usize) {
    let chars: Vec<char> = text.chars().collect();
    let folded: Vec<char> = fold(&chars);
    let (before, rest) = snippet.split_once("[[").expect("an opening mark");
    let (inside, after) = rest.split_once("]]").expect("a closing mark");
    let fold_text = |words: &str| fold(&words.chars().collect::<Vec<_>>());
    let find = |needle: &[char], from: usize| {
        (from..=folded.len().saturating_sub(needle.len()))
            .find(|&at| folded[at..].starts_with(needle))
    };
    let once = |needle: &[char]| {
        let first =
            find(needle, 0).unwrap_or_else(|| panic!("{name}: not in the text: {snippet:?}"));
        assert!(find(needle, first + 1).is_none(), "{name}: more than once: {snippet:?}");
        first
    };
    let lead = before.chars().count();
    let (start, end) = match inside.split_once("~~") {
        Some((head, tail)) => {
            let (head, tail) = (head.trim_end_matches(' '), tail.trim_start_matches(' '));
            let start = once(&fold_text(&format!("{before}{head}"))) + lead;
            let rest = fold_text(&format!("{tail}{after}"));
            let at = find(&rest, start + head.chars().count())
                .unwrap_or_else(|| panic!("{name}: no end in the text: {snippet:?}"));
            (start, at + tail.chars().count())
        }
        None => {
            let start = once(&fold_text(&format!("{before}{inside}{after}"))) + lead;
            (start, start + inside.chars().count())
        }
    };
    let bytes = |chars: &[char]| chars.iter().map(|c| c.len_utf8()).sum::<usize>();
    (bytes(&chars[..start]), bytes(&chars[..end]))
}

fn fold(chars: &[char]) -> Vec<char> {
    chars.iter().map(|c| if c.is_whitespace() { ' ' } else { *c }).collect()
}
