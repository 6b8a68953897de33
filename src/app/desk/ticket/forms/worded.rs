//! Acts that need nothing but words, or not even those.

use leptos::prelude::*;

use super::{area, take};
use crate::app::desk::ticket::acting::{Acting, Doing};
use crate::app::desk::ticket::duties::focus_next;
use crate::app::parts::{Entry, Look, button};
use crate::app::words::desk::codes;
use crate::ledger::Act;

/// What is asked for.
struct Asked {
    /// Above the words.
    hint: &'static str,
    /// The words' label; `None` where none are asked for.
    label: Option<&'static str>,
    /// What is said when they are missing; `None` where they may be.
    needed: Option<&'static str>,
    /// The button.
    submit: &'static str,
}

/// The form.
pub(super) fn form(acting: Acting, doing: Doing) -> AnyView {
    let entry = Entry::new();
    let Asked { hint, label, needed, submit } = asked(acting, doing);
    let send = move || {
        if let Some(text) = take(entry, needed.filter(|_| label.is_some()))
            && let Some(act) = act(doing, text)
        {
            acting.send(act, said(acting, doing), move || {
                if matches!(doing, Doing::Duty(_)) {
                    focus_next();
                }
            });
        }
    };
    view! {
        <div class="dialog-body">
            {(!hint.is_empty()).then(|| view! { <p>{hint}</p> })}
            {(doing == Doing::Answer).then(|| from_list(acting, entry))}
            {label.map(|label| area("act-words", label, needed.is_none(), entry))}
        </div>
        {acting.foot(submit, send)}
    }
    .into_any()
}

fn asked(acting: Acting, doing: Doing) -> Asked {
    let words = acting.words();
    let asked = |hint, label, needed, submit| Asked { hint, label, needed, submit };
    match doing {
        Doing::Accept(_) => asked(words.accept_hint, None, None, words.accept),
        Doing::Return(_) => asked("", Some(words.return_reason), Some(words.reason_needed), words.return_it),
        Doing::Answer => asked(words.answer_hint, Some(words.answer_text), Some(words.answer_needed), words.answer_do),
        Doing::Reopen => asked("", Some(words.reason), Some(words.reason_needed), words.reopen_do),
        Doing::Urge => asked("", Some(words.urge_text), Some(words.urge_needed), words.urge_do),
        Doing::Settle(..) => asked("", Some(words.reason), Some(words.reason_needed), words.settle_do),
        _ => asked(words.duty_hint, Some(words.note), None, words.duty_do),
    }
}

fn act(doing: Doing, text: String) -> Option<Act> {
    let act = match doing {
        Doing::Duty(duty) => Act::CompleteDuty { duty, note: text },
        Doing::Accept(transfer) => Act::AcceptTransfer { transfer },
        Doing::Return(transfer) => Act::ReturnTransfer { transfer, reason: text },
        Doing::Answer => Act::Answer { text },
        Doing::Reopen => Act::Reopen { reason: text },
        Doing::Urge => Act::Urge { text },
        Doing::Settle(conflict, holds) => Act::SettleConflict { conflict, holds, reason: text },
        Doing::Transfer | Doing::Extend | Doing::FeedBack | Doing::Close | Doing::Correct => return None,
    };
    Some(act)
}

fn said(acting: Acting, doing: Doing) -> String {
    match doing {
        Doing::Duty(code) => acting.frame.staff_words().ticket.duty_done(codes::duty(acting.frame.lang(), code)),
        _ => acting.words().recorded.to_owned(),
    }
}

/// The list's own answer, to start from.
fn from_list(acting: Acting, entry: Entry) -> Option<AnyView> {
    let answer = acting.now(|view| view.matter.as_ref().map(|matter| matter.answer.clone()));
    let answer = answer.filter(|answer| !answer.is_empty())?;
    Some(button(Look::Plain, acting.words().answer_from_list, move || {
        entry.text.set(answer.clone());
        entry.error.set(None);
    }))
}
