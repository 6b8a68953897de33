//! What someone did wrong, and what came of it.

use crate::app::words::pick;
use crate::office::Lang;
use crate::rules::{Consequence, Violation};

/// Says what someone did wrong.
pub(crate) fn violation(lang: Lang, code: Violation) -> &'static str {
    let said = match code {
        Violation::Shirk => ["推诿", "推諉", "Pushed the visitor away"],
        Violation::NotAssisted => ["不协助联系", "不協助聯繫", "Did not help to get in touch"],
        Violation::Cold => ["冷漠、不理睬", "冷漠、不理睬", "Ignored the visitor"],
        Violation::Rude => ["态度恶劣", "態度惡劣", "Was rude"],
        Violation::NotTold => ["应告知而未告知", "應告知而未告知", "Did not tell what had to be told"],
        Violation::NoGuide => ["不引见、一推了之", "不引見、一推了之", "Did not lead the visitor there"],
        Violation::NotForwarded => ["未及时移交", "未及時移交", "Did not hand it on in time"],
        Violation::NotContacted => ["承办人未及时联系", "承辦人未及時聯繫", "The handler did not get in touch"],
        Violation::Late => ["超过时限", "超過時限", "Missed the limit"],
        Violation::NoRecord => ["未登记", "未登記", "Did not write it down"],
        Violation::NoExplanation => ["不予解释", "不予解釋", "Did not explain"],
        Violation::Retransfer => ["再次转移", "再次轉移", "Passed it on again"],
        Violation::Refuse => ["拒绝受理", "拒絕受理", "Refused to take it in"],
        Violation::Lost => ["压误、漏办或丢失材料", "壓誤、漏辦或遺失材料", "Mislaid, forgot or lost it"],
        Violation::BadHandover => ["交接疏漏", "交接疏漏", "Handed over carelessly"],
        Violation::Conceal => ["隐瞒", "隱瞞", "Concealed it"],
        Violation::Retaliate => ["打击报复", "打擊報復", "Retaliated"],
        Violation::Other => ["其他", "其他", "Something else"],
    };
    pick(lang, said)
}

/// Says what came of it.
pub(crate) fn consequence(lang: Lang, code: Consequence) -> &'static str {
    let said = match code {
        Consequence::None => ["没有后果", "沒有後果", "Nothing"],
        Consequence::Harm => ["不良后果", "不良後果", "A bad effect"],
        Consequence::HugeLoss => ["巨大损失", "巨大損失", "A huge loss"],
        Consequence::SevereImage => ["严重损害形象", "嚴重損害形象", "Grave harm to the image"],
        Consequence::Dissatisfied => ["引起不满", "引起不滿", "A dissatisfied visitor"],
        Consequence::Complaint => ["投诉查实", "投訴查實", "A complaint found true"],
        Consequence::Image => ["形象受损", "形象受損", "Harm to the image"],
        Consequence::Quarrel => ["引起争吵", "引起爭吵", "A quarrel"],
        Consequence::LostCustomer => ["客户流失", "客戶流失", "A lost customer"],
        Consequence::WorkDisrupted => ["影响客户工作", "影響客戶工作", "Disrupted work of the customer"],
        Consequence::Loss => ["经济损失", "經濟損失", "An economic loss"],
        Consequence::Serious => ["严重后果", "嚴重後果", "A serious effect"],
    };
    pick(lang, said)
}
