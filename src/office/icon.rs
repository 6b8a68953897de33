//! The pictures that a matter may carry; the kiosk draws each of them.

/// Every picture's name, as [`Matter::icon`](super::Matter::icon) spells it; docs/office.md says what each shows.
pub const ICONS: [&str; 24] = [
    "baby",
    "bolt",
    "bowl",
    "car",
    "card",
    "coins",
    "crane",
    "drop",
    "elder",
    "flame",
    "hands",
    "home",
    "hospital",
    "key",
    "megaphone",
    "pen",
    "person",
    "question",
    "receipt",
    "rings",
    "scales",
    "school",
    "shop",
    "star",
];
