//! What a system answers, as phrases: who settles it, who answers for it, forms, what is barred, who acts, how long.

use super::words::{Phrase, phrase, said, sentence};
use crate::rules::decision::{Answerable, Barred, FormCode, HandlerRole};
use crate::rules::duty::{Actor, Recipient};
use crate::rules::limit::Limit;
use crate::rules::pack::Words;

said! { handler_role, HandlerRole:
    Owner "首问责任人本人" "the owner",
    Colleague "本部门同事" "a colleague of the department",
    Department "责任部门" "the responsible department",
    Lead "主办部门" "the lead department",
    Head "部门负责人" "the head of department",
    Leader "单位领导" "a leader of the unit",
    Superior "直接上级" "the direct superior",
    Coordinator "协调岗位" "the coordinator",
    NextHandler "下一位承办人" "the next handler",
    Upper "上级部门" "the higher authority",
    Outside "外部单位" "a body outside",
}

said! { answerable, Answerable:
    Owner "首问责任人" "the owner",
    Handler "承办人" "the handler",
    Both "首问责任人和承办人（逐级）" "owner and handler, each to the one before",
}

said! { form, FormCode:
    Register "登记表（台账）" "the register",
    TransferSlip "转办单" "a transfer slip",
    Receipt "回执" "a receipt",
    MaterialsNotice "一次性告知书" "the one-time notice",
    CoordinationSheet "协调单" "a coordination sheet",
    ComplaintRecord "投诉意见记录表" "a complaint record",
    VisitorFile "服务对象档案" "the visitor’s file",
    RefusalFiling "否定报备书" "the filing of a refusal",
    Summary "汇总表" "a summary",
    ApprovalSheet "审批表" "an approval sheet",
}

said! { barred, Barred:
    Shirk "推诿" "pushing the visitor away",
    Refuse "拒绝受理" "refusing to take it in",
    Retransfer "再次转出" "passing it on again",
    Bypass "越级" "going over anyone’s head",
    Leak "泄露" "telling others",
    Delay "拖延" "dragging it out",
    Obstruct "刁难" "making it hard",
    Mislead "误导" "saying what is not so",
    PushUp "推给上级" "pushing it up",
    PushOut "推向社会" "pushing it out of the house",
}

said! { actor, Actor:
    Owner "首问责任人" "the owner",
    Handler "承办人" "the handler",
    Head "部门负责人" "the head of department",
    Leader "领导" "a leader",
    Coordinator "协调岗位" "the coordinator",
    Upper "上级部门" "the higher authority",
}

said! { recipient, Recipient:
    Visitor "服务对象" "the visitor",
    Owner "首问责任人" "the owner",
}

/// Says a limit, to stand before what is done in Chinese and behind it in English.
pub(super) fn limit(limit: Limit) -> Words {
    let counted = |zh: &str, one: &str, many: &str, amount: u32| {
        sentence(format!("{amount} {zh}"), format!("within {amount} {}", if amount == 1 { one } else { many }))
    };
    let fixed = |(zh, en): Phrase| sentence(zh.to_owned(), en.to_owned());
    match limit {
        Limit::Now => fixed(("立即", "at once")),
        Limit::Promised => fixed(("在承诺时限内", "within the published time")),
        Limit::Minutes(n) => counted("分钟内", "minute", "minutes", n),
        Limit::Hours(n) => counted("小时内", "hour", "hours", n),
        Limit::Days(n) => counted("天内", "day", "days", n),
        Limit::WorkingDays(n) => counted("个工作日内", "working day", "working days", n),
        Limit::Months(n) => counted("个月内", "month", "months", n),
        Limit::Visits(n) => counted("次办好", "visit", "visits", n),
        Limit::Rings(n) => counted("声铃响内", "ring", "rings", n),
    }
}

/// Names a form.
pub fn say_form(code: FormCode) -> Words {
    phrase(form(code))
}

/// Names what is barred.
pub fn say_barred(code: Barred) -> Words {
    phrase(barred(code))
}
