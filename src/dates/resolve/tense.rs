//! Whether a date lies before or after its text, by the verb group nearest in the sentence.
//!
//! | in the sentence | tense |
//! | --- | --- |
//! | 'the visit **took place** in August', 'closed **since** May' | past |
//! | 'will **meet** on Thursday', 'is **due** in May', '**plans to** sell it in January' | future |
//! | 'the January accounts' | not told |

use crate::dates::words::{Around, Class, Word};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Tense {
    Past,
    Future,
    Untold,
}

fn is(word: &str, words: &[&str]) -> bool {
    crate::dates::near::is_one_of(word, words)
}

const DETERMINERS: &[&str] = &["a", "an", "the", "its", "their", "his", "her", "our", "this"];

const WHO: &[&str] = &["he", "she", "who", "it"];

/// Past forms that are the verb's bare form too, or are taken for it.
const BARE: &[&str] = &[
    "become", "come", "cost", "cut", "hit", "hurt", "let", "put", "quit", "run", "set", "shed",
    "shut", "split", "spread",
];

/// Words between an article and a participle, or a noun that is a past form too.
const COUNTING: &[&str] = &[
    "first", "second", "third", "fourth", "last", "final", "further", "newly", "most", "another",
    "big", "large", "small", "new", "rate", "tax", "price",
];

/// What is done 'for' a day that is still to come.
const READIED: &[&str] = &[
    "ready",
    "prepare",
    "prepares",
    "preparing",
    "prepared",
    "preparations",
    "readied",
    "rescheduled",
    "brace",
    "braced",
    "braces",
    "bracing",
    "heading",
    "heads",
    "forward",
    "gearing",
];

/// What firms agree to on the day that is told.
const DEALS: &[&str] = &["acquire", "buy", "merge", "sell", "settle"];

/// What is put off 'to' a day is still to come.
pub(crate) const PUT_OFF: &[&str] = &[
    "canceled",
    "cancelled",
    "slipped",
    "postponed",
    "delayed",
    "pushed",
    "moved",
    "extended",
    "rescheduled",
    "deferred",
];

/// What is broken off 'until' a day goes on then.
const ADJOURNED: &[&str] =
    &["adjourned", "postponed", "deferred", "delayed", "extended", "remanded", "recessed"];

/// What is demanded 'by' a day is still to come.
const DEMANDED: &[&str] = &["asked", "told", "ordered", "required", "instructed", "expected"];

/// The words without the time of day that stands next: '10 a.m.', '9:30 p.m. EST'.
fn after_clock<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    const CLOCK: &[&str] = &[
        "a", "am", "cdt", "cst", "ct", "edt", "est", "et", "gmt", "m", "midnight", "noon", "p",
        "pdt", "pm", "pst", "pt", "utc",
    ];
    const ZONES: &[&str] = &["m", "midnight", "noon", "am", "pm"];
    // '10' and '6pm'
    let digit = |w: &Word<'_>| {
        let hour = w.strip_suffix("am").or(w.strip_suffix("pm")).unwrap_or(w);
        !hour.is_empty() && hour.bytes().all(|b| b.is_ascii_digit())
    };
    // 'until 23:59 on May 4'
    let on = usize::from(words.first().is_some_and(|w| is(w, &["on"])));
    let rest = &words[on..];
    let count = rest.iter().take(6).take_while(|w| is(w, CLOCK) || digit(w)).count();
    // An article alone is no time, nor a day of the month before another.
    let clock = &rest[..count];
    let told = clock.iter().any(|w| is(w, ZONES) || digit(w) && w.ends_with('m'))
        || on == 0 && clock.iter().any(digit);
    let digits = on == 1 && clock.iter().filter(|w| digit(w)).count() == 2;
    if told || digits { &rest[count..] } else { words }
}

/// The tense of what happens on a date.
pub(crate) fn tense(around: &Around<'_>) -> Tense {
    let (before, after) = (after_clock(around.before()), around.after());
    // 'Monday's close' is no verb.
    let owns = around.source[around.span.end()..].starts_with(['\'', '’']);
    let after = if owns && !after.is_empty() { &after[1..] } else { after };
    // 'The second vote is Tuesday', 'is on Tuesday', 'is in May'
    let on = usize::from(before.first().is_some_and(|w| is(w, &["on", "in"])));
    if before.get(on).is_some_and(|w| is(w, &["is", "are"])) {
        return Tense::Future;
    }
    let lead: Vec<Word<'_>> = before
        .iter()
        .copied()
        .filter(|w| !is(w, &["the", "at", "least", "about", "around"]))
        .take(2)
        .collect();
    if after.first().is_some_and(|w| is(w, &["deadline", "delivery", "futures"])) {
        // 'the May 4 deadline passed'
        let missed = after.iter().skip(1).take(3).any(|w| is(w, &["passed", "expired", "lapsed"]))
            || before.iter().take(4).any(|w| is(w, &["missed"]));
        return if missed { Tense::Past } else { Tense::Future };
    }
    // 'oil for March delivery' is to come, 'the March contract' may be.
    if after.iter().take(3).any(|w| is(w, &["contract", "contracts", "crude"])) {
        return Tense::Untold;
    }
    if lead.first().is_some_and(|w| is(w, &["effective"])) {
        return Tense::Future;
    }
    if lead.first().is_some_and(|w| is(w, &["since"])) {
        return Tense::Past;
    }
    // 'a letter dated May 4', 'will sell bonds, dated May 4'
    if lead.first().is_some_and(|w| is(w, &["dated"])) {
        let sold = before.iter().any(|w| is(w, &["will"]));
        return if sold { Tense::Future } else { Tense::Past };
    }
    // 'gave the council until May', 'no later than May', 'have slipped to May'; what 'had' been
    // given may be over
    let given = lead.first().is_some_and(|w| is(w, &["until", "till"]))
        && before.iter().take(10).any(|w| is(w, &["gave", "given", "gives", "giving"]))
        && !before.iter().take(12).any(|w| is(w, &["had"]));
    let latest = lead.first().is_some_and(|w| is(w, &["than"]))
        && lead.get(1).is_some_and(|w| is(w, &["later"]));
    let put_off = lead.first().is_some_and(|w| is(w, &["to"]))
        && (before.iter().take(4).any(|w| is(w, PUT_OFF)) || is_put_over(before));
    // 'set an April 4 vote'
    let fixed = before.first().is_some_and(|w| is(w, &["a", "an"]))
        && before
            .get(1)
            .is_some_and(|w| is(w, &["set", "scheduled", "called", "faces", "ordered", "planned"]));
    // 'had asked for Wednesday'
    let asked = before.first().is_some_and(|w| is(w, &["for"]))
        && before
            .get(1)
            .is_some_and(|w| is(w, &["added", "arranged", "asked", "called", "planned"]));
    // 'on the eve of Election Day', 'ahead of Monday's vote'
    let eve = lead.first().is_some_and(|w| is(w, &["of"]))
        && lead.get(1).is_some_and(|w| is(w, &["eve", "ahead", "advance"]));
    // 'as voters get ready for May 4', 'is heading into May'
    let readied = lead.first().is_some_and(|w| is(w, &["for", "into", "to", "toward", "towards"]))
        && lead.get(1).is_some_and(|w| is(w, READIED));
    // 'declared May 4 a day of mourning'
    let declared = before.first().is_some_and(|w| is(w, &["declared", "declares", "proclaimed"]))
        && after.first().is_some_and(|w| is(w, &["a", "an", "as"]));
    if given || latest || put_off || fixed || asked || eve || readied || declared {
        return Tense::Future;
    }
    // 'Until Tuesday, nobody had heard'
    let opens = before.len() == 1 && lead.first().is_some_and(|w| is(w, &["until", "till"]));
    if opens && after.iter().take(8).any(|w| is(w, &["had", "was", "were", "knew"])) {
        return Tense::Past;
    }
    // 'The hearing is set before a judge who in May threw it out'
    const OPENS: &[&str] = &["who", "which", "when", "where"];
    let preposition = usize::from(before.first().is_some_and(|w| is(w, &["in", "on", "late"])));
    let opens_clause = before.get(preposition).is_some_and(|w| is(w, OPENS));
    let told = if opens_clause { right(after) } else { Tense::Untold };
    if told != Tense::Untold {
        return told;
    }
    let left = left(before, after);
    let until = lead.iter().any(|w| is(w, &["until", "till", "through"]));
    if until && (before.iter().take(6).any(|w| is(w, ADJOURNED)) || is_put_over(before)) {
        return Tense::Future;
    }
    if until {
        // 'ran until November' is over, 'is closed until Friday' is not.
        let simple = before
            .iter()
            .find(|w| is_past(**w) || is(w, &["has", "have", "is", "are", "to", "will"]));
        // 'In the year through May, prices rose'
        let through = lead.first().is_some_and(|w| is(w, &["through"]));
        if through && left == Tense::Untold && right(after) == Tense::Past {
            return Tense::Past;
        }
        const WENT_ON: &[&str] = &["stayed", "remained", "lasted", "continued", "served", "worked"];
        let over = simple.is_some_and(|w| is_past(*w) && !w.ends_with("ed") || is(w, WENT_ON))
            || before.iter().any(|w| is(w, &["had", "was", "were"]));
        return if over && left == Tense::Past { Tense::Past } else { Tense::Future };
    }
    if left == Tense::Past {
        return left;
    }
    // 'He remains in jail until his trial in May'
    let remains = before.iter().any(|w| is(w, &["remain", "remains", "stay", "stays"]))
        && before.iter().take(5).any(|w| is(w, &["until", "till"]));
    if remains {
        return Tense::Future;
    }
    // 'the figures for October are due', 'the October report will be out'
    let of_figures = lead.first().is_some_and(|w| is(w, &["for"]))
        && lead.get(1).is_some_and(|w| w.is(Class::Figures))
        || after.iter().take(2).any(|w| w.is(Class::Figures))
        || is_to_be_reported(after);
    match left {
        Tense::Future if of_figures => Tense::Untold,
        Tense::Untold if of_figures && right(after) == Tense::Future => Tense::Untold,
        Tense::Untold => match right(after) {
            Tense::Untold if lead.first().is_some_and(|w| is(w, &["by"])) => Tense::Future,
            tense => tense,
        },
        tense => tense,
    }
}

/// Whether something was 'put off', 'called off' or 'held over' to the date.
fn is_put_over(before: &[Word<'_>]) -> bool {
    const MOVED: &[&str] = &["put", "held", "called"];
    before.windows(2).take(6).any(|w| is(&w[0], &["off", "over"]) && is(&w[1], MOVED))
}

/// Whether what was due has not come: 'had not come', 'was never sent', 'has been delayed'.
fn is_late(after: &[Word<'_>]) -> bool {
    after.windows(2).take(3).any(|words| {
        is(&words[0], &["had", "has", "have", "was", "were", "did"])
            && is(&words[1], &["never", "not", "still", "yet"])
    })
}

/// Whether what follows is told at a later time: 'Job losses in May will be reported on Friday'.
fn is_to_be_reported(after: &[Word<'_>]) -> bool {
    const TOLD: &[&str] = &["announced", "due", "out", "published", "released", "reported"];
    let verb = after.iter().take(2).any(|w| is(w, &["will", "is", "are"]));
    verb && after.iter().take(5).any(|w| is(w, TOLD))
}

/// Whether a word puts what follows ahead; 'plans' only before 'to', and never the month of May.
fn is_ahead(word: Word<'_>, before_to: bool) -> bool {
    const ALSO_NOUNS: &[&str] = &["plan", "plans", "hope", "hopes", "aim", "aims", "need", "needs"];
    word.is(Class::Ahead) && &*word != "May" && (before_to || !is(&word, ALSO_NOUNS))
}

/// Whether a word is a past form of a verb.
pub(crate) fn is_past(word: Word<'_>) -> bool {
    word.is(Class::Past)
        || word.len() > 4
            && word.as_bytes()[word.len() - 2..].eq_ignore_ascii_case(b"ed")
            && !word.is(Class::NotPast)
}

/// The tense by the verb group before the date, nearest word first.
fn left(words: &[Word<'_>], after: &[Word<'_>]) -> Tense {
    let mut infinitive = false;
    for (at, &word) in words.iter().enumerate() {
        let further = &words[at + 1..];
        if word.ends_with("'ll") || word.ends_with("’ll") {
            return Tense::Future;
        }
        if is(&word, &["to"]) && at > 0 && is_verb_like(&words[at - 1]) && at <= 8 {
            // 'To stand there on Monday made all of us cry': the verb comes later.
            infinitive = !further.is_empty();
            continue;
        }
        // 'rain is forecast for Friday'
        if is(&word, &["forecast"]) && further.first().is_some_and(|w| is(w, &["is", "are"])) {
            return Tense::Future;
        }
        // 'a trial listed for March'
        if at == 1 && is(&word, &["listed"]) && is(&words[0], &["for"]) {
            return Tense::Future;
        }
        if word.is(Class::Expected) {
            // 'talks set for May may be put off'
            let fixed = at == 1 && is(&words[0], &["for"]);
            let put = is(&word, &["set"])
                && !infinitive
                && !fixed
                && !further
                    .first()
                    .is_some_and(|w| is(w, &["is", "are", "was", "were", "been", "be"]));
            if put {
                // 'set up the board' is an act, and may be told of as done or to be done.
                let ahead = further.iter().take(2).any(|w| is_ahead(*w, false) || is(w, &["to"]));
                return if ahead { Tense::Future } else { Tense::Past };
            }
            // 'The budget was set on Tuesday', 'a panel was set up in May', but 'a vote was set
            // for Tuesday'
            let done = is(&word, &["set"])
                && !infinitive
                && further.first().is_some_and(|w| is(w, &["was", "were"]))
                && at > 0
                && is(&words[at - 1], &["on", "in", "at", "last", "up"]);
            let had = further.iter().take(3).any(|w| is(w, &["had"]));
            // 'The trial had been set for May' may be to come; 'the report due in May had not come'
            // is late.
            if had && fixed {
                return Tense::Untold;
            }
            let late = is(&word, &["due", "expected", "promised"])
                && at == 1
                && is(&words[0], &["in", "on", "by"])
                && !further
                    .first()
                    .is_some_and(|w| is(w, &["is", "are", "was", "were", "been", "be", "not"]))
                && is_late(after);
            let past = done || had || late;
            return if past { Tense::Past } else { Tense::Future };
        }
        if is_ahead(word, infinitive) {
            // 'would have closed' is past.
            let have = at > 0 && is(&words[at - 1], &["have"]) && !is(&word, &["will"]);
            return if have { Tense::Past } else { Tense::Future };
        }
        // 'an updated plan', 'a statement of proposed action'
        let attributive = matches!(word.as_bytes().last(), Some(b'd' | b'n'))
            && at > 0
            && further.first().is_some_and(|w| {
                is(w, DETERMINERS) || word.ends_with("ed") && is(w, &["of", "for", "with", "on"])
            });
        // 'will launch its first manned craft in May', 'expects a further cut in May'
        let counted = at > 0
            && further.first().is_some_and(|w| is(w, COUNTING))
            && further.get(1).is_some_and(|w| is(w, DETERMINERS))
            && (word.ends_with("ed") || is(&word, BARE));
        let noun = is(&word, BARE) && further.first().is_some_and(|w| is(w, DETERMINERS));
        if attributive || counted || noun {
            // 'to publish an updated plan by May'
            continue;
        }
        // 'expected to hit', 'will stay shut': bare forms that are past ones too
        let bare = is(&word, BARE)
            && further
                .first()
                .is_some_and(|w| is(w, &["to", "stay", "remain", "keep"]) || is_ahead(*w, false));
        // 'if it does not quit by Sunday'
        let does = is(&word, BARE)
            && further.first().is_some_and(|w| is(w, &["not"]))
            && further.get(1).is_some_and(|w| is(w, &["does", "do"]));
        if does {
            return Tense::Untold;
        }
        if bare {
            continue;
        }
        if is_past(word) {
            // 'has asked for a report by the end of June', 'promised a count in October'
            let due = words.iter().take(2).any(|w| is(w, &["by"])) && is(&word, DEMANDED);
            if due || is(&word, &["promised", "pledged"]) {
                return Tense::Future;
            }
            if infinitive {
                // What somebody had to do by a day may be due or over.
                const DUTY: &[&str] =
                    &["told", "ordered", "asked", "required", "instructed", "had"];
                return match () {
                    () if is(&word, DUTY) => Tense::Untold,
                    // 'agreed to buy a rival on Sunday'
                    () if is(&word, &["agreed"])
                        && words[..at].iter().any(|w| is(w, DEALS))
                        && !words.first().is_some_and(|w| is(w, &["by", "in", "until"])) =>
                    {
                        Tense::Past
                    }
                    // 'called on ministers to act by May'
                    () if is(&word, &["called"]) && is(&words[at - 1], &["on", "for"]) => {
                        Tense::Future
                    }
                    () if word.is(Class::Planned) || is(&word, &["was", "were"]) => Tense::Future,
                    () => Tense::Past,
                };
            }
            return participle(word, further);
        }
        // 'is up for re-election in November'
        let votes = at > 0 && is(&words[0], &["in", "on"]) && is(&words[1], &["election", "re"]);
        if votes && is(&word, &["is", "are", "faces", "seeks", "s"]) {
            return Tense::Future;
        }
        if is(&word, &["is", "are", "has", "have", "am"]) {
            if is(&word, &["have"]) && further.first().is_some_and(|w| is(w, &["will"])) {
                return Tense::Future;
            }
            let progressive = at > 0 && words[at - 1].ends_with("ing");
            let until = at > 0 && is(&words[at - 1], &["until"]);
            // 'are off to the coast on Saturday'
            let off = at > 0 && is(&words[at - 1], &["off"]) && is(&word, &["is", "are", "am"]);
            return match () {
                () if infinitive || progressive || until || off => Tense::Future,
                () => Tense::Untold,
            };
        }
        if at <= 2 && !infinitive && votes_ahead(word, further) {
            return Tense::Future;
        }
        // 'Norland votes on Sunday', but not 'The votes on Sunday'
        let named = word.is(Class::Visiting)
            && further.first().is_some_and(|w| {
                crate::dates::near::starts_upper(w) && !is(w, DETERMINERS) || is(w, WHO)
            });
        if named && !infinitive {
            return Tense::Future;
        }
        if word.is(Class::Scheduled) && !infinitive && at < 10 {
            const NOT_BEFORE_VERBS: &[&str] = &[
                "the", "a", "an", "its", "his", "their", "of", "first", "new", "in", "on", "for",
                "at", "was", "were", "is", "are", "be", "been", "being", "stay", "remain", "to",
            ];
            let noun =
                further.first().is_some_and(|w| is(w, NOT_BEFORE_VERBS) || w.ends_with("ly"));
            // 'visited the jail, which holds 780 men, in July'
            let aside = at > 2 && further.first().is_some_and(|w| is(w, &["that", "which", "who"]));
            if !noun && !aside {
                return Tense::Future;
            }
        }
    }
    if infinitive { Tense::Future } else { Tense::Untold }
}

/// The tense of a word that is past, or a participle after 'will be', 'must be', 'are'.
fn participle(word: Word<'_>, further: &[Word<'_>]) -> Tense {
    if is(&word, &["was", "were", "had", "did"]) {
        return Tense::Past;
    }
    // 'Markets stay closed on Tuesday'
    if further.first().is_some_and(|w| is(w, &["stay", "stays", "remain", "remains"]))
        && !further.iter().take(4).any(|w| is(w, &["have", "to"]) || is_ahead(*w, false))
    {
        return Tense::Future;
    }
    let mut be = false;
    for &near in further.iter().take(5) {
        if is(&near, &["be", "stay", "remain", "become"]) {
            be = true;
        } else if is(&near, &["been", "not", "also", "now", "then", "being", "only", "and"])
            || near.ends_with("ly")
        {
        } else if is(&near, &["have"]) && !be {
            // 'will have worn' lies ahead; 'have worn' does not.
            be = further.iter().take(5).any(|w| is(w, &["will"]));
            if !be {
                return Tense::Past;
            }
        } else if is(&near, &["to"]) {
            // 'was to be opened on Tuesday'; 'had to be done by May' may be due or over.
            let fixed = further
                .iter()
                .skip_while(|w| !is(w, &["to"]))
                .nth(1)
                .is_some_and(|w| is(w, &["was", "were", "is", "are"]));
            // 'a speech to be delivered on Tuesday'
            let bound = further
                .iter()
                .skip_while(|w| !is(w, &["to"]))
                .nth(1)
                .is_none_or(|w| is_past(*w) || is(w, &["had", "has", "have", "need", "needs"]));
            if be && (fixed || !bound) {
                return Tense::Future;
            }
            return if be { Tense::Untold } else { Tense::Past };
        } else if is_ahead(near, false) {
            return if be { Tense::Future } else { Tense::Past };
        } else if is(&near, &["is", "are"]) {
            return Tense::Untold;
        } else {
            // 'resolved that the budget be put to the board in May'
            let asked = further.first().is_some_and(|w| is(w, &["be"]));
            return if asked { Tense::Future } else { Tense::Past };
        }
    }
    Tense::Past
}

/// Whether 'vote' or 'votes' is the verb of those who vote: 'Electors vote Monday', 'parliament votes
/// Sunday', but 'the votes Sunday'.
fn votes_ahead(word: Word<'_>, further: &[Word<'_>]) -> bool {
    const BODIES: &[&str] = &[
        "assembly",
        "board",
        "cabinet",
        "chamber",
        "city",
        "committee",
        "congress",
        "council",
        "country",
        "county",
        "house",
        "legislature",
        "nation",
        "panel",
        "parliament",
        "senate",
        "state",
        "town",
        "union",
    ];
    const VOTERS: &[&str] = &["people", "they", "we"];
    let Some(who) = further.first() else { return false };
    if is(&word, &["votes"]) {
        return is(who, BODIES);
    }
    let plural = who.len() > 4 && who.ends_with('s') && !who.ends_with(['\'', '’']);
    is(&word, &["vote", "choose", "decide"])
        && (is(who, VOTERS) || plural && !who.ends_with("'s") && !who.ends_with("’s"))
}

fn is_verb_like(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && !is(
            word,
            &["the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "all", "be"],
        )
        || is(word, &["be"])
}

/// The tense by the first verb group after the date.
fn right(words: &[Word<'_>]) -> Tense {
    for (at, &word) in words.iter().enumerate().take(16) {
        if word.ends_with("'ll") || word.ends_with("’ll") {
            return Tense::Future;
        }
        if is_ahead(word, words.get(at + 1).is_some_and(|w| is(w, &["to"]))) {
            return Tense::Future;
        }
        if is(&word, &["is", "are", "has", "have"]) {
            let next = words[at + 1..].iter().take(4);
            let mut found = Tense::Untold;
            for word in next {
                if word.is(Class::Expected) || is(word, &["to"]) {
                    return Tense::Future;
                }
                if is_past(*word) && found == Tense::Untold {
                    found = Tense::Past;
                }
            }
            return found;
        }
        // 'Tickets for the fair on May 4 cost £5'
        if is_past(word) && !is(&word, &["cost"]) {
            return Tense::Past;
        }
        if word.is(Class::Expected) {
            return Tense::Future;
        }
        if at > 0 && word.is(Class::Scheduled) {
            return Tense::Future;
        }
    }
    Tense::Untold
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Span;

    #[track_caller]
    fn check(sentence: &str, expected: Tense) {
        let start = sentence.find("May").unwrap();
        let whole = Span::new(0, sentence.len());
        let found = tense(&Around::new(sentence, whole, Span::new(start, start + 3)));
        assert_eq!(found, expected, "{sentence}");
    }

    #[test]
    fn the_verb_group_tells() {
        for sentence in [
            "The visit took place in May and may be followed by another.",
            "It has been closed since May.",
            "The pool had been due to open in May.",
            "The clinic ran until May, when it closed.",
            "By May the backlog had gone.",
            "The budget was set in May.",
            "In the year through May, prices rose.",
            "Inspectors, who called in May, will return.",
        ] {
            check(sentence, Tense::Past);
        }
        for sentence in [
            "The trust plans to sell the field in May.",
            "Classrooms are to stay until May.",
            "The mayor is in Spain through May.",
            "The trial was put off until May.",
            "The dividend was raised, payable in May.",
            "Norland votes in May.",
            "A vote was set for May.",
            "The launch was scrubbed and rescheduled for May.",
            "He remains in jail until his trial in May.",
            "The election is in May.",
            "Voters decide in May.",
            "In a speech to be given in May, he will call for cuts.",
            "They will march if he does not quit by May.",
            "Shops, shut since the flood, stay closed in May.",
            "It is due to open in May.",
            "Members resolved that the budget be sent to the board in May.",
            "More rain is forecast for May.",
            "From May, pupils will wear a uniform.",
            "New doors must be fitted by May.",
            "A May hearing has been scheduled.",
            "The lease, which runs out in May, was signed long ago.",
            "The board would meet again in May, he added.",
        ] {
            check(sentence, Tense::Future);
        }
        check("The trial had been set for May.", Tense::Untold);
        check("Tickets for the fair in May cost £5.", Tense::Untold);
        check("The report due in May had not come.", Tense::Past);
        check("A warning is in force until 6pm on May 4.", Tense::Future);
        check("The May accounts are here.", Tense::Untold);
        check("Job losses in May will be reported soon.", Tense::Untold);
    }
}
