//! What is wrong with a text, line by line.

use super::read;
use super::view::{Checked, ProblemView};
use crate::office::Lang;
use crate::rules::pack::{Problem, ProblemKind, check};
use crate::rules::{CompiledPack, say_problem};

use super::tongue::said;

/// Looks at a text that was read, or tells why it could not be.
pub(super) fn check_text(lang: Lang, loaded: Result<&CompiledPack, Vec<Problem>>) -> Checked {
    match loaded {
        Err(problems) => Checked { head: None, problems: said_all(lang, &problems), cases: (0, 0) },
        Ok(pack) => {
            let problems = check(pack);
            let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let failed = problems.iter().filter(|problem| matches!(problem.kind, ProblemKind::CaseFails { .. }));
            let all = count(pack.pack().cases.len());
            let passed = all.saturating_sub(count(failed.count()));
            Checked {
                head: Some(read::head(lang, pack.pack())),
                problems: said_all(lang, &problems),
                cases: (all, passed),
            }
        }
    }
}

/// Says problems in words, in the order of the text.
pub(super) fn said_all(lang: Lang, problems: &[Problem]) -> Vec<ProblemView> {
    let mut problems: Vec<ProblemView> = problems.iter().map(|problem| view(lang, problem)).collect();
    problems.sort_by_key(|problem| (problem.line, problem.column));
    problems
}

fn view(lang: Lang, problem: &Problem) -> ProblemView {
    ProblemView {
        line: problem.place.line,
        column: problem.place.column,
        severity: problem.kind.severity().into(),
        words: said(lang, &say_problem(&problem.kind)),
    }
}
