//! A paragraph as words, with what stands between quotation marks masked as one token, so that
//! quoted words never serve as cue or speaker.

use std::ops::Range;

use super::block::Quoted;
use super::lexicon::{Class, class, class_of};
use crate::record::Span;
use crate::text::{self, BlockKind, Sentence, Text};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    /// The ''s' of a possessive, or the apostrophe after a plural.
    Possessive,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    /// The end of a sentence.
    Stop,
    /// A segment of the quotation with this number.
    Quote(usize),
    Other,
}

/// A word, a mark of punctuation or a masked quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub span: Span,
    pub kind: Kind,
    pub class: Class,
    /// Whether it starts with a capital.
    pub capital: bool,
}

impl Token {
    pub fn is(&self, classes: Class) -> bool {
        self.kind == Kind::Word && self.class.is(classes)
    }

    /// Whether it is a capitalised word that is no mere function word.
    pub fn is_name_part(&self) -> bool {
        self.kind == Kind::Word
            && self.capital
            && !self.class.is(Class::DETERMINER
                .or(Class::PREPOSITION)
                .or(Class::COORDINATOR)
                .or(Class::SUBORDINATOR)
                .or(Class::PRONOUN)
                .or(Class::AUXILIARY))
    }
}

/// The tokens of one block, divided into sentences.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub tokens: Vec<Token>,
    /// Token ranges of the sentences, in order.
    pub sentences: Vec<Range<usize>>,
}

impl Paragraph {
    /// The range of the sentence that holds token `at`.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let number = self.sentences.partition_point(|s| s.start <= at).saturating_sub(1);
        self.sentences.get(number).cloned().unwrap_or(0..self.tokens.len())
    }

    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub fn is(&self, at: usize, classes: Class) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(classes))
    }

    /// The span of a range of tokens.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let first = self.tokens[range.start].span;
        let last = self.tokens[range.end.max(range.start + 1) - 1].span;
        Span::new(first.start(), last.end())
    }

    /// Whether token `at` is the word `word`, in any case.
    pub fn word_is(&self, source: &str, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.span.of(source).eq_ignore_ascii_case(word))
    }
}

/// Reads block `number` of a text; `quotations` are all quotations of the text.
pub(super) fn read(text: &Text<'_>, number: usize, quotations: &[Quoted<'_>]) -> Paragraph {
    let block = &text.blocks[number];
    let content = block.content(text.source);
    // Quotations alone are read without the words of the whole text.
    let own;
    let words = if text.tokens.is_empty() {
        own = text::tokens_at(text.source, content);
        &own[..]
    } else {
        text.tokens_from(content.start())
    };
    // Mostly words; a mark here and there.
    let tokens = Vec::with_capacity(content.len() / 5);
    let mut reader = Reader {
        source: text.source,
        words,
        content,
        at: content.start(),
        ends: text.sentences.get(block.sentences.clone()).unwrap_or(&[]),
        furniture: block.kind == BlockKind::Furniture,
        paragraph: Paragraph { tokens, sentences: Vec::new() },
    };
    let mut next = quotations.partition_point(|q| q.outer.end() <= content.start());
    // A quotation over several paragraphs may have started long before.
    while next > 0 && quotations[next - 1].outer.end() > content.start() {
        next -= 1;
    }
    for (quotation, q) in quotations.iter().enumerate().skip(next) {
        if q.outer.start() >= content.end() {
            break;
        }
        let first = q.segments.partition_point(|s| s.end() <= content.start());
        for (index, segment) in q.segments.iter().enumerate().skip(first) {
            if segment.start() >= content.end() {
                break;
            }
            let start = if index == 0 { q.outer.start() } else { reader.mark_before(*segment) };
            let end = if index + 1 == q.segments.len() { q.outer.end() } else { segment.end() };
            if start < reader.at || start < content.start() || end > content.end() {
                continue;
            }
            reader.words(start);
            reader.quote(quotation, *segment, Span::new(start, end));
        }
    }
    reader.words(content.end());
    reader.finish()
}

struct Reader<'t> {
    source: &'t str,
    /// The tokens of the text from where the reader is, or some before.
    words: &'t [crate::text::Token],
    content: Span,
    at: usize,
    /// The sentences of the block from where the reader is.
    ends: &'t [Sentence],
    furniture: bool,
    paragraph: Paragraph,
}

impl Reader<'_> {
    /// Where the mark that reopens `segment` starts.
    fn mark_before(&self, segment: Span) -> usize {
        let from = self.at.max(self.content.start());
        let head = &self.source[from.min(segment.start())..segment.start()];
        let words = head.trim_end_matches(|c: char| !c.is_alphanumeric() && !".,!?".contains(c));
        from + words.len() + (head[words.len()..].len() - head[words.len()..].trim_start().len())
    }

    #[inline]
    fn push(&mut self, start: usize, end: usize, kind: Kind, class: Class, capital: bool) {
        let time = capital && class.is(Class::TIME);
        let class = if time { self.class_of_time(&self.source[start..end], class) } else { class };
        let span = Span::new(start, end);
        self.paragraph.tokens.push(Token { span, kind, class, capital });
    }

    /// What a capitalised word for a time is: 'Ann *Day*' and 'Theresa *May*' are people.
    fn class_of_time(&self, word: &str, class: Class) -> Class {
        let named = |last: &Token| last.capital && last.is(Class::NAME.or(Class::TITLE));
        let surname = matches!(word, "Day" | "March" | "May" | "Spring" | "Summer" | "Winter")
            && self.paragraph.tokens.last().is_some_and(named);
        match word {
            _ if surname => Class::NONE,
            "May" => Class::TIME.or(Class::WOMAN_NAME),
            _ => class,
        }
    }

    /// Adds a masked quotation; it may end the sentence.
    fn quote(&mut self, quotation: usize, segment: Span, outer: Span) {
        let words = segment.of(self.source);
        if self.is_nickname(words, outer) {
            self.push(outer.start(), outer.end(), Kind::Word, Class::NONE, true);
            self.at = outer.end();
            return;
        }
        self.push(outer.start(), outer.end(), Kind::Quote(quotation), Class::NONE, false);
        self.at = outer.end();
        let bare = words.trim_end_matches(['”', '’', '"', '\'', ')']);
        let rest = self.source[self.at..self.content.end()].trim_start();
        if bare.ends_with(['.', '!', '?', '…'])
            && rest.starts_with(|c: char| c.is_uppercase() || "“\"‘'".contains(c))
        {
            self.end_sentence();
        }
    }

    /// Whether quoted words are a nickname within a name: 'Bill “Chalky” Denham'.
    fn is_nickname(&self, words: &str, outer: Span) -> bool {
        let before = self.paragraph.tokens.last().is_some_and(|token| {
            token.is_name_part()
                && !token.is(Class::CUE.or(Class::TIME).or(Class::BODY).or(Class::TITLE))
                && token.span.end() + 1 == outer.start()
        });
        let after = self.source[outer.end()..self.content.end()].strip_prefix(' ');
        // '“Auntie Jo” Bexley, who'
        let opens = outer.start() == self.content.start()
            && words.split(' ').any(|word| class(word).is(Class::NAME))
            && after.is_some_and(|after| {
                let surname = after.find(|c: char| !c.is_alphanumeric() && c != '-');
                surname.is_some_and(|end| after[end..].starts_with(','))
            });
        (before || opens)
            && words.len() <= 24
            && words.split(' ').count() <= 2
            && words.split(' ').all(|w| w.starts_with(char::is_uppercase))
            && words.ends_with(char::is_alphabetic)
            && after.is_some_and(|after| after.starts_with(char::is_uppercase))
    }

    fn end_sentence(&mut self) {
        let start = self.paragraph.sentences.last().map_or(0, |s| s.end);
        let end = self.paragraph.tokens.len();
        if end > start {
            self.paragraph.sentences.push(start..end);
        }
    }

    /// Reads words and punctuation up to byte `until`.
    fn words(&mut self, until: usize) {
        let bytes = self.source.as_bytes();
        loop {
            self.plain_words(until);
            if self.at >= until {
                break;
            }
            let (start, byte) = (self.at, bytes[self.at]);
            match byte {
                b' ' | b'\n' | b'\t' | b'\r' => self.at += 1,
                b'a'..=b'z' | b'A'..=b'Z' => self.word(until),
                b'0'..=b'9' => {
                    let rest = &bytes[start..until];
                    let end = rest
                        .iter()
                        .position(|b| {
                            !(b.is_ascii_alphanumeric() || matches!(b, b'.' | b',' | b'%' | b':'))
                        })
                        .unwrap_or(rest.len());
                    let mut end = start + end;
                    while end > start + 1
                        && !bytes[end - 1].is_ascii_alphanumeric()
                        && bytes[end - 1] != b'%'
                    {
                        end -= 1;
                    }
                    self.at = end;
                    // '81-year-old'
                    while self.at + 1 < until
                        && bytes[self.at] == b'-'
                        && bytes[self.at + 1].is_ascii_alphanumeric()
                    {
                        self.at += 1;
                        while self.at < until && bytes[self.at].is_ascii_alphanumeric() {
                            self.at += 1;
                        }
                    }
                    // In 'a Year 6 pupil' the year is no time.
                    if let Some(year) = self.paragraph.tokens.last_mut()
                        && year.capital
                        && matches!(year.span.of(self.source), "Year" | "Years")
                    {
                        year.class = Class::NONE;
                    }
                    self.push(start, self.at, Kind::Number, Class::NONE, false);
                }
                b'.' | b'!' | b'?' => self.stop(until),
                b',' => self.punctuation(Kind::Comma, 1),
                b':' => self.punctuation(Kind::Colon, 1),
                b';' => self.punctuation(Kind::Semicolon, 1),
                b'(' | b'[' => self.punctuation(Kind::Open, 1),
                b')' | b']' => self.punctuation(Kind::Close, 1),
                b'-' => {
                    let dashes = bytes[start..until].iter().take_while(|b| **b == b'-').count();
                    self.punctuation(Kind::Dash, dashes);
                }
                b'\'' => self.possessive(1),
                b'&' => {
                    let end = self.source[start..until].find(';').filter(|&i| i < 8);
                    self.punctuation(Kind::Other, end.map_or(1, |i| i + 1));
                }
                0..=0x7F => self.punctuation(Kind::Other, 1),
                _ => {
                    let c = self.source[start..].chars().next().unwrap_or(' ');
                    match c {
                        '–' | '—' => self.punctuation(Kind::Dash, c.len_utf8()),
                        '’' => self.possessive(c.len_utf8()),
                        '…' => self.punctuation(Kind::Other, c.len_utf8()),
                        c if c.is_alphabetic() => self.word(until),
                        c if c.is_whitespace() => self.at += c.len_utf8(),
                        c => self.punctuation(Kind::Other, c.len_utf8()),
                    }
                }
            }
        }
        self.at = self.at.max(until);
    }

    fn punctuation(&mut self, kind: Kind, len: usize) {
        self.push(self.at, self.at + len, kind, Class::NONE, false);
        self.at += len;
    }

    /// The apostrophe after a plural, or a stray mark.
    fn possessive(&mut self, len: usize) {
        let glued = self
            .paragraph
            .tokens
            .last()
            .is_some_and(|t| t.kind == Kind::Word && t.span.end() == self.at);
        self.punctuation(if glued { Kind::Possessive } else { Kind::Other }, len);
    }

    /// A full stop, or the point of an abbreviation, which belongs to its word.
    fn stop(&mut self, until: usize) {
        let start = self.at;
        let bytes = self.source.as_bytes();
        self.at += 1;
        while self.at < until && matches!(bytes[self.at], b'.' | b'!' | b'?') {
            self.at += 1;
        }
        while let Some((sentence, rest)) = self.ends.split_first()
            && sentence.span.end() <= start
        {
            self.ends = rest;
        }
        let ends = !self.furniture
            && self.ends.first().is_some_and(|sentence| sentence.span.end() <= self.at + 6)
            && self.source[self.at..self.content.end()]
                .chars()
                .next()
                .is_none_or(|c| !c.is_alphanumeric());
        if ends {
            self.push(start, self.at, Kind::Stop, Class::NONE, false);
            self.end_sentence();
        } else if let Some(last) = self.paragraph.tokens.last_mut()
            && last.kind == Kind::Word
            && last.span.end() == start
        {
            last.span = Span::new(last.span.start(), self.at);
        } else {
            self.push(start, self.at, Kind::Other, Class::NONE, false);
        }
    }

    /// Adds the words that are tokens and nothing else, as most are, as long as they come.
    fn plain_words(&mut self, until: usize) {
        let bytes = &self.source.as_bytes()[..until];
        let mut at = self.at;
        let mut passed = 0;
        for token in self.words {
            let (start, end) = (token.start(), token.end());
            if start < at {
                passed += 1;
                continue;
            }
            if start != at || end > until || bytes[start].is_ascii_digit() {
                break;
            }
            let next = bytes.get(end);
            if !matches!(next, None | Some(b' ' | b',' | b'\n' | b';' | b':' | b')')) {
                break;
            }
            let capital = bytes[start].is_ascii_uppercase();
            self.push(start, end, Kind::Word, class_of(*token), capital);
            at = end + usize::from(next == Some(&b' '));
            passed += 1;
        }
        self.at = at;
        self.words = &self.words[passed..];
    }

    /// A word with its hyphens, and what an apostrophe adds to it.
    fn word(&mut self, until: usize) {
        let start = self.at;
        let rest = &self.source[start..until];
        let bytes = rest.as_bytes();
        let mut end = 0;
        while end < bytes.len() {
            let byte = bytes[end];
            if byte.is_ascii_alphanumeric() {
                end += 1;
            } else if byte >= 0x80 {
                let c = rest[end..].chars().next().unwrap_or(' ');
                if !c.is_alphabetic() {
                    break;
                }
                end += c.len_utf8();
            } else if byte == b'-'
                && end > 0
                && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric)
            {
                end += 1;
            } else if byte == b'.'
                && end > 0
                && (bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic))
                && (end == 1 || bytes[end - 2] == b'.')
            {
                // 'U.S', 'J.K'
                end += 1;
            } else {
                break;
            }
        }
        let word = &rest[..end];
        let tail = &rest[end..];
        let quote = if tail.starts_with('\'') {
            1
        } else if tail.starts_with('’') {
            '’'.len_utf8()
        } else if tail.starts_with("â€™") {
            "â€™".len()
        } else {
            0
        };
        let after = &tail[quote..];
        let suffix = if quote > 0 {
            after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len())
        } else {
            0
        };
        let capital = word.starts_with(char::is_uppercase);
        let mut class = class(word);
        if suffix == 0 {
            self.push(start, start + end, Kind::Word, class, capital);
            self.at = start + end;
            return;
        }
        let whole = end + quote + suffix;
        match &after[..suffix] {
            "s" | "S" if class.is(Class::PRONOUN.or(Class::RELATIVE)) || word == "there" => {
                self.push(start, start + end, Kind::Word, class, capital);
                self.push(start + end, start + whole, Kind::Word, Class::AUXILIARY, false);
            }
            "s" | "S" => {
                self.push(start, start + end, Kind::Word, class, capital);
                self.push(start + end, start + whole, Kind::Possessive, Class::NONE, false);
            }
            "re" | "ve" | "ll" | "d" | "m" => {
                self.push(start, start + end, Kind::Word, class, capital);
                self.push(start + end, start + whole, Kind::Word, Class::AUXILIARY, false);
            }
            "t" => {
                class = Class::AUXILIARY;
                self.push(start, start + whole, Kind::Word, class, capital);
            }
            // 'O'Malley'
            _ => self.push(start, start + whole, Kind::Word, class, capital),
        }
        self.at = start + whole;
    }

    fn finish(mut self) -> Paragraph {
        self.end_sentence();
        self.paragraph
    }
}
