//! Whose words a statement is: only what the inspectorate says, or the text citing it, makes an
//! area required or a weakness; the provider's words make measures; others' make nothing.
//!
//! | in the text | side |
//! | --- | --- |
//! | 'plans are weak, **inspectors said**' | inspectorate |
//! | '**the council said** it had cut caseloads' | provider |
//! | '**campaigners say** waits are too long' | other |
//! | a quotation | the voice of the quotation |

use std::cell::Cell;

use super::names::Names;
use super::phrase::{Run, Sentence};
use super::words::{self, *};
use crate::extractor::Reading;
use crate::record::{DocumentKind, Quote, Span, Voice};
use crate::text::BlockKind;

/// Whose words a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Inspectorate,
    Provider,
    Other,
    /// The writer's own statement, with nobody named.
    Unknown,
}

/// Tells the side of a place in the text.
pub(super) struct Sides<'a, 't> {
    reading: &'a Reading<'t>,
    /// The segments of the quotations, in order, with their voices.
    quotes: Vec<(Span, Voice)>,
    /// The people whom the text quotes.
    pub(super) names: Names,
    /// Whether the whole text is the inspectorate's.
    own: bool,
    /// Sentences, by their start, whose side was asked for.
    known: Cell<[(usize, Side); 16]>,
}

fn side_of(voice: Voice) -> Side {
    match voice {
        Voice::Inspectorate => Side::Inspectorate,
        Voice::Provider => Side::Provider,
        Voice::Government | Voice::Other => Side::Other,
        Voice::Unknown => Side::Unknown,
    }
}

impl<'a, 't> Sides<'a, 't> {
    pub(super) fn of(reading: &'a Reading<'t>) -> Sides<'a, 't> {
        let own = matches!(reading.document.kind, DocumentKind::Report | DocumentKind::Letter);
        let segments = |q: &'a Quote| q.segments.iter().map(|segment| (*segment, q.voice));
        let mut quotes: Vec<(Span, Voice)> = reading.quotes.iter().flat_map(segments).collect();
        quotes.sort_unstable_by_key(|q| q.0);
        let names = Names::of(reading);
        Sides { reading, quotes, names, own, known: Cell::new([(usize::MAX, Side::Unknown); 16]) }
    }

    /// Whether the whole text is the inspectorate's.
    pub(super) fn is_own(&self) -> bool {
        self.own
    }

    /// Whether a place stands between quotation marks.
    pub(super) fn is_quoted(&self, offset: usize) -> bool {
        self.reading.text.quotation_at(offset).is_some()
    }

    /// Whether a place stands in a quotation of somebody of the government.
    pub(super) fn is_government(&self, offset: usize) -> bool {
        self.voice_at(offset) == Some(Voice::Government)
    }

    /// The voice of the quotation that holds a place.
    fn voice_at(&self, offset: usize) -> Option<Voice> {
        let next = self.quotes.partition_point(|q| q.0.start() <= offset);
        let (segment, voice) = self.quotes[..next].last()?;
        (offset < segment.end()).then_some(*voice)
    }

    /// The side of word `at` of the sentence `s`, which is sentence `number` of the text.
    pub(super) fn side(&self, s: &Sentence<'_>, sayers: &Sayers, number: usize, at: usize) -> Side {
        let offset = s.words[at.min(s.len() - 1)].span.start();
        match self.voice_at(offset).map(side_of) {
            // In an inspectorate's report a quotation is what others told it.
            Some(_) if self.own => return Side::Other,
            Some(Side::Unknown) | None => {}
            Some(side) => return side,
        }
        let quotation = self.reading.text.quotation_at(offset);
        if self.own && quotation.is_some() {
            return Side::Other;
        }
        let said = sayers.at(at);
        if let Some(quotation) = quotation.filter(|_| !self.own && said == Side::Unknown) {
            let side = self.quoted(quotation.outer);
            return if side == Side::Unknown { self.carried(number) } else { side };
        }
        if self.own {
            return if said == Side::Other { Side::Other } else { Side::Inspectorate };
        }
        if said != Side::Unknown {
            return said;
        }
        self.carried(number)
    }

    /// Whether sentence `number`, outside quotations and with nobody named, goes on with what the
    /// inspectorate was said to have found shortly before, in the paragraphs before too.
    pub(super) fn goes_on_with_findings(&self, number: usize) -> bool {
        let text = self.reading.text;
        let mut silent = 0;
        for back in 1..=8 {
            let Some(sentence) = number.checked_sub(back).and_then(|n| text.sentences.get(n))
            else {
                return false;
            };
            let kind = text.blocks[sentence.block].kind;
            if matches!(kind, BlockKind::Noise | BlockKind::Furniture) {
                continue;
            }
            if matches!(kind, BlockKind::Headline | BlockKind::Heading | BlockKind::Header) {
                return false;
            }
            let mut side = self.told(sentence.span);
            if side == Side::Unknown && text.quotation_at(sentence.span.start()).is_some() {
                side = self.recorded(sentence.span.start() + 4);
            }
            if side == Side::Unknown && stands_for_speaker(sentence.span.of(text.source)) {
                side = self.speaker_before(number - back);
            }
            match side {
                Side::Inspectorate => return true,
                Side::Provider | Side::Other => return false,
                Side::Unknown => silent += 1,
            }
            if silent > 6 {
                return false;
            }
        }
        false
    }

    /// The side of a quotation, by the sentences around its start and its end.
    fn quoted(&self, outer: Span) -> Side {
        let text = self.reading.text;
        let first = text.sentence_at(outer.start());
        let last = text.sentence_at(outer.end().saturating_sub(1));
        // Where it starts, where it ends, what comes before in its block, what comes after.
        let block = text.sentences.get(first).map(|s| s.block);
        let after = text.sentences.get(last).map(|s| s.block);
        for (number, home) in
            [(first, block), (last, after), (last + 1, after), (first.wrapping_sub(1), block)]
        {
            if let Some(sentence) = text.sentences.get(number).filter(|s| Some(s.block) == home) {
                let side = self.told(sentence.span);
                if side != Side::Unknown {
                    return side;
                }
            }
        }
        // 'They said in a statement: “…”'
        for number in [first, first.wrapping_sub(1)] {
            if let Some(sentence) = text.sentences.get(number).filter(|s| Some(s.block) == block)
                && stands_for_speaker(sentence.span.of(text.source))
            {
                return self.speaker_before(number);
            }
        }
        // A block that ends in a colon introduces the next: 'The report added:'.
        if let Some(block) = block.and_then(|b| b.checked_sub(1)).and_then(|b| text.blocks.get(b))
            && let Some(sentence) =
                block.sentences.end.checked_sub(1).and_then(|n| text.sentences.get(n))
        {
            let words = sentence.span.of(text.source);
            let opens = text.at(outer).starts_with(['“', '"', '‘', '\''])
                && text.source[..outer.start()].trim_end().ends_with(block.span.of(text.source));
            if words.ends_with(':') || opens {
                return self.told(sentence.span);
            }
        }
        Side::Unknown
    }

    /// The side of the sentences before sentence `number` in its block, for one that names nobody.
    fn carried(&self, number: usize) -> Side {
        let text = self.reading.text;
        let Some(sentence) = text.sentences.get(number) else { return Side::Unknown };
        for back in 1..=6 {
            let Some(earlier) = number.checked_sub(back).and_then(|n| text.sentences.get(n)) else {
                break;
            };
            if earlier.block != sentence.block {
                break;
            }
            let side = self.told(earlier.span);
            if side != Side::Unknown {
                return side;
            }
            if stands_for_speaker(earlier.span.of(text.source)) {
                return self.speaker_before(number - back);
            }
        }
        // 'The letter states:' before a block, or a pronoun that stands for who spoke before it.
        let first = text.blocks[sentence.block].sentences.start == number;
        let pronoun = stands_for_speaker(sentence.span.of(text.source));
        if pronoun
            || (first
                && number
                    .checked_sub(1)
                    .is_some_and(|n| text.sentences[n].span.of(text.source).ends_with(':')))
        {
            return self.speaker_before(number);
        }
        if !first
            && let Some(before) = text.blocks[sentence.block]
                .sentences
                .start
                .checked_sub(1)
                .and_then(|n| text.sentences.get(n))
            && before.span.of(text.source).ends_with(':')
        {
            return self.told(before.span);
        }
        // The sentence after a quotation may name its speaker: '“Plans are weak. Visits are late,”
        // the report said.'
        if let Some(later) = text.sentences.get(number + 1).filter(|l| l.block == sentence.block)
            && text
                .quotation_at(sentence.span.start())
                .is_some_and(|q| q.outer.end() > later.span.start())
        {
            return self.told(later.span);
        }
        Side::Unknown
    }

    /// The side of the nearest earlier sentence that names one, in the blocks before too.
    pub(super) fn speaker_before(&self, number: usize) -> Side {
        let text = self.reading.text;
        let mut buffer = Vec::new();
        for back in 1..=5 {
            let Some(sentence) = number.checked_sub(back).and_then(|n| text.sentences.get(n))
            else {
                break;
            };
            let mut side = self.whole(sentence.span, &mut buffer);
            if side == Side::Unknown {
                let s = Sentence { source: text.source, words: &buffer };
                let opens = Run { start: 0, end: s.len().min(5) };
                side = match side_of_run(&s, opens) {
                    Side::Inspectorate => Side::Inspectorate,
                    _ => Side::Unknown,
                };
            }
            if side == Side::Unknown
                && let Some(quotation) = text.quotation_at(sentence.span.start())
            {
                side = self.recorded(quotation.outer.start() + 4);
            }
            if side != Side::Unknown {
                return side;
            }
        }
        Side::Unknown
    }

    /// The side of the quotation record that holds a place.
    fn recorded(&self, offset: usize) -> Side {
        let next = self.quotes.partition_point(|q| q.0.start() <= offset);
        next.checked_sub(1).map_or(Side::Unknown, |i| side_of(self.quotes[i].1))
    }

    /// The side of a whole sentence; what was asked last is remembered, since the sentences of a
    /// long quotation ask for the same few.
    fn told(&self, span: Span) -> Side {
        let mut known = self.known.get();
        let slot = span.start() % known.len();
        let (start, side) = known[slot];
        if start == span.start() {
            return side;
        }
        let side = self.whole(span, &mut Vec::new());
        known[slot] = (span.start(), side);
        self.known.set(known);
        side
    }

    /// The side of a whole sentence, whose words are left in `buffer`.
    fn whole(&self, span: Span, buffer: &mut Vec<Word>) -> Side {
        let end = self.reading.text.source.floor_char_boundary(span.end().min(span.start() + 600));
        words::read(self.reading.text, &self.names, Span::new(span.start(), end), buffer);
        let s = Sentence { source: self.reading.text.source, words: buffer };
        if s.len() == 0 { Side::Unknown } else { attribution(&s, 0) }
    }
}

/// Whether a sentence leaves its speaker to a pronoun: 'They say …', '…, she said'.
fn stands_for_speaker(sentence: &str) -> bool {
    const STARTS: &[&str] =
        &["They ", "It ", "But they ", "But it ", "He ", "She ", "Its report ", "Those "];
    const INSIDE: &[&str] = &[
        " they said",
        " it said",
        " she said",
        " he said",
        " they say",
        " it says",
        " they added",
        " it added",
        " she added",
        " he added",
        " she wrote",
        " he wrote",
        " it begins",
        " it adds",
        " they add",
        " it reads",
        " it writes",
        " it finds",
        " it found",
        " it notes",
        " it warns",
        " it warned",
        " it concludes",
        " they find",
        " they found",
        " they note",
        " they noted",
        " they warn",
        " they warned",
        " they write",
        " they wrote",
    ];
    // A pronoun says something near the start or the end of its sentence.
    let head = &sentence[..sentence.floor_char_boundary(200)];
    STARTS.iter().any(|p| sentence.starts_with(p))
        || INSIDE.iter().any(|p| head.contains(p) || sentence.ends_with(p))
}

/// Who says something in a sentence, in its order.
#[derive(Debug, Default)]
pub(super) struct Sayers(Vec<Sayer>);

/// Somebody who says something.
#[derive(Debug)]
struct Sayer {
    /// The word that says so.
    at: usize,
    side: Side,
    /// Whether 'and' joins it to what stands before, which it then does not say: 'the site is out of
    /// date and parents say it is no help'.
    joined: bool,
}

impl Sayers {
    /// Finds the sayers of a sentence, outside its quotations.
    pub(super) fn of(s: &Sentence<'_>) -> Sayers {
        let mut found = Vec::new();
        let mut depth = 0i32;
        for (i, word) in s.words.iter().enumerate() {
            if word.class.is(OPEN) {
                depth += 1;
            } else if word.class.is(CLOSE) {
                depth -= 1;
            }
            if depth > 0 || !word.class.is(words::SAYERS) {
                continue;
            }
            let side = sayer(s, i);
            // 'Inspectors found that parents feel …' is what inspectors found.
            if side == Side::Other
                && s.any(i, &["feel", "feels", "felt"])
                && found.last().is_some_and(|before: &Sayer| {
                    before.side == Side::Inspectorate && !(before.at..i).any(|j| s.is(j, MARK))
                })
            {
                continue;
            }
            // 'what families have told them' is what it is about.
            if side == Side::Other && (i.saturating_sub(4)..i).any(|j| s.any(j, &["what"])) {
                continue;
            }
            if side != Side::Unknown || pronoun_says(s, i) {
                let joined = side == Side::Other
                    && (i.saturating_sub(4)..i).any(|j| {
                        s.is(j, AND) && s.is(j + 1, OTHER.or(ARTICLE).or(QUANTIFIER)) && j > 2
                    });
                found.push(Sayer { at: i, side, joined });
            }
        }
        Sayers(found)
    }

    /// Fills in whom the pronouns stand for that say something: who spoke before them in the
    /// sentence, or else `before` it.
    pub(super) fn resolve(&mut self, before: impl Fn() -> Side) {
        let mut last = Side::Unknown;
        for sayer in &mut self.0 {
            if sayer.side == Side::Unknown {
                sayer.side = if last == Side::Unknown { before() } else { last };
            }
            last = sayer.side;
        }
    }

    /// Who says what stands at word `at`: the last one named up to there, or else the first after.
    pub(super) fn at(&self, at: usize) -> Side {
        let after = self.0.partition_point(|sayer| sayer.at <= at);
        match after.checked_sub(1) {
            Some(before) => self.0[before].side,
            None => {
                self.0.get(after).filter(|sayer| !sayer.joined).map_or(Side::Unknown, |s| s.side)
            }
        }
    }
}

/// Who, by the sentence itself, says what stands at word `at`.
pub(super) fn attribution(s: &Sentence<'_>, at: usize) -> Side {
    Sayers::of(s).at(at)
}

/// The side of the sayer that the word at `i` names, with its verb, 'according to' or 'by'.
fn sayer(s: &Sentence<'_>, i: usize) -> Side {
    if !s.is(i, ATTRIBUTES) {
        // A verb of saying.
    } else if s.follows(i, &["according", "to"]) {
        return side_of_run(s, phrase_after(s, i + 2));
    }
    if s.is(i, ATTRIBUTES) && s.any(i, &["by"]) {
        let agent =
            i > 0 && (s.word(i - 1).ends_with("ed") || s.any(i - 1, &["found", "said", "seen"]));
        let side = if agent { side_of_run(s, phrase_after(s, i + 1)) } else { Side::Unknown };
        // 'are not supported by managers' says nothing, 'was criticised by parents' does.
        let says = s.is(i - usize::from(i > 0), SAYING.or(FAULT_CUE).or(TOLD));
        return if side == Side::Inspectorate || says { side } else { Side::Unknown };
    }
    if !s.is(i, SAYING) || !is_saying(s, i) {
        return Side::Unknown;
    }
    let start = verb_start(s, i);
    // 'was found to be in breach': the subject says nothing, and only an inspection finds.
    if (start..i).any(|j| s.is(j, BE) && !s.is(j, HAVE)) && !s.word(i).ends_with("ing") {
        let finds = s.any(i, &["found", "judged"]) && s.any(i + 1, &["to"]);
        return if finds { Side::Inspectorate } else { Side::Unknown };
    }
    // 'carers felt invisible' says how they were, 'carers felt that …' what they think.
    if s.any(i, &["feel", "feels", "felt"])
        && !s.is(i + 1, ARTICLE)
        && !s.any(i + 1, &["that", "it", "there", "they", "we"])
    {
        return Side::Unknown;
    }
    let mut side = s.subject(start).map_or(Side::Unknown, |run| side_of_run(s, run));
    // 'the Care Quality Commission, which found that …'
    if side == Side::Unknown
        && s.any(start.wrapping_sub(1), &["which", "who"])
        && s.is(start.wrapping_sub(2), COMMA)
    {
        let named = Run { start: start.saturating_sub(6), end: start - 2 };
        if side_of_run(s, named) == Side::Inspectorate {
            side = Side::Inspectorate;
        }
    }
    // 'Brightwater Homecare said it was sorry and had …': a firm by its name.
    if side == Side::Unknown
        && s.any(i, &["said", "says"])
        && s.any(i + 1, &["it"])
        && s.subject(start).is_some_and(|run| {
            run.end > run.start + 1 && (run.start..run.end).all(|j| s.is(j, CAPITAL))
        })
    {
        side = Side::Provider;
    }
    // 'Jane Roe, the chief inspector, said', 'Cllr Roe, who leads the opposition, said': who she is
    // stands between the commas.
    if matches!(side, Side::Unknown | Side::Provider) && s.is(start.wrapping_sub(1), COMMA) {
        let opens = (start.saturating_sub(16)..start - 1).rev().find(|&j| s.is(j, COMMA));
        let told =
            opens.map_or(Side::Unknown, |j| side_of_run(s, Run { start: j + 1, end: start - 1 }));
        // A 'Labour cabinet member' runs the council.
        let runs = opens.is_some_and(|j| {
            (j + 1..start).any(|k| s.any(k, &["cabinet", "executive", "portfolio", "lead"]))
        });
        if side == Side::Unknown || told == Side::Other && !runs {
            side = told;
        }
    }
    // 'said Cllr Day', 'say the inspectors', 'said Jane Roe, the chief inspector'
    if side == Side::Unknown
        && s.any(i, &["said", "says", "say", "added", "asked", "replied", "wrote", "warned"])
    {
        let mut after = phrase_after(s, i + 1);
        if s.is(after.start, CAPITAL) && s.is(after.end, COMMA) {
            after.end = phrase_after(s, after.end + 1).end;
        }
        let names = (after.start..after.end).any(|j| s.is(j, INSPECTORATE.or(PROVIDER).or(OTHER)));
        let begins = s.is(i + 1, ARTICLE.or(CAPITAL))
            || s.any(i + 1, &["inspectors", "one", "lead", "chief", "senior"]);
        if names && begins && !s.has_verb(after) {
            return side_of_run(s, after);
        }
    }
    side
}

/// Whether a pronoun is the subject of the verb of saying at `i`: 'they say', 'it also finds'.
fn pronoun_says(s: &Sentence<'_>, i: usize) -> bool {
    let start = verb_start(s, i);
    s.is(i, SAYING)
        && s.any(start.wrapping_sub(1), &["it", "they", "he", "she"])
        && !(start..i).any(|j| s.is(j, BE.or(NEGATIVE)) && !s.is(j, HAVE))
        && !s.any(i, &["continue", "continued", "see", "mean", "means", "meant", "felt", "feel"])
}

/// Whether the word at `i`, which may be a noun, reports here.
fn is_saying(s: &Sentence<'_>, i: usize) -> bool {
    // 'continued to wait' says nothing.
    if s.any(i, &["continue", "continued"]) && s.any(i + 1, &["to"]) {
        return false;
    }
    // 'patients find it hard to get through'
    if s.any(i, &["find", "found", "finds"]) && s.any(i + 1, &["it"]) {
        return false;
    }
    !(i > 0 && s.is(i - 1, ARTICLE.or(PREPOSITION).or(POSSESSIVE).or(QUANTIFIER).or(NUMBER)))
        && !s.any(
            i,
            &[
                "report", "reports", "means", "meant", "mean", "show", "list", "rule", "hear",
                "find", "point", "points", "state", "call", "see", "saw", "voice",
            ],
        )
        || s.any(i, &["say", "found", "said", "says", "finds"])
        || (s.any(i, &["find", "report", "state", "list", "point", "call", "see", "saw", "show"])
            && i > 0
            && s.is(i - 1, INSPECTORATE))
}

/// The first word of the verb group that ends at `i`: 'has also said'.
fn verb_start(s: &Sentence<'_>, mut i: usize) -> usize {
    while i > 0 && s.is(i - 1, AUXILIARY.or(ADVERB)) {
        i -= 1;
    }
    i
}

/// The noun phrase from `i` on: up to a mark or ten words.
fn phrase_after(s: &Sentence<'_>, i: usize) -> Run {
    let stop = s.len().min(i + 10);
    let end = (i..stop).find(|&j| s.is(j, COMMA.or(BREAK).or(OPEN).or(CLOSE))).unwrap_or(stop);
    Run { start: i, end }
}

/// The side that a noun phrase names.
pub(super) fn side_of_run(s: &Sentence<'_>, run: Run) -> Side {
    let (mut inspectorate, mut paper, mut provider, mut other) = (false, false, false, false);
    for i in run.start..run.end.min(s.len()) {
        if s.is(i, RELATIVE) && i > run.start + 2 {
            break;
        }
        if s.any(
            i,
            &[
                "report",
                "reports",
                "letter",
                "letters",
                "notice",
                "notices",
                "visit",
                "visits",
                "findings",
                "review",
                "inspection",
                "inspections",
            ],
        ) {
            paper = true;
        } else if s.is(i, INSPECTORATE) {
            inspectorate = true;
        } else if s.is(i, OTHER) {
            other = true;
        } else if s.is(i, PROVIDER) {
            provider = true;
        }
    }
    // 'residents at a meeting on the Ofsted report'
    if inspectorate && other {
        let head = s.head(s.bare(run));
        if s.is(head, OTHER) && !s.is(head, INSPECTORATE) {
            return Side::Other;
        }
    }
    let cllr = (run.start..run.end).any(|i| s.any(i, &["cllr", "councillor", "councillors"]));
    match (inspectorate, other, provider, paper) {
        // 'the CQC's deputy director' and 'lead inspector' speak for it.
        (true, _, _, _) => Side::Inspectorate,
        (_, true, _, _) => Side::Other,
        (_, _, _, true) => Side::Inspectorate,
        (_, _, true, _) => Side::Provider,
        _ if cllr => Side::Provider,
        _ => Side::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[track_caller]
    fn side(source: &str, word: &str, expected: Side) {
        let text = text::read(source);
        let mut found = Vec::new();
        words::read(&text, &Names::default(), Span::new(0, source.len()), &mut found);
        let s = Sentence { source, words: &found };
        let at = (0..s.len()).find(|&i| s.word(i) == word).unwrap();
        assert_eq!(attribution(&s, at), expected, "{source}");
    }

    #[test]
    fn the_sentence_names_its_sayer() {
        side("Plans are weak, inspectors said.", "weak", Side::Inspectorate);
        side("Plans are weak, according to the watchdog.", "weak", Side::Inspectorate);
        side("Campaigners say waits are too long.", "long", Side::Other);
        side("The council said it had cut caseloads.", "cut", Side::Provider);
        side(
            "Problems with planning were highlighted by inspectors.",
            "planning",
            Side::Inspectorate,
        );
        side(
            "Opposition leader Cllr Rufus Penhallow said the council needed to improve pay.",
            "improve",
            Side::Other,
        );
        side("The council cut caseloads.", "cut", Side::Unknown);
    }
}
