//! The command line: what it prints and how it exits.

use std::path::PathBuf;
use std::process::Command;

/// Runs `shouwen`; answers exit code, output and errors.
fn shouwen(arguments: &[&str]) -> (i32, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_shouwen")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

/// Writes a file into the test's own folder.
fn file(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn systems_are_listed_one_a_line() {
    let (code, out, _) = shouwen(&["systems"]);
    assert_eq!(code, 0);
    let ids: Vec<&str> = out.lines().filter_map(|line| line.split('\t').next()).collect();
    let expected: Vec<&str> = shouwen::rules::systems().iter().map(|source| source.id).collect();
    assert_eq!(ids, expected);
}

#[test]
fn failing_cases_are_named_counted_and_tell_by_the_exit_code() {
    let case = |name: &str, owner: &str| {
        format!(
            r#"{{"system": "A07", "name": "{name}", "ask": "decide", "given": {{"asked": [{{"id": "a"}}]}},
                "expect": {{"owner": "{owner}"}}, "source": "4.2"}}"#
        )
    };
    let good = file("good.json", &format!("[{}]", case("first asked", "a")));
    assert_eq!(shouwen(&["cases", &good]), (0, "1 passed, 0 failed\n".to_owned(), String::new()));
    let mixed = file("mixed.json", &format!(r#"{{"cases": [{}, {}]}}"#, case("one", "a"), case("two", "b")));
    let expected = "FAIL A07 two: expected owner b, found a\n2 passed, 1 failed\n";
    assert_eq!(shouwen(&["cases", &good, &mixed]), (1, expected.to_owned(), String::new()));
    let odd = file(
        "odd.json",
        r#"[{"system": "Z99", "name": "n", "ask": "fact", "given": {"fact": "staff"}, "expect": {}}, 7]"#,
    );
    let (code, out, _) = shouwen(&["cases", &odd]);
    assert_eq!((code, out.lines().last()), (1, Some("0 passed, 2 failed")));
    assert!(out.contains("FAIL Z99 n: expected a system, found no pack `Z99`"), "{out}");
}

#[test]
fn a_situation_is_decided_in_json_and_in_words() {
    let situation = file("situation.json", r#"{"channel": "phone", "asked": [{"id": "a"}], "scope": "department"}"#);
    let (code, out, _) = shouwen(&["decide", "D01", &situation]);
    assert_eq!(code, 0);
    let decision: shouwen::rules::Decision = serde_json::from_str(&out).unwrap();
    assert_eq!(decision.owner.map(|owner| owner.id), Some("a".to_owned()));
    let (code, words, _) = shouwen(&["decide", "D01", &situation, "--explain"]);
    assert_eq!(code, 0);
    assert!(words.contains("handler: department [12.1]"), "{words}");
    assert!(words.contains("progress by handler to owner [14.3]"), "{words}");
    assert!(words.contains("(scope is department)"), "{words}");
}

#[test]
fn why_and_why_not_are_said_in_three_languages() {
    let situation = file("why.json", r#"{"asked": [{"id": "a"}]}"#);
    let (code, out, _) = shouwen(&["decide", "A07", &situation, "--why", "forward"]);
    assert_eq!(code, 0);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("第 4.4 条要求转交承办处，须"), "{out}");
    assert!(lines[1].starts_with("第 4.4 條要求轉交承辦處，須"), "{out}");
    assert!(lines[2].starts_with("Clause 4.4 demands handing the matter on only where"), "{out}");
    let (_, out, _) = shouwen(&["decide", "A07", &situation, "--why", "a"]);
    assert!(out.ends_with("By clause 4.2, a is the owner: the one who was asked first.\n"), "{out}");
}

#[test]
fn a_record_is_assessed_in_json_and_in_words() {
    let ladder = r#"
[[clause]]
ref = "4.99"
gist = "g"
[[clause.sanction]]
violation = "late"
sanctions = "education"
"#;
    let (clauses, cases) = crate::rules_cases::text_of("A07").split_once("# Cases").unwrap();
    let pack = file("ladder.toml", &format!("{clauses}{ladder}# Cases{cases}"));
    let record = file("record.json", r#"{"record": [{"violation": "late"}]}"#);
    let (code, out, err) = shouwen(&["assess", &pack, &record]);
    assert_eq!((code, err.as_str()), (0, ""));
    let assessment: shouwen::rules::Assessment = serde_json::from_str(&out).unwrap();
    assert_eq!(assessment.sanctions[0].clause.as_str(), "4.99");
    assert_eq!(assessment.stamp.pack, "A07");
    let (_, out, _) = shouwen(&["assess", &pack, &record, "--why", "dismissal"]);
    assert!(out.ends_with("The system does not provide for dismissal.\n"), "{out}");
    assert_eq!(shouwen(&["assess", &pack, &record, "--why", "dismisal"]).0, 2);
}

#[test]
fn clauses_are_listed_with_what_follows_or_why_nothing_does() {
    let (code, out, _) = shouwen(&["clauses", "A07"]);
    assert_eq!(code, 0);
    let pack = shouwen::rules::load_system("A07").unwrap();
    let references: Vec<&str> = out.lines().filter_map(|line| line.split('\t').next()).collect();
    let expected: Vec<&str> = pack.pack().clauses.iter().map(|clause| clause.reference.as_str()).collect();
    assert_eq!(references, expected);
    assert!(out.starts_with("1.0\tnothing: 只讲目的 / States a purpose only\n"), "{out}");
    assert!(out.contains("4.2\trule: owner first_asked; facts: channels\n"), "{out}");
    assert!(out.contains("4.7\trule: bars shirk; rule: duty explain; facts: taboo_phrases\n"), "{out}");
    assert_eq!(shouwen(&["clauses", "Z99"]).0, 2);
}

/// A stored decision of system A07, in a file of this name.
fn stored(name: &str) -> String {
    let situation = file(&format!("{name}.json"), r#"{"asked": [{"id": "a"}], "scope": "department"}"#);
    let decision = file(&format!("{name}.stored.json"), "");
    let (code, _, err) = shouwen(&["decide", "A07", &situation, "--store", &decision]);
    assert_eq!((code, err.as_str()), (0, ""));
    decision
}

#[test]
fn a_stored_decision_is_taken_again() {
    let decision = stored("again");
    assert_eq!(
        shouwen(&["decide", "--replay", &decision]),
        (0, "the decision still holds\n".to_owned(), String::new())
    );
    let stored: shouwen::rules::StoredDecision =
        serde_json::from_str(&std::fs::read_to_string(&decision).unwrap()).unwrap();
    assert_eq!(stored.decision.stamp.pack, "A07");
    assert_eq!(stored.decision.stamp.hash.len(), 64);
    assert!(stored.decision.stamp.calendar.starts_with("cn-"));
}

#[test]
fn a_decision_that_holds_no_more_says_what_changed() {
    let decision = stored("changed");
    let newer = crate::rules_cases::text_of("A07").replacen("version = \"1\"", "version = \"2\"", 1);
    let same = file("a07-newer.toml", &newer);
    let (code, out, _) = shouwen(&["decide", "--replay", &decision, &same]);
    assert_eq!(code, 0);
    assert!(out.starts_with("version: then 1, now 2\nhash: then "), "{out}");
    assert!(out.ends_with("the decision still holds\n"), "{out}");
    let other = newer.replace("duties = [\"forward\", \"track\"]", "duties = [\"forward\", \"urge\"]");
    let other = other.replace("handler = \"department\"", "handler = \"lead\"");
    let (code, out, _) = shouwen(&["decide", "--replay", &decision, &file("a07-other.toml", &other)]);
    assert_eq!(code, 1);
    let (_, answer) = out.split_once("the decision does not hold any more:\n").unwrap();
    assert!(answer.starts_with("  handler: then department [4.4], now lead [4.4]\n"), "{answer}");
    assert!(answer.contains("  duty track by owner: then demanded [4.4], now nothing\n"), "{answer}");
    assert!(answer.contains("  duty urge by owner: then nothing, now demanded [4.4]\n"), "{answer}");
}

#[test]
fn a_kept_decision_is_never_overwritten_and_a_newer_form_is_refused() {
    let decision = stored("kept");
    let situation = file("kept.json", r#"{"asked": [{"id": "a"}]}"#);
    assert_eq!(shouwen(&["decide", "A07", &situation, "--store", &decision]).0, 2);
    let newer = std::fs::read_to_string(&decision).unwrap().replacen("\"format\": 1", "\"format\": 9", 1);
    let (code, _, err) = shouwen(&["decide", "--replay", &file("newer.stored.json", &newer)]);
    assert_eq!(code, 2);
    assert!(err.contains("written in format 9, this program reads 1"), "{err}");
}

#[test]
fn the_time_of_a_decision_is_measured() {
    let (code, out, _) = shouwen(&["bench", "decide"]);
    assert_eq!(code, 0);
    let measured: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert!(measured["us"].as_f64().unwrap() > 0.0);
    assert_eq!(shouwen(&["bench", "everything"]).0, 2);
}

#[test]
fn packs_are_checked_with_file_line_and_mend() {
    let sound = file("sound.toml", crate::rules_cases::text_of("A07"));
    assert_eq!(shouwen(&["check", &sound]), (0, "0 errors, 0 warnings\n".to_owned(), String::new()));
    let broken = crate::rules_cases::text_of("A07").replacen("\"find_out\"", "\"findout\"", 1);
    let broken = file("broken.toml", &broken);
    let (code, out, _) = shouwen(&["check", &broken]);
    assert_eq!(code, 1);
    assert!(out.starts_with(&format!("{broken}:")), "{out}");
    assert!(out.contains(": error: `findout` is not a duty; did you mean `find_out`?"), "{out}");
    assert!(out.ends_with("1 errors, 0 warnings\n"), "{out}");
}

#[test]
fn what_cannot_be_carried_out_is_said_and_exits_with_two() {
    let check = |arguments: &[&str], expected: &str| {
        let (code, out, err) = shouwen(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(expected), "{err}");
    };
    check(&[], "usage: shouwen COMMAND");
    check(&["decied"], "`decied` is not a command");
    check(&["cases"], "usage: shouwen cases");
    check(&["cases", "/nowhere/cases.json"], "/nowhere/cases.json: ");
    check(&["cases", &file("text.json", "首问")], "text.json: expected value");
    check(&["decide", "Z99", "x.json"], "there is no system `Z99`");
    check(&["decide", "A07", &file("empty.json", "[]"), "--loud"], "`--loud` is not an option");
    check(&["decide", "A07", &file("odd-situation.json", r#"{"scop": "own"}"#)], "unknown field `scop`");
}

#[test]
fn every_command_explains_itself() {
    for command in ["systems", "cases", "clauses", "decide", "assess", "check", "bench"] {
        let (code, out, _) = shouwen(&[command, "-h"]);
        assert_eq!(code, 0);
        assert!(out.starts_with(&format!("usage: shouwen {command}")), "{out}");
    }
    assert!(shouwen(&["-h"]).1.contains("shouwen COMMAND -h"));
}
