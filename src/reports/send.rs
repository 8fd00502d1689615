//! Area SEND inspections, by Ofsted with the Care Quality Commission.
//!
//! | layout | known by | read |
//! | --- | --- | --- |
//! | reports from 2023 | 'Area SEND inspection of … Local Area Partnership' | the outcome's sentence |
//! | letters, 2016 to 2022 | 'Joint local area SEND inspection in …' | dates and lists alone |

use super::layout::{Layout, Opened, Sign};
use super::subject::between;
use super::{Report, rating, table};
use crate::record::{DocumentKind, Span, Warning};
use crate::rule::{Rule, reads};
use crate::tables::reports::OUTCOMES_SEND;

pub(super) const OUTCOME: Rule = Rule {
    name: "rating.send_outcome",
    about: "The outcome of an area SEND inspection, in the sentence under 'Inspection outcome'",
    reads: &[
        reads(
            "Area SEND inspection of Marlow Local Area Partnership\nInspection dates: 11 to 15 March 2024\n\nInspection outcome\nThe local area partnership’s arrangements [[lead to inconsistent experiences and\noutcomes]] for children and young people.",
            "inconsistent_experiences_and_outcomes Inspection outcome current 2024-03-11/2024-03-15",
        ),
        reads(
            "Area SEND inspection of Marlow Local Area Partnership\nInspection dates: 11 to 15 March 2024\n\nInspection outcome\nThere are [[widespread and/or systemic failings]] that leaders must address.",
            "widespread_and_or_systemic_failings",
        ),
    ],
    leaves: &[],
};

pub(super) const LAYOUTS: &[Layout] = &[
    Layout {
        kind: DocumentKind::Report,
        inspectorate: "ofsted",
        visit: "full",
        frameworks: &[("2023-01-01", "ofsted/send_2023")],
        signs: &[
            Sign { lines: &["area send inspection of "], words: &[] },
            Sign { lines: &["area send full inspection of "], words: &[] },
        ],
        subject: |page| {
            between(
                page,
                &["area send inspection of ", "area send full inspection of "],
                &[" inspection date"],
            )
        },
        read: read_outcome,
    },
    Layout {
        kind: DocumentKind::Report,
        inspectorate: "ofsted",
        visit: "monitoring",
        frameworks: &[("2023-01-01", "ofsted/send_2023")],
        signs: &[Sign { lines: &["area send monitoring inspection of "], words: &[] }],
        subject: |page| {
            between(page, &["area send monitoring inspection of "], &[" inspection date"])
        },
        read: |_, _, _| {},
    },
    Layout {
        kind: DocumentKind::Letter,
        inspectorate: "ofsted",
        visit: "full",
        frameworks: &[("2016-05-01", "ofsted/send_2016")],
        signs: &[
            Sign { lines: &["dear ", "joint local area send inspection"], words: &[] },
            Sign { lines: &["dear ", "joint area send inspection"], words: &[] },
            Sign {
                lines: &["dear "],
                words: &["joint inspection of the local area of", "special educational needs"],
            },
        ],
        subject: |page| {
            between(
                page,
                &[
                    "joint local area send inspection in ",
                    "joint local area send inspection of ",
                    "joint area send inspection in ",
                ],
                &[],
            )
        },
        read: |_, _, _| {},
    },
    Layout {
        kind: DocumentKind::Letter,
        inspectorate: "ofsted",
        visit: "revisit",
        frameworks: &[("2016-05-01", "ofsted/send_2016")],
        signs: &[
            Sign { lines: &["dear ", "joint area send revisit"], words: &[] },
            Sign { lines: &["dear ", "joint local area send revisit"], words: &[] },
            Sign { lines: &["dear ", "joint area send re-visit"], words: &[] },
        ],
        subject: |page| {
            between(
                page,
                &[
                    "joint area send revisit in ",
                    "joint local area send revisit in ",
                    "joint area send re-visit in ",
                ],
                &[],
            )
        },
        read: |_, _, _| {},
    },
];

/// How much text after the heading tells the outcome, in bytes.
const REACH: usize = 700;

fn read_outcome(opened: &Opened<'_, '_>, report: &mut Report, _warnings: &mut Vec<Warning>) {
    let page = &opened.page;
    let source = page.text.source;
    let Some(heading) = page.line_opening(&["inspection outcome"]) else { return };
    let label = page.lines[heading].span;
    let text = super::page::cut(&source[label.end()..], REACH);
    // White space in the phrase may be a line's end.
    let found = OUTCOMES_SEND.iter().filter_map(|(phrase, key)| {
        let (start, end) = super::page::find_folded(text, phrase)?;
        Some((start, end, *key))
    });
    if let Some((start, end, grade)) = found.min() {
        let span = Span::new(label.end() + start, label.end() + end);
        let row = table::Row { key: "area_send_outcome", label: vec![label], grade, span };
        report.ratings.push(rating(opened, &row, &OUTCOME));
    }
}
