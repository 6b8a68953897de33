//! The office and the system in force on this device.

use crate::ledger::Standing;
use crate::office::{self, Office, OfficeError, StaffId};
use crate::protocol::{Problem, Trouble};
use crate::rules::{CompiledPack, comes_with_the_program};

use super::{House, Plan, Settings};

impl House {
    /// The office, or the reply that there is none.
    pub(super) fn office(&self) -> Result<&Office, Trouble> {
        self.office.as_ref().ok_or(Trouble::NoOffice)
    }

    /// The system in force: the one chosen on this device, else the one that the office names.
    pub(super) fn pack(&self) -> Result<&CompiledPack, Trouble> {
        self.pack_by_id(self.system().ok_or(Trouble::NoOffice)?)
    }

    /// The id of the system in force.
    fn system(&self) -> Option<&str> {
        let named = || self.office.as_ref().map(|office| office.system.as_str());
        self.settings.system.as_deref().or_else(named)
    }

    /// The id of the system in force, where its pack is not on the shelf yet.
    pub fn missing_pack(&self) -> Option<&str> {
        self.system().filter(|id| self.pack_by_id(id).is_err())
    }

    /// Puts packs on the shelf. The house decides by those alone that lie there.
    pub fn shelve(&mut self, packs: impl IntoIterator<Item = CompiledPack>) {
        self.packs.extend(packs);
    }

    pub(super) fn pack_by_id(&self, id: &str) -> Result<&CompiledPack, Trouble> {
        self.packs.iter().find(|pack| pack.id() == id).ok_or_else(|| Trouble::NotFound(id.to_owned()))
    }

    /// What a person is in the office; someone whom it does not know stands alone.
    pub(super) fn standing(&self, id: &StaffId) -> Standing {
        let known = self.office.as_ref().and_then(|office| office.person(id));
        Standing {
            staff: Some(id.clone()),
            department: known.map(|staff| staff.department.clone()),
            post: known.map(|staff| staff.post).unwrap_or_default(),
        }
    }

    /// Plans to keep an office document; a system chosen for the office before gives way to the one it names.
    pub(super) fn plan_office(&self, json: &str) -> Result<Plan, Trouble> {
        let office = Office::parse(json).map_err(|error| Trouble::BadFile(problems(&error)))?;
        self.plan_known_office(json, &office)
    }

    /// Plans to keep the example office, whose document this is; it needs no looking through.
    pub fn plan_example(&self, json: &str) -> Result<Plan, Trouble> {
        self.plan_known_office(json, &read_kept(json)?)
    }

    fn plan_known_office(&self, json: &str, office: &Office) -> Result<Plan, Trouble> {
        if !comes_with_the_program(&office.system) && self.pack_by_id(&office.system).is_err() {
            return Err(Trouble::NotFound(office.system.clone()));
        }
        let settings = Settings { system: None, ..self.settings.clone() };
        Ok(Plan { office: Some(Some(json.to_owned())), settings: Some(settings.to_json()?), ..Plan::default() })
    }

    /// Plans to take the office off this device. Its tickets stay.
    pub(super) fn plan_no_office(&self) -> Result<Plan, Trouble> {
        let settings = Settings { system: None, ..self.settings.clone() };
        Ok(Plan { office: Some(None), settings: Some(settings.to_json()?), ..Plan::default() })
    }

    /// Plans to decide by another system from now on.
    pub(super) fn plan_system(&self, id: &str) -> Result<Plan, Trouble> {
        let pack = self.pack_by_id(id)?;
        let settings = Settings { system: Some(pack.id().to_owned()), ..self.settings.clone() };
        Ok(Plan { settings: Some(settings.to_json()?), ..Plan::default() })
    }
}

/// Reads the office document that this device keeps.
pub(super) fn read_kept(json: &str) -> Result<Office, Trouble> {
    Office::read_kept(json).map_err(|error| Trouble::Broken(format!("the office: {error}")))
}

/// What is wrong with an office document, each with a code that screens can say.
fn problems(error: &OfficeError) -> Vec<Problem> {
    let (code, line) = match error {
        OfficeError::Problems(problems) => {
            let show = |problem: &office::Problem| Problem {
                line: u64::try_from(problem.line).unwrap_or_default(),
                code: "office_problem".to_owned(),
                words: format!("{}: {}", problem.place, problem.fault),
            };
            return problems.iter().map(show).collect();
        }
        OfficeError::TooLarge { .. } => ("office_too_large", 0),
        OfficeError::NotJson { line, .. } => ("office_not_json", *line),
        OfficeError::NotAnOffice { .. } => ("not_an_office", 0),
        OfficeError::TooNew { .. } => ("office_too_new", 0),
        OfficeError::NotWritten(_) => ("office_not_written", 0),
    };
    let line = u64::try_from(line).unwrap_or_default();
    vec![Problem { line, code: code.to_owned(), words: error.to_string() }]
}
