//! The fields around the fact, in the order in which they are written.

use crate::ledger::event::Event;
use crate::ledger::{By, DeviceId, EventId, TicketId};
use crate::office::StaffId;

/// More digits may be more than a number holds.
const DIGITS_MAX: usize = 18;

/// Everything of a line but what its fact says.
pub(super) struct Envelope<'a> {
    device: DeviceId,
    seq: u64,
    at_ms: i64,
    tick: u32,
    by: By,
    ticket: Option<TicketId>,
    prev: Option<EventId>,
    after: Vec<EventId>,
    /// What stands where the fact does: to the line's end, but for the bracket that ends the event.
    pub(super) fact: &'a str,
}

impl<'a> Envelope<'a> {
    /// Reads a line as it is written here; none where it is written in any other way.
    pub(super) fn of(line: &'a str) -> Option<Self> {
        let mut rest = Rest(line);
        rest.skip("{\"device\":\"")?;
        let device = rest.word()?.parse().ok()?;
        rest.skip(",\"seq\":")?;
        let seq = rest.number()?;
        rest.skip(",\"at\":")?;
        let at_ms = i64::try_from(rest.number()?).ok()?;
        let tick = if rest.skip(",\"tick\":").is_some() { u32::try_from(rest.number()?).ok()? } else { 0 };
        rest.skip(",\"by\":")?;
        let by = rest.by()?;
        let ticket = if rest.skip(",\"ticket\":\"").is_some() { Some(rest.id()?) } else { None };
        let prev = if rest.skip(",\"prev\":\"").is_some() { Some(rest.id()?) } else { None };
        let after = if rest.skip(",\"after\":[").is_some() { rest.ids()? } else { Vec::new() };
        rest.skip(",\"fact\":")?;
        let fact = rest.0.strip_suffix('}')?;
        Some(Self { device, seq, at_ms, tick, by, ticket, prev, after, fact })
    }

    /// The event, with what its fact says.
    pub(super) fn event(self, fact: crate::ledger::Fact) -> Event {
        let Self { device, seq, at_ms, tick, by, ticket, prev, after, .. } = self;
        Event { device, seq, at_ms, tick, by, ticket, prev, after, fact }
    }
}

/// What is left of a line.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// Passes over `expected`, where it comes next.
    fn skip(&mut self, expected: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(expected)?;
        Some(())
    }

    /// Reads the rest of a string in which nothing is escaped, and its end.
    fn word(&mut self) -> Option<&'a str> {
        let end = self.0.bytes().position(|byte| byte == b'"' || byte == b'\\' || byte < b' ')?;
        let (word, rest) = self.0.split_at_checked(end)?;
        self.0 = rest.strip_prefix('"')?;
        Some(word)
    }

    /// Reads a whole number that is not negative.
    fn number(&mut self) -> Option<u64> {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = self.0.split_at_checked(digits)?;
        self.0 = rest;
        // JSON knows no zero in front, and no number without digits.
        let plain = digits == 1 || !number.starts_with('0');
        number.parse().ok().filter(|_| plain && digits <= DIGITS_MAX)
    }

    fn by(&mut self) -> Option<By> {
        if self.skip("\"visitor\"").is_some() {
            return Some(By::Visitor);
        }
        self.skip("{\"staff\":\"")?;
        let staff = StaffId(self.word()?.to_owned());
        self.skip("}")?;
        Some(By::Staff(staff))
    }

    fn id(&mut self) -> Option<EventId> {
        self.word()?.parse().ok()
    }

    /// Reads the rest of a list of ids that is not empty, and its end.
    fn ids(&mut self) -> Option<Vec<EventId>> {
        let mut ids = Vec::new();
        loop {
            self.skip("\"")?;
            ids.push(self.id()?);
            if self.skip("]").is_some() {
                return Some(ids);
            }
            self.skip(",")?;
        }
    }
}
