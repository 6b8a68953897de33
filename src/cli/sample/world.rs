//! The invented office at work: its devices, what each has to do, and when.
//!
//! A kiosk and three desks. What the kiosk registers is carried to the desks twice a day, as a file would be; each desk
//! works for some departments. Everything goes through [`House::plan`], as in the app.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use shouwen::exchange::{Cover, DeviceKey, EventLine, OfficeNamed, Union};
use shouwen::house::{House, Kept, Moment};
use shouwen::ledger::{EventId, TicketId};
use shouwen::office::{DepartmentId, Office};
use shouwen::protocol::{Command, Reception};
use shouwen::rules::load_system;

use super::acting;
use super::course::{Step, course};
use super::hours::Hours;
use super::registering::registration;
use shouwen::dice::Dice;

/// The office that every sample is of.
const EXAMPLE: &str = include_str!("../../../public/office/example.json");
/// How many desks share the departments.
const DESKS: u8 = 3;
/// After how much opening time the kiosk's file is carried over again: half a day.
const CARRY_MS: u64 = 4 * 3_600_000;
/// How long the next step of a ticket may wait, in opening time: two days.
const WAIT_MAX_MS: u64 = 16 * 3_600_000;

/// A finished sample.
pub(super) struct Sample {
    pub(super) cover: Cover,
    pub(super) office: Office,
    pub(super) key: DeviceKey,
    pub(super) lines: Box<dyn Iterator<Item = String>>,
}

/// An office with its devices.
pub(super) struct World {
    seed: u64,
    dice: Dice,
    office: Office,
    kiosk: House,
    desks: Vec<Desk>,
    hours: Hours,
    /// By the opening time after which it is done, then in the order in which it was put down.
    agenda: BTreeMap<(u64, u64), What>,
    turn: u64,
    registered: u64,
}

/// A desk, and what the kiosk has written for it since its file was last carried over.
struct Desk {
    house: House,
    uncarried: Vec<String>,
}

/// Something to be done.
enum What {
    Register,
    Carry,
    Go { ticket: TicketId, desk: usize, course: &'static [Step] },
}

impl World {
    /// Sets up an office for so many tickets.
    pub(super) fn new(tickets: u64, seed: u64) -> Result<Self, String> {
        let office = Office::parse(EXAMPLE).map_err(|error| error.to_string())?;
        let mut world = Self {
            seed,
            dice: Dice::new(seed),
            office,
            kiosk: house(seed, 0)?,
            desks: Vec::new(),
            hours: Hours::for_tickets(tickets),
            agenda: BTreeMap::new(),
            turn: 0,
            registered: 0,
        };
        for number in 1..=DESKS {
            world.desks.push(Desk { house: house(seed, number)?, uncarried: Vec::new() });
        }
        let span_ms = world.hours.span_ms();
        for _ in 0..tickets {
            let opening_ms = world.dice.below(span_ms);
            world.put_down(opening_ms, What::Register);
        }
        world.put_down(CARRY_MS, What::Carry);
        Ok(world)
    }

    /// Lets everything happen.
    pub(super) fn live(mut self) -> Result<Sample, String> {
        while let Some(((opening_ms, _), what)) = self.agenda.pop_first() {
            match what {
                What::Register => self.register(opening_ms)?,
                What::Carry => self.carry(opening_ms)?,
                What::Go { ticket, desk, course } => self.go(opening_ms, ticket, desk, course)?,
            }
        }
        let mut union = Union::default();
        let houses = self.desks.iter().map(|desk| &desk.house).chain([&self.kiosk]);
        for line in houses.flat_map(|house| house.ledger().lines()) {
            union.add(EventLine::read(line).map_err(|error| error.to_string())?);
        }
        let (cover, _, lines) = union.finish(self.hours.end());
        let named = OfficeNamed { id: self.office.id.clone(), name: self.office.name.zh.clone() };
        let cover = Cover { office: Some(named), ..cover };
        Ok(Sample {
            cover,
            office: self.office,
            key: DeviceKey::from_seed(&seed_of(self.seed, 1)),
            lines: Box::new(lines),
        })
    }

    fn put_down(&mut self, opening_ms: u64, what: What) {
        self.turn += 1;
        self.agenda.insert((opening_ms, self.turn), what);
    }

    fn register(&mut self, opening_ms: u64) -> Result<(), String> {
        let moment = self.moment(opening_ms);
        self.registered += 1;
        let nonce = format!("sample-{}-{}", self.seed, self.registered);
        let registration = registration(&self.office, nonce, &mut self.dice);
        let at_kiosk = registration.reception == Reception::Kiosk;
        let matter = registration.matter.as_ref().and_then(|id| self.office.matter(id));
        let department = matter.map(|matter| matter.department.clone());
        let number = self.desk_of(department.as_ref());
        let Some(desk) = self.desks.get_mut(number) else { return Ok(()) };
        let house = if at_kiosk { &mut self.kiosk } else { &mut desk.house };
        let plan =
            house.plan(&Command::Register(Box::new(registration)), moment).map_err(|error| format!("{error:?}"))?;
        let Some(ticket) = plan.lines.first().map(|line| EventId::of_line(line)) else { return Ok(()) };
        if at_kiosk {
            desk.uncarried.extend_from_slice(&plan.lines);
        }
        house.take_in(&plan.lines).map_err(|error| format!("{error:?}"))?;
        let known_ms = if at_kiosk { opening_ms.next_multiple_of(CARRY_MS) + 1 } else { opening_ms };
        let course = course(&mut self.dice);
        self.put_down_step(known_ms, ticket, number, course);
        Ok(())
    }

    /// Which desk works for a department.
    fn desk_of(&mut self, department: Option<&DepartmentId>) -> usize {
        let place = department.and_then(|id| self.office.departments.iter().position(|other| other.id == *id));
        let place = place.unwrap_or_else(|| usize::try_from(self.dice.below(DESKS.into())).unwrap_or(0));
        place % self.desks.len().max(1)
    }

    /// Carries the kiosk's file over, and comes back while there is something left to do.
    fn carry(&mut self, opening_ms: u64) -> Result<(), String> {
        for desk in self.desks.iter_mut().filter(|desk| !desk.uncarried.is_empty()) {
            desk.house.take_in(&desk.uncarried).map_err(|error| format!("{error:?}"))?;
            desk.uncarried.clear();
        }
        if !self.agenda.is_empty() {
            self.put_down(opening_ms + CARRY_MS, What::Carry);
        }
        Ok(())
    }

    fn go(&mut self, opening_ms: u64, ticket: TicketId, number: usize, course: &'static [Step]) -> Result<(), String> {
        let (moment, Some((step, rest)), Some(desk)) =
            (self.moment(opening_ms), course.split_first(), self.desks.get_mut(number))
        else {
            return Ok(());
        };
        let went_on = acting::act(&mut desk.house, &self.office, &mut self.dice, (ticket, *step), moment)?;
        if went_on {
            self.put_down_step(opening_ms, ticket, number, rest);
        }
        Ok(())
    }

    /// Puts the next step of a ticket down, unless the office closes for good before.
    fn put_down_step(&mut self, opening_ms: u64, ticket: TicketId, desk: usize, course: &'static [Step]) {
        let soon = self.dice.happens(60);
        let wait_ms = self.dice.below(if soon { CARRY_MS / 8 } else { WAIT_MAX_MS });
        let then_ms = opening_ms + wait_ms;
        if !course.is_empty() && then_ms < self.hours.span_ms() + 2 * CARRY_MS {
            self.put_down(then_ms, What::Go { ticket, desk, course });
        }
    }

    fn moment(&self, opening_ms: u64) -> Moment {
        Moment { now_ms: self.hours.moment(opening_ms) }
    }
}

/// Opens a device of the office.
fn house(seed: u64, number: u8) -> Result<House, String> {
    let kept = Kept {
        seed: seed_of(seed, number),
        lines: Vec::new(),
        office: Some(EXAMPLE.to_owned()),
        settings: None,
        systems: None,
    };
    let mut house = House::open(&kept).map_err(|error| format!("{error:?}"))?;
    let missing: Vec<_> = house.missing_packs(Moment { now_ms: 0 }).filter_map(load_system).collect();
    house.shelve(missing);
    Ok(house)
}

/// The seed of a device's key.
fn seed_of(seed: u64, number: u8) -> [u8; 32] {
    Sha256::digest(format!("shouwen sample {seed} device {number}")).into()
}
