//! The content security policy as a header.
//!
//! `public/boot.js` sets the same policy in the page, for hosts that send no headers; a header adds `frame-ancestors`,
//! which a page cannot set, and reaches the worker.

/// The policy but for its script part; `boot.js` holds the same words.
const POLICY: &[&str] = &[
    "default-src 'self'",
    "base-uri 'none'",
    "connect-src 'self'",
    "form-action 'none'",
    "frame-src 'none'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "style-src 'self'",
    "worker-src 'self'",
];
const SCRIPTS: &str = "script-src 'self' 'wasm-unsafe-eval'";
/// What runs WebAssembly in engines that do not know the word above.
const WIDER_SCRIPTS: &str = "script-src 'self' 'unsafe-eval'";
const FRAMES: &str = "frame-ancestors 'none'";
/// The first Chromium that knows the word.
const KNOWING_CHROMIUM: u32 = 97;

/// The policy for the browser that names itself so.
pub(crate) fn for_browser(user_agent: &str) -> String {
    let is_old = chromium_version(user_agent).is_some_and(|version| version < KNOWING_CHROMIUM);
    let scripts = if is_old { WIDER_SCRIPTS } else { SCRIPTS };
    POLICY.iter().copied().chain([scripts, FRAMES]).collect::<Vec<_>>().join("; ")
}

fn chromium_version(user_agent: &str) -> Option<u32> {
    let (_, after) = user_agent.split_once("Chrome/")?;
    after.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_old_chromium_gets_the_wider_policy() {
        let agent = |version: &str| {
            format!("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/{version} Safari/537.36")
        };
        for (user_agent, expected) in [
            (agent("90.0.4427.0"), true),
            (agent("96.0.1.2"), true),
            (agent("97.0.1.2"), false),
            (agent("156.0.0.0"), false),
            ("Mozilla/5.0 Gecko/20100101 Firefox/140.0".into(), false),
            (String::new(), false),
        ] {
            assert_eq!(for_browser(&user_agent).contains(" 'unsafe-eval'"), expected, "{user_agent}");
        }
    }

    #[test]
    fn the_first_script_sets_the_same_policy() {
        let boot = include_str!("../../../public/boot.js");
        let (_, list) = boot.split_once("var POLICY = [").unwrap();
        let (list, _) = list.split_once(']').unwrap();
        let words: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
        assert_eq!(words, POLICY);
        assert!(boot.contains(&format!("\"{SCRIPTS}\"")) && boot.contains(&format!("\"{WIDER_SCRIPTS}\"")));
    }
}
