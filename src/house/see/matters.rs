//! The office's list of matters, for visitors and for intake.

use crate::office::{Material, Matter, MatterId, find_matters};
use crate::protocol::{ClauseChip, MaterialView, MatterCard, MatterView, Trouble};
use crate::rules::pack::Rule;
use crate::rules::{DutyCode, Limit};

use super::Look;

impl Look<'_> {
    /// Lists the matters that `words` mean; all of them, by department, when there are none.
    pub(super) fn matters(&self, words: &str) -> Result<Vec<MatterCard>, Trouble> {
        let office = self.house.office()?;
        Ok(find_matters(office, words).into_iter().map(|matter| self.card(matter)).collect())
    }

    /// Shows one matter, whole.
    pub(super) fn matter(&self, id: &MatterId) -> Result<MatterView, Trouble> {
        let office = self.house.office()?;
        let matter = office.matter(id).ok_or_else(|| Trouble::NotFound(id.to_string()))?;
        Ok(self.whole_matter(matter))
    }

    pub(super) fn whole_matter(&self, matter: &Matter) -> MatterView {
        let office = self.house.office.as_ref();
        let window = office.and_then(|office| office.window(&matter.window));
        let department = office.and_then(|office| office.department(&matter.department));
        MatterView {
            card: self.card(matter),
            answer: matter.answer.in_lang(self.lang),
            materials: self.materials(&matter.materials),
            limit: matter.limit,
            due: self.promised(matter.limit),
            on_the_spot: matter.on_the_spot,
            fee: matter.fee.as_ref().map(|fee| fee.in_lang(self.lang)),
            anonymous: matter.anonymous,
            place: window.map(|window| window.place.in_lang(self.lang)).unwrap_or_default(),
            phone: department.map(|department| department.phone.clone()).unwrap_or_default(),
            told_by: self.told_by(),
        }
    }

    pub(super) fn card(&self, matter: &Matter) -> MatterCard {
        let office = self.house.office.as_ref();
        let department = office.and_then(|office| office.department(&matter.department));
        let window = office.and_then(|office| office.window(&matter.window));
        MatterCard {
            id: matter.id.clone(),
            name: matter.name.in_lang(self.lang),
            kind: matter.kind,
            icon: matter.icon.clone(),
            department: department.map(|department| department.name.in_lang(self.lang)).unwrap_or_default(),
            window: window.map(|window| window.number).unwrap_or_default(),
        }
    }

    pub(super) fn materials(&self, materials: &[Material]) -> Vec<MaterialView> {
        let show = |material: &Material| MaterialView {
            name: material.name.in_lang(self.lang),
            originals: material.originals,
            copies: material.copies,
            note: material.note.as_ref().map(|note| note.in_lang(self.lang)),
        };
        materials.iter().map(show).collect()
    }

    /// The day by which a matter with this published limit would be settled if it came in now.
    fn promised(&self, limit: Option<Limit>) -> Option<crate::protocol::DueView> {
        let due = self.house.due_at(limit?, self.moment)?;
        Some(self.due(&due))
    }

    /// The clause of the system in force that has everything told at once.
    fn told_by(&self) -> Option<ClauseChip> {
        let pack = self.house.pack(self.moment).ok()?;
        let says = |rule: &Rule| rule.duties.iter().any(|duty| duty.demands(DutyCode::TellOnce));
        let (clause, _) = pack.pack().rules().find(|(_, rule)| says(rule))?;
        Some(self.chip(pack, clause))
    }
}
