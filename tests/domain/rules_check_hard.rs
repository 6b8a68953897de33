//! Questions about all situations that the checker cannot get through: it says so, and what can be done.

use shouwen::rules::pack::{ProblemKind, check};
use shouwen::rules::{Flag, say_problem};

use crate::rules_kit::pack_of;

/// Conditions that together hold in every situation, which no short search finds out.
///
/// Eight points, all but three pairs of them joined by a flag each. A condition for every way in which the number of flags that
/// hold at a point is odd, at the first point even. As each flag counts at two points, no situation can have an odd
/// number at the first point and even numbers at all others, so one of the conditions always holds.
fn hard_conditions() -> Vec<String> {
    let pairs = (0..8).flat_map(|one| (0..one).map(move |two| (one, two)));
    let joined: Vec<((usize, usize), &Flag)> = pairs.zip(Flag::ALL).collect();
    let mut conditions = Vec::new();
    for point in 0..8 {
        let here = joined.iter().filter(|((one, two), _)| *one == point || *two == point);
        let here: Vec<&Flag> = here.map(|(_, flag)| *flag).collect();
        let wrong = (0..1_u32 << here.len()).filter(|held| (held.count_ones() % 2 == 0) == (point == 0));
        for held in wrong {
            let list = |key: &str, want: u32| {
                let wanted = here.iter().enumerate().filter(|(at, _)| held >> at & 1 == want);
                let wanted: Vec<String> = wanted.map(|(_, flag)| format!("\"{flag}\"")).collect();
                if wanted.is_empty() { None } else { Some(format!("{key} = [{}]", wanted.join(", "))) }
            };
            let parts: Vec<String> = list("flags", 1).into_iter().chain(list("no_flags", 0)).collect();
            conditions.push(format!("{{ {} }}", parts.join(", ")));
        }
    }
    conditions
}

/// A clause of one rule.
fn clause(reference: &str, rule: &str) -> String {
    format!("[[clause]]\nref = \"{reference}\"\ngist = \"g\"\n[[clause.rule]]\n{rule}\n")
}

/// A clause of one rule under the hard conditions.
fn hard(reference: &str, rule: &str) -> String {
    clause(reference, &format!("when = [{}]\n{rule}", hard_conditions().join(", ")))
}

/// Compares what is found in a pack: place and severity, English, Chinese.
#[track_caller]
fn compare(clauses: &[String], expected: &[(&str, &str, &str)]) {
    let problems = check(&pack_of(&clauses.concat()));
    let found: Vec<(String, String, String)> = problems
        .iter()
        .map(|problem| {
            let words = say_problem(&problem.kind);
            let place = format!("{:?} {}:{}", problem.kind.severity(), problem.place.line, problem.place.column);
            (place, words.en, words.zh)
        })
        .collect();
    let found: Vec<(&str, &str, &str)> =
        found.iter().map(|(place, en, zh)| (place.as_str(), en.as_str(), zh.as_str())).collect();
    assert_eq!(found, expected);
}

const OWNER: &str = "owner = \"first_asked\"";
const HANDLER: &str = "handler = \"owner\"";

#[test]
fn a_search_for_owners_or_handlers_that_is_given_up_is_told() {
    compare(
        &[clause("1", OWNER), hard("2", HANDLER)],
        &[(
            "Note 1:1",
            "too many circumstances are combined to find out whether every situation has a handler; let the rules depend on fewer circumstances, or end with a rule or a [[silent]] without `when`",
            "情形的组合太多，没有查明是否每种情形都有承办人；请让规则少依赖一些情形，或在最后写一条没有 when 的规则或 [[silent]]",
        )],
    );
    compare(
        &[clause("1", HANDLER), hard("2", OWNER)],
        &[(
            "Note 1:1",
            "too many circumstances are combined to find out whether every situation has an owner; let the rules depend on fewer circumstances, or end with a rule or a [[silent]] without `when`",
            "情形的组合太多，没有查明是否每种情形都有首问责任人；请让规则少依赖一些情形，或在最后写一条没有 when 的规则或 [[silent]]",
        )],
    );
}

#[test]
fn a_silence_that_cannot_be_compared_with_the_rules_is_told() {
    let silent = "[[silent]]\nabout = \"handler\"\nreason = \"r\"\n".to_owned();
    compare(
        &[silent, clause("1", OWNER), hard("2", HANDLER)],
        &[(
            "Note 8:1",
            "too many circumstances are combined to find out whether rules answer where this [[silent]] says that the text is silent; let its `when` name fewer circumstances",
            "情形的组合太多，没有查明这个 [[silent]] 所说的情形下规则是否都有答案；请在它的 when 里少写一些情形",
        )],
    );
}

#[test]
fn a_rule_of_which_it_is_not_known_whether_it_counts_is_told() {
    compare(
        &[clause("1", OWNER), hard("2", HANDLER), clause("3", "handler = \"department\"")],
        &[(
            "Note 22:1",
            "too many circumstances are combined to find out whether this rule of clause 3 ever counts; let the rules that prevail over it depend on fewer circumstances",
            "情形的组合太多，没有查明第 3 条的这条规则是否会起作用；请让优先于它的规则少依赖一些情形",
        )],
    );
}

#[test]
fn rules_of_which_it_is_not_known_whether_they_contradict_each_other_are_told() {
    let spot = clause("3", "when = { on_the_spot = true }\nhandler = \"leader\"\nduties = \"track\"");
    let visit = clause("4", "when = { channel = \"visit\" }\nhandler = \"department\"\nduties = \"track\"");
    let rest = clause("5", HANDLER);
    compare(
        &[clause("1", OWNER), hard("2", &format!("over = [\"3\", \"4\"]\n{HANDLER}")), spot, visit, rest],
        &[(
            "Note 30:1",
            "too many circumstances are combined to find out whether this rule of clause 4 and clause 3 (line 23) name different handlers for the same situations; write `over` in the one that is the exception",
            "情形的组合太多，没有查明第 4 条的这条规则与第 3 条（第 23 行）是否在同样的情形下规定了不同的承办人；请在属于例外的那一条里写 over",
        )],
    );
}

#[test]
fn everything_is_found_out_about_the_packs_that_come_with_the_program() {
    for pack in shouwen::rules::load_all() {
        let given_up = check(&pack).into_iter().find(|problem| matches!(problem.kind, ProblemKind::NotSearched(_)));
        assert_eq!(given_up, None, "{}", pack.id());
    }
}
