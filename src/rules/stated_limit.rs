//! Which time limit a system itself sets, for a duty or in a situation.

use super::compile::CompiledPack;
use super::decide::decide;
use super::duty::DutyCode;
use super::limit::Limit;
use super::situation::Situation;

/// Finds the limit that a system sets: for `duty`, or for settling the matter where no duty is asked for.
///
/// In a situation, the decision's limit counts. Without one it is that of the plainest situation, or else of the first
/// rule that sets any. Where no duty is asked for, the limit for settling goes before every other one, and what is to be
/// done at once is no limit to wait for.
pub fn stated_limit(pack: &CompiledPack, situation: Option<&Situation>, duty: Option<DutyCode>) -> Option<Limit> {
    if let Some(situation) = situation {
        return limit_in(pack, situation, duty);
    }
    limit_in(pack, &Situation::default(), duty).or_else(|| {
        let demanded = pack.pack().rules().flat_map(|(_, rule)| &rule.duties);
        pick(demanded.flat_map(|demanded| demanded.any.iter().map(|way| (way.code, demanded.within))), duty)
    })
}

/// Finds the limit in one situation.
fn limit_in(pack: &CompiledPack, situation: &Situation, duty: Option<DutyCode>) -> Option<Limit> {
    pick(decide(pack, situation).duties.iter().map(|line| (line.code, line.within)), duty)
}

/// Picks the limit that is meant.
fn pick(limits: impl Iterator<Item = (DutyCode, Option<Limit>)>, duty: Option<DutyCode>) -> Option<Limit> {
    let mut limits = limits.filter_map(|(code, within)| Some((code, within?)));
    if let Some(duty) = duty {
        return limits.find(|(code, _)| *code == duty).map(|(_, limit)| limit);
    }
    let timed: Vec<(DutyCode, Limit)> = limits.filter(|(_, limit)| limit.is_span()).collect();
    let settling = timed.iter().find(|(code, _)| *code == DutyCode::SettleInTime);
    settling.or(timed.first()).map(|(_, limit)| *limit)
}
