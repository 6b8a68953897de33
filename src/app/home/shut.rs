//! What stands in the place of every page while the back office cannot work.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::frame::frame;
use crate::app::link::back_office;
use crate::app::parts::{Look, Tone, button, heading, notice, trouble_panel};
use crate::app::route::Area;
use crate::app::words::{count, fill, moment};
use crate::protocol::{Trouble, VisitorCommand};

/// The page that says why nothing else can be shown. A visitor is sent to a person; the staff decide.
pub(crate) fn shut_page(trouble: &Trouble, area: Area) -> AnyView {
    let frame = frame();
    let words = frame.words();
    let inside = match trouble {
        _ if area == Area::Kiosk => {
            view! { {heading(words.kiosk.no_office_title)} <p class="large">{words.home.loss_visitor}</p> }.into_any()
        }
        Trouble::Vanished { last_seen_ms, events } => {
            let text =
                fill(words.home.loss_text, &[&moment(frame.lang(), *last_seen_ms), &count(frame.lang(), *events)]);
            view! {
                {heading(words.home.loss_title)}
                {notice(Tone::Wrong, &text, words.home.loss_first, None)}
                {start_afresh()}
            }
            .into_any()
        }
        trouble => {
            let said = crate::app::words::trouble(frame.lang(), trouble);
            let reload = button(Look::Main, words.frame.retry, || drop(location().reload()));
            view! { {heading(&said.what)} <p class="large">{said.next}</p> <div class="buttons">{reload}</div> }
                .into_any()
        }
    };
    view! { <div class="page stack gap-3" data-narrow="">{inside}</div> }.into_any()
}

fn start_afresh() -> AnyView {
    let (frame, office) = (frame(), back_office());
    let failed = RwSignal::new(None::<Trouble>);
    let accept = move || {
        spawn_local(async move {
            if let Err(trouble) = office.carry_out_visit(VisitorCommand::AcceptLoss).await {
                failed.set(Some(trouble));
            }
        });
    };
    view! {
        {move || failed.get().map(|trouble| trouble_panel(&trouble, None))}
        <div class="buttons">{button(Look::Grave, frame.words().home.loss_now, accept)}</div>
    }
    .into_any()
}
