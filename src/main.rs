//! The visitors' wing: the screens in the page, and the same program once more in a worker as their back office.

use shouwen::{app, backoffice};

fn main() {
    if backoffice::is_worker() {
        backoffice::start::<backoffice::Visitors>();
    } else {
        console_error_panic_hook::set_once();
        app::mount(app::VISITORS);
    }
}
