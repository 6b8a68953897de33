//! Makes `src/script/table.txt`, the conversion table from simplified to traditional Chinese.
//!
//! ```text
//! cargo run --example script_table -- OPENCC_DATA_DIR WORD_FREQUENCIES > src/script/table.txt
//! ```
//!
//! `OPENCC_DATA_DIR` holds `OpenCC`'s text dictionaries (Apache-2.0; package `opencc-data` 1.4.2), `WORD_FREQUENCIES` a list
//! of `word count …` lines (MIT; `dict.txt` of package `jieba` 0.42.1). A phrase enters the table only if it is in use and
//! if what is in the table already would convert it wrongly, so the table stays small.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// A phrase seen less often in the frequency list is left out.
const FREQUENCY_MIN: u64 = 20;
/// Longer phrases are left out; they are nearly always made of shorter ones.
const PHRASE_CHARS_MAX: usize = 4;
/// Where Taiwan's and Hong Kong's usual forms differ from `OpenCC`'s, what both read without stumbling.
const USUAL: [(char, char); 2] = [('台', '台'), ('着', '着')];
/// Words of offices that end or begin where a phrase of the table would take hold of half a word (记录|制度, not 记|录制|度).
const WHOLE_WORDS: [(&str, &str); 4] = [("记录", "記錄"), ("目录", "目錄"), ("特制定", "特制定"), ("特制订", "特制訂")];

type Table = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(dictionaries), Some(frequencies)) = (arguments.next(), arguments.next()) else {
        return Err("usage: script_table OPENCC_DATA_DIR WORD_FREQUENCIES".into());
    };
    let dictionaries = Path::new(&dictionaries);
    let variants = read(&dictionaries.join("TWVariants.txt"))?;
    let usual = |text: &str| text.chars().map(|form| usual_form(form, &variants)).collect::<String>();
    let mut characters = Table::new();
    for (simplified, traditional) in read(&dictionaries.join("STCharacters.txt"))? {
        let character = simplified.chars().next().unwrap_or_default();
        let kept = USUAL.iter().find(|(from, _)| *from == character).map(|(_, to)| to.to_string());
        let traditional = kept.unwrap_or_else(|| usual(&traditional));
        if simplified != traditional && is_common(character) && traditional.chars().all(|form| form <= '\u{ffff}') {
            characters.insert(simplified, traditional);
        }
    }
    let counts = read_counts(Path::new(&frequencies))?;
    let mut phrases = Table::new();
    let mut all = read(&dictionaries.join("STPhrases_GeneratedFromRegionalPhrases.txt"))?;
    all.extend(read(&dictionaries.join("STPhrases.txt"))?);
    let mut words: Vec<&String> = all.keys().collect();
    words.sort_by_key(|word| (word.chars().count(), word.as_str()));
    for word in words {
        let traditional = usual(all.get(word).map_or("", String::as_str));
        let in_use = counts.get(word).copied().unwrap_or_default() >= FREQUENCY_MIN;
        let length = word.chars().count();
        if in_use
            && length <= PHRASE_CHARS_MAX
            && traditional.chars().count() == length
            && convert(word, &characters, &phrases) != traditional
        {
            phrases.insert(word.clone(), traditional);
        }
    }
    phrases.extend(WHOLE_WORDS.map(|(simplified, traditional)| (simplified.to_owned(), traditional.to_owned())));
    println!("{}", characters.keys().map(String::as_str).collect::<String>());
    println!("{}", characters.values().map(String::as_str).collect::<String>());
    for (simplified, traditional) in &phrases {
        let usual = |letter: char| characters.get(&letter.to_string()).map_or(letter.to_string(), Clone::clone);
        let spelt = simplified.chars().zip(traditional.chars()).map(|(letter, form)| match form.to_string() {
            form if form == usual(letter) => letter.to_string(),
            form => format!("{letter}/{form}"),
        });
        println!("{}", spelt.collect::<String>());
    }
    Ok(())
}

/// Reads an `OpenCC` dictionary; of several translations the first counts.
fn read(path: &Path) -> Result<Table, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let entries = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    Ok(entries.map(|(from, to)| (from.to_owned(), to.split(' ').next().unwrap_or_default().to_owned())).collect())
}

/// Reads `word count …` lines.
fn read_counts(path: &Path) -> Result<BTreeMap<String, u64>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let count = |line: &str| {
        let mut parts = line.split(' ');
        Some((parts.next()?.to_owned(), parts.next()?.parse().ok()?))
    };
    Ok(text.lines().filter_map(count).collect())
}

/// Gives the form that is usual in Taiwan, where `OpenCC`'s standard has a scholarly one.
fn usual_form(form: char, variants: &Table) -> char {
    let special = [('臺', '台'), ('着', '着')].into_iter().find(|(from, _)| *from == form).map(|(_, to)| to);
    special.or_else(|| variants.get(&form.to_string()).and_then(|to| to.chars().next())).unwrap_or(form)
}

/// Tells whether a character is in the basic block; rarer ones have no place in an office's texts.
fn is_common(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// Converts as the program does: the longest phrase at each place, else the character.
fn convert(text: &str, characters: &Table, phrases: &Table) -> String {
    let mut converted = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let ends = rest.char_indices().map(|(at, character)| at + character.len_utf8()).take(PHRASE_CHARS_MAX);
        let phrase = ends.filter_map(|end| phrases.get_key_value(rest.get(..end)?)).last();
        let first = first.to_string();
        let (word, traditional) = phrase.unwrap_or((&first, characters.get(&first).unwrap_or(&first)));
        converted += traditional;
        rest = rest.get(word.len()..).unwrap_or_default();
    }
    converted
}
