//! Puts the app together.

use leptos::ev;
use leptos::prelude::*;
use web_sys::Storage;

use super::choice::Choice;
use super::frame::{self, Frame, banners, clause_dialog, footer, header};
use super::parts::skeleton;
use super::place;
use super::route::{self, Route};
use super::wing::Wing;
use super::{home, link};
use crate::app::words::words;

/// What one wing leaves for the next.
const MOVED: &str = "shouwen.moved";

/// Mounts a wing of the app into the page.
pub fn mount(wing: Wing) {
    mount_to_body(move || root(wing));
}

fn root(wing: Wing) -> AnyView {
    let choice = Choice::open();
    link::open(wing.worker(), wing.dialect(), Signal::derive(move || choice.lang()));
    let frame = frame::open(choice);
    if came_from_other_wing() {
        frame.move_focus();
    }
    let route = route::follow(move || {
        frame.move_focus();
        frame.close_clause();
    });
    wing.provide();
    place::keep();
    follow_moves(route);
    view! {
        {skip_link(frame)}
        {header(wing, route)}
        {banners(wing, route)}
        <main id="main" tabindex="-1">{page(wing, frame, route)}</main>
        {footer(route)}
        {clause_dialog()}
        <div class="sr-only" role="status" aria-live="polite">{move || frame.spoken()}</div>
    }
    .into_any()
}

/// Leaves the reactive world on each move: sizes on the root element, and the scroll position.
fn follow_moves(route: RwSignal<Route>) {
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if let Some(root) = document().document_element()
            && root.set_attribute("data-area", now.area.posture()).is_err()
        {
            leptos::logging::warn!("the root element refuses an attribute");
        }
        if before.is_some() {
            place::find_again();
        }
        now
    });
}

/// The page: drawn anew when the area, the language or the state of the back office changes. Within an area the page
/// itself follows the rest of the address. What a page reads while it is drawn does not draw it anew: that would take
/// the focus and the place of the person in it.
fn page(wing: Wing, frame: Frame, route: RwSignal<Route>) -> impl IntoView {
    let area = Memo::new(move |_| route.with(|route| route.area));
    let path = Signal::derive(move || route.with(|route| route.path.clone()));
    let office = link::back_office();
    let shut = Memo::new(move |_| office.opened().and_then(Result::err));
    move || {
        frame.choice.lang();
        let area = area.get();
        let shut = shut.get();
        untrack(|| match &shut {
            Some(trouble) => home::shut_page(trouble, area),
            None if wing.holds(area) => wing.page(area, path),
            None => change_wing(),
        })
    }
}

/// The address belongs to the other wing: the page loads again, and start.js loads that wing.
fn change_wing() -> AnyView {
    let noted = wing_notes().is_some_and(|notes| notes.set_item(MOVED, "yes").is_ok());
    if location().reload().is_err() || !noted {
        leptos::logging::warn!("the browser refuses to go over to the other wing as it should");
    }
    skeleton()
}

/// Whether the page was loaded because the person moved on to this wing; then the focus goes where it always goes.
fn came_from_other_wing() -> bool {
    wing_notes().is_some_and(|notes| {
        let moved = notes.get_item(MOVED).is_ok_and(|noted| noted.is_some());
        moved && notes.remove_item(MOVED).is_ok()
    })
}

fn wing_notes() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn skip_link(frame: Frame) -> AnyView {
    let skip = move |event: ev::MouseEvent| {
        event.prevent_default();
        if let Some(main) = document().get_element_by_id("main") {
            let focused = wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(main).map(|main| main.focus());
            debug_assert!(focused.is_ok(), "main is an HTML element");
        }
    };
    view! { <a class="frame-skip" href="#main" on:click=skip>{move || words(frame.choice.lang()).frame.skip}</a> }
        .into_any()
}
