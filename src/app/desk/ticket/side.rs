//! Beside the duties: who came, what they said, what the matter needs.

use leptos::prelude::*;

use super::acting::Acting;
use crate::app::desk::paper::notice_sheet;
use crate::app::frame::frame;
use crate::app::words::{self, desk::codes};
use crate::protocol::{MatterView, TicketView};

/// The visitor and the matter.
pub(super) fn side(acting: Acting) -> AnyView {
    let sight = acting.view;
    let visitor = Memo::new(move |_| sight.with(|view| view.map(facts)));
    let matter = Memo::new(move |_| sight.with(|view| view.and_then(|view| view.matter.clone())));
    view! {
        {move || visitor.get().map(|facts| draw(&facts))}
        {move || matter.get().map(|matter| about(&matter))}
    }
    .into_any()
}

/// What is drawn of the visitor.
#[derive(Clone, PartialEq)]
struct Facts {
    name: String,
    phone: String,
    anonymous: bool,
    details: String,
    lines: Vec<(&'static str, String)>,
}

fn facts(view: &TicketView) -> Facts {
    let frame = words_of();
    let (lang, words) = frame;
    let mut lines = vec![
        (words.channel, codes::channel(lang, view.channel).to_owned()),
        (words.came, words::moment(lang, view.row.at_ms)),
    ];
    if let Some(closing) = view.closing {
        lines.push((words.closed_as, codes::closing(lang, closing).to_owned()));
    }
    if let Some(stars) = view.rated {
        lines.push((words.rated, format!("{} · {}", words.stars(&stars.to_string()), words::stars(lang, stars))));
    }
    Facts {
        name: view.row.visitor.clone(),
        phone: view.phone.clone(),
        anonymous: view.anonymous,
        details: view.details.clone(),
        lines,
    }
}

fn words_of() -> (crate::office::Lang, &'static words::TicketWords) {
    let frame = frame();
    (frame.lang(), &frame.staff_words().ticket)
}

fn draw(facts: &Facts) -> AnyView {
    let (_, words) = words_of();
    let phone = (!facts.phone.is_empty()).then(|| {
        view! {
            <p><a class="visitor-phone" href=format!("tel:{}", facts.phone)>{facts.phone.clone()}</a></p>
        }
    });
    let no_phone = (facts.phone.is_empty() && !facts.anonymous).then(|| view! { <p class="soft">{words.no_phone}</p> });
    let lines = facts
        .lines
        .iter()
        .map(|(name, value)| {
            view! {
                <div><dt>{*name}</dt><dd>{value.clone()}</dd></div>
            }
        })
        .collect_view();
    view! {
        <section class="sheet stack gap-1 visitor">
            <h2>{words.visitor}</h2>
            <p class="visitor-name">{if facts.anonymous { words.anonymous.to_owned() } else { facts.name.clone() }}</p>
            {phone}{no_phone}
            <div class="stack gap-1">
                <h3>{words.said}</h3>
                <p class="keep-lines">{if facts.details.is_empty() { words.said_nothing.to_owned() } else { facts.details.clone() }}</p>
            </div>
            <dl class="particulars">{lines}</dl>
        </section>
    }
    .into_any()
}

fn about(matter: &MatterView) -> AnyView {
    let (_, words) = words_of();
    view! {
        <details class="sheet matter-about">
            <summary>{words.matter}</summary>
            {notice_sheet(matter)}
        </details>
    }
    .into_any()
}
