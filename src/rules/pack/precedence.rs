//! The order in which rules prevail: as they are written, save that a rule comes before those that it is over.

use super::model::Pack;
use super::problem::{Problem, ProblemKind};
use crate::rules::decision::ClauseRef;

/// Where the search stands with a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Not looked at.
    New,
    /// Waiting for those that prevail over it.
    Open,
    /// Placed.
    Done,
}

/// Orders the rules of a pack, by their index; a rule moves up to just before the first rule that it is over.
pub(crate) fn precedence(pack: &Pack) -> Result<Vec<usize>, Problem> {
    let rules: Vec<ClauseRef> = pack.rules().map(|(clause, _)| clause).collect();
    let mut above: Vec<Vec<usize>> = vec![Vec::new(); rules.len()];
    for (index, (clause, rule)) in pack.rules().enumerate() {
        let is_below = |other: &ClauseRef| *other != clause && rule.over.iter().any(|over| other.satisfies(over));
        for (_, above) in rules.iter().zip(&mut above).filter(|(other, _)| is_below(other)) {
            above.push(index);
        }
    }
    let mut marks = vec![Mark::New; rules.len()];
    let mut order = Vec::with_capacity(rules.len());
    for index in 0..rules.len() {
        place(index, &above, &mut marks, &mut order).map_err(|circle| {
            let clauses = circle.iter().filter_map(|index| rules.get(*index).copied()).collect();
            let place = circle.first().and_then(|index| pack.rules().nth(*index)).map(|(_, rule)| rule.place);
            Problem { place: place.unwrap_or_default(), kind: ProblemKind::PrecedenceCycle(clauses) }
        })?;
    }
    Ok(order)
}

/// Places a rule after all that prevail over it; the stack is our own, so that no pack can exhaust the program's.
fn place(index: usize, above: &[Vec<usize>], marks: &mut [Mark], order: &mut Vec<usize>) -> Result<(), Vec<usize>> {
    let mut stack = vec![index];
    while let Some(&current) = stack.last() {
        let mark = marks.get(current).copied().unwrap_or(Mark::Done);
        if mark == Mark::Done {
            stack.pop();
            continue;
        }
        let waits_for = |mark: Mark| {
            let over = above.get(current).into_iter().flatten().copied();
            over.filter(|over| marks.get(*over) == Some(&mark)).collect::<Vec<_>>()
        };
        let mut next = waits_for(Mark::New);
        if mark == Mark::New
            && let Some(circle) = waits_for(Mark::Open).first()
        {
            let on_path = |index: &usize| *index == current || marks.get(*index) == Some(&Mark::Open);
            return Err(stack.into_iter().skip_while(|open| open != circle).filter(on_path).collect());
        }
        let placed = next.is_empty();
        if let Some(mark) = marks.get_mut(current) {
            *mark = if placed { Mark::Done } else { Mark::Open };
        }
        if placed {
            order.push(current);
            stack.pop();
        } else {
            next.reverse();
            stack.append(&mut next);
        }
    }
    Ok(())
}
