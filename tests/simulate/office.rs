//! The offices and systems that simulated devices work with, read once.

use std::sync::OnceLock;

use shouwen::ledger::Standing;
use shouwen::office::{Office, StaffId};
use shouwen::rules::{CompiledPack, load_system};

const EXAMPLE: &str = include_str!("../../public/office/example.json");

/// The packs on every device's shelf: the example's own first, and two others.
pub(crate) const PACKS: [&str; 3] = ["C07", "A04", "C14"];

/// An office document in the forms in which devices may have it.
pub(crate) struct Document {
    pub(crate) json: String,
    pub(crate) office: Office,
}

/// A small office, a later form of it, and another office.
pub(crate) fn documents() -> &'static [Document; 3] {
    static DOCUMENTS: OnceLock<[Document; 3]> = OnceLock::new();
    DOCUMENTS.get_or_init(|| {
        let small = small(Office::parse(EXAMPLE).unwrap());
        let mut later = small.clone();
        "0999-555 0199".clone_into(&mut later.complaint_phone);
        later.departments[0].name.zh.push('新');
        later.matters.pop();
        let mut other = small.clone();
        other.id = "another-office".into();
        "AN".clone_into(&mut other.code);
        PACKS[1].clone_into(&mut other.system);
        [document(small), document(later), document(other)]
    })
}

/// As much of the example as makes every kind of difference: reading a hundred matters each time would find nothing more.
fn small(mut office: Office) -> Office {
    const DEPARTMENTS: [&str; 3] = ["general", "police", "civil"];
    const STAFF: [&str; 10] = ["s01", "s02", "s04", "s05", "s09", "s20", "s21", "s22", "s37", "s38"];
    const MATTERS: [&str; 10] = [
        "agent-help",
        "home-visit",
        "service-complaint",
        "kiosk-defect",
        "phone-class",
        "id-renew",
        "hukou-birth",
        "marry",
        "divorce",
        "urgent-relief",
    ];
    office.departments.retain(|department| DEPARTMENTS.contains(&department.id.0.as_str()));
    office.staff.retain(|staff| STAFF.contains(&staff.id.0.as_str()));
    office.matters.retain(|matter| MATTERS.contains(&matter.id.0.as_str()));
    for matter in &mut office.matters {
        matter.materials.truncate(1);
        matter.words.truncate(2);
        matter.answer.en.clear();
    }
    let windows: Vec<_> = office.matters.iter().map(|matter| matter.window.clone()).collect();
    office.windows.retain(|window| windows.contains(&window.id));
    office.roster.retain(|shift| STAFF.contains(&shift.staff.0.as_str()) && windows.contains(&shift.window));
    office.roster.dedup_by_key(|shift| shift.window.clone());
    office
}

fn document(office: Office) -> Document {
    let json = office.to_json().unwrap();
    Office::parse(&json).unwrap();
    Document { json, office }
}

/// The office of a document that a device keeps.
pub(crate) fn office_of(json: &str) -> &'static Office {
    let known = documents().iter().find(|document| document.json == json);
    &known.expect("there are no other documents").office
}

/// The packs of [`PACKS`].
pub(crate) fn packs() -> &'static [CompiledPack] {
    static READ: OnceLock<Vec<CompiledPack>> = OnceLock::new();
    READ.get_or_init(|| PACKS.iter().map(|id| load_system(id).unwrap()).collect())
}

/// What a person is in an office, read off the document.
pub(crate) fn standing(office: Option<&Office>, staff: &StaffId) -> Standing {
    let known = office.and_then(|office| office.staff.iter().find(|known| known.id == *staff));
    Standing {
        staff: Some(staff.clone()),
        department: known.map(|known| known.department.clone()),
        post: known.map(|known| known.post).unwrap_or_default(),
    }
}
