//! What went wrong, in words, with the next step.

use leptos::prelude::*;

use super::{Look, Tone, button, notice};
use crate::app::frame::frame;
use crate::app::words;
use crate::protocol::Trouble;

/// The trouble as a sentence with the next step for the person, and a way to try again where that may help.
pub(crate) fn trouble_panel(trouble: &Trouble, retry: Option<Box<dyn Fn()>>) -> AnyView {
    let frame = frame();
    let said = words::trouble(frame.lang(), trouble);
    let actions = retry.map(|retry| button(Look::Plain, frame.words().frame.retry, retry));
    notice(Tone::Wrong, &said.what, &said.next, actions)
}
