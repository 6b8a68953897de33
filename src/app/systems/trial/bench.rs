//! What is being tried. It lives above the pages, so that it survives a change of page, system or language.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::rules::{
    Asked, AssessmentGiven, Consequence, RecordEntry, Sanction, Scope, Situation, StaffRole, Violation,
};
use crate::workshop::WhyNotAsked;

/// What is being tried.
#[derive(Clone, Copy)]
pub(in crate::app::systems) struct Bench {
    /// The situation.
    pub(in crate::app::systems) situation: RwSignal<Situation>,
    /// Of what someone wants to know why it is not so.
    pub(super) why_not: RwSignal<Option<WhyNotAsked>>,
    /// What was done wrong.
    pub(super) conduct: RwSignal<Conduct>,
    /// Of which sanction someone wants to know why it does not follow.
    pub(super) why_no_sanction: RwSignal<Option<Sanction>>,
    /// Lines of the decision whose reasons are open.
    pub(super) open: RwSignal<BTreeSet<String>>,
    /// Whether the way is shown rather than the decision.
    pub(super) shows_flow: RwSignal<bool>,
}

/// One kind of misconduct, done so many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Conduct {
    /// What was done.
    pub(super) violation: Violation,
    /// What came of it.
    pub(super) consequence: Consequence,
    /// In which role.
    pub(super) role: StaffRole,
    /// For which time, from 1.
    pub(super) time: u32,
}

impl Conduct {
    /// The record that the system judges: the same, so many times.
    pub(super) fn given(self, scope: Scope) -> AssessmentGiven {
        let entry = RecordEntry {
            violation: self.violation,
            consequence: (self.consequence != Consequence::None).then_some(self.consequence).into_iter().collect(),
            role: Some(self.role),
            scope,
            at: None,
            mitigating: Vec::new(),
            aggravating: Vec::new(),
        };
        let record = (0..self.time).map(|_| entry.clone()).collect();
        AssessmentGiven { record, ..AssessmentGiven::default() }
    }
}

/// Provides the bench. Called once, by the wing.
pub(crate) fn provide() {
    let conduct =
        Conduct { violation: Violation::Shirk, consequence: Consequence::None, role: StaffRole::Owner, time: 1 };
    provide_context(Bench {
        situation: RwSignal::new(usual()),
        why_not: RwSignal::new(None),
        conduct: RwSignal::new(conduct),
        why_no_sanction: RwSignal::new(None),
        open: RwSignal::new(BTreeSet::new()),
        shows_flow: RwSignal::new(false),
    });
}

/// The bench, for a component's set-up.
///
/// # Panics
/// When the wing did not provide it.
#[allow(clippy::expect_used)]
pub(in crate::app::systems) fn bench() -> Bench {
    use_context().expect("the rules' wing provides the bench")
}

/// The names by which people are told apart.
pub(super) const NAMES: [&str; 4] = ["甲", "乙", "丙", "丁"];

/// The plainest situation: one person was asked, and everything is as usual.
pub(super) fn usual() -> Situation {
    Situation { asked: NAMES.first().map(|name| Asked::new(*name)).into_iter().collect(), ..Situation::default() }
}
