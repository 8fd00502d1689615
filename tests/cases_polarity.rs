//! Whether findings credit or fault: `fixtures/cases/polarity.toml`, written without sight of the
//! rules.

use inspectral::Polarity;
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
    quote: String,
    polarity: String,
}

#[test]
fn cases() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/cases/polarity.toml");
    let file = std::fs::read_to_string(path).expect("the cases are there");
    let cases: Cases = toml::from_str(&file).expect("the cases are TOML");
    let (mut decided, mut right, mut clear) = (0usize, 0usize, 0usize);
    for case in &cases.case {
        let quotes = inspectral::quotes::find(&case.text);
        let found = quotes.iter().find(|quote| quote.text == case.quote);
        let found = found.and_then(|quote| quote.polarity).map(|polarity| match polarity {
            Polarity::Strength => "strength",
            Polarity::Weakness => "weakness",
            Polarity::Neutral => "neutral",
        });
        clear += usize::from(case.polarity != "unsure");
        let Some(found) = found else {
            println!("{}: none for {}", case.name, case.polarity);
            continue;
        };
        decided += 1;
        right += usize::from(found == case.polarity);
        if found != case.polarity {
            println!("{}: {found} for {}: {}", case.name, case.polarity, case.quote);
        }
    }
    println!(
        "polarity: {right} of {decided} decided are right, {right} of {clear} clear ones are found, \
         of {} findings",
        cases.case.len()
    );
    assert!(right * 100 >= decided * 95, "{right} of {decided} decided are right");
    assert!(right * 100 >= clear * 54, "{right} of {clear} clear ones are found");
}
