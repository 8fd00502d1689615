//! The providers that a text names, and which of them it speaks of at each place.
//!
//! | in the text | provider |
//! | --- | --- |
//! | '**Goosefield** was rated', with 'Goosefield Primary' elsewhere | 'Goosefield Primary', the fullest name |
//! | '**the school** was rated' | the school that the sentence before is about, else the text's main provider |
//! | 'Tiny Feet, in Orley, was rated', and later '**the nursery**' | 'Tiny Feet': a name that is graded is one of a provider |

mod focus;
mod roles;

use std::collections::HashMap;

use super::graded::is_place_of_several;
use super::providers::{Mention, MentionKind, find, named_in, services};
use super::sorts::{Sort, agree, sort_of_name};
use super::words::{Class, Word, words};
use crate::record::{Provider, Span};
use crate::text::{BlockKind, Text};

use focus::Told;
use roles::{
    Role, before_article, explained_as, is_assessed, is_section, plain_parts, points_back, role,
    told,
};

pub(super) use roles::{STREETS, is_aside, is_one_more, is_owned};

/// The providers that a text names.
pub(super) struct Names<'t> {
    source: &'t str,
    /// The names, each once, in the order of the text.
    names: Vec<Named>,
    /// The names by their first word.
    by_first: HashMap<String, Vec<usize>>,
    /// The first full name that ends with a noun: 'infirmary'.
    by_last: HashMap<String, usize>,
    main: Option<usize>,
    /// Names of sites without the name that they share, and in full: 'Coldbrook' of
    /// 'Pebble Coldbrook' beside 'Pebble Thorpe'.
    sites: Vec<(usize, usize)>,
    /// The first that is introduced without a name: 'a care home'.
    introduced: Option<Span>,
    /// The first services that a text names by their place: 'services for children in Kelby'.
    services: Option<Span>,
    /// The first that is told of without a name: 'one of the county's colleges', 'a nursery'.
    opens: Option<Span>,
    /// The kind of provider that the text opens with: 'A school has been told'.
    opening: Sort,
    /// Where the names stand, in the order of the text.
    places: Vec<Place>,
    /// Whether the text tells of one provider after the other, as news does and no report.
    turns: bool,
    /// The names that stand as headings over what is told of them, by their sentences: 'six schools
    /// that were inspected this month'. Fewer than two make no sections.
    sections: Vec<(usize, usize)>,
    /// The first provider that the lead names: 'Ashby House, in Oxtown, was inspected'.
    first_told: Option<usize>,
    /// The lines that may be such a heading, in words that may be anybody's name.
    lines: Vec<(usize, usize)>,
    /// What the sentences of the text proper tell without a name.
    told: Vec<Told>,
    /// Whom each of them leaves the reader with.
    centres: Vec<(usize, Option<usize>)>,
}

#[derive(Debug)]
struct Named {
    span: Span,
    words: Vec<String>,
    sort: Sort,
    times: usize,
    /// Whether it names a provider: by its noun, or because it is graded.
    strong: bool,
    /// Whether its noun is part of the name, with a capital.
    proper: bool,
    /// Whether it stands in the first sentences of the text proper.
    leads: bool,
    /// Whether it stands alone in capitals, above what is told of it.
    heads: bool,
    /// Whether it also stands as a place: 'in Oxtown'.
    place: bool,
    /// In how many sentences it is graded, and the last of them.
    graded: usize,
    graded_in: Option<usize>,
}

/// Where a name stands.
#[derive(Debug)]
struct Place {
    start: usize,
    /// The number of its sentence in the text.
    sentence: usize,
    name: usize,
    role: Role,
    /// Whether it may be a place alone: 'in Oxtown'.
    inside: bool,
    /// Whether somebody is quoted with it.
    said: bool,
}

/// Whether 'a' stands before the word at `first`, or before its adjective: 'an independent fostering
/// agency'.
fn is_introduced(words: &[Word<'_>], first: usize) -> bool {
    let article = |back: usize| first.checked_sub(back).is_some_and(|i| words[i].any(&["a", "an"]));
    let adjective = || !words[first - 1].mark && !words[first - 1].capital;
    article(1) || article(2) && adjective()
}

/// How many sentences of the text proper are its lead.
const LEAD: usize = 4;
/// What a text tells of whoever was inspected.
const OUTCOMES: &[&str] =
    &["result", "rating", "grade", "report", "inspection", "verdict", "rise", "fall", "leap"];

impl<'t> Names<'t> {
    /// Reads the names in the first `reach` bytes of a text; `turns` says whether it may turn from
    /// one provider to another.
    pub(super) fn read(text: &Text<'t>, reach: usize, turns: bool) -> Names<'t> {
        let source = text.source;
        let mut names = Names {
            source,
            names: Vec::new(),
            by_first: HashMap::new(),
            by_last: HashMap::new(),
            main: None,
            sites: Vec::new(),
            introduced: None,
            services: None,
            opens: None,
            opening: Sort::Other,
            places: Vec::new(),
            turns,
            sections: Vec::new(),
            first_told: None,
            lines: Vec::new(),
            told: Vec::new(),
            centres: Vec::new(),
        };
        let mut bytes = 0;
        let mut lead = 0;
        for (number, sentence) in text.sentences.iter().enumerate() {
            bytes += sentence.span.len();
            if bytes > reach {
                break;
            }
            let kind = text.blocks[sentence.block].kind;
            // The first of the headings in capitals may stand right below the byline.
            let shouts = !sentence.span.of(source).bytes().any(|b| b.is_ascii_lowercase());
            if matches!(kind, BlockKind::Furniture | BlockKind::Noise)
                || kind == BlockKind::Header && !shouts
                || sentence.span.len() > 4000
            {
                continue;
            }
            let headline = kind == BlockKind::Headline;
            lead += usize::from(!headline);
            let words = words(text, sentence.span);
            let mut mentions = find(source, &words);
            let groups = mentions.iter().filter(|m| m.kind == MentionKind::Group);
            let inside: Vec<Mention> =
                groups.flat_map(|group| named_in(source, &words, group)).collect();
            if !inside.is_empty() {
                mentions.extend(inside);
                mentions.sort_by_key(|m| (m.first, m.kind != MentionKind::Group));
            }
            let said = |at: usize| text.quotation_at(at).is_some_and(|q| q.outer.len() > 40);
            if !headline && turns {
                names.told.push(told(&words, &mentions, number, sentence.block, said));
            }
            for mention in mentions {
                if matches!(mention.kind, MentionKind::Name | MentionKind::Capitals) {
                    let times = match (mention.kind, before_article(&words, &mention)) {
                        // 'in Saltmere' is a place, and nobody inspected.
                        (MentionKind::Capitals, at @ 1..)
                            if words[at - 1]
                                .any(&["in", "near", "from", "across", "at", "around"]) =>
                        {
                            0
                        }
                        // Whoever runs a home is not the home.
                        _ if is_aside(&words, &mention) => 0,
                        _ if words.get(mention.end).is_some_and(|w| w.is("other")) => 0,
                        // 'neighbouring Thornby' and 'Ashby Care runs two homes' are of others.
                        (_, at @ 1..)
                            if words[at - 1].any(&[
                                "neighbouring",
                                "nearby",
                                "owner",
                                "owners",
                                "former",
                                "defunct",
                            ]) =>
                        {
                            0
                        }
                        _ if words
                            .get(mention.end)
                            .is_some_and(|w| w.any(&["runs", "owns", "operates", "manages"])) =>
                        {
                            0
                        }
                        _ if headline => 2,
                        _ => 1,
                    };
                    let Some(name) = names.add(&words, &mention, times) else { continue };
                    if mention.kind == MentionKind::Capitals
                        && !headline
                        && turns
                        && !is_place_of_several(&words, &mention)
                        && is_assessed(&words, &mention)
                    {
                        let named = &mut names.names[name];
                        named.strong = true;
                        named.graded = named.graded.max(1);
                    }
                    if mention.kind == MentionKind::Capitals
                        && let Some(sort) = explained_as(&words, &mention)
                    {
                        let named = &mut names.names[name];
                        named.strong = true;
                        named.sort = if named.sort == Sort::Other { sort } else { named.sort };
                    }
                    // 'A Castlebeck primary has been told': a text that opens without its name.
                    let article = mention.first.checked_sub(1).map(|i| &words[i]);
                    let unnamed = !headline
                        && lead == 1
                        && !names.names[name].proper
                        && article.is_some_and(|w| w.any(&["a", "an"]));
                    if unnamed && names.opens.is_none() {
                        names.opens = Some(mention.span);
                        names.opening = names.names[name].sort;
                    }
                    // A line of capitals above others: what they are about.
                    let line = mention.end - mention.first == words.len() && words.len() < 5;
                    let small = |b: u8| b.is_ascii_lowercase();
                    names.names[name].heads |=
                        line && !headline && !mention.span.of(source).bytes().any(small);
                    names.names[name].leads |= !headline && lead <= LEAD;
                    if !headline && lead <= LEAD && times > 0 && mention.kind == MentionKind::Name {
                        let named = &names.names[name];
                        let told = named.proper && named.sort != Sort::Trust;
                        names.first_told = names.first_told.or(told.then_some(name));
                    }
                    let shouts = names.names[name].heads && mention.kind == MentionKind::Capitals;
                    let heads = !headline
                        && (is_section(text, number, &words, &mention)
                            || shouts && line && !names.sections.is_empty());
                    if heads {
                        names.sections.push((number, name));
                        names.names[name].strong = true;
                    } else if !headline && mention.kind == MentionKind::Capitals && line {
                        names.lines.push((number, name));
                    }
                    let role = if headline {
                        Role::Aside
                    } else if heads {
                        Role::Subject
                    } else {
                        match role(&words, &mention) {
                            Role::Part if points_back(text, number, &words, &mention) => {
                                Role::Subject
                            }
                            role => role,
                        }
                    };
                    let start = mention.span.start();
                    let before = before_article(&words, &mention).checked_sub(1);
                    let inside = before.is_some_and(|i| words[i].any(&["in", "near", "across"]));
                    names.names[name].place |= inside && mention.kind == MentionKind::Capitals;
                    let said = said(start);
                    names.places.push(Place { start, sentence: number, name, role, inside, said });
                } else if names.services.is_none()
                    && mention.kind == MentionKind::Common
                    && words[mention.first].is("services")
                    && words[mention.end - 1].capital
                {
                    names.services = Some(mention.span);
                } else if mention.kind == MentionKind::Group && words[mention.first].is("one") {
                    names.opens = names.opens.or(Some(mention.span));
                } else if names.introduced.is_none()
                    && mention.kind == MentionKind::Common
                    && is_introduced(&words, mention.first)
                {
                    names.introduced = Some(mention.span);
                    names.opens = names.opens.or(Some(mention.span));
                    if lead <= LEAD {
                        names.opening = sort_of_name(&words[mention.first..mention.end]);
                    }
                }
            }
        }
        for (at, named) in names.names.iter().enumerate() {
            if let [_, .., last] = &named.words[..]
                && named.strong
                && named.proper
            {
                names.by_last.entry(last.clone()).or_insert(at);
            }
        }
        names.name_introduced(text);
        // 'ENDS' is told nothing of.
        for named in &mut names.names {
            named.strong |= named.heads && named.times > 1;
        }
        names.choose_main();
        names
    }

    /// 'A nursery has been told …', and in the next sentences 'Tiny Feet, in Orley, was': a text
    /// that opens without the name gives it soon, as a subject that a place or clause explains.
    fn name_introduced(&mut self, text: &Text<'t>) {
        let Some(introduced) = self.opens.filter(|_| self.turns) else { return };
        let from = self.places.partition_point(|p| p.start < introduced.end());
        // Named in the lead, the text opens with a name.
        let full = |p: &Place| self.names[p.name].strong && self.names[p.name].proper;
        if self.places[..from].iter().any(|p| full(p) && p.role != Role::Aside) {
            return;
        }
        let opened = text.sentence_at(introduced.start());
        let mut told = false;
        let next = self.places[from..].iter().take(6).find(|p| {
            let named = &self.names[p.name];
            let sentence = text.sentences.get(p.sentence).map_or(0, |s| s.span.start());
            let rest = self.source.get(p.start + named.span.len()..).unwrap_or("");
            let begins = |list: &[&str]| list.iter().any(|words| rest.starts_with(words));
            let visited = ["visit to ", "inspection of ", "inspectors to ", "inspectors at "]
                .iter()
                .any(|words| self.source[..p.start].ends_with(words));
            let explained = (p.start == sentence || visited)
                && begins(&[", which ", ", in ", ", near ", ", on ", ", based ", ", part of "]);
            // 'Rushcombe's result', after 'a council'
            let possessed = rest.strip_prefix("'s ").or_else(|| rest.strip_prefix("’s "));
            let own = p.start == sentence
                && possessed.is_some_and(|rest| OUTCOMES.iter().any(|noun| rest.starts_with(noun)));
            // 'Primrose Bank, on Victoria Terrace, is', where people are 'Jan Cole, in a letter,'
            let placed = p.start == sentence
                && begins(&[", which ", ", near ", ", on ", ", based ", ", part of ", ", in the "]);
            // 'Alder Bank, in Selby Road, Thornton Moor, was'
            let street = rest.strip_prefix(", in ").and_then(|rest| rest.split(',').next());
            let street = p.start == sentence
                && street.filter(|place| place.len() < 40).is_some_and(|place| {
                    let last = place.rsplit(' ').next().unwrap_or("").to_lowercase();
                    place.contains(' ') && STREETS.contains(&&*last)
                });
            told |= own || placed || street;
            p.sentence > opened && p.sentence <= opened + LEAD && (explained || own)
        });
        let Some(name) = next.map(|p| p.name) else { return };
        // Told of again, in full or in short.
        let kin = &self.by_first[&self.names[name].words[0]];
        let times: usize = kin.iter().map(|&at| self.names[at].times).sum();
        let named = &mut self.names[name];
        if !named.strong && (times > 1 || told) && named.sort == Sort::Other {
            named.strong = true;
            named.sort = self.opening;
        }
    }

    /// Takes in a name that counts so many times, and says which it is.
    fn add(&mut self, words: &[Word<'_>], mention: &Mention, times: usize) -> Option<usize> {
        let parts = plain_parts(&words[mention.first..mention.end]);
        let first = parts.first().cloned()?;
        let strong = mention.kind == MentionKind::Name;
        let list = self.by_first.entry(first).or_default();
        for &at in list.iter() {
            let named = &mut self.names[at];
            if named.words == parts {
                named.times += times;
                // As the text proper writes it, and not a heading in capitals.
                let shouts =
                    |span: Span| !span.of(self.source).bytes().any(|b| b.is_ascii_lowercase());
                if shouts(named.span) && !shouts(mention.span) {
                    named.span = mention.span;
                }
                return Some(at);
            }
        }
        let sort = sort_of_name(&words[mention.first..mention.end]);
        list.push(self.names.len());
        let proper = words[mention.end - 1].capital
            || words[mention.first..mention.end].iter().any(|w| w.is("children's"));
        self.names.push(Named {
            span: mention.span,
            words: parts,
            sort,
            times,
            strong,
            proper,
            leads: false,
            heads: false,
            place: false,
            graded: 0,
            graded_in: None,
        });
        Some(self.names.len() - 1)
    }

    /// Tells that a name is graded, in the sentence `number` of the text proper: whoever is graded
    /// is a provider.
    pub(super) fn grade(&mut self, words: &[Word<'_>], mention: &Mention, number: Option<usize>) {
        let Some(at) = self.own(words, mention) else { return };
        let named = &mut self.names[at];
        named.strong = true;
        if number.is_some() && named.graded_in != number {
            named.graded_in = number;
            named.graded += 1;
        }
    }

    /// The name that a mention is word for word.
    fn own(&self, words: &[Word<'_>], mention: &Mention) -> Option<usize> {
        let parts = plain_parts(&words[mention.first..mention.end]);
        let list = self.by_first.get(parts.first()?)?;
        list.iter().copied().find(|&at| self.names[at].words == parts)
    }

    /// Chooses the provider that the text is about, after the graded ones are told.
    pub(super) fn choose_main(&mut self) {
        self.main = None;
        // A name counts with all names that begin as it does.
        let weight = |at: usize| -> usize {
            let named = &self.names[at];
            let same = &self.by_first[&named.words[0]];
            let begins = |other: &Named| {
                named.words.starts_with(&other.words) || other.words.starts_with(&named.words)
            };
            let kin = |o: &&usize| **o == at || !self.is_only_a_place(**o, at);
            let same = || same.iter().filter(kin).map(|&o| &self.names[o]).filter(|o| begins(o));
            let times: usize = same().map(|o| o.times).sum();
            let leads = same().any(|o| o.leads);
            let first = self.turns && self.first_told == Some(at);
            let opens = self.opening != Sort::Other && self.fits(self.opening, at);
            times
                + named.graded.min(4)
                + if leads { 2 } else { 0 }
                + if first { 2 } else { 0 }
                + if opens { 3 } else { 0 }
        };
        let mut best: Option<((usize, usize), usize)> = None;
        for (at, named) in self.names.iter().enumerate() {
            let has = |list: &[&str]| named.words.iter().any(|w| list.contains(&&**w));
            let firm = has(&["trust", "federation", "mat", "police", "partnership"]);
            let firm = firm && named.graded == 0;
            let never = has(&[
                "ltd",
                "limited",
                "university",
                "news",
                "gazette",
                "reporting",
                "agency",
                "inspectorate",
            ]);
            // 'Northmere' stands for one of the names that begin so.
            let kin = &self.by_first[&named.words[0]];
            let short = named.words.len() == 1
                && kin.iter().any(|&o| self.names[o].strong && self.names[o].words.len() > 1);
            // 'a Thornbeck primary' is somebody with a fuller name.
            if !named.strong
                || short
                || named.times == 0
                || never
                || firm && best.is_some()
                // Told of once and in passing: 'Thornby Park was judged outstanding in May'.
                || named.times < 2 && named.graded < 2 && !self.by_first[&named.words[0]]
                    .iter()
                    .any(|&o| self.names[o].leads || self.names[o].heads)
                    && self.by_first[&named.words[0]].len() < 2
                || named.sort == Sort::Police && has(&["federation"])
                || !named.proper
            {
                continue;
            }
            let weight = (weight(at), named.graded);
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, at));
            }
        }
        self.main = best.map(|(_, at)| self.fullest_of(at));
        self.sites = self.sites_of_groups();
    }

    /// The graded names that share their first word, each with the name that it is without it.
    fn sites_of_groups(&self) -> Vec<(usize, usize)> {
        let graded = |at: usize| self.names[at].graded > 0 && self.names[at].words.len() > 1;
        let mut sites = Vec::new();
        for full in (0..self.names.len()).filter(|&at| graded(at)) {
            let words = &self.names[full].words;
            let alike = self.by_first[&words[0]].iter().filter(|&&at| graded(at)).take(2);
            let Some(list) = self.by_first.get(&words[1]).filter(|_| alike.count() > 1) else {
                continue;
            };
            let short = list.iter().find(|&&at| self.names[at].words[..] == words[1..]);
            sites.extend(short.map(|&short| (short, full)));
        }
        sites
    }

    /// Whether a name can be meant by a noun of the sort.
    fn fits(&self, sort: Sort, at: usize) -> bool {
        let named = &self.names[at];
        let open = named.sort == Sort::Other || named.sort == Sort::Trust && sort == Sort::Hospital;
        agree(sort, named.sort) || open && named.graded > 0
    }

    /// Whether the name at `at` is that of the place of another: 'in Corlington' is nothing of Corlington
    /// Primary, where a council is called by the name of its place.
    fn is_only_a_place(&self, at: usize, of: usize) -> bool {
        let (named, full) = (&self.names[at], &self.names[of]);
        named.place
            && named.graded == 0
            && named.words.len() < full.words.len()
            && !matches!(full.sort, Sort::Council | Sort::Police | Sort::Prison | Sort::Other)
    }

    /// The fullest name that begins as the name at `at` does.
    fn fullest_of(&self, at: usize) -> usize {
        if let Some(&(_, full)) = self.sites.iter().find(|site| site.0 == at) {
            return full;
        }
        let named = &self.names[at];
        // Of two names of one provider, that which the text is about.
        if let Some(main) = self.main
            && self.names[main].words.starts_with(&named.words)
            && !self.is_only_a_place(at, main)
        {
            return main;
        }
        let mut best = at;
        // 'Stanmoor' is HMP Stanmoor.
        let titled =
            ["hmp", "hmyoi", "ysgol"].iter().filter_map(|t| self.by_first.get(*t)).flatten();
        for &other in titled {
            if self.names[other].words[1..] == named.words[..] {
                best = other;
            }
        }
        // 'the Infirmary' is the Royal Marlshire Infirmary.
        // and Hexborough stands for the children's services in Hexborough.
        if named.words.len() == 1
            && let Some(&full) = self.by_last.get(&named.words[0])
            && (named.sort != Sort::Other
                || self.names[full].words.iter().any(|word| word == "services"))
        {
            best = full;
        }
        for &other in &self.by_first[&named.words[0]] {
            if self.is_only_a_place(at, other) {
                continue;
            }
            let longer = &self.names[other];
            let current = &self.names[best];
            let agrees = longer.words.starts_with(&named.words);
            // 'Fenside's maternity unit' is a part of Fenside.
            let rest = longer.span.of(self.source).get(named.span.len()..).unwrap_or("");
            let part = ["unit", "department", "ward", "team"];
            let part = (rest.starts_with("'s ") || rest.starts_with("’s "))
                && longer.words.last().is_some_and(|w| part.contains(&&**w));
            if part {
                continue;
            }
            // 'Wessmere Police Federation' is a union, and not the force.
            let union = longer.words.last().is_some_and(|w| w == "federation")
                && longer.sort == Sort::Police;
            if longer.strong
                && agrees
                && !union
                && longer.words.len() > current.words.len()
                && (named.sort == Sort::Other || longer.sort.is_like(named.sort))
            {
                best = other;
            }
        }
        best
    }

    /// The hospital that a name of one of its services names: 'Maternity services at **Ashby Hospital**'.
    fn site_of(&self, at: usize) -> Span {
        let span = self.names[at].span;
        let name = span.of(self.source);
        let parts = ["services at ", "unit at ", "department at ", "ward at ", "wards at "];
        let site = parts.iter().find_map(|part| name.find(part).map(|found| found + part.len()));
        site.map_or(span, |site| Span::new(span.start() + site, span.end()))
    }

    fn provider(&self, span: Span) -> Provider {
        let name = span.of(self.source).split_whitespace().collect::<Vec<_>>().join(" ");
        Provider { name, code: None, span: Some(span) }
    }

    /// The main provider of the text.
    pub(super) fn main(&self) -> Option<Provider> {
        self.main.map(|at| self.provider(self.names[at].span))
    }

    /// The council that the text is about, for the services of a council that it does not name:
    /// 'a council whose children's services were rated'.
    fn services_of_main(&self) -> Option<Provider> {
        let main = &self.names[self.main?];
        (main.sort == Sort::Council || main.sort == Sort::Other && main.graded > 1)
            .then(|| self.provider(main.span))
    }

    /// The provider that a line in capitals names, as the text proper writes it.
    pub(super) fn by_heading(&self, line: Span) -> Provider {
        let first = line.of(self.source).to_lowercase().replace('’', "'");
        let first = first.split_whitespace().next().unwrap_or("");
        let small = |at: &&usize| {
            let name = self.names[**at].span.of(self.source);
            name.bytes().any(|b| b.is_ascii_lowercase())
        };
        let known = self.by_first.get(first).and_then(|list| list.iter().find(small));
        self.provider(known.map_or(line, |&at| self.names[at].span))
    }

    /// The local area partnership that the text names.
    pub(super) fn partnership(&self) -> Option<Provider> {
        let named = self.names.iter().find(|n| {
            n.strong && n.words.len() > 1 && n.words.last().is_some_and(|w| w == "partnership")
        });
        named.map(|n| self.provider(n.span))
    }

    /// The provider that a text introduces without a name: 'a care home in Sedgeworth'.
    pub(super) fn introduced(&self) -> Option<Provider> {
        self.introduced.or(self.services).map(|span| self.provider(span))
    }

    /// The provider that a mention speaks of: the fullest name for a name; for a common noun the
    /// last name of its kind before it, else the main provider, else the words themselves.
    pub(super) fn resolve(&self, words: &[Word<'_>], mention: &Mention, number: usize) -> Provider {
        match mention.kind {
            MentionKind::Group => {
                // 'Thornby Council's own two homes'
                let own = mention.first.checked_sub(2).filter(|&i| {
                    words[i].possessive() && words[i + 1].any(&["own", "other", "remaining"])
                });
                if let Some(mut owner) = own {
                    while owner > 0 && words[owner].capital && words[owner - 1].capital {
                        owner -= 1;
                    }
                    return self.provider(words[owner].span.to(mention.span));
                }
                // 'One of the county's largest colleges has lost': whom the text is about.
                let first = &words[mention.first];
                let best = |w: &Word<'_>| w.any(&["first", "few"]) || w.plain.ends_with("est");
                let introduced = first.is("one")
                    && words.get(mention.end).is_none_or(|w| !w.any(&["are", "were", "have"]))
                    && words[mention.first..mention.end].iter().any(best);
                match self.main.filter(|_| introduced) {
                    Some(main) => self.provider(self.names[main].span),
                    None => self.provider(mention.span),
                }
            }
            MentionKind::Name | MentionKind::Capitals => {
                // 'A SEDGEWORTH care home', 'Thornbeck primary': the main provider, when it is of
                // that kind and has a name of its own.
                let last = &words[mention.end - 1];
                let article = mention.first.checked_sub(1).map(|i| &words[i]);
                let introduced = !article.is_some_and(|w| {
                    w.possessive()
                        || w.any(&["the", "this", "nearby", "another", "its", "their", "whose"])
                });
                let sort = sort_of_name(&words[mention.first..mention.end]);
                // 'Thornbeck's youth justice service' is one of its own.
                let own = words[mention.first..mention.end - 1].iter().any(Word::possessive)
                    && !(sort.is_school() || matches!(sort, Sort::Nursery | Sort::Home));
                if mention.kind == MentionKind::Name
                    && !last.capital
                    && introduced
                    && !own
                    && services(words, mention.end.saturating_sub(2)).is_none()
                    && let Some(main) = self.main.filter(|&m| {
                        self.names[m].sort.is_like(sort) || self.names[m].sort == Sort::Other
                    })
                {
                    return self.provider(self.names[main].span);
                }
                match self.own(words, mention) {
                    Some(at) => {
                        let full = &self.names[self.fullest_of(at)];
                        self.provider(full.span)
                    }
                    None => self.provider(mention.span),
                }
            }
            MentionKind::Common => {
                let article = mention.first.checked_sub(1).map(|i| &words[i]);
                // 'the council's children's services' are not the council.
                let named_services =
                    (mention.first..mention.end).any(|i| services(words, i).is_some());
                if named_services {
                    let known = self.names.iter().position(|n| {
                        n.strong
                            && n.words.iter().any(|w| w == "services")
                            && n.words.iter().any(|w| w == "children's")
                    });
                    return match known {
                        Some(at) => self.provider(self.names[self.fullest_of(at)].span),
                        // 'the council's children's services' say themselves whose they are.
                        None if is_owned(words, mention) => self.provider(mention.span),
                        None => {
                            self.services_of_main().unwrap_or_else(|| self.provider(mention.span))
                        }
                    };
                }
                // 'the trust's fostering agency' is not the trust.
                let part = words[mention.first..mention.end - 1]
                    .iter()
                    .chain(article)
                    .any(|w| w.possessive() && w.stem_of(Class::PROVIDER_NOUN))
                    && words[mention.end - 1].any(&[
                        "agency",
                        "home",
                        "homes",
                        "nursery",
                        "school",
                        "college",
                        "unit",
                        "department",
                        "ward",
                    ]);
                // 'the chain's remaining settings' are not the chain.
                let rest = article.is_some_and(|w| w.any(&["remaining", "other", "own"]))
                    && words[mention.end - 1].plain.ends_with('s');
                if let Some(owner) = mention
                    .first
                    .checked_sub(2)
                    .map(|i| &words[i])
                    .filter(|w| rest && w.possessive())
                {
                    // 'The council's own services' are the council's.
                    let owner_of = mention.first - 2;
                    let services =
                        mention.end == mention.first + 1 && words[mention.first].is("services");
                    if services && sort_of_name(&words[owner_of..=owner_of]) == Sort::Council {
                        let span = owner.span;
                        let (first, end) = (owner_of, owner_of + 1);
                        let owner = Mention { first, end, span, kind: MentionKind::Common };
                        return self.resolve(words, &owner, number);
                    }
                    return self.provider(owner.span.to(mention.span));
                }
                if part {
                    let owner = article.filter(|w| w.possessive());
                    let first = owner.map_or(mention.span, |w| w.span);
                    return self.provider(first.to(mention.span));
                }
                let new = article.is_some_and(|w| {
                    w.any(&["a", "an", "another", "its", "their", "other", "nearby"])
                });
                let sort = sort_of_name(&words[mention.first..mention.end]);
                // 'The council was told that its services': its own grade.
                // 'handing the department to a trust': whom the text is about.
                let sort = if new && sort == Sort::Trust { Sort::Other } else { sort };
                let own = sort == Sort::Council
                    && article.is_some_and(|w| w.any(&["its", "their"]))
                    && words[mention.end - 1].is("services");
                // 'The wards moved from inadequate to good': parts of the trust.
                if words[mention.end - 1].any(&["wards", "units"]) {
                    return self.provider(mention.span);
                }
                let new = new && !own;
                if new && !article.is_some_and(|w| w.any(&["a", "an"])) {
                    return self.provider(mention.span);
                }
                // 'Meanwhile a home in Orley has a good rating. Ashby Court, which has':
                if new
                    && number > LEAD
                    && let Some(next) = self.opens_next(number)
                    && self.main != Some(next)
                    && self.fits(sort, next)
                {
                    return self.provider(self.names[next].span);
                }
                // 'The school' is the one that the text has just spoken of.
                let at = mention.span.start();
                // 'the unit at Ashby General' is not Ashby General, nor 'a fourth home' the main one.
                let sited = (mention.first..mention.end).any(|i| words[i].is("at"));
                if sited && !new || is_one_more(words, mention) {
                    return self.provider(mention.span);
                }
                let fits = |name: usize| self.fits(sort, name);
                let narrow = || {
                    let centre = self.centre_before(number);
                    if self.turns { self.narrow(sort, at, centre) } else { None }
                };
                let focus = (!new).then(|| narrow().or_else(|| self.focus(number, at, fits)));
                let main = || self.main.filter(|&at| fits(at));
                let last = || {
                    let fits = |name: usize| {
                        self.names[name].strong
                            && (self.names[name].sort.is_like(sort)
                                || sort == Sort::Other && fits(name))
                    };
                    let before = self.places.partition_point(|p| p.start < at);
                    let place = self.places[..before].iter().rev().take(200);
                    let place = place.map(|p| p.name).find(|&name| fits(name));
                    place
                        .or_else(|| (0..self.names.len()).find(|&name| fits(name)))
                        .map(|name| self.fullest_of(name))
                };
                match focus.flatten().or_else(main).or_else(last) {
                    // 'the hospital', of 'maternity services at Ashby Hospital'
                    Some(at) if words[mention.end - 1].any(&["hospital", "infirmary"]) => {
                        self.provider(self.site_of(at))
                    }
                    Some(at) => self.provider(self.names[at].span),
                    None => self.provider(mention.span),
                }
            }
        }
    }
}
