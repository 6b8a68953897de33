//! What screens are made of. Each part is a function with its style sheet of the same name in `style/`.

mod button;
mod clause;
mod dialog;
mod due;
mod empty;
mod field;
mod heading;
mod icon;
mod notice;
mod options;
mod pad;
mod qr;
mod seal;
mod skeleton;
mod stars;
mod thread;
mod trouble;

pub(crate) use button::{Look, button, icon_button, link_button};
pub(crate) use clause::clause_chip;
pub(crate) use dialog::dialog;
pub(crate) use due::due_badge;
pub(crate) use empty::empty;
pub(crate) use field::{Entry, Field, Typed, field, focus_first_error};
pub(crate) use heading::heading;
pub(crate) use icon::icon;
pub(crate) use notice::{Tone, notice};
pub(crate) use options::{one_of, one_of_labels, tick};
pub(crate) use pad::{Keys, pad, pad_toggle, wants_pad};
pub(crate) use qr::qr;
pub(crate) use seal::{mark, seal};
pub(crate) use skeleton::skeleton;
pub(crate) use stars::stars;
pub(crate) use thread::{Run, thread, thread_short};
pub(crate) use trouble::{bring_trouble_into_view, trouble_instead, trouble_panel};
