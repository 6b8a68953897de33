//! Acting on a ticket: the dialogs.

use crate::app::words::table::table;

table! {
    /// What can be done with a ticket.
    ActWords {
        cancel: "先不", "先不", "Not now";
        saving: "正在保存…", "正在儲存…", "Saving…";
        reason: "理由", "理由", "Reason";
        reason_needed: "请写下理由，对方和后来人都看得到。", "請寫下理由，對方和後來人都看得到。", "Please give a reason; those who come after will read it.";
        note: "记一笔", "記一筆", "A note";
        transfer: "转办", "轉辦", "Pass on";
        transfer_title: "转给别的部门或同事", "轉給別的部門或同事", "Pass on to a department or a colleague";
        transfer_hint: "对方接收之前，仍由现在的人负责。", "對方接收之前，仍由現在的人負責。", "Until it is accepted, whoever answers for it now still does.";
        transfer_department: "转给哪个部门", "轉給哪個部門", "To which department";
        transfer_department_needed: "请选一个部门。", "請選一個部門。", "Choose a department.";
        transfer_person: "指定谁", "指定誰", "To whom";
        transfer_anyone: "由部门安排", "由部門安排", "Let the department decide";
        transfer_reason: "为什么转", "為什麼轉", "Why";
        transfer_preview: "转办单预览", "轉辦單預覽", "The slip";
        transfer_print_too: "转出后打印转办单", "轉出後列印轉辦單", "Print the slip afterwards";
        transfer_do: "转出", "轉出", "Pass it on";
        accept: "接收", "接收", "Accept";
        accept_title: "接收这一件？", "接收這一件？", "Accept this ticket?";
        accept_hint: "接收后由您承办，期限照旧。", "接收後由您承辦，期限照舊。", "You will handle it; the limits stay.";
        return_it: "退回", "退回", "Return";
        return_title: "退回给转来的人", "退回給轉來的人", "Return it to the sender";
        return_reason: "为什么不归这里办", "為什麼不歸這裡辦", "Why it is not yours";
        answer: "答复", "答覆", "Answer";
        answer_title: "答复来人", "答覆來人", "Answer the visitor";
        answer_text: "答复内容", "答覆內容", "The answer";
        answer_hint: "对方查进度时会看到这段话，请写得明白、客气。", "對方查進度時會看到這段話，請寫得明白、客氣。", "The visitor reads this when looking up progress: plain and kind, please.";
        answer_needed: "请写下答复。", "請寫下答覆。", "Please write the answer.";
        answer_from_list: "用事项清单里的答复", "用事項清單裡的答覆", "Use the list’s answer";
        answer_do: "记下答复", "記下答覆", "Record the answer";
        extend: "延期", "延期", "Extend";
        extend_title: "延长期限", "延長期限", "Move the limit";
        extend_day: "新的期限", "新的期限", "New day";
        extend_day_needed: "请选一个今天以后的日子。", "請選一個今天以後的日子。", "Choose a day after today.";
        extend_hint: "请先告诉对方，再记在这里。", "請先告訴對方，再記在這裡。", "Tell the visitor first, then note it here.";
        extend_do: "延到这一天", "延到這一天", "Move it";
        feedback: "回访", "回訪", "Ask back";
        feedback_title: "问过对方了吗", "問過對方了嗎", "Does it serve the visitor?";
        feedback_ask: "对方觉得", "對方覺得", "The visitor is";
        feedback_satisfied: "满意", "滿意", "Satisfied";
        feedback_not: "不满意", "不滿意", "Not satisfied";
        feedback_silent: "没有表态", "沒有表態", "Did not say";
        feedback_needed: "请选一项。", "請選一項。", "Choose one.";
        feedback_text: "对方怎么说", "對方怎麼說", "What they said";
        feedback_do: "记下", "記下", "Record";
        close: "办结", "辦結", "Close";
        close_title: "办结这一件", "辦結這一件", "Close this ticket";
        close_how: "结果是", "結果是", "How it ended";
        close_needed: "请选一种结果。", "請選一種結果。", "Choose how it ended.";
        close_open: "还有没做完的事", "還有沒做完的事", "Still open";
        close_open_hint: "可以先去做完；确实不需要的，办结后仍会留在记录里。", "可以先去做完；確實不需要的，辦結後仍會留在紀錄裡。", "You may do them first; what is not needed stays on record as open.";
        close_bound_hint: "要按“已办成”办结，请先做完这些。", "要按「已辦成」辦結，請先做完這些。", "To close it as settled, do these first.";
        close_do: "办结", "辦結", "Close it";
        reopen: "重新办理", "重新辦理", "Reopen";
        reopen_title: "重新办理这一件", "重新辦理這一件", "Take this up again";
        reopen_do: "重新办理", "重新辦理", "Reopen it";
        urge: "催办", "催辦", "Press";
        urge_title: "提醒承办人", "提醒承辦人", "Remind the handler";
        urge_text: "想说的话", "想說的話", "What to say";
        urge_needed: "请写一句话。", "請寫一句話。", "Write a word, please.";
        urge_do: "记下催办", "記下催辦", "Record it";
        correct: "更正", "更正", "Correct";
        correct_title: "更正写错的地方", "更正寫錯的地方", "Put something right";
        correct_hint: "原来的写法会留在经过里，不会被抹掉。", "原來的寫法會留在經過裡，不會被抹掉。", "The first word stays on record.";
        correct_field: "哪里写错了", "哪裡寫錯了", "What is wrong";
        correct_value: "应该是", "應該是", "It should be";
        correct_needed: "请写下正确的内容，要与原来不同。", "請寫下正確的內容，要與原來不同。", "Write what is right; it must differ from the first.";
        correct_do: "更正", "更正", "Correct it";
        settle: "裁定", "裁定", "Settle";
        settle_title: "以哪个为准", "以哪個為準", "Which one holds?";
        settle_do: "以此为准", "以此為準", "Let it hold";
        duty_hint: "记下后不能撤销，可以顺手写一笔办的经过。", "記下後不能撤銷，可以順手寫一筆辦的經過。", "It cannot be undone once recorded; a word on how it went helps.";
        duty_do: "做完了", "做完了", "Done";
        conflict_transfer: "转给了两个地方", "轉給了兩個地方", "Passed on to two places";
        conflict_reply: "同一次转办既接收又退回", "同一次轉辦既接收又退回", "The same transfer accepted and returned";
        conflict_closing: "一边办结，一边还在办", "一邊辦結，一邊還在辦", "Closed while someone acted on it";
        conflict_owner: "定了两个首问责任人", "定了兩個首問責任人", "Two owners were named";
        conflict_misplaced: "有一步不该出现在那里", "有一步不該出現在那裡", "One act does not fit where it stands";
        recorded: "已记下", "已記下", "Recorded";
        => extend_now(day): "现在的期限：{day}", "現在的期限：{day}", "Due now: {day}";
    }
}
