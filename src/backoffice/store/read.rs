//! Reading what is stored: all of it at start, then what other tabs stored since.

use indexed_db_futures::KeyRange;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;

use super::{EVENTS, META, OFFICE, SETTINGS, SYSTEMS, Store, StoreError};

/// Commits read at once: few, because one may hold thousands of lines, and more while they turn out small.
const BATCH_FIRST: u32 = 8;
const BATCH_MAX: u32 = 8192;
const BATCH_SMALL_BYTES: usize = 1 << 20;
const BATCH_LARGE_BYTES: usize = 16 << 20;

/// What was stored since the last reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// The lines of all commits not read before, in the order in which they were stored.
    pub lines: Vec<String>,
    /// How many commits were not read before.
    pub commits: u64,
    /// The office document as it stands now.
    pub office: Option<String>,
    /// The settings as they stand now.
    pub settings: Option<String>,
    /// The systems of the office's own as they stand now.
    pub systems: Option<String>,
}

impl Store {
    /// Reads everything that was stored since the last reading. What is given back counts as read.
    pub async fn read(&self) -> Result<News, StoreError> {
        let db = self.database()?;
        let transaction = db.transaction([EVENTS, META]).build()?;
        let meta = transaction.object_store(META)?;
        let office = meta.get::<String, _, _>(OFFICE).await?;
        let settings = meta.get::<String, _, _>(SETTINGS).await?;
        let systems = meta.get::<String, _, _>(SYSTEMS).await?;
        let mut news = News { office, settings, systems, ..News::default() };
        read_commits(&transaction.object_store(EVENTS)?, self.commits(), &mut news).await?;
        self.advance(news.commits, news.lines.len() as u64);
        Ok(news)
    }
}

async fn read_commits(events: &ObjectStore<'_>, after: u64, news: &mut News) -> Result<(), StoreError> {
    let mut batch = BATCH_FIRST;
    loop {
        #[allow(clippy::cast_precision_loss)] // a device makes no 2^53 commits
        let read = (after + news.commits) as f64;
        let unread = KeyRange::LowerBound(read, true);
        let commits = events.get_all::<String>().with_query::<f64, _>(unread).with_limit(batch).await?;
        let (mut count, mut bytes) = (0, 0);
        for commit in commits {
            let commit = commit?;
            count += 1;
            bytes += commit.len();
            news.lines.extend(commit.split('\n').filter(|line| !line.is_empty()).map(str::to_owned));
        }
        news.commits += u64::from(count);
        if count < batch {
            return Ok(());
        }
        if bytes < BATCH_SMALL_BYTES {
            batch = (batch * 4).min(BATCH_MAX);
        } else if bytes > BATCH_LARGE_BYTES {
            batch = (batch / 4).max(1);
        }
    }
}
