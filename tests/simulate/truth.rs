//! What is true whatever the library says: every event as its line, read as plain JSON by other code than the library's.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use serde_json::Value;
use sha2::{Digest, Sha256};
use shouwen::ledger::{DeviceId, EventId, TicketId};

/// An event as its line says.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) id: EventId,
    pub(crate) line: Rc<str>,
    pub(crate) device: DeviceId,
    pub(crate) seq: u64,
    pub(crate) at_ms: i64,
    pub(crate) tick: u64,
    pub(crate) prev: Option<EventId>,
    pub(crate) after: Vec<EventId>,
    /// The ticket; of a registration the one that it starts.
    pub(crate) ticket: Option<TicketId>,
    pub(crate) by_staff: bool,
    pub(crate) kind: String,
    /// The fact's content.
    pub(crate) content: Value,
}

/// Every event that was ever written anywhere, stored or not.
#[derive(Debug, Default)]
pub(crate) struct Truth {
    events: HashMap<EventId, Rc<Known>>,
    /// Events that a whole file has carried away.
    pub(crate) carried: BTreeSet<EventId>,
}

impl Known {
    /// Reads a line; none where it is not an event's.
    fn read(line: &str) -> Option<Self> {
        let json: Value = serde_json::from_str(line).ok()?;
        let id = sha256_id(line)?;
        let name = |key: &str| json.get(key).and_then(Value::as_str).and_then(|name| name.parse::<EventId>().ok());
        let (kind, content) = json.get("fact")?.as_object()?.iter().next()?;
        let after = json.get("after").and_then(Value::as_array).into_iter().flatten();
        Some(Self {
            id,
            line: line.into(),
            device: json.get("device")?.as_str()?.parse().ok()?,
            seq: json.get("seq")?.as_u64()?,
            at_ms: json.get("at")?.as_i64()?,
            tick: json.get("tick").map_or(Some(0), Value::as_u64)?,
            prev: name("prev"),
            after: after.filter_map(|id| id.as_str()?.parse().ok()).collect(),
            ticket: name("ticket").or((kind == "registered").then_some(id)),
            by_staff: json.get("by")?.get("staff").is_some(),
            kind: kind.clone(),
            content: content.clone(),
        })
    }

    /// A text of its content.
    pub(crate) fn says(&self, key: &str) -> &str {
        self.content.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether it registers a ticket.
    pub(crate) fn registers(&self) -> bool {
        self.kind == "registered"
    }
}

/// An event's id, from the definition in docs/ledger.md.
fn sha256_id(line: &str) -> Option<EventId> {
    format!("{:x}", Sha256::digest(line.as_bytes())).get(..32)?.parse().ok()
}

impl Truth {
    /// Takes note of a line.
    pub(crate) fn learn(&mut self, line: &str) -> Rc<Known> {
        let id = EventId::of_line(line);
        if let Some(known) = self.events.get(&id) {
            return Rc::clone(known);
        }
        let known = Rc::new(Known::read(line).unwrap_or_else(|| panic!("no event: {line}")));
        assert_eq!(known.id, id, "an event's id is the start of its line's SHA-256");
        self.events.insert(id, Rc::clone(&known));
        known
    }

    /// An event that was written.
    pub(crate) fn event(&self, id: EventId) -> &Rc<Known> {
        &self.events[&id]
    }

    /// The same, where it was written at all.
    pub(crate) fn find(&self, id: EventId) -> Option<&Rc<Known>> {
        self.events.get(&id)
    }

    /// The tickets that a set of events registers.
    pub(crate) fn registered(&self, ids: &BTreeSet<EventId>) -> Vec<TicketId> {
        ids.iter().copied().filter(|id| self.event(*id).registers()).collect()
    }

    /// The events of a set by their tickets.
    pub(crate) fn by_ticket(&self, ids: &BTreeSet<EventId>) -> BTreeMap<TicketId, Vec<&Rc<Known>>> {
        let mut tickets: BTreeMap<TicketId, Vec<&Rc<Known>>> = BTreeMap::new();
        for known in ids.iter().map(|id| self.event(*id)) {
            if let Some(ticket) = known.ticket {
                tickets.entry(ticket).or_default().push(known);
            }
        }
        tickets
    }
}
