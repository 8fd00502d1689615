//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Reads Ofsted-style inspection reports and news, and writes typed records: ratings, dates,
/// improvement areas and quoted findings, each with its exact place in the text.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the records of every document as JSON Lines
    #[command(after_help = "Examples:
  inspectral extract reports/ > records.jsonl
  inspectral extract --published 2022-01-19 article.txt
  inspectral extract --input-format jsonl articles.jsonl --output records.jsonl
  curl -s https://news.example/article | inspectral extract -

Exit status: 0 all documents were read, 1 some failed (each is reported), 2 wrong use.")]
    Extract(Extract),
    /// Write one row an inspection as CSV: provider, dates, grades, improvement areas
    #[command(after_help = "Example:
  inspectral table reports/ > inspections.csv")]
    Table(Table),
    /// Print a document with its records marked and labelled, in colour on a terminal
    #[command(after_help = "Example:
  inspectral show fixtures/news/monitoring-visit.txt | less -R")]
    Show(Show),
    /// List every rule with its examples
    #[command(after_help = "Examples:
  inspectral rules
  inspectral rules date.month")]
    Rules {
        /// A rule, or the start of its name: 'date', 'rating.from_to'
        name: Option<String>,
    },
    /// Print the JSON Schema of the output
    Schema,
    /// Print a completion script for a shell
    #[command(after_help = "Example:
  inspectral completions bash > /etc/bash_completion.d/inspectral")]
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// What is read, and how.
#[derive(Args, Debug)]
pub struct Input {
    /// Files and folders to read, or '-' for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What the files hold
    #[arg(long, value_enum, default_value_t = InputFormat::Documents)]
    pub input_format: InputFormat,
    /// Publication date of documents that state none: 2022-01-19, 2022-01 or 2022
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// What kind of documents they are, where it is known [default: read from the text]
    #[arg(long, value_enum)]
    pub kind: Option<Kind>,
    /// Program that turns a PDF into text on standard output, '{}' being the file
    /// ('pdftotext -layout {} -') [default: built in]
    #[arg(long, value_name = "COMMAND")]
    pub pdf_text_command: Option<String>,
    /// Seconds after which that program is stopped, and the PDF fails
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    pub pdf_timeout: u32,
    /// Folder to write the text of every PDF and web page to, which their spans count
    #[arg(long, value_name = "DIR")]
    pub save_text: Option<PathBuf>,
    /// Documents read at once [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
}

/// What the files hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// One document a file: text, PDF or HTML, told by content
    Documents,
    /// JSON Lines: one object a line with `id`, `text` and perhaps `published`
    Jsonl,
}

/// Kinds of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// News articles
    News,
    /// Inspectorates' reports
    Report,
    /// Inspectorates' letters
    Letter,
}

/// Options of `extract`.
#[derive(Args, Debug)]
pub struct Extract {
    /// What is read.
    #[command(flatten)]
    pub input: Input,
    /// File to write to [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Options of `table`.
#[derive(Args, Debug)]
pub struct Table {
    /// What is read.
    #[command(flatten)]
    pub input: Input,
    /// File to write to [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Options of `show`.
#[derive(Args, Debug)]
pub struct Show {
    /// The document, or '-' for standard input
    #[arg(value_name = "FILE")]
    pub path: PathBuf,
    /// Publication date of a document that states none
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// Records to show [default: all]
    #[arg(long, value_enum, value_delimiter = ',')]
    pub only: Vec<Shown>,
}

/// Kinds of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shown {
    /// Grades
    Ratings,
    /// Dates
    Dates,
    /// Improvement areas
    Areas,
    /// Quotations
    Quotes,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Arguments::command().debug_assert();
    }
}
