//! What a system demands in a situation, and what it says about conduct; with why, and why not.

use std::collections::BTreeSet;

use super::ask::WhyNotAsked;
use super::flow::{each_once, flow};
use super::read::topics;
use super::tongue::{all_said, said};
use super::view::{ClauseUsed, DutyTried, Judgement, Line, OwnerTried, SanctionLineView, Trial};
use crate::office::Lang;
use crate::rules::pack::Pack;
use crate::rules::{
    AssessmentGiven, Cited, CompiledPack, Decision, DutyCode, DutyLine, Flags, Sanction, Situation, assess, decide,
    explain_duty, explain_owner, explain_sanction, say_liable, say_sanction,
};

/// Decides a situation.
pub(super) fn decided(lang: Lang, pack: &CompiledPack, situation: &Situation, asked: Option<&WhyNotAsked>) -> Trial {
    let decision = decide(pack, situation);
    let why_not = asked.map(|asked| match asked {
        WhyNotAsked::Duty(code) => explain_duty(pack, situation, *code),
        WhyNotAsked::Person(id) => explain_owner(pack, situation, id),
    });
    Trial {
        owner: decision.owner.as_ref().map(|owner| OwnerTried {
            id: owner.id.clone(),
            basis: owner.basis,
            clause: owner.clause,
        }),
        handler: decision.handler.as_ref().map(line),
        department: decision
            .department
            .as_ref()
            .map(|named| Line { code: named.name.to_string(), clause: named.clause }),
        answerable: decision.answerable.as_ref().map(line),
        duties: each_once(&decision.duties).map(duty).collect(),
        forms: decision.forms.iter().map(line).collect(),
        barred: decision.barred.iter().map(line).collect(),
        clauses: used(lang, pack, &decision, situation),
        flow: flow(&decision),
        why_not: why_not.map(|sentences| all_said(lang, &sentences)),
        absent: absent(pack.pack(), &decision),
        topics: topics(lang, pack.pack()),
        flags: looked_at(pack.pack()),
        stamp: format!("{} {}", decision.stamp.pack, decision.stamp.version),
    }
}

fn line<T: Copy>(cited: &Cited<T>) -> Line<T> {
    Line { code: cited.code, clause: cited.clause }
}

fn duty(line: &DutyLine) -> DutyTried {
    DutyTried {
        code: line.code,
        by: line.by,
        to: line.to,
        clauses: std::iter::once(line.clause).chain(line.also.iter().copied()).collect(),
        within: line.within,
        alternatives: line.alternatives.clone(),
        optional: line.optional,
    }
}

/// Every clause that the decision cites, each once, with what made it apply.
fn used(lang: Lang, pack: &CompiledPack, decision: &Decision, situation: &Situation) -> Vec<ClauseUsed> {
    let clauses = decision.clauses();
    let used = clauses.into_iter().map(|clause| {
        let why = decision.why.iter().find(|why| why.clause == clause);
        ClauseUsed {
            clause,
            gist: pack.clause(&clause).map(|clause| said(lang, &clause.gist)).unwrap_or_default(),
            held: why.map(|why| why.grounds.held(situation)).unwrap_or_default(),
        }
    });
    used.collect()
}

/// The circumstances that any rule wants, or wants absent.
fn looked_at(pack: &Pack) -> Flags {
    let conditions = pack.rules().flat_map(|(_, rule)| &rule.when);
    conditions.fold(Flags::EMPTY, |all, when| all.union(when.flags).union(when.any_flags).union(when.no_flags))
}

/// Duties that some rule of the pack demands, but not here.
fn absent(pack: &Pack, decision: &Decision) -> Vec<DutyCode> {
    let demanded = pack.rules().flat_map(|(_, rule)| &rule.duties).flat_map(|duty| &duty.any).map(|way| way.code);
    let demanded: BTreeSet<DutyCode> = demanded.collect();
    let is_here =
        |code: &DutyCode| decision.duties.iter().any(|line| line.code == *code || line.alternatives.contains(code));
    demanded.into_iter().filter(|code| !is_here(code)).collect()
}

/// Judges conduct.
pub(super) fn judged(lang: Lang, pack: &CompiledPack, given: &AssessmentGiven, why_not: Option<Sanction>) -> Judgement {
    let assessment = assess(pack, given);
    let name = |code: Sanction| said(lang, &say_sanction(code));
    let rungs = pack.pack().clauses.iter().flat_map(|clause| &clause.ladder);
    let known: BTreeSet<Sanction> = rungs.flat_map(|rung| rung.sanctions.iter().chain(&rung.one_of)).copied().collect();
    let follows = |code: &Sanction| assessment.sanctions.iter().any(|line| line.code == *code);
    Judgement {
        has_ladder: !known.is_empty(),
        absent: known.iter().filter(|code| !follows(code)).map(|code| (*code, name(*code))).collect(),
        sanctions: assessment
            .sanctions
            .iter()
            .map(|line| SanctionLineView {
                code: line.code,
                name: name(line.code),
                clauses: std::iter::once(line.clause).chain(line.also.iter().copied()).collect(),
                alternatives: line.alternatives,
            })
            .collect(),
        weight: assessment.weight.iter().map(|line| line.code).collect(),
        liable: assessment.liable.iter().map(|line| said(lang, &say_liable(line.code))).collect(),
        why_not: why_not.map(|code| all_said(lang, &explain_sanction(pack, given, code))),
    }
}
