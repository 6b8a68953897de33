//! A clause as a chip that opens it.

use leptos::prelude::*;

use crate::app::frame::frame;
use crate::app::words::fill;
use crate::protocol::ClauseChip;

/// The clause's number; pressing it opens the clause in the frame's dialog.
pub(crate) fn clause_chip(chip: &ClauseChip) -> AnyView {
    let frame = frame();
    let clause = chip.clause.to_string();
    let label = fill(frame.words().frame.clause_chip, &[&clause]);
    let chip = chip.clone();
    view! {
        <button type="button" class="chip" title=chip.gist.clone() on:click=move |_| frame.show_clause(chip.clone())>
            {label}
        </button>
    }
    .into_any()
}
