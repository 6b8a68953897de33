//! Reading what is stored: all of it at start, then what other tabs stored since.

use std::collections::BTreeMap;

use gloo_timers::future::TimeoutFuture;
use indexed_db_futures::KeyRange;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::append::finish;
use super::open::seed_of;
use super::{EVENTS, META, SEGMENTS, Store, StoreError, TABLES};
use crate::house::Tables;
use crate::ledger::packed::{Packed, TablesError};
use crate::storage::meta::{OFFICE, PACKED, PLAIN, SEED, SETTINGS, SYSTEMS};
use crate::storage::{Header, Part, Reading, plain_of_json};

/// Commits read at once: few, because one may hold thousands of lines, and more while they turn out small.
const BATCH_FIRST: u32 = 8;
const BATCH_MAX: u32 = 8192;
const BATCH_SMALL_BYTES: usize = 1 << 20;
const BATCH_LARGE_BYTES: usize = 16 << 20;
/// How much of a table is looked at in one go where others have work to do.
const PIECE_BYTES: u32 = 1 << 20;

/// What was stored since the last reading.
#[derive(Debug, Default)]
pub struct News {
    /// The lines of all commits not read before, in the order in which they were stored.
    pub lines: Vec<String>,
    /// How many commits were not read before.
    pub commits: u64,
    /// What is packed, where that is not what was read before; then `lines` are those stored since.
    pub packed: Option<Result<Tables, TablesError>>,
    /// The same for who shows no lists: its summary alone. The rest is still to be read.
    pub glimpse: Option<Packed>,
    /// The office document as it stands now.
    pub office: Option<String>,
    /// The settings as they stand now.
    pub settings: Option<String>,
    /// The systems of the office's own as they stand now.
    pub systems: Option<String>,
}

/// How tables are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    /// As soon as may be: somebody waits for them.
    AtOnce,
    /// Little by little: whoever registers something meanwhile waits for one piece at most.
    Gently,
}

/// What is packed by its tables; where they are damaged, it is found in the segments.
pub(crate) type FromTables = Result<Tables, TablesError>;

impl Store {
    /// Reads everything that was stored since the last reading. What is given back counts as read. A database that was emptied
    /// under this store is another device's: nothing of it is read, and so nothing is written to it either.
    pub async fn read(&self) -> Result<News, StoreError> {
        if self.commits() > 0
            && let Some(news) = self.read_few().await?
        {
            return Ok(news);
        }
        self.read_much(self.part.get()).await
    }

    /// The first reading, of all but what the ledger knows of packed tickets: enough for lists. See [`Store::read_ledger`].
    pub(crate) async fn read_lists(&self) -> Result<News, StoreError> {
        self.read_much(Part::Rows).await
    }

    /// Reads what the ledger knows of the tickets that are packed as far as was read; an error also where something else is packed by
    /// now.
    pub(crate) async fn read_ledger(&self, pace: Pace) -> Result<FromTables, StoreError> {
        self.read_packed(&self.packed(), Part::Ledger, pace).await
    }

    async fn read_packed(&self, header: &Header, part: Part, pace: Pace) -> Result<FromTables, StoreError> {
        let db = self.database()?;
        let transaction = db.transaction(TABLES).build()?;
        read_tables(&transaction.object_store(TABLES)?, header, part, pace).await
    }

    async fn read_much(&self, part: Part) -> Result<News, StoreError> {
        let db = self.database()?;
        let transaction = db.transaction([EVENTS, META, TABLES]).build()?;
        let mut news = News::default();
        let packed = self.take_papers(ask_papers(&transaction.object_store(META)?)?.await?, &mut news)?;
        let mut after = self.commits();
        if let Some(header) = &packed {
            let tables = read_tables(&transaction.object_store(TABLES)?, header, part, Pace::AtOnce).await?;
            news.packed = Some(tables);
            after = header.commits;
        }
        read_commits(&transaction.object_store(EVENTS)?, after, &mut news).await?;
        let read = after + news.commits;
        news.commits = read - self.commits();
        self.advance(news.commits);
        if let Some(header) = packed {
            self.advance_packed(header);
        }
        Ok(news)
    }

    /// The same, a few commits in a transaction; none where what was packed has to be read as a whole. Everything is asked for at once, and
    /// the transaction ended: nobody who stores something waits until this worker, which may be at an import, has time to ask for the next.
    async fn read_few(&self) -> Result<Option<News>, StoreError> {
        let mut news = News::default();
        let mut batch = BATCH_FIRST;
        let packed = loop {
            let db = self.database()?;
            let transaction = db.transaction([EVENTS, META]).build()?;
            let (meta, events) = (transaction.object_store(META)?, transaction.object_store(EVENTS)?);
            let papers = ask_papers(&meta)?;
            let commits = unread(&events, self.commits() + news.commits, batch)?;
            drop((meta, events));
            finish(transaction).await?;
            let packed = self.take_papers(papers.await?, &mut news)?;
            let (count, bytes) = take(commits.await?, &mut news)?;
            if packed.is_some() && self.part.get() != Part::Ledger {
                return Ok(None);
            }
            if count < batch {
                break packed;
            }
            batch = next_batch(batch, bytes);
        };
        if let Some(header) = &packed {
            let Ok(Tables { packed, .. }) = self.read_packed(header, Part::Summary, Pace::AtOnce).await? else {
                return Ok(None);
            };
            news.glimpse = Some(packed);
        }
        self.advance(news.commits);
        if let Some(header) = packed {
            self.advance_packed(header);
        }
        Ok(Some(news))
    }

    /// Takes in what `meta` says; gives back what is packed where that is not what was read before.
    fn take_papers(&self, papers: Papers, news: &mut News) -> Result<Option<Header>, StoreError> {
        let Papers { office, settings, systems, packed, seed } = papers;
        if seed_of(seed)? != self.seed() {
            return Err(StoreError::Failed("another window has emptied this device".to_owned()));
        }
        (news.office, news.settings, news.systems) = (office, settings, systems);
        let header = packed.as_deref().map(Header::of_json).transpose();
        let header = header.map_err(|error| StoreError::Failed(format!("packed: {error}")))?;
        Ok(header.filter(|header| header.commits > self.packed().commits))
    }

    /// Reads a segment as it is stored; none where there is none with that key. After the database was taken away, those that
    /// could be rescued are handed out from memory.
    pub(crate) async fn segment(&self, key: u64) -> Result<Option<Uint8Array>, StoreError> {
        if let Some(rescued) = self.rescued.borrow().as_ref() {
            return Ok(rescued.segment(key));
        }
        let database = self.database()?;
        let transaction = database.transaction(SEGMENTS).build()?;
        #[allow(clippy::cast_precision_loss)] // keys stay below 2^53
        let found: Option<JsValue> = transaction.object_store(SEGMENTS)?.get(key as f64).await?;
        Ok(found.and_then(array))
    }

    /// The keys of an import's segments that are not compressed yet, with the record's name; none where all are.
    pub(crate) async fn plain_segments(&self) -> Result<Option<(String, Vec<u64>)>, StoreError> {
        let db = self.database()?;
        let transaction = db.transaction(META).build()?;
        let from_here = KeyRange::LowerBound(PLAIN, false);
        let meta = transaction.object_store(META)?;
        let mut names = meta.get_all_keys::<String>().with_query::<&str, _>(from_here).with_limit(1).await?;
        let Some(name) = names.next().transpose()?.filter(|name| name.starts_with(PLAIN)) else { return Ok(None) };
        let json = meta.get::<String, _, _>(name.as_str()).await?.unwrap_or_default();
        let keys =
            plain_of_json(&json).map_err(|error| StoreError::Failed(format!("segments to compress: {error}")))?;
        Ok(Some((name, keys)))
    }
}

async fn read_tables(
    tables: &ObjectStore<'_>,
    header: &Header,
    part: Part,
    pace: Pace,
) -> Result<FromTables, StoreError> {
    // All are asked for at once: the browser fetches the next while one is copied.
    let asked = header
        .keys()
        .filter(|(_, name)| part.holds(name))
        .map(|(key, name)| Ok((name, tables.get::<JsValue, _, _>(key).primitive()?)));
    let asked: Vec<_> = asked.collect::<Result<_, StoreError>>()?;
    let mut found = BTreeMap::new();
    for (name, bytes) in asked {
        let Some(bytes) = bytes.await?.and_then(array) else { continue };
        let mut table = Reading::of(name);
        let mut read = 0;
        while read < bytes.length() {
            let piece = if pace == Pace::Gently { PIECE_BYTES } else { bytes.length() };
            table.push(bytes.subarray(read, read.saturating_add(piece)).to_vec());
            read = read.saturating_add(piece);
            if pace == Pace::Gently {
                TimeoutFuture::new(0).await;
            }
        }
        found.insert(name, table);
    }
    Ok(header.open(part, |name| found.remove(name)))
}

fn array(stored: JsValue) -> Option<Uint8Array> {
    stored.dyn_into().ok()
}

/// What the browser answers.
type Found<T> = indexed_db_futures::Result<T>;

/// What `meta` says.
struct Papers {
    office: Option<String>,
    settings: Option<String>,
    systems: Option<String>,
    packed: Option<String>,
    seed: Option<JsValue>,
}

/// Asks for all of it at once.
fn ask_papers(meta: &ObjectStore<'_>) -> Found<impl Future<Output = Found<Papers>> + use<>> {
    let paper = |name: &str| meta.get::<String, _, _>(name).primitive();
    let (office, settings, systems, packed) = (paper(OFFICE)?, paper(SETTINGS)?, paper(SYSTEMS)?, paper(PACKED)?);
    let seed = meta.get::<JsValue, _, _>(SEED).primitive()?;
    Ok(async move {
        let (office, settings, systems) = (office.await?, settings.await?, systems.await?);
        // What was asked for last is waited for last: a transaction goes on with what is asked for right after.
        Ok(Papers { office, settings, systems, packed: packed.await?, seed: seed.await? })
    })
}

/// Asks for the next commits.
fn unread(
    events: &ObjectStore<'_>,
    after: u64,
    limit: u32,
) -> Found<impl Future<Output = Found<impl Iterator<Item = Found<String>> + use<>>> + use<>> {
    #[allow(clippy::cast_precision_loss)] // a device makes no 2^53 commits
    let unread = KeyRange::LowerBound(after as f64, true);
    events.get_all::<String>().with_query::<f64, _>(unread).with_limit(limit).primitive()
}

/// Takes commits in; how many they were, and of how many bytes.
fn take(commits: impl Iterator<Item = Found<String>>, news: &mut News) -> Result<(u32, usize), StoreError> {
    let (mut count, mut bytes) = (0, 0);
    for commit in commits {
        let commit = commit?;
        count += 1;
        bytes += commit.len();
        news.lines.extend(commit.split('\n').filter(|line| !line.is_empty()).map(str::to_owned));
    }
    news.commits += u64::from(count);
    Ok((count, bytes))
}

async fn read_commits(events: &ObjectStore<'_>, after: u64, news: &mut News) -> Result<(), StoreError> {
    let mut batch = BATCH_FIRST;
    loop {
        let commits = unread(events, after + news.commits, batch)?.await?;
        let (count, bytes) = take(commits, news)?;
        if count < batch {
            return Ok(());
        }
        batch = next_batch(batch, bytes);
    }
}

/// How many commits to ask for after `batch` of them had so many bytes.
fn next_batch(batch: u32, bytes: usize) -> u32 {
    if bytes < BATCH_SMALL_BYTES {
        (batch * 4).min(BATCH_MAX)
    } else if bytes > BATCH_LARGE_BYTES {
        (batch / 4).max(1)
    } else {
        batch
    }
}
