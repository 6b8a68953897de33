//! One of several, as radio buttons in a row: every choice is in sight and one tap away.

use leptos::prelude::*;

use crate::app::frame::frame;
use crate::office::Lang;

/// Draws the choices of `all`. `id` is unique on the page; the legend stands above.
pub(crate) fn one_of<T: Copy + PartialEq + Send + Sync + 'static>(
    id: &'static str,
    legend: &str,
    all: &'static [T],
    say: fn(Lang, T) -> &'static str,
    chosen: impl Fn() -> Option<T> + Send + Sync + 'static,
    choose: impl Fn(T) + 'static,
) -> AnyView {
    let lang = frame().lang();
    let labels = all.iter().map(|code| say(lang, *code).to_owned()).collect();
    let chosen = Memo::new(move |_| chosen().and_then(|chosen| all.iter().position(|code| *code == chosen)));
    one_of_labels(id, legend, labels, chosen, move |place| {
        if let Some(code) = all.get(place) {
            choose(*code);
        }
    })
}

/// Draws choices that have words of their own; `chosen` and `choose` speak of their places.
pub(crate) fn one_of_labels(
    id: &'static str,
    legend: &str,
    labels: Vec<String>,
    chosen: Memo<Option<usize>>,
    choose: impl Fn(usize) + 'static,
) -> AnyView {
    let choose = StoredValue::new_local(choose);
    let options: Vec<_> = labels
        .into_iter()
        .enumerate()
        .map(|(place, label)| {
            option(id, place, label, chosen, move || {
                choose.with_value(|choose| choose(place));
            })
        })
        .collect();
    view! {
        <fieldset class="field">
            <legend class="field-label">{legend.to_owned()}</legend>
            <div class="options">{options}</div>
        </fieldset>
    }
    .into_any()
}

fn option(
    id: &'static str,
    place: usize,
    label: String,
    chosen: Memo<Option<usize>>,
    choose: impl Fn() + 'static,
) -> AnyView {
    let is_chosen = move || chosen.get() == Some(place);
    view! {
        <label class="option" data-chosen=move || is_chosen().then_some("")>
            <input type="radio" name=id prop:checked=is_chosen on:change=move |_| choose() />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// A box to tick.
pub(crate) fn tick(
    label: &str,
    ticked: impl Fn() -> bool + Send + Sync + Copy + 'static,
    change: impl Fn(bool) + 'static,
) -> AnyView {
    view! {
        <label class="option" data-chosen=move || ticked().then_some("")>
            <input type="checkbox" prop:checked=ticked on:change:target=move |event| change(event.target().checked()) />
            <span>{label.to_owned()}</span>
        </label>
    }
    .into_any()
}
