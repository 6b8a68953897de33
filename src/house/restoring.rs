//! Backing a device up, and restoring a backup on another.
//!
//! A backup is a bundle that also carries what its device keeps beside office and events, but not the secret of its key. So the
//! device on which it is restored goes on in a chain of its own, and the two can never claim the same place, should the old one
//! live on. It remembers whose backup it was, and counts what that device had never exported until it exports itself.

use crate::exchange::{BundleProblem, BundleRead, DeviceLine, ProblemAt, backup_name};
use crate::json;
use crate::ledger::{Chain, DeviceId};
use crate::office::Office;
use crate::protocol::{DeviceRefusal, DeviceView, ImportView, KeptView, Problem, RestoredView, Trouble};

use super::own_systems::{OwnSystem, OwnSystems};
use super::plan::Plan;
use super::{ExportParts, Gathering, House, Moment, Restored, Settings};

/// A backup's line about its device, understood.
struct Kept {
    settings: Settings,
    systems: OwnSystems,
}

/// What is remembered of devices that went before.
#[derive(Clone)]
pub(super) struct Before {
    unexported: u64,
    restored: Option<String>,
}

impl Before {
    /// Settings that remember it.
    pub(super) fn of(self, settings: &Settings) -> Settings {
        Settings { unexported_before: self.unexported, restored: self.restored, ..settings.clone() }
    }
}

impl House {
    /// Gathers what a backup writes: everything that an export does, and what the device keeps beside.
    pub fn back_up(&self, moment: Moment) -> Result<ExportParts, Trouble> {
        let parts = self.export(moment);
        let settings = Some(self.settings.to_json()?);
        let systems = self.documents.systems.clone();
        let device = DeviceLine { last_seq: self.own_seq(), settings, systems };
        Ok(ExportParts { name: backup_name(&parts.cover, self.device_id()), device: Some(device), ..parts })
    }

    /// Says what restoring a backup would bring, and what is wrong with it. Changes nothing.
    pub fn preview_restore(
        &self,
        bundle: &BundleRead,
        gathering: &Gathering,
        token: u32,
        file: &str,
    ) -> Result<ImportView, Trouble> {
        let mut view = self.preview_with(bundle, gathering, token, file);
        if !bundle.is_sound() {
            return Ok(view);
        }
        self.check_restorable(bundle)?;
        match kept_in(bundle) {
            Ok(kept) => {
                let named = |own: &OwnSystem| format!("{} {}", own.pack, own.version);
                let (fresh, systems) = (kept.unexported(bundle), kept.systems.iter().map(named).collect());
                view.restores = Some(KeptView { fresh, systems });
            }
            Err(problem) => view.problems.push(Problem::from(&problem)),
        }
        Ok(view)
    }

    /// Plans to restore a sound backup: first what stands beside the events, then those that were not gathered. Where it ends in
    /// between, restoring the same backup again adds the rest.
    pub fn plan_restore(&self, bundle: &BundleRead) -> Result<Vec<Plan>, Trouble> {
        let events = self.plan_import(bundle, false)?;
        self.check_restorable(bundle)?;
        let kept = kept_in(bundle).map_err(|problem| Trouble::BadFile(vec![Problem::from(&problem)]))?;
        let office = bundle.office.as_ref().map(Office::to_json).transpose();
        let office = office.map_err(|error| Trouble::Broken(error.to_string()))?;
        let settings = kept.settings_here(bundle)?.to_json()?;
        // What this device had kept of its own before stays, where the backup has nothing in its place.
        let systems = kept.systems.iter().fold(self.own.clone(), |own, system| own.with(system.clone()));
        let systems = (systems.len() > 0).then(|| systems.to_json()).transpose()?;
        let beside = Plan { office: Some(office), settings: Some(settings), systems, ..Plan::default() };
        Ok(std::iter::once(beside).chain(events).collect())
    }

    /// Shows the device as a whole.
    pub(super) fn device_view(&self) -> DeviceView {
        DeviceView {
            device: self.device_id().to_string(),
            tickets: self.ledger.tickets_by_office().values().sum(),
            events: self.events(),
            fresh: self.fresh(),
            restorable: self.events() == 0 || self.unfinished().is_some(),
            restored: self.restored().map(|restored| self.show_restored(&restored, 0)),
        }
    }

    /// The backup that was restored here, where a bundle brings events that its device made afterwards.
    pub(super) fn old_self_in(&self, bundle: &BundleRead, gathering: &Gathering) -> Option<RestoredView> {
        let restored = self.restored()?;
        let lines = bundle.lines.iter().map(|line| (line.device, line.seq, line.id));
        let steps = gathering.steps().map(|(device, seq, id, _)| (device, seq, id));
        let later = lines.chain(steps).filter(|(device, seq, id)| {
            *device == restored.device && *seq > restored.last_seq && !self.ledger.contains(*id)
        });
        let highest = later.map(|(_, seq, _)| seq).max()?;
        Some(self.show_restored(&restored, highest))
    }

    /// What is remembered of devices before this one, by this house or by another over the same device's events.
    pub(super) fn before_with(&self, other: &Self) -> Before {
        let (ours, theirs) = (&self.settings, &other.settings);
        let is_same = self.device_id() == other.device_id();
        let unexported = if is_same { theirs.unexported_before } else { other.fresh() };
        Before {
            unexported: ours.unexported_before.max(unexported),
            restored: ours.restored.clone().or_else(|| theirs.restored.clone()),
        }
    }

    /// A backup is restored where nothing is, or where a part of it is and nothing has been made since.
    fn check_restorable(&self, bundle: &BundleRead) -> Result<(), Trouble> {
        let manifest = bundle.manifest.as_ref();
        let is_of = |device: DeviceId| manifest.is_some_and(|manifest| manifest.device == device);
        let goes_on = |begun: Restored| {
            is_of(begun.device) && manifest.is_some_and(|manifest| manifest.made_at_ms == begun.made_at_ms)
        };
        let events = self.events();
        if events > 0 && !self.unfinished().is_some_and(goes_on) {
            return Err(Trouble::DeviceRefused(DeviceRefusal::NotEmpty { events }));
        }
        let has_made_some = bundle.device.as_ref().is_some_and(|device| device.last_seq > 0);
        if is_of(self.device_id()) && has_made_some {
            return Err(Trouble::DeviceRefused(DeviceRefusal::SameDevice));
        }
        Ok(())
    }

    /// The backup of which a part is here, where this device has made nothing since.
    fn unfinished(&self) -> Option<Restored> {
        self.restored().filter(|restored| self.own_seq() == 0 && self.events() < restored.events)
    }

    /// The backup that was restored here; nothing where what is kept of it cannot be read.
    fn restored(&self) -> Option<Restored> {
        self.settings.restored.as_deref().and_then(|kept| json::read(kept).ok())
    }

    fn show_restored(&self, restored: &Restored, seen_seq: u64) -> RestoredView {
        let highest_seq = self.ledger.chain(&restored.device).map_or(0, Chain::highest_seq).max(seen_seq);
        RestoredView {
            device: restored.device.to_string(),
            made_ms: restored.made_at_ms,
            last_seq: restored.last_seq,
            later: highest_seq.saturating_sub(restored.last_seq),
        }
    }
}

impl Kept {
    /// How many events had never been exported when the backup was written.
    fn unexported(&self, bundle: &BundleRead) -> u64 {
        let last_seq = bundle.device.as_ref().map_or(0, |device| device.last_seq);
        let own = last_seq.saturating_sub(self.settings.exported_seq);
        own.saturating_add(self.settings.unexported_before).min(bundle.contents.events)
    }

    /// The settings with which the device goes on that restores it.
    fn settings_here(&self, bundle: &BundleRead) -> Result<Settings, Trouble> {
        let restored = bundle.manifest.as_ref().map(|manifest| Restored {
            device: manifest.device,
            made_at_ms: manifest.made_at_ms,
            last_seq: bundle.device.as_ref().map_or(0, |device| device.last_seq),
            exported_seq: self.settings.exported_seq,
            events: manifest.events,
        });
        let restored = restored.as_ref().map(serde_json::to_string).transpose();
        let restored = restored.map_err(|error| Trouble::Broken(format!("settings: {error}")))?;
        let unexported_before = self.unexported(bundle);
        // Places of this device's own chain, of which there are none yet.
        Ok(Settings { exported_seq: 0, unexported_before, restored, ..self.settings.clone() })
    }
}

/// What a backup says of its device, understood; or why it is none that can be restored.
fn kept_in(bundle: &BundleRead) -> Result<Kept, ProblemAt> {
    let device = bundle.device.as_ref().ok_or_else(|| BundleProblem::NotABackup.at_line(0))?;
    let line = if bundle.office.is_some() { 3 } else { 2 };
    let bad = |trouble: Trouble| {
        let why = match trouble {
            Trouble::Broken(why) => why,
            other => format!("{other:?}"),
        };
        BundleProblem::BadDevice { why }.at_line(line)
    };
    let settings = device.settings.as_deref().map(Settings::from_json).transpose().map_err(bad)?.unwrap_or_default();
    let systems = device.systems.as_deref().map(OwnSystems::from_json).transpose().map_err(bad)?.unwrap_or_default();
    if let Some(false_one) = systems.iter().find(|own| !own.is_consistent()) {
        return Err(bad(Trouble::Broken(format!(
            "system {} {} is not that of its text",
            false_one.pack, false_one.version
        ))));
    }
    Ok(Kept { settings, systems })
}
