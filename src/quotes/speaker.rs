//! The parts of a speaker's phrase: the name, the role, the organisation.
//!
//! | phrase | name or noun | role |
//! | --- | --- | --- |
//! | Cllr Lucy Hart, leader of the council, | Cllr Lucy Hart | leader of the council |
//! | The council's director of schools, Jane Doe, who … | Jane Doe | The council's director of schools |
//! | An Ofsted spokesman | An Ofsted spokesman | spokesman |
//! | the report, published on Monday, | the report | |

use std::ops::Range;

use super::lexicon::Class;
use super::paragraph::{Kind, Paragraph, Token};
use super::phrase::is_adjective;
use super::voice::begins_charity;
use crate::record::Span;
use crate::tables::grammar::HONOURS;

/// What kind of phrase names the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A person's name.
    Person,
    /// 'he', 'she', 'they', 'it', 'who'.
    Pronoun,
    /// Who speaks for an organisation, without a name.
    Spokesperson,
    /// 'the report', 'a letter'.
    Document,
    /// An organisation, or a name that may be one.
    Body,
    /// 'one parent', 'inspectors', 'the headteacher'.
    People,
    /// Something else.
    Other,
}

/// A speaker's phrase, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// The whole phrase.
    pub span: Span,
    /// The name or noun phrase without role.
    pub core: Span,
    pub role: Option<Span>,
    pub head: Head,
    /// The organisation that a spokesperson speaks for.
    pub organisation: Option<Span>,
}

/// Takes apart the phrase of the tokens in `range`.
pub(super) fn read(source: &str, paragraph: &Paragraph, range: Range<usize>) -> Source {
    Parts { source, paragraph }.read(range)
}

struct Parts<'p> {
    source: &'p str,
    paragraph: &'p Paragraph,
}

impl Parts<'_> {
    fn token(&self, at: usize) -> &Token {
        &self.paragraph.tokens[at]
    }

    fn is(&self, at: usize, classes: Class) -> bool {
        self.paragraph.is(at, classes)
    }

    fn word(&self, at: usize) -> &str {
        self.token(at).span.of(self.source)
    }

    fn word_at_is(&self, at: usize, word: &str) -> bool {
        self.paragraph.word_is(self.source, at, word)
    }

    fn read(&self, range: Range<usize>) -> Source {
        let span = self.paragraph.span(&range);
        let segments = self.segments(&range);
        let whole = Source { span, core: span, role: None, head: Head::Other, organisation: None };
        let Some(first) = segments.first().cloned() else { return whole };
        let possessive = ["her", "his", "its", "their"];
        if first.len() == 1
            && (self.is(first.start, Class::PRONOUN.or(Class::RELATIVE))
                || possessive.iter().any(|word| self.word_at_is(first.start, word)))
        {
            return Source { core: self.paragraph.span(&first), head: Head::Pronoun, ..whole };
        }
        // 'Women's Aid Dale'
        let charity = begins_charity(self.paragraph.span(&first).of(self.source));
        if charity && !first.clone().any(|i| self.is(i, Class::ROLE.or(Class::SPOKESPERSON))) {
            return Source { core: self.paragraph.span(&first), head: Head::Body, ..whole };
        }
        // 'A spokeswoman for Dale Valley' names no person.
        let speaks_for = first.clone().find(|&i| {
            self.is(i, Class::SPOKESPERSON)
                && !(first.start..i).any(|j| self.is(j, Class::NAME.or(Class::TITLE)))
                && ["for", "from", "of"].iter().any(|w| self.word_at_is(i + 1, w))
        });
        if let Some(name) = self.person(&first).filter(|_| speaks_for.is_none()) {
            let before = first.start..name.start;
            let role = self.role_before(before);
            // 'County councillor Ann Day, cabinet member for roads': the office says more.
            let councillor =
                |role: &Span| role.of(self.source).to_lowercase().ends_with("councillor");
            let office = role.filter(councillor).and_then(|_| self.role_after(&segments[1..]));
            let office = office.filter(|office| {
                range.clone().any(|i| {
                    self.is(i, Class::ROLE)
                        && office.start() <= self.token(i).span.start()
                        && self.token(i).span.end() <= office.end()
                })
            });
            let role = office.or(role).or_else(|| self.role_after(&segments[1..]));
            let core = self.paragraph.span(&name);
            return Source { core, role, head: Head::Person, ..whole };
        }
        if let Some(at) = first.clone().find(|&i| self.is(i, Class::SPOKESPERSON)) {
            // 'A spokesman for the opposition group, Torley First,' names the group again.
            let apposed = segments[1..].iter().find_map(|s| self.person(s)).filter(|name| {
                speaks_for.is_none() || self.is(name.start, Class::NAME.or(Class::TITLE))
            });
            if let Some(name) = apposed {
                let core = self.paragraph.span(&name);
                return Source { core, role: self.role_before(first), head: Head::Person, ..whole };
            }
            let role = Some(self.token(at).span);
            let renamed = speaks_for.and_then(|_| segments.get(1)).filter(|segment| {
                (*segment).clone().all(|i| self.token(i).is_name_part()) && segment.len() >= 2
            });
            let core = match renamed {
                Some(segment) => first.start..segment.end,
                None => self.bare(first.clone()),
            };
            let core = self.paragraph.span(&core);
            let organisation = match renamed {
                Some(segment) => Some(self.paragraph.span(segment)),
                None => self.organisation(&first, at),
            };
            return Source { core, role, head: Head::Spokesperson, organisation, ..whole };
        }
        // 'His wife, Tamsin,'
        let single = segments.get(1).filter(|segment| {
            let other = Class::BODY.or(Class::TIME).or(Class::PLACE).or(Class::DOCUMENT);
            segment.len() == 1
                && self.token(segment.start).is_name_part()
                && !self.is(segment.start, other)
                && !self.is_acronym(segment.start)
        });
        // 'A former patient, Lily,'
        let someone =
            ["a", "an", "another", "one"].iter().any(|one| self.word_at_is(first.start, one))
                && self.is(first.end - 1, Class::PEOPLE)
                && single.is_some_and(|name| self.is(name.start, Class::NAME));
        let relation =
            someone || self.is(first.end - 1, Class::WOMAN.or(Class::MAN).or(Class::ROLE));
        if let Some(name) = single.filter(|_| relation) {
            let core = self.paragraph.span(name);
            return Source { core, role: self.role_before(first), head: Head::Person, ..whole };
        }
        // 'The home's owner, Silverbrook Care Ltd,'
        if let Some(name) = segments.get(1).filter(|segment| {
            let named =
                segment.len() >= 2 && (*segment).clone().all(|i| self.token(i).is_name_part());
            let owner = self.is(first.end - 1, Class::ROLE)
                && named
                && self.is(segment.end - 1, Class::BODY);
            // 'The trust, Rise Learning,'
            let body = self.is(first.start, Class::DETERMINER)
                && (first.start + 1..first.end).all(|i| !self.token(i).capital)
                && self.is(first.end - 1, Class::BODY)
                && named
                && !self.is(segment.start, Class::NAME.or(Class::TITLE));
            owner || body
        }) {
            let core = self.paragraph.span(name);
            return Source { core, role: self.role_before(first), head: Head::Body, ..whole };
        }
        // 'The headteacher, Gwen Pardoe'
        let noun = first
            .clone()
            .any(|i| {
                self.is(i, Class::ROLE.or(Class::PEOPLE).or(Class::TITLE))
                    || self.word_at_is(i, "them")
            })
            // 'Another, Mrs Dee'
            || self.word_at_is(first.start, "another");
        if noun && let Some(name) = segments[1..].iter().find_map(|s| self.person(s)) {
            let core = self.paragraph.span(&name);
            return Source { core, role: self.role_before(first), head: Head::Person, ..whole };
        }
        let bare = self.bare(first.clone());
        if bare.clone().any(|i| self.is(i, Class::DOCUMENT))
            && let Some(by) = bare.clone().find(|&i| self.paragraph.word_is(self.source, i, "by"))
            && let Some(name) = self.person(&(by + 1..bare.end))
            // 'A report by the Institute for Family Policy'
            && (!(by + 1..name.start).any(|i| self.is(i, Class::PREPOSITION))
                || (by + 1..name.start).any(|i| self.is(i, Class::ROLE)))
        {
            let role = self.role_before(by + 1..name.start);
            return Source { core: self.paragraph.span(&name), role, head: Head::Person, ..whole };
        }
        self.unnamed(whole, bare)
    }

    /// A body, a document, or people without a name.
    fn unnamed(&self, whole: Source, bare: Range<usize>) -> Source {
        // 'owner Bright Burrow Ltd', 'the charity Open Door', 'Regulator Ofsted'
        let run = self.last_run(&bare);
        if !run.is_empty() && run.end == bare.end && run.start > bare.start {
            let before = run.start - 1;
            let lead = self.token(before);
            let kind = lead.is(Class::ROLE.or(Class::BODY)) && !is_adjective(self.word(before));
            if kind && !lead.capital {
                let role = lead.is(Class::ROLE).then(|| self.paragraph.span(&(before..before + 1)));
                let core = self.paragraph.span(&run);
                return Source { core, role, head: Head::Body, ..whole };
            }
        }
        if run.len() == 2
            && run.end == bare.end
            && self.is(run.start, Class::BODY)
            && self.word(run.start + 1) == "Ofsted"
        {
            let core = self.paragraph.span(&(run.start + 1..run.end));
            return Source { core, head: Head::Body, ..whole };
        }
        // The head noun stands before the first preposition or relative.
        let head_end = bare
            .clone()
            .skip(1)
            .find(|&i| {
                self.is(i, Class::PREPOSITION.or(Class::RELATIVE))
                    || self.token(i).kind == Kind::Open
            })
            .unwrap_or(bare.end);
        let head = head_end - 1;
        let kind = match () {
            () if self.is(head, Class::DETERMINER) => Head::Other,
            () if self.is(head, Class::DOCUMENT) => Head::Document,
            () if self.is(head, Class::PEOPLE) => Head::People,
            () if self.is(head, Class::BODY) => Head::Body,
            () if self.is(head, Class::ROLE) => Head::People,
            () if self.token(head).capital => Head::Body,
            () => Head::Other,
        };
        let people = kind == Head::People;
        let from =
            people && head_end < bare.end && self.word(head_end).eq_ignore_ascii_case("from");
        let core = if from { bare.start..head_end } else { bare };
        Source { core: self.paragraph.span(&core), head: kind, ..whole }
    }

    /// The phrase without a relative clause, brackets or final comma.
    fn bare(&self, range: Range<usize>) -> Range<usize> {
        let end = range
            .clone()
            .skip(1)
            .find(|&i| {
                self.is(i, Class::RELATIVE)
                    || matches!(self.token(i).kind, Kind::Open | Kind::Dash | Kind::Comma)
                    // 'the speaker himself'
                    || ["herself", "himself", "itself", "themselves"]
                        .iter()
                        .any(|itself| self.word_at_is(i, itself))
            })
            .unwrap_or(range.end);
        range.start..end
    }

    /// The parts between commas that are not inside brackets, nor in the list of an office's fields.
    fn segments(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let mut segments: Vec<Range<usize>> = Vec::new();
        for part in self.parted(range) {
            match segments.last_mut() {
                Some(last) if self.lists_fields(last.clone(), part.clone(), range.end) => {
                    last.end = part.end;
                }
                _ => segments.push(part),
            }
        }
        segments
    }

    /// Whether the part `next` goes on with the fields of the office in the part before it:
    /// 'member for housing, *planning and regeneration*', 'Police, *Fire and Crime Commissioner*'.
    fn lists_fields(&self, part: Range<usize>, next: Range<usize>, end: usize) -> bool {
        let and = |range: &Range<usize>| {
            range.clone().skip(1).take(3).find(|&i| self.word_at_is(i, "and"))
        };
        let plain = |i: usize| {
            let no_field = Class::DETERMINER
                .or(Class::RELATIVE)
                .or(Class::ROLE)
                .or(Class::TITLE)
                .or(Class::PREPOSITION)
                .or(Class::COORDINATOR)
                .or(Class::AUXILIARY)
                .or(Class::TIME);
            self.token(i).kind == Kind::Word && !self.is(i, no_field)
        };
        let ends_list = |range: &Range<usize>| {
            and(range).is_some_and(|and| {
                and + 1 < range.end && (range.start..and).all(plain) && plain(and + 1)
            })
        };
        let capitals = |range: &Range<usize>| {
            range.clone().all(|i| {
                let token = self.token(i);
                token.capital && !token.is(Class::NAME.or(Class::TITLE))
                    || token.is(Class::COORDINATOR.or(Class::DETERMINER))
            })
        };
        let titled = part.len() <= 3
            && self.is(next.end - 1, Class::ROLE)
            && capitals(&part)
            && capitals(&next)
            && ends_list(&next);
        if titled {
            return true;
        }
        let office = part.clone().find(|&i| self.is(i, Class::ROLE));
        office.is_some_and(|office| {
            let field = (office + 1..part.end)
                .take(2)
                .find(|&i| self.word_at_is(i, "for") || self.word_at_is(i, "of"));
            let Some(field) = field else { return false };
            let named = self.word_at_is(field, "of")
                && (field + 1..part.end).any(|i| self.token(i).capital);
            // 'for children, skills, and young people'
            let short = next.len() <= 3
                && next.clone().all(plain)
                && next.end + 1 < end
                && self.parted(&(next.end + 1..end)).first().is_some_and(|after| {
                    ends_list(after) || self.is(after.start, Class::COORDINATOR)
                });
            let last = self.is(next.start, Class::COORDINATOR)
                && part.clone().any(|i| self.token(i).kind == Kind::Comma)
                && next.clone().skip(1).take(2).all(plain);
            field + 1 < part.end && !named && (ends_list(&next) || short || last)
        })
    }

    /// The parts between commas that are not inside brackets.
    fn parted(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let mut segments = Vec::new();
        let (mut start, mut depth) = (range.start, 0usize);
        for at in range.clone() {
            match self.token(at).kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                Kind::Comma if depth == 0 => {
                    if at > start {
                        segments.push(start..at);
                    }
                    start = at + 1;
                }
                _ => {}
            }
        }
        if range.end > start {
            segments.push(start..range.end);
        }
        segments
    }

    /// The last run of capitalised words, before any bracket.
    fn last_run(&self, range: &Range<usize>) -> Range<usize> {
        let mut end = range.end;
        if let Some(open) = range.clone().find(|&i| self.token(i).kind == Kind::Open)
            && open > range.start
        {
            end = open;
        }
        let mut start = end;
        while start > range.start {
            let token = self.token(start - 1);
            let joins = token.is_name_part()
                || token.kind == Kind::Other && self.word(start - 1).starts_with('&')
                || start < end
                    && start - 1 > range.start
                    && self.paragraph.word_is(self.source, start - 1, "and")
                    && self.token(start - 2).is_name_part()
                || start < end
                    && start - 1 > range.start
                    && self.token(start - 2).is_name_part()
                    && matches!(
                        self.word(start - 1),
                        "de" | "van" | "von" | "der" | "al" | "el" | "bin" | "la"
                    );
            if !joins {
                break;
            }
            start -= 1;
        }
        start..end
    }

    /// The person's name, with its title, in a part of the phrase.
    fn person(&self, range: &Range<usize>) -> Option<Range<usize>> {
        if range.is_empty() || self.is(range.start, Class::RELATIVE) {
            return None;
        }
        let mut range = range.clone();
        if let Some(end) = range.clone().skip(1).find(|&i| self.is(i, Class::RELATIVE)) {
            range.end = end;
        }
        // 'Sam Otley of the Teachers' Alliance': the name stands first.
        if let Some(of) = range.clone().skip(1).find(|&i| self.is(i, Class::PREPOSITION)) {
            let before = range.start..of;
            // 'parent activist Stacey Krull of Moms for Choices'
            let run = self.last_run(&before);
            let after_noun = run.len() >= 2
                && run.start > before.start
                && self.is(run.start - 1, Class::ROLE.or(Class::PEOPLE))
                && !self.is(run.end - 1, Class::BODY);
            if (after_noun || before.clone().all(|i| self.token(i).is_name_part()))
                && let Some(name) = self.name_in(&before)
            {
                let role_noun =
                    before.clone().any(|i| self.is(i, Class::ROLE) && !self.is(i, Class::NAME));
                if !role_noun || name.len() >= 2 {
                    return Some(name);
                }
            }
        }
        self.name_in(&range)
    }

    fn name_in(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let mut run = self.last_run(range);
        // 'Lleucu Tudur MS'
        while run.len() > 2 && HONOURS.binary_search(&self.word(run.end - 1)).is_ok() {
            run.end -= 1;
        }
        if run.is_empty() {
            return None;
        }
        let last = self.token(run.end - 1);
        let office = Class::BODY.or(Class::DOCUMENT).or(Class::SPOKESPERSON);
        if last.is(office.or(Class::PEOPLE).or(Class::TIME)) && !last.is(Class::NAME)
            || last.is(Class::ROLE) && !last.is(Class::NAME)
            || self.is_acronym(run.end - 1)
        {
            return None;
        }
        // 'Canal Road', but 'Harriet Lane'
        let personal = |i: usize| self.is(i, Class::NAME.or(Class::TITLE));
        if last.is(Class::PLACE) && !run.clone().any(personal) {
            return None;
        }
        // The name starts at a title, or after the last word for an office.
        let mut start = run.start;
        let title = run.clone().find(|&i| {
            self.is(i, Class::TITLE) && i + 1 < run.end && !self.is(i + 1, Class::PREPOSITION)
        });
        if let Some(title) = title {
            // 'Labour MS Ann Day' sits in the Senedd.
            start = title + usize::from(self.word(title) == "MS");
            // 'Chief Constable Ann Day': an office rather than a title.
            let ranked = title > range.start
                && ["Assistant", "Chief", "Deputy", "Detective"].contains(&self.word(title - 1));
            if ranked {
                start = title + 1;
            }
            // 'Inspector' before a name is a role unless it is a rank.
            if self.word(title).eq_ignore_ascii_case("inspector") && title > range.start {
                start = title + 1;
            }
        } else {
            for at in run.clone() {
                let token = self.token(at);
                let role = token.is(Class::ROLE.or(office).or(Class::PEOPLE))
                    && !token.is(Class::NAME)
                    || is_adjective(self.word(at))
                    || self.is_acronym(at) && at + 2 < run.end;
                if role && at + 1 < run.end {
                    start = at + 1;
                }
            }
        }
        // 'Prosecutor Nadia Faulk', a trade that no list knows
        let trade = title.is_none()
            && start == run.start
            && run.len() >= 3
            && is_trade(self.word(start))
            && self.is(start + 1, Class::NAME)
            && !self.is(start, Class::NAME);
        start += usize::from(trade);
        let name = start..run.end;
        let before = (start > range.start).then(|| self.token(start - 1));
        let titled = self.is(start, Class::TITLE);
        let known = self.is(start, Class::NAME);
        match before {
            Some(token) if token.is(Class::PREPOSITION) => {
                // 'Mayor of Saltmere Nell Capstick'
                if name.len() >= 3 {
                    let first = (name.start + 1..name.end).find(|&i| self.is(i, Class::NAME));
                    return Some(first.unwrap_or(name.end - 2)..name.end);
                }
                None
            }
            // 'Mother of two Gemma Lockett'
            Some(token)
                if token.is(Class::DETERMINER)
                    && start >= range.start + 3
                    && self.word_at_is(start - 2, "of")
                    && self.is(start - 3, Class::PEOPLE.or(Class::ROLE)) =>
            {
                (name.len() >= 2).then_some(name)
            }
            Some(token) if token.is(Class::DETERMINER) && !titled => None,
            Some(token) if token.is(Class::BODY) && !token.capital && !known && !titled => {
                // 'director of children's services Elspeth Crane', but 'head of the charity Open Door'
                let kinds = ["agency", "charity", "company", "firm", "group", "regulator", "union"];
                let office = (range.start..start - 1).any(|i| self.is(i, Class::ROLE))
                    && !kinds.iter().any(|kind| self.word_at_is(start - 1, kind));
                (office && name.len() >= 2).then_some(name)
            }
            Some(token) if token.kind == Kind::Possessive && name.len() < 2 && !titled => None,
            // 'NHS Tidewater'
            Some(token) if token.is(Class::BODY) && name.len() < 2 && !known && !titled => None,
            Some(_) => Some(name),
            None => (name.len() >= 2 || titled || known).then_some(name),
        }
    }

    fn is_acronym(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() >= 2
            && !word.contains('.')
            && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'-')
    }

    /// The role that the words before a name give.
    fn role_before(&self, mut range: Range<usize>) -> Option<Span> {
        // 'chair of governors the Rev Tim Oak'
        while range.end > range.start
            && (self.token(range.end - 1).kind != Kind::Word
                || self.is(range.end - 1, Class::DETERMINER)
                    // 'Mother of two'
                    && !(range.len() > 2 && self.word_at_is(range.end - 2, "of")))
        {
            range.end -= 1;
        }
        // 'A letter to parents by headteacher Gwen Pardoe'
        if let Some(by) =
            range.clone().rev().find(|&i| self.paragraph.word_is(self.source, i, "by"))
        {
            range.start = by + 1;
        }
        // 'A letter to parents from headteacher Gwen Pardoe'
        let document = range.clone().take(3).any(|i| self.is(i, Class::DOCUMENT));
        // 'In a letter to the director, Gwen Pardoe, inspectors said'
        if let Some(to) = range.clone().take(4).find(|&i| {
            document
                && self.word_at_is(i, "to")
                && i > range.start
                && self.is(i - 1, Class::DOCUMENT)
        }) {
            range.start = to + 1;
        }
        if let Some(from) = range.clone().rev().find(|&i| document && self.word_at_is(i, "from")) {
            range.start = from + 1;
        }
        // 'Cllr Ann Hart and NHS boss Ray Pye'
        let joins = |i: usize| {
            self.word_at_is(i, "and")
                && (range.start..i).any(|j| self.is(j, Class::TITLE.or(Class::NAME)))
        };
        if let Some(and) = range.clone().rev().find(|&i| joins(i)) {
            range.start = and + 1;
        }
        range = self.without_article(self.bare_role(range));
        let role = range.clone().any(|i| {
            self.is(i, Class::ROLE.or(Class::PEOPLE).or(Class::SPOKESPERSON).or(Class::TITLE))
                || self.word(i) == "HMI"
        }) || range.len() == 1 && is_trade(self.word(range.start))
            // 'said postie Craig Dunn'
            || range.len() <= 2
                && range.start.checked_sub(1).is_some_and(|i| self.is(i, Class::SPEECH))
                && range.clone().all(|i| {
                    let token = self.token(i);
                    token.kind == Kind::Word && !token.capital && token.class == Class::NONE
                });
        (role && !range.is_empty()).then(|| self.paragraph.span(&range))
    }

    /// The words of a role without a relative clause, with all its fields.
    fn bare_role(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() {
            return range;
        }
        let mut bare = self.bare(range.clone());
        while bare.end < range.end
            && self.token(bare.end).kind == Kind::Comma
            && range.len() > bare.len() + 1
        {
            bare.end = self.bare(bare.end + 1..range.end).end;
        }
        bare
    }

    /// The role that an apposition gives.
    fn role_after(&self, segments: &[Range<usize>]) -> Option<Span> {
        for segment in segments {
            let first = segment.start;
            let mut range = segment.clone();
            if self.is(first, Class::RELATIVE) {
                // 'who is chief executive of the trust'
                let is = self.paragraph.word_is(self.source, first, "who")
                    && ["is", "was"]
                        .iter()
                        .any(|w| self.paragraph.word_is(self.source, first + 1, w));
                if !is || first + 2 >= segment.end {
                    continue;
                }
                range.start = first + 2;
                if !range.clone().take(4).any(|i| self.is(i, Class::ROLE)) {
                    continue;
                }
            } else if self.is(first, Class::PREPOSITION)
                || self.token(first).kind == Kind::Number
                // 'sitting at Dale Crown Court'
                || self.word(first).ends_with("ing") && !self.is(first, Class::ROLE)
            {
                continue;
            }
            // 'then head of the school'
            let once = ["then", "now", "formerly"]
                .iter()
                .any(|word| self.paragraph.word_is(self.source, first, word));
            range.start += usize::from(once && range.len() > 1);
            range = self.without_article(self.bare_role(range));
            if range
                .clone()
                .any(|i| self.is(i, Class::ROLE.or(Class::SPOKESPERSON).or(Class::PEOPLE)))
            {
                return Some(self.paragraph.span(&range));
            }
        }
        None
    }

    /// Without a leading article, unless it belongs to a possessor: 'the council's leader'.
    fn without_article(&self, range: Range<usize>) -> Range<usize> {
        let article = range.len() > 1
            && ["the", "a", "an", "one", "another", "his", "her", "its", "their"]
                .iter()
                .any(|w| self.paragraph.word_is(self.source, range.start, w));
        let possessor = range
            .clone()
            .take_while(|&i| !self.is(i, Class::ROLE))
            .any(|i| self.token(i).kind == Kind::Possessive);
        if article && !possessor { range.start + 1..range.end } else { range }
    }

    /// The organisation that the spokesperson at `at` speaks for.
    fn organisation(&self, range: &Range<usize>, at: usize) -> Option<Span> {
        // 'a spokesperson for the trust'
        let after = at + 1;
        if after + 1 < range.end
            && ["for", "of", "from", "at"]
                .iter()
                .any(|w| self.paragraph.word_is(self.source, after, w))
        {
            let mut start = after + 1;
            if self.is(start, Class::DETERMINER) && start + 1 < range.end {
                start += 1;
            }
            let organisation = self.bare(start..range.end);
            return Some(self.paragraph.span(&organisation));
        }
        // 'a Department for Education spokesperson'
        let mut start = range.start;
        while start < at
            && (self.is(start, Class::DETERMINER.or(Class::ADVERB))
                || self.token(start).kind != Kind::Word
                || is_adjective(self.word(start)))
        {
            start += 1;
        }
        let mut end = at;
        while end > start && self.token(end - 1).kind == Kind::Possessive {
            end -= 1;
        }
        (start < end).then(|| self.paragraph.span(&(start..end)))
    }
}

/// Whether a word that no list knows looks like a noun for whoever has a trade: 'pathologist'.
fn is_trade(word: &str) -> bool {
    const ENDS: &[&str] = &["er", "ian", "ist", "man", "or", "smith", "woman", "wright"];
    let class = super::lexicon::class(word);
    word.len() > 4 && class == Class::NONE && ENDS.iter().any(|end| word.ends_with(end))
}
