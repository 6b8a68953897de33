//! What about a situation made a rule apply.

use crate::app::words::desk::codes;
use crate::app::words::{kind, pick};
use crate::office::Lang;
use crate::rules::{Field, Held};

/// Says one fact of a situation.
pub(crate) fn held(lang: Lang, held: &Held) -> String {
    let named = |field, value: &str| format!("{} {value}", codes::field(lang, field));
    let yes_no =
        |yes: bool| if yes { pick(lang, ["能", "能", "yes"]) } else { pick(lang, ["不能", "不能", "no"]) };
    match held {
        Held::Channel(code) => named(Field::Channel, codes::channel(lang, *code)),
        Held::Matter(code) => named(Field::Matter, kind(lang, *code)),
        Held::Scope(code) => named(Field::Scope, codes::scope(lang, *code)),
        Held::Handler(code) => named(Field::Handler, codes::handler_state(lang, *code)),
        Held::OnTheSpot(yes) => named(Field::OnTheSpot, yes_no(*yes)),
        Held::Materials(code) => named(Field::Materials, codes::materials(lang, *code)),
        Held::Eligible(code) => named(Field::Eligible, codes::eligible(lang, *code)),
        Held::Topic(topic) => named(Field::Topic, topic.as_deref().unwrap_or("–")),
        Held::Asked(number) => {
            pick(lang, [format!("{number} 人被问到"), format!("{number} 人被問到"), format!("{number} people asked")])
        }
        Held::Flag(flag) => codes::flag(lang, *flag).to_owned(),
        Held::NoFlag(flag) => {
            let flag = codes::flag(lang, *flag);
            pick(lang, [format!("没有“{flag}”"), format!("沒有「{flag}」"), format!("not “{flag}”")])
        }
    }
}
