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

/// The frameworks of all inspectorates, one file each.
fn frameworks() -> String {
    let (mut scales, mut inspectorates, mut frameworks) =
        (String::new(), String::new(), String::new());
    for path in files("data/frameworks", "toml") {
        let data: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
        let file = path.file_name().unwrap().to_str().unwrap();
        let inspectorate = data["key"].as_str().unwrap();
        assert_eq!(inspectorate, stem(&path), "{file} is named by its key");
        writeln!(
            inspectorates,
            "    Inspectorate {{ key: Borrowed({inspectorate:?}), name: {}, aliases: {}, country: {} }},",
            words(&data, "name"),
            word_list(file, &data, "aliases"),
            words(&data, "country"),
        )
        .unwrap();
        let mut names: Vec<(String, String)> = Vec::new();
        for scale in data["scales"].as_array().unwrap() {
            let scale = scale.as_table().unwrap();
            let key = scale["key"].as_str().unwrap();
            let name = format!("{}_{}", inspectorate, key).to_uppercase();
            writeln!(scales, "\nstatic {name}: Scale = Scale {{").unwrap();
            writeln!(scales, "    key: Borrowed({key:?}),\n    grades: Borrowed(&[").unwrap();
            for grade in scale["grades"].as_array().unwrap() {
                let grade = grade.as_table().unwrap();
                writeln!(
                    scales,
                    "        Grade {{ key: {}, label: {}, aliases: {} }},",
                    words(grade, "key"),
                    words(grade, "label"),
                    word_list(file, grade, "aliases"),
                )
                .unwrap();
            }
            writeln!(scales, "    ]),\n    unsourced: {},\n}};", flag(scale)).unwrap();
            names.push((key.to_owned(), name));
        }
        let scale_of = |table: &toml::Table| match table.get("scale") {
            None => "None".to_owned(),
            Some(key) => {
                let found = names.iter().find(|(k, _)| Some(k.as_str()) == key.as_str());
                let (_, name) = found.unwrap_or_else(|| panic!("{file}: no scale {key}"));
                format!("Some(Borrowed(&{name}))")
            }
        };
        for framework in data["frameworks"].as_array().unwrap() {
            let framework = framework.as_table().unwrap();
            let mut judgements = String::new();
            let none = Vec::new();
            let list = framework.get("judgements").map_or(&none, |j| j.as_array().unwrap());
            for judgement in list.iter().map(|j| j.as_table().unwrap()) {
                writeln!(
                    judgements,
                    "            Judgement {{ key: {}, label: {}, aliases: {}, scale: {}, valid_from: {}, valid_to: {}, unsourced: {} }},",
                    words(judgement, "key"),
                    words(judgement, "label"),
                    word_list(file, judgement, "aliases"),
                    scale_of(judgement),
                    maybe(judgement, "valid_from"),
                    maybe(judgement, "valid_to"),
                    flag(judgement),
                )
                .unwrap();
            }
            writeln!(
                frameworks,
                "    Framework {{\n        key: {},\n        inspectorate: Borrowed({inspectorate:?}),\n        name: {},\n        remit: {},\n        valid_from: {},\n        valid_to: {},\n        scale: {},\n        judgements: Borrowed(&[\n{judgements}        ]),\n        unsourced: {},\n    }},",
                words(framework, "key"),
                words(framework, "name"),
                words(framework, "remit"),
                maybe(framework, "valid_from"),
                maybe(framework, "valid_to"),
                scale_of(framework),
                word_list(file, framework, "unsourced"),
            )
            .unwrap();
        }
    }
    format!(
        "{HEADER}//! Inspectorates and frameworks of `data/frameworks/`.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse std::borrow::Cow::Borrowed;\n\nuse crate::framework::{{Framework, Grade, Inspectorate, Judgement, Scale}};\n{scales}\n/// The inspectorates.\npub(crate) static INSPECTORATES: &[Inspectorate] = &[\n{inspectorates}];\n\n/// The frameworks, by inspectorate.\npub(crate) static FRAMEWORKS: &[Framework] = &[\n{frameworks}];\n"
    )
}

fn words(table: &toml::Table, name: &str) -> String {
    format!("Borrowed({:?})", table[name].as_str().unwrap())
}

fn maybe(table: &toml::Table, name: &str) -> String {
    table.get(name).map_or("None".to_owned(), |_| format!("Some({})", words(table, name)))
}

/// A list of words, which must be sorted without regard to case.
fn word_list(file: &str, table: &toml::Table, name: &str) -> String {
    let none = Vec::new();
    let list = table.get(name).map_or(&none, |list| list.as_array().unwrap());
    let list: Vec<&str> = list.iter().map(|word| word.as_str().unwrap()).collect();
    for pair in list.windows(2) {
        let ordered = (pair[0].to_lowercase(), pair[0]) < (pair[1].to_lowercase(), pair[1]);
        assert!(ordered, "{file}: {:?} stands before {:?}", pair[0], pair[1]);
    }
    let list: Vec<String> = list.iter().map(|word| format!("Borrowed({word:?})")).collect();
    format!("Borrowed(&[{}])", list.join(", "))
}

fn flag(table: &toml::Table) -> bool {
    table.get("unsourced").is_some_and(|flag| flag.as_bool().unwrap())
}

#[test]
fn tables_are_up_to_date() {
    settle("frameworks.rs", &frameworks());
    let mut modules = vec!["frameworks".to_owned()];
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
