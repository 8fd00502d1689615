//! The cast of a text: the people and bodies that it names, and who 'she', 'Mr Day', 'the council'
//! and 'the watchdog' are among them.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::lexicon::Class;
use super::paragraph::{Kind, Paragraph};
use super::paragraphs::Paragraphs;
use super::phrase::Phrases;
use super::speaker::{self, Head, Source};
use super::voice::{begins_inspectorate, has_inspectorate_word, inspectorate_in};
use crate::record::Span;
use crate::tables::grammar::EPITHETS;

/// How many mentions back a pronoun is looked up.
const REACH: usize = 40;

/// How many mentions of one name are asked who it is: more than a text of usual length has.
const MENTIONS: usize = 40;

/// Sentences at the start of a text in which inspectorates that inspect together are named.
const EARLY: usize = 8;

/// How many characters of the phrase of who spoke before tell the voice of 'a spokesperson'.
const PHRASE: usize = 400;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Woman,
    Man,
}

/// A person as the text names them at one place.
#[derive(Clone, Debug)]
pub(super) struct Person {
    core: Span,
    /// The number of the sentence, to prefer the first person of a sentence.
    sentence: usize,
    /// The name without titles.
    name: String,
    gender: Option<Gender>,
    role: Option<String>,
    /// The whole phrase.
    pub phrase: String,
    /// Whether more than capitals tells that it is a person.
    sure: bool,
    /// Whether an age stands behind the name, as behind those of the public.
    aged: bool,
    /// What the sentence says that the person does or is.
    pub deeds: String,
}

impl Person {
    /// Where the name starts.
    pub fn start(&self) -> usize {
        self.core.start()
    }

    /// Whether the phrase holds a title or more, or the sentence tells of deeds.
    pub fn has_more_than_a_name(&self) -> bool {
        self.phrase.len() > self.name.len() || !self.deeds.is_empty()
    }

    /// Whether more than the name is told.
    pub fn is_described(&self) -> bool {
        self.role.is_some()
            || self.aged
            || self.deeds.contains(' ')
            || self.phrase.len() > self.name.len() + "Cllr ".len()
    }
}

/// The people and bodies of a text. Most quotations in reports need none of them, so they are
/// gathered when somebody first asks.
pub(super) struct Cast<'t> {
    paragraphs: &'t Paragraphs<'t>,
    inspectorate: OnceCell<Option<String>>,
    inspected: OnceCell<bool>,
    members: OnceCell<Members>,
}

/// Who is named in the paragraphs of a text.
#[derive(Debug, Default)]
struct Members {
    people: Vec<Person>,
    /// For each surname in lower case the numbers of the people with a full name.
    surnames: HashMap<String, Vec<usize>>,
    /// For each last word of a name the numbers of the people named with it, the first of them.
    named: HashMap<String, Vec<usize>>,
    /// Names of bodies by their last word in lower case.
    bodies: HashMap<String, Vec<(usize, String)>>,
    /// Names by the acronym in brackets behind them: 'Department for Transport (DfT)'.
    acronyms: HashMap<String, String>,
    /// How many sentences have been read.
    sentence: usize,
}

/// Who a speaker is.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolved {
    pub name: Option<String>,
    pub role: Option<String>,
    /// The words that tell the voice.
    pub phrase: String,
    pub head: Option<Head>,
}

impl Members {
    /// Adds what one paragraph names.
    fn read(&mut self, source: &str, paragraph: &Paragraph) {
        let phrases = Phrases { source, paragraph };
        for sentence in &paragraph.sentences {
            self.sentence += 1;
            let mut at = sentence.start;
            while at < sentence.end {
                if !paragraph.tokens[at].is_name_part() {
                    if paragraph.tokens[at].kind == Kind::Open {
                        self.acronym(source, paragraph, &phrases, sentence.start, at);
                    }
                    at += 1;
                    continue;
                }
                let start = at;
                while at < sentence.end
                    && (paragraph.tokens[at].is_name_part()
                        || paragraph.tokens[at].kind == Kind::Other
                            && paragraph.tokens[at].span.of(source).starts_with('&'))
                    && at - start < 12
                {
                    at += 1;
                }
                self.run(source, paragraph, &phrases, sentence.clone(), start, at);
            }
        }
    }

    /// Adds the acronym in the brackets that open at token `open`, if the words before it begin with
    /// its letters.
    fn acronym(
        &mut self,
        source: &str,
        paragraph: &Paragraph,
        phrases: &Phrases<'_>,
        from: usize,
        open: usize,
    ) {
        if open <= from || paragraph.kind(open + 2) != Some(Kind::Close) {
            return;
        }
        let acronym = paragraph.tokens[open + 1].span.of(source);
        let capitals = acronym.chars().filter(|c| c.is_uppercase()).count();
        if capitals < 2 || acronym.len() > 8 || self.acronyms.len() >= 50 {
            return;
        }
        let Some(mut first) = phrases.left(from.max(open.saturating_sub(12)), open) else { return };
        let initial = |at: usize| paragraph.tokens[at].span.of(source).chars().next();
        while first < open
            && !(paragraph.tokens[first].capital
                && !paragraph.is(first, Class::DETERMINER)
                && initial(first) == acronym.chars().next())
        {
            first += 1;
        }
        if first < open {
            let name = paragraph.span(&(first..open)).of(source).to_owned();
            self.acronyms.entry(acronym.to_owned()).or_insert(name);
        }
    }

    /// Adds a run of capitalised words: a body or a person.
    fn run(
        &mut self,
        source: &str,
        paragraph: &Paragraph,
        phrases: &Phrases<'_>,
        sentence: Range<usize>,
        start: usize,
        end: usize,
    ) {
        let last = &paragraph.tokens[end - 1];
        if let Some((key, name)) = kind_of_body(source, paragraph, start..end, sentence.end) {
            let entry = self.bodies.entry(key).or_default();
            if entry.len() < 50 {
                entry.push((last.span.start(), name));
            }
            return;
        }
        let titled = paragraph.tokens[start].is(Class::TITLE);
        let aged = is_age(paragraph, source, end);
        let other = Class::PLACE.or(Class::TIME).or(Class::BODY).or(Class::DOCUMENT);
        let first_name_alone = aged && end - start == 1 && !last.is(other);
        if end - start < 2 && !titled && !last.is(Class::NAME) && !first_name_alone {
            return;
        }
        let mut from = phrases.left(sentence.start, end).unwrap_or(start).min(start);
        // 'The headteacher, Gwen Pardoe, said'
        if from == start
            && let Some(comma) = start.checked_sub(1).filter(|&comma| comma > sentence.start)
            && paragraph.kind(comma) == Some(Kind::Comma)
            && paragraph.is(end, Class::CUE)
                | matches!(paragraph.kind(end), Some(Kind::Comma | Kind::Stop))
            && let Some(first) = phrases.left(sentence.start, comma)
            && (paragraph.is(first, Class::DETERMINER.or(Class::ROLE))
                // 'Unison's organiser, Fay Dee, said'
                || (first..comma).any(|i| paragraph.kind(i) == Some(Kind::Possessive)))
            && (first..comma).any(|i| {
                paragraph.is(i, Class::ROLE.or(Class::PEOPLE))
                    || paragraph.word_is(source, i, "them")
            })
            && comma - first <= 12
        {
            from = first;
        }
        // 'In his letter to the minister, Sir Ian Moss wrote'
        let addressed = paragraph.is(end, Class::CUE)
            && (from..start).any(|i| {
                paragraph.is(i, Class::DOCUMENT) && paragraph.word_is(source, i + 1, "to")
            });
        if addressed {
            from = start;
        }
        // 'Angela Moffat's father Ronald' names both.
        let possessive = paragraph.kind(end) == Some(Kind::Possessive);
        let kin = Class::WOMAN.or(Class::MAN).or(Class::PEOPLE);
        // 'Angela Moffat's three-year-old daughter'
        let of_kin = possessive
            && (end + 1..end + 3).any(|i| paragraph.is(i, kin))
            && !last.is(Class::BODY.or(Class::PLACE).or(Class::TIME));
        let possessor = possessive
            && (titled || paragraph.is(start, Class::NAME) || of_kin && end - start >= 2);
        let until = if possessor {
            // 'Chief inspector Ann Day's report', but 'the mayor and Ann Day's son'
            let office = (from..start).all(|i| {
                paragraph.tokens[i].kind == Kind::Word
                    && !paragraph.is(i, Class::COORDINATOR.or(Class::PREPOSITION))
            }) && start > from
                && paragraph.is(start - 1, Class::ROLE.or(Class::PEOPLE));
            if !office {
                from = start;
            }
            end
        } else {
            phrases.right(start, sentence.end).unwrap_or(end).max(end)
        };
        let mut parts = speaker::read(source, paragraph, from..until);
        if first_name_alone && parts.head != Head::Person {
            let core = paragraph.span(&(start..end));
            parts = Source { span: core, core, role: None, head: Head::Person, organisation: None };
        }
        if parts.head != Head::Person || parts.core.start() > last.span.start() {
            return;
        }
        let core = parts.core.of(source);
        let inspects = (start..end)
            .any(|i| begins_inspectorate(paragraph.tokens[i].span.of(source)))
            && inspectorate_in(core).is_some();
        if inspects {
            return;
        }
        let name = without_titles(core);
        let words = name.split_whitespace().count();
        if words == 0 || words > 6 {
            return;
        }
        let phrase = without_their_words(parts.span.of(source)).to_owned();
        let sure = titled
            || parts.role.is_some()
            || paragraph.is(start, Class::NAME)
            || paragraph.is(end, Class::CUE)
            // 'says Isobel Marchbank'
            || start > sentence.start && paragraph.is(start - 1, Class::SPEECH)
            || aged;
        let deeds = deeds(source, paragraph, end..sentence.end).unwrap_or_default();
        let role = parts.role.map(|role| role.of(source));
        let mut person = Person {
            core: parts.core,
            sentence: self.sentence,
            gender: gender(core, &phrase),
            role: role.or_else(|| role_in(deeds)).map(str::to_owned),
            phrase,
            sure,
            aged: aged || possessor && of_kin,
            deeds: deeds.to_owned(),
            name: with_plain_spaces(name),
        };
        let partner = partner_before(source, paragraph, start, &person);
        if let Some(partner) = partner.or_else(|| part_couple(source, &mut person)) {
            self.add(partner);
        }
        self.add(person);
    }

    /// Adds a person, to be found by surname.
    fn add(&mut self, person: Person) {
        if person.name.contains(' ') {
            let surname = person.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
            let known = self.surnames.entry(surname).or_default();
            if known.len() < 30 {
                known.push(self.people.len());
            }
        }
        let last = person.name.rsplit(' ').next().unwrap_or_default();
        match self.named.get_mut(last) {
            Some(mentions) if mentions.len() >= MENTIONS => {}
            Some(mentions) => mentions.push(self.people.len()),
            None => {
                self.named.insert(last.to_owned(), vec![self.people.len()]);
            }
        }
        self.people.push(person);
    }
}

impl<'t> Cast<'t> {
    /// The cast of a text by its paragraphs.
    pub fn new(paragraphs: &'t Paragraphs<'t>) -> Cast<'t> {
        let (inspectorate, inspected, members) = Default::default();
        Cast { paragraphs, inspectorate, inspected, members }
    }

    /// The name of the inspectorate that the text is about, or of those that inspected together.
    pub fn inspectorate(&self) -> Option<&String> {
        let found = self.inspectorate.get_or_init(|| {
            let text = self.paragraphs.text;
            let mut sentences = 0;
            let mut found: Option<String> = None;
            for block in self.paragraphs.near().map(|block| &text.blocks[block]) {
                sentences += block.sentences.len();
                // A headline may name one of those that inspected together.
                let early = sentences <= EARLY && !found.as_deref().is_some_and(is_joint);
                if found.is_some() && !early {
                    break;
                }
                found = inspectorate_of(block.content(text.source).of(text.source), found);
            }
            found
        });
        found.as_ref()
    }

    /// Whether the text is about an inspection, by a named inspectorate or not.
    pub fn inspected(&self) -> bool {
        let text = self.paragraphs.text;
        let told = |block: usize| {
            let words = text.blocks[block].content(text.source).of(text.source);
            let of = |word: &str| {
                ["inspectors", "inspection"].iter().any(|of| of.eq_ignore_ascii_case(word))
            };
            words.split(|c: char| !c.is_alphanumeric()).any(of)
        };
        *self
            .inspected
            .get_or_init(|| self.inspectorate().is_some() || self.paragraphs.near().any(told))
    }

    fn members(&self) -> &Members {
        self.members.get_or_init(|| {
            let mut members = Members::default();
            for block in self.paragraphs.near() {
                members.read(self.paragraphs.text.source, self.paragraphs.any(block));
            }
            members
        })
    }

    /// Who the speaker of `source` is; `subjects` are the subjects of the sentences before, nearest
    /// first, and `last` who spoke last.
    pub fn resolve(
        &self,
        text: &str,
        source: &Source,
        subjects: &[Source],
        last: Option<&Resolved>,
    ) -> Resolved {
        let core = source.core.of(text);
        let phrase = without_their_words(source.span.of(text)).to_owned();
        let role = source.role.map(|role| role.of(text).to_owned());
        let head = if self.is_surname(source, core) { Head::Person } else { source.head };
        let known = Resolved { name: None, role, phrase, head: Some(head) };
        match head {
            Head::Person => self.person(core, source, known),
            Head::Pronoun => self.pronoun(text, core, source, subjects, last, known),
            Head::People | Head::Other | Head::Body if names_again(core) => {
                let known = self.thing(core, source, last, known);
                if known.name.is_some() {
                    return known;
                }
                self.pronoun(text, core, source, subjects, last, known)
            }
            Head::Spokesperson => {
                let organisation = source.organisation.map(|span| span.of(text));
                match organisation {
                    Some(name) => {
                        let name = self.body_name(name, source.core.start());
                        Resolved { name: Some(name), ..known }
                    }
                    None if subjects.first().is_some_and(|subject| subject.head == Head::Body) => {
                        // 'The firm denied it. A spokesman said'
                        let body = self.resolve(text, &subjects[0], &[], None);
                        Resolved {
                            phrase: format!("{} {}", known.phrase, beginning(&body.phrase)),
                            name: body.name,
                            ..known
                        }
                    }
                    None => match last.filter(|last| last.head != Some(Head::Person)) {
                        Some(last) if last.name.is_some() => Resolved {
                            name: last.name.clone(),
                            phrase: format!("{} {}", known.phrase, beginning(&last.phrase)),
                            ..known
                        },
                        _ => match self
                            .body_just_before(source.core.start())
                            .or_else(|| self.only_provider())
                        {
                            Some(name) => Resolved {
                                phrase: format!("{} {name}", known.phrase),
                                name: Some(name.to_owned()),
                                ..known
                            },
                            None => known,
                        },
                    },
                }
            }
            Head::Document | Head::Body | Head::People | Head::Other => {
                self.thing(core, source, last, known)
            }
        }
    }

    /// Whether a phrase is the bare surname of a person named in full: 'Marchbank'.
    fn is_surname(&self, source: &Source, core: &str) -> bool {
        matches!(source.head, Head::Body | Head::Other)
            && core.starts_with(char::is_uppercase)
            && !core.contains(' ')
            && !begins_inspectorate(core)
            && (self.members().surnames.contains_key(&core.to_lowercase())
                || self.mentions_of(core).any(|person| person.aged && person.name == core))
    }

    fn person(&self, core: &str, source: &Source, known: Resolved) -> Resolved {
        let name = without_titles(core);
        let words = name.split_whitespace().count();
        let surname = name.split_whitespace().next_back().unwrap_or(name);
        let fullest = self.fullest(surname, words, core, source.core.start());
        match fullest {
            Some(person) => {
                let same = words < 2
                    || person.name.ends_with(name)
                    || person.name.split(' ').next() == name.split(' ').next();
                if !same {
                    return Resolved { name: Some(with_plain_spaces(name)), ..known };
                }
                let role = known.role.or_else(|| self.role_of(&person.name));
                let phrase = format!("{} {}", known.phrase, self.phrase_of(&person.name));
                let name = if words >= 2 { with_plain_spaces(name) } else { person.name.clone() };
                Resolved { name: Some(name), role, phrase, ..known }
            }
            None => Resolved { name: Some(with_plain_spaces(name)), ..known },
        }
    }

    /// The mention with the fullest name for a surname, or for a first name alone.
    fn fullest(&self, surname: &str, words: usize, core: &str, at: usize) -> Option<&Person> {
        let gender = title_gender(core);
        let known = self.members().surnames.get(&surname.to_lowercase());
        let fits = |person: &&Person| {
            gender.is_none() || person.gender.is_none() || person.gender == gender
        };
        let found = known.and_then(|numbers| {
            let mut fitting = numbers.iter().map(|&n| &self.members().people[n]).filter(fits);
            let first = fitting.next()?;
            let named = numbers
                .iter()
                .map(|&n| &self.members().people[n])
                .find(|p| core.ends_with(p.name.as_str()));
            Some(named.unwrap_or(first))
        });
        if found.is_some() || words > 1 {
            return found;
        }
        // 'Leanne', once named in full.
        let before = self.members().people.partition_point(|p| p.core.start() < at);
        self.members().people[before.saturating_sub(REACH)..before].iter().rev().find(|p| {
            // 'Hannah and Jamie Pryce' are two.
            p.name.split(' ').next() == Some(surname)
                && p.name.contains(' ')
                && !p.name.contains(" and ")
        })
    }

    fn role_of(&self, name: &str) -> Option<String> {
        let surname = name.split_whitespace().next_back()?.to_lowercase();
        let numbers = self.members().surnames.get(&surname)?;
        numbers
            .iter()
            .map(|&n| &self.members().people[n])
            .filter(|p| p.name == name)
            .find_map(|p| p.role.clone())
    }

    /// The longest phrase that names a person.
    fn phrase_of(&self, name: &str) -> &str {
        let surname = name.split_whitespace().next_back().unwrap_or(name).to_lowercase();
        let Some(numbers) = self.members().surnames.get(&surname) else { return "" };
        numbers
            .iter()
            .map(|&n| &self.members().people[n])
            .filter(|p| p.name == name)
            .map(|p| p.phrase.as_str())
            .max_by_key(|phrase| phrase.len())
            .unwrap_or("")
    }

    /// Where a person is first named between two bytes.
    pub fn first_named(&self, from: usize, until: usize) -> Option<Span> {
        let first = self.members().people.partition_point(|person| person.core.start() < from);
        self.members()
            .people
            .get(first)
            .map(|person| person.core)
            .filter(|core| core.end() <= until)
    }

    /// The first mentions of a person by that name or by the surname alone.
    pub fn mentions_of(&self, name: &str) -> impl Iterator<Item = &Person> {
        let surname = name.split_whitespace().next_back().unwrap_or(name);
        let named = self
            .members()
            .named
            .get(surname)
            .into_iter()
            .flatten()
            .map(|&n| &self.members().people[n]);
        named.filter(move |person| {
            person.name == name || person.name == surname || person.name.ends_with(name)
        })
    }

    fn pronoun(
        &self,
        text: &str,
        core: &str,
        source: &Source,
        subjects: &[Source],
        last: Option<&Resolved>,
        known: Resolved,
    ) -> Resolved {
        let gender = match core.to_ascii_lowercase().as_str() {
            "she" | "her" => Some(Gender::Woman),
            "he" | "his" => Some(Gender::Man),
            "it" | "its" | "they" | "their" => {
                return self.body_pronoun(text, core, subjects, last, known);
            }
            _ if names_again(core) => noun_gender(core),
            _ => return known,
        };
        let fits_gender = |of: Option<Gender>| of.is_none() || gender.is_none() || of == gender;
        let known = Resolved { head: Some(Head::Person), ..known };
        let again = names_again(core);
        // Whoever was the subject of the sentence before.
        for subject in subjects.iter().take(if again { 0 } else { 3 }) {
            let surname = self.is_surname(subject, subject.core.of(text));
            match if surname { Head::Person } else { subject.head } {
                Head::Person => {
                    let core = subject.core.of(text);
                    let found = self.person(
                        core,
                        subject,
                        Resolved {
                            role: subject.role.map(|r| r.of(text).to_owned()),
                            phrase: subject.span.of(text).to_owned(),
                            ..Resolved::default()
                        },
                    );
                    // 'Ann Day's son Kai, nine, was out of school. “It broke us,” she said': it is not
                    // the child who speaks.
                    if let Some(parent) = self.parent(found.role.as_deref())
                        && fits_gender(parent.gender)
                        && gender.is_some()
                    {
                        let known =
                            Resolved { phrase: parent.phrase.clone(), ..Resolved::default() };
                        let core = &parent.name;
                        let source = Source { core: parent.core, role: None, ..subject.clone() };
                        let found = self.person(core, &source, known);
                        return Resolved { head: Some(Head::Person), ..found };
                    }
                    // 'Abi's son Caleb'
                    let of = self
                        .gender_of(found.name.as_deref().unwrap_or(""), core)
                        .or_else(|| noun_gender(subject.role?.of(text).rsplit(' ').next()?));
                    if fits_gender(of) {
                        return Resolved { head: known.head, ..found };
                    }
                }
                Head::People => {
                    let phrase = subject.core.of(text);
                    let of = noun_gender(phrase);
                    let singular = ["a ", "an ", "one ", "another ", "the "].iter().any(|w| {
                        phrase.get(..w.len()).is_some_and(|start| start.eq_ignore_ascii_case(w))
                    });
                    let plural = phrase.split(' ').nth(1).is_some_and(|w| {
                        w.ends_with('s') && !w.ends_with("'s") && !w.ends_with("’s")
                    });
                    if names_again(phrase) && fits_gender(of) {
                        return self.resolve(text, subject, &[], last);
                    }
                    if singular && !plural && fits_gender(of) {
                        let resolved = self.thing(
                            phrase,
                            subject,
                            None,
                            Resolved {
                                phrase: subject.span.of(text).to_owned(),
                                ..Resolved::default()
                            },
                        );
                        return Resolved { head: Some(Head::People), ..resolved };
                    }
                }
                Head::Spokesperson => {
                    let of = noun_gender(subject.core.of(text));
                    if fits_gender(of) {
                        let found = self.resolve(text, subject, &[], last);
                        return Resolved { head: Some(Head::Spokesperson), ..found };
                    }
                }
                _ => {}
            }
        }
        if let Some(last) = last
            && !again
            && last.head == Some(Head::Person)
            && let Some(name) = &last.name
            && fits_gender(self.gender_of(name, name))
        {
            return last.clone();
        }
        let before =
            self.members().people.partition_point(|p| p.core.start() < source.core.start());
        let near = &self.members().people[before.saturating_sub(REACH)..before];
        let fits = |person: &&Person| {
            fits_gender(person.gender.or_else(|| self.gender_of(&person.name, "")))
        };
        // The first person of the nearest sentence that has one.
        let first_of_nearest = |fits: &dyn Fn(&&Person) -> bool| {
            let nearest = near.iter().rev().find(|p| fits(p))?;
            near.iter().filter(|p| fits(p)).find(|p| p.sentence == nearest.sentence)
        };
        // A name in capitals of which nothing is told may be a place or a newspaper.
        let told_of = |person: &&Person| {
            gender.is_some() && person.gender == gender || !person.deeds.is_empty()
        };
        let found = first_of_nearest(&|person| person.sure && fits(person))
            .or_else(|| first_of_nearest(&|person| told_of(person) && fits(person)));
        match found {
            Some(person) => {
                let resolved =
                    Resolved { phrase: person.phrase.clone(), role: person.role.clone(), ..known };
                let surname = person.name.split(' ').next_back().unwrap_or("");
                let full = self.fullest(
                    surname,
                    person.name.split(' ').count(),
                    &person.name,
                    person.core.start(),
                );
                let name = full.map_or(&person.name, |full| {
                    if person.name.contains(' ') { &person.name } else { &full.name }
                });
                Resolved {
                    role: resolved.role.clone().or_else(|| self.role_of(name)),
                    phrase: format!("{} {}", resolved.phrase, self.phrase_of(name)),
                    name: Some(name.clone()),
                    ..resolved
                }
            }
            None => known,
        }
    }

    /// The parent whom the role of a child names: 'Ann Day's son'.
    fn parent(&self, role: Option<&str>) -> Option<&Person> {
        const CHILDREN: [&str; 6] =
            [" daughter", " son", " baby", " child", " toddler", " youngest"];
        let role = role.filter(|role| CHILDREN.iter().any(|child| role.ends_with(child)))?;
        let (parent, _) = role.split_once("'s ").or_else(|| role.split_once("’s "))?;
        let parent = without_titles(parent);
        parent.contains(' ').then(|| self.mentions_of(parent).next())?
    }

    /// The person named next, of whom a story's first words speak without the name: '*A father* has
    /// accused the council … *Dan Day*, 41, said'.
    fn named_next(&self, lower: &str, at: usize) -> Option<&Person> {
        /// Bytes at the start of a text in which its story opens, and to the name from there.
        const OPENING: usize = 700;
        const NEAR: usize = 600;
        let first = lower.split(' ').next().unwrap_or(lower);
        let noun = lower.split([',', '(']).next().unwrap_or(lower);
        let noun = [" who ", " whose ", " of ", " at ", " from ", " in ", " with "]
            .iter()
            .filter_map(|end| noun.find(end))
            .min()
            .map_or(noun, |end| &noun[..end]);
        let told = super::lexicon::class(noun.rsplit(' ').next().unwrap_or(noun));
        // 'the owner of a nursery' is named for the first time
        let new = matches!(first, "a" | "an")
            || first == "the" && (lower.contains(" of a ") || lower.contains(" of an "));
        let one = new && at < OPENING && !noun.ends_with('s');
        if !one || !told.is(Class::ROLE.or(Class::PEOPLE)) {
            return None;
        }
        let next = self.members().people.partition_point(|person| person.core.start() < at);
        let person = self.members().people.get(next).filter(|p| p.core.start() - at < NEAR)?;
        let gender = noun_gender(noun);
        let fits = gender.is_none() || person.gender.is_none() || person.gender == gender;
        // Who has an office is not 'a father'; whose office is another is not 'the owner'.
        let clause = [" who ", " whose "].iter().any(|who| person.phrase.contains(who));
        let told = person.aged || !person.deeds.is_empty() || clause;
        let plain = person.role.is_none() && told && person.name.contains(' ');
        // Nobody is known by then but who writes.
        let nobody = self.members().people[..next].iter().all(|before| !before.is_described());
        (fits && plain && nobody).then_some(person)
    }

    fn gender_of(&self, name: &str, core: &str) -> Option<Gender> {
        title_gender(core)
            .or_else(|| {
                let surname = name.split_whitespace().next_back()?.to_lowercase();
                self.members()
                    .surnames
                    .get(&surname)?
                    .iter()
                    .map(|&n| &self.members().people[n])
                    .filter(|p| p.name == name)
                    .find_map(|p| p.gender)
            })
            .or_else(|| first_name_gender(name))
    }

    fn body_pronoun(
        &self,
        text: &str,
        core: &str,
        subjects: &[Source],
        last: Option<&Resolved>,
        known: Resolved,
    ) -> Resolved {
        let they = core.to_ascii_lowercase().starts_with("the");
        for subject in subjects.iter().take(3) {
            let fits = match subject.head {
                Head::Document | Head::Body | Head::Spokesperson => true,
                Head::People => they,
                // 'Inspectors Ann Day and Tom Lee said'
                Head::Person => they && subject.core.of(text).contains(" and "),
                Head::Other => true,
                _ => false,
            };
            if fits {
                let found = self.resolve(text, subject, &[], last);
                if found.name.is_some() || subject.head != Head::Other {
                    return Resolved { role: None, ..found };
                }
            }
        }
        match last {
            Some(last) if last.head != Some(Head::Person) => {
                Resolved { role: None, ..last.clone() }
            }
            // 'Jo Day called it “grim”. “I am tired,” they said'
            Some(last) if they && last.name.is_some() => {
                let subject = subjects.first().filter(|subject| subject.head == Head::Person);
                let same = |subject: &Source| {
                    let found = self.person(subject.core.of(text), subject, Resolved::default());
                    found.name == last.name
                };
                if subject.is_some_and(same) { last.clone() } else { known }
            }
            _ => known,
        }
    }

    /// A body, a document or people without a name.
    fn thing(
        &self,
        core: &str,
        source: &Source,
        last: Option<&Resolved>,
        known: Resolved,
    ) -> Resolved {
        let lower = core.to_lowercase();
        let bare = ["the ", "a ", "an ", "its ", "their ", "her ", "his "]
            .iter()
            .find_map(|w| lower.strip_prefix(w))
            .unwrap_or(&lower);
        // 'the speaker himself'
        let bare = [" himself", " herself", " itself", " themselves"]
            .iter()
            .find_map(|itself| bare.strip_suffix(itself))
            .unwrap_or(bare);
        let last_word = bare.split_whitespace().next_back().unwrap_or("");
        let at = source.core.start();
        // 'The council said … Its strategy promises'
        if lower.starts_with("its ")
            && source.head == Head::Other
            && let Some(last) = last.filter(|last| last.head != Some(Head::Person))
            && last.name.is_some()
        {
            return Resolved {
                name: last.name.clone(),
                phrase: format!("{} {}", known.phrase, beginning(&last.phrase)),
                head: last.head,
                ..known
            };
        }
        if source.head == Head::Document {
            let voice = super::voice::of(&known.phrase, Head::Document, self.inspected());
            let name = match voice {
                crate::record::Voice::Inspectorate => inspectorate_in(&known.phrase)
                    .map(|(_, name)| name.to_owned())
                    .filter(|_| !self.is_joint())
                    .or_else(|| self.inspectorate().cloned()),
                // 'A statement from the chair of governors'
                crate::record::Voice::Provider if let Some(office) = office_of_author(&lower) => {
                    self.with_office(office, at).map(|person| person.name.clone())
                }
                crate::record::Voice::Provider => {
                    self.nearest_body(&["council", "trust", "school", "academy", "borough"], at)
                }
                _ => self.author(&known.phrase),
            };
            // 'The statement goes on': whose it was.
            let same = bare == "statement" && lower.starts_with("the ");
            if name.is_none()
                && same
                && let Some(last) = last.filter(|last| last.name.is_some())
            {
                return Resolved {
                    name: last.name.clone(),
                    phrase: last.phrase.clone(),
                    head: last.head,
                    ..known
                };
            }
            return Resolved { name, ..known };
        }
        if let Some((start, name)) = inspectorate_in(core) {
            let inspectors = source.head == Head::People;
            // 'Ofsted and the Care Quality Commission (CQC) found'
            if let Some(joint) = self.inspectorate().filter(|_| self.is_joint())
                && core[start..].starts_with(joint.as_str())
            {
                return Resolved { name: Some(joint.clone()), ..known };
            }
            let whole = start == 0 || inspectors || bare.len() <= name.len() + 14;
            if whole {
                return Resolved { name: Some(name.to_owned()), ..known };
            }
        }
        if let Some((_, name)) = inspectorate_in(&known.phrase)
            && source.head == Head::People
            && lower.contains("inspector")
        {
            return Resolved { name: Some(name.to_owned()), ..known };
        }
        let inspecting = [
            "watchdog",
            "watchdogs",
            "regulator",
            "regulators",
            "inspectors",
            "inspectorate",
            "inspectorates",
            "inspector",
        ];
        let team = bare == "inspection team" || bare == "inspecting team";
        // 'The chief inspector', named before
        let inspector = ["chief inspector", "lead inspector"].contains(&bare);
        if let Some(person) = inspector.then(|| self.with_office(bare, at)).flatten() {
            return Resolved {
                name: Some(person.name.clone()),
                role: known.role.or_else(|| person.role.clone()),
                phrase: format!("{} {}", known.phrase, person.phrase),
                head: Some(Head::Person),
            };
        }
        if (inspecting.contains(&last_word) || team) && !lower.contains("police") {
            return Resolved { name: self.inspectorate().cloned(), ..known };
        }
        let article = lower.len() != bare.len();
        if ["spokesman", "spokeswoman", "spokesperson"].contains(&last_word)
            && let Some(last) = last
        {
            return Resolved { name: last.name.clone(), ..known };
        }
        if source.head == Head::Body {
            // 'The NSPCC', whose name no list knows
            let proper = core.rsplit(' ').next().is_some_and(|word| {
                word.starts_with(char::is_uppercase) && !super::lexicon::class(word).is(Class::BODY)
            });
            // 'The academy trust'
            let unnamed = article
                && core.split_once(' ').is_some_and(|(_, rest)| !rest.contains(char::is_uppercase));
            let generic = bare == last_word && !proper
                || unnamed
                || ["local authority", "borough council", "city council", "county council"]
                    .contains(&bare);
            // 'Council ‘sorry’ for delays'
            let bare_noun = !core.contains(' ')
                && [
                    "Academy",
                    "Authority",
                    "College",
                    "Council",
                    "Hospital",
                    "Nursery",
                    "School",
                    "Trust",
                ]
                .contains(&core);
            if generic && (article || bare_noun)
                || core.starts_with(char::is_lowercase)
                    && !core
                        .split_once(' ')
                        .is_some_and(|(_, rest)| rest.starts_with(char::is_uppercase))
            {
                let heads: &[&str] = match last_word {
                    "council" | "authority" => &["council", "authority", "borough"],
                    "school" | "academy" => &["school", "academy", "college", "primary"],
                    "trust" => &["trust", "partnership"],
                    "department" | "government" | "ministry" => {
                        &["department", "ministry", "office"]
                    }
                    "home" => &["home", "house"],
                    word => {
                        return match self.nearest_body(&[word], at).filter(|_| bare == word) {
                            Some(name) => Resolved {
                                phrase: format!("{} {name}", known.phrase),
                                name: Some(name),
                                ..known
                            },
                            None => Resolved { name: None, ..known },
                        };
                    }
                };
                // 'The academy trust', but 'the adoption service', one of several
                let kinds = [
                    "academy",
                    "borough",
                    "care",
                    "children's",
                    "children’s",
                    "city",
                    "county",
                    "district",
                    "local",
                    "multi-academy",
                    "nursing",
                    "primary",
                    "residential",
                ];
                let plain = bare.split(' ').rev().skip(1).all(|word| kinds.contains(&word));
                let found = self.nearest_body(heads, at).filter(|_| plain);
                return Resolved { name: found, ..known };
            }
            let name = self.named_by_place(core).unwrap_or_else(|| self.body_name(core, at));
            return Resolved { name: Some(name), ..known };
        }
        if source.head == Head::People {
            // 'the headteacher', 'Head ‘heartbroken’': somebody with that role.
            let described = article
                || !core.contains(' ')
                || core.chars().next().is_some_and(char::is_lowercase);
            // 'His practice manager' is somebody new.
            let owned = ["her ", "his ", "their "].iter().any(|own| lower.starts_with(own));
            let one = described && !owned && !last_word.ends_with('s');
            if let Some(person) = one.then(|| self.with_office(bare, at)).flatten() {
                return Resolved {
                    name: Some(person.name.clone()),
                    role: known.role.or_else(|| person.role.clone()),
                    phrase: format!("{} {}", known.phrase, person.phrase),
                    head: Some(Head::Person),
                };
            }
            if let Some(person) = self.named_next(&lower, at) {
                return Resolved {
                    name: Some(person.name.clone()),
                    phrase: format!("{} {}", known.phrase, person.phrase),
                    ..known
                };
            }
            let plural = last_word.ends_with('s')
                || ["people", "staff", "children", "governors"].contains(&last_word);
            let determined = ["one ", "another ", "a ", "an ", "some ", "many ", "the "]
                .iter()
                .any(|w| lower.starts_with(w));
            let anybody = ["people", "others", "many", "some"].contains(&lower.as_str());
            let name = (plural && !determined && !anybody).then(|| core.to_owned());
            return Resolved { name, ..known };
        }
        Resolved { name: None, ..known }
    }

    /// The person with an office, named nearest before `at`, else next.
    fn with_office(&self, office: &str, at: usize) -> Option<&Person> {
        let office = office.rsplit(['\'', '’']).next().unwrap_or(office);
        let office = office.strip_prefix("s ").unwrap_or(office).trim();
        let last = office.rsplit(' ').next().unwrap_or(office);
        let ranked =
            |words: &str| ["deputy", "assistant", "vice"].iter().any(|rank| words.contains(rank));
        let lower = ranked(office);
        let (before, after) = self
            .members()
            .people
            .split_at(self.members().people.partition_point(|p| p.core.start() < at));
        let mut near = before.iter().rev().take(REACH).chain(after.iter().take(REACH));
        near.find(|person| {
            let Some(role) = &person.role else { return false };
            let role = role.to_lowercase();
            let has = |word: &str| {
                role.split(|c: char| !c.is_alphanumeric())
                    .any(|w| w == word || is_same_office(w, word))
            };
            has(last)
                && (ranked(&role) == lower)
                && office.split(' ').all(|word| has(word) || word == "then")
        })
    }

    fn is_joint(&self) -> bool {
        self.inspectorate().is_some_and(|name| is_joint(name))
    }

    /// Whose statement it is: 'A statement from the Beacon Trust'.
    fn author(&self, phrase: &str) -> Option<String> {
        for by in [" from ", " by "] {
            if let Some((_, author)) = phrase.split_once(by) {
                let author = author.split([',', '(']).next().unwrap_or(author).trim();
                let author = author.strip_prefix("the ").unwrap_or(author);
                if author.starts_with(char::is_uppercase) {
                    return Some(author.to_owned());
                }
            }
        }
        None
    }

    /// The body named last before `at`, if that is not far back.
    fn body_just_before(&self, at: usize) -> Option<&str> {
        const NEAR: usize = 400;
        let near = |place: usize| place < at && at - place < NEAR;
        let named = self.members().bodies.values().flatten().filter(|(place, _)| near(*place));
        let (_, name) = named.max_by_key(|(place, _)| *place)?;
        Some(name.strip_prefix("The ").unwrap_or(name))
    }

    /// The council, trust or other provider that the text names, if it names but one.
    fn only_provider(&self) -> Option<&str> {
        let heads = ["academy", "college", "council", "hospital", "nursery", "school", "trust"];
        let mut names = heads.iter().filter_map(|head| self.members().bodies.get(*head)).flatten();
        let (_, first) = names.next()?;
        let bare = |name: &'_ str| name.strip_prefix("The ").unwrap_or(name).len();
        let same =
            names.all(|(_, name)| name.ends_with(first.as_str()) || first.ends_with(name.as_str()));
        same.then(|| &first[first.len() - bare(first)..])
    }

    /// The one body whose name of two words or more begins with a single word.
    fn longer_name(&self, word: &str) -> Option<&str> {
        let plain = !word.contains(' ')
            && word.len() > 3
            && word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase)
            && super::lexicon::class(word) == Class::NONE;
        let begins = |name: &str| name.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        if !plain {
            return None;
        }
        let named = self.members().bodies.values().flatten().map(|(_, name)| name.as_str());
        let mut names = named.filter(|name| begins(name));
        let first = names.next()?;
        names.all(|name| name == first).then_some(first)
    }

    /// The name of the one body that a place and a kind can mean: 'Dale *primary*' is St Olave's
    /// CE Primary.
    fn named_by_place(&self, core: &str) -> Option<String> {
        let (place, kind) = core.split_once(' ')?;
        let heads: &[&str] = match kind {
            "primary" | "school" => &["primary", "school", "academy"],
            "academy" | "college" | "council" | "hospital" | "nursery" | "trust" => &[kind],
            _ => return None,
        };
        if !place.starts_with(char::is_uppercase) {
            return None;
        }
        let named = heads.iter().filter_map(|head| self.members().bodies.get(*head)).flatten();
        // A caption may hold it in capitals.
        let mut names = named.filter(|(_, name)| name.contains(char::is_lowercase));
        let (_, first) = names.next()?;
        names
            .all(|(_, name)| name.eq_ignore_ascii_case(first))
            .then(|| first.strip_prefix("The ").unwrap_or(first).to_owned())
    }

    /// The body whose name ends in one of `heads`, named nearest before `at`, else first.
    fn nearest_body(&self, heads: &[&str], at: usize) -> Option<String> {
        heads.iter().find_map(|head| {
            let named = self.members().bodies.get(*head)?;
            let before = named.iter().rev().find(|(place, _)| *place < at);
            before
                .or(named.first())
                .map(|(_, name)| name.strip_prefix("The ").unwrap_or(name).to_owned())
        })
    }

    /// The fullest name of a named body.
    fn body_name(&self, name: &str, at: usize) -> String {
        let name =
            ["the ", "The ", "a ", "A "].iter().find_map(|w| name.strip_prefix(w)).unwrap_or(name);
        if let Some(full) = self.members().acronyms.get(name)
            && inspectorate_in(name).is_none()
        {
            return full.clone();
        }
        if let Some((0, full)) = inspectorate_in(name)
            && full.len() + 4 >= name.len()
        {
            return full.to_owned();
        }
        if ["inspectorate", "regulator", "watchdog"].contains(&name)
            && let Some(inspectorate) = self.inspectorate()
        {
            return inspectorate.clone();
        }
        let unnamed = !name.contains(char::is_uppercase)
            && super::lexicon::class(name.rsplit(' ').next().unwrap_or(name)).is(Class::BODY);
        if unnamed {
            let head = name.split(' ').next_back().unwrap_or(name);
            let heads: &[&str] = match head {
                "authority" => &["council"],
                "home" => &["home", "house"],
                _ => &[head],
            };
            return self.nearest_body(heads, at).unwrap_or_else(|| name.to_owned());
        }
        // 'Oakmont', named before as Oakmont Healthcare
        if let Some(full) = self.longer_name(name) {
            return full.to_owned();
        }
        // 'operator Caledon Homes'
        let name = name
            .split_once(' ')
            .filter(|(lead, rest)| {
                rest.starts_with(char::is_uppercase)
                    && lead.starts_with(char::is_lowercase)
                    && super::lexicon::class(lead).is(Class::BODY.or(Class::ROLE))
            })
            .map_or(name, |(_, rest)| rest);
        name.split([',', '(']).next().unwrap_or(name).trim().to_owned()
    }
}

/// The first inspectorate named, or the several that inspect together; `known` is what the
/// paragraphs before name.
fn inspectorate_of(text: &str, known: Option<String>) -> Option<String> {
    let text = &text[..text.floor_char_boundary(4_000)];
    // 'the chief inspector of prisons' names none.
    let found = has_inspectorate_word(text).then(|| inspectorate_in(text)).flatten();
    let Some((start, name)) = found else { return known };
    // 'Ofsted, the Care Quality Commission and HMI Probation'
    let mut end = start;
    let mut count = 0;
    let mut several = false;
    let mut rest = &text[start..];
    while let Some((at, full)) = inspectorate_in(rest) {
        let joins = count == 0
            || rest[..at].len() <= 40
                && rest[..at].split(|c: char| !c.is_alphanumeric()).all(|word| {
                    matches!(
                        word,
                        "" | "and"
                            | "the"
                            | "Fire"
                            | "Rescue"
                            | "Services"
                            | "CQC"
                            | "HMICFRS"
                            | "His"
                            | "Majesty"
                            | "s"
                            | "Inspectorate"
                            | "of"
                    )
                });
        if !joins {
            break;
        }
        let written = rest[at..]
            .char_indices()
            .take_while(|(_, c)| c.is_alphanumeric())
            .last()
            .map_or(0, |(i, _)| i + 1);
        let len = if rest[at..].len() >= full.len()
            && rest.is_char_boundary(at + full.len())
            && rest[at..at + full.len()].eq_ignore_ascii_case(full)
        {
            full.len()
        } else {
            written
        };
        several |= full != name;
        end = text.len() - rest.len() + at + len.max(1);
        rest = text.get(end..).unwrap_or("");
        count += 1;
        if count > 6 {
            break;
        }
    }
    // 'the Care Quality Commission (CQC)' is one, named twice.
    let whole = &text[start..end];
    let open = whole.rfind('(').is_some_and(|open| !whole[open..].contains(')'));
    let end = if open && text[end..].starts_with(')') { end + 1 } else { end };
    let joint = count >= 2 && several;
    if joint {
        // 'Ofsted and the Care Quality Commission (CQC)'
        let whole = &text[start..end];
        let bare = whole.strip_suffix(')').and_then(|whole| whole.rsplit_once(" ("));
        Some(bare.map_or(whole, |(names, _)| names).to_owned())
    } else {
        known.or_else(|| Some(name.to_owned()))
    }
}

/// Whether the name is of several inspectorates.
fn is_joint(inspectorate: &str) -> bool {
    inspectorate.contains(" and ") || inspectorate.contains(',')
}

/// The other of a couple, of whom only the first name stands before 'and': '*Dan* and Becky Day'.
fn partner_before(
    source: &str,
    paragraph: &Paragraph,
    start: usize,
    person: &Person,
) -> Option<Person> {
    let first = start.checked_sub(2)?;
    let tokens = &paragraph.tokens;
    let alone = tokens[first].capital
        && tokens[first].is(Class::NAME)
        && !first.checked_sub(1).is_some_and(|before| tokens[before].is_name_part());
    let couple = alone
        && paragraph.word_is(source, first + 1, "and")
        && tokens[start].is(Class::NAME)
        && tokens[start].span.start() == person.core.start();
    let (_, surname) = person.name.split_once(' ').filter(|_| couple)?;
    let core = tokens[first].span;
    let name = format!("{} {surname}", core.of(source));
    Some(Person {
        core,
        gender: first_name_gender(&name),
        role: None,
        phrase: name.clone(),
        deeds: String::new(),
        name,
        ..person.clone()
    })
}

/// Takes the first of a couple out of their common name: '*Hannah* and Jamie Pryce'.
fn part_couple(source: &str, couple: &mut Person) -> Option<Person> {
    let (first, second) = couple.name.split_once(" and ")?;
    let (other, surname) = second.split_once(' ')?;
    let known = |word: &str| super::lexicon::class(word).is(Class::NAME);
    if !known(first) || !known(other) || surname.contains(" and ") {
        return None;
    }
    let core = couple.core.of(source);
    let (start, at) = (couple.core.start(), core.find(second)?);
    let name = format!("{first} {surname}");
    let partner = Person {
        core: Span::new(start, start + core.find(first)? + first.len()),
        gender: first_name_gender(&name),
        name,
        ..couple.clone()
    };
    couple.core = Span::new(start + at, couple.core.end());
    couple.name = second.to_owned();
    couple.gender = first_name_gender(&couple.name);
    Some(partner)
}

/// A phrase without the relative clause that tells what somebody said: what stands there is of
/// others.
fn without_their_words(phrase: &str) -> &str {
    let Some((before, clause)) = phrase.split_once(" who ") else { return phrase };
    let verb = clause.split(' ').next().unwrap_or(clause);
    let says = super::lexicon::class(verb).is(Class::CUE) && !clause.starts_with("set up ");
    if says { before.trim_end_matches(',') } else { phrase }
}

/// Whether a phrase names again somebody whom the text has named: 'the 41-year-old', 'the Labour
/// politician', 'the North Dale member'.
fn names_again(core: &str) -> bool {
    let Some(("the" | "The", noun)) = core.split_once(' ') else { return false };
    let last = noun.rsplit(' ').next().unwrap_or(noun).to_lowercase();
    let newspaper = noun == "Independent";
    let seat =
        ["man", "member", "woman"].contains(&last.as_str()) && noun.starts_with(char::is_uppercase);
    // 'the 36-year-old farmer', 'the retired teacher'
    let aged = noun.split(' ').any(|word| word.ends_with("-year-old"));
    let former = noun.starts_with("former ") && !super::lexicon::class(&last).is(Class::ROLE);
    let retired = noun.starts_with("retired ") || former;
    // 'the mother of two', 'the dad-of-three'
    let kin = ["mother", "father", "mum", "dad"].iter().any(|kin| {
        noun.strip_prefix(kin).is_some_and(|rest| {
            let count = rest.strip_prefix(" of ").or_else(|| rest.strip_prefix("-of-"));
            count.is_some_and(|count| !count.is_empty() && !count.contains(' '))
        })
    });
    // 'the joiner'
    let unknown = super::lexicon::class(noun) == Class::NONE;
    let trade = unknown
        && noun.bytes().all(|b| b.is_ascii_lowercase())
        && ["er", "ian", "ist", "man", "or"]
            .iter()
            .any(|end| noun.len() > 5 && noun.ends_with(end));
    seat || aged
        || retired
        || kin
        || trade
        || !newspaper && EPITHETS.binary_search(&last.as_str()).is_ok()
}

/// What a sentence says of the person who is its subject: 'chairs the parents’ forum'.
fn deeds<'t>(source: &'t str, paragraph: &Paragraph, rest: Range<usize>) -> Option<&'t str> {
    let first = paragraph.tokens.get(rest.start).filter(|_| !rest.is_empty())?;
    let other = Class::CUE.or(Class::PREPOSITION).or(Class::PRONOUN).or(Class::COORDINATOR);
    if first.kind != Kind::Word || first.is(other) || first.capital {
        return None;
    }
    let end = rest
        .clone()
        .take(16)
        .find(|&i| matches!(paragraph.tokens[i].kind, Kind::Quote(_) | Kind::Comma | Kind::Stop));
    let end = end.unwrap_or(rest.end.min(rest.start + 16));
    Some(paragraph.span(&(rest.start..end)).of(source))
}

/// The role in what somebody is: 'is cabinet member for children'.
fn role_in(deeds: &str) -> Option<&str> {
    let role = ["is ", "was ", "became "].iter().find_map(|be| deeds.strip_prefix(be))?;
    let role = ["the ", "a ", "an "].iter().find_map(|a| role.strip_prefix(a)).unwrap_or(role);
    let named = role.split(' ').take(3).any(|word| super::lexicon::class(word).is(Class::ROLE));
    named.then_some(role)
}

/// The kind and the name of the body that a run of capitalised words names: by its last word, by
/// the field after its first ('Department for Education'), or by what is said of it ('Larch Court,
/// a care home'; 'Larch Court care home').
fn kind_of_body(
    source: &str,
    paragraph: &Paragraph,
    run: Range<usize>,
    until: usize,
) -> Option<(String, String)> {
    let Range { start, end } = run;
    let word = |at: usize| paragraph.tokens[at].span.of(source);
    let name = |end: usize| paragraph.span(&(start..end)).of(source).to_owned();
    let field = ["for", "of"].iter().any(|link| paragraph.word_is(source, end, link))
        && paragraph.is(end - 1, Class::BODY)
        && end + 1 < until
        && paragraph.tokens[end + 1].is_name_part()
        && !paragraph.is(end + 1, Class::TIME);
    if field {
        let mut last = end + 1;
        while last < until.min(end + 8)
            && (paragraph.tokens[last].is_name_part()
                || paragraph.word_is(source, last, "and")
                    && last + 1 < until
                    && paragraph.tokens[last + 1].is_name_part()
                    && !paragraph.is(last + 1, Class::NAME.or(Class::TITLE)))
        {
            last += 1;
        }
        return Some((word(end - 1).to_lowercase(), name(last)));
    }
    // 'St Olave's CE Primary'
    let saint = start >= 3
        && paragraph.kind(start - 1) == Some(Kind::Possessive)
        && paragraph.tokens[start - 2].is_name_part()
        && paragraph.word_is(source, start - 3, "St");
    if saint && paragraph.is(end - 1, Class::BODY) {
        let name = paragraph.span(&(start - 3..end)).of(source);
        return Some((word(end - 1).to_lowercase(), name.to_owned()));
    }
    if end - start < 2 {
        return None;
    }
    if paragraph.is(end - 1, Class::BODY) {
        return Some((word(end - 1).to_lowercase(), name(end)));
    }
    let other = Class::NAME.or(Class::TITLE).or(Class::TIME).or(Class::ROLE);
    if paragraph.is(start, other) {
        return None;
    }
    // What is said of it, in apposition.
    let kind = |at: usize| {
        [
            "academy", "charity", "college", "home", "hospital", "nursery", "prison", "school",
            "trust",
        ]
        .iter()
        .find(|kind| paragraph.word_is(source, at, kind) && !paragraph.tokens[at].capital)
    };
    let apposed = paragraph.kind(end) == Some(Kind::Comma)
        && ["a", "an", "the"].iter().any(|article| paragraph.word_is(source, end + 1, article));
    let from = if apposed { end + 2 } else { end };
    let reach = from + 3;
    let found = (from..until.min(reach)).find_map(|at| {
        let plain = (from..at).all(|i| {
            paragraph.kind(i) == Some(Kind::Word)
                && !paragraph.is(i, Class::PREPOSITION.or(Class::AUXILIARY).or(Class::CUE))
        });
        kind(at).filter(|_| plain)
    })?;
    Some(((*found).to_owned(), name(end)))
}

/// The office of whoever a document is from: 'a statement from *the chair of governors*'.
fn office_of_author(phrase: &str) -> Option<&str> {
    let (_, author) = phrase.split_once(" from ").or_else(|| phrase.split_once(" by "))?;
    let author = author.split([',', '(']).next().unwrap_or(author);
    let author =
        ["the ", "its ", "a "].iter().find_map(|a| author.strip_prefix(a)).unwrap_or(author);
    let head = author.split(" of ").next().unwrap_or(author);
    let last = head.rsplit(' ').next().unwrap_or(head);
    super::lexicon::class(last).is(Class::ROLE).then_some(author)
}

/// Whether two words mean the head of a school.
fn is_same_office(one: &str, other: &str) -> bool {
    const HEADS: &[&str] = &["head", "headteacher", "headmaster", "headmistress", "principal"];
    HEADS.contains(&one) && HEADS.contains(&other)
}

/// Whether an age in commas stands at token `at`: ', 78,', ', now 18,'.
fn is_age(paragraph: &Paragraph, source: &str, at: usize) -> bool {
    if paragraph.kind(at) != Some(Kind::Comma) {
        return false;
    }
    let number = at + 1 + usize::from(paragraph.word_is(source, at + 1, "now"));
    paragraph.kind(number) == Some(Kind::Number)
        && paragraph.tokens[number].span.len() <= 2
        && matches!(paragraph.kind(number + 1), None | Some(Kind::Comma | Kind::Stop))
}

/// The beginning of a phrase: one carried from speaker to speaker must not grow with each.
fn beginning(phrase: &str) -> &str {
    phrase.char_indices().nth(PHRASE).map_or(phrase, |(end, _)| &phrase[..end])
}

/// A name in whose place non-breaking spaces and line ends may stand.
fn with_plain_spaces(name: &str) -> String {
    if name.contains(|c: char| c.is_whitespace() && c != ' ') {
        name.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        name.to_owned()
    }
}

/// A name without the titles before it.
fn without_titles(name: &str) -> &str {
    let mut rest = name.trim();
    while let Some((word, after)) = rest.split_once(char::is_whitespace) {
        let bare = word.trim_end_matches('.');
        // 'Mr and Mrs Pryce'
        let joined = bare == "and"
            && rest.len() < name.trim().len()
            && after.split_once(' ').is_some_and(|(next, _)| {
                super::lexicon::class(next.trim_end_matches('.')).is(Class::TITLE)
            });
        let title = super::lexicon::class(bare).is(Class::TITLE)
            || ["the", "The"].contains(&bare)
            || joined;
        if !title {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

fn title_gender(core: &str) -> Option<Gender> {
    core.split_whitespace().take(2).find_map(|word| {
        let class = super::lexicon::class(word.trim_end_matches('.'));
        match () {
            () if !class.is(Class::TITLE) => None,
            () if class.is(Class::WOMAN) => Some(Gender::Woman),
            () if class.is(Class::MAN) => Some(Gender::Man),
            () => None,
        }
    })
}

fn noun_gender(phrase: &str) -> Option<Gender> {
    phrase.split(|c: char| !c.is_alphanumeric()).find_map(|word| {
        let class = super::lexicon::class(word);
        match () {
            () if class.is(Class::WOMAN) => Some(Gender::Woman),
            () if class.is(Class::MAN) => Some(Gender::Man),
            () => None,
        }
    })
}

fn first_name_gender(name: &str) -> Option<Gender> {
    let first = without_titles(name).split([' ', '-']).next()?;
    let class = super::lexicon::class(first);
    match () {
        () if class.is(Class::WOMAN_NAME) => Some(Gender::Woman),
        () if class.is(Class::MAN_NAME) => Some(Gender::Man),
        () => None,
    }
}

/// The gender that a person's title, first name or role tells.
fn gender(core: &str, phrase: &str) -> Option<Gender> {
    title_gender(core).or_else(|| first_name_gender(core)).or_else(|| {
        let head = phrase.get(..phrase.len().min(60)).unwrap_or(phrase);
        noun_gender(head)
    })
}
