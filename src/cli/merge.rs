//! `shouwen merge`: one bundle of everything that several hold, for a head office.
//!
//! Each bundle is verified first; one that is not sound stops the whole. Events are a set: one that stands in several
//! bundles stands once in the new one, whatever the order of the bundles.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use shouwen::exchange::{Limits, Union, pack, unpack_each};

use super::Failure;
use super::bundle_words::list_problems;
use super::key_file::load_or_make;
use super::whole_file::{Existing, write_whole};

pub(super) const HELP: &str = "\
usage: shouwen merge BUNDLE... -o OUT [--key FILE] [--force]

Writes one bundle of everything that the bundles hold; an event that stands in several is written once. A bundle that is not sound
stops the whole and nothing is written. The office's document is taken over where all bundles are of one office.

  -o OUT      the new bundle; its name should end in .jsonl.gz
  --key FILE  sign with the key in FILE; where there is no such file a key is made and kept there
              (without this option: shouwen/head-office.key in your settings folder)
  --force     replace OUT where it exists
";

/// What was asked for.
struct Order {
    bundles: Vec<String>,
    out: String,
    key: Option<PathBuf>,
    existing: Existing,
}

/// Merges bundles into one.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let order = order_of(arguments)?;
    let Some(union) = gather(&order.bundles, out)? else {
        writeln!(out, "nothing was written")?;
        return Ok(ExitCode::FAILURE);
    };
    let found = load_or_make(order.key)?;
    let (cover, office, lines) = union.finish(now_ms());
    let (file, contents) = (order.out, cover.contents);
    write_whole(file.as_ref(), order.existing, |packed| pack(&cover, office.as_ref(), lines, &found.key, packed))
        .map_err(|error| Failure::Write { file: file.clone(), problem: error.to_string() })?;
    let (device, path) = (found.key.device_id(), found.path.display());
    writeln!(out, "{file}: {} events, {} tickets", contents.events, contents.tickets)?;
    writeln!(out, "signed by device {device}, {} {path}", if found.is_new { "a new key, kept in" } else { "key in" })?;
    Ok(ExitCode::SUCCESS)
}

fn order_of(arguments: &[String]) -> Result<Order, Failure> {
    let (mut bundles, mut out, mut key, mut existing) = (Vec::new(), None, None, Existing::Keep);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "-o" => out = Some(rest.next().ok_or(Failure::Usage(HELP))?.clone()),
            "--key" => key = Some(PathBuf::from(rest.next().ok_or(Failure::Usage(HELP))?)),
            "--force" => existing = Existing::Replace,
            option if option.starts_with('-') => return Err(Failure::UnknownOption(option.to_owned())),
            bundle => bundles.push(bundle.to_owned()),
        }
    }
    match out {
        Some(out) if !bundles.is_empty() => Ok(Order { bundles, out, key, existing }),
        _ => Err(Failure::Usage(HELP)),
    }
}

/// Reads every bundle, or says which is not sound.
fn gather(bundles: &[String], out: &mut dyn Write) -> Result<Option<Union>, Failure> {
    let mut union = Union::default();
    for file in bundles {
        let before = union.events();
        let opened = File::open(file).and_then(|bundle| unpack_each(bundle, Limits::default(), |line| union.add(line)));
        let read = opened.map_err(|error| Failure::Read { file: file.clone(), error })?;
        if !read.is_sound() {
            writeln!(out, "{file}: NOT SOUND")?;
            list_problems(&read, out)?;
            return Ok(None);
        }
        writeln!(out, "{file}: {} events, {} of them new", read.contents.events, union.events() - before)?;
        list_problems(&read, out)?;
        union.cover(read);
    }
    Ok(Some(union))
}

/// The time now, in milliseconds since 1970, UTC.
fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
