//! The systems that come with the program, and how packs are loaded.

use super::codes::nearest;
use super::compile::CompiledPack;
use super::pack::{Pack, Problem, ProblemKind, check_references, extend, parse, precedence, unknown_clause};

/// A pack's text and where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackSource {
    /// The system's id.
    pub id: &'static str,
    /// The file's name.
    pub file: &'static str,
    /// The text.
    pub text: &'static str,
}

macro_rules! sources {
    ($($id:literal $file:literal,)+) => {
        &[$(PackSource { id: $id, file: $file, text: include_str!(concat!("packs/", $file)) },)+]
    };
}

/// The packs that come with the program, by id.
const SOURCES: &[PackSource] = sources![
    "A07" "a07-property-desk.toml",
    "C07" "c07-service-centre.toml",
    "D01" "d01-company-service-desk.toml",
];

/// Lists the packs that come with the program.
pub fn systems() -> &'static [PackSource] {
    SOURCES
}

/// Loads one of the packs that come with the program.
pub fn load_system(id: &str) -> Option<CompiledPack> {
    let source = SOURCES.iter().find(|source| source.id == id)?;
    load(source.text).ok()
}

/// Loads all packs that come with the program.
pub fn load_all() -> Vec<CompiledPack> {
    SOURCES.iter().filter_map(|source| load(source.text).ok()).collect()
}

/// Reads a pack, joins it with what it extends, and makes it ready to decide; or lists what is wrong.
pub fn load(text: &str) -> Result<CompiledPack, Vec<Problem>> {
    load_beside(text, &|_| None)
}

/// Reads a pack as [`load`] does; packs that it extends are looked for by `find` first, by their ids.
pub fn load_beside(text: &str, find: &dyn Fn(&str) -> Option<Pack>) -> Result<CompiledPack, Vec<Problem>> {
    let pack = parse(text)?;
    let place = pack.identity.place;
    let joined = join_parents(pack, find, &mut Vec::new());
    prepare(joined.map_err(|kinds| kinds.into_iter().map(|kind| Problem { place, kind }).collect::<Vec<_>>())?)
}

/// Makes a pack ready to decide, or lists what it refers to and does not have.
pub fn prepare(pack: Pack) -> Result<CompiledPack, Vec<Problem>> {
    let problems = check_references(&pack);
    if !problems.is_empty() {
        return Err(problems);
    }
    let order = precedence(&pack).map_err(|problem| vec![problem])?;
    Ok(CompiledPack::new(pack, &order))
}

/// Joins a pack with the packs that it extends, one after the other; `line` are those already on the way.
fn join_parents(
    pack: Pack,
    find: &dyn Fn(&str) -> Option<Pack>,
    line: &mut Vec<String>,
) -> Result<Pack, Vec<ProblemKind>> {
    let Some(parent) = pack.identity.extends.clone() else { return Ok(pack) };
    line.push(pack.identity.id.clone());
    if line.contains(&parent) {
        return Err(vec![ProblemKind::ExtendsCycle(parent)]);
    }
    let embedded = || parse(SOURCES.iter().find(|source| source.id == parent)?.text).ok();
    let Some(found) = find(&parent).or_else(embedded) else {
        let nearest = nearest(&parent, &mut SOURCES.iter().map(|source| source.id)).map(str::to_owned);
        return Err(vec![ProblemKind::UnknownParent { found: parent, nearest }]);
    };
    let parent = join_parents(found, find, line)?;
    let without = pack.identity.without.iter();
    let missing = without.filter(|left_out| !parent.clauses.iter().any(|clause| clause.reference == **left_out));
    let missing: Vec<ProblemKind> = missing.map(|found| unknown_clause(&parent, *found)).collect();
    if missing.is_empty() { Ok(extend(pack, &parent)) } else { Err(missing) }
}
