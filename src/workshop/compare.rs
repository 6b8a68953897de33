//! Two systems beside each other: how the owner is found, what happens by whose duty it is, limits, forms, what is
//! barred, sanctions.

use std::collections::BTreeSet;

use super::read::head;
use super::tongue::said;
use super::view::{Aspect, Comparison, Contrast, Head, Saying};
use crate::office::Lang;
use crate::rules::pack::{Clause, Pack, Rule, Words};
use crate::rules::{ClauseRef, CompiledPack, Effect, Scope, say_barred, say_form, say_rule, say_rung};

/// What one system says about each aspect.
pub(super) struct Side {
    head: Head,
    said: Vec<(Aspect, Vec<Saying>)>,
}

impl Side {
    /// Reads a system for comparing.
    pub(super) fn of(lang: Lang, pack: &CompiledPack) -> Self {
        let pack = pack.pack();
        let mut said = vec![(Aspect::Owner, gathered(lang, owners(pack)))];
        said.extend(Scope::ALL.iter().map(|scope| (Aspect::Route(*scope), gathered(lang, route(pack, *scope)))));
        said.push((Aspect::Limits, gathered(lang, limits(pack))));
        said.push((Aspect::Forms, gathered(lang, forms(pack))));
        said.push((Aspect::Barred, gathered(lang, barred(pack))));
        said.push((Aspect::Sanctions, gathered(lang, sanctions(pack))));
        Self { head: head(lang, pack), said }
    }
}

/// Puts two systems beside each other.
pub(super) fn compare(one: Side, other: Side) -> Comparison {
    let words = |sayings: &[Saying]| sayings.iter().map(|saying| saying.words.clone()).collect::<BTreeSet<_>>();
    let rows = one.said.into_iter().zip(other.said).map(|((about, left), (_, right))| Contrast {
        about,
        same: words(&left) == words(&right),
        sides: [left, right],
    });
    Comparison { rows: rows.collect(), heads: [one.head, other.head] }
}

/// A sentence with the clause that says it.
type Said = (Words, ClauseRef);

/// Joins equal sentences, with all their clauses.
fn gathered(lang: Lang, lines: Vec<Said>) -> Vec<Saying> {
    let mut sayings: Vec<Saying> = Vec::new();
    for (words, clause) in lines {
        let words = said(lang, &words);
        match sayings.iter_mut().find(|saying| saying.words == words) {
            Some(saying) if saying.clauses.contains(&clause) => {}
            Some(saying) => saying.clauses.push(clause),
            None => sayings.push(Saying { words, clauses: vec![clause] }),
        }
    }
    sayings
}

fn owners(pack: &Pack) -> Vec<Said> {
    let rules = pack.rules().filter(|(_, rule)| rule.owner.is_some());
    let said = rules.map(|(clause, rule)| {
        let only = Rule { owner: rule.owner.clone(), when: rule.when.clone(), ..Rule::default() };
        (sentence(pack, &only), clause)
    });
    said.collect()
}

/// What is done where a rule speaks of matters that are this one's duty: who settles it, who answers, what must be done.
fn route(pack: &Pack, scope: Scope) -> Vec<Said> {
    let speaks = |rule: &Rule| rule.when.iter().any(|when| when.scope.contains(&scope) && when.scope.len() < 4);
    let rules = pack.rules().filter(|(_, rule)| speaks(rule));
    let lines = rules.flat_map(|(clause, rule)| {
        let only = Rule { when: Vec::new(), forms: Vec::new(), barred: Vec::new(), owner: None, ..rule.clone() };
        say_rule(pack, &only).follows.into_iter().map(move |words| (words, clause))
    });
    lines.collect()
}

fn limits(pack: &Pack) -> Vec<Said> {
    let lines = pack.rules().flat_map(|(clause, rule)| {
        let timed = rule.duties.iter().filter(|duty| duty.within.is_some());
        timed.map(move |duty| (sole(pack, &Rule { duties: vec![duty.clone()], ..Rule::default() }), clause))
    });
    lines.collect()
}

fn forms(pack: &Pack) -> Vec<Said> {
    pack.rules().flat_map(|(clause, rule)| rule.forms.iter().map(move |form| (say_form(*form), clause))).collect()
}

fn barred(pack: &Pack) -> Vec<Said> {
    pack.rules().flat_map(|(clause, rule)| rule.barred.iter().map(move |act| (say_barred(*act), clause))).collect()
}

fn sanctions(pack: &Pack) -> Vec<Said> {
    let rungs = |clause: &Clause| {
        let reference = clause.reference;
        let said = clause.ladder.iter().map(move |rung| (when_then(&say_rung(rung)), reference));
        said.collect::<Vec<_>>()
    };
    pack.clauses.iter().flat_map(rungs).collect()
}

fn sole(pack: &Pack, rule: &Rule) -> Words {
    say_rule(pack, rule).follows.into_iter().next().unwrap_or_default()
}

fn sentence(pack: &Pack, rule: &Rule) -> Words {
    when_then(&say_rule(pack, rule))
}

/// Puts when and what follows into one sentence.
fn when_then(effect: &Effect) -> Words {
    let zh = effect.follows.iter().map(|words| words.zh.as_str()).collect::<Vec<_>>().join("；");
    let en = effect.follows.iter().map(|words| words.en.as_str()).collect::<Vec<_>>().join("; ");
    if effect.when.zh.is_empty() {
        return Words { zh, en };
    }
    Words { zh: format!("{}时：{zh}", effect.when.zh), en: format!("Where {}: {en}", effect.when.en) }
}
