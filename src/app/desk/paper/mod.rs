//! What is printed: A4 forms and the 80 mm slip.
//!
//! One sheet lies under the printer at a time. It is drawn into a part of the page that only paper shows; the style sheet
//! hides everything else while it prints.

mod notice;
mod printer;
mod transfer;

pub(super) use notice::notice_sheet;
pub(super) use printer::{Paper, printer};
pub(super) use transfer::{TransferPaper, transfer_sheet};
