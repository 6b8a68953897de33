//! Assessing a record by a system's accountability clauses.

use shouwen::rules::*;

use crate::rules_kit::pack_of;

/// A pack whose clauses are given; it has one owner rule besides.
fn pack(clauses: &str) -> CompiledPack {
    let owner = r#"
[[clause]]
ref = "1"
gist = "谁先接待谁负责"
[[clause.rule]]
owner = "first_asked"
"#;
    pack_of(&format!("{owner}{clauses}"))
}

/// Assesses a record written as JSON; one word a sanction, with its clauses and `?` where there is a choice.
fn sanctions(pack: &CompiledPack, given: &str) -> String {
    let given: AssessmentGiven = serde_json::from_str(given).unwrap();
    let words = assess(pack, &given).sanctions.into_iter().map(|line| {
        let clauses: Vec<&str> = std::iter::once(&line.clause).chain(&line.also).map(ClauseRef::as_str).collect();
        format!("{}{}@{}", line.code, if line.alternatives { "?" } else { "" }, clauses.join("+"))
    });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_rung_applies_where_all_its_conditions_hold() {
    let pack = pack(
        r#"
[[clause]]
ref = "2"
gist = "a"
[[clause.sanction]]
violation = ["shirk", "cold"]
no_consequence = "serious"
sanctions = "education"
[[clause.sanction]]
consequence = ["harm", "serious"]
sanctions = "warning"
[[clause.sanction]]
consequences = ["complaint", "image"]
sanctions = "demerit"
[[clause.sanction]]
violation = "late"
consequence = "none"
role = "handler"
sanctions = "rectify"
[[clause.sanction]]
violation = "late"
scope = "department"
sanctions = "pay_cut"
"#,
    );
    let check = |entry: &str, expected: &str| {
        assert_eq!(sanctions(&pack, &format!(r#"{{"record": [{entry}]}}"#)), expected, "{entry}");
    };
    check(r#"{"violation": "shirk"}"#, "education@2");
    check(r#"{"violation": "cold", "consequence": "harm"}"#, "education@2 warning@2");
    check(r#"{"violation": "shirk", "consequence": ["serious"]}"#, "warning@2");
    check(r#"{"violation": "rude", "consequence": "complaint"}"#, "");
    check(r#"{"violation": "rude", "consequence": ["image", "complaint"]}"#, "demerit@2");
    check(r#"{"violation": "late"}"#, "");
    check(r#"{"violation": "late", "role": "handler"}"#, "rectify@2");
    check(r#"{"violation": "late", "role": "handler", "consequence": "none"}"#, "rectify@2");
    check(r#"{"violation": "late", "scope": "department"}"#, "pay_cut@2");
}

/// The third time is worse; three admonitions of any kind within a year cost the post.
const LADDER: &str = r#"
[[clause]]
ref = "4"
gist = "a"
[[clause.sanction]]
violation = ["shirk", "not_assisted"]
time = 1
sanctions = "rectify"
[[clause.sanction]]
violation = ["shirk", "not_assisted"]
time = 2
sanctions = ["circulated_criticism", "no_award"]
[[clause.sanction]]
violation = ["shirk", "not_assisted"]
time = 3
or_later = true
sanctions = "deduct_bonus"
one_of = ["suspend_post", "transfer_post"]
[[clause]]
ref = "7"
gist = "b"
[[clause.sanction]]
violation = "no_guide"
sanctions = "admonition"
[[clause]]
ref = "8"
gist = "c"
[[clause.sanction]]
violation = "no_explanation"
consequence = "quarrel"
sanctions = "admonition"
[[clause]]
ref = "9"
gist = "d"
[[clause.sanction]]
tally = { of = "admonition", at_least = 2, with_this = true, same_year = true }
sanctions = "not_excellent"
[[clause.sanction]]
tally = { of = "admonition", at_least = 3, with_this = true, same_year = true }
sanctions = ["incompetent", "transfer_post"]
"#;

#[test]
fn a_ladder_counts_earlier_entries_under_the_same_clause_and_names_one_rung() {
    let pack = pack(LADDER);
    let check = |violations: &[&str], expected: &str| {
        let record: Vec<String> = violations.iter().map(|code| format!(r#"{{"violation": "{code}"}}"#)).collect();
        assert_eq!(sanctions(&pack, &format!(r#"{{"record": [{}]}}"#, record.join(","))), expected, "{violations:?}");
    };
    let third = "deduct_bonus@4 suspend_post?@4 transfer_post?@4";
    check(&["shirk"], "rectify@4");
    check(&["shirk", "not_assisted"], "circulated_criticism@4 no_award@4");
    check(&["shirk", "late", "not_assisted", "shirk"], third);
    check(&["shirk", "shirk", "shirk", "shirk"], third);
    check(&["shirk", "shirk", "no_guide"], "admonition@7");
    check(&["late"], "");
    check(&[], "");
}

#[test]
fn a_tally_counts_what_was_given_by_the_record_or_before_it() {
    let pack = pack(LADDER);
    let check = |record: &str, prior: &str, expected: &str| {
        let given = format!(r#"{{"record": [{record}], "prior": {{{prior}}}}}"#);
        assert_eq!(sanctions(&pack, &given), expected, "{given}");
    };
    let guide = |at: &str| format!(r#"{{"violation": "no_guide", "at": "{at}"}}"#);
    let quarrel = r#"{"violation": "no_explanation", "consequence": "quarrel"}"#;
    let third = "admonition@7 incompetent@9 transfer_post@9";
    check(r#"{"violation": "no_guide"}"#, "", "admonition@7");
    check(r#"{"violation": "no_guide"}"#, r#""admonition": 1"#, "admonition@7 not_excellent@9");
    check(r#"{"violation": "no_guide"}"#, r#""admonition": 2"#, third);
    check(r#"{"violation": "no_guide"}"#, r#""education": 5"#, "admonition@7");
    let mixed = format!("{}, {quarrel}, {}", guide("2026-01-05"), guide("2026-12-30"));
    check(&mixed, "", third);
    check(&mixed, r#""admonition": 2"#, third);
    let two_years = [guide("2025-12-30"), guide("2026-01-05"), guide("2026-06-01")].join(",");
    check(&two_years, "", "admonition@7 not_excellent@9");
    check(r#"{"violation": "late"}"#, r#""admonition": 2"#, "not_excellent@9");
}

#[test]
fn a_rung_hides_those_that_it_is_over() {
    let pack = pack(
        r#"
[[clause]]
ref = "2.1"
gist = "a"
[[clause.sanction]]
violation = "rude"
sanctions = "verbal_warning"
[[clause]]
ref = "2.2"
gist = "b"
[[clause.sanction]]
violation = "rude"
sanctions = "criticism"
[[clause]]
ref = "3"
gist = "c"
[[clause.sanction]]
violation = "rude"
consequence = "complaint"
over = "2"
sanctions = ["criticism", "warning"]
[[clause]]
ref = "4"
gist = "d"
[[clause.sanction]]
consequence = "complaint"
one_of = ["warning", "demerit"]
"#,
    );
    assert_eq!(sanctions(&pack, r#"{"record": [{"violation": "rude"}]}"#), "verbal_warning@2.1 criticism@2.2");
    let complaint = r#"{"record": [{"violation": "rude", "consequence": "complaint"}]}"#;
    assert_eq!(sanctions(&pack, complaint), "criticism@3 warning@3+4 demerit?@4");
}

#[test]
fn circumstances_weigh_and_the_side_that_answers_is_named() {
    let pack = pack(
        r#"
[[clause]]
ref = "2"
gist = "a"
[[clause.sanction]]
violation = "not_contacted"
liable = ["handler", "head"]
sanctions = "education"
[[clause.sanction]]
violation = "rude"
sanctions = "education"
[[clause]]
ref = "3"
gist = "b"
[[clause.weight]]
mitigating = ["apologised", "admitted"]
weight = ["lighter", "waived"]
[[clause]]
ref = "4"
gist = "c"
[[clause.weight]]
aggravating = "retaliated"
weight = "heavier"
"#,
    );
    let check = |record: &str, weight: &str, liable: &str, clauses: &str| {
        let given = serde_json::from_str(&format!(r#"{{"record": [{record}]}}"#)).unwrap();
        let assessment = assess(&pack, &given);
        let join = |words: Vec<String>| words.join(" ");
        assert_eq!(join(assessment.weight.iter().map(|line| line.code.to_string()).collect()), weight, "{record}");
        assert_eq!(join(assessment.liable.iter().map(|line| line.code.to_string()).collect()), liable, "{record}");
        assert_eq!(join(assessment.clauses().iter().map(ToString::to_string).collect()), clauses, "{record}");
    };
    check(r#"{"violation": "not_contacted"}"#, "normal", "handler head", "2");
    check(r#"{"violation": "rude", "mitigating": ["admitted"]}"#, "lighter waived", "owner", "2 3");
    check(
        r#"{"violation": "rude", "role": "next_handler", "aggravating": ["retaliated"]}"#,
        "heavier",
        "next_handler",
        "2 4",
    );
    let both = r#"{"violation": "rude", "mitigating": ["apologised"], "aggravating": ["retaliated"]}"#;
    check(both, "lighter waived heavier", "owner", "2 3 4");
    check(r#"{"violation": "rude", "mitigating": ["apologised"]}, {"violation": "rude"}"#, "normal", "owner", "2");
}

#[test]
fn a_case_about_a_record_says_what_it_misses() {
    let pack = pack(LADDER);
    let check = |expect: &str, expected: &str| {
        let case = format!(
            r#"{{"name": "n", "ask": "assess", "given": {{"record": [{{"violation": "shirk"}}]}}, "expect": {expect}}}"#
        );
        let case: Case = serde_json::from_str(&case).unwrap();
        let misses: Vec<String> = run_case(&pack, &case).iter().map(ToString::to_string).collect();
        assert_eq!(misses.join("; "), expected);
    };
    check(r#"{"sanctions": ["rectify"], "weight": "normal", "liable": ["owner"], "clauses": ["4"]}"#, "");
    check(r#"{"sanctions": ["education"]}"#, "expected sanction education, found rectify");
    check(r#"{"not_sanctions": ["rectify"]}"#, "expected no sanction rectify, found rectify");
    check(r#"{"weight": ["lighter"]}"#, "expected weight lighter, found normal");
    check(r#"{"liable": ["head"]}"#, "expected liable head, found owner");
    check(r#"{"clauses": ["9"]}"#, "expected clause 9, found 4");
}

#[test]
fn the_day_of_an_entry_is_a_date() {
    let read = |at: &str| {
        serde_json::from_str::<RecordEntry>(&format!(r#"{{"violation": "late", "at": "{at}"}}"#))
            .map(|entry| entry.at.map(|at| at.to_string()))
            .map_err(|error| error.to_string())
    };
    assert_eq!(read("2026-01-31"), Ok(Some("2026-01-31".to_owned())));
    assert_eq!(read("2026-01-31T08:00:00+08:00"), Ok(Some("2026-01-31".to_owned())));
    assert!(read("last year").unwrap_err().contains("`last year` is not a date"));
}
