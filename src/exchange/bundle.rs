//! What reading a bundle comes to.

use super::contents::Contents;
use super::device_line::DeviceLine;
use super::event_line::EventLine;
use super::manifest::Manifest;
use super::problem::ProblemAt;
use crate::office::Office;

/// What a bundle holds, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct BundleRead {
    /// The first line; absent where it could not be read.
    pub manifest: Option<Manifest>,
    /// The office that it brings.
    pub office: Option<Office>,
    /// What its device kept beside; there where it is a backup.
    pub device: Option<DeviceLine>,
    /// The event lines, each once, in the file's order; without those that were taken out while reading.
    pub lines: Vec<EventLine>,
    /// How many lines were whole.
    pub whole_lines: u64,
    /// What the event lines hold, repeated ones included.
    pub contents: Contents,
    /// Whether the seal was reached and is the device's over exactly these bytes.
    pub signed: bool,
    /// What forbids taking it in, in the order in which it was found.
    pub problems: Vec<ProblemAt>,
    /// What is worth knowing, in the order in which it was found.
    pub notes: Vec<ProblemAt>,
    /// How many more notes there are.
    pub untold_notes: u64,
}

impl BundleRead {
    /// Tells whether the whole of it may be taken in.
    pub fn is_sound(&self) -> bool {
        self.signed && self.problems.is_empty()
    }
}
