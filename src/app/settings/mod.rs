//! Settings: office, system, appearance, storage, about.

mod about;
mod appearance;
mod office;
mod page;
mod storage;
mod system;

pub(crate) use page::settings_page;
