//! Every transfer of the ticket, each with its slip.

use leptos::prelude::*;

use super::acting::Acting;
use crate::app::desk::paper::{Paper, TransferPaper};
use crate::app::frame::frame;
use crate::app::parts::{Look, icon_button};
use crate::app::words;
use crate::ledger::TransferState;
use crate::protocol::TransferView;

/// The transfers; nothing where there was none.
pub(super) fn transfers(acting: Acting) -> AnyView {
    let sight = acting.view;
    let words = &frame().staff_words().ticket;
    let all = Memo::new(move |_| sight.with(|view| view.map(|view| view.transfers.clone())).unwrap_or_default());
    (move || {
        all.with(|all| {
            (!all.is_empty()).then(|| {
                view! {
                    <section class="sheet stack">
                        <h2>{words.transfers}</h2>
                        <ol class="stack">{all.iter().map(|transfer| draw(acting, transfer)).collect_view()}</ol>
                    </section>
                }
            })
        })
    })
    .into_any()
}

fn draw(acting: Acting, transfer: &TransferView) -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().ticket;
    let state = match transfer.state {
        TransferState::Waiting => words.waiting,
        TransferState::Accepted => words.accepted,
        TransferState::Returned => words.returned,
        TransferState::SetAside => words.set_aside,
    };
    let said = transfer.clone();
    let print = move || {
        let sheet = acting.view.with(|view| {
            view.map(|view| TransferPaper::of(view, acting.frame, &said.from, &said.to, &said.reason, said.at_ms))
        });
        acting.paper.set(sheet.map(|sheet| Paper::Transfer(Box::new(sheet))));
    };
    view! {
        <li class="transfer">
            <div class="stack gap-1">
                <p><strong>{words.passed(&transfer.from, &transfer.to)}</strong></p>
                <p class="keep-lines">{transfer.reason.clone()}</p>
                <p class="row gap-1">
                    <span class="tag" data-kind="accent">{state}</span>
                    <span class="soft small">{words::moment(frame.lang(), transfer.at_ms)}</span>
                </p>
                {(!transfer.reply.is_empty()).then(|| view! { <p class="keep-lines">{transfer.reply.clone()}</p> })}
            </div>
            {icon_button(Look::Quiet, "print", words.print_transfer, print)}
        </li>
    }
    .into_any()
}
