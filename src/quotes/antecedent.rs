//! Whom and what the sentences before a speaker name: the subject that 'she' is, the letter that
//! 'it' is, and the voice of a person by what the text tells.

use std::ops::Range;

use super::cast::{Person, Resolved};
use super::cues::Cues;
use super::lexicon::{self, Class};
use super::paragraph::{Kind, Paragraph, Token};
use super::paragraphs::Place;
use super::reader::{REACH, Reader};
use super::rules;
use super::speaker::{self, Head, Source};
use super::voice;
use crate::record::{DocumentKind, Span, Voice};
use crate::rule::Rule;

impl Reader<'_> {
    /// Whom a pronoun can mean, the likeliest first: subjects of its sentence and of those before.
    pub(super) fn subjects_of_pronoun(
        &self,
        rule: &'static Rule,
        cue: Option<Span>,
        source: &Source,
        (block, sentence): (usize, Range<usize>),
        number: usize,
    ) -> Vec<Source> {
        let text = self.text.source;
        let core = source.core.of(text);
        let is = |word: &str| core.eq_ignore_ascii_case(word);
        let mut subjects = Vec::new();
        // The subject of a sentence with ', they said,' is who is spoken of.
        let aside = std::ptr::eq(rule, &rules::ASIDE)
            || std::ptr::eq(rule, &rules::CUE_AFTER) && !self.items[number].free;
        let reads = cue.is_some_and(|cue| matches!(cue.of(text), "read" | "reads"));
        if is("they")
            && !aside
            && let Some(one) = self.one_who_spoke(block, sentence.start, number)
        {
            return vec![one];
        }
        if is("they") && !aside {
            subjects.extend(self.plural_before(block, source.core));
        } else if is("it") && reads {
            subjects.extend(self.document_before(block, sentence.start));
        } else if is("it") {
            subjects.extend(self.subject_in_sentence(block, source.core));
        }
        // 'in her words'
        if ["her", "his", "its", "their"].into_iter().any(is)
            && let Some(paragraph) = self.paragraph(block)
        {
            let subject = Cues::new(text, paragraph).introduced(sentence.clone());
            let subject = subject.map(|(range, _)| speaker::read(text, paragraph, range));
            subjects.extend(subject.filter(|subject| subject.head != Head::Pronoun));
        }
        // 'Ann Day read a statement in which she said'
        if (is("she") || is("he"))
            && let Some(paragraph) = self.paragraph(block)
            && let pronoun =
                paragraph.tokens.partition_point(|token| token.span.start() < source.core.start())
            && pronoun > sentence.start + 2
            && paragraph.word_is(text, pronoun - 1, "which")
        {
            let subject = Cues::new(text, paragraph).introduced(sentence.start..pronoun);
            let subject = subject.map(|(range, _)| speaker::read(text, paragraph, range));
            subjects.extend(subject.filter(|subject| subject.head == Head::Person));
        }
        let before = self.subjects_before(block, sentence.start);
        // 'In the report, Ann Day writes that … It goes on:'
        if is("it") && before.first().is_some_and(|subject| subject.head == Head::Person) {
            subjects.extend(self.document_before(block, sentence.start));
        }
        subjects.extend(before);
        subjects
    }

    /// The one who spoke in the sentence before, without a name or with no others beside: 'One
    /// teacher called it “grim”. “We are tired,” they said'.
    fn one_who_spoke(&self, block: usize, at: usize, number: usize) -> Option<Source> {
        let before = self.items[..number].last()?;
        let source = before.said.as_ref()?.source.as_ref()?;
        let core = source.core.of(self.text.source);
        let (article, noun) = core.split_once(' ').unwrap_or((core, ""));
        let one = ["a", "an", "another", "one"].iter().any(|one| article.eq_ignore_ascii_case(one));
        let noun = noun.split(' ').next().unwrap_or(noun);
        let people = matches!(source.head, Head::People | Head::Other) && !noun.ends_with('s');
        let (spoke, last) = before.last;
        let near = if spoke == block {
            self.paragraph(block)?.sentence(last).end == at
        } else {
            at == 0 && spoke + 1 == block
        };
        let named = || {
            source.head == Head::Person
                && spoke == block
                && self.plural_in_sentence(block, last).is_none()
        };
        (near && (one && people || named())).then(|| source.clone())
    }

    /// On whose side a resolved speaker stands.
    pub(super) fn voice_of(
        &self,
        source: &Source,
        resolved: &Resolved,
        place: Place,
        number: usize,
    ) -> Voice {
        let core = source.core.of(self.text.source);
        let head = resolved.head.unwrap_or(source.head);
        let inspected = self.cast.inspected();
        if let Some(voice) = self.voice_before(source, resolved, number) {
            return voice;
        }
        let mut voice = self.voice_of_its(source, place);
        if voice == Voice::Unknown
            && head == Head::Person
            && let Some(role) = &resolved.role
        {
            // 'councillor Ann Day (Green)'
            let phrase = source.span.of(self.text.source);
            let party = phrase.find('(').map_or("", |open| &phrase[open..]);
            // 'The chair, Labour MS Ann Day'
            let party = if phrase.contains(" MS ") { "MS" } else { party };
            voice = voice::of(&format!("{role} {core} {party}"), head, inspected);
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
            && let Some(author) =
                self.voice_of_owner(core, place).or_else(|| self.author_of_letter(core, number))
        {
            voice = author;
        }
        let person = matches!(head, Head::Person | Head::People) || voice::is_one_of_several(core);
        if voice == Voice::Unknown && person {
            voice = self.voice_of_person(source, resolved, head, place);
        }
        if voice == Voice::Unknown && self.kind == DocumentKind::Report {
            // A report quotes pupils, parents and staff.
            voice = Voice::Other;
        }
        if voice == Voice::Unknown
            && self.kind == DocumentKind::Letter
            && core.eq_ignore_ascii_case("you")
        {
            // A letter speaks to those inspected.
            voice = Voice::Provider;
        }
        voice
    }

    /// Whoever issues the statement in `range`: 'The trust sent a statement, which reads'.
    pub(super) fn author(
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

    /// The voice of a person who spoke before, when this phrase tells no more than who it is.
    fn voice_before(&self, source: &Source, resolved: &Resolved, number: usize) -> Option<Voice> {
        if resolved.head != Some(Head::Person) || source.role.is_some() {
            return None;
        }
        let name = resolved.name.as_deref()?;
        let mut spoken = self.items[..number].iter().rev().take(REACH);
        spoken.find_map(|item| {
            let said = item.said.as_ref()?;
            let same = said.resolved.name.as_deref() == Some(name);
            (same && said.voice != Voice::Unknown).then_some(said.voice)
        })
    }

    /// The voice of the body that 'its chief executive' is of, or 'chief executive Ann Day' after a
    /// sentence about it, when it is no provider.
    fn voice_of_its(&self, source: &Source, (block, at): Place) -> Voice {
        let phrase = source.span.of(self.text.source);
        let role = source.role.map_or("", |role| role.of(self.text.source));
        let its =
            phrase.starts_with("Its ") || phrase.starts_with("its ") || phrase.contains(", its ");
        // 'Chief executive Ann Day', but 'Chair of governors Ann Day', 'Cabinet member Ann Day'
        let bare = ["Chief executive", "Director", "Chair", "Chairman", "Chairwoman"];
        let bare = bare.contains(&role) && phrase.starts_with(role);
        if source.head != Head::Person || !its && !bare {
            return Voice::Unknown;
        }
        let inspected = self.cast.inspected();
        let body = if its {
            self.subjects_before(block, at)
                .into_iter()
                .find(|subject| matches!(subject.head, Head::Body | Head::Other))
        } else {
            self.subject_just_before(block, at).filter(|subject| subject.head == Head::Body)
        };
        let voice = body.map(|body| {
            let phrase = body.span.of(self.text.source);
            let own = voice::of(phrase, Head::Body, inspected);
            // 'The Bell Trust, a charity,'
            if phrase.contains("charity") { Voice::Other } else { own }
        });
        voice.filter(|voice| *voice != Voice::Provider).unwrap_or(Voice::Unknown)
    }

    /// The voice of those whose 'their report' is, by the sentence before: 'Inspectors came in May.
    /// *Their report* says'.
    fn voice_of_owner(&self, core: &str, (block, at): Place) -> Option<Voice> {
        let (own, _) = core.split_once(' ')?;
        let plural = own.eq_ignore_ascii_case("their");
        if !plural && !["her", "his", "its"].iter().any(|one| own.eq_ignore_ascii_case(one)) {
            return None;
        }
        let subject = match at {
            // 'Inspectors came in May.', in the paragraph before
            0 => self.subjects_before(block, at).into_iter().next()?,
            _ => self.subject_just_before(block, at)?,
        };
        let phrase = subject.span.of(self.text.source);
        let fits = match subject.head {
            Head::People => true,
            Head::Body => !plural,
            _ => false,
        };
        let voice = voice::of(phrase, subject.head, self.cast.inspected());
        (fits && voice != Voice::Unknown).then_some(voice)
    }

    /// The subject of the sentence before token `at`, in the same paragraph.
    pub(super) fn subject_just_before(&self, block: usize, at: usize) -> Option<Source> {
        let paragraph = self.paragraph(block)?;
        let before = paragraph.sentence(at.checked_sub(1)?);
        let (range, _) = Cues::new(self.text.source, paragraph).introduced(before)?;
        Some(speaker::read(self.text.source, paragraph, range))
    }

    /// The voice of whoever was said to write 'the letter', or of her whose 'her report' is.
    fn author_of_letter(&self, core: &str, number: usize) -> Option<Voice> {
        let (article, noun) = core.split_once(' ')?;
        let spoken = self.items[..number].iter().rev().take(8);
        let mut people = spoken.filter_map(|item| {
            let said = item.said.as_ref()?;
            (said.resolved.head == Some(Head::Person)).then_some((item, said))
        });
        let written = ["email", "letter", "message", "post", "tweet"].contains(&noun);
        let own = ["her", "his"].iter().any(|own| article.eq_ignore_ascii_case(own));
        if own {
            let said = people.next().map(|(_, said)| said.voice);
            if said.is_some() || !written {
                return said;
            }
        }
        if !written || !own && !article.eq_ignore_ascii_case("the") {
            return None;
        }
        let source = self.text.source;
        if let Some((item, said)) = people.next()
            && item.quotation + 1 == self.items[number].quotation
        {
            let paragraph = self.paragraph(item.first.0)?;
            let near = paragraph.sentence(item.first.1);
            let mut nouns = near.clone().skip(2).filter(|&i| paragraph.word_is(source, i, noun));
            // 'said in a letter', 'in her email'
            let articles = ["a", "an", "her", "his"];
            if nouns.any(|i| {
                paragraph.word_is(source, i - 2, "in")
                    && articles.iter().any(|own| paragraph.word_is(source, i - 1, own))
            }) {
                return Some(said.voice);
            }
        }
        // 'the letter reads … The letter added'
        let last = number.checked_sub(1).and_then(|last| self.items[last].said.as_ref());
        if let Some(said) = last
            && let Some(known) = said.source.as_ref().filter(|s| s.head == Head::Document)
            && known.span.of(source).to_ascii_lowercase().ends_with(noun)
        {
            return Some(said.voice);
        }
        // 'The council has written to the family. “…,” the letter says.'
        let (block, at) = self.items[number].first;
        let mut paragraph = self.paragraph(block)?;
        // 'The minister wrote to the trust. The letter says “…”'
        let start = paragraph.sentence(at).start;
        let before = match start.checked_sub(1) {
            Some(before) => paragraph.sentence(before),
            None => {
                paragraph = self.paragraph(block.checked_sub(1)?)?;
                paragraph.sentences.last()?.clone()
            }
        };
        let writes = ["emailed", "posted", "tweeted", "written", "wrote"];
        if !before.clone().any(|i| writes.iter().any(|w| paragraph.word_is(source, i, w))) {
            return own.then_some(Voice::Unknown);
        }
        let (author, _) = Cues::new(source, paragraph).introduced(before)?;
        let author = speaker::read(source, paragraph, author);
        let voice = voice::of(author.span.of(source), author.head, self.cast.inspected());
        // 'his letter' is that of a person, and no inspectorate's.
        (own || voice != Voice::Unknown).then_some(voice)
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

    /// The people in the plural who do something in the sentence of token `at`.
    fn plural_in_sentence(&self, block: usize, at: usize) -> Option<Source> {
        let paragraph = self.paragraph(block)?;
        let sentence = paragraph.sentence(at);
        self.plural_in(paragraph, sentence.start, sentence.start, sentence.end)
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
            // 'Inspectors, who met forty parents, praised': it is not the parents who do.
            let within = paragraph.kind(at + 1) == Some(Kind::Comma)
                && cues.closed_relative(from, at + 1).is_some();
            let acts = !within
                && (at + 1..end.min(at + 3)).any(|verb| cues.phrases.is_finite(verb, from))
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
        let inspected = self.cast.inspected();
        if head != Head::Person {
            // 'One said', after 'Parents told inspectors': one of those.
            let core = source.core.of(self.text.source);
            let one_of_them = voice::is_one_of_several(core);
            let before = one_of_them.then(|| self.subjects_before(block, at));
            let told = before.and_then(|subjects| {
                let people = subjects.into_iter().next().filter(|s| s.head == Head::People)?;
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
        // 'Defending, Ann Day said'
        let in_court = self.paragraph(block).is_some_and(|paragraph| {
            ["defending", "mitigating", "prosecuting"]
                .iter()
                .any(|word| paragraph.word_is(self.text.source, at, word))
                || paragraph.word_is(self.text.source, at + 1, "mitigation")
        });
        if in_court {
            return Voice::Other;
        }
        // A bare name tells nothing.
        let mut told = self.cast.mentions_of(name).filter(|mention| mention.has_more_than_a_name());
        let office = told.find_map(|mention| {
            let phrase = voice::of(&mention.phrase, Head::Person, inspected);
            let deeds =
                || Some(voice::of(voice::office_in(&mention.deeds)?, Head::Person, inspected));
            Some(phrase).filter(known).or_else(|| deeds().filter(known))
        });
        match office.or_else(|| self.voice_of_role_before(name)) {
            Some(voice) => voice,
            None if self.cast.mentions_of(name).any(Person::is_described) => Voice::Other,
            // Officials have surnames, and no partners.
            None if lexicon::class(name).is(Class::NAME) || is_couple(name) => Voice::Other,
            None => Voice::Unknown,
        }
    }

    /// The voice of the office that the sentence before a person's first mention tells of: 'The
    /// principal has stepped down. Dr Hoyle …'
    fn voice_of_role_before(&self, name: &str) -> Option<Voice> {
        let first = self.cast.mentions_of(name).next().filter(|_| name.contains(' '))?;
        let block = self.text.block_at(first.start());
        let paragraph = self.paragraph(block)?;
        let at = paragraph.tokens.partition_point(|token| token.span.start() < first.start());
        let start = paragraph.sentence(at).start;
        // The person opens the sentence, perhaps after a participle.
        if at > start + 10 {
            return None;
        }
        let (before, sentence) = match start.checked_sub(1) {
            Some(last) => (paragraph, paragraph.sentence(last)),
            None => {
                let before = self.paragraph(block.checked_sub(1)?)?;
                (before, before.sentences.last()?.clone())
            }
        };
        let (range, _) = Cues::new(self.text.source, before).introduced(sentence)?;
        let subject = speaker::read(self.text.source, before, range);
        let phrase = subject.span.of(self.text.source);
        // 'The chief inspector of schools'
        let noun = phrase.split_once(" of ").map_or(phrase, |(noun, _)| noun);
        let office = subject.head == Head::People && !noun.ends_with('s');
        let voice = office.then(|| voice::of(phrase, Head::People, self.cast.inspected()));
        // 'A mum has been fined.', as the first words of the story
        let new = phrase.starts_with("A ") || phrase.starts_with("An ");
        let opening = start == 0 && block <= 4 && new;
        voice.filter(|voice| *voice != Voice::Unknown && (opening || *voice != Voice::Other))
    }

    /// The subjects of the sentences before token `at` of a block, nearest first.
    fn subjects_before(&self, block: usize, at: usize) -> Vec<Source> {
        let mut subjects = Vec::new();
        let mut from = block;
        let mut limit = at;
        for step in 0..4 {
            let paragraph = self.any_paragraph(from);
            let cues = Cues::new(self.text.source, paragraph);
            let before = paragraph.sentences.partition_point(|s| s.end <= limit);
            for sentence in paragraph.sentences[..before].iter().rev().take(3) {
                if let Some((range, _)) = cues.introduced(sentence.clone()) {
                    let source = speaker::read(self.text.source, paragraph, range);
                    if source.head != Head::Pronoun {
                        let person = source.head == Head::Person;
                        subjects.push(source);
                        // 'where inspectors found it safe, the head, Mr Day, was glad'
                        let span = paragraph.span(sentence);
                        let named = self.cast.first_named(span.start(), span.end());
                        if let Some(core) = named.filter(|_| !person && subjects.len() == 1) {
                            let (role, organisation) = (None, None);
                            let head = Head::Person;
                            subjects.push(Source { span: core, core, role, head, organisation });
                        }
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
}

/// Whether a name is that of a couple: 'Ellie and Sam Day'.
fn is_couple(name: &str) -> bool {
    let known = |word: &str| lexicon::class(word).is(Class::NAME);
    let words: Vec<&str> = name.split(' ').collect();
    matches!(words[..], [one, "and", other, _] if known(one) || known(other))
}
