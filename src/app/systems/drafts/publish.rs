//! Taking a text in as a system of one's own, and putting it in force.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::link::{back_office, workshop};
use crate::app::parts::{Look, Tone, button, notice, trouble_panel};
use crate::app::systems::activation::{Activation, Planned};
use crate::protocol::{Command, Trouble};
use crate::workshop::{Ask, CompactText, Sound, headline};

/// How far it has come.
#[derive(Clone, PartialEq)]
enum Stage {
    Idle,
    Unsound,
    Troubled(Trouble),
}

/// The button, what went wrong, and the dialog that asks from which day on.
pub(super) fn publish(text: RwSignal<String>) -> AnyView {
    let activation = Activation::new();
    let words = &activation.frame.rules_words().drafts;
    let (office, workshop) = (back_office(), workshop());
    let stage = RwSignal::new(Stage::Idle);
    let busy = RwSignal::new(false);
    let take_in = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let text = text.get_untracked();
        spawn_local(async move {
            let made = workshop.ask::<Sound<CompactText>>(Ask::Compact(text.clone())).await;
            let next = match made {
                Err(trouble) => Stage::Troubled(trouble),
                Ok(Err(_)) => Stage::Unsound,
                Ok(Ok(CompactText { pack, version, base64 })) => {
                    let (_, title) = headline(&text);
                    let kept = office.carry_out(Command::KeepSystem { text, compact: base64 }).await;
                    if kept.is_ok() {
                        activation.ask(Planned { pack, version, title });
                    }
                    kept.map_or_else(Stage::Troubled, |()| Stage::Idle)
                }
            };
            busy.set(false);
            stage.set(next);
        });
    };
    view! {
        <div class="stack gap-1">
            <div class="buttons">{button(Look::Main, words.publish, take_in)}</div>
            <p class="soft small">{words.publish_hint}</p>
            {move || match stage.get() {
                Stage::Idle => None,
                Stage::Unsound => Some(notice(Tone::Wrong, words.mend_first, "", None)),
                Stage::Troubled(trouble) => Some(trouble_panel(&trouble, None)),
            }}
        </div>
        {activation.dialog()}
    }
    .into_any()
}
