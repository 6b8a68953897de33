//! Decisions follow from the stored situation by the system that is stamped on them, and due days from the calendar.

use std::rc::Rc;

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta};
use shouwen::house::Moment;
use shouwen::ledger::{Event, Fact, Ledger};
use shouwen::rules::{Calendar, Decision, Due, Limit, Situation, decide};

use crate::simulate::failure::{Held, hold};
use crate::simulate::office::{office_of, packs};
use crate::simulate::tab::Tab;
use crate::simulate::truth::Known;

const HOUR_MS: i64 = 3_600_000;
/// By how much the wall clock is ahead of UTC.
const AHEAD_MS: i64 = 8 * HOUR_MS;

/// Holds the decision of a registration that is about to be written against its situation and the clock.
pub(super) fn taken(tab: &Tab, first: &Known, lines: &[Rc<Known>], moment: Moment) -> Held {
    let named = lines.iter().find_map(|line| match Event::from_line(&line.line) {
        Ok(Event { fact: Fact::OwnerNamed { situation, decision, duties, due }, .. }) => {
            Some((situation, decision, duties, due))
        }
        _ => None,
    });
    let Some((situation, decision, duties, due)) = named else {
        return hold(false, "a registration is decided", || first.line.to_string());
    };
    follows(&situation, &decision)?;
    let office = tab.office.as_deref().map(office_of);
    let matter = office.and_then(|office| office.matters.iter().find(|matter| matter.id.0 == first.says("matter")));
    let published = matter.and_then(|matter| matter.limit);
    same_day(due.as_ref(), published, moment)?;
    hold(duties.len() == decision.duties.len(), "each duty has its day", || format!("{duties:?}"))?;
    for (duty, line) in duties.iter().zip(&decision.duties) {
        hold(duty.code == line.code, "each duty has its day", || format!("{duty:?} for {}", line.code))?;
        let limit = if line.within == Some(Limit::Promised) { published } else { line.within };
        same_day(duty.due.as_ref(), limit, moment)?;
    }
    Ok(())
}

/// Takes every decision in a ledger again.
pub(crate) fn still_hold(ledger: &Ledger) -> Held {
    for line in ledger.lines().filter(|line| line.contains("owner_named")) {
        if let Ok(Event { fact: Fact::OwnerNamed { situation, decision, .. }, .. }) = Event::from_line(line) {
            follows(&situation, &decision)?;
        }
    }
    Ok(())
}

fn follows(situation: &Situation, decision: &Decision) -> Held {
    let pack = packs().iter().find(|pack| pack.id() == decision.stamp.pack);
    let again = pack.map(|pack| decide(pack, situation));
    hold(again.as_ref() == Some(decision), "a decision follows from its situation", || {
        format!("{decision:?} instead of {again:?}")
    })
}

fn same_day(due: Option<&Due>, limit: Option<Limit>, moment: Moment) -> Held {
    let told_ms = due.map(|due| due.at_ms);
    let expected_ms = limit.and_then(|limit| due_ms(limit, moment.now_ms));
    hold(told_ms == expected_ms, "a due day follows from the calendar", || {
        format!("{limit:?} from {}: {told_ms:?} instead of {expected_ms:?}", moment.now_ms)
    })
}

/// When something is due that starts now; none where it is not one of time, or lies beyond all dates.
fn due_ms(limit: Limit, now_ms: i64) -> Option<i64> {
    let local = DateTime::from_timestamp_millis(now_ms.checked_add(AHEAD_MS)?)?.naive_utc();
    let today = local.date();
    let after = |by: TimeDelta| Some(local.checked_add_signed(by)?.and_utc().timestamp_millis() - AHEAD_MS);
    match limit {
        Limit::Now if Calendar::china().is_working(today) => end_of(today),
        Limit::Now => end_of(working_day(today, 1)?),
        Limit::Minutes(minutes) => after(TimeDelta::minutes(minutes.into())),
        Limit::Hours(hours) => after(TimeDelta::hours(hours.into())),
        Limit::Days(days) => end_of(today.checked_add_days(Days::new(days.into()))?),
        Limit::WorkingDays(days) => end_of(working_day(today, days)?),
        Limit::Months(months) => end_of(today.checked_add_months(Months::new(months))?),
        Limit::Promised | Limit::Visits(_) | Limit::Rings(_) => None,
    }
}

/// The last millisecond of a local day.
fn end_of(day: NaiveDate) -> Option<i64> {
    Some(day.succ_opt()?.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis() - AHEAD_MS - 1)
}

/// The working day so many after a day.
fn working_day(day: NaiveDate, count: u32) -> Option<NaiveDate> {
    let later = day.iter_days().skip(1).filter(|day| Calendar::china().is_working(*day));
    later.take(usize::try_from(count).ok()?).last()
}
