//! A finding from the ledger to the decision: who sees it, who speaks to it, what the system's own ladder proposes.

use shouwen::house::{House, Moment};
use shouwen::ledger::TicketId;
use shouwen::ledger::finding::{Bearing, ChosenSanction, FindingRefusal, Judgement, Plea};
use shouwen::office::Lang;
use shouwen::protocol::{Command, Done, FindingView, FindingsView, ProposalView, Query, Seen, Trouble};
use shouwen::rules::{Mitigating, Sanction, Violation, Weight, load, write_whole};

use crate::house_kit::{MONDAY_10, at_kiosk, house, later, register, run};

const DAY_MIN: i64 = 24 * 60;

/// A system with a ladder: late once is criticism, from the second time on a bonus; an apology lightens it.
const TEXT: &str = r#"
format = 1
[system]
id = "LIB"
title = "馆"
sector = "library"
source = "ours"
version = "1"

[[clause]]
ref = "1"
gist = "三日内办好"
[[clause.rule]]
owner = "first_asked"
handler = "owner"
answerable = "owner"
duties = [{ duty = "settle_in_time", within = { days = 3 } }]

[[clause]]
ref = "7"
gist = "超时的批评，再犯扣奖金"
[[clause.sanction]]
violation = "late"
time = 1
sanctions = "education"
[[clause.sanction]]
violation = "late"
time = 2
or_later = true
one_of = ["deduct_bonus", "warning"]

[[clause]]
ref = "8"
gist = "道歉的从轻"
[[clause.weight]]
mitigating = "apologised"
weight = "lighter"
"#;

/// A house that decides by that system, with the packs as the browser has them.
fn library() -> House {
    use base64::Engine;
    let mut house = house(1);
    let compact = base64::engine::general_purpose::STANDARD.encode(write_whole(&load(TEXT).unwrap()).unwrap());
    run(&mut house, &Command::KeepSystem { text: TEXT.to_owned(), compact }, MONDAY_10).unwrap();
    run(&mut house, &Command::ChooseSystem { pack: "LIB".to_owned() }, MONDAY_10).unwrap();
    house
}

/// Registers a matter and lets its limit pass; its owner and the moment after.
fn late(house: &mut House, nonce: &str, moment: Moment) -> (TicketId, String, Moment) {
    let slip = register(house, at_kiosk("id-lost", nonce), moment);
    (slip.ticket, slip.owner.unwrap().id.0, later(moment, 4 * DAY_MIN))
}

fn findings(house: &House, by: &str, moment: Moment) -> FindingsView {
    let query = Query::Findings { by: by.into(), offset: 0, limit: 50 };
    match house.see(&query, Lang::Hans, moment).unwrap() {
        Seen::Findings(view) => view,
        other => panic!("expected findings, found {other:?}"),
    }
}

fn proposal(house: &House, finding: &FindingView, bearing: Bearing, moment: Moment) -> ProposalView {
    let query = Query::Proposal { ticket: finding.ticket, finding: finding.key.clone(), bearing };
    match house.see(&query, Lang::Hans, moment).unwrap() {
        Seen::Proposal(view) => view,
        other => panic!("expected a proposal, found {other:?}"),
    }
}

fn answer(house: &mut House, finding: &FindingView, by: &str, text: &str, moment: Moment) -> Result<Done, Trouble> {
    let FindingView { ticket, key, .. } = finding.clone();
    run(house, &Command::AnswerFinding { ticket, finding: key, by: by.into(), text: text.to_owned() }, moment)
}

fn decide(house: &mut House, finding: &FindingView, by: &str, plea: Plea, moment: Moment) -> Result<Done, Trouble> {
    let FindingView { ticket, key, .. } = finding.clone();
    run(house, &Command::DecideFinding { ticket, finding: key, by: by.into(), plea }, moment)
}

fn upheld(codes: &[Sanction]) -> Plea {
    let chosen = codes.iter().map(|code| ChosenSanction { code: *code, clause: None }).collect();
    Plea { bearing: Bearing::default(), judgement: Judgement::Upheld(chosen), reason: "查实".to_owned() }
}

fn dismissed() -> Plea {
    Plea { judgement: Judgement::Dismissed, ..upheld(&[]) }
}

fn refused(result: Result<Done, Trouble>) -> FindingRefusal {
    match result {
        Err(Trouble::FindingRefused(refusal)) => refusal,
        other => panic!("expected a refusal, found {other:?}"),
    }
}

fn proposed(view: &ProposalView) -> Vec<(Sanction, &str, bool)> {
    view.sanctions.iter().map(|line| (line.code, line.clause.clause.as_str(), line.alternatives)).collect()
}

#[test]
fn a_missed_limit_is_shown_with_clause_evidence_and_what_the_ladder_says() {
    let mut house = library();
    let (id, owner, after) = late(&mut house, "n1", MONDAY_10);
    assert_eq!(findings(&house, &owner, later(MONDAY_10, DAY_MIN)).total, 0);
    let view = findings(&house, &owner, after);
    assert_eq!((view.total, view.open), (1, 1));
    let finding = &view.rows[0];
    assert_eq!((finding.ticket, finding.violation), (id, Violation::Late));
    let clause = finding.clause.clone().unwrap();
    assert_eq!((clause.pack.as_str(), clause.clause.as_str(), clause.gist.as_str()), ("LIB", "1", "三日内办好"));
    assert_eq!(finding.evidence.iter().map(|line| line.kind.as_str()).collect::<Vec<_>>(), ["owner_named"]);
    assert_eq!(proposed(&finding.proposal), [(Sanction::Education, "7", false)]);
    assert!(finding.may_answer && !finding.may_decide && finding.stands);
}

#[test]
fn each_sees_what_concerns_them() {
    let mut house = library();
    let (_, owner, after) = late(&mut house, "n1", MONDAY_10);
    let department = |id: &str| {
        house.see(&Query::People, Lang::Hans, after).map(|seen| match seen {
            Seen::People(people) => people.into_iter().find(|person| person.id.0 == id).unwrap().department_id,
            _ => panic!("people"),
        })
    };
    let theirs = department(&owner).unwrap();
    let total = |by: &str| findings(&house, by, after).total;
    assert_eq!((total(&owner), total("s01"), total("nobody")), (1, 1, 0));
    for (head, of) in [("s12", "hr"), ("s20", "police"), ("s04", "general")] {
        assert_eq!(total(head), u32::from(theirs.to_string() == of), "{head}");
    }
}

#[test]
fn the_person_answers_a_leader_decides_and_nobody_else() {
    let mut house = library();
    let (_, owner, after) = late(&mut house, "n1", MONDAY_10);
    let finding = findings(&house, &owner, after).rows.remove(0);
    assert_eq!(refused(answer(&mut house, &finding, "s01", "他病了", after)), FindingRefusal::NotConcerned);
    assert_eq!(refused(answer(&mut house, &finding, &owner, "  ", after)), FindingRefusal::EmptyText);
    answer(&mut house, &finding, &owner, "等外单位回复", after).unwrap();
    assert_eq!(refused(decide(&mut house, &finding, &owner, dismissed(), after)), FindingRefusal::NotALeader);
    let silent = Plea { reason: String::new(), ..dismissed() };
    assert_eq!(refused(decide(&mut house, &finding, "s01", silent, after)), FindingRefusal::EmptyText);
    let twice = upheld(&[Sanction::Warning, Sanction::Warning]);
    assert_eq!(
        refused(decide(&mut house, &finding, "s01", twice, after)),
        FindingRefusal::TooManySanctions { max: 20 }
    );
    decide(&mut house, &finding, "s01", upheld(&[Sanction::Education, Sanction::Criticism]), after).unwrap();
    assert_eq!(refused(decide(&mut house, &finding, "s02", dismissed(), after)), FindingRefusal::AlreadyDecided);
    assert_eq!(refused(answer(&mut house, &finding, &owner, "还有话说", after)), FindingRefusal::AlreadyDecided);
    let view = findings(&house, &owner, after);
    assert_eq!((view.total, view.open), (1, 0));
    let seen = &view.rows[0];
    assert_eq!(seen.answers.iter().map(|answer| answer.text.as_str()).collect::<Vec<_>>(), ["等外单位回复"]);
    let Judgement::Upheld(chosen) = &seen.ruling.as_ref().unwrap().judgement else { panic!("upheld") };
    let chosen: Vec<_> = chosen.iter().map(|one| (one.code, one.clause.map(|clause| clause.to_string()))).collect();
    // What the ladder provides for is kept with its clause, what the leader added without one.
    assert_eq!(chosen, [(Sanction::Education, Some("7".to_owned())), (Sanction::Criticism, None)]);
}

#[test]
fn a_head_does_not_decide_about_himself_and_nobody_about_what_is_not_raised() {
    let mut house = library();
    let slip = register(&mut house, at_kiosk("id-lost", "n1"), MONDAY_10);
    let after = later(MONDAY_10, 4 * DAY_MIN);
    let finding = findings(&house, "s01", after).rows.remove(0);
    let mut about_leader = finding.clone();
    about_leader.key.staff = "s01".into();
    assert_eq!(refused(decide(&mut house, &about_leader, "s01", dismissed(), after)), FindingRefusal::NotRaised);
    // Before the limit passed, nothing is raised.
    assert_eq!(refused(decide(&mut house, &finding, "s01", dismissed(), MONDAY_10)), FindingRefusal::NotRaised);
    assert_eq!(slip.ticket, finding.ticket);
}

#[test]
fn the_proposal_knows_the_record_and_the_circumstances() {
    let mut house = library();
    let (_, owner, after) = late(&mut house, "n1", MONDAY_10);
    let first = findings(&house, &owner, after).rows.remove(0);
    decide(&mut house, &first, "s01", upheld(&[Sanction::Education]), after).unwrap();
    // The next Monday the same window, so the same person.
    let monday = later(MONDAY_10, 7 * DAY_MIN);
    let (id, again, then) = late(&mut house, "n2", monday);
    assert_eq!(again, owner);
    let view = findings(&house, &owner, then);
    let second = view.rows.iter().find(|row| row.ticket == id).unwrap();
    assert_eq!(second.proposal.earlier, 1);
    let choice = [(Sanction::DeductBonus, "7", true), (Sanction::Warning, "7", true)];
    assert_eq!(proposed(&second.proposal), choice);
    let bearing = Bearing { mitigating: vec![Mitigating::Apologised], ..Bearing::default() };
    let weighed = proposal(&house, second, bearing, then);
    assert_eq!(weighed.weight.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [Weight::Lighter]);
    assert_eq!(proposed(&weighed), choice);
}

#[test]
fn what_was_dismissed_is_no_part_of_the_record() {
    let mut house = library();
    let (_, owner, after) = late(&mut house, "n1", MONDAY_10);
    let first = findings(&house, &owner, after).rows.remove(0);
    decide(&mut house, &first, "s01", dismissed(), after).unwrap();
    let (id, _, then) = late(&mut house, "n2", later(MONDAY_10, 7 * DAY_MIN));
    let view = findings(&house, &owner, then);
    let second = view.rows.iter().find(|row| row.ticket == id).unwrap();
    assert_eq!((second.proposal.earlier, proposed(&second.proposal)), (0, vec![(Sanction::Education, "7", false)]));
}

#[test]
fn findings_are_judged_by_the_tickets_own_system_whatever_is_in_force_later() {
    let mut house = library();
    let (_, owner, after) = late(&mut house, "n1", MONDAY_10);
    run(&mut house, &Command::ChooseSystem { pack: "A03".to_owned() }, after).unwrap();
    let finding = findings(&house, &owner, later(after, DAY_MIN)).rows.remove(0);
    assert_eq!(finding.clause.unwrap().pack, "LIB");
    assert_eq!(proposed(&finding.proposal), [(Sanction::Education, "7", false)]);
}

#[test]
fn the_tickets_history_does_not_repeat_what_was_said_to_findings() {
    let mut house = library();
    let (id, owner, after) = late(&mut house, "n1", MONDAY_10);
    let finding = findings(&house, &owner, after).rows.remove(0);
    answer(&mut house, &finding, &owner, "等外单位回复", after).unwrap();
    let view = crate::house_kit::ticket(&house, id, Some("s30"), after);
    assert!(view.history.iter().any(|line| line.kind == "finding_answered" && line.words.is_empty()));
}
