//! `#/settings/backup`.

use leptos::prelude::*;

use super::emptying::emptying;
use crate::app::exchange::{Export, Incoming, Outgoing, export_part, import_part, lives_on};
use crate::app::frame::{Frame, frame};
use crate::app::link::{Sight, back_office};
use crate::app::parts::{Tone, heading, notice};
use crate::app::words::{count, moment};
use crate::protocol::{DeviceView, Query, RestoredView};

/// Backup, restore, emptying.
pub(crate) fn backup_page() -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().backup;
    let device = back_office().watch::<DeviceView>(|| Query::Device);
    let backup = Export::new(Outgoing::Backup);
    view! {
        <div class="page exchange stack gap-4">
            <div class="stack gap-1 measure">
                {heading(words.title)}
                <p class="soft">{words.lead}</p>
            </div>
            {move || origin(frame, device)}
            <div class="exchange-sides">
                {export_part(backup)}
                {import_part(Incoming::Restore(device))}
            </div>
            {emptying(device, backup)}
        </div>
    }
    .into_any()
}

/// Whose backup was restored here, and whether that device lives on.
fn origin(frame: Frame, device: Sight<DeviceView>) -> Option<AnyView> {
    let restored = device.with(|device| device.and_then(|device| device.restored.clone()))?;
    let RestoredView { device, made_ms, last_seq, later } = &restored;
    let (lang, words) = (frame.lang(), &frame.staff_words().backup);
    let said = words.came_from(device, &moment(lang, *made_ms), &count(lang, *last_seq));
    let old = (*later > 0).then(|| lives_on(frame, &restored));
    Some(view! { <div class="stack">{notice(Tone::Info, words.from_backup, &said, None)} {old}</div> }.into_any())
}
