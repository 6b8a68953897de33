//! What the accountability clauses say, as data.
//!
//! A rung names the sanctions for one kind of misconduct. Rungs that prevail over others (`over`) hide them: the answer
//! is the rung named, not the rungs below it.

use serde::{Deserialize, Serialize};

use super::model::Place;
use super::reader::{Source, Table};
use crate::rules::assessment::{Aggravating, Consequence, Liable, Mitigating, Sanction, StaffRole, Violation, Weight};
use crate::rules::decision::ClauseRef;
use crate::rules::situation::Scope;

/// The most rungs that a clause may have.
const RUNGS_MAX: usize = 50;

/// What follows for someone who did wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rung {
    /// One of these violations; any, where there is none.
    pub violation: Vec<Violation>,
    /// At least one of these consequences, where there are any.
    pub consequence: Vec<Consequence>,
    /// All of these consequences.
    pub consequences: Vec<Consequence>,
    /// None of these consequences.
    pub no_consequence: Vec<Consequence>,
    /// In one of these roles; any, where there is none.
    pub role: Vec<StaffRole>,
    /// The matter was one of these's duty; any, where there is none.
    pub scope: Vec<Scope>,
    /// For one of these times under the same clause, from 1; any, where there is none.
    pub time: Vec<u32>,
    /// Whether times later than those count too (第三次及以上).
    pub or_later: bool,
    /// How often sanctions were given.
    pub tally: Option<Tally>,
    /// All of these follow.
    pub sanctions: Vec<Sanction>,
    /// Of these the text leaves a choice.
    pub one_of: Vec<Sanction>,
    /// Who is held to account.
    pub liable: Vec<Liable>,
    /// Clauses whose rungs this one hides.
    pub over: Vec<ClauseRef>,
    /// Where it stands in the pack's text; absent in the compact form.
    #[serde(skip)]
    pub place: Place,
}

/// How often sanctions must have been given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Which sanctions count.
    pub of: Vec<Sanction>,
    /// How many there must be (以上 includes the number).
    pub at_least: u32,
    /// Whether the one that follows now counts too.
    pub with_this: bool,
    /// Whether only those of the same year count.
    pub same_year: bool,
}

/// What a clause says about leniency and severity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeightRule {
    /// One of these speaks for leniency.
    pub mitigating: Vec<Mitigating>,
    /// One of these speaks for severity.
    pub aggravating: Vec<Aggravating>,
    /// The weights that the text allows.
    pub weight: Vec<Weight>,
    /// Where it stands in the pack's text; absent in the compact form.
    #[serde(skip)]
    pub place: Place,
}

/// Reads the rungs of a clause.
pub(super) fn read_rungs<'t>(source: &mut Source<'t>, clause: &mut Table<'_, 't>) -> Vec<Rung> {
    let tables = clause.tables(source, "sanction", RUNGS_MAX, "sanctions in one clause");
    tables.into_iter().map(|table| read_rung(source, table)).collect()
}

/// Reads one rung.
fn read_rung<'t>(source: &mut Source<'t>, mut table: Table<'_, 't>) -> Rung {
    let rung = Rung {
        violation: table.codes(source, "violation"),
        consequence: table.codes(source, "consequence"),
        consequences: table.codes(source, "consequences"),
        no_consequence: table.codes(source, "no_consequence"),
        role: table.codes(source, "role"),
        scope: table.codes(source, "scope"),
        time: table.numbers(source, "time"),
        or_later: table.truth(source, "or_later").unwrap_or(false),
        tally: read_tally(source, &mut table),
        sanctions: table.codes(source, "sanctions"),
        one_of: table.codes(source, "one_of"),
        liable: table.codes(source, "liable"),
        over: table.codes(source, "over"),
        place: source.place(&table.span()),
    };
    if rung.sanctions.is_empty() && rung.one_of.is_empty() && rung.liable.is_empty() {
        table.need(source, "sanctions");
    }
    table.finish(source);
    rung
}

/// Reads how often sanctions must have been given.
fn read_tally<'t>(source: &mut Source<'t>, rung: &mut Table<'_, 't>) -> Option<Tally> {
    let value = rung.get("tally")?;
    let mut table = source.table(value, "tally")?;
    table.need(source, "of");
    table.need(source, "at_least");
    let tally = Tally {
        of: table.codes(source, "of"),
        at_least: table.number(source, "at_least").unwrap_or(1),
        with_this: table.truth(source, "with_this").unwrap_or(false),
        same_year: table.truth(source, "same_year").unwrap_or(false),
    };
    table.finish(source);
    Some(tally)
}

/// Reads what a clause says about leniency and severity.
pub(super) fn read_weights<'t>(source: &mut Source<'t>, clause: &mut Table<'_, 't>) -> Vec<WeightRule> {
    let tables = clause.tables(source, "weight", RUNGS_MAX, "weights in one clause");
    let mut weights = Vec::new();
    for mut table in tables {
        let place = source.place(&table.span());
        table.need(source, "weight");
        weights.push(WeightRule {
            mitigating: table.codes(source, "mitigating"),
            aggravating: table.codes(source, "aggravating"),
            weight: table.codes(source, "weight"),
            place,
        });
        table.finish(source);
    }
    weights
}
