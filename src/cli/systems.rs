//! `shouwen systems`: which systems come with the program.

use std::io::Write;
use std::process::ExitCode;

use shouwen::rules;

use super::Failure;

pub(super) const HELP: &str = "\
usage: shouwen systems

Lists the systems that come with the program, one a line: id, version, number of clauses, sector, title in Chinese, title in
English, separated by tabs.
";

/// Lists the systems.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    if !arguments.is_empty() {
        return Err(Failure::Usage(HELP));
    }
    for system in rules::load_all() {
        let pack = system.pack();
        let identity = &pack.identity;
        let (id, version, clauses, sector) = (&identity.id, &identity.version, pack.clauses.len(), &identity.sector);
        writeln!(out, "{id}\t{version}\t{clauses}\t{sector}\t{}\t{}", identity.title.zh, identity.title.en)?;
    }
    Ok(ExitCode::SUCCESS)
}
