//! When packed events were made, hour by hour: enough for the clock to follow them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ledger::clock::Stamp;

const HOUR_MS: i64 = 3_600_000;

/// The latest stamp of each hour in which something happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Hours {
    latest: BTreeMap<i64, Stamp>,
    first_at_ms: Option<i64>,
}

impl Hours {
    pub(super) fn note(&mut self, stamp: Stamp) {
        let latest = self.latest.entry(stamp.at_ms.div_euclid(HOUR_MS)).or_insert(stamp);
        *latest = stamp.max(*latest);
        self.first_at_ms = Some(self.first_at_ms.map_or(stamp.at_ms, |first| first.min(stamp.at_ms)));
    }

    /// The latest stamp of the hours that begin no later than `bound_ms`.
    pub(super) fn latest_until(&self, bound_ms: i64) -> Option<Stamp> {
        self.latest.range(..=bound_ms.div_euclid(HOUR_MS)).next_back().map(|(_, stamp)| *stamp)
    }

    pub(super) fn span_ms(&self) -> Option<(i64, i64)> {
        let (_, last) = self.latest.last_key_value()?;
        Some((self.first_at_ms?, last.at_ms))
    }
}
