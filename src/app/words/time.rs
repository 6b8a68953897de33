//! Days, moments and time left in words. The office's clock is UTC+8, wherever the browser stands.

use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::{fill, pick, words};
use crate::office::Lang;
use crate::protocol::DueView;

const ZONE: &str = "Asia/Shanghai";

/// A day: 11月25日 星期三, Wed 25 November.
pub(crate) fn date(lang: Lang, at_ms: i64) -> String {
    said(lang, at_ms, &[("month", "long"), ("day", "numeric"), ("weekday", "short")])
}

/// A moment: 11月25日 14:30.
pub(crate) fn moment(lang: Lang, at_ms: i64) -> String {
    said(lang, at_ms, &[("month", "short"), ("day", "numeric"), ("hour", "2-digit"), ("minute", "2-digit")])
}

/// The day or moment by which something is due, and whether it may still move.
pub(crate) fn due(lang: Lang, due: &DueView) -> String {
    let mut text = if due.day { date(lang, due.at_ms) } else { moment(lang, due.at_ms) };
    if due.provisional {
        text.push_str(words(lang).frame.date_provisional);
    }
    text
}

/// How much time is left: 还剩 3 天, 今天到期, 已超 2 天.
pub(crate) fn due_left(lang: Lang, due: &DueView) -> String {
    let days = due.days_left.unsigned_abs();
    match (due.late, due.days_left) {
        (true, 0) => pick(lang, ["今天超时", "今天逾時", "late today"]).to_owned(),
        (true, _) => counted(
            lang,
            ["已超 {} 个工作日", "已逾 {} 個工作日"],
            ["{} working day late", "{} working days late"],
            days,
        ),
        (false, 0) => pick(lang, ["今天到期", "今天到期", "due today"]).to_owned(),
        (false, _) => counted(
            lang,
            ["还剩 {} 个工作日", "還剩 {} 個工作日"],
            ["{} working day left", "{} working days left"],
            days,
        ),
    }
}

fn counted(lang: Lang, [hans, hant]: [&str; 2], [one, many]: [&str; 2], number: u32) -> String {
    let pattern = pick(lang, [hans, hant, if number == 1 { one } else { many }]);
    fill(pattern, &[&number.to_string()])
}

fn said(lang: Lang, at_ms: i64, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    let zone = [("timeZone", ZONE), ("hourCycle", "h23")];
    let set =
        |(name, value): &(&str, &str)| Reflect::set(&options, &(*name).into(), &(*value).into()).unwrap_or_default();
    let all = parts.iter().chain(&zone).all(set);
    debug_assert!(all, "a fresh object takes any property");
    let tag = if lang == Lang::En { "en-GB" } else { lang.tag() };
    let format = Intl::DateTimeFormat::new(&Array::of1(&tag.into()), &options).format();
    #[allow(clippy::cast_precision_loss)] // Milliseconds of any real day fit 53 bits.
    let moment = Date::new(&(at_ms as f64).into());
    format.call1(&JsValue::UNDEFINED, &moment).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
