//! An office's own systems survive, and every tab decides by them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use shouwen::backoffice::Marker;
use shouwen::protocol::{Command, Query, Seen};
use shouwen::rules::{load, write_whole};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::browser::{fresh_name, wait};
use crate::tab::Tab;

const TEXT: &str = r#"
format = 1
[system]
id = "LIB"
title = "图书馆"
sector = "library"
source = "house rules"
version = "1"

[[clause]]
ref = "1"
gist = "先问谁谁负责"

[[clause.rule]]
owner = "first_asked"
duties = ["register"]
"#;

#[wasm_bindgen_test]
async fn a_system_kept_and_put_in_force_is_there_after_reopening_and_in_other_tabs() {
    let name = fresh_name("own system");
    let tab = Tab::with_office(&name).await;
    let other = Tab::open(&name, Marker::default()).await;
    let compact = STANDARD.encode(write_whole(&load(TEXT).unwrap()).unwrap());
    tab.act(Command::KeepSystem { text: TEXT.to_owned(), compact }).await.unwrap();
    tab.act(Command::ChooseSystem { pack: "LIB".to_owned() }).await.unwrap();
    assert_eq!(in_force(&tab).await, "LIB");
    while in_force(&other).await != "LIB" {
        wait("new Promise((done) => setTimeout(done, 10))").await;
    }
    let slip = other.register("n1").await.unwrap();
    assert_eq!(slip.owner_clause.map(|chip| (chip.pack, chip.version, chip.gist)), Some(cited()));

    let later = Tab::open(&name, tab.marker().unwrap()).await;
    assert_eq!((later.ready(), in_force(&later).await), (Ok(()), "LIB".to_owned()));
    let query = Query::SystemText { pack: "LIB".to_owned(), version: "1".to_owned() };
    let Ok(Seen::SystemText(seen)) = later.see(query).await else { panic!("the text is there") };
    assert_eq!(seen.text, TEXT);
}

async fn in_force(tab: &Tab) -> String {
    tab.status().await.system.map(|card| card.pack).unwrap_or_default()
}

fn cited() -> (String, String, String) {
    ("LIB".to_owned(), "1".to_owned(), "先问谁谁负责".to_owned())
}
