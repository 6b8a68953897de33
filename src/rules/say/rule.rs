//! What a rule does, in plain sentences: when it applies, and what follows.

use super::answers::{actor, answerable, barred, form, handler_role, limit, recipient};
use super::duties::duty;
use super::situation::basis;
use super::when::{person, whens};
use super::words::{Phrase, join, phrase, sentence};
use crate::rules::decision::ClauseRef;
use crate::rules::pack::{DutyRule, OwnerRule, Pack, Rule, Way, Words};

/// What a rule, or a sanction, does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// When; empty where it always applies.
    pub when: Words,
    /// What follows, one sentence each.
    pub follows: Vec<Words>,
    /// Over which clauses it prevails.
    pub over: Vec<ClauseRef>,
}

/// Says what a rule of `pack` does.
pub fn say_rule(pack: &Pack, rule: &Rule) -> Effect {
    let mut follows = Vec::new();
    follows.extend(rule.owner.as_ref().map(owner));
    follows.extend(rule.handler.map(|code| about(("由", "承办"), "Settled by ", handler_role(code))));
    follows.extend(
        rule.department.as_ref().map(|name| sentence(format!("承办部门是{name}"), format!("The department is {name}"))),
    );
    follows.extend(
        rule.answerable.map(|code| about(("由", "向服务对象负责到底"), "Answerable to the end: ", answerable(code))),
    );
    follows.extend(rule.duties.iter().map(demanded));
    follows.extend(rule.waives.iter().map(|code| about(("此时不要求", ""), "Not demanded here: ", duty(*code))));
    follows.extend(rule.forms.iter().map(|code| about(("填写或出具", ""), "Filled in or handed out: ", form(*code))));
    follows.extend(rule.barred.iter().map(|code| about(("不得", ""), "Barred: ", barred(*code))));
    Effect { when: whens(pack, &rule.when), follows, over: rule.over.clone() }
}

/// Puts a phrase between Chinese words and behind English ones.
fn about((before, behind): Phrase, en: &str, (said_zh, said_en): Phrase) -> Words {
    sentence(format!("{before}{said_zh}{behind}"), format!("{en}{said_en}"))
}

/// Says how the owner is found.
fn owner(rule: &OwnerRule) -> Words {
    match rule {
        OwnerRule::Fixed(fixed) => {
            let Words { zh, en } = phrase(basis(fixed.basis));
            sentence(
                format!("首问责任人固定是“{}”（{zh}）", fixed.id),
                format!("The owner is always “{}”, the one {en}", fixed.id),
            )
        }
        OwnerRule::Person(choice) => {
            let by: Vec<Words> = choice.by.iter().map(|code| phrase(basis(*code))).collect();
            let Words { zh, en } = join(&by, ("，相同时再取", ", of equals the one "));
            let among = person(choice.among).unwrap_or_default();
            let (among_zh, among_en) = if among.zh.is_empty() {
                (String::new(), String::new())
            } else {
                (format!("（只在{}的人中选）", among.zh), format!(" (only people who are {})", among.en))
            };
            sentence(format!("首问责任人是{zh}{among_zh}"), format!("The owner is the one {en}{among_en}"))
        }
    }
}

/// Says what a duty demands: who, when, to whom, what.
fn demanded(rule: &DutyRule) -> Words {
    let same_doer = rule.any.windows(2).all(|pair| matches!(pair, [one, other] if one.by == other.by));
    let what = |way: &Way| {
        let Words { zh, en } = phrase(duty(way.code));
        let (by_zh, by_en) = actor(way.by);
        if same_doer { sentence(zh, en) } else { sentence(format!("{by_zh}{zh}"), format!("{en} by {by_en}")) }
    };
    let ways = join(&rule.any.iter().map(what).collect::<Vec<_>>(), ("，或者", ", or "));
    let (by_zh, by_en) = rule.any.first().filter(|_| same_doer).map(|way| actor(way.by)).unwrap_or_default();
    let within = rule.within.map(limit).unwrap_or_default();
    let (to_zh, to_en) = rule.to.map_or_else(Default::default, |to| {
        let (zh, en) = recipient(to);
        (format!("向{zh}"), format!(" to {en}"))
    });
    let (needed_zh, needed_en) = if rule.optional { ("必要时", ", where necessary") } else { ("", "") };
    let zh = [by_zh, needed_zh, &within.zh, &to_zh, &ways.zh].concat();
    let by_en = if by_en.is_empty() { String::new() } else { format!("{}: ", capital(by_en)) };
    let within_en = if within.en.is_empty() { String::new() } else { format!(" {}", within.en) };
    sentence(spaced(&zh), [by_en.as_str(), &ways.en, &to_en, &within_en, needed_en].concat())
}

/// Sets figures apart from the characters before them.
fn spaced(zh: &str) -> String {
    let mut said = String::with_capacity(zh.len() + 2);
    for letter in zh.chars() {
        if letter.is_ascii_digit() && said.chars().last().is_some_and(|before| !before.is_ascii()) {
            said.push(' ');
        }
        said.push(letter);
    }
    said
}

/// Begins a sentence.
pub(super) fn capital(phrase: &str) -> String {
    let phrase = phrase.strip_prefix("the ").or_else(|| phrase.strip_prefix("a ")).unwrap_or(phrase);
    let mut letters = phrase.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
