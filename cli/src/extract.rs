//! `inspectral extract`: records as JSON Lines.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use crate::Outcome;
use crate::arguments::Extract;
use crate::batch::{self, Finished};
use crate::failure::Failure;

/// Runs the command.
///
/// # Errors
/// When nothing can be read or written.
pub fn run(command: &Extract) -> Result<Outcome, Failure> {
    let mut output = Output::new(command.output.as_deref())?;
    let outcome = batch::run(&command.input, line, |line| output.write(line.as_bytes()))?;
    output.finish()?;
    Ok(outcome)
}

/// One line of output: the identifier, how the input was read, then the extraction's own fields.
fn line(finished: &Finished) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        id: &'a str,
        input: Input,
        #[serde(flatten)]
        extraction: &'a inspectral::Extraction,
    }
    #[derive(Serialize)]
    struct Input {
        format: &'static str,
        encoding: Option<&'static str>,
    }
    let line = Line {
        id: &finished.id,
        input: Input { format: finished.format, encoding: finished.encoding },
        extraction: &finished.extraction,
    };
    let mut line = serde_json::to_string(&line).expect("an extraction is JSON");
    line.push('\n');
    line
}

/// A file, or standard output.
pub struct Output {
    to: Box<dyn Write>,
    path: Option<std::path::PathBuf>,
}

impl Output {
    /// Opens the file at `path`, or standard output.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn new(path: Option<&Path>) -> Result<Output, Failure> {
        let to: Box<dyn Write> = match path {
            Some(path) => Box::new(BufWriter::new(
                File::create(path)
                    .map_err(|source| Failure::Output { path: path.to_owned(), source })?,
            )),
            None => Box::new(BufWriter::new(io::stdout())),
        };
        Ok(Output { to, path: path.map(Path::to_owned) })
    }

    /// Writes `bytes`.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.to.write_all(bytes).map_err(|source| self.failure(source))
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<(), Failure> {
        self.to.flush().map_err(|source| self.failure(source))
    }

    fn failure(&self, source: io::Error) -> Failure {
        match &self.path {
            Some(path) => Failure::Output { path: path.clone(), source },
            None => Failure::output(source),
        }
    }
}
