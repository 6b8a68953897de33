//! Bytes that nobody meant: whatever is pushed, the reader answers, in bounded time, and never calls it sound.

use std::sync::LazyLock;

use proptest::prelude::*;
use shouwen::exchange::{Limits, unpack};

use crate::exchange_kit::{Pen, bundle_of, gzipped, lines_of, read, told};

/// One way to spoil a bundle.
#[derive(Clone, Debug)]
enum Harm {
    Overwrite(usize, u8),
    Insert(usize, Vec<u8>),
    Remove(usize, usize),
    RepeatLine(usize),
    SwapLines(usize, usize),
}

fn harm() -> impl Strategy<Value = Harm> {
    let snippet = prop_oneof![
        prop::collection::vec(any::<u8>(), 1..8),
        prop::sample::select(vec![
            "\n",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "{\"seal\":",
            "{\"office\":",
            "null",
            "1e999",
            "-0",
            "\u{0}"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(place, byte)| Harm::Overwrite(place, byte)),
        (any::<usize>(), snippet).prop_map(|(place, bytes)| Harm::Insert(place, bytes)),
        (any::<usize>(), 1..50_usize).prop_map(|(place, length)| Harm::Remove(place, length)),
        any::<usize>().prop_map(Harm::RepeatLine),
        (any::<usize>(), any::<usize>()).prop_map(|(one, other)| Harm::SwapLines(one, other)),
    ]
}

fn spoil(mut bytes: Vec<u8>, harm: &Harm) -> Vec<u8> {
    let length = bytes.len().max(1);
    match harm {
        Harm::Overwrite(place, byte) => {
            if let Some(target) = bytes.get_mut(place % length) {
                *target = *byte;
            }
        }
        Harm::Insert(place, more) => {
            let place = place % length;
            bytes.splice(place..place, more.iter().copied());
        }
        Harm::Remove(place, count) => {
            let place = place % length;
            bytes.drain(place..(place + count).min(bytes.len()));
        }
        Harm::RepeatLine(number) => {
            let mut lines = lines_of(&bytes);
            let number = number % lines.len();
            lines.insert(number, lines[number].clone());
            bytes = lines.concat();
        }
        Harm::SwapLines(one, other) => {
            let mut lines = lines_of(&bytes);
            let count = lines.len();
            lines.swap(one % count, other % count);
            bytes = lines.concat();
        }
    }
    bytes
}

static TWO_TICKETS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut pen = Pen::new(3);
    pen.whole_ticket("王五");
    pen.whole_ticket("赵六");
    bundle_of(&pen.lines, &pen.key)
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..4000)) {
        prop_assert!(!read(&bytes).problems.is_empty());
        prop_assert!(!unpack(bytes.as_slice(), Limits::default()).unwrap().problems.is_empty());
        let packed = [&[0x1f, 0x8b][..], &bytes].concat();
        prop_assert!(!unpack(packed.as_slice(), Limits::default()).unwrap().problems.is_empty());
        prop_assert!(!unpack(gzipped(&bytes).as_slice(), Limits::default()).unwrap().problems.is_empty());
    }

    #[test]
    fn spoilt_bundles_are_never_sound(harms in prop::collection::vec(harm(), 1..4)) {
        let whole = &*TWO_TICKETS;
        let spoilt = harms.iter().fold(whole.clone(), spoil);
        let read = read(&spoilt);
        prop_assert_eq!(read.is_sound(), spoilt == *whole, "{:?}", told(&read));
        prop_assert_eq!(read.problems.is_empty(), spoilt == *whole);
    }

    #[test]
    fn spoilt_compressed_bundles_are_sound_only_with_the_same_lines(harms in prop::collection::vec(harm(), 1..4)) {
        let whole = &*TWO_TICKETS;
        let spoilt = harms.iter().fold(gzipped(whole), spoil);
        let found = unpack(spoilt.as_slice(), Limits::default()).unwrap();
        prop_assert!(!found.is_sound() || found.lines == read(whole).lines);
    }
}
