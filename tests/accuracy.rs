//! How well the fixtures are read, against their gold: the share of records found (recall), of
//! found records that are right (precision), and F1 of both, with floors that may only rise.
//!
//! `cargo test --test accuracy -- --nocapture` prints the figures; `MISSES=1` adds every miss.

mod common;

use std::collections::{BTreeMap, HashSet};

use common::{Fixture, Gold};
use inspectral::{Extraction, Span};

/// A found record, in the form that gold has.
struct Found {
    spans: Vec<(usize, usize)>,
    fields: BTreeMap<&'static str, Option<String>>,
}

impl Found {
    fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).and_then(Option::as_deref)
    }
}

fn word<T: serde::Serialize>(value: &T) -> Option<String> {
    match serde_json::to_value(value).unwrap() {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(text),
        other => Some(other.to_string()),
    }
}

fn ends(span: &Span) -> (usize, usize) {
    (span.start(), span.end())
}

fn found(extraction: &Extraction) -> [Vec<Found>; 4] {
    let ratings = extraction.ratings.iter().map(|r| Found {
        spans: vec![ends(&r.span)],
        fields: BTreeMap::from([
            ("grade", Some(r.grade.to_string())),
            (
                "judgement",
                r.judgement
                    .as_ref()
                    .and_then(|j| j.text.clone().or(j.key.as_deref().map(Into::into))),
            ),
            ("provider", r.provider.as_ref().map(|p| p.name.clone())),
            ("time", word(&r.time)),
            ("date", word(&r.date)),
            (
                "extent",
                r.extent.map(|e| match (e.count, e.of) {
                    (Some(count), Some(of)) => format!("{count}/{of}"),
                    (Some(count), None) => count.to_string(),
                    _ => "all".to_owned(),
                }),
            ),
        ]),
    });
    let dates = extraction.dates.iter().map(|d| Found {
        spans: vec![ends(&d.span)],
        fields: BTreeMap::from([("value", word(&d.value)), ("role", word(&d.role))]),
    });
    let areas = extraction.improvement_areas.iter().map(|a| Found {
        spans: vec![ends(&a.span)],
        fields: BTreeMap::from([("name", Some(a.name.clone())), ("kind", word(&a.kind))]),
    });
    let quotes = extraction.quotes.iter().map(|q| {
        let speaker = q.speaker.as_ref();
        Found {
            spans: q.segments.iter().map(ends).collect(),
            fields: BTreeMap::from([
                ("kind", word(&q.kind)),
                ("speaker", speaker.map(|s| s.text.clone())),
                ("name", speaker.and_then(|s| s.name.clone())),
                ("voice", word(&q.voice)),
            ]),
        }
    });
    [ratings.collect(), dates.collect(), areas.collect(), quotes.collect()]
}

/// Words for comparison: lower case, quotation marks and leading article gone.
fn words(text: Option<&str>) -> Option<HashSet<String>> {
    let text = text?.to_lowercase().replace(['‘', '’'], "'");
    let mut words: Vec<String> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|w| !w.is_empty())
        .map(Into::into)
        .collect();
    if words.first().is_some_and(|w| matches!(w.as_str(), "the" | "a" | "an")) {
        words.remove(0);
    }
    Some(words.into_iter().collect())
}

/// Whether two names share enough of their words.
fn alike(a: Option<&str>, b: Option<&str>, least: f64) -> bool {
    match (words(a), words(b)) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            let common = a.intersection(&b).count() as f64;
            common / (a.union(&b).count().max(1)) as f64 >= least
        }
        _ => false,
    }
}

/// Shared bytes of all bytes.
fn overlap(a: &[(usize, usize)], b: &[(usize, usize)]) -> f64 {
    let size = |spans: &[(usize, usize)]| spans.iter().map(|s| s.1 - s.0).sum::<usize>();
    let shared: usize = a
        .iter()
        .flat_map(|x| b.iter().map(move |y| x.1.min(y.1).saturating_sub(x.0.max(y.0))))
        .sum();
    shared as f64 / (size(a) + size(b) - shared).max(1) as f64
}

#[derive(Default)]
struct Tally {
    hits: usize,
    gold: usize,
    found: usize,
}

impl Tally {
    fn f1(&self) -> f64 {
        if self.gold + self.found == 0 {
            return 1.0;
        }
        2.0 * self.hits as f64 / (self.gold + self.found) as f64
    }
}

#[derive(Default)]
struct Score {
    rows: BTreeMap<&'static str, Tally>,
    misses: Vec<String>,
}

type Same = fn(&Gold, &Found) -> bool;

impl Score {
    /// Pairs gold with found records for which `fits` holds, by overlap, and counts those pairs
    /// for which each of `fields` holds too.
    fn measure(
        &mut self,
        fixture: &Fixture,
        name: &'static str,
        gold: &[&Gold],
        found: &[&Found],
        fits: impl Fn(&Gold, &Found) -> bool,
        fields: &[(&'static str, Same)],
    ) {
        let mut candidates = Vec::new();
        for (i, g) in gold.iter().enumerate() {
            for (j, f) in found.iter().enumerate() {
                let shared = overlap(&g.spans, &f.spans);
                if shared > 0.0 && fits(g, f) {
                    let close = fields.iter().filter(|field| field.1(g, f)).count();
                    candidates.push((shared, close, i, j));
                }
            }
        }
        candidates.sort_by(|a, b| b.partial_cmp(a).unwrap());
        let (mut golds, mut founds, mut pairs) = (HashSet::new(), HashSet::new(), Vec::new());
        for (_, _, i, j) in candidates {
            if !golds.contains(&i) && !founds.contains(&j) {
                golds.insert(i);
                founds.insert(j);
                pairs.push((i, j));
            }
        }
        let mut count = |row, hits| {
            let tally = self.rows.entry(row).or_default();
            tally.hits += hits;
            tally.gold += gold.len();
            tally.found += found.len();
        };
        count(name, pairs.len());
        for (row, same) in fields {
            count(*row, pairs.iter().filter(|(i, j)| same(gold[*i], found[*j])).count());
        }
        let at = |spans: &[(usize, usize)]| fixture.text[spans[0].0..spans[0].1].replace('\n', " ");
        let mut miss = |what: String| self.misses.push(format!("{}\t{what}", fixture.name));
        for (i, g) in gold.iter().enumerate().filter(|(i, _)| !golds.contains(i)) {
            miss(format!("{name}\tmissed\t{}", at(&gold[i].spans)));
            let _ = g;
        }
        for (_, f) in found.iter().enumerate().filter(|(j, _)| !founds.contains(j)) {
            miss(format!("{name}\tfalse\t{}", at(&f.spans)));
        }
        for (row, same) in fields {
            for (i, j) in pairs.iter().filter(|(i, j)| !same(gold[*i], found[*j])) {
                let f = &found[*j].fields;
                miss(format!("{row}\tdiffers\t{}\t{:?}\t{f:?}", at(&gold[*i].spans), gold[*i]));
            }
        }
    }
}

fn same(field: &'static str, gold: &Gold, found: &Found) -> bool {
    gold.field(field) == found.field(field)
}

fn score(set: &str) -> Score {
    let mut score = Score::default();
    for fixture in common::fixtures(set) {
        let [ratings, dates, areas, quotes] = found(&inspectral::extract(&fixture.text));
        fn all<T>(list: &[T]) -> Vec<&T> {
            list.iter().collect()
        }
        let judgement: Same = |g, f| alike(g.field("judgement"), f.field("judgement"), 0.6);
        let record: Same = |g, f| {
            alike(g.field("judgement"), f.field("judgement"), 0.6)
                && ["time", "date", "extent"].into_iter().all(|field| same(field, g, f))
        };
        score.measure(
            &fixture,
            "rating",
            &all(&fixture.ratings),
            &all(&ratings),
            |g, f| same("grade", g, f),
            &[
                ("rating.judgement", judgement),
                ("rating.provider", |g, f| alike(g.field("provider"), f.field("provider"), 0.5)),
                ("rating.record", record),
            ],
        );
        score.measure(
            &fixture,
            "date",
            &all(&fixture.dates),
            &all(&dates),
            |_, _| true,
            &[("date.value", |g, f| same("value", g, f)), ("date.role", |g, f| same("role", g, f))],
        );
        let named = |g: &Gold, f: &Found| alike(g.field("name"), f.field("name"), 0.5);
        score.measure(
            &fixture,
            "area",
            &all(&fixture.areas),
            &all(&areas),
            named,
            &[("area.kind", |g, f| same("kind", g, f))],
        );
        let required = |kind: Option<&str>| kind == Some("required");
        score.measure(
            &fixture,
            "area.required",
            &fixture.areas.iter().filter(|g| required(g.field("kind"))).collect::<Vec<_>>(),
            &areas.iter().filter(|f| required(f.field("kind"))).collect::<Vec<_>>(),
            named,
            &[],
        );
        score.measure(
            &fixture,
            "quote",
            &all(&fixture.quotes),
            &all(&quotes),
            |g, f| overlap(&g.spans, &f.spans) >= 0.8,
            &[
                ("quote.kind", |g, f| same("kind", g, f)),
                ("quote.speaker", |g, f| alike(g.field("speaker"), f.field("speaker"), 0.5)),
                ("quote.name", |g, f| alike(g.field("name"), f.field("name"), 0.5)),
                ("quote.voice", |g, f| same("voice", g, f)),
            ],
        );
    }
    score
}

/// Prints the figures of `set` and holds them against the floors of `fixtures/floors.toml`.
fn check(set: &str) {
    let floors = std::fs::read_to_string(common::root().join("fixtures/floors.toml")).unwrap();
    let floors: toml::Table = floors.parse().unwrap();
    let floors = floors[set].as_table().unwrap();
    let score = score(set);
    // One write, since tests run side by side.
    let mut table = format!("{set:18} {:>7} {:>6} {:>6}\n", "F1", "gold", "found");
    let mut low = Vec::new();
    for (row, tally) in &score.rows {
        table += &format!("{row:18} {:7.3} {:6} {:6}\n", tally.f1(), tally.gold, tally.found);
        let floor = floors.get(*row).and_then(toml::Value::as_float).unwrap_or(0.0);
        if tally.f1() < floor {
            low.push(format!("{row}: {:.3} is below its floor {floor}", tally.f1()));
        }
    }
    if std::env::var_os("MISSES").is_some() {
        table += &score.misses.join("\n");
    }
    println!("{table}");
    assert!(low.is_empty(), "{set}: {}", low.join("; "));
}

#[test]
fn news_fixtures_are_read_as_well_as_before() {
    check("news");
}

#[test]
fn report_fixtures_are_read_as_well_as_before() {
    check("reports");
}
