//! Answers to findings and decisions on them, and what the systems' ladders say about a person's record.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};

use crate::ledger::finding::{
    Bearing, Finding, FindingFile, FindingKey, Judgement, Plea, Ruled, plan_answer, plan_ruling,
};
use crate::ledger::finding::{ChosenSanction, FindingRefusal, Sealed, raise};
use crate::ledger::{Draft, Fact, Standing, Ticket, TicketId};
use crate::office::StaffId;
use crate::protocol::Trouble;
use crate::rules::{
    Assessment, AssessmentGiven, CompiledPack, RecordEntry, Sanction, Scope, StaffRole, Stamp, Violation, assess,
};

use super::{House, Moment, Plan};

/// Milliseconds by which the office's wall clock is ahead of UTC.
const AHEAD_OF_UTC_MS: i64 = 8 * 3_600_000;

/// What happened, as an entry of a record.
pub(super) struct Incident<'a> {
    pub(super) violation: Violation,
    pub(super) role: StaffRole,
    pub(super) scope: Scope,
    pub(super) since_ms: i64,
    pub(super) bearing: &'a Bearing,
}

impl House {
    /// Plans the answer of the person concerned.
    pub(super) fn plan_finding_answer(
        &self,
        (ticket, key): (TicketId, &FindingKey),
        by: &StaffId,
        text: &str,
        moment: Moment,
    ) -> Result<Plan, Trouble> {
        let ticket = self.ticket(ticket)?;
        let file = file_of(ticket, key);
        if file.is_none() {
            raised(ticket, key, moment)?;
        }
        let standing = self.standing(by);
        let answer = plan_answer(file.as_ref(), &standing, key, text).map_err(Trouble::FindingRefused)?;
        self.state(ticket, &standing, Fact::FindingAnswered(seal(&answer)?), moment)
    }

    /// Plans a leader's decision. Sanctions that the ladder provides for are kept with their clause.
    pub(super) fn plan_finding_ruling(
        &self,
        (ticket, key): (TicketId, &FindingKey),
        by: &StaffId,
        plea: &Plea,
        moment: Moment,
    ) -> Result<Plan, Trouble> {
        let ticket = self.ticket(ticket)?;
        let finding = raised(ticket, key, moment)?;
        let stamp = self.stamp_of(ticket).ok_or(Trouble::FindingRefused(FindingRefusal::NotRaised))?;
        let incident = Incident::of(&finding, &plea.bearing);
        let assessment = self.assess(&key.staff, &incident, &stamp, moment).map(|(assessment, _)| assessment);
        let plea = Plea { judgement: cited(&plea.judgement, assessment.as_ref()), ..plea.clone() };
        let standing = self.standing(by);
        let file = file_of(ticket, key);
        let ruling = plan_ruling(file.as_ref(), &standing, &finding, &plea, &stamp).map_err(Trouble::FindingRefused)?;
        self.state(ticket, &standing, Fact::FindingDecided(seal(&ruling)?), moment)
    }

    /// What a ticket was decided under.
    pub(super) fn stamp_of(&self, ticket: &Ticket) -> Option<Stamp> {
        self.ledger.decided(ticket).map(|(_, decision)| (*decision.stamp).clone())
    }

    /// What the ladder of the stamped system says about an incident, given the person's record under that system, and how
    /// many entries that has; none where the system is not here.
    pub(super) fn assess(
        &self,
        staff: &StaffId,
        incident: &Incident<'_>,
        stamp: &Stamp,
        moment: Moment,
    ) -> Option<(Assessment, usize)> {
        let pack = &self.pack_meant(&stamp.pack, Some(&stamp.version), moment).ok()?.with_conduct().ok()?;
        let upheld = self.upheld(staff, &stamp.pack);
        let mut record: Vec<RecordEntry> = upheld.iter().map(|ruled| Incident::of_ruling(ruled).entry()).collect();
        let now = incident.entry();
        let prior = prior(pack, &upheld, now.at);
        record.push(now);
        Some((assess(pack, &AssessmentGiven { record, prior }), upheld.len()))
    }

    /// Findings about a person that were upheld under a system, in the order in which they happened.
    fn upheld(&self, staff: &StaffId, pack: &str) -> Vec<Ruled> {
        let files = self.remarked_tickets().flat_map(Ticket::finding_files).filter(|file| file.key.staff == *staff);
        let ruled = files.filter_map(|file| file.ruled);
        let counts =
            |ruled: &Ruled| ruled.ruling.pack == pack && matches!(ruled.ruling.judgement, Judgement::Upheld(_));
        let mut upheld: Vec<Ruled> = ruled.filter(counts).collect();
        upheld.sort_by_key(|ruled| (ruled.ruling.since_ms, ruled.mark.at_ms, ruled.mark.event));
        upheld
    }

    fn state(&self, ticket: &Ticket, standing: &Standing, fact: Fact, moment: Moment) -> Result<Plan, Trouble> {
        let draft = Draft { ticket: Some(ticket.id), by: standing.by(), fact };
        Ok(self.plan_added(ticket.id, self.write(vec![draft], moment)?))
    }
}

impl<'a> Incident<'a> {
    pub(super) fn of(finding: &Finding, bearing: &'a Bearing) -> Self {
        let Finding { key, role, scope, since_ms, .. } = finding;
        Self { violation: key.violation, role: *role, scope: *scope, since_ms: *since_ms, bearing }
    }

    pub(super) fn of_ruling(ruled: &'a Ruled) -> Self {
        let ruling = &ruled.ruling;
        Self {
            violation: ruling.finding.violation,
            role: ruling.role,
            scope: ruling.scope,
            since_ms: ruling.since_ms,
            bearing: &ruling.bearing,
        }
    }

    fn entry(&self) -> RecordEntry {
        RecordEntry {
            violation: self.violation,
            consequence: self.bearing.consequence.clone(),
            role: Some(self.role),
            scope: self.scope,
            at: day_of(self.since_ms),
            mitigating: self.bearing.mitigating.clone(),
            aggravating: self.bearing.aggravating.clone(),
        }
    }
}

/// A finding that the ledger raises now.
pub(super) fn raised(ticket: &Ticket, key: &FindingKey, moment: Moment) -> Result<Finding, Trouble> {
    let mut all = raise(ticket, moment.now_ms).into_iter();
    all.find(|finding| finding.key == *key).ok_or(Trouble::FindingRefused(FindingRefusal::NotRaised))
}

/// What was said to a finding so far.
fn file_of(ticket: &Ticket, key: &FindingKey) -> Option<FindingFile> {
    ticket.finding_files().into_iter().find(|file| file.key == *key)
}

fn seal(content: &impl serde::Serialize) -> Result<Sealed, Trouble> {
    Sealed::of(content).map_err(|error| Trouble::Broken(error.to_string()))
}

/// How often each sanction was given. Where the system counts by the year, those of the judged year alone.
fn prior(pack: &CompiledPack, upheld: &[Ruled], judged: Option<NaiveDate>) -> BTreeMap<Sanction, u32> {
    use chrono::Datelike;
    let rungs = || pack.pack().clauses.iter().flat_map(|clause| &clause.ladder);
    let by_year = rungs().filter_map(|rung| rung.tally.as_ref()).any(|tally| tally.same_year);
    let year = |day: Option<NaiveDate>| day.map(|day| day.year());
    let counts = |ruled: &&Ruled| !by_year || year(day_of(ruled.ruling.since_ms)) == year(judged);
    let mut prior = BTreeMap::new();
    for ruled in upheld.iter().filter(counts) {
        if let Judgement::Upheld(sanctions) = &ruled.ruling.judgement {
            for chosen in sanctions {
                *prior.entry(chosen.code).or_insert(0) += 1;
            }
        }
    }
    prior
}

/// The same judgement with each sanction's clause as the ladder has it.
fn cited(judgement: &Judgement, assessment: Option<&Assessment>) -> Judgement {
    let Judgement::Upheld(sanctions) = judgement else { return judgement.clone() };
    let clause_of = |code: Sanction| {
        let lines = assessment.into_iter().flat_map(|assessment| &assessment.sanctions);
        lines.into_iter().find(|line| line.code == code).map(|line| line.clause)
    };
    let sanctions = sanctions.iter().map(|chosen| ChosenSanction { code: chosen.code, clause: clause_of(chosen.code) });
    Judgement::Upheld(sanctions.collect())
}

/// The day on the office's wall.
fn day_of(at_ms: i64) -> Option<NaiveDate> {
    DateTime::from_timestamp_millis(at_ms.saturating_add(AHEAD_OF_UTC_MS)).map(|time| time.date_naive())
}
