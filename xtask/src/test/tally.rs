//! Counts what passed and failed, over test programs that report in their own ways.

use std::time::Duration;

use crate::failure::{Failure, Outcome};

/// Counts, and the names of what failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    passed: u64,
    failed: u64,
    failures: Vec<String>,
}

impl Tally {
    /// One check that passed.
    pub(crate) fn passed() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    /// One check that failed.
    pub(crate) fn failed(what: &str) -> Self {
        Self { failed: 1, failures: vec![what.to_owned()], ..Self::default() }
    }

    /// Adds another's counts.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.failures.extend(other.failures);
    }

    /// Reads a line of a test program's output: the closing lines of cargo's and node's tests.
    pub(crate) fn see(&mut self, line: &str) {
        if let Some((passed, failed)) = cargo_result(line) {
            self.passed += passed;
            self.failed += failed;
        }
        match node_result(line) {
            Some(("pass", count)) => self.passed += count,
            Some(("fail" | "cancelled", count)) => self.failed += count,
            _ => {}
        }
    }

    /// Notes that a program failed, also where none of its lines said so (it did not compile, it crashed).
    pub(crate) fn note_failure(&mut self, what: &str) {
        self.failed = self.failed.max(1);
        self.failures.push(what.to_owned());
    }

    /// Whether nothing ran.
    pub(crate) fn is_empty(&self) -> bool {
        self.passed == 0 && self.failed == 0
    }

    /// Prints the closing lines; a failure where anything failed.
    pub(crate) fn close(self, took: Duration) -> Outcome {
        println!("\ntest: all took {:.0} s", took.as_secs_f32());
        if !self.failures.is_empty() {
            println!("test: failed in {}", self.failures.join(", "));
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { Ok(()) } else { Err(Failure::Checks(self.failed)) }
    }
}

fn cargo_result(line: &str) -> Option<(u64, u64)> {
    let (_, counts) = line.trim_start().strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| {
        let part = counts.split(';').map(str::trim).find(|part| part.ends_with(word))?;
        part.split(' ').next()?.parse().ok()
    };
    Some((count(" passed")?, count(" failed")?))
}

fn node_result(line: &str) -> Option<(&str, u64)> {
    let mut words = line.strip_prefix("ℹ ")?.split(' ');
    let result = (words.next()?, words.next()?.parse().ok()?);
    words.next().is_none().then_some(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_cargo_and_node_are_counted() {
        let check = |line: &str, expected: (u64, u64)| {
            let mut tally = Tally::default();
            tally.see(line);
            assert_eq!((tally.passed, tally.failed), expected, "{line}");
        };
        check("test result: ok. 8 passed; 0 failed; 0 ignored; 0 measured; 2 filtered out; finished in 0.01s", (8, 0));
        check("test result: FAILED. 7 passed; 11 failed; 0 ignored; 0 filtered out", (7, 11));
        check("test the_result: ok", (0, 0));
        check("ℹ pass 3", (3, 0));
        check("ℹ fail 2", (0, 2));
        check("ℹ cancelled 1", (0, 1));
        check("ℹ tests 5", (0, 0));
        check("ℹ pass 3 of them", (0, 0));
        check("pass 3", (0, 0));
    }

    #[test]
    fn a_program_that_fails_without_a_word_counts_as_one_failure() {
        let mut tally = Tally::default();
        tally.note_failure("host");
        assert_eq!(tally, Tally::failed("host"));
        let mut tally = Tally::default();
        tally.see("test result: FAILED. 1 passed; 2 failed; 0 ignored");
        tally.note_failure("host");
        assert_eq!((tally.passed, tally.failed), (1, 2));
    }
}
