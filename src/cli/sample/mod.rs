//! `shouwen sample`: a bundle of invented tickets, the same bytes for the same number and seed.
//!
//! The tickets come about as real ones do: several devices of the example office register matters and act on them through the
//! house, by the rules of the office's system, on the working days of the calendar. People and words are invented; the telephone
//! numbers start with 10, as no mobile number does.

mod acting;
mod course;
mod hours;
mod people;
mod registering;
mod world;

use std::io::Write;
use std::process::ExitCode;

use shouwen::exchange::pack;

use super::Failure;
use super::whole_file::{Existing, write_whole};
use world::World;

pub(super) const HELP: &str = "\
usage: shouwen sample --tickets N --seed S OUT [--force]

Writes a bundle of N invented tickets of the example office, worked on by several devices. The same N and S give the same bytes.

  --tickets N  how many tickets
  --seed S     any whole number; another one gives other tickets
  OUT          the bundle; its name should end in .jsonl.gz
  --force      replace OUT where it exists
";

/// What was asked for.
struct Order {
    tickets: u64,
    seed: u64,
    out: String,
    existing: Existing,
}

/// Writes a sample.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let Order { tickets, seed, out: file, existing } = order_of(arguments)?;
    let failed = |problem: String| Failure::Write { file: file.clone(), problem };
    let sample = World::new(tickets, seed).and_then(World::live).map_err(&failed)?;
    let contents = sample.cover.contents;
    write_whole(file.as_ref(), existing, |packed| {
        pack(&sample.cover, Some(&sample.office), sample.lines, &sample.key, packed)
    })
    .map_err(|error| failed(error.to_string()))?;
    writeln!(out, "{file}: {} events, {} tickets", contents.events, contents.tickets)?;
    Ok(ExitCode::SUCCESS)
}

fn order_of(arguments: &[String]) -> Result<Order, Failure> {
    let (mut tickets, mut seed, mut out, mut existing) = (None, None, None, Existing::Keep);
    let mut rest = arguments.iter();
    let number = |text: Option<&String>| text.and_then(|text| text.parse::<u64>().ok()).ok_or(Failure::Usage(HELP));
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--tickets" => tickets = Some(number(rest.next())?),
            "--seed" => seed = Some(number(rest.next())?),
            "--force" => existing = Existing::Replace,
            option if option.starts_with('-') => return Err(Failure::UnknownOption(option.to_owned())),
            file if out.is_none() => out = Some(file.to_owned()),
            _ => return Err(Failure::Usage(HELP)),
        }
    }
    match (tickets, seed, out) {
        (Some(tickets), Some(seed), Some(out)) => Ok(Order { tickets, seed, out, existing }),
        _ => Err(Failure::Usage(HELP)),
    }
}
