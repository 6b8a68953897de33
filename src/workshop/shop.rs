//! The shelf of texts, and who answers what.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::ask::{Ask, System};
use super::find::Sought;
use super::view::{Answer, CompactText, FoundSystem, Sound};
use super::{cases, check, compare, draft, read, trial};
use crate::office::Lang;
use crate::protocol::Trouble;
use crate::rules::pack::{Pack, Problem, parse};
use crate::rules::{CompiledPack, comes_with_the_program, load_among, write_whole};

/// The most packs that are kept ready.
const READY_MAX: usize = 8;

/// What must be brought before a question can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The text of a system that comes with the app, by its id.
    Text(String),
    /// All systems that come with the app, in compact form.
    Library,
}

/// Texts at hand, and packs made from them.
#[derive(Default)]
pub struct Workshop {
    texts: BTreeMap<String, String>,
    library: Option<Vec<CompiledPack>>,
    ready: Vec<(String, CompiledPack)>,
}

impl Workshop {
    /// What must be brought next to answer `ask`; nothing where it can be answered.
    pub fn wants(&self, ask: &Ask) -> Option<Wanted> {
        if matches!(ask, Ask::Find { .. }) && self.library.is_none() {
            return Some(Wanted::Library);
        }
        ask.systems().iter().find_map(|system| match system {
            System::Shipped(id) => self.missing(id),
            System::Text(text) => self.missing_parent(text),
        })
    }

    /// Puts the text of a system that comes with the app on the shelf.
    pub fn bring_text(&mut self, id: &str, text: String) {
        self.texts.insert(id.to_owned(), text);
    }

    /// Puts all systems that come with the app on the shelf.
    pub fn bring_library(&mut self, packs: Vec<CompiledPack>) {
        self.library = Some(packs);
    }

    /// Answers a question for which nothing is wanted.
    pub fn answer(&mut self, lang: Lang, ask: &Ask) -> Result<Answer, Trouble> {
        Ok(match ask {
            Ask::Find { words, own } => Answer::Found(self.found(lang, words, own)),
            Ask::Text(id) => Answer::Text(self.text(id)?.to_owned()),
            Ask::Begin { from, id } => Answer::Text(draft::begin(self.text(from)?, id)),
            Ask::Read(system) => Answer::Reading(self.sound(lang, system, |pack| read::read(lang, pack))?),
            Ask::Cases(system) => Answer::Cases(self.sound(lang, system, |pack| cases::run(lang, pack))?),
            Ask::Try { system, situation, why_not } => {
                Answer::Trial(self.sound(lang, system, |pack| trial::decided(lang, pack, situation, why_not.as_ref()))?)
            }
            Ask::Judge { system, given, why_not } => {
                Answer::Judgement(self.sound(lang, system, |pack| trial::judged(lang, pack, given, *why_not))?)
            }
            Ask::Check(text) => Answer::Checked(check::check_text(lang, self.load(text))),
            Ask::Compact(text) => Answer::Compact(self.compact(lang, text)?),
            Ask::Compare { one, other } => Answer::Comparison(self.compared(lang, one, other)?),
        })
    }

    /// Looks through one's own systems, then through those that come with the app. A text that cannot be read speaks of nothing.
    fn found(&mut self, lang: Lang, words: &str, own: &[String]) -> Vec<FoundSystem> {
        let sought = Sought::new(words);
        let mut found: Vec<FoundSystem> =
            own.iter().filter_map(|text| sought.look(lang, self.load(text).ok()?)).collect();
        let library = self.library.iter().flatten();
        found.extend(library.filter_map(|pack| sought.look(lang, pack)));
        found
    }

    fn compared(&mut self, lang: Lang, one: &System, other: &System) -> Result<Sound<super::Comparison>, Trouble> {
        let first = self.sound(lang, one, |pack| compare::Side::of(lang, pack))?;
        let second = self.sound(lang, other, |pack| compare::Side::of(lang, pack))?;
        Ok(first.and_then(|first| second.map(|second| compare::compare(first, second))))
    }

    fn compact(&mut self, lang: Lang, text: &str) -> Result<Sound<CompactText>, Trouble> {
        let written = self.sound(lang, &System::Text(text.to_owned()), |pack| {
            let identity = &pack.pack().identity;
            (identity.id.clone(), identity.version.clone(), write_whole(pack))
        })?;
        Ok(match written {
            Err(problems) => Err(problems),
            Ok((pack, version, bytes)) => {
                let bytes = bytes.map_err(|error| Trouble::Broken(error.to_string()))?;
                Ok(CompactText { pack, version, base64: STANDARD.encode(bytes) })
            }
        })
    }

    /// Looks at a system that can be read, or says what is wrong with it.
    fn sound<T>(
        &mut self,
        lang: Lang,
        system: &System,
        look: impl FnOnce(&CompiledPack) -> T,
    ) -> Result<Sound<T>, Trouble> {
        let text = match system {
            System::Shipped(id) => self.text(id)?.to_owned(),
            System::Text(text) => text.clone(),
        };
        Ok(self.load(&text).map(look).map_err(|problems| check::said_all(lang, &problems)))
    }

    fn text(&self, id: &str) -> Result<&str, Trouble> {
        self.texts.get(id).map(String::as_str).ok_or_else(|| Trouble::NotFound(id.to_owned()))
    }

    /// Makes a pack ready, or takes the one that was made ready before.
    fn load(&mut self, text: &str) -> Result<&CompiledPack, Vec<Problem>> {
        if let Some(place) = self.ready.iter().position(|(known, _)| known == text) {
            let found = self.ready.remove(place);
            self.ready.push(found);
        } else {
            let texts = &self.texts;
            let find = |id: &str| -> Option<Pack> { parse(texts.get(id)?).ok() };
            let pack = load_among(text, &find)?;
            if self.ready.len() >= READY_MAX {
                self.ready.remove(0);
            }
            self.ready.push((text.to_owned(), pack));
        }
        self.ready.last().map(|(_, pack)| pack).ok_or_else(Vec::new)
    }

    /// The text that is missing for a system that comes with the app: its own, or one that it extends.
    fn missing(&self, id: &str) -> Option<Wanted> {
        if !comes_with_the_program(id) {
            return None;
        }
        match self.texts.get(id) {
            None => Some(Wanted::Text(id.to_owned())),
            Some(text) => self.missing_parent(text),
        }
    }

    fn missing_parent(&self, text: &str) -> Option<Wanted> {
        let parent = draft::extends(text)?;
        // A system that extends itself by way of others is the checker's business.
        let known = self.texts.contains_key(&parent)
            && self.texts.get(&parent).is_none_or(|text| draft::extends(text).is_none());
        if known { None } else { self.missing(&parent) }
    }
}
