//! The office and the system in force on this device.

use crate::ledger::Standing;
use crate::office::{self, Office, OfficeError, StaffId};
use crate::protocol::{Problem, Trouble};
use crate::rules::CompiledPack;

use super::{House, Plan, Settings};

impl House {
    /// The office, or the reply that there is none.
    pub(super) fn office(&self) -> Result<&Office, Trouble> {
        self.office.as_ref().ok_or(Trouble::NoOffice)
    }

    /// The system in force: the one chosen on this device, else the one that the office names.
    pub(super) fn pack(&self) -> Result<&CompiledPack, Trouble> {
        let chosen = self.settings.system.as_deref();
        let named = || self.office.as_ref().map(|office| office.system.as_str());
        self.pack_by_id(chosen.or_else(named).ok_or(Trouble::NoOffice)?)
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
        let office = read_office(json)?;
        if self.pack_by_id(&office.system).is_err() {
            return Err(Trouble::NotFound(office.system));
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

/// Reads an office document, or says what is wrong with it.
pub(super) fn read_office(json: &str) -> Result<Office, Trouble> {
    Office::parse(json).map_err(|error| Trouble::BadFile(problems(&error)))
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
