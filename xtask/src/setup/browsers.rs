//! The browsers that the tests drive: a present Chromium with its driver.
//!
//! Nothing that serves the app needs one.

use std::path::PathBuf;

use super::{apt, say};
use crate::failure::{Failure, Outcome};
use crate::shell;

/// Installed together on Debian: the browser, its driver, and a font with Chinese characters for the screenshots.
const PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-wqy-zenhei"];
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/// What the tests can drive.
#[derive(Debug)]
pub(crate) struct Browsers {
    chromium: Option<PathBuf>,
    driver: Option<PathBuf>,
}

impl Browsers {
    /// The browser.
    pub(crate) fn chromium(&self) -> Outcome<&PathBuf> {
        self.chromium.as_ref().ok_or_else(|| missing("Chromium"))
    }

    /// The driver of the same version.
    pub(crate) fn driver(&self) -> Outcome<&PathBuf> {
        self.driver.as_ref().ok_or_else(|| missing("chromedriver"))
    }
}

/// Finds the browser and its driver, or installs them.
pub(crate) fn prepare() -> Outcome<Browsers> {
    let complete = find_chromium().is_some() && find_driver().is_some();
    let installed = apt::install(if complete { PACKAGES.get(2..).unwrap_or_default() } else { PACKAGES })?;
    if !installed && !complete {
        say(
            "please install Chromium (or Chrome) and its chromedriver, or set CHROMIUM and CHROMEDRIVER; only tests need them",
        );
    }
    Ok(Browsers { chromium: find_chromium(), driver: find_driver() })
}

fn find_chromium() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let on_path = || BROWSERS.iter().find_map(|name| shell::find(name));
    let elsewhere = || ELSEWHERE.iter().map(PathBuf::from).find(|path| path.is_file());
    named.or_else(on_path).or_else(elsewhere)
}

fn find_driver() -> Option<PathBuf> {
    std::env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| shell::find("chromedriver"))
}

fn missing(what: &str) -> Failure {
    Failure::Missing {
        what: what.into(),
        mend: "install Chromium and its chromedriver, or set CHROMIUM and CHROMEDRIVER".into(),
    }
}
