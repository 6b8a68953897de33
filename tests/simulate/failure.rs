//! A promise that was not kept, and when.

use std::fmt;

/// A promise that does not hold, and what was found instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) promise: &'static str,
    pub(crate) found: String,
}

/// What a step or a check comes to.
pub(crate) type Held<T = ()> = Result<T, Broken>;

/// Says that a promise does not hold.
pub(crate) fn broken<T>(promise: &'static str, found: impl fmt::Display) -> Held<T> {
    Err(Broken { promise, found: found.to_string() })
}

/// Holds a promise against what was found.
pub(crate) fn hold(holds: bool, promise: &'static str, found: impl FnOnce() -> String) -> Held {
    if holds { Ok(()) } else { Err(Broken { promise, found: found() }) }
}

/// A broken promise with all that it takes to see it again.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// What the dice started with.
    pub(crate) seed: u64,
    /// The step after which it was noticed, from 1; the steps are followed by the finale.
    pub(crate) step: u32,
    pub(crate) broken: Broken,
    /// What happened, a line for each step that did something.
    pub(crate) story: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.story {
            writeln!(f, "  {line}")?;
        }
        let Broken { promise, found } = &self.broken;
        write!(f, "seed {}, step {}: {promise}: {found}", self.seed, self.step)
    }
}
