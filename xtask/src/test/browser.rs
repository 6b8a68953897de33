//! The tests that run as WebAssembly in a real Chromium: the screens' own in the library, and those that Cargo.toml
//! declares below `tests/browser/`.

use std::fs;

use super::counted;
use super::tally::Tally;
use crate::failure::{At, Failure, Outcome};
use crate::places::Places;
use crate::setup::{Browsers, Kit};

const TIMEOUT_S: &str = "120";

/// Runs the declared browser tests.
pub(crate) fn run(kit: &Kit, browsers: &Browsers) -> Outcome<Tally> {
    let names = names(&kit.places)?;
    let mut command = kit.wasm_cargo()?;
    command
        .args([
            "test",
            "--target",
            "wasm32-unknown-unknown",
            "--features",
            "web",
            "--locked",
            "--no-fail-fast",
            "--lib",
        ])
        .args(names.iter().flat_map(|name| ["--test", name.as_str()]))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", browsers.driver()?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT_S);
    if names.is_empty() {
        println!("test: Cargo.toml declares no test below tests/browser/");
        return Ok(Tally::default());
    }
    let mut tally = counted("browser", &mut command)?;
    if tally.is_empty() {
        tally.note_failure("browser (nothing ran)");
    }
    Ok(tally)
}

/// The names of the browser tests.
pub(crate) fn names(places: &Places) -> Outcome<Vec<String>> {
    let path = places.root.join("Cargo.toml");
    let text = fs::read_to_string(&path).at(&path)?;
    declared(&text).ok_or_else(|| Failure::Content { path, problem: "is not a manifest".into() })
}

fn declared(manifest: &str) -> Option<Vec<String>> {
    let manifest: toml::Table = manifest.parse().ok()?;
    let Some(tests) = manifest.get("test") else { return Some(Vec::new()) };
    let word = |test: &toml::Value, key: &str| test.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    let browser = tests
        .as_array()?
        .iter()
        .filter(|test| word(test, "path").is_some_and(|path| path.starts_with("tests/browser/")));
    Some(browser.filter_map(|test| word(test, "name")).collect())
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn only_tests_below_the_browser_folder_run_in_the_browser() {
        let manifest = "[package]\nname = \"a\"\n
            [[test]]\nname = \"domain\"\npath = \"tests/domain/main.rs\"\n
            [[test]]\nname = \"storage\"\npath = \"tests/browser/storage.rs\"\n";
        assert_eq!(declared(manifest), Some(vec!["storage".to_owned()]));
        assert_eq!(declared("[package]\nname = \"a\""), Some(Vec::new()));
        assert_eq!(declared("not = a = manifest"), None);
    }
}
