//! From what was registered to the situation that the rules judge.
//!
//! The one place that knows how an office's roster and list of matters become the contract's fields. It states facts only
//! (who sat where, whose department it is); what follows from them is for the system.

use crate::office::{Matter, Office, Post, Staff, StaffId, Window, WindowId, tenure_months};
use crate::protocol::{DeskReception, Reception, Registration};
use crate::rules::{Asked, Channel, MatterKind, Scope, Situation};

use super::wall_clock::WallClock;

/// What the rules are asked, and at which window the visitor stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Received<'a> {
    /// The matter of the office's list.
    pub(super) matter: Option<&'a Matter>,
    /// Its kind.
    pub(super) kind: MatterKind,
    /// The window that receives it.
    pub(super) window: Option<&'a Window>,
    /// What the rules are asked.
    pub(super) situation: Situation,
}

/// Works out the situation of `registration` at `now`.
pub(super) fn receive<'a>(office: &'a Office, registration: &Registration, now: WallClock) -> Received<'a> {
    let matter = registration.matter.as_ref().and_then(|id| office.matter(id));
    let kind = matter.map(|matter| matter.kind).or(registration.kind).unwrap_or_default();
    let window = match (&registration.reception, matter) {
        (_, Some(matter)) => office.window(&matter.window),
        (Reception::Kiosk, None) => first_staffed(office, now),
        (Reception::Desk(desk), None) => sits_at(office, &desk.by, now),
    };
    let situation = match &registration.reception {
        Reception::Kiosk => at_kiosk(office, matter, kind, window, now),
        Reception::Desk(desk) => at_desk(office, matter, kind, desk, now),
    };
    Received { matter, kind, window, situation }
}

/// The visitor stands at the kiosk: those on duty at the matter's window are asked. With nobody there, the person whom
/// the department named in advance, else its head, is asked in absence.
fn at_kiosk(
    office: &Office,
    matter: Option<&Matter>,
    kind: MatterKind,
    window: Option<&Window>,
    now: WallClock,
) -> Situation {
    let on_duty = window.map(|window| office.on_duty(&window.id, now.weekday, now.minute)).unwrap_or_default();
    let mut asked: Vec<Asked> = on_duty.iter().map(|staff| Asked { on_duty: true, ..describe(staff, now) }).collect();
    if asked.is_empty() {
        let department = window.map(|window| &window.department).or(matter.map(|matter| &matter.department));
        let stand_in = department.and_then(|id| office.first_contact(id));
        asked.extend(stand_in.map(|staff| Asked { at_post: false, ..describe(staff, now) }));
    }
    Situation {
        channel: Channel::Kiosk,
        matter: kind,
        scope: if matter.is_some() { Scope::Own } else { Scope::Unclear },
        on_the_spot: matter.is_some_and(|matter| matter.on_the_spot) && !on_duty.is_empty(),
        asked,
        ..Situation::default()
    }
}

/// A clerk takes it in: the clerk says what is the case, the office's lists fill in what the clerk leaves open.
fn at_desk(
    office: &Office,
    matter: Option<&Matter>,
    kind: MatterKind,
    desk: &DeskReception,
    now: WallClock,
) -> Situation {
    let people = std::iter::once(&desk.by).chain(&desk.others);
    let asked = people.map(|id| match office.person(id) {
        Some(staff) => Asked { on_duty: sits_at(office, id, now).is_some(), ..describe(staff, now) },
        None => Asked::new(id.0.as_str()),
    });
    let own = office.person(&desk.by).map(|staff| &staff.department);
    let judged = match matter {
        Some(matter) if own == Some(&matter.department) => Scope::Own,
        Some(_) => Scope::Department,
        None => Scope::Own,
    };
    Situation {
        matter: kind,
        scope: desk.scope.unwrap_or(judged),
        on_the_spot: desk.on_the_spot.or(matter.map(|matter| matter.on_the_spot)).unwrap_or(true),
        asked: asked.collect(),
        ..desk.situation.clone()
    }
}

fn describe(staff: &Staff, now: WallClock) -> Asked {
    Asked {
        rank: staff.rank,
        tenure_months: tenure_months(&staff.since, now.date),
        operator: staff.post == Post::Operator,
        appointed: staff.appointed,
        ..Asked::new(staff.id.0.as_str())
    }
}

/// The first window at which somebody sits now.
fn first_staffed(office: &Office, now: WallClock) -> Option<&Window> {
    office.windows.iter().find(|window| !office.on_duty(&window.id, now.weekday, now.minute).is_empty())
}

/// The window at which `person` sits now.
pub(super) fn sits_at<'a>(office: &'a Office, person: &StaffId, now: WallClock) -> Option<&'a Window> {
    let here = |id: &WindowId| office.on_duty(id, now.weekday, now.minute).iter().any(|staff| staff.id == *person);
    office.windows.iter().find(|window| here(&window.id))
}
