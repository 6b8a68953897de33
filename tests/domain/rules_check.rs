//! The checker: what it tells about every situation, every rule and every ladder of a pack.

use proptest::prelude::*;
use shouwen::rules::pack::{Pack, check, check_versions, parse};
use shouwen::rules::{Asked, Channel, Flag, Scope, Situation, decide, load, load_beside};

/// The beginning of a pack; clauses follow.
const HEAD: &str = "format = 1
[system]
id = \"T\"
title = \"试\"
sector = \"company\"
source = \"ours\"
version = \"1\"
[[topic]]
code = \"filing\"
title = \"立案\"
";

/// Writes a clause with rules or sanctions.
fn clause(reference: &str, kind: &str, parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| format!("[[clause.{kind}]]\n{part}\n")).collect();
    format!("[[clause]]\nref = \"{reference}\"\ngist = \"g\"\n{}", parts.concat())
}

/// Lists what the checker finds in a pack.
fn found(rest: &[String]) -> Vec<String> {
    let pack = load(&format!("{HEAD}{}", rest.concat())).unwrap_or_else(|problems| panic!("{problems:?}"));
    check(&pack).iter().map(|problem| format!("{:?} {problem}", problem.kind.severity())).collect()
}

const ALWAYS: &str = "owner = \"first_asked\"\nhandler = \"owner\"";

#[test]
fn the_plainest_unanswered_situation_is_the_example() {
    let check = |rules: &[&str], expected: &[&str]| {
        let mend = "; add a rule, or say with [[silent]] that the text does not tell";
        let expected: Vec<String> = expected.iter().map(|text| format!("Warning 1:1: {text}{mend}")).collect();
        assert_eq!(found(&[clause("1", "rule", rules)]), expected, "{rules:?}");
    };
    check(&[ALWAYS], &[]);
    check(
        &["owner = \"first_asked\"", "when = { scope = { not = \"outside\" } }\nhandler = \"owner\""],
        &["nobody must settle the matter where scope = outside"],
    );
    check(
        &["owner = \"first_asked\"", "when = { no_flags = [\"urgent\", \"long\"] }\nhandler = \"owner\""],
        &["nobody must settle the matter where flag urgent"],
    );
    check(
        &[
            "owner = \"first_asked\"",
            "when = [{ scope = \"own\" }, { topic = \"filing\" }, { on_the_spot = true }]\nhandler = \"owner\"",
        ],
        &["nobody must settle the matter where scope = colleague, on_the_spot = false"],
    );
    check(
        &[
            "owner = \"first_asked\"",
            "when = { owner = { operator = false } }\nhandler = \"owner\"",
            "when = { any_flags = [\"urgent\", \"frail\"] }\nhandler = \"owner\"",
        ],
        &["nobody must settle the matter where owner operator = true"],
    );
    check(
        &["when = { asked = \"one\" }\nowner = \"senior\"", "handler = \"owner\""],
        &["nobody is the owner where asked = several"],
    );
    check(
        &["owner = \"on_duty\"", "when = { channel = \"visit\" }\nowner = \"first_asked\"\n", "handler = \"owner\""],
        &["nobody is the owner where channel = phone"],
    );
}

#[test]
fn what_the_text_does_not_tell_can_be_stated() {
    let rules = clause("1", "rule", &["owner = \"first_asked\"", "when = { scope = \"own\" }\nhandler = \"owner\""]);
    let silent = |when: &str| format!("[[silent]]\nabout = \"handler\"\nreason = \"r\"\n{when}\n");
    assert_eq!(found(&[silent(""), rules.clone()]), Vec::<String>::new());
    assert_eq!(found(&[silent("when = { scope = { not = \"own\" } }"), rules.clone()]), Vec::<String>::new());
    let partly = found(&[silent("when = { scope = \"outside\" }"), rules.clone()]);
    assert!(partly[0].contains("nobody must settle the matter where scope = colleague"), "{partly:?}");
    let needless = found(&[silent(""), silent("when = { scope = \"own\", flags = \"urgent\" }"), rules]);
    assert_eq!(needless.len(), 1, "{needless:?}");
    assert!(needless[0].starts_with("Warning 15:1: the pack says that the text does not tell"), "{needless:?}");
}

#[test]
fn a_rule_that_never_counts_is_told_with_the_one_that_hides_it() {
    let check = |first: &[&str], second: &[&str], expected: &[&str]| {
        let clauses = [clause("1", "rule", &[ALWAYS]), clause("2", "rule", first), clause("3", "rule", second)];
        assert_eq!(found(&clauses), expected, "{first:?} {second:?}");
    };
    let hidden = "in all its situations clause 1 (line 14) says otherwise and prevails; narrow that one, or write `over = \"1\"` here";
    check(
        &["when = { scope = \"outside\" }\nhandler = \"outside\""],
        &["barred = \"shirk\""],
        &[&format!("Warning 20:1: this rule never counts: {hidden}")],
    );
    check(&["when = { scope = \"outside\" }\nover = \"1\"\nhandler = \"outside\""], &["barred = \"shirk\""], &[]);
    check(&["when = { scope = \"outside\" }\nhandler = \"owner\""], &["barred = \"shirk\""], &[]);
    check(
        &["handler = \"lead\"\nduties = \"track\""],
        &["owner = \"senior\""],
        &[
            "Note 20:1: where everything is as usual, this rule says lead, clause 1 (line 14) says owner and prevails as it comes first; if it is the exception, write `over` there",
            &format!("Warning 26:1: this rule never counts: {hidden}"),
        ],
    );
    check(
        &["when = { flags = \"urgent\", no_flags = \"urgent\" }\nbarred = \"leak\""],
        &["barred = \"shirk\""],
        &["Warning 20:1: this rule never applies: it wants a flag that it also excludes"],
    );
}

#[test]
fn handlers_that_contradict_each_other_are_told_with_an_example() {
    let owner = clause("1", "rule", &["owner = \"first_asked\""]);
    let urgent = clause("2", "rule", &["when = { flags = \"urgent\" }\nhandler = \"leader\""]);
    let outside = clause("3", "rule", &["when = { scope = \"outside\" }\nhandler = \"outside\""]);
    let rest = clause("4", "rule", &["handler = \"owner\""]);
    let note = "Note 25:1: where scope = outside, flag urgent, this rule says outside, clause 2 (line 19) says leader and prevails as it comes first; if it is the exception, write `over` there";
    assert_eq!(found(&[owner.clone(), urgent.clone(), outside.clone(), rest.clone()]), [note]);
    let stated = urgent.replace("handler", "over = \"3\"\nhandler");
    assert_eq!(found(&[owner.clone(), stated, outside.clone(), rest.clone()]), Vec::<String>::new());
    let decided = clause("1.1", "rule", &["when = { scope = \"outside\", flags = \"urgent\" }\nhandler = \"upper\""]);
    assert_eq!(found(&[owner, decided, urgent, outside, rest]), Vec::<String>::new());
}

#[test]
fn ladders_have_every_rung_once() {
    let check = |sanctions: &[&str], expected: &[&str]| {
        let clauses = [clause("1", "rule", &[ALWAYS]), clause("2", "sanction", sanctions)];
        assert_eq!(found(&clauses), expected, "{sanctions:?}");
    };
    let rung = |time: &str| format!("violation = \"late\"\ntime = {time}\nsanctions = \"warning\"");
    check(&[&rung("1"), &rung("[2, 3]"), &rung("4\nor_later = true")], &[]);
    check(&[&rung("1\nor_later = true")], &[]);
    check(&[&rung("2")], &[]);
    check(
        &[&rung("1"), &rung("3\nor_later = true")],
        &["Warning 20:1: for the same, there are sanctions for time 1 and time 3, but none for time 2"],
    );
    check(
        &[&rung("[1, 2]"), &rung("2\nor_later = true")],
        &["Warning 24:1: for the same, line 20 already has sanctions for time 2; join the two, or change `time`"],
    );
    check(
        &[&rung("1\nor_later = true"), &rung("3")],
        &["Warning 25:1: for the same, line 20 already has sanctions for time 3; join the two, or change `time`"],
    );
    check(
        &[&rung("1"), &rung("2")],
        &["Note 20:1: after time 2 nothing follows; if the text means that time and later, add `or_later = true`"],
    );
    check(&[&rung("1"), "violation = \"rude\"\ntime = 3\nsanctions = \"warning\""], &[]);
    check(&["or_later = true\nsanctions = \"warning\""], &["Warning 20:1: `or_later` means nothing without `time`"]);
    let idle = [clause("1", "rule", &[ALWAYS]), clause("2", "weight", &["weight = \"heavier\""])];
    assert_eq!(
        found(&idle),
        ["Warning 20:1: this weight never applies; name circumstances with `mitigating` or `aggravating`"]
    );
}

#[test]
fn rungs_that_hide_each_other_are_told() {
    let rung = |over: &str| format!("over = \"{over}\"\nsanctions = \"warning\"");
    let clauses = [
        clause("1", "rule", &[ALWAYS]),
        clause("2.1", "sanction", &[&rung("3")]),
        clause("3", "sanction", &[&rung("2")]),
    ];
    let told = |line: u32, one: &str, other: &str| {
        format!(
            "Warning {line}:1: the sanctions of clauses {one}, {other} hide each other, so that neither follows; remove one `over`"
        )
    };
    assert_eq!(found(&clauses), [told(20, "2.1", "3"), told(26, "3", "2.1")]);
}

#[test]
fn versions_of_one_system_do_not_hold_on_the_same_day() {
    let version = |version: &str, dates: &str| -> Pack {
        let head = HEAD.replace("version = \"1\"", &format!("version = \"{version}\"\n{dates}"));
        parse(&format!("{head}{}", clause("1", "rule", &[ALWAYS]))).unwrap()
    };
    let check = |one: &str, other: &str, expected: &str| {
        let (one, other) = (version("1", one), version("2", other));
        let found = check_versions(&[("one.toml", &one), ("other.toml", &other)]);
        let words: Vec<String> = found.iter().map(|(at, problem)| format!("{at} {}", problem.kind)).collect();
        assert_eq!(words.join("; "), expected);
    };
    let overlap = |day: &str| {
        format!("1 this version and version 1 (one.toml) both hold on {day}; end the earlier one with `valid_to`")
    };
    check("valid_to = 2025-12-31", "valid_from = 2026-01-01", "");
    check("valid_from = 2026-01-01", "valid_to = 2025-12-31", "");
    check("valid_to = 2026-01-01", "valid_from = 2026-01-01", &overlap("2026-01-01"));
    check("valid_from = 2024-01-01", "valid_from = 2026-01-01", &overlap("2026-01-01"));
    check("", "", &overlap("every day"));
    let mut foreign = version("2", "");
    foreign.identity.id = "U".to_owned();
    assert_eq!(check_versions(&[("one.toml", &version("1", "")), ("other.toml", &foreign)]), []);
}

#[test]
fn packs_are_joined_with_those_beside_them_and_never_in_a_circle() {
    let child = |id: &str, parent: &str, more: &str| {
        HEAD.replace("id = \"T\"", &format!("id = \"{id}\"\nextends = \"{parent}\"\n{more}"))
    };
    let parent = format!("{HEAD}{}", clause("1", "rule", &[ALWAYS]));
    let beside = |id: &str| (id == "T").then(|| parse(&parent).unwrap());
    let joined = load_beside(&child("U", "T", ""), &beside).unwrap();
    assert_eq!(joined.pack().clauses[0].from.as_deref(), Some("T"));
    let problem = |text: &str, find: &dyn Fn(&str) -> Option<Pack>| load_beside(text, find).unwrap_err()[0].to_string();
    let missing = child("U", "T", "without = [\"1.2\"]");
    assert_eq!(problem(&missing, &beside), "4:11: there is no clause 1.2");
    let circle = |id: &str| parse(&child(id, if id == "T" { "U" } else { "T" }, "")).ok();
    assert_eq!(problem(&child("U", "T", ""), &circle), "4:11: the pack extends itself by way of U");
}

#[test]
fn five_hundred_rules_of_mixed_conditions_are_checked() {
    let flags =
        ["urgent", "complex", "anonymous", "abusive", "objects", "consents", "overdue", "long", "frail", "loss"];
    let rule = |number: usize| {
        let mixed: Vec<String> = (0..5).map(|step| format!("\"{}\"", flags[(number * 7 + step * 3) % 10])).collect();
        let topics = ["visit", "phone", "letter", "email"][number % 4];
        format!("when = {{ channel = \"{topics}\", flags = [{}] }}\nhandler = \"owner\"", mixed.join(", "))
    };
    let rules: Vec<String> = (0..100).map(rule).collect();
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    let clauses: Vec<String> = (1..6).map(|number| clause(&number.to_string(), "rule", &rules)).collect();
    let found = found(&clauses);
    assert!(found.iter().any(|problem| problem.contains("nobody must settle the matter where everything is as usual")));
}

/// A condition over few values: channels, scopes, and one of three flags wanted, unwanted, or one of several.
fn any_condition() -> impl Strategy<Value = String> {
    let flags = prop::sample::select(vec![
        "",
        "flags = \"urgent\"",
        "no_flags = \"urgent\"",
        "no_flags = [\"urgent\", \"long\"]",
        "any_flags = [\"long\", \"frail\"]",
        "any_flags = [\"urgent\", \"long\"], no_flags = \"frail\"",
    ]);
    let channel = prop::sample::select(vec!["", "channel = \"visit\"", "channel = { not = \"visit\" }"]);
    let scope = prop::sample::select(vec!["", "scope = [\"own\", \"outside\"]", "scope = { not = \"own\" }"]);
    let asked = prop::sample::select(vec!["", "", "asked = \"several\"", "asked = \"one\""]);
    (flags, channel, scope, asked).prop_map(|(flags, channel, scope, asked)| {
        let parts: Vec<&str> = [flags, channel, scope, asked].into_iter().filter(|part| !part.is_empty()).collect();
        format!("{{ {} }}", parts.join(", "))
    })
}

/// Every situation that those conditions can tell apart.
fn all_situations() -> Vec<Situation> {
    let mut situations = Vec::new();
    for channel in [Channel::Visit, Channel::Phone] {
        for scope in [Scope::Own, Scope::Outside, Scope::Department] {
            for people in 1..3 {
                for bits in 0..8_u32 {
                    let of_interest = [Flag::Urgent, Flag::Long, Flag::Frail].into_iter().enumerate();
                    let flags = of_interest.filter(|(at, _)| bits & 1 << at != 0).map(|(_, flag)| flag).collect();
                    let asked = (0..people).map(|number| Asked::new(format!("p{number}"))).collect();
                    situations.push(Situation { channel, scope, asked, flags, ..Situation::default() });
                }
            }
        }
    }
    situations
}

proptest! {
    #[test]
    fn the_checker_finds_a_gap_exactly_where_there_is_one(conditions in prop::collection::vec(any_condition(), 1..7)) {
        let rules: Vec<String> = conditions.iter().map(|when| format!("when = {when}\nhandler = \"owner\"")).collect();
        let mut rules: Vec<&str> = rules.iter().map(String::as_str).collect();
        rules.insert(0, "owner = \"first_asked\"");
        let pack = load(&format!("{HEAD}{}", clause("1", "rule", &rules))).unwrap();
        let unanswered = all_situations().into_iter().any(|situation| decide(&pack, &situation).handler.is_none());
        let told = check(&pack).iter().any(|problem| problem.to_string().contains("nobody must settle"));
        prop_assert_eq!(told, unanswered);
    }
}
