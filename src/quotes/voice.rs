//! On whose side a speaker stands, told by the words that name the speaker.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::record::Voice;
use crate::tables::bodies::INSPECTORATES;
use crate::tables::roles::{
    CHARITIES, GOVERNMENT_VOICES, INSPECTORATE_VOICES, OFFICE_VERBS, OFFICES, OTHER_VOICES,
    PARTIES, PROVIDER_VOICES,
};

use super::speaker::Head;

/// The fullest name of the inspectorate that `words` name first, if any, and where it starts.
pub(super) fn inspectorate_in(words: &str) -> Option<(usize, &'static str)> {
    let bytes = words.as_bytes();
    (0..bytes.len()).find_map(|at| {
        let names = named_with(bytes[at]);
        if names.is_empty() || words[..at].ends_with(char::is_alphanumeric) {
            return None;
        }
        let named = names.iter().filter(|(name, _)| {
            let written = bytes.get(at..at + name.len());
            // Short names only in capitals, to pass over 'eti' and 'isi' in words.
            written.is_some_and(|written| {
                written.eq_ignore_ascii_case(name.as_bytes())
                    && (name.len() > 4 || written.iter().all(u8::is_ascii_uppercase))
                    && !words[at + name.len()..].starts_with(char::is_alphanumeric)
            })
        });
        named.max_by_key(|(_, full)| full.len()).map(|(_, full)| (at, *full))
    })
}

/// Whether the name of an inspectorate can begin with `word`.
pub(super) fn begins_inspectorate(word: &str) -> bool {
    let Some(first) = word.bytes().next() else { return false };
    named_with(first).iter().any(|(name, _)| {
        let start = name.split(' ').next().unwrap_or(name);
        start.eq_ignore_ascii_case(word)
    })
}

/// Whether a capitalised word stands there with which the name of an inspectorate can begin.
pub(super) fn has_inspectorate_word(words: &str) -> bool {
    let capitals = words.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_uppercase());
    capitals.map(|(at, _)| at).any(|at| {
        let word = words[at..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        begins_inspectorate(word) && !words[..at].ends_with(char::is_alphanumeric)
    })
}

/// Names of inspectorates, each with the fullest form of it.
type Names = &'static [(&'static str, &'static str)];

/// For each byte the names of inspectorates that begin with it, in any case.
static NAMED: LazyLock<[Names; 256]> = LazyLock::new(|| {
    let mut named: [Names; 256] = [&[]; 256];
    let first = |name: &str| name.as_bytes()[0];
    for alike in INSPECTORATES.chunk_by(|a, b| first(a.0) == first(b.0)) {
        let letter = first(alike[0].0);
        named[usize::from(letter)] = alike;
        named[usize::from(letter.to_ascii_uppercase())] = alike;
    }
    named
});

/// The names of inspectorates that begin with a byte, in any case.
#[inline]
fn named_with(first: u8) -> Names {
    NAMED[usize::from(first)]
}

fn has(words: &str, list: &[&str]) -> bool {
    words
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| !word.is_empty() && list.binary_search(&word).is_ok())
}

/// Whether people without a name are children in care or the like.
fn is_child(phrase: &str) -> bool {
    let head = [" in ", " of ", " who ", " from ", " at ", ","]
        .iter()
        .filter_map(|end| phrase.find(end))
        .min()
        .map_or(phrase, |end| &phrase[..end]);
    let last = head.rsplit(' ').next().unwrap_or(head);
    let child =
        ["boy", "boys", "child", "children", "girl", "girls", "leaver", "leavers", "teenager"];
    child.contains(&last) || head.ends_with("young people") || head.ends_with("young person")
}

/// Whether a speaker is one of people named before: 'one', 'another of them'.
pub(super) fn is_one_of_several(core: &str) -> bool {
    let first = core.split(' ').next().unwrap_or(core);
    // 'A third said'
    let counted = ["a second", "a third", "a fourth"];
    if counted.iter().any(|words| core.eq_ignore_ascii_case(words)) {
        return true;
    }
    ["one", "another", "others", "some", "several", "many", "two", "both"]
        .iter()
        .any(|word| first.eq_ignore_ascii_case(word))
}

/// Whether a clause after 'whose' is of somebody's family: 'twins go to the school'.
fn opens_with_kin(clause: &str) -> bool {
    const KIN: &[&str] = &[
        "baby",
        "boy",
        "brother",
        "child",
        "children",
        "dad",
        "daughter",
        "daughters",
        "father",
        "girl",
        "grandchildren",
        "granddaughter",
        "grandson",
        "husband",
        "mother",
        "mum",
        "parents",
        "sister",
        "son",
        "sons",
        "toddler",
        "twins",
        "wife",
    ];
    clause.split(' ').take(4).any(|word| KIN.contains(&word))
}

/// Whether a clause after 'who' tells of one who lives near or uses what others run.
fn is_of_the_public(clause: &str) -> bool {
    const USING: &[&str] =
        &["attended", "attends", "lived", "lives", "sends", "stayed", "uses", "withdrew"];
    let first = clause.split(' ').next().unwrap_or(clause);
    USING.contains(&first) || matches!(first, "has" | "had") && opens_with_kin(clause)
}

/// What a person runs or works for, in the words that say what the person does.
pub(super) fn office_in(deeds: &str) -> Option<&str> {
    let mut at = 0;
    for word in deeds.split(' ').take(6) {
        if OFFICE_VERBS.contains(&word) {
            return Some(&deeds[at..]);
        }
        at += word.len() + 1;
    }
    None
}

/// The voice of a speaker: `phrase` is the whole phrase with role and resolved name, `head` what
/// it is; `inspected` says whether the text is about an inspection.
pub(super) fn of(phrase: &str, head: Head, inspected: bool) -> Voice {
    // 'Ann Day (left) with resident Tom Lee'
    let alone = phrase.split_once(" with ").filter(|_| head == Head::Person);
    let phrase = alone.map_or(phrase, |(person, _)| person);
    let councillor = ["Cllr ", "Coun ", "Councillor "].iter().any(|title| phrase.contains(title));
    // 'Cllr Hart, whose own son has autism'
    let kin = phrase
        .split_once(" whose ")
        .filter(|(_, clause)| head == Head::Person && (councillor || opens_with_kin(clause)));
    let phrase = kin.map_or(phrase, |(person, _)| person);
    // 'Ola Brandt, who has two children at the school'
    let public = phrase
        .split_once(" who ")
        .filter(|(_, clause)| head == Head::Person && is_of_the_public(clause));
    let phrase = public.map_or(phrase, |(person, _)| person);
    let whole = phrase;
    let phrase = &*without_fields(phrase);
    let lower = phrase.to_lowercase();
    let named = inspectorate_in(phrase);
    let any = |list: &[&str]| list.iter().any(|words| lower.contains(words));
    let is_former = ["former ", "ex-", "retired "].iter().any(|w| lower.starts_with(w))
        || lower.contains("'s former ")
        || lower.contains("’s former ")
        || lower.contains("the former ");
    if is_former && !lower.contains("commissioner") || lower.contains("predecessor") {
        return Voice::Other;
    }
    if matches!(head, Head::People | Head::Other) && lower.contains(" former ") {
        return Voice::Other;
    }
    if head == Head::Document {
        let of_inspectorate = named.is_some_and(|(at, _)| {
            let before = &lower[..at];
            !(before.contains("response") || before.contains(" to "))
        });
        // 'an email from a mother'
        let author = [" from ", " by "].iter().find_map(|by| phrase.split_once(by));
        if let Some((_, author)) = author
            && !of_inspectorate
        {
            // 'a letter from the headteacher to parents'
            let author = author.split(" to ").next().unwrap_or(author);
            let voice = of(author, Head::People, inspected);
            if voice != Voice::Unknown {
                return voice;
            }
        }
        return match () {
            () if lower.contains("report card") => Voice::Inspectorate,
            () if of_inspectorate => Voice::Inspectorate,
            () if (has(&lower, INSPECTORATE_VOICES) || lower.contains("monitoring"))
                && !lower.contains("response") =>
            {
                Voice::Inspectorate
            }
            () if any(&["response", "self-evaluation", "self-assessment"]) => Voice::Provider,
            // 'The head's letter to parents', which no inspector wrote
            () if any(&[
                "head's ",
                "head’s ",
                "teacher's ",
                "teacher’s ",
                "principal's ",
                "principal’s ",
            ]) =>
            {
                Voice::Provider
            }
            () if has(
                &lower,
                &[
                    "academy",
                    "cabinet",
                    "college",
                    "committee",
                    "council",
                    "councillors",
                    "governors",
                    "home",
                    "hospital",
                    "nursery",
                    "school",
                    "trust",
                ],
            ) =>
            {
                Voice::Provider
            }
            () if has(&lower, GOVERNMENT_VOICES) => Voice::Government,
            // 'A notice on the door', but 'a warning notice'
            () if any(&["notice on ", "sign on "]) => Voice::Unknown,
            () if any(&["brochure", "prospectus"]) => Voice::Provider,
            // 'A serious case review', by somebody independent
            () if any(&["review", "inquiry", "inquest"]) && !inspected => Voice::Other,
            () if any(&[
                "advert",
                "banner",
                "blog",
                "card",
                "column",
                "editorial",
                "flyer",
                "newsletter",
                "petition",
                "resolution",
                "video",
                "placard",
                "plaque",
                "sign",
                "post",
                "tweet",
                "email",
                "article",
                "statement",
                "message",
                "poll",
                "poster",
                "study",
            ]) =>
            {
                Voice::Unknown
            }
            () if inspected && !has(&lower, &["ad", "ads"]) => Voice::Inspectorate,
            () => Voice::Unknown,
        };
    }
    if lower.contains("source close to") {
        return Voice::Unknown;
    }
    if names_charity(phrase) {
        return Voice::Other;
    }
    const NEVER_INSPECTED: &[&str] = &[
        "crime commissioner",
        "friends of ",
        "general secretary",
        "ombudsman",
        "parish council",
        "royal college",
        "union",
    ];
    if any(NEVER_INSPECTED) || matches!(head, Head::People | Head::Other) && is_child(&lower) {
        return Voice::Other;
    }
    if any(&[
        "parent governor",
        "social worker",
        "staff governor",
        "school leader",
        "student governor",
    ]) && !any(&["association of"])
    {
        return Voice::Provider;
    }
    // A police inspector is none of the police inspectorate's.
    let officer = lower.contains("police")
        && !has(&lower, &["inspectorate", "inspectorates", "regulator", "watchdog", "watchdogs"]);
    // Somebody may study inspection without inspecting.
    let inspects = has(&lower, INSPECTORATE_VOICES)
        && !(head == Head::Person
            && !has(&lower, &["hmi", "inspector", "inspectorate", "inspectors", "regulator"])
            && !any(&["watchdog's ", "watchdog’s "]));
    if named.is_some() || inspects && !officer {
        return Voice::Inspectorate;
    }
    let cabinet = any(&[
        "cabinet member",
        "executive member",
        "lead member",
        "portfolio holder",
        "leader of the council",
        "council leader",
        "council's leader",
        "leader of the opposition",
    ]);
    if lower.contains("leader of the opposition")
        || lower.contains("group leader")
        || lower.contains("opposition")
        || leads_group(&lower)
    {
        return Voice::Other;
    }
    // 'Education minister Ann Day MS'
    let member = is_of_parliament(phrase);
    if member && has(&lower, &["minister"]) && !has(&lower, &["opposition", "shadow"]) {
        return Voice::Government;
    }
    // 'Professor Jo Hay, director of children's services': the office tells
    const OFFICERS: &[&str] = &[
        "chair of governors",
        "chair of the",
        "chief executive",
        "chief medical officer",
        "chief nurse",
        "director of adult",
        "director of children",
        "director of education",
        "director of public health",
        "headteacher",
        "medical director",
        "principal of",
    ];
    let academic = lower.contains("professor ") && {
        let whole = whole.to_lowercase();
        OFFICERS.iter().any(|office| whole.contains(office))
    };
    let others = |lower: &str| has(lower, OTHER_VOICES);
    let other = if academic { others(&lower.replace("professor ", "")) } else { others(&lower) };
    if !cabinet && (member || other) {
        return Voice::Other;
    }
    // 'The regional director for the North', of the department, but not of a trust
    let bodies = ["academies", "care", "company", "group", "nhs", "school", "schools", "trust"];
    if lower.contains("regional director for ") && !has(&lower, &bodies) {
        return Voice::Government;
    }
    if any(&[
        "secretary of state",
        "education secretary",
        "health secretary",
        "home secretary",
        "prime minister",
        "downing street",
        "home office",
        "cabinet office",
        "treasury",
        "nhs england",
        "number 10",
    ]) || has(&lower, GOVERNMENT_VOICES)
        || any(&["chancellor"]) && !any(&["vice-chancellor", "vice chancellor"])
    {
        return Voice::Government;
    }
    let councillor = any(&["cllr", "councillor"]) || lower.starts_with("coun ");
    if councillor
        && has(&lower, PARTIES)
        && !has(&lower, OFFICES)
        && !lower.contains("leader of")
        && !lower.contains("council leader")
        && !leads_the_council(&lower)
    {
        return Voice::Other;
    }
    // 'Coun Hart, who represents Upper Dale on the council'
    let represents = any(&["who represents", "who represented"]) || has(&lower, &["ward"]);
    if councillor && represents && !has(&lower, OFFICES) {
        return Voice::Other;
    }
    if OF_CHARITIES.iter().any(|name| lower.contains(name)) {
        return Voice::Other;
    }
    if councillor || has(&lower, PROVIDER_VOICES) || lower.contains("vice-chancellor") {
        return Voice::Provider;
    }
    // 'A paramedic said'; who is named may be a nurse whose child is ill
    if head == Head::People
        && has(&lower, &["doctor", "midwife", "nurse", "paramedic", "paramedics"])
    {
        return Voice::Provider;
    }
    if has(&lower, &["diocesan", "diocese"]) || head == Head::Person && opens_with_party(phrase) {
        return Voice::Other;
    }
    // 'Ann Day KC, for the home'
    let counsel = |word: &str| matches!(word, "KC" | "QC");
    if head == Head::Person && phrase.split([' ', ',']).any(counsel) {
        return Voice::Other;
    }
    // 'Another user, Ann Day'
    if inspected && has(&lower, &["company", "firm"]) && head == Head::Body {
        return Voice::Provider;
    }
    if head == Head::Person && ["another ", "one "].iter().any(|one| lower.starts_with(one)) {
        return Voice::Other;
    }
    Voice::Unknown
}

/// A phrase without the fields of an officer, which are those of others: 'director of *children and
/// families*'.
fn without_fields(phrase: &str) -> Cow<'_, str> {
    const OFFICES: &[&str] =
        &["director", "head", "holder", "lead", "manager", "member", "officer"];
    for link in [" for ", " of "] {
        for (at, _) in phrase.match_indices(link) {
            let (office, fields) = (&phrase[..at], &phrase[at + link.len()..]);
            let word = office.rsplit(' ').next().unwrap_or(office).to_lowercase();
            let end = fields
                .split_inclusive(' ')
                .take_while(|word| word.starts_with(char::is_lowercase) && *word != "at ")
                .take_while(|word| !["a ", "an ", "its ", "our ", "the "].contains(word))
                .map(str::len)
                .sum::<usize>();
            if OFFICES.contains(&word.as_str()) && end > 0 {
                return Cow::Owned(format!("{office} {}", &fields[end..]));
            }
        }
    }
    Cow::Borrowed(phrase)
}

/// Whether words begin with the name of a charity.
pub(super) fn begins_charity(words: &str) -> bool {
    CHARITIES.iter().any(|name| {
        let rest = words.strip_prefix(name);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// Whether words name a charity that runs nothing which is inspected.
fn names_charity(words: &str) -> bool {
    CHARITIES.iter().any(|name| {
        words.match_indices(name).any(|(at, _)| {
            let alone = |c: char| !c.is_alphanumeric();
            (at == 0 || words[..at].ends_with(alone))
                && (at + name.len() == words.len() || words[at + name.len()..].starts_with(alone))
        })
    })
}

/// Whether somebody sits in a parliament: 'Labour MS Ann Day'.
fn is_of_parliament(phrase: &str) -> bool {
    let member = |word: &str| matches!(word, "AM" | "MEP" | "MLA" | "MP" | "MS" | "MSP" | "Senedd");
    phrase.split(|c: char| !c.is_alphanumeric()).any(member)
}

/// Trusts that run nothing which is inspected.
const OF_CHARITIES: &[&str] = &[
    "carers trust",
    "king's trust",
    "prince's trust",
    "reform trust",
    "runnymede trust",
    "sutton trust",
    "wildlife trust",
];

/// Whether somebody is 'the county's Conservative leader', whose party runs the council.
fn leads_the_council(lower: &str) -> bool {
    ["authority", "borough", "city", "council", "county"].iter().any(|body| {
        let owned = lower.split_once(body).map_or("", |(_, rest)| rest);
        let party = owned.strip_prefix("'s ").or_else(|| owned.strip_prefix("’s "));
        let office = party.and_then(|rest| rest.split_once(' '));
        office.is_some_and(|(party, office)| has(party, PARTIES) && office.starts_with("leader"))
    })
}

/// Whether somebody is 'leader of the Independent group', which is not that of the council.
fn leads_group(lower: &str) -> bool {
    lower.split_once("leader of the ").is_some_and(|(_, body)| {
        let (name, _) = body.split_once(" group").unwrap_or_default();
        !name.is_empty() && name.split(' ').count() <= 3 && has(name, PARTIES)
    })
}

/// Whether a name stands behind that of a party: 'Liberal Democrat Ann Day', but not 'Ann Green'.
fn opens_with_party(phrase: &str) -> bool {
    let mut words = phrase.split(' ');
    let first = words.next().unwrap_or_default();
    let named = words.filter(|word| word.starts_with(char::is_uppercase)).count() >= 2;
    named && has(&first.to_lowercase(), PARTIES)
}
