//! One to five, by the visitor, once there is an answer.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Visit;
use crate::app::frame::frame;
use crate::app::link::back_office;
use crate::app::parts::{Look, button, stars, trouble_panel};
use crate::app::words::{self, fill};
use crate::protocol::{ProgressView, Trouble, VisitorCommand};

/// The question, or what was answered.
pub(super) fn rating(visit: Visit, view: &ProgressView) -> Option<AnyView> {
    let frame = frame();
    let words = &frame.words().progress;
    if let Some(rated) = view.rated {
        let said = fill(words.rated, &[words::stars(frame.lang(), rated)]);
        return Some(view! { <p class="soft">{said}</p> }.into_any());
    }
    if !view.may_rate {
        return None;
    }
    let office = back_office();
    let chosen = RwSignal::new(None::<u8>);
    let trouble = RwSignal::new(None::<Trouble>);
    let sending = RwSignal::new(false);
    let send = move || {
        let (Some(stars), Some((number, phone_ending))) = (chosen.get_untracked(), visit.looked_up.get_untracked())
        else {
            return;
        };
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        spawn_local(async move {
            let answer = {
                let rating = VisitorCommand::Rate { number, phone_ending, stars };
                office.carry_out_visit(rating).await
            };
            sending.try_set(false);
            match answer {
                Ok(()) => frame.announce(frame.words().progress.rate_thanks),
                Err(failed) => drop(trouble.try_set(Some(failed))),
            }
        });
    };
    let drawn = view! {
        <section class="stack" aria-labelledby="rate">
            <h3 id="rate">{words.rate_title}</h3>
            {stars(words.rate_title, chosen)}
            {move || trouble.get().map(|trouble| trouble_panel(&trouble, None))}
            {move || chosen.get().map(|_| view! { <div class="buttons">{button(Look::Main, words.rate_send, send)}</div> })}
        </section>
    };
    Some(drawn.into_any())
}
