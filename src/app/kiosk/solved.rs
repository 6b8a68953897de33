//! The kind end of a visit that needed no registration.

use leptos::prelude::*;

use super::page::way_back;
use super::{slip, visit};
use crate::app::frame::{Frame, frame};
use crate::app::link::back_office;
use crate::app::parts::{Look, button, heading, seal, skeleton, trouble_instead};
use crate::app::route;
use crate::app::words::fill;
use crate::office::MatterId;
use crate::protocol::{MatterView, Query};

/// The page that says goodbye, with the list to print.
pub(super) fn solved_page(id: &str) -> AnyView {
    let frame = frame();
    let id = MatterId(id.to_owned());
    let matter = back_office().watch::<MatterView>(move || Query::Matter(id.clone()));
    let drawn = move || match (matter.get(), matter.trouble()) {
        (_, Some(trouble)) => trouble_instead(&trouble),
        (None, None) => skeleton(),
        (Some(matter), None) => whole(frame, &matter),
    };
    view! { <div class="page prints-slip" data-narrow="">{drawn}</div> }.into_any()
}

fn whole(frame: Frame, matter: &MatterView) -> AnyView {
    let words = &frame.words().kiosk;
    let visit = visit();
    let window = fill(frame.words().frame.window, &[&matter.card.window.to_string()]);
    let text = fill(words.solved_text, &[&window, &matter.place]);
    let done = button(Look::Main, words.solved_done, move || {
        visit.clear();
        route::replace("/kiosk");
    });
    let print = (!matter.materials.is_empty()).then(|| slip::print_button(words.solved_print));
    view! {
        {way_back(&format!("/kiosk/matter/{}", matter.card.id))}
        <div class="kiosk-goodbye">
            {seal("清", "楚")}
            {heading(words.solved_title)}
            <p class="large measure">{text}</p>
            <div class="buttons">{done}{print}</div>
        </div>
        {slip::list(matter)}
    }
    .into_any()
}
