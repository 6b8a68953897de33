//! A QR code, drawn from the path that the back office sends.

use leptos::prelude::*;

use crate::app::frame::frame;
use crate::app::words::fill;

/// A QR code of `size` modules a side, whose content is the ticket's `number`.
pub(crate) fn qr(path: &str, size: u32, number: &str) -> AnyView {
    let label = fill(frame().words().frame.qr_label, &[number]);
    view! {
        <div class="qr">
            <svg viewBox=format!("0 0 {size} {size}") shape-rendering="crispEdges" role="img" aria-label=label>
                <path d=path.to_owned() fill="#000"></path>
            </svg>
        </div>
    }
    .into_any()
}
