//! The engine on small packs made for one question each.

use shouwen::rules::pack::{extend, parse};
use shouwen::rules::{
    Asked, Decision, DutyCode, FailedCondition, Field, Flag, Held, Limit, Scope, Situation, decide, load, load_system,
    why_not,
};

use crate::rules_kit::pack_of as pack;

/// Writes a clause with one rule.
fn clause(reference: &str, rule: &str) -> String {
    format!("[[clause]]\nref = \"{reference}\"\ngist = \"g\"\n[[clause.rule]]\n{rule}\n")
}

/// Reads a situation.
fn situation(json: &str) -> Situation {
    serde_json::from_str(json).unwrap()
}

/// Lists the duties in words: code, by, within, alternatives, optional, clauses.
fn duties(decision: &Decision) -> Vec<String> {
    let line = |line: &shouwen::rules::DutyLine| {
        let clauses: Vec<String> = std::iter::once(&line.clause).chain(&line.also).map(ToString::to_string).collect();
        let within = line.within.map(|within| format!(" {within}")).unwrap_or_default();
        let or: Vec<String> = line.alternatives.iter().map(|code| format!(" or {code}")).collect();
        let or = or.concat();
        let optional = if line.optional { " optional" } else { "" };
        format!("{} {}{within}{or}{optional} [{}]", line.code, line.by, clauses.join(" "))
    };
    decision.duties.iter().map(line).collect()
}

#[test]
fn the_owner_is_found_by_the_criteria_in_turn() {
    let check = |owner: &str, asked: &str, expected: &str| {
        let pack = pack(&clause("1", owner));
        let decision = decide(&pack, &situation(&format!(r#"{{"asked": {asked}}}"#)));
        let found = decision.owner.map_or("nobody".to_owned(), |owner| format!("{} {}", owner.id, owner.basis));
        assert_eq!(found, expected, "{owner} {asked}");
    };
    let ranks = r#"[{"id": "a", "rank": 1}, {"id": "b", "rank": 3, "tenure_months": 9}, {"id": "c", "rank": 3, "tenure_months": 20}]"#;
    check("owner = \"first_asked\"", ranks, "a first_asked");
    check("owner = \"senior\"", ranks, "b senior");
    check("owner = [\"senior\", \"longest_tenure\"]", ranks, "c longest_tenure");
    check("owner = [\"senior\", \"longest_tenure\"]", r#"[{"id": "a"}, {"id": "b"}]"#, "a first_asked");
    check("owner = [\"senior\", \"longest_tenure\"]", r#"[{"id": "a"}, {"id": "b", "rank": 2}]"#, "b senior");
    check("owner = \"on_duty\"", ranks, "nobody");
    check("owner = \"on_duty\"", r#"[{"id": "a"}, {"id": "b", "on_duty": true}]"#, "b on_duty");
    check("owner = \"on_duty\"", r#"[{"id": "a", "on_duty": true}]"#, "a on_duty");
    check("owner = \"named\"", r#"[{"id": "a"}, {"id": "b", "named": true}]"#, "b named");
    check("owner = \"in_charge\"", r#"[{"id": "a", "in_charge": true}]"#, "a in_charge");
    check("owner = \"appointed\"", r#"[{"id": "a"}, {"id": "b", "appointed": true}]"#, "b appointed");
    check("owner = \"took_over\"", r#"[{"id": "a"}, {"id": "b", "took_over": true}]"#, "b took_over");
    check(
        "owner = \"first_response\"",
        r#"[{"id": "a", "responded": 2}, {"id": "b", "responded": 1}]"#,
        "b first_response",
    );
    check("owner = \"first_response\"", r#"[{"id": "a"}]"#, "nobody");
    check(
        "owner = [\"on_duty\", \"senior\"]",
        r#"[{"id": "a", "on_duty": true}, {"id": "b", "on_duty": true, "rank": 1}]"#,
        "b senior",
    );
    check("owner = [\"first_asked\", \"on_duty\"]", r#"[{"id": "a"}, {"id": "b", "on_duty": true}]"#, "a first_asked");
    check(
        "owner = { by = \"first_asked\", among = { at_post = true, operator = false } }",
        r#"[{"id": "a", "at_post": false}, {"id": "b", "operator": true}, {"id": "c"}]"#,
        "c first_asked",
    );
    check("owner = { id = \"reception\", basis = \"appointed\" }", "[]", "reception appointed");
    check("owner = \"first_asked\"", "[]", "nobody");
}

#[test]
fn the_first_owner_rule_that_finds_someone_decides() {
    let pack = pack(
        &[
            clause("1", "when = { channel = \"phone\" }\nowner = \"on_duty\""),
            clause("2", "owner = \"first_asked\""),
            clause("3", "over = [\"1\", \"2\"]\nowner = \"named\""),
        ]
        .concat(),
    );
    let check = |json: &str, expected: (&str, &str)| {
        let owner = decide(&pack, &situation(json)).owner.unwrap();
        assert_eq!((owner.id.as_str(), owner.clause.to_string().as_str()), expected, "{json}");
    };
    check(r#"{"channel": "phone", "asked": [{"id": "a"}, {"id": "b", "on_duty": true}]}"#, ("b", "1"));
    check(r#"{"channel": "phone", "asked": [{"id": "a"}, {"id": "b"}]}"#, ("a", "2"));
    check(r#"{"asked": [{"id": "a"}, {"id": "b", "on_duty": true}]}"#, ("a", "2"));
    check(r#"{"channel": "phone", "asked": [{"id": "a", "on_duty": true}, {"id": "b", "named": true}]}"#, ("b", "3"));
}

#[test]
fn a_special_rule_prevails_over_the_general_one_and_over_nothing_else() {
    let pack = pack(
        &[
            clause("1.1", "handler = \"department\""),
            clause("1.2", "answerable = \"owner\""),
            clause("2", "when = { handler = \"none\" }\nover = \"1\"\nhandler = \"head\"\nanswerable = \"both\""),
            clause("3", "over = \"2\"\nwhen = { flags = \"beyond_unit\" }\nhandler = \"upper\""),
        ]
        .concat(),
    );
    let check = |json: &str, handler: (&str, &str), answerable: &str| {
        let decision = decide(&pack, &situation(json));
        let found = decision.handler.unwrap();
        assert_eq!((found.code.as_str(), found.clause.to_string().as_str()), handler, "{json}");
        assert_eq!(decision.answerable.unwrap().code.as_str(), answerable, "{json}");
    };
    check("{}", ("department", "1.1"), "owner");
    check(r#"{"handler": "none"}"#, ("head", "2"), "both");
    check(r#"{"handler": "none", "flags": ["beyond_unit"]}"#, ("upper", "3"), "both");
    check(r#"{"flags": ["beyond_unit"]}"#, ("upper", "3"), "owner");
}

#[test]
fn conditions_hold_exactly_where_they_say() {
    let check = |when: &str, holding: &[&str], failing: &[&str]| {
        let pack = pack(&format!(
            "[[topic]]\ncode = \"filing\"\ntitle = \"t\"\n[[topic]]\ncode = \"trial\"\ntitle = \"t\"\n{}",
            clause("1", &format!("when = {when}\nforms = \"receipt\""))
        ));
        let holds = |json: &&str| !decide(&pack, &situation(json)).forms.is_empty();
        assert!(holding.iter().all(holds), "{when}");
        assert!(!failing.iter().any(holds), "{when}");
    };
    check(r#"{ scope = "own" }"#, &["{}"], &[r#"{"scope": "outside"}"#]);
    check(
        r#"{ scope = { not = ["own", "outside"] } }"#,
        &[r#"{"scope": "several"}"#],
        &["{}", r#"{"scope": "outside"}"#],
    );
    check(
        r#"{ on_the_spot = false, materials = "incomplete" }"#,
        &[r#"{"on_the_spot": false, "materials": "incomplete"}"#],
        &["{}", r#"{"on_the_spot": false}"#],
    );
    check(
        r#"{ asked = "several" }"#,
        &[r#"{"asked": [{"id": "a"}, {"id": "b"}]}"#],
        &["{}", r#"{"asked": [{"id": "a"}]}"#],
    );
    check(
        r#"{ asked = ["none", "one"] }"#,
        &["{}", r#"{"asked": [{"id": "a"}]}"#],
        &[r#"{"asked": [{"id": "a"}, {"id": "b"}]}"#],
    );
    check(
        r#"{ topic = "trial" }"#,
        &[r#"{"topic": "trial"}"#],
        &["{}", r#"{"topic": "filing"}"#, r#"{"topic": "other"}"#],
    );
    check(
        r#"{ topic = ["trial", "filing"] }"#,
        &[r#"{"topic": "trial"}"#, r#"{"topic": "filing"}"#],
        &["{}", r#"{"topic": "x"}"#],
    );
    check(
        r#"{ flags = ["urgent", "loss"] }"#,
        &[r#"{"flags": ["urgent", "loss", "long"]}"#],
        &[r#"{"flags": ["urgent"]}"#],
    );
    check(
        r#"{ any_flags = ["urgent", "loss"], no_flags = ["long"] }"#,
        &[r#"{"flags": ["loss"]}"#],
        &["{}", r#"{"flags": ["loss", "long"]}"#],
    );
    check(
        r#"[{ matter = "help" }, { channel = "fax" }]"#,
        &[r#"{"matter": "help"}"#, r#"{"channel": "fax"}"#],
        &["{}"],
    );
}

#[test]
fn conditions_on_the_owner_look_at_whoever_it_is() {
    let pack = pack(
        &[
            clause("1", "owner = \"senior\""),
            clause("2", "when = { owner = { operator = true } }\nhandler = \"superior\""),
            clause("3", "when = { owner = { operator = false } }\nhandler = \"owner\""),
        ]
        .concat(),
    );
    let check = |asked: &str, expected: Option<&str>| {
        let decision = decide(&pack, &situation(&format!(r#"{{"asked": {asked}}}"#)));
        assert_eq!(decision.handler.map(|handler| handler.code.as_str()), expected, "{asked}");
    };
    check(r#"[{"id": "a", "operator": true}]"#, Some("superior"));
    check(r#"[{"id": "a", "operator": true}, {"id": "b", "rank": 1}]"#, Some("owner"));
    check("[]", None);
}

#[test]
fn duties_of_several_clauses_join_into_one_line() {
    let check = |clauses: &[String], expected: &[&str]| {
        assert_eq!(duties(&decide(&pack(&clauses.concat()), &Situation::default())), expected);
    };
    check(
        &[
            clause("1", "duties = [\"feedback\", { duty = \"track\", optional = true }]"),
            clause("2", "duties = [\"register\", \"track\", { duty = \"feedback\", within = { days = 3 } }]"),
            clause("3", "duties = [{ duty = \"feedback\", within = { days = 1 } }]"),
        ],
        &["register owner [2]", "track owner [1 2]", "feedback owner 3 days [1 2 3]"],
    );
    check(
        &[clause("1", "duties = [{ any = [\"guide\", \"tell_where\"] }]"), clause("2", "duties = [\"guide\"]")],
        &["tell_where owner or guide [1]", "guide owner [1 2]"],
    );
    check(
        &[
            clause(
                "1",
                "duties = [{ any = [\"contact\", { duty = \"go_to_visitor\", by = \"head\" }], by = \"handler\" }]",
            ),
            clause("2", "duties = [{ any = [\"contact\", \"assist\", \"guide\"], by = \"handler\" }]"),
        ],
        &[
            "guide handler or contact or assist [2]",
            "contact handler or guide or assist or go_to_visitor [1 2]",
            "assist handler or contact or guide [2]",
            "go_to_visitor head or contact [1]",
        ],
    );
    check(
        &[clause(
            "1",
            "duties = [{ duty = \"settle_in_time\", by = \"handler\" }, { duty = \"settle_in_time\", by = \"head\" }]",
        )],
        &["settle_in_time handler [1]", "settle_in_time head [1]"],
    );
}

#[test]
fn where_owner_and_handler_are_one_the_owner_acts() {
    let pack = pack(
        &[
            clause("1", "when = { scope = \"own\" }\nhandler = \"owner\""),
            clause("2", "duties = [{ duty = \"progress\", by = \"handler\" }, \"progress\"]"),
            clause("3", "duties = [{ duty = \"feedback\", by = \"handler\", within = { now = true } }]"),
            clause("4", "duties = [{ any = [\"explain\", { duty = \"explain\", by = \"handler\" }, \"guide\"] }]"),
            clause("5", "duties = [{ any = [\"urge\", { duty = \"assist\", by = \"handler\" }] }, \"assist\"]"),
        ]
        .concat(),
    );
    let check = |scope: Scope, expected: &[&str]| {
        assert_eq!(duties(&decide(&pack, &Situation { scope, ..Situation::default() })), expected);
    };
    check(
        Scope::Own,
        &[
            "explain owner or guide [4]",
            "guide owner or explain [4]",
            "assist owner [5]",
            "progress owner [2]",
            "urge owner or assist [5]",
            "feedback owner now [3]",
        ],
    );
    check(
        Scope::Department,
        &[
            "explain owner or explain or guide [4]",
            "explain handler or explain or guide [4]",
            "guide owner or explain [4]",
            "assist handler or urge [5]",
            "assist owner [5]",
            "progress handler [2]",
            "progress owner [2]",
            "urge owner or assist [5]",
            "feedback handler now [3]",
        ],
    );
}

#[test]
fn an_exception_takes_duties_away_and_says_so() {
    let pack = pack(
        &[
            clause("1", "duties = [\"register\", { any = [\"feedback\", \"call_back\"] }]"),
            clause("2", "when = { any_flags = [\"anonymous\", \"abusive\"] }\nwaives = [\"feedback\"]"),
        ]
        .concat(),
    );
    let anonymous = situation(r#"{"flags": ["anonymous"]}"#);
    let decision = decide(&pack, &anonymous);
    assert_eq!(duties(&decision), ["register owner [1]", "call_back owner [1]"]);
    assert!(decision.why.iter().any(|line| line.clause.to_string() == "2"));
    let answers = why_not(&pack, &anonymous, DutyCode::Feedback);
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0].waived_by.map(|clause| clause.to_string()), Some("2".to_owned()));
    assert_eq!(duties(&decide(&pack, &Situation::default())).len(), 3);
}

#[test]
fn a_decision_says_on_what_it_rested() {
    let pack = load_system("A07").unwrap();
    let situation =
        situation(r#"{"channel": "phone", "asked": [{"id": "a"}], "scope": "colleague", "handler": "unreachable"}"#);
    let decision = decide(&pack, &situation);
    let held = |clause: &str| -> Vec<Vec<Held>> {
        let lines = decision.why.iter().filter(|line| line.clause.to_string() == clause);
        lines.map(|line| line.grounds.held(&situation)).collect()
    };
    assert_eq!(held("4.1"), [vec![]], "it always holds");
    let promised = vec![Held::Scope(Scope::Colleague), Held::Handler(shouwen::rules::HandlerState::Unreachable)];
    assert_eq!(held("4.8"), [promised], "one line a clause, joining its rules");
}

#[test]
fn why_not_names_the_condition_that_failed() {
    let pack = load_system("A07").unwrap();
    let failed = |situation: &Situation, code: DutyCode| -> Vec<(String, Vec<FailedCondition>)> {
        let answers = why_not(&pack, situation, code);
        answers.into_iter().map(|answer| (answer.clause.to_string(), answer.failed)).collect()
    };
    let away = Situation { scope: Scope::Department, asked: vec![Asked::new("a")], ..Situation::default() };
    let wanted = vec!["unreachable".to_owned()];
    let found = Held::of(Field::Handler, &away);
    assert_eq!(
        failed(&away, DutyCode::PromiseAnswer),
        [("4.8".to_owned(), vec![FailedCondition::Field { found, wanted }])]
    );
    assert_eq!(
        failed(&away, DutyCode::SeatVisitor),
        [("4.9".to_owned(), vec![FailedCondition::FlagMissing(Flag::SeeksLeader)])]
    );
    assert_eq!(failed(&away, DutyCode::Forward), []);
    assert_eq!(failed(&away, DutyCode::CallBack), [], "the system never asks for it");
}

#[test]
fn a_pack_that_extends_another_keeps_replaces_and_leaves_out() {
    let parent = parse(crate::rules_cases::text_of("A07")).unwrap();
    let text = format!(
        "format = 1\n[system]\nid = \"T\"\ntitle = \"T\"\nsector = \"s\"\nsource = \"ours\"\nversion = \"1\"\nextends = \"A07\"\nwithout = [\"4.9\"]\n{}{}",
        clause("4.1", "answerable = \"both\""),
        clause("4.10", "duties = [\"call_back\"]"),
    );
    let child = parse(&text).unwrap();
    let joined = extend(child.clone(), &parent);
    let references: Vec<String> = joined.clauses.iter().map(|clause| clause.reference.to_string()).collect();
    assert_eq!(
        references,
        ["1.0", "2.0", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.10"]
    );
    assert_ne!(joined.hash, child.hash);
    let from: Vec<&str> = joined.clauses.iter().filter_map(|clause| clause.from.as_deref()).collect();
    assert_eq!(from.len(), 12);
    assert!(from.iter().all(|id| *id == "A07"));
    let pack = load(&text).unwrap();
    assert_eq!(pack.pack(), &joined);
    let decision = decide(&pack, &situation(r#"{"asked": [{"id": "a"}], "flags": ["seeks_leader"]}"#));
    assert_eq!(decision.answerable.unwrap().code.as_str(), "both");
    assert!(decision.duties.iter().any(|line| line.code == DutyCode::CallBack));
    assert!(!decision.duties.iter().any(|line| line.code == DutyCode::SeatVisitor));
}

#[test]
fn a_decision_is_stamped() {
    let pack = load_system("D01").unwrap();
    let stamp = decide(&pack, &Situation::default()).stamp;
    assert_eq!((stamp.pack.as_str(), stamp.version.as_str(), stamp.calendar.as_str()), ("D01", "1", "cn-2004-2026"));
    assert_eq!(stamp.hash.len(), 64);
    let other = load(&shouwen::rules::systems()[2].text.replace("version = \"1\"", "version = \"2\"")).unwrap();
    assert_ne!(stamp.hash, other.stamp().hash);
    let settled = decide(&pack, &situation(r#"{"asked": [{"id": "a"}]}"#));
    let now = settled.duties.iter().find(|line| line.code == DutyCode::SettleNow).unwrap();
    assert_eq!(now.within, Some(Limit::Now));
}
