//! Runs cases: asks the engine what a case asks, and compares.

use std::collections::BTreeSet;
use std::fmt;

use super::assess::{Assessment, assess};
use super::calendar::{Calendar, Due};
use super::cases::{
    AssessmentExpected, Case, DecisionExpected, Doers, DueExpected, DueGiven, Expected, FactExpected, FactGiven,
    Question,
};
use super::compile::CompiledPack;
use super::decide::decide;
use super::decision::{ClauseRef, Decision};
use super::limit::Limit;
use super::stated_limit::stated_limit;
use crate::script::fold;

/// Something that a case expects and the engine does not answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// What was compared, e.g. `owner`.
    pub what: &'static str,
    /// What the case expects.
    pub expected: String,
    /// What the engine answers.
    pub found: String,
}

impl fmt::Display for Miss {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {} {}, found {}", self.what, self.expected, self.found)
    }
}

/// Runs a case; what it expects and does not get is answered, nothing if it passes.
pub fn run_case(pack: &CompiledPack, case: &Case) -> Vec<Miss> {
    let mut comparison = Comparison::default();
    match &case.question {
        Question::Decide(situation, expected) => comparison.decision(&decide(pack, situation), expected),
        Question::Fact(given, expected) => comparison.fact(pack, given, expected),
        Question::Due(given, expected) => comparison.due(pack, given, expected),
        Question::Assess(given, expected) => comparison.assessment(&assess(pack, given), expected),
    }
    comparison.misses
}

/// What was missed so far.
#[derive(Default)]
struct Comparison {
    misses: Vec<Miss>,
}

impl Comparison {
    fn note(&mut self, what: &'static str, expected: impl fmt::Display, found: impl fmt::Display) {
        self.misses.push(Miss { what, expected: expected.to_string(), found: found.to_string() });
    }

    /// Compares one value with the one that is expected, if any is.
    fn one<T: fmt::Display + PartialEq>(&mut self, what: &'static str, expected: Option<&T>, found: Option<&T>) {
        if let Some(expected) = expected
            && found != Some(expected)
        {
            self.note(what, expected, found.map_or_else(|| "nobody".to_owned(), T::to_string));
        }
    }

    /// Compares whom the case expects, if it says.
    fn whom<T: fmt::Display + PartialEq>(&mut self, what: &'static str, expected: &Expected<T>, found: Option<&T>) {
        match (expected, found) {
            (Expected::Anybody, _) | (Expected::Nobody, None) => {}
            (Expected::Is(expected), found) => self.one(what, Some(expected), found),
            (Expected::Nobody, Some(found)) => self.note(what, "nobody", found),
        }
    }

    /// Notes what of `expected` is not among `found`.
    fn each<T: fmt::Display + PartialEq>(&mut self, what: &'static str, expected: &[T], found: &[T]) {
        for missing in expected.iter().filter(|code| !found.contains(code)) {
            self.note(what, missing, join(found));
        }
    }

    /// Notes each clause that is not cited; a deeper citation satisfies its parent.
    fn clauses(&mut self, expected: &[ClauseRef], cited: &[ClauseRef]) {
        for missing in expected.iter().filter(|wanted| !cited.iter().any(|cited| cited.satisfies(wanted))) {
            self.note("clause", missing, join(cited));
        }
    }

    fn decision(&mut self, decision: &Decision, expected: &DecisionExpected) {
        let owner = decision.owner.as_ref();
        self.whom("owner", &expected.owner, owner.map(|owner| &owner.id));
        self.one("basis", expected.basis.as_ref(), owner.map(|owner| &owner.basis));
        self.whom("handler", &expected.handler, decision.handler.as_ref().map(|handler| &handler.code));
        self.one("answerable", expected.answerable.as_ref(), decision.answerable.as_ref().map(|side| &side.code));
        self.duties(decision, expected);
        if let Some(name) = &expected.department {
            let found = decision.department.as_ref().map(|department| department.name.as_ref()).unwrap_or_default();
            if !fold(found).contains(&fold(name)) {
                self.note("department", name, found);
            }
        }
        self.each("form", &expected.forms, &decision.forms.iter().map(|form| form.code).collect::<Vec<_>>());
        self.each("barred", &expected.barred, &decision.barred.iter().map(|barred| barred.code).collect::<Vec<_>>());
        self.clauses(&expected.clauses, &decision.clauses());
    }

    fn duties(&mut self, decision: &Decision, expected: &DecisionExpected) {
        let found: Vec<_> = decision.duties.iter().map(|line| line.code).collect();
        self.each("duty", &expected.duties, &found);
        for present in expected.not_duties.iter().filter(|code| found.contains(code)) {
            self.note("no duty", present, join(&found));
        }
        for any in expected.duties_any.iter().filter(|any| !any.iter().any(|code| found.contains(code))) {
            self.note("one duty of", join(any), join(&found));
        }
        for (code, doers) in &expected.duty_by {
            let actors: Vec<_> = decision.duties.iter().filter(|line| line.code == *code).map(|line| line.by).collect();
            let (is_so, wanted) = match doers {
                Doers::Among(actor) => (actors.contains(actor), vec![*actor]),
                Doers::Exactly(wanted) => {
                    (*wanted == actors.iter().copied().collect(), wanted.iter().copied().collect())
                }
            };
            if !is_so {
                self.note("duty by", format!("{code} {}", join(&wanted)), format!("{code} {}", join(&actors)));
            }
        }
        for (code, recipient) in &expected.duty_to {
            let lines = decision.duties.iter().filter(|line| line.code == *code);
            let recipients: Vec<_> = lines.filter_map(|line| line.to).collect();
            if !recipients.contains(recipient) {
                self.note("duty to", format!("{code} {recipient}"), format!("{code} {}", join(&recipients)));
            }
        }
        for (code, clauses) in &expected.duty_clauses {
            let lines = decision.duties.iter().filter(|line| line.code == *code);
            let cited: Vec<_> = lines.flat_map(|line| std::iter::once(line.clause).chain(line.also.clone())).collect();
            for missing in clauses.iter().filter(|wanted| !cited.iter().any(|cited| cited.satisfies(wanted))) {
                self.note("duty under", format!("{code} {missing}"), format!("{code} {}", join(&cited)));
            }
        }
        for (code, limit) in &expected.within {
            let lines = decision.duties.iter().filter(|line| line.code == *code);
            let limits: Vec<Limit> = lines.filter_map(|line| line.within).collect();
            if !limits.contains(limit) {
                self.note("limit", format!("{code} {limit}"), format!("{code} {}", join(&limits)));
            }
        }
    }

    fn assessment(&mut self, assessment: &Assessment, expected: &AssessmentExpected) {
        let found: Vec<_> = assessment.sanctions.iter().map(|line| line.code).collect();
        self.each("sanction", &expected.sanctions, &found);
        for present in expected.not_sanctions.iter().filter(|code| found.contains(code)) {
            self.note("no sanction", present, join(&found));
        }
        self.each("weight", &expected.weight, &assessment.weight.iter().map(|line| line.code).collect::<Vec<_>>());
        self.each("liable", &expected.liable, &assessment.liable.iter().map(|line| line.code).collect::<Vec<_>>());
        self.clauses(&expected.clauses, &assessment.clauses());
    }

    fn fact(&mut self, pack: &CompiledPack, given: &FactGiven, expected: &FactExpected) {
        let mut cited = Vec::new();
        let mut values = Vec::new();
        for clause in &pack.pack().clauses {
            if let Some(stated) = clause.facts.get(&given.fact) {
                cited.push(clause.reference);
                values.extend(stated.iter().map(String::as_str));
            }
        }
        let folded: Vec<String> = values.iter().map(|value| fold(value)).collect();
        for missing in expected.includes.iter().filter(|text| !folded.iter().any(|value| value.contains(&fold(text)))) {
            self.note("to include", missing, values.join("; "));
        }
        let wanted: BTreeSet<String> = expected.equals.iter().map(|text| fold(text)).collect();
        if !wanted.is_empty() && wanted != folded.into_iter().collect() {
            self.note("exactly", expected.equals.join("; "), values.join("; "));
        }
        self.clauses(&expected.clauses, &cited);
    }

    fn due(&mut self, pack: &CompiledPack, given: &DueGiven, expected: &DueExpected) {
        let Some(limit) = given.within.or_else(|| stated_limit(pack, given.situation.as_ref(), given.duty)) else {
            return self.note("due", &expected.due, "no limit that the system sets");
        };
        match Calendar::china().due(given.start.timestamp_millis(), limit) {
            Ok(due) if is_due(&due, &expected.due) => {}
            Ok(due) => self.note("due", &expected.due, due.in_china().map(|at| at.to_rfc3339()).unwrap_or_default()),
            Err(error) => self.note("due", &expected.due, error),
        }
    }
}

/// Tells whether a moment is the one that is written as a date or as a time.
fn is_due(due: &Due, written: &str) -> bool {
    match chrono::DateTime::parse_from_rfc3339(written) {
        Ok(time) => time.timestamp_millis() == due.at_ms,
        Err(_) => due.in_china().is_some_and(|at| at.date_naive().to_string() == written),
    }
}

/// Lists values in one line.
fn join<T: fmt::Display>(values: &[T]) -> String {
    if values.is_empty() {
        return "nothing".to_owned();
    }
    values.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}
