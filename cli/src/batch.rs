//! Documents to results: on all cores, in input order, in bounded memory.

use std::path::{Path, PathBuf};
use std::time::Duration;

use inspectral::{DocumentKind, Extraction, Extractor};
use rayon::prelude::*;

use crate::Outcome;
use crate::arguments::{Input, Kind};
use crate::failure::{Failure, Unreadable};
use crate::format::{self, guarded};
use crate::input::{self, LineDocument, Pending};
use crate::pdf::Program;
use crate::progress::Progress;

/// Documents taken up together, at most; and their bytes, at most but for one larger document.
const CHUNK_DOCUMENTS: usize = 256;
const CHUNK_BYTES: u64 = 8 << 20;

/// What became of a document: its size in bytes, and what was made of it with the number of its
/// records.
type Made<T> = (u64, Result<(T, usize), Unreadable>);

/// A document that was read.
#[derive(Debug)]
pub struct Finished {
    pub id: String,
    pub text: String,
    /// `text`, `pdf`, `html` or `jsonl`.
    pub format: &'static str,
    pub encoding: Option<&'static str>,
    pub extraction: Extraction,
}

/// Reads every document of `input`, makes a `T` of it on one of the cores, and hands the results
/// to `write` in input order. A document that fails is reported and passed over.
///
/// # Errors
/// When there is nothing to read, a setting is wrong, or `write` fails.
pub fn run<T: Send>(
    input: &Input,
    make: impl Fn(&Finished) -> T + Sync,
    mut write: impl FnMut(T) -> Result<(), Failure>,
) -> Result<Outcome, Failure> {
    let reader = Reader::new(input)?;
    let mut pool = rayon::ThreadPoolBuilder::new();
    if let Some(jobs) = input.jobs {
        pool = pool.num_threads(usize::from(jobs));
    }
    let pool = pool.build().map_err(|error| Failure::Usage(error.to_string()))?;

    let (files, bytes) = input::files(input)?;
    let mut progress = Progress::new(bytes);
    let mut documents = input::documents(files, input.input_format).peekable();
    while documents.peek().is_some() {
        let (mut chunk, mut size) = (Vec::new(), 0);
        while chunk.len() < CHUNK_DOCUMENTS && (chunk.is_empty() || size < CHUNK_BYTES) {
            let Some(document) = documents.next() else { break };
            size += document.size();
            chunk.push(document);
        }
        let results: Vec<Made<T>> = pool.install(|| {
            let one = |document: Pending| {
                let size = document.size();
                let result = reader.read(document).map(|finished| {
                    let found = &finished.extraction;
                    let records = found.ratings.len()
                        + found.dates.len()
                        + found.improvement_areas.len()
                        + found.quotes.len();
                    (make(&finished), records)
                });
                (size, result)
            };
            chunk.into_par_iter().map(one).collect()
        });
        for (size, result) in results {
            match result {
                Ok((made, records)) => {
                    write(made)?;
                    progress.read(size, records);
                }
                Err(failure) => progress.failed(size, &failure),
            }
        }
    }
    Ok(progress.finish())
}

/// Reads single documents with the settings of the command line.
#[derive(Debug)]
pub struct Reader {
    extractor: Extractor,
    /// Whether the command line gives a publication date, which a page's metadata yields to.
    published: bool,
    pdf_program: Option<Program>,
    save_text: Option<PathBuf>,
}

impl Reader {
    /// A reader with the settings of `input`.
    ///
    /// # Errors
    /// When the publication date is none.
    pub fn new(input: &Input) -> Result<Reader, Failure> {
        let mut reader = Reader::plain(input.published.as_deref())?;
        if let Some(kind) = input.kind {
            reader.extractor = reader.extractor.kind(match kind {
                Kind::News => DocumentKind::News,
                Kind::Report => DocumentKind::Report,
                Kind::Letter => DocumentKind::Letter,
            });
        }
        reader.pdf_program = input.pdf_text_command.clone().map(|command| Program {
            command,
            limit: Duration::from_secs(input.pdf_timeout.into()),
        });
        reader.save_text.clone_from(&input.save_text);
        Ok(reader)
    }

    /// A reader that knows a publication date at most.
    ///
    /// # Errors
    /// When the publication date is none.
    pub fn plain(published: Option<&str>) -> Result<Reader, Failure> {
        let mut extractor = Extractor::new();
        if let Some(date) = published {
            extractor = extractor
                .published(date)
                .map_err(|error| Failure::Usage(format!("--published: {error}")))?;
        }
        Ok(Reader { extractor, published: published.is_some(), pdf_program: None, save_text: None })
    }

    /// Reads one document.
    ///
    /// # Errors
    /// When it cannot be read as text.
    pub fn read(&self, document: Pending) -> Result<Finished, Unreadable> {
        match document {
            Pending::Failed(failure) => Err(failure),
            Pending::Bytes { bytes } => self.read_bytes("-", &bytes),
            Pending::File { path, .. } => {
                let id = path.display().to_string();
                let bytes = std::fs::read(&path)
                    .map_err(|error| Unreadable { id: id.clone(), reason: error.to_string() })?;
                self.read_bytes(&id, &bytes)
            }
            Pending::Line { of, number, line } => {
                let place = format!("{of}:{number}");
                let document: LineDocument =
                    serde_json::from_slice(&line).map_err(|error| Unreadable {
                        id: place.clone(),
                        reason: format!("not an object with 'id' and 'text': {error}"),
                    })?;
                let told = |reason| Unreadable { id: format!("{place} ({})", document.id), reason };
                let extractor = match &document.published {
                    Some(date) => self
                        .extractor
                        .clone()
                        .published(date)
                        .map_err(|error| told(error.to_string()))?,
                    None => self.extractor.clone(),
                };
                let extraction =
                    guarded("the extractor", || extractor.extract(&document.text)).map_err(told)?;
                Ok(Finished {
                    extraction,
                    id: document.id,
                    text: document.text,
                    format: "jsonl",
                    encoding: None,
                })
            }
        }
    }

    fn read_bytes(&self, id: &str, bytes: &[u8]) -> Result<Finished, Unreadable> {
        let told = |reason| Unreadable { id: id.to_owned(), reason };
        let readable = format::read(bytes, self.pdf_program.as_ref()).map_err(told)?;
        if let Some(folder) = self.save_text.as_deref().filter(|_| readable.format != "text") {
            save(folder, id, &readable.text).map_err(|error| {
                told(format!("its text cannot be written to {}: {error}", folder.display()))
            })?;
        }
        // A page may give a day that cannot be: it is read as one that gives none.
        let dated = match &readable.published {
            Some(date) if !self.published => self.extractor.clone().published(date).ok(),
            _ => None,
        };
        let extractor = dated.as_ref().unwrap_or(&self.extractor);
        let extraction =
            guarded("the extractor", || extractor.extract(&readable.text)).map_err(told)?;
        Ok(Finished {
            id: id.to_owned(),
            format: readable.format,
            encoding: readable.encoding,
            text: readable.text.into_owned(),
            extraction,
        })
    }
}

/// Writes the text of a PDF or page under `folder`, at its own path with '.txt' added.
fn save(folder: &Path, id: &str, text: &str) -> std::io::Result<()> {
    use std::path::Component;
    let inside: PathBuf =
        Path::new(id).components().filter(|part| matches!(part, Component::Normal(_))).collect();
    let mut path = folder
        .join(if inside.as_os_str().is_empty() { "stdin".into() } else { inside })
        .into_os_string();
    path.push(".txt");
    let path = PathBuf::from(path);
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::write(path, text)
}
