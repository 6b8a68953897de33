//! The words of the accountability clauses: what was done wrong, what came of it, what follows.

use super::codes::codes;

codes! {
    /// What someone did wrong.
    Violation, "violation":
    Shirk "shirk" "Pushed the visitor away (推诿).",
    NotAssisted "not_assisted" "Did not help to get in touch (不协助联系).",
    Cold "cold" "Ignored the visitor (冷漠、不理睬).",
    Rude "rude" "Was rude (态度恶劣、粗暴).",
    NotTold "not_told" "Did not tell what had to be told (应告知未告知).",
    NoGuide "no_guide" "Did not lead the visitor there (不引见、一推了之).",
    NotForwarded "not_forwarded" "Did not hand it on in time (未及时移交).",
    NotContacted "not_contacted" "The handler did not get in touch in time (承办人未及时联系).",
    Late "late" "Missed the limit (超时).",
    NoRecord "no_record" "Did not register (未登记).",
    NoExplanation "no_explanation" "Did not explain (不予解释).",
    Retransfer "retransfer" "Passed it on again (再次转移).",
    Refuse "refuse" "Refused to take it in (拒绝受理).",
    Lost "lost" "Mislaid, forgot or lost it (压误、漏办、丢失材料).",
    BadHandover "bad_handover" "Handed over carelessly (交接疏漏).",
    Conceal "conceal" "Concealed it (隐瞒).",
    Retaliate "retaliate" "Retaliated (打击报复).",
    Other "other" "Something else.",
}

codes! {
    /// What came of a violation.
    Consequence, "consequence":
    None "none" "Nothing.",
    Harm "harm" "A bad effect (造成不良后果).",
    HugeLoss "huge_loss" "A huge loss (巨大损失).",
    SevereImage "severe_image" "The image was gravely harmed (严重损害形象).",
    Dissatisfied "dissatisfied" "The visitor was dissatisfied (引起不满).",
    Complaint "complaint" "A complaint was found true (投诉查实).",
    Image "image" "The image was harmed (形象受损).",
    Quarrel "quarrel" "A quarrel (引起争吵).",
    LostCustomer "lost_customer" "An order or customer was lost (丢单流失).",
    WorkDisrupted "work_disrupted" "The customer's work was disrupted (影响客户工作).",
    Loss "loss" "An economic loss (经济损失).",
    Serious "serious" "A serious effect (严重后果).",
}

codes! {
    /// What speaks for leniency.
    Mitigating, "mitigating circumstance":
    FirstAndTrivial "first_and_trivial" "For the first time, and trivial.",
    Apologised "apologised" "Apologised and made it good.",
    Admitted "admitted" "Admitted it and mended his ways.",
    CausedByOthers "caused_by_others" "Another's mistake led to it.",
}

codes! {
    /// What speaks for severity.
    Aggravating, "aggravating circumstance":
    Repeated "repeated" "Several times.",
    Concealed "concealed" "Concealed it.",
    CausedOthers "caused_others" "Led others into a mistake.",
    Retaliated "retaliated" "Retaliated against the one who complained.",
}

codes! {
    /// What follows for the person.
    Sanction, "sanction":
    Education "education" "Criticism and education (批评教育).",
    VerbalWarning "verbal_warning" "Verbal warning (口头警告).",
    WrittenWarning "written_warning" "Written warning (书面警告).",
    CirculatedCriticism "circulated_criticism" "Circulated criticism (通报批评).",
    Rectify "rectify" "Correction by a date (限期改正).",
    Admonition "admonition" "Admonition (诫勉教育).",
    EfficiencyWarning "efficiency_warning" "Efficiency warning (效能告诫).",
    AdministrativeWarning "administrative_warning" "Administrative warning (行政警告).",
    NoAward "no_award" "No award (取消评先).",
    DeductBonus "deduct_bonus" "Bonus withheld (扣发奖金).",
    SuspendPost "suspend_post" "Suspended from the post (待岗).",
    TransferPost "transfer_post" "Moved to another post (调离、调整岗位).",
    Demerit "demerit" "Demerit (记过).",
    MajorDemerit "major_demerit" "Major demerit (记大过).",
    Demotion "demotion" "Demotion (降职).",
    PayCut "pay_cut" "Pay cut (降薪).",
    Dismissal "dismissal" "Dismissal (解雇、辞退).",
    Expulsion "expulsion" "Expulsion (开除).",
    NotExcellent "not_excellent" "Not rated excellent (不得评优).",
    Incompetent "incompetent" "Rated incompetent (不称职).",
    Discipline "discipline" "Party and administrative discipline (党纪政纪责任).",
    LeaderLiable "leader_liable" "The leader in charge answers too (追究主管领导).",
    Warning "warning" "Warning (警告).",
    Criticism "criticism" "Criticism (批评).",
    Handling "handling" "Necessary handling (必要处理).",
    PerformancePay "performance_pay" "Tied to performance pay (与绩效工资挂钩).",
    AdministrativePenalty "administrative_penalty" "Administrative penalty (行政处罚).",
    HeldLiable "held_liable" "Held liable (追究责任).",
    PerOtherRules "per_other_rules" "By other rules (按其他规定处理).",
}

codes! {
    /// How a sanction weighs.
    Weight, "weight":
    Normal "normal" "As it stands.",
    Lighter "lighter" "Lighter (从轻).",
    Waived "waived" "Waived (免除).",
    Heavier "heavier" "Heavier (从重).",
}

codes! {
    /// In which role someone did wrong.
    StaffRole, "role":
    Owner "owner" "As first-contact owner.",
    Handler "handler" "As handler.",
    NextHandler "next_handler" "As the next handler.",
}

codes! {
    /// Who is held to account.
    Liable, "liable side":
    Owner "owner" "The first-contact owner.",
    Handler "handler" "The handler.",
    NextHandler "next_handler" "The next handler.",
    Department "department" "The department.",
    Head "head" "The head of department.",
    Leader "leader" "The leader.",
}
