//! What the system says, line by line; each line opens to say why.

use leptos::prelude::*;

use super::bench::Bench;
use crate::app::frame::frame;
use crate::app::systems::subject::Subject;
use crate::app::words::desk::codes;
use crate::app::words::rules::held;
use crate::app::words::{TrialWords, limit};
use crate::rules::{Actor, Answerable, ClauseRef, Recipient};
use crate::workshop::{ClauseUsed, DutyTried, Trial};

/// What all lines of a decision share.
struct Drawing<'a> {
    subject: &'a Subject,
    words: &'static TrialWords,
    bench: Bench,
    now: &'a Trial,
    before: Option<&'a Trial>,
}

/// The decision; lines that were not there before are marked.
pub(super) fn decision(subject: &Subject, bench: Bench, now: &Trial, before: Option<&Trial>) -> AnyView {
    let words = &frame().rules_words().trial;
    let drawing = Drawing { subject, words, bench, now, before };
    let duties = now.duties.iter().map(|duty| drawing.duty(duty)).collect_view();
    let none = now.duties.is_empty().then(|| view! { <p class="soft">{words.no_duties}</p> });
    view! {
        <div class="stack">
            <div class="trial-people-said">{drawing.owner()}{drawing.handler()}{drawing.answerable()}{drawing.department()}</div>
            <section class="stack gap-1"><h3>{words.duties}</h3>{none}<ol class="trial-lines" data-numbered="">{duties}</ol></section>
            {drawing.forms()}
            {drawing.barred()}
            <p class="decision-stamp">{words.under(&now.stamp)}</p>
        </div>
    }
    .into_any()
}

/// One sentence for those who do not see the panel.
pub(super) fn summary(words: &TrialWords, trial: &Trial) -> String {
    let owner = trial.owner.as_ref().map_or(words.no_owner, |owner| owner.id.as_str());
    words.summary(owner, &trial.duties.len().to_string())
}

impl Drawing<'_> {
    fn owner(&self) -> AnyView {
        let lang = frame().lang();
        let owner = self.now.owner.as_ref();
        let name = owner.map_or_else(|| self.words.no_owner.to_owned(), |owner| owner.id.clone());
        let why = owner.map(|owner| codes::basis(lang, owner.basis).to_owned()).unwrap_or_default();
        let clauses: Vec<ClauseRef> = owner.map(|owner| owner.clause).into_iter().collect();
        let new = self.before.is_some_and(|before| before.owner != self.now.owner);
        self.line("owner", self.words.owner, &name, &why, &clauses, new)
    }

    fn handler(&self) -> AnyView {
        let lang = frame().lang();
        let handler = self.now.handler.as_ref();
        let name = handler.map_or(self.words.not_said, |handler| codes::handler_role(lang, handler.code));
        let clauses: Vec<ClauseRef> = handler.map(|handler| handler.clause).into_iter().collect();
        let new = self.before.is_some_and(|before| before.handler != self.now.handler);
        self.line("handler", self.words.settled_by, name, "", &clauses, new)
    }

    fn answerable(&self) -> Option<AnyView> {
        let side = self.now.answerable.as_ref()?;
        let name = match side.code {
            Answerable::Owner => self.words.answers_owner,
            Answerable::Handler => self.words.answers_handler,
            Answerable::Both => self.words.answers_both,
        };
        let new = self.before.is_some_and(|before| before.answerable != self.now.answerable);
        Some(self.line("answerable", self.words.answerable, name, "", &[side.clause], new))
    }

    fn department(&self) -> Option<AnyView> {
        let named = self.now.department.as_ref()?;
        let new = self.before.is_some_and(|before| before.department != self.now.department);
        Some(self.line("department", self.words.department, &named.code, "", &[named.clause], new))
    }

    fn duty(&self, duty: &DutyTried) -> AnyView {
        let lang = frame().lang();
        let words = self.words;
        let mut also = Vec::new();
        if duty.by != Actor::Owner {
            also.push(codes::actor(lang, duty.by).to_owned());
        }
        also.extend(
            duty.to.map(
                |to| {
                    if to == Recipient::Visitor { words.to_visitor.to_owned() } else { words.to_owner.to_owned() }
                },
            ),
        );
        also.extend(duty.within.map(|within| limit(lang, within)));
        if duty.optional {
            also.push(words.optional.to_owned());
        }
        also.extend(duty.alternatives.iter().map(|code| words.or(codes::duty(lang, *code))));
        let was = |before: &Trial| before.duties.iter().any(|old| old.code == duty.code && old.by == duty.by);
        let new = self.before.is_some_and(|before| !was(before));
        let key = format!("{} {}", duty.code, duty.by);
        let line = self.line(&key, "", codes::duty(lang, duty.code), &also.join(" · "), &duty.clauses, new);
        view! { <li>{line}</li> }.into_any()
    }

    fn forms(&self) -> Option<AnyView> {
        let lang = frame().lang();
        let lines = self.now.forms.iter().map(|form| {
            let new = self.before.is_some_and(|before| before.forms.iter().all(|old| old.code != form.code));
            let name = codes::form(lang, form.code);
            view! { <li>{self.line(&format!("form {}", form.code), "", name, "", &[form.clause], new)}</li> }
        });
        let lines = lines.collect_view();
        let drawn = view! { <section class="stack gap-1"><h3>{self.words.forms}</h3><ul class="trial-lines">{lines}</ul></section> };
        (!self.now.forms.is_empty()).then(|| drawn.into_any())
    }

    fn barred(&self) -> Option<AnyView> {
        let lang = frame().lang();
        let lines = self.now.barred.iter().map(|act| {
            let new = self.before.is_some_and(|before| before.barred.iter().all(|old| old.code != act.code));
            let name = codes::barred(lang, act.code);
            view! { <li data-barred="">{self.line(&format!("barred {}", act.code), "", name, "", &[act.clause], new)}</li> }
        });
        let lines = lines.collect_view();
        let drawn = view! { <section class="stack gap-1"><h3>{self.words.barred}</h3><ul class="trial-lines">{lines}</ul></section> };
        (!self.now.barred.is_empty()).then(|| drawn.into_any())
    }

    /// A line that opens to say why. Which lines are open is remembered while the situation changes.
    fn line(&self, key: &str, role: &str, name: &str, also: &str, clauses: &[ClauseRef], new: bool) -> AnyView {
        let open = self.bench.open;
        let is_open = open.with_untracked(|open| open.contains(key));
        let comma = frame().rules_words().systems.comma;
        let numbers = clauses.iter().map(ClauseRef::as_str).collect::<Vec<_>>().join(comma);
        let whys = clauses.iter().map(|clause| self.why(*clause)).collect_view();
        let role = (!role.is_empty()).then(|| view! { <span class="trial-role">{role.to_owned()}</span> });
        let also = (!also.is_empty()).then(|| view! { <span class="trial-also">{also.to_owned()}</span> });
        let number = (!numbers.is_empty()).then(|| view! { <span class="chip trial-clause">{numbers.clone()}</span> });
        let said = view! { {role}<span class="trial-name">{name.to_owned()}</span>{number}{also} };
        if clauses.is_empty() {
            return view! { <p class="trial-line">{said}</p> }.into_any();
        }
        let key = key.to_owned();
        let toggle = move |_| {
            open.update_untracked(|open| {
                if !open.remove(&key) {
                    open.insert(key.clone());
                }
            });
        };
        view! {
            <details class="trial-line" data-new=new.then_some("") open=is_open>
                <summary on:click=toggle>{said}</summary>
                <ul class="trial-whys">{whys}</ul>
            </details>
        }
        .into_any()
    }

    /// A clause: what it says, and what about the situation made it apply.
    fn why(&self, clause: ClauseRef) -> AnyView {
        let lang = frame().lang();
        let used = self.now.clauses.iter().find(|used| used.clause == clause);
        let gist = used.map(|used| used.gist.clone()).unwrap_or_default();
        let because = |used: &ClauseUsed| {
            if used.held.is_empty() {
                return self.words.holds_always.to_owned();
            }
            used.held.iter().map(|fact| held(lang, fact)).collect::<Vec<_>>().join(" · ")
        };
        let because = used.map(because).unwrap_or_default();
        let address = format!("#{}", self.subject.clause_address(clause.as_str()));
        let label = frame().rules_words().systems.clause(clause.as_str());
        view! {
            <li>
                <p><a href=address>{label}</a>" "{gist}</p>
                <p class="why-held">{because}</p>
            </li>
        }
        .into_any()
    }
}
