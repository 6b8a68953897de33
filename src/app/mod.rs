//! The screens.

mod link;
