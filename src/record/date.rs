use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Span;
use crate::dates::DateValue;

/// An expression that names a calendar date or period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Date {
    /// Where the words that carry the date stand, with the weekday, without a preposition.
    pub span: Span,
    /// Those words as they stand.
    pub text: String,
    /// The date resolved, as EDTF; `None` when nothing can be said.
    pub value: Option<DateValue>,
    /// What the date is the date of.
    pub role: DateRole,
    /// The name of the rule that made the record.
    pub rule: Cow<'static, str>,
}

/// What a date is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DateRole {
    /// Publication of the text or of the report.
    Publication,
    /// The current inspection.
    Inspection,
    /// An earlier inspection.
    PreviousInspection,
    /// A day by which something must be done.
    Deadline,
    /// Anything else.
    Other,
}
