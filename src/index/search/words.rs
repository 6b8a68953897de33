//! Words as typed into the search box.
//!
//! They are split at blanks, and each must be found: in the name, the subject or the details, as part of the number, as the
//! phone's ending, or, where it is letters, by the pinyin of name or subject. A word in 繁體 is looked for in 简体 too, in
//! which most is written. A number that was typed whole is found even with O for 0, or with blanks in it.

use crate::index::number::Part;
use crate::index::phone::Ending;
use crate::index::text::{Letters, small_units};
use crate::ledger::TicketNumber;
use crate::script::fold;

/// How much of what was typed is looked at, in characters.
const TYPED_MAX_CHARS: usize = 200;

/// Words as typed into the search box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// All of them must be found …
    pub(super) terms: Vec<Term>,
    /// … or else this number.
    pub(super) number: Option<Part>,
}

/// One word: any of these ways to find it will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// In the form for comparing.
    pub(super) spellings: Vec<Vec<u16>>,
    pub(super) letters: Option<Letters>,
    pub(super) number: Option<Part>,
    pub(super) phone: Option<Ending>,
}

impl Words {
    /// Reads what was typed.
    pub fn of(typed: &str) -> Self {
        let typed: String = typed.chars().take(TYPED_MAX_CHARS).collect();
        let number: Option<TicketNumber> = typed.parse().ok();
        Self { terms: typed.split_whitespace().map(Term::of).collect(), number: number.and_then(Part::whole) }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

impl Term {
    fn of(word: &str) -> Self {
        let units = small_units(word);
        let plain = String::from_utf16_lossy(&units);
        let mut spellings = vec![units];
        if plain.chars().all(char::is_alphanumeric) {
            let folded = small_units(&fold(&plain));
            if spellings.first() != Some(&folded) {
                spellings.push(folded);
            }
        }
        Self { spellings, letters: Letters::of(&plain), number: Part::of(&plain), phone: Ending::of(&plain) }
    }
}
