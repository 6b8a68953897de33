//! Any part of a ticket's number, with dashes or without.
//!
//! A number is kept as its head (office, device, day), which many tickets share, and its tail (counter and check). A part
//! lies in the head, in the tail, or across: which it can be is settled once for each head, and what a tail must be once for
//! each counter, so that a look at a row is two look-ups.

use super::text::Lexicon;
use crate::ledger::TicketNumber;

/// Digits of the counter, and symbols of the tail: those and the check.
const COUNTER_DIGITS: usize = 4;
const TAIL_SYMBOLS: usize = COUNTER_DIGITS + 1;
/// Counters of a day; the first is never given.
const COUNTERS: u16 = TicketNumber::COUNTER_MAX + 1;
/// The base in which a check is kept as a number: digits and letters.
const BASE: u32 = 36;
/// No number has more symbols.
const SYMBOLS_MAX: usize = 20;

/// A number in the pieces in which it is kept.
pub(super) struct Pieces {
    pub(super) head: String,
    pub(super) counter: u16,
    pub(super) check: u8,
}

impl Pieces {
    /// Takes a number apart.
    pub(super) fn of(number: TicketNumber) -> Self {
        let mut head = number.to_string();
        let check = head.pop().and_then(|check| check.to_digit(BASE)).and_then(|check| u8::try_from(check).ok());
        head.truncate(head.len().saturating_sub(COUNTER_DIGITS));
        Self { head, counter: number.counter(), check: check.unwrap_or_default() }
    }

    /// Puts it together again; none where the pieces never were one number.
    pub(super) fn number(&self) -> Option<TicketNumber> {
        let check = char::from_digit(u32::from(self.check), BASE)?;
        TicketNumber::parse(&format!("{}{:04}{check}", self.head, self.counter)).ok()
    }
}

/// A part of a number, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part(Vec<u8>);

/// Which numbers a part is part of.
pub(super) struct Numbers {
    /// For each head, how the part can lie: see [`Lie`].
    lies: Vec<Lie>,
    /// For each way to lie, and each counter, the checks with which the part is there, a bit for each; nothing where it is there
    /// with none.
    tails: [Vec<u64>; LIES],
}

/// Bit 0: the part lies in the head. Bit n: all but the last n symbols of the part end the head.
type Lie = u8;
const IN_HEAD: Lie = 1;
const LIES: usize = 2 << TAIL_SYMBOLS;

impl Part {
    /// Reads a part as typed; none where it is no part of any number.
    pub(super) fn of(typed: &str) -> Option<Self> {
        let symbols = typed.chars().filter(|symbol| !matches!(symbol, '-' | '–' | '—' | '－'));
        let symbols: Option<Vec<u8>> =
            symbols.map(|symbol| u8::try_from(symbol).ok().filter(u8::is_ascii_alphanumeric)).collect();
        let symbols = symbols?.to_ascii_uppercase();
        (1..=SYMBOLS_MAX).contains(&symbols.len()).then_some(Self(symbols))
    }

    /// A number, whole.
    pub(super) fn whole(number: TicketNumber) -> Option<Self> {
        Self::of(&number.to_string())
    }

    /// Says which numbers with these heads it is part of; nothing where it is part of none.
    pub(super) fn numbers(&self, heads: &Lexicon) -> Option<Numbers> {
        let lies: Vec<Lie> = (0..heads.len()).map(|number| self.lie(heads.text(number))).collect();
        let mut tails = [const { Vec::new() }; LIES];
        for (tails, lie) in tails.iter_mut().zip(0..).filter(|(_, lie)| lie & IN_HEAD == 0 && lies.contains(lie)) {
            *tails = self.tails(lie);
        }
        (lies.contains(&IN_HEAD) || tails.iter().any(|tails| !tails.is_empty())).then_some(Numbers { lies, tails })
    }

    fn lie(&self, head: &[u16]) -> Lie {
        let mut symbols = [0; SYMBOLS_MAX];
        let without_dashes = head.iter().filter_map(|unit| u8::try_from(*unit).ok()).filter(|symbol| *symbol != b'-');
        let length = symbols.iter_mut().zip(without_dashes).map(|(to, symbol)| *to = symbol).count();
        let head = symbols.get(..length).unwrap_or_default();
        if head.windows(self.0.len()).any(|window| window == self.0) {
            return IN_HEAD;
        }
        let across = (1..=TAIL_SYMBOLS).filter(|in_tail| {
            let ends = self.0.len().checked_sub(*in_tail).and_then(|in_head| self.0.get(..in_head));
            ends.is_some_and(|part| !part.is_empty() && head.ends_with(part))
        });
        across.fold(0, |lie, in_tail| lie | 1 << in_tail)
    }

    /// For each counter the checks with which the part is in the tail, or ends in it as `lie` says.
    fn tails(&self, lie: Lie) -> Vec<u64> {
        let across = (1..=TAIL_SYMBOLS).filter(|in_tail| lie >> in_tail & 1 == 1);
        let across = across.filter_map(|in_tail| Some((0, self.0.get(self.0.len().checked_sub(in_tail)?..)?)));
        let last_start = TAIL_SYMBOLS.checked_sub(self.0.len());
        let within = last_start.map_or(0..0, |last| 0..last + 1).map(|start| (start, self.0.as_slice()));
        let counts = |(start, part): &(usize, &[u8])| part.iter().take(COUNTER_DIGITS - start).all(u8::is_ascii_digit);
        let sought: Vec<(usize, &[u8])> = across.chain(within).filter(counts).collect();
        if sought.is_empty() {
            return Vec::new();
        }
        let checks = |counter: u16| {
            let digits = digits(counter);
            sought.iter().fold(0, |checks, (start, part)| checks | checks_with(digits, *start, part))
        };
        (0..COUNTERS).map(checks).collect()
    }
}

impl Numbers {
    /// Tells whether the part is part of the number of these pieces.
    pub(super) fn has(&self, head: usize, counter: u16, check: u8) -> bool {
        match self.lies.get(head) {
            None => false,
            Some(&IN_HEAD) => true,
            Some(lie) => {
                let checks = self.tails.get(usize::from(*lie)).and_then(|tails| tails.get(usize::from(counter)));
                checks.is_some_and(|checks| checks.checked_shr(u32::from(check)).unwrap_or(0) & 1 == 1)
            }
        }
    }
}

fn digits(counter: u16) -> [u8; COUNTER_DIGITS] {
    [1_000, 100, 10, 1].map(|place| b'0' + u8::try_from(counter / place % 10).unwrap_or_default())
}

/// The checks with which `part` stands in a tail with these digits from `start` on.
fn checks_with(digits: [u8; COUNTER_DIGITS], start: usize, part: &[u8]) -> u64 {
    let counted = digits.iter().skip(start);
    if counted.zip(part).any(|(digit, symbol)| digit != symbol) {
        return 0;
    }
    match part.get(COUNTER_DIGITS - start..) {
        Some([check]) => char::from(*check).to_digit(BASE).map_or(0, |check| 1 << check),
        _ => u64::MAX,
    }
}
