//! A due day as people count it: how many working days are left.

use crate::protocol::DueView;
use crate::rules::Due;

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
            days_left: calendar.working_days(today, last),
            late: self.moment.now_ms > at_ms,
        }
    }
}
