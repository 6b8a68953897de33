//! The staff's ways about.

use leptos::prelude::*;

use super::frame;
use crate::app::route::Area;
use crate::app::words::staff_frame_words;

/// The menu, with the place marked where the person is.
pub(crate) fn menu(here: Area) -> AnyView {
    let said = staff_frame_words(frame().choice.lang());
    let doors = [
        (Area::Desk, "#/desk", said.desk),
        (Area::Findings, "#/findings", said.findings),
        (Area::Exchange, "#/exchange", said.exchange),
        (Area::Systems, "#/systems", said.systems),
        (Area::Settings, "#/settings", said.settings),
    ];
    let doors: Vec<_> = doors
        .into_iter()
        .map(|(area, address, label)| {
            let current = (area == here).then_some("page");
            view! { <li><a href=address aria-current=current>{label}</a></li> }
        })
        .collect();
    view! { <nav class="frame-menu" aria-label=said.main_menu><ul>{doors}</ul></nav> }.into_any()
}
