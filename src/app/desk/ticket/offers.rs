//! What the person may do now: the likeliest first, the rest behind "more".

use leptos::prelude::*;

use super::acting::{Acting, Doing};
use crate::app::frame::frame;
use crate::app::parts::{Look, button, icon_button};
use crate::ledger::Choice;

/// The bar of acts. Only what the back office offers is there.
pub(super) fn offers(acting: Acting) -> AnyView {
    let sight = acting.view;
    let offered = Memo::new(move |_| sight.with(|view| view.map(|view| buttons_of(&view.offers)).unwrap_or_default()));
    let words = &frame().staff_words().ticket;
    let more = RwSignal::new(false);
    let drawn = move || {
        let (first, rest): (Vec<_>, Vec<_>) = offered.get().into_iter().partition(|(_, place)| *place == Place::Front);
        let front =
            first.into_iter().enumerate().map(|(nth, (doing, _))| offer(acting, doing, nth == 0)).collect_view();
        let hidden = (!rest.is_empty()).then(|| view! {
            {move || more.get().then(|| rest.clone().into_iter().map(|(doing, _)| offer(acting, doing, false)).collect_view())}
            {move || (!more.get()).then(|| button(Look::Quiet, words.more_offers, move || more.set(true)))}
        });
        view! { {front} {hidden} }
    };
    view! {
        <div class="ticket-offers" role="group" aria-label=words.offers>
            {move || if offered.with(Vec::is_empty) {
                view! { <p class="soft">{words.offers_none}</p> }.into_any()
            } else {
                view! { <div class="buttons">{drawn}</div> }.into_any()
            }}
        </div>
    }
    .into_any()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Front,
    Behind,
}

/// One button for each kind of act that is offered, in the order in which a matter goes its way.
fn buttons_of(offers: &[Choice]) -> Vec<(Doing, Place)> {
    let mut buttons: Vec<(usize, Doing, Place)> = Vec::new();
    for offer in offers {
        let (order, doing, place) = match *offer {
            Choice::AcceptTransfer(id) => (0, Doing::Accept(id), Place::Front),
            Choice::ReturnTransfer(id) => (1, Doing::Return(id), Place::Front),
            Choice::Answer => (2, Doing::Answer, Place::Front),
            Choice::FeedBack => (3, Doing::FeedBack, Place::Front),
            Choice::Close(_) => (4, Doing::Close, Place::Front),
            Choice::Transfer => (5, Doing::Transfer, Place::Front),
            Choice::Reopen => (6, Doing::Reopen, Place::Front),
            Choice::Extend => (7, Doing::Extend, Place::Behind),
            Choice::Urge => (8, Doing::Urge, Place::Behind),
            Choice::Correct => (9, Doing::Correct, Place::Behind),
            // Duties are ticked in their list, conflicts settled beside what contradicts; rating is the visitor's.
            Choice::CompleteDuty(_) | Choice::SettleConflict(..) | Choice::Rate => continue,
        };
        if !buttons.iter().any(|(_, known, _)| *known == doing) {
            buttons.push((order, doing, place));
        }
    }
    buttons.sort_by_key(|(order, ..)| *order);
    let alone = buttons.iter().all(|(.., place)| *place == Place::Behind);
    buttons.into_iter().map(|(_, doing, place)| (doing, if alone { Place::Front } else { place })).collect()
}

fn offer(acting: Acting, doing: Doing, first: bool) -> AnyView {
    let words = acting.words();
    let (label, picture) = match doing {
        Doing::Accept(_) => (words.accept, "check"),
        Doing::Return(_) => (words.return_it, "back"),
        Doing::Answer => (words.answer, "chat"),
        Doing::FeedBack => (words.feedback, "phone"),
        Doing::Close => (words.close, "file"),
        Doing::Transfer => (words.transfer, "exchange"),
        Doing::Reopen => (words.reopen, "forward"),
        Doing::Extend => (words.extend, "clock"),
        Doing::Urge => (words.urge, "megaphone"),
        Doing::Correct => (words.correct, "pen"),
        Doing::Duty(_) | Doing::Settle(..) => (words.settle, "scales"),
    };
    icon_button(if first { Look::Main } else { Look::Plain }, picture, label, move || acting.open(doing))
}
