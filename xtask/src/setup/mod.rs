//! Brings in what building and testing need, once, at pinned versions.
//!
//! Every step first looks whether its result is there, so that a second run takes seconds; a step that installs says so
//! in one line. Tools go into a per-user cache, never into the system or the person's cargo home. Only where apt-get
//! and the right to use it are at hand are system packages installed; elsewhere the person is told what is missing.

mod apt;
mod browsers;
mod kit;
mod node;
mod rust;
mod sysroot;
mod tools;

pub(crate) use browsers::Browsers;
pub(crate) use kit::Kit;
pub(crate) use node::find_node;

use std::fs;
use std::path::Path;
use std::time::Instant;

use crate::failure::{At, Outcome};
use crate::places::Places;

/// Prepares what building the site needs.
pub(crate) fn for_building(places: &Places) -> Outcome<Kit> {
    let rust = rust::prepare(places)?;
    let bin_dirs = vec![tools::trunk(places)?, tools::wasm_bindgen(places)?];
    let shrinkers = node::shrinkers(places)?;
    Ok(Kit { places: places.clone(), rust, bin_dirs, shrinkers })
}

/// Prepares browsers and node packages for the tests; what a person has to install is told, not fatal here.
pub(crate) fn for_testing(places: &Places, kit: &Kit) -> Outcome<Browsers> {
    kit.rust.prepare_clippy()?;
    let browsers = browsers::prepare()?;
    node::journey_packages(places)?;
    Ok(browsers)
}

/// Prepares everything.
pub(crate) fn everything(places: &Places) -> Outcome {
    let start = Instant::now();
    let kit = for_building(places)?;
    for_testing(places, &kit)?;
    println!("setup: ready after {:.1} s; tools in {}", start.elapsed().as_secs_f32(), places.cache.display());
    Ok(())
}

/// Says what setup is doing.
fn say(line: &str) {
    println!("setup: {line}");
}

/// Fills a folder of the cache once: `fill` works in a folder beside it, which takes its name only when complete.
fn once(dir: &Path, fill: impl FnOnce(&Path) -> Outcome) -> Outcome {
    if dir.is_dir() {
        return Ok(());
    }
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    let partial = dir.with_file_name(format!("{name}.partial-{}", std::process::id()));
    fs::create_dir_all(&partial).at(&partial)?;
    let filled = fill(&partial).and_then(|()| match fs::rename(&partial, dir) {
        // Another setup was faster.
        Err(_) if dir.is_dir() => fs::remove_dir_all(&partial).at(&partial),
        outcome => outcome.at(dir),
    });
    if filled.is_err() && partial.is_dir() {
        fs::remove_dir_all(&partial).at(&partial)?;
    }
    filled
}
