//! The markers of list items.

use crate::text::is_bullet;

/// The shape of a list marker; a list keeps to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    Bullet,
    Ring,
    Dash,
    Number(u32),
    Letter,
}

/// The list marker that `text` starts with, and how long it is.
pub(super) fn marker(text: &str) -> Option<(Marker, usize)> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
    match first {
        bullet if is_bullet(bullet) => Some((Marker::Bullet, bullet.len_utf8())),
        // The last ones stand where a bullet of a symbol font, or of another encoding, lost its face.
        '§' | '*' | '>' | '+' | '»' | '\u{fffd}' | '?' | 'Ø' | 'ü' | 'Ÿ' | 'n' | 'l' | 'q'
        | 'v'
            if spaced =>
        {
            Some((Marker::Bullet, first.len_utf8()))
        }
        '○' | '◦' | '▫' => Some((Marker::Ring, first.len_utf8())),
        '-' if rest.starts_with("- ") => Some((Marker::Dash, 2)),
        'o' if spaced && !rest.is_empty() => Some((Marker::Ring, 1)),
        'o' if rest.is_empty() => Some((Marker::Ring, 1)),
        '-' | '–' | '—' | '−' | '‐' | '⎯' | '─' | '̶' | '‒' | '―' if spaced => {
            Some((Marker::Dash, first.len_utf8()))
        }
        '0'..='9' => {
            let digits = text.find(|c: char| !c.is_ascii_digit())?;
            let after = text[digits..].strip_prefix(['.', ')'])?;
            let number = text.get(..digits.min(3))?.parse().ok()?;
            (digits <= 3 && (after.is_empty() || after.starts_with(char::is_whitespace)))
                .then_some((Marker::Number(number), digits + 1))
        }
        'R' => {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let number = rest.get(..digits.min(3)).filter(|n| !n.is_empty())?.parse().ok()?;
            let after = &rest[digits..];
            let after = after.strip_prefix([':', '.']).unwrap_or(after);
            (after.is_empty() || after.starts_with(char::is_whitespace))
                .then(|| (Marker::Number(number), text.len() - after.len()))
        }
        '(' => {
            let close = text.get(..6.min(text.len())).unwrap_or("").find(')')?;
            let label = &text[1..close];
            let short = !label.is_empty()
                && (label.len() == 1 || label.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')));
            short.then_some((Marker::Letter, close + 1))
        }
        _ => None,
    }
}
