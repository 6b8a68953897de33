//! A system, clause by clause, with what each does.

use super::tongue::{all_said, said};
use super::view::{ClauseReading, EffectView, Head, Reading};
use crate::office::Lang;
use crate::rules::pack::{Clause, Pack};
use crate::rules::{CompiledPack, Effect, FactName, say_fact, say_rule, say_rung, say_term, say_weight};

/// Reads a system.
pub(super) fn read(lang: Lang, pack: &CompiledPack) -> Reading {
    let pack = pack.pack();
    Reading {
        head: head(lang, pack),
        clauses: pack.clauses.iter().map(|clause| self::clause(lang, pack, clause)).collect(),
        silences: pack.silences.iter().map(|silence| said(lang, &silence.reason)).collect(),
        topics: topics(lang, pack),
    }
}

/// Says who a system is.
pub(super) fn head(lang: Lang, pack: &Pack) -> Head {
    let identity = &pack.identity;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    Head {
        pack: identity.id.clone(),
        title: said(lang, &identity.title),
        sector: identity.sector.clone(),
        version: identity.version.clone(),
        source: identity.source.clone(),
        note: identity.note.as_ref().map(|note| said(lang, note)).unwrap_or_default(),
        extends: identity.extends.clone(),
        valid: (day(identity.valid_from), day(identity.valid_to)),
    }
}

/// Lists the tags that a system routes by.
pub(super) fn topics(lang: Lang, pack: &Pack) -> Vec<(String, String)> {
    pack.topics.iter().map(|topic| (topic.code.clone(), said(lang, &topic.title))).collect()
}

fn clause(lang: Lang, pack: &Pack, clause: &Clause) -> ClauseReading {
    let rungs = clause.ladder.iter().map(say_rung);
    let weights = clause.weights.iter().map(say_weight);
    ClauseReading {
        clause: clause.reference,
        gist: said(lang, &clause.gist),
        unformalised: clause.unformalised.as_ref().map(|why| said(lang, why)),
        rules: clause.rules.iter().map(|rule| effect(lang, &say_rule(pack, rule))).collect(),
        facts: clause.facts.iter().map(|(name, terms)| fact(lang, *name, terms)).collect(),
        sanctions: rungs.chain(weights).map(|rung| effect(lang, &rung)).collect(),
        from: clause.from.clone(),
    }
}

/// Names a fact, and says its terms.
fn fact(lang: Lang, name: FactName, terms: &[String]) -> (String, Vec<String>) {
    (said(lang, &say_fact(name)), terms.iter().map(|term| said(lang, &say_term(name, term))).collect())
}

fn effect(lang: Lang, effect: &Effect) -> EffectView {
    EffectView { when: said(lang, &effect.when), follows: all_said(lang, &effect.follows), over: effect.over.clone() }
}
