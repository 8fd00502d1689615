//! `inspectral`: reads inspection reports and news text from files and writes typed records.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

fn walk(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        let mut entries: Vec<_> =
            std::fs::read_dir(path).unwrap().map(|e| e.unwrap().path()).collect();
        entries.sort();
        for entry in entries {
            walk(&entry, files);
        }
    } else {
        files.push(path.to_owned());
    }
}

fn main() {
    let mut arguments = std::env::args().skip(2).peekable();
    let jsonl = arguments.peek().is_some_and(|a| a == "--input-format");
    if jsonl {
        arguments.nth(1);
    }
    let mut files = Vec::new();
    for path in arguments {
        walk(Path::new(&path), &mut files);
    }
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    let mut write = |id: &str, extractor: inspectral::Extractor, text: &str| {
        let mut value = serde_json::to_value(extractor.extract(text)).unwrap();
        value["id"] = id.into();
        writeln!(out, "{value}").unwrap();
    };
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        if jsonl {
            for line in bytes.lines() {
                let line: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
                let mut extractor = inspectral::Extractor::new();
                if let Some(published) = line["published"].as_str() {
                    extractor = extractor.published(published).unwrap();
                }
                write(line["id"].as_str().unwrap(), extractor, line["text"].as_str().unwrap());
            }
        } else {
            let decoded = inspectral::decode(&bytes).unwrap();
            write(&file.to_string_lossy(), inspectral::Extractor::new(), &decoded.text);
        }
    }
}
