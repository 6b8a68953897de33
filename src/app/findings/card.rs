//! One finding: whose, what, which clause, what shows it, what was said to it.

use leptos::prelude::*;

use super::proposal::proposal;
use super::speaking::{Said, Speaking};
use crate::app::desk::line_words;
use crate::app::parts::{Look, button, clause_chip};
use crate::app::words::desk::{codes, conduct};
use crate::app::words::{self, FindingsWords};
use crate::ledger::finding::Judgement;
use crate::office::Lang;
use crate::protocol::{FindingView, HistoryLine, RemarkView, RulingView};

/// The finding as a sheet.
pub(super) fn card(speaking: Speaking, finding: &FindingView) -> AnyView {
    let lang = speaking.lang();
    let words = speaking.words();
    let settled = finding.ruling.as_ref().is_some_and(|ruling| !ruling.contested);
    view! {
        <article class="sheet stack finding" data-settled=settled.then_some("")>
            {head(lang, words, finding)}
            {(!finding.stands).then(|| view! { <p class="notice-line">{words.gone}</p> })}
            {evidence(lang, words, &finding.evidence)}
            {(!settled && finding.stands).then(|| proposal(lang, words, &finding.proposal))}
            {finding.answers.iter().map(|answer| remark(lang, words.answered, answer)).collect_view()}
            {finding.ruling.as_ref().map(|ruling| ruled(lang, words, ruling))}
            {buttons(speaking, finding)}
        </article>
    }
    .into_any()
}

fn head(lang: Lang, words: &'static FindingsWords, finding: &FindingView) -> AnyView {
    let duty = finding.key.duty.map(|duty| view! { <span class="tag">{codes::duty(lang, duty)}</span> });
    let role = finding.role.map(|role| view! { <span class="tag">{conduct::role(lang, role)}</span> });
    let title = words.what(&finding.person, conduct::violation(lang, finding.violation));
    view! {
        <h2 class="finding-title">{title}</h2>
        <p class="row gap-1">
            {role}{duty}
            {finding.clause.as_ref().map(clause_chip)}
        </p>
        <p>
            <a href=format!("#/desk/ticket/{}", finding.ticket)>{finding.number.clone()}</a>
            " · "{finding.subject.clone()}" · "
            <span class="soft">{words.since(&words::moment(lang, finding.since_ms))}</span>
        </p>
    }
    .into_any()
}

fn evidence(lang: Lang, words: &'static FindingsWords, lines: &[HistoryLine]) -> AnyView {
    let rows = lines
        .iter()
        .map(|line| {
            let (what, detail) = line_words(lang, line);
            let who = if line.kind == "owner_named" { String::new() } else { line.by.clone() };
            let when = words::moment(lang, line.at_ms);
            view! {
                <li>
                    <span class="soft">{when}</span>" "{who}" "{what}
                    {(!detail.is_empty()).then(|| view! { <span class="keep-lines soft">" "{detail}</span> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="finding-evidence">
            <summary>{words.evidence(&lines.len().to_string())}</summary>
            <ul class="finding-lines">{rows}</ul>
        </details>
    }
    .into_any()
}

fn remark(lang: Lang, label: &'static str, remark: &RemarkView) -> AnyView {
    view! {
        <div class="finding-remark">
            <p><strong>{remark.by.clone()}</strong>" "{label}" "<span class="soft small">{words::moment(lang, remark.at_ms)}</span></p>
            <p class="keep-lines">{remark.text.clone()}</p>
        </div>
    }
    .into_any()
}

fn ruled(lang: Lang, words: &'static FindingsWords, ruling: &RulingView) -> AnyView {
    let what = match &ruling.judgement {
        Judgement::Dismissed => words.dismissed.to_owned(),
        Judgement::Upheld(sanctions) if sanctions.is_empty() => words.upheld_waived.to_owned(),
        Judgement::Upheld(sanctions) => {
            let codes: Vec<_> = sanctions.iter().map(|chosen| conduct::sanction(lang, chosen.code)).collect();
            words.upheld_with(&codes.join(words.comma))
        }
    };
    let bearing = &ruling.bearing;
    let circumstances: Vec<&str> = bearing
        .consequence
        .iter()
        .map(|code| conduct::consequence(lang, *code))
        .chain(bearing.mitigating.iter().map(|code| conduct::mitigating(lang, *code)))
        .chain(bearing.aggravating.iter().map(|code| conduct::aggravating(lang, *code)))
        .collect();
    let circumstances = (!circumstances.is_empty())
        .then(|| view! { <p class="soft">{words.considered}{circumstances.join(words.comma)}</p> });
    view! {
        <div class="finding-ruling stack gap-1">
            <p class="finding-verdict">{what}</p>
            {circumstances}
            {remark(lang, words.decided, &ruling.remark)}
            {ruling.contested.then(|| view! { <p>{words.contested}</p> })}
        </div>
    }
    .into_any()
}

fn buttons(speaking: Speaking, finding: &FindingView) -> Option<AnyView> {
    let words = speaking.words();
    let opens = |look: Look, label: &'static str, what: Said| {
        let finding = finding.clone();
        button(look, label, move || speaking.open(what, finding.clone()))
    };
    let answer = finding.may_answer.then(|| opens(Look::Main, words.answer, Said::Answer));
    let decide = finding.may_decide.then(|| opens(Look::Main, words.decide, Said::Decision));
    (answer.is_some() || decide.is_some()).then(|| view! { <div class="buttons">{answer}{decide}</div> }.into_any())
}
