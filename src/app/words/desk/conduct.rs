//! The accountability clauses' codes in words: what someone did, what came of it, what bears on it, what follows.

use crate::app::words::pick;
use crate::office::Lang;
use crate::rules::{Aggravating, Consequence, Liable, Mitigating, Sanction, StaffRole, Violation, Weight};

/// Declares a function that says each code of a list; one without words does not compile.
macro_rules! say {
    ($(#[$meta:meta])* $name:ident, $codes:ident: $($code:ident $hans:literal $hant:literal $en:literal;)+) => {
        $(#[$meta])*
        pub(crate) fn $name(lang: Lang, code: $codes) -> &'static str {
            match code { $($codes::$code => pick(lang, [$hans, $hant, $en]),)+ }
        }
    };
}

say! {
    /// What someone did.
    violation, Violation:
    Shirk "推诿" "推諉" "pushing the visitor away";
    NotAssisted "没有协助联系" "沒有協助聯繫" "not helping to get in touch";
    Cold "冷漠、不理睬" "冷漠、不理睬" "ignoring the visitor";
    Rude "态度恶劣" "態度惡劣" "rudeness";
    NotTold "应告知没有告知" "應告知沒有告知" "not telling what had to be told";
    NoGuide "没有引见" "沒有引見" "not leading the visitor there";
    NotForwarded "没有及时移交" "沒有及時移交" "not handing it on in time";
    NotContacted "没有及时联系服务对象" "沒有及時聯繫服務對象" "not getting in touch in time";
    Late "超过时限" "超過時限" "missing the limit";
    NoRecord "没有登记" "沒有登記" "not writing it down";
    NoExplanation "没有说明理由" "沒有說明理由" "not explaining";
    Retransfer "再次转出" "再次轉出" "passing it on again";
    Refuse "拒绝受理" "拒絕受理" "refusing to take it in";
    Lost "压误、漏办或丢失材料" "壓誤、漏辦或丟失材料" "mislaying, forgetting or losing it";
    BadHandover "交接疏漏" "交接疏漏" "a careless handover";
    Conceal "隐瞒" "隱瞞" "concealing";
    Retaliate "打击报复" "打擊報復" "retaliating";
    Other "其他" "其他" "something else";
}

say! {
    /// What came of it.
    consequence, Consequence:
    None "没有后果" "沒有後果" "nothing";
    Harm "造成不良后果" "造成不良後果" "a bad effect";
    HugeLoss "造成巨大损失" "造成巨大損失" "a huge loss";
    SevereImage "严重损害形象" "嚴重損害形象" "grave harm to the image";
    Dissatisfied "引起不满" "引起不滿" "a dissatisfied visitor";
    Complaint "投诉查实" "投訴查實" "a complaint found true";
    Image "形象受损" "形象受損" "harm to the image";
    Quarrel "引起争吵" "引起爭吵" "a quarrel";
    LostCustomer "客户流失" "客戶流失" "a lost customer";
    WorkDisrupted "影响客户工作" "影響客戶工作" "disrupted work of the customer";
    Loss "经济损失" "經濟損失" "an economic loss";
    Serious "严重后果" "嚴重後果" "a serious effect";
}

say! {
    /// What speaks for leniency.
    mitigating, Mitigating:
    FirstAndTrivial "初次且轻微" "初次且輕微" "for the first time, and trivial";
    Apologised "主动道歉、弥补" "主動道歉、彌補" "apologised and made it good";
    Admitted "承认错误、积极改正" "承認錯誤、積極改正" "admitted it and mended his ways";
    CausedByOthers "因他人过错造成" "因他人過錯造成" "another’s mistake led to it";
}

say! {
    /// What speaks for severity.
    aggravating, Aggravating:
    Repeated "多次发生" "多次發生" "several times";
    Concealed "隐瞒情况" "隱瞞情況" "concealed it";
    CausedOthers "致使他人出错" "致使他人出錯" "led others into a mistake";
    Retaliated "报复投诉人" "報復投訴人" "retaliated against the one who complained";
}

say! {
    /// What follows for the person.
    sanction, Sanction:
    Education "批评教育" "批評教育" "criticism and education";
    VerbalWarning "口头警告" "口頭警告" "a verbal warning";
    WrittenWarning "书面警告" "書面警告" "a written warning";
    CirculatedCriticism "通报批评" "通報批評" "circulated criticism";
    Rectify "限期改正" "限期改正" "correction by a date";
    Admonition "诫勉教育" "誡勉教育" "an admonition";
    EfficiencyWarning "效能告诫" "效能告誡" "an efficiency warning";
    AdministrativeWarning "行政警告" "行政警告" "an administrative warning";
    NoAward "取消评先" "取消評先" "exclusion from awards";
    DeductBonus "扣发奖金" "扣發獎金" "a withheld bonus";
    SuspendPost "待岗" "待崗" "suspension from the post";
    TransferPost "调离岗位" "調離崗位" "a move to another post";
    Demerit "记过" "記過" "a demerit";
    MajorDemerit "记大过" "記大過" "a major demerit";
    Demotion "降职" "降職" "a demotion";
    PayCut "降薪" "降薪" "a pay cut";
    Dismissal "解雇" "解僱" "dismissal";
    Expulsion "开除" "開除" "expulsion";
    NotExcellent "不得评优" "不得評優" "no rating as excellent";
    Incompetent "不称职" "不稱職" "a rating as incompetent";
    Discipline "党纪政纪责任" "黨紀政紀責任" "party and administrative discipline";
    LeaderLiable "追究主管领导" "追究主管領導" "liability of the leader in charge";
    Warning "警告" "警告" "a warning";
    Criticism "批评" "批評" "criticism";
    Handling "必要处理" "必要處理" "necessary handling";
    PerformancePay "与绩效工资挂钩" "與績效工資掛鉤" "an effect on performance pay";
    AdministrativePenalty "行政处罚" "行政處罰" "an administrative penalty";
    HeldLiable "追究责任" "追究責任" "being held liable";
    PerOtherRules "按其他规定处理" "按其他規定處理" "handling by other rules";
}

say! {
    /// Which way it weighs.
    weight, Weight:
    Normal "照此处理" "照此處理" "as it stands";
    Lighter "可以从轻" "可以從輕" "lighter";
    Waived "可以免除" "可以免除" "waived";
    Heavier "应当从重" "應當從重" "heavier";
}

say! {
    /// As what someone had the duty.
    role, StaffRole:
    Owner "首问责任人" "首問責任人" "first-contact owner";
    Handler "承办人" "承辦人" "handler";
    NextHandler "下一位承办人" "下一位承辦人" "next handler";
}

say! {
    /// Who is held to account.
    liable, Liable:
    Owner "首问责任人" "首問責任人" "the first-contact owner";
    Handler "承办人" "承辦人" "the handler";
    NextHandler "下一位承办人" "下一位承辦人" "the next handler";
    Department "部门" "部門" "the department";
    Head "部门负责人" "部門負責人" "the head of department";
    Leader "分管领导" "分管領導" "the leader in charge";
}
