//! Improvement areas in prose: what must improve, what is at fault, what has been mended.
//!
//! | in the text | records |
//! | --- | --- |
//! | 'areas that require improvement include the **quality of plans** and **supervision**' | required: 'quality of plans', 'quality of supervision' |
//! | 'needs to strengthen its **oversight of placements**' | required: 'oversight of placements' |
//! | 'the **quality of social work** remained inconsistent' | weakness: 'quality of social work' |
//! | 'citing a **lack of oversight**' | weakness: 'lack of oversight' |
//! | 'has recruited **24 social workers**' | measure: '24 social workers' |
//!
//! Each sentence with a trigger word is read as words with classes ([`words`]), in which clauses
//! and noun phrases ([`phrase`]), lists ([`list`]) and actions ([`actions`]) are told apart.
//! Only what the inspectorate says is required or a weakness ([`voice`]).

mod actions;
mod bullets;
mod list;
mod measure;
mod names;
mod phrase;
mod required;
mod voice;
mod weakness;
mod words;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;

use self::list::Item;
use self::phrase::{Run, Sentence};
use self::voice::{Sayers, Side, Sides};
use self::words::{HAVE, NEGATIVE, Word};
use crate::extractor::Reading;
use crate::record::{AreaKind, DocumentKind, ImprovementArea, Passage, Rating, Span};
use crate::rule::Rule;
use crate::scan::{Topic, Triggers};
use crate::tables::areas as lists;
use crate::text::BlockKind;

pub(crate) use words::LISTS as WORD_LISTS;

pub(crate) static TRIGGERS: Triggers = Triggers {
    topic: Topic::Areas,
    words: &[
        lists::FAULT_ADJECTIVES,
        lists::FAULT_ATTRIBUTES,
        lists::FAULT_NOUNS,
        lists::FAULT_PLACES,
        lists::FAULT_CUES,
        lists::DROPS,
        lists::SELDOM,
        lists::DONE,
        lists::DOING,
        lists::TOLD,
        lists::TRIGGERS_REQUIRED,
        lists::TRIGGERS_WEAKNESS,
        lists::TRIGGERS_MEASURE,
    ],
    pieces: &[
        "'t ",
        "’t ",
        "has to ",
        "have to ",
        "had to ",
        "yet to ",
        "need to ",
        "needs to ",
        "needed to ",
        "is needed",
        "are needed",
        "were needed",
        "was needed",
        "need improv",
        "needs improv",
        "need strength",
        "needs strength",
        "need more ",
        "more to do",
        "needed in",
        "out of date",
        "out of control",
        "hit and miss",
        "hit-and-miss",
        "poor quality",
        "in crisis",
        "in need of re",
        "behind schedule",
        "below average",
        "below standard",
        "under strain",
        "breaking point",
        "as many as",
        "less than",
        "fewer than",
        "more than",
        "one in ",
        "only after",
        "only when",
        "than it should",
        "than they should",
        "than it need",
        "than they need",
        "past its ",
        "past their ",
        "among the ",
        "under fire",
        "is working ",
        "are working ",
        "is helping ",
        "is supporting ",
        "in its infancy",
        "in their infancy",
        "have a new ",
        "have little ",
        "has little ",
        "had little ",
        "part of life",
        "mixed quality",
        "uneven quality",
        "let down",
        "above the national",
        "far from good",
        "before their ",
        "before the ",
        "take more ",
        "takes more ",
        "took more ",
        "take over ",
        "takes over ",
        "take up to ",
        "take months ",
        "takes months ",
        "take years ",
        "takes years ",
        "takes up to ",
        "average of ",
        "run out",
        "ran out",
        "break down",
        "breaks down",
        "weak point",
        "weak spot",
        "see to it",
        "took up ",
        "takes up ",
        "among them",
        "among these",
        "these are",
        "these were",
        "before pupils ",
        "before children ",
        "before they ",
        "before students ",
        "before learners ",
        "early stage",
        "low ebb",
        "short supply",
        "off track",
        "a lottery",
        "postcode lottery",
        "below the ",
        "below its ",
        "below their ",
        "needs work",
        "need work",
        "easy to get ",
        "easy to come ",
        "in a queue",
        "within reach",
        "have no ",
        "passed their ",
        "they are the ",
        "they were the ",
    ],
};

/// The rules for improvement areas.
pub(crate) static RULES: &[&Rule] = &[
    &required::INCLUDE_LIST,
    &required::CALLS_FOR,
    &required::NEEDS_TO,
    &required::MUST_IMPROVE,
    &required::TOLD_TO,
    &bullets::BULLETS,
    &weakness::CITING,
    &weakness::WEAKNESS_IN,
    &weakness::LACK_OF,
    &weakness::REMAINS_FAULT,
    &weakness::CLAUSE,
    &measure::STEPS_TAKEN,
    &measure::HAS_DONE,
    &measure::BEEN_DONE,
];

/// An area as it is found, in words of its sentence.
struct Finding {
    run: Run,
    name: String,
    kind: AreaKind,
    cue: Run,
    rule: &'static Rule,
    /// Of two findings that overlap, the one of lower rank stands.
    rank: u8,
}

impl Finding {
    /// A list's item.
    fn of(item: Item, kind: AreaKind, cue: Run, rule: &'static Rule, rank: u8) -> Finding {
        Finding { run: item.run, name: item.name, kind, cue, rule, rank }
    }

    /// A run that is its own name.
    fn named(
        s: &Sentence<'_>,
        run: Run,
        kind: AreaKind,
        cue: Run,
        rule: &'static Rule,
        rank: u8,
    ) -> Finding {
        Finding { run, name: s.name(run), kind, cue, rule, rank }
    }
}

/// A sentence while its areas are read.
struct Statement<'a, 'b> {
    s: &'a Sentence<'a>,
    sides: &'b Sides<'b, 'b>,
    number: usize,
    /// Whose words all of it is, where its place tells: an item under 'Inspectors found:'.
    assumed: Option<Side>,
    /// Whether the whole text is the inspectorate's.
    own: bool,
    /// Whether the sentence before speaks of things that must improve, of steps taken, of faults.
    earlier_needs: bool,
    earlier_steps: bool,
    earlier_faults: bool,
    /// Where the stretch that is read starts, in bytes.
    start: usize,
    /// Who says something in the sentence, once asked.
    sayers: OnceCell<Sayers>,
    findings: Vec<Finding>,
}

impl Statement<'_, '_> {
    /// Whose words stand at word `i`.
    fn side(&self, i: usize) -> Side {
        self.assumed.unwrap_or_else(|| self.sides.side(self.s, self.sayers(), self.number, i))
    }

    /// Who says something in the sentence, pronouns resolved.
    fn sayers(&self) -> &Sayers {
        self.sayers.get_or_init(|| {
            let mut sayers = Sayers::of(self.s);
            sayers.resolve(|| self.sides.speaker_before(self.number));
            sayers
        })
    }

    /// Whether the writer goes on at word `i` with what the inspectorate found.
    fn goes_on_with_findings(&self, i: usize) -> bool {
        // A word or two in marks are part of the writer's own sentence.
        let quoted = self.is_quoted(i)
            && self.sides.is_quoted(self.s.words[0].span.end().min(self.s.words[i].span.start()));
        !quoted
            && !(0..self.s.len()).any(|j| self.s.any(j, &["we", "our", "i"]))
            && self.sides.goes_on_with_findings(self.number)
    }

    /// Who, by the sentence alone, says what stands at word `i`.
    fn sayer(&self, i: usize) -> Side {
        self.sayers().at(i)
    }

    /// Whether word `i` stands between quotation marks.
    fn is_quoted(&self, i: usize) -> bool {
        self.sides.is_quoted(self.s.words[i].span.start())
    }

    /// Whether word `i` stands in a quotation of somebody of the government.
    fn is_government(&self, i: usize) -> bool {
        self.sides.is_government(self.s.words[i].span.start())
    }

    /// Whether the text shortly before speaks of recommendations: 'the ones on …' are some.
    fn after_recommendations(&self) -> bool {
        let from = self.s.source.floor_char_boundary(self.start.saturating_sub(900));
        let before = &self.s.source.as_bytes()[from..self.start];
        memchr::memmem::find(before, b"ecommendations").is_some()
    }

    fn push(&mut self, finding: Finding) {
        if !finding.run.is_empty() && !finding.name.is_empty() {
            self.findings.push(finding);
        }
    }

    fn count(&self) -> usize {
        self.findings.len()
    }
}

/// The longest stretch of one sentence that is read at once, in bytes.
const STRETCH: usize = 2400;

/// The improvement areas of a text: list items (`listed`) and those of its prose, in text order.
pub(crate) fn find(
    reading: &Reading<'_>,
    listed: Vec<ImprovementArea>,
    ratings: &[Rating],
) -> Vec<ImprovementArea> {
    let text = reading.text;
    if !speaks_of_inspection(reading) {
        return listed;
    }
    let sides = Sides::of(reading);
    let taken: Vec<Span> =
        listed.iter().map(|a| a.item.as_ref().map_or(a.span, |i| i.span)).collect();
    let mut areas = listed;
    let known = areas.len();
    let mut bulleted = bullets::find(reading, &sides, &taken, &mut areas);
    if sides.is_own() && known > 0 {
        // The lists of a report are read with its layout: bullets after them are findings.
        let mut number = 0;
        areas.retain(|area| {
            number += 1;
            number <= known || area.kind != AreaKind::Required
        });
        bulleted.retain(|(block, intro)| {
            let span = text.blocks[*block].span;
            let next = taken.partition_point(|item| item.end() <= span.start());
            !matches!(intro, bullets::Intro::Required)
                || taken.get(next).is_some_and(|item| item.overlaps(span))
        });
    }
    let mut buffer: Vec<Word> = Vec::new();
    let mut earlier: Vec<Word> = Vec::new();
    let mut at = 0;
    let mut done = 0;
    for hit in reading.scan.hits(Topic::Areas) {
        if hit.span.start() < done {
            continue;
        }
        // A report states no measures of its own.
        if sides.is_own()
            && !words::class_of(hit.word).is(words::REQUIRED_WAKERS.or(words::WEAKNESS_WAKERS))
            && !hit.word.contains([' ', '\''])
        {
            continue;
        }
        while at + 1 < text.sentences.len()
            && text.sentences[at + 1].span.start() <= hit.span.start()
        {
            at += 1;
        }
        let Some(sentence) = text.sentences.get(at) else { break };
        done = sentence.span.end();
        let block = &text.blocks[sentence.block];
        let kind = block.kind;
        if matches!(
            kind,
            BlockKind::Header | BlockKind::Furniture | BlockKind::Noise | BlockKind::Row
        ) || (sides.is_own() && kind == BlockKind::Heading)
        {
            continue;
        }
        let intro =
            bulleted.binary_search_by_key(&sentence.block, |b| b.0).ok().map(|i| bulleted[i].1);
        if matches!(
            intro,
            Some(bullets::Intro::Required | bullets::Intro::Measure | bullets::Intro::Weak)
        ) {
            continue;
        }
        let is_sentence = text.at(block.span).trim_end_matches(['”', '"', '’']).ends_with('.');
        let mut start = sentence.span.start();
        while start < sentence.span.end() {
            let end = text.source.floor_char_boundary(sentence.span.end().min(start + STRETCH));
            let end = if end <= start { sentence.span.end() } else { end };
            words::read(text, &sides.names, Span::new(start, end), &mut buffer);
            let s = Sentence { source: text.source, words: &buffer };
            let (mut needs, mut steps, mut faults) = (false, false, false);
            if (s.any(0, &["they", "these", "those"])
                || s.any(0, &["among"]) && s.any(1, &["them", "these", "those"]))
                && let Some(before) = at.checked_sub(1).map(|i| text.sentences[i])
            {
                let from = text.source.floor_char_boundary(
                    before.span.start().max(before.span.end().saturating_sub(600)),
                );
                let before = Span::new(from, before.span.end());
                words::read(text, &sides.names, before, &mut earlier);
                let before = Sentence { source: text.source, words: &earlier };
                needs = bullets::states_need(&before);
                faults = bullets::states_faults(&before);
                steps = bullets::states_steps(&before);
            }
            let mut x = Statement {
                s: &s,
                sides: &sides,
                number: at,
                assumed: intro.map(|_| Side::Inspectorate),
                own: sides.is_own(),
                earlier_needs: needs,
                earlier_steps: steps,
                earlier_faults: faults,
                start,
                sayers: OnceCell::new(),
                findings: Vec::new(),
            };
            // A headline is no sentence, unless the text is one paragraph.
            let states = kind != BlockKind::Headline || is_sentence;
            required::list_of_needs(&mut x);
            for (i, word) in s.words.iter().enumerate() {
                if word.class.is(words::REQUIRED_WAKERS) {
                    required::read(&mut x, i);
                }
                if states && word.class.is(words::WEAKNESS_WAKERS) {
                    weakness::read(&mut x, i);
                }
                if states && !x.own && word.class.is(words::MEASURE_WAKERS) {
                    measure::read(&mut x, i);
                }
            }
            let mut findings = std::mem::take(&mut x.findings);
            if let Some(but) = since_mended(&s) {
                findings.retain(|f| f.kind != AreaKind::Weakness || f.run.start > but);
            }
            settle(&s, findings, &taken, &mut areas);
            start = end;
        }
    }
    if reading.document.kind == DocumentKind::News {
        let graded = names_of_judgements(ratings);
        areas.retain(|area| {
            area.kind == AreaKind::Measure || !graded.contains(&area.name.to_ascii_lowercase())
        });
    }
    areas.sort_by_key(|area| area.span);
    areas
}

/// The names of the judgements that are rated, in lower case; 'protecting vulnerable people' is also
/// called 'protect vulnerable people'.
fn names_of_judgements(ratings: &[Rating]) -> HashSet<String> {
    let mut names = HashSet::new();
    for judgement in ratings.iter().filter_map(|rating| rating.judgement.as_ref()?.text.as_deref())
    {
        let name = judgement.to_ascii_lowercase();
        if names.contains(&name) {
            continue;
        }
        if let Some((doing, rest)) = name.split_once(' ')
            && let Some(stem) = doing.strip_suffix("ing")
        {
            names.extend([format!("{stem} {rest}"), format!("{stem}e {rest}")]);
        }
        names.insert(name);
    }
    names
}

/// Whether the text is about an inspection at all. A few sentences need not say so.
fn speaks_of_inspection(reading: &Reading<'_>) -> bool {
    let source = reading.text.source;
    source.len() < 800
        || reading.document.kind != DocumentKind::News
        || [
            "nspect",
            "Ofsted",
            "OFSTED",
            "CQC",
            "Care Quality Commission",
            "HMICFRS",
            "RQIA",
            "Healthcare Improvement Scotland",
            "atchdog",
            "Estyn",
            "ommissioner",
            "mprovement notice",
        ]
        .iter()
        .any(|word| memchr::memmem::find(source.as_bytes(), word.as_bytes()).is_some())
}

/// Where 'but' stands before what says that the faults told up to there are past: 'records were poor
/// in 2019, but those failings have since been put right'.
fn since_mended(s: &Sentence<'_>) -> Option<usize> {
    let but = (1..s.len()).find(|&i| s.any(i, &["but"]))?;
    let have = (but..s.len().min(but + 16)).find(|&i| {
        s.is(i, HAVE) && (i + 1..i + 3).any(|j| s.any(j, &["been", "now", "since", "largely"]))
    })?;
    let mended = (have + 1..s.len().min(have + 6))
        .any(|i| s.any(i, crate::tables::areas::MENDED) || s.any(i, &["right"]));
    let denied = (have..s.len().min(have + 4)).any(|i| s.is(i, NEGATIVE));
    (mended && !denied).then_some(but)
}

/// Turns findings into records, the better one of two that overlap.
fn settle(
    s: &Sentence<'_>,
    mut findings: Vec<Finding>,
    taken: &[Span],
    areas: &mut Vec<ImprovementArea>,
) {
    findings.sort_by_key(|f| (f.rank, f.run.start));
    let mut accepted: Vec<Run> = Vec::new();
    for finding in findings {
        let run = finding.run;
        if accepted.iter().any(|a| a.start < run.end && run.start < a.end) {
            continue;
        }
        let span = s.span(run);
        // An item of a list is one area, however much it says.
        let next = taken.partition_point(|t| t.start() <= span.start());
        if next.checked_sub(1).is_some_and(|i| taken[i].overlaps(span)) {
            continue;
        }
        accepted.push(run);
        areas.push(record(s, span, finding));
    }
}

fn record(s: &Sentence<'_>, span: Span, finding: Finding) -> ImprovementArea {
    let cue = finding.cue;
    let cue = Run { start: cue.start.min(s.len() - 1), end: cue.end.clamp(1, s.len()) };
    ImprovementArea {
        span,
        text: span.of(s.source).to_owned(),
        name: finding.name,
        kind: finding.kind,
        cue: (!cue.is_empty()).then(|| Passage::at(s.source, s.span(cue))),
        item: None,
        tag: None,
        rule: Cow::Borrowed(finding.rule.name),
    }
}
