//! What can be wrong with an office document: each problem with its place, what was found, and the mend.

use std::fmt;

use thiserror::Error;

use super::{FORMAT, FORMAT_VERSION, ICONS, Office};

/// Why a text is not an office.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OfficeError {
    /// The file is larger than any office needs.
    #[error("the file has {found} bytes, an office at most {}; is it the right file?", Office::BYTES_MAX)]
    TooLarge {
        /// Its size in bytes.
        found: usize,
    },
    /// The text is not a JSON object.
    #[error("line {line}, column {column}: {message}; the file must be one JSON object in UTF-8")]
    NotJson {
        /// 1-based.
        line: usize,
        /// 1-based.
        column: usize,
        /// What the reader met.
        message: String,
    },
    /// It is JSON, but of another kind.
    #[error("`format` is {found}, but an office says `\"{FORMAT}\"`; is it the right file?")]
    NotAnOffice {
        /// What stands there.
        found: String,
    },
    /// A newer Shouwen wrote it.
    #[error(
        "this office is written in version {found}, and this Shouwen reads up to {FORMAT_VERSION}; update Shouwen first"
    )]
    TooNew {
        /// Its version.
        found: u64,
    },
    /// It has problems; all of them, in the document's order, at most [`Office::PROBLEMS_MAX`].
    #[error("{}", Lines(.0))]
    Problems(Vec<Problem>),
    /// It could not be written as JSON.
    #[error("the office cannot be written as JSON: {0}")]
    NotWritten(String),
}

/// One problem of a document.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {place}: {fault}")]
pub struct Problem {
    /// Where it is, e.g. `matters[12].window`; items are counted from 0.
    pub place: String,
    /// The line on which that item begins, 1-based.
    pub line: usize,
    /// What is wrong, and the mend.
    pub fault: Fault,
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// The shape is not the one that docs/office.md shows; in the reader's words.
    #[error("{0}; see docs/office.md for the shape")]
    Shape(String),
    /// A field that every office has is not there.
    #[error("is missing; add it")]
    Missing,
    /// No such field exists.
    #[error("is not a field of an office; remove it, or correct its spelling")]
    UnknownField,
    /// A field stands there a second time.
    #[error("is written twice; keep one")]
    WrittenTwice,
    /// Nothing stands where something must.
    #[error("is empty; write at least one")]
    Empty,
    /// More characters or items than the format allows.
    #[error("has {found}, at most {max} are allowed; shorten it")]
    TooMuch {
        /// How many there are.
        found: usize,
        /// How many there may be.
        max: usize,
    },
    /// A control character, or blanks at an end.
    #[error("has a blank at its beginning or end, or a control character; remove it")]
    Untidy,
    /// Not an id.
    #[error("`{found}` is not an id; use 1 to {} characters of a-z, 0-9, `-` and `_`", Office::ID_CHARS_MAX)]
    BadId {
        /// What stands there.
        found: String,
    },
    /// Not the letters that start a ticket number.
    #[error("`{found}` cannot start ticket numbers; use two to four capital letters A-Z")]
    BadCode {
        /// What stands there.
        found: String,
    },
    /// Two items have one id or number.
    #[error("`{id}` already belongs to {first}; give each its own")]
    Taken {
        /// The id or number.
        id: String,
        /// The place of the first that has it.
        first: String,
    },
    /// An id that nothing in the document has.
    #[error("`{id}` is not in `{list}`; add it there, or name one that is")]
    Dangling {
        /// The id.
        id: String,
        /// The list that should hold it.
        list: &'static str,
    },
    /// The head of a department is not one.
    #[error("`{id}` leads this department; set their `post` to \"head\" or \"leader\"")]
    NotAHead {
        /// The member of staff.
        id: String,
    },
    /// Not a time.
    #[error("`{found}` is not a time; write hours and minutes as 08:30")]
    BadTime {
        /// What stands there.
        found: String,
    },
    /// A period ends before it begins.
    #[error("ends at {to}, not after it begins at {from}; correct one of them")]
    Reversed {
        /// Its start.
        from: String,
        /// Its end.
        to: String,
    },
    /// Not a date.
    #[error("`{found}` is not a date; write year, month and day as 2019-08-12")]
    BadDate {
        /// What stands there.
        found: String,
    },
    /// Not a weekday.
    #[error("{found} is not a weekday; write 1 for Monday up to 7 for Sunday")]
    BadWeekday {
        /// What stands there.
        found: u8,
    },
    /// One person would have two shifts at one time.
    #[error("`{staff}` already has a shift then ({first}); change one of the two")]
    TwoShifts {
        /// The member of staff.
        staff: String,
        /// The place of the other shift.
        first: String,
    },
    /// A rank beyond the scale.
    #[error("{found} is not a rank; use 0 to {}", Office::RANK_MAX)]
    BadRank {
        /// What stands there.
        found: i32,
    },
    /// No such picture.
    #[error("`{found}` is not a picture; use one of {}", ICONS.join(", "))]
    UnknownIcon {
        /// What stands there.
        found: String,
    },
    /// Not pinyin.
    #[error(
        "`{found}` is not pinyin; write lower-case letters a-z without tones, v for ü, one blank between syllables"
    )]
    BadPinyin {
        /// What stands there.
        found: String,
    },
    /// The pinyin has not as many syllables as the name has characters.
    #[error("has {found} syllables for {expected} characters; write one for each character")]
    Syllables {
        /// Syllables found.
        found: usize,
        /// Characters of the name.
        expected: usize,
    },
    /// A paper of which neither original nor copy is wanted.
    #[error("asks for neither originals nor copies; write how many")]
    NoSheets,
    /// A limit that is not a span of time.
    #[error("`{found}` does not say how long; use minutes, hours, days, working_days, months or now")]
    NotASpan {
        /// The limit.
        found: String,
    },
}

/// Problems, one a line.
struct Lines<'a>(&'a [Problem]);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                formatter.write_str("\n")?;
            }
            write!(formatter, "{problem}")?;
        }
        Ok(())
    }
}
