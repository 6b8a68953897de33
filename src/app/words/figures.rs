//! Numbers in words.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::pick;
use crate::office::Lang;

thread_local! {
    /// How numbers are written in a language, plain or in a unit.
    static FORMATS: RefCell<HashMap<(Lang, &'static str), Function>> = RefCell::default();
}

const PLAIN: &str = "";

/// A whole number with its thousands marked.
pub(crate) fn count(lang: Lang, number: u64) -> String {
    #[allow(clippy::cast_precision_loss)] // Above 2^53 nobody counts tickets.
    said(lang, PLAIN, number as f64)
}

/// How many matters were found.
pub(crate) fn found(lang: Lang, number: usize) -> String {
    pick(lang, [format!("找到 {number} 项"), format!("找到 {number} 項"), format!("{number} found")])
}

/// How many matters there are.
pub(crate) fn matters(lang: Lang, number: usize) -> String {
    pick(lang, [format!("{number} 项"), format!("{number} 項"), plural(number, "matter", "matters")])
}

/// How many papers are asked for.
pub(crate) fn papers(lang: Lang, number: usize) -> String {
    pick(lang, [format!("共 {number} 样"), format!("共 {number} 樣"), plural(number, "paper", "papers")])
}

/// A size of stored data, in the largest unit that leaves at least one.
pub(crate) fn bytes(lang: Lang, bytes: u64) -> String {
    const UNITS: [&str; 4] = ["kilobyte", "megabyte", "gigabyte", "terabyte"];
    #[allow(clippy::cast_precision_loss)] // For people, rounded anyway.
    let mut amount = bytes as f64 / 1000.0;
    let mut unit = UNITS[0];
    for larger in UNITS.iter().skip(1) {
        if amount < 1000.0 {
            break;
        }
        amount /= 1000.0;
        unit = larger;
    }
    said(lang, unit, amount)
}

fn plural(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A browser takes milliseconds to make a format, and for the first of a page some fifty.
fn said(lang: Lang, unit: &'static str, number: f64) -> String {
    let text = FORMATS.with_borrow_mut(|formats| {
        let format = formats.entry((lang, unit)).or_insert_with(|| format(lang, unit));
        format.call1(&JsValue::UNDEFINED, &number.into())
    });
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn format(lang: Lang, unit: &'static str) -> Function {
    let options = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&options, &name.into(), &value).unwrap_or_default();
    let all = unit == PLAIN
        || (set("style", "unit".into()) && set("unit", unit.into()) && set("maximumFractionDigits", 1.into()));
    debug_assert!(all, "a fresh object takes any property");
    Intl::NumberFormat::new(&Array::of1(&lang.tag().into()), &options).format()
}
