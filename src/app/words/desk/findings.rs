//! Findings: what looks wrong, what was said to it, what follows.

use crate::app::words::table::table;

table! {
    /// The list of findings, and speaking to one.
    FindingsWords {
        title: "督办", "督辦", "Findings";
        lead: "台账里看着没有按制度做到的事列在这里。先由本人说明，再由负责人决定；程序只提示，不下结论。", "台帳裡看著沒有按制度做到的事列在這裡。先由本人說明，再由負責人決定；程式只提示，不下結論。", "What looks in the ledger as if the system had not been followed. The person concerned answers, a head or leader decides; the program only asks.";
        none: "没有需要说明的事", "沒有需要說明的事", "Nothing to answer for";
        none_hint: "按时办、说清楚、交接好，这里就一直空着。", "按時辦、說清楚、交接好，這裡就一直空著。", "Matters in time, told and handed over leave this page empty.";
        to_desk: "去受理台", "前往受理台", "Go to the desk";
        more: "再看一些", "再看一些", "Show more";
        gone: "后来补来的记录表明情况不是这样，台账里已经看不出这个问题。", "後來補來的紀錄表明情況不是這樣，台帳裡已經看不出這個問題。", "Records that came later show otherwise; the ledger no longer raises this.";
        ladder_says: "制度对此的规定（供参考）：", "制度對此的規定（供參考）：", "What the system provides for (for reference):";
        ladder_choice: "制度对此的规定，可以选择其中之一（供参考）：", "制度對此的規定，可以選擇其中之一（供參考）：", "What the system provides for, with a choice among them (for reference):";
        ladder_silent: "制度没有写明怎么处理。", "制度沒有寫明怎麼處理。", "The system names nothing for this.";
        system_missing: "当时所用的制度不在这台设备上，没有参考。", "當時所用的制度不在這台裝置上，沒有參考。", "The system of that time is not on this device; there is no reference.";
        liable: "承担责任：", "承擔責任：", "Answerable: ";
        comma: "、", "、", ", ";
        answered: "说明", "說明", "answered";
        decided: "决定的理由", "決定的理由", "gave the reasons";
        considered: "考虑了：", "考慮了：", "Considered: ";
        upheld: "属实", "屬實", "It holds";
        dismissed: "不成立", "不成立", "It does not hold";
        upheld_waived: "属实，免予处理", "屬實，免予處理", "It holds; nothing follows";
        contested: "另一台设备上也作过决定，两边当时互不知道。请再决定一次。", "另一台裝置上也作過決定，兩邊當時互不知道。請再決定一次。", "Someone else decided too, neither knowing of the other. Please decide once more.";
        answer: "我来说明", "我來說明", "Answer";
        answer_title: "说明情况", "說明情況", "Answer";
        answer_hint: "说一说当时的情况。说明会留在台账里，负责人决定时能看到。", "說一說當時的情況。說明會留在台帳裡，負責人決定時能看到。", "Say how it was. Your answer stays in the ledger, and whoever decides will see it.";
        answer_label: "当时的情况", "當時的情況", "How it was";
        answer_do: "提交说明", "提交說明", "Send the answer";
        decide: "作出决定", "作出決定", "Decide";
        decide_title: "作出决定", "作出決定", "Decide";
        consequences: "造成了什么后果", "造成了什麼後果", "What came of it";
        mitigating: "有没有可以从轻的情形", "有沒有可以從輕的情形", "What speaks for leniency";
        aggravating: "有没有应当从重的情形", "有沒有應當從重的情形", "What speaks for severity";
        judgement: "是否属实", "是否屬實", "Does it hold?";
        judgement_needed: "请选一项", "請選一項", "Please choose one";
        sanctions: "怎么处理", "怎麼處理", "What follows";
        sanctions_hint: "可以不选，表示免予处理。", "可以不選，表示免予處理。", "Choose nothing where nothing shall follow.";
        other_sanctions: "制度没有列出的处理", "制度沒有列出的處理", "What the system does not name";
        reason: "理由", "理由", "Reasons";
        words_needed: "请写一句", "請寫一句", "Please write a sentence";
        decide_do: "确认决定", "確認決定", "Decide so";
        cancel: "先不说", "先不說", "Not now";
        recorded: "已经记入台账", "已經記入台帳", "Written into the ledger";
        => open(n): "{n} 件等待决定", "{n} 件等待決定", "{n} to be decided";
        => what(person, violation): "{person}：{violation}", "{person}：{violation}", "{person}: {violation}";
        => since(moment): "自 {moment} 起", "自 {moment} 起", "since {moment}";
        => evidence(n): "依据 {n} 条记录", "依據 {n} 筆紀錄", "Shown by {n} records";
        => earlier(n): "此前同一制度下属实 {n} 次", "此前同一制度下屬實 {n} 次", "Upheld before under this system: {n}";
        => upheld_with(sanctions): "属实：{sanctions}", "屬實：{sanctions}", "It holds: {sanctions}";
    }
}
