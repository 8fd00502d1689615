//! Whether words between marks are somebody's, a term, or the name of a thing.
//!
//! | in the text | verdict |
//! | --- | --- |
//! | Ofsted found “**serious failures**” in plans. | quotation |
//! | a banner reading “**Our school, our say**” | quotation |
//! | rated “**good**” in May; the “**night shift**” narrative | term |
//! | ‘Ysgol’ is Welsh for “**school**”. | term |
//! | the book “**The Long Way Home**” | nothing: it is the title of a work |
//!
//! Length alone decides nothing: the cue and how far it stands, the words around, capitals and
//! punctuation do together, in the order of [`Surroundings::verdict`].

use super::kind;
use super::lexicon::{Class, class};
use super::paragraph::{Kind, Paragraph, Token};
use super::reader::{Item, Reader, Said};
use super::rules;
use super::speaker::Head;
use crate::record::{Span, Voice};
use crate::rule::Rule;
use crate::tables::speech as lists;

/// What words between marks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Somebody's words.
    Quote,
    /// A grade word or so-called term.
    Term,
    /// A title or name: no record.
    Nothing,
}

impl Reader<'_> {
    /// Whether the words of an item are a quotation, a term, or the title of something.
    pub(super) fn verdict(&self, item: &Item) -> Verdict {
        let own = self.own_verdict(item);
        let words = self.words(item);
        // '“R” or “D”', 'as a “hoax” and a “witch hunt”': both are one or the other.
        let fragment = kind::count(words, 4) <= 3 && !item.free && !kind::is_clause(words);
        if own == Verdict::Nothing || !fragment || kind::is_grade(words) {
            return own;
        }
        match self.joined_by_conjunction(item).map(|before| self.own_verdict(before)) {
            // 'read “The Owl Song” and “Lanterns”'
            Some(Verdict::Nothing) if in_capitals(words) => Verdict::Nothing,
            None | Some(Verdict::Nothing) => own,
            Some(verdict) => verdict,
        }
    }

    /// Whether an item is the title of a section: 'Under the heading ‘Main findings’, it says'.
    pub(super) fn heads_a_section(&self, item: &Item) -> bool {
        let Some(paragraph) = self.paragraph(item.first.0) else { return false };
        let Some(before) = item.first.1.checked_sub(1) else { return false };
        let word = |list: &[&str]| {
            list.iter().any(|word| paragraph.word_is(self.text.source, before, word))
        };
        word(&["heading", "headed", "subheading", "titled", "entitled"])
            || word(&["section", "under"])
                && matches!(paragraph.kind(item.last.1 + 1), Some(Kind::Colon | Kind::Comma))
                && self.words(item).starts_with(char::is_uppercase)
    }

    /// The quotation that one is joined to by 'and' or 'or'.
    fn joined_by_conjunction(&self, item: &Item) -> Option<&Item> {
        let paragraph = self.paragraph(item.first.0)?;
        let mut at = item.first.1.checked_sub(1)?;
        if paragraph.is(at, Class::DETERMINER) {
            at = at.checked_sub(1)?;
        }
        if !["and", "or"].iter().any(|word| paragraph.word_is(self.text.source, at, word)) {
            return None;
        }
        at = at.checked_sub(1)?;
        if paragraph.kind(at) == Some(Kind::Comma) {
            at = at.checked_sub(1)?;
        }
        let Some(Kind::Quote(quotation)) = paragraph.kind(at) else { return None };
        let number = self.items.binary_search_by_key(&quotation, |item| item.quotation).ok()?;
        let before = &self.items[number];
        let fragment = kind::count(self.words(before), 4) <= 3 && !before.free;
        fragment.then_some(before)
    }

    /// The same, by what stands around the quotation itself.
    fn own_verdict(&self, item: &Item) -> Verdict {
        let Some(paragraph) = self.paragraph(item.first.0) else { return Verdict::Nothing };
        let source = self.text.source;
        let mut surroundings = Surroundings {
            source,
            paragraph,
            item,
            said: item.said.as_ref(),
            words: self.words(item),
            headline: self.is_heading(item.first.0),
            before: String::new(),
            cue: item.said.as_ref().and_then(|said| said.cue),
        };
        if self.heads_a_section(item) {
            return Verdict::Nothing;
        }
        surroundings.headline |= surroundings.is_in_capitals();
        surroundings.before = surroundings.word_before(1).to_ascii_lowercase();
        surroundings.verdict()
    }
}

/// Whether a list holds `word`, in any case.
fn among(list: &[&str], word: &str) -> bool {
    list.iter().any(|listed| word.eq_ignore_ascii_case(listed))
}

/// What stands around a quotation.
struct Surroundings<'r> {
    source: &'r str,
    paragraph: &'r Paragraph,
    item: &'r Item,
    said: Option<&'r Said>,
    words: &'r str,
    /// Stands in a headline or another line that is no running text.
    headline: bool,
    /// The word or mark directly before, in lower case.
    before: String,
    cue: Option<Span>,
}

/// Bytes between 'say' and a word that belongs to what is said.
const NEAR: usize = 50;

/// How many words and marks of a line tell whether all of it starts with capitals.
const LINE: usize = 200;

impl Surroundings<'_> {
    fn verdict(&self) -> Verdict {
        if self.is_written_or_chanted() {
            Verdict::Quote
        } else if self.is_dated() {
            Verdict::Term
        } else if self.is_title_before_its_noun() || self.is_title() {
            Verdict::Nothing
        } else if self.is_thing_of_a_deed()
            || self.is_translation()
            || self.is_far_from_an_opinion()
            || self.is_far_from_a_passive()
            || self.is_possessed_or_named()
            || self.is_carried_fragment()
            || self.is_modifier()
        {
            Verdict::Term
        } else if self.is_verdict_of_a_grading() {
            Verdict::Term
        } else if kind::is_grade(self.words) {
            if self.is_grade_given() { Verdict::Term } else { Verdict::Quote }
        } else if self.said.is_none() && self.is_unclaimed_term() {
            Verdict::Term
        } else {
            Verdict::Quote
        }
    }

    /// The word or mark that stands `back` tokens before the quotation.
    fn word_before(&self, back: usize) -> &str {
        let token = self.item.first.1.checked_sub(back).and_then(|i| self.paragraph.tokens.get(i));
        token.map_or("", |token| token.span.of(self.source))
    }

    fn after(&self) -> Option<&Token> {
        self.paragraph.tokens.get(self.item.last.1 + 1)
    }

    fn start(&self) -> usize {
        self.paragraph.tokens[self.item.first.1].span.start()
    }

    /// Whether one of `rules` found the speaker.
    fn by(&self, rules: &[&'static Rule]) -> bool {
        self.said.is_some_and(|said| rules.iter().any(|rule| std::ptr::eq(*rule, said.rule)))
    }

    /// Whether the words are introduced or followed by a cue of their own.
    fn is_direct(&self) -> bool {
        self.by(&[
            &rules::CUE_BEFORE,
            &rules::COLON,
            &rules::CUE_AFTER,
            &rules::CUE_AFTER_INVERTED,
            &rules::INTERRUPTED,
        ])
    }

    fn is_inspectorate(&self) -> bool {
        self.said.is_some_and(|said| said.voice == Voice::Inspectorate)
    }

    /// Whether whoever says it can read.
    fn is_person(&self) -> bool {
        self.said
            .is_some_and(|said| matches!(said.resolved.head, Some(Head::Person | Head::People)))
    }

    fn cue(&self) -> &str {
        self.cue.map_or("", |cue| cue.of(self.source))
    }

    /// Whether the cue is a verb of saying, not one of thought or deed.
    fn is_spoken(&self) -> bool {
        // 'Parents say their children face a “dangerous” walk'
        let near = self.cue.is_some_and(|cue| self.start().saturating_sub(cue.end()) <= NEAR);
        self.cue() == "say" && near || class(self.cue()).is(Class::SPEECH.or(Class::SPEECH_ING))
    }

    fn is_deed(&self) -> bool {
        class(self.cue()).is(Class::DEED)
    }

    fn is_fragment(&self) -> bool {
        kind::count(self.words, 5) <= 4 && !kind::is_clause(self.words)
    }

    fn is_possessed(&self) -> bool {
        let before = self.item.first.1.checked_sub(1);
        before.is_some_and(|i| self.paragraph.kind(i) == Some(Kind::Possessive))
            || self.before == "on"
    }

    /// Whether the words are what somebody calls a thing: 'hailed it as a “breakthrough”'.
    fn is_called(&self) -> bool {
        let likeness = |word: &str| ["as", "like"].contains(&word);
        likeness(&self.before)
            || ["a", "an", "the"].contains(&self.before.as_str()) && likeness(self.word_before(2))
    }

    /// Whether words are written like the title of a work.
    fn looks_like_a_title(&self) -> bool {
        kind::is_title(self.words) && !self.is_in_capitals()
            || self.is_possessed() && in_capitals(self.words)
    }

    /// Whether the line's words all start with capitals, so that the quotation's own tell nothing.
    fn is_in_capitals(&self) -> bool {
        let line = &self.paragraph.tokens[self.paragraph.sentence(self.item.first.1)];
        // A line of marks alone may be as long as the text.
        let words = line.iter().take(LINE).filter(|token| token.kind == Kind::Word);
        let (mut high, mut low) = (0, 0);
        for word in words.take(30).filter(|word| word.span.len() > 3) {
            if word.capital {
                high += 1;
            } else {
                low += 1;
            }
        }
        high >= 4 && low == 0
    }

    /// 'chants of “Four more years”', 'a hat reading “Our Town First”'.
    fn is_written_or_chanted(&self) -> bool {
        let chanted = self.before == "of" && among(lists::CHANTS, self.word_before(2));
        let comma = usize::from(self.before == ",");
        let verb = 1 + comma;
        let reads = among(&["read", "reads"], self.word_before(verb)) && !self.is_person();
        // 'a message reading “Back soon”', but 'pupils were reading ‘The Owl’'
        let reading = self.word_before(verb).eq_ignore_ascii_case("reading")
            && !class(self.word_before(verb + 1)).is(Class::AUXILIARY.or(Class::PRONOUN));
        // 'a mural with the words “We are still here”'
        let words = self.before == "words" && self.word_before(2) == "the";
        chanted || reads || reading || words
    }

    /// '“Yes to the bypass” (2008)': a slogan or a work with its year.
    fn is_dated(&self) -> bool {
        let open = self.item.last.1 + 1;
        let claimed = self.said.is_some() && !self.by(&[&rules::INTRODUCED, &rules::CARRIED]);
        if claimed || self.paragraph.kind(open) != Some(Kind::Open) {
            return false;
        }
        let close = (open + 1..open + 8).find(|&i| self.paragraph.kind(i) == Some(Kind::Close));
        close.is_some_and(|close| self.paragraph.kind(close - 1) == Some(Kind::Number))
    }

    /// '“The Night Bus” star Ann Day'.
    fn is_title_before_its_noun(&self) -> bool {
        let next = self.after();
        self.said.is_none()
            && self.item.free
            && !self.words.ends_with(['.', ',', '!', '?'])
            && next.is_some_and(|token| {
                token.kind == Kind::Word
                    && !token.capital
                    && !token.is(Class::CUE.or(Class::AUXILIARY).or(Class::VERB))
            })
            && self.looks_like_a_title()
    }

    /// 'the book “The Long Way Home”', 'under the heading “what works well”'.
    fn is_title(&self) -> bool {
        // 'Pupils performed “Lanterns!”'
        let staged = lists::WATCHING.contains(&self.before.as_str())
            || self.is_person() && ["read", "reading"].contains(&self.before.as_str());
        if staged && in_capitals(self.words) && !self.is_in_capitals() {
            return true;
        }
        // 'carried out in accordance with the ‘Inspection framework and handbook’'
        let back = if self.before == "the" { 2 } else { 1 };
        let basis = self.word_before(back) == "with" && self.word_before(back + 1) == "accordance";
        if basis && self.words.starts_with(char::is_uppercase) {
            return true;
        }
        // A person reads a book; what a sign reads is written on it.
        let read = lists::WATCHING.contains(&self.cue())
            || self.is_person() && ["read", "reads", "reading"].contains(&self.cue());
        // 'writes a column and leads “Morning with Ann Day”': away from the verb, a name.
        let far = self.cue.is_some_and(|cue| {
            self.start().checked_sub(cue.end()).is_some_and(|distance| distance > 12)
        });
        let named = far
            && !self.is_spoken()
            && self.by(&[&rules::CLAUSE, &rules::PASSIVE, &rules::PARTICIPLE])
            && kind::is_title(self.words)
            && !self.is_in_capitals()
            && !self.is_called();
        let introduced = self.by(&[&rules::CUE_BEFORE, &rules::COLON]) && !read;
        !introduced
            && !self.item.free
            && self.looks_like_a_title()
            && (self.said.is_none()
                || lists::WORKS.contains(&self.before.as_str())
                || self.is_possessed()
                || read
                || named
                || self.by(&[&rules::INTERRUPTED])
                || self.is_deed())
    }

    /// 'championed a bill with the “Gang of Eight”': a thing, unless it stands beside the verb or
    /// is what somebody calls another.
    fn is_thing_of_a_deed(&self) -> bool {
        let reach = if ["of", "about"].contains(&self.before.as_str()) { 7 } else { 2 };
        let beside = self.cue.is_some_and(|cue| {
            self.start().checked_sub(cue.end()).is_some_and(|distance| distance <= reach)
        });
        self.is_deed()
            && self.is_fragment()
            && !self.is_direct()
            && !beside
            && !self.is_called()
            && !self.is_inspectorate()
    }

    /// 'Welsh for “school”'.
    fn is_translation(&self) -> bool {
        self.before == "for" && among(lists::LANGUAGES, self.word_before(2))
    }

    /// What stands far from a verb of opinion is its writer's own name for a thing.
    fn is_far_from_an_opinion(&self) -> bool {
        let distance = self.cue.map_or(0, |cue| self.start().saturating_sub(cue.end()));
        let title = self.looks_like_a_title();
        let short = kind::count(self.words, 4) <= 3 && self.is_fragment();
        self.by(&[&rules::CLAUSE, &rules::PASSIVE])
            && !self.is_spoken()
            && !self.is_called()
            && !self.is_inspectorate()
            && distance > if title { 40 } else { 90 }
            && (short || title)
    }

    /// 'without being told to “smile” will the days of “moaning” be over'
    fn is_far_from_a_passive(&self) -> bool {
        self.by(&[&rules::PASSIVE])
            && self.said.is_some_and(|said| said.source.is_none())
            && !self.is_inspectorate()
            && kind::count(self.words, 2) == 1
            && self.cue.is_some_and(|cue| self.start().saturating_sub(cue.end()) > 30)
    }

    /// 'the council's “vision”', 'the term “banding”'.
    fn is_possessed_or_named(&self) -> bool {
        self.by(&[&rules::CUE_AFTER_INVERTED])
            && self.is_possessed()
            && kind::count(self.words, 3) <= 2
            || !self.is_direct()
                && self.is_fragment()
                && ["phrase", "term", "word"].contains(&self.before.as_str())
    }

    /// 'powerful politicians and “rebellious” people', after somebody's quotation.
    fn is_carried_fragment(&self) -> bool {
        self.by(&[&rules::CARRIED])
            && !self.is_inspectorate()
            && !self.item.free
            && kind::count(self.words, 3) <= 2
            && self.is_fragment()
    }

    /// 'the “night shift” narrative' names a thing rather than quoting; 'said that it did an
    /// “awful” job' tells what was said.
    fn is_modifier(&self) -> bool {
        let article = ["the", "a", "an", "this", "these", "so-called"];
        let far = self.cue.is_none_or(|cue| {
            let start = self.start();
            start > cue.end() + 12 || cue.start() > start
        });
        let stated = [&rules::CLAUSE, &rules::ASIDE, &rules::ACCORDING_TO];
        if self.is_inspectorate() && self.by(&stated) && !self.is_deed()
            || self.is_called() && self.by(&[&rules::CLAUSE, &rules::PASSIVE])
        {
            // 'found that it makes a “strong” contribution', 'described it as a “sorry” tale'
            return false;
        }
        article.contains(&self.before.as_str())
            && kind::count(self.words, 4) <= 2
            && self.after().is_some_and(is_common_noun)
            && far
            && !self.is_direct()
            && !(self.is_spoken() && self.by(&[&rules::CLAUSE]))
    }

    /// 'was judged “excellent”', 'graded ‘RI’': a grade by the verb that gives it, in a scale of any name.
    fn is_verdict_of_a_grading(&self) -> bool {
        let as_is = usize::from(self.before == "as");
        ["graded", "judged", "rated"].contains(&self.word_before(1 + as_is))
            && kind::count(self.words, 5) <= 4
            && self.is_fragment()
    }

    /// Whether a grade in marks is given rather than said: 'was rated “good”'.
    fn is_grade_given(&self) -> bool {
        let clause = self.by(&[&rules::CLAUSE]);
        let saying = class(self.cue()).is(Class::SPEECH.or(Class::SPEECH_BASE))
            || ["found", "find", "finds"].contains(&self.cue());
        if self.said.is_none() || clause && !saying {
            return true;
        }
        let rated = (1..=5).any(|back| among(lists::GRADING, self.word_before(back)));
        if self.by(&[&rules::PASSIVE]) && self.said.is_some_and(|said| said.source.is_none()) {
            // 'was told it “requires improvement”', but 'was described as “good”'
            return !among(lists::DESCRIBING, self.cue());
        }
        // 'hanging on to “good”', 'a drop from “good”'
        if self.by(&[&rules::HEADLINE]) {
            // 'Ofsted: services “inadequate”'
            let near = (1..=3).any(|back| self.word_before(back) == ":");
            return !(near && self.is_inspectorate());
        }
        if ["by", "for", "from", "of", "on", "to", "with"].contains(&self.before.as_str()) {
            return !self.is_direct();
        }
        rated && !self.is_direct() && !self.by(&[&rules::ASIDE, &rules::ACCORDING_TO])
    }

    /// Whether words that nobody is found to say are a term: short, and no clause of their own.
    fn is_unclaimed_term(&self) -> bool {
        let exclaimed = self.words.ends_with(['!', '?']);
        let short = kind::count(self.words, 5) <= 3 && !kind::is_clause(self.words) && !exclaimed;
        // 'left “by mutual agreement”' names nothing.
        let adverbial = class(self.words.split(' ').next().unwrap_or("")).is(Class::PREPOSITION)
            && self.words.contains(' ')
            && self.words.starts_with(char::is_lowercase);
        let fragment = !self.item.free && kind::count(self.words, 6) <= 4 && !exclaimed;
        let described =
            self.is_called() && (2..9).any(|back| among(lists::DESCRIBING, self.word_before(back)));
        // 'Will there be a “Gala effect”?'
        // 'Fury as ‘boot camp’ academy closes'
        let modifier = self.headline && !self.item.free && self.after().is_some_and(is_common_noun);
        let noun = (["a", "an", "the"].contains(&self.before.as_str()) || modifier)
            && kind::count(self.words, 3) <= 2;
        // '“Slow Road” Star Speaks Out', in a line of capitals
        let name = self.item.free && short && self.is_in_capitals();
        let named = name && self.after().is_some_and(Token::is_name_part);
        // 'Its answer to that was short: “We disagree.”'
        let stated = self.before == ":"
            && self.words.ends_with('.')
            && self.words.starts_with(char::is_uppercase)
            && self.words.contains(' ');
        (short || fragment)
            && !stated
            && !(adverbial && !self.item.free)
            && (!self.headline || noun || named)
            && !described
    }
}

/// Whether each word starts with a capital: 'Lanterns', 'Night Bus!'.
fn in_capitals(words: &str) -> bool {
    words.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// Whether a token can only be a common noun or an adjective.
fn is_common_noun(token: &Token) -> bool {
    token.kind == Kind::Word
        && !token.capital
        && !token.is(Class::PREPOSITION
            .or(Class::AUXILIARY)
            .or(Class::COORDINATOR)
            .or(Class::SUBORDINATOR)
            .or(Class::VERB)
            .or(Class::CUE)
            .or(Class::RELATIVE)
            .or(Class::PRONOUN)
            .or(Class::ADVERB))
}
