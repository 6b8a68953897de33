//! Starts the back office of the visitors' wing.

fn main() {
    shouwen::backoffice::start::<shouwen::backoffice::Visitors>();
}
