//! Handing a file to the browser's downloads.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

/// How long the browser may take to read a file that is being downloaded.
const TAKEN_WITHIN: Duration = Duration::from_secs(60);

/// Hands a file to the browser's downloads.
pub(crate) fn download(name: &str, file: &Blob) {
    if try_download(name, file).is_err() {
        leptos::logging::warn!("the file could not be handed to the downloads");
    }
}

fn try_download(name: &str, file: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let forget = move || {
        if Url::revoke_object_url(&url).is_err() {
            leptos::logging::warn!("the browser keeps the address of a file");
        }
    };
    set_timeout(forget, TAKEN_WITHIN);
    Ok(())
}
