//! A file that is decompressed and hashed by a helper, so that reading goes on meanwhile.
//!
//! Where there is no helper, the file is read here.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::here::Drawn;
use super::reader::{CUT_SHORT, DAMAGED, NAME, WHOLE};
use crate::backoffice::helper::Helper;

/// A file and the helper that reads it.
pub(super) struct Beside {
    helper: Helper,
    fed: u64,
}

impl Beside {
    /// Starts with a file; none where there is no helper.
    pub(super) async fn open(file: &Blob) -> Option<Self> {
        let helper = Helper::start(NAME).await?;
        helper.send(file, &Array::new()).ok()?;
        Some(Self { helper, fed: 0 })
    }

    /// How many compressed bytes were read.
    pub(super) fn fed(&self) -> u64 {
        self.fed
    }

    /// What comes out of the file next.
    pub(super) async fn next(&mut self) -> Drawn {
        let heard = self.helper.hear().await;
        if let Some(ended) = heard.as_string() {
            return match ended.as_str() {
                WHOLE => Drawn::Whole,
                CUT_SHORT => Drawn::CutShort,
                DAMAGED => Drawn::Damaged,
                _ => Drawn::Unreadable(heard),
            };
        }
        let Ok(parts) = heard.dyn_into::<Array>() else {
            return Drawn::Unreadable(JsValue::from_str("the worker beside stopped"));
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a number of bytes
        let fed = parts.get(2).as_f64().unwrap_or_default() as u64;
        self.fed = fed;
        // There is room for one more.
        match (parts.get(0).dyn_into::<Array>(), self.helper.send(&JsValue::NULL, &Array::new())) {
            (Ok(pieces), Ok(())) => {
                let pieces = pieces.iter().filter_map(|piece| piece.dyn_into().ok()).collect();
                Drawn::Pieces { pieces, hashes: parts.get(1).dyn_into().ok() }
            }
            (Err(other), _) | (_, Err(other)) => Drawn::Unreadable(other),
        }
    }
}
