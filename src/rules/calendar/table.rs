//! The published calendar, one line a year: days off and working days as ranges of `MMDD`, weekends included where the
//! notice names them.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};

/// The yearly notices of the State Council; a line is a year, its days off, and the weekend days on which people work.
const CHINA: &str = include_str!("china.txt");

/// Which days are worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    version: String,
    /// Published years, days off, and weekend days on which people work; each in order, as in the table.
    years: Vec<i32>,
    off: Vec<NaiveDate>,
    on: Vec<NaiveDate>,
    /// Those of the days off that are no weekend days.
    off_weekdays: Vec<NaiveDate>,
}

/// China's, read once.
static CHINA_READ: LazyLock<Calendar> = LazyLock::new(|| Calendar::read("cn", CHINA));

impl Calendar {
    /// China's published calendar.
    pub fn china() -> &'static Self {
        &CHINA_READ
    }

    /// Reads a table; lines that are none are left out, and the tests hold the table against the notices day by day.
    fn read(name: &str, table: &str) -> Self {
        let mut calendar = Self {
            version: String::new(),
            years: Vec::new(),
            off: Vec::new(),
            on: Vec::new(),
            off_weekdays: Vec::new(),
        };
        for line in table.lines() {
            let mut words = line.split_ascii_whitespace();
            let Some(year) = words.next().and_then(|year| year.parse().ok()) else { continue };
            calendar.years.push(year);
            let mut days = &mut calendar.off;
            for word in words {
                match word {
                    "off" => days = &mut calendar.off,
                    "on" => days = &mut calendar.on,
                    range => days.extend(read_range(year, range)),
                }
            }
        }
        let (first, last) = (calendar.years.first().copied(), calendar.years.last().copied());
        calendar.off_weekdays = calendar.off.iter().copied().filter(|day| !is_weekend(*day)).collect();
        calendar.version = format!("{name}-{}-{}", first.unwrap_or_default(), last.unwrap_or_default());
        calendar
    }

    /// The calendar's version: the country and the years that are published.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Tells whether the day's year has been published; if not, [`Calendar::is_working`] knows weekends alone.
    pub fn is_published(&self, day: NaiveDate) -> bool {
        self.years.contains(&day.year())
    }

    /// Tells whether people work on the day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let listed = |days: &[NaiveDate]| days.binary_search(&day).is_ok();
        if is_weekend(day) { listed(&self.on) } else { !listed(&self.off) }
    }

    /// Counts the working days after `from` up to and including `to`; below zero where `to` lies before.
    pub fn working_days(&self, from: NaiveDate, to: NaiveDate) -> i32 {
        self.working_days_until(to) - self.working_days_until(from)
    }

    /// Counts the working days since the year 1.
    fn working_days_until(&self, day: NaiveDate) -> i32 {
        let until =
            |days: &[NaiveDate]| i32::try_from(days.partition_point(|listed| *listed <= day)).unwrap_or(i32::MAX);
        weekdays_until(day) - until(&self.off_weekdays) + until(&self.on)
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Counts the days from Monday to Friday since the first of January of the year 1, which was a Monday.
fn weekdays_until(day: NaiveDate) -> i32 {
    let days = day.num_days_from_ce();
    days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
}

/// Lists the days of `MMDD` or `MMDD-MMDD`.
fn read_range(year: i32, range: &str) -> impl Iterator<Item = NaiveDate> {
    let day = move |text: &str| {
        let number: u32 = text.parse().ok()?;
        NaiveDate::from_ymd_opt(year, number / 100, number % 100)
    };
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    let days = day(first).zip(day(last)).map(|(first, last)| first.iter_days().take_while(move |day| *day <= last));
    days.into_iter().flatten()
}
