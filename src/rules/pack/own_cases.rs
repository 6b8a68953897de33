//! A pack's own examples, out of the way of programs that never read a pack's text.

use std::any::Any;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use super::PackCase;

/// The cases that stand in a pack's text.
///
/// Their type is known only to whoever looks at them, so that a program which reads compact forms alone is linked without all
/// that cases are made of.
#[derive(Clone, Default)]
pub struct OwnCases(Option<Arc<dyn Any + Send + Sync>>);

impl From<Vec<PackCase>> for OwnCases {
    fn from(cases: Vec<PackCase>) -> Self {
        Self(Some(Arc::new(cases)))
    }
}

impl Deref for OwnCases {
    type Target = [PackCase];

    fn deref(&self) -> &[PackCase] {
        self.0.as_ref().and_then(|cases| cases.downcast_ref::<Vec<PackCase>>()).map_or(&[], Vec::as_slice)
    }
}

impl PartialEq for OwnCases {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for OwnCases {}

impl fmt::Debug for OwnCases {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}
