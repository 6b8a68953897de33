//! Why a backup is not restored, or the device not emptied, and what to do instead.

use crate::app::words::{count, fill, pick};
use crate::office::Lang;
use crate::protocol::DeviceRefusal;

type Pair = [[&'static str; 3]; 2];

const NOT_EMPTY: Pair = [
    ["这台设备上已经有 {} 条记录", "這台裝置上已經有 {} 筆紀錄", "This device already holds {} records"],
    [
        "备份只能恢复到空的设备上。请在“交换”里导入它，或者先清空这台设备。",
        "備份只能還原到空的裝置上。請在「交換」裡匯入它，或者先清空這台裝置。",
        "A backup is restored on an empty device. Import it under Exchange, or empty this device first.",
    ],
];
const SAME_DEVICE: Pair = [
    ["这份备份就是这台设备自己写的", "這份備份就是這台裝置自己寫的", "This very device wrote the backup"],
    [
        "请先清空这台设备，让它换一把新钥匙，再恢复。",
        "請先清空這台裝置，讓它換一把新金鑰，再還原。",
        "Empty this device first, so that it gets a new key; then restore.",
    ],
];
const NOT_TYPED: Pair = [
    [
        "设备号没有输对，什么都没有动",
        "裝置代號沒有輸對，什麼都沒有動",
        "The device code is not right; nothing was touched",
    ],
    ["这台设备的设备号是 {}。", "這台裝置的代號是 {}。", "This device’s code is {}."],
];
const CHANGED: Pair = [
    [
        "刚才又有了新的记录，什么都没有动",
        "剛才又有了新的紀錄，什麼都沒有動",
        "New records came in just now; nothing was touched",
    ],
    [
        "现在共有 {} 条。请看一下上面的数目，再决定。",
        "現在共有 {} 筆。請看一下上面的數目，再決定。",
        "There are {} now. Look at the numbers above, then decide.",
    ],
];

/// What is so, and the next step.
pub(crate) fn refusal(lang: Lang, refusal: &DeviceRefusal) -> [String; 2] {
    let (pair, value) = match refusal {
        DeviceRefusal::NotEmpty { events } => (NOT_EMPTY, count(lang, *events)),
        DeviceRefusal::SameDevice => (SAME_DEVICE, String::new()),
        DeviceRefusal::NotTyped { device } => (NOT_TYPED, device.clone()),
        DeviceRefusal::Changed { events } => (CHANGED, count(lang, *events)),
    };
    pair.map(|said| fill(pick(lang, said), &[&value]))
}
