//! The visitors' back office practises, and nothing of it is ever stored, shown or counted.

use std::cell::RefCell;
use std::rc::Rc;

use shouwen::backoffice::{Assets, Marker, Outbox, Service, Visitors, Wing, tell_visitors};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{fresh_name, wait};
use crate::tab::Tab;

fn pack(name: &str) -> Option<Vec<u8>> {
    let pack = include_bytes!("../../src/rules/packs/compact/C07.pack");
    (name == "packs/C07.pack").then(|| pack.to_vec())
}

#[wasm_bindgen_test]
async fn practising_leaves_no_trace() {
    let name = fresh_name("rehearsal");
    let tab = Tab::with_office(&name).await;
    let first = tab.register("n0").await.unwrap();
    let before = tab.status().await;
    let posts = Rc::new(RefCell::new(Vec::new()));
    let outbox = Outbox::new(
        {
            let posts = Rc::clone(&posts);
            move |json, _| posts.borrow_mut().push(json)
        },
        tell_visitors,
    );
    wait("Promise.resolve(console.warn = (text) => { globalThis.warned = text; })").await;
    let service = Service::<Visitors>::open(&name, tab.marker().unwrap(), Assets::Given(pack), outbox).await;
    Visitors::settle(&service).await;
    wait("globalThis.warned ? Promise.reject(globalThis.warned) : Promise.resolve()").await;
    assert_eq!(*posts.borrow(), [r#"[{"ready":{"Ok":null}}]"#]);
    let again = Tab::open(&name, Marker::default()).await;
    let status = again.status().await;
    assert_eq!((status.tickets, status.events), (before.tickets, before.events));
    assert_eq!(again.register("n0").await.unwrap().number, first.number);
    let second = again.register("n1").await.unwrap().number;
    assert_eq!(second.rsplit_once('-').unwrap().1[..4], *"0002");
}
