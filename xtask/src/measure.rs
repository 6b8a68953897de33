//! Measures the finished site: one JSON line for each size and each timing.
//!
//! Figures belong to one machine and one run; they are compared within the run and never recorded. What is measured in
//! a browser stands in `tests/journeys/measure.mjs`; a measure of the library alone is one more step here.

use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::test::node_script;
use crate::{build, setup, shell};

const TICKETS_USUAL: u32 = 10_000;

/// Builds the site and measures it with a ledger of the number of tickets that the arguments name.
pub(crate) fn measure(places: &Places, arguments: &[&str]) -> Outcome {
    let tickets = tickets(arguments)?;
    let kit = setup::for_building(places)?;
    let browsers = setup::for_testing(places, &kit)?;
    build::site(&kit)?;
    let mut command = node_script(&kit, &browsers, "measure.mjs", &[])?;
    shell::run(command.arg(tickets.to_string()))
}

fn tickets(arguments: &[&str]) -> Outcome<u32> {
    let bad = || Failure::Usage("measure takes --tickets and a whole number".into());
    match arguments {
        [] => Ok(TICKETS_USUAL),
        ["--tickets", number] => number.parse().map_err(|_| bad()),
        _ => Err(bad()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_tickets_is_read_or_refused() {
        assert_eq!(tickets(&[]).unwrap(), TICKETS_USUAL);
        assert_eq!(tickets(&["--tickets", "7"]).unwrap(), 7);
        for bad in [&["--tickets"][..], &["--tickets", "-1"], &["7"]] {
            assert!(tickets(bad).is_err(), "{bad:?}");
        }
    }
}
