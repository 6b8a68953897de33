//! Under which system matters are decided from now on.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::frame::{Frame, frame};
use crate::app::link::back_office;
use crate::app::parts::{Look, button, skeleton, trouble_panel};
use crate::app::words::fill;
use crate::protocol::{Command, Query, SystemCard, Trouble};

/// The systems that the app knows, with the one in force marked.
pub(super) fn system() -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().settings;
    let systems = back_office().watch::<Vec<SystemCard>>(|| Query::Systems);
    let trouble = RwSignal::new(None::<Trouble>);
    let listed = move || match (systems.get(), systems.trouble()) {
        (_, Some(trouble)) => trouble_panel(&trouble, None),
        (None, None) => skeleton(),
        (Some(cards), None) => {
            let rows: Vec<_> = cards.iter().map(|card| row(frame, card, trouble)).collect();
            view! { <ul class="settings-systems">{rows}</ul> }.into_any()
        }
    };
    view! {
        <p class="soft">{words.system_text}</p>
        {move || trouble.get().map(|trouble| trouble_panel(&trouble, None))}
        {listed}
    }
    .into_any()
}

fn row(frame: Frame, card: &SystemCard, trouble: RwSignal<Option<Trouble>>) -> AnyView {
    let words = &frame.staff_words().settings;
    let office = back_office();
    let (pack, title) = (card.pack.clone(), card.title.clone());
    let choose = move || {
        let (pack, title) = (pack.clone(), title.clone());
        spawn_local(async move {
            match office.act(Command::ChooseSystem { pack }).await {
                Ok(_) => frame.announce(fill(words.system_chosen, &[&title])),
                Err(failed) => drop(trouble.try_set(Some(failed))),
            }
        });
    };
    let about = format!("{} · {}", card.pack, fill(words.system_clauses, &[&card.clauses.to_string()]));
    let act = if card.active {
        view! { <span class="tag" data-kind="accent">{words.system_active}</span> }.into_any()
    } else {
        button(Look::Plain, words.system_choose, choose)
    };
    view! {
        <li class="settings-system" data-active=card.active.then_some("")>
            <div class="stack settings-system-words">
                <a href=format!("#/systems/{}", card.pack)>{card.title.clone()}</a>
                <span class="soft small">{about}</span>
            </div>
            {act}
        </li>
    }
    .into_any()
}
