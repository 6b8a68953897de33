//! Working days and due moments.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use shouwen::rules::{Calendar, Due, DueError, Limit};

use super::rules_cases::shared;

fn due(start: &str, limit: Limit) -> Result<Due, DueError> {
    Calendar::china().due(DateTime::parse_from_rfc3339(start).unwrap().timestamp_millis(), limit)
}

#[test]
fn every_day_from_2004_to_2026_is_as_published() {
    let Some(file) = shared("data/cn-calendar-2004-2026.csv") else { return };
    let text = std::fs::read_to_string(file).unwrap();
    let special: BTreeMap<NaiveDate, bool> = text
        .lines()
        .skip(1)
        .map(|line| {
            let mut parts = line.split(',');
            (parts.next().unwrap().parse().unwrap(), parts.next().unwrap() == "workday")
        })
        .collect();
    assert!(special.len() > 700);
    let first = NaiveDate::from_ymd_opt(2004, 1, 1).unwrap();
    for day in first.iter_days().take_while(|day| day.year() <= 2026) {
        let weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let expected = special.get(&day).copied().unwrap_or(weekday);
        assert_eq!(Calendar::china().is_working(day), expected, "{day}");
        assert!(Calendar::china().is_published(day));
    }
}

#[test]
fn a_limit_in_days_ends_with_its_day_and_one_in_hours_at_its_minute() {
    let check = |start: &str, limit: Limit, expected: &str, day: bool| {
        let due = due(start, limit).unwrap();
        let at = due.in_china().unwrap();
        assert_eq!(at.format("%Y-%m-%d %H:%M:%S%.3f").to_string(), expected, "{start} {limit}");
        assert_eq!((due.day, due.provisional), (day, false), "{start} {limit}");
    };
    check("2026-08-24T10:00:00+08:00", Limit::WorkingDays(30), "2026-10-10 23:59:59.999", true);
    check("2026-10-03T11:00:00+08:00", Limit::WorkingDays(30), "2026-11-17 23:59:59.999", true);
    check("2026-01-26T09:00:00+08:00", Limit::WorkingDays(30), "2026-03-13 23:59:59.999", true);
    check("2026-05-08T17:59:00+08:00", Limit::WorkingDays(1), "2026-05-09 23:59:59.999", true);
    check("2026-09-30T08:00:00+08:00", Limit::WorkingDays(1), "2026-10-08 23:59:59.999", true);
    check("2026-09-30T08:00:00+08:00", Limit::Days(1), "2026-10-01 23:59:59.999", true);
    check("2026-12-31T22:15:00+08:00", Limit::Hours(24), "2027-01-01 22:15:00.000", false);
    check("2026-02-28T23:50:00+08:00", Limit::Minutes(15), "2026-03-01 00:05:00.000", false);
    check("2026-01-31T12:00:00+08:00", Limit::Months(1), "2026-02-28 23:59:59.999", true);
    check("2026-06-01T12:00:00+08:00", Limit::Now, "2026-06-01 12:00:00.000", false);
    check("2026-06-01T20:00:00+00:00", Limit::Days(1), "2026-06-03 23:59:59.999", true);
}

#[test]
fn a_year_that_nobody_has_published_is_provisional() {
    let check = |start: &str, limit: Limit, expected: &str, provisional: bool| {
        let due = due(start, limit).unwrap();
        assert_eq!(
            (due.in_china().unwrap().date_naive().to_string().as_str(), due.provisional),
            (expected, provisional)
        );
    };
    check("2026-12-30T09:00:00+08:00", Limit::WorkingDays(1), "2026-12-31", false);
    check("2026-12-30T09:00:00+08:00", Limit::WorkingDays(2), "2027-01-01", true);
    check("2026-12-30T09:00:00+08:00", Limit::Days(9), "2027-01-08", false);
    check("2003-06-02T09:00:00+08:00", Limit::WorkingDays(1), "2003-06-03", true);
    assert_eq!(Calendar::china().version(), "cn-2004-2026");
}

#[test]
fn a_limit_that_is_no_time_gives_no_moment() {
    let check = |limit: Limit, expected: DueError| assert_eq!(due("2026-01-01T00:00:00Z", limit), Err(expected));
    check(Limit::Promised, DueError::Promised);
    check(Limit::Visits(2), DueError::NotATime("visits"));
    check(Limit::Rings(3), DueError::NotATime("rings"));
    assert_eq!(Calendar::china().due(i64::MAX, Limit::Days(1)), Err(DueError::OutOfRange));
    assert_eq!(Calendar::china().due(i64::MIN, Limit::Hours(1)), Err(DueError::OutOfRange));
}

proptest! {
    #[test]
    fn working_days_between_two_days_are_as_many_as_one_counts(from in 0..10_000_u64, length in 0..900_u64) {
        let (calendar, first) = (Calendar::china(), NaiveDate::from_ymd_opt(2002, 11, 1).unwrap());
        let (from, to) = (first + Days::new(from), first + Days::new(from + length));
        let counted = from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| calendar.is_working(*day));
        let counted = i32::try_from(counted.count()).unwrap();
        prop_assert_eq!(calendar.working_days(from, to), counted);
        prop_assert_eq!(calendar.working_days(to, from), -counted);
    }

    #[test]
    fn more_days_are_never_due_earlier(start_ms in 1_000_000_000_000..1_900_000_000_000_i64, days in 1..400_u32) {
        let calendar = Calendar::china();
        let shorter = calendar.due(start_ms, Limit::WorkingDays(days)).unwrap();
        let longer = calendar.due(start_ms, Limit::WorkingDays(days + 1)).unwrap();
        prop_assert!(shorter.at_ms < longer.at_ms);
        prop_assert!(shorter.at_ms > start_ms);
        let last = shorter.in_china().unwrap().date_naive();
        prop_assert!(calendar.is_working(last));
    }

    #[test]
    fn any_start_and_limit_are_answered(start_ms in any::<i64>(), amount in 1..=Limit::AMOUNT_MAX) {
        for limit in [Limit::WorkingDays(amount), Limit::Days(amount), Limit::Months(amount), Limit::Hours(amount)] {
            match Calendar::china().due(start_ms, limit) {
                Ok(due) => prop_assert!(due.at_ms >= start_ms),
                Err(error) => prop_assert_eq!(error, DueError::OutOfRange),
            }
        }
    }
}
