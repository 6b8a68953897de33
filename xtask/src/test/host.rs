//! The tests of the library, the command line and these commands, on the host.

use super::counted;
use super::tally::Tally;
use crate::failure::Outcome;
use crate::setup::Kit;

/// Runs all tests of the workspace.
pub(crate) fn run(kit: &Kit) -> Outcome<Tally> {
    counted("host", kit.host_cargo().args(["test", "--workspace", "--locked", "--no-fail-fast"]))
}
