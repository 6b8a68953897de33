//! Where the back office posts: to its page, or into a test's hands.

use std::rc::Rc;

use web_sys::Blob;

use super::Marker;
use crate::protocol::{Post, Trouble};

/// Takes what the back office has to say. Copies post to the same place.
#[derive(Clone)]
pub struct Outbox(Rc<dyn Fn(Post, Option<Blob>)>);

impl Outbox {
    /// Posts by `post`.
    pub fn new(post: impl Fn(Post, Option<Blob>) + 'static) -> Self {
        Self(Rc::new(post))
    }

    /// Posts a message with a file beside it.
    pub fn post(&self, post: Post, blob: Option<Blob>) {
        (self.0)(post, blob);
    }

    pub(super) fn ready(&self, state: Result<(), Trouble>) {
        self.post(Post::Ready(state), None);
    }

    /// Tells the browser's console what no screen is told.
    pub(super) fn mention(trouble: &Trouble) {
        let words = serde_json::to_string(trouble).unwrap_or_else(|error| error.to_string());
        web_sys::console::warn_1(&words.into());
    }

    pub(super) fn revision(&self, number: u64) {
        self.post(Post::Revision(number), None);
    }

    pub(super) fn stored(&self, marker: Marker) {
        self.post(Post::Stored { at_ms: marker.at_ms, events: marker.events }, None);
    }

    pub(super) fn progress(&self, id: u32, done: u64, total: u64) {
        self.post(Post::Progress { id, done, total }, None);
    }
}
