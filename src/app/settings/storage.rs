//! What lies on this device, and how safely.

use leptos::prelude::*;

use super::page::line;
use crate::app::frame::{Frame, frame};
use crate::app::link::back_office;
use crate::app::parts::{Tone, notice, skeleton, trouble_panel};
use crate::app::words::{bytes, count, fill};
use crate::protocol::{Query, StatusView, StorageView};

/// The device's data in figures.
pub(super) fn storage() -> AnyView {
    let frame = frame();
    let status = back_office().watch::<StatusView>(|| Query::Status);
    let storage = back_office().watch::<StorageView>(|| Query::Storage);
    let shown = move || {
        let trouble = status.trouble().or_else(|| storage.trouble());
        status.with(|status| {
            storage.with(|storage| match (status, storage, &trouble) {
                (_, _, Some(trouble)) => trouble_panel(trouble, None),
                (Some(status), Some(storage), None) => figures(frame, status, storage),
                _ => skeleton(),
            })
        })
    };
    view! { {shown} }.into_any()
}

fn figures(frame: Frame, status: &StatusView, storage: &StorageView) -> AnyView {
    let lang = frame.lang();
    let words = &frame.staff_words().settings;
    let space = match (storage.used_bytes, storage.quota_bytes) {
        (Some(used), Some(quota)) => fill(words.used_of, &[&bytes(lang, used), &bytes(lang, quota)]),
        (Some(used), None) => bytes(lang, used),
        _ => words.unknown.to_owned(),
    };
    let persistent = match storage.persistent {
        Some(true) => words.persistent_yes,
        Some(false) => words.persistent_no,
        None => words.persistent_unknown,
    };
    let chain = if status.chain_faults.is_empty() { words.chain_good.to_owned() } else { String::new() };
    view! {
        <dl class="settings-lines">
            {line(words.tickets, count(lang, status.tickets))}
            {(status.foreign > 0).then(|| line(words.foreign, count(lang, status.foreign)))}
            {line(words.records, count(lang, status.events))}
            {line(words.fresh, count(lang, status.fresh))}
            {line(words.used, space)}
            {line(words.persistent, persistent.to_owned())}
            {(!chain.is_empty()).then(|| line(words.chain, chain))}
            {line(words.device, status.device.clone())}
        </dl>
        {faults(frame, status)}
    }
    .into_any()
}

fn faults(frame: Frame, status: &StatusView) -> Vec<AnyView> {
    let words = &frame.staff_words().settings;
    let said = status.chain_faults.iter().map(|fault| {
        let pattern = if fault.fork { words.chain_fork } else { words.chain_gap };
        fill(pattern, &[&fault.device, &fault.from_seq.to_string(), &fault.to_seq.to_string()])
    });
    said.map(|said| notice(Tone::Mind, words.chain, &said, None)).collect()
}
