//! Throughput of the whole pipeline, in bytes of text: `cargo bench --bench extraction`.
//!
//! Texts are made of the fixtures. Where a folder `../shared/reports/text` stands beside the
//! repository, the real reports in it are measured too.

mod texts;

use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// The texts of a folder, one after the other.
fn joined(texts: &[String]) -> String {
    texts.iter().map(|text| text.clone() + "\n\n").collect()
}

fn kinds() -> Vec<(&'static str, String)> {
    let news = joined(&texts::folder("fixtures/news"));
    let reports = joined(&texts::folder("fixtures/reports"));
    let mut texts = vec![
        ("news", news.clone()),
        ("reports", reports.clone()),
        ("10 MB of news", news.repeat(10_000_000 / news.len() + 1)),
        ("1 MB line", news.replace('\n', " ").repeat(1_000_000 / news.len() + 1)),
    ];
    let real = joined(&texts::real_reports());
    if !real.is_empty() {
        texts.push(("real reports", real));
    }
    texts
}

fn throughput(criterion: &mut Criterion) {
    let extractor = inspectral::Extractor::new();
    let mut group = criterion.benchmark_group("extract");
    group.sample_size(10).warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(3));
    for (name, text) in kinds() {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &text, |bencher, text| {
            bencher.iter(|| extractor.extract(text));
        });
    }
    group.finish();
}

/// Time of extraction against that of a bare pass for the same trigger words.
fn against_a_bare_scan(_: &mut Criterion) {
    let words = inspectral::trigger_words();
    let automaton = aho_corasick::AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(aho_corasick::MatchKind::LeftmostLongest)
        .kind(Some(aho_corasick::AhoCorasickKind::DFA))
        .build(&words)
        .expect("the trigger words make an automaton");
    let extractor = inspectral::Extractor::new();
    for (name, text) in kinds() {
        let bare = best(|| automaton.find_iter(&text).count());
        let whole = best(|| extractor.extract(&text));
        println!(
            "bare scan  {name:16} {:6.0} MB/s, extraction {:6.0} MB/s: {:.1} times slower ({} words)",
            text.len() as f64 / 1e6 / bare.as_secs_f64(),
            text.len() as f64 / 1e6 / whole.as_secs_f64(),
            whole.as_secs_f64() / bare.as_secs_f64(),
            words.len(),
        );
    }
}

/// The shortest of three runs.
fn best<T>(mut work: impl FnMut() -> T) -> Duration {
    (0..3)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

/// Time for 10 MB against time for 1 MB of the same kind: 10 where time grows linearly.
fn growth(_: &mut Criterion) {
    let news = joined(&texts::folder("fixtures/news"));
    let line = news.replace('\n', " ");
    for (name, piece) in [
        ("news", news.as_str()),
        ("one line", line.as_str()),
        ("curly marks", "“"),
        ("marks apart", "“ "),
        ("straight marks", "\""),
        ("single marks", " 'a"),
        ("digits", "1"),
        ("'Inadequate '", "Inadequate "),
        ("'said '", "said "),
        ("'May 2021 '", "May 2021 "),
        ("'needs to improve '", "needs to improve "),
        ("bullets", "• \n"),
        ("full stops", "."),
    ] {
        let (small, large) =
            (piece.repeat(1_000_000 / piece.len()), piece.repeat(10_000_000 / piece.len()));
        let (one, ten) =
            (best(|| inspectral::extract(&small)), best(|| inspectral::extract(&large)));
        let ratio = ten.as_secs_f64() / one.as_secs_f64();
        println!("growth {name:22} 1 MB {one:>10.1?}  10 MB {ten:>10.1?}  ratio {ratio:.1}");
    }
}

criterion_group!(benches, throughput, against_a_bare_scan, growth);
criterion_main!(benches);
