//! Authorities: which council a name in the text means, and its ONS code.
//!
//! | name in the text | code |
//! | --- | --- |
//! | 'Kent County Council', 'Kent', 'Kent’s children’s services' | `E10000016` |
//! | 'Northumberland' in 2012, in 2014 | `E06000048`, `E06000057` |
//! | 'Kent Primary School', 'Kentish Town' | none |

use crate::tables::authorities::{AUTHORITIES, NAMES};

/// What stands around a name in titles and addresses and is no part of it. The longer come first.
const BEFORE: &[&str] = &[
    "the ",
    "metropolitan borough of ",
    "london borough of ",
    "royal borough of ",
    "county borough of ",
    "council of the ",
    "borough of ",
    "county of ",
    "city of ",
];
const AFTER: &[&str] = &[
    " local safeguarding childrens partnership",
    " local safeguarding partnership",
    " local area partnership",
    " local authority",
    " local area",
    " childrens social care services",
    " childrens social care",
    " childrens services",
    " children services",
    " social services",
    " services",
    " metropolitan district council",
    " metropolitan borough council",
    " london borough council",
    " unitary authority",
    " borough council",
    " county council",
    " city council",
    " mbc",
    " mdc",
    " council",
    " corporation",
    " metropolitan borough",
    " borough",
    " county",
    " city",
    " s",
    " area",
];

/// The longest name that is looked up; no authority's name with all its titles is longer.
const LONGEST: usize = 160;

/// The ONS code of the authority that `name` means, on the day (EDTF) `on` where it is known.
///
/// A name that several codes have borne means the one in force on the day, else the latest.
pub(crate) fn code_of(name: &str, on: Option<&str>) -> Option<&'static str> {
    row_of(name, on).map(|row| AUTHORITIES[row].0)
}

/// The name that the register gives the authority with `code`.
#[cfg(test)]
fn name_of(code: &str) -> Option<&'static str> {
    let row = AUTHORITIES.binary_search_by(|row| row.0.cmp(code)).ok()?;
    Some(AUTHORITIES[row].1)
}

fn row_of(name: &str, on: Option<&str>) -> Option<usize> {
    if name.len() > LONGEST {
        return None;
    }
    let key = key(name);
    let mut rest = key.as_str();
    loop {
        if let Some(rows) = rows(rest) {
            return in_force(rows, on);
        }
        let shorter = AFTER
            .iter()
            .find_map(|after| rest.strip_suffix(after))
            .or_else(|| BEFORE.iter().find_map(|before| rest.strip_prefix(before)));
        rest = shorter?.trim();
    }
}

fn rows(key: &str) -> Option<&'static [u16]> {
    let at = NAMES.binary_search_by(|(name, _)| (*name).cmp(key)).ok()?;
    Some(NAMES[at].1)
}

fn in_force(rows: &[u16], on: Option<&str>) -> Option<usize> {
    let rows = || rows.iter().map(|row| usize::from(*row));
    let day = on.and_then(|on| on.split('/').next_back()).filter(|day| day.len() >= 4);
    if let Some(day) = day {
        // A year or a month alone is compared as far as it goes.
        let fits = |row: &usize| {
            let (_, _, from, to) = AUTHORITIES[*row];
            let head = |date: &'static str| date.get(..day.len().min(10)).unwrap_or(date);
            head(from) <= day && (to.is_empty() || day <= head(to))
        };
        if let Some(row) = rows().rfind(fits) {
            return Some(row);
        }
        // Before the first code was given, the first; codes began in 2009.
        if day < "2009" {
            return rows().min_by_key(|row| AUTHORITIES[*row].2);
        }
    }
    rows().max_by_key(|row| AUTHORITIES[*row].2)
}

/// A name as the table has it: lower case, no punctuation, 'and' for '&'.
fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 4);
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            '&' => key.push_str(" and "),
            c if c.is_alphanumeric() => key.push(c),
            '.' => {}
            // The s of a possessive stands alone, the s of 'children’s' does not.
            '’' | '\'' if key.ends_with("children") => {}
            _ => key.push(' '),
        }
    }
    let mut words = String::with_capacity(key.len());
    for word in key.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn means(name: &str, on: Option<&str>, code: Option<&str>) {
        assert_eq!(code_of(name, on), code, "{name} on {on:?}");
    }

    #[test]
    fn names_with_their_titles() {
        for name in [
            "Kent",
            "Kent County Council",
            "Kent’s children’s services",
            "Kent local authority children’s services",
            "Kent Local Area Partnership",
        ] {
            means(name, None, Some("E10000016"));
        }
        means("London Borough of Brent", None, Some("E09000005"));
        means("the Royal Borough of Windsor and Maidenhead", None, Some("E06000040"));
        means("Bristol City of", None, Some("E06000023"));
        means("Telford & Wrekin Council", None, Some("E06000020"));
        means("St. Helens", None, Some("E08000013"));
        means("Southend-on-Sea City Council", None, Some("E06000033"));
        assert_eq!(name_of("E10000016"), Some("Kent"));
    }

    #[test]
    fn other_providers_are_none() {
        for name in
            ["Kent Primary School", "Kentish Town", "Ofsted", "", "Council", "children’s services"]
        {
            means(name, None, None);
        }
        means(&"Kent ".repeat(100), None, None);
    }

    #[test]
    fn codes_follow_the_date() {
        means("Northumberland", Some("2012-05"), Some("E06000048"));
        means("Northumberland", Some("2013-03-31"), Some("E06000048"));
        means("Northumberland", Some("2014"), Some("E06000057"));
        means("Barnsley", Some("2025-03-01/2025-03-31"), Some("E08000016"));
        means("Barnsley Metropolitan Borough Council", Some("2026-07-03"), Some("E08000038"));
        means("Northamptonshire County Council", Some("2024"), Some("E10000021"));
        means("Somerset", None, Some("E06000066"));
    }
}
