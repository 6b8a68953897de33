//! The text: a plain field in fixed width, with the numbers of its lines beside it.

use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::store::{Drafts, open_drafts};
use crate::app::frame::frame;
use crate::app::link::Sight;
use crate::workshop::{Checked, Graveness};

/// How many lines stay in sight above the one that is shown.
const LINES_ABOVE: u32 = 4;

/// The field and what stands in it. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    drafts: Drafts,
    key: StoredValue<String>,
    text: RwSignal<String>,
    checked: Sight<Checked>,
    field: NodeRef<html::Textarea>,
    gutter: NodeRef<html::Pre>,
}

impl Editor {
    /// An editor of `text`, the draft `key`.
    pub(super) fn new(key: &str, text: RwSignal<String>, checked: Sight<Checked>) -> Self {
        let (drafts, key) = (open_drafts(), StoredValue::new(key.to_owned()));
        Self { drafts, key, text, checked, field: NodeRef::new(), gutter: NodeRef::new() }
    }

    /// Takes up what was typed, and keeps it at once.
    fn write(self, text: String) {
        self.key.with_value(|key| self.drafts.write(key, text.clone()));
        self.text.set(text);
    }

    /// Draws it.
    pub(super) fn draw(self) -> AnyView {
        let words = &frame().rules_words().drafts;
        let numbers = Memo::new(move |_| self.numbers());
        let scroll = move |_| {
            if let (Some(field), Some(gutter)) = (self.field.get_untracked(), self.gutter.get_untracked()) {
                gutter.set_scroll_top(field.scroll_top());
            }
        };
        view! {
            <div class="field">
                <label class="field-label" for="draft-text">{words.text}</label>
                <p class="field-hint" id="draft-text-hint">{words.text_hint}</p>
                <div class="draft-editor">
                    <pre class="draft-gutter" aria-hidden="true" node_ref=self.gutter>{numbers}</pre>
                    <textarea class="draft-text" id="draft-text" wrap="off" spellcheck="false" autocapitalize="off" autocomplete="off"
                        aria-describedby="draft-text-hint" node_ref=self.field prop:value=move || self.text.get()
                        on:scroll=scroll on:input:target=move |event| self.write(event.target().value())></textarea>
                </div>
            </div>
        }
        .into_any()
    }

    /// The numbers of the lines; one with a mistake has a mark.
    fn numbers(self) -> String {
        let marked: Vec<u32> = self.checked.with(|checked| {
            let problems = checked.map(|checked| checked.problems.as_slice()).unwrap_or_default();
            problems.iter().filter(|problem| problem.severity == Graveness::Error).map(|problem| problem.line).collect()
        });
        let lines = self.text.with(|text| u32::try_from(text.split('\n').count()).unwrap_or(u32::MAX));
        let numbers =
            (1..=lines).map(|line| if marked.contains(&line) { format!("● {line}") } else { line.to_string() });
        numbers.collect::<Vec<_>>().join("\n")
    }

    /// Brings a place into sight and puts the cursor there.
    pub(super) fn show(self, line: u32, column: u32) {
        let Some(field) = self.field.get_untracked() else { return };
        let (start, end) = self.text.with_untracked(|text| place(text, line, column));
        if field.focus().is_err() || field.set_selection_range(start, end).is_err() {
            leptos::logging::warn!("the text could not take the cursor");
        }
        scroll_to(&field, line, self.text.with_untracked(|text| text.split('\n').count()));
    }
}

/// Scrolls so that a line stands near the top; all lines are equally high.
fn scroll_to(field: &HtmlTextAreaElement, line: u32, lines: usize) {
    let above = line.saturating_sub(1 + LINES_ABOVE);
    let lines = f64::from(u32::try_from(lines.max(1)).unwrap_or(u32::MAX));
    field.set_scroll_top(f64::from(field.scroll_height()) / lines * f64::from(above));
}

/// From a place to the end of its line, counted as the browser counts.
fn place(text: &str, line: u32, column: u32) -> (u32, u32) {
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    let at = usize::try_from(line.saturating_sub(1)).unwrap_or_default();
    let before: u32 = text.split('\n').take(at).map(|line| units(line) + 1).sum();
    let this = text.split('\n').nth(at).unwrap_or_default();
    let skipped: String = this.chars().take(usize::try_from(column.saturating_sub(1)).unwrap_or_default()).collect();
    (before + units(&skipped), before + units(this))
}
