//! What goes into a bundle, and what a bundle changes.

use std::collections::BTreeSet;

use crate::exchange::{
    BundleRead, Contents, Cover, DeviceLine, EventLine, ImportPlan, OfficeNamed, TakenOut, file_name,
};
use crate::ledger::packed::Place;
use crate::ledger::{EventId, TicketId};
use crate::office::{Office, OfficeId};
use crate::protocol::{ImportView, Problem, Trouble};

use super::plan::Plan;
use super::{Gathering, House, Moment, Settings};

/// How many lines of an import are stored in one transaction.
pub const IMPORT_CHUNK_LINES: usize = 4_000;

/// Everything that an export writes, apart from the lines themselves: the file is written while the work goes on, so nothing
/// of the house is borrowed for it.
#[derive(Clone, Debug)]
pub struct ExportParts {
    /// The manifest's material.
    pub cover: Cover,
    /// The office document.
    pub office: Option<Office>,
    /// What this device keeps beside; there where a backup is written.
    pub device: Option<DeviceLine>,
    /// Every event that is here, ticket by ticket; a ledger never loses one.
    pub events: Vec<EventId>,
    /// The tickets that lie packed and are not here, in the order in which they lie.
    pub packed: Vec<(Place, TicketId)>,
    /// The keys of the segments that their places count: tables that are made anew count others.
    pub segments: Vec<u64>,
    /// The proposed file name.
    pub name: String,
    /// How many events had never been exported.
    pub fresh: u64,
    /// What goes along of what may never have been exported, for [`House::plan_exported`].
    pub carried: Carried,
}

/// How far an export carries away what exists on this device only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// The last of this device's own events that goes along.
    pub own_seq: u64,
    /// How many events go along that devices before this one had made and never exported.
    pub before: u64,
}

impl House {
    /// Gathers what an export of the whole ledger writes.
    pub fn export(&self, moment: Moment) -> ExportParts {
        let office = self.office.clone();
        let named = office.as_ref().map(|office| OfficeNamed { id: office.id.clone(), name: office.name.zh.clone() });
        let cover = Cover { office: named, made_at_ms: moment.now_ms, contents: Contents::of_ledger(&self.ledger) };
        ExportParts {
            name: file_name(&cover, self.device_id()),
            cover,
            office,
            device: None,
            events: self.ledger.ids_by_ticket().collect(),
            packed: self.ledger.packed_away(),
            segments: self.ledger.packed().segment_keys().to_vec(),
            fresh: self.fresh(),
            carried: Carried { own_seq: self.own_seq(), before: self.fresh_before() },
        }
    }

    /// Plans to remember what a whole file has carried away.
    pub fn plan_exported(&self, Carried { own_seq, before }: Carried) -> Result<Plan, Trouble> {
        let exported_seq = self.settings.exported_seq.max(own_seq);
        let unexported_before = self.settings.unexported_before.saturating_sub(before);
        let settings = Settings { exported_seq, unexported_before, ..self.settings.clone() };
        Ok(Plan { settings: Some(settings.to_json()?), ..Plan::default() })
    }

    /// Says what a bundle would change here. Changes nothing.
    pub fn preview(&self, bundle: &BundleRead, token: u32, file: &str) -> ImportView {
        self.preview_with(bundle, &Gathering::default(), token, file)
    }

    /// The same for a bundle whose new tickets were gathered while it was read.
    pub fn preview_with(&self, bundle: &BundleRead, gathering: &Gathering, token: u32, file: &str) -> ImportView {
        // Another tab may have taken in the same meanwhile.
        let is_new = |id: &EventId| !self.ledger.contains(*id);
        let registering = gathering.registering().iter().filter(|id| is_new(id)).count() as u64;
        let steps = gathering.steps().filter(|(_, _, id, _)| is_new(id)).collect();
        let taken = TakenOut { registering, steps };
        let view = ImportPlan::with(&self.ledger, self.home(), bundle, taken).view(token, file);
        let lives_on = self.old_self_in(bundle, gathering);
        ImportView { brings_office: self.lacks_office_of(bundle), lives_on, ..view }
    }

    /// Plans to take a sound bundle in, in chunks that are stored one after the other; what is in stays in. A bundle that
    /// is not sound has no effect at all.
    pub fn plan_import(&self, bundle: &BundleRead, adopt_office: bool) -> Result<Vec<Plan>, Trouble> {
        self.plan_import_in_chunks(bundle, adopt_office, IMPORT_CHUNK_LINES)
    }

    /// Like [`plan_import`](Self::plan_import), in chunks of `chunk_lines`, at least one.
    pub fn plan_import_in_chunks(
        &self,
        bundle: &BundleRead,
        adopt_office: bool,
        chunk_lines: usize,
    ) -> Result<Vec<Plan>, Trouble> {
        if !bundle.is_sound() {
            return Err(Trouble::BadFile(bundle.problems.iter().map(Problem::from).collect()));
        }
        let plan = ImportPlan::of(&self.ledger, self.home(), bundle);
        let text = |line: &&EventLine| line.text.clone();
        let mut touched: BTreeSet<TicketId> = BTreeSet::new();
        touched.extend(plan.new_lines.iter().filter_map(|line| line.ticket));
        let away = |ticket: &TicketId| self.ledger.is_away(*ticket);
        let away = touched.iter().filter(|ticket| away(ticket)).flat_map(|ticket| self.ledger.lines_away(*ticket));
        let away: Vec<String> = away.map(str::to_owned).collect();
        let chunk = |lines: &[&EventLine]| Plan { lines: lines.iter().map(text).collect(), ..Plan::default() };
        let mut plans: Vec<Plan> = plan.new_lines.chunks(chunk_lines.max(1)).map(chunk).collect();
        // Whoever adds to packed tickets stores their lines along.
        plans.first_mut().into_iter().for_each(|first| drop(first.lines.splice(0..0, away.iter().cloned())));
        if let (true, Some(office)) = (adopt_office, &bundle.office) {
            let json = office.to_json().map_err(|error| Trouble::Broken(error.to_string()))?;
            plans.push(self.plan_office(&json)?);
        }
        Ok(plans)
    }

    /// Plans to take in what another house knows and this one does not: its events in chunks, its office and settings
    /// where this one has no office, its own systems where this one has none. Where both went on from the same
    /// place without each other, what either never exported counts as never exported.
    pub fn plan_missing(&self, other: &Self) -> Result<Vec<Plan>, Trouble> {
        let missing: Vec<EventId> = other.ledger.ids().filter(|id| !self.ledger.contains(*id)).collect();
        let text = |id: &EventId| other.ledger.line(*id).map(str::to_owned);
        let chunk = |ids: &[EventId]| Plan { lines: ids.iter().filter_map(text).collect(), ..Plan::default() };
        let mut plans: Vec<Plan> = missing.chunks(IMPORT_CHUNK_LINES).map(chunk).collect();
        let exported_seq = self.exported_beside(other);
        let before = self.before_with(other);
        if let Some(first) = plans.first_mut() {
            let exported_seq = exported_seq.min(self.settings.exported_seq);
            let settings = before.clone().of(&Settings { exported_seq, ..self.settings.clone() });
            first.settings = (settings != self.settings).then(|| settings.to_json()).transpose()?;
        }
        if let (None, Some(office)) = (&self.office, &other.documents.office) {
            let settings = before.of(&Settings { exported_seq, ..other.settings.clone() });
            let settings = Some(settings.to_json()?);
            plans.push(Plan { office: Some(Some(office.clone())), settings, ..Plan::default() });
        }
        if let (0, Some(systems)) = (self.own.len(), &other.documents.systems) {
            plans.push(Plan { systems: Some(systems.clone()), ..Plan::default() });
        }
        Ok(plans)
    }

    /// Up to where all of this device's events that either house holds have been exported by one that held them.
    fn exported_beside(&self, other: &Self) -> u64 {
        if other.device_id() != self.device_id() {
            // The other's mark is a place in another chain.
            return self.settings.exported_seq;
        }
        let marks = [self, other].map(|house| (house, house.settings.exported_seq));
        let carried = |id: EventId, seq: u64| marks.iter().any(|(house, to)| seq <= *to && house.ledger.contains(id));
        let events =
            marks.iter().flat_map(|(house, _)| house.ledger.ids().filter_map(|id| Some((id, house.ledger.event(id)?))));
        let own = events.filter(|(_, event)| event.device == self.device_id());
        let first = own.filter(|(id, event)| !carried(*id, event.seq)).map(|(_, event)| event.seq).min();
        let most = self.settings.exported_seq.max(other.settings.exported_seq);
        first.map_or(most, |seq| most.min(seq.saturating_sub(1)))
    }

    fn home(&self) -> Option<&OfficeId> {
        self.office.as_ref().map(|office| &office.id)
    }

    /// Whether the bundle brings an office that this device lacks or has in another form.
    fn lacks_office_of(&self, bundle: &BundleRead) -> bool {
        bundle.office.as_ref().is_some_and(|theirs| match &self.office {
            None => true,
            Some(ours) => ours.id == theirs.id && ours != theirs,
        })
    }
}
