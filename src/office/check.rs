//! Whether a document that has the right shape makes sense: ids, references, times, lengths.
//!
//! Every problem is told, in the document's order. Deliberately absent: whether the system is known, which is for whoever
//! has the packs, and whether every window is staffed, which an institution may well leave open.

use std::collections::BTreeMap;

use super::findings::{Finding, Findings, Ids, short};
use super::problem::Fault;
use super::roster::date;
use super::{Department, FORMAT_VERSION, Hours, ICONS, Material, Matter, Office, Post, Shift, Staff, Window};
use crate::rules::Limit;

/// The longest name, title or word, in characters of 简体.
const NAME_CHARS_MAX: usize = 60;
/// The longest line: duty, place, note, fee.
const LINE_CHARS_MAX: usize = 160;
/// The longest answer.
const ANSWER_CHARS_MAX: usize = 800;
/// The most words, and the most papers, that a matter lists.
const MATTER_ITEMS_MAX: usize = 40;

/// Tells everything that is wrong.
pub(super) fn check(office: &Office) -> Vec<Finding> {
    let mut findings = Findings::default();
    findings.head(office);
    findings.each("hours", &office.hours, Findings::hours);
    let mut ids = Ids::default();
    findings.each("departments", &office.departments, |findings, department| {
        findings.department(office, department, &mut ids);
    });
    let (mut ids, mut numbers) = (Ids::default(), Ids::default());
    findings.each("windows", &office.windows, |findings, window| {
        findings.window(office, window, &mut ids, &mut numbers);
    });
    let mut ids = Ids::default();
    findings.each("staff", &office.staff, |findings, person| findings.person(office, person, &mut ids));
    let mut shifts = BTreeMap::new();
    findings.each("roster", &office.roster, |findings, shift| findings.shift(office, shift, &mut shifts));
    let mut ids = Ids::default();
    findings.each("matters", &office.matters, |findings, matter| findings.matter(office, matter, &mut ids));
    findings.into_all()
}

/// The shifts of a person on a weekday: from, to, and the place.
type Shifts<'a> = BTreeMap<(&'a str, u8), Vec<(u16, u16, String)>>;

impl Findings {
    fn head(&mut self, office: &Office) {
        if office.format_version == 0 {
            let message = format!("the first version is 1, the newest {FORMAT_VERSION}");
            self.at("format_version").add("", Fault::Shape(message));
        }
        self.at("id").id("", &office.id.0);
        let letters = office.code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !letters || !(2..=4).contains(&office.code.len()) {
            self.at("code").add("", Fault::BadCode { found: short(&office.code) });
        }
        self.at("name").text("", &office.name, NAME_CHARS_MAX);
        self.at("address").text("", &office.address, LINE_CHARS_MAX);
        self.at("complaint_phone").line("", &office.complaint_phone, NAME_CHARS_MAX);
        self.at("system").line("", &office.system, NAME_CHARS_MAX);
        self.at("hours").filled(office.hours.len());
        self.at("departments").filled(office.departments.len());
        self.at("windows").filled(office.windows.len());
        self.at("staff").filled(office.staff.len());
        self.at("matters").filled(office.matters.len());
    }

    fn hours(&mut self, hours: &Hours) {
        if hours.weekdays.is_empty() {
            self.add(".weekdays", Fault::Empty);
        }
        for (index, weekday) in hours.weekdays.iter().enumerate() {
            self.weekday(&format!(".weekdays[{index}]"), *weekday);
        }
        self.period(&hours.from, &hours.to);
    }

    fn department(&mut self, office: &Office, department: &Department, ids: &mut Ids) {
        self.new_id(&department.id.0, ids);
        self.text(".name", &department.name, NAME_CHARS_MAX);
        self.text(".duty", &department.duty, LINE_CHARS_MAX);
        match office.person(&department.head) {
            None => self.dangling(".head", &department.head.0, "staff"),
            Some(head) if !matches!(head.post, Post::Head | Post::Leader) => {
                self.add(".head", Fault::NotAHead { id: head.id.0.clone() });
            }
            Some(_) => {}
        }
        self.line(".phone", &department.phone, NAME_CHARS_MAX);
        self.text(".place", &department.place, LINE_CHARS_MAX);
    }

    fn window(&mut self, office: &Office, window: &Window, ids: &mut Ids, numbers: &mut Ids) {
        self.new_id(&window.id.0, ids);
        self.unique(".number", &window.number.to_string(), numbers);
        self.text(".name", &window.name, NAME_CHARS_MAX);
        if office.department(&window.department).is_none() {
            self.dangling(".department", &window.department.0, "departments");
        }
        self.text(".place", &window.place, LINE_CHARS_MAX);
    }

    fn person(&mut self, office: &Office, person: &Staff, ids: &mut Ids) {
        self.new_id(&person.id.0, ids);
        self.line(".name", &person.name, NAME_CHARS_MAX);
        self.pinyin(&person.pinyin, &person.name);
        if office.department(&person.department).is_none() {
            self.dangling(".department", &person.department.0, "departments");
        }
        self.text(".title", &person.title, NAME_CHARS_MAX);
        if !(0..=Office::RANK_MAX).contains(&person.rank) {
            self.add(".rank", Fault::BadRank { found: person.rank });
        }
        if date(&person.since).is_none() {
            self.add(".since", Fault::BadDate { found: short(&person.since) });
        }
        if !person.phone.is_empty() {
            self.line(".phone", &person.phone, NAME_CHARS_MAX);
        }
    }

    fn shift<'a>(&mut self, office: &Office, shift: &'a Shift, shifts: &mut Shifts<'a>) {
        self.weekday(".weekday", shift.weekday);
        if office.window(&shift.window).is_none() {
            self.dangling(".window", &shift.window.0, "windows");
        }
        if office.person(&shift.staff).is_none() {
            self.dangling(".staff", &shift.staff.0, "staff");
        }
        let Some((from, to)) = self.period(&shift.from, &shift.to) else { return };
        let place = self.place();
        let others = shifts.entry((&shift.staff.0, shift.weekday)).or_default();
        if let Some((_, _, first)) = others.iter().find(|other| from < other.1 && other.0 < to) {
            self.add(".staff", Fault::TwoShifts { staff: shift.staff.0.clone(), first: first.clone() });
        } else {
            others.push((from, to, place));
        }
    }

    fn matter(&mut self, office: &Office, matter: &Matter, ids: &mut Ids) {
        self.new_id(&matter.id.0, ids);
        self.text(".name", &matter.name, NAME_CHARS_MAX);
        self.pinyin(&matter.pinyin, &matter.name.zh);
        self.few(".words", matter.words.len());
        for (index, word) in matter.words.iter().enumerate() {
            self.line(&format!(".words[{index}]"), word, NAME_CHARS_MAX);
        }
        if !ICONS.contains(&matter.icon.as_str()) {
            self.add(".icon", Fault::UnknownIcon { found: short(&matter.icon) });
        }
        if office.department(&matter.department).is_none() {
            self.dangling(".department", &matter.department.0, "departments");
        }
        if office.window(&matter.window).is_none() {
            self.dangling(".window", &matter.window.0, "windows");
        }
        self.text(".answer", &matter.answer, ANSWER_CHARS_MAX);
        self.few(".materials", matter.materials.len());
        for (index, material) in matter.materials.iter().enumerate() {
            self.material(&format!(".materials[{index}]"), material);
        }
        if let Some(limit @ (Limit::Promised | Limit::Visits(_) | Limit::Rings(_))) = matter.limit {
            self.add(".limit", Fault::NotASpan { found: limit.to_string() });
        }
        if let Some(fee) = &matter.fee {
            self.text(".fee", fee, LINE_CHARS_MAX);
        }
    }

    fn material(&mut self, field: &str, material: &Material) {
        self.text(&format!("{field}.name"), &material.name, NAME_CHARS_MAX);
        if material.originals == 0 && material.copies == 0 {
            self.add(field, Fault::NoSheets);
        }
        if let Some(note) = &material.note {
            self.text(&format!("{field}.note"), note, LINE_CHARS_MAX);
        }
    }

    fn few(&mut self, field: &str, found: usize) {
        if found > MATTER_ITEMS_MAX {
            self.add(field, Fault::TooMuch { found, max: MATTER_ITEMS_MAX });
        }
    }
}
