//! The form and, beside it, what the system says to it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::decision::{decision_panel, summary};
use super::draft::Draft;
use super::flags::flags;
use super::matter::matter_section;
use super::others::others;
use super::receipt::receipt;
use super::standing::standing;
use super::visitor::visitor;
use crate::app::desk::session::session;
use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, Sight, back_office};
use crate::app::parts::{
    Field, Look, Tone, Typed, button, field, focus_first_error, heading, icon, notice, trouble_panel,
};
use crate::app::words;
use crate::office::StaffId;
use crate::protocol::{AcknowledgedView, Command, DecisionView, Done, MatterView, PersonView, Query, Trouble};

/// What the parts of the form share.
#[derive(Clone, Copy)]
pub(super) struct Intake {
    pub(super) draft: Draft,
    pub(super) office: BackOffice,
    pub(super) frame: Frame,
    /// The matter of the list that is chosen.
    pub(super) matter: Sight<MatterView>,
    /// Everyone who works here.
    pub(super) people: Sight<Vec<PersonView>>,
    /// What the system says to what is typed.
    pub(super) decision: Sight<DecisionView>,
    pub(super) matter_error: RwSignal<Option<String>>,
    pub(super) me: StoredValue<StaffId>,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
    registered: RwSignal<Option<AcknowledgedView>>,
}

/// Taking a matter in, by `me`.
pub(in crate::app::desk) fn intake_page(me: StaffId) -> AnyView {
    let draft = session().draft;
    let office = back_office();
    let begun = untrack(|| draft.is_begun());
    draft.keep(me.clone());
    let me = StoredValue::new(me);
    let intake = Intake {
        draft,
        office,
        frame: frame(),
        matter: office.watch_some(move || draft.matter.get().map(Query::Matter)),
        people: office.watch(|| Query::People),
        decision: decide(draft, office, me),
        matter_error: RwSignal::new(None),
        me,
        busy: RwSignal::new(false),
        trouble: RwSignal::new(None),
        registered: RwSignal::new(None),
    };
    view! {
        <div class="page intake">
            {move || match intake.registered.get() {
                Some(done) => receipt(done, move || {
                    intake.frame.move_focus();
                    intake.registered.set(None);
                }),
                None => form(intake, begun),
            }}
        </div>
    }
    .into_any()
}

fn form(intake: Intake, begun: bool) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let kept = move || (begun && intake.draft.is_begun()).then(|| notice(Tone::Info, words.draft_kept, "", None));
    view! {
        <div class="intake-head">{heading(words.title)}{move || clearing(intake)}</div>
        {kept}
        <div class="intake-columns">
            <form class="intake-form" novalidate on:submit=move |event| { event.prevent_default(); register(intake); }>
                {matter_section(intake)}
                {visitor(intake)}
                {details(intake)}
                {standing(intake)}
                {flags(intake)}
                {others(intake)}
            </form>
            <aside class="intake-decision" aria-label=words.decision>{move || panel(intake)}</aside>
        </div>
        {foot(intake)}
    }
    .into_any()
}

/// Asks anew with every change; the line to the back office drops what typing has overtaken.
fn decide(draft: Draft, office: BackOffice, me: StoredValue<StaffId>) -> Sight<DecisionView> {
    office.watch_some(move || {
        let asked = draft.has_matter().then(|| me.with_value(|me| draft.registration(me)))?;
        Some(Query::Decide(Box::new(asked)))
    })
}

fn panel(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    if let Some(trouble) = intake.decision.trouble() {
        return trouble_panel(&trouble, None);
    }
    match intake.decision.get() {
        Some(view) => decision_panel(&view, Some(&visitor_named(intake))),
        None => view! { <div class="intake-wait">{icon("scales")}<p>{words.decision_wait}</p></div> }.into_any(),
    }
}

fn visitor_named(intake: Intake) -> String {
    let anonymous = intake.draft.anonymous.get();
    if anonymous { intake.frame.staff_words().tickets.anonymous.to_owned() } else { intake.draft.name.text.get() }
}

fn details(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    field(Field {
        id: "intake-details",
        label: words.details,
        hint: words.details_hint,
        typed: Typed::Lines,
        length_max: 2000,
        optional: true,
        padded: false,
        entry: intake.draft.details,
    })
}

fn foot(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let said = Memo::new(move |_| {
        intake.decision.with(|view| view.map(|view| summary(intake.frame, view)).unwrap_or_default())
    });
    view! {
        <div class="intake-foot">
            {move || intake.trouble.get().map(|trouble| failed(intake, &trouble))}
            <div class="intake-foot-row">
                <p class="intake-summary" role="status">{move || said.get()}</p>
                <button type="button" class="button" data-kind="main" aria-busy=move || intake.busy.get().to_string()
                    on:click=move |_| register(intake)>
                    {move || if intake.busy.get() { words.registering } else { words.register }}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn failed(intake: Intake, trouble: &Trouble) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let said = words::trouble(intake.frame.lang(), trouble);
    let again = button(Look::Plain, intake.frame.words().frame.retry, move || register(intake));
    notice(Tone::Wrong, words.not_registered, &format!("{} {}", said.what, said.next), Some(again))
}

fn clearing(intake: Intake) -> Option<AnyView> {
    let words = &intake.frame.staff_words().intake;
    let sure = RwSignal::new(false);
    intake.draft.is_begun().then(|| {
        view! {
            {move || if sure.get() {
                view! {
                    <div class="row gap-1" role="group" aria-label=words.clear_sure>
                        <span>{words.clear_sure}</span>
                        {button(Look::Grave, words.clear, move || intake.draft.wipe())}
                        {button(Look::Quiet, words.keep, move || sure.set(false))}
                    </div>
                }.into_any()
            } else {
                button(Look::Quiet, words.clear, move || sure.set(true))
            }}
        }
        .into_any()
    })
}

/// Marks what is missing and tells whether the form may be sent.
fn is_complete(intake: Intake) -> bool {
    let words = &intake.frame.staff_words().intake;
    let draft = intake.draft;
    let wrong = |wrong: bool, said: &'static str| wrong.then(|| said.to_owned());
    let about = wrong(!untrack(|| draft.has_matter()), words.matter_needed);
    intake.matter_error.set(about.clone().filter(|_| !draft.free.get_untracked()));
    let unnamed = !draft.anonymous.get_untracked() && draft.name.trimmed().is_empty();
    let odd = draft.phone.trimmed().chars().any(|sign| !sign.is_ascii_digit() && !" +-()（）".contains(sign));
    let judged = [
        draft.subject.judge(about.filter(|_| draft.free.get_untracked())),
        intake.matter_error.with_untracked(Option::is_none),
        draft.name.judge(wrong(unnamed, words.name_needed)),
        draft.phone.judge(wrong(odd, words.phone_odd)),
    ];
    judged.into_iter().all(|good| good)
}

fn register(intake: Intake) {
    if intake.busy.get_untracked() {
        return;
    }
    if !is_complete(intake) {
        focus_first_error();
        return;
    }
    intake.busy.set(true);
    intake.trouble.set(None);
    let asked = untrack(|| intake.me.with_value(|me| intake.draft.registration(me)));
    spawn_local(async move {
        let done = intake.office.act(Command::Register(Box::new(asked))).await;
        intake.busy.set(false);
        match done {
            Ok(Done::Acknowledged(view)) => {
                intake.draft.wipe();
                intake.frame.move_focus();
                window().scroll_to_with_x_and_y(0.0, 0.0);
                intake.registered.set(Some(*view));
            }
            Ok(_) => intake.trouble.set(Some(Trouble::Broken("a registration was not acknowledged".to_owned()))),
            Err(trouble) => intake.trouble.set(Some(trouble)),
        }
    });
}
