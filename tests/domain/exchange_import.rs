//! What taking a bundle in would change, and that it does exactly that.

use proptest::prelude::*;
use shouwen::exchange::{BundleProblem, BundleRead, Contents, ImportPlan};
use shouwen::ledger::{ChainFaultKind, Fact, Ledger};
use shouwen::office::OfficeId;

use crate::exchange_kit::{Pen, bundle_of, contents_of, read, texts, told};

fn ledger_of(lines: &[String]) -> Ledger {
    let mut ledger = Ledger::new();
    assert_eq!(ledger.extend(lines), []);
    ledger
}

fn read_all(pen: &Pen) -> BundleRead {
    let read = read(&bundle_of(&pen.lines, &pen.key));
    assert!(read.is_sound(), "{:?}", told(&read));
    read
}

fn take_in(ledger: &mut Ledger, read: &BundleRead) {
    let lines: Vec<String> =
        ImportPlan::of(ledger, None, read).new_lines.iter().map(|line| line.text.clone()).collect();
    assert_eq!(ledger.extend(lines), []);
}

/// New events, new tickets, changed tickets.
fn counts(ledger: &Ledger, read: &BundleRead) -> (usize, u64, u64) {
    let plan = ImportPlan::of(ledger, None, read);
    (plan.new_lines.len(), plan.new_tickets, plan.changed_tickets)
}

#[test]
fn importing_twice_changes_nothing() {
    let mut pen = Pen::new(1);
    pen.whole_ticket("张三");
    pen.whole_ticket("李四");
    let bundle = read_all(&pen);
    let mut ledger = Ledger::new();
    assert_eq!(counts(&ledger, &bundle), (6, 2, 0));
    take_in(&mut ledger, &bundle);
    assert_eq!(counts(&ledger, &bundle), (0, 0, 0));
    assert_eq!(ledger.len(), 6);
    take_in(&mut ledger, &bundle);
    assert_eq!(ledger.len(), 6);
}

#[test]
fn what_is_partly_here_changes_tickets() {
    let mut pen = Pen::new(1);
    let ticket = pen.whole_ticket("张三");
    let mut ledger = ledger_of(&pen.lines);
    pen.write(Some(ticket), Fact::Reopened { reason: "还有一份材料".to_owned() });
    pen.whole_ticket("李四");
    let bundle = read_all(&pen);
    assert_eq!(counts(&ledger, &bundle), (4, 1, 1));
    take_in(&mut ledger, &bundle);
    assert_eq!(ledger.lines().collect::<Vec<_>>(), texts(&bundle));
}

#[test]
fn events_that_waited_for_their_registration_make_a_new_ticket() {
    let mut pen = Pen::new(1);
    pen.whole_ticket("张三");
    let ledger = ledger_of(&pen.lines[1..]);
    assert_eq!((ledger.orphans(), ledger.tickets().count()), (2, 0));
    assert_eq!(counts(&ledger, &read_all(&pen)), (1, 1, 0));
}

#[test]
fn gaps_and_forks_are_foretold() {
    let mut pen = Pen::new(1);
    pen.whole_ticket("张三");
    pen.whole_ticket("李四");
    let mut later = Pen::new(1);
    later.lines = pen.lines[4..].to_vec();
    let bundle = read_all(&later);
    let check = |ledger: &Ledger, expected: &[(ChainFaultKind, u64, u64)]| {
        let plan = ImportPlan::of(ledger, None, &bundle);
        let found: Vec<_> = plan.new_faults.iter().map(|fault| (fault.kind, fault.from_seq, fault.to_seq)).collect();
        assert_eq!(found, expected);
        let mut after = ledger_of(&ledger.lines().map(str::to_owned).collect::<Vec<_>>());
        let before = after.chain_faults();
        take_in(&mut after, &bundle);
        let new: Vec<_> = after.chain_faults().into_iter().filter(|fault| !before.contains(fault)).collect();
        assert_eq!(plan.new_faults, new, "what was foretold is what comes");
    };
    check(&Ledger::new(), &[(ChainFaultKind::Gap, 1, 4)]);
    check(&ledger_of(&pen.lines[..2]), &[(ChainFaultKind::Gap, 3, 4)]);
    check(&ledger_of(&pen.lines[..4]), &[]);
    check(&ledger_of(&pen.lines), &[]);
    let mut copied = Pen::new(1);
    copied.whole_ticket("王五");
    copied.whole_ticket("赵六");
    // The copy's events claim the first six places, the bundle the last two of them on another past.
    check(&ledger_of(&copied.lines), &[(ChainFaultKind::Fork, 4, 6)]);
}

#[test]
fn another_offices_bundle_is_said_to_be_foreign() {
    let pen = crate::exchange_kit::small();
    let bundle = read_all(&pen);
    let notes = |home: Option<&str>| {
        let home = home.map(OfficeId::from);
        ImportPlan::of(&Ledger::new(), home.as_ref(), &bundle)
            .notes
            .into_iter()
            .map(|at| at.problem)
            .collect::<Vec<_>>()
    };
    assert_eq!(notes(None), []);
    assert_eq!(notes(Some("test-office")), []);
    let expected = BundleProblem::ForeignOffice { office: "test-office".to_owned(), home: "elsewhere".to_owned() };
    assert_eq!(notes(Some("elsewhere")), [expected]);
}

#[test]
fn a_screen_gets_line_code_and_words() {
    let mut pen = crate::exchange_kit::small();
    pen.lines.push(pen.lines[2].clone());
    let mut bytes = bundle_of(&pen.lines, &pen.key);
    let end = bytes.len() - 1;
    bytes.truncate(end);
    let bundle = read(&bytes);
    let view = ImportPlan::of(&Ledger::new(), None, &bundle).view(7, "stick.jsonl.gz");
    assert_eq!((view.token, view.file.as_str(), view.office.as_str()), (7, "stick.jsonl.gz", "试验单位"));
    assert_eq!((view.events, view.new_events, view.new_tickets, view.signed), (4, 3, 1, false));
    let of = |problem: &shouwen::protocol::Problem| (problem.line, problem.code.clone());
    assert_eq!(view.problems.iter().map(of).collect::<Vec<_>>(), [(6, "cut_short".to_owned())]);
    assert_eq!(view.notes.iter().map(of).collect::<Vec<_>>(), [(5, "duplicate".to_owned())]);
    assert!(view.problems[0].words.starts_with("line 6: the file ends early, after 5 whole lines with 4 of 4 events"));
}

#[test]
fn a_ledgers_contents_are_those_of_its_events() {
    let mut pen = Pen::new(1);
    pen.whole_ticket("张三");
    pen.whole_ticket("李四");
    assert_eq!(Contents::of_ledger(&ledger_of(&pen.lines)), contents_of(&pen.lines));
    assert_eq!(Contents::of_ledger(&Ledger::new()), Contents::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn two_devices_that_swap_bundles_agree(here in 0..4_usize, there in 0..4_usize, both in 0..3_usize) {
        let mut common = Pen::new(9);
        (0..both).for_each(|_| { common.whole_ticket("共同"); });
        let mut ours = Pen::new(1);
        (0..here).for_each(|_| { ours.whole_ticket("这里"); });
        let mut theirs = Pen::new(2);
        (0..there).for_each(|_| { theirs.whole_ticket("那里"); });
        ours.lines.extend(common.lines.clone());
        theirs.lines.splice(0..0, common.lines);
        let (mut one, mut other) = (ledger_of(&ours.lines), ledger_of(&theirs.lines));
        take_in(&mut one, &read_all(&theirs));
        take_in(&mut other, &read_all(&ours));
        prop_assert_eq!(one.lines().collect::<Vec<_>>(), other.lines().collect::<Vec<_>>());
        prop_assert_eq!(one.len(), 3 * (here + there + both));
    }
}
