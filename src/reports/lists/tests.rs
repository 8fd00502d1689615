use super::*;

#[track_caller]
fn reads(source: &str, expected: &[&str]) {
    let text = crate::text::read(source);
    let page = Page::of(&text);
    let found: Vec<String> = lists(&page)
        .iter()
        .flat_map(|list| &list.items)
        .map(|item| item.parts.iter().map(|p| p.of(source)).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(found, expected);
}

const PROSE: &str = "Leaders know their service well and have made plans for the year to come,\nwhich they have begun to carry out with the help of partners in the area.\n";

#[test]
fn bullets_over_lines_and_pages() {
    reads(
        &format!(
            "{PROSE}What needs to improve?1\n◼ The quality of plans, so that they are clear to children and to the families that\nthey are about.\n◼ The timeliness of visits to children\n\n2\n\n\u{c}who live at a distance from the county.\n◼ Oversight. (outcome 4,\nnational framework)\nFindings\n{PROSE}"
        ),
        &[
            "The quality of plans, so that they are clear to children and to the families that they are about.",
            "The timeliness of visits to children who live at a distance from the county.",
            "Oversight. (outcome 4, national framework)",
        ],
    );
}

#[test]
fn bullets_that_lost_their_face() {
    for bullet in ["\u{fffd}", "?", "n", "l", "Ø"] {
        reads(
            &format!(
                "{PROSE}What needs to improve\n{bullet} The quality of plans, so that parents know what has to change and by\nwhen.\n{bullet} Oversight.\nFindings\n{PROSE}"
            ),
            &[
                "The quality of plans, so that parents know what has to change and by when.",
                "Oversight.",
            ],
        );
    }
}

#[test]
fn headings_in_markdown() {
    for heading in ["## What needs to improve?", "**What needs to improve?**"] {
        reads(
            &format!(
                "{PROSE}\n{heading}\n\n- The quality of plans.\n- Oversight.\n\n## Findings\n\n{PROSE}"
            ),
            &["The quality of plans.", "Oversight."],
        );
    }
}

#[test]
fn markers_alone_and_nested() {
    reads(
        &format!(
            "{PROSE}What needs to improve in this area of social work\npractice?\n\n◼\n\nPlans for children.\n\n◼\n\nThe work of the panel, in particular:\n– school nurses\n– the police.\n\nMain findings\n{PROSE}"
        ),
        &["Plans for children.", "The work of the panel, in particular: school nurses the police."],
    );
}

#[test]
fn bullets_before_all_of_their_items() {
    reads(
        &format!(
            "{PROSE}What needs to improve?\n\n◼\n\n◼\n\n◼\n\nThe quality of plans, so that parents know what has to change and by\nwhen.\n\nThe use of audits.\n\nOversight of\nvisits.\n\nFindings\n\n{PROSE}"
        ),
        &[
            "The quality of plans, so that parents know what has to change and by when.",
            "The use of audits.",
            "Oversight of visits.",
        ],
    );
}

#[test]
fn nested_items_under_bullets_that_were_lost() {
    reads(
        &format!(
            "{PROSE}What needs to improve\nThe use of audits to improve practice.\nThe quality of records, including:\n– the plan of each child\n– the notes of visits.\nOversight by managers.\nFindings\n{PROSE}"
        ),
        &[
            "The use of audits to improve practice.",
            "The quality of records, including: the plan of each child the notes of visits.",
            "Oversight by managers.",
        ],
    );
}

#[test]
fn a_statement_amid_phrases() {
    reads(
        &format!(
            "{PROSE}What needs to improve\nThe use of audits.\n\nOversight by managers.\n\nThe records of visits are signed by a manager.\n\nThe number of social workers.\n\nFindings\n{PROSE}"
        ),
        &[
            "The use of audits.",
            "Oversight by managers.",
            "The records of visits are signed by a manager.",
            "The number of social workers.",
        ],
    );
}

#[test]
fn a_footnote_amid_bullets() {
    reads(
        &format!(
            "{PROSE}What needs to improve?1\n◼ The quality of plans. (Outcome 3)\n1\n\nThe areas have been set beside the outcomes of the framework, which tells what\nis expected of services.\n\n◼ The use of audits.\nFindings\n{PROSE}"
        ),
        &["The quality of plans. (Outcome 3)", "The use of audits."],
    );
}

#[test]
fn an_item_over_the_end_of_a_page_without_a_number() {
    reads(
        &format!(
            "{PROSE}What needs to improve?\n◼ The quality of plans that are made for children and young people who\n\n\n\n\nlive at a distance.\n◼ The use of audits.\nFindings\n{PROSE}"
        ),
        &[
            "The quality of plans that are made for children and young people who live at a distance.",
            "The use of audits.",
        ],
    );
}

#[test]
fn bullets_that_were_lost() {
    reads(
        &format!(
            "{PROSE}What needs to improve\nThe quality of plans, so that parents know what has to change and by\nwhen.\n\nThe use of audits to\nimprove practice.\nManagement oversight.\nFindings\n{PROSE}"
        ),
        &[
            "The quality of plans, so that parents know what has to change and by when.",
            "The use of audits to improve practice.",
            "Management oversight.",
        ],
    );
}

#[test]
fn a_name_at_the_start_of_a_line_of_a_narrow_column_begins_no_item() {
    reads(
        &format!(
            "{PROSE}{PROSE}{PROSE}{PROSE}Areas for improvement\n\nLeaders should map what is provided for SEND in\nMarlow, so that they can target their activity\nwhere it is needed most.\n\nLeaders should gather the views of pupils with\nSEND and act on them.\n\nYours sincerely\n"
        ),
        &[
            "Leaders should map what is provided for SEND in Marlow, so that they can target their activity where it is needed most.",
            "Leaders should gather the views of pupils with SEND and act on them.",
        ],
    );
}

#[test]
fn due_dates_are_no_part() {
    reads(
        &format!(
            "{PROSE}What does the setting need to do to improve?\nThe provider must:\n                              Due date\n• assign a key person to each child and tell the      7 October\n  parents who it is.                                  2024\n• fit a gate                                          09/10/2024\n"
        ),
        &["assign a key person to each child and tell the parents who it is.", "fit a gate"],
    );
}

#[test]
fn no_list_no_items() {
    reads(&format!("Recommendations\n\n11\n\nSummary for children\n\n12\n{PROSE}"), &[]);
    reads(
        &format!(
            "{PROSE}What needs to improve?\nThere are very few weaknesses in what is otherwise exceptional practice.\n{PROSE}"
        ),
        &[],
    );
    reads(
        &format!("They showed us\nwhat needs to improve and how this will be done.\n{PROSE}"),
        &[],
    );
}
