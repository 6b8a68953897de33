//! Words of the first page.

use super::table::table;

table! {
    /// The first page: what this is, and the doors.
    HomeWords {
        title: "谁先接待，谁负责到底", "誰先接待，誰負責到底", "Whoever is asked first sees it through";
        lead: "群众先问到谁，谁就是首问责任人。首问把每一件事记下来，按制度找到该办的人，盯着期限，直到给出答复。", "民眾先問到誰，誰就是首問責任人。首問把每一件事記下來，依制度找到該辦的人，盯著期限，直到給出答覆。", "The first person a visitor asks is responsible. Shouwen writes each matter down, finds who must handle it under the rules, watches the limit, and stays with it until there is an answer.";
        thread_visitor_note: "群众来问一件事", "民眾來問一件事", "someone brings a matter";
        thread_owner_note: "接下来，记下来", "接下來，記下來", "takes it and writes it down";
        thread_handler_note: "在期限内办好", "在期限內辦好", "settles it in time";
        thread_answer_note: "有结果，有回音", "有結果，有回音", "a result, and word of it";
        kiosk_title: "我来办事", "我來辦事", "I have a matter";
        kiosk_text: "查材料、登记事项、看进度", "查材料、登記事項、看進度", "Find the papers, register, see how far it is";
        desk_title: "我是工作人员", "我是工作人員", "I work here";
        desk_text: "受理、转交、答复、办结", "受理、轉交、答覆、辦結", "Take in, pass on, answer, close";
        begin: "先选一个单位", "先選一個單位", "Choose an office first";
        begin_text: "单位文件里写着部门、人员、窗口和事项。数据只保存在这台设备的浏览器里，不会传到别处。", "單位檔案裡寫著部門、人員、窗口和事項。資料只儲存在這台裝置的瀏覽器裡，不會傳到別處。", "An office file lists departments, staff, windows and matters. All data stay in this device’s browser and go nowhere else.";
        example_title: "用示例单位试一试", "用示例單位試一試", "Try the example office";
        example_text: "一个虚构的县政务服务中心，随时可以移除。", "一個虛構的縣政務服務中心，隨時可以移除。", "An invented county service centre; remove it whenever you like.";
        example_now: "打开示例单位", "開啟示例單位", "Open the example office";
        example_again: "示例单位没有打开，请在首页再试一次。", "示例單位沒有開啟，請在首頁再試一次。", "The example office did not open; please try again on the first page.";
        file_title: "打开单位文件", "開啟單位檔案", "Open an office file";
        file_text: "本单位自己写好的文件（.json）。", "本單位自己寫好的檔案（.json）。", "The file that your institution wrote (.json).";
        file_now: "选择文件…", "選擇檔案…", "Choose a file…";
        bundle_title: "导入交换包", "匯入交換包", "Import a bundle";
        bundle_text: "别的设备导出的文件，连同单位和台账一起带来。", "別的裝置匯出的檔案，連同單位和台帳一起帶來。", "A file that another device exported; it brings office and ledger along.";
        bundle_now: "去导入", "前往匯入", "Go to import";
        restore_now: "恢复备份", "還原備份", "Restore a backup";
        example_opened: "示例单位已打开", "示例單位已開啟", "The example office is open";
        opened: "单位文件已打开", "單位檔案已開啟", "The office file is open";
        loss_title: "这台设备上的数据不见了", "這台裝置上的資料不見了", "The data of this device are gone";
        loss_text: "上次写入是 {}，当时有 {} 条记录。可能是浏览器清理了网站数据，或者换了用户。在您决定之前，我们什么都不会动。", "上次寫入是 {}，當時有 {} 筆紀錄。可能是瀏覽器清理了網站資料，或者換了使用者。在您決定之前，我們什麼都不會動。", "They were last written on {}; there were {} records then. The browser may have cleared its site data, or another user is signed in. Nothing happens until you decide.";
        loss_first: "先找一找最近导出的交换包，或请管理员看一看。确认找不回来，再重新开始；之后可以导入交换包把记录带回来。", "先找一找最近匯出的交換包，或請管理員看一看。確認找不回來，再重新開始；之後可以匯入交換包把紀錄帶回來。", "Look for the newest export first, or ask your administrator. Only when nothing can be found, start afresh; importing a bundle brings its records back.";
        loss_now: "我明白，重新开始", "我明白，重新開始", "I understand, start afresh";
        loss_visitor: "请到服务台办理，工作人员会帮助您。", "請到服務台辦理，工作人員會協助您。", "Please go to the service desk; our staff will help you.";
    }
}
