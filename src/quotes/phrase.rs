//! Noun phrases around a verb: who it is that says.
//!
//! | in the text | phrase |
//! | --- | --- |
//! | **Jane Doe, the council's director of schools,** said | subject, with its appositions |
//! | In May **the head of the trust** told | subject, without what stands before it |
//! | said **Cllr Smith, leader of the council**, adding | subject after an inverted verb |

use std::ops::Range;

use super::lexicon::Class;
use super::paragraph::{Kind, Paragraph, Token};

/// How many tokens a phrase is followed to the left.
const REACH: usize = 60;

/// Finite verbs of any kind.
const FINITE: Class = Class::CUE.or(Class::VERB).or(Class::AUXILIARY);

/// Finds noun phrases in one paragraph.
#[derive(Clone, Copy)]
pub(super) struct Phrases<'p> {
    pub source: &'p str,
    pub paragraph: &'p Paragraph,
}

impl<'p> Phrases<'p> {
    fn token(&self, at: usize) -> &'p Token {
        &self.paragraph.tokens[at]
    }

    fn is(&self, at: usize, classes: Class) -> bool {
        self.paragraph.is(at, classes)
    }

    pub fn word(&self, at: usize) -> &'p str {
        self.paragraph.tokens.get(at).map_or("", |token| token.span.of(self.source))
    }

    fn word_is(&self, at: usize, word: &str) -> bool {
        self.paragraph.word_is(self.source, at, word)
    }

    fn is_adverb(&self, at: usize) -> bool {
        let token = self.token(at);
        token.kind == Kind::Word
            && !token.capital
            && (token.is(Class::ADVERB) || self.word(at).ends_with("ly") && self.word(at).len() > 4)
    }

    /// Whether token `at` looks like a past form: 'appointed', 'sent'.
    fn is_past(&self, at: usize) -> bool {
        let token = self.token(at);
        token.kind == Kind::Word
            && !token.capital
            && (token.is(Class::PARTICIPLE.or(Class::VERB).or(Class::CUE))
                && !self.word(at).ends_with('s')
                || self.word(at).ends_with("ed") && self.word(at).len() > 4)
    }

    /// Whether the word at `at` is a finite verb.
    pub fn is_finite(&self, at: usize, from: usize) -> bool {
        let token = self.token(at);
        token.kind == Kind::Word
            && !token.capital
            && (self.is(at, FINITE) && !self.is_noun_here(at, from) || self.is_past(at))
    }

    /// Whether a word that can be a verb stands here as a noun: 'the report', 'its claims'.
    pub fn is_noun_here(&self, at: usize, from: usize) -> bool {
        if at <= from {
            return false;
        }
        let before = self.token(at - 1);
        if before.kind == Kind::Possessive {
            return true;
        }
        let past = self.word(at).ends_with("ed")
            || matches!(self.word(at), "said" | "told" | "went" | "wrote");
        before.kind == Kind::Word
            && !past
            && (before.is(Class::DETERMINER)
                && !before.is(Class::PRONOUN.or(Class::RELATIVE))
                && !is_quantifier(self.word(at - 1))
                || before.is(Class::PREPOSITION) && !before.is(Class::SUBORDINATOR)
                || is_adjective(self.word(at - 1)))
    }

    /// The subject of the verb at `verb`, looking no further left than `from`.
    pub fn subject_of(&self, from: usize, verb: usize) -> Option<Range<usize>> {
        self.subject(from.max(verb.saturating_sub(REACH)), verb, 3)
    }

    fn subject(&self, from: usize, verb: usize, depth: usize) -> Option<Range<usize>> {
        let mut end = verb;
        loop {
            if end <= from {
                return None;
            }
            let at = end - 1;
            let token = self.token(at);
            if let Some(start) = self.time_before(from, end) {
                end = start;
                continue;
            }
            if token.kind == Kind::Word {
                if self.word_is(at, "to") {
                    if let Some(moved) = self.moved_to(from, at) {
                        return Some(moved);
                    }
                    // 'went on to say', 'used the meeting to call'
                    let governing = (at.saturating_sub(8).max(from)..at)
                        .rev()
                        .find(|&i| self.is_finite(i, from))?;
                    end = governing;
                    continue;
                }
                let aspect = [
                    "went",
                    "goes",
                    "go",
                    "on",
                    "did",
                    "began",
                    "continued",
                    "not",
                    "all",
                    "both",
                    "ever",
                    "seem",
                    "seems",
                    "seemed",
                    "appear",
                    "appears",
                    "appeared",
                ];
                if token.is(Class::AUXILIARY) && !token.is(Class::PRONOUN)
                    || self.is_adverb(at)
                    || aspect.iter().any(|word| self.word_is(at, word)) && at > from
                {
                    end = at;
                    continue;
                }
                if self.word_is(at, "longer") && at > from && self.word_is(at - 1, "no") {
                    end = at - 1;
                    continue;
                }
                // 'who has in the past called'
                let past = self.word_is(at, "past") && at >= from + 2;
                if past && self.word_is(at - 1, "the") && self.word_is(at - 2, "in") {
                    end = at - 2;
                    continue;
                }
                if token.is(Class::TIME) && at > from && self.is(at - 1, Class::PREPOSITION) {
                    end = at - 1;
                    continue;
                }
                if token.is(Class::TIME) && at > from && !self.is(at - 1, Class::DETERMINER) {
                    end = at;
                    continue;
                }
            }
            break;
        }
        let at = end - 1;
        let token = self.token(at);
        match token.kind {
            Kind::Comma => self.before_comma(from, at, depth),
            Kind::Dash => {
                let opening = (from..at).rev().find(|&i| self.token(i).kind == Kind::Dash)?;
                let start = self.left(from, opening)?;
                Some(start..end)
            }
            Kind::Word if token.is(Class::COORDINATOR) && depth > 0 => {
                // 'asked whom he would like to see win and said': whoever is somebody.
                let verbs = (from..at).rev().filter(|&i| self.is_finite(i, from)).take(3);
                // 'noted that he taught law, and added': whoever noted it.
                let within = |subject: &Range<usize>| {
                    self.is(subject.start, Class::PRONOUN)
                        && subject.start > from + 1
                        && self.word_is(subject.start - 1, "that")
                        && self.is(subject.start - 2, Class::CUE)
                };
                let mut subjects = verbs
                    .filter_map(|verb| self.subject(from, verb, depth - 1))
                    .filter(|subject| !within(subject))
                    .peekable();
                let nearest = subjects.peek().cloned();
                subjects
                    .find(|subject| self.can_speak(subject.clone()))
                    .or(nearest)
                    .or_else(|| self.before_unknown_verb(from, at))
            }
            Kind::Word if token.is(Class::RELATIVE) && !self.word_is(at, "what") => {
                let mut stop = at;
                while stop > from && self.token(stop - 1).kind == Kind::Comma {
                    stop -= 1;
                }
                if stop < at {
                    // 'Ann Day, a parent, who said'
                    // 'raised it with the minister, who said'
                    let with = (self.segment_start(from, stop)..stop)
                        .rev()
                        .find(|&i| self.word_is(i, "with"))
                        .filter(|with| {
                            let somebody = Class::ROLE.or(Class::PEOPLE).or(Class::TITLE);
                            self.word_is(at, "who")
                                && (with + 1..stop).any(|i| self.is(i, somebody))
                        });
                    return match with {
                        Some(with) => Some(with + 1..stop),
                        None => {
                            let noun = self.before_comma(from, stop, depth)?;
                            Some(
                                self.named_before(from, noun.start).unwrap_or(noun.start)..noun.end,
                            )
                        }
                    };
                }
                let mut start = self.left(from, stop)?;
                // 'was branded a failure by inspectors who said'
                let people = self.word_is(at, "who") && self.is(stop - 1, Class::PEOPLE);
                if people && let Some(by) = (start + 1..stop).rev().find(|&i| self.word_is(i, "by"))
                {
                    start = by + 1;
                }
                Some(start..stop)
            }
            _ => {
                let start = self.left(from, end)?;
                // 'a call, asking supporters to give': a participle is nobody.
                let opens = start == from || self.token(start - 1).kind == Kind::Comma;
                if opens && !self.token(start).capital && self.is(start, Class::CUE_ING) {
                    return None;
                }
                if let Some(office) = self.office_with_fields(from, start) {
                    return Some(office..end);
                }
                Some(self.before_relative(from, start).unwrap_or(start..end))
            }
        }
    }

    /// Where the office starts whose last field the phrase at `start` opens with: '*director for
    /// education, skills* and young people Ann Day'.
    fn office_with_fields(&self, from: usize, start: usize) -> Option<usize> {
        /// Tokens of the fields before the last.
        const FIELDS: usize = 12;
        let and = start.checked_sub(1).filter(|&and| and > from && self.word_is(and, "and"))?;
        let mut comma = false;
        for at in (from.max(and.saturating_sub(FIELDS))..and).rev() {
            let token = self.token(at);
            let link = self.word_is(at, "for") || self.word_is(at, "of");
            if link && at > from && self.is(at - 1, Class::ROLE) {
                return comma.then(|| self.left(from, at)).flatten();
            }
            comma |= token.kind == Kind::Comma;
            let field = Class::AUXILIARY.or(Class::DETERMINER).or(Class::PRONOUN).or(Class::CUE);
            if !matches!(token.kind, Kind::Word | Kind::Comma) || token.is(field) || token.capital {
                return None;
            }
        }
        None
    }

    /// Whether the words from `start` to `end` are the last fields of the office before the comma:
    /// 'member for housing, *planning and roads*'.
    fn ends_fields(&self, start: usize, end: usize) -> bool {
        let field = |i: usize| {
            let token = self.token(i);
            let no =
                Class::AUXILIARY.or(Class::DETERMINER).or(Class::PRONOUN).or(Class::PREPOSITION);
            token.kind == Kind::Word && !token.is(no)
        };
        let comma = start.checked_sub(1).filter(|&comma| self.token(comma).kind == Kind::Comma);
        let and = (start + 1..end.min(start + 4)).any(|i| self.word_is(i, "and"));
        and && end - start <= 7
            && (start..end).all(field)
            && comma.is_some_and(|comma| {
                (comma.saturating_sub(8)..comma).any(|i| {
                    self.is(i, Class::ROLE)
                        && (self.word_is(i + 1, "for") || self.word_is(i + 1, "of"))
                })
            })
    }

    /// Where the name starts that the apposition at `start` says more of: 'by *the Bell Trust*, a
    /// charity, which'.
    fn named_before(&self, from: usize, start: usize) -> Option<usize> {
        let comma = start.checked_sub(1).filter(|&comma| comma > from)?;
        let named = self.token(comma).kind == Kind::Comma && self.token(comma - 1).is_name_part();
        let article = self.word_is(start, "a") || self.word_is(start, "an");
        (named && article).then(|| self.left(from, comma))?
    }

    /// Whoever is moved to the act of the infinitive at `to`: 'prompting *the mayor* to ask'.
    fn moved_to(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let mut start = self.left(from, to)?;
        let moves = ["prompting", "leading", "causing", "forcing", "prompted", "led", "forced"];
        let moved = |at: usize| moves.iter().any(|word| self.word_is(at, word));
        if moved(start) {
            start += 1;
        } else if start == from || !moved(start - 1) {
            return None;
        }
        (start < to).then_some(start..to)
    }

    /// The phrase that opens a headline whose verb is in no list: '*Ofsted* lifts grade but warns'.
    fn before_unknown_verb(&self, from: usize, until: usize) -> Option<Range<usize>> {
        if from != 0 || !self.can_start(from) {
            return None;
        }
        let end = self.core_right(from, until);
        let verb = self.paragraph.tokens.get(end).filter(|_| end < until)?;
        let present = verb.kind == Kind::Word && !verb.capital && self.word(end).ends_with('s');
        (present && self.can_speak(from..end)).then_some(from..end)
    }

    /// The subject when the phrase from `object` is the object of a relative clause: '*the
    /// inspector* who visited the school said'.
    fn before_relative(&self, from: usize, object: usize) -> Option<Range<usize>> {
        let near = object.saturating_sub(14).max(from + 1)..object;
        let relative = near.rev().find(|&i| {
            self.is(i, Class::RELATIVE)
                && ["who", "which", "whose"].iter().any(|word| self.word_is(i, word))
        })?;
        let mut verb = relative + 1;
        // 'A mother whose son left the school in July'
        let whose = self.word_is(relative, "whose");
        while whose && verb < object && !self.is_finite(verb, from) {
            verb += 1;
        }
        while verb < object && (self.is(verb, Class::AUXILIARY) || self.is_adverb(verb)) {
            verb += 1;
        }
        if self.is(object, Class::PRONOUN) {
            return None;
        }
        // 'who visited': one verb, whose subject the relative is, and no clause of another's.
        let money = |i: usize| self.word(i).starts_with(['£', '$', '€']);
        // 'who wrote to the school', but 'who said the school'
        let addresses = ["about", "of", "to"].iter().any(|word| self.word_is(verb + 1, word));
        let alone = verb < object
            && (self.is_finite(verb, from)
                || verb > relative + 1 && self.is(verb - 1, Class::AUXILIARY))
            && (!self.is(verb, Class::SPEECH) || addresses)
            && (verb + 1..object).all(|i| {
                (matches!(self.token(i).kind, Kind::Word | Kind::Number | Kind::Possessive)
                    || money(i))
                    && !self.is(i, Class::RELATIVE.or(Class::CUE).or(Class::AUXILIARY))
                    && (!self.is(i, Class::SUBORDINATOR) || self.is(i, Class::PREPOSITION))
                    && !(self.is_finite(i, from) && !self.is_past(i))
            });
        if !alone || self.token(relative - 1).kind != Kind::Word {
            return None;
        }
        Some(self.left(from, relative)?..relative)
    }

    /// Whether a phrase can mean somebody.
    fn can_speak(&self, range: Range<usize>) -> bool {
        range.clone().any(|i| {
            self.is(i, Class::SPEAKER.or(Class::PRONOUN).or(Class::DETERMINER))
                || self.token(i).is_name_part()
        })
    }

    /// Where the adverbial of time that ends before `end` starts: 'an inspection *on 9 May 2018*
    /// concluded', 'a visit *four years later* found'.
    fn time_before(&self, from: usize, end: usize) -> Option<usize> {
        let counted = |at: usize| {
            self.token(at).kind == Kind::Number || is_quantifier(self.word(at)) && at + 1 < end
        };
        let mut start = end;
        let (mut timed, mut numbered) = (false, false);
        while start > from {
            let at = start - 1;
            let time = self.is(at, Class::TIME) && !["Year", "Years"].contains(&self.word(at));
            timed |= time;
            numbered |= self.token(at).kind == Kind::Number;
            let modifies =
                ["later", "earlier", "ago", "beginning", "ending", "last", "this", "the"];
            if !time && !counted(at) && !modifies.iter().any(|word| self.word_is(at, word)) {
                break;
            }
            start = at;
        }
        if start <= from + 1 || !(timed || numbered) {
            return None;
        }
        let placed = ["on", "in", "during", "since", "at", "for"]
            .iter()
            .any(|word| self.word_is(start - 1, word))
            || numbered && self.word_is(start - 1, "of");
        if placed {
            return Some(start - 1);
        }
        let relative = ["later", "earlier", "ago"].iter().any(|word| self.word_is(end - 1, word));
        (relative && timed).then_some(start)
    }

    /// The subject whose appositions end with the comma at `comma`.
    fn before_comma(&self, from: usize, comma: usize, depth: usize) -> Option<Range<usize>> {
        let mut candidate: Option<usize> = None;
        // Where the subject ends when only adverbials follow it.
        let mut stop = comma;
        let mut described = false;
        let mut end = comma;
        loop {
            let start = self.segment_start(from, end);
            if let Some(comma) = self.quoting_participle(from, start).filter(|_| start == end) {
                end = comma;
                continue;
            }
            if start < end {
                match self.segment(start, end) {
                    Segment::Noun => {
                        // 'the campaign and he, once again,'
                        let relative = (start..end).rev().find(|&i| self.is(i, Class::RELATIVE));
                        let noun = match relative {
                            None => self.left(start, end),
                            // 'a card in which Harley, who is seven,'
                            Some(at)
                                if at > start
                                    && self.is(at - 1, Class::PREPOSITION)
                                    && !(at + 1..end).any(|i| self.is_finite(i, at)) =>
                            {
                                self.left(at + 1, end)
                            }
                            Some(_) => None,
                        };
                        if candidate.is_none() {
                            stop = end;
                        }
                        candidate = Some(noun.unwrap_or(start));
                    }
                    Segment::Modifier => {
                        // 'At Ely, after winning the vote, Ann Day, its leader, said'
                        if candidate.is_some() && self.is(start, Class::SUBORDINATOR) {
                            break;
                        }
                        // 'On Monday the minister, Ann Day, said'
                        candidate = candidate
                            .map(|name| self.office_after_time(start, end).unwrap_or(name));
                        let of = self.word_is(start, "of")
                            || self.word_is(start, "from") && self.is(start + 1, Class::DETERMINER);
                        described |= candidate.is_none() && (of || self.is(start, Class::RELATIVE));
                    }
                    Segment::Clause => {
                        // 'it rained and Smith, the mayor, said'
                        if let Some(noun) = self.left(start, end) {
                            let joined = noun > start
                                && self.is(
                                    noun - 1,
                                    Class::COORDINATOR.or(Class::SUBORDINATOR).or(Class::RELATIVE),
                                );
                            if candidate.is_none() || joined {
                                if candidate.is_none() {
                                    stop = end;
                                }
                                candidate = Some(noun);
                            }
                        } else if candidate.is_none() && depth > 0 && self.ends_like_speech(end) {
                            return None;
                        }
                        break;
                    }
                }
            }
            let clause = start < end && self.opens_clause_of_name(start);
            if clause || start <= from || self.token(start - 1).kind != Kind::Comma {
                break;
            }
            end = start - 1;
        }
        let start = self.strip(candidate?, comma)?;
        let apposed = (start..stop).any(|i| self.token(i).kind == Kind::Comma);
        // 'Ben Carson, who leads the polls,' is one phrase; 'Trump, in Kentucky,' is not.
        let named = stop - start >= 2 && !self.is(start, Class::DETERMINER);
        let end = if described && named { comma + 1 } else { stop + usize::from(apposed) };
        Some(start..end)
    }

    /// Where the office starts that follows a time in the words from `start` to `end`: 'On Monday
    /// *the minister*'.
    fn office_after_time(&self, start: usize, end: usize) -> Option<usize> {
        let timed = self.is(start, Class::PREPOSITION)
            && (self.is(start + 1, Class::TIME) || self.token(start + 1).kind == Kind::Number)
            && self.is(end - 1, Class::ROLE);
        let after = (start + 2..end.min(start + 5)).find(|&i| self.is(i, Class::DETERMINER))?;
        let plain = || {
            (after..end).all(|i| {
                matches!(self.token(i).kind, Kind::Word | Kind::Possessive)
                    && !self.is(i, Class::AUXILIARY.or(Class::RELATIVE))
            })
        };
        (timed && plain()).then_some(after)
    }

    /// The comma before a participle with the quotation that ends at `end`: 'The report*,* citing
    /// “…”, calls'.
    fn quoting_participle(&self, from: usize, end: usize) -> Option<usize> {
        let quote = end.checked_sub(1).filter(|&quote| quote > from)?;
        if !matches!(self.token(quote).kind, Kind::Quote(_)) {
            return None;
        }
        let start = self.segment_start(from, quote);
        let comma = start.checked_sub(1).filter(|&comma| comma > from)?;
        let participle = start < quote && self.is(start, Class::CUE_ING);
        (participle && self.token(comma).kind == Kind::Comma).then_some(comma)
    }

    fn ends_like_speech(&self, end: usize) -> bool {
        matches!(self.token(end - 1).kind, Kind::Quote(_))
    }

    /// Where the comma segment that ends at `end` starts.
    fn segment_start(&self, from: usize, end: usize) -> usize {
        let mut depth = 0usize;
        let mut at = end;
        while at > from {
            match self.token(at - 1).kind {
                Kind::Close => depth += 1,
                Kind::Open => depth = depth.saturating_sub(1),
                Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Stop | Kind::Quote(_)
                    if depth == 0 =>
                {
                    break;
                }
                _ => {}
            }
            at -= 1;
        }
        at
    }

    fn segment(&self, start: usize, end: usize) -> Segment {
        let mut first = start;
        while first < end
            && (self.is(first, Class::COORDINATOR) || self.is_adverb(first))
            && first + 1 < end
        {
            first += 1;
        }
        let token = self.token(first);
        let word = self.word(first);
        if matches!(token.kind, Kind::Quote(_)) {
            return Segment::Clause;
        }
        if word.ends_with("ing") && self.ends_fields(start, end) {
            return Segment::Noun;
        }
        if !token.capital && token.is(Class::AUXILIARY) && first == start {
            // 'whose son Alfie, 12, *was sent home,* said'
            return Segment::Modifier;
        }
        if token.is(Class::RELATIVE) && !self.word_is(first, "that")
            || token.kind == Kind::Number && end - first == 1
            || token.is(Class::ADVERB)
            || token.is(Class::PREPOSITION) && !token.is(Class::SUBORDINATOR)
            || !token.capital
                && (word.ends_with("ing") || self.is_past(first) && !self.is(first, Class::ROLE))
            || token.capital && self.opens_participle(start, end)
        {
            return Segment::Modifier;
        }
        let verb = (first + 1..end).any(|i| {
            self.is(i, FINITE)
                && !self.token(i).capital
                && !self.is_noun_here(i, first)
                && !(first..i).any(|j| self.is(j, Class::RELATIVE))
                && !self.is(i, Class::BODY.or(Class::ROLE).or(Class::DOCUMENT).or(Class::PEOPLE))
                && !(self.is_past(i)
                    && self.is(i + 1, Class::PREPOSITION)
                    && !self.is(i, Class::AUXILIARY))
        });
        if verb {
            return Segment::Clause;
        }
        if self.opens_clause_of_name(first) {
            // 'while Cllr Tim Roe, deputy leader, said'
            return Segment::Noun;
        }
        if token.is(Class::SUBORDINATOR) {
            return Segment::Modifier;
        }
        // 'Two days later'
        let shifted =
            ["later", "earlier", "ago", "before"].iter().any(|w| self.word_is(end - 1, w))
                && (start..end).any(|i| self.is(i, Class::TIME));
        let timed = self.is(end - 1, Class::TIME) || token.is(Class::TIME) || shifted;
        if timed && !token.is(Class::ROLE) {
            return Segment::Modifier;
        }
        Segment::Noun
    }

    /// Whether 'while' or the like stands at `at` before a name.
    fn opens_clause_of_name(&self, at: usize) -> bool {
        self.is(at, Class::SUBORDINATOR)
            && !self.is(at, Class::PREPOSITION)
            && self.paragraph.tokens.get(at + 1).is_some_and(Token::is_name_part)
    }

    /// Whether a sentence opens with a participle: 'Speaking to members', 'Asked about it'.
    fn opens_participle(&self, start: usize, end: usize) -> bool {
        let opens = start == 0 || matches!(self.token(start - 1).kind, Kind::Stop | Kind::Quote(_));
        let word = self.word(start);
        let linked = Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::ADVERB);
        let past = word.ends_with("ed") && self.is(start + 1, linked);
        opens
            && word.len() > 4
            && end - start > 1
            && (past || word.ends_with("ing") && word.len() > 5)
    }

    /// Where the noun phrase that ends before `end` starts.
    pub fn left(&self, from: usize, end: usize) -> Option<usize> {
        let from = from.max(end.saturating_sub(REACH));
        let mut start = end;
        let mut determined = false;
        while start > from {
            let at = start - 1;
            let token = self.token(at);
            let first = start == end;
            match token.kind {
                Kind::Close => {
                    let open = (at.saturating_sub(12).max(from)..at)
                        .rev()
                        .find(|&i| self.token(i).kind == Kind::Open);
                    match open {
                        Some(open) => start = open,
                        None => break,
                    }
                    continue;
                }
                Kind::Possessive => {
                    determined = false;
                    start = at;
                    continue;
                }
                Kind::Number => {
                    start = at;
                    continue;
                }
                Kind::Other if self.word(at).starts_with('&') && !first => {
                    start = at;
                    continue;
                }
                // 'A father who spent £18,000 on it'
                Kind::Other
                    if !first
                        && self.token(start).kind == Kind::Number
                        && self.word(at).starts_with(['£', '$', '€']) =>
                {
                    start = at;
                    continue;
                }
                Kind::Comma
                    if !first
                        && at > from
                        && self.token(at - 1).is_name_part()
                        && self.token(start).is_name_part()
                        && (start..end).any(|i| self.word_is(i, "and")) =>
                {
                    start = at;
                    continue;
                }
                Kind::Word => {}
                _ => break,
            }
            if token.is(Class::PRONOUN) && (!token.is(Class::DETERMINER) || first) {
                if first {
                    start = at;
                }
                break;
            }
            if token.is(Class::PREPOSITION) && !self.word_is(at, "that") {
                // 'a source close to the council'
                let close = self.word_is(at, "to") && at > from && self.word_is(at - 1, "close");
                // 'the letter obtained by the Post'
                let reduced = at > from + 1
                    && self.is_past(at - 1)
                    && self.is_noun_like(at - 2)
                    && !self.is(at - 2, Class::PRONOUN)
                    // 'a note pinned to the door'
                    && (self.word_is(at, "by") || self.is(at - 2, Class::DOCUMENT));
                if reduced && !first {
                    determined = false;
                    start = at - 1;
                    continue;
                }
                // 'hit back at', 'came out for'
                let particle = at > from
                    && ["away", "back", "out"].iter().any(|word| self.word_is(at - 1, word));
                // 'someone in the audience'
                let anybody = at > from
                    && !first
                    && ["someone", "somebody"].iter().any(|word| self.word_is(at - 1, word));
                if anybody {
                    return Some(at - 1);
                }
                let noun = at > from && !first && !particle && (self.is_noun_like(at - 1) || close);
                let joins = [
                    "of", "for", "from", "at", "with", "to", "in", "on", "by", "behind", "near",
                    "outside",
                ]
                .iter()
                .any(|word| self.word_is(at, word))
                    || self.looks_into(at);
                if !noun || !joins {
                    break;
                }
                determined = false;
                start = at;
                continue;
            }
            if determined && token.is(Class::SPEAKER) && self.is(start + 1, Class::TITLE) {
                // 'chair of governors the Rev Tim Oak'
                determined = false;
                start = at;
                continue;
            }
            let joined = determined
                && self.word_is(at, "and")
                && at > from
                && self.token(at - 1).is_name_part()
                && !self.is(at - 1, Class::TIME);
            // 'the council and the NHS'
            let bodies = determined
                && self.word_is(at, "and")
                && at > from
                && self.is(at - 1, Class::BODY)
                && self.is(end - 1, Class::BODY)
                && !(from..start).any(|i| self.is_finite(i, from));
            if bodies || joined && self.joins_one_subject(from, start, end) {
                // 'Jo and her team', 'Ofsted and the Care Quality Commission'
                determined = false;
                start = at;
                continue;
            }
            if determined {
                // Only a preposition joins what stands before a determiner.
                break;
            }
            if token.is(Class::DETERMINER) && !token.is_name_part() {
                if self.word_is(at, "that") && at > from {
                    break;
                }
                determined = !self.is(at, Class::NONE);
                start = at;
                continue;
            }
            if token.is(Class::COORDINATOR) {
                let both = !first
                    && at > from
                    && (self.token(at - 1).is_name_part()
                        && !self.is(at - 1, Class::TIME)
                        && (self.token(start).is_name_part() || self.is(start, Class::DETERMINER))
                        || self.is(at - 1, Class::SPEAKER)
                            && !self.is(start, Class::DETERMINER)
                            && self.is(end - 1, Class::SPEAKER));
                // 'director of secondary and specialist care'
                let field = !first
                    && at > from + 2
                    && self.is(at - 3, Class::ROLE)
                    && (self.word_is(at - 2, "of") || self.word_is(at - 2, "for"))
                    && !self.is(start, Class::DETERMINER.or(Class::PEOPLE));
                // 'Headteacher and safeguarding lead Ann Day'
                let roles = !first
                    && at > from
                    && self.is(at - 1, Class::ROLE)
                    && !self.is(start, Class::DETERMINER)
                    && self.token(end - 1).is_name_part()
                    && (start..end).any(|i| self.is(i, Class::ROLE) && !self.is(i, Class::NAME));
                let both = both
                    || field
                    || roles
                    || at > from && self.word_is(at - 1, "police") && self.word_is(start, "crime");
                if both && self.word_is(at, "and") {
                    start = at;
                    continue;
                }
                break;
            }
            if token.is(Class::RELATIVE.or(Class::SUBORDINATOR)) {
                break;
            }
            if token.is(Class::TIME) && !(token.capital && self.is_name_here(at)) {
                if first || self.is(start, Class::PREPOSITION) {
                    // 'a poll released Thursday'
                    let released = at > from && self.is_past(at - 1);
                    if released {
                        start = at;
                        continue;
                    }
                }
                // 'today’s report', but 'after last week’s vote Mr Day'
                let opens =
                    at == from || !self.is(at - 1, Class::PREPOSITION.or(Class::DETERMINER));
                if !first && opens && self.token(start).kind == Kind::Possessive {
                    start = at;
                    continue;
                }
                // 'early years chief'
                if !first && at > from && self.word_is(at, "years") && self.word_is(at - 1, "early")
                {
                    start = at - 1;
                    continue;
                }
                break;
            }
            if token.capital && !token.is(Class::AUXILIARY) && !self.is_opener(at, from) {
                start = at;
                continue;
            }
            if token.is(Class::AUXILIARY) || self.is_adverb(at) && !is_adjective(self.word(at)) {
                break;
            }
            // 'chanting and carrying signs that read'
            if !first && is_display(self.word(at)) {
                break;
            }
            // 'at the conference Cllr Hart said'
            if !first && self.token(start).is_name_part() && is_gathering(self.word(at)) {
                break;
            }
            if !first && is_adjective(self.word(at)) && !token.is(Class::TIME) {
                // 'lead inspector Ann Day'
                start = at;
                continue;
            }
            if self.is_past(at) && !first {
                // 'the letter sent to parents', 'the commissioner appointed by the department'
                let reduced = at > from
                    && (self.is(start, Class::PREPOSITION.or(Class::TIME)))
                    && self.is_noun_like(at - 1)
                    && !self.is(at - 1, Class::PRONOUN);
                let attributive = at > from
                    && (self.is(at - 1, Class::DETERMINER)
                        || self.token(at - 1).kind == Kind::Possessive
                        // 'families of disabled children'
                        || at > from + 1
                            && self.word_is(at - 1, "of")
                            && self.is(at - 2, Class::PEOPLE)
                            && self.is(start, Class::PEOPLE));
                if reduced || attributive {
                    start = at;
                    continue;
                }
                break;
            }
            if self.word_is(at, "close") && self.word_is(start, "to") {
                start = at;
                continue;
            }
            if token.is(FINITE.or(Class::CUE_BASE))
                && !self.is_noun_here(at, from)
                && !token.is(Class::SPEAKER)
            {
                break;
            }
            start = at;
        }
        self.strip(start, end)
    }

    /// Whether 'into' at `at` tells what a document is of: 'a review *into* the fire'.
    fn looks_into(&self, at: usize) -> bool {
        const KINDS: [&str; 4] = ["inquiry", "inquest", "investigation", "probe"];
        self.word_is(at, "into")
            && at > 0
            && (self.is(at - 1, Class::DOCUMENT)
                || KINDS.iter().any(|kind| self.word_is(at - 1, kind)))
    }

    /// Whether 'and' before the determiner at `start` joins phrases rather than clauses.
    fn joins_one_subject(&self, from: usize, start: usize, end: usize) -> bool {
        let possessed = ["her", "his", "their"].iter().any(|word| self.word_is(start, word));
        let named = start + 1 < end && self.token(start + 1).is_name_part();
        // 'and her deputy, Omar Bassett,' names the deputy alone.
        let apposed = self.paragraph.kind(end) == Some(Kind::Comma)
            && self.paragraph.tokens.get(end + 1).is_some_and(Token::is_name_part);
        (possessed || named) && !apposed && !(from..start).any(|i| self.is_finite(i, from))
    }

    /// Whether a capitalised time word is part of a name ('April Jones', 'May Day').
    fn is_name_here(&self, at: usize) -> bool {
        matches!(self.word(at), "April" | "May" | "June")
            && self.paragraph.tokens.get(at + 1).is_some_and(Token::is_name_part)
    }

    /// Whether token `at` opens its sentence without being part of a name: 'Yesterday Smith said'.
    fn is_opener(&self, at: usize, from: usize) -> bool {
        at == from
            && self.is(
                at,
                Class::ADVERB
                    .or(Class::PREPOSITION)
                    .or(Class::SUBORDINATOR)
                    .or(Class::COORDINATOR)
                    .or(Class::TIME),
            )
    }

    fn is_noun_like(&self, at: usize) -> bool {
        let token = self.token(at);
        match token.kind {
            Kind::Word => {
                !self.is_adverb(at)
                    && !token.is(Class::AUXILIARY
                        .or(Class::PREPOSITION)
                        .or(Class::COORDINATOR)
                        .or(Class::SUBORDINATOR)
                        .or(Class::RELATIVE)
                        .or(Class::PRONOUN)
                        .or(Class::TIME))
                    && (token.capital
                        || token.is(Class::SPEAKER)
                        || !token.is(FINITE.or(Class::CUE_ING).or(Class::CUE_BASE))
                            && !self.is_past(at)
                        // 'the sign', 'a poster'
                        || at > 0
                            && self.is(at - 1, Class::DETERMINER)
                            && !self.is(at - 1, Class::PRONOUN.or(Class::RELATIVE)))
            }
            Kind::Close => true,
            Kind::Number => true,
            _ => false,
        }
    }

    /// Strips what cannot open a noun phrase; `None` when nothing is left.
    fn strip(&self, mut start: usize, end: usize) -> Option<usize> {
        while start < end {
            let token = self.token(start);
            let strips = match token.kind {
                Kind::Word => {
                    token.is(Class::COORDINATOR) && !token.is(Class::DETERMINER)
                        || self.is_adverb(start)
                        || token.is(Class::ADVERB) && !token.is(Class::DETERMINER)
                        || token.is(Class::SUBORDINATOR.or(Class::PREPOSITION))
                            && !token.is(Class::DETERMINER)
                }
                Kind::Number => false,
                _ => true,
            };
            if !strips {
                return Some(start);
            }
            start += 1;
        }
        None
    }

    /// Whether a noun phrase can start at token `at`.
    pub fn can_start(&self, at: usize) -> bool {
        let Some(token) = self.paragraph.tokens.get(at) else { return false };
        match token.kind {
            Kind::Number => true,
            Kind::Word => {
                token.is_name_part()
                    || token.is(Class::DETERMINER.or(Class::PRONOUN).or(Class::TITLE))
                    || token.is(Class::SPEAKER) && !token.is(Class::CUE)
                    || is_adjective(self.word(at))
                    // 'today’s report'
                    || token.is(Class::TIME)
                        && self.paragraph.kind(at + 1) == Some(Kind::Possessive)
                    || self.starts_with_a_field(at)
            }
            _ => false,
        }
    }

    /// Whether a plain noun stands at `at` before an office and a name: 'education minister Paul Day'.
    fn starts_with_a_field(&self, at: usize) -> bool {
        let plain = |i: usize| {
            self.paragraph.tokens.get(i).is_some_and(|token| {
                token.kind == Kind::Word && !token.capital && token.class == Class::NONE
            })
        };
        let mut office = at;
        while plain(office) && office < at + 3 {
            office += 1;
        }
        let named = |i: usize| self.paragraph.tokens.get(i).is_some_and(Token::is_name_part);
        let known = self.is(office, Class::ROLE.or(Class::PEOPLE).or(Class::SPOKESPERSON))
            && named(office + 1);
        // 'said postie Craig Dunn'
        let name = named(office) && self.is(office, Class::NAME) && named(office + 1);
        office > at && (known || name)
    }

    /// Where the noun phrase that starts at `start` ends, with its appositions.
    pub fn right(&self, start: usize, until: usize) -> Option<usize> {
        let until = until.min(start + REACH);
        if !self.can_start(start) {
            return None;
        }
        let mut end = self.core_right(start, until);
        if end == start {
            return None;
        }
        while end < until && self.token(end).kind == Kind::Comma {
            let from = end + 1;
            let stop = (from..until)
                .find(|&i| {
                    matches!(
                        self.token(i).kind,
                        Kind::Comma
                            | Kind::Stop
                            | Kind::Quote(_)
                            | Kind::Colon
                            | Kind::Semicolon
                            | Kind::Dash
                    )
                })
                .unwrap_or(until);
            if from >= stop || !self.is_apposition(from, stop) {
                break;
            }
            end = stop;
        }
        Some(end)
    }

    fn core_right(&self, start: usize, until: usize) -> usize {
        if self.is(start, Class::PRONOUN) && !self.is(start, Class::DETERMINER)
            || self.word_is(start, "another") && !self.is_noun_like(start + 1)
        {
            return start + 1;
        }
        let mut at = start;
        let mut named = false;
        while at < until {
            let token = self.token(at);
            let first = at == start;
            match token.kind {
                Kind::Open => {
                    let close =
                        (at..until.min(at + 12)).find(|&i| self.token(i).kind == Kind::Close);
                    match close {
                        Some(close) if !first => at = close + 1,
                        _ => break,
                    }
                    continue;
                }
                Kind::Possessive | Kind::Number => {
                    named = false;
                    at += 1;
                    continue;
                }
                Kind::Other if self.word(at).starts_with('&') => {
                    at += 1;
                    continue;
                }
                Kind::Word => {}
                _ => break,
            }
            if token.is(Class::PREPOSITION) && !first {
                let of = self.word_is(at, "of");
                // 'a survey by the unions'
                let by = self.word_is(at, "by") && self.is(at - 1, Class::DOCUMENT);
                let joins = of
                    || by
                    || self.looks_into(at)
                    || ["for", "from", "at", "with", "to", "in", "behind"]
                        .iter()
                        .any(|w| self.word_is(at, w));
                let statement =
                    (at..(at + 4).min(until)).any(|i| self.is(i, Class::DOCUMENT.or(Class::TIME)));
                let next = self.is(at + 1, Class::DETERMINER)
                    || self.paragraph.tokens.get(at + 1).is_some_and(Token::is_name_part)
                    || of;
                if !joins || !next || (named && !of) || (statement && !of) {
                    break;
                }
                named = false;
                at += 1;
                continue;
            }
            if token.is(Class::COORDINATOR) && !first {
                let names = self.word_is(at, "and")
                    && self.token(at - 1).is_name_part()
                    && self.paragraph.tokens.get(at + 1).is_some_and(Token::is_name_part);
                // 'said headteacher and safeguarding lead Ann Day'
                let role = |i: usize| self.is(i, Class::ROLE) && !self.is(i, Class::NAME);
                let roles = self.word_is(at, "and")
                    && role(at - 1)
                    && (at + 1..until.min(at + 4)).any(|i| {
                        role(i) && self.paragraph.tokens.get(i + 1).is_some_and(Token::is_name_part)
                    });
                if names || roles {
                    at += 1;
                    continue;
                }
                break;
            }
            if token.is(Class::RELATIVE) && !first {
                // 'a father who has two sons'
                while at < until
                    && !matches!(
                        self.token(at).kind,
                        Kind::Comma | Kind::Stop | Kind::Quote(_) | Kind::Colon | Kind::Dash
                    )
                {
                    at += 1;
                }
                break;
            }
            if token.is(Class::TIME) && !first && !self.is_name_here(at) {
                break;
            }
            if token.is_name_part() {
                named = true;
                at += 1;
                continue;
            }
            if first && token.is(Class::DETERMINER.or(Class::PRONOUN)) {
                at += 1;
                continue;
            }
            if token.is(Class::DETERMINER)
                && at > start
                && self.is(at - 1, Class::PREPOSITION.or(Class::COORDINATOR))
            {
                at += 1;
                continue;
            }
            if token.is(Class::DETERMINER) && self.is(at + 1, Class::TITLE) {
                // 'chair of governors the Rev Tim Oak'
                at += 1;
                continue;
            }
            if named && token.is(Class::SPEAKER) && !token.is(Class::CUE.or(Class::VERB)) {
                // 'Wexcombe resident Ola Brandt'
                named = false;
                at += 1;
                continue;
            }
            // 'Leeds fan Dan Day'
            let fan = named
                && token.class == Class::NONE
                && self.is(at + 1, Class::NAME)
                && self.paragraph.tokens.get(at + 2).is_some_and(Token::is_name_part)
                && self.token(at + 1).capital
                && at + 2 < until;
            if fan {
                named = false;
                at += 1;
                continue;
            }
            let ends = named
                || self.is_past(at) && !first && !self.is(at - 1, Class::DETERMINER)
                || token.is(Class::AUXILIARY.or(Class::SUBORDINATOR).or(Class::CUE_ING))
                || token.is(FINITE) && !token.is(Class::SPEAKER)
                || token.is(Class::DETERMINER.or(Class::PRONOUN))
                || self.is_adverb(at);
            if ends && !(named && is_particle(self.word(at))) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether the words between two commas say more of the noun before them.
    fn is_apposition(&self, start: usize, end: usize) -> bool {
        let token = self.token(start);
        if token.is(Class::RELATIVE) {
            // 'said Ann Day, who runs the home,' but 'said Day, who was late'
            return start >= 3
                && self.token(start - 2).is_name_part()
                && self.token(start - 3).is_name_part();
        }
        if token.kind == Kind::Number
            && (end - start == 1
                || ["in", "of", "per", "percent"].iter().any(|word| self.word_is(start + 1, word)))
        {
            return false;
        }
        if self.word_is(start, "of") || self.word_is(start, "from") {
            return self.is(start + 1, Class::DETERMINER)
                || (start..end).any(|i| self.is(i, Class::BODY));
        }
        // 'then head of the school'
        let once = ["then", "now", "formerly"].iter().any(|word| self.word_is(start, word))
            && (start + 1..end.min(start + 5)).any(|i| self.is(i, Class::ROLE));
        if once {
            return true;
        }
        if token.is(Class::CUE_ING
            .or(Class::COORDINATOR)
            .or(Class::SUBORDINATOR)
            .or(Class::ADVERB)
            .or(Class::PREPOSITION)
            .or(Class::TIME)
            .or(Class::PRONOUN))
            && !token.is(Class::DETERMINER)
        {
            return false;
        }
        // 'Kirsty Dale, HMI, found pupils to be'
        let verb = (start..end).any(|i| {
            self.is(i, FINITE)
                && !self.token(i).capital
                && !self.is(i, Class::SPEAKER)
                && !self.is_noun_here(i, start)
                && !(start..i).any(|j| self.is(j, Class::RELATIVE))
        });
        if verb {
            return false;
        }
        let noun = (start..end).any(|i| self.is(i, Class::SPEAKER));
        let names = (start..end).all(|i| self.token(i).is_name_part()) && end - start <= 4;
        noun || names || token.is(Class::DETERMINER) && end - start <= 12
    }
}

/// What stands between two commas before a verb.
enum Segment {
    /// A noun phrase: the subject or an apposition.
    Noun,
    /// A relative clause, a participle, an adverbial, an age.
    Modifier,
    /// A clause with a verb of its own.
    Clause,
}

/// Adjectives that stand before nouns for people.
pub(super) fn is_adjective(word: &str) -> bool {
    [
        "former",
        "acting",
        "interim",
        "deputy",
        "senior",
        "chief",
        "lead",
        "local",
        "new",
        "outgoing",
        "vice",
        "assistant",
        "independent",
        "executive",
        "national",
        "regional",
        "latest",
        "same",
        "own",
        "previous",
        "current",
        "first",
        "last",
        "full",
        "recent",
        "longtime",
        "veteran",
        "top",
        "fellow",
        "joint",
        "shadow",
        "presumptive",
        "nominated",
        "registered",
        "retired",
        "republican",
        "democratic",
    ]
    .iter()
    .any(|adjective| word.eq_ignore_ascii_case(adjective))
}

/// Where somebody speaks, in words that stand before the name.
fn is_gathering(word: &str) -> bool {
    matches!(
        word,
        "assembly"
            | "conference"
            | "convention"
            | "debate"
            | "hearing"
            | "meeting"
            | "rally"
            | "summit"
            | "vigil"
    )
}

/// Participles of whoever shows words to others.
fn is_display(word: &str) -> bool {
    matches!(
        word,
        "bearing" | "brandishing" | "carrying" | "displaying" | "holding" | "waving" | "wearing"
    )
}

/// Determiners that can also be the whole of a noun phrase: 'many say', 'a mother of two said'.
fn is_quantifier(word: &str) -> bool {
    [
        "some", "many", "others", "other", "most", "all", "few", "both", "several", "one", "two",
        "three", "four", "five", "six", "seven", "eight", "nine", "ten", "another", "any", "that",
    ]
    .iter()
    .any(|quantifier| word.eq_ignore_ascii_case(quantifier))
}

/// Lower-case parts of names.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "van"
            | "von"
            | "der"
            | "den"
            | "al"
            | "el"
            | "bin"
            | "la"
            | "le"
            | "di"
            | "da"
            | "du"
            | "ap"
    )
}
