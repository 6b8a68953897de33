//! Starts the back office.

fn main() {
    shouwen::backoffice::start();
}
