//! Starts the back office of the staff's wing.

fn main() {
    shouwen::backoffice::start::<shouwen::backoffice::Staff>();
}
