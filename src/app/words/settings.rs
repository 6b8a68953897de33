//! Words of the settings.

use super::table::table;

table! {
    /// Settings.
    SettingsWords {
        title: "设置", "設定", "Settings";
        office: "单位", "單位", "Office";
        office_none: "还没有单位", "還沒有單位", "No office yet";
        office_replace: "换一个单位文件…", "換一個單位檔案…", "Load another office file…";
        office_remove: "移除单位", "移除單位", "Remove the office";
        office_remove_title: "移除“{}”？", "移除「{}」？", "Remove “{}”?";
        office_remove_text: "部门、人员和事项的名单会从这台设备上移除；已登记的办件都留着，重新打开单位文件后照常显示。", "部門、人員和事項的名單會從這台裝置上移除；已登記的辦件都留著，重新開啟單位檔案後照常顯示。", "The lists of departments, staff and matters leave this device. Registered tickets stay; they show as before once an office file is opened again.";
        office_removed: "单位已移除", "單位已移除", "The office has been removed";
        system: "执行的制度", "執行的制度", "System in force";
        system_text: "以后登记的事项按它判断；已登记的仍按登记时的版本。", "以後登記的事項按它判斷；已登記的仍按登記時的版本。", "Matters registered from now on are decided under it; earlier ones keep the version of their day.";
        system_choose: "改用这一部", "改用這一部", "Use this one";
        system_active: "正在执行", "正在執行", "In force";
        system_chosen: "已改用：{}", "已改用：{}", "Now in force: {}";
        system_clauses: "{} 条", "{} 條", "{} clauses";
        appearance: "外观", "外觀", "Appearance";
        theme: "明暗", "明暗", "Light or dark";
        theme_auto: "跟随系统", "跟隨系統", "As the system";
        theme_light: "浅色", "淺色", "Light";
        theme_dark: "深色", "深色", "Dark";
        print_size: "字号", "字級", "Print";
        print_normal: "普通", "一般", "Normal";
        storage: "这台设备上的数据", "這台裝置上的資料", "Data on this device";
        device: "设备号", "裝置代號", "Device";
        tickets: "办件", "辦件", "Tickets";
        records: "记录", "紀錄", "Records";
        fresh: "还没有导出的记录", "還沒有匯出的紀錄", "Records never exported";
        foreign: "其他单位的办件", "其他單位的辦件", "Tickets of other offices";
        used: "占用空间", "占用空間", "Space used";
        used_of: "{}，可用 {}", "{}，可用 {}", "{} of {}";
        persistent: "长期保留", "長期保留", "Kept for good";
        persistent_yes: "浏览器已承诺", "瀏覽器已承諾", "The browser promised";
        persistent_no: "浏览器未承诺，请经常导出", "瀏覽器未承諾，請經常匯出", "Not promised; export often";
        persistent_unknown: "浏览器没有说明", "瀏覽器沒有說明", "The browser does not say";
        unknown: "不清楚", "不清楚", "Not known";
        chain: "记录链", "紀錄鏈", "Chain of records";
        chain_good: "完整，没有缺口", "完整，沒有缺口", "Complete, no gaps";
        chain_gap: "设备 {} 的第 {} 至 {} 条还没有收到", "裝置 {} 的第 {} 至 {} 筆還沒有收到", "Device {}: records {} to {} have not arrived";
        chain_fork: "设备 {} 的第 {} 至 {} 条有两个版本，可能有人复制了设备", "裝置 {} 的第 {} 至 {} 筆有兩個版本，可能有人複製了裝置", "Device {}: records {} to {} exist twice; the device may have been copied";
        about: "关于", "關於", "About";
        about_text: "首问在浏览器里运行，不需要服务器，不向任何地方发送数据。", "首問在瀏覽器裡執行，不需要伺服器，不向任何地方傳送資料。", "Shouwen runs in the browser. It needs no server and sends nothing anywhere.";
        about_version: "版本", "版本", "Version";
    }
}
