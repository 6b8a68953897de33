//! Working days of the People's Republic of China, with make-up working days (调休), and when something is due.
//!
//! A day counts from the one after the start. A limit in days or months ends with the last second of its day, a limit in
//! hours or minutes to the minute. All times are Chinese standard time (UTC+8, no summer time). A year whose calendar
//! nobody has published yet is counted by weekends alone, and every deadline that touches it says that it is
//! provisional. The table holds the State Council's yearly notices; see [`table`].

mod due;
mod table;

pub use due::{Due, DueError};
pub use table::Calendar;
