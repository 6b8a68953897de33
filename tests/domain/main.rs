//! The domain's tests: everything that runs without a browser.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "all of this crate is tests; a helper that fails fails its test"
)]

#[path = "../mutants/mod.rs"]
mod mutants;
#[path = "../rows/mod.rs"]
mod rows;
#[path = "../simulate/mod.rs"]
mod simulate;
#[path = "../worst_packs/mod.rs"]
mod worst_packs;

mod exchange_backup;
mod exchange_bundle;
mod exchange_chaos;
mod exchange_cli;
mod exchange_damage;
mod exchange_fixtures;
mod exchange_import;
mod exchange_kit;
mod exchange_limits;
mod exchange_qr;
mod house_backup;
mod house_day;
mod house_exchange;
mod house_findings;
mod house_gathering;
mod house_glimpse;
mod house_kit;
mod house_lists;
mod house_own_systems;
mod house_shelves;
mod index_laws;
mod ledger_chain;
mod ledger_conflict;
mod ledger_event;
mod ledger_findings;
mod ledger_kit;
mod ledger_laws;
mod ledger_number;
mod ledger_packed;
mod ledger_plan;
mod ledger_quick;
mod ledger_story;
mod ledger_ticket;
mod office_document;
mod office_example;
mod office_search;
mod rules_assess;
mod rules_calendar;
mod rules_cases;
mod rules_check;
mod rules_check_hard;
mod rules_cli;
mod rules_decide;
mod rules_due;
mod rules_kit;
mod rules_mutants;
mod rules_pack;
mod rules_say;
mod rules_words;
mod simulator;
mod storage_disk;
mod storage_empty;
mod storage_packed;
mod workshop_kit;
mod workshop_read;
mod workshop_try;
