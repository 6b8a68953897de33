//! Codes that visitors meet, in words.

use super::pick;
use crate::ledger::State;
use crate::office::Lang;
use crate::protocol::{Knot, Pace};
use crate::rules::{Limit, MatterKind};

/// A kind of matter.
pub(crate) fn kind(lang: Lang, kind: MatterKind) -> &'static str {
    let said = match kind {
        MatterKind::Consultation => ["咨询", "諮詢", "Question"],
        MatterKind::Business => ["办事", "辦事", "Service"],
        MatterKind::Complaint => ["投诉", "投訴", "Complaint"],
        MatterKind::Report => ["举报", "舉報", "Report of wrongdoing"],
        MatterKind::Suggestion => ["建议", "建議", "Suggestion"],
        MatterKind::Defect => ["报修", "報修", "Something is broken"],
        MatterKind::Petition => ["信访申诉", "信訪申訴", "Petition or appeal"],
        MatterKind::Help => ["求助", "求助", "Request for help"],
        MatterKind::OnsiteSupport => ["上门支持", "到場支援", "Support on site"],
        MatterKind::Training => ["培训", "培訓", "Training"],
    };
    pick(lang, said)
}

/// A knot of the thread.
pub(crate) fn knot(lang: Lang, knot: Knot) -> &'static str {
    let said = match knot {
        Knot::Visitor => ["登记", "登記", "Registered"],
        Knot::Owner => ["首问责任人", "首問責任人", "First-contact owner"],
        Knot::Passing => ["转交中", "轉交中", "Being handed on"],
        Knot::Handler => ["承办", "承辦", "Handler"],
        Knot::Answer => ["答复", "答覆", "Answer"],
        Knot::Closed => ["办结", "辦結", "Closed"],
    };
    pick(lang, said)
}

/// How far a knot is, for those who do not see the line.
pub(crate) fn pace(lang: Lang, pace: Pace) -> &'static str {
    let said = match pace {
        Pace::Done => ["已完成", "已完成", "done"],
        Pace::Now => ["现在在这里", "現在在這裡", "it is here now"],
        Pace::Next => ["接下来", "接下來", "to come"],
    };
    pick(lang, said)
}

/// A time limit.
pub(crate) fn limit(lang: Lang, limit: Limit) -> String {
    let counted = |hans: &str, hant: &str, one: &str, many: &str, number: u32| {
        let en = if number == 1 { one } else { many };
        pick(lang, [format!("{number} {hans}"), format!("{number} {hant}"), format!("{number} {en}")])
    };
    match limit {
        Limit::Now => pick(lang, ["当场", "當場", "at once"]).to_owned(),
        Limit::Promised => pick(lang, ["承诺时限内", "承諾時限內", "within the published time"]).to_owned(),
        Limit::Minutes(n) => counted("分钟", "分鐘", "minute", "minutes", n),
        Limit::Hours(n) => counted("小时", "小時", "hour", "hours", n),
        Limit::Days(n) => counted("天", "天", "day", "days", n),
        Limit::WorkingDays(n) => counted("个工作日", "個工作日", "working day", "working days", n),
        Limit::Months(n) => counted("个月", "個月", "month", "months", n),
        Limit::Visits(n) => counted("次办好", "次辦好", "visit", "visits", n),
        Limit::Rings(n) => counted("声铃响内", "聲鈴響內", "ring", "rings", n),
    }
}

/// What a number of stars means.
pub(crate) fn stars(lang: Lang, stars: u8) -> &'static str {
    let said = match stars {
        0 | 1 => ["很不满意", "很不滿意", "very poor"],
        2 => ["不满意", "不滿意", "poor"],
        3 => ["一般", "普通", "fair"],
        4 => ["满意", "滿意", "good"],
        _ => ["很满意", "很滿意", "very good"],
    };
    pick(lang, said)
}

/// Where a ticket stands.
pub(crate) fn state(lang: Lang, state: State) -> &'static str {
    let said = match state {
        State::Registered => ["已登记", "已登記", "Registered"],
        State::InHand => ["办理中", "辦理中", "In hand"],
        State::Passing => ["转交中", "轉交中", "Being handed on"],
        State::Answered => ["已答复", "已答覆", "Answered"],
        State::Closed => ["已办结", "已辦結", "Closed"],
    };
    pick(lang, said)
}

/// Where a ticket stands, as one tells its visitor.
pub(crate) fn state_for_visitor(lang: Lang, state: State) -> &'static str {
    let said = match state {
        State::Registered => ["已登记，等待受理", "已登記，等待受理", "Registered, waiting to be taken up"],
        State::InHand => ["正在办理", "正在辦理", "It is being handled"],
        State::Passing => ["正在转交承办部门", "正在轉交承辦部門", "It is being handed to the department in charge"],
        State::Answered => ["已经答复", "已經答覆", "There is an answer"],
        State::Closed => ["已经办结", "已經辦結", "It is settled"],
    };
    pick(lang, said)
}
