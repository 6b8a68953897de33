//! What an office document may hold, and what is said about one that does not.

use chrono::NaiveDate;
use proptest::prelude::*;
use shouwen::office::{DepartmentId, Fault, Lang, Office, OfficeError, Text, WindowId, tenure_months};

/// An institution of two departments, as docs/office.md shows it.
fn small() -> String {
    let page = include_str!("../../docs/office.md");
    let start = page.find("```json\n").unwrap() + "```json\n".len();
    let length = page[start..].find("```").unwrap();
    page[start..start + length].to_owned()
}

/// The documented office with one change.
fn with(old: &str, new: &str) -> String {
    let small = small();
    assert!(small.contains(old), "the example of docs/office.md has no {old}");
    small.replacen(old, new, 1)
}

fn problems(text: &str) -> Vec<(String, Fault)> {
    match Office::parse(text) {
        Err(OfficeError::Problems(problems)) => {
            problems.into_iter().map(|problem| (problem.place, problem.fault)).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_documented_office_is_an_office() {
    let office = Office::parse(&small()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(office.departments.len(), 2);
    assert_eq!(Office::parse(&office.to_json().unwrap()), Ok(office));
}

#[test]
fn every_mistake_is_told_with_its_place_and_mend() {
    let check = |old: &str, new: &str, expected: &str| {
        let text = with(old, new);
        let told = Office::parse(&text).map(|_| ()).map_err(|error| error.to_string());
        let before = text.split_at(small().find(old).unwrap()).0;
        let line = before.matches('\n').count() + 1;
        assert_eq!(told, Err(format!("line {line}: {expected}")), "{new}");
    };
    check(
        r#""code":"LY""#,
        r#""code":"Ly""#,
        "code: `Ly` cannot start ticket numbers; use two to four capital letters A-Z",
    );
    check(
        r#""id":"lanyue-service""#,
        r#""id":"Lanyue Service""#,
        "id: `Lanyue Service` is not an id; use 1 to 40 characters of a-z, 0-9, `-` and `_`",
    );
    check(
        r#""id":"battery""#,
        r#""id":"warranty""#,
        "matters[1].id: `warranty` already belongs to matters[0]; give each its own",
    );
    check(
        r#""window":"w2","answer""#,
        r#""window":"w7","answer""#,
        "matters[1].window: `w7` is not in `windows`; add it there, or name one that is",
    );
    check(
        r#""head":"s3""#,
        r#""head":"s2""#,
        "departments[1].head: `s2` leads this department; set their `post` to \"head\" or \"leader\"",
    );
    check(
        r#""since":"2019-08-12""#,
        r#""since":"2019-8-12""#,
        "staff[1].since: `2019-8-12` is not a date; write year, month and day as 2019-08-12",
    );
    check(
        r#""pinyin":"huan dian chi""#,
        r#""pinyin":"huandianchi""#,
        "matters[1].pinyin: has 1 syllables for 3 characters; write one for each character",
    );
    check(
        r#""pinyin":"huan dian chi""#,
        r#""pinyin":"Huàn diàn chí""#,
        "matters[1].pinyin: `Huàn diàn chí` is not pinyin; write lower-case letters a-z without tones, v for ü, one blank between \
         syllables",
    );
    check(
        r#""limit":{"minutes":20}"#,
        r#""limit":{"promised":true}"#,
        "matters[1].limit: `promised` does not say how long; use minutes, hours, days, working_days, months or now",
    );
    check(
        r#""originals":1}"#,
        r#""originals":0}"#,
        "matters[1].materials[0]: asks for neither originals nor copies; write how many",
    );
}

#[test]
fn a_wrong_shape_is_told_with_its_place() {
    let check = |old: &str, new: &str, place: &str, words: &str| match problems(&with(old, new)).as_slice() {
        [(found, Fault::Shape(said))] => {
            assert_eq!(found, place, "{said}");
            assert!(said.contains(words), "{said}");
        }
        other => panic!("{new}: {other:?}"),
    };
    check(r#""number":2"#, r#""number":"2""#, "windows[1].number", "expected u16");
    check(r#""number":2"#, r#""numbre":2"#, "windows[1]", "unknown field `numbre`");
    check(r#""number":2,"#, "", "windows[1]", "missing field `number`");
    check(r#""originals":1}"#, r#""originals":-1}"#, "matters[1].materials[0].originals", "expected u8");
    check(r#""kind":"business""#, r#""kind":"busines""#, "matters[1].kind", "did you mean `business`?");
    check(r#""limit":{"minutes":20}"#, r#""limit":{"minuts":20}"#, "matters[1].limit", "not a unit of time limits");
    check(r#""format_version":1"#, r#""format_version":"1""#, "format_version", "expected u32");
}

#[test]
fn all_problems_are_told_not_only_the_first() {
    let text = with(r#""number":2"#, r#""number":"2""#).replacen(r#""rank":10"#, r#""rank":"high""#, 1);
    let places: Vec<String> = problems(&text).into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, ["windows[1].number", "staff[1].rank"]);

    let text = with(r#""window":"w2","answer""#, r#""window":"w7","answer""#)
        .replacen(r#""code":"LY""#, r#""code":"""#, 1)
        .replacen(r#""icon":"card""#, r#""icon":"dragon""#, 1)
        .replacen(r#""from":"08:00","to":"12:00""#, r#""from":"08:00","to":"25:00""#, 1)
        .replacen(r#"{"weekday":1,"from":"08:00""#, r#"{"weekday":8,"from":"14:00""#, 1);
    let places: Vec<String> = problems(&text).into_iter().map(|(place, _)| place).collect();
    assert_eq!(
        places,
        ["code", "hours[0].to", "roster[0].weekday", "roster[0].to", "matters[0].icon", "matters[1].window"],
    );
}

#[test]
fn fields_of_the_office_itself_are_known_once_and_complete() {
    let check = |old: &str, new: &str, place: &str, fault: Fault| {
        assert_eq!(problems(&with(old, new)), [(place.to_owned(), fault)]);
    };
    check(r#""code":"LY","#, "", "code", Fault::Missing);
    check(r#""code":"LY""#, r#""code":"LY","color":"red""#, "color", Fault::UnknownField);
    check(r#""code":"LY""#, r#""code":"LY","code":"LY""#, "code", Fault::WrittenTwice);
}

#[test]
fn nobody_sits_at_two_windows_at_one_time() {
    let shift = r#"{"weekday":1,"from":"08:00","to":"12:00","window":"w1","staff":"s1"}"#;
    let check = |other: &str, collides: bool| {
        let parsed = Office::parse(&with(shift, &format!("{shift},\n{other}")));
        assert_eq!(parsed.is_err(), collides, "{other}: {parsed:?}");
    };
    check(r#"{"weekday":1,"from":"11:59","to":"13:00","window":"w2","staff":"s1"}"#, true);
    check(r#"{"weekday":1,"from":"08:00","to":"12:00","window":"w1","staff":"s1"}"#, true);
    check(r#"{"weekday":1,"from":"12:00","to":"13:00","window":"w2","staff":"s1"}"#, false);
    check(r#"{"weekday":7,"from":"08:00","to":"12:00","window":"w2","staff":"s1"}"#, false);
}

#[test]
fn foreign_newer_broken_and_huge_files_are_told_apart() {
    let refuse = |text: &str| Office::parse(text).unwrap_err();
    assert!(matches!(refuse("{}"), OfficeError::NotAnOffice { found } if found == "missing"));
    assert!(matches!(refuse(r#"{"format":"shouwen-bundle"}"#), OfficeError::NotAnOffice { .. }));
    assert!(matches!(refuse(r#"{"format":7}"#), OfficeError::NotAnOffice { .. }));
    assert_eq!(
        refuse(&with(r#""format_version":1"#, r#""format_version":2,"soul":9"#)),
        OfficeError::TooNew { found: 2 }
    );
    assert_eq!(problems(&with(r#""format_version":1"#, r#""format_version":0"#)).len(), 1);
    assert!(matches!(refuse(""), OfficeError::NotJson { .. }));
    assert!(matches!(refuse("[]"), OfficeError::NotJson { .. }));
    assert!(matches!(refuse("{}{}"), OfficeError::NotJson { .. }));
    let small = small();
    assert!(matches!(refuse(&small[..small.len() / 2]), OfficeError::NotJson { .. }));
    let huge = " ".repeat(Office::BYTES_MAX + 1);
    assert_eq!(refuse(&huge), OfficeError::TooLarge { found: Office::BYTES_MAX + 1 });
    assert!(Office::parse(&format!("\u{feff}{small}")).is_ok(), "a byte-order mark is no mistake");
}

#[test]
fn malicious_nesting_is_refused_without_harm() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let depth = 100_000;
        let nested = format!("{}1{}", open.repeat(depth), close.repeat(depth));
        let text = with(r#""code":"LY""#, &format!(r#""code":{nested}"#));
        let told = problems(&text);
        assert!(told.iter().all(|(place, _)| place.starts_with("code") && place.len() < 200), "{told:?}");
    }
}

#[test]
fn too_many_and_too_long_are_refused() {
    let long = "好".repeat(801);
    let told = problems(&with("现场等候", &long));
    assert!(
        matches!(told.as_slice(), [(place, Fault::TooMuch { max: 800, .. })] if place == "matters[1].answer.zh"),
        "{told:?}"
    );

    let shifts = vec![r#"{"weekday":1,"from":"08:00","to":"12:00","window":"w1","staff":"s1"}"#; 20_001].join(",");
    let told = problems(&with(r#""roster":["#, &format!(r#""roster":[{shifts},"#)));
    assert!(matches!(told.as_slice(), [(place, Fault::TooMuch { max: 20_000, .. })] if place == "roster"), "{told:?}");

    let wrong = vec![r#"{"weekday":9,"from":"x","to":"y","window":"z","staff":"z"}"#; 1_000].join(",");
    let told = problems(&with(r#""roster":["#, &format!(r#""roster":[{wrong},"#)));
    assert_eq!(told.len(), Office::PROBLEMS_MAX);
}

#[test]
fn tenure_counts_whole_months() {
    let check = |since: &str, on: (i32, u32, u32), expected: i32| {
        let on = NaiveDate::from_ymd_opt(on.0, on.1, on.2).unwrap();
        assert_eq!(tenure_months(since, on), expected, "{since} to {on}");
    };
    check("2020-03-15", (2020, 3, 15), 0);
    check("2020-03-15", (2020, 4, 14), 0);
    check("2020-03-15", (2020, 4, 15), 1);
    check("2020-03-15", (2026, 3, 15), 72);
    check("2020-01-31", (2020, 2, 28), 0);
    check("2020-01-31", (2020, 2, 29), 1);
    check("2020-12-31", (2021, 1, 1), 0);
    check("2027-01-01", (2026, 1, 1), 0);
    check("someday", (2026, 1, 1), 0);
}

#[test]
fn the_roster_says_who_is_on_duty() {
    let office = Office::parse(&small()).unwrap();
    let check = |window: &str, weekday: Option<u8>, minute: u16, expected: &[&str]| {
        let found = office.on_duty(&WindowId::from(window), weekday, minute);
        let found: Vec<&str> = found.iter().map(|person| person.id.0.as_str()).collect();
        assert_eq!(found, expected, "{window} {weekday:?} {minute}");
    };
    check("w1", Some(1), 8 * 60 - 1, &[]);
    check("w1", Some(1), 8 * 60, &["s1"]);
    check("w1", Some(1), 12 * 60 - 1, &["s1"]);
    check("w1", Some(1), 12 * 60, &[]);
    check("w1", Some(7), 9 * 60, &[]);
    check("w1", None, 9 * 60, &[]);
    check("w9", Some(1), 9 * 60, &[]);
    assert!(office.open_at(Some(1), 9 * 60));
    assert!(!office.open_at(Some(1), 12 * 60));
    assert!(!office.open_at(None, 9 * 60), "nothing is open on a holiday");
}

#[test]
fn a_phrase_is_read_in_the_language_asked_for() {
    let text = |zh_hant: Option<&str>, en: &str| Text {
        zh: "医保报销窗口".to_owned(),
        zh_hant: zh_hant.map(str::to_owned),
        en: en.to_owned(),
    };
    let check = |text: Text, lang: Lang, expected: &str| assert_eq!(text.in_lang(lang), expected);
    check(text(None, "Claims"), Lang::Hans, "医保报销窗口");
    check(text(None, "Claims"), Lang::Hant, "醫保報銷窗口");
    check(text(Some("健保櫃檯"), "Claims"), Lang::Hant, "健保櫃檯");
    check(text(None, "Claims"), Lang::En, "Claims");
    check(text(None, ""), Lang::En, "医保报销窗口");
}

#[test]
fn a_department_that_appointed_nobody_is_answered_for_by_its_head() {
    let office = Office::parse(&small()).unwrap();
    let contact = |id: &str| office.first_contact(&DepartmentId::from(id)).map(|person| person.id.0.as_str());
    assert_eq!(contact("reception"), Some("s2"));
    assert_eq!(contact("workshop"), Some("s3"));
    assert_eq!(contact("garage"), None);
}

proptest! {
    #[test]
    fn no_cut_and_no_altered_byte_makes_it_panic(at in 0_usize..8_000, byte in 0_u8..128) {
        let mut bytes = small().into_bytes();
        let at = at % bytes.len();
        if bytes[at].is_ascii() {
            bytes[at] = byte;
        }
        let text = String::from_utf8(bytes).unwrap();
        if let Ok(office) = Office::parse(&text) {
            let again = Office::parse(&office.to_json().unwrap());
            prop_assert_eq!(again, Ok(office));
        }
    }
}
