//! Files between devices: out of one database, into another.

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use shouwen::backoffice::{Marker, Packer};
use shouwen::exchange::{BundleWriter, Contents, Cover, DeviceKey};
use shouwen::house::{House, IMPORT_CHUNK_LINES, Kept, Moment};
use shouwen::ledger::{By, Draft, Event, EventId, Fact};
use shouwen::office::Lang;
use shouwen::protocol::{Command, Done, ImportView, Query, Trouble};
use shouwen::rules::load_system;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

use crate::browser::{Fault, HeldElsewhere, SEED, fresh_name, has_plain, is_squeezed, segments, tables};
use crate::packed::change_packed;
use crate::tab::{OFFICE, Tab, registration};

#[wasm_bindgen_test]
async fn a_second_device_imports_the_file_and_shows_the_same() {
    let one = Tab::with_office(&fresh_name("one")).await;
    for number in 0..3 {
        one.register(&format!("n{number}")).await.unwrap();
    }
    let fresh = one.status().await.fresh;
    let (exported, file) = one.act_with(Command::Export, None).await.unwrap();
    let Done::Exported { name, events, fresh: carried } = exported else { panic!("it exports") };
    assert!(name.ends_with(".jsonl.gz"));
    assert_eq!((events, carried), (one.status().await.events, fresh));
    assert_eq!(one.status().await.fresh, 0);

    let two_name = fresh_name("two");
    let two = Tab::open(&two_name, Marker::default()).await;
    let view = preview(&two, file.clone().unwrap()).await;
    assert_eq!((view.new_events, view.new_tickets, view.signed, view.brings_office), (events, 3, true, true));
    assert_eq!(two.status().await.events, 0);
    import(&two, view.token, true).await.unwrap();
    assert_eq!(rows(&two).await, rows(&one).await);
    assert_eq!(rows(&Tab::open(&two_name, two.marker().unwrap()).await).await, rows(&one).await);

    let again = preview(&two, file.unwrap()).await;
    assert_eq!((again.new_events, again.brings_office), (0, false));
    let before = two.marker();
    import(&two, again.token, false).await.unwrap();
    assert_eq!(two.marker(), before);
}

#[wasm_bindgen_test]
async fn a_preview_changes_nothing_and_is_forgotten_when_cancelled() {
    let one = Tab::with_office(&fresh_name("one")).await;
    one.register("n1").await.unwrap();
    let (_, file) = one.act_with(Command::Export, None).await.unwrap();
    let two = Tab::open(&fresh_name("two"), Marker::default()).await;
    let view = preview(&two, file.unwrap()).await;
    assert!(matches!(import(&two, view.token + 1, true).await, Err(Trouble::NotFound(_))));
    two.act(Command::CancelImport { token: Some(view.token) }).await.unwrap();
    assert!(matches!(import(&two, view.token, true).await, Err(Trouble::NotFound(_))));
    assert_eq!((two.status().await.events, two.marker()), (0, None));
}

#[wasm_bindgen_test]
async fn a_damaged_file_is_shown_with_its_problem_and_cannot_be_taken_in() {
    let two = Tab::open(&fresh_name("damaged"), Marker::default()).await;
    let bytes = js_sys::Array::of1(&js_sys::Uint8Array::from(&b"\x1f\x8bnot gzip at all"[..]).into());
    let view = preview(&two, Blob::new_with_u8_array_sequence(&bytes).unwrap()).await;
    assert_eq!(view.problems.first().map(|problem| problem.code.as_str()), Some("damaged"));
    assert!(matches!(import(&two, view.token, true).await, Err(Trouble::BadFile(problems)) if !problems.is_empty()));
    assert_eq!(two.status().await.events, 0);
}

#[wasm_bindgen_test]
async fn an_import_of_new_tickets_is_whole_or_not_at_all() {
    let (_, file, events) = large_bundles().await;
    let name = fresh_name("whole");
    let tab = Tab::open(&name, Marker::default()).await;
    let view = preview(&tab, file.clone()).await;
    assert_eq!((view.new_events, tab.status().await.events), (events, 0));
    let fault = Fault::disk_full();
    assert_eq!(import(&tab, view.token, false).await.err(), Some(Trouble::DiskFull));
    drop(fault);
    assert_eq!((tab.status().await.events, Tab::open(&name, Marker::default()).await.status().await.events), (0, 0));
    import(&tab, view.token, false).await.unwrap();
    for tab in [&tab, &Tab::open(&name, tab.marker().unwrap()).await] {
        let status = tab.status().await;
        assert_eq!((status.events, status.chain_faults.len()), (events, 0));
    }
    assert_eq!(preview(&tab, file).await.new_events, 0);
}

#[wasm_bindgen_test]
async fn a_cancelled_preview_leaves_nothing_on_the_disk() {
    let (_, file, _) = large_bundles().await;
    let name = fresh_name("cancelled");
    let tab = Tab::open(&name, Marker::default()).await;
    let first = preview(&tab, file.clone()).await;
    assert_eq!(segments(&name).await, Some(1.0));
    let second = preview(&tab, file.clone()).await;
    assert!(matches!(import(&tab, first.token, false).await, Err(Trouble::NotFound(_))));
    tab.act(Command::CancelImport { token: Some(second.token) }).await.unwrap();
    assert_eq!(segments(&name).await, Some(0.0));
    preview(&tab, cut(&file)).await;
    assert_eq!(segments(&name).await, Some(0.0), "a file that is not sound");
}

#[wasm_bindgen_test]
async fn a_file_whose_tickets_come_another_way_before_the_yes_is_previewed_anew() {
    let (_, file, events) = large_bundles().await;
    let name = fresh_name("meanwhile");
    let tab = Tab::open(&name, Marker::default()).await;
    let first = preview(&tab, file.clone()).await;
    let other = Tab::open(&name, Marker::default()).await;
    let theirs = preview(&other, file).await;
    import(&other, theirs.token, false).await.unwrap();
    let agreed = tab.act(Command::ConfirmImport { token: first.token, adopt_office: false }).await;
    let Ok(Done::Preview(again)) = agreed else { panic!("a preview, not {agreed:?}") };
    assert_eq!((again.new_events, again.new_tickets), (0, 0));
    assert_eq!(tab.status().await.events, events);
    assert_eq!(segments(&name).await, Some(1.0), "those of the other");
    import(&tab, again.token, false).await.unwrap();
}

#[wasm_bindgen_test]
async fn an_import_that_is_stopped_while_it_is_read_leaves_nothing() {
    let (_, file, events) = large_bundles().await;
    let name = fresh_name("stopped");
    let tab = Tab::open(&name, Marker::default()).await;
    let reading = tab.act_with(Command::PreviewImport, Some(file.clone()));
    let (read, stopped) = Box::pin(both(reading, tab.act(Command::CancelImport { token: None }))).await;
    assert!(matches!(read, Ok((Done::Plain, None))), "{read:?}");
    assert!(matches!(stopped, Ok(Done::Plain)), "{stopped:?}");
    assert_eq!((segments(&name).await, tab.status().await.events), (Some(0.0), 0));
    let view = preview(&tab, file).await;
    assert_eq!(view.new_events, events, "the next one is read");
    import(&tab, view.token, false).await.unwrap();
}

#[wasm_bindgen_test]
async fn an_import_that_is_stopped_while_it_is_stored_keeps_what_is_in() {
    let (small, file, events) = large_bundles().await;
    let name = fresh_name("stopped storing");
    let tab = Tab::open(&name, Marker::default()).await;
    let view = preview(&tab, small).await;
    import(&tab, view.token, false).await.unwrap();
    let known = tab.status().await.events;
    let token = preview(&tab, file.clone()).await.token;
    let storing = tab.act(Command::ConfirmImport { token, adopt_office: false });
    let (stored, stopped) = Box::pin(both(storing, tab.act(Command::CancelImport { token: None }))).await;
    assert!(matches!((&stored, &stopped), (Ok(Done::Plain), Ok(Done::Plain))), "{stored:?} {stopped:?}");
    let status = tab.status().await;
    assert_eq!((status.events, status.chain_faults.len()), (known + IMPORT_CHUNK_LINES as u64, 0));
    assert_eq!(Tab::open(&name, tab.marker().unwrap()).await.status().await.events, status.events);
    let view = preview(&tab, file).await;
    import(&tab, view.token, false).await.unwrap();
    assert_eq!(tab.status().await.events, events);
}

#[wasm_bindgen_test]
async fn what_a_closed_tab_left_goes_with_the_next_start_and_what_an_open_one_holds_stays() {
    let (_, file, events) = large_bundles().await;
    let name = fresh_name("strays");
    let one = Tab::open(&name, Marker::default()).await;
    let view = preview(&one, file.clone()).await;
    let two = Tab::open(&name, Marker::default()).await;
    two.act(Command::LoadOffice { json: OFFICE.to_owned() }).await.unwrap();
    assert_eq!(segments(&name).await, Some(1.0), "the other tab may still say yes");
    import(&one, view.token, false).await.unwrap();
    let laid = tables(&name).await;
    change_packed(&name, "tables.put(new Uint8Array(9), '77/rows000000')").await;

    let one = Tab::open(&name, one.marker().unwrap()).await;
    assert_eq!(one.status().await.events, events);
    while tables(&name).await != laid {}
    let ticket = one.tickets().await.rows.first().unwrap().id;
    one.see(Query::Ticket { id: ticket, by: None }).await.unwrap();

    let other_name = fresh_name("strays of a closed tab");
    let closed = Tab::open(&other_name, Marker::default()).await;
    preview(&closed, file).await;
    assert_eq!(segments(&other_name).await, Some(1.0));
    drop(closed);
    let next = Tab::open(&other_name, Marker::default()).await;
    while segments(&other_name).await != Some(0.0) {}
    assert_eq!(next.status().await.events, 0);
}

#[wasm_bindgen_test]
async fn what_a_closed_tab_did_not_compress_the_next_one_does() {
    let (_, file, events) = large_bundles().await;
    let name = fresh_name("plain");
    let elsewhere = HeldElsewhere::hold(&format!("{name} squeezing")).await;
    let closed = Tab::with_office(&name).await;
    let view = preview(&closed, file).await;
    import(&closed, view.token, false).await.unwrap();
    assert_eq!(closed.status().await.events, events);
    assert!(has_plain(&name).await && !is_squeezed(&name).await, "one tab at a time compresses");
    let marker = closed.marker().unwrap();
    drop((closed, elsewhere));

    let next = Tab::open(&name, marker).await;
    assert_eq!(next.status().await.events, events);
    while has_plain(&name).await {}
    assert!(is_squeezed(&name).await);
    let ticket = next.tickets().await.rows.first().unwrap().id;
    next.see(Query::Ticket { id: ticket, by: None }).await.unwrap();
}

#[wasm_bindgen_test]
async fn an_import_cut_in_the_middle_leaves_good_order_and_the_next_one_completes_it() {
    let (small, file, events) = large_bundles().await;
    let name = fresh_name("cut");
    let tab = Tab::open(&name, Marker::default()).await;
    // What adds to a ticket that is here is stored commit by commit.
    let view = preview(&tab, small).await;
    import(&tab, view.token, false).await.unwrap();
    let known = tab.status().await.events;
    while has_plain(&name).await {}
    let view = preview(&tab, file.clone()).await;
    assert_eq!(view.new_events, events - known);
    let fault = Fault::disk_full_after(1);
    assert_eq!(import(&tab, view.token, false).await.err(), Some(Trouble::DiskFull));
    drop(fault);

    let half = Tab::open(&name, tab.marker().unwrap()).await;
    assert_eq!(half.ready(), Ok(()));
    let status = half.status().await;
    assert_eq!((status.events, status.chain_faults.len()), (known + IMPORT_CHUNK_LINES as u64, 0));

    let rest = preview(&half, file).await;
    assert_eq!(rest.new_events, events - known - IMPORT_CHUNK_LINES as u64);
    import(&half, rest.token, false).await.unwrap();
    // The first tab still has its preview, and may confirm it again.
    import(&tab, view.token, false).await.unwrap();
    for tab in [&half, &tab, &Tab::open(&name, Marker::default()).await] {
        let status = tab.status().await;
        assert_eq!((status.events, status.chain_faults.len()), (events, 0));
    }
}

#[wasm_bindgen_test]
async fn a_bundle_in_any_other_order_is_taken_in_as_well() {
    let one = Tab::with_office(&fresh_name("order one")).await;
    for number in 0..3 {
        one.register(&format!("n{number}")).await.unwrap();
    }
    let (_, grouped) = one.act_with(Command::Export, None).await.unwrap();
    let mut lines = text_of(&grouped.unwrap()).await;
    // The first ticket's last event goes behind all others.
    lines.pop().unwrap();
    let ticket = EventId::of_line(&lines[2]).to_string();
    let last = lines.iter().rposition(|line| line.contains(&format!("\"ticket\":\"{ticket}\""))).unwrap();
    let moved = lines.remove(last);
    lines.push(moved);
    let house = House::open(&Kept {
        seed: SEED,
        lines: lines[2..].to_vec(),
        office: Some(OFFICE.to_owned()),
        settings: None,
        systems: None,
    })
    .unwrap();
    let events: Vec<Event> = lines[2..].iter().map(|line| Event::from_line(line).unwrap()).collect();
    let cover = Cover { contents: Contents::of(&events), ..house.export(Moment { now_ms: 1_800_000_000_000 }).cover };
    let scattered = bundle(&cover, lines[2..].iter().map(String::as_str)).await;
    let name = fresh_name("order two");
    let two = Tab::open(&name, Marker::default()).await;
    let view = preview(&two, scattered).await;
    assert_eq!((view.new_tickets, view.new_events, view.problems.len()), (3, events.len() as u64, 0));
    assert_eq!(segments(&name).await, Some(0.0));
    import(&two, view.token, false).await.unwrap();
    let status = two.status().await;
    assert_eq!((status.events, status.chain_faults.len()), (events.len() as u64, 0));
}

/// Two bundles: of a matter, and of the same with very much pressing for it, more events than are stored in one go; and how
/// many the second holds.
async fn large_bundles() -> (Blob, Blob, u64) {
    let kept = Kept { seed: SEED, lines: Vec::new(), office: Some(OFFICE.to_owned()), settings: None, systems: None };
    let moment = Moment { now_ms: 1_800_000_000_000 };
    let mut house = House::open(&kept).unwrap();
    house.shelve(load_system("C07"));
    let plan = house.plan(&Command::Register(Box::new(registration("n1"))), moment).unwrap();
    let Done::Acknowledged(slip) = house.commit(plan, Lang::Hans, moment).unwrap() else { panic!("it registers") };
    let text = "请快一点".to_owned();
    let urged = Draft { ticket: Some(slip.ticket), by: By::Visitor, fact: Fact::Urged { text } };
    let drafts = vec![urged; IMPORT_CHUNK_LINES + 10];
    let pressed = house.ledger().write(house.device_id(), moment.now_ms, drafts).unwrap();
    let events: Vec<Event> = house.ledger().ids().filter_map(|id| house.ledger().event(id)).collect();
    let small = house.export(moment).cover;
    let contents = Contents::of(events.iter().chain(pressed.iter().map(|written| &written.event)));
    let large = Cover { contents, ..small.clone() };
    let lines = house.ledger().lines().chain(pressed.iter().map(|written| written.line.as_str()));
    (bundle(&small, house.ledger().lines()).await, bundle(&large, lines).await, contents.events)
}

async fn bundle<'a>(cover: &Cover, lines: impl Iterator<Item = &'a str>) -> Blob {
    let (mut bytes, key) = (Vec::new(), DeviceKey::from_seed(&SEED));
    let mut writer = BundleWriter::start(cover, None, &key, &mut bytes).unwrap();
    lines.for_each(|line| writer.event(line, &mut bytes).unwrap());
    writer.seal(&mut bytes).unwrap();
    let packer = Packer::start().unwrap();
    packer.write(&bytes).await.unwrap();
    packer.finish().await.unwrap()
}

/// Waits for both, the first one begun first.
async fn both<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(done) = one.as_mut().poll(context)
        {
            first = Some(done);
        }
        if second.is_none()
            && let Poll::Ready(done) = other.as_mut().poll(context)
        {
            second = Some(done);
        }
        if first.is_some() && second.is_some() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    (first.unwrap(), second.unwrap())
}

/// The lines of a bundle.
async fn text_of(file: &Blob) -> Vec<String> {
    let unpacked = js_sys::Function::new_with_args(
        "file",
        "return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();",
    );
    let text = js_sys::Promise::from(unpacked.call1(&JsValue::NULL, file).unwrap());
    let text = JsFuture::from(text).await.unwrap().as_string().unwrap();
    text.lines().map(str::to_owned).collect()
}

/// The same file without its end.
fn cut(file: &Blob) -> Blob {
    file.slice_with_f64_and_f64(0.0, file.size() - 30.0).unwrap()
}

async fn preview(tab: &Tab, file: Blob) -> ImportView {
    match tab.act_with(Command::PreviewImport, Some(file)).await {
        Ok((Done::Preview(view), _)) => *view,
        other => panic!("there is a preview, not {other:?}"),
    }
}

async fn import(tab: &Tab, token: u32, adopt_office: bool) -> Result<ImportView, Trouble> {
    match tab.act(Command::ConfirmImport { token, adopt_office }).await? {
        Done::Imported(view) => Ok(*view),
        other => panic!("it is imported, not {other:?}"),
    }
}

async fn rows(tab: &Tab) -> BTreeSet<String> {
    tab.tickets().await.rows.into_iter().map(|row| format!("{row:?}")).collect()
}
