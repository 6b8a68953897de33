//! The rules' messages: systems and their clauses, trying them, comparing them, writing one's own.

mod drafts;
mod held;
mod sectors;
mod systems;
mod trial;

pub(crate) use drafts::DraftWords;
pub(crate) use held::held;
pub(crate) use sectors::{Family, family, sector};
pub(crate) use systems::SystemWords;
pub(crate) use trial::TrialWords;

use super::Words;

/// Everything that the rules' wing says, in one language: the shared words, and its own.
pub(crate) struct RulesWords {
    shared: &'static Words,
    /// Systems and their clauses.
    pub(crate) systems: SystemWords,
    /// Trying a system.
    pub(crate) trial: TrialWords,
    /// Writing one's own.
    pub(crate) drafts: DraftWords,
}

static HANS: RulesWords =
    RulesWords { shared: &super::HANS, systems: SystemWords::HANS, trial: TrialWords::HANS, drafts: DraftWords::HANS };

static HANT: RulesWords =
    RulesWords { shared: &super::HANT, systems: SystemWords::HANT, trial: TrialWords::HANT, drafts: DraftWords::HANT };

static EN: RulesWords =
    RulesWords { shared: &super::EN, systems: SystemWords::EN, trial: TrialWords::EN, drafts: DraftWords::EN };

impl std::ops::Deref for RulesWords {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.shared
    }
}

/// The words of the rules' wing in `lang`.
pub(crate) fn rules_words(lang: crate::office::Lang) -> &'static RulesWords {
    super::pick(lang, [&HANS, &HANT, &EN])
}
