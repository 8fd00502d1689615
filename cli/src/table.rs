//! `inspectral table`: one row an inspection, as CSV.

use crate::Outcome;
use crate::arguments::Table;
use crate::failure::Failure;

/// Runs the command.
///
/// # Errors
/// When nothing can be read or written.
pub fn run(_command: &Table) -> Result<Outcome, Failure> {
    Err(Failure::Usage("not yet".into()))
}
