//! 一次性告知书: everything that a matter needs, on one sheet.

use leptos::prelude::*;

use crate::app::frame::frame;
use crate::app::parts::clause_chip;
use crate::app::words::{self, PaperWords, fill};
use crate::protocol::{MaterialView, MatterView};

/// The notice of a matter; the same on screen and on paper.
pub(in crate::app::desk) fn notice_sheet(matter: &MatterView) -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().paper;
    let office = frame.office();
    let window = fill(frame.words().frame.window, &[&matter.card.window.to_string()]);
    let place = [matter.card.department.clone(), window, matter.place.clone(), matter.phone.clone()];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let limit = matter.limit.map(|limit| line(words.limit, words::limit(frame.lang(), limit)));
    view! {
        <article class="form">
            <header class="form-head">
                <p class="form-office">{office.as_ref().map(|office| office.name.clone())}</p>
                <p class="form-title">{words.notice}</p>
                <p class="form-lead">{words.notice_lead}</p>
            </header>
            <dl class="form-lines">
                {line(words.matter, matter.card.name.clone())}
                {line(words.where_to, place)}
                {limit}
                {line(words.fee, matter.fee.clone().unwrap_or_else(|| words.free.to_owned()))}
            </dl>
            {materials(words, &matter.materials)}
            <h3 class="form-part">{words.answer}</h3>
            <p class="keep-lines">{matter.answer.clone()}</p>
            {matter.told_by.as_ref().map(|chip| view! { <p class="form-clause">{words.clause}{clause_chip(chip)}</p> })}
            <div class="form-signs">
                {sign(words.told_by)}
                {sign(words.received_by)}
                {sign(words.date)}
            </div>
            {office.map(|office| view! { <p class="form-foot">{words.complaints}" "{office.complaint_phone}</p> })}
        </article>
    }
    .into_any()
}

fn materials(words: &PaperWords, materials: &[MaterialView]) -> AnyView {
    if materials.is_empty() {
        return view! { <p>{words.no_materials}</p> }.into_any();
    }
    let number = |copies: u8| if copies == 0 { "–".to_owned() } else { copies.to_string() };
    let rows = materials
        .iter()
        .map(|material| {
            view! {
                <tr>
                    <th scope="row">{material.name.clone()}</th>
                    <td class="numeric">{number(material.originals)}</td>
                    <td class="numeric">{number(material.copies)}</td>
                    <td>{material.note.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="form-table">
            <thead>
                <tr>
                    <th scope="col">{words.material}</th>
                    <th scope="col">{words.originals}</th>
                    <th scope="col">{words.copies}</th>
                    <th scope="col">{words.remark}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A line of a form: what it is, and what stands there.
pub(super) fn line(name: &'static str, value: String) -> AnyView {
    view! { <div class="form-line"><dt>{name}</dt><dd>{value}</dd></div> }.into_any()
}

/// A place to sign.
pub(super) fn sign(name: &'static str) -> AnyView {
    view! { <p class="form-sign"><span>{name}</span></p> }.into_any()
}
