use std::fmt;

/// What went wrong, where, and what to do about it.
///
/// Reading a text never fails: [`extract`](crate::extract) and everything like it are total.
/// Errors exist for bytes that are not text, for dates given in settings, and for frameworks
/// that a user adds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct Error {
    kind: Box<ErrorKind>,
}

/// The kinds of [`Error`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The bytes are not text in an encoding that is read.
    NotText {
        /// Offset of the first byte that cannot belong to a text.
        offset: usize,
        /// Why not.
        reason: &'static str,
    },
    /// A date given in a setting is not an EDTF date.
    Date {
        /// What was given.
        given: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A framework that was added contradicts itself or one that is there.
    Framework {
        /// Its key.
        key: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Error {
        Error { kind: Box::new(kind) }
    }

    /// The kind of error, with its details.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ErrorKind::NotText { offset, reason } => {
                write!(
                    f,
                    "not a text at byte {offset}: {reason}; give UTF-8, UTF-16 with a byte order mark, or Windows-1252"
                )
            }
            ErrorKind::Date { given, reason } => {
                write!(
                    f,
                    "'{given}' is not a date: {reason}; give one such as 2022-01-19 or 2022-01"
                )
            }
            ErrorKind::Framework { key, reason } => write!(f, "framework '{key}': {reason}"),
        }
    }
}
