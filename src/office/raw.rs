//! JSON not yet read: an object's fields as they stand in the text, and the place of an error in them.

use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::json;

/// The fields of a JSON object, in order, their values not yet read.
pub(super) struct Fields<'a>(pub(super) Vec<(String, &'a RawValue)>);

impl<'a> Fields<'a> {
    /// Finds a field by its name, the first where it is written twice.
    pub(super) fn get(&self, name: &str) -> Option<&'a RawValue> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, raw)| *raw)
    }
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Fields<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Fields(pairs))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

/// Says what the reader met, without the position, which is told apart.
pub(super) fn words(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    whole.rsplit_once(" at line ").map_or(whole.as_str(), |(words, _)| words).chars().take(300).collect()
}

/// Turns the reader's line and column into bytes from the beginning of `json`.
pub(super) fn offset_of(json: &str, error: &serde_json::Error) -> usize {
    let before: usize = json.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    (before + error.column()).saturating_sub(1)
}

/// Names the innermost value that holds the byte at `offset`, as `.materials[3].name`.
pub(super) fn path_to(json: &str, offset: usize) -> String {
    // No place of an office lies deeper; a file that nests deeper is refused without following it.
    const DEPTH_MAX: usize = 6;
    let mut path = String::new();
    let mut json = json;
    let mut offset = offset;
    for _ in 0..DEPTH_MAX {
        let children: Vec<(String, &RawValue)> = if let Ok(Fields(fields)) = json::read(json) {
            fields.into_iter().map(|(name, raw)| (format!(".{name}"), raw)).collect()
        } else if let Ok(items) = json::read::<Vec<&RawValue>>(json) {
            items.into_iter().enumerate().map(|(index, raw)| (format!("[{index}]"), raw)).collect()
        } else {
            break;
        };
        let inner = children.into_iter().find_map(|(step, raw)| {
            let start = raw.get().as_ptr().addr().saturating_sub(json.as_ptr().addr());
            (start..start + raw.get().len()).contains(&offset).then_some((step, raw.get(), start))
        });
        let Some((step, value, start)) = inner else { break };
        path.extend(step.chars().take(60));
        json = value;
        offset -= start;
    }
    path
}
