//! What can be wrong with a file, and the mend, by the codes of the exchange (docs/bundle.md).

use crate::app::words::pick;
use crate::office::Lang;
use crate::protocol::Problem;

/// What is wrong and what to do about it. Numbers stand in the problem's own words; a code that this table does not know
/// says those alone.
pub(crate) fn problem(lang: Lang, problem: &Problem) -> (String, String) {
    match said(&problem.code) {
        Some([what, mend]) => (pick(lang, what).to_owned(), pick(lang, mend).to_owned()),
        None => (problem.words.clone(), String::new()),
    }
}

type Said = [[&'static str; 3]; 2];

const COPY_AGAIN: [&str; 3] =
    ["请从写出它的地方重新拷一份。", "請從寫出它的地方重新拷一份。", "Copy the file again from where it was written."];
const EXPORT_AGAIN: [&str; 3] =
    ["请在原来的设备上重新导出。", "請在原來的裝置上重新匯出。", "Export again on the device that wrote it."];
const BACK_UP_AGAIN: [&str; 3] =
    ["请在原来的设备上重新备份。", "請在原來的裝置上重新備份。", "Back up again on the device that wrote it."];
const UPDATE: [&str; 3] = [
    "请先把这台设备上的程序更新到新版本，再导入。",
    "請先把這台裝置上的程式更新到新版本，再匯入。",
    "Update the app on this device, then import again.",
];
const FROM_DEVICE: [&str; 3] =
    ["请直接从那台设备上取文件。", "請直接從那台裝置上取檔案。", "Take the file from the device itself."];
const NO_EXPORT: [&str; 3] = [
    "正常导出的文件不会这样，请不要使用它。",
    "正常匯出的檔案不會這樣，請不要使用它。",
    "No export writes such a file; do not use it.",
];
const SEVERAL: [&str; 3] = ["请分成几个文件导出。", "請分成幾個檔案匯出。", "Export in several files."];
const HARMLESS: [&str; 3] = ["不影响导入。", "不影響匯入。", "It does no harm."];

#[rustfmt::skip]
fn said(code: &str) -> Option<Said> {
    let said = match code {
        "not_gzip" | "not_a_bundle" => [
            ["这不是首问导出的文件", "這不是首問匯出的檔案", "This is not a file that Shouwen exported"],
            ["请选择导出时得到的文件，名字以 .jsonl.gz 结尾。", "請選擇匯出時得到的檔案，名字以 .jsonl.gz 結尾。", "Choose the file that the export wrote; its name ends in .jsonl.gz."],
        ],
        "damaged" => [["文件损坏了，读到一半读不下去", "檔案損壞了，讀到一半讀不下去", "The file is damaged and breaks off while reading"], COPY_AGAIN],
        "trailing" => [["文件末尾多出了别的内容", "檔案末尾多出了別的內容", "Something else follows at the end of the file"], COPY_AGAIN],
        "cut_short" => [["文件不完整，后面缺了一截", "檔案不完整，後面缺了一截", "The file is cut short"], COPY_AGAIN],
        "not_text" => [["这一行不是文字", "這一行不是文字", "This line is not text"], COPY_AGAIN],
        "after_seal" => [["封印之后还有内容", "封印之後還有內容", "Something follows the seal"], COPY_AGAIN],
        "altered" => [["文件写好之后被改动过", "檔案寫好之後被改動過", "The file was altered after it was written"], COPY_AGAIN],
        "too_new" => [["文件是更新版本的程序写的", "檔案是更新版本的程式寫的", "A newer version of the app wrote this file"], UPDATE],
        "bad_manifest" => [["文件开头的说明读不懂", "檔案開頭的說明讀不懂", "The file’s manifest cannot be read"], EXPORT_AGAIN],
        "bad_event_line" => [["这一行不是一条记录", "這一行不是一筆紀錄", "This line is not a record"], EXPORT_AGAIN],
        "bad_seal" => [["封印读不懂", "封印讀不懂", "The seal cannot be read"], EXPORT_AGAIN],
        "misplaced_office" => [["单位资料的位置不对", "單位資料的位置不對", "The office stands in the wrong place"], EXPORT_AGAIN],
        "count_mismatch" => [["说明里的数目与内容对不上", "說明裡的數目與內容對不上", "The counts do not match the contents"], EXPORT_AGAIN],
        "bad_device" => [["备份里的设置或制度读不懂", "備份裡的設定或制度讀不懂", "The settings or systems in the backup cannot be read"], BACK_UP_AGAIN],
        "misplaced_device" => [["备份里设备资料的位置不对", "備份裡裝置資料的位置不對", "What the device kept stands in the wrong place"], BACK_UP_AGAIN],
        "not_a_backup" => [
            ["这是普通的导出文件，不是备份：里面没有设置和自己的制度", "這是一般的匯出檔案，不是備份：裡面沒有設定和自己的制度", "This is an ordinary export and no backup: settings and your own systems are not in it"],
            ["请在“交换”里导入它，或者选名字里有 backup 的文件。", "請在「交換」裡匯入它，或者選名字裡有 backup 的檔案。", "Import it under Exchange, or choose a file with “backup” in its name."],
        ],
        "bad_office" => [["文件里的单位资料读不懂", "檔案裡的單位資料讀不懂", "The office in the file cannot be read"], EXPORT_AGAIN],
        "device_key_mismatch" => [["写文件的设备与它的钥匙不符", "寫檔案的裝置與它的鑰匙不符", "The device named does not own the key"], FROM_DEVICE],
        "wrong_signature" => [["签名不是那台设备的", "簽名不是那台裝置的", "The signature is not that device’s"], FROM_DEVICE],
        "packed_too_large" | "too_large" | "too_many_events" => [["文件太大，超过了一次能读的量", "檔案太大，超過了一次能讀的量", "The file is larger than is read at once"], SEVERAL],
        "swells" => [["文件解开后膨胀得不正常", "檔案解開後膨脹得不正常", "The file swells beyond reason when unpacked"], NO_EXPORT],
        "line_too_long" => [["这一行长得不正常", "這一行長得不正常", "This line is too long"], NO_EXPORT],
        "too_deep" => [["这一行的层次深得不正常", "這一行的層次深得不正常", "This line is nested too deep"], NO_EXPORT],
        "too_many_problems" => [["问题太多，后面没有再读", "問題太多，後面沒有再讀", "Too many problems; the rest was not read"], ["请换一个文件。", "請換一個檔案。", "Choose another file."]],
        "duplicate" => [["同一条记录出现了两次，只算一次", "同一筆紀錄出現了兩次，只算一次", "A record stands in the file twice; it counts once"], HARMLESS],
        "foreign_office" => [["文件来自别的单位，它的办件会分开存放", "檔案來自別的單位，它的辦件會分開存放", "The file comes from another office; its tickets are kept apart"], HARMLESS],
        "unknown_act" => [["有一步操作这个版本还不认识，已原样保存", "有一步操作這個版本還不認識，已原樣儲存", "One act is unknown to this version; it is kept as it is"], ["更新程序后就能看到。", "更新程式後就能看到。", "Update the app to see it."]],
        "chain_gap" => [["那台设备的记录中间缺了几条", "那台裝置的紀錄中間缺了幾筆", "Some of that device’s records are missing"], ["缺的记录会随它下次的文件补上。", "缺的紀錄會隨它下次的檔案補上。", "They come with its next file."]],
        "chain_fork" => [["那台设备的记录分了岔：可能有人复制过它的数据", "那台裝置的紀錄分了岔：可能有人複製過它的資料", "That device’s records fork: its data may have been copied"], ["两边都会保留，请告诉管理员。", "兩邊都會保留，請告訴管理員。", "Both sides are kept; tell your administrator."]],
        _ => return None,
    };
    Some(said)
}
