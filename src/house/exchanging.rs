//! What goes into a bundle, and what a bundle changes.

use crate::exchange::{BundleRead, Contents, Cover, DeviceKey, EventLine, ImportPlan, OfficeNamed, file_name};
use crate::office::{Office, OfficeId};
use crate::protocol::{ImportView, Problem, Trouble};

use super::plan::Plan;
use super::{House, Moment, Settings};

/// How many lines of an import are stored in one transaction.
pub const IMPORT_CHUNK_LINES: usize = 4_000;

/// Everything that an export writes.
pub struct ExportParts<'house> {
    /// The manifest's material.
    pub cover: Cover,
    /// The office document.
    pub office: Option<&'house Office>,
    /// The key that signs.
    pub key: &'house DeviceKey,
    /// Every event line, in the ledger's order.
    pub lines: Vec<&'house str>,
    /// The proposed file name.
    pub name: String,
    /// How many events had never been exported.
    pub fresh: u64,
    /// What must be stored once the file is written.
    pub plan: Plan,
}

impl House {
    /// Gathers what an export of the whole ledger writes.
    pub fn export(&self, moment: Moment) -> Result<ExportParts<'_>, Trouble> {
        let office = self.office.as_ref();
        let named = office.map(|office| OfficeNamed { id: office.id.clone(), name: office.name.zh.clone() });
        let cover = Cover { office: named, made_at_ms: moment.now_ms, contents: Contents::of_ledger(&self.ledger) };
        let settings = Settings { exported_seq: self.own_seq(), ..self.settings.clone() };
        Ok(ExportParts {
            name: file_name(&cover, self.device_id()),
            cover,
            office,
            key: &self.key,
            lines: self.ledger.lines().collect(),
            fresh: self.fresh(),
            plan: Plan { settings: Some(settings.to_json()?), ..Plan::default() },
        })
    }

    /// Says what a bundle would change here. Changes nothing.
    pub fn preview(&self, bundle: &BundleRead, token: u32, file: &str) -> ImportView {
        let view = ImportPlan::of(&self.ledger, self.home(), bundle).view(token, file);
        ImportView { brings_office: self.lacks_office_of(bundle), ..view }
    }

    /// Plans to take a sound bundle in, in chunks that are stored one after the other; what is in stays in. A bundle that
    /// is not sound has no effect at all.
    pub fn plan_import(&self, bundle: &BundleRead, adopt_office: bool) -> Result<Vec<Plan>, Trouble> {
        if !bundle.is_sound() {
            return Err(Trouble::BadFile(bundle.problems.iter().map(Problem::from).collect()));
        }
        let plan = ImportPlan::of(&self.ledger, self.home(), bundle);
        let text = |line: &&EventLine| line.text.clone();
        let chunk = |lines: &[&EventLine]| Plan { lines: lines.iter().map(text).collect(), ..Plan::default() };
        let mut plans: Vec<Plan> = plan.new_lines.chunks(IMPORT_CHUNK_LINES).map(chunk).collect();
        if let (true, Some(office)) = (adopt_office, &bundle.office) {
            let json = office.to_json().map_err(|error| Trouble::Broken(error.to_string()))?;
            plans.push(self.plan_office(&json)?);
        }
        Ok(plans)
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
