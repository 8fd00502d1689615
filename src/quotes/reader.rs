//! Reads the quotations of a text one after the other and tries the sieves on each.

use std::borrow::Cow;
use std::ops::Range;

use super::cast::{self, Cast, Person, Resolved};
use super::cues::{self, Attribution, Cues, Masked};
use super::kind;
use super::lexicon::Class;
use super::paragraph::{self, Kind, Paragraph, Token};
use super::polarity;
use super::rules;
use super::speaker::{self, Head, Source};
use super::verdict::Verdict;
use super::voice::{self, inspectorate_in};
use crate::record::{DocumentKind, Passage, Polarity, Quote, QuoteKind, Span, Speaker, Voice};
use crate::rule::Rule;
use crate::tables::speech::FEELINGS;
use crate::text::{BlockKind, Text};

/// Reads the quotations of `text`.
pub(super) fn read(text: &Text<'_>, kind: DocumentKind) -> Vec<Quote> {
    if text.quotations.is_empty() {
        return Vec::new();
    }
    Reader::new(text, kind).read()
}

/// How many quotations back one is looked for.
const REACH: usize = 60;

/// Bytes between 'was told' and what an inspectorate demands in its own words.
const NEAR: usize = 60;

/// A text of so many blocks, as articles are, is read whole for the names in it.
const SHORT: usize = 60;
/// Blocks at the start of a longer one that are read for the names in them, quotations or not.
const OPENING: usize = 12;
/// Blocks before and after a quotation that are read for who may say it.
const BEFORE: usize = 5;
const AFTER: usize = 1;

/// Which blocks can matter to a quotation: long reports quote a word here and there, and most of
/// their pages need not be read for it.
fn near_quotations(text: &Text<'_>) -> Vec<bool> {
    let mut near = vec![false; text.blocks.len()];
    let opening = if near.len() <= SHORT { near.len() } else { OPENING };
    near[..opening].fill(true);
    let mut done = opening;
    for quotation in &text.quotations {
        let first = text.block_at(quotation.outer.start());
        let last = text.block_at(quotation.outer.end());
        let to = (last + AFTER + 1).min(near.len());
        let from = first.saturating_sub(BEFORE).max(done);
        if from < to {
            near[from..to].fill(true);
            done = done.max(to);
        }
    }
    near
}

/// Where a masked token stands: its block and its number there.
pub(super) type Place = (usize, usize);

/// What a quotation was found to be.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub rule: &'static Rule,
    pub cue: Option<Span>,
    pub source: Option<Source>,
    pub resolved: Resolved,
    pub voice: Voice,
}

/// A quotation with its places.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub quotation: usize,
    pub first: Place,
    pub last: Place,
    pub said: Option<Said>,
    /// The last token of an attribution that stands after it, with whether it goes on.
    attributed_to: Option<usize>,
    /// Joined to the quotation before, which the writer interrupts.
    joined: bool,
    /// Stands alone in its sentence, or opens it.
    pub free: bool,
}

pub(super) struct Reader<'t> {
    pub text: &'t Text<'t>,
    kind: DocumentKind,
    /// The paragraphs with quotations and those before them, by block.
    paragraphs: Vec<Option<Paragraph>>,
    cast: Cast,
    pub items: Vec<Item>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t Text<'t>, kind: DocumentKind) -> Reader<'t> {
        let mut reader = Reader {
            text,
            kind,
            paragraphs: vec![None; text.blocks.len()],
            cast: Cast::default(),
            items: Vec::new(),
        };
        let mut places: Vec<(Option<Place>, Option<Place>)> =
            vec![(None, None); text.quotations.len()];
        let mut before: Option<(usize, Paragraph)> = None;
        let near = near_quotations(text);
        for (number, near) in near.into_iter().enumerate() {
            if !near {
                continue;
            }
            let paragraph = paragraph::read(text, number, &text.quotations);
            reader.cast.read(text.source, &paragraph);
            let mut quoted = false;
            for (at, token) in paragraph.tokens.iter().enumerate() {
                if let Kind::Quote(quotation) = token.kind {
                    quoted = true;
                    let place = &mut places[quotation];
                    place.0 = place.0.or(Some((number, at)));
                    place.1 = Some((number, at));
                }
            }
            let skips = matches!(text.blocks[number].kind, BlockKind::Noise | BlockKind::Furniture);
            if quoted {
                if let Some((earlier, paragraph)) = before.take() {
                    reader.paragraphs[earlier] = Some(paragraph);
                }
                reader.paragraphs[number] = Some(paragraph);
            } else if !skips {
                before = Some((number, paragraph));
            }
        }
        for (quotation, place) in places.into_iter().enumerate() {
            if let (Some(first), Some(last)) = place {
                let free = reader.stands_free(first);
                reader.items.push(Item {
                    quotation,
                    first,
                    last,
                    said: None,
                    attributed_to: None,
                    joined: false,
                    free,
                });
            }
        }
        reader
    }

    pub(super) fn words(&self, item: &Item) -> &'t str {
        let quotation = &self.text.quotations[item.quotation];
        quotation.segments.first().map_or("", |segment| segment.of(self.text.source))
    }

    /// The last character of a quotation's words, nested marks aside.
    fn ending(&self, item: &Item) -> char {
        let quotation = &self.text.quotations[item.quotation];
        let words = quotation.segments.last().map_or("", |segment| segment.of(self.text.source));
        words.trim_end_matches(['”', '’', '"', '\'', ')', ']']).chars().next_back().unwrap_or(' ')
    }

    pub(super) fn paragraph(&self, block: usize) -> Option<&Paragraph> {
        self.paragraphs.get(block)?.as_ref()
    }

    /// Whether a quotation stands alone in its sentence, or opens it.
    fn stands_free(&self, place: Place) -> bool {
        let Some(paragraph) = self.paragraph(place.0) else { return false };
        let sentence = paragraph.sentence(place.1);
        sentence.start == place.1
    }

    fn read(mut self) -> Vec<Quote> {
        for number in 0..self.items.len() {
            self.attribute(number);
        }
        self.look_back();
        self.build()
    }

    /// Tries the sieves on one quotation.
    fn attribute(&mut self, number: usize) {
        let item = self.items[number].clone();
        let masked = Masked { first: item.first.1, last: item.last.1, ending: self.ending(&item) };
        if self.join(number) {
            return;
        }
        let found = self.within(&item, masked);
        // 'said it was “a shock” and that they were expected to “do better”'
        if found.is_some()
            && let Some(said) = self.goes_on_with_that(number)
        {
            self.items[number].said = Some(said);
            return;
        }
        if let Some((attribution, block)) = found {
            let said = self.voiced(&attribution, block, number);
            // What stands between must be the attribution and nothing else.
            let near = attribution.speaker.as_ref().is_some_and(|speaker| {
                speaker.start > item.last.1 && speaker.start <= item.last.1 + 4
            });
            let after = block == item.last.0 && attribution.end > item.last.1 && near;
            let item = &mut self.items[number];
            item.attributed_to = after.then_some(attribution.end);
            item.said = said;
            return;
        }
        self.items[number].said = self.introduced(number);
    }

    /// What the quotation before was found to be, when 'and that' goes on from its clause.
    fn goes_on_with_that(&self, number: usize) -> Option<Said> {
        let (item, before) = (&self.items[number], &self.items[number.checked_sub(1)?]);
        let paragraph = self.paragraph(item.first.0)?;
        let (from, until) = (before.last.1 + 1, item.first.1);
        let near =
            before.last.0 == item.first.0 && paragraph.sentence(until).contains(&before.last.1);
        let source = self.text.source;
        let that =
            paragraph.word_is(source, from, "and") && paragraph.word_is(source, from + 1, "that");
        before.said.clone().filter(|said| near && that && said.source.is_some())
    }

    /// The attribution by words of the quotation's own paragraphs.
    fn within(&self, item: &Item, masked: Masked) -> Option<(Attribution, usize)> {
        let source = self.text.source;
        let (block, last_block) = (item.first.0, item.last.0);
        let first = self.paragraph(block)?;
        let cues = Cues::new(source, first);
        let one = block == last_block;
        let here = Masked { last: if one { masked.last } else { masked.first }, ..masked };
        let before = cues.before(here);
        let direct = |found: &Attribution| {
            std::ptr::eq(found.rule, &rules::COLON) || std::ptr::eq(found.rule, &rules::CUE_BEFORE)
        };
        let noise = self.text.blocks[block].kind == BlockKind::Noise;
        // 'READ MORE: ‘…’' names nobody.
        let before = before.filter(|found| {
            !(noise && (found.cue.is_none() || std::ptr::eq(found.rule, &rules::COLON)))
        });
        if before.as_ref().is_some_and(direct) {
            return before.map(|found| (found, block));
        }
        let line = self.text.blocks[block].content(source).of(source);
        let titling = matches!(
            self.text.blocks[block].kind,
            BlockKind::Headline | BlockKind::Heading | BlockKind::Noise
        ) || line.len() < 160 && !line.ends_with(['.', '”', '"', '’', ':', '?', '!'])
            || block == 0 && here.first <= 4;
        if titling && let Some(found) = headline(&cues, here, self.words(item)) {
            return Some((found, block));
        }
        let last = self.paragraph(last_block)?;
        let after = Cues::new(source, last);
        let there = Masked { first: if one { masked.first } else { masked.last }, ..masked };
        if let Some(found) = after.after(there) {
            return Some((found, last_block));
        }
        if let Some(found) = cues.aside(here) {
            return Some((found, block));
        }
        if let Some(found) = before {
            return Some((found, block));
        }
        self.attribution_in_block_before(item)
    }

    /// The attribution by a block before that ends with a colon.
    fn attribution_in_block_before(&self, item: &Item) -> Option<(Attribution, usize)> {
        let block = item.first.0;
        let is_item = self.text.blocks[block].kind == BlockKind::Item;
        if item.first.1 != 0 && !is_item {
            return None;
        }
        let mut before = block.checked_sub(1)?;
        while before > 0
            && block - before < 40
            && (matches!(self.text.blocks[before].kind, BlockKind::Noise | BlockKind::Furniture)
                || is_item && self.text.blocks[before].kind == BlockKind::Item)
        {
            before -= 1;
        }
        let read;
        let paragraph = match self.paragraph(before) {
            Some(paragraph) => paragraph,
            None => {
                read = paragraph::read(self.text, before, &self.text.quotations);
                &read
            }
        };
        let end = paragraph.tokens.len();
        if end == 0 || paragraph.tokens[end - 1].kind != Kind::Colon {
            return None;
        }
        let cues = Cues::new(self.text.source, paragraph);
        let sentence = paragraph.sentence(end - 1);
        let found = cues.governing(sentence.start, end)?;
        let rule = if is_item { &rules::LIST } else { found.rule };
        Some((Attribution { rule, ..found }, before))
    }

    /// Goes on with the quotation before when the writer has only named its speaker in between.
    fn join(&mut self, number: usize) -> bool {
        let Some(before) = number.checked_sub(1) else { return false };
        let (item, previous) = (&self.items[number], &self.items[before]);
        if item.first.0 != previous.last.0 {
            return false;
        }
        let (Some(end), Some(paragraph)) = (previous.attributed_to, self.paragraph(item.first.0))
        else {
            return false;
        };
        let at = item.first.1;
        if end >= at {
            return false;
        }
        let between = &paragraph.tokens[end + 1..at];
        let stops = between.iter().any(|t| t.kind == Kind::Stop);
        let small = between.iter().all(|t| {
            matches!(t.kind, Kind::Comma | Kind::Dash | Kind::Stop | Kind::Colon)
                || t.is(Class::ADVERB.or(Class::TIME).or(Class::PREPOSITION).or(Class::DETERMINER))
                || !stops
                    && t.kind == Kind::Word
                    && !t.is(Class::CUE.or(Class::CUE_ING).or(Class::VERB).or(Class::COORDINATOR))
        });
        if !small || between.len() > 14 {
            return false;
        }
        if stops && !(item.free) {
            return false;
        }
        if stops && self.has_own_cue(item) {
            return false;
        }
        let capital = self.words(item).starts_with(char::is_uppercase);
        let previous_ends = matches!(self.ending(previous), '.' | '!' | '?');
        let one = !stops
            && !previous_ends
            && (!capital
                || between.iter().any(|t| t.kind == Kind::Comma)
                    && self.ending(previous) == ','
                    && starts_with_i(self.words(item)));
        let said = previous.said.clone().map(|said| Said { rule: &rules::INTERRUPTED, ..said });
        let item = &mut self.items[number];
        item.said = said;
        item.joined = one;
        item.attributed_to = None;
        item.said.is_some()
    }

    /// Whether the words directly after a quotation say whose it is.
    fn has_own_cue(&self, item: &Item) -> bool {
        let Some(paragraph) = self.paragraph(item.last.0) else { return false };
        let masked = Masked {
            first: if item.first.0 == item.last.0 { item.first.1 } else { item.last.1 },
            last: item.last.1,
            ending: self.ending(item),
        };
        // '“…,” reads one comment. “Where are they to go?” asks another.'
        matches!(masked.ending, ',' | '?' | '!')
            && Cues::new(self.text.source, paragraph).after(masked).is_some_and(|found| {
                found.speaker.is_some_and(|speaker| speaker.start <= masked.last + 4)
            })
    }

    /// The speaker's phrase of an attribution, resolved.
    fn voiced(&self, attribution: &Attribution, block: usize, number: usize) -> Option<Said> {
        let read;
        let paragraph = match self.paragraph(block) {
            Some(paragraph) => paragraph,
            None => {
                read = paragraph::read(self.text, block, &self.text.quotations);
                &read
            }
        };
        let Some(range) = attribution.speaker.clone() else {
            let neutral = attribution.cue.is_none_or(|cue| {
                let quotation = &self.text.quotations[self.items[number].quotation];
                let near = quotation.outer.start().saturating_sub(cue.end()) <= NEAR;
                let told = near && self.text.source[cue.end()..].starts_with(" to ");
                let cue = cue.of(self.text.source);
                cues::OF_FINDINGS.contains(&cue) || told && cues::OF_DEMANDS.contains(&cue)
            });
            let inspected = self.cast.inspectorate.is_some() && neutral;
            let voice = if inspected { Voice::Inspectorate } else { Voice::Unknown };
            return Some(Said {
                rule: attribution.rule,
                cue: attribution.cue,
                source: None,
                resolved: Resolved::default(),
                voice,
            });
        };
        if range.is_empty() || range.end > paragraph.tokens.len() {
            return None;
        }
        let sentence = paragraph.sentence(range.start);
        let author = self.author(paragraph, &sentence, &range);
        let source = speaker::read(self.text.source, paragraph, author.unwrap_or(range));
        Some(self.said(attribution.rule, attribution.cue, source, (block, sentence), number))
    }

    /// Whoever issues the statement in `range`: 'The trust sent a statement, which reads'.
    fn author(
        &self,
        paragraph: &Paragraph,
        sentence: &Range<usize>,
        range: &Range<usize>,
    ) -> Option<Range<usize>> {
        let source = self.text.source;
        let is = |at: usize, words: &[&str]| {
            words.iter().any(|word| paragraph.word_is(source, at, word))
        };
        let statement = (range.start + 1..range.end)
            .any(|i| is(i, &["card", "email", "letter", "message", "note", "post", "statement"]));
        if !statement || !is(range.start, &["a", "an"]) {
            return None;
        }
        let verb = range.start.checked_sub(1).filter(|&verb| verb > sentence.start)?;
        let verb = if is(verb, &["out"]) { verb - 1 } else { verb };
        let issues = [
            "gave",
            "issued",
            "made",
            "posted",
            "published",
            "put",
            "read",
            "released",
            "sent",
            "wrote",
            "shared",
        ];
        if !is(verb, &issues) {
            return None;
        }
        Cues::new(source, paragraph).phrases.subject_of(sentence.start, verb)
    }

    fn said(
        &self,
        rule: &'static Rule,
        cue: Option<Span>,
        source: Source,
        (block, sentence): (usize, Range<usize>),
        number: usize,
    ) -> Said {
        let text = self.text.source;
        let mut subjects = Vec::new();
        let core = source.core.of(text);
        let again = source.head != Head::Pronoun && cast::names_again(core);
        if again {
            subjects.extend(self.subjects_before(block, sentence.start));
        } else if source.head == Head::Pronoun {
            // The subject of a sentence with ', they said,' is who is spoken of.
            let aside = std::ptr::eq(rule, &rules::ASIDE)
                || std::ptr::eq(rule, &rules::CUE_AFTER) && !self.items[number].free;
            let reads = cue.is_some_and(|cue| matches!(cue.of(text), "read" | "reads"));
            if core.eq_ignore_ascii_case("they") && !aside {
                subjects.extend(self.plural_before(block, source.core));
            } else if core.eq_ignore_ascii_case("it") && reads {
                subjects.extend(self.document_before(block, sentence.start));
            } else if core.eq_ignore_ascii_case("it") {
                subjects.extend(self.subject_in_sentence(block, source.core));
            }
            // 'in her words'
            let own = ["her", "his", "its", "their"].iter().any(|w| core.eq_ignore_ascii_case(w));
            if own && let Some(paragraph) = self.paragraph(block) {
                let cues = Cues::new(text, paragraph);
                let subject = cues.introduced(sentence.clone());
                let subject = subject.map(|(range, _)| speaker::read(text, paragraph, range));
                subjects.extend(subject.filter(|subject| subject.head != Head::Pronoun));
            }
            let before = self.subjects_before(block, sentence.start);
            // 'In the report, Ann Day writes that … It goes on:'
            let person = before.first().is_some_and(|subject| subject.head == Head::Person);
            if person && core.eq_ignore_ascii_case("it") {
                subjects.extend(self.document_before(block, sentence.start));
            }
            subjects.extend(before);
        }
        let speaking = self.items[..number].iter().rev().take(REACH).find_map(|item| {
            let said = item.said.as_ref().filter(|said| said.source.is_some())?;
            Some((item.last, &said.resolved))
        });
        let last = speaking.map(|(_, resolved)| resolved);
        // 'That was “wrong”, according to Ann Day. “It hurts,” she said': nobody stands nearer.
        let just_spoke = speaking.is_some_and(|((spoke, at), resolved)| {
            spoke == block
                && at < sentence.start
                && resolved.head == Some(Head::Person)
                && self.paragraph(block).is_some_and(|paragraph| {
                    paragraph.sentence(at).end == sentence.start
                        || paragraph.sentence(paragraph.sentence(at).end).end == sentence.start
                            && paragraph
                                .kind(paragraph.sentence(at).end)
                                .is_some_and(|kind| matches!(kind, Kind::Quote(_)))
                })
        });
        if just_spoke && !subjects.iter().take(1).any(|s| s.head == Head::Person) {
            subjects.clear();
        }
        let resolved = self.cast.resolve(text, &source, &subjects, last);
        let head = resolved.head.unwrap_or(source.head);
        let inspected = self.cast.inspectorate.is_some();
        let mut voice = self.voice_of_its(&source, (block, sentence.start));
        if voice == Voice::Unknown
            && head == Head::Person
            && let Some(role) = &resolved.role
        {
            let core = source.core.of(text);
            voice = voice::of(&format!("{role} {core}"), head, inspected);
        }
        if voice == Voice::Unknown {
            voice = voice::of(&resolved.phrase, head, inspected);
        }
        if voice == Voice::Unknown
            && let Some(name) = &resolved.name
        {
            voice = voice::of(name, head, inspected);
        }
        if source.head == Head::Document
            && let Some(author) = self.author_of_letter(core, number)
        {
            voice = author;
        }
        let person = matches!(head, Head::Person | Head::People) || voice::is_one_of_several(core);
        if voice == Voice::Unknown && person {
            voice = self.voice_of_person(&source, &resolved, head, (block, sentence.start));
        }
        if voice == Voice::Unknown && self.kind == DocumentKind::Report {
            // A report quotes pupils, parents and staff.
            voice = Voice::Other;
        }
        if voice == Voice::Unknown
            && matches!(self.kind, DocumentKind::Report | DocumentKind::Letter)
            && core.eq_ignore_ascii_case("you")
        {
            // A letter speaks to those inspected.
            voice = Voice::Provider;
        }
        Said { rule, cue, source: Some(source), resolved, voice }
    }

    /// The voice of the body that 'its chief executive' is of, when it is no provider.
    fn voice_of_its(&self, source: &Source, (block, at): Place) -> Voice {
        let phrase = source.span.of(self.text.source);
        if source.head != Head::Person || !phrase.starts_with("Its ") && !phrase.starts_with("its ")
        {
            return Voice::Unknown;
        }
        let inspected = self.cast.inspectorate.is_some();
        let body = self
            .subjects_before(block, at)
            .into_iter()
            .find(|subject| matches!(subject.head, Head::Body | Head::Other));
        let voice = body.map(|body| {
            let phrase = body.span.of(self.text.source);
            let own = voice::of(phrase, Head::Body, inspected);
            // 'The Bell Trust, a charity,'
            if phrase.contains("charity") { Voice::Other } else { own }
        });
        voice.filter(|voice| *voice != Voice::Provider).unwrap_or(Voice::Unknown)
    }

    /// The voice of whoever was said to write 'the letter', or of her whose 'her report' is.
    fn author_of_letter(&self, core: &str, number: usize) -> Option<Voice> {
        let (article, noun) = core.split_once(' ')?;
        let spoken = self.items[..number].iter().rev().take(8);
        let mut people = spoken.filter_map(|item| {
            let said = item.said.as_ref()?;
            (said.resolved.head == Some(Head::Person)).then_some((item, said))
        });
        if ["her", "his"].iter().any(|own| article.eq_ignore_ascii_case(own)) {
            return people.next().map(|(_, said)| said.voice);
        }
        let written = ["email", "letter", "message", "post", "tweet"].contains(&noun);
        if !written || !article.eq_ignore_ascii_case("the") {
            return None;
        }
        let source = self.text.source;
        if let Some((item, said)) = people.next()
            && item.quotation + 1 == self.items[number].quotation
        {
            let paragraph = self.paragraph(item.last.0)?;
            let mut near = paragraph.sentence(item.last.1);
            if near.any(|i| paragraph.word_is(source, i, noun)) {
                return Some(said.voice);
            }
        }
        // 'The council has written to the family. “…,” the letter says.'
        let (block, at) = self.items[number].first;
        let paragraph = self.paragraph(block)?;
        let before = paragraph.sentence(at.checked_sub(1)?);
        let writes =
            ["email", "emailed", "letter", "message", "posted", "tweeted", "written", "wrote"];
        if !before.clone().any(|i| writes.iter().any(|w| paragraph.word_is(source, i, w))) {
            return None;
        }
        let (author, _) = Cues::new(source, paragraph).introduced(before)?;
        let author = speaker::read(source, paragraph, author);
        let voice =
            voice::of(author.span.of(source), author.head, self.cast.inspectorate.is_some());
        (voice != Voice::Unknown).then_some(voice)
    }

    /// The subject of the sentence's first clause, before 'it' in a later one.
    fn subject_in_sentence(&self, block: usize, it: Span) -> Option<Source> {
        let paragraph = self.paragraph(block)?;
        let end = paragraph.tokens.partition_point(|token| token.span.start() < it.start());
        let from = paragraph.sentence(end).start;
        // 'visited after what it called “a pattern of concerns”'
        let called = end > from && paragraph.word_is(self.text.source, end - 1, "what");
        let joined = called || (from..end).any(|at| paragraph.is(at, Class::COORDINATOR));
        let cues = Cues::new(self.text.source, paragraph);
        let range = match cues.introduced(from..end) {
            Some((range, _)) => range,
            // Its verb is in no list.
            None => from..cues.phrases.right(from, end)?,
        };
        let source = speaker::read(self.text.source, paragraph, range);
        (joined && source.head != Head::Pronoun).then_some(source)
    }

    /// The people in the plural who are the nearest subject before 'they', in its sentence or the
    /// one before.
    fn plural_before(&self, block: usize, they: Span) -> Option<Source> {
        let paragraph = self.paragraph(block)?;
        let end = paragraph.tokens.partition_point(|token| token.span.start() < they.start());
        let own = paragraph.sentence(end);
        if own.start == 0 && end == 0 {
            let before = self.paragraph(block.checked_sub(1)?)?;
            let sentence = before.sentences.last()?;
            return self.plural_in(before, sentence.start, sentence.end, sentence.end);
        }
        let from = own.start.checked_sub(1).map_or(0, |before| paragraph.sentence(before).start);
        self.plural_in(paragraph, from, own.start, end)
    }

    /// The last people in the plural who do something between two tokens; before `own` a phrase
    /// goes back no further than its sentence.
    fn plural_in(
        &self,
        paragraph: &Paragraph,
        from: usize,
        own: usize,
        end: usize,
    ) -> Option<Source> {
        let cues = Cues::new(self.text.source, paragraph);
        (from..end).rev().find_map(|at| {
            let plural = paragraph.is(at, Class::PEOPLE)
                && paragraph.tokens[at].span.of(self.text.source).ends_with('s');
            // 'with inspectors raising the alarm'
            let acting = |at: usize| cues.phrases.word(at).ends_with("ing");
            let acts = (at + 1..end.min(at + 3)).any(|verb| cues.phrases.is_finite(verb, from))
                || at + 1 < end && acting(at + 1);
            // 'Inspectors were told by staff that they felt'
            let told_by = paragraph.is(at, Class::PEOPLE)
                && at > from
                && cues.phrases.word(at - 1) == "by"
                && cues.phrases.word(at + 1) == "that";
            if !told_by && (!plural || !acts) {
                return None;
            }
            let start = cues.phrases.left(from.max(own.min(at)), at + 1)?;
            Some(speaker::read(self.text.source, paragraph, start..at + 1))
        })
    }

    /// What was written, in the sentence before 'it read': 'an email from a mother'.
    fn document_before(&self, block: usize, at: usize) -> Option<Source> {
        let (block, paragraph) = match at {
            0 => (block.checked_sub(1)?, self.paragraph(block.checked_sub(1)?)?),
            _ => (block, self.paragraph(block)?),
        };
        let before = if at == 0 { paragraph.tokens.len() } else { at };
        let sentence = paragraph.sentence(before.checked_sub(1)?);
        let cues = Cues::new(self.text.source, paragraph);
        let noun = sentence.clone().rev().find(|&i| paragraph.is(i, Class::DOCUMENT))?;
        let start = cues.phrases.left(sentence.start, noun + 1)?;
        let end = cues.phrases.right(start, sentence.end)?;
        let source = speaker::read(self.text.source, paragraph, start..end);
        (block < self.text.blocks.len() && source.head == Head::Document).then_some(source)
    }

    /// The voice of a person whose name and role do not tell it: from what the text says that the
    /// person does, or else from the text's telling who it is without an office.
    fn voice_of_person(
        &self,
        source: &Source,
        resolved: &Resolved,
        head: Head,
        (block, at): Place,
    ) -> Voice {
        let inspected = self.cast.inspectorate.is_some();
        if head != Head::Person {
            // 'One said', after 'Parents told inspectors': one of those.
            let core = source.core.of(self.text.source);
            let one_of_them = voice::is_one_of_several(core);
            let before = one_of_them.then(|| self.subjects_before(block, at));
            let told = before.and_then(|subjects| {
                let people = subjects.into_iter().find(|s| s.head == Head::People)?;
                Some(voice::of(people.span.of(self.text.source), Head::People, inspected))
            });
            return told.filter(|voice| *voice != Voice::Unknown).unwrap_or(Voice::Other);
        }
        // 'Harley, who is seven,'
        if source.span.len() > source.core.len() + 6 {
            return Voice::Other;
        }
        let Some(name) = &resolved.name else {
            // 'she', of whom nothing is told.
            let known = source.head != Head::Pronoun;
            return if known { Voice::Other } else { Voice::Unknown };
        };
        let known = |voice: &Voice| *voice != Voice::Unknown;
        let office = self.cast.mentions_of(name).find_map(|mention| {
            let phrase = voice::of(&mention.phrase, Head::Person, inspected);
            let deeds =
                || Some(voice::of(voice::office_in(&mention.deeds)?, Head::Person, inspected));
            Some(phrase).filter(known).or_else(|| deeds().filter(known))
        });
        match office {
            Some(voice) => voice,
            None if self.cast.mentions_of(name).any(Person::is_described) => Voice::Other,
            // Officials have surnames.
            None if super::lexicon::class(name).is(Class::NAME) => Voice::Other,
            None => Voice::Unknown,
        }
    }

    /// The subjects of the sentences before token `at` of a block, nearest first.
    fn subjects_before(&self, block: usize, at: usize) -> Vec<Source> {
        let mut subjects = Vec::new();
        let mut from = block;
        let mut limit = at;
        for step in 0..4 {
            let read;
            let paragraph = match self.paragraph(from) {
                Some(paragraph) => paragraph,
                None => {
                    read = paragraph::read(self.text, from, &self.text.quotations);
                    &read
                }
            };
            let cues = Cues::new(self.text.source, paragraph);
            let before = paragraph.sentences.partition_point(|s| s.end <= limit);
            for sentence in paragraph.sentences[..before].iter().rev().take(3) {
                if let Some((range, _)) = cues.introduced(sentence.clone()) {
                    let source = speaker::read(self.text.source, paragraph, range);
                    if source.head != Head::Pronoun {
                        subjects.push(source);
                    } else if let Some(named) = self.named_before(paragraph, sentence) {
                        subjects.push(named);
                    }
                }
            }
            if subjects.len() >= 2 || from == 0 || step == 3 {
                break;
            }
            from -= 1;
            limit = usize::MAX;
        }
        subjects
    }

    /// Whoever is named in the clause before 'he': 'When I put this to *Mr Day*, he laughed'.
    fn named_before(&self, paragraph: &Paragraph, sentence: &Range<usize>) -> Option<Source> {
        let is = |at: usize, word: &str| paragraph.word_is(self.text.source, at, word);
        let from = sentence.start;
        // 'When Leanne rang about it, she was told'
        let opening = from..sentence.end.min(from + 3);
        let clause = opening.into_iter().find(|&i| paragraph.is(i, Class::SUBORDINATOR))? + 1;
        if paragraph.tokens.get(clause).is_some_and(Token::is_name_part) {
            let end = Cues::new(self.text.source, paragraph).phrases.right(clause, sentence.end)?;
            return Some(speaker::read(self.text.source, paragraph, clause..end));
        }
        let end = (from + 1..sentence.end).find(|&comma| {
            paragraph.kind(comma) == Some(Kind::Comma)
                && (is(comma + 1, "he") || is(comma + 1, "she"))
        })?;
        let other = Class::TIME.or(Class::BODY).or(Class::PLACE);
        let mut start = end;
        while start > from
            && paragraph.tokens[start - 1].is_name_part()
            && !paragraph.is(start - 1, other)
        {
            start -= 1;
        }
        (start < end).then(|| speaker::read(self.text.source, paragraph, start..end))
    }

    /// The speaker of a quotation without attribution of its own: who was introduced or spoke
    /// before.
    fn introduced(&self, number: usize) -> Option<Said> {
        let item = &self.items[number];
        let (block, at) = item.first;
        let paragraph = self.paragraph(block)?;
        let words = self.words(item);
        let sentence = paragraph.sentence(at);
        let previous = number.checked_sub(1).map(|n| &self.items[n]);
        let long = kind::count(words, 5) >= 4;
        if !item.free {
            // In the clause of a quotation that somebody says.
            let same = previous
                .filter(|p| p.last.0 == block && p.last.1 >= sentence.start && p.said.is_some());
            if let Some(said) = same.and_then(|p| p.said.clone()) {
                return Some(Said { rule: &rules::CARRIED, ..said });
            }
            let near = previous.filter(|p| {
                p.last.0 == block && p.said.as_ref().is_some_and(|s| s.source.is_some())
            });
            return near
                .filter(|_| long)
                .and_then(|p| p.said.clone())
                .map(|said| Said { rule: &rules::CARRIED, ..said });
        }
        if !long && !words.ends_with(['.', '!', '?', ',']) {
            return None;
        }
        if self.is_heading(block) {
            return None;
        }
        // Earlier in the paragraph.
        let number_of = paragraph.sentences.partition_point(|s| s.start <= at).saturating_sub(1);
        for earlier in paragraph.sentences[..number_of].iter().rev().take(2) {
            if let Some(said) = self.by_sentence(block, earlier.clone(), number) {
                return Some(said);
            }
        }
        if number_of > 0 {
            return None;
        }
        // A later quotation in the same paragraph may name the speaker.
        let next = self.items.get(number + 1).filter(|next| next.first.0 == block);
        if let Some(next) = next
            && next.free
            && paragraph.sentence(next.first.1).start == item.last.1 + 1
        {
            return None;
        }
        self.by_blocks_before(block, number)
    }

    /// Who speaks in the sentence before: its quotation's speaker or its subject.
    fn by_sentence(&self, block: usize, sentence: Range<usize>, number: usize) -> Option<Said> {
        let quoted = self.items[..number]
            .iter()
            .rev()
            .take(8)
            .find(|i| i.last.0 == block && sentence.contains(&i.last.1) && i.said.is_some());
        if let Some(said) = quoted.and_then(|i| i.said.clone()) {
            return Some(Said { rule: &rules::CARRIED, ..said });
        }
        let read;
        let paragraph = match self.paragraph(block) {
            Some(paragraph) => paragraph,
            None => {
                read = paragraph::read(self.text, block, &self.text.quotations);
                &read
            }
        };
        let cues = Cues::new(self.text.source, paragraph);
        let (range, cue) = cues.introduced(sentence.clone())?;
        let source = speaker::read(self.text.source, paragraph, range);
        let speaks = match source.head {
            Head::Person | Head::Spokesperson => true,
            Head::Pronoun => {
                cue.is_some() || !source.core.of(self.text.source).eq_ignore_ascii_case("it")
            }
            // 'A mother was at the gate. “We were told nothing.”'
            Head::People => {
                let here = self.items[number].first.0 == block;
                cue.is_some() || here && is_somebody(source.core.of(self.text.source))
            }
            Head::Body | Head::Document => cue.is_some(),
            Head::Other => false,
        };
        let said = speaks
            .then(|| self.said(&rules::INTRODUCED, cue, source, (block, sentence), number))?;
        Some(said)
    }

    fn by_blocks_before(&self, block: usize, number: usize) -> Option<Said> {
        let mut before = block;
        for _ in 0..2 {
            before = before.checked_sub(1)?;
            while before > 0
                && matches!(
                    self.text.blocks[before].kind,
                    BlockKind::Noise | BlockKind::Furniture | BlockKind::Heading
                )
            {
                before -= 1;
            }
            if self.is_heading(before) || self.text.blocks[before].kind == BlockKind::Furniture {
                return None;
            }
            let last = self.items[..number]
                .iter()
                .rev()
                .take_while(|i| i.last.0 >= before)
                .take(REACH)
                .find(|i| i.first.0 == before || i.last.0 == before);
            let read;
            let paragraph = match self.paragraph(before) {
                Some(paragraph) => paragraph,
                None => {
                    read = paragraph::read(self.text, before, &self.text.quotations);
                    &read
                }
            };
            let Some(sentence) = paragraph.sentences.last().cloned() else { continue };
            if let Some(last) = last {
                let trailing = last.last.0 == before && last.last.1 < sentence.start;
                if trailing {
                    let found = self.by_sentence(before, sentence, number);
                    let speech = |said: &Said| {
                        said.cue.is_some_and(|cue| {
                            super::lexicon::class(cue.of(self.text.source)).is(Class::SPEECH)
                        })
                    };
                    if let Some(found) = found.filter(speech) {
                        return Some(found);
                    }
                }
                if let Some(said) = &last.said
                    && said.source.is_some()
                {
                    return Some(Said { rule: &rules::CARRIED, ..said.clone() });
                }
                continue;
            }
            if let Some(said) = self.by_sentence(before, sentence, number) {
                return Some(said);
            }
        }
        None
    }

    /// Gives free quotations the speaker that the next one in their paragraph names.
    fn look_back(&mut self) {
        for number in (0..self.items.len().saturating_sub(1)).rev() {
            let (item, next) = (&self.items[number], &self.items[number + 1]);
            if item.said.is_some() || !item.free || item.last.0 != next.first.0 || !next.free {
                continue;
            }
            let Some(paragraph) = self.paragraph(item.last.0) else { continue };
            if paragraph.sentence(next.first.1).start != item.last.1 + 1 {
                continue;
            }
            let said = next.said.clone().map(|said| Said { rule: &rules::CARRIED, ..said });
            self.items[number].said = said;
        }
        // Those that waited for a later one and found none.
        for number in 0..self.items.len() {
            if self.items[number].said.is_some() || !self.items[number].free {
                continue;
            }
            let item = &self.items[number];
            let block = item.first.0;
            let headline = self.is_heading(block);
            let words = self.words(item);
            if item.first.1 == 0 && !headline && kind::count(words, 5) >= 4 {
                self.items[number].said = self.by_blocks_before(block, number);
            }
        }
    }

    /// The records, joined segments together.
    fn build(self) -> Vec<Quote> {
        let mut quotes: Vec<Quote> = Vec::new();
        for item in &self.items {
            let quotation = &self.text.quotations[item.quotation];
            if item.joined
                && let Some(last) = quotes.last_mut()
            {
                last.segments.extend(&quotation.segments);
                continue;
            }
            if let Some(quote) = self.quote(item) {
                quotes.push(quote);
            }
        }
        for quote in &mut quotes {
            if quote.voice == Voice::Inspectorate && quote.kind != QuoteKind::Term {
                quote.polarity = self.polarity(quote);
            }
        }
        quotes
    }

    /// Whether a finding credits or faults.
    fn polarity(&self, quote: &Quote) -> Option<Polarity> {
        let source = self.text.source;
        let start = quote.segments.first()?.start();
        let sentence = &self.text.sentences[self.text.sentence_at(start)];
        let from = source
            .ceil_char_boundary(sentence.span.start().max(start.saturating_sub(80)).min(start));
        let clause = source[from..start].trim_end_matches(['“', '‘', '"', '\'', '«']);
        let clause = clause.rsplit(['“', '”', '"']).next().unwrap_or_default();
        let segments = quote.segments.iter().map(|segment| segment.of(source));
        polarity::of(segments, clause, quote.cue.as_ref().map(|cue| cue.text.as_str()))
    }

    fn quote(&self, item: &Item) -> Option<Quote> {
        let text = self.text.source;
        let quotation = &self.text.quotations[item.quotation];
        let words = self.words(item);
        let said = item.said.as_ref();
        let verdict = self.verdict(item);
        if verdict == Verdict::Nothing {
            return None;
        }
        let base = Quote {
            segments: quotation.segments.clone(),
            text: words.to_owned(),
            kind: QuoteKind::Term,
            voice: Voice::Unknown,
            speaker: None,
            cue: None,
            polarity: None,
            rule: Cow::Borrowed(rules::NOBODY.name),
        };
        if verdict == Verdict::Term {
            return Some(base);
        }
        let free = item.free
            || said.is_some_and(|said| {
                std::ptr::eq(said.rule, &rules::COLON)
                    || std::ptr::eq(said.rule, &rules::CUE_BEFORE)
            });
        let whole = quotation.segments.len() > 1 || self.is_that_clause(item, words);
        let kind = match () {
            () if whole => QuoteKind::Direct,
            () if self.completes_a_phrase(item, words) => QuoteKind::Mixed,
            () => kind::of(words, free),
        };
        let Some(said) = said else {
            return Some(Quote { kind, ..base });
        };
        let speaker = said.source.as_ref().map(|source| Speaker {
            text: source.core.of(text).to_owned(),
            span: source.core,
            name: said.resolved.name.clone(),
            role: said.resolved.role.clone(),
            source: Passage::at(text, source.span),
        });
        Some(Quote {
            kind,
            voice: said.voice,
            speaker,
            cue: said.cue.map(|cue| Passage::at(text, cue)),
            rule: Cow::Borrowed(said.rule.name),
            ..base
        })
    }

    /// Whether quoted words go on from a verb, preposition or article of the writer's: 'had “come
    /// on the one day that it rained”'.
    fn completes_a_phrase(&self, item: &Item, words: &str) -> bool {
        let Some(paragraph) = self.paragraph(item.first.0) else { return false };
        let before = item.first.1.checked_sub(1);
        words.starts_with(char::is_lowercase)
            && !item.free
            && before.is_some_and(|at| {
                let carrying = Class::AUXILIARY.or(Class::PREPOSITION).or(Class::DETERMINER);
                paragraph.is(at, carrying)
                    && !paragraph.is(at, Class::SUBORDINATOR.or(Class::CUE))
                    && !paragraph.word_is(self.text.source, at, "that")
            })
    }

    /// Whether quoted words are the whole clause after 'that'.
    fn is_that_clause(&self, item: &Item, words: &str) -> bool {
        let Some(paragraph) = self.paragraph(item.first.0) else { return false };
        let that = item
            .first
            .1
            .checked_sub(1)
            .is_some_and(|at| paragraph.word_is(self.text.source, at, "that"));
        let ends = matches!(paragraph.kind(item.last.1 + 1), None | Some(Kind::Stop));
        let mut opening = words.split(' ');
        let (verb, next) = (opening.next().unwrap_or(""), opening.next().unwrap_or(""));
        let first = super::lexicon::class(verb);
        // 'a council that “behaves as any parent would”'
        let third_person = verb.ends_with('s')
            && verb.starts_with(char::is_lowercase)
            && super::lexicon::class(next)
                .is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::DETERMINER));
        that && ends
            && !third_person
            && kind::count(words, 7) >= 6
            && !first.is(Class::PREPOSITION
                .or(Class::AUXILIARY)
                .or(Class::CUE)
                .or(Class::VERB)
                .or(Class::CUE_BASE))
    }

    /// Whether block `number` is a headline or another line that is no running text.
    pub(super) fn is_heading(&self, number: usize) -> bool {
        let block = &self.text.blocks[number];
        let text = block.span.of(self.text.source);
        let bare = text.trim_end_matches(['”', '"', '’', '\'', '»']);
        let titling = matches!(
            block.kind,
            BlockKind::Headline | BlockKind::Heading | BlockKind::Header | BlockKind::Noise
        );
        let capitals = || bare.len() < 100 && !bare.contains(char::is_lowercase);
        (titling || capitals()) && !bare.ends_with('.')
    }
}

/// Whether a noun for people means one of them: 'a parent at the gate'.
fn is_somebody(core: &str) -> bool {
    let core = [" at ", " of ", " in ", " from ", " with ", " who "]
        .iter()
        .filter_map(|end| core.split_once(end))
        .map(|(head, _)| head)
        .min_by_key(|head| head.len())
        .unwrap_or(core);
    let Some((first, rest)) = core.split_once(' ') else { return false };
    ["a", "an", "another", "her", "his", "one"].iter().any(|word| first.eq_ignore_ascii_case(word))
        && !rest.ends_with('s')
        && !["children", "couple", "family", "people", "staff"].iter().any(|w| rest.ends_with(w))
}

fn starts_with_i(words: &str) -> bool {
    words == "I" || words.starts_with("I ") || words.starts_with("I'") || words.starts_with("I’")
}

/// '‘We were not heard’: Carers speak out', 'Head ‘heartbroken’ as school shuts'
fn headline(cues: &Cues<'_>, quote: Masked, words: &str) -> Option<Attribution> {
    let paragraph = cues.paragraph;
    if paragraph.kind(quote.last + 1) != Some(Kind::Colon) {
        return feeling(cues, quote, words).or_else(|| before_colon(cues, quote));
    }
    let start = quote.last + 2;
    let until = paragraph.tokens.len();
    let verb = (start + 1..until.min(start + 9)).find(|&i| {
        [
            "speak", "speaks", "say", "says", "claim", "claims", "warn", "warns", "tell", "tells",
            "reveals", "insists",
        ]
        .iter()
        .any(|word| paragraph.word_is(cues.source, i, word))
    });
    if let Some(verb) = verb
        && let Some(first) = cues.phrases.left(start, verb)
    {
        let out = paragraph.word_is(cues.source, verb + 1, "out");
        let end = if out { verb + 1 } else { verb };
        return Some(Attribution {
            rule: &rules::HEADLINE,
            cue: Some(paragraph.span(&(verb..end + 1))),
            speaker: Some(first..verb),
            end,
        });
    }
    // '‘It shook the whole house’: residents on the night of the storm'
    if kind::count(words, 4) < 4 && !kind::is_clause(words) {
        return None;
    }
    let somebody = Class::PEOPLE.or(Class::ROLE).or(Class::WOMAN).or(Class::MAN);
    let head = (start..until.min(start + 5)).find(|&i| paragraph.is(i, somebody))?;
    let plain = (start..head).all(|i| {
        paragraph.kind(i) == Some(Kind::Word)
            && !paragraph.is(i, Class::PREPOSITION.or(Class::AUXILIARY).or(Class::CUE))
    });
    let mut end = head + 1;
    if paragraph.is(end, Class::NAME) {
        while paragraph.tokens.get(end).is_some_and(Token::is_name_part) && end < head + 4 {
            end += 1;
        }
    }
    (plain && paragraph.kind(end) != Some(Kind::Possessive)).then(|| Attribution {
        rule: &rules::HEADLINE,
        cue: None,
        speaker: Some(start..end),
        end: end - 1,
    })
}

/// 'Estyn: school has made ‘strong progress’'
fn before_colon(cues: &Cues<'_>, quote: Masked) -> Option<Attribution> {
    let paragraph = cues.paragraph;
    let start = paragraph.sentence(quote.first).start;
    let colon = (start + 1..quote.first.min(start + 4))
        .find(|&i| paragraph.kind(i) == Some(Kind::Colon))?;
    let somebody = (start..colon).all(|i| {
        paragraph.tokens[i].is_name_part()
            && paragraph.is(i, Class::BODY.or(Class::ROLE).or(Class::PEOPLE).or(Class::NAME))
            || inspectorate_in(paragraph.tokens[i].span.of(cues.source)).is_some()
    });
    somebody.then_some(Attribution {
        rule: &rules::HEADLINE,
        cue: None,
        speaker: Some(start..colon),
        end: colon,
    })
}

/// What a headline says that somebody feels or will do: 'Parents ‘furious’ at closure'.
fn feeling(cues: &Cues<'_>, quote: Masked, words: &str) -> Option<Attribution> {
    let paragraph = cues.paragraph;
    let start = paragraph.sentence(quote.first).start;
    let listed = |word: &str| FEELINGS.binary_search(&word).is_ok();
    let feels = kind::count(words, 6) <= 5
        && (words.split(' ').any(listed) || words.starts_with("will ") || words == "over the moon");
    if !feels || quote.first <= start || quote.first - start > 6 {
        return None;
    }
    let somebody = (start..quote.first).any(|i| {
        paragraph.is(i, Class::PEOPLE.or(Class::ROLE).or(Class::BODY).or(Class::TITLE))
            || paragraph.is(i, Class::NAME)
    });
    let whole = cues.phrases.left(start, quote.first) == Some(start);
    (somebody && whole).then(|| Attribution {
        rule: &rules::HEADLINE,
        cue: None,
        speaker: Some(start..quote.first),
        end: quote.first - 1,
    })
}
