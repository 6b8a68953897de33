//! Data that screens draw.
//!
//! Times are milliseconds since 1970 (UTC); screens show them in the office's time zone (UTC+8).

mod decision;
mod device;
mod due;
mod import;
mod matter;
mod status;
mod system;
mod ticket;
mod visit;

pub use decision::*;
pub use device::*;
pub use due::*;
pub use import::*;
pub use matter::*;
pub use status::*;
pub use system::*;
pub use ticket::*;
pub use visit::*;
