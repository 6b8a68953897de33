//! Takes exports off a program that nobody calls.
//!
//! A library beneath the screens exports classes for streams, and what is exported is kept with everything that it calls, whether
//! anybody uses it or not. Without the exports the next step finds that nobody does.

use super::wasm::{EXPORTS, counted, number, program, sections, write_number};

/// How the names of such exports begin, behind [`FREE`] where it stands.
const UNCALLED: &str = "intounderlying";
/// What the export begins with by which the script frees an object of a class.
const FREE: &str = "__wbg_";

/// The same program without those exports; none where it is no program as the format has it.
pub(super) fn without_uncalled(code: &[u8]) -> Option<Vec<u8>> {
    let sections = sections(code)?;
    let exports = sections.iter().find(|(kind, _)| *kind == EXPORTS).map(|(_, content)| called(content));
    let exports = exports.unwrap_or_else(|| Some(Vec::new()))?;
    let called = |(kind, content)| (kind, if kind == EXPORTS { exports.as_slice() } else { content });
    program(code, sections.into_iter().map(called))
}

/// The entries of an export section that are called.
fn called(section: &[u8]) -> Option<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let (mut kept, mut entries) = (0, Vec::new());
    for _ in 0..count {
        let (name, behind) = counted(rest)?;
        let (_kind, behind) = behind.split_first()?;
        let (_index, behind) = number(behind)?;
        let entry = rest.strip_suffix(behind)?;
        rest = behind;
        let name = std::str::from_utf8(name).ok()?;
        if !name.strip_prefix(FREE).unwrap_or(name).starts_with(UNCALLED) {
            kept += 1;
            entries.extend_from_slice(entry);
        }
    }
    let mut section = Vec::new();
    write_number(&mut section, kept);
    section.extend(entries);
    rest.is_empty().then_some(section)
}

#[cfg(test)]
mod tests {
    use super::super::wasm::{CODE, CUSTOM, write_counted};
    use super::*;

    /// A program with a custom section of 200 bytes, these exports, and one more section.
    fn exporting(names: &[&str]) -> Vec<u8> {
        let mut exports = Vec::new();
        write_number(&mut exports, names.len());
        for (index, name) in names.iter().enumerate() {
            write_counted(&mut exports, name.as_bytes());
            exports.push(0);
            write_number(&mut exports, 300 + index);
        }
        let sections = [(CUSTOM, [9; 200].as_slice()), (EXPORTS, &exports), (CODE, &[1, 2, 3])];
        program(b"\0asm\x01\0\0\0", sections).unwrap_or_default()
    }

    #[test]
    fn what_nobody_calls_goes_and_the_rest_stays_as_it_was() {
        // The index that an entry had must stay, so the one that goes is the last.
        let all = exporting(&["memory", "main", "intounderlyingsink_close"]);
        assert_eq!(without_uncalled(&all), Some(exporting(&["memory", "main"])));
        let freed = exporting(&["memory", "__wbg_intounderlyingsink_free"]);
        assert_eq!(without_uncalled(&freed), Some(exporting(&["memory"])));
        let plain = exporting(&["memory", "__wbindgen_start"]);
        assert_eq!(without_uncalled(&plain), Some(plain));
    }

    #[test]
    fn what_is_cut_is_no_program() {
        let whole = exporting(&["memory"]);
        for bytes in 0..whole.len() {
            let cut = without_uncalled(&whole[..bytes]);
            assert!(cut.is_none_or(|kept| kept.len() <= bytes), "{bytes}");
        }
        assert_eq!(without_uncalled(b"\0asm"), None);
        assert_eq!(without_uncalled(b"\0asm\x01\0\0\0\x07\xff\xff\xff\xff\xff\xff"), None);
    }
}
