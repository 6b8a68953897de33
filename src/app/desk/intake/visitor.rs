//! Who came.

use leptos::prelude::*;

use super::page::Intake;
use crate::app::parts::tick;
use crate::app::parts::{Field, Typed, field};

/// Name and telephone, or neither where the matter may come without.
pub(super) fn visitor(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let draft = intake.draft;
    // The list says which matters may come without a name; what is not in the list, the clerk hears from the visitor.
    let may_be_anonymous = Memo::new(move |_| {
        draft.free.get() || intake.matter.with(|matter| matter.is_some_and(|matter| matter.anonymous))
    });
    let anonymous = Memo::new(move |_| draft.anonymous.get() && may_be_anonymous.get());
    view! {
        <section class="intake-part stack" aria-labelledby="intake-visitor">
            <h2 id="intake-visitor">{words.visitor}</h2>
            {move || (!anonymous.get()).then(|| named(intake))}
            {move || may_be_anonymous.get().then(|| view! {
                <div class="stack gap-1">
                    {tick(words.anonymous, move || draft.anonymous.get(), move |on| draft.anonymous.set(on))}
                    <p class="field-hint">{words.anonymous_hint}</p>
                </div>
            })}
        </section>
    }
    .into_any()
}

fn named(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let name = field(Field {
        id: "intake-name",
        label: words.name,
        hint: words.name_hint,
        typed: Typed::Line,
        length_max: 60,
        optional: false,
        padded: false,
        entry: intake.draft.name,
    });
    let phone = field(Field {
        id: "intake-phone",
        label: words.phone,
        hint: words.phone_hint,
        typed: Typed::Phone,
        length_max: 20,
        optional: true,
        padded: false,
        entry: intake.draft.phone,
    });
    view! { <div class="intake-pair">{name}{phone}</div> }.into_any()
}
