//! Buttons, and links that look like them.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::icon;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// The one thing to do here.
    Main,
    /// Another thing to do.
    Plain,
    /// Out of the way.
    Quiet,
    /// Takes something away.
    Grave,
}

impl Look {
    const fn kind(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Plain => "plain",
            Self::Quiet => "quiet",
            Self::Grave => "grave",
        }
    }
}

/// A button with a word.
pub(crate) fn button(look: Look, label: &str, press: impl Fn() + 'static) -> AnyView {
    drawn(look, None, label.to_owned(), Box::new(press))
}

/// A button with a picture before its word.
pub(crate) fn icon_button(look: Look, picture: &'static str, label: &str, press: impl Fn() + 'static) -> AnyView {
    drawn(look, Some(picture), label.to_owned(), Box::new(press))
}

/// A link to another page that looks like a button.
pub(crate) fn link_button(look: Look, label: &str, address: &str) -> AnyView {
    view! { <a class="button" data-kind=look.kind() href=format!("#{address}")>{label.to_owned()}</a> }.into_any()
}

fn drawn(look: Look, picture: Option<&'static str>, label: String, press: Box<dyn Fn()>) -> AnyView {
    let press = move |_: MouseEvent| press();
    view! {
        <button type="button" class="button" data-kind=look.kind() on:click=press>
            {picture.map(icon)}
            <span>{label}</span>
        </button>
    }
    .into_any()
}
