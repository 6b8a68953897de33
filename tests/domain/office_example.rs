//! The example office that is shipped: whole, consistent, and in every phrase complete.

use std::collections::{BTreeMap, BTreeSet};

use shouwen::office::{ICONS, Office, Post, Text};
use shouwen::rules::MatterKind;

const EXAMPLE: &str = include_str!("../../public/office/example.json");

fn example() -> Office {
    Office::parse(EXAMPLE).unwrap_or_else(|error| panic!("{error}"))
}

/// Every phrase of the office with its place.
fn phrases(office: &Office) -> Vec<(String, &Text)> {
    let mut all = vec![("name".to_owned(), &office.name), ("address".to_owned(), &office.address)];
    for department in &office.departments {
        all.extend(
            [&department.name, &department.duty, &department.place].map(|text| (department.id.to_string(), text)),
        );
    }
    for window in &office.windows {
        all.extend([&window.name, &window.place].map(|text| (window.id.to_string(), text)));
    }
    all.extend(office.staff.iter().map(|person| (person.id.to_string(), &person.title)));
    for matter in &office.matters {
        let papers = matter.materials.iter().flat_map(|material| [Some(&material.name), material.note.as_ref()]);
        let own = [Some(&matter.name), Some(&matter.answer), matter.fee.as_ref()];
        all.extend(own.into_iter().chain(papers).flatten().map(|text| (matter.id.to_string(), text)));
    }
    all
}

#[test]
fn the_example_is_marked_and_as_large_as_a_county_centre() {
    let office = example();
    assert!(office.example);
    assert_eq!((office.id.0.as_str(), office.code.as_str(), office.system.as_str()), ("example-qinghe", "QH", "C07"));
    assert!(office.departments.len() >= 10);
    assert!(office.windows.len() >= 14);
    assert!(office.staff.len() >= 40);
    assert!(office.matters.len() >= 60);
    for (post, least) in [(Post::Leader, 2), (Post::Head, 10), (Post::Operator, 1)] {
        assert!(office.staff.iter().filter(|person| person.post == post).count() >= least, "{post:?}");
    }
    let kinds: BTreeSet<MatterKind> = office.matters.iter().map(|matter| matter.kind).collect();
    assert_eq!(kinds.len(), MatterKind::ALL.len(), "the example shows every kind of matter: {kinds:?}");
}

#[test]
fn the_example_is_written_as_the_library_writes_it() {
    assert_eq!(example().to_json().unwrap(), EXAMPLE);
}

#[test]
fn every_department_has_a_first_contact_a_matter_and_a_window() {
    let office = example();
    for department in &office.departments {
        let contact = office.first_contact(&department.id).unwrap();
        assert!(contact.appointed && contact.department == department.id, "{}", department.id);
        assert!(office.matters.iter().any(|matter| matter.department == department.id), "{}", department.id);
        assert!(office.windows.iter().any(|window| window.department == department.id), "{}", department.id);
    }
}

#[test]
fn every_matter_is_received_at_a_window_of_its_department_that_is_staffed() {
    let office = example();
    for matter in &office.matters {
        let window = office.window(&matter.window).unwrap();
        assert_eq!(window.department, matter.department, "{}", matter.id);
        let staffed = (1..=5).any(|day| !office.on_duty(&window.id, Some(day), 9 * 60).is_empty());
        assert!(staffed, "{}", matter.id);
    }
}

#[test]
fn every_window_is_staffed_all_week_but_one_on_friday_afternoon() {
    let office = example();
    let mut empty = Vec::new();
    for window in &office.windows {
        for day in 1..=5 {
            for minute in [8 * 60 + 30, 11 * 60 + 59, 13 * 60 + 30, 16 * 60 + 59] {
                assert!(office.open_at(Some(day), minute));
                let on_duty = office.on_duty(&window.id, Some(day), minute);
                if on_duty.is_empty() {
                    empty.push((window.number, day, minute / 60));
                }
                for person in on_duty {
                    assert_eq!(person.department, window.department, "{} at {}", person.id, window.id);
                }
            }
        }
    }
    assert_eq!(empty, [(19, 5, 13), (19, 5, 16)]);
}

#[test]
fn some_windows_change_hands_within_a_day() {
    let office = example();
    let rotates = |window: &&shouwen::office::Window| {
        office.on_duty(&window.id, Some(1), 9 * 60) != office.on_duty(&window.id, Some(1), 15 * 60)
    };
    assert!(office.windows.iter().filter(rotates).count() >= 5);
}

#[test]
fn every_phrase_is_there_in_english_without_a_character_of_chinese() {
    for (place, text) in phrases(&example()) {
        assert!(!text.en.is_empty(), "{place}: {}", text.zh);
        assert!(text.en.is_ascii(), "{place}: {}", text.en);
        assert!(!text.zh.is_ascii(), "{place}: {}", text.zh);
        let half_width = text.zh.chars().find(|character| ",;:!?()".contains(*character));
        assert_eq!(half_width, None, "{place}: {}", text.zh);
    }
}

#[test]
fn every_answer_has_two_to_five_sentences_in_both_languages() {
    for matter in example().matters {
        let chinese = matter.answer.zh.matches(['。', '！', '？']).count();
        let english = matter.answer.en.split_inclusive(['.', '!', '?']).filter(|part| part.len() > 3).count();
        assert!((2..=5).contains(&chinese), "{}: {chinese}", matter.id);
        assert!((2..=5).contains(&english), "{}: {english}", matter.id);
        assert!(matter.answer.zh.ends_with(['。', '！', '？']) && matter.answer.en.ends_with('.'), "{}", matter.id);
    }
}

#[test]
fn a_character_is_read_the_same_wherever_it_stands() {
    let office = example();
    let names = office.matters.iter().map(|matter| (matter.name.zh.as_str(), matter.pinyin.as_str()));
    let people = office.staff.iter().map(|person| (person.name.as_str(), person.pinyin.as_str()));
    let mut readings: BTreeMap<char, &str> = BTreeMap::new();
    for (name, pinyin) in names.chain(people) {
        assert_eq!(name.chars().count(), pinyin.split(' ').count(), "{name}: {pinyin}");
        for (character, syllable) in name.chars().zip(pinyin.split(' ')) {
            let first = readings.entry(character).or_insert(syllable);
            assert_eq!(*first, syllable, "{character} in {name}");
        }
    }
}

#[test]
fn every_matter_can_be_found_by_ways_that_people_take() {
    let office = example();
    for matter in &office.matters {
        assert!(matter.words.iter().any(|word| !word.is_ascii()), "{}", matter.id);
        assert!(matter.words.iter().any(|word| word.is_ascii()), "{}", matter.id);
        let words: BTreeSet<&String> = matter.words.iter().collect();
        assert_eq!(words.len(), matter.words.len(), "{} has a word twice", matter.id);
    }
    let names: BTreeSet<&str> = office.matters.iter().map(|matter| matter.name.zh.as_str()).collect();
    assert_eq!(names.len(), office.matters.len(), "two matters have one name");
    let shown: BTreeSet<&str> = office.matters.iter().map(|matter| matter.icon.as_str()).collect();
    assert_eq!(shown, BTreeSet::from(ICONS), "every picture is used");
}

#[test]
fn only_reports_complaints_and_the_like_may_be_anonymous() {
    use MatterKind::{Complaint, Defect, Report, Suggestion};
    for matter in example().matters.iter().filter(|matter| matter.anonymous) {
        assert!(matches!(matter.kind, Complaint | Defect | Report | Suggestion), "{}", matter.id);
        let identity = matter.materials.iter().any(|material| material.name.zh.contains("身份证"));
        assert!(!identity, "{} asks an anonymous visitor for an ID card", matter.id);
    }
}

#[test]
fn every_telephone_is_plainly_invented_and_no_two_people_share_one() {
    let office = example();
    let mut phones = vec![&office.complaint_phone];
    phones.extend(office.departments.iter().map(|department| &department.phone));
    phones.extend(office.staff.iter().map(|person| &person.phone));
    assert!(phones.iter().all(|phone| phone.starts_with("0999-555 01")), "{phones:?}");
    let distinct: BTreeSet<&String> = phones.iter().copied().collect();
    assert_eq!(distinct.len(), phones.len());
}
