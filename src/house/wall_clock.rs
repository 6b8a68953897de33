//! The clock on the office's wall: UTC+8 all year round, and whether today is a day on which the office works.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike};

use crate::rules::Calendar;

use super::Moment;

/// Hours by which Chinese standard time is ahead of UTC.
const AHEAD_OF_UTC_H: i64 = 8;

/// A local date and minute, with the weekday whose roster holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WallClock {
    /// The local date.
    pub(super) date: NaiveDate,
    /// Minutes since local midnight.
    pub(super) minute: u16,
    /// The ISO weekday whose roster holds: Monday's on a make-up working day, none on a day off.
    pub(super) weekday: Option<u8>,
}

impl WallClock {
    /// Reads the clock at `moment`.
    pub(super) fn at(moment: Moment, calendar: &Calendar) -> Self {
        let utc = DateTime::from_timestamp_millis(moment.now_ms).unwrap_or_default().naive_utc();
        let local = utc.checked_add_signed(TimeDelta::hours(AHEAD_OF_UTC_H)).unwrap_or(utc);
        let date = local.date();
        let ordinary = u8::try_from(date.weekday().number_from_monday()).unwrap_or(1);
        let weekday = calendar.is_working(date).then_some(if ordinary > 5 { 1 } else { ordinary });
        Self { date, minute: u16::try_from(local.hour() * 60 + local.minute()).unwrap_or(0), weekday }
    }
}
