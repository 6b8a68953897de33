//! Changes of the packs that come with the program: the checker or the packs' own cases notice nearly all of them.

use std::io::Write;
use std::thread;

use shouwen::rules::pack::OwnCases;
use shouwen::rules::{CompiledPack, load_all};

use crate::mutants::{Judge, Verdict, mutants};

/// How many of a hundred changes must be noticed.
const NOTICED_PERCENT: usize = 95;
/// How many invented situations are tried before a change is said to make no difference.
const SITUATIONS: usize = 2_000;

#[test]
fn nearly_every_change_of_a_pack_is_noticed() {
    let packs = load_all();
    let counts: Vec<Count> = thread::scope(|scope| {
        let (one, other): (Vec<_>, Vec<_>) = packs.iter().enumerate().partition(|(at, _)| at % 2 == 0);
        let halves = [one, other]
            .map(|half| scope.spawn(move || half.into_iter().map(|(_, pack)| count(pack)).collect::<Vec<_>>()));
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect()
    });
    let (noticed, all): (usize, usize) =
        (counts.iter().map(|count| count.noticed).sum(), counts.iter().map(Count::all).sum());
    // Past the harness, which shows nothing of a test that passes: the figure is wanted.
    writeln!(std::io::stderr(), "mutants: {noticed} of {all} changes of {} packs are noticed", packs.len()).unwrap();
    let failures = counts.iter().filter(|count| count.noticed * 100 < NOTICED_PERCENT * count.all());
    assert_eq!(failures.flat_map(|count| count.unnoticed.iter().map(String::as_str)).collect::<String>(), "");
}

/// How many changes of a pack are noticed, and which are not.
struct Count {
    noticed: usize,
    unnoticed: Vec<String>,
}

impl Count {
    fn all(&self) -> usize {
        self.noticed + self.unnoticed.len()
    }
}

fn count(pack: &CompiledPack) -> Count {
    let judge = Judge::new(pack.pack(), Vec::new(), SITUATIONS);
    let (mut noticed, mut unnoticed) = (0_usize, Vec::new());
    for mutant in mutants(pack.pack()) {
        match judge.judge(&mutant) {
            Verdict::Noticed => noticed += 1,
            Verdict::NoDifference => {}
            Verdict::Unnoticed => {
                unnoticed.push(format!(
                    "{} {} line {}: {}\n",
                    pack.id(),
                    mutant.clause,
                    mutant.place.line,
                    mutant.change
                ));
            }
        }
    }
    assert!(noticed > 0, "{} has nothing to change", pack.id());
    Count { noticed, unnoticed }
}

#[test]
fn a_pack_without_cases_does_not_notice() {
    let mut pack = shouwen::rules::load_system("A07").unwrap().pack().clone();
    pack.cases = OwnCases::default();
    let judge = Judge::new(&pack, Vec::new(), SITUATIONS);
    let verdicts: Vec<Verdict> = mutants(&pack).iter().map(|mutant| judge.judge(mutant)).collect();
    let unnoticed = verdicts.iter().filter(|verdict| **verdict == Verdict::Unnoticed).count();
    assert!(unnoticed * 2 > verdicts.len(), "{unnoticed} of {}", verdicts.len());
}
