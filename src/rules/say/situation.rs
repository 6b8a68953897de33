//! What a situation is, as phrases that stand after "where".

use super::words::said;
use crate::rules::decision::Basis;
use crate::rules::flags::Flag;
use crate::rules::pack::AskedCount;
use crate::rules::situation::{Channel, Eligible, HandlerState, Materials, MatterKind, Scope};

said! { channel, Channel:
    Visit "当面来访" "it comes in person",
    Phone "来电" "it comes by telephone",
    Letter "来信" "it comes by letter",
    Email "电子邮件" "it comes by e-mail",
    Fax "传真" "it comes by fax",
    Online "网上提出" "it comes online",
    Forum "论坛提出" "it comes by a forum",
    Microblog "微博提出" "it comes by a microblog",
    Meeting "会上提出" "it comes up in a meeting",
    Callback "回访中提出" "it comes up during a call back",
    Kiosk "自助机登记" "it comes from the kiosk",
    Delegated "领导交办" "a leader assigned it",
    Discovered "员工自己发现" "a member of staff found it",
}

said! { matter, MatterKind:
    Consultation "属于咨询" "it is a question",
    Business "属于办事" "it is an errand",
    Complaint "属于投诉" "it is a complaint",
    Report "属于举报" "it is a report of wrongdoing",
    Suggestion "属于建议" "it is a suggestion",
    Defect "属于产品故障" "it is a fault of a product",
    Petition "属于信访申诉" "it is a petition",
    Help "属于求助" "it is a call for help",
    OnsiteSupport "属于现场支持" "it is support on site",
    Training "属于培训" "it is training",
}

said! { scope, Scope:
    Own "属于本人职责" "it is the first contact’s own duty",
    Colleague "属于本部门同事的职责" "it is a colleague’s duty",
    Department "属于本单位其他部门的职责" "it is another department’s duty",
    Several "涉及几个部门" "it concerns several departments",
    System "属于本系统其他单位的职责" "it is a sister unit’s duty",
    Outside "不属于本单位职责" "it is the duty of a body outside",
    Unclear "归属不清" "it is not clear whose duty it is",
}

said! { handler_state, HandlerState:
    Available "经办人在岗" "the handler is there",
    Absent "经办人不在" "the handler is away",
    Unreachable "经办人联系不上" "the handler cannot be reached",
    None "没有对口岗位" "there is no such post",
}

/// Says whether it can be settled at once.
pub(super) const fn on_the_spot(truth: bool) -> super::words::Phrase {
    if truth {
        ("能当场办", "it can be settled at once")
    } else {
        ("不能当场办", "it cannot be settled at once")
    }
}

said! { materials, Materials:
    Complete "材料齐全" "the papers are complete",
    Incomplete "材料不齐" "papers are missing",
}

said! { eligible, Eligible:
    Yes "符合规定" "the rules allow it",
    No "不符合规定" "the rules do not allow it",
    Unsure "拿不准是否符合规定" "it is not certain whether the rules allow it",
}

said! { asked, AskedCount:
    None "没有人被问到" "nobody was asked",
    One "只问到一人" "one person was asked",
    Several "问到几个人" "several people were asked",
}

said! { flag, Flag:
    Urgent "事情紧急" "the matter is urgent",
    Complex "情况复杂" "the matter is complex",
    Anonymous "服务对象不愿透露姓名" "the visitor gives no name",
    Abusive "服务对象无理取闹" "the visitor makes trouble without reason",
    Unreasonable "要求本身不合理" "the request itself is unreasonable",
    SeeksLeader "服务对象要见领导" "the visitor wants to see a leader",
    Misrouted "是别处错转来的" "it was passed on to the wrong place",
    Objects "解释后仍有异议" "the visitor still objects after an explanation",
    ThirdParty "由外部第三方引起" "an outside third party caused it",
    Consents "服务对象愿意自己联系第三方" "the visitor agrees to contact the third party",
    ConsentsToBeLed "服务对象愿意被带去" "the visitor agrees to be led there",
    VisitorObstacle "服务对象自身条件暂不具备" "the visitor’s own circumstances prevent it now",
    HandedOver "工作已交接" "the work was handed to a new person",
    CrossUnit "涉及公司其他管理处" "it needs another management unit",
    Dissatisfied "服务对象对结果不满意" "the visitor is not satisfied with the result",
    NeedsSupport "承办人一人办不了" "the handler cannot solve it alone",
    BeyondAbility "被问到的人都解决不了" "none of those asked can solve it",
    BeyondUnit "本单位解决不了" "nobody in the unit can solve it",
    Overdue "承办人已超时" "the handler missed the limit",
    Long "办理时间较长" "it takes longer than usual",
    LeaderAbsent "主管领导联系不上" "the leader in charge cannot be reached",
    PostBound "首问人员不能离岗" "the first contact cannot leave the post",
    Frail "服务对象需要搀扶" "the visitor needs physical help",
    WantsMessage "服务对象请求转告" "the visitor asks for word to be passed on",
    Loss "服务对象受了损失" "the visitor suffered a loss",
}

said! { basis, Basis:
    FirstAsked "最先被问到的人" "who was asked first",
    OnDuty "当班值守的人" "who is on duty",
    InCharge "主持会议或接待的人" "who is in charge of the meeting or reception",
    Named "服务对象点名的人" "whom the visitor named",
    Senior "职级最高的人" "who is the most senior",
    LongestTenure "任职最久的人" "who has been in the post longest",
    FirstResponse "最先回应的人" "who responded first",
    TookOver "接手工作的人" "who took the work over",
    Appointed "事先指定的人" "who was named in advance",
}

/// Says what a person is, or is not (`on_duty`, `operator` …).
pub(super) fn property(name: &str, wanted: bool) -> super::words::Phrase {
    match (name, wanted) {
        ("on_duty", true) => ("当班值守", "on duty"),
        ("on_duty", false) => ("不当班", "not on duty"),
        ("in_charge", true) => ("主持会议或接待", "in charge of the meeting or reception"),
        ("in_charge", false) => ("不主持会议或接待", "not in charge of the meeting or reception"),
        ("named", true) => ("服务对象点名要找", "named by the visitor"),
        ("named", false) => ("不是服务对象点名要找", "not named by the visitor"),
        ("operator", true) => ("在操作岗位", "an operator (guard, cleaner, repairman)"),
        ("operator", false) => ("不在操作岗位", "not an operator (guard, cleaner, repairman)"),
        ("took_over", true) => ("接手了工作", "the one who took over"),
        ("took_over", false) => ("没有接手工作", "not the one who took over"),
        ("at_post", true) => ("在岗", "at the post"),
        ("at_post", false) => ("不在岗", "not at the post"),
        ("appointed", true) => ("事先指定", "named in advance"),
        _ => ("不是事先指定", "not named in advance"),
    }
}
