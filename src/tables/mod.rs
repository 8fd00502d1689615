// Generated from data/ by `UPDATE_TABLES=1 cargo test -p inspectral-tables`. Do not edit.
//! Words and facts, generated from `data/`.

pub(crate) mod areas;
pub(crate) mod authorities;
pub(crate) mod bodies;
pub(crate) mod dates;
pub(crate) mod frameworks;
pub(crate) mod grammar;
pub(crate) mod marks;
pub(crate) mod names;
pub(crate) mod polarity;
pub(crate) mod ratings;
pub(crate) mod reports;
pub(crate) mod roles;
pub(crate) mod speech;
pub(crate) mod text;
