//! Lays one sheet under the printer and prints it.

use leptos::ev;
use leptos::prelude::*;

use super::{TransferPaper, notice_sheet, transfer_sheet};
use crate::app::desk::session::session;
use crate::app::kiosk::slip;
use crate::protocol::{AcknowledgedView, MatterView};

/// A sheet to print.
#[derive(Clone)]
pub(in crate::app::desk) enum Paper {
    /// The visitor's slip, 80 mm wide.
    Slip(Box<AcknowledgedView>),
    /// The transfer slip, A4.
    Transfer(Box<TransferPaper>),
    /// The one-time notice, A4.
    Notice(Box<MatterView>),
}

/// The part of the page that only paper shows. Prints whenever a sheet is laid under it and takes the sheet away
/// afterwards.
pub(in crate::app::desk) fn printer() -> AnyView {
    let paper = session().paper;
    let done = window_event_listener(ev::Custom::<web_sys::Event>::new("afterprint"), move |_| paper.set(None));
    on_cleanup(move || done.remove());
    Effect::new(move |_| {
        if paper.with(Option::is_some) {
            // The sheet is in the page one frame after it was laid down.
            request_animation_frame(|| request_animation_frame(print));
        }
    });
    view! {
        {move || paper.get().map(|paper| match paper {
            Paper::Slip(view) => view! { <div class="printed" data-paper="slip">{slip(&view)}</div> }.into_any(),
            Paper::Transfer(view) => view! { <div class="printed" data-paper="a4">{transfer_sheet(&view)}</div> }.into_any(),
            Paper::Notice(view) => view! { <div class="printed" data-paper="a4">{notice_sheet(&view)}</div> }.into_any(),
        })}
    }
    .into_any()
}

fn print() {
    if window().print().is_err() {
        leptos::logging::warn!("the browser does not print here");
    }
}
