//! Bytes to text, by content: text, PDF, HTML.
//!
//! | bytes | text |
//! | --- | --- |
//! | `%PDF-` within the first kilobyte | the text of its pages, a form feed between two |
//! | `<!doctype html`, `<html` near the start | headline, date line and main text of the page |
//! | anything else | decoded as the library does |

use std::borrow::Cow;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::process::{Command, Stdio};
use std::sync::Once;

use dom_smoothie::{Config, Readability, TextMode};

/// A document's text, and how it was had.
#[derive(Debug)]
pub struct Readable<'b> {
    pub text: Cow<'b, str>,
    /// `text`, `pdf` or `html`.
    pub format: &'static str,
    /// The encoding that was assumed for text and HTML.
    pub encoding: Option<&'static str>,
    /// The publication date in a page's metadata, an ISO day.
    pub published: Option<String>,
}

/// Reads bytes as text.
///
/// # Errors
/// What is wrong with the bytes, in words: not text, a damaged, encrypted or scanned PDF, a page
/// without text.
pub fn read<'b>(bytes: &'b [u8], pdf_text_command: Option<&str>) -> Result<Readable<'b>, String> {
    if bytes.trim_ascii().is_empty() {
        return Err("it is empty".into());
    }
    if is_pdf(bytes) {
        let text = match pdf_text_command {
            Some(command) => pdf_by_command(bytes, command)?,
            None => pdf(bytes)?,
        };
        if text.trim().is_empty() {
            return Err(
                "a PDF without text, perhaps scanned: recognise its text (OCR) first".into()
            );
        }
        return Ok(Readable { text: text.into(), format: "pdf", encoding: None, published: None });
    }
    let decoded = inspectral::decode(bytes).map_err(|error| error.to_string())?;
    let encoding = Some(encoding_name(decoded.encoding));
    if is_html(&decoded.text) {
        let (text, published) = html(&decoded.text)?;
        return Ok(Readable { text: text.into(), format: "html", encoding, published });
    }
    Ok(Readable { text: decoded.text, format: "text", encoding, published: None })
}

fn encoding_name(encoding: inspectral::Encoding) -> &'static str {
    match encoding {
        inspectral::Encoding::Utf8 | inspectral::Encoding::Utf8WithMark => "utf-8",
        inspectral::Encoding::Utf16Little => "utf-16le",
        inspectral::Encoding::Utf16Big => "utf-16be",
        inspectral::Encoding::Windows1252 => "windows-1252",
        _ => "unknown",
    }
}

fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    head.windows(5).any(|window| window == b"%PDF-")
}

fn is_html(text: &str) -> bool {
    let mut end = text.len().min(2048);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].trim_start().to_ascii_lowercase();
    head.starts_with('<')
        && ["<!doctype html", "<html", "<head", "<body", "<article"]
            .iter()
            .any(|t| head.contains(t))
}

fn pdf(bytes: &[u8]) -> Result<String, String> {
    let pages = guarded("the PDF reader", || pdf_extract::extract_text_from_mem_by_pages(bytes))?
        .map_err(|error| {
        let error = error.to_string();
        if error.to_lowercase().contains("crypt") || error.contains("password") {
            "an encrypted PDF: save it without a password first".to_owned()
        } else {
            format!("a damaged PDF ({error}): open and save it again, or use --pdf-text-command")
        }
    })?;
    Ok(rejoined(&pages.join("\u{c}")))
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

/// Runs `command` on a copy of the PDF and takes its standard output.
fn pdf_by_command(bytes: &[u8], command: &str) -> Result<String, String> {
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
    let output =
        Command::new(program).args(arguments).stdin(Stdio::null()).output().map_err(told)?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        let why = why.lines().next().unwrap_or("no reason given").to_owned();
        return Err(format!("'{program}' failed on the PDF: {why}"));
    }
    inspectral::decode(&output.stdout)
        .map(|decoded| decoded.text.into_owned())
        .map_err(|error| format!("'{program}' wrote no text: {error}"))
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

/// The headline, date line and main text of a web page, and the date in its metadata.
fn html(page: &str) -> Result<(String, Option<String>), String> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let article = guarded("the HTML reader", || {
        Readability::new(page, None, Some(config)).and_then(|mut page| page.parse())
    })?
    .map_err(|error| format!("a web page without main text ({error})"))?;
    let body = article.text_content.trim().to_owned();
    if body.is_empty() {
        return Err("a web page without main text".into());
    }
    let published = article.published_time.as_deref().and_then(day);
    let title = article.title.trim();
    let mut text = String::with_capacity(body.len() + title.len() + 40);
    if !title.is_empty() && !body.starts_with(title) {
        text.push_str(title);
        text.push_str("\n\n");
    }
    text.push_str(&body);
    Ok((text, published))
}

/// The day of an ISO time stamp.
fn day(stamp: &str) -> Option<String> {
    let day = stamp.get(..10)?;
    let shape = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    shape.then(|| day.to_owned())
}

thread_local! {
    /// Whether a panic on this thread is caught and told, so must not be printed as well.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Calls `work`; a panic in it is told as an error.
///
/// # Errors
/// When `work` panics: `who` failed, and with what words.
pub fn guarded<T>(who: &str, work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !GUARDED.get() {
                usual(info);
            }
        }));
    });
    let before = GUARDED.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(before);
    result.map_err(|cause| {
        let words = cause
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| cause.downcast_ref::<&str>().copied())
            .unwrap_or("no reason given");
        format!("{who} broke down on it: {}", words.lines().next().unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_content() {
        assert!(is_pdf(b"\n%PDF-1.7 ..."));
        assert!(!is_pdf(b"About the %PDF format"));
        assert!(is_html("<!DOCTYPE html>\n<html><body>"));
        assert!(!is_html("The <html> tag") && !is_html("5 < 6"));
    }

    #[test]
    fn a_page_gives_its_headline_date_and_paragraphs() {
        let page = r#"<!doctype html><html><head><title>School rated good</title>
            <meta property="article:published_time" content="2024-05-03T09:00:00Z"></head>
            <body><nav><a href="/">Home</a></nav><article><h1>School rated good</h1>
            <p>Marlow Road Primary was rated good in May, said inspectors who called on a wet Tuesday and saw lessons.</p>
            <p>“We are proud,” said the headteacher, who has led the school for a very long time indeed, as all agree.</p>
            </article></body></html>"#;
        let (text, published) = html(page).unwrap();
        assert_eq!(published.as_deref(), Some("2024-05-03"));
        assert!(text.starts_with("School rated good\n\n"), "{text}");
        assert!(text.contains("lessons.\n"), "paragraphs are kept apart: {text}");
        assert!(!text.contains("Home"), "{text}");
    }

    #[test]
    fn days_that_a_raised_ending_broke_off_are_joined() {
        assert_eq!(rejoined("22\n February 2018 \n\nDear"), "22 February 2018 \n\nDear");
        assert_eq!(rejoined("on 30\n and 31\n January. \nThe"), "on 30 and 31 January. \nThe");
        assert_eq!(rejoined("page 2 \n \nThe \n  3\n"), "page 2 \n \nThe \n  3\n");
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(read(b" \n", None).unwrap_err(), "it is empty");
        assert!(read(b"%PDF-1.4\nrubbish", None).unwrap_err().contains("PDF"));
        assert!(read(b"\x7fELF\0\0", None).unwrap_err().contains("byte 4"));
        assert!(guarded("it", || panic!("no")).unwrap_err().contains("broke down"));
    }
}
