//! Keeping what is seldom done out of the way of what is often done.

use std::pin::Pin;

/// Work that is seldom done, apart from the function that asks for it: a browser compiles a function that runs often a second time, as
/// a whole, and that takes the longer the more is in it. Besides, the compiler puts what is awaited into whoever awaits it, once for each:
/// what is awaited in several places is loaded once where it goes through here.
pub(super) fn seldom<'a, T>(work: impl Future<Output = T> + 'a) -> Pin<Box<dyn Future<Output = T> + 'a>> {
    Box::pin(work)
}
