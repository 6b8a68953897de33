//! How much time is left.

use leptos::prelude::*;

use super::icon;
use crate::app::frame::frame;
use crate::app::words::{self, due_left};
use crate::protocol::DueView;

/// Days left at which a badge starts to press.
const SOON_DAYS: i32 = 1;

/// The time left in words, with a sign, never by colour alone; the day itself is read out and shown on pointing.
pub(crate) fn due_badge(due: &DueView) -> AnyView {
    let lang = frame().lang();
    let (state, picture) = match due {
        due if due.late => ("late", "warn"),
        due if due.days_left <= SOON_DAYS => ("soon", "clock"),
        _ => ("calm", "clock"),
    };
    let day = words::due(lang, due);
    view! {
        <span class="due" data-state=state title=day.clone()>
            {icon(picture)}
            <span>{due_left(lang, due)}</span>
            <span class="sr-only">{day.clone()}</span>
        </span>
    }
    .into_any()
}
