//! `inspectral`: reads inspection reports and news from files and writes typed records.
//!
//! | module | what it does |
//! | --- | --- |
//! | `arguments` | the command line, with its help texts |
//! | `input` | paths to documents: folders, files, standard input, JSON Lines |
//! | `format`, `pdf`, `page` | bytes to text, by content: text, PDF, HTML |
//! | `batch` | documents to results, on all cores, in input order, in bounded memory |
//! | `extract`, `table`, `show`, `rules` | the commands |

mod arguments;
mod batch;
mod extract;
mod failure;
mod format;
mod input;
mod page;
mod pdf;
mod progress;
mod rules;
mod show;
mod table;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command};
use failure::Failure;

/// What a command that ran to its end says of its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Every input was read.
    All,
    /// Some inputs failed; the reasons are on standard error.
    SomeFailed,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Extract(command) => extract::run(command),
        Command::Table(command) => table::run(command),
        Command::Show(command) => show::run(command),
        Command::Rules { name } => rules::run(name.as_deref()),
        Command::Schema => print(&inspectral::schema()),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "inspectral", &mut script);
            print(&String::from_utf8_lossy(&script))
        }
    };
    match outcome {
        Ok(Outcome::All) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::from(1),
        // A reader that has seen enough ('| head') is no failure.
        Err(Failure::OutputClosed) => ExitCode::SUCCESS,
        Err(failure) => {
            anstream::eprintln!("inspectral: {failure}");
            ExitCode::from(failure.status())
        }
    }
}

/// Prints `text` to standard output, colours stripped where it is no terminal.
fn print(text: &str) -> Result<Outcome, Failure> {
    use std::io::Write;
    let mut out = anstream::stdout().lock();
    writeln!(out, "{}", text.trim_end()).and_then(|()| out.flush()).map_err(Failure::output)?;
    Ok(Outcome::All)
}
