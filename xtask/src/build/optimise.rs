//! Makes smaller what trunk left, in place.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use super::{exports, imports, order};
use crate::failure::{At, Failure, Outcome};
use crate::setup::{Kit, find_node};
use crate::shell;

/// What counts is the size after compression: `-Oz` writes fewer bytes than `-O1`, but less regular ones, and loses by one in
/// a hundred; so does simplifying locals. The names by which functions are sorted tell how they begin, and that saves more than one in a
/// hundred. Rust's stack grows down towards address 0, so nothing lies in the
/// first kilobyte.
const PASSES: [&str; 7] = [
    "-O1",
    "--low-memory-unused",
    "--rse",
    "--vacuum",
    "--reorder-locals",
    "--reorder-functions-by-name",
    "--skip-pass=simplify-locals",
];
/// The first script must be understood by engines that cannot run the app.
const FIRST_SCRIPT: &str = "boot.js";
const FOR_ANY_ENGINE: &str = "--target=es5";
/// The oldest engines that can: they know module workers and `await` at the top of a module.
const FOR_OUR_ENGINES: &str = "--target=chrome90,firefox114,safari15";
/// Its list of files is filled in later.
const SERVICE_WORKER: &str = "sw.js";

/// Makes every `.wasm` and `.js` file directly in a folder smaller, where setup could bring what does it.
pub(crate) fn all(kit: &Kit, folder: &Path) -> Outcome {
    let Some(shrinkers) = &kit.shrinkers else { return Ok(()) };
    let node = find_node()?;
    let start = |script: &Path, arguments: &[&str], path: &Path| {
        let mut command = shell::command(&node, folder);
        command.arg(script).args(arguments).arg(path);
        Running::start(command, path)
    };
    let programs = with_ending(folder, "wasm")?;
    for path in &programs {
        let code = fs::read(path).at(path)?;
        let ordered = exports::without_uncalled(&code).and_then(|called| order::named_by_beginning(&called));
        if let Some(ordered) = ordered {
            fs::write(path, ordered).at(path)?;
        }
    }
    let running: Vec<Running> =
        programs.iter().map(|path| start(&shrinkers.wasm_opt, &PASSES, path)).collect::<Outcome<_>>()?;
    running.into_iter().try_for_each(Running::settle)?;
    for path in &programs {
        number_imports(path)?;
    }
    for path in with_ending(folder, "js")?.into_iter().filter(|path| !path.ends_with(SERVICE_WORKER)) {
        let target = if path.ends_with(FIRST_SCRIPT) { FOR_ANY_ENGINE } else { FOR_OUR_ENGINES };
        start(&shrinkers.esbuild, &["--minify", "--log-level=warning", target], &path)?.settle()?;
    }
    Ok(())
}

/// Numbers the imports of a program, where its script lies beside it.
fn number_imports(program: &Path) -> Outcome {
    let Some(name) = program.file_name().and_then(|name| name.to_str()?.strip_suffix("_bg.wasm")) else {
        return Ok(());
    };
    let script = program.with_file_name(format!("{name}.js"));
    let (mut text, mut code) = (fs::read(&script).at(&script)?, fs::read(program).at(program)?);
    imports::number(&mut text, &mut code);
    fs::write(&script, text).at(&script)?;
    fs::write(program, code).at(program)
}

fn with_ending(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).at(folder)? {
        let path = entry.at(folder)?.path();
        if path.extension().is_some_and(|extension| extension == ending) {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// A program that writes a file anew beside it.
struct Running {
    child: Child,
    smaller: PathBuf,
    path: PathBuf,
}

impl Running {
    /// Starts it; where it is to write is its last argument.
    fn start(mut command: Command, path: &Path) -> Outcome<Self> {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let smaller = path.with_extension(format!("smaller.{ending}"));
        let out = if ending == "wasm" { "--output=" } else { "--outfile=" };
        command.arg(format!("{out}{}", smaller.display()));
        let child = command.spawn().map_err(|source| Failure::NotStarted { program: "node".into(), source })?;
        Ok(Self { child, smaller, path: path.to_owned() })
    }

    fn settle(mut self) -> Outcome {
        let status = self.child.wait().at(&self.path)?;
        if !status.success() {
            let command = format!("making {} smaller", self.path.display());
            return Err(Failure::Command { program: command, status: status.to_string() });
        }
        fs::rename(&self.smaller, &self.path).at(&self.path)
    }
}
