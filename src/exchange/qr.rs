//! The QR code on a ticket's slip, as an SVG path.
//!
//! The text is `SHOUWEN:1:<number>`: the word, the version of the text's form, the ticket's number as it is printed. Capital
//! letters, digits, `:` and `-` only, so that the code stays small and scans from a creased slip. It carries nothing
//! about the visitor.

use qrcodegen::{QrCode, QrCodeEcc};
use thiserror::Error;

/// A text too long for any QR code.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{found_bytes} bytes do not fit into a QR code; shorten the text below 2000")]
pub struct QrTooLong {
    /// How long it was.
    pub found_bytes: usize,
}

/// Returns the text in the QR code of a ticket's slip; `number` as it is printed.
pub fn slip_text(number: &str) -> String {
    format!("SHOUWEN:1:{number}")
}

/// Draws a text as a QR code: an SVG path on a grid of `size` × `size` modules, without the quiet zone of four, and `size`.
///
/// Dark modules are filled; each horizontal run is one rectangle, so that no seams show when it is scaled.
pub fn qr_path(text: &str) -> Result<(String, u32), QrTooLong> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| QrTooLong { found_bytes: text.len() })?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = i32::try_from((x..size).take_while(|x| code.get_module(*x, y)).count()).unwrap_or(0);
            if run > 0 {
                path.extend([
                    "M",
                    &x.to_string(),
                    " ",
                    &y.to_string(),
                    "h",
                    &run.to_string(),
                    "v1h-",
                    &run.to_string(),
                    "z",
                ]);
            }
            x += run + 1;
        }
    }
    Ok((path, size.unsigned_abs()))
}
