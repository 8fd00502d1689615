//! The records: what an extraction holds.
//!
//! | in the text | record | fields beside its place |
//! | --- | --- | --- |
//! | 'rated **inadequate** in December 2021' | [`Rating`] | grade, judgement, provider, time, date, extent |
//! | 'by **the end of February**' | [`Date`] | value, role |
//! | 'must improve the **quality of plans**' | [`ImprovementArea`] | name, kind, cue, item |
//! | '“**We welcome the report**,” she said' | [`Quote`] | kind, voice, speaker, cue |
//!
//! Every record keeps its [`Span`] and the name of the [`Rule`](crate::Rule) that made it. The
//! JSON form is the public contract: fields may be added, none renamed or dropped.

mod area;
mod date;
mod document;
mod inspection;
mod offsets;
mod quote;
mod rating;
mod span;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub use area::{AreaKind, ImprovementArea};
pub use date::{Date, DateModifier, DateRole};
pub use document::{Document, DocumentKind};
pub use inspection::Inspection;
pub use offsets::Offsets;
pub use quote::{Polarity, Quote, QuoteKind, Speaker, Voice};
pub use rating::{Extent, Provider, RatedJudgement, Rating, Time};
pub use span::Span;

/// All that was found in one text, each list in the order of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Extraction {
    /// What the text as a whole is.
    pub document: Document,
    /// The grades; in a report those of its table come first.
    pub ratings: Vec<Rating>,
    /// The dates.
    pub dates: Vec<Date>,
    /// The areas of practice to be improved, faulted or being improved.
    pub improvement_areas: Vec<ImprovementArea>,
    /// The quotations.
    pub quotes: Vec<Quote>,
    /// The inspections that the text reports or mentions, the earliest first.
    #[serde(default)]
    pub inspections: Vec<Inspection>,
    /// Where the text was in doubt.
    pub warnings: Vec<Warning>,
}

/// A stretch of the text and its words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// Where the words stand.
    pub span: Span,
    /// The words as they stand.
    pub text: String,
}

impl Passage {
    /// The passage of `source` at `span`.
    pub(crate) fn at(source: &str, span: Span) -> Passage {
        Passage { span, text: span.of(source).to_owned() }
    }
}

/// A place where the text was in doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Warning {
    /// Where the doubt arose.
    pub span: Span,
    /// A stable name for the kind of doubt, such as `unclosed_quotation`.
    pub code: Cow<'static, str>,
    /// What was doubtful and what was done, in words.
    pub message: String,
}

impl Warning {
    pub(crate) fn new(span: Span, code: &'static str, message: impl Into<String>) -> Warning {
        Warning { span, code: Cow::Borrowed(code), message: message.into() }
    }
}
