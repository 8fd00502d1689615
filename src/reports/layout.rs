//! Which layout a text has.
//!
//! | the text's beginning has | layout |
//! | --- | --- |
//! | 'Inspection dates:' and 'impact of leaders on social work practice' | a report on children's services |
//! | 'Dear Ms Roe' and 'Focused visit to …' | a letter |
//! | 'Inspection dates:' and none of the known signs | a report, its layout unknown |

use super::days::Days;
use super::page::Page;
use super::{Report, children_services, education, send, sisters, social_care, visits};
use crate::dates::DateValue;
use crate::record::{DocumentKind, Provider, Span, Warning};
use crate::text::Text;

/// Marks of a layout: all of them together.
pub(crate) struct Sign {
    /// What lines of the beginning start with.
    pub lines: &'static [&'static str],
    /// What stands anywhere in the beginning.
    pub words: &'static [&'static str],
}

/// A printed form of report or letter.
pub(crate) struct Layout {
    pub kind: DocumentKind,
    /// The key of the inspectorate.
    pub inspectorate: &'static str,
    /// What kind of visit it reports: 'full', 'focused', 'monitoring', …
    pub visit: &'static str,
    /// Its frameworks, each with the first day of inspections under it, in order.
    pub frameworks: &'static [(&'static str, &'static str)],
    /// It is known by one of these.
    pub signs: &'static [Sign],
    /// Who the report is about.
    pub subject: fn(&Page<'_, '_>) -> Option<Span>,
    /// Reads the table and whatever else the layout has.
    pub read: fn(&Opened<'_, '_>, &mut Report, &mut Vec<Warning>),
}

/// The layouts, the more particular before the more general.
static LAYOUTS: &[&[Layout]] = &[
    send::LAYOUTS,
    children_services::LAYOUTS,
    social_care::LAYOUTS,
    sisters::LAYOUTS,
    education::LAYOUTS,
];

/// A report or letter, opened: what its beginning tells.
pub(crate) struct Opened<'p, 't> {
    pub page: Page<'p, 't>,
    /// None where the text is a report or letter of a layout that is not known.
    pub layout: Option<&'static Layout>,
    /// The title.
    pub title: Option<Span>,
    /// The days of the visits that it reports.
    pub visits: Vec<Days>,
    /// The days of the previous inspections that its title page prints.
    pub previous: Vec<Days>,
    /// The day of publication that it prints.
    pub published: Option<Days>,
    pub provider: Option<Provider>,
}

impl Opened<'_, '_> {
    /// Report or letter.
    pub(crate) fn kind(&self) -> DocumentKind {
        match self.layout {
            Some(layout) => layout.kind,
            None if self.page.opens("dear ") => DocumentKind::Letter,
            None => DocumentKind::Report,
        }
    }

    /// The days of the inspection: the first visit's.
    pub(crate) fn visited(&self) -> Option<DateValue> {
        self.visits.iter().find_map(super::value_of)
    }

    /// Whether a date is that of a visit, or of a day of it, or lies before it: a report is published after its visit.
    pub(crate) fn is_visit(&self, value: &DateValue) -> bool {
        let same = self.visits.iter().any(|days| super::value_of(days) == Some(*value));
        let first = self.visits.iter().find(|days| !days.slip).map(|days| days.start.as_str());
        let day = value.to_string();
        same || first.is_some_and(|first| {
            let length = first.len().min(day.len()).min(10);
            day.get(..length) < first.get(..length)
        }) || self.visits.iter().filter_map(super::value_of).any(|visit| value.is_within(&visit))
    }

    /// The title with the words around the provider's name, or else the first line.
    pub(crate) fn title_line(&self) -> Option<Span> {
        let page = &self.page;
        let Some(title) = self.title else { return page.lines.first().map(|line| line.span) };
        let (mut first, mut last) =
            (page.line_at(title.start()), page.line_at(title.end().max(1) - 1));
        // 'Joint targeted area inspection of the response to abuse and / neglect in Marlow'.
        while first > 0 && page.lines[first].gap == 0 && starts_low(page.line(first)) {
            first -= 1;
        }
        // 'Inspection of Marlow local authority / children's services', or the line under the name.
        while let Some(next) = page.lines.get(last + 1) {
            let text = next.span.of(page.text.source);
            let goes_on =
                next.gap == 0 && last < first + 3 && text.len() < 90 && !text.contains(':');
            let low = starts_low(text) || text.starts_with("Inspection of");
            if !(goes_on && low) {
                break;
            }
            last += 1;
        }
        Some(page.lines[first].span.to(page.lines[last].span))
    }

    /// The key of the framework: the one in force on the first day of the inspection.
    pub(crate) fn framework(&self) -> Option<&'static str> {
        let layout = self.layout?;
        let day = self
            .visits
            .iter()
            .chain(&self.published)
            .find(|days| !days.slip)
            .map(|days| days.start.as_str());
        let day = match day {
            Some(day) => day,
            // With no day printed, a framework can only be told where there is one.
            None => {
                return layout
                    .frameworks
                    .first()
                    .filter(|_| layout.frameworks.len() == 1)
                    .map(|f| f.1);
            }
        };
        let since = layout.frameworks.partition_point(|(first, _)| *first <= day);
        layout.frameworks.get(since.saturating_sub(1)).map(|f| f.1)
    }
}

fn starts_low(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

/// Words without which a text is no report and no letter; the first bytes are looked through.
const GATE: [&str; 11] = [
    "nspection",
    "Dear ",
    "Dear\u{a0}",
    "Judgement",
    "Judgment",
    "Unique reference",
    "Published:",
    "isit to ",
    "isit\u{a0}to",
    "INSPECTION",
    "ating",
];
const GATE_REACH: usize = 3000;

/// Opens `text` if it is a report or letter.
pub(crate) fn open<'p, 't>(text: &'p Text<'t>) -> Option<Opened<'p, 't>> {
    let head = super::page::cut(text.source, GATE_REACH);
    if !GATE.iter().any(|word| memchr::memmem::find(head.as_bytes(), word.as_bytes()).is_some()) {
        return None;
    }
    let page = Page::of(text);
    let layout = LAYOUTS
        .iter()
        .copied()
        .flatten()
        .find(|layout| layout.signs.iter().any(|sign| sign.fits(&page)));
    if layout.is_none() && !looks_official(&page) {
        return None;
    }
    let title = layout.and_then(|layout| (layout.subject)(&page));
    let mut opened = Opened {
        page,
        layout,
        title,
        visits: Vec::new(),
        previous: Vec::new(),
        published: None,
        provider: None,
    };
    visits::find(&mut opened);
    let on = opened.visited().map(|value| value.to_string());
    opened.provider =
        title.and_then(|title| super::subject::provider(&opened.page, title, on.as_deref()));
    Some(opened)
}

impl Sign {
    fn fits(&self, page: &Page<'_, '_>) -> bool {
        self.lines.iter().all(|words| page.opens(words))
            && self.words.iter().all(|words| page.says(words))
            // News names inspectorates and services too: no line of it is a report's.
            && !(self.lines.is_empty() && tells_news(page))
    }
}

/// Whether the beginning tells what others said, as news does and no report.
fn tells_news(page: &Page<'_, '_>) -> bool {
    [
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "reporter",
        "watchdog",
        "read more",
        " report says",
        " report said",
        " said the ",
        " said it ",
        " told the ",
        " has been told",
    ]
    .iter()
    .any(|words| page.says(words))
}

/// Whether a text of no known layout is a report or letter of an inspectorate all the same.
fn looks_official(page: &Page<'_, '_>) -> bool {
    let dated = page.opens("inspection date")
        || page.opens("date of inspection")
        || page.opens("dates of inspection");
    let numbered = page.opens("unique reference number") || page.opens("inspection number");
    let titled = page.opens("inspection of ")
        || page.opens("inspection report")
        || page.opens("report on a");
    let letter = page.opens("dear ")
        && (page.says("her majesty's inspector")
            || page.says("his majesty's inspector")
            || page.says("inspectors"))
        && (page.says("this letter") || page.says("following my visit") || page.says("the visit"));
    (dated && (titled || numbered)) || letter
}
