// Generated from data/ by `UPDATE_TABLES=1 cargo test -p inspectral-tables`. Do not edit.
//! Words and facts, generated from `data/`.

pub(crate) mod dates;
pub(crate) mod text;
