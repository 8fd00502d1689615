use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Span;
use crate::dates::DateValue;

/// A grade that an inspectorate has given to a provider, or to one judgement about it, as the
/// text states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rating {
    /// Where the grade words stand, without quotation marks.
    pub span: Span,
    /// The grade words as they stand.
    pub text: String,
    /// The grade's key in its scale: `outstanding`, `requires_improvement`, `met`, …
    pub grade: Cow<'static, str>,
    /// What was graded; `None` where the text names no judgement ('in three of four categories').
    pub judgement: Option<RatedJudgement>,
    /// Who was graded; `None` where the text does not tell.
    pub provider: Option<Provider>,
    /// Whether the grade stands or has been replaced.
    pub time: Time,
    /// When, by the text, the grade was given; `None` where no date is tied to it.
    pub date: Option<DateValue>,
    /// How many judgements share the grade; `None` where the text does not count them.
    pub extent: Option<Extent>,
    /// The name of the rule that made the record.
    pub rule: Cow<'static, str>,
}

/// The judgement that a grade is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RatedJudgement {
    /// `overall` for the provider as a whole, else the framework's key; `None` for a judgement
    /// that no table knows.
    pub key: Option<Cow<'static, str>>,
    /// The judgement's words as they stand; `None` for an overall that is not spelled out.
    pub text: Option<String>,
    /// Where those words stand.
    pub span: Option<Span>,
}

/// The provider that an inspection is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Provider {
    /// The fullest name in the text, without a leading 'the'.
    pub name: String,
    /// The ONS code of a local authority; `None` for other providers and unknown names.
    pub code: Option<Cow<'static, str>>,
    /// Where the name stands; `None` where it was put together from parts.
    pub span: Option<Span>,
}

/// Whether a grade stands or has been replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Time {
    /// The outcome that the text reports as standing.
    Current,
    /// An earlier one, since replaced or being left behind.
    Previous,
}

/// How many of how many judgements share a grade; both `None` for 'in all areas'.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Extent {
    /// The number that share the grade: the 3 of 'in three of four categories'.
    pub count: Option<u32>,
    /// The number that there are: the 4 of 'in three of four categories'.
    pub of: Option<u32>,
}
