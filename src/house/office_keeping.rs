//! The office on this device.

use crate::ledger::Standing;
use crate::office::{self, Office, OfficeError, StaffId};
use crate::protocol::{Problem, Trouble};
use crate::rules::comes_with_the_program;

use super::{House, Plan};

impl House {
    /// The office, or the reply that there is none.
    pub(super) fn office(&self) -> Result<&Office, Trouble> {
        self.office.as_ref().ok_or(Trouble::NoOffice)
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

    /// Plans to keep an office document. What was chosen for another office, or in place of another system than the one
    /// that it names, gives way.
    pub(super) fn plan_office(&self, json: &str) -> Result<Plan, Trouble> {
        let office = Office::parse(json).map_err(|error| Trouble::BadFile(problems(&error)))?;
        self.plan_known_office(json, &office)
    }

    /// Plans to keep the example office, whose document this is; it needs no looking through.
    pub fn plan_example(&self, json: &str) -> Result<Plan, Trouble> {
        self.plan_known_office(json, &read_kept(json)?)
    }

    fn plan_known_office(&self, json: &str, office: &Office) -> Result<Plan, Trouble> {
        if !comes_with_the_program(&office.system) && self.newest(&office.system).is_err() {
            return Err(Trouble::NotFound(office.system.clone()));
        }
        let same = self.office.as_ref().is_some_and(|old| old.id == office.id && old.system == office.system);
        let settings = if same { self.settings.clone() } else { self.settings.unscheduled() };
        Ok(Plan { office: Some(Some(json.to_owned())), settings: Some(settings.to_json()?), ..Plan::default() })
    }

    /// Plans to take the office off this device. Its tickets stay.
    pub(super) fn plan_no_office(&self) -> Result<Plan, Trouble> {
        let settings = self.settings.unscheduled();
        Ok(Plan { office: Some(None), settings: Some(settings.to_json()?), ..Plan::default() })
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
