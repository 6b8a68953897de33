//! What the checker found, the gravest first; each is a way to its line.

use leptos::prelude::*;

use super::editor::Editor;
use crate::app::frame::frame;
use crate::app::parts::icon;
use crate::app::words::DraftWords;
use crate::workshop::{Checked, Graveness, ProblemView};

/// In one sentence, how the text stands.
pub(super) fn summary(words: &DraftWords, checked: Option<&Checked>) -> String {
    let Some(checked) = checked else { return words.checking.to_owned() };
    let count = |graveness| checked.problems.iter().filter(|problem| problem.severity == graveness).count();
    let said =
        |number: usize, say: fn(&DraftWords, &str) -> String| (number > 0).then(|| say(words, &number.to_string()));
    let mut parts: Vec<String> = [
        said(count(Graveness::Error), DraftWords::errors),
        said(count(Graveness::Warning), DraftWords::warnings),
        said(count(Graveness::Note), DraftWords::notes),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        parts.push(words.sound.to_owned());
    }
    let (all, passed) = checked.cases;
    if all > 0 {
        parts.push(words.cases(&passed.to_string(), &all.to_string()));
    }
    parts.join(" · ")
}

/// The list.
pub(super) fn checker(editor: Editor, checked: &Checked) -> AnyView {
    let mut problems: Vec<&ProblemView> = checked.problems.iter().collect();
    problems.sort_by_key(|problem| (problem.severity, problem.line));
    let rows = problems.into_iter().map(|problem| row(editor, problem)).collect_view();
    view! { <ol class="draft-problems">{rows}</ol> }.into_any()
}

fn row(editor: Editor, problem: &ProblemView) -> AnyView {
    let words = &frame().rules_words().drafts;
    let (kind, name, picture) = match problem.severity {
        Graveness::Error => ("error", words.error, "close"),
        Graveness::Warning => ("warning", words.warning, "warn"),
        Graveness::Note => ("note", words.note, "info"),
    };
    let (line, column) = (problem.line, problem.column);
    view! {
        <li class="draft-problem" data-kind=kind>
            {icon(picture)}
            <div>
                <button type="button" class="draft-line" on:click=move |_| editor.show(line, column)>
                    <span>{name}</span>" · "<span>{words.line(&line.to_string(), &column.to_string())}</span>
                </button>
                <p>{problem.words.clone()}</p>
            </div>
        </li>
    }
    .into_any()
}
