//! `inspectral show`: a text with its records marked and labelled.
//!
//! Marked words stand in brackets, a label after them; on a terminal both are coloured.

use anstyle::{AnsiColor, Style};
use inspectral::{AreaKind, DateRole, Extraction, Span, Time, Voice};

use crate::arguments::{Show, Shown};
use crate::batch::{Finished, Reader};
use crate::failure::Failure;
use crate::input::Pending;
use crate::{Outcome, print};

/// A stretch to mark, with the label that stands after it.
struct Mark {
    span: Span,
    style: Style,
    label: String,
}

/// Runs the command.
///
/// # Errors
/// When the document cannot be read.
pub fn run(command: &Show) -> Result<Outcome, Failure> {
    let pending = if command.path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes)
            .map_err(|error| Failure::Usage(format!("standard input: {error}")))?;
        Pending::Bytes { bytes }
    } else {
        Pending::File { path: command.path.clone(), size: 0 }
    };
    let finished = Reader::plain(command.published.as_deref())?.read(pending)?;
    let wanted = |kind: Shown| command.only.is_empty() || command.only.contains(&kind);
    let marks = marks(&finished.extraction, wanted);
    print(&(render(&finished.text, marks) + "\n\n" + &summary(&finished)))
}

fn marks(found: &Extraction, wanted: impl Fn(Shown) -> bool) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    if wanted(Shown::Quotes) {
        let style = AnsiColor::Green.on_default();
        for quote in &found.quotes {
            let voice = match quote.voice {
                Voice::Inspectorate => "finding",
                Voice::Provider => "provider",
                Voice::Government => "government",
                Voice::Other => "other voice",
                Voice::Unknown => "quote",
            };
            let name = quote.speaker.as_ref().map(|s| s.name.as_ref().unwrap_or(&s.text).as_str());
            let label = match name {
                Some(name) => format!("{voice}: {name}"),
                None => voice.to_owned(),
            };
            for span in &quote.segments {
                marks.push(Mark { span: *span, style, label: label.clone() });
            }
        }
    }
    if wanted(Shown::Areas) {
        for area in &found.improvement_areas {
            let kind = match area.kind {
                AreaKind::Required => "to improve",
                AreaKind::Weakness => "weakness",
                AreaKind::Measure => "measure",
            };
            let named =
                if area.name == area.text { String::new() } else { format!(": {}", area.name) };
            let style = AnsiColor::Yellow.on_default().bold();
            marks.push(Mark { span: area.span, style, label: format!("{kind}{named}") });
        }
    }
    if wanted(Shown::Dates) {
        for date in &found.dates {
            let value = date.value.as_ref().map_or("?".to_owned(), ToString::to_string);
            let role = match date.role {
                DateRole::Publication => " publication",
                DateRole::Inspection => " inspection",
                DateRole::PreviousInspection => " previous inspection",
                DateRole::Deadline => " deadline",
                DateRole::Other => "",
            };
            let style = AnsiColor::Cyan.on_default().bold();
            marks.push(Mark { span: date.span, style, label: format!("{value}{role}") });
        }
    }
    if wanted(Shown::Ratings) {
        for rating in &found.ratings {
            let judgement = rating.judgement.as_ref().map(|judgement| {
                judgement.key.as_deref().or(judgement.text.as_deref()).unwrap_or("?").to_owned()
            });
            let provider = rating.provider.as_ref().map(|provider| provider.name.clone());
            let time = (rating.time == Time::Previous).then(|| "previous".to_owned());
            let date = rating.date.as_ref().map(ToString::to_string);
            let parts: Vec<_> = [Some(rating.grade.to_string()), judgement, provider, time, date]
                .into_iter()
                .flatten()
                .collect();
            let style = AnsiColor::Magenta.on_default().bold();
            marks.push(Mark { span: rating.span, style, label: parts.join(", ") });
        }
    }
    marks
}

/// The text with its marks, inner ones inside outer ones; the labels of one span stand together.
fn render(text: &str, mut marks: Vec<Mark>) -> String {
    let dim = Style::new().dimmed();
    marks.sort_by_key(|mark| (mark.span.start(), std::cmp::Reverse(mark.span.end())));
    let mut edges: Vec<usize> = marks.iter().flat_map(|m| [m.span.start(), m.span.end()]).collect();
    edges.extend([0, text.len()]);
    edges.sort_unstable();
    edges.dedup();
    let mut out = String::with_capacity(text.len() * 2);
    let mut open: Vec<&Mark> = Vec::new();
    let mut next = 0;
    for edge in edges.windows(2) {
        while let Some(mark) = marks.get(next).filter(|mark| mark.span.start() <= edge[0]) {
            if !open.iter().any(|other| other.span == mark.span) {
                out.push_str(&format!("{style}[{style:#}", style = mark.style));
            }
            open.push(mark);
            next += 1;
        }
        let style = open.last().map_or(Style::new(), |mark| mark.style);
        for (number, line) in text[edge[0]..edge[1]].split_inclusive('\n').enumerate() {
            // Styles end with the line, so that pagers keep to them.
            let _ = number;
            out.push_str(&format!("{style}{}{style:#}", line.trim_end_matches('\n')));
            if line.ends_with('\n') {
                out.push('\n');
            }
        }
        let mut closed: Vec<&Mark> = Vec::new();
        open.retain(|mark| {
            let ends = mark.span.end() <= edge[1];
            if ends {
                closed.push(mark);
            }
            !ends
        });
        closed.sort_by_key(|mark| std::cmp::Reverse(mark.span.start()));
        for group in closed.chunk_by(|a, b| a.span == b.span) {
            let labels: Vec<_> = group.iter().map(|mark| mark.label.as_str()).collect();
            let style = group[0].style;
            out.push_str(&format!("{style}]{style:#}{dim}‹{}›{dim:#}", labels.join(" · ")));
        }
    }
    out
}

fn summary(finished: &Finished) -> String {
    let found = &finished.extraction;
    let dim = Style::new().dimmed();
    let mut lines = vec![format!(
        "{}: {} ratings, {} dates, {} improvement areas, {} quotes",
        finished.id,
        found.ratings.len(),
        found.dates.len(),
        found.improvement_areas.len(),
        found.quotes.len()
    )];
    for warning in &found.warnings {
        lines.push(format!(
            "{} at byte {}: {}",
            warning.code,
            warning.span.start(),
            warning.message
        ));
    }
    format!("{dim}{}{dim:#}", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_nest_and_labels_follow() {
        let text = "It was rated good in May 2024.";
        let found = inspectral::extract("x");
        let span = |start: usize, end: usize| -> Span {
            serde_json::from_value(serde_json::json!({"start": start, "end": end})).unwrap()
        };
        assert!(found.ratings.is_empty());
        let mark =
            |s, e, label: &str| Mark { span: span(s, e), style: Style::new(), label: label.into() };
        let marks = vec![mark(13, 17, "good"), mark(0, 29, "quote"), mark(13, 17, "again")];
        let shown = anstream::adapter::strip_str(&render(text, marks)).to_string();
        assert_eq!(shown, "[It was rated [good]‹good · again› in May 2024]‹quote›.");
    }
}
