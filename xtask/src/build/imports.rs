//! Numbers in the place of the names by which a program and its script know each other's functions.
//!
//! wasm-bindgen names each function that a program imports after what it does and a hash, in both files. Nobody reads those names,
//! and hashes do not compress. A number as long as the name stands in its place, so that nothing moves.

use std::collections::{BTreeMap, BTreeSet};

/// How such a name begins.
const START: &[u8] = b"__wb";
/// What every number begins with.
const STEM: &[u8] = b"__wbg_";
const HASH_DIGITS: usize = 16;

/// Numbers the imports of a program in its script and in its code.
pub(super) fn number(script: &mut [u8], code: &mut [u8]) {
    let mut names = BTreeSet::new();
    each_name(script, |name| {
        if is_hashed(name) {
            names.insert((name.len(), name.to_vec()));
        }
    });
    let numbers: BTreeMap<Vec<u8>, Vec<u8>> =
        names.into_iter().zip(0..).map(|((length, name), number)| (name, numbered(number, length))).collect();
    for bytes in [script, code] {
        each_name(bytes, |name| {
            if let Some(number) = numbers.get(name) {
                name.copy_from_slice(number);
            }
        });
    }
}

/// Shows every name that begins like an import's.
fn each_name(mut bytes: &mut [u8], mut look: impl FnMut(&mut [u8])) {
    while let Some(at) = bytes.windows(START.len()).position(|window| window == START) {
        let rest = bytes.split_at_mut(at).1;
        let end = rest.iter().position(|byte| !is_of_name(*byte)).unwrap_or(rest.len());
        let (name, behind) = rest.split_at_mut(end);
        look(name);
        bytes = behind;
    }
}

const fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether a name ends with a hash; others are exports, or words of the script's own.
fn is_hashed(name: &[u8]) -> bool {
    let Some((start, hash)) = name.split_at_checked(name.len().saturating_sub(HASH_DIGITS)) else { return false };
    start.len() > STEM.len()
        && start.ends_with(b"_")
        && hash.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn numbered(number: usize, length: usize) -> Vec<u8> {
    let width = length - STEM.len();
    [STEM, format!("{number:0width$}").as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "imports={__wbg_now_0123456789abcdef:f,__wbg___wbindgen_is_null_fedcba9876543210:g};\
        wasm.__wbindgen_malloc(1);__wbg_init();imports.__wbg_now_0123456789abcdef";
    const CODE: &[u8] = b"\x02A__wbg_now_0123456789abcdef\0\x01A__wbg___wbindgen_is_null_fedcba9876543210\0\x01";

    #[test]
    fn an_import_gets_the_same_number_in_both_files_and_keeps_its_length() {
        let (mut script, mut code) = (SCRIPT.as_bytes().to_vec(), CODE.to_vec());
        number(&mut script, &mut code);
        let (script, code) = (String::from_utf8(script).unwrap(), String::from_utf8(code).unwrap());
        let (now, is_null) = ("__wbg_00000000000000000000", "__wbg_00000000000000000000000000000000001");
        assert_eq!((script.len(), code.len()), (SCRIPT.len(), CODE.len()));
        assert_eq!(script.matches(&format!("{now}:f")).count(), 1, "{script}");
        assert!(script.ends_with(&format!("imports.{now}")), "{script}");
        assert!(script.contains(&format!("{is_null}:g")), "{script}");
        assert_eq!(code, format!("\u{2}A{now}\0\u{1}A{is_null}\0\u{1}"));
    }

    #[test]
    fn exports_and_the_script_s_own_words_stay() {
        let mut script = SCRIPT.as_bytes().to_vec();
        number(&mut script, &mut []);
        let script = String::from_utf8(script).unwrap();
        assert!(script.contains("wasm.__wbindgen_malloc(1);__wbg_init();"), "{script}");
    }
}
