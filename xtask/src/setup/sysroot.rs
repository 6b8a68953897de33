//! The standard library for wasm32, built from Debian's sources into a sysroot of our own.
//!
//! Some rustup toolchains cannot download a target. Debian ships a compiler with the standard library's sources and
//! their dependencies; one small crate built with them yields the libraries, which a sysroot in the cache then holds
//! beside links to Debian's host libraries. Wrappers pass that sysroot, so plain `cargo` works without unstable flags.

use std::fs;
use std::path::{Path, PathBuf};

use super::rust::TARGET;
use super::{once, say};
use crate::failure::{At, Failure, Outcome};
use crate::places::Places;
use crate::shell;

/// What rustup calls the toolchain.
pub(crate) const TOOLCHAIN: &str = "shouwen-wasm";
/// Debian's compiler, cargo, the standard library's sources, and a linker new enough for it.
pub(crate) const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
/// Debian's clippy of the same version.
pub(crate) const CLIPPY: &str = "rust-web-clippy";

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const LLD: &str = "/usr/lib/llvm-22/bin/lld";
const DEBIAN_RUSTLIB: &str = "/usr/lib/rustlib";

/// The sysroot for the installed Debian compiler, where it has been built.
pub(crate) fn existing(places: &Places) -> Outcome<Option<PathBuf>> {
    match folder(places) {
        Ok(sysroot) if holds_std(&target_libs(&sysroot)) => register(places, &sysroot).map(|()| Some(sysroot)),
        _ => Ok(None),
    }
}

/// Builds the sysroot once and registers it.
pub(crate) fn build(places: &Places) -> Outcome<PathBuf> {
    let sysroot = folder(places)?;
    once(&sysroot, |partial| {
        say("building the standard library for wasm32 (about a minute)");
        compile_std(partial)?;
        link_host(partial)?;
        write_wrappers(&partial.join("bin"))
    })?;
    register(places, &sysroot)?;
    Ok(sysroot)
}

/// Tells rustup, where there is one, so that its proxies and people can name the toolchain.
fn register(places: &Places, sysroot: &Path) -> Outcome {
    if shell::find("rustup").is_none() {
        return Ok(());
    }
    shell::read(shell::command("rustup", &places.root).args(["toolchain", "link", TOOLCHAIN]).arg(sysroot)).map(drop)
}

/// Whether a directory of target libraries holds the standard library.
pub(crate) fn holds_std(libs: &Path) -> bool {
    let Ok(entries) = fs::read_dir(libs) else { return false };
    entries.flatten().any(|entry| {
        let path = entry.path();
        let is_std = path.file_stem().is_some_and(|stem| stem.to_string_lossy().starts_with("libstd-"));
        is_std && path.extension().is_some_and(|extension| extension == "rlib")
    })
}

fn folder(places: &Places) -> Outcome<PathBuf> {
    let version = shell::read(shell::command(RUSTC, &places.root).arg("--version"))?;
    let number = version.split_whitespace().nth(1).unwrap_or("unknown");
    Ok(places.cache.join(format!("wasm-std-{number}")))
}

fn host(places: &Path) -> Outcome<String> {
    let about = shell::read(shell::command(RUSTC, places).arg("-vV"))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let problem = || Failure::Content { path: RUSTC.into(), problem: "names no host".into() };
    host.map(str::to_owned).ok_or_else(problem)
}

fn target_libs(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

fn compile_std(sysroot: &Path) -> Outcome {
    let work = sysroot.join("work");
    fs::create_dir_all(&work).at(&work)?;
    let files = [
        ("Cargo.toml", "[package]\nname = \"seed\"\nedition = \"2021\"\n\n[lib]\npath = \"lib.rs\"\n\n[workspace]\n"),
        ("lib.rs", "#![no_std]\n"),
    ];
    for (name, text) in files {
        fs::write(work.join(name), text).at(&work.join(name))?;
    }
    let vendor = format!("source.vendored.directory=\"{DEBIAN_RUSTLIB}/src/rust/library/vendor\"");
    let mut cargo = shell::command(CARGO, &work);
    cargo
        .args(["build", "--quiet", "--release", "--offline", "--target", TARGET])
        .args(["-Z", "build-std=std,panic_abort,proc_macro,test"])
        .args(["--config", "source.crates-io.replace-with=\"vendored\"", "--config", &vendor])
        .env("CARGO_TARGET_DIR", work.join("target"))
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        // Link-time optimisation of the site needs the bitcode.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    shell::run(&mut cargo)?;
    let libs = target_libs(sysroot);
    fs::create_dir_all(&libs).at(&libs)?;
    let built = work.join("target").join(TARGET).join("release/deps");
    for entry in fs::read_dir(&built).at(&built)? {
        let path = entry.at(&built)?.path();
        let name = path.file_name().unwrap_or_default();
        let is_seed = name.to_string_lossy().starts_with("libseed");
        if path.extension().is_some_and(|extension| extension == "rlib") && !is_seed {
            fs::copy(&path, libs.join(name)).at(&path)?;
        }
    }
    fs::remove_dir_all(&work).at(&work)
}

/// Links Debian's libraries for build scripts and macros, and the linker, where the compiler looks for them.
fn link_host(sysroot: &Path) -> Outcome {
    let host = host(sysroot)?;
    let folder = sysroot.join("lib/rustlib").join(&host);
    fs::create_dir_all(folder.join("bin")).at(&folder)?;
    let libs = Path::new(DEBIAN_RUSTLIB).join(&host).join("lib");
    link(&libs, &folder.join("lib"))?;
    link(Path::new(LLD), &folder.join("bin/rust-lld"))
}

fn write_wrappers(bin: &Path) -> Outcome {
    const ROOT: &str = "root=$(cd \"$(dirname \"$0\")/..\" && pwd)";
    fs::create_dir_all(bin).at(bin)?;
    for program in ["rustc", "rustdoc"] {
        let text = format!("#!/bin/sh\n{ROOT}\nexec /usr/bin/{program} --sysroot \"$root\" \"$@\"\n");
        write_program(&bin.join(program), &text)?;
    }
    for program in ["cargo-clippy", "clippy-driver"] {
        let text = format!("#!/bin/sh\n{ROOT}\nSYSROOT=\"$root\" exec /usr/bin/{program} \"$@\"\n");
        write_program(&bin.join(program), &text)?;
    }
    link(Path::new(CARGO), &bin.join("cargo"))
}

#[cfg(unix)]
fn write_program(path: &Path, text: &str) -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    fs::write(path, text).at(path)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).at(path)
}

#[cfg(unix)]
fn link(original: &Path, link: &Path) -> Outcome {
    std::os::unix::fs::symlink(original, link).at(link)
}

#[cfg(not(unix))]
fn write_program(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).at(path)
}

#[cfg(not(unix))]
fn link(original: &Path, link: &Path) -> Outcome {
    fs::copy(original, link).at(link).map(drop)
}
