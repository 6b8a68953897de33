//! Invented visitors and what is said to them and about them.

use shouwen::ledger::Visitor;
use shouwen::rules::MatterKind;

use shouwen::dice::Dice;

const FAMILIES: [&str; 32] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马",
    "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "欧阳", "司马",
];

const GIVEN: [&str; 40] = [
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超", "秀兰", "霞", "平",
    "刚", "桂英", "建国", "志强", "晓梅", "海燕", "春生", "雨欣", "子涵", "浩然", "思远", "文博", "佳怡", "立新",
    "玉珍", "国庆", "小龙", "雪梅", "东升", "月娥", "永康",
];

const DETAILS: [&str; 10] = [
    "想问清楚要带哪些材料。",
    "上次来少带了一份复印件，这次补齐。",
    "家里老人不方便，由子女代办。",
    "网上提交没有成功，请帮忙看看。",
    "搬家后地址变了，需要一并更新。",
    "着急用，能否尽快办好？",
    "之前打过电话，说要到窗口来。",
    "第一次办，不太懂流程。",
    "材料都带齐了。",
    "",
];

const ANSWERS: [&str; 8] = [
    "材料齐全，已当场办结，证件请当面核对。",
    "已受理，办好后电话通知领取。",
    "已说明办理条件和所需材料，并给了书面清单。",
    "已与责任科室核实，按规定可以办理。",
    "经核查情况属实，已安排整改并告知结果。",
    "已查明原因，系统信息已更正。",
    "已解释政策依据，办事人表示理解。",
    "已联系相关单位，约好时间上门办理。",
];

const REASONS: [&str; 6] = [
    "属于对方职责范围，随附登记表和材料。",
    "需要业务科室核定，已电话说明情况。",
    "办事人提供了新的情况，重新办理。",
    "材料尚需核实，退回补充说明。",
    "登记时听错，与身份证核对后更正。",
    "办事人来电询问进度，请尽快办理。",
];

const SUBJECTS: [(&str, MatterKind); 8] = [
    ("小区门口路灯不亮", MatterKind::Defect),
    ("窗口排队时间过长", MatterKind::Complaint),
    ("建议增设周六服务", MatterKind::Suggestion),
    ("咨询外地户籍子女入学", MatterKind::Consultation),
    ("反映工地夜间施工", MatterKind::Report),
    ("遗失证件求助", MatterKind::Help),
    ("对处理结果有异议", MatterKind::Petition),
    ("补开缴费证明", MatterKind::Business),
];

/// Invents a visitor; where `may_hide`, one in three gives no name.
pub(super) fn visitor(dice: &mut Dice, may_hide: bool) -> Visitor {
    if may_hide && dice.happens(33) {
        return Visitor { anonymous: true, ..Visitor::default() };
    }
    let name = [pick(dice, &FAMILIES), pick(dice, &GIVEN)].concat();
    let phone = format!("10{:09}", dice.below(1_000_000_000));
    Visitor { name, phone, anonymous: false }
}

/// Invents what a visitor says.
pub(super) fn details(dice: &mut Dice) -> String {
    pick(dice, &DETAILS).to_owned()
}

/// Invents an answer.
pub(super) fn answer(dice: &mut Dice) -> String {
    pick(dice, &ANSWERS).to_owned()
}

/// Invents a reason.
pub(super) fn reason(dice: &mut Dice) -> String {
    pick(dice, &REASONS).to_owned()
}

/// Invents a matter that is in no list.
pub(super) fn subject(dice: &mut Dice) -> (String, MatterKind) {
    let picked = dice.pick(&SUBJECTS).copied().unwrap_or_default();
    (picked.0.to_owned(), picked.1)
}

fn pick(dice: &mut Dice, from: &[&'static str]) -> &'static str {
    dice.pick(from).copied().unwrap_or_default()
}
