//! The texts that the benches read.

use std::fs;
use std::path::Path;

/// The texts of a folder, given from the repository's, in the order of their names.
pub fn folder(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let mut files: Vec<_> = fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect()
}

/// Real reports, where a folder `../shared/reports/text` stands beside the repository.
pub fn real_reports() -> Vec<String> {
    folder("../shared/reports/text")
}
