//! From sources to the finished site in `dist/`.
//!
//! Trunk compiles and binds; what it leaves is then optimised and finished here: one style sheet, all files of a version
//! in one folder named after their content, the service worker's list, and compressed copies. `dist/` is replaced only
//! by a complete site. Nothing is done again while no input has changed.

mod compress;
mod exports;
mod files;
mod finish;
mod imports;
mod inputs;
mod optimise;
mod order;
mod styles;
mod wasm;

use std::fs;
use std::path::Path;
use std::time::Instant;

use crate::failure::{At, Outcome};
use crate::setup::Kit;
use crate::shell;

pub(crate) use finish::is_version_folder;
pub(crate) use inputs::hex;
pub(crate) use styles::unlisted_styles;

/// Builds the site, if anything that it is made of has changed.
pub(crate) fn site(kit: &Kit) -> Outcome {
    let start = Instant::now();
    let places = &kit.places;
    let inputs = inputs::digest(kit)?;
    let stamp = places.wasm_target().join("site.stamp");
    if is_current(&stamp, &inputs, &places.dist()) {
        println!("build: nothing has changed since dist/ was built");
        return Ok(());
    }
    shell::run(kit.host_cargo().args(["fetch", "--quiet", "--locked"]))?;
    let raw = places.wasm_target().join("site");
    fs::create_dir_all(&raw).at(&raw)?;
    shell::run(kit.trunk()?.args(["build", "--release", "--offline", "--locked", "--dist"]).arg(&raw))?;
    optimise::all(kit, &raw)?;
    let finished = finish::finish(files::read(&raw)?)?;
    let next = places.root.join("dist.next");
    files::write(&next, &finished.files)?;
    compress::beside(&next, &finished.files)?;
    replace(&places.dist(), &next)?;
    fs::write(&stamp, format!("{inputs} {}", finished.version)).at(&stamp)?;
    println!("build: dist/ holds version {} after {:.1} s", finished.version, start.elapsed().as_secs_f32());
    Ok(())
}

fn is_current(stamp: &Path, inputs: &str, dist: &Path) -> bool {
    let Ok(text) = fs::read_to_string(stamp) else { return false };
    text.split_once(' ').is_some_and(|(built_from, version)| {
        built_from == inputs && dist.join(finish::folder(version)).is_dir() && dist.join("index.html").is_file()
    })
}

fn replace(dist: &Path, next: &Path) -> Outcome {
    if dist.exists() {
        fs::remove_dir_all(dist).at(dist)?;
    }
    fs::rename(next, dist).at(dist)
}
