//! What is printed.

use crate::app::words::table::table;

table! {
    /// Slips and notices on paper.
    PaperWords {
        transfer_slip: "转办单", "轉辦單", "Transfer slip";
        number: "受理号", "受理號", "Number";
        matter: "事项", "事項", "Matter";
        visitor: "服务对象", "服務對象", "Visitor";
        phone: "联系电话", "聯繫電話", "Telephone";
        details: "情况说明", "情況說明", "What was said";
        registered: "登记时间", "登記時間", "Registered";
        due: "办理期限", "辦理期限", "Due";
        from: "转出方", "轉出方", "Passed on by";
        to: "接收方", "接收方", "Received by";
        date: "日期", "日期", "Date";
        sign: "签字", "簽字", "Signature";
        reason: "转办理由", "轉辦理由", "Reason";
        papers: "随附材料", "隨附材料", "Papers handed over";
        accepted: "同意接收", "同意接收", "Accepted";
        returned: "退回，理由：", "退回，理由：", "Returned, because:";
        clause: "依据条款", "依據條款", "Under clause";
        one_to_one: "一式两份，双方各留一份。", "一式兩份，雙方各留一份。", "Two copies, one for each side.";
        notice: "一次性告知书", "一次性告知書", "One-time notice";
        notice_lead: "您要办的事所需的全部材料、时间和费用如下，请一次备齐。", "您要辦的事所需的全部材料、時間和費用如下，請一次備齊。", "All papers, times and costs of your matter, told at once.";
        material: "材料名称", "材料名稱", "Paper";
        originals: "原件", "原件", "Originals";
        copies: "复印件", "影本", "Copies";
        remark: "备注", "備註", "Remark";
        no_materials: "不需要材料。", "不需要材料。", "No papers needed.";
        limit: "办理时限", "辦理時限", "Time limit";
        fee: "费用", "費用", "Fee";
        free: "免费", "免費", "Free of charge";
        where_to: "在哪里办", "在哪裡辦", "Where";
        answer: "怎么办", "怎麼辦", "How it goes";
        told_by: "告知人", "告知人", "Told by";
        received_by: "收到人", "收到人", "Received by";
        complaints: "投诉电话", "投訴電話", "Complaints";
        print: "打印", "列印", "Print";
    }
}
