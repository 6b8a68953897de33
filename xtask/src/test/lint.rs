//! Format, lints and documentation, on the host and on wasm32; a warning fails.

use std::process::Command;
use std::time::Instant;

use super::browser;
use super::tally::Tally;
use crate::failure::Outcome;
use crate::setup::Kit;
use crate::{build, shell};

const WASM: &[&str] = &["--target", "wasm32-unknown-unknown", "--features", "web", "--locked", "--lib"];
const WASM_BINS: &[&str] = &["--bin", "app", "--bin", "staff", "--bin", "rules", "--bin", "worker"];

/// Runs all checks.
pub(crate) fn run(kit: &Kit) -> Outcome<Tally> {
    let mut checks = vec![
        ("format", with(kit.host_cargo(), &["fmt", "--all", "--check"])),
        ("clippy", with(kit.host_cargo(), &["clippy", "--workspace", "--all-targets", "--locked", "--", "-Dwarnings"])),
        ("clippy for the browser", wasm_clippy(kit)?),
        ("documentation", strict_docs(with(kit.host_cargo(), &["doc", "--workspace", "--no-deps", "--locked"]))),
        ("documentation for the browser", wasm_docs(kit)?),
    ];
    if shell::find("cargo-deny").is_some() {
        checks.push(("licences and advisories", with(kit.host_cargo(), &["deny", "check"])));
    }
    let mut tally = Tally::default();
    for (name, mut command) in checks {
        let start = Instant::now();
        let outcome = shell::run(&mut command);
        println!("test: {name} took {:.0} s", start.elapsed().as_secs_f32());
        tally.add(match outcome {
            Ok(()) => Tally::passed(),
            Err(failure) => {
                eprintln!("test: {failure}");
                Tally::failed(name)
            }
        });
    }
    let unlisted = build::unlisted_styles(&kit.places.root)?;
    if !unlisted.is_empty() {
        eprintln!("test: index.html does not list {}", unlisted.join(", "));
    }
    tally.add(if unlisted.is_empty() { Tally::passed() } else { Tally::failed("style sheets") });
    Ok(tally)
}

fn with(mut command: Command, arguments: &[&str]) -> Command {
    command.args(arguments);
    command
}

fn wasm_clippy(kit: &Kit) -> Outcome<Command> {
    let mut command = with(kit.wasm_cargo()?, &["clippy"]);
    command.args(WASM).args(WASM_BINS);
    for name in browser::names(&kit.places)? {
        command.args(["--test", &name]);
    }
    Ok(with(command, &["--", "-Dwarnings"]))
}

fn wasm_docs(kit: &Kit) -> Outcome<Command> {
    let mut command = with(kit.wasm_cargo()?, &["doc", "--no-deps"]);
    command.args(WASM).args(WASM_BINS);
    Ok(strict_docs(command))
}

fn strict_docs(mut command: Command) -> Command {
    // Read by those who work on the code: what is private is part of the house.
    command.arg("--document-private-items").env("RUSTDOCFLAGS", "-Dwarnings");
    command
}
