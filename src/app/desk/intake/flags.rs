//! Particular circumstances, in plain words, grouped by whom they are about.

use leptos::prelude::*;

use super::page::Intake;
use crate::app::link::back_office;
use crate::app::parts::tick;
use crate::app::parts::{Look, button};
use crate::app::words::desk::codes;
use crate::protocol::{Query, StatusView};
use crate::rules::Flag;

/// Circumstances of the visitor, of the matter, of the work on it.
const GROUPS: [&[Flag]; 3] = [
    &[
        Flag::Frail,
        Flag::SeeksLeader,
        Flag::Objects,
        Flag::Dissatisfied,
        Flag::ConsentsToBeLed,
        Flag::WantsMessage,
        Flag::VisitorObstacle,
        Flag::Loss,
        Flag::Consents,
        Flag::Unreasonable,
        Flag::Abusive,
    ],
    &[
        Flag::Urgent,
        Flag::Complex,
        Flag::Long,
        Flag::ThirdParty,
        Flag::CrossUnit,
        Flag::NeedsSupport,
        Flag::BeyondAbility,
        Flag::BeyondUnit,
    ],
    &[Flag::PostBound, Flag::HandedOver, Flag::Misrouted, Flag::LeaderAbsent, Flag::Overdue],
];

/// The circumstances that a clerk can tick: those that the system in force looks at, the others behind "more". (Giving no
/// name is said with the visitor's name.)
pub(super) fn flags(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let situation = intake.draft.situation;
    let all = RwSignal::new(false);
    let status = back_office().watch::<StatusView>(|| Query::Status);
    let shown = Memo::new(move |_| {
        let looked_at = status.with(|status| status?.system.as_ref().map(|system| system.flags));
        // What is ticked stays in sight; it is not listened to, so that a tick does not redraw the boxes.
        looked_at.unwrap_or_default().union(situation.with_untracked(|s| s.flags))
    });
    let legends = [words.flags_visitor, words.flags_matter, words.flags_work];
    let drawn = move || {
        let fits = |flag: &Flag| all.get() || shown.get().contains(*flag);
        let groups = GROUPS.into_iter().zip(legends);
        groups.map(|(group, legend)| draw(intake, legend, group.iter().copied().filter(fits).collect())).collect_view()
    };
    let ticked = Memo::new(move |_| situation.with(|s| s.flags.iter().count()));
    view! {
        <section class="intake-part stack" aria-labelledby="intake-flags">
            <div class="spread">
                <div class="row gap-1">
                    <h2 id="intake-flags">{words.flags}</h2>
                    {move || (ticked.get() > 0).then(|| view! { <span class="tag" data-kind="accent">{ticked}</span> })}
                </div>
                {move || if all.get() {
                    button(Look::Quiet, words.fewer_flags, move || all.set(false))
                } else {
                    button(Look::Quiet, words.more_flags, move || all.set(true))
                }}
            </div>
            {drawn}
        </section>
    }
    .into_any()
}

fn draw(intake: Intake, legend: &'static str, flags: Vec<Flag>) -> Option<AnyView> {
    if flags.is_empty() {
        return None;
    }
    let lang = intake.frame.lang();
    let situation = intake.draft.situation;
    let ticks: Vec<_> = flags
        .into_iter()
        .map(|flag| {
            let is_ticked = move || situation.with(|s| s.flags.contains(flag));
            tick(codes::flag(lang, flag), is_ticked, move |on| {
                situation.update(|s| if on { s.flags.insert(flag) } else { s.flags.remove(flag) });
            })
        })
        .collect();
    let drawn = view! {
        <fieldset class="field">
            <legend class="intake-legend">{legend}</legend>
            <div class="options">{ticks}</div>
        </fieldset>
    };
    Some(drawn.into_any())
}
