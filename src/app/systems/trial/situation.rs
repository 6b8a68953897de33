//! What it is, whose duty it is, whether it can be done.

use leptos::prelude::*;

use super::bench::Bench;
use crate::app::frame::frame;
use crate::app::parts::{Look, button, one_of, one_of_labels};
use crate::app::words::desk::codes;
use crate::app::words::kind;
use crate::rules::{Channel, Eligible, HandlerState, Materials, MatterKind, Scope};

/// The ways by which nearly everything arrives.
const USUAL: &[Channel] = &[Channel::Visit, Channel::Phone, Channel::Online, Channel::Letter, Channel::Kiosk];

/// How it comes, what it is, which of the system's own tags it has.
pub(super) fn matter_part(bench: Bench, topics: Memo<Vec<(String, String)>>) -> AnyView {
    let words = &frame().rules_words().trial;
    let situation = bench.situation;
    let channel = Memo::new(move |_| situation.with(|s| s.channel));
    let every = RwSignal::new(!USUAL.contains(&channel.get_untracked()));
    view! {
        <section class="intake-part stack" aria-labelledby="trial-matter">
            <h2 id="trial-matter">{words.matter_part}</h2>
            {move || one_of("trial-channel", words.channel, if every.get() { Channel::ALL } else { USUAL }, codes::channel,
                move || Some(channel.get()), move |code| situation.update(|s| s.channel = code))}
            {move || (!every.get()).then(|| button(Look::Quiet, words.more, move || every.set(true)))}
            {one_of("trial-kind", words.matter, MatterKind::ALL, kind,
                move || Some(situation.with(|s| s.matter)), move |code| situation.update(|s| s.matter = code))}
            {move || topic(bench, topics.get())}
        </section>
    }
    .into_any()
}

/// The system's own tag; nothing where it has none.
fn topic(bench: Bench, topics: Vec<(String, String)>) -> Option<AnyView> {
    if topics.is_empty() {
        return None;
    }
    let words = &frame().rules_words().trial;
    let situation = bench.situation;
    let (codes, titles): (Vec<String>, Vec<String>) = topics.into_iter().unzip();
    let labels = std::iter::once(words.no_topic.to_owned()).chain(titles).collect();
    let known = codes.clone();
    let chosen = Memo::new(move |_| {
        let topic = situation.with(|s| s.topic.clone());
        Some(topic.and_then(|topic| known.iter().position(|code| *code == topic)).map_or(0, |place| place + 1))
    });
    Some(one_of_labels("trial-topic", words.topic, labels, chosen, move |place| {
        let topic = place.checked_sub(1).and_then(|place| codes.get(place)).cloned();
        situation.update(|s| s.topic = topic);
    }))
}

/// Whose duty it is, and whether whoever should handle it is there.
pub(super) fn duty_part(bench: Bench) -> AnyView {
    let words = &frame().rules_words().trial;
    let situation = bench.situation;
    view! {
        <section class="intake-part stack" aria-labelledby="trial-duty">
            <h2 id="trial-duty">{words.duty_part}</h2>
            {one_of("trial-scope", words.scope, Scope::ALL, codes::scope,
                move || Some(situation.with(|s| s.scope)), move |code| situation.update(|s| s.scope = code))}
            {one_of("trial-handler", words.handler, HandlerState::ALL, codes::handler_state,
                move || Some(situation.with(|s| s.handler)), move |code| situation.update(|s| s.handler = code))}
        </section>
    }
    .into_any()
}

/// Whether it can be done.
pub(super) fn condition_part(bench: Bench) -> AnyView {
    let words = &frame().rules_words().trial;
    let situation = bench.situation;
    let spot = Memo::new(move |_| Some(usize::from(!situation.with(|s| s.on_the_spot))));
    let yes_no = vec![words.yes.to_owned(), words.no.to_owned()];
    view! {
        <section class="intake-part stack" aria-labelledby="trial-condition">
            <h2 id="trial-condition">{words.condition_part}</h2>
            {one_of_labels("trial-spot", words.on_the_spot, yes_no, spot,
                move |place| situation.update(|s| s.on_the_spot = place == 0))}
            {one_of("trial-materials", words.materials, Materials::ALL, codes::materials,
                move || Some(situation.with(|s| s.materials)), move |code| situation.update(|s| s.materials = code))}
            {one_of("trial-eligible", words.eligible, Eligible::ALL, codes::eligible,
                move || Some(situation.with(|s| s.eligible)), move |code| situation.update(|s| s.eligible = code))}
        </section>
    }
    .into_any()
}
