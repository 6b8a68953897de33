//! Short words for what was found in a situation, and sentences in three languages.

use std::io::Write;

use shouwen::rules::Held;
use shouwen::rules::pack::Words;
use shouwen::script::to_traditional;

use super::Failure;

/// Says sentences in 简体, 繁體 and English, one a line.
pub(super) fn say_in_three(sentences: &[Words], out: &mut dyn Write) -> Result<(), Failure> {
    for sentence in sentences {
        writeln!(out, "{}\n{}\n{}", sentence.zh, to_traditional(&sentence.zh), sentence.en)?;
    }
    Ok(())
}

/// Says one fact.
pub(super) fn held(fact: &Held) -> String {
    match fact {
        Held::Channel(channel) => format!("channel is {channel}"),
        Held::Matter(matter) => format!("matter is {matter}"),
        Held::Scope(scope) => format!("scope is {scope}"),
        Held::Handler(handler) => format!("the handler is {handler}"),
        Held::OnTheSpot(true) => "it can be settled on the spot".to_owned(),
        Held::OnTheSpot(false) => "it cannot be settled on the spot".to_owned(),
        Held::Materials(materials) => format!("papers are {materials}"),
        Held::Eligible(eligible) => format!("eligible is {eligible}"),
        Held::Topic(Some(topic)) => format!("topic is {topic}"),
        Held::Topic(None) => "there is no topic".to_owned(),
        Held::Asked(count) => format!("{count} asked"),
        Held::Flag(flag) => flag.to_string(),
        Held::NoFlag(flag) => format!("not {flag}"),
    }
}
