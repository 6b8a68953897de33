//! Who is on duty, by the roster of an ordinary week.
//!
//! This floor knows no calendar. The caller says which weekday's roster holds: `Some(1)` to `Some(7)`, Monday first; on a
//! make-up working day `Some(1)`; `None` on a holiday, when nobody is on duty. Times are local, in minutes since midnight;
//! a period holds from its first minute to the one before its end, so that one shift may begin where another ends.

use chrono::{Datelike, NaiveDate};

use super::{Office, Staff, WindowId};

impl Office {
    /// Lists who sits at `window` at that minute, in the roster's order; empty when nobody does.
    pub fn on_duty(&self, window: &WindowId, weekday: Option<u8>, minute_of_day: u16) -> Vec<&Staff> {
        let shifts = self.roster.iter().filter(|shift| {
            shift.window == *window && Some(shift.weekday) == weekday && holds(&shift.from, &shift.to, minute_of_day)
        });
        shifts.filter_map(|shift| self.person(&shift.staff)).collect()
    }

    /// Tells whether the doors are open at that minute.
    pub fn open_at(&self, weekday: Option<u8>, minute_of_day: u16) -> bool {
        weekday.is_some_and(|day| {
            self.hours.iter().any(|hours| hours.weekdays.contains(&day) && holds(&hours.from, &hours.to, minute_of_day))
        })
    }
}

/// Counts the whole months from `since` (`YYYY-MM-DD`) to `on`; 0 when `since` lies later or is no date.
pub fn tenure_months(since: &str, on: NaiveDate) -> i32 {
    let Some(start) = date(since) else { return 0 };
    let months = (on.year() - start.year()) * 12 + month_of_year(on) - month_of_year(start);
    let unfinished = on.day() < start.day() && !is_last_of_month(on);
    (months - i32::from(unfinished)).max(0)
}

/// Reads `HH:MM` as minutes since midnight; `24:00` is the end of a day.
pub(super) fn minutes(time: &str) -> Option<u16> {
    let (hours, minutes) = time.split_once(':')?;
    let number = |digits: &str| {
        let two_digits = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        if two_digits { digits.parse::<u16>().ok() } else { None }
    };
    let total = number(hours)? * 60 + number(minutes).filter(|minutes| *minutes < 60)?;
    (total <= 24 * 60).then_some(total)
}

/// Reads `YYYY-MM-DD`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part =
            parts.next().filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse::<u16>().ok()
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    date.filter(|_| parts.next().is_none())
}

fn holds(from: &str, to: &str, minute_of_day: u16) -> bool {
    matches!((minutes(from), minutes(to)), (Some(from), Some(to)) if (from..to).contains(&minute_of_day))
}

fn month_of_year(date: NaiveDate) -> i32 {
    i32::try_from(date.month0()).unwrap_or_default()
}

/// Someone who began on the 31st finishes a month on the 30th where a month has no 31st.
fn is_last_of_month(date: NaiveDate) -> bool {
    date.succ_opt().is_none_or(|next| next.month() != date.month())
}
