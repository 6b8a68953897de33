//! When something falls due, as the calendar works it out from a [`Limit`].

use chrono::{DateTime, Days, FixedOffset, Months, NaiveDate, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::table::Calendar;
use crate::rules::limit::Limit;

/// Chinese standard time, in seconds east of UTC; there is no summer time.
const CHINA_OFFSET_SECONDS: i32 = 8 * 3_600;

/// A day or moment by which something must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The moment, milliseconds since 1970 (UTC). Where only the day counts, its last millisecond in UTC+8.
    pub at_ms: i64,
    /// Whether only the day counts (limits in days, working days, months), else the minute.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub day: bool,
    /// Whether the published calendar does not reach that far, so that the day may still move.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// The version of the calendar that was counted by.
    pub calendar: String,
}

/// Why a limit gives no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DueError {
    /// The unit's own published time decides, which no system states.
    #[error("the promised time is the unit's own; it must be given as an amount")]
    Promised,
    /// The limit counts visits or rings, not time.
    #[error("a limit in {0} is not a moment")]
    NotATime(&'static str),
    /// The moment lies beyond the dates that can be written.
    #[error("the moment lies beyond all dates")]
    OutOfRange,
}

impl Due {
    /// The moment in Chinese standard time; none where it lies beyond all dates.
    pub fn in_china(&self) -> Option<DateTime<FixedOffset>> {
        in_china(self.at_ms)
    }
}

impl Calendar {
    /// Works out by when something that began at `start_ms` (milliseconds since 1970, UTC) must be done.
    pub fn due(&self, start_ms: i64, limit: Limit) -> Result<Due, DueError> {
        let start = in_china(start_ms).ok_or(DueError::OutOfRange)?;
        let first = start.date_naive();
        match limit {
            Limit::Now => self.at_moment(start, TimeDelta::try_milliseconds(0)),
            Limit::Minutes(minutes) => self.at_moment(start, TimeDelta::try_minutes(minutes.into())),
            Limit::Hours(hours) => self.at_moment(start, TimeDelta::try_hours(hours.into())),
            Limit::Days(days) => self.at_end_of(first.checked_add_days(Days::new(days.into())), false),
            Limit::Months(months) => self.at_end_of(first.checked_add_months(Months::new(months)), false),
            Limit::WorkingDays(days) => {
                let last = self.working_day_after(first, days).ok_or(DueError::OutOfRange)?;
                self.at_end_of(Some(last.day), last.provisional)
            }
            Limit::Promised => Err(DueError::Promised),
            Limit::Visits(_) | Limit::Rings(_) => Err(DueError::NotATime(limit.unit())),
        }
    }

    /// Due at a moment after the start.
    fn at_moment(&self, start: DateTime<FixedOffset>, after: Option<TimeDelta>) -> Result<Due, DueError> {
        let moment = after.and_then(|after| start.checked_add_signed(after)).ok_or(DueError::OutOfRange)?;
        let calendar = self.version().to_owned();
        Ok(Due { at_ms: moment.timestamp_millis(), day: false, provisional: false, calendar })
    }

    /// Due with the last millisecond of a day.
    fn at_end_of(&self, day: Option<NaiveDate>, provisional: bool) -> Result<Due, DueError> {
        let last = NaiveTime::from_hms_milli_opt(23, 59, 59, 999).zip(day).map(|(time, day)| day.and_time(time));
        let at_utc =
            last.and_then(|last| last.checked_sub_signed(TimeDelta::try_seconds(CHINA_OFFSET_SECONDS.into())?));
        let at_ms = at_utc.ok_or(DueError::OutOfRange)?.and_utc().timestamp_millis();
        Ok(Due { at_ms, day: true, provisional, calendar: self.version().to_owned() })
    }

    /// Counts working days from the one after `start`.
    fn working_day_after(&self, start: NaiveDate, count: u32) -> Option<WorkingDay> {
        let mut day = start;
        let mut left = count;
        let mut provisional = false;
        while left > 0 {
            day = day.succ_opt()?;
            provisional |= !self.is_published(day);
            left -= u32::from(self.is_working(day));
        }
        Some(WorkingDay { day, provisional })
    }
}

/// Reads a moment as Chinese standard time.
fn in_china(at_ms: i64) -> Option<DateTime<FixedOffset>> {
    let zone = FixedOffset::east_opt(CHINA_OFFSET_SECONDS)?;
    let moment = DateTime::from_timestamp_millis(at_ms)?;
    // A moment at the edge of all dates would leave them in another zone.
    moment.checked_add_signed(TimeDelta::try_days(1)?)?;
    Some(moment.with_timezone(&zone))
}

/// A working day that was counted to.
struct WorkingDay {
    day: NaiveDate,
    /// Whether a year on the way is not published.
    provisional: bool,
}
