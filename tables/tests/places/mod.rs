//! `src/tables/authorities.rs` from `data/places/authorities.csv`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// The fields of one line of CSV; quotation marks around a field keep its commas.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            _ => field.push(c),
        }
    }
    fields.push(field);
    fields
}

/// A name as the table is searched by it: lower case, words parted by single spaces.
fn key(name: &str) -> String {
    let mut key = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            '&' => key.push_str(" and "),
            '-' | ',' | ' ' => key.push(' '),
            c if c.is_alphanumeric() => key.push(c),
            _ => {}
        }
    }
    key.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The table of authorities and of the names that they go by.
pub fn authorities(root: &Path, header: &str) -> String {
    let data = std::fs::read_to_string(root.join("data/places/authorities.csv")).unwrap();
    let rows: Vec<Vec<String>> = data.lines().skip(1).map(fields).collect();
    let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut out = format!("{header}//! Authorities of `data/places/authorities.csv`.\n");
    out.push_str("\n/// Code, name, first and last day of the code (empty: in force), by code.\n");
    out.push_str(
        "#[rustfmt::skip]\npub(crate) static AUTHORITIES: &[(&str, &str, &str, &str)] = &[\n",
    );
    for (number, row) in rows.iter().enumerate() {
        let [code, name, council, from, to, _, aliases] = row.as_slice() else {
            panic!("authorities.csv: {row:?}");
        };
        assert!(
            number == 0 || rows[number - 1][0] < *code,
            "authorities.csv: {code} is out of order"
        );
        assert!(
            from.len() == 10 && (to.is_empty() || to > from),
            "authorities.csv: dates of {code}"
        );
        writeln!(out, "    ({code:?}, {name:?}, {from:?}, {to:?}),").unwrap();
        for name in aliases.split('|').chain([name.as_str(), council.as_str()]).map(key) {
            let codes = names.entry(name.clone()).or_default();
            if !name.is_empty() && !codes.contains(&number) {
                codes.push(number);
            }
        }
    }
    out.push_str(
        "];\n\n/// Names in lower case without punctuation, each with its rows of `AUTHORITIES`.\n",
    );
    out.push_str("#[rustfmt::skip]\npub(crate) static NAMES: &[(&str, &[u16])] = &[\n");
    for (name, codes) in names.iter().filter(|(name, _)| !name.is_empty()) {
        writeln!(out, "    ({name:?}, &{codes:?}),").unwrap();
    }
    out.push_str("];\n");
    out
}
