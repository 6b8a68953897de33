//! The largest texts that are read as packs at all, each the worst of its kind: what takes long, and what takes much memory.

use shouwen::rules::pack::PACK_BYTES_MAX;

/// A head that is in order.
const START: &str =
    "format = 1\n[system]\nid = \"X\"\ntitle = \"t\"\nsector = \"s\"\nsource = \"s\"\nversion = \"1\"\n";

/// Lists the texts.
pub(crate) fn worst_packs() -> Vec<String> {
    let clause = |number: usize| format!("[[clause]]\nref = \"{number}\"\ngist = \"g\"\n");
    let rule =
        "[[clause.rule]]\nwhen = { scope = \"own\", flags = [\"urgent\", \"complex\"] }\nduties = [\"register\"]\n";
    let repeated = [
        "[[clause]]\n",
        "[[case]]\n",
        "=\n",
        "a = 1\n",
        "# nothing but words\n",
        "[[clause.rule]]\n",
        "\"",
        "\u{1F600}",
        &clause(1),
        &format!("{}{rule}", clause(1)),
    ];
    let mut texts: Vec<String> = repeated.iter().map(|piece| filled(START, piece)).collect();
    texts.push(filled(&format!("{START}{}", clause(1)), rule));
    texts.push(format!("{START}{}", (1..2_000).map(|number| clause(number) + rule + rule).collect::<String>()));
    texts.push(filled(&format!("{START}{}facts = {{ channels = [", clause(1)), "\"visit\","));
    texts.extend(["[", "{a=", "[],", "{},", "1,", "\"\","].map(|piece| filled("format = [", piece)));
    texts.push(filled("a", ".a"));
    texts.push(numbered("[k", "]\n"));
    texts.push(numbered("k", "=1\n"));
    texts.push(numbered("[system.k", "]\n"));
    texts
}

/// Repeats a piece to the end of what is read.
fn filled(start: &str, piece: &str) -> String {
    format!("{start}{}", piece.repeat((PACK_BYTES_MAX - start.len()) / piece.len()))
}

/// Counts between two pieces to the end of what is read.
fn numbered(before: &str, after: &str) -> String {
    let mut text = String::new();
    for number in 0.. {
        let line = format!("{before}{number:x}{after}");
        if text.len() + line.len() > PACK_BYTES_MAX {
            break;
        }
        text.push_str(&line);
    }
    text
}
