//! Reads one text and prints what was found: `cargo run --example one_text`.

fn main() {
    let text = "Marlow Council's children's services were rated inadequate in December 2021. \
                Inspectors said the council must improve the quality of plans. \
                “We accept the findings,” said Cllr Ann Hart, leader of the council.";
    let found = inspectral::extract(text);

    for rating in &found.ratings {
        println!("rating  {:?}  {}  ({})", rating.span, rating.grade, rating.rule);
    }
    for date in &found.dates {
        let value = date.value.as_ref().map_or("unknown".to_owned(), ToString::to_string);
        println!("date    {:?}  {value}  ({})", date.span, date.rule);
    }
    for area in &found.improvement_areas {
        println!("area    {:?}  {}  ({})", area.span, area.name, area.rule);
    }
    for quote in &found.quotes {
        let speaker = quote.speaker.as_ref().map_or("nobody", |speaker| &speaker.text);
        println!("quote   {:?}  {speaker}: {}  ({})", quote.segments[0], quote.text, quote.rule);
    }
}
