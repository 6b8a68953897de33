//! What the database promises.

use shouwen::backoffice::{Commit, Marker, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{SEED, append, fresh_name, open, open_with, run, wait};

#[wasm_bindgen_test]
async fn what_was_appended_is_there_after_reopening() {
    let name = fresh_name("reopen");
    let store = open(&name).await;
    append(&store, &["first", "second"]).await.unwrap();
    let third = ["third".to_owned()];
    let whole = Commit {
        lines: &third,
        settings: Some("{}"),
        office: Some(Some("{\"office\":1}")),
        systems: Some("{\"systems\":[]}"),
    };
    store.append(whole).await.unwrap();
    store.close();

    let again = open(&name).await;
    let news = again.read().await.unwrap();
    assert_eq!(news.lines, ["first", "second", "third"]);
    assert_eq!((news.commits, again.commits(), again.packed().commits), (2, 2, 0));
    assert_eq!((news.office.as_deref(), news.settings.as_deref()), (Some("{\"office\":1}"), Some("{}")));
    assert_eq!(news.systems.as_deref(), Some("{\"systems\":[]}"));
    assert_eq!(again.read().await.unwrap().lines, Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn an_office_can_be_taken_off() {
    let name = fresh_name("office");
    let store = open(&name).await;
    store.append(Commit { office: Some(Some("{}")), ..Commit::default() }).await.unwrap();
    store.append(Commit { office: Some(None), ..Commit::default() }).await.unwrap();
    let news = open(&name).await.read().await.unwrap();
    assert_eq!((news.office, news.commits, news.lines.len()), (None, 2, 0));
}

#[wasm_bindgen_test]
async fn the_seed_is_made_once_and_kept() {
    let name = fresh_name("seed");
    assert_eq!(open(&name).await.seed(), SEED);
    let other = shouwen::backoffice::Store::open(&name, Marker::default(), [9; 32], Box::new(|| {})).await.unwrap();
    assert_eq!(other.seed(), SEED);
}

#[wasm_bindgen_test]
async fn every_writing_transaction_asks_for_strict_durability() {
    let name = fresh_name("durability");
    run("
        self.asked = [];
        self.keptTransaction = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (stores, mode, options) {
            if (mode === 'readwrite') self.asked.push(options && options.durability);
            return self.keptTransaction.apply(this, arguments);
        };
    ");
    let store = open(&name).await;
    append(&store, &["one"]).await.unwrap();
    store.append(Commit { settings: Some("{}"), ..Commit::default() }).await.unwrap();
    run("IDBDatabase.prototype.transaction = self.keptTransaction;");
    // The first is the seed of the new database.
    assert_eq!(run("self.asked.join()").as_string().as_deref(), Some("strict,strict,strict"));
}

#[wasm_bindgen_test]
async fn append_returns_only_after_the_transaction_is_complete() {
    let name = fresh_name("complete");
    let store = open(&name).await;
    run("
        self.completed = 0;
        self.kept = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
        Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
            configurable: true,
            get: self.kept.get,
            set(handler) {
                self.kept.set.call(this, handler && ((event) => { self.completed += 1; handler(event); }));
            },
        });
    ");
    append(&store, &["one"]).await.unwrap();
    run("Object.defineProperty(IDBTransaction.prototype, 'oncomplete', self.kept);");
    assert_eq!(run("self.completed").as_f64(), Some(1.0));
}

#[wasm_bindgen_test]
async fn of_two_tabs_that_write_the_same_place_one_is_told_and_nothing_is_lost() {
    let name = fresh_name("tabs");
    let (left, right) = (open(&name).await, open(&name).await);
    append(&left, &["left 1"]).await.unwrap();
    assert_eq!(append(&right, &["right 1"]).await, Err(StoreError::Behind));
    assert_eq!(right.commits(), 0);
    assert_eq!(right.read().await.unwrap().lines, ["left 1"]);
    append(&right, &["right 1"]).await.unwrap();
    assert_eq!(left.read().await.unwrap().lines, ["right 1"]);
    assert_eq!(open(&name).await.read().await.unwrap().lines, ["left 1", "right 1"]);
}

#[wasm_bindgen_test]
async fn thousands_of_commits_of_any_size_are_read_in_order() {
    let name = fresh_name("many");
    let (store, lagging) = (open(&name).await, open(&name).await);
    let mut expected = Vec::new();
    let mut known = 0;
    for commit in 0..300 {
        if commit == 3 {
            known = lagging.read().await.unwrap().lines.len();
        }
        let size = if commit % 50 == 0 { 4000 } else { 1 };
        let lines: Vec<String> = (0..size).map(|line| format!("{commit}.{line} {}", "字".repeat(120))).collect();
        expected.extend(lines.iter().cloned());
        store.append(Commit { lines: &lines, ..Commit::default() }).await.unwrap();
    }
    let news = open(&name).await.read().await.unwrap();
    assert_eq!(news.lines.len(), expected.len());
    assert!(news.lines == expected);
    let news = lagging.read().await.unwrap();
    assert!((news.commits, news.lines.as_slice()) == (297, &expected[known..]));
    assert_eq!(lagging.read().await.unwrap().commits, 0);
}

#[wasm_bindgen_test]
async fn a_missing_database_is_not_made_while_the_marker_speaks_of_one() {
    let name = fresh_name("vanished");
    let marker = Marker { at_ms: 1_800_000_000_000, events: 5 };
    for _ in 0..2 {
        let vanished = open_with(&name, marker).await.err();
        assert_eq!(vanished, Some(StoreError::Vanished(marker)));
    }
    let there = wait("indexedDB.databases().then((all) => all.map((one) => one.name).join('\\n'))").await;
    assert!(!there.as_string().unwrap().contains(&name));
    open(&name).await;
}

#[wasm_bindgen_test]
async fn a_database_of_the_first_schema_is_read_and_written_on() {
    let name = fresh_name("schema 1");
    // What the first release made: two stores, commits as joined lines, the device's seed.
    wait(&format!(
        "new Promise((resolve, reject) => {{
            const request = indexedDB.open('{name}', 1);
            request.onerror = () => reject(request.error);
            request.onupgradeneeded = () => {{
                request.result.createObjectStore('events').add('first\\nsecond', 1);
                const meta = request.result.createObjectStore('meta');
                meta.put(new Uint8Array(32).fill(5), 'seed');
                meta.put('{{\"office\":1}}', 'office');
                meta.put('{{}}', 'settings');
            }};
            request.onsuccess = () => {{
                const transaction = request.result.transaction('events', 'readwrite');
                transaction.objectStore('events').add('third', 2);
                transaction.oncomplete = () => {{ request.result.close(); resolve(); }};
            }};
        }})"
    ))
    .await;
    let marker = Marker { at_ms: 1, events: 3 };
    let store = open_with(&name, marker).await.unwrap();
    assert_eq!(store.seed(), [5; 32]);
    let news = store.read().await.unwrap();
    assert_eq!((news.lines, news.packed.is_none()), (vec!["first".into(), "second".into(), "third".into()], true));
    assert_eq!((news.office.as_deref(), news.settings.as_deref()), (Some("{\"office\":1}"), Some("{}")));
    append(&store, &["fourth"]).await.unwrap();
    store.close();
    let again = open_with(&name, marker).await.unwrap().read().await.unwrap();
    assert_eq!((again.lines.len(), again.commits), (4, 3));
    let stores = wait(&format!(
        "new Promise((resolve) => {{
            indexedDB.open('{name}').onsuccess = (event) => {{
                const found = event.target.result;
                resolve(found.version + ' ' + [...found.objectStoreNames].join());
                found.close();
            }};
        }})"
    ))
    .await;
    assert_eq!(stores.as_string().as_deref(), Some("2 events,meta,segments,tables"));
}
