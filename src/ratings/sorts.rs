//! The kinds of providers, so that 'the force' is the police and 'the secondary' the high school.

use super::words::Word;

/// The kind of provider that a noun speaks of, so that 'the force' is the police.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    School,
    Primary,
    Secondary,
    Nursery,
    College,
    Home,
    Hospital,
    Council,
    Police,
    Prison,
    /// What runs several of them.
    Trust,
    Other,
}

fn sort_of(word: &str) -> Sort {
    let word = word.strip_suffix("'s").unwrap_or(word);
    match word {
        "school" | "schools" | "academy" | "ysgol" => Sort::School,
        "primary" | "infants" | "infant" | "juniors" | "junior" | "prep" | "preparatory" => {
            Sort::Primary
        }
        "secondary" | "high" | "grammar" | "comprehensive" => Sort::Secondary,
        "nursery" | "pre-school" | "preschool" | "playgroup" | "kindergarten" | "childminder"
        | "cylch" | "meithrin" => Sort::Nursery,
        "college" | "institute" | "university" => Sort::College,
        "home" | "house" | "lodge" | "manor" | "court" | "grange" | "view" | "hospice"
        | "cottage" | "villa" => Sort::Home,
        "hospital" | "surgery" | "practice" | "infirmary" | "clinic" | "general" | "ward" => {
            Sort::Hospital
        }
        "council" | "authority" | "borough" | "county" | "services" | "children's" => Sort::Council,
        "police" | "force" | "constabulary" => Sort::Police,
        "prison" | "hmp" | "yoi" | "hmyoi" | "jail" | "institution" => Sort::Prison,
        "trust" | "federation" | "mat" => Sort::Trust,
        _ => Sort::Other,
    }
}

/// Whether a common noun of one sort can speak of a name of the other.
pub(super) fn agree(noun: Sort, name: Sort) -> bool {
    noun == Sort::Other
        || noun == name
        || (noun == Sort::School
            && (name.is_school() || matches!(name, Sort::College | Sort::Nursery)))
        || (noun.is_school() && name == Sort::School)
}

impl Sort {
    /// Whether it is a school for children of school age.
    pub(super) fn is_school(self) -> bool {
        matches!(self, Sort::School | Sort::Primary | Sort::Secondary)
    }

    /// Whether it is for learners of any age.
    pub(super) fn teaches(self) -> bool {
        self.is_school() || matches!(self, Sort::Nursery | Sort::College)
    }

    /// Whether two sorts are the same, or one is a school of any kind and the other of one kind.
    pub(super) fn is_like(self, other: Sort) -> bool {
        self == other
            || self.is_school() && other == Sort::School
            || self == Sort::School && other.is_school()
    }

    /// Whether names tell providers of this sort from others that the same nouns may speak of:
    /// 'the secondary', beside a primary school.
    pub(super) fn is_narrow(self) -> bool {
        matches!(self, Sort::Primary | Sort::Secondary | Sort::Nursery | Sort::College)
    }

    /// The sort of words that are of one sort and then another: 'Ashby **High** School' and 'Ashby
    /// **Children's** Trust' by the first, 'Ashby School **Nursery**' by the second.
    fn then(self, next: Sort) -> Sort {
        match (self, next) {
            (_, Sort::Other) => self,
            (Sort::Primary | Sort::Secondary | Sort::Nursery, Sort::School) => self,
            (Sort::Council | Sort::Police, Sort::Trust) => self,
            _ => next,
        }
    }
}

/// Whether the common noun of a provider can speak of another provider by its name.
pub(super) fn may_be(noun: &str, name: &str) -> bool {
    let sort = |text: &str| {
        let plain = text.to_lowercase().replace('’', "'");
        plain.split_whitespace().map(sort_of).fold(Sort::Other, Sort::then)
    };
    let name = sort(name);
    name == Sort::Other || agree(sort(noun), name)
}

pub(super) fn sort_of_name(words: &[Word<'_>]) -> Sort {
    words.iter().map(|word| sort_of(&word.plain)).fold(Sort::Other, Sort::then)
}
