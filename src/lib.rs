//! Typed records from Ofsted-style inspection reports and news text: ratings, dates, named
//! improvement areas and quoted findings, each with its exact place in the text and the name of
//! the rule that made it. The same result every time; no model, no network.
//!
//! ```
//! let text = "Inspectors rated Marlow Council inadequate in December 2021, and said it must \
//!             improve the quality of plans. “We accept the findings,” said Cllr Ann Hart.";
//! let found = inspectral::extract(text);
//!
//! assert_eq!(found.ratings[0].grade, "inadequate");
//! assert_eq!(found.dates[0].value.as_ref().unwrap().to_string(), "2021-12");
//! assert_eq!(found.improvement_areas[0].name, "quality of plans");
//! assert_eq!(found.quotes[0].text, "We accept the findings,");
//! ```
//!
//! | text | record |
//! | --- | --- |
//! | 'was handed a rating of “**inadequate**” in December 2021' | [`Rating`]: grade `inadequate`, judgement `overall`, date `2021-12` |
//! | 'published in **January**' | [`Date`]: value `2022-01` (with a publication date near), role `publication` |
//! | 'needs to improve the quality of assessments and **plans**' | [`ImprovementArea`]: 'quality of plans', `required` |
//! | '“**We welcome the report**,” said Cllr Ann Hart' | [`Quote`]: `direct`, speaker 'Ann Hart', voice `provider` |
//!
//! [`extract`] reads with the default settings; an [`Extractor`] takes a publication date, a kind
//! of document and own frameworks, is built once and shared between threads. [`decode`] turns
//! bytes into text. [`dates`] and [`quotes`] can be used alone.

mod areas;
mod authority;
pub mod dates;
mod decode;
mod document;
mod error;
mod extractor;
pub mod framework;
mod inspections;
mod lexicon;
pub mod quotes;
mod ratings;
pub mod record;
mod reports;
mod rule;
mod scan;
mod tables;
mod text;

pub use decode::{Decoded, Encoding, decode};
pub use error::{Error, ErrorKind};
pub use extractor::{Extractor, extract};
#[doc(inline)]
pub use record::{
    AreaKind, Date, DateModifier, DateRole, Document, DocumentKind, Extent, Extraction,
    ImprovementArea, Inspection, Offsets, Passage, Polarity, Provider, Quote, QuoteKind,
    RatedJudgement, Rating, Span, Speaker, Time, Voice, Warning,
};
pub use rule::{Example, Rule};

/// Every rule, in the order of the extractors, with its examples.
pub fn rules() -> Vec<&'static Rule> {
    [dates::RULES, ratings::RULES, areas::RULES, quotes::RULES, reports::RULES].concat()
}

/// The trigger words of the one scan, for the benchmark that compares extraction with a bare pass
/// over the same text.
#[doc(hidden)]
pub fn trigger_words() -> Vec<&'static str> {
    scan::trigger_words()
}

/// The JSON Schema of an [`Extraction`], generated from the types, as JSON text that ends with a
/// line feed. The tool adds `id` and `input` to each object that it writes.
#[cfg(feature = "schema")]
pub fn schema() -> String {
    let schema = schemars::schema_for!(Extraction);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    text.push('\n');
    text
}
