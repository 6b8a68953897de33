//! Packs with one change each.

use std::fmt::Display;

use shouwen::rules::ClauseRef;
use shouwen::rules::pack::{Clause, OwnCases, Pack, Place};

use super::{ladders, rules};

/// A pack with one change.
pub(crate) struct Mutant {
    /// The changed pack, without its cases.
    pub(crate) pack: Pack,
    /// The clause that was changed.
    pub(crate) clause: ClauseRef,
    /// Where the changed rule stands in the text.
    pub(crate) place: Place,
    /// What was changed.
    pub(crate) change: String,
}

/// Lists every change of a pack, in the order of its text. Clauses taken over from another pack are left to that pack.
pub(crate) fn mutants(pack: &Pack) -> Vec<Mutant> {
    let mut changes = Changes { pack: Pack { cases: OwnCases::default(), ..pack.clone() }, mutants: Vec::new() };
    for (at, clause) in pack.clauses.iter().enumerate().filter(|(_, clause)| clause.from.is_none()) {
        rules::change(&mut changes, at, clause);
        ladders::change(&mut changes, at, clause);
    }
    changes.mutants
}

/// The pack and the changes so far.
pub(super) struct Changes {
    pub(super) pack: Pack,
    mutants: Vec<Mutant>,
}

impl Changes {
    /// Notes the pack with one clause changed.
    pub(super) fn note(&mut self, clause: usize, place: Place, change: String, edit: impl FnOnce(&mut Clause)) {
        let mut pack = self.pack.clone();
        edit(&mut pack.clauses[clause]);
        let clause = pack.clauses[clause].reference;
        if pack != self.pack {
            self.mutants.push(Mutant { pack, clause, place, change });
        }
    }

    /// Notes a change of each code of a list to one that is not in it.
    pub(super) fn codes<T: Copy + PartialEq + Display>(
        &mut self,
        (clause, place, name): (usize, Place, &str),
        codes: &[T],
        all: &[T],
        list: impl Fn(&mut Clause) -> &mut Vec<T>,
    ) {
        for (at, code) in codes.iter().copied().enumerate() {
            let Some(other) = another(code, codes, all) else { continue };
            self.note(clause, place, format!("{name}: `{code}` becomes `{other}`"), |clause| list(clause)[at] = other);
        }
    }

    /// Notes a change of one code to another.
    pub(super) fn code<T: Copy + PartialEq + Display>(
        &mut self,
        (clause, place, name): (usize, Place, &str),
        code: Option<T>,
        all: &[T],
        set: impl Fn(&mut Clause, T),
    ) {
        let Some((code, other)) = code.and_then(|code| Some((code, another(code, &[code], all)?))) else { return };
        self.note(clause, place, format!("{name}: `{code}` becomes `{other}`"), |clause| set(clause, other));
    }

    /// Notes the opposite of a choice: every value that is not in it.
    pub(super) fn opposite<T: Copy + PartialEq>(
        &mut self,
        (clause, place, name): (usize, Place, &str),
        values: &[T],
        all: &[T],
        list: impl Fn(&mut Clause) -> &mut Vec<T>,
    ) {
        if values.is_empty() {
            return;
        }
        let others = all.iter().copied().filter(|value| !values.contains(value)).collect();
        self.note(clause, place, format!("{name} is flipped"), |clause| *list(clause) = others);
    }

    /// Notes a condition left out.
    pub(super) fn dropped<T: Clone + Default>(
        &mut self,
        (clause, place, name): (usize, Place, &str),
        field: impl Fn(&mut Clause) -> &mut T,
    ) {
        self.note(clause, place, format!("{name} is left out"), |clause| *field(clause) = T::default());
    }
}

/// Finds the code after `code` that is not among `taken`.
fn another<T: Copy + PartialEq>(code: T, taken: &[T], all: &[T]) -> Option<T> {
    let at = all.iter().position(|other| *other == code)?;
    all.iter().cycle().skip(at + 1).take(all.len()).copied().find(|other| !taken.contains(other))
}
