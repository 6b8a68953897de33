//! Reading packs: what bad text gets, and that no text can do harm.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use shouwen::rules::pack::{PACK_BYTES_MAX, ProblemKind, check, parse};
use shouwen::rules::{load, systems};

use crate::worst_packs::worst_packs;

/// A pack in which everything is in order; tests put their mistake at the end of it.
const HEAD: &str = r#"format = 1

[system]
id = "T"
title = { zh = "试", en = "Trial" }
sector = "company"
source = "ours"
version = "1"

[[clause]]
ref = "1"
gist = { zh = "谁先接待谁负责", en = "Who receives owns" }

[[clause.rule]]
owner = "first_asked"
handler = "owner"
"#;

/// Lists what is wrong with the head and `rest` behind it.
fn problems(rest: &str) -> Vec<String> {
    let text = format!("{HEAD}\n{rest}");
    match load(&text) {
        Ok(pack) => check(&pack).iter().map(ToString::to_string).collect(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_mistake_is_named_with_its_place_and_the_mend() {
    assert_eq!(problems(""), Vec::<String>::new());
    let check = |rest: &str, expected: &str| assert_eq!(problems(rest), [expected], "{rest}");
    let rule = |rule: &str| format!("[[clause.rule]]\n{rule}");
    check(&rule(r#"duties = ["regster"]"#), "19:11: `regster` is not a duty; did you mean `register`?");
    check(&rule(r#"handler = "departmnt""#), "19:11: `departmnt` is not a handler role; did you mean `department`?");
    check(&rule("barred = 3"), "19:10: `barred` needs a text in quotes, but here is integer");
    check(&rule(r#"dutys = ["register"]"#), "19:1: rule has no `dutys`; did you mean `duties`?");
    check(&rule("when = { scop = \"own\" }\nbarred = \"leak\""), "19:10: when has no `scop`; did you mean `scope`?");
    check(&rule("forms = []"), "19:9: `forms` is empty; name at least one, or leave the key out");
    check(
        &rule("when = { flags = \"urgent\" }"),
        "18:1: this rule has no consequence; give it an owner, handler, answerable, duties, waives, forms or barred",
    );
    check(&rule("over = \"7\"\nbarred = \"leak\""), "18:1: there is no clause 7");
    check(
        &rule("over = \"x\"\nbarred = \"leak\""),
        "19:8: `x` is not a clause reference; write the source's numbering in digits with dots, at most 15 characters, e.g. `4.8` or `p2.1`",
    );
    check(
        &rule(r#"duties = [{ duty = "forward", within = { weeks = 1 } }]"#),
        "19:40: `weeks` is not a unit of time limits; use minutes, hours, days, working_days, months, visits, rings, now or promised",
    );
    check(
        &rule("when = { owner = { operator = true } }\nowner = \"senior\""),
        "18:1: a rule that names the owner cannot depend on who the owner is; choose with `among` instead",
    );
    check(
        &rule("when = { flags = \"urgent\", no_flags = [\"urgent\", \"long\"] }\nbarred = \"leak\""),
        "18:1: this rule never applies: it wants a flag that it also excludes",
    );
    check(
        &rule("when = { any_flags = \"urgent\", no_flags = [\"urgent\", \"long\"] }\nbarred = \"leak\""),
        "18:1: this rule never applies: it wants a flag that it also excludes",
    );
    check(&rule("duties = [\"track\"]\nwaives = \"track\""), "18:1: this rule both demands and waives `track`");
    check(
        &rule(
            r#"when = { topic = "filing" }
handler = "lead""#,
        ),
        "18:1: `filing` is not one of the pack's topics; declare it under [[topic]]",
    );
    check(
        &rule("when = { eligible = { not = [\"yes\", \"no\", \"unsure\"] } }\nhandler = \"lead\""),
        "19:21: `eligible` allows no value, so the rule never applies",
    );
    check(
        "[[clause]]\nref = \"1\"\ngist = \"x\"\n[[clause.rule]]\nbarred = \"leak\"",
        "18:1: clause 1 is already written above; join the two",
    );
    check(
        "[[clause]]\nref = \"2\"\ngist = \"x\"",
        "18:1: nothing follows from clause 2; give it a rule, facts or a sanction, or say why not with `unformalised`",
    );
    check("[[clause]]\ngist = \"x\"\nunformalised = \"y\"", "18:1: clause needs `ref`");
    check("[[clauses]]", "18:3: the pack has no `clauses`; did you mean `clause`?");
    check(
        "[[clause]]\nref = \"2\"\ngist = \"首问\"\nfacts = { stuff = \"首\" }",
        "21:11: `stuff` is not a fact; did you mean `staff`?",
    );
}

#[test]
fn several_mistakes_are_named_at_once() {
    let found = problems("[[clause.rule]]\nduties = [\"regster\", \"tarck\"]\nhandlr = \"owner\"");
    assert_eq!(
        found,
        [
            "19:11: `regster` is not a duty; did you mean `register`?",
            "19:22: `tarck` is not a duty; did you mean `track`?",
            "20:1: rule has no `handlr`; did you mean `handler`?",
        ]
    );
}

#[test]
fn a_case_that_fails_or_cannot_be_read_is_named() {
    let case = |rest: &str| problems(&format!("[[case]]\nname = \"n\"\nask = \"decide\"\n{rest}"));
    assert_eq!(
        case("given = { asked = [{ id = \"a\" }] }\nexpect = { handler = \"lead\" }"),
        ["18:1: the case “n” fails: expected handler lead, found owner"]
    );
    let unreadable = case("given = { chanel = \"visit\" }\nexpect = {}");
    assert_eq!(unreadable.len(), 1);
    assert!(unreadable[0].contains("the case cannot be read: in `given`: unknown field `chanel`"), "{unreadable:?}");
}

#[test]
fn what_a_pack_leaves_open_is_told_with_an_example() {
    let text =
        HEAD.replace("owner = \"first_asked\"\nhandler = \"owner\"", "when = { scope = \"own\" }\nhandler = \"owner\"");
    let pack = load(&text).unwrap();
    let found: Vec<String> = check(&pack).iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "1:1: nobody is the owner where everything is as usual; add a rule, or say with [[silent]] that the text does not tell",
            "1:1: nobody must settle the matter where scope = colleague; add a rule, or say with [[silent]] that the text does not tell"
        ]
    );
}

#[test]
fn foreign_newer_and_huge_texts_are_refused_in_words() {
    let check = |text: &str, expected: &str| {
        let problems = parse(text).unwrap_err();
        assert_eq!(problems[0].to_string(), expected);
    };
    check("", "1:1: the pack needs `format`");
    check("{\"system\": 1}", "1:1: this is not TOML: invalid key-value pair, expected key");
    check("format = 2", "1:10: the pack is written in format 2, this program reads format 1; use a newer program");
    check("format = \"1\"", "1:10: `format` needs a whole number, but here is string");
    check(
        &"#".repeat(PACK_BYTES_MAX + 1),
        "1:1: the pack has 1000001 bytes; at most 1000000 are read. Split it, or leave out what is not the system's",
    );
    let long = HEAD.replace("Trial", &"x".repeat(5_000));
    check(&long, "5:26: `en` has 5000 characters, at most 4000 are allowed");
}

#[test]
fn rules_that_prevail_in_a_circle_are_refused() {
    let clause = |reference: &str, over: &str| {
        format!(
            "[[clause]]\nref = \"{reference}\"\ngist = \"g\"\n[[clause.rule]]\nover = \"{over}\"\nhandler = \"lead\"\n"
        )
    };
    let found = problems(&format!("{}{}", clause("2", "3"), clause("3", "2")));
    assert_eq!(found, ["21:1: clauses 2, 3 prevail over each other in a circle; remove one `over`"]);
}

#[test]
fn a_pack_that_extends_an_unknown_one_is_refused() {
    let text = HEAD.replace("version = \"1\"", "version = \"1\"\nextends = \"A7\"");
    let problems = load(&text).unwrap_err();
    assert_eq!(problems[0].to_string(), "9:11: there is no pack `A7` to extend; did you mean `A07`?");
}

#[test]
fn dates_are_dates() {
    let check = |dates: &str, expected: &str| {
        let problems = load(&HEAD.replace("version = \"1\"", &format!("version = \"1\"\n{dates}"))).unwrap_err();
        assert_eq!(problems[0].to_string(), expected);
    };
    check("valid_from = \"2026-01-01\"", "9:14: `valid_from` needs a date such as 2026-01-31, without quotes");
    check(
        "valid_from = 2026-02-01\nvalid_to = 2026-01-01",
        "3:1: `valid_to` needs a date such as 2026-01-31 that is not before `valid_from`",
    );
}

#[test]
fn the_example_of_the_documentation_is_a_sound_pack() {
    let page = include_str!("../../docs/packs.md");
    let blocks = page.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let pack: String = blocks.filter(|block| !block.starts_with("duties")).collect();
    let pack = load(&pack).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(pack.pack().clauses.len(), 8);
    assert_eq!(pack.pack().clauses[4].ladder[0].time, [1, 2]);
    let left_open: Vec<String> = check(&pack).iter().map(ToString::to_string).collect();
    let open = "1:1: nobody must settle the matter where everything is as usual; add a rule, or say with [[silent]] that the text does not tell";
    assert_eq!(left_open, [open]);
}

#[test]
fn sanctions_are_read_and_checked() {
    let check = |sanction: &str, expected: &[&str]| {
        let rest = format!("[[clause]]\nref = \"2\"\ngist = \"g\"\n[[clause.sanction]]\n{sanction}");
        assert_eq!(problems(&rest), expected, "{sanction}");
    };
    check("violation = \"shirk\"\ntime = [1, 2]\nor_later = true\nsanctions = [\"education\", \"warning\"]", &[]);
    check("tally = { of = \"admonition\", at_least = 2, with_this = true }\none_of = [\"demotion\", \"pay_cut\"]", &[]);
    check(
        "violation = \"shrik\"\nsanctions = \"education\"",
        &["22:13: `shrik` is not a violation; did you mean `shirk`?"],
    );
    check("violation = \"shirk\"", &["21:1: sanction needs `sanctions`"]);
    check("time = 0\nsanctions = \"education\"", &["22:8: `time` needs a whole number from 1, but here is integer"]);
    check("tally = { of = \"admonition\" }\nsanctions = \"education\"", &["22:9: tally needs `at_least`"]);
    check("over = \"9\"\nsanctions = \"education\"", &["21:1: there is no clause 9"]);
    let weight = "[[clause]]\nref = \"2\"\ngist = \"g\"\n[[clause.weight]]\nmitigating = \"apologised\"\nweight = [\"lighter\", \"waived\"]";
    assert_eq!(problems(weight), Vec::<String>::new());
}

#[test]
fn deep_nesting_is_refused_quickly() {
    for text in [
        format!("format = {}", "[".repeat(200_000)),
        format!("format = {}", "{ a = ".repeat(100_000)),
        format!("{} = 1", vec!["a"; 100_000].join(".")),
    ] {
        assert!(parse(&text).is_err());
    }
}

#[test]
fn of_a_long_text_the_first_mistake_in_the_notation_is_told() {
    let mistakes = |lines: usize| {
        let text = format!("{HEAD}a\nb\n{}", "# words\n".repeat(lines));
        let problems = parse(&text).unwrap_err();
        problems.into_iter().filter(|problem| matches!(problem.kind, ProblemKind::Syntax(_))).collect::<Vec<_>>()
    };
    let all = mistakes(1);
    assert!(all.len() > 1, "{all:?}");
    assert_eq!(mistakes(20_000), all[..1]);
}

/// The largest texts that are read at all, each the worst of its kind, are done within seconds even unoptimised, and what is
/// said about them stays short enough to be shown.
#[test]
fn a_megabyte_of_anything_is_read_in_bounded_time() {
    for text in worst_packs() {
        let begun = Instant::now();
        let problems = match load(&text) {
            Ok(pack) => check(&pack),
            Err(problems) => problems,
        };
        let took = begun.elapsed();
        let shown: String = text.chars().skip(text.chars().count() - 40).collect();
        assert!(took < Duration::from_secs(20), "{shown:?} took {took:?}");
        assert!(problems.len() <= 1_000, "{shown:?}: {} problems", problems.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_text_makes_the_parser_panic(text in "(?s).{0,400}") {
        prop_assert!(parse(&text).is_err());
    }

    #[test]
    fn no_bytes_make_the_parser_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(parse(&text).is_err());
    }

    /// Cuts a pack, or puts something into it, at any place: it is read, or every problem has a place in the text.
    #[test]
    fn a_damaged_pack_is_read_or_refused_with_places(
        which in 0..systems().len(),
        at in any::<prop::sample::Index>(),
        length in 0..60_usize,
        put in "[\\[\\]{}=\"a-z0-9, \n]{0,12}",
    ) {
        let text = systems()[which].text;
        let boundary = |mut at: usize| {
            while !text.is_char_boundary(at) {
                at += 1;
            }
            at
        };
        let start = boundary(at.index(text.len()));
        let end = boundary((start + length).min(text.len()));
        let damaged = format!("{}{put}{}", &text[..start], &text[end..]);
        let lines = u32::try_from(damaged.lines().count()).unwrap() + 1;
        match load(&damaged) {
            Ok(pack) => {
                let problems = check(&pack);
                prop_assert!(problems.iter().all(|problem| problem.place.line <= lines));
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!((1..=lines).contains(&problem.place.line), "{problem}");
                }
            }
        }
    }
}
