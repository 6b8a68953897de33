//! The worker, and the replies that are still to come.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo_events::EventListener;
use leptos::prelude::document;
use serde::Deserialize;
use serde_json::value::RawValue;
use tokio::sync::oneshot;
use wasm_bindgen::JsCast;
use web_sys::{Blob, ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::{Dialect, marker};
use crate::backoffice::{Marker, Parcel};
use crate::json;
use crate::office::Lang;
use crate::protocol::Trouble;

/// A reply and the file that came with it.
pub(super) type Answered = Result<(Replied, Option<Blob>), Trouble>;

/// A good reply, still JSON: whoever asked knows which kind it is.
pub(super) enum Replied {
    /// To a command: the JSON of a [`Done`](crate::protocol::Done).
    Done(String),
    /// To a query: the JSON of a [`Seen`](crate::protocol::Seen).
    Seen(String),
}

/// What the worker posts, replies and markers aside.
pub(super) enum Heard {
    /// The back office is open, could not open, or stopped working.
    Ready(Result<(), Trouble>),
    /// Something changed, here or in another tab.
    Changed {
        /// Whether the office, the settings or the systems of its own are among it.
        papers: bool,
    },
    /// How far a long piece of work has come.
    Progress {
        /// Steps done.
        done: u64,
        /// Steps in all, 0 when not known.
        total: u64,
    },
}

/// [`Post`](crate::protocol::Post) as it is read here.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Posted<'json> {
    #[serde(borrow)]
    Ready(Result<(), &'json RawValue>),
    Reply {
        id: u32,
        #[serde(borrow)]
        reply: Result<PostedReply<'json>, &'json RawValue>,
    },
    Changed {
        papers: bool,
    },
    Stored {
        at_ms: i64,
        events: u64,
    },
    Progress {
        done: u64,
        total: u64,
    },
}

/// [`Reply`](crate::protocol::Reply) as it is read here.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum PostedReply<'json> {
    #[serde(borrow)]
    Done(&'json RawValue),
    #[serde(borrow)]
    Seen(&'json RawValue),
}

/// One worker and what is under way with it.
pub(super) struct Line {
    worker: Worker,
    dialect: Dialect,
    next_id: Cell<u32>,
    waiting: RefCell<BTreeMap<u32, oneshot::Sender<Answered>>>,
    /// Requests made before the worker was open; `None` once it is.
    early: RefCell<Option<Vec<Parcel>>>,
    dead: RefCell<Option<Trouble>>,
    listeners: RefCell<Vec<EventListener>>,
}

impl Line {
    /// Starts the worker by `script`; `hear` is told of everything that it posts except replies.
    pub(super) fn open(script: &str, dialect: Dialect, hear: impl Fn(Heard) + 'static) -> Result<Rc<Self>, Trouble> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(&marker::read().to_string());
        let url = files() + script;
        let worker = Worker::new_with_options(&url, &options).map_err(|error| broken(&error))?;
        // This program, compiled: a worker that is the same program needs neither fetch nor compile it again.
        worker.post_message(&wasm_bindgen::module()).map_err(|error| broken(&error))?;
        let line = Rc::new(Self {
            worker: worker.clone(),
            dialect,
            next_id: Cell::new(1),
            waiting: RefCell::default(),
            early: RefCell::new(Some(Vec::new())),
            dead: RefCell::default(),
            listeners: RefCell::default(),
        });
        let hear = Rc::new(hear);
        let message = EventListener::new(&worker, "message", {
            let (line, hear) = (Rc::downgrade(&line), Rc::clone(&hear));
            move |event| {
                let (Some(line), Some(event)) = (line.upgrade(), event.dyn_ref::<MessageEvent>()) else { return };
                match line.receive(event) {
                    Ok(posts) => posts.into_iter().for_each(&*hear),
                    Err(trouble) => hear(line.die(trouble)),
                }
            }
        });
        let error = EventListener::new(&worker, "error", {
            let (line, hear) = (Rc::downgrade(&line), hear);
            move |event| {
                let words = event.dyn_ref::<ErrorEvent>().map_or_else(String::new, ErrorEvent::message);
                let words = if words.is_empty() { format!("{url} could not be started") } else { words };
                if let Some(line) = line.upgrade() {
                    hear(line.die(Trouble::Broken(words)));
                }
            }
        });
        line.listeners.borrow_mut().extend([message, error]);
        Ok(line)
    }

    /// Sends what is asked, the JSON of an [`Ask`](crate::protocol::Ask), as a [`Request`](crate::protocol::Request); the
    /// reply comes by the receiver.
    pub(super) fn send(
        &self,
        lang: Lang,
        ask: &str,
        blob: Option<Blob>,
    ) -> Result<oneshot::Receiver<Answered>, Trouble> {
        if let Some(trouble) = self.dead.borrow().clone() {
            return Err(trouble);
        }
        let id = self.next_id.get();
        self.next_id.set(id.wrapping_add(1));
        let json = [r#"{"id":"#, &id.to_string(), r#","lang":""#, lang.tag(), r#"","ask":"#, ask, "}"].concat();
        let (answer, answered) = oneshot::channel();
        self.waiting.borrow_mut().insert(id, answer);
        let parcel = Parcel { json, blob };
        match self.early.borrow_mut().as_mut() {
            Some(early) => early.push(parcel),
            None => self.post(&parcel)?,
        }
        Ok(answered)
    }

    fn post(&self, parcel: &Parcel) -> Result<(), Trouble> {
        self.worker.post_message(&parcel.pack()).map_err(|error| broken(&error))
    }

    /// Hands replies to those who wait; gives back everything else.
    fn receive(&self, event: &MessageEvent) -> Result<Vec<Heard>, Trouble> {
        let Some(parcel) = Parcel::unpack(&event.data()) else { return Ok(Vec::new()) };
        let posts: Vec<Posted<'_>> = json::read(&parcel.json).map_err(|error| Trouble::Broken(error.to_string()))?;
        let heard = posts.into_iter().map(|post| self.receive_one(post, parcel.blob.as_ref()));
        heard.filter_map(Result::transpose).collect()
    }

    fn receive_one(&self, post: Posted<'_>, blob: Option<&Blob>) -> Result<Option<Heard>, Trouble> {
        match post {
            Posted::Reply { id, reply } => {
                let replied = match reply {
                    Ok(PostedReply::Done(done)) => Ok(Replied::Done(done.get().to_owned())),
                    Ok(PostedReply::Seen(seen)) => Ok(Replied::Seen(seen.get().to_owned())),
                    Err(trouble) => Err((self.dialect.read_trouble)(trouble.get())),
                };
                let answer = self.waiting.borrow_mut().remove(&id);
                if let Some(answer) = answer {
                    // Whoever asked may be gone from the screen by now; then nobody needs the reply.
                    drop(answer.send(replied.map(|reply| (reply, blob.cloned()))));
                }
                Ok(None)
            }
            Posted::Ready(state) => {
                let state = state.map_err(|trouble| (self.dialect.read_trouble)(trouble.get()));
                if let Err(trouble @ Trouble::Broken(_)) = state {
                    return Err(trouble);
                }
                for parcel in self.early.take().unwrap_or_default() {
                    self.post(&parcel)?;
                }
                Ok(Some(Heard::Ready(state)))
            }
            Posted::Stored { at_ms, events } => {
                marker::write(Marker { at_ms, events });
                Ok(None)
            }
            Posted::Changed { papers } => Ok(Some(Heard::Changed { papers })),
            Posted::Progress { done, total } => Ok(Some(Heard::Progress { done, total })),
        }
    }

    /// Ends the worker and answers everyone who waits.
    fn die(&self, trouble: Trouble) -> Heard {
        self.worker.terminate();
        self.dead.replace(Some(trouble.clone()));
        for (_, answer) in std::mem::take(&mut *self.waiting.borrow_mut()) {
            drop(answer.send(Err(trouble.clone())));
        }
        Heard::Ready(Err(trouble))
    }
}

/// The folder of this version's files, with a slash at its end: start.js writes it on the root element.
fn files() -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-files")).unwrap_or_else(|| "./".to_owned())
}

fn broken(error: &wasm_bindgen::JsValue) -> Trouble {
    Trouble::Broken(crate::backoffice::words(error))
}
