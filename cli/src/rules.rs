//! `inspectral rules`: every rule with its examples.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::Outcome;
use crate::failure::Failure;

/// Runs the command: all rules, or those whose name starts with `name`.
///
/// # Errors
/// When no rule has that name, or standard output cannot be written.
pub fn run(name: Option<&str>) -> Result<Outcome, Failure> {
    let rules: Vec<_> = inspectral::rules()
        .into_iter()
        .filter(|rule| name.is_none_or(|name| rule.name.starts_with(name)))
        .collect();
    if rules.is_empty() {
        let name = name.unwrap_or_default();
        return Err(Failure::Usage(format!(
            "no rule is called '{name}'; 'inspectral rules' lists them all"
        )));
    }
    let (title, mark, dim) =
        (Style::new().bold(), AnsiColor::Green.on_default().bold(), Style::new().dimmed());
    let mut out = String::new();
    for rule in rules {
        let _ = writeln!(out, "{title}{}{title:#}  {}", rule.name, rule.about);
        for example in rule.reads {
            let text = example
                .text
                .replace("[[", &format!("{mark}["))
                .replace("]]", &format!("]{mark:#}"));
            let _ = writeln!(out, "  + {}  {dim}{}{dim:#}", text.replace('\n', "⏎"), example.finds);
        }
        for text in rule.leaves {
            let _ = writeln!(out, "  - {}", text.replace('\n', "⏎"));
        }
        out.push('\n');
    }
    crate::print(&out)
}
