//! What the exchange's tests share: small chains of events, bundles of them, and ways to spoil bundles.

use std::sync::Arc;

use shouwen::exchange::{BundleRead, BundleReader, BundleWriter, Contents, Cover, DeviceKey, Limits, OfficeNamed};
use shouwen::ledger::{By, Closing, DeviceId, Event, EventId, Fact, Intake, TicketId, TicketNumber, Visitor};
use shouwen::rules::MatterKind;

/// 2026-03-02 09:00 in UTC+8.
pub(crate) const START_MS: i64 = 1_772_413_200_000;

/// A device that writes events one after the other, a minute apart.
pub(crate) struct Pen {
    pub(crate) key: DeviceKey,
    seq: u64,
    prev: Option<EventId>,
    pub(crate) lines: Vec<String>,
}

impl Pen {
    pub(crate) fn new(seed: u8) -> Self {
        Self { key: DeviceKey::from_seed(&[seed; 32]), seq: 0, prev: None, lines: Vec::new() }
    }

    pub(crate) fn device(&self) -> DeviceId {
        self.key.device_id()
    }

    pub(crate) fn write(&mut self, ticket: Option<TicketId>, fact: Fact) -> EventId {
        self.seq += 1;
        let event = Event {
            device: self.device(),
            seq: self.seq,
            at_ms: START_MS + i64::try_from(self.seq).unwrap() * 60_000,
            tick: 0,
            by: By::Visitor,
            ticket,
            prev: self.prev,
            after: ticket.into_iter().collect(),
            fact,
        };
        let line = event.to_line().unwrap();
        let id = EventId::of_line(&line);
        self.prev = Some(id);
        self.lines.push(line);
        id
    }

    /// Registers a ticket, answers and closes it.
    pub(crate) fn whole_ticket(&mut self, name: &str) -> TicketId {
        let counter = u16::try_from(self.seq + 1).unwrap();
        let number = TicketNumber::new("TEST", &self.device(), START_MS, counter).unwrap();
        let visitor = Visitor { name: name.to_owned(), phone: "13800000000".to_owned(), anonymous: false };
        let intake = Intake {
            number,
            nonce: format!("form-{counter}"),
            office: "test-office".into(),
            matter: None,
            subject: "居住证到期换领".to_owned(),
            kind: MatterKind::Business,
            visitor,
            details: "\"quoted\", 换行\n, \\ and <script>alert(1)</script>".to_owned(),
            department: None,
            told_once: true,
        };
        let ticket = self.write(None, Fact::Registered(Arc::new(intake)));
        self.write(Some(ticket), Fact::Answered { text: "可当场换领".to_owned() });
        self.write(Some(ticket), Fact::Closed { closing: Closing::Settled, note: String::new() });
        ticket
    }
}

/// Three events of one ticket.
pub(crate) fn small() -> Pen {
    let mut pen = Pen::new(7);
    pen.whole_ticket("张三");
    pen
}

pub(crate) fn contents_of(lines: &[String]) -> Contents {
    let events: Vec<Event> = lines.iter().map(|line| Event::from_line(line).unwrap()).collect();
    Contents::of(&events)
}

pub(crate) fn cover_of(lines: &[String]) -> Cover {
    let office = Some(OfficeNamed { id: "test-office".into(), name: "试验单位".to_owned() });
    Cover { office, made_at_ms: START_MS + 86_400_000, contents: contents_of(lines) }
}

/// The uncompressed bundle of these lines.
pub(crate) fn bundle_of(lines: &[String], key: &DeviceKey) -> Vec<u8> {
    sealed(&cover_of(lines), lines, key)
}

/// The uncompressed bundle of these lines under any cover, true or not.
pub(crate) fn sealed(cover: &Cover, lines: &[String], key: &DeviceKey) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = BundleWriter::start(cover, None, key, &mut out).unwrap();
    for line in lines {
        writer.event(line, &mut out).unwrap();
    }
    writer.seal(&mut out).unwrap();
    out
}

/// The same bundle as version 1 wrote it: the seal is over the bytes.
pub(crate) fn as_version_1(bundle: &[u8], key: &DeviceKey) -> Vec<u8> {
    let mut lines = lines_of(bundle);
    let seal: serde_json::Value = serde_json::from_slice(&lines.pop().unwrap()).unwrap();
    let manifest = String::from_utf8(lines[0].clone()).unwrap();
    assert!(manifest.contains("\"version\":2,"), "{manifest}");
    lines[0] = manifest.replacen("\"version\":2,", "\"version\":1,", 1).into_bytes();
    let (events, sha256) = (&seal["seal"]["events"], sha256_of(&lines.concat()));
    let signature = key.sign(format!("shouwen-bundle-seal-1\n{events}\n{sha256}\n").as_bytes());
    let seal = format!("{{\"seal\":{{\"events\":{events},\"sha256\":\"{sha256}\",\"signature\":\"{signature}\"}}}}\n");
    lines.push(seal.into_bytes());
    lines.concat()
}

pub(crate) fn read(bytes: &[u8]) -> BundleRead {
    read_within(bytes, Limits::default())
}

pub(crate) fn read_within(bytes: &[u8], limits: Limits) -> BundleRead {
    let mut reader = BundleReader::new(limits);
    match reader.push(bytes) {
        Ok(()) | Err(shouwen::exchange::Stopped) => reader.finish(),
    }
}

/// `line code` of every problem, then of every note in parentheses.
pub(crate) fn told(read: &BundleRead) -> Vec<String> {
    let problems = read.problems.iter().map(|at| format!("{} {}", at.line, at.problem.code()));
    let notes = read.notes.iter().map(|at| format!("({} {})", at.line, at.problem.code()));
    problems.chain(notes).collect()
}

/// The texts of the event lines that were read.
pub(crate) fn texts(read: &BundleRead) -> Vec<String> {
    read.lines.iter().map(|line| line.text.clone()).collect()
}

pub(crate) fn lines_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

pub(crate) fn sha256_of(bytes: &[u8]) -> String {
    use sha2::Digest;
    format!("{:x}", sha2::Sha256::digest(bytes))
}

pub(crate) fn gzipped(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
