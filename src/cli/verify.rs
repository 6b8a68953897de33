//! `shouwen verify`: says what a bundle is, whether it is sound, and what is wrong with it.

use std::fs::File;
use std::io::Write;
use std::process::ExitCode;

use shouwen::exchange::{EventLine, Limits, unpack_each};
use shouwen::ledger::{ChainStep, Ledger};

use super::Failure;
use super::bundle_words::{describe, list_chain_faults, list_problems};

pub(super) const HELP: &str = "\
usage: shouwen verify BUNDLE...

Reads bundles whole and says of each who wrote it, when, what it holds, and whether it is sound: digest, signature, counts and every
line. Nothing is taken in. Problems name the line of the uncompressed file, what was found and the mend; notes are worth
knowing and do no harm. Of each device's chain of events it says which are not in the bundle, and where two claim one place. The exit code is 1 if a bundle is not sound.
";

/// Verifies every bundle.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    if arguments.is_empty() {
        return Err(Failure::Usage(HELP));
    }
    if let Some(option) = arguments.iter().find(|argument| argument.starts_with('-')) {
        return Err(Failure::UnknownOption(option.clone()));
    }
    let mut all_sound = true;
    for file in arguments {
        let mut steps: Vec<ChainStep> = Vec::new();
        let note = |line: EventLine| steps.push((line.device, line.seq, line.id, line.prev));
        let opened = File::open(file).and_then(|bundle| unpack_each(bundle, Limits::default(), note));
        let read = opened.map_err(|error| Failure::Read { file: file.clone(), error })?;
        all_sound &= read.is_sound();
        writeln!(out, "{file}: {}", if read.is_sound() { "sound" } else { "NOT SOUND" })?;
        describe(&read, out)?;
        list_chain_faults(&Ledger::new().chain_faults_with(steps), out)?;
        list_problems(&read, out)?;
    }
    Ok(if all_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
