//! What happened, in plain words.

use crate::app::words::table::table;

table! {
    /// The lines of a ticket's history.
    HistoryWords {
        visitor: "来人", "來人", "The visitor";
        kiosk: "自助机", "自助機", "The kiosk";
        registered: "登记了这一件", "登記了這一件", "registered the matter";
        owner_named: "按制度定下责任人和要做的事", "按制度定下責任人和要做的事", "The system named who answers and what to do";
        duty_done: "做完了", "做完了", "did";
        transferred: "转出", "轉出", "passed it on";
        transfer_accepted: "接收了转办", "接收了轉辦", "accepted the transfer";
        transfer_returned: "退回了转办", "退回了轉辦", "returned the transfer";
        answered: "答复了来人", "答覆了來人", "answered the visitor";
        extended: "延长了期限", "延長了期限", "moved the limit";
        fed_back: "问了来人是否满意", "問了來人是否滿意", "asked whether it serves";
        rated: "评价了服务", "評價了服務", "rated the service";
        closed: "办结了这一件", "辦結了這一件", "closed it";
        reopened: "重新办理", "重新辦理", "took it up again";
        urged: "催办", "催辦", "pressed for it";
        corrected: "更正了记录", "更正了紀錄", "put something right";
        conflict_settled: "裁定了矛盾", "裁定了矛盾", "settled a contradiction";
        finding_answered: "作了说明", "作了說明", "answered a finding";
        finding_decided: "对督办事项作了决定", "對督辦事項作了決定", "decided on a finding";
        other: "做了一步操作", "做了一步操作", "did something this version does not know";
        colon: "：", "：", ": ";
        => device(id): "设备 {id}", "裝置 {id}", "device {id}";
    }
}
