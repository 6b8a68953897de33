//! Starts the back office.

fn main() {}
