//! What stops a command, and what fails for one document alone.

use std::io;
use std::path::PathBuf;

/// What stops a whole command.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The command line asks for something that cannot be.
    #[error("{0}")]
    Usage(String),
    /// Nothing to read was found.
    #[error(
        "no documents in {0}: in folders, .txt, .pdf and .html files (and files without an ending) are read; name others one by one"
    )]
    NothingToRead(String),
    /// The output cannot be written.
    #[error("cannot write {path}: {source}")]
    Output {
        /// Where to.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The reader of standard output has gone.
    #[error("standard output was closed")]
    OutputClosed,
    /// The one document that a command is about cannot be read.
    #[error(transparent)]
    Document(#[from] Unreadable),
}

impl Failure {
    /// The exit status: 2 for wrong use, 1 for the rest.
    pub fn status(&self) -> u8 {
        match self {
            Failure::Usage(_) | Failure::NothingToRead(_) => 2,
            _ => 1,
        }
    }

    /// The failure for an error in writing to standard output.
    pub fn output(source: io::Error) -> Failure {
        if source.kind() == io::ErrorKind::BrokenPipe {
            Failure::OutputClosed
        } else {
            Failure::Output { path: "standard output".into(), source }
        }
    }
}

/// Why one document was not read.
#[derive(Debug, thiserror::Error)]
#[error("{id}: {reason}")]
pub struct Unreadable {
    /// The document.
    pub id: String,
    /// What is wrong, and what to do about it.
    pub reason: String,
}
