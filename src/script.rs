//! The two scripts of Chinese: simplified text to traditional, and both to one form for comparing.
//!
//! The words that people read are written once, in simplified characters; the traditional ones are derived by a table
//! (from `OpenCC`, Apache-2.0, made by `examples/script_table.rs`) of characters and of the phrases in which a character
//! with several traditional forms takes an unusual one (头发, 发布; 皇后, 后来). The forms are the standard ones of Taiwan,
//! save where Hong Kong's are as usual there; words are not exchanged (软件 stays 軟件).

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

/// Two lines of characters, simplified over traditional; then phrases, in order. Where a phrase takes another form of a
/// character than these lines, that form stands behind a stroke: `头发/髮`.
#[cfg(not(target_arch = "wasm32"))]
const TABLE: &str = include_str!("script/table.txt");

/// The app fetches the table only when somebody needs it; see [`bring_table`].
#[cfg(target_arch = "wasm32")]
const TABLE: &str = "";

/// The longest phrase, in characters.
const PHRASE_CHARS_MAX: usize = 4;

/// Forms that the table never produces but people type.
const OTHER_FORMS: [(char, char); 12] = [
    ('裏', '里'),
    ('爲', '为'),
    ('臺', '台'),
    ('羣', '群'),
    ('説', '说'),
    ('衞', '卫'),
    ('牀', '床'),
    ('衆', '众'),
    ('啓', '启'),
    ('綫', '线'),
    ('麪', '面'),
    ('著', '着'),
];

/// The table, read once.
struct Table {
    characters: HashMap<char, char>,
    /// In the order of the simplified ones.
    phrases: Vec<(String, String)>,
    simplified: HashMap<char, char>,
}

static READ: LazyLock<Table> = LazyLock::new(|| Table::read(TABLE));
static BROUGHT: OnceLock<Table> = OnceLock::new();

/// Takes the text of the table where the program does not carry it. Until then every text stays as it is.
pub fn bring_table(text: &str) {
    BROUGHT.get_or_init(|| Table::read(text));
}

/// Tells whether there is a table.
pub fn has_table() -> bool {
    BROUGHT.get().is_some() || !TABLE.is_empty()
}

fn table() -> &'static Table {
    BROUGHT.get().unwrap_or_else(|| &READ)
}

/// Writes a text in traditional characters; a text that has no simplified ones is handed back as it is.
pub fn to_traditional(text: &str) -> Cow<'_, str> {
    let table = table();
    let mut converted = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let phrase = table.phrase_at(rest);
        match phrase {
            Some((_, traditional)) => converted.push_str(traditional),
            None => converted.push(table.characters.get(&first).copied().unwrap_or(first)),
        }
        let taken = phrase.map_or(first.len_utf8(), |(simplified, _)| simplified.len());
        rest = rest.get(taken..).unwrap_or_default();
    }
    if converted == text { Cow::Borrowed(text) } else { Cow::Owned(converted) }
}

/// Brings a text into a form for comparing: letters and digits alone, lower case, simplified characters.
pub fn fold(text: &str) -> String {
    let table = table();
    let letters = text.chars().filter(|character| character.is_alphanumeric()).map(small);
    letters.map(|letter| table.simplified.get(&letter).copied().unwrap_or(letter)).collect()
}

/// Writes a letter small, if it is a capital of the Latin, Greek or Cyrillic alphabet, also one of full width.
///
/// The standard library knows every alphabet of the world, by tables that would weigh more in the app than this.
pub fn small(letter: char) -> char {
    let step = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' | 'Ａ'..='Ｚ' => 32,
        'Ѐ'..='Џ' => 80,
        // Here capitals and small letters take turns: first those that begin with a capital at an even place.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => {
            1 - u32::from(letter) % 2
        }
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ӂ'..='ӎ' => u32::from(letter) % 2,
        _ => 0,
    };
    char::from_u32(u32::from(letter) + step).unwrap_or(letter)
}

impl Table {
    fn read(text: &str) -> Self {
        let mut lines = text.lines();
        let simplified = lines.next().unwrap_or_default();
        let traditional = lines.next().unwrap_or_default();
        let characters: HashMap<char, char> = simplified.chars().zip(traditional.chars()).collect();
        let phrases: Vec<(String, String)> = lines.map(|line| read_phrase(line, &characters)).collect();
        let in_phrases = phrases.iter().flat_map(|(from, to)| to.chars().zip(from.chars()));
        let pairs = in_phrases.chain(characters.iter().map(|(from, to)| (*to, *from))).chain(OTHER_FORMS);
        let simplified = pairs.filter(|(to, from)| to != from).collect();
        Self { characters, phrases, simplified }
    }

    /// Finds the longest phrase with which `text` begins.
    fn phrase_at(&self, text: &str) -> Option<&(String, String)> {
        let ends = text.char_indices().map(|(at, character)| at + character.len_utf8()).take(PHRASE_CHARS_MAX);
        let candidates = ends.filter_map(|end| {
            let candidate = text.get(..end)?;
            let place = self.phrases.binary_search_by(|(simplified, _)| simplified.as_str().cmp(candidate)).ok()?;
            self.phrases.get(place)
        });
        candidates.last()
    }
}

/// Reads a phrase and its traditional form.
fn read_phrase(line: &str, characters: &HashMap<char, char>) -> (String, String) {
    let (mut simplified, mut traditional) = (String::new(), String::new());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let other_form = letters.next_if_eq(&'/').and_then(|_| letters.next());
        simplified.push(letter);
        traditional.push(other_form.or_else(|| characters.get(&letter).copied()).unwrap_or(letter));
    }
    (simplified, traditional)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_with_several_forms_take_the_one_that_the_word_needs() {
        let check = |simplified: &str, traditional: &str| assert_eq!(to_traditional(simplified), traditional);
        check("首问责任制", "首問責任制");
        check("发布头发", "發佈頭髮");
        check("皇后后来", "皇后後來");
        check("公里里面", "公里裡面");
        check("面粉当面", "麵粉當面");
        check("复印件回复重复", "複印件回覆重複");
        check("联系系统关系", "聯繫系統關係");
        check("干部干净干扰", "幹部乾淨干擾");
        check("批准标准", "批准標準");
        check("轻松松树", "輕鬆松樹");
        check("时钟分钟", "時鐘分鐘");
        check("制度制作", "制度製作");
        check("只能一只", "只能一隻");
        check("日历历史", "日曆歷史");
        check("注册注意", "註冊注意");
        check("委托", "委託");
        check("台账平台", "台賬平台");
        check("服务窗口出具回执", "服務窗口出具回執");
        check("当场办结", "當場辦結");
        check("记录制度", "記錄制度");
        check("特制定本制度", "特制定本制度");
    }

    #[test]
    fn other_text_is_handed_back_as_it_is() {
        let check = |text: &str| assert!(matches!(to_traditional(text), Cow::Borrowed(same) if same == text), "{text}");
        check("");
        check("first contact, 24 hours");
        check("四川成都");
        check("🀄︎");
    }

    #[test]
    fn capitals_of_the_usual_alphabets_become_small() {
        let odd_ones = ['İ', 'Ÿ', 'Ӏ'];
        let alphabets = ['\0'..='ž', 'Α'..='Ϊ', 'Ѐ'..='ԯ', 'Ḁ'..='ẕ', 'Ạ'..='ỿ', '\u{ff00}'..='\u{ffef}'];
        for letter in alphabets.into_iter().flatten().filter(|letter| !odd_ones.contains(letter)) {
            assert_eq!(letter.to_lowercase().collect::<Vec<_>>(), [small(letter)], "{letter}");
        }
        assert_eq!("首问 ß €".chars().map(small).collect::<String>(), "首问 ß €");
    }

    #[test]
    fn both_scripts_fold_to_the_same_text() {
        let check = |one: &str, other: &str| assert_eq!(fold(one), fold(other));
        check("首问责任人", "首問責任人");
        check("承诺办理、答复时间", "承諾辦理/答覆 時間");
        check("Wi-Fi", "wifi");
        check("裏面", "里面");
        check("后来", "後來");
        assert_ne!(fold("受理时间"), fold("办结时间"));
    }
}
