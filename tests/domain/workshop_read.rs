//! Reading, checking and comparing systems, and running their cases.

use shouwen::office::Lang;
use shouwen::rules::{self, Scope};
use shouwen::workshop::{
    Answer, Ask, Aspect, Checked, Comparison, EffectView, FoundSystem, Graveness, Reading, System, Wanted, Workshop,
};

use crate::workshop_kit::{SMALL, answer, bring, small};

fn read(lang: Lang, system: System) -> Reading {
    match answer(lang, &Ask::Read(system)) {
        Ok(Answer::Reading(Ok(reading))) => reading,
        other => panic!("{other:?}"),
    }
}

fn check(text: &str) -> Checked {
    match answer(Lang::Hans, &Ask::Check(text.to_owned())) {
        Ok(Answer::Checked(checked)) => checked,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_clause_says_what_it_does() {
    let said = |lang| {
        let reading = read(lang, small());
        let spell = |effect: &EffectView| format!("{} → {}", effect.when, effect.follows.join("；"));
        let clause = |clause: &shouwen::workshop::ClauseReading| {
            clause.rules.iter().chain(&clause.sanctions).map(spell).collect::<Vec<_>>()
        };
        reading.clauses.iter().flat_map(clause).collect::<Vec<_>>()
    };
    assert_eq!(
        said(Lang::Hans),
        [
            " → 首问责任人是最先被问到的人；由首问责任人向服务对象负责到底",
            "属于本人职责 → 由首问责任人本人承办；首问责任人登记；首问责任人 1 天内向服务对象反馈结果；填写或出具登记表（台账）；不得推诿",
            "不是“属于本人职责”，且没有“服务对象无理取闹”的情形 → 由责任部门承办；首问责任人领到承办处，或者告知去哪里、找谁；承办人主动联系服务对象",
            "推诿，且是第 2 次及以上 → 给予警告",
        ]
    );
    assert_eq!(
        said(Lang::En),
        [
            " → The owner is the one who was asked first；Answerable to the end: the owner",
            "it is the first contact’s own duty → Settled by the owner；Owner: writing the matter down；Owner: telling the result to the visitor within 1 day；Filled in or handed out: the register；Barred: pushing the visitor away",
            "it is not so that it is the first contact’s own duty and it is not so that the visitor makes trouble without reason → Settled by the responsible department；Owner: leading the visitor there, or saying where to go and whom to ask；Handler: getting in touch with the visitor",
            "there was pushing the visitor away and it is time 2 or later → What follows is a warning",
        ]
    );
}

#[test]
fn facts_are_named_and_their_codes_said() {
    let reading = read(Lang::Hans, small());
    let facts: Vec<_> = reading.clauses.iter().flat_map(|clause| clause.facts.clone()).collect();
    assert_eq!(facts, [("适用渠道".to_owned(), vec!["当面".to_owned(), "窗口".to_owned()])]);
    assert_eq!(reading.silences, ["没有说"]);
    assert_eq!(reading.head.valid, (Some("2026-01-01".to_owned()), None));
}

#[test]
fn every_clause_of_every_system_says_what_it_does_or_why_not() {
    for source in rules::systems() {
        let reading = read(Lang::Hans, System::Shipped(source.id.to_owned()));
        for clause in &reading.clauses {
            let says = !clause.rules.is_empty()
                || !clause.facts.is_empty()
                || !clause.sanctions.is_empty()
                || clause.unformalised.is_some();
            assert!(says, "{} {}", source.id, clause.clause);
            let effects = clause.rules.iter().chain(&clause.sanctions);
            for effect in effects {
                assert!(!effect.follows.is_empty(), "{} {}", source.id, clause.clause);
            }
        }
    }
}

#[test]
fn what_a_system_takes_over_is_brought_and_named() {
    let parents = |source: &&rules::PackSource| source.text.contains("\nextends = ");
    let source = rules::systems().iter().find(parents).unwrap();
    let ask = Ask::Read(System::Shipped(source.id.to_owned()));
    let mut shop = Workshop::default();
    let brought = bring(&mut shop, &ask);
    assert!(brought.len() > 1 && brought.first() == Some(&Wanted::Text(source.id.to_owned())), "{brought:?}");
    let Ok(Answer::Reading(Ok(reading))) = shop.answer(Lang::Hans, &ask) else { panic!() };
    let parent = reading.head.extends.unwrap();
    assert!(reading.clauses.iter().any(|clause| clause.from.as_ref() == Some(&parent)));
}

#[test]
fn the_checker_says_where_what_and_the_mend_in_chinese() {
    let found = |text: &str| {
        let problems = check(text).problems;
        problems.into_iter().map(|p| (p.severity, p.words)).collect::<Vec<_>>()
    };
    let misspelt = SMALL.replace("\"first_asked\"", "\"frist_asked\"");
    assert_eq!(
        found(&misspelt),
        [(Graveness::Error, "“frist_asked”不是可用的代码（basis）；是不是“first_asked”？".to_owned())]
    );
    let bare =
        SMALL.replace("[[clause]]\nref = \"3\"", "[[clause]]\nref = \"9\"\ngist = \"x\"\n[[clause]]\nref = \"3\"");
    assert!(
        found(&bare)
            .iter()
            .any(|(graveness, words)| *graveness == Graveness::Warning && words.contains("第 9 条没有任何结果"))
    );
    assert!(found("format = ").first().is_some_and(|(_, words)| words.starts_with("这里不符合 TOML 的写法")));
    let own = SMALL.replace("version = \"2\"", "version = \"2\"\nextends = \"Z99\"");
    assert!(found(&own).iter().any(|(_, words)| words.starts_with("没有可以沿用的制度“Z99”")));
}

#[test]
fn the_checker_counts_cases_and_names_the_system() {
    let checked = check(SMALL);
    assert_eq!(checked.cases, (3, 2));
    assert_eq!(checked.head.unwrap().title, "小制度");
    let failing: Vec<_> = checked.problems.iter().filter(|p| p.severity == Graveness::Error).collect();
    assert_eq!(failing.len(), 1);
}

#[test]
fn a_case_that_fails_is_told_in_the_readers_language() {
    let named = SMALL.replace("name = \"wrongly expected\"", "name = \"wrongly expected\"\nzh = \"写错的预期\"");
    let told = |lang: Lang| {
        let Ok(Answer::Checked(checked)) = answer(lang, &Ask::Check(named.clone())) else { panic!() };
        let failing = checked.problems.into_iter().filter(|problem| problem.severity == Graveness::Error);
        failing.map(|problem| problem.words).collect::<Vec<_>>()
    };
    assert_eq!(
        told(Lang::Hans),
        ["用例“写错的预期”没有通过（承办人：应为 owner，得到 department）；请改规则，或改用例"]
    );
    assert_eq!(
        told(Lang::Hant),
        ["用例“寫錯的預期”沒有通過（承辦人：應為 owner，得到 department）；請改規則，或改用例"]
    );
    assert_eq!(told(Lang::En), ["the case “wrongly expected” fails: expected handler owner, found department"]);
}

#[test]
fn each_kind_of_miss_is_told_in_chinese() {
    let check = |ask: &str, given: &str, expect: &str, told: &str| {
        let case = format!("[[case]]\nname = \"n\"\nask = \"{ask}\"\ngiven = {given}\nexpect = {expect}\n");
        let asked = Ask::Cases(System::Text(format!("{SMALL}{case}")));
        let Ok(Answer::Cases(Ok(runs))) = answer(Lang::Hans, &asked) else { panic!("{case}") };
        let run = runs.into_iter().find(|run| run.name == "n").unwrap();
        assert_eq!(run.misses.join("；"), told, "{case}");
    };
    check(
        "decide",
        "{}",
        r#"{ owner = "a", answerable = "both" }"#,
        "首问责任人：应为 a，得到 无人；负责到底者：应为 both，得到 owner",
    );
    check(
        "decide",
        "{}",
        r#"{ duties = ["guide"], clauses = ["9"] }"#,
        "职责：应为 guide，得到 register、feedback；引用条款：应为 9，得到 2、1",
    );
    check("decide", "{}", r#"{ not_duties = ["feedback"] }"#, "不应有职责 feedback，得到 register、feedback");
    check(
        "decide",
        "{}",
        r"{ within = { register = { hours = 1 } } }",
        "时限：应为 register 1 hours，得到 register 没有",
    );
    check(
        "assess",
        r#"{ record = [{ violation = "late" }] }"#,
        r#"{ sanctions = ["warning"] }"#,
        "处分：应为 warning，得到 没有",
    );
    check("fact", r#"{ fact = "channels" }"#, r#"{ includes = ["电话"] }"#, "应包含 电话，得到 visit; 窗口");
    let start = r#"start = "2026-03-02T09:00:00+08:00""#;
    check(
        "due",
        &format!("{{ {start}, duty = \"register\" }}"),
        r#"{ due = "2026-03-02" }"#,
        "到期：应为 2026-03-02，得到 制度没有规定时限",
    );
    check(
        "due",
        &format!("{{ {start}, within = {{ promised = true }} }}"),
        r#"{ due = "2026-03-02" }"#,
        "到期：应为 2026-03-02，得到 单位自己承诺的时间，须写明多久",
    );
}

#[test]
fn cases_that_fail_come_first_with_what_was_missed() {
    let Ok(Answer::Cases(Ok(runs))) = answer(Lang::Hans, &Ask::Cases(small())) else { panic!() };
    let seen: Vec<_> = runs.iter().map(|run| (run.name.as_str(), run.kind.as_str(), run.misses.join(";"))).collect();
    assert_eq!(
        seen,
        [
            ("wrongly expected", "decide", "承办人：应为 owner，得到 department".to_owned()),
            ("先被问到", "decide", String::new()),
            ("a warning", "assess", String::new()),
        ]
    );
    assert!(runs.first().unwrap().situation.as_ref().unwrap().scope == Scope::Department);
}

#[test]
fn two_systems_stand_side_by_side() {
    let other =
        SMALL.replace("id = \"SMALL\"", "id = \"OTHER\"").replace("forms = \"register\"", "forms = \"receipt\"");
    let ask = Ask::Compare { one: small(), other: System::Text(other) };
    let Ok(Answer::Comparison(Ok(Comparison { heads, rows }))) = answer(Lang::Hans, &ask) else { panic!() };
    assert_eq!(heads.map(|head| head.pack), ["SMALL", "OTHER"]);
    let differs: Vec<Aspect> = rows.iter().filter(|row| !row.same).map(|row| row.about).collect();
    assert_eq!(differs, [Aspect::Forms]);
    let route = rows.iter().find(|row| row.about == Aspect::Route(Scope::Own)).unwrap();
    let own: Vec<_> = route.sides[0].iter().map(|saying| saying.words.as_str()).collect();
    assert_eq!(own, ["由首问责任人本人承办", "首问责任人登记", "首问责任人 1 天内向服务对象反馈结果"]);
}

fn found(lang: Lang, words: &str, own: &[&str]) -> Vec<FoundSystem> {
    let own = own.iter().map(|text| (*text).to_owned()).collect();
    let Ok(Answer::Found(found)) = answer(lang, &Ask::Find { words: words.to_owned(), own }) else { panic!() };
    found
}

#[test]
fn words_are_found_in_titles_and_clauses() {
    let found = |words: &str| found(Lang::Hans, words, &[]);
    assert_eq!(found("c07").first().unwrap().pack, "C07");
    assert!(found("代办").iter().any(|system| system.count > 0 && system.clauses.len() <= 3));
    assert!(found("xyzzy").is_empty());
}

#[test]
fn words_are_found_in_the_clauses_of_ones_own_systems_too() {
    let newer = SMALL.replace("version = \"2\"", "version = \"3\"").replace("推诿的警告", "敷衍的警告");
    let child = SMALL.replace("id = \"SMALL\"", "id = \"CHILD\"\nextends = \"A07\"").replace("ref = \"", "ref = \"90.");
    let broken = SMALL.replace("\"first_asked\"", "\"frist_asked\"");
    let own = [SMALL, &newer, &child, &broken];
    let spell = |found: &FoundSystem| {
        let clauses: Vec<String> =
            found.clauses.iter().map(|clause| format!("{} {}", clause.clause, clause.gist)).collect();
        format!("{} {}: {}", found.pack, found.version, clauses.join("; "))
    };
    let first = |lang: Lang, words: &str| found(lang, words, &own).iter().map(spell).take(2).collect::<Vec<_>>();
    assert_eq!(first(Lang::Hans, "敷衍 警告")[0], "SMALL 3: 3 敷衍的警告");
    assert_eq!(
        first(Lang::En, "settled oneself told day"),
        [
            "SMALL 2: 2 One's own is settled by oneself, and told within a day",
            "SMALL 3: 2 One's own is settled by oneself, and told within a day"
        ]
    );
    assert_eq!(first(Lang::Hans, "small"), ["SMALL 2: ", "SMALL 3: "]);
    // What is taken over from another system is found as well, and one's own come first.
    let inherited = found(Lang::Hans, "首问", &own);
    assert!(inherited[0].pack == "CHILD" && inherited[0].count > 0, "{:?}", inherited[0]);
}

#[test]
fn a_system_that_nobody_knows_is_not_found() {
    let ask = Ask::Read(System::Shipped("Z99".to_owned()));
    assert!(answer(Lang::Hans, &ask).is_err());
}
