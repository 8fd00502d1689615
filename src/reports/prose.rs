//! What a report on an authority's services changes in the grades of its prose.
//!
//! | in the text | then |
//! | --- | --- |
//! | 'The graded judgement about the experiences of care leavers is that it is **good**' | the judgement is that of care leavers |
//! | 'The last inspection of services for looked after children was in May 2011. The local authority was judged to be **adequate**.' | previous, `2011-05`, for those services |
//! | 'operates two children’s homes. Both were judged to be **good**' | the provider is the homes |
//! | 'at the last inspection, in 2018, judged **good**' in a letter on a visit of 2020 | 2018: a visit does not grade |
//! | 'attendance at reviews is **good**', 'audits judged **inadequate**' | none |

use std::borrow::Cow;

use super::children_services;
use super::education;
use super::layout::Opened;
use super::page::{find_folded, folded};
use super::pattern::Pattern;
use super::subject;
use crate::dates::DateValue;
use crate::record::{Date, Provider, RatedJudgement, Rating, Span, Time};
use crate::text::Text;

/// How much of a sentence before a grade is looked at, in bytes.
const LEAD: usize = 360;
/// How much after it.
const TAIL: usize = 48;
/// How far before a grade the date of the inspection that gave it may stand, in bytes.
const DATED: usize = 700;

/// Grades that have been given to authorities and to what they run.
const GIVEN: [&str; 13] = [
    "outstanding",
    "good",
    "adequate",
    "satisfactory",
    "requires_improvement",
    "inadequate",
    "met",
    "not_met",
    "typically_positive_experiences_and_outcomes",
    "inconsistent_experiences_and_outcomes",
    "widespread_and_or_systemic_failings",
    "effective",
    "not_effective",
];

/// Revises the ratings that the rules for prose made of a report or letter on an authority.
pub(crate) fn revise(
    opened: Option<&Opened<'_, '_>>,
    text: &Text<'_>,
    dates: &[Date],
    table: Option<Span>,
    ratings: &mut Vec<Rating>,
) {
    let Some(opened) = opened else { return };
    let Some(layout) = opened.layout else { return };
    // A report card gives no grade to the whole: 'Strong standard: the school …' explains the scale.
    let card = opened.framework().is_some_and(|key| CARDS.iter().any(|card| key.ends_with(card)));
    ratings.retain_mut(|rating| {
        super::RULES.iter().any(|rule| rule.name == rating.rule)
            || !is_legend(text, rating.span)
                && !table.is_some_and(|table| is_cell(table, rating))
                && !(card && is_overall(rating))
                && education::revise(opened, text, rating)
    });
    let local = |key: &str| {
        ["ofsted/la_", "ofsted/send_", "ofsted/jtai_"].iter().any(|start| key.starts_with(start))
    };
    if !layout.frameworks.iter().any(|(_, key)| local(key)) {
        return;
    }
    let prose = Prose {
        opened,
        text,
        dates,
        grades: layout.visit == "full",
        two_services: opened.framework() == Some(children_services::SLAC),
        visited: opened.visited(),
        name: opened.title.map(|title| folded(&subject::joined(title.of(text.source)))),
    };
    ratings.retain_mut(|rating| {
        super::RULES.iter().any(|rule| rule.name == rating.rule) || prose.revise(rating)
    });
    split_pairs(text.source, ratings);
    // Two names of one authority in a sentence are one provider now.
    let key = |rating: &Rating| rating.judgement.as_ref().and_then(|j| j.key.clone());
    ratings.dedup_by(|b, a| {
        a.span == b.span && a.provider == b.provider && a.date == b.date && key(a) == key(b)
    });
}

/// How the keys of frameworks end whose reports are cards.
const CARDS: [&str; 3] = ["reif_2025", "reif_2026", "ite_2026"];

/// Whether a grade is of a card's scale and of no area of it.
fn is_overall(rating: &Rating) -> bool {
    let key = rating.judgement.as_ref().and_then(|judgement| judgement.key.as_deref());
    key.is_none_or(|key| key == "overall")
        && matches!(
            &*rating.grade,
            "exceptional"
                | "strong_standard"
                | "expected_standard"
                | "needs_attention"
                | "urgent_improvement"
        )
}

/// Whether a grade is a cell of the table that the layout read: what was not told of it there, the
/// rules for prose cannot tell.
fn is_cell(table: Span, rating: &Rating) -> bool {
    // 'Overall effectiveness at previous inspection   Good' is sure by its words.
    let sure = rating.rule == CELLS[0] && rating.time == Time::Previous;
    table.encloses(rating.span) && CELLS.contains(&&*rating.rule) && !sure
}

/// Rules for prose that read a label beside a grade, without a verb.
const CELLS: [&str; 2] = ["rating.label", "rating.listed"];

/// Whether a grade stands on a line that explains the scale: 'Grade 1 – Exceptionally high; Grade 2'.
fn is_legend(text: &Text<'_>, span: Span) -> bool {
    let source = text.source;
    let start = source[..span.start()].rfind('\n').map_or(0, |at| at + 1);
    let line = super::page::cut(source[start..].trim_start(), 120);
    line.starts_with("Grade 1") || line.starts_with("Grade 2") || line.contains(" Grade 1 ")
}

struct Prose<'p, 'o, 't> {
    opened: &'p Opened<'o, 't>,
    text: &'p Text<'t>,
    dates: &'p [Date],
    /// Whether the inspection that the report is on gives grades.
    grades: bool,
    /// Whether it judges safeguarding and services for looked after children apart.
    two_services: bool,
    visited: Option<DateValue>,
    /// The authority's name in the title, folded.
    name: Option<String>,
}

impl Prose<'_, '_, '_> {
    /// Revises one rating; whether it is one.
    fn revise(&self, rating: &mut Rating) -> bool {
        let source = self.text.source;
        let number = self.text.sentence_at(rating.span.start());
        let Some(sentence) = self.text.sentences.get(number) else { return true };
        let start = source.ceil_char_boundary(
            sentence.span.start().max(rating.span.start().saturating_sub(LEAD)),
        );
        let words = &source[start.min(rating.span.start())..rating.span.start()];
        let lead = folded(words);
        let tail = folded(super::page::cut(&source[rating.span.end()..], TAIL));
        if !GIVEN.contains(&&*rating.grade)
            || rating.rule == "rating.safeguarding"
            // '3' was 'adequate' then, and is read by the layout from its word.
            || self.two_services && rating.text.ends_with(|c: char| c.is_ascii_digit())
            || is_everyday(&lead, &tail, &rating.rule)
        {
            return false;
        }
        self.unify(rating, &tail);
        // 'Services for children and young people' are the authority's as a whole.
        if rating.judgement.as_ref().is_some_and(|j| j.key.as_deref() == Some("people")) {
            rating.judgement = Some(overall());
        }
        // As are 'services for children and care leavers', in a report on all of them.
        if lead.contains("services for children and care leavers") && !lead.contains("experiences")
        {
            rating.judgement = Some(overall());
        }
        // 'The previous inspection of child protection services in May 2012 judged services as …'
        if lead.contains(" judged ")
            && let Some([found]) = JUDGED_THEN.groups(words)
            && rating.judgement.as_ref().is_none_or(|j| j.key.as_deref() == Some("overall"))
        {
            let label = Span::new(start + found.start, start + found.end);
            rating.judgement = Some(self.judgement(label));
        }
        if lead.contains("graded judg")
            && let Some([found]) = GRADED.groups(words)
        {
            let label = Span::new(start + found.start, start + found.end);
            rating.judgement = Some(self.judgement(label));
            self.here(rating);
            return true;
        }
        if lead.contains("scb") | lead.contains("board") && BOARD.is_match(&lead) {
            let provider = Provider {
                name: "Local Safeguarding Children Board".into(),
                code: None,
                span: None,
            };
            let (text, span) = (None, None);
            rating.judgement = Some(RatedJudgement { key: Some("lscb".into()), text, span });
            self.here(rating);
            rating.provider = Some(provider);
            return true;
        }
        self.service(rating, &lead);
        let before = number.checked_sub(1).map(|n| self.text.sentences[n].span);
        self.homes(rating, &lead, before);
        self.unit(rating, words, &lead, start);
        if self.is_own(rating) {
            self.date(rating, &lead, &tail, before, start);
        }
        true
    }

    /// Safeguarding and looked-after services were once judged apart, and neither is the overall.
    fn service(&self, rating: &mut Rating, lead: &str) {
        if !self.two_services {
            return;
        }
        let Some(judgement) = rating.judgement.as_mut() else { return };
        let capacity = match judgement.key.as_deref() {
            Some("overall") => false,
            Some("capacity_to_improve") => true,
            _ => return,
        };
        let place = |words: &str| lead.rfind(words);
        let service = place("safeguarding").max(place("looked after"));
        judgement.key = service.map(|at| match (lead[at..].starts_with('s'), capacity) {
            (true, false) => "safeguarding".into(),
            (true, true) => "safeguarding_capacity".into(),
            (false, false) => "looked_after".into(),
            (false, true) => "looked_after_capacity".into(),
        });
    }

    /// The grade was given by the inspection reported.
    fn here(&self, rating: &mut Rating) {
        rating.provider.clone_from(&self.opened.provider);
        rating.time = Time::Current;
        rating.date = self.visited;
    }

    /// Whether a grade is the authority's own.
    fn is_own(&self, rating: &Rating) -> bool {
        rating.provider.is_none() || rating.provider == self.opened.provider
    }

    /// Gives the authority its one name, however the sentence names it.
    fn unify(&self, rating: &mut Rating, tail: &str) {
        let (Some(own), Some(title)) = (&self.opened.provider, &self.name) else { return };
        let Some(provider) = &rating.provider else { return };
        let words = folded(&provider.name);
        if provider.code.is_some() && provider.code != own.code || UNITS.is_match(&words) {
            return;
        }
        let bare = bare_of(title);
        let short = bare_of(&words);
        let part = |whole: &str, part: &str| {
            !part.is_empty()
                && whole.match_indices(part).any(|(at, _)| {
                    let whole = whole.as_bytes();
                    (at == 0 || whole[at - 1] == b' ')
                        && whole.get(at + part.len()).is_none_or(|b| !b.is_ascii_alphanumeric())
                })
        };
        let counted = NUMBERS.contains(&words.as_str()) && tail.contains("judgement");
        if provider.code.is_some()
            || part(&words, bare)
            || part(bare, short)
            || GENERIC.contains(&words.as_str())
            || counted
        {
            rating.provider = Some(own.clone());
        }
    }

    /// 'The local authority operates two children’s homes. Both were judged to be good.'
    fn homes(&self, rating: &mut Rating, lead: &str, before: Option<Span>) {
        let Some(before) = before else { return };
        let pronoun = ["both ", "it was ", "it is ", "these ", "they were ", "all were "]
            .iter()
            .any(|word| lead.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(word));
        if !pronoun {
            return;
        }
        let words = super::page::cut(before.of(self.text.source), LEAD);
        let Some([found]) = HOMES.groups(words) else { return };
        let span = Span::new(before.start() + found.start, before.start() + found.end);
        rating.provider = Some(named(self.text.source, span));
        rating.judgement = Some(overall());
        rating.time = Time::Current;
        rating.date = None;
    }

    /// What the authority runs, where the sentence is on that: a children's centre, its adoption
    /// service.
    fn unit(&self, rating: &mut Rating, words: &str, lead: &str, start: usize) {
        let overall = rating.judgement.as_ref().is_none_or(|j| j.key.as_deref() == Some("overall"));
        if !self.is_own(rating) || !overall {
            return;
        }
        if !UNIT_WORDS.iter().any(|word| lead.contains(word)) {
            return;
        }
        let Some([found]) = SUBJECT.groups(words) else { return };
        let span = Span::new(start + found.start, start + found.end);
        let service = folded(span.of(self.text.source));
        if service.contains("service") && !service.starts_with("short") {
            rating.judgement = Some(self.judgement(span));
            return;
        }
        rating.provider = Some(named(self.text.source, span));
        rating.date = None;
    }

    /// When the grade was given, and whether it stands.
    fn date(
        &self,
        rating: &mut Rating,
        lead: &str,
        tail: &str,
        before: Option<Span>,
        start: usize,
    ) {
        let source = self.text.source;
        let Some(visited) = self.visited else { return };
        let visit = visited.to_string();
        let is_earlier = |value: &DateValue| earlier(&value.to_string(), &visit);
        let of_visit = rating.date.is_none() || rating.date == Some(visited);
        // 'The last inspection of X was in May 2011. The local authority was judged to be good.'
        if let Some(before) = before
            && PRONOUN.is_match(lead)
            && let Some(found) = inspected(super::page::cut(before.of(source), LEAD))
        {
            let dated = self.dated(before.start(), rating.span.start(), &is_earlier);
            if let Some(date) = dated {
                rating.date = Some(date);
                rating.time = Time::Previous;
                let bare = rating.judgement.as_ref().is_none_or(|j| j.text.is_none());
                if bare {
                    let span = Span::new(before.start() + found.start, before.start() + found.end);
                    rating.judgement = Some(self.judgement(span));
                }
                return;
            }
        }
        // 'Ofsted last inspected services in 2012. At that time, inspectors judged them adequate.'
        if self.grades
            && let Some(before) = before
            && folded(super::page::cut(before.of(source), LEAD)).contains("inspected ")
            && (lead.contains("at that time") || lead.contains("they judged"))
            && let Some(date) = self.dated(before.start(), rating.span.start(), &is_earlier)
        {
            rating.date = Some(date);
            rating.time = Time::Previous;
            return;
        }
        let recent = lead.contains("most recent") || tail.contains("most recent");
        if !self.grades {
            // A visit does not grade: what is told is the inspection before it.
            if of_visit && !recent {
                let from = rating.span.start().saturating_sub(DATED);
                rating.date = self.dated(from, rating.span.start(), &is_earlier);
            }
            return;
        }
        let told = self.dated(start, rating.span.start(), &is_earlier);
        let key = rating.judgement.as_ref().and_then(|j| j.key.as_deref());
        let of_now = stands(lead) || self.two_services && rating.time == Time::Current;
        if of_now {
            rating.time = Time::Current;
            rating.date = Some(visited);
        } else if told.is_some() && then(lead) {
            rating.time = Time::Previous;
            rating.date = told;
        } else if of_visit && matches!(key, Some("capacity_to_improve" | "safeguarding")) {
            // Inspections since 2013 do not judge these.
            let from = rating.span.start().saturating_sub(DATED);
            rating.time = Time::Previous;
            rating.date = self.dated(from, rating.span.start(), &is_earlier);
        } else if rating.date.as_ref().is_some_and(is_earlier) {
            rating.time = Time::Previous;
        } else if of_visit && then(lead) {
            rating.time = Time::Previous;
            rating.date = None;
        } else if rating.date.is_none() && rating.time == Time::Current && !recent {
            rating.date = Some(visited);
        }
    }

    /// The last date between two places that `fits`.
    fn dated(
        &self,
        from: usize,
        to: usize,
        fits: &dyn Fn(&DateValue) -> bool,
    ) -> Option<DateValue> {
        let last = self.dates.partition_point(|date| date.span.start() < to);
        self.dates[..last]
            .iter()
            .rev()
            .take(12)
            .take_while(|date| date.span.start() >= from)
            .filter_map(|date| date.value)
            .find(|value| !value.is_of_unknown_year() && fits(value))
    }

    /// The judgement that words name.
    fn judgement(&self, span: Span) -> RatedJudgement {
        let text = span.of(self.text.source);
        let words = folded(text);
        let of = |part: &str| words.contains(part);
        // 'Safeguarding arrangements and services for looked after children' are two at once.
        let both = of("safeguarding") && of("looked after");
        let key = KEYS.iter().find(|(part, _)| !both && of(part)).map(|(_, key)| *key);
        let key = key.map(Cow::Borrowed);
        RatedJudgement { key, text: Some(text.to_owned()), span: Some(span) }
    }
}

/// Makes one rating for each of two judgements that have one grade: that of 'safeguarding
/// arrangements and services for looked after children'.
fn split_pairs(source: &str, ratings: &mut Vec<Rating>) {
    let mut at = 0;
    while at < ratings.len() {
        let named = ratings[at].judgement.as_ref().filter(|named| named.key.is_none());
        let pair = named.and_then(|named| named.span).and_then(|span| {
            let of = |words| {
                let (from, to) = find_folded(span.of(source), words)?;
                Some(Span::new(span.start() + from, span.start() + to))
            };
            Some([("safeguarding", of("safeguarding")?), ("looked_after", of("looked after")?)])
        });
        if let Some(pair) = pair {
            let rating = ratings.remove(at);
            for (key, span) in pair {
                let judgement = Some(RatedJudgement {
                    key: Some(key.into()),
                    text: Some(span.of(source).to_owned()),
                    span: Some(span),
                });
                ratings.insert(at, Rating { judgement, ..rating.clone() });
                at += 1;
            }
        } else {
            at += 1;
        }
    }
}

/// An authority's name without the words of its titles and services.
fn bare_of(name: &str) -> &str {
    let mut bare = name.split(" local ").next().unwrap_or(name);
    for title in BEFORE {
        bare = bare.strip_prefix(title).unwrap_or(bare);
    }
    for title in AFTER {
        bare = bare.strip_suffix(title).unwrap_or(bare);
    }
    bare
}

const BEFORE: [&str; 11] = [
    "the ",
    "children's services in ",
    "children's services for ",
    "children's social care services in ",
    "services in ",
    "london borough of ",
    "royal borough of ",
    "metropolitan borough of ",
    "borough of ",
    "city of ",
    "county of ",
];
const AFTER: [&str; 9] = [
    " children's services",
    " children's social care services",
    " local authority",
    " council",
    " metropolitan borough",
    " metropolitan district",
    " borough",
    " city",
    " county",
];

fn overall() -> RatedJudgement {
    RatedJudgement { key: Some("overall".into()), text: None, span: None }
}

fn named(source: &str, span: Span) -> Provider {
    Provider { name: subject::joined(span.of(source)), code: None, span: Some(span) }
}

/// Whether a date ends before another begins.
fn earlier(date: &str, than: &str) -> bool {
    let end = date.rsplit('/').next().unwrap_or(date);
    let length = end.len().min(10).min(than.len());
    matches!((end.get(..length), than.get(..length)), (Some(end), Some(start)) if end < start)
}

/// Words of the authority as a whole that name no provider.
const GENERIC: [&str; 11] = [
    "local authority",
    "the local authority",
    "local authority services",
    "services",
    "all services",
    "children's services",
    "consequently",
    "practice",
    "overall effectiveness",
    "council",
    "partnership",
];
const NUMBERS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];

/// What parts of a judgement's words tell its key.
const KEYS: [(&str, &str); 8] = [
    ("care leavers", "care_leavers"),
    ("adoption", "adoption"),
    ("looked after", "looked_after"),
    ("permanence", "looked_after"),
    ("protection", "help_and_protection"),
    ("leadership", "leadership"),
    ("safeguarding", "safeguarding"),
    ("capacity to improve", "capacity_to_improve"),
];

/// 'The graded judgement about the experiences and progress of care leavers is that it is'.
static GRADED: Pattern = Pattern::new(
    r"(?is)graded\s+judge?ment\s+(?:about|for|of|on)\s+(?:the\s+)?([a-z][^.:]{3,90}?)\s+(?:is\s+that\s+it(?:\s+is)?|is|are)\s+\z",
);
/// 'The Marlow Safeguarding Children Board (MSCB) is judged to be'.
static BOARD: Pattern = Pattern::new(
    r"(?:safeguarding children(?:'s)? board(?: \([a-z]+\))?|\b[a-z]{0,4}scb) (?:is|was)(?: judged| found| graded)?(?: to be| as)?\z",
);
/// 'operates two children’s homes'.
static HOMES: Pattern = Pattern::new(
    r"(?is)\b(?:operates|runs|has)\s+((?:[a-z0-9]+\s+)?(?:registered\s+|residential\s+)?children's\s+homes?)\b",
);
/// What an authority runs that is graded apart.
static UNITS: Pattern = Pattern::new(
    r"\b(?:homes?|centres?|schools?|academy|academies|units?|nursery|college|fostering)\b",
);
/// Words of which one stands in every such name.
const UNIT_WORDS: [&str; 9] = [
    "children's home",
    "children's centre",
    "fostering service",
    "adoption service",
    "school",
    "academy",
    "short break",
    "short-break",
    "referral unit",
];
/// The same as the subject of a sentence, before its verb.
static SUBJECT: Pattern = Pattern::new(
    r"(?is)\b(children's\s+(?:homes?|centres?)|(?:fostering|adoption)\s+services?|schools?|academy|short\s+breaks?(?:\s+unit)?|referral\s+units?|short-break\s+unit)\s(?:[^.;]{0,70}?\b(?:was|were|is|are|been|being|remains?|judged|graded|rated)\s(?:[^.;,]{0,30}\s)?)?\z",
);
/// The sentence after one on an earlier inspection: 'The local authority was judged to be'.
static PRONOUN: Pattern = Pattern::new(
    r"\A\W*(?:\d+\W+)?(?:the local authority|the council|it|services) (?:was|were) (?:judged|graded|rated|found)\b",
);
/// 'The previous inspection of the local authority’s services for looked after children was'.
static INSPECTED: Pattern = Pattern::new(
    r"(?is)\b(?:last|previous)\s+(?:ofsted\s+)?inspections?\s+of\s+(?:the\s+local\s+authority's\s+|[A-Z][\w \-]{2,40}'s\s+)?(.{4,120}?)\s+(?:was|were|took\s+place)\b",
);
/// 'The previous inspection of services for looked after children in May 2010 judged services as'.
static JUDGED_THEN: Pattern = Pattern::new(
    r"(?is)\b(?:last|previous)\s+inspections?\s+of\s+(?:the\s+)?(?:local\s+authority(?:'s)?\s+)?((?:[a-z][^.,;:]{2,100}?)?services?[^.,;:]{0,60}?)\s+in\s+(?:[a-z]+\s+)?\d{4}\s+judged\s+(?:the\s+)?services?\s+(?:as|to\s+be)\s+\z",
);
/// 'The local authority’s arrangements for the protection of children were previously inspected'.
static INSPECTED_BEFORE: Pattern = Pattern::new(
    r"(?is)local\s+authority's\s+([a-z].{4,110}?)\s+(?:was|were)\s+(?:previously|last)\s+inspected\b",
);

/// Which words of a sentence name what an earlier inspection was of.
fn inspected(sentence: &str) -> Option<std::ops::Range<usize>> {
    if !sentence.contains("nspect") {
        return None;
    }
    let [found] = INSPECTED.groups(sentence).or_else(|| INSPECTED_BEFORE.groups(sentence))?;
    Some(found)
}

/// Whether the words before a grade say that it still stands.
fn stands(lead: &str) -> bool {
    let lead = lead.strip_suffix(" consistently").unwrap_or(lead);
    let lead = lead.strip_suffix(" be").filter(|lead| lead.ends_with(" to")).unwrap_or(lead);
    [
        "is now",
        "are now",
        "remain",
        "remains",
        "have remained",
        "has remained",
        "continue to",
        "continues to",
        "still",
    ]
    .iter()
    .filter_map(|words| lead.strip_suffix(words))
    .any(|before| !before.ends_with(|c: char| c.is_alphanumeric()))
}

/// The grade was another inspection's.
static THEN: Pattern = Pattern::new(
    r"\b(?:last|previous) (?:[a-z]+ ){0,2}inspections?\b.*\b(?:when|where|which|and)\b|\bwhen they were last inspected\b",
);

fn then(lead: &str) -> bool {
    lead.contains("inspect") && THEN.is_match(lead)
}

/// Whether a grade word is no grade: everyday praise and blame, and what audits found of cases.
fn is_everyday(lead: &str, tail: &str, rule: &str) -> bool {
    let near = &lead[lead.len() - lead.len().min(48)..].to_owned();
    if rule == "rating.label" {
        return false;
    }
    let clause = lead.rsplit(['.', ';']).next().unwrap_or(lead);
    let of_cases = ["audit", "case", "assessments", "practice as"];
    let audited = lead.ends_with("areas") || of_cases.iter().any(|word| clause.contains(word));
    if audited && AUDITED.is_match(clause)
        || tail.starts_with("grades in ")
        || lead.ends_with(" achieving")
    {
        return true;
    }
    // 'In order for this area to be judged good', 'placed in services judged good'.
    let hoped = clause.contains("for ")
        || clause.contains("in services")
        || clause.contains("in provision");
    if hoped && HOPED.is_match(lead) {
        return true;
    }
    let judged = [
        "judge",
        "graded",
        "rated",
        "rating",
        "found to ",
        "found that ",
        "evaluation of",
        "inspection of",
    ]
    .iter()
    .any(|word| near.contains(word) || word.starts_with("judge") && lead.contains(word));
    if judged {
        return false;
    }
    // 'A good service', 'what “good” looks like'.
    let attributive = lead.ends_with(" a") || lead.ends_with(" an") || rule == "rating.in_marks";
    let noun = ["inspection", "rating", "grade", "judg"];
    if noun.iter().any(|word| tail.starts_with(word)) {
        return false;
    }
    attributive || !GRADED_SUBJECTS.is_match(lead)
}

/// What is graded, as the subject of 'is good'.
static GRADED_SUBJECTS: Pattern = Pattern::new(
    r"services\b|overall effectiveness|experiences? (?:and progress )?of|impact of leaders|local authority (?:is|was|are)|\bboard\b|scb\b|adoption (?:service|performance)|leadership, management|inspection",
);
/// A grade that is aimed at, or that others' services have.
static HOPED: Pattern = Pattern::new(
    r"\bfor [^.;]{1,40} to be (?:judged|rated|graded)(?: as| to be)?\z|\bin (?:services|provision) (?:judged|rated|graded)(?: as| to be)?\z",
);
/// What audits and inspectors say of single cases.
static AUDITED: Pattern = Pattern::new(
    r"\b(?:audits?|audited|cases|case files|assessments|practice as)\b[^.;]{0,120}\z|\bareas\z",
);

#[cfg(test)]
mod tests {
    const TITLE: &str = "Marlow\nInspection of services for children in need of help and\nprotection, children looked after and care leavers\nInspection date: 3 May to 26 May 2016\nReport published: 8 July 2016\n\nChildren’s services in Marlow require improvement to be good\n\n";
    const LETTER: &str = "16 May 2020\n\nDear Ms Roe\n\nFocused visit to Marlow children’s services\n\nThis letter summarises the findings of the focused visit to Marlow children’s services on 4 and 5 March 2020.\n\n";

    #[track_caller]
    fn reads(title: &str, prose: &str, expected: &[&str]) {
        let source = format!("{title}{prose}\n");
        let found: Vec<String> = crate::extract(&source)
            .ratings
            .iter()
            .filter(|rating| rating.span.start() >= title.len())
            .map(|rating| {
                let judgement = rating.judgement.as_ref();
                format!(
                    "{} {} {:?} {} {}",
                    rating.grade,
                    judgement.and_then(|j| j.key.as_deref()).unwrap_or("?"),
                    rating.time,
                    rating.date.map_or("?".to_owned(), |date| date.to_string()),
                    rating.provider.as_ref().map_or("?", |p| &p.name),
                )
            })
            .collect();
        assert_eq!(found, expected, "{prose}");
    }

    #[test]
    fn graded_judgements_name_what_they_are_on() {
        reads(
            TITLE,
            "The graded judgement about the experience and progress of care leavers is that it is good.\n\n71. Care leavers live in homes of their choice.",
            &["good care_leavers Current 2016-05-03/2016-05-26 Marlow"],
        );
    }

    #[test]
    fn earlier_inspections_keep_their_days() {
        reads(
            TITLE,
            "The last inspection of the local authority’s services for looked after children was in May 2011. The local authority was judged to be adequate.",
            &["adequate looked_after Previous 2011-05 Marlow"],
        );
        reads(
            TITLE,
            "The last inspection of the local authority’s safeguarding arrangements and services for looked after children was in May 2011. The local authority was judged to be good.",
            &[
                "good safeguarding Previous 2011-05 Marlow",
                "good looked_after Previous 2011-05 Marlow",
            ],
        );
        reads(
            TITLE,
            "The previous inspection of child protection services in May 2012 judged services as adequate.",
            &["adequate help_and_protection Previous 2012-05 Marlow"],
        );
        reads(
            TITLE,
            "Services have declined since the last inspection in 2013, when services were judged to be good.",
            &["good overall Previous 2013 Marlow"],
        );
        reads(
            LETTER,
            "At the last inspection in July 2018, overall effectiveness was judged to be good, but the experiences and progress of children in care required improvement to be good.",
            &[
                "good overall Current 2018-07 Marlow",
                "requires_improvement children_in_care Current 2018-07 Marlow",
            ],
        );
    }

    #[test]
    fn two_judgements_with_one_grade_have_their_own_words() {
        for space in [" ", "\u{a0}"] {
            let told = "The last inspection of the authority’s safeguarding arrangements and services for looked after children was in May 2011. The local authority was judged to be good.";
            let found = crate::extract(&format!("{TITLE}{}\n", told.replace(' ', space)));
            let judgements = found.ratings.iter().filter_map(|rating| rating.judgement.as_ref());
            let words: Vec<_> = judgements.filter_map(|named| named.text.as_deref()).collect();
            assert_eq!(words, ["safeguarding", &format!("looked{space}after")]);
        }
    }

    #[test]
    fn the_board_is_a_provider_of_its_own() {
        reads(
            TITLE,
            "The Marlow Safeguarding Children Board (MSCB) is judged to be inadequate, since it does not meet.",
            &["inadequate lscb Current 2016-05-03/2016-05-26 Local Safeguarding Children Board"],
        );
    }

    #[test]
    fn what_the_authority_runs_is_another_provider() {
        reads(
            TITLE,
            "The local authority operates two children’s homes. Both were judged to be good in their most recent Ofsted inspection.",
            &["good overall Current ? two children’s homes"],
        );
    }

    #[test]
    fn everyday_words_are_no_grades() {
        for prose in [
            "Attendance rates for looked after children are good at 94%.",
            "Family finding is good, and it focuses on what children need.",
            "The proportion of audited cases judged to be inadequate has fallen.",
            "The timeliness of health assessments remains poor.",
            "Caseloads must fall in order for this area to be judged good overall.",
            "Nearly all children are placed in services judged good or better.",
            "This is a good service, and young people say so.",
            "Weaknesses mirror some of those areas requiring improvement in the inspection before.",
        ] {
            reads(TITLE, prose, &[]);
        }
    }
}
