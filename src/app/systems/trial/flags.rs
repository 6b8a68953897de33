//! Circumstances: those that the system looks at, all others behind "all".

use leptos::prelude::*;

use super::bench::Bench;
use crate::app::frame::frame;
use crate::app::parts::{Look, button, tick};
use crate::app::words::desk::codes;
use crate::rules::{Flag, Flags};

/// The circumstances to tick.
pub(super) fn flags(bench: Bench, looked_at: Memo<Flags>) -> AnyView {
    let lang = frame().lang();
    let words = &frame().rules_words().trial;
    let situation = bench.situation;
    let all = RwSignal::new(false);
    // What is ticked stays in sight; it is not listened to, so that a tick does not redraw the boxes.
    let shown = move || {
        let shown = looked_at.get().union(situation.with_untracked(|s| s.flags));
        let fits = |flag: &&Flag| all.get() || shown.contains(**flag);
        let ticks = Flag::ALL.iter().filter(fits).map(|flag| {
            let flag = *flag;
            let is_ticked = move || situation.with(|s| s.flags.contains(flag));
            tick(codes::flag(lang, flag), is_ticked, move |on| {
                situation.update(|s| if on { s.flags.insert(flag) } else { s.flags.remove(flag) });
            })
        });
        ticks.collect_view()
    };
    let none = Memo::new(move |_| !all.get() && looked_at.get().union(situation.with(|s| s.flags)).is_empty());
    let toggle = move || {
        let (label, next) = if all.get() { (words.fewer_flags, false) } else { (words.all_flags, true) };
        button(Look::Quiet, label, move || all.set(next))
    };
    view! {
        <section class="intake-part stack" aria-labelledby="trial-flags">
            <div class="spread">
                <h2 id="trial-flags">{words.flags}</h2>
                {toggle}
            </div>
            {move || none.get().then(|| view! { <p class="soft">{words.flags_none}</p> })}
            <fieldset class="field" hidden=move || none.get()>
                <legend class="intake-legend">{move || if all.get() { words.all_flags } else { words.flags_looked_at }}</legend>
                <div class="options">{shown}</div>
            </fieldset>
        </section>
    }
    .into_any()
}
