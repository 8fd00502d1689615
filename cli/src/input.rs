//! Paths to documents.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use walkdir::WalkDir;

use crate::arguments::{Input, InputFormat};
use crate::failure::{Failure, Unreadable};

/// A document that is still to be read.
#[derive(Debug)]
pub enum Pending {
    /// A file: text, PDF or HTML.
    File { path: PathBuf, size: u64 },
    /// Standard input, already read.
    Bytes { bytes: Vec<u8> },
    /// A line of a JSON Lines file.
    Line { of: String, number: usize, line: Vec<u8> },
    /// A path that cannot be read.
    Failed(Unreadable),
}

/// A document of a JSON Lines file; other fields are ignored.
#[derive(Debug, Deserialize)]
pub struct LineDocument {
    /// Passed through to the output.
    pub id: String,
    /// The text.
    pub text: String,
    /// Its publication date.
    pub published: Option<String>,
}

impl Pending {
    /// What progress counts, in bytes.
    pub fn size(&self) -> u64 {
        match self {
            Pending::File { size, .. } => *size,
            Pending::Bytes { bytes } | Pending::Line { line: bytes, .. } => bytes.len() as u64,
            Pending::Failed(_) => 0,
        }
    }
}

/// The files of the command line, folders walked in the order of names; and their size in bytes.
///
/// # Errors
/// When no path names anything that could be read.
pub fn files(input: &Input) -> Result<(Vec<Pending>, u64), Failure> {
    let mut found = Vec::new();
    for path in &input.paths {
        if path.as_os_str() == "-" {
            found.push(Pending::File { path: path.clone(), size: 0 });
            continue;
        }
        for entry in WalkDir::new(path).sort_by_file_name().follow_links(true) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => {
                    let named = entry.depth() == 0;
                    if named || is_document(entry.path(), input.input_format) {
                        let size = entry.metadata().map_or(0, |data| data.len());
                        found.push(Pending::File { path: entry.into_path(), size });
                    }
                }
                Err(error) => {
                    let id = error.path().unwrap_or(path).display().to_string();
                    let reason = match error.io_error() {
                        Some(cause) => cause.to_string(),
                        None => error.to_string(),
                    };
                    found.push(Pending::Failed(Unreadable { id, reason }));
                }
            }
        }
    }
    if found.is_empty() {
        let paths: Vec<_> = input.paths.iter().map(|p| p.display().to_string()).collect();
        return Err(Failure::NothingToRead(paths.join(", ")));
    }
    let size = found.iter().map(Pending::size).sum();
    Ok((found, size))
}

/// Whether a file met in a folder is one to read. What it holds is told by its content.
fn is_document(path: &Path, format: InputFormat) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    let fits = match (format, ending.as_deref()) {
        (InputFormat::Documents, None) => true,
        (InputFormat::Documents, Some(e)) => {
            matches!(e, "txt" | "text" | "pdf" | "html" | "htm" | "xhtml")
        }
        (InputFormat::Jsonl, e) => matches!(e, Some("jsonl" | "ndjson" | "json")),
    };
    fits && !hidden
}

/// The documents of `files`, read as they are needed: a JSON Lines file becomes its lines.
pub fn documents(files: Vec<Pending>, format: InputFormat) -> Box<dyn Iterator<Item = Pending>> {
    match format {
        InputFormat::Documents => Box::new(files.into_iter().map(|pending| match pending {
            Pending::File { path, .. } if path.as_os_str() == "-" => {
                let mut bytes = Vec::new();
                match io::stdin().lock().read_to_end(&mut bytes) {
                    Ok(_) => Pending::Bytes { bytes },
                    Err(error) => failed("-", &error),
                }
            }
            other => other,
        })),
        InputFormat::Jsonl => Box::new(files.into_iter().flat_map(|pending| match pending {
            Pending::File { path, .. } => lines(path),
            other => Box::new(std::iter::once(other)),
        })),
    }
}

fn failed(id: impl Into<String>, error: &io::Error) -> Pending {
    Pending::Failed(Unreadable { id: id.into(), reason: error.to_string() })
}

/// The lines of one JSON Lines file, blank ones left out.
fn lines(path: PathBuf) -> Box<dyn Iterator<Item = Pending>> {
    let of = path.display().to_string();
    let reader: Box<dyn BufRead> = if path.as_os_str() == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        match File::open(&path) {
            Ok(file) => Box::new(BufReader::with_capacity(1 << 16, file)),
            Err(error) => return Box::new(std::iter::once(failed(of, &error))),
        }
    };
    let mut reader = Some(reader);
    let mut number = 0;
    Box::new(std::iter::from_fn(move || {
        loop {
            let mut line = Vec::new();
            number += 1;
            match reader.as_mut()?.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => return Some(Pending::Line { of: of.clone(), number, line }),
                Err(error) => {
                    reader = None;
                    return Some(failed(format!("{of}:{number}"), &error));
                }
            }
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_hold_documents_by_name() {
        let document = |name: &str| is_document(Path::new(name), InputFormat::Documents);
        assert!(document("a/report.PDF") && document("a.txt") && document("page.html"));
        assert!(document("article"));
        assert!(!document("a/gold.yaml") && !document("README.md") && !document(".DS_Store"));
        assert!(is_document(Path::new("a.jsonl"), InputFormat::Jsonl));
    }
}
