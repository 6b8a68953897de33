//! The contract's words: spelling, defaults and JSON forms.

use std::collections::BTreeSet;

use shouwen::rules::{
    Channel, ClauseRef, DutyCode, Eligible, Flag, Flags, HandlerRole, Limit, MatterKind, Scope, Situation,
};

#[test]
fn every_code_parses_as_it_is_spelt() {
    fn check<T: std::str::FromStr + std::fmt::Display + Copy + PartialEq + std::fmt::Debug>(all: &[T], count: usize) {
        assert_eq!(all.len(), count);
        let spellings: BTreeSet<String> = all.iter().map(ToString::to_string).collect();
        assert_eq!(spellings.len(), count, "two codes are spelt alike");
        for code in all {
            assert_eq!(code.to_string().parse::<T>().ok(), Some(*code));
        }
    }
    check(Channel::ALL, 13);
    check(MatterKind::ALL, 10);
    check(Scope::ALL, 7);
    check(Flag::ALL, 25);
    check(DutyCode::ALL, 59);
    check(HandlerRole::ALL, 11);
}

#[test]
fn a_mistyped_code_is_answered_with_the_nearest() {
    let check = |text: &str, expected: &str| {
        assert_eq!(text.parse::<DutyCode>().map_err(|error| error.to_string()), Err(expected.to_owned()));
    };
    check("settle_nwo", "`settle_nwo` is not a duty; did you mean `settle_now`?");
    check("办结", "`办结` is not a duty");
}

#[test]
fn what_a_situation_leaves_out_takes_its_first_value() {
    let situation: Situation = serde_json::from_str("{}").unwrap();
    assert_eq!(situation, Situation::default());
    assert_eq!((situation.channel, situation.scope, situation.eligible), (Channel::Visit, Scope::Own, Eligible::Yes));
    assert!(situation.on_the_spot);
}

#[test]
fn a_situation_survives_its_json() {
    let text = r#"{"channel":"phone","matter":"defect","asked":[{"id":"a","rank":3,"at_post":false},{"id":"b","responded":1}],
        "scope":"several","handler":"none","on_the_spot":false,"materials":"incomplete","eligible":"unsure","topic":"filing",
        "flags":["loss","urgent","urgent"]}"#;
    let situation: Situation = serde_json::from_str(text).unwrap();
    assert_eq!(situation.flags, [Flag::Urgent, Flag::Loss].into_iter().collect::<Flags>());
    let again: Situation = serde_json::from_str(&serde_json::to_string(&situation).unwrap()).unwrap();
    assert_eq!(again, situation);
}

#[test]
fn a_situation_with_an_unknown_word_is_refused() {
    let check = |text: &str, expected: &str| {
        let message = serde_json::from_str::<Situation>(text).unwrap_err().to_string();
        assert!(message.contains(expected), "{message}");
    };
    check(r#"{"chanel": "visit"}"#, "unknown field `chanel`");
    check(r#"{"channel": "vist"}"#, "did you mean `visit`?");
    check(r#"{"flags": ["urgnt"]}"#, "did you mean `urgent`?");
    check(r#"{"asked": [{"id": "a", "duty": true}]}"#, "unknown field `duty`");
}

#[test]
fn limits_are_written_as_the_contract_says() {
    let check = |text: &str, expected: Limit| {
        assert_eq!(serde_json::from_str::<Limit>(text).unwrap(), expected);
        assert_eq!(serde_json::to_string(&expected).unwrap(), text);
    };
    check(r#"{"working_days":3}"#, Limit::WorkingDays(3));
    check(r#"{"hours":24}"#, Limit::Hours(24));
    check(r#"{"now":true}"#, Limit::Now);
    check(r#"{"promised":true}"#, Limit::Promised);
    let refuse = |text: &str, expected: &str| {
        let message = serde_json::from_str::<Limit>(text).unwrap_err().to_string();
        assert!(message.contains(expected), "{message}");
    };
    refuse(r#"{"weeks":3}"#, "`weeks` is not a unit");
    refuse(r#"{"days":0}"#, "whole number from 1");
    refuse(r#"{"days":-1}"#, "whole number from 1");
    refuse(r#"{"days":99999999999}"#, "whole number from 1");
    refuse(r#"{"now":false}"#, "takes no amount");
    refuse(r#"{"hours":1,"days":1}"#, "exactly one unit");
    refuse("{}", "exactly one unit");
}

#[test]
fn clause_references_are_paths_of_numbers() {
    let check = |text: &str| assert_eq!(text.parse::<ClauseRef>().unwrap().to_string(), text);
    ["4", "4.8", "p2.1", "3.1.6", "10.12.3", "0"].into_iter().for_each(check);
    let refuse = |text: &str| assert!(text.parse::<ClauseRef>().is_err(), "{text}");
    ["", "p", "4.", ".4", "4..8", "四", "4.a", "1.2.3.4.5.6.7.8.9", "4 8"].into_iter().for_each(refuse);
}

#[test]
fn a_deeper_citation_satisfies_its_parent() {
    let check = |cited: &str, wanted: &str, expected: bool| {
        let (cited, wanted): (ClauseRef, ClauseRef) = (cited.parse().unwrap(), wanted.parse().unwrap());
        assert_eq!(cited.satisfies(&wanted), expected, "{cited} {wanted}");
    };
    check("2.2.2", "2.2", true);
    check("2.2", "2.2", true);
    check("2.2", "2.2.2", false);
    check("2.21", "2.2", false);
}
