//! `shouwen check`: looks for mistakes in packs.

use std::io::Write;
use std::process::ExitCode;

use shouwen::rules::CompiledPack;
use shouwen::rules::pack::{Pack, Problem, Severity, check, check_versions};

use super::Failure;
use super::pack_file;

pub(super) const HELP: &str = "\
usage: shouwen check PACK.toml...

Looks for mistakes in pack files and prints each with file, line, column, what was found and the mend. Mistakes (error) make a
pack unusable: unknown words, clauses that are not there, cases that fail, versions that hold at the same time. Hints (warning)
are probably slips: clauses without consequence or reason, rules that never count, ladders with gaps, situations without owner or
handler; notes may well be meant. The last line counts; the exit code is 1 if there are errors.
";

/// Checks every pack.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    if arguments.is_empty() {
        return Err(Failure::Usage(HELP));
    }
    let mut found: Vec<(&str, Vec<Problem>)> = Vec::new();
    let mut sound: Vec<(usize, CompiledPack)> = Vec::new();
    for (at, file) in arguments.iter().enumerate() {
        let problems = match pack_file::load(file)? {
            Ok(pack) => {
                let problems = check(&pack);
                sound.push((at, pack));
                problems
            }
            Err(problems) => problems,
        };
        found.push((file, problems));
    }
    let packs: Vec<(&str, &Pack)> =
        sound.iter().filter_map(|(at, pack)| Some((arguments.get(*at)?.as_str(), pack.pack()))).collect();
    for (place, problem) in check_versions(&packs) {
        if let Some((_, problems)) = sound.get(place).and_then(|(at, _)| found.get_mut(*at)) {
            problems.insert(0, problem);
        }
    }
    print(&found, out)
}

/// Prints what was found, and counts it.
fn print(found: &[(&str, Vec<Problem>)], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let (mut errors, mut warnings, mut notes) = (0_usize, 0_usize, 0_usize);
    for (file, problem) in found.iter().flat_map(|(file, problems)| problems.iter().map(move |problem| (file, problem)))
    {
        let (count, severity) = match problem.kind.severity() {
            Severity::Error => (&mut errors, "error"),
            Severity::Warning => (&mut warnings, "warning"),
            Severity::Note => (&mut notes, "note"),
        };
        *count += 1;
        writeln!(out, "{file}:{}:{}: {severity}: {}", problem.place.line, problem.place.column, problem.kind)?;
    }
    let notes = if notes == 0 { String::new() } else { format!(", {notes} notes") };
    writeln!(out, "{errors} errors, {warnings} warnings{notes}")?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
