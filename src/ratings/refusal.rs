//! What makes words for a grade no rating, though a verb or a noun of grading stands with them.
//!
//! | in the text | no rating because |
//! | --- | --- |
//! | '**could be** rated inadequate' | not given but possible |
//! | 'services **deserve** to be good' | wished |
//! | '**not yet** good', '**short of** good' | denied |
//! | 'a nursery rated inadequate is **usually** inspected again' | a general sentence |
//! | 'four **grades**: outstanding, good, …' | the scale explained |
//! | 'an internal **audit** rated the home as good' | by nobody who inspects |
//! | '“We always **thought** we were good”' | a person's opinion |

use super::Context;
use super::grades::{Form, GradeWords};
use super::licence::Licence;
use super::links;
use super::providers::{MentionKind, is_inspector};
use super::rules;
use super::sentence::Sentence;
use super::words::Class;
use crate::record::{DocumentKind, Span, Voice};

/// Whether a grade with a licence is no rating all the same.
pub(super) fn refused(
    s: &Sentence<'_>,
    context: &Context<'_>,
    n: usize,
    licence: &Licence,
) -> bool {
    let grade = &s.grades[n];
    // 'a string of poor ratings'
    if s.word(grade.end).is_some_and(|w| w.any(&["ratings", "grades", "judgements"]))
        && s.before(grade.first).is_some_and(|w| w.is("of"))
        && s.any_in(
            grade.first.saturating_sub(2),
            grade.first,
            &["string", "run", "series", "spate", "raft", "history"],
        )
    {
        return true;
    }
    // 'pupils got top grades in their GCSEs'
    let exams = ["gcse", "gcses", "a-level", "a-levels", "btec", "exam", "exams"];
    if grade.form == Form::StandIn && s.any_in(grade.end, grade.end + 8, &exams) {
        return true;
    }
    // 'Only care leavers escaped the bottom grade.'
    let escaped = ["escape", "escaped", "escapes", "escaping"];
    if grade.form == Form::StandIn && s.any_in(grade.first.saturating_sub(3), grade.first, &escaped)
    {
        return true;
    }
    // 'some of the lowest grades in the county' are no grade of anybody.
    if grade.form == Form::StandIn
        && s.any_in(grade.first.saturating_sub(3), grade.first, &["some", "among"])
        && s.words[grade.end - 1].plain.ends_with('s')
    {
        return true;
    }
    let label = licence.rule.name == rules::LABEL.name || licence.rule.name == rules::CAPTION.name;
    if label {
        return explains_scale(s, grade);
    }
    let verb = licence.verb.min(grade.first);
    let start = s.clause_start(verb);
    // 'Supervision was poor': a grade of two inspectorates, and elsewhere a fault.
    if grade.key == "poor"
        && !grade.quoted
        && [rules::IS.name, rules::LISTED.name].contains(&licence.rule.name)
        && !context.grades_poor()
    {
        return true;
    }
    if fragment(context, s, grade, verb) {
        return true;
    }
    // 'changed its provisional grade from good'
    if s.any_in(start, grade.first, &["provisional", "draft"]) {
        return true;
    }
    possible(s, grade, verb, start)
        || denied(s, grade, verb, start)
        || wished(s, grade, verb, start)
        || general(s, grade, verb)
        || explains_scale(s, grade)
        || by_others(context, s, grade, verb, start)
        || corrected(s)
        || opinion(s, context, grade, licence)
}

/// 'described as “outstanding in its reach”': praise, whose first word is no grade.
fn fragment(context: &Context<'_>, s: &Sentence<'_>, grade: &GradeWords, verb: usize) -> bool {
    let Some(quotation) = context.text.quotation_at(grade.span.start()) else { return false };
    let Some(segment) = quotation.segments.iter().find(|q| q.encloses(grade.span)) else {
        return false;
    };
    let outside = !segment.contains(s.words[verb].span.start());
    let rest = segment.end().saturating_sub(grade.span.end());
    outside
        && verb < grade.first
        && rest > 10
        && grade.form == Form::Common
        && segment.start() + 3 >= grade.span.start()
        && segment.len() < 90
}

/// 'could be rated', 'will be good again', 'must be good'.
fn possible(s: &Sentence<'_>, grade: &GradeWords, verb: usize, start: usize) -> bool {
    // 'will be back to a rating of good'
    let from = start.max(verb.saturating_sub(7));
    let to_be = |i: usize| i + 4 >= verb || s.word(i + 1).is_some_and(|w| w.is("be"));
    let to = grade.first;
    // What is put in between ('the home, which cannot be named, …') governs nothing.
    let near = |i: usize| to_be(i) && (i <= verb || i + 4 >= to || verb + 3 >= to);
    let modal = (from..to).filter(|&i| near(i)).map(|i| &s.words[i]).any(|w| {
        // The month is written with a capital.
        w.of(Class::MODAL) && !(w.is("may") && w.capital)
    });
    modal && !s.any_in(from, to, &["cannot,"])
}

/// 'not yet good', 'never been judged', 'short of'.
fn denied(s: &Sentence<'_>, grade: &GradeWords, verb: usize, start: usize) -> bool {
    if matches!(grade.form, Form::Effective | Form::Met) {
        return false;
    }
    // 'was the only area to fall short and was graded good', 'was not inspected and so remains
    // good': another verb is denied.
    let mut group = verb;
    while group > start
        && (s.is_copula(group - 1) && !s.words[group - 1].is("be")
            || s.words[group - 1].any(&["so", "has", "have", "had", "still", "now"]))
    {
        group -= 1;
    }
    let second = group > start && s.words[group - 1].is("and");
    let from = if second { group } else { start.max(verb.saturating_sub(4)) };
    let to = grade.first;
    let mut i = from;
    while i < to {
        let word = &s.words[i];
        if i > verb && i + 4 < to && to > verb + 8 {
            i += 1;
            continue;
        }
        // 'rose from not sufficiently good to good' denies nothing.
        let other_grade = s.grades.iter().any(|g| g.first <= i && i < g.end);
        if word.of(Class::NEGATION) && !other_grade {
            let next = s.word(i + 1);
            let longer = word.is("no") && next.is_some_and(|w| w.is("longer"));
            let only =
                word.is("not") && next.is_some_and(|w| w.any(&["only", "just", "surprisingly"]));
            let far = word.is("far") && !next.is_some_and(|w| w.any(&["from", "short"]));
            let yet = word.is("yet") && !s.any_in(from, i, &["not"]);
            let rather =
                word.any(&["rather", "instead"]) && !next.is_some_and(|w| w.any(&["than", "of"]));
            let less = word.is("less") && !next.is_some_and(|w| w.is("than"));
            // 'None of its other sites has been graded' ends before 'but'.
            if !(longer || only || far || yet || rather || less) {
                return true;
            }
        }
        i += 1;
    }
    // 'No school in the trust is inadequate', 'Neither was judged good'
    let first = s.words[start..verb.min(start + 3).max(start)].first();
    first.is_some_and(|w| w.any(&["no", "neither", "none", "nobody"]))
        && !s.word(start + 1).is_some_and(|w| w.is("longer"))
}

/// 'deserve to be good', 'on the road to', 'whether'.
fn wished(s: &Sentence<'_>, grade: &GradeWords, _verb: usize, start: usize) -> bool {
    let near = start.max(grade.first.saturating_sub(7));
    let loose = &[
        "risk",
        "risks",
        "right",
        "plan",
        "plans",
        "planned",
        "path",
        "likely",
        "able",
        "target",
        "reach",
        "push",
        "reaching",
        "road",
        "chance",
        "become",
        "definition",
        "criteria",
    ];
    // 'a report which is expected to rate the trust inadequate'
    let expected = (start.max(grade.first.saturating_sub(12))..grade.first).any(|i| {
        s.words[i].is("expected")
            && s.word(i + 1).is_some_and(|w| w.is("to"))
            && !s.grades.iter().any(|g| g.first <= i && i < g.end)
            && !s.any_in(i, grade.first, &[",", "and"])
    });
    if expected {
        return true;
    }
    for i in near..grade.first {
        let word = &s.words[i];
        // 'Priory Road' and 'Hope House' are names.
        // 'understanding fires and other risks' names a judgement.
        let named = s.judgements.iter().any(|j| j.first <= i && i < j.end);
        if !word.of(Class::HOPE) || (word.capital && i > 0) || named {
            continue;
        }
        if word.any(loose) && grade.first - i > 5 {
            continue;
        }
        // 'a home on the same road, good in August' hopes for nothing.
        if word.is("road") && !s.word(i + 1).is_some_and(|w| w.any(&["to", "back"])) {
            continue;
        }
        return true;
    }
    // A condition governs its whole clause; a hope all that follows it.
    let mut far = start.max(grade.first.saturating_sub(18));
    // 'wanted to be rated good, after its services were deemed inadequate'
    let opening = far;
    for i in opening..grade.first {
        let turns = s.words[i].is(",")
            && s.word(i + 1).is_some_and(|w| {
                w.any(&[
                    "after",
                    "when",
                    "following",
                    "having",
                    "since",
                    "despite",
                    "before",
                    "which",
                    "as",
                ])
            });
        if turns {
            far = i + 1;
        }
    }
    if (far..grade.first).any(|i| {
        // 'Ambition Academy' hopes for nothing.
        !(s.words[i].capital && i > 0)
            && s.words[i].any(&[
                "if", "unless", "whether", "hope", "hopes", "hoped", "want", "wants", "wanted",
                "until", "ambition", "deserve", "fear", "aim", "aims", "should",
            ])
    }) {
        return true;
    }
    // 'Had the inspectors stayed'
    s.words.first().is_some_and(|w| w.any(&["had", "were"]))
        && s.any_in(0, s.words.len(), &["might", "would", "could"])
}

/// 'A nursery rated inadequate is usually inspected again', 'Where a provider is found to be'.
fn general(s: &Sentence<'_>, grade: &GradeWords, verb: usize) -> bool {
    if s.words.first().is_some_and(|w| w.any(&["where", "if", "when"]))
        && s.word(1).is_some_and(|w| w.any(&["a", "an", "any", "schools", "providers"]))
        && grade.first < 16
    {
        return true;
    }
    // 'I have been in good homes with a poor rating'
    let any_of = grade.first.checked_sub(2).is_some_and(|i| {
        s.words[i].is("with")
            && s.words[i + 1].any(&["a", "an"])
            && s.mention_before(i).is_some_and(|m| {
                m.kind == MentionKind::Common
                    && s.words[m.end - 1].plain.ends_with('s')
                    && !(m.first.saturating_sub(2)..m.first).any(|i| {
                        s.words[i].possessive()
                            || s.words[i].any(&["the", "these", "those", "its", "their", "other"])
                    })
            })
    });
    if any_of {
        return true;
    }
    let habit =
        s.of_in(0, s.words.len(), Class::HABIT) || s.of_in(grade.end, s.words.len(), Class::MODAL);
    if !habit {
        return false;
    }
    // 'a provider with an inadequate rating is usually removed'
    let with = (grade.first.saturating_sub(3)..grade.first).find(|&i| s.words[i].is("with"));
    if let Some(owner) = with.and_then(|i| s.mention_before(i))
        && owner.kind == MentionKind::Common
    {
        let plural = s.words[owner.end - 1].plain.ends_with('s');
        let any = |w: &super::words::Word<'_>| w.any(&["a", "an", "any", "that"]) || w.mark;
        let free = s.before(owner.first).is_none_or(any);
        if free || plural && s.of_in(grade.end, s.words.len(), Class::HABIT) {
            return true;
        }
    }
    // A bare plural or 'a' noun directly before the participle or before 'that are'.
    let mut at = verb;
    while at > 0
        && (s.is_copula(at - 1)
            || s.words[at - 1].any(&["that", "which", "who", "has", "have", "been"]))
    {
        at -= 1;
    }
    let Some(mention) = s.mention_before(at) else { return false };
    if mention.kind != MentionKind::Common {
        return false;
    }
    let article = mention.first.checked_sub(1).map(|i| &s.words[i]);
    let plural = s.words[mention.end - 1].plain.ends_with('s');
    let determined = |w: &super::words::Word<'_>| {
        w.possessive()
            || w.any(&["the", "these", "those", "its", "their", "our", "other", "its", "all"])
            || super::words::number(&w.plain).is_some()
    };
    let bare =
        article.is_none_or(|w| w.any(&["a", "an", "any"]) || w.mark || plural && !determined(w));
    let relative = at < verb || !s.is_copula(verb.saturating_sub(1));
    // 'must' after the grade belongs to another sentence when 'and' stands between.
    bare && (plural || article.is_some_and(|w| w.any(&["a", "an", "any"])))
        && relative
        && !s.any_in(at, verb, &["has", "have", "been"])
}

/// 'four grades: outstanding, good, …', 'good means', 'outstanding or inadequate'.
fn explains_scale(s: &Sentence<'_>, grade: &GradeWords) -> bool {
    let mut keys: Vec<&str> = s.grades.iter().map(|g| &*g.key).collect();
    keys.sort_unstable();
    keys.dedup();
    let named = s.mentions.iter().any(|m| m.kind == MentionKind::Name);
    let talk = s.words.iter().any(|w| {
        w.any(&[
            "grades",
            "ratings",
            "scale",
            "judgements",
            "system",
            "levels",
            "possible",
            "run",
            "runs",
            "ranging",
            "five-point",
            "four-point",
        ]) && !w.any(&["run", "runs"])
    });
    let judged = s.judgements.iter().any(|j| !j.overall);
    if keys.len() >= 3 && talk && !named && !judged {
        return true;
    }
    let after = s.past_marks(grade.end);
    let next = |n: usize| s.word(after + n);
    if next(0).is_some_and(|w| w.any(&["means", "meaning", "meant"])) && !named {
        return true;
    }
    // '‘requires improvement’ is not a resting place'
    if next(0).is_some_and(|w| w.any(&["is", "isn't"]))
        && next(1).is_some_and(|w| w.any(&["not", "a", "no", "never", "just", "only"]))
        && grade.quoted
    {
        return true;
    }
    if next(0).is_some_and(|w| w.any(&["or"]))
        && (next(1).is_some_and(|w| w.any(&["better", "above", "higher", "worse", "below"]))
            || s.grades.iter().any(|g| g.first >= after && g.first <= s.past_marks(after + 1)))
    {
        return !s.mentions.iter().any(|m| m.kind == MentionKind::Group)
            && !is_told_passive(s, grade, after)
            && !is_counted(s, grade);
    }
    let mut back = grade.first;
    while back > 0 && s.words[back - 1].is_quotation_mark() {
        back -= 1;
    }
    if s.before(back).is_some_and(|w| w.is("or"))
        && s.grades.iter().any(|g| s.past_marks(g.end) + 1 == back)
    {
        return !s.mentions.iter().any(|m| m.kind == MentionKind::Group) && !is_counted(s, grade);
    }
    if s.before(back).is_some_and(|w| w.is("either")) {
        return true;
    }
    // 'rated outstanding, good, requires improvement or inadequate'
    let beside = |a: usize, b: usize| {
        s.grades
            .iter()
            .any(|g| g.first == a && g.key != grade.key || g.end == b && g.key != grade.key)
    };
    let comma_after =
        next(0).is_some_and(|w| w.is(",")) && beside(s.past_marks(after + 1), usize::MAX);
    let comma_before = s.before(back).is_some_and(|w| w.is(","))
        && s.grades.iter().any(|g| s.past_marks(g.end) + 1 == back && g.key != grade.key);
    if (comma_after || comma_before) && keys.len() >= 3 {
        return true;
    }
    // 'reached the expected standard in reading'
    if grade.key == "expected_standard"
        && s.any_in(
            0,
            s.words.len(),
            &["reading", "maths", "phonics", "writing", "%", "cent", "pupils", "leavers"],
        )
        && !s.words.iter().any(|w| w.any(&["ofsted", "graded", "judged", "rated"]))
        && !grade.quoted
    {
        return true;
    }
    // 'from urgent improvement to exceptional', of a scale
    if talk
        && s.any_in(
            0,
            s.words.len(),
            &["given", "uses", "use", "system", "scale", "framework", "scrapped", "bottom"],
        )
        && !named
        && !judged
        && keys.len() >= 2
    {
        return true;
    }
    // 'the lowest rating of inadequate', 'the top grade, excellent,' says it once.
    if grade.form == Form::StandIn
        && s.grades.iter().any(|g| {
            g.first > grade.first
                && g.first <= grade.end + 3
                && s.words[grade.end..g.first].iter().all(|w| w.mark || w.any(&["of", "a"]))
        })
    {
        return true;
    }
    // 'rated outstanding, the first in the county to get the top grade' says it again, too.
    let only = (grade.first.saturating_sub(10)..grade.first)
        .find(|&i| s.words[i].any(&["first", "only"]))
        .filter(|&i| s.any_in(i, grade.first, &["to"]));
    if let Some(only) = only.filter(|_| grade.form == Form::StandIn)
        && s.grades.iter().any(|g| g.end <= only && g.key == grade.key)
    {
        return true;
    }
    // 'rated inadequate – its lowest rating' says the same again.
    if grade.form == Form::StandIn
        && s.grades.iter().any(|g| {
            g.end < grade.first
                && g.key == grade.key
                && s.words[g.end..grade.first]
                    .iter()
                    .all(|w| w.mark || w.any(&["the", "its", "their", "ofsted's", "a"]))
        })
    {
        return true;
    }
    // 'The quality of assessments ranges from good to requiring improvement'
    let from = grade.first.saturating_sub(12);
    // 'the home's grades ranged from weak to good'
    let told = (from..grade.first).any(|i| {
        s.words[i].any(&["ranged", "varied"])
            && s.any_in(i.saturating_sub(1), i, &["grades", "ratings", "gradings"])
    });
    if !told
        && s.any_in(
            from,
            grade.first,
            &["ranges", "ranged", "ranging", "varies", "varied", "vary", "range", "mix"],
        )
    {
        return true;
    }
    // 'The word satisfactory was replaced', 'single-word judgements were scrapped'
    let gone = s.any_in(
        0,
        s.words.len(),
        &["replaced", "scrapped", "abolished", "definition", "dropped:", "defined"],
    );
    if gone && !named {
        return true;
    }
    // 'Requires improvement is the second lowest of the four ratings', 'Grade 1 is outstanding'
    let is = next(0).is_some_and(|w| w.is("is"));
    let other_grade = s.grades.iter().any(|g| g.first > after && g.first <= after + 3);
    let number_first = grade.form == Form::Number && is && other_grade;
    let after_number = s.grades.iter().any(|g| {
        g.form == Form::Number
            && g.end < grade.first
            && g.end + 2 >= grade.first
            && s.word(g.end).is_some_and(|w| w.is("is"))
    });
    number_first || after_number || (is && other_grade && grade.first <= 1)
}

/// 'was good or adequate **in seven of the nine areas**': so many were, and no grade is explained.
fn is_counted(s: &Sentence<'_>, grade: &GradeWords) -> bool {
    links::right(s, grade).extent.is_some_and(|extent| extent.of.is_some())
}

/// 'The trust's settings **are all rated** good or better': of some that the text knows, where 'homes
/// that are rated good or better' would be any.
fn is_told_passive(s: &Sentence<'_>, grade: &GradeWords, after: usize) -> bool {
    let better = s.word(after + 1).is_some_and(|w| w.any(&["better", "above", "higher"]));
    let Some(verb) = grade.first.checked_sub(1).filter(|&i| s.words[i].of(Class::RATING_VERB))
    else {
        return false;
    };
    let mut at = verb;
    while at > 0
        && (s.is_copula(at - 1)
            || s.words[at - 1].any(&["all", "both", "now", "each", "had", "have", "has", "also"]))
    {
        at -= 1;
    }
    let passive = (at..verb).any(|i| s.is_copula(i));
    let any = s.before(at).is_none_or(|w| w.any(&["that", "which", "who", "to", "if"]));
    let plural = s.mention_before(at).is_some_and(|m| {
        m.kind == MentionKind::Common
            && s.words[m.end - 1].plain.ends_with('s')
            && !(m.first.saturating_sub(3)..m.first).any(|i| {
                s.words[i].possessive()
                    || s.words[i].any(&["its", "their", "our", "other", "remaining", "the"])
            })
    });
    better && passive && !any && !plural
}

/// Whether the inspectorate itself says what stands at a place: in its report, or in marks.
fn is_inspectorates(context: &Context<'_>, span: Span) -> bool {
    match context.voice_of(span) {
        Some(voice) => voice == Voice::Inspectorate,
        None => matches!(context.document.kind, DocumentKind::Report | DocumentKind::Letter),
    }
}

/// An audit, a survey, the leaders themselves.
fn by_others(
    context: &Context<'_>,
    s: &Sentence<'_>,
    grade: &GradeWords,
    verb: usize,
    start: usize,
) -> bool {
    let from = start.max(verb.saturating_sub(14));
    let inspectors = s.words[from..grade.first]
        .iter()
        .any(|w| is_inspector(w) && !w.any(&["inspection", "inspections", "report"]));
    let other = (from..grade.end).find(|&i| s.words[i].of(Class::OTHER_RATER));
    // 'described by parents as …, has been judged good' is not by parents.
    let done = other.is_some_and(|i| {
        s.words[i].any(&["parents", "visitors", "students", "users", "fans"])
            && (s.any_in(i, verb, &["has", "have", "been", "was", "were", "it"])
                // 'Parents “shocked” as school slips to lowest rating'
                || s.of_in(verb.saturating_sub(2), verb + 1, Class::MOVING_VERB))
    });
    if other.is_some() && !inspectors && !done {
        return true;
    }
    // 'Leadership was poor, parents said.'
    let sayer = grade.end + 1;
    if s.word(grade.end).is_some_and(|w| w.is(","))
        && s.word(sayer).is_some_and(|w| w.of(Class::OTHER_RATER))
        && s.word(sayer + 1).is_some_and(|w| w.any(&["said", "say", "told", "claimed"]))
    {
        return true;
    }
    let by = (grade.end..(grade.end + 5).min(s.words.len())).find(|&i| s.words[i].is("by"));
    // 'judged poor by most of those who answered the survey'
    if by.is_some_and(|by| {
        s.of_in(by, by + 4, Class::OTHER_RATER)
            || s.any_in(by, by + 3, &["those", "people", "most", "many"])
                && s.of_in(by, by + 10, Class::OTHER_RATER)
    }) {
        return true;
    }
    // '“It is a powder keg,” he says, rating morale as poor': the speaker rates.
    let participles = ["rating", "grading", "judging", "describing", "calling", "branding"];
    let speaker_rates = (start.max(2)..grade.first).any(|i| {
        s.words[i].any(&participles)
            && s.words[i - 1].is(",")
            && s.words[i - 2].any(&["says", "said", "adds", "added"])
            && !s.words[i.saturating_sub(6)..i].iter().any(is_inspector)
    });
    if speaker_rates {
        return true;
    }
    // 'Leaders had judged the quality of education to be good', 'In her view'
    let mut subject = verb;
    while subject > 0 && s.words[subject - 1].any(&["had", "have", "has", "also", "themselves"]) {
        subject -= 1;
    }
    // 'practice with children and families found to be good': families are in the judgement.
    let judged = s.judgements.iter().any(|j| j.first + 2 < subject && subject <= j.end);
    // 'We rated the hospital as good', but 'it' may be any of its services.
    let inspectors_own = s.before(subject).is_some_and(|w| w.is("we"))
        && !s.any_in(verb, grade.first, &["it", "them", "this", "these"])
        && is_inspectorates(context, grade.span);
    if verb > 0
        && !judged
        && !inspectors_own
        && !s.is_copula(verb)
        && s.before(subject).is_some_and(|w| {
            w.any(&[
                "leaders",
                "governors",
                "staff",
                "pupils",
                "residents",
                "families",
                "managers",
                "teachers",
                "i",
                "we",
                "bosses",
                "officers",
                "trustees",
            ])
        })
        && s.words[verb].plain != "were"
        && !s.words[subject..verb].iter().any(|w| w.is("been"))
        && s.words[verb].any(&[
            "judged",
            "rated",
            "graded",
            "assessed",
            "described",
            "evaluated",
            "considered",
            "judge",
            "rate",
            "think",
            "marked",
            "found",
            "called",
            "declared",
        ])
        && !s.is_copula(subject)
    {
        return true;
    }
    (0..grade.first.saturating_sub(1)).any(|i| {
        (s.words[i].any(&["my", "her", "his", "their", "our", "your"]) || s.words[i].possessive())
            && (s.words[i + 1].any(&["view", "opinion", "eyes", "evaluation"])
                || (s.words[i + 1].is("own")
                    && s.word(i + 2).is_some_and(|w| {
                        w.any(&[
                            "assessment",
                            "evaluation",
                            "view",
                            "work",
                            "rating",
                            "self-assessment",
                            "judgement",
                        ])
                    })))
    })
}

/// 'An earlier version of this article said'.
fn corrected(s: &Sentence<'_>) -> bool {
    s.words.windows(2).any(|pair| {
        pair[0].any(&["earlier", "previous", "original", "former"])
            && pair[1].any(&["version", "versions"])
    })
}

/// What a person says: a grade counts when it is told as a fact, with words of grading.
fn opinion(s: &Sentence<'_>, context: &Context<'_>, grade: &GradeWords, licence: &Licence) -> bool {
    // A sign that 'proclaims it to be' so tells no news.
    let boast = s.clause_start(grade.first);
    if s.any_in(boast, grade.first, &["proclaims", "proclaimed", "proclaiming"]) {
        return true;
    }
    // 'Its website says: “We are rated good by Ofsted.”'
    let adverts = ["website", "brochure", "leaflet", "banner", "prospectus"];
    if context.in_speech(grade.span) && s.any_in(0, grade.first, &adverts) {
        return true;
    }
    let Some(voice) = context.voice_of(grade.span) else {
        // Outside quotations, what somebody thinks is still only thought.
        let start = s.clause_start(grade.first);
        return s.any_in(
            start,
            grade.first,
            &[
                "insisted",
                "insists",
                "thinks",
                "thought",
                "believes",
                "believed",
                "claimed",
                "boasts",
                "boasted",
                "proclaims",
                "proclaimed",
            ],
        ) && licence.rule.name != rules::RATED_AS.name
            && licence.rule.name != rules::RATING_NOUN.name;
    };
    if voice == Voice::Inspectorate {
        return false;
    }
    let start = s.clause_start(grade.first);
    // '“Ofsted now says that we are good”' tells what is.
    let told = (start + 1..grade.first).any(|i| {
        s.words[i].any(&["says", "say"])
            && s.words[i.saturating_sub(2).max(start)..i].iter().any(is_inspector)
    });
    if told {
        return false;
    }
    if s.any_in(
        start,
        grade.first,
        &[
            "think",
            "thought",
            "believe",
            "believed",
            "believing",
            "feel",
            "felt",
            "reckon",
            "consider",
            "say",
            "settled",
            "says",
        ],
    ) || s.any_in(start.max(licence.verb.saturating_sub(3)), licence.verb, &["i"])
    {
        return licence.rule.name != rules::RATING_NOUN.name
            || s.any_in(start, grade.first, &["think", "thought", "believe"]);
    }
    let named = licence.rule.name;
    // '“A good rating does not make a good school”' is of no school.
    let bare = s.words[..grade.first].iter().rev().take(2).any(|w| w.any(&["a", "one", "any"]));
    let makes = s.any_in(
        grade.end,
        grade.end + 4,
        &["doesn't", "does", "can", "is", "isn't", "makes", "means", "tells", "won't"],
    );
    let leads = s.words[..grade.first].iter().rev().take_while(|w| !w.is_quotation_mark()).count();
    if named == rules::RATING_NOUN.name && bare && makes && leads <= 2 {
        return true;
    }
    let told = named == rules::RATED_AS.name
        || named == rules::RATING_NOUN.name
        || named == rules::STAND_IN.name
        || named == rules::CHANGE.name
        || named == rules::GRADE_RATED.name
        || named == rules::GIVEN.name
        || (named == rules::LISTED.name && n_before_accepted(s, grade))
        || grade.form == Form::Verb
        || grade.form == Form::Special
        || grade.form == Form::Effective
        || s.word(grade.end).is_some_and(|w| w.is("on"))
            && s.word(grade.end + 1).is_some_and(|w| w.is("paper"))
        || named == rules::LABEL.name
        // '“To be told that we are now good”'
        || s.any_in(start, grade.first, &["told", "tell"]) && s.any_in(start, grade.first, &["that"])
        || s.mentions.iter().any(|m| {
            m.kind == MentionKind::Group && m.end <= grade.first && !s.words[m.end - 1].is("them")
        })
        || s.words.iter().enumerate().any(|(i, w)| {
            w.any(&["ofsted", "inspectors", "cqc", "estyn", "inspection", "watchdog", "regulator"])
                // 'The staff are outstanding, whatever Ofsted says.'
                && !s.any_in(i.saturating_sub(2), i, &["whatever", "if", "when"])
        });
    !told
}

fn n_before_accepted(s: &Sentence<'_>, grade: &GradeWords) -> bool {
    s.grades.iter().any(|g| g.end <= grade.first)
}
