use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Passage, Span};

/// A named area of practice that must improve, is faulted, or is being improved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImprovementArea {
    /// Where the words that name the area stand.
    pub span: Span,
    /// Those words as they stand.
    pub text: String,
    /// The area in full: coordination resolved, no leading article ('quality of plans').
    pub name: String,
    /// Who says what of it.
    pub kind: AreaKind,
    /// The words that make it an improvement area; `None` for an item under a heading that is
    /// not in the text.
    pub cue: Option<Passage>,
    /// For an item of a list under a heading, the whole item; `None` in prose.
    pub item: Option<Passage>,
    /// The reference in brackets at the end of a list's item ('outcome 4, national framework').
    #[serde(default)]
    pub tag: Option<Passage>,
    /// The name of the rule that made the record.
    pub rule: Cow<'static, str>,
}

/// Who says what of an improvement area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AreaKind {
    /// The inspectorate, or a notice or plan, says that it must or needs to improve.
    Required,
    /// The inspectorate faults it.
    Weakness,
    /// The provider lists it as improved or to be improved.
    Measure,
}
