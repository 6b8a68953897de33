//! Compressed files, whole and broken, through the browser's own streams.

use std::cell::Cell;

use shouwen::backoffice::{Packer, unpack};
use shouwen::exchange::{BundleRead, BundleWriter, Contents, Cover, DeviceKey, Limits};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

use crate::browser::SEED;

#[wasm_bindgen_test]
async fn a_whole_bundle_comes_through() {
    let read = read(&blob(&pack(&bundle()).await)).await;
    assert!(read.is_sound(), "{:?}", read.problems);
    assert_eq!(read.manifest.map(|manifest| manifest.made_at_ms), Some(1_800_000_000_000));
}

#[wasm_bindgen_test]
async fn what_is_wrong_with_a_file_is_said_precisely() {
    let whole = pack(&bundle()).await;
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x55;
    let mut wrong_sum = whole.clone();
    let sum = wrong_sum.len() - 6;
    wrong_sum[sum] ^= 0x55;
    let trailing = [whole.as_slice(), b"more"].concat();
    let cases = [
        ("nothing", Vec::new(), &["not_gzip"][..]),
        ("another kind of file", b"%PDF-1.7 and so on".to_vec(), &["not_gzip"]),
        ("cut inside", whole[..middle].to_vec(), &["cut_short"]),
        ("cut at its last byte", whole[..whole.len() - 1].to_vec(), &["cut_short"]),
        ("cut to its first two bytes", whole[..2].to_vec(), &["cut_short"]),
        ("a flipped byte", flipped, &["damaged", "altered", "bad_manifest", "bad_seal", "not_text", "cut_short"]),
        ("a wrong checksum", wrong_sum, &["damaged"]),
        ("bytes behind the end", trailing, &["damaged", "trailing"]),
        ("no bundle", pack(b"hello\n").await, &["not_a_bundle"]),
    ];
    for (name, bytes, expected) in cases {
        let read = read(&blob(&bytes)).await;
        let code = read.problems.first().map(|at| at.problem.code());
        assert!(code.is_some_and(|code| expected.contains(&code)), "{name}: {code:?}");
        assert!(!read.is_sound(), "{name}");
    }
}

#[wasm_bindgen_test]
async fn a_cut_file_says_how_many_lines_were_whole() {
    let whole = pack(&bundle()).await;
    let read = read(&blob(&whole[..whole.len() - 1])).await;
    assert_eq!(read.whole_lines, 2);
}

#[wasm_bindgen_test]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a file's size is a whole number
async fn a_bomb_is_stopped_long_before_it_is_whole() {
    let bomb = bomb().await;
    let size = bomb.size() as u64;
    let limits = Limits { whole_bytes_max: 1 << 20, ..Limits::default() };
    for (limits, code) in [(limits, "too_large"), (Limits::default(), "swells")] {
        let limits = Limits { line_bytes_max: 1 << 30, ..limits };
        let fed = Cell::new(0);
        let read = unpack(&bomb, limits, |done, _| fed.set(done)).await.unwrap();
        assert_eq!(read.problems.first().map(|at| at.problem.code()), Some(code));
        assert!(fed.get() < size / 2, "{} of {size}", fed.get());
    }
}

#[wasm_bindgen_test]
async fn a_file_larger_than_allowed_is_not_even_opened() {
    let limits = Limits { packed_bytes_max: 10, ..Limits::default() };
    let read = unpack(&blob(&pack(&bundle()).await), limits, |_, _| panic!("nothing is read")).await.unwrap();
    assert_eq!(read.problems.first().map(|at| at.problem.code()), Some("packed_too_large"));
}

/// A bundle without events.
fn bundle() -> Vec<u8> {
    let key = DeviceKey::from_seed(&SEED);
    let cover = Cover { office: None, made_at_ms: 1_800_000_000_000, contents: Contents::default() };
    let mut bytes = Vec::new();
    BundleWriter::start(&cover, None, &key, &mut bytes).unwrap().seal(&mut bytes).unwrap();
    bytes
}

/// A manifest, and then a line of 100 MB that compresses to a thousandth.
async fn bomb() -> Blob {
    let packer = Packer::start().unwrap();
    let bundle = bundle();
    let manifest = bundle.split_inclusive(|byte| *byte == b'\n').next().unwrap();
    packer.write(manifest).await.unwrap();
    let piece = vec![b' '; 1 << 20];
    for _ in 0..100 {
        packer.write(&piece).await.unwrap();
    }
    packer.finish().await.unwrap()
}

async fn pack(bytes: &[u8]) -> Vec<u8> {
    let packer = Packer::start().unwrap();
    packer.write(bytes).await.unwrap();
    let file = packer.finish().await.unwrap();
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await.unwrap();
    js_sys::Uint8Array::new(&buffer).to_vec()
}

async fn read(file: &Blob) -> BundleRead {
    unpack(file, Limits::default(), |_, _| {}).await.unwrap()
}

fn blob(bytes: &[u8]) -> Blob {
    let parts = js_sys::Array::of1(&JsValue::from(js_sys::Uint8Array::from(bytes)));
    Blob::new_with_u8_array_sequence(&parts).unwrap()
}
