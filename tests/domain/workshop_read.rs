//! Reading, checking and comparing systems, and running their cases.

use shouwen::office::Lang;
use shouwen::rules::{self, Scope};
use shouwen::workshop::{
    Answer, Ask, Aspect, Checked, Comparison, EffectView, Graveness, Reading, System, Wanted, Workshop,
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

#[test]
fn words_are_found_in_titles_and_clauses() {
    let found = |words: &str| {
        let Ok(Answer::Found(found)) = answer(Lang::Hans, &Ask::Find { words: words.to_owned() }) else { panic!() };
        found
    };
    assert_eq!(found("c07").first().unwrap().pack, "C07");
    assert!(found("代办").iter().any(|system| system.count > 0 && system.clauses.len() <= 3));
    assert!(found("xyzzy").is_empty());
}

#[test]
fn a_system_that_nobody_knows_is_not_found() {
    let ask = Ask::Read(System::Shipped("Z99".to_owned()));
    assert!(answer(Lang::Hans, &ask).is_err());
}
