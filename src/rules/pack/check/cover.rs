//! Whether regions cover another region, and the plainest part that they leave uncovered.
//!
//! Decided by splitting, so the answer holds for every situation. Conditions can be written that no such search gets through;
//! one that takes too long is given up and says so, so that silence always means that everything was looked at.

use super::region::{Region, VARIABLES, usual};

/// How many regions one question may look at, split by split. No question about the packs that come with the program looks at
/// two hundred.
const LOOKS_MAX: u32 = 300_000;

/// Whether regions cover another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cover {
    /// They cover all of it.
    Whole,
    /// They leave at least this uncovered.
    Gap(Box<Region>),
    /// It was not found out: the search was given up.
    Unknown,
}

impl Cover {
    /// Finds out whether all of several regions are covered: a gap in one counts, whatever is unknown about others.
    pub(super) fn of_all(regions: &[Region], cover: impl Fn(&Region) -> Self) -> Self {
        let mut all = Self::Whole;
        for region in regions {
            match cover(region) {
                Self::Whole => {}
                Self::Gap(gap) => return Self::Gap(gap),
                Self::Unknown => all = Self::Unknown,
            }
        }
        all
    }
}

impl Region {
    /// Finds out whether `others` cover the region.
    pub(super) fn cover(&self, others: &[Self]) -> Cover {
        search(*self, others, &mut Looks(LOOKS_MAX))
    }

    /// Finds out the same, and of the gap the plainest situations: as few values as possible are unusual.
    pub(super) fn plainest_cover(&self, others: &[Self]) -> Cover {
        let mut looks = Looks(LOOKS_MAX);
        let found = search(*self, others, &mut looks);
        let Cover::Gap(_) = found else { return found };
        let plain = (0..VARIABLES).fold(*self, |region, variable| region.narrow(variable, usual(variable)));
        let with = |region: Self, variable: usize| region.widen(variable, self);
        let one = (0..VARIABLES).map(|variable| with(plain, variable));
        let two = (0..VARIABLES).flat_map(|one| (0..one).map(move |two| (one, two)));
        let two = two.map(|(one, other)| with(with(plain, one), other));
        let candidates = std::iter::once(plain).chain(one).chain(two).filter(|region| !region.is_empty());
        let mut searched = candidates.map(|region| search(region, others, &mut looks));
        searched.find(|cover| matches!(cover, Cover::Gap(_))).unwrap_or(found)
    }
}

/// How many regions may still be looked at.
struct Looks(u32);

impl Looks {
    /// Takes what looking at so many regions costs; false where that is too much.
    fn take(&mut self, regions: usize) -> bool {
        let left = u32::try_from(regions).ok().and_then(|regions| self.0.checked_sub(regions + 1));
        self.0 = left.unwrap_or_default();
        left.is_some()
    }
}

/// Searches for an uncovered part: where a region is covered only in part, each side of one variable by itself.
fn search(region: Region, others: &[Region], looks: &mut Looks) -> Cover {
    if !looks.take(others.len()) {
        return Cover::Unknown;
    }
    let touching: Vec<Region> = others.iter().filter_map(|other| other.intersection(&region)).collect();
    if touching.contains(&region) {
        return Cover::Whole;
    }
    let Some((variable, side)) = split(&region, &touching) else { return Cover::Gap(Box::new(region)) };
    let mut sides = [side, !side];
    if side & usual(variable) == 0 {
        sides.reverse();
    }
    let mut searched = sides.into_iter().map(|side| search(region.narrow(variable, side), &touching, looks));
    searched.find(|cover| *cover != Cover::Whole).unwrap_or(Cover::Whole)
}

/// Chooses the variable that most regions split, and the values of one side; none where no region touches.
fn split(region: &Region, touching: &[Region]) -> Option<(usize, u64)> {
    let splits =
        |variable: usize| touching.iter().filter(|other| other.values(variable) != region.values(variable)).count();
    let variable = (0..VARIABLES).rev().max_by_key(|variable| splits(*variable)).filter(|_| !touching.is_empty())?;
    let side = touching.iter().map(|other| other.values(variable)).find(|values| *values != region.values(variable))?;
    Some((variable, side))
}
