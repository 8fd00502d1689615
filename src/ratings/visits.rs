//! The inspections that a text tells of, and whose they are.
//!
//! | in the text | inspection |
//! | --- | --- |
//! | 'was visited on 4 March' | of whom the sentence is about |
//! | 'Ashby Court and Beck House **were** inspected in May' | of both |
//! | 'Last November they returned' | what was told of before is the inspection before |
//! | 'a **monitoring** visit in June' | gives no grade |

use crate::dates::DateValue;
use crate::record::{Date, DateRole, Provider, Span, Time};
use crate::text::{BlockKind, Text};

/// An inspection or a report that a date of the text tells of.
struct Visit {
    role: DateRole,
    value: DateValue,
    span: Span,
    /// Who was inspected, where the text turns from one to another.
    provider: Option<Provider>,
}

/// What the text says of inspections.
pub(super) struct Inspections {
    visits: Vec<Visit>,
    /// Whether the text reports a visit that gives no grade.
    ungraded: bool,
}

/// More inspections than this tell no more about whose grades are whose.
const MOST_VISITS: usize = 200;

/// How a text says that a visit gives no grade.
const UNGRADED: [&str; 7] = [
    "monitoring",
    "focused visit",
    "follow-up visit",
    "Monitoring",
    "interim visit",
    "regulatory visit",
    "joint targeted area inspection",
];

impl Inspections {
    /// Reads them; `prose` says whether a date stands in the text proper, `left` whether it is tied
    /// to a grade that was left behind, `whose` whom it is about, and `graded` whether a grade that
    /// stands is told in a sentence or the next.
    pub(super) fn read(
        text: &Text<'_>,
        published: Option<DateValue>,
        dates: &[Date],
        prose: impl Fn(Span) -> bool,
        left: impl Fn(Span) -> bool,
        whose: impl Fn(Span) -> Vec<Provider>,
        graded: impl Fn(usize) -> bool,
    ) -> Inspections {
        let source = text.source;
        // A report that is still to come gives no date.
        let own = published.and_then(|value| value.last_day());
        let out = |value: &DateValue| match (value.first_day(), own) {
            (Some(day), Some(own)) => day <= own,
            _ => true,
        };
        let mut visits: Vec<Visit> = Vec::new();
        let mut ungraded = false;
        // What a headline says is told in full below it.
        let headline = |span: Span| {
            let block = &text.blocks[text.block_at(span.start())];
            block.kind == BlockKind::Headline
        };
        let (head, body): (Vec<&Date>, Vec<&Date>) = dates.iter().partition(|d| headline(d.span));
        let mut last: Option<DateValue> = None;
        for date in body.into_iter().chain(head) {
            let Some(value) = date.value else { continue };
            let returned =
                is_return(text, date.span) && graded(text.sentence_at(date.span.start()));
            let role = match date.role {
                DateRole::Other if returned || is_visited_on(text, date.span) => {
                    DateRole::Inspection
                }
                // 'In its previous report, two years ago'
                DateRole::Publication
                    if published.is_some_and(|own| is_long_before(&value, &own)) =>
                {
                    DateRole::PreviousInspection
                }
                role => role,
            };
            // Of several that were inspected, the headline tells only when all were.
            if role == DateRole::Inspection && headline(date.span) && last.is_some() {
                continue;
            }
            let told = match role {
                DateRole::Inspection if is_ungraded(text, date.span) => {
                    ungraded = true;
                    false
                }
                DateRole::Inspection => out(&value) && !left(date.span),
                DateRole::PreviousInspection => true,
                DateRole::Publication => out(&value) && prose(date.span),
                DateRole::Deadline | DateRole::Other => false,
            };
            if !told || visits.len() >= MOST_VISITS {
                continue;
            }
            let providers = whose(date.span);
            let provider = providers.first().cloned();
            // 'Last November they returned': what was told of before is the inspection before.
            if role == DateRole::Inspection {
                last = Some(value);
            }
            if role == DateRole::Inspection
                && returned
                && let Some(first) = visits.iter_mut().find(|v| {
                    v.role == role
                        && v.provider == provider
                        && is_over(&v.value, &value) == Some(true)
                })
            {
                first.role = DateRole::PreviousInspection;
            }
            // The first of a kind counts.
            if visits.iter().any(|v| v.role == role && v.provider == provider) {
                continue;
            }
            // '11 years ago' is the day that another line prints.
            let mut value = match role {
                DateRole::PreviousInspection => refined(dates, &value, date.span),
                _ => value,
            };
            // 'on 27 September, and again on 3 October'
            let next = dates.get(dates.partition_point(|d| d.span.start() <= date.span.start()));
            let again = next.filter(|d| {
                role == DateRole::Inspection
                    && d.role == role
                    && d.span.start().saturating_sub(date.span.end()) < 24
                    && source[date.span.end()..d.span.start()].contains(" again ")
            });
            if let Some(both) = again.and_then(|d| DateValue::range(value, d.value?)) {
                value = both;
            }
            visits.push(Visit { role, value, span: date.span, provider });
            // 'Ashby Court and Beck House were inspected in May': of both.
            for other in providers.into_iter().skip(1) {
                if !visits.iter().any(|v| v.role == role && v.provider.as_ref() == Some(&other)) {
                    visits.push(Visit { role, value, span: date.span, provider: Some(other) });
                }
            }
        }
        Inspections { visits, ungraded }
    }

    /// The inspections of the provider that `same` knows.
    pub(super) fn of(&self, same: impl Fn(Option<&Provider>) -> bool) -> Known {
        let first = |role: DateRole| {
            let mut own = self.visits.iter().filter(|v| v.role == role);
            own.find(|v| same(v.provider.as_ref())).map(|v| (v.value, v.span))
        };
        // A day without a year in a text on such a visit may be of another.
        let current = first(DateRole::Inspection)
            .filter(|(value, _)| !self.ungraded || value.year().is_some());
        // The letter on a monitoring visit gives no grade either.
        let report = first(DateRole::Publication).filter(|_| !self.ungraded || current.is_some());
        Known { current, report, previous: first(DateRole::PreviousInspection) }
    }
}

/// Whether a report was published in an earlier year than the text, and not at the turn of it.
fn is_long_before(report: &DateValue, own: &DateValue) -> bool {
    let (Some(then), Some(now)) = (report.year(), own.year()) else { return false };
    now - then > 1 || now - then == 1 && own.month().is_some_and(|month| month > 6)
}

/// Whether a date is that of 'was visited on', 'after visiting unannounced on', in a sentence that
/// tells of inspectors.
fn is_visited_on(text: &Text<'_>, date: Span) -> bool {
    let Some(sentence) = text.sentences.get(text.sentence_at(date.start())) else { return false };
    if sentence.span.len() > 600 {
        return false;
    }
    let from = date.start().saturating_sub(60).max(sentence.span.start()).min(date.start());
    let before = &text.source[text.source.ceil_char_boundary(from)..date.start()];
    let mut words = before.split_whitespace().rev();
    if is_called_on(before) {
        return INSPECTED_BY.iter().any(|who| sentence.span.of(text.source).contains(who));
    }
    let verb = words.by_ref().take(4).find(|w| !VISIT_ADVERBS.contains(w));
    let passive = |w: &str| ["was", "were", "been"].contains(&w);
    match verb {
        Some("visiting" | "inspecting") => {
            INSPECTED_BY.iter().any(|who| sentence.span.of(text.source).contains(who))
        }
        Some("visited" | "inspected") => words.next().is_some_and(passive),
        _ => false,
    }
}

/// 'called at Fell View on' before a date: a short name, and no other verb, between.
fn is_called_on(before: &str) -> bool {
    let calls =
        ["looked at ", "called at ", "went into ", "turned up at ", "arrived at ", "descended on "];
    let Some(rest) = calls.iter().find_map(|verb| before.rsplit_once(verb)).map(|(_, rest)| rest)
    else {
        return false;
    };
    let Some((whom, on)) = rest.trim_end().rsplit_once(' ') else { return false };
    let named =
        whom.split(' ').all(|word| word.starts_with(char::is_uppercase) || SHORT.contains(&word));
    named && ["on", "in", "over", "between"].contains(&on)
}

/// Small words of a name or of who was inspected.
const SHORT: [&str; 8] = ["the", "of", "and", "home", "school", "local", "area", "partnership"];
/// What may stand between 'visited' and the date.
const VISIT_ADVERBS: [&str; 8] =
    ["on", "in", "over", "between", "from", "unannounced", "again", "it"];
/// How a sentence tells of those who inspect.
const INSPECTED_BY: [&str; 5] = ["nspector", "Ofsted", "CQC", "Commission", "Estyn"];

/// Whether a date is that of 'they returned', 'inspectors went back'.
fn is_return(text: &Text<'_>, date: Span) -> bool {
    let Some(sentence) = text.sentences.get(text.sentence_at(date.start())) else { return false };
    if sentence.span.len() > 300 {
        return false;
    }
    let words = sentence.span.of(text.source);
    let who = ["they ", "nspectors ", "They ", "Ofsted ", "CQC ", "watchdog ", "regulator "];
    let verbs = ["returned", "went back", "came back", "were back", "called again"];
    who.iter().any(|who| {
        words.match_indices(who).any(|(at, _)| {
            let rest = &words[at + who.len()..];
            verbs.iter().any(|verb| rest.starts_with(verb))
        })
    })
}

/// Whether the words around a date tell of a visit that gives no grade.
fn is_ungraded(text: &Text<'_>, date: Span) -> bool {
    let number = text.sentence_at(date.start());
    let Some(sentence) = text.sentences.get(number) else { return false };
    // 'Inspectors came in June. It was their fourth monitoring visit.'
    let next = text.sentences[number + 1..].iter().take(2).map(|next| next.span).find(|next| {
        ["It was ", "This was ", "The visit "].iter().any(|w| next.of(text.source).starts_with(w))
    });
    let last = next.unwrap_or(sentence.span).end();
    let from =
        text.source.ceil_char_boundary(date.start().saturating_sub(120).max(sentence.span.start()));
    let to = text.source.floor_char_boundary((date.end() + 200).min(last).max(from));
    from <= to && UNGRADED.iter().any(|words| text.source[from..to].contains(words))
}

/// The inspections of one provider, as far as the text tells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    current: Option<(DateValue, Span)>,
    report: Option<(DateValue, Span)>,
    previous: Option<(DateValue, Span)>,
}

impl Known {
    /// When the provider was last inspected.
    pub(super) fn inspected(&self) -> Option<(DateValue, Span)> {
        self.current
    }

    /// What is known of a provider that the text only turns to: its one inspection is its last, though
    /// it lies before that of whom the text is about.
    pub(super) fn of_another(self, is_tied: impl Fn(Span) -> bool) -> Known {
        match (self.current, self.report, self.previous) {
            (None, None, Some(only)) if !is_tied(only.1) => {
                Known { current: Some(only), ..Known::default() }
            }
            _ => self,
        }
    }

    /// The date of a grade that no date is tied to, and where it stands.
    pub(super) fn date(&self, time: Time) -> Option<(DateValue, Span)> {
        match time {
            Time::Current => self.current.or(self.report),
            Time::Previous => self.previous,
        }
    }
}

/// A relative date ('11 years ago'), as the text gives it in full elsewhere.
pub(super) fn refined(dates: &[Date], value: &DateValue, span: Span) -> DateValue {
    let at = dates.partition_point(|date| date.span.start() < span.start());
    let relative = dates.get(at).is_some_and(|d| d.span == span && d.text.ends_with("ago"));
    if !relative {
        return *value;
    }
    let short = value.to_string();
    dates
        .iter()
        .filter(|d| d.role == DateRole::PreviousInspection && d.span.start() > span.start())
        .filter_map(|d| d.value)
        .find(|v| v.to_string().len() > short.len() && v.to_string().starts_with(&short))
        .unwrap_or(*value)
}

/// Whether one date is over before another begins; `None` where a year is not known.
pub(super) fn is_over(own: &DateValue, now: &DateValue) -> Option<bool> {
    if let (Some(own), Some(now)) = (own.last_day(), now.first_day()) {
        return Some(own < now);
    }
    Some(own.year()? < now.year()?)
}
