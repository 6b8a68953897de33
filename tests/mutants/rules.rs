//! Changes of rules: each dropped, each condition flipped, each code changed.

use shouwen::rules::pack::{AskedCount, Clause, DutyRule, OwnerRule, OwnerTest, Place, Rule, When};
use shouwen::rules::{
    Actor, Answerable, Barred, Basis, Channel, DutyCode, Eligible, FormCode, HandlerRole, HandlerState, Limit,
    Materials, MatterKind, Recipient, Scope,
};

use super::change::Changes;

/// Changes the rules of a clause one by one.
pub(super) fn change(changes: &mut Changes, at: usize, clause: &Clause) {
    for (number, rule) in clause.rules.iter().enumerate() {
        let place = rule.place;
        let whole = clause.rules.len() == 1 && clause.facts.is_empty() && clause.ladder.is_empty();
        changes.note(at, place, "the rule is dropped".to_owned(), |clause| {
            clause.rules.remove(number);
            // Otherwise the checker would only tell that the clause is left unexplained.
            clause.unformalised = whole.then(|| clause.gist.clone());
        });
        if !rule.over.is_empty() {
            changes.dropped((at, place, "over"), |clause| &mut clause.rules[number].over);
        }
        for (which, when) in rule.when.iter().enumerate() {
            condition(changes, (at, place), when, |clause| &mut clause.rules[number].when[which]);
            if rule.when.len() > 1 {
                changes.note(at, place, format!("condition {} is dropped", which + 1), |clause| {
                    clause.rules[number].when.remove(which);
                });
            }
        }
        codes(changes, (at, place), rule, |clause| &mut clause.rules[number]);
        for (which, duty) in rule.duties.iter().enumerate() {
            changes_of_duty(changes, (at, place), duty, |clause| &mut clause.rules[number].duties[which]);
        }
        if let Some(owner) = &rule.owner {
            changes_of_owner(changes, (at, place), owner, |clause| &mut clause.rules[number].owner);
        }
    }
}

/// Flips each part of a condition.
fn condition(
    changes: &mut Changes,
    (at, place): (usize, Place),
    when: &When,
    of: impl Fn(&mut Clause) -> &mut When + Copy,
) {
    changes.opposite((at, place, "channel"), &when.channel, Channel::ALL, |clause| &mut of(clause).channel);
    changes.opposite((at, place, "matter"), &when.matter, MatterKind::ALL, |clause| &mut of(clause).matter);
    changes.opposite((at, place, "scope"), &when.scope, Scope::ALL, |clause| &mut of(clause).scope);
    changes.opposite((at, place, "handler"), &when.handler, HandlerState::ALL, |clause| &mut of(clause).handler);
    changes.opposite((at, place, "materials"), &when.materials, Materials::ALL, |clause| &mut of(clause).materials);
    changes.opposite((at, place, "eligible"), &when.eligible, Eligible::ALL, |clause| &mut of(clause).eligible);
    changes.opposite((at, place, "asked"), &when.asked, AskedCount::ALL, |clause| &mut of(clause).asked);
    if let Some(truth) = when.on_the_spot {
        let change = "on_the_spot is flipped".to_owned();
        changes.note(at, place, change, |clause| of(clause).on_the_spot = Some(!truth));
    }
    if !when.topic.is_empty() {
        changes.dropped((at, place, "topic"), |clause| &mut of(clause).topic);
    }
    for flag in when.flags.iter() {
        changes.note(at, place, format!("flags: `{flag}` is flipped"), |clause| {
            of(clause).flags.remove(flag);
            of(clause).no_flags.insert(flag);
        });
    }
    for flag in when.no_flags.iter() {
        changes.note(at, place, format!("no_flags: `{flag}` is flipped"), |clause| {
            of(clause).no_flags.remove(flag);
            of(clause).flags.insert(flag);
        });
    }
    for flag in when.any_flags.iter() {
        changes.note(at, place, format!("any_flags: `{flag}` is left out"), |clause| {
            of(clause).any_flags.remove(flag);
        });
    }
    test(changes, (at, place, "owner"), when.owner, |clause| &mut of(clause).owner);
}

/// Flips each part of what is wanted of a person.
fn test(
    changes: &mut Changes,
    (at, place, name): (usize, Place, &str),
    wanted: OwnerTest,
    of: impl Fn(&mut Clause) -> &mut OwnerTest,
) {
    for (number, property) in OwnerTest::NAMES.into_iter().enumerate() {
        if wanted.wanted()[number].is_some() {
            changes.note(at, place, format!("{name}: {property} is flipped"), |clause| {
                let test = of(clause);
                let fields = [
                    &mut test.on_duty,
                    &mut test.in_charge,
                    &mut test.named,
                    &mut test.operator,
                    &mut test.took_over,
                    &mut test.at_post,
                    &mut test.appointed,
                ];
                for (_, field) in fields.into_iter().enumerate().filter(|(field, _)| *field == number) {
                    *field = field.map(|truth| !truth);
                }
            });
        }
    }
}

/// Changes the codes that stand in a rule itself.
fn codes(
    changes: &mut Changes,
    (at, place): (usize, Place),
    rule: &Rule,
    of: impl Fn(&mut Clause) -> &mut Rule + Copy,
) {
    changes
        .code((at, place, "handler"), rule.handler, HandlerRole::ALL, |clause, code| of(clause).handler = Some(code));
    changes.code((at, place, "answerable"), rule.answerable, Answerable::ALL, |clause, code| {
        of(clause).answerable = Some(code);
    });
    if rule.department.is_some() {
        let change = "department is another".to_owned();
        changes.note(at, place, change, |clause| of(clause).department = Some("x".to_owned()));
    }
    changes.codes((at, place, "waives"), &rule.waives, DutyCode::ALL, |clause| &mut of(clause).waives);
    changes.codes((at, place, "forms"), &rule.forms, FormCode::ALL, |clause| &mut of(clause).forms);
    changes.codes((at, place, "barred"), &rule.barred, Barred::ALL, |clause| &mut of(clause).barred);
}

/// Changes a duty: its code, who does it, how long it may take, whether it is optional, to whom.
fn changes_of_duty(
    changes: &mut Changes,
    (at, place): (usize, Place),
    duty: &DutyRule,
    of: impl Fn(&mut Clause) -> &mut DutyRule + Copy,
) {
    let named = duty.any.iter().map(|way| way.code.as_str()).collect::<Vec<_>>().join("|");
    for (number, way) in duty.any.iter().enumerate() {
        let site = (at, place, "duty");
        changes.code(site, Some(way.code), DutyCode::ALL, |clause, code| of(clause).any[number].code = code);
        let name = format!("{} by", way.code);
        changes.code((at, place, &name), Some(way.by), Actor::ALL, |clause, by| of(clause).any[number].by = by);
    }
    if let Some(within) = duty.within {
        let other = match within {
            Limit::Now => Limit::Promised,
            Limit::Promised => Limit::Now,
            Limit::Minutes(amount) => Limit::Minutes(amount + 1),
            Limit::Hours(amount) => Limit::Hours(amount + 1),
            Limit::Days(amount) => Limit::WorkingDays(amount),
            Limit::WorkingDays(amount) => Limit::WorkingDays(amount + 1),
            Limit::Months(amount) => Limit::Months(amount + 1),
            Limit::Visits(amount) => Limit::Visits(amount + 1),
            Limit::Rings(amount) => Limit::Rings(amount + 1),
        };
        let change = format!("{named} within: {within} becomes {other}");
        changes.note(at, place, change, |clause| of(clause).within = Some(other));
    }
    let name = format!("{named} to");
    changes.code((at, place, &name), duty.to, Recipient::ALL, |clause, code| of(clause).to = Some(code));
}

/// Changes how the owner is found.
fn changes_of_owner(
    changes: &mut Changes,
    (at, place): (usize, Place),
    owner: &OwnerRule,
    of: impl Fn(&mut Clause) -> &mut Option<OwnerRule> + Copy,
) {
    match owner {
        OwnerRule::Person(choice) => {
            changes.codes((at, place, "owner"), &choice.by, Basis::ALL, |clause| match of(clause) {
                Some(OwnerRule::Person(choice)) => &mut choice.by,
                _ => unreachable!("the owner is a person"),
            });
            test(changes, (at, place, "among"), choice.among, |clause| match of(clause) {
                Some(OwnerRule::Person(choice)) => &mut choice.among,
                _ => unreachable!("the owner is a person"),
            });
        }
        OwnerRule::Fixed(window) => {
            changes.code((at, place, "basis"), Some(window.basis), Basis::ALL, |clause, code| {
                if let Some(OwnerRule::Fixed(window)) = of(clause) {
                    window.basis = code;
                }
            });
            changes.note(at, place, "the window is another".to_owned(), |clause| {
                if let Some(OwnerRule::Fixed(window)) = of(clause) {
                    window.id.push('x');
                }
            });
        }
    }
}
