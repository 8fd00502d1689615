//! The people whom a text quotes, and whose side they are on.
//!
//! | in the text | elsewhere in it |
//! | --- | --- |
//! | '“…,” lead inspector **Ann Oakes** wrote' | '**Oakes** praises …' is what the inspectorate says |
//! | '“…,” said headteacher **Leo Marr**' | '**Marr** said that …' is what the school says |
//! | '**Jo Lind**, director of services', '“…,” said Lind' | '**Lind** told members …' is what the council says |

use super::words::{self, Class, INSPECTORATE, OTHER, PROVIDER};
use crate::extractor::Reading;
use crate::record::{Quote, Speaker, Voice};
use crate::tables::names::{MEN_NAMES, WOMEN_NAMES};

/// Surnames with the class of noun that they stand for, in order.
#[derive(Debug, Default)]
pub(super) struct Names(Vec<(String, Class)>);

impl Names {
    /// The people whom the quotations name. A surname of people on two sides tells nothing.
    pub(super) fn of(reading: &Reading<'_>) -> Names {
        let source = reading.text.source;
        let mut names: Vec<(String, Class)> = Vec::new();
        // Those without a role are looked up in the text, but no more than a few of them.
        let mut looked = 0;
        for quote in reading.quotes {
            let Some(name) = quote.speaker.as_ref().and_then(surname) else { continue };
            let class = match of_voice(quote) {
                Some(class) => class,
                None if looked < MOST && !names.iter().any(|(known, _)| known == name) => {
                    looked += 1;
                    role_in(source, name)
                }
                None => continue,
            };
            if class != Class::default() {
                names.push((name.to_owned(), class));
            }
        }
        names.sort_unstable();
        names.dedup();
        let twice: Vec<String> = names
            .windows(2)
            .filter(|pair| pair[0].0 == pair[1].0)
            .map(|pair| pair[0].0.clone())
            .collect();
        names.retain(|(name, _)| twice.binary_search(name).is_err());
        Names(names)
    }

    /// The class that a capitalised word has as somebody's surname.
    pub(super) fn class(&self, word: &str) -> Class {
        let found = self.0.binary_search_by(|(name, _)| name.as_str().cmp(word));
        found.map_or(Class::default(), |i| self.0[i].1)
    }
}

/// How many names are looked up in a text.
const MOST: usize = 8;

/// The class of who says a quotation, by its voice.
fn of_voice(quote: &Quote) -> Option<Class> {
    match quote.voice {
        Voice::Inspectorate => Some(INSPECTORATE),
        Voice::Provider => Some(PROVIDER),
        Voice::Government | Voice::Other => Some(OTHER),
        Voice::Unknown => None,
    }
}

/// The surname of a speaker, if it is a person's and no word that means something else.
fn surname(speaker: &Speaker) -> Option<&str> {
    let name = speaker.name.as_deref()?;
    let (first, last) = (name.split(' ').next()?, name.rsplit(' ').next()?);
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let known = first.to_lowercase();
    let person = speaker.role.is_some()
        || speaker.text == last
        || [MEN_NAMES, WOMEN_NAMES].iter().any(|list| list.binary_search(&known.as_str()).is_ok());
    (person
        && last.len() > 3
        && name.split(' ').all(capital)
        && words::class_of(last) == Class::default())
    .then_some(last)
}

/// What the first place that names somebody says of them: 'Jo Lind, director of services',
/// 'In her report, Ann Oakes says'.
fn role_in(source: &str, name: &str) -> Class {
    let Some(at) = memchr::memmem::find(source.as_bytes(), name.as_bytes()) else {
        return Class::default();
    };
    let end = at + name.len();
    let after = &source[end..source.ceil_char_boundary(source.len().min(end + 70))];
    let before = &source[source.floor_char_boundary(at.saturating_sub(90))..at];
    let before = before.rsplit(['.', '\n', '!', '?']).next().unwrap_or_default();
    let side = |words: &str| {
        let mut words = words.split(|c: char| !c.is_alphanumeric() && c != '-');
        words.find_map(|word| {
            let class = words::class_of(word);
            [INSPECTORATE, OTHER, PROVIDER].into_iter().find(|side| class.is(*side))
        })
    };
    let apposition = after.strip_prefix(", ").and_then(|rest| rest.split([',', '.', '\n']).next());
    let report = before.rsplit_once(", ").filter(|(opening, _)| {
        let opening = opening.to_ascii_lowercase();
        opening.trim_start().starts_with("in ")
            && (opening.contains("report") || opening.contains("letter"))
    });
    apposition
        .and_then(side)
        .or_else(|| report.map(|_| INSPECTORATE))
        .or_else(|| side(before.rsplit([',', ';', ':']).next().unwrap_or_default()))
        .unwrap_or_default()
}
