//! Whose grades they are: the providers of the grades of a text, as the whole text tells.

use super::Context;
use super::names::Names;
use super::providers::MentionKind;
use super::record::Collected;
use super::rules;
use super::sentence::Sentence;
use crate::record::{Provider, Rating, Span};
use crate::text::BlockKind;

/// The providers of each draft.
pub(super) fn providers(
    context: &Context<'_>,
    names: &Names<'_>,
    collected: &Collected<'_>,
    tables: &[Rating],
) -> Vec<Vec<Provider>> {
    let mut resolved: Vec<Vec<Provider>> = collected
        .drafts
        .iter()
        .map(|draft| {
            let words = &collected.sentences[draft.sentence].words;
            draft.mentions.iter().map(|m| names.resolve(words, m, draft.number)).collect()
        })
        .collect();
    let main = main_of(collected, &resolved, names, tables);
    for at in 0..resolved.len() {
        let draft = &collected.drafts[at];
        // 'the authority', 'the school', when only the ratings tell who that is.
        if let ([provider], [mention], Some(main)) = (&resolved[at][..], &draft.mentions[..], &main)
            && mention.kind == MentionKind::Common
            && provider.span == Some(mention.span)
            && provider.name != main.name
        {
            let words = &collected.sentences[draft.sentence].words;
            // A bare place name is of the council that the ratings are about.
            let known = mention
                .first
                .checked_sub(1)
                .is_none_or(|i| words[i].any(&["the", "this", "a", "an", "whose"]));
            if known
                && !super::names::is_one_more(words, mention)
                && !super::names::is_owned(words, mention)
                && super::sorts::may_be(&provider.name, &main.name)
            {
                resolved[at] = vec![main.clone()];
            }
        }
        if let ([provider], [mention], Some(main)) = (&resolved[at][..], &draft.mentions[..], &main)
            && mention.kind == MentionKind::Capitals
            && mention.end - mention.first == 1
            && same_provider(&provider.name, &main.name)
        {
            resolved[at] = vec![main.clone()];
        }
        // The outcomes of area inspections are of the partnership.
        if draft.rule.name == rules::AREA_SEND.name
            && !resolved[at].iter().any(|p| p.name.contains("artnership"))
            && let Some(partnership) = names.partnership()
            && draft.mentions.iter().all(|m| m.kind == MentionKind::Common)
        {
            resolved[at] = vec![partnership];
        }
        if !resolved[at].is_empty() {
            continue;
        }
        let sentence = &collected.sentences[draft.sentence];
        // A list of labels under a provider's name in capitals.
        if draft.rule.name == rules::LABEL.name
            && let Some(heading) = heading_over(context, sentence.span)
        {
            resolved[at] = vec![names.by_heading(heading)];
            continue;
        }
        if sentence.words[0].is("it")
            && let Some(another) = introduced_before(context, draft.number)
        {
            resolved[at] = vec![another];
            continue;
        }
        // 'The rating of the trust stays at good. It remains inadequate for safety.'
        let told = at.checked_sub(1).filter(|&b| {
            let before = &collected.drafts[b];
            let object = sentence.before(sentence.grades[draft.grade].first);
            (sentence.words[0].any(&["it", "its"]) || object.is_some_and(|w| w.is("it")))
                && before.number + 1 == draft.number
                && before.mentions.iter().all(|m| m.kind == MentionKind::Common)
        });
        if let Some(told) = told.filter(|&b| resolved[b].len() == 1) {
            resolved[at] = resolved[told].clone();
            continue;
        }
        // 'It acted at Ashby and at Beck. Both had been good.'
        if sentence.words[0].is("both")
            && draft.scope.is_empty()
            && let Some(both) = names.both_of(draft.number)
        {
            resolved[at] = both;
            continue;
        }
        // 'Ashby and Beck were inspected in May. The former was good and the latter outstanding.'
        let end = sentence.grades[draft.grade].first;
        let place = (0..end).rev().find(|&i| {
            sentence.words[i].any(&["former", "latter"])
                && sentence.before(i).is_some_and(|w| w.is("the"))
                && sentence.word(i + 1).is_some_and(|w| !w.capital)
        });
        if let Some(place) = place
            && let Some(both) = names.both_of(draft.number)
        {
            let which = usize::from(sentence.words[place].is("latter"));
            resolved[at] = both.into_iter().nth(which).into_iter().collect();
            continue;
        }
        // or of the two that the text has graded so far, a sentence each
        if let Some(place) = place
            && let Some(two) = two_graded(&resolved[..at])
        {
            let which = usize::from(sentence.words[place].is("latter"));
            resolved[at] = vec![two[which].clone()];
            continue;
        }
        // 'Safeguarding there was not met': of the provider before.
        // 'slipped to good and stayed there' points at the grade.
        let there = (0..sentence.words.len()).any(|i| {
            sentence.words[i].is("there")
                && !sentence
                    .before(i)
                    .is_some_and(|w| w.any(&["stayed", "remained", "stuck", "been", "got"]))
        });
        let before = at.checked_sub(1).filter(|&b| {
            let same = collected.drafts[b].number == draft.number;
            let back = if sentence.words[0].is("there") { 1 } else { 2 };
            same || (there && collected.drafts[b].number + back >= draft.number)
        });
        let group = before.is_some_and(|b| {
            collected.drafts[b].mentions.first().is_some_and(|m| m.kind == MentionKind::Group)
        });
        resolved[at] = match before.filter(|_| !group) {
            Some(before) => resolved[before].clone(),
            None if tables.is_empty() => {
                let at = sentence.grades[draft.grade].span.start();
                names.meant(draft.number, at).or_else(|| main.clone()).into_iter().collect()
            }
            None => main.clone().into_iter().collect(),
        };
    }
    resolved
}

/// The two providers that grades were given to, where there are no more and no fewer.
fn two_graded(resolved: &[Vec<Provider>]) -> Option<[Provider; 2]> {
    let mut two: Vec<&Provider> = Vec::new();
    for provider in resolved.iter().rev().take(60).rev().flatten() {
        if !two.iter().any(|p| p.name == provider.name) {
            two.push(provider);
        }
        if two.len() > 2 {
            return None;
        }
    }
    match two[..] {
        [first, second] => Some([first.clone(), second.clone()]),
        _ => None,
    }
}

/// 'The company runs one other home, in Orley.' before 'It was rated good': that home.
fn introduced_before(context: &Context<'_>, number: usize) -> Option<Provider> {
    let before = context.text.sentences.get(number.checked_sub(1)?)?;
    let source = context.text.source;
    let said = before.span.of(source);
    if said.len() > 300 || !(said.contains(" one other ") || said.contains(" another ")) {
        return None;
    }
    let sentence = Sentence::plain(context.text, before.span);
    let words = &sentence.words;
    let first = words
        .iter()
        .position(|w| w.is("another"))
        .or_else(|| words.windows(2).position(|pair| pair[0].is("one") && pair[1].is("other")))?;
    let runs = ["runs", "owns", "operates", "manages", "has", "ran", "run"];
    if !words[first.checked_sub(1)?].any(&runs) {
        return None;
    }
    let found = super::providers::find(source, words);
    let noun = found.iter().find(|m| m.kind == MentionKind::Common && m.end > first)?;
    let span = words[first].span.to(noun.span);
    let named = found.iter().any(|m| m.kind == MentionKind::Name && m.first > noun.first);
    let name = span.of(source).split_whitespace().collect::<Vec<_>>().join(" ");
    (noun.end <= first + 5 && !named).then_some(Provider { name, code: None, span: Some(span) })
}

/// The line in capitals that a list of labels stands under, not far above.
pub(super) fn heading_over(context: &Context<'_>, span: Span) -> Option<Span> {
    let text = context.text;
    let block = text.block_at(span.start());
    let above = text.blocks[block.saturating_sub(8)..block].iter().rev();
    let mut lines = above.map(|b| b.span).take_while(|b| b.len() < 120);
    lines.find(|line| {
        let words = line.of(text.source);
        (4..=40).contains(&line.len())
            && words.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '\'' | '’' | '-' | '&'))
    })
}

/// The provider that the text is about; where it names none, that of most ratings, those of the
/// headline counting last.
pub(super) fn main_of(
    collected: &Collected<'_>,
    resolved: &[Vec<Provider>],
    names: &Names<'_>,
    tables: &[Rating],
) -> Option<Provider> {
    if let Some(provider) = tables.iter().find_map(|rating| rating.provider.clone()) {
        return Some(provider);
    }
    let voted = |headline: bool| -> Option<(usize, Provider)> {
        let of_body = collected.drafts.iter().zip(resolved).filter(|(draft, _)| {
            (collected.sentences[draft.sentence].kind == BlockKind::Headline) == headline
        });
        most_named(of_body.flat_map(|(_, providers)| providers))
    };
    let named = |p: &Provider| p.name.bytes().any(|b| b.is_ascii_uppercase());
    let body = voted(false);
    let head = voted(true);
    let main = names.main();
    match (body, main) {
        (_, Some(main)) => Some(main),
        (Some((_, provider)), None) if named(&provider) => Some(provider),
        (body, None) => {
            let introduced = names.introduced();
            let voted = head.filter(|(_, p)| named(p)).or(body).map(|(_, p)| p);
            // 'the home', of 'a children's home in Sedgeworth'
            match (voted, introduced) {
                (Some(voted), Some(introduced))
                    if !voted.name.contains(' ')
                        && named(&introduced)
                        && super::sorts::may_be(&voted.name, &introduced.name) =>
                {
                    Some(introduced)
                }
                (voted, introduced) => voted.or(introduced),
            }
        }
    }
}

fn most_named<'p>(providers: impl Iterator<Item = &'p Provider>) -> Option<(usize, Provider)> {
    let mut votes: Vec<(usize, &Provider)> = Vec::new();
    for provider in providers {
        let numbered = provider.name.split(' ').next().is_some_and(|w| {
            super::words::number(&w.to_lowercase()).is_some()
                || matches!(w, "Most" | "All" | "Half")
        });
        if numbered {
            continue;
        }
        match votes.iter().position(|(_, p)| p.name == provider.name) {
            Some(at) => votes[at].0 += 1,
            None if votes.len() < 200 => votes.push((1, provider)),
            None => {}
        }
    }
    let most = votes.iter().map(|(count, _)| *count).max()?;
    votes.into_iter().find(|(count, _)| *count == most).map(|(count, p)| (count, p.clone()))
}

/// Whether two names may be of one provider: 'Bury Council' and 'Bury's children's services'.
pub(super) fn same_provider(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let plain = |name: &str| name.to_lowercase().replace('’', "'");
    let (a, b) = (plain(a), plain(b));
    if a == b || a.starts_with(&b) || b.starts_with(&a) {
        return true;
    }
    let place = |name: &str| {
        // 'Children's services in Bury'
        if let Some((_, place)) = name.split_once(" in ") {
            return place.to_owned();
        }
        let first = name.split(' ').next().unwrap_or("");
        first.strip_suffix("'s").unwrap_or(first).to_owned()
    };
    let council =
        |name: &str| ["council", "services", "authority"].iter().any(|w| name.contains(w));
    council(&a)
        && council(&b)
        && (place(&a) == place(&b) || a.contains(&place(&b)) || b.contains(&place(&a)))
}
