//! An emptied database is that of a new device, whatever lay in it and whoever has it open.

use shouwen::protocol::{Command, Query, Seen, Trouble};
use shouwen::storage::{Key, Store, Value, meta};

use crate::house_kit::{EXAMPLE, MONDAY_10, at_kiosk, later};
use crate::storage_disk::{Behind, Disk, Tab};

fn register(tab: &mut Tab, nonce: &str) -> Result<(), Trouble> {
    let register = Command::Register(Box::new(at_kiosk("id-lost", nonce)));
    tab.run(&register, MONDAY_10).map(drop)
}

/// A device with packed tickets, some that are not, and a segment that nobody refers to.
fn lived_in() -> (Disk, Tab) {
    let disk = Disk::default();
    let mut tab = Tab::open(&disk, 1);
    tab.run(&Command::LoadOffice { json: EXAMPLE.to_owned() }, MONDAY_10).unwrap();
    (0..5).for_each(|number| register(&mut tab, &format!("packed {number}")).unwrap());
    tab.pack().unwrap();
    (0..3).for_each(|number| register(&mut tab, &format!("here {number}")).unwrap());
    disk.damage(Store::Segments, Key::Number(77), Value::Bytes(b"a stray".to_vec()));
    (disk, tab)
}

#[test]
fn nothing_is_left_but_empty_commits_and_a_new_seed() {
    let (disk, tab) = lived_in();
    tab.empty(9).unwrap();
    for ((store, key), value) in disk.records() {
        match store {
            Store::Events => assert_eq!(value, Value::Text(String::new()), "{key:?}"),
            Store::Meta => {
                assert_eq!((key, value), (Key::Name(meta::SEED.to_owned()), Value::Bytes(vec![9; 32])));
            }
            Store::Segments | Store::Tables => panic!("{key:?} is left"),
        }
    }
    let mut anew = Tab::open(&disk, 9);
    assert_eq!(anew.house.events(), 0);
    assert!(matches!(register(&mut anew, "n1"), Err(Trouble::NoOffice)));
    anew.run(&Command::LoadOffice { json: EXAMPLE.to_owned() }, MONDAY_10).unwrap();
    register(&mut anew, "n1").unwrap();
    anew.pack().unwrap();
    let mut again = Tab::open(&disk, 9);
    assert_eq!((again.house.events(), again.house.fresh()), (anew.house.events(), anew.house.fresh()));
    assert!(matches!(again.see(&Query::Status, later(MONDAY_10, 1)), Ok(Seen::Status(status)) if status.tickets == 1));
}

#[test]
fn what_another_tab_stored_meanwhile_is_never_taken_off_unread() {
    let (disk, tab) = lived_in();
    let mut other = Tab::open(&disk, 1);
    register(&mut other, "meanwhile").unwrap();
    let before = disk.records();
    assert_eq!(tab.empty(9), Err(Behind));
    assert_eq!(disk.records(), before);
}

#[test]
fn a_tab_that_has_not_heard_of_it_is_refused_by_the_database() {
    let (disk, tab) = lived_in();
    let other = Tab::open(&disk, 1);
    tab.empty(9).unwrap();
    let after = disk.records();
    assert_eq!(other.empty(8), Err(Behind));
    let mut other = other;
    assert_eq!(other.pack(), Err(Behind));
    let left = disk.records();
    let kept = left.iter().filter(|((store, _), _)| !matches!(store, Store::Segments | Store::Tables));
    assert!(kept.eq(after.iter()), "all but segments and tables that nobody refers to");
}
