//! Web pages to text: their headline, date line and main text, and what their metadata tell.

use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::Encoding;
use serde_json::Value;

use crate::format::guarded;

/// A web page as a document.
#[derive(Debug)]
pub struct Page {
    pub text: String,
    /// The publication date in its metadata, an ISO day.
    pub published: Option<String>,
}

/// How much of a file tells whether it is a web page, and in which encoding.
const HEAD: usize = 4096;

/// Whether a text is a web page, by what it begins with.
pub fn is_html(text: &str) -> bool {
    let mut head = text[..text.floor_char_boundary(HEAD)].trim_start().to_ascii_lowercase();
    // A comment may stand before everything: 'saved from …'.
    while let Some(end) = head.strip_prefix("<!--").and_then(|rest| rest.find("-->")) {
        head = head[end + 7..].trim_start().to_owned();
    }
    head.starts_with('<')
        && ["<!doctype html", "<html", "<head", "<body", "<article"]
            .iter()
            .any(|tag| head.contains(tag))
}

/// The encoding that a web page names for itself, if it must be asked: if the bytes are neither
/// UTF-8 nor marked.
pub fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return None;
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    if !is_html(&head) || std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let (_, rest) = head.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)))?;
    // A page that calls itself UTF-8 and is not has the usual encoding of old pages.
    Encoding::for_label(&label.as_bytes()[..end]).filter(|found| *found != encoding_rs::UTF_8)
}

/// Reads a web page.
///
/// # Errors
/// When it has no main text.
pub fn read(page: &str) -> Result<Page, String> {
    if depth(page) > DEEPEST {
        return Err("a web page with too many elements within each other".into());
    }
    guarded("the HTML reader", || main_text(page))?
}

/// How many elements may stand within each other: the reader's time grows with their square.
const DEEPEST: usize = 1000;

/// How many elements stand within each other, at most; those that need no end tag left out.
fn depth(page: &str) -> usize {
    const OPEN: [&str; 16] = [
        "a",
        "article",
        "b",
        "blockquote",
        "center",
        "div",
        "em",
        "font",
        "i",
        "ol",
        "section",
        "span",
        "strong",
        "table",
        "u",
        "ul",
    ];
    let (mut depth, mut deepest) = (0usize, 0);
    for (at, _) in page.match_indices('<') {
        let tag = &page[at + 1..];
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        if end > 10 {
            continue;
        }
        let name = name[..end].to_ascii_lowercase();
        if OPEN.binary_search(&name.as_str()).is_err() {
            continue;
        }
        depth = if tag.starts_with('/') { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

fn main_text(page: &str) -> Result<Page, String> {
    let nothing = |error| format!("a web page without main text ({error})");
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut page = Readability::new(page, None, Some(config)).map_err(nothing)?;
    let heading = page.doc.select("h1").iter().next().map(|heading| heading.text().to_string());
    let stamps = stamps(&page);
    let article = page.parse().map_err(nothing)?;
    let body = article.text_content.trim().to_owned();
    if body.is_empty() {
        return Err("a web page without main text".into());
    }
    let published = article.published_time.iter().chain(&stamps).find_map(|stamp| day(stamp));
    let title = article.title.trim();
    let title = heading.as_deref().map(str::trim).filter(|h| names(title, h)).unwrap_or(title);
    let mut text = String::with_capacity(body.len() + title.len() + 40);
    if !title.is_empty() && !body.starts_with(title) {
        text.push_str(title);
        text.push_str("\n\n");
    }
    text.push_str(&body);
    Ok(Page { text, published })
}

/// Whether a page's title is its heading with the site's name after it: 'School praised - Echo'.
fn names(title: &str, heading: &str) -> bool {
    heading.len() > 7
        && title.strip_prefix(heading).is_some_and(|rest| {
            [" - ", " | ", " – ", " — ", " · "].iter().any(|mark| rest.starts_with(mark))
        })
}

/// Names of metadata that hold the publication date, beside those that the reader knows.
const PUBLISHED: [&str; 19] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "govuk:first-published-at",
    "govuk:public-updated-at",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "dcterms.issued",
    "dcterms.available",
    "dcterms.created",
    "dcterms.date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "sailthru.date",
    "date",
];

/// The time stamps in a page that may be its publication's, the surest first.
fn stamps(page: &Readability) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for meta in page.doc.select("meta[content]").iter() {
        let name = ["property", "name", "itemprop"].iter().find_map(|key| meta.attr(key));
        let name = name.unwrap_or_default().to_lowercase();
        if let (Some(rank), Some(stamp)) =
            (PUBLISHED.iter().position(|known| *known == name), meta.attr("content"))
        {
            found.push((rank, stamp.to_string()));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    let mut stamps: Vec<String> = found.into_iter().map(|(_, stamp)| stamp).collect();
    let linked: Vec<Value> = page
        .doc
        .select("script[type='application/ld+json']")
        .iter()
        .filter_map(|script| serde_json::from_str(script.text().trim()).ok())
        .collect();
    let dated = |article| linked.iter().find_map(|value| dated(value, article));
    stamps.extend(dated(true).or_else(|| dated(false)).map(str::to_owned));
    let times = page.doc.select("time[itemprop='datePublished'], time[pubdate]");
    stamps.extend(times.iter().filter_map(|time| Some(time.attr("datetime")?.to_string())));
    stamps
}

/// The publication date in linked data (JSON-LD), of an `article` or of anything.
fn dated(value: &Value, article: bool) -> Option<&str> {
    match value {
        Value::Array(values) => values.iter().find_map(|value| dated(value, article)),
        Value::Object(fields) => {
            let is_article = |kind: &Value| {
                let kind = kind.as_str().unwrap_or_default();
                ["Article", "Posting", "Report"].iter().any(|known| kind.contains(known))
            };
            let fits = !article
                || fields.get("@type").is_some_and(|kind| match kind {
                    Value::Array(kinds) => kinds.iter().any(is_article),
                    kind => is_article(kind),
                });
            let own = fields.get("datePublished").and_then(Value::as_str).filter(|_| fits);
            own.or_else(|| fields.values().find_map(|value| dated(value, article)))
        }
        _ => None,
    }
}

/// The day of a time stamp: '2024-05-03T09:00:00Z', '20240503', 'Fri, 03 May 2024 09:00:00 GMT'.
fn day(stamp: &str) -> Option<String> {
    let stamp = stamp.trim();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(start) = stamp.get(..8)
        && digits(start)
        && !stamp[8..].starts_with(|c: char| c.is_ascii_digit())
    {
        return Some(format!("{}-{}-{}", &start[..4], &start[4..6], &start[6..]));
    }
    let date = stamp.get(..10).unwrap_or(stamp).replace('/', "-");
    let parts: Vec<&str> = date.split('-').collect();
    if let [year, month, day] = parts[..]
        && (year.len(), month.len(), day.len()) == (4, 2, 2)
        && [year, month, day].into_iter().all(digits)
    {
        return Some(date);
    }
    if stamp.len() > 60 {
        return None;
    }
    let found = inspectral::Extractor::new().extract(stamp);
    let value = found.dates.iter().find_map(|date| Some(date.value.as_ref()?.to_string()));
    value.filter(|value| value.len() == 10 && value.bytes().filter(|b| *b == b'-').count() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "<nav><a href='/'>Home</a></nav><article><h1>School rated good</h1>
        <p>Marlow Road Primary was rated good in May, said inspectors who called on a wet Tuesday and saw lessons.</p>
        <p>“We are proud,” said the headteacher, who has led the school for a very long time indeed, as all agree.</p>
        </article>";

    fn page(head: &str) -> Page {
        read(&format!("<!doctype html><html><head>{head}</head><body>{BODY}</body></html>"))
            .unwrap()
    }

    #[test]
    fn a_page_is_told_by_its_beginning() {
        assert!(is_html("<!DOCTYPE html>\n<html><body>"));
        assert!(is_html("<!-- saved from a site -->\n<html>"));
        assert!(!is_html("The <html> tag") && !is_html("5 < 6") && !is_html("<!-- a note"));
    }

    #[test]
    fn a_page_gives_its_headline_date_and_paragraphs() {
        let page = page(
            "<title>School rated good | Echo</title>
             <meta property='article:published_time' content='2024-05-03T09:00:00Z'>",
        );
        assert_eq!(page.published.as_deref(), Some("2024-05-03"));
        assert!(page.text.starts_with("School rated good\n\n"), "{}", page.text);
        assert!(page.text.contains("lessons.\n"), "paragraphs are kept apart: {}", page.text);
        assert!(!page.text.contains("Home"), "{}", page.text);
    }

    #[test]
    fn the_publication_date_stands_in_many_places() {
        let linked = |data: &str| format!("<script type='application/ld+json'>{data}</script>");
        for head in [
            "<meta name='date' content='2024-05-03'>".to_owned(),
            "<meta name='DC.date.issued' content='3 May 2024'>".to_owned(),
            "<meta itemprop='datePublished' content='20240503'>".to_owned(),
            "<meta name='pubdate' content='Fri, 03 May 2024 09:00:00 GMT'>".to_owned(),
            linked(r#"{"@type": "NewsArticle", "datePublished": "2024-05-03T09:00"}"#),
            linked(
                r#"{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},
                    {"@type": ["NewsArticle"], "datePublished": "2024-05-03"}]}"#,
            ),
            linked("{broken") + "<meta name='date' content='2024/05/03'>",
        ] {
            assert_eq!(page(&head).published.as_deref(), Some("2024-05-03"), "{head}");
        }
        assert_eq!(page("<meta name='date' content='yesterday'>").published, None);
    }

    #[test]
    fn a_page_too_deep_is_refused() {
        let deep = |n: usize| format!("<html><body>{}{BODY}", "<div>".repeat(n));
        assert!(read(&deep(200)).is_ok());
        assert!(read(&deep(200_000)).unwrap_err().contains("within each other"));
        assert_eq!(depth("<p>one<p>two<br><div><b>x</b></div><DIV></DIV>"), 2);
    }

    #[test]
    fn the_encoding_is_asked_for_where_it_is_not_plain() {
        let page = |charset: &str| format!("<html><head><meta charset=\"{charset}\">").into_bytes();
        let broken = |charset: &str| [page(charset), vec![0xe9, b'.']].concat();
        assert_eq!(encoding(&broken("windows-1250")).map(Encoding::name), Some("windows-1250"));
        assert_eq!(encoding(&broken("utf-8")), None);
        assert_eq!(encoding(&broken("nonsense")), None);
        assert_eq!(encoding(&page("windows-1250")), None);
    }
}
