//! The people whom a text quotes, and whose side they are on.
//!
//! | in the text | elsewhere in it |
//! | --- | --- |
//! | '“…,” lead inspector **Ann Oakes** wrote' | '**Oakes** praises …' is what the inspectorate says |
//! | '“…,” said headteacher **Leo Marr**' | '**Marr** said that …' is what the school says |

use super::words::{self, Class, INSPECTORATE, OTHER, PROVIDER};
use crate::record::{Quote, Speaker, Voice};
use crate::tables::names::{MEN_NAMES, WOMEN_NAMES};

/// Surnames with the class of noun that they stand for, in order.
#[derive(Debug, Default)]
pub(super) struct Names(Vec<(String, Class)>);

impl Names {
    /// The people whom the quotations name. A surname of people on two sides tells nothing.
    pub(super) fn of(quotes: &[Quote]) -> Names {
        let mut names: Vec<(String, Class)> = quotes
            .iter()
            .filter_map(|quote| {
                let class = match quote.voice {
                    Voice::Inspectorate => INSPECTORATE,
                    Voice::Provider => PROVIDER,
                    Voice::Government | Voice::Other => OTHER,
                    Voice::Unknown => return None,
                };
                Some((surname(quote.speaker.as_ref()?)?.to_owned(), class))
            })
            .collect();
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

/// The surname of a speaker, if it is a person's and no word that means something else.
fn surname(speaker: &Speaker) -> Option<&str> {
    let name = speaker.name.as_deref()?;
    let (first, last) = (name.split(' ').next()?, name.rsplit(' ').next()?);
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let known = first.to_lowercase();
    let person = speaker.role.is_some()
        || [MEN_NAMES, WOMEN_NAMES]
            .iter()
            .any(|names| names.binary_search(&known.as_str()).is_ok());
    (person
        && first.len() < name.len()
        && last.len() > 2
        && name.split(' ').all(capital)
        && words::class_of(last) == Class::default())
    .then_some(last)
}
