//! Ratings in prose.

use crate::extractor::Reading;
use crate::record::Rating;
use crate::rule::Rule;
use crate::scan::{Topic, Triggers};

pub(crate) static TRIGGERS: Triggers =
    Triggers { topic: Topic::Ratings, words: &[&["good"]], pieces: &[] };

/// The rules for ratings.
pub(crate) static RULES: &[&Rule] = &[];

/// The ratings of a text: those of its tables first, then those of its prose.
pub(crate) fn find(_reading: &Reading<'_>, tables: Vec<Rating>) -> Vec<Rating> {
    tables
}
