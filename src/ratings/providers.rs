//! Who is graded: the names of providers, and which of them a sentence is about.
//!
//! | in the text | provider |
//! | --- | --- |
//! | '**Kirkholme Council** was rated' | by its name |
//! | '**Goosefield** was rated', with 'Goosefield Primary' elsewhere | 'Goosefield Primary', the fullest name |
//! | '**the school** was rated' | the school named last, else the document's main provider, else 'school' |
//! | '**children's services in Saltmere** are' | as they stand |
//! | '**Six** are good' | the group, by its words |

use super::words::{Class, Word, class_of, number};
use crate::record::Span;
use crate::tables::ratings::JOINED_PLACES;

/// Words that name a provider, or stand for one.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub first: usize,
    pub end: usize,
    pub span: Span,
    pub kind: MentionKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MentionKind {
    /// A name with a noun that only providers have: 'Kirkholme Council', 'Ysgol Bryn'.
    Name,
    /// A capitalised name that may be anybody's: 'Blythwood'.
    Capitals,
    /// 'the school', 'a nursery in Wexcombe'.
    Common,
    /// 'four', 'most of the trust's academies'.
    Group,
}

/// Words that may stand between a name and its lower-case noun: 'Meadow Bank nursing home'.
const BETWEEN: &[&str] = &[
    "area",
    "borough",
    "care",
    "children's",
    "city",
    "community",
    "county",
    "day",
    "district",
    "education",
    "general",
    "high",
    "infant",
    "junior",
    "justice",
    "local",
    "maternity",
    "mental",
    "metropolitan",
    "unitary",
    "health",
    "nursing",
    "primary",
    "probation",
    "secondary",
    "sixth",
    "form",
    "social",
    "special",
    "town",
    "youth",
    "residential",
    "emergency",
    "medical",
    "surgical",
    "boarding",
    "comprehensive",
    "independent",
    "private",
    "village",
    "young",
    "offender",
    "offenders",
    "offenders'",
    "foster",
    "fostering",
    "adoption",
    "fire",
    "and",
    "rescue",
    "ambulance",
    "secure",
    "training",
    "grammar",
];

/// All mentions of providers in a sentence.
pub(super) fn find(source: &str, words: &[Word<'_>]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    let shouted = is_shouted(source, words);
    while at < words.len() {
        let named = if shouted { None } else { service_at(words, at).or_else(|| name(words, at)) };
        // 'Ashby Magistrates' Court heard'
        let named = named.filter(|&(_, end, _)| !is_court_of_law(words, end));
        let mention = named.or_else(|| group(words, at)).or_else(|| common(words, at));
        match mention {
            Some((first, end, kind)) if end > first => {
                let span = words[first].span.to(words[end - 1].span);
                // 'St Cuthbert's is now good': the saint's, and of nothing that follows.
                let saint = words[first].is("st")
                    && end == first + 2
                    && words.get(end).is_none_or(|w| {
                        w.mark
                            || w.of(Class::STAYING_VERB)
                            || w.any(&["and", "has", "had", "which"])
                    });
                let span = if saint { span } else { trim_possessive(source, span) };
                found.push(Mention { first, end, span, kind });
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// Whether the words before `end` name a court of law, where 'Ashby Court' is a home.
fn is_court_of_law(words: &[Word<'_>], end: usize) -> bool {
    const OF_LAW: &[&str] = &[
        "magistrates",
        "magistrates'",
        "magistrate's",
        "crown",
        "county",
        "high",
        "sheriff",
        "coroner's",
        "coroners'",
        "family",
        "youth",
        "supreme",
    ];
    end > 2 && words[end - 1].is("court") && words[end - 2].any(OF_LAW) && words[end - 2].capital
}

/// The kinds of care that a hospital is graded for one by one.
const CARE: &[&str] = &[
    "ambulance",
    "critical",
    "emergency",
    "intensive",
    "maternity",
    "outpatient",
    "paediatric",
    "palliative",
    "surgical",
    "urgent",
];

/// '**urgent and emergency care at Ashby Infirmary**': a part of a hospital that has grades of its
/// own.
fn service_at(words: &[Word<'_>], at: usize) -> Found {
    let care = |n: usize| words.get(at + n).is_some_and(|w| w.any(CARE));
    if !care(0) {
        return None;
    }
    let mut end = at + 1;
    if words.get(end).is_some_and(|w| w.is("and")) && care(2) {
        end += 2;
    }
    let noun = words.get(end)?.any(&["care", "services", "department", "unit"]);
    let sited = noun && words.get(end + 1)?.is("at");
    let place = end + 2 + usize::from(words.get(end + 2)?.is("the"));
    if !sited || place >= words.len() {
        return None;
    }
    let (_, end, _) = name(words, place)?;
    Some((at, end, MentionKind::Name))
}

/// The names within the words of a group: 'two homes run by **Ashby Care**'.
pub(super) fn named_in(source: &str, words: &[Word<'_>], group: &Mention) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = group.first + 1;
    while at < group.end {
        match name(words, at).filter(|&(_, end, _)| end <= group.end) {
            Some((first, end, kind)) => {
                let span = trim_possessive(source, words[first].span.to(words[end - 1].span));
                found.push(Mention { first, end, span, kind });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a line is in capitals throughout, so that capitals tell no names.
fn is_shouted(source: &str, words: &[Word<'_>]) -> bool {
    let mut count = 0;
    for word in words.iter().filter(|w| !w.mark) {
        if word.span.of(source).bytes().any(|b| b.is_ascii_lowercase()) {
            return false;
        }
        count += 1;
    }
    count >= 5
}

fn trim_possessive(source: &str, span: Span) -> Span {
    let text = span.of(source);
    for ending in ["'s", "’s"] {
        if let Some(stem) = text.strip_suffix(ending) {
            return Span::new(span.start(), span.start() + stem.len());
        }
    }
    for ending in ["s'", "s’"] {
        if text.ends_with(ending) {
            return Span::new(span.start(), span.end() - ending.len() + 1);
        }
    }
    span
}

type Found = Option<(usize, usize, MentionKind)>;

fn is_name_noun(word: &Word<'_>) -> bool {
    word.of(Class::NAME_NOUN) || word.stem_of(Class::NAME_NOUN)
}

fn is_provider_noun(word: &Word<'_>) -> bool {
    match word.plain.ends_with("'s") {
        true => word.stem_of(Class::PROVIDER_NOUN),
        false => word.of(Class::PROVIDER_NOUN),
    }
}

/// A run of capitalised words, with the lower-case nouns and places that belong to it.
fn name(words: &[Word<'_>], at: usize) -> Found {
    // 'children's services in Saltmere'
    if let Some(end) = services(words, at) {
        let tail = place_tail(words, end);
        let kind = if tail > end && !words[at].is("services") {
            MentionKind::Name
        } else {
            MentionKind::Common
        };
        return Some((at, tail, kind));
    }
    let word = &words[at];
    if !word.capital || word.mark {
        return None;
    }
    let starts_name = word.any(&["hmp", "ysgol", "hmyoi"]);
    // 'Our Lady's' is a name, 'Our school' is none.
    let lady = word.is("our") && words.get(at + 1).is_some_and(|w| w.any(&["lady", "lady's"]));
    if !starts_name && !lady && word.of(Class::GENERIC_HEAD) {
        return None;
    }
    if word.any(&["i", "year", "key", "send", "covid-19", "brexit"])
        || word.span.len() == 1
        || word.plain.ends_with("-rated")
        || ["'ve", "'re", "'m", "'ll", "'d", "n't"].iter().any(|end| word.plain.ends_with(end))
        || (word.possessive() && {
            let stem = word.plain.trim_end_matches("'s").trim_end_matches('\'');
            class_of(stem).is(Class::GENERIC_HEAD)
        })
    {
        return None;
    }
    // Part of the name of an inspectorate.
    if word.is("rescue")
        || word.is("fire")
            && words.get(at + 1).is_some_and(|w| w.any(&["&", "and"]))
            && words.get(at + 2).is_some_and(|w| w.is("rescue"))
    {
        return None;
    }
    // 'Schools that …': a noun, capitalised because it leads the sentence.
    let leads = at == 0 || words[at - 1].mark;
    if leads && is_provider_noun(word) && !words.get(at + 1).is_some_and(|w| w.capital) {
        return None;
    }
    // Names of people are led by their titles: 'Ms Rosalind Achterberg'.
    let mut given = at;
    while given > 0 && at - given < 2 && words[given - 1].capital && !words[given - 1].mark {
        given -= 1;
    }
    let titled = |at: usize| {
        at > 0
            && words[at - 1].any(&[
                "cllr",
                "councillor",
                "mr",
                "mrs",
                "ms",
                "miss",
                "dr",
                "sir",
                "dame",
                "lord",
                "lady",
                "rev",
            ])
    };
    if (given..=at).any(titled) {
        return None;
    }
    let mut end = at + 1;
    // 'HOME Brackenshire' is no name, 'University of Brackenshire' is one.
    let alone = !words.get(end).is_some_and(|w| w.capital);
    let mut noun = starts_name || is_name_noun(word) && (alone || word.possessive());
    let mut stop = word.possessive() && is_name_noun(word) && !word.is("children's");
    while !stop {
        let Some(next) = words.get(end) else { break };
        // 'Carol's Nursery' goes on over a possessive; 'Council's Early Help' does not.
        if next.capital && !next.mark && !next.any(&["ofsted", "cqc", "estyn", "i"]) {
            noun |= is_name_noun(next);
            stop = next.possessive() && noun && is_name_noun(next) && !next.is("children's");
            end += 1;
        } else if next.is("of")
            && words[end - 1].any(&["church", "c"])
            && words.get(end + 1).is_some_and(|w| w.any(&["england", "wales", "e"]))
        {
            // 'Thornley Church of England Primary School'
            end += 2;
        } else if next.is("and")
            && words.get(end + 1).is_some_and(|w| {
                let (first, last) = (&*words[end - 1].plain, w.plain.trim_end_matches("'s"));
                JOINED_PLACES.iter().any(|place| place.split_once(" and ") == Some((first, last)))
            })
        {
            // 'Argyll and Bute Council'
            end += 1;
        } else if next
            .any(&["of", "the", "upon", "and", "&", "le", "la", "na", "nan", "y", "yr", "ar"])
            && words.get(end + 1).is_some_and(|w| w.capital && !w.of(Class::GENERIC_HEAD))
        {
            let joins = match &*next.plain {
                "and" | "&" => !noun && (later_noun(words, end + 1) || one_place(words, end + 1)),
                "the" => false,
                _ => true,
            };
            if !joins {
                break;
            }
            end += 1;
        } else if next.is("of")
            && words.get(end + 1).is_some_and(|w| w.is("the"))
            && words.get(end + 2).is_some_and(|w| w.capital)
        {
            end += 2;
        } else {
            break;
        }
    }
    // 'Bury's children's services', 'Meadow Bank nursing home'
    if let Some(last) = services(words, end) {
        return Some((at, last, MentionKind::Name));
    }
    // 'on Priory Road', 'in Weaver's Lane': places; 'Pebble Priory Road was' and 'rated Sedge Lane'
    // are who is told of.
    // and 'Birch Lane had been'
    let subject = at == 0
        && (end >= 3
            || words.get(end).is_some_and(|w| {
                w.of(Class::STAYING_VERB) || w.any(&["has", "had", "received", "kept", "lost"])
            }));
    let called = at > 1
        && words[at - 1].any(&["to", "at"])
        && words[at - 2].any(&["came", "went", "returned", "called"]);
    let told = at > 0
        && (words[at - 1].of(Class::RATING_VERB)
            || called
            || words[at - 1].any(&["that", "told", "gave", "found", "says", "but", "while"]));
    if !(subject || told)
        && words[end - 1].any(&[
            "road", "street", "lane", "avenue", "close", "drive", "way", "parade", "terrace",
            "crescent", "square",
        ])
    {
        return None;
    }
    // 'Averley's youth justice service'
    if words[end - 1].possessive() {
        let mut tail = end;
        while tail < end + 4 && words.get(tail).is_some_and(|w| !w.capital && w.any(BETWEEN)) {
            tail += 1;
        }
        if tail > end
            && words.get(tail).is_some_and(|w| {
                !w.capital
                    && w.any(&[
                        "service",
                        "partnership",
                        "unit",
                        "agency",
                        "home",
                        "college",
                        "school",
                        "team",
                    ])
            })
        {
            return Some((at, tail + 1, MentionKind::Name));
        }
    }
    if words[end - 1].possessive() {
        // 'Sheffield's hospitals' are not Sheffield.
        let kind = if noun { MentionKind::Name } else { MentionKind::Capitals };
        return Some((at, end, kind));
    }
    let mut tail = end;
    while tail < end + 4 && words.get(tail).is_some_and(|w| !w.capital && w.any(BETWEEN)) {
        tail += 1;
    }
    if words.get(tail).is_some_and(|w| !w.capital && is_provider_noun(w) && !w.plain.ends_with('s'))
        || (words.get(tail).is_some_and(|w| w.any(&["partnership", "services"])) && tail > end)
    {
        return Some((at, tail + 1, MentionKind::Name));
    }
    if tail > end && is_provider_noun(&words[tail - 1]) {
        return Some((at, tail, MentionKind::Name));
    }
    let kind =
        if noun && end - at > 1 || starts_name { MentionKind::Name } else { MentionKind::Capitals };
    Some((at, end, kind))
}

/// Whether the capitalised words from `at` end with a noun of a provider ('Fire **and Rescue
/// Service**').
fn later_noun(words: &[Word<'_>], at: usize) -> bool {
    let run = words[at..].iter().take(4).take_while(|w| w.capital);
    run.last().is_some_and(is_name_noun)
}

/// Whether one place has 'and' in its name: 'Holland **and Deeping**, which was rated'.
fn one_place(words: &[Word<'_>], at: usize) -> bool {
    let run = words[at..].iter().take(3).take_while(|w| w.capital && !w.mark).count();
    let is = |n: usize, list: &[&str]| words.get(at + run + n).is_some_and(|w| w.any(list));
    run > 0 && is(0, &[","]) && is(1, &["which"]) && is(2, &["is", "was", "has", "had"])
}

/// Where 'children's services' ends, when it starts at `at`.
pub(super) fn services(words: &[Word<'_>], at: usize) -> Option<usize> {
    let is = |n: usize, list: &[&str]| words.get(at + n).is_some_and(|w| w.any(list));
    if is(0, &["children's", "childrens", "children"]) {
        if is(1, &["services"]) {
            return Some(at + 2);
        }
        // 'children and young people's services'
        if is(0, &["children"])
            && is(1, &["and"])
            && is(2, &["young"])
            && is(3, &["people's"])
            && is(4, &["services"])
        {
            return Some(at + 5);
        }
        if is(1, &["social"]) && is(2, &["care", "services", "work"]) {
            return Some(if is(3, &["services", "department"]) { at + 4 } else { at + 3 });
        }
    }
    if is(0, &["services"]) && is(1, &["for"]) {
        let vulnerable = usize::from(is(2, &["vulnerable"]));
        // 'Services for children and families in Kelmsley'
        let also = is(2, &["children"])
            && is(3, &["and"])
            && (is(4, &["families"]) && is(5, &["in"])
                || is(4, &["young"]) && is(5, &["people"]) && is(6, &["in"]));
        if also {
            return Some(if is(4, &["families"]) { at + 5 } else { at + 6 });
        }
        if is(2 + vulnerable, &["children"])
            && words.get(at + 3 + vulnerable).is_some_and(|w| {
                w.any(&["in", "have", "were", "are"]) || !w.is("who") && vulnerable == 1
            })
        {
            return Some(at + 3 + vulnerable);
        }
    }
    if is(0, &["adult"]) && is(1, &["social"]) && is(2, &["care"]) {
        return Some(if is(3, &["services"]) { at + 4 } else { at + 3 });
    }
    None
}

/// Takes in 'in Saltmere', 'at Harnsea Council' after what ends at `end`.
fn place_tail(words: &[Word<'_>], end: usize) -> usize {
    let preposition = words.get(end).is_some_and(|w| w.any(&["in", "at"]));
    let starts = words.get(end + 1).is_some_and(|w| w.capital && !w.of(Class::GENERIC_HEAD));
    if preposition && starts {
        let mut tail = end + 2;
        while words.get(tail).is_some_and(|w| w.capital && !w.mark && !w.of(Class::GENERIC_HEAD)) {
            tail += 1;
        }
        return tail;
    }
    end
}

/// 'the school', 'a care home in Sedgeworth', 'its fostering agency'.
fn common(words: &[Word<'_>], at: usize) -> Found {
    let word = &words[at];
    if !is_provider_noun(word)
        || word.capital && at > 0 && !words[at - 1].of(Class::GENERIC_HEAD) && !words[at - 1].mark
    {
        return None;
    }
    // Modifiers before the noun, not further than the article.
    let mut first = at;
    let mut steps = 0;
    while first > 0 && steps < 3 {
        let before = &words[first - 1];
        if before.mark
            || !before.any(BETWEEN)
                && !before.any(&["borough", "sixth", "form", "whole", "new", "special"])
                && !before
                    .any(&["second", "third", "fourth", "fifth", "smaller", "larger", "sister"])
            || before.is("and")
        {
            break;
        }
        first -= 1;
        steps += 1;
    }
    let mut end = at + 1;
    if words.get(end).is_some_and(|w| is_provider_noun(w) && !w.mark) {
        end += 1;
    }
    // 'the borough council's children's services'
    if let Some(tail) = services(words, end) {
        return Some((first, tail, MentionKind::Common));
    }
    // A nursery in Wexcombe is told from others by its place; 'the school in May' is not.
    let article = first.checked_sub(1).and_then(|i| words.get(i));
    // 'described it as “a second home”' names no provider.
    let praise = article.is_some_and(|w| w.any(&["a", "an"]))
        && first >= 2
        && words[first - 2].is_quotation_mark()
        && words.get(end).is_some_and(Word::is_quotation_mark);
    if praise {
        return None;
    }
    // 'took home', 'in county': a noun without an article is another word.
    let determined = article.is_none_or(|w| {
        w.mark
            || w.possessive()
            || w.plain.ends_with("-rated")
            // 'the 1,400-pupil school', 'a 40-bed home'
            || ["-pupil", "-bed", "-place", "-bedroom", "-strong"].iter().any(|e| w.plain.ends_with(e))
            || w.capital
            || w.any(&[
                "a", "an", "the", "this", "that", "its", "their", "our", "his", "her", "whose",
                "another", "other", "every", "each", "rated", "old", "former", "local", "and",
                "latest", "same", "whole", "which",
            ])
    });
    if !determined && first == at && !word.plain.ends_with('s') {
        return None;
    }
    let unit = words[end - 1].any(&["unit", "ward", "wing", "department"]);
    if article.is_some_and(|w| w.any(&["a", "an"]))
        || unit && words.get(end).is_some_and(|w| w.is("at"))
    {
        end = place_tail(words, end);
    }
    Some((first, end, MentionKind::Common))
}

/// 'four', 'two thirds of homes in the county', 'most of the trust's 14 academies'.
fn group(words: &[Word<'_>], at: usize) -> Found {
    let word = &words[at];
    // 'the trust's other three schools'
    let own = word.possessive() || word.any(&["its", "their"]);
    if own
        && words.get(at + 1).is_some_and(|w| w.any(&["other", "own", "remaining"]))
        && words.get(at + 2).is_some_and(|w| number(&w.plain).is_some())
    {
        let noun = (at + 3..words.len().min(at + 6)).find(|&i| is_provider_noun(&words[i]))?;
        let plural = words[noun].plain.ends_with('s') && !words[noun].possessive();
        let first = if word.possessive() { at } else { at + 1 };
        return plural.then_some((first, noun + 1, MentionKind::Group));
    }
    // 'Every school in the Ashby Trust is'
    if word.is("every")
        && words.get(at + 1).is_some_and(|w| is_provider_noun(w) && !w.plain.ends_with('s'))
        && words.get(at + 2).is_some_and(|w| w.any(&["in", "run"]))
    {
        let verbs = ["is", "was", "has", "had", "now"];
        let stop = words[at + 2..].iter().take(9).position(|w| w.mark || w.any(&verbs))?;
        return Some((at, at + 2 + stop, MentionKind::Group));
    }
    let before = at.checked_sub(1).and_then(|i| words.get(i));
    let plain = word.plain.strip_suffix("'s").unwrap_or(&word.plain);
    let quantity = number(plain).is_some_and(|n| n > 0)
        || word.any(&[
            "most", "many", "some", "half", "all", "several", "both", "dozens", "others",
            "another", "quarter", "majority", "eighteen",
        ])
        || plain.ends_with("teen")
        || (plain.ends_with('y') && plain.contains("ty-"));
    if !quantity
        || before.is_some_and(|w| {
            w.any(&["grade", "grades", "a", "of", "in", "for", "to"])
                && !word.any(&["quarter", "majority"])
        })
    {
        return None;
    }
    let mut end = at + 1;
    if words.get(end).is_some_and(|w| w.any(&["thirds", "third", "quarters", "fifths"])) {
        end += 1;
    }
    // '83 per cent of schools', '9 in 10 colleges', 'four out of five nurseries'
    if words.get(end).is_some_and(|w| w.any(&["%", "percent"])) {
        end += 1;
    } else if words.get(end).is_some_and(|w| w.is("per"))
        && words.get(end + 1).is_some_and(|w| w.is("cent"))
    {
        end += 2;
    } else if words.get(end).is_some_and(|w| w.is("in"))
        && words.get(end + 1).is_some_and(|w| number(&w.plain).is_some())
    {
        end += 2;
    } else if words.get(end).is_some_and(|w| w.is("out"))
        && words.get(end + 1).is_some_and(|w| w.is("of"))
        && words.get(end + 2).is_some_and(|w| number(&w.plain).is_some())
    {
        end += 3;
    }
    // 'five other homes, four of which are', but not 'all of which' of what stands before
    if number(plain).is_some()
        && words.get(end).is_some_and(|w| w.is("of"))
        && words.get(end + 1).is_some_and(|w| w.any(&["which", "whom"]))
    {
        return Some((at, end, MentionKind::Group));
    }
    if words.get(end).is_some_and(|w| w.is("of")) {
        // 'of the trust's 14 academies', 'of them'
        let mut tail = end + 1;
        let mut noun = None;
        while tail < end + 7 {
            let Some(next) = words.get(tail) else { break };
            if next.mark || next.any(&["was", "were", "is", "are", "have", "had"]) {
                break;
            }
            tail += 1;
            // 'two of those areas, leadership and behaviour, are good' counts no providers.
            if next.any(&["these", "those"])
                && words.get(tail).is_some_and(|w| {
                    w.any(&["areas", "categories", "judgements", "grades", "questions", "ratings"])
                        || w.any(&["standards", "requirements", "tests"])
                })
            {
                return None;
            }
            if next.any(&["them", "these", "those"])
                || (is_provider_noun(next) && next.plain.ends_with('s') && !next.possessive())
                || next.any(&["academies"])
            {
                noun = Some(tail);
                break;
            }
        }
        return noun.map(|tail| {
            let mut tail = tail;
            if words.get(tail).is_some_and(|w| w.any(&["in", "inspected", "run"])) {
                while words.get(tail).is_some_and(|w| {
                    !w.mark
                        && !w.any(&[
                            "was", "were", "is", "are", "have", "had", "which", "that", "who",
                        ])
                }) && tail < end + 12
                {
                    tail += 1;
                }
            }
            (at, tail, MentionKind::Group)
        });
    }
    // 'eighteen councils', 'seven nurseries run by Bright Pebbles', 'two other hospitals'
    let mut tail = end;
    while tail < end + 3
        && words.get(tail).is_some_and(|w| {
            w.any(&[
                "other",
                "more",
                "further",
                "local",
                "neighbouring",
                "care",
                "primary",
                "secondary",
                "children's",
                "nursing",
                "special",
                "comparable",
                "education",
                "sixth",
                "form",
            ])
        })
    {
        tail += 1;
    }
    if words
        .get(tail)
        .is_some_and(|w| is_provider_noun(w) && w.plain.ends_with('s') && !w.possessive())
    {
        tail += 1;
        if words.get(tail).is_some_and(|w| w.any(&["run", "in", "inspected"])) {
            let stop = words[tail..].iter().take(8).position(|w| {
                w.mark || w.any(&["was", "were", "is", "are", "have", "had", "rated", "judged"])
            });
            if let Some(stop) = stop {
                tail += stop;
            }
        }
        return Some((at, tail, MentionKind::Group));
    }
    if words.get(end).is_some_and(|w| is_provider_noun(w) && !w.plain.ends_with('s'))
        && word.is("one")
    {
        return None;
    }
    // A bare number is a group only as a subject: 'four were rated', 'one's inadequate'.
    let verb = plain.len() < word.plain.len()
        || words.get(end).is_some_and(|w| {
            w.any(&[
                "was",
                "were",
                "is",
                "are",
                "have",
                "has",
                "had",
                "rated",
                "judged",
                "graded",
                "requires",
                "require",
                "required",
                "inadequate",
                "outstanding",
                "good",
                "remain",
                "remained",
                "now",
                "still",
                "remains",
            ]) || (w.is(",")
                && words
                    .get(end + 1)
                    .is_some_and(|n| n.capital || n.any(&["at", "in", "near", "including"])))
                || w.is_quotation_mark()
                    && words.get(end + 1).is_some_and(|n| n.of(Class::GRADE_START))
                    // 'two “inadequate” grades' counts grades.
                    && !words[end + 1..].iter().take(5).any(|n| {
                        n.any(&["grades", "ratings", "judgements"])
                    })
        });
    if !verb
        || word.any(&["all", "both", "some", "many", "most", "half"])
            && words.get(end).is_some_and(|w| !w.any(&["was", "were", "is", "are"]))
    {
        return None;
    }
    if word.any(&["all", "both"]) {
        return None;
    }
    Some((at, end, MentionKind::Group))
}

/// Whether a word names an inspectorate or its people.
pub(super) fn is_inspector(word: &Word<'_>) -> bool {
    word.of(Class::INSPECTOR)
}
