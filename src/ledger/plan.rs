//! From an act to the facts that it states, or to the reason why it is not accepted.
//!
//! Invariant: [`offers`] lists exactly the acts that [`plan`] accepts, given fitting words, because both ask `may`.

use super::duty::{is_settling, outlasts_closing};
use super::{
    Act, Choice, Closing, ConflictKind, CorrectedField, Duty, DutyState, EventId, Fact, Receiver, Refusal, Standing,
    State, TextField, Ticket, TransferState,
};
use crate::office::Post;
use crate::rules::{Barred, Due, DutyCode};

/// How often a matter may be given back before only a leader may give it back once more.
pub const RETURNS_MAX: u32 = 2;
/// The most stars of a rating.
pub const STARS_MAX: u8 = 5;

/// Works out the facts that `act` states.
pub fn plan(ticket: &Ticket, standing: &Standing, act: &Act) -> Result<Vec<Fact>, Refusal> {
    may(ticket, standing, act.choice())?;
    let fact = match act {
        Act::CompleteDuty { duty, note } => Fact::DutyDone { duty: *duty, note: text(note, TextField::Note)? },
        Act::Transfer { to, reason } => {
            refuse_same_receiver(ticket, to)?;
            let forward = ticket.duties.iter().find(|duty| duty.code() == DutyCode::Forward);
            let clause = forward.map(|duty| duty.line.clause);
            Fact::Transferred { to: to.clone(), reason: needed(reason, TextField::Reason)?, clause }
        }
        Act::AcceptTransfer { transfer } => {
            let staff = standing.staff.clone().ok_or_else(|| not_answerable(ticket))?;
            Fact::TransferAccepted { transfer: *transfer, staff }
        }
        Act::ReturnTransfer { transfer, reason } => {
            Fact::TransferReturned { transfer: *transfer, reason: needed(reason, TextField::Reason)? }
        }
        Act::Answer { text } => Fact::Answered { text: needed(text, TextField::Text)? },
        Act::Extend { due, reason } => {
            refuse_earlier(ticket, due)?;
            Fact::Extended { due: due.clone(), reason: needed(reason, TextField::Reason)? }
        }
        Act::FeedBack { satisfied, text: words } => {
            Fact::FedBack { satisfied: *satisfied, text: text(words, TextField::Text)? }
        }
        Act::Rate { stars, text: words } => {
            if !(1..=STARS_MAX).contains(stars) {
                return Err(Refusal::StarsOutOfRange { max: STARS_MAX });
            }
            Fact::Rated { stars: *stars, text: text(words, TextField::Text)? }
        }
        Act::Close { closing, note } => Fact::Closed { closing: *closing, note: text(note, TextField::Note)? },
        Act::Reopen { reason } => Fact::Reopened { reason: needed(reason, TextField::Reason)? },
        Act::Urge { text: words } => Fact::Urged { text: text(words, TextField::Text)? },
        Act::Correct { field, value, reason } => correction(ticket, *field, value, reason)?,
        Act::SettleConflict { conflict, holds, reason } => {
            Fact::ConflictSettled { conflict: *conflict, holds: *holds, reason: needed(reason, TextField::Reason)? }
        }
    };
    Ok(vec![fact])
}

/// Lists what the person may do with the ticket now.
pub fn offers(ticket: &Ticket, standing: &Standing) -> Vec<Choice> {
    let duties = ticket.duties.iter().map(|duty| Choice::CompleteDuty(duty.code()));
    let replies = ticket.transfers.iter().map(|transfer| transfer.mark.event);
    let replies = replies.flat_map(|event| [Choice::AcceptTransfer(event), Choice::ReturnTransfer(event)]);
    let closings = Closing::ALL.into_iter().map(Choice::Close);
    let settlements = ticket
        .conflicts
        .iter()
        .flat_map(|conflict| conflict.events.iter().map(|event| Choice::SettleConflict(conflict.kind, *event)));
    let plain = [
        Choice::Transfer,
        Choice::Answer,
        Choice::Extend,
        Choice::FeedBack,
        Choice::Rate,
        Choice::Reopen,
        Choice::Urge,
        Choice::Correct,
    ];
    let mut offers: Vec<Choice> = Vec::new();
    for choice in duties.chain(replies).chain(plain).chain(closings).chain(settlements) {
        if !offers.contains(&choice) && may(ticket, standing, choice).is_ok() {
            offers.push(choice);
        }
    }
    offers
}

impl Act {
    /// What the act is, without its words.
    pub const fn choice(&self) -> Choice {
        match self {
            Self::CompleteDuty { duty, .. } => Choice::CompleteDuty(*duty),
            Self::Transfer { .. } => Choice::Transfer,
            Self::AcceptTransfer { transfer } => Choice::AcceptTransfer(*transfer),
            Self::ReturnTransfer { transfer, .. } => Choice::ReturnTransfer(*transfer),
            Self::Answer { .. } => Choice::Answer,
            Self::Extend { .. } => Choice::Extend,
            Self::FeedBack { .. } => Choice::FeedBack,
            Self::Rate { .. } => Choice::Rate,
            Self::Close { closing, .. } => Choice::Close(*closing),
            Self::Reopen { .. } => Choice::Reopen,
            Self::Urge { .. } => Choice::Urge,
            Self::Correct { .. } => Choice::Correct,
            Self::SettleConflict { conflict, holds, .. } => Choice::SettleConflict(*conflict, *holds),
        }
    }
}

/// Judges an act by the ticket and the person, its words aside.
fn may(ticket: &Ticket, standing: &Standing, choice: Choice) -> Result<(), Refusal> {
    let answers = || if ticket.is_answered_for_by(standing) { Ok(()) } else { Err(not_answerable(ticket)) };
    let open = || if ticket.state == State::Closed { Err(Refusal::NotOpen) } else { Ok(()) };
    match choice {
        Choice::CompleteDuty(code) => may_complete(ticket, standing, code),
        Choice::Transfer => {
            open().and_then(|()| not_waiting(ticket)).and_then(|()| answers()).and_then(|()| passes_on(ticket))
        }
        Choice::AcceptTransfer(transfer) => open().and_then(|()| may_reply(ticket, standing, transfer, Reply::Accept)),
        Choice::ReturnTransfer(transfer) => open().and_then(|()| may_reply(ticket, standing, transfer, Reply::Return)),
        Choice::Answer | Choice::Extend => open().and_then(|()| answers()),
        Choice::FeedBack => answered(ticket).and_then(|()| answers()),
        Choice::Rate if standing.staff.is_some() => Err(Refusal::NotAnswerable { who: Vec::new() }),
        Choice::Rate if ticket.rating.is_some() => Err(Refusal::AlreadyDone),
        Choice::Rate => answered(ticket),
        Choice::Close(closing) => open()
            .and_then(|()| not_waiting(ticket))
            .and_then(|()| answers())
            .and_then(|()| duties_done(ticket, closing)),
        Choice::Reopen if ticket.state != State::Closed => Err(Refusal::NotClosed),
        Choice::Reopen | Choice::Correct => answers(),
        Choice::Urge => open(),
        Choice::SettleConflict(kind, holds) => may_settle(ticket, standing, kind, holds),
    }
}

fn may_complete(ticket: &Ticket, standing: &Standing, code: DutyCode) -> Result<(), Refusal> {
    let lines = || ticket.duties.iter().filter(|duty| duty.code() == code);
    let open: Vec<&Duty> = lines().filter(|duty| duty.state == DutyState::Open).collect();
    match (lines().next(), open.as_slice()) {
        (None, _) => Err(Refusal::NoSuchDuty { duty: code }),
        (Some(_), []) => Err(Refusal::AlreadyDone),
        (Some(_), open) if open.iter().any(|duty| ticket.is_duty_of(duty.line.by, standing)) => Ok(()),
        _ => Err(not_answerable(ticket)),
    }
}

/// How someone replies to a transfer.
#[derive(Clone, Copy, PartialEq)]
enum Reply {
    Accept,
    Return,
}

fn may_reply(ticket: &Ticket, standing: &Standing, event: EventId, reply: Reply) -> Result<(), Refusal> {
    let Some(transfer) = ticket.transfer(event) else {
        return Err(Refusal::NotWaiting { transfer: event, state: None });
    };
    let leads = standing.staff.is_some() && standing.post == Post::Leader;
    let returned = ticket.transfers.iter().filter(|transfer| transfer.state == TransferState::Returned).count();
    if transfer.state != TransferState::Waiting {
        return Err(Refusal::NotWaiting { transfer: event, state: Some(transfer.state) });
    }
    match reply {
        _ if leads && reply == Reply::Return => Ok(()),
        _ if !transfer.to.is(standing) => Err(Refusal::NotReceiver { to: transfer.to.clone() }),
        Reply::Return if u32::try_from(returned).is_ok_and(|returned| returned < RETURNS_MAX) => Ok(()),
        Reply::Return => Err(Refusal::BouncedOut { max: RETURNS_MAX }),
        Reply::Accept => Ok(()),
    }
}

fn may_settle(ticket: &Ticket, standing: &Standing, kind: ConflictKind, holds: EventId) -> Result<(), Refusal> {
    let leads = standing.staff.is_some() && matches!(standing.post, Post::Head | Post::Leader);
    if !ticket.conflicts.iter().any(|conflict| conflict.kind == kind && conflict.events.contains(&holds)) {
        return Err(Refusal::NothingToSettle);
    }
    if leads || ticket.is_answered_for_by(standing) { Ok(()) } else { Err(not_answerable(ticket)) }
}

/// Refuses to hand on once more what was taken already, where the system forbids it.
fn passes_on(ticket: &Ticket) -> Result<(), Refusal> {
    let taken = ticket.transfers.iter().any(|transfer| transfer.state == TransferState::Accepted);
    match ticket.barred.iter().find(|barred| taken && barred.code == Barred::Retransfer) {
        Some(barred) => Err(Refusal::BarredByRules { barred: barred.code, clause: barred.clause }),
        None => Ok(()),
    }
}

/// Refuses to close while obligatory duties stand open, unless the matter itself has gone.
fn duties_done(ticket: &Ticket, closing: Closing) -> Result<(), Refusal> {
    let keeps = |duty: &&Duty| duty.state == DutyState::Open && !duty.line.optional && !outlasts_closing(duty.code());
    let codes: Vec<DutyCode> = ticket.duties.iter().filter(keeps).map(Duty::code).collect();
    let gone = matches!(closing, Closing::Withdrawn | Closing::Duplicate);
    if gone || codes.is_empty() { Ok(()) } else { Err(Refusal::DutiesOpen { codes }) }
}

fn answered(ticket: &Ticket) -> Result<(), Refusal> {
    if matches!(ticket.state, State::Answered | State::Closed) { Ok(()) } else { Err(Refusal::NotAnswered) }
}

fn not_waiting(ticket: &Ticket) -> Result<(), Refusal> {
    ticket.waiting().map_or(Ok(()), |transfer| Err(Refusal::TransferWaiting { transfer: transfer.mark.event }))
}

fn not_answerable(ticket: &Ticket) -> Refusal {
    Refusal::NotAnswerable { who: ticket.those_who_answer() }
}

fn refuse_same_receiver(ticket: &Ticket, to: &Receiver) -> Result<(), Refusal> {
    let same = match &to.staff {
        Some(staff) => ticket.handler.staff.as_ref() == Some(staff),
        None => false,
    };
    if same { Err(Refusal::SameReceiver) } else { Ok(()) }
}

/// Refuses a limit that is not later than the present one: the matter's own, else that of the duties to settle it.
fn refuse_earlier(ticket: &Ticket, due: &Due) -> Result<(), Refusal> {
    let settling = ticket.duties.iter().filter(|duty| duty.state == DutyState::Open && is_settling(duty.code()));
    let latest = settling.filter_map(|duty| duty.due.as_ref()).max_by_key(|due| due.at_ms);
    match ticket.limit.as_ref().or(latest).filter(|present| due.at_ms <= present.at_ms) {
        Some(present) => Err(Refusal::NotLater { than: present.clone() }),
        None => Ok(()),
    }
}

fn correction(ticket: &Ticket, field: CorrectedField, value: &str, reason: &str) -> Result<Fact, Refusal> {
    let visitor = &ticket.intake.visitor;
    let (before, value) = match field {
        CorrectedField::Name => (&visitor.name, needed(value, TextField::Value)?),
        CorrectedField::Phone => (&visitor.phone, text(value, TextField::Value)?),
        CorrectedField::Subject => (&ticket.intake.subject, needed(value, TextField::Value)?),
        CorrectedField::Details => (&ticket.intake.details, text(value, TextField::Value)?),
    };
    if *before == value {
        return Err(Refusal::AlreadyDone);
    }
    Ok(Fact::Corrected { field, value, reason: needed(reason, TextField::Reason)? })
}

/// A text that may be empty, without blanks around it.
fn text(text: &str, field: TextField) -> Result<String, Refusal> {
    let text = text.trim();
    match u32::try_from(text.len()) {
        Ok(bytes) if bytes <= TextField::MAX_BYTES => Ok(text.to_owned()),
        _ => Err(Refusal::TooLong { field, max_bytes: TextField::MAX_BYTES }),
    }
}

/// A text that must say something.
fn needed(words: &str, field: TextField) -> Result<String, Refusal> {
    text(words, field).and_then(|text| if text.is_empty() { Err(Refusal::EmptyReason { field }) } else { Ok(text) })
}
