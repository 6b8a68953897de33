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
        /// The packs that come with the program, by id.
        const SOURCES: &[PackSource] =
            &[$(PackSource { id: $id, file: $file, text: include_str!(concat!("packs/", $file)) },)+];

        /// The ids of the packs that come with the program. Apart from the texts, which the app does not carry.
        const IDS: &[&str] = &[$($id,)+];
    };
}

sources! {
    "A01" "a01-five-requirements.toml",
    "A02" "a02-unit-template.toml",
    "A03" "a03-customer-service.toml",
    "A04" "a04-time-limited.toml",
    "A05" "a05-reception-desk.toml",
    "A06" "a06-service-trade.toml",
    "A07" "a07-property-desk.toml",
    "A08" "a08-company-yangchun.toml",
    "A09" "a09-company-simple.toml",
    "A10" "a10-agency-counterpart.toml",
    "A11" "a11-agency-time-limits.toml",
    "A12" "a12-general-outline.toml",
    "A13" "a13-service-centre-template.toml",
    "A14" "a14-work-committee-standard.toml",
    "A15" "a15-company-articles.toml",
    "A16" "a16-three-systems-summary.toml",
    "A17" "a17-service-centre-windows.toml",
    "B01" "b01-public-service-24-hours.toml",
    "B02" "b02-consultation-flow.toml",
    "B03" "b03-rollout-and-inspections.toml",
    "B04" "b04-property-centre.toml",
    "B05" "b05-estate-call-backs.toml",
    "B06" "b06-public-rights.toml",
    "B07" "b07-visits-assigned-and-filed.toml",
    "B08" "b08-property-template.toml",
    "B09" "b09-responsible-person-and-range.toml",
    "B10" "b10-accountability.toml",
    "B11" "b11-property-project.toml",
    "B12" "b12-service-window.toml",
    "B13" "b13-reception-flow.toml",
    "B14" "b14-government-responders.toml",
    "B16" "b16-levels-of-responsibility.toml",
    "B17" "b17-receiving-visitors.toml",
    "B18" "b18-property-coordination.toml",
    "C01" "c01-section-graded-sanctions.toml",
    "C02" "c02-sales-department.toml",
    "C03" "c03-outpatient-clinic.toml",
    "C04" "c04-coordination-order.toml",
    "C05" "c05-provincial-bureau.toml",
    "C06" "c06-township.toml",
    "C07" "c07-service-centre.toml",
    "C08" "c08-health-bureau.toml",
    "C09" "c09-insurance-bureau.toml",
    "C10" "c10-personnel-bureau.toml",
    "C11" "c11-assessment-centre.toml",
    "C12" "c12-approval-hall.toml",
    "C14" "c14-municipal-office.toml",
    "C15" "c15-trading-company.toml",
    "C16" "c16-hospital.toml",
    "C17" "c17-clinic.toml",
    "C18" "c18-court.toml",
    "C19" "c19-telecom.toml",
    "D01" "d01-company-service-desk.toml",
    "E00" "e00-general-programme.toml",
    "E01" "e01-hotel.toml",
    "E02" "e02-housing-bureau.toml",
    "E03" "e03-property-centre-model.toml",
}

/// Tells whether a pack comes with the program.
pub fn comes_with_the_program(id: &str) -> bool {
    IDS.contains(&id)
}

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
    let embedded = |id: &str| parse(SOURCES.iter().find(|source| source.id == id)?.text).ok();
    load_among(text, &|id| find(id).or_else(|| embedded(id)))
}

/// Reads a pack as [`load`] does; packs that it extends are what `find` has under their ids, and nothing else. The app
/// does not carry the texts of the packs that come with the program, it fetches them.
pub fn load_among(text: &str, find: &dyn Fn(&str) -> Option<Pack>) -> Result<CompiledPack, Vec<Problem>> {
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
    let Some(found) = find(&parent) else {
        let nearest = nearest(&parent, &mut IDS.iter().copied()).map(str::to_owned);
        return Err(vec![ProblemKind::UnknownParent { found: parent, nearest }]);
    };
    let parent = join_parents(found, find, line)?;
    let without = pack.identity.without.iter();
    let missing = without.filter(|left_out| !parent.clauses.iter().any(|clause| clause.reference == **left_out));
    let missing: Vec<ProblemKind> = missing.map(|found| unknown_clause(&parent, *found)).collect();
    if missing.is_empty() { Ok(extend(pack, &parent)) } else { Err(missing) }
}
