//! The commands of the repository: `cargo xtask serve`, `cargo xtask test` and what they are made of.

mod build;
mod failure;
mod measure;
mod places;
mod serve;
mod setup;
mod shell;
mod simulate;
mod test;

use std::process::ExitCode;

use failure::{Failure, Outcome};
use places::Places;

/// What each command does.
const HELP: &str = "cargo xtask COMMAND
  setup     bring in what is missing
  serve     build what has changed and serve it here [--port N] [--no-open]
  test      every test, or one stage: test lint|host|simulate|build|browser|journeys [NAME]
  simulate  stories of crashes, tabs, clocks and files, from seeds [--stats] [--seeds N] [--from S]
  measure   sizes of the first load and timings, one JSON line each [--tickets N]
  build     make the site in dist/
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome {
    let places = Places::find()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => setup::everything(&places),
        ["serve", rest @ ..] => serve::serve(&places, &serve::Options::read(rest)?),
        ["test"] => test::test(&places, None, None),
        ["test", stage] => test::test(&places, Some(stage), None),
        ["test", stage, name] => test::test(&places, Some(stage), Some(name)),
        ["simulate", rest @ ..] => simulate::simulate(&places, rest),
        ["measure", rest @ ..] => measure::measure(&places, rest),
        ["build"] => build::site(&setup::for_building(&places)?),
        _ => Err(Failure::Usage("which command?".into())),
    }
}
