//! Words for looking a matter up.

use super::table::table;

table! {
    /// Looking a matter up.
    ProgressWords {
        title: "查办理进度", "查辦理進度", "See how far it is";
        lead: "受理号印在凭条上。", "受理號印在憑條上。", "The number is on your slip.";
        number_label: "受理号", "受理號", "Number";
        number_hint: "大小写、空格和短横都不要紧。", "大小寫、空格和短橫都不要緊。", "Capitals, blanks and hyphens do not matter.";
        number_missing: "请输入受理号。", "請輸入受理號。", "Please enter the number.";
        ending_label: "手机号最后四位", "手機號碼最後四位", "Last four digits of your telephone";
        ending_hint: "登记时没有留电话，就不用填。", "登記時沒有留電話，就不用填。", "Leave it empty if you gave no telephone.";
        ending_short: "请填四位数字，或者留空。", "請填四位數字，或者留空。", "Please enter four digits, or leave it empty.";
        look: "查询", "查詢", "Look up";
        looking: "正在查询…", "正在查詢…", "Looking…";
        not_found_title: "没有查到", "沒有查到", "Nothing found";
        not_found_text: "请再核对受理号和手机尾号。如果是在别的设备上登记的，这台机器可能还没有收到，请问问窗口。", "請再核對受理號和手機尾號。如果是在別的裝置上登記的，這台機器可能還沒有收到，請問問窗口。", "Please check number and phone ending. If it was registered on another device, this one may not have heard of it yet; please ask at a window.";
        answer: "答复", "答覆", "Answer";
        answer_none: "还没有答复。办好后，首问责任人会告诉您。", "還沒有答覆。辦好後，首問責任人會告訴您。", "There is no answer yet. Your first-contact owner will tell you.";
        rate_title: "这次服务怎么样？", "這次服務怎麼樣？", "How was the service?";
        rate_send: "提交评价", "提交評價", "Send";
        rate_thanks: "谢谢您的评价。", "謝謝您的評價。", "Thank you for your rating.";
        rated: "您的评价：{}", "您的評價：{}", "Your rating: {}";
    }
}
