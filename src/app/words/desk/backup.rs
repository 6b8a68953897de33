//! Backing up, restoring, emptying the device.

use crate::app::words::table::table;

table! {
    /// Backup, restore, and taking everything off the device.
    BackupWords {
        title: "备份与恢复", "備份與還原", "Backup and restore";
        lead: "一个文件装下整台设备：办件、单位、自己的制度和设置。设备坏了，换一台恢复就能接着用。", "一個檔案裝下整台裝置：辦件、單位、自己的制度和設定。裝置壞了，換一台還原就能接著用。", "One file holds the whole device: tickets, office, your own systems, settings. If the device breaks, restore it on another and go on.";
        go: "备份、恢复、清空…", "備份、還原、清空…", "Back up, restore, empty…";
        back_up: "备份", "備份", "Back up";
        back_up_lead: "写成一个文件，请放到别处保存。它也算一次导出。钥匙不在文件里。", "寫成一個檔案，請放到別處保存。它也算一次匯出。金鑰不在檔案裡。", "Written as one file; keep it elsewhere. It counts as an export too. The device’s key is not in it.";
        back_up_do: "写备份文件", "寫備份檔案", "Write a backup";
        nothing: "这台设备上还没有记录", "這台裝置上還沒有紀錄", "There are no records on this device yet";
        nothing_hint: "登记第一件之后，这里就能备份。", "登記第一件之後，這裡就能備份。", "Once the first matter is registered, you can back up here.";
        restore: "恢复", "還原", "Restore";
        restore_lead: "把别的设备写的备份恢复到这台空的设备上。先看里面有什么，再决定。", "把別的裝置寫的備份還原到這台空的裝置上。先看裡面有什麼，再決定。", "Bring another device’s backup onto this empty one. You see what is in it before you decide.";
        preview: "备份里有什么", "備份裡有什麼", "What the backup holds";
        tickets: "办件", "辦件", "Tickets";
        records: "记录", "紀錄", "Records";
        never_exported: "当时还没有导出的记录", "當時還沒有匯出的紀錄", "Never exported at that time";
        own_systems: "自己的制度", "自己的制度", "Your own systems";
        none: "没有", "沒有", "none";
        goes_on: "恢复之后，这台设备另起一条自己的记录链，不冒用原来那台的名义。当时没有导出的记录，在这里导出之前会一直计数。", "還原之後，這台裝置另起一條自己的紀錄鏈，不冒用原來那台的名義。當時沒有匯出的紀錄，在這裡匯出之前會一直計數。", "After that this device writes a chain of its own and never in the other’s name. What had never been exported goes on being counted here until you export.";
        confirm: "恢复到这台设备", "還原到這台裝置", "Restore on this device";
        cancel: "不恢复", "不還原", "Do not restore";
        restoring: "正在恢复…请不要关掉页面", "正在還原…請不要關掉頁面", "Restoring… please keep the page open";
        restored: "恢复完成", "還原完成", "Restored";
        another: "换一个文件", "換一個檔案", "Choose another file";
        problems_hint: "没有恢复任何东西。", "沒有還原任何東西。", "Nothing was restored.";
        not_empty: "这台设备上已经有记录，不能再恢复备份", "這台裝置上已經有紀錄，不能再還原備份", "This device holds records already, so no backup is restored here";
        not_empty_text: "只想要备份里的办件：在“交换”里导入它就行，不会覆盖什么。想让这台设备变成备份里的样子：先在下面把它清空。", "只想要備份裡的辦件：在「交換」裡匯入它就行，不會覆蓋什麼。想讓這台裝置變成備份裡的樣子：先在下面把它清空。", "If you want its tickets, import the backup under Exchange; nothing is overwritten. If this device is to become what the backup was, empty it first, below.";
        to_import: "去导入", "前往匯入", "Go to import";
        from_backup: "这台设备由备份恢复而来", "這台裝置由備份還原而來", "This device was restored from a backup";
        lives_on: "原来的设备还在使用", "原來的裝置還在使用", "The old device lives on";
        empty: "清空这台设备", "清空這台裝置", "Empty this device";
        empty_lead: "设备要离开本单位时用：办件、单位、制度、设置和钥匙全部拿掉，之后它是一台新设备。", "裝置要離開本單位時用：辦件、單位、制度、設定和金鑰全部拿掉，之後它是一台新裝置。", "For a device that leaves the office: tickets, office, systems, settings and key all go, and it is a new device.";
        empty_begin: "清空这台设备…", "清空這台裝置…", "Empty this device…";
        empty_first: "先备份或导出", "先備份或匯出", "Back up or export first";
        empty_first_text: "清空之后，没有导出过的记录哪里都找不回来。", "清空之後，沒有匯出過的紀錄哪裡都找不回來。", "Once it is empty, records that were never exported can be found nowhere.";
        empty_all_out: "这里的记录都导出过。请确认那些文件还在。", "這裡的紀錄都匯出過。請確認那些檔案還在。", "Everything here has been exported. Make sure that those files are still there.";
        empty_export: "去导出", "前往匯出", "Go to export";
        empty_tickets: "会拿掉的办件", "會拿掉的辦件", "Tickets that go";
        empty_fresh: "从没导出过的记录", "從沒匯出過的紀錄", "Records never exported";
        empty_type_hint: "确认请照着输入这台设备的设备号。", "確認請照著輸入這台裝置的代號。", "To confirm, type this device’s code as shown.";
        empty_typed: "设备号", "裝置代號", "Device code";
        empty_now: "全部清空", "全部清空", "Take everything off";
        emptying: "正在清空…", "正在清空…", "Emptying…";
        => written(name): "备份已写好：{name}", "備份已寫好：{name}", "The backup is written: {name}";
        => restored_what(tickets, records): "带回 {tickets} 件办件、{records} 条记录。", "帶回 {tickets} 件辦件、{records} 筆紀錄。", "Back again: tickets {tickets}, records {records}.";
        => came_from(device, made, last): "备份来自设备 {device}，写于 {made}，包含它到第 {last} 条为止的记录。", "備份來自裝置 {device}，寫於 {made}，包含它到第 {last} 筆為止的紀錄。", "The backup is of device {device}, written {made}, with its records up to number {last}.";
        => lives_on_text(device, later, made): "设备 {device} 在 {made} 的备份之后又写了 {later} 条记录，说明它没有停用。它和这台是两台设备，各有各的记录链：什么都不会丢，也不会重复。两台都用就照常互换文件；不想再用它，请把它清空。", "裝置 {device} 在 {made} 的備份之後又寫了 {later} 筆紀錄，說明它沒有停用。它和這台是兩台裝置，各有各的紀錄鏈：什麼都不會遺失，也不會重複。兩台都用就照常互換檔案；不想再用它，請把它清空。", "Device {device} has written {later} records since its backup of {made}, so it is still in use. It and this one are two devices, each with a chain of its own: nothing is lost and nothing doubled. If both stay in use, exchange files as usual; if not, empty the old one.";
    }
}
