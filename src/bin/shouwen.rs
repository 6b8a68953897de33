//! The command line: the library's rules and files for people at a prompt, and for programs.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../cli/mod.rs"]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    cli::run(&arguments)
}

/// A browser has no command line; cargo builds every program beside the tests that run there.
#[cfg(target_arch = "wasm32")]
fn main() {}
