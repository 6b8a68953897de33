//! The QR code on a slip.

use leptos::prelude::*;

use crate::app::frame::frame;
use crate::app::words::fill;
use crate::exchange::{qr_path, slip_text};

/// The QR code of the ticket with this number. A number is always short enough for one.
pub(crate) fn qr(number: &str) -> Option<AnyView> {
    let (path, size) = qr_path(&slip_text(number)).ok()?;
    let label = fill(frame().words().frame.qr_label, &[number]);
    let drawn = view! {
        <div class="qr">
            <svg viewBox=format!("0 0 {size} {size}") shape-rendering="crispEdges" role="img" aria-label=label>
                <path d=path fill="#000"></path>
            </svg>
        </div>
    };
    Some(drawn.into_any())
}
