//! Taking everything off the device: what would go, an offer to keep it elsewhere, and a word to type.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::exchange::{Export, figure};
use crate::app::frame::{Frame, frame};
use crate::app::kept::Drawer;
use crate::app::link::{BackOffice, Sight, back_office};
use crate::app::parts::{Entry, Field, Look, Tone, Typed, button, field, icon, link_button, notice, trouble_panel};
use crate::app::route;
use crate::app::words::count;
use crate::protocol::{Command, DeviceView, Trouble};

/// How all keys of the app begin in the browser's drawers.
const DRAWERS: &str = "shouwen.";
/// The key by which the app's other pages learn that the device was emptied (`public/start.js`): they load again.
const EMPTIED: &str = "shouwen.emptied";
/// Longer than any device's id.
const TYPED_MAX: u16 = 20;

#[derive(Clone, Copy)]
struct Emptying {
    frame: Frame,
    office: BackOffice,
    device: Sight<DeviceView>,
    backup: Export,
    typed: Entry,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
}

/// The part of the page that empties the device.
pub(super) fn emptying(device: Sight<DeviceView>, backup: Export) -> AnyView {
    let emptying = Emptying {
        frame: frame(),
        office: back_office(),
        device,
        backup,
        typed: Entry::new(),
        busy: RwSignal::new(false),
        trouble: RwSignal::new(None),
    };
    let words = &emptying.frame.staff_words().backup;
    let begun = RwSignal::new(false);
    view! {
        <section class="sheet stack" aria-labelledby="empty-title">
            <h2 id="empty-title">{words.empty}</h2>
            <p class="measure">{words.empty_lead}</p>
            {move || if begun.get() {
                asked(emptying)
            } else {
                view! { <div class="buttons">{button(Look::Grave, words.empty_begin, move || begun.set(true))}</div> }.into_any()
            }}
        </section>
    }
    .into_any()
}

fn asked(emptying: Emptying) -> AnyView {
    let words = &emptying.frame.staff_words().backup;
    let code = Memo::new(move |_| emptying.code());
    let entry = move || {
        code.get();
        untrack(|| {
            field(Field {
                id: "empty-typed",
                label: words.empty_typed,
                hint: words.empty_type_hint,
                typed: Typed::Number,
                length_max: TYPED_MAX,
                optional: false,
                padded: false,
                entry: emptying.typed,
            })
        })
    };
    view! {
        {move || emptying.device.with(|device| device.map(|device| what_goes(emptying, device)))}
        <p class="backup-code numeric">{move || code.get()}</p>
        <div class="backup-typed">{entry}</div>
        {move || emptying.trouble.get().map(|trouble| trouble_panel(&trouble, None))}
        <div class="buttons">
            <button type="button" class="button" data-kind="grave" disabled=move || !emptying.is_typed()
                aria-busy=move || emptying.busy.get().to_string() on:click=move |_| emptying.run()>
                {icon("erase")}
                <span>{move || if emptying.busy.get() { words.emptying } else { words.empty_now }}</span>
            </button>
        </div>
    }
    .into_any()
}

/// How much would go, and how to keep it elsewhere first.
fn what_goes(emptying: Emptying, device: &DeviceView) -> AnyView {
    let lang = emptying.frame.lang();
    let words = &emptying.frame.staff_words().backup;
    let offer = if device.fresh > 0 {
        notice(Tone::Mind, words.empty_first, words.empty_first_text, None)
    } else {
        notice(Tone::Info, words.empty_all_out, "", None)
    };
    let keep = (device.events > 0).then(|| {
        view! {
            {offer}
            <div class="buttons">
                {emptying.backup.button()}
                {link_button(Look::Plain, words.empty_export, "/exchange")}
            </div>
            <div role="status">{move || emptying.backup.written_name().map(|name| words.written(&name))}</div>
        }
    });
    view! {
        <dl class="figures">
            {figure(words.empty_tickets, &count(lang, device.tickets))}
            {figure(words.empty_fresh, &count(lang, device.fresh))}
        </dl>
        {keep}
    }
    .into_any()
}

impl Emptying {
    fn code(self) -> String {
        self.device.with(|device| device.map(|device| device.device.clone()).unwrap_or_default())
    }

    fn is_typed(self) -> bool {
        let code = self.code();
        !code.is_empty() && self.typed.text.with(|typed| typed.trim().eq_ignore_ascii_case(&code))
    }

    fn run(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        let events = self.device.with(|device| device.map_or(0, |device| device.events));
        let command = Command::EmptyDevice { typed: self.typed.trimmed(), events };
        spawn_local(async move {
            match self.office.carry_out(command).await {
                Ok(()) => leave(),
                Err(trouble) => {
                    self.busy.set(false);
                    self.trouble.set(Some(trouble));
                }
            }
        });
    }
}

/// Empties the browser's drawers as well, tells the other pages, and goes to the first screen.
fn leave() {
    Drawer::Device.write(EMPTIED, &"yes");
    for drawer in [Drawer::Tab, Drawer::Device] {
        for key in drawer.keys(DRAWERS) {
            drawer.wipe(&format!("{DRAWERS}{key}"));
        }
    }
    route::replace("/");
}
