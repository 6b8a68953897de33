//! Takes exports off a program that nobody calls.
//!
//! A library beneath the screens exports classes for streams, and what is exported is kept with everything that it calls, whether
//! anybody uses it or not. Without the exports the next step finds that nobody does.

/// How the names of such exports begin, behind [`FREE`] where it stands.
const UNCALLED: &str = "intounderlying";
/// What the export begins with by which the script frees an object of a class.
const FREE: &str = "__wbg_";
/// `\0asm` and the version.
const HEADER_BYTES: usize = 8;
const EXPORT_SECTION: u8 = 7;

/// The same program without those exports; none where it is no program as the format has it.
pub(super) fn without_uncalled(code: &[u8]) -> Option<Vec<u8>> {
    let (header, mut rest) = code.split_at_checked(HEADER_BYTES)?;
    let mut kept = header.to_vec();
    while let Some((id, behind)) = rest.split_first() {
        let (bytes, behind) = number(behind)?;
        let (content, behind) = behind.split_at_checked(bytes)?;
        rest = behind;
        let content = if *id == EXPORT_SECTION { called(content)? } else { content.to_vec() };
        kept.push(*id);
        write_number(&mut kept, content.len());
        kept.extend(content);
    }
    Some(kept)
}

/// The entries of an export section that are called.
fn called(section: &[u8]) -> Option<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let (mut kept, mut entries) = (0, Vec::new());
    for _ in 0..count {
        let (bytes, behind) = number(rest)?;
        let (name, behind) = behind.split_at_checked(bytes)?;
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

/// A number in LEB128, and what stands behind it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (mut value, mut shift) = (0_u32, 0);
    let mut rest = bytes;
    loop {
        let (byte, behind) = rest.split_first()?;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        rest = behind;
        if byte & 0x80 == 0 {
            return Some((usize::try_from(value).ok()?, rest));
        }
        shift += 7;
    }
}

fn write_number(bytes: &mut Vec<u8>, mut value: usize) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program with a custom section of 200 bytes, these exports, and one more section.
    fn program(names: &[&str]) -> Vec<u8> {
        let mut exports = Vec::new();
        write_number(&mut exports, names.len());
        for (index, name) in names.iter().enumerate() {
            write_number(&mut exports, name.len());
            exports.extend(name.bytes());
            exports.push(0);
            write_number(&mut exports, 300 + index);
        }
        let mut code = b"\0asm\x01\0\0\0".to_vec();
        for (id, content) in [(0, vec![9; 200]), (EXPORT_SECTION, exports), (10, vec![1, 2, 3])] {
            code.push(id);
            write_number(&mut code, content.len());
            code.extend(content);
        }
        code
    }

    #[test]
    fn what_nobody_calls_goes_and_the_rest_stays_as_it_was() {
        // The index that an entry had must stay, so the one that goes is the last.
        let all = program(&["memory", "main", "intounderlyingsink_close"]);
        assert_eq!(without_uncalled(&all), Some(program(&["memory", "main"])));
        let freed = program(&["memory", "__wbg_intounderlyingsink_free"]);
        assert_eq!(without_uncalled(&freed), Some(program(&["memory"])));
        let plain = program(&["memory", "__wbindgen_start"]);
        assert_eq!(without_uncalled(&plain), Some(plain));
    }

    #[test]
    fn what_is_cut_is_no_program() {
        let whole = program(&["memory"]);
        for bytes in 0..whole.len() {
            let cut = without_uncalled(&whole[..bytes]);
            assert!(cut.is_none_or(|kept| kept.len() <= bytes), "{bytes}");
        }
        assert_eq!(without_uncalled(b"\0asm"), None);
        assert_eq!(without_uncalled(b"\0asm\x01\0\0\0\x07\xff\xff\xff\xff\xff\xff"), None);
    }
}
