//! One matter: how it goes, what to bring, how long it takes, what it costs, where. Many visits end here.

use leptos::prelude::*;

use super::page::way_back;
use super::{Visit, visit};
use crate::app::frame::{Frame, frame};
use crate::app::link::back_office;
use crate::app::parts::{Look, clause_chip, heading, icon_button, link_button, skeleton, trouble_instead};
use crate::app::route::go;
use crate::app::words::{self, fill, kind, papers};
use crate::office::MatterId;
use crate::protocol::{MaterialView, MatterView, Query};

/// The page of the matter with this id.
pub(super) fn matter_page(id: &str) -> AnyView {
    let (frame, visit) = (frame(), visit());
    let id = MatterId(id.to_owned());
    let matter = back_office().watch::<MatterView>(move || Query::Matter(id.clone()));
    let drawn = move || match (matter.get(), matter.trouble()) {
        (_, Some(trouble)) => trouble_instead(&trouble),
        (None, None) => skeleton(),
        (Some(matter), None) => whole(frame, visit, &matter),
    };
    view! { <div class="page kiosk-matter">{way_back("/kiosk")}{drawn}</div> }.into_any()
}

fn whole(frame: Frame, visit: Visit, matter: &MatterView) -> AnyView {
    let words = frame.words();
    let id = matter.card.id.clone();
    let register = icon_button(Look::Main, "pen", words.kiosk.register, move || {
        visit.begin(id.clone());
        go("/kiosk/details");
    });
    let solved = link_button(Look::Plain, words.kiosk.solved, &format!("/kiosk/solved/{}", matter.card.id));
    view! {
        <div class="kiosk-matter-head">
            {heading(&matter.card.name)}
            <p class="row gap-1">
                <span class="tag">{kind(frame.lang(), matter.card.kind)}</span>
                <span class="tag">{matter.card.department.clone()}</span>
                {matter.anonymous.then(|| view! { <span class="tag" data-kind="accent">{words.kiosk.anonymous_possible}</span> })}
            </p>
        </div>
        <div class="kiosk-matter-body">
            <div class="stack gap-3">
                <section class="sheet stack" aria-labelledby="answer">
                    <h2 id="answer">{words.kiosk.answer}</h2>
                    <p class="keep-lines">{matter.answer.clone()}</p>
                </section>
                {materials(frame, matter)}
            </div>
            {facts(frame, matter)}
        </div>
        <div class="kiosk-actions"><div class="buttons" data-ends="">{register}{solved}</div></div>
    }
    .into_any()
}

fn materials(frame: Frame, matter: &MatterView) -> AnyView {
    let words = &frame.words().kiosk;
    let told_by = matter.told_by.as_ref().map(clause_chip);
    let body = if matter.materials.is_empty() {
        view! { <p>{words.materials_none}</p> }.into_any()
    } else {
        let listed: Vec<_> = matter.materials.iter().map(|material| paper(frame, material)).collect();
        view! {
            <ol class="papers">{listed}</ol>
            <p class="row gap-1 soft small">{words.materials_complete}{told_by}</p>
        }
        .into_any()
    };
    let number = (!matter.materials.is_empty()).then(|| papers(frame.lang(), matter.materials.len()));
    view! {
        <section class="sheet stack" aria-labelledby="materials">
            <div class="spread">
                <h2 id="materials">{words.materials}</h2>
                {number.map(|number| view! { <span class="tag">{number}</span> })}
            </div>
            {body}
        </section>
    }
    .into_any()
}

/// One paper of a list.
pub(super) fn paper(frame: Frame, material: &MaterialView) -> AnyView {
    let words = &frame.words().kiosk;
    let count = |pattern: &str, number: u8| (number > 0).then(|| fill(pattern, &[&number.to_string()]));
    let counts = [count(words.originals, material.originals), count(words.copies, material.copies)];
    let counts = counts.into_iter().flatten().collect::<Vec<_>>().join(words.comma);
    view! {
        <li class="paper">
            <span class="paper-name">{material.name.clone()}</span>
            <span class="paper-count">{counts}</span>
            {material.note.clone().map(|note| view! { <span class="paper-note">{note}</span> })}
        </li>
    }
    .into_any()
}

fn facts(frame: Frame, matter: &MatterView) -> AnyView {
    let lang = frame.lang();
    let words = &frame.words().kiosk;
    let limit = match matter.limit {
        _ if matter.on_the_spot => words.on_the_spot.to_owned(),
        Some(limit) => words::limit(lang, limit),
        None => words.limit_none.to_owned(),
    };
    let due = matter.due.as_ref().filter(|_| !matter.on_the_spot);
    let due = due.map(|due| fill(words.due_if_now, &[&words::due(lang, due)])).unwrap_or_default();
    let fee = matter.fee.clone().unwrap_or_else(|| words.fee_none.to_owned());
    let window = fill(frame.words().frame.window, &[&matter.card.window.to_string()]);
    view! {
        <dl class="sheet facts">
            {fact(words.place, window, matter.place.clone())}
            {fact(words.limit, limit, due)}
            {fact(words.fee, fee, String::new())}
            {fact(words.phone, matter.phone.clone(), String::new())}
        </dl>
    }
    .into_any()
}

/// One fact: its name, its value, and a line below it that may be empty.
pub(super) fn fact(name: &'static str, value: String, below: String) -> AnyView {
    view! {
        <div class="fact">
            <dt>{name}</dt>
            <dd class="fact-value">{value}</dd>
            {(!below.is_empty()).then(|| view! { <dd class="fact-below">{below}</dd> })}
        </div>
    }
    .into_any()
}
