//! Cases that ask when something is due, and what a system states.

use shouwen::rules::*;

use crate::rules_kit::pack_of;

/// Limits that depend on the situation, and facts.
const CLAUSES: &str = r#"
[[clause]]
ref = "2"
gist = "a"
[[clause.rule]]
owner = "first_asked"
duties = [{ duty = "respond", within = { hours = 2 } }, { duty = "register", within = { now = true } }]
[[clause.rule]]
when = { flags = "urgent" }
duties = [{ duty = "settle_in_time", within = { hours = 24 } }]
[[clause]]
ref = "3"
gist = "b"
facts = { channels = ["visit", "phone"], record_fields = ["姓名、电话", "事项（简述）"] }
[[clause.rule]]
when = { on_the_spot = false, no_flags = "urgent" }
duties = [{ duty = "settle_in_time", within = { working_days = 3 } }, { any = ["call_back", "ask_opinion"], within = { promised = true } }]
[[clause]]
ref = "4"
gist = "c"
facts = { channels = "email" }
"#;

/// Runs a case; what it misses, in words.
fn misses(ask: &str, given: &str, expect: &str) -> String {
    let case = format!(r#"{{"name": "n", "ask": "{ask}", "given": {given}, "expect": {expect}}}"#);
    let case: Case = serde_json::from_str(&case).unwrap_or_else(|error| panic!("{case}: {error}"));
    let misses = run_case(&pack_of(CLAUSES), &case);
    misses.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[test]
fn the_system_s_own_limit_is_counted_where_a_case_names_none() {
    let check = |given: &str, due: &str, expected: &str| {
        let given = format!(r#"{{"start": "2026-09-30T10:00:00+08:00", {given}}}"#);
        assert_eq!(misses("due", &given, &format!(r#"{{"due": "{due}"}}"#)), expected, "{given}");
    };
    check(r#""within": {"working_days": 1}"#, "2026-10-08", "");
    check(r#""within": {"hours": 1}"#, "2026-09-30T11:00:00+08:00", "");
    check(r#""situation": {"on_the_spot": false}"#, "2026-10-10", "");
    check(r#""situation": {"on_the_spot": false, "flags": ["urgent"]}"#, "2026-10-01T10:00:00+08:00", "");
    check(r#""situation": {}"#, "2026-09-30T12:00:00+08:00", "");
    check(r#""situation": {"on_the_spot": false}, "duty": "respond""#, "2026-09-30T12:00:00+08:00", "");
    check(r#""situation": {}, "duty": "register""#, "2026-09-30T10:00:00+08:00", "");
    check(r#""duty": "respond""#, "2026-09-30T12:00:00+08:00", "");
    check(r#""duty": "settle_in_time""#, "2026-10-01T10:00:00+08:00", "");
    let late = "expected due 2026-10-09, found 2026-10-10T23:59:59.999+08:00";
    check(r#""situation": {"on_the_spot": false}"#, "2026-10-09", late);
    let none = "expected due 2026-10-09, found no limit that the system sets";
    check(r#""situation": {}, "duty": "settle_in_time""#, "2026-10-09", none);
    check(r#""duty": "guide""#, "2026-10-09", none);
    let promised = "expected due 2026-10-09, found the promised time is the unit's own; it must be given as an amount";
    check(r#""duty": "ask_opinion""#, "2026-10-09", promised);
}

#[test]
fn facts_are_compared_without_blanks_punctuation_or_script() {
    let check = |fact: &str, expect: &str, expected: &str| {
        assert_eq!(misses("fact", &format!(r#"{{"fact": "{fact}"}}"#), expect), expected, "{expect}");
    };
    check("record_fields", r#"{"includes": ["姓名", "电 话", "電話", "事项简述"], "clauses": ["3"]}"#, "");
    check("record_fields", r#"{"includes": ["地址"]}"#, "expected to include 地址, found 姓名、电话; 事项（简述）");
    check("channels", r#"{"includes": ["visit", "email"], "clauses": ["3", "4"]}"#, "");
    check("channels", r#"{"equals": ["email", "phone", "visit"]}"#, "");
    check("channels", r#"{"equals": ["visit"]}"#, "expected exactly visit, found visit; phone; email");
    check(
        "channels",
        r#"{"includes": ["fax"], "clauses": ["2"]}"#,
        "expected to include fax, found visit; phone; email; expected clause 2, found 3, 4",
    );
    check("staff", r#"{"includes": ["员工"]}"#, "expected to include 员工, found ");
}
