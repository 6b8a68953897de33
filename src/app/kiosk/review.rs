//! Step 3: check once more, then register.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::details::{step, subject};
use super::page::way_back;
use super::{Visit, visit};
use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, back_office};
use crate::app::parts::{bring_trouble_into_view, heading, trouble_panel};
use crate::app::route;
use crate::app::words::{RegisterWords, fill};

/// The last step.
pub(super) fn review_page() -> AnyView {
    let (frame, visit, office) = (frame(), visit(), back_office());
    let words = &frame.words().register;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !visit.sending.get_untracked() {
            visit.sending.set(true);
            visit.trouble.set(None);
            spawn_local(register(frame, visit, office));
        }
    };
    let trouble = move || visit.trouble.get().map(|trouble| trouble_panel(&trouble, None));
    let busy = move || visit.sending.get().then_some("true");
    view! {
        <form class="page kiosk-form" data-narrow="" novalidate="" on:submit=submit>
            {way_back("/kiosk/who")}
            {step(frame, 3)}
            {heading(words.review_title)}
            {answers(words, visit)}
            {trouble}
            <div class="kiosk-actions"><div class="buttons" data-ends="">
                <button class="button" data-kind="main" id="submit" aria-disabled=busy aria-busy=busy>
                    {move || if visit.sending.get() { words.sending } else { words.submit }}
                </button>
            </div></div>
        </form>
    }
    .into_any()
}

/// Registers, and shows the number only once it is durably stored. A visitor who went away meanwhile (the page is gone)
/// still has their slip waiting.
async fn register(frame: Frame, visit: Visit, office: BackOffice) {
    let answer = match visit.registration() {
        Ok(registration) => office.register(registration).await,
        Err(trouble) => Err(trouble),
    };
    visit.sending.set(false);
    match answer {
        Ok(slip) => {
            frame.announce(fill(frame.words().register.done_spoken, &[&slip.number]));
            visit.finish(slip);
            route::replace("/kiosk/done");
        }
        Err(trouble) => {
            visit.trouble.set(Some(trouble));
            bring_trouble_into_view();
        }
    }
}

fn answers(words: &'static RegisterWords, visit: Visit) -> AnyView {
    let anonymous = visit.anonymous.get_untracked();
    let matter_at = if visit.matter.with_untracked(Option::is_some) { "#/kiosk" } else { "#/kiosk/other" };
    let subject = subject(visit);
    let or_empty = move |text: String| if text.is_empty() { words.review_empty.to_owned() } else { text };
    let details = or_empty(visit.details.trimmed());
    let who = if anonymous {
        answer(words, words.review_name, words.review_anonymous.to_owned(), "#/kiosk/who")
    } else {
        view! {
            {answer(words, words.review_name, visit.name.trimmed(), "#/kiosk/who")}
            {answer(words, words.review_phone, or_empty(visit.phone.trimmed()), "#/kiosk/who")}
        }
        .into_any()
    };
    view! {
        <dl class="sheet answers">
            <div class="answer">
                <dt>{words.matter}</dt>
                <dd>{subject}</dd>
                <dd class="answer-change"><a href=matter_at aria-label=format!("{} {}", words.change, words.matter)>{words.change}</a></dd>
            </div>
            {answer(words, words.review_details, details, "#/kiosk/details")}
            {who}
        </dl>
    }
    .into_any()
}

fn answer(words: &RegisterWords, name: &'static str, value: String, address: &'static str) -> AnyView {
    view! {
        <div class="answer">
            <dt>{name}</dt>
            <dd class="keep-lines">{value}</dd>
            <dd class="answer-change"><a href=address aria-label=format!("{} {name}", words.change)>{words.change}</a></dd>
        </div>
    }
    .into_any()
}
