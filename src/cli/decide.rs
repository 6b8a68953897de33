//! `shouwen decide`: what a system demands in a situation.

use std::io::Write;
use std::process::ExitCode;

use shouwen::rules::{self, CompiledPack, Decision, DutyLine, Situation};

use super::Failure;
use super::failure::read;
use super::pack_file;
use super::replay;
use super::words::{held, say_in_three};

pub(super) const HELP: &str = "\
usage: shouwen decide SYSTEM SITUATION.json [--explain] [--why WHAT] [--store FILE]
       shouwen decide --replay FILE [SYSTEM]

Prints, as JSON, what the system demands in the situation: owner, handler, duties, forms, what is barred, each with its
clause. SYSTEM is an id from `shouwen systems` or a pack file (*.toml). SITUATION.json holds one situation; `-` reads it from
standard input. With --explain the answer is in words, with the gist of every clause and why it applies.
With --why the answer says why a duty (a code such as `guide`) is demanded or a person (an id of `asked`) is the owner, or why not,
in 简体, 繁體 and English.
With --store the decision is kept in a new file as well: with the situation, the pack's id, version and hash, and the calendar's version.
--replay decides such a file again, by the system that it names or by SYSTEM, and says whether it still holds and what changed; the
exit code is 1 if it does not hold.
";

/// Decides one situation.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    if let [option, rest @ ..] = arguments
        && option == "--replay"
    {
        return match rest {
            [file] => replay::replay(file, None, out),
            [file, system] => replay::replay(file, Some(system), out),
            _ => Err(Failure::Usage(HELP)),
        };
    }
    let Options { system, file, explained, why, kept_in } = options(arguments)?;
    let pack = pack_file::find(system)?;
    let text = if file == "-" { std::io::read_to_string(std::io::stdin())? } else { read(file)? };
    let problem = |error: serde_json::Error| Failure::Content { file: file.to_owned(), problem: error.to_string() };
    let situation: Situation = serde_json::from_str(&text).map_err(problem)?;
    let decision = rules::decide(&pack, &situation);
    if let Some(what) = why {
        say_why(&pack, &situation, what, out)?;
    } else if explained {
        explain(&pack, &situation, &decision, out)?;
    } else {
        writeln!(out, "{}", serde_json::to_string_pretty(&decision).map_err(problem)?)?;
    }
    if let Some(file) = kept_in {
        replay::store(file, situation, decision)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What the arguments ask for.
struct Options<'a> {
    system: &'a str,
    file: &'a str,
    explained: bool,
    why: Option<&'a str>,
    kept_in: Option<&'a str>,
}

/// Reads the arguments.
fn options(arguments: &[String]) -> Result<Options<'_>, Failure> {
    let mut files: Vec<&str> = Vec::new();
    let (mut explained, mut why, mut kept_in) = (false, None, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--explain" => explained = true,
            "--why" => why = Some(rest.next().ok_or(Failure::Usage(HELP))?.as_str()),
            "--store" => kept_in = Some(rest.next().ok_or(Failure::Usage(HELP))?.as_str()),
            unknown if unknown.starts_with("--") => return Err(Failure::UnknownOption(unknown.to_owned())),
            file => files.push(file),
        }
    }
    let [system, file] = *files.as_slice() else { return Err(Failure::Usage(HELP)) };
    Ok(Options { system, file, explained, why, kept_in })
}

/// Says why, or why not, of a duty or a person.
fn say_why(pack: &CompiledPack, situation: &Situation, what: &str, out: &mut dyn Write) -> Result<(), Failure> {
    let sentences = match what.parse() {
        Ok(duty) => rules::explain_duty(pack, situation, duty),
        Err(_) => rules::explain_owner(pack, situation, what),
    };
    say_in_three(&sentences, out)
}

/// Says a decision in words.
fn explain(
    pack: &CompiledPack,
    situation: &Situation,
    decision: &Decision,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let identity = &pack.pack().identity;
    writeln!(out, "{} {} (version {})", identity.id, identity.title.en, identity.version)?;
    match &decision.owner {
        Some(owner) => writeln!(out, "owner: {} ({}) [{}]", owner.id, owner.basis, owner.clause)?,
        None => writeln!(out, "owner: nobody")?,
    }
    if let Some(handler) = &decision.handler {
        writeln!(out, "handler: {} [{}]", handler.code, handler.clause)?;
    }
    if let Some(department) = &decision.department {
        writeln!(out, "department: {} [{}]", department.name, department.clause)?;
    }
    if let Some(answerable) = &decision.answerable {
        writeln!(out, "answerable: {} [{}]", answerable.code, answerable.clause)?;
    }
    for (number, duty) in (1..).zip(&decision.duties) {
        writeln!(out, "{number}. {}", duty_in_words(duty))?;
    }
    for form in &decision.forms {
        writeln!(out, "form: {} [{}]", form.code, form.clause)?;
    }
    for barred in &decision.barred {
        writeln!(out, "barred: {} [{}]", barred.code, barred.clause)?;
    }
    writeln!(out, "why:")?;
    for line in &decision.why {
        let gist = pack.clause(&line.clause).map(|clause| clause.gist.en.as_str()).unwrap_or_default();
        let grounds: Vec<String> = line.grounds.held(situation).iter().map(held).collect();
        let because = if grounds.is_empty() { "always".to_owned() } else { grounds.join(", ") };
        writeln!(out, "  [{}] {gist} ({because})", line.clause)?;
    }
    Ok(())
}

/// Says a duty in words: what, by whom, until when, which clauses.
fn duty_in_words(duty: &DutyLine) -> String {
    let clauses = std::iter::once(duty.clause).chain(duty.also.iter().copied());
    let clauses: Vec<String> = clauses.map(|clause| clause.to_string()).collect();
    let others: Vec<&str> = duty.alternatives.iter().map(|code| code.as_str()).collect();
    let to = duty.to.map(|to| format!(" to {to}")).unwrap_or_default();
    let within = duty.within.map(|within| format!(" within {within}")).unwrap_or_default();
    let or = if others.is_empty() { String::new() } else { format!(", or {}", others.join(", ")) };
    let optional = if duty.optional { ", where necessary" } else { "" };
    format!("{} by {}{to}{within}{or}{optional} [{}]", duty.code, duty.by, clauses.join(", "))
}
