//! Where the back office posts: to its page, or into a test's hands.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize;
use web_sys::Blob;

use super::Marker;
use crate::protocol::{Post, Trouble};

/// Takes what the back office has to say, as the JSON of a list of [`Post`]s. Copies post to the same place.
#[derive(Clone)]
pub struct Outbox {
    send: Rc<dyn Fn(String, Option<Blob>)>,
    /// What goes with the next message: each message costs the page a turn.
    held: Rc<RefCell<Vec<String>>>,
}

impl Outbox {
    /// Posts by `post`.
    pub fn new(post: impl Fn(String, Option<Blob>) + 'static) -> Self {
        Self { send: Rc::new(post), held: Rc::default() }
    }

    /// Replies to a request.
    pub(crate) fn reply<R: Serialize>(&self, id: u32, reply: Result<R, Trouble>, blob: Option<Blob>) {
        self.post(&Post::Reply { id, reply }, blob);
    }

    /// Tells whether whoever runs here is ready.
    pub(crate) fn ready(&self, state: Result<(), Trouble>) {
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

    /// Goes with the next message; whoever stores something has something to say right after.
    pub(super) fn stored(&self, marker: Marker) {
        self.hold::<()>(&Post::Stored { at_ms: marker.at_ms, events: marker.events });
    }

    pub(super) fn progress(&self, id: u32, done: u64, total: u64) {
        self.notice(&Post::Progress { id, done, total });
    }

    fn notice(&self, notice: &Post<()>) {
        self.post(notice, None);
    }

    fn post<R: Serialize>(&self, post: &Post<R>, blob: Option<Blob>) {
        self.hold(post);
        let posts = self.held.take().join(",");
        (self.send)(format!("[{posts}]"), blob);
    }

    fn hold<R: Serialize>(&self, post: &Post<R>) {
        match serde_json::to_string(post) {
            Ok(json) => self.held.borrow_mut().push(json),
            Err(error) => web_sys::console::error_1(&error.to_string().into()),
        }
    }
}
