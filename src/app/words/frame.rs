//! Words of the frame around every screen.

use super::table::table;

table! {
    /// The frame around every screen.
    FrameWords {
        app: "首问", "首問", "Shouwen";
        skip: "跳到正文", "跳到正文", "Skip to content";
        example: "示例", "示例", "Example";
        example_note: "这是一个虚构的单位，用来试用。", "這是一個虛構的單位，供您試用。", "This office is invented, for trying things out.";
        notices: "通知", "通知", "Notices";
        to_start: "回到首页", "回到首頁", "Back to the start";
        staff_entry: "工作人员", "工作人員", "Staff";
        language: "语言", "語言", "Language";
        large_print: "大字版", "大字版", "Large print";
        large_print_on: "大字版已打开", "大字版已開啟", "Large print is on";
        large_print_off: "已回到普通版", "已回到一般版", "Back to normal print";
        close: "关闭", "關閉", "Close";
        cancel: "取消", "取消", "Cancel";
        back: "返回", "返回", "Back";
        retry: "再试一次", "再試一次", "Try again";
        loading: "正在打开，请稍候", "正在開啟，請稍候", "Opening, one moment please";
        update_title: "新版本已经准备好", "新版本已經準備好", "A new version is ready";
        update_text: "更新只需几秒，已登记的内容都在。", "更新只需幾秒，已登記的內容都在。", "Updating takes a few seconds; nothing that was registered is touched.";
        update_now: "现在更新", "立即更新", "Update now";
        page_missing: "没有这个页面", "沒有這個頁面", "There is no such page";
        page_missing_text: "地址可能写错了，或者页面已经换了位置。", "網址可能寫錯了，或者頁面已經換了位置。", "The address may be mistyped, or the page has moved.";
        clause: "第 {} 条", "第 {} 條", "Clause {}";
        clause_chip: "第 {} 条", "第 {} 條", "cl. {}";
        clause_in_system: "在制度里看", "在制度裡看", "See it in its system";
        clause_version: "版本 {}", "版本 {}", "Version {}";
        clause_unformalised: "这一条由人来把握，程序不作判断：", "這一條由人來把握，程式不作判斷：", "People apply this clause; the program does not judge it: ";
        gist_note: "这里是条款大意，以制度原文为准。", "這裡是條款大意，以制度原文為準。", "This is the gist; the system’s own text prevails.";
        qr_label: "二维码，内容为受理号 {}", "QR 碼，內容為受理號 {}", "QR code with the number {}";
        thread_label: "办理进程", "辦理進程", "Where the matter stands";
        window: "{} 号窗口", "{} 號窗口", "Window {}";
        date_provisional: "（日历未公布，暂定）", "（日曆未公布，暫定）", " (calendar not published, provisional)";
        optional: "选填", "選填", "optional";
        delete_digit: "删除一位", "刪除一位", "Delete one digit";
        clear_digits: "清空", "清除", "Clear";
        number_pad: "数字键盘", "數字鍵盤", "Number pad";
    }
}
