//! Finding people by name, pinyin, initials or department.

use crate::protocol::PersonView;

/// Tells whether `words`, as typed, mean this person: every word must fit the name, the department, the title, or the
/// beginning of the pinyin or of its initials.
pub(super) fn fits(person: &PersonView, words: &str) -> bool {
    let words = words.to_lowercase();
    words.split_whitespace().all(|word| fits_word(person, word))
}

fn fits_word(person: &PersonView, word: &str) -> bool {
    let pinyin = person.pinyin.to_lowercase();
    let joined: String = pinyin.split_whitespace().collect();
    let initials: String = pinyin.split_whitespace().filter_map(|syllable| syllable.chars().next()).collect();
    [&person.name, &person.department, &person.title].iter().any(|text| text.to_lowercase().contains(word))
        || joined.starts_with(word)
        || pinyin.split_whitespace().any(|syllable| syllable.starts_with(word))
        || initials.starts_with(word)
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::office::Post;

    #[wasm_bindgen_test]
    fn people_are_found_by_name_pinyin_initials_and_department() {
        let person = PersonView {
            id: "s1".into(),
            name: "王小芳".to_owned(),
            title: "窗口负责人".to_owned(),
            department_id: "social".into(),
            department: "社会保障科".to_owned(),
            post: Post::Clerk,
            phone: String::new(),
            pinyin: "wang xiao fang".to_owned(),
            window: None,
        };
        let check = |words: &str, expected: bool| assert_eq!(fits(&person, words), expected, "{words}");
        check("", true);
        check("王", true);
        check("小芳", true);
        check("wxf", true);
        check("WX", true);
        check("wangxiao", true);
        check("fang", true);
        check("xf", false);
        check("社会", true);
        check("社会 wang", true);
        check("社会 li", false);
        check("李", false);
    }
}
