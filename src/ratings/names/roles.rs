//! What a name is to its sentence: whom the sentence is about, a part of it, or an aside.

use super::super::providers::{Mention, MentionKind};
use super::super::words::{Class, Word};
use crate::text::{BlockKind, Text};

/// What a name is to its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The sentence is about it: 'Ashby Primary was'.
    Subject,
    /// 'inspectors went to Ashby Primary'.
    Part,
    /// It tells of another: 'run by Ashby Care', 'near Ashby Primary'; or a headline.
    Aside,
}

/// The last words of the names of streets.
pub(in crate::ratings) const STREETS: &[&str] = &[
    "road", "street", "lane", "avenue", "close", "drive", "way", "parade", "terrace", "crescent",
    "square", "hill", "place", "gardens",
];

/// Whether a mention is a line of its own, or begins one with its address: 'Long Lane Infants',
/// 'St Joan's Primary School, Weir Lane'.
pub(super) fn is_section(
    text: &Text<'_>,
    number: usize,
    words: &[Word<'_>],
    mention: &Mention,
) -> bool {
    let sentence = &text.sentences[number];
    let block = &text.blocks[sentence.block];
    let alone = block.sentences.len() == 1
        && matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph | BlockKind::Header);
    let leads = before_article(words, mention) == 0;
    // 'Kath Dwyer, childminder'
    let childminder = words.len() == mention.end + 2 && words[mention.end + 1].is("childminder");
    let rest = words.get(mention.end).is_none_or(|w| w.any(&[",", ":", "–", "("]));
    alone
        && leads
        && rest
        && words.len() <= 12
        && (mention.kind == MentionKind::Name || childminder || with_address(words, mention))
        && words.last().is_some_and(|w| !w.any(&[".", "?", "!", "”", "\""]))
        && (childminder || words[mention.end..].iter().all(|w| w.mark || w.capital))
}

/// 'Heron's Reach, Quay Street': a name that may be anybody's, with its street.
fn with_address(words: &[Word<'_>], mention: &Mention) -> bool {
    let comma = words.get(mention.end).is_some_and(|w| w.is(","));
    comma && words.last().is_some_and(|w| w.capital && w.any(STREETS))
}

/// Whether the sentence after `number` goes on with 'There,': at the provider named last.
pub(super) fn points_back(text: &Text<'_>, number: usize) -> bool {
    let next = text.sentences.get(number + 1).map(|next| next.span.of(text.source));
    next.is_some_and(|next| next.starts_with("There, ") || next.starts_with("There inspectors "))
}

/// Where a mention starts with its article.
pub(super) fn before_article(words: &[Word<'_>], mention: &Mention) -> usize {
    let mut first = mention.first;
    while first > 0 && words[first - 1].any(&["the", "a", "an"]) {
        first -= 1;
    }
    first
}

/// Whether a name only tells of another: 'run by Ashby Care', 'part of the Beacon Trust'.
pub(in crate::ratings) fn is_aside(words: &[Word<'_>], mention: &Mention) -> bool {
    let mut first = before_article(words, mention);
    // 'part of the six-strong Beacon Trust'
    if first > 1 && !words[first - 1].capital && words[first - 1].plain.contains('-') {
        first -= 1;
        while first > 0 && words[first - 1].any(&["the", "a", "an"]) {
            first -= 1;
        }
    }
    // 'joined from nearby Holt Lane Primary'
    if first > 1 && words[first - 1].any(&["nearby", "neighbouring"]) {
        first -= 1;
    }
    let Some(before) = first.checked_sub(1).map(|i| &words[i]) else { return false };
    let noun = first.checked_sub(2).map(|i| &words[i]);
    // 'cabinet member for children's services', 'head of Ashby Care'
    let office = noun.is_some_and(|w| {
        w.any(&[
            "member",
            "director",
            "minister",
            "secretary",
            "commissioner",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "manager",
            "lead",
            "inspector",
        ])
    });
    if office && before.any(&["for", "of", "at"]) {
        return true;
    }
    // 'taken over by its owner, Ashby Care,'
    if before.is(",")
        && noun.is_some_and(|w| {
            w.any(&["owner", "owners", "operator", "operators", "sponsor", "predecessor"])
        })
    {
        return true;
    }
    // 'shares its site with Tiny Feet, which was inspected': told of in what follows.
    if before.is("with")
        && words.get(mention.end).is_some_and(|w| w.is(","))
        && words.get(mention.end + 1).is_some_and(|w| w.is("which"))
    {
        return false;
    }
    before.is("of")
        && noun.is_some_and(|w| w.any(&["part", "member", "members", "owner", "outskirts"]))
        || before.any(&[
            "by",
            "with",
            "near",
            "from",
            "than",
            "like",
            "outside",
            "behind",
            "unlike",
            "alongside",
        ])
}

/// What a name is to its sentence.
pub(super) fn role(words: &[Word<'_>], mention: &Mention) -> Role {
    if is_aside(words, mention) {
        // 'The best news came from Ashby Primary.'
        let first = before_article(words, mention);
        let came = first >= 2
            && words[first - 1].is("from")
            && words[first - 2].any(&[
                "came",
                "comes",
                "come",
                "news",
                "reaction",
                "response",
                "statement",
                "word",
            ]);
        return if came { Role::Subject } else { Role::Aside };
    }
    let before = before_article(words, mention).checked_sub(1).map(|i| &words[i]);
    // 'when its predecessor, Ashby Infants, was last visited'
    let another = mention.first.checked_sub(2).is_some_and(|i| {
        words[i + 1].is(",")
            && words[i].any(&["predecessor", "owner", "owners", "operator", "sponsor"])
    });
    if another {
        return Role::Aside;
    }
    // 'Ashby's teaching was': what is told is told of Ashby.
    if words[mention.end - 1].possessive() && before.is_none_or(|w| w.mark) {
        return Role::Subject;
    }
    let mut end = mention.end;
    while words.get(end).is_some_and(Word::is_quotation_mark) {
        end += 1;
    }
    let verb = words.get(end).is_some_and(|w| {
        w.of(Class::STAYING_VERB)
            || w.of(Class::RATING_VERB)
            || w.of(Class::GIVING_VERB)
            || w.of(Class::MOVING_VERB)
            || w.of(Class::GRADE_START)
            || w.any(&[",", "(", "–", "which", "was", "were"])
    });
    // 'joy at Ashby College in Orley, whose rating jumped': what is told next is of it.
    let mut past = end;
    if words.get(past).is_some_and(|w| w.any(&["in", "at", "near", "on"])) {
        past += 1;
        while past < end + 4 && words.get(past).is_some_and(|w| w.capital && !w.mark) {
            past += 1;
        }
    }
    let told = words.get(past).is_some_and(|w| w.is(","))
        && words.get(past + 1).is_some_and(|w| w.any(&["whose", "which"]));
    let verb = verb || told;
    let opens = before.is_none_or(|w| {
        w.mark
            || w.any(&[
                "nearby",
                "neighbouring",
                "but",
                "while",
                "and",
                "that",
                "meanwhile",
                "sister",
                "whereas",
                "although",
                "when",
                "visited",
                "inspected",
                "assessed",
                "told",
                "urged",
                "praised",
                "criticised",
            ])
    });
    // 'An inspector came to Ashby Primary', 'inspectors called at Ashby Primary'
    let called = before.is_some_and(|w| w.any(&["to", "at", "on"]))
        && before_article(words, mention)
            .checked_sub(2)
            .is_some_and(|i| words[i].any(&["came", "went", "returned", "called", "arrived"]));
    // 'At Ashby Primary it was a different story', 'For Ashby Primary, the news was better'
    let first = before_article(words, mention);
    let led = first == 1 && words[0].any(&["at", "for"]);
    let led = led && words.get(end).is_some_and(|w| w.any(&[",", "it", "the", "things"]));
    if verb || opens || called || led { Role::Subject } else { Role::Part }
}

/// The words of a name as they are compared: lower case, without possessive and leading 'the'.
pub(super) fn plain_parts(words: &[Word<'_>]) -> Vec<String> {
    let mut parts: Vec<String> = words.iter().map(|w| w.plain.to_string()).collect();
    if parts.first().is_some_and(|first| first == "the") {
        parts.remove(0);
    }
    // 'St Aldwyn' begins 'St Aldwyn's Primary'.
    for part in &mut parts {
        if part != "children's"
            && let Some(stem) = part.strip_suffix("'s")
        {
            *part = stem.to_owned();
        }
    }
    if let Some(last) = parts.last_mut()
        && last.ends_with("s'")
    {
        last.pop();
    }
    parts
}
