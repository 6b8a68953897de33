//! The one place where an error becomes a sentence with the next step for the person.

use std::sync::OnceLock;

use super::{count, fill, moment, pick};
use crate::ledger::Refusal;
use crate::ledger::finding::FindingRefusal;
use crate::office::Lang;
use crate::protocol::{Problem, SystemRefusal, Trouble};

/// What is so, and what to do now.
pub(crate) struct Said {
    /// What is so.
    pub(crate) what: String,
    /// The next step; may be empty.
    pub(crate) next: String,
}

/// How refusals are told apart, in the wings that do; a visitor's first load is spared their words.
static REFUSALS: OnceLock<fn(Lang, &Trouble) -> Said> = OnceLock::new();

/// From now on the reason of a refusal is told. Called where staff work.
pub(crate) fn tell_refusals_apart() {
    REFUSALS.get_or_init(|| any_refusal);
}

fn any_refusal(lang: Lang, trouble: &Trouble) -> Said {
    match trouble {
        Trouble::Refused(refused) => refusal(lang, refused),
        Trouble::FindingRefused(refused) => finding_refusal(lang, refused),
        Trouble::SystemRefused(refused) => system_refusal(lang, refused),
        Trouble::DeviceRefused(refused) => {
            let [what, next] = super::desk::device::refusal(lang, refused);
            Said { what, next }
        }
        _ => said(lang, NOT_NOW),
    }
}

/// What went wrong, for the person in front of the screen.
pub(crate) fn trouble(lang: Lang, trouble: &Trouble) -> Said {
    match trouble {
        Trouble::Refused(_) | Trouble::FindingRefused(_) | Trouble::SystemRefused(_) | Trouble::DeviceRefused(_) => {
            REFUSALS.get().map_or_else(|| said(lang, NOT_NOW), |tell| tell(lang, trouble))
        }
        Trouble::NoOffice => said(lang, NO_OFFICE),
        Trouble::NotFound(what) => with(&said(lang, NOT_FOUND), what),
        Trouble::DiskFull => said(lang, DISK_FULL),
        Trouble::NotStored(words) => with(&said(lang, NOT_STORED), words),
        Trouble::Vanished { last_seen_ms, events } => {
            let vanished = said(lang, VANISHED);
            Said {
                what: vanished.what,
                next: fill(&vanished.next, &[&moment(lang, *last_seen_ms), &count(lang, *events)]),
            }
        }
        Trouble::TooNew { .. } => said(lang, TOO_NEW),
        Trouble::BadFile(problems) => {
            let bad = said(lang, BAD_FILE);
            let listed: Vec<_> = problems.iter().take(5).map(|problem| placed(lang, problem)).collect();
            Said { what: bad.what, next: format!("{} {}", bad.next, listed.join(" ")).trim().to_owned() }
        }
        Trouble::Broken(words) => with(&said(lang, BROKEN), words),
    }
}

/// Why something was not allowed, and what to do instead.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> Said {
    match refusal {
        Refusal::NotAnswerable { .. } => said(lang, NOT_ANSWERABLE),
        Refusal::AlreadyDone => said(lang, ALREADY_DONE),
        Refusal::NoSuchDuty { .. } => said(lang, NO_SUCH_DUTY),
        Refusal::NotOpen => said(lang, NOT_OPEN),
        Refusal::NotClosed => said(lang, NOT_CLOSED),
        Refusal::NotAnswered => said(lang, NOT_ANSWERED),
        Refusal::TransferWaiting { .. } => said(lang, TRANSFER_WAITING),
        Refusal::NotWaiting { .. } => said(lang, NOT_WAITING),
        Refusal::NotReceiver { .. } => said(lang, NOT_RECEIVER),
        Refusal::SameReceiver => said(lang, SAME_RECEIVER),
        Refusal::EmptyReason { .. } => said(lang, EMPTY_REASON),
        Refusal::TooLong { max_bytes, .. } => with(&said(lang, TOO_LONG), &(max_bytes / 3).to_string()),
        Refusal::BouncedOut { max } => with(&said(lang, BOUNCED_OUT), &max.to_string()),
        Refusal::BarredByRules { clause, .. } => with(&said(lang, BARRED), clause.as_str()),
        Refusal::NotLater { .. } => said(lang, NOT_LATER),
        Refusal::StarsOutOfRange { max } => with(&said(lang, STARS_OUT_OF_RANGE), &max.to_string()),
        Refusal::NothingToSettle => said(lang, NOTHING_TO_SETTLE),
        Refusal::DutiesOpen { codes } => with(&said(lang, DUTIES_OPEN), &codes.len().to_string()),
    }
}

/// Why an answer to a finding, or a decision, is not accepted.
fn finding_refusal(lang: Lang, refusal: &FindingRefusal) -> Said {
    match refusal {
        FindingRefusal::NotRaised => said(lang, FINDING_NOT_RAISED),
        FindingRefusal::NotConcerned => said(lang, FINDING_NOT_CONCERNED),
        FindingRefusal::NotALeader => said(lang, FINDING_NOT_A_LEADER),
        FindingRefusal::AboutOneself => said(lang, FINDING_ABOUT_ONESELF),
        FindingRefusal::AlreadyDecided => said(lang, FINDING_DECIDED),
        FindingRefusal::EmptyText => said(lang, EMPTY_REASON),
        FindingRefusal::TooLong { max_bytes } => with(&said(lang, TOO_LONG), &(max_bytes / 3).to_string()),
        FindingRefusal::TooManySanctions { max } => with(&said(lang, FINDING_SANCTIONS), &max.to_string()),
    }
}

/// Why a system cannot be kept, forgotten or put in force.
fn system_refusal(lang: Lang, refusal: &SystemRefusal) -> Said {
    match refusal {
        SystemRefusal::BuiltIn { pack } => with(&said(lang, SYSTEM_BUILT_IN), pack),
        SystemRefusal::Unreadable => said(lang, SYSTEM_UNREADABLE),
        SystemRefusal::VersionFixed { version, .. } => with(&said(lang, SYSTEM_FIXED), version),
        SystemRefusal::InUse { version, .. } => with(&said(lang, SYSTEM_IN_USE), version),
        SystemRefusal::Decided { version, .. } => with(&said(lang, SYSTEM_DECIDED), version),
        SystemRefusal::NotADay { from } => with(&said(lang, NOT_A_DAY), from),
        SystemRefusal::DayPast { today } => with(&said(lang, DAY_PAST), today),
        SystemRefusal::TooMany { max } => with(&said(lang, SYSTEMS_TOO_MANY), &max.to_string()),
        SystemRefusal::TooLarge { max_bytes } => with(&said(lang, SYSTEM_TOO_LARGE), &(max_bytes >> 10).to_string()),
    }
}

/// A problem of a file with its line.
fn placed(lang: Lang, problem: &Problem) -> String {
    if problem.line == 0 {
        return problem.words.clone();
    }
    let line = problem.line;
    pick(
        lang,
        [
            format!("第 {line} 行：{}", problem.words),
            format!("第 {line} 行：{}", problem.words),
            format!("Line {line}: {}", problem.words),
        ],
    )
}

fn said(lang: Lang, [what, next]: [[&str; 3]; 2]) -> Said {
    Said { what: pick(lang, what).to_owned(), next: pick(lang, next).to_owned() }
}

fn with(pattern: &Said, value: &str) -> Said {
    Said { what: fill(&pattern.what, &[value]), next: fill(&pattern.next, &[value]) }
}

/// What is so and the next step, each in the three languages.
type Pair = [[&'static str; 3]; 2];

const NO_OFFICE: Pair = [
    ["这台设备上还没有单位", "這台裝置上還沒有單位", "There is no office on this device yet"],
    ["请工作人员先打开单位文件。", "請工作人員先開啟單位檔案。", "A member of staff has to open an office file first."],
];
const NOT_FOUND: Pair = [
    ["没有找到“{}”", "沒有找到「{}」", "“{}” was not found"],
    [
        "请核对一下，或回到首页重新开始。",
        "請核對一下，或回到首頁重新開始。",
        "Please check it, or start again from the first page.",
    ],
];
const DISK_FULL: Pair = [
    ["设备存满了，这一次没有保存", "裝置存滿了，這一次沒有儲存", "The device is full; this was not saved"],
    [
        "您填写的内容还在。请告诉工作人员：腾出空间或导出台账后，再试一次。",
        "您填寫的內容還在。請告訴工作人員：騰出空間或匯出台帳後，再試一次。",
        "What you typed is still here. Please tell our staff: after freeing space or exporting the ledger, try again.",
    ],
];
const NOT_STORED: Pair = [
    ["没有保存成功", "沒有儲存成功", "It could not be saved"],
    [
        "您填写的内容还在，请再试一次；还不行，请找工作人员。（{}）",
        "您填寫的內容還在，請再試一次；還不行，請找工作人員。（{}）",
        "What you typed is still here. Please try again; if it fails again, ask our staff. ({})",
    ],
];
const VANISHED: Pair = [
    ["这台设备上的数据不见了", "這台裝置上的資料不見了", "The data of this device are gone"],
    [
        "上次写入是 {}，当时有 {} 条记录。请先不要继续，找管理员看一看。",
        "上次寫入是 {}，當時有 {} 筆紀錄。請先不要繼續，找管理員看一看。",
        "They were last written on {}; there were {} records. Please stop here and ask your administrator.",
    ],
];
const TOO_NEW: Pair = [
    ["数据是更新版本的首问写下的", "資料是較新版本的首問寫下的", "The data were written by a newer version of Shouwen"],
    [
        "请刷新页面，用新版本打开。数据都在，没有改动。",
        "請重新整理頁面，用新版本開啟。資料都在，沒有改動。",
        "Please reload the page to get the newer version. The data are untouched.",
    ],
];
const BAD_FILE: Pair = [
    [
        "这个文件不能用，什么都没有改动",
        "這個檔案不能用，什麼都沒有改動",
        "This file cannot be used; nothing was changed",
    ],
    [
        "请按下面的提示改好，再打开一次。",
        "請依下面的提示改好，再開啟一次。",
        "Please mend what is listed and open it again.",
    ],
];
const BROKEN: Pair = [
    ["程序出了意外", "程式出了意外", "Something unexpected happened"],
    [
        "已经保存的内容都在。请刷新页面；再出现时，把括号里的话告诉我们。（{}）",
        "已經儲存的內容都在。請重新整理頁面；再出現時，把括號裡的話告訴我們。（{}）",
        "What was saved is safe. Please reload the page; if it happens again, tell us these words: ({})",
    ],
];
const NOT_ANSWERABLE: Pair = [
    ["这一步由别的同事来做", "這一步由別的同事來做", "This step is for someone else"],
    [
        "看一下责任链，请现在负责的人来办。",
        "看一下責任鏈，請現在負責的人來辦。",
        "See the thread, and ask whoever holds the matter now.",
    ],
];
const ALREADY_DONE: Pair = [
    ["这一步已经做过了", "這一步已經做過了", "This has been done already"],
    ["不用再做。", "不用再做。", "Nothing more is needed."],
];
const NO_SUCH_DUTY: Pair = [
    ["这件事没有这项职责", "這件事沒有這項職責", "The matter carries no such duty"],
    ["可以在备注里写下您做了什么。", "可以在備註裡寫下您做了什麼。", "You can write down in a note what you did."],
];
const NOT_NOW: Pair = [
    ["现在不能这样做", "現在不能這樣做", "This cannot be done now"],
    [
        "请看看现在的进展，或者问工作人员。",
        "請看看現在的進展，或者問工作人員。",
        "Please look how things stand now, or ask at a window.",
    ],
];
const NOT_OPEN: Pair = [
    ["这件事已经办结", "這件事已經辦結", "The matter is closed"],
    ["要接着办，请先重新打开。", "要接著辦，請先重新開啟。", "Reopen it first to go on."],
];
const NOT_CLOSED: Pair = [
    ["这件事还没有办结", "這件事還沒有辦結", "The matter is not closed"],
    ["办结以后再来。", "辦結以後再來。", "Come back once it is closed."],
];
const NOT_ANSWERED: Pair = [
    ["还没有答复群众", "還沒有答覆民眾", "The visitor has no answer yet"],
    ["先答复，再办结。", "先答覆，再辦結。", "Answer first, then close."],
];
const TRANSFER_WAITING: Pair = [
    ["已经转出，正等对方接收", "已經轉出，正等對方接收", "It was handed on and waits to be accepted"],
    ["对方接收或退回之后，再做这一步。", "對方接收或退回之後，再做這一步。", "Wait until it is accepted or returned."],
];
const NOT_WAITING: Pair = [
    ["这次转交已经处理过了", "這次轉交已經處理過了", "This transfer has been dealt with"],
    ["看一下责任链，现在在谁手里。", "看一下責任鏈，現在在誰手裡。", "See the thread for who holds it now."],
];
const NOT_RECEIVER: Pair = [
    ["不是转给您的", "不是轉給您的", "It was not handed to you"],
    [
        "请收件的部门或同事来接收。",
        "請收件的部門或同事來接收。",
        "The department or person it was handed to has to accept it.",
    ],
];
const SAME_RECEIVER: Pair = [
    ["本来就在他们手里", "本來就在他們手裡", "They have it already"],
    ["换一个部门或同事。", "換一個部門或同事。", "Choose another department or person."],
];
const EMPTY_REASON: Pair = [
    ["还差一句话", "還差一句話", "A few words are missing"],
    ["写一句，让后面的人看得明白。", "寫一句，讓後面的人看得明白。", "Write a sentence, so that others understand."],
];
const TOO_LONG: Pair = [
    ["写得太长了", "寫得太長了", "The text is too long"],
    [
        "请缩到 {} 个字以内。",
        "請縮到 {} 個字以內。",
        "Please keep it to about {} Chinese characters, or three times as many letters.",
    ],
];
const BOUNCED_OUT: Pair = [
    [
        "已经退回过 {} 次，不能再退",
        "已經退回過 {} 次，不能再退",
        "It was returned {} times and may not be returned again",
    ],
    ["请部门负责人来定。", "請部門負責人來定。", "A head has to decide."],
];
const BARRED: Pair = [
    ["制度第 {} 条不允许这样做", "制度第 {} 條不允許這樣做", "Clause {} of the system forbids this"],
    ["点开条款看一看，再选别的办法。", "點開條款看一看，再選別的辦法。", "Open the clause, then choose another way."],
];
const NOT_LATER: Pair = [
    ["新期限没有比现在的晚", "新期限沒有比現在的晚", "The new limit is not later than the present one"],
    ["请选更晚的一天。", "請選更晚的一天。", "Please choose a later day."],
];
const STARS_OUT_OF_RANGE: Pair = [
    ["评价是 1 到 {} 星", "評價是 1 到 {} 星", "Ratings go from 1 to {}"],
    ["请重新选一下。", "請重新選一下。", "Please choose again."],
];
const NOTHING_TO_SETTLE: Pair = [
    ["没有需要裁定的冲突", "沒有需要裁定的衝突", "There is no conflict to settle"],
    ["刷新一下再看。", "重新整理一下再看。", "Look again."],
];
const DUTIES_OPEN: Pair = [
    ["还有 {} 项必须做的没有完成", "還有 {} 項必須做的沒有完成", "{} obligatory duties stand open"],
    ["先做完，再办结。", "先做完，再辦結。", "Complete them first, then close."],
];
const SYSTEM_BUILT_IN: Pair = [
    ["编号 {} 是自带的制度", "編號 {} 是自帶的制度", "{} is the id of a system that comes with the program"],
    ["请给自己的制度换一个编号。", "請給自己的制度換一個編號。", "Please give your own system another id."],
];
const SYSTEM_UNREADABLE: Pair = [
    ["这份制度读不了", "這份制度讀不了", "This system cannot be read"],
    [
        "请再检查一遍，改好之后再保存。",
        "請再檢查一遍，改好之後再儲存。",
        "Please check it again, mend it, then keep it.",
    ],
];
const SYSTEM_FIXED: Pair = [
    ["{} 版已经启用，不能再改", "{} 版已經啟用，不能再改", "Version {} is in use and cannot change any more"],
    ["请换一个版本号再保存。", "請換一個版本號再儲存。", "Please keep it under a new version."],
];
const SYSTEM_IN_USE: Pair = [
    ["{} 版正在使用，或者已经定了日子", "{} 版正在使用，或者已經定了日子", "Version {} is in force or planned"],
    ["先启用别的制度，再来删。", "先啟用別的制度，再來刪。", "Put another system in force first."],
];
const SYSTEM_DECIDED: Pair = [
    [
        "有的件是按 {} 版定的，不能删",
        "有的件是按 {} 版定的，不能刪",
        "Tickets were decided by version {}; it has to stay",
    ],
    ["留着就好，不影响别的。", "留著就好，不影響別的。", "Leave it; it is in nobody's way."],
];
const NOT_A_DAY: Pair = [
    ["“{}”不是一个日子", "「{}」不是一個日子", "“{}” is no day"],
    ["请按 2026-01-31 的样子写。", "請按 2026-01-31 的樣子寫。", "Please write it like 2026-01-31."],
];
const DAY_PAST: Pair = [
    ["这一天已经过去了", "這一天已經過去了", "That day is over"],
    ["请选 {} 或以后的日子。", "請選 {} 或以後的日子。", "Please choose {} or a later day."],
];
const SYSTEMS_TOO_MANY: Pair = [
    ["这台设备最多放 {} 份制度", "這台裝置最多放 {} 份制度", "This device keeps {} systems at most"],
    ["先删掉不用的版本。", "先刪掉不用的版本。", "Take versions off that nobody needs."],
];
const SYSTEM_TOO_LARGE: Pair = [
    ["制度太长了", "制度太長了", "The system is too long"],
    ["请缩到 {} KB 以内。", "請縮到 {} KB 以內。", "Please keep it under {} KB."],
];
const FINDING_NOT_RAISED: Pair = [
    ["台账里已经看不出这个问题", "台帳裡已經看不出這個問題", "The ledger no longer shows this"],
    ["刷新一下再看。", "重新整理一下再看。", "Look again."],
];
const FINDING_NOT_CONCERNED: Pair = [
    ["由本人来说明", "由本人來說明", "Only the person concerned answers"],
    ["请本人登录后说明。", "請本人登入後說明。", "Please let them say it themselves."],
];
const FINDING_NOT_A_LEADER: Pair = [
    ["由部门负责人或领导来定", "由部門負責人或主管來定", "A head or a leader decides"],
    ["请他们来看。", "請他們來看。", "Please ask one of them."],
];
const FINDING_ABOUT_ONESELF: Pair = [
    ["自己的事不能自己定", "自己的事不能自己定", "Nobody decides about themselves"],
    ["请另一位负责人来定。", "請另一位負責人來定。", "Please ask another head or leader."],
];
const FINDING_DECIDED: Pair = [
    ["这件已经有决定", "這件已經有決定", "This has been decided"],
    ["决定和理由写在下面。", "決定和理由寫在下面。", "The decision and its reasons stand below."],
];
const FINDING_SANCTIONS: Pair = [
    ["处理最多选 {} 项，不能重复", "處理最多選 {} 項，不能重複", "At most {} sanctions, each once"],
    ["请重新选一下。", "請重新選一下。", "Please choose again."],
];
