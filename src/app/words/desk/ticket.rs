//! One ticket.

use crate::app::words::table::table;

table! {
    /// One ticket, whole.
    TicketWords {
        back: "回到办件", "回到辦件", "Back to the tickets";
        answerable: "现在对来人负责的是", "現在對來人負責的是", "Answers to the visitor now";
        todo: "要做的事", "要做的事", "What to do";
        todo_none: "这一件没有要逐条完成的事。", "這一件沒有要逐條完成的事。", "No duties to tick off here.";
        done: "做完了", "做完了", "Done";
        done_with_note: "做完并记一笔", "做完並記一筆", "Done, with a note";
        alternatives: "做一样就行", "做一樣就行", "one of these is enough";
        optional: "必要时", "必要時", "where necessary";
        waived: "不必再做", "不必再做", "No longer needed";
        visitor: "来的人", "來的人", "The visitor";
        anonymous: "匿名，姓名电话都没有记", "匿名，姓名電話都沒有記", "Anonymous; neither name nor telephone was kept";
        no_phone: "没有留电话", "沒有留電話", "No telephone given";
        said: "情况说明", "情況說明", "What was said";
        said_nothing: "没有写说明", "沒有寫說明", "Nothing was written down";
        channel: "来的方式", "來的方式", "How it arrived";
        came: "登记时间", "登記時間", "Registered";
        matter: "事项资料", "事項資料", "About the matter";
        answer: "给对方的答复", "給對方的答覆", "The answer given";
        transfers: "转办经过", "轉辦經過", "Transfers";
        undecided: "制度的判断还没有传到这台设备，导入后就能看到。", "制度的判斷還沒有傳到這台裝置，匯入後就能看到。", "What the system decided has not reached this device yet; it comes with the next import.";
        history: "经过", "經過", "What happened";
        closed_as: "办结方式", "辦結方式", "How it ended";
        rated: "服务评价", "服務評價", "Rated";
        offers: "可以做的", "可以做的", "What you can do";
        offers_none: "这一件现在不由您办，只能查看。", "這一件現在不由您辦，只能查看。", "This is not yours to act on now; you may read it.";
        more_offers: "更多操作", "更多操作", "More";
        print_slip: "打印小票", "列印小票", "Print the slip";
        print_transfer: "打印转办单", "列印轉辦單", "Print the transfer slip";
        number: "受理号", "受理號", "Number";
        conflict: "两处的操作互相矛盾", "兩處的操作互相矛盾", "Two acts contradict each other";
        conflict_hint: "它们是在互不知情的设备上做的，都没有丢。请定下以哪个为准。", "它們是在互不知情的裝置上做的，都沒有丟。請定下以哪個為準。", "They were made on devices that did not know of each other; neither is lost. Decide which one holds.";
        missing: "没有这一件", "沒有這一件", "No such ticket";
        missing_hint: "可能还没有导入到这台设备。", "可能還沒有匯入到這台裝置。", "It may not have been imported to this device yet.";
        waiting: "等对方接收", "等對方接收", "Waiting to be accepted";
        accepted: "已接收", "已接收", "Accepted";
        returned: "已退回", "已退回", "Returned";
        set_aside: "已由别的操作代替", "已由別的操作代替", "Another act holds instead";
        => stars(n): "{n} 星", "{n} 星", "{n} stars";
        => done_count(done, all): "已做 {done} / {all}", "已做 {done} / {all}", "{done} of {all} done";
        => duty_done(duty): "已记下：{duty}", "已記下：{duty}", "Noted: {duty}";
        => tick(duty): "做完了：{duty}", "做完了：{duty}", "Done: {duty}";
        => note_for(duty): "做完并记一笔：{duty}", "做完並記一筆：{duty}", "Done with a note: {duty}";
        => passed(from, to): "{from} → {to}", "{from} → {to}", "{from} → {to}";
    }
}
