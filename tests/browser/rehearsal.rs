//! The visitors' back office practises as often as it should, and nothing of it is ever stored, counted or told.

use std::cell::RefCell;
use std::rc::Rc;

use shouwen::backoffice::{Assets, Marker, Outbox, Service, Visitors, tell_visitors};
use shouwen::protocol::{Request, VisitorAsk};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::fresh_name;
use crate::tab::Tab;

const REHEARSALS: usize = 1_200;

fn pack(name: &str) -> Option<Vec<u8>> {
    let pack = include_bytes!("../../src/rules/packs/compact/C07.pack");
    (name == "packs/C07.pack").then(|| pack.to_vec())
}

/// A visitors' back office, and what it posts.
struct Kiosk {
    service: Service<Visitors>,
    posts: Rc<RefCell<Vec<String>>>,
}

impl Kiosk {
    async fn open(name: &str, marker: Marker) -> Self {
        let posts = Rc::new(RefCell::new(Vec::new()));
        let outbox = Outbox::new(
            {
                let posts = Rc::clone(&posts);
                move |json, _| posts.borrow_mut().push(json)
            },
            tell_visitors,
        );
        let service = Service::open(name, marker, Assets::Given(pack), outbox).await;
        let kiosk = Self { service, posts };
        assert_eq!(kiosk.heard(), [r#"[{"ready":{"Ok":null}}]"#]);
        kiosk
    }

    /// What was posted since this was last asked.
    fn heard(&self) -> Vec<String> {
        self.posts.take()
    }

    /// Has a matter registered, or practises it; what is posted then.
    async fn send(&self, command: &str, nonce: &str) -> Vec<String> {
        let request = format!(
            r#"{{"id":7,"lang":"zh-Hans","ask":{{"do":{{"{command}":{{"nonce":"{nonce}","matter":"ssc-reissue","subject":"",
            "kind":null,"visitor":{{"name":"周阿婆","phone":"13912345678","anonymous":false}},"details":"",
            "reception":"kiosk"}}}}}}}}"#
        );
        let request: Request<VisitorAsk> = serde_json::from_str(&request).unwrap();
        self.service.answer(request, None).await;
        self.heard()
    }
}

/// The number that a lone reply acknowledges.
fn number(posts: &[String]) -> Option<&str> {
    let [reply] = posts else { return None };
    let (_, number) = reply
        .strip_prefix(r#"[{"reply":{"id":7,"reply":{"Ok":{"done":{"acknowledged":"#)?
        .split_once(r#""number":""#)?;
    number.split('"').next()
}

/// Which of its day and device a number is.
fn count(number: &str) -> &str {
    &number.rsplit_once('-').unwrap().1[..4]
}

#[wasm_bindgen_test]
async fn practising_leaves_no_trace() {
    let name = fresh_name("rehearsal");
    let tab = Tab::with_office(&name).await;
    let first = tab.register("n0").await.unwrap().number;
    let before = tab.status().await;
    let kiosk = Kiosk::open(&name, tab.marker().unwrap()).await;

    for round in 0..REHEARSALS {
        let posts = kiosk.send("practise", &format!("n{round}")).await;
        let number =
            number(&posts).unwrap_or_else(|| panic!("practice {round} is acknowledged and no more: {posts:?}"));
        if round == 0 {
            assert_eq!(count(number), "0001", "the stage begins without any ticket");
            assert_ne!(number, first, "and as another device, in case anybody should see it");
        }
    }
    for _ in 0..2 {
        let posts = kiosk.send("practise", "n").await;
        let [refused] = posts.as_slice() else { panic!("one reply: {posts:?}") };
        assert!(refused.contains(r#""Err":{"not_found""#), "{refused}");
    }

    let after = tab.status().await;
    assert_eq!((after.tickets, after.events), (before.tickets, before.events));
    let again = Tab::open(&name, Marker::default()).await;
    let stored = again.status().await;
    assert_eq!((stored.tickets, stored.events), (before.tickets, before.events));
    // What was practised can still be registered, and is number two here; what was registered is known.
    let posts = kiosk.send("register", "n1").await;
    let reply = &posts[..1];
    let second = number(reply).unwrap_or_else(|| panic!("it is acknowledged: {posts:?}"));
    assert_eq!(count(second), "0002");
    assert_eq!(posts.len(), 2, "the page is told of the change: {posts:?}");
    assert_eq!(number(&kiosk.send("register", "n0").await[..1]), Some(first.as_str()));
}
