//! Keeping systems of one's own, and putting systems in force.
//!
//! Invariant: a version by which anything was decided, or that is in force or planned, neither changes nor goes.

use chrono::NaiveDate;

use crate::ledger::{Event, Fact};
use crate::protocol::{SystemRefusal, Trouble};
use crate::rules::comes_with_the_program;

use super::own_systems::OwnSystem;
use super::schedule::Activation;
use super::{House, Moment, Plan, Settings};

/// The most versions of own systems that a device keeps.
const SYSTEMS_MAX: usize = 100;
/// The most that the text of a system may have, in bytes; the compact form, in base64, may have twice that.
const TEXT_MAX_BYTES: usize = 1 << 20;

impl House {
    /// Plans to keep a system of one's own.
    pub(super) fn plan_keep_system(&self, text: &str, compact: &str) -> Result<Plan, Trouble> {
        if text.len() > TEXT_MAX_BYTES || compact.len() > 2 * TEXT_MAX_BYTES {
            return Err(Trouble::SystemRefused(SystemRefusal::TooLarge { max_bytes: TEXT_MAX_BYTES }));
        }
        let system = OwnSystem::of(text, compact).ok_or(Trouble::SystemRefused(SystemRefusal::Unreadable))?;
        let (pack, version) = (system.pack.clone(), system.version.clone());
        let hash = system.ready().filter(|ready| ready.pack().may_come_from(text)).map(|ready| &ready.pack().hash);
        let hash = hash.ok_or(Trouble::SystemRefused(SystemRefusal::Unreadable))?;
        if comes_with_the_program(&pack) {
            return Err(Trouble::SystemRefused(SystemRefusal::BuiltIn { pack }));
        }
        match self.own.find(&pack, &version) {
            Some(old) if old.text != text && self.is_scheduled(&pack, &version) => {
                return Err(Trouble::SystemRefused(SystemRefusal::VersionFixed { pack, version }));
            }
            None if self.own.len() >= SYSTEMS_MAX => {
                return Err(Trouble::SystemRefused(SystemRefusal::TooMany { max: SYSTEMS_MAX }));
            }
            _ => {}
        }
        if self.decided_by(&pack, &version).any(|decided| decided != *hash) {
            return Err(Trouble::SystemRefused(SystemRefusal::VersionFixed { pack, version }));
        }
        Ok(Plan { systems: Some(self.own.with(system).to_json()?), ..Plan::default() })
    }

    /// Plans to take a version of one's own system off this device.
    pub(super) fn plan_forget_system(&self, pack: &str, version: &str, moment: Moment) -> Result<Plan, Trouble> {
        if self.own.find(pack, version).is_none() {
            return Err(Trouble::NotFound(format!("{pack} {version}")));
        }
        let named = (pack.to_owned(), version.to_owned());
        let active = self.pack(moment).is_ok_and(|active| active.id() == pack && active.stamp().version == version);
        let scheduled = self.in_force(moment).is_some_and(|active| active.pack == pack && active.version == version);
        if active || scheduled || self.planned_from(pack, version, moment).is_some() {
            let (pack, version) = named;
            return Err(Trouble::SystemRefused(SystemRefusal::InUse { pack, version }));
        }
        if self.decided_by(pack, version).next().is_some() {
            let (pack, version) = named;
            return Err(Trouble::SystemRefused(SystemRefusal::Decided { pack, version }));
        }
        Ok(Plan { systems: Some(self.own.without(pack, version).to_json()?), ..Plan::default() })
    }

    /// Plans to decide by the newest version of a system from today on.
    pub(super) fn plan_system(&self, id: &str, moment: Moment) -> Result<Plan, Trouble> {
        let version = self.newest(id)?.stamp().version.clone();
        self.plan_activation(id, &version, &self.today(moment), moment)
    }

    /// Plans to decide by a system from a day on.
    pub(super) fn plan_activation(
        &self,
        pack: &str,
        version: &str,
        from: &str,
        moment: Moment,
    ) -> Result<Plan, Trouble> {
        let known = self.pack_meant(pack, Some(version), moment)?;
        if known.stamp().version != version {
            return Err(Trouble::NotFound(format!("{pack} {version}")));
        }
        self.check_day(from, moment)?;
        let activation = Activation { pack: pack.to_owned(), version: version.to_owned(), from: from.to_owned() };
        keep(&self.settings.scheduled(activation))
    }

    /// Plans to take back what is planned for a day that has not come.
    pub(super) fn plan_no_activation(&self, from: &str, moment: Moment) -> Result<Plan, Trouble> {
        let today = self.today(moment);
        if from <= today.as_str() {
            return Err(Trouble::SystemRefused(SystemRefusal::DayPast { today }));
        }
        if !self.settings.schedule.iter().any(|activation| activation.from == from) {
            return Err(Trouble::NotFound(from.to_owned()));
        }
        keep(&self.settings.without_day(from))
    }

    /// Refuses what is no day, written as days are compared, and days that are over.
    fn check_day(&self, from: &str, moment: Moment) -> Result<(), Trouble> {
        let day = from.parse::<NaiveDate>().map(|day| day.to_string());
        if from.len() != "YYYY-MM-DD".len() || day.as_deref() != Ok(from) {
            return Err(Trouble::SystemRefused(SystemRefusal::NotADay { from: from.to_owned() }));
        }
        let today = self.today(moment);
        if from < today.as_str() {
            return Err(Trouble::SystemRefused(SystemRefusal::DayPast { today }));
        }
        Ok(())
    }

    fn is_scheduled(&self, pack: &str, version: &str) -> bool {
        self.settings.schedule.iter().any(|activation| activation.pack == pack && activation.version == version)
    }

    /// The hashes of a version by which decisions in the ledger were taken. Of what is here, reads only lines that name the
    /// pack.
    fn decided_by(&self, pack: &str, version: &str) -> impl Iterator<Item = String> {
        let needle = serde_json::to_string(pack).unwrap_or_default();
        let events = self.ledger.lines().filter(move |line| line.contains(&needle));
        let packed =
            self.ledger.packed_stamps().filter(move |stamp| &*stamp.pack == pack && &*stamp.version == version);
        let packed = packed.map(|stamp| stamp.hash.to_string());
        packed.chain(events.filter_map(move |line| match Event::from_line(line).ok()?.fact {
            Fact::OwnerNamed { decision, .. } => {
                let stamp = &decision.stamp;
                (stamp.pack == pack && stamp.version == version).then(|| stamp.hash.clone())
            }
            _ => None,
        }))
    }
}

fn keep(settings: &Settings) -> Result<Plan, Trouble> {
    Ok(Plan { settings: Some(settings.to_json()?), ..Plan::default() })
}
