//! Whether everything that a pack refers to is there: clauses over which rules prevail, topics, left-out clauses.

use super::model::{Pack, Place};
use super::problem::{Problem, ProblemKind};
use crate::rules::codes::nearest;
use crate::rules::decision::ClauseRef;

/// Lists the references that lead nowhere.
pub(crate) fn check_references(pack: &Pack) -> Vec<Problem> {
    let mut problems = Vec::new();
    for silence in &pack.silences {
        let topics = silence.when.iter().flat_map(|when| &when.topic);
        problems.extend(topics.filter_map(|topic| missing_topic(pack, topic, silence.place)));
    }
    for clause in &pack.clauses {
        for rule in &clause.rules {
            problems.extend(missing_clauses(pack, &rule.over, rule.place));
            let topics = rule.when.iter().flat_map(|when| &when.topic);
            problems.extend(topics.filter_map(|topic| missing_topic(pack, topic, rule.place)));
        }
        for rung in &clause.ladder {
            problems.extend(missing_clauses(pack, &rung.over, rung.place));
        }
    }
    problems
}

/// Lists the cited clauses that the pack does not have; a clause that contains others counts as there.
fn missing_clauses<'a>(pack: &'a Pack, cited: &'a [ClauseRef], place: Place) -> impl Iterator<Item = Problem> + 'a {
    let missing = |found: &&ClauseRef| !pack.clauses.iter().any(|clause| clause.reference.satisfies(found));
    cited.iter().filter(missing).map(move |found| Problem { place, kind: unknown_clause(pack, *found) })
}

/// Says that a pack has no such clause, and which one is meant perhaps.
pub(crate) fn unknown_clause(pack: &Pack, found: ClauseRef) -> ProblemKind {
    let near = nearest(found.as_str(), &mut pack.clauses.iter().map(|clause| clause.reference.as_str()));
    ProblemKind::UnknownClause { found, nearest: near.and_then(|near| near.parse().ok()) }
}

/// Answers a problem if the pack does not declare `topic`.
fn missing_topic(pack: &Pack, topic: &str, place: Place) -> Option<Problem> {
    let known = || pack.topics.iter().map(|topic| topic.code.as_str());
    if known().any(|code| code == topic) {
        return None;
    }
    let nearest = nearest(topic, &mut known()).map(str::to_owned);
    Some(Problem { place, kind: ProblemKind::UnknownTopic { found: topic.to_owned(), nearest } })
}
