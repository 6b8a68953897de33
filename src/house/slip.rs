//! The QR code of a slip.

use crate::exchange::{qr_path, slip_text};
use crate::ledger::TicketNumber;
use crate::protocol::Trouble;

/// Draws a ticket's QR code: an SVG path and the modules on a side.
pub(super) fn qr(number: &TicketNumber) -> Result<(String, u32), Trouble> {
    qr_path(&slip_text(number)).map_err(|too_long| Trouble::Broken(too_long.to_string()))
}
