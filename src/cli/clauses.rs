//! `shouwen clauses`: what became of each clause of a system's text.

use std::io::Write;
use std::process::ExitCode;

use shouwen::rules::pack::{Clause, OwnerRule, Rule};

use super::Failure;
use super::pack_file;

pub(super) const HELP: &str = "\
usage: shouwen clauses SYSTEM

Lists the clauses of a system in reading order, one a line: reference, then, after a tab, what follows from it (rules, facts, sanctions,
weights), or why nothing does. SYSTEM is an id from `shouwen systems` or a pack file (*.toml).
";

/// Lists the clauses.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let [system] = arguments else { return Err(Failure::Usage(HELP)) };
    for clause in &pack_file::find(system)?.pack().clauses {
        let from = clause.from.as_ref().map(|from| format!(" (from {from})")).unwrap_or_default();
        writeln!(out, "{}\t{}{from}", clause.reference, follows(clause))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what follows from a clause.
fn follows(clause: &Clause) -> String {
    let mut parts: Vec<String> = clause.rules.iter().map(|rule| format!("rule: {}", rule_words(rule))).collect();
    if !clause.facts.is_empty() {
        let names: Vec<&str> = clause.facts.keys().map(|name| name.as_str()).collect();
        parts.push(format!("facts: {}", names.join(", ")));
    }
    for rung in &clause.ladder {
        let sanctions: Vec<&str> = rung.sanctions.iter().map(|code| code.as_str()).collect();
        let one_of: Vec<&str> = rung.one_of.iter().map(|code| code.as_str()).collect();
        let words: Vec<String> =
            [sanctions.join(", "), one_of.join(" or ")].into_iter().filter(|words| !words.is_empty()).collect();
        parts.push(format!(
            "sanction: {}",
            if words.is_empty() { "who is liable".to_owned() } else { words.join(", ") }
        ));
    }
    for rule in &clause.weights {
        let weights: Vec<&str> = rule.weight.iter().map(|code| code.as_str()).collect();
        parts.push(format!("weight: {}", weights.join(" or ")));
    }
    match &clause.unformalised {
        Some(reason) if parts.is_empty() => format!("nothing: {} / {}", reason.zh, reason.en),
        _ => parts.join("; "),
    }
}

/// Says what a rule demands.
fn rule_words(rule: &Rule) -> String {
    let mut words: Vec<String> = Vec::new();
    match &rule.owner {
        Some(OwnerRule::Person(choice)) => words.push(format!("owner {}", join(&choice.by))),
        Some(OwnerRule::Fixed(window)) => words.push(format!("owner {}", window.id)),
        None => {}
    }
    words.extend(rule.handler.map(|code| format!("handler {code}")));
    words.extend(rule.department.as_ref().map(|name| format!("department {name}")));
    words.extend(rule.answerable.map(|code| format!("answerable {code}")));
    for duty in &rule.duties {
        let ways: Vec<&str> = duty.any.iter().map(|way| way.code.as_str()).collect();
        words.push(format!("duty {}", ways.join(" or ")));
    }
    let lists = [("waives", join(&rule.waives)), ("form", join(&rule.forms)), ("bars", join(&rule.barred))];
    words.extend(
        lists.into_iter().filter(|(_, codes)| !codes.is_empty()).map(|(name, codes)| format!("{name} {codes}")),
    );
    words.join(", ")
}

/// Lists codes in one line.
fn join<T: std::fmt::Display>(codes: &[T]) -> String {
    codes.iter().map(T::to_string).collect::<Vec<_>>().join(" + ")
}
