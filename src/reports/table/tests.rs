use super::*;

const LABELS: &[Phrase<'_>] = &[
    ("the impact of leaders on social work practice with children and families", "leaders"),
    ("the experiences and progress of children who need help and protection", "help"),
    ("the experiences and progress of children in care and care leavers", "both"),
    ("the experiences and progress of children in care", "care"),
    ("the experiences and progress of care leavers", "leavers"),
    ("overall effectiveness", "overall"),
];
const GRADES: &[Phrase<'_>] = &[
    ("good", "good"),
    ("inadequate", "inadequate"),
    ("requires improvement", "requires_improvement"),
    ("requires improvement to be good", "requires_improvement"),
    ("not judged", ""),
];
const DIGITS: &[&str] = &["outstanding", "good", "satisfactory", "inadequate"];

#[track_caller]
fn reads(source: &str, expected: &[(&str, &str)]) {
    let text = crate::text::read(source);
    let page = Page::of(&text);
    let table = read(&page, 0, 80, &Words::of(LABELS, GRADES, DIGITS));
    let found: Vec<_> = table.rows.iter().map(|row| (row.key, row.grade)).collect();
    assert_eq!(found, expected, "{table:?}");
}

#[test]
fn labels_and_grades_on_lines_of_their_own() {
    reads(
        "Judgement\n\nGrade\n\nThe impact of leaders on social work\npractice with children and families\n\nGood\n\nThe experiences and progress of\nchildren in care\n\nRequires improvement to be good\n\nOverall effectiveness\n\nInadequate\n",
        &[("leaders", "good"), ("care", "requires_improvement"), ("overall", "inadequate")],
    );
}

#[test]
fn the_grade_between_the_lines_of_its_label() {
    reads(
        "  The impact of leaders on social work      Requires\n  practice with children and families       improvement\n                                            to be good\n  The experiences and progress of\n                                            Good\n  children who need help and protection\n  Overall effectiveness          Good",
        &[("leaders", "requires_improvement"), ("help", "good"), ("overall", "good")],
    );
}

#[test]
fn the_grade_close_to_the_end_of_its_label() {
    reads(
        "The experiences and progress of children in care          Requires improvement  and care leavers\n\nOverall effectiveness          Good\n",
        &[("both", "requires_improvement"), ("overall", "good")],
    );
}

#[test]
fn a_grade_higher_than_its_label() {
    reads(
        "                                             Requires\n   The experiences and progress of           improvement\n   care leavers                              to be good\n\n                                             Requires\n   Overall effectiveness                     improvement\n                                             to be good\n\n   The experiences and progress of           Good\n   children in care\n",
        &[
            ("leavers", "requires_improvement"),
            ("overall", "requires_improvement"),
            ("care", "good"),
        ],
    );
}

#[test]
fn two_columns_of_labels() {
    reads(
        "Overall effectiveness    Good        The experiences and progress    Inadequate\n                                     of care leavers\n\nThe experiences and      Requires\nprogress of children     improvement\nin care\n",
        &[("overall", "good"), ("care", "requires_improvement"), ("leavers", "inadequate")],
    );
}

#[test]
fn two_spaces_between_columns() {
    reads(
        "The experiences and progress of  Requires\nchildren who need help and       improvement\nprotection                       to be good\nOverall effectiveness            Good\n",
        &[("help", "requires_improvement"), ("overall", "good")],
    );
}

#[test]
fn all_labels_before_more_grades() {
    // Which label has no grade cannot be told.
    reads(
        "The experiences and progress of children in care\n\nThe experiences and progress of care leavers\n\nOverall effectiveness\n\nGood\n\nInadequate\n",
        &[],
    );
}

#[test]
fn labels_first_and_then_the_grades() {
    reads(
        "The experiences and progress of children in care\nThe experiences and progress of care leavers\nGood\nRequires improvement\nOverall effectiveness Good",
        &[("care", "good"), ("leavers", "requires_improvement"), ("overall", "good")],
    );
}

#[test]
fn a_grade_close_to_its_label_is_no_slip() {
    reads(
        "The experiences and progress of\nchildren in care  Good\n\nThe experiences and progress of care\nleavers   Inadequate\n",
        &[("care", "good"), ("leavers", "inadequate")],
    );
}

#[test]
fn slips_of_the_printer() {
    reads(
        "The experiences and progress of children care\nleavers\nGood\nThe experiences and progress of children in care and\ncare leavers\nRequire improvement\nThe experience and progress of children in care   Inadequate",
        &[("leavers", "good"), ("both", "requires_improvement"), ("care", "inadequate")],
    );
}

#[test]
fn rows_of_a_markdown_table() {
    reads(
        "| Judgement | Grade |\n|---|---|\n| The impact of leaders on social work practice<br>with children and families | **Good** |\n| Overall effectiveness | Requires improvement to be good |\n",
        &[("leaders", "good"), ("overall", "requires_improvement")],
    );
}

#[test]
fn the_grade_before_its_label() {
    reads(
        "Requires improvement     The experiences and progress of children in care\nInadequate               Overall effectiveness\n",
        &[("care", "requires_improvement"), ("overall", "inadequate")],
    );
}

#[test]
fn grades_over_their_labels() {
    reads(
        "Good\n\nThe experiences and progress of\nchildren in care\n\nRequires\nimprovement\n\nThe experiences and progress of care leavers\n\nInadequate\n\nOverall effectiveness\n",
        &[("care", "good"), ("leavers", "requires_improvement"), ("overall", "inadequate")],
    );
    reads(
        "Good\nRequires improvement to be good\nThe experiences and progress of children in care\nOverall effectiveness\n",
        &[("care", "good"), ("overall", "requires_improvement")],
    );
    // A grade over a whole table is none of its rows'.
    reads(
        "Inadequate\nThe experiences and progress of children in care\nGood\nOverall effectiveness\nGood\n",
        &[("care", "good"), ("overall", "good")],
    );
}

#[test]
fn label_and_grade_in_one_cell() {
    for row in [
        "Overall effectiveness: good",
        "Overall effectiveness – Good",
        "Overall effectiveness (Good)",
        "Overall effectiveness ‘good’",
        "Overall effectivenessGood",
        "Overall effectiveness ........ Good",
        "Overall effectiveness,Good",
        "\"Overall effectiveness\",\"Good\"",
        "Good 1. Overall effectiveness",
    ] {
        reads(row, &[("overall", "good")]);
    }
    reads("Requires improvement Overall effectiveness", &[("overall", "requires_improvement")]);
    reads("Overall effectiveness is good", &[]);
}

#[test]
fn label_and_grade_wrapped_side_by_side() {
    reads(
        "Judgement Grade\nThe impact of leaders on social work practice with Good\nchildren and families\nThe experiences and progress of children who need Requires improvement to\nhelp and protection be good\nThe experiences and progress of children in care and Requires improvement\ncare leavers to be good\nOverall effectiveness Good\n",
        &[
            ("leaders", "good"),
            ("help", "requires_improvement"),
            ("both", "requires_improvement"),
            ("overall", "good"),
        ],
    );
}

#[test]
fn a_number_makes_one_word_of_a_label_enough() {
    reads("2.1 Overall\neffectiveness\n\nGood\n", &[("overall", "good")]);
}

#[test]
fn digits_and_cells_without_a_grade() {
    reads(
        "Overall effectiveness      2\nThe experiences and progress of children in care     Not judged\nThe experiences and progress of care leavers      Good   2",
        &[("overall", "good"), ("leavers", "good")],
    );
}

#[test]
fn prose_is_no_table() {
    reads("Overall effectiveness is what matters.\nServices are good.\nLeaders know.", &[]);
}
