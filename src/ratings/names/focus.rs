//! Whom a text speaks of at each place, as its reader has it.

use super::roles::Role;
use super::{Names, Place};
use crate::record::Provider;

use super::super::providers::{Sort, agree};

/// How many sentences may stand under the name of a provider.
const MOST_UNDER: usize = 12;
/// How many sentences back a text may have said whom it is about.
const FOCUS: usize = 2;

impl Names<'_> {
    /// The names of the sentence `number` that may be spoken of.
    fn places_in(&self, number: usize) -> impl DoubleEndedIterator<Item = &Place> {
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
                        full.strong && full.sort == Sort::School
                    })
        };
        self.places[from..to].iter().filter(strong)
    }

    /// Whom the text speaks of at byte `at` of the sentence `number`: the last name before it, or
    /// the subject of one of the sentences before.
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
        let section = self.section(number);
        for back in 1..=FOCUS.min(number) {
            if section.is_some_and(|(first, _)| number - back <= first) {
                break;
            }
            let mut named = false;
            for place in self.places_in(number - back).filter(|p| fits(p.name)) {
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

    /// Whose a date at byte `at` of the sentence `number` is.
    pub(in crate::ratings) fn dated(&self, number: usize, at: usize) -> Option<Provider> {
        let like = |name: usize| self.is_like_main(name);
        let after = || self.places_in(number).find(|p| p.start > at && like(p.name));
        let before = self.places_in(number).rfind(|p| p.start < at && like(p.name));
        match before.or_else(after) {
            Some(place) => Some(self.provider(self.names[self.fullest_of(place.name)].span)),
            None => self.meant(number, at),
        }
    }

    /// Whether a name may be of whom the text speaks when it names nobody.
    fn is_like_main(&self, at: usize) -> bool {
        self.names[at].graded > 0
            || self.main.is_none_or(|m| {
                let (main, own) = (self.names[m].sort, self.names[at].sort);
                agree(own, main) || agree(main, own) && own != Sort::Other
            })
    }
}
