//! Reads the rules of a clause: conditions and what follows.

use super::condition::{AskedCount, OwnerTest, When};
use super::model::{DutyRule, FixedOwner, OwnerChoice, OwnerRule, Rule, Way};
use super::problem::ProblemKind;
use super::reader::{Source, Table, Value};
use crate::rules::decision::Basis;
use crate::rules::duty::Actor;
use crate::rules::flags::Flags;
use crate::rules::limit::{Amount, Limit, LimitError};

/// The most rules that a clause may have.
const RULES_MAX: usize = 100;

/// What may follow from a rule; it needs at least one of them.
const CONSEQUENCES: [&str; 8] = ["owner", "handler", "department", "answerable", "duties", "waives", "forms", "barred"];

/// Reads the rules of a clause.
pub(super) fn read_rules<'t>(source: &mut Source<'t>, clause: &mut Table<'_, 't>) -> Vec<Rule> {
    let tables = clause.tables(source, "rule", RULES_MAX, "rules in one clause");
    tables.into_iter().map(|table| read_rule(source, table)).collect()
}

/// Reads one rule.
fn read_rule<'t>(source: &mut Source<'t>, mut table: Table<'_, 't>) -> Rule {
    let span = table.span();
    let says_something = CONSEQUENCES.into_iter().any(|key| table.get(key).is_some());
    let rule = Rule {
        when: table.get("when").map(|value| read_whens(source, value)).unwrap_or_default(),
        over: table.codes(source, "over"),
        owner: table.get("owner").and_then(|value| read_owner(source, value)),
        handler: table.code(source, "handler"),
        department: table.get("department").and_then(|value| source.text(value, "department")).map(str::to_owned),
        answerable: table.code(source, "answerable"),
        duties: table.get("duties").map(|value| read_duties(source, value)).unwrap_or_default(),
        waives: table.codes(source, "waives"),
        forms: table.codes(source, "forms"),
        barred: table.codes(source, "barred"),
        place: source.place(&span),
    };
    if table.finish(source) && !says_something {
        source.note(&span, ProblemKind::NoConsequence);
    }
    if rule.owner.is_some() && rule.when.iter().any(|when| !when.owner.is_empty()) {
        source.note(&span, ProblemKind::OwnerDependsOnOwner);
    }
    let mut demanded = rule.duties.iter().flat_map(|duty| duty.any.iter().map(|way| way.code));
    if let Some(both) = demanded.find(|code| rule.waives.contains(code)) {
        source.note(&span, ProblemKind::DemandedAndWaived(both));
    }
    rule
}

/// Reads a condition, or a list of conditions of which one must hold.
pub(super) fn read_whens<'t>(source: &mut Source<'t>, value: &Value<'t>) -> Vec<When> {
    let items = source.items(value, "when");
    items.into_iter().filter_map(|item| read_when(source, item)).collect()
}

/// Reads one condition.
fn read_when<'t>(source: &mut Source<'t>, value: &Value<'t>) -> Option<When> {
    let mut table = source.table(value, "when")?;
    let flags = |source: &mut Source<'t>, table: &mut Table<'_, 't>, key| -> Flags {
        table.codes(source, key).into_iter().collect()
    };
    let when = When {
        channel: read_choice(source, &mut table, "channel"),
        matter: read_choice(source, &mut table, "matter"),
        scope: read_choice(source, &mut table, "scope"),
        handler: read_choice(source, &mut table, "handler"),
        on_the_spot: table.truth(source, "on_the_spot"),
        materials: read_choice(source, &mut table, "materials"),
        eligible: read_choice(source, &mut table, "eligible"),
        topic: table.get("topic").map(|value| source.texts(value, "topic")).unwrap_or_default(),
        asked: read_choice::<AskedCount>(source, &mut table, "asked"),
        owner: table.get("owner").map(|value| read_test(source, value, "owner")).unwrap_or_default(),
        flags: flags(source, &mut table, "flags"),
        any_flags: flags(source, &mut table, "any_flags"),
        no_flags: flags(source, &mut table, "no_flags"),
    };
    table.finish(source);
    Some(when)
}

/// A code list from which a condition may choose.
trait Listed: std::str::FromStr<Err: Into<ProblemKind>> + Copy + PartialEq + 'static {
    /// Every code.
    fn all() -> &'static [Self];
}

macro_rules! listed {
    ($($code:ty),+) => {
        $(impl Listed for $code {
            fn all() -> &'static [Self] {
                Self::ALL
            }
        })+
    };
}
listed!(
    crate::rules::situation::Channel,
    crate::rules::situation::MatterKind,
    crate::rules::situation::Scope,
    crate::rules::situation::HandlerState,
    crate::rules::situation::Materials,
    crate::rules::situation::Eligible,
    AskedCount
);

/// Reads a choice: one code, a list of codes, or `{ not = … }`.
fn read_choice<'t, T: Listed>(source: &mut Source<'t>, when: &mut Table<'_, 't>, key: &'static str) -> Vec<T> {
    let Some(value) = when.get(key) else { return Vec::new() };
    if !value.get_ref().is_table() {
        return source.codes(value, key);
    }
    let Some(mut table) = source.table(value, key) else { return Vec::new() };
    let excluded: Vec<T> = table.need(source, "not").map(|value| source.codes(value, key)).unwrap_or_default();
    table.finish(source);
    let left: Vec<T> = T::all().iter().copied().filter(|code| !excluded.contains(code)).collect();
    if left.is_empty() {
        source.note(&value.span(), ProblemKind::NothingLeft { key: key.to_owned() });
    }
    left
}

/// Reads what is wanted of a person.
fn read_test<'t>(source: &mut Source<'t>, value: &Value<'t>, key: &'static str) -> OwnerTest {
    let Some(mut table) = source.table(value, key) else { return OwnerTest::default() };
    let test = OwnerTest {
        on_duty: table.truth(source, "on_duty"),
        in_charge: table.truth(source, "in_charge"),
        named: table.truth(source, "named"),
        operator: table.truth(source, "operator"),
        took_over: table.truth(source, "took_over"),
        at_post: table.truth(source, "at_post"),
        appointed: table.truth(source, "appointed"),
    };
    table.finish(source);
    test
}

/// Reads how the owner is found: criteria, criteria with `among`, or a window's `id`.
fn read_owner<'t>(source: &mut Source<'t>, value: &Value<'t>) -> Option<OwnerRule> {
    if !value.get_ref().is_table() {
        let by = source.codes(value, "owner");
        return (!by.is_empty()).then(|| OwnerRule::Person(OwnerChoice { by, among: OwnerTest::default() }));
    }
    let mut table = source.table(value, "owner")?;
    let owner = if let Some(id) = table.get("id") {
        let id = source.text(id, "id").map(str::to_owned);
        let basis = table.code(source, "basis").unwrap_or(Basis::FirstAsked);
        id.map(|id| OwnerRule::Fixed(FixedOwner { id, basis }))
    } else {
        table.need(source, "by");
        let by: Vec<Basis> = table.codes(source, "by");
        let among = table.get("among").map(|value| read_test(source, value, "among")).unwrap_or_default();
        (!by.is_empty()).then_some(OwnerRule::Person(OwnerChoice { by, among }))
    };
    table.finish(source);
    owner
}

/// Reads the duties of a rule.
fn read_duties<'t>(source: &mut Source<'t>, value: &Value<'t>) -> Vec<DutyRule> {
    let items = source.items(value, "duties");
    items.into_iter().filter_map(|item| read_duty(source, item)).collect()
}

/// Reads one duty: a code, `{ duty = … }` or `{ any = [ … ] }`, where each way may name its own doer.
fn read_duty<'t>(source: &mut Source<'t>, value: &Value<'t>) -> Option<DutyRule> {
    if !value.get_ref().is_table() {
        let code = source.parsed(value, "duties")?;
        let any = vec![Way { code, by: Actor::Owner }];
        return Some(DutyRule { any, within: None, optional: false, to: None });
    }
    let mut table = source.table(value, "duty")?;
    let by = table.code(source, "by").unwrap_or(Actor::Owner);
    let any: Vec<Way> = match table.get("any") {
        Some(value) => source.items(value, "any").into_iter().filter_map(|item| read_way(source, item, by)).collect(),
        None => table.need(source, "duty").and_then(|value| read_way(source, value, by)).into_iter().collect(),
    };
    let duty = DutyRule {
        any,
        within: table.get("within").and_then(|value| read_limit(source, value)),
        optional: table.truth(source, "optional").unwrap_or(false),
        to: table.code(source, "to"),
    };
    table.finish(source);
    (!duty.any.is_empty()).then_some(duty)
}

/// Reads one way to do a duty: a code, or `{ duty = …, by = … }`.
fn read_way<'t>(source: &mut Source<'t>, value: &Value<'t>, by: Actor) -> Option<Way> {
    if !value.get_ref().is_table() {
        return source.parsed(value, "duty").map(|code| Way { code, by });
    }
    let mut table = source.table(value, "any")?;
    let code = table.need(source, "duty").and_then(|value| source.parsed(value, "duty"));
    let by = table.code(source, "by").unwrap_or(by);
    table.finish(source);
    code.map(|code| Way { code, by })
}

/// Reads a limit such as `{ working_days = 3 }`.
fn read_limit<'t>(source: &mut Source<'t>, value: &Value<'t>) -> Option<Limit> {
    let mut table = source.table(value, "within")?;
    let mut entries = table.entries();
    let limit = match (entries.next(), entries.next()) {
        (Some((unit, amount)), None) => {
            let truth = amount.get_ref().as_bool().map(Amount::Truth);
            let number = amount.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
            Limit::new(unit.get_ref(), truth.unwrap_or(Amount::Number(number.unwrap_or_default())))
        }
        _ => Err(LimitError::NotOneUnit),
    };
    limit.map_err(|error| source.note(&value.span(), error)).ok()
}
