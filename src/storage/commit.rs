//! Storing what belongs together.

use super::meta::{OFFICE, SETTINGS, SYSTEMS};
use super::{Key, Store, Transaction, Value, Write};
use crate::house::Plan;

/// What is stored together or not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Commit<'a> {
    /// Event lines, without line feeds.
    pub lines: &'a [String],
    /// The office document, where it changes: a new one, or none from now on.
    pub office: Option<Option<&'a str>>,
    /// The settings, where they change.
    pub settings: Option<&'a str>,
    /// The systems of the office's own, where they change.
    pub systems: Option<&'a str>,
}

impl<'a> From<&'a Plan> for Commit<'a> {
    fn from(plan: &'a Plan) -> Self {
        let office = plan.office.as_ref().map(Option::as_deref);
        Self { lines: &plan.lines, office, settings: plan.settings.as_deref(), systems: plan.systems.as_deref() }
    }
}

/// Stores a commit under its number: its lines, joined by line feeds, and what changes beside them.
pub fn commit(number: u64, commit: Commit<'_>) -> Transaction {
    let key = |name: &str| Key::Name(name.to_owned());
    let put = |name: &str, text: &str| Write::Put(Store::Meta, key(name), Value::Text(text.to_owned()));
    let mut writes = vec![Write::Add(Store::Events, Key::Number(number), Value::Text(commit.lines.join("\n")))];
    match commit.office {
        Some(Some(office)) => writes.push(put(OFFICE, office)),
        Some(None) => writes.push(Write::Delete(Store::Meta, key(OFFICE))),
        None => {}
    }
    writes.extend(commit.settings.map(|settings| put(SETTINGS, settings)));
    writes.extend(commit.systems.map(|systems| put(SYSTEMS, systems)));
    Transaction { writes }
}
