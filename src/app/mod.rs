//! The screens.
//!
//! They hold no ledger and know no rule: a gesture becomes a [`Command`](crate::protocol::Command) or a
//! [`Query`](crate::protocol::Query) for the back office (`link`), and what comes back is drawn. What a person is typing
//! is the only state that lives here.
//!
//! Pages are plain functions that return [`AnyView`](leptos::prelude::AnyView). The whole page is drawn anew when the
//! address or the language changes, so the words of a page are constants in it; what must outlive that (what a visitor has
//! typed) lives in a context above the page. No inline `style` attribute and no inline script: the content security policy
//! forbids both.

mod backup;
mod choice;
mod desk;
mod download;
mod exchange;
mod findings;
mod frame;
mod home;
mod kept;
mod kiosk;
mod link;
mod parts;
mod place;
mod root;
mod route;
mod settings;
mod systems;
mod unexported;
mod wing;
mod words;

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

pub use root::mount;
pub use wing::{RULES, STAFF, VISITORS, Wing};
