//! Quotations without an attribution of their own, which go on from another or follow a sentence
//! about their speaker.

use std::ops::Range;

use super::cues::{Cues, Masked};
use super::kind;
use super::lexicon::{self, Class};
use super::paragraph::Kind;
use super::reader::{Item, REACH, Reader, Said};
use super::rules;
use super::speaker::{self, Head};
use crate::record::Voice;
use crate::tables::speech::JUDGING;
use crate::text::BlockKind;

impl Reader<'_> {
    /// What the quotation before was found to be, when 'and that' goes on from its clause.
    pub(super) fn goes_on_with_that(&self, number: usize) -> Option<Said> {
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

    /// Goes on with the quotation before when the writer has only named its speaker in between.
    pub(super) fn join(&mut self, number: usize) -> bool {
        let Some(before) = number.checked_sub(1) else { return false };
        let (item, previous) = (&self.items[number], &self.items[before]);
        if item.first.0 != previous.last.0 || self.heads_a_section(previous) {
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
        let comma = paragraph.kind(masked.last + 1) == Some(Kind::Comma);
        (comma || matches!(masked.ending, ',' | '?' | '!'))
            && Cues::new(self.text.source, paragraph).after(masked).is_some_and(|found| {
                found.speaker.is_some_and(|speaker| speaker.start <= masked.last + 4)
            })
    }

    /// The speaker of a quotation without attribution of its own: who was introduced or spoke
    /// before.
    pub(super) fn introduced(&self, number: usize) -> Option<Said> {
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
        let paragraph = self.any_paragraph(block);
        let cues = Cues::new(self.text.source, paragraph);
        let (range, cue) = cues.introduced(sentence.clone())?;
        let source = speaker::read(self.text.source, paragraph, range.clone());
        // 'Inspectors were critical of leaders. “They do not check the work.”'
        let after = &paragraph.tokens[range.end..sentence.end.max(range.end)];
        let mut words = after.iter().filter(|token| token.kind == Kind::Word);
        let judges = words.any(|token| {
            let word = token.span.of(self.text.source).to_ascii_lowercase();
            JUDGING.binary_search(&word.as_str()).is_ok()
        });
        let speaks = match source.head {
            Head::Person | Head::Spokesperson => true,
            Head::Pronoun => {
                cue.is_some() || !source.core.of(self.text.source).eq_ignore_ascii_case("it")
            }
            // 'A mother was at the gate. “We were told nothing.”'
            Head::People => {
                let here = self.items[number].first.0 == block;
                cue.is_some() || judges || here && is_somebody(source.core.of(self.text.source))
            }
            Head::Body | Head::Document => cue.is_some() || judges,
            Head::Other => false,
        };
        let said = speaks
            .then(|| self.said(&rules::INTRODUCED, cue, source, (block, sentence), number))?;
        // 'The school had its strengths': a school that is judged says nothing.
        let judged = cue.is_none() && said.resolved.head == Some(Head::Body);
        (!judged || said.voice != Voice::Provider).then_some(said)
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
            let paragraph = self.any_paragraph(before);
            let Some(sentence) = paragraph.sentences.last().cloned() else { continue };
            if let Some(last) = last {
                let trailing = last.last.0 == before && last.last.1 < sentence.start;
                if trailing {
                    let found = self.by_sentence(before, sentence, number);
                    let speech = |said: &Said| {
                        said.cue.is_some_and(|cue| {
                            lexicon::class(cue.of(self.text.source)).is(Class::SPEECH)
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
    pub(super) fn look_back(&mut self) {
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
