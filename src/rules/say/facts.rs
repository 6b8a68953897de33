//! Names of what a system states outright.

use super::words::{phrase, said, sentence};
use crate::rules::facts::FactName;
use crate::rules::pack::Words;
use crate::rules::situation::{Channel, MatterKind};

/// Names a fact.
pub fn say_fact(name: FactName) -> Words {
    phrase(fact(name))
}

/// Says a term of a fact: channels and matters are written as codes, everything else in words.
pub fn say_term(name: FactName, term: &str) -> Words {
    let coded = match name {
        FactName::Channels => term.parse().ok().map(channel_name),
        FactName::Matters => term.parse().ok().map(matter_name),
        _ => None,
    };
    coded.map_or_else(|| sentence(term.to_owned(), term.to_owned()), phrase)
}

said! { channel_name, Channel:
    Visit "当面" "in person",
    Phone "电话" "telephone",
    Letter "信函" "letter",
    Email "电子邮件" "e-mail",
    Fax "传真" "fax",
    Online "网上" "online",
    Forum "论坛" "forum",
    Microblog "微博" "microblog",
    Meeting "会议" "meeting",
    Callback "回访" "call back",
    Kiosk "自助机" "kiosk",
    Delegated "领导交办" "assigned by a leader",
    Discovered "自己发现" "found by staff",
}

said! { matter_name, MatterKind:
    Consultation "咨询" "questions",
    Business "办事" "errands",
    Complaint "投诉" "complaints",
    Report "举报" "reports of wrongdoing",
    Suggestion "建议" "suggestions",
    Defect "故障" "faults",
    Petition "信访申诉" "petitions",
    Help "求助" "calls for help",
    OnsiteSupport "现场支持" "support on site",
    Training "培训" "training",
}

said! { fact, FactName:
    Staff "约束谁" "Who is bound",
    Channels "适用渠道" "Channels covered",
    Matters "适用事项" "Matters covered",
    TabooPhrases "服务忌语" "What may not be said",
    RecordFields "登记内容" "What is written down",
    ReceiptFields "回执内容" "What a receipt contains",
    NamedForms "表单名称" "Forms by name",
    Limits "时限" "Time limits in words",
    Metrics "考核指标" "Measures of the work",
    ReviewCycle "评估周期" "How often it is reviewed",
    Training "培训" "Training",
    Incentives "奖励" "What good work earns",
    Principles "原则" "Principles",
    Phases "实施阶段" "Phases",
    Powers "权力" "Powers",
    Rights "服务对象的权利" "Rights of visitors",
    TermsOfOffice "任期" "Terms of office",
    Effective "施行时间" "In force from",
    OwnerKinds "首问责任人的种类" "Kinds of owner",
    Sanctions "处分种类" "Sanctions by name",
    Precedence "冲突时以何为准" "Which text prevails",
    KnowledgeBase "知识库" "Reference works",
    DecidedBy "由谁决定处分" "Who decides on sanctions",
    KeptIn "存放处" "Where it is kept",
    ComplaintChannel "投诉渠道" "Where visitors complain",
    Publication "公示内容" "What is published",
    NoticeFields "告知书内容" "What the notice contains",
    ResponsibilityLevels "责任层级" "Levels of responsibility",
    Meeting "会议" "Meetings",
    MaxVisits "最多跑几次" "Most visits",
}
