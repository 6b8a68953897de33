//! When the invented office works: nine to five, on the working days of the calendar, UTC+8.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use shouwen::rules::Calendar;

/// The last day of every sample.
const LAST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 10, 30);
/// The most working days that a sample spans.
const DAYS_MAX: u64 = 480;
/// How many tickets a day the office takes in before more days are used.
const TICKETS_A_DAY: u64 = 40;

const AHEAD_OF_UTC_MS: i64 = 8 * 3_600_000;
const DAY_MS: i64 = 24 * 3_600_000;
const OPENS_MS: i64 = 9 * 3_600_000;
const CLOSES_MS: i64 = 17 * 3_600_000;

/// The opening hours of some working days, as one line without gaps.
pub(super) struct Hours {
    /// Local midnights of the working days, in milliseconds since 1970 (UTC), ascending.
    days: Vec<i64>,
}

impl Hours {
    /// Takes as many working days as a sample of so many tickets needs, and a few more for what is still to be done.
    pub(super) fn for_tickets(tickets: u64) -> Self {
        let wanted = (tickets / TICKETS_A_DAY).clamp(4, DAYS_MAX) + 1;
        let calendar = Calendar::china();
        let mut days = Vec::new();
        let mut day = LAST_DAY;
        while let Some(date) = day.filter(|_| (days.len() as u64) < wanted) {
            if calendar.is_working(date) {
                let midnight = date.and_time(NaiveTime::MIN).and_utc().timestamp_millis() - AHEAD_OF_UTC_MS;
                days.push(midnight);
            }
            day = date.checked_sub_signed(TimeDelta::days(1));
        }
        days.reverse();
        Self { days }
    }

    /// The opening time of all days but the last, which is left for finishing, in milliseconds.
    pub(super) fn span_ms(&self) -> u64 {
        (self.days.len() as u64).saturating_sub(1) * (CLOSES_MS - OPENS_MS).unsigned_abs()
    }

    /// The moment after so much opening time; the end of the last day where there is less.
    pub(super) fn moment(&self, opening_ms: u64) -> i64 {
        let a_day = (CLOSES_MS - OPENS_MS).unsigned_abs();
        let place = usize::try_from(opening_ms / a_day).unwrap_or(usize::MAX);
        let rest = i64::try_from(opening_ms % a_day).unwrap_or(0);
        self.days.get(place).map_or_else(|| self.end(), |day| day + OPENS_MS + rest)
    }

    /// The end of the last day.
    pub(super) fn end(&self) -> i64 {
        self.days.last().map_or(DAY_MS, |day| day + CLOSES_MS)
    }
}
