//! Places and numbers are kept in four bytes.

/// A place in four bytes. There are never so many rows or texts that it would not fit; the last one stands for nothing.
pub(super) fn short(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
