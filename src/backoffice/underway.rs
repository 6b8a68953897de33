//! Something that goes on by itself once it has begun, such as a transaction whose writes are all asked for.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

/// What was begun and not waited for.
pub(super) struct Underway<'a, T> {
    rest: Option<Pin<Box<dyn Future<Output = T> + 'a>>>,
    done: Option<T>,
}

impl<T> Default for Underway<'_, T> {
    fn default() -> Self {
        Self { rest: None, done: None }
    }
}

impl<'a, T> Underway<'a, T> {
    /// Begins something.
    pub(super) async fn begin(future: impl Future<Output = T> + 'a) -> Self {
        let mut rest: Pin<Box<dyn Future<Output = T> + 'a>> = Box::pin(future);
        let begun = poll_fn(|context| {
            Poll::Ready(match rest.as_mut().poll(context) {
                Poll::Ready(done) => Some(done),
                Poll::Pending => None,
            })
        })
        .await;
        match begun {
            Some(done) => Self { rest: None, done: Some(done) },
            None => Self { rest: Some(rest), done: None },
        }
    }

    /// Waits for its end; nothing where nothing was begun.
    pub(super) async fn end(self) -> Option<T> {
        match self.rest {
            Some(rest) => Some(rest.await),
            None => self.done,
        }
    }
}
