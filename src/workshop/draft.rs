//! Texts of one's own, begun from another's.
//!
//! Only the head of the text is touched, line by line, so that the writer's comments and order stay as they are.

/// The line of a text's head on which `key` stands, and what it says.
fn head_line<'t>(text: &'t str, key: &str) -> Option<(usize, &'t str)> {
    let lines = text.lines().enumerate().skip_while(|(_, line)| line.trim() != "[system]").skip(1);
    let head = lines.take_while(|(_, line)| !line.trim_start().starts_with('['));
    let said = head.filter_map(|(number, line)| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then_some((number, value.trim()))
    });
    said.into_iter().next()
}

/// The text between quotes.
fn quoted(value: &str) -> Option<&str> {
    let inside = value.strip_prefix('"')?;
    inside.split_once('"').map(|(text, _)| text)
}

/// The id and the title that a text's head gives, as far as it can be told before the text is read; else empty.
pub fn headline(text: &str) -> (String, String) {
    let id = head_line(text, "id").and_then(|(_, value)| quoted(value)).unwrap_or_default();
    let title = head_line(text, "title").map(|(_, value)| value).unwrap_or_default();
    let zh = title.split_once("zh").and_then(|(_, rest)| rest.split_once('=')).map_or(title, |(_, rest)| rest.trim());
    (id.to_owned(), quoted(zh).unwrap_or_default().to_owned())
}

/// The system that a text extends, as its head says; good enough to fetch it before the text is read.
pub(super) fn extends(text: &str) -> Option<String> {
    head_line(text, "extends").and_then(|(_, value)| quoted(value)).map(str::to_owned)
}

/// Begins a text from another: a new id, its first version, no dates, and a line that tells where it comes from.
pub(super) fn begin(text: &str, id: &str) -> String {
    let from = head_line(text, "id").and_then(|(_, value)| quoted(value)).unwrap_or_default();
    let replaced = |key: &str| head_line(text, key).map(|(number, _)| number);
    let (id_line, version_line) = (replaced("id"), replaced("version"));
    let left_out = [replaced("valid_from"), replaced("valid_to")];
    let mut lines = vec![format!("# {id}, begun from {from} · 由 {from} 改写")];
    for (number, line) in text.lines().enumerate() {
        if Some(number) == id_line {
            lines.push(format!("id = \"{id}\""));
        } else if Some(number) == version_line {
            lines.push("version = \"1\"".to_owned());
        } else if !left_out.contains(&Some(number)) {
            lines.push(line.to_owned());
        }
    }
    lines.push(String::new());
    lines.join("\n")
}
