//! Which system is in force when.
//!
//! The one whose day has come last; before any has come, the one that the office names. Days are those of the office's
//! wall clock (UTC+8). A decision keeps the stamp of the system by which it was taken, whatever comes into force later.

use serde::{Deserialize, Serialize};

use crate::protocol::Trouble;
use crate::rules::{CompiledPack, comes_with_the_program, learn_english};

use super::wall_clock::WallClock;
use super::{House, Moment, Settings};

/// A system comes into force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activation {
    /// The pack's id.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// The first day, `YYYY-MM-DD`: in this form days compare as texts.
    pub from: String,
}

impl Settings {
    /// How many activations are remembered; the oldest that no longer count go first.
    const SCHEDULE_MAX: usize = 200;

    /// The same with a system in force from a day on, in the place of what was settled for that day.
    pub(super) fn scheduled(&self, activation: Activation) -> Self {
        let mut settings = Self { system: self.system.clone(), ..self.without_day(&activation.from) };
        settings.schedule.push(activation);
        let surplus = settings.schedule.len().saturating_sub(Self::SCHEDULE_MAX);
        settings.schedule.drain(..surplus);
        settings
    }

    /// The same with nothing settled for a day.
    pub(super) fn without_day(&self, from: &str) -> Self {
        let mut settings = self.clone();
        settings.schedule.retain(|activation| activation.from != from);
        settings
    }

    /// The same with nothing chosen: what the office names is in force.
    pub(super) fn unscheduled(&self) -> Self {
        Self { system: None, schedule: Vec::new(), ..self.clone() }
    }
}

impl House {
    /// The system in force.
    pub(super) fn pack(&self, moment: Moment) -> Result<&CompiledPack, Trouble> {
        match self.in_force(moment) {
            Some(Activation { pack, version, .. }) => self.pack_meant(pack, Some(version), moment),
            None => self.newest(self.chosen_or_named().ok_or(Trouble::NoOffice)?),
        }
    }

    /// The pack that an id means: of that version where one is given, else the one in force, else the newest. Of a system
    /// that comes with the program there is one version.
    pub(super) fn pack_meant(&self, id: &str, version: Option<&str>, moment: Moment) -> Result<&CompiledPack, Trouble> {
        let in_force =
            || self.in_force(moment).filter(|active| active.pack == id).map(|active| active.version.as_str());
        match version.or_else(in_force) {
            Some(version) if !comes_with_the_program(id) => {
                let own = self.own.find(id, version).and_then(|own| own.ready());
                own.ok_or_else(|| Trouble::NotFound(format!("{id} {version}")))
            }
            _ => self.newest(id),
        }
    }

    /// Ids of packs that the system in force and the planned ones need and that are not on the shelf yet.
    pub fn missing_packs(&self, moment: Moment) -> impl Iterator<Item = &str> {
        let in_force = self.in_force(moment).map(|active| active.pack.as_str()).or_else(|| self.chosen_or_named());
        let planned = self.planned(moment).map(|activation| activation.pack.as_str());
        in_force.into_iter().chain(planned).filter(|id| comes_with_the_program(id) && self.newest(id).is_err())
    }

    /// Puts packs that come with the program on the shelf. The house decides by those and its own alone.
    pub fn shelve(&mut self, packs: impl IntoIterator<Item = CompiledPack>) {
        self.packs.extend(packs);
    }

    /// Ids of packs on the shelf whose English has not come yet.
    pub fn without_english(&self) -> impl Iterator<Item = &str> {
        self.packs.iter().filter(|pack| pack.pack().identity.title.en.is_empty()).map(CompiledPack::id)
    }

    /// Gives the packs on the shelf their English, as `rules::write_english` wrote it, of one pack behind the other.
    pub fn learn_english(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        learn_english(&mut self.packs, bytes).map_err(|error| Trouble::Broken(format!("the English of packs: {error}")))
    }

    /// The newest version of a system on this device.
    pub(super) fn newest(&self, id: &str) -> Result<&CompiledPack, Trouble> {
        let mut known = self.packs.iter().chain(self.own.ready().rev());
        known.find(|pack| pack.id() == id).ok_or_else(|| Trouble::NotFound(id.to_owned()))
    }

    /// The first day for which a version of a system is planned.
    pub(super) fn planned_from(&self, pack: &str, version: &str, moment: Moment) -> Option<&str> {
        let meant = |activation: &&Activation| activation.pack == pack && activation.version == version;
        self.planned(moment).filter(meant).map(|activation| activation.from.as_str()).min()
    }

    /// The activation that counts now.
    pub(super) fn in_force(&self, moment: Moment) -> Option<&Activation> {
        let today = self.today(moment);
        let begun = self.settings.schedule.iter().filter(|activation| activation.from <= today);
        begun.max_by_key(|activation| &activation.from)
    }

    /// Today's date on the office's wall.
    pub(super) fn today(&self, moment: Moment) -> String {
        WallClock::at(moment, self.calendar).date.to_string()
    }

    fn planned(&self, moment: Moment) -> impl Iterator<Item = &Activation> {
        let today = self.today(moment);
        self.settings.schedule.iter().filter(move |activation| activation.from > today)
    }

    /// The system chosen on this device before there was a schedule, else the one that the office names.
    fn chosen_or_named(&self) -> Option<&str> {
        let named = || self.office.as_ref().map(|office| office.system.as_str());
        self.settings.system.as_deref().or_else(named)
    }
}
