//! What a text as a whole is: its kind, headline, publication date, inspectorate and framework.
//!
//! | text | document |
//! | --- | --- |
//! | a report with 'Inspection dates: 8 to 19 June 2026' and the table of children's services | report, `ofsted`, `ofsted/la_ilacs_2026` |
//! | 'Dear Ms Roe … Focused visit to …' | letter |
//! | 'Ofsted rated the nursery good in May 2024' | news, `ofsted`, `ofsted/ey_eif_2019` |
//!
//! Reports and letters are told by their layout ([`crate::reports`]); news by names, words and dates.

use std::borrow::Cow;

use crate::Extractor;
use crate::dates::{DateValue, Mention};
use crate::framework;
use crate::record::{Date, DateRole, Document, DocumentKind, Span};
use crate::reports::Opened;
use crate::text::{BlockKind, Text};

/// Identifies the document from its own words and the settings.
pub(crate) fn identify(
    text: &Text<'_>,
    mentions: &[Mention],
    opened: Option<&Opened<'_, '_>>,
    settings: &Extractor,
) -> Document {
    let kind = settings.kind.or(opened.map(Opened::kind)).unwrap_or(DocumentKind::News);
    let printed = opened.and_then(|opened| opened.published.as_ref()?.value());
    Document {
        kind,
        headline: headline(text, opened),
        published: printed.or_else(|| {
            // The days of the visit and of earlier ones may stand alone on their lines too.
            let of_visit = |value: &DateValue| opened.is_some_and(|opened| opened.is_visit(value));
            let found = crate::dates::published(text, mentions, settings.published);
            found.filter(|value| settings.published == Some(*value) || !of_visit(value))
        }),
        inspectorate: opened.and_then(|opened| Some(Cow::Borrowed(opened.layout?.inspectorate))),
        framework: opened.and_then(Opened::framework).map(Cow::Borrowed),
    }
}

/// The headline of a news text, the title of a report.
fn headline(text: &Text<'_>, opened: Option<&Opened<'_, '_>>) -> Option<String> {
    let span: Option<Span> = match opened {
        Some(opened) => opened.title_line(),
        None => text
            .blocks
            .iter()
            .find(|block| block.kind == BlockKind::Headline)
            .map(|block| block.span),
    };
    span.map(|span| text.at(span).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// How much of a news text tells what its inspection was of, in bytes.
const LEAD: usize = 4000;

/// Names of inspectorates as news prints them.
const NAMES: [(&str, &str); 20] = [
    ("Ofsted", "ofsted"),
    ("OFSTED", "ofsted"),
    ("Care Quality Commission", "cqc"),
    ("CQC", "cqc"),
    ("Estyn", "estyn"),
    ("Independent Schools Inspectorate", "isi"),
    ("HMICFRS", "hmicfrs"),
    ("Inspectorate of Constabulary", "hmicfrs"),
    ("Education Scotland", "education_scotland"),
    ("Care Inspectorate Wales", "ciw"),
    ("Care Inspectorate", "care_inspectorate"),
    ("Inspectorate of Prisons", "hmi_prisons"),
    ("Chief Inspector of Prisons", "hmi_prisons"),
    ("HM Prisons inspectorate", "hmi_prisons"),
    ("Inspectorate of Probation", "hmi_probation"),
    ("Probation Inspectorate", "hmi_probation"),
    ("education watchdog", "ofsted"),
    ("schools watchdog", "ofsted"),
    ("care watchdog", "cqc"),
    ("police watchdog", "hmicfrs"),
];

/// Words that tell what kind of provider a news text is on.
const REMITS: [(&str, &str); 22] = [
    ("hildren’s services", "local_authority_children"),
    ("hildren's services", "local_authority_children"),
    ("hildren’s social care", "local_authority_children"),
    ("hildren's social care", "local_authority_children"),
    ("SEND inspection", "area_send"),
    ("local area partnership", "area_send"),
    ("SEND services", "area_send"),
    ("hildren’s home", "childrens_social_care"),
    ("hildren's home", "childrens_social_care"),
    ("nursery", "early_years"),
    ("Nursery", "early_years"),
    ("childminder", "early_years"),
    ("pre-school", "early_years"),
    ("Pre-School", "early_years"),
    ("college", "further_education"),
    ("College", "further_education"),
    ("school", "schools"),
    ("School", "schools"),
    ("academy", "schools"),
    ("Academy", "schools"),
    ("fire and rescue", "fire"),
    ("police", "police"),
];

/// Tells the inspectorate and framework of a news text, where its words and dates do.
pub(crate) fn place(document: &mut Document, text: &Text<'_>, dates: &[Date]) {
    if document.kind != DocumentKind::News || document.inspectorate.is_some() {
        return;
    }
    let lead = lead(text.source);
    let found = |words: &str| memchr::memmem::find(lead.as_bytes(), words.as_bytes());
    let named = NAMES.iter().filter_map(|(name, key)| found(name).map(|at| (at, *key)));
    let Some((_, inspectorate)) = named.min() else { return };
    document.inspectorate = Some(Cow::Borrowed(inspectorate));
    let inspected =
        ["nspect", "rated ", "rating", "report"].iter().any(|word| found(word).is_some());
    let inspection =
        dates.iter().rfind(|date| date.role == DateRole::Inspection).and_then(|date| date.value);
    let day = inspection.or(document.published).and_then(|value| value.first_day());
    let (Some(day), true) = (day, inspected) else { return };
    let day = format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day());
    let remit = remit(lead);
    let mut fitting = framework::frameworks().iter().filter(|f| {
        f.inspectorate == inspectorate
            && (inspectorate != "ofsted" && inspectorate != "hmicfrs" || remit == Some(&*f.remit))
            && f.scale.is_some()
            && f.valid_from.as_deref().is_none_or(|from| from <= day.as_str())
            && f.valid_to.as_deref().is_none_or(|to| day.as_str() <= to)
    });
    // Two that fit are one too many.
    if let (Some(framework), None) = (fitting.next(), fitting.next()) {
        document.framework = Some(Cow::Owned(framework.id()));
    }
}

/// The first bytes of a text.
fn lead(source: &str) -> &str {
    &source[..source.floor_char_boundary(LEAD)]
}

/// The remit that most words of `lead` are of; a council's services also speak of schools.
fn remit(lead: &str) -> Option<&'static str> {
    let mut counts: Vec<(usize, &'static str)> = Vec::new();
    for (words, remit) in REMITS {
        let count = memchr::memmem::find_iter(lead.as_bytes(), words.as_bytes()).count();
        match counts.iter_mut().find(|(_, known)| *known == remit) {
            Some((known, _)) => *known += count,
            None => counts.push((count, remit)),
        }
    }
    let of = |remit: &str| {
        counts.iter().find(|(_, known)| *known == remit).map_or(0, |(count, _)| *count)
    };
    if of("local_authority_children") > 0 && of("local_authority_children") * 3 >= of("schools") {
        return Some("local_authority_children");
    }
    counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, _)| *count)
        .map(|(_, remit)| remit)
}
