//! Reports and letters: the printed layouts of the inspectorates.

use crate::record::{Date, Document, ImprovementArea, Rating, Warning};
use crate::rule::Rule;
use crate::text::Text;

/// The rules for layouts.
pub(crate) static RULES: &[&Rule] = &[];

/// What a report's layout says: the ratings of its table, the items of its lists.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub ratings: Vec<Rating>,
    pub areas: Vec<ImprovementArea>,
}

/// Reads the layout of a report or letter, and gives its inspection dates their role.
pub(crate) fn read(
    _text: &Text<'_>,
    _document: &Document,
    _dates: &mut Vec<Date>,
    _warnings: &mut Vec<Warning>,
) -> Report {
    Report::default()
}
