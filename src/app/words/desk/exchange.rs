//! Files out and in.

use crate::app::words::table::table;

table! {
    /// Export and import.
    ExchangeWords {
        title: "文件交换", "檔案交換", "Exchange files";
        lead: "设备之间靠文件互通，不用联网。导入多少次、先后如何，结果都一样。", "裝置之間靠檔案互通，不用連網。匯入多少次、先後如何，結果都一樣。", "Devices agree by passing files; no network is needed. However often and in whatever order, the result is the same.";
        export: "导出", "匯出", "Export";
        export_lead: "把这台设备上的全部记录写成一个文件，交给别的设备或上级单位。", "把這台裝置上的全部紀錄寫成一個檔案，交給別的裝置或上級單位。", "Write everything on this device into one file for another device or the head office.";
        export_do: "导出文件", "匯出檔案", "Export a file";
        exporting: "正在写文件…", "正在寫檔案…", "Writing the file…";
        export_none: "这台设备上的记录都导出过了。", "這台裝置上的紀錄都匯出過了。", "Everything here has been exported before.";
        export_nothing: "还没有可以导出的记录", "還沒有可以匯出的紀錄", "Nothing to export yet";
        export_nothing_hint: "登记第一件之后，这里就能导出。", "登記第一件之後，這裡就能匯出。", "Once the first matter is registered, you can export here.";
        export_done_hint: "在浏览器的下载里。请存到U盘或共享文件夹，并确认文件在。", "在瀏覽器的下載裡。請存到隨身碟或共用資料夾，並確認檔案在。", "It is among the browser’s downloads. Put it on a stick or a shared folder, and see that it is there.";
        save_again: "再存一次", "再存一次", "Save it again";
        import: "导入", "匯入", "Import";
        import_lead: "读取别的设备导出的文件。先看会改变什么，再决定要不要。", "讀取別的裝置匯出的檔案。先看會改變什麼，再決定要不要。", "Read another device’s file. You see what it would change before it does.";
        pick: "选择文件", "選擇檔案", "Choose a file";
        drop: "或把文件拖到这里", "或把檔案拖到這裡", "or drop it here";
        drop_now: "松手就读取", "鬆手就讀取", "Let go to read it";
        reading: "正在读取和核对…", "正在讀取和核對…", "Reading and checking…";
        preview: "会改变什么", "會改變什麼", "What it would change";
        from_office: "来自单位", "來自單位", "Office";
        from_device: "写文件的设备", "寫檔案的裝置", "Written by device";
        made: "写成时间", "寫成時間", "Written";
        file: "文件", "檔案", "File";
        signed: "签名无误，没有被改动过", "簽名無誤，沒有被改動過", "Signature good: not altered";
        unsigned: "没有有效的签名", "沒有有效的簽名", "No valid signature";
        new_tickets: "新的办件", "新的辦件", "New tickets";
        changed_tickets: "有更新的办件", "有更新的辦件", "Changed tickets";
        new_events: "新的记录", "新的紀錄", "New records";
        events: "文件里的记录", "檔案裡的紀錄", "Records in the file";
        nothing_new: "没有新内容", "沒有新內容", "Nothing new";
        nothing_new_hint: "文件里的记录，这台设备早就有了。什么都没有改变。", "檔案裡的紀錄，這台裝置早就有了。什麼都沒有改變。", "This device has every record of the file already. Nothing was changed.";
        office_too: "同时采用文件里的单位资料（部门、人员、事项）", "同時採用檔案裡的單位資料（部門、人員、事項）", "Also take over the office (departments, staff, matters)";
        problems: "文件有问题", "檔案有問題", "Something is wrong with the file";
        problems_hint: "有问题的文件不会导入，这台设备上的东西没有动。", "有問題的檔案不會匯入，這台裝置上的東西沒有動。", "It is not taken in, and nothing on this device was touched.";
        whole_file: "整个文件", "整個檔案", "Whole file";
        confirm: "导入", "匯入", "Import";
        cancel: "不导入", "不匯入", "Do not import";
        stop: "停下", "停下", "Stop";
        importing: "正在导入…请不要关掉页面", "正在匯入…請不要關掉頁面", "Importing… please keep the page open";
        imported: "导入完成", "匯入完成", "Imported";
        see_tickets: "去看办件", "去看辦件", "See the tickets";
        another: "再导入一个", "再匯入一個", "Import another";
        => fresh(n): "有 {n} 条记录只在这台设备上。设备一坏就没了，请尽快导出。", "有 {n} 條紀錄只在這台裝置上。裝置一壞就沒了，請儘快匯出。", "Records on this device only: {n}. Please export them soon.";
        => exported(events, fresh): "共 {events} 条记录，其中 {fresh} 条是第一次导出。", "共 {events} 條紀錄，其中 {fresh} 條是第一次匯出。", "Records: {events}, for the first time: {fresh}.";
        => line(n): "第 {n} 行", "第 {n} 行", "Line {n}";
        => imported_what(tickets, changed): "新增 {tickets} 件，更新 {changed} 件。", "新增 {tickets} 件，更新 {changed} 件。", "New tickets: {tickets}, changed: {changed}.";
        => gap(device, from, to): "设备 {device} 的第 {from} 到 {to} 条记录还没有到，会随它下次的文件补上。", "裝置 {device} 的第 {from} 到 {to} 筆紀錄還沒有到，會隨它下次的檔案補上。", "Records {from} to {to} of device {device} have not arrived; they come with its next file.";
        => fork(device, at): "设备 {device} 从第 {at} 条起有两套记录，可能有人复制过它的数据。两套都会保留，请告诉管理员。", "裝置 {device} 從第 {at} 筆起有兩套紀錄，可能有人複製過它的資料。兩套都會保留，請告訴管理員。", "Device {device} has two sets of records from {at} on; its data may have been copied. Both are kept; tell your administrator.";
        => hidden(n): "中间还有 {n} 处没有列出。", "中間還有 {n} 處沒有列出。", "{n} more between these are not listed.";
        => done_of(done, total): "{done} / {total}", "{done} / {total}", "{done} of {total}";
    }
}
