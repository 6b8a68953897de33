//! `shouwen check`: looks for mistakes in packs.

use std::io::Write;
use std::process::ExitCode;

use shouwen::rules;
use shouwen::rules::pack::{Problem, Severity, check};

use super::Failure;
use super::failure::read;

pub(super) const HELP: &str = "\
usage: shouwen check PACK.toml...

Looks for mistakes in pack files and prints each with file, line, column, what was found and the mend. Mistakes (error) make a
pack unusable: unknown words, clauses that are not there, cases that fail. Hints (warning) tell what a pack leaves
open: clauses without consequence or reason, situations without owner or handler. The last line counts both; the exit code
is 1 if there are errors.
";

/// Checks every pack.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    if arguments.is_empty() {
        return Err(Failure::Usage(HELP));
    }
    let (mut errors, mut warnings) = (0_usize, 0_usize);
    for file in arguments {
        for problem in problems(&read(file)?) {
            let severity = match problem.kind.severity() {
                Severity::Error => {
                    errors += 1;
                    "error"
                }
                Severity::Warning => {
                    warnings += 1;
                    "warning"
                }
            };
            writeln!(out, "{file}:{}:{}: {severity}: {}", problem.place.line, problem.place.column, problem.kind)?;
        }
    }
    writeln!(out, "{errors} errors, {warnings} warnings")?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Lists what is wrong with a pack's text, or else with what it says.
fn problems(text: &str) -> Vec<Problem> {
    match rules::load(text) {
        Ok(pack) => check(&pack),
        Err(problems) => problems,
    }
}
