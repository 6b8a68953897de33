//! The domain's tests: everything that runs without a browser.

mod rules_words;
