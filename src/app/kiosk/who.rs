//! Step 2: how to reach the visitor, or, where the matter allows it, without a name.

use leptos::prelude::*;

use super::details::{about, listed_matter, step};
use super::page::way_back;
use super::{Visit, visit};
use crate::app::frame::{Frame, frame};
use crate::app::parts::{Field, Keys, Typed, field, focus_first_error, heading, pad, pad_toggle, wants_pad};
use crate::app::route::go;
use crate::app::words::{RegisterWords, fill};
use crate::rules::MatterKind;

const NAME_LENGTH_MAX: u16 = 40;
const PHONE_LENGTH_MAX: u16 = 20;

/// The second step.
pub(super) fn who_page() -> AnyView {
    let (frame, visit) = (frame(), visit());
    let words = &frame.words().register;
    visit.trouble.set(None);
    let listed = listed_matter(visit);
    let may_be_anonymous = Memo::new(move |_| {
        if visit.matter.with(Option::is_some) {
            listed().is_some_and(|matter| matter.anonymous)
        } else {
            visit.kind.get().is_some_and(spoken_without_a_name)
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if visit.anonymous.get_untracked() || judge(words, visit) {
            go("/kiosk/review");
        } else {
            focus_first_error();
        }
    };
    view! {
        <form class="page kiosk-form" data-narrow="" novalidate="" on:submit=submit>
            {way_back("/kiosk/details")}
            {step(frame, 2)}
            {heading(words.who_title)}
            {about(frame, visit)}
            {move || may_be_anonymous.get().then(|| named_or_not(words, visit))}
            {move || (!visit.anonymous.get()).then(|| contact(frame, visit))}
            <div class="kiosk-actions"><div class="buttons" data-ends="">
                <button class="button" data-kind="main">{words.next}</button>
            </div></div>
        </form>
    }
    .into_any()
}

/// Kinds that people bring without a name where the list says nothing about it.
fn spoken_without_a_name(kind: MatterKind) -> bool {
    matches!(kind, MatterKind::Complaint | MatterKind::Report | MatterKind::Suggestion)
}

fn named_or_not(words: &'static RegisterWords, visit: Visit) -> AnyView {
    let option = |anonymous: bool, value: &'static str, title: &'static str, text: &'static str| {
        let chosen = move || visit.anonymous.get() == anonymous;
        view! {
            <label class="option" data-chosen=move || chosen().then_some("")>
                <input type="radio" name="named" value=value prop:checked=chosen on:change=move |_| visit.anonymous.set(anonymous) />
                <span class="stack"><strong>{title}</strong><span class="soft small">{text}</span></span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="sr-only">{words.anonymous_how}</legend>
            <div class="options" data-wide="">
                {option(false, "named", words.named, words.named_text)}
                {option(true, "anonymous", words.anonymous, words.anonymous_text)}
            </div>
        </fieldset>
    }
    .into_any()
}

fn contact(frame: Frame, visit: Visit) -> AnyView {
    let words = &frame.words().register;
    let padded = RwSignal::new(wants_pad());
    let name = field(Field {
        id: "name",
        label: words.name_label,
        hint: "",
        typed: Typed::Name,
        length_max: NAME_LENGTH_MAX,
        optional: false,
        padded: false,
        entry: visit.name,
    });
    let phone = move || {
        field(Field {
            id: "phone",
            label: words.phone_label,
            hint: words.phone_hint,
            typed: Typed::Phone,
            length_max: PHONE_LENGTH_MAX,
            optional: true,
            padded: padded.get(),
            entry: visit.phone,
        })
    };
    view! {
        <div class="kiosk-contact">
            <div class="stack gap-3">
                {name}
                {phone}
                <p class="soft small">{words.privacy}</p>
            </div>
            <div class="kiosk-pad">
                <div class="kiosk-pad-toggle">{pad_toggle(padded)}</div>
                {move || padded.get().then(|| pad(Keys::Digits, visit.phone.text, PHONE_LENGTH_MAX.into()))}
            </div>
        </div>
    }
    .into_any()
}

/// Judges name and telephone kindly; tells whether both will do.
fn judge(words: &RegisterWords, visit: Visit) -> bool {
    let named = visit.name.judge(visit.name.trimmed().is_empty().then(|| words.name_missing.to_owned()));
    let reachable = visit.phone.judge(wrong_phone(words, &visit.phone.trimmed()));
    named && reachable
}

/// What is wrong with a telephone number, if anything: a mobile number has 11 digits and starts with 1; any other has 7 to
/// 15 digits (ITU-T E.164).
fn wrong_phone(words: &RegisterWords, phone: &str) -> Option<String> {
    if phone.is_empty() {
        return None;
    }
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let odd = phone.chars().any(|sign| !(sign.is_ascii_digit() || " +-()（）".contains(sign)));
    let mobile = phone.starts_with('1');
    match digits {
        _ if odd => Some(words.phone_odd.to_owned()),
        11 if mobile => None,
        number if mobile => Some(fill(words.phone_mobile, &[&number.to_string()])),
        7..=15 => None,
        _ => Some(words.phone_odd.to_owned()),
    }
}
