//! Whether words for a grade are a grade given: what around them says so.
//!
//! | in the text | rule |
//! | --- | --- |
//! | '**rated** good', 'rated the school good' | `rating.rated_as` |
//! | 'given a good', 'received outstanding for' | `rating.given` |
//! | 'a **rating** of good', 'its good **rating**' | `rating.rating_noun` |
//! | 'behaviour **was** good', 'Beech Hall **is** good' | `rating.is` |
//! | '**from** good **to** inadequate' | `rating.change` |
//! | 'and one inadequate' after a rating | `rating.listed` |
//! | 'Behaviour and attitudes: good' | `rating.label` |
//! | 'a ‘good’ school' | `rating.in_marks` |

use super::Context;
use super::grades::{Form, GradeWords};
use super::links;
use super::providers::{MentionKind, is_inspector};
use super::rules;
use super::sentence::Sentence;
use super::words::{Class, Word, number};
use crate::record::DocumentKind;
use crate::rule::Rule;
use crate::text::BlockKind;

/// Why words for a grade are a rating.
#[derive(Clone, Copy, Debug)]
pub(super) struct Licence {
    pub rule: &'static Rule,
    /// The word that governs the grade, or the grade itself.
    pub verb: usize,
    /// The grade is one that was left behind.
    pub left_behind: bool,
    /// The grade shares what the grade before it is for.
    pub shares: bool,
}

impl Licence {
    fn by(rule: &'static Rule, verb: usize) -> Licence {
        Licence { rule, verb, left_behind: false, shares: false }
    }
}

/// Words between a governing word and its grade.
const LIGHT: &[&str] = &[
    "a",
    "again",
    "all",
    "also",
    "an",
    "another",
    "are",
    "as",
    "at",
    "be",
    "being",
    "both",
    "by",
    "clear",
    "consecutive",
    "coveted",
    "current",
    "currently",
    "damning",
    "disappointing",
    "each",
    "either",
    "first",
    "formally",
    "formerly",
    "glowing",
    "have",
    "into",
    "is",
    "it",
    "its",
    "just",
    "largely",
    "merely",
    "mostly",
    "new",
    "now",
    "of",
    "officially",
    "on",
    "once",
    "only",
    "originally",
    "out",
    "overall",
    "overwhelmingly",
    "previous",
    "previously",
    "quite",
    "second",
    "solid",
    "still",
    "straight",
    "strong",
    "that",
    "the",
    "their",
    "they",
    "third",
    "this",
    "to",
    "up",
    "was",
    "were",
    "with",
];

/// What says that a grade of a sentence is given; `accepted` says which grades before it were.
pub(super) fn licence(
    s: &Sentence<'_>,
    context: &Context<'_>,
    n: usize,
    accepted: &[Option<Licence>],
    floor: usize,
) -> Option<Licence> {
    let grade = &s.grades[n];
    let found = match grade.form {
        Form::Effective => safeguarding(s, grade),
        Form::Met => met(s, context, grade),
        Form::Outcome => Some(Licence::by(&rules::AREA_SEND, grade.first)),
        _ => general(s, context, n, accepted, floor),
    }?;
    let refused = super::refusal::refused(s, context, n, &found);
    (!refused).then_some(found)
}

/// 'Safeguarding is effective', 'arrangements for safeguarding are not effective'.
fn safeguarding(s: &Sentence<'_>, grade: &GradeWords) -> Option<Licence> {
    let start = s.clause_start(grade.first);
    let has = s.any_in(start.min(grade.first.saturating_sub(14)), grade.first, &["safeguarding"]);
    // 'were deemed effective', 'were found to be effective'
    let judged = governing(s, grade.first).filter(|&at| {
        (s.words[at].of(Class::RATING_VERB) || s.words[at].any(&["found", "considered"]))
            && at > 0
            && s.is_copula(at - 1)
    });
    let verb = judged.or_else(|| copula_before(s, grade.first))?;
    if !has && !s.any_in(grade.first.saturating_sub(12), grade.first, &["safeguarding"]) {
        return None;
    }
    // 'Safeguarding practice is effective in one of the localities' is no judgement.
    let judged = links::left(s, grade, verb, 0)
        .judgements
        .iter()
        .any(|j| s.words.iter().any(|w| w.is("safeguarding") && j.span.encloses(w.span)));
    let ends = s.word(s.past_marks(grade.end)).is_none_or(|w| {
        w.mark
            || w.any(&[
                "and",
                "but",
                "at",
                "overall",
                "inspectors",
                "according",
                "said",
                "because",
                "since",
                "as",
                "due",
                "after",
            ])
    });
    (judged && ends).then(|| Licence::by(&rules::SAFEGUARDING, verb))
}

/// The copula that stands before `at`, over adverbs.
fn copula_before(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let mut i = at;
    for _ in 0..4 {
        i = i.checked_sub(1)?;
        let word = &s.words[i];
        if s.is_copula(i) || word.is(":") {
            return Some(i);
        }
        if !(word.is_quotation_mark()
            || word.any(&[
                "now",
                "still",
                "all",
                "both",
                "also",
                "each",
                "fully",
                "to",
                "however",
                "therefore",
                "currently",
                "–",
                "-",
            ]))
        {
            return None;
        }
    }
    None
}

/// 'Standards were met', 'met the standards', 'an outcome of “met”'.
fn met(s: &Sentence<'_>, context: &Context<'_>, grade: &GradeWords) -> Option<Licence> {
    let subject = &["standards", "standard", "safeguarding", "requirements", "those"];
    let active = s.word(grade.end).is_some_and(|w| !w.mark)
        && s.any_in(grade.end, grade.end + 7, &["standards", "standard", "requirements"])
        && !s.any_in(grade.end, grade.end + 3, &["expected", "strong", "needs"]);
    if active {
        let report = context.document.kind != DocumentKind::News;
        let inspected = s.words.iter().any(is_inspector) || context.inspection;
        return (inspected && !report).then(|| Licence::by(&rules::MET, grade.first));
    }
    if grade.quoted && s.any_in(0, grade.first, &["outcome", "outcomes", "judgement"]) {
        return Some(Licence::by(&rules::MET, grade.first));
    }
    let verb = copula_before(s, grade.first).or_else(|| {
        let colon = s.before(grade.first)?;
        (colon.is(":") || s.words[grade.first].apart).then(|| grade.first - 1)
    });
    // 'the safeguarding meeting was', 'needs are met' are of something else.
    let form = &s.words[grade.end - 1];
    if form.any(&["meeting", "meets", "meet"])
        || s.any_in(grade.first.saturating_sub(6), grade.first, &["needs", "need", "targets"])
    {
        return None;
    }
    // 'had not been met'
    let perfect = s.words[grade.first].is("not")
        && s.before(grade.first).is_some_and(|w| w.any(&["had", "has", "have"]));
    let verb = verb.or_else(|| grade.first.checked_sub(1).filter(|_| perfect));
    let inside = s.words[grade.first].any(&["isn't", "aren't", "wasn't", "weren't"]);
    let verb = verb.or(inside.then_some(grade.first))?;
    let start = verb.saturating_sub(30);
    let meant = if context.document.kind == DocumentKind::News {
        s.any_in(start, verb + 1, subject)
    } else {
        s.any_in(start, verb + 1, &["safeguarding", "register"])
            && s.any_in(start, verb + 1, &["standards", "standard", "requirements"])
    };
    meant.then(|| Licence::by(&rules::MET, verb))
}

fn general(
    s: &Sentence<'_>,
    context: &Context<'_>,
    n: usize,
    accepted: &[Option<Licence>],
    floor: usize,
) -> Option<Licence> {
    let grade = &s.grades[n];
    let after = s.past_marks(grade.end);
    let next = s.word(after);
    // 'found to make a “strong” contribution to meeting skills needs'
    if ["strong", "reasonable", "limited"].contains(&&*grade.key) && grade.form == Form::Special {
        return Some(Licence::by(&rules::GRADE_JUDGEMENT, grade.first));
    }
    let rated_word = s.words[grade.first].plain.ends_with("-rated");
    if rated_word {
        return Some(Licence::by(&rules::GRADE_RATED, grade.first));
    }
    if s.before(grade.first).is_some_and(|w| w.plain.ends_with("-rated"))
        || s.before(grade.first.saturating_sub(1)).is_some_and(|w| w.is("ofsted-rated"))
    {
        return Some(Licence::by(&rules::GRADE_RATED, grade.first.saturating_sub(1)));
    }
    // 'its good rating', 'an inadequate Ofsted rating'
    if grade.form != Form::StandIn && grade.form != Form::Number {
        let mut noun = after;
        while s
            .word(noun)
            .is_some_and(|w| w.any(&["ofsted", "cqc", "estyn", "overall", "inspection"]))
        {
            noun += 1;
        }
        let status = s
            .word(noun)
            .is_some_and(|w| w.any(&["status", "badge", "band", "label", "mark", "tag", "report"]))
            && (!s.words[noun].is("report")
                // 'its first good Ofsted report'
                || noun > after
                    && s.before(grade.first)
                        .is_some_and(|w| w.any(&["first", "second", "third", "another"])));
        let firm = s.word(noun).is_some_and(|w| {
            w.any(&[
                "rating",
                "ratings",
                "grade",
                "grades",
                "grading",
                "gradings",
                "judgement",
                "judgements",
                "judgment",
                "judgments",
                "verdict",
                "category",
            ])
        });
        let single = s.word(noun).is_some_and(|w| w.any(&["rating", "ratings", "grade"]));
        let worth = grade.quoted
            || grade.form != Form::Common
            || context.inspection
            || single
            || s.words[grade.first].any(&["outstanding", "inadequate"]);
        if (firm && worth
            || status
                && (grade.quoted
                    || context.inspection
                    || s.words[grade.first].any(&["outstanding", "inadequate"])))
            && !s
                .before(grade.first)
                .is_some_and(|w| w.any(&["very", "shows", "show", "more", "use"]))
        {
            let mut found = Licence::by(&rules::RATING_NOUN, grade.first);
            found.verb = governing(s, grade.first).unwrap_or(grade.first);
            return Some(found);
        }
    }
    if let Some(at) = governing(s, grade.first)
        && s.words[at].any(&[
            "rating",
            "ratings",
            "grade",
            "grades",
            "judgement",
            "judgement",
            "judgment",
            "verdict",
            "mark",
            "outcome",
        ])
        && s.any_in(at + 1, grade.first, &["of"])
        && (grade.quoted
            || grade.form != Form::Common
            || next.is_none_or(|w| w.mark || w.apart || w.of(Class::FOLLOWER)))
    {
        return Some(Licence::by(&rules::RATING_NOUN, at));
    }
    // 'Skelby Juniors, then inadequate, is now'
    if s.before(grade.first).is_some_and(|w| w.any(&["then", "previously", "formerly"]))
        && s.word(after).is_some_and(|w| w.is(","))
        && grade.first >= 2
        && s.words[grade.first - 2].is(",")
    {
        let mut found = Licence::by(&rules::IS, grade.first);
        found.left_behind = true;
        return Some(found);
    }
    // 'Its overall effectiveness, inadequate three years ago, is now good'
    let ago = (after..s.words.len().min(after + 5)).find(|&i| s.words[i].is("ago"));
    if s.before(grade.first).is_some_and(|w| w.is(","))
        && ago.is_some_and(|ago| s.word(ago + 1).is_some_and(|w| w.is(",")) && s.is_copula(ago + 2))
    {
        let mut found = Licence::by(&rules::IS, grade.first);
        found.left_behind = true;
        return Some(found);
    }
    // 'The trust also runs Ashby Juniors (outstanding) and Beck Primary (good)'
    let bracket = grade.first.checked_sub(1).filter(|&i| s.words[i].is("("));
    let named =
        bracket.and_then(|i| s.mention_before(i)).is_some_and(|m| m.kind == MentionKind::Name);
    if named && s.word(grade.end).is_some_and(|w| w.is(")")) && !context.in_speech(grade.span) {
        return context.inspection.then(|| Licence::by(&rules::LABEL, grade.first));
    }
    if let Some(found) = beside_name(s, context, grade) {
        return Some(found);
    }
    if let Some(found) = put_before(s, context, n) {
        return Some(found);
    }
    // 'was rated good, having previously been inadequate'
    if n > 0
        && accepted[n - 1].is_some()
        && s.before(grade.first).is_some_and(|w| w.is("been"))
        && s.any_in(grade.first.saturating_sub(3), grade.first, &["having"])
    {
        let mut found = Licence::by(&rules::IS, grade.first - 1);
        found.left_behind = true;
        found.shares = true;
        return Some(found);
    }
    // 'five outstandings'
    if s.words[grade.first].any(&["outstandings", "goods", "inadequates"]) {
        let counted = s.before(grade.first).is_some_and(|w| number(&w.plain).is_some());
        return counted.then(|| Licence::by(&rules::STAND_IN, grade.first));
    }
    // 'the lowest score, poor, in': the stand-in before it is given.
    if let Some(stand_in) = n.checked_sub(1).map(|before| &s.grades[before])
        && stand_in.form == Form::StandIn
        && stand_in.end + 1 == s.past_marks(grade.first).min(grade.first)
        && s.words[stand_in.end].any(&[",", "–", "("])
        && stand_in.key == grade.key
    {
        let verb = governing(s, stand_in.first).unwrap_or(stand_in.first);
        return Some(Licence::by(&rules::GIVEN, verb));
    }
    // 'its second outstanding in a row'
    let again = s.before(grade.first).is_some_and(|w| {
        w.any(&["second", "third", "fourth", "fifth", "consecutive", "successive"])
    });
    let row = next.is_some_and(|w| w.any(&["in", "running"]))
        && (next.is_some_and(|w| w.is("running"))
            || s.any_in(after + 1, after + 3, &["row", "succession"]));
    if again && row && context.inspection {
        return Some(Licence::by(&rules::GIVEN, grade.first - 1));
    }
    // 'graded six – excellent – for', 'a five (very good)': the number, and what it means.
    if let Some(found) = spelled_number(s, grade) {
        return Some(found);
    }
    // 'rated good, with safety still inadequate'
    let still = grade
        .first
        .checked_sub(1)
        .filter(|&i| s.words[i].any(&["still", "now", "again", "also", "remaining", "up", "down"]));
    let with = still.and_then(|i| s.judgement_before(i)).and_then(|j| s.before(j.first));
    // 'Marlshire Council still inadequate three years on'
    let headed = s.kind == BlockKind::Headline
        && still.is_some_and(|i| s.words[i].is("still") && s.mention_before(i).is_some());
    if headed || with.is_some_and(|w| w.is("with")) && n > 0 && accepted[n - 1].is_some() {
        return Some(Licence::by(&rules::IS, grade.first - 1));
    }
    if let Some(found) = attributive(s, context, n, accepted, after)? {
        return Some(found);
    }
    label(s, grade, after)
        .or_else(|| line_of_list(s, context, grade, after))
        .or_else(|| change(s, context, n, accepted, after))
        .or_else(|| governed(s, context, grade))
        .or_else(|| object(s, context, n, floor))
        .or_else(|| listed(s, n, accepted))
        .or_else(|| verdict(s, grade, after))
        .or_else(|| stand_in(s, context, grade))
        .or_else(|| in_marks(s, context, grade, next))
}

/// 'The junior school next door, **outstanding** in 2023, shares': a grade with its year beside whom it
/// is of.
fn beside_name(s: &Sentence<'_>, context: &Context<'_>, grade: &GradeWords) -> Option<Licence> {
    let comma = grade.first.checked_sub(1).filter(|&i| s.words[i].is(","))?;
    s.mention_before(comma).filter(|m| m.kind != MentionKind::Group)?;
    let year = |w: &Word<'_>| w.plain.len() == 4 && w.plain.bytes().all(|b| b.is_ascii_digit());
    let dated = s.word(grade.end)?.any(&["in", "since"])
        && year(s.word(grade.end + 1)?)
        && s.word(grade.end + 2)?.is(",");
    (dated && context.inspection).then(|| Licence::by(&rules::IS, grade.first))
}

/// '**Inadequate** two years ago, it was rated': a grade of before that leads the sentence of another.
fn put_before(s: &Sentence<'_>, context: &Context<'_>, n: usize) -> Option<Licence> {
    let grade = &s.grades[n];
    let comma = (grade.end..grade.end + 7).find(|&i| s.word(i).is_some_and(|w| w.is(",")))?;
    let then = |w: &Word<'_>| {
        w.any(&["ago", "previously", "last"])
            || w.plain.len() == 4 && w.plain.bytes().all(|b| b.is_ascii_digit())
    };
    let subject = s.word(comma + 1)?;
    let subject =
        subject.any(&["it", "the", "its"]) || s.mentions.iter().any(|m| m.first == comma + 1);
    let past = s.words[grade.end..comma].iter().any(then);
    let leads = grade.first == 0 && subject && past && n + 1 < s.grades.len();
    (leads && context.inspection)
        .then(|| Licence { left_behind: true, ..Licence::by(&rules::IS, grade.first) })
}

/// The grade stands before a noun: `Some(Some(_))` when that makes it a rating, `None` when it is
/// everyday use, `Some(None)` when it does not stand before a noun.
#[allow(clippy::option_option)]
fn attributive(
    s: &Sentence<'_>,
    context: &Context<'_>,
    n: usize,
    accepted: &[Option<Licence>],
    after: usize,
) -> Option<Option<Licence>> {
    let grade = &s.grades[n];
    let Some(next) = s.word(after) else { return Some(None) };
    if next.mark || next.apart || next.of(Class::FOLLOWER) || number(&next.plain).is_some() {
        return Some(None);
    }
    if grade.form == Form::Number && !next.of(Class::PROVIDER_NOUN) && !next.capital {
        return None;
    }
    if matches!(grade.form, Form::StandIn | Form::Number)
        || s.grades.iter().any(|g| g.first == after)
    {
        return Some(None);
    }
    let in_list = n > 0 && accepted[n - 1].is_some();
    let before = s.before(grade.first);
    // 'with outstanding behaviour', 'found outstanding leadership, good teaching'
    // 'good with outstanding features' names nothing that is outstanding.
    let named = next.any(&["features", "aspects", "elements"])
        && s.word(after + 1).is_some_and(|w| w.any(&["in", "for", ":", "only"]));
    let judged = s.judgements.iter().any(|j| j.first == after && !j.overall) || named;
    if judged && grade.form != Form::Verb {
        let with = before.is_some_and(|w| w.any(&["with", "and", ",", "but"])) && in_list;
        let start = s.clause_start(grade.first);
        let found = context.document.kind == DocumentKind::News
            && !context.in_speech(grade.span)
            && s.any_in(
                start.max(grade.first.saturating_sub(4)),
                grade.first,
                &["found", "reported", "recorded"],
            )
            && s.words[start..grade.first].iter().any(is_inspector_person);
        if with || found {
            return Some(Some(Licence::by(&rules::GRADE_JUDGEMENT, grade.first)));
        }
        // A judgement that is the subject of a verb: 'is outstanding teaching was'
        if !grade.quoted {
            return None;
        }
    }
    let noun = next.of(Class::PROVIDER_NOUN)
        || (s.mention_at(after).is_some_and(|m| m.kind != MentionKind::Group && m.first == after)
            && !next.possessive());
    // 'gone from an outstanding provider to an RI one'
    let left = next.of(Class::PROVIDER_NOUN)
        && before.is_some_and(|w| w.any(&["a", "an"]))
        && grade.first.checked_sub(2).is_some_and(|i| s.words[i].is("from"))
        && s.word(after + 1).is_some_and(|w| w.is("to"));
    if left {
        return Some(None);
    }
    if noun {
        let article =
            before.is_some_and(|w| w.any(&["a", "an", "the", "as"]) || w.is_quotation_mark());
        let kept = governing(s, grade.first).is_some_and(|v| {
            s.words[v].any(&[
                "continues",
                "continue",
                "remains",
                "remain",
                "remained",
                "confirmed",
                "still",
                "continued",
                "stays",
            ]) || s.is_copula(v) && s.any_in(v + 1, grade.first, &["still", "again"])
                || (s.words[v].of(Class::RATING_VERB)
                    && !s.words[v].any(&["grade", "rate", "judge"]))
        });
        // 'was a good school until 2019', 'For twelve years Elm Infants was a good school'
        let until = s.word(after + 1).is_some_and(|w| w.is("until"))
            || s.words[0].is("for") && s.any_in(2, 4, &["years", "decades"]);
        let was = s.before(grade.first).is_some_and(|w| w.any(&["a", "an"]))
            && grade.first.checked_sub(2).is_none_or(|i| s.words[i].any(&["was", "been", ":"]));
        if until && was && context.inspection && !context.in_speech(grade.span) {
            let mut found = Licence::by(&rules::IS, grade.first.saturating_sub(1));
            found.left_behind = true;
            return Some(Some(found));
        }
        let title = context.document.kind != DocumentKind::News
            && s.words[0].is("this")
            && s.word(1).is_some_and(|w| w.any(&["is"]))
            && grade.first <= 3;
        if kept && article || title {
            return Some(Some(Licence::by(&rules::IS, grade.first.saturating_sub(1))));
        }
        // 'we were a requires improvement school': the verb is no adjective but as a grade.
        let named = s.words[grade.first].is("requires")
            && before.is_some_and(|w| w.any(&["a", "an", "another"]));
        if grade.quoted && !context.in_speech(grade.span) || grade.form == Form::Special || named {
            return Some(Some(Licence::by(&rules::IN_MARKS, grade.first)));
        }
        if s.words[grade.first].plain.len() > 2 && grade.form == Form::Special {
            return Some(Some(Licence::by(&rules::IN_MARKS, grade.first)));
        }
    }
    if next.any(&["service", "services", "contribution", "support", "outcomes"])
        && (grade.quoted
            || s.any_in(grade.first.saturating_sub(6), grade.first, &["found", "judged"]))
        && s.judgements.iter().any(|j| j.end < grade.first || j.first == after)
        && !context.in_speech(grade.span)
    {
        return Some(Some(Licence::by(&rules::RATED_AS, grade.first)));
    }
    if grade.quoted { Some(None) } else { None }
}

fn is_inspector_person(word: &Word<'_>) -> bool {
    is_inspector(word) || word.any(&["they", "he", "she", "it"])
}

/// 'graded six – excellent –', 'awarded a five (very good)': a number of the scale in words.
fn spelled_number(s: &Sentence<'_>, grade: &GradeWords) -> Option<Licence> {
    let mut mark =
        grade.first.checked_sub(1).filter(|&i| s.words[i].any(&["–", "—", "-", "(", ",", "or"]))?;
    // 'a grade of 2, or weak,'
    if s.words[mark].is("or") && mark > 0 && s.words[mark - 1].is(",") {
        mark -= 1;
    }
    let count = mark.checked_sub(1)?;
    number(&s.words[count].plain).filter(|n| (1..=6).contains(n))?;
    let closed = s.word(grade.end).is_some_and(|w| w.any(&["–", "—", "-", ")", ","]));
    let verb = governing(s, count)?;
    let given = s.words[verb].of(Class::RATING_VERB)
        || s.words[verb].of(Class::GIVING_VERB)
        || s.words[verb].of(Class::RATING_NOUN);
    (closed && given).then(|| Licence::by(&rules::RATED_AS, verb))
}

/// The word that governs a grade, over light words.
fn governing(s: &Sentence<'_>, first: usize) -> Option<usize> {
    let mut at = first;
    for _ in 0..8 {
        at = at.checked_sub(1)?;
        let word = &s.words[at];
        let to_be = word.is("being")
            || (word.is("be") && at.checked_sub(1).is_some_and(|i| s.words[i].is("to")));
        let skip = word.is_quotation_mark() || to_be || (word.any(LIGHT) && !s.is_copula(at));
        if !skip {
            return (!word.mark || word.is(":")).then_some(at);
        }
    }
    None
}

/// 'Behaviour: good', 'Overall   Good', 'INADEQUATE: Hollybank Manor'.
fn label(s: &Sentence<'_>, grade: &GradeWords, after: usize) -> Option<Licence> {
    // A caption in capitals, or a headline's first word, before a colon.
    let first = (0..grade.first).all(|i| s.words[i].is_quotation_mark());
    if first && s.word(after).is_some_and(|w| w.is(":")) {
        let capitals = s.words[grade.first].span.len() > 2
            && s.words[grade.first].capital
            && s.names_provider();
        return capitals.then(|| Licence::by(&rules::CAPTION, grade.first));
    }
    // 'Gazette: INADEQUATE: Hollybank Manor'
    let upper = s.words[grade.first].span.len() > 5
        && s.word(after).is_some_and(|w| w.is(":"))
        && s.before(grade.first).is_some_and(|w| w.is(":"))
        && grade.first <= 5
        && s.words[grade.first].capital;
    if upper && s.names_provider() {
        return Some(Licence::by(&rules::CAPTION, grade.first));
    }
    // 'Good in three areas: leadership, behaviour and teaching.'
    if first
        && s.word(after).is_some_and(|w| w.any(&["in", "across"]))
        && links::right(s, grade).end > after + 1
    {
        let scope = links::right(s, grade);
        if scope.unnamed || scope.judgements.len() > 1 {
            return Some(Licence::by(&rules::LABEL, grade.first));
        }
    }
    let mut at = grade.first;
    while at > 0 && s.words[at - 1].is_quotation_mark() {
        at -= 1;
    }
    let before = s.before(at)?;
    let mark = before.any(&[":", "–", "—", "-", "-"]) && before.mark;
    let apart = s.words[at].apart;
    if !mark && !apart {
        return None;
    }
    let mut end = if mark { at - 1 } else { at };
    if s.before(end).is_some_and(|w| w.is("?")) {
        end -= 1;
    }
    let ends = s.word(after).is_none_or(|w| {
        w.any(&[".", ",", ";", "(", ")", "–", "-"]) || w.apart || w.any(&["overall", "and", "with"])
    });
    if !ends {
        return None;
    }
    let judged = s.judgement_before(end).is_some()
        || s.before(end).is_some_and(|w| {
            w.of(Class::RATING_NOUN)
                || w.any(&["verdict", "overall", "inspection", "service", "register"])
        })
        || s.judgements.iter().any(|j| j.end < end && j.end + 4 >= end && end <= 8);
    // 'Previous inspection grade: Good', 'Verdict: inadequate'
    let named =
        s.mention_before(end).is_some_and(|m| m.kind != MentionKind::Common && m.first <= 1)
            && mark
            && !before.is("-");
    // 'ASHBY COURT, Abbey Road – Good'
    let line = mark
        && !before.is("-")
        && s.word(s.past_marks(grade.end)).is_none()
        && s.words.len() < 14
        && s.names_provider()
        && s.words[..end]
            .iter()
            .all(|w| w.capital || w.any(&[",", "of", "and", "the", "in", "on", "near", "(", ")"]));
    (judged || named || line).then(|| Licence::by(&rules::LABEL, at - 1))
}

/// 'Inspectors found that the force was:' and below it, a line each, 'Good at preventing crime',
/// 'Inadequate at responding to the public'.
fn line_of_list(
    s: &Sentence<'_>,
    context: &Context<'_>,
    grade: &GradeWords,
    after: usize,
) -> Option<Licence> {
    let leads = grade.first == 0
        && s.words[0].capital
        && s.word(after).is_some_and(|w| w.any(&["at", "for", "in"]));
    if !leads || links::right(s, grade).is_empty() {
        return None;
    }
    let text = context.text;
    let block = text.block_at(s.span.start());
    if text.sentences.get(text.blocks[block].sentences.start)?.span.start() != s.span.start() {
        return None;
    }
    // The introduction, not many lines above.
    let above = text.blocks[block.saturating_sub(MOST_LINES)..block].iter().rev();
    let mut long = above.map(|b| b.span.of(text.source).trim_end());
    let intro = long.find(|line| line.len() > LONGEST_LINE || line.ends_with(':'))?;
    let sentence = &intro[intro.rfind(". ").map_or(0, |stop| stop + 1)..];
    let grades = ["found", "judge", "rated", "grade", "assess"];
    let introduces = intro.ends_with(':') && grades.iter().any(|word| sentence.contains(word));
    introduces.then(|| Licence::by(&rules::LABEL, grade.first))
}

/// So many lines a list of grades has at most, and so long is each.
const MOST_LINES: usize = 10;
const LONGEST_LINE: usize = 240;

/// 'from good to inadequate', 'dropped to', 'down from'.
fn change(
    s: &Sentence<'_>,
    context: &Context<'_>,
    n: usize,
    accepted: &[Option<Licence>],
    after: usize,
) -> Option<Licence> {
    let grade = &s.grades[n];
    let mut at = grade.first;
    while at > 0
        && (s.words[at - 1].is_quotation_mark()
            || s.words[at - 1]
                .any(&["a", "an", "the", "its", "being", "rated", "overall", "their"]))
    {
        at -= 1;
    }
    let preposition = at.checked_sub(1)?;
    let from_near = |from: usize, span: usize, class: Class| {
        (from.saturating_sub(span)..from).any(|i| s.words[i].of(class))
    };
    if s.words[preposition].is("from") {
        // The grade that it went to, later in the clause.
        let to = s.grades[n + 1..].first().is_some_and(|later| {
            later.first <= after + 9
                && (after..later.first).any(|i| s.words[i].any(&["to", "into"]))
        });
        let moved = from_near(preposition, 5, Class::MOVING_VERB);
        // 'had improved to good in June 2022 from inadequate in July 2021'
        let came = n > 0
            && s.grades[n - 1].end + 6 > preposition
            && accepted[n - 1].is_some_and(|l| l.rule.name == rules::CHANGE.name && !l.left_behind);
        if to || moved || came {
            let mut found = Licence::by(&rules::CHANGE, preposition);
            found.left_behind = true;
            found.shares = n > 0
                && accepted[n - 1].is_some()
                && s.any_in(s.grades[n - 1].end, grade.first, &["down", "up", "from"])
                // 'remains good, though it rose from inadequate to good for safety'
                && !s.any_in(
                    s.grades[n - 1].end,
                    grade.first,
                    &["though", "although", "but", "while", "whereas", ";"],
                );
            return Some(found);
        }
    }
    if s.words[preposition].any(&["to", "into", "in", "at", "with"]) {
        let came = n > 0
            && s.words[preposition].any(&["to", "into"])
            && accepted[n - 1].is_some_and(|l| l.left_behind)
            && (grade.first <= s.grades[n - 1].end + 9
                // 'dropped from outstanding, a grade it had held since 2011, to good'
                || grade.first <= s.grades[n - 1].end + 14
                    && s.before(preposition).is_some_and(|w| w.is(",")));
        if came {
            let mut found = Licence::by(&rules::CHANGE, preposition);
            found.shares = true;
            return Some(found);
        }
        let moved = from_near(preposition, 4, Class::MOVING_VERB);
        let strong = grade.quoted
            || grade.form != Form::Common
            || s.names_provider()
            || s.words.iter().any(is_inspector)
            || !s.mentions.is_empty()
            // 'It had improved to good in June'
            || s.words[0].is("it") && context.inspection
            // 'The former moved up to good'
            || s.words[0].is("the") && s.any_in(1, 2, &["former", "latter"])
            // 'Ratings for safe and well-led all fell to inadequate'
            || s.words[..preposition].iter().any(|w| w.of(Class::RATING_NOUN));
        if s.words[preposition].any(&["to", "into"]) && moved && strong {
            return Some(Licence::by(&rules::CHANGE, preposition));
        }
        if s.words[preposition].any(&["at", "with", "in"])
            && s.any_in(
                preposition.saturating_sub(3),
                preposition,
                &["remained", "remains", "stay", "stayed", "stays", "stuck", "unchanged"],
            )
        {
            return Some(Licence::by(&rules::IS, preposition - 1));
        }
    }
    if s.words[preposition].is("out") {
        return None;
    }
    // 'lifted out of its inadequate rating' is a rating noun; 'out of inadequate' is this.
    if s.words[preposition].is("of")
        && s.before(preposition).is_some_and(|w| w.is("out"))
        && from_near(preposition, 6, Class::MOVING_VERB)
    {
        let mut found = Licence::by(&rules::CHANGE, preposition);
        found.left_behind = true;
        return Some(found);
    }
    None
}

/// A verb or noun of grading stands before the grade.
fn governed(s: &Sentence<'_>, context: &Context<'_>, grade: &GradeWords) -> Option<Licence> {
    // 'requires improvement' is its own verb.
    if grade.form == Form::Verb
        && let Some(found) = own_verb(s, context, grade)
    {
        return Some(found);
    }
    let at = governing(s, grade.first)?;
    let word = &s.words[at];
    let between = |list: &[&str]| s.any_in(at + 1, grade.first, list);
    if word.of(Class::RATING_NOUN)
        && (between(&["of", "is", "was", "as", "at"]) || word.is(":"))
        && !between(&["in", "by"])
    {
        return Some(Licence::by(&rules::RATING_NOUN, at));
    }
    // 'the rating remains good', 'the verdict was inadequate'
    if s.is_copula(at) && !word.any(&["continued"]) {
        return copula(s, context, grade, at);
    }
    if word.of(Class::RATING_VERB) && !between(&["to"]) | between(&["to", "be"]) {
        // 'the grade good' is no verb, nor is 'rate' in 'at a good rate'.
        return Some(Licence::by(&rules::RATED_AS, at));
    }
    let scope = links::right(s, grade);
    let scoped = scope.unnamed || scope.judgements.iter().any(|j| !j.overall);
    let strong = grade.quoted
        || grade.form != Form::Common
        || context.inspection
        || scoped
        || !links::left(s, grade, at, 0).is_empty()
        || (s.names_provider() && between(&["as", "be"]) && at > 0 && s.is_copula(at - 1));
    // 'leadership and behaviour came back as good'
    let back = word.is("back") && at > 0 && s.words[at - 1].any(&["came", "come", "comes"]);
    if back && between(&["as"]) && !links::left(s, grade, at - 1, 0).is_empty() {
        return Some(Licence::by(&rules::GIVEN, at - 1));
    }
    if word.any(&["came", "come", "comes", "coming", "emerged", "emerges", "emerging"])
        && between(&["out", "as"])
    {
        return Some(Licence::by(&rules::GIVEN, at));
    }
    // 'met the expected standard' of areas, not of pupils
    let of_areas = || {
        !links::left(s, grade, at, 0).is_empty()
            || scoped && context.scale_is_card() && grade.key == "expected_standard"
    };
    if grade.form == Form::Special
        && word.any(&["met", "meets", "meeting", "reached", "reach", "reaching", "at"])
        && of_areas()
    {
        return Some(Licence::by(&rules::GIVEN, at));
    }
    if word.of(Class::FINDING_VERB) && strong {
        let linked = between(&[
            "as", "be", "that", "it", "is", "are", "was", "were", "they", "in", "at", "by",
        ]) || grade.quoted
            || word.any(&[
                "declared",
                "deemed",
                "named",
                "called",
                "found",
                "confirmed",
                "considered",
                "told",
                "dubbed",
            ]);
        let subject = word.any(&["declared", "dubbed", "told"])
            // 'It was found to be inadequate'
            || context.inspection && s.any_in(s.clause_start(at), at, &["it"]) && between(&["be"])
            || !s.mentions.is_empty()
            || !s.judgements.is_empty()
            || s.words.iter().any(is_inspector);
        // 'Progress was described as “good”': of nothing that is inspected.
        let passive = at > 0
            && (s.is_copula(at - 1) || s.words[at - 1].any(&["also", "all", "both", "been"]));
        let start = s.clause_start(at);
        let known = !passive
            || !links::left(s, grade, at, 0).is_empty()
            || s.mentions.iter().any(|m| m.first >= start && m.end <= at)
            || s.any_in(start, at, &["it", "which", "they", "that", "we"])
            || start > 0 && s.mentions.iter().any(|m| m.end <= at);
        if linked && subject && known {
            return Some(Licence::by(&rules::RATED_AS, at));
        }
    }
    // 'we've a strong standard in inclusion'
    if grade.form == Form::Special && scoped && between(&["a", "an"]) && word.plain.ends_with("'ve")
    {
        return Some(Licence::by(&rules::GIVEN, at));
    }
    // 'it needs urgent improvement in leadership'
    if grade.key == "urgent_improvement"
        && word.any(&["needs", "need", "needed", "requires", "required", "needing"])
        && context.scale_is_card()
    {
        return Some(Licence::by(&rules::IS, at));
    }
    if word.of(Class::GIVING_VERB) && !word.any(&["has", "had", "have", "having", "with"]) {
        let ends = s.word(s.past_marks(grade.end)).is_none_or(|w| {
            w.mark
                || w.any(&[
                    "for", "in", "overall", "across", "from", "by", "on", "at", "after", "and",
                    "to", "now", "last", "this", "again", "before", "since", "or",
                ])
        });
        // 'children receiving good, and for some outstanding, care' is praise.
        let praise = grade.form == Form::Common
            && !grade.quoted
            && !scoped
            && !between(&["a", "an"])
            && s.word(s.past_marks(grade.end)).is_some_and(|w| w.mark && !w.is("."));
        if ends && !praise && (strong || between(&["a", "an"])) {
            return Some(Licence::by(&rules::GIVEN, at));
        }
    }
    if word.any(&["with", "has", "had", "have"]) && grade.form == Form::StandIn {
        return Some(Licence::by(&rules::GIVEN, at));
    }
    // 'They had an inadequate in 2022': an adjective that stands for the grade itself.
    if word.any(&["had", "have", "has"]) && at + 2 == grade.first && between(&["an"]) {
        let noun = s.word(s.past_marks(grade.end)).is_none_or(|w| {
            w.mark && !w.is("-")
                || w.any(&["in", "from", "for", "now", "last", "this", "at", "before", "and"])
        });
        return (noun && context.inspection).then(|| Licence::by(&rules::GIVEN, at));
    }
    None
}

/// 'Alder Court requires improvement', 'both require improvement'.
fn own_verb(s: &Sentence<'_>, context: &Context<'_>, grade: &GradeWords) -> Option<Licence> {
    let mut at = grade.first;
    while let Some(word) = s.before(at) {
        if word.is_quotation_mark()
            || word.any(&[
                "now", "still", "also", "both", "all", "each", "overall", ",", "then", "to",
                "only", "however",
            ])
        {
            at -= 1;
        } else {
            break;
        }
    }
    // 'Apprenticeships, which were good in 2021, now require improvement'
    let at = s.opening_of(at).filter(|&open| s.judgement_before(open).is_some()).unwrap_or(at);
    let before = s.before(at)?;
    // 'areas which require improvement', 'areas requiring improvement' are areas.
    let areas = ["area", "areas", "aspects", "practice", "issues", "things", "elements"];
    if before.any(&areas)
        && !s.any_in(
            0,
            at,
            &["four", "three", "two", "one", "five", "six", "all", "other", "remaining"],
        )
        || before.any(&["that", "which", "where"])
            && s.words[..at - 1].iter().rev().find(|w| !w.mark).is_some_and(|w| w.any(&areas))
        || s.words[grade.first].is("requiring")
            && !grade.quoted
            && !links::left(s, grade, grade.first, 0).judgements.iter().any(|j| !j.overall)
    {
        return None;
    }
    if context.document.kind != DocumentKind::News && !grade.quoted {
        let named = s.judgement_before(at).is_some_and(|j| j.overall || j.core.1 - j.core.0 >= 2);
        let whole = s.judgements.iter().any(|j| j.overall && j.end <= at)
            || s.mention_before(at).is_some_and(|m| m.kind == MentionKind::Name);
        return (named || whole).then(|| Licence::by(&rules::IS, grade.first));
    }
    if grade.key == "needs_attention" && !grade.quoted && !context.scale_is_card() {
        return None;
    }
    let spoken = context.inspection || s.words.iter().any(|w| w.of(Class::RATING_NOUN));
    let others = before.any(&areas) && s.any_in(at.saturating_sub(4), at, &["other", "remaining"]);
    let subject = s.judgement_before(at).is_some()
        || others && context.inspection
        // 'everything else requires improvement'
        || before.is("else") && s.any_in(at.saturating_sub(2), at, &["everything"])
        // 'is also good, having required improvement at its last two visits'
        || before.is("having") && context.inspection && !s.mentions.is_empty()
        || s.mention_before(at)
            .is_some_and(|m| m.kind != MentionKind::Common || spoken || grade.quoted)
        || (before.any(&["it", "they", "which", "that", "one", "we"])
            && (grade.quoted
                || context.inspection
                || s.any_in(at.saturating_sub(3), at, &["told"])))
        || s.judgements.iter().any(|j| j.first <= at && at <= j.end + 3)
        || (s.word(at).is_some_and(|w| w.is(",")) && s.mentions.iter().any(|m| m.end < at))
        || links::both_before(s, grade.first).is_some()
        || s.mentions.iter().any(|m| {
            m.end <= at
                && m.end + 7 >= at
                && !s.any_in(m.end, at, &["that", "roof", "which"])
                && s.any_in(m.end, m.end + 1, &["in", "of", "at", "for", "with", "on"])
        });
    subject.then(|| Licence::by(&rules::IS, grade.first))
}

/// 'was good' of a judgement or a provider.
fn copula(
    s: &Sentence<'_>,
    context: &Context<'_>,
    grade: &GradeWords,
    verb: usize,
) -> Option<Licence> {
    let found = Some(Licence::by(&rules::IS, verb));
    if s.words[verb].any(&["come", "came"]) {
        return None;
    }
    // The subject: over auxiliaries and what is put in between.
    let mut at = verb;
    let mut steps = 0;
    while at > 0 && steps < 8 {
        let word = &s.words[at - 1];
        if s.is_copula(at - 1)
            || word.any(&[
                "has", "have", "had", "having", "all", "both", "each", "also", "now", "still",
                "only", "just", "then", "again", "once", "already", "always", "long",
            ])
            || word.plain.ends_with("ly")
                && s.word(at).is_some_and(|w| w.any(&["been", "was", "were"]))
            || word.is_quotation_mark()
            || (word.is("to") && s.is_copula(at))
        {
            at -= 1;
            steps += 1;
        } else {
            break;
        }
    }
    let report = context.document.kind != DocumentKind::News && s.kind != BlockKind::Heading;
    let strong = grade.quoted
        || matches!(grade.form, Form::Special | Form::StandIn | Form::Number | Form::Verb);
    let kept = s.any_in(
        at,
        grade.first,
        &["remains", "remained", "remain", "still", "continues", "continue", "stays", "stayed"],
    );
    let own = s.words[verb].any(&["it's", "that's", "they're", "we're", "one's", "'s", "'re"]);
    let before = s.before(at);
    if s.before(at).is_some_and(|w| w.of(Class::RATING_NOUN))
        || s.judgement_before(at).is_some_and(|j| j.overall)
    {
        return found;
    }
    // 'whose last report, in 2018, was good'
    let reported = (at.saturating_sub(6)..at).any(|i| {
        s.words[i].any(&["report", "inspection"])
            && s.before(i)
                .is_some_and(|w| w.any(&["last", "previous", "latest", "first", "earlier", "only"]))
            && (i + 1..at).all(|j| {
                s.words[j].is(",")
                    || s.words[j].is("in")
                    || s.words[j].capital
                    || s.words[j].plain.bytes().all(|b| b.is_ascii_digit())
            })
    });
    if reported && context.inspection && !report {
        return found;
    }
    // 'told it is inadequate'
    if s.any_in(at.saturating_sub(3), at, &["told"])
        && before.is_some_and(|w| w.any(&["it", "they", "that"]))
    {
        return Some(Licence::by(&rules::RATED_AS, verb));
    }
    let scope = links::left(s, grade, verb, 0);
    if scope.judgements.iter().any(|j| j.overall) {
        return found;
    }
    if scope.judgements.iter().any(|j| !j.overall) {
        return (!report || kept || strong && grade.quoted).then_some(found).flatten();
    }
    if scope.unnamed {
        return found;
    }
    let mention = s
        .mention_before(at)
        .or_else(|| {
            // 'Five of the schools, according to Ofsted, are'
            let comma = before.is_some_and(|w| w.any(&[",", "–", "—"]));
            comma.then(|| s.mentions.iter().rev().find(|m| m.end < at && at - m.end < 16)).flatten()
        })
        .or_else(|| {
            s.mentions.iter().rev().find(|m| {
                m.end < at
                    && m.end + 4 >= at
                    && s.any_in(m.end, m.end + 1, &["in", "at", "of", "like"])
            })
        });
    if let Some(mention) = mention {
        let sure = match mention.kind {
            MentionKind::Name | MentionKind::Group => {
                context.inspection
                    || strong
                    || mention.kind == MentionKind::Name
                        && (s.any_in(verb, grade.first, &["now", "still"])
                            || s.words[grade.first].any(&["inadequate", "outstanding"]))
                    || mention.kind == MentionKind::Group
                    || s.words.iter().any(is_inspector)
            }
            MentionKind::Capitals | MentionKind::Common => strong || context.inspection || kept,
        };
        return (sure && (!report || kept || strong)).then_some(found).flatten();
    }
    // 'and everything else is good'
    if before.is_some_and(|w| w.is("else")) && s.any_in(at.saturating_sub(2), at, &["everything"]) {
        return (context.inspection && !report).then_some(found).flatten();
    }
    // 'That is now outstanding', of what the sentence before names.
    let kept = kept
        || at == 1 && s.words[0].any(&["that", "this"]) && s.any_in(verb, grade.first, &["now"]);
    let pronoun =
        own || before.is_some_and(|w| {
            w.any(&[
                "it", "they", "which", "that", "who", "one", "we", "and", "but", "so", ",", "(",
            ])
        }) || at == 0;
    if pronoun && (!report || kept) {
        let said = strong
            || kept
            // 'It was inadequate for safety'
            || links::right(s, grade).judgements.iter().any(|j| !j.overall)
            || s.words.iter().any(|w| is_inspector(w) && !w.any(&["report", "reports"]))
            || s.grades.len() > 1
            || s.words[0].is("before") && s.any_in(1, 2, &["that", "then"])
            || context.dated_beside(grade.span)
            || s.word(grade.end).is_some_and(|w| w.is("on"))
                && s.word(grade.end + 1).is_some_and(|w| w.is("paper"))
            || s.words[at..grade.first].iter().any(|w| w.is("had"));
        return (said && context.inspection || strong).then_some(found).flatten();
    }
    None
}

/// 'rated the council inadequate', 'gave the school good in three areas', 'judged standards at X
/// to be good'.
fn object(s: &Sentence<'_>, context: &Context<'_>, n: usize, floor: usize) -> Option<Licence> {
    let grade = &s.grades[n];
    let mut end = grade.first;
    while end > 0
        && (s.words[end - 1].is_quotation_mark()
            || s.words[end - 1].any(&[
                "as", "to", "be", "being", "a", "an", "still", "only", "is", "are", "now",
                "overall", "in", "the", "requires",
            ]))
    {
        end -= 1;
    }
    let start = s.clause_start(grade.first).max(floor).max(grade.first.saturating_sub(40));
    let held = |at: usize| {
        s.judgements.iter().any(|j| j.first <= at && at < j.end) || s.mention_at(at).is_some()
    };
    for verb in (start..end).rev() {
        let word = &s.words[verb];
        if word.mark || held(verb) {
            continue;
        }
        let ends_so = s.judgement_before(end).is_some()
            || s.mention_before(end).is_some()
            || s.before(end).is_some_and(|w| w.any(&["it", "them", "us", "they"]))
            || s.word(end).is_some_and(|w| w.any(&["as", "to"]))
            || s.before(end).is_some_and(|w| w.any(&[",", "–", ")"]) && !s.mentions.is_empty())
            || s.mentions.iter().any(|m| m.first > verb && m.end <= end)
            || s.judgements.iter().any(|j| j.first > verb && j.end <= end);
        if word.of(Class::RATING_VERB)
            && !word.any(&["grade", "grades", "rate", "rating", "grading"])
        {
            return ends_so.then(|| Licence::by(&rules::RATED_AS, verb));
        }
        if word.any(&["rates", "grades", "rate"]) && s.words[start..verb].iter().any(is_inspector) {
            return ends_so.then(|| Licence::by(&rules::RATED_AS, verb));
        }
        // Directly before the grade a verb governs it, or nothing does.
        if verb + 1 == end && !word.of(Class::RATING_VERB) {
            continue;
        }
        let finding = word.of(Class::FINDING_VERB)
            || word.any(&["gave", "gives", "given", "awarded", "handed", "puts", "put", "left"]);
        if finding {
            let inspectors = s.words[..verb].iter().any(is_inspector) || context.inspection;
            let linked = s.word(end).is_some_and(|w| w.any(&["as", "to", "in", "is", "are"]))
                || grade.quoted
                || grade.form != Form::Common
                || s.mention_before(end).is_some()
                || s.judgement_before(end).is_some()
                || s.before(end).is_some_and(|w| w.any(&["it", "them"]));
            if inspectors && linked && ends_so {
                return Some(Licence::by(&rules::RATED_AS, verb));
            }
        }
    }
    None
}

/// A grade that goes on from the one before: 'good for leadership and outstanding for behaviour'.
fn listed(s: &Sentence<'_>, n: usize, accepted: &[Option<Licence>]) -> Option<Licence> {
    let before = n.checked_sub(1)?;
    let earlier = accepted[before]?;
    let (from, to) = (s.grades[before].end, s.grades[n].first);
    if to - from > 22 {
        return None;
    }
    let held = |at: usize| {
        s.mention_at(at).is_some() || s.judgements.iter().any(|j| j.first <= at && at < j.end)
    };
    // 'rated good when it was last inspected, and outstanding the year before'
    let direct = s.before(to).is_some_and(|w| w.is("and"))
        && s.word(s.past_marks(s.grades[n].end))
            .is_none_or(|w| w.any(&[".", ",", ";", "the", "in", "last"]));
    if direct && s.any_in(from, to, &["when", "at", "in"]) {
        return Some(Licence { rule: &rules::LISTED, verb: to, left_behind: false, shares: false });
    }
    let counted = links::right(s, &s.grades[before]).end;
    let mut joined = false;
    for at in from..to {
        let word = &s.words[at];
        if word.any(&[
            "and", ",", "but", ";", "while", "with", "/", "whereas", "or", "although", "though",
        ]) {
            joined = true;
            continue;
        }
        let light = held(at)
            || at < counted
            || word.is_quotation_mark()
            || number(&word.plain).is_some()
            || word.any(&[
                "for",
                "in",
                "at",
                "of",
                "the",
                "its",
                "as",
                "a",
                "an",
                "both",
                "also",
                "again",
                "on",
                "one",
                "areas",
                "area",
                "categories",
                "being",
                "overall",
                "school",
                "itself",
                "to",
                "be",
                "was",
                "were",
                "is",
                "are",
                "then",
                "just",
                "only",
                "(",
                ")",
                "more",
                "other",
                "two",
                "three",
                "rated",
                "judged",
                "graded",
                "finally",
                "earlier",
                "later",
                "year",
                "years",
                "before",
                "respectively",
                "this",
                "last",
                "their",
                "his",
                "previously",
                "report",
                "inspection",
                "assessment",
                "visit",
                "under",
                "different",
                "name",
                "owners",
                "ofsted",
                "by",
                "when",
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december",
                "spring",
                "summer",
                "autumn",
                "needing",
                "former",
                "latter",
                "another",
                "each",
                // 'outstanding for being responsive to people's needs and good for being safe'
                "people's",
                "patients'",
                "needs",
                "questions",
                "key",
            ])
            || (word.plain.len() == 4 && word.plain.bytes().all(|b| b.is_ascii_digit()))
            || word.capital;
        if !light {
            return None;
        }
    }
    joined
        .then_some(Licence { rule: &rules::LISTED, verb: to, left_behind: false, shares: false })
        .map(|mut found| {
            if earlier.left_behind && s.any_in(from, to, &["and"]) && to - from <= 3 {
                found.left_behind = true;
                found.shares = earlier.shares;
            }
            found
        })
}

/// 'Good was the verdict on', 'Grade 4 was the verdict'.
fn verdict(s: &Sentence<'_>, grade: &GradeWords, after: usize) -> Option<Licence> {
    let was = s.word(after).is_some_and(|w| w.any(&["was", "is"]))
        && s.word(after + 1).is_some_and(|w| w.any(&["the", "its", "their", "ofsted's"]));
    (was && s.word(after + 2).is_some_and(|w| w.of(Class::RATING_NOUN)))
        .then(|| Licence::by(&rules::RATING_NOUN, grade.first))
}

/// 'The lowest grade was reserved for', 'a clean sweep of top grades'.
fn stand_in(s: &Sentence<'_>, context: &Context<'_>, grade: &GradeWords) -> Option<Licence> {
    let inspected = context.inspection || s.words.iter().any(is_inspector);
    match grade.form {
        Form::StandIn => {
            let given = s.words[grade.first.saturating_sub(8)..grade.first].iter().any(|w| {
                w.of(Class::GIVING_VERB) || w.of(Class::MOVING_VERB) || w.of(Class::RATING_VERB)
            });
            let sweep = s.any_in(
                grade.first.saturating_sub(4),
                grade.first,
                &["sweep", "set", "hat-trick"],
            );
            let reserved = s.any_in(grade.end, grade.end + 4, &["reserved", "went", "given"]);
            let exams = s.any_in(
                0,
                s.words.len(),
                &["gcse", "gcses", "a-level", "a-levels", "exam", "exams", "results", "btec"],
            );
            let inside = s.any_in(grade.first, grade.end, &["ofsted", "cqc", "estyn"]);
            let higher = s.words[grade.first].any(&["one", "a"]);
            ((given || sweep || reserved || inside) && (inspected || given || reserved) && !exams
                || higher)
                .then(|| Licence::by(&rules::STAND_IN, grade.first))
        }
        Form::Number => {
            let grade_word = s.words[grade.first].plain.starts_with("grade");
            let given = s.of_in(grade.first.saturating_sub(8), grade.first, Class::GIVING_VERB)
                || s.of_in(grade.first.saturating_sub(8), grade.first, Class::RATING_VERB)
                || s.any_in(
                    grade.first.saturating_sub(2),
                    grade.first,
                    &["from", "straight", "with"],
                )
                || copula_before(s, grade.first).is_some()
                || s.any_in(grade.first.saturating_sub(3), grade.first, &["was", "later"]);
            let scored = s.any_in(grade.first.saturating_sub(1), grade.first, &["scored"]);
            let of_six = context.scale.key == "six_grades";
            (scored
                || of_six
                || grade_word
                    && given
                    && (inspected || s.grades.len() > 1 || !s.mentions.is_empty()))
            .then(|| Licence::by(&rules::STAND_IN, grade.first))
        }
        _ => None,
    }
}

/// A grade alone in quotation marks, in a sentence that speaks of grading or names who is graded.
fn in_marks(
    s: &Sentence<'_>,
    context: &Context<'_>,
    grade: &GradeWords,
    next: Option<&Word<'_>>,
) -> Option<Licence> {
    if context.in_speech(grade.span) || context.document.kind != DocumentKind::News {
        // 'We have been ‘inadequate’' inside what somebody says.
        return None;
    }
    if !grade.quoted {
        // 'Castleby School, an RI school', 'two years later a grade two'
        return (grade.form == Form::Special
            && s.words[grade.first].is("ri")
            && s.before(grade.first).is_some_and(|w| w.any(&["an", "a", "the"])))
        .then(|| Licence::by(&rules::IN_MARKS, grade.first));
    }
    let speaks = s.words.iter().any(|w| {
        w.any(&[
            "ofsted",
            "cqc",
            "estyn",
            "inspectors",
            "inspector",
            "watchdog",
            "regulator",
            "hmicfrs",
        ]) || (w.of(Class::RATING_NOUN) && !w.any(&["result", "mark", "outcome"]))
    });
    let start = s.clause_start(grade.first);
    let subject = s.mentions.iter().any(|m| m.first >= start && m.end <= grade.first);
    let noun =
        next.is_some_and(|w| !w.mark && !w.of(Class::FOLLOWER) && !w.of(Class::PROVIDER_NOUN));
    let known = context.inspection && (speaks || subject || !s.judgements.is_empty()) && !noun;
    known.then(|| Licence::by(&rules::IN_MARKS, governing(s, grade.first).unwrap_or(grade.first)))
}
