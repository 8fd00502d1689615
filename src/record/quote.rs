use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Passage, Span};

/// Words that the text gives as somebody's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// Where the words inside the marks stand: more than one span for a quotation over several
    /// paragraphs or one that the writer interrupts. Never empty, in the order of the text.
    pub segments: Vec<Span>,
    /// The words of the first segment as they stand.
    pub text: String,
    /// How the words are built into the text.
    pub kind: QuoteKind,
    /// On whose side the speaker stands; can be known where the speaker is not.
    pub voice: Voice,
    /// Who says it; `None` when the text names nobody.
    pub speaker: Option<Speaker>,
    /// The reporting verb or phrase ('said', 'according to'); `None` when there is none.
    pub cue: Option<Passage>,
    /// Whether a finding credits or faults; `None` when its words do not decide, and for all
    /// quotations that are no finding of an inspectorate.
    #[serde(default)]
    pub polarity: Option<Polarity>,
    /// The name of the rule that found the speaker, or that there is none.
    pub rule: Cow<'static, str>,
}

/// How quoted words are built into the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// A clause or more that can stand as a sentence.
    Direct,
    /// A fragment built into the writer's sentence.
    Mixed,
    /// A grade word or so-called term that nobody in particular says.
    Term,
}

/// What a finding says of those who were inspected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// It gives credit.
    Strength,
    /// It finds fault.
    Weakness,
    /// It tells only what the inspectorate did.
    Neutral,
}

/// On whose side a speaker stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// The inspectorate, its report, letter and inspectors: the quoted findings.
    Inspectorate,
    /// The council, school, home or trust inspected, its staff and its administration's councillors.
    Provider,
    /// Ministers, departments, commissioners.
    Government,
    /// Parents, unions, charities, opposition councillors, members of parliament.
    Other,
    /// The text does not tell.
    Unknown,
}

/// Who says a quotation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Speaker {
    /// The name or noun phrase as it stands nearest to the quotation, without role.
    pub text: String,
    /// Where that stands.
    pub span: Span,
    /// The fullest name in the text, without role or title; `None` for an unnamed person.
    pub name: Option<String>,
    /// The role words as they stand; `None` where the text gives none.
    pub role: Option<String>,
    /// The whole phrase as it stands, modifiers and role included.
    pub source: Passage,
}
