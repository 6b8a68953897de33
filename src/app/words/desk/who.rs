//! Choosing who one is.

use crate::app::words::table::table;

table! {
    /// Who sits at the desk.
    WhoWords {
        title: "请选择您是谁", "請選擇您是誰", "Who are you?";
        lead: "选一次就行，关掉页面前一直记着。换人请点上方的名字。", "選一次就行，關掉頁面前一直記著。換人請點上方的名字。", "Choose once; it is remembered until this page is closed. To change, tap the name at the top.";
        search: "姓名、拼音或部门", "姓名、拼音或部門", "Name, pinyin or department";
        search_hint: "可以只打拼音首字母，如 wf。", "可以只打拼音首字母，如 wf。", "Initials will do, for example wf.";
        recent: "最近用过", "最近用過", "Used recently";
        change: "换人", "換人", "Change";
        head: "部门负责人", "部門負責人", "Head";
        leader: "领导", "領導", "Leader";
        show_all: "显示全部人员", "顯示全部人員", "Show everyone";
        none_hint: "换个写法试试，或显示全部人员。", "換個寫法試試，或顯示全部人員。", "Try another spelling, or show everyone.";
        nobody: "这个单位还没有人员", "這個單位還沒有人員", "This office has no staff yet";
        nobody_hint: "请先在设置里载入单位资料。", "請先在設定裡載入單位資料。", "Load the office in the settings first.";
        => none(words): "没有找到“{words}”", "沒有找到「{words}」", "Nobody found for “{words}”";
        => found(n): "找到 {n} 人", "找到 {n} 人", "{n} people found";
        => window(n): "{n} 号窗口", "{n} 號窗口", "Window {n}";
    }
}
