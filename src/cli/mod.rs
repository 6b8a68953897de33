//! The commands of `shouwen`, one file each.
//!
//! A command gets its own arguments and the place to write to; what goes wrong is a [`Failure`], said once on standard
//! error. Exit codes: 0 all is well, 1 something that was asked about is not, 2 the command could not be carried out.

mod assess;
mod bench;
mod bundle_words;
mod cases;
mod check;
mod clauses;
mod decide;
mod failure;
mod key_file;
mod merge;
mod pack_file;
mod replay;
mod sample;
mod systems;
mod verify;
mod whole_file;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

pub(crate) use failure::Failure;

/// What the program says of itself.
const HELP: &str = "\
shouwen: systems of first-contact responsibility, on the command line

usage: shouwen COMMAND [ARGUMENTS]

  systems                          list the systems that come with the program
  cases FILE...                    run cases and say which fail
  clauses SYSTEM                   say what became of each clause of a system
  decide SYSTEM SITUATION.json     say what a system demands in a situation
  decide --replay DECISION.json    say whether a stored decision still holds
  assess SYSTEM RECORD.json        say what follows for a member of staff
  check PACK.toml...               look for mistakes in packs
  verify BUNDLE...                 say what bundles hold and whether they are sound
  merge BUNDLE... -o OUT           write one bundle of everything that several hold
  sample --tickets N --seed S OUT  write a bundle of invented tickets
  bench decide                     measure how long a decision takes

`shouwen COMMAND -h` says more about a command.
";

/// What carries out a command: its arguments, and where to write.
type Command = fn(&[String], &mut dyn Write) -> Result<ExitCode, Failure>;

/// Carries out a command line.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = dispatch(arguments, &mut out).and_then(|code| out.flush().map(|()| code).map_err(Failure::Output));
    match done {
        Ok(code) => code,
        Err(failure) => failure.report(&mut io::stderr().lock()),
    }
}

/// Hands the arguments to the command that they name.
fn dispatch(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let Some((command, rest)) = arguments.split_first() else {
        return Err(Failure::Usage(HELP));
    };
    let wants_help = rest.iter().any(|argument| argument == "-h" || argument == "--help");
    let (help, command): (_, Command) = match command.as_str() {
        "systems" => (systems::HELP, systems::run),
        "cases" => (cases::HELP, cases::run),
        "clauses" => (clauses::HELP, clauses::run),
        "decide" => (decide::HELP, decide::run),
        "assess" => (assess::HELP, assess::run),
        "check" => (check::HELP, check::run),
        "verify" => (verify::HELP, verify::run),
        "merge" => (merge::HELP, merge::run),
        "bench" => (bench::HELP, bench::run),
        "sample" => (sample::HELP, sample::run),
        "-h" | "--help" | "help" => return say(out, HELP),
        other => return Err(Failure::UnknownCommand(other.to_owned())),
    };
    if wants_help { say(out, help) } else { command(rest, out) }
}

/// Writes a text and succeeds.
fn say(out: &mut dyn Write, text: &str) -> Result<ExitCode, Failure> {
    out.write_all(text.as_bytes()).map_err(Failure::Output)?;
    Ok(ExitCode::SUCCESS)
}
