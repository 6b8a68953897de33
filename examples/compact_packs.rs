//! Writes the packs that come with the program in compact form beside their texts: `cargo run --example compact_packs`.

use std::error::Error;
use std::path::Path;

use shouwen::rules::{load_all, write_compact, write_english};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/packs/compact");
    for pack in load_all() {
        std::fs::write(folder.join(format!("{}.pack", pack.id())), write_compact(&pack)?)?;
        std::fs::write(folder.join(format!("{}.en", pack.id())), write_english(&pack)?)?;
    }
    Ok(())
}
