use proptest::prelude::*;

use super::*;

fn value(text: &str) -> DateValue {
    text.parse().unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn forms_of_the_guide_round_trip() {
    for text in [
        "2021-12-03",
        "2021-12",
        "2021",
        "2023-10-12/2023-10-23",
        "2023-23",
        "2021-09/2022-08",
        "2023-10-16/2023-10-22",
        "XXXX-08",
        "XXXX-04-29/XXXX-05-05",
        "XXXX-21",
        "2022/2023",
        "196X",
        "18XX",
        "2019/..",
        "../2019-03",
        "1874~",
        "1874?",
        "2020-02-29%",
        "2019/",
        "XXXX-12-20/XXXX-01-09",
        "0033",
    ] {
        assert_eq!(value(text).to_string(), text);
    }
    assert_eq!(value("2023-35"), DateValue::quarter(2023, 3).unwrap());
    assert_eq!(value("2023-35").to_string(), "2023-07-01/2023-09-30");
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        "/",
        "../..",
        "20",
        "202",
        "20233",
        "2023-1",
        "2023-13",
        "2023-25",
        "2023-02-29",
        "2023-10-12/2023-10-11",
        "19XX-08",
        "2023-10-12-01",
        "X023",
        "yesterday",
        "2023-10-12T10",
        "2023/2022",
        "é023",
        "2023-é1",
        "2023é",
        "-123",
        "+123",
        "2023-+1",
        "XXXX-02-30",
        "XXXX/2023",
    ] {
        assert!(text.parse::<DateValue>().is_err(), "{text}");
    }
}

#[test]
fn bounds_are_inclusive() {
    let bounds = |text: &str| {
        value(text).bounds().map(|(first, last)| format!("{first} {last}")).unwrap_or_default()
    };
    assert_eq!(bounds("2024-02"), "2024-02-01 2024-02-29");
    assert_eq!(bounds("2021-09/2022-08"), "2021-09-01 2022-08-31");
    assert_eq!(bounds("2022-24"), "2022-12-01 2023-02-28");
    assert_eq!(bounds("2023-21"), "2023-03-01 2023-05-31");
    assert_eq!(bounds("196X"), "1960-01-01 1969-12-31");
    assert_eq!(bounds("18XX"), "1800-01-01 1899-12-31");
    assert_eq!(bounds("XXXX-08"), "");
    assert_eq!(bounds("2019/.."), "");
    assert_eq!(value("2019/..").first_day().unwrap().to_string(), "2019-01-01");
}

#[test]
fn within() {
    let within = |a: &str, b: &str| value(a).is_within(&value(b));
    assert!(within("2021-12-03", "2021-12") && within("2021-12", "2021"));
    assert!(!within("2021", "2021-12") && !within("2022-01-01", "2021"));
    assert!(within("2021-12", "2020/..") && !within("2019", "2020/.."));
    assert!(within("XXXX-08", "XXXX-08") && !within("XXXX-08", "2021"));
    assert!(!within("2021", "2020/"));
}

#[test]
fn weeks_start_on_monday() {
    let day = Day::new(2024, 4, 29).unwrap();
    assert_eq!(DateValue::week(day).to_string(), "2024-04-29/2024-05-05");
    assert_eq!(DateValue::week(day.plus_days(6)), DateValue::week(day));
}

#[test]
fn json_is_the_text_and_is_checked() {
    assert_eq!(serde_json::to_string(&value("2021-12")).unwrap(), "\"2021-12\"");
    assert!(serde_json::from_str::<DateValue>("\"2021-13\"").is_err());
}

fn points() -> impl Strategy<Value = DateValue> {
    let year = prop_oneof![Just(None), (0i16..=9999).prop_map(Some)];
    (year, 0u8..40, 0u8..40, 0u8..7).prop_filter_map("no such date", |(year, month, day, form)| {
        let point = match (form, year) {
            (0, Some(year)) => DateValue::century(year),
            (1, Some(year)) => DateValue::decade(year),
            (2, Some(year)) => DateValue::of_year(year),
            (3, year) => DateValue::point(year, Part::Season(Season::ALL[usize::from(month % 4)])),
            (4, year) => DateValue::point(year, Part::Month(month)),
            (_, year) => DateValue::point(year, Part::Day(month, day)),
        };
        point.map(|p| if form == 6 { p.approximate() } else { p })
    })
}

fn values() -> impl Strategy<Value = DateValue> {
    let ranges = (points(), points()).prop_filter_map("out of order", |(a, b)| {
        DateValue::range(a, b).or(DateValue::range(b, a))
    });
    prop_oneof![points(), ranges, points().prop_map(DateValue::onwards)]
}

proptest! {
    #[test]
    fn text_and_value_round_trip(value in values()) {
        let text = value.to_string();
        prop_assert_eq!(text.parse::<DateValue>().unwrap(), value, "{}", text);
        if let Some((first, last)) = value.bounds() {
            prop_assert!(first <= last);
        }
        value.timex();
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[-X0-9/.?~%é]{0,22}") {
        if let Ok(value) = text.parse::<DateValue>() {
            prop_assert_eq!(value.to_string().parse::<DateValue>().unwrap(), value);
        }
    }
}
