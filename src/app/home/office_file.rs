//! Opening an office document from a file.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, back_office};
use crate::app::parts::{Look, button};
use crate::protocol::{Command, Problem, Trouble};

/// The largest document that is read; a large city's fits ten times.
const SIZE_MAX_BYTES: f64 = 8_000_000.0;

/// A button that asks for a file and loads it; what goes wrong goes to `trouble`.
pub(crate) fn office_file_button(label: &str, trouble: RwSignal<Option<Trouble>>) -> AnyView {
    let (frame, office) = (frame(), back_office());
    let input = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let file = input.files().and_then(|files| files.get(0));
        input.set_value("");
        if let Some(file) = file {
            spawn_local(async move { trouble.set(load(frame, office, file).await.err()) });
        }
    };
    let ask = move || {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    view! {
        <input type="file" accept=".json,application/json" hidden="" aria-label=label.to_owned() node_ref=input on:change=chosen />
        {button(Look::Plain, label, ask)}
    }
    .into_any()
}

async fn load(frame: Frame, office: BackOffice, file: File) -> Result<(), Trouble> {
    if file.size() > SIZE_MAX_BYTES {
        let words = format!("{} is too large for an office file", file.name());
        return Err(Trouble::BadFile(vec![Problem { line: 0, code: "too_large".to_owned(), words }]));
    }
    let unreadable = |error| Trouble::NotStored(crate::backoffice::words(&error));
    let text = JsFuture::from(file.text()).await.map_err(unreadable)?;
    office.carry_out(Command::LoadOffice { json: text.as_string().unwrap_or_default() }).await?;
    frame.announce(frame.words().home.opened);
    Ok(())
}
