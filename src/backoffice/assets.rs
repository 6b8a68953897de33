//! The files that come with the app and are read only when they are needed: packs, the table of traditional characters,
//! the example office.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::{browser, words};
use crate::protocol::Trouble;

/// The example office.
pub const EXAMPLE: &str = "office/example.json";
/// The table of traditional characters.
pub const SCRIPT: &str = "table.txt";
/// All packs, one behind the other.
pub const LIBRARY: &str = "packs/library.pack";
/// The English of all packs.
pub const LIBRARY_ENGLISH: &str = "packs/library.en";

/// Where the files are read from.
#[derive(Clone, Copy, Debug)]
pub enum Assets {
    /// The folder of this version's files, beside the worker; the service worker answers where there is no network.
    Site,
    /// Whatever the function has under a file's name.
    Given(fn(&str) -> Option<Vec<u8>>),
}

/// The name of the file that holds one pack.
pub(super) fn pack_file(id: &str) -> String {
    format!("packs/{id}.pack")
}

/// The name of the file that holds the English of one pack.
pub(super) fn english_file(id: &str) -> String {
    format!("packs/{id}.en")
}

impl Assets {
    /// Reads a file.
    pub(crate) async fn read(self, name: &str) -> Result<Vec<u8>, Trouble> {
        match self {
            Self::Site => fetch(name).await,
            Self::Given(file) => file(name).ok_or_else(|| Trouble::NotFound(name.to_owned())),
        }
    }

    /// Reads a file of text.
    pub(crate) async fn read_text(self, name: &str) -> Result<String, Trouble> {
        let bytes = self.read(name).await?;
        String::from_utf8(bytes).map_err(|error| Trouble::Broken(format!("{name}: {error}")))
    }
}

async fn fetch(name: &str) -> Result<Vec<u8>, Trouble> {
    let broken = |error: JsValue| Trouble::Broken(format!("{name}: {}", words(&error)));
    let response = JsFuture::from(browser::fetch(name).map_err(broken)?).await.map_err(broken)?;
    let response: Response = response.dyn_into().map_err(broken)?;
    if !response.ok() {
        return Err(Trouble::NotFound(name.to_owned()));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(broken)?).await.map_err(broken)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
