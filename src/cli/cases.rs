//! `shouwen cases`: runs cases and says which fail.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

use serde_json::Value;
use shouwen::rules::{self, Case, CompiledPack};

use super::Failure;
use super::failure::read;
use super::pack_file;

pub(super) const HELP: &str = "\
usage: shouwen cases [--packs FOLDER] FILE...

Runs the cases in each file: a JSON array of cases, or an object with an array `cases`. A case that fails is printed as
    FAIL system name: expected ..., found ...
and the last line counts: N passed, M failed. The exit code is 1 if any case fails.

  --packs FOLDER  systems are looked for in the packs (*.toml) of this folder first
";

/// Runs the cases of every file.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let (folder, files) = match arguments {
        [option, folder, files @ ..] if option == "--packs" => (Some(folder), files),
        files => (None, files),
    };
    if files.is_empty() {
        return Err(Failure::Usage(HELP));
    }
    let mut systems: BTreeMap<String, CompiledPack> = BTreeMap::new();
    systems.extend(rules::load_all().into_iter().map(|pack| (pack.id().to_owned(), pack)));
    if let Some(folder) = folder {
        systems.extend(pack_file::all_in(folder)?.into_iter().map(|pack| (pack.id().to_owned(), pack)));
    }
    let (mut passed, mut failed) = (0_usize, 0_usize);
    for file in files {
        for case in read_cases(file)? {
            match failure(&case, &systems) {
                None => passed += 1,
                Some(failure) => {
                    failed += 1;
                    writeln!(out, "FAIL {failure}")?;
                }
            }
        }
    }
    writeln!(out, "{passed} passed, {failed} failed")?;
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reads the cases of a file, each by itself, so that one that cannot be read fails alone.
fn read_cases(file: &str) -> Result<Vec<Value>, Failure> {
    let problem = |problem: String| Failure::Content { file: file.to_owned(), problem };
    let content: Value = serde_json::from_str(&read(file)?).map_err(|error| problem(error.to_string()))?;
    match content {
        Value::Array(cases) => Ok(cases),
        Value::Object(mut object) => match object.remove("cases") {
            Some(Value::Array(cases)) => Ok(cases),
            _ => Err(problem("the object has no array `cases`".to_owned())),
        },
        _ => Err(problem("neither an array of cases nor an object with `cases`".to_owned())),
    }
}

/// Runs one case; answers what to print if it fails.
fn failure(case: &Value, systems: &BTreeMap<String, CompiledPack>) -> Option<String> {
    let text = |key: &str| case.get(key).and_then(Value::as_str).unwrap_or("?").to_owned();
    let named = format!("{} {}", text("system"), text("name"));
    let parsed: Case = match serde_json::from_value(case.clone()) {
        Ok(parsed) => parsed,
        Err(error) => return Some(format!("{named}: expected a case, found {error}")),
    };
    let Some(pack) = systems.get(&parsed.system) else {
        return Some(format!("{named}: expected a system, found no pack `{}`", parsed.system));
    };
    let misses: Vec<String> = rules::run_case(pack, &parsed).iter().map(ToString::to_string).collect();
    (!misses.is_empty()).then(|| format!("{named}: {}", misses.join("; ")))
}
