//! Which office this device serves.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::frame::{Frame, frame};
use crate::app::home::office_file_button;
use crate::app::link::back_office;
use crate::app::parts::{Look, button, dialog, link_button, trouble_panel};
use crate::app::words::fill;
use crate::protocol::{Command, Trouble};

/// The office, and how to load another or remove it.
pub(super) fn office() -> AnyView {
    let frame = frame();
    let words = frame.staff_words();
    let trouble = RwSignal::new(None::<Trouble>);
    let asking = RwSignal::new(None::<String>);
    let shown = move || match frame.office() {
        None => view! {
            <p>{words.settings.office_none}</p>
            <div class="buttons">
                {office_file_button(words.home.file_now, trouble)}
                {link_button(Look::Plain, words.home.begin, "/")}
            </div>
        }
        .into_any(),
        Some(office) => {
            let name = office.name.clone();
            view! {
                <p class="row gap-1">
                    <strong>{office.name}</strong>
                    {office.example.then(|| view! { <span class="tag" data-kind="example">{words.frame.example}</span> })}
                </p>
                <p class="soft">{office.address}</p>
                <div class="buttons">
                    {office_file_button(words.settings.office_replace, trouble)}
                    {button(Look::Grave, words.settings.office_remove, move || asking.set(Some(name.clone())))}
                </div>
            }
            .into_any()
        }
    };
    view! {
        {move || trouble.get().map(|trouble| trouble_panel(&trouble, None))}
        {shown}
        {removal(frame, asking, trouble)}
    }
    .into_any()
}

fn removal(frame: Frame, asking: RwSignal<Option<String>>, trouble: RwSignal<Option<Trouble>>) -> AnyView {
    let words = frame.staff_words();
    let office = back_office();
    let title = Signal::derive(move || asking.get().map(|name| fill(words.settings.office_remove_title, &[&name])));
    let remove = move || {
        asking.set(None);
        spawn_local(async move {
            match office.act(Command::RemoveOffice).await {
                Ok(_) => frame.announce(words.settings.office_removed),
                Err(failed) => drop(trouble.try_set(Some(failed))),
            }
        });
    };
    let body = move || {
        view! {
            <div class="dialog-body"><p>{words.settings.office_remove_text}</p></div>
            <div class="dialog-foot">
                {button(Look::Grave, words.settings.office_remove, remove)}
                {button(Look::Plain, words.frame.cancel, move || asking.set(None))}
            </div>
        }
        .into_any()
    };
    dialog("remove-office", title, body, move || asking.set(None))
}
