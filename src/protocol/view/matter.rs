//! The office's matters, and the people who settle them.

use serde::{Deserialize, Serialize};

use super::{ClauseChip, DueView};
use crate::office::{DepartmentId, MatterId, Post, StaffId, WindowId};
use crate::rules::{Limit, MatterKind};

/// A matter in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterCard {
    /// Its id.
    pub id: MatterId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: MatterKind,
    /// Its picture.
    pub icon: String,
    /// The department that settles it.
    pub department: String,
    /// The window's number.
    pub window: u16,
}

/// A matter, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatterView {
    /// The card.
    pub card: MatterCard,
    /// The answer.
    pub answer: String,
    /// Every paper.
    pub materials: Vec<MaterialView>,
    /// The published limit.
    pub limit: Option<Limit>,
    /// The day by which it would be settled if registered now.
    pub due: Option<DueView>,
    /// Whether it is usually settled while the visitor waits.
    pub on_the_spot: bool,
    /// What it costs; absent when free.
    pub fee: Option<String>,
    /// Whether it may be brought without a name.
    pub anonymous: bool,
    /// The window's place.
    pub place: String,
    /// The department's telephone.
    pub phone: String,
    /// The clause that has everything told at once, where the system has one.
    pub told_by: Option<ClauseChip>,
}

/// A paper in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialView {
    /// What it is.
    pub name: String,
    /// Originals.
    pub originals: u8,
    /// Copies.
    pub copies: u8,
    /// When, or what to watch for.
    pub note: Option<String>,
}

/// A person by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// Their id.
    pub id: StaffId,
    /// Their name, or the id where the office does not know them.
    pub name: String,
    /// Their title.
    pub title: String,
    /// Their department's id.
    pub department_id: DepartmentId,
    /// Their department.
    pub department: String,
    /// Their place in the chain.
    pub post: Post,
    /// Their telephone.
    pub phone: String,
    /// Name in pinyin, for finding.
    pub pinyin: String,
    /// The window where they are on duty now.
    pub window: Option<u16>,
}

/// A department by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentView {
    /// Its id.
    pub id: DepartmentId,
    /// Its name.
    pub name: String,
    /// What it answers for.
    pub duty: String,
    /// Where.
    pub place: String,
    /// Its telephone.
    pub phone: String,
    /// Who works there.
    pub people: Vec<StaffId>,
    /// Its windows.
    pub windows: Vec<WindowId>,
}
