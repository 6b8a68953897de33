//! The app comes in three wings, each a program of its own over the same sources.
//!
//! A visitor's first load must be small, so the screens that only staff use are in the second wing, and those of the rules
//! in the third. `start.js` loads the wing that the address belongs to; an address of another wing loads the page again. What is stored, the frame and the
//! words of visitors are the same in both.

use leptos::prelude::*;

use super::frame::{frame, menu};
use super::link::{Dialect, EVERYTHING, VISITORS_ONLY, back_office, open_workshop, rehearse};
use super::route::Area;
use super::unexported::unexported;
use super::words;
use super::{desk, exchange, findings, home, kiosk, settings, systems};

/// A wing: its areas, and how their pages are drawn.
#[derive(Clone, Copy)]
pub struct Wing {
    areas: &'static [Area],
    provide: fn(),
    page: fn(Area, Signal<Vec<String>>) -> AnyView,
    badge: Option<fn() -> AnyView>,
    menu: Option<fn(Area) -> AnyView>,
    notes: Option<fn(Area) -> AnyView>,
    worker: &'static str,
    dialect: Dialect,
}

/// What visitors meet: the doors and the kiosk. Loaded first.
pub const VISITORS: Wing = Wing {
    areas: &[Area::Home, Area::Kiosk, Area::Nowhere],
    provide: provide_for_visitors,
    page: visitors_page,
    badge: None,
    menu: None,
    notes: None,
    worker: "visitors-worker.js",
    dialect: VISITORS_ONLY,
};

/// What staff work with. Loaded when one of its addresses is opened.
pub const STAFF: Wing = Wing {
    areas: &[Area::Desk, Area::Findings, Area::Exchange, Area::Settings],
    provide: provide_for_staff,
    page: staff_page,
    badge: Some(desk::person_badge),
    menu: Some(menu),
    notes: Some(unexported),
    worker: "worker_loader.js",
    dialect: EVERYTHING,
};

/// Where systems are read, tried and written. Loaded when one of its addresses is opened; its program is the workshop too.
pub const RULES: Wing = Wing {
    areas: &[Area::Systems],
    provide: provide_for_rules,
    page: |_, path| systems::systems_page(path),
    badge: None,
    menu: Some(menu),
    notes: Some(unexported),
    worker: "worker_loader.js",
    dialect: EVERYTHING,
};

impl Wing {
    /// Whether `area` is drawn by this wing.
    pub(crate) fn holds(self, area: Area) -> bool {
        self.areas.contains(&area)
    }

    /// Provides what must outlive the wing's pages.
    pub(crate) fn provide(self) {
        (self.provide)();
    }

    /// Draws the page of an area.
    pub(crate) fn page(self, area: Area, path: Signal<Vec<String>>) -> AnyView {
        (self.page)(area, path)
    }

    /// The script that starts the wing's back office; lies in the folder of this version's files.
    pub(crate) fn worker(self) -> &'static str {
        self.worker
    }

    /// How much of the protocol the wing speaks.
    pub(crate) fn dialect(self) -> Dialect {
        self.dialect
    }

    /// Who is at work, for the header; nobody in the visitors' wing.
    pub(crate) fn badge(self) -> Option<AnyView> {
        self.badge.map(|badge| badge())
    }

    /// The ways to staff's areas; none in the visitors' wing.
    pub(crate) fn menu(self, here: Area) -> Option<AnyView> {
        self.menu.map(|menu| menu(here))
    }

    /// What staff are told above every page; nothing in the visitors' wing.
    pub(crate) fn notes(self, area: Area) -> Option<AnyView> {
        self.notes.map(|notes| notes(area))
    }
}

fn provide_for_visitors() {
    rehearse(back_office());
    kiosk::provide();
    home::load_asked_example();
}

fn provide_for_staff() {
    words::tell_refusals_apart();
    desk::provide();
    home::load_asked_example();
}

fn provide_for_rules() {
    words::tell_refusals_apart();
    let choice = frame().choice;
    open_workshop(Signal::derive(move || choice.lang()));
    systems::provide();
    home::load_asked_example();
}

fn visitors_page(area: Area, path: Signal<Vec<String>>) -> AnyView {
    match area {
        Area::Kiosk => kiosk::kiosk_page(path),
        Area::Home => home::home_page(),
        _ => home::missing_page(),
    }
}

fn staff_page(area: Area, path: Signal<Vec<String>>) -> AnyView {
    match area {
        Area::Findings => findings::findings_page(),
        Area::Exchange => exchange::exchange_page(path),
        Area::Settings => settings::settings_page(path),
        _ => desk::desk_page(path),
    }
}
