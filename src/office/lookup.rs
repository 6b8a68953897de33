//! Finding one thing of an office by its id; what is not there is `None`, and the caller shows the id.

use super::{Department, DepartmentId, Matter, MatterId, Office, Post, Staff, StaffId, Window, WindowId};

impl Office {
    /// Finds a department.
    pub fn department(&self, id: &DepartmentId) -> Option<&Department> {
        self.departments.iter().find(|department| department.id == *id)
    }

    /// Finds a window.
    pub fn window(&self, id: &WindowId) -> Option<&Window> {
        self.windows.iter().find(|window| window.id == *id)
    }

    /// Finds a member of staff.
    pub fn person(&self, id: &StaffId) -> Option<&Staff> {
        self.staff.iter().find(|person| person.id == *id)
    }

    /// Finds a matter.
    pub fn matter(&self, id: &MatterId) -> Option<&Matter> {
        self.matters.iter().find(|matter| matter.id == *id)
    }

    /// Finds whom a department named in advance as its first contact; its head where it named nobody.
    ///
    /// Where several are appointed, the first in the document. Nobody of post [`Post::Operator`] stands in for a head.
    pub fn first_contact(&self, id: &DepartmentId) -> Option<&Staff> {
        let appointed = self.staff.iter().find(|person| person.department == *id && person.appointed);
        appointed.or_else(|| {
            let head = self.person(&self.department(id)?.head)?;
            (head.post != Post::Operator).then_some(head)
        })
    }
}
