//! Which rows of a long list are in sight, and where they stand.
//!
//! All rows are of one height. A browser lays out nothing that is higher than some ten million pixels, so a list beyond
//! [`FIT_ROWS`] is rolled faster than its scroll bar moves; below that, a row's place is the place times the height.

/// As many rows fit below one another in every browser, also in large print.
const FIT_ROWS: f64 = 60_000.0;
/// Rows drawn above and below those in sight, so that scrolling shows no gap.
const MARGIN_ROWS: f64 = 6.0;
/// What is taken for granted until the list stands on the screen.
const FIRST_SIZES: Sizes = Sizes { top_px: 0.0, view_px: 900.0, row_px: 100.0 };

/// How the list stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(clippy::struct_field_names)] // A number's name ends in its unit.
pub(super) struct Sizes {
    /// How far it is scrolled.
    pub(super) top_px: f64,
    /// Its own height.
    pub(super) view_px: f64,
    /// A row's height.
    pub(super) row_px: f64,
}

/// A list of so many rows, as it stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drum {
    total: f64,
    sizes: Sizes,
}

impl Drum {
    pub(super) fn new(total: u32, sizes: Sizes) -> Self {
        let usual = sizes.row_px >= 1.0 && sizes.view_px >= 1.0;
        let sizes = if usual { sizes } else { Sizes { top_px: sizes.top_px, ..FIRST_SIZES } };
        Self { total: f64::from(total), sizes }
    }

    /// As many rows high is the list laid out.
    pub(super) fn height_rows(self) -> f64 {
        self.total.min(FIT_ROWS)
    }

    /// As many rows fit into sight.
    pub(super) fn view_rows(self) -> f64 {
        self.sizes.view_px / self.sizes.row_px
    }

    /// The rows to draw: the first, and the one behind the last.
    pub(super) fn drawn(self) -> (u32, u32) {
        let first = self.first();
        let end = (first + self.view_rows() + MARGIN_ROWS).ceil().min(self.total);
        (whole((first - MARGIN_ROWS).floor().min(end)), whole(end))
    }

    /// The first row that is wholly in sight.
    pub(super) fn first_in_sight(self) -> u32 {
        whole(self.first().ceil().min(self.total - 1.0))
    }

    /// How many rows further down than their place the rows stand, where the list is rolled faster than its bar.
    pub(super) fn ahead_rows(self) -> f64 {
        self.first() - self.sizes.top_px / self.sizes.row_px
    }

    /// How far to scroll so that the row at `place` is in sight; none where it is.
    pub(super) fn scroll_to(self, place: u32) -> Option<f64> {
        let place = f64::from(place);
        let last_start = place + 1.0 - self.view_rows();
        if place < self.first() {
            Some(self.top_of(place))
        } else if last_start > self.first() {
            Some(self.top_of(last_start).ceil())
        } else {
            None
        }
    }

    /// The first row in sight, with the part of it that is not.
    fn first(self) -> f64 {
        self.sizes.top_px / self.sizes.row_px * self.pace()
    }

    fn top_of(self, first: f64) -> f64 {
        first.max(0.0) * self.sizes.row_px / self.pace()
    }

    /// Rows rolled by for each row that the bar moves.
    fn pace(self) -> f64 {
        let bar = self.height_rows() - self.view_rows();
        if self.total > FIT_ROWS && bar > 0.0 { (self.total - self.view_rows()) / bar } else { 1.0 }
    }
}

/// No list is so long that its places do not fit; what lies before the first is the first.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A cast from a float stays within its bounds.
const fn whole(rows: f64) -> u32 {
    rows as u32
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::{Drum, Sizes};

    fn at(total: u32, top_px: f64) -> Drum {
        Drum::new(total, Sizes { top_px, view_px: 500.0, row_px: 100.0 })
    }

    #[wasm_bindgen_test]
    fn the_rows_in_sight_are_drawn_with_some_around_them() {
        assert_eq!(at(1_000, 0.0).drawn(), (0, 11));
        assert_eq!(at(1_000, 5_050.0).drawn(), (44, 62));
        assert_eq!(at(3, 0.0).drawn(), (0, 3));
        assert_eq!(at(0, 0.0).drawn(), (0, 0));
    }

    #[wasm_bindgen_test]
    fn a_row_that_is_scrolled_to_is_in_sight() {
        for total in [20, 60_000, 100_000, 1_000_000] {
            for place in [0, 7, total / 2, total - 2, total - 1] {
                for from in [0.0, 1_000.0, 5_000_000.0] {
                    let drum = at(total, from);
                    let there = drum.scroll_to(place).map_or(drum, |top_px| at(total, top_px));
                    let (first, end) = there.drawn();
                    assert!(first <= place && place < end, "{total} {place} {from}: {first}..{end}");
                }
            }
        }
    }
}
