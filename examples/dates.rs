//! Finds the dates of a text and says what days they mean.
//!
//! `cargo run --example dates -- FILE [PUBLISHED]`, or without arguments for a text of its own.

use inspectral::dates::{self, DateValue};

const TEXT: &str = "Marlow Council will meet on Thursday, two days after inspectors left. The last \
inspection, from 30 November to 9 December 2022, found more to do by the end of the autumn term.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let text = arguments.next().map(std::fs::read_to_string).transpose()?;
    let published: DateValue = arguments.next().as_deref().unwrap_or("2023-11-14").parse()?;

    for date in dates::find(text.as_deref().unwrap_or(TEXT), Some(&published)) {
        let days = date.value.and_then(|value| value.bounds());
        let days =
            days.map_or("no days known".to_owned(), |(first, last)| format!("{first} to {last}"));
        println!("{:?} is {:?}: {days}, {:?}", date.text, date.value, date.role);
    }
    Ok(())
}
