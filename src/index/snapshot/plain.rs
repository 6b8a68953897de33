//! What columns are made of, as bytes: the smallest byte first.

use crate::index::Phone;
use crate::ledger::{EventId, TicketId};

/// A value of a fixed size.
pub(super) trait Plain: Copy {
    /// Its size in bytes.
    const BYTES: usize;

    /// Adds values as bytes.
    fn write(values: &[Self], bytes: &mut Vec<u8>);

    /// Adds the values that the bytes are; what is left over at the end is left out.
    fn read(bytes: &[u8], values: &mut Vec<Self>);
}

macro_rules! plain {
    ($($kind:ty: $bits:ty, $to:expr, $from:expr;)+) => {$(
        impl Plain for $kind {
            const BYTES: usize = size_of::<$bits>();

            fn write(values: &[Self], bytes: &mut Vec<u8>) {
                bytes.extend(values.iter().flat_map(|value| <$bits>::to_le_bytes($to(*value))));
            }

            fn read(bytes: &[u8], values: &mut Vec<Self>) {
                let (all, _) = bytes.as_chunks();
                values.extend(all.iter().map(|one| $from(<$bits>::from_le_bytes(*one))));
            }
        }
    )+};
}

plain! {
    u8: u8, u8::from, u8::from;
    u16: u16, u16::from, u16::from;
    u32: u32, u32::from, u32::from;
    i64: i64, i64::from, i64::from;
    Phone: u64, Phone::to_bits, Phone::from_bits;
    TicketId: u128, of_id, to_id;
}

const fn of_id(id: TicketId) -> u128 {
    u128::from_le_bytes(id.0)
}

const fn to_id(bits: u128) -> TicketId {
    EventId(bits.to_le_bytes())
}
