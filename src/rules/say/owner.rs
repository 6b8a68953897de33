//! Why a person is the owner, or why not.

use super::conditions::conditions;
use super::situation::{basis, property};
use super::words::{phrase, sentence};
use crate::rules::compile::CompiledPack;
use crate::rules::decide::decide;
use crate::rules::pack::Words;
use crate::rules::situation::Situation;
use crate::rules::why_not_owner::{NotOwner, why_not_owner};

/// Says in sentences why someone is the first-contact owner in a situation, or why not; people are named by their ids.
pub fn explain_owner(pack: &CompiledPack, situation: &Situation, id: &str) -> Vec<Words> {
    let owner = decide(pack, situation).owner;
    if let Some(owner) = owner.as_ref().filter(|owner| owner.id == id) {
        let Words { zh, en } = phrase(basis(owner.basis));
        let clause = owner.clause;
        let zh = format!("按第 {clause} 条，{id} 是首问责任人：他是{zh}。");
        return vec![sentence(zh, format!("By clause {clause}, {id} is the owner: the one {en}."))];
    }
    let reasons = why_not_owner(pack, situation, id);
    let mut sentences: Vec<Words> = reasons.iter().map(|reason| absent(pack, id, reason)).collect();
    if owner.is_none() {
        let nobody = sentence("这里没有条文定出首问责任人。".to_owned(), "No clause names an owner here.".to_owned());
        sentences.insert(0, nobody);
    }
    sentences
}

/// Says one reason.
fn absent(pack: &CompiledPack, id: &str, reason: &NotOwner) -> Words {
    match reason {
        NotOwner::NotAsked => sentence(format!("没有人问到 {id}。"), format!("Nobody asked {id}.")),
        NotOwner::Excluded { clause, property: name, wanted } => {
            let Words { zh, en } = phrase(property(name, *wanted));
            let zh = format!("第 {clause} 条只在{zh}的人中选，{id} 不属于这种情形。");
            sentence(zh, format!("Clause {clause} considers only people who are {en}, which {id} does not meet."))
        }
        NotOwner::Outdone { clause, by, owner } => {
            let Words { zh, en } = phrase(basis(*by));
            let zh = format!("第 {clause} 条选{zh}，这是 {owner}，不是 {id}。");
            sentence(zh, format!("Clause {clause} chooses the one {en}; that is {owner}, not {id}."))
        }
        NotOwner::Unmet { clause, by } => {
            let Words { zh, en } = phrase(basis(*by));
            let zh = format!("第 {clause} 条选{zh}，{id} 不是。");
            sentence(zh, format!("Clause {clause} chooses the one {en}, which {id} is not."))
        }
        NotOwner::AskedLater { clause, owner } => {
            let zh = format!("按第 {clause} 条，{owner} 与 {id} 条件相同，但 {owner} 先被问到。");
            sentence(zh, format!("By clause {clause}, {owner} and {id} are equal, but {owner} was asked before."))
        }
        NotOwner::Window { clause, owner } => {
            let zh = format!("第 {clause} 条定 {owner} 为首问责任人，与问到谁无关。");
            sentence(zh, format!("Clause {clause} makes {owner} the owner, whoever was asked."))
        }
        NotOwner::Overruled { clause, by } if clause == by => {
            let zh = format!("第 {clause} 条另有规定会定 {id}，但排在前面的优先。");
            sentence(zh, format!("Another rule of clause {clause} would name {id}, but the one before it prevails."))
        }
        NotOwner::Overruled { clause, by } => {
            let zh = format!("第 {clause} 条会定 {id}，但第 {by} 条优先。");
            sentence(zh, format!("Clause {clause} would name {id}, but clause {by} prevails."))
        }
        NotOwner::Failed { clause, failed } => {
            let where_it_does = conditions(pack, failed);
            let zh = format!("第 {clause} 条会定 {id}，{}。", where_it_does.zh);
            sentence(zh, format!("Clause {clause} would name {id} only {}.", where_it_does.en))
        }
    }
}
