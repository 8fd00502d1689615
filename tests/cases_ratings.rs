//! The cases of `fixtures/cases/ratings.toml`: how many of their ratings are found in full.

use inspectral::{Extractor, Rating};

#[derive(serde::Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    text: String,
    published: Option<String>,
    #[serde(default)]
    ratings: Vec<Expected>,
}

#[derive(serde::Deserialize)]
struct Expected {
    text: String,
    nth: Option<usize>,
    grade: String,
    judgement: Option<String>,
    provider: Option<String>,
    time: String,
    date: Option<String>,
    extent: Option<String>,
}

/// The words of a name as they are compared: lower case, without leading article.
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace('’', "'");
    let name = name.strip_prefix("the ").unwrap_or(&name);
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Expected {
    /// Where the grade words stand: the `nth` time that they occur.
    fn start(&self, case: &Case) -> usize {
        let nth = self.nth.unwrap_or(1);
        let found = case.text.match_indices(&self.text).nth(nth - 1);
        found.unwrap_or_else(|| panic!("{:?} stands in {:?}", self.text, case.text)).0
    }

    fn is_record(&self, rating: &Rating, case: &Case) -> bool {
        rating.span.start() == self.start(case)
            && rating.text == self.text
            && rating.grade == *self.grade
    }

    fn agrees(&self, rating: &Rating) -> bool {
        let judgement = rating.judgement.as_ref().map(|j| {
            j.text.clone().unwrap_or_else(|| j.key.as_deref().unwrap_or_default().to_owned())
        });
        let extent = rating.extent.map(|e| match (e.count, e.of) {
            (Some(count), Some(of)) => format!("{count}/{of}"),
            _ => "all".to_owned(),
        });
        // 'In three areas' without a total has no extent by the guide.
        let expected_extent = self.extent.clone().filter(|e| e.contains('/') || e == "all");
        judgement.as_deref().map(plain) == self.judgement.as_deref().map(plain)
            && serde_json::to_value(rating.time).unwrap() == *self.time
            && rating.date.as_ref().map(ToString::to_string) == self.date
            && extent == expected_extent
    }

    fn names_provider(&self, rating: &Rating) -> bool {
        let name = rating.provider.as_ref().map(|p| plain(&p.name));
        name == self.provider.as_deref().map(plain)
    }
}

#[test]
fn ratings_of_the_cases() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/cases/ratings.toml");
    let cases: Cases = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let (mut expected, mut found, mut hits, mut full, mut providers) = (0, 0, 0, 0, 0);
    let mut faults = Vec::new();
    for case in &cases.case {
        let mut extractor = Extractor::new();
        if let Some(published) = &case.published {
            extractor = extractor.published(published).unwrap();
        }
        let mut ratings = extractor.extract(&case.text).ratings;
        expected += case.ratings.len();
        found += ratings.len();
        for gold in &case.ratings {
            // Records that agree in full first: several may stand on one span.
            let exact = ratings.iter().position(|r| gold.is_record(r, case) && gold.agrees(r));
            let Some(at) = exact.or(ratings.iter().position(|r| gold.is_record(r, case))) else {
                faults.push(format!("missed {:?} in {:?}", gold.text, case.text));
                continue;
            };
            let rating = ratings.remove(at);
            hits += 1;
            if gold.agrees(&rating) {
                full += 1;
            } else {
                faults.push(format!("{rating:?}\n    in {:?}", case.text));
            }
            providers += usize::from(gold.names_provider(&rating));
        }
        for rating in ratings {
            faults.push(format!("false {:?} ({}) in {:?}", rating.text, rating.rule, case.text));
        }
    }
    let share = |part: usize| {
        f64::from(u32::try_from(part).unwrap()) * 2.0
            / f64::from(u32::try_from(expected + found).unwrap())
    };
    println!("{}", faults.join("\n"));
    println!(
        "ratings {:.3}, whole records {:.3}, providers {:.3} of {expected}",
        share(hits),
        share(full),
        share(providers)
    );
    assert!(share(hits) >= 0.96, "ratings {:.3}", share(hits));
    assert!(share(full) >= 0.90, "whole records {:.3}", share(full));
    assert!(share(providers) >= 0.90, "providers {:.3}", share(providers));
}
