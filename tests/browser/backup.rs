//! A device is backed up, emptied and restored, in the browser's real storage.

use shouwen::backoffice::Marker;
use shouwen::protocol::{Command, DeviceRefusal, DeviceView, Done, ImportView, Query, Seen, Trouble};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

use crate::browser::{Fault, fresh_name, segments, wait};
use crate::tab::Tab;

async fn device(tab: &Tab) -> DeviceView {
    match tab.see(Query::Device).await {
        Ok(Seen::Device(view)) => view,
        other => panic!("there is a device, not {other:?}"),
    }
}

async fn back_up(tab: &Tab) -> Blob {
    let (done, file) = tab.act_with(Command::BackUp, None).await.unwrap();
    assert!(matches!(done, Done::Exported { name, .. } if name.contains("backup")));
    file.unwrap()
}

async fn preview(tab: &Tab, file: Blob) -> Result<ImportView, Trouble> {
    match tab.act_with(Command::PreviewRestore, Some(file)).await? {
        (Done::Preview(view), _) => Ok(*view),
        other => panic!("a preview is shown, not {other:?}"),
    }
}

async fn empty(tab: &Tab, typed: &str) -> Result<Done, Trouble> {
    let events = device(tab).await.events;
    tab.act(Command::EmptyDevice { typed: typed.to_owned(), events }).await
}

async fn numbers(tab: &Tab) -> Vec<String> {
    tab.tickets().await.rows.into_iter().map(|row| row.number).collect()
}

#[wasm_bindgen_test]
async fn a_backup_of_here_and_packed_tickets_is_restored_on_a_fresh_device() {
    let old = Tab::with_office(&fresh_name("old")).await;
    for number in 0..3 {
        old.register(&format!("n{number}")).await.unwrap();
    }
    old.pack().await.unwrap();
    old.register("n4").await.unwrap();
    let never = old.status().await.fresh;
    let file = back_up(&old).await;
    assert_eq!(old.status().await.fresh, 0, "it counts as an export");

    let name = fresh_name("new");
    let new = Tab::open(&name, Marker::default()).await;
    let view = preview(&new, file.clone()).await.unwrap();
    assert_eq!((view.tickets, view.restores.map(|kept| kept.fresh)), (4, Some(never)));
    assert_eq!(new.status().await.events, 0, "a preview changes nothing");
    new.act(Command::ConfirmImport { token: view.token, adopt_office: false }).await.unwrap();
    for tab in [&new, &Tab::open(&name, new.marker().unwrap()).await] {
        assert_eq!(numbers(tab).await, numbers(&old).await);
        let status = tab.status().await;
        assert_eq!((status.events, status.fresh), (old.status().await.events, never));
        assert_eq!(tab.office().await, old.office().await);
        assert_ne!(status.device, old.status().await.device);
        assert_eq!(device(tab).await.restored.map(|restored| restored.device), Some(old.status().await.device));
    }
    let refused = preview(&new, file).await;
    assert!(matches!(refused, Err(Trouble::DeviceRefused(DeviceRefusal::NotEmpty { .. }))), "{refused:?}");
    assert_eq!(segments(&name).await, Some(1.0), "nothing is left of a refused file");
}

#[wasm_bindgen_test]
async fn a_restore_is_whole_or_can_be_done_again() {
    let old = Tab::with_office(&fresh_name("old")).await;
    old.register("n1").await.unwrap();
    let file = back_up(&old).await;
    let name = fresh_name("new");
    let new = Tab::open(&name, Marker::default()).await;
    let view = preview(&new, file).await.unwrap();
    let confirm = || new.act(Command::ConfirmImport { token: view.token, adopt_office: false });
    let fault = Fault::disk_full_after(1);
    assert_eq!(confirm().await.err(), Some(Trouble::DiskFull));
    drop(fault);
    let status = new.status().await;
    assert_eq!((status.events, status.fresh), (0, 0), "what is not here is not counted");
    confirm().await.unwrap();
    assert_eq!(numbers(&new).await, numbers(&old).await);
}

#[wasm_bindgen_test]
async fn a_wrong_or_missing_word_takes_nothing_off() {
    let name = fresh_name("wrong");
    let tab = Tab::with_office(&name).await;
    tab.register("n1").await.unwrap();
    tab.pack().await.unwrap();
    let (before, seen) = (dump(&name).await, device(&tab).await);
    for typed in ["", "yes", "00000000", &seen.device[..7]] {
        let refused = empty(&tab, typed).await;
        assert_eq!(
            refused.err(),
            Some(Trouble::DeviceRefused(DeviceRefusal::NotTyped { device: seen.device.clone() }))
        );
    }
    let told_less = Command::EmptyDevice { typed: seen.device.clone(), events: seen.events - 1 };
    let changed = Trouble::DeviceRefused(DeviceRefusal::Changed { events: seen.events });
    assert_eq!(tab.act(told_less).await.err(), Some(changed));
    let fault = Fault::disk_broken();
    assert!(matches!(empty(&tab, &seen.device).await, Err(Trouble::NotStored(_))));
    drop(fault);
    assert_eq!(dump(&name).await, before, "not a record was touched");
    assert_eq!(tab.marker().map(|marker| marker.events), Some(seen.events), "and the marker says so");
    tab.register("n2").await.unwrap();
    assert_eq!(tab.status().await.tickets, 2);
}

#[wasm_bindgen_test]
async fn an_emptied_device_is_a_new_one_and_no_alarm() {
    let name = fresh_name("emptied");
    let tab = Tab::with_office(&name).await;
    tab.register("n1").await.unwrap();
    tab.pack().await.unwrap();
    tab.register("n2").await.unwrap();
    let old = device(&tab).await.device;
    empty(&tab, &old.to_lowercase()).await.unwrap();
    let marker = tab.marker().unwrap();
    assert_eq!((marker.events, tab.ready()), (0, Ok(())));
    assert_eq!(segments(&name).await, Some(0.0));
    let left = dump(&name).await;
    assert!(!left.contains("n1") && !left.contains("registered"), "{left}");
    for tab in [&tab, &Tab::open(&name, marker).await] {
        let status = tab.status().await;
        assert_eq!((status.events, status.fresh, tab.office().await), (0, 0, None));
        assert_ne!(status.device, old);
    }
    tab.act(Command::LoadOffice { json: crate::tab::OFFICE.to_owned() }).await.unwrap();
    tab.register("n3").await.unwrap();
    assert_eq!(Tab::open(&name, tab.marker().unwrap()).await.status().await.tickets, 1);
}

#[wasm_bindgen_test]
async fn another_tab_puts_nothing_back() {
    let name = fresh_name("tabs");
    let one = Tab::with_office(&name).await;
    one.register("n1").await.unwrap();
    let two = Tab::open(&name, one.marker().unwrap()).await;
    two.register("n2").await.unwrap();
    // The first tab may not have heard of it; whoever was told of less is refused.
    let DeviceView { device: typed, events, .. } = device(&two).await;
    let empty = |events| one.act(Command::EmptyDevice { typed: typed.clone(), events });
    let changed = Trouble::DeviceRefused(DeviceRefusal::Changed { events });
    assert_eq!(empty(events / 2).await.err(), Some(changed));
    empty(events).await.unwrap();
    let after = dump(&name).await;
    for attempt in 0..2 {
        let refused = two.register(&format!("late {attempt}")).await;
        assert!(matches!(refused, Err(Trouble::NotStored(_))), "{refused:?}");
    }
    two.pack().await.unwrap_err();
    two.act(Command::AcceptLoss).await.unwrap();
    assert!(two.register("after a loss that was none").await.is_err());
    assert_eq!(segments(&name).await, Some(0.0));
    assert_eq!(dump(&name).await, after, "not a record was written");
    assert_eq!(one.status().await.events, 0);
}

/// All records but tables, as JSON.
async fn dump(name: &str) -> String {
    let script = format!(
        "new Promise((resolve, reject) => {{
            const request = indexedDB.open('{name}');
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {{
                const names = ['events', 'meta', 'segments'];
                const open = request.result.transaction(names);
                const found = names.map((name) => [open.objectStore(name).getAllKeys(), open.objectStore(name).getAll()]);
                open.oncomplete = () => {{
                    request.result.close();
                    resolve(JSON.stringify(found.map((pair) => pair.map((got) => got.result))));
                }};
            }};
        }})"
    );
    wait(&script).await.as_string().expect("JSON is text")
}
