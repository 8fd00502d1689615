//! The part of a list item that names its area.
//!
//! | item | area |
//! | --- | --- |
//! | 'The quality of plans, so that they are clear.' | 'quality of plans' |
//! | 'Improve the quality of teaching by: …' | 'quality of teaching' |
//! | 'Leaders should strengthen their oversight of visits to ensure …' | 'oversight of visits' |
//! | 'The curriculum is not coherent. …' | 'curriculum' |
//! | 'Homes for brothers and sisters. (Outcome 3, national framework)' | 'Homes for brothers and sisters', and the tag |

use super::lists::{Item, is_tag};
use super::page::cut;
use crate::record::Span;
use crate::tables::reports::{ABILITY_NOUNS, DEMANDING_VERBS, ITEM_TURNS, PURPOSE_VERBS};

/// What an item says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Where the words that name the area stand.
    pub span: Span,
    /// The area, its lines joined.
    pub name: String,
    /// The reference in brackets at the item's end, without the brackets.
    pub tag: Option<Span>,
}

/// An item's lines joined by single spaces, and where they came from.
struct Joined {
    text: String,
    /// For each line, where it begins in `text` and in the source.
    parts: Vec<(usize, Span)>,
}

impl Joined {
    fn of(item: &Item, source: &str) -> Joined {
        let (mut text, mut parts) = (String::new(), Vec::new());
        for part in &item.parts {
            let part = &without_due_date(*part, source);
            if part.is_empty() {
                continue;
            }
            if hyphenated(&text, part.of(source)) {
                // 'multi-⏎agency', or 'pro-⏎vision' where the text knows the word as one.
                let letters = |c: char| !c.is_alphabetic();
                let head = text[..text.len() - 1].rsplit(letters).next().unwrap_or_default();
                let tail = part.of(source).split(letters).next().unwrap_or_default();
                let known = cut(source, KNOWN).as_bytes();
                if memchr::memmem::find(known, format!("{head}{tail}").as_bytes()).is_some() {
                    text.pop();
                }
            } else if !text.is_empty() {
                text.push(' ');
            }
            // A space that does not break is a space.
            let mut start = part.start();
            for (number, piece) in part.of(source).split('\u{a0}').enumerate() {
                if number > 0 {
                    text.push(' ');
                }
                let span = Span::new(start, start + piece.len());
                parts.push((text.len(), span));
                text.push_str(piece);
                start = span.end() + '\u{a0}'.len_utf8();
            }
        }
        Joined { text, parts }
    }

    /// The span in the source of a range of the joined text.
    fn span(&self, start: usize, end: usize) -> Span {
        let place = |at: usize, closing: bool| {
            let reached = |begin: usize| if closing { begin < at } else { begin <= at };
            let number = self.parts.partition_point(|(begin, _)| reached(*begin)).saturating_sub(1);
            let (begin, part) = self.parts[number];
            (part.start() + (at - begin)).min(part.end())
        };
        let start = place(start, false);
        Span::new(start, place(end, true).max(start))
    }
}

/// How much of a text, in bytes, is looked through for a word that a line's end divides.
const KNOWN: usize = 200_000;

/// Whether a word is divided between what stands before and `next`. In '16- and 17-year-olds' it
/// is not.
fn hyphenated(before: &str, next: &str) -> bool {
    let first = next.split(' ').next().unwrap_or(next);
    before.ends_with('-')
        && before[..before.len() - 1].ends_with(char::is_alphanumeric)
        && next.starts_with(char::is_lowercase)
        && !matches!(first, "and" | "or" | "to")
}

/// A line of an item without the cell of a column of due dates at its end.
fn without_due_date(line: Span, source: &str) -> Span {
    let words = line.of(source);
    match words.rfind("   ") {
        Some(at) if is_due_date(words[at..].trim()) => {
            Span::new(line.start(), line.start() + words[..at].trim_end().len())
        }
        _ => line,
    }
}

/// Whether a cell holds a date or a part of one: '23/09/2022', '7 October', '2022'.
fn is_due_date(cell: &str) -> bool {
    cell.len() <= 18
        && cell.starts_with(|c: char| c.is_ascii_digit())
        && cell.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | ' '))
}

/// Finds the naming part of `item`.
pub(crate) fn name(item: &Item, source: &str) -> Named {
    let joined = Joined::of(item, source);
    let text = joined.text.as_str();
    let (body, tag) = untagged(text);
    let from = particular(&text[..body]);
    let (start, end) = naming(&text[from..body]);
    let (mut start, end) = (start + from, end + from);
    let end = trimmed_end(text, start, end);
    start = start.min(end);
    let name = text[start..end].split_whitespace().collect::<Vec<_>>().join(" ");
    let tag = tag.map(|(start, end)| joined.span(start, end));
    Named { span: joined.span(start, end), name, tag }
}

/// Past the standard that an item quotes before it says what is to be done: 'The care planning
/// standard is that … In particular, ensure that …'.
fn particular(text: &str) -> usize {
    const CUE: &str = "In particular, ";
    match text.find(CUE) {
        Some(at) if text[..at].contains(" standard is ") => at + CUE.len(),
        _ => 0,
    }
}

/// Where the words before a closing reference end, and the reference.
fn untagged(text: &str) -> (usize, Option<(usize, usize)>) {
    let tail = text.trim_end_matches(|c: char| c == '.' || c == ' ' || c.is_ascii_digit());
    if let Some(inner) = tail.strip_suffix(')')
        && let Some(open) = inner.rfind('(')
        && inner.len() - open < 160
        && is_tag(&inner[open..])
    {
        return (text[..open].trim_end().len(), Some((open + 1, inner.len())));
    }
    (text.len(), None)
}

/// Where the name begins and ends in an item's text.
fn naming(text: &str) -> (usize, usize) {
    let sentence = sentence_end(text);
    // Two or three sentences, the last of them a demand: the fault is named first.
    let mut start = 0;
    if let Some(demand) = demand(&text[..sentence]) {
        start = demand;
    } else if let Some(end) = fault(&text[..sentence]) {
        start = article(text, start);
        let start = place(text, start, end);
        return (start, end);
    }
    let verb = verb(&text[..sentence], start);
    let demanded = verb > start;
    let stripped = verb;
    start = article(text, verb);
    let mut length = turn(&text[start..sentence]);
    // 'Raise standards by …' tells how.
    let by = text[start..start + length].find(" by ").filter(|_| demanded);
    length = by.unwrap_or(length);
    // 'Raise attainment by: – checking …'
    length = text[start..start + length].trim_end().strip_suffix(" by").map_or(length, str::len);
    // A verb alone is no area: 'develop, through new arrangements, a better understanding'.
    if stripped > 0 && by.is_none() && !text[start..start + length].trim().contains(' ') {
        return (stripped, sentence.max(stripped));
    }
    (start, start + length)
}

/// Where the first sentence of an item ends.
fn sentence_end(text: &str) -> usize {
    text.match_indices(['.', '!', '?', ';'])
        .map(|(at, _)| at)
        .find(|at| {
            // 'NMS 22.1' has no end in it.
            let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
            if *at > 0 && digit(at - 1) && digit(at + 1) {
                return false;
            }
            let rest = text[at + 1..]
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ')' | '”' | '’'));
            rest.is_empty()
                || (rest.starts_with(' ')
                    && (text.as_bytes()[*at] == b';'
                        || rest.trim_start().starts_with(|c: char| c.is_uppercase() || c == '(')))
        })
        .unwrap_or(text.len())
}

/// Where what is demanded begins, after 'Leaders should', 'The police must', 'need to'.
fn demand(sentence: &str) -> Option<usize> {
    let (at, len) = first_of(sentence, &["should ", "must ", "need to ", "needs to "])?;
    // Not in a clause of its own: 'plans, which should be …'.
    let before = &sentence[..at];
    if before.contains(',') && before.len() > 60 || before.len() > 120 {
        return None;
    }
    // 'what pupils should learn'
    let inner = before.rsplit(' ').take(3).any(|word| {
        matches!(word, "that" | "which" | "who" | "when" | "where" | "what" | "how" | "than")
    });
    if inner {
        return None;
    }
    let clause = [" that", " which", " who", " when", " they", " what", " it", " than"];
    if clause.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let mut start = at + len;
    for adverb in [
        "also ",
        "therefore ",
        "now ",
        "continue to ",
        "urgently ",
        "act with urgency to ",
        "act urgently to ",
        "act to ",
        "work together to ",
        "take action to ",
        "work at pace to ",
        "urgently ",
    ] {
        if sentence[start..].starts_with(adverb) {
            start += adverb.len();
        }
    }
    Some(start)
}

/// The space before the first of some cues, and how long it is with the cue.
fn first_of(text: &str, cues: &[&str]) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b' ', bytes).find_map(|at| {
        let rest = &bytes[at + 1..];
        let first = *rest.first()?;
        let cue = cues.iter().find(|cue| {
            let cue = cue.as_bytes();
            cue[0] == first && rest.starts_with(cue)
        });
        cue.map(|cue| (at, cue.len() + 1))
    })
}

/// What a fault begins with.
const FAULTS: &[&str] = &[
    "is not ",
    "are not ",
    "does not ",
    "do not ",
    "was not ",
    "were not ",
    "was too ",
    "were too ",
    "is too ",
    "are too ",
    "is weak",
    "are weak",
    "is poor",
    "are poor",
    "was low",
    "is low",
    "were high",
    "are inconsistent",
    "is inconsistent",
    "was poor",
    "were poor",
    "is variable",
    "are variable",
    "exceed ",
    "is limited",
    "are limited",
    "is thin",
    "are thin",
    "is underdeveloped",
    "are underdeveloped",
    "is uneven",
    "are uneven",
];

/// Where the subject of a fault ends ('The curriculum | is not coherent').
fn fault(sentence: &str) -> Option<usize> {
    first_of(sentence, FAULTS).map(|(at, _)| at).filter(|at| {
        let subject = &sentence[..*at];
        let placed = subject.starts_with("In ") || subject.starts_with("At ");
        subject.matches([',', ':']).count() <= usize::from(placed)
            && ![" that", " which", " who", " when", " they", " where"]
                .iter()
                .any(|word| subject.contains(&format!("{word} ")) || subject.ends_with(word))
            && !is_person(subject)
            && !is_bare_name(subject)
    })
}

/// Whether a subject is one word with a capital that is no first word of a longer phrase: a body
/// ('The MASH', 'Schools') or the 'There' of 'There are not enough', which name no area.
fn is_bare_name(subject: &str) -> bool {
    let bare = subject.strip_prefix("The ").unwrap_or(subject);
    !bare.contains(' ') && bare.starts_with(|c: char| c.is_uppercase())
}

/// Whether a subject is people, whom no area is named after: then the clause names it.
fn is_person(subject: &str) -> bool {
    // 'The attendance of some pupils' is no person, 'a number of pupils' are.
    let head = subject.split(" of ").next().filter(|head| {
        !["number", "group", "majority", "minority", "few", "most", "many", "some", "proportion"]
            .iter()
            .any(|many| head.ends_with(many))
    });
    let last = head.unwrap_or(subject).rsplit(' ').next().unwrap_or("").to_lowercase();
    matches!(
        last.as_str(),
        "staff"
            | "leaders"
            | "governors"
            | "managers"
            | "pupils"
            | "children"
            | "teachers"
            | "parents"
            | "workers"
            | "inspectors"
            | "they"
            | "learners"
            | "trustees"
            | "practitioners"
            | "boys"
            | "prisoners"
    )
}

/// Past an opening place in a sentence: 'In some subjects, …'.
fn place(text: &str, start: usize, end: usize) -> usize {
    let words = &text[start..end];
    if !words.starts_with("In ") && !words.starts_with("At ") {
        return start;
    }
    let at = words.find(", ").map(|at| at + 2).or_else(|| words.find(" the ").map(|at| at + 1));
    at.map_or(start, |at| article(text, start + at))
}

/// Past the verb of a demand: 'Improve the', 'ensure that'.
fn verb(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let head: String = rest.chars().take(40).flat_map(char::to_lowercase).collect();
    // The longest verb phrase that stands there.
    let initial = head.get(..1).unwrap_or("~");
    let from = DEMANDING_VERBS.partition_point(|verb| *verb < initial);
    let verb = DEMANDING_VERBS[from..]
        .iter()
        .take_while(|verb| verb.starts_with(initial))
        .filter(|verb| head.strip_prefix(**verb).is_some_and(|rest| rest.starts_with(' ')))
        .max_by_key(|verb| verb.len());
    match verb {
        Some(verb) if rest.is_char_boundary(verb.len()) => start + verb.len() + 1,
        _ => start,
    }
}

/// Past an article or possessive.
fn article(text: &str, start: usize) -> usize {
    for word in ["The ", "the ", "A ", "a ", "An ", "an ", "Their ", "their ", "its "] {
        if text[start..].starts_with(word) {
            return start + word.len();
        }
    }
    start
}

/// How far the name goes before the item turns to purpose, detail or example.
fn turn(text: &str) -> usize {
    let mut end = text.len();
    for (at, mark) in text.match_indices([',', ':', '–', '—', '(']) {
        if at >= end {
            break;
        }
        let rest = text[at + mark.len()..].trim_start();
        let turns = match mark {
            "," => turns_away(rest) && at > 2,
            ":" => true,
            "(" => is_tag(&text[at..]),
            _ => text[..at].ends_with(' ') && rest.len() < text.len() - at - mark.len(),
        };
        if turns {
            end = at;
            break;
        }
    }
    for at in memchr::memchr_iter(b' ', &text.as_bytes()[..end]) {
        let rest = &text[at + 1..end];
        if !rest.starts_with(['b', 'i', 's', 't', 'w']) {
            continue;
        }
        let cuts = ["so that ", "in order to ", "in order that ", "so as to "]
            .iter()
            .any(|turn| rest.starts_with(turn))
            // 'Health assessments when children come into care' is one thing.
            || (["before ", "when ", "where "].iter().any(|turn| rest.starts_with(turn))
                && text[..at].split(' ').count() > 3);
        if (cuts && at > 5) || (rest.starts_with("to ") && is_purpose(&text[..at], &rest[3..])) {
            end = at;
            break;
        }
    }
    end
}

/// Whether what follows a comma is no longer the name.
fn turns_away(rest: &str) -> bool {
    let head: String = rest.chars().take(24).flat_map(char::to_lowercase).collect();
    let at = ITEM_TURNS.partition_point(|turn| *turn <= head.as_str());
    ITEM_TURNS[at.saturating_sub(4)..at].iter().any(|turn| {
        head.strip_prefix(turn)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',', ':']))
    })
}

/// Verbs that go on with 'somebody to do'.
const HELPING: [&str; 4] = ["helps", "enables", "allows", "encourages"];

/// Whether 'to' before `rest` tells a purpose.
fn is_purpose(before: &str, rest: &str) -> bool {
    let verb = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let noun = before.rsplit(' ').next().unwrap_or("").trim_end_matches(',').to_lowercase();
    // 'marking helps pupils to improve' tells what it does.
    let helps = before.split(' ').any(|word| HELPING.contains(&word));
    before.contains(' ')
        && !helps
        && PURPOSE_VERBS.binary_search(&verb).is_ok()
        && ABILITY_NOUNS.binary_search(&noun.as_str()).is_err()
        && !rest[verb.len()..].trim_start().starts_with("for ")
}

fn trimmed_end(text: &str, start: usize, end: usize) -> usize {
    let end = end.max(start);
    start
        + text[start..end]
            .trim_end_matches(|c: char| {
                c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '–')
            })
            .len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(source: &str) -> Item {
        Item { parts: vec![Span::new(0, source.len())] }
    }

    #[track_caller]
    fn names(source: &str, expected: &str) {
        assert_eq!(name(&item(source), source).name, expected, "{source}");
    }

    #[test]
    fn words_divided_at_a_line_end() {
        let source = "The provision of multi-\nagency and pro-\nvision for 16-\nand 17-year-olds";
        let mut start = 0;
        let line = |line: &str| {
            let span = Span::new(start, start + line.len());
            start += line.len() + 1;
            span
        };
        let item = Item { parts: source.split('\n').map(line).collect() };
        assert_eq!(
            name(&item, source).name,
            "provision of multi-agency and provision for 16- and 17-year-olds"
        );
    }

    #[test]
    fn purposes_and_details_are_no_part() {
        names("The quality of plans, so that they are clear to families.", "quality of plans");
        names(
            "The quality, consistency and timeliness of assessments.",
            "quality, consistency and timeliness of assessments",
        );
        names(
            "The quality of supervision in order to drive improvement.",
            "quality of supervision",
        );
        names("Management oversight to ensure that plans progress.", "Management oversight");
        names(
            "Senior leaders’ ability to ensure that plans progress.",
            "Senior leaders’ ability to ensure that plans progress",
        );
        names(
            "The use of the public law outline when a child’s life does not improve.",
            "use of the public law outline",
        );
        names(
            "Supervision of social workers, and how it is recorded.",
            "Supervision of social workers",
        );
        names("Return home interviews. Too few take place.", "Return home interviews");
        names(
            "The response to children aged 16 and 17 who present as homeless.",
            "response to children aged 16 and 17 who present as homeless",
        );
        names("Health assessments: their timeliness and use.", "Health assessments");
    }

    #[test]
    fn demands_and_faults() {
        names("Improve the quality of teaching by giving pupils more time.", "quality of teaching");
        names(
            "Leaders should strengthen their oversight of visits, so that all are safe.",
            "oversight of visits",
        );
        names(
            "Wykeshire Police must ensure that intelligence is shared.",
            "intelligence is shared",
        );
        names(
            "The sixth-form curriculum is not coherent. The trust should review it.",
            "sixth-form curriculum",
        );
        names("In some subjects, checks on learning are not used well.", "checks on learning");
        names(
            "Temporary staff do not follow the policy. Leaders should train them.",
            "Temporary staff do not follow the policy",
        );
    }

    #[test]
    fn a_word_alone_names_no_area() {
        names(
            "There are not enough homes for children. This causes delay.",
            "There are not enough homes for children",
        );
        names("The MASH is not well staffed.", "MASH is not well staffed");
        names("Support for families is not as strong as it should be.", "Support for families");
        names(
            "The board should develop, through its new arrangements, a better understanding of need.",
            "develop, through its new arrangements, a better understanding of need",
        );
        names("The curriculum is not coherent.", "curriculum");
        names("Improve behaviour by making sure that rules are kept.", "behaviour");
        names("The attendance of some pupils is too low.", "attendance of some pupils");
        names("A number of pupils are not safe.", "number of pupils are not safe");
        names("Raise attainment in writing by:", "attainment in writing");
        names(
            "Plans do not say what staff should do. Leaders must revise them.",
            "Plans do not say what staff should do",
        );
        names("Audits, so that more is learned.", "Audits");
        names("Ensure that marking helps pupils to improve.", "marking helps pupils to improve");
    }

    #[test]
    fn tags_are_kept_apart() {
        let source = "Homes for brothers and sisters. (Outcome 3, National Framework)";
        let named = name(&item(source), source);
        assert_eq!(named.name, "Homes for brothers and sisters");
        assert_eq!(named.tag.unwrap().of(source), "Outcome 3, National Framework");
        let source = "The response to children who go missing (outcome 3, national framework).";
        assert_eq!(name(&item(source), source).name, "response to children who go missing");
    }

    #[test]
    fn names_over_lines_keep_their_place() {
        let source = "The timeliness of\n  visits to children,\n  including at night.";
        let item = Item { parts: vec![Span::new(0, 17), Span::new(20, 39), Span::new(42, 61)] };
        let named = name(&item, source);
        assert_eq!(named.name, "timeliness of visits to children");
        assert_eq!(named.span.of(source), "timeliness of\n  visits to children");
    }
}
