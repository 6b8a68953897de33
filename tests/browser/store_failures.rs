//! What happens when the browser or another page does not play along.

use std::cell::Cell;
use std::rc::Rc;

use shouwen::backoffice::{Marker, StoreError};
use shouwen::protocol::Trouble;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{Fault, append, delete, fresh_name, open, open_with, wait};

#[wasm_bindgen_test]
async fn a_failed_write_changes_nothing_and_the_next_attempt_works() {
    type Case = (fn() -> Fault, fn(&Trouble) -> bool);
    let cases: [Case; 3] = [
        (Fault::disk_full, |trouble| *trouble == Trouble::DiskFull),
        (Fault::record_refused, |trouble| *trouble == Trouble::DiskFull),
        (Fault::disk_broken, |trouble| matches!(trouble, Trouble::NotStored(words) if words.contains("injected"))),
    ];
    for (inject, expected) in cases {
        let name = fresh_name("failure");
        let store = open(&name).await;
        append(&store, &["before"]).await.unwrap();
        let fault = inject();
        let trouble: Trouble = append(&store, &["during 1", "during 2"]).await.unwrap_err().into();
        drop(fault);
        assert!(expected(&trouble), "{trouble:?}");
        assert_eq!(store.commits(), 1);
        assert_eq!(open(&name).await.read().await.unwrap().lines, ["before"]);
        append(&store, &["after"]).await.unwrap();
        assert_eq!(open(&name).await.read().await.unwrap().lines, ["before", "after"]);
    }
}

#[wasm_bindgen_test]
async fn a_database_of_a_newer_app_is_left_alone() {
    let name = fresh_name("newer");
    open(&name).await.close();
    wait(&format!(
        "new Promise((resolve, reject) => {{
            const request = indexedDB.open('{name}', 7);
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {{ request.result.close(); resolve(); }};
        }})"
    ))
    .await;
    assert_eq!(open_with(&name, Marker::default()).await.err(), Some(StoreError::TooNew { found: 7 }));
    let trouble: Trouble = StoreError::TooNew { found: 7 }.into();
    assert_eq!(trouble, Trouble::TooNew { found: 7, known: 2 });
}

#[wasm_bindgen_test]
async fn a_database_deleted_under_the_app_is_noticed_and_not_made_anew() {
    let name = fresh_name("deleted");
    let store = Rc::new(open(&name).await);
    append(&store, &["one"]).await.unwrap();
    let lost = Rc::new(Cell::new(0));
    store
        .watch({
            let lost = Rc::clone(&lost);
            move || lost.set(lost.get() + 1)
        })
        .unwrap();
    delete(&name).await;
    assert_eq!(lost.get(), 1);
    assert!(matches!(append(&store, &["two"]).await, Err(StoreError::Failed(_))));
    let marker = Marker { at_ms: 3, events: 1 };
    assert_eq!(store.reopen(marker).await, Err(StoreError::Vanished(marker)));
}

#[wasm_bindgen_test]
async fn a_connection_that_was_only_closed_is_opened_again() {
    let name = fresh_name("closed");
    let store = open(&name).await;
    append(&store, &["one"]).await.unwrap();
    store.close();
    store.reopen(Marker { at_ms: 3, events: 1 }).await.unwrap();
    append(&store, &["two"]).await.unwrap();
    assert_eq!(open(&name).await.read().await.unwrap().lines, ["one", "two"]);
}

#[wasm_bindgen_test]
async fn an_emptied_database_is_noticed_when_it_is_opened_again() {
    let name = fresh_name("emptied");
    let store = open(&name).await;
    append(&store, &["one"]).await.unwrap();
    store.close();
    wait(&format!(
        "new Promise((resolve, reject) => {{
            const request = indexedDB.open('{name}');
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {{
                const transaction = request.result.transaction('events', 'readwrite');
                transaction.objectStore('events').clear();
                transaction.oncomplete = () => {{ request.result.close(); resolve(); }};
            }};
        }})"
    ))
    .await;
    let marker = Marker { at_ms: 3, events: 1 };
    assert_eq!(store.reopen(marker).await, Err(StoreError::Vanished(marker)));
}
