//! Functions that begin alike lie side by side, where the compressor sees it.
//!
//! The optimiser can sort functions by their names alone. So each is named after its first bytes: what it keeps, and what it does
//! first. Nobody reads those names; the optimiser leaves them out.

use super::inputs::hex;
use super::wasm::{CODE, CUSTOM, IMPORTS, counted, number, program, sections, write_counted, write_number};

/// So many bytes tell functions apart well enough: with half as many, or twice, a site is larger.
const TELLING_BYTES: usize = 32;
/// The section of names, and in it the names of functions.
const NAMES: &[u8] = b"name";
const FUNCTIONS: u8 = 1;

/// The same program, its functions named by how they begin; none where it is no program as the format has it.
pub(super) fn named_by_beginning(code: &[u8]) -> Option<Vec<u8>> {
    let mut kept = sections(code)?;
    kept.retain(|(kind, content)| *kind != CUSTOM || counted(content).is_none_or(|(name, _)| name != NAMES));
    let content_of = |wanted: u8| kept.iter().find(|(kind, _)| *kind == wanted).map(|(_, content)| *content);
    let imported = content_of(IMPORTS).map_or(Some(0), imported_functions)?;
    let bodies = content_of(CODE).map_or(Some(Vec::new()), bodies)?;
    let names = names(imported, &bodies);
    program(code, kept.into_iter().chain([(CUSTOM, names.as_slice())]))
}

/// How many functions an import section brings: their numbers come before those of the program's own.
fn imported_functions(section: &[u8]) -> Option<usize> {
    let (count, mut rest) = number(section)?;
    for _ in 0..count {
        let (_module, behind) = counted(rest)?;
        let (_name, behind) = counted(behind)?;
        let (kind, behind) = behind.split_first()?;
        // wasm-bindgen imports nothing else.
        let 0 = kind else { return None };
        (_, rest) = number(behind)?;
    }
    Some(count)
}

fn bodies(section: &[u8]) -> Option<Vec<&[u8]>> {
    let (count, mut rest) = number(section)?;
    let mut bodies = Vec::new();
    for _ in 0..count {
        let (body, behind) = counted(rest)?;
        bodies.push(body);
        rest = behind;
    }
    Some(bodies)
}

/// A section of names.
fn names(imported: usize, bodies: &[&[u8]]) -> Vec<u8> {
    let mut functions = Vec::new();
    write_number(&mut functions, bodies.len());
    for (index, body) in bodies.iter().enumerate() {
        let beginning = hex(body.get(..TELLING_BYTES).unwrap_or(body));
        write_number(&mut functions, imported + index);
        write_counted(&mut functions, format!("{beginning} {index}").as_bytes());
    }
    let mut section = Vec::new();
    write_counted(&mut section, NAMES);
    section.push(FUNCTIONS);
    write_counted(&mut section, &functions);
    section
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";
    /// Two functions of one type.
    const IMPORTED: &[u8] = b"\x02\x01m\x01a\x00\x00\x01m\x01b\x00\x00";
    const BODIES: &[u8] = b"\x02\x02\x00\x0b\x04\x00\x41\x01\x0b";

    #[test]
    fn a_function_is_named_after_its_first_bytes() {
        let plain = program(HEADER, [(IMPORTS, IMPORTED), (CODE, BODIES)]).unwrap();
        let names = b"\x04name\x01\x15\x02\x02\x06000b 0\x03\x0a0041010b 1";
        let named = named_by_beginning(&plain).unwrap();
        assert_eq!(sections(&named).unwrap()[..2], sections(&plain).unwrap());
        assert_eq!(sections(&named).unwrap()[2], (CUSTOM, names.as_slice()));
        // Other names give way.
        assert_eq!(named_by_beginning(&named), Some(named));
    }

    #[test]
    fn what_is_no_program_is_left_alone() {
        assert_eq!(named_by_beginning(b"\0asm"), None);
        assert_eq!(named_by_beginning(&program(HEADER, [(CODE, [9].as_slice())]).unwrap()), None);
        // A table is imported: a number might be off.
        let table = program(HEADER, [(IMPORTS, b"\x01\x01m\x01t\x01\x70\x00\x01".as_slice())]).unwrap();
        assert_eq!(named_by_beginning(&table), None);
    }
}
