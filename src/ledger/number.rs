//! The number that a visitor is given: made offline, never twice, easy to read aloud, and wrong when mistyped.
//!
//! `XQZW-7K3QF-261121-0042H`: the office's code, the first five characters of the device's id, the local date, that
//! device's counter of that day, and a check character. The check is a parity over GF(32) in which each place has a
//! weight of its own, so every single wrong character and every swap of two neighbours is found (Reed and Solomon, 1960).

use std::str::FromStr;

use chrono::{DateTime, Datelike, TimeDelta};
use thiserror::Error;

use super::crockford;
use super::id::DeviceId;
use super::spelling::{Spelt, spelt};

/// A ticket's number. Numbers sort by office, device, day and counter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TicketNumber {
    /// Padded with zero bytes.
    office: [u8; OFFICE_MAX_CHARS],
    device: [u8; DEVICE_CHARS],
    /// Year of the century, month, day.
    date: [u8; 3],
    counter: u16,
}

/// A text that is no ticket number, or a number that cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// The office's code is not two to four capital letters.
    #[error("`{0}` is not an office's code: two to four letters from A to Z")]
    OfficeCode(String),
    /// Too short or too long.
    #[error("a ticket number has 18 to 20 characters, this one {found}")]
    Length {
        /// Characters found, blanks and dashes aside.
        found: usize,
    },
    /// A character cannot stand at this place.
    #[error("`{found}` cannot stand at place {place} of a ticket number")]
    Character {
        /// What was found.
        found: char,
        /// Where, from 1, blanks and dashes aside.
        place: usize,
    },
    /// Month or day do not exist.
    #[error("the ticket number has no such date in it")]
    Date,
    /// A character is wrong or two are swapped.
    #[error("the ticket number's check character does not fit: a character is wrong or two are swapped")]
    Check,
    /// The device has used up the day's numbers.
    #[error("this device has given all {} numbers of the day", TicketNumber::COUNTER_MAX)]
    DayFull,
    /// The moment is not between 2000 and 2100.
    #[error("the time {0} is not between the years 2000 and 2100")]
    TimeOutOfRange(i64),
}

const OFFICE_MIN_CHARS: usize = 2;
const OFFICE_MAX_CHARS: usize = 4;
const DEVICE_CHARS: usize = 5;
const DATE_CHARS: usize = 6;
const COUNTER_CHARS: usize = 4;
/// Everything behind the office's code: device, date, counter, check.
const TAIL_CHARS: usize = DEVICE_CHARS + DATE_CHARS + COUNTER_CHARS + 1;
const ALL_MAX_CHARS: usize = OFFICE_MAX_CHARS + TAIL_CHARS;
/// With three dashes.
const SHOWN_MAX_CHARS: usize = ALL_MAX_CHARS + 3;
/// Hours by which local time (UTC+8) is ahead of UTC.
const AHEAD_OF_UTC_H: i64 = 8;

impl TicketNumber {
    /// The highest counter of a day.
    pub const COUNTER_MAX: u16 = 9_999;

    /// How many bytes it has where it is kept as bytes.
    pub(super) const BYTES: usize = OFFICE_MAX_CHARS + DEVICE_CHARS + 3 + 2;

    /// Keeps it as bytes, which sort as numbers do.
    pub(super) fn to_bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        let parts = self.office.into_iter().chain(self.device).chain(self.date).chain(self.counter.to_be_bytes());
        bytes.iter_mut().zip(parts).for_each(|(to, from)| *to = from);
        bytes
    }

    /// Takes a number that was kept as bytes.
    pub(super) fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        let [rest @ .., high, low] = bytes;
        let mut number =
            Self { office: [0; _], device: [0; _], date: [0; _], counter: u16::from_be_bytes([high, low]) };
        let fields = number.office.iter_mut().chain(&mut number.device).chain(&mut number.date);
        fields.zip(rest).for_each(|(to, from)| *to = from);
        number
    }

    /// Makes the number of the office's `counter`-th ticket on this device on the local day of `at_ms`.
    pub fn new(office_code: &str, device: &DeviceId, at_ms: i64, counter: u16) -> Result<Self, NumberError> {
        let wrong_code = || NumberError::OfficeCode(office_code.chars().take(20).collect());
        let mut office = [0; OFFICE_MAX_CHARS];
        let length = office_code.len();
        let fits = (OFFICE_MIN_CHARS..=OFFICE_MAX_CHARS).contains(&length);
        if !fits || !office_code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(wrong_code());
        }
        office.iter_mut().zip(office_code.bytes()).for_each(|(to, from)| *to = from);
        if !(1..=Self::COUNTER_MAX).contains(&counter) {
            return Err(NumberError::DayFull);
        }
        let mut start = [0; DEVICE_CHARS];
        start.iter_mut().zip(device.as_str().bytes()).for_each(|(to, from)| *to = from);
        Ok(Self { office, device: start, date: local_date(at_ms)?, counter })
    }

    /// Reads a number as a person types it: lower case, blanks and dashes anywhere, O for 0, I and L for 1.
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        let marks = |symbol: &char| !symbol.is_whitespace() && !matches!(symbol, '-' | '–' | '—' | '－' | '.' | '·');
        let symbols: Vec<char> = typed.chars().filter(marks).take(ALL_MAX_CHARS + 1).collect();
        let Some(office_length) = symbols.len().checked_sub(TAIL_CHARS) else {
            return Err(NumberError::Length { found: symbols.len() });
        };
        if !(OFFICE_MIN_CHARS..=OFFICE_MAX_CHARS).contains(&office_length) {
            return Err(NumberError::Length { found: typed.chars().filter(marks).count() });
        }
        let mut places = symbols.into_iter().enumerate();
        let mut office = [0; OFFICE_MAX_CHARS];
        take(&mut places, office.iter_mut().take(office_length), office_letter)?;
        let mut device = [0; DEVICE_CHARS];
        take(&mut places, device.iter_mut(), device_symbol)?;
        let mut digits = [0; DATE_CHARS + COUNTER_CHARS];
        take(&mut places, digits.iter_mut(), digit)?;
        let mut check = [0; 1];
        take(&mut places, check.iter_mut(), device_symbol)?;
        let [y, yy, m, mm, d, dd, c, cc, ccc, cccc] = digits;
        let pair = |tens: u8, ones: u8| tens * 10 + ones;
        let counter = u16::from(pair(c, cc)) * 100 + u16::from(pair(ccc, cccc));
        let number = Self { office, device, date: [pair(y, yy), pair(m, mm), pair(d, dd)], counter };
        match check {
            [symbol] if symbol != number.check() => Err(NumberError::Check),
            _ if !number.has_a_date() || counter == 0 => Err(NumberError::Date),
            _ => Ok(number),
        }
    }

    /// The office's code.
    pub fn office_code(&self) -> &str {
        let letters = self.office.split(|byte| *byte == 0).next().unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }

    /// The counter of the device on that day, from 1.
    pub const fn counter(&self) -> u16 {
        self.counter
    }

    /// The same office, device and day with another counter.
    pub(super) const fn with_counter(self, counter: u16) -> Self {
        Self { counter, ..self }
    }

    fn has_a_date(self) -> bool {
        let [year, month, day] = self.date;
        chrono::NaiveDate::from_ymd_opt(2000 + i32::from(year), u32::from(month), u32::from(day)).is_some()
    }

    /// Everything before the check character, ungrouped.
    fn body(self) -> impl Iterator<Item = u8> {
        let [year, month, day] = self.date;
        let tens = |number: u8| [b'0' + number / 10 % 10, b'0' + number % 10];
        let [high, low] = [self.counter / 100, self.counter % 100].map(|part| u8::try_from(part).unwrap_or(0));
        let digits = [year, month, day, high, low].into_iter().flat_map(tens);
        self.office.into_iter().take_while(|byte| *byte != 0).chain(self.device).chain(digits)
    }

    /// As it is shown: office, device, date, and counter with check, apart by dashes.
    fn spelling(self) -> Spelt<SHOWN_MAX_CHARS> {
        let office = self.office_code().len();
        let breaks = [office, office + DEVICE_CHARS, office + DEVICE_CHARS + DATE_CHARS];
        let symbols = self.body().chain([self.check()]).enumerate();
        Spelt::of(
            symbols.flat_map(|(place, symbol)| breaks.contains(&place).then_some(b'-').into_iter().chain([symbol])),
        )
    }

    /// The symbol that makes the weighted sum of all symbols zero in GF(32).
    fn check(self) -> u8 {
        crockford::symbol(self.body().fold(0, |sum, symbol| times_two(sum ^ weighed(symbol))))
    }
}

/// The value of a symbol in the check. The four letters that base 32 leaves out stand in an office's code only, where no
/// digit can, so each borrows a digit's value.
fn weighed(symbol: u8) -> u8 {
    match symbol {
        b'O' => 0,
        b'I' => 1,
        b'L' => 2,
        b'U' => 3,
        other => crockford::value(other).unwrap_or(0),
    }
}

/// Multiplies by x in GF(32), reduced by x⁵ + x² + 1.
const fn times_two(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

fn local_date(at_ms: i64) -> Result<[u8; 3], NumberError> {
    let error = || NumberError::TimeOutOfRange(at_ms);
    let utc = DateTime::from_timestamp_millis(at_ms).ok_or_else(error)?;
    let local = utc.naive_utc().checked_add_signed(TimeDelta::hours(AHEAD_OF_UTC_H)).ok_or_else(error)?;
    let year = u8::try_from(local.year() - 2000).ok().filter(|year| *year < 100).ok_or_else(error)?;
    let small = |number: u32| u8::try_from(number).map_err(|_| error());
    Ok([year, small(local.month())?, small(local.day())?])
}

/// Fills `targets` with the next symbols, each read by `read`.
fn take<'a>(
    places: &mut impl Iterator<Item = (usize, char)>,
    targets: impl Iterator<Item = &'a mut u8>,
    read: fn(u8) -> Option<u8>,
) -> Result<(), NumberError> {
    for (target, (place, found)) in targets.zip(places) {
        let read = u8::try_from(halfwidth(found)).ok().and_then(read);
        *target = read.ok_or(NumberError::Character { found, place: place + 1 })?;
    }
    Ok(())
}

/// Chinese keyboards also type full-width letters and digits.
fn halfwidth(symbol: char) -> char {
    match symbol {
        '！'..='～' => u32::from(symbol).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(symbol),
        _ => symbol,
    }
}

fn office_letter(typed: u8) -> Option<u8> {
    match typed.to_ascii_uppercase() {
        b'0' => Some(b'O'),
        b'1' => Some(b'I'),
        letter => Some(letter).filter(u8::is_ascii_uppercase),
    }
}

fn device_symbol(typed: u8) -> Option<u8> {
    Some(crockford::meant(typed)).filter(|symbol| crockford::value(*symbol).is_some())
}

fn digit(typed: u8) -> Option<u8> {
    Some(crockford::meant(typed)).filter(u8::is_ascii_digit).map(|digit| digit - b'0')
}

impl FromStr for TicketNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        Self::parse(text)
    }
}

spelt!(TicketNumber);
