//! Headlines that name the speaker without a verb of saying.

use super::cues::{Attribution, Cues, Masked};
use super::kind;
use super::lexicon::Class;
use super::paragraph::{Kind, Token};
use super::rules;
use super::voice::inspectorate_in;
use crate::tables::speech::FEELINGS;

/// '‘We were not heard’: Carers speak out', 'Head ‘heartbroken’ as school shuts'
pub(super) fn headline(cues: &Cues<'_>, quote: Masked, words: &str) -> Option<Attribution> {
    let paragraph = cues.paragraph;
    if paragraph.kind(quote.last + 1) != Some(Kind::Colon) {
        return inverted(cues, quote)
            .or_else(|| feeling(cues, quote, words))
            .or_else(|| before_colon(cues, quote));
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
    // '‘We feel forgotten’: villagers' anger as bus is axed', but 'villagers' buses'
    let owned = paragraph.kind(end) == Some(Kind::Possessive);
    let felt = ["anger", "anguish", "despair", "fear", "fears", "fury", "grief", "heartbreak"]
        .iter()
        .chain(&["joy", "outrage", "plea", "pride", "shock", "tribute", "warning", "words"])
        .any(|word| paragraph.word_is(cues.source, end + 1, word));
    (plain && (!owned || felt)).then(|| Attribution {
        rule: &rules::HEADLINE,
        cue: None,
        speaker: Some(start..end),
        end: end - 1,
    })
}

/// 'Pupils ‘do not feel safe’ says Ofsted', without a comma.
fn inverted(cues: &Cues<'_>, quote: Masked) -> Option<Attribution> {
    let paragraph = cues.paragraph;
    let verb = quote.last + 1;
    let present = ["claim", "claims", "insist", "insists", "say", "says", "warn", "warns"]
        .iter()
        .any(|word| paragraph.word_is(cues.source, verb, word));
    if !present {
        return None;
    }
    let found = cues.inverted(verb, paragraph.sentence(verb).end)?;
    let mut speaker = found.speaker.clone()?;
    let somebody = speaker.any(|i| {
        paragraph.is(i, Class::SPEAKER)
            || paragraph.tokens[i].is_name_part()
            || inspectorate_in(paragraph.tokens[i].span.of(cues.source)).is_some()
    });
    let after = found.end + 1;
    let ends = matches!(paragraph.kind(after), None | Some(Kind::Stop | Kind::Comma | Kind::Dash))
        || paragraph.is(after, Class::PREPOSITION.or(Class::SUBORDINATOR));
    (somebody && ends).then_some(found)
}

/// 'Estyn: school has made ‘strong progress’'
fn before_colon(cues: &Cues<'_>, quote: Masked) -> Option<Attribution> {
    let paragraph = cues.paragraph;
    let start = paragraph.sentence(quote.first).start;
    let colon = (start + 1..quote.first.min(start + 4))
        .find(|&i| paragraph.kind(i) == Some(Kind::Colon))?;
    let somebody = paragraph.tokens[start].capital
        && (start..colon).all(|i| {
            paragraph.kind(i) == Some(Kind::Word)
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
