//! Dates alone, over reports and news of our own making; prints bytes a second.
//!
//! Where a folder `../shared/reports/text` stands beside the repository, the real reports in it
//! are measured too, text by text.

mod texts;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn dates(c: &mut Criterion) {
    let fixtures = |name: &str| {
        // About a megabyte.
        let text = texts::folder(&format!("fixtures/{name}")).concat();
        vec![text.repeat(1_000_000 / text.len() + 1)]
    };
    let sets = [
        ("reports", fixtures("reports")),
        ("news", fixtures("news")),
        ("real reports", texts::real_reports()),
    ];
    let mut group = c.benchmark_group("dates");
    group.sample_size(20);
    for (name, texts) in sets.iter().filter(|(_, texts)| !texts.is_empty()) {
        let bytes: usize = texts.iter().map(String::len).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(*name, |b| {
            b.iter(|| {
                let find = |text: &String| inspectral::dates::find(black_box(text), None).len();
                let found: usize = texts.iter().map(find).sum();
                assert!(found > 0);
                found
            });
        });
    }
    group.finish();
}

criterion_group!(benches, dates);
criterion_main!(benches);
