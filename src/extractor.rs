use std::sync::Arc;

use crate::dates::DateValue;
use crate::framework::Framework;
use crate::inspections::Records;
use crate::record::{Date, Document, DocumentKind, Extraction, Quote};
use crate::scan::Scan;
use crate::text::Text;
use crate::{Error, ErrorKind, areas, dates, document, inspections, quotes, ratings, reports};

/// Reads `text` with the default settings: nothing is known beside the text itself.
///
/// Never fails and never panics, whatever the text; doubt becomes a warning.
///
/// ```
/// let found = inspectral::extract("Ofsted rated the nursery ‘good’ in May 2024.");
/// assert_eq!(found.ratings[0].grade, "good");
/// ```
pub fn extract(text: &str) -> Extraction {
    Extractor::new().extract(text)
}

/// Reads texts, with settings. Build it once, share it between threads, use it a million times.
///
/// ```
/// let extractor = inspectral::Extractor::new().published("2022-01-19")?;
/// let found = extractor.extract("Inspectors called in December.");
/// assert_eq!(found.dates[0].value.as_ref().unwrap().to_string(), "2021-12");
/// # Ok::<(), inspectral::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Extractor {
    pub(crate) published: Option<DateValue>,
    pub(crate) kind: Option<DocumentKind>,
    /// The frameworks that the user added.
    pub(crate) frameworks: Arc<Vec<Framework>>,
}

impl Extractor {
    /// An extractor with the default settings.
    pub fn new() -> Extractor {
        Extractor::default()
    }

    /// Sets the date on which texts that print no date of their own were published, as EDTF.
    ///
    /// # Errors
    /// When `date` is not an EDTF date.
    pub fn published(mut self, date: &str) -> Result<Extractor, Error> {
        self.published = Some(date.parse()?);
        Ok(self)
    }

    /// Sets what kind of document the texts are, where it is known.
    pub fn kind(mut self, kind: DocumentKind) -> Extractor {
        self.kind = Some(kind);
        self
    }

    /// Adds a framework: its grades and judgements are read beside those of the tables.
    ///
    /// # Errors
    /// When its key is taken or no key, or when a scale is empty or names a grade twice.
    pub fn framework(mut self, framework: Framework) -> Result<Extractor, Error> {
        framework.check()?;
        if self.frameworks.iter().any(|f| f.id() == framework.id()) {
            let reason = "it was added before".to_owned();
            let key = framework.key.into_owned();
            return Err(Error::new(ErrorKind::Framework { key, reason }));
        }
        Arc::make_mut(&mut self.frameworks).push(framework);
        Ok(self)
    }

    /// Reads one text: the whole pipeline.
    pub fn extract(&self, source: &str) -> Extraction {
        let mut warnings = Vec::new();
        let text = Text::read(source, &mut warnings);
        let scan = Scan::of(source, &text.tokens);

        let mentions = dates::mentions(&text, &scan);
        let opened = reports::open(&text);
        let mut document = document::identify(&text, &mentions, opened.as_ref(), self);
        let mut dates = dates::resolve(&text, &mentions, &document);

        let report = reports::read(opened.as_ref(), &text, &mut dates, &mut warnings);
        document::place(&mut document, &text, &dates);
        let quotes = quotes::find_in(&text, &scan, &document);
        let reading = Reading {
            text: &text,
            scan: &scan,
            document: &document,
            dates: &dates,
            quotes: &quotes,
            frameworks: &self.frameworks,
        };
        let mut ratings = ratings::find(&reading, report.ratings);
        reports::revise(opened.as_ref(), &text, &dates, report.table, &mut ratings);
        let areas = areas::find(&reading, report.areas, &ratings);

        let records = Records {
            document: &document,
            ratings: &ratings,
            dates: &dates,
            areas: &areas,
            quotes: &quotes,
        };
        let inspections = inspections::assemble(&text, opened.as_ref(), &records);

        warnings.sort_by_key(|warning| warning.span);
        Extraction {
            document,
            ratings,
            dates,
            improvement_areas: areas,
            quotes,
            inspections,
            warnings,
        }
    }
}

/// What is known of a text when its ratings and areas are read.
pub(crate) struct Reading<'a> {
    pub text: &'a Text<'a>,
    pub scan: &'a Scan,
    pub document: &'a Document,
    pub dates: &'a [Date],
    pub quotes: &'a [Quote],
    /// The frameworks that the user added.
    pub frameworks: &'a [Framework],
}
