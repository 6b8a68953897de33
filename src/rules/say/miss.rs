//! What a case expected and did not get.

use super::words::sentence;
use crate::rules::case_run::Miss;
use crate::rules::pack::Words;

/// Says what was expected and what is answered. Codes stay as packs write them.
pub fn say_miss(miss: &Miss) -> Words {
    let Miss { what, expected, found } = miss;
    let lead = match *what {
        "no duty" => "不应有职责".to_owned(),
        "no sanction" => "不应有处分".to_owned(),
        "to include" => "应包含".to_owned(),
        "exactly" => "应恰为".to_owned(),
        what => format!("{}：应为", aspect(what)),
    };
    let zh = format!("{lead} {}，得到 {}", answer(expected), answer(found));
    sentence(zh, miss.to_string())
}

/// Names what was compared.
fn aspect(what: &'static str) -> &'static str {
    match what {
        "owner" => "首问责任人",
        "basis" => "确定首问责任人的理由",
        "handler" => "承办人",
        "answerable" => "负责到底者",
        "form" => "表单",
        "barred" => "禁止的行为",
        "clause" => "引用条款",
        "duty" => "职责",
        "one duty of" => "以下职责之一",
        "duty by" => "职责由谁做",
        "duty to" => "职责向谁做",
        "duty under" => "职责所据条款",
        "limit" => "时限",
        "department" => "部门",
        "sanction" => "处分",
        "weight" => "轻重",
        "liable" => "责任人",
        "due" => "到期",
        other => other,
    }
}

/// Says where an answer, or what stands behind its code, is that there is none.
fn answer(text: &str) -> String {
    let whole = match text {
        "nobody" => "无人",
        "nothing" => "没有",
        "no limit that the system sets" => "制度没有规定时限",
        "the promised time is the unit's own; it must be given as an amount" => "单位自己承诺的时间，须写明多久",
        "the moment lies beyond all dates" => "超出了所有日期",
        _ => "",
    };
    match text.strip_suffix(" nothing") {
        _ if !whole.is_empty() => whole.to_owned(),
        Some(code) => format!("{code} 没有"),
        None => text.replace(", ", "、"),
    }
}
