//! A pool: values of which few differ, each kept once under a number.

use std::collections::HashMap;
use std::hash::Hash;

use super::bits::Bits;
use super::place::short;

/// Values by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pool<T: Eq + Hash> {
    values: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T: Eq + Hash> Default for Pool<T> {
    fn default() -> Self {
        Self { values: Vec::new(), numbers: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Pool<T> {
    /// Takes the values of a snapshot back, in their order.
    pub(super) fn from_values(values: Vec<T>) -> Self {
        let numbers = (0..).zip(&values).map(|(number, value)| (value.clone(), number)).collect();
        Self { values, numbers }
    }

    /// The number of `value`, which is taken in where it is new.
    pub(super) fn number_of(&mut self, value: &T) -> u32 {
        if let Some(number) = self.numbers.get(value) {
            return *number;
        }
        let number = short(self.values.len());
        self.values.push(value.clone());
        self.numbers.insert(value.clone(), number);
        number
    }

    /// The value under a number.
    pub(super) fn get(&self, number: u32) -> Option<&T> {
        self.values.get(number as usize)
    }

    /// All values, in the order of their numbers.
    pub(super) fn values(&self) -> &[T] {
        &self.values
    }

    /// The numbers of the values for which `holds` says so.
    pub(super) fn which(&self, holds: impl Fn(&T) -> bool) -> Bits {
        Bits::of(self.values.len(), |number| self.values.get(number).is_some_and(&holds))
    }

    /// Bytes held; `elsewhere` says how many a value holds elsewhere.
    pub(super) fn held_bytes(&self, elsewhere: impl Fn(&T) -> usize) -> usize {
        let here = self.values.capacity() * size_of::<T>() + self.numbers.capacity() * (size_of::<(T, u32)>() + 1);
        here + 2 * self.values.iter().map(elsewhere).sum::<usize>()
    }
}
