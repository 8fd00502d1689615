//! Throughput of quotations alone, in bytes of text: `cargo bench --bench quotes`.
//!
//! Also measures texts of nothing but quotation marks, which must take linear time, and, where a
//! folder `../shared/reports/text` stands beside the repository, the real reports in it, text by
//! text.

mod texts;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn throughput(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("quotes");
    for name in ["news", "reports"] {
        let text = texts::folder(&format!("fixtures/{name}")).join("\n\n");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &text, |bencher, text| {
            bencher.iter(|| inspectral::quotes::find(text));
        });
    }
    for marks in ["\"", "“", " '", "“x. "] {
        for size in [100_000, 1_000_000] {
            let text = marks.repeat(size / marks.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            let id = BenchmarkId::new(format!("{size} bytes of"), format!("{marks:?}"));
            group.bench_with_input(id, &text, |bencher, text| {
                bencher.iter(|| inspectral::quotes::find(text));
            });
        }
    }
    group.finish();
}

/// The real reports, where they are.
fn real_reports(criterion: &mut Criterion) {
    let texts = texts::real_reports();
    if texts.is_empty() {
        return;
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("quotes");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("real reports", |bencher| {
        let find = |text: &String| inspectral::quotes::find(text).len();
        bencher.iter(|| texts.iter().map(find).sum::<usize>());
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = throughput, real_reports
}
criterion_main!(benches);
