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
use std::sync::Once;

use crate::page;
use crate::pdf::{self, Program};

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
pub fn read<'b>(bytes: &'b [u8], program: Option<&Program>) -> Result<Readable<'b>, String> {
    if bytes.trim_ascii().is_empty() {
        return Err("it is empty".into());
    }
    if pdf::is_pdf(bytes) {
        let text = match program {
            Some(program) => program.read(bytes)?,
            None => pdf::read(bytes)?,
        };
        if text.trim().is_empty() {
            return Err(
                "a PDF without text, perhaps scanned: recognise its text (OCR) first".into()
            );
        }
        return Ok(Readable { text: text.into(), format: "pdf", encoding: None, published: None });
    }
    if let Some(named) = page::encoding(bytes) {
        let (text, _) = named.decode_without_bom_handling(bytes);
        return html(&text, named.name());
    }
    let decoded = inspectral::decode(bytes).map_err(|error| error.to_string())?;
    let encoding = encoding_name(decoded.encoding);
    if page::is_html(&decoded.text) {
        return html(&decoded.text, encoding);
    }
    let encoding = Some(encoding);
    Ok(Readable { text: decoded.text, format: "text", encoding, published: None })
}

fn html<'b>(page: &str, encoding: &'static str) -> Result<Readable<'b>, String> {
    let page::Page { text, published } = page::read(page)?;
    Ok(Readable { text: text.into(), format: "html", encoding: Some(encoding), published })
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
    fn what_cannot_be_read_says_why() {
        assert_eq!(read(b" \n", None).unwrap_err(), "it is empty");
        assert!(read(b"%PDF-1.4\nrubbish", None).unwrap_err().contains("PDF"));
        assert!(read(b"\x7fELF\0\0", None).unwrap_err().contains("byte 4"));
        assert!(guarded("it", || panic!("no")).unwrap_err().contains("broke down"));
    }
}
