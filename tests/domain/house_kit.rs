//! A house with the example office, and the few moves that its tests repeat.

use std::sync::OnceLock;

use shouwen::house::{House, Kept, Moment};
use shouwen::ledger::{Act, TicketId, Visitor};
use shouwen::office::Lang;
use shouwen::protocol::{
    AcknowledgedView, Command, Done, Query, Reception, Registration, Seen, TicketView, TicketsView, Trouble,
};
use shouwen::rules::{CompiledPack, load_all};

/// Monday 23 November 2026, 10:00 in UTC+8.
pub(crate) const MONDAY_10: Moment = Moment { now_ms: 1_795_399_200_000 };

pub(crate) const EXAMPLE: &str = include_str!("../../public/office/example.json");

pub(crate) fn later(moment: Moment, minutes: i64) -> Moment {
    Moment { now_ms: moment.now_ms + minutes * 60_000 }
}

/// Opens a device with the example office; `seed` makes it the device that it is.
pub(crate) fn house(seed: u8) -> House {
    let mut house = empty_house(seed);
    run(&mut house, &Command::LoadOffice { json: EXAMPLE.to_owned() }, MONDAY_10).unwrap();
    house
}

pub(crate) fn empty_house(seed: u8) -> House {
    let kept = Kept { seed: [seed; 32], lines: Vec::new(), office: None, settings: None, systems: None };
    let mut house = House::open(&kept).unwrap();
    house.keep_lists();
    house.shelve(library());
    house
}

/// All packs, read once.
fn library() -> Vec<CompiledPack> {
    static LIBRARY: OnceLock<Vec<CompiledPack>> = OnceLock::new();
    LIBRARY.get_or_init(load_all).clone()
}

/// Plans and commits, as the back office does with a store that never fails.
pub(crate) fn run(house: &mut House, command: &Command, moment: Moment) -> Result<Done, Trouble> {
    let plan = house.plan(command, moment)?;
    house.commit(plan, Lang::Hans, moment)
}

/// A kiosk's form for a matter of the list.
pub(crate) fn at_kiosk(matter: &str, nonce: &str) -> Registration {
    Registration {
        nonce: nonce.to_owned(),
        matter: Some(matter.into()),
        subject: String::new(),
        kind: None,
        visitor: Visitor { name: "赵甲".to_owned(), phone: "13800001234".to_owned(), anonymous: false },
        details: "卡丢了".to_owned(),
        reception: Reception::Kiosk,
    }
}

pub(crate) fn register(house: &mut House, registration: Registration, moment: Moment) -> AcknowledgedView {
    match run(house, &Command::Register(Box::new(registration)), moment).unwrap() {
        Done::Acknowledged(view) => *view,
        other => panic!("expected an acknowledgement, found {other:?}"),
    }
}

pub(crate) fn act(house: &mut House, ticket: TicketId, by: &str, act: Act, moment: Moment) -> Result<Done, Trouble> {
    run(house, &Command::Act { ticket, by: by.into(), act }, moment)
}

pub(crate) fn ticket(house: &House, id: TicketId, by: Option<&str>, moment: Moment) -> TicketView {
    match house.see(&Query::Ticket { id, by: by.map(Into::into) }, Lang::Hans, moment).unwrap() {
        Seen::Ticket(view) => *view,
        other => panic!("expected a ticket, found {other:?}"),
    }
}

pub(crate) fn tickets(house: &House, filter: shouwen::protocol::Filter, moment: Moment) -> TicketsView {
    match house.see(&Query::Tickets { filter, offset: 0, limit: 50, whereabouts: None }, Lang::Hans, moment).unwrap() {
        Seen::Tickets(view) => view,
        other => panic!("expected a list, found {other:?}"),
    }
}
