//! What is acknowledged is stored; what could not be stored has not happened.

use std::collections::BTreeSet;
use std::rc::Rc;

use js_sys::{Array, Promise};
use shouwen::backoffice::Marker;
use shouwen::protocol::{Command, Done, Query, Seen, Trouble};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{Fault, delete, fresh_name, run, wait};
use crate::tab::Tab;

#[wasm_bindgen_test]
async fn an_acknowledged_registration_is_there_after_reopening() {
    let name = fresh_name("acknowledged");
    let tab = Tab::with_office(&name).await;
    let slip = tab.register("n1").await.unwrap();
    let marker = tab.marker().unwrap();
    assert!(marker.events > 0 && marker.at_ms > 0);

    let later = Tab::open(&name, marker).await;
    assert_eq!(later.ready(), Ok(()));
    let tickets = later.tickets().await;
    assert_eq!(tickets.rows.iter().map(|row| row.number.clone()).collect::<Vec<_>>(), [slip.number]);
    let status = later.status().await;
    assert_eq!((status.events, status.device), (marker.events, tab.status().await.device));
    let Ok(Seen::Storage(storage)) = tab.see(Query::Storage).await else { panic!("the browser says what it knows") };
    assert!(storage.quota_bytes.is_some());
}

#[wasm_bindgen_test]
async fn a_form_submitted_twice_is_registered_once() {
    let name = fresh_name("twice");
    let tab = Tab::with_office(&name).await;
    let first = tab.register("same").await.unwrap();
    let changes = tab.changes();
    assert_eq!(tab.register("same").await.unwrap().number, first.number);
    assert_eq!(Tab::open(&name, Marker::default()).await.register("same").await.unwrap().number, first.number);
    assert_eq!((tab.tickets().await.total, tab.changes()), (1, changes));
}

#[wasm_bindgen_test]
async fn a_full_disk_refuses_in_words_changes_nothing_and_the_retry_works() {
    let name = fresh_name("full");
    let tab = Tab::with_office(&name).await;
    let before = (tab.status().await.events, tab.changes(), tab.marker());
    let fault = Fault::disk_full();
    assert_eq!(tab.register("n1").await, Err(Trouble::DiskFull));
    drop(fault);
    assert_eq!((tab.status().await.events, tab.changes(), tab.marker()), before);
    assert_eq!(tab.tickets().await.total, 0);
    tab.register("n1").await.unwrap();
    assert_eq!(Tab::open(&name, Marker::default()).await.tickets().await.total, 1);
}

#[wasm_bindgen_test]
async fn two_tabs_that_register_at_once_lose_nothing_and_fork_nothing() {
    register_in_two_tabs().await;
}

#[wasm_bindgen_test]
async fn two_tabs_need_no_lock_to_lose_nothing_and_fork_nothing() {
    run("Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });");
    register_in_two_tabs().await;
    run("delete navigator.locks;");
    assert!(run("!!navigator.locks").is_truthy());
}

async fn register_in_two_tabs() {
    let name = fresh_name("two tabs");
    let left = Rc::new(Tab::with_office(&name).await);
    let right = Rc::new(Tab::open(&name, Marker::default()).await);
    let all = Array::new();
    for number in 0..30 {
        for (side, tab) in [("left", &left), ("right", &right)] {
            let (tab, nonce) = (Rc::clone(tab), format!("{side} {number}"));
            all.push(&future_to_promise(async move {
                tab.register(&nonce)
                    .await
                    .map(|slip| slip.number.into())
                    .map_err(|trouble| format!("{trouble:?}").into())
            }));
        }
    }
    let numbers: Array = JsFuture::from(Promise::all(&all)).await.unwrap().into();
    let numbers: BTreeSet<String> = numbers.iter().filter_map(|number: JsValue| number.as_string()).collect();
    assert_eq!(numbers.len(), 60);

    let fresh = Tab::open(&name, left.marker().unwrap()).await;
    for tab in [&fresh, &*left, &*right] {
        // Whoever has not heard of the last ones yet reads them before the next write.
        tab.act(Command::ChooseSystem { pack: "nothing".to_owned() }).await.unwrap_err();
        let status = tab.status().await;
        assert_eq!((status.tickets, status.chain_faults.len()), (60, 0));
    }
}

#[wasm_bindgen_test]
async fn another_tab_hears_of_what_was_stored() {
    let name = fresh_name("bell");
    let (left, right) = (Tab::with_office(&name).await, Tab::open(&name, Marker::default()).await);
    let papers = left.paper_changes();
    left.register("n1").await.unwrap();
    until(|| right.changes() > 0).await;
    assert_eq!(right.tickets().await.total, 1);
    assert_eq!((left.paper_changes(), right.paper_changes()), (papers, 0), "a ticket is none of the papers");
    left.act(Command::ChooseSystem { pack: "D01".to_owned() }).await.unwrap();
    until(|| right.paper_changes() > 0).await;
    assert_eq!(left.paper_changes(), papers + 1);
    left.act(Command::RemoveOffice).await.unwrap();
    until(|| right.paper_changes() > 1).await;
    assert_eq!(right.office().await, None);
}

async fn until(is_so: impl Fn() -> bool) {
    for _ in 0..200 {
        if is_so() {
            return;
        }
        wait("new Promise((resolve) => setTimeout(resolve, 5))").await;
    }
    panic!("it is not so, even after a while");
}

#[wasm_bindgen_test]
async fn a_system_chosen_in_another_tab_is_not_overwritten() {
    let name = fresh_name("settings");
    let (left, right) = (Tab::with_office(&name).await, Tab::open(&name, Marker::default()).await);
    left.act(Command::ChooseSystem { pack: "D01".to_owned() }).await.unwrap();
    right.register("n1").await.unwrap();
    assert_eq!(right.status().await.system.map(|system| system.pack).as_deref(), Some("D01"));
}

#[wasm_bindgen_test]
async fn a_vanished_database_is_announced_at_start_and_only_replaced_when_accepted() {
    let name = fresh_name("vanished");
    let marker = Marker { at_ms: 1_800_000_000_000, events: 12 };
    let vanished = Trouble::Vanished { last_seen_ms: marker.at_ms, events: 12 };
    let tab = Tab::open(&name, marker).await;
    assert_eq!(tab.ready(), Err(vanished.clone()));
    assert_eq!(tab.register("n1").await, Err(vanished.clone()));
    assert_eq!(Tab::open(&name, marker).await.ready(), Err(vanished));
    assert!(matches!(tab.act(Command::AcceptLoss).await, Ok(Done::Plain)));
    assert_eq!(tab.ready(), Ok(()));
    assert_eq!(tab.marker(), Some(Marker { at_ms: 0, events: 0 }));
    assert_eq!(tab.status().await.events, 0);
}

#[wasm_bindgen_test]
async fn a_database_that_lost_some_of_its_events_is_announced_too() {
    let name = fresh_name("less");
    let tab = Tab::with_office(&name).await;
    tab.register("n1").await.unwrap();
    let Marker { at_ms, events } = tab.marker().unwrap();
    let later = Tab::open(&name, Marker { at_ms, events: events + 1 }).await;
    assert_eq!(later.ready(), Err(Trouble::Vanished { last_seen_ms: at_ms, events: events + 1 }));
    later.act(Command::AcceptLoss).await.unwrap();
    assert_eq!(later.tickets().await.total, 1);
}

#[wasm_bindgen_test]
async fn a_database_deleted_under_the_app_is_written_again_from_memory_once_accepted() {
    let name = fresh_name("deleted");
    let tab = Tab::with_office(&name).await;
    let slip = tab.register("n1").await.unwrap();
    let (before, office) = (tab.status().await, tab.office().await);
    delete(&name).await;
    let vanished = tab.register("n2").await.unwrap_err();
    assert!(matches!(vanished, Trouble::Vanished { events, .. } if events == before.events), "{vanished:?}");
    assert_eq!(tab.ready(), Err(vanished));
    let (exported, file) = tab.act_with(Command::Export, None).await.unwrap();
    assert!(matches!(exported, Done::Exported { .. }) && file.is_some());

    tab.act(Command::AcceptLoss).await.unwrap();
    tab.register("n2").await.unwrap();
    let later = Tab::open(&name, tab.marker().unwrap()).await;
    let numbers: Vec<_> = later.tickets().await.rows.into_iter().map(|row| row.number).collect();
    assert_eq!((numbers.len(), numbers.contains(&slip.number)), (2, true));
    let status = later.status().await;
    assert_eq!((status.device, status.chain_faults.len()), (before.device, 0));
    assert_eq!(later.office().await, office);
}

#[wasm_bindgen_test]
async fn accepting_a_loss_that_has_not_happened_changes_nothing() {
    let name = fresh_name("no loss");
    let tab = Tab::with_office(&name).await;
    tab.register("n1").await.unwrap();
    tab.act(Command::AcceptLoss).await.unwrap();
    assert_eq!(tab.tickets().await.total, 1);
}
