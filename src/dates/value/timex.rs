use super::{DateValue, Form, Part, Point, Season};

impl DateValue {
    /// The value as TIMEX3 writes it, for comparing with other taggers: `2023-10-12`, `2023-W42`
    /// for a week, `2023-W42-WE` for a weekend, `2023-FA`, `2023-Q2`, `196`, `18`. TIMEX3 has no
    /// ranges but these, so the others give `None`.
    ///
    /// ```
    /// use inspectral::dates::DateValue;
    ///
    /// let timex = |edtf: &str| edtf.parse::<DateValue>().unwrap().timex();
    /// assert_eq!(timex("2023-23").as_deref(), Some("2023-FA"));
    /// assert_eq!(timex("2023-10-16/2023-10-22").as_deref(), Some("2023-W42"));
    /// assert_eq!(timex("2023-04-01/2023-06-30").as_deref(), Some("2023-Q2"));
    /// assert_eq!(timex("2023-10-12/2023-11-01"), None);
    /// ```
    pub fn timex(&self) -> Option<String> {
        match self.form {
            Form::Point(point) => Some(point.timex()),
            Form::Range(..) => {
                let (first, last) = self.bounds()?;
                let days = first.days_until(last);
                let week = first.civil().iso_week_date();
                if days == 6 && first.weekday() == 1 {
                    return Some(format!("{}-W{:02}", week.year(), week.week()));
                }
                if days == 1 && first.weekday() == 6 {
                    return Some(format!("{}-W{:02}-WE", week.year(), week.week()));
                }
                let year = first.year();
                (1..=4)
                    .find(|quarter| {
                        DateValue::quarter(year, *quarter).and_then(|q| q.bounds())
                            == Some((first, last))
                    })
                    .map(|quarter| format!("{year:04}-Q{quarter}"))
            }
        }
    }
}

impl Point {
    fn timex(self) -> String {
        let year = self.year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
        match self.part {
            Part::Century => year[..2].to_owned(),
            Part::Decade => year[..3].to_owned(),
            Part::Year => year,
            Part::Season(season) => {
                let code = match season {
                    Season::Spring => "SP",
                    Season::Summer => "SU",
                    Season::Autumn => "FA",
                    Season::Winter => "WI",
                };
                format!("{year}-{code}")
            }
            Part::Month(month) => format!("{year}-{month:02}"),
            Part::Day(month, day) => format!("{year}-{month:02}-{day:02}"),
        }
    }
}
