//! Taking a matter in.

use crate::app::words::table::table;

table! {
    /// Taking a matter in.
    IntakeWords {
        title: "登记新事项", "登記新事項", "Register a matter";
        matter: "什么事", "什麼事", "What is it about?";
        matter_search: "找事项", "找事項", "Find the matter";
        matter_hint: "可打名称、口语、拼音或首字母。", "可打名稱、口語、拼音或首字母。", "By name, everyday words, pinyin or initials.";
        matter_free: "清单里没有，直接写", "清單裡沒有，直接寫", "Not in the list: write it";
        matter_list: "从清单里找", "從清單裡找", "Find it in the list";
        matter_change: "换一项", "換一項", "Choose another";
        matter_none: "清单里没有找到。可以直接写下来。", "清單裡沒有找到。可以直接寫下來。", "Not in the list. You can write it yourself.";
        matter_needed: "请先选一个事项，或直接写下是什么事。", "請先選一個事項，或直接寫下是什麼事。", "Choose a matter, or write what it is about.";
        subject: "一句话写清是什么事", "一句話寫清是什麼事", "The matter in one sentence";
        kind: "属于哪一类", "屬於哪一類", "What kind of matter";
        notice: "一次性告知", "一次性告知", "One-time notice";
        visitor: "谁来的", "誰來的", "Who came?";
        name: "姓名或单位", "姓名或單位", "Name";
        name_hint: "照证件上的写。", "照證件上的寫。", "As on their papers.";
        name_needed: "请写下称呼，或勾选不留姓名。", "請寫下稱呼，或勾選不留姓名。", "Write a name, or tick that none is given.";
        phone: "电话", "電話", "Telephone";
        phone_hint: "末四位用来查进度。", "末四位用來查進度。", "Its last four digits serve to look up progress.";
        phone_odd: "电话只能有数字、空格、“+”和“-”。", "電話只能有數字、空格、「+」和「-」。", "Digits, blanks, “+” and “-” only, please.";
        anonymous: "不留姓名", "不留姓名", "Gives no name";
        anonymous_hint: "只凭受理号查进度，姓名电话都不记。", "只憑受理號查進度，姓名電話都不記。", "Neither name nor telephone is kept; the number alone serves.";
        details: "情况说明", "情況說明", "What was said";
        details_hint: "照对方的原话记。", "照對方的原話記。", "In the visitor’s own words.";
        channel: "怎么来的", "怎麼來的", "How did it arrive?";
        more_channels: "其他渠道", "其他渠道", "Other ways";
        situation: "怎么办", "怎麼辦", "How does it stand?";
        scope: "归谁管", "歸誰管", "Whose duty is it?";
        scope_judged: "按事项判断", "按事項判斷", "As the list says";
        handler: "该办的人", "該辦的人", "The one who should handle it";
        on_the_spot: "能当场办完吗", "能當場辦完嗎", "Can it be settled now?";
        yes: "能", "能", "Yes";
        no: "不能", "不能", "No";
        materials: "材料", "材料", "Papers";
        eligible: "规定允许吗", "規定允許嗎", "Do the rules allow it?";
        flags: "还有什么特别情况", "還有什麼特別情況", "Anything particular?";
        flags_visitor: "来的人", "來的人", "About the visitor";
        flags_matter: "事情本身", "事情本身", "About the matter";
        flags_work: "办理中", "辦理中", "About the work";
        more_flags: "更多情况", "更多情況", "More circumstances";
        fewer_flags: "收起", "收起", "Fewer";
        others: "还问过谁", "還問過誰", "Who else was asked?";
        others_hint: "对方之前还问过本单位的人，按先后加上。", "對方之前還問過本單位的人，按先後加上。", "Others of this office who were asked, in order.";
        others_add: "加一个人", "加一個人", "Add someone";
        register: "登记", "登記", "Register";
        registering: "正在保存…", "正在儲存…", "Saving…";
        clear: "清空重来", "清空重來", "Start afresh";
        clear_sure: "清空写好的内容？", "清空寫好的內容？", "Clear what you wrote?";
        keep: "留着", "留著", "Keep it";
        draft_kept: "上次没登记完的内容还在。", "上次沒登記完的內容還在。", "What you had begun is still here.";
        decision: "制度怎么说", "制度怎麼說", "What the system says";
        decision_wait: "选好事项，这里就显示谁负责、要做什么、几时到期。", "選好事項，這裡就顯示誰負責、要做什麼、幾時到期。", "Choose a matter, and see who answers for it, what to do, and by when.";
        owner: "首问责任人", "首問責任人", "First-contact owner";
        handler_is: "承办", "承辦", "Handler";
        no_owner: "还没有人被问到", "還沒有人被問到", "Nobody was asked yet";
        duties: "要做的事", "要做的事", "What to do";
        forms: "要用的单据", "要用的單據", "Forms";
        barred: "不可以", "不可以", "What is barred";
        why: "为什么", "為什麼", "Why";
        always: "任何情况都适用", "任何情況都適用", "Holds in every case";
        optional: "必要时", "必要時", "where necessary";
        registered: "已登记", "已登記", "Registered";
        registered_safe: "已经存好。请把受理号告诉对方。", "已經存好。請把受理號告訴對方。", "It is safely stored. Tell the visitor the number.";
        print_slip: "打印小票", "列印小票", "Print the slip";
        open_ticket: "打开这一件", "打開這一件", "Open the ticket";
        next_one: "再登记一件", "再登記一件", "Register another";
        not_registered: "没有登记成，写的内容都还在", "沒有登記成，寫的內容都還在", "Not registered; what you wrote is still here";
        => found(n): "找到 {n} 项", "找到 {n} 項", "{n} matters found";
        => one_of(duty): "或：{duty}", "或：{duty}", "or: {duty}";
        => sum_owner(name): "首问责任人：{name}。", "首問責任人：{name}。", "First-contact owner: {name}.";
        => sum_duties(n): "要做 {n} 件事。", "要做 {n} 件事。", "{n} duties.";
        => sum_due(day): "最早 {day} 到期。", "最早 {day} 到期。", "The first is due {day}.";
        => due_by(day): "{day} 前办结。", "{day} 前辦結。", "Due {day}.";
        => remove(name): "去掉{name}", "去掉{name}", "Remove {name}";
        => decided_under(stamp): "依据 {stamp}", "依據 {stamp}", "Decided under {stamp}";
    }
}
