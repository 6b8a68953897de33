//! Matters and departments as tiles.

use leptos::prelude::*;

use super::Visit;
use crate::app::frame::frame;
use crate::app::parts::{Look, icon, icon_button};
use crate::app::words::{found, kind, matters};
use crate::protocol::MatterCard;

/// Matters to choose from.
pub(super) fn cards(cards: &[MatterCard]) -> AnyView {
    let below = |card: &MatterCard| format!("{} · {}", card.department, kind(frame().lang(), card.kind));
    let drawn: Vec<_> = cards.iter().map(|found| card(found, below(found))).collect();
    view! { <ul class="tiles">{drawn}</ul> }.into_any()
}

fn card(card: &MatterCard, below: String) -> AnyView {
    let address = format!("#/kiosk/matter/{}", card.id);
    view! {
        <li>
            <a class="tile" href=address>
                <span class="tile-picture">{icon(&card.icon)}</span>
                <span class="tile-words"><strong>{card.name.clone()}</strong><span class="soft small">{below}</span></span>
            </a>
        </li>
    }
    .into_any()
}

/// The departments, each with how many matters it settles, in the list's order.
pub(super) fn departments(cards: &[MatterCard], visit: Visit) -> AnyView {
    let words = &frame().words().kiosk;
    let mut names: Vec<(&str, &str, usize)> = Vec::new();
    for card in cards {
        match names.iter_mut().find(|(name, ..)| *name == card.department) {
            Some((.., count)) => *count += 1,
            None => names.push((&card.department, &card.icon, 1)),
        }
    }
    let drawn: Vec<_> =
        names.into_iter().map(|(name, picture, count)| department(name, picture, count, visit)).collect();
    view! {
        <h2 class="kiosk-found-title">{words.by_department}</h2>
        <ul class="tiles">{drawn}</ul>
    }
    .into_any()
}

fn department(name: &str, picture: &str, count: usize, visit: Visit) -> AnyView {
    let chosen = name.to_owned();
    let count = matters(frame().lang(), count);
    view! {
        <li>
            <button type="button" class="tile" on:click=move |_| visit.department.set(Some(chosen.clone()))>
                <span class="tile-picture">{icon(picture)}</span>
                <span class="tile-words"><strong>{name.to_owned()}</strong><span class="soft small">{count}</span></span>
            </button>
        </li>
    }
    .into_any()
}

/// The matters of one department.
pub(super) fn of_department(all: &[MatterCard], department: &str, visit: Visit) -> AnyView {
    let frame = frame();
    let words = &frame.words().kiosk;
    let of: Vec<_> = all.iter().filter(|card| card.department == department).collect();
    let count = found(frame.lang(), of.len());
    let drawn: Vec<_> = of.into_iter().map(|found| card(found, kind(frame.lang(), found.kind).to_owned())).collect();
    view! {
        <div class="spread kiosk-found-head">
            <h2 class="kiosk-found-title">{department.to_owned()}</h2>
            {icon_button(Look::Quiet, "back", words.all_departments, move || visit.department.set(None))}
        </div>
        <p class="sr-only" role="status">{count}</p>
        <ul class="tiles">{drawn}</ul>
    }
    .into_any()
}
