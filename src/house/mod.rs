//! The pure heart of the back office: ledger, office, systems and settings of one device, and what they answer.
//!
//! A command becomes a [`Plan`] (what must be stored, all or nothing); only when the caller has stored it durably does
//! [`House::commit`] let it count and acknowledge it. Queries change nothing. Time comes with each call, the device's seed at
//! the start; there is no browser in here, so the same house runs in tests, in a simulator and in the worker.
//!
//! Deliberately absent: storage, files, locks. Importing and exporting bytes is [`crate::exchange`]'s; the house says what
//! goes into a bundle and what a bundle changes.

mod acting;
mod away;
mod emptying;
mod exchanging;
mod finding;
mod gathering;
mod kept;
mod lists;
mod office_keeping;
mod own_systems;
mod plan;
mod reception;
mod registering;
mod restoring;
mod schedule;
mod see;
mod systems_keeping;
mod wall_clock;

pub use away::{Repacked, Tables};
pub use exchanging::{Carried, ExportParts, IMPORT_CHUNK_LINES};
pub use gathering::{Gathering, Scattered};
pub use kept::{Kept, Moment, Papers, Restored, Settings};
pub use plan::Plan;
pub use schedule::Activation;

use crate::exchange::DeviceKey;
use crate::ledger::packed::Packed;
use crate::ledger::{Chain, DeviceId, Draft, Event, Fact, Ledger, Ticket, Written};
use crate::office::{Lang, Office};
use crate::protocol::{Command, Done, Trouble, VisitorCommand};
use crate::rules::{Calendar, CompiledPack, Stamp};

use lists::Lists;
use own_systems::OwnSystems;
use plan::Outcome;
use see::Look;

/// Everything that one device knows and decides by.
pub struct House {
    key: DeviceKey,
    ledger: Ledger,
    /// What lists are made from; absent where nobody asks for lists.
    lists: Option<Box<dyn Lists>>,
    office: Option<Office>,
    /// Packs that come with the program, as far as they were brought.
    packs: Vec<CompiledPack>,
    own: OwnSystems,
    calendar: &'static Calendar,
    settings: Settings,
    /// The papers as they are kept.
    documents: Documents,
}

#[derive(Clone, Default)]
struct Documents {
    office: Option<String>,
    settings: Option<String>,
    systems: Option<String>,
}

impl House {
    /// Opens the house on what the device kept, all of it here. Its shelf of packs is empty; see [`House::shelve`].
    pub fn open(kept: &Kept) -> Result<Self, Trouble> {
        Self::open_packed(kept, Packed::default())
    }

    /// Opens the house on what the device kept: tickets that lie packed, and the lines that were stored since.
    pub fn open_packed(kept: &Kept, packed: Packed) -> Result<Self, Trouble> {
        let mut house = Self {
            key: DeviceKey::from_seed(&kept.seed),
            ledger: Ledger::of_packed(packed),
            lists: None,
            office: None,
            packs: Vec::new(),
            own: OwnSystems::default(),
            calendar: Calendar::china(),
            settings: Settings::default(),
            documents: Documents::default(),
        };
        house.catch_up(&kept.lines, kept.papers())?;
        Ok(house)
    }

    /// Takes in what another tab stored: its lines, and what stands beside them as it now stands.
    pub fn catch_up(&mut self, lines: &[String], papers: Papers<'_>) -> Result<(), Trouble> {
        if self.has_papers(papers) {
            return self.take_in(lines);
        }
        let office = papers.office.map(office_keeping::read_kept).transpose()?;
        let settings = papers.settings.map(Settings::from_json).transpose()?.unwrap_or_default();
        let own = papers.systems.map(OwnSystems::from_json).transpose()?.unwrap_or_default();
        self.take_in(lines)?;
        self.office = office;
        self.settings = settings;
        self.own = own;
        let kept = |paper: Option<&str>| paper.map(str::to_owned);
        self.documents =
            Documents { office: kept(papers.office), settings: kept(papers.settings), systems: kept(papers.systems) };
        Ok(())
    }

    /// Tells whether these are the papers that it has.
    pub fn has_papers(&self, papers: Papers<'_>) -> bool {
        let Documents { office, settings, systems } = &self.documents;
        papers == Papers { office: office.as_deref(), settings: settings.as_deref(), systems: systems.as_deref() }
    }

    /// Says what must be stored for `command`, or why it cannot be done. Changes nothing.
    ///
    /// Exporting and importing move bytes, so they have their own calls.
    pub fn plan(&self, command: &Command, moment: Moment) -> Result<Plan, Trouble> {
        match command {
            Command::LoadOffice { json } => self.plan_office(json),
            Command::RemoveOffice => self.plan_no_office(),
            Command::ChooseSystem { pack } => self.plan_system(pack, moment),
            Command::KeepSystem { text, compact } => self.plan_keep_system(text, compact),
            Command::ForgetSystem { pack, version } => self.plan_forget_system(pack, version, moment),
            Command::ActivateSystem { pack, version, from } => self.plan_activation(pack, version, from, moment),
            Command::CancelActivation { from } => self.plan_no_activation(from, moment),
            Command::Register(registration) => self.plan_register(registration, moment),
            Command::Act { ticket, by, act } => self.plan_act(self.ticket(*ticket)?, &self.standing(by), act, moment),
            Command::AnswerFinding { ticket, finding, by, text } => {
                self.plan_finding_answer((*ticket, finding), by, text, moment)
            }
            Command::DecideFinding { ticket, finding, by, plea } => {
                self.plan_finding_ruling((*ticket, finding), by, plea, moment)
            }
            Command::Rate { number, phone_ending, stars } => self.plan_rating(number, phone_ending, *stars, moment),
            Command::LoadExample
            | Command::Export
            | Command::BackUp
            | Command::PreviewImport
            | Command::PreviewRestore
            | Command::ConfirmImport { .. }
            | Command::CancelImport { .. }
            | Command::EmptyDevice { .. }
            | Command::AcceptLoss => Err(needs_back_office()),
        }
    }

    /// Says what must be stored for a command of visitors' screens; see [`House::plan`].
    pub fn plan_visit(&self, command: &VisitorCommand, moment: Moment) -> Result<Plan, Trouble> {
        match command {
            VisitorCommand::Register(at_kiosk) => self.plan_register(&(**at_kiosk).clone().into(), moment),
            VisitorCommand::Rate { number, phone_ending, stars } => {
                self.plan_rating(number, phone_ending, *stars, moment)
            }
            VisitorCommand::LoadExample | VisitorCommand::AcceptLoss | VisitorCommand::Practise(_) => {
                Err(needs_back_office())
            }
        }
    }

    /// Says what a plan will have come to once it is stored. Changes nothing, so it can be asked while the disk is at work.
    pub fn foresee(&self, plan: &Plan, lang: Lang, moment: Moment) -> Result<Done, Trouble> {
        let Outcome::Registered(ticket) = plan.outcome else { return Ok(Done::Plain) };
        let look = Look { house: self, lang, moment };
        let acknowledged = if self.ledger.contains(ticket) {
            let ticket = self.ticket(ticket)?;
            look.acknowledged(ticket, self.ledger.decided(ticket).map(|(_, decision)| decision.stamp).as_deref())
        } else {
            let not_found = || Trouble::NotFound(ticket.to_string());
            let new = Ticket::of(plan.written.clone()).ok_or_else(not_found)?;
            look.acknowledged(&new, plan.written.iter().find_map(|(_, event)| decided_by(event)))
        };
        Ok(Done::Acknowledged(Box::new(acknowledged?)))
    }

    /// Lets a plan count that is now durably stored.
    pub fn count(&mut self, plan: Plan) -> Result<(), Trouble> {
        let (read, written) = plan.read_and_written();
        extend(&mut self.ledger, read)?;
        self.ledger.take_written(written.iter().map(String::as_str).zip(plan.written.iter().cloned()));
        self.refresh_lists();
        if let Some(office) = plan.office {
            self.office = office.as_deref().map(office_keeping::read_kept).transpose()?;
            self.documents.office = office;
        }
        if let Some(settings) = plan.settings {
            self.settings = Settings::from_json(&settings)?;
            self.documents.settings = Some(settings);
        }
        if let Some(systems) = plan.systems {
            self.own = OwnSystems::from_json(&systems)?;
            self.documents.systems = Some(systems);
        }
        Ok(())
    }

    /// Lets a plan count that is now durably stored, and says what it came to.
    pub fn commit(&mut self, plan: Plan, lang: Lang, moment: Moment) -> Result<Done, Trouble> {
        let done = self.foresee(&plan, lang, moment)?;
        self.count(plan)?;
        Ok(done)
    }

    /// What a house would be opened on that has this one's papers, and neither its tickets nor its key.
    pub fn without_tickets(&self) -> Kept {
        let Documents { office, settings, systems } = self.documents.clone();
        Kept { seed: [0; 32], lines: Vec::new(), office, settings, systems }
    }

    /// This device's id.
    pub fn device_id(&self) -> DeviceId {
        self.key.device_id()
    }

    /// The ledger, for those who compare two of them.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Events that no export has carried away yet: this device's own, and those of the devices before it.
    pub fn fresh(&self) -> u64 {
        self.own_seq().saturating_sub(self.settings.exported_seq) + self.fresh_before()
    }

    /// Events of devices before this one that no export has carried away: never more than are here.
    fn fresh_before(&self) -> u64 {
        self.settings.unexported_before.min(self.events().saturating_sub(self.own_seq()))
    }

    /// Takes in lines that are stored, where neither office nor settings changed and nobody waits for an acknowledgement.
    pub fn take_in(&mut self, lines: &[String]) -> Result<(), Trouble> {
        let taken = extend(&mut self.ledger, lines);
        self.refresh_lists();
        taken
    }

    fn own_seq(&self) -> u64 {
        self.ledger.chain(&self.device_id()).map_or(0, Chain::highest_seq)
    }

    fn write(&self, drafts: Vec<Draft>, moment: Moment) -> Result<Vec<Written>, Trouble> {
        let written = self.ledger.write(self.device_id(), moment.now_ms, drafts);
        written.map_err(|error| Trouble::Broken(error.to_string()))
    }
}

/// Takes in lines that were written here or read once before.
fn extend(ledger: &mut Ledger, lines: &[String]) -> Result<(), Trouble> {
    match ledger.extend(lines).first() {
        None => Ok(()),
        Some((place, error)) => Err(Trouble::Broken(format!("stored event {place}: {error}"))),
    }
}

/// The system of the decision that an event states.
fn decided_by(event: &Event) -> Option<&Stamp> {
    match &event.fact {
        Fact::OwnerNamed { decision, .. } => Some(decision.stamp.as_ref()),
        _ => None,
    }
}

fn needs_back_office() -> Trouble {
    Trouble::Broken("this command needs the back office".to_owned())
}
