//! Inspectorates, their frameworks, scales and judgements.
//!
//! | words | here |
//! | --- | --- |
//! | 'Ofsted', 'the care watchdog' | [`Inspectorate`] |
//! | 'ILACS', the report cards of November 2025 | [`Framework`], named `inspectorate/key`: `ofsted/la_ilacs_2018` |
//! | outstanding, good, requires improvement, inadequate | [`Scale`], whose [`Grade`]s run from best to worst |
//! | 'the quality of education', 'children in care' | [`Judgement`] |
//!
//! The facts are data (`data/frameworks/`). Scales belong to their frameworks: 'adequate' is third
//! of four in one and third of five in another, and grades of two scales do not compare.
//!
//! A framework that is not here is added when the program runs:
//!
//! ```
//! use inspectral::{Extractor, framework::Framework};
//!
//! let own: Framework = serde_json::from_str(r#"{
//!     "key": "museums_2024", "inspectorate": "arts_council", "name": "Museum reviews",
//!     "scale": {"key": "stars", "grades": [
//!         {"key": "thriving", "label": "Thriving"},
//!         {"key": "struggling", "label": "Struggling"}]},
//!     "judgements": [{"key": "collections", "label": "Care of collections"}]
//! }"#).unwrap();
//! let extractor = Extractor::new().framework(own)?;
//! let found = extractor.extract("Care of collections was rated ‘thriving’ in May 2024.");
//! assert_eq!(found.ratings[0].grade, "thriving");
//! # Ok::<(), inspectral::Error>(())
//! ```

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::tables::frameworks::{FRAMEWORKS, INSPECTORATES};
use crate::{Error, ErrorKind};

/// Words of a table that ships with the library, or a user's own.
type Words = Cow<'static, str>;

/// A body that inspects and gives grades.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspectorate {
    /// Its key: `ofsted`, `cqc`, `hmi_prisons`, …
    pub key: Words,
    /// Its name.
    pub name: Words,
    /// Other names for it.
    #[serde(default)]
    pub aliases: Cow<'static, [Words]>,
    /// The country or countries that it inspects in.
    #[serde(default)]
    pub country: Words,
}

/// What an inspectorate judges of one kind of provider, on which scale, in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Framework {
    /// Its key, unique within the inspectorate.
    pub key: Words,
    /// The key of the inspectorate.
    pub inspectorate: Words,
    /// Its name.
    pub name: Words,
    /// The kind of provider that it is for: `schools`, `local_authority_children`, …
    #[serde(default)]
    pub remit: Words,
    /// The first day of inspections under it, as EDTF; `None` where unknown.
    #[serde(default)]
    pub valid_from: Option<Words>,
    /// The last day of inspections under it, as EDTF; `None` where unknown or in force.
    #[serde(default)]
    pub valid_to: Option<Words>,
    /// The scale of its judgements, where they do not have their own; `None` where nothing is graded.
    #[serde(default)]
    pub scale: Option<Cow<'static, Scale>>,
    /// What is judged.
    #[serde(default)]
    pub judgements: Cow<'static, [Judgement]>,
    /// The fields of this framework for which no source was found.
    #[serde(default)]
    pub unsourced: Cow<'static, [Words]>,
}

/// Grades from best to worst.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// Its key, unique within the inspectorate.
    pub key: Words,
    /// The grades, the best first.
    pub grades: Cow<'static, [Grade]>,
    /// Whether no source was found for it.
    #[serde(default)]
    pub unsourced: bool,
}

/// A grade of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    /// Its key: `requires_improvement`.
    pub key: Words,
    /// The grade as it is printed: 'Requires improvement'.
    pub label: Words,
    /// Other words for it: 'requires improvement to be good', 'RI'.
    #[serde(default)]
    pub aliases: Cow<'static, [Words]>,
}

/// Something that a framework judges.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Its key; `overall` for the provider as a whole.
    pub key: Words,
    /// The judgement as it is printed.
    pub label: Words,
    /// Other words for it, as people write them.
    #[serde(default)]
    pub aliases: Cow<'static, [Words]>,
    /// Its own scale, where it is not the framework's.
    #[serde(default)]
    pub scale: Option<Cow<'static, Scale>>,
    /// The first day that it was judged, where that is not the framework's.
    #[serde(default)]
    pub valid_from: Option<Words>,
    /// The last day that it was judged, where that is not the framework's.
    #[serde(default)]
    pub valid_to: Option<Words>,
    /// Whether no source was found for it.
    #[serde(default)]
    pub unsourced: bool,
}

/// The inspectorates.
pub fn inspectorates() -> &'static [Inspectorate] {
    INSPECTORATES
}

/// The frameworks, by inspectorate and, within it, by remit and time.
pub fn frameworks() -> &'static [Framework] {
    FRAMEWORKS
}

/// The framework of an id, as [`Framework::id`] gives it.
///
/// ```
/// let framework = inspectral::framework::find("ofsted/la_ilacs_2018").unwrap();
/// assert_eq!(framework.judgement("help and protection").unwrap().key, "help_and_protection");
/// ```
pub fn find(id: &str) -> Option<&'static Framework> {
    let (inspectorate, key) = id.split_once('/')?;
    FRAMEWORKS.iter().find(|f| f.inspectorate == inspectorate && f.key == key)
}

/// The key of the judgement that `phrase` names in any framework; the frameworks are asked in the
/// order of [`frameworks`], those of `remit` first.
pub(crate) fn judgement_key(phrase: &str, remit: Option<&str>) -> Option<&'static str> {
    static INDEX: LazyLock<HashMap<String, Vec<(&'static str, &'static str)>>> =
        LazyLock::new(|| {
            let mut index: HashMap<String, Vec<(&str, &str)>> = HashMap::new();
            // The newest framework of a remit speaks first.
            for framework in FRAMEWORKS.iter().rev() {
                for judgement in framework.judgements.iter() {
                    for words in judgement.words() {
                        let keys = index.entry(plain(words)).or_default();
                        keys.push((&framework.remit, &judgement.key));
                    }
                }
            }
            index
        });
    let keys = INDEX.get(&plain(phrase))?;
    let of_remit = remit.and_then(|remit| keys.iter().find(|(r, _)| *r == remit));
    of_remit.or(keys.last()).map(|(_, key)| *key)
}

impl Framework {
    /// The key with that of its inspectorate: `ofsted/la_ilacs_2018`.
    pub fn id(&self) -> String {
        format!("{}/{}", self.inspectorate, self.key)
    }

    /// The judgement that `phrase` names.
    pub fn judgement(&self, phrase: &str) -> Option<&Judgement> {
        let phrase = plain(phrase);
        self.judgements.iter().find(|j| j.words().any(|words| is_plainly(words, &phrase)))
    }

    /// The grade that `words` name, in the framework's scale or that of one of its judgements.
    pub fn grade(&self, words: &str) -> Option<&Grade> {
        let own = self.judgements.iter().filter_map(|j| j.scale.as_deref());
        self.scale.as_deref().into_iter().chain(own).find_map(|scale| scale.grade(words))
    }

    /// The scale of one of its judgements.
    pub fn scale_of(&self, judgement: &Judgement) -> Option<&Scale> {
        let own = self.judgements.iter().find(|j| j.key == judgement.key);
        own.and_then(|j| j.scale.as_deref()).or(self.scale.as_deref())
    }

    /// Checks a framework that a user adds.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let fault = |reason: String| {
            Err(Error::new(ErrorKind::Framework { key: self.key.to_string(), reason }))
        };
        let key_like = |key: &str| {
            !key.is_empty()
                && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        };
        for key in [&self.key, &self.inspectorate] {
            if !key_like(key) {
                return fault(format!("'{key}' is not a key: lower case letters, digits and '_'"));
            }
        }
        if find(&self.id()).is_some() {
            return fault(format!("there is a framework '{}' already", self.id()));
        }
        let scales = self.judgements.iter().filter_map(|j| j.scale.as_deref());
        for scale in self.scale.as_deref().into_iter().chain(scales) {
            if scale.grades.is_empty() {
                return fault(format!("scale '{}' has no grades", scale.key));
            }
            for (at, grade) in scale.grades.iter().enumerate() {
                if !key_like(&grade.key) {
                    return fault(format!("'{}' is not a key of a grade", grade.key));
                }
                if scale.grades[..at].iter().any(|g| g.key == grade.key) {
                    return fault(format!("grade '{}' stands twice in its scale", grade.key));
                }
            }
        }
        for (at, judgement) in self.judgements.iter().enumerate() {
            if !key_like(&judgement.key) {
                return fault(format!("'{}' is not a key of a judgement", judgement.key));
            }
            if self.judgements[..at].iter().any(|j| j.key == judgement.key) {
                return fault(format!("judgement '{}' stands twice", judgement.key));
            }
            if judgement.scale.is_none() && self.scale.is_none() {
                return fault(format!("judgement '{}' has no scale", judgement.key));
            }
        }
        Ok(())
    }
}

impl Scale {
    /// The grade that `words` name.
    pub fn grade(&self, words: &str) -> Option<&Grade> {
        let words = plain(words);
        self.grades.iter().find(|grade| grade.words().any(|w| is_plainly(w, &words)))
    }

    /// The place of a grade from the top, counted from 0; `None` for a grade of another scale.
    pub fn place(&self, grade: &str) -> Option<usize> {
        self.grades.iter().position(|g| g.key == grade)
    }
}

impl Grade {
    /// The words for the grade, the printed ones first.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.label).chain(self.aliases.iter().map(|alias| &**alias))
    }
}

impl Judgement {
    /// The words for the judgement, the printed ones first.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.label).chain(self.aliases.iter().map(|alias| &**alias))
    }
}

/// Words in the form in which they are compared: lower case, single spaces, without a leading
/// 'the'; apostrophes straight, hyphens as spaces.
pub(crate) fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut space = false;
    for c in words.chars() {
        match c {
            '-' | '‐' | '‑' | '–' => space = true,
            c if c.is_whitespace() => space = true,
            c => {
                if space && !plain.is_empty() {
                    plain.push(' ');
                }
                space = false;
                match c {
                    '’' | '‘' => plain.push('\''),
                    c => plain.extend(c.to_lowercase()),
                }
            }
        }
    }
    match plain.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => plain,
    }
}

/// Whether `words` are `phrase`, which is in plain form.
fn is_plainly(words: &str, phrase: &str) -> bool {
    let bare = match words.get(..4) {
        Some(the) if the.eq_ignore_ascii_case("the ") => &words[4..],
        _ => words,
    };
    // Most differ in their first letter.
    let first = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let differs = bare.is_ascii() && !bare.starts_with([' ', '-']) && first(bare) != first(phrase);
    !differs && plain(words) == phrase
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_however_they_are_written() {
        let ilacs = find("ofsted/la_ilacs_2023").unwrap();
        let key = |phrase: &str| ilacs.judgement(phrase).map(|j| j.key.to_string());
        assert_eq!(key("The experiences and progress of care leavers").unwrap(), "care_leavers");
        assert_eq!(key("impact of leaders on\n social work practice").unwrap(), "leaders");
        assert_eq!(key("Overall effectiveness").unwrap(), "overall");
        assert_eq!(key("quality of education"), None);
        assert_eq!(
            ilacs.grade("Requires improvement to be good").unwrap().key,
            "requires_improvement"
        );
    }

    #[test]
    fn the_remit_settles_what_a_shared_phrase_means() {
        let of = |remit| judgement_key("leadership", Some(remit)).unwrap();
        assert_eq!(of("local_authority_children"), "leaders");
        assert_eq!(of("police"), "leadership");
        assert_eq!(judgement_key("sixth-form provision", None), Some("sixth_form"));
    }

    #[test]
    fn third_of_four_is_not_third_of_five() {
        let place = |id: &str| {
            let framework = find(id).unwrap();
            framework.scale.as_deref().unwrap().place("requires_improvement")
        };
        assert_eq!(place("hmicfrs/peel_2014"), Some(2));
        assert_eq!(place("hmicfrs/peel_2021"), Some(3));
        assert_eq!(place("ofsted/schools_reif_2025"), None);
    }

    #[test]
    fn every_framework_of_the_tables_would_pass_the_check() {
        for framework in frameworks() {
            let mut own = framework.clone();
            own.key = Cow::Owned(format!("{}_own", own.key));
            if own.scale.is_some() {
                own.check().unwrap();
            }
            assert_eq!(find(&framework.id()), Some(framework));
            assert!(inspectorates().iter().any(|i| i.key == framework.inspectorate));
        }
    }

    #[test]
    fn a_framework_that_contradicts_itself_is_refused() {
        let mut own = find("cqc/cqc_saf").unwrap().clone();
        assert!(own.check().unwrap_err().to_string().contains("already"));
        own.key = Cow::Borrowed("own");
        own.scale = None;
        assert!(own.check().unwrap_err().to_string().contains("no scale"));
    }

    #[test]
    fn frameworks_go_through_json() {
        let framework = find("ofsted/schools_eif_2019").unwrap();
        let json = serde_json::to_string(framework).unwrap();
        assert_eq!(&serde_json::from_str::<Framework>(&json).unwrap(), framework);
    }
}
