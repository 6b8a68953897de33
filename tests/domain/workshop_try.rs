//! Trying a system, and beginning one's own.

use base64::Engine;
use shouwen::office::Lang;
use shouwen::rules::{self, Asked, AssessmentGiven, DutyCode, HandlerRole, RecordEntry, Scope, Situation, Violation};
use shouwen::workshop::{Answer, Ask, FlowWhat, Lane, System, Trial, WhyNotAsked};

use crate::workshop_kit::{SMALL, answer, small};

fn situation(scope: Scope) -> Situation {
    Situation { asked: vec![Asked::new("甲"), Asked::new("乙")], scope, ..Situation::default() }
}

fn tried(scope: Scope, why_not: Option<WhyNotAsked>) -> Trial {
    let ask = Ask::Try { system: small(), situation: situation(scope), why_not };
    match answer(Lang::Hans, &ask) {
        Ok(Answer::Trial(Ok(trial))) => trial,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_decision_cites_and_explains_each_line() {
    let trial = tried(Scope::Own, None);
    assert_eq!(trial.owner.unwrap().id, "甲");
    let duties: Vec<_> = trial.duties.iter().map(|duty| (duty.code, duty.clauses.len())).collect();
    assert_eq!(duties, [(DutyCode::Register, 1), (DutyCode::Feedback, 1)]);
    let gists: Vec<_> = trial.clauses.iter().map(|used| (used.clause.as_str(), used.held.len())).collect();
    assert_eq!(gists, [("1", 0), ("2", 1)]);
    assert_eq!(trial.topics, [("rare".to_owned(), "古籍".to_owned())]);
    assert!(trial.absent.contains(&DutyCode::Guide) && !trial.absent.contains(&DutyCode::Register));
}

#[test]
fn why_not_is_asked_of_duties_and_people() {
    let said = |why_not| tried(Scope::Own, Some(why_not)).why_not.unwrap().join("");
    assert!(said(WhyNotAsked::Duty(DutyCode::Guide)).contains("第 2 条要求领到承办处，须"));
    assert!(said(WhyNotAsked::Person("乙".to_owned())).contains("这是 甲，不是 乙"));
}

#[test]
fn the_way_leads_from_the_visitor_to_the_closing() {
    let way = |scope| {
        let steps = tried(scope, None).flow;
        steps.into_iter().map(|step| (step.lane, step.what)).collect::<Vec<_>>()
    };
    assert_eq!(
        way(Scope::Department),
        [
            (Lane::Visitor, FlowWhat::Arrival),
            (Lane::Owner, FlowWhat::Owner(Some("甲".to_owned()))),
            (Lane::Owner, FlowWhat::Duty(DutyCode::TellWhere, vec![DutyCode::Guide])),
            (Lane::Handler, FlowWhat::Handler(HandlerRole::Department)),
            (Lane::Handler, FlowWhat::Duty(DutyCode::ContactVisitor, Vec::new())),
            (Lane::Visitor, FlowWhat::Closing),
        ]
    );
    assert!(way(Scope::Own).iter().all(|(lane, _)| *lane != Lane::Handler));
}

#[test]
fn conduct_is_judged_by_how_often_it_happened() {
    let judged = |times: usize| {
        let entry = RecordEntry {
            violation: Violation::Shirk,
            consequence: Vec::new(),
            role: None,
            scope: Scope::Own,
            at: None,
            mitigating: Vec::new(),
            aggravating: Vec::new(),
        };
        let given = AssessmentGiven { record: vec![entry; times], ..AssessmentGiven::default() };
        let ask = Ask::Judge { system: small(), given, why_not: Some(rules::Sanction::Warning) };
        let Ok(Answer::Judgement(Ok(judgement))) = answer(Lang::Hans, &ask) else { panic!() };
        judgement
    };
    let (once, twice) = (judged(1), judged(2));
    assert!(once.sanctions.is_empty() && once.has_ladder);
    assert_eq!(once.absent.len(), 1);
    assert!(once.why_not.unwrap().join("").contains("须是第 2 次及以上（现为第 1 次）"));
    assert_eq!(twice.sanctions.first().unwrap().name, "警告");
}

#[test]
fn ones_own_begins_as_a_sound_copy_with_a_new_name() {
    for source in rules::systems() {
        let ask = Ask::Begin { from: source.id.to_owned(), id: "SQ01".to_owned() };
        let Ok(Answer::Text(text)) = answer(Lang::Hans, &ask) else { panic!("{}", source.id) };
        let Ok(Answer::Checked(checked)) = answer(Lang::Hans, &Ask::Check(text)) else { panic!() };
        let head = checked.head.unwrap_or_else(|| panic!("{}: {:?}", source.id, checked.problems));
        assert_eq!((head.pack.as_str(), head.version.as_str()), ("SQ01", "1"), "{}", source.id);
        assert_eq!(checked.cases.0, checked.cases.1, "{}", source.id);
    }
}

#[test]
fn a_sound_text_is_made_compact_for_the_back_office() {
    let Ok(Answer::Compact(Ok(compact))) = answer(Lang::Hans, &Ask::Compact(SMALL.to_owned())) else { panic!() };
    assert_eq!((compact.pack.as_str(), compact.version.as_str()), ("SMALL", "2"));
    let bytes = base64::engine::general_purpose::STANDARD.decode(compact.base64).unwrap();
    assert_eq!(rules::read_whole(&bytes).unwrap().id(), "SMALL");
    let Ok(Answer::Compact(Err(problems))) = answer(Lang::Hans, &Ask::Compact("format = 2".to_owned())) else {
        panic!()
    };
    assert_eq!(problems.len(), 1);
}

#[test]
fn a_text_with_mistakes_is_not_tried() {
    let ask =
        Ask::Try { system: System::Text("format = 1".to_owned()), situation: situation(Scope::Own), why_not: None };
    assert!(matches!(answer(Lang::Hans, &ask), Ok(Answer::Trial(Err(problems))) if !problems.is_empty()));
}
