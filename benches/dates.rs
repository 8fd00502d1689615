//! Dates alone, over reports and news of our own making; prints bytes a second.
//!
//! Where a folder `../shared/reports/text` stands beside the repository, the real reports in it
//! are measured too, text by text.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// The fixtures' texts, one after the other, up to about a megabyte.
fn corpus(folder: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(path)
        .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
        .unwrap_or_default();
    files.sort();
    let texts = files.iter().filter(|path| path.extension().is_some_and(|e| e == "txt"));
    let mut corpus: String = texts.filter_map(|path| std::fs::read_to_string(path).ok()).collect();
    if corpus.is_empty() {
        corpus.push_str(
            "Inspectors visited the school on 4 and 5 May 2024. It was good in 2019.\n\n",
        );
    }
    corpus.repeat(1_000_000 / corpus.len() + 1)
}

fn dates(c: &mut Criterion) {
    for folder in ["reports", "news"] {
        let text = corpus(folder);
        let mut group = c.benchmark_group("dates");
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        group.bench_function(folder, |b| {
            b.iter(|| {
                let found = inspectral::dates::find(black_box(&text), None);
                assert!(!found.is_empty());
                found.len()
            });
        });
        group.finish();
    }
}

/// The real reports, where they are.
fn real_reports(c: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reports/text");
    let files = std::fs::read_dir(path).into_iter().flatten().flatten();
    let texts: Vec<String> =
        files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect();
    if texts.is_empty() {
        return;
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut group = c.benchmark_group("dates");
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(20);
    group.bench_function("real reports", |b| {
        let find = |text: &String| inspectral::dates::find(black_box(text), None).len();
        b.iter(|| texts.iter().map(find).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, dates, real_reports);
criterion_main!(benches);
