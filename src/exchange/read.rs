//! Reads a bundle: uncompressed bytes are pushed in pieces of any size, what was found comes out at the end.
//!
//! Invariants: memory is bounded by [`Limits`], whatever is pushed; nothing panics; the answer does not depend on how the
//! bytes were cut into pieces; what is read takes effect nowhere. A bundle is taken in only when it is sound as a whole.
//!
//! Deliberately absent: decompression. The browser has its own; the host's is in `gzip.rs` beside this file.

use super::device_line::{DEVICE_PREFIX, DeviceLine};
use super::digest::{LineHash, SealDigest, hash_of};
use super::line::{LineKind, manifest_of, office_of, seal_of};
use super::manifest::{FORMAT_VERSION, OFFICE_PREFIX, Seal, sealed_message};
use super::piece::{Piece, Stopped};
use super::problem::{BundleProblem, ProblemAt, quoted};
use super::trail::Trail;
use super::{BundleRead, Count, EventLine, Limits};
use crate::json;
use crate::ledger::{Event, EventId, Fact, LineReader, Nesting};

/// Takes an event over: what a plan needs to know of it but the text, the text, the event.
type Each<'a> = dyn FnMut(EventLine, &str, Event) + 'a;

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Manifest,
    OfficeOrLater,
    DeviceOrEvents,
    Events,
    Sealed,
    Stopped,
}

/// Reads a bundle piece by piece.
pub struct BundleReader {
    limits: Limits,
    stage: Stage,
    /// The beginning of a line whose end has not come yet.
    carried: Vec<u8>,
    whole_bytes: u64,
    digest: SealDigest,
    trail: Trail,
    events_reader: LineReader,
    read: BundleRead,
}

impl BundleReader {
    /// Starts reading a file.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            stage: Stage::Manifest,
            carried: Vec::new(),
            whole_bytes: 0,
            digest: SealDigest::of_version(FORMAT_VERSION),
            trail: Trail::default(),
            events_reader: LineReader::default(),
            read: BundleRead::default(),
        }
    }

    /// Takes the next piece of the uncompressed file, and keeps its event lines.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), Stopped> {
        let mut lines = std::mem::take(&mut self.read.lines);
        let pushed = self.push_each(piece, |line, text, _| lines.push(EventLine { text: text.to_owned(), ..line }));
        self.read.lines = lines;
        pushed
    }

    /// Takes the next piece of the uncompressed file, and hands each event over as it was read, with its line's text.
    ///
    /// None of them may take effect before [`BundleReader::finish`] has called the file sound.
    pub fn push_each<'a>(
        &mut self,
        piece: impl Into<Piece<'a>>,
        mut each: impl FnMut(EventLine, &str, Event),
    ) -> Result<(), Stopped> {
        self.push_dyn(piece.into(), &mut each)
    }

    fn push_dyn(&mut self, piece: Piece<'_>, each: &mut Each<'_>) -> Result<(), Stopped> {
        let Piece { bytes: piece, hashes } = piece;
        let mut made = hashes.as_chunks().0.iter().copied();
        self.whole_bytes += piece.len() as u64;
        let (found_bytes, limit_bytes) = (self.whole_bytes, self.limits.whole_bytes_max);
        if found_bytes > limit_bytes {
            self.stop(BundleProblem::TooLarge { found_bytes, limit_bytes }, 0);
        }
        let mut rest = piece;
        while self.stage != Stage::Stopped && !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest);
            let (part, behind) = rest.split_at(end.unwrap_or(rest.len()));
            rest = behind.get(1..).unwrap_or_default();
            if let Some(problem) = self.too_long(part) {
                self.stop(problem, self.read.whole_lines + 1);
            } else if end.is_none() {
                self.carried.extend_from_slice(part);
            } else if self.carried.is_empty() {
                self.take_line(part, made.next(), each);
            } else {
                let mut line = std::mem::take(&mut self.carried);
                line.extend_from_slice(part);
                self.take_line(&line, made.next(), each);
                line.clear();
                self.carried = line;
            }
        }
        if self.stage == Stage::Stopped { Err(Stopped) } else { Ok(()) }
    }

    /// Hands over the event lines read since the last call, so that a long file need not lie in memory.
    ///
    /// None of them may take effect before [`BundleReader::finish`] has called the file sound.
    pub fn take_lines(&mut self) -> Vec<EventLine> {
        std::mem::take(&mut self.read.lines)
    }

    /// Returns how many uncompressed bytes were pushed.
    pub fn whole_bytes(&self) -> u64 {
        self.whole_bytes
    }

    /// Ends reading where the file ends.
    pub fn finish(mut self) -> BundleRead {
        let line = self.read.whole_lines + 1;
        match self.stage {
            Stage::Manifest if !begins_like_manifest(&self.carried) => {
                self.stop(BundleProblem::NotABundle { found: quoted(&self.carried) }, line);
            }
            Stage::Sealed if !self.carried.is_empty() => self.stop(BundleProblem::AfterSeal, line),
            Stage::Manifest | Stage::OfficeOrLater | Stage::DeviceOrEvents | Stage::Events => {
                self.stop(self.cut_short(), line);
            }
            Stage::Sealed | Stage::Stopped => {}
        }
        self.read
    }

    /// Ends reading where the compressed data ends too early.
    pub fn finish_cut(mut self) -> BundleRead {
        self.stop(self.cut_short(), self.read.whole_lines + 1);
        self.read
    }

    /// Ends reading where the compressed data is damaged.
    pub fn finish_damaged(mut self) -> BundleRead {
        let whole_lines = self.read.whole_lines;
        self.stop(BundleProblem::Damaged { whole_lines }, whole_lines + 1);
        self.read
    }

    /// Ends reading because of a problem of the whole file.
    pub fn finish_with(mut self, problem: BundleProblem) -> BundleRead {
        self.stop(problem, 0);
        self.read
    }

    fn cut_short(&self) -> BundleProblem {
        BundleProblem::CutShort {
            whole_lines: self.read.whole_lines,
            found_events: self.read.contents.events,
            stated_events: self.read.manifest.as_ref().map(|manifest| manifest.events),
        }
    }

    /// Stops reading for good; the first reason is the one that counts.
    fn stop(&mut self, problem: BundleProblem, line: u64) {
        if self.stage != Stage::Stopped {
            self.stage = Stage::Stopped;
            self.read.signed = false;
            self.read.problems.push(problem.at_line(line));
        }
    }

    fn tell(&mut self, at: ProblemAt) {
        let (limit, line) = (self.limits.told_max, at.line);
        if !at.problem.is_note() {
            self.read.problems.push(at);
            if self.read.problems.len() >= limit {
                self.stop(BundleProblem::TooManyProblems { limit }, line);
            }
        } else if self.read.notes.len() < limit {
            self.read.notes.push(at);
        } else {
            self.read.untold_notes += 1;
        }
    }

    /// Finds a line too long while it is being gathered.
    fn too_long(&self, part: &[u8]) -> Option<BundleProblem> {
        let found_bytes = self.carried.len() + part.len();
        let start = || self.carried.iter().chain(part).copied();
        let begins_like = |prefix: &str| prefix.bytes().zip(start()).all(|(a, b)| a == b);
        let limits = &self.limits;
        let limit_bytes = match self.stage {
            Stage::OfficeOrLater if begins_like(OFFICE_PREFIX) => limits.office_line_bytes_max,
            Stage::OfficeOrLater | Stage::DeviceOrEvents if begins_like(DEVICE_PREFIX) => limits.device_line_bytes_max,
            _ => limits.line_bytes_max,
        };
        if found_bytes <= limit_bytes {
            return None;
        }
        let start: Vec<u8> = start().take(256).collect();
        if self.stage == Stage::Manifest && !begins_like_manifest(&start) {
            return Some(BundleProblem::NotABundle { found: quoted(&start) });
        }
        Some(BundleProblem::LineTooLong { found_bytes, limit_bytes })
    }

    fn take_line(&mut self, line: &[u8], made: Option<LineHash>, each: &mut Each<'_>) {
        self.read.whole_lines += 1;
        let (stage, number, kind) = (self.stage, self.read.whole_lines, LineKind::of(line));
        if stage == Stage::Sealed {
            return self.stop(BundleProblem::AfterSeal, number);
        }
        self.stage = match (stage, kind) {
            (Stage::Manifest, _) => Stage::OfficeOrLater,
            (Stage::OfficeOrLater, LineKind::Office) => Stage::DeviceOrEvents,
            (_, LineKind::Seal) => Stage::Sealed,
            _ => Stage::Events,
        };
        let hash = made.unwrap_or_else(|| hash_of(line));
        if stage != Stage::Manifest && kind == LineKind::Event {
            self.read.contents.events += 1;
        }
        let result = text_of(line).and_then(|text| match (stage, kind) {
            (Stage::OfficeOrLater | Stage::DeviceOrEvents | Stage::Events, LineKind::Event) => {
                self.take_event(text, &hash, each)
            }
            _ => self.check_depth(text).and_then(|()| self.take_other(stage, kind, text)),
        });
        // Not before the manifest has said in which version.
        self.digest.line(line, &hash);
        match result {
            Ok(()) => {}
            Err(problem @ BundleProblem::TooManyEvents { .. }) => self.stop(problem, number),
            Err(problem) if stage == Stage::Manifest => self.stop(problem, number),
            Err(problem) => self.tell(problem.at_line(number)),
        }
    }

    fn check_depth(&self, text: &str) -> Result<(), BundleProblem> {
        let (found, limit) = (json::depth_of(text.as_bytes()), self.limits.depth_max);
        if found > limit { Err(BundleProblem::TooDeep { found, limit }) } else { Ok(()) }
    }

    fn take_other(&mut self, stage: Stage, kind: LineKind, text: &str) -> Result<(), BundleProblem> {
        match (stage, kind) {
            (Stage::Manifest, _) => self.take_manifest(text),
            (Stage::OfficeOrLater, LineKind::Office) => office_of(text).map(|office| self.read.office = Some(office)),
            (Stage::OfficeOrLater | Stage::DeviceOrEvents, LineKind::Device) => {
                DeviceLine::read(text).map(|device| self.read.device = Some(device))
            }
            (_, LineKind::Device) => Err(BundleProblem::MisplacedDevice),
            (_, LineKind::Seal) => seal_of(text).map(|seal| self.take_seal(&seal)),
            _ => Err(BundleProblem::MisplacedOffice),
        }
    }

    fn take_manifest(&mut self, text: &str) -> Result<(), BundleProblem> {
        let manifest = manifest_of(text)?;
        let (device, key_device) = (manifest.device, manifest.key.device_id());
        if key_device != device {
            self.tell(BundleProblem::DeviceKeyMismatch { device, key_device }.at_line(self.read.whole_lines));
        }
        self.digest = SealDigest::of_version(manifest.version);
        self.trail.expect(manifest.events);
        self.read.manifest = Some(manifest);
        Ok(())
    }

    fn take_event(&mut self, text: &str, hash: &LineHash, each: &mut Each<'_>) -> Result<(), BundleProblem> {
        let limit = self.limits.events_max;
        if self.read.contents.events > limit {
            return Err(BundleProblem::TooManyEvents { limit });
        }
        let (event, nesting) = self.events_reader.read(text);
        if !matches!(nesting, Nesting::UpTo(depth) if depth <= self.limits.depth_max) {
            self.check_depth(text)?;
        }
        let event = event.map_err(|error| BundleProblem::BadEventLine { why: error.to_string() })?;
        let line = EventLine::new(EventId::of_hash(hash), &event, String::new());
        self.read.contents.note(event.at_ms, line.registers);
        if !self.trail.is_new(&line, self.read.whole_lines) {
            return Err(BundleProblem::Duplicate { event: line.id });
        }
        let unknown = match &event.fact {
            Fact::Unknown { kind, .. } => Some(BundleProblem::UnknownAct { act: kind.clone() }),
            _ => None,
        };
        each(line, text, event);
        unknown.map_or(Ok(()), Err)
    }

    fn take_seal(&mut self, seal: &Seal) {
        let Some(manifest) = &self.read.manifest else { return };
        let line = self.read.whole_lines;
        let found = std::mem::replace(&mut self.digest, SealDigest::of_version(manifest.version)).finish();
        let message = sealed_message(manifest.version, seal.events, &seal.sha256);
        let mut told: Vec<ProblemAt> = Vec::new();
        if found != seal.sha256 {
            let near_line = self.trail.first_break();
            told.push(BundleProblem::Altered { found, stated: seal.sha256.clone(), near_line }.at_line(0));
        } else if manifest.key.verify(message.as_bytes(), &seal.signature).is_err() {
            told.push(BundleProblem::WrongSignature { device: manifest.device }.at_line(line));
        } else {
            self.read.signed = true;
        }
        let contents = self.read.contents;
        told.extend(contents.mismatches(manifest).map(|problem| problem.at_line(1)));
        if contents.events != seal.events {
            let (stated, found) = (seal.events.cast_signed(), contents.events.cast_signed());
            told.push(BundleProblem::CountMismatch { count: Count::SealedEvents, stated, found }.at_line(line));
        }
        for at in told {
            self.tell(at);
        }
    }
}

fn text_of(line: &[u8]) -> Result<&str, BundleProblem> {
    std::str::from_utf8(line).map_err(|error| BundleProblem::NotText { at_byte: error.valid_up_to() })
}

/// Tells whether this can be the beginning of a manifest as the writer writes it, if only a part of it.
fn begins_like_manifest(bytes: &[u8]) -> bool {
    "{\"format\":\"shouwen-bundle\"".bytes().zip(bytes.iter().copied()).all(|(a, b)| a == b)
}
