//! What the frame says to staff alone.

use super::pick;
use super::table::table;
use crate::office::Lang;

table! {
    /// The menu, and what exists on this device only. Apart from the frame's words, so that a visitor's first load is spared them.
    StaffFrameWords {
        main_menu: "主菜单", "主選單", "Main menu";
        desk: "受理台", "受理台", "Desk";
        findings: "督办", "督辦", "Findings";
        systems: "制度", "制度", "Systems";
        exchange: "交换", "交換", "Exchange";
        settings: "设置", "設定", "Settings";
        fresh_title: "{} 条记录只在这台设备上", "{} 筆紀錄只在這台裝置上", "Records on this device only: {}";
        fresh_text: "导出一份，设备坏了也不会丢。", "匯出一份，裝置壞了也不會遺失。", "Export a copy, so that a broken device loses nothing.";
        fresh_now: "去导出", "前往匯出", "Go to export";
        not_kept_title: "浏览器没有承诺长期保留数据", "瀏覽器沒有承諾長期保留資料", "The browser has not promised to keep the data";
        not_kept_text: "空间紧张时它可能会清理。请把本页加入书签或安装为应用，并经常导出。", "空間不足時它可能會清理。請把本頁加入書籤或安裝為應用程式，並經常匯出。", "When space runs short it may clear them. Bookmark or install this page, and export often.";
    }
}

/// The words in `lang`.
pub(crate) fn staff_frame_words(lang: Lang) -> &'static StaffFrameWords {
    pick(lang, [&StaffFrameWords::HANS, &StaffFrameWords::HANT, &StaffFrameWords::EN])
}
