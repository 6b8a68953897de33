//! Systems, read clause by clause.

use crate::protocol::{ClauseChip, ClauseView, SystemCard, SystemView, Trouble};
use crate::rules::pack::{Clause, Words};
use crate::rules::{ClauseRef, CompiledPack, Flags};

use super::Look;
use crate::office::Text;

impl Look<'_> {
    /// Lists the systems that this device knows.
    pub(super) fn systems(&self) -> Vec<SystemCard> {
        self.house.packs.iter().map(|pack| self.system_card(pack)).collect()
    }

    /// Shows one system, whole.
    pub(super) fn system(&self, id: &str) -> Result<SystemView, Trouble> {
        let pack = self.house.pack_by_id(id)?;
        let clauses = pack.pack().clauses.iter().map(|clause| self.clause_view(pack, clause)).collect();
        Ok(SystemView { card: self.system_card(pack), source: pack.pack().identity.source.clone(), clauses })
    }

    /// Shows one clause.
    pub(super) fn clause(&self, id: &str, clause: ClauseRef) -> Result<ClauseView, Trouble> {
        let pack = self.house.pack_by_id(id)?;
        let found = pack.clause(&clause).ok_or_else(|| Trouble::NotFound(format!("{id} {clause}")))?;
        Ok(self.clause_view(pack, found))
    }

    pub(super) fn system_card(&self, pack: &CompiledPack) -> SystemCard {
        let identity = &pack.pack().identity;
        SystemCard {
            pack: identity.id.clone(),
            title: self.words(&identity.title),
            sector: identity.sector.clone(),
            version: identity.version.clone(),
            clauses: u32::try_from(pack.pack().clauses.len()).unwrap_or(u32::MAX),
            about: identity.note.as_ref().map(|note| self.words(note)).unwrap_or_default(),
            flags: flags_looked_at(pack),
            active: self.house.pack().is_ok_and(|active| active.id() == pack.id()),
        }
    }

    /// A clause as a chip; one that the pack does not have has no gist.
    pub(super) fn chip(&self, pack: &CompiledPack, clause: ClauseRef) -> ClauseChip {
        let gist = pack.clause(&clause).map(|clause| self.words(&clause.gist)).unwrap_or_default();
        ClauseChip { pack: pack.id().to_owned(), clause, gist }
    }

    /// A clause of the pack that a decision was stamped with, also where this device no longer has that pack.
    pub(super) fn stamped_chip(&self, pack: &str, clause: ClauseRef) -> ClauseChip {
        let known = self.house.pack_by_id(pack);
        known.map_or_else(
            |_| ClauseChip { pack: pack.to_owned(), clause, gist: String::new() },
            |pack| self.chip(pack, clause),
        )
    }

    /// Words of a pack in the reader's language.
    fn words(&self, words: &Words) -> String {
        Text { zh: words.zh.clone(), zh_hant: None, en: words.en.clone() }.in_lang(self.lang)
    }

    fn clause_view(&self, pack: &CompiledPack, clause: &Clause) -> ClauseView {
        ClauseView {
            chip: self.chip(pack, clause.reference),
            system: self.words(&pack.pack().identity.title),
            version: pack.pack().identity.version.clone(),
            unformalised: clause.unformalised.as_ref().map(|why| self.words(why)),
        }
    }
}

/// The circumstances that any rule of a pack wants, or wants absent.
fn flags_looked_at(pack: &CompiledPack) -> Flags {
    let conditions = pack.pack().rules().flat_map(|(_, rule)| &rule.when);
    conditions.fold(Flags::EMPTY, |all, when| all.union(when.flags).union(when.any_flags).union(when.no_flags))
}
