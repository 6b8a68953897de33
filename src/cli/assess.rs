//! `shouwen assess`: what a system's accountability clauses say about a member of staff's record.

use std::io::Write;
use std::process::ExitCode;

use shouwen::rules::{self, AssessmentGiven, Sanction};

use super::Failure;
use super::failure::read;
use super::pack_file;
use super::words::say_in_three;

pub(super) const HELP: &str = "\
usage: shouwen assess SYSTEM RECORD.json [--why SANCTION]

Prints, as JSON, what follows for the last entry of a record: sanctions, how circumstances weigh, who is liable, each with its clause.
SYSTEM is an id from `shouwen systems` or a pack file (*.toml). RECORD.json is `{\"record\": [...], \"prior\": {...}}`: what was done, oldest
first, and how often sanctions were given before. With --why the answer says why a sanction follows, or why not.
";

/// Assesses one record.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let (system, file, why) = match arguments {
        [system, file] => (system, file, None),
        [system, file, option, sanction] if option == "--why" => (system, file, Some(sanction)),
        _ => return Err(Failure::Usage(HELP)),
    };
    let pack = pack_file::find(system)?;
    let problem = |error: String| Failure::Content { file: file.clone(), problem: error };
    let given: AssessmentGiven = serde_json::from_str(&read(file)?).map_err(|error| problem(error.to_string()))?;
    if let Some(sanction) = why {
        let sanction: Sanction = sanction.parse().map_err(|error: rules::UnknownCode| problem(error.to_string()))?;
        say_in_three(&rules::explain_sanction(&pack, &given, sanction), out)?;
    } else {
        let assessment = serde_json::to_string_pretty(&rules::assess(&pack, &given));
        writeln!(out, "{}", assessment.map_err(|error| problem(error.to_string()))?)?;
    }
    Ok(ExitCode::SUCCESS)
}
