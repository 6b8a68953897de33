//! The way of a matter from the visitor to the closing, as a decision lays it out.

use super::view::{FlowStep, FlowWhat, Lane};
use crate::rules::{Actor, Decision, DutyCode, DutyLine, HandlerRole};

/// Lays out the way: the visitor comes, the owner is named, duties follow in their order, and each change of hands shows.
pub(super) fn flow(decision: &Decision) -> Vec<FlowStep> {
    let plain = |lane, what, clauses| FlowStep { lane, what, clauses, optional: false, within: None };
    let owner = decision.owner.as_ref();
    let mut steps = vec![
        plain(Lane::Visitor, FlowWhat::Arrival, Vec::new()),
        plain(
            Lane::Owner,
            FlowWhat::Owner(owner.map(|owner| owner.id.clone())),
            owner.map(|owner| owner.clause).into_iter().collect(),
        ),
    ];
    let mut handover = decision
        .handler
        .as_ref()
        .filter(|handler| handler.code != HandlerRole::Owner)
        .map(|handler| plain(Lane::Handler, FlowWhat::Handler(handler.code), vec![handler.clause]));
    for line in each_once(&decision.duties) {
        let lane = match line.by {
            Actor::Owner => Lane::Owner,
            Actor::Handler => Lane::Handler,
            above => Lane::Above(above),
        };
        if lane == Lane::Handler || comes_after_handover(line.code) {
            steps.extend(handover.take());
        }
        steps.push(FlowStep {
            lane,
            what: FlowWhat::Duty(line.code, line.alternatives.clone()),
            clauses: std::iter::once(line.clause).chain(line.also.iter().copied()).collect(),
            optional: line.optional,
            within: line.within,
        });
    }
    steps.extend(handover);
    steps.push(plain(Lane::Visitor, FlowWhat::Closing, Vec::new()));
    steps
}

/// Whether a duty is done only once the matter is with whoever settles it.
const fn comes_after_handover(code: DutyCode) -> bool {
    matches!(
        code,
        DutyCode::Track
            | DutyCode::Urge
            | DutyCode::Progress
            | DutyCode::Feedback
            | DutyCode::ConfirmSatisfaction
            | DutyCode::CallBack
            | DutyCode::Archive
            | DutyCode::ReportClosing
            | DutyCode::Summarise
    )
}

/// Of duties that the same person may do one instead of another, the first stands for all.
pub(super) fn each_once(duties: &[DutyLine]) -> impl Iterator<Item = &DutyLine> {
    let stands_for = |first: &DutyLine, line: &DutyLine| {
        first.by == line.by && first.clause == line.clause && first.alternatives.contains(&line.code)
    };
    let is_first = move |(at, line): &(usize, &DutyLine)| !duties.iter().take(*at).any(|first| stands_for(first, line));
    duties.iter().enumerate().filter(is_first).map(|(_, line)| line)
}
