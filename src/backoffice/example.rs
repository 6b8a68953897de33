//! The example office that is shipped with the app.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::{browser, words};
use crate::protocol::Trouble;

/// Beside the worker; from the service worker's cache where there is no network.
const URL: &str = "office/example.json";

/// Fetches the document.
pub(super) async fn fetch() -> Result<String, Trouble> {
    let broken = |error: JsValue| Trouble::Broken(format!("{URL}: {}", words(&error)));
    let response = JsFuture::from(browser::fetch(URL).map_err(broken)?).await.map_err(broken)?;
    let response: Response = response.dyn_into().map_err(broken)?;
    if !response.ok() {
        return Err(Trouble::NotFound(URL.to_owned()));
    }
    let text = JsFuture::from(response.text().map_err(broken)?).await.map_err(broken)?;
    text.as_string().ok_or_else(|| Trouble::Broken(format!("{URL} is no text")))
}
