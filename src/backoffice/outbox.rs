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

    /// Replies to a request, ahead of whatever is held: somebody waits for it.
    pub(crate) fn reply<R: Serialize>(&self, id: u32, reply: Result<R, Trouble>, blob: Option<Blob>) {
        if let Some(json) = written(&Post::Reply { id, reply }) {
            (self.send)(format!("[{json}]"), blob);
        }
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

    /// Goes with the next notice; whoever stores something tells of the change right after the reply.
    pub(super) fn stored(&self, marker: Marker) {
        let stored = Post::<()>::Stored { at_ms: marker.at_ms, events: marker.events };
        self.held.borrow_mut().extend(written(&stored));
    }

    pub(super) fn progress(&self, id: u32, done: u64, total: u64) {
        self.notice(&Post::Progress { id, done, total });
    }

    fn notice(&self, notice: &Post<()>) {
        let mut posts = self.held.take();
        posts.extend(written(notice));
        (self.send)(format!("[{}]", posts.join(",")), None);
    }
}

fn written<R: Serialize>(post: &Post<R>) -> Option<String> {
    let json = serde_json::to_string(post);
    json.inspect_err(|error| web_sys::console::error_1(&error.to_string().into())).ok()
}
