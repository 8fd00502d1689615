//! The progress bar and the closing summary, on standard error.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{HumanCount, ProgressBar, ProgressStyle};

use crate::failure::Unreadable;

/// Counts documents, and shows how far a run is when standard error is a terminal.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
    documents: u64,
    failures: u64,
    bytes: u64,
    records: u64,
}

impl Progress {
    /// A bar for `bytes` of input; without a known size a spinner.
    pub fn new(bytes: u64) -> Progress {
        let bar = if !io::stderr().is_terminal() {
            ProgressBar::hidden()
        } else if bytes > 0 {
            let style = "{bar:30} {percent}%  {msg}  {binary_bytes_per_sec}  {eta} left";
            ProgressBar::new(bytes)
                .with_style(ProgressStyle::with_template(style).expect("a template"))
        } else {
            ProgressBar::new_spinner()
        };
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress { bar, started: Instant::now(), documents: 0, failures: 0, bytes: 0, records: 0 }
    }

    /// Counts a document of `size` bytes that was read, with its records.
    pub fn read(&mut self, size: u64, records: usize) {
        self.records += records as u64;
        self.step(size);
    }

    /// Counts and reports a document that failed.
    pub fn failed(&mut self, size: u64, failure: &Unreadable) {
        self.failures += 1;
        self.bar.suspend(|| {
            // Nothing is left to tell when standard error itself is gone.
            let _ = writeln!(io::stderr(), "inspectral: {failure}");
        });
        self.step(size);
    }

    fn step(&mut self, size: u64) {
        self.documents += 1;
        self.bytes += size;
        self.bar.set_position(self.bytes);
        let failed =
            if self.failures > 0 { format!(", {} failed", self.failures) } else { String::new() };
        self.bar.set_message(format!("{} documents{failed}", HumanCount(self.documents)));
    }

    /// Ends the bar and writes the summary.
    pub fn finish(self) -> crate::Outcome {
        self.bar.finish_and_clear();
        let seconds = self.started.elapsed().as_secs_f64().max(1e-9);
        let megabytes = self.bytes as f64 / 1e6;
        // Nothing is left to tell when standard error itself is gone.
        let _ = writeln!(
            io::stderr(),
            "{} documents, {megabytes:.1} MB in {seconds:.1} s ({:.1} MB/s): {} records, {} failed",
            HumanCount(self.documents),
            megabytes / seconds,
            HumanCount(self.records),
            HumanCount(self.failures),
        );
        if self.failures > 0 { crate::Outcome::SomeFailed } else { crate::Outcome::All }
    }
}
