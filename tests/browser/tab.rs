//! A tab: the whole back office with its posts caught.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use shouwen::backoffice::{Assets, LIBRARY, Marker, Outbox, Service, Staff, tell_everything};
use shouwen::ledger::Visitor;
use shouwen::office::Lang;
use shouwen::protocol::{
    AcknowledgedView, Ask, Command, Done, Filter, OfficeView, Post, Query, Reception, Registration, Reply, Request,
    Seen, Shelf, StatusView, TicketsView, Trouble,
};
use web_sys::Blob;

/// The office that tests work with.
pub(crate) const OFFICE: &str = include_str!("../../public/office/example.json");

/// The files that come with the app, as far as tests need them.
fn asset(name: &str) -> Option<Vec<u8>> {
    let packs: [&[u8]; 2] = [
        include_bytes!("../../src/rules/packs/compact/C07.pack"),
        include_bytes!("../../src/rules/packs/compact/D01.pack"),
    ];
    (name == LIBRARY).then(|| packs.concat())
}

type Posts = Rc<RefCell<Vec<(Post, Option<Blob>)>>>;

/// One tab over one database.
pub(crate) struct Tab {
    service: Service<Staff>,
    posts: Posts,
    next_id: Cell<u32>,
}

impl Tab {
    /// Opens a tab, and waits until everything is read.
    pub(crate) async fn open(name: &str, marker: Marker) -> Self {
        let tab = Self::open_on_lists(name, marker).await;
        tab.service.complete().await;
        tab
    }

    /// Opens a tab as far as lists need it.
    pub(crate) async fn open_on_lists(name: &str, marker: Marker) -> Self {
        let posts = Posts::default();
        let outbox = Outbox::new(
            {
                let posts = Rc::clone(&posts);
                move |json: String, blob: Option<Blob>| {
                    let list: Vec<Post> = serde_json::from_str(&json).unwrap();
                    posts.borrow_mut().extend(list.into_iter().map(|post| (post, blob.clone())));
                }
            },
            tell_everything,
        );
        let service = Service::open(name, marker, Assets::Given(asset), outbox).await;
        Self { service, posts, next_id: Cell::new(1) }
    }

    /// Opens a tab with the example office loaded.
    pub(crate) async fn with_office(name: &str) -> Self {
        let tab = Self::open(name, Marker::default()).await;
        tab.act(Command::LoadOffice { json: OFFICE.to_owned() }).await.expect("the office loads");
        tab
    }

    /// Has something done.
    pub(crate) async fn act(&self, command: Command) -> Result<Done, Trouble> {
        self.act_with(command, None).await.map(|(done, _)| done)
    }

    /// Has something done with a file.
    pub(crate) async fn act_with(&self, command: Command, blob: Option<Blob>) -> Result<(Done, Option<Blob>), Trouble> {
        match self.ask(Ask::Do(command), blob).await? {
            (Reply::Done(done), blob) => Ok((done, blob)),
            (Reply::Seen(_), _) => panic!("a command is done"),
        }
    }

    /// Asks to see something.
    pub(crate) async fn see(&self, query: Query) -> Result<Seen, Trouble> {
        match self.ask(Ask::See(query), None).await? {
            (Reply::Seen(seen), _) => Ok(*seen),
            (Reply::Done(_), _) => panic!("a query is seen"),
        }
    }

    /// Registers a matter of the list at the kiosk.
    pub(crate) async fn register(&self, nonce: &str) -> Result<AcknowledgedView, Trouble> {
        match self.act(Command::Register(Box::new(registration(nonce)))).await? {
            Done::Acknowledged(view) => Ok(*view),
            other => panic!("a registration is acknowledged, not {other:?}"),
        }
    }

    /// What the frame shows.
    pub(crate) async fn status(&self) -> StatusView {
        match self.see(Query::Status).await {
            Ok(Seen::Status(status)) => status,
            other => panic!("there is a status, not {other:?}"),
        }
    }

    pub(crate) async fn office(&self) -> Option<OfficeView> {
        match self.see(Query::Office).await {
            Ok(Seen::Office(office)) => office,
            other => panic!("there is an office or none, not {other:?}"),
        }
    }

    /// Every ticket, newest first.
    pub(crate) async fn tickets(&self) -> TicketsView {
        let filter = Filter { shelf: Shelf::All, ..Filter::default() };
        match self.see(Query::Tickets { filter, offset: 0, limit: 10_000, whereabouts: None }).await {
            Ok(Seen::Tickets(tickets)) => tickets,
            other => panic!("there are tickets, not {other:?}"),
        }
    }

    /// Packs what has gathered.
    pub(crate) async fn pack(&self) -> Result<(), Trouble> {
        self.service.pack().await
    }

    /// The newest that it posted about its state.
    pub(crate) fn ready(&self) -> Result<(), Trouble> {
        let posts = self.posts.borrow();
        let newest = posts.iter().rev().find_map(|(post, _)| match post {
            Post::Ready(state) => Some(state.clone()),
            _ => None,
        });
        newest.expect("it posts whether it is ready")
    }

    /// The marker that its page would hold now.
    pub(crate) fn marker(&self) -> Option<Marker> {
        let posts = self.posts.borrow();
        posts.iter().rev().find_map(|(post, _)| match post {
            Post::Stored { at_ms, events } => Some(Marker { at_ms: *at_ms, events: *events }),
            _ => None,
        })
    }

    /// How many changes it posted.
    pub(crate) fn changes(&self) -> usize {
        self.posts.borrow().iter().filter(|(post, _)| matches!(post, Post::Changed { .. })).count()
    }

    /// How many of them were changes of the office, the settings or the systems.
    pub(crate) fn paper_changes(&self) -> usize {
        self.posts.borrow().iter().filter(|(post, _)| matches!(post, Post::Changed { papers: true })).count()
    }

    async fn ask(&self, ask: Ask, blob: Option<Blob>) -> Result<(Reply, Option<Blob>), Trouble> {
        let id = self.next_id.replace(self.next_id.get() + 1);
        self.service.answer(Request { id, lang: Lang::Hans, ask }, blob).await;
        let mut posts = self.posts.borrow_mut();
        let mine = |(post, _): &(Post, Option<Blob>)| matches!(post, Post::Reply { id: replied, .. } if *replied == id);
        assert_eq!(posts.iter().filter(|post| mine(post)).count(), 1, "one reply to each request");
        let place = posts.iter().position(mine).unwrap();
        match posts.remove(place) {
            (Post::Reply { reply, .. }, blob) => reply.map(|reply| (reply, blob)),
            _ => unreachable!("it is a reply"),
        }
    }
}

/// A matter of the office's list, brought to the kiosk.
pub(crate) fn registration(nonce: &str) -> Registration {
    Registration {
        nonce: nonce.to_owned(),
        matter: Some(first_matter()),
        subject: String::new(),
        kind: None,
        visitor: Visitor { name: "王芳".to_owned(), phone: "13800138000".to_owned(), anonymous: false },
        details: "想问一下办理的时间".to_owned(),
        reception: Reception::Kiosk,
    }
}

fn first_matter() -> shouwen::office::MatterId {
    let office = shouwen::office::Office::parse(OFFICE).expect("the example office is good");
    office.matters[0].id.clone()
}
