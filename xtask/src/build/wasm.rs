//! A program as the WebAssembly format has it: sections, and numbers in LEB128.

/// `\0asm` and the version.
const HEADER_BYTES: usize = 8;
pub(super) const CUSTOM: u8 = 0;
pub(super) const IMPORTS: u8 = 2;
pub(super) const EXPORTS: u8 = 7;
pub(super) const CODE: u8 = 10;

/// A section: its kind and what it holds.
pub(super) type Section<'code> = (u8, &'code [u8]);

/// The sections of a program; none where it is no program as the format has it.
pub(super) fn sections(code: &[u8]) -> Option<Vec<Section<'_>>> {
    let (_, mut rest) = code.split_at_checked(HEADER_BYTES)?;
    let mut sections = Vec::new();
    while let Some((kind, behind)) = rest.split_first() {
        let (content, behind) = counted(behind)?;
        sections.push((*kind, content));
        rest = behind;
    }
    Some(sections)
}

/// A program of these sections, with the header of the one that they were taken from.
pub(super) fn program<'content>(
    header_of: &[u8],
    sections: impl IntoIterator<Item = (u8, &'content [u8])>,
) -> Option<Vec<u8>> {
    let mut program = header_of.get(..HEADER_BYTES)?.to_vec();
    for (kind, content) in sections {
        program.push(kind);
        write_counted(&mut program, content);
    }
    Some(program)
}

/// As many bytes as the number before them says, and what stands behind them.
pub(super) fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (count, behind) = number(bytes)?;
    behind.split_at_checked(count)
}

pub(super) fn write_counted(bytes: &mut Vec<u8>, content: &[u8]) {
    write_number(bytes, content.len());
    bytes.extend(content);
}

/// A number, and what stands behind it.
pub(super) fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
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

pub(super) fn write_number(bytes: &mut Vec<u8>, mut value: usize) {
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

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for value in [0, 1, 127, 128, 300, 16_383, 16_384, 4_294_967_295] {
            let mut bytes = Vec::new();
            write_number(&mut bytes, value);
            bytes.push(7);
            assert_eq!(number(&bytes), Some((value, [7].as_slice())));
        }
        assert_eq!(number(&[0x80, 0x80]), None);
        assert_eq!(number(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None);
    }

    #[test]
    fn what_is_cut_is_no_program() {
        let whole = program(b"\0asm\x01\0\0\0", [(CUSTOM, [9; 200].as_slice()), (CODE, &[1, 2, 3])]).unwrap();
        assert_eq!(sections(&whole), Some(vec![(CUSTOM, [9; 200].as_slice()), (CODE, &[1, 2, 3])]));
        for bytes in 0..whole.len() {
            let sections = sections(&whole[..bytes]);
            assert!(sections.is_none_or(|sections| sections.len() < 2), "{bytes}");
        }
    }
}
