//! What holds for the records of any text.

mod common;

use inspectral::{Extraction, Span, extract};
use proptest::prelude::*;

/// Every span of an extraction, with the words that its record says stand there.
fn spans(found: &Extraction) -> Vec<(Span, Option<&str>)> {
    let mut spans = Vec::new();
    for r in &found.ratings {
        spans.push((r.span, Some(r.text.as_str())));
        if let Some(judgement) = &r.judgement {
            spans.extend(judgement.span.map(|span| (span, judgement.text.as_deref())));
        }
        spans.extend(r.provider.as_ref().and_then(|p| p.span).map(|span| (span, None)));
    }
    spans.extend(found.dates.iter().map(|d| (d.span, Some(d.text.as_str()))));
    for a in &found.improvement_areas {
        spans.push((a.span, Some(a.text.as_str())));
        spans.extend(
            [&a.cue, &a.item].into_iter().flatten().map(|p| (p.span, Some(p.text.as_str()))),
        );
    }
    for q in &found.quotes {
        spans.push((q.segments[0], Some(q.text.as_str())));
        spans.extend(q.segments.iter().map(|span| (*span, None)));
        spans.extend(q.cue.iter().map(|p| (p.span, Some(p.text.as_str()))));
        if let Some(speaker) = &q.speaker {
            spans.push((speaker.span, Some(speaker.text.as_str())));
            spans.push((speaker.source.span, Some(speaker.source.text.as_str())));
        }
    }
    spans.extend(found.warnings.iter().map(|w| (w.span, None)));
    spans
}

#[track_caller]
fn check(text: &str) {
    let found = extract(text);
    for (span, words) in spans(&found) {
        let slice = span.get(text).unwrap_or_else(|| panic!("{span:?} is no slice of {text:?}"));
        if let Some(words) = words {
            assert_eq!(slice, words);
        }
    }
    for r in &found.ratings {
        assert!(!r.span.is_empty() && r.text.trim() == r.text, "{r:?}");
    }
    for quote in &found.quotes {
        let ordered = quote.segments.windows(2).all(|pair| pair[0].end() <= pair[1].start());
        assert!(ordered, "{:?}", quote.segments);
    }
    assert!(found.dates.windows(2).all(|pair| pair[0].span < pair[1].span), "{:?}", found.dates);
    let starts = found.quotes.windows(2).all(|pair| pair[0].segments[0] < pair[1].segments[0]);
    assert!(starts, "quotes are out of order");
    let areas = &found.improvement_areas;
    assert!(areas.windows(2).all(|pair| pair[0].span.start() <= pair[1].span.start()), "{areas:?}");
    assert_eq!(found, extract(text), "the same text gives the same records");
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(found, serde_json::from_str(&json).unwrap(), "records survive JSON");
}

#[test]
fn fixtures_keep_the_invariants() {
    for set in ["news", "reports"] {
        for path in common::texts(set) {
            let text = std::fs::read_to_string(&path).unwrap();
            check(&text);
            // The same text with other white space, other line ends, cut at odd places.
            check(&text.replace('\n', "\r\n"));
            check(&text.replace(' ', "\u{a0}"));
            let half: String = text.chars().take(text.chars().count() / 2).collect();
            check(&half);
        }
    }
}

/// A text may stop anywhere: rules that look at the word after theirs must not count on it.
#[test]
fn paragraphs_cut_after_any_word_are_read() {
    for path in ["news", "reports"].iter().flat_map(|set| common::texts(set)) {
        let text = std::fs::read_to_string(&path).unwrap();
        for paragraph in text.split("\n\n") {
            for (end, _) in paragraph.match_indices(char::is_whitespace) {
                let found = extract(&paragraph[..end]);
                let inside = spans(&found).iter().all(|(span, _)| span.end() <= end);
                assert!(inside, "{:?}", &paragraph[..end]);
            }
        }
    }
}

#[test]
fn odd_texts_are_read() {
    for text in [
        "",
        " ",
        "\u{feff}",
        "\n\n\n",
        "“",
        "”",
        "'",
        "\"\"\"",
        "1",
        "May",
        "é",
        "\u{0}",
        "‘’“”«»",
        "•",
        "1.",
    ] {
        check(text);
    }
}

/// Pieces that rules are made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "‘",
        "’",
        "'",
        "\"",
        "«",
        "»",
        "``",
        "''",
        "\n",
        "\n\n",
        "\r\n",
        "\u{c}",
        " ",
        ". ",
        ", ",
        ": ",
        "inadequate",
        "Good",
        "requires improvement",
        "outstanding",
        "rated",
        "judged",
        "from",
        "to",
        "in three of four",
        "December",
        "2021",
        "12/10/2023",
        "Tuesday",
        "last week",
        "30 November and 1 December 2022",
        "2021-22",
        "autumn term",
        "said",
        "she",
        "Cllr Ann Day",
        "according to",
        "the report",
        "Ofsted",
        "added",
        "must improve",
        "needs to ensure",
        "the quality of plans",
        "assessments and supervision",
        "What needs to improve",
        "◼ ",
        "1. ",
        "- ",
        "•",
        "é",
        "😀",
        "\u{a0}",
        "\u{ad}",
        "Overall effectiveness",
        "Judgement",
        "Grade",
        "READ MORE: ",
        "Dear",
        "(",
        ")",
        "—",
        "3",
        "0",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_string_is_read(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn any_order_of_pieces_is_read(text in pieces()) {
        check(&text);
    }
}
