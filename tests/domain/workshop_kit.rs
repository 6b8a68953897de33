//! A workshop on the host: texts come from the packs beside the code.

use shouwen::office::Lang;
use shouwen::protocol::Trouble;
use shouwen::rules;
use shouwen::workshop::{Answer, Ask, System, Wanted, Workshop};

/// A small system with a rule of each kind, three cases of which one fails, and a silence.
pub(crate) const SMALL: &str = r#"
format = 1
[system]
id = "SMALL"
title = { zh = "小制度", en = "A small system" }
sector = "library"
source = "ours"
version = "2"
valid_from = 2026-01-01
[[topic]]
code = "rare"
title = { zh = "古籍", en = "Rare books" }
[[clause]]
ref = "1"
gist = { zh = "谁先被问到谁负责", en = "Whoever is asked first owns it" }
[[clause.rule]]
owner = "first_asked"
answerable = "owner"
[[clause]]
ref = "2"
gist = { zh = "自己的事自己办，一天内告知结果", en = "One's own is settled by oneself, and told within a day" }
[[clause.rule]]
when = { scope = "own" }
handler = "owner"
duties = ["register", { duty = "feedback", within = { days = 1 }, to = "visitor" }]
forms = "register"
barred = "shirk"
[[clause.rule]]
when = { scope = { not = "own" }, no_flags = "abusive" }
handler = "department"
duties = [{ any = ["guide", "tell_where"] }, { duty = "contact_visitor", by = "handler" }]
[[clause]]
ref = "3"
gist = { zh = "推诿的警告", en = "Pushing away brings a warning" }
facts = { channels = ["visit", "窗口"] }
[[clause.sanction]]
violation = "shirk"
time = 2
or_later = true
sanctions = "warning"
[[silent]]
about = "handler"
when = { scope = ["outside"], flags = "abusive" }
reason = { zh = "没有说", en = "It does not say" }
[[case]]
name = "asked first"
zh = "先被问到"
ask = "decide"
given = { asked = [{ id = "a" }] }
expect = { owner = "a", duties = ["register"] }
[[case]]
name = "wrongly expected"
ask = "decide"
given = { asked = [{ id = "a" }], scope = "department" }
expect = { handler = "owner" }
[[case]]
name = "a warning"
ask = "assess"
given = { record = [{ violation = "shirk" }, { violation = "shirk" }] }
expect = { sanctions = ["warning"] }
"#;

/// Answers a question, bringing what is wanted.
pub(crate) fn answer(lang: Lang, ask: &Ask) -> Result<Answer, Trouble> {
    let mut shop = Workshop::default();
    bring(&mut shop, ask);
    shop.answer(lang, ask)
}

/// Brings what a question needs; answers the names of what was brought.
pub(crate) fn bring(shop: &mut Workshop, ask: &Ask) -> Vec<Wanted> {
    let mut brought = Vec::new();
    while let Some(wanted) = shop.wants(ask) {
        assert!(brought.len() < 20, "{brought:?}");
        match &wanted {
            Wanted::Text(id) => {
                let source = rules::systems().iter().find(|source| source.id == id).unwrap();
                shop.bring_text(id, source.text.to_owned());
            }
            Wanted::Library => shop.bring_library(rules::load_all()),
        }
        brought.push(wanted);
    }
    brought
}

/// The small system.
pub(crate) fn small() -> System {
    System::Text(SMALL.to_owned())
}
