//! The systems and their clauses.

use crate::app::words::table::table;

table! {
    /// Choosing, reading and comparing systems, and running their cases.
    SystemWords {
        title: "制度", "制度", "Systems";
        lead: "首问责任怎么落实，由制度说了算。选定一部，新登记的事项就按它办；以前登记的仍按当时的制度。", "首問責任怎麼落實，由制度說了算。選定一部，新登記的事項就按它辦；以前登記的仍按當時的制度。", "The system says how first-contact responsibility works. New matters are decided under the one in force; earlier ones keep theirs.";
        active: "正在使用", "正在使用", "In force";
        choose: "改用这一部", "改用這一部", "Use this one";
        choose_title: "改用这部制度？", "改用這部制度？", "Use this system?";
        choose_hint: "从现在起登记的事项按它办，已有的办件不变。随时可以换回来。", "從現在起登記的事項按它辦，已有的辦件不變。隨時可以換回來。", "Matters registered from now on are decided under it; existing tickets stay. You can change back at any time.";
        from_day: "从哪一天起", "從哪一天起", "From which day on";
        unplan: "取消启用", "取消啟用", "Cancel the plan";
        unplanned: "已取消，到时不再换用", "已取消，到時不再換用", "The plan is cancelled";
        own: "自己的", "自己的", "Your own";
        own_group: "本单位自己的制度", "本單位自己的制度", "Your own systems";
        forget: "移除", "移除", "Remove";
        forgotten: "已从这台设备移除", "已從這台裝置移除", "Removed from this device";
        stale: "由另一版程序准备，重新保存文本后才能使用。", "由另一版程式準備，重新儲存文本後才能使用。", "Made ready by another version of the app; keep its text anew to use it.";
        begin: "以它起草", "以它起草", "Begin one’s own from it";
        revise: "修改成新的一版", "修改成新的一版", "Write a new version";
        cancel: "先不换", "先不換", "Not now";
        find: "在全部制度里查", "在全部制度裡查", "Search all systems";
        find_hint: "名称、编号、行业，或条款里的话", "名稱、編號、行業，或條款裡的話", "Title, id, sector, or words of a clause";
        find_none_hint: "换个说法，或看全部制度。", "換個說法，或看全部制度。", "Try other words, or see all systems.";
        source: "出处", "出處", "Source";
        version: "版本", "版本", "Version";
        valid_from: "自", "自", "from";
        valid_to: "至", "至", "until";
        search: "在条款里查", "在條款裡查", "Search the clauses";
        clear: "清除查找", "清除查找", "Clear the search";
        unformalised: "没有写成规则：", "沒有寫成規則：", "Not made a rule: ";
        back: "全部制度", "全部制度", "All systems";
        none_hint: "换个说法，或看全部条款。", "換個說法，或看全部條款。", "Try other words, or see all clauses.";
        no_systems: "没有可用的制度", "沒有可用的制度", "No systems";
        views: "这部制度", "這部制度", "This system";
        read: "逐条阅读", "逐條閱讀", "Read";
        try_it: "试一试", "試一試", "Try";
        cases: "用例", "用例", "Cases";
        compare: "比较", "比較", "Compare";
        write: "编写", "編寫", "Write";
        always: "任何情形", "任何情形", "In every case";
        silences: "原文没有规定的", "原文沒有規定的", "Where the text says nothing";
        unsound: "这份文本还有错误，改正后才能使用", "這份文本還有錯誤，改正後才能使用", "This text still has mistakes; mend them first";
        compare_lead: "两部制度怎样定首问责任人、怎样转办、多快办好、用什么表单、怎样问责。", "兩部制度怎樣定首問責任人、怎樣轉辦、多快辦好、用什麼表單、怎樣問責。", "How two systems find the owner, pass matters on, set limits, use forms and hold to account.";
        compare_with: "与哪一部比较", "與哪一部比較", "Compare with";
        compare_pick: "请选一部", "請選一部", "Choose one";
        compare_wait: "选一部制度，两边就会并排列出", "選一部制度，兩邊就會並排列出", "Choose a system to see both side by side";
        only_differences: "只看不同之处", "只看不同之處", "Differences only";
        same: "相同", "相同", "The same";
        says_nothing: "没有规定", "沒有規定", "Says nothing";
        about_owner: "怎样定首问责任人", "怎樣定首問責任人", "How the owner is found";
        about_limits: "时限", "時限", "Time limits";
        about_forms: "表单", "表單", "Forms";
        about_barred: "明令禁止", "明令禁止", "Expressly barred";
        about_sanctions: "问责", "問責", "Accountability";
        cases_lead: "每个用例是一个情形和条款要求的答案。没有通过的排在前面。", "每個用例是一個情形和條款要求的答案。沒有通過的排在前面。", "Each case is a situation with the answer that the clauses demand. Those that fail come first.";
        cases_none: "这部制度还没有用例", "這部制度還沒有用例", "This system has no cases yet";
        cases_none_hint: "在文本末尾用 [[case]] 写上情形和应有的答案。", "在文本末尾用 [[case]] 寫上情形和應有的答案。", "Write a situation and its answer under [[case]] at the end of the text.";
        passed: "通过", "通過", "Passed";
        failed: "没有通过", "沒有通過", "Failed";
        try_case: "用这个情形试", "用這個情形試", "Try this situation";
        kind_decide: "怎么办", "怎麼辦", "What to do";
        kind_assess: "问责", "問責", "Accountability";
        kind_fact: "原文事实", "原文事實", "A fact of the text";
        kind_due: "到期日", "到期日", "When it is due";
        => clauses(n): "{n} 条", "{n} 條", "{n} clauses";
        => none(words): "没有条款提到“{words}”", "沒有條款提到「{words}」", "No clause mentions “{words}”";
        => found(n): "找到 {n} 条", "找到 {n} 條", "{n} clauses found";
        => find_none(words): "没有制度提到“{words}”", "沒有制度提到「{words}」", "No system mentions “{words}”";
        => find_found(n): "{n} 部制度", "{n} 部制度", "{n} systems";
        => more_clauses(n): "共 {n} 条提到", "共 {n} 條提到", "{n} clauses mention it";
        => now_under(title): "现在按《{title}》办", "現在按《{title}》辦", "“{title}” is now in force";
        => planned_under(title, day): "从 {day} 起按《{title}》办", "從 {day} 起按《{title}》辦", "“{title}” comes into force on {day}";
        => planned(day): "{day} 起启用", "{day} 起啟用", "From {day}";
        => clause(number): "第 {number} 条", "第 {number} 條", "Clause {number}";
        => where_it_is(when): "{when}时", "{when}時", "Where {when}";
        => over(clauses): "优先于第 {clauses} 条", "優先於第 {clauses} 條", "Prevails over clause {clauses}";
        => taken_from(pack): "沿用 {pack}", "沿用 {pack}", "From {pack}";
        => extends(pack): "沿用 {pack} 的条款，下面一并列出", "沿用 {pack} 的條款，下面一併列出", "Takes over the clauses of {pack}; they are listed below";
        => cases_all_pass(n): "{n} 个用例全部通过", "{n} 個用例全部通過", "All {n} cases pass";
        => cases_some_fail(failed, n): "{n} 个用例中有 {failed} 个没有通过", "{n} 個用例中有 {failed} 個沒有通過", "{failed} of {n} cases fail";
        => line(n): "第 {n} 行", "第 {n} 行", "Line {n}";
        => route(scope): "事情：{scope}", "事情：{scope}", "The duty is: {scope}";
    }
}
