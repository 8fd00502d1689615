//! What a name is to its sentence: whom the sentence is about, a part of it, or an aside.

use super::super::providers::{Mention, MentionKind};
use super::super::sorts::{Sort, sort_of_name};
use super::super::words::{Class, Word};
use super::focus::Told;
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

/// Whether the sentence after `number` goes on at the provider that this one names: 'Inspectors
/// went to Ashby Primary. There, …', 'Things went less well for Ashby Primary. Its teaching …'.
pub(super) fn points_back(
    text: &Text<'_>,
    number: usize,
    words: &[Word<'_>],
    mention: &Mention,
) -> bool {
    let sentence = &text.sentences[number];
    let Some(next) = text.sentences.get(number + 1) else { return false };
    let said = next.span.of(text.source);
    if said.starts_with("There, ") || said.starts_with("There inspectors ") {
        return true;
    }
    // It ends with whom the next one is about, or with where that is.
    let rest = &words[mention.end..];
    let sited = rest.len() <= 7
        && rest.first().is_some_and(|w| w.any(&["in", "near", "on", "across"]))
        && rest.iter().all(|w| !w.is(","));
    let ends = sited || rest.iter().all(|w| w.mark && !w.is_quotation_mark());
    let person = words.iter().any(|w| w.any(&["he", "she", "who", "mr", "mrs", "ms", "dr"]));
    let points = ["It ", "Its ", "The school", "The home", "The nursery", "The college"];
    ends && !person
        && next.block == sentence.block
        && points.iter().any(|words| said.starts_with(words))
}

/// Whether a noun is of one more than the text has told of: 'a **fourth** home'.
pub(in crate::ratings) fn is_one_more(words: &[Word<'_>], mention: &Mention) -> bool {
    let more = ["second", "third", "fourth", "fifth", "sister"];
    let counted = words[mention.first..mention.end].iter().any(|w| w.any(&more));
    // 'It is the second home in the county to be closed' counts otherwise.
    counted
        && mention
            .first
            .checked_sub(1)
            .is_some_and(|i| words[i].possessive() || words[i].any(&["a", "an", "its", "their"]))
}

/// Whether a noun says itself whose it is: 'the **council's** children's services'.
pub(in crate::ratings) fn is_owned(words: &[Word<'_>], mention: &Mention) -> bool {
    let owner = &words[mention.first];
    owner.possessive() && owner.stem_of(Class::PROVIDER_NOUN)
}

/// The kind of provider that the words in commas beside a name say it is: 'St Bede's, a Catholic
/// **secondary** with 900 pupils', 'its third **home**, Priory Court,'.
pub(super) fn explained_as(words: &[Word<'_>], mention: &Mention) -> Option<Sort> {
    const WITHIN: &[&str] =
        &["in", "at", "on", "near", "with", "for", "of", "run", "owned", "which", "that", "where"];
    const ANOTHER: &[&str] = &[
        "another",
        "other",
        "second",
        "third",
        "fourth",
        "fifth",
        "sister",
        "own",
        "only",
        "its",
        "their",
        "remaining",
    ];
    let ends = |at: usize| words.get(at).is_none_or(|w| w.mark || w.any(WITHIN));
    let kind = |at: usize| Some(sort_of_name(&words[at..=at])).filter(|s| *s != Sort::Other);
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|w| w.any(list));
    if is(mention.end, &[","]) && is(mention.end + 1, &["a", "an", "one"]) {
        let first = mention.end + 2;
        let end = (first..first + 7).find(|&at| ends(at)).filter(|&end| end > first)?;
        return kind(end.min(words.len()) - 1);
    }
    let comma = mention.first.checked_sub(1).filter(|&at| words[at].is(","))?;
    if !ends(mention.end) || words[comma.checked_sub(1)?].capital {
        return None;
    }
    let from = comma.saturating_sub(8);
    let noun = (from..comma)
        .rev()
        .take_while(|&at| !words[at].mark)
        .find(|&at| kind(at).is_some() && ends(at + 1) && !words[at].capital)?;
    let before = (from..noun).rev().take(3).take_while(|&at| !words[at].any(WITHIN));
    let another = before.into_iter().any(|at| words[at].any(ANOTHER) || words[at].possessive());
    if another { kind(noun) } else { None }
}

/// Whether what is said of a name is said of what is inspected alone: '**Barrowmere**, where an adviser
/// is in place, was found to', '**Castle Barrow**'s chief executive', 'For **Sycamores** it was'.
pub(super) fn is_assessed(words: &[Word<'_>], mention: &Mention) -> bool {
    const ITS: &[&str] = &[
        "chief",
        "governors",
        "head",
        "headteacher",
        "inspection",
        "ofsted",
        "principal",
        "pupils",
        "rating",
        "sixth",
        "staff",
        "teachers",
    ];
    const DONE: &[&str] = &["inspected", "visited", "downgraded", "upgraded"];
    let before = before_article(words, mention).checked_sub(1).map(|i| &words[i]);
    if words[mention.end - 1].possessive() {
        return words.get(mention.end).is_some_and(|w| w.any(ITS));
    }
    if before.is_some_and(|w| w.any(&["for"]))
        && before_article(words, mention) == 1
        && words.get(mention.end).is_some_and(|w| w.is("it"))
    {
        return true;
    }
    // Over what is put in between commas.
    let mut verb = mention.end;
    if words.get(verb).is_some_and(|w| w.is(","))
        && words
            .get(verb + 1)
            .is_some_and(|w| w.any(&["where", "which", "whose", "in", "at", "near", "on"]))
    {
        let close = (verb + 2..words.len().min(verb + 24)).find(|&i| words[i].is(","));
        verb = close.map_or(verb, |close| close + 1);
    }
    let opens = before.is_none_or(|w| w.mark || w.any(&["that", "but", "while", "and"]));
    let was = words.get(verb).is_some_and(|w| w.any(&["was", "were"]));
    let done = (verb + 1..words.len().min(verb + 3)).any(|i| {
        words[i].any(DONE) || words[i].is("found") && words.get(i + 1).is_some_and(|w| w.is("to"))
    });
    opens && was && done
}

/// What a sentence tells, without a name, of whom the text speaks of.
pub(super) fn told(
    words: &[Word<'_>],
    mentions: &[Mention],
    sentence: usize,
    block: usize,
    said: impl Fn(usize) -> bool,
) -> Told {
    let noun = mentions.iter().find(|m| {
        m.kind == MentionKind::Common
            && m.first.checked_sub(1).is_some_and(|i| words[i].any(&["the", "this"]))
            && !words[m.end - 1].plain.ends_with('s')
            && !said(m.span.start())
            && role(words, m) == Role::Subject
    });
    let noun = noun.map(|m| (m.span.start(), sort_of_name(&words[m.first..m.end])));
    let points = words.iter().any(|w| w.any(&["it", "its"]));
    Told { sentence, block, noun, points }
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
    // 'on the site of the former Ashby College'
    if first > 0 && words[first - 1].any(&["former", "defunct"]) {
        return true;
    }
    // 'In 2016, as Ashby Fields Primary, it was'
    if first > 1
        && words[first - 1].is("as")
        && words[first - 2].is(",")
        && words.get(mention.end).is_some_and(|w| w.is(","))
    {
        return true;
    }
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
    // 'Ashby Care also runs Beech Lodge': told of the home.
    let mut runs = mention.end;
    while words.get(runs).is_some_and(|w| w.any(&["also", "now", "which", ",", "still"])) {
        runs += 1;
    }
    if words.get(runs).is_some_and(|w| w.any(&["runs", "owns", "operates", "manages"])) {
        return Role::Aside;
    }
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
    // 'But it was Ashby Primary that worried parents most.'
    let cleft = before_article(words, mention) >= 2
        && before.is_some_and(|w| w.any(&["was", "is"]))
        && words[before_article(words, mention) - 2].is("it");
    let opens = cleft
        || before.is_none_or(|w| {
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
