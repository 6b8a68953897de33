//! Where the back office posts: to its page, or into a test's hands.

use std::rc::Rc;

use serde::Serialize;
use web_sys::Blob;

use super::Marker;
use crate::protocol::{Post, Trouble};

/// Takes what the back office has to say, as the JSON of [`Post`]s. Copies post to the same place.
#[derive(Clone)]
pub struct Outbox(Rc<dyn Fn(String, Option<Blob>)>);

impl Outbox {
    /// Posts by `post`.
    pub fn new(post: impl Fn(String, Option<Blob>) + 'static) -> Self {
        Self(Rc::new(post))
    }

    pub(super) fn reply<R: Serialize>(&self, id: u32, reply: Result<R, Trouble>, blob: Option<Blob>) {
        self.post(&Post::Reply { id, reply }, blob);
    }

    pub(super) fn ready(&self, state: Result<(), Trouble>) {
        self.notice(&Post::Ready(state));
    }

    /// Tells the browser's console what no screen is told.
    pub(super) fn mention(trouble: &Trouble) {
        let words = serde_json::to_string(trouble).unwrap_or_else(|error| error.to_string());
        web_sys::console::warn_1(&words.into());
    }

    pub(super) fn revision(&self, number: u64) {
        self.notice(&Post::Revision(number));
    }

    pub(super) fn stored(&self, marker: Marker) {
        self.notice(&Post::Stored { at_ms: marker.at_ms, events: marker.events });
    }

    pub(super) fn progress(&self, id: u32, done: u64, total: u64) {
        self.notice(&Post::Progress { id, done, total });
    }

    fn notice(&self, notice: &Post<()>) {
        self.post(notice, None);
    }

    fn post<R: Serialize>(&self, post: &Post<R>, blob: Option<Blob>) {
        match serde_json::to_string(post) {
            Ok(json) => (self.0)(json, blob),
            Err(error) => web_sys::console::error_1(&error.to_string().into()),
        }
    }
}
