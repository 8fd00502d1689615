use std::fmt;

/// A rule: the stable name that its records carry, what it reads, and examples that tests run.
///
/// A rule is declared beside the code that applies it, so that adding one touches one place:
///
/// ```
/// for rule in inspectral::rules() {
///     println!("{}: {}", rule.name, rule.about);
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Rule {
    /// The stable name, `kind.form`: `rating.rated_as`, `date.month`, `area.include_list`.
    pub name: &'static str,
    /// What the rule reads, in one sentence.
    pub about: &'static str,
    /// Texts that it must read.
    pub reads: &'static [Example],
    /// Texts from which it must make no record.
    pub leaves: &'static [&'static str],
}

/// A text that a rule must read, with the record that must come of it.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The text; `[[` and `]]` stand around the words that the record must mark. With several
    /// pairs there must be a record for each (or, for quotes, one record with these segments).
    pub text: &'static str,
    /// What the record says, in the compact form of [`Rule`]'s tests: for a rating
    /// `grade judgement time date`, for a date `value role`, for an area `kind: name`, for a
    /// quote `kind voice speaker`. Only the leading parts that are given are compared.
    pub finds: &'static str,
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Shorthand for an [`Example`].
pub(crate) const fn reads(text: &'static str, finds: &'static str) -> Example {
    Example { text, finds }
}
