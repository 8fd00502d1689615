//! Word classes: what a word can be, looked up once a word.

use std::sync::LazyLock;

use crate::lexicon::Classes;
use crate::tables::{grammar, names, speech};
use crate::text::Token;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

impl Class {
    /// A finite form of a verb that introduces what somebody says: 'said', 'adds'.
    pub const SPEECH: Class = Class(1);
    /// Such a verb's plain form: 'say'.
    pub const SPEECH_BASE: Class = Class(1 << 1);
    /// Such a verb's participle: 'adding'.
    pub const SPEECH_ING: Class = Class(1 << 2);
    /// A finite form of a verb that takes a quoted fragment: 'called', 'wants'.
    pub const ATTITUDE: Class = Class(1 << 3);
    pub const ATTITUDE_BASE: Class = Class(1 << 4);
    pub const ATTITUDE_ING: Class = Class(1 << 5);
    /// 'written', 'spoken'.
    pub const PARTICIPLE: Class = Class(1 << 6);
    /// 'claim', 'finding'.
    pub const SPEECH_NOUN: Class = Class(1 << 7);
    /// Another finite verb.
    pub const VERB: Class = Class(1 << 8);
    pub const DETERMINER: Class = Class(1 << 9);
    pub const PRONOUN: Class = Class(1 << 10);
    pub const RELATIVE: Class = Class(1 << 11);
    pub const PREPOSITION: Class = Class(1 << 12);
    pub const SUBORDINATOR: Class = Class(1 << 13);
    pub const COORDINATOR: Class = Class(1 << 14);
    pub const AUXILIARY: Class = Class(1 << 15);
    pub const ADVERB: Class = Class(1 << 16);
    pub const TIME: Class = Class(1 << 17);
    pub const TITLE: Class = Class(1 << 18);
    pub const WOMAN: Class = Class(1 << 19);
    pub const MAN: Class = Class(1 << 20);
    pub const SPOKESPERSON: Class = Class(1 << 21);
    pub const DOCUMENT: Class = Class(1 << 22);
    pub const BODY: Class = Class(1 << 23);
    pub const PEOPLE: Class = Class(1 << 24);
    pub const ROLE: Class = Class(1 << 25);
    pub const WOMAN_NAME: Class = Class(1 << 26);
    pub const MAN_NAME: Class = Class(1 << 27);

    /// A verb of doing rather than saying.
    pub const DEED: Class = Class(1 << 28);
    /// The last word of a place's or newspaper's name.
    pub const PLACE: Class = Class(1 << 29);

    pub const NONE: Class = Class(0);
    /// Any finite form of a verb of saying.
    pub const CUE: Class = Class::SPEECH.or(Class::ATTITUDE);
    pub const CUE_BASE: Class = Class::SPEECH_BASE.or(Class::ATTITUDE_BASE);
    pub const CUE_ING: Class = Class::SPEECH_ING.or(Class::ATTITUDE_ING);
    pub const NAME: Class = Class::WOMAN_NAME.or(Class::MAN_NAME);
    /// Nouns that can stand for a speaker.
    pub const SPEAKER: Class =
        Class::PEOPLE.or(Class::ROLE).or(Class::BODY).or(Class::DOCUMENT).or(Class::SPOKESPERSON);

    pub const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether the word can be any of `classes`.
    pub fn is(self, classes: Class) -> bool {
        self.0 & classes.0 != 0
    }
}

/// The lists of words with a class.
pub(crate) static LISTS: &[(&[&str], Class)] = &[
    (speech::SPEECH_FINITE, Class::SPEECH),
    (speech::SPEECH_BASE, Class::SPEECH_BASE),
    (speech::SPEECH_ING, Class::SPEECH_ING),
    (speech::ATTITUDE_FINITE, Class::ATTITUDE),
    (speech::ATTITUDE_BASE, Class::ATTITUDE_BASE),
    (speech::ATTITUDE_ING, Class::ATTITUDE_ING),
    (speech::PARTICIPLES, Class::PARTICIPLE),
    (speech::SPEECH_NOUNS, Class::SPEECH_NOUN),
    (speech::OTHER_VERBS, Class::VERB),
    (grammar::DETERMINERS, Class::DETERMINER),
    (grammar::PRONOUNS, Class::PRONOUN),
    (grammar::RELATIVES, Class::RELATIVE),
    (grammar::PREPOSITIONS, Class::PREPOSITION),
    (grammar::SUBORDINATORS, Class::SUBORDINATOR),
    (grammar::COORDINATORS, Class::COORDINATOR),
    (grammar::AUXILIARIES, Class::AUXILIARY),
    (grammar::ADVERBS, Class::ADVERB),
    (grammar::TIMES, Class::TIME),
    (grammar::TITLES, Class::TITLE),
    (grammar::WOMEN, Class::WOMAN),
    (grammar::MEN, Class::MAN),
    (grammar::SPOKESPEOPLE, Class::SPOKESPERSON),
    (grammar::DOCUMENTS, Class::DOCUMENT),
    (grammar::BODIES, Class::BODY),
    (grammar::PEOPLE, Class::PEOPLE),
    (grammar::ROLES, Class::ROLE),
    (names::WOMEN_NAMES, Class::WOMAN_NAME),
    (names::MEN_NAMES, Class::MAN_NAME),
    (speech::DEEDS, Class::DEED),
    (grammar::PLACES, Class::PLACE),
];

static CLASSES: LazyLock<Classes<Class>> = LazyLock::new(|| {
    let listed = LISTS.iter().flat_map(|&(words, class)| words.iter().map(move |w| (*w, class)));
    Classes::of(listed, Class::or)
});

/// The classes of `word`, in any case.
pub(super) fn class(word: &str) -> Class {
    CLASSES.of_word(word.as_bytes())
}

/// The classes of a token.
pub(super) fn class_of(token: Token) -> Class {
    CLASSES.by_number(token.number)
}
