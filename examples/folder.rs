//! Reads the text files of a folder on all cores and counts grades:
//! `cargo run --release --example folder fixtures/news`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use inspectral::Extractor;
use rayon::prelude::*;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "fixtures/news".to_owned());
    let files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();

    // One extractor serves all threads.
    let extractor = Extractor::new();
    let grades: Vec<String> = files
        .par_iter()
        .filter_map(|file| {
            let bytes =
                std::fs::read(file).inspect_err(|e| eprintln!("{}: {e}", file.display())).ok()?;
            let decoded = inspectral::decode(&bytes)
                .inspect_err(|e| eprintln!("{}: {e}", file.display()))
                .ok()?;
            Some(extractor.extract(&decoded.text))
        })
        .flat_map_iter(|found| found.ratings.into_iter().map(|rating| rating.grade.into_owned()))
        .collect();

    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for grade in grades {
        *counts.entry(grade).or_default() += 1;
    }
    for (grade, count) in counts {
        println!("{count:5}  {grade}");
    }
    Ok(())
}
