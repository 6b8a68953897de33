//! Invented rows of tickets for the index's laws and its benchmark: the same for the same seed.

use shouwen::dice::Dice;
use shouwen::index::{Marks, Phone, Row, What, Who};
use shouwen::ledger::{DeviceId, EventId, State, TicketNumber};
use shouwen::office::{DepartmentId, StaffId};
use shouwen::rules::{DutyCode, MatterKind};

/// 2026-01-01 in UTC+8, milliseconds since 1970.
pub(crate) const START_MS: i64 = 1_767_196_800_000;
pub(crate) const DAY_MS: i64 = 86_400_000;
/// Over how many days the tickets spread.
pub(crate) const DAYS: u64 = 600;

const FAMILIES: &str =
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎";
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀兰霞平刚桂英建国志晓梅海燕春生雨欣子浩然思远文博佳怡立新玉珍庆小龙雪东升月娥永康重单乐";
const WORDS: &str = "办理 申请 身份 证明 材料 社保 医保 户口 居住 登记 补办 查询 缴费 退休 工资 养老 公积金 贷款 房产 过户 \
    营业 执照 变更 注销 税务 发票 车辆 驾驶 年检 违章 道路 施工 噪音 路灯 下水道 垃圾 物业 小区 电梯 停车 孩子 入学 转学 学籍 \
    毕业 考试 报名 医院 挂号 报销 残疾 低保 救助 老人 护理 搬家 地址 电话 姓名 更正 遗失 挂失 复印 原件 照片 表格 签字 盖章 \
    窗口 排队 态度 投诉 举报 建议 咨询 回复 着急 尽快 帮忙 处理 上次 这次 网上 提交 失败 成功 审核 通过 退回 补充 说明 情况 \
    已经 没有 不能 可以 需要 还要 什么 为何 怎么 时候 多久 三天 一周 单位 公司 个人 家属 代办 委托 公证 律师 合同 协议 赔偿";
const DEPARTMENTS: [&str; 12] = [
    "hall", "social", "medical", "police", "tax", "housing", "traffic", "school", "market", "civil", "works", "letters",
];
const DEVICES: [&str; 6] = ["EB6PX112", "7K3QF0AB", "M2N4P6R8", "Z9Y8X7W6", "0A1B2C3D", "QRST4567"];

/// What texts are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Talk {
    /// Few characters, so that nearly everything occurs often, with all that is odd: other widths, capitals, pairs of units.
    Odd,
    /// Everyone in their own words, forty characters on average: what an index finds hardest.
    Free,
}

/// Invents a ticket's row.
pub(crate) fn row(dice: &mut Dice, talk: Talk) -> Row {
    let device: DeviceId = dice.pick(&DEVICES).unwrap().parse().unwrap();
    let registered_ms = START_MS + i64::try_from(dice.below(DAYS * 86_400_000)).unwrap();
    let counter = u16::try_from(1 + dice.below(400)).unwrap();
    let mut id = [0; 16];
    for byte in &mut id {
        *byte = u8::try_from(dice.below(256)).unwrap();
    }
    let listed = dice.happens(92);
    let matter = format!("matter-{}", dice.below(80));
    let mut row = Row {
        id: EventId(id),
        number: TicketNumber::new("XQZW", &device, registered_ms, counter).unwrap(),
        registered_ms,
        touched_ms: registered_ms,
        due_ms: None,
        phone: Phone::of(&format!("1{:010}", dice.below(10_000_000_000))),
        name: if dice.happens(5) { String::new() } else { name(dice, talk) },
        subject: if listed { phrase(&mut Dice::new(dice.below(80)), talk, 4) } else { phrase(dice, talk, 6) },
        details: details(dice, talk),
        what: What {
            office: if dice.happens(97) { "here".into() } else { "elsewhere".into() },
            matter: listed.then(|| matter.as_str().into()),
            kind: if listed { MatterKind::Business } else { MatterKind::Complaint },
            system: dice.happens(95).then(|| "xuzhou-2020".to_owned()),
        },
        who: Who::default(),
        marks: MARKS,
    };
    work_on(&mut row, dice);
    row
}

const MARKS: Marks = Marks {
    state: State::Registered,
    next: None,
    due_day: true,
    due_provisional: false,
    conflict: false,
    reopened: false,
    extended: false,
};

/// Lets something happen to a ticket; its texts stay.
pub(crate) fn work_on(row: &mut Row, dice: &mut Dice) {
    let states = [State::Registered, State::InHand, State::Passing, State::Answered, State::Closed, State::Closed];
    let state = *dice.pick(&states).unwrap();
    row.touched_ms += i64::try_from(dice.below(20 * 86_400_000)).unwrap();
    row.due_ms = (state != State::Closed && dice.happens(90))
        .then(|| row.registered_ms + i64::try_from(1 + dice.below(20)).unwrap() * DAY_MS);
    row.marks = Marks {
        state,
        next: dice.pick(DutyCode::ALL).copied().filter(|_| state != State::Closed),
        conflict: dice.happens(1),
        reopened: dice.happens(3),
        ..MARKS
    };
    let owner = person(dice);
    let own = dice.happens(60);
    let handler = if own { owner.clone() } else { person(dice) };
    let offered = Some(person(dice)).filter(|_| state == State::Passing);
    row.who = Who {
        owner: Some(owner.0.0.clone()),
        owner_staff: Some(owner.0),
        department: Some(handler.1.clone()),
        handler_staff: (own || dice.happens(50)).then_some(handler.0),
        handler_department: Some(handler.1),
        offered_staff: offered.as_ref().map(|offered| offered.0.clone()).filter(|_| dice.happens(30)),
        offered_department: offered.map(|offered| offered.1),
        owner_answers: state != State::Closed,
        handler_answers: state != State::Closed && !own,
    };
}

fn person(dice: &mut Dice) -> (StaffId, DepartmentId) {
    let department = *dice.pick(&DEPARTMENTS).unwrap();
    (StaffId(format!("{department}-{}", dice.below(4))), department.into())
}

/// Invents a visitor's name.
pub(crate) fn name(dice: &mut Dice, talk: Talk) -> String {
    match talk {
        Talk::Odd => odd(dice, 3),
        Talk::Free => {
            let given = 1 + usize::from(dice.happens(70));
            let family = character(dice, FAMILIES);
            std::iter::once(family).chain((0..given).map(|_| character(dice, GIVEN))).collect()
        }
    }
}

/// Invents what a visitor says.
pub(crate) fn details(dice: &mut Dice, talk: Talk) -> String {
    let length = 8 + dice.below(24);
    if dice.happens(10) { String::new() } else { phrase(dice, talk, length) }
}

/// Invents some words in a row.
pub(crate) fn phrase(dice: &mut Dice, talk: Talk, words: u64) -> String {
    if talk == Talk::Odd {
        return odd(dice, words * 2);
    }
    let all: Vec<&str> = WORDS.split_whitespace().collect();
    let mut text = String::new();
    for _ in 0..words {
        // The first words are much more frequent, as in any language.
        let last = 1 + dice.below(all.len() as u64);
        text.push_str(all[usize::try_from(dice.below(last)).unwrap()]);
        if dice.happens(20) {
            text.push('，');
        }
    }
    text
}

const ODD: [&str; 24] = [
    "重", "庆", "单", "吕", "𠮷", "𠮶", "A", "a", "Ｂ", "b", "é", "É", "3", "２", " ", "，", "證", "证", "社", "保",
    "行", "\u{1}", "g", "h",
];

fn odd(dice: &mut Dice, characters: u64) -> String {
    let length = dice.below(characters + 1);
    (0..length).map(|_| *dice.pick(&ODD).unwrap()).collect()
}

fn character(dice: &mut Dice, from: &str) -> char {
    let all: Vec<char> = from.chars().collect();
    *dice.pick(&all).unwrap()
}
