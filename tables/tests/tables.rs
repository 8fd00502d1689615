//! The tables in `src/tables/` are generated from `data/` and checked in.
//!
//! `UPDATE_TABLES=1 cargo test -p inspectral-tables` writes them; without the switch the test fails
//! when they differ. The data files are checked too: word lists are sorted, unique, lower case.

mod places;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const HEADER: &str =
    "// Generated from data/ by `UPDATE_TABLES=1 cargo test -p inspectral-tables`. Do not edit.\n";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn files(dir: &str, extension: &str) -> Vec<PathBuf> {
    let mut found: Vec<_> = std::fs::read_dir(root().join(dir))
        .unwrap_or_else(|e| panic!("{dir}: {e}"))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .collect();
    found.sort();
    found
}

fn stem(path: &Path) -> &str {
    path.file_stem().unwrap().to_str().unwrap()
}

/// Compares a table with the file that is checked in, or writes it.
fn settle(name: &str, table: &str) {
    let path = root().join("src/tables").join(name);
    if std::env::var_os("UPDATE_TABLES").is_some() {
        std::fs::write(&path, table).unwrap();
        return;
    }
    let present = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        present == table,
        "src/tables/{name} is not what data/ gives: run UPDATE_TABLES=1 cargo test -p inspectral-tables"
    );
}

/// One lexicon file: each table `[name]` has `about` and either `words` (a sorted list) or `map`
/// (a sorted table from words to words or numbers).
fn lexicon(path: &Path) -> String {
    let file = path.file_name().unwrap().to_str().unwrap();
    let data: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let mut out = format!("{HEADER}//! Words of `data/lexicon/{file}`.\n");
    for (name, entry) in &data {
        let about = entry["about"].as_str().expect("about is a text");
        let constant = name.to_uppercase();
        write!(out, "\n/// {about}\n").unwrap();
        if let Some(words) = entry.get("words") {
            let words: Vec<&str> =
                words.as_array().unwrap().iter().map(|w| w.as_str().unwrap()).collect();
            check_sorted(file, name, &words);
            writeln!(out, "#[rustfmt::skip]\npub(crate) static {constant}: &[&str] = &[").unwrap();
            for word in words {
                writeln!(out, "    {word:?},").unwrap();
            }
            out.push_str("];\n");
        } else {
            let map = entry["map"].as_table().expect("words or map");
            let keys: Vec<&str> = map.keys().map(String::as_str).collect();
            check_sorted(file, name, &keys);
            let numbers = map.values().all(toml::Value::is_integer);
            let kind = if numbers { "i32" } else { "&str" };
            writeln!(out, "#[rustfmt::skip]\npub(crate) static {constant}: &[(&str, {kind})] = &[")
                .unwrap();
            for (word, value) in map {
                match value {
                    toml::Value::Integer(n) => writeln!(out, "    ({word:?}, {n}),").unwrap(),
                    other => {
                        writeln!(out, "    ({word:?}, {:?}),", other.as_str().unwrap()).unwrap();
                    }
                }
            }
            out.push_str("];\n");
        }
    }
    out
}

fn check_sorted(file: &str, name: &str, words: &[&str]) {
    for pair in words.windows(2) {
        assert!(pair[0] < pair[1], "{file} [{name}]: {:?} stands before {:?}", pair[0], pair[1]);
    }
    for word in words {
        assert!(!word.is_empty() && word.trim() == *word, "{file} [{name}]: {word:?}");
    }
}

#[test]
fn tables_are_up_to_date() {
    let mut modules = Vec::new();
    for path in files("data/lexicon", "toml") {
        settle(&format!("{}.rs", stem(&path)), &lexicon(&path));
        modules.push(stem(&path).to_owned());
    }
    settle("authorities.rs", &places::authorities(root(), HEADER));
    modules.push("authorities".to_owned());
    modules.sort();
    let list: String = modules.iter().map(|m| format!("pub(crate) mod {m};\n")).collect();
    settle("mod.rs", &format!("{HEADER}//! Words and facts, generated from `data/`.\n\n{list}"));
}
