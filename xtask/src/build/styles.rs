//! Two style sheets from those that the page lists: what every screen needs, and what only staff's screens need. Of each a
//! second one for engines without cascade layers.
//!
//! Chromium before 99 skips everything inside `@layer`. For it the layers become plain rules, in the layers' order; rules
//! outside layers come last, as they win over layers. Between layers the weight of selectors then counts again, which the
//! real layers would ignore: good enough for those engines, and the app's selectors are short.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::files::{Files, problem, take_text};
use crate::failure::{At, Outcome};

const BUNDLE: &str = "style.css";
const FLAT: &str = "style-flat.css";
const STAFF_BUNDLE: &str = "staff.css";
const STAFF_FLAT: &str = "staff-flat.css";
/// How the names of sheets begin that no visitor's screen needs; start.js loads them with the other wings.
const STAFF: &[&str] = &["backup", "desk", "exchange", "findings", "frame-menu", "settings", "systems"];
const LINK_START: &str = "<link rel=\"stylesheet\" href=\"./";
const LINK_END: &str = "\"/>";

/// Replaces the style sheets that the page lists by one, adds staff's and the flat ones, and answers the changed page.
pub(crate) fn bundle(page: &str, files: &mut Files) -> Outcome<String> {
    let (mut sheet, mut staff) = (String::new(), String::new());
    let mut kept = String::new();
    let mut rest = page;
    while let Some((before, link)) = rest.split_once(LINK_START) {
        let (address, after) = link
            .split_once(LINK_END)
            .ok_or_else(|| problem("index.html", "a style sheet's link has odd attributes"))?;
        if sheet.is_empty() && staff.is_empty() {
            kept.extend([before, LINK_START, BUNDLE, "\">"]);
        } else {
            kept.push_str(before.trim_end());
        }
        let text = without_comments(&take_text(files, address)?);
        let gathered = if STAFF.iter().any(|name| address.starts_with(name)) { &mut staff } else { &mut sheet };
        gathered.push_str(text.trim());
        gathered.push('\n');
        rest = after;
    }
    kept.push_str(rest);
    for (sheet, name, flat_name) in [(sheet, BUNDLE, FLAT), (staff, STAFF_BUNDLE, STAFF_FLAT)] {
        files.insert(flat_name.into(), flat(&sheet)?.into_bytes());
        files.insert(name.into(), sheet.into_bytes());
    }
    Ok(kept)
}

/// Style sheets that the page's source does not list.
pub(crate) fn unlisted_styles(root: &Path) -> Outcome<Vec<String>> {
    let page = root.join("index.html");
    let page = fs::read_to_string(&page).at(&page)?;
    let files = super::files::read(&root.join("style"))?;
    let sheets =
        files.into_keys().filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "css"));
    Ok(sheets.map(|name| format!("style/{name}")).filter(|name| !page.contains(&format!("\"{name}\""))).collect())
}

/// Turns layers into plain rules in the layers' order.
fn flat(sheet: &str) -> Outcome<String> {
    let mut order: Vec<String> = Vec::new();
    let mut layers: BTreeMap<String, String> = BTreeMap::new();
    let mut outside = String::new();
    for rule in rules(sheet) {
        let Some(layer) = rule.prelude.strip_prefix("@layer") else {
            if rule.body.contains("@layer") {
                return Err(problem(
                    BUNDLE,
                    &format!("`{}` holds a layer; put it inside the layer instead", rule.prelude),
                ));
            }
            outside.push_str(rule.text);
            continue;
        };
        for name in layer.split(',').map(|name| name.trim().trim_end_matches(';').to_owned()) {
            if !order.contains(&name) {
                order.push(name.clone());
            }
            layers.entry(name).or_default().push_str(rule.body);
        }
    }
    let layered: String = order.iter().filter_map(|name| layers.get(name)).map(String::as_str).collect();
    Ok(layered + &outside)
}

/// A rule at the top level of a style sheet.
struct Rule<'a> {
    /// What stands before the block, or the whole statement.
    prelude: &'a str,
    /// What stands between its braces; empty for a statement.
    body: &'a str,
    /// All of it.
    text: &'a str,
}

fn rules(sheet: &str) -> Vec<Rule<'_>> {
    let mut rules = Vec::new();
    let (mut start, mut open, mut depth) = (0, 0, 0_u32);
    let mut quote = None;
    for (at, sign) in sheet.char_indices() {
        match (quote, sign) {
            (Some(mark), _) if mark == sign => quote = None,
            (None, '"' | '\'') => quote = Some(sign),
            (None, '{') => {
                if depth == 0 {
                    open = at;
                }
                depth += 1;
            }
            (None, '}') if depth == 1 => {
                depth = 0;
                push(&mut rules, sheet, start..at + 1, open..at);
                start = at + 1;
            }
            (None, '}') => depth = depth.saturating_sub(1),
            (None, ';') if depth == 0 => {
                push(&mut rules, sheet, start..at + 1, at..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    rules
}

fn push<'a>(rules: &mut Vec<Rule<'a>>, sheet: &'a str, all: std::ops::Range<usize>, body: std::ops::Range<usize>) {
    let part = |range: std::ops::Range<usize>| sheet.get(range).unwrap_or_default();
    let prelude = part(all.start..body.start).trim();
    rules.push(Rule { prelude, body: part(body).trim_start_matches('{'), text: part(all) });
}

fn without_comments(sheet: &str) -> String {
    let mut kept = String::new();
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before.trim_end_matches(' '));
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_become_plain_rules_in_the_order_of_the_layers() {
        let check = |sheet: &str, expected: &str| {
            let squeezed: String = flat(sheet).unwrap().split_whitespace().collect();
            assert_eq!(squeezed, expected, "{sheet}");
        };
        check("@layer a, b; @layer b { .x { top: 1 } } @layer a { .y { top: 2 } }", ".y{top:2}.x{top:1}");
        check("@layer a { p { top: 1 } } @layer a { q { top: 2 } }", "p{top:1}q{top:2}");
        check(".free { top: 0 } @layer a { p { top: 1 } }", "p{top:1}.free{top:0}");
        check("@layer a { @media print { p { top: 1 } } }", "@mediaprint{p{top:1}}");
        check("@layer a { p::after { content: \"}\" } }", "p::after{content:\"}\"}");
        check("@charset \"utf-8\"; @layer a { p { top: 1 } }", "p{top:1}@charset\"utf-8\";");
    }

    #[test]
    fn a_layer_inside_another_rule_is_refused() {
        assert!(flat("@media print { @layer a { p { top: 1 } } }").is_err());
    }

    #[test]
    fn comments_are_left_out() {
        assert_eq!(without_comments("a /* { */ b/**/c"), "a bc");
        assert_eq!(without_comments("a /* open"), "a");
    }
}
