//! Segments are compressed that were not, or taken away that nobody wants, as `src/backoffice/gathered.rs` does it.

use shouwen::storage::{self, Header};

use super::disk::{Disk, Transaction};
use super::image::Record;
use super::job::{Ended, Next};
use super::store::{StoreError, plain_of};
use super::tab::Tab;

/// A small thing to do with segments.
#[derive(Clone, Debug)]
pub(crate) enum Chore {
    /// Compress those that imports have stored as they were.
    Squeeze,
    /// Take these away.
    Forget(Vec<u64>),
}

impl Chore {
    pub(super) fn go_on(&mut self, tab: &mut Tab, disk: &Disk, answer: Result<(), StoreError>) -> Next {
        if let Err(error) = answer {
            return Next::Ended(Ended::NotStored(error));
        }
        match self {
            Self::Squeeze => squeeze(tab, disk),
            Self::Forget(keys) if keys.is_empty() => Next::Ended(Ended::Done("segments forgotten")),
            Self::Forget(keys) => {
                Next::Store(Transaction::strict(storage::forget(&std::mem::take(keys), &Header::default())))
            }
        }
    }
}

fn squeeze(tab: &Tab, disk: &Disk) -> Next {
    let Some((name, plain)) = disk.image().and_then(plain_of) else {
        return Next::Ended(Ended::Done("segments squeezed"));
    };
    let left = plain.iter().find_map(|key| {
        let segment = tab.segment(disk, *key).filter(|segment| !segment.is_squeezed())?;
        Some(storage::squeezed([(*key, Record::squeezed(segment.text()))]))
    });
    Next::Store(Transaction::strict(left.unwrap_or_else(|| storage::none_plain(name))))
}
