//! The desk's messages: who am I, tickets, intake, acts, paper, exchange.
//!
//! Each table is declared by rows that put 简体, 繁體 and English beside one another, so a missing translation does not
//! compile, and neither does a translation that forgets a hole.

mod acts;
mod backup;
pub(crate) mod codes;
pub(crate) mod conduct;
pub(crate) mod device;
mod exchange;
mod findings;
mod history;
mod intake;
mod paper;
mod problems;
mod ticket;
mod tickets;
mod who;

pub(crate) use acts::ActWords;
pub(crate) use backup::BackupWords;
pub(crate) use exchange::ExchangeWords;
pub(crate) use findings::FindingsWords;
pub(crate) use history::HistoryWords;
pub(crate) use intake::IntakeWords;
pub(crate) use paper::PaperWords;
pub(crate) use problems::problem;
pub(crate) use ticket::TicketWords;
pub(crate) use tickets::TicketsWords;
pub(crate) use who::WhoWords;
