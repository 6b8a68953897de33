//! Addresses: `#/area/path…`, so that they work from any static host, from any folder, and offline.

use leptos::ev;
use leptos::prelude::*;

/// A part of the app with its own pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Area {
    /// `#/`: what this is, and the doors.
    Home,
    /// `#/kiosk`: for visitors.
    Kiosk,
    /// `#/desk`: for clerks.
    Desk,
    /// `#/findings`: what looks wrong, for those concerned and those who decide.
    Findings,
    /// `#/systems`: the rules in force, clause by clause.
    Systems,
    /// `#/exchange`: export and import.
    Exchange,
    /// `#/settings`: office, system, appearance, storage.
    Settings,
    /// No such part.
    Nowhere,
}

impl Area {
    const NAMED: [(&'static str, Self); 7] = [
        ("", Self::Home),
        ("kiosk", Self::Kiosk),
        ("desk", Self::Desk),
        ("findings", Self::Findings),
        ("systems", Self::Systems),
        ("exchange", Self::Exchange),
        ("settings", Self::Settings),
    ];

    /// Which sizes hold: a visitor reads standing, at arm's length.
    pub(crate) fn posture(self) -> &'static str {
        if self == Self::Kiosk { "kiosk" } else { "desk" }
    }
}

/// Where the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    /// The part of the app.
    pub(crate) area: Area,
    /// The rest of the address, cut at the slashes.
    pub(crate) path: Vec<String>,
}

impl Route {
    /// Reads an address such as `#/kiosk/matter/m012`.
    fn parse(hash: &str) -> Self {
        let mut parts = hash.trim_start_matches('#').split('/').filter(|part| !part.is_empty());
        let name = parts.next().unwrap_or_default();
        let area = Area::NAMED.into_iter().find(|(known, _)| *known == name).map_or(Area::Nowhere, |(_, area)| area);
        Self { area, path: parts.map(ToOwned::to_owned).collect() }
    }
}

/// Follows the address for as long as the app lives; `on_move` is called before the new page is drawn.
pub(crate) fn follow(on_move: impl Fn() + 'static) -> RwSignal<Route> {
    let route = RwSignal::new(read());
    window_event_listener(ev::hashchange, move |_| {
        let found = read();
        if route.with_untracked(|now| *now != found) {
            on_move();
            route.set(found);
        }
    });
    provide_context(route);
    route
}

/// Goes to an address without its `#`, such as `/kiosk`; the way back leads here.
pub(crate) fn go(address: &str) {
    if location().set_hash(address).is_err() {
        leptos::logging::warn!("the browser refuses the address {address}");
    }
}

/// Goes to an address so that the way back does not lead here.
pub(crate) fn replace(address: &str) {
    if location().replace(&format!("#{address}")).is_err() {
        leptos::logging::warn!("the browser refuses the address {address}");
    }
}

fn read() -> Route {
    Route::parse(&location().hash().unwrap_or_default())
}
