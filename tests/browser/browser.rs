//! The browser under test: databases of their own, and faults where the browser would show them.

use shouwen::backoffice::{Commit, Marker, Store, StoreError};
use wasm_bindgen::JsValue;

/// The seed that test devices are made with.
pub(crate) const SEED: [u8; 32] = [7; 32];

/// A database name that no other test uses.
pub(crate) fn fresh_name(test: &str) -> String {
    format!("test {test} {} {}", js_sys::Date::now(), js_sys::Math::random())
}

/// Opens a database as on a device without a marker.
pub(crate) async fn open(name: &str) -> Store {
    open_with(name, Marker::default()).await.expect("the database opens")
}

/// Opens a database as on a device with a marker.
pub(crate) async fn open_with(name: &str, marker: Marker) -> Result<Store, StoreError> {
    Store::open(name, marker, SEED, Box::new(|| panic!("nothing blocks"))).await
}

/// Appends lines alone.
pub(crate) async fn append(store: &Store, lines: &[&str]) -> Result<(), StoreError> {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    store.append(Commit { lines: &lines, ..Commit::default() }).await
}

/// Runs a script in the worker's own world.
pub(crate) fn run(script: &str) -> JsValue {
    js_sys::eval(script).expect("the script runs")
}

/// Runs a script that gives a promise, and waits for it.
pub(crate) async fn wait(script: &str) -> JsValue {
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(run(script))).await.expect("the promise is kept")
}

/// Deletes a database, whoever has it open.
pub(crate) async fn delete(name: &str) {
    wait(&format!(
        "new Promise((resolve, reject) => {{
            const request = indexedDB.deleteDatabase('{name}');
            request.onerror = () => reject(request.error);
            request.onsuccess = () => resolve();
        }})"
    ))
    .await;
}

/// How many segments lie in a database.
pub(crate) async fn segments(name: &str) -> Option<f64> {
    of_records(name, "segments", "count()", "").await.as_f64()
}

/// How many tables lie in a database.
pub(crate) async fn tables(name: &str) -> Option<f64> {
    of_records(name, "tables", "count()", "").await.as_f64()
}

/// Whether a database's first segment is compressed.
pub(crate) async fn is_squeezed(name: &str) -> bool {
    of_records(name, "segments", "getAll()", "[0][0] === 0x1f").await.is_truthy()
}

/// Whether a database's imports are said to have left segments that are not compressed.
pub(crate) async fn has_plain(name: &str) -> bool {
    of_records(name, "meta", "getAllKeys()", ".some((name) => name.startsWith('plain/'))").await.is_truthy()
}

async fn of_records(name: &str, store: &str, asked: &str, part: &str) -> JsValue {
    let script = format!(
        "new Promise((resolve, reject) => {{
            const request = indexedDB.open('{name}');
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {{
                const found = request.result.transaction('{store}').objectStore('{store}').{asked};
                found.onsuccess = () => {{ request.result.close(); resolve(found.result{part}); }};
            }};
        }})"
    );
    wait(&script).await
}

/// A lock that another tab holds, until this is dropped.
pub(crate) struct HeldElsewhere(());

impl HeldElsewhere {
    /// Holds the lock `name`.
    pub(crate) async fn hold(name: &str) -> Self {
        wait(&format!(
            "new Promise((held) => navigator.locks.request('{name}', () => {{
                held();
                return new Promise((release) => {{ self.release = release; }});
            }}))"
        ))
        .await;
        Self(())
    }
}

impl Drop for HeldElsewhere {
    fn drop(&mut self) {
        run("self.release();");
    }
}

/// A fault in the browser's storage, gone when this is dropped.
pub(crate) struct Fault(&'static str);

impl Fault {
    /// The disk is full: transactions are undone when they should be completed, as Chromium does it.
    pub(crate) fn disk_full() -> Self {
        Self::disk_full_after(0)
    }

    /// The disk becomes full after some more transactions.
    pub(crate) fn disk_full_after(transactions: u32) -> Self {
        Self::abort_commits("QuotaExceededError", transactions)
    }

    /// The disk fails: transactions are undone when they should be completed.
    pub(crate) fn disk_broken() -> Self {
        Self::abort_commits("UnknownError", 0)
    }

    /// A store refuses a record before the transaction ends, as some engines do on a full disk.
    pub(crate) fn record_refused() -> Self {
        run("
            self.keptAdd = IDBObjectStore.prototype.add;
            IDBObjectStore.prototype.add = function () { throw new DOMException('injected', 'QuotaExceededError'); };
        ");
        Self("IDBObjectStore.prototype.add = self.keptAdd;")
    }

    fn abort_commits(error: &str, spared: u32) -> Self {
        run(&format!(
            "
            self.keptCommit = IDBTransaction.prototype.commit;
            self.spared = {spared};
            IDBTransaction.prototype.commit = function () {{
                if (self.spared-- > 0) return self.keptCommit.call(this);
                Object.defineProperty(this, 'error', {{ get: () => new DOMException('injected', '{error}') }});
                this.abort();
            }};
            "
        ));
        Self("IDBTransaction.prototype.commit = self.keptCommit;")
    }
}

impl Drop for Fault {
    fn drop(&mut self) {
        run(self.0);
    }
}
