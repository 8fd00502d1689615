//! Adds a framework that the library does not know: `cargo run --example own_framework`.

use inspectral::framework::Framework;
use inspectral::{Error, Extractor};

/// A framework as a user would keep it in a file.
const MUSEUMS: &str = r#"{
    "key": "museums_2024", "inspectorate": "arts_council", "name": "Museum reviews",
    "scale": {"key": "museums3", "grades": [
        {"key": "thriving", "label": "Thriving"},
        {"key": "steady", "label": "Steady"},
        {"key": "struggling", "label": "Struggling"}]},
    "judgements": [{"key": "collections", "label": "Care of collections"}]
}"#;

fn main() -> Result<(), Error> {
    let museums: Framework = serde_json::from_str(MUSEUMS).expect("the framework is JSON");
    let extractor = Extractor::new().framework(museums)?;
    let found = extractor.extract("Care of collections was rated ‘struggling’ in May 2024.");
    for rating in found.ratings {
        println!("{}: {:?}", rating.grade, rating.judgement);
    }
    Ok(())
}
