//! When a rule applies, as a phrase that stands after "where".

use super::situation;
use super::words::{Phrase, join, phrase, sentence};
use crate::rules::flags::Flags;
use crate::rules::pack::{AskedCount, OwnerTest, Pack, When, Words};
use crate::rules::situation::{Channel, Eligible, HandlerState, Materials, MatterKind, Scope};

/// Says conditions of which one must hold; empty where there is none.
pub(super) fn whens(pack: &Pack, whens: &[When]) -> Words {
    let said: Vec<Words> = whens.iter().map(|when| self::when(pack, when)).collect();
    join(&said, ("；或者", "; or where "))
}

/// Says one condition: everything that it names must hold.
fn when(pack: &Pack, when: &When) -> Words {
    let mut parts = vec![
        one_of(&when.channel, Channel::ALL, situation::channel),
        one_of(&when.matter, MatterKind::ALL, situation::matter),
        one_of(&when.scope, Scope::ALL, situation::scope),
        one_of(&when.handler, HandlerState::ALL, situation::handler_state),
        when.on_the_spot.map(|truth| phrase(situation::on_the_spot(truth))),
        one_of(&when.materials, Materials::ALL, situation::materials),
        one_of(&when.eligible, Eligible::ALL, situation::eligible),
        topics(pack, &when.topic),
        one_of(&when.asked, AskedCount::ALL, situation::asked),
        person(when.owner).map(|who| sentence(format!("首问责任人{}", who.zh), format!("the owner is {}", who.en))),
    ];
    parts.extend(when.flags.iter().map(|flag| Some(phrase(situation::flag(flag)))));
    parts.push(any_of(when.any_flags));
    parts.push(none_of(when.no_flags));
    let parts: Vec<Words> = parts.into_iter().flatten().collect();
    join(&parts, ("，且", " and "))
}

/// Says what is wanted of a person; nothing where nothing is.
pub(super) fn person(test: OwnerTest) -> Option<Words> {
    let wanted = OwnerTest::NAMES.iter().zip(test.wanted());
    let said: Vec<Words> =
        wanted.filter_map(|(name, wanted)| Some(phrase(situation::property(name, wanted?)))).collect();
    (!said.is_empty()).then(|| join(&said, ("、", " and ")))
}

/// Says which values a field may have: those that are named or, where they are fewer, those that are not.
fn one_of<T: Copy + PartialEq>(wanted: &[T], all: &[T], said: fn(T) -> Phrase) -> Option<Words> {
    if wanted.is_empty() {
        return None;
    }
    let list = |codes: &[T]| join(&codes.iter().map(|code| phrase(said(*code))).collect::<Vec<_>>(), ("或", " or "));
    let others: Vec<T> = all.iter().copied().filter(|code| !wanted.contains(code)).collect();
    if others.is_empty() || others.len() >= wanted.len() || all.len() < 4 {
        return Some(list(wanted));
    }
    let Words { zh, en } = list(&others);
    Some(sentence(format!("不是“{zh}”"), format!("it is not so that {en}")))
}

fn topics(pack: &Pack, codes: &[String]) -> Option<Words> {
    let title = |code: &String| {
        let found = pack.topics.iter().find(|topic| topic.code == *code);
        found.map_or_else(|| sentence(code.clone(), code.clone()), |topic| topic.title.clone())
    };
    let Words { zh, en } = join(&codes.iter().map(title).collect::<Vec<_>>(), ("”或“", "” or “"));
    (!codes.is_empty()).then(|| sentence(format!("专题是“{zh}”"), format!("the topic is “{en}”")))
}

fn any_of(flags: Flags) -> Option<Words> {
    let said: Vec<Words> = flags.iter().map(|flag| phrase(situation::flag(flag))).collect();
    (!said.is_empty()).then(|| join(&said, ("或", " or ")))
}

fn none_of(flags: Flags) -> Option<Words> {
    let Words { zh, en } = any_of(flags)?;
    Some(sentence(format!("没有“{zh}”的情形"), format!("it is not so that {en}")))
}
