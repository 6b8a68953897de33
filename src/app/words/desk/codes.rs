//! The rules' codes in words: duties, people, reasons, forms, circumstances.
//!
//! Each list is an exhaustive match, so a code without words in all three languages does not compile. The words are short
//! enough for a list row; the clause beside them says the rest.

use crate::ledger::{Closing, CorrectedField};
use crate::office::Lang;
use crate::rules::{
    Actor, Barred, Basis, Channel, DutyCode, Eligible, Field, Flag, FormCode, HandlerRole, HandlerState, Materials,
    Scope,
};

/// One phrase: 简体, 繁體, English.
type Said = (&'static str, &'static str, &'static str);

const fn pick(lang: Lang, said: Said) -> &'static str {
    match lang {
        Lang::Hans => said.0,
        Lang::Hant => said.1,
        Lang::En => said.2,
    }
}

/// Says what someone must do.
pub(crate) const fn duty(lang: Lang, code: DutyCode) -> &'static str {
    pick(lang, duty_said(code))
}

#[rustfmt::skip]
const fn duty_said(code: DutyCode) -> Said {
    match code {
        DutyCode::IdentifySelf => ("自报姓名和岗位", "自報姓名和崗位", "Say who you are"),
        DutyCode::Register => ("登记", "登記", "Write it down"),
        DutyCode::Classify => ("分清轻重缓急", "分清輕重緩急", "Judge how urgent it is"),
        DutyCode::SettleNow => ("当场办结", "當場辦結", "Settle it at once"),
        DutyCode::SettleInTime => ("按时办结", "按時辦結", "Settle it in time"),
        DutyCode::TellOnce => ("一次性告知", "一次性告知", "Tell everything in one go"),
        DutyCode::ProvideForms => ("提供表格和资料", "提供表格和資料", "Hand out forms and papers"),
        DutyCode::Explain => ("说明理由", "說明理由", "Explain why"),
        DutyCode::StateTime => ("告知所需时间", "告知所需時間", "Say how long it takes"),
        DutyCode::BookRevisit => ("另约时间", "另約時間", "Make another appointment"),
        DutyCode::AwaitObstacle => ("条件具备后立即办理", "條件具備後立即辦理", "Settle once the obstacle is gone"),
        DutyCode::AskLeader => ("请示领导后答复", "請示領導後答覆", "Ask a leader, then answer"),
        DutyCode::TellWhere => ("告知去哪里、找谁", "告知去哪裡、找誰", "Say where to go and whom to ask"),
        DutyCode::Guide => ("领到承办处", "領到承辦處", "Lead the visitor there"),
        DutyCode::Contact => ("代为联系承办处", "代為聯繫承辦處", "Call the right place for them"),
        DutyCode::Forward => ("转交承办处", "轉交承辦處", "Hand the record on"),
        DutyCode::BriefSuccessor => ("向接手人讲清来龙去脉", "向接手人講清來龍去脈", "Tell the successor everything"),
        DutyCode::ConfirmHandover => ("接收方确认", "接收方確認", "Confirm the handover"),
        DutyCode::ReceiveMaterials => ("代收材料", "代收材料", "Take the papers in"),
        DutyCode::ContactVisitor => ("主动联系服务对象", "主動聯繫服務對象", "Contact the visitor"),
        DutyCode::ReportHead => ("报告部门负责人", "報告部門負責人", "Report to the head"),
        DutyCode::ReportLeader => ("报告领导", "報告領導", "Report to a leader"),
        DutyCode::ReportUpper => ("报告上级部门", "報告上級部門", "Report to the higher authority"),
        DutyCode::Coordinate => ("牵头协调到底", "牽頭協調到底", "Bring the departments together"),
        DutyCode::AppointLead => ("指定主办部门", "指定主辦部門", "Name the lead department"),
        DutyCode::RunErrand => ("全程代办", "全程代辦", "Carry it through for them"),
        DutyCode::SeatVisitor => ("请到接待室稍候", "請到接待室稍候", "Offer a seat in reception"),
        DutyCode::Track => ("跟踪到办结", "跟蹤到辦結", "Follow it to the end"),
        DutyCode::Urge => ("催办", "催辦", "Press whoever is late"),
        DutyCode::Progress => ("反馈进度", "回饋進度", "Report progress"),
        DutyCode::Feedback => ("反馈结果", "回饋結果", "Tell the result"),
        DutyCode::ConfirmSatisfaction => ("问是否满意", "問是否滿意", "Ask whether it serves"),
        DutyCode::CallBack => ("办结后回访", "辦結後回訪", "Call back afterwards"),
        DutyCode::Archive => ("归档", "歸檔", "File it"),
        DutyCode::KeepConfidential => ("保密", "保密", "Keep it confidential"),
        DutyCode::FileRefusal => ("不予办理要报备", "不予辦理要報備", "File the reasons for refusing"),
        DutyCode::IssueReceipt => ("出具回执", "出具回執", "Give a receipt"),
        DutyCode::Soothe => ("耐心疏导，不争执", "耐心疏導，不爭執", "Calm, do not argue"),
        DutyCode::HelpOutside => ("帮助找到外部单位", "幫助找到外部單位", "Help find the body outside"),
        DutyCode::TakeResponsibility => ("错转也要负责到底", "錯轉也要負責到底", "Answer for it though misrouted"),
        DutyCode::Respond => ("先行回应", "先行回應", "Give a first response"),
        DutyCode::FindOut => ("问清后答复", "問清後答覆", "Find out, then answer"),
        DutyCode::PromiseAnswer => ("承诺尽快答复", "承諾儘快答覆", "Promise an early answer"),
        DutyCode::VerifyIdentity => ("核实身份和需求", "核實身份和需求", "Check who it is and what is wanted"),
        DutyCode::ReadBack => ("复述确认", "複述確認", "Read it back"),
        DutyCode::AskPurpose => ("问清来意", "問清來意", "Ask what it is about"),
        DutyCode::AskOpinion => ("征求意见", "徵求意見", "Ask for opinions"),
        DutyCode::ShareInformation => ("通报有关部门", "通報有關部門", "Tell the departments concerned"),
        DutyCode::Assist => ("协助办理", "協助辦理", "Help with it"),
        DutyCode::OfferHelp => ("主动搀扶帮忙", "主動攙扶幫忙", "Lend a hand in person"),
        DutyCode::GoToVisitor => ("到服务对象处办理", "到服務對象處辦理", "Go to the visitor"),
        DutyCode::ReportClosing => ("报告已办结", "報告已辦結", "Report that it is done"),
        DutyCode::NotifySuperior => ("通报其上级部门", "通報其上級部門", "Notify their superior"),
        DutyCode::LeaderConsent => ("转交前经领导同意", "轉交前經領導同意", "Have the head agree first"),
        DutyCode::Summarise => ("定期汇总分析", "定期彙總分析", "Sum up at intervals"),
        DutyCode::Rectify => ("整改", "整改", "Put it right"),
        DutyCode::Investigate => ("调查", "調查", "Look into what happened"),
        DutyCode::InvestigationReport => ("写调查报告", "寫調查報告", "Write down what was found"),
        DutyCode::PublishResult => ("公开处理结果", "公開處理結果", "Publish the result"),
    }
}

/// Says who does a duty.
#[rustfmt::skip]
pub(crate) const fn actor(lang: Lang, code: Actor) -> &'static str {
    pick(lang, match code {
        Actor::Owner => ("首问责任人", "首問責任人", "first-contact owner"),
        Actor::Handler => ("承办人", "承辦人", "handler"),
        Actor::Head => ("部门负责人", "部門負責人", "head of department"),
        Actor::Leader => ("领导", "領導", "leader"),
        Actor::Coordinator => ("协调人", "協調人", "coordinator"),
        Actor::Upper => ("上级部门", "上級部門", "higher authority"),
    })
}

/// Says why someone is the owner.
#[rustfmt::skip]
pub(crate) const fn basis(lang: Lang, code: Basis) -> &'static str {
    pick(lang, match code {
        Basis::FirstAsked => ("最先被问到", "最先被問到", "was asked first"),
        Basis::OnDuty => ("当班值守", "當班值守", "is on duty there"),
        Basis::InCharge => ("主持这次会议或接待", "主持這次會議或接待", "is in charge of the reception"),
        Basis::Named => ("服务对象点名要找", "服務對象點名要找", "was asked for by name"),
        Basis::Senior => ("在场者中职级最高", "在場者中職級最高", "is the most senior of those asked"),
        Basis::LongestTenure => ("在场者中任职最久", "在場者中任職最久", "has been in the post longest"),
        Basis::FirstResponse => ("最先回应", "最先回應", "responded first"),
        Basis::TookOver => ("接手了这项工作", "接手了這項工作", "took the work over"),
        Basis::Appointed => ("部门事先指定", "部門事先指定", "was named in advance"),
    })
}

/// Says who must settle a matter.
#[rustfmt::skip]
pub(crate) const fn handler_role(lang: Lang, code: HandlerRole) -> &'static str {
    pick(lang, match code {
        HandlerRole::Owner => ("首问责任人本人", "首問責任人本人", "the owner in person"),
        HandlerRole::Colleague => ("本部门的同事", "本部門的同事", "a colleague of the department"),
        HandlerRole::Department => ("责任部门", "責任部門", "the responsible department"),
        HandlerRole::Lead => ("主办部门", "主辦部門", "the lead department"),
        HandlerRole::Head => ("部门负责人", "部門負責人", "the head of department"),
        HandlerRole::Leader => ("单位领导", "單位領導", "a leader of the unit"),
        HandlerRole::Superior => ("直接上级", "直接上級", "the direct superior"),
        HandlerRole::Coordinator => ("协调岗位", "協調崗位", "the coordinator"),
        HandlerRole::NextHandler => ("下一位承办人", "下一位承辦人", "the next handler"),
        HandlerRole::Upper => ("上级部门", "上級部門", "the higher authority"),
        HandlerRole::Outside => ("外部单位", "外部單位", "a body outside"),
    })
}

/// Says how a matter arrived.
#[rustfmt::skip]
pub(crate) const fn channel(lang: Lang, code: Channel) -> &'static str {
    pick(lang, match code {
        Channel::Visit => ("当面", "當面", "In person"),
        Channel::Phone => ("电话", "電話", "Telephone"),
        Channel::Letter => ("信函", "信函", "Letter"),
        Channel::Email => ("电子邮件", "電子郵件", "E-mail"),
        Channel::Fax => ("传真", "傳真", "Fax"),
        Channel::Online => ("网上", "網上", "Online"),
        Channel::Forum => ("论坛", "論壇", "Forum"),
        Channel::Microblog => ("微博", "微博", "Microblog"),
        Channel::Meeting => ("会议", "會議", "Meeting"),
        Channel::Callback => ("回访中提出", "回訪中提出", "During a call back"),
        Channel::Kiosk => ("自助机", "自助機", "Kiosk"),
        Channel::Delegated => ("领导交办", "領導交辦", "Assigned by a leader"),
        Channel::Discovered => ("自己发现", "自己發現", "Found by staff"),
    })
}

/// Says whose duty a matter is.
#[rustfmt::skip]
pub(crate) const fn scope(lang: Lang, code: Scope) -> &'static str {
    pick(lang, match code {
        Scope::Own => ("我自己的", "我自己的", "My own"),
        Scope::Colleague => ("本部门同事的", "本部門同事的", "A colleague’s"),
        Scope::Department => ("本单位别的部门", "本單位別的部門", "Another department’s"),
        Scope::Several => ("涉及几个部门", "涉及幾個部門", "Several departments’"),
        Scope::System => ("本系统别的单位", "本系統別的單位", "A sister unit’s"),
        Scope::Outside => ("不归我们管", "不歸我們管", "Outside our duties"),
        Scope::Unclear => ("说不清归谁", "說不清歸誰", "Not clear"),
    })
}

/// Says where the person is who should handle a matter.
#[rustfmt::skip]
pub(crate) const fn handler_state(lang: Lang, code: HandlerState) -> &'static str {
    pick(lang, match code {
        HandlerState::Available => ("在岗", "在崗", "At the post"),
        HandlerState::Absent => ("不在（请假、外出、开会）", "不在（請假、外出、開會）", "Away (leave, travel, meeting)"),
        HandlerState::Unreachable => ("联系不上", "聯繫不上", "Cannot be reached"),
        HandlerState::None => ("没有对口岗位", "沒有對口崗位", "No such post"),
    })
}

/// Says whether the papers suffice.
#[rustfmt::skip]
pub(crate) const fn materials(lang: Lang, code: Materials) -> &'static str {
    pick(lang, match code {
        Materials::Complete => ("齐全", "齊全", "Complete"),
        Materials::Incomplete => ("不齐", "不齊", "Something is missing"),
    })
}

/// Says whether the rules allow what is wanted.
#[rustfmt::skip]
pub(crate) const fn eligible(lang: Lang, code: Eligible) -> &'static str {
    pick(lang, match code {
        Eligible::Yes => ("可以办", "可以辦", "Yes"),
        Eligible::No => ("不可以办", "不可以辦", "No"),
        Eligible::Unsure => ("拿不准", "拿不準", "Not sure"),
    })
}

/// Says what a form is.
#[rustfmt::skip]
pub(crate) const fn form(lang: Lang, code: FormCode) -> &'static str {
    pick(lang, match code {
        FormCode::Register => ("登记表（台账）", "登記表（台帳）", "Register"),
        FormCode::TransferSlip => ("转办单", "轉辦單", "Transfer slip"),
        FormCode::Receipt => ("回执", "回執", "Receipt"),
        FormCode::MaterialsNotice => ("一次性告知书", "一次性告知書", "One-time notice"),
        FormCode::CoordinationSheet => ("协调单", "協調單", "Coordination sheet"),
        FormCode::ComplaintRecord => ("投诉意见记录表", "投訴意見紀錄表", "Complaint record"),
        FormCode::VisitorFile => ("服务对象档案", "服務對象檔案", "Visitor’s file"),
        FormCode::RefusalFiling => ("否定报备书", "否定報備書", "Filing of a refusal"),
        FormCode::Summary => ("汇总表", "彙總表", "Summary"),
        FormCode::ApprovalSheet => ("审批表", "審批表", "Approval sheet"),
    })
}

/// Says what is forbidden.
#[rustfmt::skip]
pub(crate) const fn barred(lang: Lang, code: Barred) -> &'static str {
    pick(lang, match code {
        Barred::Shirk => ("不得推诿", "不得推諉", "Do not push the visitor away"),
        Barred::Refuse => ("不得拒绝受理", "不得拒絕受理", "Do not refuse to take it in"),
        Barred::Retransfer => ("不得再次转出", "不得再次轉出", "Do not pass it on again"),
        Barred::Bypass => ("不得越级", "不得越級", "Do not go over anyone’s head"),
        Barred::Leak => ("不得泄露", "不得洩露", "Do not tell others"),
        Barred::Delay => ("不得拖延", "不得拖延", "Do not drag it out"),
        Barred::Obstruct => ("不得刁难", "不得刁難", "Do not make it hard"),
        Barred::Mislead => ("不得误导", "不得誤導", "Do not say what is not so"),
        Barred::PushUp => ("不得推给上级", "不得推給上級", "Do not push it up"),
        Barred::PushOut => ("不得推向社会", "不得推向社會", "Do not push it out of the house"),
    })
}

/// Says a circumstance, as the clerk would tick it.
#[rustfmt::skip]
pub(crate) const fn flag(lang: Lang, code: Flag) -> &'static str {
    pick(lang, match code {
        Flag::Urgent => ("事情紧急", "事情緊急", "It cannot wait"),
        Flag::Complex => ("情况复杂", "情況複雜", "It is complicated"),
        Flag::Anonymous => ("不愿透露姓名", "不願透露姓名", "Gives no name"),
        Flag::Abusive => ("无理取闹", "無理取鬧", "Makes trouble without reason"),
        Flag::Unreasonable => ("要求本身不合理", "要求本身不合理", "The request itself is unreasonable"),
        Flag::SeeksLeader => ("要见领导", "要見領導", "Wants to see a leader"),
        Flag::Misrouted => ("是别处错转来的", "是別處錯轉來的", "Was passed to us by mistake"),
        Flag::Objects => ("解释后仍有异议", "解釋後仍有異議", "Still objects after an explanation"),
        Flag::ThirdParty => ("由外部第三方引起", "由外部第三方引起", "Caused by someone outside"),
        Flag::Consents => ("愿意自己联系第三方", "願意自己聯繫第三方", "Will contact the third party"),
        Flag::ConsentsToBeLed => ("愿意跟着去承办处", "願意跟著去承辦處", "Will be led to the right place"),
        Flag::VisitorObstacle => ("对方自身条件暂不具备", "對方自身條件暫不具備", "Cannot do it now for own reasons"),
        Flag::HandedOver => ("工作已交接给新人", "工作已交接給新人", "Work was handed to a new person"),
        Flag::CrossUnit => ("涉及公司别的管理处", "涉及公司別的管理處", "Needs another management unit"),
        Flag::Dissatisfied => ("对结果不满意", "對結果不滿意", "Not satisfied with the result"),
        Flag::NeedsSupport => ("承办人一人办不了", "承辦人一人辦不了", "Handler cannot do it alone"),
        Flag::BeyondAbility => ("被问到的人都解决不了", "被問到的人都解決不了", "None of those asked can solve it"),
        Flag::BeyondUnit => ("本单位解决不了", "本單位解決不了", "Nobody in the unit can solve it"),
        Flag::Overdue => ("承办人已超时", "承辦人已超時", "Handler missed the limit"),
        Flag::Long => ("办理时间较长", "辦理時間較長", "Takes longer than usual"),
        Flag::LeaderAbsent => ("主管领导联系不上", "主管領導聯繫不上", "The leader cannot be reached"),
        Flag::PostBound => ("我走不开", "我走不開", "I cannot leave my post"),
        Flag::Frail => ("行动不便，需要帮扶", "行動不便，需要幫扶", "Needs physical help"),
        Flag::WantsMessage => ("请求转告", "請求轉告", "Wants word passed on"),
        Flag::Loss => ("已造成损失", "已造成損失", "Suffered a loss"),
    })
}

/// Names a part of the situation.
#[rustfmt::skip]
pub(crate) const fn field(lang: Lang, code: Field) -> &'static str {
    pick(lang, match code {
        Field::Channel => ("渠道", "渠道", "channel"),
        Field::Matter => ("类型", "類型", "kind"),
        Field::Scope => ("归谁管", "歸誰管", "whose duty"),
        Field::Handler => ("承办人", "承辦人", "handler"),
        Field::OnTheSpot => ("能否当场办", "能否當場辦", "on the spot"),
        Field::Materials => ("材料", "材料", "papers"),
        Field::Eligible => ("是否符合规定", "是否符合規定", "allowed"),
        Field::Topic => ("专题", "專題", "topic"),
        Field::Asked => ("被问到的人", "被問到的人", "people asked"),
    })
}

/// Says how a matter ended.
#[rustfmt::skip]
pub(crate) const fn closing(lang: Lang, code: Closing) -> &'static str {
    pick(lang, match code {
        Closing::Settled => ("已办成", "已辦成", "Settled as asked"),
        Closing::Declined => ("不能办，已说明理由", "不能辦，已說明理由", "Could not be granted, reasons given"),
        Closing::Directed => ("不归本单位，已指明去处", "不歸本單位，已指明去處", "Belongs elsewhere, shown where"),
        Closing::Withdrawn => ("对方撤回", "對方撤回", "Withdrawn by the visitor"),
        Closing::Duplicate => ("与另一件重复", "與另一件重複", "A copy of another ticket"),
    })
}

/// Names what a correction puts right.
#[rustfmt::skip]
pub(crate) const fn corrected(lang: Lang, code: CorrectedField) -> &'static str {
    pick(lang, match code {
        CorrectedField::Name => ("姓名", "姓名", "Name"),
        CorrectedField::Phone => ("电话", "電話", "Telephone"),
        CorrectedField::Subject => ("事项", "事項", "Matter"),
        CorrectedField::Details => ("情况说明", "情況說明", "What was said"),
    })
}
