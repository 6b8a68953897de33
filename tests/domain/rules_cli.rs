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
fn packs_are_checked_with_file_line_and_mend() {
    let sound = file("sound.toml", shouwen::rules::systems()[0].text);
    assert_eq!(shouwen(&["check", &sound]), (0, "0 errors, 0 warnings\n".to_owned(), String::new()));
    let broken = shouwen::rules::systems()[0].text.replacen("\"find_out\"", "\"findout\"", 1);
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
    for command in ["systems", "cases", "decide", "check"] {
        let (code, out, _) = shouwen(&[command, "-h"]);
        assert_eq!(code, 0);
        assert!(out.starts_with(&format!("usage: shouwen {command}")), "{out}");
    }
    assert!(shouwen(&["-h"]).1.contains("shouwen COMMAND -h"));
}
