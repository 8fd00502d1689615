use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Provider, Time};
use crate::dates::DateValue;

/// An inspection or visit that the text reports or mentions, with the records that belong to it.
///
/// ```
/// let found = inspectral::extract(
///     "Marlow Road Primary was rated good in June 2023. It had been rated inadequate in 2019.",
/// );
/// let earlier = &found.inspections[1];
/// assert_eq!(earlier.grades["overall"], "inadequate");
/// assert_eq!(earlier.start.as_ref().unwrap().to_string(), "2019");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Inspection {
    /// Key of the inspectorate; `None` where the text names none.
    pub inspectorate: Option<Cow<'static, str>>,
    /// Key of the framework, `inspectorate/framework`; `None` where unknown.
    pub framework: Option<Cow<'static, str>>,
    /// The kind of visit: `full`, `short`, `ungraded`, `focused`, `monitoring`, `regulatory`,
    /// `joint_targeted_area`, …; `None` where the text does not tell.
    pub visit: Option<Cow<'static, str>>,
    /// Who was inspected; `None` where the text does not tell.
    pub provider: Option<Provider>,
    /// Whether its outcome stands or has been replaced.
    pub time: Time,
    /// Its first day, as exactly as the text gives it (a month, a year); `None` where unknown.
    pub start: Option<DateValue>,
    /// Its last day, likewise; the first day of a visit of one day.
    pub end: Option<DateValue>,
    /// When its report was published; `None` where the text does not tell.
    pub published: Option<DateValue>,
    /// The grade for each judgement with a key, by that key: the first where the text repeats it.
    pub grades: BTreeMap<String, String>,
    /// Its ratings, as indexes into [`Extraction::ratings`](crate::Extraction::ratings).
    pub ratings: Vec<usize>,
    /// Its dates, as indexes into [`Extraction::dates`](crate::Extraction::dates).
    pub dates: Vec<usize>,
    /// What it asks to improve or faults, as indexes into
    /// [`Extraction::improvement_areas`](crate::Extraction::improvement_areas).
    pub improvement_areas: Vec<usize>,
    /// Its quoted findings, as indexes into [`Extraction::quotes`](crate::Extraction::quotes).
    pub quotes: Vec<usize>,
}
