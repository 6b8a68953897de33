//! What someone did, what came of it and what follows, as phrases.

use super::words::{phrase, said};
use crate::rules::assessment::{Consequence, Sanction, StaffRole, Violation};
use crate::rules::pack::Words;

/// Names what someone did wrong.
pub fn say_violation(code: Violation) -> Words {
    phrase(violation(code))
}

/// Names what came of it.
pub fn say_consequence(code: Consequence) -> Words {
    phrase(consequence(code))
}

/// Names a sanction.
pub fn say_sanction(code: Sanction) -> Words {
    phrase(sanction(code))
}

said! { violation, Violation:
    Shirk "推诿" "pushing the visitor away",
    NotAssisted "不协助联系" "not helping to get in touch",
    Cold "冷漠、不理睬" "ignoring the visitor",
    Rude "态度恶劣" "rudeness",
    NotTold "应告知而未告知" "not telling what had to be told",
    NoGuide "不引见、一推了之" "not leading the visitor there",
    NotForwarded "未及时移交" "not handing it on in time",
    NotContacted "承办人未及时联系" "not getting in touch as handler",
    Late "超过时限" "missing the limit",
    NoRecord "未登记" "not writing it down",
    NoExplanation "不予解释" "not explaining",
    Retransfer "再次转移" "passing it on again",
    Refuse "拒绝受理" "refusing to take it in",
    Lost "压误、漏办或丢失材料" "mislaying, forgetting or losing it",
    BadHandover "交接疏漏" "a careless handover",
    Conceal "隐瞒" "concealing",
    Retaliate "打击报复" "retaliating",
    Other "其他" "something else",
}

said! { consequence, Consequence:
    None "没有后果" "nothing",
    Harm "不良后果" "a bad effect",
    HugeLoss "巨大损失" "a huge loss",
    SevereImage "严重损害形象" "grave harm to the image",
    Dissatisfied "引起不满" "a dissatisfied visitor",
    Complaint "投诉查实" "a complaint found true",
    Image "形象受损" "harm to the image",
    Quarrel "引起争吵" "a quarrel",
    LostCustomer "客户流失" "a lost customer",
    WorkDisrupted "影响客户工作" "disrupted work of the customer",
    Loss "经济损失" "an economic loss",
    Serious "严重后果" "a serious effect",
}

said! { role, StaffRole:
    Owner "首问责任人" "first-contact owner",
    Handler "承办人" "handler",
    NextHandler "下一位承办人" "next handler",
}

said! { sanction, Sanction:
    Education "批评教育" "criticism and education",
    VerbalWarning "口头警告" "a verbal warning",
    WrittenWarning "书面警告" "a written warning",
    CirculatedCriticism "通报批评" "circulated criticism",
    Rectify "限期改正" "correction by a date",
    Admonition "诫勉教育" "an admonition",
    EfficiencyWarning "效能告诫" "an efficiency warning",
    AdministrativeWarning "行政警告" "an administrative warning",
    NoAward "取消评先" "exclusion from awards",
    DeductBonus "扣发奖金" "a withheld bonus",
    SuspendPost "待岗" "suspension from the post",
    TransferPost "调离岗位" "a move to another post",
    Demerit "记过" "a demerit",
    MajorDemerit "记大过" "a major demerit",
    Demotion "降职" "a demotion",
    PayCut "降薪" "a pay cut",
    Dismissal "解雇" "dismissal",
    Expulsion "开除" "expulsion",
    NotExcellent "不得评优" "no rating as excellent",
    Incompetent "不称职" "a rating as incompetent",
    Discipline "党纪政纪责任" "party and administrative discipline",
    LeaderLiable "追究主管领导" "liability of the leader in charge",
    Warning "警告" "a warning",
    Criticism "批评" "criticism",
    Handling "必要处理" "necessary handling",
    PerformancePay "与绩效工资挂钩" "an effect on performance pay",
    AdministrativePenalty "行政处罚" "an administrative penalty",
    HeldLiable "追究责任" "being held liable",
    PerOtherRules "按其他规定处理" "handling by other rules",
}
