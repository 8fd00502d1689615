//! Whom a text speaks of at each place, as its reader has it.
//!
//! | in the text | told of after it |
//! | --- | --- |
//! | '**Ashby Primary** was inspected in May.' | the subject |
//! | 'Things went less well for **Ashby Primary**. Its teaching' | whom the next sentence points back at |
//! | 'The **secondary** was told' | the one of that kind, told of before |
//! | '**It** was inspected' | whoever was told of before |
//! | 'The council met on Monday.' | after some sentences, whom the text is about |

use super::roles::Role;
use super::{Names, Place};
use crate::record::Provider;

use super::super::sorts::{Sort, agree};

/// How many sentences may stand under the name of a provider.
const MOST_UNDER: usize = 12;
/// How many sentences back a text may have said whom it is about.
const FOCUS: usize = 2;

/// What a sentence of the text proper tells, without a name, of whom the text speaks of.
#[derive(Debug)]
pub(super) struct Told {
    pub sentence: usize,
    pub block: usize,
    /// Where a noun with its article is what the sentence is about, and of what sort: 'the home'.
    pub noun: Option<(usize, Sort)>,
    /// Whether 'it' or 'its' points back.
    pub points: bool,
}

/// What a sentence does with the one who was told of before it.
enum Turn {
    /// It tells of this one.
    To(usize),
    /// It goes on about the same.
    Stays,
    /// It tells of something else.
    Away,
    /// It names others, without being about them.
    Leaves,
}

impl Names<'_> {
    /// The names of the sentence `number` that may be spoken of.
    fn places_in(&self, number: usize) -> impl DoubleEndedIterator<Item = &Place> + Clone {
        let from = self.places.partition_point(|p| p.sentence < number);
        let to = self.places.partition_point(|p| p.sentence <= number);
        // 'Queen's Meadow' is as sure a name as 'Queen's Meadow Academy'.
        let strong = |p: &&Place| {
            let named = &self.names[p.name];
            p.role != Role::Aside
                && (named.strong
                    || !p.inside && self.sites.iter().any(|site| site.0 == p.name)
                    || named.words.len() > 1 && !p.inside && {
                        let full = &self.names[self.fullest_of(p.name)];
                        full.strong && full.sort.is_school()
                    })
        };
        self.places[from..to].iter().filter(strong)
    }

    /// Follows the text from sentence to sentence and keeps whom each leaves its reader with, after
    /// the providers that are graded are told; `graded` holds the sentences with grades.
    pub(in crate::ratings) fn follow(&mut self, graded: &[usize]) {
        if !self.turns {
            return;
        }
        self.take_lines(graded);
        let last = if self.tells_of_several() { MOST_UNDER } else { FOCUS };
        let mut centres = Vec::with_capacity(self.told.len());
        let mut centre = None;
        let mut block = usize::MAX;
        let mut idle = 0;
        for told in &self.told {
            let section = self.section(told.sentence + 1);
            let heading = section.map(|(_, name)| self.fullest_of(name));
            let heads = section.is_some_and(|(first, _)| first == told.sentence);
            match self.turn(told, centre, section.is_some()) {
                _ if heads => (centre, idle) = (heading, 0),
                Turn::To(name) => (centre, idle) = (Some(name), 0),
                Turn::Stays if block == told.block || last > FOCUS => idle = 0,
                Turn::Leaves => (centre, idle) = (heading, 0),
                Turn::Stays | Turn::Away => idle += 1,
            }
            if idle >= last {
                centre = heading;
            }
            block = told.block;
            centres.push((told.sentence, centre));
        }
        self.centres = centres;
    }

    /// 'Jellybeans', alone on its line over a grade, in a text with other names over grades.
    fn take_lines(&mut self, graded: &[usize]) {
        let over_grade = |&(line, _): &(usize, usize)| {
            let next = graded.partition_point(|&sentence| sentence <= line);
            graded.get(next).is_some_and(|&sentence| sentence <= line + 2)
        };
        let lines: Vec<(usize, usize)> = self.lines.iter().copied().filter(over_grade).collect();
        if lines.is_empty() || lines.len() + self.sections.len() < 3 {
            return;
        }
        for &(sentence, name) in &lines {
            self.names[name].strong = true;
            let from = self.places.partition_point(|p| p.sentence < sentence);
            if let Some(place) = self.places.get_mut(from) {
                place.role = Role::Subject;
            }
        }
        self.sections.extend(lines);
        self.sections.sort_unstable();
    }

    /// What a sentence does with the one who was told of before it.
    fn turn(&self, told: &Told, centre: Option<usize>, in_section: bool) -> Turn {
        let mut named = false;
        let fits = |p: &&Place| !p.said && self.is_like_main(p.name);
        for place in self.places_in(told.sentence).filter(fits) {
            if place.role == Role::Subject {
                return Turn::To(self.told_by(place));
            }
            named = true;
        }
        let spoken = told.noun.and_then(|(at, sort)| self.narrow(sort, at, centre));
        match spoken {
            Some(name) => Turn::To(name),
            _ if named && !in_section => Turn::Leaves,
            _ if told.points => Turn::Stays,
            _ => match told.noun {
                Some((_, sort)) if centre.is_some_and(|c| self.fits(sort, c)) => Turn::Stays,
                _ => Turn::Away,
            },
        }
    }

    /// Whether a text turns from one provider to another, so that each is told of until the next:
    /// where paragraphs begin with more than one besides the main provider, and as often.
    fn tells_of_several(&self) -> bool {
        let mut begun: Vec<(usize, usize)> = Vec::new();
        let mut block = usize::MAX;
        for told in self.told.iter().take(300) {
            let begins = told.block != block;
            block = told.block;
            let place =
                self.places_in(told.sentence).find(|p| !p.said && self.is_like_main(p.name));
            let Some(place) = place.filter(|p| begins && p.role == Role::Subject) else { continue };
            let name = self.told_by(place);
            match begun.iter_mut().find(|(other, _)| *other == name) {
                Some((_, times)) => *times += 1,
                None => begun.push((name, 1)),
            }
        }
        let of_main = begun.iter().find(|(name, _)| Some(*name) == self.main).map_or(0, |b| b.1);
        let of_others: usize = begun.iter().map(|b| b.1).sum::<usize>() - of_main;
        let others = begun.iter().filter(|(name, _)| Some(*name) != self.main).count();
        others > 1 && of_others >= of_main
    }

    /// The one who is told of before the sentence `number`.
    pub(super) fn centre_before(&self, number: usize) -> Option<usize> {
        let next = self.centres.partition_point(|&(sentence, _)| sentence < number);
        let &(sentence, centre) = self.centres.get(next.checked_sub(1)?)?;
        centre.filter(|_| sentence + FOCUS + 1 >= number)
    }

    /// The provider of just the kind that a noun at byte `at` speaks of: 'the secondary', where the
    /// text has told of a primary and of a high school.
    pub(super) fn narrow(&self, sort: Sort, at: usize, centre: Option<usize>) -> Option<usize> {
        if !sort.is_narrow() {
            return None;
        }
        let just = |name: usize| self.names[name].sort == sort;
        if let Some(centre) = centre.filter(|&c| just(c)) {
            return Some(centre);
        }
        let before = self.places.partition_point(|p| p.start < at);
        let told = self.places[..before].iter().rev().take(200);
        let mut told = told.filter(|p| p.role != Role::Aside && !p.said && just(p.name));
        let strong = |p: &Place| self.names[p.name].strong && self.names[p.name].proper;
        let other = told.find(|p| strong(p)).map(|p| self.fullest_of(p.name))?;
        // 'A primary school': the text may be about a school whose name does not say so.
        let main = self.main.filter(|&m| m != other && self.names[m].sort == Sort::School);
        main.is_none_or(|_| self.opening != sort).then_some(other)
    }

    /// Whom the text speaks of at byte `at` of the sentence `number`: the last name before it, else
    /// whoever was told of before.
    pub(super) fn focus(
        &self,
        number: usize,
        at: usize,
        fits: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        if !self.turns {
            return None;
        }
        let here = self.places_in(number).rfind(|p| p.start < at && fits(p.name));
        if let Some(place) = here {
            return Some(self.told_by(place));
        }
        let centre = self.centre_before(number);
        // 'The secondary was told in April that it'
        let told = self.told.partition_point(|told| told.sentence < number);
        let told = self.told.get(told).filter(|told| told.sentence == number);
        let noun = told.and_then(|told| told.noun).filter(|&(start, _)| start < at);
        let spoken = noun.and_then(|(start, sort)| self.narrow(sort, start, centre));
        if let Some(name) = spoken.filter(|&name| fits(name)) {
            return Some(name);
        }
        if let Some(centre) = centre.filter(|&c| fits(c)) {
            return Some(centre);
        }
        let section = self.section(number);
        for back in 1..=FOCUS.min(number) {
            if section.is_some_and(|(first, _)| number - back <= first) {
                break;
            }
            // Of those that the text may be about the centre tells.
            let others = self.places_in(number - back).filter(|p| !self.is_like_main(p.name));
            let mut named = false;
            for place in others.filter(|p| fits(p.name)) {
                if place.role == Role::Subject {
                    return Some(self.told_by(place));
                }
                named = true;
            }
            if named && section.is_none() {
                return None;
            }
        }
        let heading = |&name: &usize| fits(name) || self.names[name].sort == Sort::Other;
        section.map(|(_, name)| self.fullest_of(name)).filter(heading)
    }

    /// Who is told of at a place: 'a Castlebeck primary' is the school that the text is about.
    fn told_by(&self, place: &Place) -> usize {
        let named = &self.names[place.name];
        let before = &self.source.as_bytes()[..place.start];
        let introduced =
            [&b" a "[..], b" an ", b"\nA ", b" A "].iter().any(|a| before.ends_with(a));
        match self.main.filter(|&main| self.names[main].sort == named.sort) {
            Some(main) if introduced && !named.proper => main,
            _ => self.fullest_of(place.name),
        }
    }

    /// The two names that the sentence before `number` tells of, for 'both'.
    pub(in crate::ratings) fn both_of(&self, number: usize) -> Option<Vec<Provider>> {
        let before = number.checked_sub(1)?;
        let from = self.places.partition_point(|p| p.sentence < before);
        let told = self.places[from..].iter().take_while(|p| p.sentence == before);
        let mut names: Vec<usize> = Vec::new();
        for place in told.filter(|p| p.role != Role::Aside && !p.inside) {
            let full = self.fullest_of(place.name);
            if !names.contains(&full) {
                names.push(full);
            }
        }
        // 'Ashby Lodge, in Mill Lane, Oxtown, and Beck House were': those that are no places.
        if names.len() > 2 {
            names.retain(|&at| self.names[at].strong);
        }
        let provider = |&at: &usize| self.provider(self.names[at].span);
        (names.len() == 2).then(|| names.iter().map(provider).collect())
    }

    /// Whether a sentence stands before the first heading of a round-up: what it tells is of all.
    pub(in crate::ratings) fn is_before_sections(&self, number: usize) -> bool {
        self.sections.len() > 1 && number < self.sections[0].0
    }

    /// The name that the sentence after `number` opens with.
    pub(super) fn opens_next(&self, number: usize) -> Option<usize> {
        let from = self.places.partition_point(|p| p.sentence <= number);
        let next = self.places.get(from).filter(|p| p.sentence == number + 1)?;
        let strong = self.names[next.name].strong && next.role == Role::Subject;
        strong.then(|| self.fullest_of(next.name))
    }

    /// The heading that the sentence `number` stands under, in a text that tells of one provider
    /// after the other under their names.
    fn section(&self, number: usize) -> Option<(usize, usize)> {
        if self.sections.len() < 2 {
            return None;
        }
        let next = self.sections.partition_point(|&(first, _)| first < number);
        let &(first, name) = self.sections.get(next.checked_sub(1)?)?;
        // Past the last heading the text may go on to something else.
        (number - first <= MOST_UNDER).then_some((first, name))
    }

    /// Whom the text speaks of at byte `at` of the sentence `number` without naming anybody.
    pub(in crate::ratings) fn meant(&self, number: usize, at: usize) -> Option<Provider> {
        let focus = self.focus(number, at, |name| self.is_like_main(name));
        focus.or(self.main).map(|name| self.provider(self.names[name].span))
    }

    /// Whose a date at byte `at` of the sentence `number` is: of all that 'were inspected' on it.
    pub(in crate::ratings) fn dated(&self, number: usize, at: usize) -> Vec<Provider> {
        let like = |name: usize| self.is_like_main(name);
        let provider = |name: usize| self.provider(self.names[self.fullest_of(name)].span);
        let mut told = self.places_in(number).filter(|p| p.start < at && like(p.name));
        let last = told.clone().next_back();
        if let Some(last) = last
            && self.source.get(last.start..at).is_some_and(|words| words.contains(" were "))
        {
            let mut all: Vec<Provider> = Vec::new();
            for place in told.by_ref().filter(|p| !p.inside) {
                let one = provider(place.name);
                if !all.contains(&one) {
                    all.push(one);
                }
            }
            return all;
        }
        let after = || self.places_in(number).find(|p| p.start > at && like(p.name));
        match last.or_else(after) {
            Some(place) => vec![provider(place.name)],
            None => self.meant(number, at).into_iter().collect(),
        }
    }

    /// Whether a name may be of whom the text speaks when it names nobody.
    fn is_like_main(&self, at: usize) -> bool {
        self.names[at].graded > 0
            || self.main.is_none_or(|m| {
                let (main, own) = (self.names[m].sort, self.names[at].sort);
                agree(own, main)
                    || agree(main, own) && own != Sort::Other
                    || own.teaches() && main.teaches()
            })
    }
}
