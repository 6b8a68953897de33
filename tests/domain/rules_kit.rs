//! Systems made up for the tests of the rules: a head that they share, and the clauses that a test writes below it.

use shouwen::rules::{CompiledPack, load};

/// The beginning of a pack's text; topics and clauses follow.
pub(crate) const HEAD: &str = r#"format = 1
[system]
id = "T"
title = "试"
sector = "company"
source = "ours"
version = "1"
"#;

/// Makes a pack of what follows the head.
#[track_caller]
pub(crate) fn pack_of(rest: &str) -> CompiledPack {
    load(&format!("{HEAD}{rest}")).unwrap_or_else(|problems| panic!("{problems:?}"))
}
