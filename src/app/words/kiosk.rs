//! Words for finding a matter, and for its page.

use super::table::table;

table! {
    /// Finding a matter, and its page.
    KioskWords {
        title: "您来办什么事？", "您來辦什麼事？", "What brings you here?";
        lead: "说一说，或者按部门找。材料和办法马上就能看到。", "說一說，或者按部門找。材料和辦法馬上就能看到。", "Say it in your own words, or look by department. You see the papers and the steps at once.";
        search_label: "搜索事项", "搜尋事項", "Search the matters";
        search_hint: "例如：社保卡、落户、sbk", "例如：社保卡、落戶、sbk", "For example: social security card, housing, sbk";
        search_clear: "清空搜索", "清除搜尋", "Clear the search";
        by_department: "按部门找", "按部門找", "By department";
        all_departments: "全部部门", "全部部門", "All departments";
        results: "找到的事项", "找到的事項", "Matters found";
        nothing_title: "没有找到“{}”", "沒有找到「{}」", "Nothing found for “{}”";
        nothing_text: "换个说法试试，例如只写两三个字。清单里没有的事也可以登记，会有人接着办。", "換個說法試試，例如只寫兩三個字。清單裡沒有的事也可以登記，會有人接著辦。", "Try other words, or fewer. You can also register what is not in the list; someone will take it up.";
        other: "清单里没有我的事", "清單裡沒有我的事", "My matter is not in the list";
        other_text: "直接说给我们听", "直接說給我們聽", "Tell us in your own words";
        progress: "查办理进度", "查辦理進度", "See how far it is";
        progress_text: "凭受理号和手机尾号", "憑受理號和手機尾號", "With your number and phone ending";
        complaint_line: "服务监督电话", "服務監督電話", "Complaints about the service";
        answer: "怎么办", "怎麼辦", "How it goes";
        materials: "要带的材料", "要帶的材料", "What to bring";
        materials_none: "不需要带任何材料。", "不需要帶任何材料。", "You need not bring anything.";
        materials_complete: "这是全部材料，一次说全。", "這是全部材料，一次說全。", "This is the complete list, told once.";
        originals: "原件 {}", "正本 {}", "original × {}";
        copies: "复印件 {}", "影本 {}", "copy × {}";
        comma: "，", "，", ", ";
        limit: "办理时限", "辦理時限", "Time limit";
        limit_none: "以窗口告知为准", "以窗口告知為準", "As told at the window";
        on_the_spot: "一般当场办好", "一般當場辦好", "Usually done while you wait";
        due_if_now: "现在登记，最迟 {} 办结", "現在登記，最遲 {} 辦結", "Registered now, settled by {} at the latest";
        fee: "费用", "費用", "Fee";
        fee_none: "不收费", "免費", "Free of charge";
        place: "去哪里办", "去哪裡辦", "Where";
        phone: "咨询电话", "洽詢電話", "Telephone";
        anonymous_possible: "可以匿名", "可以匿名", "No name needed";
        solved: "清楚了，不用登记", "清楚了，不用登記", "That answers it";
        register: "登记这件事", "登記這件事", "Register this matter";
        solved_title: "能帮上您就好", "能幫上您就好", "Glad that helped";
        solved_text: "材料备齐后，直接到 {}（{}）。有不清楚的，随时问任何一位工作人员，先问到谁，谁负责到底。", "材料備齊後，直接到 {}（{}）。有不清楚的，隨時問任何一位工作人員，先問到誰，誰負責到底。", "With your papers ready, go straight to {} ({}). If anything is unclear, ask any of our staff: whoever you ask first sees it through.";
        solved_print: "打印材料清单", "列印材料清單", "Print the list";
        solved_done: "好的", "好的", "Done";
        other_title: "请说说是什么事", "請說說是什麼事", "Tell us what it is about";
        other_subject: "一句话说明", "一句話說明", "In one sentence";
        other_subject_hint: "例如：小区门口的路灯不亮", "例如：社區門口的路燈不亮", "For example: the street lamp at our gate is out";
        other_subject_missing: "请写一句话，让接手的人知道是什么事。", "請寫一句話，讓接手的人知道是什麼事。", "Please write one sentence, so that whoever takes it knows what it is about.";
        other_kind: "属于哪一类", "屬於哪一類", "What kind is it";
        other_kind_missing: "请选一类；拿不准就选“咨询”。", "請選一類；拿不準就選「諮詢」。", "Please choose one; if in doubt, choose “question”.";
        idle_title: "您还在吗？", "您還在嗎？", "Are you still there?";
        idle_text: "为保护您的隐私，{} 秒后将清除屏幕上的内容。", "為保護您的隱私，{} 秒後將清除畫面上的內容。", "To protect your privacy, the screen will be cleared in {} seconds.";
        idle_stay: "我还在，继续", "我還在，繼續", "I am here, go on";
        idle_leave: "清除并结束", "清除並結束", "Clear and finish";
        wiped: "屏幕已清空，欢迎下一位。", "畫面已清除，歡迎下一位。", "The screen has been cleared. Welcome.";
        no_office_title: "这台机器还没有准备好", "這台機器還沒有準備好", "This kiosk is not ready yet";
        no_office_text: "请到服务台，工作人员会帮助您。", "請到服務台，工作人員會協助您。", "Please go to the service desk; our staff will help you.";
        no_office_now: "工作人员：选择单位", "工作人員：選擇單位", "Staff: choose the office";
    }
}
