//! Ofsted's reports and letters on schools, early years, colleges and teacher training.
//!
//! | layout | known by |
//! | --- | --- |
//! | report cards from November 2025 | a line 'Safeguarding standards …' and a line that is a grade of the card |
//! | early years | 'this early years setting', 'the early years provision meets the needs' |
//! | further education | 'a learner with this provider', 'Further education and skills inspection report' |
//! | teacher training | 'Initial teacher education inspection report' |
//! | schools, 2019 to 2025 | 'to attend this school' |
//! | schools, before | the judgements that their tables print |
//! | letters on visits to schools | 'Short inspection of …', 'Monitoring inspection of …' |

use super::layout::{Layout, Opened, Sign};
use super::page::{Page, cut, folded, past_folded};
use super::pattern::Pattern;
use super::subject::{above, between};
use super::{Report, printed, rating, table};
use crate::framework;
use crate::record::{DocumentKind, Rating, Span, Time, Warning};
use crate::rule::{Rule, reads};
use crate::text::Text;

const SCHOOLS: &[(&str, &str)] = &[
    ("2005-09-01", "ofsted/schools_s5_2005"),
    ("2009-09-01", "ofsted/schools_s5_2009"),
    ("2012-01-01", "ofsted/schools_s5_2012_jan"),
    ("2012-09-01", "ofsted/schools_s5_2012_sep"),
    ("2015-09-01", "ofsted/schools_cif_2015"),
    ("2019-09-01", "ofsted/schools_eif_2019"),
    ("2025-11-10", "ofsted/schools_reif_2025"),
];
const EARLY_YEARS: &[(&str, &str)] = &[
    ("2012-09-01", "ofsted/ey_2012"),
    ("2013-11-04", "ofsted/ey_2013"),
    ("2015-09-01", "ofsted/ey_cif_2015"),
    ("2019-09-01", "ofsted/ey_eif_2019"),
    ("2025-11-10", "ofsted/ey_reif_2025"),
];
const COLLEGES: &[(&str, &str)] = &[
    ("2012-09-01", "ofsted/fes_cif_2012"),
    ("2015-09-01", "ofsted/fes_cif_2015"),
    ("2019-09-01", "ofsted/fes_eif_2019"),
    ("2025-11-10", "ofsted/fes_reif_2025"),
];
const TEACHER_TRAINING: &[(&str, &str)] = &[
    ("2008-09-01", "ofsted/ite_2008"),
    ("2014-06-01", "ofsted/ite_2014"),
    ("2020-09-01", "ofsted/ite_2020"),
    ("2026-01-01", "ofsted/ite_2026"),
];

const REPORT: Layout = Layout {
    kind: DocumentKind::Report,
    inspectorate: "ofsted",
    visit: "full",
    frameworks: SCHOOLS,
    signs: &[],
    subject: named,
    read: printed::read,
};

/// Lines that are a grade of a report card, each with a line on safeguarding.
macro_rules! card {
    ($($words:literal),*) => {
        &[
            Sign { lines: &["safeguarding", "strong standard"], words: &[$($words),*] },
            Sign { lines: &["safeguarding", "expected standard"], words: &[$($words),*] },
            Sign { lines: &["safeguarding", "needs attention"], words: &[$($words),*] },
            Sign { lines: &["safeguarding", "exceptional"], words: &[$($words),*] },
            Sign { lines: &["safeguarding", "urgent improvement"], words: &[$($words),*] },
        ]
    };
}

pub(super) const LAYOUTS: &[Layout] = &[
    Layout {
        frameworks: EARLY_YEARS,
        signs: card!("inclusion", "establishing routines"),
        read: printed::read_card,
        ..REPORT
    },
    Layout {
        frameworks: COLLEGES,
        signs: card!("inclusion", "meeting skills needs"),
        read: printed::read_college_card,
        ..REPORT
    },
    Layout { signs: card!("inclusion"), read: printed::read_card, ..REPORT },
    Layout {
        frameworks: EARLY_YEARS,
        signs: &[
            Sign { lines: &["inspection date"], words: &["this early years setting"] },
            Sign { lines: &["inspection date"], words: &["early years provision meets the needs"] },
            Sign {
                lines: &["inspection date"],
                words: &["the quality and standards of the early years provision"],
            },
            Sign {
                lines: &[],
                words: &[
                    "quality and standards of the early years provision",
                    "previous inspection",
                ],
            },
            Sign {
                lines: &["inspection date"],
                words: &["outcomes for children", "effectiveness of the leadership and management"],
            },
            Sign { lines: &["inspection date"], words: &["children's welfare and well-being"] },
            // Words that no table's columns break.
            Sign { lines: &["inspection date"], words: &["what the setting needs to do"] },
        ],
        ..REPORT
    },
    Layout {
        frameworks: TEACHER_TRAINING,
        signs: &[
            Sign { lines: &[], words: &["initial teacher education inspection report"] },
            Sign { lines: &["inspection date"], words: &["trainee at this ite provider"] },
            Sign {
                lines: &["inspection date"],
                words: &["quality of training across the partnership"],
            },
        ],
        ..REPORT
    },
    Layout {
        frameworks: COLLEGES,
        visit: "monitoring",
        signs: &[Sign { lines: &["monitoring visit report", "inspection date"], words: &[] }],
        subject: |page| above(page, &["monitoring visit report"]),
        read: |_, _, _| {},
        ..REPORT
    },
    Layout {
        frameworks: COLLEGES,
        signs: &[
            Sign { lines: &["further education and skills inspection report"], words: &[] },
            Sign { lines: &["inspection date"], words: &["learner with this provider"] },
            Sign { lines: &["inspection date"], words: &["outcomes for learners"] },
            Sign { lines: &["inspection date"], words: &["education programmes for young people"] },
        ],
        ..REPORT
    },
    Layout {
        visit: "ungraded",
        signs: &[Sign {
            lines: &["inspection date", "outcome"],
            words: &["to attend this school", " the "],
        }],
        read: read_ungraded,
        ..REPORT
    },
    Layout {
        signs: &[
            Sign { lines: &["inspection date"], words: &["to attend this school"] },
            Sign {
                lines: &["inspection date"],
                words: &["quality of education", "behaviour and attitudes"],
            },
            Sign {
                lines: &["inspection date"],
                words: &["outcomes for pupils", "leadership and management"],
            },
            Sign {
                lines: &["inspection date"],
                words: &["quality of teaching", "behaviour and safety of pupils"],
            },
            Sign {
                lines: &["inspection date"],
                words: &["how good is the school", "capacity for sustained improvement"],
            },
            Sign { lines: &["inspection date", "school report"], words: &["effectiveness"] },
            Sign {
                lines: &["inspection date"],
                words: &["summary of key findings for parents and pupils"],
            },
            Sign {
                lines: &["inspection date", "reporting inspector"],
                words: &["unique reference number"],
            },
        ],
        ..REPORT
    },
    Layout {
        kind: DocumentKind::Letter,
        visit: "short",
        signs: &[Sign { lines: &["dear ", "short inspection of "], words: &[] }],
        subject: |page| between(page, &["short inspection of the ", "short inspection of "], &[]),
        read: |_, _, _| {},
        ..REPORT
    },
    Layout {
        kind: DocumentKind::Letter,
        visit: "monitoring",
        signs: &[
            Sign { lines: &["dear ", "special measures monitoring inspection of "], words: &[] },
            Sign { lines: &["dear ", "serious weaknesses monitoring inspection of "], words: &[] },
            Sign { lines: &["dear ", "requires improvement: monitoring inspection "], words: &[] },
            Sign { lines: &["dear ", "requires improvement monitoring inspection "], words: &[] },
            Sign { lines: &["dear ", "monitoring inspection "], words: &["school"] },
            Sign { lines: &["dear ", "ofsted monitoring inspection "], words: &[] },
            Sign { lines: &["dear ", "no formal designation "], words: &[] },
        ],
        subject: |page| {
            between(
                page,
                &[
                    "special measures monitoring inspection of ",
                    "serious weaknesses monitoring inspection of ",
                    "requires improvement: monitoring inspection visit to ",
                    "requires improvement monitoring inspection of ",
                    "monitoring inspection of ",
                    "monitoring inspection visit to ",
                    "ofsted monitoring inspection of ",
                    "no formal designation inspection of ",
                    "no formal designation monitoring inspection of ",
                ],
                &[],
            )
        },
        read: |_, _, _| {},
        ..REPORT
    },
];

pub(super) const JUDGED_BEFORE: Rule = Rule {
    name: "rating.judged_before",
    about: "The grade that stands from before an ungraded inspection of a school",
    reads: &[reads(
        "Inspection of Marlow School\n\nInspection dates: 14 and 15 January 2025\n\nOutcome\n\nMarlow School has taken effective action to maintain the standards.\n\nWhat is it like to attend this school?\n\nPupils enjoy the days here.\n\nThis is the first ungraded inspection since we judged the school to be [[good]] in March 2019.\n\nDates of previous inspection: 12 and 13 March 2019\n",
        "good overall previous 2019-03-12/2019-03-13",
    )],
    leaves: &[],
};

static SINCE: Pattern = Pattern::new(
    r"(?is)\bsince\s(?:we\sjudged\sthe\sschool|the\sschool\swas\sjudged)\sto\sbe\s(outstanding|good|inadequate|requires\simprovement)\b",
);

/// Reads the grade that an ungraded inspection of a school tells from before.
fn read_ungraded(opened: &Opened<'_, '_>, report: &mut Report, _warnings: &mut Vec<Warning>) {
    let source = opened.page.text.source;
    for at in memchr::memmem::find_iter(source.as_bytes(), b"ungraded inspection").take(8) {
        let Some([grade]) = SINCE.groups(cut(&source[at..], 160)) else { continue };
        let span = Span::new(at + grade.start, at + grade.end);
        let framework = opened.framework().and_then(framework::find);
        let Some(grade) = framework.and_then(|f| f.grade(&folded(span.of(source)))) else {
            continue;
        };
        let row = table::Row { key: "overall", label: Vec::new(), grade: &grade.key, span };
        let mut found = rating(opened, &row, &JUDGED_BEFORE);
        found.time = Time::Previous;
        found.date = opened.previous.iter().find_map(super::value_of);
        report.ratings.push(found);
        return;
    }
}

/// Revises a grade in the prose of a report on an ungraded inspection, which tells the grade that
/// stands from before; whether it is one.
pub(super) fn revise(opened: &Opened<'_, '_>, text: &Text<'_>, rating: &mut Rating) -> bool {
    if opened.layout.is_none_or(|layout| layout.visit != "ungraded") {
        return true;
    }
    let Some(sentence) = text.sentences.get(text.sentence_at(rating.span.start())) else {
        return true;
    };
    let words = folded(cut(sentence.span.of(text.source), 400));
    // 'When we have judged a school to be good, we will then normally go into the school …'
    if words.contains("we will then normally") || words.contains("confirm that the school remains")
    {
        return false;
    }
    if words.contains("effectiveness before september 2024") || words.contains("since we judged") {
        rating.time = Time::Previous;
        if rating.date.is_none() || rating.date == opened.visited() {
            rating.date = opened.previous.iter().find_map(super::value_of);
        }
    }
    true
}

/// Lines over a name that are no part of it.
const OVER: [&str; 17] = [
    "school report",
    "monitoring visit",
    "unique reference",
    "inspection date",
    "inspection report",
    "ofsted",
    "early years",
    "further education and skills",
    "initial teacher education",
    "raising standards",
    "improving lives",
    "http",
    "www",
    "report",
    "tel",
    "independent school",
    "children's centre",
];

/// The provider of 'Inspection of X', or the name at the top.
pub(super) fn named(page: &Page<'_, '_>) -> Option<Span> {
    let titles = [
        "inspection of a good school: ",
        "inspection of an outstanding school: ",
        "inspection of a school judged good for overall effectiveness before september 2024: ",
        "inspection of a school judged outstanding for overall effectiveness before september 2024: ",
        "inspection of a school judged requires improvement for overall effectiveness before september 2024: ",
        "inspection of ",
    ];
    if let Some(number) = page.line_opening(&["childminder report"]).filter(|number| *number < 4) {
        // A childminder is named by number alone.
        let last = page.lines.len().min(number + 200);
        let row = (number..last)
            .find(|at| past_folded(page.line(*at), "unique reference number").is_some())?;
        let cell = page.cells(row).nth(1);
        return cell.or(page.lines.get(row + 1).map(|line| line.span)).filter(|c| c.len() < 12);
    }
    // 'Inspection of Marlow School, Mill Lane' stands over the letter to its pupils too.
    let (title, dear) = (page.line_opening(&titles), page.line_opening(&["dear "]));
    let letter = matches!((title, dear), (Some(title), Some(dear)) if title > dear);
    between(page, &titles, &[]).filter(|_| !letter).or_else(|| top(page))
}

/// The first line that can be a name.
pub(super) fn top(page: &Page<'_, '_>) -> Option<Span> {
    let number = (0..page.lines.len().min(8)).find(|number| {
        let span = page.lines[*number].span;
        let words = super::page::folded(super::page::cut(page.text.at(span), 200));
        let labelled = words.contains(": ");
        span.len() < 110
            && words.len() > 2
            && !labelled
            && !OVER.iter().any(|over| words.starts_with(over))
    })?;
    let (line, text) = (page.lines[number].span, page.line(number));
    // 'Marlow Church of England Primary / School'
    let rest = page.lines.get(number + 1).filter(|next| {
        let words = page.text.at(next.span);
        let kind = |text: &str| ENDS.iter().any(|end| text.ends_with(end));
        next.gap == 0 && words.len() < 40 && kind(words) && !kind(text)
    });
    Some(rest.map_or(line, |next| line.to(next.span)))
}

/// Words that end the names of schools.
const ENDS: [&str; 4] = ["School", "Academy", "College", "Nursery"];
