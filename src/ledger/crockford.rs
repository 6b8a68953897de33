//! Crockford's base 32: digits and capitals without I, L, O and U, so that what is read aloud is typed right.

/// The symbols in the order of their values.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Returns the symbol of the low five bits of `value`.
pub(super) fn symbol(value: u8) -> u8 {
    SYMBOLS.get(usize::from(value & 31)).copied().unwrap_or(b'0')
}

/// Returns the value of a symbol as it is written by this program.
pub(super) fn value(symbol: u8) -> Option<u8> {
    SYMBOLS.iter().position(|known| *known == symbol).and_then(|place| u8::try_from(place).ok())
}

/// Returns the symbol that a person meant: lower case counts as capitals, O as 0, I and L as 1.
pub(super) fn meant(typed: u8) -> u8 {
    match typed.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    }
}
