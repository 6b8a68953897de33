//! A kiosk registers matters on a glimpse of what another tab has packed, and then knows all of it.

use shouwen::backoffice::Marker;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::fresh_name;
use crate::kiosk::{Kiosk, count, number};
use crate::packed::change_packed;
use crate::tab::Tab;

const ALL_BUT_THE_SUMMARY: &str = "tables.getAllKeys().onsuccess = (event) => event.target.result.filter((key) => !key.includes('/summary')).forEach((key) => tables.delete(key))";

#[wasm_bindgen_test]
async fn a_kiosk_goes_on_beside_a_packing_and_then_knows_what_was_packed() {
    // What the kiosk did not know before: nothing, a registration of the same device, the tables themselves.
    for how in ["nothing", "a registration", "the tables"] {
        let name = fresh_name("glimpse");
        let tab = Tab::with_office(&name).await;
        tab.register("n0").await.unwrap();
        let kiosk = Kiosk::open(&name, tab.marker().unwrap()).await;
        let posts = kiosk.send("register", "k0").await;
        let first = number(&posts[..1]).unwrap().to_owned();
        let known = if how == "a registration" { tab.register("n1").await.map(|_| 3).unwrap() } else { 2 };
        tab.pack().await.unwrap();
        if how == "the tables" {
            change_packed(&name, ALL_BUT_THE_SUMMARY).await;
        }

        let second = kiosk.send("register", "k1").await;
        let second = second.iter().find_map(|post| number(std::slice::from_ref(post)));
        assert_eq!(second.map(count), Some(format!("{:04}", known + 1).as_str()), "{how}");
        // The same form once more, from before the packing and from after it.
        for (nonce, expected) in [("k0", first.as_str()), ("k1", second.unwrap())] {
            let posts = kiosk.send("register", nonce).await;
            let again = posts.iter().find_map(|post| number(std::slice::from_ref(post)));
            assert_eq!(again, Some(expected), "{how}: {posts:?}");
        }
        let progress = kiosk.progress(&first).await;
        assert!(progress.iter().any(|post| post.contains(r#""seen":{"progress""#)), "{how}: {progress:?}");

        let fresh = Tab::open(&name, Marker::default()).await.status().await;
        assert_eq!((fresh.tickets, fresh.chain_faults.len()), (known + 1, 0), "{how}");
    }
}
