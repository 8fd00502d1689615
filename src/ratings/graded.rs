//! Whom a sentence grades: the mentions of providers that a grade is said of.
//!
//! | in the text | graded |
//! | --- | --- |
//! | 'good', said of '**Ashby Primary**, in Mill Lane,' | the name, and not the place |
//! | '**Ashby Juniors** is in the same trust and was graded good' | the subject of both verbs |
//! | 'the rating of good given to **Ashby** and **Beck Infants**' | both |
//! | 'Puddle Nursery, which is based at Great Orley, was' | not the name put in |

use super::licence::Licence;
use super::links;
use super::names;
use super::providers::{Mention, MentionKind};
use super::rules;
use super::sentence::Sentence;
use super::words::{Class, Word};

/// The mentions of who is graded: more than one where several share the grade.
pub(super) fn graded(
    s: &Sentence<'_>,
    n: usize,
    licence: &Licence,
    floor: usize,
    next: usize,
) -> Vec<Mention> {
    let grade = &s.grades[n];
    let usable = |m: &Mention| match m.kind {
        // 'It had received three requires improvement judgements' counts no providers.
        MentionKind::Group
            if m.end == s.before_marks(grade.first)
                && m.end == m.first + 1
                && s.word(s.past_marks(grade.end)).is_some_and(|w| w.of(Class::RATING_NOUN)) =>
        {
            false
        }
        MentionKind::Group => true,
        _ if is_told_of(s, m, licence.verb) => true,
        MentionKind::Name
            if m.first > 1
                && s.words[m.first - 1].is("the")
                && s.words[m.first - 2].any(&["joined", "joining", "left", "leaving"]) =>
        {
            false
        }
        _ if names::is_aside(&s.words, m) || is_put_in(s, m, licence.verb) => false,
        // 'rated good before it became an academy'
        MentionKind::Common
            if s.before(m.first).is_some_and(|w| w.any(&["a", "an"]))
                && s.before(m.first - 1)
                    .is_some_and(|w| w.any(&["became", "become", "becoming"])) =>
        {
            false
        }
        // 'Inspectors, who were in the borough for two weeks,': a place.
        MentionKind::Common
            if m.first > 1
                && s.words[m.end - 1].any(&["borough", "county", "village"])
                && s.words[m.first - 1].is("the")
                && s.words[m.first - 2].any(&["in", "across", "around", "throughout"]) =>
        {
            false
        }
        // 'since it joined the trust, when it had been rated good'
        MentionKind::Common
            if m.first > 1
                && s.words[m.first - 1].is("the")
                && s.words[m.first - 2]
                    .any(&["join", "joins", "joined", "joining", "left", "leave", "leaving"]) =>
        {
            false
        }
        MentionKind::Capitals if is_apposed(s, m) => true,
        _ if s.before(m.first).is_some_and(|w| w.is("by")) => false,
        MentionKind::Capitals => {
            let before = s.before(m.first);
            let after = s.word(m.end);
            before.is_some_and(|w| {
                w.any(&[
                    "at", "of", "in", "to", "on", "for", "that", "across", "rated", "graded",
                    "judged", "found", "gave", "gives", "evaluated", "assessed", "deemed", "declared",
                    "branded", "labelled",
                ])
            }) || s.is_copula(m.end)
                || is_beside_site(s, m)
                // 'while Ashby Moss did better and was judged'
                || m.first > 0 && m.first == s.clause_start(licence.verb)
                // 'Ashby's teaching was judged'
                || s.words[m.end - 1].possessive() && s.judgement_at(m.end).is_some()
                || s.grades.iter().any(|g| {
                    g.first == m.end || g.end + 1 == m.first || s.past_marks(m.end) == g.first
                })
                || after.is_some_and(|w| {
                    w.any(&[
                        "has", "had", "was", "received", "got", "rated", "retained", "scored",
                        "kept", "fell", "dropped", "slipped", "earned", "achieved", ",", "still",
                        "–", "(", "now", "requires", "becomes", "remains", "climbed", "crashed",
                        "then",
                    ])
                })
        }
        _ => true,
    };
    let place = |m: &Mention| {
        if is_sited(s, m, licence.verb)
            || is_place_of_several(&s.words, m)
            || is_site_put_in(s, m, licence.verb)
        {
            return true;
        }
        if is_apposed(s, m) && s.is_copula(m.end + 1) {
            return false;
        }
        // 'The school, in Mill Lane, Oxtown, was': places.
        // and 'in the middle of Oxtown' too.
        let within = m.first.checked_sub(2).is_some_and(|i| {
            s.words[i + 1].is("of")
                && s.words[i].any(&["middle", "centre", "heart", "edge", "outskirts"])
        });
        let placed = within || s.before(m.first).is_some_and(|w| w.any(&["in", "on", "near"]));
        let after_comma = s.before(m.first).is_some_and(|w| w.is(","));
        // 'in Fern Road, Hetherby,'
        let street = m.first.checked_sub(2).is_some_and(|i| s.words[i].any(names::STREETS));
        if m.kind == MentionKind::Capitals && after_comma && street {
            return true;
        }
        m.kind == MentionKind::Capitals
            && s.mentions.iter().any(|other| {
                other.end < m.first
                    && other.kind != MentionKind::Group
                    && (placed
                        || after_comma && s.any_in(other.end, m.first, &["in", "on", "near"]))
            })
    };
    // Right first when the grade is said 'of', 'to', 'on' somebody.
    let right = s.mentions.iter().find(|m| {
        m.first >= grade.end
            && m.end <= next
            && m.first <= grade.end + 16
            && usable(m)
            && (m.kind != MentionKind::Group
                || s.before(m.first).is_some_and(|w| w.any(&["its", "their"])))
            && {
                let mut before = m.first;
                while before > 0
                    && s.words[before - 1].any(&["the", "a", "an", "its", "their", "this"])
                {
                    before -= 1;
                }
                s.before(before)
                    .is_some_and(|w| w.any(&["at", "of", "to", "on", "for", "against", "across"]))
                    || m.first == s.past_marks(grade.end)
            }
    });
    let verb = licence.verb.min(grade.first);
    let start = s.clause_start(verb).max(floor);
    let left = s
        .mentions
        .iter()
        .rev()
        .find(|m| m.end <= grade.first && m.first >= start && usable(m) && !place(m));
    let left = subject_before(s, verb, start).filter(|m| usable(m)).or(left);
    let direct = right.is_some_and(|m| m.first <= s.past_marks(grade.end) + 5);
    let noun = licence.rule.name == rules::RATING_NOUN.name
        || licence.rule.name == rules::GRADE_RATED.name
        || licence.rule.name == rules::IN_MARKS.name;
    let chosen = match (left, right) {
        (Some(left), Some(right)) => {
            // 'Inspectors gave X a good rating' has it left, 'a rating of good to X' right.
            let weak = left.kind == MentionKind::Capitals && !s.is_copula(left.end);
            let of_its = s.before(right.first).is_some_and(|w| w.any(&["its", "their"]));
            if of_its
                || direct && noun && (weak || left.kind == MentionKind::Common)
                || weak && right.kind == MentionKind::Name
            {
                Some(right)
            } else {
                Some(left)
            }
        }
        (left, right) => left.or(right),
    };
    // Behind a colon or dash stands who is graded in a caption.
    let chosen = chosen.or_else(|| {
        let before =
            s.mentions.iter().rev().find(|m| m.end <= grade.first && usable(m) && !place(m));
        let past = links::right(s, grade).end.max(grade.end);
        before.or_else(|| {
            s.mentions.iter().find(|m| m.first >= past && usable(m) && m.kind != MentionKind::Group)
        })
    });
    let Some(chosen) = chosen else { return Vec::new() };
    let chosen = group_of(s, chosen)
        .or_else(|| one_of(s, chosen))
        .or_else(|| named_beside(s, chosen))
        .unwrap_or(chosen);
    listed_with(s, head_of(s, chosen))
}

/// 'The other three, at **Ashby**, **Beck** and **Corham**, were': places of those that are graded.
fn is_sited(s: &Sentence<'_>, m: &Mention, verb: usize) -> bool {
    if m.kind != MentionKind::Capitals || m.end > verb {
        return false;
    }
    let opens = (m.first.saturating_sub(10)..m.first)
        .rev()
        .find(|&i| s.words[i].is(",") && s.words[i + 1].any(&["in", "at", "near", "on"]));
    let Some(opens) = opens else { return false };
    let several = s.mention_before(opens).is_some_and(|whole| match whole.kind {
        MentionKind::Group => true,
        MentionKind::Common => s.words[whole.end - 1].plain.ends_with('s'),
        _ => false,
    });
    several && s.any_in(m.end, m.end + 14, &[","]) && !(opens..m.first).any(|i| s.is_copula(i))
}

/// '**Acorns** at Great Orley, which': a name with its place, that leads what is told.
fn is_beside_site(s: &Sentence<'_>, m: &Mention) -> bool {
    // or 'in January Acorns at Great Orley fell'
    let leads = s.before(m.first).is_none_or(|w| w.mark || w.capital && w.of(Class::GENERIC_HEAD));
    let site = s.mentions.iter().find(|site| site.first == m.end + 1);
    let follows = |at: usize| {
        s.is_copula(at)
            || s.word(at).is_some_and(|w| w.of(Class::GIVING_VERB.or(Class::MOVING_VERB)))
            || s.word(at).is_some_and(|w| w.is(","))
                && s.word(at + 1).is_some_and(|w| w.any(&["which", "whose"]))
    };
    leads
        && s.word(m.end).is_some_and(|w| w.any(&["at", "in", "near"]))
        && site.is_some_and(|site| site.kind == MentionKind::Capitals && follows(site.end))
}

/// 'Buttercup Corner, in the grounds of a rectory at **Great Orley**, was', 'Acorns at **Great
/// Orley**, which': a place in a clause put in after a name, or beside it.
fn is_site_put_in(s: &Sentence<'_>, m: &Mention, verb: usize) -> bool {
    let named = |other: &&Mention| {
        matches!(other.kind, MentionKind::Name | MentionKind::Capitals) && other.end < m.first
    };
    if m.kind != MentionKind::Capitals || m.end > verb {
        return false;
    }
    let beside = s.word(m.end).is_some_and(|w| w.is(","))
        && s.before(m.first).is_some_and(|w| w.is("at"))
        && s.mention_before(m.first - 1).filter(named).is_some();
    let opens = |other: &Mention| {
        s.words[other.end].is(",")
            && s.words[other.end + 1].any(&["in", "on", "at", "near", "off", "behind", "based"])
            && !(other.end..m.first).any(|i| s.is_copula(i))
    };
    let closed = s.any_in(m.end, verb.min(m.end + 12), &[","]);
    // 'The hospice at Great Orley has'
    let noun = s.before(m.first).is_some_and(|w| w.is("at"))
        && s.mention_before(m.first - 1).is_some_and(|other| other.kind == MentionKind::Common);
    beside || noun || closed && s.mentions.iter().filter(named).any(opens)
}

/// '**Ashby Juniors** is in the same trust and was graded good': the subject of the first of two
/// verbs, where the second gives the grade.
fn subject_before<'s>(s: &'s Sentence<'_>, verb: usize, start: usize) -> Option<&'s Mention> {
    let mut at = verb;
    while at > start
        && (s.is_copula(at - 1)
            || s.words[at - 1].any(&["has", "have", "had", "now", "also", "still"]))
    {
        at -= 1;
    }
    let joined = at.checked_sub(1).filter(|&i| i > start && s.words[i].any(&["and", "but"]))?;
    let first = (start..joined).find(|&i| s.is_copula(i) || s.words[i].any(&["has", "had"]))?;
    let end = if s.words[first.checked_sub(1)?].is(",") { first - 1 } else { first };
    let subject = s.mention_before(end).filter(|m| m.first >= start)?;
    (at < verb || s.words[verb].of(Class::RATING_VERB)).then_some(subject)
}

/// 'The news came from **Ashby Primary** in Orley, which has gone to good': a name that a clause
/// is about, whatever it is to the rest.
fn is_told_of(s: &Sentence<'_>, m: &Mention, verb: usize) -> bool {
    // 'came from Ashby Primary – rated good in 2018 –'
    // or 'joined from Ashby Primary, itself rated outstanding'
    let also = ["itself", "also", "now", "currently", "once", "previously", "already", "both"];
    // 'who also runs Clover Nursery in Tarrow, rated outstanding'
    let mut end = m.end;
    if s.word(end).is_some_and(|w| w.any(&["in", "at", "near"])) {
        end += 1;
        while s.word(end).is_some_and(|w| w.capital && !w.mark) {
            end += 1;
        }
    }
    let rated = end < verb
        && s.words[end].any(&["–", "—", "(", ","])
        && s.words[end + 1..verb].iter().all(|w| w.any(&also))
        && s.words[verb].of(Class::RATING_VERB);
    if rated {
        return true;
    }
    let opened = (m.end..s.words.len().min(m.end + 5))
        .find(|&i| s.words[i].is("which") && s.words[i - 1].is(","));
    let Some(opened) = opened else { return false };
    let place = opened - 1 == m.end || s.words[m.end].any(&["in", "at", "near", "on"]);
    place && opened < verb && !s.any_in(opened, verb, &[",", "and", "but"])
}

/// 'Its **other two schools**, a primary and an infant school, were': the group that the words in
/// commas are.
fn group_of<'s>(s: &'s Sentence<'_>, chosen: &Mention) -> Option<&'s Mention> {
    // 'Two secondary schools and a primary are': the two, and one more.
    let counted = |m: &&Mention| m.kind == MentionKind::Group && m.end + 2 == chosen.first;
    let joined = chosen.first.checked_sub(2).is_some_and(|i| s.words[i].is("and"))
        && s.words[chosen.first - 1].any(&["a", "an", "one"]);
    if joined && let Some(two) = s.mentions.iter().find(counted) {
        // 'its other three schools, two primaries and a special school,'
        let whole = |m: &&Mention| m.kind == MentionKind::Group && m.end + 1 == two.first;
        let whole = s.mentions.iter().find(whole).filter(|m| s.words[m.end].is(","));
        return Some(whole.unwrap_or(two));
    }
    // 'Two, including Harcourt, require improvement'
    let including = chosen.first.checked_sub(2).filter(|&i| s.words[i + 1].is("including"));
    if let Some(comma) = including.filter(|&i| s.words[i].is(",")) {
        return s.mention_before(comma).filter(|m| m.kind == MentionKind::Group);
    }
    let ends = s.word(chosen.end).is_some_and(|w| w.is(",")) && s.is_copula(chosen.end + 1);
    let group = s.mentions.iter().rev().find(|m| {
        m.kind == MentionKind::Group
            && m.end < chosen.first
            && m.end + 10 > chosen.first
            && s.words[m.end].is(",")
    })?;
    let common = matches!(chosen.kind, MentionKind::Common | MentionKind::Group);
    (common && ends && !(group.end..chosen.first).any(|i| s.is_copula(i))).then_some(group)
}

/// '**Ashby Primary** is one of the first schools to be rated': who is one of those.
fn one_of<'s>(s: &'s Sentence<'_>, chosen: &Mention) -> Option<&'s Mention> {
    let before = chosen.first.checked_sub(1)?;
    let one = chosen.kind == MentionKind::Group
        && s.words[chosen.first].is("one")
        && (s.is_copula(before) || s.words[before].is("become"));
    let subject = s.mentions.iter().rev().find(|m| m.end <= before && m.end + 4 > before)?;
    (one && subject.kind != MentionKind::Group).then_some(subject)
}

/// '**Harbour View**, one of its three homes, was', 'another, **Elm Bank**, was', '**Ashby Council**,
/// whose children's services were': the name that stands in commas beside what it is.
fn named_beside<'s>(s: &'s Sentence<'_>, chosen: &Mention) -> Option<&'s Mention> {
    let named = |m: &&Mention| matches!(m.kind, MentionKind::Name | MentionKind::Capitals);
    let mut first = chosen.first;
    let comma = |at: usize| at.checked_sub(1).filter(|&i| s.words[i].is(","));
    if chosen.kind == MentionKind::Group && s.words[first].is("one") {
        let ends = s.word(chosen.end).is_some_and(|w| w.is(","));
        return s.mention_before(comma(first)?).filter(named).filter(|_| ends);
    }
    if s.words[first].is("another") && s.word(chosen.end).is_some_and(|w| w.is(",")) {
        let next = s.mentions.iter().find(|m| m.first == chosen.end + 1).filter(named);
        return next.filter(|m| s.word(m.end).is_some_and(|w| w.is(",")));
    }
    if chosen.kind == MentionKind::Common {
        while first > 0 && s.words[first - 1].is("own") {
            first -= 1;
        }
        // or '**Ashby**, where services were'
        let whose = first.checked_sub(1).filter(|&i| s.words[i].any(&["whose", "where"]))?;
        return s.mention_before(comma(whose)?).filter(named);
    }
    None
}

/// 'Bright Futures, an **agency** in Kettlewick, was': the name before a noun in commas.
fn head_of<'s>(s: &'s Sentence<'_>, chosen: &'s Mention) -> &'s Mention {
    if chosen.kind != MentionKind::Common {
        return chosen;
    }
    let from = chosen.first.saturating_sub(5);
    let article = (from..chosen.first).rev().find(|&i| s.words[i].any(&["a", "an"]));
    let comma = article.and_then(|i| i.checked_sub(1)).filter(|&i| s.words[i].any(&[",", "–"]));
    // 'The unit at Ashby General, the trust's smaller **hospital**, was'
    let comma = comma.or_else(|| {
        let closed = s.word(chosen.end).is_some_and(|w| w.is(","));
        let comma = (from..chosen.first).rev().find(|&i| s.words[i].mark)?;
        (closed && s.words[comma].is(",") && s.words[comma + 1].any(&["the", "its", "their"]))
            .then_some(comma)
    });
    let head = comma.and_then(|comma| s.mention_before(comma)).filter(|m| {
        if m.kind == MentionKind::Common {
            return s.words[m.first..m.end].iter().any(|w| w.is("at"));
        }
        matches!(m.kind, MentionKind::Name | MentionKind::Capitals)
            && !names::is_aside(&s.words, m)
            && s.before(m.first).is_none_or(|w| !w.any(&["in", "at", "near"]))
    });
    head.unwrap_or(chosen)
}

/// 'Puddle Nursery, which is based at **Great Ambersley**, was': a name in a clause put in.
fn is_put_in(s: &Sentence<'_>, m: &Mention, verb: usize) -> bool {
    let from = m.first.saturating_sub(16);
    let opened =
        (from..m.first).rev().find(|&i| s.words[i].any(&["which", "who", "whose", "where"]));
    // or 'Puddle Nursery, with which Ashby Care shares a site, was'
    let comma = |i: usize| {
        let with = usize::from(i > 1 && s.words[i - 1].any(&["with", "of", "to", "for", "in"]));
        i > with && s.words[i - 1 - with].is(",")
    };
    if is_in_participle(s, m, verb) {
        return true;
    }
    let Some(opened) = opened.filter(|&i| comma(i)) else { return false };
    !s.any_in(opened, m.first, &[","])
        && m.end < verb
        && s.any_in(m.end, verb, &[","])
        && s.mentions.iter().any(|other| other.end < opened)
}

/// 'Greyfriars Academy, judged weak in 2018 and handed to the **Aspen Trust**, has been rated': a name
/// in what a participle puts in after the subject.
fn is_in_participle(s: &Sentence<'_>, m: &Mention, verb: usize) -> bool {
    let closed = s.word(m.end).is_some_and(|w| w.is(","))
        && m.end < verb
        && (s.is_copula(m.end + 1) || s.word(m.end + 1).is_some_and(|w| w.any(&["has", "had"])));
    if !closed {
        return false;
    }
    let from = m.first.saturating_sub(18);
    let Some(comma) = (from..m.first).rev().find(|&i| s.words[i].is(",")) else { return false };
    let moved = ["handed", "taken", "given", "sold", "transferred", "passed", "moved"];
    let opens = s.word(comma + 1).is_some_and(|w| w.of(Class::RATING_VERB) || w.any(&moved));
    let to = s.any_in(comma + 1, m.first, &["to", "by", "over"]);
    opens && to && s.mentions.iter().any(|other| other.end <= comma && other.end + 5 > comma)
}

/// Whether capitals stand in a list of the places of several: 'Its sister nurseries in **Eastgate**
/// and **Northgate** were'.
pub(super) fn is_place_of_several(words: &[Word<'_>], m: &Mention) -> bool {
    let mut at = m.first;
    while at > 0 && at + 12 > m.first && (words[at - 1].capital || words[at - 1].any(&["and", ","]))
    {
        at -= 1;
    }
    let several = at.checked_sub(2).map(|i| &words[i]);
    m.kind == MentionKind::Capitals
        && words[at.saturating_sub(1)].any(&["in", "at"])
        && several.is_some_and(|w| w.of(Class::PROVIDER_NOUN) && w.plain.ends_with('s'))
}

/// 'Another nursery that she owns, **Tiny Feet** in Orley, is': a name in commas after its noun.
fn is_apposed(s: &Sentence<'_>, m: &Mention) -> bool {
    let opens = s.before(m.first).is_some_and(|w| w.any(&[",", "–"]));
    let place = s.word(m.end).is_some_and(|w| w.any(&["in", "at", "on", "near"]));
    let ends = s.word(m.end).is_some_and(|w| w.any(&[",", "–"]));
    let noun = || {
        s.mentions.iter().any(|other| {
            other.kind == MentionKind::Common
                && other.end < m.first
                && other.end + 12 > m.first
                && s.before(other.first).is_some_and(|w| {
                    w.any(&["a", "an", "another", "other", "second", "sister", "third", "its"])
                        // 'The pre-school in the hall, Tiny Feet, was'
                        || w.is("the") && ends && (s.is_copula(m.end + 1) || s.of_in(m.end + 1, m.end + 2, Class::GIVING_VERB))
                })
        })
    };
    opens && (place || ends) && noun()
}

/// A mention with those that stand with it in a list: 'Ashby Primary and Beck Infants'.
fn listed_with(s: &Sentence<'_>, chosen: &Mention) -> Vec<Mention> {
    let mut list = vec![chosen.clone()];
    if !matches!(chosen.kind, MentionKind::Name | MentionKind::Capitals) {
        return list;
    }
    let firm = |m: &Mention| matches!(m.kind, MentionKind::Name | MentionKind::Capitals);
    // To the left.
    loop {
        let first = list[0].first;
        let mut at = first;
        while at > 0 && s.words[at - 1].any(&["the", "and", ","]) {
            at -= 1;
        }
        let joined = s.words[at..first].iter().any(|w| w.any(&["and", ","]))
            && (list.len() > 1 || s.words[at..first].iter().any(|w| w.is("and")));
        // 'Ashby House in Orley and Beck Court': the name, and not its place.
        let sited = |m: &&Mention| {
            let at = m.first.checked_sub(1).filter(|&i| s.words[i].any(&["in", "at", "near"]));
            at.and_then(|at| s.mention_before(at)).filter(|named| firm(named))
        };
        let before = s.mention_before(at);
        let before = before.map(|m| sited(&m).unwrap_or(m));
        match before.filter(|m| joined && firm(m)) {
            Some(before) => list.insert(0, before.clone()),
            None => break,
        }
    }
    // To the right, after 'to'.
    let to = s.before(list[0].first).is_some_and(|w| w.any(&["to", "at", "of"]));
    if to {
        loop {
            let end = list[list.len() - 1].end;
            let mut at = end;
            while s.word(at).is_some_and(|w| w.any(&["the", "and", ","])) {
                at += 1;
            }
            match s.mentions.iter().find(|m| m.first == at && at > end && firm(m)) {
                Some(after) => list.push(after.clone()),
                None => break,
            }
        }
    }
    list
}
