//! Systems, read clause by clause.

use crate::protocol::{ClauseChip, ClauseView, SystemCard, SystemTextView, SystemView, Trouble};
use crate::rules::pack::{Clause, Words};
use crate::rules::{ClauseRef, CompiledPack, Flags, Stamp};

use super::super::own_systems::OwnSystem;
use super::Look;
use crate::office::Text;

impl Look<'_> {
    /// Lists the systems that this device knows.
    pub(super) fn systems(&self) -> Vec<SystemCard> {
        let house = self.house;
        let known = house.own.ready().chain(&house.packs).map(|pack| self.system_card(pack));
        known.chain(house.own.stale().map(stale_card)).collect()
    }

    /// Shows one system, whole.
    pub(super) fn system(&self, id: &str) -> Result<SystemView, Trouble> {
        let pack = self.house.pack_meant(id, None, self.moment)?;
        let clauses = pack.pack().clauses.iter().map(|clause| self.clause_view(pack, clause)).collect();
        Ok(SystemView { card: self.system_card(pack), source: pack.pack().identity.source.clone(), clauses })
    }

    /// Shows one clause.
    pub(super) fn clause(&self, id: &str, version: Option<&str>, clause: ClauseRef) -> Result<ClauseView, Trouble> {
        let pack = self.house.pack_meant(id, version, self.moment)?;
        let found = pack.clause(&clause).ok_or_else(|| Trouble::NotFound(format!("{id} {clause}")))?;
        Ok(self.clause_view(pack, found))
    }

    /// Shows the text of a system of one's own.
    pub(super) fn system_text(&self, pack: &str, version: &str) -> Result<SystemTextView, Trouble> {
        let own = self.house.own.find(pack, version).ok_or_else(|| Trouble::NotFound(format!("{pack} {version}")))?;
        Ok(SystemTextView { pack: own.pack.clone(), version: own.version.clone(), text: own.text.clone() })
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
            active: self.house.pack(self.moment).is_ok_and(|active| active.stamp() == pack.stamp()),
            own: self.house.own.find(&identity.id, &identity.version).is_some(),
            from: self.house.planned_from(&identity.id, &identity.version, self.moment).map(str::to_owned),
            stale: false,
        }
    }

    /// A clause as a chip; one that the pack does not have has no gist.
    pub(super) fn chip(&self, pack: &CompiledPack, clause: ClauseRef) -> ClauseChip {
        let gist = pack.clause(&clause).map(|clause| self.words(&clause.gist)).unwrap_or_default();
        ClauseChip { pack: pack.id().to_owned(), version: pack.stamp().version.clone(), clause, gist }
    }

    /// A clause of the pack and version that a decision was stamped with, also where this device does not have it.
    pub(super) fn stamped_chip(&self, stamp: &Stamp, clause: ClauseRef) -> ClauseChip {
        let known = self.house.pack_meant(&stamp.pack, Some(&stamp.version), self.moment);
        let gist = known.map(|pack| self.chip(pack, clause).gist).unwrap_or_default();
        ClauseChip { pack: stamp.pack.clone(), version: stamp.version.clone(), clause, gist }
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

/// A system that this build cannot read: what is known of it without reading.
fn stale_card(own: &OwnSystem) -> SystemCard {
    SystemCard {
        pack: own.pack.clone(),
        title: own.pack.clone(),
        sector: String::new(),
        version: own.version.clone(),
        clauses: 0,
        about: String::new(),
        flags: Flags::EMPTY,
        active: false,
        own: true,
        from: None,
        stale: true,
    }
}

/// The circumstances that any rule of a pack wants, or wants absent.
fn flags_looked_at(pack: &CompiledPack) -> Flags {
    let conditions = pack.pack().rules().flat_map(|(_, rule)| &rule.when);
    conditions.fold(Flags::EMPTY, |all, when| all.union(when.flags).union(when.any_flags).union(when.no_flags))
}
