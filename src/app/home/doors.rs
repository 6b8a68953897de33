//! The two doors of an office: for those who come, and for those who work here.

use leptos::prelude::*;

use crate::app::frame::frame;
use crate::app::parts::icon;

/// The doors.
pub(super) fn doors() -> AnyView {
    let words = &frame().words().home;
    view! {
        <ul class="home-doors">
            {door("#/kiosk", "chat", words.kiosk_title, words.kiosk_text, "main")}
            {door("#/desk", "desk", words.desk_title, words.desk_text, "plain")}
        </ul>
    }
    .into_any()
}

fn door(address: &'static str, picture: &str, title: &'static str, text: &'static str, kind: &'static str) -> AnyView {
    view! {
        <li>
            <a class="home-door" data-kind=kind href=address>
                {icon(picture)}
                <span class="home-door-words">
                    <span class="home-door-title">{title}</span>
                    <span>{text}</span>
                </span>
                {icon("forward")}
            </a>
        </li>
    }
    .into_any()
}
