//! Whole journeys through the finished site, in real browsers driven from node.

use std::process::Command;

use super::counted;
use super::tally::Tally;
use crate::failure::{At, Outcome};
use crate::setup::{Browsers, Kit, find_node};
use crate::shell;

/// Runs all journeys in the order of their files' names, or those whose file name contains `name`.
pub(crate) fn run(kit: &Kit, browsers: &Browsers, name: Option<&str>) -> Outcome<Tally> {
    shell::run(kit.host_cargo().args(["build", "--quiet", "--locked", "--bin", "shouwen"]))?;
    let mut command = node_script(kit, browsers, "run.mjs", &[])?;
    command.args(name);
    let mut tally = counted("journeys", &mut command)?;
    if tally.is_empty() {
        tally.note_failure("journeys (nothing ran)");
    }
    Ok(tally)
}

/// Node with a script of `tests/journeys/`, told where the site, the server and the browser are.
pub(crate) fn node_script(kit: &Kit, browsers: &Browsers, script: &str, flags: &[&str]) -> Outcome<Command> {
    let places = &kit.places;
    let this = std::env::current_exe().at(&places.root)?;
    let mut command = shell::command(find_node()?, &places.root);
    command
        .args(flags)
        .arg(places.journeys().join(script))
        .env("SHOUWEN_CACHE", &places.cache)
        .env("SHOUWEN_CHROMIUM", browsers.chromium()?)
        .env("SHOUWEN_DIST", places.dist())
        .env("SHOUWEN_PROGRAM", places.target.join("debug/shouwen"))
        .env("SHOUWEN_SCREENS", places.target.join("screens"))
        .env("SHOUWEN_XTASK", this);
    Ok(command)
}
