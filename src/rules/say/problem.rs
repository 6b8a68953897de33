//! What is wrong with a pack, in the two written languages; English is the problem's own message.

use super::miss::say_miss;
use super::words::sentence;
use crate::rules::codes::UnknownCode;
use crate::rules::decision::ClauseRef;
use crate::rules::limit::LimitError;
use crate::rules::pack::{ProblemKind, Unsearched, Words};

/// Says a problem with its mend.
pub fn say_problem(kind: &ProblemKind) -> Words {
    sentence(in_text(kind).unwrap_or_else(|| in_rules(kind)), kind.to_string())
}

/// Says what is wrong with how the text is written; nothing where the problem is of another kind.
fn in_text(kind: &ProblemKind) -> Option<String> {
    use ProblemKind as P;
    Some(match kind {
        P::TooLarge { bytes, max } => format!("文本有 {bytes} 字节，最多读 {max}；请拆开，或去掉不属于制度的内容"),
        P::Syntax(found) => format!("这里不符合 TOML 的写法：{found}"),
        P::TooNew { found, known } => format!("文本是第 {found} 版格式，本程序只认第 {known} 版；请用新版程序"),
        P::UnknownKey { key, inside, nearest } => {
            format!("“{}”里没有“{key}”这一项{}", place(inside), mend(nearest.as_deref()))
        }
        P::Missing { key, inside } => format!("“{}”缺少“{key}”", place(inside)),
        P::WrongType { key, expected, found } => {
            format!("“{key}”应当是{}，这里却是{}", type_of(expected), type_of(found))
        }
        P::UnknownCode(unknown) => code(unknown),
        P::ClauseRef(error) => {
            format!("“{}”不是条款号；请用数字和点写原文的编号，如 4.8 或 p2.1", error.found)
        }
        P::Limit(error) => limit(error),
        P::TextTooLong { key, found, max } => format!("“{key}”有 {found} 个字，最多 {max} 个"),
        P::TooMany { max, .. } => format!("这里的项目太多，最多 {max} 个"),
        P::Empty { key } => format!("“{key}”是空的；至少写一个，或者不写这一项"),
        P::Date { key, .. } => format!("“{key}”应当是日期，如 2026-01-31，不加引号；结束不能早于开始"),
        P::Case(found) => format!("这个用例读不懂：{found}"),
        P::NothingLeft { key } => format!("“{key}”不容许任何取值，这条规则永远不会适用"),
        P::NoConsequence => {
            "这条规则没有结果；请写 owner、handler、answerable、duties、waives、forms 或 barred".to_owned()
        }
        P::NoClauses => "还没有任何条款".to_owned(),
        _ => return None,
    })
}

/// Says what is wrong with what the text says.
fn in_rules(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
        P::OwnerDependsOnOwner => "定首问责任人的规则不能以首问责任人是谁为条件；请改用 among".to_owned(),
        P::DuplicateClause(clause) => format!("第 {clause} 条前面已经写过；请合成一条"),
        P::UnknownClause { found, nearest } => {
            format!("没有第 {found} 条{}", mend(nearest.as_ref().map(ClauseRef::as_str)))
        }
        P::UnknownTopic { found, nearest } => {
            format!("“{found}”不是已声明的专题{}；请在 [[topic]] 里声明", mend(nearest.as_deref()))
        }
        P::Unexplained(clause) => {
            format!("第 {clause} 条没有任何结果；请写规则、事实或处分，或者用 unformalised 说明为什么没有")
        }
        P::NeedlesslyExplained(clause) => format!("第 {clause} 条说明了没有结果，其实有；请去掉 unformalised"),
        P::UnknownParent { found, nearest } => format!("没有可以沿用的制度“{found}”{}", mend(nearest.as_deref())),
        P::ExtendsCycle(by) => format!("这部制度经由 {by} 沿用了自己"),
        P::PrecedenceCycle(clauses) => format!("第 {} 条互相优先，成了循环；请去掉一个 over", list(clauses)),
        P::CaseFails { name, misses } => {
            let misses: Vec<String> = misses.iter().map(|miss| say_miss(miss).zh).collect();
            format!("用例“{}”没有通过（{}）；请改规则，或改用例", name.zh, misses.join("；"))
        }
        P::NoOwner { example } => {
            format!("没有首问责任人的情形：{}；请加规则，或用 [[silent]] 说明原文没有规定", self::example(example))
        }
        P::NoHandler { example } => {
            format!("没有承办人的情形：{}；请加规则，或用 [[silent]] 说明原文没有规定", self::example(example))
        }
        P::NeverApplies => "这条规则永远不会适用：它要求的情形又被它排除".to_owned(),
        P::NeverCounts { by, line } => format!(
            "这条规则从不起作用：在它的所有情形下，第 {by} 条（第 {line} 行）另有规定并且优先；请收窄那一条，或在这里写 over = \"{by}\""
        ),
        P::Contradiction { example, this, other, line, that } => format!(
            "在“{}”时，这里规定 {this}，而第 {other} 条（第 {line} 行）规定 {that}，因写在前面而优先；如果那是例外，请在那里写 over",
            self::example(example)
        ),
        P::NeedlesslySilent => "这里说原文没有规定，但在这些情形下规则都有答案；请去掉这个 [[silent]]".to_owned(),
        P::NotSearched(question) => unsearched(question),
        P::LadderGap { before, missing, after } => {
            format!("同样的行为，第 {before} 次和第 {after} 次有处分，第 {missing} 次没有")
        }
        P::LadderOverlap { time, line } => {
            format!("同样的行为，第 {line} 行已经规定了第 {time} 次的处分；请合并，或改 time")
        }
        P::LadderEnds { last } => format!("第 {last} 次以后没有规定；如果原文是指那次及以后，请加 or_later = true"),
        P::LaterThanNothing => "没有 time 时，or_later 没有意义".to_owned(),
        P::WeightWithoutCircumstance => "这个轻重永远不会适用；请用 mitigating 或 aggravating 写明情节".to_owned(),
        P::RungsHideEachOther(clauses) => {
            format!("第 {} 条的处分互相遮盖，都不会适用；请去掉一个 over", list(clauses))
        }
        P::VersionsOverlap { other, day } => {
            format!("这一版与 {other} 在 {day} 同时有效；请给较早的一版写 valid_to")
        }
        P::DemandedAndWaived(code) => format!("这条规则既要求又免除“{code}”"),
        other => other.to_string(),
    }
}

/// Says that a question about all situations was given up, and what can be done.
fn unsearched(question: &Unsearched) -> String {
    let (what, mend) = match question {
        Unsearched::Owner => (
            "是否每种情形都有首问责任人".to_owned(),
            "请让规则少依赖一些情形，或在最后写一条没有 when 的规则或 [[silent]]",
        ),
        Unsearched::Handler => {
            ("是否每种情形都有承办人".to_owned(), "请让规则少依赖一些情形，或在最后写一条没有 when 的规则或 [[silent]]")
        }
        Unsearched::Silence => {
            ("这个 [[silent]] 所说的情形下规则是否都有答案".to_owned(), "请在它的 when 里少写一些情形")
        }
        Unsearched::Counting { clause } => {
            (format!("第 {clause} 条的这条规则是否会起作用"), "请让优先于它的规则少依赖一些情形")
        }
        Unsearched::Contradicting { clause, other, line } => (
            format!("第 {clause} 条的这条规则与第 {other} 条（第 {line} 行）是否在同样的情形下规定了不同的承办人"),
            "请在属于例外的那一条里写 over",
        ),
    };
    format!("情形的组合太多，没有查明{what}；{mend}")
}

/// Says that a word is not in its list.
fn code(unknown: &UnknownCode) -> String {
    format!("“{}”不是可用的代码（{}）{}", unknown.found, unknown.list, mend(unknown.nearest))
}

fn limit(error: &LimitError) -> String {
    match error {
        LimitError::UnknownUnit(unit) => format!(
            "“{unit}”不是时限的单位；可用 minutes、hours、days、working_days、months、visits、rings、now、promised"
        ),
        LimitError::TakesNoAmount(unit) => format!("“{unit}”不带数量；请写 {{ {unit} = true }}"),
        LimitError::AmountOutOfRange { unit } => format!("“{unit}”需要一个整数，从 1 起，不能过大"),
        LimitError::NotOneUnit => "时限只能有一个单位，如 { working_days = 3 }".to_owned(),
    }
}

/// Words the mend, where a similar word is known.
fn mend(nearest: Option<&str>) -> String {
    nearest.map(|nearest| format!("；是不是“{nearest}”？")).unwrap_or_default()
}

fn place(inside: &str) -> &str {
    if inside == "the pack" { "整个文本" } else { inside }
}

fn type_of(kind: &str) -> &str {
    match kind {
        "a table" | "table" => "表（{ … }）",
        "a list of tables" => "一组表（[[ … ]]）",
        "a text in quotes" | "string" => "引号里的文字",
        "a whole number" | "integer" => "整数",
        "a whole number from 1" => "从 1 起的整数",
        "true or false" | "boolean" => "true 或 false",
        "array" => "列表",
        "float" => "小数",
        "datetime" => "日期",
        other => other,
    }
}

fn example(spelt: &str) -> &str {
    if spelt == "everything is as usual" { "一切如常" } else { spelt }
}

fn list(clauses: &[ClauseRef]) -> String {
    clauses.iter().map(ClauseRef::to_string).collect::<Vec<_>>().join("、")
}
