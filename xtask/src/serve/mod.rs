//! Serves the finished site on this machine, as a careful static host would.
//!
//! Only files below one folder, only reading, only on the loopback address.

mod answer;
mod connection;
mod kinds;
mod policy;
mod site;

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;

use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::{build, setup, shell};
use connection::converse;

const USUAL_PORT: u16 = 8080;

/// How to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    /// The port asked for; without one the usual port, or any free one where that is taken.
    port: Option<u16>,
    /// Whether a browser is opened.
    opens: bool,
    /// Whether the site is built first.
    builds: bool,
    /// The folder to serve instead of `dist/`.
    folder: Option<PathBuf>,
    /// The path under which the site appears, `/` at both ends.
    under: String,
}

impl Options {
    /// Reads the command's arguments.
    pub(crate) fn read(arguments: &[&str]) -> Outcome<Self> {
        let mut options = Self { port: None, opens: true, builds: true, folder: None, under: "/".into() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| Failure::Usage(format!("{argument} needs a value")));
            match *argument {
                "--no-open" => options.opens = false,
                "--no-build" => options.builds = false,
                "--port" => options.port = Some(port(value()?)?),
                "--folder" => options.folder = Some(value()?.into()),
                "--under" => options.under = format!("/{}/", value()?.trim_matches('/')).replace("//", "/"),
                other => return Err(Failure::Usage(format!("serve does not know {other}"))),
            }
        }
        Ok(options)
    }
}

/// Builds the site if need be and serves it until the program is stopped.
pub(crate) fn serve(places: &Places, options: &Options) -> Outcome {
    if options.builds {
        build::site(&setup::for_building(places)?)?;
    }
    let folder = options.folder.clone().unwrap_or_else(|| places.dist());
    let listener = listen(options.port)?;
    let port = listener.local_addr().map_or(USUAL_PORT, |address| address.port());
    let address = format!("http://127.0.0.1:{port}{}", options.under);
    println!("serve: {address}?office=example");
    println!("serve: with the example office at first; without it: {address} (Ctrl+C ends)");
    if options.opens {
        open(&format!("{address}?office=example"));
    }
    let site = Arc::new((folder, options.under.clone()));
    for stream in listener.incoming() {
        let site = Arc::clone(&site);
        match stream {
            Ok(stream) => drop(thread::spawn(move || converse(stream, &site.0, &site.1))),
            Err(problem) => eprintln!("serve: {problem}"),
        }
    }
    Ok(())
}

fn port(text: &str) -> Outcome<u16> {
    text.parse().map_err(|_| Failure::Usage(format!("{text} is not a port")))
}

fn listen(wanted: Option<u16>) -> Outcome<TcpListener> {
    let start = |port: u16| TcpListener::bind(("127.0.0.1", port));
    let listener = match wanted {
        Some(port) => start(port),
        None => start(USUAL_PORT).or_else(|_| start(0)),
    };
    listener.map_err(|problem| Failure::Missing { what: "a free port".into(), mend: problem.to_string() })
}

/// Opens a browser where there is a desktop; a machine without one has the printed address.
fn open(address: &str) {
    let has_desktop = cfg!(any(target_os = "macos", windows))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    let words: &[&str] = if cfg!(target_os = "macos") {
        &["open"]
    } else if cfg!(windows) {
        &["cmd", "/c", "start", ""]
    } else {
        &["xdg-open"]
    };
    let Some((program, arguments)) = words.split_first() else { return };
    if !has_desktop || (!cfg!(windows) && shell::find(program).is_none()) {
        return;
    }
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdout(Stdio::null()).stderr(Stdio::null());
    if let Err(problem) = command.spawn() {
        eprintln!("serve: no browser could be opened ({problem})");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_read_or_refused() {
        let read = |arguments: &[&str]| Options::read(arguments);
        assert_eq!(read(&["--port", "9"]).unwrap().port, Some(9));
        assert!(!read(&["--no-open"]).unwrap().opens);
        for (under, expected) in [("a", "/a/"), ("/a/b/", "/a/b/"), ("/", "/")] {
            assert_eq!(read(&["--under", under]).unwrap().under, expected);
        }
        for bad in [&["--port"][..], &["--port", "70000"], &["--what"]] {
            assert!(read(bad).is_err(), "{bad:?}");
        }
    }
}
