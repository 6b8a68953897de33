//! The visitors' back office practises as often as it should, and nothing of it is ever stored, counted or told.

use shouwen::backoffice::Marker;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::fresh_name;
use crate::kiosk::{Kiosk, count, number};
use crate::tab::Tab;

const REHEARSALS: usize = 1_200;

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
