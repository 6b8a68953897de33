//! Why, and why not, in sentences.

use shouwen::rules::pack::Words;
use shouwen::rules::*;

use crate::rules_kit::pack_of;

/// Rules, exceptions and ladders to ask about.
const CLAUSES: &str = r#"
[[topic]]
code = "filing"
title = { zh = "立案", en = "Filing" }
[[clause]]
ref = "1"
gist = "a"
[[clause.rule]]
when = { channel = "phone" }
owner = { by = "on_duty", among = { operator = false } }
[[clause.rule]]
owner = ["senior", "longest_tenure"]
[[clause]]
ref = "2"
gist = "b"
[[clause.rule]]
when = { channel = ["visit", "kiosk"], flags = "frail", no_flags = ["abusive", "post_bound"] }
duties = "guide"
[[clause.rule]]
when = { topic = "filing", on_the_spot = false, any_flags = ["urgent", "complex"], owner = { named = true } }
duties = "track"
[[clause.rule]]
duties = ["register", "feedback"]
[[clause]]
ref = "3"
gist = "c"
[[clause.rule]]
when = { flags = "anonymous" }
waives = "feedback"
[[clause]]
ref = "4"
gist = "d"
[[clause.sanction]]
violation = ["shirk", "cold"]
consequences = "complaint"
role = "handler"
scope = "department"
time = 2
or_later = true
sanctions = "warning"
[[clause.sanction]]
tally = { of = ["warning", "demerit"], at_least = 3 }
one_of = ["demotion", "pay_cut"]
[[clause]]
ref = "5"
gist = "e"
[[clause.sanction]]
violation = "late"
no_consequence = "serious"
sanctions = "education"
[[clause]]
ref = "6"
gist = "f"
[[clause.sanction]]
violation = "late"
consequence = ["harm", "loss"]
over = "5"
sanctions = "criticism"
"#;

fn pack() -> CompiledPack {
    pack_of(CLAUSES)
}

/// A pack whose rules may find nobody.
fn picky() -> CompiledPack {
    let clause = |number: u32, owner: &str| {
        format!("[[clause]]\nref = \"{number}\"\ngist = \"g\"\n[[clause.rule]]\nowner = {owner}\n")
    };
    let first = clause(1, "{ by = \"first_asked\", among = { operator = false } }");
    pack_of(&format!("{first}{}", clause(2, "\"on_duty\"")))
}

/// Compares sentences with English and Chinese ones.
#[track_caller]
fn check(found: &[Words], expected: &[(&str, &str)]) {
    let found: Vec<(&str, &str)> = found.iter().map(|words| (words.en.as_str(), words.zh.as_str())).collect();
    assert_eq!(found, expected);
}

fn situation(json: &str) -> Situation {
    serde_json::from_str(json).unwrap()
}

#[test]
fn a_duty_says_which_clause_demands_it_or_which_condition_fails() {
    let ask = |json: &str, code: DutyCode| explain_duty(&pack(), &situation(json), code);
    check(&ask("{}", DutyCode::Register), &[("Clause 2 demands writing the matter down.", "第 2 条要求登记。")]);
    check(
        &ask("{}", DutyCode::Urge),
        &[("The system never demands pressing whoever is late.", "本制度在任何情形下都不要求催办督办。")],
    );
    check(
        &ask(r#"{"channel": "phone", "flags": ["abusive"]}"#, DutyCode::Guide),
        &[(
            "Clause 2 demands leading the visitor there only where it comes in person or it comes from the kiosk (here it comes by telephone) and the visitor needs physical help (here it is not so), unless the visitor makes trouble without reason (here it is so).",
            "第 2 条要求领到承办处，须当面来访或自助机登记（现为：来电），且服务对象需要搀扶（现非如此），且没有“服务对象无理取闹”的情形（现有此情形）。",
        )],
    );
    check(
        &ask(r#"{"flags": ["frail", "post_bound"]}"#, DutyCode::Guide),
        &[(
            "Clause 2 demands leading the visitor there only unless the first contact cannot leave the post (here it is so).",
            "第 2 条要求领到承办处，须没有“首问人员不能离岗”的情形（现有此情形）。",
        )],
    );
    check(
        &ask(r#"{"asked": [{"id": "a"}]}"#, DutyCode::Track),
        &[(
            "Clause 2 demands following it to the end only where it cannot be settled at once (here it can be settled at once) and its topic is “Filing” (here it has no topic) and the owner is named by the visitor (here it is not so) and the matter is urgent or the matter is complex (here it is not so).",
            "第 2 条要求跟踪到办结，须不能当场办（现为：能当场办），且专题是“立案”（现为：没有专题），且首问责任人是服务对象点名要找的人（现非如此），且事情紧急或情况复杂（现非如此）。",
        )],
    );
    check(
        &ask(r#"{"flags": ["anonymous"]}"#, DutyCode::Feedback),
        &[(
            "Clause 2 would demand telling the result, but clause 3 makes an exception here.",
            "第 2 条本来要求反馈结果，但第 3 条规定此时不要求。",
        )],
    );
}

#[test]
fn a_person_is_told_why_another_is_the_owner() {
    let ask = |json: &str, id: &str| explain_owner(&pack(), &situation(json), id);
    let two = r#"{"asked": [{"id": "a", "rank": 2}, {"id": "b", "rank": 1, "on_duty": true}]}"#;
    check(
        &ask(two, "a"),
        &[(
            "By clause 1, a is the owner: the one who is the most senior.",
            "按第 1 条，a 是首问责任人：他是职级最高的人。",
        )],
    );
    check(
        &ask(two, "b"),
        &[
            (
                "Clause 1 chooses the one who is the most senior; that is a, not b.",
                "第 1 条选职级最高的人，这是 a，不是 b。",
            ),
            (
                "Clause 1 would name b only where it comes by telephone (here it comes in person).",
                "第 1 条会定 b，须来电（现为：当面来访）。",
            ),
        ],
    );
    check(&ask(two, "c"), &[("Nobody asked c.", "没有人问到 c。")]);
    let equal = r#"{"asked": [{"id": "a"}, {"id": "b"}]}"#;
    check(
        &ask(equal, "b"),
        &[("By clause 1, a and b are equal, but a was asked before.", "按第 1 条，a 与 b 条件相同，但 a 先被问到。")],
    );
    let phone =
        r#"{"channel": "phone", "asked": [{"id": "a", "rank": 9, "operator": true}, {"id": "b", "on_duty": true}]}"#;
    check(
        &ask(phone, "a"),
        &[
            (
                "Clause 1 considers only people who are not an operator (guard, cleaner, repairman), which a does not meet.",
                "第 1 条只在不在操作岗位的人中选，a 不属于这种情形。",
            ),
            (
                "Another rule of clause 1 would name a, but the one before it prevails.",
                "第 1 条另有规定会定 a，但排在前面的优先。",
            ),
        ],
    );
    let operator = r#"{"asked": [{"id": "a", "operator": true}]}"#;
    let nobody = ("No clause names an owner here.", "这里没有条文定出首问责任人。");
    check(
        &explain_owner(&picky(), &situation(operator), "a"),
        &[
            nobody,
            (
                "Clause 1 considers only people who are not an operator (guard, cleaner, repairman), which a does not meet.",
                "第 1 条只在不在操作岗位的人中选，a 不属于这种情形。",
            ),
            ("Clause 2 chooses the one who is on duty, which a is not.", "第 2 条选当班值守的人，a 不是。"),
        ],
    );
    check(&ask("{}", "a"), &[("No clause names an owner here.", "这里没有条文定出首问责任人。")]);
}

#[test]
fn a_sanction_says_which_clause_provides_for_it_or_why_none_does() {
    let ask = |json: &str, code: Sanction| explain_sanction(&pack(), &serde_json::from_str(json).unwrap(), code);
    let late = r#"{"record": [{"violation": "late"}], "prior": {"warning": 3}}"#;
    check(
        &ask(late, Sanction::Education),
        &[("Clause 5 provides for criticism and education.", "第 5 条规定批评教育。")],
    );
    check(
        &ask(late, Sanction::PayCut),
        &[("Clause 4 provides as one of several choices for a pay cut.", "第 4 条规定可选之一：降薪。")],
    );
    check(&ask(late, Sanction::Expulsion), &[("The system does not provide for expulsion.", "本制度没有规定开除。")]);
    check(
        &ask(late, Sanction::Warning),
        &[(
            "Clause 4 provides for a warning only for pushing the visitor away or ignoring the visitor (here missing the limit) and where a complaint found true came of it (here it did not) and as handler (here as first-contact owner) and where it is another department’s duty (here it is the first contact’s own duty) and for time 2 or more (here time 1).",
            "第 4 条规定警告，须是推诿或冷漠、不理睬（现为：超过时限），且有投诉查实（现没有），且身份是承办人（现为：首问责任人），且属于本单位其他部门的职责（现为：属于本人职责），且是第 2 次及以上（现为第 1 次）。",
        )],
    );
    check(
        &ask(r#"{"record": [{"violation": "late"}]}"#, Sanction::Demotion),
        &[(
            "Clause 4 provides for a demotion only after a warning or a demerit 3 times (here 0).",
            "第 4 条规定降职，须警告或记过满 3 次（现为 0 次）。",
        )],
    );
    let harm = r#"{"record": [{"violation": "late", "consequence": "harm"}]}"#;
    check(
        &ask(harm, Sanction::Education),
        &[(
            "Clause 5 provides for criticism and education, but clause 6 prevails.",
            "第 5 条规定批评教育，但第 6 条优先。",
        )],
    );
    let serious = r#"{"record": [{"violation": "late", "consequence": "serious"}]}"#;
    check(
        &ask(serious, Sanction::Education),
        &[(
            "Clause 5 provides for criticism and education only where a serious effect did not come of it (here it did).",
            "第 5 条规定批评教育，须没有严重后果（现有）。",
        )],
    );
    check(
        &ask(serious, Sanction::Criticism),
        &[(
            "Clause 6 provides for criticism only where a bad effect or an economic loss came of it (here it did not).",
            "第 6 条规定批评，须后果是不良后果或经济损失（现非如此）。",
        )],
    );
}

#[test]
fn traditional_chinese_is_derived_from_the_sentences() {
    let said = explain_duty(&pack(), &situation("{}"), DutyCode::Urge);
    assert_eq!(shouwen::script::to_traditional(&said[0].zh), "本制度在任何情形下都不要求催辦督辦。");
}

#[test]
fn who_is_not_the_owner_always_learns_why() {
    for pack in load_all() {
        let mut probe = Probe::new(pack.pack(), 11);
        for _ in 0..40 {
            let situation = probe.situation();
            let owner = decide(&pack, &situation).owner;
            for person in &situation.asked {
                let is_owner = owner.as_ref().is_some_and(|owner| owner.id == person.id);
                let reasons = why_not_owner(&pack, &situation, &person.id);
                assert!(
                    is_owner || !reasons.is_empty() || owner.is_none(),
                    "{} {situation:?} {}",
                    pack.id(),
                    person.id
                );
                assert!(!is_owner || reasons.is_empty(), "{} {situation:?} {}", pack.id(), person.id);
                assert!(!explain_owner(&pack, &situation, &person.id).is_empty());
            }
        }
    }
}

#[test]
fn a_sanction_that_does_not_follow_always_says_why() {
    for pack in load_all().into_iter().chain([pack()]) {
        let mut probe = Probe::new(pack.pack(), 13);
        let rungs: Vec<_> = pack.pack().clauses.iter().flat_map(|clause| &clause.ladder).collect();
        for _ in 0..40 {
            let record = probe.record();
            let followed = assess(&pack, &record).sanctions;
            for code in Sanction::ALL.iter().copied() {
                let follows = followed.iter().any(|line| line.code == code);
                let is_named = rungs.iter().any(|rung| rung.sanctions.contains(&code) || rung.one_of.contains(&code));
                let reasons = why_not_sanction(&pack, &record, code);
                assert_eq!(reasons.is_empty(), follows || !is_named, "{} {record:?} {code}", pack.id());
                assert!(reasons.iter().all(|reason| reason.failed.is_empty() == reason.hidden_by.is_some()));
                assert_eq!(explain_sanction(&pack, &record, code).len(), reasons.len().max(1));
            }
        }
    }
}
