//! Improvement areas in prose.

use crate::extractor::Reading;
use crate::record::ImprovementArea;
use crate::rule::Rule;
use crate::scan::{Topic, Triggers};

pub(crate) static TRIGGERS: Triggers =
    Triggers { topic: Topic::Areas, words: &[&["improve"]], pieces: &[] };

/// The rules for improvement areas.
pub(crate) static RULES: &[&Rule] = &[];

/// The improvement areas of a text: list items (`listed`) and those of its prose, in text order.
pub(crate) fn find(_reading: &Reading<'_>, listed: Vec<ImprovementArea>) -> Vec<ImprovementArea> {
    listed
}
