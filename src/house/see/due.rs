//! A due day as people count it: how many working days are left.

use chrono::NaiveDate;

use crate::protocol::DueView;
use crate::rules::{Calendar, Due};

use super::super::Moment;
use super::super::wall_clock::WallClock;
use super::Look;

impl Look<'_> {
    /// Shows `due` with the working days left from today; a limit to the minute counts its own day.
    pub(super) fn due(&self, due: &Due) -> DueView {
        self.due_at(due.at_ms, due.day, due.provisional)
    }

    pub(super) fn due_at(&self, at_ms: i64, day: bool, provisional: bool) -> DueView {
        let calendar = self.house.calendar;
        let today = WallClock::at(self.moment, calendar).date;
        let last = WallClock::at(Moment { now_ms: at_ms }, calendar).date;
        DueView {
            at_ms,
            day,
            provisional,
            days_left: working_days(calendar, today, last),
            late: self.moment.now_ms > at_ms,
        }
    }
}

/// The furthest that days are counted one by one; beyond it, nobody counts.
const COUNTED_MAX_DAYS: usize = 4_000;

/// Working days after `from` up to and including `to`; negative where `to` lies before.
fn working_days(calendar: &Calendar, from: NaiveDate, to: NaiveDate) -> i32 {
    let (first, last, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
    let days = first.iter_days().skip(1).take(COUNTED_MAX_DAYS).take_while(|day| *day <= last);
    sign * i32::try_from(days.filter(|day| calendar.is_working(*day)).count()).unwrap_or(i32::MAX)
}
