//! How the matter stands: channel, whose duty, who could handle it, papers, whether it is allowed.
//!
//! Where the clerk says nothing, the choice that the office's lists lead to is shown as chosen.

use leptos::prelude::*;

use super::page::Intake;
use crate::app::parts::{Look, button};
use crate::app::parts::{one_of, one_of_labels};
use crate::app::words::desk::codes;
use crate::rules::{Channel, Eligible, HandlerState, Materials, Scope};

/// The ways by which nearly everything arrives at a desk.
const USUAL: &[Channel] = &[Channel::Visit, Channel::Phone, Channel::Online, Channel::Letter];
/// Every way by which something arrives at a desk; the kiosk registers by itself.
const EVERY: &[Channel] = &[
    Channel::Visit,
    Channel::Phone,
    Channel::Online,
    Channel::Letter,
    Channel::Email,
    Channel::Fax,
    Channel::Forum,
    Channel::Microblog,
    Channel::Meeting,
    Channel::Callback,
    Channel::Delegated,
    Channel::Discovered,
];

/// The questions about the situation.
pub(super) fn standing(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let situation = intake.draft.situation;
    view! {
        <section class="intake-part stack gap-3" aria-labelledby="intake-standing">
            <h2 id="intake-standing">{words.situation}</h2>
            {channel(intake)}
            {scope(intake)}
            {one_of("intake-handler", words.handler, HandlerState::ALL, codes::handler_state,
                move || Some(situation.with(|s| s.handler)),
                move |code| situation.update(|s| s.handler = code))}
            {on_the_spot(intake)}
            {one_of("intake-materials", words.materials, Materials::ALL, codes::materials,
                move || Some(situation.with(|s| s.materials)),
                move |code| situation.update(|s| s.materials = code))}
            {one_of("intake-eligible", words.eligible, Eligible::ALL, codes::eligible,
                move || Some(situation.with(|s| s.eligible)),
                move |code| situation.update(|s| s.eligible = code))}
        </section>
    }
    .into_any()
}

fn channel(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let situation = intake.draft.situation;
    let now = Memo::new(move |_| situation.with(|s| s.channel));
    let unusual = situation.with_untracked(|s| !USUAL.contains(&s.channel));
    let every = RwSignal::new(unusual);
    view! {
        {move || one_of("intake-channel", words.channel, if every.get() { EVERY } else { USUAL }, codes::channel,
            move || Some(now.get()), move |code| situation.update(|s| s.channel = code))}
        {move || (!every.get()).then(|| button(Look::Quiet, words.more_channels, move || every.set(true)))}
    }
    .into_any()
}

/// Whose duty it is: first "as the list says", which tells what that is.
fn scope(intake: Intake) -> AnyView {
    let lang = intake.frame.lang();
    let words = &intake.frame.staff_words().intake;
    let draft = intake.draft;
    let judged = Memo::new(move |_| {
        let judged =
            intake.decision.with(|view| view.filter(|_| draft.scope.get().is_none()).map(|view| view.situation.scope));
        judged.map_or_else(
            || words.scope_judged.to_owned(),
            |judged| [words.scope_judged, codes::scope(lang, judged)].join(" · "),
        )
    });
    let chosen = Memo::new(move |_| {
        Some(
            draft
                .scope
                .get()
                .and_then(|scope| Scope::ALL.iter().position(|code| *code == scope))
                .map_or(0, |place| place + 1),
        )
    });
    (move || {
        let mut labels = vec![judged.get()];
        labels.extend(Scope::ALL.iter().map(|code| codes::scope(lang, *code).to_owned()));
        one_of_labels("intake-scope", words.scope, labels, chosen, move |place| {
            draft.scope.set(place.checked_sub(1).and_then(|place| Scope::ALL.get(place)).copied());
        })
    })
    .into_any()
}

fn on_the_spot(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let draft = intake.draft;
    let chosen = Memo::new(move |_| {
        let decided = || intake.decision.with(|view| view.map(|view| view.situation.on_the_spot));
        draft.on_the_spot.get().or_else(decided).map(|at_once| usize::from(!at_once))
    });
    let labels = vec![words.yes.to_owned(), words.no.to_owned()];
    one_of_labels("intake-spot", words.on_the_spot, labels, chosen, move |place| {
        draft.on_the_spot.set(Some(place == 0));
    })
}
