//! Staff and departments by name. Someone whom the office does not know is shown by their id.

use crate::office::{Department, Post, Staff, StaffId};
use crate::protocol::{DepartmentView, PersonView, Trouble};

use super::super::reception::sits_at;
use super::super::wall_clock::WallClock;
use super::Look;

impl Look<'_> {
    /// Lists everyone who works here.
    pub(super) fn people(&self) -> Result<Vec<PersonView>, Trouble> {
        Ok(self.house.office()?.staff.iter().map(|staff| self.known(staff)).collect())
    }

    /// Lists every department.
    pub(super) fn departments(&self) -> Result<Vec<DepartmentView>, Trouble> {
        let office = self.house.office()?;
        let show = |department: &Department| DepartmentView {
            id: department.id.clone(),
            name: department.name.in_lang(self.lang),
            duty: department.duty.in_lang(self.lang),
            place: department.place.in_lang(self.lang),
            phone: department.phone.clone(),
            people: office
                .staff
                .iter()
                .filter(|one| one.department == department.id)
                .map(|one| one.id.clone())
                .collect(),
            windows: office
                .windows
                .iter()
                .filter(|one| one.department == department.id)
                .map(|one| one.id.clone())
                .collect(),
        };
        Ok(office.departments.iter().map(show).collect())
    }

    /// Shows a person by id.
    pub(super) fn person(&self, id: &StaffId) -> PersonView {
        let known = self.house.office.as_ref().and_then(|office| office.person(id));
        known.map_or_else(|| unknown(id), |staff| self.known(staff))
    }

    /// A person's name, or the id where the office does not know them.
    pub(super) fn name_of(&self, id: &StaffId) -> String {
        let known = self.house.office.as_ref().and_then(|office| office.person(id));
        known.map_or_else(|| id.to_string(), |staff| staff.name.clone())
    }

    /// A department's name, or the id where the office does not know it.
    pub(super) fn department_name(&self, id: &crate::office::DepartmentId) -> String {
        let known = self.house.office.as_ref().and_then(|office| office.department(id));
        known.map_or_else(|| id.to_string(), |department| department.name.in_lang(self.lang))
    }

    fn known(&self, staff: &Staff) -> PersonView {
        let now = WallClock::at(self.moment, self.house.calendar);
        let window = self.house.office.as_ref().and_then(|office| sits_at(office, &staff.id, now));
        PersonView {
            id: staff.id.clone(),
            name: staff.name.clone(),
            title: staff.title.in_lang(self.lang),
            department_id: staff.department.clone(),
            department: self.department_name(&staff.department),
            post: staff.post,
            phone: staff.phone.clone(),
            pinyin: staff.pinyin.clone(),
            window: window.map(|window| window.number),
        }
    }
}

fn unknown(id: &StaffId) -> PersonView {
    PersonView {
        id: id.clone(),
        name: id.to_string(),
        title: String::new(),
        department_id: crate::office::DepartmentId::default(),
        department: String::new(),
        post: Post::default(),
        phone: String::new(),
        pinyin: String::new(),
        window: None,
    }
}
