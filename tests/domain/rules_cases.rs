//! The packs that come with the program: their own cases, the shared ones, and the whole space of situations.

use std::path::PathBuf;

use proptest::prelude::*;
use shouwen::rules::pack::{OwnerRule, Severity, check};
use shouwen::rules::{self, *};

/// Where shared material lies, beside the checkout; absent in a bare clone.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    path.exists().then_some(path)
}

/// The text of a pack that comes with the program.
pub(crate) fn text_of(id: &str) -> &'static str {
    systems().iter().find(|source| source.id == id).unwrap().text
}

#[test]
fn every_pack_loads_under_the_id_that_it_is_listed_by() {
    assert_eq!(systems().len(), load_all().len());
    for source in systems() {
        let pack = rules::load(source.text).unwrap_or_else(|problems| panic!("{}: {problems:?}", source.file));
        assert_eq!(pack.id(), source.id);
        assert!(source.file.starts_with(&source.id.to_lowercase()), "{}", source.file);
        assert!(pack.pack().cases.len() >= 5, "{} has few cases", source.id);
    }
}

#[test]
fn the_compact_form_says_what_the_text_says() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/rules/packs/compact");
    for pack in load_all() {
        let compact = std::fs::read(folder.join(format!("{}.pack", pack.id()))).unwrap();
        assert!(write_compact(&pack).unwrap() == compact, "{} is stale: cargo run --example compact_packs", pack.id());
        let english = std::fs::read(folder.join(format!("{}.en", pack.id()))).unwrap();
        assert!(write_english(&pack).unwrap() == english, "{} is stale: cargo run --example compact_packs", pack.id());
        let mut read = read_compact(&compact).unwrap();
        learn_english(&mut read, &english).unwrap();
        let whole = read[0].with_conduct().unwrap();
        assert_eq!(read[0].pack().identity.title, pack.pack().identity.title);
        assert_eq!(read[0].pack().clauses[0].gist, pack.pack().clauses[0].gist);
        assert_eq!(read.iter().map(CompiledPack::stamp).collect::<Vec<_>>(), [pack.stamp()]);
        let rungs = |pack: &CompiledPack| -> Vec<_> {
            let rungs = pack.pack().clauses.iter().flat_map(|clause| &clause.ladder);
            rungs.map(|rung| (rung.violation.clone(), rung.sanctions.clone(), rung.one_of.clone())).collect()
        };
        assert_eq!(rungs(&whole), rungs(&pack), "{}", pack.id());
    }
}

#[test]
fn packs_in_compact_form_are_read_one_behind_the_other() {
    let packs = load_all();
    let library: Vec<u8> = packs.iter().flat_map(|pack| write_compact(pack).unwrap()).collect();
    let read = read_compact(&library).unwrap();
    assert_eq!(
        read.iter().map(CompiledPack::id).collect::<Vec<_>>(),
        packs.iter().map(CompiledPack::id).collect::<Vec<_>>()
    );
    assert!(read_compact(&library[..library.len() - 1]).is_err());
}

#[test]
fn every_pack_stands_up_to_the_checker() {
    for pack in load_all() {
        let mut problems = check(&pack);
        problems.retain(|problem| problem.kind.severity() != Severity::Note);
        assert_eq!(problems, [], "{}", pack.id());
    }
}

#[test]
fn every_shared_case_of_a_known_system_passes() {
    let Some(folder) = shared("rules/cases") else { return };
    for pack in load_all() {
        let text = std::fs::read_to_string(folder.join(format!("{}.json", pack.id()))).unwrap();
        let cases: Vec<Case> = serde_json::from_str(&text).unwrap();
        assert!(!cases.is_empty());
        for case in cases {
            let misses = run_case(&pack, &case);
            assert_eq!(misses, [], "{} {}", case.system, case.name);
        }
    }
}

#[test]
fn every_shared_case_can_be_read() {
    let Some(folder) = shared("rules/cases") else { return };
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap().path();
        let cases: Result<Vec<Case>, _> = serde_json::from_str(&std::fs::read_to_string(&file).unwrap());
        assert!(cases.is_ok_and(|cases| !cases.is_empty()), "{}", file.display());
    }
}

#[test]
fn no_gist_is_a_sentence_of_the_source() {
    let Some(folder) = shared("sources") else { return };
    let sources: String = ["000.txt", "001.txt", "002.txt", "003.txt", "004.txt"]
        .map(|file| std::fs::read_to_string(folder.join(file)).unwrap())
        .concat();
    let sources = shouwen::script::fold(&sources);
    for pack in load_all() {
        for clause in &pack.pack().clauses {
            let gist = shouwen::script::fold(&clause.gist.zh);
            assert!(gist.chars().count() < 8 || !sources.contains(&gist), "{} {}", pack.id(), clause.reference);
        }
    }
}

#[test]
fn a_case_that_misses_says_what_was_expected_and_found() {
    let pack = load_system("A07").unwrap();
    let check = |expect: &str, expected: &str| {
        let case =
            format!(r#"{{"name": "n", "ask": "decide", "given": {{"asked": [{{"id": "a"}}]}}, "expect": {expect}}}"#);
        let case: Case = serde_json::from_str(&case).unwrap();
        let misses: Vec<String> = run_case(&pack, &case).iter().map(ToString::to_string).collect();
        assert_eq!(misses.join("; "), expected);
    };
    check(r#"{"owner": "b"}"#, "expected owner b, found a");
    check(r#"{"owner": null}"#, "expected owner nobody, found a");
    check(r#"{"basis": "senior"}"#, "expected basis senior, found first_asked");
    check(r#"{"handler": "department"}"#, "expected handler department, found owner");
    check(r#"{"duties": ["guide"]}"#, "expected duty guide, found settle_now");
    check(r#"{"not_duties": ["settle_now"]}"#, "expected no duty settle_now, found settle_now");
    check(r#"{"duties_any": [["guide", "contact"]]}"#, "expected one duty of guide, contact, found settle_now");
    check(r#"{"duty_by": {"settle_now": "head"}}"#, "expected duty by settle_now head, found settle_now owner");
    check(r#"{"duty_by": {"settle_now": ["owner"]}}"#, "");
    check(
        r#"{"duty_by": {"settle_now": ["owner", "head"]}}"#,
        "expected duty by settle_now owner, head, found settle_now owner",
    );
    check(
        r#"{"duty_clauses": {"settle_now": ["4.4", "4.9"]}}"#,
        "expected duty under settle_now 4.9, found settle_now 4.4",
    );
    check(r#"{"duty_to": {"settle_now": "visitor"}}"#, "expected duty to settle_now visitor, found settle_now nothing");
    check(r#"{"within": {"settle_now": {"days": 1}}}"#, "expected limit settle_now 1 days, found settle_now nothing");
    check(r#"{"forms": ["receipt"]}"#, "expected form receipt, found nothing");
    check(r#"{"barred": ["leak"]}"#, "expected barred leak, found shirk");
    check(r#"{"department": "审判庭"}"#, "expected department 审判庭, found ");
    check(r#"{"clauses": ["4.9"]}"#, "expected clause 4.9, found 4.2, 4.4, 4.1, 4.7");
    check(r#"{"owner": "a", "handler": "owner", "clauses": ["4"]}"#, "");
}

#[test]
fn a_case_with_an_unknown_expectation_is_refused() {
    let check = |text: &str, expected: &str| {
        let message = serde_json::from_str::<Case>(text).unwrap_err().to_string();
        assert!(message.contains(expected), "{message}");
    };
    check(r#"{"name": "n", "ask": "decide", "given": {}, "expect": {"dutys": []}}"#, "unknown field `dutys`");
    check(r#"{"name": "n", "ask": "decide", "given": {"scope": "own", "x": 1}, "expect": {}}"#, "unknown field `x`");
    check(r#"{"name": "n", "ask": "guess", "given": {}, "expect": {}}"#, "`guess` cannot be asked");
    check(r#"{"name": "n", "ask": "fact", "given": {"fact": "stuff"}, "expect": {}}"#, "did you mean `staff`?");
    check(r#"{"name": "n", "ask": "due", "given": {"start": "soon"}, "expect": {"due": ""}}"#, "`soon` is not a time");
}

/// Any situation at all.
fn any_situation() -> impl Strategy<Value = Situation> {
    let code = |count: usize| 0..count;
    let fields = (
        (code(13), code(10), code(7), code(4)),
        (any::<bool>(), code(2), code(3)),
        prop::collection::vec((any::<[bool; 7]>(), -3..5_i32, 0..200_i32, prop::option::of(1..5_u32)), 0..5),
        prop::collection::vec(code(25), 0..6),
        prop::option::of("[a-z_]{1,8}"),
    );
    fields.prop_map(|((channel, matter, scope, handler), (on_the_spot, materials, eligible), asked, flags, topic)| {
        let person = |(number, (is, rank, tenure_months, responded))| {
            let [on_duty, in_charge, named, operator, took_over, at_post, appointed] = is;
            let id = format!("p{number}");
            Asked {
                id,
                rank,
                tenure_months,
                on_duty,
                in_charge,
                named,
                responded,
                operator,
                took_over,
                at_post,
                appointed,
            }
        };
        Situation {
            channel: Channel::ALL[channel],
            matter: MatterKind::ALL[matter],
            asked: asked.into_iter().enumerate().map(person).collect(),
            scope: Scope::ALL[scope],
            handler: HandlerState::ALL[handler],
            on_the_spot,
            materials: Materials::ALL[materials],
            eligible: Eligible::ALL[eligible],
            topic,
            flags: flags.into_iter().map(|flag| Flag::ALL[flag]).collect(),
        }
    })
}

proptest! {
    #[test]
    fn deciding_answers_every_situation_soundly(situation in any_situation()) {
        for pack in load_all_once() {
            let decision = decide(pack, &situation);
            prop_assert_eq!(&decision, &decide(pack, &situation), "not deterministic");
            if let Some(owner) = &decision.owner {
                let is_window = windows(pack).any(|window| window == owner.id);
                prop_assert!(is_window || situation.asked.iter().any(|person| person.id == owner.id));
            }
            if decision.handler.is_none() && !situation.asked.is_empty() {
                prop_assert!(!pack.pack().silences.is_empty(), "{} names no handler and does not say so", pack.id());
            }
            for clause in decision.clauses() {
                prop_assert!(pack.clause(&clause).is_some(), "cites {clause}, which is not there");
                prop_assert!(decision.why.iter().any(|line| line.clause == clause), "{clause} is not under why");
            }
            let turns: Vec<u8> = decision.duties.iter().map(|line| line.code.turn()).collect();
            prop_assert!(turns.is_sorted());
            let mut pairs: Vec<_> = decision.duties.iter().map(|line| (line.code, line.by)).collect();
            pairs.sort_unstable();
            prop_assert!(pairs.windows(2).all(|pair| pair[0] != pair[1]), "a duty twice");
            let json = serde_json::to_string(&decision).unwrap();
            prop_assert_eq!(serde_json::from_str::<Decision>(&json).unwrap(), decision);
        }
    }

    #[test]
    fn a_duty_is_demanded_or_it_is_said_why_not(situation in any_situation(), code in 0..59_usize) {
        let code = DutyCode::ALL[code];
        for pack in load_all_once() {
            let demanded = decide(pack, &situation).duties.iter().any(|line| line.code == code);
            let answers = why_not(pack, &situation, code);
            let mentioned = pack.pack().rules().any(|(_, rule)| rule.duties.iter().any(|duty| duty.demands(code)));
            prop_assert_eq!(answers.is_empty(), demanded || !mentioned, "{} {}", pack.id(), code);
            for answer in answers {
                prop_assert_ne!(answer.failed.is_empty(), answer.waived_by.is_none());
            }
        }
    }
}

/// The windows and teams that a pack's rules name.
fn windows(pack: &CompiledPack) -> impl Iterator<Item = &str> {
    pack.pack().rules().filter_map(|(_, rule)| match &rule.owner {
        Some(OwnerRule::Fixed(window)) => Some(window.id.as_str()),
        _ => None,
    })
}

/// The packs, loaded once for all situations.
fn load_all_once() -> &'static [CompiledPack] {
    static PACKS: std::sync::OnceLock<Vec<CompiledPack>> = std::sync::OnceLock::new();
    PACKS.get_or_init(load_all)
}
