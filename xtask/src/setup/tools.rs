//! Trunk and wasm-bindgen, compiled once into the cache.
//!
//! They run for seconds, so they are built with a cheap profile: a quarter of the time that their release builds take.

use std::fs;
use std::path::{Path, PathBuf};

use super::{once, say};
use crate::failure::{At, Failure, Outcome};
use crate::places::Places;
use crate::shell;

/// The newest trunk that the stable compiler of the supported toolchains accepts.
const TRUNK: &str = "0.21.14";

/// Installs trunk; answers the directory of its program.
pub(crate) fn trunk(places: &Places) -> Outcome<PathBuf> {
    // Without default features it cannot download, which it never should.
    install(places, "trunk", TRUNK, &["--locked", "--no-default-features"], "three minutes")
}

/// Installs the wasm-bindgen that equals the library's version; answers the directory of its programs.
pub(crate) fn wasm_bindgen(places: &Places) -> Outcome<PathBuf> {
    let lock = places.root.join("Cargo.lock");
    let text = fs::read_to_string(&lock).at(&lock)?;
    let version = locked_version(&text, "wasm-bindgen")
        .ok_or_else(|| Failure::Content { path: lock, problem: "does not name one wasm-bindgen".into() })?;
    // Its own lock file asks for a withdrawn version, so its dependencies are resolved afresh.
    install(places, "wasm-bindgen-cli", &version, &["--no-default-features"], "a minute")
}

fn install(places: &Places, name: &str, version: &str, flags: &[&str], takes: &str) -> Outcome<PathBuf> {
    let dir = places.cache.join(format!("{name}-{version}"));
    once(&dir, |partial| {
        say(&format!("compiling {name} {version} (about {takes})"));
        let work = partial.join("work");
        let mut cargo = shell::command("cargo", Path::new(&places.cache));
        cargo
            .args(["install", "--quiet", name, "--version", version])
            .args(flags)
            .arg("--root")
            .arg(partial)
            .env("CARGO_TARGET_DIR", &work)
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        shell::run(&mut cargo)?;
        fs::remove_dir_all(&work).at(&work)
    })?;
    Ok(dir.join("bin"))
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let mut versions = packages
        .iter()
        .filter(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))
        .filter_map(|package| package.get("version")?.as_str());
    let version = versions.next()?.to_owned();
    versions.next().is_none().then_some(version)
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_locked_version_is_the_only_one_of_that_name() {
        let package = |name: &str, version: &str| format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n");
        let check = |lock: String, expected: Option<&str>| {
            assert_eq!(locked_version(&lock, "wasm-bindgen").as_deref(), expected, "{lock}");
        };
        check(package("wasm-bindgen", "0.2.1") + &package("wasm-bindgen-macro", "0.2.2"), Some("0.2.1"));
        check(package("wasm-bindgen-macro", "0.2.2"), None);
        check(package("wasm-bindgen", "0.2.1") + &package("wasm-bindgen", "0.2.2"), None);
        check("not a lock file".into(), None);
    }
}
