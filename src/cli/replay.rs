//! Decisions kept in files: `shouwen decide --store` writes them, `shouwen decide --replay` takes them again.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use shouwen::rules::{CompiledPack, Decision, Situation, StoredDecision};

use super::Failure;
use super::failure::read;
use super::pack_file;
use super::whole_file::{Existing, write_whole};

/// Keeps a decision in a new file.
pub(super) fn store(file: &str, situation: Situation, decision: Decision) -> Result<(), Failure> {
    let stored = StoredDecision::new(situation, decision);
    let problem = |problem: String| Failure::Write { file: file.to_owned(), problem };
    let text = serde_json::to_string_pretty(&stored).map_err(|error| problem(error.to_string()))?;
    let written: std::io::Result<()> = write_whole(Path::new(file), Existing::Keep, |out| writeln!(out, "{text}"));
    written.map_err(|error| problem(error.to_string()))
}

/// Takes a stored decision again, by the system that it names or by another, and says whether it still holds.
pub(super) fn replay(file: &str, system: Option<&str>, out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let problem = |problem: String| Failure::Content { file: file.to_owned(), problem };
    let stored: StoredDecision = serde_json::from_str(&read(file)?).map_err(|error| problem(error.to_string()))?;
    if stored.format != StoredDecision::FORMAT {
        let known = StoredDecision::FORMAT;
        return Err(problem(format!("written in format {}, this program reads {known}", stored.format)));
    }
    let pack: CompiledPack = pack_file::find(system.unwrap_or(&stored.decision.stamp.pack))?;
    let replay = stored.replay(&pack);
    for difference in &replay.stamp {
        writeln!(out, "{difference}")?;
    }
    if replay.holds() {
        writeln!(out, "the decision still holds")?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "the decision does not hold any more:")?;
    for difference in &replay.answer {
        writeln!(out, "  {difference}")?;
    }
    Ok(ExitCode::FAILURE)
}
