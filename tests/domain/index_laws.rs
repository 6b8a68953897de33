//! What must hold for every index: it finds what a look at every row finds, in the order that a sort of all gives.

use pinyin::ToPinyinMulti;
use proptest::prelude::*;
use shouwen::dice::Dice;
use shouwen::index::{Index, Question, Row, Sort, Words};
use shouwen::ledger::{State, TicketId, TicketNumber};
use shouwen::script::{fold, small};

use crate::rows::{DAY_MS, DAYS, START_MS, Talk, details, name, row, work_on};

const SORTS: [Sort; 3] = [Sort::Due, Sort::Registered, Sort::Touched];

/// What is asked, in a form that a naive look understands too.
#[derive(Clone, Debug)]
struct Asked {
    typed: String,
    person: Option<String>,
    department: Option<String>,
    state: Option<State>,
    office: Option<String>,
    due_ms: Option<std::ops::RangeInclusive<i64>>,
    sort: Sort,
    offset: usize,
    limit: usize,
}

impl Asked {
    fn naive(&self, rows: &[Row]) -> (usize, Vec<TicketId>) {
        let mut found: Vec<&Row> = rows.iter().filter(|row| self.lets_through(row)).collect();
        found.sort_by_key(|row| {
            let closed = row.marks.state == State::Closed;
            match self.sort {
                Sort::Due => (i64::from(closed), row.due_ms.unwrap_or(i64::MAX), row.registered_ms, row.id),
                Sort::Registered => (-row.registered_ms, 0, 0, row.id),
                Sort::Touched => (-row.touched_ms, 0, 0, row.id),
            }
        });
        (found.len(), found.into_iter().skip(self.offset).take(self.limit).map(|row| row.id).collect())
    }

    fn lets_through(&self, row: &Row) -> bool {
        let who = &row.who;
        self.person.as_ref().is_none_or(|person| who.owner.as_ref() == Some(person))
            && self.department.as_ref().is_none_or(|id| who.handler_department.as_ref().is_some_and(|own| own.0 == *id))
            && self.state.is_none_or(|state| row.marks.state == state)
            && self.office.as_ref().is_none_or(|office| row.what.office.0 == *office)
            && self.due_ms.as_ref().is_none_or(|range| row.due_ms.is_some_and(|due_ms| range.contains(&due_ms)))
            && says(row, &self.typed)
    }

    fn by(&self, index: &Index) -> (usize, Vec<TicketId>) {
        let words = Words::of(&self.typed);
        let who = |who: &shouwen::index::Who| {
            self.person.as_ref().is_none_or(|person| who.owner.as_ref() == Some(person))
                && self
                    .department
                    .as_ref()
                    .is_none_or(|id| who.handler_department.as_ref().is_some_and(|own| own.0 == *id))
        };
        let what = |what: &shouwen::index::What| self.office.as_ref().is_none_or(|office| what.office.0 == *office);
        let marks = |marks: &shouwen::index::Marks| self.state.is_none_or(|state| marks.state == state);
        let hits = index.find(&Question {
            words: Some(&words),
            what: Some(&what),
            who: Some(&who),
            marks: Some(&marks),
            due_ms: self.due_ms.clone(),
        });
        let page = index.page(&hits, self.sort, self.offset, self.limit);
        if let Some(row) = page.first() {
            assert_eq!(index.position(&hits, self.sort, row.id), Some(self.offset));
        }
        (hits.count(), page.into_iter().map(|row| row.id).collect())
    }
}

/// Whether a row says everything typed, or has the number.
fn says(row: &Row, typed: &str) -> bool {
    let number: Option<TicketNumber> = typed.parse().ok();
    number == Some(row.number) || typed.split_whitespace().all(|word| says_word(row, word))
}

fn says_word(row: &Row, word: &str) -> bool {
    let word = compared(word);
    let plain = word.chars().all(char::is_alphanumeric);
    let bare: String = word.chars().filter(|symbol| !"-–—－".contains(*symbol)).collect();
    let number = row.number.to_string().replace('-', "").to_lowercase();
    let letters: String = word.chars().filter(|symbol| !"'’".contains(*symbol)).collect();
    let is_letters =
        !letters.is_empty() && letters.len() <= 63 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
    let digits = word.replace('-', "");
    let is_ending = (3..=16).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    [&row.name, &row.subject, &row.details].iter().any(|text| {
        let text = compared(text);
        text.contains(&word) || plain && text.contains(&fold(&word))
    }) || is_letters && [&row.name, &row.subject].iter().any(|text| reads(text, &letters))
        || bare.is_ascii() && !bare.is_empty() && number.contains(&bare)
        || is_ending && row.phone.digits().ends_with(&digits)
}

fn compared(text: &str) -> String {
    let plain = |symbol: char| match symbol {
        '\0'..' ' => ' ',
        '！'..='～' => char::from_u32(u32::from(symbol) - 0xfee0).unwrap(),
        _ => symbol,
    };
    text.chars().map(plain).map(small).collect()
}

/// Reads letters along a text by trying every reading of every character.
fn reads(text: &str, letters: &str) -> bool {
    let text: Vec<char> = compared(text).chars().collect();
    (0..text.len()).any(|from| reads_from(&text[from..], letters))
}

fn reads_from(text: &[char], letters: &str) -> bool {
    let Some((first, rest)) = text.split_first() else { return false };
    let readings: Vec<String> = match first.to_pinyin_multi() {
        _ if first.is_ascii_lowercase() => vec![first.to_string()],
        Some(many) => many.into_iter().map(|one| one.plain().replace('ü', "v").replace('ê', "e")).collect(),
        None if first.is_alphanumeric() => return false,
        None => return reads_from(rest, letters),
    };
    readings.iter().any(|reading| {
        (1..=reading.len().min(letters.len())).any(|taken| {
            let (typed, left) = letters.split_at(taken);
            reading.starts_with(typed) && (left.is_empty() || reads_from(rest, left))
        })
    })
}

/// Invents a question, mostly about something that some row says.
fn asked(dice: &mut Dice, rows: &[Row], talk: Talk) -> Asked {
    let words = [0, 1, 1, 1, 1, 2, 2, 3];
    let count = *dice.pick(&words).unwrap();
    let of_one = dice.happens(60);
    let fixed = dice.pick(rows).cloned();
    let typed: Vec<String> = (0..count)
        .map(|_| {
            let from = if of_one { fixed.as_ref() } else { dice.pick(rows) };
            match from {
                Some(row) => word(row, dice, talk),
                None => name(dice, talk),
            }
        })
        .collect();
    let anyone = dice.pick(rows).map(|row| row.who.clone()).unwrap_or_default();
    let from_ms = START_MS + i64::try_from(dice.below(DAYS)).unwrap() * DAY_MS;
    let states = [State::Registered, State::InHand, State::Passing, State::Answered, State::Closed];
    Asked {
        typed: typed.join(if dice.happens(20) { "\u{3000}" } else { " " }),
        person: anyone.owner.filter(|_| dice.happens(15)),
        department: anyone.handler_department.map(|id| id.0).filter(|_| dice.happens(15)),
        state: dice.pick(&states).copied().filter(|_| dice.happens(15)),
        office: dice.happens(20).then(|| "here".to_owned()),
        due_ms: dice.happens(15).then(|| from_ms..=from_ms + i64::try_from(dice.below(60)).unwrap() * DAY_MS),
        sort: *dice.pick(&SORTS).unwrap(),
        offset: usize::try_from(dice.below(6) * dice.below(6)).unwrap(),
        limit: usize::try_from(dice.below(30)).unwrap(),
    }
}

/// Invents one word, a part of what the row says or nearly so.
fn word(row: &Row, dice: &mut Dice, talk: Talk) -> String {
    let number = row.number.to_string();
    let phone = row.phone.digits();
    match dice.below(12) {
        0 => part(&number, dice),
        1 => part(&number.replace('-', ""), dice).to_lowercase(),
        2 => number.to_lowercase(),
        3 => phone.chars().skip(usize::try_from(dice.below(11)).unwrap()).collect(),
        4 | 5 => part(&row.name, dice),
        6 => part(&row.subject, dice),
        7 => typed_pinyin(&row.name, dice),
        8 => typed_pinyin(&part(&row.subject, dice), dice),
        9 => details(dice, talk).chars().take(3).collect(),
        _ => part(&row.details, dice),
    }
}

fn part(text: &str, dice: &mut Dice) -> String {
    let all: Vec<char> = text.chars().collect();
    let from = dice.below(all.len() as u64);
    let length = 1 + dice.below(5);
    all.iter().skip(usize::try_from(from).unwrap()).take(usize::try_from(length).unwrap()).collect()
}

fn typed_pinyin(text: &str, dice: &mut Dice) -> String {
    let mut typed = String::new();
    for character in text.chars() {
        let Some(many) = character.to_pinyin_multi() else { continue };
        let reading = many.get(usize::try_from(dice.below(many.count() as u64)).unwrap());
        let reading = reading.plain().replace('ü', "v").replace('ê', "e");
        let length = if dice.happens(50) { 1 } else { 1 + dice.below(reading.len() as u64) };
        typed.push_str(&reading[..usize::try_from(length).unwrap()]);
    }
    typed
}

/// The index as it comes back from a snapshot.
fn kept(index: &mut Index) -> Index {
    let mut chunks = Vec::new();
    index.encode(|chunk| chunks.push(chunk));
    Index::decode(&chunks).unwrap()
}

fn filled(rows: &[Row]) -> Index {
    let mut index = Index::default();
    for row in rows {
        index.put(row);
    }
    index
}

/// Changes some rows, in their course or in their words, and puts them in again.
fn change(index: &mut Index, rows: &mut [Row], dice: &mut Dice, talk: Talk, times: u64) {
    for _ in 0..times {
        let place = usize::try_from(dice.below(rows.len() as u64)).unwrap();
        let Some(row) = rows.get_mut(place) else { return };
        work_on(row, dice);
        if dice.happens(30) {
            row.name = name(dice, talk);
        }
        if dice.happens(30) {
            row.details = details(dice, talk);
        }
        index.put(row);
    }
}

fn check(index: &Index, rows: &[Row], dice: &mut Dice, talk: Talk, questions: u64) {
    assert_eq!(index.len(), rows.len());
    for _ in 0..questions {
        let asked = asked(dice, rows, talk);
        assert_eq!(asked.by(index), asked.naive(rows), "{asked:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_search_finds_what_a_look_at_every_row_finds(seed: u64, count in 0_usize..120) {
        let mut dice = Dice::new(seed);
        let mut rows: Vec<Row> = (0..count).map(|_| row(&mut dice, Talk::Odd)).collect();
        let mut index = filled(&rows);
        check(&index, &rows, &mut dice, Talk::Odd, 30);
        change(&mut index, &mut rows, &mut dice, Talk::Odd, 40);
        check(&index, &rows, &mut dice, Talk::Odd, 30);
        for row in &rows {
            prop_assert_eq!(index.get(row.id), Some(row.clone()));
        }
    }

    #[test]
    fn an_index_that_was_kept_answers_as_before_and_goes_on(seed: u64, count in 0_usize..100) {
        let mut dice = Dice::new(seed);
        let mut rows: Vec<Row> = (0..count).map(|_| row(&mut dice, Talk::Odd)).collect();
        let mut back = kept(&mut filled(&rows));
        check(&back, &rows, &mut dice, Talk::Odd, 20);
        change(&mut back, &mut rows, &mut dice, Talk::Odd, 20);
        let more: Vec<Row> = (0..20).map(|_| row(&mut dice, Talk::Odd)).collect();
        for row in &more {
            back.put(row);
        }
        rows.extend(more);
        check(&back, &rows, &mut dice, Talk::Odd, 20);
    }

    #[test]
    fn the_order_in_which_rows_come_changes_nothing_that_is_seen(seed: u64, count in 1_usize..80) {
        let mut dice = Dice::new(seed);
        let rows: Vec<Row> = (0..count).map(|_| row(&mut dice, Talk::Odd)).collect();
        let mut shuffled = rows.clone();
        shuffled.sort_by_key(|row| (row.touched_ms % 1_009, row.id));
        let (one, mut other) = (filled(&rows), filled(&shuffled));
        other.settle();
        for _ in 0..20 {
            let asked = asked(&mut dice, &rows, Talk::Odd);
            prop_assert_eq!(asked.by(&one), asked.by(&other));
        }
    }
}

#[test]
fn it_holds_where_texts_are_filed_in_runs_and_runs_are_merged() {
    for (seed, talk, count) in [(1, Talk::Odd, 4_000), (2, Talk::Free, 8_000)] {
        let mut dice = Dice::new(seed);
        let mut rows: Vec<Row> = (0..count).map(|_| row(&mut dice, talk)).collect();
        let mut index = filled(&rows);
        check(&index, &rows, &mut dice, talk, 30);
        change(&mut index, &mut rows, &mut dice, talk, 600);
        check(&index, &rows, &mut dice, talk, 20);
        let back = kept(&mut index);
        assert!(back == index);
        check(&back, &rows, &mut dice, talk, 10);
    }
}

#[test]
fn a_damaged_snapshot_is_refused() {
    let mut dice = Dice::new(5);
    let rows: Vec<Row> = (0..50).map(|_| row(&mut dice, Talk::Odd)).collect();
    let mut sound = Vec::new();
    filled(&rows).encode(|chunk| sound.push(chunk));
    for _ in 0..600 {
        let mut damaged = sound.clone();
        let place = usize::try_from(dice.below(sound.len() as u64)).unwrap();
        let byte = usize::try_from(dice.below(sound[place].len() as u64)).unwrap();
        match dice.below(4) {
            0 => damaged.truncate(place),
            1 => damaged[place].truncate(byte),
            2 => {
                damaged.remove(place);
            }
            _ => damaged[place][byte] ^= 1 << dice.below(8),
        }
        assert!(Index::decode(&damaged).is_err());
    }
}
