//! The example office: by a tap, or once by `?office=example` in the address.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, back_office};
use crate::app::parts::{Look, button};
use crate::protocol::{OfficeView, Query, Trouble, VisitorCommand};

const ASKED: &str = "?office=example";

/// A button that loads the example office; what goes wrong goes to `trouble`.
pub(super) fn example_button(trouble: RwSignal<Option<Trouble>>) -> AnyView {
    let (frame, office) = (frame(), back_office());
    let load = move || {
        spawn_local(async move { trouble.set(load(frame, office).await.err()) });
    };
    button(Look::Main, frame.words().home.example_now, load)
}

/// Loads the example office where the address asks for it and this device has none, and takes the wish out of the
/// address, so that a reload does not repeat it.
pub(crate) fn load_asked_example() {
    if location().search().is_ok_and(|search| search != ASKED) {
        return;
    }
    let (frame, office) = (frame(), back_office());
    spawn_local(async move {
        let known = office.see_as::<Option<OfficeView>>(Query::Office).await;
        let none_yet = known.is_ok_and(|known| known.is_none());
        if none_yet && load(frame, office).await.is_err() {
            frame.announce(frame.words().home.example_again);
            return;
        }
        forget_wish();
    });
}

async fn load(frame: Frame, office: BackOffice) -> Result<(), Trouble> {
    office.carry_out_visit(VisitorCommand::LoadExample).await?;
    frame.announce(frame.words().home.example_opened);
    Ok(())
}

fn forget_wish() {
    let address = location().pathname().unwrap_or_default() + &location().hash().unwrap_or_default();
    let forgotten =
        window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    if forgotten.is_err() {
        leptos::logging::warn!("the address could not be tidied");
    }
}
