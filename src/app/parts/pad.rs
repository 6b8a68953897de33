//! Keys to tap where there is no keyboard.

use leptos::prelude::*;

use super::icon;
use crate::app::frame::frame;

/// Which keys there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keys {
    /// Digits.
    Digits,
    /// Digits and capital letters.
    DigitsAndLetters,
}

impl Keys {
    const fn before_clear(self) -> &'static str {
        match self {
            Self::Digits => "123456789",
            Self::DigitsAndLetters => "1234567890QWERTYUIOPASDFGHJKLZXCVBNM-",
        }
    }

    const fn after_clear(self) -> &'static str {
        match self {
            Self::Digits => "0",
            Self::DigitsAndLetters => "",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Digits => "digits",
            Self::DigitsAndLetters => "letters",
        }
    }
}

/// Whether this screen most likely has no keyboard: it is touched, and larger than a telephone.
pub(crate) fn wants_pad() -> bool {
    let touched = window().match_media("(pointer: coarse) and (min-width: 48rem)").ok().flatten();
    touched.is_some_and(|touched| touched.matches())
}

/// A button that brings the keys and takes them away.
pub(crate) fn pad_toggle(shown: RwSignal<bool>) -> AnyView {
    view! {
        <button type="button" class="button" data-kind="quiet" aria-expanded=move || shown.get().to_string()
            on:click=move |_| shown.update(|shown| *shown = !*shown)>
            {icon("pad")}
            <span>{frame().words().frame.number_pad}</span>
        </button>
    }
    .into_any()
}

/// Keys that type into `value`, up to `length_max` characters.
pub(crate) fn pad(keys: Keys, value: RwSignal<String>, length_max: usize) -> AnyView {
    let words = &frame().words().frame;
    let drawn = |keys: &'static str| keys.chars().map(|sign| key(value, sign, length_max)).collect::<Vec<_>>();
    view! {
        <div class="pad" data-keys=keys.name() role="group" aria-label=words.number_pad>
            {drawn(keys.before_clear())}
            <button type="button" data-soft="" on:click=move |_| value.set(String::new())>{words.clear_digits}</button>
            {drawn(keys.after_clear())}
            <button type="button" data-soft="" aria-label=words.delete_digit on:click=move |_| value.update(|text| text.truncate(text.char_indices().next_back().map_or(0, |(at, _)| at)))>
                {icon("erase")}
            </button>
        </div>
    }
    .into_any()
}

fn key(value: RwSignal<String>, sign: char, length_max: usize) -> AnyView {
    let press = move |_| {
        value.update(|text| {
            if text.chars().count() < length_max {
                text.push(sign);
            }
        });
    };
    view! { <button type="button" on:click=press>{sign.to_string()}</button> }.into_any()
}
