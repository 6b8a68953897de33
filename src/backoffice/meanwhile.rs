//! Thinking while the disk works.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// Starts `work`, does `aside` while the browser carries it out, and waits for its end.
pub(super) async fn meanwhile<F: Future, T>(work: F, aside: impl FnOnce() -> T) -> (F::Output, T) {
    let mut work = pin!(work);
    let started = poll_fn(|context| Poll::Ready(work.as_mut().poll(context))).await;
    let aside = aside();
    match started {
        Poll::Ready(done) => (done, aside),
        Poll::Pending => (work.await, aside),
    }
}
