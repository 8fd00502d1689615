//! What a grade is for: the judgements that stand before and after it, and how many.
//!
//! | in the text | judgements |
//! | --- | --- |
//! | '**behaviour** and **teaching** were good' | those before the verb |
//! | 'good for **leadership** and for its **help and protection**' | those after 'for', 'in', 'at' |
//! | 'outstanding **behaviour**' | the one that the grade stands before |
//! | 'inadequate in three of four categories' | none named, extent 3 of 4 |
//! | 'was rated good' | the provider as a whole |

use super::grades::{Form, GradeWords};
use super::judgements::JudgementWords;
use super::sentence::Sentence;
use super::words::Class;
use super::words::number;
use crate::record::{Extent, Span};

/// A judgement that a grade is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Linked {
    pub span: Span,
    pub overall: bool,
    /// The words of the table inside, for the key.
    pub core: Span,
}

/// What a grade is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scope {
    pub judgements: Vec<Linked>,
    pub extent: Option<Extent>,
    /// The text counts judgements without naming them.
    pub unnamed: bool,
    /// Where what belongs to the grade on its right ends.
    pub end: usize,
}

impl Scope {
    pub(super) fn is_empty(&self) -> bool {
        self.judgements.is_empty() && !self.unnamed
    }
}

/// Nouns that are counted when judgements are not named.
const COUNTED: &[&str] = &[
    "area",
    "areas",
    "aspect",
    "aspects",
    "categories",
    "category",
    "count",
    "counts",
    "criteria",
    "domain",
    "domains",
    "field",
    "fields",
    "judgement",
    "judgements",
    "key",
    "measure",
    "measures",
    "phases",
    "question",
    "questions",
    "respect",
    "respects",
    "subject",
    "theme",
    "themes",
    "standards",
    "inspection",
    "ratings",
    "disciplines",
    "strands",
    "test",
    "tests",
];

const ARTICLES: &[&str] = &[
    "the",
    "its",
    "their",
    "his",
    "her",
    "our",
    "a",
    "an",
    "all",
    "both",
    "each",
    "being",
    "how",
    "providing",
    "offering",
    "delivering",
];

/// What stands to the right of a grade and says what it is for.
pub(super) fn right(s: &Sentence<'_>, grade: &GradeWords) -> Scope {
    let mut at = s.past_marks(grade.end);
    let mut scope = Scope { end: at, ..Scope::default() };
    // 'met the standards relating to safeguarding', 'meeting requirements'
    if grade.form == Form::Met {
        let (list, end) = list_from(s, at);
        let bare = list.len() == 1
            && s.words[end - 1].any(&["standards"])
            && (end <= at + 2 || s.word(end).is_some_and(|w| w.any(&["in", "at", "during"])));
        // 'met all of the standards', 'failed to meet the standards in two areas'
        let whole = s.word(at).is_some_and(|w| w.any(&["all", "every"]));
        if !list.is_empty() && !bare {
            return Scope { judgements: list, end, ..scope };
        }
        for i in at..(at + 7).min(s.words.len()) {
            if s.words[i].any(&["standards", "requirements", "standard"]) {
                let (list, end) = match s.word(i + 1) {
                    Some(w) if w.any(&["for", "on", "in", "of"]) => list_from(s, i + 2),
                    _ => (Vec::new(), i + 1),
                };
                if !list.is_empty() {
                    return Scope { judgements: list, end, ..scope };
                }
                if s.words[i].any(&["standards"]) {
                    let extent = whole.then_some(Extent { count: None, of: None });
                    return Scope { extent, unnamed: true, end: i + 1, ..scope };
                }
                let span = s.words[i].span;
                let judgements = vec![Linked { span, overall: false, core: span }];
                return Scope { judgements, end: i + 1, ..scope };
            }
        }
        return scope;
    }
    if matches!(grade.form, Form::Outcome) || s.words[grade.first].plain.ends_with("-rated") {
        return scope;
    }
    if s.words[grade.first].any(&["outstandings", "goods", "inadequates"]) {
        return Scope { unnamed: true, ..scope };
    }
    // 'the verdict was', 'was reserved for'
    if s.word(at).is_some_and(|w| w.any(&["was", "were", "is"]))
        && s.word(at + 1).is_some_and(|w| w.any(&["reserved", "the", "given", "its"]))
    {
        at += 2;
    }
    // 'two “inadequate” grades', 'hand out “weak” grades'
    let before = s.before(s.before_marks(grade.first));
    let several = before.is_some_and(|w| number(&w.plain).is_some() || w.is("out"));
    if several
        && s.word(at).is_some_and(|w| w.any(&["grades", "ratings", "judgements"]))
        && !s.word(at + 1).is_some_and(|w| w.any(&["for", "in"]))
    {
        return Scope { unnamed: true, end: at + 1, ..scope };
    }
    // 'a good rating for', 'outstanding grades in'
    while s.word(at).is_some_and(|w| w.any(&["ofsted", "cqc", "estyn"]) || w.of(Class::RATING_NOUN))
        && at < grade.end + 4
    {
        at += 1;
    }
    at = s.past_marks(at);
    // 'good or adequate in seven of the nine areas'
    if s.word(at).is_some_and(|w| w.is("or"))
        && let Some(other) = s.grades.iter().find(|g| g.first == s.past_marks(at + 1))
        && s.word(s.past_marks(other.end)).is_some_and(|w| w.is("in"))
        && extent_from(s, s.past_marks(other.end) + 1).is_some_and(|(extent, _)| extent.is_some())
    {
        at = s.past_marks(other.end);
    }
    // 'got sixes – the highest grade – for its staff'
    if let Some(stand_in) = s.grades.iter().find(|g| g.form == Form::StandIn && g.first > at)
        && stand_in.first <= at + 2
        && s.words[at].any(&["–", "—", "-", "(", ","])
        && s.word(stand_in.end).is_some_and(|w| w.any(&["–", "—", "-", ")", ","]))
        && s.word(stand_in.end + 1).is_some_and(|w| w.any(&["for", "in"]))
    {
        at = stand_in.end + 1;
    }
    // 'rated good or better in all areas'
    if s.word(at).is_some_and(|w| w.is("or"))
        && s.word(at + 1).is_some_and(|w| w.any(&["better", "above", "higher"]))
    {
        at += 2;
    }
    // 'the lowest score, poor, in three of four tests'
    if s.word(at).is_some_and(|w| w.is(","))
        && s.word(at + 1).is_some_and(|w| w.is("in"))
        && extent_from(s, at + 2).is_some()
    {
        at += 1;
    }
    // 'its only outstanding rating, for being caring, in 2017', 'went to good, in how it responds'
    if s.word(at).is_some_and(|w| w.is(","))
        && s.word(at + 1).is_some_and(|w| w.any(&["for", "in"]))
    {
        let (list, end) = list_from(s, at + 2);
        let closed = s.word(end).is_none_or(|w| w.any(&[",", "."]));
        let how = s.word(at + 2).is_some_and(|w| w.is("how"));
        at += usize::from(!list.is_empty() && closed || how);
    }
    // 'graded six – excellent – for', 'a five (very good) for'
    let number_before = grade.first.checked_sub(2).is_some_and(|i| {
        s.words[i + 1].any(&["–", "—", "-", "(", ","]) && number(&s.words[i].plain).is_some()
            // 'a grade of 2, or weak,'
            || i > 0
                && s.words[i + 1].is("or")
                && s.words[i].is(",")
                && number(&s.words[i - 1].plain).is_some()
    });
    if number_before
        && s.word(at).is_some_and(|w| w.any(&["–", "—", "-", ")", ","]))
        && s.word(at + 1).is_some_and(|w| w.any(&["for", "in"]))
    {
        at += 1;
    }
    // 'a “strong” contribution to meeting skills needs'
    if s.word(at).is_some_and(|w| w.is("contribution"))
        && let Some(judgement) = s.judgement_at(at)
    {
        scope.judgements.push(linked(s, judgement.first, judgement.end, judgement.core, false));
        scope.end = judgement.end;
        return scope;
    }
    // 'outstanding behaviour', 'outstanding features in early years'
    let features = s.word(at).is_some_and(|w| w.any(&["features", "aspects", "elements"]));
    let only = usize::from(features && s.word(at + 1).is_some_and(|w| w.is("only")));
    if features && s.word(at + 1 + only).is_some_and(|w| w.any(&["in", "for"])) {
        let (list, end) = list_from(s, at + 2 + only);
        // 'good with outstanding features in three areas'
        if list.is_empty()
            && let Some((extent, end)) = extent_from(s, at + 2 + only)
        {
            return Scope { extent, unnamed: true, end, ..scope };
        }
        return Scope { judgements: list, end, ..scope };
    }
    if at == s.past_marks(grade.end)
        && let Some(judgement) = s.judgement_at(at)
        && !judgement.overall
    {
        scope.judgements.push(linked(s, judgement.first, judgement.end, judgement.core, false));
        scope.end = judgement.end;
        return scope;
    }
    if s.word(at).is_some_and(|w| w.any(&["overall"])) {
        scope.judgements.push(overall(s, at));
        at += 1;
        scope.end = at;
        let and_for = s.word(at).is_some_and(|w| w.is("and"))
            && s.word(at + 1).is_some_and(|w| w.any(&["for", "in", "on"]));
        if !and_for {
            return scope;
        }
        at += 1;
    }
    if s.word(at).is_some_and(|w| w.is("across"))
        && s.word(at + 1).is_some_and(|w| w.is("the"))
        && s.word(at + 2).is_some_and(|w| w.is("board"))
    {
        return all(at + 3);
    }
    // 'the verdict on X School in each of the eight areas'
    if s.word(at).is_some_and(|w| w.any(&["on", "at", "for", "to", "of"])) {
        let mut name = at + 1;
        while s.word(name).is_some_and(|w| w.any(&["the", "its", "a"])) {
            name += 1;
        }
        if let Some(mention) = s.mentions.iter().find(|m| m.first == name)
            && s.word(mention.end).is_some_and(|w| w.any(&["in", "for", "across"]))
        {
            at = mention.end;
        }
    }
    // 'graded good by Ofsted for leadership'
    if s.word(at).is_some_and(|w| w.is("by")) {
        let by = if s.word(at + 1).is_some_and(|w| w.is("the")) { at + 2 } else { at + 1 };
        let gives = s.word(by).is_some_and(|w| w.of(Class::INSPECTOR));
        if gives && s.word(by + 1).is_some_and(|w| w.any(&["for", "in", "across"])) {
            at = by + 1;
        }
    }
    if let Some((judgements, end)) = counted_and_named(s, at) {
        return Scope { judgements, end, ..scope };
    }
    // 'adequate in a further three'
    if s.word(at).is_some_and(|w| w.is("in"))
        && s.word(at + 1).is_some_and(|w| w.any(&["a", "another"]))
        && let count = at + if s.words[at + 1].is("a") { 3 } else { 2 }
        && (s.words[at + 1].is("another") || s.word(at + 2).is_some_and(|w| w.is("further")))
        && s.word(count).is_some_and(|w| number(&w.plain).is_some_and(|n| n < 10))
    {
        return Scope { unnamed: true, end: count + 1, ..scope };
    }
    // 'requires improvement in two'
    if s.word(at).is_some_and(|w| w.is("in"))
        && s.word(at + 1).is_some_and(|w| number(&w.plain).is_some_and(|n| n < 10))
        && s.word(at + 2).is_none_or(|w| w.any(&[".", ",", ";", "and", "is", "was"]))
    {
        return Scope { unnamed: true, end: at + 2, ..scope };
    }
    // 'good in the others', 'in the remaining two'
    let others = s.word(at).is_some_and(|w| w.any(&["in", "for"]))
        && s.word(at + 1).is_some_and(|w| w.is("the"))
        && s.word(at + 2).is_some_and(|w| w.any(&["others", "other", "rest", "remaining"]))
        && !s.word(at + 3).is_some_and(|w| w.is("of"))
        && (s.words[at + 2].any(&["others", "rest"])
            || s.word(at + 3).is_some_and(|w| number(&w.plain).is_some()))
        && (s.words[at + 2].any(&["others", "rest"])
            || s.words[at + 2..].iter().take(3).any(|w| w.mark || w.any(COUNTED)));
    if others {
        return Scope { unnamed: true, end: at + 3, ..scope };
    }
    let preposition = s.word(at).is_some_and(|w| {
        w.any(&["for", "in", "at", "on", "across", "throughout", "against", "regarding", "under"])
    });
    if !preposition {
        return scope;
    }
    // 'requires improvement in relation to care leavers'
    if s.word(at).is_some_and(|w| w.is("in"))
        && s.word(at + 1).is_some_and(|w| w.any(&["relation", "respect", "terms"]))
        && s.word(at + 2).is_some_and(|w| w.any(&["to", "of"]))
    {
        let (list, end) = list_from(s, at + 3);
        return if list.is_empty() { scope } else { Scope { judgements: list, end, ..scope } };
    }
    // 'was not safe, caring or well-led, and inadequate in all three'
    if let Some((judgements, end)) = back_to(s, at, grade.first) {
        return Scope { judgements, end, ..scope };
    }
    // 'for everything', 'for everything bar its sixth form'
    if s.word(at + 1).is_some_and(|w| w.is("everything")) {
        let but = s.word(at + 2).is_some_and(|w| w.any(&["bar", "but", "except", "apart", "else"]));
        let extent = (!but).then_some(Extent { count: None, of: None });
        return Scope { extent, unnamed: true, end: at + 2, ..scope };
    }
    if let Some((extent, end)) = extent_from(s, at + 1) {
        let end = past_looked_at(s, end);
        // 'good in three areas: leadership, behaviour and teaching'
        let opens = s.word(end).is_some_and(|w| w.any(&[":", ",", "–", "-", "("]));
        if opens && !scope.judgements.iter().any(|j| j.overall) {
            let (list, list_end) = list_from(s, end + 1);
            if !list.is_empty() && (s.word(end).is_some_and(|w| w.is(":")) || list.len() > 1) {
                return Scope { judgements: list, end: list_end, ..scope };
            }
        }
        return Scope { extent, unnamed: true, end, judgements: scope.judgements };
    }
    let (list, end) = list_from(s, at + 1);
    if !list.is_empty() {
        scope.judgements.extend(list);
        scope.end = one_more(s, end, &mut scope.judgements);
        return scope;
    }
    if let Some((first, end)) = unknown(s, at) {
        let span = s.words[first].span.to(s.words[end - 1].span);
        scope.judgements.push(Linked { span, overall: false, core: span });
        scope.end = end;
        // 'at keeping people safe and for leadership'
        let goes_on = s.word(end).is_some_and(|w| w.any(&["and", ","]))
            && s.word(end + 1).is_some_and(|w| w.any(&["for", "in", "at"]));
        if goes_on {
            let (list, list_end) = list_from(s, end + 2);
            if !list.is_empty() {
                scope.judgements.extend(list);
                scope.end = list_end;
            }
        }
    }
    scope
}

/// 'in three of the five areas **it looks at** – safe, effective and well-led': over what tells who
/// looks, before the names.
fn past_looked_at(s: &Sentence<'_>, end: usize) -> usize {
    let mark = (end..end + 7).find(|&i| s.word(i).is_some_and(|w| w.mark)).unwrap_or(end);
    let opens = s.word(mark).is_some_and(|w| w.any(&[":", "–", "-", "("]));
    if opens && is_looked_at(s, end, mark) { mark } else { end }
}

/// Whether the words tell that somebody looks at what is counted: 'inspectors looked at'.
fn is_looked_at(s: &Sentence<'_>, from: usize, to: usize) -> bool {
    let looks = [
        "look",
        "looks",
        "looked",
        "assess",
        "assesses",
        "assessed",
        "inspects",
        "inspected",
        "examines",
        "examined",
        "checks",
        "checked",
        "measures",
    ];
    s.any_in(from, to, &looks)
}

/// 'poor **in two – safety and activity –**', 'good **in a third, respect**': the judgements that a
/// bare number counts before their names.
fn counted_and_named(s: &Sentence<'_>, preposition: usize) -> Option<(Vec<Linked>, usize)> {
    if !s.word(preposition)?.any(&["in", "for", "at"]) {
        return None;
    }
    let article = usize::from(s.word(preposition + 1)?.is("a"));
    let counter = s.word(preposition + 1 + article)?;
    let ordinal = article == 1 && counter.any(&["second", "third", "fourth", "fifth", "further"]);
    if !(article == 0 && number(&counter.plain).is_some_and(|n| n < 10) || ordinal) {
        return None;
    }
    let mark = preposition + 2 + article;
    if !s.word(mark)?.any(&["-", "–", "—", ":", "(", ","]) {
        return None;
    }
    let (list, end) = list_from(s, mark + 1);
    let agrees = ordinal || number(&counter.plain) == u32::try_from(list.len()).ok();
    (!list.is_empty() && agrees).then(|| {
        let closed = s.word(end).is_some_and(|w| w.any(&["-", "–", "—", ")"]));
        (list, end + usize::from(closed))
    })
}

/// The judgements that 'in all three', 'for both' after a grade go back to: so many of them stand
/// before it in the sentence.
fn back_to(s: &Sentence<'_>, preposition: usize, grade: usize) -> Option<(Vec<Linked>, usize)> {
    let mut at = preposition + 1;
    let both = s.word(at)?.is("both");
    let count = if both {
        2
    } else if s.word(at)?.is("all") {
        at += 1;
        number(&s.word(at)?.plain)?
    } else {
        return None;
    };
    let ends = s.word(at + 1).is_none_or(|w| w.mark || w.any(&["and", "but", "after"]));
    let before: Vec<&JudgementWords> = s
        .judgements
        .iter()
        .filter(|j| j.end <= grade && j.end + 40 > grade && !j.overall)
        .collect();
    (ends && before.len() == count as usize).then(|| {
        let list = before.iter().map(|j| linked(s, j.first, j.end, j.core, false));
        (list.collect(), at + 1)
    })
}

/// Takes in what the same grade is given for again: 'an inadequate grade for leadership, **another
/// for behaviour** and **a third for teaching**'; says where that ends.
fn one_more(s: &Sentence<'_>, from: usize, judgements: &mut Vec<Linked>) -> usize {
    let mut end = from;
    loop {
        let mut at = end;
        while at < end + 8
            && s.word(at).is_some_and(|w| {
                !w.any(&["another", "a", ".", ";", "but"]) && s.grades.iter().all(|g| g.first != at)
            })
        {
            at += 1;
        }
        let again = if s.word(at).is_some_and(|w| w.is("another")) {
            at + 1
        } else if s.word(at).is_some_and(|w| w.is("a"))
            && s.word(at + 1).is_some_and(|w| w.any(&["second", "third", "fourth"]))
        {
            at + 2
        } else {
            return end;
        };
        if !s.word(again).is_some_and(|w| w.is("for")) {
            return end;
        }
        let (list, list_end) = list_from(s, again + 1);
        if list.is_empty() {
            return end;
        }
        judgements.extend(list);
        end = list_end;
    }
}

fn all(end: usize) -> Scope {
    let extent = Some(Extent { count: None, of: None });
    Scope { extent, unnamed: true, end, judgements: Vec::new() }
}

fn overall(s: &Sentence<'_>, at: usize) -> Linked {
    let span = s.words[at].span;
    Linked { span, overall: true, core: span }
}

fn linked(
    s: &Sentence<'_>,
    first: usize,
    end: usize,
    core: (usize, usize),
    overall: bool,
) -> Linked {
    let span = s.words[first].span.to(s.words[end - 1].span);
    let core = s.words[core.0].span.to(s.words[core.1 - 1].span);
    Linked { span, overall, core }
}

/// The judgements listed from the word `at` on, and where the list ends.
pub(super) fn list_from(s: &Sentence<'_>, at: usize) -> (Vec<Linked>, usize) {
    let mut list: Vec<Linked> = Vec::new();
    let (mut at, mut end) = (past_whether(s, at), at);
    loop {
        // Articles, 'being', 'how', repeated prepositions.
        let mut steps = 0;
        while steps < 5
            && s.judgement_at(at).is_none()
            && s.word(at).is_some_and(|w| {
                w.any(ARTICLES)
                    || w.is_quotation_mark()
                    || (!list.is_empty() && w.any(&["for", "in", "of", "on", "at", "to", "with"]))
            })
        {
            at += 1;
            steps += 1;
        }
        // 'how well-led it is'
        let Some(judgement) = s.judgement_at(at) else { break };
        list.push(linked(s, judgement.first, judgement.end, judgement.core, judgement.overall));
        at = s.past_marks(judgement.end);
        if s.word(at).is_some_and(|w| w.is("it")) && s.word(at + 1).is_some_and(|w| w.is("is")) {
            at += 2;
        }
        end = at;
        let mut joined = false;
        while s.word(at).is_some_and(|w| w.any(&[",", "and", "or", "&", "plus", "also"])) {
            joined = true;
            at += 1;
        }
        // 'inadequate for leadership, with behaviour requiring improvement'
        if s.word(at).is_some_and(|w| w.is("with")) {
            break;
        }
        if s.word(at).is_some_and(|w| w.is("as"))
            && s.word(at + 1).is_some_and(|w| w.is("well"))
            && s.word(at + 2).is_some_and(|w| w.is("as"))
        {
            joined = true;
            at += 3;
        }
        if !joined {
            break;
        }
    }
    // A judgement that a verb follows is the subject of the next clause: 'good for leadership,
    // and teaching was good'.
    if list.len() > 1
        && (s.is_copula(end) || s.grades.iter().any(|g| g.first == end && g.form == Form::Verb))
    {
        let last = s.judgements.iter().find(|j| j.end == end);
        if let Some(last) = last {
            end = last.first;
            list.pop();
        }
    }
    (list, end)
}

/// 'for **whether its services were** safe and well-led', 'how **the home was** led': the words
/// before what is judged.
fn past_whether(s: &Sentence<'_>, at: usize) -> usize {
    if !s.word(at).is_some_and(|w| w.is("whether")) {
        return at;
    }
    let verb = (at + 1..at + 5).find(|&i| s.is_copula(i));
    verb.filter(|&verb| s.judgement_at(verb + 1).is_some()).map_or(at, |verb| verb + 1)
}

/// 'three of four categories', 'all areas', 'every area inspectors looked at', 'four areas';
/// the extent is `None` where only a part is counted.
pub(super) fn extent_from(s: &Sentence<'_>, at: usize) -> Option<(Option<Extent>, usize)> {
    let first = at;
    let mut at = at;
    let mut count = None;
    let mut total = None;
    let mut whole = false;
    let mut exception = false;
    let mut steps = 0;
    while let Some(word) = s.word(at) {
        // 'all four "healthy prison tests"'
        if word.is_quotation_mark() && s.word(at + 1).is_some_and(|w| w.any(&["healthy", "key"])) {
            at += 1;
            continue;
        }
        // 'good in four out of five.'
        // and 'good in all five'
        if word.mark && total.is_some() && (count.is_some() || whole) {
            let extent = Some(Extent { count, of: total.filter(|_| !whole) });
            return Some((extent, at));
        }
        if steps > 9 || (word.mark && !word.is("'")) {
            return None;
        }
        steps += 1;
        if word.any(&["all", "every", "each", "both"]) {
            whole = true;
        } else if word.any(&["but", "bar"]) && whole {
            exception = true;
        } else if let Some(n) = number(&word.plain) {
            if count.is_none() && !whole {
                count = Some(n);
            } else {
                total = Some(n);
            }
        } else if word.is("inspection")
            && count == Some(1)
            && !s.word(at + 1).is_some_and(|w| w.any(COUNTED))
        {
            // 'from inadequate to good in one inspection'
            return None;
        } else if word.is("them")
            && count.is_some()
            && s.words[at - 1].is("of")
            && s.before(first).is_some_and(|w| w.any(&["in", "for", "at"]))
        {
            // 'graded in nine areas: it was good in two of them'
            return Some((None, at + 1));
        } else if word.any(COUNTED) {
            break;
        } else if !word.any(&[
            "out",
            "of",
            "the",
            "its",
            "their",
            "other",
            "main",
            "key",
            "these",
            "those",
            "single",
            "possible",
            "inspected",
            "individual",
            "separate",
            "different",
            "graded",
            "sub",
            "healthy",
            "prison",
            "inspection",
            "four-",
            "ofsted's",
            "watchdog's",
            "cqc's",
            "area",
            "council's",
        ]) {
            return None;
        }
        at += 1;
    }
    s.word(at)?;
    if count.is_none() && !whole {
        return None;
    }
    while s.word(at).is_some_and(|w| w.any(COUNTED)) {
        at += 1;
    }
    at = s.past_marks(at);
    if s.word(at).is_some_and(|w| w.any(&["bar", "but", "except", "apart"])) {
        exception = true;
    }
    let extent = match (count, total) {
        _ if exception => None,
        _ if whole => Some(Extent { count: None, of: None }),
        (Some(count), Some(of)) => Some(Extent { count: Some(count), of: Some(of) }),
        _ => None,
    };
    Some((extent, at))
}

/// A judgement that no table knows, after 'for' or 'at': 'at keeping people safe', 'for the way
/// it looks after its people'.
fn unknown(s: &Sentence<'_>, preposition: usize) -> Option<(usize, usize)> {
    let mut first = preposition + 1;
    let word = s.word(first)?;
    let gerund = |at: usize| {
        s.word(at).is_some_and(|w| {
            w.plain.ends_with("ing")
                && w.plain.len() > 5
                && !w.capital
                && !w.any(&["during", "morning", "evening"])
        })
    };
    match &*s.words[preposition].plain {
        "at" if gerund(first) => {}
        // 'adequate in the way in which it treats its workforce'
        "in" | "at" if word.is("the") && s.word(first + 1).is_some_and(|w| w.is("way")) => {
            first += 1
        }
        "in" | "at" if word.is("how") => {}
        "for" if gerund(first) => {}
        "for" if word.any(&["the", "its", "their", "how"]) => {
            if word.any(&["the", "its", "their"]) {
                first += 1;
            }
            let noun = s.word(first)?;
            // 'for the first time', 'for its pupils' are no judgements.
            if !(noun.any(&[
                "way",
                "rest",
                "quality",
                "effectiveness",
                "support",
                "work",
                "provision",
                "care",
            ]) || word.is("how"))
            {
                return None;
            }
        }
        "for" if word.any(&["children", "pupils", "learners", "young", "work", "provision"]) => {}
        _ => return None,
    }
    let mut end = first;
    while let Some(word) = s.word(end) {
        let stops = word.mark
            || word.is("after")
                && end > first
                && !s.words[end - 1].any(&["look", "looks", "looking"])
            || word.any(&[
                "in",
                "by",
                "when",
                "following",
                "but",
                "while",
                "at",
                "during",
                "said",
                "which",
                "since",
                "under",
                "because",
            ]) && end > first
                // 'the way in which'
                && !(word.is("in") && s.word(end + 1).is_some_and(|w| w.is("which")))
                && !(word.is("which") && s.words[end - 1].is("in"))
            || (word.is("and") && s.grades.iter().any(|g| g.first > end && g.first <= end + 3))
            || (word.is("and") && s.word(end + 1).is_some_and(|w| w.any(&["for", "in", "at"])))
            || s.grades.iter().any(|g| g.first == end);
        if stops || end - first > 12 {
            break;
        }
        end += 1;
    }
    while end > first && s.words[end - 1].any(&["and", "or", "the"]) {
        end -= 1;
    }
    (end > first).then_some((first, end))
}

/// What stands to the left of a grade and says what it is for; `verb` is the word that governs
/// the grade, `floor` the end of what belongs to the grade before.
pub(super) fn left(s: &Sentence<'_>, grade: &GradeWords, verb: usize, floor: usize) -> Scope {
    for cursor in [grade.first, verb] {
        if let Some(scope) = ending_at(s, cursor, floor) {
            return scope;
        }
    }
    if let Some(scope) = relative(s, verb, floor).or_else(|| shared_subject(s, verb, floor)) {
        return scope;
    }
    // 'The ratings for how effective and responsive it is have been reduced'
    let start = s.clause_start(grade.first).min(floor.max(s.clause_start(verb)));
    let from = start.max(floor);
    for at in from..verb.min(s.words.len()) {
        if s.words[at].of(Class::RATING_NOUN)
            && s.word(at + 1).is_some_and(|w| w.any(&["for", "on", "of", "in"]))
        {
            let (list, end) = list_from(s, at + 2);
            if !list.is_empty() {
                return Scope { judgements: list, end, ..Scope::default() };
            }
        }
    }
    // 'everything else is good'
    if let Some(rest) = (from..verb.min(s.words.len())).find(|&i| s.words[i].is("else"))
        && s.any_in(rest.saturating_sub(1), rest, &["everything"])
    {
        return Scope { unnamed: true, end: grade.first, ..Scope::default() };
    }
    // 'The other areas require improvement', 'the remaining two categories are good'
    let mut others = from;
    while s.word(others).is_some_and(|w| w.any(&["the", "its", "and", ","])) {
        others += 1;
    }
    if s.word(others).is_some_and(|w| w.any(&["other", "remaining"])) {
        let counted = usize::from(s.word(others + 1).is_some_and(|w| number(&w.plain).is_some()));
        let noun = others + 1 + counted;
        let follows = noun < verb + 1
            && s.word(noun + 1).is_some_and(|w| {
                noun + 1 == grade.first || s.is_copula(noun + 1) || w.any(&["all", "both"])
            });
        if s.word(noun).is_some_and(|w| w.any(COUNTED)) && follows {
            return Scope { unnamed: true, end: grade.first, ..Scope::default() };
        }
    }
    // 'All four areas of its work were', 'Four of its six areas met'
    let mut opening = from;
    while s.word(opening).is_some_and(|w| w.is("of") || w.is(",")) {
        opening += 1;
    }
    if let Some((extent, end)) = extent_from(s, opening)
        && (end == verb
            || s.word(end).is_some_and(|w| w.is("of"))
            // 'All of the areas it examined were inadequate'
            || end + 5 > verb && is_looked_at(s, end, verb))
        && end <= grade.first
    {
        // 'all judgements were inadequate apart from care leavers'
        let but = s.word(s.past_marks(grade.end));
        let but = but.is_some_and(|w| w.any(&["apart", "except", "bar", "excluding"]));
        let extent = extent.filter(|extent| !(but && extent.count.is_none()));
        return Scope { extent, unnamed: true, end, judgements: Vec::new() };
    }
    // 'On leadership, the verdict was'; 'For care leavers, who ..., it was'
    let from = if floor == 0 && s.words[0].any(&["on", "for", "in"]) { 0 } else { from };
    if s.word(from).is_some_and(|w| w.any(&["on", "for", "in"])) {
        if let Some((extent, end)) = extent_from(s, from + 1)
            && s.word(end).is_some_and(|w| w.is(","))
        {
            return Scope { extent, unnamed: true, end, judgements: Vec::new() };
        }
        let (list, end) = list_from(s, from + 1);
        if !list.is_empty() && s.word(end).is_some_and(|w| w.is(",")) {
            return Scope { judgements: list, end, ..Scope::default() };
        }
    }
    Scope::default()
}

/// 'its **sixth form**, which is', '**behaviour** and **attendance**, each of which was', '**how caring
/// it is**, for which it remains': the judgements that a clause after a comma is about.
fn relative(s: &Sentence<'_>, verb: usize, floor: usize) -> Option<Scope> {
    let mut at = verb;
    while at > floor
        && at + 6 > verb
        && (s.is_copula(at - 1)
            || s.words[at - 1].of(Class::INSPECTOR)
            || s.words[at - 1].any(&[
                "it", "they", "now", "still", "also", "again", "both", "all", "had", "has", "the",
            ]))
    {
        at -= 1;
    }
    let which = at.checked_sub(1).filter(|&i| s.words[i].is("which"))?;
    let mut comma = which.checked_sub(1)?;
    let whole = s.words[comma].is("of")
        && s.any_in(comma.saturating_sub(1), comma, &["each", "all", "both"]);
    if whole {
        comma = comma.checked_sub(2)?;
    } else if s.words[comma].any(&["for", "in", "at"]) {
        comma -= 1;
    }
    if !s.words[comma].is(",") || comma < floor {
        return None;
    }
    // 'requires improvement for its sixth form, which was good' speaks of that again.
    let again = s.judgement_before(comma).map_or(floor, |j| j.first.min(floor));
    let mut scope = ending_at(s, comma, again)?;
    // 'teaching and the sixth form, which is good': the one beside the comma.
    let one = !whole && s.any_in(which + 1, verb + 1, &["is", "was", "has", "had"]);
    if one && scope.judgements.len() > 1 {
        scope.judgements.drain(..scope.judgements.len() - 1);
    }
    (!scope.judgements.is_empty()).then_some(Scope { end: verb, ..scope })
}

/// '**Caring** and **responsive** were not looked at and are still rated good': the judgements that
/// lead the clause, whose second verb gives the grade.
fn shared_subject(s: &Sentence<'_>, verb: usize, floor: usize) -> Option<Scope> {
    let mut at = verb;
    while at > floor.max(1)
        && (s.is_copula(at - 1)
            || s.words[at - 1].any(&["still", "now", "also", "all", "both", "so", "has", "have"]))
    {
        at -= 1;
    }
    let joined = at.checked_sub(1).filter(|&i| s.words[i].any(&["and", "but", "so"]))?;
    let verbs = s.is_copula(at) || s.words[at].any(&["has", "have"]);
    let start = s.clause_start(joined.checked_sub(1)?);
    let first = (start..joined).rev().take(16).rfind(|&i| s.is_copula(i))?;
    let scope = ending_at(s, first, 0).or_else(|| relative(s, first, 0))?;
    // Another subject between the two would be whose grade it is.
    let between = first..joined;
    let other = s.judgements.iter().any(|j| between.contains(&j.first))
        || s.mentions.iter().any(|m| between.contains(&m.first));
    (verbs && !scope.judgements.is_empty() && !other).then_some(Scope { end: verb, ..scope })
}

/// The list of judgements that ends before `cursor`, over auxiliaries, adverbs, and what names the
/// provider between.
fn ending_at(s: &Sentence<'_>, cursor: usize, floor: usize) -> Option<Scope> {
    let mut at = cursor;
    let mut steps = 0;
    loop {
        if at <= floor || steps > 40 {
            return None;
        }
        steps += 1;
        if let Some(judgement) = s.judgement_before(at).filter(|j| j.first >= floor) {
            // 'all of those standards were met'
            if judgement.end == judgement.first + 1
                && let Some(scope) = counted_before(s, at, floor)
            {
                return Some(scope);
            }
            let mut list =
                vec![linked(s, judgement.first, judgement.end, judgement.core, judgement.overall)];
            let mut first = judgement.first;
            // The judgements before it in the list.
            loop {
                let mut back = first;
                let mut joined = false;
                while back > floor {
                    let word = &s.words[back - 1];
                    if word.any(&[",", "and", "or", "&"]) {
                        joined = true;
                    } else if word.is_quotation_mark() {
                        // “behaviour” and “teaching”
                    } else if word.is("as") && s.words[back.saturating_sub(2)].is("well") {
                        // 'leadership, as well as behaviour, was'
                        joined = true;
                        back = back.saturating_sub(2).max(floor + 1);
                    } else if !(word.any(&[
                        "the", "its", "of", "for", "their", "both", "in", "being", "on", "to",
                        "those",
                    ])) {
                        break;
                    }
                    back -= 1;
                }
                let before = s.judgement_before(back).filter(|j| j.first >= floor);
                match before {
                    Some(before) if joined => {
                        list.push(linked(s, before.first, before.end, before.core, before.overall));
                        first = before.first;
                    }
                    _ => break,
                }
            }
            list.reverse();
            // 'the head of early years was rated': not what is judged.
            if s.before(first).is_some_and(|w| w.any(&["head", "manager", "director"])) {
                return None;
            }
            return Some(Scope { judgements: list, end: cursor, ..Scope::default() });
        }
        if let Some(scope) = counted_before(s, at, floor) {
            return Some(scope);
        }
        let word = &s.words[at - 1];
        // 'behaviour at the school was', 'in Denborough were'
        if let Some(mention) = s.mention_before(at) {
            let mut first = mention.first;
            while first > floor && s.words[first - 1].any(&["the", "its", "their", "this"]) {
                first -= 1;
            }
            if first > floor && s.words[first - 1].any(&["at", "of", "in", "across", "for", "on"]) {
                at = first - 1;
                continue;
            }
            return None;
        }
        // 'has gone up two grades to good'
        let steps = number(&word.plain).is_some()
            && s.word(at)
                .is_some_and(|w| w.any(&["grade", "grades", "notch", "notches", "places"]));
        // 'behaviour was the only area that was good'
        let only = word.is("that") && at >= 2 && s.words[at - 2].any(&["area", "one", "category"]);
        let light = word.is_quotation_mark()
            || only
            || steps
            || s.is_copula(at - 1)
            || word.of(Class::MOVING_VERB)
            || word.of(Class::GIVING_VERB) && !word.is("with")
            || word.plain.ends_with("ly") && word.plain.len() > 4
            || word.any(&[
                "as",
                "to",
                "a",
                "an",
                "the",
                "all",
                "each",
                "both",
                "also",
                "now",
                "still",
                "again",
                "only",
                "just",
                "however",
                "has",
                "have",
                "had",
                "having",
                "judged",
                "rated",
                "graded",
                "found",
                "deemed",
                "given",
                "marked",
                "awarded",
                "down",
                "up",
                "from",
                "not",
                "therefore",
                "separately",
                "too",
                "moved",
                "slipped",
                "fell",
                "dropped",
                "improved",
                "gone",
                "went",
                "risen",
                "rose",
                "at",
                "areas",
                "area",
                "domains",
                "domain",
                "categories",
                "standards",
                "assessed",
                "handed",
                "declared",
                "considered",
                "where",
                "they",
                "said",
                "which",
                "remaining",
                "reduced",
                "grade",
                "grades",
                "one",
                "getting",
                "receiving",
                "raised",
                "upgraded",
                "downgraded",
                "there",
                "found",
                "–",
                ",",
                "further",
                "support",
                "provision",
                "judgement",
                "judgements",
                "-",
                ":",
                "puts",
                "dragged",
                "took",
                "suffered",
                "tumble",
                "fall",
                "plunge",
                "two-grade",
                "one-grade",
                "did",
                "so",
                "notches",
                "places",
                "gone",
            ]);
        if !light {
            return None;
        }
        // A comma before the verb closes a clause put in: 'care leavers, who ..., were'
        if word.is(",") {
            at = aside_start(s, at, floor).unwrap_or(at - 1);
            continue;
        }
        at -= 1;
    }
}

/// Where a clause put in before the comma at `at - 1` begins: 'care leavers, **who had none last
/// time,** were', 'education, **run by a charity,** was'.
fn aside_start(s: &Sentence<'_>, at: usize, floor: usize) -> Option<usize> {
    let open = (floor..at - 1).rev().take(20).find(|&i| s.words[i].is(","))?;
    let as_well = s.words[open + 1].is("as") && s.word(open + 2).is_some_and(|w| w.is("well"));
    // ', and the sixth form,', ', and those of care leavers,' go on with the list.
    let listed = s.judgements.iter().any(|j| {
        (open + 1..open + 5).contains(&j.first)
            && s.words[(open + 2).min(j.first)..j.first]
                .iter()
                .all(|w| w.any(&["and", "the", "its", "their", "those", "of", "on", "for"]))
    });
    let opener = s.words[open + 1].any(&[
        "who",
        "which",
        "where",
        "including",
        "among",
        "and",
        "as",
        "though",
        "although",
        "by",
    ]);
    let judged = s.judgement_before(open).is_some();
    (!as_well && !listed && (opener || judged)).then_some(open)
}

/// 'all four areas of its work', 'of the four judgements, three', 'one of the three area
/// judgements' before the word `at`.
fn counted_before(s: &Sentence<'_>, at: usize, floor: usize) -> Option<Scope> {
    let last = s.before(at)?;
    // 'Of the four judgements, three were good'
    if let Some(count) = number(&last.plain) {
        let comma = at.checked_sub(2).filter(|&i| i >= floor && s.words[i].is(","))?;
        let from = (floor..comma).rev().take(8).find(|&i| s.words[i].is("of"))?;
        let noun = (from..comma).any(|i| s.words[i].any(COUNTED));
        let of = (from..comma).find_map(|i| number(&s.words[i].plain))?;
        if !noun {
            return None;
        }
        let extent = Some(Extent { count: Some(count), of: Some(of) });
        return Some(Scope { extent, unnamed: true, end: at, judgements: Vec::new() });
    }
    if !last.any(COUNTED) {
        return None;
    }
    let from = floor.max(at.saturating_sub(10));
    for first in from..at {
        let starts = s.words[first].any(&["all", "every", "each"])
            || number(&s.words[first].plain).is_some();
        if !starts {
            continue;
        }
        if let Some((extent, end)) = extent_from(s, first)
            && end == at
        {
            return Some(Scope { extent, unnamed: true, end: at, judgements: Vec::new() });
        }
    }
    None
}

/// 'It was teaching and behaviour that let it down – both require improvement': the two judgements
/// before a dash or comma that 'both' before the grade speaks of.
pub(super) fn both_before(s: &Sentence<'_>, first: usize) -> Option<Vec<Linked>> {
    let mut both = first.checked_sub(1)?;
    for _ in 0..4 {
        if s.words[both].is("both") {
            break;
        }
        both = both.checked_sub(1)?;
    }
    let mut mark = both.checked_sub(1)?;
    // 'fared better, and both were'
    if s.words[mark].is("and") {
        mark = mark.checked_sub(1)?;
    }
    if !s.words[both].is("both") || !s.words[mark].any(&["-", "–", "—", ",", ";"]) {
        return None;
    }
    let before: Vec<&JudgementWords> =
        s.judgements.iter().filter(|j| j.end <= mark && j.end + 30 > mark).collect();
    let [one, two] = &before[..] else { return None };
    let joined = two.first <= one.end + 2 && s.any_in(one.end, two.first, &["and"]);
    joined
        .then(|| [one, two].iter().map(|j| linked(s, j.first, j.end, j.core, j.overall)).collect())
}

/// 'and so was the impact of leaders', 'as was overall effectiveness' after a grade.
pub(super) fn inverted(s: &Sentence<'_>, from: usize) -> Vec<Linked> {
    for at in from..s.words.len().min(from + 14) {
        let opens = s.words[at].any(&["so", "as", "neither", "nor"])
            && s.word(at + 1).is_some_and(|w| {
                w.any(&["was", "were", "is", "are", "did", "do", "does", "has", "have", "had"])
            });
        // 'as it was for leadership'
        let pronoun = s.words[at].is("as")
            && s.word(at + 1).is_some_and(|w| w.any(&["it", "they"]))
            && s.word(at + 2).is_some_and(|w| w.any(&["was", "were", "is", "are", "did", "has"]))
            && s.word(at + 3).is_some_and(|w| w.any(&["for", "on", "in", "at"]));
        if pronoun {
            return list_from(s, at + 4).0;
        }
        if opens && (at == 0 || s.words[at - 1].any(&["and", ","])) {
            let mut first = at + 2;
            while s.word(first).is_some_and(|w| {
                w.any(&["those", "the", "relating", "standards", "for", "on", "to"])
            }) && s.judgement_at(first).is_none()
            {
                first += 1;
            }
            return list_from(s, first).0;
        }
    }
    Vec::new()
}
