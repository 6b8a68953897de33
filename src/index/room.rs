//! Growing without waste: a vector's usual doubling would hold twice what a hundred thousand rows need.

/// A vector that is full grows by one part of this many.
const GROWTH: usize = 8;

/// Makes room for `more`: an eighth more than there is at least, so that growing stays cheap.
pub(super) fn make_room<T>(vector: &mut Vec<T>, more: usize) {
    if vector.capacity() - vector.len() < more {
        vector.reserve_exact(more.max(vector.len() / GROWTH));
    }
}

/// Puts `value` at the end.
pub(super) fn push<T>(vector: &mut Vec<T>, value: T) {
    make_room(vector, 1);
    vector.push(value);
}

/// Bytes that a vector holds.
pub(super) fn held_bytes<T>(vector: &Vec<T>) -> usize {
    vector.capacity() * size_of::<T>()
}
