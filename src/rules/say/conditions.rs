//! Conditions that failed, as the part of a sentence that says what was wanted and, in brackets, what is.

use super::situation;
use super::words::{join, phrase, sentence};
use crate::rules::compile::CompiledPack;
use crate::rules::grounds::{Field, Held};
use crate::rules::pack::Words;
use crate::rules::why_not::FailedCondition;

/// Says under which conditions something would hold, and how they fail.
pub(super) fn conditions(pack: &CompiledPack, failed: &[FailedCondition]) -> Words {
    let (unless, wanted): (Vec<_>, Vec<_>) =
        failed.iter().partition(|failed| matches!(failed, FailedCondition::FlagPresent(_)));
    let say = |list: Vec<&FailedCondition>| list.into_iter().map(|failed| condition(pack, failed)).collect::<Vec<_>>();
    let (wanted, unless) = (join(&say(wanted), ("，且", " and ")), join(&say(unless), ("，也没有", " or ")));
    match (wanted.zh.is_empty(), unless.zh.is_empty()) {
        (false, true) => sentence(format!("须{}", wanted.zh), format!("where {}", wanted.en)),
        (true, _) => sentence(format!("须没有{}", unless.zh), format!("unless {}", unless.en)),
        (false, false) => {
            let zh = format!("须{}，且没有{}", wanted.zh, unless.zh);
            sentence(zh, format!("where {}, unless {}", wanted.en, unless.en))
        }
    }
}

/// Says one condition.
fn condition(pack: &CompiledPack, failed: &FailedCondition) -> Words {
    let or = ("或", " or ");
    match failed {
        FailedCondition::Field { found, wanted } => {
            let wanted: Vec<Words> = wanted.iter().map(|code| value(pack, found.field(), code)).collect();
            let (wanted, found) = (join(&wanted, or), held(pack, found));
            sentence(format!("{}（现为：{}）", wanted.zh, found.zh), format!("{} (here {})", wanted.en, found.en))
        }
        FailedCondition::FlagMissing(flag) => not_so(&phrase(situation::flag(*flag))),
        FailedCondition::NoneOfFlags(flags) => {
            let flags: Vec<Words> = flags.iter().map(|flag| phrase(situation::flag(flag))).collect();
            not_so(&join(&flags, or))
        }
        FailedCondition::FlagPresent(flag) => {
            let Words { zh, en } = phrase(situation::flag(*flag));
            sentence(format!("“{zh}”的情形（现有此情形）"), format!("{en} (here it is so)"))
        }
        FailedCondition::Owner { property, wanted } => {
            let Words { zh, en } = phrase(situation::property(property, *wanted));
            not_so(&sentence(format!("首问责任人是{zh}的人"), format!("the owner is {en}")))
        }
    }
}

/// Says that something wanted is not so.
fn not_so(Words { zh, en }: &Words) -> Words {
    sentence(format!("{zh}（现非如此）"), format!("{en} (here it is not so)"))
}

/// Says the value of a field by its code.
fn value(pack: &CompiledPack, field: Option<Field>, code: &str) -> Words {
    let said = match field {
        Some(Field::Channel) => code.parse().ok().map(situation::channel),
        Some(Field::Matter) => code.parse().ok().map(situation::matter),
        Some(Field::Scope) => code.parse().ok().map(situation::scope),
        Some(Field::Handler) => code.parse().ok().map(situation::handler_state),
        Some(Field::OnTheSpot) => code.parse().ok().map(situation::on_the_spot),
        Some(Field::Materials) => code.parse().ok().map(situation::materials),
        Some(Field::Eligible) => code.parse().ok().map(situation::eligible),
        Some(Field::Asked) => code.parse().ok().map(situation::asked),
        Some(Field::Topic) | None => None,
    };
    said.map_or_else(|| topic(pack, code), phrase)
}

/// Says what a situation has.
fn held(pack: &CompiledPack, held: &Held) -> Words {
    match held {
        Held::Channel(code) => phrase(situation::channel(*code)),
        Held::Matter(code) => phrase(situation::matter(*code)),
        Held::Scope(code) => phrase(situation::scope(*code)),
        Held::Handler(code) => phrase(situation::handler_state(*code)),
        Held::OnTheSpot(truth) => phrase(situation::on_the_spot(*truth)),
        Held::Materials(code) => phrase(situation::materials(*code)),
        Held::Eligible(code) => phrase(situation::eligible(*code)),
        Held::Topic(Some(code)) => topic(pack, code),
        Held::Topic(None) => phrase(("没有专题", "it has no topic")),
        Held::Asked(count) => phrase(situation::asked(match count {
            0 => crate::rules::pack::AskedCount::None,
            1 => crate::rules::pack::AskedCount::One,
            _ => crate::rules::pack::AskedCount::Several,
        })),
        Held::Flag(flag) | Held::NoFlag(flag) => phrase(situation::flag(*flag)),
    }
}

/// Says a topic by the title that the pack gives it.
fn topic(pack: &CompiledPack, code: &str) -> Words {
    let title = pack.pack().topics.iter().find(|topic| topic.code == code).map(|topic| &topic.title);
    let (zh, en) = title.map_or((code, code), |title| (title.zh.as_str(), title.en.as_str()));
    sentence(format!("专题是“{zh}”"), format!("its topic is “{en}”"))
}
