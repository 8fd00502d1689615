//! Ofsted's reports and letters on local authority children's services.
//!
//! | layout | known by | read |
//! | --- | --- | --- |
//! | ILACS, 2018 to now | 'Inspection dates' and the row 'impact of leaders on social work practice' | table of 4 or 5 rows |
//! | single inspection framework, 2013 to 2018 | 'Inspection of services for children in need of help and protection' | headline, numbered table, the safeguarding board |
//! | focused visits, monitoring visits | 'Focused visit to …' in a letter | dates and lists alone: nothing is graded |
//! | safeguarding and looked-after services, 2009 to 2012 | 'Inspection of safeguarding and looked after children services' | grades under the heads of the two services |
//! | joint targeted area inspections | 'Joint targeted area inspection of …' | dates and lists alone |

use std::borrow::Cow;

use super::layout::{Layout, Opened, Sign};
use super::page::{Page, cut, find_folded, folded, past_folded};
use super::pattern::Pattern;
use super::subject::{above, between};
use super::table::{self, Words};
use super::{Report, printed, rating};
use crate::record::{DocumentKind, Provider, RatedJudgement, Rating, Span, Time, Warning};
use crate::rule::{Rule, reads};
use crate::tables::reports::{GRADES_FOUR, LABELS_ILACS, LABELS_SIF};

pub(super) const ILACS_TABLE: Rule = Rule {
    name: "rating.ilacs_table",
    about: "A row of the table of judgements on the title page of an inspection of children's services",
    reads: &[
        reads(
            "Inspection of Marlow local authority children’s services\nInspection dates: 8 to 19 June 2026\nJudgement\n\nGrade\n\nThe impact of leaders on social work\npractice with children and families\n\n[[Outstanding]]\n\nThe experiences and progress of\nchildren in care\n\n[[Requires improvement to be good]]\n",
            "",
        ),
        reads(
            "Marlow\nInspection of children’s social care services\nInspection dates: 4 March 2019 to 15 March 2019\n\n  Judgement                                     Grade\n  The impact of leaders on social work          [[Requires\n  practice with children and families           improvement]]\n  Overall effectiveness                         [[Good]]\n",
            "",
        ),
    ],
    leaves: &[
        "Inspection of Marlow local authority children’s services\nInspection dates: 8 to 19 June 2026\n\nThe experiences and progress of children in care are what matters most. Good work is seen.",
    ],
};

pub(super) const SIF_HEADLINE: Rule = Rule {
    name: "rating.sif_headline",
    about: "The overall judgement as a sentence over the table of the single inspection framework",
    reads: &[
        reads(
            "Marlow\nInspection of services for children in need of help and\nprotection, children looked after and care leavers\nInspection date: 3 May to 26 May 2016\nReport published: 8 July 2016\n\nChildren’s services in Marlow [[require improvement to\nbe good]]\n1. Children who need help and protection\n\nGood\n",
            "requires_improvement overall current 2016-05-03/2016-05-26",
        ),
        reads(
            "Marlow\nInspection of services for children in need of help and\nprotection, children looked after and care leavers\nInspection date: 3 May–26 May 2014\nThe overall judgement is [[good]]\n1. Children who need help and protection\n\nGood\n",
            "good overall",
        ),
    ],
    leaves: &[],
};

pub(super) const SIF_TABLE: Rule = Rule {
    name: "rating.sif_table",
    about: "A numbered judgement on the title page of the single inspection framework",
    reads: &[reads(
        "Marlow\nInspection of services for children in need of help and\nprotection, children looked after and care leavers\nInspection date: 3 May to 26 May 2016\n\n1. Children who need help and protection\n\n[[Requires\nimprovement]]\n\n2.1 Adoption performance\n\n[[Good]]\n",
        "",
    )],
    leaves: &[],
};

pub(super) const SAFEGUARDING_BOARD: Rule = Rule {
    name: "rating.safeguarding_board",
    about: "The review of the safeguarding children board beside a single inspection",
    reads: &[reads(
        "Marlow\nInspection of services for children in need of help and\nprotection, children looked after and care leavers\nInspection date: 3 May to 26 May 2016\n\nThe effectiveness of the Local Safeguarding Children Board (LSCB) is\n[[inadequate]]\n",
        "inadequate The effectiveness of the Local Safeguarding Children Board (LSCB) current",
    )],
    leaves: &[],
};

pub(super) const TWO_SERVICES: Rule = Rule {
    name: "rating.two_services",
    about: "A grade under the heads of an inspection of safeguarding and looked-after services (2009 to 2012)",
    reads: &[reads(
        "Inspection of safeguarding and looked after children services\nMarlow\nInspection dates: 6 – 17 September 2010\n\nThe inspection outcomes: Safeguarding services\n\nOverall effectiveness     Grade 4 ([[Inadequate]])\n\nServices for looked after children\n\nCapacity for improvement\n\n[[Adequate]]\n\nBeing healthy     Grade 2 ([[Good]])\n",
        "",
    )],
    leaves: &[
        "Inspection of safeguarding and looked after children services\nMarlow\nInspection dates: 6 – 17 September 2010\n\nOverall effectiveness     Good\n",
        "Inspection of safeguarding and looked after children services\nMarlow\nInspection dates: 6 – 17 September 2010\n\nThe inspection outcomes: Safeguarding services\n\nGrade 2     Good\n",
    ],
};

const CHILDRENS_SERVICES: &[(&str, &str)] = &[
    ("2018-01-01", "ofsted/la_ilacs_2018"),
    ("2023-01-01", "ofsted/la_ilacs_2023"),
    ("2026-04-01", "ofsted/la_ilacs_2026"),
];

/// The framework that judged safeguarding and services for looked after children apart.
pub(super) const SLAC: &str = "ofsted/la_slac_2009";

pub(super) const LAYOUTS: &[Layout] = &[
    Layout {
        kind: DocumentKind::Letter,
        inspectorate: "ofsted",
        visit: "joint_targeted_area",
        frameworks: &[("2016-01-01", "ofsted/jtai_2016")],
        signs: &[Sign { lines: &["joint targeted area inspection "], words: &["dear "] }],
        subject: |page| {
            between(
                page,
                &["joint targeted area inspection of the ", "joint targeted area inspection of "],
                &[],
            )
            .filter(|span| !page.text.at(*span).starts_with("multi"))
            .or_else(|| area_in_title(page))
            .or_else(|| area_of_agencies(page))
        },
        read: |_, _, _| {},
    },
    Layout {
        kind: DocumentKind::Letter,
        inspectorate: "ofsted",
        visit: "focused",
        frameworks: CHILDRENS_SERVICES,
        signs: &[
            Sign { lines: &["dear ", "focused visit to "], words: &[] },
            Sign { lines: &["dear "], words: &["findings of a focused visit to"] },
            Sign { lines: &["dear "], words: &["findings of the focused visit to"] },
            Sign { lines: &["focused visit to "], words: &["this letter summarises"] },
        ],
        subject: |page| between(page, &["focused visit to the ", "focused visit to "], SERVICES),
        read: |_, _, _| {},
    },
    Layout {
        kind: DocumentKind::Letter,
        inspectorate: "ofsted",
        visit: "monitoring",
        frameworks: CHILDRENS_SERVICES,
        signs: &[
            Sign { lines: &["dear ", "monitoring visit "], words: &["children's services"] },
            Sign {
                lines: &["dear "],
                words: &["findings of the monitoring visit to", "children's services"],
            },
        ],
        subject: |page| {
            between(
                page,
                &["monitoring visit to the ", "monitoring visit to ", "monitoring visit of "],
                SERVICES,
            )
        },
        read: |_, _, _| {},
    },
    Layout {
        kind: DocumentKind::Report,
        inspectorate: "ofsted",
        visit: "full",
        frameworks: &[("2013-11-01", "ofsted/la_sif_2013")],
        signs: &[
            Sign {
                lines: &["inspection of services for children in need of help and"],
                words: &[],
            },
            Sign {
                lines: &["re-inspection of services for children in need of help and"],
                words: &[],
            },
            Sign {
                lines: &["reinspection of services for children in need of help and"],
                words: &[],
            },
        ],
        subject: |page| {
            above(
                page,
                &[
                    "inspection of services",
                    "re-inspection of services",
                    "reinspection of services",
                ],
            )
        },
        read: read_sif,
    },
    Layout {
        kind: DocumentKind::Report,
        inspectorate: "ofsted",
        visit: "full",
        frameworks: &[("2009-04-01", SLAC)],
        signs: &[Sign {
            lines: &["inspection of safeguarding and looked after", "inspection date"],
            words: &[],
        }],
        subject: |page| {
            let dated = page.line_opening(&["inspection date"])?;
            let line = page.lines[dated.checked_sub(1)?].span;
            let title = page.line_opening(&["inspection of safeguarding"])?;
            (title < dated - 1 && !page.text.at(line).starts_with(char::is_lowercase))
                .then_some(line)
                .or_else(|| above(page, &["inspection of safeguarding"]))
        },
        read: read_slac,
    },
    Layout {
        kind: DocumentKind::Report,
        inspectorate: "ofsted",
        visit: "full",
        frameworks: &[("2013-05-01", "ofsted/la_lac_2013")],
        signs: &[
            Sign {
                lines: &["inspection of services for looked after children"],
                words: &["inspection date"],
            },
            Sign {
                lines: &["inspection of local authority services for looked after"],
                words: &["inspection date"],
            },
        ],
        subject: |page| {
            let title =
                &["inspection of services for looked", "inspection of local authority services"];
            let under = page.line_opening(title).and_then(|number| {
                page.lines[number + 1..].iter().take(2).map(|line| line.span).find(|span| {
                    let text = page.text.at(*span);
                    text.contains("Council") || text.contains("Borough") || text.contains("City of")
                })
            });
            under.or_else(|| above(page, title))
        },
        read: printed::read,
    },
    Layout {
        kind: DocumentKind::Report,
        inspectorate: "ofsted",
        visit: "full",
        frameworks: CHILDRENS_SERVICES,
        signs: &[
            Sign { lines: &["inspection date"], words: &["impact of leaders on social work"] },
            Sign {
                lines: &["inspection date"],
                words: &["inspection of ", " local authority children's services"],
            },
            Sign {
                lines: &["inspection of children's social care services", "inspection date"],
                words: &[],
            },
            Sign {
                lines: &["inspection of local authority children's services", "inspection date"],
                words: &[],
            },
        ],
        subject: |page| {
            above(
                page,
                &[
                    "inspection of children's social care",
                    "inspection of local authority children's",
                ],
            )
            .or_else(|| between(page, &["inspection of "], SERVICES))
        },
        read: read_ilacs,
    },
];

/// Words that end an authority's name in a title.
const SERVICES: &[&str] = &[
    " local authority",
    " children's services",
    " children's social care",
    " childrens services",
    " children services",
    " council's children",
];

/// The area of 'Joint targeted area inspection of the multi-agency response to … in Marlow'.
fn area_in_title(page: &Page<'_, '_>) -> Option<Span> {
    let number = page.line_opening(&["joint targeted area inspection "])?;
    let source = page.text.source;
    let mut last = number;
    while page.lines.get(last + 1).is_some_and(|line| {
        line.gap == 0
            && line.span.len() < 75
            && last < number + 5
            && !starts_sentence(line.span.of(source))
    }) {
        last += 1;
    }
    let title = page.lines[number].span.to(page.lines[last].span);
    let text = title.of(source);
    let at = memchr::memmem::rfind_iter(text.as_bytes(), "in")
        .filter(|at| text[..*at].ends_with(char::is_whitespace))
        .find_map(|at| Some(at + past_folded(&text[at..], "in ")?))?;
    let at = at + past_folded(&text[at..], "the ").unwrap_or(0);
    let area = Span::new(title.start() + at, title.end()).trimmed(source);
    (area.len() < 80).then_some(area)
}

/// The area of 'our findings about … the work of individual agencies in Marlow', under a title
/// without one.
fn area_of_agencies(page: &Page<'_, '_>) -> Option<Span> {
    let head = cut(page.text.source, AGENCIES);
    let (_, start) = find_folded(head, "work of individual agencies in ")?;
    let rest = &head[start..];
    let end = [" local authority", " and ", ".", ","]
        .iter()
        .filter_map(|end| find_folded(rest, end).map(|(at, _)| at))
        .min()?;
    let area = Span::new(start, start + end).trimmed(page.text.source);
    (2..60).contains(&area.len()).then_some(area)
}

/// How far into a letter the sentence on the agencies may stand, in bytes.
const AGENCIES: usize = 4000;

fn starts_sentence(text: &str) -> bool {
    ["Between ", "This ", "On ", "From "].iter().any(|word| text.starts_with(word))
}

/// Whether a line begins with 'The', whatever space follows.
fn opens_the(text: &str) -> bool {
    text.starts_with("The") && past_folded(text, "the ").is_some()
}

/// Ofsted's four grades, as tables print them.
const FOUR: &[table::Phrase<'_>] = GRADES_FOUR;

/// How many lines of a report its table may be looked for in.
const TABLE: usize = 70;

fn read_ilacs(opened: &Opened<'_, '_>, report: &mut Report, warnings: &mut Vec<Warning>) {
    let words = Words::of(LABELS_ILACS, FOUR, &[]);
    read_rows(opened, TABLE, &words, &ILACS_TABLE, report, warnings);
}

/// The number of the line on the safeguarding board under the table, whose grade is not the
/// table's; where no such line stands the table's usual reach.
fn board_line(page: &Page<'_, '_>) -> usize {
    let first = page.line_opening(&["1. children who need", "1 children who need"]).unwrap_or(0);
    (first..page.lines.len().min(TABLE))
        .find(|number| {
            let text = page.line(*number);
            opens_the(text)
                && (find_folded(text, "safeguarding children").is_some() || text.contains("LSCB"))
        })
        // Where the labels stand apart from their grades the line may be among them.
        .filter(|end| {
            let grades = page.lines[*end..page.lines.len().min(TABLE)].iter().filter(|line| {
                FOUR.iter().any(|(words, key)| {
                    !key.is_empty() && folded(line.span.of(page.text.source)) == *words
                })
            });
            grades.count() < 2
        })
        .unwrap_or(TABLE)
}

/// Reads the table of the title page, within `reach` lines.
fn read_rows(
    opened: &Opened<'_, '_>,
    reach: usize,
    words: &Words<'_>,
    rule: &Rule,
    report: &mut Report,
    warnings: &mut Vec<Warning>,
) {
    let table = table::read(&opened.page, 0, reach, words);
    if table.uneven {
        let line =
            opened.page.lines.get(table.end.saturating_sub(1)).map_or(Span::new(0, 0), |l| l.span);
        let message = "the table has more labels than grades, or more grades than labels: only rows that are sure were read";
        warnings.push(Warning::new(line, "uneven_table", message));
    }
    report.table = printed::zone(opened, &table);
    report.ratings.extend(table.rows.iter().map(|row| rating(opened, row, rule)));
}

/// Reads the grades that stand beside or under the two labels, by the service whose head stands over
/// them. The list of contents has the heads too, and no grades.
fn read_slac(opened: &Opened<'_, '_>, report: &mut Report, _: &mut Vec<Warning>) {
    let page = &opened.page;
    let source = page.text.source;
    let mut service = None;
    for number in 0..page.lines.len() {
        let line = page.lines[number].span;
        if line.len() > HEAD {
            continue;
        }
        let text = page.line(number);
        let of = |words: &str| find_folded(text, words).is_some();
        match (of("safeguarding services"), of("services for looked after children")) {
            (true, false) => service = Some(("safeguarding", "safeguarding_capacity")),
            (false, true) => service = Some(("looked_after", "looked_after_capacity")),
            _ => {}
        }
        let Some((overall, capacity)) = service else { continue };
        // '1. Overall effectiveness'
        let lead = table::number(text);
        let label = [
            ("overall effectiveness", overall),
            ("capacity for improvement", capacity),
            ("capacity to improve", capacity),
        ]
        .into_iter()
        .find_map(|(words, key)| Some((past_folded(&text[lead..], words)?, key)));
        let Some((length, key)) = label else {
            report.ratings.extend(detail(opened, number));
            continue;
        };
        let label = Span::new(line.start() + lead, line.start() + lead + length);
        let beside = Span::new(label.end(), line.end()).trimmed(source);
        let below = page.lines.get(number + 1).map(|next| next.span);
        let cell = if beside.is_empty() { below } else { Some(beside) };
        if let Some((grade, span)) = cell.and_then(|cell| adequate_scale(source, cell)) {
            let row = table::Row { key, label: vec![label], grade, span };
            report.ratings.push(rating(opened, &row, &TWO_SERVICES));
        }
    }
}

/// The grade of one of the many aspects of a service, which no table knows: 'Being healthy    Good'.
fn detail(opened: &Opened<'_, '_>, number: usize) -> Option<Rating> {
    let page = &opened.page;
    let source = page.text.source;
    let mut cells = page.cells(number);
    let (label, cell) = (cells.next()?, cells.next()?);
    let words = label.of(source);
    // 'Grade 2   Good' explains the scale.
    let named = words.starts_with(char::is_uppercase) && !words.starts_with("Grade");
    if cells.next().is_some() || !named {
        return None;
    }
    let (grade, span) = adequate_scale(source, cell)?;
    let row = table::Row { key: "", label: vec![label], grade, span };
    let mut found = rating(opened, &row, &TWO_SERVICES);
    found.judgement.as_mut()?.key = None;
    Some(found)
}

/// How long a line with a head or a grade may be, in bytes.
const HEAD: usize = 120;

/// The grade that is all of a cell: 'Adequate', 'Grade 3 (Adequate)', '3 - Adequate'.
fn adequate_scale(source: &str, cell: Span) -> Option<(&'static str, Span)> {
    let text = cell.of(source);
    let lead = past_folded(text, "grade").unwrap_or(0);
    let from = text[lead..].find(char::is_alphabetic)? + lead;
    let word = text[from..].trim_end_matches(|c: char| !c.is_alphabetic());
    let grade = ["outstanding", "good", "adequate", "inadequate"]
        .into_iter()
        .find(|grade| word.eq_ignore_ascii_case(grade))?;
    let start = cell.start() + from;
    Some((grade, Span::new(start, start + word.len())))
}

/// 'Children's services in Marlow are good', 'The overall judgement is that … require improvement'.
static HEADLINE: Pattern = Pattern::new(
    r"(?is)\A(?:children'?s\s+services\s+(?:in|for|provided\s+by)\s.{2,90}?|services\s+for\s+children\s+in\s.{2,90}?|the\s+overall\s+judgement(?:\s+of\s.{2,80}?)?)\s(?:is\s+that\s+(?:children'?s\s+)?services\s+(?:in\s.{2,80}?\s)?)?(?:(?:is|are)\s+)?(requires?\s+improvement(?:\s+to\s+be\s+good)?|outstanding|good|inadequate)\b",
);

/// 'The effectiveness of the Local Safeguarding Children Board (LSCB) is good'.
static BOARD: Pattern = Pattern::new(
    r"(?is)\A((?:the\s+)?(?:effectiveness\s+of\s+)?(?:the\s+)?(?:[a-z\s]{0,40})(?:local\s+safeguarding\s+children'?s?\s+board(?:\s+\(LSCB\))?|LSCB))\s+(?:(?:is|are)\s+)?(requires?\s+improvement(?:\s+to\s+be\s+good)?|outstanding|good|inadequate)(?:\.|\s+because:?)?\s*$",
);

fn read_sif(opened: &Opened<'_, '_>, report: &mut Report, warnings: &mut Vec<Warning>) {
    let page = &opened.page;
    let source = page.text.source;
    for number in 0..page.lines.len().min(TABLE) {
        let text = page.line(number);
        let opens = |words: &str| {
            text.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words))
        };
        if !(opens("children") || opens("services for") || opens("the overall")) {
            continue;
        }
        let start = page.lines[number].span.start();
        if let Some([found]) = HEADLINE.groups(cut(&source[start..], 320)) {
            let span = Span::new(start + found.start, start + found.end);
            let row = table::Row {
                key: "overall",
                label: Vec::new(),
                grade: grade_of(span.of(source)),
                span,
            };
            report.ratings.push(rating(opened, &row, &SIF_HEADLINE));
            break;
        }
    }
    let words = Words::of(LABELS_SIF, FOUR, &[]);
    read_rows(opened, board_line(page), &words, &SIF_TABLE, report, warnings);
    // The board's judgement stands under the table or heads its own part of the report.
    for (number, line) in page.lines.iter().enumerate() {
        let text = page.line(number);
        if text.len() > 90 || !(text.contains("oard") || text.contains("LSCB")) || !opens_the(text)
        {
            continue;
        }
        let last = page.lines.get(number + 1).filter(|next| next.span.len() < 45).unwrap_or(line);
        let found = [line.span, line.span.to(last.span)]
            .into_iter()
            .find_map(|span| BOARD.groups(span.of(source)).map(|groups| (span, groups)));
        let Some((span, [label, grade])) = found else { continue };
        report.ratings.push(board(opened, span, label, grade));
        break;
    }
}

/// The rating of the safeguarding board, which is a provider of its own.
fn board(
    opened: &Opened<'_, '_>,
    line: Span,
    label: std::ops::Range<usize>,
    grade: std::ops::Range<usize>,
) -> Rating {
    let source = opened.page.text.source;
    let at = |range: std::ops::Range<usize>| {
        Span::new(line.start() + range.start, line.start() + range.end)
    };
    let (label, span) = (at(label), at(grade));
    Rating {
        span,
        text: span.of(source).to_owned(),
        grade: Cow::Borrowed(grade_of(span.of(source))),
        judgement: Some(RatedJudgement {
            key: Some(Cow::Borrowed("lscb")),
            text: Some(label.of(source).to_owned()),
            span: Some(label),
        }),
        provider: Some(Provider {
            name: "Local Safeguarding Children Board".into(),
            code: None,
            span: None,
        }),
        time: Time::Current,
        date: opened.visited(),
        extent: None,
        rule: Cow::Borrowed(SAFEGUARDING_BOARD.name),
    }
}

/// The key of a grade in running text.
fn grade_of(words: &str) -> &'static str {
    match folded(words).as_str() {
        "outstanding" => "outstanding",
        "good" => "good",
        "inadequate" => "inadequate",
        _ => "requires_improvement",
    }
}
