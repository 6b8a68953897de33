//! Systems that the office wrote itself, as this device keeps them.
//!
//! The text is what was written and what goes to other devices; beside it stands its compact form, made by the page that
//! can read texts. A compact form of another version of the app is kept and not read: such a system is *stale* until its
//! text is kept anew.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::json;
use crate::protocol::Trouble;
use crate::rules::{CompiledPack, read_whole};

/// One version of a system of one's own.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct OwnSystem {
    /// The pack's id.
    pub(super) pack: String,
    /// Its version.
    pub(super) version: String,
    /// The text as it was written.
    pub(super) text: String,
    /// The compact form in base64.
    compact: String,
    /// The same, ready to decide; absent where this build cannot read it.
    #[serde(skip)]
    ready: Option<CompiledPack>,
}

/// All of them, in the order in which they were kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct OwnSystems {
    systems: Vec<OwnSystem>,
}

impl OwnSystem {
    /// Takes a text and its compact form together; none where that cannot be read.
    pub(super) fn of(text: &str, compact: &str) -> Option<Self> {
        let ready = unpack(compact)?;
        let identity = &ready.pack().identity;
        Some(Self {
            pack: identity.id.clone(),
            version: identity.version.clone(),
            text: text.to_owned(),
            compact: compact.to_owned(),
            ready: Some(ready),
        })
    }

    /// Whether its compact form, where this build can read it, is that of its text under its name.
    pub(super) fn is_consistent(&self) -> bool {
        self.ready.as_ref().is_none_or(|ready| {
            let identity = &ready.pack().identity;
            identity.id == self.pack && identity.version == self.version && ready.pack().may_come_from(&self.text)
        })
    }

    /// The system, ready to decide; none where it is stale.
    pub(super) fn ready(&self) -> Option<&CompiledPack> {
        self.ready.as_ref()
    }
}

impl OwnSystems {
    /// Reads what was kept.
    pub(super) fn from_json(json: &str) -> Result<Self, Trouble> {
        let mut own: Self = json::read(json).map_err(|error| Trouble::Broken(format!("own systems: {error}")))?;
        for system in &mut own.systems {
            system.ready = unpack(&system.compact);
        }
        Ok(own)
    }

    /// Writes them to be kept.
    pub(super) fn to_json(&self) -> Result<String, Trouble> {
        serde_json::to_string(self).map_err(|error| Trouble::Broken(format!("own systems: {error}")))
    }

    /// How many versions are kept.
    pub(super) fn len(&self) -> usize {
        self.systems.len()
    }

    /// Every version.
    pub(super) fn iter(&self) -> impl Iterator<Item = &OwnSystem> {
        self.systems.iter()
    }

    /// One version of a system.
    pub(super) fn find(&self, pack: &str, version: &str) -> Option<&OwnSystem> {
        self.systems.iter().find(|own| own.pack == pack && own.version == version)
    }

    /// Every version that can decide.
    pub(super) fn ready(&self) -> impl DoubleEndedIterator<Item = &CompiledPack> {
        self.systems.iter().filter_map(OwnSystem::ready)
    }

    /// Every version that this build cannot read.
    pub(super) fn stale(&self) -> impl Iterator<Item = &OwnSystem> {
        self.systems.iter().filter(|own| own.ready.is_none())
    }

    /// The same with `system` in the place of what has its id and version, else behind all others.
    pub(super) fn with(&self, system: OwnSystem) -> Self {
        let mut all = self.clone();
        match all.systems.iter_mut().find(|own| own.pack == system.pack && own.version == system.version) {
            Some(own) => *own = system,
            None => all.systems.push(system),
        }
        all
    }

    /// The same without one version of a system.
    pub(super) fn without(&self, pack: &str, version: &str) -> Self {
        let stays = |own: &&OwnSystem| own.pack != pack || own.version != version;
        Self { systems: self.systems.iter().filter(stays).cloned().collect() }
    }
}

/// Reads a compact form: exactly one pack.
fn unpack(compact: &str) -> Option<CompiledPack> {
    let bytes = STANDARD.decode(compact).ok()?;
    read_whole(&bytes).ok()
}
