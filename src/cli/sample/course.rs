//! How an invented ticket goes on once it is registered.

use shouwen::dice::Dice;
use shouwen::ledger::Closing;

/// What happens next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The visitor gets the answer.
    Answer,
    /// The visitor is asked whether it serves.
    FeedBack,
    /// The matter ends.
    Close(Closing),
    /// It is handed to another department.
    Transfer,
    /// That department takes it.
    Accept,
    /// That department gives it back.
    Return,
    /// Someone presses for it.
    Urge,
    /// The visitor's name is put right.
    Correct,
    /// It is taken up again.
    Reopen,
}

/// Throws how a ticket goes on. Most are answered and settled; some wait, wander, or are never finished.
pub(super) fn course(dice: &mut Dice) -> &'static [Step] {
    use Step::{Accept, Answer, Close, Correct, FeedBack, Reopen, Return, Transfer, Urge};
    const SETTLE: Step = Close(Closing::Settled);
    match dice.below(100) {
        0..14 => &[],
        14..24 => &[Answer],
        24..72 => &[Answer, SETTLE],
        72..77 => &[Transfer, Accept, Answer, SETTLE],
        77..79 => &[Transfer, Return, Answer],
        79..80 => &[Transfer],
        80..85 => &[Close(Closing::Withdrawn)],
        85..89 => &[Answer, Close(Closing::Declined)],
        89..92 => &[Answer, Close(Closing::Directed)],
        92..95 => &[Answer, FeedBack, SETTLE],
        95..97 => &[Urge, Answer, SETTLE],
        97..99 => &[Correct, Answer],
        _ => &[Answer, SETTLE, Reopen, Answer, SETTLE],
    }
}
