//! The office document: what an institution writes down about itself.

use serde::{Deserialize, Serialize};

use super::Text;
use crate::rules::{Limit, MatterKind};

/// The value of the document's `format` field.
pub const FORMAT: &str = "shouwen-office";
/// The newest version of the document that this build reads.
pub const FORMAT_VERSION: u32 = 1;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }
    )*};
}

ids! {
    /// Names one institution among all (ASCII, lower case, stable for ever).
    OfficeId,
    /// Names a department of an office.
    DepartmentId,
    /// Names a member of staff of an office.
    StaffId,
    /// Names a window (counter) of an office.
    WindowId,
    /// Names a matter of an office.
    MatterId,
}

/// One institution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Always [`FORMAT`].
    pub format: String,
    /// See [`FORMAT_VERSION`].
    pub format_version: u32,
    /// Names the institution among all.
    pub id: OfficeId,
    /// Two to four capital letters (ASCII) that start its ticket numbers.
    pub code: String,
    /// Whether this is an invented institution, to be marked as such wherever it is shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// The institution's name.
    pub name: Text,
    /// Where it is.
    pub address: Text,
    /// The telephone that takes complaints about the service.
    pub complaint_phone: String,
    /// The pack id of the system under which it works.
    pub system: String,
    /// When its doors are open, local time.
    pub hours: Vec<Hours>,
    /// Its departments.
    pub departments: Vec<Department>,
    /// Its windows.
    pub windows: Vec<Window>,
    /// Its staff.
    pub staff: Vec<Staff>,
    /// Who sits at which window in an ordinary week.
    pub roster: Vec<Shift>,
    /// The matters it settles or answers.
    pub matters: Vec<Matter>,
}

/// An opening period that recurs weekly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// ISO weekdays, 1 = Monday … 7 = Sunday. On a make-up working day Monday's hours hold.
    pub weekdays: Vec<u8>,
    /// Start, `HH:MM` local time.
    pub from: String,
    /// End, `HH:MM` local time.
    pub to: String,
}

/// A department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// Its name.
    pub name: Text,
    /// What it answers for, in one line.
    pub duty: Text,
    /// Its head.
    pub head: StaffId,
    /// Its telephone.
    pub phone: String,
    /// Floor and place.
    pub place: Text,
}

/// A window (counter) where visitors are received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Its id.
    pub id: WindowId,
    /// The number on the sign above it.
    pub number: u16,
    /// What the sign says.
    pub name: Text,
    /// The department that staffs it.
    pub department: DepartmentId,
    /// Floor and place.
    pub place: Text,
}

/// What a member of staff is in the chain of responsibility.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// Receives visitors or settles matters.
    #[default]
    Clerk,
    /// Leads a department.
    Head,
    /// Supervises departments, or leads the institution.
    Leader,
    /// Guard, cleaner, repairman and the like.
    Operator,
}

impl Post {
    /// Tells whether this is what a file leaves out.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    fn is_clerk(&self) -> bool {
        *self == Self::Clerk
    }
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Their id.
    pub id: StaffId,
    /// Their name as written.
    pub name: String,
    /// Their name in pinyin as [`Matter::pinyin`], family name first.
    pub pinyin: String,
    /// Their department.
    pub department: DepartmentId,
    /// Their place in the chain of responsibility.
    #[serde(default, skip_serializing_if = "Post::is_clerk")]
    pub post: Post,
    /// The title on their badge.
    pub title: Text,
    /// Rank, 0 to 1000; higher is more senior.
    pub rank: i32,
    /// Since when they have worked here, `YYYY-MM-DD`.
    pub since: String,
    /// Their telephone.
    pub phone: String,
    /// Whether their department named them in advance as its first contact.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub appointed: bool,
}

/// One shift of an ordinary week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// ISO weekday, 1 = Monday … 7 = Sunday.
    pub weekday: u8,
    /// Start, `HH:MM` local time.
    pub from: String,
    /// End, `HH:MM` local time.
    pub to: String,
    /// The window.
    pub window: WindowId,
    /// Who sits there.
    pub staff: StaffId,
}

/// A paper that a matter needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// What it is.
    pub name: Text,
    /// How many originals are shown or given.
    #[serde(default, skip_serializing_if = "is_none")]
    pub originals: u8,
    /// How many copies stay.
    #[serde(default, skip_serializing_if = "is_none")]
    pub copies: u8,
    /// When it is needed, or what to watch for; absent when always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Tells whether a number of sheets is what a file leaves out.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_none(sheets: &u8) -> bool {
    *sheets == 0
}

/// A matter that visitors come with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Its id.
    pub id: MatterId,
    /// What it is, in the contract's words.
    pub kind: MatterKind,
    /// Its name as visitors say it.
    pub name: Text,
    /// The name in pinyin: lower case, without tones, blanks between syllables, `v` for ü; empty where nobody wrote it.
    pub pinyin: String,
    /// Other words that visitors use, 简体 and English.
    pub words: Vec<String>,
    /// A picture: one of [`ICONS`](super::ICONS).
    pub icon: String,
    /// The department that settles it.
    pub department: DepartmentId,
    /// The window that receives it.
    pub window: WindowId,
    /// The answer that saves many visitors the queue: how it goes, in two to five sentences.
    pub answer: Text,
    /// Every paper it needs; empty when none.
    pub materials: Vec<Material>,
    /// The published limit for settling it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// Whether it is usually settled while the visitor waits.
    pub on_the_spot: bool,
    /// What it costs; absent when free of charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Text>,
    /// Whether it may be brought without a name (reports, complaints, suggestions).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anonymous: bool,
}
