//! What stands below every page.

use leptos::prelude::*;

use super::frame;
use crate::app::route::{Area, Route};
use crate::app::words::words;

/// Where the office is, whom to ring with a complaint, and the staff's door.
pub(crate) fn footer(route: RwSignal<Route>) -> AnyView {
    let frame = frame();
    let area = Memo::new(move |_| route.with(|route| route.area));
    let drawn = move || {
        let words = words(frame.choice.lang());
        let office = frame.office();
        let line = office.map(|office| {
            let phone = format!("{} {}", words.kiosk.complaint_line, office.complaint_phone);
            view! { <p>{office.address}</p><p class="numeric">{phone}</p> }
        });
        let staff = match area.get() {
            Area::Kiosk => Some(("#/", words.frame.staff_entry)),
            _ => None,
        };
        view! {
            {line}
            {staff.map(|(address, label)| view! { <p class="end"><a href=address>{label}</a></p> })}
        }
    };
    view! { <footer class="frame-footer"><div class="frame-footer-row">{drawn}</div></footer> }.into_any()
}
