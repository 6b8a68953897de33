//! Lines that lie packed: nothing that was acknowledged is lost, whatever happens while they are packed.

use shouwen::backoffice::Marker;
use shouwen::ledger::{Act, TicketId};
use shouwen::protocol::{Command, Done, Query, Seen, StatusView, Trouble};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{Fault, delete, fresh_name, segments, wait};
use crate::tab::Tab;

/// A tab with some registered tickets: each with its number.
async fn with_tickets(name: &str, count: usize) -> (Tab, Vec<(TicketId, String)>) {
    let tab = Tab::with_office(name).await;
    let mut tickets = Vec::new();
    for number in 0..count {
        let slip = tab.register(&format!("n{number}")).await.unwrap();
        tickets.push((slip.ticket, slip.number));
    }
    (tab, tickets)
}

/// Everything that is shown of these tickets.
async fn shown(tab: &Tab, tickets: &[(TicketId, String)]) -> String {
    let mut shown = vec![format!("{:?}", tab.tickets().await)];
    for (id, number) in tickets {
        let whole = tab.see(Query::Ticket { id: *id, by: Some("s01".into()) }).await.unwrap();
        let progress = Query::Progress { number: number.clone(), phone_ending: "8000".to_owned() };
        shown.push(format!("{whole:?}\n{:?}", tab.see(progress).await.unwrap()));
    }
    shown.join("\n")
}

fn counts(status: &StatusView) -> (u64, u64, u64, usize) {
    (status.tickets, status.events, status.fresh, status.chain_faults.len())
}

async fn urge(tab: &Tab, ticket: TicketId) -> Result<Done, Trouble> {
    tab.act(Command::Act { ticket, by: "s01".into(), act: Act::Urge { text: "请快一点".to_owned() } }).await
}

#[wasm_bindgen_test]
async fn packed_tickets_are_shown_acted_on_and_counted_as_before() {
    let name = fresh_name("packed");
    let (tab, tickets) = with_tickets(&name, 5).await;
    let (before, status) = (shown(&tab, &tickets).await, tab.status().await);
    tab.pack().await.unwrap();
    let again = Tab::open(&name, tab.marker().unwrap()).await;
    for tab in [&tab, &again] {
        assert_eq!(shown(tab, &tickets).await, before);
        assert_eq!(counts(&tab.status().await), counts(&status));
        assert_eq!(tab.register("n2").await.unwrap().number, tickets[2].1);
    }
    urge(&again, tickets[1].0).await.unwrap();
    let six = again.register("n6").await.unwrap();
    let later = Tab::open(&name, again.marker().unwrap()).await;
    assert_eq!(later.ready(), Ok(()));
    assert_eq!(shown(&later, &tickets).await, shown(&again, &tickets).await);
    let (tickets_now, events, _, faults) = counts(&later.status().await);
    assert_eq!((tickets_now, faults), (6, 0));
    later.pack().await.unwrap();
    assert_eq!(counts(&Tab::open(&name, again.marker().unwrap()).await.status().await).1, events);
    let progress = Query::Progress { number: six.number, phone_ending: "8000".to_owned() };
    assert!(matches!(later.see(progress).await, Ok(Seen::Progress(_))));
}

#[wasm_bindgen_test]
async fn a_packing_that_cannot_be_stored_changes_nothing() {
    let name = fresh_name("packing fails");
    let (tab, tickets) = with_tickets(&name, 3).await;
    let (before, status) = (shown(&tab, &tickets).await, tab.status().await);
    for spared in 0..2 {
        let fault = Fault::disk_full_after(spared);
        assert_eq!(tab.pack().await, Err(Trouble::DiskFull));
        drop(fault);
        let again = Tab::open(&name, tab.marker().unwrap()).await;
        for tab in [&tab, &again] {
            assert_eq!(shown(tab, &tickets).await, before);
            assert_eq!(counts(&tab.status().await), counts(&status));
        }
    }
    tab.pack().await.unwrap();
    assert_eq!(shown(&Tab::open(&name, tab.marker().unwrap()).await, &tickets).await, before);
}

#[wasm_bindgen_test]
async fn what_has_gathered_is_packed_without_being_asked() {
    let name = fresh_name("gathered");
    let tab = Tab::with_office(&name).await;
    let text = "请".repeat(2_500);
    let slip = tab.register("n0").await.unwrap();
    let mut acts = 0;
    while segments(&name).await == Some(0.0) {
        let act = Act::Urge { text: text.clone() };
        tab.act(Command::Act { ticket: slip.ticket, by: "s01".into(), act }).await.unwrap();
        acts += 1;
        assert!(acts < 1_000, "nothing is ever packed");
    }
    let later = Tab::open(&name, tab.marker().unwrap()).await;
    assert_eq!(counts(&later.status().await), counts(&tab.status().await));
}

#[wasm_bindgen_test]
async fn a_tab_that_did_not_know_of_the_packing_goes_on_and_forks_nothing() {
    let name = fresh_name("packed beside");
    let (one, tickets) = with_tickets(&name, 3).await;
    let other = Tab::open(&name, Marker::default()).await;
    one.pack().await.unwrap();
    other.register("beside").await.unwrap();
    urge(&other, tickets[0].0).await.unwrap();
    other.pack().await.unwrap();
    urge(&one, tickets[0].0).await.unwrap();
    let fresh = Tab::open(&name, one.marker().unwrap()).await;
    assert_eq!(shown(&fresh, &tickets).await, shown(&one, &tickets).await);
    let status = fresh.status().await;
    assert_eq!((status.tickets, status.chain_faults.len()), (4, 0));
}

#[wasm_bindgen_test]
async fn an_export_carries_packed_tickets_too() {
    let name = fresh_name("packed export");
    let (tab, tickets) = with_tickets(&name, 4).await;
    tab.pack().await.unwrap();
    tab.register("n9").await.unwrap();
    urge(&tab, tickets[3].0).await.unwrap();
    let (exported, file) = tab.act_with(Command::Export, None).await.unwrap();
    let events = tab.status().await.events;
    assert!(matches!(exported, Done::Exported { events: carried, .. } if carried == events), "{exported:?}");
    let two = Tab::open(&fresh_name("two"), Marker::default()).await;
    let Ok((Done::Preview(view), _)) = two.act_with(Command::PreviewImport, file).await else { panic!("a preview") };
    assert_eq!((view.new_tickets, view.new_events, view.signed), (5, events, true));
    two.act(Command::ConfirmImport { token: view.token, adopt_office: true }).await.unwrap();
    assert_eq!(shown(&two, &tickets).await, shown(&tab, &tickets).await);
}

#[wasm_bindgen_test]
async fn damaged_tables_are_made_anew_from_what_is_packed() {
    let first = "tables.getAllKeys().onsuccess = (event) => tables.put(new Uint8Array(3), event.target.result[0])";
    for damage in [first, "tables.clear()"] {
        let name = fresh_name("damaged tables");
        let (tab, tickets) = with_tickets(&name, 3).await;
        tab.pack().await.unwrap();
        urge(&tab, tickets[0].0).await.unwrap();
        let (before, status) = (shown(&tab, &tickets).await, tab.status().await);
        change_packed(&name, damage).await;
        let mended = Tab::open(&name, tab.marker().unwrap()).await;
        assert_eq!(mended.ready(), Ok(()));
        assert_eq!(shown(&mended, &tickets).await, before);
        assert_eq!(counts(&mended.status().await), counts(&status));
        mended.pack().await.unwrap();
        let later = Tab::open(&name, tab.marker().unwrap()).await;
        assert_eq!(shown(&later, &tickets).await, before);
        assert_eq!(counts(&later.status().await), counts(&status));
    }
}

#[wasm_bindgen_test]
async fn lists_are_shown_before_the_rest_is_read_whatever_becomes_of_it_meanwhile() {
    let lose = "tables.getAllKeys().onsuccess = (event) => event.target.result.filter((key) => !key.includes('/rows')).forEach((key) => tables.delete(key))";
    for (how, change) in [("left", None), ("lost", Some(lose)), ("packed again", None)] {
        let name = fresh_name("lists first");
        let (tab, tickets) = with_tickets(&name, 3).await;
        tab.pack().await.unwrap();
        urge(&tab, tickets[0].0).await.unwrap();
        let (before, status) = (shown(&tab, &tickets).await, tab.status().await);
        let early = Tab::open_on_lists(&name, tab.marker().unwrap()).await;
        assert_eq!(early.ready(), Ok(()), "{how}");
        assert_eq!(early.tickets().await, tab.tickets().await, "{how}");
        match (how, change) {
            (_, Some(change)) => change_packed(&name, change).await,
            ("packed again", _) => tab.pack().await.unwrap(),
            _ => {}
        }
        assert_eq!(shown(&early, &tickets).await, before, "{how}");
        assert_eq!(counts(&early.status().await), counts(&status), "{how}");
        assert_eq!(early.register("n1").await.unwrap().number, tickets[1].1, "{how}");
    }
}

#[wasm_bindgen_test]
async fn lists_that_are_shown_early_do_not_hide_that_events_are_gone() {
    let name = fresh_name("lists of a loss");
    let (tab, _) = with_tickets(&name, 3).await;
    tab.pack().await.unwrap();
    let marker = tab.marker().unwrap();
    let more = Marker { events: marker.events + 1, ..marker };
    let early = Tab::open_on_lists(&name, more).await;
    assert!(matches!(early.see(Query::Status).await, Err(Trouble::Vanished { .. })));
    assert!(matches!(Tab::open(&name, more).await.ready(), Err(Trouble::Vanished { .. })));
}

/// Does something in the stores of what is packed; `change` sees them as `tables` and `segments`.
pub(crate) async fn change_packed(name: &str, change: &str) {
    wait(&format!(
        "new Promise((resolve, reject) => {{
            const request = indexedDB.open('{name}');
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {{
                const transaction = request.result.transaction(['tables', 'segments'], 'readwrite');
                const [tables, segments] = ['tables', 'segments'].map((name) => transaction.objectStore(name));
                {change};
                transaction.oncomplete = () => {{ request.result.close(); resolve(); }};
                transaction.onabort = () => reject(transaction.error);
            }};
        }})"
    ))
    .await;
}

#[wasm_bindgen_test]
async fn news_that_cannot_be_taken_counts_as_unread() {
    let name = fresh_name("unread");
    let (one, tickets) = with_tickets(&name, 3).await;
    let other = Tab::open(&name, Marker::default()).await;
    one.pack().await.unwrap();
    change_packed(
        &name,
        "tables.clear();
        segments.getAllKeys().onsuccess = (event) => { globalThis.keptKeys = event.target.result; };
        segments.getAll().onsuccess = (event) => { globalThis.keptSegments = event.target.result; segments.clear(); }",
    )
    .await;
    for number in ["n7", "n8"] {
        assert!(matches!(other.register(number).await, Err(Trouble::Broken(_))), "{number}");
    }
    change_packed(&name, "keptKeys.forEach((key, place) => segments.put(keptSegments[place], key))").await;
    other.register("n9").await.unwrap();
    let later = Tab::open(&name, Marker::default()).await;
    let status = later.status().await;
    assert_eq!((status.tickets, status.chain_faults.len()), (tickets.len() as u64 + 1, 0));
}

#[wasm_bindgen_test]
async fn a_database_deleted_under_the_app_is_written_again_with_what_was_packed() {
    let name = fresh_name("packed deleted");
    let (tab, tickets) = with_tickets(&name, 4).await;
    tab.pack().await.unwrap();
    urge(&tab, tickets[1].0).await.unwrap();
    let (before, status) = (shown(&tab, &tickets).await, tab.status().await);
    delete(&name).await;
    assert!(matches!(tab.register("n9").await, Err(Trouble::Vanished { .. })));
    let (exported, _) = tab.act_with(Command::Export, None).await.unwrap();
    assert!(matches!(exported, Done::Exported { events, .. } if events == status.events), "{exported:?}");
    tab.act(Command::AcceptLoss).await.unwrap();
    let later = Tab::open(&name, tab.marker().unwrap()).await;
    for tab in [&tab, &later] {
        assert_eq!(tab.ready(), Ok(()));
        assert_eq!(shown(tab, &tickets).await, before);
        let now = tab.status().await;
        assert_eq!((now.tickets, now.events, now.chain_faults.len()), (status.tickets, status.events, 0));
        assert_eq!(now.device, status.device);
    }
    later.register("n9").await.unwrap();
    assert_eq!(later.status().await.chain_faults.len(), 0);
}
