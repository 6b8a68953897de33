//! Where the back office posts: to its page, or into a test's hands.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize;
use web_sys::Blob;

use super::Marker;
use crate::protocol::{Post, Told, Trouble};

/// Writes the JSON of why something could not be done; each wing tells the reasons apart as far as its screens do.
pub type Tell = fn(&Trouble) -> String;

/// Writes every reason.
pub fn tell_everything(trouble: &Trouble) -> String {
    json(trouble)
}

/// Writes what visitors are told.
pub fn tell_visitors(trouble: &Trouble) -> String {
    json(&Told::from(trouble))
}

/// Takes what the back office has to say, as the JSON of a list of [`Post`]s. Copies post to the same place.
#[derive(Clone)]
pub struct Outbox {
    send: Rc<dyn Fn(String, Option<Blob>)>,
    tell: Tell,
    /// What goes with the next message: each message costs the page a turn.
    held: Rc<RefCell<Vec<String>>>,
}

impl Outbox {
    /// Posts by `post`, and says why something could not be done by `tell`.
    pub fn new(post: impl Fn(String, Option<Blob>) + 'static, tell: Tell) -> Self {
        Self { send: Rc::new(post), tell, held: Rc::default() }
    }

    /// Replies to a request, ahead of whatever is held: somebody waits for it.
    pub(crate) fn reply<R: Serialize>(&self, id: u32, reply: Result<R, Trouble>, blob: Option<Blob>) {
        let json = match reply {
            Ok(reply) => written(&Post::Reply { id, reply: Ok::<R, ()>(reply) }),
            Err(trouble) => Some(format!(r#"{{"reply":{{"id":{id},"reply":{{"Err":{}}}}}}}"#, (self.tell)(&trouble))),
        };
        if let Some(json) = json {
            (self.send)(["[", json.as_str(), "]"].concat(), blob);
        }
    }

    /// Tells whether whoever runs here is ready.
    pub(crate) fn ready(&self, state: Result<(), Trouble>) {
        let json = match state {
            Ok(()) => written(&Notice::Ready(Ok(()))),
            Err(trouble) => Some(format!(r#"{{"ready":{{"Err":{}}}}}"#, (self.tell)(&trouble))),
        };
        self.notice(json);
    }

    /// Tells the browser's console what no screen is told.
    pub(super) fn mention(&self, trouble: &Trouble) {
        web_sys::console::warn_1(&(self.tell)(trouble).into());
    }

    pub(super) fn changed(&self, papers: bool) {
        self.notice(written(&Notice::Changed { papers }));
    }

    /// Goes with the next notice; whoever stores something tells of the change right after the reply.
    pub(super) fn stored(&self, marker: Marker) {
        let stored = Notice::Stored { at_ms: marker.at_ms, events: marker.events };
        self.held.borrow_mut().extend(written(&stored));
    }

    pub(super) fn progress(&self, id: u32, done: u64, total: u64) {
        self.notice(written(&Notice::Progress { id, done, total }));
    }

    fn notice(&self, json: Option<String>) {
        let mut posts = self.held.take();
        posts.extend(json);
        (self.send)(["[", posts.join(",").as_str(), "]"].concat(), None);
    }
}

/// What is posted unasked.
type Notice = Post<(), ()>;

fn written<R: Serialize>(post: &Post<R, ()>) -> Option<String> {
    let json = serde_json::to_string(post);
    json.inspect_err(|error| web_sys::console::error_1(&error.to_string().into())).ok()
}

fn json<T: Serialize>(value: &T) -> String {
    // Writing into memory does not fail.
    serde_json::to_string(value).unwrap_or_default()
}
