//! Runs every test: lints, host, simulator, site, browser, journeys.
//!
//! A failing check does not hide the next: all run, and the last line counts them.

mod browser;
mod host;
mod journeys;
mod lint;
mod tally;

use std::time::Instant;

pub(crate) use journeys::node_script;
use tally::Tally;

use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::setup::{self, Browsers, Kit};
use crate::{build, shell, simulate};

/// The stages in the order in which they run.
const STAGES: &[&str] = &["lint", "host", "simulate", "build", "browser", "journeys"];

/// Runs all stages, or the named one, with journeys narrowed to those whose file name contains `name`.
pub(crate) fn test(places: &Places, stage: Option<&str>, name: Option<&str>) -> Outcome {
    if let Some(unknown) = stage.filter(|stage| !STAGES.contains(stage)) {
        return Err(Failure::Usage(format!("test does not know the stage {unknown}; there are {}", STAGES.join(", "))));
    }
    let start = Instant::now();
    let kit = setup::for_building(places)?;
    let browsers = setup::for_testing(places, &kit)?;
    println!("test: setup took {:.0} s", start.elapsed().as_secs_f32());
    let mut total = Tally::default();
    for current in STAGES {
        // Journeys need the site; the other stages stand alone.
        let is_wanted = stage.is_none_or(|stage| stage == *current || (stage == "journeys" && *current == "build"));
        if !is_wanted {
            continue;
        }
        println!("\ntest: {current}");
        let start = Instant::now();
        let tally = run(current, &kit, &browsers, name).unwrap_or_else(|failure| {
            eprintln!("test: {current}: {failure}");
            Tally::failed(current)
        });
        println!("test: {current} took {:.0} s", start.elapsed().as_secs_f32());
        total.add(tally);
    }
    total.close(start.elapsed())
}

fn run(stage: &str, kit: &Kit, browsers: &Browsers, name: Option<&str>) -> Outcome<Tally> {
    match stage {
        "lint" => lint::run(kit),
        "host" => host::run(kit),
        "simulate" => simulate::usual(&kit.places).map(|()| Tally::passed()),
        "build" => build::site(kit).map(|()| Tally::passed()),
        "browser" => browser::run(kit, browsers),
        _ => journeys::run(kit, browsers, name),
    }
}

/// Runs a test program, shows what it prints and counts its results.
fn counted(what: &str, command: &mut std::process::Command) -> Outcome<Tally> {
    let mut tally = Tally::default();
    let succeeded = shell::watch(command, |line| tally.see(line))?;
    if !succeeded {
        tally.note_failure(what);
    }
    Ok(tally)
}
