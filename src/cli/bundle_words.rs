//! What a bundle is, said to a person at a terminal.

use std::io::{self, Write};

use chrono::{DateTime, FixedOffset};

use shouwen::exchange::{BundleRead, Manifest};
use shouwen::ledger::{ChainFault, ChainFaultKind};

/// The zone in which offices tell the time, UTC+8, in seconds.
const ZONE_SECONDS: i32 = 8 * 3600;

/// Says who wrote a bundle, when, and what it holds.
pub(super) fn describe(read: &BundleRead, out: &mut dyn Write) -> io::Result<()> {
    let Some(manifest) = &read.manifest else { return Ok(()) };
    let Manifest { office, device, app, made_at_ms, .. } = manifest;
    match office {
        Some(office) => writeln!(out, "  office   {} ({})", office.name.escape_debug(), office.id.0.escape_debug())?,
        None => writeln!(out, "  office   none, or several")?,
    }
    let brings = match (&read.office, &read.device) {
        (Some(_), Some(_)) => ", a backup: brings the office's document and what the device kept",
        (None, Some(_)) => ", a backup: brings what the device kept",
        (Some(_), None) => ", brings the office's document",
        (None, None) => "",
    };
    writeln!(out, "  written  {} by device {device} with {}{brings}", local(*made_at_ms), app.escape_debug())?;
    let contents = read.contents;
    write!(out, "  holds    {} events, {} tickets", contents.events, contents.tickets)?;
    match contents.first_at_ms.zip(contents.last_at_ms) {
        Some((first, last)) => writeln!(out, ", from {} to {}", local(first), local(last)),
        None => writeln!(out),
    }
}

/// Lists gaps and forks in the chains of a bundle's devices.
pub(super) fn list_chain_faults(faults: &[ChainFault], out: &mut dyn Write) -> io::Result<()> {
    for ChainFault { device, kind, from_seq, to_seq } in faults {
        let words = match kind {
            ChainFaultKind::Gap => "are not in this bundle",
            ChainFaultKind::Fork => {
                "are each claimed by different events: the device was copied, or went on from an old backup"
            }
        };
        writeln!(out, "  chain    device {device}: events {from_seq} to {to_seq} {words}")?;
    }
    Ok(())
}

/// Lists problems, then notes, each with its code.
pub(super) fn list_problems(read: &BundleRead, out: &mut dyn Write) -> io::Result<()> {
    for at in &read.problems {
        writeln!(out, "  problem  {at} [{}]", at.problem.code())?;
    }
    for at in &read.notes {
        writeln!(out, "  note     {at} [{}]", at.problem.code())?;
    }
    if read.untold_notes > 0 {
        writeln!(out, "  note     and {} more", read.untold_notes)?;
    }
    Ok(())
}

/// Says a time as offices tell it.
fn local(at_ms: i64) -> String {
    let time = DateTime::from_timestamp_millis(at_ms).zip(FixedOffset::east_opt(ZONE_SECONDS));
    time.map_or_else(
        || format!("{at_ms} ms"),
        |(time, zone)| time.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string(),
    )
}
