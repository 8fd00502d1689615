use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::dates::DateValue;

/// What the text as a whole is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// What kind of text it is.
    pub kind: DocumentKind,
    /// The headline of a news text, the title of a report; `None` where there is none.
    pub headline: Option<String>,
    /// When the text was published; `None` where neither the text nor the settings say.
    pub published: Option<DateValue>,
    /// Key of the inspectorate that the text is about or by; `None` where none is named.
    pub inspectorate: Option<Cow<'static, str>>,
    /// Key of the framework of its inspection, `inspectorate/framework`; `None` where unknown.
    pub framework: Option<Cow<'static, str>>,
}

/// What kind of text a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A news article, or any other text.
    News,
    /// An inspectorate's report.
    Report,
    /// An inspectorate's letter.
    Letter,
}
