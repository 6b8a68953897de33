//! Who was asked, in order.

use leptos::prelude::*;

use super::bench::{Bench, names};
use super::person::person;
use crate::app::frame::frame;
use crate::app::parts::{Look, icon_button};
use crate::rules::Asked;

/// The people.
pub(super) fn people(bench: Bench) -> AnyView {
    let words = &frame().rules_words().trial;
    let names = names(frame().lang());
    let situation = bench.situation;
    let ids =
        Memo::new(move |_| situation.with(|s| s.asked.iter().map(|person| person.id.clone()).collect::<Vec<_>>()));
    let add = move || {
        situation.update(|s| {
            let free = names.iter().find(|name| s.asked.iter().all(|person| person.id != **name));
            s.asked.extend(free.map(|name| Asked::new(*name)));
        });
    };
    view! {
        <section class="intake-part stack" aria-labelledby="trial-people">
            <h2 id="trial-people">{words.people}</h2>
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="soft">{words.nobody_asked}</p> })}
            <ol class="trial-people">
                {move || ids.get().into_iter().map(|id| view! { <li>{person(bench, &id)}</li> }).collect_view()}
            </ol>
            {move || ids.with(|ids| ids.len() < names.len()).then(|| icon_button(Look::Plain, "plus", words.add_person, add))}
        </section>
    }
    .into_any()
}
