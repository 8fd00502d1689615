use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Provider, Time};
use crate::dates::DateValue;

/// An inspection or visit that the text reports or mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Inspection {
    /// Key of the inspectorate; `None` where the text does not tell.
    pub inspectorate: Option<Cow<'static, str>>,
    /// Key of the framework, `inspectorate/framework`; `None` where unknown.
    pub framework: Option<Cow<'static, str>>,
    /// What kind of visit it was: `full`, `short`, `focused`, `monitoring`, `revisit`, `interim`,
    /// `assurance`, `joint_targeted_area`; `None` where the text does not tell.
    pub visit: Option<Cow<'static, str>>,
    /// Who was inspected, with the ONS code of a local authority.
    pub provider: Option<Provider>,
    /// Whether it is the inspection that the text is on, or an earlier one.
    pub time: Time,
    /// The first day, or the month or year where no more is known.
    pub start: Option<DateValue>,
    /// The last day; `None` where only a month or year is known.
    pub end: Option<DateValue>,
    /// When its report or letter was published.
    pub published: Option<DateValue>,
    /// The grades by judgement key; a judgement that no table knows is not here.
    pub grades: BTreeMap<Cow<'static, str>, Cow<'static, str>>,
    /// The numbers of its ratings in the extraction, counted from 0.
    pub ratings: Vec<usize>,
    /// The numbers of its dates.
    pub dates: Vec<usize>,
    /// The numbers of its improvement areas.
    pub improvement_areas: Vec<usize>,
    /// The numbers of the quotations of its findings.
    pub quotes: Vec<usize>,
}
