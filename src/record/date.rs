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
    /// Which part of the value is meant: 'early 2022', 'the end of March'; `None` for all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<DateModifier>,
    /// What the date is the date of.
    pub role: DateRole,
    /// The name of the rule that made the record.
    pub rule: Cow<'static, str>,
}

/// Which part of a period is meant, in the terms of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DateModifier {
    /// 'early', 'the start of', 'the beginning of'
    Start,
    /// 'mid', 'the middle of'
    Mid,
    /// 'late', 'the end of', 'the close of'
    End,
}

impl DateModifier {
    /// The modifier that the words of a date open with.
    pub(crate) fn of(words: &str) -> Option<DateModifier> {
        let end = words.find(|c: char| !c.is_alphabetic())?;
        let of = words[end..].starts_with(" of ");
        match words[..end].to_ascii_lowercase().as_str() {
            "early" => Some(DateModifier::Start),
            "mid" => Some(DateModifier::Mid),
            "late" => Some(DateModifier::End),
            "start" | "beginning" if of => Some(DateModifier::Start),
            "middle" if of => Some(DateModifier::Mid),
            "end" | "close" if of => Some(DateModifier::End),
            _ => None,
        }
    }
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
