//! Mounts the staff's wing of the app.

fn main() {
    console_error_panic_hook::set_once();
    shouwen::app::mount(shouwen::app::STAFF);
}
