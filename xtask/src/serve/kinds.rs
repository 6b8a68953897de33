//! The media types of the site's files.

use std::path::Path;

/// The media type of an address; bytes where its ending is not known.
pub(crate) fn of(address: &str) -> &'static str {
    let ending = Path::new(address).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    match ending {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "toml" => "application/toml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn browsers_accept_wasm_and_modules_only_by_their_right_types() {
        for (address, expected) in [
            ("v-1/app_bg.wasm", "application/wasm"),
            ("sw.js", "text/javascript; charset=utf-8"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("a.b/c", "application/octet-stream"),
        ] {
            assert_eq!(of(address), expected, "{address}");
        }
    }
}
