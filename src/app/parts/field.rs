//! A field to type into: label, hint, error, tied together for screen readers.

use leptos::prelude::*;

use crate::app::frame::frame;

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    /// A line of text.
    Line,
    /// A person's name.
    Name,
    /// A telephone number.
    Phone,
    /// Digits alone.
    Digits,
    /// A ticket's number.
    Number,
    /// Several lines.
    Lines,
}

/// A field.
#[derive(Clone, Copy)]
pub(crate) struct Field<'a> {
    /// Unique on the page.
    pub(crate) id: &'static str,
    /// What belongs here.
    pub(crate) label: &'a str,
    /// How to fill it in; may be empty.
    pub(crate) hint: &'a str,
    /// What is typed.
    pub(crate) typed: Typed,
    /// The longest text, in characters.
    pub(crate) length_max: u16,
    /// Whether it may stay empty; then the label says so.
    pub(crate) optional: bool,
    /// Whether a number pad stands beside it, so that the system's keyboard stays away.
    pub(crate) padded: bool,
    /// Where the text goes.
    pub(crate) entry: Entry,
}

/// What stands in a field, and what is wrong with it.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    /// The text as typed.
    pub(crate) text: RwSignal<String>,
    /// What is wrong with it, in words.
    pub(crate) error: RwSignal<Option<String>>,
}

impl Entry {
    /// An empty entry.
    pub(crate) fn new() -> Self {
        Self { text: RwSignal::new(String::new()), error: RwSignal::new(None) }
    }

    /// The text without blanks at its ends.
    pub(crate) fn trimmed(self) -> String {
        self.text.with_untracked(|text| text.trim().to_owned())
    }

    /// Empties it.
    pub(crate) fn clear(self) {
        self.text.set(String::new());
        self.error.set(None);
    }

    /// Says what is wrong, or that nothing is; tells whether nothing is.
    pub(crate) fn judge(self, error: Option<String>) -> bool {
        let good = error.is_none();
        self.error.set(error);
        good
    }
}

/// Puts the focus on the first field of the page that has an error.
pub(crate) fn focus_first_error() {
    request_animation_frame(|| {
        let found = document().query_selector("main [aria-invalid='true']").ok().flatten();
        if let Some(Ok(field)) = found.map(wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>)
            && field.focus().is_err()
        {
            leptos::logging::warn!("the field could not take the focus");
        }
    });
}

/// Draws a field. Typing clears its error.
pub(crate) fn field(field: Field) -> AnyView {
    let (id, error) = (field.id, field.entry.error);
    let described = format!("{id}-hint {id}-error");
    let label = view! {
        <label class="field-label" for=id>
            {field.label.to_owned()}
            {field.optional.then(|| view! { <small>{frame().words().frame.optional}</small> })}
        </label>
    };
    let control = if field.typed == Typed::Lines { area(&field, described) } else { line(&field, described) };
    view! {
        <div class="field">
            {label}
            <p class="field-hint" id=format!("{id}-hint") hidden=field.hint.is_empty()>{field.hint.to_owned()}</p>
            {control}
            <p class="field-error" id=format!("{id}-error") role="alert">{move || error.get()}</p>
        </div>
    }
    .into_any()
}

fn line(field: &Field, described: String) -> AnyView {
    let Field { id, typed, entry: Entry { text: value, error }, .. } = *field;
    let (kind, keyboard, complete) = match typed {
        Typed::Line | Typed::Lines | Typed::Number => ("text", "text", "off"),
        Typed::Name => ("text", "text", "name"),
        Typed::Phone => ("tel", "tel", "tel"),
        Typed::Digits => ("text", "numeric", "off"),
    };
    let keyboard = if field.padded { "none" } else { keyboard };
    let capitals = (typed == Typed::Number).then_some("characters");
    view! {
        <input class="input" id=id type=kind inputmode=keyboard autocomplete=complete autocapitalize=capitals
            spellcheck="false" maxlength=field.length_max.to_string() aria-describedby=described
            aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
            aria-required=(!field.optional).then_some("true")
            prop:value=move || value.get()
            on:input:target=move |event| { value.set(event.target().value()); error.set(None); } />
    }
    .into_any()
}

fn area(field: &Field, described: String) -> AnyView {
    let Field { id, entry: Entry { text: value, error }, .. } = *field;
    view! {
        <textarea class="input" id=id rows="5" maxlength=field.length_max.to_string() aria-describedby=described
            aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
            prop:value=move || value.get()
            on:input:target=move |event| { value.set(event.target().value()); error.set(None); }></textarea>
    }
    .into_any()
}
