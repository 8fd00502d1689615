//! PDF to text: by the built-in reader, or by another program.
//!
//! The built-in reader is a dependency that trusts what it reads. So what would send it round in
//! circles is looked for first, and a panic in it is told as an error.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, Object, ObjectId, PlainTextOutput, Stream};

use crate::format::guarded;

/// Whether bytes are a PDF, by what they begin with.
pub fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    head.windows(5).any(|window| window == b"%PDF-")
}

/// Reads a PDF: the text of its pages, a form feed between two.
///
/// # Errors
/// What is wrong with it, in words: damaged, encrypted, without pages.
pub fn read(bytes: &[u8]) -> Result<String, String> {
    let pages = guarded("the PDF reader", || pages(bytes))??;
    Ok(rejoined(&pages.join("\u{c}")))
}

fn pages(bytes: &[u8]) -> Result<Vec<String>, String> {
    let mut document = Document::load_mem(bytes).map_err(|error| damaged(&error))?;
    if document.is_encrypted() {
        // A PDF that only forbids changes opens without a password.
        document.decrypt("").map_err(|error| damaged(&error))?;
    }
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err("a PDF without pages".into());
    }
    if pages.values().any(|page| is_endless(&document, *page)) {
        return Err(damaged(&"its pages hang in a circle"));
    }
    if Forms::of(&document).are_endless() {
        return Err(damaged(&"a drawing in it draws itself"));
    }
    let text = |number: &u32| {
        let mut text = String::new();
        let mut output = PlainTextOutput::new(&mut text);
        pdf_extract::output_doc_page(&document, &mut output, *number)
            .map_err(|error| damaged(&error))?;
        Ok(text)
    };
    pages.keys().map(text).collect()
}

fn damaged(error: &dyn std::fmt::Display) -> String {
    let error = error.to_string();
    if error.to_lowercase().contains("crypt") || error.contains("password") {
        return "an encrypted PDF: save it without a password first".into();
    }
    format!("a damaged PDF ({error}): open and save it again, or use --pdf-text-command")
}

/// How deep the tree of pages, and drawings within drawings, may be.
const DEPTH: usize = 64;

/// Whether the way from a page to the root of its tree does not end.
fn is_endless(document: &Document, page: ObjectId) -> bool {
    let mut at = page;
    for _ in 0..DEPTH {
        let parent = document.get_dictionary(at).and_then(|node| node.get(b"Parent"));
        match parent.and_then(Object::as_reference) {
            Ok(parent) => at = parent,
            Err(_) => return false,
        }
    }
    true
}

/// The drawings that pages and other drawings draw ('form XObjects').
struct Forms<'d> {
    document: &'d Document,
    forms: HashMap<ObjectId, &'d Stream>,
    /// The names that drawings have anywhere.
    names: Vec<(&'d [u8], ObjectId)>,
}

impl<'d> Forms<'d> {
    fn of(document: &'d Document) -> Forms<'d> {
        let form = |(id, object): (&ObjectId, &'d Object)| {
            let stream = object.as_stream().ok()?;
            let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).ok()?;
            (kind == b"Form").then_some((*id, stream))
        };
        let forms: HashMap<_, _> = document.objects.iter().filter_map(form).collect();
        let mut found = Forms { document, forms, names: Vec::new() };
        if !found.forms.is_empty() {
            let dictionaries = document.objects.values().filter_map(|object| match object {
                Object::Dictionary(dictionary) => Some(dictionary),
                Object::Stream(stream) => Some(&stream.dict),
                _ => None,
            });
            found.names = dictionaries.filter_map(|d| found.names(d)).flatten().collect();
        }
        found
    }

    /// Whether a drawing draws itself, or they are nested too deep.
    fn are_endless(&self) -> bool {
        // What a drawing may draw is quick to tell, what it does draw only from its content.
        let may = |form: &'d Stream| match self.names(&form.dict) {
            Some(names) => names.into_iter().map(|(_, id)| id).collect(),
            None => self.drawn(form),
        };
        self.deepest(may) >= DEPTH && self.deepest(|form| self.drawn(form)) >= DEPTH
    }

    /// How deep they are nested, at most [`DEPTH`].
    fn deepest(&self, within: impl Fn(&'d Stream) -> Vec<ObjectId>) -> usize {
        // Level by level: those that hold any of the level before, until none is left.
        let held: HashMap<ObjectId, Vec<ObjectId>> =
            self.forms.iter().map(|(id, form)| (*id, within(form))).collect();
        let mut level: Vec<ObjectId> = held.keys().copied().collect();
        for depth in 0..DEPTH {
            if level.is_empty() {
                return depth;
            }
            let mut next: Vec<ObjectId> =
                level.iter().filter_map(|id| held.get(id)).flatten().copied().collect();
            next.sort_unstable();
            next.dedup();
            level = next;
        }
        DEPTH
    }

    /// The drawings that a drawing or page has names for in resources of its own.
    fn names(&self, of: &'d Dictionary) -> Option<Vec<(&'d [u8], ObjectId)>> {
        let resources = self.dictionary(of, b"Resources")?;
        let Some(names) = self.dictionary(resources, b"XObject") else { return Some(Vec::new()) };
        let known = |(name, object): (&'d Vec<u8>, &Object)| {
            let id = object.as_reference().ok()?;
            self.forms.contains_key(&id).then_some((name.as_slice(), id))
        };
        Some(names.iter().filter_map(known).collect())
    }

    /// The drawings that a drawing draws, by its own names or else by those of what draws it.
    fn drawn(&self, form: &'d Stream) -> Vec<ObjectId> {
        let content = form.decompressed_content().unwrap_or_else(|_| form.content.clone());
        let Ok(content) = Content::decode(&content) else { return Vec::new() };
        let drawn = content.operations.iter().filter(|operation| operation.operator == "Do");
        let drawn: HashSet<&[u8]> =
            drawn.filter_map(|operation| operation.operands.first()?.as_name().ok()).collect();
        if drawn.is_empty() {
            return Vec::new();
        }
        let own = self.names(&form.dict);
        let names = own.as_deref().unwrap_or(&self.names);
        names.iter().filter(|(name, _)| drawn.contains(name)).map(|(_, id)| *id).collect()
    }

    fn dictionary(&self, of: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary> {
        let (_, object) = self.document.dereference(of.get(key).ok()?).ok()?;
        object.as_dict().ok()
    }
}

/// The text with those lines joined that a raised 'st' or 'th' broke, as in '22⏎ February 2018':
/// the reader ends a full line with a space, and starts none with one.
fn rejoined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let goes_on =
            line.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        let broken = joined
            .strip_suffix('\n')
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        if goes_on && broken {
            joined.pop();
        }
        joined.push_str(line);
    }
    joined
}

/// Another program that turns a PDF into text on standard output.
#[derive(Clone, Debug)]
pub struct Program {
    /// The command, '{}' standing for the file.
    pub command: String,
    /// How long it may take for one PDF.
    pub limit: Duration,
}

/// The most bytes of text that a program may write for one PDF.
const LONGEST: u64 = 256 << 20;

impl Program {
    /// Runs the program on a copy of the PDF and takes what it writes.
    ///
    /// # Errors
    /// When it cannot be run, fails, takes too long or writes no text.
    pub fn read(&self, bytes: &[u8]) -> Result<String, String> {
        let command = &self.command;
        let told = |error: std::io::Error| format!("'{command}' cannot be run: {error}");
        let mut words = command.split_whitespace();
        let program = words.next().ok_or("--pdf-text-command is empty")?;
        let copy = Copy::of(bytes).map_err(told)?;
        let mut named = false;
        let mut arguments: Vec<_> = words
            .map(|word| {
                named |= word == "{}";
                if word == "{}" { copy.path.clone().into_os_string() } else { word.into() }
            })
            .collect();
        if !named {
            arguments.push(copy.path.clone().into_os_string());
        }
        let mut command = Command::new(program);
        command.args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // A group of its own, so that programs that it starts can be stopped with it. A terminal's
        // interrupt does not reach it: what it is at when the tool is interrupted, it ends by itself.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn().map_err(told)?;
        let start = Instant::now();
        let (output, errors) = (all_of(child.stdout.take()), all_of(child.stderr.take()));
        let left = || self.limit.saturating_sub(start.elapsed());
        let late = format!("it had not finished after {} s", self.limit.as_secs());
        let Ok(text) = output.recv_timeout(left()) else { return stop(child, program, &late) };
        if text.len() as u64 > LONGEST {
            let much = format!("it wrote more than {} MB of text", LONGEST >> 20);
            return stop(child, program, &much);
        }
        // It has closed its output; most programs have ended by now.
        let mut pause = Duration::from_micros(50);
        let status = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status,
                Ok(None) if left().is_zero() => return stop(child, program, &late),
                Ok(None) => thread::sleep(pause),
                Err(error) => return stop(child, program, &told(error)),
            }
            pause = (pause * 2).min(Duration::from_millis(50));
        };
        if !status.success() {
            let why = errors.recv_timeout(left()).unwrap_or_default();
            let why = String::from_utf8_lossy(&why);
            let why = why.lines().next().unwrap_or("no reason given").to_owned();
            return Err(format!("'{program}' failed on the PDF: {why}"));
        }
        inspectral::decode(&text)
            .map(|decoded| decoded.text.into_owned())
            .map_err(|error| format!("'{program}' wrote no text: {error}"))
    }
}

/// Stops a program, so that it does not hold up the other documents, and what it has started.
fn stop(mut child: Child, program: &str, why: &str) -> Result<String, String> {
    // They may have ended by now. Nobody else has the number: it is free only after the wait.
    #[cfg(unix)]
    let _ = rustix::process::kill_process_group(
        rustix::process::Pid::from_child(&child),
        rustix::process::Signal::KILL,
    );
    let _ = child.kill();
    let _ = child.wait();
    Err(format!("'{program}' was stopped: {why}"))
}

/// Reads a program's output to its end, or as far as it may go, on a thread of its own.
fn all_of(output: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(output) = output {
            // An error ends it like the output's end does: the exit status tells what it was.
            let _ = output.take(LONGEST + 1).read_to_end(&mut bytes);
        }
        let _ = sender.send(bytes);
    });
    receiver
}

/// A copy of a document in the folder for temporary files, removed when dropped.
struct Copy {
    path: std::path::PathBuf,
}

impl Copy {
    fn of(bytes: &[u8]) -> std::io::Result<Copy> {
        use std::sync::atomic::{AtomicU64, Ordering};
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("inspectral-{}-{number}.pdf", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, bytes)?;
        Ok(Copy { path })
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // A copy that stays behind in the temporary folder does no harm.
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdf_is_told_by_its_beginning() {
        assert!(is_pdf(b"\n%PDF-1.7 ..."));
        assert!(!is_pdf(b"About the %PDF format"));
    }

    #[test]
    fn days_that_a_raised_ending_broke_off_are_joined() {
        assert_eq!(rejoined("22\n February 2018 \n\nDear"), "22 February 2018 \n\nDear");
        assert_eq!(rejoined("on 30\n and 31\n January. \nThe"), "on 30 and 31 January. \nThe");
        assert_eq!(rejoined("page 2 \n \nThe \n  3\n"), "page 2 \n \nThe \n  3\n");
    }

    #[test]
    fn an_encrypted_pdf_is_not_called_damaged() {
        assert!(damaged(&"decryption error: incorrect password").starts_with("an encrypted PDF"));
        assert!(damaged(&"no trailer").starts_with("a damaged PDF (no trailer)"));
    }
}
