//! How deep a JSON text nests, found without parsing it.

/// Counts how deep objects and arrays lie in each other. Brackets inside strings do not count.
///
/// One pass without recursion, so that no text, however made, can exhaust the stack. The text need not be valid JSON.
pub fn depth_of(text: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    let mut bytes = text.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' | b'[' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => skip_string(&mut bytes),
            _ => {}
        }
    }
    deepest
}

fn skip_string(bytes: &mut std::slice::Iter<'_, u8>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return,
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::depth_of;

    #[test]
    fn depth_counts_brackets_outside_strings() {
        let check = |text: &str, expected: usize| assert_eq!(depth_of(text.as_bytes()), expected, "{text}");
        check("", 0);
        check("1", 0);
        check("{}", 1);
        check("[[],[[]]]", 3);
        check(r#"{"a":"[[[["}"#, 1);
        check(r#"{"a":"\"[[","b":[1]}"#, 2);
        check(r#"{"a":"\\","b":[[1]]}"#, 3);
        check("]]]][", 1);
        check(&"[".repeat(100_000), 100_000);
    }
}
