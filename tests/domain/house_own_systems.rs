//! An office's own systems: kept on the device, put in force by a day, and never changed under a ticket.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use shouwen::house::{House, Kept, Moment, Papers};
use shouwen::office::Lang;
use shouwen::protocol::{ClauseView, Command, Query, Seen, SystemCard, SystemRefusal, TicketView, Trouble};
use shouwen::rules::{load, load_system, write_whole};

use crate::house_kit::{EXAMPLE, MONDAY_10, at_kiosk, house, later, register, run, ticket};

const DAY_MIN: i64 = 24 * 60;

/// A system in which whoever is asked first owns the matter.
fn text(version: &str, gist: &str) -> String {
    format!(
        r#"
format = 1
[system]
id = "LIB"
title = {{ zh = "图书馆", en = "Library" }}
sector = "library"
source = "house rules"
version = "{version}"

[[clause]]
ref = "1"
gist = {{ zh = "{gist}", en = "{gist}" }}

[[clause.rule]]
owner = "first_asked"
handler = "owner"
answerable = "owner"
duties = ["register"]
"#
    )
}

fn keep(text: &str) -> Command {
    let pack = load(text).unwrap();
    Command::KeepSystem { text: text.to_owned(), compact: STANDARD.encode(write_whole(&pack).unwrap()) }
}

fn activate(pack: &str, version: &str, from: &str) -> Command {
    Command::ActivateSystem { pack: pack.to_owned(), version: version.to_owned(), from: from.to_owned() }
}

fn forget(version: &str) -> Command {
    Command::ForgetSystem { pack: "LIB".to_owned(), version: version.to_owned() }
}

/// A house that keeps version 1 and 2.
fn with_own() -> House {
    let mut house = house(1);
    run(&mut house, &keep(&text("1", "先问谁谁负责")), MONDAY_10).unwrap();
    run(&mut house, &keep(&text("2", "谁先被问谁负责到底")), MONDAY_10).unwrap();
    house
}

fn cards(house: &House, moment: Moment) -> Vec<SystemCard> {
    match house.see(&Query::Systems, Lang::Hans, moment).unwrap() {
        Seen::Systems(cards) => cards,
        other => panic!("expected systems, found {other:?}"),
    }
}

/// Id and version of what is in force.
fn in_force(house: &House, moment: Moment) -> (String, String) {
    let active: Vec<_> = cards(house, moment).into_iter().filter(|card| card.active).collect();
    assert_eq!(active.len(), 1, "one system is in force");
    (active[0].pack.clone(), active[0].version.clone())
}

fn clause(house: &House, version: Option<&str>) -> ClauseView {
    let query =
        Query::Clause { pack: "LIB".to_owned(), version: version.map(str::to_owned), clause: "1".parse().unwrap() };
    match house.see(&query, Lang::Hans, MONDAY_10).unwrap() {
        Seen::Clause(view) => *view,
        other => panic!("expected a clause, found {other:?}"),
    }
}

fn refused(result: Result<shouwen::protocol::Done, Trouble>) -> SystemRefusal {
    match result {
        Err(Trouble::SystemRefused(refusal)) => refusal,
        other => panic!("expected a refusal, found {other:?}"),
    }
}

fn registered(house: &mut House, nonce: &str, moment: Moment) -> TicketView {
    let matter = example_matter();
    let slip = register(house, at_kiosk(&matter, nonce), moment);
    ticket(house, slip.ticket, None, moment)
}

fn example_matter() -> String {
    shouwen::office::Office::parse(EXAMPLE).unwrap().matters[0].id.to_string()
}

fn named(pack: &str, version: &str) -> (String, String) {
    (pack.to_owned(), version.to_owned())
}

#[test]
fn a_kept_system_is_listed_as_ones_own_and_its_text_can_be_read_again() {
    let house = with_own();
    let own: Vec<_> = cards(&house, MONDAY_10).into_iter().filter(|card| card.own).collect();
    let listed: Vec<_> = own.iter().map(|card| (card.version.as_str(), card.active, card.stale)).collect();
    assert_eq!(listed, [("1", false, false), ("2", false, false)]);
    let query = Query::SystemText { pack: "LIB".to_owned(), version: "1".to_owned() };
    let Seen::SystemText(seen) = house.see(&query, Lang::Hans, MONDAY_10).unwrap() else { panic!("a text") };
    assert_eq!(seen.text, text("1", "先问谁谁负责"));
}

#[test]
fn a_system_comes_into_force_on_its_day_and_the_newest_day_that_has_come_counts() {
    let mut house = with_own();
    let before = in_force(&house, MONDAY_10);
    run(&mut house, &activate("LIB", "1", "2026-11-24"), MONDAY_10).unwrap();
    run(&mut house, &activate("LIB", "2", "2026-12-01"), MONDAY_10).unwrap();
    let planned: Vec<_> = cards(&house, MONDAY_10).into_iter().filter_map(|card| card.from).collect();
    assert_eq!(
        (in_force(&house, MONDAY_10), planned),
        (before.clone(), vec!["2026-11-24".into(), "2026-12-01".into()])
    );
    // Monday 23:59 and Tuesday 00:00 on the office's wall.
    assert_eq!(in_force(&house, later(MONDAY_10, 14 * 60 - 1)), before);
    assert_eq!(in_force(&house, later(MONDAY_10, 14 * 60)), named("LIB", "1"));
    assert_eq!(in_force(&house, later(MONDAY_10, 9 * DAY_MIN)), named("LIB", "2"));
    // A choice in between counts until the planned day.
    run(&mut house, &Command::ChooseSystem { pack: "A03".to_owned() }, later(MONDAY_10, 2 * DAY_MIN)).unwrap();
    assert_eq!(in_force(&house, later(MONDAY_10, 3 * DAY_MIN)).0, "A03");
    assert_eq!(in_force(&house, later(MONDAY_10, 9 * DAY_MIN)), named("LIB", "2"));
}

#[test]
fn a_planned_day_can_be_taken_back() {
    let mut house = with_own();
    let before = in_force(&house, MONDAY_10);
    run(&mut house, &activate("LIB", "1", "2026-11-24"), MONDAY_10).unwrap();
    run(&mut house, &Command::CancelActivation { from: "2026-11-24".to_owned() }, MONDAY_10).unwrap();
    assert_eq!(in_force(&house, later(MONDAY_10, 2 * DAY_MIN)), before);
    run(&mut house, &activate("LIB", "1", "2026-11-23"), MONDAY_10).unwrap();
    let cancelled = run(&mut house, &Command::CancelActivation { from: "2026-11-23".to_owned() }, MONDAY_10);
    assert_eq!(refused(cancelled), SystemRefusal::DayPast { today: "2026-11-23".to_owned() });
}

#[test]
fn a_ticket_keeps_the_version_that_decided_it_and_its_clauses_stay_readable() {
    let mut house = with_own();
    run(&mut house, &activate("LIB", "1", "2026-11-23"), MONDAY_10).unwrap();
    let old = registered(&mut house, "n1", MONDAY_10);
    run(&mut house, &activate("LIB", "2", "2026-11-24"), MONDAY_10).unwrap();
    let tuesday = later(MONDAY_10, DAY_MIN);
    let new = registered(&mut house, "n2", tuesday);
    let chip = |view: &TicketView| view.decision.as_ref().unwrap().owner_clause.clone().unwrap();
    let old = ticket(&house, old.row.id, None, tuesday);
    assert_eq!((chip(&old).version.as_str(), chip(&old).gist.as_str()), ("1", "先问谁谁负责"));
    assert_eq!((chip(&new).version.as_str(), chip(&new).gist.as_str()), ("2", "谁先被问谁负责到底"));
    assert_eq!(clause(&house, Some("1")).chip.gist, "先问谁谁负责");
    assert_eq!((clause(&house, None).version.as_str(), clause(&house, Some("2")).version.as_str()), ("1", "2"));
}

#[test]
fn what_anything_rests_on_neither_changes_nor_goes() {
    let mut house = with_own();
    let fixed = |version: &str| SystemRefusal::VersionFixed { pack: "LIB".to_owned(), version: version.to_owned() };
    // A draft changes freely, and the same text may be kept again.
    run(&mut house, &keep(&text("1", "先问谁，谁负责")), MONDAY_10).unwrap();
    run(&mut house, &activate("LIB", "1", "2026-12-01"), MONDAY_10).unwrap();
    run(&mut house, &keep(&text("1", "先问谁，谁负责")), MONDAY_10).unwrap();
    assert_eq!(refused(run(&mut house, &keep(&text("1", "又一样")), MONDAY_10)), fixed("1"));
    let in_use = SystemRefusal::InUse { pack: "LIB".to_owned(), version: "1".to_owned() };
    assert_eq!(refused(run(&mut house, &forget("1"), MONDAY_10)), in_use);
    run(&mut house, &activate("LIB", "2", "2026-11-23"), MONDAY_10).unwrap();
    registered(&mut house, "n1", MONDAY_10);
    // Another office's document ends the schedule; the ticket still rests on version 2.
    run(&mut house, &Command::RemoveOffice, MONDAY_10).unwrap();
    run(&mut house, &Command::LoadOffice { json: EXAMPLE.to_owned() }, MONDAY_10).unwrap();
    assert_ne!(in_force(&house, MONDAY_10).0, "LIB");
    let decided = SystemRefusal::Decided { pack: "LIB".to_owned(), version: "2".to_owned() };
    assert_eq!(refused(run(&mut house, &forget("2"), MONDAY_10)), decided);
    assert_eq!(refused(run(&mut house, &keep(&text("2", "又一样")), MONDAY_10)), fixed("2"));
    run(&mut house, &forget("1"), MONDAY_10).unwrap();
    assert_eq!(cards(&house, MONDAY_10).iter().filter(|card| card.own).count(), 1);
}

#[test]
fn the_same_office_loaded_anew_keeps_what_was_settled() {
    let mut house = with_own();
    run(&mut house, &activate("LIB", "1", "2026-11-23"), MONDAY_10).unwrap();
    run(&mut house, &Command::LoadOffice { json: EXAMPLE.to_owned() }, MONDAY_10).unwrap();
    assert_eq!(in_force(&house, MONDAY_10), named("LIB", "1"));
}

#[test]
fn what_cannot_be_kept_is_refused_in_words() {
    let mut house = with_own();
    let built_in = load_system("A03").unwrap();
    let compact = STANDARD.encode(write_whole(&built_in).unwrap());
    let own_text = text("3", "三");
    let source = shouwen::rules::systems().iter().find(|source| source.id == "A03").unwrap();
    let of = |text: &str, compact: &str| Command::KeepSystem { text: text.to_owned(), compact: compact.to_owned() };
    let check = |house: &mut House, command: Command, expected: SystemRefusal| {
        assert_eq!(refused(run(house, &command, MONDAY_10)), expected);
    };
    check(&mut house, of(source.text, &compact), SystemRefusal::BuiltIn { pack: "A03".to_owned() });
    check(&mut house, of(&own_text, "%%%"), SystemRefusal::Unreadable);
    check(&mut house, of(&own_text, &STANDARD.encode([255; 40])), SystemRefusal::Unreadable);
    check(&mut house, of(&own_text, ""), SystemRefusal::Unreadable);
    let Command::KeepSystem { compact: other, .. } = keep(&text("3", "四")) else { panic!("a command") };
    check(&mut house, of(&own_text, &other), SystemRefusal::Unreadable);
    let large = "x".repeat((1 << 20) + 1);
    check(&mut house, of(&large, ""), SystemRefusal::TooLarge { max_bytes: 1 << 20 });
}

#[test]
fn days_that_are_none_or_over_and_versions_that_are_not_here_are_refused() {
    let mut house = with_own();
    for from in ["2026-11-31", "2026-1-3", "tomorrow", "", "+2026-11-2", "2026-11-30 "] {
        let refusal = refused(run(&mut house, &activate("LIB", "1", from), MONDAY_10));
        assert_eq!(refusal, SystemRefusal::NotADay { from: from.to_owned() });
    }
    let past = refused(run(&mut house, &activate("LIB", "1", "2026-11-22"), MONDAY_10));
    assert_eq!(past, SystemRefusal::DayPast { today: "2026-11-23".to_owned() });
    for (pack, version) in [("LIB", "9"), ("A03", "no such version"), ("ZZZ", "1")] {
        let result = run(&mut house, &activate(pack, version, "2026-12-01"), MONDAY_10);
        assert!(matches!(result, Err(Trouble::NotFound(_))), "{pack} {version}: {result:?}");
    }
}

#[test]
fn a_system_that_comes_with_the_program_is_planned_by_its_listed_version() {
    let mut house = house(1);
    let listed = cards(&house, MONDAY_10).into_iter().find(|card| card.pack == "A03").unwrap().version;
    run(&mut house, &activate("A03", &listed, "2026-12-01"), MONDAY_10).unwrap();
    assert_eq!(in_force(&house, later(MONDAY_10, 9 * DAY_MIN)), named("A03", &listed));
    assert!(cards(&house, MONDAY_10).iter().any(|card| card.pack == "A03" && card.from.is_some() && !card.own));
}

/// What a device keeps of `commands`, as the store would hold it.
fn kept_of(commands: &[Command]) -> Kept {
    let mut house = house(1);
    let mut kept =
        Kept { seed: [1; 32], lines: Vec::new(), office: Some(EXAMPLE.to_owned()), settings: None, systems: None };
    for command in commands {
        let plan = house.plan(command, MONDAY_10).unwrap();
        kept.settings = plan.settings.clone().or(kept.settings);
        kept.systems = plan.systems.clone().or(kept.systems);
        house.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    }
    kept
}

#[test]
fn own_systems_and_their_days_are_there_after_reopening_with_nothing_else_on_the_shelf() {
    let kept = kept_of(&[keep(&text("1", "先问谁谁负责")), activate("LIB", "1", "2026-11-23"), {
        let version = load_system("A03").unwrap().stamp().version.clone();
        activate("A03", &version, "2026-12-01")
    }]);
    let mut reopened = House::open(&kept).unwrap();
    assert_eq!(in_force(&reopened, MONDAY_10), named("LIB", "1"));
    // What is planned is brought before its day.
    assert_eq!(reopened.missing_packs(MONDAY_10).collect::<Vec<_>>(), ["A03"]);
    registered(&mut reopened, "n1", MONDAY_10);
    // Another tab took everything off.
    reopened.catch_up(&[], Papers { office: Some(EXAMPLE), ..Papers::default() }).unwrap();
    assert!(cards(&reopened, MONDAY_10).is_empty());
}

#[test]
fn a_compact_form_of_another_build_is_kept_and_listed_as_stale_until_the_text_is_kept_anew() {
    let mut kept = kept_of(&[keep(&text("1", "先问谁谁负责"))]);
    let Command::KeepSystem { compact, .. } = keep(&text("1", "先问谁谁负责")) else { panic!("a command") };
    kept.systems = kept.systems.map(|json| json.replace(&compact, &STANDARD.encode([250; 60])));
    let mut house = House::open(&kept).unwrap();
    assert_eq!(cards(&house, MONDAY_10).iter().map(|card| (card.own, card.stale)).collect::<Vec<_>>(), [(true, true)]);
    run(&mut house, &keep(&text("1", "先问谁谁负责")), MONDAY_10).unwrap();
    assert_eq!(cards(&house, MONDAY_10).iter().map(|card| card.stale).collect::<Vec<_>>(), [false]);
}

#[test]
fn a_system_that_takes_over_anothers_clauses_can_be_kept() {
    let mut house = house(1);
    let text = "format = 1\n[system]\nid = \"LIB\"\ntitle = \"馆\"\nsector = \"library\"\nsource = \"ours\"\nversion = \"1\"\nextends = \"A03\"\n\n[[clause]]\nref = \"90\"\ngist = \"说明\"\nunformalised = \"只是说明\"\n";
    run(&mut house, &keep(text), MONDAY_10).unwrap();
    run(&mut house, &activate("LIB", "1", "2026-11-23"), MONDAY_10).unwrap();
    assert_eq!(in_force(&house, MONDAY_10), named("LIB", "1"));
}
