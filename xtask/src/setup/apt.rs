//! System packages on Debian, where the person may install them.
//!
//! Deliberately Debian alone: elsewhere the same names mean other things (a snap, an older compiler).

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::say;
use crate::failure::Outcome;
use crate::shell;

/// Installs those of `packages` that are missing; answers whether all are there now.
pub(crate) fn install(packages: &[&str]) -> Outcome<bool> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(true);
    }
    if !is_debian() {
        return Ok(false);
    }
    let Some(privilege) = privilege() else {
        say(&format!("not root here; please run: sudo apt-get install {}", missing.join(" ")));
        return Ok(false);
    };
    say(&format!("apt-get install {}", missing.join(" ")));
    let apt = |arguments: &[&str]| {
        let words = privilege.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]);
        let words: Vec<&str> = words.chain(arguments.iter().copied()).collect();
        let (program, rest) = words.split_first().unwrap_or((&"apt-get", &[]));
        let mut command = shell::command(program, Path::new("/"));
        command.args(rest).stdout(Stdio::null());
        command
    };
    shell::run(&mut apt(&["update"]))?;
    let arguments: Vec<&str> = ["install", "-y", "--no-install-recommends"].into_iter().chain(missing).collect();
    Ok(shell::run(&mut apt(&arguments)).is_ok())
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    shell::read(query.args(["-W", "-f=${db:Status-Status}", package])).is_ok_and(|status| status == "installed")
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line.trim() == "ID=debian") && shell::find("apt-get").is_some()
}

/// The words before a command that let it install packages: none for root, `sudo -n` where that works without asking.
fn privilege() -> Option<Vec<&'static str>> {
    if shell::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Some(Vec::new());
    }
    shell::read(Command::new("sudo").args(["-n", "true"])).is_ok().then(|| vec!["sudo", "-n"])
}
