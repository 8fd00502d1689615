//! A report says the same, however a tool prints its PDF as text.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use inspectral::{AreaKind, Extraction, Extractor};

/// A way to print a text: what it is called, and how it changes the text.
type Distortion = (&'static str, fn(&str) -> String);

const DISTORTIONS: [Distortion; 22] = [
    ("double spacing", |text| text.replace('\n', "\n\n")),
    ("double spacing with spaces", |text| text.replace('\n', "\n \n")),
    ("three blank lines for one", |text| text.replace("\n\n", "\n\n\n\n")),
    ("carriage returns and line feeds", |text| text.replace('\n', "\r\n")),
    ("carriage returns", |text| text.replace('\n', "\r")),
    ("double spacing with carriage returns", |text| text.replace('\n', "\r\n\r\n")),
    ("spaces at line ends", |text| text.replace('\n', "   \n")),
    ("a margin", |text| text.replace('\n', "\n      ")),
    ("a byte order mark", |text| format!("\u{feff}{text}")),
    ("no form feeds", |text| text.replace('\u{c}', "")),
    ("spaces that do not break", unbreakable),
    ("ligatures", |text| text.replace("fi", "ﬁ").replace("fl", "ﬂ")),
    ("straight apostrophes", |text| text.replace('’', "'")),
    ("bullets of a symbol font", |text| bulleted(text, "\u{f0b7} ")),
    ("arrows for bullets", |text| bulleted(text, "→ ")),
    ("asterisks for bullets", |text| bulleted(text, "* ")),
    ("bullets that lost their face", |text| bulleted(text, "\u{fffd} ")),
    ("letters for bullets", |text| bulleted(text, "n ")),
    ("bullets close to their words", |text| bulleted(text, "•")),
    ("bullets on lines of their own", |text| bulleted(text, "•\n\n")),
    ("page numbers between the lines", |text| paged(text, |page| format!("Page {page} of 9\n"))),
    ("running headers", |text| {
        paged(text, |page| format!("\n{page}\n\n\u{c}Northern inspections, a report\n\n"))
    }),
];

/// What some rules for a layout do not read yet, after its name and the distortion's.
const UNREAD: [(&str, &str); 6] = [
    ("childrens-home-2013-grades-in-sentences", "double spacing"),
    ("childrens-home-2013-grades-in-sentences", "double spacing with spaces"),
    ("childrens-home-2013-grades-in-sentences", "double spacing with carriage returns"),
    ("school-2025-ungraded-good-before", "spaces that do not break"),
    ("school-scotland-2024-letter", "page numbers between the lines"),
    ("school-scotland-2024-letter", "running headers"),
];

/// `text` with every space between two words one that does not break.
fn unbreakable(text: &str) -> String {
    let bytes = text.as_bytes();
    let word =
        |at: Option<usize>| at.is_some_and(|at| bytes.get(at).is_some_and(u8::is_ascii_graphic));
    text.char_indices()
        .map(|(at, c)| match c {
            ' ' if word(at.checked_sub(1)) && word(Some(at + 1)) => '\u{a0}',
            c => c,
        })
        .collect()
}

/// `text` with other bullets.
fn bulleted(text: &str, bullet: &str) -> String {
    let line = |line: &str| {
        let item = line.trim_start().strip_prefix(['•', '●', '◼', '■', '▪', '\u{f0b7}']);
        match item {
            Some(item) if !item.trim().is_empty() => format!("{bullet}{}", item.trim_start()),
            _ => line.to_owned(),
        }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// `text` without its own form feeds and with `turn` after every 13th line, the first lines aside.
fn paged(text: &str, turn: fn(usize) -> String) -> String {
    let mut paged = String::new();
    for (number, line) in text.replace('\u{c}', "").split_inclusive('\n').enumerate() {
        paged.push_str(line);
        if number > 20 && number % 13 == 0 {
            paged.push_str(&turn(number / 13));
        }
    }
    paged
}

/// Letters and digits alone, ligatures apart.
fn plain(words: &str) -> String {
    let words = words.replace('ﬁ', "fi").replace('ﬂ', "fl").to_lowercase();
    words.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// What a reader would take down: the inspection with days and grades, and the items of lists.
fn facts(found: &Extraction) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    let mut published = found.document.published.as_ref().map(ToString::to_string);
    facts.extend(published.take().map(|day| format!("published {day}")));
    if let Some(inspection) = found.inspections.first() {
        let start = inspection.start.as_ref().map(ToString::to_string).unwrap_or_default();
        let of = format!("{:?} of {start}", inspection.framework);
        facts.insert(of.clone());
        let grades = inspection.grades.iter();
        facts.extend(grades.map(|(judgement, grade)| format!("{of}: {judgement} {grade}")));
    }
    for area in &found.improvement_areas {
        if area.kind == AreaKind::Required && area.item.is_some() {
            facts.insert(format!("to improve: {}", plain(&area.name)));
        }
    }
    facts
}

#[test]
fn distorted_reports_say_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/reports");
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    names.sort();
    let extractor = Extractor::new();
    let mut differences = String::new();
    for path in names {
        let text = fs::read_to_string(&path).unwrap();
        let wanted = facts(&extractor.extract(&text));
        for (distortion, distort) in DISTORTIONS {
            let name = path.file_stem().unwrap().to_string_lossy();
            if UNREAD.contains(&(name.as_ref(), distortion)) {
                continue;
            }
            let found = facts(&extractor.extract(&distort(&text)));
            for lost in wanted.difference(&found) {
                differences += &format!("{name}, {distortion}: lost {lost}\n");
            }
            for new in found.difference(&wanted) {
                differences += &format!("{name}, {distortion}: new {new}\n");
            }
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
}
