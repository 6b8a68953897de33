//! The rules' wing: the screens in the page, and the same program once more in a worker as their workshop.

use shouwen::{app, backoffice, workshop};

fn main() {
    if backoffice::is_worker() {
        workshop::start();
    } else {
        console_error_panic_hook::set_once();
        app::mount(app::RULES);
    }
}
