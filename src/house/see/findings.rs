//! Findings for those whom they concern and those who decide on them.
//!
//! A clerk sees those about himself, a head those about the department's people too, a leader all.

use crate::ledger::finding::{Bearing, Finding, FindingFile, FindingKey, Ruled, raise};
use crate::ledger::packed::Concern;
use crate::ledger::{EventId, Mark, Said, Standing, Ticket, TicketId};
use crate::office::{Post, StaffId};
use crate::protocol::{FindingView, FindingsView, ProposalView, RemarkView, RulingView, SanctionView, Trouble};
use crate::rules::Stamp;

use super::super::finding::{Incident, raised};
use super::Look;

/// A finding before it is drawn: of a ticket whose lines are at hand, or of one that lies packed.
enum Found<'a> {
    Whole(Box<Row<'a>>),
    Away(Concern),
}

impl Found<'_> {
    fn staff(&self) -> &StaffId {
        match self {
            Self::Whole(row) => &row.key.staff,
            Self::Away(concern) => &concern.staff,
        }
    }

    fn is_decided(&self) -> bool {
        match self {
            Self::Whole(row) => row.is_decided(),
            Self::Away(_) => false,
        }
    }

    /// Open ones first, the newest first.
    fn order(&self) -> (bool, i64, TicketId, FindingKey) {
        match self {
            Self::Whole(row) => (row.is_decided(), -row.since_ms(), row.ticket.id, row.key.clone()),
            Self::Away(concern) => (false, -concern.since_ms, concern.ticket, concern.key()),
        }
    }
}

/// A finding of a ticket whose lines are at hand.
struct Row<'a> {
    ticket: &'a Ticket,
    key: FindingKey,
    /// What the ledger raises now.
    raised: Option<Finding>,
    file: Option<FindingFile>,
}

impl Look<'_> {
    /// Lists the findings that `by` may see.
    pub(super) fn findings(&self, by: &StaffId, offset: u32, limit: u32) -> Result<FindingsView, Trouble> {
        let standing = self.house.standing(by);
        let home = self.house.office.as_ref().map(|office| &office.id);
        let ledger = &self.house.ledger;
        let remarked = self.house.remarked_tickets().filter(|ticket| !ledger.is_here(ticket.id));
        let tickets = ledger.tickets().chain(remarked).filter(|ticket| home == Some(&ticket.intake.office));
        let here = tickets.flat_map(|ticket| self.rows(ticket)).map(|row| Found::Whole(Box::new(row)));
        let away = ledger.concerns_away().map_err(|error| Trouble::Broken(error.to_string()))?;
        let away = away.filter(|concern| concern.is_raised(self.moment.now_ms));
        let away = away.filter(|concern| home.is_some_and(|home| *home.0 == *concern.office));
        let mut rows: Vec<Found<'_>> = here.chain(away.map(Found::Away)).collect();
        rows.retain(|row| self.may_see(&standing, row.staff()));
        rows.sort_by_cached_key(Found::order);
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let page = rows.iter().skip(place(offset)).take(place(limit));
        let shown = page.filter_map(|row| match row {
            Found::Whole(row) => Some(self.finding(row, &standing)),
            Found::Away(concern) => self.brought(concern).map(|row| self.finding(&row, &standing)),
        });
        Ok(FindingsView {
            total: count(rows.len()),
            open: count(rows.iter().filter(|row| !row.is_decided()).count()),
            rows: shown.collect(),
        })
    }

    /// A finding of a packed ticket; none while its lines have not been brought.
    fn brought(&self, concern: &Concern) -> Option<Row<'_>> {
        let ticket = self.house.ledger.ticket(concern.ticket)?;
        self.rows(ticket).into_iter().find(|row| row.key == concern.key())
    }

    /// What the ladder says about a finding, with what a leader has found to bear on it.
    pub(super) fn proposal(
        &self,
        ticket: TicketId,
        key: &FindingKey,
        bearing: &Bearing,
    ) -> Result<ProposalView, Trouble> {
        let ticket = self.house.ticket(ticket)?;
        let finding = raised(ticket, key, self.moment)?;
        let stamp = self.house.stamp_of(ticket);
        Ok(self.proposed(&key.staff, &Incident::of(&finding, bearing), stamp.as_ref()))
    }

    /// What the ledger raises on a ticket, and what was said to something that it raises no more.
    fn rows<'a>(&self, ticket: &'a Ticket) -> Vec<Row<'a>> {
        let mut files = if ticket.findings.is_empty() { Vec::new() } else { ticket.finding_files() };
        let raised = raise(ticket, self.moment.now_ms).into_iter().map(|finding| {
            let file = files.iter().position(|file| file.key == finding.key).map(|place| files.remove(place));
            Row { ticket, key: finding.key.clone(), raised: Some(finding), file }
        });
        let mut rows: Vec<Row<'a>> = raised.collect();
        rows.extend(files.into_iter().map(|file| Row {
            ticket,
            key: file.key.clone(),
            raised: None,
            file: Some(file),
        }));
        rows
    }

    fn may_see(&self, standing: &Standing, concerned: &StaffId) -> bool {
        let theirs = || self.house.standing(concerned).department;
        standing.staff.as_ref() == Some(concerned)
            || match standing.post {
                Post::Leader => true,
                Post::Head => standing.department.is_some() && theirs() == standing.department,
                Post::Clerk | Post::Operator => false,
            }
    }

    fn finding(&self, row: &Row<'_>, standing: &Standing) -> FindingView {
        let Row { ticket, key, raised, file } = row;
        let stamp = self.house.stamp_of(ticket);
        let ruled = row.ruled();
        let consequence = raised.as_ref().map(|finding| finding.consequence.clone()).unwrap_or_default();
        let bearing = Bearing { consequence, ..Bearing::default() };
        let incident = raised.as_ref().map(|finding| Incident::of(finding, &bearing));
        let proposal = incident.map(|incident| self.proposed(&key.staff, &incident, stamp.as_ref()));
        let clause = raised.as_ref().zip(stamp.as_ref());
        let evidence = raised.as_ref().map_or_else(|| vec![key.event], |finding| finding.evidence.clone());
        FindingView {
            ticket: ticket.id,
            number: ticket.number().to_string(),
            subject: self.subject(ticket),
            person: self.name_of(&key.staff),
            role: raised.as_ref().map(|finding| finding.role).or(ruled.map(|ruled| ruled.ruling.role)),
            violation: key.violation,
            clause: clause.map(|(finding, stamp)| self.stamped_chip(stamp, finding.clause)),
            since_ms: row.since_ms(),
            evidence: self.evidence(ticket, &evidence),
            proposal: proposal.unwrap_or_default(),
            answers: file.as_ref().map(|file| self.remarks(&file.answers)).unwrap_or_default(),
            ruling: ruled.map(|ruled| self.ruling(ruled)),
            stands: raised.is_some(),
            may_answer: key.may_be_answered_by(file.as_ref(), standing),
            may_decide: raised.is_some() && key.may_be_decided_by(file.as_ref(), standing),
            key: key.clone(),
            bearing,
        }
    }

    fn proposed(&self, staff: &StaffId, incident: &Incident<'_>, stamp: Option<&Stamp>) -> ProposalView {
        let assessed = stamp.and_then(|stamp| Some((self.house.assess(staff, incident, stamp, self.moment)?, stamp)));
        let Some(((assessment, earlier), stamp)) = assessed else { return ProposalView::default() };
        let chip = |clause| self.stamped_chip(stamp, clause);
        let sanctions = assessment.sanctions.iter().map(|line| SanctionView {
            code: line.code,
            clause: chip(line.clause),
            alternatives: line.alternatives,
        });
        ProposalView {
            sanctions: sanctions.collect(),
            weight: assessment.weight.iter().map(|line| (line.code, line.clause.map(chip))).collect(),
            liable: assessment.liable.iter().map(|line| (line.code, chip(line.clause))).collect(),
            earlier: u32::try_from(earlier).unwrap_or(u32::MAX),
            known: true,
        }
    }

    fn evidence(&self, ticket: &Ticket, events: &[EventId]) -> Vec<crate::protocol::HistoryLine> {
        self.history(ticket).into_iter().filter(|line| events.contains(&line.id)).collect()
    }

    fn remarks(&self, answers: &[Said]) -> Vec<RemarkView> {
        answers.iter().map(|said| self.remark(&said.mark, &said.text)).collect()
    }

    fn remark(&self, mark: &Mark, text: &str) -> RemarkView {
        RemarkView { by: self.by(&mark.by), at_ms: mark.at_ms, text: text.to_owned() }
    }

    fn ruling(&self, ruled: &Ruled) -> RulingView {
        RulingView {
            remark: self.remark(&ruled.mark, &ruled.ruling.reason),
            bearing: ruled.ruling.bearing.clone(),
            judgement: ruled.ruling.judgement.clone(),
            contested: ruled.contested,
        }
    }
}

impl Row<'_> {
    fn ruled(&self) -> Option<&Ruled> {
        self.file.as_ref().and_then(|file| file.ruled.as_ref())
    }

    /// Whether a decision holds that nobody contests.
    fn is_decided(&self) -> bool {
        self.ruled().is_some_and(|ruled| !ruled.contested)
    }

    fn since_ms(&self) -> i64 {
        let raised = self.raised.as_ref().map(|finding| finding.since_ms);
        let ruled = self.ruled().map(|ruled| ruled.ruling.since_ms);
        raised.or(ruled).unwrap_or(self.ticket.touched_ms)
    }
}
