//! What the ledger's tests share: an office of a few people, a decision, and devices that act, lose touch and agree.

use std::sync::Arc;

use shouwen::ledger::{
    Act, Draft, DueDuty, Event, EventId, Fact, Intake, Ledger, Receiver, Refusal, Standing, Ticket, TicketId, Visitor,
    plan,
};
use shouwen::ledger::{ChainFault, DeviceId};
use shouwen::office::{DepartmentId, Post};
use shouwen::rules::{
    Actor, Answerable, Asked, Barred, Basis, Cited, Decision, Due, DutyCode, DutyLine, HandlerRole, MatterKind,
    OwnerNamed, Situation, Stamp,
};

/// 2026-03-02 09:00 in UTC+8.
pub(crate) const START_MS: i64 = 1_772_413_200_000;
pub(crate) const MINUTE_MS: i64 = 60_000;
pub(crate) const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// Everyone in the office: id, department, post. The owner of every ticket is `wang`, its department `permits`.
pub(crate) const PEOPLE: [(&str, &str, Post); 7] = [
    ("wang", "hall", Post::Clerk),
    ("zhao", "hall", Post::Head),
    ("li", "permits", Post::Clerk),
    ("sun", "permits", Post::Clerk),
    ("zhou", "permits", Post::Head),
    ("wu", "archive", Post::Clerk),
    ("zheng", "board", Post::Leader),
];

pub(crate) fn standing(name: &str) -> Standing {
    let (id, department, post) = PEOPLE.iter().find(|(id, _, _)| *id == name).unwrap();
    Standing { staff: Some((*id).into()), department: Some((*department).into()), post: *post }
}

pub(crate) fn to(department: &str) -> Receiver {
    Receiver { department: department.into(), staff: None }
}

pub(crate) fn due(days: i64) -> Due {
    Due { at_ms: START_MS + days * DAY_MS, day: true, provisional: false, calendar: "cn-2026".to_owned() }
}

pub(crate) fn duty(code: DutyCode, by: Actor) -> DutyLine {
    let clause = "4.1".parse().unwrap();
    DutyLine { code, by, clause, also: Vec::new(), within: None, alternatives: Vec::new(), optional: false, to: None }
}

/// A decision that names `owner`, has the department settle it, and lays these duties.
pub(crate) fn decision(owner: &str, duties: Vec<DutyLine>) -> Decision {
    let clause = "3.2".parse().unwrap();
    Decision {
        owner: Some(OwnerNamed { id: owner.to_owned(), basis: Basis::FirstAsked, clause }),
        handler: Some(Cited { code: HandlerRole::Department, clause }),
        department: None,
        answerable: Some(Cited { code: Answerable::Both, clause }),
        duties,
        forms: Vec::new(),
        barred: Vec::new(),
        why: Vec::new(),
        stamp: Arc::new(Stamp {
            pack: "T01".to_owned(),
            version: "1".to_owned(),
            hash: "00".to_owned(),
            calendar: "cn-2026".to_owned(),
        }),
    }
}

/// The duties of an ordinary case that another department settles.
pub(crate) fn usual_duties() -> Vec<DutyLine> {
    let guide = DutyLine { alternatives: vec![DutyCode::Contact], ..duty(DutyCode::Guide, Actor::Owner) };
    let contact = DutyLine { alternatives: vec![DutyCode::Guide], ..duty(DutyCode::Contact, Actor::Owner) };
    vec![
        duty(DutyCode::Register, Actor::Owner),
        duty(DutyCode::Forward, Actor::Owner),
        guide,
        contact,
        duty(DutyCode::ConfirmHandover, Actor::Handler),
        duty(DutyCode::SettleInTime, Actor::Handler),
        DutyLine { optional: true, ..duty(DutyCode::ReportHead, Actor::Handler) },
        duty(DutyCode::Track, Actor::Owner),
        duty(DutyCode::Feedback, Actor::Owner),
    ]
}

pub(crate) fn barring(barred: Barred, decision: Decision) -> Decision {
    Decision { barred: vec![Cited { code: barred, clause: "5.3".parse().unwrap() }], ..decision }
}

pub(crate) fn owner_named(decision: Decision) -> Fact {
    let asked = PEOPLE.iter().map(|(id, _, _)| Asked::new(*id)).collect();
    let due_of = |line: &DutyLine| matches!(line.code, DutyCode::SettleInTime).then(|| due(5));
    Fact::OwnerNamed {
        situation: Box::new(Situation { asked, ..Situation::default() }),
        duties: decision.duties.iter().map(|line| DueDuty { code: line.code, due: due_of(line) }).collect(),
        decision: std::sync::Arc::new(decision),
        due: Some(due(7)),
    }
}

/// A device with its ledger.
#[derive(Default)]
pub(crate) struct Device {
    seed: u8,
    pub(crate) ledger: Ledger,
}

impl Device {
    pub(crate) fn new(seed: u8) -> Self {
        Self { seed, ledger: Ledger::new() }
    }

    /// A device that has these lines already: a copy, or one restored from a backup.
    pub(crate) fn with(seed: u8, lines: &[String]) -> Self {
        Self { seed, ledger: ledger_of(lines) }
    }

    pub(crate) fn id(&self) -> DeviceId {
        DeviceId::from_public_key(&[self.seed; 32])
    }

    /// Writes and takes in; returns the ids.
    pub(crate) fn state(&mut self, now_ms: i64, drafts: Vec<Draft>) -> Vec<EventId> {
        let written = self.ledger.write(self.id(), now_ms, drafts).unwrap();
        for one in &written {
            assert_eq!(Event::from_line(&one.line).as_ref(), Ok(&one.event));
        }
        self.ledger.take_written(written.iter().map(|one| (one.line.as_str(), (one.id, one.event.clone()))));
        written.into_iter().map(|one| one.id).collect()
    }

    /// States one fact about a ticket, whatever `plan` would say.
    pub(crate) fn assert(&mut self, now_ms: i64, who: &str, ticket: TicketId, fact: Fact) -> EventId {
        self.state(now_ms, vec![Draft { ticket: Some(ticket), by: standing(who).by(), fact }])[0]
    }

    pub(crate) fn register(&mut self, now_ms: i64) -> TicketId {
        self.register_with(now_ms, Some(decision("wang", usual_duties())))
    }

    /// Registers a ticket at the kiosk, decided at once where a decision is given.
    pub(crate) fn register_with(&mut self, now_ms: i64, decision: Option<Decision>) -> TicketId {
        let number = self.ledger.next_number("XQZW", &self.id(), now_ms).unwrap();
        let intake = Intake {
            number,
            nonce: format!("{number}"),
            office: "example-county".into(),
            matter: Some("residence-permit".into()),
            subject: "居住证到期换领".to_owned(),
            kind: MatterKind::Business,
            visitor: Visitor { name: "张三".to_owned(), phone: "13800000000".to_owned(), anonymous: false },
            details: String::new(),
            department: Some(DepartmentId::from("permits")),
            told_once: false,
        };
        let by = Standing::visitor().by();
        let registered = Draft { ticket: None, by: by.clone(), fact: Fact::Registered(Arc::new(intake)) };
        let named = decision.map(|decision| Draft { ticket: None, by, fact: owner_named(decision) });
        self.state(now_ms, [registered].into_iter().chain(named).collect())[0]
    }

    /// Acts as a person does at a screen.
    pub(crate) fn act(&mut self, now_ms: i64, who: &Standing, id: TicketId, act: &Act) -> Result<EventId, Refusal> {
        let ticket = self.ledger.ticket(id).unwrap();
        let facts = plan(ticket, who, act)?;
        let drafts = facts.into_iter().map(|fact| Draft { ticket: Some(id), by: who.by(), fact }).collect();
        Ok(self.state(now_ms, drafts)[0])
    }

    /// As [`Device::act`], by name; panics where it is refused.
    #[allow(clippy::needless_pass_by_value, reason = "acts are made where they are done")]
    pub(crate) fn does(&mut self, now_ms: i64, who: &str, id: TicketId, act: Act) -> EventId {
        self.act(now_ms, &standing(who), id, &act).unwrap()
    }

    /// Takes in everything that another device has.
    pub(crate) fn hears(&mut self, other: &Self) {
        self.ledger.merge(&other.ledger);
    }

    pub(crate) fn ticket(&self, id: TicketId) -> &Ticket {
        self.ledger.ticket(id).unwrap()
    }
}

/// Lets both devices know everything that the other knows.
pub(crate) fn agree(one: &mut Device, other: &mut Device) {
    one.hears(other);
    other.hears(one);
    assert_eq!(seen(&one.ledger), seen(&other.ledger));
}

/// Everything that a ledger shows.
#[derive(Debug, PartialEq)]
pub(crate) struct Seen {
    pub(crate) lines: Vec<String>,
    pub(crate) tickets: Vec<Ticket>,
    pub(crate) faults: Vec<ChainFault>,
    pub(crate) heads: Vec<(DeviceId, u64, Option<EventId>)>,
    pub(crate) orphans: usize,
}

pub(crate) fn seen(ledger: &Ledger) -> Seen {
    let head = |device: &DeviceId| {
        let chain = ledger.chain(device).unwrap();
        (*device, chain.highest_seq(), chain.head())
    };
    Seen {
        lines: ledger.lines().map(str::to_owned).collect(),
        tickets: ledger.tickets().cloned().collect(),
        faults: ledger.chain_faults(),
        heads: ledger.devices().map(head).collect(),
        orphans: ledger.orphans(),
    }
}

/// Folds lines from nothing.
pub(crate) fn ledger_of<'a>(lines: impl IntoIterator<Item = &'a String>) -> Ledger {
    let mut ledger = Ledger::new();
    assert_eq!(ledger.extend(lines), []);
    ledger
}
