//! Reports and letters: the printed layouts of the inspectorates.
//!
//! | in the text | read by |
//! | --- | --- |
//! | which inspectorate and framework it is | [`layout`], by signs in the text's beginning |
//! | 'Inspection dates: 22 April to 3 May 2024' | [`visits`] |
//! | the table of judgements and grades | [`table`]; by its columns [`columns`] |
//! | grades at the head of sections, in rows of figures, 'This is a good school' | [`sections`] |
//! | the items under 'What needs to improve?' | [`lists`], named by [`naming`] |
//! | grades in the prose of a report on an authority | the rules for prose, revised by [`prose`] |
//!
//! A layout is a [`Layout`] in the module of its inspectorate's reports: the signs that it is
//! known by, the frameworks that it printed, and what it reads beside dates and lists.

mod children_services;
mod columns;
mod days;
mod education;
mod layout;
mod lists;
mod naming;
mod page;
mod pattern;
mod printed;
mod prose;
mod sections;
mod send;
mod sisters;
mod social_care;
mod subject;
mod table;
mod visits;

use std::borrow::Cow;

pub(crate) use layout::{Opened, open};
pub(crate) use page::find_folded;
pub(crate) use prose::revise;

use crate::dates::DateValue;
use crate::record::{
    AreaKind, Date, ImprovementArea, Passage, RatedJudgement, Rating, Span, Time, Warning,
};
use crate::rule::{Rule, reads};
use crate::text::Text;

/// The name of the rule for the grades of one phase of a provider.
pub(crate) const PHASE: &str = printed::PHASE.name;

/// The rules for layouts.
pub(crate) static RULES: &[&Rule] = &[
    &visits::PRINTED_DAYS,
    &visits::PREVIOUS_DAYS,
    &children_services::ILACS_TABLE,
    &children_services::SIF_HEADLINE,
    &children_services::SIF_TABLE,
    &children_services::SAFEGUARDING_BOARD,
    &children_services::TWO_SERVICES,
    &send::OUTCOME,
    &printed::TABLE,
    &printed::CARD,
    &printed::SERVICE,
    &printed::PHASE,
    &sections::HEADING,
    &sections::SENTENCE,
    &sections::VERDICT,
    &sections::ROW,
    &education::JUDGED_BEFORE,
    &social_care::HISTORY,
    &social_care::KEEPS,
    &social_care::OUTCOME,
    &sisters::STANDARDS,
    &sisters::FORCE,
    &sisters::PRISON_LIST,
    &sisters::PRISON_TEST,
    &LISTED,
];

const LISTED: Rule = Rule {
    name: "area.listed",
    about: "An item of a list under 'What needs to improve' and kindred headings of a report or letter",
    reads: &[
        reads(
            "Inspection of Marlow local authority children’s services\nInspection dates: 4 to 8 March 2024\n\nWhat needs to improve?\n◼ The [[quality of plans]], so that they are clear.\n◼ [[Oversight]]. (outcome 4, national framework)\n\nMain findings\n",
            "required: ",
        ),
        reads(
            "Dear Ms Roe\n\nFocused visit to Marlow children’s services\nThis letter summarises the findings of the focused visit on 4 and 5 March 2024.\nWhat needs to improve in this area of social work practice\nThe [[use of audits]] to improve practice.\nFindings\n",
            "required: use of audits",
        ),
    ],
    leaves: &[
        "Inspection of Marlow local authority children’s services\nInspection dates: 4 to 8 March 2024\n\nWhat needs to improve?\nThere are very few weaknesses in this service.\n\nMain findings\n",
    ],
};

/// What a report's layout says: the ratings of its table, the items of its lists.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub ratings: Vec<Rating>,
    pub areas: Vec<ImprovementArea>,
    /// Where its table of judgements and grades stands.
    pub table: Option<Span>,
}

/// Reads the layout of a report or letter, and gives its inspection dates their role.
pub(crate) fn read(
    opened: Option<&Opened<'_, '_>>,
    text: &Text<'_>,
    dates: &mut Vec<Date>,
    warnings: &mut Vec<Warning>,
) -> Report {
    let mut report = Report::default();
    let Some(opened) = opened else { return report };
    visits::assign(opened, text, dates, warnings);
    social_care::assign(opened, dates);
    if let Some(layout) = opened.layout {
        (layout.read)(opened, &mut report, warnings);
    } else {
        let first = opened.page.lines.first().map_or(Span::new(0, 0), |line| line.span);
        warnings.push(Warning::new(
            first,
            "unknown_layout",
            "this looks like a report or letter, but its layout is not known: its table was not read, and the rules for prose alone made its ratings",
        ));
    }
    report.areas = areas(opened, text.source, &report.ratings);
    report
}

/// The items of the lists as areas.
fn areas(opened: &Opened<'_, '_>, source: &str, ratings: &[Rating]) -> Vec<ImprovementArea> {
    let mut areas = Vec::new();
    for list in lists::lists(&opened.page) {
        let cue = Passage::at(source, list.heading);
        for item in &list.items {
            let named = naming::name(item, source);
            // Where a grade stands the next section has begun.
            if ratings.iter().any(|rating| item.span().encloses(rating.span)) {
                break;
            }
            if named.name.is_empty() {
                continue;
            }
            areas.push(ImprovementArea {
                span: named.span,
                text: named.span.of(source).to_owned(),
                name: named.name,
                kind: AreaKind::Required,
                cue: Some(cue.clone()),
                item: Some(Passage::at(source, item.span())),
                tag: named.tag.map(|tag| Passage::at(source, tag)),
                rule: Cow::Borrowed(LISTED.name),
            });
        }
    }
    areas
}

/// The rating of a table's row, given by the inspection that the report is on.
fn rating(opened: &Opened<'_, '_>, row: &table::Row, rule: &Rule) -> Rating {
    let source = opened.page.text.source;
    Rating {
        span: row.span,
        text: row.span.of(source).to_owned(),
        grade: Cow::Borrowed(row.grade),
        judgement: Some(judgement(source, row.key, &row.label)),
        provider: opened.provider.clone(),
        time: Time::Current,
        date: opened.visited(),
        extent: None,
        rule: Cow::Borrowed(rule.name),
    }
}

/// A judgement from the parts of its label.
fn judgement(source: &str, key: &'static str, label: &[Span]) -> RatedJudgement {
    let key = Some(Cow::Borrowed(key));
    let Some(first) = label.first().filter(|_| key.as_deref() != Some("overall")) else {
        return RatedJudgement { key, text: None, span: None };
    };
    let whole = label.iter().fold(*first, |whole, part| whole.to(*part));
    let bare = whole.of(source).trim_end_matches([':', ' ']).len();
    let whole = Span::new(whole.start(), whole.start() + bare);
    let parted = label
        .windows(2)
        .any(|pair| !Span::new(pair[0].end(), pair[1].start()).of(source).trim().is_empty());
    if parted {
        let text = label.iter().map(|part| part.of(source)).collect::<Vec<_>>().join(" ");
        RatedJudgement { key, text: Some(text), span: None }
    } else {
        RatedJudgement { key, text: Some(whole.of(source).to_owned()), span: Some(whole) }
    }
}

/// The value of days, for records that are dated by an inspection.
fn value_of(days: &days::Days) -> Option<DateValue> {
    days.value()
}
