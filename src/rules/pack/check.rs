//! What a pack says, looked at as a whole: clauses left unexplained, cases that fail, situations without an answer.

use super::condition::When;
use super::model::{Clause, Place};
use super::problem::{Problem, ProblemKind};
use crate::rules::case_run::run_case;
use crate::rules::compile::CompiledPack;
use crate::rules::decide::decide;
use crate::rules::situation::{Asked, Channel, Eligible, HandlerState, MatterKind, Scope, Situation};

/// Lists what is wrong with a pack that can be read; cases are run, and situations looked at one by one.
pub fn check(pack: &CompiledPack) -> Vec<Problem> {
    let mut problems: Vec<Problem> = pack.pack().clauses.iter().filter_map(unexplained).collect();
    problems.extend(never_applying(pack));
    problems.extend(failing_cases(pack));
    problems.extend(unanswered(pack));
    problems.sort_by_key(|problem| problem.place);
    problems
}

/// Answers a problem if nothing follows from a clause and it does not say why, or the reverse.
fn unexplained(clause: &Clause) -> Option<Problem> {
    let kind = match (clause.is_formalised(), clause.unformalised.is_some()) {
        (false, false) => ProblemKind::Unexplained(clause.reference),
        (true, true) => ProblemKind::NeedlesslyExplained(clause.reference),
        _ => return None,
    };
    Some(Problem { place: clause.place, kind })
}

/// Lists the rules of which every condition contradicts itself.
fn never_applying(pack: &CompiledPack) -> impl Iterator<Item = Problem> {
    let contradicts_itself = |when: &When| {
        let wanted_and_unwanted = !when.flags.intersection(when.no_flags).is_empty();
        wanted_and_unwanted || (!when.any_flags.is_empty() && when.no_flags.contains_all(when.any_flags))
    };
    let rules = pack.pack().rules().map(|(_, rule)| rule);
    let never = rules.filter(move |rule| !rule.when.is_empty() && rule.when.iter().all(contradicts_itself));
    never.map(|rule| Problem { place: rule.place, kind: ProblemKind::NeverApplies })
}

/// Lists the pack's own cases that fail.
fn failing_cases(pack: &CompiledPack) -> impl Iterator<Item = Problem> {
    pack.pack().cases.iter().filter_map(move |own| {
        let misses = run_case(pack, &own.case);
        let words: Vec<String> = misses.iter().map(ToString::to_string).collect();
        let kind = ProblemKind::CaseFails { name: own.case.name.clone(), misses: words.join("; ") };
        (!misses.is_empty()).then_some(Problem { place: own.place, kind })
    })
}

/// Looks for situations without owner or handler, and names the plainest of each.
fn unanswered(pack: &CompiledPack) -> Vec<Problem> {
    let (mut no_owner, mut no_handler) = (None, None);
    for situation in plain_situations() {
        let decision = decide(pack, &situation);
        if decision.owner.is_none() && no_owner.is_none() {
            no_owner = Some(describe(&situation));
        }
        if decision.handler.is_none() && no_handler.is_none() {
            no_handler = Some(describe(&situation));
        }
    }
    let place = Place { line: 1, column: 1 };
    let no_owner = no_owner.map(|example| Problem { place, kind: ProblemKind::NoOwner { example } });
    let no_handler = no_handler.map(|example| Problem { place, kind: ProblemKind::NoHandler { example } });
    no_owner.into_iter().chain(no_handler).collect()
}

/// Every combination of the fields that say who owns and handles, one person asked, without flags; the plainest first.
fn plain_situations() -> impl Iterator<Item = Situation> {
    let scopes = Scope::ALL.iter().flat_map(|scope| HandlerState::ALL.iter().map(move |handler| (*scope, *handler)));
    let with_channel =
        scopes.flat_map(|(scope, handler)| Channel::ALL.iter().map(move |channel| (scope, handler, *channel)));
    let with_matter = with_channel.flat_map(|fields| MatterKind::ALL.iter().map(move |matter| (fields, *matter)));
    let with_rest = with_matter.flat_map(|fields| {
        Eligible::ALL.iter().flat_map(move |eligible| [(fields, *eligible, true), (fields, *eligible, false)])
    });
    with_rest.map(|(((scope, handler, channel), matter), eligible, on_the_spot)| Situation {
        scope,
        handler,
        channel,
        matter,
        eligible,
        on_the_spot,
        asked: vec![Asked::new("a")],
        ..Situation::default()
    })
}

/// Spells what of a situation differs from the first values.
fn describe(situation: &Situation) -> String {
    let plain = Situation::default();
    let mut words = Vec::new();
    let mut word = |field: &str, value: &str, usual: &str| {
        if value != usual {
            words.push(format!("{field} = {value}"));
        }
    };
    word("channel", situation.channel.as_str(), plain.channel.as_str());
    word("matter", situation.matter.as_str(), plain.matter.as_str());
    word("scope", situation.scope.as_str(), plain.scope.as_str());
    word("handler", situation.handler.as_str(), plain.handler.as_str());
    word("eligible", situation.eligible.as_str(), plain.eligible.as_str());
    word("on_the_spot", &situation.on_the_spot.to_string(), &plain.on_the_spot.to_string());
    if words.is_empty() { "everything is as usual".to_owned() } else { words.join(", ") }
}
