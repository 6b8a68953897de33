//! Reading an office document, and writing it.
//!
//! The text comes from outside: its size, its counts and the length of every phrase are bounded, and nothing of it is
//! guessed or dropped. All problems of the shape are told at once; when there are none, all problems of the content are
//! (see [`super::check`]). An office that was read without a problem is consistent: every id that it names exists.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::de::DeserializeOwned;
use serde::ser::{Error as _, Serialize};
use serde_json::value::RawValue;

use super::check::check;
use super::findings::Finding;
use super::problem::{Fault, OfficeError, Problem};
use super::raw::{Fields, offset_of, path_to, words};
use super::{FORMAT, FORMAT_VERSION, Office};
use crate::json;

/// The document's fields, in the order in which they are written.
const FIELDS: [&str; 15] = [
    "format",
    "format_version",
    "id",
    "code",
    "example",
    "name",
    "address",
    "complaint_phone",
    "system",
    "hours",
    "departments",
    "windows",
    "staff",
    "roster",
    "matters",
];

impl Office {
    /// The largest document that is read, in bytes.
    pub const BYTES_MAX: usize = 2 * 1024 * 1024;
    /// How many problems are told at most.
    pub const PROBLEMS_MAX: usize = 100;

    /// Reads a document.
    ///
    /// # Errors
    /// Says why the text is not an office; see [`OfficeError`].
    pub fn parse(text: &str) -> Result<Self, OfficeError> {
        if text.len() > Self::BYTES_MAX {
            return Err(OfficeError::TooLarge { found: text.len() });
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let fields: Fields<'_> = json::read(text).map_err(|error| OfficeError::NotJson {
            line: error.line(),
            column: error.column(),
            message: words(&error),
        })?;
        recognise(&fields)?;
        let mut reader = Reader { text, fields: &fields, offsets: BTreeMap::new(), problems: Vec::new() };
        reader.check_names();
        let office = reader.office();
        match office {
            Some(office) if reader.problems.is_empty() => {
                for finding in check(&office) {
                    reader.report(finding);
                }
                if reader.problems.is_empty() { Ok(office) } else { Err(OfficeError::Problems(reader.problems)) }
            }
            _ => Err(OfficeError::Problems(reader.problems)),
        }
    }

    /// Reads a document that was looked through before it was kept: much quicker than [`Office::parse`], and short about
    /// what is wrong.
    ///
    /// # Errors
    /// The reader's words.
    pub fn read_kept(text: &str) -> Result<Self, serde_json::Error> {
        json::read(text)
    }

    /// Writes the document: one item a line, so that two versions can be compared line by line.
    ///
    /// # Errors
    /// [`OfficeError::NotWritten`] with the writer's words.
    pub fn to_json(&self) -> Result<String, OfficeError> {
        self.write().map_err(|error| OfficeError::NotWritten(error.to_string()))
    }

    fn write(&self) -> serde_json::Result<String> {
        let mut out = String::from("{\n");
        one(&mut out, "format", &self.format)?;
        one(&mut out, "format_version", &self.format_version)?;
        one(&mut out, "id", &self.id)?;
        one(&mut out, "code", &self.code)?;
        if self.example {
            one(&mut out, "example", &self.example)?;
        }
        one(&mut out, "name", &self.name)?;
        one(&mut out, "address", &self.address)?;
        one(&mut out, "complaint_phone", &self.complaint_phone)?;
        one(&mut out, "system", &self.system)?;
        one(&mut out, "hours", &self.hours)?;
        many(&mut out, "departments", &self.departments)?;
        many(&mut out, "windows", &self.windows)?;
        many(&mut out, "staff", &self.staff)?;
        many(&mut out, "roster", &self.roster)?;
        many(&mut out, "matters", &self.matters)?;
        out.truncate(out.len() - ",\n".len());
        out.push_str("\n}\n");
        Ok(out)
    }
}

fn one(out: &mut String, name: &str, value: &impl Serialize) -> serde_json::Result<()> {
    let value = serde_json::to_string(value)?;
    writeln!(out, "\"{name}\":{value},").map_err(serde_json::Error::custom)
}

fn many(out: &mut String, name: &str, items: &[impl Serialize]) -> serde_json::Result<()> {
    let lines: Vec<String> = items.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    writeln!(out, "\"{name}\":[\n{}\n],", lines.join(",\n")).map_err(serde_json::Error::custom)
}

/// Tells another kind of file and a newer version before anything else is looked at.
fn recognise(fields: &Fields<'_>) -> Result<(), OfficeError> {
    let format = fields.get("format").map_or("missing", RawValue::get);
    if json::read::<String>(format).ok().as_deref() != Some(FORMAT) {
        return Err(OfficeError::NotAnOffice { found: format.chars().take(60).collect() });
    }
    let version = fields.get("format_version").and_then(|raw| json::read::<u64>(raw.get()).ok());
    match version {
        Some(found) if found > u64::from(FORMAT_VERSION) => Err(OfficeError::TooNew { found }),
        _ => Ok(()),
    }
}

/// Builds the office field by field and collects what is wrong with the shape.
struct Reader<'a> {
    text: &'a str,
    fields: &'a Fields<'a>,
    /// Where each item of each list begins, in bytes.
    offsets: BTreeMap<(&'static str, usize), usize>,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn office(&mut self) -> Option<Office> {
        let format = self.one("format");
        let format_version = self.one("format_version");
        let id = self.one("id");
        let code = self.one("code");
        let example = if self.fields.get("example").is_some() { self.one("example") } else { Some(false) };
        let name = self.one("name");
        let address = self.one("address");
        let complaint_phone = self.one("complaint_phone");
        let system = self.one("system");
        let hours = self.many("hours", 50);
        let departments = self.many("departments", 300);
        let windows = self.many("windows", 500);
        let staff = self.many("staff", 3_000);
        let roster = self.many("roster", 20_000);
        let matters = self.many("matters", 2_000);
        Some(Office {
            format: format?,
            format_version: format_version?,
            id: id?,
            code: code?,
            example: example?,
            name: name?,
            address: address?,
            complaint_phone: complaint_phone?,
            system: system?,
            hours: hours?,
            departments: departments?,
            windows: windows?,
            staff: staff?,
            roster: roster?,
            matters: matters?,
        })
    }

    /// Tells names that are unknown or written twice.
    fn check_names(&mut self) {
        for (index, (name, raw)) in self.fields.0.iter().enumerate() {
            let offset = self.offset(raw);
            if !FIELDS.contains(&name.as_str()) {
                self.tell(name.chars().take(60).collect(), offset, Fault::UnknownField);
            } else if self.fields.0.iter().take(index).any(|(earlier, _)| earlier == name) {
                self.tell(name.clone(), offset, Fault::WrittenTwice);
            }
        }
    }

    fn field(&mut self, name: &'static str) -> Option<&'a RawValue> {
        let raw = self.fields.get(name);
        if raw.is_none() {
            self.tell(name.to_owned(), 0, Fault::Missing);
        }
        raw
    }

    fn one<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        let raw = self.field(name)?;
        self.read(name.to_owned(), raw)
    }

    fn many<T: DeserializeOwned>(&mut self, name: &'static str, max: usize) -> Option<Vec<T>> {
        let items = self.items(name, max)?;
        let mut all = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            all.extend(self.read(format!("{name}[{index}]"), item));
        }
        (all.len() == items.len()).then_some(all)
    }

    /// Tells the items of a list apart, and notes where each begins.
    fn items(&mut self, name: &'static str, max: usize) -> Option<Vec<&'a RawValue>> {
        let raw = self.field(name)?;
        self.offsets.insert((name, usize::MAX), self.offset(raw));
        let items: Vec<&RawValue> = match json::read(raw.get()) {
            Ok(items) => items,
            Err(error) => {
                self.tell(name.to_owned(), self.offset(raw), Fault::Shape(words(&error)));
                return None;
            }
        };
        if items.len() > max {
            self.tell(name.to_owned(), self.offset(raw), Fault::TooMuch { found: items.len(), max });
            return None;
        }
        for (index, item) in items.iter().enumerate() {
            self.offsets.insert((name, index), self.offset(item));
        }
        Some(items)
    }

    fn read<T: DeserializeOwned>(&mut self, place: String, raw: &RawValue) -> Option<T> {
        json::read(raw.get()).map_err(|error| self.tell_unreadable(place, raw, &error)).ok()
    }

    fn tell_unreadable(&mut self, place: String, raw: &RawValue, error: &serde_json::Error) {
        let reached = offset_of(raw.get(), error);
        let place = place + &path_to(raw.get(), reached);
        self.tell(place, self.offset(raw) + reached, Fault::Shape(words(error)));
    }

    fn report(&mut self, finding: Finding) {
        let offset = self.offsets.get(&(finding.list, finding.index.unwrap_or(usize::MAX))).copied();
        let offset = offset.or_else(|| self.fields.get(finding.list).map(|raw| self.offset(raw)));
        self.tell(finding.place(), offset.unwrap_or_default(), finding.fault);
    }

    fn tell(&mut self, place: String, offset: usize, fault: Fault) {
        if self.problems.len() < Office::PROBLEMS_MAX {
            let line = self.text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1;
            self.problems.push(Problem { place, line, fault });
        }
    }

    fn offset(&self, raw: &RawValue) -> usize {
        raw.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }
}
