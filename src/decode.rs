//! Bytes to text.

use std::borrow::Cow;

use crate::{Error, ErrorKind};

/// A text and the encoding that its bytes were read in.
///
/// Spans of records count bytes of [`text`](Decoded::text), not of the bytes that were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// The text, without a byte order mark.
    pub text: Cow<'b, str>,
    /// The encoding that was assumed.
    pub encoding: Encoding,
}

/// An encoding that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8WithMark,
    /// UTF-16, little-endian, with a byte order mark.
    Utf16Little,
    /// UTF-16, big-endian, with a byte order mark.
    Utf16Big,
    /// Windows-1252, assumed for bytes that are not UTF-8.
    Windows1252,
}

/// Reads bytes as text: UTF-8, UTF-8 or UTF-16 with a byte order mark, else Windows-1252.
///
/// ```
/// let decoded = inspectral::decode(b"caf\xe9 \x93good\x94")?;
/// assert_eq!(decoded.text, "café “good”");
/// assert_eq!(decoded.encoding, inspectral::Encoding::Windows1252);
/// # Ok::<(), inspectral::Error>(())
/// ```
///
/// # Errors
/// When the bytes are not text: a NUL or several other control characters, half a UTF-16 pair,
/// or an odd number of bytes after a UTF-16 mark.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Error> {
    let decoded = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            let text = std::str::from_utf8(rest).map_err(|e| {
                not_text(3 + e.valid_up_to(), "the bytes are not UTF-8 as their mark says")
            })?;
            Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8WithMark }
        }
        [0xFF, 0xFE, rest @ ..] => Decoded {
            text: utf16(rest, u16::from_le_bytes)?.into(),
            encoding: Encoding::Utf16Little,
        },
        [0xFE, 0xFF, rest @ ..] => {
            Decoded { text: utf16(rest, u16::from_be_bytes)?.into(), encoding: Encoding::Utf16Big }
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8 },
            Err(_) => Decoded { text: windows_1252(bytes).into(), encoding: Encoding::Windows1252 },
        },
    };
    refuse_binary(&decoded)?;
    Ok(decoded)
}

fn not_text(offset: usize, reason: &'static str) -> Error {
    Error::new(ErrorKind::NotText { offset, reason })
}

/// Texts hold no NUL, and hardly another control character than white space and form feeds.
fn refuse_binary(decoded: &Decoded<'_>) -> Result<(), Error> {
    let text = decoded.text.as_ref();
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        return Err(not_text(at, "it holds a NUL character, as binary files do"));
    }
    let is_control = |b: &u8| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B);
    let sample = &text.as_bytes()[..text.len().min(8192)];
    let controls = sample.iter().filter(|b| is_control(b)).count();
    if controls > 4 && controls * 50 > sample.len() {
        let at = sample.iter().position(is_control).unwrap_or(0);
        return Err(not_text(at, "it is full of control characters, as binary files are"));
    }
    Ok(())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Error> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(not_text(2 + bytes.len() - 1, "UTF-16 with an odd number of bytes"));
    }
    let mut text = String::with_capacity(bytes.len());
    let mut at = 2;
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let c = c.map_err(|_| not_text(at, "half of a UTF-16 surrogate pair"))?;
        at += 2 * c.len_utf16();
        text.push(c);
    }
    Ok(text)
}

fn windows_1252(bytes: &[u8]) -> String {
    /// The characters of 0x80 to 0x9F; the five unassigned bytes map to themselves, as in WHATWG.
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    bytes
        .iter()
        .map(
            |&b| {
                if (0x80..0xA0).contains(&b) { HIGH[usize::from(b - 0x80)] } else { char::from(b) }
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_encoding() {
        let read = |bytes: &[u8]| decode(bytes).map(|d| (d.text.into_owned(), d.encoding));
        assert_eq!(read("é".as_bytes()).unwrap(), ("é".into(), Encoding::Utf8));
        assert_eq!(read(b"\xEF\xBB\xBFa").unwrap(), ("a".into(), Encoding::Utf8WithMark));
        assert_eq!(
            read(b"\xFF\xFEa\0\x3D\xD8\x00\xDE").unwrap(),
            ("a😀".into(), Encoding::Utf16Little)
        );
        assert_eq!(read(b"\xFE\xFF\0a").unwrap(), ("a".into(), Encoding::Utf16Big));
        assert_eq!(read(b"\x91a\x92 \x80").unwrap(), ("‘a’ €".into(), Encoding::Windows1252));
        assert_eq!(read(b"").unwrap(), (String::new(), Encoding::Utf8));
    }

    #[test]
    fn refuses_what_is_not_text() {
        let offset = |bytes: &[u8]| match decode(bytes).unwrap_err().kind() {
            ErrorKind::NotText { offset, .. } => *offset,
            other => panic!("{other:?}"),
        };
        assert_eq!(offset(b"PK\x03\x04\0\0"), 4);
        assert_eq!(offset(b"\xFF\xFEa"), 2);
        assert_eq!(offset(b"\xFF\xFE\x3D\xD8a\0"), 2);
        assert_eq!(offset(b"\xEF\xBB\xBFab\xFF"), 5);
        assert_eq!(offset(b"\x01\x02\x03\x04\x05\x06 abc"), 0);
    }
}
