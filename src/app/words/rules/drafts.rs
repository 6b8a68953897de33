//! Writing a system of one's own.

use crate::app::words::table::table;

table! {
    /// Writing a system of one's own.
    DraftWords {
        title: "自己的制度", "自己的制度", "Your own";
        lead: "从任何一部制度起草，改成本单位的文本。草稿只存在这台设备上。", "從任何一部制度起草，改成本單位的文本。草稿只存在這台裝置上。", "Begin from any system and make the text your own. Drafts stay on this device.";
        none: "还没有草稿", "還沒有草稿", "No drafts yet";
        begin_from: "从哪一部起草", "從哪一部起草", "Begin from";
        new_id: "新编号", "新編號", "New id";
        new_id_hint: "2 到 12 个大写字母或数字，如 SQ01。", "2 到 12 個大寫字母或數字，如 SQ01。", "2 to 12 capital letters or digits, such as SQ01.";
        id_wrong: "请用 2 到 12 个大写字母或数字", "請用 2 到 12 個大寫字母或數字", "Use 2 to 12 capital letters or digits";
        id_taken: "这个编号已经有了", "這個編號已經有了", "This id is taken";
        begin: "开始起草", "開始起草", "Begin";
        import: "从文件读入…", "從檔案讀入…", "Read from a file…";
        import_failed: "这个文件读不出文字", "這個檔案讀不出文字", "The file could not be read as text";
        open: "继续编写", "繼續編寫", "Go on writing";
        delete: "删除草稿", "刪除草稿", "Delete the draft";
        delete_title: "删除这份草稿？", "刪除這份草稿？", "Delete this draft?";
        delete_hint: "删除后不能恢复；需要的话先导出成文件。", "刪除後不能復原；需要的話先匯出成檔案。", "This cannot be undone. Export it first if you may need it.";
        keep: "留着", "留著", "Keep it";
        text: "制度文本", "制度文本", "The text";
        text_hint: "写法见说明 docs/packs.md；错误会在旁边指出行号和改法。", "寫法見說明 docs/packs.md；錯誤會在旁邊指出行號和改法。", "How to write it: docs/packs.md. Mistakes are shown beside it with line and mend.";
        export: "导出文件", "匯出檔案", "Export as a file";
        kept: "已保存在这台设备上", "已保存在這台裝置上", "Kept on this device";
        not_kept: "没能保存在这台设备上，请导出成文件", "沒能保存在這台裝置上，請匯出成檔案", "Could not be kept on this device; export it as a file";
        checker: "检查", "檢查", "Checker";
        checking: "正在检查…", "正在檢查…", "Checking…";
        sound: "没有发现问题", "沒有發現問題", "No problems found";
        error: "错误", "錯誤", "Mistake";
        warning: "疑似疏漏", "疑似疏漏", "Probably a slip";
        note: "供参考", "供參考", "Worth a look";
        missing: "这份草稿不在这台设备上", "這份草稿不在這台裝置上", "This draft is not on this device";
        missing_hint: "它可能已经删除，或者在别的设备上。", "它可能已經刪除，或者在別的裝置上。", "It may have been deleted, or be on another device.";
        untitled: "未命名", "未命名", "Untitled";
        publish: "收入本单位并启用…", "收入本單位並啟用…", "Keep it and put it in force…";
        publish_hint: "收入后可从选定的一天起使用；已收入并用过的版本不再改动，修改时请换版本号。", "收入後可從選定的一天起使用；已收入並用過的版本不再改動，修改時請換版本號。", "Once kept it can be used from a day of your choice. A version that was in use never changes; give a changed text a new version.";
        mend_first: "还有错误，改正后才能收入", "還有錯誤，改正後才能收入", "Mend the mistakes first";
        => errors(n): "{n} 处错误", "{n} 處錯誤", "{n} mistakes";
        => warnings(n): "{n} 处疑似疏漏", "{n} 處疑似疏漏", "{n} slips";
        => notes(n): "{n} 处供参考", "{n} 處供參考", "{n} notes";
        => cases(passed, n): "用例 {passed}/{n} 通过", "用例 {passed}/{n} 通過", "{passed} of {n} cases pass";
        => line(line, column): "第 {line} 行第 {column} 列", "第 {line} 行第 {column} 列", "Line {line}, column {column}";
        => changed(when): "改于 {when}", "改於 {when}", "Changed {when}";
    }
}
