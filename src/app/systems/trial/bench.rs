//! What is being tried. It lives above the pages, so that it survives a change of page, system or language.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::words::pick;
use crate::office::Lang;
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
        situation: RwSignal::new(usual(Lang::Hans)),
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
pub(super) fn names(lang: Lang) -> [&'static str; 4] {
    pick(lang, [CHINESE, CHINESE, ENGLISH])
}

const CHINESE: [&str; 4] = ["甲", "乙", "丙", "丁"];
const ENGLISH: [&str; 4] = ["A", "B", "C", "D"];

impl Bench {
    /// Calls the people by the names that they have in `lang`; those whom a case names otherwise keep their names.
    pub(super) fn speak(self, lang: Lang) {
        let renamed = renamed(&self.situation.get_untracked(), lang);
        if renamed.is_empty() {
            return;
        }
        let new_name = |id: &String| renamed.iter().find(|(old, _)| old == id).map(|(_, new)| (*new).to_owned());
        self.situation.update(|situation| {
            for person in &mut situation.asked {
                person.id = new_name(&person.id).unwrap_or_else(|| std::mem::take(&mut person.id));
            }
        });
        self.why_not.update(|asked| {
            if let Some(WhyNotAsked::Person(id)) = asked {
                *id = new_name(id).unwrap_or_else(|| std::mem::take(id));
            }
        });
    }
}

/// Who has another name in `lang`, with that name. Nobody where someone has a name of that language already.
fn renamed(situation: &Situation, lang: Lang) -> Vec<(String, &'static str)> {
    let wanted = names(lang);
    if situation.asked.iter().any(|person| wanted.contains(&person.id.as_str())) {
        return Vec::new();
    }
    let others = if wanted == CHINESE { ENGLISH } else { CHINESE };
    let new_name = |id: &str| others.iter().zip(wanted).find(|(old, _)| **old == id).map(|(_, new)| new);
    situation.asked.iter().filter_map(|person| Some((person.id.clone(), new_name(&person.id)?))).collect()
}

/// The plainest situation: one person was asked, and everything is as usual.
pub(super) fn usual(lang: Lang) -> Situation {
    let [first, ..] = names(lang);
    Situation { asked: vec![Asked::new(first)], ..Situation::default() }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn people_are_called_by_the_names_of_the_readers_language() {
        let check = |ids: &[&str], lang: Lang, expected: &[(&str, &str)]| {
            let asked = ids.iter().map(|id| Asked::new(*id)).collect();
            let found = renamed(&Situation { asked, ..Situation::default() }, lang);
            let found: Vec<(&str, &str)> = found.iter().map(|(old, new)| (old.as_str(), *new)).collect();
            assert_eq!(found, expected, "{ids:?}");
        };
        check(&["甲", "丙", "乙"], Lang::En, &[("甲", "A"), ("丙", "C"), ("乙", "B")]);
        check(&["D", "A"], Lang::Hant, &[("D", "丁"), ("A", "甲")]);
        check(&["甲"], Lang::Hans, &[]);
        check(&["a", "wang", "甲"], Lang::En, &[("甲", "A")]);
        check(&["A", "甲"], Lang::En, &[]);
        check(&[], Lang::En, &[]);
    }
}
