// Generated from data/ by `UPDATE_TABLES=1 cargo test -p inspectral-tables`. Do not edit.
//! Words and facts, generated from `data/`.

pub(crate) mod areas;
pub(crate) mod authorities;
pub(crate) mod dates;
pub(crate) mod frameworks;
pub(crate) mod marks;
pub(crate) mod ratings;
pub(crate) mod reports;
pub(crate) mod text;
