//! The clocks of devices: each shows the true time with an error of its own, and is set, rightly or wrongly.

use shouwen::dice::Dice;
use shouwen::house::Moment;

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;
const YEAR_MS: i64 = 365 * DAY_MS;

/// The latest moment that a browser can name, and minus it the earliest.
const EDGE_MS: i64 = 8_640_000_000_000_000;

/// The clock of one device.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wall {
    /// What it shows beyond the true time, in milliseconds.
    ahead: i64,
    /// By how much it goes wrong, in milliseconds a day.
    drift: i64,
    /// The true time at which it was set, in milliseconds since 1970.
    set_at: i64,
}

impl Wall {
    /// What it shows at a true time.
    pub(crate) fn at(self, true_ms: i64) -> Moment {
        let drifted_ms = (true_ms - self.set_at) / HOUR_MS * self.drift / 24;
        Moment { now_ms: true_ms.saturating_add(self.ahead + drifted_ms).clamp(-EDGE_MS, EDGE_MS) }
    }

    /// Sets it: mostly a little wrong, sometimes absurdly.
    pub(crate) fn set(&mut self, true_ms: i64, dice: &mut Dice) {
        let far_ms = |to_ms: i64| to_ms - true_ms;
        let span = |dice: &mut Dice, unit_ms: i64, most: u64| unit_ms * (1 + dice.below(most).cast_signed());
        self.ahead = match dice.below(12) {
            0..=2 => 0,
            3 => span(dice, MINUTE_MS, 59),
            4 => -span(dice, MINUTE_MS, 59),
            5 => span(dice, HOUR_MS, 47),
            6 => -span(dice, HOUR_MS, 47),
            7 => span(dice, DAY_MS, 400),
            8 => -span(dice, DAY_MS, 400),
            9 => span(dice, YEAR_MS, 60),
            10 => -span(dice, YEAR_MS, 20),
            // The epoch, the edges of what an event may carry, and the edge of what a browser can say.
            _ => {
                let edges =
                    [0, 946_684_800_000, 946_684_799_999, 4_102_444_799_999, 4_102_444_800_000, EDGE_MS, -EDGE_MS];
                far_ms(dice.pick(&edges).copied().unwrap_or_default())
            }
        };
        self.drift = if dice.happens(20) { dice.below(120_000).cast_signed() - 60_000 } else { 0 };
        self.set_at = true_ms;
    }
}
